"""The browser's marking against the table that Python is held to."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

from playwright.sync_api import Page

from lessons.scoring import Score, score, total
from lessons.widgets.source import joined

CASES = json.loads((Path(__file__).parents[1] / "cases" / "scoring.json").read_text(encoding="utf-8"))
MARK = """async ([esm, cases]) => {
  const { render: score } = (await import(URL.createObjectURL(new Blob([esm], { type: "text/javascript" })))).default;
  return cases.map(({ item, response }) => score(item, response));
}"""


TOTALS = """async ([esm, lists]) => {
  const { render: total } = (await import(URL.createObjectURL(new Blob([esm], { type: "text/javascript" })))).default;
  return lists.map((marks) => String(total(marks.map((one) => ({ marks: one })))));
}"""


def test_marks_as_the_table_of_cases_says(page: Page) -> None:
    """Every row gets the verdict, the message and the marks in the browser that the table says."""
    scores = page.evaluate(MARK, [joined("scoring.js", render="score"), CASES])
    found = [(score["verdict"], score["message"] if "message" in case else None) for score, case in zip(scores, CASES, strict=True)]
    wanted = [(case["verdict"], case.get("message")) for case in CASES]
    differ = [(case["item"]["key"], case["response"], got) for case, got, want in zip(CASES, found, wanted, strict=True) if got != want]
    assert differ == []
    wanted_marks = [Fraction(*case.get("marks", (case["verdict"] == "right", 1))) for case in CASES]
    assert [score["marks"] for score in scores] == [float(marks) for marks in wanted_marks]
    assert all(score["out_of"] == 1 for score in scores)


def test_marks_whatever_is_given_as_python_does(page: Page) -> None:
    """Hundreds of responses drawn at random, readable and not, get the same score from both."""
    rng = random.Random(11)
    cases = []
    for _ in range(600):
        kind = rng.choice(["single_choice", "multiple_response", "ordering", "matching"])
        ids = list("abcdef"[: rng.randint(2, 6)])
        key = rng.sample(ids, len(ids) if kind == "ordering" else rng.randint(1, len(ids)))
        near = rng.sample(ids, len(ids) if kind == "ordering" else len(key))
        response = near if rng.random() < 0.6 else [rng.choice([*ids, "", "z"]) for _ in range(rng.randint(0, len(key) + 1))]
        cases.append({"item": {"kind": kind, "options": [{"id": one, "text": one} for one in ids], "key": key}, "response": response})
    found = page.evaluate(MARK, [joined("scoring.js", render="score"), cases])
    for case, got in zip(cases, found, strict=True):
        options = tuple(SimpleNamespace(**option) for option in case["item"]["options"])
        wanted = score(SimpleNamespace(kind=case["item"]["kind"], options=options, key=tuple(case["item"]["key"])), case["response"])
        assert (got["verdict"], got["message"], got["marks"]) == (wanted.verdict, wanted.message, float(wanted.marks)), case


def test_totals_read_as_python_writes_them(page: Page) -> None:
    """Thirds, tenths and halves of hundredths add up to the same text."""
    lists = (
        [[Fraction(1, 3)] * n for n in range(5)]
        + [[Fraction(n, 8)] for n in range(9)]
        + [[Fraction(n, 15), Fraction(1, 10)] for n in range(16)]
    )
    wanted = [str(total(Score(marks=one, out_of=Fraction(1), verdict="partly") for one in marks)).split(" of ")[0] for marks in lists]
    esm = joined("score_records.js", render="totalMarks")
    assert page.evaluate(TOTALS, [esm, [[float(one) for one in marks] for marks in lists]]) == wanted
