"""The year of what is past on a page of news: by the case that the page is about, or left open, as its telling may have moved on."""

from __future__ import annotations

from lessons.dates.point import Point

from .date_cases import before_case, of_case
from .date_clock import Clock, first_day, last_day
from .date_parts import Expression
from .date_reckoning import left_open, with_year
from .date_said import Said
from .date_story import Settled, Story
from .year_guides import CHAIN, FAR_YEARS, FRESH_DAYS, by_day, is_of_now

# So many months into the next year a telling need not go on, where this year has had that month, too: "In June 2017 …; on 15 January".
_MONTHS_ON = 3
_ROLLED = 3  # years back; a telling from month to month is left so within the last one only

# A month so few days past may be of now behind a bare year of old: "In 2012 it was agreed. In June they came", told in August.
_LATE_DAYS = 75


def by_case(
    one: Expression, point: Point, clock: Clock, story: Story, years: tuple[int | None, int | None], place: tuple[int, int], said: Said
) -> Settled | None:
    """The year of what belongs to the case of a page of news; open where that is not sure; `years` by the story and by the publication.

    What an older date of the same sentence tells of may have been taken up again then or lately: that is not sure either.
    """
    told, dated = years
    if said.goes_back and story.sentence != place[1] and story.heard_year and dated and story.heard_year[0] < dated:
        return left_open(one, story.heard_year[0], dated, clock, story)
    if said.looks_back and dated and (said.leads_to or dated) < dated and clock.behind(point) > FRESH_DAYS:
        return left_open(one, told, dated, clock, story)
    is_apart = told is None or story.paragraph != place[0]
    if said.before and dated and is_apart and not said.is_death and said.before < (dated, point.month or 0):
        return left_open(one, told, said.before[0] - (said.before[1] < (point.month or 0)), clock, story)
    if said.then and dated and _is_behind(point, said.then, dated, clock):
        return left_open(one, dated - 1, dated, clock, story)  # "was stayed in January and repealed on 29 November"
    is_long_on = said.is_long_on and dated and not said.is_now and clock.behind(point) > FRESH_DAYS
    is_resumed = said.resumes and told and dated and told < dated and story.sentence == place[1] and not story.is_history
    if is_long_on or is_resumed:
        return left_open(one, told, dated, clock, story)
    if not said.is_now and (case := of_case(point, story, clock)):
        year, is_sure = case
        return with_year(one, year, "", told=True, by_first=point is one.first) if is_sure else left_open(one, year, dated, clock, story)
    is_told = told == dated and story.sentence == place[1]
    before = before_case(point, story, clock, dated, said) if not is_told else None
    if not before and not said.is_now and (before := by_day(story, point, place[0], dated)):
        story.linger(place[0])
    if before:
        return left_open(one, before, dated, clock, story)
    if said.is_pluperfect or is_of_now(one, point, "past", clock, story, told, place[0], said):
        return None
    since = _has_moved_on(story, point, place, years, said, clock.behind(point))
    if since and since == dated:
        return with_year(one, dated, "")
    return left_open(one, since, dated, clock, story) if since else None


def _is_behind(point: Point, then: Point, dated: int, clock: Clock) -> bool:
    """Whether a date lies behind what its clause says came later, each reckoned from the publication."""
    return first_day(point, dated) > last_day(then, clock.past(then))


def _has_moved_on(
    story: Story, point: Point, place: tuple[int, int], years: tuple[int | None, int | None], said: Said, days: int
) -> int | None:
    """The year that a telling is in unless it has come to the publication’s; `years` are those by the story and by the publication.

    That is a later one that its paragraph has named since ("joined in September 1999 and led it from 2014. In December …"), or the
    story’s where the month told last is named once more ("In December 2014 it sank. In December …"), where its sentence has already
    come farther ("in February 2011 … by that autumn; in March …"), or tells of whoever writes; None where nothing is so.
    `days` is how many days ago the date was last over.
    """
    told, dated = years
    if told is None or dated is None or story.is_history or story.last is None or story.paragraph != place[0]:
        return None
    heard = story.heard_year
    if heard and heard[1] == place[0] and heard[2] >= story.sentence and told < heard[0] <= dated:
        return dated if point.day and days <= FRESH_DAYS else heard[0]
    if point.day and days <= FRESH_DAYS:
        return None
    is_named_again = story.last.month == point.month and not point.day and not story.last.day and story.sentence != place[1]
    is_late = days <= _LATE_DAYS and story.last.month is None and story.leads and said.leads and said.follows and told < dated - 1
    is_far_on = story.last.month is not None and point.month is not None and 12 + point.month - story.last.month > _MONTHS_ON
    is_rolled = told == (story.last.year or 0) + 1 and is_far_on and dated - (_ROLLED if story.chain < CHAIN else 1) <= told
    start = story.start
    is_behind_span = bool(start and start.month and start.year and start.year < (story.last.year or 0) - 1 and story.sentence != place[1])
    near = story.heard[0] if story.heard and story.heard[1:] == place else None
    is_passed = bool(near and near.year == told and near.month and first_day(point, told) < first_day(near, told) and not said.describes)
    is_month = story.last.month is not None and story.last.day is None and story.asked < 0
    is_ours = said.is_ours and is_month and story.chain < CHAIN and story.sentence != place[1] and told < dated - FAR_YEARS
    return told if (is_named_again or is_passed or is_ours or is_behind_span or is_late or is_rolled) and told < dated else None
