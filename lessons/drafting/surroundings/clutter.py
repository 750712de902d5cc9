"""What of a pasted page is not the article.

Three steps: the lines above the title; the end, where the sum of the lines' weights from the first prose on is greatest (prose counts by
its characters, a line about comments or a list of other posts against it); and what stands in the middle, by its words alone. A paragraph
of prose is dropped in the middle only where a list knows its beginning, for a lost article is worse than a menu kept. A page without prose
is kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..pages.layout import Line
from ..records import Span
from .bylines import is_byline
from .endings import absorbed, last_line, release_notes
from .headlines import first_prose, title_line
from .links import is_contents, links
from .looks import Look, looks
from .resumptions import resumptions
from .running_heads import running_heads

# What is dropped in the middle by its words alone.
_MIDDLE = frozenset({"share", "related", "pitch", "cookies", "photo", "release", "ends", "wiki", "footer", "legal", "page_number"})
_LEAST = 150  # characters of prose below which nothing is thrown away
_TIMED = re.compile(r"\d[:.]\d\d|\b(?:updated|published|posted|issued)\b", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:issue|vol|volume|no|number|edition|release|bulletin)\b", re.IGNORECASE)
_PICTURES = re.compile(r"(?:photo|pictur|illustrat|graphic|imag|edit|translat|produc)\w{0,8} (?:by|editing by):? ", re.IGNORECASE)
_COUNT = re.compile(r"(?:\d{1,3}(?:[.,]\d{1,3})?[KkM]?|[·•|])\Z")  # of likes and replies, each on its line


def clutter(text: str, lines: tuple[Line, ...]) -> tuple[Span, ...]:
    r"""The stretches that are not the article, in order.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> prose = "The old ferry has stopped for good, and the people of the island must find another way to the market. " * 2
    >>> page = f"Home | News | Contact\n\nThe last ferry\n\n{prose}\n\nComments (2)\n\njo, 2 days ago\nSad."
    >>> [page[start:end][:12] for start, end in clutter(page, lines_of(page))]
    ['Home | News ', 'Comments (2)']
    """
    page = looks(text, lines)
    first = first_prose(page)
    if first is None:
        return ()
    title = title_line(page)
    first = _start(page, title, first)
    resumed = resumptions(text, page, title, first)
    last = last_line(text, page, first, resumed)
    dropped = _above(page, title, first) | _between(page, first if title is None else title + 1, first, last)
    dropped |= {n for start, stop in resumed.items() if start < last for n in range(start, stop)}
    dropped |= set(range(absorbed(page, first, last) + 1, len(page))) - release_notes(page, last)
    dropped |= running_heads(page)
    if title is not None:
        dropped.discard(title)
    if sum(one.length for n, one in enumerate(page) if one.prose and n not in dropped) < _LEAST:
        return ()
    return _spans(page, dropped)


def _start(page: Sequence[Look], title: int | None, first: int) -> int:
    """The first prose below the title."""
    if title is None or first > title:
        return first
    return next((n for n in range(title + 1, len(page)) if page[n].prose and not page[n].sort), first)


def _above(page: Sequence[Look], title: int | None, first: int) -> set[int]:
    """What stands above the title; by-lines and stamps in its own block stay, and right above it a stamp with its time or label."""
    if title is None:
        return {n for n in range(first) if page[n].sort and not page[n].stamp}
    kept = title
    if kept > 0 and page[kept - 1].stamp and _TIMED.search(page[kept - 1].words):
        kept -= 1
    if kept == title and kept > 0 and page[kept - 1].stamp and _ISSUE.search(page[kept - 1].words):
        kept -= 1
    while kept > 0 and not page[kept].apart and (page[kept - 1].stamp or is_byline(page[kept - 1].words)):
        kept -= 1
    return set(range(kept))


def _between(page: Sequence[Look], start: int, first: int, last: int) -> set[int]:
    """What the words alone give away between title and end, a heading of links with the links below it."""
    found: set[int] = set()
    for n in range(start, last + 1):
        one = page[n]
        if one.sort in {"credit", "photo"} and not one.prose and (_PICTURES.match(one.words) or (n < first and _is_labelled(one))):
            found.add(n)
        if n < first and _COUNT.match(one.words):
            found.add(n)
        if n in found or not one.sort or (n < first + 2 and (one.stamp or (not one.prose and one.sort != "menu" and is_byline(one.words)))):
            continue
        if (
            one.sort in _MIDDLE
            or (one.sort == "blurb" and not one.is_long_blurb)
            or (n < first and one.sort == "mail")
            or (one.sort == "menu" and _in_row(page, n))
            or (n < first and one.sort in {"menu", "comments", "contact"})
        ):
            found.add(n)
        if one.sort == "pitch" and not one.prose:
            found.update(_form(page, n, last))
        if one.sort in {"related_head", "listing"} or is_contents(one):
            found.update(links(page, n, last))
    return found


def _form(page: Sequence[Look], n: int, last: int) -> set[int]:
    """The box of an offer in the middle: the short lines of its block down to its last button."""
    stop = end = n + 1
    while stop <= last and stop - n <= 5 and not page[stop].apart and page[stop].length <= 120:
        stop += 1
        if page[stop - 1].sort in {"pitch", "share", "menu"}:
            end = stop
    whole = stop > last or page[stop].apart
    return set(range(n, end)) if whole else set()


def _is_labelled(one: Look) -> bool:
    """Whether a credit is a label with its value ("Filed under: ships"), and says neither who wrote nor when."""
    return ":" in one.words[3:20] and not one.stamp and not is_byline(one.words)


def _in_row(page: Sequence[Look], n: int) -> bool:
    """Whether an item of a menu stands among others: several on its line, or two more lines next to it."""
    one = page[n]
    if len(one.words.split()) > 2 and (
        re.search(r"[|·•›»/]|\s\s", one.words) or one.words.lower().startswith(("skip", "jump", "back to", "return to", "view ", "see all"))
    ):
        return True
    near = page[max(0, n - 2) : n + 3]
    return sum(other.sort in {"menu", "share"} for other in near) >= 3


def _spans(page: Sequence[Look], dropped: set[int]) -> tuple[Span, ...]:
    """Lines next to each other as one stretch."""
    found: list[Span] = []
    before = -2
    for n in sorted(dropped):
        if n == before + 1:
            found[-1] = (found[-1][0], page[n].end)
        else:
            found.append((page[n].start, page[n].end))
        before = n
    return tuple(found)
