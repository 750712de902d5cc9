"""What is asked today: due by the learner's days, new at a pace, towards an examination, siblings apart; and what is to come."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, permutations
from zoneinfo import ZoneInfo

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons import LessonsError
from lessons.attempts import State
from lessons.planning import Plan, begins, days_left, due_day, new_today, pace
from lessons.schedule import ScheduleError, rated
from lessons.today import Place, Queue, _both_apart, apart, todays
from lessons.workload import Load, forecast

EXAM = date(2027, 5, 23)
TODAY = date(2027, 4, 1)
NOON = datetime(2027, 4, 1, 12, tzinfo=UTC)
INDIA, CHILE = ZoneInfo("Asia/Kolkata"), ZoneInfo("America/Santiago")
PLANS = st.builds(
    Plan,
    exam=st.none() | st.dates(TODAY - timedelta(days=2), TODAY + timedelta(days=40)),
    last_days=st.integers(0, 9),
    new_a_day=st.integers(0, 12),
    retention=st.sampled_from([0.7, 0.9, 0.97]),
)


def known(
    fact: str = "a", *, last: float, days: float = 0, stability: float | None = None, phase: int = 2, step: int | None = None
) -> State:
    """A fact rated so many days before noon and due so many days later."""
    then = NOON - timedelta(days=last)
    return State(
        fact=fact, stability=stability or max(days, 1), difficulty=5.0, phase=phase, step=step, due=then + timedelta(days=days), last=then
    )


def places(facts: Iterable[str], group: Hashable = None) -> list[Place]:
    return [Place(fact, "Lesson", "note", group) for fact in facts]


def queue(states: Iterable[State], plan: Plan | None = None, *, new: int = 0, met: Mapping[str, int] | None = None, seed: int = 1) -> Queue:
    """Today's queue of known facts and some that are new, at noon."""
    by_fact = {state.fact: state for state in states}
    facts = places([*by_fact, *(f"new {n}" for n in range(new))])
    return todays(facts, by_fact, plan or Plan(), now=NOON, today=TODAY, met_today=met or {}, seed=seed)


# The plan.


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"exam": "2027-05-23"}, "exam='2027-05-23': give a day, e.g. date(2027, 5, 23), or None"),
        ({"exam": NOON}, "give a day"),
        ({"last_days": -1}, "last_days=-1: give a whole number from 0 to 30"),
        ({"last_days": 31}, "last_days=31"),
        ({"new_a_day": 2.5}, "new_a_day=2.5: give a whole number from 0"),
        ({"new_a_day": True}, "new_a_day=True"),
        ({"reviews_a_day": "many"}, "reviews_a_day='many': give a whole number from 0"),
        ({"retention": 90}, "90 is no retention to aim at; give a number from 0.7 to 0.99, e.g. 0.9"),
    ],
)
def test_a_wrong_plan_is_said(wrong: dict[str, object], told: str) -> None:
    """A field that cannot be is one error that names it, what came and what to give."""
    with pytest.raises(LessonsError, match=re.escape(told)):
        Plan(**wrong)  # type: ignore[arg-type]


# Due days.


def test_without_an_examination_fsrs_says_when() -> None:
    """The day is the one of the time that is due, in the learner's zone; one that is over, today included, changes nothing."""
    state = known(last=1, days=90)
    for exam in (None, TODAY, TODAY - timedelta(days=1)):
        assert due_day(state, Plan(exam=exam), TODAY) == state.due.date()
    late = known(last=1, days=2.3)  # 19:12 in UTC, after midnight in India
    assert (due_day(late, Plan(), TODAY), due_day(late, Plan(zone=INDIA), TODAY)) == (date(2027, 4, 2), date(2027, 4, 3))


def test_every_known_fact_comes_up_in_the_last_days() -> None:
    """What would be asked only on the day of the examination or later is spread over the last days, about as many on each."""
    plan = Plan(exam=EXAM, last_days=7)
    states = [known(f"fact {n}", last=3, days=55 + n % 300) for n in range(3500)]
    assert min(state.due.date() for state in states) == EXAM
    days = Counter(due_day(state, plan, TODAY) for state in states)
    assert set(days) == {EXAM - timedelta(days=n) for n in range(1, 8)}
    assert all(400 < many < 600 for many in days.values())


def test_what_comes_up_anyway_is_not_moved() -> None:
    """A fact due before the examination, or rated in the last days already, is asked when `fsrs` says."""
    plan = Plan(exam=EXAM, last_days=7)
    for days in (1, 40, 52):
        state = known(last=1, days=days)
        assert due_day(state, plan, TODAY) == state.due.date() < EXAM
    in_time = known(last=-(EXAM - TODAY).days + 7, days=60)
    assert in_time.last.date() == EXAM - timedelta(days=7)
    assert due_day(in_time, plan, EXAM - timedelta(days=5)) == in_time.due.date() > EXAM
    before = known(last=-(EXAM - TODAY).days + 8, days=60)
    assert EXAM - timedelta(days=7) <= due_day(before, plan, EXAM - timedelta(days=8)) < EXAM


def test_an_examination_set_late_spreads_what_is_left() -> None:
    """With three days to go, each has about a third, though seven are the plan; the day before it all that are left come."""
    plan = Plan(exam=TODAY + timedelta(days=3))
    states = [known(f"fact {n}", last=9, days=60) for n in range(900)]
    assert all(240 < many < 360 for many in Counter(due_day(state, plan, TODAY) for state in states).values())
    last = TODAY + timedelta(days=2)
    assert {due_day(state, plan, last) for state in states} == {last}


@given(fact=st.text(max_size=5), days=st.integers(54, 500), last_days=st.integers(1, 30))
def test_a_turn_stays_until_it_is_missed(fact: str, days: int, last_days: int) -> None:
    """Asked on any day before it, a fact's turn is on the same day; missed, it is later, and never on the examination."""
    plan = Plan(exam=EXAM, last_days=last_days)
    state = known(fact, last=1, days=days)
    turn = due_day(state, plan, TODAY)
    for n in range(1, (EXAM - TODAY).days):
        today = TODAY + timedelta(days=n)
        day = due_day(state, plan, today)
        assert day == turn if today <= turn else today <= day < EXAM


# New facts.


@given(
    unseen=st.integers(0, 400),
    new=st.integers(0, 30),
    left=st.integers(1, 60),
    last_days=st.integers(0, 30),
    has=st.none() | st.integers(0, 300),
)
def test_the_pace_holds_what_it_says(unseen: int, new: int, left: int, last_days: int, has: int | None) -> None:
    """Meeting what each day says, all facts are met before the last days unless `pace` says otherwise, and then exactly as many are not."""
    plan = Plan(exam=TODAY + timedelta(days=left), last_days=last_days, new_a_day=new)
    told = pace(plan, TODAY, unseen, known=has)

    def lived(plan: Plan) -> tuple[int, list[int]]:
        """How many are never met, and how many are met on each day."""
        missed, met = unseen, []
        for n in range(left):
            met.append(new_today(plan, TODAY + timedelta(days=n), missed, 0, None if has is None else has + sum(met)))
            missed -= met[-1]
        return missed, met

    missed, met = lived(plan)
    assert all(0 <= one <= new for one in met)
    if left > last_days and unseen <= new * (left - last_days):
        assert sum(met[: left - last_days]) == unseen
    if has is None:
        assert not sum(met[max(0, left - last_days) :])
    assert (told is None) == (missed == 0)
    if told is None:
        return
    assert f"{missed} of the {unseen} facts" in told or missed == unseen
    needed = int(re.findall(r"it would take (\d+) a day", told)[0])
    kept = re.findall(r"with last_days=(\d+)", told)
    fixed = Plan(exam=plan.exam, last_days=int(kept[0]) if kept else last_days, new_a_day=needed)
    assert lived(fixed)[0] == 0
    fewer = Plan(exam=plan.exam, last_days=fixed.last_days, new_a_day=needed - 1)
    assert has is not None or lived(fewer)[0] > 0


def test_fewer_new_facts_near_the_end() -> None:
    """Full pace long before; where facts are few enough, fewer each day over the last days before the last days; then none."""
    plan = Plan(exam=EXAM, last_days=7)
    unseen, met = 418, []
    for n in range((EXAM - TODAY).days):
        met.append(new_today(plan, TODAY + timedelta(days=n), unseen))
        unseen -= met[-1]
    assert met == [10] * 38 + [9, 8, 7, 5, 4, 3, 2] + [0] * 7


def test_new_facts_of_today_count() -> None:
    """What was met today is taken off, and a pace that all facts need is that of the whole day."""
    assert new_today(Plan(), TODAY, 188) == 10
    assert new_today(Plan(), TODAY, 184, 4) == 6
    assert new_today(Plan(), TODAY, 3, 4) == 3
    assert new_today(Plan(), TODAY, 100, 40) == 0
    assert new_today(Plan(new_a_day=0), TODAY, 100) == 0
    near = Plan(exam=TODAY + timedelta(days=9), last_days=7)
    assert [new_today(near, TODAY, 20 - met, met) for met in (0, 4, 10)] == [10, 6, 0]


def test_who_begins_in_the_last_days_has_new_facts() -> None:
    """There is no other chance then; the more is known, the fewer are new, and with enough known none."""
    plan = Plan(exam=TODAY + timedelta(days=3), last_days=7)
    assert [new_today(plan, TODAY, 50, 0, has) for has in (0, 7, 35, 70, 1000, None)] == [10, 9, 5, 0, 0, 0]
    assert new_today(plan, TODAY, 40, 10, 10) == 0  # those of today do not crowd out each other
    assert new_today(plan, TODAY, 45, 5, 5) == 5


SAID = {
    "past": "The examination was on 1 March 2027; the days are planned as without one.",
    "today": "The examination is today; the days are planned as without one.",
    "soon": "At 10 new facts a day, 70 of the 100 facts not met yet will not be met before the examination on 11 April 2027; "
    "it would take 34 a day.",
    "late": "At 10 new facts a day, the 100 facts not met yet will not be met before the examination on 6 April 2027, "
    "with the last 7 days before it kept for what is known; with last_days=1 it would take 25 a day.",
    "tomorrow": "At 10 new facts a day, 90 of the 100 facts not met yet will not be met before the examination on 2 April 2027, "
    "with the last 7 days before it kept for what is known; with last_days=0 it would take 100 a day.",
    "reviews": "At 50 reviews a day, not every fact comes up in the last 7 days before the examination; it would take 58 a day.",
}


@pytest.mark.parametrize(
    ("exam", "has", "told"),
    [
        (None, None, None),
        (EXAM, None, None),
        (EXAM, 200, None),
        (EXAM, 300, SAID["reviews"]),
        (date(2027, 3, 1), None, SAID["past"]),
        (TODAY, None, SAID["today"]),
        (TODAY + timedelta(days=10), None, SAID["soon"]),
        (TODAY + timedelta(days=5), None, SAID["late"]),
        (TODAY + timedelta(days=1), 0, SAID["tomorrow"]),
    ],
)
def test_the_plan_is_judged_in_words(exam: date | None, has: int | None, told: str | None) -> None:
    """What cannot be done before the examination is said with what it would take; a past one is said to be past."""
    assert pace(Plan(exam=exam, reviews_a_day=50), TODAY, 100, known=has) == told


# Today's queue.


def test_nothing_to_ask() -> None:
    """No facts, or none due and none new, is an empty queue; states of facts that are asked no more stay out."""
    assert queue([]) == Queue()
    assert queue([known(last=1, days=9)]) == Queue()
    gone = {"gone": known("gone", last=9, days=2)}
    assert todays([], gone, Plan(), now=NOON, today=TODAY, met_today={}) == Queue()


def test_all_new() -> None:
    """Facts never met come in the order of the notes, as many as the day allows, less those met today."""
    assert queue([], new=15).new == tuple(f"new {n}" for n in range(10))
    met = known("met", last=0, days=0.001, phase=1, step=1)
    assert len(queue([met], new=15, met={"met": 1}).new) == 9
    review = known("met", last=0, days=9)  # met long ago, reviewed today
    assert len(queue([review._replace(reviews=5)], new=15, met={"met": 1}).new) == 10


def test_a_fact_is_due_all_day_long() -> None:
    """What is due at eleven at night is asked at noon; what is due tomorrow is not."""
    tonight, tomorrow = known("a", last=8.5, days=8.999), known("b", last=8.5, days=9)
    assert tonight.due < begins(TODAY + timedelta(days=1), Plan()) <= tomorrow.due
    assert queue([tonight, tomorrow]).due == ("a",)


@pytest.mark.parametrize(("zone", "hours"), [(UTC, 0), (INDIA, -5.5), (CHILE, 3)])
def test_the_day_is_the_learners(zone: ZoneInfo, hours: float) -> None:
    """A day begins and ends at the learner's midnight, though it is another day in UTC then."""
    midnight = datetime.combine(TODAY + timedelta(days=1), time(), UTC) + timedelta(hours=hours)
    for minutes, asked in ((-1, ("a",)), (0, ())):
        due = midnight + timedelta(minutes=minutes)
        state = State(fact="a", stability=9, difficulty=5, phase=2, step=None, due=due, last=due - timedelta(days=9))
        for now in (midnight - timedelta(minutes=30), midnight - timedelta(hours=23)):
            found = todays(places("a"), {"a": state}, Plan(zone=zone), now=now, today=TODAY, met_today={})
            assert found.due == asked
    late = todays(places("a"), {"a": state}, Plan(zone=zone), now=midnight + timedelta(minutes=1), today=TODAY, met_today={})
    assert late.due == ("a",)  # a day may be lived after midnight: what fsrs holds to be due is


def test_the_most_overdue_come_first() -> None:
    """By days overdue over stability; the equally overdue in an order of the seed and the day."""
    late = [known("firm", last=104, days=100, stability=100), known("weak", last=6, days=2, stability=2)]
    today = [known(f"{n}", last=9, days=9) for n in range(20)]
    orders = {queue([*today, *late], seed=seed).due for seed in range(5)}
    assert {order[:2] for order in orders} == {("weak", "firm")}
    assert len(orders) == 5
    assert queue([*late, *today]).due == queue([*today, *late]).due


def test_a_fact_comes_once_a_day_unless_it_is_being_learned() -> None:
    """Rated today, a fact is not asked again, except one that was forgotten or is new, when its minutes are over, and then first."""
    soon = known("soon", last=0, days=0.005, phase=1, step=1)
    states = [
        known("good", last=0.1, days=0.05),
        known("forgotten", last=0.1, days=0.05, phase=3, step=0),
        known("new", last=0.2, days=0.02, phase=1, step=1),
        soon,
        known("other", last=9, days=2),
    ]
    met = {"good": 1, "forgotten": 1, "new": 1, "soon": 1}
    found = queue(states, met=met)
    assert found.due == ("new", "forgotten", "other")
    assert found.back == soon.due
    assert queue(states, Plan(reviews_a_day=0), met=met).due == ("new", "forgotten")


def test_the_limit_of_reviews() -> None:
    """No more than the day's reviews are asked, those of today counted; the most overdue go first, and the rest are told."""
    states = [known(f"{n:04d}", last=20 + n % 7, days=10) for n in range(3000)]
    found = queue(states, Plan(reviews_a_day=100))
    assert (len(found.due), found.later) == (100, 2900)
    assert set(found.due) <= {state.fact for state in states if state.last == NOON - timedelta(days=26)}
    reviewed = known("done", last=0, days=9)._replace(reviews=3)
    first = known("first", last=0, days=9)._replace(reviews=2)
    after = queue([*states, reviewed, first], Plan(reviews_a_day=100), met={"done": 1, "first": 2})
    assert (len(after.due), after.later) == (99, 2901)
    assert len(queue(states).due) == 3000


def test_the_day_before_the_examination() -> None:
    """All that was not rated in the last days comes, nothing new; on the day itself all is as without one."""
    states = [*(known(f"{n}", last=20, days=90) for n in range(70)), known("fresh", last=3, days=30)]
    found = queue(states, Plan(exam=TODAY + timedelta(days=1)), new=5)
    assert set(found.due) == {f"{n}" for n in range(70)}
    assert found.new == ()
    assert queue(states, Plan(exam=TODAY), new=5) == queue(states, Plan(), new=5) == Queue(new=tuple(f"new {n}" for n in range(5)))


@given(rows=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 90)), max_size=20), plan=PLANS)
def test_the_queue_and_due_day_agree(rows: list[tuple[int, int]], plan: Plan) -> None:
    """A fact that is asked after days is in today's queue if and only if its day has come."""
    states = [known(f"{n}", last=last, days=days) for n, (last, days) in enumerate(rows)]
    assert set(queue(states, plan).due) == {state.fact for state in states if due_day(state, plan, TODAY) <= TODAY}


def test_now_needs_a_zone() -> None:
    """A time without a zone is refused in words."""
    with pytest.raises(ScheduleError, match="is no time with a zone"):
        todays([], {}, Plan(), now=NOON.replace(tzinfo=None), today=TODAY, met_today={})


@given(seed=st.integers(0, 10**6), skips=st.sets(st.integers(0, 28)), limit=st.sampled_from([None, 30]), new=st.integers(1, 6))
@settings(max_examples=12, deadline=None)
def test_a_learner_until_the_examination(seed: int, skips: set[int], limit: int | None, new: int) -> None:
    """Day by day, some skipped, some forgotten: no fact twice a day, none new at the end, each known one rated in the last days.

    With a limit the last days are not skipped: what is left of seven days does not fit into one.
    """
    rng = random.Random(seed)
    exam = TODAY + timedelta(days=30)
    plan = Plan(exam=exam, new_a_day=new, reviews_a_day=limit, zone=INDIA)
    facts = [Place(f"{n}", "Lesson", "note", n // 3) for n in range(60)]
    states: dict[str, State] = {}
    for n in range(30):
        today = TODAY + timedelta(days=n)
        now = begins(today, plan) + timedelta(hours=rng.randint(6, 20))
        met: Counter[str] = Counter()
        has = len(states)
        while n not in skips or (limit and n >= 30 - plan.last_days):
            found = todays(facts, states, plan, now=now, today=today, met_today=met, seed=seed)
            asked = (*found.due, *found.new)
            if not asked:
                if not found.back:
                    break
                now = found.back
                continue
            fact = asked[0]
            assert fact not in met or states[fact].phase != 2
            assert fact in states or n < 30 - plan.last_days or new > has / plan.last_days  # few known: who begins late
            states[fact] = rated(states.get(fact), fact=fact, rating=rng.choice((1, 2, 3, 3, 3, 4)), at=now, seed=seed)
            met[fact] += 1
            now += timedelta(seconds=20)
        assert sum(states[fact].reviews == times for fact, times in met.items()) <= new
    first = begins(exam - timedelta(days=plan.last_days), plan)
    assert all(state.last >= first for state in states.values())


# Siblings.


def touching(facts: Sequence[str], groups: Mapping[str, Hashable]) -> int:
    return sum(groups[one] is not None and groups[one] == groups[other] for one, other in pairwise(facts))


@given(groups=st.lists(st.sampled_from([None, "x", "y", 3]), max_size=7), first=st.sampled_from([None, "x", 3]))
def test_no_order_keeps_siblings_further_apart(groups: list[Hashable], first: Hashable) -> None:
    """Of all orders none has fewer siblings side by side, after whatever comes before; what need not move does not."""
    of = {f"{n}": group for n, group in enumerate(groups)}
    facts = list(of)
    of["before"] = first
    found = apart(facts, of, after="before")
    assert sorted(found) == facts
    fewest = min(touching(["before", *order], of) for order in permutations(facts))
    assert touching(["before", *found], of) == fewest
    if not touching(["before", *facts], of):
        assert found == facts
    alone = apart(facts, of)
    assert touching(alone, of) == min(touching(order, of) for order in permutations(facts))


@given(due=st.lists(st.sampled_from([None, "x", "y"]), min_size=1, max_size=5), new=st.lists(st.sampled_from([None, "x", "y"]), max_size=4))
def test_siblings_are_apart_where_new_facts_begin(due: list[Hashable], new: list[Hashable]) -> None:
    """Due facts and new ones after them, too, stand as far apart as any two orders of them could."""
    of = {f"{n}": group for n, group in enumerate([*due, *new])}
    facts = list(of)
    asked, met = _both_apart(facts[: len(due)], facts[len(due) :], of)
    assert (sorted(asked), sorted(met)) == (facts[: len(due)], facts[len(due) :])
    best = min(touching([*one, *other], of) for one in permutations(facts[: len(due)]) for other in permutations(facts[len(due) :]))
    assert touching([*asked, *met], of) == best


def test_many_siblings_are_kept_apart() -> None:
    """Thousands due with neighbours in the notes, or half of all in one group: none side by side."""
    rng = random.Random(1)
    for groups in ([n // 4 for n in range(4000)], [0 if n < 2000 else n for n in range(4000)]):
        of = {f"{n}": group for n, group in enumerate(groups)}
        facts = list(of)
        rng.shuffle(facts)
        assert touching(apart(facts, of), of) == 0
        assert touching(apart(sorted(facts, key=int), of), of) == 0


# What is to come.


def simulated(states: dict[str, State], plan: Plan, days: int, unseen: int) -> list[Load]:
    """The same, day by day and fact by fact, by `fsrs` alone."""
    scheduler = fsrs.Scheduler(desired_retention=plan.retention, enable_fuzzing=False)
    states = dict(states)
    loads = []

    def good(fact: str, at: datetime) -> None:
        state = states.get(fact)
        card = fsrs.Card(card_id=1, due=at)
        if state:
            card = fsrs.Card(1, fsrs.State(state.phase), state.step, state.stability, state.difficulty, state.due, last_review=state.last)
        once = False
        while not once or card.state != fsrs.State.Review:
            card, _ = scheduler.review_card(card, fsrs.Rating.Good, card.due if once else at)
            once = True
        assert card.stability
        assert card.difficulty
        assert card.last_review
        states[fact] = State(
            fact=fact, stability=card.stability, difficulty=card.difficulty, phase=2, step=None, due=card.due, last=card.last_review
        )

    for n in range(days):
        day = TODAY + timedelta(days=n)
        due = [fact for fact, state in states.items() if due_day(state, plan, day) <= day]
        most = len(due) if plan.reviews_a_day is None else plan.reviews_a_day
        due.sort(key=lambda fact: -max(0, (day - states[fact].due.date()).days) / states[fact].stability)
        new = new_today(plan, day, unseen, 0, len(states))
        for fact in due[:most]:
            state = states[fact]
            good(fact, state.due + (day - state.due.date()))
        for _ in range(new):
            good(f"new {len(states)}", datetime.combine(day, time(8), UTC))
        unseen -= new
        loads.append(Load(day=day, due=len(due[:most]), new=new, later=len(due[most:])))
    return loads


ROWS = st.tuples(st.integers(0, 60), st.integers(1, 90), st.floats(0.5, 200), st.sampled_from([(2, None)] * 4 + [(1, 0), (1, 1), (3, 0)]))


@given(rows=st.lists(ROWS, max_size=12), plan=PLANS, unseen=st.integers(0, 40))
@settings(deadline=None)
def test_the_forecast_is_what_fsrs_would_give(rows: list[tuple[int, int, float, tuple[int, int | None]]], plan: Plan, unseen: int) -> None:
    """The load of each day is that of a learner who knows everything, asked by the plan and scheduled by `fsrs` without fuzz."""
    states = {}
    for n, (last, days, stability, (phase, step)) in enumerate(rows):
        after = days if phase == 2 else 1 / 144
        states[f"{n}"] = known(f"{n}", last=last, days=after, stability=stability, phase=phase, step=step)
    assert forecast(states, plan, today=TODAY, days=35, unseen=unseen) == simulated(states, plan, 35, unseen)


@given(dues=st.lists(st.integers(1, 60), max_size=30), plan=PLANS, limit=st.integers(0, 6))
@settings(deadline=None, max_examples=50)
def test_a_forecast_with_a_limit(dues: list[int], plan: Plan, limit: int) -> None:
    """No day has more reviews than the limit; what is over it is told and comes on later days."""
    plan = Plan(exam=plan.exam, last_days=plan.last_days, retention=plan.retention, reviews_a_day=limit)
    states = {f"{n}": known(f"{n}", last=30, days=due, stability=due * 1.07 + n / 100) for n, due in enumerate(dues)}
    loads = forecast(states, plan, today=TODAY, days=20, unseen=0)
    assert loads == simulated(states, plan, 20, 0)
    assert all(load.due == limit if load.later else load.due <= limit for load in loads)


def test_a_forecast_of_nothing_and_of_today() -> None:
    """Without facts each day is empty; what was met and reviewed today is taken off today's new facts and limit."""
    empty = forecast({}, Plan(), today=TODAY, days=3, unseen=0)
    assert empty == [Load(day=TODAY + timedelta(days=n), due=0, new=0) for n in range(3)]
    assert forecast({}, Plan(), today=TODAY, days=0, unseen=5) == []
    states = {f"{n}": known(f"{n}", last=0, days=9)._replace(reviews=1 + n) for n in range(4)}
    states |= {f"due {n}": known(f"due {n}", last=9, days=5) for n in range(9)}
    met = {f"{n}": 1 for n in range(4)}
    load = forecast(states, Plan(reviews_a_day=5), today=TODAY, days=1, unseen=50, met_today=met)[0]
    assert load == Load(day=TODAY, due=2, new=9, later=7)
    found = queue(states.values(), Plan(reviews_a_day=5), new=50, met=met)
    assert (len(found.due), len(found.new), found.later) == (2, 9, 7)


def test_the_days_left() -> None:
    """Today counts, the day of the examination does not, and a past one leaves none."""
    left = [days_left(Plan(exam=TODAY + timedelta(days=n)), TODAY) for n in (-1, 0, 1, 7)]
    assert left == [0, 0, 1, 7]
    assert days_left(Plan(), TODAY) == 0
