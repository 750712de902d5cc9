"""Numbers with what they count: the cases of `tests/cases/drafting/numbers.json`, ranges and dates, and time in step with length."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.counting.numbers import numbers
from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import page
from lessons.drafting.records import DateFound, Head, NumberFound

CASES = json.loads((Path(__file__).parents[1] / "cases" / "drafting" / "numbers.json").read_text(encoding="utf-8"))


def found_in(text: str, *dates: str) -> list[NumberFound]:
    """The numbers of a text in which the dates stand that are given by their words."""
    spans = [DateFound(start=text.index(one), end=text.index(one) + len(one), value="", explicit=True) for one in dates]
    return numbers(page(text, lines_of(text), (), Head()), spans)


def _parameter(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else []
    return pytest.param(case, id=case["text"][:40].replace("\n", " "), marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in CASES])
def test_the_numbers_of_a_text_are_found_and_nothing_else(case: dict[str, Any]) -> None:
    """Value, unit and quote agree with a reader's, and what is no fact is left out."""
    text = case["text"]
    found = [(text[one.start : one.end], pytest.approx(one.value), one.unit) for one in found_in(text)]
    assert found == [(one["quote"], one["value"], one["unit"]) for one in case["found"]]
    for quote in case["not"]:
        assert quote in text


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The harbour has 14 tide gauges along the wall.", ["tide gauges"]),
        ("Total cost: £4.2 million", ["Total cost"]),
        ("The toll on the bridge was put at about $4.", ["The toll on the bridge"]),
        ("Some 12 per cent of all boats are idle.", ["all boats"]),
        ("The yard takes 60 ships a year, up from 44.", ["ships a year", "ships a year"]),
        ("It was passed by 31 votes to 9.", ["votes", "votes"]),
        ("Kandle\t702\n", ["Kandle"]),
        ("Crews carried 9 km of cable.", ["cable"]),
    ],
)
def test_what_is_counted_or_measured_is_told(text: str, of: list[str]) -> None:
    """`of` holds the noun behind a count, the label or the words before a measure, the whole of a share."""
    assert [text[one.of[0] : one.of[1]] for one in found_in(text) if one.of] == of


def test_a_number_in_a_date_is_none() -> None:
    """What the dates hold is no number, whether or not it looks like one."""
    text = "Three weeks later 14 boats left; on the 30th there were 12."
    assert [one.value for one in found_in(text, "Three weeks later", "the 30th")] == [14, 12]


def test_headings_give_only_measures_and_labels() -> None:
    """A heading that counts what follows is none; a label with its value is."""
    text = "Five things to know\n\nIt has 12 rooms.\n\nPopulation: 41,200\n\nIt grew."
    assert [one.value for one in found_in(text)] == [12, 41200]
