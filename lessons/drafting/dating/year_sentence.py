"""The year that another date of the same sentence gives: "warned in May that it could close in June", "two years after they met in May"."""

from __future__ import annotations

from lessons.dates.point import Point

from .date_clock import Clock, first_day, last_day
from .date_parts import Expression
from .date_reckoning import left_open, with_year
from .date_said import Said
from .date_story import Settled, Story
from .tense import Tense
from .year_guides import FRESH_DAYS


def within_sentence(
    one: Expression, point: Point, tense: Tense, clock: Clock | None, story: Story, place: tuple[int, int], said: Said
) -> Settled | None:
    """The year that another date of the sentence gives: "warned in May that it could close in June", "two years after they met in May"."""
    is_behind = said.foretold if tense in {"future", "would", "either"} else one.opened == "until" and tense == "past"
    behind = behind_heard(point, story, place)
    if is_behind and behind:
        return with_year(one, behind, "", told=True)
    heard = story.heard[0] if story.heard and story.heard[1:] == place else None
    if heard is None or heard.year is None or not heard.month or not point.month or clock is None:
        return left_open(one, None, None, clock, story) if said.years_after > 1 and clock else None
    day, dated = first_day(heard, heard.year), clock.year(point, tense)[0]
    if said.years_after:
        near = heard.year - said.years_after
        return with_year(
            one, min((near - 1, near, near + 1), key=lambda year: abs(_months(point, year) - _months(heard, near))), "", told=True
        )
    if tense != "would" or dated is None:
        return None
    if said.had_been_due:  # "voted in November, as had been due in February"
        last = heard.year - (first_day(point, heard.year) > day)
        return left_open(one, last, dated, clock, story) if last != dated and day <= clock.latest else None
    if first_day(point, dated) > day or not said.would:
        return None
    following = heard.year + (first_day(point, heard.year) <= day)
    return with_year(one, following, "", told=True) if day > clock.latest else left_open(one, following, dated, clock, story)


def _months(point: Point, year: int) -> int:
    return 12 * year + first_day(point, year).month


def followed(point: Point, story: Story, place: tuple[int, int], clock: Clock, dated: int | None) -> int | None:
    """The year in which a day or month comes behind one that lies ahead: "is to lift off in July and to reach Mars in February"."""
    year, heard = behind_heard(point, story, place), story.heard[0] if story.heard else None
    is_ahead = heard is not None and heard.year is not None and first_day(heard, heard.year) > clock.latest
    return year if year and dated is not None and year > dated and is_ahead else None


def behind_heard(point: Point, story: Story, place: tuple[int, int]) -> int | None:
    """The year in which a day or month comes behind one of the same sentence: "was given until December 2016, then until the summer"."""
    heard = story.heard[0] if story.heard and story.heard[1:] == place else None
    if heard is None or heard.year is None or not heard.month or not point.month:
        return None
    return heard.year + (last_day(point, heard.year) < first_day(heard, heard.year))


def is_of_this_year(story: Story, place: tuple[int, int], dated: int) -> bool:
    """Whether the same sentence has just said "this year": "and was to have done so this year; in March it was called off"."""
    heard = story.heard
    return heard is not None and heard[1:] == place and heard[0].month is None and heard[0].year == dated


def _of_sentence(point: Point, clock: Clock | None, story: Story, place: tuple[int, int], dated: int | None, said: Said) -> int | None:
    """An earlier year that the same sentence names, so that a day not of late may be of it: "in 1959, in a strike that ended on 4 May"."""
    if clock is None or dated is None or story.is_history or clock.behind(point) <= FRESH_DAYS:
        return None
    if (
        said.is_behind_stop
        and story.heard
        and story.heard[0] != story.last
        and (behind := behind_heard(point, story, place))
        and behind < dated
    ):
        return behind  # "An accord of February 2017 had failed: shelling began again on 19 March"
    heard = story.heard_year
    return heard[0] if story.is_named and heard and heard[1:] == place and heard[0] < dated else None


def named_besides(point: Point, clock: Clock | None, story: Story, place: tuple[int, int], dated: int | None, said: Said) -> int | None:
    """An earlier year that the sentence names, or the paragraph of a history: "After the crash of 1987 they met. First, in May"."""
    if clock is None or not story.is_history or story.paragraph == place[0]:
        return _of_sentence(point, clock, story, place, dated, said)
    heard = story.heard_year
    return heard[0] if heard and heard[1] == place[0] and dated is not None and heard[0] < dated else None


def named_year(point: Point, story: Story, tense: Tense, clock: Clock | None, place: tuple[int, int], said: Said) -> int | None:
    """The year that has just been named, of which a sentence goes on to speak: "the outbreak of 1989 … That one began in March"."""
    if said.is_this and clock and point.day:
        return clock.latest.year  # "this 25 April"
    if said.begun_in:
        return said.begun_in
    if said.years_since and clock:
        return clock.years_back(point, said.years_since)
    if story.heard_year is None or story.heard_year[1] != place[0]:
        return None
    year, _, sentence = story.heard_year
    is_ahead = clock is not None and tense == "future" and sentence == place[1] and year > clock.latest.year and not said.is_behind_stop
    return year if is_ahead or said.points_back else None
