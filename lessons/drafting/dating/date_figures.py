"""Dates from a figure on: ISO dates, 18/10/2021, years and spans of years, decades, years with an era."""

from __future__ import annotations

import re

from lessons.dates.point import Point

from . import date_patterns as p
from .date_days import from_day, nth
from .date_names import quarter_figures
from .date_parts import Expression, day_point, is_between, short_year, whole_number
from .year_figures import is_year


def from_figure(text: str, at: int, end: int, day_first: bool | None = None) -> Expression | None:
    """From a figure on."""
    if text.startswith("9/11", at) and not text[at + 4 : at + 5].isdigit() and text[at + 4 : at + 5] != "/":
        return Expression(start=at, end=at + 4, first=Point(year=2001, month=9, day=11), is_aside=True)
    if text[at + 1 : at + 2].isdigit() and text[at + 2 : at + 4].isdigit() and not text[at + 4 : at + 5].isdigit():
        return _four_figures(text, at, end)
    return (
        from_day(text, at, end)
        or _numeric(text, at, end, day_first)
        or era_years(text, at, end)
        or quarter_figures(text, at, end)
        or nth(text, at, end)
    )


def _four_figures(text: str, at: int, end: int) -> Expression | None:
    stamp = p.STAMP.match(text, at, end)
    if stamp:  # a time to the minute is a specimen or a log, and no part of it is a date
        return Expression(start=stamp.end(), end=stamp.end())
    if found := p.ISO.match(text, at, end):
        first = day_point(int(found["y"]), int(found["m"]), int(found["d"]))
        last = day_point(int(found["y2"]), int(found["m2"]), int(found["d2"])) if found["y2"] else None
        return Expression(start=at, end=found.end(), first=first, last=last) if first else None
    return era_years(text, at, end) or _decade_years(text, at, end) or _year_span(text, at, end) or _one_year(text, at, end)


def _decade_years(text: str, at: int, end: int) -> Expression | None:
    found = p.DECADE.match(text, at, end)
    if not found:
        return None
    first = _decade_point(int(found["y1"]))
    if found["join"] and found["join"].strip() in {"and", "&", "or"} and not is_between(text, at):
        return Expression(start=at, end=found.start("join"), first=first)
    if not found["join"]:
        return Expression(start=at, end=found.end(), first=first)
    late = whole_number(found["y2"]) or 0
    return Expression(
        start=at, end=found.end(), first=first, last=_decade_point(late if late > 99 else int(found["y1"]) // 100 * 100 + late)
    )


def _decade_point(year: int) -> Point:
    """1970 → the 1970s; 1800 → the 19th century, as "the 1800s" are mostly meant; 2000 → the decade."""
    return Point(year=year, blurred=2 if year % 100 == 0 and year != 2000 else 1)


def _year_span(text: str, at: int, end: int) -> Expression | None:
    found = p.YEARS.match(text, at, end)
    if not found:
        return None
    first, join = int(found["y1"]), found["join"].strip()
    short = len(found["y2"]) == 2
    last = int(found["y2"]) if not short else first // 100 * 100 + int(found["y2"])
    if short and last <= first:
        last += 100
    if short and join in {"and", "&", "or", "to", "until", "till", "through"}:
        return None
    dashed = join in {"–", "—", "‑", "-", "/"}
    iso = p.ISO_MONTH.match(text, at, end) if short and join in {"-", "/"} and last != first + 1 else None
    if iso and (last - first > 12 or text[at - 1 : at] in {"", "\n"}):
        return Expression(start=at, end=iso.end(), first=Point(year=first, month=int(iso["m"])))
    if not (1000 <= first < last <= (2100 if short else 2200)) or last - first > (99 if short else 1200):
        return None
    if not dashed and not _years_join(text, at, end, join):
        return None
    if dashed and (not is_year(text, at, end, is_span=True) or _PLAN.search(text, max(0, at - 24), at)):
        return None
    return Expression(start=at, end=found.end(), first=Point(year=first), last=Point(year=last))


# "The National Housing Plan 2021–2027": a part of its name.
_PLAN = re.compile(
    r"\b(?:Plan|Programme|Program|Strategy|Agenda|Vision|Framework|Roadmap|Horizon|Charter|Mission|Initiative|Facility|Fund|Pact|Scheme"
    r"|Outlook|Compact|Policy|Partnership)\s(?:for\s)?\Z"
)


def _years_join(text: str, at: int, end: int, join: str) -> bool:
    """Whether "1998 to 2008", "1998 and 2008" is one span."""
    if join in {"and", "&", "or"}:
        return is_between(text, at)
    if re.search(
        r"\b(?:rose|fell|grew|cut|up|down|increased|dropped|raised|number|declined)\s(?:\w+\s){0,2}(?:from\s)?\Z",
        text[max(0, at - 40) : at],
    ):
        return False
    return is_year(text, at, end, is_span=True)


def _one_year(text: str, at: int, end: int) -> Expression | None:
    found = p.ONE_YEAR.match(text, at, end)
    if found and is_year(text, at, end):
        onwards = re.match(r"\s(?:onwards?|on)\b(?=[\s,.;)])", text[found.end() : found.end() + 9])
        if onwards and onwards[0].endswith("s"):
            return Expression(start=at, end=found.end() + onwards.end(), first=Point(year=int(found[0])), opened="since", doubt="whole")
        return Expression(start=at, end=found.end(), first=Point(year=int(found[0])))
    return iso_month(text, at, end)


def iso_month(text: str, at: int, end: int) -> Expression | None:
    found = p.ISO_MONTH.match(text, at, end)
    return found and Expression(start=at, end=found.end(), first=Point(year=int(found["y"]), month=int(found["m"])))


def era_years(text: str, at: int, end: int) -> Expression | None:
    """Years with their era: "490 BC", "264–146 BC"."""
    found = p.ERA_YEARS.match(text, at, end)
    if not found:
        return None
    era2 = found["e2"][0]
    era1 = (found["e1"] or found["e2"])[0]
    first = _era_year(int(found["y1"]), era1)
    if not found["join"]:
        return Expression(start=at, end=found.end(), first=first)
    if found["join"].strip() in {"and", "&", "or"} and not is_between(text, at):
        return Expression(start=at, end=found.start("join"), first=first)
    late = int(found["y2"])
    if era2 == "B" and not found["e1"] and late < 100 and found["y1"][:-2] and late > int(found["y1"][-2:]):
        return None
    return Expression(start=at, end=found.end(), first=first, last=_era_year(late, era2))


def _era_year(n: int, era: str) -> Point:
    return Point(year=1 - n if era == "B" else n)


def ad_year(text: str, at: int, end: int) -> Expression | None:
    found = p.AD_YEAR.match(text, at, end)
    if not found or not 0 < int(found["y1"]) <= 2100:
        return None
    last = Point(year=int(found["y2"])) if found["y2"] and found["join"].strip() not in {"and", "or"} else None
    return Expression(start=at, end=found.end() if last else found.end("y1"), first=Point(year=int(found["y1"])), last=last)


def _numeric(text: str, at: int, end: int, day_first: bool | None) -> Expression | None:
    """18/10/2021, 10/18/2021: in the order that the page has, where the numbers themselves do not tell."""
    found = p.NUMERIC.match(text, at, end)
    if found:
        a, b = int(found["a"]), int(found["b"])
        year = int(found["y"]) if len(found["y"]) == 4 else short_year(found["y"])
        if not 1400 <= year <= 2100 or not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
            return None
        first, second = day_point(year, b, a) if b <= 12 else None, day_point(year, a, b) if a <= 12 else None
        if found["sep"] == "." or a == b:
            second = second if not first else None
        point = first if second is None or day_first else second if first is None or day_first is False else None
        if point:
            return Expression(start=at, end=found.end(), first=point)
        both = tuple(one.edtf for one in (first, second) if one)
        doubt = "which of the two numbers is the month?"
        return Expression(start=at, end=found.end(), first=Point(year=year), candidates=both, doubt=doubt) if both else None
    short = p.SHORT_NUMERIC.match(text, at, end)
    if not short or day_first is None or not re.search(r"\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom)\s\Z", text[max(0, at - 7) : at]):
        return None
    day, month = (int(short["a"]), int(short["b"])) if day_first else (int(short["b"]), int(short["a"]))
    short_point = day_point(None, month, day) if 1 <= month <= 12 else None
    return Expression(start=at, end=short.end(), first=short_point) if short_point else None


_IN_BEFORE = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]ack in|[Ee]arly|[Ll]ate|and)\s\Z")
_CLOSING = re.compile(r"[’'](?!\w)")
_QUOTED_NUMBER = re.compile(r"\s(?:[a-z]{3,}s\b|per\b|of\b|or\b)|[’']")


def short_figures(text: str, at: int, end: int) -> Expression | None:
    """The likes of "in ’04", "since ’98"; not a figure that opens a quotation."""
    if not _IN_BEFORE.search(text, max(0, at - 8), at) or _QUOTED_NUMBER.match(text, at + 3, end):
        return None
    if _CLOSING.search(text, at + 3, min(end, at + 30)):
        return None
    year = short_year(text[at : at + 3])
    return None if _EITHER[0] < year <= _EITHER[1] else Expression(start=at, end=at + 3, first=Point(year=year))


# "’24" may be either century's.
_EITHER = 2015, 2040
