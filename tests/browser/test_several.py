"""Several right options: ticked by mouse and by key, marked in shares."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from lessons.widgets import Quiz

from .conftest import Shown, plainly

Show = Callable[..., Shown]


def test_several_by_mouse(show: Show, make: SimpleNamespace) -> None:
    """Rows are ticked and left again by pressing them; Check says what is right, chosen or not, in words on each row."""
    shown = show(Quiz([make.several()]))
    assert shown.text(".lessons-meta") == "Treaties · Choose all that are right"
    shown.root.get_by_text("Malta").click()
    shown.root.get_by_text("Malta").click()
    shown.root.get_by_label("Norway").check()
    shown.root.get_by_text("Sweden before 2024").click()
    shown.root.get_by_role("button", name="Check").click()
    assert shown.text(".lessons-verdict").endswith("Not right this time")
    tags = [plainly(tag) for tag in shown.root.locator(".lessons-tag").all_inner_texts()]
    assert tags == ["✓ Your choice", "✗ Your choice", "✓ Right, but not chosen"]
    assert shown.root.get_by_role("checkbox", disabled=True).count() == 4
    assert shown.model("responses") == {"i-Which of these are allies?": ["o0", "o1"]}


def test_several_by_keyboard(show: Show, make: SimpleNamespace) -> None:
    """Digits and letters tick and untick, space ticks natively, Enter checks and goes on."""
    shown = show(Quiz([make.several(), make.choice()]))
    shown.focus()
    shown.press("1", "c", "2", "B")
    assert [box.is_checked() for box in shown.root.get_by_role("checkbox").all()] == [True, False, True, False]
    assert shown.focused() == "option-1"
    shown.press("Space")
    assert shown.root.get_by_label("Sweden").is_checked()
    shown.press("Space", "Enter")
    assert shown.text(".lessons-verdict").endswith("Right")
    assert shown.focused() == "next"
    shown.press("Enter")
    assert shown.text(".lessons-count") == "Question 2 of 2"


def test_a_share_is_partly_right(show: Show, make: SimpleNamespace) -> None:
    """Some of the right ones are partly right: the verdict says so, and how many they are, in the page and in the live region."""
    shown = show(Quiz([make.several()]))
    shown.focus()
    shown.press("a", "Enter")
    assert plainly(shown.text(".lessons-verdict")) == "◐ Partly right"
    assert shown.text(".lessons-message") == "1 of 2 chosen."
    assert shown.said() == "Partly right. The answer: Norway; Canada 1 of 2 chosen."


def test_nothing_ticked_is_asked_for(show: Show, make: SimpleNamespace) -> None:
    """Check with nothing ticked, or nothing any more, marks nothing; ticking takes the words away and keeps what was ticked."""
    shown = show(Quiz([make.several()]))
    shown.focus()
    shown.press("a", "a", "Enter")
    assert shown.text(".lessons-notice") == "Choose at least one option first."
    assert shown.focused() == "option-0"
    shown.press("b", "c")
    assert shown.text(".lessons-notice") == ""
    assert [box.is_checked() for box in shown.root.get_by_role("checkbox").all()] == [False, True, True, False]
    shown.press("ArrowRight", "ArrowLeft")
    assert shown.root.get_by_label("Canada").is_checked(), "what was ticked and not checked yet is kept"


def test_parts_tell_what_is_known_of_the_options(show: Show, make: SimpleNamespace) -> None:
    """The feedback takes the options one by one, correct or not in words, each with its own source; the common source is not repeated."""
    shown = show(Quiz([make.several(since="There are 32 now.")]))
    shown.root.get_by_role("button", name="Show me").click()
    labels = [plainly(label) for label in shown.root.locator(".lessons-part-label").all_inner_texts()]
    assert labels == ["✓ Norway – correct", "✗ Sweden before 2024 – incorrect"]
    assert shown.root.locator(".lessons-source").count() == 0
    assert shown.root.locator(".lessons-part .lessons-cite").count() == 2
    assert shown.root.locator(".lessons-part .lessons-note").count() == 1
    shown.root.get_by_text("In the note’s words").first.click()
    assert shown.root.get_by_text("Norway signed in 1949. (¶3)").is_visible()


@pytest.mark.parametrize(
    ("response", "words"),
    [(["o0", "o2"], "Right"), (["o2"], "Partly right"), (["o1"], "Not right"), ("", "Here it is"), ([], "Here it is")],
)
def test_several_are_taken_up_where_they_were_left(show: Show, make: SimpleNamespace, response: list[str], words: str) -> None:
    """Responses that Python holds are drawn as they were marked, and the quiz opens behind them."""
    quiz = Quiz([make.several(), make.choice()])
    quiz.responses = {"i-Which of these are allies?": response}
    shown = show(quiz)
    assert shown.text(".lessons-count") == "Question 2 of 2"
    shown.focus()
    shown.press("p")
    assert words in shown.text(".lessons-verdict")
    ticked = [n for n, box in enumerate(shown.root.get_by_role("checkbox").all()) if box.is_checked()]
    assert ticked == [int(one[1:]) for one in response]
