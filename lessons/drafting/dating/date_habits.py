"""What comes in the same month every year: swallows, crops, the monsoon, the sittings of a parliament.

"Swallows arrive in April" tells of no April in particular; told in the past, or with "will", it does. Limits: by a list of what lives,
grows and blows (`data/habits.toml`); what people do every year is known only where they say so (`date_undated`).
"""

from __future__ import annotations

import re

from ..records import Span
from ..words import any_of, data, split
from .tense_cues import IRREGULAR

_LISTS = data("habits")
# Past forms that are as often a present or a participle.
_PRESENT = split("cut set put hit read let shed spread cost run come sown grown born gone laid caught shut become beat burst")
_NATURE, _DOES, _NATURAL, _DONE = (any_of(_LISTS[name]) for name in ("nature", "does", "natural", "done"))
_BE = r"(?:is|are) (?:[a-z]+ly |still |then |first |mostly |often )?"
_STATE = "[a-z]+ed|cut|sown|born|caught|gone|laid|over|at|on|in|thick|ripe|full|low|high|dry|back"
_HABIT = re.compile(
    rf"\b(?:{_NATURE})\b(?:,? [\w’-]+){{0,7}}?,? (?<!the )(?<!at )(?:{_DOES}|{_BE}(?:{_STATE}))\b"
    r"|\b(?!(?:to|will|would|can|could|must|should|the|an?|this|that|no|its|not|and|or|of|in)\b)[a-z]{2,} (?:[a-z]+ly )?"
    rf"(?:{_NATURAL})\b"
    rf"|\b{_BE}(?:{_DONE})\b"
    rf"|\b{_BE}(?:closed|shut|blocked|cut off|covered) by (?:snow|ice|floods?)\b",
    re.IGNORECASE,
)
_SITTING = re.compile(rf"\b(?:{any_of(_LISTS['bodies'])}) (?:sits|sit|meets|meet) (?:\w+ )?(?:from|between) \Z", re.IGNORECASE)
_MONTHS = re.compile(r"[A-Z][a-z]+ (?:to|until|and|till) [A-Z][a-z]+")
# What ties a sentence to one year: a past, a future, "this year", a year; a condition.
_ONE_YEAR = re.compile(
    r"\b(?:was|were|had|did|has|have|will|shall|should|must|would|could|may|might|if|now|again|today|yet|still|already|due|expected|said|says"
    r"|(?:this|last|next) (?:year|season|spring|summer|autumn|winter|month|week)|1\d{3}|20\d\d)\b|[’']ll\b"
    rf"|(?<!\bis )(?<!\bare )(?<!ly )(?<!\band )\b(?:(?!hundred|need|feed|seed|breed)[a-z]{{2,14}}ed|{any_of(IRREGULAR - _PRESENT)})\b"
)
# "Every spring the salt flat dries".
_EVERY = re.compile(r"(?:Every|Each) (?:year|spring|summer|autumn|winter|season|[A-Z][a-z]{2,8}),? (?!since\b)")
_DAY = re.compile(r"\d|th\b")
_MONSOON = re.compile(r"\b[Mm]onsoons?\b")
_BEFORE, _BEHIND = 160, 120


def is_habit(text: str, sentence: Span, at: Span) -> bool:
    """Whether a month, or a day of the monsoon, tells when something of nature, or a sitting, comes every year.

    >>> text = "Swallows arrive in April. The first swallow arrived in April."
    >>> is_habit(text, (0, 25), (19, 24)), is_habit(text, (26, 61), (55, 60))
    (True, False)
    """
    if _EVERY.match(text, *sentence) and not _ONE_YEAR.search(text, *sentence):
        return True
    start, stop = max(sentence[0], at[0] - _BEFORE), min(sentence[1], at[1] + _BEHIND)
    if _ONE_YEAR.search(text, start, stop) or (_DAY.search(text, *at) and not _MONSOON.search(text, start, stop)):
        return False
    before = text[start : at[0]]
    return bool(_HABIT.search(text, start, stop) or (_SITTING.search(before) and _MONTHS.fullmatch(text, *at)))
