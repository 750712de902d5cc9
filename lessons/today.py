"""The facts to ask today, in which order: due ones by how much they are overdue, new ones as the notes have them, siblings apart.

Siblings are facts whose cards give one another away, such as two of one line of a note; the caller names them by a common `group`.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import heapify, heappop, heappush, heapreplace
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from .attempts import State
from .planning import REVIEW, Plan, begins, days_left, is_turn, new_today, turns
from .schedule import aware

_SPREAD = 0x9E3779B1  # odd and large, so that each day's draw is another order and not a mirror of the last (Knuth's multiplicative hash)


class Place(NamedTuple):
    """A fact that may be asked and where it stands; `group` is what it shares with its siblings, None where it has none."""

    fact: str
    lesson: str
    note: str
    group: Hashable = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What to ask today, ids of facts.

    Attributes:
        due: known facts: first those that are being learned and whose minutes are over, then the most overdue for their stability.
        new: facts to meet for the first time, after those.
        later: how many more known facts are due, over the limit of the day.
        back: when the next fact that is being learned comes back today; None where none will.
    """

    due: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    later: int = 0
    back: datetime | None = None


def todays(
    facts: Sequence[Place | tuple[str, str, str, Hashable]],
    states: Mapping[str, State],
    plan: Plan,
    *,
    now: datetime,
    today: date,
    met_today: Mapping[str, int],
    known: int | None = None,
    seed: int = 1,
) -> Queue:
    """What is left to ask today; called again after a response, it gives what is left then.

    A fact comes once a day, unless it is being learned (new or forgotten): then it comes back when its minutes are over. New facts are
    taken in the order of `facts`. No two of a group stand side by side, in `due` followed by `new`, where another order can avoid it;
    where they must, as few as can be.

    Args:
        facts: what may be asked, in the order of the notes; states of other facts are left alone.
        states: what is remembered, by fact; today's ratings included.
        plan: the pace, the limits and the examination.
        now: with its time zone.
        today: the learner's day.
        met_today: how often each fact was rated today, by fact.
        known: how many facts are known, where `facts` and `states` leave out those that are not due; else they are counted.
        seed: draws the order of facts that are equally overdue, anew each day.

    Raises:
        ScheduleError: if `now` has no time zone.

    >>> from datetime import UTC
    >>> now = datetime(2027, 4, 1, 8, tzinfo=UTC)
    >>> known = State(fact="b", stability=9, difficulty=5, phase=2, step=None, due=now, last=now - timedelta(days=9))
    >>> facts = [Place("a", "Article 5", "treaty", 14), Place("b", "Article 5", "treaty", 14), Place("c", "Article 5", "treaty", 15)]
    >>> queue = todays(facts, {"b": known}, Plan(new_a_day=2), now=now, today=now.date(), met_today={})
    >>> queue.due, queue.new
    (('b',), ('c', 'a'))
    """
    aware(now)
    groups = {place[0]: place[3] for place in facts}
    ends = begins(today + timedelta(days=1), plan)
    turn = _Turn(plan, today)
    unseen: list[str] = []
    due: list[str] = []
    comebacks: list[str] = []
    back: list[datetime] = []
    for fact in groups:
        state = states.get(fact)
        if state is None:
            if fact not in met_today:
                unseen.append(fact)
        elif state.phase != REVIEW:
            if state.due > now:
                back.append(state.due)
            else:
                (comebacks if fact in met_today else due).append(fact)
        elif (state.due < ends or state.due <= now or turn.has_come(state)) and fact not in met_today:
            due.append(fact)
    before = {fact for fact, times in met_today.items() if fact in states and states[fact].reviews > times}
    room = len(due) if plan.reviews_a_day is None else max(0, plan.reviews_a_day - len(before))
    comebacks.sort(key=lambda fact: (states[fact].due, fact))
    due = _in_order(due, states, ends, f"{seed} {today} ")
    known = sum(fact in states for fact in groups) if known is None else known
    new = unseen[: new_today(plan, today, len(unseen), len(met_today) - len(before), known)]
    asked, met = _both_apart([*comebacks, *due[:room]], new, groups)
    soon = min((one for one in back if one < ends), default=None)
    return Queue(due=tuple(asked), new=tuple(met), later=max(0, len(due) - room), back=soon)


class _Turn:
    """Whether a known fact has its turn in the last days before the examination; the days' bounds are worked out once."""

    def __init__(self, plan: Plan, today: date) -> None:
        left = days_left(plan, today)
        self.left = left if left <= plan.last_days else 0
        if plan.exam and self.left:
            self.exam, self.first = begins(plan.exam, plan), begins(plan.exam - timedelta(days=plan.last_days), plan)

    def has_come(self, state: State) -> bool:
        return bool(self.left) and state.due >= self.exam and state.last < self.first and is_turn(turns(state.fact), self.left)


def _in_order(due: Sequence[str], states: Mapping[str, State], ends: datetime, draw: str) -> list[str]:
    """The most overdue first: whole days since the day it was due, over its stability in days; the equally overdue as drawn."""
    drawn = crc32(draw.encode())
    rows = []
    for fact in due:
        state = states[fact]
        days = (ends - state.due).days
        turned = (crc32(fact.encode("utf-8", "surrogatepass")) ^ drawn) * _SPREAD & 0xFFFFFFFF
        rows.append((-days / state.stability if days > 0 else 0.0, turned, fact))
    rows.sort()
    return [row[2] for row in rows]


def _both_apart(due: Sequence[str], new: Sequence[str], groups: Mapping[str, Hashable]) -> tuple[list[str], list[str]]:
    """Both apart in themselves and where one follows the other, if need be with the order of `due` found from its end."""
    if not _touching([*due, *new], groups):
        return list(due), list(new)
    asked = apart(due, groups)
    met = apart(new, groups, after=asked[-1] if asked else None)
    touching = _touching([*asked, *met], groups)
    if asked and met and touching:
        other = apart(new, groups)
        before = apart(due[::-1], groups, after=other[0])[::-1]
        if _touching([*before, *other], groups) < touching:
            return before, other
    return asked, met


def _touching(facts: Iterable[str], groups: Mapping[str, Hashable]) -> int:
    return sum(one == other and one is not None for one, other in pairwise(map(groups.__getitem__, facts)))


def apart(facts: Sequence[str], groups: Mapping[str, Hashable], after: str | None = None) -> list[str]:
    """The facts with as few side by side of one group as can be, otherwise as much as may be in their order.

    The first that does not touch goes next, unless a group has so many left that only every other place is enough for them.

    Args:
        facts: ids, each once.
        groups: of each fact; None is no group.
        after: the fact before them.

    >>> apart(["a1", "a2", "b", "c", "a3"], {"a1": "a", "a2": "a", "a3": "a", "b": None, "c": None})
    ['a1', 'b', 'a2', 'c', 'a3']
    """
    keys = {fact: _key(fact, groups) for fact in facts}
    last = None if after is None else _key(after, groups)
    most = max(Counter(keys.values()).values(), default=0)
    found: list[str] = []
    held: deque[str] = deque()  # all of the group that came last
    coming = iter(facts)
    while len(facts) - len(found) > 2 * most:  # as yet no group needs every other place
        if held and keys[held[0]] != last:
            fact = held.popleft()
        else:
            fact = next(coming)
            if keys[fact] == last:
                held.append(fact)
                continue
        found.append(fact)
        last = keys[fact]
    return found + _crowded([*held, *coming], keys, last)


def _crowded(facts: Sequence[str], keys: Mapping[str, Hashable], after: Hashable) -> list[str]:
    """What `apart` does where a group may have so many left that it must go next."""
    names: dict[Hashable, int] = {}
    waiting: list[deque[tuple[int, str]]] = []
    for place, fact in enumerate(facts):
        name = names.setdefault(keys[fact], len(names))
        if name == len(waiting):
            waiting.append(deque())
        waiting[name].append((place, fact))
    heads = [(queue[0][0], name) for name, queue in enumerate(waiting)]  # a heap: they are in order
    crowd = [(-len(queue), name) for name, queue in enumerate(waiting)]
    heapify(crowd)
    found: list[str] = []
    last = names.get(after, -1)
    for left in range(len(facts), 0, -1):
        while -crowd[0][0] != len(waiting[crowd[0][1]]):  # what was taken since is only taken off when it comes to the top
            heapreplace(crowd, (-len(waiting[crowd[0][1]]), crowd[0][1]))
        size, name = crowd[0]
        if -size <= left // 2 or name == last:
            name = _earliest(heads, waiting, last)
        found.append(waiting[name].popleft()[1])
        if waiting[name]:
            heappush(heads, (waiting[name][0][0], name))
        last = name
    return found


def _earliest(heads: list[tuple[int, int]], waiting: Sequence[deque[tuple[int, str]]], last: int) -> int:
    """The group that the earliest fact is of, the last one's only if there is no other; heads that were taken since are dropped."""
    held: tuple[int, int] | None = None
    found = last
    while heads:
        place, name = heappop(heads)
        if not waiting[name] or waiting[name][0][0] != place:
            continue
        if name != last:
            found = name
            break
        held = (place, name)
    if held and found != last:
        heappush(heads, held)
    return found


def _key(fact: str, groups: Mapping[str, Hashable]) -> Hashable:
    return (fact, None) if groups[fact] is None else (None, groups[fact])
