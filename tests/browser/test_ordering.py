"""Putting in order: by dragging, by arrow keys, by the rows' own buttons."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page

from lessons.widgets import Quiz

from .conftest import EVENTS, Shown, plainly

Show = Callable[..., Shown]
ID = "i-Put these events in order, the earliest first."


def texts(shown: Shown) -> list[int]:
    """The events as they stand, by their place in the item."""
    return [EVENTS.index(text) for text in shown.root.locator(".lessons-row .lessons-option-text").all_inner_texts()]


def drag(shown: Shown, start: int, end: int, *, drop: bool = True) -> None:
    """Drag the row at one place to another place by mouse."""
    boxes = [row.bounding_box() or {} for row in shown.root.locator(".lessons-row").all()]
    x = boxes[start]["x"] + 120
    mouse = shown.page.mouse
    mouse.move(x, boxes[start]["y"] + boxes[start]["height"] / 2)
    mouse.down()
    mouse.move(x, boxes[end]["y"] + boxes[end]["height"] / 2, steps=6)
    if drop:
        mouse.up()


def test_order_by_mouse(show: Show, make: SimpleNamespace) -> None:
    """A row is dragged to its place, down and up; the live region says where it is now, and it keeps the focus."""
    shown = show(Quiz([make.ordering()]))
    assert shown.text(".lessons-meta") == "Treaties · Put in order"
    drag(shown, 3, 0)
    assert texts(shown) == [3, 0, 1, 2]
    assert shown.said() == "The war ended., now 1 of 4"
    assert shown.focused() == "row-0"
    drag(shown, 1, 2)
    assert texts(shown) == [3, 1, 0, 2]
    assert shown.root.locator(".lessons-row .lessons-letter").all_inner_texts() == ["1", "2", "3", "4"]
    shown.root.get_by_role("button", name="Check").click()
    assert shown.text(".lessons-verdict").endswith("Right")
    assert shown.model("responses") == {ID: ["o3", "o1", "o0", "o2"]}


def test_a_drag_can_be_taken_back(show: Show, make: SimpleNamespace) -> None:
    """Escape during a drag leaves the order as it was; a press that hardly moves is no drag."""
    shown = show(Quiz([make.ordering()]))
    drag(shown, 0, 3, drop=False)
    assert shown.root.locator(".is-dragged").count() == 1
    shown.press("Escape")
    shown.page.mouse.up()
    assert texts(shown) == [0, 1, 2, 3]
    assert shown.root.locator(".is-dragged, .is-dragging").count() == 0
    assert shown.root.locator(".lessons-row").evaluate_all("rows => rows.every((row) => !row.style.translate)")
    shown.root.locator(".lessons-row").first.click()
    shown.press("Enter")
    assert shown.text(".lessons-notice") == "Put them in order first."


def test_order_by_keyboard(show: Show, make: SimpleNamespace) -> None:
    """A digit leads to a row, arrows move it and keep it focused, the ends hold; sideways arrows still change the question."""
    shown = show(Quiz([make.ordering(), make.choice()]))
    shown.focus()
    shown.press("4")
    assert shown.focused() == "row-3"
    shown.press("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp")
    assert (texts(shown), shown.focused(), shown.said()) == ([3, 0, 1, 2], "row-0", "The war ended., now 1 of 4")
    shown.press("b", "ArrowDown")
    assert (texts(shown), shown.focused(), shown.said()) == ([3, 1, 0, 2], "row-2", "The wall fell., now 3 of 4")
    assert shown.root.locator("[data-part=row-2]").get_attribute("aria-label") == "The wall fell., 3 of 4"
    shown.press("ArrowRight")
    assert shown.text(".lessons-count") == "Question 2 of 2"
    shown.press("ArrowLeft")
    assert texts(shown) == [3, 1, 0, 2], "an order that was not checked yet is kept"
    shown.press("Enter")
    assert shown.text(".lessons-verdict").endswith("Right")


def test_arrows_move_no_row_without_its_focus(show: Show, make: SimpleNamespace) -> None:
    """Up and down do nothing to the order where no row has the focus."""
    shown = show(Quiz([make.ordering()]))
    shown.focus()
    shown.press("ArrowDown", "ArrowUp")
    shown.root.locator("[data-part=down-1]").focus()
    shown.press("ArrowDown")
    assert texts(shown) == [0, 1, 2, 3]


def test_order_by_the_rows_buttons(show: Show, make: SimpleNamespace) -> None:
    """Each row has a button up and one down with the event in its name; at an end, where the button is off, the row has the focus."""
    shown = show(Quiz([make.ordering()]))
    shown.root.get_by_role("button", name="Move down: The wall fell.").click()
    assert (texts(shown), shown.focused()) == ([1, 0, 2, 3], "down-1")
    shown.root.get_by_role("button", name="Move up: The wall fell.").press("Enter")
    assert (texts(shown), shown.focused()) == ([0, 1, 2, 3], "row-0")
    assert shown.root.get_by_role("button", name="Move up: The wall fell.").is_disabled()
    assert shown.root.get_by_role("button", name="Move down: The war ended.").is_disabled()


def test_an_order_that_was_not_touched_is_asked_for(show: Show, make: SimpleNamespace) -> None:
    """Check before anything was moved marks nothing; who has moved a row back may check it, and the words go with the first move."""
    shown = show(Quiz([make.ordering()]))
    shown.root.get_by_role("button", name="Check").click()
    assert (shown.text(".lessons-notice"), shown.said()) == ("Put them in order first.", "Put them in order first.")
    assert (shown.focused(), shown.model("responses")) == ("row-0", {})
    shown.press("ArrowDown")
    assert shown.text(".lessons-notice") == ""
    shown.press("ArrowUp", "Enter")
    assert shown.model("responses") == {ID: ["o0", "o1", "o2", "o3"]}
    assert shown.text(".lessons-verdict").endswith("Not right this time")


@pytest.mark.parametrize(
    ("response", "words", "tags"),
    [
        (["o3", "o1", "o0", "o2"], "Right", ["✓ In its place"] * 4),
        (["o3", "o0", "o1", "o2"], "Partly right", ["✓ In its place", "✗ Belongs 3rd", "✗ Belongs 2nd", "✓ In its place"]),
        (["o2", "o0", "o1", "o3"], "Not right", ["✗ Belongs 4th", "✗ Belongs 3rd", "✗ Belongs 2nd", "✗ Belongs 1st"]),
        ("", "Here it is", []),
    ],
)
def test_a_marked_order(show: Show, make: SimpleNamespace, response: list[str], words: str, tags: list[str]) -> None:
    """Taken up again, each row says in words whether it stands in its place; the right order is shown with its sources; nothing moves."""
    quiz = Quiz([make.ordering(), make.choice()])
    quiz.responses = {ID: response}
    shown = show(quiz)
    assert shown.text(".lessons-count") == "Question 2 of 2"
    shown.focus()
    shown.press("p")
    assert words in shown.text(".lessons-verdict")
    assert [plainly(tag) for tag in shown.root.locator(".lessons-tag").all_inner_texts()] == tags
    assert texts(shown) == [int(one[1:]) for one in response or ["o3", "o1", "o0", "o2"]]
    parts = shown.root.locator(".lessons-part > p:first-child").all_inner_texts()
    assert parts == ["1 1946: The war ended.", "2 1947: The treaty was signed.", "3 1948: The wall fell.", "4 1949: The club was named."]
    assert shown.root.locator(".lessons-handle, .lessons-step").count() == 0


def test_the_right_order_without_parts(show: Show, make: SimpleNamespace) -> None:
    """Where an item has no parts, the right order is a list of its own and the source is the common one."""
    quiz = Quiz([make.ordering()])
    quiz.items = [item | {"parts": []} for item in quiz.items]
    shown = show(quiz)
    shown.focus()
    shown.press("1", "ArrowDown", "Enter")
    assert shown.root.locator(".lessons-right-order li").all_inner_texts() == [EVENTS[n] for n in (3, 1, 0, 2)]
    assert shown.root.locator(".lessons-source").count() == 1


def test_a_drag_follows_a_page_that_scrolls(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Where the page scrolls under a drag, the row goes where the pointer is."""
    page.set_viewport_size({"width": 900, "height": 420})
    shown = show(Quiz([make.ordering()]))
    drag(shown, 0, 1, drop=False)
    page.mouse.wheel(0, 60)
    page.wait_for_function("window.scrollY > 50")
    box = shown.root.locator("[data-part=row-3]").bounding_box() or {}
    page.mouse.move(box["x"] + 120, box["y"] + box["height"], steps=3)
    page.mouse.up()
    assert texts(shown) == [1, 2, 3, 0]
