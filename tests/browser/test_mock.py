"""The mock exam as a learner meets it: the panel in a live host, and on the result page where the paper stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from lessons.items import Item
from lessons.scoring import UPSC, Marking
from lessons.standing import standing_payload
from lessons.widgets import Exam

from .conftest import Shown
from .hosts import served
from .test_axe import AXE, TAGS, look, looks
from .test_exam import press
from .test_hosts import ICONS

Show = Callable[..., Shown]
NAMES = ("responses", "seconds", "flags", "spent", "handed_in")
EVIL = "<img src=x onerror=alert(1)>"


def paper(make: SimpleNamespace, *, marking: Marking = UPSC, earlier: tuple[Fraction, ...] | None = (), title: str = "") -> Exam:
    """Six questions of three forms and two lessons, which says where it stands."""
    items: list[Item] = [
        make.choice("First?", lesson="One"),
        make.choice("Second?", lesson="Two"),
        make.exam_form("pairs", lesson="Two"),
        make.exam_form("two_statements", lesson="Two"),
        make.choice("Fifth?", lesson="One"),
        make.choice("Sixth?", lesson="One"),
    ]

    def stands(asked: Any, scores: Any) -> dict[str, Any]:
        return standing_payload(asked, scores, marking, earlier)

    return Exam(items, marking=marking, title=title, stands=stands)


def hand_in(shown: Shown, exam: Exam, keys: str) -> None:
    """Start, respond by these keys, hand in, and let Python mark the paper."""
    press(shown, "Start")
    shown.press(*keys)
    press(shown, "Finish", "Hand in")
    for name in NAMES:
        setattr(exam, name, shown.model(name))
    shown.set("heard", shown.model("sent"))
    shown.set("standing", exam.standing)
    shown.set("review", exam.review)


KEYS = "bnananbn"  # right, wrong, wrong, right; two are left blank


def rows(shown: Shown) -> list[list[str]]:
    """The table of guesses, row by row."""
    texts: list[list[str]] = shown.root.locator(".lessons-guesses tr").evaluate_all(
        "rows => rows.map((row) => [...row.children].map((cell) => cell.textContent))"
    )
    return texts


def test_where_the_paper_stands(show: Show, make: SimpleNamespace) -> None:
    """The percentile stands below the marks, the table and its sentences below the bars; the score keeps the focus."""
    exam = paper(make, earlier=(Fraction(1, 10), Fraction(1, 5), Fraction(9, 10)))
    shown = show(exam)
    hand_in(shown, exam, KEYS)
    assert shown.text(".lessons-score") == "2.67 of 12 marks"
    assert shown.text(".lessons-standing") == (
        "Percentile 67 among your own papers: better than 2 of 3 earlier ones. With so few, it says little yet."
    )
    assert shown.focused() == "score"
    assert exam.standing
    assert shown.text(".lessons-guesses caption") == "What a guess is worth on average, of 4 options"
    assert rows(shown) == [
        ["Ruled out", "Left", "Chance", "Marks"],
        ["none", "4", "1 in 4", "0"],
        ["1", "3", "1 in 3", "+0.22"],
        ["2", "2", "1 in 2", "+0.67"],
        ["3", "1", "certain", "+2"],
    ]
    said = shown.root.locator(".lessons-advice-words > li").all_inner_texts()
    assert said == exam.standing["sentences"]
    assert said[1].endswith("comes, on average, to 0 with no option ruled out, 0.44 with one ruled out, 1.33 with two.")
    assert said[2] == "2 wrong answers took off 1.33 marks."


def test_the_table_is_a_table(show: Show, make: SimpleNamespace) -> None:
    """It has a name, a header for each column and each row, and is found as a table."""
    exam = paper(make)
    shown = show(exam)
    hand_in(shown, exam, KEYS)
    table = shown.root.get_by_role("table", name="What a guess is worth on average, of 4 options")
    assert table.get_by_role("columnheader").count() == 4
    assert table.get_by_role("rowheader").all_inner_texts() == ["none", "1", "2", "3"]


def test_by_lesson_form_and_kind(show: Show, make: SimpleNamespace) -> None:
    """Bars by lesson, by form and by kind of fact, what went worst first; one kind of item alone has no bars."""
    exam = paper(make)
    shown = show(exam)
    hand_in(shown, exam, KEYS)
    shares = shown.root.locator(".lessons-shares")
    told = {
        part.locator(".lessons-label").inner_text(): [" ".join(row.split()) for row in part.locator(".lessons-share").all_inner_texts()]
        for part in shares.all()
    }
    assert told == {
        "By lesson": ["One 1 of 3", "Two 1 of 3"],
        "By form": ["Pairs 0 of 1", "Asked directly 1 of 4", "Two statements 1 of 1"],
    }


def test_by_kind_of_fact(show: Show, make: SimpleNamespace) -> None:
    """Kinds of fact are told where there are several."""
    exam = paper(make)
    shown = show(exam)
    told = standing_payload([], [], UPSC) | {"facts": [{"name": "Dates", "n": 3, "marks": 1.0}, {"name": "Terms", "n": 4, "marks": 2.0}]}
    exam._stands = lambda *_: told
    hand_in(shown, exam, KEYS)
    part = shown.root.locator(".lessons-shares", has_text="By kind of fact (a question may ask several)")
    assert [" ".join(row.split()) for row in part.locator(".lessons-share").all_inner_texts()] == ["Dates 1 of 3", "Terms 2 of 4"]
    assert shown.root.locator(".lessons-guesses, .lessons-advice").count() == 0, "no table where there is nothing to guess"


def test_a_paper_of_several_kinds_tells_forms_and_kinds_apart(show: Show, make: SimpleNamespace) -> None:
    """A form is no kind: what is typed or ordered is asked directly, and the exam forms choose one option."""
    exam = Exam([make.gap(8), make.ordering(), make.exam_form("pairs")], marking=UPSC)
    shown = show(exam)
    hand_in(shown, exam, "n")
    labels = shown.root.locator(".lessons-shares .lessons-label").all_inner_texts()
    assert labels == ["By form", "By kind"]
    assert [" ".join(row.split()) for row in shown.root.locator(".lessons-share").all_inner_texts()] == [
        "Asked directly 0 of 2",
        "Pairs 0 of 1",
        "Typed 0 of 1",
        "Put in order 0 of 1",
        "One right option 0 of 1",
    ]


def test_nothing_of_it_without_a_standing(show: Show, make: SimpleNamespace) -> None:
    """A paper alone says nothing of earlier papers, guesses and kinds of fact."""
    exam = Exam([make.choice("First?"), make.choice("Second?")], marking=UPSC)
    shown = show(exam)
    hand_in(shown, exam, "bn")
    assert exam.standing is None
    assert shown.text(".lessons-score") == "2 of 4 marks"
    assert shown.root.locator(".lessons-standing, .lessons-advice, table").count() == 0


def test_a_page_opened_anew_shows_it_too(show: Show, make: SimpleNamespace) -> None:
    """A second view of a marked paper, as after a reload, stands where the first did."""
    exam = paper(make)
    hand_in(show(exam), exam, KEYS)
    again = show(exam)
    assert again.text(".lessons-standing").startswith("This is your first paper")
    assert again.root.locator(".lessons-guesses").count() == 1
    press(again, "Look through the paper", "Back to the result")
    assert again.root.locator(".lessons-guesses").count() == 1


def test_it_is_in_the_markdown(show: Show, make: SimpleNamespace, page: Page) -> None:
    """What is copied holds the percentile, the tables by form and of guesses, and the sentences."""
    page.evaluate("""Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } })""")
    exam = paper(make, title="Paper 1")
    shown = show(exam)
    hand_in(shown, exam, KEYS)
    press(shown, "Copy as Markdown")
    expect(shown.root.locator(".lessons-copied")).to_be_visible()
    parts = page.evaluate("window.copied").split("\n\n")
    assert parts[:2] == ["# Paper 1", "**2.67 of 12 marks** (2 right, 2 wrong, 2 blank)"]
    assert "This is your first paper: the next one will be compared with it." in parts[2:4]  # behind the time
    assert "| Form | Marks |\n| :--- | ---: |\n| Pairs | 0 of 1 |\n| Asked directly | 1 of 4 |\n| Two statements | 1 of 1 |" in parts
    assert "| Kind of fact | Marks |\n| :--- | ---: |\n| Terms | 2 of 6 |" in parts
    at = parts.index("## What a guess is worth on average, of 4 options")
    assert parts[at + 1].splitlines()[:3] == [
        "| Ruled out | Left | Chance | Marks |",
        "| ---: | ---: | ---: | ---: |",
        "| none | 4 | 1 in 4 | 0 |",
    ]
    assert parts[at + 2].startswith("- Choosing an option pays")
    assert [line[:2] for line in parts[at + 2].splitlines()] == ["- "] * 4
    assert parts[at + 3] == "## Missed (4)"


def test_what_is_told_is_text(show: Show, make: SimpleNamespace, page: Page) -> None:
    """No word of it is read as HTML, in whatever field it comes."""
    exam = paper(make)
    told = {
        "place": EVIL,
        "guesses": [{"options": 4, "rows": [[EVIL] * 4]}],
        "sentences": [EVIL],
        "facts": [{"name": f"{EVIL}{n}", "n": 1, "marks": 1} for n in (1, 2)],
    }
    exam._stands = lambda *_: told
    shown = show(exam)
    hand_in(shown, exam, KEYS)
    assert shown.root.locator("img").count() == 0
    assert shown.root.inner_text().count(EVIL) == 8


@pytest.mark.parametrize("width", [320, 360, 900])
def test_the_table_fits(show: Show, make: SimpleNamespace, page: Page, width: int) -> None:
    """Nothing is cut off or must be scrolled to, and no word of the table is broken."""
    page.set_viewport_size({"width": width, "height": 900})
    exam = paper(make)
    shown = show(exam)
    hand_in(shown, exam, KEYS)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    inside = "table => table.getBoundingClientRect().right <= table.closest('.lessons-desk').getBoundingClientRect().right + 0.5"
    assert shown.root.locator(".lessons-guesses").evaluate(inside)
    lines = (
        "cells => cells.map((cell) => { const range = document.createRange(); range.selectNodeContents(cell); "
        "return new Set([...range.getClientRects()].map((rect) => rect.top)).size; })"
    )
    assert set(shown.root.locator(".lessons-guesses :is(th, td)").evaluate_all(lines)) == {1}


def test_axe_finds_nothing_on_the_result_page(show: Show, make: SimpleNamespace, page: Page) -> None:
    """No rule is violated where the paper stands, light and dark, wide and narrow."""
    page.emulate_media(reduced_motion="reduce")
    exam = paper(make, earlier=(Fraction(1, 2),))
    shown = show(exam)
    hand_in(shown, exam, KEYS)
    page.evaluate(AXE)
    found = {how: look(page) for how in looks(page)}
    assert not any(found.values()), json.dumps(found, indent=1)


# The panel in a live host

CELL = """import lessons
lessons.mock_exam(lessons.read(), n=3)"""
# What axe finds in the whole panel, ipywidgets' own controls included.
LOOK_AT_PANEL = """async (tags) => {
  const rules = Object.fromEntries(axe.getRules(tags).map((rule) => [rule.ruleId, { enabled: true }]));
  const { violations } = await axe.run({ include: [".widget-vbox"] }, { rules, resultTypes: ["violations"] });
  return violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(" "), node.failureSummary]));
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Voila with one cell, the panel, in a theme."""
    home: Path = tmp_path_factory.mktemp(f"mock-{request.param}")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL, id="panel")], metadata=kernel), home / "mock.ipynb")
    command = ["-m", "voila", str(home / "mock.ipynb"), "--port={port}", "--no-browser", f"--theme={request.param}"]
    with served(home, command, probe="/voila/static/voila.js") as url:
        yield url


@pytest.fixture
def desk(browser: Browser, host: str) -> Iterator[Page]:
    """A window on it; Voila alone asks for icons elsewhere, and gets none."""
    context = browser.new_context(viewport={"width": 1000, "height": 900}, base_url=host, reduced_motion="reduce")
    context.set_default_timeout(60_000)
    page = context.new_page()
    elsewhere: list[str] = []
    failed: list[str] = []

    def refuse(route: Route) -> None:
        route.abort()

    page.route(ICONS, refuse)
    page.on(
        "request",
        lambda request: (
            elsewhere.append(request.url) if not request.url.startswith((host, host.replace("http", "ws"), "data:", "blob:")) else None
        ),
    )
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto("/")
    page.get_by_role("button", name="Start the paper").wait_for()
    yield page
    context.close()
    assert [url for url in elsewhere if not ICONS.search(url)] == []
    assert [text for text in failed if "shared module is not a function" not in text] == []


def found_in(page: Page) -> list[Any]:
    """What axe finds in the panel."""
    page.evaluate(AXE)
    found: list[Any] = page.evaluate(LOOK_AT_PANEL, TAGS)
    return found


def test_the_panel_in_a_live_host(desk: Page) -> None:
    """Choose, start, be asked before it is given up, keep on, hand in, and see where the paper stands; axe finds nothing on the way."""
    wait = partial(expect, desk.locator(".lessons"))
    button = partial(desk.get_by_role, "button", exact=True)
    assert found_in(desk) == []
    desk.get_by_label("Marking").select_option("My own numbers")
    desk.get_by_label("Wrong costs").wait_for()
    assert found_in(desk) == []
    desk.set_viewport_size({"width": 360, "height": 900})
    assert desk.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    desk.get_by_label("Marking").select_option(index=0)
    expect(desk.get_by_label("Wrong costs")).to_be_hidden()
    desk.set_viewport_size({"width": 1000, "height": 900})
    for box in desk.get_by_role("checkbox").all():
        assert box.is_checked()
    button(name="Start the paper").click()
    wait().to_be_visible()
    expect(button(name="Start the paper")).to_be_hidden()
    expect(button(name="Show the choices")).to_be_focused()
    desk.keyboard.press("Tab")
    expect(button(name="Another paper")).to_be_focused()
    button(name="Start").click()
    desk.get_by_role("radio").first.check()
    button(name="Another paper").click()
    expect(button(name="Keep on with this one")).to_be_focused()
    expect(desk.get_by_role("alert")).to_have_text("You are in the middle of a paper. Give it up?")
    assert found_in(desk) == []
    desk.keyboard.press("Enter")
    expect(button(name="Give it up and start another")).to_be_hidden()
    assert desk.get_by_role("radio").first.is_checked()
    button(name="Finish").first.click()
    button(name="Hand in").click()
    expect(desk.locator(".lessons-standing")).to_have_text("This is your first paper: the next one will be compared with it.")
    expect(desk.locator(".lessons-guesses")).to_be_visible()
    assert found_in(desk) == []
    button(name="Another paper").click()
    expect(desk.locator(".lessons-page-title")).to_have_text("Before you start")
    button(name="Start").click()
    button(name="Finish").first.click()
    button(name="Hand in").click()
    expect(desk.locator(".lessons-standing")).to_contain_text("of 1 earlier one.")


def test_nothing_chosen_in_a_live_host(desk: Page) -> None:
    """With no form ticked the panel says in one line what to do, as an alert, and goes on."""
    for box in desk.get_by_role("checkbox").all()[3:]:
        box.uncheck()
    desk.get_by_role("button", name="Start the paper").click()
    expect(desk.get_by_role("alert")).to_have_text("Choose one form or more.")
    assert desk.locator(".lessons").count() == 0
    desk.get_by_role("checkbox", name="Asked directly").check()
    desk.get_by_role("button", name="Start the paper").click()
    expect(desk.locator(".lessons")).to_be_visible()
    expect(desk.get_by_role("alert")).to_have_count(0)
