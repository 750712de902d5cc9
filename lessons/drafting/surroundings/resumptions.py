"""Boxes that stand in the middle of an article: "Most read" or "12 comments", and then the article goes on.

What mostly ends an article ends nothing where paragraphs follow one upon another: posts and comments come one at a time, each below its
title or its writer.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from .links import links
from .looks import Look

# How many paragraphs it takes to be believed; notes on authors and on firms have some themselves.
_ENOUGH = {"listing": 2, "related_head": 2, "comments": 2, "comments_head": 2, "author_box": 3, "ends": 3}
_MANY = 6  # so many paragraphs in a row need no word that the article has had
_SEEN = 24  # lines that are looked at
_LONG = 250  # characters; excerpts of other posts are shorter
_LEAST = 60  # characters; shorter prose may be a headline
# Boxes in the way, and bits at the side; anything else that a list knows is no part of an article that goes on.
_PASSED = frozenset("share related related_head listing pitch cookies credit photo excerpt blurb menu page_number".split())
# What the article has had: names, and words that are long enough to be its own.
_OWN = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][\w’'-]{2,30}|\b[a-z]{8,30}\b")
_WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]{2,30}|\b[a-z]{5,30}\b")
# "Topic 2: …" goes on with a page of several, whatever questions close the one before it.
_TOPIC = re.compile(r"(?:topic|article|issue|story|news|part)\s?(?:no\.?\s?)?[2-9]\b", re.IGNORECASE)
_HASHES = re.compile(r"[#* _-]{1,9}\Z")
_ABOUT = re.compile(r"(?:about|notes?|contacts?)\b", re.IGNORECASE)


def resumptions(text: str, page: Sequence[Look], title: int | None, first: int) -> dict[int, int]:
    """The places of the lines that such boxes begin with → the place where the article goes on."""
    found: dict[int, int] = {}
    own = set(_WORD.findall(page[title].words.lower())) if title is not None else set()
    read = first
    topics = [n for n in range(first, len(page)) if not page[n].prose and _TOPIC.match(page[n].words)]
    for n in range(first, len(page)):
        if page[n].sort == "questions" and (behind := next((topic for topic in topics if topic > n), None)):
            found[n] = behind
        if page[n].sort not in _ENOUGH or (stop := _behind(page, n)) is None:
            continue
        for one in page[read:n]:
            if one.prose and not one.sort:
                own.update(_OWN.findall(text, one.start, min(one.end, one.start + 3_000)))
        read = n
        if _goes_on(text, page, stop, page[n].sort, own):
            found[n] = stop
    return found


def _behind(page: Sequence[Look], n: int) -> int | None:
    """The place of the first line behind a box; None where the page ends with it, or where it ends for good."""
    sort = page[n].sort
    if sort == "ends" and not _HASHES.match(page[n].words):
        return None
    if sort in {"listing", "related_head"}:
        stop = max(links(page, n, len(page) - 1)) + 1
    else:
        stop = n + 1
        while stop < len(page) and stop - n <= 6 and (page[stop].sort in _PASSED or not page[stop].apart):
            stop += 1
    return stop if stop < len(page) else None


def _goes_on(text: str, page: Sequence[Look], start: int, sort: str, own: set[str]) -> bool:
    """Whether paragraphs follow one upon another there, in the article's own words."""
    links_only = sort in {"listing", "related_head"}
    long, least = (_LONG, 1) if links_only else (sys.maxsize, 2)
    # A short line behind "Comments" may be the name of who wrote the first.
    enough = _ENOUGH[sort] + 2 * (not links_only and not page[start].prose)
    count, is_row, above = 0, False, False
    known: set[str] = set()
    for one in page[start : start + _SEEN]:
        if one.sort in _PASSED:
            continue
        if one.sort or one.stamp or _ABOUT.match(one.words[:10]):
            return False
        if one.mark or not one.apart:
            above = above or bool(one.mark)
            continue
        if one.prose and one.length >= _LEAST:
            count += 1
            is_row = is_row or above or one.length >= long
            known |= own.intersection(_WORD.findall(text, one.start, min(one.end, one.start + 3_000)))
        above = one.prose or one.ends
        if is_row and count >= enough and (len(known) >= least or count >= _MANY):
            return True
    return False
