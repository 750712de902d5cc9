"""Titles that are whole sentences, and so look like prose: "The pier is old. The board is older."."""

from __future__ import annotations

from collections.abc import Sequence

from .bylines import byline
from .looks import Look

_HEADLINE = 150  # characters of a headline of whole sentences


def is_headline(page: Sequence[Look], n: int) -> bool:
    """Whether a line of whole sentences stands alone, with the date, the writer or a share bar below it and at most a subtitle between."""
    one = page[n]
    if one.sort or one.length > _HEADLINE or one.mark or not _is_begun(page, n) or not is_alone(page, n):
        return False
    subtitles = 0
    for below in page[n + 1 : n + 5]:
        if below.stamp or below.sort in {"share", "photo", "credit"} or byline(below.words, bare=False) is not None:
            return byline(one.words) is None
        if below.prose and (subtitles or below.length > 1.5 * _HEADLINE):
            return False
        subtitles += below.prose
    return False


def _is_begun(page: Sequence[Look], n: int) -> bool:
    """Whether a line begins a block, or stands right below a menu."""
    return page[n].apart or n == 0 or page[n - 1].sort == "menu"


def is_alone(page: Sequence[Look], n: int) -> bool:
    return n + 1 >= len(page) or page[n + 1].apart


def is_signed(page: Sequence[Look], n: int) -> bool:
    """Whether a stamp or a by-line with "by" stands right below a line that is none itself."""
    below = page[n + 1 : n + 2]
    return byline(page[n].words) is None and any(
        not one.prose and (one.stamp or byline(one.words, bare=False) is not None) for one in below
    )


def is_sentence_title(page: Sequence[Look], n: int) -> bool:
    """A headline that is a sentence: short, alone, and with longer prose below it."""
    one = page[n]
    stop = n + 1
    while stop < len(page) and not page[stop].apart:
        stop += 1
    if stop - n > 3 or stop >= len(page) or not _is_begun(page, n) or one.mark:
        return False
    if stop - n > 1:
        return not page[stop - 1].ends and one.length <= 80
    below = next((other for other in page[stop : stop + 8] if other.prose), None)
    return bool(one.length <= 130 and below and below.length > 1.3 * one.length)
