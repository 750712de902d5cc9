"""Turns that explain in passing: "Scabs, as strikers call those who …", "the base rate, at which …"."""

from __future__ import annotations

import re

from ..records import Span
from ..words import any_of
from .noun_phrases import NounPhrase
from .phrases import LISTS, Defined, Rule, definition_end
from .predicates import is_common
from .relatives import explained_before, may_be_explained

_AS_CALLED = re.compile(
    r"[”’\"']?,[”’\"']? as (?:(?!(?:he|she|it|I)\b)[\w’-]{1,20} ){1,4}?(?:calls?|called|terms?|termed|refer to) "
    r"(?=(?:an?|the|those|any|anyone|people|what|[a-z]{3,20}s? (?:that|who|which)) )"
)
_IS_CALLED = re.compile(
    r"[”’\"']?,[”’\"']? as (?=(?P<told>(?:an?|the|any|those|people) [^,;.()]{8,120}) (?:is|are) (?:called|known)\b[^,;.]{0,40},)"
)
_WHO = re.compile(
    r" \((?=(?:people|those|anyone|someone|somebody|one|things|goods|ships|boats|vessels|workers|firms|companies|countries|words|plants"
    r"|animals) (?:who|that|which|whose|in which|on which) )"
)
# What a figure is called, and how it is taken or used.
_FIGURES = LISTS["figures"]
_TAKEN = re.compile(rf", (?=(?:which (?:{any_of(LISTS['taken'])})|(?:at|by|on|to|against) which) )")
_PAST = re.compile(r"\b(?:was|were|had|did|would|(?<!has )(?<!have )(?<!not )(?<!is )(?<!are )(?<!be )(?<!been )[a-z]{3,20}ed)\b|\d")
_LEAST = 3  # words of an explanation; fewer are another name


def _told(text: str, at: int, end: int) -> Span | None:
    """What is said up to the next comma, in the present and in general."""
    stop = definition_end(text, at, end)
    comma = text.find(",", at, stop)
    told = (at, comma if comma > 0 else stop)
    words = text[slice(*told)]
    return told if len(words.split()) >= _LEAST and not _PAST.search(words) else None


def _phrase(text: str, cue: re.Match[str], start: int) -> NounPhrase | None:
    """The noun phrase before a cue, if one may explain it; at the beginning of a sentence a capital makes no name."""
    phrase = explained_before(text, start, cue.start())
    if not phrase or may_be_explained(phrase):
        return phrase
    words = text[slice(*phrase.span)]
    first = phrase.span[0] == start and " " not in words and (words.endswith("s") or is_common(text, words))
    return phrase if first and words.lower() not in LISTS["persons"] | LISTS["roles"] else None


def _as_called(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "scabs, as strikers call those who work on, were …"; "the farce, as critics call the deal," gives another name only."""
    phrase, told = _phrase(text, cue, start), _told(text, cue.end(), end)
    return Defined(phrase.span, told) if phrase and told else None


def _is_called(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the whip, as the order to vote with the party is called, …"."""
    phrase = _phrase(text, cue, start)
    if not phrase or len(cue["told"].split()) < _LEAST:
        return None
    return Defined(phrase.span, cue.span("told"))


def _who(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "Salvors (people who save ships for a reward) came"."""
    close = text.find(")", cue.end(), min(end, cue.end() + 200))
    phrase, told = _phrase(text, cue, start), _told(text, cue.end(), close) if close > 0 else None
    if not phrase or not told or phrase.article == "the" or told[1] != close:
        return None
    return Defined(phrase.span, told)


def _taken(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "core inflation, which strips out food, …", "the repo rate, at which the bank lends, …"."""
    phrase, told = explained_before(text, start, cue.start()), _told(text, cue.end(), end)
    if not phrase or not told or phrase.head not in _FIGURES or len(phrase.words) < 2 or phrase.is_plural:
        return None
    if any(word[0].isupper() for word in phrase.words[1:]) or phrase.article in {"his", "her", "its", "their", "our", "this", "that"}:
        return None
    return Defined(phrase.span, told)


RULES = (
    Rule((", as ",), _AS_CALLED, _as_called),
    Rule((", as ",), _IS_CALLED, _is_called),
    Rule((" (",), _WHO, _who),
    Rule((" which ",), _TAKEN, _taken),
)
