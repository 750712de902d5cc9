"""Date expressions with their value and what happened.

The words are read by `date_expressions`, what they leave out is settled by `years`, the clause is cut out by `clauses`.

Limits: English; days that differ by country (Independence Day) are not reckoned, Easter is the Western one; weeks run from Monday.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ..pages.page import Page
from ..records import DateFound, Span
from .clauses import clause
from .date_clock import Clock
from .date_expressions import expressions
from .date_frames import is_met, year_before, year_behind, year_next, year_of_second, years_ago
from .date_habits import is_habit
from .date_headings import frame, timeline
from .date_joins import joined
from .date_moving import finished
from .date_moving import placed as placed_day
from .date_reckoning import left_open
from .date_said import Said, said
from .date_stamps import is_stamp
from .date_story import Story
from .date_telling import Placed, is_question, tell
from .date_undated import is_of_any_year, is_undated
from .tense import Tense, tense
from .years import settle


def dates(page: Page) -> list[DateFound]:
    """The dates of a page.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> from lessons.drafting.pages.page import page
    >>> from lessons.drafting.records import Head
    >>> text = "The bridge opened on 3 May. It will close next March."
    >>> laid_out = page(text, lines_of(text), (), Head(published="2021-06-10"))
    >>> [(one.value, one.explicit, text[slice(*one.what)]) for one in dates(laid_out)]
    [('2021-05-03', False, 'The bridge opened'), ('2022-03', False, 'It will close')]
    """
    placed = list(_placed(page))
    clock = Clock.of(page.head.published) or _meeting(page, placed)
    story = _story(page, placed, clock)
    headings = timeline(page, placed)
    found: list[DateFound] = []
    heading: str | None = None
    headed: str | None = None
    for here in placed:
        if here.part.role == "heading":
            story.headed = None
        elif here.part.heading != heading:
            heading = here.part.heading
            if heading != headed:
                story.headed = None
            is_list_over = story.labelled is not None and story.labelled[2] == story.paragraph
            if not story.headed and (not story.is_history or is_list_over):
                story.leave()
                if not (heading and str(story.section) in heading):
                    story.section = None
        one = _found(page.text, here, clock, story, headings)
        if story.headed and here.part.role == "heading":
            headed = here.part.heading
        if one:
            span = joined(page.text, found[-1], one) if found else None
            found[-1:] = [span] if span else [*found[-1:], one]
    return found


_MEETING = re.compile(r"\b(?:[Mm]inutes|[Mm]eeting|[Ss]itting|[Ss]ession|[Hh]earing|[Aa]ssembly|MINUTES|MEETING|AGM|EGM)\b")
# In so many parts at the top of a page stands the day of the meeting.
_TOP = 4


def _meeting(page: Page, placed: list[Placed]) -> Clock | None:
    """The day of the meeting that a page without a date of its own is the minutes of: what they tell is reckoned from it."""
    for here in placed:
        part, point = here.part, here.one.first
        if part.number > _TOP:
            return None
        is_whole = point is not None and point.year is not None and point.day is not None and here.one.last is None
        if point and is_whole and part.end - part.start <= _TITLE and _MEETING.search(page.text, part.start, part.end):
            return Clock.of(point.edtf)
    return None


# No line that names a meeting is longer.
_TITLE = 160


def _placed(page: Page) -> Iterator[Placed]:
    day_first = _day_first(page.text)
    for part in page.parts:
        at = count = 0
        for one in expressions(page.text, part.start, part.end, day_first):
            while at + 1 < len(part.sentences) and part.sentences[at][1] <= one.start:
                at, count = at + 1, 0
            yield Placed(one, part, part.sentences[at] if part.sentences else (part.start, part.end), count)
            count += 1


_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?![\d/-]|\.\d)")
_DAY_MONTH = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_MONTH_DAY = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b(?! \d{4})")


def _day_first(text: str) -> bool | None:
    """How the page writes "3/5/2021": by those that leave no choice, else by how it writes dates in words."""
    pairs = [(int(a), int(b)) for a, b in _FIGURES.findall(text)]
    if not pairs and "/" not in text:
        return None
    days, months = sum(a > 12 for a, _ in pairs), sum(b > 12 for _, b in pairs)
    if days == months:
        days, months = len(_DAY_MONTH.findall(text)), len(_MONTH_DAY.findall(text))
    return None if days == months else days > months


# A sentence with more dates than this is a list, and has no clauses to look for.
_CROWD = 60
# A page with one day of its own ("on Monday") to so many years tells of its own time, too.
_LIVING = 30
# What people say to whoever writes, so often, is of the page's own time.
_SAYS = re.compile(r"\b(?:(?:he|she|they|[A-Z][\w’'-]{1,20}) (?:says|tells (?:me|us))|says (?:he|she|[A-Z])|I ask)\b")
_TALKS = 5
_FAR = 100_000
# A page that opens on a day so many years back, and names so many years of old but no day of its own, recalls them.
_LONG_AGO = 10
_RECALLED = 4
_LEANS_ON_DAY = {"day", "week", "weekend", "month"}


def _story(page: Page, placed: list[Placed], clock: Clock | None) -> Story:
    """How the page tells: of the day, of former years, or of both.

    A history names the year of most of what it tells, and of its first date; what names none follows in the same paragraph.
    """
    years = [one.first.year for one in (here.one for here in placed) if one.first and one.first.year is not None and not one.first.blurred]
    of_the_day = sum(here.one.base == "published" and (here.one.weekday is not None or here.one.unit in _LEANS_ON_DAY) for here in placed)
    orphans = _orphans(page.text, placed)
    common = tuple(year for year, _ in Counter(years).most_common(3))
    if clock is None:
        return Story(is_history=len(years) >= 3 and (of_the_day + orphans) * 3 <= len(years) and not _opens_bare(placed), common=common)
    old = sum(year <= clock.latest.year - 2 for year in years)
    near = of_the_day + orphans
    whole = sum(bool(here.one.first and here.one.first.year and here.one.first.month) for here in placed)
    of_the_day += sum(1 for _ in _SAYS.finditer(page.text, 0, _FAR)) >= _TALKS
    history = old >= 6 and whole >= 3 and old >= 1.5 * near and not _opens_bare(placed)
    if not of_the_day and old >= _RECALLED and _opens_of_old(placed, clock):
        history = history or not any(here.one.lacks_year and is_met(page.text, here.sentence) for here in placed)
    return Story(is_history=history, is_mixed=old >= 4 and old >= near, is_living=0 < len(years) <= _LIVING * of_the_day, common=common)


def _opens_of_old(placed: list[Placed], clock: Clock) -> bool:
    """Whether the first date of a page is a day or month long past: "It was 4 May 1962, and I was nine"."""
    first = placed[0].one.first if placed else None
    is_whole = first is not None and first.year is not None and first.month is not None and not placed[0].one.is_aside
    return is_whole and first is not None and (first.year or 0) <= clock.latest.year - _LONG_AGO


def _opens_bare(placed: list[Placed]) -> bool:
    """Whether the first date of a page names no year, or is reckoned from the day."""
    return bool(placed) and (placed[0].one.first is None or placed[0].one.first.year is None)


def _orphans(text: str, placed: list[Placed]) -> int:
    """How many dates without a year have no date with one before them in their paragraph or as their heading."""
    count = 0
    dated = -1
    headed: str | None = None
    for here in placed:
        one, part = here.one, here.part
        if one.first is not None and one.first.year is not None and not one.opened:
            dated = part.number
            headed = text[part.start : part.end][:200].rstrip(":").rstrip() if part.role == "heading" else headed
        elif one.lacks_year and not one.base and part.number != dated and (headed is None or part.heading != headed):
            count += 1
    return count


def _found(text: str, here: Placed, clock: Clock | None, story: Story, headings: frozenset[int]) -> DateFound | None:
    one, part = placed_day(here.one, clock), here.part
    story.enter(part.number)
    if (
        one.lacks_year
        and one.first
        and not one.base
        and not one.order
        and (
            year := year_behind(text, one.end)
            or years_ago(text, one.end, clock)
            or year_of_second(text, one.end)
            or year_before(text, one.start, clock.latest.year - 1 if clock else None)
            or year_next(text, _next(here))
        )
    ):
        one = replace(one, first=replace(one.first, year=year), is_aside=True)
    is_list = here.before > _CROWD
    when: Tense = "none" if is_list else tense(text, here.sentence, (one.start, one.end))
    if when == "present" and here.one.start == here.sentence[0] and _BEHIND_LABEL.match(text, one.end):
        when = "either"  # a timeline in the present: "9 June: the ship is stopped"
    if when == "present" and not is_list and _answers(text, here):
        when = "none"
    if when == "none" and not is_list:
        when = "future" if one.weekday is not None and _is_label(text, here) else _tense_before(text, here)
    if (
        when == "future"
        and one.lacks_year
        and story.is_history
        and not _is_late(story, clock)
        and not _WILL.search(text, max(here.sentence[0], one.start - 160), min(here.sentence[1], one.end + 160))
    ):
        when = "past"
    leaves_out = not is_list and (one.first is None or one.first.year is None)
    around = said(text, here, story, clock) if leaves_out else Said()
    if leaves_out and when in {"past", "future"} and _answers(text, here):
        around = replace(around, plain=lambda: when)
    runs_out = when == "past" and _RUNS_OUT.search(text, max(here.sentence[0], one.start - 60), one.start) is not None
    is_open = (runs_out and one.lacks_year and not one.base and not one.order) or (
        not is_list
        and one.lacks_year
        and not one.base
        and not one.order
        and (is_undated(text, here.sentence, (one.start, one.end), _next(here)) or is_habit(text, here.sentence, (one.start, one.end)))
    )
    place = part.number, here.sentence[0]
    settled = left_open(one, None, None, None, story) if is_open else settle(one, when, clock, story, place, around)
    settled = finished(settled, one)
    if settled is None or (when in {"present", "future"} and is_of_any_year(text, here.sentence, one)):
        return None
    tell(text, here, settled, when, story, clock)
    frame(text, here, settled, story, clock, headings)
    if part.start not in headings and ((part.role == "heading" and not is_question(text, part)) or is_stamp(text, one, part)):
        return None
    return DateFound(
        start=one.start,
        end=one.end,
        value=settled.edtf(one.opened),
        explicit=settled.explicit,
        what=(one.start, one.end) if is_list else clause(text, here.sentence, (one.start, one.end)),
        candidates=settled.candidates,
        doubt=settled.doubt,
    )


def _next(here: Placed) -> Span | None:
    """The sentence behind that of a date."""
    behind = bisect_left(here.part.sentences, (here.sentence[1], 0))
    return here.part.sentences[behind] if behind < len(here.part.sentences) else None


def _is_label(text: str, here: Placed) -> bool:
    """Whether a line begins with its day, as those of a forecast or a programme do: "Friday: snow"."""
    return here.one.start == here.part.start and _BEHIND_LABEL.match(text, here.one.end) is not None


# "Its money runs out in September", on a page of history: of then, or of now.
_RUNS_OUT = re.compile(
    r"(?<!had )(?<!has )(?<!have )\b(?:runs? out|expires?|lapses?|falls? due|is due|are due) (?:on|in|at|by) (?:the end of )?(?:the )?\Z"
)
# "How did it begin? With a phone call, in August."
_NO_VERB = re.compile(r"(?:[A-Z][\w.’-]{0,20}: )?(?:With|In|On|By|After|At|From|Through|Because of|During|Around) [^.;:]{0,60}\.")


def _answers(text: str, here: Placed) -> bool:
    """Whether a sentence without a verb answers the question before it."""
    before = text[max(0, here.sentence[0] - 4) : here.sentence[0]].rstrip()
    return before.endswith("?") and _NO_VERB.fullmatch(text, *here.sentence) is not None


_BEHIND_LABEL = re.compile(r"(?: (?:morning|afternoon|evening|night))?(?::| [–—-]) ")


def _tense_before(text: str, here: Placed) -> Tense:
    """The tense of the sentence before one that has no verb, as of a question before its answer."""
    earlier = [span for span in here.part.sentences[:8] if span[1] <= here.sentence[0]]
    return tense(text, earlier[-1], (earlier[-1][0], earlier[-1][0])) if earlier else "none"


def _is_late(story: Story, clock: Clock | None) -> bool:
    """Whether a history has come to its own day, and may look ahead."""
    return clock is not None and story.is_living and story.last is not None and (story.last.year or 0) >= clock.latest.year - 1


_WILL = re.compile(
    r"\b(?:(?:funeral|service|burial|ceremony) (?:is|takes place)|will|shall"
    r"|(?:is|are) (?:now |still |not )?(?:to|due|expected|planned|scheduled|likely|promised|hoped)"
    r"|would like to|(?:hopes?|wants?|expects?|intends?|aims?) to|ha(?:s|ve) (?:offered|promised|agreed|vowed)"
    r"|plans? to|payable"
    r"|propose[sd]?|recommend(?:s|ed)?)\b"
)
