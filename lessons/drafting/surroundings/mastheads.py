"""Short lines around a title that are none: names of bodies, parts of a paper, headings that any article may have."""

from __future__ import annotations

import re
from functools import cache

from ..words import data, split


def is_body(words: str) -> bool:
    """Whether words could be the name of a body: one of them is "ministry", "museum" or the like.

    >>> is_body("Museum of Ferries"), is_body("The last ferry")
    (True, False)
    """
    return not _bodies().isdisjoint(words.lower().replace("(", "").replace(")", "").split())


@cache
def _bodies() -> frozenset[str]:
    return split(data("head")["publishers"]["bodies"])


def is_called_a_body(words: str) -> bool:
    """Whether a line is nothing but the name of a body.

    >>> is_called_a_body("Oban Town Council"), is_called_a_body("Council to close the school")
    (True, False)
    """
    parts = words.split()
    small = {"of", "for", "and", "the", "on", "&"}
    if not 2 <= len(parts) <= 8 or not all(part in small or part[0].isupper() for part in parts):
        return False
    return is_body(parts[-1]) or (is_body(parts[0]) and parts[1] in small)


def is_section(words: str) -> bool:
    """Whether a short line names nothing but parts of a paper ("Court & Crime", "Opinion").

    >>> is_section("Court & Crime"), is_section("Court of Appeal")
    (True, False)
    """
    parts = re.findall(r"[^\W\d_]+", words.lower())
    return 0 < len(parts) <= 4 and all(part in _sections() for part in parts)


def is_heading(words: str) -> bool:
    """Whether a line is a heading that any article may have.

    >>> is_heading("Why in news?"), is_heading("Why the ferry stopped")
    (True, False)
    """
    parts = re.findall(r"[^\W\d_]+", words.lower())
    return 0 < len(parts) <= 4 and all(part in _headings() for part in parts)


@cache
def _sections() -> frozenset[str]:
    lists = data("clutter")
    return split(lists["scraps"]["sections"]) | {line for line in lists["cells"]["menu"].splitlines() if line and " " not in line}


@cache
def _headings() -> frozenset[str]:
    return split(data("clutter")["scraps"]["headings"])
