"""Items: one defensible key each, distractors of its kind, and a source all the way to the learner."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import lessons
from lessons import dates
from lessons.dates import Date
from lessons.deck import Deck
from lessons.facts import Event, Number, Person, Term
from lessons.folder import shipped
from lessons.ids import plain
from lessons.items import BLANK, Item, to_json
from lessons.wording import given_away, said

CASES = Path(__file__).parent / "cases"
GOLDEN = Path(__file__).parent / "golden"
FOLDERS = {"seeds": shipped("seeds"), "cases": CASES / "notes"}
KEYS = (
    "id kind form lesson stem statements list_two headings closing options key explanation parts facts sources as_of since erratum disputed"
).split()
SEEDS = [("seeds", seed) for seed in range(1, 21)] + [("cases", seed) for seed in range(1, 4)]


DECKS = {name: lessons.read(folder) for name, folder in FOLDERS.items()}


@pytest.fixture(scope="module", params=SEEDS, ids=lambda param: f"{param[0]}-{param[1]}")
def drawn(request: pytest.FixtureRequest) -> tuple[Deck, tuple[Item, ...]]:
    """A deck with the items that a seed draws from it: the shipped notes for seeds 1 to 20, the fixtures for three."""
    name, seed = request.param
    return DECKS[name], DECKS[name].items(seed=seed)


@pytest.fixture(scope="module")
def items(drawn: tuple[Deck, tuple[Item, ...]]) -> tuple[Item, ...]:
    return drawn[1]


@pytest.fixture(scope="module", params=FOLDERS)
def deck(request: pytest.FixtureRequest) -> Deck:
    return DECKS[request.param]


def test_exactly_one_key(items: tuple[Item, ...]) -> None:
    """A single-choice item has four different options and one key, true or false two; of several two or three are right; a gap has none."""
    sizes = {"single_choice": [4], "true_false": [2], "gap": [0], "multiple_response": [4, 5, 6], "ordering": [3, 4, 5, 6]}
    for item in items:
        ids, texts = [option.id for option in item.options], [plain(option.text) for option in item.options]
        assert len(set(ids)) == len(ids), item.stem
        assert len(set(texts)) == len(texts), item.stem
        assert len(ids) in sizes.get(item.kind, [3, 4, 5, 6]), item.stem
        assert set(item.key_ids) <= set(ids)
        assert len(set(item.key_ids)) == len(item.key_ids)
        match item.kind:
            case "single_choice" | "true_false":
                assert len(item.key_ids) == 1
            case "multiple_response":
                assert 2 <= len(item.key_ids) <= 3
                assert len(ids) - len(item.key_ids) >= 2
            case "ordering":
                assert sorted(item.key_ids) == sorted(ids)
                assert list(item.key_ids) != ids  # it is not in order when it is shown
            case "matching":
                assert len(item.key_ids) == len(item.statements) in (3, 4, 5)
                assert len(ids) - len(item.key_ids) in (0, 1)


def test_stems_ask(items: tuple[Item, ...]) -> None:
    """A stem is a question, a sentence with one blank, or a statement to judge; no frame shows through."""
    for item in items:
        match item.kind, item.form:
            case "true_false", _:
                assert item.stem.startswith("True or false? ")
                assert item.stem.endswith((".", ".”", "!", "?"))
            case "multiple_response", _:
                assert item.stem.endswith("? Choose every one that applies.")
            case (("ordering" | "matching"), _):
                assert item.stem.startswith(("Put ", "Match ")), item.stem
                assert item.stem.endswith(".")
            case _, "direct":
                assert item.stem.endswith("?") or item.stem.count(BLANK) == 1, item.stem
            case _:
                assert item.stem.endswith((":", ".")), item.stem
                assert item.closing.endswith("?"), item.closing
        for text in (item.stem, *item.statements, *item.list_two, *(option.text for option in item.options)):
            assert not any(odd in text for odd in ("  ", "..", " ?", " ,", ",,", ".?", "None of", "==", "¶", "()", "??")), text
            assert text[0].isupper() or not text[0].isalpha() or item.kind == "single_choice" or text.startswith("about "), text


def test_stems_do_not_give_their_key_away(items: tuple[Item, ...]) -> None:
    """The key does not stand in the stem."""
    for item in items:
        if item.kind in ("single_choice", "multiple_response"):
            assert not any(given_away(option.text, item.stem) for option in item.options if option.id in item.key_ids), item.stem
        elif item.kind == "gap" and isinstance(item.key, tuple):
            assert not any(given_away(text, item.stem) for text in item.key), item.stem


def test_no_option_says_another(items: tuple[Item, ...]) -> None:
    """No two options overlap: none is part of another, no two dates may be the same."""
    for item in items:
        if item.kind in ("single_choice", "multiple_response") and item.form == "direct":
            texts = [option.text for option in item.options]
            read = [dates.typed(text) for text in texts]
            for one, other in ((a, b) for i, a in enumerate(texts) for b in texts[i + 1 :]):
                assert not given_away(one, other)
                assert not given_away(other, one), (item.stem, texts)
            if item.kind == "single_choice" and all(read) and isinstance(item.facts[0].content, Event):
                days = [reading[0] for reading in read]
                assert all(dates.same(a, b) is False and dates.sort_key(a) < dates.sort_key(b) for a, b in pairwise(days)), texts
                assert len({day.precision for day in days}) == 1


def test_distractors_are_false_by_every_note(drawn: tuple[Deck, tuple[Item, ...]]) -> None:
    """No distractor is made true by another fact of any note."""
    deck, items = drawn
    held = {(plain(f.content.name), plain(f.content.office)) for f in deck.known if isinstance(f.content, Person)}
    counted = {(plain(f.content.what), f.content.value.text) for f in deck.known if isinstance(f.content, Number)}
    means = {(plain(f.content.term), plain(f.content.meaning)) for f in deck.known if isinstance(f.content, Term)}
    happened = {plain(f.content.clause): f.content.when for f in deck.known if isinstance(f.content, Event)}
    for item in items:
        if item.kind != "single_choice" or item.form != "direct":
            continue
        wrong = [option.text for option in item.options if option.id not in item.key]
        match item.facts[0].content:
            case Person(name=name, office=office):
                assert not any((plain(text), plain(office)) in held or (plain(name), plain(text)) in held for text in wrong), item.stem
            case Number(what=what):
                assert not any((plain(what), text) in counted for text in wrong), item.stem
            case Term(term=term, meaning=meaning):
                assert not any((plain(text), plain(meaning)) in means or (plain(term), plain(text)) in means for text in wrong), item.stem
            case Event(when=when):
                assert not any(happened.get(plain(text)) and dates.same(happened[plain(text)], when) is not False for text in wrong)
            case _:
                pass


def test_what_is_told_of_a_distractor_is_what_another_fact_says(drawn: tuple[Deck, tuple[Item, ...]]) -> None:
    """What a distractor is right for is a fact of the notes that names it; of the key nothing more is told, and of no fact of the item."""
    deck, items = drawn
    told = {said(fact): fact for fact in deck.known}
    known = [(item, option) for item in items for option in item.options if option.why]
    assert known
    for item, option in known:
        assert option.id not in item.key_ids
        assert told[option.why].id not in {fact.id for fact in item.facts}
        assert plain(option.text).removeprefix("because ") in plain(option.why), (option.text, option.why)


def test_no_distractor_is_a_side_of_a_dispute(drawn: tuple[Deck, tuple[Item, ...]]) -> None:
    """Where sources disagree on a fact, what the others say is no distractor for it."""
    deck, items = drawn
    for item in items:
        fact = item.facts[0]
        if item.kind == "single_choice" and item.form == "direct" and fact.disputed and fact.kind != "dispute":
            sides = next(dispute for dispute in deck.disputes if dispute.topic == fact.disputed)
            claims = {plain(side.content.claim) for side in sides.facts}
            assert not claims & {plain(option.text) for option in item.options if option.id not in item.key}, item.stem


def test_false_statements_differ_by_one_slot(items: tuple[Item, ...]) -> None:
    """A false statement is a true one with one thing swapped, and its explanation says which and what is true."""
    for item in items:
        if item.kind == "true_false" and item.key == ("false",):
            assert item.explanation.startswith("False: “")
            wrong = item.explanation.removeprefix("False: “").split("” should be “")[0]
            assert plain(wrong) in plain(item.stem), item.stem
            assert item.stem.removeprefix("True or false? ") not in item.explanation


def test_as_of_where_time_could_change_it(items: tuple[Item, ...]) -> None:
    """Stems on offices name the date for which they ask, unless time cannot change them."""
    for item in items:
        fact = item.facts[0]
        if fact.dated and item.kind != "gap" and not fact.question and len(item.facts) == 1:
            assert "as of " in item.stem.lower(), item.stem
        for text in item.statements if item.form in ("two_statements", "three_statements", "how_many") else ():
            told = next(part.fact for part in item.parts if item.statements.index(text) == int(part.label) - 1)
            assert not told.dated or told.kind == "gap" or "as of " in text.lower(), text


def test_json_is_as_documented(items: tuple[Item, ...]) -> None:
    """The JSON has the documented keys in their order, says where it comes from, and survives a round trip."""
    for item in items:
        value = to_json(item)
        assert list(value) == KEYS
        assert json.loads(json.dumps(value)) == value
        assert value["facts"]
        assert value["explanation"] or [part["text"] for part in value["parts"]]
        assert all(part["text"] and part["fact"] in value["facts"] for part in value["parts"])
        assert value["sources"]
        for source in value["sources"]:
            assert source["title"]
            assert source["quote"]
            assert source["line"] > 0
            assert dates.parse(source["published"])
        if item.kind == "gap":
            assert isinstance(value["key"], list | int | float | str)
            assert not isinstance(item.key, Date) or dates.parse(value["key"]) == item.key


def test_quote_stands_in_the_note(deck: Deck) -> None:
    """A source's quote is the line of the note that it names, to the letter."""
    texts = {note.stem: Path(note.file).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n") for note in deck.notes}
    for fact in deck.facts:
        here = " ".join(" ".join(texts[fact.note][fact.line - 1 :]).split())  # a line may be wrapped
        assert here.removeprefix("- ").removeprefix("* ").startswith(fact.quote) or (fact.kind == "gap" and fact.quote in here), fact.quote


def test_every_kind_of_fact_gives_items(deck: Deck) -> None:
    """Every kind of fact gives single-choice items, and all but accounts true/false ones; what may be typed is asked to be typed."""
    found: dict[str, Counter[str]] = {}
    for item in deck.items():
        for fact in item.facts:
            found.setdefault(fact.kind, Counter())[item.kind] += 1
    for kind in ("date", "person", "number", "term", "quotation", "point", "reason"):
        assert found[kind]["true_false"], kind
        assert found[kind]["single_choice"], kind
    for kind in ("date", "person", "number", "term", "quotation", "gap"):
        assert found[kind]["gap"], kind


def test_counts_are_as_looked_at(deck: Deck) -> None:
    """How many items of each kind and form each lesson gives; a changed table is to be looked at, then kept."""
    name = "items_of_seeds.json" if "Article 5" in deck.lessons else "items_of_cases.json"
    named = [(item.lesson, item.kind if item.form == "direct" else item.form) for item in deck.items()]
    counts = {lesson: dict(sorted(Counter(kind for one, kind in named if one == lesson).items())) for lesson in deck.lessons}
    golden = GOLDEN / name
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(json.dumps(counts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        pytest.fail(f"{golden.name} was missing and is written; look at it and run again")
    assert counts == json.loads(golden.read_text(encoding="utf-8"))


def test_key_positions_are_balanced(deck: Deck) -> None:
    """Over many seeds no position of the key is much more frequent than another."""
    places = Counter()
    for seed in range(20):
        for item in deck.items(seed=seed):
            if item.kind == "single_choice":
                places[item.form, [option.id for option in item.options].index(item.key_ids[0])] += 1
    for form in {form for form, _ in places}:
        counts = [places[form, place] for place in range(4)]
        # Dates and numbers stand in order, and a fact's own pull the key inwards; forms with few items vary with the draw.
        assert sum(counts) < 100 or max(counts) < (1.6 if sum(counts) > 1000 else 2.5) * min(counts), (form, counts)


def test_a_part_of_a_deck_knows_the_whole(deck: Deck) -> None:
    """Items of one lesson are the same whether the lesson is taken before or after writing."""
    lesson = deck.lessons[-1]
    assert deck.only(lesson=lesson).items(seed=5) == tuple(item for item in deck.items(seed=5) if item.lesson == lesson)
