"""Dates reckoned from the publication ("yesterday", "last March", "on Monday") and from the story ("two days later", "that year")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lessons.dates.point import Point, month_length

from .date_clock import SEASON_MONTH, Clock, first_day, last_day
from .date_parts import Expression
from .date_story import Settled, Story, day_of, stepped
from .tense import Tense


def with_year(one: Expression, year: int | None, doubt: str, told: bool = False, by_first: bool = False) -> Settled | None:
    """With a year, which is that of the end of a span, or of its beginning."""
    first, last = one.first, one.last
    if first is None or year is None:
        return None
    if last is None:
        return _valid(replace(first, year=year), None, doubt, told)
    crosses = (last.month or 0) < (first.month or 0)
    early = year if by_first else year - crosses
    return _valid(replace(first, year=early), replace(last, year=early + crosses), doubt, told)


def _valid(first: Point, last: Point | None, doubt: str, told: bool) -> Settled | None:
    for point in (first, last):
        if point and point.day and point.month and point.year is not None and point.day > month_length(point.year, point.month):
            return None
    return Settled(first, last, doubt=doubt, told=told)


def left_open(one: Expression, told: int | None, dated: int | None, clock: Clock | None, story: Story) -> Settled:
    """The year stays open; the years that it may be are named."""
    first = one.first or Point(year=None)
    years = {year for year in (told, dated) if year is not None}
    if not years and clock:
        years = {clock.past(first), clock.future(first)}
    if not years:
        years = set(story.common)
    named = tuple(Settled(replace(first, year=year), one.last and replace(one.last, year=year)).edtf(one.opened) for year in sorted(years))
    doubt = "the year may be " + " or ".join(str(year) for year in sorted(years)) if years else "nothing on the page tells the year"
    return Settled(first, one.last, explicit=True, candidates=named, doubt=doubt)


def by_order(one: Expression, clock: Clock | None) -> Settled | None:
    """The likes of "last August", "12 December last", "next March"."""
    first = one.first
    if first is None or clock is None or not clock.knows_month:
        return None
    past, future = clock.past(first), clock.future(first)
    if one.order == "this":
        return with_year(
            one,
            clock.latest.year
            if (first.month or 0) <= 12
            else min(past, future, key=lambda y: abs((first_day(first, y) - clock.latest).days)),
            "",
        )
    if one.order == "next":
        year = future + (future == clock.earliest.year and first.month == clock.earliest.month and first.day is None)
        return with_year(one, year, "" if year > clock.earliest.year else f"this year’s, or that of {year + 1}?")
    year = past - (past == clock.latest.year and first.month == clock.latest.month and first.day is None)
    ended = last_day(first, year) < clock.earliest
    year -= not ended and first.day is None and (first.month or 0) > 12
    return with_year(one, year, "" if year < clock.latest.year or first.day else f"this year’s, or that of {year - 1}?")


def named_from_clock(one: Expression, clock: Clock | None, story: Story) -> Settled | None:
    """The likes of "26 January last year", "last March", "this Christmas", "the 15th of this month"."""
    if one.unit == "month" and one.first:
        at = stepped(Point(year=clock.latest.year, month=clock.latest.month), "month", one.amount) if clock and clock.knows_month else None
        return story_day(one.first, at) if at else None
    if one.unit == "year":
        return with_year(one, clock.latest.year + one.amount, "") if clock else left_open(one, None, None, clock, story)
    return by_order(one, clock) if clock else left_open(one, None, None, clock, story)


def from_clock(one: Expression, tense: Tense, clock: Clock | None, story: Story) -> Settled | None:
    """The likes of "yesterday", "last week", "on Monday", "three months ago"."""
    if clock is None:
        return None
    if one.weekday is not None:
        return _weekday(one, tense, clock, story)
    at = Point(
        year=clock.latest.year, month=clock.latest.month if clock.knows_month else None, day=clock.latest.day if clock.knows_day else None
    )
    if one.unit in {"week", "weekend"} and one.order:
        return _week(one, clock)
    if one.unit == "quarter":
        return _quarter(one, clock)
    moved = stepped(at, one.unit, one.amount)
    return Settled(moved) if moved else None


def _weekday(one: Expression, tense: Tense, clock: Clock, story: Story) -> Settled | None:
    if not clock.knows_day or (story.is_history and not story.is_living):
        return None
    behind = (clock.latest.weekday() - (one.weekday or 0)) % 7
    ahead = -behind % 7
    if one.order == "last" or (tense in {"past", "none"} and one.order != "next" and one.opened != "until"):
        days = -(behind or (7 if one.order == "last" else 0))
    else:
        days = ahead or (0 if one.order == "this" else 7)
    if one.opened == "since":
        days = -(behind or 7)
    return Settled(day_of(clock.latest + timedelta(days)), doubt="the next one, or that of the week after?" if one.order == "next" else "")


def _week(one: Expression, clock: Clock) -> Settled | None:
    if not clock.knows_day:
        return None
    monday = clock.latest + timedelta(7 * one.amount - clock.latest.weekday())
    if one.unit == "weekend":
        return Settled(day_of(monday + timedelta(5)), day_of(monday + timedelta(6)))
    return Settled(day_of(monday), day_of(monday + timedelta(6)))


def _quarter(one: Expression, clock: Clock) -> Settled | None:
    if not clock.knows_month:
        return None
    months = clock.latest.year * 12 + (clock.latest.month - 1) // 3 * 3 + 3 * one.amount
    year, month = months // 12, months % 12 + 1
    return Settled(Point(year=year, month=month), Point(year=year, month=month + 2))


def from_story(one: Expression, clock: Clock | None, story: Story, place: tuple[int, int]) -> Settled | None:
    """The likes of "two days later", "the same year", "the following April", "the end of the year", "on the 20th"."""
    at = story.last if one.amount >= 0 else story.start
    if at and one.amount >= 0 and story.heard and story.heard[1:] == place and not at.blurred and story.heard[0].year:
        at = story.heard[0]
    if one.unit == "year" and one.first is None and not one.order and story.heard and story.heard[1] == place[0]:
        return Settled(moved, told=True) if (moved := stepped(story.heard[0], "year", one.amount)) else None
    paragraph = place[0]
    near = story.paragraph >= paragraph - (2 if story.is_history else 1)
    if one.base == "edge" and clock and clock.knows_month and not story.is_history and (not at or story.paragraph != paragraph):
        at, near = Point(year=clock.latest.year, month=clock.latest.month), True
    if at is None or not near:
        return None
    if one.weekday is not None:
        return _story_weekday(one, at)
    if one.first is None:
        moved = stepped(at, one.unit, one.amount)
        return Settled(moved, told=True) if moved else None
    if one.unit == "year":
        return with_year(one, (at.year or 0) + one.amount, "", told=True)
    if one.first.month is None:
        return story_day(one.first, at)
    return _story_month(one, at)


def _story_weekday(one: Expression, at: Point) -> Settled | None:
    if not at.year or not at.month or not at.day or at.month > 12:
        return None
    day = date(at.year, at.month, at.day)
    step = ((one.weekday or 0) - day.weekday()) % 7 or 7
    return Settled(day_of(day + timedelta(step if one.order == "following" else step - 7 or -7)), told=True)


def story_day(point: Point, at: Point) -> Settled | None:
    if at.year is None or at.month is None or at.month > 12 or not point.day or point.day > month_length(at.year, at.month):
        return None
    return Settled(Point(year=at.year, month=at.month, day=point.day), told=True)


def _story_month(one: Expression, at: Point) -> Settled | None:
    """The likes of "the following April", "that summer"."""
    month = one.first.month if one.first else None
    if at.year is None or month is None:
        return None
    here, there = (SEASON_MONTH.get(m, m) for m in (at.month or 0, month))
    if one.order == "same":
        return with_year(one, at.year, "", told=True)
    if one.order == "following":
        is_soon = one.first is not None and (one.first.month or 0) > 12 and there <= here + 1  # "in February … the following spring"
        return with_year(one, at.year + (there <= here or is_soon or not at.month), "", told=True)
    return with_year(one, at.year - (there >= here or not at.month), "", told=True)
