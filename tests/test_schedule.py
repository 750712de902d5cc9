"""Ratings become states as `fsrs` alone makes them; fuzz by seed; chances of recall."""

from __future__ import annotations

import random
import statistics
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from functools import reduce

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons import LessonsError
from lessons.attempts import State
from lessons.schedule import ScheduleError, average_recall, rated, recall, recalls, replayed

START = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
MINUTES = st.one_of(st.integers(0, 30), st.integers(0, 3 * 24 * 60), st.integers(0, 400 * 24 * 60))
HISTORIES = st.lists(st.tuples(st.integers(1, 4), MINUTES), min_size=1, max_size=12)
FACTS = st.sampled_from(["7e07ac0dd8d5cefd", "a", "ß \x00 'x'; --", ""])
RETENTIONS = st.floats(0.7, 0.99)


def known(**changes: object) -> State:
    """A fact in review, due twenty days after the start."""
    after = START + timedelta(days=20)
    state = State(fact="a", stability=20.0, difficulty=5.0, phase=2, step=None, due=after, last=START, reviews=3, lapses=1)
    return state._replace(**changes)  # type: ignore[arg-type]


def history(steps: list[tuple[int, int]]) -> list[tuple[int, datetime]]:
    """Ratings with the minutes since the one before → ratings with their times."""
    at, found = START, []
    for rating, minutes in steps:
        at += timedelta(minutes=minutes)
        found.append((rating, at))
    return found


@given(steps=HISTORIES, fact=FACTS, retention=RETENTIONS, seed=st.integers(-5, 10**9))
def test_states_are_those_of_fsrs_alone(steps: list[tuple[int, int]], fact: str, retention: float, seed: int) -> None:
    """After any history the state is what `fsrs` gives by itself, seeded in the same way, to the last digit."""
    scheduler = fsrs.Scheduler(desired_retention=retention)
    card = fsrs.Card(card_id=1, due=START)
    state, lapses = None, 0
    for number, (rating, at) in enumerate(history(steps), 1):
        lapses += card.state == fsrs.State.Review and rating == 1
        random.seed(f"{seed} {fact} {number}")
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), at)
        state = rated(state, fact=fact, rating=rating, at=at, retention=retention, seed=seed)
        assert (state.stability, state.difficulty, state.phase, state.step) == (card.stability, card.difficulty, card.state, card.step)
        assert (state.due, state.last, state.fact, state.reviews, state.lapses) == (card.due, at, fact, number, lapses)


def test_the_global_generator_is_left_alone() -> None:
    """Whatever is rated, and where `fsrs` raises, Python's own generator goes on as if nothing had been drawn."""
    random.seed(5)
    before = random.getstate()
    state = None
    for rating, at in history([(3, 0), (3, 10), (3, 9000), (1, 90_000), (4, 15)]):
        state = rated(state, fact="a", rating=rating, at=at)
        assert random.getstate() == before
    with pytest.raises(ScheduleError, match=r"the state of the fact 'a' cannot be rated: .*; rebuild the states from the attempts"):
        rated(known(stability=0.0), fact="a", rating=3, at=START + timedelta(days=5))
    assert random.getstate() == before


def test_the_fuzz_comes_from_seed_fact_and_number() -> None:
    """Another seed, fact or number of the review moves only the day that the fact is due; the same gives the same."""
    at = known().due

    def days(state: State, fact: str = "a", seed: int = 1) -> int:
        found = rated(state._replace(fact=fact), fact=fact, rating=3, at=at, seed=seed)
        assert found.stability == rated(known(), fact="a", rating=3, at=at).stability
        return (found.due - at).days

    assert len({days(known()) for _ in range(5)}) == 1
    assert len({days(known(), seed=seed) for seed in range(40)}) > 3
    assert len({days(known(), fact=f"{n}") for n in range(40)}) > 3
    assert len({days(known(reviews=n)) for n in range(40)}) > 3


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"rating": 0}, r"0 is no rating of the fact 'a'; give 1 \(again\), 2 \(hard\), 3 \(good\), 4 \(easy\)"),
        ({"rating": 5}, "5 is no rating"),
        ({"rating": "3"}, "'3' is no rating"),
        ({"rating": True}, "True is no rating"),
        ({"rating": None}, "None is no rating"),
        ({"retention": 0.69}, "0.69 is no retention to aim at; give a number from 0.7 to 0.99, e.g. 0.9"),
        ({"retention": 1}, "1 is no retention"),
        ({"retention": float("nan")}, "nan is no retention"),
        ({"retention": "0.9"}, "'0.9' is no retention"),
        ({"at": datetime(2027, 1, 1)}, "was rated at .*, which is not in UTC"),  # noqa: DTZ001
        ({"at": datetime(2027, 1, 1, tzinfo=timezone(timedelta(hours=5.5)))}, "which is not in UTC"),
        ({"at": "2027-01-01"}, "'2027-01-01', which is not in UTC"),
        ({"at": START - timedelta(seconds=1)}, "was last rated later, at 2026-11-22T18:30:00.00:00; rate in order of time"),
        ({"fact": "b"}, "the state is of the fact 'a', the rating of 'b'"),
        ({"at": datetime.max.replace(tzinfo=UTC)}, "cannot be rated"),
    ],
)
def test_what_cannot_be_rated_is_said(wrong: dict[str, object], told: str) -> None:
    """A wrong rating, retention, time or order is one error that says what came and what to give."""
    right: dict[str, object] = {"fact": "a", "rating": 3, "at": START + timedelta(days=20)}
    rated(known(), **right)  # type: ignore[arg-type]
    with pytest.raises(LessonsError, match=told):
        rated(known(), **{**right, **wrong})  # type: ignore[arg-type]


def test_any_zone_that_is_utc_will_do() -> None:
    """A time at offset nought counts as UTC, whatever its zone is called, and is kept as UTC."""
    lisbon = START.replace(tzinfo=timezone(timedelta(0), "WET"))
    assert rated(None, fact="a", rating=3, at=lisbon) == rated(None, fact="a", rating=3, at=START)
    assert rated(None, fact="a", rating=3, at=lisbon).due.tzinfo is UTC


def test_two_ratings_at_one_moment_count_both() -> None:
    """A rating at the very time of the last one is no error."""
    assert rated(known(), fact="a", rating=3, at=START).reviews == 4


@given(histories=st.dictionaries(FACTS, HISTORIES), seed=st.integers(0, 9), retention=RETENTIONS)
@settings(max_examples=50)
def test_replayed_is_rated_one_by_one(histories: dict[str, list[tuple[int, int]]], seed: int, retention: float) -> None:
    """States rebuilt from a mixed history are those of each fact's own history."""
    ratings = [(fact, rating, at) for fact, steps in histories.items() for rating, at in history(steps)]
    states = replayed(iter(sorted(ratings, key=lambda one: one[2])), retention=retention, seed=seed)
    assert states.keys() == histories.keys()
    for fact, steps in histories.items():

        def step(state: State | None, one: tuple[int, datetime], fact: str = fact) -> State:
            return rated(state, fact=fact, rating=one[0], at=one[1], retention=retention, seed=seed)

        assert states[fact] == reduce(step, history(steps), None)


def test_a_history_out_of_order_is_refused() -> None:
    """Times of one fact must not go back; those of two facts may."""
    later = START + timedelta(days=1)
    assert len(replayed([("a", 3, later), ("b", 3, START)])) == 2
    with pytest.raises(ScheduleError, match=r"the fact 'a' is rated at .* rate in order of time"):
        replayed([("a", 3, later), ("a", 3, START)])
    assert replayed([]) == {}


def test_threads_do_not_mix_their_draws() -> None:
    """Facts rated by several threads at once come to the same states, and the global generator is as it was."""
    random.seed(7)
    before = random.getstate()
    ratings = [(f"{n % 40}", 3, START + timedelta(days=n)) for n in range(400)]
    alone = replayed(ratings)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda n: replayed(one for one in ratings if one[0] == f"{n}"), range(40)))
    assert {fact: state for one in found for fact, state in one.items()} == alone
    assert random.getstate() == before


@given(steps=HISTORIES, minutes=st.integers(-10_000, 10**6))
def test_recall_is_that_of_fsrs(steps: list[tuple[int, int]], minutes: int) -> None:
    """The chance of recall is `get_card_retrievability`'s; for many states at once it is the same to the last digit."""
    states = [rated(None, fact="a", rating=steps[0][0], at=START), *replayed([("b", rating, at) for rating, at in history(steps)]).values()]
    now = START + timedelta(minutes=minutes)
    cards = [fsrs.Card(1, fsrs.State(one.phase), one.step, one.stability, one.difficulty, one.due, last_review=one.last) for one in states]
    alone = [fsrs.Scheduler().get_card_retrievability(card, now) for card in cards]
    assert [recall(state, now) for state in states] == recalls(iter(states), now) == alone
    assert all(0 < chance <= 1 for chance in alone)


@given(ages=st.lists(st.integers(0, 300), min_size=1, max_size=8), days=st.integers(0, 40))
@settings(max_examples=30)
def test_the_forgetting_curve_is_the_mean_of_recalls(ages: list[int], days: int) -> None:
    """Each number is the mean chance of recall so many days from now, and it never rises."""
    states = [known(last=START - timedelta(days=age), stability=1.0 + age) for age in ages]
    curve = average_recall(iter(states), START, days)
    means = [statistics.fmean(recalls(states, START + timedelta(days=day))) for day in range(days)]
    assert curve == pytest.approx(means)
    assert curve == sorted(curve, reverse=True)


def test_recall_needs_states_and_a_zone() -> None:
    """Without states there is no curve; a time without a zone is refused in words."""
    assert recalls([], START) == average_recall([], START, 5) == []
    bare = START.replace(tzinfo=None)
    with pytest.raises(ScheduleError, match=r"is no time with a zone; give e\.g\. datetime\.now"):
        recall(known(), bare)
    with pytest.raises(ScheduleError, match="is no time with a zone"):
        recalls([known()], bare)
    with pytest.raises(ScheduleError, match="is no time with a zone"):
        average_recall([known()], bare, 5)
