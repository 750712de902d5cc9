"""The store: the rate of recording beside a bare insert-and-commit, and reading a long history, in one run."""

from __future__ import annotations

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
from lessons.store import Attempt, Store, open_store
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


@pytest.mark.parametrize("rating", [lambda n: 1 + n * 7 % 4, lambda n: 3 + n % 2], ids=["half forgotten", "all known"])
def test_a_long_history(rating: Callable[[int], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hundred thousand attempts at a deck of twenty thousand facts: taking them in, what is due, the progress page's figures."""
    store: Store = open_store(tmp_path / "long.db")
    (tmp_path / "seeds").mkdir()
    deck = deck_of(FACTS, tmp_path / "seeds")
    ids = [fact.id for fact in deck.facts]
    made = [
        replace(
            ONE,
            item=f"item {n % 60_000}",
            facts=(ids[n % FACTS],),
            rating=rating(n),
            verdict=("right", "wrong")[n % 3 == 0],
            at=NOW - timedelta(minutes=3 * (ATTEMPTS - n)),
            day=f"{NOW - timedelta(minutes=3 * (ATTEMPTS - n)):%Y-%m-%d}",
        )
        for n in range(ATTEMPTS)
    ]
    start = time.perf_counter()
    store.record(made)
    recorded = time.perf_counter() - start
    start = time.perf_counter()
    store.catch_up("me")
    caught_up = time.perf_counter() - start
    plan = Plan()
    today = look(deck, store, "me", plan, now=NOW)
    figures = {
        "caught up again": lambda: store.catch_up("me"),
        f"what is due, {len(store.due('me', NOW)):,} facts": lambda: look(deck, store, "me", plan, now=NOW),
        "the coming days": lambda: ahead(deck, store, "me", plan, today),
        "all states": lambda: store.states("me"),
        "by facts": lambda: store.by_facts("me"),
        "by day": lambda: store.by_day("me"),
        "the progress page's figures, all of it": lambda: standing(deck, store, "me", now=NOW),
    }
    with capsys.disabled():
        print(f"\n{ATTEMPTS:,} attempts: recorded in {recorded:.1f} s, folded in {caught_up:.1f} s")
        print(*(f"{name}: {timed(do):.0f} ms" for name, do in figures.items()), sep="; ")
    store.close()
