"""The lines of a text: where each begins and ends, how far it is indented, and the mark of a list before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .records import Span

# What people and browsers put before the items of a list; a dash or star only with a space behind it.
_MARK = re.compile(r"[•‣◦▪▫●○■□◆➢➤✓✔·]|[-–—*+](?=[ \t])|(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])(?=[ \t])")
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]*(?:\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]|\Z)")
_SPACE = re.compile(r"[ \t\u00a0\u2000-\u200b\u202f\u3000\ufeff]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end.

    Attributes:
        start, end: without the white space around it; start == end for a blank line.
        indent: columns before it; a tab goes to the next multiple of four.
        mark: the mark of a list ("•", "-", "1.", "a)"); empty for none.
        body: where the words begin, behind the mark.
    """

    start: int
    end: int
    indent: int
    mark: str
    body: int

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def is_blank(self) -> bool:
        return self.start == self.end


def lines_of(text: str) -> tuple[Line, ...]:
    r"""The lines of a text.

    >>> [(line.mark, line.indent) for line in lines_of("Aims:\n  • peace\n\n1. trade")]
    [('', 0), ('•', 2), ('', 0), ('1.', 0)]
    """
    found = []
    at = 0
    while at < len(text):
        match = _LINE.match(text, at)
        stop = match.end() if match else len(text)
        start = _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        end = at + len(text[at:stop].rstrip())
        start = min(start, end) if end > at else at
        end = max(end, start)
        mark = _MARK.match(text, start, end) if end > start else None
        body = _SPACE.match(text, mark.end()).end() if mark else start  # type: ignore[union-attr]
        if mark and body >= end:
            mark, body = None, start
        found.append(Line(start, end, _columns(text[at:start]), mark[0] if mark else "", body))
        at = stop
    return tuple(found)


def _columns(space: str) -> int:
    width = 0
    for letter in space:
        width = width // 4 * 4 + 4 if letter == "\t" else width + 1
    return width
