"""What a learner's history says of a deck: what to ask today, how she stands. Between the store and the pure parts."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from .attempts import State
from .deck import Deck
from .planning import Plan, begins, pace
from .today import Place, Queue, todays
from .workload import Load, forecast

if TYPE_CHECKING:
    from .progress_records import Progress
    from .store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """One look at a learner's day.

    Attributes:
        day: the learner's day.
        queue: what to ask now, ids of facts.
        states: what is remembered of the deck's facts.
        asked: how often each fact was rated today.
        loads: this day's and the coming days' load.
        pace: a sentence where the examination comes before every fact was met; else None.
    """

    day: date
    queue: Queue
    states: Mapping[str, State]
    asked: Mapping[str, int]
    loads: Sequence[Load]
    pace: str | None


def zone_of(now: datetime) -> tzinfo:
    """The time zone of the machine at that time, for the learner's days."""
    return timezone(now.astimezone().utcoffset() or timedelta())


def look(deck: Deck, store: Store, learner: str, plan: Plan, *, now: datetime, seed: int = 1, days: int = 14) -> Today:
    """What to ask of a deck now.

    Raises:
        StoreError: where the history cannot be read.
    """
    store.catch_up(learner, retention=plan.retention, seed=seed)
    known = store.states(learner)
    day = now.astimezone(plan.zone).date()
    asked = Counter(fact for one in store.attempts(learner, since=begins(day, plan)) if one.rating is not None for fact in one.facts)
    facts = [Place(fact.id, fact.lesson, fact.note, (fact.note, fact.line)) for fact in deck.facts]
    states = {place.fact: known[place.fact] for place in facts if place.fact in known}
    met = {place.fact: asked[place.fact] for place in facts if place.fact in asked}
    unseen = len({place.fact for place in facts}) - len(states)
    first_today = sum(states[fact].reviews <= times for fact, times in met.items() if fact in states)
    return Today(
        day=day,
        queue=todays(facts, states, plan, now=now, today=day, met_today=met, seed=seed),
        states=states,
        asked=met,
        loads=forecast(states, plan, today=day, days=days, unseen=unseen, met_today=met),
        pace=pace(plan, day, unseen, first_today, len(states)),
    )


def standing(deck: Deck, store: Store, learner: str, *, now: datetime, zone: tzinfo | None = None) -> Progress:
    """How a learner stands: everything that the progress page and ``lessons results`` tell.

    Raises:
        StoreError: where the history cannot be read.
    """
    from .figures import figures

    store.catch_up(learner)
    with _uncollected():
        return figures(
            deck,
            items=store.by_facts(learner),
            days=store.by_day(learner),
            states=store.states(learner),
            papers=[one for one in store.sittings(learner, mode="exam") if one.ended is not None],
            now=now,
            today=now.astimezone(zone).date(),
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """While many thousand records are made the garbage collector would look through them again and again; none is garbage."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
