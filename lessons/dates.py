"""Calendar dates at their own precision.

A date is as exact as its source: a day, a month, a year, a season, a decade, a century, a span of these, open at one end or not, with
the year unknown or the whole approximate. The text form is EDTF (Extended Date/Time Format, ISO 8601-2:2019, level 1 with seasons), of
which this module reads and writes the part that readings need:

==================  =============================  ========================
EDTF                printed                        precision
==================  =============================  ========================
``2021-10-18``      18 October 2021                day
``2021-10``         October 2021                   month
``2021``            2021                           year
``2021-21``         spring 2021                    season (21 to 24)
``197X``            the 1970s                      decade
``17XX``            the 18th century               century
``-0489``           490 BC                         year
``XXXX-10-18``      18 October (year unknown)      day
``2021-10~``        about October 2021             month, approximate
``1989/1991``       1989–1991                      span
``2014/..``         since 2014                     span, open
``../2021``         until 2021                     span, open
==================  =============================  ========================

Nothing is made more exact than it is: whether 2021-10 lies before 2021-10-18 is not known, and `before` says so.

Limits: the Gregorian calendar, carried back; no times of day; ``?`` and ``%`` (uncertain) are read, and printed as "perhaps".
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Literal

from .errors import DateError

Precision = Literal["day", "month", "season", "year", "decade", "century", "span"]

_MONTHS = tuple(calendar.month_name)[1:]
_MONTH_NUMBER = {name.lower(): n for n, name in enumerate(_MONTHS, 1)}
_MONTH_NUMBER |= {name.lower()[:3]: n for n, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON_NAME = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
UNKNOWN_YEAR = " (year unknown)"
_DASH = "-‐‑‒–—−"


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
        return words + self._words(year=True)

    def _words(self, *, year: bool) -> str:
        """Day, month and, where wanted, year as a person writes them."""
        named = [] if self.day is None else [str(self.day)]
        if self.month is not None:
            named.append(_SEASON_NAME.get(self.month) or _MONTHS[self.month - 1])
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
            return (*first, 1), (*last, _month_length(*last))
        if slack:
            before, after = _shift_day(self.year, self.month, self.day, -1), _shift_day(self.year, self.month, self.day, 1)
            return before, after
        return (self.year, self.month, self.day), (self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a span of time, as exact as it is known.

    Make one with `parse`; a plain date has the same `Point` at both ends, an open span None at one.

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

        >>> parse("1989–91").is_span, parse("1989").is_span
        (True, False)
        """
        return self.start != self.end

    @property
    def precision(self) -> Precision:
        """How exact the date is; a span is of precision ``"span"``.

        >>> parse("spring 2021").precision
        'season'
        """
        return "span" if self.is_span or self.start is None else self.start.precision

    @property
    def edtf(self) -> str:
        """The text form that is stored and compared.

        >>> parse("since 2014").edtf
        '2014/..'
        """
        ends = [point.edtf if point else ".." for point in (self.start, self.end)]
        return "/".join(ends) if self.is_span else ends[0]

    @property
    def text(self) -> str:
        """The date as a person writes it.

        >>> parse("2021-10-18").text, parse("../2021").text, parse("XXXX-10-18").text
        ('18 October 2021', 'until 2021', '18 October (year unknown)')
        """
        start, end = self.start, self.end
        if not self.is_span:
            return start.text if start else ""
        if start is None or end is None:
            return f"since {start.text}" if start else f"until {end.text}" if end else ""
        if start.year == end.year and not (start.mark or end.mark or start.blurred) and start.month and end.month:
            if start.month == end.month and start.day and end.day:
                return f"{start.day}–{end._words(year=True)}"
            dash = " – " if start.day or end.day else "–"
            return f"{start._words(year=False)}{dash}{end._words(year=True)}"
        if start.precision == end.precision == "year" and not (start.mark or end.mark):
            early = start.text.removesuffix(" BC") if end.text.endswith(" BC") else start.text
            return f"{early}–{end.text}"
        return f"{start.text} – {end.text}"

    @property
    def phrase(self) -> str:
        """The date with its preposition, to open a clause with.

        >>> parse("2021-10-18").phrase, parse("2021-10").phrase, parse("1989/1991").phrase, parse("2014/..").phrase
        ('on 18 October 2021', 'in October 2021', 'in 1989–1991', 'since 2014')
        >>> parse("12 September").phrase
        'on 12 September'
        """
        if self.is_span and (self.start is None or self.end is None):
            return self.text
        point = self.start or self.end
        return f"{'on' if point and point.precision == 'day' else 'in'} {self.brief}"

    @property
    def brief(self) -> str:
        """The text without a word on an unknown year, for use among dates that have none.

        >>> parse("12 September").brief
        '12 September'
        """
        return self.text.removesuffix(UNKNOWN_YEAR)

    def __str__(self) -> str:
        return self.text


def before(one: Date, other: Date) -> bool | None:
    """Whether `one` lies wholly before `other`; None where their precision leaves that open.

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

    >>> same(parse("12 Dec 2019"), parse("2019-12-12")), same(parse("2019"), parse("2020"))
    (True, False)
    >>> same(parse("2019"), parse("2019-12-12")) is None
    True
    """
    if _bare(one) == _bare(other):
        return True
    for a, b in ((one, other), (other, one)):
        if before(a, b):
            return False
    # With no year to go by, the day or month can still differ.
    start, other_start = one.start, other.start
    if one.is_span or other.is_span or start is None or other_start is None or None not in (start.year, other_start.year):
        return None
    pairs = ((start.month, other_start.month), (start.day, other_start.day))
    return False if any(a and b and a != b for a, b in pairs) else None


def within(one: Date, other: Date) -> bool:
    """Whether all of `one` lies inside `other`: the coarser date says nothing against the finer one.

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

    >>> [d.edtf for d in sorted(map(parse, ["2021", "2014/..", "XXXX-10-18", "2021-10-06"]), key=sort_key)]
    ['2014/..', '2021', '2021-10-06', 'XXXX-10-18']
    """
    first, last = _extent(date)
    point = date.start or date.end
    if point is not None and point.year is None:
        last = first = (10**6, point.month or 0, point.day or 0)
    return first or last or (10**6, 0, 0), last or first or (10**6, 0, 0)


def parse(text: str) -> Date:
    """Read a date as a note has it: EDTF, or words as people write them.

    Args:
        text: e.g. ``2021-10-18``, ``12 Dec 2019``, ``December 12th, 2019``, ``21–22 October 2021``, ``since 2014``, ``490 BC``.

    Raises:
        DateError: where it is no date, an impossible one, or could be read in two ways (``06/10/2021``).

    >>> parse("September 12th, 2001").edtf
    '2001-09-12'
    >>> parse("31 June 2021")
    Traceback (most recent call last):
    lessons.errors.DateError: '31 June 2021' is no date: June has 30 days; write e.g. '30 June 2021'
    """
    shown = repr(text.strip() if len(text) < 60 else text.strip()[:57] + "…")
    edtf = _from_edtf(text.strip(), shown)
    if edtf is not None:
        return edtf
    readings = _from_words(text, shown)
    if not readings:
        raise DateError(f"{shown} is no date; write e.g. '18 October 2021', 'October 2021', '2021' or 'since 2014'")
    if len(readings) > 1:
        raise DateError(f"{shown} can be read as {' or '.join(d.text for d in readings)}; write the month as a word")
    return readings[0]


def typed(text: str) -> tuple[Date, ...]:
    """All that a learner may have meant by a typed date; empty where it cannot be read or cannot be.

    >>> [d.edtf for d in typed("06/10/2021")]
    ['2021-10-06', '2021-06-10']
    >>> [d.edtf for d in typed("12/12/2019")], typed("31 June 2021"), typed("soon")
    (['2019-12-12'], (), ())
    """
    if len(text) > 100:
        return ()
    try:
        words = _from_words(text, repr(text))
        edtf = _from_edtf(text.strip(), repr(text))
    except DateError:
        return ()
    found = ([edtf] if edtf else []) + list(words)
    return tuple(dict.fromkeys(found))


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


def _month_length(year: int, month: int) -> int:
    return 28 + calendar.isleap(year) if month == 2 else 30 + (month in (1, 3, 5, 7, 8, 10, 12))


def _shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


def _shift_day(year: int, month: int, day: int, by: int) -> tuple[int, int, int]:
    """The day before or after (`by` is -1 or 1)."""
    day += by
    if day < 1:
        year, month = _shift_month(year, month, -1)
        return year, month, _month_length(year, month)
    if day > _month_length(year, month):
        return (*_shift_month(year, month, 1), 1)
    return year, month, day


def _extent(date: Date) -> tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]:
    start = date.start.bounds() if date.start else None
    end = date.end.bounds() if date.end else None
    return (start[0] if start else None), (end[1] if end else None)


def _bare(date: Date) -> str:
    """The EDTF text without marks: "about 1950" and "1950" name the same year."""
    return re.sub("[~?%]", "", date.edtf)


# ---- reading ---------------------------------------------------------------------------------------------------------------------

_EDTF_POINT = re.compile(r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)$", re.ASCII)


def _from_edtf(text: str, shown: str) -> Date | None:
    """The date of an EDTF text; None where the text does not have that form."""
    ends: list[Point | None] = []
    parts = text.split("/")
    if len(parts) > 2:
        return None
    for part in parts:
        if part in ("..", "") and len(parts) == 2:
            ends.append(None)
            continue
        match = _EDTF_POINT.match(part)
        if not match or (match["year"] == "XXXX" and not match["month"]):
            return None
        if match["month"] and len(parts) == 1 and not match["day"] and int(match["month"]) > 24:
            return None  # 1989-91 is a span of years as people write it
        year, blurred = match["year"], match["year"].count("X") % 4
        number = None if year == "XXXX" else int(year.replace("X", "9" if year[0] == "-" else "0"))
        month, day = (int(match[k]) if match[k] else None for k in ("month", "day"))
        ends.append(_point(number, month, day, shown, blurred=blurred, mark=match["mark"]))
    if ends == [None, None]:
        return None
    return _span(ends[0], ends[-1], shown) if len(parts) == 2 else Date(ends[0], ends[0])


_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>\d{3,4}|\d{1,4}(?= ?(?:bc|ad|ce))|(?<=ad )\d{1,4})(?P<bc> ?bce?| ?ad| ?ce)?"
_FORMS = tuple(
    re.compile(form + "$", re.ASCII)
    for form in (
        rf"(?:the )?{_DAY}(?: of)? {_MONTH}(?:,? (?:ad )?{_YEAR})?",
        rf"{_MONTH} (?:the )?{_DAY}(?:,? (?:ad )?{_YEAR})?",
        rf"{_MONTH}(?:,? (?:of )?(?:ad )?{_YEAR})?",
        rf"(?P<season>spring|summer|autumn|fall|winter),? (?:of )?{_YEAR}",
        rf"(?:ad )?{_YEAR}",
        r"(?:the )?(?P<decade>\d{3})0'?s",
        r"(?:the )?(?P<century>\d{1,2})(?:st|nd|rd|th) century(?P<bc> bce?)?",
        r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})",
    )
)
_NUMERIC = re.compile(rf"(\d{{1,2}})([/.{_DASH}])(\d{{1,2}})\2(\d{{4}})$", re.ASCII)
_ABOUT = re.compile(r"^(?:about|around|approximately|roughly|circa|ca?\.?) (?=\w)|~$")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? ")


def _from_words(text: str, shown: str) -> list[Date]:
    """What the words may mean; empty where they are no date. Raises DateError where the date cannot be."""
    words = " ".join(text.lower().replace("\u2019", "'").split()).strip(" .,;")
    words = re.sub(r"^(?:on|in|during) ", "", words)
    opened = re.match(r"(since|until|till|from|between) (.+)$", words)
    if opened and opened[1] in ("since", "until", "till"):
        points = _points(opened[2], shown)
        return [Date(p, None) if opened[1] == "since" else Date(None, p) for p in points]
    if opened:
        words = opened[2]
    halves = re.match(rf"(.+?) ?(?:[{_DASH}]| to | until | through | and ) ?(.+)$", words)
    spans = _spans(halves[1].strip(), halves[2].strip(), shown) if halves and not _NUMERIC.match(words) else []
    return spans or [Date(p, p) for p in _points(words, shown)]


def _spans(left: str, right: str, shown: str) -> list[Date]:
    """Spans from the words on both sides of a dash; what one side leaves out the other gives."""
    if re.fullmatch(r"\d{1,2}", right) and re.fullmatch(r"\d{3,4}", left):  # 1989–91
        right = left[: len(left) - len(right)] + right
    bare_day = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{3,4}(?: bc)?))?", right)
    if bare_day and re.match(_MONTH, left):  # March 3 to 5, 2023
        year = f" {bare_day[2]}" if bare_day[2] else ""
        month = left.split(maxsplit=1)[0]
        left, right = left + year, f"{bare_day[1]} {month}{year}"
    ends = _points(right, shown)
    if not ends:
        return []
    end = ends[0]
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", left) and end.day:  # 21–22 October 2021
        return [_span(_point(end.year, end.month, int(re.sub(r"\D", "", left)), shown), end, shown)]
    if re.fullmatch(r"\d{1,4}", left) and end.year is not None and end.year <= 0 and end.month is None:  # 499–449 BC
        left += " bc"
    starts = _points(left, shown)
    if not starts:
        return []
    start = starts[0]
    if start.year is None and end.year is not None:  # 3 March – 5 April 2023
        start = _point(end.year, start.month, start.day, shown, mark=start.mark)
    return [_span(start, end, shown)]


def _points(words: str, shown: str) -> list[Point]:
    """What may be meant by the words for one point in time."""
    plain = _ABOUT.sub("", words)
    mark = "~" if plain != words else ""
    plain = _WEEKDAY.sub("", plain)
    numeric = _NUMERIC.match(plain)
    if numeric:
        return _numeric(int(numeric[1]), int(numeric[3]), int(numeric[4]), shown)
    if not mark and "-" in plain:
        iso = _from_edtf(plain, shown)
        return [iso.start] if iso and iso.start else []
    for form in _FORMS:
        match = form.match(plain)
        if match:
            return [_from_match(match.groupdict(), shown, mark)]
    return []


def _from_match(found: dict[str, str | None], shown: str, mark: str) -> Point:
    bc = (found.get("bc") or "").strip().startswith("bc")
    if found.get("century"):
        century = int(found["century"] or 0)
        return _point(1 - century * 100 if bc else (century - 1) * 100, None, None, shown, blurred=2, mark=mark)
    if found.get("decade"):
        return _point(int(found["decade"] or 0) * 10, None, None, shown, blurred=1, mark=mark)
    year = int(found["year"] or 0) if found.get("year") else None
    if year is not None and bc:
        year = 1 - year
    name = found.get("month") or ""
    month = int(name) if name.isdigit() else _MONTH_NUMBER.get(name) or _SEASONS.get(found.get("season") or "")
    day = int(found["day"] or 0) if found.get("day") else None
    return _point(year, month, day, shown, mark=mark)


def _numeric(one: int, two: int, year: int, shown: str) -> list[Point]:
    """Day and month in either order: 06/10/2021 is two dates, 13/10/2021 is one."""
    found, reason = [], None
    for day, month in ((one, two), (two, one)):
        try:
            found.append(_point(year, month, day, shown))
        except DateError as error:
            reason = error
    if not found and reason:
        raise reason
    return list(dict.fromkeys(found))


def _point(year: int | None, month: int | None, day: int | None, shown: str, *, blurred: int = 0, mark: str = "") -> Point:
    """A point that can be, or DateError with what to write instead."""
    if month is not None and not (1 <= month <= 12 or (21 <= month <= 24 and day is None)):
        raise DateError(f"{shown} is no date: there is no month {month}; write e.g. '18 October 2021'")
    if day is not None and month is not None:
        length = _month_length(4 if year is None else year, month)
        if not 1 <= day <= length:
            last = Point(year=year, month=month, day=length)
            written = last._words(year=year is not None)
            of = _MONTHS[month - 1] + (f" {year}" if month == 2 and year is not None else "")
            raise DateError(f"{shown} is no date: {of} has {length} days; write e.g. '{written}'")
    return Point(year=year, month=month, day=day, blurred=blurred, mark=mark)


def _span(start: Point | None, end: Point | None, shown: str) -> Date:
    """A span whose end does not lie before its start, or DateError."""
    span = Date(start, end)
    if start and end and before(Date(end, end), Date(start, start)):
        raise DateError(f"{shown} ends before it starts; write the earlier date first")
    return span
