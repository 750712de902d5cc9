"""Labelled points: bullets with a label, and "First, LABEL. …" paragraphs."""

from __future__ import annotations

from .page import Page
from .records import PointFound


def points(page: Page) -> list[PointFound]:
    """The labelled points of a page."""
    return []
