"""Date expressions as they stand in a text: what of the calendar they name, and what they leave out.

`expressions` finds them in one pass; `years` settles what they leave out. What is read here is only what the words themselves say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ..words import any_of
from . import date_patterns as p
from .date_days import from_month
from .date_figures import ad_year, from_figure, short_figures
from .date_moving import week_of
from .date_names import century, decade_words, named_day, quarter_words, season
from .date_parts import Expression, counts_from_april, marked, of_fiscal_year, part_of_year
from .date_relative import relative
from .date_weekdays import weekday

# Words before an expression are looked for in so many letters.
_BEFORE = 48


def expressions(text: str, start: int, end: int, day_first: bool | None = None) -> Iterator[Expression]:
    """The date expressions of a stretch of text, in order.

    Args:
        text: the whole text.
        start: where the stretch begins.
        end: where it ends.
        day_first: how the page orders the numbers of "3/5/2021"; None where that is not known.

    >>> text = "Since early May 2019, and again on 3 June."
    >>> [(text[e.start : e.end], e.opened, e.first.edtf) for e in expressions(text, 0, len(text))]
    [('Since early May 2019', 'since', '2019-05'), ('3 June', '', 'XXXX-06-03')]
    """
    at = left = start
    while found := p.TRIGGER.search(text, at, end):
        kind = found.lastgroup or ""
        read = _READERS[kind](text, found.start(), end, day_first) if kind == "digit" else _READERS[kind](text, found.start(), end)
        if read is None or read.start < left:
            at = _behind(text, found, kind, end)
            continue
        if read.end > read.start:  # an empty one says only how far to go on
            whole = _with_words_before(text, read, left)
            if whole:
                yield whole
        at = left = max(read.end, found.end())


_NUMBER = re.compile(r"\d{1,30}+(?:[.,:/-]\d{1,12}+){0,4}")


def _behind(text: str, found: re.Match[str], kind: str, end: int) -> int:
    """Where to look on behind what is no date: a mark before figures may open a quotation, and the figures a date ("‘14 June’")."""
    if kind == "short":
        return found.start() + 1
    number = _NUMBER.match(text, found.start(), end) if kind == "digit" else None
    return number.end() if number else found.end()


def _with_words_before(text: str, read: Expression, left: int) -> Expression | None:
    """An expression with "early", "the end of", "since" and the like before it, as far back as `left`."""
    if read.doubt == "whole":
        return _opened(text, replace(read, doubt=""), left)
    weekly = week_of(text, read, left)
    if weekly:
        return _opened(text, weekly, left)
    at = read.start
    found = p.MODIFIER.search(text, max(left, at - _BEFORE), at)
    if found and (found["half"] or found["quarter"]) and read.first and read.first.month is None and not read.first.blurred:
        part = part_of_year(found[0], read.first.year)
        if part and text.startswith("FY", read.start) and counts_from_april(text):
            part = of_fiscal_year(part)
        if part:
            read = replace(read, start=found.start(), first=part[0], last=part[1])
    elif found and found["about"] and read.first and not read.last and read.first.month is None:
        is_small = found["about"].strip().lower() in {"about", "around"}  # like "in", it is none of the date's words
        mark = "" if is_small and read.first.blurred else "~"
        read = replace(read, start=read.start if is_small else found.start(), first=marked(read.first, mark))
    elif (
        found and (found["edge"] or found["half"] or found["when"]) and (read.first or read.unit in {"year", "month"}) and _takes_edge(read)
    ):
        read = replace(read, start=found.start())
        article = p.MODIFIER.search(text, max(left, read.start - 6), read.start)
        if article and article["the"]:
            read = replace(read, start=article.start())
    elif (found and found["fiscal"] and read.first and read.first.month is None) or (found and found["the"] and _takes_article(text, read)):
        read = replace(read, start=found.start())
    if p.EACH.search(text, max(left, read.start - 24), read.start) or p.EACH_BEHIND.match(text, read.end, read.end + 24):
        if not read.lacks_year or not read.first or read.first.day is None:
            return None if read.lacks_year else read
        read = replace(read, order="each")
    return _opened(text, read, left)


def _opened(text: str, read: Expression, left: int) -> Expression:
    """With "since" or "until" before it."""
    opened = p.OPENED.search(text, max(left, read.start - 24), read.start)
    if opened and opened["word"].lower() != "since" and p.NOT_UNTIL.search(text, max(left, opened.start() - 12), opened.start()):
        opened = None
    if opened and not read.opened and (not read.last or _is_part_of_year(read)):
        read = replace(read, start=opened.start(), opened="since" if opened["word"].lower() == "since" else "until")
    if read.lacks_year and read.weekday is None and read.first and read.first.day and (day := _A_WEEKDAY.match(text, read.end)):
        read = replace(read, weekday=p.DAYS[day["w"]])
    return replace(read, is_aside=_is_aside(text, read))


# "On 28 March, a Thursday,", "4 May, which was a Monday".
_A_WEEKDAY = re.compile(rf"(?:,|\s\(|\s[–—-])?\s?(?:(?:which|it) (?:was|fell on|is)\s)?an?\s(?P<w>{any_of(p.WORDS['weekdays'].split())})\b")


def _is_part_of_year(read: Expression) -> bool:
    """Whether a span is a quarter or a half of a year: "until the third quarter"."""
    first, last = read.first, read.last
    if first is None or last is None or first.day or last.day or not first.month or not last.month:
        return False
    return first.year == last.year and last.month - first.month in {2, 5} and first.month % 3 == 1


def _takes_edge(read: Expression) -> bool:
    return read.first is None or read.first.day is None


def _takes_article(text: str, read: Expression) -> bool:
    point = read.first
    if point is None or read.order:
        return False
    return bool(point.blurred or (point.month or 0) > 12 or re.match(r"\d\d?(?:st|nd|rd|th) of\b", text[read.start : read.start + 8]))


_ASIDE = re.compile(
    r"(?:\bof(?: the)?|\([^()]{0,12}|\bborn(?: in| on)?|\bb\.)\s{0,2}\Z"
    r"|\bthe (?:(?!(?:in|on|by|since|from|until|after|before|during|to) )\w+ ){0,2}\Z"
)

_RELATIVE = re.compile(r"\b(?:who|which|whose)\s[^.;:?!()]{2,90}\Z")

_PARTICIPLE = re.compile(
    r",\s(?:[a-z]+ly\s)?(?:[a-z]{2,14}ed|built|begun|made|held|won|bought|written|set up|born|cut|laid)\s(?:[\w’-]+\s){1,4}\Z"
    r"|(?:\A|[.!?]\s|\n)(?:First\s)?(?:[A-Z][a-z]{2,12}ed|Built|Begun|Made|Cut|Laid|[Bb]uilt|[a-z]{2,12}ed)\sin\s\Z"
)

# "Was approved in 2009, nearly cancelled in 2014, and saved the year after".
_LISTED = re.compile(r"\b\d{4},\s(?:[a-z]+ly\s)?[a-z]{2,14}\s(?:[\w’-]+\s){1,4}\Z")

# "In the drought of 1995, tankers were sent in July".
_SETS_OUT = re.compile(r"(?:\A|[.!?]\s|\n)(?:In|During|After|Since) the (?:[\w’'-]+ ){1,3}of \Z")

_COMPARED = re.compile(
    r"\b(?:than|[Cc]ompared (?:with|to)|[Ll]ike|[Uu]nlike|[Aa]s)(?: (?:in|that of|those of|the))?"
    r"(?: the same \w+ (?:in|of))?\s\Z"
)


def _is_aside(text: str, read: Expression) -> bool:
    """Whether a year only marks something out: "the flood of 1966", "the 1966 flood", "(1992)"."""
    alone = read.first is not None and read.first.month is None and not read.base
    if (
        alone
        and _PARTICIPLE.search(text, max(0, read.start - 60), read.start)
        and not _LISTED.search(text, max(0, read.start - 60), read.start)
    ):
        return True
    if alone and _RELATIVE.search(text, max(0, read.start - 100), read.start):
        return True
    if read.opened or _COMPARED.search(text, max(0, read.start - 32), read.start):
        return True
    if (
        read.first
        and read.first.month
        and read.first.day is None
        and re.search(
            r"(?<!end )(?<!start )(?<!middle )(?<!month )(?<!beginning )(?<!days )(?<!weeks )(?<!half )(?<!part )(?<!rest )\bof\s\Z",
            text[max(0, read.start - 16) : read.start],
        )
    ):
        return read.lacks_year
    if not read.first or read.first.month is not None or read.base:
        return text[read.start - 1 : read.start] == "(" and text[read.end : read.end + 1] == ")"
    before = text[max(0, read.start - 16) : read.start]
    if text[read.end : read.end + 1] == "," and _SETS_OUT.search(text, max(0, read.start - 60), read.start):
        return False
    return bool(_ASIDE.search(before)) and not re.search(
        r"\b(?:summer|winter|spring|autumn|fall|end|start|beginning|middle|months?|weeks?|days?|part|half|quarter|rest) of\s\Z", before
    )


Reader = Callable[..., Expression | None]

_READERS: dict[str, Reader] = {
    "digit": from_figure,
    "month": from_month,
    "weekday": weekday,
    "season": season,
    "named": named_day,
    "near": relative,
    "which": relative,
    "shift": relative,
    "year": relative,
    "century": century,
    "quarter": quarter_words,
    "era": ad_year,
    "decade": decade_words,
    "short": short_figures,
}
