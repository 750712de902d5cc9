"""Dates that are no facts: the line of a publication, a dateline, a specimen of code."""

from __future__ import annotations

import re

from ..pages.page import Part
from .date_parts import Expression

_STAMP = re.compile(
    r"(?:first |last |originally |page )*(?:published|posted|updated|issued|filed|dated|date(?=\s?:)|modified"
    r"|reviewed|revised|printed|accessed|retrieved|release date|publication date)"
    r"(?: on| at| by)?\s?:?\s",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*[,\s/]{1,3}){1,7}\(?\Z")
_DATELINE_END = re.compile(r"\)?,?\s?(?:\d{4}\s?)?(?:[/(][\w\s.-]{1,30}[/)]\s?)?[-–—:]{1,2}\s")


def is_stamp(text: str, one: Expression, part: Part) -> bool:
    """Whether a date is the line of a publication, a dateline, a log or a specimen of code, and so no fact."""
    if text[one.start - 1 : one.start] == "`" or text[one.end : one.end + 1] == "`":
        return True
    if (
        part.end - part.start < 110
        and _STAMP.match(text, part.start, part.start + 40)
        and one.start - part.start < 40
        and not text[one.end : part.end].strip(" .").startswith(",")
    ):
        return text[part.start : part.end].rstrip()[-1:] not in ".!?" or len(text[part.start : part.end].split()) <= 7
    if part.end - part.start < 60 and not text[part.start : one.start].strip() and not text[one.end : part.end].strip(" .,|"):
        return one.lacks_year is False
    return one.start - part.start < 70 and bool(
        _DATELINE.fullmatch(text, part.start, one.start) and _DATELINE_END.match(text, one.end, min(part.end, one.end + 50))
    )
