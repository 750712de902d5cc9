"""Headings that are dates, as in a timeline: "June 2015", "That fall", "2016: the first bids".

What stands under such a heading is told of its time, in whatever tense, and the heading's date is a fact. One date that stands alone may
be a stamp; two or more of them, each over sentences, are a timeline. A paragraph may open with such a label, too ("1923 – The mill burns").
"""

from __future__ import annotations

import re

from ..pages.page import Page, Part
from .date_clock import SEASON_MONTH, Clock, first_day
from .date_parts import Expression
from .date_story import Settled, Story
from .date_telling import Placed

# So many headings that are dates make a timeline.
_FEW = 2

# A month that lies so many months before that of its heading is the next year's.
_NEXT_YEAR = 7

_LABEL_END = re.compile(r"\)?(?:\s?[:–—]|\s-|\.)\s")
_BEFORE = re.compile(r"\W{0,3}(?:In |On |From )?\Z")
_ENDS = tuple(".!?”’\"'")


def timeline(page: Page, placed: list[Placed]) -> frozenset[int]:
    """Where the headings begin that make up a timeline."""
    over = {part.start: behind for part, behind in zip(page.parts, page.parts[1:], strict=False) if part.role == "heading"}
    found = set()
    for here in placed:
        behind = over.get(here.part.start)
        if behind is None or behind.role == "heading" or not page.text.endswith(_ENDS, behind.start, behind.end):
            continue
        if _is_date(page.text, here.one, here.part):
            found.add(here.part.start)
    return frozenset(found) if len(found) >= _FEW else frozenset()


def _is_date(text: str, one: Expression, part: Part) -> bool:
    """Whether a heading is a date, or opens with one as its label; a month or a day without its year may be that of an agenda."""
    if not _BEFORE.fullmatch(text, part.start, one.start):
        return False
    if one.first is None or one.first.year is None:
        return one.base == "story" and not text[one.end : part.end].strip(" .")
    return not text[one.end : part.end].strip(" .:)") or bool(_LABEL_END.match(text, one.end, part.end))


def frame(text: str, here: Placed, settled: Settled, story: Story, clock: Clock | None, headings: frozenset[int]) -> None:
    """Let a heading of a timeline, or a label, hold for what stands under it or behind it."""
    one, part = here.one, here.part
    is_heading = part.start in headings
    is_said = settled.explicit or (one.base == "published" and one.unit == "year")
    is_label = part.role != "heading" and one.start == part.start and is_said and bool(_LABEL_END.match(text, one.end, part.end))
    year = settled.first.year
    if not (is_heading or is_label) or year is None or settled.first.blurred or one.opened:
        return
    if clock and first_day(settled.first, year) > clock.latest:
        return
    span = settled.first, settled.last or settled.first
    if is_heading:
        story.headed = span
    else:
        story.labelled = (*span, part.number)


def framed_year(one: Expression, story: Story, *, is_pluperfect: bool) -> int | None:
    """The year of a day, month or season under a heading of a timeline; None where that does not tell.

    >>> from lessons.dates.point import Point
    >>> march = Expression(start=0, end=5, first=Point(year=None, month=3))
    >>> framed_year(march, Story(headed=(Point(year=2020, month=9), Point(year=2021, month=5))), is_pluperfect=False)
    2021
    """
    span = story.frame
    if span is None or one.first is None or span[0].year is None or span[1].year is None:
        return None
    month = _month(one.first.month, 1)
    start, stop = _month(span[0].month, 1), _month(span[1].month, 12)
    if span[0].year != span[1].year:
        years = [year for year in range(span[0].year, span[1].year + 1) if (span[0].year, start) <= (year, month) <= (span[1].year, stop)]
        return years[0] if len(years) == 1 else None
    if span[0].month is None:
        return span[0].year
    if is_pluperfect and month > stop + 2:
        return span[0].year - 1
    return span[0].year + (month - start <= -_NEXT_YEAR)


def _month(month: int | None, default: int) -> int:
    return SEASON_MONTH.get(month or default, month or default)
