"""axe finds nothing in a widget, in whichever state it is, light and dark, wide and narrow.

All rules that axe runs by itself, and those of WCAG 2.2 at levels A and AA by their tags, in one go. Only the widget's own element is
looked at: the page around it is the host's. What axe leaves undecided is looked at, too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from types import SimpleNamespace
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from lessons.widgets import Quiz

from .conftest import Shown
from .test_looks import CONTRASTS
from .walks import WALKS

Show = Callable[..., Shown]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Some rules are off unless a tag names them (target-size), so what the tags name is switched on beside what runs anyway, and so is what
# axe still tries out. axe does not measure a sign such as ✓; here that is done for it.
LOOK = """async ({ tags, off }) => {
  const named = new Set([...axe.getRules(tags), ...axe.getRules(["experimental"])].map((rule) => rule.ruleId));
  for (const id of [...axe.getRules(["deprecated"]).map((rule) => rule.ruleId), ...off]) named.delete(id);
  const rules = Object.fromEntries([...named].map((id) => [id, { enabled: true }]));
  const found = await axe.run({ include: [".lessons"] }, { rules, resultTypes: ["violations", "incomplete"] });
  const told = (results) => results.flatMap((rule) => rule.nodes.map((node) =>
    [rule.id, node.target.join(" "), [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" ")]));
  const isSign = ([rule, , message]) => rule === "color-contrast" && message.includes("only non-text characters");
  const undecided = told(found.incomplete);
  const measured = undecided.some(isSign) ? (CONTRASTS)(document.querySelector(".lessons")) : [];
  const faint = measured.filter(([, ratio]) => ratio < 4.5).map(([text, ratio]) => ["contrast", text, ratio.toFixed(2)]);
  const ran = Object.values(found).filter(Array.isArray).flat().map((rule) => rule.id);
  return { found: [...told(found.violations), ...undecided.filter((one) => !isSign(one)), ...faint], ran };
}""".replace("CONTRASTS", CONTRASTS)
# Two of those that axe tries out: one wants headings, but a widget does not know which level they would have in its host's page; the other
# says of everything hidden that it was not looked at.
OFF = ["p-as-heading", "hidden-content"]
RULES = {"color-contrast", "target-size", "label", "button-name", "aria-required-attr", "region", "label-content-name-mismatch"}
orders: list[tuple[Literal["light", "dark"], int]] = [("light", 900), ("light", 360), ("dark", 360), ("dark", 900)]
seen: dict[tuple[str, str], dict[str, list[list[str]]]] = {}


def look(page: Page) -> list[list[str]]:
    """What axe finds in the widget on the page, and what it leaves undecided."""
    told = page.evaluate(LOOK, {"tags": TAGS, "off": OFF})
    assert set(told["ran"]) >= RULES
    found: list[list[str]] = told["found"]
    return found


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
    page.clock.install()
    page.evaluate(AXE)
    walk = WALKS[name]
    widget = walk.widget(make)
    shown = show(widget, silent=walk.silent)
    shown.widget = widget  # for what Python does on the way
    shown.focus()
    for step in walk.steps:
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
    found = {f"{state}, {how}": some for (told_of, state), one in seen.items() if told_of == name for how, some in one.items() if some}
    assert not found, json.dumps(found, indent=1)


PLANTS = {
    "color-contrast": "root => { root.querySelector('.lessons-count').style.color = '#ccc'; }",
    "button-name": "root => { const one = root.querySelector('.lessons-keys'); one.replaceChildren(); one.title = ''; }",
    "label": "root => root.querySelector('label').replaceWith(root.querySelector('input'))",
    "target-size": "root => { root.querySelector('.lessons-actions').style.gap = 0; for (const one of root.querySelectorAll("
    "'.lessons-actions button')) one.style.cssText = 'min-height: 0; height: 12px; width: 12px; padding: 0; overflow: hidden'; }",
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
    page.evaluate(AXE)
    assert look(page) == []
    shown.root.evaluate(PLANTS[rule])
    assert rule in {found[0] for found in look(page)}
