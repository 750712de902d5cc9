"""How much there will be to ask on the days to come, if every fact is recalled each time.

What is simulated is `lessons.today` with `fsrs`, every rating good, without the fuzz of intervals. A fact counts once a day; its steps of
minutes are taken on the same day. So it is a lower bound: whatever is forgotten comes again. (Only who often rates "easy" has less.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from typing import TYPE_CHECKING, Any

from .attempts import State
from .planning import MOST_LAST, Plan, days_left, new_today, turns
from .schedule import PARAMETERS, curve

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[tuple[int], np.dtype[Any]]

LEARNING = 1
"""The phase of a fact that is asked again after minutes, in two steps."""
LONGEST = 36_500
"""The longest interval, in days, as in `fsrs`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a day brings: known facts asked and facts met for the first time; `later` are due but over the plan's `reviews_a_day`."""

    day: date
    due: int
    new: int
    later: int = 0


def forecast(
    states: Mapping[str, State], plan: Plan, *, today: date, days: int, unseen: int, met_today: Mapping[str, int] | None = None
) -> list[Load]:
    """The load of today and the days after it.

    Args:
        states: what is remembered, by fact, of the facts that may be asked.
        plan: the pace, the limits and the examination.
        today: the learner's day.
        days: how many days, today included. Today's load is what is left of it.
        unseen: how many facts there are that were never met.
        met_today: how often each fact was rated today, by fact.

    >>> [(load.new, load.due) for load in forecast({}, Plan(new_a_day=4), today=date(2027, 4, 1), days=6, unseen=10)]
    [(4, 0), (4, 0), (2, 4), (0, 4), (0, 2), (0, 0)]
    """
    met = met_today or {}
    before = sum(fact in states and states[fact].reviews > times for fact, times in met.items())
    memory = _Memory(states, plan, today)
    loads = []
    for n in range(days):
        day = today + timedelta(days=n)
        most = None if plan.reviews_a_day is None else max(0, plan.reviews_a_day - (0 if n else before))
        asked, later = memory.ask(n, most)
        new = new_today(plan, day, unseen, 0 if n else len(met) - before, len(memory))
        unseen -= new
        memory.meet(n, new)
        loads.append(Load(day=day, due=asked, new=new, later=later))
    return loads


class _Memory:
    """All known facts at once, one to a place in each array; days are counted from today.

    Attributes:
        stability, difficulty: as in `State`; stability in days.
        due: the day that `fsrs` says; `last`: the day of the last rating.
        whole: whole days of 24 hours between the two, which are what `fsrs` counts.
        when: the day on which the fact is asked, by the plan.
        turn: facts × last days, whether the fact may have its turn on the day.
        steps: how many more times "good" it takes on the first day asked, for what is being learned.
    """

    def __init__(self, states: Mapping[str, State], plan: Plan, today: date) -> None:
        import numpy as np

        known = list(states.values())
        days = [
            ((one.due.astimezone(plan.zone).date() - today).days, (one.last.astimezone(plan.zone).date() - today).days) for one in known
        ]
        self.plan, self.exam = plan, days_left(plan, today)
        self.first = self.exam - plan.last_days
        self.stability = np.array([one.stability for one in known], dtype=float)
        self.difficulty = np.array([one.difficulty for one in known], dtype=float)
        self.due = np.array([due for due, _ in days], dtype=int)
        self.last = np.array([last for _, last in days], dtype=int)
        self.whole = np.array([(one.due - one.last).days for one in known], dtype=int)
        self.steps = np.array([int(one.phase == LEARNING and not one.step) for one in known], dtype=int)
        self.turn = self._turns(list(states))
        self.when = self.due.copy()
        self._plan(np.arange(len(known)), 0)

    def __len__(self) -> int:
        return len(self.when)

    def ask(self, day: int, most: int | None) -> tuple[int, int]:
        """Ask what is due on a day, rated good; how many were asked, and how many had to wait."""
        import numpy as np

        due = np.flatnonzero(self.when <= day)
        over = due[:0]
        if most is not None and len(due) > most:
            overdue = np.maximum(0, day - self.due[due]) / self.stability[due]
            due = due[np.argsort(-overdue, kind="stable")]
            due, over = due[:most], due[most:]
        self._rate(due, day)
        self._plan(due, day + 1)
        self._plan(over, day + 1)
        return len(due), len(over)

    def meet(self, day: int, new: int) -> None:
        """Meet facts for the first time, rated good until they are asked after days."""
        import numpy as np

        places = np.arange(len(self), len(self) + new)
        for name, value in {
            "stability": PARAMETERS[2],
            "difficulty": _difficulty(3),
            "due": day,
            "last": day,
            "whole": 0,
            "steps": 0,
            "when": day,
        }.items():
            old = getattr(self, name)
            setattr(self, name, np.concatenate([old, np.full(new, value, dtype=old.dtype)]))
        self.turn = np.concatenate([self.turn, self._turns([f"new {place}" for place in places])])
        self._rate(places, day)
        self._plan(places, day + 1)

    def _turns(self, facts: list[str]) -> Array:
        """As `planning.is_turn` has it: bytes drawn by the fact, two for each number of days left."""
        import numpy as np

        drawn = np.frombuffer(b"".join(map(turns, facts)), dtype="<u2").reshape(len(facts), MOST_LAST)
        left = np.arange(self.plan.last_days, 0, -1)
        has: Array = drawn[:, left - 1] % left == 0
        return has

    def _plan(self, facts: Array, day: int) -> None:
        """Set when facts are asked, from a day on."""
        import numpy as np

        self.when[facts] = self.due[facts]
        if day < self.exam and self.plan.last_days:
            moved = facts[(self.due[facts] >= self.exam) & (self.last[facts] < self.first)]
            start = max(day, self.first)
            self.when[moved] = start + np.argmax(self.turn[moved, start - self.first :], axis=1)

    def _rate(self, facts: Array, day: int) -> None:
        """Rate facts good on a day, and again while their steps of minutes last."""
        import numpy as np

        self._good(facts, self.whole[facts] + day - self.due[facts])
        facts_in_steps = facts[self.steps[facts] > 0]
        self._good(facts_in_steps, np.zeros(len(facts_in_steps), dtype=int))
        self.steps[facts] = 0
        factor, decay = curve()
        interval = self.stability[facts] / factor * (self.plan.retention ** (1 / decay) - 1)
        self.whole[facts] = np.clip(np.rint(interval), 1, LONGEST)
        self.last[facts] = day
        self.due[facts] = day + self.whole[facts]

    def _good(self, facts: Array, since: Array) -> None:
        """FSRS-6's stability and difficulty after "good", whole days since the last rating; held to `fsrs` by the tests."""
        import numpy as np

        w = PARAMETERS
        factor, decay = curve()
        stability, difficulty = self.stability[facts], self.difficulty[facts]
        recalled = (1 + factor * np.maximum(since, 0) / stability) ** decay
        later = 1 + np.exp(w[8]) * (11 - difficulty) * stability ** -w[9] * np.expm1((1 - recalled) * w[10])
        at_once = np.maximum(1, np.exp(w[17] * w[18]) * stability ** -w[19])
        self.stability[facts] = stability * np.where(since < 1, at_once, later)
        self.difficulty[facts] = np.clip(w[7] * _difficulty(4) + (1 - w[7]) * difficulty, 1, 10)


def _difficulty(rating: int) -> float:
    """FSRS-6's difficulty after a first rating, before it is held between 1 and 10."""
    return float(PARAMETERS[4] - exp(PARAMETERS[5] * (rating - 1)) + 1)
