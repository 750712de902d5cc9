"""The browser's marking against the table that Python is held to."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page

from lessons.widgets.source import joined

CASES = json.loads((Path(__file__).parents[1] / "cases" / "scoring.json").read_text(encoding="utf-8"))
MARK = """async ([esm, cases]) => {
  const { render: score } = (await import(URL.createObjectURL(new Blob([esm], { type: "text/javascript" })))).default;
  return cases.map(({ item, response }) => score(item, response));
}"""


def test_marks_as_the_table_of_cases_says(page: Page) -> None:
    """Every row gets the verdict and message in the browser that the table says, and one mark where it is right."""
    scores = page.evaluate(MARK, [joined("scoring.js", render="score"), CASES])
    found = [(score["verdict"], score["message"] if "message" in case else None) for score, case in zip(scores, CASES, strict=True)]
    wanted = [(case["verdict"], case.get("message")) for case in CASES]
    differ = [(case["item"]["key"], case["response"], got) for case, got, want in zip(CASES, found, wanted, strict=True) if got != want]
    assert differ == []
    assert all(score["marks"] == (score["verdict"] == "right") and score["out_of"] == 1 for score in scores)
