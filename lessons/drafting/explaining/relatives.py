"""Explanations in a relative clause: "the draught, which is the depth that a hull needs", "soil crusts, which are thin layers that …".

The noun before must be one that a writer explains, and what is said of it must hold of all of its kind and at all times.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..records import Span
from .asides import PRESENT, general, is_of_kind
from .explanations import DEPENDS, NOT_FIRST, is_nominal
from .noun_phrases import VERBS, NounPhrase, noun_before
from .phrases import FINITE, LISTS, Defined, Rule, definition_end
from .predicates import Predicate

_ADVERB = r"(?:(?:simply|basically|essentially|really|just|roughly|in essence|in effect|by definition|in fact|nothing more than) )?"
_WHICH = re.compile(
    rf"[”’\"']?(?:,| –| —|,[”’\"'])? which (?:(?:in|to|for|among|at|on) (?:the "
    rf"|an? )?[\w’-]{{2,20}}(?: [\w’-]{{2,20}})? )?(?P<verb>is|are) {_ADVERB}(?=[a-z])"
)
# "plugfest, which is what the trade calls a meeting where …".
_CALLED_SO = re.compile(
    r"[”’\"']?(?:(?: (?:in|at|on) [A-Z][\w’-]{1,30})?,[”’\"']? which)? is (?:what|how) (?:[\w’-]{1,20} ){1,4}?"
    r"(?:calls?|name|describes?|refers? to) "
    r"(?=an?\b|the\b|[a-z])"
)
# "A walk-away clause, which lets a buyer …", "the plank rate, under which a passenger …".
_ANYBODY = r"(?=(?:an?|any|anyone|every|each|no|nobody|only)\b)"
_LETS = re.compile(
    r"[”’\"']?,[”’\"']? (?:which (?P<verb>lets|allows|entitles|obliges|requires|forbids|permits)|(?:under|by) which) "
    rf"{_ANYBODY}"
)
_WHOLE = re.compile(r" (?:between|of|from) (?:what|the|two|one)\b")
_NEXT = re.compile(r"[\w’']{1,20}")
_THAT_DO = re.compile(r"[a-z]s? (?:that|which|who) (?!(?:was|were|had|did|would|could)\b)[a-z]{2,20}(?<!ed)\b")
_CLOSERS = FINITE | VERBS | LISTS["prepositions"] | {"and", "but", "so", "because", "when", "if"}
_GENITIVE = ("’s", "'s", "s’", "s'")
_LISTED = re.compile(r", (?:[\w’-]{2,20}(?: [\w’-]{2,20})?, ){0,4}[\w’-]{2,20}(?: [\w’-]{2,20})? (?:and|or) ")


def closed_by_verb(text: str, at: int, stop: int) -> int:
    """Where an explanation is closed by a comma behind its clause, or before a verb or a preposition; the commas of a list do not close it.

    >>> text = "layers of moss, lichen and sand that bind the soil, cover it"
    >>> text[: closed_by_verb(text, 0, len(text))]
    'layers of moss, lichen and sand that bind the soil'
    """
    comma = text.find(", ", at, stop)
    for _ in range(6):
        if comma < 0:
            return stop
        listed = _LISTED.match(text, comma, stop)
        if listed:
            comma = text.find(", ", listed.end(), stop)
            continue
        word = _NEXT.match(text, comma + 2, stop)
        low = word[0].lower() if word else ""
        if DEPENDS.search(text, at, comma) or low in _CLOSERS:
            return comma
        comma = text.find(", ", comma + 1, stop)
    return stop


def clause_at(text: str, at: int, end: int) -> Span | None:
    """What a relative clause says, if it is a noun phrase of three words and more."""
    word = _NEXT.match(text, at, end)
    if not word or word[0].lower() in NOT_FIRST or word[0][0].isupper() or word[0][0].isdigit():
        return None
    stop = closed_by_verb(text, at, definition_end(text, at, end))
    return (at, stop) if len(text[at:stop].split()) > 2 and is_nominal(text[at:stop]) else None


def explained_before(text: str, start: int, at: int) -> NounPhrase | None:
    """The noun phrase before a mark or a comma, without a genitive: of "the snow’s albedo" the albedo is told."""
    phrase = noun_before(text, start, at + (text[at] in "”’\"'" and text[at - 1] != " "))
    if not phrase or phrase.quoted:
        return phrase
    owner = next((n for n, word in enumerate(phrase.words[:-1]) if word.endswith(_GENITIVE)), None)
    if owner is None:
        return phrase
    words = phrase.words[owner + 1 :]
    named = any(word[0].isupper() for word in words)
    return replace(phrase, span=(phrase.span[1] - len(" ".join(words)), phrase.span[1]), words=words, article="the", named=named)


def may_be_explained(phrase: NounPhrase | None) -> bool:
    """Whether a noun phrase is none of everyday words, no name and nobody's own."""
    if phrase is None or phrase.is_marked:
        return phrase is not None
    own = phrase.article in {"his", "her", "my", "your", "our", "their"}
    people = LISTS["persons"] | LISTS["roles"] | LISTS["named"]
    return not (phrase.named or phrase.is_plain or own or phrase.head in people or phrase.words[-1].isupper())


def _which(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the mass balance, which is simply the difference between what …", "Crusts, which are layers that …"."""
    phrase = explained_before(text, start, cue.start())
    if not phrase or not may_be_explained(phrase):
        return None
    told = clause_at(text, cue.end(), end)
    said = general(text, told, not text.startswith("the ", told[0])) if told else None
    if not told or not said:
        return None
    sure = _many(phrase, said) if cue["verb"] == "are" else _one(phrase, said)
    return Defined(phrase.span, told) if sure else None


def _many(phrase: NounPhrase, said: Predicate) -> bool:
    """Whether several are told of as a kind: "which are thin layers of moss that bind the sand"."""
    if not phrase.is_plural or said.article or (phrase.is_definite and not phrase.is_marked and len(phrase.words) < 2):
        return False
    return bool(_THAT_DO.search(said.words)) or (is_of_kind(said) and said.has_purpose)


def _one(phrase: NounPhrase, said: Predicate) -> bool:
    if phrase.is_plural and not phrase.is_marked and said.article:
        return False
    if said.article == "the":
        wide = len(phrase.words) > 1 and said.has_purpose and said.is_present
        return wide or said.is_process or ((said.is_measure or said.is_kind) and (said.is_present or bool(_WHOLE.search(said.rest[:60]))))
    if said.article in {"a", "an"}:
        loose = phrase.is_definite and not phrase.is_marked and len(phrase.words) < 2
        return not loose and is_of_kind(said) and bool(PRESENT.search(said.words) or said.has_purpose)
    return said.is_bare and (said.is_natural or is_of_kind(said)) and bool(PRESENT.search(said.words))


def _called_so(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a plugfest in Bilbao, which is what the trade calls a meeting where …"."""
    phrase = explained_before(text, start, cue.start())
    told = clause_at(text, cue.end(), end)
    if not phrase or not told or phrase.named or (phrase.is_plain and not phrase.is_marked):
        return None
    return Defined(phrase.span, told)


def _lets(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a material adverse change clause, which lets a buyer walk away", "the plank rate, under which a passenger pays no more"."""
    phrase = explained_before(text, start, cue.start())
    told = cue.start("verb") if cue["verb"] else cue.end(), definition_end(text, cue.end(), end)
    if not phrase or not may_be_explained(phrase) or _TOLD.search(text, *told) or len(text[slice(*told)].split()) < _FEW_WORDS:
        return None
    return Defined(phrase.span, told)


_FEW_WORDS = 4
# What was, or will be, is told of one thing and no kind.
_TOLD = re.compile(r"\b(?:was|were|had|did|will|would|has been|have been)\b")

RULES = (Rule((" is what", " is how"), _CALLED_SO, _called_so), Rule((" which ",), _WHICH, _which), Rule((" which ",), _LETS, _lets))
