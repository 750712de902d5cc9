"""The years, months and days that date expressions leave out.

Two things settle them: the day on which the page was published, with the tense of the clause, and the story: the date that the text told last.
A page of news goes by the first, a page of history by the second; where the two would give different years and neither is the stronger, the
year stays open (XXXX) and both are named, because a wrong year on a card is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lessons.dates.point import Point, month_length

from .date_expressions import Expression
from .tense import Tense

# A plan in the present tense lies at most so many days ahead; what is farther off has more likely just been.
_PLAN_DAYS = 270
# A line without a verb means the nearer of two days, where it is no farther than this.
_NEAR_DAYS = 120
# "They agreed to meet on 18 November" may look back or ahead: the nearer of the two, where it is no farther than this.
_EITHER_DAYS = 140
# In a story a month that is so many months before the last one is the next year's: January behind October.
_BACK_MONTHS = 6
# What may have been so shortly before publication is not taken for a part of an older story.
_FRESH_DAYS = 45
# A year that is only mentioned, and is so far from the story, is no step of it.
_FAR_YEARS = 5
_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Settled:
    """A date with its year, as far as anything settles it."""

    first: Point
    last: Point | None = None
    explicit: bool = False
    candidates: tuple[str, ...] = ()
    doubt: str = ""
    told: bool = False

    def edtf(self, opened: str) -> str:
        if opened == "since":
            return f"{self.first.edtf}/.."
        if opened == "until":
            return f"../{(self.last or self.first).edtf}"
        return f"{self.first.edtf}/{self.last.edtf}" if self.last else self.first.edtf


@dataclass(frozen=True, slots=True)
class Clock:
    """When a page was published: the first and last day that this may have been."""

    earliest: date
    latest: date

    @classmethod
    def of(cls, published: str | None) -> Clock | None:
        """The clock of an EDTF date.

        >>> Clock.of("2019-10").latest.isoformat(), Clock.of(None)
        ('2019-10-31', None)
        """
        parts = (published or "").split("-")
        if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
            return None
        numbers = [int(part) for part in parts]
        try:
            if len(numbers) == 1:
                return cls(date(numbers[0], 1, 1), date(numbers[0], 12, 31))
            if len(numbers) == 2:
                return cls(date(*numbers, 1), date(*numbers, month_length(*numbers)))
            return cls(date(*numbers), date(*numbers))
        except ValueError:
            return None

    @property
    def knows_day(self) -> bool:
        return self.earliest == self.latest

    @property
    def knows_month(self) -> bool:
        return self.earliest.month == self.latest.month

    def past(self, point: Point) -> int:
        """The latest year in which a day, month or season is not after publication.

        >>> Clock.of("2019-10-20").past(Point(year=None, month=12))
        2018
        """
        year = self.latest.year
        return year if _first_day(point, year) <= self.latest else year - 1

    def future(self, point: Point) -> int:
        """The first year in which a day, month or season does not lie wholly before publication."""
        year = self.earliest.year
        return year if _last_day(point, year) >= self.earliest else year + 1

    def year(self, point: Point, tense: Tense) -> tuple[int | None, str]:
        """The year of a day, month or season by the tense, and why a person should look."""
        past, future = self.past(point), self.future(point)
        if not self.knows_month:
            return None, ""
        if past == future:
            return past, ""
        if tense in {"past", "future"}:
            return (past if tense == "past" else future), ""
        ahead = (_first_day(point, future) - self.latest).days
        behind = (self.earliest - _last_day(point, past)).days
        if tense in {"none", "either"}:
            nearest, distance = (future, ahead) if ahead < behind else (past, behind)
            near = _NEAR_DAYS if tense == "none" else _EITHER_DAYS
            return (nearest if distance <= near else None), "nothing but nearness tells the year"
        return (future, "") if ahead <= _PLAN_DAYS else (past, "told as if it were to come, but just past")


def _first_day(point: Point, year: int) -> date:
    month = _SEASON_MONTH.get(point.month or 1, point.month or 1)
    if not 1 <= year <= 9999:
        return date.min
    return date(year, month, min(point.day or 1, month_length(year, month)))


def _last_day(point: Point, year: int) -> date:
    month = _SEASON_MONTH.get(point.month or 12, point.month or 12)
    if not 1 <= year <= 9999:
        return date.min
    if (point.month or 0) > 12:
        month = min(month + 2, 12)
    return date(year, month, min(point.day or 31, month_length(year, month)))


@dataclass(slots=True)
class Story:
    """Where the telling is: the date told last, and how firmly.

    Attributes:
        is_history: whether the whole page tells of former years.
        is_mixed: whether it often does.
        last: the date told last; None before the first.
        paragraph, sentence: where it was told; the start of the sentence.
        leads: whether it stood at the head of its sentence, or said more than the year.
        heard: the date named last, if only in passing; "five years later" is reckoned from it.
        section: the year that stands in the heading; None where none does.
        years: the years that the page names.
    """

    is_history: bool = False
    is_mixed: bool = False
    last: Point | None = None
    start: Point | None = None
    paragraph: int = -1
    sentence: int = -1
    heard: tuple[Point, int] | None = None
    section: int | None = None
    leads: bool = False
    years: list[int] = field(default_factory=list)

    def tell(self, settled: Settled, place: tuple[int, int], leads: bool) -> None:
        """Move to a date."""
        if settled.first.blurred or settled.first.year is None:
            return
        if self._stays(settled, leads):
            if self.last and self.last.year == settled.first.year:
                self.paragraph = place[0]
            return
        if self.section is not None and settled.explicit and settled.first.month and settled.first.year - self.section not in {0, 1}:
            self.section = None  # the heading was only where it began
        self.last, self.start = settled.last or settled.first, settled.first
        self.paragraph, self.sentence = place
        self.leads = leads or self.last.month is not None

    def _stays(self, settled: Settled, leads: bool) -> bool:
        """Whether a year alone, which is that of the story or is far from it and only mentioned, leaves the story where it is."""
        here, there = self.last, settled.first
        if here is None or here.year is None or there.year is None or there.month is not None or settled.last is not None:
            return False
        return (here.year == there.year and here.month is not None) or (not leads and abs(there.year - here.year) >= _FAR_YEARS)

    def year(self, point: Point, is_pluperfect: bool = False, paragraph: int = -1) -> int | None:
        """The year of a day, month or season that is told next.

        >>> Story(last=Point(year=1941, month=11)).year(Point(year=None, month=1))
        1942
        """
        if self.last is None or self.last.year is None:
            return self.section
        if self.section is not None and self.paragraph != paragraph and self.last.year not in {self.section, self.section + 1}:
            return self.section
        if self.last.month is None or point.month is None:
            return self.last.year
        here, told = (_SEASON_MONTH.get(one.month or 1, one.month or 1) for one in (self.last, point))
        if is_pluperfect and told > here + 2:
            return self.last.year - 1
        return self.last.year + (told - here <= -_BACK_MONTHS - (point.day is None))

    def goes_on(self, point: Point) -> bool:
        """Whether a day or month comes behind the one told last in the same year."""
        if self.last is None or self.last.month is None:
            return True
        return (point.month or 0, point.day or 32) >= (self.last.month, self.last.day or 0)


def settle(
    one: Expression, tense: Tense, clock: Clock | None, story: Story, place: tuple[int, int], *, is_pluperfect: bool = False, leads: bool = False
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
    if one.base == "story" or one.base == "edge":
        return _from_story(one, clock, story, place[0])
    if one.first is None:
        return _from_clock(one, tense, clock, story)
    if one.first.year is not None:
        doubt = one.doubt or _weekday_doubt(one)
        return Settled(one.first, one.last, explicit=True, candidates=one.candidates, doubt=doubt)
    if one.base == "published":
        return _named_from_clock(one, clock, story)
    if one.order in {"last", "next", "this"}:
        return _ordered(one, clock)
    return _year_left_out(one, tense, clock, story, place, is_pluperfect, leads)


def _weekday_doubt(one: Expression) -> str:
    point = one.first
    if one.weekday is None or point is None or not point.year or point.year < 1 or not point.month or not point.day:
        return ""
    return "" if date(point.year, point.month, point.day).weekday() == one.weekday else "the day of the week is another on this date"


# ---- the year is left out ------------------------------------------------------------------------------------------------------


def _year_left_out(
    one: Expression, tense: Tense, clock: Clock | None, story: Story, place: tuple[int, int], is_pluperfect: bool, leads: bool
) -> Settled | None:
    paragraph = place[0]
    point = _deciding(one, tense)
    told = story.year(point, is_pluperfect, paragraph)
    dated, doubt = clock.year(point, tense) if clock else (None, "")
    if one.weekday is not None:
        return _by_weekday(one, told, dated, clock, story)
    if told is not None and clock and tense == "past" and _first_day(point, told) > clock.latest:
        told = None
    if told is not None and told == dated:
        return _with_year(one, dated, "", told=story.paragraph == paragraph, by_first=point is one.first)
    if told is not None and _goes_by_story(story, point, tense, place, clock, leads):
        return _with_year(one, told, "", told=True, by_first=point is one.first)
    if dated is not None and not _is_open(story, point, tense, paragraph, told, dated):
        return _with_year(one, dated, doubt, by_first=point is one.first)
    return _open(one, told, dated, clock, story)


def _deciding(one: Expression, tense: Tense) -> Point:
    """The end of a span decides in the past ("from October to March"), its beginning in the future."""
    first = one.first
    if first is None:
        raise ValueError(one)
    return one.last if one.last and tense == "past" and (one.last.month or 0) < (first.month or 0) else first


def _goes_by_story(story: Story, point: Point, tense: Tense, place: tuple[int, int], clock: Clock | None, leads: bool) -> bool:
    """Whether the story is the stronger guide."""
    if tense == "future" and clock:
        return False
    if story.is_history or story.section is not None:
        return True
    if story.paragraph != place[0] or (tense in {"present", "would", "either", "none"} and clock):
        return False
    if story.sentence == place[1] and story.last and story.last.month and story.goes_on(point):
        return True
    if clock and clock.knows_month and (clock.earliest - _last_day(point, clock.past(point))).days <= _FRESH_DAYS:
        return False
    if story.last and story.last.month is None and not leads and clock:
        return False
    return story.leads and (story.goes_on(point) or clock is None)


def _is_open(story: Story, point: Point, tense: Tense, paragraph: int, told: int | None, dated: int) -> bool:
    """Whether the publication would be too bold a guide: the telling is in an earlier year, and nothing says that it has come back."""
    if told is None or told >= dated or tense != "past":
        return False
    if story.paragraph == paragraph:
        return not (story.last and story.last.month and not story.goes_on(point))
    return story.is_mixed and story.paragraph == paragraph - 1


def _with_year(one: Expression, year: int | None, doubt: str, told: bool = False, by_first: bool = False) -> Settled | None:
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


def _open(one: Expression, told: int | None, dated: int | None, clock: Clock | None, story: Story) -> Settled:
    """The year stays open; the years that it may be are named."""
    first = one.first or Point(year=None)
    years = {year for year in (told, dated) if year is not None}
    if not years and clock:
        years = {clock.past(first), clock.future(first)}
    if not years:
        years = set(sorted(set(story.years), key=lambda year: -story.years.count(year))[:3])
    named = tuple(Settled(replace(first, year=year), one.last and replace(one.last, year=year)).edtf(one.opened) for year in sorted(years))
    doubt = "the year may be " + " or ".join(str(year) for year in sorted(years)) if years else "nothing on the page tells the year"
    return Settled(first, one.last, explicit=True, candidates=named, doubt=doubt)


def _by_weekday(one: Expression, told: int | None, dated: int | None, clock: Clock | None, story: Story) -> Settled | None:
    """ "Monday, 14 November": a year in which it is that day."""
    first = one.first
    if first is None or not first.month or not first.day:
        return None
    near = [year for year in ((told, dated) if story.is_history else (dated, told)) if year is not None]
    if clock:
        near += [clock.latest.year, clock.latest.year - 1, clock.latest.year + 1]
    for year in near:
        if first.day <= month_length(year, first.month) and date(year, first.month, first.day).weekday() == one.weekday:
            return _with_year(one, year, "")
    return _open(one, told, dated, clock, story)


def _ordered(one: Expression, clock: Clock | None) -> Settled | None:
    """ "last August", "12 December last", "next March"."""
    first = one.first
    if first is None or clock is None or not clock.knows_month:
        return None
    past, future = clock.past(first), clock.future(first)
    if one.order == "this":
        return _with_year(one, clock.latest.year if (first.month or 0) <= 12 else min(past, future, key=lambda y: abs((_first_day(first, y) - clock.latest).days)), "")
    if one.order == "next":
        year = future + (future == clock.earliest.year and first.month == clock.earliest.month and first.day is None)
        return _with_year(one, year, "" if year > clock.earliest.year else f"this year’s, or that of {year + 1}?")
    year = past - (past == clock.latest.year and first.month == clock.latest.month and first.day is None)
    ended = _last_day(first, year) < clock.earliest
    year -= not ended and first.day is None and (first.month or 0) > 12
    return _with_year(one, year, "" if year < clock.latest.year or first.day else f"this year’s, or that of {year - 1}?")


# ---- reckoned from the publication ---------------------------------------------------------------------------------------------


def _named_from_clock(one: Expression, clock: Clock | None, story: Story) -> Settled | None:
    """ "26 January last year", "last March", "this Christmas", "the 15th of this month"."""
    if one.unit == "month" and one.first:
        at = stepped(Point(year=clock.latest.year, month=clock.latest.month), "month", one.amount) if clock and clock.knows_month else None
        return _story_day(one.first, at) if at else None
    if one.unit == "year":
        return _with_year(one, clock.latest.year + one.amount, "") if clock else _open(one, None, None, clock, story)
    return _ordered(one, clock) if clock else _open(one, None, None, clock, story)


def _from_clock(one: Expression, tense: Tense, clock: Clock | None, story: Story) -> Settled | None:
    """ "yesterday", "last week", "on Monday", "three months ago"."""
    if clock is None:
        return None
    if one.weekday is not None:
        return _weekday(one, tense, clock, story)
    at = Point(year=clock.latest.year, month=clock.latest.month if clock.knows_month else None, day=clock.latest.day if clock.knows_day else None)
    if one.unit in {"week", "weekend"} and one.order:
        return _week(one, clock)
    if one.unit == "quarter":
        return _quarter(one, clock)
    moved = stepped(at, one.unit, one.amount)
    return Settled(moved) if moved else None


def _weekday(one: Expression, tense: Tense, clock: Clock, story: Story) -> Settled | None:
    if not clock.knows_day or story.is_history:
        return None
    behind = (clock.latest.weekday() - (one.weekday or 0)) % 7
    ahead = -behind % 7
    if one.order == "last" or (tense in {"past", "none"} and one.order != "next" and one.opened != "until"):
        days = -(behind or (7 if one.order == "last" else 0))
    else:
        days = ahead or (0 if one.order == "this" else 7)
    if one.opened == "since":
        days = -(behind or 7)
    return Settled(_point(clock.latest + timedelta(days)), doubt="the next one, or that of the week after?" if one.order == "next" else "")


def _week(one: Expression, clock: Clock) -> Settled | None:
    if not clock.knows_day:
        return None
    monday = clock.latest + timedelta(7 * one.amount - clock.latest.weekday())
    if one.unit == "weekend":
        return Settled(_point(monday + timedelta(5)), _point(monday + timedelta(6)))
    return Settled(_point(monday), _point(monday + timedelta(6)))


def _quarter(one: Expression, clock: Clock) -> Settled | None:
    if not clock.knows_month:
        return None
    months = clock.latest.year * 12 + (clock.latest.month - 1) // 3 * 3 + 3 * one.amount
    year, month = months // 12, months % 12 + 1
    return Settled(Point(year=year, month=month), Point(year=year, month=month + 2))


def _point(day: date) -> Point:
    return Point(year=day.year, month=day.month, day=day.day)


def stepped(at: Point, unit: str, amount: int) -> Point | None:
    """A point so many days, weeks, months or years on, as exact as the unit; None where the point is less exact.

    >>> stepped(Point(year=1940, month=5, day=30), "day", 2).edtf, stepped(Point(year=1915, month=5, day=23), "month", 15).edtf
    ('1940-06-01', '1916-08')
    """
    if at.year is None or at.blurred:
        return None
    if unit == "year":
        return Point(year=at.year + amount)
    if at.month is None or at.month > 12:
        return None
    if unit == "month":
        months = at.year * 12 + at.month - 1 + amount
        return Point(year=months // 12, month=months % 12 + 1)
    if at.day is None or unit not in {"day", "week"} or not 1 <= at.year <= 9990:
        return None
    return _point(date(at.year, at.month, at.day) + timedelta(amount * (7 if unit == "week" else 1)))


# ---- reckoned from the story ---------------------------------------------------------------------------------------------------


def _from_story(one: Expression, clock: Clock | None, story: Story, paragraph: int) -> Settled | None:
    """ "two days later", "the same year", "the following April", "the end of the year", "on the 20th"."""
    at = story.last if one.amount >= 0 else story.start
    if one.unit == "year" and one.first is None and not one.order and story.heard and story.heard[1] == paragraph:
        return Settled(moved, told=True) if (moved := stepped(story.heard[0], "year", one.amount)) else None
    near = story.paragraph >= paragraph - (2 if story.is_history else 1)
    if one.base == "edge" and clock and clock.knows_month and not story.is_history and (not at or story.paragraph != paragraph):
        at, near = Point(year=clock.latest.year, month=clock.latest.month), True
    if at is None or not near:
        return None
    if one.weekday is not None:
        return _story_weekday(one, at)
    if one.first is None:
        moved = stepped(at, one.unit, one.amount)
        return Settled(moved, told=True) if moved else None
    if one.unit == "year":
        return _with_year(one, (at.year or 0) + one.amount, "", told=True)
    if one.first.month is None:
        return _story_day(one.first, at)
    return _story_month(one, at)


def _story_weekday(one: Expression, at: Point) -> Settled | None:
    if not at.year or not at.month or not at.day or at.month > 12:
        return None
    day = date(at.year, at.month, at.day)
    step = ((one.weekday or 0) - day.weekday()) % 7 or 7
    return Settled(_point(day + timedelta(step if one.order == "following" else step - 7 or -7)), told=True)


def _story_day(point: Point, at: Point) -> Settled | None:
    if at.year is None or at.month is None or at.month > 12 or not point.day or point.day > month_length(at.year, at.month):
        return None
    return Settled(Point(year=at.year, month=at.month, day=point.day), told=True)


def _story_month(one: Expression, at: Point) -> Settled | None:
    """ "the following April", "that summer"."""
    month = one.first.month if one.first else None
    if at.year is None or month is None:
        return None
    here, there = (_SEASON_MONTH.get(m, m) for m in (at.month or 0, month))
    if one.order == "same":
        return _with_year(one, at.year, "", told=True)
    if one.order == "following":
        return _with_year(one, at.year + (there <= here or not at.month), "", told=True)
    return _with_year(one, at.year - (there >= here or not at.month), "", told=True)
