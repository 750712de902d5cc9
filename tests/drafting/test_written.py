"""A draft becomes a seed note that the reader accepts as it is; what is not sure waits behind a question mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.drafting.records import DateFound, Draft, Head, NumberFound, OfficeFound, PointFound, QuotationFound, TermFound
from lessons.drafting.written import Proposed, note, proposed
from lessons.notes import parse

TEXT = (
    "Ruth Oyelaran, the harbour master, counted 40 sailing boats on the lake on 12 May. “We have never had so many boats on this water "
    "before,” she said. A drift means a boat that nobody steers. It was 40 again in June."
)
HEAD = Head(title="Boats", author="Ada Brook", publisher="The Lake Post", published="2021-05-20", published_from="20 May 2021")


def at(words: str, start: int = 0) -> tuple[int, int]:
    found = TEXT.index(words, start)
    return found, found + len(words)


def span(words: str) -> dict[str, int]:
    start, end = at(words)
    return {"start": start, "end": end}


DATE = DateFound(
    **span("12 May"), value="2021-05-12", explicit=False, what=at("Ruth Oyelaran, the harbour master, counted 40 sailing boats")
)
NUMBER = NumberFound(**span("40"), value=40, of=at("sailing boats on the lake"))
OFFICE = OfficeFound(**span("Ruth Oyelaran, the harbour master"), name="Ruth Oyelaran", office="harbour master")
QUOTATION = QuotationFound(**span("We have never had so many boats on this water before,"), speaker="Ruth Oyelaran")
TERM = TermFound(**span("drift"), definition=at("a boat that nobody steers"))


def draft_of(*facts: object, head: Head = HEAD) -> Draft:
    return Draft(text=TEXT, head=head, clutter=(), paragraphs=((0, len(TEXT)),), facts=facts)  # type: ignore[arg-type]


def told(*facts: object, head: Head = HEAD) -> list[tuple[str, str, bool]]:
    """Section, text and whether it waits for a person."""
    return [(line.section, line.text, bool(line.doubt)) for line in proposed(draft_of(*facts, head=head))]


def test_every_kind_has_its_line() -> None:
    """Each kind stands in its section, in the words of the article; a quotation is cut to what may be quoted, or waits."""
    assert told(DATE, NUMBER, OFFICE, QUOTATION, TERM) == [
        ("Dates", "12 May 2021: Ruth Oyelaran, the harbour master, counted 40 sailing boats.", False),
        ("People", "Ruth Oyelaran: harbour master", False),
        ("Numbers", "sailing boats on the lake: 40", False),
        ("Terms", "drift: a boat that nobody steers", False),
        ("Quotations", "Ruth Oyelaran: “We have never had so many boats on”", True),
    ]


def test_the_note_is_read_as_it_is() -> None:
    """Front matter, a comment with the words under every line, a question mark with its reason under a doubtful one."""
    text = draft_of(DATE, NUMBER, OFFICE, QUOTATION, TERM).note()
    found, problems = parse(text.encode(), "boats.md", "boats")
    assert problems == []
    assert found is not None
    assert (len(found.lines), len(found.doubtful)) == (4, 1)
    assert found.source.published_from == "20 May 2021"
    assert "- 12 May 2021: Ruth Oyelaran, the harbour master, counted 40 sailing boats. (¶1)\n    <!-- Ruth Oyelaran, the" in text
    assert "\n    <!-- ? choose the 8 words or fewer that matter -->" in text
    assert found.lines[0].cited[0].paragraph == 1


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        (DateFound(**span("12 May"), value="XXXX-05-12", explicit=True, candidates=("2020-05-12", "2021-05-12")), "2020-05-12 or 2021"),
        (DateFound(**span("in June"), value="2021-06", explicit=False, what=at("It was 40 again")), "had not happened"),
        (DateFound(**span("12 May"), value="2020-05-12", explicit=False, what=at("It was 40 again")), "who or what 'it' is"),
        (NumberFound(**span("40"), value=40), "too few words"),
        (QuotationFound(**span("We have"), speaker=None), "who said it"),
        (TermFound(**span("drift"), definition=at("A drift means a boat")), "holds the term itself"),
    ],
)
def test_what_is_not_sure_waits(fact: object, reason: str) -> None:
    """A year that nothing settles, what had not happened yet, words that do not stand for themselves: marked, with the reason."""
    (line,) = proposed(draft_of(fact))
    assert reason in line.doubt


def test_without_a_date_everything_waits() -> None:
    """A page that does not say when it was published: no line counts until a person has written that."""
    text = draft_of(OFFICE, TERM, head=Head(title="Boats")).note()
    found, problems = parse(text.encode(), "boats.md", "boats")
    assert problems == []
    assert found is not None
    assert (found.lines, len(found.doubtful)) == ((), 2)
    unmarked = text.replace("\n- ? ", "\n- ", 1)
    assert "when the source was published" in str(parse(unmarked.encode(), "boats.md", "boats")[1][0])
    dated = unmarked.replace("published: unknown", "published: 2021")
    assert parse(dated.encode(), "boats.md", "boats")[1] == []


def test_the_same_twice_is_one_line() -> None:
    """Said again, it stands once; said otherwise, the second waits, as a note may not contradict itself."""
    again = NumberFound(start=TEXT.rindex("40"), end=TEXT.rindex("40") + 2, value=40, of=at("sailing boats on the lake"))
    assert len(told(NUMBER, again)) == 1
    other = NumberFound(start=again.start, end=again.end, value=41, of=again.of)
    text = draft_of(NUMBER, other).note()
    assert "contradicts another line" in text
    assert parse(text.encode(), "boats.md", "boats")[1] == []


@pytest.mark.parametrize(
    ("written", "unit", "value", "line"),
    [
        ("US$84 million", "US$", 84_000_000, "84 million US$"),
        ("Rs 1,150 crore", "Rs", 11_500_000_000, "1,150 crore Rs"),
        ("4.2 per cent", "per cent", 4.2, "4.2 per cent"),
        ("268", "cubic metres", 268, "268 cubic metres"),
        ("halved", None, 0.5, "0.5"),
        ("two-day", "days", 2, "2 days"),
    ],
)
def test_numbers_as_a_note_can_hold_them(written: str, unit: str | None, value: float, line: str) -> None:
    """A sign before a number goes behind it; a unit that was said before is added."""
    text = f"the flow of the lower river: {written}"
    number = NumberFound(start=text.index(written), end=len(text), value=value, unit=unit, of=(0, text.index(":")))
    found = Draft(text=text, head=HEAD, clutter=(), paragraphs=((0, len(text)),), facts=(number,))
    assert proposed(found)[0].text == f"the flow of the lower river: {line}"


def test_points_stand_under_their_headings() -> None:
    """Each heading once, in the order in which they first come."""
    points = [
        PointFound(start=n, end=n + 4, explanation=(20, 40), heading=heading) for n, heading in enumerate(["Why", "How", "Why"], start=50)
    ]
    text = draft_of(*points).note()
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## Points: Why", "## Points: How"]


def test_an_empty_draft_is_a_note_too() -> None:
    """Nothing found: the note says so and is read all the same."""
    text = draft_of().note()
    assert parse(text.encode(), "boats.md", "boats")[1] == []


ODD = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    ["-->", "¶", "==x==", "___", "- ", "# ", "\0", "a: b", "“x”", ":"]
)


@given(st.lists(st.tuples(st.sampled_from(["Dates", "People", "Numbers", "Terms", "Quotations", "Points"]), ODD, ODD, ODD)), ODD, ODD)
def test_any_lines_make_a_note(lines: list[tuple[str, str, str, str]], title: str, published_from: str) -> None:
    """Whatever an article holds, the note is read without a problem: text is never markup of the note."""
    given_lines = [
        Proposed(section=section, heading=heading, text=f"{text}: {words}", paragraph=1, start=0, end=1, words=words)
        for section, heading, text, words in lines
    ]
    head = Head(title=title, published="2021", published_from=published_from)
    _, problems = parse(note(head, given_lines).encode(), "x.md", "x")
    assert problems == []
