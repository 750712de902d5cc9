"""Which words are the term: behind a cue ("called the X"), or before one ("X, that is, …")."""

from __future__ import annotations

import re

from ..records import Span
from .phrases import FINITE, LISTS

_OPEN = re.compile(r"(?:(?:the|an?|The|An?)\s+)?(?P<mark>[“‘\"'*_`]{0,2})(?=\w)")
_QUOTES = re.compile(r" [“‘\"']\w")
_CLOSE = re.compile("[”’\"'*_`]")
_TOKEN = re.compile(r"[\w’'-]{0,40}\w(?:\.\d{1,4})?")
_WORD = re.compile(r"[\w’'-]{1,60}")
_QUOTED = re.compile(r"[“‘\"'*_](?P<term>[^“”‘\"*_\n]{2,40}?)[,.]?[”’\"'*_]{1,2}\Z")
_LAST = re.compile(r"(?:\b[A-Z]{2,8}|(?<![\w’'-])[a-z][a-z-]{4,30})\Z")
_FOREIGN = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]{0,30} ){0,3}[\w’'-]{1,40}\Z")
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty several many others".split())
_WINDOW = 60  # letters before a cue in which its term begins


def term_at(text: str, at: int, end: int, most: int = 4) -> Span | None:
    """The term that begins behind an article and a mark at `at`: what the marks enclose, or words up to one that is no part of it.

    >>> text = "known as the dry rule of thumb"
    >>> text[slice(*term_at(text, 9, len(text)))]
    'dry rule'
    """
    opened = _OPEN.match(text, at, end)
    if not opened:
        return None
    if opened["mark"]:
        return _enclosed(text, opened.end(), end)
    end = next((mark.start() for mark in _QUOTES.finditer(text, opened.end(), min(end, opened.end() + 80))), end)
    start = stop = opened.end()
    for n, token in enumerate(_TOKEN.finditer(text, start, min(end, start + 80))):
        word = token[0].lower()
        if n == most or word in LISTS["stops"] or (n and text[stop : token.start()] != " "):
            if n > 1 and word in LISTS["taking"] and text[start:stop].endswith(("s", "ed")):
                stop = text.rindex(" ", start, stop)
            break
        stop = token.end()
    return (start, stop) if stop > start else None


def _enclosed(text: str, start: int, end: int) -> Span | None:
    """What stands between marks that opened right before `start`."""
    for close in _CLOSE.finditer(text, start, min(end, start + _WINDOW)):
        if close[0] not in "’'" or not text[close.end() : close.end() + 1].isalnum():
            return start, start + len(text[start : close.start()].rstrip(",."))
    return None


def term_before(text: str, start: int, end: int, most: int = 3) -> Span | None:
    """The term that ends at `end`: in marks, or the words behind an article or a preposition.

    >>> text = "It needs a buffer stock"
    >>> text[slice(*term_before(text, 0, len(text)))]
    'buffer stock'
    """
    from_ = max(start, end - _WINDOW)
    end = from_ + len(text[from_:end].rstrip(" ,"))
    quoted = _QUOTED.search(text, from_, end)
    if quoted:
        words = quoted["term"].lower().split()
        return quoted.span("term") if len(words) <= most and not _is_edge(words[0]) else None
    tokens = list(_WORD.finditer(text, from_, end))[-most - 1 :]
    if not tokens or tokens[-1].end() != end:
        return None
    for n in range(len(tokens) - 1, -1, -1):
        word = tokens[n][0].lower()
        if _is_edge(word):
            return _checked(text, tokens[n + 1 :])
        if word in FINITE or (n + 1 < len(tokens) and text[tokens[n].end() : tokens[n + 1].start()] != " "):
            return None
    return _checked(text, tokens) if tokens[0].start() == start and len(tokens) <= most else None


def _is_edge(word: str) -> bool:
    """Whether a word stands right before a term."""
    return word in LISTS["articles"] or word in LISTS["prepositions"]


def _checked(text: str, tokens: list[re.Match[str]]) -> Span | None:
    if not tokens or tokens[0][0].lower() in LISTS["pointing"]:
        return None
    return tokens[0].start(), tokens[-1].end()


def last_word(text: str, start: int, end: int) -> Span | None:
    """The one word before a place, where nothing shows where a term begins: an abbreviation, or a long word in small letters.

    >>> text = "They measured albedo"
    >>> text[slice(*last_word(text, 0, len(text)))]
    'albedo'
    """
    match = _LAST.search(text, max(start, end - 40), end)
    if not match or match[0] in FINITE or match[0].endswith(("ed", "ly")):
        return None
    before = text[max(start, match.start() - 12) : match.start()].lower().split()
    return None if before and before[-1] in LISTS["pointing"] else match.span()


def foreign_before(text: str, start: int, end: int) -> Span | None:
    """The foreign word before its translation: in marks, a run of words with capitals, or the one word.

    >>> text = "They wore the kanga ("
    >>> text[slice(*foreign_before(text, 0, len(text)))]
    'kanga'
    """
    from_ = max(start, end - _WINDOW)
    end = from_ + len(text[from_:end].rstrip(" ,("))
    quoted = _QUOTED.search(text, from_, end)
    if quoted:
        return quoted.span("term")
    match = _FOREIGN.search(text, from_, end)
    words = match[0].split(" ") if match else [""]
    last = words[-1].lower()
    if not match or last in FINITE or _is_edge(last) or last in LISTS["pointing"] or last in LISTS["naming"]:
        return None
    if last.endswith("ed") or words[-1] in LISTS["languages"]:
        return None
    if words[-1][0].islower():
        return match.end() - len(last), match.end()
    return match.start() + (
        len(words[0]) + 1 if len(words) > 1 and words[0].lower() in LISTS["openers"] | {"the", "a", "an"} else 0
    ), match.end()


def is_term(text: str, term: Span, at: int, other: bool = True) -> bool:
    """Whether the words behind a cue at `at` are a term: in small letters or, where they are another name, a name with "the"."""
    words = text[slice(*term)].lower().split()
    if (
        len(words) > 5
        or words[0] in _NUMBERS
        or words[0] in LISTS["pointing"]
        or words[0] in LISTS["particles"]
        or not LISTS["taking"].isdisjoint(words[1:])
    ):
        return False
    if words[0] in LISTS["taking"] and (words[0] != "the" or len(words) == 1 or text[term[0] - 1] not in "“‘\"'"):
        return False
    return text[term[0]].islower() or (other and text.startswith("the ", at))
