"""Exam forms, orders and matches: the key is what the facts make it, worked out here a second time from the facts alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

import pytest

import lessons
from lessons import dates
from lessons.facts import Event, Fact, Person, Point, Quotation, Term
from lessons.folder import shipped
from lessons.ids import plain
from lessons.items import Item, Option

DECK = lessons.read(shipped("seeds"))
ITEMS = [item for seed in range(1, 21) for item in DECK.items(seed=seed)]
HOW_MANY = ["None", "Only one", "Only two", "All three"]


def of(form: str) -> list[Item]:
    found = [item for item in ITEMS if form in (item.form, item.kind if item.form == "direct" else "")]
    assert found, form
    return found


def key_of(item: Item) -> str:
    return next(option.text for option in item.options if option.id in item.key_ids)


def right_half(fact: Fact) -> str:
    """What belongs beside a fact's left half."""
    match fact.content:
        case Event(when=when):
            return when.text
        case Person(office=office):
            return office
        case Term(meaning=meaning):
            return meaning
        case Quotation(speaker=speaker):
            return speaker
        case Point(heading=heading):
            return heading
    raise AssertionError(fact.kind)


def when_of(fact: Fact) -> dates.Date:
    assert isinstance(fact.content, Event)
    return fact.content.when


@pytest.mark.parametrize("form", ["two_statements", "three_statements"])
def test_the_code_names_the_correct_statements(form: str) -> None:
    """The key names the numbers of the correct statements and no others; options and wording are the examination's."""
    for item in of(form):
        correct = [part.label for part in item.parts if part.correct]
        said = key_of(item)
        named = [] if said.startswith("Neither") else [digit for digit in said if digit.isdigit()]
        assert named == correct, item.statements
        assert item.closing == "Which of the statements given above is/are correct?"
        assert item.stem.startswith("With reference to ")
    assert {key_of(item) for item in of("two_statements")} == {"1 only", "2 only", "Both 1 and 2", "Neither 1 nor 2"}


def test_how_many_counts_the_correct_statements() -> None:
    """“Only one”, “Only two”, “All three” or “None” are right."""
    for item in [*of("how_many"), *of("pairs")]:
        assert key_of(item) == HOW_MANY[sum(part.correct is True for part in item.parts)]
        assert [option.text for option in item.options] == ["Only one", "Only two", "All three", "None"]


def test_no_statement_is_both_correct_and_not() -> None:
    """Over all seeds a statement is told correct always or never; what is told of it names the swap."""
    verdicts: dict[str, set[bool | None]] = defaultdict(set)
    for form in ("two_statements", "three_statements", "how_many", "statement_reason"):
        for item in of(form):
            for text, part in zip(item.statements, item.parts, strict=True):
                verdicts[plain(text)].add(part.correct)
                assert (" should be “" in part.text) == (part.correct is False)
    assert len(verdicts) > 200
    assert all(len(found) == 1 for found in verdicts.values())


def test_statements_of_one_item_come_from_different_facts() -> None:
    """No fact comes twice in an item, unless its reason does."""
    for form in ("two_statements", "three_statements", "how_many", "pairs", "lists", "chronology", "matching", "ordering"):
        assert all(len({part.fact.id for part in item.parts}) == len(item.parts) for item in of(form))


def test_statement_two_explains_only_where_it_is_the_reason() -> None:
    """“Explains” is the key where both statements are halves of one reason; “both wrong” is never made."""
    for item in of("statement_reason"):
        one, two = item.parts
        same = one.fact.id == two.fact.id
        expected = {
            (True, True): "and Statement-II explains Statement-I" if same else "but Statement-II does not explain Statement-I",
            (True, False): "Statement-I is correct, but Statement-II is incorrect",
            (False, True): "Statement-I is incorrect, but Statement-II is correct",
        }[bool(one.correct), bool(two.correct)]
        assert key_of(item).endswith(expected)
        assert item.closing == "Which one of the following is correct in respect of the above statements?"


def test_events_are_in_order() -> None:
    """Each event of the key lies wholly before the next; the other codes have at least two the wrong way round."""
    for item in of("ordering"):
        texts = {option.id: option for option in item.options}
        ordered = [texts[one] for one in item.key_ids]
        facts = [next(fact for fact in item.facts if plain(fact.content.clause) == plain(option.text)) for option in ordered]  # type: ignore[union-attr]
        assert all(dates.before(when_of(a), when_of(b)) for a, b in pairwise(facts))
    for item in of("chronology"):
        for option in item.options:
            facts = [item.parts[int(n) - 1].fact for n in option.text.split("-")]
            assert all(dates.before(when_of(a), when_of(b)) for a, b in pairwise(facts)) == (option.id in item.key_ids)


def test_lists_and_pairs_are_as_the_facts_have_them() -> None:
    """Only the key's code matches every row; a pair is told correct where its right half is the fact's own."""
    for item in of("lists"):
        right = [plain(right_half(part.fact)) for part in item.parts]
        for option in item.options:
            matched = [plain(item.list_two[int(code.split("-")[1]) - 1]) for code in option.text.split(", ")]
            assert (matched == right) == (option.id in item.key_ids), item.list_two
    for item in of("pairs"):
        for text, part in zip(item.list_two, item.parts, strict=True):
            assert (plain(text) == plain(right_half(part.fact))) == part.correct


def test_matches_are_as_the_facts_have_them() -> None:
    """Each statement's key is its fact's own right half, and no other option is true of it by any note."""
    held = {(plain(f.content.name), plain(f.content.office)) for f in DECK.known if isinstance(f.content, Person)}
    said = {(plain(f.content.words), plain(f.content.speaker)) for f in DECK.known if isinstance(f.content, Quotation)}
    for item in of("matching"):
        texts = {option.id: option.text for option in item.options}
        for key, part in zip(item.key_ids, item.parts, strict=True):
            assert plain(texts[key]) == plain(right_half(part.fact))
            others = [plain(text) for one, text in texts.items() if one != key]
            content = part.fact.content
            if isinstance(content, Person):
                assert not any((plain(content.name), other) in held for other in others)
            if isinstance(content, Quotation):
                assert not any((plain(content.words), other) in said for other in others)


def test_codes_share_nothing_that_tells() -> None:
    """In lists and orders the key has no more in common with the other codes than they have with one another."""
    for item in [*of("lists"), *of("chronology")]:
        codes = [option.text.replace(" ", "").replace(",", "-").split("-") for option in item.options]
        common = [sum(a == b for other in codes if other is not one for a, b in zip(one, other, strict=True)) for one in codes]
        assert len(set(common)) == 1, item.options


def test_several_are_points_of_their_heading() -> None:
    """Of several options those are right that a note has under the heading, happened in the year, or are the speaker's."""
    for item in of("multiple_response"):
        told = {plain(part.label): part for part in item.parts}
        for option in item.options:
            part = told.get(plain(option.text))
            assert part is None or part.correct == (option.id in item.key_ids)
            content = part.fact.content if part else None
            if isinstance(content, Event) and part:
                year = dates.parse(item.stem.split(" in ")[-1].split("?")[0])
                assert (dates.within(content.when, year) or content.when == year) == part.correct
            if isinstance(content, Quotation) and part:
                assert (f" {content.speaker} use?" in item.stem) == part.correct


def test_every_part_has_its_source() -> None:
    """Each part of an explanation carries a fact of the item, with paragraph and line."""
    for item in ITEMS:
        assert {part.fact.id for part in item.parts} <= {fact.id for fact in item.facts}
        assert item.parts or item.explanation
        if item.statements:
            assert len(item.parts) == len(item.statements)


def test_every_option_is_the_key_equally_often() -> None:
    """Over twenty seeds no coded option is much more often the key than another."""
    for form in ("two_statements", "how_many", "statement_reason"):
        counts = Counter(key_of(item) for item in of(form))
        assert len(counts) == 4
        assert max(counts.values()) < 1.6 * min(counts.values()), (form, counts)


def test_every_fact_is_asked_in_three_ways() -> None:
    """Every fact is asked in three ways or more where its kind allows.

    It does not for gaps that nothing can stand in for, for accounts, which are told in no statement, and for what has been so since a date.
    """
    for seed in range(1, 21):
        ways: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for item in DECK.items(seed=seed):
            for fact in item.facts:
                ways[fact.id].add((item.kind, item.form))
        few = [fact for fact in DECK.facts if len(ways[fact.id]) < 3 and fact.kind not in ("gap", "dispute")]
        assert all(when_of(fact).is_span for fact in few), seed
        assert all(ways[fact.id] for fact in DECK.facts)
    accounts = [fact for fact in DECK.facts if fact.kind == "dispute"]
    asked = Counter(item.facts[0].id for item in DECK.items() if item.kind == "single_choice")
    assert all(asked[fact.id] == 2 for fact in accounts)


def test_options_are_records() -> None:
    """An option's id comes from its text: the same code has the same id in every item."""
    ids: dict[str, set[str]] = defaultdict(set)
    for item in of("two_statements"):
        for option in item.options:
            assert isinstance(option, Option)
            ids[option.text].add(option.id)
    assert all(len(found) == 1 for found in ids.values())
