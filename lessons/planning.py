"""What to ask today: what `fsrs` says is due, new facts at a pace, and all of it working towards an examination.

A fact is due on a calendar day of the learner, at any hour of it; one that is being learned (`fsrs`'s steps of minutes) at its minute.
In the last days before an examination every known fact comes up once more: where `fsrs` would ask it only on the day of the examination
or later, and it was not rated in these days yet, it takes its turn on one of them, drawn by its id, so that each day has an equal share. A
turn that was missed is drawn again among the days that are left. On the day of the examination and after, all is as without one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from hashlib import blake2b
from math import ceil

from .attempts import State
from .dates.point import Point
from .schedule import ScheduleError, checked_retention

MOST_LAST = 30
"""How long the last days may be at most."""
REVIEW = 2
"""The phase of a fact that is asked again after days, not minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a learner wants to learn.

    Attributes:
        exam: the day of the examination; the day before it is the last to learn on.
        last_days: in how many days before it every known fact comes up once more, 0 to 30.
        new_a_day: how many facts are met for the first time on a day, at most.
        retention: the chance of recall at which a fact is asked again, 0.7 to 0.99.
        reviews_a_day: how many known facts are asked on a day, at most; None for all that are due.
        zone: where the learner's days begin and end.

    Raises:
        ScheduleError: if one of these is not so.

    >>> Plan(last_days=90)
    Traceback (most recent call last):
    lessons.schedule.ScheduleError: last_days=90: give a whole number from 0 to 30
    """

    exam: date | None = None
    last_days: int = 7
    new_a_day: int = 10
    retention: float = 0.9
    reviews_a_day: int | None = None
    zone: tzinfo = UTC

    def __post_init__(self) -> None:
        if self.exam is not None and (not isinstance(self.exam, date) or isinstance(self.exam, datetime)):
            raise ScheduleError(f"exam={self.exam!r}: give a day, e.g. date(2027, 5, 23), or None")
        _whole("last_days", self.last_days, MOST_LAST)
        _whole("new_a_day", self.new_a_day)
        if self.reviews_a_day is not None:
            _whole("reviews_a_day", self.reviews_a_day)
        checked_retention(self.retention)


def _whole(name: str, value: object, most: int | None = None) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0 or (most is not None and value > most):
        raise ScheduleError(f"{name}={value!r}: give a whole number from 0{'' if most is None else f' to {most}'}")


def days_left(plan: Plan, today: date) -> int:
    """How many days there are to learn on before the examination, today included; 0 without one ahead.

    >>> days_left(Plan(exam=date(2027, 5, 23)), date(2027, 5, 21))
    2
    """
    return max(0, (plan.exam - today).days) if plan.exam else 0


def begins(day: date, plan: Plan) -> datetime:
    """When a day of the learner begins, in UTC.

    >>> begins(date(2027, 5, 23), Plan()).isoformat()
    '2027-05-23T00:00:00+00:00'
    """
    return datetime.combine(day, time(), plan.zone).astimezone(UTC)


def due_day(state: State, plan: Plan, today: date) -> date:
    """The day on which a known fact is asked next; in the past where that was missed.

    >>> at = datetime(2027, 4, 1, tzinfo=UTC)
    >>> state = State(fact="a", stability=90, difficulty=5, phase=2, step=None, due=at + timedelta(days=90), last=at)
    >>> due_day(state, Plan(), at.date()).isoformat()
    '2027-06-30'
    >>> due_day(state, Plan(exam=date(2027, 5, 23)), at.date()).isoformat()
    '2027-05-20'
    """
    day = state.due.astimezone(plan.zone).date()
    left = days_left(plan, today)
    if not plan.exam or not left or day < plan.exam or state.last.astimezone(plan.zone).date() >= plan.exam - timedelta(plan.last_days):
        return day
    drawn = turns(state.fact)
    return next((plan.exam - timedelta(n) for n in range(min(left, plan.last_days), 0, -1) if is_turn(drawn, n)), day)


def turns(fact: str) -> bytes:
    """What a fact's turn in the last days is drawn by: two bytes for each of them."""
    return blake2b(fact.encode("utf-8", "surrogatepass"), digest_size=2 * MOST_LAST, person=b"last days").digest()


def is_turn(drawn: bytes, left: int) -> bool:
    """Whether a fact that had no turn yet has it with so many days left: one in so many facts has, and on the last day all."""
    return int.from_bytes(drawn[2 * left - 2 : 2 * left], "little") % left == 0


def new_today(plan: Plan, today: date, unseen: int, already_new_today: int = 0, known: int | None = None) -> int:
    """How many facts to meet for the first time today, beside those that were already.

    Before the last days: `new_a_day`, which falls day by day over the `last_days` days before them, as far as all unseen facts are
    still met in time. In the last days: none, for these are for what is known. Only where that does not fill them, as for
    a learner who begins this late, there is no other chance and room for one: then `new_a_day` less the share of the known facts that
    each of these days asks.

    Args:
        plan: the pace and the examination.
        today: the learner's day.
        unseen: how many facts were never met.
        already_new_today: how many were met for the first time today.
        known: how many were met, today's included; None for enough to fill the last days.

    >>> plan = Plan(exam=date(2027, 5, 23))
    >>> [new_today(plan, date(2027, 5, day), unseen) for day, unseen in ((1, 60), (12, 12), (14, 6), (15, 2), (16, 2))]
    [10, 5, 3, 2, 0]
    >>> new_today(plan, date(2027, 5, 20), 8, known=21)
    7
    """
    left = days_left(plan, today)
    before = left - plan.last_days
    if not left:
        pace = plan.new_a_day
    elif before > 0:
        slower = ceil(plan.new_a_day * before / (plan.last_days + 1))
        pace = min(plan.new_a_day, max(slower, ceil((unseen + already_new_today) / before)))
    elif known is None:
        pace = 0
    else:
        pace = plan.new_a_day - ceil(max(0, known - already_new_today) / plan.last_days)
    return max(0, min(unseen, pace - already_new_today))


def pace(plan: Plan, today: date, unseen: int, already_new_today: int = 0, known: int | None = None) -> str | None:
    """What to know of the plan: that not all facts can be met before the examination, and what it would take; None where all is well.

    Args:
        plan: the pace and the examination.
        today: the learner's day.
        unseen: how many facts were never met.
        already_new_today: how many were met for the first time today.
        known: how many were met, today's included; None where that is not known.

    >>> pace(Plan(exam=date(2027, 5, 23)), date(2027, 5, 11), 188)
    'At 10 new facts a day, 138 of the 188 facts not met yet will not be met before the examination on 23 May 2027; it would take 38 a day.'
    """
    if not plan.exam:
        return None
    named = Point(year=plan.exam.year, month=plan.exam.month, day=plan.exam.day).text
    left = days_left(plan, today)
    if not left:
        return f"The examination {'is today' if plan.exam == today else f'was on {named}'}; the days are planned as without one."
    missed = unseen - _met(plan, today, unseen, already_new_today, known)
    before = left - plan.last_days
    if missed:
        rate = "1 new fact" if plan.new_a_day == 1 else f"{plan.new_a_day} new facts"
        many = f"{missed} of the {unseen} facts" if missed < unseen else f"the {unseen} facts" if unseen > 1 else "the one fact"
        text = f"At {rate} a day, {many} not met yet will not be met before the examination on {named}"
        if before > 0:
            return f"{text}; it would take {ceil((unseen + already_new_today) / before)} a day."
        free = 1 if left > 1 else 0
        needed = ceil((unseen + already_new_today) / (left - free))
        return f"{text}, with {_last(plan)} before it kept for what is known; with last_days={free} it would take {needed} a day."
    most = plan.reviews_a_day
    if known is not None and most is not None and before >= 0 and known + unseen > most * plan.last_days and plan.last_days:
        needed = ceil((known + unseen) / plan.last_days)
        return f"At {most} reviews a day, not every fact comes up in {_last(plan)} before the examination; it would take {needed} a day."
    return None


def _last(plan: Plan) -> str:
    return f"the last {plan.last_days} days" if plan.last_days > 1 else "the last day"


def _met(plan: Plan, today: date, unseen: int, already: int, known: int | None) -> int:
    """How many of the unseen facts will be met before the examination."""
    met = 0
    for n in range(days_left(plan, today) if plan.new_a_day else 0):
        now_known = None if known is None else known + met
        met += new_today(plan, today + timedelta(n), unseen - met, 0 if n else already, now_known)
        if met == unseen:
            break
    return met
