"""No input takes long: twice the text, about twice the work, whatever the text is."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.drafting import draft
from tests.drafting.nasty import NASTY


def steps(do: Callable[[], object]) -> int:
    """How many lines of Python run; the same on any machine, so that no test asserts a time."""
    count = 0

    def trace(_frame: object, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]  # its types are private
    try:
        do()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY)
def test_work_grows_with_length(piece: str) -> None:
    """Lines of Python run for a text and for one four times as long: no more than about four times as many."""
    small, large = (steps(lambda n=n: draft(piece * (n // len(piece)))) for n in (2_000, 8_000))
    assert large <= 4.6 * small + 2_000


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY)
def test_a_quarter_of_a_megabyte(piece: str) -> None:
    """On one line or on many, so much of it is drafted: a pattern that goes back and forth would not come to an end."""
    draft(piece * (250_000 // len(piece)))


def test_one_long_line() -> None:
    """Five megabytes of prose without a line end."""
    sentence = "Ruth Oyelaran, the harbour master, counted 40 boats on 12 May 2021, and “never so many before”, she said. "
    assert draft(sentence * (5_000_000 // len(sentence))).facts


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from([*NASTY.values(), "12 May 2021", "“a”, said Ada Brook. ", "\n\n"]), max_size=60).map("".join)
)
def test_any_text(text: str) -> None:
    """Any text gives a draft whose spans lie within it."""
    found = draft(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found.facts)
    assert all(0 <= start < end <= len(text) for start, end in found.clutter)
