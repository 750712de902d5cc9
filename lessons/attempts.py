"""What is kept of a learner: attempts, the sittings they were made in, and what is remembered of each fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from .ids import digest

Mode = Literal["practice", "exam", "cards", "review", "mains"]
RATINGS = ("again", "hard", "good", "easy")
"""How well a card was known; the schedule's rating is the place in this row, counted from 1."""
MODES: tuple[Mode, ...] = ("practice", "exam", "cards", "review", "mains")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One response of a learner to one item, card or mains question. Attempts are only ever added.

    Attributes:
        learner: whose it is; any text.
        item: the id of the item, the card, or the mains question.
        facts: ids of the facts that were asked; they stay known when the item is written no more.
        response: as the widgets have it: an option's id, a list of them, the text typed; a card's rating; what was ticked.
        marks, out_of: what it earned, of what; None where nothing is marked (cards, mains).
        verdict: right, partly, wrong or blank; again, hard, good or easy of a card; empty for mains.
        rating: what the schedule is told of every fact asked: 1 (again) to 4 (easy); None for nothing.
        mode: practice, exam, cards, review or mains.
        seed: what the quiz was drawn with.
        sitting: the id of the sitting it was made in.
        seconds: how long it took; None where that is not known.
        at: when it was recorded, in UTC.
        day: the learner's own calendar day then, as 2026-11-22.
    """

    learner: str
    item: str
    facts: tuple[str, ...]
    response: Any
    marks: Fraction | None = None
    out_of: Fraction | None = None
    verdict: str = ""
    rating: int | None = None
    mode: Mode
    seed: int = 1
    sitting: str
    seconds: float | None = None
    at: datetime
    day: str

    @property
    def id(self) -> str:
        """The same attempt has the same id in every database."""
        return digest("attempt", self.learner, self.item, self.sitting, self.at.isoformat())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One quiz, paper or round of cards that a learner began.

    Attributes:
        quiz: an id of what is asked, in which order and mode; the same notebook cell asks the same again.
        count: how many items there are.
        rules: what must be known of a paper to mark it again: ``{"right": "2", "wrong": "-2/3", "minutes": 120.0}``.
        begun, ended: in UTC; `ended` is None while it goes on.
        net, out_of: what a paper came to; None for what has no net marks.
        progress: where the learner is, for a sitting that is broken off: what the widget needs to go on.
    """

    id: str
    learner: str
    mode: Mode
    quiz: str
    seed: int = 1
    title: str = ""
    count: int
    rules: dict[str, Any] = field(default_factory=dict)
    begun: datetime
    ended: datetime | None = None
    net: Fraction | None = None
    out_of: Fraction | None = None
    progress: dict[str, Any] = field(default_factory=dict)


class State(NamedTuple):
    """What a learner remembers of a fact, by `fsrs`, and when it is due again. A tuple, as a look at a long history makes many thousands.

    Attributes:
        fact: its id.
        stability: days until the chance of recall has fallen to nine in ten.
        difficulty: 1 (easy) to 10.
        phase: 1 learning, 2 review, 3 relearning.
        step: which of the short steps of (re)learning; None in review.
        due, last: when it is asked next and was rated last, in UTC.
        reviews: how often it was rated; `lapses`: how often "again" in review.
    """

    fact: str
    stability: float
    difficulty: float
    phase: int
    step: int | None
    due: datetime
    last: datetime
    reviews: int = 1
    lapses: int = 0


class FactsCount(NamedTuple):
    """How often a learner answered items that ask these facts, `right` of `answered`. A tuple, as `State` is."""

    facts: tuple[str, ...]
    answered: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """What a learner did on one of her days: items answered and got right, cards rated, seconds."""

    day: str
    answered: int
    right: int
    rated: int
    seconds: float
