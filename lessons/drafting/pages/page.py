"""A page as the finders see it: its parts in order, headings, bullets and paragraphs, without clutter and head matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..records import Head, Span
from .headings import Piece, headings, is_underline
from .layout import Line, is_row, is_rule
from .sentences import sentences
from .wrapping import goes_on, width_of

Role = Literal["heading", "bullet", "paragraph", "row", "quote"]

_HEADING = re.compile(
    r"(?:#{1,6}[ \t]+|\*\*|__)?(?P<number>\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Z])[.)][ \t]+|\d(?:\.\d{1,2}){1,3}[ \t]+)?"
)
_CLOSED = re.compile(r"[ \t]*(?:\*\*|__|[ \t]#{1,6})?[ \t]*:?[ \t]*(?:\*\*|__)?\Z")
_REST = 40  # letters of a line beside clutter or a dateline that make it worth keeping


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the article that belongs together; a paragraph that was broken into several lines is one part.

    Attributes:
        role: "row" is a line of a table (cells apart by tabs), "quote" a block that is quoted as a whole.
        start, end: its words, without the mark of a list.
        number: which paragraph of the article it is, from 1; a heading has that of the paragraph after it.
        depth: of a bullet, from 0.
        mark: of a bullet: "•", "1.".
        heading: the words of the heading that it stands under; None for none.
        sentences: their spans.
    """

    role: Role
    start: int
    end: int
    number: int
    depth: int = 0
    mark: str = ""
    heading: str | None = None
    sentences: tuple[Span, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Page:
    """An article laid out. `parts` holds neither clutter nor the head (title, by-line, stamp)."""

    text: str
    clutter: tuple[Span, ...]
    head: Head
    parts: tuple[Part, ...]

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs, headings left out, by their number."""
        return tuple((part.start, part.end) for part in self.parts if part.role != "heading")


def page(text: str, lines: tuple[Line, ...], clutter: tuple[Span, ...], head: Head) -> Page:
    """Lay out what is neither clutter nor head."""
    pieces = _pieces(text, lines, sorted([*clutter, *head.spans]))
    return Page(text, clutter, head, tuple(_parts(text, pieces)))


def _pieces(text: str, lines: Sequence[Line], taken: Sequence[Span]) -> list[Piece]:
    """The lines that are left, without blank lines, rules and the underlines of headings."""
    found: list[Piece] = []
    at = 0
    for n, line in enumerate(lines):
        while at < len(taken) and taken[at][1] <= line.start:
            at += 1
        start, end = _left(line, taken, at)
        words = text[max(start, line.body) : end].strip()
        if not words:
            continue
        if not is_rule(text[start:end]):
            end = max(start, line.body) + len(text[max(start, line.body) : end].rstrip())
            found.append(Piece(n, line, end - len(words), end, words))
        elif found and found[-1].n == n - 1 and is_underline(words, found[-1].words):
            above = found[-1]
            found[-1] = Piece(above.n, above.line, above.start, above.end, above.words, underlined=True)
    return found


def _left(line: Line, taken: Sequence[Span], at: int) -> Span:
    """What clutter and head leave of a line: all, nothing, or the rest of a paragraph behind its dateline."""
    longest, start, free = (line.start, line.start), line.start, True
    while at < len(taken) and taken[at][0] < line.end:
        free = False
        if taken[at][0] - start > longest[1] - longest[0]:
            longest = start, taken[at][0]
        start = max(start, taken[at][1])
        at += 1
    if free:
        return line.span
    if line.end - start > longest[1] - longest[0]:
        longest = start, line.end
    return longest if longest[1] - longest[0] >= _REST else (line.start, line.start)


def _parts(text: str, pieces: Sequence[Piece]) -> Iterator[Part]:
    """The parts of a page, lines joined, each with its number, depth and heading."""
    is_heading = headings(pieces)
    width = width_of(pieces)
    heading: str | None = None
    levels: list[tuple[int, str]] = []
    number, n = 1, 0
    while n < len(pieces):
        piece = pieces[n]
        if is_heading[n]:
            start, end = _heading_span(text, piece)
            heading, levels = text[start:end], []
            yield Part("heading", start, end, number, 0, "", heading, sentences(text, start, end))
            n += 1
            continue
        stop = n + 1
        while stop < len(pieces) and not is_heading[stop] and goes_on(piece, pieces[stop - 1], pieces[stop], width):
            stop += 1
        role, start = _role(text, piece)
        levels = _levels(levels, piece) if role == "bullet" else []
        depth, mark = (len(levels) - 1, piece.mark) if levels else (0, "")
        end = pieces[stop - 1].end
        yield Part(role, start, end, number, depth, mark, heading, sentences(text, start, end))
        number += 1
        n = stop


def _role(text: str, piece: Piece) -> tuple[Role, int]:
    """What a piece is, and where its words begin."""
    if piece.mark:
        return "bullet", piece.start
    if piece.words[0] == ">":
        return "quote", piece.end - len(piece.words.lstrip("> \t"))
    return "row" if is_row(piece.words) else "paragraph", piece.start


def _heading_span(text: str, piece: Piece) -> Span:
    """The words of a heading: without the marks of Markdown, its number and a colon at the end."""
    opened = _HEADING.match(text, piece.start, piece.end)
    closed = _CLOSED.search(text, max(piece.start, piece.end - 20), piece.end)
    start = opened.end() if opened else piece.start
    end = closed.start() if closed else piece.end
    return (start, end) if end > start else (piece.start, piece.end)


def _levels(levels: list[tuple[int, str]], piece: Piece) -> list[tuple[int, str]]:
    """The lists that a bullet stands in, the outermost first: one per indent, or per mark where all indents are alike."""
    here = piece.line.indent, _kind(piece.mark)
    for n, (indent, kind) in enumerate(levels):
        if here[0] < indent or here == (indent, kind):
            return [*levels[:n], here]
    if levels and here[0] == levels[-1][0] and not (here[1] in "◦○▫–o" or levels[-1][1] == "1"):
        return [*levels[:-1], here]
    return [*levels, here]


def _kind(mark: str) -> str:
    """Bullets are of one kind by their letter, numbers by their writing."""
    bare = mark.strip("().")
    return "1" if bare.isdigit() else "a" if bare.isalpha() and mark != "o" else mark
