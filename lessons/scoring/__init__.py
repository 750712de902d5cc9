"""Marking: an item and a response give a score.

Typed responses are marked as a fair teacher would. What a source says in its own words is compared by its words, not by their case,
spacing, accents or punctuation; one slip of spelling is forgiven, a wrong digit never. Numbers and dates are compared by what they
mean: "3 lakh" is 300,000, and "12/12/2019" is 12 December 2019. What can be read in several ways, or is less exact than the source, is
asked about again ("ask") and not marked wrong; a response that says something else than the key is wrong.

One file a kind of response: `words`, `numbers` and `judge_dates` each mark a text against a key of theirs, `choices` what was chosen,
ordered or matched. The browser marks
practice items with the same rules in ``widgets/static/scoring.js`` and the files of the same names; ``tests/cases/scoring.json`` holds both
to one table, so a rule that changes here changes there.

An exam's marking (`marking`) says what a mark is worth and what is taken off.

Each item is worth one mark. Choosing one and typing are all or nothing; the other kinds give shares of the mark (`choices`).

Limits: one language (English words for numbers and months); one number a response.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol

from ..dates import Date
from .choices import score_choice
from .judge_dates import date_hint, score_date
from .marking import CSAT, PLAIN, UPSC, Marking, Result, result
from .numbers import number, number_hint, score_number
from .records import SPACE, Score, Total, Verdict, scored, total
from .words import score_words

__all__ = [
    "CSAT",
    "PLAIN",
    "UPSC",
    "Choosable",
    "Key",
    "Markable",
    "Marking",
    "Response",
    "Result",
    "Score",
    "Total",
    "Verdict",
    "hint",
    "number",
    "result",
    "score",
    "total",
]

Response = str | Sequence[str] | None
Key = tuple[str, ...] | int | float | Date


class Choosable(Protocol):
    """One option, as far as marking needs it."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


class Markable(Protocol):
    """An item, as far as marking needs it: `lessons.items` has the records.

    Attributes:
        kind: ``"gap"`` where the response is typed; options are chosen, ordered or matched in every other kind.
        options: what can be chosen, ordered or matched; empty for a gap.
        key: the ids of the right options, in their order where that is asked; for a gap the accepted texts, a number or a date.

    A gap may also have `others`, the texts that mean something else in the same deck, and `unit`, what its number counts or measures.
    """

    @property
    def kind(self) -> str: ...
    @property
    def options(self) -> Sequence[Choosable]: ...
    @property
    def key(self) -> Key: ...


def score(item: Markable, response: Response) -> Score:
    """Mark one response.

    Args:
        item: the item, with its key.
        response: the id of the chosen option or a list of ids: all options in order, or one option for each thing to match (empty where
            it is left open); for a gap what was typed; None, an empty text or an empty list for none.

    Returns:
        The score; ``"ask"`` where the response cannot be read, could mean several things, or is less exact than the key.

    >>> from types import SimpleNamespace as Item
    >>> gap = Item(kind="gap", options=(), key=("Jens Stoltenberg",))
    >>> score(gap, "jens stoltenburg").verdict, score(gap, "Jens").verdict, score(gap, "").verdict
    ('right', 'wrong', 'blank')
    >>> from lessons.dates import parse
    >>> when = Item(kind="gap", options=(), key=parse("2019-12-12"))
    >>> score(when, "Dec 2019").message
    'Be more precise: give the day, month and year.'
    """
    if response is None or not (response.strip(SPACE) if isinstance(response, str) else response):
        return scored("blank")
    if item.kind != "gap":
        chosen = [response] if isinstance(response, str) else list(response)
        return score_choice(item.kind, [option.id for option in item.options], item.key if isinstance(item.key, tuple) else (), chosen)
    typed = response if isinstance(response, str) else " ".join(response)
    match item.key:
        case Date():
            return score_date(item.key, typed)
        case int() | float():
            return score_number(Fraction(repr(item.key)), typed, unit=getattr(item, "unit", "") or "")
        case accepted:
            return score_words(accepted, typed, others=[*(option.text for option in item.options), *getattr(item, "others", ())])


def hint(key: Key) -> str:
    """The form that a typed response should have, without giving the key away.

    >>> from lessons.dates import parse
    >>> hint(12), hint(parse("2021-10"))
    ('A number, such as 15 or 25,000', 'A date: the month and year, such as May 1998')
    """
    match key:
        case Date():
            return f"A date: {date_hint(key)}"
        case int() | float():
            return f"A number, such as {number_hint(key)}"
        case _:
            return "A word or a few; case and accents do not matter"
