"""The store: the rate of recording beside a bare insert-and-commit, and reading a long history, in one run."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, insert

import lessons
from lessons.deck import Deck
from lessons.history import ahead, look, standing
from lessons.planning import Plan
from lessons.schedule import rated
from lessons.store import Attempt, State, Store, open_store
from lessons.store.rows import attempt_row
from lessons.store.tables import METADATA, attempts
from tests import postgres

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
ONE = Attempt(
    learner="me",
    item="item",
    facts=("fact",),
    response="a",
    marks=Fraction(1),
    out_of=Fraction(1),
    verdict="right",
    rating=3,
    mode="practice",
    sitting="s",
    seconds=2.5,
    at=NOW,
    day="2026-11-22",
)
N, ROUNDS = 150, 9
ATTEMPTS, FACTS = 100_000, 20_000


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Where we record, and where the bare insert does."""
    if request.param == "sqlite":
        yield str(tmp_path / "ours.db"), f"sqlite:///{tmp_path / 'bare.db'}"
    else:
        with postgres.server() as url:
            yield url, url


def bare(engine: Engine, is_same: bool) -> Callable[[int], None]:
    """An insert and a commit, with the same table and the same settings of SQLite."""
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def set_up(connection, _record) -> None:  # type: ignore[no-untyped-def]
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")

    if not is_same:
        METADATA.create_all(engine)
    row = attempt_row(ONE)

    def record(n: int) -> None:
        with engine.begin() as connection:
            connection.execute(insert(attempts), row | {"id": f"bare {n}"})

    return record


def test_recording(places: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Attempts a second, over those of a bare insert-and-commit; rounds by turns, the median of the ratios."""
    where, url = places
    store = open_store(where)

    def ours(n: int) -> None:
        store.record([replace(ONE, at=NOW + timedelta(seconds=n))])

    engine = create_engine(url)
    both = {"ours": ours, "bare": bare(engine, where == url)}
    rates: dict[str, list[float]] = {name: [] for name in both}
    for turn in range(ROUNDS):
        for name, record in both.items():
            start = time.perf_counter()
            for n in range(N):
                record(turn * N + n)
            rates[name].append(N / (time.perf_counter() - start))
    ratio = statistics.median(a / b for a, b in zip(rates["ours"][1:], rates["bare"][1:], strict=True))
    with capsys.disabled():
        told = ", ".join(f"{name} {statistics.median(found[1:]):.0f}" for name, found in rates.items())
        print(f"\nrecording on {url.partition(':')[0]}: {told} a second; ours over bare {ratio:.2f}")
    engine.dispose()
    store.close()


def timed(do: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        do()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def deck_of(facts: int, folder: Path) -> Deck:
    """A deck of made-up numbers."""
    for n in range(0, facts, 1000):
        lines = "\n".join(f"- boats on lake {n + at}: {at + 2} (¶{at + 1})" for at in range(min(1000, facts - n)))
        head = f"---\ntitle: Lakes {n}\npublished: 2021\n---\n"
        (folder / f"lakes-{n:05}.md").write_text(f"{head}# Lakes {n}\n\n## Numbers\n{lines}\n", encoding="utf-8")
    return lessons.read(folder)


def spread(ids: list[str], rating: Callable[[int], int]) -> list[Attempt]:
    """Every fact asked five times, one after the other."""
    return [answered(ids[n % FACTS], rating(n), NOW - timedelta(minutes=3 * (ATTEMPTS - n)), n) for n in range(ATTEMPTS)]


def day_by_day(ids: list[str]) -> list[Attempt]:
    """On each day a hundred new facts and all that is due, nine in ten of them known, until there are as many attempts."""
    rng, states, found = random.Random(1), dict[str, State](), list[Attempt]()
    for day in range(FACTS // 100):
        begins = NOW + timedelta(days=day)
        due = sorted((one.due, fact) for fact, one in states.items() if one.due < begins + timedelta(hours=18))
        for n, fact in enumerate([*(fact for _, fact in due), *ids[100 * day : 100 * day + 100]]):
            at = begins + timedelta(minutes=n)
            rating = 3 if rng.random() < 0.9 else 1
            states[fact] = rated(states.get(fact), fact=fact, rating=rating, at=at)
            found.append(answered(fact, rating, at, len(found)))
            if len(found) == ATTEMPTS:
                return found
    raise AssertionError(len(found))


def answered(fact: str, rating: int, at: datetime, n: int) -> Attempt:
    verdict = ("right", "wrong")[n % 3 == 0]
    return replace(ONE, item=f"item {n % 60_000}", facts=(fact,), rating=rating, verdict=verdict, at=at, day=f"{at:%Y-%m-%d}")


HISTORIES: dict[str, Callable[[list[str]], list[Attempt]]] = {
    "day by day": day_by_day,
    "half forgotten": lambda ids: spread(ids, lambda n: 1 + n * 7 % 4),
    "all known": lambda ids: spread(ids, lambda n: 3 + n % 2),
}


@pytest.mark.parametrize("history", HISTORIES)
def test_a_long_history(history: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hundred thousand attempts at a deck of twenty thousand facts: taking them in, what is due, the progress page's figures."""
    store: Store = open_store(tmp_path / "long.db")
    (tmp_path / "seeds").mkdir()
    deck = deck_of(FACTS, tmp_path / "seeds")
    made = HISTORIES[history]([fact.id for fact in deck.facts])
    now = made[-1].at + timedelta(hours=12)
    start = time.perf_counter()
    store.record(made)
    recorded = time.perf_counter() - start
    start = time.perf_counter()
    store.catch_up("me")
    caught_up = time.perf_counter() - start
    plan = Plan()
    today = look(deck, store, "me", plan, now=now)
    figures = {
        "caught up again": lambda: store.catch_up("me"),
        f"what is due, {len(today.queue.due):,} facts": lambda: look(deck, store, "me", plan, now=now),
        "the coming days": lambda: ahead(deck, store, "me", plan, today),
        "all states": lambda: store.states("me"),
        "by facts": lambda: store.by_facts("me"),
        "by day": lambda: store.by_day("me"),
        "the progress page's figures, all of it": lambda: standing(deck, store, "me", now=now),
    }
    with capsys.disabled():
        print(f"\n{len(made):,} attempts: recorded in {recorded:.1f} s, folded in {caught_up:.1f} s")
        print(*(f"{name}: {timed(do):.0f} ms" for name, do in figures.items()), sep="; ")
    store.close()
