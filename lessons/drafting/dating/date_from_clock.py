"""Dates reckoned from the publication: "yesterday", "last week", "on Monday"."""

from __future__ import annotations

from datetime import timedelta

from lessons.dates.point import Point

from .date_clock import Clock
from .date_moving import nth_from_clock
from .date_parts import Expression
from .date_reckoning import story_weekday
from .date_story import Settled, Story, day_of, stepped, whole_day
from .tense import Tense

# A story that is so many days old is not that of the week of publication.
_OLD_DAYS = 45

# On a page of which nobody knows the day, "on Sunday" follows a day that was told in so many paragraphs before it.
_NEAR_PARAGRAPHS = 3


def from_clock(
    one: Expression, tense: Tense, clock: Clock | None, story: Story, place: tuple[int, int], *, is_death: bool = False
) -> Settled | None:
    """The likes of "yesterday", "last week", "on Monday", "three months ago"."""
    if clock is None:
        at = story.last if tense == "past" and one.weekday is not None and not one.order and not one.unit else None
        is_near = max(story.paragraph, story.left[0]) >= place[0] - _NEAR_PARAGRAPHS
        return story_weekday(one, at, one.opened == "since" or story.is_heading) if at and at.day and is_near else None
    if one.moving:
        return nth_from_clock(one, clock)
    if one.weekday is not None:
        if not one.order and tense == "past" and not is_death and _tells_of_old(story, clock, place):
            return story_weekday(one, story.last, one.opened == "since") if story.last and story.last.day else None
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
    if one.unit == "week":
        return Settled(day_of(clock.latest + timedelta(7 * one.amount - clock.latest.weekday() + (one.weekday or 0))))
    if one.order == "second":
        return Settled(day_of(clock.latest + timedelta((ahead or 7) + 7)))
    if one.order == "last" or (tense in {"past", "none"} and one.order != "next" and (one.opened != "until" or tense == "past")):
        days = -(behind or (7 if one.order == "last" else 0))
    else:
        days = ahead or (7 if one.order == "next" or one.opened == "until" else 0)
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


def _tells_of_old(story: Story, clock: Clock, place: tuple[int, int]) -> bool:
    """Whether a page of history is in the middle of it, so that its Tuesday is not that of the page.

    A span in the same sentence only says who somebody is: "The inspector from 1969 to 1991 died on Tuesday".
    """
    if story.is_span and story.sentence == place[1]:
        return False
    day = story.last and whole_day(story.last)
    is_old = story.is_past(clock) if not day else (clock.earliest - day).days > _OLD_DAYS
    return story.is_history and is_old and story.paragraph == place[0]
