"""Terms: what a page explains, with the explanation, and what only looks like it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.explaining.abbreviations import expansions
from lessons.drafting.explaining.terms import terms
from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import Page, page
from lessons.drafting.records import Head

CASES = json.loads((Path(__file__).parents[1] / "cases/drafting/terms.json").read_text(encoding="utf-8"))
UNITS = [
    "x",
    "(",
    '"',
    "“",
    "1,",
    "Mr. ",
    "the ",
    "A. ",
    "A b is a ",
    "A (AB) ",
    "a – a ",
    " called a",
    ", a b",
    "AB, ",
    "“as”, as that ",
    "called the “a”, under which ",
    "By it ",
    "a:b ",
    " or “",
    "Ab is ",
    ", that is, a ",
    " meaning a",
    " (as of ",
    ", or a b",
    "so-called a, a ",
    "a b, where c ",
    "“a” is ",
    "a b, which is ",
    ", which are a that b",
    "a, a word for ",
    " – the ab of a",
    "the a, the body that is ",
    "a bing – bing a ",
    ", a hook that ",
    "call it a: the ",
    "What a calls b is ",
    "a’s b, which is a ",
    "Ab: a ",
    "what a calls b: a ",
    ", whereby a b",
    "It is a b that c. ",
    ", or a b, a ",
    " a b (a c of ",
    " a b, meaning a c of ",
    " a b, or c of d ",
    " (what a b",
    "graip (a ",
    "graip – a ",
    "the graip, known to a as b",
    "the Fund, a pot that ",
    "graip, in which b (",
]


def laid_out(text: str) -> Page:
    return page(text, lines_of(text), (), Head())


def _cases() -> list[Any]:
    marks = [[pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else [] for case in CASES]
    return [pytest.param(case, marks=mark, id=case["why"]) for case, mark in zip(CASES, marks, strict=True)]


@pytest.mark.parametrize("case", _cases())
def test_terms(case: dict[str, Any]) -> None:
    """The terms that a reader would write down, each with its definition, and no others."""
    text = case["text"]
    found = [{"quote": text[one.start : one.end], "definition": text[slice(*one.definition)]} for one in terms(laid_out(text))]
    assert found == case["found"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Organisation for Economic Co-operation (OEC) met.", [("OEC", "Organisation for Economic Co-operation")]),
        ("He read messenger RNA (mRNA) out.", [("mRNA", "messenger RNA")]),
        ("The UN Development Office (UNDO) paid.", [("UNDO", "UN Development Office")]),
        ("They do research and design (R&D) here.", [("R&D", "research and design")]),
        ("The PQR (see below) is a PDF (3 MB).", []),
    ],
)
def test_expansions(text: str, expected: list[tuple[str, str]]) -> None:
    """Letters are matched with words, small words and compounds allowed for."""
    assert [(text[a:b], text[c:d]) for (a, b), (c, d) in expansions(text, 0, len(text))] == expected
