"""A date or a span, and how two of them stand to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .point import UNKNOWN_YEAR, Point, Precision


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a span of time, as exact as it is known.

    Make one with `parse`; a plain date has the same `Point` at both ends, an open span None at one.

    >>> from lessons.dates import parse
    >>> parse("2021-10").text
    'October 2021'
    >>> parse("21–22 October 2021").edtf
    '2021-10-21/2021-10-22'
    """

    start: Point | None
    end: Point | None

    @property
    def is_span(self) -> bool:
        """Whether there are two ends.

        >>> from lessons.dates import parse
        >>> parse("1989–91").is_span, parse("1989").is_span
        (True, False)
        """
        return self.start != self.end

    @property
    def precision(self) -> Precision:
        """How exact the date is; a span is of precision ``"span"``.

        >>> from lessons.dates import parse
        >>> parse("spring 2021").precision
        'season'
        """
        return "span" if self.is_span or self.start is None else self.start.precision

    @property
    def edtf(self) -> str:
        """The text form that is stored and compared.

        >>> from lessons.dates import parse
        >>> parse("since 2014").edtf
        '2014/..'
        """
        ends = [point.edtf if point else ".." for point in (self.start, self.end)]
        return "/".join(ends) if self.is_span else ends[0]

    @property
    def text(self) -> str:
        """The date as a person writes it.

        >>> from lessons.dates import parse
        >>> parse("2021-10-18").text, parse("../2021").text, parse("XXXX-10-18").text
        ('18 October 2021', 'until 2021', '18 October (year unknown)')
        """
        start, end = self.start, self.end
        if not self.is_span:
            return start.text if start else "date unknown"
        if start is None or end is None:
            return f"since {start.text}" if start else f"until {end.text}" if end else "date unknown"
        if start.year == end.year and not (start.mark or end.mark or start.blurred) and start.month and end.month:
            if start.month == end.month and start.day and end.day:
                return f"{start.day}–{end.words(year=True)}"
            dash = " – " if start.day or end.day else "–"
            return f"{start.words(year=False)}{dash}{end.words(year=True)}"
        if start.precision == end.precision == "year" and not (start.mark or end.mark):
            early = start.text.removesuffix(" BC") if end.text.endswith(" BC") else start.text
            return f"{early}–{end.text}"
        return f"{start.text} – {end.text}"

    @property
    def phrase(self) -> str:
        """The date with its preposition, to open a clause with.

        >>> from lessons.dates import parse
        >>> parse("2021-10-18").phrase, parse("2021-10").phrase, parse("1989/1991").phrase, parse("2014/..").phrase
        ('on 18 October 2021', 'in October 2021', 'in 1989–1991', 'since 2014')
        >>> parse("12 September").phrase
        'on 12 September'
        """
        if self.is_span and (self.start is None or self.end is None):
            return self.text
        point = self.start or self.end
        if self.is_span and " – " in self.brief:
            return "from " + self.brief.replace(" – ", " to ")
        preposition = "on" if point and point.precision == "day" else "in"
        doubt = "perhaps " if self.brief.startswith("perhaps ") else ""
        return f"{doubt}{preposition} {self.brief.removeprefix(doubt)}"

    @property
    def brief(self) -> str:
        """The text without a word on an unknown year, for use among dates that have none.

        >>> from lessons.dates import parse
        >>> parse("12 September").brief
        '12 September'
        """
        return self.text.removesuffix(UNKNOWN_YEAR)

    def __str__(self) -> str:
        return self.text


def before(one: Date, other: Date) -> bool | None:
    """Whether `one` lies wholly before `other`; None where their precision leaves that open.

    >>> from lessons.dates import parse
    >>> before(parse("2021-10-06"), parse("2021-10-18"))
    True
    >>> before(parse("2021-11"), parse("2021-10-18"))
    False
    >>> before(parse("2021-10"), parse("2021-10-18")) is None
    True
    """
    first, last = _extent(one)
    other_first, other_last = _extent(other)
    if last is not None and other_first is not None and last < other_first:
        return True
    if first is not None and other_last is not None and first >= other_last:
        return False
    return None


def same(one: Date, other: Date) -> bool | None:
    """Whether two dates are the same: True only where both say the same, False only where they cannot be, else None.

    >>> from lessons.dates import parse
    >>> same(parse("12 Dec 2019"), parse("2019-12-12")), same(parse("2019"), parse("2020"))
    (True, False)
    >>> same(parse("2019"), parse("2019-12-12")) is None
    True
    """
    if one == other:
        return True
    if before(one, other) or before(other, one):  # the usual case first
        return False
    if _bare(one) == _bare(other):
        return True
    if one.is_span and other.is_span:  # "since 2014" is not "since 2018", though both hold in 2020
        ends = ((one.start, other.start), (one.end, other.end))
        return False if any(a and b and same(Date(a, a), Date(b, b)) is False for a, b in ends) else None
    # With no year to go by, the day or month can still differ.
    start, other_start = one.start, other.start
    if one.is_span or other.is_span or start is None or other_start is None or None not in (start.year, other_start.year):
        return None
    pairs = ((start.month, other_start.month), (start.day, other_start.day))
    return False if any(a and b and a != b for a, b in pairs) else None


def within(one: Date, other: Date) -> bool:
    """Whether all of `one` lies inside `other`: the coarser date says nothing against the finer one.

    >>> from lessons.dates import parse
    >>> within(parse("12 December 2019"), parse("2019")), within(parse("2019"), parse("12 December 2019"))
    (True, False)
    >>> within(parse("18 October 2021"), parse("18 October"))
    True
    """
    if not (one.is_span or other.is_span) and one.start and other.start and other.start.year is None:
        fine, coarse = one.start, other.start
        return fine.month == coarse.month and coarse.day in (None, fine.day)
    first, last = _extent(one)
    other_first, other_last = _extent(other)
    if first is None or last is None or (first, last) == (other_first, other_last):
        return False
    return (other_first is None or other_first <= first) and (other_last is None or last <= other_last)


def sort_key(date: Date) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """A key that sorts dates by their earliest day, then by their latest; those without a year come last.

    >>> from lessons.dates import parse
    >>> [d.edtf for d in sorted(map(parse, ["2021", "2014/..", "XXXX-10-18", "2021-10-06"]), key=sort_key)]
    ['2014/..', '2021', '2021-10-06', 'XXXX-10-18']
    """
    first, last = _extent(date)
    point = date.start or date.end
    if point is not None and point.year is None:
        last = first = (10**6, point.month or 0, point.day or 0)
    return first or last or (10**6, 0, 0), last or first or (10**6, 0, 0)


def _extent(date: Date) -> tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]:
    start = date.start.bounds() if date.start else None
    end = date.end.bounds() if date.end else None
    return (start[0] if start else None), (end[1] if end else None)


def _bare(date: Date) -> str:
    """The EDTF text without marks: "about 1950" and "1950" name the same year."""
    return re.sub("[~?%]", "", date.edtf)
