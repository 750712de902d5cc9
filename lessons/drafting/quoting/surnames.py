"""Names that only runs of capitals tell: a surname behind a rank, one that a nickname parts, a firm by its last word.

Limits: a surname of two bearers means nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from ..people.names import People
from ..words import data, split
from .speech import words

_PLACES = split(data("names")["places"])

RANKS = frozenset("PC DC DS DI DCI DCS WPC PS PSNI ACP DCP IG Supt SI ASI Rep Sen Gov Lt Sgt Cpl Pte Cllr Cr Ald".split())
"""Ranks in short, as they stand before a surname."""

_PEERAGE = frozenset("Lord Lady Baroness Baron Viscount Viscountess Countess King Queen Prince Princess Pope Emperor Empress".split())
_NICKNAMED = re.compile(
    r"\b(?P<given>[A-ZÀ-Þ][\w-]{1,20}) [“\"‘'](?:[Tt]he )?[A-Z][^\n“”\"‘’,.]{1,24}[”\"’'] "
    r"(?P<name>[A-ZÀ-Þ][\w-]{1,24}(?:[’'][A-Z]\w{1,20})?)"
)

# Of more bearers of a surname nobody asks.
_FEW = 8


class Surnames:
    """The surnames and firms of a page."""

    def __init__(self, text: str, people: People) -> None:
        self.text, self.people = text, people

    @cached_property
    def _nicknamed(self) -> dict[str, str]:
        """The full names of those whom the page names once with a nickname in marks: Tom “the Wall” Akers."""
        return {match["name"]: f"{match['given']} {match['name']}" for match in _NICKNAMED.finditer(self.text)}

    def ranked(self, words_of: str) -> str | None:
        """A surname behind a rank in short: "Cr Rao"; one that a nickname parts from its given name."""
        rank, _, name = words_of.partition(" ")
        if not name:
            return self._nicknamed.get(rank)
        if rank not in RANKS or not name[:1].isupper():
            return None
        full = [one for one in self._by_surname.get(name, ()) if one.split()[0] not in RANKS]
        return self.people.full(name) or (full[0] if len(full) == 1 else None)

    def peer(self, name: str) -> str:
        """A peer or a king whom the page calls by the title and one name only, with the title: "Lord Ashby"."""
        return self._peers.get(name, name) if " " not in name else name

    @cached_property
    def _peers(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for run in self.people.runs:
            if len(run.words) == 1 and run.titles and run.titles[-1] in _PEERAGE:
                found.setdefault(run.name, f"{run.titles[-1]} {run.name}")
        return found

    def by_run(self, words_of: str, head: str, at: int) -> str | None:
        """A surname whose bearer is known by a run of capitals only; "the company" by the firm that was named last before it."""
        if words_of.istitle() and " " not in words_of:
            meant = self._by_surname.get(words_of, ())
            return next(iter(meant)) if len(meant) == 1 else self._by_first(words_of, at)
        if head in words("companies") and words_of.lower().startswith("the "):
            starts, names = self._firms
            n = bisect_left(starts, at)
            return names[n - 1] if n else None
        return None

    def _by_first(self, word: str, at: int) -> str | None:
        """A firm that the page named in full before and calls by its first word now: "Hartwell" for "Hartwell Marine"."""
        met = self._firsts.get(word, {})
        return next(iter(met)) if len(met) == 1 and all(start < at for start in met.values()) and word.lower() not in _PLACES else None

    @cached_property
    def _firsts(self) -> dict[str, dict[str, int]]:
        """Names of several words by their first, each with its first place; whoever is a person is left out."""
        found: dict[str, dict[str, int]] = {}
        for run in self.people.runs:
            if len(run.words) > 1 and not self.people.full(run.name):
                found.setdefault(run.words[0], {}).setdefault(run.name, run.start)
        return found

    @cached_property
    def _by_surname(self) -> dict[str, tuple[str, ...]]:
        """The names that runs of capitals make, by their last word."""
        found: dict[str, tuple[str, ...]] = {}
        for run in self.people.runs:
            names = found.get(run.words[-1], ())
            if len(run.words) > 1 and len(names) < _FEW and run.name not in names:
                found[run.words[-1]] = (*names, run.name)
        return found

    @cached_property
    def _firms(self) -> tuple[list[int], list[str]]:
        """Where firms are named whose last word says so, and their names."""
        runs = [run for run in self.people.runs if len(run.words) > 1 and run.words[-1].lower() in words("firms")]
        runs = [run for run in runs if not self.people.full(run.name)]
        return [run.start for run in runs], [run.name for run in runs]
