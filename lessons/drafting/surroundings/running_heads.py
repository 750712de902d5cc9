"""The running heads and page numbers of a paste from a PDF."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from .looks import Look


def running_heads(page: Sequence[Look]) -> set[int]:
    """The running heads and page numbers of a paste from a PDF: lines that come again, with a number that grows or next to one."""
    # Four digits may be a year that heads a part of a chronicle.
    numbers = [n for n, one in enumerate(page) if len(one.words) <= 3 and one.words.isdecimal()]
    alone = [n for n in numbers if n - 1 not in numbers and n + 1 not in numbers]
    counts = [int(page[n].words) for n in alone]
    found = set(alone) if len(alone) >= 2 and all(b - a == 1 for a, b in pairwise(counts)) else set()
    found |= {n for n, one in enumerate(page) if one.sort == "page_number"}
    same: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(page):
        if 6 <= one.length <= 90 and not one.ends and not one.mark and "\t" not in one.words:
            same[re.sub(r"\d{1,4}", "0", one.words.lower())].append(n)
    for places in same.values():
        if len(places) >= 3:
            growing = len({page[n].words for n in places}) == len(places)
            beside = sum(bool(found & {n - 1, n + 1}) for n in places)
            if (growing and _grows([page[n].words for n in places])) or beside * 2 >= len(places):
                found.update(places[1:] if places[0] == 0 else places)
    return found


def _grows(lines: Sequence[str]) -> bool:
    """Whether one number of lines that are else the same grows by one or two from line to line."""
    numbers = [[int(one) for one in re.findall(r"\d{1,4}", line)] for line in lines]
    width = min(map(len, numbers))
    return any(all(0 < b[n] - a[n] <= 2 for a, b in pairwise(numbers)) for n in range(width))
