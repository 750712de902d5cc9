"""What stands in brackets behind a noun, or behind "meaning": "a riveter (one of those who …)", "a ghost kitchen, meaning a place that …".

A writer opens a bracket behind one of a kind to say what it is; so little more is asked than that it tells in general.
"""

from __future__ import annotations

import re

from .explanations import closed, is_nominal
from .noun_phrases import PLAIN_ADJECTIVES, NounPhrase
from .phrases import LISTS, Defined, Rule, definition_end
from .predicates import predicate_at
from .relatives import closed_by_verb, explained_before, may_be_explained

_BRACKET = re.compile(
    r"[”’\"']? \((?:you know, |that is, |i\.e\. |basically |roughly |essentially )?"
    r"(?P<told>(?:one (?:that|which|who|whose|in|of (?:the|those))|an?|the) [a-z][^()]{8,200}[^()\s])\)"
)
_MEANING = re.compile(r"[”’\"']?,[”’\"']? meaning (?P<that>that )?(?=[a-z])")
_RESTRICTS = re.compile(
    r"\b(?:of|that|which|who|whose|whom|for|in|on|at|by|with|without|from|to|where|when|between|under|over|across|through"
    r"|used|made|cut|worn)\b"
)
# What tells of one thing, and not of its kind.
_OF_ONE = re.compile(
    r"\b(?:was|were|had|did|would|could|his|her|my|our|this|last|next(?! to\b)|first|second|third|fourth|other|rest|latter|only|same|latest"
    r"|so-called|more than)\b|\d|[A-Z][a-z]|[A-Z]{2}"
    r"|\b[a-z]{4,15}est\b(?<!forest)(?<!interest)(?<!harvest)(?<!guest)(?<!request)(?<!protest)"
)
_PARTICIPLES = re.compile(r"\b(?:cut|set|put|spread|split|cast|shut|built|dug|held|hung|laid|left|worn|paid|kept|drawn)\b")
_LEAST, _MOST = 4, 30


def _in_brackets(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a run-of-river scheme (one that stores next to no water)", "a lug mark (a notch cut in the ear)"."""
    phrase = explained_before(text, start, cue.start())
    told = cue.span("told")
    if not phrase or told[1] > end or not _is_one_of_many(phrase):
        return None
    words = text[slice(*told)]
    if not _LEAST <= len(words.split()) <= _MOST or _OF_ONE.search(words) or not _RESTRICTS.search(words, 4):
        return None
    if words.startswith("one "):
        return Defined(phrase.span, told)
    said = predicate_at(text, *told)
    if not said or said.is_remark or said.is_personal or said.head in LISTS["persons"] | LISTS["outcomes"] or said.head == phrase.head:
        return None
    return Defined(phrase.span, told) if is_nominal(_PARTICIPLES.sub("made", words)) else None


def _is_one_of_many(phrase: NounPhrase) -> bool:
    """Whether a noun phrase is of a kind that may be explained: no name, nobody's own, and not pointed out by "the" and one word."""
    if phrase.is_marked:
        return True
    if phrase.named or phrase.words[-1].isupper() or phrase.article in {"his", "her", "my", "your", "our", "their"}:
        return False
    if phrase.head in LISTS["times"] | LISTS["counted"] | LISTS["outcomes"]:
        return False
    return len(phrase.words) > 1 or phrase.article != "the" or may_be_explained(phrase)


def _meaning(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a ghost kitchen, meaning a restaurant that only delivers", "a ‘break clause’, meaning that either side may leave"."""
    phrase = explained_before(text, start, cue.start())
    if not phrase or not (phrase.quoted or (phrase.is_one and len(phrase.words) > 1 and not cue["that"])):
        return None
    if not _is_one_of_many(phrase) or phrase.words[0].lower() in PLAIN_ADJECTIVES:
        return None
    told = (cue.end(), closed(text, cue.end(), definition_end(text, cue.end(), end)))
    if not phrase.quoted:
        told = (told[0], closed_by_verb(text, *told))
        said = predicate_at(text, *told)
        if not said or said.is_remark or said.head in LISTS["outcomes"] or not _RESTRICTS.search(text, told[0] + 2, told[1]):
            return None
    return Defined(phrase.span, told) if _LEAST - 1 <= len(text[slice(*told)].split()) <= _MOST else None


RULES = (Rule((" (",), _BRACKET, _in_brackets), Rule((" meaning ",), _MEANING, _meaning))
