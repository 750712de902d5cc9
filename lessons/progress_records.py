"""How a learner stands, as records; what the words mean is told in `lessons.figures`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Literal, NamedTuple

from .cards import Card
from .facts import Fact


class FactFigure(NamedTuple):
    """How a fact stands: its chance of recall now (None where it was never met), and how often items asked it, `right` of `asked`.

    A tuple, as there may be many thousands.
    """

    fact: Fact
    recall: float | None
    known: bool
    asked: int
    right: int

    @property
    def missed(self) -> int:
        """How often it was asked and not got right; partly right counts as missed."""
        return self.asked - self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonFigure:
    """How a lesson stands, or the whole deck.

    Attributes:
        lesson: its name; empty for the whole deck.
        facts, met, known: how many facts there are, were met, and are known now.
        recall: the mean chance of recall of those met; None where none was.
        answered, right: how often its items were answered, and got right.
    """

    lesson: str = ""
    facts: int
    met: int
    known: int
    recall: float | None
    answered: int
    right: int

    @property
    def share(self) -> float | None:
        """The share that was right, from 0 to 1; None where nothing was answered."""
        return self.right / self.answered if self.answered else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """Days in a row with practice: up to today or, while today may still come, yesterday; the longest; all days; whether today is one."""

    current: int
    longest: int
    days: int
    today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the calendar: items answered and cards rated; whether there was any practice, mains questions included."""

    day: date
    responses: int
    practised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A day or a week (from its Monday) on which items were answered; `right` of `answered`, which is 1 or more."""

    start: date
    answered: int
    right: int

    @property
    def share(self) -> float:
        """The share that was right, from 0 to 1."""
        return self.right / self.answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A fact that is often missed, as its card; `missed` of `asked`."""

    card: Card
    missed: int
    asked: int
    recall: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that was handed in: `net` of `out_of` marks."""

    id: str
    title: str
    ended: datetime
    net: Fraction
    out_of: Fraction

    @property
    def share(self) -> float:
        """Net marks over what could be had; below 0 where more was taken off than earned."""
        return float(self.net / self.out_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What the history has of facts that are in no note any more: facts, and how items that ask only such were answered."""

    facts: int
    answered: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All figures of a learner on a day.

    Attributes:
        day: the learner's today.
        deck: the whole deck's standing; `lessons` each lesson's, `facts` each fact's, in the order of the notes.
        rated: cards rated, `seconds` of practice: everything the learner did.
        calendar: every day of the last `WEEKS` weeks from a Monday to today.
        by: whether `accuracy` goes by the day or by the week.
        curve: mean chance of recall today, tomorrow, … in `lessons.figures.AHEAD` days if nothing is reviewed; empty where nothing was met.
        missed: the facts most often missed, of those asked `OFTEN` times or more; the most misses first.
        papers: those handed in, in their order.
    """

    day: date
    deck: LessonFigure
    lessons: tuple[LessonFigure, ...]
    facts: tuple[FactFigure, ...]
    rated: int
    seconds: float
    streak: Streak
    calendar: tuple[Day, ...]
    by: Literal["day", "week"]
    accuracy: tuple[Period, ...]
    curve: tuple[float, ...]
    missed: tuple[Missed, ...]
    papers: tuple[Paper, ...]
    gone: Gone

    @property
    def begun(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.streak.days or self.deck.met or self.deck.answered or self.papers or self.gone.facts)

    def __str__(self) -> str:
        """The figures as lines of text."""
        from .results import text

        return text(self)
