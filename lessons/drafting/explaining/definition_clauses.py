"""A clause that may define, taken apart: its subject, its verb, and what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .phrases import Defined, definition_end
from .predicates import is_common

_OR_SHORT = re.compile(r", or (?P<short>[A-Z][A-Z0-9.&-]{1,10}),")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that may define, taken apart."""

    text: str
    match: re.Match[str]
    start: int
    end: int
    asked: bool
    listed: bool
    follows: bool

    @property
    def term(self) -> str:
        return self.match["term"]

    @property
    def article(self) -> str:
        return (self.match["article"] or "").strip().lower()

    @property
    def quoted(self) -> bool:
        return bool(self.match["mark"] and self.match["close"])

    @property
    def words(self) -> list[str]:
        return self.term.split()

    @property
    def at(self) -> int:
        return self.match.start("rest")


def as_written(clause: Clause, start: int | None = None) -> Defined:
    at = clause.at if start is None else start
    term = clause.match.span("term")
    other = _OR_SHORT.match(clause.text, *clause.match.span("between")) if clause.match["between"] else None
    return Defined(other.span("short") if other else term, (at, definition_end(clause.text, at, clause.end)))


def is_short(term: str) -> bool:
    """Whether a term is an abbreviation."""
    return len(term) > 1 and sum(letter.isupper() for letter in term) >= 2 and " " not in term


def is_common_subject(clause: Clause) -> bool:
    """Whether a subject without an article is no name."""
    plural = len(clause.words) == 1 and clause.term.endswith("s") and clause.match["verb"] in {"are", "were"}
    return clause.quoted or plural or is_common(clause.text, clause.term)
