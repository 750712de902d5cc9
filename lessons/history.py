"""What a learner's history says of a deck: what to ask today, how she stands. Between the store and the pure parts."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from .attempts import State
from .deck import Deck
from .planning import Plan, begins, days_left, pace
from .today import Place, Queue, todays
from .workload import Load, forecast

if TYPE_CHECKING:
    from .progress_records import Progress
    from .store import Store

_AT_ONCE = timedelta(microseconds=1)
"""What is due now is due, too: the store gives what is due before a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """One look at a learner's day.

    Attributes:
        day: the learner's day.
        queue: what to ask now, ids of facts.
        states: what is remembered of what may be asked now and of what was asked today.
        known: the deck's facts that were ever asked.
        unseen: how many were not.
        asked: how often each fact was rated today.
        pace: a sentence where the examination comes before every fact was met; else None.
    """

    day: date
    queue: Queue
    states: Mapping[str, State]
    known: Collection[str]
    unseen: int
    asked: Mapping[str, int]
    pace: str | None


def zone_of(now: datetime) -> tzinfo:
    """The time zone of the machine at that time, for the learner's days."""
    return timezone(now.astimezone().utcoffset() or timedelta())


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


@_uncollected()
def look(deck: Deck, store: Store, learner: str, plan: Plan, *, now: datetime, seed: int = 1) -> Today:
    """What to ask of a deck now.

    Raises:
        StoreError: where the history cannot be read.
    """
    store.catch_up(learner, retention=plan.retention, seed=seed)
    day = now.astimezone(plan.zone).date()
    ids = {fact.id for fact in deck.facts}
    asked = Counter(fact for one in store.attempts(learner, since=begins(day, plan)) if one.rating is not None for fact in one.facts)
    met = {fact: asked[fact] for fact in asked if fact in ids}
    known = ids.intersection(store.known(learner))
    every = _may_be_asked(store, learner, plan, day, now, met)
    asks = (ids - known).union(every)
    facts = [Place(fact.id, fact.lesson, fact.note, (fact.note, fact.line)) for fact in deck.facts if fact.id in asks]
    states = {fact: one for fact, one in every.items() if fact in ids}
    queue = todays(facts, states, plan, now=now, today=day, met_today=met, known=len(known), seed=seed)
    first_today = sum(states[fact].reviews <= times for fact, times in met.items() if fact in states)
    unseen = len(ids) - len(known)
    return Today(
        day=day, queue=queue, states=states, known=known, unseen=unseen, asked=met, pace=pace(plan, day, unseen, first_today, len(known))
    )


def _may_be_asked(store: Store, learner: str, plan: Plan, day: date, now: datetime, met: Collection[str]) -> dict[str, State]:
    """The states of what is due until the day ends and of what was met on it; of everything, where it may have its turn before its time."""
    if 0 < days_left(plan, day) <= plan.last_days:
        return store.states(learner)
    ends = max(now, begins(day + timedelta(days=1), plan))
    return store.states(learner, before=ends + _AT_ONCE) | store.states(learner, met)


@_uncollected()
def ahead(deck: Deck, store: Store, learner: str, plan: Plan, today: Today, *, days: int = 14) -> list[Load]:
    """The load of this day and the coming ones; reads all that is known, so it takes longer than `look`.

    Raises:
        StoreError: where the history cannot be read.
    """
    every = store.states(learner)
    states = {fact.id: every[fact.id] for fact in deck.facts if fact.id in every}
    return forecast(states, plan, today=today.day, days=days, unseen=today.unseen, met_today=today.asked)


@_uncollected()
def standing(deck: Deck, store: Store, learner: str, *, now: datetime, zone: tzinfo | None = None) -> Progress:
    """How a learner stands: everything that the progress page and ``lessons results`` tell.

    Raises:
        StoreError: where the history cannot be read.
    """
    from .figures import figures

    store.catch_up(learner)
    return figures(
        deck,
        items=store.by_facts(learner),
        days=store.by_day(learner),
        states=store.states(learner),
        papers=[one for one in store.sittings(learner, mode="exam") if one.ended is not None],
        now=now,
        today=now.astimezone(zone).date(),
    )
