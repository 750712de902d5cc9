"""When a fact is asked again: `fsrs` (FSRS-6, its default parameters) behind the records of the store.

All numbers are those of `fsrs.Scheduler` alone. Its intervals are fuzzed, so that what was learned together does not stay together; the
fuzz is drawn here by seed, fact and number of the review, so the same ratings give the same states on every machine, in any order of facts.

Limits: parameters are not fitted to a learner; days of recall are whole days of 24 hours since the last rating, as in `fsrs`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from threading import Lock

from fsrs import Card, Rating, Scheduler
from fsrs import State as Phase

from .attempts import State
from .errors import LessonsError

RETENTION = (0.7, 0.99)
"""Least and most of the desired retention: below, more is forgotten than kept; above, everything is asked nearly every day."""
PARAMETERS = Scheduler().parameters
"""The weights w0 to w20 of FSRS-6."""
_DRAWING = Lock()  # of two threads that draw at once, the second would put back what the first has seeded


class ScheduleError(LessonsError, ValueError):
    """A rating, time, retention or plan that a schedule cannot be made of."""


def rated(state: State | None, *, fact: str, rating: int, at: datetime, retention: float = 0.9, seed: int = 1) -> State:
    """What is remembered of a fact after one more rating.

    The state is the one that ``fsrs.Scheduler(desired_retention=retention).review_card`` gives after
    ``random.seed(f"{seed} {fact} {number}")``, where `number` counts the fact's ratings from 1. Python's global generator is left as it
    was.

    Args:
        state: what was remembered before; None for a fact that is met for the first time.
        fact: its id.
        rating: 1 again, 2 hard, 3 good, 4 easy.
        at: when, in UTC; not before the last rating.
        retention: the chance of recall at which the fact is to be asked again, 0.7 to 0.99.
        seed: draws the fuzz of the interval, which is at least 2 days where there is any.

    Raises:
        ScheduleError: if one of these is not so.

    >>> first = rated(None, fact="a", rating=3, at=datetime(2026, 1, 1, 8, tzinfo=UTC))
    >>> first.phase, first.stability, first.due.isoformat()
    (1, 2.3065, '2026-01-01T08:10:00+00:00')
    >>> second = rated(first, fact="a", rating=3, at=first.due)
    >>> second.phase, second.reviews, (second.due - second.last).days
    (2, 2, 2)
    """
    at = _checked(state, fact, rating, at)
    number = state.reviews + 1 if state else 1
    scheduler = _scheduler(checked_retention(retention))
    try:
        card = _card(state) if state else Card(card_id=0, due=at)
        with _seeded(f"{seed} {fact} {number}"):
            card, _ = scheduler.review_card(card, Rating(rating), at)
    except (ArithmeticError, AssertionError, ValueError) as error:
        text = f"the state of the fact {fact!r} cannot be rated: {state!r} ({error}); rebuild the states from the attempts"
        raise ScheduleError(text) from error
    if card.stability is None or card.difficulty is None:  # never after a rating
        raise ScheduleError(f"fsrs gives no state for the fact {fact!r}")
    return State(
        fact=fact,
        stability=card.stability,
        difficulty=card.difficulty,
        phase=int(card.state),
        step=card.step,
        due=card.due,
        last=at,
        reviews=number,
        lapses=(state.lapses if state else 0) + (state is not None and state.phase == Phase.Review and rating == Rating.Again),
    )


def replayed(ratings: Iterable[tuple[str, int, datetime]], *, retention: float = 0.9, seed: int = 1) -> dict[str, State]:
    """The states that a history of ratings comes to: fact's id → state, in the order in which the facts were met.

    Args:
        ratings: fact's id, rating and time (UTC), in order of time for each fact.
        retention: see `rated`.
        seed: see `rated`.

    Raises:
        ScheduleError: for the first rating that `rated` refuses.

    >>> at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    >>> states = replayed([("a", 3, at), ("b", 1, at), ("a", 4, at + timedelta(minutes=10))])
    >>> [(state.fact, state.phase, state.reviews) for state in states.values()]
    [('a', 2, 2), ('b', 1, 1)]
    """
    states: dict[str, State] = {}
    for fact, rating, at in ratings:
        states[fact] = rated(states.get(fact), fact=fact, rating=rating, at=at, retention=retention, seed=seed)
    return states


def recall(state: State, now: datetime) -> float:
    """The chance that the fact is recalled now, 0 to 1, as `fsrs` gives it: 1 for the first 24 hours after a rating.

    Raises:
        ScheduleError: if `now` has no time zone.

    >>> state = rated(None, fact="a", rating=4, at=datetime(2026, 1, 1, 8, tzinfo=UTC))
    >>> [round(recall(state, state.last + timedelta(days=days)), 2) for days in (0, 8, 30)]
    [1.0, 0.9, 0.79]
    """
    return float(_scheduler(0.9).get_card_retrievability(_card(state), aware(now)))


def recalls(states: Iterable[State], now: datetime) -> list[float]:
    """`recall` of many states, in their order; the same numbers, without a call into `fsrs` for each.

    >>> at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    >>> recalls([rated(None, fact="a", rating=3, at=at)], at)
    [1.0]
    """
    aware(now)
    factor, decay = curve()
    # FSRS-6: R(t, S) = (1 + factor · t / S) ^ decay
    return [(1 + factor * max(0, (now - state.last).days) / state.stability) ** decay for state in states]


def average_recall(states: Iterable[State], now: datetime, days: int) -> list[float]:
    """The forgetting curve: the mean chance of recall now and every 24 hours from now, if nothing is reviewed.

    Args:
        states: at least one; without any, the list is empty.
        now: with its time zone.
        days: how many numbers there are, the first for now.

    >>> at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    >>> [round(mean, 3) for mean in average_recall([rated(None, fact="a", rating=3, at=at)], at, 4)]
    [1.0, 0.947, 0.909, 0.881]
    """
    import numpy as np

    known = list(states)
    aware(now)
    if not known:
        return []
    factor, decay = curve()
    since = np.array([(now - state.last).days for state in known])
    slope = factor / np.array([state.stability for state in known])
    return [float(np.mean((1 + slope * np.maximum(since + day, 0)) ** decay)) for day in range(days)]


def curve() -> tuple[float, float]:
    """Factor and decay of FSRS-6's forgetting curve: chosen so that recall is 0.9 after `stability` days."""
    decay = -PARAMETERS[20]
    return 0.9 ** (1 / decay) - 1, decay


def checked_retention(retention: float) -> float:
    """The desired retention, if it is one.

    >>> checked_retention(90)
    Traceback (most recent call last):
    lessons.schedule.ScheduleError: 90 is no retention to aim at; give a number from 0.7 to 0.99, e.g. 0.9
    """
    least, most = RETENTION
    if isinstance(retention, bool) or not isinstance(retention, (int, float)) or not least <= retention <= most:
        raise ScheduleError(f"{retention!r} is no retention to aim at; give a number from {least} to {most}, e.g. 0.9")
    return float(retention)


def aware(now: datetime) -> datetime:
    """A time that says in which zone it is; `ScheduleError` for one that does not."""
    if not isinstance(now, datetime) or now.utcoffset() is None:
        raise ScheduleError(f"{now!r} is no time with a zone; give e.g. datetime.now(UTC)")
    return now


def _checked(state: State | None, fact: str, rating: int, at: datetime) -> datetime:
    """The time of the rating, in UTC as `fsrs` wants it."""
    if isinstance(rating, bool) or rating not in list(Rating):
        known = ", ".join(f"{one.value} ({one.name.lower()})" for one in Rating)
        raise ScheduleError(f"{rating!r} is no rating of the fact {fact!r}; give {known}")
    if not isinstance(at, datetime) or at.utcoffset() != timedelta():
        raise ScheduleError(f"the fact {fact!r} was rated at {at!r}, which is not in UTC; give e.g. datetime.now(UTC)")
    if state and state.fact != fact:
        raise ScheduleError(f"the state is of the fact {state.fact!r}, the rating of {fact!r}; give the state of the same fact")
    if state and at < state.last:
        last = state.last.isoformat()
        raise ScheduleError(f"the fact {fact!r} is rated at {at.isoformat()}, but was last rated later, at {last}; rate in order of time")
    return at.astimezone(UTC)


def _card(state: State) -> Card:
    return Card(
        card_id=0,  # without one, fsrs waits for a millisecond to make one
        state=Phase(state.phase),
        step=state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=state.due,
        last_review=state.last,
    )


@lru_cache(maxsize=64)
def _scheduler(retention: float) -> Scheduler:
    return Scheduler(desired_retention=retention)


@contextmanager
def _seeded(key: str) -> Iterator[None]:
    """Let `fsrs`, which draws from Python's global generator, draw by a key; the generator is put back whatever happens."""
    with _DRAWING:
        before = random.getstate()
        try:
            random.seed(key)
            yield
        finally:
            random.setstate(before)
