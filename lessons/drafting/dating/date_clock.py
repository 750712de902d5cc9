"""When a page was published, and what year that gives a day or a month, by the tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lessons.dates.point import Point, month_length

from .tense import Tense

# A plan in the present tense lies at most so many days ahead; what is farther off has more likely just been.
_PLAN_DAYS = 270

# What is so few days past may still be told in the present.
_JUST_DAYS = 60

# A day so few days ahead would, of last year, be told as such: "has called a strike on 4 May" may be to come.
_UNSAID_DAYS = 14

# A line without a verb means the nearer of two days, where it is no farther than this.
_NEAR_DAYS = 120

# "They agreed to meet on 5 May" may look back or ahead: the nearer of the two, where it is no farther than this.
_EITHER_DAYS = 140

SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Clock:
    """When a page was published: the first and last day that this may have been."""

    earliest: date
    latest: date

    @classmethod
    def of(cls, published: str | None) -> Clock | None:
        """The clock of an EDTF date.

        >>> Clock.of("2019-10").latest.isoformat(), Clock.of(None)
        ('2019-10-31', None)
        """
        parts = (published or "").split("-")
        if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
            return None
        numbers = [int(part) for part in parts]
        try:
            if len(numbers) == 1:
                return cls(date(numbers[0], 1, 1), date(numbers[0], 12, 31))
            if len(numbers) == 2:
                return cls(date(numbers[0], numbers[1], 1), date(numbers[0], numbers[1], month_length(numbers[0], numbers[1])))
            return cls(date(numbers[0], numbers[1], numbers[2]), date(numbers[0], numbers[1], numbers[2]))
        except ValueError:
            return None

    @property
    def knows_day(self) -> bool:
        return self.earliest == self.latest

    @property
    def knows_month(self) -> bool:
        return self.earliest.month == self.latest.month

    def past(self, point: Point) -> int:
        """The latest year in which a day, month or season is not after publication.

        >>> Clock.of("2019-10-20").past(Point(year=None, month=12))
        2018
        """
        year = self.latest.year
        return year if first_day(point, year) <= self.latest else year - 1

    def future(self, point: Point) -> int:
        """The first year in which a day, month or season does not lie wholly before publication."""
        year = self.earliest.year
        return year if last_day(point, year) >= self.earliest else year + 1

    def years_back(self, point: Point, years: int) -> int:
        """The year in which a day or month lay nearest to so many years ago.

        >>> Clock.of("2019-10-20").years_back(Point(year=None, month=12), 1)
        2018
        """
        at = self.latest - timedelta(365.25 * years)
        return min((at.year - 1, at.year, at.year + 1), key=lambda year: abs((first_day(point, year) - at).days))

    def behind(self, point: Point) -> int:
        """How many days ago a day, month or season was last over, at least; a year where the month of publication is not known."""
        return (self.earliest - last_day(point, self.past(point))).days if self.knows_month else 366

    def year(self, point: Point, tense: Tense) -> tuple[int | None, str]:
        """The year of a day, month or season by the tense, and why a person should look."""
        past, future = self.past(point), self.future(point)
        if not self.knows_month:
            return None, ""
        if past == future:
            return past, ""
        ahead = (first_day(point, future) - self.latest).days
        if tense == "past" and point.day and 0 < ahead <= _UNSAID_DAYS:
            return None, ""
        behind = (self.earliest - last_day(point, past)).days
        if tense == "future" and point.day and 0 < behind <= _UNSAID_DAYS:
            return None, ""  # "The ship, due on 12 March, has not been seen", on the 20th
        if tense in {"past", "future"}:
            return (past if tense == "past" else future), ""
        if tense in {"none", "either"}:
            nearest, distance = (future, ahead) if ahead < behind else (past, behind)
            near = _NEAR_DAYS if tense == "none" else _EITHER_DAYS
            return (nearest if distance <= near else None), "nothing but nearness tells the year"
        if tense == "would":
            return (future if ahead <= behind else past), ""
        if ahead <= _PLAN_DAYS:
            return future, ""
        return (past, "told as if it were to come, but just past") if behind <= _JUST_DAYS else (None, "")


def first_day(point: Point, year: int) -> date:
    month = SEASON_MONTH.get(point.month or 1, point.month or 1)
    if not 1 <= year <= 9999:
        return date.min
    return date(year, month, min(point.day or 1, month_length(year, month)))


def last_day(point: Point, year: int) -> date:
    month = SEASON_MONTH.get(point.month or 12, point.month or 12)
    if not 1 <= year <= 9999:
        return date.min
    if (point.month or 0) > 12:
        month = min(month + 2, 12)
    return date(year, month, min(point.day or 31, month_length(year, month)))
