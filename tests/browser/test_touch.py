"""With fingers: rows and options are dragged by their handles, everything else scrolls the page or is pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from lessons.widgets import Quiz

from .conftest import EVENTS, Shown

Show = Callable[..., Shown]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    context.set_default_timeout(5000)
    yield context
    context.close()


def swipe(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A finger put down, moved in steps and lifted, as the browser gets it from a screen."""
    finger = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    send("touchStart", start)
    for n in range(1, 9):
        send("touchMove", (start[0] + (end[0] - start[0]) * n / 8, start[1] + (end[1] - start[1]) * n / 8))
    send("touchEnd")


def middle(shown: Shown, selector: str, n: int = 0) -> tuple[float, float]:
    box = shown.root.locator(selector).nth(n).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_row_is_dragged_by_its_handle(show: Show, make: SimpleNamespace, page: Page) -> None:
    """A finger on the handle moves the row, and the page stays where it is."""
    shown = show(Quiz([make.ordering()]))
    swipe(page, middle(shown, ".lessons-handle", 0), middle(shown, ".lessons-handle", 2))
    assert shown.root.locator(".lessons-row .lessons-option-text").all_inner_texts() == [EVENTS[n] for n in (1, 2, 0, 3)]
    assert shown.said() == "The wall fell., now 3 of 4"
    assert page.evaluate("window.scrollY") == 0


def test_a_finger_beside_the_handle_scrolls(show: Show, make: SimpleNamespace, page: Page) -> None:
    """A finger on the text of a row, or of an option to match, scrolls the page and moves nothing."""
    shown = show(Quiz([make.ordering()]))
    page.evaluate("document.body.style.height = '3000px'")
    x, y = middle(shown, ".lessons-row .lessons-option-text", 3)
    swipe(page, (x, y), (x, y - 200))
    page.wait_for_function("window.scrollY > 50")
    assert shown.root.locator(".lessons-row .lessons-option-text").all_inner_texts() == list(EVENTS)


def test_an_option_is_dragged_by_its_handle(show: Show, make: SimpleNamespace, page: Page) -> None:
    """A finger on an option's handle carries it to a row."""
    shown = show(Quiz([make.matching()]))
    swipe(page, middle(shown, ".lessons-chip .lessons-handle", 0), middle(shown, ".lessons-match", 1))
    assert shown.root.locator(".lessons-slot-text").all_inner_texts() == ["Choose…", "1. The Hague", "Choose…"]


def test_an_option_is_tapped_and_then_its_row(show: Show, make: SimpleNamespace) -> None:
    """A tap on an option and one on a row put it there; a tap on a button of a row moves the row."""
    shown = show(Quiz([make.matching(), make.ordering()]))
    shown.root.get_by_role("button", name="2. Brussels").tap()
    shown.root.locator(".lessons-slot").first.tap()
    assert shown.root.locator(".lessons-slot-text").first.inner_text() == "2. Brussels"
    shown.root.get_by_role("button", name="Skip").tap()
    shown.root.get_by_role("button", name="Move down: The wall fell.").tap()
    assert shown.root.locator(".lessons-row .lessons-option-text").first.inner_text() == EVENTS[1]
    assert shown.root.locator(".lessons-handle").first.evaluate("one => getComputedStyle(one).touchAction") == "none"


def test_options_are_ticked_by_tapping(show: Show, make: SimpleNamespace) -> None:
    """A tap anywhere on a row ticks it."""
    shown = show(Quiz([make.several()]))
    shown.root.get_by_text("Norway").tap()
    shown.root.get_by_text("Canada").tap()
    shown.root.get_by_role("button", name="Check").tap()
    assert shown.text(".lessons-verdict").endswith("Right")
