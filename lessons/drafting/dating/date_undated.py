"""Dates whose year nobody can tell: the text says so, or they are words on a stone, a banner, the back of a picture."""

from __future__ import annotations

import re

from ..records import Span

_GONE = (
    "rubbed|torn|flaked|worn|faded|missing|lost|illegible|unknown|uncertain|unclear|unreadable|cut off|scratched|smudged|blank|erased|eaten"
    "|washed|not (?:say|said|give|given|known|tell|told|record|recorded|stated)|never (?:said|gave|given|known|told|settled)"
    "|nobody|no one|none of (?:them|us)|no telling|without (?:a|the|its) year|lacks?|omits?|leaves? out|been able to|unstated|unrecorded"
)
_YEAR_GONE = re.compile(
    rf"\b(?:(?:the|whose|which|its|their|what) year\b[^.;!?]{{0,60}}\b(?:{_GONE})\b"
    rf"|(?:{_GONE})\b[^.;!?]{{0,60}}\b(?:year|which year)\b|no (?:known )?year\b|of (?:which|what|an unknown) year\b|nothing else\b)",
    re.IGNORECASE,
)
# Up to three words and a date alone within marks: “Rosslare, 26 January”.
_OPENED = re.compile(r"[“‘\"«'](?:[A-ZÀ-Þ][\w.’-]{0,20},? ){0,3}\Z")
_CLOSED = re.compile(r"\s?[.,]?[”’\"»']")
# What is so every year: "normally begins in October", "her birthday, 4 May".
_HABIT = re.compile(r"\b(?:normally|usually|typically|generally|traditionally|ordinarily|always|every year|each year|annually|yearly)\b")
_YEARLY_DAY = re.compile(r"\b(?:birthday|feast day|saint[’']s day|name day|festival day)\b")
_FAR = 240


def is_undated(text: str, sentence: Span, at: Span, following: Span | None) -> bool:
    """Whether the text says that the year of a date is not known, or that it comes every year, or shows the date as an inscription.

    >>> text = "The stone says “June 14” and nothing else."
    >>> is_undated(text, (0, len(text)), (16, 23), None)
    True
    """
    near = text[max(sentence[0], at[0] - _FAR) : min(sentence[1], at[1] + _FAR)]
    if _YEAR_GONE.search(near):
        return True
    if _HABIT.search(text, max(sentence[0], at[0] - 60), at[0]) or _YEARLY_DAY.search(text, at[1], min(sentence[1], at[1] + 40)):
        return True
    if following and _YEAR_GONE.search(text[following[0] : min(following[1], following[0] + 120)]):
        return True
    return bool(_OPENED.search(text[max(0, at[0] - 70) : at[0]]) and _CLOSED.match(text, at[1], at[1] + 3))
