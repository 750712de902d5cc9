"""Dates that share their line with others, and years that stand beside the count of a volume: stamps only near a title."""

from __future__ import annotations

import re

from .stamps import DATE, YEAR, Stamp, is_stamp

_GAP = r"[\s,(:·|–-]{1,4}"
# A year beside the count of a journal or an encyclopaedia: "Volume 2, 1967", "No. 214 (2019)"; behind "published"; alone.
# Not "Act No. 12 of 2013".
_YEARLY = re.compile(
    r"\b(?:vol|volume|no|number|issue|part|edition|bulletin|band|tome)\b\.?\s?#?(?:\d{1,4}|[IVXLC]{1,7})\b"
    rf"{_GAP}(?:(?:issue|no|nos|number|part)\b\.?\s?\d{{1,4}}{_GAP}){{0,2}}(?P<counted>{YEAR})(?![-/–]\d)"
    rf"|\A\W{{0,3}}(?:first |originally )?(?:published|issued|printed|online)"
    rf"(?: (?:in|in print|online in))?\s?:?\s{{0,2}}(?P<said>{YEAR})(?![-/–]\d)"
    rf"|\A(?P<alone>{YEAR})\Z",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"\b(?:volume|vol|issue)\b\.?\s?(?:\d{1,4}|[IVXLC]{1,7})\b", re.IGNORECASE)
_CELL = re.compile(r"\s{1,3}[|/·•–—]\s{1,3}|\s[-.]\s|\s{2,9}|\t|,?\s(?=(?:last )?(?:updated|published|posted)\b)", re.IGNORECASE)
_BEHIND = re.compile(r"\s{0,3}(?:[|·•,;:(/–—-]|\.\s|(?:by|at|in)\s|\d{1,2}[:.]\d\d|\Z)")


def is_row_with_stamp(words: str) -> bool:
    """Whether a short line is cells, one of them a date, or begins with its day and goes on with who and where.

    What stands so between a title and the first sentence is a stamp; elsewhere it may be another post.

    >>> lines = "2021-05-04 | Harbour Media Desk", "Ada Roe / QNN / Updated: 4 May 2021, 07:42", "In May 2021 the old ferry was sold"
    >>> [is_row_with_stamp(line) for line in lines]
    [True, True, False]
    >>> is_row_with_stamp("May 4, 2021 by admin Leave a Comment")
    True
    """
    if len(words) > 160 or words[-1:] in ".!?" or not any(letter.isdigit() for letter in words):
        return False
    if is_stamp(words):
        return True
    match = DATE.match(words)
    if match and not match["my"] and _BEHIND.match(words, match.end()):
        return True
    cells = [cell for cell in _CELL.split(words) if cell]
    return 2 <= len(cells) <= 8 and any(is_stamp(cell) for cell in cells) and all(len(cell.split()) <= 7 for cell in cells)


def year_of_issue(text: str, start: int, end: int) -> Stamp | None:
    """The year beside the count of a volume or an issue, behind "published", or alone on its line.

    >>> lines = "Annals of the Quay, vol. 12 (1998), pp. 3-8", "1967", "In 1967 it fell"
    >>> [one.value for line in lines if (one := year_of_issue(line, 0, len(line)))]
    ['1998', '1967']
    """
    words = text[start : min(end, start + 160)]
    match = _YEARLY.search(words)
    if not match or not match.lastgroup:
        return None
    at = start + match.start(match.lastgroup)
    return Stamp(at, at + 4, match[match.lastgroup], "published" if match["said"] else "")


def is_volume(words: str) -> bool:
    """Whether a short line names the volume or the issue that an article stands in.

    >>> is_volume("Annals of the Quay, Volume 12, Issue 3, June 2019, Pages 3–8"), is_volume("Speaking volumes")
    (True, False)
    """
    return len(words) <= 160 and bool(_VOLUME.search(words))
