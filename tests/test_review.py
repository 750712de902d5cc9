"""What a review by fresh eyes found wanting, each held by a test."""

import subprocess
import sys
from pathlib import Path

import pytest

import lessons
from lessons.cards import to_json
from lessons.deck import Deck
from lessons.errors import NotesError
from lessons.items import Item
from lessons.quantities import read as read_quantity
from lessons.scoring import score
from lessons.wording import a, number_of

HEAD = "---\ntitle: T{0}\npublisher: P{0}\npublished: 2021\n---\n# L\n"


def deck_of(folder: Path, *bodies: str) -> Deck:
    for n, body in enumerate(bodies):
        (folder / f"note-{n}.md").write_text(HEAD.format(n) + body, encoding="utf-8")
    return lessons.read(folder)


def problems_of(folder: Path, body: str) -> str:
    with pytest.raises(NotesError) as error:
        deck_of(folder, body)
    return str(error.value)


def gaps_of(deck: Deck) -> dict[str, Item]:
    return {item.stem: item for item in deck.items() if item.kind == "gap"}


@pytest.mark.parametrize("opening", ["[" * 30_000, "{" * 30_000, "- " * 10_000, "&a " * 9, "*a", "!!python/name:os.system T"])
def test_front_matter_cannot_harm(opening: str, tmp_path: Path) -> None:
    """Nests, tags and aliases in the front matter are one problem line, whatever their depth."""
    (tmp_path / "a.md").write_text(f"---\ntitle: {opening}\npublished: 2021\n---\n# L\nText.", encoding="utf-8")
    code = "import sys, lessons; lessons.read(sys.argv[1])"
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, cwd=Path(__file__).parents[1], check=False
    )
    assert ran.returncode == 1, ran.returncode
    assert "NotesError" in ran.stderr
    assert len(ran.stderr) < 4000


def test_prose_alone_is_a_lesson(tmp_path: Path) -> None:
    """A lesson that is only to be read is a lesson; nothing of it is lost, and asking for a quiz of it says that there is none."""
    deck = deck_of(tmp_path, "Only prose. (¶1)\n\n# M\nMore in ==1949==. (¶2)\n")
    assert set(deck.lessons) == {"L", "M"}
    assert "Only prose." in repr(lessons.reading(deck, lesson="l"))
    assert repr(lessons.practice(deck.only(lesson="L"))) == "Practice(0 facts, 1 lesson)"


@pytest.mark.parametrize("line", ["H: hydrogen", "RNA: the international acid", "art: a party trick", "∞: no end"])
def test_a_term_inside_another_word_is_not_the_term(line: str, tmp_path: Path) -> None:
    """Terms are looked for as whole words."""
    assert len(deck_of(tmp_path, f"## Terms\n- {line}\n")) == 1


def test_signs_tell_terms_apart(tmp_path: Path) -> None:
    """C, C++ and C# are three terms; so are words that differ by a vowel sign."""
    assert len(deck_of(tmp_path, "## Terms\n- C++: one tongue\n- C#: another\n- C: a third\n- दिन: day\n- दान: gift\n")) == 5


def test_two_holders_of_one_office(tmp_path: Path) -> None:
    """Where two people are right, both are accepted; a surname that both have is not."""
    deck = deck_of(
        tmp_path, "## People\n- Marie Curie: a discoverer of radium\n- Pierre Curie: a discoverer of radium\n- Henri III: king\n"
    )
    stems = gaps_of(deck)
    assert set(stems["Who was a discoverer of radium as of 2021?"].key) == {"Marie Curie", "Pierre Curie"}
    assert stems["Who was king as of 2021?"].key == ("Henri III",)


def test_a_gap_that_two_phrases_fill_is_not_asked(tmp_path: Path) -> None:
    """Two gaps with the same sentence around them have no key."""
    assert gaps_of(deck_of(tmp_path, "==Paris== is a city. ==Rome== is a city.\n")) == {}


def test_what_sources_contest_is_asked_by_source(tmp_path: Path) -> None:
    """Where two notes give two numbers, each is asked, and judged, according to its source."""
    deck = deck_of(tmp_path, "## Numbers\n- ships of the fleet: 40\n", "## Numbers\n- ships of the fleet: 45\n")
    assert set(gaps_of(deck)) == {f"What was the number of ships of the fleet, according to P{n}?" for n in (0, 1)}
    judged = [item.stem for item in deck.items() if item.kind == "true_false"]
    assert all("according to P" in stem.lower() or "According to P" in stem for stem in judged)


def test_a_coarser_date_is_no_dispute(tmp_path: Path) -> None:
    """2021 and October 2021 do not contradict each other."""
    deck = deck_of(tmp_path, "## Dates\n- 2021: The fleet was sighted.\n", "## Dates\n- October 2021: The fleet was sighted.\n")
    assert deck.disputes == ()


@pytest.mark.parametrize(
    "text", ["20–30", "8 or 9", "30, of which two are new", "12th", "120/80 mmHg", "6.022e23", "two thirds", "1 bn bn bn"]
)
def test_what_is_no_one_number_is_said(text: str, tmp_path: Path) -> None:
    """Ranges, fractions without an end and the like are refused, not taken for a number with a strange unit."""
    assert read_quantity(text) is None
    assert "opens with no number" in problems_of(tmp_path, f"## Numbers\n- ships: {text}\n")


def test_small_numbers_are_shown_to_the_last_place(tmp_path: Path) -> None:
    """No number is rounded on the way to the learner, and distractors are of its size."""
    deck = deck_of(tmp_path, "## Numbers\n- radius of the atom: 0.00000000005 metres\n")
    (item,) = (item for item in deck.items() if item.kind == "single_choice")
    assert "0.00000000005 metres" in item.key_text
    assert all(option.text.startswith("0.0000000") for option in item.options)


@pytest.mark.parametrize(
    ("sentence", "key"),
    [("The army had ==1500== soldiers.", 1500), ("The treaty was signed in ==1500== by all.", "1500"), ("It fell by ==1500==.", "1500")],
)
def test_four_digits_are_a_year_where_time_is_spoken_of(sentence: str, key: object, tmp_path: Path) -> None:
    """A number of soldiers is a number."""
    (item,) = gaps_of(deck_of(tmp_path, sentence + "\n")).values()
    assert (item.key if isinstance(item.key, int) else item.key.edtf) == key


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("## Dates\n- 3 May 2020: It rained.\n    - - why: a\n      - since: b\n", "why: a"),
        ("## Terms\n- one: the first\n - why: It is so.\n", "indent it by four spaces"),
        ("## Numbers\n- ships: 30\n    - also: 31\n", "'also' names further names"),
        ("## Dates\n- 4 April 1949: It was signed.\n    - not: April 1949; 1949; 1950\n", "is the key itself, or may be"),
        ("## Terms\n- Treaty of Rome: an accord\n    - not: Rome; Treaty of Lisbon; Treaty of Nice\n", "or says it too"),
        ("Text with ___ in it.\n", "would look like a gap"),
        ("Text with \x1b[31m in it.\n", "control character"),
        ("Good ==gap== here.\nAnd more.\nThen an ==open one.\n", ":9: a gap is open"),
    ],
)
def test_nothing_is_lost_without_a_word(body: str, words: str, tmp_path: Path) -> None:
    """What the reader can make nothing of is reported, where it stands."""
    assert words in problems_of(tmp_path, body)


def test_a_further_fact_leaves_the_ids_of_the_others(tmp_path: Path) -> None:
    """A fact with the same skeleton, added below, takes no id away."""
    one = "## Terms\n- nitrate: a salt of nitric acid\n"
    before = deck_of(tmp_path, one).facts[0].id
    after = deck_of(tmp_path, one + "- nitrite: a salt of nitrous acid\n").facts
    assert after[0].id == before
    assert after[1].id != before


def test_another_term_is_no_slip(tmp_path: Path) -> None:
    """A typed term that is another of the lesson's terms is wrong, though it lies one letter away."""
    deck = deck_of(tmp_path, "## Terms\n- nitrate: a salt of nitric acid\n- nitrite: a salt of nitrous acid\n- ester: a fat\n")
    item = gaps_of(deck)["Which term is the name for a salt of nitric acid?"]
    assert item.others == ("nitrite",)
    assert score(item, "nitrite").verdict == "wrong"
    assert score(item, "nitrat").verdict == "right"


def test_another_person_is_another_fact(tmp_path: Path) -> None:
    """Names enter an id by more than their initials."""
    one = deck_of(tmp_path, "## People\n- Jens Stoltenberg: head of the league\n").facts[0].id
    assert deck_of(tmp_path, "## People\n- John Smith: head of the league\n").facts[0].id != one


def test_a_marked_phrase_of_a_fact_says_as_of_when(tmp_path: Path) -> None:
    """The sentence of a gap in a fact names its as-of date and its source, as the fact's other questions do."""
    stems = gaps_of(deck_of(tmp_path, "## People\n- ==Jens Stoltenberg==: head of the league\n"))
    assert "As of 2021, _____ was head of the league." in stems


def test_options_that_are_dates_stand_in_order_though_written_as_text(tmp_path: Path) -> None:
    """Claims that are dates or numbers are options in order, too."""
    asked = "    - Q: When was it by the one?\n    - not: May 1951; May 1947; June 1949\n"
    claim = f"## Disputed: day\n- May 1949: one (¶1)\n{asked}- May 1950: two\n"
    item = next(item for item in deck_of(tmp_path, claim).items() if item.kind == "single_choice")
    assert [option.text for option in item.options] == ["May 1947", "May 1949", "June 1949", "May 1951"]


def test_true_and_false_come_in_pairs() -> None:
    """A fact gives both statements or none: "true" is never the better guess."""
    items = [item for item in lessons.read().items() if item.kind == "true_false"]
    assert sum(item.key == ("true",) for item in items) == pytest.approx(len(items) / 2, abs=len(items) * 0.03)


def test_articles_and_counts_read_well() -> None:
    """Frames choose "a" or "an" by sound, and "number of" only for what is counted."""
    said = ["an Ukrainian", "an unanimous", "an SEATO", "a 18-point", "a X-ray"]
    assert [a(one.split(" ", 1)[1]) for one in said] == ["a Ukrainian", "a unanimous", "a SEATO", "an 18-point", "an X-ray"]
    assert number_of("atomic number of carbon", "") == "the figure for the atomic number of carbon"
    assert number_of("Russian diplomats expelled by NATO", "") == "the number of Russian diplomats expelled by NATO"


def test_same_lesson_in_another_case(tmp_path: Path) -> None:
    """Two notes add to one lesson, whatever case they write it in."""
    (tmp_path / "a.md").write_text(HEAD.format(1) + "## Terms\n- x: the first\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(HEAD.format(2).replace("# L", "# l") + "## Terms\n- y: the second\n", encoding="utf-8")
    deck = lessons.read(tmp_path)
    assert deck.lessons == ("L",)
    assert {to_json(card)["lesson"] for card in deck.cards()} == {"L"}


def test_a_very_long_paragraph_is_read(tmp_path: Path) -> None:
    """Twenty thousand sentences in one paragraph are read while one waits; it was minutes once, and the tests would stand still."""
    deck = deck_of(tmp_path, "A plain sentence stands ==here== once. " + "Another plain sentence follows it. " * 20_000 + "\n")
    assert len(deck) == 1
