"""Dates reckoned from the story ("two days later", "that year"), and what their name leaves out ("last March")."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lessons.dates.point import Point, month_length

from .date_clock import SEASON_MONTH, Clock, first_day, last_day
from .date_parts import Expression
from .date_story import Settled, Story, day_of, stepped, whole_day
from .tense import Tense

# A month that begins within so many days is called by its name only: in May, "next June" is not the one to come.
_SOON = 31

# The season of that name, as EDTF counts.
_WINTER = 24

# In September "last summer" still is that of the year before.
_SINCE_SEASON = 30

# "Left on 28 June … on the 3rd": a day that lies so far before the one just named is the next month's.
_NEXT_MONTH_DAYS = 10
# What may have been so few days ago need not be of the month of old that was told last.
_LATELY = 7

# In a history, where nothing else has been dated since, "two days later" reaches over so many paragraphs of talk.
_HISTORY_REACH = 6


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
    crosses = one.last is not None and (one.last.month or 0) < (first.month or 0)
    named = tuple(
        Settled(replace(first, year=year), one.last and replace(one.last, year=year + crosses)).edtf(one.opened) for year in sorted(years)
    )
    doubt = "the year may be " + " or ".join(str(year) for year in sorted(years)) if years else "nothing on the page tells the year"
    return Settled(first, one.last, explicit=True, candidates=named, doubt=doubt)


# In December "this spring" may be the next.
_LATE = 12


def by_order(one: Expression, clock: Clock | None, story: Story) -> Settled | None:
    """The likes of "last August", "12 December last", "next March".

    In March "next June" and "next summer" may mean this year's as well as the one after; a winter that is named so begins this year.
    """
    first = one.first
    if first is None or clock is None or not clock.knows_month:
        return None
    past, future = clock.past(first), clock.future(first)
    if one.order == "this":
        return with_year(
            one,
            clock.latest.year
            if (first.month or 0) <= 12 or (first.month != _WINTER and clock.latest.month < _LATE)
            else min(past, future, key=lambda y: abs((first_day(first, y) - clock.latest).days)),
            "",
        )
    if one.order == "next":
        is_soon = future == clock.latest.year and (first_day(first, future) - clock.latest).days <= _SOON
        future += first.day is None and is_soon
        is_sure = future > clock.latest.year or first.day is not None or first.month == _WINTER
        return with_year(one, future, "") if is_sure else left_open(one, future, future + 1, clock, story)
    year = past - (past == clock.latest.year and first.month == clock.latest.month and first.day is None)
    ended = (clock.earliest - last_day(first, year)).days > _SINCE_SEASON
    year -= not ended and first.day is None and (first.month or 0) > 12
    return with_year(one, year, "" if year < clock.latest.year or first.day else f"this year’s, or that of {year - 1}?")


def named_from_clock(one: Expression, clock: Clock | None, story: Story) -> Settled | None:
    """The likes of "26 January last year", "last March", "this Christmas", "the 15th of this month"."""
    if one.unit == "month" and one.first:
        at = stepped(Point(year=clock.latest.year, month=clock.latest.month), "month", one.amount) if clock and clock.knows_month else None
        return story_day(one.first, at) if at else None
    if one.unit == "year":
        return with_year(one, clock.latest.year + one.amount, "") if clock else left_open(one, None, None, clock, story)
    return by_order(one, clock, story) if clock else left_open(one, None, None, clock, story)


def from_story(
    one: Expression,
    tense: Tense,
    clock: Clock | None,
    story: Story,
    place: tuple[int, int],
    *,
    is_pluperfect: bool = False,
    leads: bool = True,
) -> Settled | None:
    """The likes of "two days later", "the same year", "the following April", "the end of the year", "on the 20th", "on the Tuesday"."""
    paragraph = place[0]
    if one.first is not None and one.first.month is None and one.first.day and not one.unit:
        return _nth(one, tense, clock, story, place, is_pluperfect=is_pluperfect)
    if one.order == "the":
        return _retold(one, story, paragraph, is_pluperfect)
    at = _anchor(one, tense, story, place)
    if one.base == "edge" and clock and clock.knows_month and not story.is_history and _is_pages_own(one, at, tense, story, place):
        moved = stepped(Point(year=clock.latest.year, month=clock.latest.month), one.unit, one.amount)
        return Settled(moved, told=True) if moved else None
    if story.open_day and story.open_day[1] == paragraph:
        return _from_open(one, story.open_day[0], clock, story)
    near = story.paragraph >= paragraph - (_HISTORY_REACH if story.is_history else 1) or at is not story.last
    if one.unit == "year" and one.first is None and one.order in {"", "compared", "both"} and story.heard and story.heard[1] == paragraph:
        return _years_on(one, story, place)
    if at is None or not near or _is_any_day(one, tense, story, paragraph, leads=leads):
        return None
    if one.weekday is not None:
        return story_weekday(one, at, one.order != "following")
    if one.first is None:
        moved = stepped(at, one.unit, one.amount)
        return Settled(moved, told=True) if moved else None
    if one.unit == "year":
        if one.amount < 0 and story.paragraph != paragraph:
            return left_open(one, None, (at.year or 0) + one.amount, clock, story)
        return with_year(one, (at.year or 0) + one.amount, "", told=True)
    if one.first.month is None:
        return story_day(one.first, at)
    if one.order == "following" and not leads and not story.is_history and story.heard and story.heard[1] != paragraph:
        return left_open(one, None, None, clock, story)  # which summer it follows, stands in another paragraph
    return _story_month(one, at)


def _is_pages_own(one: Expression, at: Point | None, tense: Tense, story: Story, place: tuple[int, int]) -> bool:
    """Whether the end of the month or year is that of the page's, and not of what was told: "it expires at the end of the month"."""
    if at is None or story.paragraph != place[0] or (one.unit == "month" and at.month is None):
        return True
    is_quoted = tense == "would" and story.is_quoted
    heard = story.heard[0] if story.heard and story.heard[1:] == place else None
    return place[1] != story.sentence and (is_quoted or (tense in {"future", "present"} and not (heard and heard.month)))


def _is_any_day(one: Expression, tense: Tense, story: Story, paragraph: int, *, leads: bool) -> bool:
    """Whether "the same day" is that of whatever happens: "see a doctor the same day"."""
    is_same = tense != "past" and one.unit == "day" and one.order == "same" and not leads
    return is_same and not (story.heard and story.heard[1] == paragraph)


def _years_on(one: Expression, story: Story, place: tuple[int, int]) -> Settled | None:
    """The likes of "five years later"; what is compared ("more in May than a year earlier") is the same month or quarter."""
    if story.heard is None:
        return None
    heard, first = story.heard[0], story.heard_from or story.heard[0]
    named = story.named
    if one.order == "both" and story.heard_before:
        return Settled(moved, told=True) if (moved := _same_month(story.heard_before, one.amount)) else None
    if not one.order and named and named[1:] == story.heard[1:] and not named[0].blurred:
        heard = named[0]  # not of what the same sentence only names on the way
    if one.order and story.heard[2] == place[1] and heard.month and first.month and heard.year and first.year:
        early, late = (Point(year=at.year + one.amount, month=at.month) for at in (first, heard) if at.year is not None)
        return Settled(early, late if story.heard_from else None, told=True)
    return Settled(moved, told=True) if (moved := stepped(heard, "year", one.amount)) else None


def _same_month(at: Point, years: int) -> Point | None:
    return Point(year=at.year + years, month=at.month) if at.year is not None and not at.blurred else None


def _from_open(one: Expression, at: Point, clock: Clock | None, story: Story) -> Settled | None:
    """What is reckoned from a day or month whose year is open: the same day or month only."""
    is_same = one.amount == 0 and one.first is None and one.unit in {"day", "month"} and (at.day or one.unit == "month")
    if not is_same or not at.month or one.order == "the":
        return None
    return left_open(replace(one, first=at if one.unit == "day" else replace(at, day=None)), None, None, clock, story)


def _anchor(one: Expression, tense: Tense, story: Story, place: tuple[int, int]) -> Point | None:
    """The date that one is reckoned from: the story's, or the one that was named last, where that stands nearer."""
    at = story.last if one.amount >= 0 else story.start
    heard, named = story.heard, story.named
    only_aside = (
        one.base == "edge" or (one.order == "same" and one.first is not None)
    ) and heard != named  # "…, where many had bred the year before, … that June"
    is_year = heard is not None and heard[0].month is None and at is not None and (heard[0].year or 0) > (at.year or 0)
    if at and one.amount >= 0 and heard and heard[1:] == place and not at.blurred and heard[0].year and not (only_aside and not is_year):
        return heard[0]  # "the war of 1967 begin; he was expelled that December"
    is_bare = heard is not None and heard[1] == place[0] and heard[2] >= story.sentence and heard[0].month is None and not story.heard_from
    if (
        is_bare
        and heard
        and heard[0].year
        and not heard[0].blurred
        and one.unit == "year"
        and one.first
        and not one.order
        and one.amount <= 0
    ):
        return heard[0]  # "was raised in 1998. In July of the year before"
    is_ahead = tense in {"future", "present"} and one.order != "the"
    if is_ahead and heard and heard[1] == place[0] and (heard[0].day or (heard[0].month and one.unit == "month")):
        return heard[0]  # "will meet on 4 May. She will speak the following Thursday"
    is_that = (
        (one.order in {"same", "that"} or _is_of_that_year(one))
        and heard is not None
        and heard[1] == place[0]
        and heard[2] >= story.sentence
    )
    is_later = not at or not heard or (heard[0].year or 0, heard[0].month or 0) >= (at.year or 0, at.month or 0)  # no look back
    if heard and heard[0].month and one.unit == "year" and story.sentence < heard[2] < place[1]:
        is_later = True  # but one of a sentence of its own
    if is_that and is_later and heard and heard[0].year and (heard[0].month if one.first and not one.unit else one.unit == "year"):
        return heard[0]  # "ran it until the summer of 1988. That autumn …"
    is_next = one.order in {"following", "same", "previous", "next"} and (one.first is not None or one.unit == "year")
    is_next = is_next or (not one.order and one.unit == "year" and one.first is not None and one.amount > 0)  # "4 May of the next year"
    if is_next and named and named[1] == place[0] and not named[0].blurred and (story.paragraph != place[0] or named[2] >= story.sentence):
        return named[0]
    if is_next and one.unit == "year" and heard and heard[1] == place[0] != story.paragraph and heard[0].year and not heard[0].blurred:
        return heard[0]
    return at


def _is_of_that_year(one: Expression) -> bool:
    """The likes of "8 April of that year"."""
    return one.unit == "year" and one.amount == 0 and one.order == "" and one.first is not None


def _nth(
    one: Expression, tense: Tense, clock: Clock | None, story: Story, place: tuple[int, int], *, is_pluperfect: bool
) -> Settled | None:
    """The likes of "on the 20th": of the month just named, where the tense does not gainsay it, else the last or the next to come."""
    point = one.first
    if point is None:
        return None
    ahead = tense in {"future", "present"} or one.opened == "until"
    heard = story.heard[0] if story.heard and story.heard[1] == place[0] else None
    is_told = clock is None or (heard is not None and (whole_day(heard) or clock.latest) <= clock.latest)
    if heard and heard.day and tense == "past" and is_told and not is_pluperfect and heard.day - (point.day or 0) >= _NEXT_MONTH_DAYS:
        heard = stepped(replace(heard, day=None), "month", 1)
    named = story_day(point, heard) if heard else None
    if story.frame and named:
        return named
    if story.open_day and story.open_day[1] == place[0]:
        return left_open(replace(one, first=replace(story.open_day[0], day=point.day)), None, None, clock, story)
    is_late = clock is not None and clock.knows_day and 0 <= clock.latest.day - (point.day or 0) <= _LATELY and not story.is_history
    is_apart = heard is not None and heard.day is None and story.heard is not None and story.heard[2] < place[1]
    if is_apart and is_late and heard and clock and heard.year == clock.latest.year - 1:
        return None  # "in February 2009 a German did it. … The races began on the 13th", told on the 15th
    is_old = heard is not None and clock is not None and (heard.year or 0) < clock.latest.year - 1
    if named and is_old and (tense != "future" or one.opened == "until" or (story.heard and story.heard[2] == place[1])):
        return named  # "On 7 September 1938 they sat down. … They put it off until the 14th"
    if is_old and heard and heard.month is None and heard == story.last and tense == "past":
        return None  # "It did not snow in 2010: what came down on the 17th was rain"
    if named and (not ahead or clock is None or (whole_day(named.first) or clock.latest) >= clock.latest):
        return named
    if clock is None or not clock.knows_day or (story.is_history and not story.is_living):
        near = story.last if story.paragraph >= place[0] - 2 else None
        return story_day(point, near) if near else None
    told = story_day(point, story.last) if not ahead and story.last and story.paragraph >= place[0] - 2 and story.leads else None
    if told and (whole_day(told.first) or clock.latest) <= clock.latest:
        return told
    is_over = (point.day or 0) < clock.latest.day if ahead else (point.day or 0) > clock.latest.day
    step = (1 if ahead else -1) if is_over else 0
    moved = stepped(Point(year=clock.latest.year, month=clock.latest.month), "month", step)
    return story_day(point, moved) if moved else None


def _retold(one: Expression, story: Story, paragraph: int, is_pluperfect: bool) -> Settled | None:
    """The likes of "on the Tuesday": behind the day told last in its paragraph, else the last one up to the day that the page is about."""
    at = story.last if story.paragraph == paragraph else None
    if at and whole_day(at):
        return story_weekday(one, at, is_pluperfect or one.opened == "since")
    if story.case is None or story.is_history:
        return None
    return Settled(day_of(story.case - timedelta((story.case.weekday() - (one.weekday or 0)) % 7)), told=True)


def story_weekday(one: Expression, at: Point, back: bool) -> Settled | None:
    day = whole_day(at)
    if day is None:
        return None
    step = ((one.weekday or 0) - day.weekday()) % 7 or 7
    return Settled(day_of(day + timedelta(step - 7 or -7 if back else step)), told=True)


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
