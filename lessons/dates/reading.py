"""Dates from EDTF and from words, as notes and learners write them."""

from __future__ import annotations

import contextlib
import re

from ..errors import DateError
from .date import Date, before
from .point import MONTHS, Point, month_length

_MONTH_NUMBER = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
_MONTH_NUMBER |= {name.lower()[:3]: n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_DASH = "-‐‑‒–—−"


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
    readings = _from_edtf(text, shown) or _from_words(text, shown)
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
    shown = repr(text)
    found: list[Date] = []
    for read in (_from_edtf, _from_words):  # "2004-05" is a month and a span of years
        with contextlib.suppress(DateError):
            found += read(text, shown)
    return tuple(dict.fromkeys(found))


_EDTF_POINT = re.compile(r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)$", re.ASCII)


def _from_edtf(text: str, shown: str) -> list[Date]:
    """The date of an EDTF text; empty where the text does not have that form."""
    ends: list[Point | None] = []
    parts = text.strip().split("/")
    if len(parts) > 2:
        return []
    for part in parts:
        if part in ("..", "") and len(parts) == 2:
            ends.append(None)
            continue
        match = _EDTF_POINT.match(part)
        if not match or (match["year"] == "XXXX" and not match["month"]):
            return []
        year, blurred = match["year"], match["year"].count("X") % 4
        number = None if year == "XXXX" else int(year.replace("X", "9" if year[0] == "-" else "0"))
        month, day = (int(match[k]) if match[k] else None for k in ("month", "day"))
        if len(parts) == 1 and month and day is None and not (month <= 12 or 21 <= month <= 24):
            return []  # 1914-18 is a span of years as people write it
        ends.append(_point(number, month, day, shown, blurred=blurred, mark=match["mark"]))
    if ends == [None, None]:
        return []
    return [_span(ends[0], ends[-1], shown) if len(parts) == 2 else Date(ends[0], ends[0])]


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
_NUMERIC = re.compile(rf"(\d{{1,2}})([{_DASH}/.])(\d{{1,2}})\2(\d{{4}})$", re.ASCII)
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
    bounded = bool(opened)
    if opened:
        words = opened[2]
    link = " and " if opened and opened[1] == "between" else " to "
    halves = re.match(rf"(.+?) ?(?:[{_DASH}]| to | until | through |{link}) ?(.+)$", words)
    spans = _spans(halves[1].strip(), halves[2].strip(), shown) if halves and not _NUMERIC.match(words) else []
    return spans or ([] if bounded else [Date(p, p) for p in _points(words, shown)])  # "from 2014" has no end


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
        return [iso.start for iso in _from_edtf(plain, shown) if iso.start]
    for form in _FORMS:
        match = form.match(plain)
        if match:
            return [_from_match(match.groupdict(), shown, mark)]
    return []


def _from_match(found: dict[str, str | None], shown: str, mark: str) -> Point:
    bc = (found.get("bc") or "").strip().startswith("bc")
    if found.get("century"):
        century = int(found["century"] or 0)
        if not century:
            raise DateError(f"{shown} is no date: there is no century 0; write e.g. 'the 1st century'")
        return _point(1 - century * 100 if bc else (century - 1) * 100, None, None, shown, blurred=2, mark=mark)
    if found.get("decade"):
        return _point(int(found["decade"] or 0) * 10, None, None, shown, blurred=1, mark=mark)
    year = int(found["year"] or 0) if found.get("year") else None
    if year == 0:
        raise DateError(f"{shown} is no date: there is no year 0; write e.g. '1 BC' or 'AD 1'")
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
        length = month_length(4 if year is None else year, month)
        if not 1 <= day <= length:
            last = Point(year=year, month=month, day=length)
            written = last.words(year=year is not None)
            of = MONTHS[month - 1] + (f" {year}" if month == 2 and year is not None else "")
            raise DateError(f"{shown} is no date: {of} has {length} days; write e.g. '{written}'")
    return Point(year=year, month=month, day=day, blurred=blurred, mark=mark)


def _span(start: Point | None, end: Point | None, shown: str) -> Date:
    """A span whose end does not lie before its start, or DateError."""
    span = Date(start, end)
    if start and end and before(Date(end, end), Date(start, start)):
        raise DateError(f"{shown} ends before it starts; write the earlier date first")
    return span
