"""The year of what is past on a page of news: by the case that the page is about, or left open, as its telling may have moved on."""

from __future__ import annotations

from lessons.dates.point import Point

from .date_cases import before_case, of_case
from .date_clock import Clock, first_day, last_day
from .date_parts import Expression
from .date_reckoning import left_open, with_year
from .date_said import Said
from .date_story import Settled, Story
from .year_guides import FRESH_DAYS, by_day, has_moved_on, is_of_now


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
    since = has_moved_on(story, point, place, years, said, clock.behind(point))
    if since and since == dated:
        return with_year(one, dated, "")
    return left_open(one, since, dated, clock, story) if since else None


def _is_behind(point: Point, then: Point, dated: int, clock: Clock) -> bool:
    """Whether a date lies behind what its clause says came later, each reckoned from the publication."""
    return first_day(point, dated) > last_day(then, clock.past(then))
