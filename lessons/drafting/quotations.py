"""Quotations with who said them."""

from __future__ import annotations

from collections.abc import Sequence

from .names import People
from .page import Page
from .records import OfficeFound, QuotationFound


def quotations(page: Page, people: People, offices: Sequence[OfficeFound]) -> list[QuotationFound]:
    """The words in quotation marks that somebody said or wrote."""
    return []
