"""How a learner stands: counts and chances of recall, from what the store holds and a deck. Pure: time is an argument.

A fact is *met* once it has been rated, by an item that asked it or by its card. Its *chance of recall* is that of `fsrs`
(`lessons.schedule.recall`). It is *known* where the chance is `KNOWN` or more and it is not just being learned, or learned again after a
miss: right after a miss the chance is high, since what was right has just been read. Where nothing was asked there is no figure: None.

What days and papers hold is of everything the learner did; all else is of the deck. An item that asks facts of two lessons counts in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from .cards import Card, card
from .deck import Deck
from .facts import Fact

if TYPE_CHECKING:
    from .attempts import DayCount, FactsCount, Sitting, State

KNOWN = 0.8
"""The chance of recall from which a fact counts as known."""
WEEKS = 26
"""Weeks of the calendar, the one with today included."""
AHEAD = 30
"""Days that the forgetting curve looks ahead."""
OFTEN = 2
"""A fact is among the most often missed from so many times asked."""
_BY_DAY = 42  # days; a history that is longer is told by the week


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFigure:
    """How a fact stands: its chance of recall now (None where it was never met), and how often items asked it, `right` of `asked`."""

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
    """What the history has of facts that are in no note any more: facts, items that asked only such, and how those were answered."""

    facts: int
    items: int
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
        curve: the mean chance of recall today, tomorrow … in `AHEAD` days if nothing is reviewed; empty where nothing was met.
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


def figures(
    deck: Deck,
    *,
    items: Sequence[FactsCount],
    days: Sequence[DayCount],
    states: Mapping[str, State],
    papers: Sequence[Sitting],
    now: datetime,
    today: date,
    worst: int = 10,
) -> Progress:
    """All figures of a learner: what is known, how steadily it was practised, what is missed.

    Args:
        deck: what is to be learned, or a part of it.
        items: how often items were answered, by what they ask; of other decks, too.
        days: what was done on each day, in any order.
        states: what is remembered of each fact, by its id.
        papers: sittings; those of other modes are left out.
        now: for the chances of recall; aware.
        today: the learner's own day.
        worst: how many of the facts most often missed.

    >>> import lessons
    >>> from datetime import UTC, date, datetime
    >>> now = datetime(2026, 11, 22, tzinfo=UTC)
    >>> empty = figures(lessons.read(), items=[], days=[], states={}, papers=[], now=now, today=date(2026, 11, 22))
    >>> empty.begun, empty.deck.recall, empty.deck.share
    (False, None, None)
    """
    from .schedule import average_recall, recalls

    ours = {fact.id: states[fact.id] for fact in deck.facts if fact.id in states}
    chances = dict(zip(ours, recalls(ours.values(), now), strict=True))
    asked = _asked(items)
    rows = tuple(_fact(fact, ours.get(fact.id), chances.get(fact.id), *asked.get(fact.id, (0, 0))) for fact in deck.facts)
    by, accuracy = _accuracy(days)
    return Progress(
        day=today,
        deck=_standing("", rows, items),
        lessons=_lessons(rows, items),
        facts=rows,
        rated=sum(one.rated for one in days),
        seconds=sum(one.seconds for one in days),
        streak=_streak([date.fromisoformat(one.day) for one in days], today),
        calendar=_calendar(days, today),
        by=by,
        accuracy=accuracy,
        curve=tuple(average_recall(ours.values(), now, AHEAD + 1)),
        missed=_missed(rows, worst),
        papers=_papers(papers),
        gone=_gone(deck, items, states),
    )


# ---- facts and lessons ---------------------------------------------------------------------------------------------------------------


def _asked(items: Iterable[FactsCount]) -> dict[str, tuple[int, int]]:
    """Fact id → how often items asked it, and were got right."""
    found: dict[str, tuple[int, int]] = {}
    for one in items:
        for fact in set(one.facts):
            asked, right = found.get(fact, (0, 0))
            found[fact] = asked + one.answered, right + one.right
    return found


def _fact(fact: Fact, state: State | None, chance: float | None, asked: int, right: int) -> FactFigure:
    known = state is not None and chance is not None and chance >= KNOWN and not _learning(state)
    return FactFigure(fact=fact, recall=chance, known=known, asked=asked, right=right)


def _learning(state: State) -> bool:
    """Whether it was missed when last asked: it stands at the first step of learning, or is learned again."""
    return state.phase == 3 or (state.phase == 1 and not state.step)


def _standing(lesson: str, rows: Sequence[FactFigure], items: Iterable[FactsCount]) -> LessonFigure:
    chances = [row.recall for row in rows if row.recall is not None]
    ids = {row.fact.id for row in rows}
    counted = [one for one in items if not ids.isdisjoint(one.facts)]
    return LessonFigure(
        lesson=lesson,
        facts=len(rows),
        met=len(chances),
        known=sum(row.known for row in rows),
        recall=_mean(chances),
        answered=sum(one.answered for one in counted),
        right=sum(one.right for one in counted),
    )


def _lessons(rows: Sequence[FactFigure], items: Sequence[FactsCount]) -> tuple[LessonFigure, ...]:
    """Each lesson that holds facts; one walk through the items, whatever the number of lessons."""
    parts: dict[str, list[FactFigure]] = {}
    for row in rows:
        parts.setdefault(row.fact.lesson, []).append(row)
    lesson_of = {row.fact.id: row.fact.lesson for row in rows}
    shares: dict[str, list[FactsCount]] = {}
    for one in items:
        for lesson in {lesson_of[fact] for fact in one.facts if fact in lesson_of}:
            shares.setdefault(lesson, []).append(one)
    return tuple(_standing(lesson, part, shares.get(lesson, ())) for lesson, part in parts.items())


def _missed(rows: Sequence[FactFigure], worst: int) -> tuple[Missed, ...]:
    often = [row for row in rows if row.asked >= OFTEN and row.missed]
    often.sort(key=lambda row: (-row.missed, row.asked))  # of as many misses the larger share; then the order of the notes
    return tuple(Missed(card=card(row.fact), missed=row.missed, asked=row.asked, recall=row.recall) for row in often[:worst])


def _gone(deck: Deck, items: Iterable[FactsCount], states: Mapping[str, State]) -> Gone:
    known = {fact.id for fact in deck.known}
    lost = [one for one in items if known.isdisjoint(one.facts)]
    facts = (states.keys() | {fact for one in items for fact in one.facts}) - known
    return Gone(
        facts=len(facts),
        items=sum(one.items for one in lost),
        answered=sum(one.answered for one in lost),
        right=sum(one.right for one in lost),
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


# ---- days and papers -----------------------------------------------------------------------------------------------------------------


def _streak(days: Iterable[date], today: date) -> Streak:
    practised = set(days)
    longest = 0
    for day in practised:
        if day - timedelta(1) not in practised:  # a row of days begins
            longest = max(longest, _row(practised, day, timedelta(1)))
    last = today if today in practised else today - timedelta(1)
    return Streak(current=_row(practised, last, timedelta(-1)), longest=longest, days=len(practised), today=today in practised)


def _row(practised: set[date], day: date, step: timedelta) -> int:
    """How many days in a row, from a day on."""
    n = 0
    while day in practised:
        n, day = n + 1, day + step
    return n


def _calendar(days: Iterable[DayCount], today: date) -> tuple[Day, ...]:
    counts: dict[date, int] = {}
    for one in days:
        day = date.fromisoformat(one.day)
        counts[day] = counts.get(day, 0) + one.answered + one.rated
    first = _monday(today) - timedelta(weeks=WEEKS - 1)
    shown = (first + timedelta(n) for n in range((today - first).days + 1))
    return tuple(Day(day=day, responses=counts.get(day, 0), practised=day in counts) for day in shown)


def _accuracy(days: Iterable[DayCount]) -> tuple[Literal["day", "week"], tuple[Period, ...]]:
    """Right of answered by the day, or by the week where that would be many."""
    counted = sorted((date.fromisoformat(one.day), one.answered, one.right) for one in days if one.answered)
    by: Literal["day", "week"] = "week" if counted and (counted[-1][0] - counted[0][0]).days >= _BY_DAY else "day"
    sums: dict[date, tuple[int, int]] = {}
    for day, n, well in counted:
        start = day if by == "day" else _monday(day)
        answered, right = sums.get(start, (0, 0))
        sums[start] = answered + n, right + well
    return by, tuple(Period(start=start, answered=answered, right=right) for start, (answered, right) in sums.items())


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _papers(sittings: Iterable[Sitting]) -> tuple[Paper, ...]:
    """Those handed in with net marks; `ended` is in UTC."""
    found = [
        Paper(id=one.id, title=one.title, ended=one.ended, net=one.net, out_of=one.out_of)
        for one in sittings
        if one.mode == "exam" and one.ended and one.net is not None and one.out_of
    ]
    return tuple(sorted(found, key=lambda paper: (paper.ended, paper.id)))
