"""A page as the finders see it: its parts in order, headings, bullets and paragraphs, without clutter and head matter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .layout import Line
from .records import Head, Span
from .sentences import sentences

Role = Literal["heading", "bullet", "paragraph", "row", "quote"]


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
    lines: tuple[Line, ...]
    clutter: tuple[Span, ...]
    head: Head
    parts: tuple[Part, ...]

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs, headings left out, by their number."""
        return tuple((part.start, part.end) for part in self.parts if part.role != "heading")


def page(text: str, lines: tuple[Line, ...], clutter: tuple[Span, ...], head: Head) -> Page:
    """Lay out what is neither clutter nor head."""
    taken = sorted([*clutter, *head.spans])
    parts: list[Part] = []
    heading: str | None = None
    indents: list[int] = []
    number = 1
    at = 0
    for n, line in enumerate(lines):
        while at < len(taken) and taken[at][1] <= line.start:
            at += 1
        if line.is_blank:
            continue
        if at < len(taken) and taken[at][0] < line.end and taken[at][1] > line.start:
            indents = []
            continue
        if line.mark and not (line.mark in "*-–—" and False):
            while indents and line.indent < indents[-1]:
                indents.pop()
            if not indents or line.indent > indents[-1]:
                indents.append(line.indent)
            parts.append(_part("bullet", text, line.body, line.end, number, heading, len(indents) - 1, line.mark))
        elif _is_heading(text, lines, n):
            indents = []
            words = text[line.start : line.end].lstrip("# ").rstrip()
            start = line.end - len(text[line.start : line.end].lstrip("# "))
            heading = words.rstrip(":").rstrip()
            parts.append(_part("heading", text, start, line.end, number, heading))
            continue
        else:
            indents = []
            role: Role = "row" if "\t" in text[line.start : line.end] else "quote" if text[line.start] == ">" else "paragraph"
            start = line.start + (2 if role == "quote" and text[line.start + 1 : line.start + 2] == " " else role == "quote")
            parts.append(_part(role, text, start, line.end, number, heading))
        number += 1
    return Page(text, lines, clutter, head, tuple(parts))


def _part(role: Role, text: str, start: int, end: int, number: int, heading: str | None, depth: int = 0, mark: str = "") -> Part:
    return Part(role, start, end, number, depth, mark, heading, sentences(text, start, end))


def _is_heading(text: str, lines: tuple[Line, ...], n: int) -> bool:
    """A short line that ends no sentence, with something below it."""
    line = lines[n]
    words = text[line.start : line.end]
    if words.startswith("#"):
        return True
    if len(words) > 90 or len(words.split()) > 12 or words[-1] in ".!;,”’\"')" or "\t" in words:
        return False
    return n + 1 < len(lines) and words[0] not in "“‘\"'>" and not words[0].islower()
