"""A history as JSON lines: what goes out comes back, and bad lines are named while the good ones are taken."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.store import Attempt
from lessons.store.lines import from_lines, to_line

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
ONE = Attempt(
    learner="me",
    item="ab12",
    facts=("cd34", "ef56"),
    response=["a", "b"],
    marks=Fraction(2, 3),
    out_of=Fraction(1),
    verdict="partly",
    rating=2,
    mode="exam",
    seed=7,
    sitting="s1",
    seconds=12.5,
    at=NOW - timedelta(days=1),
    day="2026-11-21",
)


def changed(**fields: Any) -> str:
    return json.dumps(json.loads(to_line(ONE)) | fields)


@given(
    response=st.one_of(st.text(), st.lists(st.text())),
    learner=st.text(alphabet=st.characters(categories=["L", "P", "N"]), min_size=1, max_size=50),
    marks=st.none() | st.fractions(min_value=-5, max_value=5, max_denominator=100),
    seconds=st.none() | st.floats(0, 1e6),
)
def test_what_goes_out_comes_back(response: Any, learner: str, marks: Fraction | None, seconds: float | None) -> None:
    """Any response, any name: the same attempt with the same id."""
    one = replace(ONE, response=response, learner=learner, marks=marks, seconds=seconds)
    taken = from_lines([to_line(one)], now=NOW)
    assert taken.attempts == (one,)
    assert taken.problems == ()
    assert taken.attempts[0].id == one.id


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "is no JSON"),
        ("[1]", "is a list, not an object"),
        ("[" * 50_000, "is no JSON"),
        ("x" * 100_001, "has 100,001 characters"),
        (changed(seconds=float("nan")), "is no JSON (NaN is no number)"),
        (changed(verdict="superb"), "'verdict' is \"superb\"; write one of right, partly"),
        (changed(rating=7), "'rating' is 7; write 1, 2, 3, 4 or null"),
        (changed(rating=True), "'rating' is true"),
        (changed(marks="1/0"), "'marks' is \"1/0\"; write a fraction as text"),
        (changed(marks=0.5), "'marks' is 0.5"),
        (changed(mode="game"), "'mode' is \"game\"; write one of practice, exam, cards, review, mains"),
        (changed(at="yesterday"), "'at' is \"yesterday\"; write a time with its offset"),
        (changed(at="2026-11-21T06:00:00"), "write a time with its offset"),
        (changed(at="2026-11-23T06:00:00+00:00"), "'at' is 2026-11-23T06:00:00.000000+00:00, in the future; it is 2026-11-22T06:00"),
        (changed(day="21 November"), "'day' is \"21 November\"; write the learner's day, e.g. 2026-11-22"),
        (changed(learner="a\nb"), "'learner' is \"a\\nb\"; write a name of 1 to 200 printable characters"),
        (changed(item=""), "'item' is \"\"; write the id of an item"),
        (changed(facts="ab"), "'facts' is \"ab\"; write a list of ids"),
        (changed(seed=2**63), "'seed' is 9223372036854775808; write a whole number"),
        (changed(seconds=-1), "'seconds' is -1"),
        (changed(score=1), "has 'score', which no attempt has"),
        (json.dumps({"learner": "me"}), "lacks 'item', 'facts', 'response'"),
        (changed(rating=9, mode="x"), "'rating' is 9; write 1, 2, 3, 4 or null; 'mode' is \"x\""),
    ],
)
def test_bad_lines_are_named_and_the_good_ones_taken(line: str, words: str) -> None:
    """Each with its number and everything that is wrong with it; those before and behind it are taken."""
    taken = from_lines([to_line(ONE), "", line, to_line(replace(ONE, item="other"))], now=NOW)
    assert [one.item for one in taken.attempts] == ["ab12", "other"]
    [(number, said)] = taken.problems
    assert number == 3
    assert words in said


def test_other_learners_are_named() -> None:
    """A name with quotes and semicolons is text like any other; it is not taken for one's own."""
    name = "Robert'); DROP TABLE lessons_attempts;--"
    line = to_line(replace(ONE, learner=name))
    taken = from_lines([line, to_line(ONE)], now=NOW, learner="me")
    assert [one.learner for one in taken.attempts] == ["me"]
    assert taken.problems[0][0] == 1
    assert "Robert" in taken.problems[0][1]
    assert from_lines([line], now=NOW).attempts[0].learner == name


def test_items_that_the_notes_no_longer_give_are_history() -> None:
    """They are named by line, and kept."""
    taken = from_lines(
        [to_line(ONE), to_line(replace(ONE, item="gone")), to_line(replace(ONE, item="gone", facts=("x",)))], now=NOW, known={"cd34"}
    )
    assert len(taken.attempts) == 3
    assert taken.notices == ((3, "'gone' is nothing that these notes give; it is kept as history"),)


@given(st.text(max_size=200) | st.dictionaries(st.text(max_size=8), st.none() | st.integers() | st.text(max_size=5)).map(json.dumps))
def test_no_line_breaks_the_reader(line: str) -> None:
    """Whatever stands in a line: it is taken or named."""
    lines = line.splitlines()
    taken = from_lines(lines, now=NOW)
    assert len(taken.attempts) + len(taken.problems) == sum(1 for one in lines if one.strip())
