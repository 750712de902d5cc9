"""Marking: the table of cases that Python and the browser share, and what holds for every response."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import dates
from lessons.scoring import Key, Score, number, score, total

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases" / "scoring.json").read_text(encoding="utf-8"))

KEYS: list[Key] = [
    ("Jens Stoltenberg", "the Secretary General"),
    8,
    300_000,
    4.2,
    *map(dates.parse, ["2019-12-12", "2021-10", "1989/1991", "2014/..", "XXXX-10-18", "-0489", "197X", "2021-21", "2021-10~"]),
]


def item(kind: str, key: Any, options: Any = (), **more: Any) -> Any:
    """An item as its JSON has it, with the key as the record has it."""
    read = dates.parse(key) if isinstance(key, str) else tuple(key) if isinstance(key, list) else key
    return SimpleNamespace(kind=kind, key=read, options=tuple(SimpleNamespace(**option) for option in options), **more)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['item']['key']}<-{str(case['response'])[:30]}")
def test_marks_as_the_table_of_cases_says(case: dict[str, Any]) -> None:
    """Every row of the table gets its verdict, and its message and marks where the row gives them."""
    found = score(item(**case["item"]), case["response"])
    assert found.verdict == case["verdict"]
    assert found.message == case.get("message", found.message)
    assert found.marks == Fraction(*case.get("marks", (found.verdict == "right", 1)))


def test_the_table_is_worth_its_name() -> None:
    """The table holds at least 150 rows, and every verdict for every kind of key."""
    kinds = {(type(case["item"]["key"]).__name__, case["verdict"]) for case in CASES if case["item"]["kind"] == "gap"}
    numbers = {("int", verdict) for verdict in ("right", "wrong", "blank", "ask")}
    assert len(CASES) >= 150
    assert kinds >= numbers | {(kind, verdict) for kind in ("list", "str") for verdict in ("right", "wrong", "blank", "ask")}


@pytest.mark.parametrize("kind", ["multiple_response", "ordering", "matching"])
def test_the_table_holds_every_verdict_of_the_kinds_with_shares(kind: str) -> None:
    """Of each kind that gives shares the table holds every verdict, with its marks, for keys of several lengths."""
    cases = [case for case in CASES if case["item"]["kind"] == kind]
    assert {case["verdict"] for case in cases} == {"right", "partly", "wrong", "blank", "ask"}
    assert len({len(case["item"]["key"]) for case in cases}) >= 3
    assert all("marks" in case for case in cases)


@given(
    st.sampled_from(["multiple_response", "ordering", "matching"]),
    st.permutations("abcde"),
    st.lists(st.sampled_from(["", *"abcdez"]), max_size=6),
)
def test_shares_stay_within_bounds(kind: str, order: list[str], chosen: list[str]) -> None:
    """Whatever is chosen, ordered or matched: all marks mean right, some mean partly with a message, none mean neither."""
    key = order if kind == "ordering" else order[:3]
    found = score(item(kind, key, [{"id": one, "text": one} for one in "abcde"]), chosen)
    assert 0 <= found.marks <= found.out_of == 1
    assert (found.verdict == "right") == (found.marks == 1)
    assert (found.verdict == "partly") == (0 < found.marks < 1)
    assert bool(found.message) == (found.verdict in ("partly", "ask"))
    assert score(item(kind, key, [{"id": one, "text": one} for one in "abcde"]), key).verdict == "right"


@given(st.permutations("abcd"), st.permutations("abcd"))
def test_an_order_and_its_reverse_earn_at_most_one_mark(key: list[str], chosen: list[str]) -> None:
    """What an order earns its reverse does not: nobody gains by guessing both ways."""
    events = item("ordering", key, [{"id": one, "text": one} for one in "abcd"])
    both = [score(events, order).marks for order in (chosen, chosen[::-1])]
    assert min(both) == 0


@given(st.text(max_size=200) | st.none() | st.lists(st.text(max_size=5), max_size=4), st.sampled_from(KEYS))
def test_every_response_gets_a_score_within_bounds(response: str | list[str] | None, key: Key) -> None:
    """Whatever is typed, marking gives a score between nothing and all; only what is right earns."""
    found = score(SimpleNamespace(kind="gap", options=(), key=key), response)
    assert 0 <= found.marks <= found.out_of == 1
    assert (found.verdict == "right") == (found.marks == found.out_of)


@given(st.integers(0, 10**12))
def test_a_number_is_read_back_however_it_is_grouped(value: int) -> None:
    """Digits, digits in groups and digits with a unit mean the same number."""
    assert number(str(value)) == number(f"{value:,}") == number(f"{value:,}".replace(",", " ")) == number(f"{value} members") == value


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_number_is_never_taken_for_another(key: int, typed: int) -> None:
    """No number is right for another one, written in any way."""
    wrong = item("gap", key)
    for text in (str(typed), f"{typed:,}", f"about {typed}", f"{typed} per cent"):
        assert (score(wrong, text).verdict == "right") == (key == typed)


@given(st.dates(), st.dates())
def test_a_date_is_right_only_for_itself(key: Any, typed: Any) -> None:
    """The day, month and year of another day are wrong, in figures (year first) and in words."""
    gap = item("gap", f"{key.year:04d}-{key:%m-%d}")
    words = f"{typed.day} {typed:%B} {typed.year:04d}"
    for text in (f"{typed.year:04d}-{typed:%m-%d}", words):
        assert (score(gap, text).verdict == "right") == (key == typed)


@given(st.text("abcdefghij klmnop", min_size=6, max_size=30), st.data())
def test_a_changed_digit_is_no_slip(text: str, data: st.DataObject) -> None:
    """One slip is forgiven in letters, never in a digit."""
    digit, other = data.draw(st.permutations("123456789"))[:2]
    gap = item("gap", [f"{text} {digit}"])
    assert score(gap, f"{text} {digit}").verdict == "right"
    assert score(gap, f"{text} {other}").verdict == "wrong"


def test_total_adds_scores_up() -> None:
    """A total is the marks of what they are out of, exactly."""
    third = Score(marks=Fraction(1, 3), out_of=Fraction(1), verdict="wrong")
    found = total([third, third, third])
    assert (found.marks, found.out_of, str(found)) == (1, 3, "1 of 3")
    assert str(total([])) == "0 of 0"
    assert str(total([third, third])) == "0.67 of 2"
