"""Compounds that a comma alone explains: "the tide gauges, the floats by which …", "spot checks, searches that …".

A compound of a trade, one that was just called so, or a bare plural that is told what it is; and behind the comma a noun with a clause that
holds of all times and names nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .explanations import is_nominal
from .noun_phrases import PLAIN_ADJECTIVES, SUMMING, NounPhrase, is_everyday
from .phrases import FINITE, LISTS, Defined, Rule, definition_end
from .predicates import Predicate, predicate_at
from .relatives import closed_by_verb, explained_before, may_be_explained

# What something is for or does in general: "by which a port measures", "that nobody may turn away", "the clerk a court sends".
_WHICH = r"(?:by|in|at|on|for|through|with|from|under|to|over|of) which|whereby|(?:that|which|who)"
_THE = re.compile(
    rf", (?=the (?:[a-z][a-z-]{{2,20}} ){{1,4}}(?:of [a-z-]{{2,20}} )?"
    rf"(?:(?:{_WHICH}) [a-z]|(?:an? |the )[\w’-]{{2,20}} (?:[\w’-]{{2,20}} )?[a-z]{{3,20}}s ))"
)
_MANY = re.compile(rf", (?=(?:[a-z][a-z-]{{2,20}} ){{0,3}}(?:of [a-z-]{{2,20}} )?(?:{_WHICH}) [a-z])")
_PLURAL_HEAD = re.compile(
    rf"(?:[a-z-]{{3,20}} ){{0,2}}[a-z-]{{2,20}}(?<![su])s (?:of [a-z-]{{2,20}} )?(?:{_WHICH}) "
    r"(?!(?:was|were|had|did|would|could|will)\b)"
)
_CALLED = re.compile(r"\b(?:call(?:s|ed)?|known as|as|named|termed|dubbed) (?:the |an? )?\Z")
_ARE = re.compile(r"\b(?:are|were|called|known as|as|named|termed|dubbed) \Z")
_TIMES = re.compile(r"\b(?:now|today|currently|already|still|once|first|last|next|this|these|(?:19|20)\d\d)\b")
_PAST = re.compile(
    r"(?:that|which|who)(?: (?:the |an? )?[\w’-]{2,20}){0,2} (?:[a-z]{3,20}ed|was|were|had|did|took|made|came|went|gave|won|lost)\b"
)
_LIST = re.compile(r", [\w ’-]{2,40}\Z")
_AND = re.compile(r", (?:and|or) |\band the\b")
_NUMBERS = re.compile(r"\d|\b(?:hundred|thousand|million|first|last|next|most|best)\b")
_TIMES_OF = frozenset({"hour", "day", "week", "month", "year"})
_LOOK_BACK = 50
_MOST_WORDS = 30


def _the(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the tide gauges, the floats by which a port measures its water"."""
    phrase = explained_before(text, start, cue.start())
    if not phrase or not may_be_explained(phrase) or phrase.article not in {"the", "a", "an", ""} or not phrase.words[0][0].islower():
        return None
    called = _CALLED.search(text, max(start, phrase.span[0] - 20), phrase.span[0])
    if not (called or phrase.is_marked or (len(phrase.words) == 2 and phrase.article)):
        return None
    told = cue.end(), closed_by_verb(text, cue.end(), definition_end(text, cue.end(), end))
    said = _general(text, phrase, told)
    return Defined(phrase.span, told) if said and (said.is_present or not said.tells) else None


def _many(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "makes spot checks, searches that a farmer may not turn away"; the next thing of a list is none."""
    if not _PLURAL_HEAD.match(text, cue.end(), end):
        return None
    phrase = explained_before(text, start, cue.start())
    if not phrase or not may_be_explained(phrase) or phrase.article or not phrase.is_plural or not phrase.words[0][0].islower():
        return None
    before = phrase.span[0]
    named = phrase.is_marked or _ARE.search(text, max(start, before - 12), before)
    if not named and (len(phrase.words) != 2 or _LIST.search(text, max(start, before - _LOOK_BACK), before)):
        return None
    told = cue.end(), definition_end(text, cue.end(), end)
    if _AND.search(text, *told):
        return None
    return Defined(phrase.span, told) if _general(text, phrase, told) else None


def _general(text: str, phrase: NounPhrase, told: tuple[int, int]) -> Predicate | None:
    """What an apposition says, if it is told of all times, of a thing, and by no judgment."""
    words = text[slice(*told)]
    said = predicate_at(text, *told)
    if not said or not 4 <= len(words.split()) <= _MOST_WORDS or said.is_remark or said.names or said.is_personal:
        return None
    if said.head == phrase.head or said.head in SUMMING | LISTS["roles"] | LISTS["named"] or FINITE & set(phrase.words):
        return None
    if said.is_of_the_past or not said.is_present_like or _TIMES.search(words) or _PAST.search(words) or not is_nominal(words):
        return None
    return said


def is_measured(text: str, phrase: NounPhrase, told: tuple[int, int]) -> bool:
    """Whether what a compound measures or stands for is told: "the strike price, the sum that a farmer is promised"."""
    if (
        not 2 <= len(phrase.words) <= 3
        or not all(word.islower() for word in phrase.words)
        or not may_be_explained(replace(phrase, words=phrase.words[:1]))
    ):
        return False
    if is_everyday(list(phrase.words)) and (phrase.head not in LISTS["figures"] or phrase.words[0] in PLAIN_ADJECTIVES):
        return False
    said = predicate_at(text, *told)
    words = text[slice(*told)]
    if not said or said.article != "the" or said.head not in LISTS["measures"] | LISTS["ideas"] | _TIMES_OF or said.head == phrase.head:
        return False
    if not 4 <= len(words.split()) <= _MOST_WORDS or not is_nominal(words) or _NUMBERS.search(words) or _TIMES.search(words):
        return False
    is_general = said.is_present_like or (said.head in LISTS["ideas"] and not said.is_personal)
    return said.is_restricted and is_general and not (said.names or said.is_of_the_past)


RULES = (Rule((", the ",), _THE, _the), Rule(("s, ", "s,” "), _MANY, _many))
