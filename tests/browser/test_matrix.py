"""Every kind of item and every exam form, in practice and in a paper, by mouse and by keyboard alone, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from lessons.items import Item
from lessons.scoring import UPSC
from lessons.widgets import Exam, Quiz

from .conftest import EXAM, Shown
from .responding import by_keys, by_mouse, right, tab_to
from .test_looks import CONTRASTS

Show = Callable[..., Shown]

KINDS = ["single_choice", "multiple_response", "gap", "true_false", "ordering", "matching", *EXAM]


@pytest.fixture
def item(make: SimpleNamespace, kind: str) -> Item:
    """An item of the kind or form."""
    makers: dict[str, Callable[[], Item]] = {
        "single_choice": make.choice,
        "multiple_response": make.several,
        "gap": lambda: make.gap("1949-04-04"),
        "true_false": lambda: make.choice("The treaty was signed in 1949.", ("True", "False"), 0, kind="true_false"),
        "ordering": make.ordering,
        "matching": make.matching,
    }
    made = makers.get(kind, lambda: make.exam_form(kind))()
    assert kind in (made.kind, made.form)
    return made


class Hand:
    """A learner's hand: it responds and presses by mouse, or by keys alone."""

    def __init__(self, shown: Shown, way: str) -> None:
        self.shown, self.way = shown, way

    def respond(self, item: Item) -> None:
        (by_mouse if self.way == "mouse" else by_keys)(self.shown.root, item, right(item))

    def press(self, part: str, key: str = "") -> None:
        """Press a button; by keys with the key that does the same from anywhere, or else by going there."""
        if self.way == "mouse":
            self.shown.root.locator(f'[data-part="{part}"]').click()
        elif key:
            self.shown.press(key)
        else:
            tab_to(self.shown.root, part)
            self.shown.press("Enter")


def assert_explained(shown: Shown, scheme: str) -> None:
    """Right, where that comes from, and all of it legible, dark on light or light on dark."""
    surface = shown.root.locator(".lessons-body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert (surface == "rgb(255, 255, 255)") == (scheme == "light")
    expect(shown.root.locator(".lessons-verdict")).to_contain_text("Right")
    expect(shown.root.locator(".lessons-cite").first).to_contain_text("“A primer”, in The Press, 19 August 2022, ¶3 and ¶5")
    assert [found for found in shown.root.evaluate(CONTRASTS) if found[1] < 4.5] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("way", ["mouse", "keys"])
@pytest.mark.parametrize("kind", KINDS)
def test_practice(show: Show, item: Item, page: Page, way: str, scheme: Literal["light", "dark"]) -> None:
    """A right response is marked right, with its source; Python marks it the same; the end counts it."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    quiz = Quiz([item])
    shown = show(quiz)
    hand = Hand(shown, way)
    shown.focus()
    hand.respond(item)
    hand.press("check", "Enter")
    assert_explained(shown, scheme)
    quiz.responses = shown.model("responses")
    assert str(quiz.score) == "1 of 1"
    hand.press("next", "Enter")
    expect(shown.root.locator(".lessons-score")).to_contain_text("1 of 1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("way", ["mouse", "keys"])
@pytest.mark.parametrize("kind", KINDS)
def test_exam(show: Show, item: Item, page: Page, way: str, scheme: Literal["light", "dark"]) -> None:
    """A right response is kept without a word on it, and without its key in the page; handed in, Python marks it right, with its source."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    paper = Exam([item], marking=UPSC)
    shown = show(paper)
    hand = Hand(shown, way)
    shown.focus()
    hand.press("start")
    hand.respond(item)
    assert shown.root.locator(".lessons-verdict, .lessons-cite, .lessons-key").count() == 0
    hand.press("next", "Enter")
    expect(shown.root.locator("[data-part=title]")).to_have_text("Hand in your paper?")
    hand.press("hand-in")
    assert shown.model("handed_in")
    paper.responses, paper.handed_in = shown.model("responses"), True
    assert paper.result is not None
    assert (paper.result.right, paper.result.wrong, paper.result.blank, float(paper.result.net)) == (1, 0, 0, 2.0)
    shown.set("review", paper.review)
    expect(shown.root.locator(".lessons-score")).to_contain_text("2 of 2")
    hand.press("look")
    assert_explained(shown, scheme)
