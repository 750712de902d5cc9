"""How long things take. Run by hand and by CI for its output; nothing here fails on a time."""

import subprocess
import sys
import time
import timeit
from functools import partial
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import lessons
from lessons.deck import _index, _written
from lessons.flaws import options, wording
from lessons.ids import plain
from lessons.lemmas import lemma, lemmas
from lessons.shapes import numbered, shape
from lessons.wording import _longer_words

ROOT = Path(__file__).parents[2]
# A note of ten facts of several kinds; the numbers keep the notes apart.
NOTE = """---
title: Bulletin {n}
publisher: Example Bulletin
published: {year}-06-01
---

# Lesson {lesson}

The fleet of harbour {n} was laid up in =={year}==. (¶1)

## Dates
- 3 May {year}: The harbour of district {n} was opened. (¶1)
- 17 September {year}: The bridge of district {n} was closed. (¶2)

## People
- Governor Name{n}: governor of district {n} (¶2)
- Captain Name{n}: harbour master of district {n} (¶3)

## Numbers
- ships in harbour {n}: {ships} (¶3)
- bridges in district {n}: {bridges} (¶4)

## Terms
- quay{n}: a landing place for the boats of district number {n} (¶4)
- toll{n}: a payment for crossing the bridge of district number {n} (¶5)

## Reasons
- The bridge of district {n} was closed because its {bridges} piers had sunk. (¶5)
"""


def work(folder: Path) -> int:
    for cached in (_index, _written, plain, shape, numbered, lemmas, lemma, _longer_words, wording._own, options._counts, options._form):
        cached.cache_clear()  # else a round finds its texts prepared by the round before, and ten notes more of them than a thousand
    deck = lessons.read(folder)
    deck.items(seed=1)
    return len(deck)


def folder_of(root: Path, n: int) -> Path:
    folder = root / str(n)
    folder.mkdir()
    for i in range(n):
        # A lesson of a hundred notes each: pools of candidates are large, as in a real bank.
        text = NOTE.format(n=i, year=1800 + i % 200, lesson=i // 100, ships=20 + i % 900, bridges=2 + i % 40)
        (folder / f"bulletin-{i:04d}.md").write_text(text, encoding="utf-8")
    return folder


def test_start(benchmark: BenchmarkFixture) -> None:
    """`import lessons` in a new interpreter; compare with `bare`."""
    benchmark.pedantic(subprocess.run, args=([sys.executable, "-c", "import lessons"],), kwargs={"check": True, "cwd": ROOT}, rounds=15)


def test_bare(benchmark: BenchmarkFixture) -> None:
    """A new interpreter that does nothing."""
    benchmark.pedantic(subprocess.run, args=([sys.executable, "-c", "pass"],), kwargs={"check": True, "cwd": ROOT}, rounds=15)


def test_shipped(benchmark: BenchmarkFixture) -> None:
    """Reading the shipped notes and writing all their items."""
    benchmark(work, ROOT / "seeds")


def test_per_fact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The time per fact at 1,000 notes over that at 10, best of several, in one run."""
    per_fact = {}
    for n, rounds in ((10, 20), (1000, 2)):
        folder = folder_of(tmp_path, n)
        facts, best = 10 * n, float("inf")
        for _ in range(rounds):
            best = min(best, timeit.timeit(partial(work, folder), number=1))  # without garbage collection
        per_fact[n] = best / facts
    with capsys.disabled():
        print(f"\ntime per fact at 1,000 notes: {per_fact[1000] / per_fact[10]:.2f} × that at 10 ({per_fact[10] * 1e6:.0f} µs)")


def test_rate(capsys: pytest.CaptureFixture[str]) -> None:
    """Items written and checked for flaws in a second, from the shipped notes, best of several seeds."""
    deck = lessons.read(ROOT / "seeds")
    deck.items(seed=1)  # what is loaded when first used, is
    rates = []
    for seed in range(2, 12):
        start = time.perf_counter()
        rates.append(len(deck.items(seed=seed)) / (time.perf_counter() - start))
    with capsys.disabled():
        print(f"\nitems written and checked a second: {max(rates):,.0f}")
    assert len(deck.items(seed=2)) > 500
