"""No second key: what a distractor, a false statement or a wrong pair must never be. Each case was once written wrongly."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import lessons
from lessons.deck import Deck
from lessons.facts import Point, Quotation
from lessons.flaws import quiz_flaws
from lessons.folder import shipped
from lessons.ids import plain
from lessons.items import Item
from lessons.scoring import score
from lessons.selection import EXAM, QUIZ, pick

HEAD = "---\ntitle: T{0}\npublisher: P{0}\npublished: 2021\n---\n# L\n"
SEEDS = range(1, 16)


def deck_of(folder: Path, *bodies: str) -> Deck:
    folder.mkdir(exist_ok=True)
    for n, body in enumerate(bodies):
        (folder / f"note-{n}.md").write_text(HEAD.format(n) + body, encoding="utf-8")
    return lessons.read(folder)


def items_of(deck: Deck, *kinds: str) -> list[Item]:
    return [item for seed in SEEDS for item in deck.items(seed=seed) if item.kind in kinds or item.form in kinds]


def wrong(item: Item) -> list[str]:
    return [option.text for option in item.options if option.id not in item.key_ids]


def test_a_bound_is_true_of_what_lies_within(tmp_path: Path) -> None:
    """The bound “more than 10” is no distractor for “more than 30”, which makes it true; nor is “more than 20” for 30."""
    counted = {"Athens": "more than 30", "Sparta": "30", "Corinth": "more than 10", "Argos": "at least 25"}
    numbers = "## Numbers\n" + "".join(f"- ships of {city}: {number}\n" for city, number in counted.items())
    for item in items_of(deck_of(tmp_path, numbers), "single_choice", "true_false"):
        of_sparta = "Sparta" in item.stem
        for text in wrong(item) if item.kind == "single_choice" and item.form == "direct" else []:
            assert not of_sparta or not text.startswith(("more than", "at least")), (item.stem, text)
            assert of_sparta, (item.stem, text)  # nothing above a bound is false
        assert item.key != ("false",) or not any(f"was {bound}" in item.stem for bound in ("more than 10", "more than 20", "at least 25"))


def test_another_name_is_no_distractor(tmp_path: Path) -> None:
    """A further accepted name of the key is never beside it, nor in a statement meant false."""
    quotations = "".join(
        f"- {name}: “word {n} of it”, of the day\n" for n, name in enumerate(["NYT", "Anna Berg", "Carl Dahl", "Eva Falk"])
    )
    deck = deck_of(tmp_path, f"## Quotations\n- The New York Times: “a failed experiment”, of the pact\n    - also: NYT\n{quotations}")
    for item in items_of(deck, "single_choice", "true_false", "pairs", "matching"):
        if "failed experiment" in item.stem and item.form == "direct":
            assert "NYT" not in wrong(item), item.stem
            assert item.key != ("false",) or not item.stem.startswith("True or false? NYT")


def test_one_who_is_named_twice_is_one(tmp_path: Path) -> None:
    """Words of "Lavrov" are no distractors for those of "Sergei Lavrov", nor words that two have used."""
    said = [
        ("Sergei Lavrov", "first"),
        ("Sergei Lavrov", "second"),
        ("Lavrov", "third"),
        ("Lavrov", "fourth"),
        ("Ann Orr", "fifth"),
        ("Bo Ek", "sixth"),
    ]
    body = "".join(f"- {name}: “the {word} word”, of the day\n" for name, word in said)
    other = "## Quotations\n- Ann Orr: “the first word”, of another day\n"
    deck = deck_of(tmp_path, f"## Quotations\n{body}", other)
    found = items_of(deck, "multiple_response")
    assert found
    for item in found:
        if "Lavrov use" in item.stem:
            assert not any(word in text for text in wrong(item) for word in ("first", "second", "third", "fourth")), wrong(item)


def test_spans_that_share_a_year_do_not_exclude_each_other(tmp_path: Path) -> None:
    """A closed span is told false only where it lies wholly before or after the true one."""
    deck = deck_of(tmp_path, "## Dates\n- 1914–1918: The war went on in Flanders.\n")
    found = items_of(deck, "true_false", "single_choice")
    assert found
    for item in found:
        for text in wrong(item) if item.form == "direct" and item.kind == "single_choice" else [item.stem]:
            years = [int(word) for word in text.replace("–", " ").replace(",", " ").split() if word.isdigit()]
            assert item.key == ("true",) or years[1] < 1914 or years[0] > 1918, text


def test_a_label_stands_once_in_an_item(tmp_path: Path) -> None:
    """The same label under two headings gives two facts and never two rows of one item."""
    body = "".join(
        f"## Points: argument {side} the bridge\n- the cost: it was {word}\n- the {word} view: many saw it\n- the {word} road: it led\n"
        for side, word in (("for", "low"), ("against", "high"))
    )
    for item in items_of(deck_of(tmp_path, body), "pairs"):
        assert len({plain(text) for text in item.statements}) == len(item.statements)


def test_a_reason_alone_gives_no_statements(tmp_path: Path) -> None:
    """Where nothing can stand beside a reason, Statement-I and II are not asked: "explains" would always be the key."""
    reasons = "".join(f"- The old harbour of town {n} was closed because its {n} piers had sunk.\n" for n in range(2, 9))
    assert items_of(deck_of(tmp_path, f"## Reasons\n{reasons}"), "statement_reason") == []


def test_orders_have_up_to_six_events(tmp_path: Path) -> None:
    """Six events are put in order at once, seven in three and four; year 1 BC counts as a year."""
    names = ["Ada", "Bea", "Cid", "Dan", "Eli", "Fay", "Gus"]
    dates = "## Dates\n" + "".join(f"- {100 + 10 * n}: {name} took the city of {name}burg.\n" for n, name in enumerate(names))
    six, seven = (deck_of(tmp_path / str(n), "\n".join(dates.split("\n")[: n + 1])) for n in (6, 7))
    assert {len(item.options) for item in items_of(six, "ordering")} == {6}
    assert {len(item.options) for item in items_of(seven, "ordering")} == {3, 4}
    years = zip(["1 BC", "1 BC", "50 BC", "50 BC"], names, strict=False)
    early = "## Dates\n" + "".join(f"- {year}: {name} took the city of {name}burg.\n" for year, name in years)
    assert any("1 BC" in item.stem for item in items_of(deck_of(tmp_path / "early", early), "multiple_response"))


def test_pairs_of_statements_stay_together() -> None:
    """No fact has one of its two statements without the other, whatever says the same elsewhere."""
    for folder in (shipped("seeds"), Path(__file__).parent / "cases" / "notes"):
        deck = lessons.read(folder)
        for seed in SEEDS:
            verdicts: dict[str, set[str]] = {}
            for item in deck.items(seed=seed):
                if item.kind == "true_false":
                    verdicts.setdefault(item.facts[0].id, set()).update(item.key_ids)
            assert all(found == {"true", "false"} for found in verdicts.values())


def test_distractors_of_several_are_no_points_of_the_heading() -> None:
    """By no note is a wrong option a point of the heading, or the speaker's words."""
    deck = lessons.read()
    points = [fact.content for fact in deck.known if isinstance(fact.content, Point)]
    said = [fact.content for fact in deck.known if isinstance(fact.content, Quotation)]
    for item in items_of(deck, "multiple_response"):
        for text in map(plain, wrong(item)):
            assert not any(plain(one.label) == text and plain(one.heading) in plain(item.stem) for one in points), item.stem
            assert not any(plain(one.words) in text and f" {one.speaker} use?" in item.stem for one in said), item.stem


@pytest.mark.parametrize("folder", [shipped("seeds"), Path(__file__).parent / "cases" / "notes"], ids=["seeds", "cases"])
@pytest.mark.parametrize("shares", [QUIZ, EXAM], ids=["quiz", "exam"])
def test_small_lessons_give_sound_quizzes(folder: Path, shares: dict[str, float]) -> None:
    """Of every lesson, small ones too: nothing given away, no fact twice in a row, true and false alike."""
    deck = lessons.read(folder)
    broken: Counter[str] = Counter()
    for lesson in deck.lessons:
        for seed in range(1, 11):
            items = deck.only(lesson=lesson).items(seed=seed)
            for n in (5, 20, 40):
                broken.update(quiz_flaws(pick(items, n, seed=seed, shares=shares)))
    assert not broken


def test_kinds_with_one_stem_may_come_several_times(tmp_path: Path) -> None:
    """A quiz of orders alone has all that the notes give, though their stem is the same."""
    names = [f"{a}{b}a" for a in ("Br", "Cl", "Dr", "Fl") for b in ("i", "o", "u")]
    dates = "## Dates\n" + "".join(f"- {1700 + 7 * n}: {name} took the city of {name}burg.\n" for n, name in enumerate(names))
    deck = deck_of(tmp_path, dates)
    orders = [item for item in deck.items() if item.kind == "ordering"]
    assert len(orders) >= 2
    assert len(pick(orders, 50, seed=1, shares={"ordering": 1.0})) == len(orders)


def test_marking_takes_any_item_and_any_response(tmp_path: Path) -> None:
    """Items from elsewhere with an empty key or one event, and lists of nothing, are marked and do not fail."""
    from types import SimpleNamespace as Made

    one = (Made(id="a", text="A"),)
    assert score(Made(kind="multiple_response", options=one, key=()), ["a"]).verdict == "wrong"
    assert score(Made(kind="ordering", options=one, key=("a",)), ["a"]).verdict == "right"
    for kind in ("single_choice", "multiple_response", "ordering", "matching"):
        assert score(Made(kind=kind, options=one, key=("a",)), [""]).verdict == "blank"
