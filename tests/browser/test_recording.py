"""What Python is told of practice, and what the learner is told where it does not listen."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect

from lessons.widgets import Quiz

from .conftest import Shown

Show = Callable[..., Shown]
WORDS = "Not recorded: your responses. Python does not answer; you can go on."


@pytest.fixture(autouse=True)
def still(page: Page) -> None:
    """The browser's clock stands still."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def begun(show: Show, make: SimpleNamespace, **given: bool) -> Shown:
    """A quiz of two with its first response just given."""
    shown = show(Quiz([make.choice("First?"), make.choice("Second?")]), **given)
    shown.focus()
    shown.page.clock.run_for(3000)
    shown.press("b", "Enter")
    return shown


def test_responses_and_times_are_sent_together(show: Show, make: SimpleNamespace) -> None:
    """A marked response goes out with how long it took, and the count of what was sent; what is heard is not spoken of."""
    shown = begun(show, make)
    assert (shown.model("responses"), shown.model("seconds")) == ({"i-First?": "o1"}, {"i-First?": 3})
    assert (shown.model("sent"), shown.model("heard")) == (1, 1)
    shown.page.clock.run_for(10_000)
    expect(shown.root.locator(".lessons-unrecorded")).to_be_hidden()


@pytest.mark.parametrize("dead", ["silent", "offline"])
def test_a_dead_kernel_is_said_in_one_quiet_line(show: Show, make: SimpleNamespace, dead: str) -> None:
    """Whether it is silent or its connection throws: after some seconds one line says what is not recorded; practice goes on."""
    shown = begun(show, make, **{dead: True})
    line = shown.root.locator(".lessons-unrecorded")
    shown.page.clock.run_for(3900)
    expect(line).to_be_hidden()
    assert shown.said() == "Right. Ben"
    shown.page.clock.run_for(200)
    expect(line).to_have_text(WORDS)
    assert shown.said() == WORDS
    shown.press("Enter")
    expect(line).to_be_visible()
    assert shown.said() == "Question 2 of 2"
    shown.press("b", "Enter")
    shown.page.clock.run_for(10_000)
    assert shown.said() == "Right. Ben", "it is said once"
    shown.press("Enter")
    assert shown.text(".lessons-score") == "2 of 2 right"
    expect(line).to_be_visible()


def test_the_line_goes_when_the_kernel_answers(show: Show, make: SimpleNamespace) -> None:
    """It stays while something is still unheard, and goes with the last."""
    shown = begun(show, make, silent=True)
    shown.page.clock.run_for(5000)
    shown.press("Enter", "b", "Enter")
    line = shown.root.locator(".lessons-unrecorded")
    shown.set("heard", 1)
    expect(line).to_be_visible()
    shown.set("heard", shown.model("sent"))
    expect(line).to_be_hidden()


def test_a_slow_kernel_is_not_spoken_of(show: Show, make: SimpleNamespace) -> None:
    """An answer within some seconds comes in time."""
    shown = begun(show, make, silent=True)
    shown.page.clock.run_for(3500)
    shown.set("heard", shown.model("sent"))
    shown.page.clock.run_for(3500)
    expect(shown.root.locator(".lessons-unrecorded")).to_be_hidden()


def test_a_view_of_what_was_never_heard(show: Show, make: SimpleNamespace) -> None:
    """A view that is opened on a model with something unheard says so as well."""
    quiz = Quiz([make.choice("First?")])
    quiz.sent, quiz.heard = 3, 2
    shown = show(quiz, silent=True)
    shown.page.clock.run_for(4100)
    expect(shown.root.locator(".lessons-unrecorded")).to_be_visible()


def test_a_model_that_keeps_no_count(show: Show, make: SimpleNamespace) -> None:
    """Where nobody answers, as on an offline page, nothing is said, and no trait is set that the model has not."""
    quiz = Quiz([make.choice("First?"), make.choice("Second?")])
    quiz.keys = [name for name in quiz.keys if name not in ("sent", "heard", "seconds", "minutes")]
    shown = show(quiz)
    shown.focus()
    shown.press("b", "Enter")
    shown.page.clock.run_for(10_000)
    expect(shown.root.locator(".lessons-unrecorded")).to_be_hidden()
    assert shown.model("responses") == {"i-First?": "o1"}
    assert [shown.model(name) for name in ("sent", "heard", "seconds")] == [None, None, None]


def test_nothing_waits_when_the_widget_is_gone(show: Show, make: SimpleNamespace) -> None:
    """Cleaning up leaves no listener and no timer behind."""
    shown = begun(show, make, silent=True)
    assert shown.clean_up() == 0
    shown.page.clock.run_for(10_000)


def test_what_is_recorded_is_said(show: Show, make: SimpleNamespace) -> None:
    """Where there is a store, a quiet line says so once Python has kept the response, and not before; nobody is interrupted by it."""
    shown = begun(show, make, silent=True)
    shown.set("records", True)
    line = shown.root.locator(".lessons-recording")
    expect(line).to_be_hidden()
    shown.set("kept", 1)
    shown.set("heard", shown.model("sent"))
    expect(line).to_have_text("✓Recorded")
    assert shown.said() == "Right. Ben"
    shown.press("Enter", "b", "Enter")
    expect(line).to_be_hidden()
    shown.set("kept", 2)
    shown.set("heard", shown.model("sent"))
    expect(line).to_be_visible()


def test_trouble_of_the_store_is_said(show: Show, make: SimpleNamespace) -> None:
    """A full disk is named, once, as text; when it is over, all is recorded."""
    shown = begun(show, make, silent=True)
    shown.set("records", True)
    shown.set("trouble", "lessons.db: the disk is <b>full</b>; make room on it")
    shown.set("heard", shown.model("sent"))
    line = shown.root.locator(".lessons-unrecorded")
    words = "Not recorded: your responses. lessons.db: the disk is <b>full</b>; make room on it. You can go on."
    expect(line).to_have_text(words)
    assert shown.said() == words
    shown.press("Enter", "b", "Enter")
    assert shown.said() == "Right. Ben"
    shown.set("trouble", "")
    shown.set("kept", 2)
    shown.set("heard", shown.model("sent"))
    expect(shown.root.locator(".lessons-recording")).to_have_text("✓Recorded")
    expect(line).to_have_count(0)


def test_every_response_is_in_the_log_until_it_is_heard(show: Show, make: SimpleNamespace) -> None:
    """With its count, its item, what was responded, and the seconds it took; what was heard leaves it."""
    shown = begun(show, make, silent=True)
    assert shown.model("log") == [[1, "i-First?", "o1", 3]]
    shown.press("Enter")
    shown.page.clock.run_for(2000)
    shown.press("a", "Enter")
    assert [entry[1:] for entry in shown.model("log")] == [["i-First?", "o1", 3], ["i-Second?", "o0", 2]]
    shown.set("heard", shown.model("sent"))
    shown.press("Enter")
    shown.root.get_by_role("button", name="missed").click()
    shown.press("a", "Enter")
    assert [entry[1:3] for entry in shown.model("log")] == [["i-Second?", "o0"]], "the same response again is another attempt"
