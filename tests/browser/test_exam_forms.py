"""The exam forms: how each is drawn, marked and explained part by part."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from lessons.widgets import Quiz

from .conftest import EXAM, Shown, plainly

Show = Callable[..., Shown]


@pytest.mark.parametrize("form", EXAM)
def test_each_form_is_asked_and_marked(show: Show, make: SimpleNamespace, form: str) -> None:
    """Stem, statements, closing and options stand in this order; a choice is marked, and the parts tell why, each with its source."""
    item = make.exam_form(form)
    shown = show(Quiz([item, make.choice()]))
    asked = shown.text(".lessons-question")
    places = [asked.index(text) for text in (item.stem, *item.statements, item.closing, *(option.text for option in item.options))]
    assert places == sorted(places)
    assert all(text in asked for text in (*item.list_two, *item.headings))
    shown.focus()
    shown.press("c", "Enter")
    assert shown.text(".lessons-verdict").endswith("Not right this time")
    assert shown.text(".lessons-key") == f"The answer: {item.options[1].text}"
    parts = shown.root.locator(".lessons-part")
    assert parts.count() == len(item.parts)
    for part, told in zip(parts.all(), item.parts, strict=True):
        text = plainly(part.inner_text())
        words = {True: f"✓ {told.label} – correct", False: f"✗ {told.label} – incorrect", None: told.label}[told.correct]
        assert text.startswith(f"{words} {told.text} “A primer”, in The Press")
        assert "As of 19 August 2022" in text
    assert shown.root.locator(".lessons-source").count() == 0
    shown.press("Enter", "p")
    assert shown.text(".lessons-key") == f"The answer: {item.options[1].text}"


@pytest.mark.parametrize("form", EXAM)
def test_stem_and_closing_are_heard(show: Show, make: SimpleNamespace, form: str) -> None:
    """The group of options is named by the stem and described by the closing question."""
    item = make.exam_form(form)
    shown = show(Quiz([item]))
    group = shown.root.get_by_role("group", name=item.stem, exact=True)
    described = group.get_attribute("aria-describedby")
    assert described
    assert shown.root.locator(f"#{described}").inner_text() == item.closing
    assert group.get_by_role("radio").count() == 4


def signs(shown: Shown, selector: str) -> list[str]:
    """How the lists below are numbered."""
    types: list[str] = shown.root.locator(selector).evaluate_all("all => all.map((one) => getComputedStyle(one).listStyleType)")
    return types


def test_statements_are_numbered(show: Show, make: SimpleNamespace) -> None:
    """Statements are a numbered list, the options are lettered small so that nothing is called A twice."""
    shown = show(Quiz([make.exam_form("three_statements")]))
    assert signs(shown, ".lessons-statements") == ["decimal"]
    assert shown.root.locator(".lessons-option .lessons-letter").all_inner_texts() == ["a", "b", "c", "d"]


def test_statement_and_reason_are_labelled(show: Show, make: SimpleNamespace) -> None:
    """Both statements are labelled as the papers label them."""
    shown = show(Quiz([make.exam_form("statement_reason")]))
    rows = shown.root.get_by_role("listitem").all_inner_texts()
    assert rows == ["Statement-I: Body 1 was founded in 1949.", "Statement-II: Body 2 was founded in 1950."]


@pytest.mark.parametrize("headings", [("Body", "Seat"), ()])
def test_pairs_are_rows_of_a_table(show: Show, make: SimpleNamespace, headings: tuple[str, ...]) -> None:
    """Each pair is a row, number, left and right; headings stand over the columns where the item gives them."""
    quiz = Quiz([make.exam_form("pairs")])
    quiz.items = [item | {"headings": list(headings)} for item in quiz.items]
    shown = show(quiz)
    assert shown.root.get_by_role("columnheader").all_inner_texts() == list(headings)
    rows = [row.split("\t") for row in shown.root.locator("tbody tr").all_inner_texts()]
    assert [cell.strip() for cell in rows[0]] == ["1.", "Body 1 was founded in 1949.", "Brussels"]
    assert len(rows) == 3


def test_two_lists_stand_side_by_side_where_there_is_room(show: Show, make: SimpleNamespace) -> None:
    """List-I is lettered and List-II numbered, each named; beside one another on a wide page, below on a phone."""
    shown = show(Quiz([make.exam_form("lists")]))
    assert signs(shown, ".lessons-list ol") == ["upper-alpha", "decimal"]
    assert [shown.root.get_by_role("list", name=name).count() for name in ("List-I (Body)", "List-II (Seat)")] == [1, 1]

    def tops() -> list[float]:
        found: list[float] = shown.root.locator(".lessons-list").evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
        return found

    assert tops()[0] == tops()[1]
    shown.page.set_viewport_size({"width": 360, "height": 800})
    assert tops()[0] < tops()[1]


def test_the_end_adds_the_shares_up(show: Show, make: SimpleNamespace) -> None:
    """Shares add up to marks with their decimals; the missed ones stand with statements, closing, key, and the response in words."""
    quiz = Quiz([make.several(), make.ordering(), make.matching(), make.exam_form("two_statements"), make.choice()])
    quiz.responses = {
        quiz.items[0]["id"]: ["o2"],
        quiz.items[1]["id"]: ["o3", "o0", "o1", "o2"],
        quiz.items[2]["id"]: ["o1", "", "o3"],
        quiz.items[3]["id"]: "o0",
        quiz.items[4]["id"]: "o1",
    }
    shown = show(quiz)
    assert shown.text(".lessons-score") == "2.5 of 5 marks"
    assert str(quiz.score) == "2.5 of 5"
    rows = [plainly(row) for row in shown.root.locator(".lessons-missed > li").all_inner_texts()]
    assert len(rows) == len(quiz.missed) == 4
    assert "◐ You, partly right: Canada" in rows[0]
    assert "✓ Right Norway Canada" in rows[0]
    assert "✓ The right order The war ended. The treaty was signed." in rows[1]
    assert "◐ You, partly right: The war ended. The wall fell. The treaty was signed. The club was named." in rows[1]
    assert "◐ You, partly right: Alliance – Brussels Bank – Vienna" in rows[2]
    assert "Body 2 was founded in 1950. Which of the statements given above is/are correct? ✓ Right answer: 2 only ✗ You: 1 only" in rows[3]
    shown.root.get_by_role("button", name="Try the missed ones again").click()
    assert shown.text(".lessons-count") == "Question 1 of 4"
    assert not shown.root.get_by_label("Canada").is_checked()
