"""Matching, and the exam forms that show pairs: List-I and List-II, and how many pairs are correct."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import partial

from ..distractors import Index
from ..facts import Fact
from ..ids import digest
from ..items import Item, Part
from ..lemmas import shared_lemmas
from ..likeness import overlap
from ..questions import Value, main_question, shown
from ..wording import inside, said
from .choice import in_order, option
from .codes import HOW_MANY, WINDOW, coded, groups, orders, some
from .pairings import Pair, Pairing, apart, pairings

LETTERS = "ABCDE"
FEWEST, MOST = 3, 5
"""How many are matched in one item: with fewer it is a choice, with more it is a chore."""


def matchings(facts: Sequence[Fact], index: Index, rng: random.Random) -> Iterator[Item]:
    """Items of all three ways from the facts of a lesson; each pair comes up once in each, if it goes with others."""
    for pairing in pairings(facts, index):
        fits = partial(apart, index=index) if pairing.one_to_one else _told_apart
        if pairing.one_to_one:
            for group in groups(pairing.pairs, FEWEST, MOST, rng, fits):
                yield from _matching(pairing, group, index, rng)
            for group in groups(pairing.pairs, 4, 4, rng, fits):
                yield _lists(pairing, group, rng)
        for group in groups(pairing.pairs, 3, 3, rng, fits):
            yield from _pairs(pairing, group, index, rng)


def _told_apart(pair: Pair, others: Sequence[Pair]) -> bool:
    """Whether the left half is none of the others."""
    return not any(overlap(pair.left, other.left) for other in others)


def _matching(pairing: Pairing, group: Sequence[Pair], index: Index, rng: random.Random) -> Iterator[Item]:
    """The kind: each left half takes one of the right halves, of which there is one more if the notes hold one: the last is no gift."""
    beside = next((pair for pair in some(pairing.pairs, WINDOW, rng) if apart(pair, group, index)), None)
    values = [pair.question.key for pair in group]
    spare: list[Value] = [beside.question.key] if beside else _distractors(group, index, rng)
    if not spare and len(group) == FEWEST:
        return
    slot = group[0].question.slot
    shuffled = _in_order([*values, *spare], rng)
    options = {id(value): option(value, slot) for value in shuffled}
    yield Item(
        id=digest("matching", "direct", *sorted(pair.fact.id for pair in group)),
        kind="matching",
        stem=pairing.ask,
        statements=tuple(pair.left for pair in group),
        headings=pairing.headings,
        options=tuple(options[id(value)] for value in shuffled),
        key=tuple(options[id(value)].id for value in values),
        parts=tuple(_part(LETTERS[n], None, pair) for n, pair in enumerate(group)),
        facts=tuple(pair.fact for pair in group),
    )


def _lists(pairing: Pairing, group: Sequence[Pair], rng: random.Random) -> Item:
    """The form: four and four, the key and three other codes."""
    right = _in_order([pair.question.key for pair in group], rng)
    key = tuple(1 + next(n for n, value in enumerate(right) if value is pair.question.key) for pair in group)
    codes = {order: ", ".join(f"{letter}-{n}" for letter, n in zip(LETTERS, order, strict=False)) for order in orders(key, rng)}
    slot = group[0].question.slot
    return coded(
        "lists",
        stem="Match List-I with List-II.",
        closing="Which of the codes below is correct?",
        statements=[pair.left for pair in group],
        list_two=[shown(value, slot) for value in right],
        headings=pairing.headings,
        options=list(codes.values()),
        key=codes[key],
        parts=[_part(LETTERS[n], None, pair) for n, pair in enumerate(group)],
    )


def _pairs(pairing: Pairing, group: Sequence[Pair], index: Index, rng: random.Random) -> Iterator[Item]:
    """The form: three pairs, of which none, some or all are correct; a wrong one has a right half from elsewhere."""
    key = rng.choice(list(HOW_MANY))
    wrong = set(rng.sample(range(3), 3 - HOW_MANY[key]))
    rows, parts = [], []
    taken = [pair.question.key for pair in group]
    for n, pair in enumerate(group):
        value, told = pair.question.key, said(pair.fact)
        if n in wrong:
            others = _instead(pairing, pair, index, rng)
            if pairing.one_to_one:
                others = [one for one in others if not any(overlap(one, other) for other in taken)]
            if not others:
                return
            value = others[0]
            taken.append(value)
            told = f"“{shown(value, pair.question.slot)}” should be “{pair.right}”. {told}"
        rows.append((pair.left, shown(value, pair.question.slot)))
        parts.append(Part(label=str(n + 1), correct=n not in wrong, text=told, fact=pair.fact))
    if len({right for _, right in rows}) == 1:  # three points under one heading
        return
    yield coded(
        "pairs",
        stem=f"With reference to {inside(group[0].fact.lesson)}, consider the following pairs:",
        closing="How many of the pairs given above are correctly matched?",
        statements=[left for left, _ in rows],
        list_two=[right for _, right in rows],
        headings=pairing.headings,
        options=list(HOW_MANY),
        key=key,
        parts=parts,
    )


def _instead(pairing: Pairing, pair: Pair, index: Index, rng: random.Random) -> list[Value]:
    """What can stand in a pair's right half: what the note has for it, then the right halves of its kind, then others."""
    asked, fact = pair.question, pair.fact
    beside = [one.question.key for one in some(pairing.pairs, WINDOW, rng) if index.false(asked, one.question.key)]
    beside.sort(key=lambda value: -len(shared_lemmas(shown(value, asked.slot), pair.right)))  # another president, another foreign minister
    if not pairing.one_to_one:
        return beside
    own = index.distractors(asked, 4, rng)
    return [*own, *beside] if fact.distractors and main_question(fact).slot == asked.slot else [*beside, *own]


def _distractors(group: Sequence[Pair], index: Index, rng: random.Random) -> list[Value]:
    """One value that fits none of the left halves, if there is one."""
    for value in index.distractors(group[0].question, 4, rng):
        if all(index.false(one.question, value) and not overlap(one.question.key, value) for one in group):
            return [value]
    return []


def _in_order(values: list[Value], rng: random.Random) -> list[Value]:
    return in_order(rng.sample(values, len(values)))


def _part(label: str, correct: bool | None, pair: Pair) -> Part:
    return Part(label=label, correct=correct, text=said(pair.fact), fact=pair.fact)
