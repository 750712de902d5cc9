"""Points: the labels of bullets and of counted paragraphs, with what they label."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.explaining.points import points
from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import Page, page
from lessons.drafting.records import Head

CASES = json.loads((Path(__file__).parents[1] / "cases/drafting/points.json").read_text(encoding="utf-8"))


def laid_out(text: str) -> Page:
    return page(text, lines_of(text), (), Head())


def _cases() -> list[Any]:
    marks = [[pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else [] for case in CASES]
    return [pytest.param(case, marks=mark, id=case["why"]) for case, mark in zip(CASES, marks, strict=True)]


@pytest.mark.parametrize("case", _cases())
def test_points(case: dict[str, Any]) -> None:
    """The labels that a reader would write down, each with its explanation and heading, and no others."""
    text = case["text"]
    found = [
        {"quote": text[one.start : one.end], "explanation": text[slice(*one.explanation)], "heading": one.heading}
        for one in points(laid_out(text))
    ]
    assert found == case["found"]
