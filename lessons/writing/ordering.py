"""What came first: events to put in order, and the exam form that asks for their chronological order."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from .. import dates
from ..distractors import Index
from ..facts import Event, Fact
from ..ids import digest
from ..items import Item, Part
from ..wording import said, sentence
from .choice import option
from .codes import coded, orders

FEWEST, MOST = 3, 6

# A date or a number of years in a clause tells its place among the others.
_TELLING = re.compile(r"\d{3,4}|\b(?:years?|months?|days?) (?:later|after|before|earlier)\b|\b(?:then|afterwards?|subsequently)\b")


def ordered(facts: Sequence[Fact], index: Index, rng: random.Random) -> Iterator[Item]:
    """Items of both ways from the events of a lesson: each event comes up once in each, where its place among others is beyond doubt."""
    events = [fact for fact in facts if _has_place(fact, index)]
    for group in _groups(events, MOST - 1, FEWEST, rng):
        yield _ordering(group, rng)
    for group in _groups(events, 4, 4, rng):
        yield _chronology(group, rng)


def _has_place(fact: Fact, index: Index) -> bool:
    content = fact.content
    if not isinstance(content, Event) or index.date_disputed(fact) or re.search(r"\b(?:was|were) to\b", content.clause):
        return False
    return not _TELLING.search(content.clause)


def _groups(events: Sequence[Fact], most: int, fewest: int, rng: random.Random) -> Iterator[list[Fact]]:
    """The events in groups in which each lies wholly before the next; those that do not fit wait for the next group."""
    left = rng.sample(events, len(events))
    while len(left) >= fewest:
        size = most if len(left) - most >= fewest or len(left) <= most else max(fewest, len(left) // 2)
        group: list[Fact] = []
        waiting: list[Fact] = []
        for fact in left[: 2 * most]:
            fits = len(group) < size and all(_definite(fact, other) for other in group)
            (group if fits else waiting).append(fact)
        if len(group) < fewest:
            return
        left = waiting + left[2 * most :]
        yield sorted(group, key=lambda fact: dates.sort_key(fact.content.when))  # type: ignore[union-attr]  # all are events


def _definite(one: Fact, other: Fact) -> bool:
    assert isinstance(one.content, Event)  # noqa: S101
    assert isinstance(other.content, Event)  # noqa: S101
    return bool(dates.before(one.content.when, other.content.when) or dates.before(other.content.when, one.content.when))


def _clause(fact: Fact) -> str:
    return sentence(getattr(fact.content, "clause", ""))


def _ordering(group: Sequence[Fact], rng: random.Random) -> Item:
    """The kind: events in an order that is not theirs."""
    shown = list(group)
    while shown == list(group):
        rng.shuffle(shown)
    options = {fact.id: option(_clause(fact), "clause") for fact in group}
    return Item(
        id=digest("ordering", "direct", *sorted(options)),
        kind="ordering",
        stem="Put these events in order, the earliest first.",
        options=tuple(options[fact.id] for fact in shown),
        key=tuple(options[fact.id].id for fact in group),
        parts=tuple(Part(label=str(n), correct=None, text=said(fact), fact=fact) for n, fact in enumerate(group, 1)),
        facts=tuple(group),
    )


def _chronology(group: Sequence[Fact], rng: random.Random) -> Item:
    """The form: four events and four orders to choose from."""
    shown = rng.sample(group, len(group))
    key = tuple(1 + shown.index(fact) for fact in group)
    codes = {order: "-".join(map(str, order)) for order in orders(key, rng)}
    return coded(
        "chronology",
        stem="Consider the following events:",
        closing="Which one of the following is the correct chronological order of the above events, starting from the earliest?",
        statements=[_clause(fact) for fact in shown],
        options=list(codes.values()),
        key=codes[key],
        parts=[Part(label=str(n), correct=None, text=said(fact), fact=fact) for n, fact in enumerate(shown, 1)],
    )
