"""How long it takes to say what is due, what is known and what is to come, for 20,000 facts. Nothing here fails on a time."""

import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from lessons.attempts import State
from lessons.planning import Plan
from lessons.schedule import average_recall, rated, recall, recalls, replayed
from lessons.today import Place, todays
from lessons.workload import forecast

FACTS = 20_000
TODAY = date(2027, 4, 1)
NOW = datetime(2027, 4, 1, 12, tzinfo=UTC)
INDIA = ZoneInfo("Asia/Kolkata")
ROUNDS = 7


def memory(due: float) -> dict[str, State]:
    """As many facts as are held to, that share of them due."""
    rng = random.Random("bench")
    states = {}
    for n in range(FACTS):
        days = rng.randint(1, 120)
        last = NOW - timedelta(days=rng.randint(days, 2 * days) if rng.random() < due else rng.randint(0, days - 1), hours=1)
        fact = f"{n:016x}"
        interval = timedelta(days=days)
        states[fact] = State(fact=fact, stability=days * 1.1, difficulty=5, phase=2, step=None, due=last + interval, last=last, reviews=4)
    return states


def best(work: Callable[[], object]) -> float:
    """Milliseconds, the best of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def test_todays(capsys: pytest.CaptureFixture[str]) -> None:
    """What is asked today: few due, all due, and in the last days before an examination."""
    lines = []
    for share, zone, exam in ((0.01, UTC, None), (0.05, INDIA, None), (1.0, UTC, None), (0.05, UTC, date(2027, 4, 5))):
        states = memory(share)
        facts = [Place(fact, f"Lesson {n // 500}", f"note {n // 100}", n // 3) for n, fact in enumerate(states)]
        plan = Plan(exam=exam, zone=zone)
        queue = todays(facts, states, plan, now=NOW, today=TODAY, met_today={})
        ms = best(lambda facts=facts, states=states, plan=plan: todays(facts, states, plan, now=NOW, today=TODAY, met_today={}))
        lines.append(f"today of {FACTS:,} facts: {len(queue.due):,} due{', last days' if exam else ''}, {zone}: {ms:.1f} ms")
        assert set(queue.due) <= set(states)
    with capsys.disabled():
        print("", *lines, sep="\n")


def test_recall(capsys: pytest.CaptureFixture[str]) -> None:
    """The chance of recall of every fact, and the mean of each of 90 days."""
    states = list(memory(0.05).values())
    one_by_one = best(lambda: [recall(state, NOW) for state in states])
    at_once = best(lambda: recalls(states, NOW))
    curve = best(lambda: average_recall(states, NOW, 90))
    with capsys.disabled():
        print(f"\nrecall of {FACTS:,} facts: {at_once:.1f} ms at once, {one_by_one:.0f} ms by fsrs; mean of 90 days: {curve:.0f} ms")


def test_forecast(capsys: pytest.CaptureFixture[str]) -> None:
    """The load of 30 days, at a usual and at the highest retention, towards an examination, and with a limit."""
    states = memory(0.05)
    lines = []
    for plan in (Plan(), Plan(retention=0.99), Plan(exam=date(2027, 4, 25)), Plan(exam=date(2027, 4, 25), reviews_a_day=500)):
        ms = best(lambda plan=plan: forecast(states, plan, today=TODAY, days=30, unseen=500))
        loads = forecast(states, plan, today=TODAY, days=30, unseen=500)
        due = sum(load.due for load in loads)
        lines.append(f"forecast of 30 days, {plan.retention}, {plan.exam}, {plan.reviews_a_day}: {due:,} reviews, {ms:.0f} ms")
    with capsys.disabled():
        print("", *lines, sep="\n")


def test_rating(capsys: pytest.CaptureFixture[str]) -> None:
    """Rating, and states rebuilt from a history."""
    states = list(memory(0.05).values())[:2000]
    one = best(lambda: [rated(state, fact=state.fact, rating=3, at=NOW) for state in states]) / len(states)
    history = [(f"{n % 200}", 3, NOW + timedelta(days=n // 200)) for n in range(4000)]
    all_of_them = best(lambda: replayed(history)) / len(history)
    with capsys.disabled():
        print(f"\none rating: {one * 1000:.0f} µs; of a history: {all_of_them * 1000:.0f} µs each")
