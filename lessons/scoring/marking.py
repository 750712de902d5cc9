"""What a paper gives for right and takes off for wrong: the marking of an examination."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from .records import Score, decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """Marks of an item of a paper; a blank one earns nothing.

    Attributes:
        right: what a right response earns; of one that is partly right its share of that.
        wrong: what a wrong one changes, 0 or less.

    >>> UPSC.words
    '2 marks for each right answer; ⅔ of a mark is taken off for each wrong one; nothing for a blank.'
    >>> Marking().words
    '1 mark for each right answer; nothing for a wrong one or a blank.'
    """

    right: Fraction = Fraction(1)
    wrong: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        """ValueError where a right response would earn nothing, or a wrong one something."""
        if self.right <= 0 or self.wrong > 0:
            raise ValueError(
                f"marking of {self.right} for right and {self.wrong} for wrong; write e.g. Marking(right=2, wrong=Fraction(-2, 3))"
            )

    @property
    def words(self) -> str:
        """The rule as a learner reads it before a paper."""
        earned = f"{_amount(self.right)} for each right answer"
        if not self.wrong:
            return f"{earned}; nothing for a wrong one or a blank."
        verb = "are" if -self.wrong > 1 else "is"
        return f"{earned}; {_amount(-self.wrong)} {verb} taken off for each wrong one; nothing for a blank."


UPSC = Marking(right=Fraction(2), wrong=Fraction(-2, 3))
"""General Studies of the UPSC Prelims: a third of the item's marks off for a wrong response."""
CSAT = Marking(right=Fraction(5, 2), wrong=Fraction(-5, 6))
"""Paper II of the UPSC Prelims."""
PLAIN = Marking()
"""One mark an item, nothing off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a paper came to; prints as ``12.67 of 40 (8 right, 5 wrong, 7 blank)``.

    Attributes:
        net: marks earned less marks taken off; below 0 where more was taken off.
        out_of: what the paper is worth.
        right, partly, wrong, blank: how many items; what was typed and cannot be read, or is less exact than the source, counts as wrong.
    """

    net: Fraction
    out_of: Fraction
    right: int
    partly: int
    wrong: int
    blank: int

    def __str__(self) -> str:
        counts = [(self.right, "right"), (self.partly, "partly right"), (self.wrong, "wrong"), (self.blank, "blank")]
        told = ", ".join(f"{n} {word}" for n, word in counts if n or word != "partly right")
        return f"{decimal(self.net)} of {decimal(self.out_of)} ({told})"


def result(scores: Iterable[Score], marking: Marking) -> Result:
    """Add the scores of a paper up by its marking.

    >>> from lessons.scoring.records import scored
    >>> verdicts = ["right"] * 8 + ["wrong"] * 5 + ["blank"] * 7
    >>> print(result(map(scored, verdicts), UPSC))
    12.67 of 40 (8 right, 5 wrong, 7 blank)
    """
    every = list(scores)
    counts = Counter("wrong" if score.verdict == "ask" else score.verdict for score in every)
    earned = sum((marking.right * score.marks / score.out_of for score in every), Fraction(0))
    return Result(
        net=earned + marking.wrong * counts["wrong"],
        out_of=marking.right * len(every),
        right=counts["right"],
        partly=counts["partly"],
        wrong=counts["wrong"],
        blank=counts["blank"],
    )


_SHARES = {Fraction(1, 2): "½", Fraction(1, 3): "⅓", Fraction(2, 3): "⅔", Fraction(1, 4): "¼", Fraction(3, 4): "¾", Fraction(5, 6): "⅚"}


def _amount(marks: Fraction) -> str:
    """Marks in words: "2 marks", "⅔ of a mark", "2½ marks"."""
    whole, rest = divmod(marks, 1)
    if not whole and rest in _SHARES:
        return f"{_SHARES[rest]} of a mark"
    shown = f"{whole}{_SHARES[rest]}" if rest in _SHARES else decimal(marks)
    return f"{shown} mark{'' if marks == 1 else 's'}"
