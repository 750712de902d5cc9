"""The figures of the progress page, of a history of a hundred thousand attempts. Nothing here fails on a time."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

import lessons
from lessons.attempts import DayCount, FactsCount, State
from lessons.deck import Deck
from lessons.figures import figures
from lessons.progress_page import ProgressPage
from lessons.results import to_json

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
FACTS, ASKED, DAYS, ATTEMPTS = 20_000, 5_000, 400, 100_000


def large() -> Deck:
    """The shipped facts over and over, each time with other ids, in forty lessons."""
    deck = lessons.read()
    n = len(deck.facts)
    facts = tuple(replace(deck.facts[i % n], id=f"fact {i}", lesson=f"Lesson {i % 40}") for i in range(FACTS))
    return replace(deck, facts=facts, known=facts)


def timed(do: Callable[[], object]) -> float:
    """The median of five, in milliseconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        do()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def test_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """Figures, JSON and charts of 20,000 facts that were met, 5,000 rows of what was asked and 400 days."""
    deck, rng = large(), random.Random(1)
    ago = [timedelta(days=rng.expovariate(1 / 20)) for _ in range(FACTS)]
    states = {
        fact.id: State(fact=fact.id, stability=rng.uniform(1, 60), difficulty=5, phase=2, step=None, due=NOW, last=NOW - ago[i])
        for i, fact in enumerate(deck.facts)
    }
    each = ATTEMPTS // ASKED
    drawn = [tuple(fact.id for fact in rng.sample(deck.facts, rng.randint(1, 3))) for _ in range(ASKED)]
    items = [FactsCount(facts=facts, answered=each, right=rng.randint(0, each)) for facts in drawn]
    a_day = ATTEMPTS // DAYS
    today = date(2026, 11, 22)
    days = [DayCount(day=f"{today - timedelta(n)}", answered=a_day, right=a_day * 3 // 4, rated=9, seconds=3600) for n in range(DAYS)]

    def told() -> ProgressPage:
        return ProgressPage(figures(deck, items=items, days=days, states=states, papers=[], now=NOW, today=today))

    page = told()
    assert (page.progress.deck.met, sum(one.answered for one in page.progress.accuracy)) == (FACTS, ATTEMPTS)
    work: dict[str, Callable[[], object]] = {
        "figures": told,
        "as JSON": lambda: to_json(page.progress),
        "what is shown": lambda: ProgressPage(page.progress)._repr_html_(),
    }
    size = f"progress of {FACTS:,} facts, {ATTEMPTS:,} attempts, {DAYS} days"
    with capsys.disabled():
        print(f"\n{size}:", *(f"{name} {timed(do):.0f} ms;" for name, do in work.items()))
