"""What the rules of item-writing find in a deck's items, each with the line of the note to change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .deck import Deck
from .errors import Problem
from .flaws import Flaw
from .lines import cut
from .writing import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A flaw and where to mend it.

    Attributes:
        by_hand: whether a note's own words have the flaw; the item is then asked all the same. Others are not asked.
    """

    problem: Problem
    rule: str
    by_hand: bool


def findings(deck: Deck, *, seed: int = 1) -> tuple[Finding, ...]:
    """Every finding, in the order of the items.

    Args:
        deck: what is to be asked.
        seed: draws distractors: other seeds may find more.

    >>> import lessons
    >>> [finding for finding in findings(lessons.read()) if finding.by_hand]
    []
    """
    files = {note.stem: note.file for note in deck.notes}
    places = {(note.stem, line.line): line.places for note in deck.notes for line in note.lines}
    return tuple(_findings(deck.written(seed=seed), files, places))


def _findings(written: tuple[Written, ...], files: dict[str, str], places: dict[tuple[str, int], dict[str, int]]) -> Iterator[Finding]:
    for one in written:
        fact = one.item.facts[0]
        at = places.get((fact.note, fact.line), {})
        for flaw in one.flaws:
            line = _line(flaw, one, at) or fact.line
            text = f"{flaw.rule.name}: “{cut(one.item.stem)}”: {flaw.what}; {flaw.rule.why}; {flaw.rule.fix}"
            problem = Problem(file=files.get(fact.note, fact.note), line=line, text=text)
            yield Finding(problem=problem, rule=flaw.rule.name, by_hand=one.by_hand)


def _line(flaw: Flaw, written: Written, places: dict[str, int]) -> int | None:
    """The indented line that the flaw is in: the stem's or the distractors'."""
    if not written.by_hand:
        return None
    stem = flaw.rule.name in ("unfocused_stem", "negative_stem") or (
        flaw.rule.name == "vague_terms" and flaw.what.split("”")[0][1:] in written.item.stem
    )
    return places.get("Q" if stem else "not", places.get("Q"))
