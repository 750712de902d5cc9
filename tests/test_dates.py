"""Calendar dates at their own precision."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.dates import before, parse, same, sort_key, typed, within
from lessons.errors import DateError

READ = {
    "12 Dec 2019": "2019-12-12",
    "December 12th, 2019": "2019-12-12",
    "12/12/2019": "2019-12-12",
    "2019-12-12": "2019-12-12",
    "2019/12/12": "2019-12-12",
    "25.12.2019": "2019-12-25",
    "12-12-2019": "2019-12-12",
    "1914-18": "1914/1918",
    "the 1st of May, 1945": "1945-05-01",
    "Friday, 12 December 2019": "2019-12-12",
    "Sept. 3, 1939": "1939-09-03",
    "on 18 October": "XXXX-10-18",
    "October 2021": "2021-10",
    "Oct 2021": "2021-10",
    "2021": "2021",
    "spring 2021": "2021-21",
    "the 1970s": "197X",
    "18th century": "17XX",
    "5th century BC": "-04XX",
    "490 BC": "-0489",
    "AD 70": "0070",
    "about 1950": "1950~",
    "c. 484 BC": "-0483~",
    "21–22 October 2021": "2021-10-21/2021-10-22",
    "March 3 to 5, 2023": "2023-03-03/2023-03-05",
    "3 March – 5 April 2023": "2023-03-03/2023-04-05",
    "1989–91": "1989/1991",
    "1989-1991": "1989/1991",
    "499–449 BC": "-0498/-0448",
    "from 1939 to 1945": "1939/1945",
    "since 2014": "2014/..",
    "until January 2018": "../2018-01",
    "2014/..": "2014/..",
    "XXXX-10-18": "XXXX-10-18",
    "2021-10~": "2021-10~",
}

IMPOSSIBLE = [
    "31 June 2021",
    "29 February 2023",
    "2021-02-30",
    "2021-13-01",
    "32 January",
    "0 May 2020",
    "1991–1989",
    "13/13/2020",
    "12a12a2019",
    "19891991",
]
NO_DATES = ["", "soon", "June-ish", "12 or 13 May", "2021-10-18T10:00", "99", "<b>2021</b>", "2021 2022", "1" * 5000]


@pytest.mark.parametrize(("text", "edtf"), READ.items())
def test_reads_what_people_write(text: str, edtf: str) -> None:
    """A date as a person or a note writes it has one EDTF form, and its printed form is read back as the same date."""
    assert parse(text).edtf == edtf
    assert parse(edtf) == parse(text)
    assert parse(parse(text).brief) == parse(text)


@pytest.mark.parametrize("text", IMPOSSIBLE + NO_DATES)
def test_refuses_with_what_came_and_what_to_write(text: str) -> None:
    """What is no date is refused with the words that came; a learner's typing of it has no reading."""
    with pytest.raises(DateError, match=r"is no date|ends before|write"):
        parse(text)
    assert typed(text) == ()


def test_impossible_days_name_the_last_possible_one() -> None:
    """31 June is answered with 30 June."""
    with pytest.raises(DateError, match=r"June has 30 days; write e\.g\. '30 June 2021'"):
        parse("31 June 2021")


def test_day_and_month_in_digits_are_asked_back() -> None:
    """06/10/2021 is two dates: a note must say which, a learner may mean either."""
    with pytest.raises(DateError, match="6 October 2021 or 10 June 2021"):
        parse("06/10/2021")
    assert [date.edtf for date in typed("06/10/2021")] == ["2021-10-06", "2021-06-10"]
    assert [date.edtf for date in typed("13/10/2021")] == ["2021-10-13"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2021-10-06", "2021-10-18", True),
        ("2021-10-18", "2021-10-06", False),
        ("2021-10-18", "2021-10-18", False),
        ("2021-10", "2021-10-18", None),
        ("2021-10", "2021-11-01", True),
        ("2021", "2021-10-18", None),
        ("490 BC", "480 BC", True),
        ("480 BC", "AD 70", True),
        ("XXXX-10-18", "2021-10-19", None),
        ("2014/..", "2013", False),
        ("2014/..", "2021", None),
        ("../2014", "2021", True),
        ("1950~", "1951", None),
        ("1950~", "1953", True),
        ("197X", "1980", True),
        ("197X", "1975", None),
        ("winter 2021", "2022-01", None),
    ],
)
def test_order_is_known_only_where_precision_allows(one: str, other: str, expected: bool | None) -> None:
    """Whether 2021-10 lies before 2021-10-18 is not known, and is not made up."""
    assert before(parse(one), parse(other)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2021-10-18", "18 October 2021", True),
        ("about 1950", "1950", True),
        ("2021-10", "2021-10-18", None),
        ("2021-10-18", "2021-10-19", False),
        ("18 October", "18 October 2021", None),
        ("19 October", "18 October 2021", False),
        ("September", "18 October", False),
        ("1989/1991", "1990", None),
        ("1989/1991", "1990/1991", False),
        ("since 2014", "since 2018", False),
        ("since 2014", "2014/2018", None),
    ],
)
def test_sameness_is_known_only_where_precision_allows(one: str, other: str, expected: bool | None) -> None:
    """Two dates are the same, are not, or may be."""
    assert same(parse(one), parse(other)) is expected
    assert same(parse(other), parse(one)) is expected


def test_within() -> None:
    """The coarser date says nothing against the finer one that lies in it."""
    assert within(parse("12 December 2019"), parse("December 2019"))
    assert within(parse("December 2019"), parse("2019"))
    assert within(parse("18 October 2021"), parse("18 October"))
    assert not within(parse("2019"), parse("December 2019"))
    assert not within(parse("2018"), parse("December 2019"))
    assert not within(parse("2019"), parse("2019"))


def test_printed_without_false_precision() -> None:
    """A date is printed as exact as it is known."""
    assert parse("2021-10~").text == "about October 2021"
    assert parse("XXXX-10-18").text == "18 October (year unknown)"
    assert parse("../2021").text == "until 2021"
    assert parse("2021-10-21/2021-10-22").text == "21–22 October 2021"
    assert parse("-0489").text == "490 BC"


years = st.integers(min_value=100, max_value=9999)
points = st.one_of(
    years.map(lambda y: f"{y:04d}"),
    st.tuples(years, st.integers(1, 12)).map(lambda d: f"{d[0]:04d}-{d[1]:02d}"),
    st.dates().filter(lambda d: d.year >= 100).map(lambda d: d.isoformat()),
    st.tuples(years, st.integers(21, 24)).map(lambda d: f"{d[0]:04d}-{d[1]}"),
    st.integers(100, 999).map(lambda d: f"{d}X"),
    st.integers(-4000, -1).map(lambda y: f"{y:05d}"),
)


@given(points)
def test_text_and_edtf_go_round(edtf: str) -> None:
    """EDTF → date → EDTF, and EDTF → date → words → date, lose nothing."""
    date = parse(edtf)
    assert date.edtf == edtf
    assert parse(date.text) == date


@given(st.lists(points, min_size=2, max_size=2))
def test_order_agrees_with_sorting(pair: list[str]) -> None:
    """What lies certainly before sorts before; two dates never lie before one another."""
    one, other = map(parse, pair)
    if before(one, other):
        assert sort_key(one) < sort_key(other)
        assert before(other, one) is False
        assert same(one, other) is False


@given(st.text(max_size=40))
def test_never_a_traceback(text: str) -> None:
    """Any text is a date or a DateError."""
    with contextlib.suppress(DateError):
        parse(text)
    assert isinstance(typed(text), tuple)
