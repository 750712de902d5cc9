"""Spans whose two ends are reckoned apart: "from 2015 until last February", "next Tuesday and Wednesday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..records import DateFound
from . import date_patterns as p

_FROM = re.compile(r"\b[Ff]rom\s(?:early\s|late\s|about\s|around\s)?\Z")
_BETWEEN = re.compile(r"\b[Bb]etween\s(?:early\s|late\s|about\s|around\s)?\Z")
_TO = re.compile(r"\s(?:(?:up\s)?(?:to|until|till|through)(?:\s(?:early|late|about|around))?\s)?\Z")
_AND = re.compile(r"\s(?:and|&)\s\Z")
# What moves from one day to another, or is counted at both, does not last from the one to the other.
_MOVES = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|shift(?:s|ed)?|postpon(?:e|ed)|chang(?:e|ed|es)|put (?:off|back|forward)|push(?:ed)? back"
    r"|delay(?:s|ed)?|defer(?:red)?"
    r"|brought forward|adjourn(?:s|ed)|rose|risen|fell|fallen|grew|grown|up|down|cut|increase[sd]?|raise[sd]?"
    r"|drop(?:s|ped)?|decline[sd]?|doubled|halved"
    r"|slipped|switched|carried over|rolled over|different)\b[^.;]{0,60}\Z"
)
_WHOLE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_GAP = 24


def joined(text: str, first: DateFound, last: DateFound) -> DateFound | None:
    """The span from a date to the one found next, where the words between them make one of the two; None where they do not.

    >>> text = "She held it from 2015 until last May."
    >>> ends = [DateFound(start=at, end=to, value=value, explicit=False, what=(0, 36)) for at, to, value in
    ...         ((17, 21, "2015"), (22, 36, "../2019-05"))]
    >>> joined(text, *ends).value
    '2015/2019-05'
    """
    if last.start - first.end > _GAP or last.start <= first.end - 1:
        return None
    value = last.value.removeprefix("../")
    if not (_WHOLE.fullmatch(first.value) and _WHOLE.fullmatch(value)) or value[: len(first.value)] <= first.value[: len(value)]:
        return None
    is_until = value != last.value
    gap, before = text[first.end : last.start], text[max(0, first.start - 80) : first.start]
    if (_TO.fullmatch(gap) and (is_until or gap.strip())) or (is_until and not gap.strip()):
        is_span = bool(_FROM.search(before)) and not _MOVES.search(before)
    else:
        is_span = bool(_AND.fullmatch(gap)) and not is_until and (bool(_BETWEEN.search(before)) or _in_a_row(text, first, last))
    doubt = first.doubt or last.doubt
    return (
        replace(first, end=last.end, value=f"{first.value}/{value}", explicit=first.explicit and last.explicit, doubt=doubt)
        if is_span
        else None
    )


_MONTH_NAME = re.compile(p.MONTH)
_DAY_NAME = re.compile(r"(?:[A-Za-z]+\s)?[A-Z][a-z]+day\b")


def _in_a_row(text: str, first: DateFound, last: DateFound) -> bool:
    """Whether two days of the week or months follow each other: "on Tuesday and Wednesday", "in May and June"."""
    months = [12 * int(one.value[:4]) + int(one.value[5:]) for one in (first, last) if len(one.value) == 7]
    if len(months) == 2:
        return months[1] == months[0] + 1 and bool(_MONTH_NAME.match(text, last.start, last.end))
    if len(first.value) != 10 or len(last.value) != 10 or not _DAY_NAME.fullmatch(text, last.start, last.end):
        return False
    return (date.fromisoformat(last.value) - date.fromisoformat(first.value)).days == 1
