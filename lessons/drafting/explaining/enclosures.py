"""Explanations shut in by two marks: "scour – the washing away of sand –", "the purser, the officer who keeps the books, …"."""

from __future__ import annotations

import re

from ..words import any_of
from .asides import general, is_of_kind
from .compounds import is_measured
from .explanations import is_nominal
from .noun_phrases import NounPhrase
from .phrases import LISTS, Defined, Rule, definition_end
from .predicates import predicate_at
from .relatives import closed_by_verb, explained_before, may_be_explained

_OPEN = re.compile(r"[”’\"']?(?: (?P<dash>[–—-]) | \()(?=(?:an?|the) [a-z])")
# "the washing away of", "the act of bending": a doing by its name.
_DOING = re.compile(
    r"the (?:[a-z-]{3,20}ing(?:[ -](?:away|up|out|off|down|in|over|back|together|apart|round))?"
    r"|(?:act|art|practice|process|habit|business|method|technique|custom|study|science) of [a-z-]{3,20}ing|[a-z]{3,20}(?:tion|sion|ment))"
    r" of (?!his\b|her\b|their\b|its\b|this\b|that\b|[A-Z])"
)
_DOING_SO = re.compile(r"the (?:act|art|practice|process|habit|business|method|technique|custom) of [a-z-]{3,20}ing ")
_DEVERBAL = ("tion", "sion", "ment", "sis", "ance", "ence", "ism")
_KINDS_OF = any_of(LISTS["doers"])
_NAMED_ING = re.compile(r"[”’\"']? (?P<dash>[–—]) (?=[a-z-]{3,20}ing [a-z])")
_BE_BEFORE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|[’']s|[’']re|[’']m|keeps?|kept|went|goes?|started?|began|stood|sat|came|home)\s\Z"
)
_THE_ONE = re.compile(
    rf", (?=the (?:[a-z-]{{3,20}} ){{0,2}}(?:{_KINDS_OF}) (?:(?:that|which|who) (?:[a-z]{{2,20}}(?<!s)s|has|is|are|can|may|must)\b"
    r"|(?:where|when|whose|by which|in which|at which|on which|for which|through which) ))"
)
_BEHIND_HEAD = re.compile(r" (?:of|in|for|by|with|that|which|to|from|on|at)\b")
_OF_ALL = re.compile(r" (?:of (?:every|all|any|each)\b|(?:in|by|on|from|at|for|through) which\b|that\b)")
_OF_ANY = re.compile(r" of (?:every|all|any|each|an?)\b")
# "The run-out – the ground on which an avalanche slows down –".
_OF_ANY_THING = re.compile(r"(?:the|a) [a-z-]{3,20} (?:on|in|at|by|from|over|through|with) which an? [a-z-]{3,20} [a-z]{2,15}s\b")
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million)\b")
_TIMES = re.compile(r"\b(?:now|today|currently|already|still|this|every (?:year|summer|winter|day))\b")


def _shut_in(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read what stands between two dashes or in brackets behind a bare noun or behind one of many."""
    close = _close(text, cue, end)
    phrase = explained_before(text, start, cue.start()) if close else None
    if not close or not phrase or not may_be_explained(phrase):
        return None
    told = (cue.end(), close)
    if phrase.is_definite and not phrase.is_marked:
        return Defined(phrase.span, told) if is_measured(text, phrase, told) or _OF_ANY_THING.match(text, *told) else None
    words = text[slice(*told)]
    if not 4 <= len(words.split()) <= 30 or not is_nominal(words):
        return None
    said = general(text, told)
    if not said or _NUMBER.search(words):
        return None
    doing = _DOING.match(words) or _DOING_SO.match(words)
    sure = bool(doing) if phrase.article not in {"a", "an"} else _is_one(phrase, words, said.rest, is_of_kind(said))
    return Defined(phrase.span, told) if sure else None


def _close(text: str, cue: re.Match[str], end: int) -> int | None:
    """Where the second mark stands; a dash may be closed by the end of its sentence."""
    stop = min(end, cue.end() + 220)
    if not cue["dash"]:
        close = text.find(")", cue.end(), stop)
        return close if close > 0 else None
    close = text.find(f" {cue['dash']}", cue.end(), stop)
    return close if close > 0 else definition_end(text, cue.end(), end) if end <= stop else None


def _is_one(phrase: NounPhrase, words: str, rest: str, is_kind: bool) -> bool:
    """Whether one of many is explained by its kind: "a principal inspection – a close examination of every part"."""
    if len(phrase.words) < 2 or not words.startswith(("a ", "an ")):
        return False
    head = _BEHIND_HEAD.split(rest, maxsplit=1)[0].rstrip(",").rpartition(" ")[2]
    return bool((is_kind and _OF_ALL.search(rest)) or (head.endswith(_DEVERBAL) and _OF_ANY.search(rest)))


def _doing(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "uses hedging – buying fuel at a fixed price –": a doing by another; "was hedging – buying" tells what somebody did."""
    phrase = explained_before(text, start, cue.start())
    close = _close(text, cue, end)
    if not close or not phrase or phrase.article or len(phrase.words) > 2 or not phrase.words[-1].endswith("ing"):
        return None
    before = phrase.span[0]
    if not may_be_explained(phrase) or before - start < 2 or _BE_BEFORE.search(text, max(start, before - 12), before):
        return None
    words = text[cue.end() : close].split()
    return Defined(phrase.span, (cue.end(), close)) if 3 <= len(words) <= 25 else None


def _the_one(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the classification society, the body that certifies a ship": one thing of a trade, and what it does in general."""
    phrase = explained_before(text, start, cue.start())
    if not phrase or not may_be_explained(phrase) or phrase.article in {"this", "that"} or phrase.words[0][0].isupper():
        return None
    if phrase.article not in {"the", "a", "an"} or phrase.is_plural:
        return None
    stop = definition_end(text, cue.end(), end)
    told = (cue.end(), closed_by_verb(text, cue.end(), stop))
    said = predicate_at(text, *told)
    if not said or not said.is_present_like or said.is_remark or said.names or said.head == phrase.head or _NUMBER.search(said.words):
        return None
    if said.is_of_the_past or _TIMES.search(said.words) or phrase.head in LISTS["naming"]:
        return None
    return Defined(phrase.span, told)


RULES = (
    Rule((" – ", " — ", " - ", " ("), _OPEN, _shut_in),
    Rule((", the ",), _THE_ONE, _the_one),
    Rule(("ing – ", "ing — ", "ing” – ", "ing’ – ", "ing” — "), _NAMED_ING, _doing),
)
