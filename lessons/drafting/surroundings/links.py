"""Headings of links, "Related stories" or "Contents", with the links that stand below them."""

from __future__ import annotations

from collections.abc import Sequence

from .looks import Look


def is_contents(one: Look) -> bool:
    return one.sort == "wiki" and one.words.lower().startswith(("contents", "table of", "on this page", "in this article", "page contents"))


def links(page: Sequence[Look], head: int, last: int) -> set[int]:
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
