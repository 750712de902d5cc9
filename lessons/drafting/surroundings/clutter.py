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
from ..words import data
from .biographies import announced, is_note_on, unlabelled
from .bylines import byline, is_byline, speaker
from .headlines import first_prose, title_line
from .looks import Look, is_figures, looks
from .running_heads import running_heads
from .scraps import is_entry

# What is dropped in the middle by its words alone.
_MIDDLE = frozenset({"share", "related", "pitch", "cookies", "photo", "release", "ends", "wiki", "footer", "legal", "page_number"})
# A line behind which prose counts less: it is hardly the article's.
_DAMPED = {
    "comments": 0.35,
    "imprint": 0.5,
    "listing": 0.5,
    "author_box": 0.3,
    "ends": 0.3,
    "questions": 0.3,
    "boilerplate": 0.3,
    "related_head": 0.8,
    "apparatus": 0.6,
}
_BEFORE = 0.12  # a marker with less than this part of the prose before it stands in a column at the side, and ends nothing
_LEAST = 150  # characters of prose below which nothing is thrown away
_NOTES = re.compile(r"notes? (?:to|for) (?:the )?editors?\b", re.IGNORECASE)
_ABOUT = re.compile(r"[#* ]{0,4}About (?:[\w’'&.-]{1,30} ?){1,8}:?\Z")
_REFERENCE = re.compile(r"\^|\[\d|\d{1,3}\.\s|(?:.{0,200}(?:\((?:1[6-9]|20)\d\d[a-z]?\)|\bpp?\. ?\d|doi|ISBN|Retrieved|https?:|Archived))")
_TIMED = re.compile(r"\d[:.]\d\d|\b(?:updated|published|posted|issued)\b", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:issue|vol|volume|no|number|edition|release|bulletin)\b", re.IGNORECASE)
_PICTURES = re.compile(r"(?:photo|pictur|illustrat|graphic|imag|edit|translat|produc)\w{0,8} (?:by|editing by):? ", re.IGNORECASE)
_COUNT = re.compile(r"(?:\d{1,3}(?:[.,]\d{1,3})?[KkM]?|[·•|])\Z")  # of likes and replies, each on its line
_AND = re.compile(r",?\sand\s|,\s")
_CITED = frozenset({"notes", "note", "sources", "source notes"})


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
    last = _last(text, page, first)
    dropped = _above(page, title, first) | _between(page, first if title is None else title + 1, first, last)
    dropped |= set(range(_absorbed(page, first, last) + 1, len(page))) - _notes(page, last)
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


def _last(text: str, page: Sequence[Look], first: int) -> int:
    """The last line of the article: where the sum of the weights is greatest."""
    total = sum(one.length for one in page[first:] if one.prose) or 1
    weights = data("clutter")["weights"]
    release = any(one.sort in {"release", "ends", "boilerplate"} for one in page)
    author = next((name for one in page[max(0, first - 12) : first + 3] if not one.prose and (name := byline(one.words))), None)
    author = author or speaker(page[first].words)
    notes = unlabelled(text, page, first)
    listed = {n for head in range(len(page)) if _is_contents(page[head]) for n in _links(page, head, len(page) - 1)}
    score = best = 0.0
    before, damp, last, cited = 0, 1.0, first, False
    for n in range(first, len(page)):
        one = page[n]
        sort = "" if n in listed else one.sort or _sort_behind(page, n, before / total, cited, release, damp < 1)
        cited = cited or sort == "apparatus"
        if sort and n > first:
            side = sort in _DAMPED and before < _BEFORE * total
            score += weights[sort] / (20 if side else 1)
            damp = damp if side else min(damp, _DAMPED.get(sort, 1.0))
        elif author and before > 0.5 * total and one.words in _AND.split(author):
            score += weights["author_box"] / 2
        elif n in notes or (author and before > 0.5 * total and is_note_on(one, author)) or (before > 0.75 * total and announced(page, n)):
            score += weights["author_box"] / 2
            damp = min(damp, 0.3)
        else:
            score += damp * _worth(one, weights["stamp"])
        if one.prose:
            before += one.length
        if score >= best:
            best, last = score, n
    return last


def _sort_behind(page: Sequence[Look], n: int, part: float, cited: bool, release: bool, marked: bool) -> str:
    """The sort of a line that only what stands before it gives away.

    Args:
        page: the lines.
        n: the place of the line.
        part: how much of the prose stands before it.
        cited: whether a heading of references does.
        release: whether the page is a press release, whose body tells at its end who it is.
        marked: whether something that mostly stands behind an article does.
    """
    one = page[n]
    if _is_head_of_notes(page, n):
        return "apparatus"
    if cited and one.length < 600 and (_REFERENCE.match(one.words) or one.mark[:1].isdigit()):
        return "remark"
    if release and part > 0.3 and _ABOUT.match(one.words) and not one.ends:
        return "boilerplate"
    return "entry" if marked and part > 0.5 and not one.prose and not one.mark and is_entry(one.words) else ""


def _worth(one: Look, stamp: float) -> float:
    """The weight of a line that no list knows."""
    if one.prose:
        return min(one.length, 700)
    if one.stamp:
        return stamp
    if one.mark or "\t" in one.words or is_figures(one.words) or (one.ends and len(one.words.split()) >= 3) or one.words[0] in "“‘\"'>":
        return 0.6 * min(one.length, 200)
    return 0.0


def _is_signature(page: Sequence[Look], n: int) -> bool:
    """Whether the line behind the end is its "Oban, 4 May 1921"."""
    if n >= len(page) or not page[n].stamp or page[n].sort or page[n - 1].sort or (n + 1 < len(page) and not page[n + 1].apart):
        return False
    return not page[n].apart or bool(re.match(r"[A-ZÀ-Þ][\w’ -]{1,30},? \S", page[n].words))


def _is_head_of_notes(page: Sequence[Look], n: int) -> bool:
    """Whether "Notes" stands above a list with numbers: in brackets, or two in a row."""
    if page[n].words.strip(" :*#_").lower() not in _CITED or n + 2 >= len(page):
        return False
    return all(one.words[:1] in "[^" or one.mark[:1].isdigit() for one in page[n + 1 : n + 3])


def _absorbed(page: Sequence[Look], first: int, last: int) -> int:
    """The last line of the article when headings and scraps right above the tail are taken to it."""
    if last + 1 >= len(page):
        return last
    while last > first and not any(letter.isalnum() for letter in page[last].words):
        last -= 1
    if _is_signature(page, last + 1):
        return last + 1
    for _ in range(2):
        one = page[last]
        if (one.words[0] == "(" and one.words[-1] == ")") or ": " in one.words or is_figures(one.words):
            break
        scrap = not one.prose and not one.ends and not one.mark and "\t" not in one.words and len(one.words.split()) <= 6
        if last <= first or not scrap or not one.apart or not (page[last + 1].apart or page[last + 1].sort):
            break
        last -= 1
    return last


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
            or (n < first and one.sort == "mail")
            or (one.sort == "menu" and _in_row(page, n))
            or (n < first and one.sort in {"menu", "comments", "contact"})
        ):
            found.add(n)
        if one.sort == "pitch" and not one.prose:
            found.update(_form(page, n, last))
        if one.sort in {"related_head", "listing"} or _is_contents(one):
            found.update(_links(page, n, last))
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


def _is_contents(one: Look) -> bool:
    return one.sort == "wiki" and one.words.lower().startswith(("contents", "table of", "on this page", "in this article", "page contents"))


def _in_row(page: Sequence[Look], n: int) -> bool:
    """Whether an item of a menu stands among others: several on its line, or two more lines next to it."""
    one = page[n]
    if len(one.words.split()) > 2 and (
        re.search(r"[|·•›»/]|\s\s", one.words) or one.words.lower().startswith(("skip", "jump", "back to", "view "))
    ):
        return True
    near = page[max(0, n - 2) : n + 3]
    return sum(other.sort in {"menu", "share"} for other in near) >= 3


def _links(page: Sequence[Look], head: int, last: int) -> set[int]:
    """A heading of links with the links below it: the rest of its block, or short lines up to a heading above prose."""
    stop = head + 1
    while stop <= last and stop - head <= 30 and (not page[stop].prose or _is_link(page[stop])) and not page[stop].stamp:
        if page[stop].apart and not page[head + 1].apart:
            break
        stop += 1
    if stop <= last and page[stop].prose and stop - 1 > head and page[stop - 1].apart:
        stop -= 1
    return set(range(head, stop))


def _is_link(one: Look) -> bool:
    """Whether a line right below others is a title that only looks like prose: "Who fishes? The quota after the storm (March 2019)"."""
    return not one.apart and one.length <= 140 and one.words[-1] not in ".:;!"


def _notes(page: Sequence[Look], last: int) -> set[int]:
    """Notes to editors behind the end of a release: they belong to it, up to whom to call and who the company is."""
    for n in range(last + 1, len(page)):
        if _NOTES.match(page[n].words):
            stop = n + 1
            while stop < len(page) and not page[stop].sort and not _ABOUT.match(page[stop].words):
                stop += 1
            return set(range(n, stop)) if stop > n + 1 else set()
    return set()


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
