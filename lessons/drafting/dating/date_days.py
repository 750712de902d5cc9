"""Days and months by name: "18 October 2021", "March 3–5", "in January and February 1937", "in May", "on the 20th"."""

from __future__ import annotations

import re
from dataclasses import replace

from lessons.dates.point import Point

from . import date_patterns as p
from .date_parts import (
    Expression,
    before_it,
    day_point,
    is_between,
    month_number,
    opens_entry,
    short_year,
    span_or_point,
    tail_of,
    whole_number,
)
from .year_figures import is_year


def from_day(text: str, at: int, end: int) -> Expression | None:
    found = p.DAY_FIRST.match(text, at, end)
    if not found:
        return None
    if found["d1"] and found["join"].strip() == "/":
        return None
    year = whole_number(found["y2"]) or (short_year(found["ys"]) if found["ys"] else None)
    month = month_number(found["m2"])
    last = day_point(year, month, whole_number(found["d2"]))
    if last is None:
        return None
    if not found["d1"]:
        return Expression(start=at, end=found.end(), first=last, **tail_of(found["tail"]))
    first_month = month_number(found["m1"]) if found["m1"] else None
    first = day_point(whole_number(found["y1"]), first_month or month, whole_number(found["d1"]))
    if first is None:
        return None
    if not found["m1"] and (first.day or 0) >= (last.day or 0):
        return None
    whole = span_or_point(text, found, first, last, found["tail"])
    if whole:
        return whole
    if first_month:  # "3 May and 5 June 2021": the year holds for both, the second is found next
        stop = found.start("join")
        return Expression(start=at, end=stop, first=replace(first, year=first.year or year))
    stop = found.end("d1")  # "3 and 17 May": the month holds for both
    return Expression(start=at, end=stop, first=replace(first, year=year))


_ORDINAL_DAY = re.compile(
    r"\b(?:the\s)?(?P<w>(?:twenty|thirty)[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|[a-z]{5,12})\s(?:day\s)?of\s\Z"
)
_TENS = {"twenty": 20, "thirty": 30}


def _ordinal_day(words: str) -> int | None:
    """The day of "eighth", "twenty-first".

    >>> _ordinal_day("twenty-first"), _ordinal_day("whole")
    (21, None)
    """
    tens, _, ones = words.replace("-", " ").rpartition(" ")
    if not tens and words in {"twentieth", "thirtieth"}:
        return 20 if words == "twentieth" else 30
    day = p.ORDINALS.get(ones, 0) + _TENS.get(tens, 0)
    return day if p.ORDINALS.get(ones) and 1 <= day <= 31 else None


_THING_BEHIND = re.compile(r"\s+[a-z]{3,}s\b")


def from_month(text: str, at: int, end: int) -> Expression | None:
    """From a month on: with days, with years, or alone."""
    worded = _ORDINAL_DAY.search(text, max(0, at - 32), at)
    day = _ordinal_day(worded["w"]) if worded else None
    dated_month = p.MONTH_YEAR.match(text, at, end) if worded and day else None
    if worded and dated_month and not dated_month["join"]:
        year = whole_number(dated_month["y1"] or dated_month["y2"])
        point = day_point(year, month_number(dated_month["m1"]), day)
        if point:
            return Expression(start=worded.start(), end=dated_month.end(), first=point, doubt="whole", **tail_of(dated_month["tail"]))
    found = p.MONTH_FIRST.match(text, at, end)
    if found and not (
        re.search(r"\b[Ii]n\s\Z", text[max(0, at - 4) : at]) and not found["y2"] and _THING_BEHIND.match(text, found.end("d1"), end)
    ):
        return _month_and_days(text, found)
    return _month_and_years(text, at, end)


def _month_and_days(text: str, found: re.Match[str]) -> Expression | None:
    month = month_number(found["m1"])
    year = whole_number(found["y2"]) or (short_year(found["ys"]) if found["ys"] else None)
    year1 = whole_number(found["y1"])
    if not found["join"]:
        point = day_point(year or year1, month, whole_number(found["d1"]))
        return Expression(start=found.start(), end=found.end(), first=point, **tail_of(found["tail"])) if point else None
    first = day_point(year1, month, whole_number(found["d1"]))
    last = day_point(year, month_number(found["m2"]) if found["m2"] else month, whole_number(found["d2"]))
    is_span = found["m2"] or ((first and first.day) or 0) < ((last and last.day) or 0)
    if found["join"].strip() != "/" and first and last and is_span and not _counts_on(text, found):
        whole = span_or_point(text, found, first, last, found["tail"])
        if whole:
            return whole
    if first is None:
        return None
    return Expression(start=found.start(), end=found.end("y1" if year1 else "d1"), first=replace(first, year=year1 or year))


# "Fell from 33 in the week ending October 12 to 21 in the next".
_ENDING = re.compile(r"\b(?:ending|ended|beginning|commencing)(?: on)? \Z")


def _counts_on(text: str, found: re.Match[str]) -> bool:
    """Whether what "to" leads to is a number and no day: a week that ends on one day ends on no other."""
    return found["join"].strip() == "to" and not found["m2"] and bool(_ENDING.search(text, max(0, found.start() - 14), found.start()))


_NAME_BEHIND = re.compile(r"\s[A-ZÀ-Þ][a-zà-þ’']+")

_NAME_BEFORE = re.compile(r"(?<![.!?:;”\"’)\s])\s[A-ZÀ-Þ][\w’'.-]*\s\Z")

_VERB_MARCH = re.compile(r"\s(?:on|of|for|to|through|towards|past|into)\b")


def _month_and_years(text: str, at: int, end: int) -> Expression | None:
    found = p.MONTH_YEAR.match(text, at, end)
    if not found:
        return None
    month = month_number(found["m1"])
    year1 = whole_number(found["y1"])
    year = whole_number(found["y2"]) or (short_year(found["ys"]) if found["ys"] else None)
    if found["join"] and (found["join"].strip() not in {"and", "&", "or"} or (is_between(text, at))):
        last = Point(year=year, month=month_number(found["m2"]))
        if not (year1 or year or _is_time(text, at, found["m1"], end)):
            return None
        return span_or_point(text, found, Point(year=year1, month=month), last, found["tail"])
    if found["join"]:  # "in January and March 1937": the year holds for both, the second is found next
        if year1 or year or _is_time(text, at, found["m1"], end):
            stop = found.start("join")
            return Expression(start=at, end=stop, first=Point(year=year1 or year, month=month), **tail_of(found["tail"]))
        return None
    if re.search(r"\b(?:Fourth|4th) of\s\Z", text[max(0, at - 12) : at]):
        return None
    if year1 or year:
        if year1 and not is_year(text, found.start("y1"), end, behind_month=True):
            return None
        return Expression(start=at, end=found.end(), first=Point(year=year1 or year, month=month))
    if not found["tail"] and (one := before_it(text, at, found.end(), month)):
        return one
    if month and (quarter := _QUARTER.match(text, found.end(), end)) and month % 3 == 0:
        return Expression(start=at, end=quarter.end(), first=Point(year=None, month=month - 2), last=Point(year=None, month=month))
    if found["tail"] or _is_time(text, at, found["m1"], end):
        return Expression(start=at, end=found.end(), first=Point(year=None, month=month), **tail_of(found["tail"]))
    return None


# "Profit for the June quarter": its three months.
_QUARTER = re.compile(r"\squarter\b")


# "It was June", "put back to June".
_IN_MONTH = re.compile(
    r"\b[Ii]t (?:was|is) (?:now |already |late |early |still |not )?\Z|\bas (?:early|late|soon|recently) as \Z"
    r"|\b(?:put (?:back|off|forward)|postponed|moved|pushed back|deferred|delayed|brought forward|adjourned"
    r"|first|then|again|finally) (?:to|until|till)"
    r" (?:early |late |mid-)?\Z"
)


# "June was the driest in years"
_SUPERLATIVE = re.compile(
    r"\s(?:was|is|has been|had been|proved|remains?)\s(?:by far\s)?(?:the|one of the|our|its|their|my)\s(?:\w+\s){0,2}?"
    r"(?:\w{2,}est|worst|best|busiest|(?:\w+\s)?months?)\b"
)


# "One July he left", "some March day", "most Septembers".
_ANY = re.compile(r"\b(?:[Ee]very|[Ee]ach|[Oo]ne|[Ss]ome|[Aa]ny|[Mm]ost|[Mm]any|[Aa]nother|no|[Nn]o [a-z]+)\s\Z")


def _is_time(text: str, at: int, word: str, end: int) -> bool:
    """Whether a month that stands alone is one: "in May", not "Theresa May", "a March on the town", "May I".

    >>> _is_time("we met in May", 10, "May", 13), _is_time("Ms May said", 3, "May", 11)
    (True, False)
    """
    before = text[max(0, at - 30) : at]
    bare = word.rstrip(".").title()
    if re.search(r"\b(?:\w{3,}est|average|normal|typical)\s\Z", before):
        return False  # "the coldest January since 2010"
    if re.search(r"\b(?:[Ww]hich|[Ww]hat)\s\Z", before):
        return False
    timed = bool(p.IN_TIME.search(before) or p.TO_TIME.search(before) or _IN_MONTH.search(before))
    behind = at + len(word)
    follows_name = bool(_NAME_BEHIND.match(text, behind, end))
    if timed:
        weak = re.search(r"\b(?:of|[Bb]y|[Ff]rom|[Aa]fter|[Bb]efore)[\s-]\Z", before)
        return not (weak and bare in p.DOUBTFUL and follows_name)
    if bare in p.SHORT or word.isupper():
        return False
    if follows_name or _NAME_BEFORE.search(" " + before) or _ANY.search(before):
        return False
    if opens_entry(text, at, behind) or _SUPERLATIVE.match(text, behind, end):
        return True
    if bare in p.DOUBTFUL:
        if bare not in p.SHORT and re.match(
            r"\s(?:delivery|futures|contracts?|issue|edition|elections?|referendum|budget|meeting|session)\b", text[behind : behind + 14]
        ):
            return True
        the = re.search(
            r"\b(?:in|at|of|for|before|after|since|until|by)\sthe\s\Z" if bare == "May" else r"\b(?:the|its|their|his|her|that)\s\Z", before
        )
        return bool(the) and text[behind : behind + 2].strip()[:1].islower() and not _VERB_MARCH.match(text, behind, end)
    return True


def dated(text: str, at: int, end: int) -> Expression | None:
    """A day of a month, from a figure or a month's name on."""
    read = from_day(text, at, end) if text[at : at + 1].isdigit() else from_month(text, at, end)
    return read if read and read.first and read.first.day is not None else None


def nth(text: str, at: int, end: int) -> Expression | None:
    """The likes of "on the 20th", of the month that the story is in."""
    found = p.NTH.match(text, at, end)
    before = text[max(0, at - 16) : at]
    if not found or not re.search(
        r"\bthe\s\Z"
        if re.match(r"\sof (?:this|that|the same) month\b", text[found.end() : found.end() + 18])
        else r"\b(?:[Oo]n|[Uu]ntil|[Bb]y|[Ss]ince|[Ff]rom|[Ff]or|(?:morning|afternoon|evening|night|eve|hours|dawn) of) the\s\Z"
        r"|\b\d{1,2}(?:st|nd|rd|th)?(?:,| and) (?:the )?\Z",
        before,
    ):
        return None
    of_month = re.match(r"\sof (?P<which>this|that|the same|the|last|next) month\b", text[found.end() : found.end() + 20])
    if of_month:
        moved = {"this": 0, "last": -1, "next": 1}.get(of_month["which"])
        base = "story" if moved is None else "published"
        day = Point(year=None, month=None, day=int(found["d"]))
        start = at - 4 if before.endswith("the ") else at
        return Expression(start=start, end=found.end() + of_month.end(), first=day, base=base, unit="month", amount=moved or 0)
    if not p.NTH_GOES_ON.match(text, found.end(), end):
        return None
    start = at - 4 if before.endswith("the ") else at
    return Expression(start=start, end=found.end(), first=Point(year=None, month=None, day=int(found["d"])), base="story")
