"""Date expressions: quote, value, what happened; the cases stand in `tests/cases/drafting/dates.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessons.dates import parse
from lessons.drafting.dating.clauses import clause
from lessons.drafting.dating.date_expressions import expressions
from lessons.drafting.dating.dates import dates
from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import page
from lessons.drafting.records import DateFound, Head

CASES = json.loads((Path(__file__).parents[1] / "cases" / "drafting" / "dates.json").read_text(encoding="utf-8"))


def found_in(text: str, published: str | None) -> list[DateFound]:
    return dates(page(text, lines_of(text), (), Head(published=published)))


def marked(case: dict[str, Any]) -> Any:
    reason = case.get("xfail")
    return pytest.param(case, id=case["why"], marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_the_dates_of_a_text_are_found_with_their_values(case: dict[str, Any]) -> None:
    """Quotes and values are those of the case, in order, and nothing else."""
    text = case["text"]
    found = found_in(text, case["published"])
    assert [(text[one.start : one.end], one.value) for one in found] == [(one["quote"], one["value"]) for one in case["found"]]
    assert not {text[one.start : one.end] for one in found} & set(case["not"])


@pytest.mark.parametrize("case", CASES)
def test_every_value_is_a_date_that_the_package_reads(case: dict[str, Any]) -> None:
    """A value is EDTF, and so are the candidates; an open year is given with candidates or a reason to look."""
    for one in found_in(case["text"], case["published"]):
        for value in (one.value, *one.candidates):
            assert parse(value).edtf == value
        if "XXXX" in one.value:
            assert one.explicit


@pytest.mark.parametrize(
    ("text", "published", "explicit"),
    [
        ("It opened on 3 May 2021.", "2021-06-01", [True]),
        ("It opened on 3 May.", "2021-06-01", [False]),
        ("It opened on 3 May.", None, [True]),
        ("It has been open since 2008 and closes in March 2031.", "2021-06-01", [True, True]),
        ("It opened last year, on Monday 1 June.", "2021-06-03", [False, False]),
        ("Work began in August 1990. In August of that year it stopped; two days later it went on.", None, [True, False]),
    ],
)
def test_a_date_is_explicit_where_every_part_of_it_stands_there(text: str, published: str | None, explicit: list[bool]) -> None:
    """What was reckoned from the publication or the story is not; a day whose year nothing settles is."""
    assert [one.explicit for one in found_in(text, published)] == explicit


def test_an_open_year_names_what_it_may_be() -> None:
    """The candidates are whole dates, the doubt says which years they have."""
    text = "In 2015 the theatre lost its grant. The council restored part of it in March."
    one = found_in(text, "2022-05-17")[-1]
    assert (one.value, one.candidates, one.doubt) == ("XXXX-03", ("2015-03", "2022-03"), "the year may be 2015 or 2022")


@pytest.mark.parametrize(
    ("text", "quote", "what"),
    [
        ("On 3 May, divers from both clubs searched the lock and went home.", "3 May", "divers from both clubs searched the lock"),
        ("The old bridge was opened by the queen on 3 May 1874.", "3 May 1874", "The old bridge was opened by the queen"),
        ("He said that the harbour would close on 3 May.", "3 May", "the harbour would close"),
        ("The flood of 1966 was worse.", "1966", "The flood"),
        ("The quarry, which was flooded in 1961, is a lake.", "1961", "The quarry, which was flooded"),
        ("Sales fell in March; in April they rose.", "April", "they rose"),
        ("“We shall leave in June,” she told the board on 2 May.", "2 May", "she told the board"),
        ("The firm, the oldest that is left, moved on 3 May.", "3 May", "The firm, the oldest that is left, moved"),
        ("While the queen spoke, the king was in Paris on 3 May.", "3 May", "the king was in Paris"),
        ("It rained, and on 7 June the dam broke because nobody had looked.", "7 June", "the dam broke"),
    ],
)
def test_the_clause_says_what_happened(text: str, quote: str, what: str) -> None:
    """It is a part of the sentence, without the date at its edge and without what further clauses add."""
    at = text.index(quote)
    start, end = clause(text, (0, len(text)), (at, at + len(quote)))
    assert text[start:end] == what


def test_the_publication_line_and_the_dateline_are_no_facts() -> None:
    """By-lines, stamps and datelines say when the page was published."""
    text = "ACCRA, 12 May 2021 (Wire) — The lake rose on Monday.\n\nLast updated: 14 May 2021\n\nIt fell again today."
    assert [text[one.start : one.end] for one in found_in(text, "2021-05-12")] == ["Monday"]


def test_offsets_are_those_of_the_text() -> None:
    """They hold with letters outside the basic plane and other line ends."""
    text = "😀 Ferry news\r\n\r\n😀 It sank on 3 May 2019.\r\nIt was raised in June."
    assert [text[one.start : one.end] for one in found_in(text, "2019-08-01")] == ["3 May 2019", "June"]


def test_expressions_say_what_the_words_say() -> None:
    """The reader of words settles nothing: a missing year stays missing."""
    text = "since early May 2019, on 3 June and two days later"
    assert [(text[e.start : e.end], e.opened, e.first and e.first.edtf) for e in expressions(text, 0, len(text))] == [
        ("since early May 2019", "since", "2019-05"),
        ("3 June", "", "XXXX-06-03"),
        ("two days later", "", None),
    ]
