"""The people of a page: who is named, and who is meant by a surname."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import page
from lessons.drafting.people.names import People, people
from lessons.drafting.records import Head

CASES = json.loads((Path(__file__).parents[1] / "cases" / "drafting" / "names.json").read_text(encoding="utf-8"))


def read(text: str) -> People:
    return people(page(text, lines_of(text), (), Head()))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_people_of_a_page(case: dict[str, Any]) -> None:
    """A person is found where a name stands, in full or by a part; places, bodies and things are none."""
    known = read(case["text"])
    by_start = {one.start: one for one in known.mentions}
    for wanted in case["found"]:
        start = case["text"].index(wanted["quote"])
        assert start in by_start, wanted
        assert by_start[start].full == wanted["full"]
    named = {case["text"][one.start : one.end] for one in known.mentions}
    assert not named & set(case["not"])


@pytest.mark.parametrize("case", [case for case in CASES if case["full"] or case["sex"]], ids=lambda case: case["why"])
def test_who_is_meant(case: dict[str, Any]) -> None:
    """A surname, a given name or an honorific with a surname stands for the full name, and for nobody where two may be meant."""
    known = read(case["text"])
    assert [(mention, known.full(mention)) for mention, _ in case["full"]] == [tuple(pair) for pair in case["full"]]
    assert {name: known.sex(name) for name in case["sex"]} == case["sex"]


def test_mentions_stand_in_order() -> None:
    """Mentions are in the order of the text, and each lies on the words that name the person."""
    text = "Ana Ruiz spoke. Then Mr Tom Pike, a clerk, did. Ruiz and Pike left."
    known = read(text)
    assert [text[one.start : one.end] for one in known.mentions] == ["Ana Ruiz", "Tom Pike", "Ruiz", "Pike"]
    assert [one.sex for one in known.mentions] == ["f", "m", "f", "m"]


def test_headings_name_nobody() -> None:
    """A heading in title case makes no people."""
    assert read("Grace And Favour\n\nIt rained all day in the valley.").mentions == ()


HOSTILE = ["x", "(", '"', "1,", "Mr. ", "A. ", "Ab ", "Anna Lee, ", "van der ", "O’", "Minister of ", "“Bob” "]
