"""Where sentences end."""

from __future__ import annotations

import re

from .records import Span
from .words import data, split

_ABBREVIATIONS = split(data("sentences")["abbreviations"])
# An end mark with what closes behind it; then white space, or, where a space was lost in pasting, a capital with a small letter behind it.
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s|[A-ZÀ-Þ][a-z’']|[“\"‘])")
_WORD_BEFORE = re.compile(r"[\w.’'-]{1,15}\Z")
_NEXT = re.compile(r"\s*[\"“‘'«(\[]*(?P<next>[^\s])")


def sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of a stretch of text, white space around them left off.

    >>> text = "It met on 5 Oct. in Pune. Dr. Rao came.Nobody else did."
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['It met on 5 Oct. in Pune.', 'Dr. Rao came.', 'Nobody else did.']
    """
    found: list[Span] = []
    at = _skip(text, start, end)
    for match in _END.finditer(text, start, end):
        if match.start() >= at and _ends(text, match, end):
            found.append((at, match.end()))
            at = _skip(text, match.end(), end)
    if at < end:
        stop = end
        while stop > at and text[stop - 1].isspace():
            stop -= 1
        if stop > at:
            found.append((at, stop))
    return tuple(found)


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    """Whether an end mark ends a sentence: not after an abbreviation or an initial, not before a small letter."""
    following = _NEXT.match(text, match.end(), end)
    if not following:
        return True
    letter = following["next"]
    if letter.islower():
        return False
    if match[0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 15), match.start())
    word = before[0] if before else ""
    if len(word) == 1 and word.isupper():
        return False
    bare = word.lower().strip(".")
    if bare in _ABBREVIATIONS:
        return False
    return not ("." in word.strip(".") and letter.isupper() and word[:1].isupper() and len(bare) <= 4)
