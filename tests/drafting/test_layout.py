"""Lines: their ends, indents and marks."""

from __future__ import annotations

import pytest

from lessons.drafting.pages.layout import is_row, is_rule, lines_of


@pytest.mark.parametrize(
    ("text", "mark", "body", "indent"),
    [
        ("• peace", "•", "peace", 0),
        ("\t- peace", "-", "peace", 4),
        ("  (a) peace", "(a)", "peace", 2),
        ("12. peace", "12.", "peace", 0),
        ("iv) peace", "iv)", "peace", 0),
        ("o\tpeace", "o", "peace", 0),
        ("\u00a0•\u00a0peace", "•", "peace", 1),
        ("-5 degrees", "", "-5 degrees", 0),
        ("3.2 Results", "", "3.2 Results", 0),
        ("2021. A year", "", "2021. A year", 0),
        ("o peace", "", "o peace", 0),
        ("*", "", "*", 0),
        ("A. Facts", "", "A. Facts", 0),
        ("— ENDS", "—", "ENDS", 0),
    ],
)
def test_marks(text: str, mark: str, body: str, indent: int) -> None:
    """A mark of a list is told from words, numbers and signs."""
    (line,) = lines_of(text)
    assert (line.mark, text[line.body : line.end], line.indent) == (mark, body, indent)


def test_every_kind_of_line_end() -> None:
    """Offsets are those of the text as it came, however its lines end."""
    text = "a\r\nb\rc\u2028d\n\n e \n\u200b\n"
    lines = lines_of(text)
    assert [text[line.start : line.end] for line in lines] == ["a", "b", "c", "d", "", "e", ""]
    assert [line.is_blank for line in lines] == [False, False, False, False, True, False, True]


def test_rows_and_rules() -> None:
    """Cells stand apart; a rule has no word."""
    assert [is_row(one) for one in ("a\tb", "a | b", "North    312", "It rained.", "either|or", "x" * 90 + "    gap in prose")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
    assert [is_rule(one) for one in ("-----", "* * *", "___", "a", "•")] == [True, True, True, False, True]
