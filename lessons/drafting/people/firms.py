"""Which names are firms': "PaisaPocket, the largest of the 19 companies", so that "the company" is known."""

from __future__ import annotations

import re

from ..words import any_of, data, split

FIRM_NOUNS = ("firm", "company", "group")
_TOLD = re.compile(
    rf"(?:\s\([A-Z][A-Za-z]{{1,8}}\))?,\s(?:an?|the|one of|[A-Z][a-z]+[’']s)\s(?:[\w’-]{{2,20}}\s){{0,6}}?"
    rf"(?:companies|(?:{any_of(split(data('offices')['firms']))})s?)\b"
)
_REACH = 120


def is_told_firm(text: str, end: int) -> bool:
    """Whether what stands behind a name, which ends there, tells that it is a firm's.

    >>> is_told_firm("Kestrel, a ferry operator in Hull, left.", 7), is_told_firm("Kestrel, a small hawk, left.", 7)
    (True, False)
    """
    return _TOLD.match(text, end, end + _REACH) is not None
