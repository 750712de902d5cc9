"""How a typed date stands to the key: the same, less exact, more exact than the source, or another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from .. import dates
from ..dates import Date, Point
from .records import Score, scored

_Judged = Literal["right", "part", "finer", "coarser", "wrong"]
_FINEST_FIRST = ("day", "month", "season", "year", "decade", "century")


def score_date(key: Date, typed: str) -> Score:
    """Mark a typed date: right if any of its readings is the key, asked about where it says less or more than the source.

    >>> key = dates.parse("2021-10")
    >>> score_date(key, "Oct. 2021").verdict, score_date(key, "2021").message, score_date(key, "18 October 2021").message
    ('right', 'Be more precise: give the month and year.', 'The source gives only the month and year.')
    """
    readings = dates.typed(typed)
    if not readings:
        return scored("ask", f"Type a date, such as {_example(key)}.")
    judged = {_judge(key, reading) for reading in readings}
    if "right" in judged:
        return scored("right")
    if "part" in judged:
        return scored("ask", f"The source gives a span: give {_wanted(key)}.")
    if "coarser" in judged:
        return scored("ask", f"Be more precise: give {_wanted(key)}.")
    if "finer" in judged:
        return scored("ask", f"The source gives only {_wanted(key)}.")
    year = _year(key)
    early = year is not None and year < 1 and not re.search(r"\b(?:ad|ce)\b", typed.lower(), re.ASCII)
    if early and any(_judge(key, _before_christ(reading)) == "right" for reading in readings):
        return scored("ask", "Say whether that is BC or AD.")
    return scored("wrong")


def date_hint(key: Date) -> str:
    """What the source gives of the date, and another date of that form.

    >>> date_hint(dates.parse("2021"))
    'the year, such as 1998'
    """
    return f"{_wanted(key)}, such as {_example(key)}"


def _judge(key: Date, said: Date) -> _Judged:
    """How a date that was said stands to the key; marks such as "about" count for nothing."""
    key, said = _plain(key), _plain(said)
    if _is_open(key) and _is_open(said) and (key.start is None) != (said.start is None):
        return "wrong"
    key, said = _closed(key), _closed(said)  # "2014" says when "since 2014" began
    if key.is_span and said.is_span:
        return _worst(_judge(_at(key.start), _at(said.start)), _judge(_at(key.end), _at(said.end)))
    if _year(said) is None and _year(key) is not None:
        guesses = {_judge(key, _in_year(said, year)) for year in (_year(key), _year(_at(key.end)))}
        return "wrong" if guesses == {"wrong"} else "coarser"
    if _year(said) is not None and _year(key) is None:
        judged = _judge(key, _in_year(said, None))
        return "finer" if judged == "right" else judged
    if key.is_span or said.is_span:
        if _days(key) == _days(said) is not None:
            return "right"
        if dates.within(key, said):
            return "coarser"
        return "wrong" if not dates.within(said, key) else "part" if key.is_span else "finer"
    if dates.same(key, said):
        return "right"
    step = _FINEST_FIRST.index(key.precision) - _FINEST_FIRST.index(said.precision)
    return "wrong" if not step or dates.same(key, said) is False else "finer" if step > 0 else "coarser"


def _days(date: Date) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    """The first and the last day, so that the 1970s are 1970–1979; None for a season, and where the year is unknown."""
    start, end = (point.bounds() if point and point.precision != "season" else None for point in (date.start, date.end))
    return (start[0], end[1]) if start and end else None


def _worst(one: _Judged, other: _Judged) -> _Judged:
    order: tuple[_Judged, ...] = ("right", "part", "finer", "coarser", "wrong")
    return max(one, other, key=order.index)


def _at(point: Point | None) -> Date:
    return Date(point, point)


def _is_open(date: Date) -> bool:
    return date.start is None or date.end is None


def _closed(date: Date) -> Date:
    """A date that is open at one end, as its other end."""
    return _at(date.start or date.end) if _is_open(date) else date


def _year(date: Date) -> int | None:
    return date.start.year if date.start else None


def _plain(date: Date) -> Date:
    start, end = (replace(point, mark="") if point else None for point in (date.start, date.end))
    return Date(start, end)


def _in_year(date: Date, year: int | None) -> Date:
    start, end = (replace(point, year=year) if point else None for point in (date.start, date.end))
    return Date(start, end)


def _before_christ(date: Date) -> Date:
    """The same date so many years before Christ as it was typed after."""
    start, end = (replace(point, year=1 - point.year) if point and point.year is not None else point for point in (date.start, date.end))
    return Date(start, end)


def _wanted(key: Date) -> str:
    """What the source gives of the date, in words."""
    point = key.start or key.end
    if point is None or (key.start and key.end and key.is_span):
        return f"the first and the last {point.precision if point else 'day'}"
    if point.year is None:
        return "the day and month" if point.day else "the month"
    return {"day": "the day, month and year", "month": "the month and year", "season": "the season and year"}.get(
        point.precision, f"the {point.precision}"
    )


def _example(key: Date) -> str:
    """A date of the key's form that is not the key."""
    point = key.start or key.end
    year = 1987 if point and point.year == 1998 else 1998
    if point is None or (key.start and key.end and key.is_span):
        return f"{year}–{year + 2}" if point and point.day is None else f"3–5 May {year}"
    if point.year is None:
        return "4 June" if (point.month, point.day) == (5, 3) else "3 May"
    match point.precision:
        case "century":
            return "the 9th century" if point.year == 1100 else "the 12th century"
        case "decade":
            return "the 1930s" if point.year == 1960 else "the 1960s"
        case precision:
            return {"day": "3 May ", "month": "May ", "season": "spring "}.get(precision, "") + str(year)
