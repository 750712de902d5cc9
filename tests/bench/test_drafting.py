"""Drafting: words a second on one core, over dateparser's search on the same pages; length, memory, and two processes over one."""

from __future__ import annotations

import gc
import multiprocessing
import time
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from lessons.drafting import draft, many
from tests.drafting.nasty import NASTY
from tests.drafting_gold import CASES, Reading, readings

READINGS = list(readings(CASES))
PAGES = [reading.text for reading in READINGS]
WORDS = sum(len(text.split()) for text in PAGES)


def body(reading: Reading) -> str:
    """The paragraphs of a page, without what is around them: many pages in a row would be one page and much clutter."""
    return "\n\n".join(reading.text[start:end] for start, end in reading.page().paragraphs)


def prose(size: int) -> str:
    """An article of so many characters: the paragraphs of all pages, again and again."""
    once = "\n\n".join(body(reading) for reading in READINGS) + "\n\n"
    return (once * (size // len(once) + 1))[:size]


def seconds(text: str) -> float:
    start = time.perf_counter()
    draft(text)
    return time.perf_counter() - start


def test_words_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    """All pages, several times over; the rival finds dates only."""
    from dateparser.search import search_dates  # trafilatura brings it

    [draft(text) for text in PAGES]
    gc.collect()
    ours = min(sum(map(seconds, PAGES)) for _ in range(5))
    start = time.perf_counter()
    search_dates(PAGES[0], languages=["en"])
    theirs = (time.perf_counter() - start) * WORDS / len(PAGES[0].split())
    with capsys.disabled():
        rates = f"{WORDS / ours:,.0f} words a second; dateparser.search (dates only): {WORDS / theirs:,.0f}"
        print(f"\ndrafting: {rates}; ours is {theirs / ours:.0f} times as fast")


def test_length(capsys: pytest.CaptureFixture[str]) -> None:
    """Time a word from 1 kB to 1 MB, and memory over the text."""
    rows = []
    for size in (1_000, 10_000, 100_000, 1_000_000):
        text = prose(size)
        spent = min(seconds(text) for _ in range(3))
        rows.append(f"{size / 1000:,.0f} kB {1e6 * spent / len(text.split()):.0f} µs a word")
    text = prose(1_000_000)
    tracemalloc.start()
    found = draft(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    with capsys.disabled():
        print(f"\n{', '.join(rows)}; memory at 1 MB: {peak / len(text.encode()):.1f} times the text, {len(found.facts):,} facts")


def test_nasty_texts(capsys: pytest.CaptureFixture[str]) -> None:
    """Time of eight times as much of each nasty text, over that of once; 8 is linear. A pattern that looks far back shows itself here."""
    rows = []
    for name, piece in NASTY.items():
        once, eight = (min(seconds(piece * (size // len(piece))) for _ in range(2)) for size in (12_500, 100_000))
        rows.append((eight / once, eight, name))
    with capsys.disabled():
        worst = ", ".join(f"{name} {ratio:.1f}" for ratio, _, name in sorted(rows, reverse=True)[:4])
        print(f"\neight times a nasty text over once: {worst}; the longest took {max(spent for _, spent, _ in rows):.1f} s")


def test_two_processes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Articles a second by two worker processes over one."""
    for n in range(300):
        (tmp_path / f"{n:03}.txt").write_text(PAGES[n % len(PAGES)], encoding="utf-8")
    paths = many.articles([tmp_path])
    spent = {}
    for workers in (1, 2):
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
            list(many.drafted(paths[:16], executor=pool))  # the processes are there and have loaded what they need
            start = time.perf_counter()
            list(many.drafted(paths, executor=pool))
            spent[workers] = time.perf_counter() - start
    with capsys.disabled():
        print(f"\ntwo worker processes over one: {spent[1] / spent[2]:.2f} ({len(paths)} articles, {len(paths) / spent[2]:.0f} a second)")
