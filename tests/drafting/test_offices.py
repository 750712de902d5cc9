"""People with their offices."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import page
from lessons.drafting.people.names import people
from lessons.drafting.people.office_heads import is_head, singular
from lessons.drafting.people.offices import offices
from lessons.drafting.records import Head, OfficeFound
from tests.drafting_gold import agrees, overlap

CASES = json.loads((Path(__file__).parents[1] / "cases" / "drafting" / "offices.json").read_text(encoding="utf-8"))


def read(text: str) -> list[OfficeFound]:
    laid_out = page(text, lines_of(text), (), Head())
    return offices(laid_out, people(laid_out))


def on(found: list[OfficeFound], wanted: dict[str, Any], start: int) -> OfficeFound | None:
    """The office that lies on a quote, by half of the longer, and says the same."""
    span = start, start + len(wanted["quote"])
    said = [one for one in found if agrees("office", wanted, {"name": one.name, "office": one.office})]
    return next((one for one in said if overlap(span, (one.start, one.end)) >= 0.5), None)


def params() -> list[Any]:
    """The cases; a known failure carries its reason."""
    marks = [[pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else [] for case in CASES]
    return [pytest.param(case, id=f"{n}-{case['why']}", marks=mark) for n, (case, mark) in enumerate(zip(CASES, marks, strict=True))]


@pytest.mark.parametrize("case", params())
def test_offices_of_a_page(case: dict[str, Any]) -> None:
    """Each office is found on its words, with the name, the office and whether it is past; what only looks like one is not."""
    text, found = case["text"], read(case["text"])
    kept = []
    for wanted in case["found"]:
        one = on([other for other in found if other not in kept], wanted, text.index(wanted["quote"]))
        assert one, wanted
        assert one.former == wanted["former"]
        kept.append(one)
    if "open" not in case["why"]:
        assert [text[one.start : one.end] for one in found if one not in kept] == []
    assert not [
        one
        for one in found
        for trap in case["not"]
        if overlap((text.index(trap), text.index(trap) + len(trap)), (one.start, one.end)) > 0.9
    ]


def test_quote_and_office_by_the_letter() -> None:
    """The quote is the office and the name as they stand; the office names the body behind the pronoun."""
    text = "The Tidal Energy Council (TEC) met on Monday. Its acting chairwoman, Dr Ruth Amsel, opened the talks."
    (one,) = read(text)
    assert (text[one.start : one.end], one.name, one.office) == (
        "Its acting chairwoman, Dr Ruth Amsel",
        "Ruth Amsel",
        "acting chairwoman of the Tidal Energy Council",
    )


def test_the_same_office_again_is_left_out() -> None:
    """A person is given once with an office, and again with another."""
    text = "Mayor Ana Ruiz spoke. Mayor Ruiz then left. Ana Ruiz, chair of the port, came back."
    assert [(one.name, one.office) for one in read(text)] == [("Ana Ruiz", "Mayor"), ("Ana Ruiz", "chair of the port")]


def test_a_rank_yields_to_an_office_on_either_side() -> None:
    """A rank or style of address is an honorific where an office stands with the name, and doubtful where none does."""
    for text in ("The port’s treasurer, Commander Ida Holt, waved.", "Commander Ida Holt, treasurer of the port, waved."):
        assert [(one.name, one.office, one.doubt) for one in read(text)] == [("Ida Holt", "treasurer of the port", "")]
    (rank,) = read("They wrote to Commander Ida Holt again.")
    assert (rank.office, bool(rank.doubt)) == ("Commander", True)


def test_your_predecessor_is_of_the_one_spoken_to() -> None:
    """The office of a predecessor is that of the one meant, not the last that the page names."""
    text = "Ida Holt is the county registrar. The judge, Sam Orme, was kind.\n\nQ: Your predecessor, the late Otto Brand, was not."
    assert [(one.name, one.office, one.former) for one in read(text)][-1] == ("Otto Brand", "county registrar", True)


def test_a_trade_alone_is_left_out() -> None:
    """A trade or a calling without a body is no office; with a body, or as a post, it is one."""
    assert read("The letters are those of a weaver, Josiah Tuck.") == []
    assert [one.office for one in read("It was sent to the county engineer, Josiah Tuck.")] == ["county engineer"]
    (office,) = read("The letters are those of the sheriff, Josiah Tuck.")
    assert not office.doubt


def test_a_doubtful_calling_is_given_with_a_doubt() -> None:
    """Of an official a body is meant, though none is named: a person should look."""
    (calling,) = read("The letters were shown to an official, Josiah Tuck.")
    assert calling.doubt


@pytest.mark.parametrize(
    "word", ["vice-captain", "undersecretary", "archdeacon", "co-founder", "spokeswoman", "mayor-elect", "hydrologist", "MEP"]
)
def test_compounds_are_heads(word: str) -> None:
    """Compounds of heads are heads by rule."""
    assert is_head(word)
    assert not is_head("goalkeeper")
    assert singular(f"{word}s") is None or is_head(word)


HOSTILE = [
    "x",
    "(",
    '"',
    "1,",
    "Mr. ",
    "the ",
    "A. ",
    "Anna Lee, ",
    "its chairman, Anna Lee, ",
    "Minister of ",
    "Anna Lee was ",
    "the board’s ",
    "of Anna ",
    "Chief General ",
    "Colonel Anna Lee, ",
    "the late Most Revd ",
    "His predecessor, Anna Lee, ",
    "a friend of the minister, Anna Lee, ",
    "his Alban counterpart, Anna Lee, ",
    "the board, whose chair, Anna Lee, ",
    "Justice (retd.) ",
    "whose ",
    "Mr Anna’s predecessor ",
    "Anna Lee, the lawmaker who chairs its ",
    "its director, the chef Anna Lee, ",
    "Dr Sunday ",
    "my predecessor, Anna Lee, “ ",
    "counsel to the Anna ",
    "the captain, striker Anna Lee, ",
    "the head of the union, Unite, Anna Lee, ",
    "Alba Board (AB), a board, ",
    "Mayor of Alba Anna Zed Kod ",
]
