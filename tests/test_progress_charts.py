"""The charts of progress and the page they stand on: what each mark stands for, and how a notebook shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

import lessons
from lessons.attempts import DayCount, FactsCount, Sitting, State
from lessons.charts import MIME, Chart, progress_charts
from lessons.charts.progress import accuracy_chart, calendar_chart, curve_chart, papers_chart, recall_chart
from lessons.deck import Deck
from lessons.figures import figures
from lessons.progress_page import ProgressPage
from lessons.progress_records import Progress

DECK = lessons.read()
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)  # a Sunday
TODAY = date(2026, 11, 22)
EVIL = "</script><img src=x onerror=alert(1)> ${x} datum.value' + alert(2) + '"


def on(days_ago: int, answered: int = 4, right: int = 2, rated: int = 0) -> DayCount:
    return DayCount(day=f"{TODAY - timedelta(days=days_ago)}", answered=answered, right=right, rated=rated, seconds=60)


def met(deck: Deck, *, every: int = 1, days_ago: int = 3, phase: int = 2) -> dict[str, State]:
    last = NOW - timedelta(days=days_ago)
    given: dict[str, Any] = {"stability": 10.0, "difficulty": 5.0, "phase": phase, "step": None, "due": last, "last": last}
    return {fact.id: State(fact=fact.id, **given) for fact in deck.facts[::every]}


def paper(n: int, net: Fraction, title: str = "Paper") -> Sitting:
    at = NOW - timedelta(days=30 - n)
    return Sitting(id=f"p{n}", learner="me", mode="exam", quiz="q", count=20, title=title, begun=at, ended=at, net=net, out_of=Fraction(40))


def told(deck: Deck = DECK, **given: Any) -> Progress:
    empty: dict[str, Any] = {"items": [], "days": [], "states": {}, "papers": []}
    return figures(deck, now=NOW, today=TODAY, **empty | given)


def rows(chart: Chart | None) -> list[dict[str, Any]]:
    """The data that a chart draws."""
    assert chart is not None
    [values] = chart.chart.to_dict()["datasets"].values()
    found: list[dict[str, Any]] = values
    return found


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """An IPython that keeps no history, as a kernel's, and is gone afterwards."""
    InteractiveShell.clear_instance()
    found = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    yield found
    InteractiveShell.clear_instance()


# ---- what each mark stands for -------------------------------------------------------------------------------------------------------


def test_a_bar_is_a_whole_lesson() -> None:
    """Its parts are known, not sure and not met yet; they follow on each other from nothing to all."""
    article = DECK.only(lesson="Article 5")
    states = met(article, every=2) | {fact: one._replace(phase=3) for fact, one in list(met(article, every=4).items())}
    bars = [row for row in rows(recall_chart(told(states=states))) if row["lesson"] == "Article 5"]
    assert [row["state"] for row in bars] == ["known", "not sure", "not met yet"]
    assert sum(row["facts"] for row in bars) == len(article)
    assert [bars[0]["from"], bars[1]["from"], bars[2]["from"]] == [0, bars[0]["to"], bars[1]["to"]]
    assert bars[2]["to"] == 1
    assert bars[0]["sum"] == f"{bars[0]['facts']} of {len(article)}"
    assert all(row["facts"] for row in bars)


def test_many_lessons_are_cut_to_those_known_least() -> None:
    """A chart of 45 lessons shows thirty, says so in its name, and leaves out the best known."""
    facts = tuple(replace(fact, lesson=f"Lesson {n % 45}") for n, fact in enumerate(DECK.facts))
    deck = replace(DECK, facts=facts, known=facts)
    states = {fact: state for fact, state in met(deck).items() if deck.facts[0].id != fact}
    well = {one.id for one in deck.facts if one.lesson in {f"Lesson {n}" for n in range(10)}}
    chart = recall_chart(told(deck, states={fact: one for fact, one in states.items() if fact in well}))
    assert chart is not None
    shown = {row["lesson"] for row in rows(chart)}
    assert chart.name.endswith("the 30 lessons known least")
    assert len(shown) == 30
    assert not shown & {f"Lesson {n}" for n in range(1, 10)}


def test_the_calendar_has_every_day_of_26_weeks() -> None:
    """From a Monday to today, which has a ring; the size says how many responses, from the first one on."""
    days = rows(calendar_chart(told(days=[on(0, answered=1), on(1, answered=10), on(2, answered=20, rated=10), on(3, answered=250)])))
    assert len(days) == 26 * 7
    assert (days[0]["weekday"], days[0]["week"], days[-1]["week"]) == ("Mon", 0, 25)
    assert [row["level"] for row in days[-5:]] == ["none", "100 or more", "30–99", "10–29", "1–9"]
    assert [row["day"] for row in days if row["today"]] == ["22 November 2026"]


def test_practice_without_a_response_is_in_the_calendar() -> None:
    """A day with mains questions only has nothing to mark, and still is a day of practice."""
    days = rows(calendar_chart(told(days=[on(0, answered=0, right=0)])))
    assert (days[-1]["level"], days[-1]["responses"]) == ("1–9", 0)


@pytest.mark.parametrize("weekday", range(7))
def test_the_calendar_ends_on_any_day_of_the_week(weekday: int) -> None:
    """A week that is not over has only its days so far."""
    today = TODAY + timedelta(days=1 + weekday)
    progress = figures(DECK, items=[], days=[on(0)], states={}, papers=[], now=NOW, today=today)
    days = rows(calendar_chart(progress))
    assert len(days) == 25 * 7 + weekday + 1
    assert days[-1]["today"]


def test_a_long_history_goes_by_the_week() -> None:
    """Days while there are few, weeks from their Mondays on when there are many; nobody's answers are lost, days without any left out."""
    short, long = told(days=[on(n) for n in (0, 1, 3)]), told(days=[on(n) for n in range(0, 90, 2)])
    assert (short.by, [row["right"] for row in rows(accuracy_chart(short))]) == ("day", ["2 of 4"] * 3)
    assert long.by == "week"
    assert {one.start.weekday() for one in long.accuracy} == {0}
    assert sum(one.answered for one in long.accuracy) == 45 * 4
    cards = told(days=[on(n, answered=0, right=0, rated=5) for n in range(3)])
    assert (cards.accuracy, accuracy_chart(cards)) == ((), None)


def test_the_curve_names_today_a_week_and_the_end() -> None:
    """A point a day for thirty days; three of them have their share beside them, the same as in the line of words."""
    chart = curve_chart(told(states=met(DECK)))
    points = rows(chart)
    assert [row["day"] for row in points] == list(range(31))
    named = [row["label"] for row in points if row["named"]]
    assert len(named) == 3
    assert chart is not None
    assert all(label in chart.lines[0] for label in named)


def test_a_paper_below_nothing() -> None:
    """Where more was taken off than earned the bar goes down, the axis with it, and its words stay above."""
    chart = papers_chart(told(papers=[paper(1, Fraction(-10)), paper(2, Fraction(20))]))
    found = rows(chart)
    assert [(row["share"], row["top"], row["label"]) for row in found] == [(-0.25, 0, "−25%"), (0.5, 0.5, "50%")]
    assert chart is not None
    assert chart.chart.to_dict()["layer"][0]["encoding"]["y"]["scale"]["domain"][0] == -0.25


# ---- how they are shown --------------------------------------------------------------------------------------------------------------


def test_only_the_line_is_read_out() -> None:
    """Marks and axes are silent for a screen reader, the picture's name is the line; text takes the page's colour."""
    for chart in progress_charts(told(states=met(DECK), days=[on(0)], papers=[paper(1, Fraction(20))])):
        data, metadata = chart._repr_mimebundle_()
        spec = data[MIME]
        assert spec["config"]["aria"] is False
        assert spec["description"] == chart.lines[0]
        assert spec["config"]["axis"]["labelColor"] == "currentColor"
        assert metadata[MIME]["embed_options"]["renderer"] == "svg"


def test_names_are_data_and_no_expression() -> None:
    """A lesson or a paper with a hostile name is drawn as text: it stands in the data, and in no expression of the chart."""
    facts = tuple(replace(fact, lesson=EVIL) for fact in DECK.facts)
    deck = replace(DECK, facts=facts, known=facts)
    given: dict[str, Any] = {"states": met(deck), "days": [on(0)], "papers": [paper(1, Fraction(9), EVIL)]}
    for chart in progress_charts(told(deck, **given)):
        spec = chart.chart.to_dict()
        told_as_text = {"datasets": spec.pop("datasets"), "description": spec.pop("description")}
        assert "onerror" not in json.dumps(spec)
        assert ("onerror" in json.dumps(told_as_text)) == (chart.name in ("What is known", "Papers, net marks"))
    html = ProgressPage(told(deck, **given))._repr_html_()
    assert "<img" not in html
    assert "&lt;img src=x" in html


def test_a_notebook_shows_the_parts_one_below_the_other(shell: InteractiveShell) -> None:
    """Each chart stands below its heading and its line as real text; the table of what is missed comes last."""
    fact = DECK.facts[0]
    items = [FactsCount(facts=(fact.id,), answered=4, right=1)]
    page = ProgressPage(told(states=met(DECK), days=[on(0)], items=items, papers=[paper(1, Fraction(20))]))
    with capture_output() as shown:
        assert shell.display_formatter is not None
        assert shell.display_formatter.format(page) == ({}, {})
    outputs = [output.data for output in shown.outputs]
    assert len(outputs) == 2 * len(page.charts) + 1
    for before, output, chart in zip(outputs[::2], outputs[1::2], page.charts, strict=False):
        assert f"<h3>{chart.name}</h3><p>" in before["text/html"]
        assert all(line.replace("'", "&#x27;") in before["text/html"] for line in chart.lines)
        assert MIME in output
    assert "Most often missed" in outputs[-1]["text/html"]


def test_before_anything_was_done_there_is_one_output(shell: InteractiveShell) -> None:
    """It is HTML and says so kindly, the same on every run, so that a stored notebook can be compared."""
    with capture_output() as shown:
        assert shell.display_formatter is not None
        data, _ = shell.display_formatter.format(ProgressPage(told()))
    assert shown.outputs == []
    assert set(data) == {"text/html", "text/plain"}
    assert data["text/plain"].startswith("Nothing was answered yet.")


def test_without_a_renderer_there_are_tables() -> None:
    """The page as HTML alone holds every chart's line and its figures in a table, and no script."""
    page = ProgressPage(told(states=met(DECK), days=[on(0)], papers=[paper(1, Fraction(20))]))
    html = page._repr_html_()
    assert all(chart.html in html and chart.html.startswith("<table>") for chart in page.charts)
    assert "<script" not in html
    assert "<svg" not in html


def test_of_many_facts_the_weakest_are_listed() -> None:
    """Fact by fact, the one nearest to being forgotten first; the others are counted."""
    lesson = DECK.only(lesson="India and NATO")
    states = met(lesson)
    weak = lesson.facts[40]
    states[weak.id] = states[weak.id]._replace(last=NOW - timedelta(days=300))
    html = ProgressPage(told(states=states))._repr_html_()
    folded = html[html.index("<details>") :]
    first = folded.index("<td")
    assert lesson.cards()[40].front.replace("'", "&#x27;") in folded[first : first + 600]
    assert f"… and {len(lesson) - 15} more" in folded
