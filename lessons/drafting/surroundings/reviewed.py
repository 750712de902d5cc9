"""The box of a review above its first sentence: the work’s title, maker, publisher and price. None of it is the page’s own head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .looks import Look

# "412pp. Roe & Daughters. £27.50", "ISBN …", "Dir: Ada Roe. 112 mins. Cert 15", "Hardback, $30".
_BOX = re.compile(
    r"\b\d{2,4}\s?pp?\b\.?|\b\d{2,4} pages\b.{0,60}[£$€₹]\s?\d|[£$€₹]\s?\d.{0,60}\b\d{2,4} pages\b|\bISBN\b"
    r"|\b(?:hardback|hardcover|paperback|hbk?|pbk?|e-?book)\b.{0,40}[£$€₹]\s?\d|[£$€₹]\s?\d[\d.,]{0,8}\s?\(?(?:hardback|hardcover|paperback|hb|pb)\b"
    r"|\b\d{2,3}\s?min(?:ute)?s?\b.{0,60}\b(?:cert(?:ificate)?|rated|PG)\b|\bcert(?:ificate)?\.? (?:U|PG|12A?|15|18)\b",
    re.IGNORECASE,
)
_HIGHEST = 5  # lines of such a box above the one that gives length or price
_SOON = 200


def boxes(page: Sequence[Look]) -> frozenset[int]:
    r"""The places of the lines that tell what a review is of: with the lines above them in the same block.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> from lessons.drafting.surroundings.looks import looks
    >>> text = "Salt and law\n\nTHE SALT YEARS\nBy Ada Roe\n412pp. Quay Press. £20"
    >>> sorted(boxes(looks(text, lines_of(text))))
    [1, 2, 3]
    """
    found: set[int] = set()
    for n, one in enumerate(page[:60]):
        if one.prose or one.sort not in {"", "imprint"} or one.stamp or one.length > _SOON or not _BOX.search(one.words):
            continue
        found.add(n)
        top = _top(page, n)
        found.update(range(top, n) if top is not None else ())
    return frozenset(found)


def _top(page: Sequence[Look], n: int) -> int | None:
    """Where the block of a line begins; None where it is the first of the page, or holds what no such box does."""
    top = n
    while top > 0 and not page[top].apart:
        top -= 1
        if n - top > _HIGHEST or page[top].sort or page[top].stamp or page[top].prose:
            return None
    return top if top > 0 else None
