"""How a learner stands: figures from her history, in words, as JSON and as charts; nothing is divided by nothing, nothing is lost."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest

import lessons
from lessons.attempts import DayCount, FactsCount, Sitting, State
from lessons.charts import progress_charts
from lessons.charts.chart import MIME
from lessons.figures import figures
from lessons.progress_page import ProgressPage
from lessons.progress_records import Progress
from lessons.results import text, to_json
from lessons.schedule import recall

DECK = lessons.read()
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
FIRST, SECOND, THIRD = DECK.only(lesson="Article 5").facts[:3]


def state(fact: str, days_ago: int = 0, stability: float = 10, phase: int = 2) -> State:
    last = NOW - timedelta(days=days_ago)
    step = None if phase == 2 else 0
    return State(fact=fact, stability=stability, difficulty=5, phase=phase, step=step, due=last, last=last, reviews=3)


def asked(*facts: str, answered: int, right: int) -> FactsCount:
    return FactsCount(facts=facts, answered=answered, right=right)


def on(days_ago: int, answered: int = 4, right: int = 2, rated: int = 0) -> DayCount:
    return DayCount(day=f"{TODAY - timedelta(days=days_ago)}", answered=answered, right=right, rated=rated, seconds=60)


def paper(n: int, net: int) -> Sitting:
    at = NOW - timedelta(days=30 - n)
    given: dict[str, Any] = {"begun": at, "ended": at, "net": Fraction(net), "out_of": Fraction(40)}
    return Sitting(id=f"p{n}", learner="me", mode="exam", quiz="q", count=20, title=f"Paper <{n}>", **given)


def told(**given: Any) -> Progress:
    empty: dict[str, Any] = {"items": [], "days": [], "states": {}, "papers": []}
    return figures(DECK, now=NOW, today=TODAY, **empty | given)


@pytest.fixture
def some() -> Progress:
    states = {FIRST.id: state(FIRST.id), SECOND.id: state(SECOND.id, 400), THIRD.id: state(THIRD.id, phase=3)}
    items = [asked(FIRST.id, answered=4, right=1), asked(FIRST.id, SECOND.id, answered=2, right=2), asked("gone", answered=5, right=1)]
    return told(states=states, items=items, days=[on(n) for n in (0, 1, 2, 9)], papers=[paper(1, 10), paper(2, 30)])


def test_nothing_was_done_yet() -> None:
    """No figure stands for nothing; the page says so kindly."""
    nothing = told()
    assert (nothing.deck.recall, nothing.deck.share, nothing.streak.current, nothing.missed) == (None, None, 0, ())
    assert text(nothing).startswith("Nothing was answered yet.")
    assert progress_charts(nothing) == ()
    assert "Nothing was answered yet." in ProgressPage(nothing)._repr_html_()
    json.dumps(to_json(nothing), allow_nan=False)


def test_what_is_known(some: Progress) -> None:
    """By lesson: met, known, and the mean chance of recall, which is that of the schedule; one being learned again is not known."""
    [lesson] = [one for one in some.lessons if one.lesson == "Article 5"]
    assert (lesson.met, lesson.known) == (3, 1)
    chances = [recall(state(FIRST.id), NOW), recall(state(SECOND.id, 400), NOW), recall(state(THIRD.id), NOW)]
    assert lesson.recall == pytest.approx(sum(chances) / 3)
    assert [one.met for one in some.lessons if one.lesson != "Article 5"] == [0, 0]


def test_an_item_counts_once_in_a_lesson(some: Progress) -> None:
    """One that asks two facts of a lesson is one response there, and one for each fact."""
    assert (some.deck.answered, some.deck.right) == (6, 3)
    facts = {one.fact.id: (one.asked, one.right) for one in some.facts}
    assert (facts[FIRST.id], facts[SECOND.id]) == ((6, 3), (2, 2))


def test_what_is_missed_most_has_its_source(some: Progress) -> None:
    """The facts missed, of how many, with the card and the citation."""
    [missed] = some.missed
    assert (missed.card.fact, missed.missed, missed.asked) == (FIRST, 3, 6)
    shown = ProgressPage(some)._repr_html_()
    assert "3 of 6" in shown
    assert FIRST.citations[0].source.publisher in shown


@pytest.mark.parametrize(
    ("days", "current", "longest"), [([0, 1, 2], 3, 3), ([1, 2], 2, 2), ([2, 3], 0, 2), ([0, 2, 3, 4], 1, 3), ([0], 1, 1), ([], 0, 0)]
)
def test_days_in_a_row(days: list[int], current: int, longest: int) -> None:
    """Up to today, or to yesterday while today is not over."""
    streak = told(days=[on(n) for n in days]).streak
    assert (streak.current, streak.longest) == (current, longest)


def test_what_the_notes_no_longer_hold_is_said(some: Progress) -> None:
    """Its responses are counted and told, in no lesson's figures."""
    assert (some.gone.facts, some.gone.answered, some.gone.right) == (1, 5, 1)
    assert "no more" in text(some) or "any more" in text(some) or "no longer" in text(some)


def test_the_curve_falls(some: Progress) -> None:
    """From the mean chance of recall today, day by day, if nothing is reviewed."""
    assert some.curve[0] == pytest.approx(some.deck.recall)
    assert list(some.curve) == sorted(some.curve, reverse=True)


def test_papers_stand_in_their_order(some: Progress) -> None:
    """By their share of the marks; a sitting that is no paper is left out."""
    assert [one.share for one in some.papers] == [0.25, 0.75]


def test_json_says_the_same(some: Progress) -> None:
    """In a documented order, with plain numbers."""
    known = to_json(some)
    json.dumps(known, allow_nan=False)
    assert list(known)[:8] == ["day", "facts", "met", "known", "recall", "answered", "right", "share"]
    assert (known["met"], known["known"], known["share"]) == (3, 1, 0.5)


def test_each_chart_says_in_words_what_it_shows(some: Progress) -> None:
    """A line beside it, the same as the picture's name for a screen reader; Vega-Lite that JupyterLab draws, and no HTML in its place."""
    charts = progress_charts(some)
    assert [chart.name for chart in charts] == ["What is known", "Forgetting curve", "Calendar", "Right by the day", "Papers, net marks"]
    for chart in charts:
        data, _ = chart._repr_mimebundle_()
        assert set(data) == {MIME, "text/plain"}
        assert data[MIME]["description"] == chart.lines[0]
        assert "container" not in json.dumps(data[MIME])


def test_text_of_notes_and_learners_is_no_markup(some: Progress) -> None:
    """Titles are text in the page's tables."""
    shown = ProgressPage(some)._repr_html_()
    assert "Paper &lt;1&gt;" in shown
    assert "Paper <1>" not in shown
