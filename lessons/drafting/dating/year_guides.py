"""Which of the two guides to a year is the stronger: the story or the publication."""

from __future__ import annotations

from lessons.dates.point import Point

from .date_cases import is_long_past
from .date_clock import Clock, first_day, last_day
from .date_parts import Expression
from .date_said import Said
from .date_story import Story, whole_day
from .tense import Tense

# What may have been so shortly before publication is not taken for a part of an older story.
FRESH_DAYS = 45

_VERY_FRESH_DAYS = 21

# What was to be lies no farther ahead of the day of writing, where it may as well be long past.
_AHEAD_DAYS = 140

# So many years back a date is still the background of news.
_LATE_YEARS = 3

# What was told so many years back and more is no longer of this one's news.
_OLD_YEARS = 2

_MONTH_DAYS = 31

# A month so many years back is no longer the background of news, and not yet what nobody alive has done.
FAR_YEARS, _LIFETIME = 5, 100

# A page that has named so many years of old, and none of late, is a history so far.
_ALL_OLD = 4

# So many months or days told one after the other make a story that a new paragraph may go on with.
CHAIN = 2


# In so many paragraphs a telling of an earlier year may still go on, unsaid.
_NEAR = 3


# What would lie nearer on the other side of the day of writing, if its tense were another, needs one that is beyond doubt.
_OTHER_SIDE = 182


def is_too_far(one: Expression, point: Point, tense: Tense, clock: Clock, dated: int, said: Said) -> bool:
    """Whether a date would lie half a year off by a tense that is a guess: "Allowance: restored from 1 January", told in October."""
    if (said.will and tense != "past") or (one.opened == "since" and tense == "past") or not clock.knows_month:
        return False
    if said.planned_once and first_day(point, dated) > clock.latest:
        return True
    if first_day(point, dated) <= clock.latest:
        return (first_day(point, dated + 1) - clock.latest).days <= _OTHER_SIDE and said.plain() != "past"
    behind = (clock.earliest - last_day(point, dated - 1)).days
    return behind <= (_OTHER_SIDE // 2 if one.opened == "until" else _OTHER_SIDE) and said.plain() != "future"


def is_said_to_come(story: Story, place: tuple[int, int], clock: Clock, said: Said) -> bool:
    """Whether what "would be" was said of late, and so lies ahead: "The firm said on Monday that it would close in March"."""
    if not said.is_reported or said.is_pluperfect or story.is_history:
        return False
    here = story.last if story.is_case and story.sentence == place[1] and story.paragraph == place[0] else None
    if here is None:
        return story.paragraph < place[0] or not story.is_past(clock)
    return here.month is not None and here.year is not None and (clock.earliest - last_day(here, here.year)).days <= FRESH_DAYS


def is_told_by_another(story: Story, tense: Tense, paragraph: int, told: int, dated: int, said: Said) -> bool:
    """Whether an old year was told in a quotation that is over: “We sold it in June 2003,” she says. She was charged on 4 May."""
    is_over = story.is_quoted and not said.is_quoted and story.paragraph == paragraph
    return is_over and tense == "past" and told < dated and not story.is_history


def is_after_before(story: Story, point: Point, told: int, paragraph: int, clock: Clock, said: Said) -> bool:
    """Whether a sentence about what may be new follows one in the pluperfect: "They had met that November. In February they met"."""
    is_behind = story.was_before and story.paragraph == paragraph and said.leads and not (said.is_pluperfect or story.is_history)
    return is_behind and clock.behind(point) <= FRESH_DAYS and told >= clock.latest.year - FAR_YEARS


def is_of_now(
    one: Expression, point: Point, tense: Tense, clock: Clock, story: Story, told: int | None, paragraph: int, said: Said
) -> bool:
    """Whether a date goes by the publication for what its sentence says, or since that is the next such date behind what was told."""
    if one.opened == "until" and said.is_now and story.paragraph < paragraph:
        return True
    if story.is_history and not story.is_living:
        return said.is_incumbent or (one.opened == "since" and said.is_now)  # "who has been in office since October"
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
        and not (said.is_pluperfect or (said.looks_back and story.is_reckoned))
        and one.last is None
    )


def is_elsewhere(one: Expression, story: Story, tense: Tense, place: tuple[int, int], clock: Clock, said: Said) -> bool:
    """Whether another sentence need not go on with a month of old: "It began in March 2015. … Work stood still from April to August"."""
    here = story.last
    if here is None or here.month is None or story.is_history or tense != "past" or story.chain >= CHAIN:
        return False
    years = clock.latest.year - (here.year or 0)
    if here.day:
        return story.is_at_home and not said.follows and 2 * FAR_YEARS <= years < _LIFETIME
    is_apart = story.sentence != place[1] and not (said.leads or said.is_of_them) and (one.last is not None or not said.follows)
    return is_apart and FAR_YEARS <= years < _LIFETIME


def _is_of_day(story: Story, tense: Tense, clock: Clock) -> bool:
    """Whether what was told last was reckoned from the day of writing; a history tells of the year before it, or in the present."""
    if not story.is_history:
        return story.is_reckoned
    is_late = story.last is not None and story.last.year == clock.latest.year - 1
    return (story.is_reckoned and is_late) or (story.is_living and tense == "present")


def _is_home(story: Story, point: Point, place: tuple[int, int], clock: Clock) -> bool:
    """Whether a history has just told of what is to come, and goes on with what was lately: "runs out in 2027. Asked on 30 October"."""
    is_late = clock.behind(point) <= FRESH_DAYS
    return story.is_history and is_late and place[0] > story.paragraph and place[0] - story.home <= 1


def goes_by_story(story: Story, point: Point, tense: Tense, place: tuple[int, int], clock: Clock | None, said: Said) -> bool:
    """Whether the story is the stronger guide."""
    if tense == "future":
        return False
    if story.section is not None or (story.asked >= 0 and story.asked in {place[0], place[0] - 1} and tense == "past" and not said.is_now):
        return True
    if clock and ((_is_of_day(story, tense, clock) and not said.looks_back) or _is_home(story, point, place, clock)):
        return False  # a history that comes to its own day, where the season "opens on 4 May"; what "two months ago" brought up
    if (
        said.is_death
        and clock
        and clock.knows_day
        and point.day
        and clock.behind(point) <= FRESH_DAYS
        and not (story.last and story.last.day)
    ):
        return False  # an obituary, that tells of years and then of the death
    if story.is_history and not (clock is None and tense == "present"):
        if story.paragraph == place[0] or not (clock and story.is_living and story.is_past(clock)):
            return story.paragraph >= 0
        return _runs_on(story, point, place, clock, said.leads)
    if story.paragraph != place[0]:
        return tense == "past" and clock is not None and story.is_mixed and _runs_on(story, point, place, clock, said.leads)
    if tense == "present" or (tense in {"either", "none"} and clock):
        return False
    if tense == "would" and clock:  # "were to leave on 1 May" is told from the story's day, where that has one
        year = story.year(point, is_ahead=True)
        is_far = year is not None and clock.knows_month and (first_day(point, year) - clock.latest).days > _AHEAD_DAYS
        return story.last is not None and story.last.month is not None and story.is_case and not is_far
    if _is_bound(story, point, tense, place, clock, said):
        return True
    if clock and point.day and clock.behind(point) <= FRESH_DAYS and (story.unsure == place[0] or not _is_long_ago(story, clock)):
        return False
    if story.last and story.last.month is None and not said.leads and clock:
        return False
    return story.leads and (story.goes_on(point) or clock is None)


def _is_bound(story: Story, point: Point, tense: Tense, place: tuple[int, int], clock: Clock | None, said: Said) -> bool:
    """Whether the same sentence goes on with the story, or the next: "He was dismissed on 4 May 2020. He had been ill since March"."""
    is_before = said.is_pluperfect or (said.looks_back and story.is_reckoned)
    if tense == "past" and is_before and said.follows and story.is_case and story.last and story.last.month:
        return True
    if not story.goes_on(point):
        return False
    return (story.sentence == place[1] and story.leads) or bool(clock and tense == "past" and is_long_past(story, clock, said))


def _is_long_ago(story: Story, clock: Clock) -> bool:
    """Whether the telling goes from month to month through a year long past, so that it would not come back to this one unsaid."""
    return story.chain >= CHAIN and story.last is not None and (story.last.year or 0) < clock.latest.year - _LATE_YEARS


def _runs_on(story: Story, point: Point, place: tuple[int, int], clock: Clock, leads: bool) -> bool:
    """Whether a new paragraph goes on with a story that has gone from month to month: "… On 3 April they had it. | In June …"."""
    near = 0 < place[0] - story.paragraph <= (2 if story.is_history else 1)
    is_fresh = clock.knows_day and clock.behind(point) <= FRESH_DAYS and not (story.is_history and _is_long_ago(story, clock))
    return near and story.chain >= (1 if story.is_history and leads else CHAIN) and story.goes_on(point, leads) and not is_fresh


def is_no_surer(story: Story, point: Point, paragraph: int, said: Said) -> bool:
    """Whether the paragraph goes on with a story in which a year has just been left open, so that it may be of that one as well."""
    if story.is_history and story.unsure == paragraph and not said.is_now:
        return True
    return 0 <= story.unsure < paragraph <= story.unsure + CHAIN and story.goes_on(point) and not said.is_now and not said.is_reported


def is_not_home(story: Story, point: Point, paragraph: int, clock: Clock, said: Said) -> bool:
    """Whether the page has told of nothing but a time long past, day by day, and goes on with it: "… on 5 October 1910. | In May …"."""
    here = story.last
    is_old = here is not None and here.month is not None and (here.year or 0) < clock.latest.year - _LATE_YEARS
    is_ours = said.is_now or said.is_ours
    is_near = 0 < paragraph - story.paragraph <= 1 and not said.is_pluperfect
    return is_old and is_near and not story.is_at_home and not is_ours and story.goes_on(point, leads=True)


def may_go_on(story: Story, point: Point, paragraph: int, clock: Clock | None, years: tuple[int | None, int | None], said: Said) -> bool:
    """Whether a month may be of the year behind a story of old as well: "… was approved in May 2016. Work began in February".

    `years` are those by the story and by the publication.
    """
    told, dated = years
    if told is None or dated is None or not story.last or story.paragraph != paragraph:
        return False
    if point.day and story.last.month is None:  # "In 1987 they laughed at it. On 3 May a loader fell down", told on 6 June
        return said.leads and said.follows and story.leads and told < dated
    if point.day:  # "On 23 March 2021 it ran aground. It was freed on 29 March", told on 30 March 2022
        last = whole_day(story.last)
        return bool(last and told < dated and 0 <= (first_day(point, told) - last).days <= _DAYS_ON)
    is_plain = said.follows and story.is_case and not (said.is_reported or said.looks_back or said.describes or said.is_by)
    if story.last.month is None:  # "In 2021 it sold the yard. It sold the pub in March"
        return is_plain and story.leads and told < dated and not story.last.blurred
    is_lately = clock is not None and clock.behind(point) <= FRESH_DAYS
    if story.last.day or told > dated - _OLD_YEARS or (is_lately and (story.last.month or 0) > 12):
        return False
    return is_plain


# So few days behind a day of an earlier year that was told last, a day may go on with it, though it was lately as well.
_DAYS_ON = 14
_PARAGRAPHS_ON = 4


def by_day(story: Story, point: Point, paragraph: int, dated: int | None) -> int | None:
    """The year of a story told day by day that a later paragraph may go on with: "… on 9 January 1951. … | By 12 January"."""
    last = whole_day(story.last) if story.last else None
    if last is None or dated is None or story.is_history or not point.day or last.year >= dated:
        return None
    if not 0 < paragraph - story.paragraph <= _PARAGRAPHS_ON:
        return None
    return last.year if 0 < (first_day(point, last.year) - last).days <= _DAYS_ON else None


def is_open(story: Story, point: Point, tense: Tense, paragraph: int, told: int | None, dated: int, clock: Clock, doubt: str) -> bool:
    """Whether the publication would be too bold a guide: the telling is in an earlier year, and nothing says that it has come back."""
    if story.is_history and story.paragraph < 0 and tense == "past":
        return True  # a heading has ended the list of years that was told last
    if story.olds >= _ALL_OLD and tense == "past" and clock.behind(point) > FRESH_DAYS and story.is_mixed:
        return True
    is_close = point.day is not None and abs((first_day(point, dated) - clock.latest).days) <= FRESH_DAYS
    is_of_year = story.last is not None and not story.last.month and story.paragraph == paragraph
    if tense == "would" and is_of_year and told is not None and told < dated and not is_close:
        return True  # "He wrote in 1958 that he would sail in May"
    near, chain = story.left
    is_broken_off = story.paragraph < near < paragraph <= near + _NEAR and chain >= CHAIN and told is not None and told < dated
    if is_broken_off and tense == "past" and story.goes_on(point) and clock.behind(point) > FRESH_DAYS:
        return True  # a heading does not end what has gone from month to month through an earlier year
    is_near = story.paragraph < paragraph <= story.paragraph + _NEAR and told is not None and dated - _LATE_YEARS <= told < dated
    if is_near and tense == "past" and story.chain >= CHAIN and story.goes_on(point) and clock.behind(point) > _VERY_FRESH_DAYS:
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
    return _VERY_FRESH_DAYS if is_told else FRESH_DAYS
