"""Whether a date of a page of news is of the older events that the page tells of: an inquiry, a trial, a look back.

Where it may be, and may as well be of the months before publication, its year stays open.
"""

from __future__ import annotations

from lessons.dates.point import Point

from .date_clock import Clock, first_day
from .date_parts import Expression
from .date_said import Said
from .date_story import LEAD_DAYS, Story, whole_day
from .tense import Tense

# What may have been so shortly before publication is not taken for a part of an older story.
_FRESH_DAYS = 45

# The day that a page of news is about is a case of old from half a year on, and may be told of in so many paragraphs behind it.
_CASE_DAYS = 182
_CASE_PARAGRAPHS = 2

# A day that lies so close to that of the case is of its year; so many days apart it may be.
_NEXT_DAYS = 5
_NEAR_DAYS = 10

# Older than this, it is background: "the shop opened on 3 May 1988".
_LONG_DAYS = 20 * 365

# A year that is so far back is not one of those that news compares with.
_LONG_YEARS = 10

# Nobody has done anything both then and lately.
_LIFETIME = 100


def may_be_of_case(
    one: Expression,
    point: Point,
    tense: Tense,
    clock: Clock,
    story: Story,
    years: tuple[int, int | None],
    place: tuple[int, int],
    said: Said,
) -> bool:
    """Whether a past day or month may as well be of the older year that a page of news has just told of, so that neither is sure.

    That is so where the day of what the page is about stands not far before it ("the hall fell on 3 May 2018. | … The crack was seen in
    February"), or a year long past in the same paragraph, and behind a date that has been left open for this. `years` are those by the
    story and by the publication.
    """
    told, dated = years
    if (
        tense == "future"
        or said.is_now
        or one.opened == "since"
        or dated is None
        or told >= dated
        or story.is_history
        or story.last is None
    ):
        return False
    is_fresh = clock.behind(point) <= _FRESH_DAYS
    if story.unsure == place[0] or tense != "past":
        is_retold = tense == "past" or (story.last.year or 0) < clock.latest.year - _LIFETIME
        return story.unsure == place[0] and is_retold and not (is_fresh and point.day)
    if story.paragraph == place[0]:
        if is_long_past(story, clock, said) or (is_fresh and point.day):
            return False
        is_old_year = story.last.month is None and (story.last.year or 0) < clock.latest.year - _LONG_YEARS
        return is_old_year and said.follows and story.sentence != place[1] and not said.leads
    day = whole_day(story.last)
    if day is None or is_fresh or not story.is_case or not _CASE_DAYS < (clock.earliest - day).days < _LONG_DAYS:
        return False
    return 0 < place[0] - story.paragraph <= _CASE_PARAGRAPHS and one.last is None


def of_case(point: Point, story: Story, clock: Clock) -> tuple[int, bool] | None:
    """The year of the case of a page of news for a day next to that of the case, and whether this is sure.

    "The ferry sank on 4 May 2016. | … She died on 5 May": of all days of the year, it names one of those.
    """
    if story.case is None or story.is_history or not point.day or not point.month or point.month > 12:
        return None
    if clock.behind(point) <= _FRESH_DAYS or clock.past(point) == story.case.year:
        return None
    apart = (first_day(point, story.case.year) - story.case).days
    return (story.case.year, 2 * apart >= -_NEXT_DAYS and apart <= _NEXT_DAYS) if abs(apart) <= _NEAR_DAYS else None


def before_case(point: Point, story: Story, clock: Clock, dated: int | None, said: Said) -> int | None:
    """The year of what had been so before the case of a page of news, where that is not the latest one: "He had been told in April".

    Neither is sure: a hearing looks back from the case, and from the day on which it is held.
    """
    if story.case is None or story.is_history or not (said.looks_back and said.is_reported and point.month) or said.is_now or dated is None:
        return None
    year = story.case.year - (first_day(point, story.case.year) > story.case)
    return year if year < dated and _CASE_DAYS < (clock.earliest - story.case).days < _LONG_DAYS else None


def of_lead(point: Point, story: Story, paragraph: int) -> int | None:
    """The year of a day or month close to the day that a page without a date of its own is about.

    "The barque struck on 5 September 1887. | … She had left port on 29 August": a museum's page, or a plaque's, tells one thing.
    """
    if story.case is None or not point.month or point.month > 12:
        return None
    heard = story.heard_year if story.heard_year and story.heard_year[1] == paragraph else None
    if heard and abs(heard[0] - story.case.year) > 1:
        return None
    years = (story.case.year - 1, story.case.year, story.case.year + 1)
    apart = {year: (first_day(point, year) - story.case).days for year in years}
    return next((year for year, days in apart.items() if -LEAD_DAYS <= days <= LEAD_DAYS), None)


def is_long_past(story: Story, clock: Clock, said: Said) -> bool:
    """Whether a sentence goes on with what is so old that those who did it can have done nothing since.

    "In 1785 they struck. They went out in April": behind a year this takes the same people, behind a month or day it does not.
    """
    if story.last is None or (story.last.year or 0) >= clock.latest.year - _LIFETIME:
        return False
    return said.follows and not said.is_now and (said.is_of_them or story.last.month is not None)
