"""Quotations with who said them; the cases are data, ours, in ``tests/cases/drafting/quotations*.json``."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import Page, page
from lessons.drafting.people.names import people
from lessons.drafting.people.offices import offices
from lessons.drafting.quoting.marks import marked
from lessons.drafting.quoting.quotations import quotations
from lessons.drafting.records import Head, QuotationFound

FOLDER = Path(__file__).parents[1] / "cases" / "drafting"
CASES = [case for file in sorted(FOLDER.glob("quotations*.json")) for case in json.loads(file.read_text(encoding="utf-8"))]


def laid_out(text: str, author: str | None = None) -> Page:
    return page(text, lines_of(text), (), Head(author=author))


def found(text: str, author: str | None = None) -> list[QuotationFound]:
    laid = laid_out(text, author)
    known = people(laid)
    return quotations(laid, known, offices(laid, known))


def plain(name: str | None) -> str:
    """A name without case, articles and marks, as the gold compares it."""
    bare = re.sub(r"[^\w ]+", " ", re.sub("[’']s", "", (name or "").lower()))
    return " ".join(word for word in bare.split() if word not in {"the", "a", "an", "its", "then"})


def marks(case: dict[str, Any]) -> Any:
    xfail = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
    return pytest.param(case, id=case["why"], marks=xfail)


@pytest.mark.parametrize("case", [marks(case) for case in CASES])
def test_finds_what_was_said_and_who_said_it(case: dict[str, Any]) -> None:
    """Exactly the quotations of the case are found, each with its speaker."""
    ours = {case["text"][one.start : one.end]: plain(one.speaker) for one in found(case["text"], case.get("author"))}
    assert ours == {one["quote"]: plain(one["speaker"]) for one in case["found"]}
    assert not ours.keys() & set(case["not"])


def test_a_speech_over_paragraphs_keeps_its_speaker() -> None:
    """A paragraph that opens with the mark that was not closed before goes on with the speech."""
    text = "Ana Ruiz said: “We waited.\n\n“Then we went home.”"
    assert [(text[one.start : one.end], one.speaker) for one in found(text)] == [
        ("We waited.", "Ana Ruiz"),
        ("Then we went home.", "Ana Ruiz"),
    ]


def test_a_speech_whose_speaker_nothing_tells_has_a_doubt() -> None:
    """A long quotation without anybody is kept for a person to look at; a short one is left out."""
    text = "“We shall meet again when the water is lower than now.”\n\n“So be it.”"
    assert [(one.speaker, bool(one.doubt)) for one in found(text)] == [(None, True)]


def test_a_pull_quote_has_the_speaker_of_the_same_words_in_the_text() -> None:
    """Words that stand alone and again in the text are said by the same person."""
    words = "“The river will not wait for a second opinion"
    text = f"{words}”\n\nThe talks went on.\n\n{words},” said Ana Ruiz."
    assert {one.speaker for one in found(text)} <= {"Ana Ruiz"}


def test_initials_are_a_label() -> None:
    """In an interview two capitals before a colon stand for whoever has them, and "I" is that person."""
    text = "Ana Ruiz builds clocks.\n\nQ: Are they slow?\n\nAR: I once called them “a tax on patience”."
    assert [(text[one.start : one.end], one.speaker) for one in found(text)] == [("a tax on patience", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("‘It’s the boys’ turn,’ he said.", ["It’s the boys’ turn,"]),
        ("'It's the boys' turn,' he said.", ["It's the boys' turn,"]),
        ("Rock ’n’ roll, the ’60s and o’clock", []),
        ("‘Twas the captains’ idea.", []),
        ("“A ‘B’ C” and “D”", ["A ‘B’ C", "D"]),
        ("‘A “B” C’ and ‘D’", ["A “B” C", "D"]),
        ("“He said “no” to me,” she wrote.", ["He said “no” to me,"]),
        ('"One" and "two"', ["One", "two"]),
        ("«Un» et « deux »", ["Un", "deux"]),
        ("„eins“ und »zwei«", ["eins", "zwei"]),
        ("a 6\" pipe and a 10' pole", []),
    ],
)
def test_pairs_the_marks(text: str, inner: list[str]) -> None:
    """Marks are paired, apostrophes and inches are none, and what is nested does not count."""
    assert [text[one.start : one.end] for one in marked(text, 0, len(text))] == inner
