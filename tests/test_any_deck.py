"""Properties of the items of any deck of generated facts."""

import json
from types import SimpleNamespace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lessons import dates
from lessons.assembly import assemble
from lessons.dates import Date
from lessons.deck import Deck, _index, _written
from lessons.facts import Fact
from lessons.flaws import quiz_flaws
from lessons.ids import plain
from lessons.items import Item, to_json
from lessons.notes import parse
from lessons.quantities import Quantity
from lessons.scoring import score
from lessons.selection import EXAM, QUIZ, pick

names = st.text(st.sampled_from("abcdefghijklmnop"), min_size=3, max_size=9).map(str.capitalize)
words = names.map(str.lower)
bullets = st.lists(
    st.one_of(
        st.builds("## Dates\n- {:%Y-%m-%d}: {} met {}.\n".format, st.dates().filter(lambda d: d.year > 999), names, names),
        st.builds("## People\n- {} {}: minister of {}\n".format, names, names, names),
        st.builds("## Numbers\n- ships of {}: {}{}\n".format, names, st.sampled_from(["", "about ", "more than "]), st.integers(0, 10**7)),
        st.builds("## Dates\n- {0}–{1}: {2} met {3}.\n".format, st.integers(1100, 1500), st.integers(1501, 1900), names, names),
        st.builds("## Terms\n- {}: the custom of {} and {}\n".format, names, names, names),
        st.builds("## Quotations\n- {} {}: “{} {}”, of the {}\n".format, names, names, words, words, words),
        st.builds(
            "## Points: cause of {}\n- the {} of {}: {} had lost its {}\n".format,
            st.sampled_from(["Unrest", "War"]),
            words,
            names,
            names,
            words,
        ),
        st.builds("## Reasons\n- {} left {} because {} had lost its {}.\n".format, names, names, names, words),
    ),
    min_size=1,
    max_size=24,
    unique=True,
)


def deck_of(lines: list[str]) -> Deck | None:
    """A deck of one note; None where the draw contradicts itself."""
    note, problems = parse(("---\ntitle: T\npublished: 2021\n---\n# L\n" + "".join(lines)).encode(), "a.md", "a")
    return None if problems or note is None else assemble([note])


def true_of(fact: Fact, text: str) -> bool:
    """Whether an option's text stands in the fact: worked out from the fact alone."""
    content = fact.content
    slots = [getattr(content, name) for name in content.__dataclass_fields__]
    shown = [slot.text if isinstance(slot, Date | Quantity) else slot.removesuffix(".") for slot in slots]
    return plain(text.removeprefix("Because ")) in map(plain, shown)


def loaded(item: Item) -> Any:
    """The item as another program has it that reads the JSON."""
    value = json.loads(json.dumps(to_json(item)))
    key = dates.parse(value["key"]) if isinstance(value["key"], str) else value["key"]
    options = tuple(SimpleNamespace(**option) for option in value["options"])
    key = tuple(key) if isinstance(key, list) else key
    return SimpleNamespace(kind=value["kind"], options=options, key=key, others=item.others, unit=item.unit)


@settings(max_examples=150, deadline=None)
@given(bullets, st.integers(0, 10**6))
def test_any_deck_gives_sound_items(lines: list[str], seed: int) -> None:
    """For any facts: the keys are among the options, no option comes twice, ids are unique, no flaw; the same seed, the same bytes."""
    deck = deck_of(lines)
    assume(deck is not None)
    assert deck is not None
    items = deck.items(seed=seed)
    for cached in (_index, _written):
        cached.cache_clear()  # else the second would only be the first again
    again = deck_of(lines)
    assert again is not None
    assert items == again.items(seed=seed)
    assert len({item.id for item in items}) == len(items)
    assert len(deck.cards()) == len(deck.facts) == len(lines)
    for item in items:
        assert set(item.key_ids) <= {option.id for option in item.options}
        assert (len(item.key_ids) == 1) == (item.kind in ("single_choice", "true_false")), item.stem
        assert len({plain(option.text) for option in item.options}) == len(item.options)
        if item.kind == "single_choice" and item.form == "direct":
            assert sum(true_of(item.facts[0], option.text) for option in item.options) == 1, item.stem


@settings(max_examples=60, deadline=None)
@given(bullets, st.data())
def test_any_response_scores_within_the_marks(lines: list[str], data: st.DataObject) -> None:
    """Whatever is responded, the score lies within the marks, the key earns them all, nothing earns nothing, and a save changes nothing."""
    deck = deck_of(lines)
    for item in deck.items() if deck else ():
        ids = [option.id for option in item.options]
        response: Any = data.draw(st.lists(st.sampled_from(ids), max_size=6) if ids else st.text(max_size=12))
        found = score(item, response)
        assert 0 <= found.marks <= found.out_of == 1
        assert score(loaded(item), response) == found
        right = list(item.key_ids) if ids else item.key.text if isinstance(item.key, Date) else item.key_text.split("; ")[0]
        assert score(item, right).verdict == "right", item.stem
        for blank in (None, "", [], [""] * len(ids) if item.kind == "matching" and len(ids) == len(item.key_ids) else None):
            assert (score(item, blank).verdict, score(item, blank).marks) == ("blank", 0)


@settings(max_examples=60, deadline=None)
@given(bullets, st.integers(1, 30), st.integers(0, 999))
def test_any_quiz_is_sound(lines: list[str], n: int, seed: int) -> None:
    """A quiz or a paper from any deck breaks no rule that the deck leaves it free to keep: nothing is given away, no item comes twice."""
    deck = deck_of(lines)
    for shares in (QUIZ, EXAM) if deck else ():
        items = pick(deck.items(seed=seed), n, seed=seed, shares=shares) if deck else ()
        assert len({item.id for item in items}) == len(items) <= n
        assert not {"gives_away", "same_fact_in_a_row", "true_false_balance"} & {*quiz_flaws(items)}
