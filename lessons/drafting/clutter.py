"""What of a pasted page is not the article."""

from __future__ import annotations

from .layout import Line
from .records import Span


def clutter(text: str, lines: tuple[Line, ...]) -> tuple[Span, ...]:
    """The stretches that are not the article, in order."""
    return ()
