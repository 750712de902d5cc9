"""Date expressions as they stand in a text: what of the calendar they name, and what they leave out.

`expressions` finds them in one pass; `years` settles what they leave out. What is read here is only what the words themselves say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lessons.dates.point import Point, month_length

from . import date_patterns as p

# Words before an expression are looked for in so many letters.
_BEFORE = 48


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
        is_aside: whether it only marks a thing out ("the drought of 1992", in brackets), so that the story does not move there.
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
    candidates: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def lacks_year(self) -> bool:
        """Whether a day, month or season stands without its year."""
        return self.first is not None and self.first.year is None


def expressions(text: str, start: int, end: int, day_first: bool | None = None) -> Iterator[Expression]:
    """The date expressions of a stretch of text, in order.

    Args:
        text: the whole text.
        start, end: the stretch.
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
            at = found.end() if kind != "digit" else _after_number(text, found.start(), end)
            continue
        if read.end > read.start:  # an empty one says only how far to go on
            whole = _with_words_before(text, read, left)
            if whole:
                yield whole
        at = left = max(read.end, found.end())


_NUMBER = re.compile(r"\d{1,30}+(?:[.,:/-]\d{1,12}+){0,4}")


def _after_number(text: str, at: int, end: int) -> int:
    match = _NUMBER.match(text, at, end)
    return match.end() if match else at + 1


# ---- what stands before -------------------------------------------------------------------------------------------------------


def _with_words_before(text: str, read: Expression, left: int) -> Expression | None:
    """An expression with "early", "the end of", "since" and the like before it, as far back as `left`."""
    if read.doubt == "whole":
        return _opened(text, replace(read, doubt=""), left)
    at = read.start
    found = p.MODIFIER.search(text, max(left, at - _BEFORE), at)
    if found and (found["half"] or found["quarter"]) and read.first and read.first.month is None and not read.first.blurred:
        part = _part_of_year(found[0], read.first.year)
        if part:
            read = replace(read, start=found.start(), first=part[0], last=part[1])
    elif found and found["about"] and read.first and not read.last and read.first.month is None:
        mark = "" if found["about"].strip().lower() in {"about", "around"} and read.first.blurred else "~"
        read = replace(read, start=found.start(), first=_marked(read.first, mark))
    elif found and (found["edge"] or found["half"] or found["when"]) and (read.first or read.unit in {"year", "month"}) and _takes_edge(read):
        read = replace(read, start=found.start())
        article = p.MODIFIER.search(text, max(left, read.start - 6), read.start)
        if article and article["the"]:
            read = replace(read, start=article.start())
    elif found and found["fiscal"] and read.first and read.first.month is None:
        read = replace(read, start=found.start())
    elif found and found["the"] and _takes_article(text, read):
        read = replace(read, start=found.start())
    if p.EACH.search(text, max(left, read.start - 24), read.start) or p.EACH_BEHIND.match(text, read.end, read.end + 24):
        if not read.lacks_year or not read.first or read.first.day is None:
            return None if read.lacks_year else read
        read = replace(read, order="each")
    return _opened(text, read, left)


def _opened(text: str, read: Expression, left: int) -> Expression:
    """With "since" or "until" before it."""
    opened = p.OPENED.search(text, max(left, read.start - 24), read.start)
    if opened and not read.opened and not read.last and not (opened["word"].lower() != "since" and p.NOT_UNTIL.search(text, max(left, opened.start() - 30), opened.start())):
        read = replace(read, start=opened.start(), opened="since" if opened["word"].lower() == "since" else "until")
    return replace(read, is_aside=_is_aside(text, read))


def _takes_edge(read: Expression) -> bool:
    return read.first is None or read.first.day is None


def _takes_article(text: str, read: Expression) -> bool:
    point = read.first
    if point is None or read.order:
        return False
    return bool(point.blurred or (point.month or 0) > 12 or re.match(r"\d\d?(?:st|nd|rd|th) of\b", text[read.start : read.start + 8]))


def _marked(point: Point, mark: str) -> Point:
    return Point(year=point.year, month=point.month, day=point.day, blurred=point.blurred, mark=mark)


_PARTS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "final": 3}


def _part_of_year(words: str, year: int | None) -> tuple[Point, Point] | None:
    """The months of "the first half of", "second quarter of" a year.

    >>> [point.edtf for point in _part_of_year("the second half of ", 2018)]
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


_ASIDE = re.compile(r"(?:\bof(?: the)?|\([^()]{0,12}|\bborn(?: in| on)?|\bb\.)\s{0,2}\Z|\bthe (?:\w+ ){0,2}\Z")


_RELATIVE = re.compile(r"\b(?:who|which|whose)\s[^.;:?!()]{2,90}\Z")
_COMPARED = re.compile(r"\b(?:than|compared (?:with|to)|like|unlike|as)(?: (?:in|that of|those of|the))?(?: the same \w+ (?:in|of))?\s\Z")


def _is_aside(text: str, read: Expression) -> bool:
    """Whether a year only marks something out: "the drought of 1992", "the 1992 drought", "(1992)"."""
    alone = read.first is not None and read.first.month is None and not read.base
    if alone and _RELATIVE.search(text, max(0, read.start - 100), read.start):
        return True
    if read.opened or _COMPARED.search(text, max(0, read.start - 32), read.start):
        return True
    if read.first and read.first.month and read.first.day is None and re.search(r"(?<!end )(?<!start )(?<!middle )(?<!month )(?<!beginning )\bof\s\Z", text[max(0, read.start - 16) : read.start]):
        return read.lacks_year
    if not read.first or read.first.month is not None or read.base:
        return text[read.start - 1 : read.start] == "(" and text[read.end : read.end + 1] == ")"
    before = text[max(0, read.start - 16) : read.start]
    return bool(_ASIDE.search(before)) and not re.search(r"\b(?:summer|winter|spring|autumn|fall|end|start|beginning|middle|months?|weeks?|days?|part|half|quarter|rest) of\s\Z", before)


# ---- the calendar in words and figures ----------------------------------------------------------------------------------------


def day_point(year: int | None, month: int | None, day: int | None) -> Point | None:
    """A point of the calendar, None where the day does not exist.

    >>> day_point(2021, 2, 30) is None
    True
    """
    if day is not None and (month is None or not 1 <= day <= (month_length(year, month) if year is not None else month_length(2020, month))):
        return None
    return Point(year=year, month=month, day=day)


def _month(word: str) -> int:
    bare = word.rstrip(".").title()
    return p.MONTHS.get(bare) or p.SHORT[bare]


def _int(word: str | None) -> int | None:
    return int("".join(letter for letter in word if letter.isdigit())) if word else None


def _short_year(words: str) -> int:
    """The year of "’21": of this century up to 2040, or of the last.

    >>> _short_year("’21"), _short_year("’88")
    (2021, 1988)
    """
    n = int(words[-2:])
    return 2000 + n if n <= 40 else 1900 + n


_TAILS = {"last": ("published", -1), "this": ("published", 0), "current": ("published", 0), "next": ("published", 1)}
_STORY_TAILS = {"that": 0, "same": 0, "following": 1, "previous": -1, "preceding": -1, "next": 1, "current": 0}


def _tail(words: str | None) -> dict[str, object]:
    """What "last year", "of that year", "last" behind a day or month say."""
    if not words:
        return {}
    parts = words.split()
    if parts == ["last"]:
        return {"order": "last"}
    word = parts[-2]
    if word in _STORY_TAILS and (len(parts) == 3 or word not in _TAILS):
        return {"base": "story", "unit": "year", "amount": _STORY_TAILS[word]}
    base, amount = _TAILS[word]
    return {"base": base, "unit": "year", "amount": amount}


def _span_or_point(
    text: str, found: re.Match[str], first: Point | None, last: Point | None, tail: str | None
) -> Expression | None:
    """A point, or the span up to the second one; the first takes from the second what it does not say itself."""
    if first is None or (found["join"] and last is None):
        return None
    if last is not None:
        join = found["join"].strip()
        first = Point(year=first.year if first.year is not None else last.year, month=first.month or last.month, day=first.day)
        if last.year is not None and first.year == last.year and (first.month or 0) > (last.month or 0):
            first = replace(first, year=last.year - 1)
        if join in {"and", "&", "or"} and not _is_between(text, found.start()):
            if first.day is None or first.month != last.month or last.day != first.day + 1 or join == "or":
                return None
    return Expression(start=found.start(), end=found.end(), first=first, last=last, **_tail(tail))  # type: ignore[arg-type]


def _is_between(text: str, at: int) -> bool:
    return text[max(0, at - 20) : at].rstrip().lower().endswith(("between", "between the years", "between early", "between late", "between mid"))


def _day_first(text: str, at: int, end: int) -> Expression | None:
    found = p.DAY_FIRST.match(text, at, end)
    if not found:
        return None
    if found["d1"] and found["join"].strip() == "/":
        return None
    year = _int(found["y2"]) or (_short_year(found["ys"]) if found["ys"] else None)
    month = _month(found["m2"])
    last = day_point(year, month, _int(found["d2"]))
    if last is None:
        return None
    if not found["d1"]:
        return Expression(start=at, end=found.end(), first=last, **_tail(found["tail"]))  # type: ignore[arg-type]
    first_month = _month(found["m1"]) if found["m1"] else None
    first = day_point(_int(found["y1"]), first_month or month, _int(found["d1"]))
    if first is None:
        return None
    if not found["m1"] and (first.day or 0) >= (last.day or 0):
        return None
    whole = _span_or_point(text, found, first, last, found["tail"])
    if whole:
        return whole
    if first_month:  # "3 May and 5 June 2021": the year holds for both, the second is found next
        stop = found.start("join")
        return Expression(start=at, end=stop, first=replace(first, year=first.year or year))
    stop = found.end("d1")  # "3 and 17 May": the month holds for both
    return Expression(start=at, end=stop, first=replace(first, year=year))


_THING_BEHIND = re.compile(r"\s+[a-z]{3,}s\b")


def _month_first(text: str, at: int, end: int) -> Expression | None:
    """From a month on: with days, with years, or alone."""
    found = p.MONTH_FIRST.match(text, at, end)
    if found and not (re.search(r"\b[Ii]n\s\Z", text[max(0, at - 4) : at]) and not found["y2"] and _THING_BEHIND.match(text, found.end("d1"), end)):
        return _month_and_days(text, found)
    return _month_and_years(text, at, end)


def _month_and_days(text: str, found: re.Match[str]) -> Expression | None:
    month = _month(found["m1"])
    year = _int(found["y2"]) or (_short_year(found["ys"]) if found["ys"] else None)
    year1 = _int(found["y1"])
    if not found["join"]:
        point = day_point(year or year1, month, _int(found["d1"]))
        return point and Expression(start=found.start(), end=found.end(), first=point, **_tail(found["tail"]))  # type: ignore[arg-type]
    first = day_point(year1, month, _int(found["d1"]))
    last = day_point(year, _month(found["m2"]) if found["m2"] else month, _int(found["d2"]))
    if found["join"].strip() != "/" and first and last and (found["m2"] or (first.day or 0) < (last.day or 0)):
        whole = _span_or_point(text, found, first, last, found["tail"])
        if whole:
            return whole
    return first and Expression(start=found.start(), end=found.end("y1") if year1 else found.end("d1"), first=replace(first, year=year1 or year))


_NAME_BEHIND = re.compile(r"\s[A-ZÀ-Þ][a-zà-þ’']+")
_NAME_BEFORE = re.compile(r"(?<![.!?:;”\"’)\s])\s[A-ZÀ-Þ][\w’'.-]*\s\Z")
_VERB_MARCH = re.compile(r"\s(?:on|of|for|to|through|towards|past|into)\b")


def _month_and_years(text: str, at: int, end: int) -> Expression | None:
    found = p.MONTH_YEAR.match(text, at, end)
    if not found:
        return None
    month = _month(found["m1"])
    year1 = _int(found["y1"])
    year = _int(found["y2"]) or (_short_year(found["ys"]) if found["ys"] else None)
    if found["join"] and (found["join"].strip() not in {"and", "&", "or"} or (_is_between(text, at))):
        last = Point(year=year, month=_month(found["m2"]))
        if not (year1 or year or _is_time(text, at, found["m1"], end)):
            return None
        return _span_or_point(text, found, Point(year=year1, month=month), last, found["tail"])
    if found["join"]:  # "in January and February 1937": the year holds for both, the second is found next
        if year1 or year or _is_time(text, at, found["m1"], end):
            stop = found.start("join")
            return Expression(start=at, end=stop, first=Point(year=year1 or year, month=month), **_tail(found["tail"]))  # type: ignore[arg-type]
        return None
    if re.search(r"\b(?:Fourth|4th) of\s\Z", text[max(0, at - 12) : at]):
        return None
    if year1 or year:
        if year1 and not is_year(text, found.start("y1"), end, behind_month=True):
            return None
        return Expression(start=at, end=found.end(), first=Point(year=year1 or year, month=month))
    if found["tail"] or _is_time(text, at, found["m1"], end):
        return Expression(start=at, end=found.end(), first=Point(year=None, month=month), **_tail(found["tail"]))  # type: ignore[arg-type]
    return None


def _is_time(text: str, at: int, word: str, end: int) -> bool:
    """Whether a month that stands alone is one: "in May", not "Theresa May", "a March on the town", "May I".

    >>> _is_time("we met in May", 10, "May", 13), _is_time("Ms May said", 3, "May", 11)
    (True, False)
    """
    before = text[max(0, at - 30) : at]
    bare = word.rstrip(".").title()
    timed = bool(p.IN_TIME.search(before) or p.TO_TIME.search(before))
    behind = at + len(word)
    follows_name = bool(_NAME_BEHIND.match(text, behind, end))
    if timed:
        weak = re.search(r"\b(?:of|[Bb]y|[Ff]rom|[Aa]fter|[Bb]efore)[\s-]\Z", before)
        return not (weak and bare in p.DOUBTFUL and follows_name)
    if bare in p.SHORT or word.isupper():
        return False
    if follows_name or _NAME_BEFORE.search(" " + before) or re.search(r"\b(?:every|each|Every|Each)\s\Z", before):
        return False
    if bare in p.DOUBTFUL:
        the = re.search(r"\b(?:in|at|of|for|before|after|since|until|by)\sthe\s\Z" if bare == "May" else r"\b(?:the|its|their|his|her|that)\s\Z", before)
        return bool(the) and text[behind : behind + 2].strip()[:1].islower() and not _VERB_MARCH.match(text, behind, end)
    return True


def _digit(text: str, at: int, end: int, day_first: bool | None = None) -> Expression | None:
    """From a figure on."""
    if text.startswith("9/11", at) and not text[at + 4 : at + 5].isdigit() and text[at + 4 : at + 5] != "/":
        return Expression(start=at, end=at + 4, first=Point(year=2001, month=9, day=11), is_aside=True)
    if text[at + 1 : at + 2].isdigit() and text[at + 2 : at + 4].isdigit() and not text[at + 4 : at + 5].isdigit():
        return _four_figures(text, at, end)
    return _day_first(text, at, end) or _numeric(text, at, end, day_first) or _small_year(text, at, end) or _quarter_figures(text, at, end) or _nth(text, at, end)


def _four_figures(text: str, at: int, end: int) -> Expression | None:
    stamp = p.STAMP.match(text, at, end)
    if stamp:  # a time to the minute is a specimen or a log, and no part of it is a date
        return Expression(start=stamp.end(), end=stamp.end())
    if found := p.ISO.match(text, at, end):
        first = day_point(int(found["y"]), int(found["m"]), int(found["d"]))
        last = day_point(int(found["y2"]), int(found["m2"]), int(found["d2"])) if found["y2"] else None
        return first and Expression(start=at, end=found.end(), first=first, last=last)
    return _small_year(text, at, end) or _decade_years(text, at, end) or _year_span(text, at, end) or _one_year(text, at, end)


def _decade_years(text: str, at: int, end: int) -> Expression | None:
    found = p.DECADE.match(text, at, end)
    if not found:
        return None
    first = _decade_point(int(found["y1"]))
    if found["join"] and found["join"].strip() in {"and", "&", "or"} and not _is_between(text, at):
        return Expression(start=at, end=found.start("join"), first=first)
    if not found["join"]:
        return Expression(start=at, end=found.end(), first=first)
    late = _int(found["y2"]) or 0
    return Expression(start=at, end=found.end(), first=first, last=_decade_point(late if late > 99 else int(found["y1"]) // 100 * 100 + late))


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
    if short and join in {"-", "/"} and last != first + 1 and int(found["y2"]) <= 12 and (iso := p.ISO_MONTH.match(text, at, end)):
        if last - first > 12 or text[at - 1 : at] in {"", "\n"}:
            return Expression(start=at, end=iso.end(), first=Point(year=first, month=int(iso["m"])))
    if not (first < last <= 2200 and first >= 1000) or last - first > (99 if short else 1200):
        return None
    if not dashed and not _years_join(text, at, end, join):
        return None
    if dashed and not is_year(text, at, end, is_span=True):
        return None
    return Expression(start=at, end=found.end(), first=Point(year=first), last=Point(year=last))


def _years_join(text: str, at: int, end: int, join: str) -> bool:
    """Whether "1998 to 2008", "1998 and 2008" is one span."""
    if join in {"and", "&", "or"}:
        return _is_between(text, at)
    if re.search(r"\b(?:rose|fell|grew|cut|up|down|increased|dropped|raised|number|declined)\s(?:\w+\s){0,2}(?:from\s)?\Z", text[max(0, at - 40) : at]):
        return False
    return is_year(text, at, end, is_span=True)


def _one_year(text: str, at: int, end: int) -> Expression | None:
    found = p.ONE_YEAR.match(text, at, end)
    if found and is_year(text, at, end):
        onwards = re.match(r"\s(?:onwards?|on)\b(?=[\s,.;)])", text[found.end() : found.end() + 9])
        if onwards and onwards[0].endswith("s"):
            return Expression(start=at, end=found.end() + onwards.end(), first=Point(year=int(found[0])), opened="since", doubt="whole")
        return Expression(start=at, end=found.end(), first=Point(year=int(found[0])))
    return ISO_month(text, at, end)


def ISO_month(text: str, at: int, end: int) -> Expression | None:  # noqa: N802
    found = p.ISO_MONTH.match(text, at, end)
    return found and Expression(start=at, end=found.end(), first=Point(year=int(found["y"]), month=int(found["m"])))


_WORD_BEFORE = re.compile(r"([\w’'.]+)([\s\u00a0]?[-–—(\[“\"‘,:;/]?[\s\u00a0]?)\Z")
_WORD_BEHIND = re.compile(r"[\s\u00a0]([A-Za-zÀ-ÿ’'-]+)")
_CITED = re.compile(r"(?:\bet al\.?,?\s?\(?|\([A-ZÀ-Þ][\w’'-]+(?: (?:and|&) [A-ZÀ-Þ][\w’'-]+)?,?\s)\Z")
_QUANTITY = re.compile(r"\b(?:of|to|from|with|for|by|and|about|around|than|between|the|their|its|his|her)\s\Z", re.IGNORECASE)
_SURE = re.compile(r"\b(?:in|since|until|till|during|early|late|mid|year|before|after|between|through|throughout|spring|summer|autumn|fall|winter|fiscal|calendar|good friday|easter)[\s-]\Z", re.IGNORECASE)
_NO_PLURAL = re.compile(r"(?:ss|us|is|was|has|’s|'s|does|goes|says|sees|means|brings|comes|takes)\Z")


def is_year(text: str, at: int, end: int, *, is_span: bool = False, behind_month: bool = False) -> bool:
    """Whether four figures are a year: not a quantity, not the number of a law, a flight or a version.

    >>> is_year("in 2019 sales fell", 3, 18), is_year("with 2017 strips", 5, 16), is_year("see RFC 2017 for", 8, 16)
    (True, False, False)
    """
    year = int(text[at : at + 4])
    if not 1000 <= year <= 2100:
        return False
    before = _line_before(text, at)
    found = _WORD_BEFORE.search(before)
    word, gap = (found[1], found[2]) if found else ("", "")
    bare = word.lower().strip(".’'")
    if not behind_month:
        if word and "(" not in gap and _numbers(bare, word, gap, is_span):
            return False
        if _CITED.search(before):
            return False
    following = _WORD_BEHIND.match(text, at + (4 if not is_span else _span_length(text, at)), end)
    behind = following[1] if following else ""
    if behind in p.COUNTED and not (_SURE.search(before) and (year >= 1800 and year % 100)):
        return False
    if behind_month or is_span or _SURE.search(before):
        return year <= 2060 or bool(_SURE.search(before)) or is_span or bare in {"by", "to"}
    if behind.endswith("s") and behind.islower() and _QUANTITY.search(before) and not _NO_PLURAL.search(behind) and year % 100 == 0:
        return False
    return _stands_as_year(text, at, end, before, bare, gap)


def _line_before(text: str, at: int) -> str:
    """What stands before a number, not farther back than the end of a paragraph or of a line that ends a sentence."""
    before = text[max(0, at - 40) : at]
    stop = before.rfind("\n")
    if stop >= 0 and not before[stop:].strip(" \t\n•‣◦▪*–-") and (before[stop:].strip() or text[at + 4 : at + 5] in ":–—\t"):
        return ""
    if stop >= 0 and before[:stop].rstrip(" \r")[-1:] in tuple("\n.!?:;)”\"’") + ("",):
        return before[stop + 1 :]
    return before


def _span_length(text: str, at: int) -> int:
    found = p.YEARS.match(text, at)
    return len(found[0]) if found else 4


def _numbers(bare: str, word: str, gap: str, is_span: bool) -> bool:
    """Whether the word before a number says that it numbers or names something."""
    if bare in p.NUMBERED:
        return bare != "at" or not gap.strip()
    if gap.strip() in {"-", "–", "/", "—"} and bare not in p.PLAIN_BEFORE:
        return gap.strip() == gap
    return not is_span and gap.strip() == "" and word[:1].isupper() and bare not in p.PLAIN_BEFORE and not p.MONTHS.get(word) and not word.isdigit()


_OPENS = re.compile(r"[.!?:;]\s+\Z|\A\s*\Z|\n\s*\Z|[“\"‘(\[]\Z")
_LEADS_IN = re.compile(r"\b(?:by|from|to|of|and|or|for|than|about|around|circa|the|a|an|its|his|her|their|our|this|that|was|is|as|with|on|into|[a-z]+ed)\s\Z|[’']s\s\Z|(?:,|–|—|-)\s?\Z|\(\s?(?:[a-z.]+\s)?\Z", re.IGNORECASE)


_TOTAL = re.compile(r"\b(?:total|number|fleet|sample|crowd|force|batch|set|list|series|stock|one|some|average|maximum|minimum) of\s\Z")
_YEAR_AND = re.compile(r"\b[12]\d{3}(?:,| and| or| to|, and)\s\Z")
# What a year marks out as well as a number could count it: "from 1990 levels".
_DATED_NOUNS = frozenset("levels prices figures elections standards accounts rules talks accords floods protests riots sanctions games results".split())

# "its secret 1902 pact"
_MARKS_OUT = re.compile(r"\b(?:the|an?|its|his|her|their|our)\s(?:[a-z-]+\s){1,2}\Z")


def _stands_as_year(text: str, at: int, end: int, before: str, bare: str, gap: str) -> bool:
    """Whether what is around four figures lets them be a year."""
    year = int(text[at : at + 4])
    behind = text[at + 4 : min(end, at + 24)]
    if re.match(r"\s(?:also\s)?(?:saw|brought|marked)\b", behind):
        return 1400 <= year <= 2060
    if _OPENS.search(before) or not before.strip(" \t•‣◦▪*–-") or "(" in gap:
        return bool(re.match(r"\s*(?:[,:)\]–—-]|was|saw|is|will|and|to|brought|marked|[’']s|\Z|\t|[.;])", behind)) and year >= 1200
    if not _LEADS_IN.search(before):
        marks_out = _MARKS_OUT.search(before) and re.match(r"\s[a-z]{3,}(?<!s)\b", behind)
        return bool(marks_out) and 1400 <= year <= 2060
    if bare in {"of", "with", "on", "for", "about", "around", "than", "from", "to", "and", "or", "by", "into"}:
        noun = re.match(r"\s([a-z]+s)\b", behind)
        counts = bool(noun) and noun[1] not in _DATED_NOUNS and (bare != "of" or bool(_TOTAL.search(before))) and not _NO_PLURAL.search(noun[1]) and not _YEAR_AND.search(before)
        moved = re.search(r"\b(?:up|down)\s(?:from|to)\s\Z", before)
        early = 1000 <= year < 1400 and bool(re.search(r"[a-z]{2}ed (?:about|around|by)\s\Z", before))
        return (1400 <= year <= 2060 or early) and not counts and not moved
    return 1400 <= year <= 2060


def _small_year(text: str, at: int, end: int) -> Expression | None:
    """Years with their era: "490 BC", "264–146 BC"."""
    found = p.ERA_YEARS.match(text, at, end)
    if not found:
        return None
    era2 = found["e2"][0]
    era1 = (found["e1"] or found["e2"])[0]
    first = _era_year(int(found["y1"]), era1)
    if not found["join"]:
        return Expression(start=at, end=found.end(), first=first)
    if found["join"].strip() in {"and", "&", "or"} and not _is_between(text, at):
        return Expression(start=at, end=found.start("join"), first=first)
    late = int(found["y2"])
    if era2 == "B" and not found["e1"] and late < 100 and found["y1"][:-2] and late > int(found["y1"][-2:]):
        return None
    return Expression(start=at, end=found.end(), first=first, last=_era_year(late, era2))


def _era_year(n: int, era: str) -> Point:
    return Point(year=1 - n if era == "B" else n)


def _ad_year(text: str, at: int, end: int) -> Expression | None:
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
        year = int(found["y"]) if len(found["y"]) == 4 else _short_year(found["y"])
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
    return short_point and Expression(start=at, end=short.end(), first=short_point)


def _nth(text: str, at: int, end: int) -> Expression | None:
    """ "on the 20th", of the month that the story is in."""
    found = p.NTH.match(text, at, end)
    before = text[max(0, at - 16) : at]
    if not found or not re.search(r"\b(?:[Oo]n|[Uu]ntil|[Bb]y|[Ss]ince|[Ff]rom) the\s\Z|\b\d{1,2}(?:st|nd|rd|th)?(?:,| and) (?:the )?\Z", before):
        return None
    of_month = re.match(r"\sof (?P<which>this|that|the same|the|last|next) month\b", text[found.end() : found.end() + 20])
    if of_month:
        moved = {"this": 0, "last": -1, "next": 1}.get(of_month["which"])
        base = "story" if moved is None else "published"
        day = Point(year=None, month=None, day=int(found["d"]))
        return Expression(start=at, end=found.end() + of_month.end(), first=day, base=base, unit="month", amount=moved or 0)
    if not p.NTH_GOES_ON.match(text, found.end(), end):
        return None
    return Expression(start=at, end=found.end(), first=Point(year=None, month=None, day=int(found["d"])), base="story")


# ---- quarters, seasons, centuries, feasts --------------------------------------------------------------------------------------


def _quarter_figures(text: str, at: int, end: int) -> Expression | None:
    """Q3 2021, 3Q21, H1 2019, FY2020-21."""
    found = p.QUARTER.match(text, at, end)
    if found:
        year = None
        if found["y"]:
            figures = found["y"].lstrip("FY’'")
            year = int(figures) if len(figures) == 4 else _short_year(figures)
        half, n = found["h"] or found["h2"], int(found["q"] or found["q2"] or 0)
        if not year and (half or found["q2"]):
            return None
        first, length = (6 * int(half) - 5, 6) if half else (3 * n - 2, 3)
        return Expression(start=at, end=found.end(), first=Point(year=year, month=first), last=Point(year=year, month=first + length - 1))
    fiscal = p.FISCAL.match(text, at, end)
    if not fiscal:
        return None
    one = fiscal["y1"] if len(fiscal["y1"]) == 4 else str(_short_year(fiscal["y1"]))
    two = fiscal["y2"] and int(one[: 4 - len(fiscal["y2"])] + fiscal["y2"])
    return Expression(start=at, end=fiscal.end(), first=Point(year=int(one)), last=Point(year=two) if two else None)


_QUARTER_BEFORE = re.compile(r"(?:(?:the|The)\s)?(?P<n>first|second|third|fourth|last|final)[\s-]\Z", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:revenues?|sales|profits?|earnings|growth|GDP|losses|loss|income|orders|results|shares|margin|turnover|output|deliveries|dividend)\b")


def _quarter_words(text: str, at: int, end: int) -> Expression | None:
    """ "the third quarter of 2021", and, where it is about money, "the third quarter" alone."""
    if text[at] in "QHF" and text[at + 1 : at + 2] != "u":
        return _quarter_figures(text, at, end)
    before = _QUARTER_BEFORE.search(text, max(0, at - 14), at)
    noun = re.match(r"half|[Qq]uarter\b", text[at : at + 8])
    if not before or not noun:
        return None
    stop = at + len(noun[0])
    part = _part_of_year(f"{before['n']} {noun[0].lower()}", None)
    behind = p.PART_OF_YEAR.match(text, stop, end)
    if part is None:
        return None
    if behind and behind["y"]:
        first, last = (replace(one, year=int(behind["y"])) for one in part)
        return Expression(start=before.start(), end=behind.end(), first=first, last=last, doubt="whole")
    which = behind["which"] if behind else ""
    if which or (noun[0] != "half" and _MONEY.search(text, max(0, at - 160), min(end, at + 120))):
        amount = {"last": -1, "next": 1}.get(which)
        tail: dict[str, object] = {} if amount is None and which != "this" else {"base": "published", "unit": "year", "amount": amount or 0}
        stop = behind.end() if behind else stop
        return Expression(start=before.start(), end=stop, first=part[0], last=part[1], doubt="whole", **tail)  # type: ignore[arg-type]
    return None


_SEASON_TIME = re.compile(r"\b(?:in|since|until|by|during|from|of|late|early|mid|through|throughout|before|after|around)[\s-](?:the[\s-])?(?:(?:early|late|mid)[\s-])?\Z", re.IGNORECASE)


def _season(text: str, at: int, end: int) -> Expression | None:
    """ "the spring of 2003", "winter 1947–48", "in the summer"; not "winter maize", "fell in the spring"."""
    found = p.SEASON_BODY.match(text, at, end)
    if not found:
        return None
    name = found["s"].lower()
    year = _int(found["y1"]) or (_short_year(found["ys"]) if found["ys"] else None)
    before = text[max(0, at - 24) : at]
    if year is None and not found["tail"]:
        definite = re.search(r"\bthe\s(?:(?:early|late|mid)[\s-])?\Z", before)
        if name == "fall" or not definite or not _SEASON_TIME.search(before) or re.match(r"\s[a-z]+(?<!and)(?<!when)(?<!but)(?<!that)\b", text[found.end("s") : found.end("s") + 16]):
            return None
    first = Point(year=year, month=p.SEASONS[name])
    last = Point(year=year, month=p.SEASONS[found["s2"].lower()]) if found["s2"] else None
    return Expression(start=at, end=found.end(), first=first, last=last, **_tail(found["tail"]))  # type: ignore[arg-type]


_CENTURY_BEFORE = re.compile(
    r"(?:(?:the|The)\s)?(?:(?P<mod>(?:early|mid|late|first half of the|second half of the|beginning of the|end of the|middle of the|turn of the)[\s-]))?"
    r"(?:(?:(?P<n1>\d{1,2})(?:st|nd|rd|th)|(?P<w1>[A-Za-z-]{5,12}))(?P<and>\s(?:and|to)\s(?:(?:early|mid|late)[\s-])?(?:the\s)?))?(?:(?P<n>\d{1,2})(?:st|nd|rd|th)|(?P<w>[A-Za-z-]{5,12}))\s\Z"
)


def _century(text: str, at: int, end: int) -> Expression | None:
    """ "the 18th century", "the late eighteenth century", "the 5th century BC"."""
    found = _CENTURY_BEFORE.search(text, max(0, at - 60), at)
    if not found:
        return None
    n = _nth_century(found["n"], found["w"])
    stop = at + (9 if text.startswith("ies", at + 6) else 7)
    era = re.match(rf"\s({p.ERA})", text[stop : stop + 8])
    if not n or text[stop : stop + 1] == "-":
        return None
    if era:
        stop += era.end()
    sign = era[1][0] if era else "A"
    start = found.start("n") if found["n"] else found.start("w")
    n1 = _nth_century(found["n1"], found["w1"]) if found["and"] else None
    if n1:
        start = found.start("n1") if found["n1"] else found.start("w1")
        if found["mod"]:
            start = found.start("mod")
        return Expression(start=start, end=stop, first=_century_point(n1, sign), last=_century_point(n, sign))
    return Expression(start=start, end=stop, first=_century_point(n, sign))


def _nth_century(figures: str | None, word: str | None) -> int | None:
    return int(figures) if figures else p.ORDINALS.get((word or "").lower())


def _century_point(n: int, era: str) -> Point:
    return Point(year=-(100 * n - 100) if era == "B" else 100 * n - 100, blurred=2) if era != "B" or n > 1 else Point(year=-1, blurred=2)


def _decade_words(text: str, at: int, end: int) -> Expression | None:
    """ "the sixties", "the ’90s"; not somebody in his sixties."""
    word = re.match(r"[’'‘]\d0s|\w+", text[at : at + 12])
    before = text[max(0, at - 16) : at]
    if not word or not re.search(r"\bthe\s(?:(?:early|late|mid|roaring)[\s-])?\Z", before, re.IGNORECASE):
        return None
    if word[0][0] in "’'‘":
        tens = int(word[0][1:3])
        year = 1900 + tens if tens > 20 else 2000 + tens
    else:
        if not re.search(r"\b(?:in|of|since|during|from|by|until|through|early|late|mid)[\s-](?:the\s)?(?:(?:early|late|mid)[\s-])?\Z", before, re.IGNORECASE):
            return None
        year = p.DECADES[word[0].lower()] * 10
    return Expression(start=at, end=at + len(word[0]), first=Point(year=year, blurred=1))


_NAMED = re.compile("|".join(re.escape(name).replace("’", "[’']?").replace("\\ ", r"\s").replace("St", r"St\.?") for name in sorted([*p.FIXED, *p.KNOWN], key=len, reverse=True)))
_NAMED_KEYS = {re.sub(r"[’'.\s]", "", name): value for name, value in (p.FIXED | p.KNOWN).items()}
_NAMED_YEAR = re.compile(rf",?\s(?:of\s)?(?P<y>{p.YEAR})|{p.TAIL}")
_NOT_THE_DAY = re.compile(r"\s(?:[a-z]+s?\b(?<!and)(?<!when)(?<!in)(?<!but)(?<!at)(?<!with)(?<!he)(?<!she)(?<!they)(?<!the)(?<!we)(?<!it)(?<!to)(?<!for)(?<!as)(?<!after)(?<!before)|[A-Z][a-z]+)")


def _named(text: str, at: int, end: int) -> Expression | None:
    """Days that have a name and are the same in every year: "Boxing Day", "Christmas 1950"."""
    found = _NAMED.match(text, at, end)
    if not found:
        return None
    value = _NAMED_KEYS.get(re.sub(r"[’'.\s]", "", found[0]))
    if value is None:
        return None
    if len(value) == 10:
        year, month, day = (int(part) for part in value.split("-"))
        return Expression(start=at, end=found.end(), first=Point(year=year, month=month, day=day), is_aside=True)
    month, day = (int(part) for part in value.split("-"))
    dated = _NAMED_YEAR.match(text, found.end(), end)
    stop = dated.end() if dated else found.end()
    year = _int(dated["y"]) if dated else None
    if not dated and (_NOT_THE_DAY.match(text, stop, end) or text[stop : stop + 1] in "-’'" and text[stop : stop + 1]):
        return None
    if not dated and not re.search(r"\b(?:on|since|until|by|before|after|from|at|for)\s\Z|(?:\A|[.!?]\s)\Z", text[max(0, at - 8) : at], re.IGNORECASE):
        return None
    if value == "12-25" and found[0] == "Christmas" and not dated and not re.search(r"\b(?:at|by|before|after|since|until)\s\Z", text[max(0, at - 8) : at]):
        return None
    return Expression(start=at, end=stop, first=Point(year=year, month=month, day=day), **_tail(dated["tail"] if dated else None))  # type: ignore[arg-type]


def _weekday(text: str, at: int, end: int) -> Expression | None:
    from .date_relative import weekday

    return weekday(text, at, end, _dated)


def _dated(text: str, at: int, end: int) -> Expression | None:
    """A day of a month, from a figure or a month's name on."""
    read = _day_first(text, at, end) if text[at : at + 1].isdigit() else _month_first(text, at, end)
    return read if read and read.first and read.first.day is not None else None


def _relative(text: str, at: int, end: int) -> Expression | None:
    from .date_relative import relative

    return relative(text, at, end)


Reader = Callable[..., Expression | None]
_READERS: dict[str, Reader] = {
    "digit": _digit,
    "month": _month_first,
    "weekday": _weekday,
    "season": _season,
    "named": _named,
    "near": _relative,
    "which": _relative,
    "shift": _relative,
    "year": _relative,
    "century": _century,
    "quarter": _quarter_words,
    "era": _ad_year,
    "decade": _decade_words,
}
