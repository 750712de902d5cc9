"""What a page says of itself: title, author, publisher, date of publication."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ..pages.layout import Line
from ..records import Head, Span
from ..words import data, split
from .bylines import boxed, byline, in_capitals, is_byline, speaker
from .headlines import first_prose, title_line, title_words
from .looks import Look, looks
from .publication import publication
from .publishers import publisher
from .reviewed import boxes
from .stamp_rows import is_row_with_stamp, is_volume, year_of_issue
from .stamps import label_use

# Lines around the title and behind the article in which an author is looked for.
_BELOW, _ABOVE, _BEHIND = 12, 3, 8


def head(text: str, lines: tuple[Line, ...], clutter: tuple[Span, ...], published: str | None = None) -> Head:
    r"""Title, author, publisher and date; a date that is given goes before what the page says.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> page = "The last ferry\n\nBy Ada Roe\n4 May 2021\n\nThe old ferry has stopped for good, and the people of the island wait."
    >>> found = head(page, lines_of(page), ())
    >>> found.title, found.author, found.published, found.published_from
    ('The last ferry', 'Ada Roe', '2021-05-04', '4 May 2021')
    """
    page = looks(text, lines)
    if not page:
        return Head(published=published)
    dropped = _dropped(page, clutter)
    title = title_line(page, dropped)
    first = _first(page, dropped, title)
    last = max((n for n in range(len(page)) if n not in dropped), default=len(page) - 1)
    dated = None if published else publication(text, page, title, first, last)
    writer = _author(page, title, first, last)
    return Head(
        title=_title(page, title),
        author=writer,
        publisher=publisher(text, page, title, last),
        published=published or (dated[0] if dated else None),
        published_from=text[slice(*dated[1])] if dated else None,
        spans=_spans(text, page, dropped, title, first, dated[1] if dated else None),
    )


def _dropped(page: Sequence[Look], clutter: tuple[Span, ...]) -> frozenset[int]:
    """The places of the lines that are clutter."""
    found = set()
    at = 0
    spans = sorted(clutter)
    for n, one in enumerate(page):
        while at < len(spans) and spans[at][1] <= one.start:
            at += 1
        if at < len(spans) and spans[at][0] < one.end:
            found.add(n)
    return frozenset(found)


def _first(page: Sequence[Look], dropped: Container[int], title: int | None) -> int:
    """The first prose below the title, and below a subtitle that is a sentence with by-line or stamp under it."""
    start = 0 if title is None else title + 1
    found = next((n for n in range(start, len(page)) if page[n].prose and n not in dropped), None)
    if found is not None and page[found].length <= 250:
        below = next((n for n in range(found + 1, min(found + 10, len(page))) if page[n].prose and n not in dropped), found)
        if any(one.stamp or byline(one.words, bare=False) for one in page[found + 1 : below]):
            return below
    return found if found is not None else first_prose(page, dropped) or len(page)


def _title(page: Sequence[Look], title: int | None) -> str | None:
    if title is None:
        return None
    words = page[title].words[slice(*title_words(page[title].words))]
    return f"{page[title].mark} {words}" if page[title].mark[-2:-1].isdigit() else words


def _author(page: Sequence[Look], title: int | None, first: int, last: int) -> str | None:
    """By-lines with a "by" first, then bare names below the title and right above it, then author boxes behind the article."""
    top = 0 if title is None else title
    reviewed = boxes(page)
    start = top + 1 if title is not None else 0
    below = [one for n, one in enumerate(page[start : min(first + 3, top + _BELOW)], start) if not one.prose and n not in reviewed]
    above = [one for n, one in enumerate(page[:top]) if n >= top - _ABOVE]
    for one in (*below, *above):
        if name := byline(one.words, bare=False):
            return name
    for one in below:
        if not one.mark and not one.stamp and (name := byline(one.words)):
            return name
    for one, before in zip(below[1:], below, strict=False):
        if before.stamp and not one.mark and not one.stamp and (name := in_capitals(one.words)):
            return name
    return (speaker(page[first].words) if first < len(page) else None) or _boxed_author(page, last)


def _boxed_author(page: Sequence[Look], last: int) -> str | None:
    """An author behind the article: "Author: Ada Roe", "About the author" with a name below it, "Ada Roe is …" right behind the end."""
    marked = 0
    for n in range(last + 1, min(len(page), last + 1 + _BEHIND)):
        one = page[n]
        if one.sort in {"listing", "comments", "related_head"}:
            break
        marked = 3 if one.sort == "author_box" else marked - 1
        if one.sort and one.sort not in {"author_box", "bio"}:
            continue
        if not one.stamp and (name := byline(one.words, bare=False)):
            return name
        if (marked > 0 or n <= last + 2) and (name := boxed(one.words) or (byline(one.words) if marked > 0 and not one.prose else None)):
            return name
    return None


def _is_label(one: Look) -> bool:
    """A label of a block of labels between title and article, its value on the next line."""
    return len(one.words) < 30 and one.words.strip(" :•*").lower() in split(data("head")["labels"]["words"])


def _spans(text: str, page: Sequence[Look], dropped: Container[int], title: int | None, first: int, dated: Span | None) -> tuple[Span, ...]:
    """The lines of title, by-line and stamps: no place for facts."""
    found = []
    top = -1 if title is None else title
    for n, one in enumerate(page[: first + 3]):
        if n in dropped:
            continue
        if n > top and n + 1 < first and _is_label(one) and not page[n + 1].prose:
            found += [(one.start, one.end), *([] if page[n + 1].mark else [(page[n + 1].start, page[n + 1].end)])]
        label = label_use(one.words) and n + 1 < len(page) and page[n + 1].stamp
        row = (
            top - _ABOVE <= n < first
            and not one.prose
            and (is_row_with_stamp(one.words) or is_volume(one.words) or bool(n > top and year_of_issue(text, one.start, one.end)))
        )
        if row or n == title or (not one.prose and n > top - _ABOVE and (one.stamp or label or is_byline(one.words))):
            found.append((one.start, one.end))
    if dated:
        found += [(one.start, one.end) for n, one in enumerate(page) if one.start <= dated[0] < one.end and one.stamp and n not in dropped]
    return tuple(sorted(set(found)))
