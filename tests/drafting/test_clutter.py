"""Clutter of whole pages: a line is the article’s ("+"), is not ("-"), or may be either ("=": by-lines, what readers differ on)."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.pages.layout import Line, lines_of
from lessons.drafting.records import Span
from lessons.drafting.surroundings.clutter import clutter

PAGES = json.loads((Path(__file__).parents[1] / "cases" / "drafting" / "clutter.json").read_text(encoding="utf-8"))
PROSE = "The old ferry has stopped for good, and the people of the island must find another way to the market."


def dropped(text: str) -> set[str]:
    """The lines that are thrown away, at least in part."""
    lines = lines_of(text)
    spans = clutter(text, lines)
    return {text[line.start : line.end] for line in lines if _is_in(line, spans) and not line.is_blank}


def _is_in(line: Line, spans: tuple[Span, ...]) -> bool:
    return any(start < line.end and end > line.start for start, end in spans)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["why"])
def test_pages_of_many_kinds(page: dict[str, Any]) -> None:
    """What is not the article is dropped, line by line, and no line of the article is."""
    text = "\n".join(line[1:] for line in page["lines"])
    lines = lines_of(text)
    spans = clutter(text, lines)
    signed = [
        (raw[0], text[line.start : line.end], _is_in(line, spans))
        for raw, line in zip(page["lines"], lines, strict=True)
        if not line.is_blank
    ]
    assert [line for sign, line, gone in signed if sign == "+" and gone] == []
    assert [line for sign, line, gone in signed if sign == "-" and not gone] == []


def test_spans_are_in_order_and_apart() -> None:
    """The spans are in order, do not touch, and begin and end on letters."""
    for page in PAGES:
        text = "\n".join(line[1:] for line in page["lines"])
        spans = clutter(text, lines_of(text))
        assert all(a < b for a, b in spans)
        assert all(one[1] < two[0] for one, two in pairwise(spans))
        assert all(text[a:b] == text[a:b].strip() for a, b in spans)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Home | News", "Home | News\nSign in\n© 2021 Roe", "Subscribe", "x", "|", "©", "Comments (3)", PROSE]
)
def test_nothing_is_thrown_away_where_there_is_no_article(text: str) -> None:
    """A text without an article's prose is kept whole."""
    assert clutter(text, lines_of(text)) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Comments on the plan were asked for by the county until 4 May, and some three hundred people wrote to it.",
        "Related firms had bought the land in 2016 without a word to the people who lived on it, the court was told.",
        "Images from the satellite were given to the state after the floods, and they showed that the dam had held.",
        "Cookies were baked by the children of the school, and the money went to the fund for the new boat.",
        "Follow-up talks are to be held in Oban in June, if the two sides can agree who is to pay for the room.",
        "Credit: that is what the islanders live on until the ferry comes back, and the shop has run out of it.",
        "Share prices of the company fell by nine per cent when the news came, and have not risen since then.",
        "More than forty people live on the island, and most of them are over seventy and do not own a car.",
        "Doctors who report a problem with the drug are told to write to the board, which has three people to read the letters.",
        "Donations of three million were made by the firm in the year before the vote, and doubled in the year of the vote.",
        "The writer has won two prizes for the book, and this one is the better of the two that came out in the spring.",
        "Related work",
        "Further issues",
        "1,200 people have died",
        "Article No. 5",
        "The ferry of 1921 – 4 May 1921",
        "Read aloud, the letter took eleven minutes, and at the end of it nobody in the hall had anything to say.",
    ],
)
def test_prose_in_the_middle_is_kept(line: str) -> None:
    """A paragraph stays, even when it begins as a line of clutter might."""
    assert dropped(f"The last ferry\n\n{PROSE}\n\n{line}\n\n{PROSE} So it was said.\n\nThe end came soon, and it came at night.") == set()


def test_an_article_behind_a_marker_is_kept() -> None:
    """A list of posts in a column before most of the article does not end it."""
    page = f"The last ferry\n\n{PROSE}\n\nRecent posts\nA new pier\nEels\n\n" + "\n\n".join(f"{n}. {PROSE}" for n in range(30))
    assert not any(PROSE in line for line in dropped(page))
