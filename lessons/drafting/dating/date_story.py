"""Where the telling of a page is: the date told last, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from lessons.dates.point import Point

from .date_clock import SEASON_MONTH, Clock

# In a story a month that is so many months before the last one is the next year's: May behind October, at the head of its sentence
# or with its day; January behind October, where it is only named on the way.
_BACK_MONTHS = 4
_BACK_MONTHS_WITHIN = 7

# A year that is only mentioned, and is so far from the story, is no step of it.
_FAR_YEARS = 5

# What follows within so many months goes on with the same story.
_NEXT_MONTHS = 12

# The days of one case lie so close to each other.
CASE_DAYS = 14

# What a page tells that is about one day, is for the most part of so many days before it and behind it.
LEAD_DAYS = 75

# So many paragraphs on, the case that a page has just told of may still be told.
_NEAR_PARAGRAPHS = 2

# What was told last is this many years back: a new paragraph of a page that reaches to its own day may have left it.
_OLD_YEARS = 2


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


@dataclass(slots=True)
class Story:
    """Where the telling is: the date told last, and how firmly.

    Attributes:
        is_history: whether the whole page tells of former years.
        is_mixed: whether it often does.
        is_living: whether it also tells of the days before its publication ("on Monday").
        last: the date told last; None before the first.
        paragraph, sentence: where it was told; the start of the sentence.
        leads: whether it stood at the head of its sentence, or said more than the year.
        heard: the date named last, if only in passing; "five years later" is reckoned from it.
        heard_year: the year named last that stood without a month.
        section: the year that stands in the heading; None where none does.
        common: the years that the page names most often.
        named: the date named last that is not only an aside; "the following spring" is reckoned from it.
        is_named: whether what was heard last is no aside.
        case: the one day of old that a page of news is about, if there is one: that of the crash, at an inquest.
        chain: how many days and months have been told one after the other, from paragraph to paragraph.
        olds: how many years of old have been named; -1 as soon as one has been that is not.
        headed: the span of the heading of a timeline that the telling is under.
        labelled: the span of the label that a paragraph opens with, and its number.
        open_day: the day or month told last whose year is open, and its paragraph.
        heard_from: the beginning of the span heard last, if it was one.
        heard_before: what the same sentence named before that, if anything.
        is_case: whether what was told last is told for itself, and does not only say who somebody is ("who led the strike of 3 May").
        unsure: the paragraph in which a year has been left open for what the story tells; what follows there is no surer.
        is_quoted: whether what was told last was told in a quotation.
        left: the paragraph and the chain of the story that the last heading broke off.
        is_heading: whether what was told last stands in a heading: "Minutes of the meeting of 4 May 2016".
        is_reckoned: whether what was told last was reckoned from the publication: "Eighteen months ago it had warned them".
        was_before: whether what was told last was told in the pluperfect, so that what follows may be of any later time.
        is_at_home: whether anything has been told yet of the year before the publication, or of what is to come.
        home: the last paragraph that told of what is to come or was reckoned from the publication.
        asked: the paragraph of a question that names a year, which the answer is about.
        years: the year of each month told last, by its number; "the February cloud" is of the February that was told of.
        resumes: where the telling goes on when the paragraph ends that looks back ("The silence had begun in 2018").
    """

    is_history: bool = False
    is_mixed: bool = False
    is_living: bool = False
    last: Point | None = None
    start: Point | None = None
    paragraph: int = -1
    sentence: int = -1
    heard: tuple[Point, int, int] | None = None
    heard_year: tuple[int, int, int] | None = None
    section: int | None = None
    leads: bool = False
    common: tuple[int, ...] = ()
    named: tuple[Point, int, int] | None = None
    case: date | None = None
    has_cases: bool = False
    chain: int = 0
    olds: int = 0
    headed: tuple[Point, Point] | None = None
    labelled: tuple[Point, Point, int] | None = None
    open_day: tuple[Point, int] | None = None
    heard_from: Point | None = None
    heard_before: Point | None = None
    is_case: bool = True
    left: tuple[int, int] = (-9, 0)
    is_quoted: bool = False
    unsure: int = -1
    asked: int = -1
    home: int = -1
    was_before: bool = False
    is_named: bool = False
    is_heading: bool = False
    is_reckoned: bool = False
    is_at_home: bool = False
    years: dict[int, int] = field(default_factory=dict)
    resumes: tuple[Point | None, Point | None, int, int, bool] | None = None

    def hear(self, settled: Settled, place: tuple[int, int], is_aside: bool) -> None:
        """A date has been named, told or not."""
        point = settled.last or settled.first
        self.heard_before = self.heard[0] if self.heard and self.heard[1:] == place else None
        self.heard = (point, *place)
        self.heard_from = settled.first if settled.last else None
        self.open_day = None
        if point.month is not None and point.year is not None and not point.blurred:
            self.years[point.month] = point.year
        if settled.last is None and point.month is None and not point.blurred and point.year is not None:
            self.heard_year = (point.year, *place)
        if not is_aside or self.named is None or (self.named[1] != place[0] and self.paragraph != place[0]):
            self.named = self.heard

    def enter(self, paragraph: int) -> None:
        """Come to a date in a paragraph: what only looked back in another is over."""
        if self.resumes and paragraph != self.paragraph:
            self.last, self.start, _, self.sentence, self.leads = self.resumes  # and goes on behind the paragraph that looked back
            self.resumes = None
        if self.labelled and self.labelled[2] != paragraph:
            self.labelled = None

    @property
    def frame(self) -> tuple[Point, Point] | None:
        """The span of the label or the heading of a timeline."""
        return self.labelled[:2] if self.labelled else self.headed

    def linger(self, paragraph: int) -> None:
        """A date without its year may belong to the story, which is not over then."""
        self.unsure = paragraph
        if 0 < paragraph - self.paragraph <= _NEAR_PARAGRAPHS:
            self.paragraph = paragraph

    def leave(self) -> None:
        """A new heading: what was told is over."""
        if self.paragraph >= 0:
            self.left = self.paragraph, self.chain
        self.paragraph, self.chain = -9, 0

    def look_back(self) -> None:
        """The paragraph looks back: where the telling is now, it is again behind it."""
        self.resumes = self.resumes or (self.last, self.start, self.paragraph, self.sentence, self.leads)

    def meet_case(self, day: date, near: int = CASE_DAYS) -> None:
        """A day of old in a page of news; with two of them that are far from each other it has no case."""
        if self.case is None and not self.has_cases:
            self.case = day
        elif self.case and abs((day - self.case).days) > near:
            self.case, self.has_cases = None, True

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
        self.unsure = -1
        point = settled.last or settled.first
        self.chain = self.chain + 1 if 0 <= _months(self.last, point) <= _NEXT_MONTHS else int(point.month is not None)
        self.last, self.start = point, settled.first
        self.paragraph, self.sentence = place
        self.leads = leads or self.last.month is not None

    def _stays(self, settled: Settled, leads: bool) -> bool:
        """Whether a year alone, which is that of the story or is far from it and only mentioned, leaves the story where it is."""
        here, there = self.last, settled.first
        if here is None or here.year is None or there.year is None or there.month is not None or settled.last is not None:
            return False
        return (here.year == there.year and here.month is not None) or (not leads and abs(there.year - here.year) >= _FAR_YEARS)

    def year(
        self, point: Point, is_pluperfect: bool = False, paragraph: int = -1, leads: bool = False, *, is_ahead: bool = False
    ) -> int | None:
        """The year of a day, month or season that is told next; of one that was to come, behind what was told last.

        >>> Story(last=Point(year=1941, month=11)).year(Point(year=None, month=1))
        1942
        """
        if self.last is None or self.last.year is None:
            return self.section
        if self.section is not None and self.paragraph != paragraph and self.last.year not in {self.section, self.section + 1}:
            return self.section
        if self.is_span:
            return self.heard_year[0] if self.heard_year and self.heard_year[1] == paragraph else None
        if self.last.month is None or point.month is None:
            return self.last.year
        here, told = (SEASON_MONTH.get(one.month or 1, one.month or 1) for one in (self.last, point))
        if is_pluperfect and told > here + (2 if point.day else 1):
            return self.last.year - 1
        if is_ahead:
            return self.last.year + (told < here)
        here += 2 * (self.last.month > 12)  # the last month of a season
        return self.last.year + (told - here <= -(_BACK_MONTHS if leads or point.day else _BACK_MONTHS_WITHIN))

    @property
    def is_span(self) -> bool:
        """Whether it is somewhere in a span of years: "From 1915 to 1919 it was a school"."""
        return self.last is not None and self.last.month is None and self.start is not None and self.start.year != self.last.year

    def is_past(self, clock: Clock) -> bool:
        """Whether what was told last is so old that a new paragraph need not go on from it."""
        return self.last is not None and self.last.year is not None and self.last.year < clock.earliest.year - _OLD_YEARS

    def goes_on(self, point: Point, leads: bool = False) -> bool:
        """Whether a day or month comes behind the one told last, in the same year or early in the next."""
        if self.last is None or self.last.month is None or (self.year(point, leads=leads) or 0) > (self.last.year or 0):
            return True
        there, here = point.month or 0, self.last.month
        if here > 12 >= there:  # behind a season is what is not before its last month
            return there >= min(SEASON_MONTH[here] + 2, 12)
        return (SEASON_MONTH.get(there, there), point.day or 32) >= (SEASON_MONTH.get(here, here), self.last.day or 0)


def _months(last: Point | None, point: Point) -> int:
    """How many months a point lies behind the one told last; -1 where one of them is only a year."""
    if last is None or not last.month or not point.month or last.year is None or point.year is None:
        return -1
    there, here = (12 * (one.year or 0) + SEASON_MONTH.get(one.month or 1, one.month or 1) for one in (point, last))
    return there - here


def stepped(at: Point, unit: str, amount: int) -> Point | None:
    """A point so many days, weeks, months or years on, as exact as the unit; None where the point is less exact.

    >>> stepped(Point(year=1950, month=1, day=30), "day", 3).edtf, stepped(Point(year=1920, month=3, day=9), "month", 11).edtf
    ('1950-02-02', '1921-02')
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
    return day_of(date(at.year, at.month, at.day) + timedelta(amount * (7 if unit == "week" else 1)))


def day_of(day: date) -> Point:
    return Point(year=day.year, month=day.month, day=day.day)


def whole_day(point: Point) -> date | None:
    """The day of a point that is one; None where its year, month or day is not known."""
    if point.blurred or not point.year or not point.month or not point.day or not 1 <= point.year <= 9990:
        return None
    return date(point.year, point.month, point.day)
