"""Values near a date or a number: well-founded distractors for notes that hold too few of their kind."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import replace

from . import dates
from .dates import Date, Point
from .errors import DateError
from .quantities import Quantity, figure
from .questions import Value


def rank(value: Value) -> float:
    """A value's place by time, by order of magnitude, or by length."""
    match value:
        case Date():
            year, month, day = dates.sort_key(value)[0]
            return year * 372 + month * 31 + day
        case Quantity(value=number):
            return math.copysign(math.log1p(abs(number)), number)
        case text:
            return len(text)


def neighbours(key: Value, rng: random.Random) -> Iterator[Value]:
    """Well-founded values near a date or a number, for notes that hold too few of their kind."""
    found: list[Value]
    match key:
        case Date():
            found = list(_dates_near(key))
        case Quantity():
            found = [replace(key, value=number) for number in _numbers_near(key)]
        case _:
            return
    # The key is to be no more often the smallest or the largest than any other.
    below, above = ([value for value in found if (rank(value) < rank(key)) == less] for less in (True, False))
    smaller = rng.randrange(4)
    drawn = [*rng.sample(below[:3], min(smaller, len(below[:3]))), *rng.sample(above[:3], min(3 - smaller, len(above[:3])))]
    yield from (*rng.sample(drawn, len(drawn)), *found)


def _dates_near(key: Date) -> Iterator[Date]:
    """The same date some units of its precision, months or years away; a span moves as a whole."""
    by_precision = {
        "day": ((0, 0, 1), (0, 0, -1), (0, 1, 0), (0, -1, 0), (1, 0, 0), (-1, 0, 0), (0, 0, 7), (0, 0, -7)),
        "month": ((0, 1, 0), (0, -1, 0), (0, 3, 0), (0, -3, 0), (1, 0, 0), (-1, 0, 0), (0, 6, 0), (2, 0, 0)),
        "decade": ((10, 0, 0), (-10, 0, 0), (20, 0, 0), (-20, 0, 0), (30, 0, 0), (-30, 0, 0)),
        "century": ((100, 0, 0), (-100, 0, 0), (200, 0, 0), (-200, 0, 0)),
    }
    precise = next(end for end in (key.start, key.end) if end)
    # A span moves by more than its length, so that none shares a year with it.
    long = 1 + key.end.year - key.start.year if key.is_span and key.start and key.end and key.start.year and key.end.year else 1
    years = tuple((n * long, 0, 0) for n in (1, -1, 2, -2, 3, -3, 5, -5))
    for step in by_precision.get(precise.precision, years):
        ends = [_moved(end, *step) if end else None for end in (key.start, key.end)]
        moved = Date(ends[0], ends[1])
        if moved.edtf != key.edtf and (moved.start or not key.start) and (moved.end or not key.end):
            yield moved


def _moved(point: Point, years: int, months: int, days: int) -> Point | None:
    """The point moved, its other parts kept where the calendar has them; None where it has not, or where there is no year to move."""
    if point.year is None and years:
        return None
    month = point.month if point.month is None or point.month > 12 else (point.month - 1 + months) % 12 + 1
    carried = 0 if point.month is None or point.month > 12 else (point.month - 1 + months) // 12
    day = None if point.day is None else point.day + days
    year = None if point.year is None else point.year + years + carried
    try:
        dates.parse(replace(point, year=year, month=month, day=day, mark="").edtf)
    except DateError:
        return None
    return replace(point, year=year, month=month, day=day)


def _numbers_near(key: Quantity) -> Iterator[int | float]:
    """Numbers a step or more away, as round as the key; per cent stay within 0 and 100."""
    value = key.value
    digits = figure(value).replace(",", "")
    decimals = len(digits.partition(".")[2])
    whole = len(digits.lstrip("-").partition(".")[0])
    step: int | float = (
        10 ** max(0, whole - 1) if not decimals else 1 if abs(value) >= 1 else 10.0 ** math.floor(math.log10(abs(value) or 1))
    )
    if isinstance(value, int) and abs(value) < 20:
        step = 1
    top = 100 if key.unit == "per cent" else math.inf
    for n in (1, -1, 2, -2, 3, -3, 4, 5):
        near = round(value + n * step, decimals)
        if (near > 0 or value < 0) and near <= top:
            yield near
