"""Offices told by "one": in "Peru has had four ministers of health. The present one, Ana Ruiz, …" the last head before is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from .office_heads import is_head, singular
from .office_phrases import DETERMINERS, Phrase, head_of, tokens
from .phrases_behind import starting_with

_ONE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s(?:(?P<past>previous|former|last|first|last but one|earliest|late)"
    r"|present|current|new|newest|latest|next|outgoing|incoming|second|third|fourth|fifth|sixth|most recent|other)"
    r"\s(?:one|of (?:them|these|those|the (?:two|three|four|five|six))),\s\Z"
    r"|\b(?:[Ii]ts|[Tt]heir)\s(?:first|second|third|fourth|fifth|next|present|current),\s\Z"
)
# One of several whom somebody or something has: "one of his predecessors, ‖", "another of its directors, ‖".
_ONE_OF = re.compile(
    r"\b(?:[Oo]ne|[Aa]nother|[Tt]he (?:first|second|third|fourth|fifth|last|latest|youngest|oldest|eldest)) of"
    r" (?P<owner>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur) (?P<core>(?:[\w-]{2,20} ){0,2}?(?P<head>[a-z-]{4,20}s)),\s\Z"
)
_OPPOSITE = re.compile(r"\b(?P<owner>[Hh]is|[Hh]er|[Tt]heir) (?P<whose>(?:[A-Z][\w-]{2,20} ){0,2})opposite number,? \Z")
_FAR = 300


def by_one(text: str, start: int, at: int) -> Phrase | None:
    """The office that "The present one, " before a name stands for; None where no office is named before.

    >>> text = "Peru has had four ministers of health. The present one, Ana Ruiz, left."
    >>> found = by_one(text, 0, text.index("Ana"))
    >>> found.core, found.head, found.rest, found.former
    ('minister', 'minister', 'of health', False)
    """
    if text[at - 2 : at] != ", ":
        return None
    one = _ONE.search(text, max(start, at - 40), at)
    if not one:
        return None
    words = tokens(text, max(0, one.start() - _FAR), one.start())
    last = next((n for n in range(len(words) - 1, -1, -1) if _is_meant(words[n].word)), None)
    if last is None:
        return None
    first = last
    while first and last - first < 4 and not words[first - 1].breaks and words[first - 1].low not in DETERMINERS:
        if words[first - 1].is_possessive:
            break
        first -= 1
    read = starting_with(text, words[first:])
    head = head_of(words[last]) or ""
    if read is None:
        return None
    named = read[0].core.rpartition(" ")[0]
    core = f"{named} {singular(words[last].word) or words[last].word}".strip()
    return replace(read[0], start=one.start(), end=at - 2, core=core, head=head, former=bool(one["past"]), determiner="the", plural=False)


def one_of(text: str, start: int, at: int) -> Phrase | None:
    """The office that "one of his predecessors, " before a name tells.

    >>> text = "In May one of its directors, Ana Ruiz, left."
    >>> found = one_of(text, 0, text.index("Ana"))
    >>> found.owner, found.core, found.head
    ('its', 'director', 'director')
    """
    match = _ONE_OF.search(text, max(start, at - 90), at) if text[at - 2 : at] == ", " else None
    head = singular(match["head"]) if match else None
    if match is None or head is None:
        return None
    return Phrase(match.start(), at - 2, match["owner"].lower(), f"{match['core'].rpartition(' ')[0]} {head}".strip(), head)


def opposite(text: str, start: int, at: int) -> Phrase | None:
    """The office that "his Peruvian opposite number, " before a name tells: that of the counterpart.

    >>> text = "He met his Peruvian opposite number, Ana Ruiz."
    >>> found = opposite(text, 0, text.index("Ana"))
    >>> found.owner, found.core
    ('his', 'Peruvian counterpart')
    """
    match = _OPPOSITE.search(text, max(start, at - 70), at) if text[at - 2 : at].strip(",") in {" ", "r "} else None
    if match is None:
        return None
    return Phrase(match.start(), at - 1, match["owner"].lower(), f"{match['whose']}counterpart", "counterpart")


def _is_meant(word: str) -> bool:
    return singular(word) is not None or is_head(word)
