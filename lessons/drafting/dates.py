"""Date expressions with what happened."""

from __future__ import annotations

from .page import Page
from .records import DateFound


def dates(page: Page) -> list[DateFound]:
    """The dates of a page."""
    return []
