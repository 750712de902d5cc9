"""Days that move from year to year: Easter and what hangs on it, the fourth Thursday of November, a week that begins on a day.

Such a date is kept by a key, and reckoned once its year is known. Western Easter only, by the Gregorian rule, so not before 1753.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from lessons.dates.point import Point, month_length

from . import date_patterns as p
from .date_clock import Clock
from .date_parts import Expression, month_number, tail_of, whole_number
from .date_story import Settled, day_of, stepped

# Before this Britain and its colonies kept another calendar.
_GREGORIAN = 1753

WEEK = "week"


def easter(year: int) -> date:
    """Easter Sunday by the rule of Meeus, Jones and Butcher.

    >>> easter(2016).isoformat(), easter(1962).isoformat()
    ('2016-03-27', '1962-04-22')
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    month, day = divmod(epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth day of its name in a month, the last for -1; None where the month has no fifth.

    >>> nth_weekday(1848, 3, 6, 3).isoformat(), nth_weekday(2021, 5, 0, -1).isoformat()
    ('1848-03-19', '2021-05-31')
    """
    if nth < 0:
        last = date(year, month, month_length(year, month))
        return last - timedelta((last.weekday() - weekday) % 7)
    day = 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (nth - 1)
    return date(year, month, day) if day <= month_length(year, month) else None


def moved_day(key: str, year: int) -> date | None:
    """The day of a key in a year: "easter 1" is Easter Monday, "11 3 4 1" the day after the fourth Thursday of November.

    >>> moved_day("easter 1", 2016).isoformat(), moved_day("11 3 4 1", 2019).isoformat()
    ('2016-03-28', '2019-11-29')
    """
    if not 1 <= year <= 9990:
        return None
    if key.startswith("easter"):
        return easter(year) + timedelta(int(key.split()[1])) if year >= _GREGORIAN else None
    month, weekday, nth, shift = (int(part) for part in key.split())
    day = nth_weekday(year, month, weekday, nth)
    return day and day + timedelta(shift)


def placed(one: Expression, clock: Clock | None) -> Expression:
    """A moving day as it falls in the year of publication, so that one can say which lies before and which behind."""
    if not one.moving or one.moving == WEEK or one.first is None:
        return one
    day = moved_day(one.moving, one.first.year or (clock.latest.year if clock else 2000))
    return replace(one, first=Point(year=one.first.year, month=day.month, day=day.day)) if day else one


def finished(settled: Settled | None, one: Expression) -> Settled | None:
    """A moving day in the year that it has got; None where it has none, as then nothing is known of it."""
    if settled is None or not one.moving or one.first is None:
        return settled
    first = settled.first
    if one.moving == WEEK:
        return _week(settled)
    day = moved_day(one.moving, first.year) if first.year is not None else None
    return replace(settled, first=day_of(day)) if day else None


def _week(settled: Settled) -> Settled | None:
    first = settled.first
    if not first.month or not first.day:
        return None
    if first.year is None:
        day = day_of(date(2001, first.month, min(first.day, 28 if first.month == 2 else first.day)) + timedelta(6))
        return replace(settled, last=replace(day, year=None))
    return replace(settled, last=day_of(date(first.year, first.month, first.day) + timedelta(6)))


_WEEK_OF = re.compile(r"(?:[Tt]he\s)?\bweek\s(?:of|beginning|commencing|starting)\s(?:on\s)?(?:the\s)?\Z")


def week_of(text: str, read: Expression, left: int) -> Expression | None:
    """The likes of "the week of 27 January"."""
    if read.first is None or read.first.day is None or read.last or read.base or read.moving:
        return None
    found = _WEEK_OF.search(text, max(left, read.start - 32), read.start)
    return found and replace(read, start=found.start(), moving=WEEK)


_NTH_BEFORE = re.compile(r"(?:[Tt]he\s)?\b(?P<nth>first|second|third|fourth|fifth|last)\s\Z")
_OF_MONTH = re.compile(rf"{p.S}(?:of|in){p.S}(?P<m>{p.MONTH})(?:,?{p.S}(?:of{p.S})?(?P<y>{p.YEAR})|{p.TAIL})?")
_OF_THIS = re.compile(rf"{p.S}of{p.S}(?P<which>this|last|next){p.S}month\b(?![’'-])")
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


def nth_from_clock(one: Expression, clock: Clock) -> Settled | None:
    """The likes of "the second Sunday of last month"."""
    month = stepped(Point(year=clock.latest.year, month=clock.latest.month), "month", one.amount) if clock.knows_month else None
    if month is None or month.year is None or month.month is None:
        return None
    _, weekday, nth, _ = (int(part) for part in one.moving.split())
    day = nth_weekday(month.year, month.month, weekday, nth)
    return Settled(day_of(day)) if day else None


def weekday_of_month(text: str, at: int, stop: int, end: int, weekday: int) -> Expression | None:
    """The likes of "the third Sunday of March 1848"."""
    before = _NTH_BEFORE.search(text, max(0, at - 14), at)
    if before and (behind := _OF_THIS.match(text, stop, end)):
        shift = {"this": 0, "last": -1, "next": 1}[behind["which"]]
        whole = Expression(start=before.start(), end=behind.end(), weekday=weekday, base="published", doubt="whole")
        return replace(whole, unit="month", amount=shift, moving=f"0 {weekday} {_NTHS[before['nth']]} 0")
    behind = _OF_MONTH.match(text, stop, end)
    if not before or not behind:
        return None
    month = month_number(behind["m"])
    first = Point(year=whole_number(behind["y"]), month=month, day=1)
    key = f"{month} {weekday} {_NTHS[before['nth']]} 0"
    return Expression(start=before.start(), end=behind.end(), first=first, moving=key, doubt="whole", **tail_of(behind["tail"]))
