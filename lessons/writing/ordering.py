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
from .codes import coded, groups, orders

FEWEST, MOST = 3, 6

# A date or a number of years in a clause tells its place among the others.
_TELLING = re.compile(r"\d{3,4}|\b(?:years?|months?|days?) (?:later|after|before|earlier)\b|\b(?:then|afterwards?|subsequently)\b")


def ordered(facts: Sequence[Fact], index: Index, rng: random.Random) -> Iterator[Item]:
    """Items of both ways from the events of a lesson whose place among others is beyond doubt: each comes up once in each, if it can."""
    events = [fact for fact in facts if _has_place(fact, index)]
    for group in groups(events, FEWEST, MOST, rng, _fits):
        yield _ordering(sorted(group, key=_when), rng)
    for group in groups(events, 4, 4, rng, _fits):
        yield _chronology(sorted(group, key=_when), rng)


def _has_place(fact: Fact, index: Index) -> bool:
    content = fact.content
    if not isinstance(content, Event) or index.date_disputed(fact) or re.search(r"\b(?:was|were) to\b", content.clause):
        return False
    return not _TELLING.search(content.clause)


def _when(fact: Fact) -> tuple[object, ...]:
    return dates.sort_key(fact.content.when) if isinstance(fact.content, Event) else ()


def _fits(fact: Fact, group: Sequence[Fact]) -> bool:
    """Whether the event lies wholly before or after each of the group."""
    return all(_definite(fact, other) for other in group)


def _definite(one: Fact, other: Fact) -> bool:
    match one.content, other.content:
        case Event(when=when), Event(when=then):
            return bool(dates.before(when, then) or dates.before(then, when))
        case _:
            return False


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
