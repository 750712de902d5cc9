"""The lines of a text: where each begins and ends, how far it is indented, and the mark of a list before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import Span

# What people and browsers put before the items of a list; a dash or star only with a space behind it, Word's "o" only with a tab or before
# a capital.
_MARK = re.compile(
    r"[•‣⁃∙◦▪▫●○■□◆◇➢➤➔→⇒»►▶✓✔✗·\uf0b7\uf0a7]|[-–—*+](?=[ \t\u00a0])|o(?=\t|[ \u00a0]{1,3}[A-Z0-9“‘])"
    r"|(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])(?=[ \t\u00a0])"
)
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]*+(?:\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]|\Z)")
_BLANK = " \t\u00a0\u2000-\u200b\u202f\u3000\ufeff"
_WHITE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u00a0\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))
_SPACE = re.compile(rf"[{_BLANK}]*+")
_CELLS = re.compile(r"\t| \| |^\||\S {3,}\S")
_WORD = re.compile(r"\w")


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
    return tuple(_line(text, match.start(), match.end()) for match in _LINE.finditer(text) if match.end() > match.start())


def _line(text: str, at: int, stop: int) -> Line:
    start = _end_of_space(text, at, stop)
    end = at + len(text[at:stop].rstrip(_WHITE))
    if start >= end:
        return Line(at, at, 0, "", at)
    mark = _MARK.match(text, start, end)
    body = _end_of_space(text, mark.end(), end) if mark else start
    if not mark or body >= end:
        return Line(start, end, _columns(text[at:start]), "", start)
    return Line(start, end, _columns(text[at:start]), mark[0], body)


def _end_of_space(text: str, at: int, stop: int) -> int:
    match = _SPACE.match(text, at, stop)
    return match.end() if match else at


def _columns(space: str) -> int:
    if "\t" not in space:
        return len(space)
    width = 0
    for letter in space:
        width = width // 4 * 4 + 4 if letter == "\t" else width + 1
    return width


def is_row(words: str) -> bool:
    r"""Whether a line is cells of a table: apart by tabs, by " | ", or, in a short line, by three spaces.

    >>> is_row("North\t702"), is_row("North | 702"), is_row("It rained.")
    (True, True, False)
    """
    found = _CELLS.search(words[:400])
    return found is not None and ("   " not in found[0] or len(words) <= 100)


def is_rule(words: str) -> bool:
    """Whether a line holds neither letters nor digits: "-----", "* * *"."""
    return not _WORD.search(words.replace("_", "-"))
