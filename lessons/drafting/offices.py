"""People with the offices that they hold or held."""

from __future__ import annotations

from .names import People
from .page import Page
from .records import OfficeFound


def offices(page: Page, people: People) -> list[OfficeFound]:
    """The people of a page who stand with an office."""
    return []
