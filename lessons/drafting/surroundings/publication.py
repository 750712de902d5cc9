"""When a page was published: the best of its stamps, its dateline, and the list of posts that it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import Span
from .looks import Look
from .stamp_rows import is_row_with_stamp, is_volume, year_of_issue
from .stamps import Stamp, dateline, label_use, month_first, stamps

_ONLINE = re.compile(r"published (?:online|on the web)\s{0,2}[:,]?", re.IGNORECASE)
# What a closing line says of the day: "This speech was first published on …", "London, 4 May 1921".
_FIRST = re.compile(
    r"\b(?:first|originally)\s(?:published|appeared|posted|printed|broadcast|given|delivered)\b|\b(?:was|is) published (?:on|in)\b"
    r"|\bappear(?:ed|s)\b.{0,90}\b(?:edition|issue|magazine|print|newspaper|paper|review|journal)\b|\bheadlined\b|\bprint edition\b",
    re.IGNORECASE,
)
# A meeting's day, or a speech's, in the title or in the first sentence.
_EVENT = re.compile(
    r"\b(?:minutes|meeting|proceedings|sitting|session|lecture|address|speech|remarks|statement|sermon|judgment|hearing|talk)\b.{0,160}"
    r"\b(?:held|delivered|given|heard|made|convened)\b[^.]{0,100}\Z",
    re.IGNORECASE | re.DOTALL,
)
_DOCUMENT = re.compile(
    r"(?:this|these|the following|the text|the transcript|an? (?:edited|abridged|full)"
    r"|text|transcript|(?:draft |unconfirmed )?minutes|proceedings|record)\b",
    re.IGNORECASE,
)
# An old day at the end of a title is the day of what the article tells of, unless the title names a paper of that day.
_PAPER = re.compile(
    r"\b(?:minutes|meeting|speech|lecture|address|remarks|statement|bulletin|report|agenda|hearing|judgment|notice|letter|sermon|edition|transcript|talk)\b",
    re.IGNORECASE,
)
# A sentence that says so, behind another: "From the atlas of bodies. This page was last changed on 3 June 2019."
_CHANGED = re.compile(r"\b(?:page|article|entry|text) was last (?:changed|edited|updated|modified|revised|reviewed) (?:on|in)\b")
_RECENT = "1990"
_WHOLE = len("2021-05-04")
_HEAD_LINES = 8
_PERIOD = re.compile(r"\b(?:ended|ending|to|until|by|as at|as of|from|since|before|after)\s{1,3}(?:the )?\Z", re.IGNORECASE)
_HOUR = re.compile(r",?\s(?:at|from)?\s?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|hrs|hours|noon)?\b.{0,30}\Z", re.IGNORECASE)
_SIGNED = re.compile(r"(?:(?:Dated|Done|Given|Signed)\b.{0,40}|[A-ZÀ-Þ][\w’ -]{1,30}),? (?:on |this )?(?:the )?\Z")

Found = tuple[float, Span, str]


def publication(text: str, page: Sequence[Look], title: int | None, first: int, last: int) -> tuple[str, Span] | None:
    """The date of publication in EDTF and the words that give it; None where nothing on the page does.

    The order: a date labelled as published near the title, a dateline, a bare date below the title, one right above it, one in another
    place that says "published", the page's own entry in a list of posts, a signature, an update, and last a date at the top of the page,
    which may be the day when it was opened.
    """
    american = month_first(text)
    found: list[Found] = []
    top = title if title is not None else 0
    for n in range(min(len(page), first + 3)):
        found += _in_head(text, page, n, top, first, american)
    found += _lines_of_head(text, page, first, american)
    for n in range(max(0, top - 5), min(len(page), first)):
        found += _of_issue(text, page, n, top, american)
    found += _in_tail(text, page, last, american)
    if title is not None:
        found += _listed(text, page, title, last, american)
    found = found or _anywhere_above(text, page, first, american)
    if not found:
        return None
    _, span, value = min(found, key=lambda one: (one[0], one[1][0]))
    return value, span


def _anywhere_above(text: str, page: Sequence[Look], first: int, american: bool) -> list[Found]:
    """Whole dates in any line above the first prose; first one that is called so: "Format: Report   Posted 4 May 2021"."""
    found: list[Found] = []
    for n, one in enumerate(page[: max(first + 1, _HEAD_LINES)]):
        if one.length > 130 or (n >= first and one.prose and n > 0 and one.length > 90):
            continue
        for stamp in stamps(text, one.start, one.end, month_first=american):
            is_called = stamp.use == "published"
            if len(stamp.value) == _WHOLE and (is_called or (n < first and stamp.use == "" and stamp.value >= _RECENT)):
                found.append((8.0 + n / 100 if is_called else 9.0, (stamp.start, stamp.end), stamp.value))
    return found


def _in_head(text: str, page: Sequence[Look], n: int, top: int, first: int, american: bool) -> list[Found]:
    """The stamps of a line near the title, each with its rank."""
    one = page[n]
    if one.prose and n >= first and not (one.length <= 200 and _CHANGED.search(one.words)):
        near = dateline(text, one.start, one.end, month_first=american)
        if not near and n == first:
            return _event(text, one, american) if _DOCUMENT.match(one.words) else []
        return [(1.0, near[0], near[1].value)] if near else []
    above = label_use(page[n - 1].words) if n else ""
    is_stamp = one.stamp or (top - 3 <= n < first and n != top and not one.prose and is_row_with_stamp(one.words))
    if one.length > 200 or not (is_stamp or above or _labelled(one) or _CHANGED.search(one.words)):
        return []
    ranked: list[Found] = []
    for stamp in stamps(text, one.start, one.end, month_first=american):
        use = stamp.use or (above if is_stamp else "")
        place = 0.0 if n > top else 0.3
        if use == "published":
            rank = place - 0.2 * bool(_ONLINE.search(text, max(one.start, stamp.start - 30), stamp.start))
        elif use == "updated":
            rank = 6.0
        elif use == "other" or not is_stamp:
            continue
        else:
            rank = 2.0 if n > top else 3.0 if n >= top - 2 and not _in_menu(page, n) else 7.0
        ranked.append((rank + 0.01 * len(ranked), (stamp.start, stamp.end), stamp.value))
    return ranked


def _of_issue(text: str, page: Sequence[Look], n: int, top: int, american: bool) -> list[Found]:
    """The month or the year of the volume that an article stands in; "published" above it puts the print before the web."""
    one = page[n]
    if one.prose or n == top or one.length > 160:
        return []
    if is_volume(one.words) and (dated := stamps(text, one.start, one.end, month_first=american)):
        return [(2.8, (dated[-1].start, dated[-1].end), dated[-1].value)]
    year = year_of_issue(text, one.start, one.end)
    labels = " ".join(other.words.lower() for other in page[max(0, n - 2) : n] if other.words[-1] == ":")
    if not year or (one.length == 4 and (n < top or page[n - 1].sort in {"listing", "menu"})):
        return []
    return [(0.5 if "published" in labels else 2.9 if year.use else 4.5, (year.start, year.end), year.value)]


def _event(text: str, one: Look, american: bool) -> list[Found]:
    """The day of a meeting or a speech that a line tells of: "Minutes of the meeting held in the hall on 4 May 2021"."""
    for stamp in stamps(text, one.start, min(one.end, one.start + 300), month_first=american)[:1]:
        if len(stamp.value) == 10 and _EVENT.search(text[one.start : stamp.start]):
            return [(2.6, (stamp.start, stamp.end), stamp.value)]
    return []


def _labelled(one: Look) -> bool:
    return not one.prose and one.words.lower().lstrip("[(*_ ").startswith(
        (
            "publish",
            "post",
            "issue",
            "date",
            "release",
            "first",
            "originally",
            "receiv",
            "last",
            "updat",
            "judgment",
            "deliver",
            "filed",
            "sent",
            "press",
            "news",
            "given",
        )
    )


def _in_menu(page: Sequence[Look], n: int) -> bool:
    return any(other.sort in {"menu", "cookies"} for other in page[max(0, n - 2) : n + 3])


def _lines_of_head(text: str, page: Sequence[Look], first: int, american: bool) -> list[Found]:
    """A date in a subtitle that is no stamp by itself: "Speech to the society, Leeds, 4 May 1921"."""
    found: list[Found] = []
    for one in page[: min(first, 12)]:
        if not one.stamp and not one.sort and one.length <= 160 and not one.ends:
            dated = stamps(text, one.start, one.end, month_first=american)
            if dated and dated[-1].value < _RECENT and not _PAPER.search(one.words):
                continue
            if not dated or _PERIOD.search(text, max(one.start, dated[-1].start - 20), dated[-1].start):
                continue
            if found_here := _event(text, one, american):
                found += found_here
            elif (
                len(dated[-1].value) == 10
                and not dated[-1].use
                and (one.end - dated[-1].end <= 8 or _HOUR.match(text, dated[-1].end, one.end))
            ):
                found.append((2.5, (dated[-1].start, dated[-1].end), dated[-1].value))
    return found


def _in_tail(text: str, page: Sequence[Look], last: int, american: bool) -> list[Found]:
    """What stands behind the article of its own date."""
    found: list[Found] = []
    lone = _lone_stamp(page, last)
    for n in range(max(0, last - 1), min(len(page), last + 40)):
        one = page[n]
        if one.length > 240:
            continue
        for stamp in stamps(text, one.start, one.end, month_first=american)[:2]:
            before = text[one.start : stamp.start]
            rank = _tail_rank(one, stamp, before, n - last) or (5.5 if n == lone and len(stamp.value) == 10 and not stamp.use else 0.0)
            if rank:
                found.append((rank, (stamp.start, stamp.end), stamp.value))
    return found


def _lone_stamp(page: Sequence[Look], last: int) -> int | None:
    """The only date that stands alone behind an article, with no list of other posts or comments before it: that of a signature."""
    places = [n for n in range(last + 1, len(page)) if page[n].stamp]
    if len(places) != 1 or places[0] > last + 6:
        return None
    others = {"listing", "related", "related_head", "comments", "comments_head", "remark", "entry", "wiki", "footer", "apparatus"}
    return None if page[places[0]].sort or any(one.sort in others for one in page[last + 1 : places[0]]) else places[0]


def _tail_rank(one: Look, stamp: Stamp, before: str, distance: int) -> float:
    if _FIRST.search(before):
        return 3.4
    if stamp.use == "published" and not one.prose and distance <= 3:
        return 3.8
    if stamp.use == "updated" and (not one.prose or one.sort in {"footer", "credit", "legal"}):
        return 6.2
    if (
        distance <= 1
        and len(stamp.value) == 10
        and not one.prose
        and one.end - stamp.end <= 2
        and (_SIGNED.match(before) or not before.strip())
        and not one.sort
    ):
        return 5.0
    return 0.0


def _listed(text: str, page: Sequence[Look], title: int, last: int, american: bool) -> list[Found]:
    """The entry of the page itself in a list of posts below it: the date on its line, or beside it, above or below as the list has it."""
    words = page[title].words
    found: list[Found] = []
    for n in range(last + 1, len(page)):
        if len(words) < 12 or not page[n].words.startswith(words):
            continue
        at = _own_stamp(page, n, last, len(words))
        if at is not None:
            dated = stamps(text, page[at].start, page[at].end, month_first=american)
            found += [(3.6, (page[at].start, page[at].end), one.value) for one in dated[:1]]
    return found


def _own_stamp(page: Sequence[Look], n: int, last: int, length: int) -> int | None:
    if len(page[n].words) > length + 4:
        return n
    above = next((m for m in range(n - 1, max(last, n - 5), -1) if page[m].stamp), None)
    below = next((m for m in range(n + 1, min(len(page), n + 4)) if page[m].stamp), None)
    if above is None or below is None:
        return below if above is None else above
    # A list that ends with a date has it below each post.
    begins_with_title = page[last + 1].sort == "listing" and not page[last + 2].stamp
    return below if page[-1].stamp or (page[n - 1].stamp and begins_with_title) else above
