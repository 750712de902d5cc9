"""A date expression as a record, and what its readers share: months, years, tails like "of last year", spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from lessons.dates.point import Point, month_length

from . import date_patterns as p


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date expression.

    Attributes:
        start, end: the quote.
        first: what it names; its year is None where it names none. None for "last week", "two days later".
        last: the end of a span.
        weekday: 0 for Monday.
        order: "last", "next", "this", "previous", "following", "same", "each": which of the days, months or years of that name is meant.
        base: "published" or "story": what the words are reckoned from; empty for neither.
        unit, amount: "two days later" is day, 2; "26 January last year" is year, -1.
        opened: "since" or "until".
        is_aside: whether it only marks a thing out ("the flood of 1966", in brackets), so that the story does not move there.
        moving: by what a day is reckoned that falls on another in each year; see `date_moving`.
        candidates, doubt: as in `records.DateFound`.
    """

    start: int
    end: int
    first: Point | None = None
    last: Point | None = None
    weekday: int | None = None
    order: str = ""
    base: str = ""
    unit: str = ""
    amount: int = 0
    opened: str = ""
    is_aside: bool = False
    moving: str = ""
    candidates: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def lacks_year(self) -> bool:
        """Whether a day, month or season stands without its year."""
        return self.first is not None and self.first.year is None


def day_point(year: int | None, month: int | None, day: int | None) -> Point | None:
    """A point of the calendar, None where the day does not exist.

    >>> day_point(2021, 2, 30) is None
    True
    """
    if day is not None and (
        month is None or not 1 <= day <= (month_length(year, month) if year is not None else month_length(2020, month))
    ):
        return None
    return Point(year=year, month=month, day=day)


def month_number(word: str) -> int:
    bare = word.rstrip(".").title()
    return p.MONTHS.get(bare) or p.SHORT[bare]


def amount_of(words: str) -> int | None:
    """A number in words or figures; None where it is none.

    >>> amount_of("12"), amount_of("twenty-five"), amount_of("a"), amount_of("many")
    (12, 25, 1, None)
    """
    low = words.lower()
    if low.isdigit():
        return int(low)
    if low in p.AMOUNTS:
        return int(p.AMOUNTS[low])
    tens, _, ones = low.replace("-", " ").partition(" ")
    return int(p.AMOUNTS.get(tens, 0)) + int(p.AMOUNTS.get(ones, 0)) or None


def whole_number(word: str | None) -> int | None:
    return int("".join(letter for letter in word if letter.isdigit())) if word else None


def short_year(words: str) -> int:
    """The year of "’21": of this century up to 2040, or of the last.

    >>> short_year("’21"), short_year("’88")
    (2021, 1988)
    """
    n = int(words[-2:])
    return 2000 + n if n <= 40 else 1900 + n


def marked(point: Point, mark: str) -> Point:
    return Point(year=point.year, month=point.month, day=point.day, blurred=point.blurred, mark=mark)


_TAILS = {"last": ("published", -1), "this": ("published", 0), "current": ("published", 0), "next": ("published", 1)}

_STORY_TAILS = {"that": 0, "same": 0, "following": 1, "previous": -1, "preceding": -1, "next": 1, "current": 0}


def tail_of(words: str | None) -> dict[str, Any]:
    """What "last year", "of that year", "last" behind a day or month say."""
    if not words:
        return {}
    parts = words.split()
    if parts == ["last"]:
        return {"order": "last"}
    if parts[-1] in {"before", "after"}:
        return {"base": "story", "unit": "year", "amount": 1 if parts[-1] == "after" else -1}
    word = parts[-2]
    if word in _STORY_TAILS and (len(parts) == 3 or word not in _TAILS):
        return {"base": "story", "unit": "year", "amount": _STORY_TAILS[word]}
    base, amount = _TAILS[word]
    return {"base": base, "unit": "year", "amount": amount}


_PARTS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "final": 3}


def part_of_year(words: str, year: int | None) -> tuple[Point, Point] | None:
    """The months of "the first half of", "second quarter of" a year.

    >>> [point.edtf for point in part_of_year("the second half of ", 2018)]
    ['2018-07', '2018-12']
    """
    word = next((one for one in words.lower().replace("-", " ").split() if one in _PARTS or one == "latter"), "")
    if not word:
        return None
    if "half" in words:
        n = 0 if word == "first" else 6
        return Point(year=year, month=n + 1), Point(year=year, month=n + 6)
    n = 3 * _PARTS.get(word, 3)
    return Point(year=year, month=n + 1), Point(year=year, month=n + 3)


_RUPEES = re.compile(r"\b(?:crore|lakh|rupees?|Rs\.?)(?=[\s\d])|₹")


@lru_cache(maxsize=4)
def counts_from_april(text: str) -> bool:
    """Whether a page counts in rupees, so that its "FY20" runs from April 2019 to March 2020.

    >>> counts_from_april("Sales of Rs 20 crore"), counts_from_april("Sales of $20 million")
    (True, False)
    """
    return bool(_RUPEES.search(text))


def of_fiscal_year(part: tuple[Point, Point]) -> tuple[Point, Point]:
    """The months of a quarter or half of a year that begins in the April before.

    >>> [point.edtf for point in of_fiscal_year((Point(year=2020, month=7), Point(year=2020, month=9)))]
    ['2019-10', '2019-12']
    """
    months = [12 * (point.year or 0) + (point.month or 1) - 1 - _APRIL_BEFORE for point in part]
    first, last = (Point(year=n // 12, month=n % 12 + 1) for n in months)
    return first, last


_APRIL_BEFORE = 9


def is_between(text: str, at: int) -> bool:
    return (
        text[max(0, at - 20) : at]
        .rstrip()
        .lower()
        .endswith(("between", "between the years", "between early", "between late", "between mid"))
    )


def span_or_point(text: str, found: re.Match[str], first: Point | None, last: Point | None, tail: str | None) -> Expression | None:
    """A point, or the span up to the second one; the first takes from the second what it does not say itself."""
    if first is None or (found["join"] and last is None):
        return None
    if last is not None:
        join = found["join"].strip()
        first = Point(year=first.year if first.year is not None else last.year, month=first.month or last.month, day=first.day)
        if last.year is not None and first.year == last.year and (first.month or 0) > (last.month or 0):
            first = replace(first, year=last.year - 1)
        in_a_row = first.day is not None and first.month == last.month and last.day == first.day + 1 and join != "or"
        if join in {"and", "&", "or"} and not in_a_row and not is_between(text, found.start()):
            return None
    return Expression(start=found.start(), end=found.end(), first=first, last=last, **tail_of(tail))


_DASH_BEHIND = re.compile(r"\s?[–—]\s|\s-\s")


def opens_entry(text: str, at: int, stop: int) -> bool:
    r"""Whether a month stands at the head of a line before a dash, as an entry of a timeline does: "June – Work begins".

    >>> opens_entry("2023\nJune – Work begins.", 5, 9), opens_entry("In June – at last", 3, 7)
    (True, False)
    """
    return bool(_DASH_BEHIND.match(text, stop, stop + 3)) and not text[max(0, at - 4) : at].rpartition("\n")[2].strip(" \t•‣◦▪*–-")


_BEFORE_IT = re.compile(r"\sbefore(?:\s(?:that|it|then|this)\b|(?=\s?(?:[.,;:)!?—–]|\Z)))")


def before_it(text: str, at: int, stop: int, month: int) -> Expression | None:
    """A month or season with "the … before" around it: "the summer before that", "up from 188 the September before".

    >>> before_it("up from 188 the September before.", 16, 25, 9).order
    'previous'
    """
    behind = _BEFORE_IT.match(text, stop, stop + 16)
    if not behind or text[max(0, at - 4) : at].lower() != "the ":
        return None
    return Expression(start=at - 4, end=behind.end(), first=Point(year=None, month=month), order="previous", base="story")
