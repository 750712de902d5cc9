"""Pages: headings, bullets, rows, quotations and paragraphs in their order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import Page, page
from lessons.drafting.records import Head

CASES = json.loads((Path(__file__).parents[1] / "cases/drafting/pages.json").read_text(encoding="utf-8"))


def laid_out(text: str, *taken: str) -> Page:
    spans = tuple((text.index(one), text.index(one) + len(one)) for one in taken)
    return page(text, lines_of(text), spans, Head())


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_parts(case: dict[str, Any]) -> None:
    """A page falls into the parts that a reader sees."""
    text = case["text"]
    found = laid_out(text, *case.get("taken", ())).parts
    assert [[part.role, part.depth, " ".join(text[part.start : part.end].split())] for part in found] == case["parts"]


def test_numbers_and_headings() -> None:
    """Every part but a heading counts as a paragraph, and knows the heading above it."""
    found = laid_out("It rained.\n\nAims:\n\n• Peace.\n• Trade.\n\nOther things\n\nNone were named at the time.")
    assert [(part.number, part.heading) for part in found.parts] == [
        (1, None),
        (2, "Aims"),
        (2, "Aims"),
        (3, "Aims"),
        (4, "Other things"),
        (4, "Other things"),
    ]
    assert [found.text[start:end] for start, end in found.paragraphs][1:3] == ["Peace.", "Trade."]


def test_clutter_is_left_out() -> None:
    """What is clutter is no part, whole lines or the rest of one."""
    found = laid_out("It rained.\nRead more\nIt snowed.", "Read more")
    assert [found.text[part.start : part.end] for part in found.parts] == ["It rained.", "It snowed."]
