"""Dates so many days, months or years from another: "two days later", "a year ago", "the day before"."""

from __future__ import annotations

import re

from lessons.dates.point import Point

from . import date_patterns as p
from .date_parts import Expression, amount_of, month_number

_COUNT = re.compile(
    r"(?<![\w,-])(?<!\.(?=\d))(?<!not )"
    r"(?P<about>(?:about|around|some|nearly|almost|over|roughly|more than|less than|just over|just under|barely|only|just"
    r"|exactly|precisely)\s)?"
    rf"(?P<n>{p.NUMBER_WORD})[\s-](?P<unit>day|night|week|fortnight|month|year|decade|centur)(?:ies|y|s)?\s\Z",
    re.IGNORECASE,
)
_THE_COUNT = re.compile(r"\b[Tt]he\s(?P<unit>day|week|month|year|night|morning|evening)\s\Z")
_NP = re.compile(
    r"\s(?:the|a|an|his|her|its|their|my|our|that|this|he|she|it|they|we|I|you|[A-Z]\w|being|[a-z]+ing|\d|former|independence|birth)"
)
_DATE_BEHIND = re.compile(rf"\s?,?\s?(?:on|in|by|at)?\s?(?:the\s)?(?:{p.WEEKDAY}|{p.MONTH}|\d{{1,2}}\s(?:{p.MONTH})|[12]\d{{3}}\b)")
_VAGUE = {"about", "around", "some", "nearly", "almost", "over", "roughly", "more than", "less than", "just over", "just under", "barely"}


def shifted(text: str, at: int, end: int, word: str) -> Expression | None:
    """The likes of "two days later", "a year ago", "the day before"."""
    stop = at + len(word)
    if word == "on" and not re.match(r"\s?[,.;]", text[stop : stop + 2]):
        return None
    if word in {"before", "after", "later", "earlier"} and _NP.match(text, stop, end) and word in {"before", "after"}:
        return None
    in_month = word == "ago" and _IN_MONTH.match(text, stop, end)
    if (_DATE_BEHIND.match(text, stop, end) and not in_month) or re.match(r"\s(?:yesterday|tomorrow)\b", text[stop : stop + 10]):
        return None
    if re.match(r"\s(?:than|when|that)\b", text[stop : stop + 6]) or text[stop : stop + 1] == "-":
        return None
    sign = 1 if word in {"later", "after", "afterwards", "on"} else -1
    counted = _COUNT.search(text, max(0, at - 40), at)
    if counted:
        return _counted(text, counted, stop, word, sign)
    the = _THE_COUNT.search(text, max(0, at - 14), at) if word in {"before", "after"} else None
    if the:
        unit = "day" if the["unit"] in {"night", "morning", "evening"} else the["unit"]
        return None if unit == "week" else Expression(start=the.start(), end=stop, base="story", unit=unit, amount=sign)
    return None


# "6 per cent more than a year earlier", "against €381 million a year earlier".
_COMPARED = re.compile(
    r"\b(?:than|from|against|versus|compared with|compared to)\s(?:[^\s;]{1,20}\s){0,9}\Z"
    r"|\bas\s(?:\w+\s){0,4}\bas\s(?:\w+\s){0,2}\Z|\bas (?:it|they|he|she|we|that|those) (?:did|was|were|had|had been|had done) \Z"
)


# "6.1 per cent in March, against 5.4 in February and 2.2 a year earlier": a year before March.
_BOTH = re.compile(rf"\b(?:than|from|against|versus|compared with|compared to)\s[^;]{{1,40}}\bin\s(?:{p.MONTH})\sand\s[^;]{{0,30}}\Z")


# "Three years ago, in March".
_IN_MONTH = re.compile(rf",?\s(?:back\s)?in\s(?:early\s|late\s|mid-)?(?P<m>{p.MONTH})(?!\s\d)")


def _counted(text: str, counted: re.Match[str], stop: int, word: str, sign: int) -> Expression | None:
    amount = amount_of(counted["n"])
    unit = {"centur": "century"}.get(counted["unit"].lower(), counted["unit"].lower())
    about = (counted["about"] or "").strip().lower()
    if unit == "century" and about in {"exactly", "precisely"}:
        amount, unit = 100 * (amount or 0), "year"
    if amount is None or unit == "century" or (unit == "decade" and amount > 1) or amount > (400 if unit == "year" else 60):
        return None
    unit = "day" if unit == "night" else unit
    if unit == "fortnight":
        amount, unit = 14 * amount, "day"
    if unit == "decade":
        amount, unit = 10, "year"
    if about in _VAGUE and not (unit == "year" and amount == 1):
        return None
    base = "published" if word == "ago" else "story"
    start = counted.start("n")
    if (base, unit) == ("published", "year") and (named := _IN_MONTH.match(text, stop)):
        month = Point(year=None, month=month_number(named["m"]))
        return Expression(start=start, end=named.end(), first=month, base=base, unit=unit, amount=sign * amount, doubt="whole")
    is_compared = (unit, sign, base) == ("year", -1, "story") and _COMPARED.search(text, max(0, start - 60), start)
    order = "both" if is_compared and _BOTH.search(text, max(0, start - 90), start) else "compared" if is_compared else ""
    return Expression(start=start, end=stop, base=base, unit=unit, amount=sign * amount, order=order)
