"""The sex of people, where a page tells: by honorific, by an office or a kinship of one sex, by a pronoun; else by the given name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from ..pages.page import Page
from .capitals import GIVEN, Named, bare_letters

_PRONOUN = re.compile(r"\b(?:(?P<m>[Hh]e|[Hh]is|[Hh]im|himself)|(?P<f>[Ss]he|[Hh]ers?|herself))\b")
_ROLE = re.compile(
    r"\b(?:(?P<m>\w{3,12}(?:sman|eyman)|chairman|policeman|alderman|king|father|husband|brother|grandfather|uncle|nephew|widower|priest|monk|abbot)"
    r"|(?P<f>\w{0,12}woman|queen|mother|wife|sister|daughter|grandmother|aunt|niece|widow|actress|heiress|nun|abbess|headmistress|mayoress|midwife))\b"
)
# A word for kin behind these is about somebody else: "Lind, whose husband drove", "Rao, with his wife".
_ANOTHERS = re.compile(r"\b(?:whose|who|with|and|by|from|for|of|to)\b")


class _Mention(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def full(self) -> str: ...


def sexes(page: Page, mentions: Sequence[_Mention], found: Iterable[Named]) -> dict[str, str]:
    """By full name; whom nothing tells is left out."""
    votes: dict[str, Counter[str]] = {}
    by_start = {one.start: one for one in found}
    for mention in mentions:
        count = votes.setdefault(mention.full, Counter())
        titled = by_start.get(mention.start)
        if titled and titled.sex:
            count[titled.sex] += 10
        beside = _beside(page.text, mention.start, mention.end)
        if beside:
            count[beside] += 4
    _pronouns(page, mentions, votes)
    told: dict[str, str] = {}
    for name, count in votes.items():
        given = bare_letters(name.split()[0])
        for sex in ("m", "f"):
            count[sex] += 2 * (given in GIVEN[sex])
        if count["m"] != count["f"]:
            told[name] = "m" if count["m"] > count["f"] else "f"
    return told


def _beside(text: str, start: int, end: int) -> str | None:
    """The sex that a word right before a name, or right behind its comma, tells."""
    for stretch in (text[max(0, start - 22) : start], text[end : end + 40]):
        match = _ROLE.search(stretch)
        if match and stretch[:1] == "," and _ANOTHERS.search(stretch, 0, match.start()):
            continue
        if match and (stretch[:1] == "," or stretch[match.end() :].strip(" ,") == ""):
            return match.lastgroup
    return None


def _pronouns(page: Page, mentions: Sequence[_Mention], votes: dict[str, Counter[str]]) -> None:
    """A pronoun speaks of the person before it in the paragraph, where only one stands there near."""
    starts = [mention.start for mention in mentions]
    for part in page.parts:
        first, last = bisect_left(starts, part.start), bisect_left(starts, part.end)
        if first == last:
            continue
        for match in _PRONOUN.finditer(page.text, starts[first], part.end):
            n = bisect_left(starts, match.start(), first, last)
            near = {mentions[k].full for k in range(max(first, n - 3), n) if mentions[k].start > match.start() - 250}
            if len(near) == 1 and match.lastgroup:
                votes[near.pop()][match.lastgroup] += 1
