"""A paper as a learner meets it: rules, sitting, handing in, marks, review."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lessons.items import Item
from lessons.scoring import CSAT, UPSC
from lessons.widgets import Exam

from .conftest import EXAM, Shown
from .test_looks import CONTRASTS, HOSTS, SMALL

Show = Callable[..., Shown]
KINDS = ("choice", "several", "ordering", "matching", "gap")
SECRET = "Zanzibar"


def mark(shown: Shown, exam: Exam) -> None:
    """What Python does with a paper: it hears what the browser holds, marks it when it is handed in, and sends the rest."""
    for name in ("responses", "seconds", "flags", "spent", "handed_in"):
        setattr(exam, name, shown.model(name))
    shown.set("heard", shown.model("sent"))
    if exam.review:
        shown.set("review", exam.review)


def press(shown: Shown, *names: str) -> None:
    """Press buttons by what they say."""
    for name in names:
        shown.root.get_by_role("button", name=name, exact=True).first.click()


def hand_in(shown: Shown, exam: Exam) -> None:
    press(shown, "Finish", "Hand in")
    mark(shown, exam)


def one_of_each(make: SimpleNamespace) -> list[Item]:
    return [make.choice(), make.several(), make.ordering(), make.matching(), make.gap("1949-04-04")]


def cell(shown: Shown, n: int) -> str:
    """What the n-th square of the palette says, counted from 1."""
    return shown.root.locator(".lessons-cell").nth(n - 1).get_attribute("aria-label") or ""


def legend(shown: Shown) -> list[str]:
    return [unsigned(text) for text in shown.root.locator(".lessons-legend > li").all_inner_texts()]


def unsigned(text: str) -> str:
    """A text without the signs before it."""
    return " ".join(re.sub(r"[●○⚑✓✗◐]", " ", text).split())


def choices(make: SimpleNamespace, n: int) -> list[Item]:
    return [make.choice(f"Question {at}: who signed?") for at in range(1, n + 1)]


# Before


def test_nothing_is_asked_before_start(show: Show, make: SimpleNamespace) -> None:
    """The rules stand there with the marking in words; no question is drawn, no key starts the paper; Start does."""
    shown = show(Exam(one_of_each(make), title="Mock paper", marking=UPSC, minutes=90))
    assert shown.text(".lessons-title") == "Mock paper"
    assert shown.root.locator(".lessons-rules > li").all_inner_texts() == [
        "5 questions, 10 marks, 1 hour 30 minutes.",
        "2 marks for each right answer; ⅔ of a mark is taken off for each wrong one; nothing for a blank.",
        "Nothing is marked before you hand in. You can go back, change a response, and flag a question to come back to.",
        "When the time is up, you are told, and may finish.",
    ]
    shown.focus()
    shown.press("Enter", "n", "1", "f")
    assert "Who signed first?" not in (shown.root.text_content() or "")
    assert shown.root.locator(".lessons-cell").count() == 0
    expect(shown.root.get_by_role("timer")).to_be_hidden()
    press(shown, "Start")
    assert shown.text(".lessons-count") == "Question 1 of 5"
    assert shown.focused() == "stem"
    assert (shown.model("started"), shown.model("responses")) == (True, {})


def test_a_paper_with_no_items(show: Show) -> None:
    """An empty paper says so, and cannot be started."""
    shown = show(Exam([]))
    assert "There is nothing to ask here." in shown.root.inner_text()
    assert shown.root.get_by_role("button", name="Start").count() == 0


# Sitting


def test_a_paper_by_mouse(show: Show, make: SimpleNamespace) -> None:
    """Every kind is responded to by pointer, each response is recorded at once, and the marks are as Python gives them."""
    exam = Exam(one_of_each(make), marking=UPSC)
    shown = show(exam)
    press(shown, "Start")
    ids = [item["id"] for item in exam.items]
    shown.root.get_by_text("Ben", exact=True).click()
    assert shown.model("responses") == {ids[0]: "o1"}
    press(shown, "Next")
    shown.root.get_by_text("Canada", exact=True).click()
    shown.root.get_by_text("Malta", exact=True).click()
    assert shown.model("responses")[ids[1]] == ["o2", "o3"]
    shown.root.get_by_text("Malta", exact=True).click()
    press(shown, "Next")
    shown.root.locator("[data-part=down-0]").click()
    assert shown.model("responses")[ids[2]] == ["o1", "o0", "o2", "o3"]
    press(shown, "Next")
    shown.root.get_by_role("combobox").nth(0).select_option("o1")
    shown.root.locator("[data-part=chip-0]").click()
    shown.root.locator(".lessons-slot").nth(1).click()
    assert shown.model("responses")[ids[3]] == ["o1", "o0", ""]
    press(shown, "Next")
    shown.root.get_by_role("textbox").fill("4 April 1949")
    hand_in(shown, exam)
    assert shown.model("responses")[ids[4]] == "4 April 1949"
    assert exam.result is not None
    assert told(shown) == str(exam.result) == "5.67 of 10 (2 right, 2 partly right, 1 wrong, 0 blank)"


def told(shown: Shown) -> str:
    """The result on the page, in the manner of Python's."""
    return f"{shown.text('.lessons-score').removesuffix(' marks').removesuffix(' mark')} ({shown.text('.lessons-counts')})"


def test_a_paper_by_keyboard_alone(show: Show, make: SimpleNamespace) -> None:
    """Keys choose, tick, move rows and go on; Tab and Enter start the paper and hand it in."""
    exam = Exam(one_of_each(make))
    shown = show(exam)
    shown.focus()
    shown.press("Tab", "Tab")
    assert shown.focused() == "start"
    shown.press("Enter", "b", "Enter", "1", "c", "Enter", "4", "ArrowUp", "ArrowUp", "ArrowUp", "Enter")
    assert shown.text(".lessons-count") == "Question 4 of 5"
    shown.press("1", "ArrowDown", "ArrowDown", "Enter")
    shown.page.keyboard.type("4 april 1949")
    shown.press("Enter")
    assert shown.focused() == "title"
    shown.press("Tab", "Enter")
    mark(shown, exam)
    responses = list(exam.responses.values())
    assert responses == ["o1", ["o0", "o2"], ["o3", "o0", "o1", "o2"], ["o1", "", ""], "4 april 1949"]
    assert shown.focused() == "score"
    assert told(shown) == str(exam.result)


@pytest.mark.parametrize("form", EXAM)
@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_each_exam_form(show: Show, make: SimpleNamespace, form: str, by: str) -> None:
    """A form is asked without its key, responded to by mouse or by key, and explained part by part once it is marked."""
    item = make.exam_form(form)
    exam = Exam([item, make.choice()], marking=UPSC)
    shown = show(exam)
    press(shown, "Start")
    asked = shown.text(".lessons-question")
    assert all(text in asked for text in (item.stem, *item.statements, *item.list_two, item.closing))
    if by == "mouse":
        shown.root.get_by_text(item.options[1].text, exact=True).click()
    else:
        shown.press("b")
    assert shown.model("responses") == {item.id: "o1"}
    hand_in(shown, exam)
    assert told(shown) == "2 of 4 (1 right, 0 wrong, 1 blank)"
    press(shown, "Look through the paper")
    assert unsigned(shown.text(".lessons-mark-line")) == "Right: 2 marks"
    assert shown.root.locator(".lessons-part").count() == len(item.parts)


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_can_be_cleared(show: Show, make: SimpleNamespace, kind: str) -> None:
    """Clear leaves the question blank, on the page, in the palette and for Python, and keeps the focus in the question."""
    exam = Exam([getattr(make, kind)(8) if kind == "gap" else getattr(make, kind)(), make.choice()])
    shown = show(exam)
    press(shown, "Start")
    clear = shown.root.get_by_role("button", name="Clear")
    expect(clear).to_be_disabled()
    give = {"choice": ["b"], "several": ["a", "c"], "ordering": ["1", "ArrowDown"], "matching": ["1", "ArrowDown"], "gap": ["9"]}[kind]
    shown.press(*give)
    assert cell(shown, 1) == "Question 1, answered"
    clear.click()
    assert cell(shown, 1) == "Question 1, blank"
    assert shown.model("responses") == {}
    assert shown.said() == "Response cleared"
    assert shown.focused() in ("option-0", "row-0", "match-0", "field")
    expect(clear).to_be_disabled()
    assert shown.root.locator("input:checked, .is-filled").count() == 0
    hand_in(shown, exam)
    assert told(shown) == "0 of 2 (0 right, 0 wrong, 2 blank)"


def test_an_order_counts_once_it_is_a_response(show: Show, make: SimpleNamespace) -> None:
    """An order that nobody has touched is blank, and the question says so; a row moved or "Keep this order" makes it a response."""
    exam = Exam([make.ordering("Kept"), make.ordering("Moved"), make.ordering("Left", key=(0, 1, 2, 3))])
    shown = show(exam)
    press(shown, "Start")
    note = shown.root.locator(".lessons-order-note")
    expect(note).to_contain_text("Counts as blank until you move a row, or keep the order as it stands.")
    assert shown.model("responses") == {}
    press(shown, "Keep this order")
    assert shown.model("responses") == {"i-Kept": ["o0", "o1", "o2", "o3"]}
    assert note.inner_text().strip() == "Your order is kept."
    assert (shown.focused(), shown.said()) == ("next", "Your order is kept")
    press(shown, "Next")
    shown.press("2", "ArrowUp", "ArrowDown")
    assert shown.model("responses")["i-Moved"] == ["o0", "o1", "o2", "o3"]
    assert shown.said() == f"{make.ordering().options[1].text}, now 2 of 4"
    press(shown, "Next")
    assert [cell(shown, n) for n in (1, 2, 3)] == ["Question 1, answered", "Question 2, answered", "Question 3, blank"]
    hand_in(shown, exam)
    assert exam.result is not None
    assert exam.result.blank == 1


def test_what_is_typed_is_recorded_in_a_pause(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Not every letter is sent, but what was typed is there after a moment, and at once on going on."""
    page.clock.install()
    shown = show(Exam([make.gap(8, "First?"), make.gap(9, "Second?")]))
    press(shown, "Start")
    sent = shown.model("sent")
    page.keyboard.type("1234")
    assert (shown.model("responses"), shown.model("sent")) == ({}, sent)
    assert cell(shown, 1) == "Question 1, answered"
    page.clock.run_for(500)
    assert (shown.model("responses"), shown.model("sent")) == ({"i-First?": "1234"}, sent + 1)
    shown.press("Enter", "5", "Enter")
    assert shown.model("responses") == {"i-First?": "1234", "i-Second?": "5"}
    press(shown, "Go back")
    assert shown.root.get_by_role("textbox").input_value() == "5"


def test_letters_typed_into_the_field_are_letters(show: Show, make: SimpleNamespace) -> None:
    """While one types, F, N, P, digits, the question mark and arrows belong to the field; Enter goes on."""
    shown = show(Exam([make.gap(("Pont Neuf",), "Which bridge?"), make.choice()]))
    press(shown, "Start")
    assert shown.focused() == "field"
    page = shown.page
    page.keyboard.type("fnp1?e")
    shown.press("ArrowLeft")
    assert shown.root.get_by_role("textbox").input_value() == "fnp1?e"
    assert (shown.text(".lessons-count"), shown.model("flags")) == ("Question 1 of 2", [])
    shown.press("Enter")
    assert shown.text(".lessons-count") == "Question 2 of 2"


def test_keys_are_listed_and_stay_inside(show: Show, make: SimpleNamespace, page: Page) -> None:
    """? lists the keys of the question shown; no key reaches the host, and none pressed outside is taken."""
    page.evaluate("""() => { window.heard = []; document.addEventListener("keydown", (event) => window.heard.push(event.key));
                     document.body.prepend(document.createElement("button")); }""")
    shown = show(Exam([make.choice(), make.ordering()]))
    press(shown, "Start")
    listed = shown.root.locator(".lessons-keylist")
    expect(listed).to_be_hidden()
    shown.press("?")
    assert "flag the question, or take the flag away" in listed.inner_text()
    shown.root.get_by_role("button", name="Keys").click()
    expect(listed).to_be_hidden()
    assert shown.focused() == "keys"
    shown.press("n", "?")
    assert shown.root.locator(".lessons-keylist dd").first.inner_text() == "go to a row"
    shown.press("Escape", "f", "x", "End")
    assert page.evaluate("window.heard") == []
    page.locator("body > button").focus()
    shown.press("p", "f")
    assert (shown.text(".lessons-count"), shown.model("flags")) == ("Question 2 of 2", ["i-Put these events in order, the earliest first."])


# Palette and flags


def test_flags(show: Show, make: SimpleNamespace) -> None:
    """F and the button set a flag and take it away, and say so; the palette, the button and Python know it."""
    shown = show(Exam(choices(make, 3)))
    press(shown, "Start")
    button = shown.root.get_by_role("button", name="Flag", exact=True)
    assert button.get_attribute("aria-pressed") == "false"
    shown.press("f")
    assert (shown.said(), button.get_attribute("aria-pressed"), cell(shown, 1)) == ("Flagged", "true", "Question 1, blank, flagged")
    assert shown.focused() == "stem"
    shown.press("b", "n")
    button.click()
    assert shown.model("flags") == ["i-Question 1: who signed?", "i-Question 2: who signed?"]
    button.click()
    assert (shown.said(), shown.focused(), shown.model("flags")) == ("Flag taken away", "flag", ["i-Question 1: who signed?"])
    assert cell(shown, 1) == "Question 1, answered, flagged"
    assert legend(shown) == ["1 answered", "2 blank", "1 flagged"]


def test_the_palette_leads_to_every_question(show: Show, make: SimpleNamespace) -> None:
    """It is one stop for Tab, arrow keys move within it, a press leads to the question; the current one is marked as such."""
    shown = show(Exam(choices(make, 30)))
    press(shown, "Start")
    cells = shown.root.locator(".lessons-cell")
    assert cells.count() == 30
    cells.nth(6).click()
    assert shown.text(".lessons-count") == "Question 7 of 30"
    assert (shown.focused(), shown.said()) == ("stem", "Question 7 of 30, blank")
    assert cells.evaluate_all("all => all.map((one, n) => one.ariaCurrent ? n : -1).filter((n) => n >= 0)") == [6]
    assert cells.evaluate_all("all => all.filter((one) => one.tabIndex === 0).length") == 1
    shown.root.get_by_label("Dee").check()
    cells.nth(6).focus()
    shown.press("ArrowRight", "ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft", "End", "ArrowRight", "ArrowLeft")
    focused = "() => document.activeElement.getAttribute('aria-label')"
    assert shown.page.evaluate(focused) == "Question 29, blank"
    shown.press("Home")
    assert shown.page.evaluate(focused) == "Question 1, blank"
    assert shown.text(".lessons-count") == "Question 7 of 30", "arrows in the palette do not move to another question"
    shown.press("Enter")
    assert shown.text(".lessons-count") == "Question 1 of 30"
    assert cell(shown, 7) == "Question 7, answered"


def test_signs_tell_the_squares_apart(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Answered, blank and flagged squares have each another sign, in the system's own few colours too; the current one another line."""
    page.emulate_media(forced_colors="active")
    exam = Exam(choices(make, 4), marking=UPSC)
    shown = show(exam)
    press(shown, "Start")
    shown.press("b", "n", "a", "n", "f")
    looks = """all => all.map((one) => ["::before", "::after", ""].map((part) => getComputedStyle(one, part)).map((style, n) =>
        n < 2 ? style.content.replace(/["]|none/g, "") : style.borderTopWidth).join(""))"""
    assert shown.root.locator(".lessons-cell").evaluate_all(looks) == ["●1px", "●1px", "○⚑3px", "○1px"]
    hand_in(shown, exam)
    assert shown.root.locator(".lessons-cell").evaluate_all(looks) == ["✓1px", "✗1px", "○⚑1px", "○1px"]
    assert legend(shown) == ["1 right", "1 wrong", "2 blank", "1 flagged"]


def test_the_palette_folds_on_a_phone(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Narrow, the question stands on top and the palette is folded, with a count; opened, a press folds it again. Wide, it is open."""
    page.set_viewport_size({"width": 360, "height": 700})
    shown = show(Exam(choices(make, 100)))
    press(shown, "Start")
    cells = shown.root.locator(".lessons-cell")
    expect(cells.first).to_be_hidden()
    shown.press("b")
    assert shown.text("summary").split("Questions")[1].strip() == "1 of 100 answered"
    shown.root.locator("summary").click()
    expect(cells.first).to_be_visible()
    cells.nth(41).click()
    assert shown.text(".lessons-count") == "Question 42 of 100"
    expect(cells.first).to_be_hidden()
    page.set_viewport_size({"width": 900, "height": 700})
    expect(cells.first).to_be_visible()


@pytest.mark.parametrize("n", [100, 500])
def test_answering_costs_the_same_in_a_long_paper(show: Show, make: SimpleNamespace, page: Page, n: int) -> None:
    """A choice, a flag and a move change as many parts of the page as in a short paper; the palette wraps, and scrolls to where one is."""
    changed = """root => { window.changed = 0; new MutationObserver((all) => { for (const { addedNodes, removedNodes } of all)
        window.changed += 1 + addedNodes.length + removedNodes.length; })
        .observe(root, { subtree: true, childList: true, attributes: true, characterData: true }); }"""
    settled = """() => { const now = performance.now(); if (window.changed !== window.counted) {
        window.counted = window.changed; window.since = now; } return now - window.since > 400; }"""
    counts = []
    for many in (10, n):
        shown = show(Exam(choices(make, many)))
        press(shown, "Start")
        shown.root.evaluate(changed)
        page.wait_for_function(settled)  # what is still heard of the start is none of it
        page.evaluate("window.changed = 0")
        shown.press("b", "f", "n", "c", "p", "d", "n")
        page.wait_for_function(settled)
        counts.append(page.evaluate("window.changed"))
    assert counts[0] == counts[1]
    assert shown.root.locator(".lessons-cell").count() == n
    shown.root.evaluate("root => root.querySelectorAll('.lessons-cell')[root.querySelectorAll('.lessons-cell').length - 1].click()")
    grid, last = shown.root.locator(".lessons-cells").bounding_box(), shown.root.locator(".lessons-cell").last.bounding_box()
    assert grid is not None
    assert last is not None
    assert grid["y"] <= last["y"] <= grid["y"] + grid["height"] - last["height"]
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


# Time


def test_warnings_come_once(show: Show, make: SimpleNamespace, page: Page) -> None:
    """The time runs from Start and is announced at ten and five minutes and at its end, once each; the learner may finish."""
    page.clock.install()
    exam = Exam(choices(make, 2), minutes=12)
    shown = show(exam)
    page.clock.run_for(60_000)
    press(shown, "Start")
    timer = shown.root.get_by_role("timer")
    assert "12:00 left" in timer.inner_text()
    assert timer.get_attribute("aria-live") == "off"
    heard: list[str] = []
    for _ in range(13):
        page.clock.run_for(60_000)
        heard.append(shown.said())
        shown.press("b", "f", "f")
    assert [text for text in heard if text != "Flag taken away" and not text.startswith("Question")] == [
        "10 minutes left.",
        "5 minutes left.",
        "Time is up.",
    ]
    assert "Time is up" in timer.inner_text()
    assert (shown.text(".lessons-count"), shown.model("handed_in")) == ("Question 1 of 2", False)
    assert shown.root.get_by_role("button", name="Pause").count() == 0
    hand_in(shown, exam)
    assert told(shown) == "1 of 2 (1 right, 0 wrong, 1 blank)"


def test_a_paper_that_ends_itself(show: Show, make: SimpleNamespace, page: Page) -> None:
    """At the end of the time it is handed in as it is, with what was just typed, and says so; nobody can go back."""
    page.clock.install()
    exam = Exam([make.gap(8, "How many?"), make.choice()], minutes=1, ends_itself=True)
    shown = show(exam)
    press(shown, "Start")
    page.clock.run_for(57_000)
    page.keyboard.type("8")
    page.clock.run_for(4_000)
    assert shown.model("handed_in") is True
    assert shown.model("responses") == {"i-How many?": "8"}
    assert shown.said() == "Time is up. Your paper is handed in."
    assert shown.focused() == "title"
    page.clock.run_for(10_000)
    assert shown.root.get_by_role("button", name="Try again").count() == 1
    assert shown.root.get_by_role("button", name="Go back").count() == 0
    mark(shown, exam)
    assert told(shown) == "1 of 2 (1 right, 0 wrong, 1 blank)"


def test_a_paper_that_ended_while_nobody_looked(show: Show, make: SimpleNamespace) -> None:
    """A view opened after the time is over hands the paper in at once, and takes no focus for it."""
    exam = Exam(choices(make, 2), minutes=1, ends_itself=True)
    exam.started, exam.spent, exam.responses = True, 61.0, {"i-Question 1: who signed?": "o1"}
    shown = show(exam)
    assert shown.model("handed_in") is True
    assert shown.focused() is None
    mark(shown, exam)
    assert told(shown) == "1 of 2 (1 right, 0 wrong, 1 blank)"
    assert shown.said() == "Your paper is marked: 1 of 2 marks, 1 right, 0 wrong, 1 blank."


def test_the_time_is_kept(show: Show, make: SimpleNamespace, page: Page) -> None:
    """What was spent is recorded with every step, and every quarter of a minute while nothing is done."""
    page.clock.install()
    shown = show(Exam(choices(make, 2), minutes=30))
    assert shown.model("spent") == 0
    press(shown, "Start")
    page.clock.run_for(4_000)
    shown.press("b")
    assert 4 <= shown.model("spent") < 5
    for _ in range(2):
        page.clock.run_for(15_000)
    assert 29 <= shown.model("spent") <= 35
    assert 29 <= shown.model("seconds")["i-Question 1: who signed?"] <= 35
    page.clock.run_for(3_000)
    before = shown.model("spent")
    assert shown.clean_up() == 0
    assert page.evaluate("window.shown[0].model.get('spent')") > before


# Taking up, several views


def test_a_view_opened_anew_goes_on(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Responses, flags, place and time are taken from the model: at the first blank question, with the time that was left."""
    page.clock.install()
    exam = Exam(choices(make, 4), minutes=30)
    first = show(exam)
    press(first, "Start")
    first.press("b", "n", "c", "f", "n")
    page.clock.run_for(61_000)
    first.press("f")
    for name in ("responses", "flags", "seconds", "started", "spent", "sent"):
        setattr(exam, name, first.model(name))
    first.clean_up()
    page.clock.run_for(600_000)
    second = Shown(page, 0)
    show(exam)
    assert second.text(".lessons-count") == "Question 3 of 4"
    assert [cell(second, n) for n in range(1, 5)] == [
        "Question 1, answered",
        "Question 2, answered, flagged",
        "Question 3, blank, flagged",
        "Question 4, blank",
    ]
    assert "28:5" in second.root.get_by_role("timer").inner_text()
    second.focus()
    second.press("p")
    assert second.root.get_by_label("Cy").is_checked()
    again = Shown(page, 0)
    assert again.root.get_by_role("button", name="Flag", exact=True).get_attribute("aria-pressed") == "true"


def test_what_python_sets_is_taken_over(show: Show, make: SimpleNamespace) -> None:
    """Another view of the same paper, or Python, may respond, flag or start; the question shown stays."""
    shown = show(Exam(choices(make, 3)))
    shown.set("started", True)
    assert shown.text(".lessons-count") == "Question 1 of 3"
    shown.focus()
    shown.press("n")
    shown.set("responses", {"i-Question 2: who signed?": "o2"})
    shown.set("flags", ["i-Question 3: who signed?"])
    assert shown.root.get_by_label("Cy").is_checked()
    assert [cell(shown, n) for n in (1, 2, 3)] == ["Question 1, blank", "Question 2, answered", "Question 3, blank, flagged"]
    assert shown.text(".lessons-count") == "Question 2 of 3"


def test_two_exams_on_a_page(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Two papers share no id, no radio group and no key; what is referred to is there in every state; cleaning up leaves the other."""
    exams = [Exam([*one_of_each(make), make.exam_form("pairs")], marking=UPSC, minutes=30) for _ in range(2)]
    one, other = map(show, exams)
    astray = """() => [...document.querySelectorAll("[for], [aria-describedby], [aria-controls], [aria-labelledby]")].flatMap((element) =>
        ["for", "aria-describedby", "aria-controls", "aria-labelledby"].flatMap((name) => (element.getAttribute(name) ?? "").split(" ")))
        .filter((id) => id && !document.getElementById(id))"""

    def whole() -> None:
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
        assert len(ids) == len(set(ids))
        assert page.evaluate(astray) == []

    for shown in (one, other):
        press(shown, "Start")
    one.root.get_by_label("Ann").check()
    other.root.get_by_label("Cy").check()
    assert one.root.get_by_label("Ann").is_checked()
    for _ in range(6):
        whole()
        for shown in (one, other):
            shown.root.locator("[data-part=next]").click()
    whole()
    assert list(one.model("responses").values()) == ["o0"]
    press(one, "Hand in")
    mark(one, exams[0])
    assert other.root.get_by_role("button", name="Hand in").count() == 1
    press(one, "Look through the paper")
    for _ in range(6):
        whole()
        one.root.locator("[data-part=next]").click()
    assert (one.clean_up(), page.locator(".lessons").count()) == (0, 1)


# Handing in


def test_the_paper_is_counted_before_it_is_handed_in(show: Show, make: SimpleNamespace) -> None:
    """Answered, blank and flagged are counted, with the way to each; going back leads to where one was."""
    shown = show(Exam(choices(make, 5)))
    press(shown, "Start")
    shown.press("b", "n", "f", "n", "c", "f")
    press(shown, "Finish")
    assert shown.focused() == "title"
    assert shown.text("[data-part=title]") == "Hand in your paper?"
    counts = [unsigned(text) for text in shown.root.locator(".lessons-handing-counts > li").all_inner_texts()]
    assert counts == ["2 answered", "3 blank", "2 flagged"]
    assert shown.said() == "2 answered, 3 blank, 2 flagged"
    links = {name: shown.root.get_by_role("group", name=name).get_by_role("button") for name in ("Blank questions", "Flagged questions")}
    names = {name: [button.get_attribute("aria-label") for button in buttons.all()] for name, buttons in links.items()}
    assert names == {
        "Blank questions": ["Go to Question 2, blank, flagged", "Go to Question 4, blank", "Go to Question 5, blank"],
        "Flagged questions": ["Go to Question 2, blank, flagged", "Go to Question 3, answered, flagged"],
    }
    press(shown, "Go back")
    assert (shown.text(".lessons-count"), shown.focused()) == ("Question 3 of 5", "stem")
    press(shown, "Finish")
    shown.root.get_by_role("button", name="Go to Question 4, blank").click()
    assert shown.text(".lessons-count") == "Question 4 of 5"
    shown.press("b", "Enter", "b", "Enter")
    assert shown.said() == "4 answered, 1 blank, 2 flagged"
    shown.press("Escape")
    assert (shown.text(".lessons-count"), shown.model("handed_in")) == ("Question 5 of 5", False)


def test_a_silent_kernel(show: Show, make: SimpleNamespace, page: Page) -> None:
    """For ten seconds the wait is calm; then the learner is told, may try again or go back, and marks that come late are taken."""
    page.clock.install()
    exam = Exam(choices(make, 2))
    shown = show(exam)
    press(shown, "Start")
    shown.press("b")
    press(shown, "Finish", "Hand in")
    assert (shown.said(), shown.focused()) == ("Your paper is being marked.", "title")
    assert shown.root.get_by_role("button").count() == 1  # the keys
    page.clock.run_for(10_100)
    told_late = "Your paper is not marked yet, as the kernel does not answer. Your responses are kept here."
    assert (shown.said(), shown.text(".lessons-page-words"), shown.focused()) == (told_late, told_late, "title")
    asked: str = "() => { const { model } = window.shown[0], set = model.set; window.sets = []; model.set = (name, value) => {"
    page.evaluate(asked + " window.sets.push([name, value]); set(name, value); }; }")
    press(shown, "Try again")
    assert [pair for pair in page.evaluate("window.sets") if pair[0] == "handed_in"] == [["handed_in", False], ["handed_in", True]]
    assert shown.text("[data-part=title]") == "Handed in"
    page.clock.run_for(10_100)
    press(shown, "Go back")
    assert (shown.text(".lessons-count"), shown.model("handed_in")) == ("Question 1 of 2", False)
    assert shown.root.get_by_label("Ben").is_checked()
    exam.responses, exam.handed_in = {"i-Question 1: who signed?": "o1"}, True
    shown.press("c")
    shown.set("review", exam.review)
    assert told(shown) == "1 of 2 (1 right, 0 wrong, 1 blank)"
    press(shown, "Look through the paper")
    assert shown.root.get_by_label("Ben").is_checked(), "what was marked is shown"


def test_no_kernel_at_all(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Where nothing can be sent the sitting goes on, says that it is not recorded, and the paper waits to be marked."""
    page.clock.install()
    shown = show(Exam(choices(make, 2)), offline=True)
    press(shown, "Start")
    shown.press("b")
    page.clock.run_for(5_000)
    expect(shown.root.locator(".lessons-unrecorded")).to_be_visible()
    shown.press("Enter", "b", "Enter")
    press(shown, "Hand in")
    page.clock.run_for(10_100)
    assert "the kernel does not answer" in shown.text(".lessons-page-words")


def test_python_keeps_what_was_marked(make: SimpleNamespace) -> None:
    """A marked paper can be neither changed nor taken back, and is marked once."""
    exam = Exam(choices(make, 2))
    assert exam.review is None
    exam.responses, exam.handed_in = {"i-Question 1: who signed?": "o1"}, True
    review = exam.review
    exam.responses = {}
    exam.handed_in = False
    assert (exam.handed_in, exam.responses) == (True, {"i-Question 1: who signed?": "o1"})
    assert exam.review == review
    assert review["responses"] == exam.responses
    assert [item.stem for item in exam.missed] == ["Question 2: who signed?"]


# Marks and review


def test_negative_marks(show: Show, make: SimpleNamespace) -> None:
    """More taken off than earned is below nothing; the rule stands beside it; what cannot be read costs as much as what is wrong."""
    items = [*choices(make, 4), make.several(), make.gap(8, "How many?"), make.gap("1949-04-04")]
    exam = Exam(items, marking=UPSC)
    shown = show(exam)
    press(shown, "Start")
    shown.press("a", "n", "c", "n", "d", "n", "n", "1", "n")
    shown.page.keyboard.type("eight or nine")
    shown.press("Enter")
    shown.page.keyboard.type("1949")
    hand_in(shown, exam)
    assert exam.result is not None
    assert exam.result.net == 1 - 5 * Fraction(2, 3)
    assert told(shown) == str(exam.result) == "−2.33 of 14 (0 right, 1 partly right, 5 wrong, 1 blank)"
    assert UPSC.words in shown.root.inner_text()
    press(shown, "Look through the paper")
    lines = []
    for _ in items:
        lines.append(unsigned(shown.text(".lessons-mark-line")))
        shown.root.locator("[data-part=next]").click()
    assert lines == [*["Wrong: −0.67 marks"] * 3, "Blank: 0 marks", "Partly right: 1 mark", *["Wrong: −0.67 marks"] * 2]
    press(shown, "Look through the paper")
    shown.root.locator(".lessons-cell").last.click()
    assert shown.text(".lessons-message") == "Counted as wrong. Be more precise: give the day, month and year."


@pytest.mark.parametrize("marking", [UPSC, CSAT], ids=["UPSC", "CSAT"])
def test_marks_are_as_python_gives_them(show: Show, make: SimpleNamespace, marking: Any) -> None:
    """Shares and thirds added up in the browser print as Python prints them, whatever was right and wrong."""
    for right, wrong, partly in ((0, 0, 0), (7, 0, 0), (0, 7, 0), (3, 2, 2), (1, 4, 1)):
        items = [*choices(make, 7), *(make.matching(f"Match {n}") for n in range(3))]
        exam = Exam(items, marking=marking)
        shown = show(exam)
        press(shown, "Start")
        given = {item.id: "o1" if n < right else "o0" for n, item in enumerate(items[: right + wrong])}
        shown.set("responses", given | {item.id: ["o1", "", ""] for item in items[7 : 7 + partly]})
        hand_in(shown, exam)
        assert told(shown) == str(exam.result)
        shown.clean_up()
        shown.page.evaluate("window.shown = []")


def test_the_whole_paper_is_reviewed(show: Show, make: SimpleNamespace) -> None:
    """Each item stands there as it was marked, with key, explanation and source; nothing can be changed; the palette has the verdicts."""
    exam = Exam(one_of_each(make), title="Mock paper")
    shown = show(exam)
    press(shown, "Start")
    shown.press("b", "n", "a", "n", "f", "n", "1", "ArrowDown", "ArrowDown", "Enter")
    hand_in(shown, exam)
    assert [cell(shown, n) for n in range(1, 6)] == [
        "Question 1, right",
        "Question 2, partly right",
        "Question 3, blank, flagged",
        "Question 4, partly right",
        "Question 5, blank",
    ]
    press(shown, "Look through the paper")
    assert (shown.focused(), shown.said()) == ("stem", "Question 1 of 5, right")
    assert "Ben signed first." in shown.text(".lessons-feedback")
    assert shown.text(".lessons-cite") == "“A primer”, in The Press, 19 August 2022, ¶3 and ¶5 (note primer, line 14)"
    seen = []
    for _ in range(5):
        seen.append((unsigned(shown.text(".lessons-mark-line")), shown.root.locator(".lessons-cite").count() > 0))
        assert shown.root.locator(":is(input, select):not(:disabled, [readonly], [type=checkbox][data-part=missed])").count() == 0
        shown.press("a", "1", "f", "n")
    words = ["Right: 1 mark", "Partly right: 0.5 marks", "Blank: 0 marks", "Partly right: 0.33 marks", "Blank: 0 marks"]
    assert seen == [(line, True) for line in words]
    assert (shown.focused(), shown.model("responses")) == ("score", exam.responses)
    shown.root.locator(".lessons-cell").nth(4).click()
    assert shown.text(".lessons-stem") == "When was the treaty signed?"
    assert "4 April 1949" in shown.text(".lessons-feedback")
    press(shown, "Back to the result")
    assert shown.focused() == "score"


def test_only_the_missed_ones(show: Show, make: SimpleNamespace) -> None:
    """The filter leads from missed to missed and says how far it is; every question stays in the palette."""
    exam = Exam(choices(make, 6))
    shown = show(exam)
    press(shown, "Start")
    shown.press("b", "n", "a", "n", "b", "n", "n", "b")
    hand_in(shown, exam)
    press(shown, "Look through the missed ones (3)")
    places = [shown.text(".lessons-count")]
    for _ in range(2):
        shown.press("n")
        places.append(shown.text(".lessons-count"))
    assert places == ["Question 2 of 6 (1 of 3 missed)", "Question 4 of 6 (2 of 3 missed)", "Question 6 of 6 (3 of 3 missed)"]
    shown.press("p")
    box = shown.root.get_by_label("Only the ones I missed")
    assert box.is_checked()
    box.uncheck()
    shown.press("n")
    assert shown.text(".lessons-count") == "Question 5 of 6"
    box.check()
    assert shown.text(".lessons-count") == "Question 6 of 6 (3 of 3 missed)"
    assert shown.focused() == "missed"
    shown.press("n", "n")
    assert shown.text(".lessons-count") == "Question 2 of 6 (1 of 3 missed)"


def test_the_result_is_heard_once(show: Show, make: SimpleNamespace, page: Page) -> None:
    """With the focus in the widget the score is read there and the counts are said; with the focus elsewhere all is said, and it stays."""
    page.evaluate("document.body.prepend(document.createElement('button'))")
    for elsewhere in (False, True):
        exam = Exam(choices(make, 2))
        shown = show(exam)
        press(shown, "Start")
        shown.press("b")
        press(shown, "Finish", "Hand in")
        if elsewhere:
            page.locator("body > button").focus()
        mark(shown, exam)
        said = "Your paper is marked: 1 of 2 marks, 1 right, 0 wrong, 1 blank." if elsewhere else "1 right, 0 wrong, 1 blank"
        assert (shown.said(), shown.focused()) == (said, None if elsewhere else "score")


def test_a_move_is_heard_once(show: Show, make: SimpleNamespace) -> None:
    """The focus reads the question, the live region says where it stands."""
    shown = show(Exam([make.choice(), make.gap(8), make.choice("Third?")]))
    press(shown, "Start")
    assert (shown.said(), shown.focused()) == ("Question 1 of 3, blank", "stem")
    shown.press("b")
    assert shown.said() == "Question 1 of 3, blank", "the option says by itself that it is chosen"
    shown.press("f", "Enter")
    assert (shown.said(), shown.focused()) == ("Question 2 of 3, blank", "field")
    shown.press("8", "Enter", "p")
    assert (shown.said(), shown.focused()) == ("Question 2 of 3, answered", "field")


# What the browser is not given, what is hostile, how it looks


def secret_items(make: SimpleNamespace) -> list[Item]:
    """Items whose explanations, sources and keys hold a word that their questions do not."""
    told = {"quote": f"{SECRET} (¶3)", "since": SECRET, "erratum": SECRET, "dispute": SECRET}
    named = make.gap((SECRET,), "Which island?", **told)
    parted = [make.several(**told), make.ordering(**told), make.matching(**told), *(make.exam_form(form, **told) for form in make.forms)]
    return [make.choice(explanation=f"{SECRET}, so it was.", **told), named, *parted]


def test_no_key_is_in_the_page_before_handing_in(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Neither the page nor the model holds a key, an explanation or a source while the paper is sat; afterwards the review has them."""
    exam = Exam(secret_items(make), marking=UPSC, minutes=10)
    shown = show(exam)
    traits = [name for name in exam.keys if not name.startswith("_") and name not in ("layout", "tabbable", "tooltip")]

    def held() -> str:
        return page.content() + json.dumps({name: shown.model(name) for name in traits}, ensure_ascii=False)

    words = [SECRET, "A primer", "The Press", '"key"', '"explanation"', '"cites"', '"parts"', '"facts"', "signed in 1949"]
    press(shown, "Start")
    for _ in range(len(exam.items)):
        shown.root.locator("[data-part=option-0], [data-part=field]").first.or_(
            shown.root.locator("[data-part=row-0], [data-part=match-0]")
        ).focus()
        assert [word for word in words if word in held()] == []
        shown.root.locator("[data-part=next]").click()
    assert [word for word in words if word in held()] == []
    press(shown, "Hand in")
    assert [word for word in words if word in held()] == []
    mark(shown, exam)
    assert [word for word in words if word not in held()] == []


EVIL = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>{{7*7}}${7*7}[x](javascript:run)"
HOSTILE = {"markup": EVIL, "right to left": "\u202e" + EVIL + "\u2066", "long": EVIL + "x" * 10_000}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text(show: Show, make: SimpleNamespace, page: Page, name: str) -> None:
    """Whatever stands in the title, in a question, a response or an explanation is shown as it is, in every state."""
    evil = HOSTILE[name]
    said = [f"{evil}{n}" for n in range(4)]
    told = {"since": evil, "erratum": evil, "dispute": evil, "quote": evil, "lesson": evil}
    items = [
        make.choice(evil, said, explanation=evil, **told),
        make.gap((evil,), "Typed: _____", **told),
        make.ordering(f"{evil} order", said, **told),
        make.matching(f"{evil} match", said[:3], said, headings=(evil, evil), **told),
        make.exam_form("pairs", evil, say=lambda text: f"{evil}{text}", **told),
    ]
    page.set_viewport_size({"width": 320, "height": 640})
    exam = Exam(items, title=evil, marking=UPSC)
    shown = show(exam)
    assert evil in (shown.root.text_content() or "")
    press(shown, "Start")
    for item in items:
        assert item.stem.replace("_____", "") in (shown.root.locator(".lessons-question").text_content() or "").replace("_____", "")
        if item.kind == "gap":
            shown.root.get_by_role("textbox").fill(evil[:200])
        shown.root.locator("[data-part=next]").click()
    press(shown, "Hand in")
    mark(shown, exam)
    press(shown, "Look through the paper")
    for _ in items:
        assert evil in (shown.root.locator(".lessons-feedback").text_content() or "")
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        shown.root.locator("[data-part=next]").click()
    assert shown.root.locator("img, script").count() == 0
    assert page.title() == "Widgets"


def states(shown: Shown, exam: Exam) -> Iterator[str]:
    """Lead a paper through its states."""
    yield "before"
    press(shown, "Start")
    for n in range(len(exam.items)):
        shown.press(*("b", "f") if n % 3 == 0 else "b" if n % 3 == 1 else "f")
        if n == 2:
            shown.press("?")
        yield f"question {n + 1}"
        shown.root.locator("[data-part=next]").click()
    yield "counted"
    press(shown, "Go back")
    if not shown.root.locator(".lessons-cell").first.is_visible():
        shown.root.locator("summary").click()
    yield "palette open"
    press(shown, "Finish", "Hand in")
    yield "waiting"
    shown.page.clock.run_for(10_100)
    yield "silent"
    mark(shown, exam)
    yield "result"
    press(shown, "Look through the paper")
    for n in range(len(exam.items)):
        yield f"reviewed {n + 1}"
        shown.root.locator("[data-part=next]").click()


def every_item(make: SimpleNamespace, **fields: Any) -> list[Item]:
    return [make.choice(**fields), make.gap(8, **fields), make.several(**fields), make.ordering(**fields), make.matching(**fields)]


@pytest.mark.parametrize("host", [name for name in HOSTS if "no host" in name or "dark" in name])
def test_every_text_can_be_read(show: Show, make: SimpleNamespace, page: Page, host: str) -> None:
    """In each state, light and dark, text stands out at 4.5 to 1 and controls are large enough."""
    name, value, prefers, _ = HOSTS[host]
    page.clock.install()
    page.emulate_media(color_scheme="dark" if prefers == "dark" else "light", reduced_motion="reduce")
    page.evaluate("([name, value]) => document.body.setAttribute(name, value)", [name, value])
    exam = Exam([*every_item(make, since="It is 32 now."), make.exam_form("pairs")], title="Mock paper", marking=UPSC, minutes=9)
    shown = show(exam)
    for state in states(shown, exam):
        assert [found for found in shown.root.evaluate(CONTRASTS) if found[1] < 4.5] == [], state
        assert shown.root.evaluate(SMALL) == [], state


def test_a_narrow_page_does_not_scroll_sideways(show: Show, make: SimpleNamespace, page: Page) -> None:
    """At 320 pixels every state fits, with a long title, long words and a hundred questions."""
    page.clock.install()
    page.set_viewport_size({"width": 320, "height": 640})
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
    items = [
        make.choice(long, [f"{long}{n}" for n in range(4)], lesson=long),
        make.ordering(texts=[f"{long}{n}" for n in range(4)]),
        make.matching(left=[f"L{long}{n}" for n in range(3)], texts=[f"{long}{n}" for n in range(4)], headings=(long, long)),
        make.exam_form("lists", say=lambda text: f"{long} {text}"),
        make.gap((long,), f"{long} _____"),
    ]
    exam = Exam(items, title=f"{long} {long}", marking=UPSC, minutes=119)
    shown = show(exam)
    wide = "root => [...root.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > 321).map((one) => one.className)"
    for state in states(shown, exam):
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, state
        assert shown.root.evaluate(wide) == [], state
    shown = show(Exam(choices(make, 100)))
    press(shown, "Start")
    shown.root.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    press(shown, "Finish")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_focus_is_seen(show: Show, make: SimpleNamespace) -> None:
    """Tab goes from the question to its buttons, the palette and Finish, each with an outline of its own or of its row."""
    shown = show(Exam(choices(make, 5)))
    press(shown, "Start")
    shown.press("n")
    outlined = """root => { const focused = document.activeElement; const row = focused.closest(".lessons-option") ?? focused;
                  return root.contains(focused) && getComputedStyle(row).outlineStyle !== "none"; }"""
    stops = []
    for _ in range(7):
        shown.press("Tab")
        assert shown.root.evaluate(outlined)
        stops.append(shown.page.evaluate("() => document.activeElement.dataset.part ?? document.activeElement.className.split(' ')[0]"))
    assert stops == ["option-0", "next", "previous", "flag", "lessons-palette-summary", "lessons-cell", "finish"]
