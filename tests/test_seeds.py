"""The shipped notes hold what the editor's brief asks for."""

import pytest

import lessons
from lessons import dates
from lessons.deck import Deck
from lessons.facts import Claim, Event, Number, Person, Quotation


@pytest.fixture(scope="module")
def deck() -> Deck:
    return lessons.read()


def events(deck: Deck) -> dict[str, str]:
    return {fact.content.clause: fact.content.when.edtf for fact in deck.facts if isinstance(fact.content, Event)}


def test_extent(deck: Deck) -> None:
    """Four notes, three lessons, over a hundred facts of every kind, and each cites its paragraph."""
    assert len(deck.notes) == 4
    assert set(deck.lessons) == {"Article 5", "The 2021 expulsions", "India and NATO"}
    assert sum(fact.kind != "gap" for fact in deck.facts) >= 100
    assert {fact.kind for fact in deck.facts} == {"date", "person", "number", "term", "quotation", "point", "reason", "dispute", "gap"}
    assert all(citation.paragraph for fact in deck.facts for citation in fact.citations)
    # Paragraphs of the pages, titles and clutter left out.
    last = {
        "nias-2021-suspensions": 11,
        "geopolitical-monitor-2021-mission": 7,
        "gs-score-2022-india-talks": 30,
        "the-wire-2023-informal-exchange": 16,
    }
    for fact in deck.facts:
        for citation in fact.citations:
            assert citation.paragraph <= last[citation.source.note]


def test_sources(deck: Deck) -> None:
    """Publication dates, with how they are known where the page has none."""
    published = {source.publisher: (source.published.edtf, bool(source.published_from)) for source in deck.sources}
    assert published == {
        "NIAS Europe Monitor": ("2021-10~", True),
        "Geopolitical Monitor": ("2021-11-24", True),
        "GS SCORE": ("2022-08-19", False),
        "The Wire": ("2023-03~", True),
    }


def test_years_left_out_are_settled(deck: Deck) -> None:
    """Every October date of the first source is of 2021, and what was still to come was to come."""
    found = {clause: when for clause, when in events(deck).items() if "-10-" in when or "-11-01" in when}
    assert sorted(found.values()) == ["2021-10-06", "2021-10-18", "2021-10-21", "2021-11-01"]
    assert all("was to be" in clause for clause, when in found.items() if when == "2021-11-01")


def test_dates_to_get_right(deck: Deck) -> None:
    """Article 5 was invoked the day after the attack; the first political dialogue has its day."""
    when = events(deck)
    assert [when[clause] for clause in when if "invoked Article 5" in clause] == ["2001-09-12"]
    assert [when[clause] for clause in when if "World Trade Center" in clause] == ["2001-09-11"]
    assert [when[clause] for clause in when if "held their first political dialogue" in clause] == ["2019-12-12"]
    raisina = [fact for fact in deck.facts if isinstance(fact.content, Event) and "Raisina" in fact.content.clause]
    assert [fact.content.when.edtf for fact in raisina] == ["2023-03"]
    assert all(fact.erratum for fact in raisina)


def test_two_sources_that_agree_are_cited_together(deck: Deck) -> None:
    """December 2019 rests on both sources."""
    (fact,) = (fact for fact in deck.facts if isinstance(fact.content, Event) and fact.content.when == dates.parse("2019-12-12"))
    assert {citation.source.publisher for citation in fact.citations} == {"GS SCORE", "The Wire"}


def test_disputes(deck: Deck) -> None:
    """The six disagreements of the sources are shown, each with two sides or more."""
    assert len(deck.disputes) == 6
    assert all(len(dispute.facts) >= 2 for dispute in deck.disputes)
    claims = {fact.content.claim.lower() for dispute in deck.disputes for fact in dispute.facts if isinstance(fact.content, Claim)}
    assert {"december 2019", "march 2023", "termination"} <= claims


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("Jens Stoltenberg", "1 October 2024"),
        ("Heiko Maas", "December 2021"),
        ("Ashraf Ghani", "15 August 2021"),
        ("Joe Biden", "20 January 2025"),
        ("member states of NATO", "7 March 2024"),
        ("personnel of the Afghan defence and security forces by Joe Biden's account", "August 2021"),
    ],
)
def test_what_has_changed_since(deck: Deck, about: str, words: str) -> None:
    """Office-holders and numbers that have changed say so."""
    for fact in deck.facts:
        if isinstance(fact.content, Person | Number) and about in (getattr(fact.content, "name", ""), getattr(fact.content, "what", "")):
            assert words in (fact.since or ""), about
            return
    pytest.fail(f"no fact on {about}")


def test_mistakes_of_the_sources_are_said_and_not_asked(deck: Deck) -> None:
    """The Gulf nation, the title that misleads and the Raisina days are errata; no item rests on them."""
    errata = " ".join(fact.erratum for fact in deck.facts if fact.erratum)
    assert all(word in errata for word in ("landlocked", "Russia's mission", "Raisina"))
    for item in deck.items():
        said = " ".join([item.stem, *(option.text for option in item.options)])
        assert "Gulf nation" not in said
        assert "3–5 March" not in said


def test_quotations_are_short(deck: Deck) -> None:
    """At most eight words in a row are quoted."""
    assert all(len(fact.content.words.split()) <= 8 for fact in deck.facts if isinstance(fact.content, Quotation))
