"""Between an office and its holder: a word for the holder ("the captain, striker ‖"), the body's name ("head of the union, Unite, ‖")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..words import data, split
from .capitals import GIVEN, HONORIFICS, bare_letters
from .office_heads import is_head
from .office_phrases import DETERMINERS, Phrase, Token, head_of, tokens
from .phrases_before import ending_with

_NOUNS = split(data("offices")["descriptions"])
_BODIES = split(data("names")["bodies"]) | split(data("offices")["bodies_too"]) | split(data("offices")["kinds_of_bodies"])
_NO_BODY = frozenset().union(*GIVEN.values(), *HONORIFICS.values())
_TOLD = re.compile(r",\s(?P<who>(?:(?:the|an?)\s)?(?:\d{1,3}-year-old\s)?(?:[A-Z]?[a-z-]{2,20}\s){0,3}(?P<noun>[a-z][a-z-]{3,22})\s)\Z")
_NAMED = re.compile(r",\s(?P<body>[A-ZÀ-Þ][\w&.-]{1,30}(?:\s(?:of\s|and\s|for\s|the\s)?[A-ZÀ-Þ][\w&.-]{1,30}){0,5}),\s\Z")
_WINDOW = 200


def holder_told(text: str, start: int, at: int) -> int | None:
    """Where a word for the holder of an office, named at a place, begins; None where no such word stands there.

    >>> text = "Its captain, the former striker Ana Ruiz, left."
    >>> text[: holder_told(text, 0, text.index("Ana"))]
    'Its captain, '
    """
    told = _TOLD.search(text, max(start, at - 100), at)
    return told.start("who") if told and told["noun"] in _NOUNS and not is_head(told["noun"]) else None


def of_named_body(text: str, start: int, at: int) -> Phrase | None:
    """The office before the kind of a body and its name: "The head of the union, Unite, ‖"; its body is the one named.

    >>> text = "The head of the dockers’ union, Unite, Ana Ruiz, left."
    >>> found = of_named_body(text, 0, text.index("Ana"))
    >>> found.core, found.rest
    ('head', 'of Unite')
    """
    named = _NAMED.search(text, max(start, at - 120), at) if text[at - 2 : at] == ", " else None
    if not named or bare_letters(named["body"].split()[0]) in _NO_BODY:
        return None
    words = tokens(text, max(start, named.start() - _WINDOW), named.start())
    link = _link(words)
    phrase = ending_with(text, words[:link], True) if link else None
    if phrase is None or phrase.plural or not (phrase.determiner or phrase.owner):
        return None
    return replace(phrase, end=named.end("body"), rest=f"{words[link].low} {named['body']}")


def _link(words: Sequence[Token]) -> int:
    """The place of the "of" that joins a head to the kind of a body at the end; 0 for none."""
    if len(words) < 4 or words[-1].word not in _BODIES:
        return 0
    for n in range(len(words) - 2, max(0, len(words) - 9), -1):
        if words[n].low in {"of", "at", "for"} and head_of(words[n - 1]):
            return n if words[n + 1].low in DETERMINERS else 0
        if words[n].breaks and words[n].low not in DETERMINERS:
            return 0
    return 0
