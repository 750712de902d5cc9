"""What draws the widgets comes to a page once: a module and styles that all widgets of a kind share."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

import lessons
from lessons.widgets import Cards, Exam, Quiz
from tests.test_widgets import card

# A host with Jupyter's models: `get_model` knows those that were sent.
HOST = """async ({ esm, models, refers }) => {
  const modelOf = (state) => ({ get: (name) => state[name], on: () => {}, off: () => {}, set: () => {}, save_changes: () => {} });
  const widget_manager = { get_model: async (id) => {
    if (!(id in models)) throw new Error(`widget model not found: ${id}`);
    return modelOf(models[id]);
  } };
  window.loads ??= 0;
  const el = document.querySelector("main").appendChild(document.createElement("div"));
  const { default: widget } = await import(URL.createObjectURL(new Blob([esm], { type: "text/javascript" })));
  const model = { ...modelOf({ _front_end: refers }), widget_manager };
  const cleanUp = await widget.render({ model, el }).catch((error) => String(error));
  return [typeof cleanUp === "function" ? cleanUp() : cleanUp, window.loads, document.head.querySelectorAll("style").length];
}"""
MODULE = "window.loads += 1; export default { render({ el }) { el.append('drawn'); return () => 'gone'; } };"
FRONT = {"module": MODULE, "styles": ".drawn { color: teal }", "key": "k1"}


# As anywidget does with a model that has come: its module's `initialize` is called, and waited for.
ARRIVES = """async ({ esm, state }) => {
  window.loads ??= 0;
  const { default: hooks } = await import(URL.createObjectURL(new Blob([esm], { type: "text/javascript" })));
  await hooks.initialize({ model: { get: (name) => state[name] } });
  return window.loads;
}"""


def hosted(page: Page, models: dict[str, Any], refers: str = "IPY_MODEL_f") -> list[Any]:
    """What the clean-up gives, how often the module was loaded, how many style sheets there are."""
    found: list[Any] = page.evaluate(HOST, {"esm": Quiz._esm, "models": models, "refers": refers})
    return found


@pytest.fixture(autouse=True)
def bare(page: Page) -> None:
    page.set_content("<!doctype html><html lang='en'><head></head><body><main></main></body></html>")


def test_widgets_of_a_kind_share_one_module(page: Page) -> None:
    """The second finds what the first brought; another text comes beside it. What the module gives for cleaning up reaches the host."""
    assert hosted(page, {"f": FRONT}) == ["gone", 1, 1]
    assert hosted(page, {"f": FRONT}) == ["gone", 1, 1]
    assert hosted(page, {"f": FRONT | {"key": "k2"}}) == ["gone", 2, 2]
    expect(page.locator("main")).to_have_text("drawndrawndrawn")


def test_a_front_end_that_is_missing_is_said(page: Page) -> None:
    """A page that has the widget but not its front end says so, and what to do; afterwards it is drawn as if nothing had been."""
    [error, loads, _] = hosted(page, {})
    assert ("widget model not found: f" in error, loads) == (True, 0)
    expect(page.locator("main")).to_have_text("This cannot be drawn, as a part of it is not on this page. Run its cell again.")
    assert hosted(page, {"f": FRONT})[0] == "gone"


def test_a_module_that_does_not_load_is_tried_again(page: Page) -> None:
    """What went wrong once is not kept."""
    assert "SyntaxError" in hosted(page, {"f": FRONT | {"module": "export default {"}})[0]
    assert hosted(page, {"f": FRONT}) == ["gone", 1, 1]


def test_a_fault_in_drawing_is_not_put_down_to_a_missing_part(page: Page) -> None:
    """What the module itself throws reaches the host, and nothing else is claimed."""
    faulty = "window.loads += 1; export default { render() { throw new Error('a fault of ours'); } };"
    assert hosted(page, {"f": FRONT | {"module": faulty}})[:2] == ["Error: a fault of ours", 1]
    expect(page.locator("main")).to_have_text("")


def test_a_front_end_loads_when_it_has_come(page: Page) -> None:
    """Sent ahead, it is there once its widget comes; one that does not load is left to the widget, which says so."""
    sent = Quiz.send_ahead()
    assert page.evaluate(ARRIVES, {"esm": sent._esm, "state": FRONT}) == 1
    assert hosted(page, {"f": FRONT}) == ["gone", 1, 1]
    assert page.evaluate(ARRIVES, {"esm": sent._esm, "state": FRONT | {"key": "k3", "module": "export default {"}}) == 1
    assert "SyntaxError" in hosted(page, {"f": FRONT | {"key": "k3", "module": "export default {"}})[0]


def test_a_front_end_goes_ahead_of_what_it_draws() -> None:
    """It is sent before the items are picked, and is the one that the quiz refers to."""
    sent = Exam.send_ahead()
    assert sent is Exam.send_ahead()
    assert lessons.exam(lessons.read(), n=2)._front_end is sent


def test_python_sends_a_front_end_once() -> None:
    """Two quizzes refer to one model, cards to another; after it was closed there is a new one."""
    one, two, cards = Quiz([]), Quiz([]), Cards([card("a")])
    assert one._front_end is two._front_end is not cards._front_end
    assert one.get_state()["_front_end"] == f"IPY_MODEL_{one._front_end.model_id}"
    assert len(one._esm) < 2_000
    assert not hasattr(one, "_css")
    one._front_end.close()  # as `Widget.close_all()` does
    three = Quiz([])
    assert three._front_end is not one._front_end
    assert three._front_end.comm is not None
