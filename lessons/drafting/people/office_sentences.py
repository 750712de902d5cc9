"""The sentences in which offices are looked for: all but headings, by-lines and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..pages.page import Page, Part
from ..records import Span
from .capitals import Named

_BY = re.compile(
    r"(?:By|Written by|Words by|Text by|Reporting by|Photos? by|Photographs? by|Author|Edited by)\b:?\s(?=[A-ZÀ-Þ])"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Easter|Christmas|[A-Z][a-z]{2,5}day)\b)"
)
# A credit at the foot of a page: "The Bell is edited by Ana Ruiz, Press Officer."
_CREDIT = re.compile(
    r"[A-Z][^.,;:\n]{2,50}\sis\s(?:edited|compiled|published|produced|issued|designed|printed)(?:,? (?:and|edited|published|produced)){0,3}"
    r"\sby\s[^\n]{3,160}\Z"
)


def by_sentence(page: Page, runs: tuple[Named, ...]) -> Iterator[tuple[Span, list[Named]]]:
    r"""The sentences of the page with the names that stand in each; by-lines are left out.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> from lessons.drafting.pages.page import page
    >>> from lessons.drafting.people.names import people
    >>> from lessons.drafting.records import Head
    >>> text = "By Tom Pike, Editor\n\nBy May Ana Ruiz, the mayor of Alba, had left the town."
    >>> laid_out = page(text, lines_of(text), (), Head())
    >>> [text[start : start + 6] for (start, _), runs in by_sentence(laid_out, people(laid_out).runs)]
    ['By May']
    """
    n = 0
    for part in page.parts:
        if part.role == "heading" or _is_signed(page.text, part) or _CREDIT.match(page.text, part.start, part.end):
            continue
        if _is_by_line(page, part):
            continue
        for start, end in part.sentences:
            while n < len(runs) and runs[n].start < start:
                n += 1
            first = n
            while n < len(runs) and runs[n].start < end:
                n += 1
            if n > first:
                yield (start, end), list(runs[first:n])


def _is_signed(text: str, part: Part) -> bool:
    """Whether a part begins as a by-line; a sentence that begins so ("By May Ana Ruiz, the mayor, had left.") is none."""
    by = _BY.match(text, part.start)
    return by is not None and (len(by[0]) > 3 or text[part.end - 1] not in '.!?”"’' or part.end - part.start < 60)


def _is_by_line(page: Page, part: Part) -> bool:
    """Whether a line without a stop names the author of the page with their office: "Ana Ruiz, Deputy Project Manager"."""
    author = page.head.author
    is_line = part.end - part.start < 120 and page.text[part.end - 1] not in ".!?:;"
    return is_line and author is not None and page.text.startswith(author, part.start)
