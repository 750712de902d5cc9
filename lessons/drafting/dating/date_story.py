"""Where the telling of a page is: the date told last, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lessons.dates.point import Point

from .date_clock import SEASON_MONTH, Clock

# In a story a month that is so many months before the last one is the next year's: January behind October.
_BACK_MONTHS = 6

# A year that is only mentioned, and is so far from the story, is no step of it.
_FAR_YEARS = 5

# What was told last is this many years back: a new paragraph of a page that reaches to its own day may have left it.
_OLD_YEARS = 2


@dataclass(frozen=True, slots=True)
class Settled:
    """A date with its year, as far as anything settles it."""

    first: Point
    last: Point | None = None
    explicit: bool = False
    candidates: tuple[str, ...] = ()
    doubt: str = ""
    told: bool = False

    def edtf(self, opened: str) -> str:
        if opened == "since":
            return f"{self.first.edtf}/.."
        if opened == "until":
            return f"../{(self.last or self.first).edtf}"
        return f"{self.first.edtf}/{self.last.edtf}" if self.last else self.first.edtf


@dataclass(slots=True)
class Story:
    """Where the telling is: the date told last, and how firmly.

    Attributes:
        is_history: whether the whole page tells of former years.
        is_mixed: whether it often does.
        is_living: whether it also tells of the days before its publication ("on Monday").
        last: the date told last; None before the first.
        paragraph, sentence: where it was told; the start of the sentence.
        leads: whether it stood at the head of its sentence, or said more than the year.
        heard: the date named last, if only in passing; "five years later" is reckoned from it.
        section: the year that stands in the heading; None where none does.
        common: the years that the page names most often.
    """

    is_history: bool = False
    is_mixed: bool = False
    is_living: bool = False
    last: Point | None = None
    start: Point | None = None
    paragraph: int = -1
    sentence: int = -1
    heard: tuple[Point, int, int] | None = None
    section: int | None = None
    leads: bool = False
    common: tuple[int, ...] = ()

    def tell(self, settled: Settled, place: tuple[int, int], leads: bool) -> None:
        """Move to a date."""
        if settled.first.blurred or settled.first.year is None:
            return
        if self._stays(settled, leads):
            if self.last and self.last.year == settled.first.year:
                self.paragraph = place[0]
            return
        if self.section is not None and settled.explicit and settled.first.month and settled.first.year - self.section not in {0, 1}:
            self.section = None  # the heading was only where it began
        self.last, self.start = settled.last or settled.first, settled.first
        self.paragraph, self.sentence = place
        self.leads = leads or self.last.month is not None

    def _stays(self, settled: Settled, leads: bool) -> bool:
        """Whether a year alone, which is that of the story or is far from it and only mentioned, leaves the story where it is."""
        here, there = self.last, settled.first
        if here is None or here.year is None or there.year is None or there.month is not None or settled.last is not None:
            return False
        return (here.year == there.year and here.month is not None) or (not leads and abs(there.year - here.year) >= _FAR_YEARS)

    def year(self, point: Point, is_pluperfect: bool = False, paragraph: int = -1) -> int | None:
        """The year of a day, month or season that is told next.

        >>> Story(last=Point(year=1941, month=11)).year(Point(year=None, month=1))
        1942
        """
        if self.last is None or self.last.year is None:
            return self.section
        if self.section is not None and self.paragraph != paragraph and self.last.year not in {self.section, self.section + 1}:
            return self.section
        if self.last.month is None or point.month is None:
            return self.last.year
        here, told = (SEASON_MONTH.get(one.month or 1, one.month or 1) for one in (self.last, point))
        if is_pluperfect and told > here + 2:
            return self.last.year - 1
        return self.last.year + (told - here <= -_BACK_MONTHS - (point.day is None))

    def is_past(self, clock: Clock) -> bool:
        """Whether what was told last is so old that a new paragraph need not go on from it."""
        return self.last is not None and self.last.year is not None and self.last.year < clock.earliest.year - _OLD_YEARS

    def goes_on(self, point: Point) -> bool:
        """Whether a day or month comes behind the one told last, in the same year or early in the next."""
        if self.last is None or self.last.month is None or (self.year(point) or 0) > (self.last.year or 0):
            return True
        return (point.month or 0, point.day or 32) >= (self.last.month, self.last.day or 0)


def stepped(at: Point, unit: str, amount: int) -> Point | None:
    """A point so many days, weeks, months or years on, as exact as the unit; None where the point is less exact.

    >>> stepped(Point(year=1950, month=1, day=30), "day", 3).edtf, stepped(Point(year=1920, month=3, day=9), "month", 11).edtf
    ('1950-02-02', '1921-02')
    """
    if at.year is None or at.blurred:
        return None
    if unit == "year":
        return Point(year=at.year + amount)
    if at.month is None or at.month > 12:
        return None
    if unit == "month":
        months = at.year * 12 + at.month - 1 + amount
        return Point(year=months // 12, month=months % 12 + 1)
    if at.day is None or unit not in {"day", "week"} or not 1 <= at.year <= 9990:
        return None
    return day_of(date(at.year, at.month, at.day) + timedelta(amount * (7 if unit == "week" else 1)))


def day_of(day: date) -> Point:
    return Point(year=day.year, month=day.month, day=day.day)
