"""Which lines are headings, and not short paragraphs, captions, items of a list without marks or lines of a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..words import data, split
from .layout import Line, is_row

_LISTS = {name: split(text) for name, text in data("headings").items()}
_MARKDOWN = re.compile(r"#{1,6}[ \t]+\S")
_BOLD = re.compile(r"(\*\*|__)[^*_]{2,100}\1:?\Z")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|(?:Chapter|Section|Part|Article|Annex|Appendix) [\dIVXLC]{1,5}[.:]?)\s+[A-Z“‘]")
_FIELD = re.compile(r"(?P<label>[A-Za-z][\w’'/-]*(?: [\w’'/&-]+){0,3}) ?[:/|] ?\S")
_CAPTION = re.compile(r"(?:File |Stock |Main |Top |Lead |Cover )?(?P<word>[A-Za-z]+)(?: by\b| ?\(?©| ?[:/|.–—-]| \d)", re.IGNORECASE)
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{2}")
_CLOSING = "”’\"'"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the article, or what is left of it beside the clutter.

    Attributes:
        n: which line of the text it is.
        start, end: what is left of the line.
        words: its text, the mark of a list left off.
        underlined: whether a rule of "=" or "-" stands right below it.
    """

    n: int
    line: Line
    start: int
    end: int
    words: str
    underlined: bool = False

    @property
    def mark(self) -> str:
        return self.line.mark

    @property
    def width(self) -> int:
        return self.line.indent + self.end - self.line.start


def is_underline(words: str, above: str) -> bool:
    """Whether a line is what Markdown draws below a heading.

    >>> is_underline("=====", "Aims"), is_underline("-----", "A whole paragraph stands above it, and it ends with a stop.")
    (True, False)
    """
    return bool(_UNDERLINE.fullmatch(words)) and 0 < len(above) <= 100 and above[-1] not in ".,;"


def headings(pieces: Sequence[Piece]) -> tuple[bool, ...]:
    """For each piece of a page whether it is a heading."""
    plain = [_is_plain(piece) for piece in pieces]
    found = [False] * len(pieces)
    n = 0
    while n < len(pieces):
        stop = n
        while stop < len(pieces) and plain[stop]:
            stop += 1
        found[n:stop] = _headings_of_run(pieces, n, stop)
        if stop < len(pieces):
            found[stop] = _is_strong(pieces, stop)
        n = stop + 1
    return tuple(found)


def _headings_of_run(pieces: Sequence[Piece], start: int, stop: int) -> list[bool]:
    """The headings among short lines in a row: one or two above prose; three and more are a list, but for the last if it stands apart."""
    found = [_is_strong(pieces, n) for n in range(start, stop)]
    if start == stop or stop == len(pieces) or _goes_on(pieces, start):
        return found
    weak = found.count(False)
    if weak <= 2:
        return [True] * len(found)
    last = pieces[stop - 1]
    if last.n > pieces[stop - 2].n + 1:
        found[-1] = True
    return found


def _goes_on(pieces: Sequence[Piece], n: int) -> bool:
    """Whether a short line is the last of a paragraph that was broken into lines."""
    if not n or pieces[n - 1].n + 1 != pieces[n].n or pieces[n - 1].mark:
        return False
    above = pieces[n - 1].words
    return 40 <= len(above) <= 130 and above[-1] not in ".!?:;…" + _CLOSING


def _is_strong(pieces: Sequence[Piece], n: int) -> bool:
    """Whether a line shows by its form alone that it is a heading: a Markdown mark, an underline, capitals, a number of its own."""
    piece = pieces[n]
    words = piece.words
    if piece.underlined or _MARKDOWN.match(words) or _BOLD.match(words):
        return not piece.mark
    if len(words) > 100 or n + 1 == len(pieces) or is_row(words):
        return False
    if piece.mark:
        return _is_numbered_heading(pieces, n)
    few = len(words.split()) <= 12 and words[-1] not in ".,;" + _CLOSING
    return few and (_is_capitals(words) or bool(_NUMBERED.match(words)))


def _is_capitals(words: str) -> bool:
    """Whether all letters are capitals: more than an abbreviation."""
    return words.upper() == words and len(_CAPITALS.findall(words)) >= 2 and not _is_form(words)


def _is_numbered_heading(pieces: Sequence[Piece], n: int) -> bool:
    """Whether "1. Background" is a heading: nothing of its list stands right above or below it, but a paragraph does."""
    piece, below = pieces[n], pieces[n + 1]
    words = piece.words
    if piece.mark[-1] not in ".)" or len(words) > 80 or len(words.split()) > 10 or words[-1] in ".,;:!" + _CLOSING or words[0].islower():
        return False
    apart = below.n > piece.n + 1 and (not n or pieces[n - 1].n < piece.n - 1)
    if below.mark or below.line.indent > piece.line.indent or (len(below.words) < max(60, len(words)) and not apart):
        return False
    return not (n and pieces[n - 1].mark and pieces[n - 1].n + 1 == piece.n)


def _is_plain(piece: Piece) -> bool:
    """Whether a line has the form of a heading without a mark: short, no sentence, no caption, no line of a form."""
    words = piece.words
    if piece.mark or len(words) > 90 or len(words.split()) > 12 or words[0].islower() or words[0] in ">@#©":
        return False
    quoted = words[0] in "“‘\"'«"
    quoted_end = words[-1] in _CLOSING + "»" and (quoted or words[-2:-1] in {".", "!", "?", ","})
    if words[-1] in ".!;,…" or quoted_end or (quoted and words[-1] == "?"):
        return False
    return not (is_row(words) or _is_form(words) or _leads_in(words))


def _is_form(words: str) -> bool:
    """Whether a line is a caption or a line of a form: "Photo: …", "Venue: Town Hall", "Q: …"."""
    if words[:2] in {"Q.", "Q:", "Q "}:
        return True
    caption = _CAPTION.match(words)
    if caption and caption["word"].lower() in _LISTS["captions"]:
        return True
    field = _FIELD.match(words)
    return field is not None and field["label"].lower() in _LISTS["fields"]


def _leads_in(words: str) -> bool:
    """Whether a line with a colon at its end is a sentence that leads in to what follows, not a heading."""
    if words[-1] != ":":
        return False
    plain = words.lower().replace(":", "").split()
    return bool(plain) and plain[0] not in _LISTS["asks"] and not _LISTS["leads"].isdisjoint(plain)
