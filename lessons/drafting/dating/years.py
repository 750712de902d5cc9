"""The years, months and days that date expressions leave out.

Two things settle them: the day on which the page was published, with the tense of the clause, and the story: the date that the text
told last. A page of news goes by the first, a page of history by the second; where the two would give different years and neither is
the stronger, the year stays open (XXXX) and both are named, because a wrong year on a card is worse than none.
"""

from __future__ import annotations

from datetime import date

from lessons.dates.point import Point, month_length

from .date_clock import Clock, first_day
from .date_parts import Expression
from .date_reckoning import by_order, from_clock, from_story, left_open, named_from_clock, with_year
from .date_story import Settled, Story
from .tense import Tense

# What may have been so shortly before publication is not taken for a part of an older story.
_FRESH_DAYS = 45

_VERY_FRESH_DAYS = 21

# So many years back a date is still the background of news.
_LATE_YEARS = 3


def settle(
    one: Expression,
    tense: Tense,
    clock: Clock | None,
    story: Story,
    place: tuple[int, int],
    *,
    is_pluperfect: bool = False,
    leads: bool = False,
) -> Settled | None:
    """A date with what it leaves out; None where it cannot be reckoned, and so is none.

    Args:
        one: the date as it stands.
        tense: of what happens at it.
        clock: the publication; None where unknown.
        story: where the telling is.
        place: the number of the paragraph that it stands in, and the start of its sentence.
        is_pluperfect: whether it is told looking back ("had been taken in March").
        leads: whether it stands at the head of its sentence.
    """
    if one.order == "each" and one.first:
        return Settled(one.first, one.last, explicit=True)
    if one.base in {"story", "edge"}:
        return from_story(one, clock, story, place)
    if one.first is None:
        return from_clock(one, tense, clock, story)
    if one.first.year is not None:
        doubt = one.doubt or _weekday_doubt(one)
        return Settled(one.first, one.last, explicit=True, candidates=one.candidates, doubt=doubt)
    if one.base == "published":
        return named_from_clock(one, clock, story)
    if one.order in {"last", "next", "this"}:
        return by_order(one, clock)
    return _year_left_out(one, tense, clock, story, place, is_pluperfect, leads)


def _weekday_doubt(one: Expression) -> str:
    point = one.first
    if one.weekday is None or point is None or not point.year or point.year < 1 or not point.month or not point.day:
        return ""
    return "" if date(point.year, point.month, point.day).weekday() == one.weekday else "the day of the week is another on this date"


def _year_left_out(
    one: Expression, tense: Tense, clock: Clock | None, story: Story, place: tuple[int, int], is_pluperfect: bool, leads: bool
) -> Settled | None:
    paragraph = place[0]
    point = _deciding(one, tense)
    told = story.year(point, is_pluperfect, paragraph)
    dated, doubt = clock.year(point, tense) if clock else (None, "")
    if one.weekday is not None:
        return _by_weekday(one, told, dated, clock, story)
    if told is not None and clock and tense == "past" and first_day(point, told) > clock.latest:
        told = None
    if told is not None and told == dated:
        return with_year(one, dated, "", told=story.paragraph == paragraph, by_first=point is one.first)
    if one.opened == "since" and dated is not None and tense == "past" and not story.is_history and not is_pluperfect:
        return with_year(one, dated, doubt, by_first=point is one.first)  # what lasts is told from the day of writing
    if told is not None and _goes_by_story(story, point, tense, place, clock, leads):
        return with_year(one, told, "", told=True, by_first=point is one.first)
    if dated is not None and clock and not _is_open(story, point, tense, paragraph, told, dated, clock, doubt):
        return with_year(one, dated, doubt, by_first=point is one.first)
    return left_open(one, told, dated, clock, story)


def _deciding(one: Expression, tense: Tense) -> Point:
    """The end of a span decides in the past ("from October to March"), its beginning in the future, its end where it has begun."""
    first = one.first
    if first is None:
        raise ValueError(one)
    if one.last and tense == "future" and first.day is None and (one.last.month or 0) > (first.month or 0):
        return one.last
    return one.last if one.last and tense == "past" and (one.last.month or 0) < (first.month or 0) else first


def _goes_by_story(story: Story, point: Point, tense: Tense, place: tuple[int, int], clock: Clock | None, leads: bool) -> bool:
    """Whether the story is the stronger guide."""
    if tense == "future":
        return False
    if story.section is not None:
        return True
    if story.is_history and not (clock is None and tense == "present"):
        return story.paragraph == place[0] or not (clock and story.is_living and story.is_past(clock))
    if story.paragraph != place[0] or (tense in {"present", "either", "none"} and clock):
        return False
    if tense == "would" and clock:  # "were to leave on 1 May" is told from the story's day, where that has one
        return story.last is not None and story.last.month is not None
    if story.sentence == place[1] and story.leads and story.goes_on(point):
        return True
    if clock and point.day and clock.behind(point) <= _FRESH_DAYS:
        return False
    if story.last and story.last.month is None and not leads and clock:
        return False
    return story.leads and (story.goes_on(point) or clock is None)


def _is_open(story: Story, point: Point, tense: Tense, paragraph: int, told: int | None, dated: int, clock: Clock, doubt: str) -> bool:
    """Whether the publication would be too bold a guide: the telling is in an earlier year, and nothing says that it has come back."""
    if told is None or told >= dated or not (tense == "past" or doubt) or clock.behind(point) <= _fresh_days(story, paragraph):
        return False
    if story.paragraph == paragraph:  # "the deal of June 2018 …; on 4 May": back in the present, unless the story is an old one
        if point.day and not story.leads:  # "isolated in 1976 …; declared on 1 August": days without a year are told of news
            return False
        back = story.last is not None and story.last.month is not None and not story.goes_on(point)
        return not (back and told >= clock.latest.year - _LATE_YEARS)
    return story.is_mixed and story.paragraph == paragraph - 1


def _fresh_days(story: Story, paragraph: int) -> int:
    """How many days back still are "lately": fewer within a paragraph that has begun to tell of another month."""
    return _VERY_FRESH_DAYS if story.paragraph == paragraph and story.last and story.last.month else _FRESH_DAYS


def _by_weekday(one: Expression, told: int | None, dated: int | None, clock: Clock | None, story: Story) -> Settled | None:
    """The likes of "Monday, 14 November": a year in which it is that day."""
    first = one.first
    if first is None or not first.month or not first.day:
        return None
    near = [year for year in ((told, dated) if story.is_history else (dated, told)) if year is not None]
    if clock:
        near += [clock.latest.year, clock.latest.year - 1, clock.latest.year + 1]
    for year in near:
        if first.day <= month_length(year, first.month) and date(year, first.month, first.day).weekday() == one.weekday:
            return with_year(one, year, "")
    return left_open(one, told, dated, clock, story)
