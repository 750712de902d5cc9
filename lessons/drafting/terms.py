"""Terms where they are explained."""

from __future__ import annotations

from .page import Page
from .records import TermFound


def terms(page: Page) -> list[TermFound]:
    """The terms that a page explains."""
    return []
