"""The years that dates leave out: by the publication and the tense, by the story, and left open where neither settles them."""

from __future__ import annotations

import pytest

from lessons.dates.point import Point
from lessons.drafting.dating.date_clock import Clock
from lessons.drafting.dating.date_story import Settled, Story, stepped
from lessons.drafting.dating.dates import dates
from lessons.drafting.dating.tense import tense
from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import page
from lessons.drafting.records import Head


def values(text: str, published: str | None) -> list[str]:
    return [one.value for one in dates(page(text, lines_of(text), (), Head(published=published)))]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("The pact was signed on 3 May.", "3 May", "past"),
        ("The pact will be signed on 3 May.", "3 May", "future"),
        ("The pact is to be signed on 3 May.", "3 May", "future"),
        ("They plan to open in May.", "May", "future"),
        ("They began to fill the dam in May.", "May", "past"),
        ("They agreed to meet on 3 May.", "3 May", "either"),
        ("They have promised help by 3 May.", "3 May", "future"),
        ("The judges sit on 3 May.", "3 May", "present"),
        ("On 3 May the board meets in Oslo.", "3 May", "present"),
        ("A study, published on 3 May, expects a rise.", "3 May", "past"),
        ("The rate is 4 per cent, against 3 per cent on 3 May.", "3 May", "past"),
        ("The hearing was adjourned until 3 May.", "until 3 May", "future"),
        ("He led the panel until May.", "until May", "past"),
        ("The results, expected in May, may be late.", "May", "future"),
        ("Deadline: 3 May", "3 May", "present"),
        ("Harbour, 3 May", "3 May", "none"),
    ],
)
def test_the_tense_is_read_from_the_verb_next_to_the_date(text: str, quote: str, expected: str) -> None:
    """The verb before the date in its clause counts, else the one behind it."""
    at = text.rindex(quote)
    assert tense(text, (0, len(text)), (at, at + len(quote))) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("It fell on 3 May.", "2021-06-01", ["2021-05-03"]),
        ("It fell on 3 August.", "2021-06-01", ["2020-08-03"]),
        ("It will fall on 3 May.", "2021-06-01", ["2022-05-03"]),
        ("It will fall on 3 August.", "2021-06-01", ["2021-08-03"]),
        ("It fell in June.", "2021-06-01", ["2021-06"]),
        ("It fell on 19 October.", "2019-10", ["2019-10-19"]),
        ("It fell on 3 May.", "2021", ["XXXX-05-03"]),
        ("It fell on 29 February.", "2021-06-01", []),
        ("It fell last August.", "2021-06-01", ["2020-08"]),
        ("It will open next March.", "2021-06-01", ["2022-03"]),
        ("It fell on Tuesday.", "2021-06-03", ["2021-06-01"]),
        ("It will open on Tuesday.", "2021-06-03", ["2021-06-08"]),
        ("It opened on Sunday 8 March.", "2021-06-03", ["2020-03-08"]),
        ("It ran from October to March.", "2021-06-03", ["2020-10/2021-03"]),
    ],
)
def test_the_publication_and_the_tense_give_the_year(text: str, published: str, expected: list[str]) -> None:
    """Past: the latest such day not after publication; future: the next. A day that the year does not have is no date."""
    assert values(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The siege began on 3 November 1683. In December the wells froze; in January the town fell.",
            ["1683-11-03", "1683-12", "1684-01"],
        ),
        ("In 1640 they met. The following year they parted, and two years later they met again.", ["1640", "1641", "1643"]),
        ("1918\n\nIn April the line broke.\n\nOn 8 August it broke again.", ["1918-04", "1918-08-08"]),
        ("On 6 May 1954 the fort fell. The next day the guns were silent.", ["1954-05-06", "1954-05-07"]),
        ("It was May 1950. That month it rained; later that year it snowed.", ["1950-05", "1950-05", "1950"]),
    ],
)
def test_a_story_gives_its_year_on(text: str, expected: list[str]) -> None:
    """A month follows the one before it; a heading that is a year holds for what stands under it."""
    assert values(text, None) == expected
    assert values(text, "2019-12-19") == expected


def test_news_after_its_background_is_not_drawn_into_the_past() -> None:
    """A year that only marks something out moves no story."""
    text = "The charter of 2006 lapses in March. The talks, begun in 2014, failed on 3 September."
    assert values(text, "2021-11-01") == ["2006", "2022-03", "2014", "2021-09-03"]


def test_a_year_that_two_guides_give_differently_stays_open() -> None:
    """Neither the old story nor the publication is the stronger."""
    assert values("The firm was founded in 2014. It moved to Turin in September.", "2021-03-10")[-1] == "XXXX-09"


def test_nothing_is_reckoned_from_an_unknown_day() -> None:
    """Without a publication there is no yesterday, and a story of no known day has no next one."""
    assert values("It fell yesterday. The next day it rose.", None) == []


def test_a_clock_says_how_long_ago_and_knows_its_own_precision() -> None:
    """Of a month it knows no day; of a year it settles nothing."""
    assert Clock.of("2019-10-20").behind(Point(year=None, month=10, day=18)) == 2
    assert (Clock.of("2019-10").knows_day, Clock.of("2019").knows_month) == (False, False)
    assert Clock.of("2019").year(Point(year=None, month=5), "past") == (None, "")
    assert Clock.of("2019-13") is None


def test_steps_are_as_exact_as_their_unit() -> None:
    """Days need a day to start from, months a month."""
    assert stepped(Point(year=1976), "day", 2) is None
    assert stepped(Point(year=1976, month=1), "month", -1) == Point(year=1975, month=12)
    assert stepped(Point(year=1976, month=1, day=31), "week", 1) == Point(year=1976, month=2, day=7)


def test_a_year_in_passing_leaves_the_story_where_it_is() -> None:
    """A far year that does not stand at the head of its sentence is only mentioned."""
    story = Story(last=Point(year=1964, month=8), paragraph=1)
    story.tell(Settled(Point(year=2005), explicit=True), (1, 0), leads=False)
    assert story.year(Point(year=None, month=8, day=4)) == 1964
