"""axe finds nothing in a widget, in whichever state it is, light and dark, wide and narrow.

All rules that axe runs by itself, and those of WCAG 2.2 at levels A and AA by their tags, in one go. Only the widget's own element is
looked at: the page around it is the host's. What axe leaves undecided is looked at, too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from types import SimpleNamespace
from typing import Any, Literal, NamedTuple

import pytest
from playwright.sync_api import Page

from lessons.items import Item
from lessons.widgets import Cards, Quiz

from .conftest import Shown, matching, ordering
from .responding import by_keys
from .test_looks import CONTRASTS

Show = Callable[..., Shown]
Do = Callable[[Shown], object]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Some rules are off unless a tag names them (target-size), so what the tags name is switched on beside what runs anyway, and so is what
# axe still tries out.
LOOK = """async ({ tags, within, off }) => {
  const named = new Set([...axe.getRules(tags), ...axe.getRules(["experimental"])].map((rule) => rule.ruleId));
  for (const id of [...axe.getRules(["deprecated"]).map((rule) => rule.ruleId), ...off]) named.delete(id);
  const rules = Object.fromEntries([...named].map((id) => [id, { enabled: true }]));
  const found = await axe.run({ include: [within] }, { rules, resultTypes: ["violations", "incomplete"] });
  const told = (results) => results.flatMap((rule) => rule.nodes.map((node) =>
    [rule.id, node.target.join(" "), [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" ")]));
  const ran = Object.values(found).filter(Array.isArray).flat().map((rule) => rule.id);
  return { violations: told(found.violations), incomplete: told(found.incomplete), ran };
}"""
# Two of those that axe tries out: one wants headings, but a widget does not know which level they would have in its host's page; the other
# says of everything hidden that it was not looked at.
OFF = ["p-as-heading", "hidden-content"]
RULES = {"color-contrast", "target-size", "label", "button-name", "aria-required-attr", "region", "label-content-name-mismatch"}
# axe does not measure a sign such as ✓; we do.
SIGN = "only non-text characters"
orders: list[tuple[Literal["light", "dark"], int]] = [("light", 900), ("light", 360), ("dark", 360), ("dark", 900)]
seen: dict[tuple[str, str], dict[str, list[list[str]]]] = {}
FORMS = ("two_statements", "three_statements", "how_many", "statement_reason", "pairs", "lists", "chronology")
TOLD = {"since": "It is 32 now.", "erratum": "It was Tuesday.", "dispute": "Others say Cy.", "lesson": "Treaties"}


class Step(NamedTuple):
    """A state by its name, what leads to it from the one before, and what must then be there."""

    state: str
    do: Do
    seen: str


class Walk(NamedTuple):
    """A widget and the states to lead it through."""

    widget: Callable[[SimpleNamespace], Any]
    steps: list[Step]


def keys(*pressed: str) -> Do:
    return lambda shown: shown.press(*pressed)


def click(*names: str) -> Do:
    """Press buttons by what they say, one after the other."""

    def do(shown: Shown) -> None:
        for name in names:
            shown.root.get_by_role("button", name=name).first.click()

    return do


def part(*names: str) -> Do:
    """Press the parts of those names."""

    def do(shown: Shown) -> None:
        for name in names:
            shown.root.locator(f'[data-part="{name}"]').click()

    return do


def typed(text: str) -> Do:
    return lambda shown: shown.root.get_by_role("textbox").fill(text)


def matched(*options: int) -> Do:
    """Choose in each row's list."""
    return lambda shown: by_keys(shown.root, matching(), [f"o{n}" for n in options])


def ordered(*options: int) -> Do:
    """Put the rows in that order."""
    return lambda shown: by_keys(shown.root, ordering(), [f"o{n}" for n in options])


def both(*all_of: Do) -> Do:
    return lambda shown: [do(shown) for do in all_of]


def unfold(shown: Shown) -> None:
    for summary in shown.root.locator("summary").all():
        summary.click()


CHECK, NEXT = click("Check"), click("Next question")


def item(make: SimpleNamespace, kind: str, n: int) -> Item:
    """The n-th item of a kind or an exam form; no two have one id."""
    stem = f"Question {n}: which is it?"
    if kind == "true_false":
        return make.choice(stem, ("True", "False"), 0, kind="true_false", **TOLD)
    return make.exam_form(kind, stem, **TOLD) if kind in FORMS else getattr(make, kind)(stem=stem, **TOLD)


def quiz(*kinds: str) -> Callable[[SimpleNamespace], Quiz]:
    return lambda make: Quiz([item(make, kind, n) for n, kind in enumerate(kinds)])


def choices(make: SimpleNamespace) -> Quiz:
    return Quiz([make.choice(f"{n} signed first?", **TOLD) for n in ("Who", "And who", "But who", "Then who")], title="Practice")


def typing(make: SimpleNamespace) -> Quiz:
    return Quiz(
        [make.gap("1949-04-04", **TOLD), make.gap(("Brussels",), "The seat is in _____.", **TOLD), make.gap(8, "How many?", **TOLD)]
    )


WALKS: dict[str, Walk] = {
    "choice": Walk(
        choices,
        [
            Step("unanswered", keys(), ".lessons-option"),
            Step("keys open", keys("?"), ".lessons-keylist:not([hidden])"),
            Step("notice", keys("?", "Enter"), ".lessons-notice:not(:empty)"),
            Step("chosen", keys("b"), "input:checked"),
            Step("right", CHECK, ".lessons-feedback.is-right"),
            Step("wrong", both(NEXT, keys("a"), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", both(NEXT, click("Finish")), ".lessons-score"),
        ],
    ),
    "several": Walk(
        quiz("several", "several", "several", "several"),
        [
            Step("unanswered", keys(), "input[type=checkbox]"),
            Step("notice", keys("Enter"), ".lessons-notice:not(:empty)"),
            Step("right", both(keys("a", "c"), CHECK), ".lessons-feedback.is-right"),
            Step("partly right", both(NEXT, keys("a"), CHECK), ".lessons-feedback.is-partly"),
            Step("wrong", both(NEXT, keys("b"), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", click("See how it went"), ".lessons-score"),
        ],
    ),
    "gap": Walk(
        typing,
        [
            Step("unanswered", keys(), "input[type=text]"),
            Step("asked about", both(typed("1949"), CHECK), ".lessons-notice:not(:empty)"),
            Step("wrong", both(typed("5 May 1950"), CHECK), ".lessons-feedback.is-wrong"),
            Step("right", both(NEXT, typed("Brussels"), CHECK), ".lessons-feedback.is-right"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", click("See how it went"), ".lessons-score"),
        ],
    ),
    "true_false": Walk(
        quiz("true_false", "true_false", "true_false"),
        [
            Step("unanswered", keys(), ".lessons-option"),
            Step("right", both(keys("a"), CHECK), ".lessons-feedback.is-right"),
            Step("wrong", both(NEXT, keys("b"), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
        ],
    ),
    "ordering": Walk(
        quiz("ordering", "ordering", "ordering", "ordering"),
        [
            Step("unanswered", keys(), "[data-part=row-0]"),
            Step("notice", keys("Enter"), ".lessons-notice:not(:empty)"),
            Step("moved", ordered(3, 0, 1, 2), "[data-part=row-0]"),
            Step("partly right", CHECK, ".lessons-feedback.is-partly"),
            Step("right", both(NEXT, ordered(3, 1, 0, 2), CHECK), ".lessons-feedback.is-right"),
            Step("wrong", both(NEXT, ordered(2, 0, 1, 3), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", click("See how it went"), ".lessons-score"),
        ],
    ),
    "matching": Walk(
        quiz("matching", "matching", "matching", "matching"),
        [
            Step("unanswered", keys(), "select"),
            Step("notice", keys("Enter"), ".lessons-notice:not(:empty)"),
            Step("an option picked", part("chip-1"), ".is-picking"),
            Step("matched", matched(1, 0, 2), "select"),
            Step("right", CHECK, ".lessons-feedback.is-right"),
            Step("partly right", both(NEXT, matched(1, 2), CHECK), ".lessons-feedback.is-partly"),
            Step("wrong", both(NEXT, matched(3, 2, 0), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", click("See how it went"), ".lessons-score"),
        ],
    ),
    "cards": Walk(
        lambda make: Cards([make.card(**TOLD), make.card("Who signed _____ first?", "Ben", **TOLD | {"lesson": "Two"})], title="Cards"),
        [
            Step("front", keys(), ".lessons-front"),
            Step("back", click("Show the back"), ".lessons-back"),
            Step("keys open", keys("?"), ".lessons-keylist:not([hidden])"),
        ],
    ),
    "nothing": Walk(lambda _: Quiz([]), [Step("no questions", keys(), ".lessons-end-words")]),
    "no cards": Walk(lambda _: Cards([]), [Step("no cards", keys(), ".lessons-count")]),
}
WALKS |= {
    form: Walk(
        quiz(form, form, form),
        [
            Step("unanswered", keys(), ".lessons-closing"),
            Step("right", both(keys("b"), CHECK, unfold), ".lessons-feedback.is-right"),
            Step("wrong", both(NEXT, keys("a"), CHECK, unfold), ".lessons-feedback.is-wrong"),
            Step("the end", both(NEXT, click("Finish")), ".lessons-score"),
        ],
    )
    for form in FORMS
}


def look(page: Page) -> list[list[str]]:
    """What axe finds in the widget on the page, and what it leaves undecided and we find."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    found = page.evaluate(LOOK, {"tags": TAGS, "within": ".lessons", "off": OFF})
    assert set(found["ran"]) >= RULES
    undecided = [one for one in found["incomplete"] if one[0] != "color-contrast" or SIGN not in one[2]]
    faint = [["contrast", text, f"{ratio:.2f}"] for text, ratio in page.locator(".lessons").evaluate(CONTRASTS) if ratio < 4.5]
    return [*found["violations"], *undecided, *faint]


def looks(page: Page) -> Iterator[str]:
    """The page in each theme and width; only one of the two changes from look to look, and from state to state none."""
    orders.reverse()
    for scheme, width in orders:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        yield f"{scheme}, {width} px"


@pytest.mark.parametrize("name", WALKS)
def test_axe_finds_nothing(show: Show, make: SimpleNamespace, page: Page, told: Any, name: str) -> None:
    """No rule is violated in any state, light and dark, wide and narrow."""
    page.emulate_media(reduced_motion="reduce")
    shown = show(WALKS[name].widget(make))
    shown.focus()
    for step in WALKS[name].steps:
        try:
            step.do(shown)
            shown.root.locator(step.seen).first.wait_for()
        except Exception as error:
            error.add_note(f"on the way to: {step.state}")
            raise
        seen[name, step.state] = {how: look(page) for how in looks(page)}
    told(
        "axe", [f"{len(seen)} states in {len(orders)} looks, {sum(len(found) for one in seen.values() for found in one.values())} findings"]
    )
    found = {f"{state}, {how}": some for (walk, state), one in seen.items() if walk == name for how, some in one.items() if some}
    assert not found, json.dumps(found, indent=1)


PLANTS = {
    "color-contrast": "root => { root.querySelector('.lessons-count').style.color = '#ccc'; }",
    "button-name": "root => { const one = root.querySelector('.lessons-keys'); one.replaceChildren(); one.title = ''; }",
    "label": "root => root.querySelector('label').replaceWith(root.querySelector('input'))",
    "target-size": "root => { for (const one of root.querySelectorAll('.lessons-actions *')) one.style.cssText = "
    "'position: absolute; top: 0; left: 0; width: 9px; min-height: 0; height: 9px; padding: 0; overflow: hidden'; }",
    "aria-valid-attr-value": "root => root.querySelector('.lessons-keys').setAttribute('aria-expanded', 'perhaps')",
    "contrast": "root => { root.querySelector('.lessons-sign').style.color = '#ddd'; }",
}


@pytest.mark.parametrize("rule", PLANTS)
def test_axe_finds_what_is_planted(show: Show, make: SimpleNamespace, page: Page, rule: str) -> None:
    """The check sees faint text and signs, controls without a name, small targets and broken references."""
    shown = show(Quiz([make.choice(), make.choice("Second?")]))
    shown.focus()
    if rule == "contrast":
        shown.press("b", "Enter")
    page.emulate_media(reduced_motion="reduce")
    assert look(page) == []
    shown.root.evaluate(PLANTS[rule])
    assert rule in {found[0] for found in look(page)}
