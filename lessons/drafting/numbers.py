"""Numbers with what they count."""

from __future__ import annotations

from collections.abc import Sequence

from .page import Page
from .records import DateFound, NumberFound


def numbers(page: Page, dates: Sequence[DateFound]) -> list[NumberFound]:
    """The numbers of a page; what is part of a date is none."""
    return []
