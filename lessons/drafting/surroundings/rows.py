"""Rows of a menu or of a share bar, by their items: "Home | News | Contact", "Share  Tweet  Copy link"."""

from __future__ import annotations

import re
from functools import cache

from ..words import data

WORD = re.compile(r"©|[^\W\d_]+")
_CELLS = re.compile(r"\s{0,9}[|·•›»→←▾⋮]+\s{0,9}|\s{2,9}|\s[/>]\s|\t+")
SMALL = re.compile(
    r"(?:(?:about |approx\.? |est\.? )?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ -](?:min(?:ute)?s?\.?)"
    r"(?: of)?(?: reading| read| listen| watch)(?: time)?"
    r"|reading time:?.{1,20}"
    r"|[\d.,]{1,9} ?[km]? (?:views?|shares?|likes?|claps?|reads|comments?|followers|upvotes?)(?: ?[|·] ?.{0,40})?)\s?\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def row_sort(words: str) -> str:
    """The sort "menu" or "share" for items in a row, at least half of which the lists know, or short ones apart by bars or gaps."""
    cells = [cell for cell in _CELLS.split(words) if cell and cell.strip(" []()")]
    if len(cells) == 1:
        return _spaced(words)
    if len(cells) > 40:
        return ""
    is_undated = not _YEAR.search(words)
    known = [
        known_items().get(" ".join(WORD.findall(cell.lower())), "") or ("share" if is_undated and SMALL.match(cell) else "")
        for cell in cells
    ]
    count = sum(bool(one) for one in known)
    if len(cells) == 2 and "|" in words and known[0] not in {"", "share"} and not known[1] and len(cells[1].split()) >= 4:
        return ""  # a headline behind its kind: "Opinion | The pier that nobody wanted"
    if count * 2 >= len(cells):
        return "share" if known.count("share") * 2 > count else "menu"
    trail = any(sign in words for sign in "›»>") or (" / " in words and count)
    small = all(len(cell) <= 30 and len(cell.split()) <= 4 and not any(letter.isdigit() for letter in cell) for cell in cells)
    if small and (
        trail or (count and len(cells) >= 3) or (len(cells) >= 3 and all(len(cell.split()) == 1 for cell in cells) and "\t" not in words)
    ):
        return "menu"
    return ""


def _spaced(words: str) -> str:
    """The same for items apart by one space only, each a single word of the lists."""
    known = [known_items().get(word, "") for word in words.lower().split() if not word.strip("()").isdecimal()]
    if len(known) < 2 or not all(known) or len(words) > 80:
        return ""
    return "share" if known.count("share") == len(known) else "menu" if len(known) >= 3 else ""


@cache
def known_items() -> dict[str, str]:
    """The items of menus and share bars → sort."""
    return phrases("cells")


def phrases(table: str) -> dict[str, str]:
    """Phrase → sort; in the file's order, the first sort keeps a phrase that stands in two."""
    found: dict[str, str] = {}
    for sort, phrases in data("clutter")[table].items():
        for phrase in phrases.strip().splitlines():
            found.setdefault(" ".join(WORD.findall(phrase.lower())), sort)
    return found
