"""One point in time, as exact as it is known."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "season", "year", "decade", "century", "span"]

UNKNOWN_YEAR = " (year unknown)"
# Not calendar.month_name, which speaks the locale's language.
MONTHS = ("January February March April May June July August September October November December").split()
_SEASON_NAME = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One end of a date: what is known of it, and no more.

    Attributes:
        year: astronomical year (0 is 1 BC), the earliest of the decade or century where `blurred`; None where unknown.
        month: 1 to 12, or 21 to 24 for spring, summer, autumn and winter; None where not given.
        day: 1 to 31; None where not given.
        blurred: how many last digits of the year are not given: 1 for a decade, 2 for a century.
        mark: ``~`` approximate, ``?`` uncertain, ``%`` both, or nothing.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    blurred: int = 0
    mark: str = ""

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "season" if self.month > 12 else "month"
        blurred: tuple[Precision, ...] = ("year", "decade", "century")
        return blurred[self.blurred]

    @property
    def edtf(self) -> str:
        if self.year is None:
            year = "XXXX"
        else:
            year = f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
            if self.blurred:
                year = year[: -self.blurred] + "X" * self.blurred
        parts = [year, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + self.mark

    @property
    def text(self) -> str:
        words = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}[self.mark]
        return words + self.words(year=True)

    def words(self, *, year: bool) -> str:
        """Day, month and, where wanted, year as a person writes them."""
        named = [] if self.day is None else [str(self.day)]
        if self.month is not None:
            named.append(_SEASON_NAME.get(self.month) or MONTHS[self.month - 1])
        if not year:
            return " ".join(named)
        if self.year is None:
            return " ".join(named) + UNKNOWN_YEAR
        return " ".join([*named, _year_text(self.year, self.blurred)])

    def bounds(self) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
        """First and last day that the point may mean, widened by one of its own unit where it is marked; None with no year."""
        if self.year is None:
            return None
        slack = 1 if self.mark else 0
        if self.month is None or self.month > 12:
            # A season is taken as anywhere in its year and the winter after: hemispheres and authors differ.
            length = int(10**self.blurred)
            year = self.year
            late = (year + length - 1 + slack * length, 12, 31)
            if self.month == 24:
                late = (year + 1 + slack, 2, 29)
            return (year - slack * length, 1, 1), late
        if self.day is None:
            first = _shift_month(self.year, self.month, -slack)
            last = _shift_month(self.year, self.month, slack)
            return (*first, 1), (*last, month_length(*last))
        if slack:
            before, after = _shift_day(self.year, self.month, self.day, -1), _shift_day(self.year, self.month, self.day, 1)
            return before, after
        return (self.year, self.month, self.day), (self.year, self.month, self.day)


def _year_text(year: int, blurred: int) -> str:
    if blurred == 2:
        century = abs(year) // 100 + 1
        return f"the {century}{_ordinal(century)} century{'' if year >= 0 else ' BC'}"
    if blurred == 1:
        return f"the {year}s"
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year > 99 else f"AD {year}"


def _ordinal(n: int) -> str:
    return "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def month_length(year: int, month: int) -> int:
    return 28 + calendar.isleap(year) if month == 2 else 30 + (month in (1, 3, 5, 7, 8, 10, 12))


def _shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


def _shift_day(year: int, month: int, day: int, by: int) -> tuple[int, int, int]:
    """The day before or after (`by` is -1 or 1)."""
    day += by
    if day < 1:
        year, month = _shift_month(year, month, -1)
        return year, month, month_length(year, month)
    if day > month_length(year, month):
        return (*_shift_month(year, month, 1), 1)
    return year, month, day
