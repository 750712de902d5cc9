"""Text that was broken into lines at a width: which lines belong to one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .headings import Piece
from .layout import is_row

_ENDS = ".!?:;…”\"’'"
_LONG = 130  # columns; nobody wraps wider


def width_of(pieces: Sequence[Piece]) -> int:
    """The width at which a page's lines were broken; 0 for none: lines are then paragraphs.

    What tells is lines of middling length that end no sentence and go on below with a small letter.
    """
    found = [one.width for one, below in pairwise(pieces) if _is_broken(one, below)]
    long = sum(len(one.words) > _LONG for one in pieces)
    return max(found) if len(found) >= 2 and long * 5 <= len(pieces) else 0


def _is_broken(one: Piece, below: Piece) -> bool:
    return (
        one.n + 1 == below.n
        and 40 <= len(one.words) <= _LONG
        and not below.mark
        and below.words[0].islower()
        and one.words[-1] not in _ENDS
        and not is_row(one.words)
    )


def goes_on(first: Piece, above: Piece, below: Piece, width: int) -> bool:
    """Whether a line is the next one of the paragraph or bullet that began with `first` and has come down to `above`."""
    if above.n + 1 != below.n or is_row(above.words) or is_row(below.words) or below.words[0] == ">":
        return False
    small, ended = below.words[0].islower(), above.words[-1] in _ENDS
    if below.mark and not (below.mark in "-–—" and small and not ended and not first.mark and width):
        return False
    if small and not ended and len(above.words) >= 40:
        return True
    if first.mark and not (small or below.line.indent > first.line.indent):
        return False
    if first.mark and small and not ended:
        return True
    if not width or len(above.words) > _LONG:
        return False
    if not first.mark and ended and below.line.indent >= above.line.indent + 2:
        return False
    return _is_full(above, below, width, ended)


def _is_full(above: Piece, below: Piece, width: int, ended: bool) -> bool:
    """Whether the first word of the next line would not have fitted; lines of a proportional font differ in length."""
    if not ended and above.width >= 0.75 * width:
        return True
    return above.width + 1 + len(below.words[:40].split(None, 1)[0]) > width * 0.98
