"""What a page says of itself: title, author, publisher, date of publication."""

from __future__ import annotations

from .layout import Line
from .records import Head, Span


def head(text: str, lines: tuple[Line, ...], clutter: tuple[Span, ...], published: str | None = None) -> Head:
    """Title, author, publisher and date; a date that is given goes before what the page says."""
    return Head(published=published)
