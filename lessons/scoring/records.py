"""What marking gives: the score of one response, and the total of several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Verdict = Literal["right", "partly", "wrong", "blank", "ask"]
LONGEST = 500  # characters that a response is read of; nobody types more into a gap
_CODES = [*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
SPACE = "".join(map(chr, _CODES))  # what `str.split` takes for space, spelt out because JavaScript's \s is another set


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a response is worth.

    Attributes:
        marks: what it earned, between 0 and `out_of`.
        out_of: what the item is worth.
        verdict: ``"right"``, ``"partly"`` (some of the marks), ``"wrong"``, ``"blank"`` (no response) or ``"ask"`` (not marked: the learner
            may respond again).
        message: what to tell the learner beside the verdict; often empty.
    """

    marks: Fraction
    out_of: Fraction
    verdict: Verdict
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The scores of several items together; prints as ``7 of 10``, or to two decimals as ``7.33 of 10``."""

    marks: Fraction
    out_of: Fraction

    def __str__(self) -> str:
        return f"{decimal(self.marks)} of {decimal(self.out_of)}"


def decimal(marks: Fraction) -> str:
    """Marks to two decimals, with no zeros at the end.

    >>> decimal(Fraction(38, 3)), decimal(Fraction(-2, 3)), decimal(Fraction(4))
    ('12.67', '−0.67', '4')
    """
    return f"{float(marks):.2f}".rstrip("0").rstrip(".").replace("-", "−")


def scored(verdict: Verdict, message: str = "") -> Score:
    """The score of an item worth one mark, all or nothing.

    >>> scored("right").marks, scored("ask", "Type a word or two.").marks
    (Fraction(1, 1), Fraction(0, 1))
    """
    return Score(marks=Fraction(verdict == "right"), out_of=Fraction(1), verdict=verdict, message=message)


def shared(hits: int, misses: int, out_of: int, message: str) -> Score:
    """The score of an item worth one mark in equal shares: one for each hit, one off for each miss, never below nothing.

    >>> shared(2, 1, 4, "2 of 4.").marks, shared(1, 2, 4, "1 of 4.").verdict
    (Fraction(1, 4), 'wrong')
    """
    marks = Fraction(max(0, hits - misses), out_of) if out_of else Fraction(not misses)  # one event is in order
    verdict: Verdict = "right" if marks == 1 else "partly" if marks else "wrong"
    return Score(marks=marks, out_of=Fraction(1), verdict=verdict, message=message if verdict == "partly" else "")


def total(scores: Iterable[Score]) -> Total:
    """Add scores up.

    >>> one = Fraction(1)
    >>> print(total([Score(marks=one, out_of=one, verdict="right"), Score(marks=0 * one, out_of=one, verdict="wrong")]))
    1 of 2
    """
    every = list(scores)
    return Total(marks=sum((s.marks for s in every), Fraction(0)), out_of=sum((s.out_of for s in every), Fraction(0)))
