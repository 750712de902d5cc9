"""How a learner stands: counts and chances of recall, from what the store holds and a deck. Pure: time is an argument.

A fact is *met* once it has been rated, by an item that asked it or by its card. Its *chance of recall* is that of `fsrs`
(`lessons.schedule.recall`). It is *known* where the chance is `KNOWN` or more and it is not just being learned, or learned again after a
miss: right after a miss the chance is high, since what was right has just been read. Where nothing was asked there is no figure: None.

What days and papers hold is of everything the learner did; all else is of the deck. An item that asks facts of two lessons counts in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from .cards import card
from .deck import Deck
from .facts import Fact
from .progress_records import Day, FactFigure, Gone, LessonFigure, Missed, Paper, Period, Progress, Streak

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
    whole, lessons = _standings(rows, items)
    return Progress(
        day=today,
        deck=whole,
        lessons=lessons,
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


def _standings(rows: Sequence[FactFigure], items: Iterable[FactsCount]) -> tuple[LessonFigure, tuple[LessonFigure, ...]]:
    """The whole deck, and each lesson that holds facts; one walk through the items, whatever the number of lessons."""
    parts: dict[str, list[FactFigure]] = {}
    for row in rows:
        parts.setdefault(row.fact.lesson, []).append(row)
    lesson_of = {row.fact.id: lesson for lesson, part in parts.items() for row in part}
    counts = dict.fromkeys(parts, (0, 0))
    every = (0, 0)
    for one in items:
        touched = {lesson_of[fact] for fact in one.facts if fact in lesson_of}
        for lesson in touched:
            counts[lesson] = _plus(counts[lesson], one)
        if touched:
            every = _plus(every, one)
    return _standing("", rows, *every), tuple(_standing(lesson, part, *counts[lesson]) for lesson, part in parts.items())


def _plus(count: tuple[int, int], one: FactsCount) -> tuple[int, int]:
    return count[0] + one.answered, count[1] + one.right


def _standing(lesson: str, rows: Sequence[FactFigure], answered: int, right: int) -> LessonFigure:
    chances = [row.recall for row in rows if row.recall is not None]
    return LessonFigure(
        lesson=lesson,
        facts=len(rows),
        met=len(chances),
        known=sum(row.known for row in rows),
        recall=_mean(chances),
        answered=answered,
        right=right,
    )


def _missed(rows: Sequence[FactFigure], worst: int) -> tuple[Missed, ...]:
    often = [row for row in rows if row.asked >= OFTEN and row.missed]
    often.sort(key=lambda row: (-row.missed, row.asked))  # of as many misses the larger share; then the order of the notes
    return tuple(Missed(card=card(row.fact), missed=row.missed, asked=row.asked, recall=row.recall) for row in often[:worst])


def _gone(deck: Deck, items: Iterable[FactsCount], states: Mapping[str, State]) -> Gone:
    known = {fact.id for fact in deck.known}
    lost = [one for one in items if known.isdisjoint(one.facts)]
    facts = (states.keys() | {fact for one in items for fact in one.facts}) - known
    return Gone(facts=len(facts), answered=sum(one.answered for one in lost), right=sum(one.right for one in lost))


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
