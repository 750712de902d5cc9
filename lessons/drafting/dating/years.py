"""The years, months and days that date expressions leave out.

Two things settle them: the day on which the page was published, with the tense of the clause, and the story: the date that the text
told last. A page of news goes by the first, a page of history by the second; where the two would give different years and neither is
the stronger, the year stays open (XXXX) and both are named, because a wrong year on a card is worse than none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lessons.dates.point import Point, month_length

from .date_cases import may_be_of_case, of_lead
from .date_clock import Clock, first_day
from .date_from_clock import from_clock
from .date_headings import framed_year
from .date_parts import Expression
from .date_reckoning import by_order, from_story, left_open, named_from_clock, with_year
from .date_said import Said
from .date_story import CASE_DAYS, Settled, Story, stepped, whole_day
from .tense import Tense
from .year_guides import (
    FRESH_DAYS,
    goes_by_story,
    is_after_before,
    is_elsewhere,
    is_no_surer,
    is_not_home,
    is_of_now,
    is_open,
    is_said_to_come,
    is_told_by_another,
    is_too_far,
    may_go_on,
)
from .year_past import by_case
from .year_sentence import behind_heard, followed, is_of_this_year, named_besides, named_year, within_sentence

_NOTHING = Said()

# What was so until a day that was last so many days ago may be so until the next.
_LONG_AGO = 130

# In a page of news a story of so few years ago may have come back to the present, unless the date leads its sentence.
_YOUNG_YEARS = 12


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
        settled = from_story(one, tense, clock, story, place, is_pluperfect=said.is_pluperfect, leads=said.leads)
        return _not_ahead(settled, one, tense, clock, story, place[0])
    if one.first is None:
        return from_clock(one, tense, clock, story, place, is_death=said.is_death)
    if one.first.year is not None:
        doubt = one.doubt or _weekday_doubt(one)
        if one.last and one.last.year is None and one.last.month:
            return Settled(one.first, _last_of(one, one.last, one.first.year, tense, clock, story), doubt=doubt)
        return Settled(one.first, one.last, explicit=True, candidates=one.candidates, doubt=doubt)
    if one.base == "published":
        return named_from_clock(one, clock, story)
    if one.order in {"last", "next", "this"}:
        return by_order(one, clock, story)
    return _year_left_out(one, tense, clock, story, place, said)


# What "held for nine years" since is told in so many paragraphs behind the year that it held from.
_NEAR = 2

# Of spans that began so many years back at most the end is that of late; of older ones it follows their beginning.
_SPAN_YEARS = 6


def _last_of(one: Expression, last: Point, begun: int, tense: Tense, clock: Clock | None, story: Story) -> Point:
    """The end of a span that names the year of its beginning only: "between August 2021 and February" goes up to this one's, in news."""
    first = one.first
    year = begun + (first is not None and (last.month or 0, last.day or 32) <= (first.month or 0, first.day or 0))
    if clock and not last.day and not story.is_history and begun >= clock.latest.year - _SPAN_YEARS:
        year = max(year, clock.future(last) if tense == "future" else clock.past(last))
    return replace(last, year=year)


def _not_ahead(settled: Settled | None, one: Expression, tense: Tense, clock: Clock | None, story: Story, paragraph: int) -> Settled | None:
    """What is past cannot lie ahead of the day of writing: then it is reckoned from another date than the one told last."""
    year = settled.first.year if settled else None
    if settled is None or year is None or clock is None or tense != "past" or first_day(settled.first, year) <= clock.latest:
        return settled
    if one.first is not None:
        return left_open(one, None, None, clock, story) if one.first.month else None
    heard = story.heard if one.unit == "year" and story.heard and story.heard[1] == paragraph else None
    moved = stepped(heard[0], "year", one.amount) if heard else None
    return Settled(moved, told=True) if moved and (moved.year or 0) <= clock.latest.year else None


def _weekday_doubt(one: Expression) -> str:
    point = one.first
    if one.weekday is None or point is None or not point.year or point.year < 1 or not point.month or not point.day:
        return ""
    return "" if date(point.year, point.month, point.day).weekday() == one.weekday else "the day of the week is another on this date"


def _year_left_out(one: Expression, tense: Tense, clock: Clock | None, story: Story, place: tuple[int, int], said: Said) -> Settled | None:
    paragraph = place[0]
    if (tense == "would" and clock and is_said_to_come(story, place, clock, said)) or (one.opened == "until" and tense == "present"):
        tense = "future"
    point = _deciding(one, tense)
    if settled := within_sentence(one, point, tense, clock, story, place, said):
        return settled
    told = story.year(point, said.is_pluperfect, paragraph, said.leads or said.is_by, is_ahead=tense == "would")
    dated, doubt = _by_tense(point, tense, clock, said)
    is_still_so = clock is not None and tense == "past" and not said.describes and _may_still_be(one, point, clock, told, dated)
    if clock and said.lasted and dated is not None and dated + said.lasted > clock.latest.year:
        is_old_enough = told is not None and told + said.lasted <= clock.latest.year and story.paragraph >= paragraph - _NEAR
        return with_year(one, told, "", told=True) if is_old_enough else left_open(one, told, None, clock, story)
    if said.is_met:
        return left_open(one, None, None, clock, story)  # "We recorded it on 4 May" is of the page’s own time, which nobody knows
    if one.weekday is not None:
        return _by_weekday(one, told, dated, clock, story)
    frame_year = (story.frame[0].year or 0) if story.frame else 0
    is_to_come = tense == "future" and clock is not None and frame_year >= clock.latest.year and said.plain() == "future"
    framed = None if said.will or is_to_come else framed_year(one, story, is_pluperfect=said.is_pluperfect)
    if named := framed or named_year(point, story, tense, clock, place, said):
        return with_year(one, named, "", told=True, by_first=point is one.first or framed is not None)
    if clock is None and (year := of_lead(point, story, paragraph)) and (year == told or story.paragraph < paragraph - 1):
        return with_year(one, year, "", told=True, by_first=point is one.first)
    if told is not None and clock and tense == "past" and first_day(point, told) > clock.latest:
        if behind_heard(point, story, place) == told and (first_day(point, told) - clock.latest).days <= FRESH_DAYS < clock.behind(point):
            return left_open(one, told, dated, clock, story)  # "one ban from 5 December and one from 5 February": the next one, or the last
        told = None
    if said.names_again and dated is not None and story.years.get(point.month or 0) == dated:
        return with_year(one, dated, "", told=True)
    if said.is_then and tense == "future" and clock and (then := followed(point, story, place, clock, dated)):
        return left_open(one, then, dated, clock, story)
    is_between = bool(story.frame) and tense != "future" and not said.will  # "2016–17 – On 26 September …"
    is_scene = said.is_scene and story.last is None and clock is not None and clock.behind(point) > FRESH_DAYS
    is_foretold = said.would and story.is_reckoned and story.paragraph == paragraph and story.last is not None and story.last.month is None
    is_entry = said.is_entry and told != dated and (story.paragraph == paragraph or not clock or clock.behind(point) > FRESH_DAYS)
    is_old = clock is not None and story.last is not None and (story.last.year or 0) < clock.latest.year - 1 and not story.is_history
    is_within = said.is_quoted and not story.is_quoted and story.paragraph == paragraph  # “by 30 September”, of a letter of old
    is_paper = is_old and is_within and tense in {"future", "present", "would"}
    is_named = story.heard is not None and story.heard[1] == paragraph and story.heard[0].day is not None
    is_moved = said.was_moved and (is_named if told is None else story.paragraph == paragraph and told < (dated or told))
    if is_between or is_scene or is_entry or is_foretold or is_still_so or is_moved or is_paper:
        return left_open(one, told, dated, clock, story)
    return _by_guides(one, point, tense, clock, story, place, said, (told, dated, doubt))


def _by_tense(point: Point, tense: Tense, clock: Clock | None, said: Said) -> tuple[int | None, str]:
    """The year by the publication, with a doubt."""
    if clock is None:
        return None, ""
    return clock.year(point, "future" if tense == "would" and said.would else tense)


def _may_still_be(one: Expression, point: Point, clock: Clock, told: int | None, dated: int | None) -> bool:
    """Whether what was so until a day that is long over may be so until the next: "The price was valid until 30 September", told in it."""
    return one.opened == "until" and told is not None and dated is not None and told > dated and clock.behind(point) > _LONG_AGO


def _by_guides(
    one: Expression,
    point: Point,
    tense: Tense,
    clock: Clock | None,
    story: Story,
    place: tuple[int, int],
    said: Said,
    guides: tuple[int | None, int | None, str],
) -> Settled | None:
    """The year by the story or by the publication, `guides` with the doubt of the second; open where neither is the stronger."""
    told, dated, doubt = guides
    paragraph, by_first = place[0], point is one.first
    if clock and tense == "past" and (settled := by_case(one, point, clock, story, (told, dated), place, said)):
        return settled
    other = named_besides(point, clock, story, place, dated, said) if tense == "past" and not said.is_now else None
    if told is not None and told == dated and not other:
        return with_year(one, dated, "", told=story.paragraph == paragraph, by_first=by_first)
    if told is not None and clock:
        is_no_surer_now = tense == "past" and dated is not None and told < dated and is_no_surer(story, point, paragraph, said)
        if is_no_surer_now or may_be_of_case(one, point, tense, clock, story, (told, dated), place, said):
            story.linger(paragraph)
            return left_open(one, told, dated, clock, story)
    if dated is not None and tense == "past" and not said.is_now and _is_unsure(point, clock, story, (told, dated), paragraph, said):
        return left_open(one, said.leads_to if told is None else told, dated, clock, story)
    is_now = clock is not None and is_of_now(one, point, tense, clock, story, told, paragraph, said)
    if dated is not None and (is_now or is_of_this_year(story, place, dated)):
        return _by_clock(
            one, point, tense, clock, story, said, None, (dated, doubt)
        )  # what lasts, or is told next, is reckoned from the day of writing
    if told is None and story.is_span and story.paragraph == paragraph and (story.is_history or (said.follows and tense == "past")):
        return left_open(one, None, dated, clock, story)
    is_shifted = told is not None and story.last is not None and said.is_pluperfect and told != story.last.year
    is_earlier = told is not None and dated is not None and told < dated
    is_unsure = is_shifted and is_earlier and not story.is_history  # "It was signed in July. It had begun in March"
    if told is not None and dated is not None and is_told_by_another(story, tense, paragraph, told, dated, said):
        return with_year(one, dated, doubt, by_first=by_first) if point.day else left_open(one, told, dated, clock, story)
    is_apart = clock is not None and is_elsewhere(one, story, tense, place, clock, said)
    is_apart = is_apart or bool(other and told is not None and told < other)  # "on 12 June 2009. He left in 2015; she died in August"
    if told is not None and not (is_unsure or is_apart) and goes_by_story(story, point, tense, place, clock, said):
        is_over = tense == "past" and dated != told and _is_over(story, point, told, dated, clock, place, said)
        return left_open(one, told, dated, clock, story) if is_over else with_year(one, told, "", told=True, by_first=by_first)
    if other:
        return left_open(one, other, dated, clock, story)
    is_away = clock is not None and tense == "past" and is_not_home(story, point, paragraph, clock, said)
    told = story.year(point, leads=True) if is_away else told
    is_away = is_away or (tense == "past" and may_go_on(story, point, paragraph, clock, (told, dated), said))
    if dated is not None and clock and not is_away and not is_open(story, point, tense, paragraph, told, dated, clock, doubt):
        return _by_clock(one, point, tense, clock, story, said, told, (dated, doubt))
    if told is not None and dated is not None and (story.paragraph == paragraph or told < dated):
        story.linger(paragraph)
    return left_open(one, told, dated, clock, story)


def _by_clock(
    one: Expression, point: Point, tense: Tense, clock: Clock | None, story: Story, said: Said, told: int | None, guide: tuple[int, str]
) -> Settled | None:
    """The year by the publication, `guide` with its doubt; open where it would lie nine months off by a tense that is a guess."""
    dated, doubt = guide
    if clock and is_too_far(one, point, tense, clock, dated, said):
        return left_open(one, told, None, clock, story)
    return with_year(one, dated, doubt, by_first=point is one.first)


def _is_over(story: Story, point: Point, told: int, dated: int | None, clock: Clock | None, place: tuple[int, int], said: Said) -> bool:
    """Whether the telling, which has the stronger guide in the story, may have come back to the day of writing all the same."""
    if story.is_history:
        return story.home == place[0]  # "The next takes place in October 2011. A working group met in May"
    if story.unsure == place[0] or _is_lately(story, point, told, clock, place):
        return True
    return not (said.leads or said.is_pluperfect) and _may_be_over(story, point, told, dated, place, said)


def _is_next(story: Story, point: Point, told: int) -> bool:
    """Whether a day, if it is of the story, is next to the one told last."""
    last = whole_day(story.last) if story.last else None
    return last is not None and abs((first_day(point, told) - last).days) <= CASE_DAYS


def _is_lately(story: Story, point: Point, told: int, clock: Clock | None, place: tuple[int, int]) -> bool:
    """Whether a day was in the weeks before publication: "He was jailed in 2007. … The Crown said on 4 October".

    It is of the story where that told of a day next to it; in the sentence of the story itself also where that is of years past.
    """
    if clock is None or not clock.knows_day or point.day is None or clock.behind(point) > FRESH_DAYS:
        return False
    if _is_next(story, point, told):
        return False
    return story.sentence != place[1] or clock.latest.year - told <= _YOUNG_YEARS


def _may_be_over(story: Story, point: Point, told: int, dated: int | None, place: tuple[int, int], said: Said) -> bool:
    """Whether a story of a few years ago, of which one date was told, may be over: "Work began in June 2019. It was done on 3 May"."""
    last = whole_day(story.last) if story.last else None
    if dated is None or story.is_history or story.chain + story.left[1] > 1 or not 0 < dated - told <= _YOUNG_YEARS:
        return False  # a heading does not end a telling
    if (story.paragraph, story.sentence) == place and not said.is_behind_stop and story.leads and story.last and story.last.month is None:
        return False  # "In 2013 a storm struck on 15 September"
    if last and point.day and abs((first_day(point, told) - last).days) <= CASE_DAYS:
        return False
    story.linger(place[0])
    return True


def _is_unsure(point: Point, clock: Clock | None, story: Story, years: tuple[int | None, int], paragraph: int, said: Said) -> bool:
    """Whether the sentence behind tells another year, or a date before it is open: "In August of that war he asked. In May they were sold".

    `years` are those by the story and by the publication.
    """
    told, dated = years
    if (told is None and not said.is_death and (said.leads_to or dated) < dated) or (said.attached_to or dated) < dated:
        return True
    if told is not None and clock and is_after_before(story, point, told, paragraph, clock, said):
        return True
    is_behind_open = story.open_day is not None and story.open_day[1] == paragraph
    return is_behind_open and clock is not None and clock.behind(point) > FRESH_DAYS


def _deciding(one: Expression, tense: Tense) -> Point:
    """The end of a span decides in the past ("from October to March"), its beginning in the future, its end where it has begun."""
    first = one.first
    if first is None:
        raise ValueError(one)
    if one.last and tense == "future" and first.day is None and (one.last.month or 0) > (first.month or 0):
        return one.last
    return one.last if one.last and tense == "past" else first


def _by_weekday(one: Expression, told: int | None, dated: int | None, clock: Clock | None, story: Story) -> Settled | None:
    """The likes of "Monday, 14 November": a year in which it is that day."""
    first = one.first
    if first is None or not first.month or not first.day:
        return None
    near = [year for year in ((told, dated) if story.is_history else (dated, told)) if year is not None]
    if clock:
        near += [clock.latest.year, clock.latest.year - 1, clock.latest.year + 1]
    near += [year + more for year in story.common for more in (0, 1)]
    for year in near:
        if first.day <= month_length(year, first.month) and date(year, first.month, first.day).weekday() == one.weekday:
            return with_year(one, year, "")
    return left_open(one, told, dated, clock, story)
