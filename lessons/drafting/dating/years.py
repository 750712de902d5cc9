"""The years, months and days that date expressions leave out.

Two things settle them: the day on which the page was published, with the tense of the clause, and the story: the date that the text
told last. A page of news goes by the first, a page of history by the second; where the two would give different years and neither is
the stronger, the year stays open (XXXX) and both are named, because a wrong year on a card is worse than none.
"""

from __future__ import annotations

from datetime import date

from lessons.dates.point import Point, month_length

from .date_cases import is_long_past, may_be_of_case
from .date_clock import Clock, first_day
from .date_headings import framed_year
from .date_parts import Expression
from .date_reckoning import by_order, from_clock, from_story, left_open, named_from_clock, with_year
from .date_said import Said
from .date_story import Settled, Story
from .tense import Tense

# What may have been so shortly before publication is not taken for a part of an older story.
_FRESH_DAYS = 45

_VERY_FRESH_DAYS = 21

# What was to be lies no farther ahead of the day of writing, where it may as well be long past.
_AHEAD_DAYS = 140

# So many years back a date is still the background of news.
_LATE_YEARS = 3

_MONTH_DAYS = 31

# A page that has named so many years of old, and none of late, is a history so far.
_ALL_OLD = 4

# So many months or days told one after the other make a story that a new paragraph may go on with.
_CHAIN = 2


# In so many paragraphs a telling of an earlier year may still go on, unsaid.
_NEAR = 3

_NOTHING = Said()


def settle(
    one: Expression, tense: Tense, clock: Clock | None, story: Story, place: tuple[int, int], said: Said = _NOTHING
) -> Settled | None:
    """A date with what it leaves out; None where it cannot be reckoned, and so is none.

    Args:
        one: the date as it stands.
        tense: of what happens at it.
        clock: the publication; None where unknown.
        story: where the telling is.
        place: the number of the paragraph that it stands in, and the start of its sentence.
        said: what the words around it say.
    """
    if one.order == "each" and one.first:
        return Settled(one.first, one.last, explicit=True)
    if one.base in {"story", "edge"}:
        return from_story(one, tense, clock, story, place, is_pluperfect=said.is_pluperfect, leads=said.leads)
    if one.first is None:
        return from_clock(one, tense, clock, story, place)
    if one.first.year is not None:
        doubt = one.doubt or _weekday_doubt(one)
        return Settled(one.first, one.last, explicit=True, candidates=one.candidates, doubt=doubt)
    if one.base == "published":
        return named_from_clock(one, clock, story)
    if one.order in {"last", "next", "this"}:
        return by_order(one, clock)
    return _year_left_out(one, tense, clock, story, place, said)


def _weekday_doubt(one: Expression) -> str:
    point = one.first
    if one.weekday is None or point is None or not point.year or point.year < 1 or not point.month or not point.day:
        return ""
    return "" if date(point.year, point.month, point.day).weekday() == one.weekday else "the day of the week is another on this date"


def _year_left_out(one: Expression, tense: Tense, clock: Clock | None, story: Story, place: tuple[int, int], said: Said) -> Settled | None:
    paragraph = place[0]
    point = _deciding(one, tense)
    by_first = point is one.first
    told = story.year(point, said.is_pluperfect, paragraph, said.leads)
    dated, doubt = clock.year(point, tense) if clock else (None, "")
    if said.is_met:
        return left_open(one, None, None, clock, story)  # "We recorded it on 4 May" is of the page’s own time, which nobody knows
    if one.weekday is not None:
        return _by_weekday(one, told, dated, clock, story)
    framed = None if said.will else framed_year(one, story, is_pluperfect=said.is_pluperfect)
    if named := framed or _named_year(story, tense, clock, place, said):
        return with_year(one, named, "", told=True, by_first=by_first or framed is not None)
    if told is not None and clock and tense == "past" and first_day(point, told) > clock.latest:
        told = None
    if told is not None and told == dated:
        return with_year(one, dated, "", told=story.paragraph == paragraph, by_first=by_first)
    if told is not None and clock and may_be_of_case(one, point, tense, clock, story, (told, dated), place, said):
        story.linger(paragraph)
        return left_open(one, told, dated, clock, story)
    if told is None and dated is not None and tense == "past" and not said.is_now and (said.leads_to or dated) < dated:
        return left_open(one, said.leads_to, dated, clock, story)
    if dated is not None and clock and _is_of_now(one, point, tense, clock, story, told, paragraph, said):
        return with_year(one, dated, doubt, by_first=by_first)  # what lasts, or is told next, is reckoned from the day of writing
    if told is None and story.is_span and story.paragraph == paragraph and (story.is_history or (said.follows and tense == "past")):
        return left_open(one, None, dated, clock, story)
    is_behind = told is not None and story.last is not None and said.is_pluperfect and told < (story.last.year or 0)
    is_unsure = is_behind and dated is not None and not story.is_history
    if told is not None and not is_unsure and _goes_by_story(story, point, tense, place, clock, said):
        return with_year(one, told, "", told=True, by_first=by_first)
    if dated is not None and clock and not _is_open(story, point, tense, paragraph, told, dated, clock, doubt):
        return with_year(one, dated, doubt, by_first=by_first)
    if told is not None and dated is not None and story.paragraph == paragraph:
        story.unsure = paragraph
    return left_open(one, told, dated, clock, story)


def _named_year(story: Story, tense: Tense, clock: Clock | None, place: tuple[int, int], said: Said) -> int | None:
    """The year that has just been named, of which a sentence goes on to speak: "the outbreak of 1989 … That one began in March"."""
    if story.heard_year is None or story.heard_year[1] != place[0]:
        return None
    year, _, sentence = story.heard_year
    is_ahead = clock is not None and tense == "future" and sentence == place[1] and year > clock.latest.year
    return year if is_ahead or said.points_back else None


def _is_of_now(
    one: Expression, point: Point, tense: Tense, clock: Clock, story: Story, told: int | None, paragraph: int, said: Said
) -> bool:
    """Whether a date goes by the publication for what its sentence says, or since that is the next such date behind what was told."""
    if one.opened == "until" and said.is_now and story.paragraph < paragraph:
        return True
    if story.is_history and not story.is_living:
        return False
    if said.is_now:
        return True
    if one.opened and tense == "past" and not story.is_history and not said.is_pluperfect:
        return one.opened == "since" or story.paragraph < paragraph
    here = story.last
    return (
        tense == "past"
        and told is not None
        and here is not None
        and here.month is not None
        and told == here.year
        and not story.goes_on(point)
        and clock.past(point) == told + 1
        and not said.is_pluperfect
        and one.last is None
    )


def _deciding(one: Expression, tense: Tense) -> Point:
    """The end of a span decides in the past ("from October to March"), its beginning in the future, its end where it has begun."""
    first = one.first
    if first is None:
        raise ValueError(one)
    if one.last and tense == "future" and first.day is None and (one.last.month or 0) > (first.month or 0):
        return one.last
    return one.last if one.last and tense == "past" else first


def _goes_by_story(story: Story, point: Point, tense: Tense, place: tuple[int, int], clock: Clock | None, said: Said) -> bool:
    """Whether the story is the stronger guide."""
    if tense == "future":
        return False
    if story.section is not None:
        return True
    if story.is_history and story.is_living and clock and tense == "present":
        return False  # a history that comes to its own day, where the season "opens on 4 May"
    if story.is_history and not (clock is None and tense == "present"):
        if story.paragraph == place[0] or not (clock and story.is_living and story.is_past(clock)):
            return True
        return _runs_on(story, point, place, clock, said.leads)
    if story.paragraph != place[0]:
        return tense == "past" and clock is not None and story.is_mixed and _runs_on(story, point, place, clock, said.leads)
    if tense in {"present", "either", "none"} and clock:
        return False
    if tense == "would" and clock:  # "were to leave on 1 May" is told from the story's day, where that has one
        year = story.year(point)
        is_far = year is not None and clock.knows_month and (first_day(point, year) - clock.latest).days > _AHEAD_DAYS
        return story.last is not None and story.last.month is not None and not is_far
    if story.sentence == place[1] and story.leads and story.goes_on(point):
        return True
    if clock and tense == "past" and is_long_past(story, clock, said) and story.goes_on(point):
        return True
    if clock and point.day and clock.behind(point) <= _FRESH_DAYS and not _is_long_ago(story, clock):
        return False
    if story.last and story.last.month is None and not said.leads and clock:
        return False
    return story.leads and (story.goes_on(point) or clock is None)


def _is_long_ago(story: Story, clock: Clock) -> bool:
    """Whether the telling goes from month to month through a year long past, so that it would not come back to this one unsaid."""
    return story.chain >= _CHAIN and story.last is not None and (story.last.year or 0) < clock.latest.year - _LATE_YEARS


def _runs_on(story: Story, point: Point, place: tuple[int, int], clock: Clock, leads: bool) -> bool:
    """Whether a new paragraph goes on with a story that has gone from month to month: "… On 3 April they had it. | In June …"."""
    near = 0 < place[0] - story.paragraph <= (2 if story.is_history else 1)
    is_fresh = clock.knows_day and clock.behind(point) <= _FRESH_DAYS and not (story.is_history and _is_long_ago(story, clock))
    return near and story.chain >= (1 if story.is_history and leads else _CHAIN) and story.goes_on(point, leads) and not is_fresh


def _is_open(story: Story, point: Point, tense: Tense, paragraph: int, told: int | None, dated: int, clock: Clock, doubt: str) -> bool:
    """Whether the publication would be too bold a guide: the telling is in an earlier year, and nothing says that it has come back."""
    if story.olds >= _ALL_OLD and tense == "past" and clock.behind(point) > _FRESH_DAYS and story.is_mixed:
        return True
    is_near = story.paragraph < paragraph <= story.paragraph + _NEAR and told is not None and dated - _LATE_YEARS <= told < dated
    if is_near and tense == "past" and story.chain >= _CHAIN and story.goes_on(point) and clock.behind(point) > _VERY_FRESH_DAYS:
        return True
    is_fresh = clock.behind(point) <= _fresh_days(story, paragraph, point, clock)
    if told is None or told >= dated or not (tense == "past" or doubt) or is_fresh:
        return False
    if story.paragraph == paragraph:  # "the deal of June 2018 …; on 4 May": back in the present, unless the story is an old one
        if point.day and not story.leads:  # "isolated in 1976 …; declared on 1 August": days without a year are told of news
            return False
        back = story.last is not None and story.last.month is not None and not story.goes_on(point)
        return not (back and told >= clock.latest.year - _LATE_YEARS)
    return is_near


def _fresh_days(story: Story, paragraph: int, point: Point, clock: Clock) -> int:
    """How many days back still are "lately": fewer within a paragraph that has begun to tell of another month and may go on with it.

    A monthly is written before its month, so that nothing in it has been in this month.
    """
    if not clock.knows_day and point.day is None and point.month == clock.latest.month:
        return -_MONTH_DAYS
    is_told = story.paragraph == paragraph and story.last and story.last.month and (story.goes_on(point) or point.day is None)
    return _VERY_FRESH_DAYS if is_told else _FRESH_DAYS


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
