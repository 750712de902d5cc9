"""The head of a page: title, author, publisher, date of publication, and the lines that hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.pages.layout import lines_of
from lessons.drafting.records import Head
from lessons.drafting.surroundings.clutter import clutter
from lessons.drafting.surroundings.head import head

CASES = Path(__file__).parents[1] / "cases" / "drafting"
SMALL = json.loads((CASES / "head.json").read_text(encoding="utf-8"))
PAGES = json.loads((CASES / "clutter.json").read_text(encoding="utf-8"))
PROSE = "The old ferry has stopped for good, and the people of the island must find another way to the market."


def read(text: str, published: str | None = None) -> Head:
    lines = lines_of(text)
    return head(text, lines, clutter(text, lines), published)


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case["why"])
def test_small_pages(case: dict[str, Any]) -> None:
    """Stamps, datelines, by-lines, mastheads, one at a time."""
    found = read("\n".join(case["page"]), case["published"])
    assert {name: getattr(found, name) for name in case["head"]} == case["head"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["why"])
def test_whole_pages(page: dict[str, Any]) -> None:
    """The same in the midst of clutter."""
    found = read("\n".join(line[1:] for line in page["lines"]))
    assert {name: getattr(found, name) for name in page["head"]} == page["head"]


def test_spans_hold_title_byline_and_stamp_and_no_prose() -> None:
    """The lines of the head are left out of the finders' sight, a dateline's paragraph is not."""
    text = f"The last ferry\n\nBy Ada Roe\nTuesday, 4 May 2021\n\nOBAN, Scotland, 4 May 2021 — {PROSE}\n\n{PROSE}"
    assert [text[start:end] for start, end in read(text).spans] == ["The last ferry", "By Ada Roe", "Tuesday, 4 May 2021"]


def test_labels_above_their_values_are_head_too() -> None:
    """A block of labels between title and article holds no facts."""
    text = f"The last ferry\n\n  • Category\n    Islands\n  • Published\n    4 May 2021\n\n{PROSE}\n\n{PROSE}"
    assert [text[start:end] for start, end in read(text).spans] == ["The last ferry", "• Category", "Islands", "• Published", "4 May 2021"]


@pytest.mark.parametrize("text", ["", "\n", "x", "|||", "©", "By", "4 May 2021", "# ", "Subject:", "By Ada Roe", "(", "“"])
def test_scraps_do_no_harm(text: str) -> None:
    """Whatever is pasted, something comes back."""
    assert read(text).published in {None, "2021-05-04"}
