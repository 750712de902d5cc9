"""The dates by which a page says when it was published: stamps, datelines, and what they are worth.

The year is always written: a stamp without it gives nothing. Numeric dates are read day first, unless the page itself does otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from ..records import Span
from ..words import any_of, data, split

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,3})?"
YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
DATE = re.compile(
    rf"""(?<![\w.])(?:
      (?P<iso>{YEAR}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01]))(?![\d])
    | (?P<dmy>{_WEEKDAY}(?:the\s)?(?P<d1>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:\sday)?(?:\sof)?[\s\-./,]{{1,3}}
        (?P<m1>{_MONTH}),?[\s\-./’']{{1,3}}(?P<y1>{YEAR}))
    | (?P<mdy>{_WEEKDAY}(?P<m2>{_MONTH})\s{{1,3}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y2>{YEAR}|[’']\d\d\b))
    | (?P<num>(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<y3>{YEAR}|\d\d(?![\d./-])))
    | (?P<my>(?P<m4>{_MONTH}),?\s{{1,3}}(?P<y4>{YEAR}))
    | (?P<season>(?P<s5>spring|summer|autumn|fall|winter),?\s{{1,3}}(?P<y5>{YEAR}))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# Before a number that counts issues: "Issue 12, November 2018" names no day.
_ISSUE = re.compile(r"(?:\b(?:issue|iss|no|nr|number|vol|volume|part|edition|bulletin)\b\.?|[#№])\s{0,2}#?\Z", re.IGNORECASE)
# "Policy Note 31, November 2022": a number and a month, behind these only with a comma.
_SERIES = re.compile(r"\b(?:note|paper|brief|briefing|report|memo|letter|commentary|series|release|dispatch)\s\Z", re.IGNORECASE)
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|[+-]\d\d:?\d\d\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[.’'&-][^\W\d_]+){0,6}")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](?:19|20)?\d\d(?![\d./-])")
_AMERICAN = re.compile(rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{YEAR}|\b(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT)\b", re.IGNORECASE)
_BRITISH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s{YEAR}|\b(?:IST|GMT|BST|CET)\b", re.IGNORECASE)
# A dateline: places in capitals or with a capital, then a date with its year, then a dash, a colon, or an agency in brackets.
_PLACE = re.compile(
    r"[(\[]?(?:[A-ZÀ-Þ][\w.’'-]{0,30}|of|de|da|del|do|la|el|al|and|the)"
    r"(?:[ ,/]{1,3}(?:[A-ZÀ-Þ][\w.’'-]{0,30}|of|de|da|del|do|la|el|al|and))*+[,.]?\s{1,3}\Z"
)
_DASH = re.compile(
    r"(?:,\s[A-ZÀ-Þ][\w-]{1,20}(?:\s[A-ZÀ-Þ][\w-]{1,20})?)?"
    r"\s{0,3}[)\]]?\s{0,2}(?:\([^()]{1,40}\)|/[A-Z][\w -]{1,30}/)?\s{0,3}(?:[—–:]|--|-\s)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date with its year.

    Attributes:
        start, end: where it stands, weekday included.
        value: EDTF.
        use: what the words before it say: "published", "updated", "other"; empty where they say nothing.
    """

    start: int
    end: int
    value: str
    use: str = ""


def stamps(text: str, start: int, end: int, *, month_first: bool = False) -> list[Stamp]:
    """The dates with a year in a short stretch of text, each with what the words before it say of it.

    >>> [(one.value, one.use) for one in stamps("Posted: 3 May 2021 | Updated 5 May 2021", 0, 39)]
    [('2021-05-03', 'published'), ('2021-05-05', 'updated')]
    >>> [one.value for one in stamps("Tuesday, Sept. 7th, 2010; 31 April 2010; Spring 2011", 0, 52)]
    ['2010-09-07', '2011-21']
    """
    found = []
    last = start
    for match in DATE.finditer(text, start, end):
        value, at = _value(match, month_first), match.start()
        is_listed = match["dmy"] and text.startswith(",", match.end("d1")) and _SERIES.search(text, max(start, at - 12), at)
        if match["dmy"] and (is_listed or _ISSUE.search(text, max(start, at - 12), at)) and at == match.start("d1"):
            value, at = f"{match['y1']}-{_month(match['m1']):02}", match.start("m1")
        if value:
            found.append(Stamp(at, match.end(), value, _use(text[max(last, match.start() - 50) : match.start()])))
        last = match.end()
    return found


def _value(match: re.Match[str], month_first: bool) -> str:
    kind = (
        match.lastgroup
        if match.lastgroup in {"iso", "season"}
        else next(k for k in ("iso", "dmy", "mdy", "num", "my", "season") if match[k])
    )
    match kind:
        case "iso":
            year, month, day = re.split("[-/.]", match["iso"])
            return _day(int(year), int(month), int(day))
        case "dmy":
            return _day(int(match["y1"]), _month(match["m1"]), int(match["d1"]))
        case "mdy":
            return _day(int(match["y2"]) if match["y2"].isdecimal() else 2000 + int(match["y2"][1:]), _month(match["m2"]), int(match["d2"]))
        case "num":
            return _numeric(int(match["a"]), int(match["b"]), match["y3"], month_first)
        case "my":
            return f"{match['y4']}-{_month(match['m4']):02}"
        case _:
            return f"{match['y5']}-{_SEASONS[match['s5'].lower()]}"


def _numeric(a: int, b: int, year: str, month_first: bool) -> str:
    day, month = (b, a) if (month_first and a <= 12) or b > 12 else (a, b)
    return _day(int(year) if len(year) == 4 else 2000 + int(year), month, day)


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


@cache
def _labels() -> list[tuple[str, str]]:
    """Labels, the longest first, each with its use."""
    lists = data("head")["stamps"]
    pairs = [(line, use) for use in ("published", "updated", "other") for line in lists[use].strip().splitlines()]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(label for label, _ in _labels())})(?!\w)", re.IGNORECASE)


@cache
def _uses() -> dict[str, str]:
    return dict(reversed(_labels()))


_WRITER = re.compile(r":?\s(?:[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+)+|(?:our|a|the|staff)\s(?:[\w’-]+\s){0,3}[\w’-]+,\s)")


def _use(before: str) -> str:
    """What the last label before a date says; only times, names and small words may stand between."""
    found = list(_label_pattern().finditer(before))
    while found and found[-1][0].lower() == "by" and len(found) > 1:
        found.pop()
    if not found or re.search(r"[.;|]\s", before[found[-1].end() :]):
        return ""
    if found[-1][0].lower() == "by" and _WRITER.match(before, found[-1].end()):
        return ""  # "By Ana Ruiz, 4 May 2021"
    return _uses()[found[-1][0].lower()]


def label_use(words: str) -> str:
    """What a line that is nothing but a label says of a date below it: "published", "updated", "other" or nothing.

    >>> label_use("Date of issue:")
    'published'
    """
    return _uses().get(words.strip(" :•*-–—|").lower(), "") if len(words) < 40 else ""


def is_stamp(words: str) -> bool:
    """Whether a line holds a date and hardly anything else.

    >>> [is_stamp(line) for line in ("Tuesday 4 May 2021, 09:40 GMT", "Issue 12 | June 2020", "On 4 May 2021 the bridge fell.")]
    [True, True, False]
    """
    if len(words) > 200 or not any(letter.isdigit() for letter in words):
        return False
    matches = list(DATE.finditer(words))
    if not matches:
        return False
    if _use(words[: matches[0].start()]) in {"published", "updated"} and _first_is_label(words):
        return len(words) < 120 or "|" in words
    rest = _TIME.sub(" ", DATE.sub(" ", words))
    left = [word for word in _WORD.findall(rest) if word.lower().strip(".") not in _beside()]
    return len(left) <= 2 and words[-1] not in ".!?;"


def _first_is_label(words: str) -> bool:
    match = _label_pattern().search(words[:40])
    return bool(match) and not _WORD.search(words[: match.start()])  # type: ignore[union-attr]  # bool() of it is True


@cache
def _beside() -> frozenset[str]:
    return split(data("head")["stamps"]["beside"]) | {word for label, _ in _labels() for word in label.split()}


def dateline(text: str, start: int, end: int, *, month_first: bool = False) -> tuple[Span, Stamp] | None:
    """The place and date before the first sentence of a report, without the dash.

    >>> text = "PORT ELLEN, Scotland, 6 October 2021 — The ferry is late again."
    >>> span, stamp = dateline(text, 0, len(text))
    >>> text[slice(*span)], stamp.value
    ('PORT ELLEN, Scotland, 6 October 2021', '2021-10-06')
    """
    for stamp in stamps(text, start, min(end, start + 110), month_first=month_first)[:1]:
        before = text[start : stamp.start].lstrip("(/[ ")
        if _DASH.match(text, stamp.end, min(end, stamp.end + 60)) and (not before or _PLACE.match(before)):
            return (start, stamp.end), stamp
    return None


def month_first(text: str) -> bool:
    """Whether a page writes 3/5/2021 for 5 March: by a number over twelve, else by its other dates (first 20,000 characters)."""
    head = text[:20_000]
    numeric = _NUMERIC.findall(head)
    if not numeric and len(text) <= len(head):
        return False  # nothing to decide, and the other dates are slow to count
    for a, b in numeric:
        if int(a) > 12 >= int(b):
            return False
        if int(b) > 12 >= int(a):
            return True
    return len(_AMERICAN.findall(head)) > len(_BRITISH.findall(head))
