"""Statements to judge together: two, three, and how many are correct."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ..items import Form, Item, Part
from ..lemmas import lemmas
from ..wording import given_away, inside, retells
from .codes import HOW_MANY, coded
from .statements import Statement

Pair = tuple[Statement, Statement]

SIZES: dict[Form, int] = {"two_statements": 2, "three_statements": 3, "how_many": 3}

OPEN = 4
"""How many items are filled at a time: a statement that does not go with one may go with the next."""

# Options, each with the statements that are correct if it is the key; three statements have three sets of options, as in the papers.
_TWO = ({"1 only": {1}, "2 only": {2}, "Both 1 and 2": {1, 2}, "Neither 1 nor 2": set[int]()},)
_THREE = (
    {"1 and 2 only": {1, 2}, "2 and 3 only": {2, 3}, "1 and 3 only": {1, 3}, "1, 2 and 3": {1, 2, 3}},
    {"1 only": {1}, "2 and 3 only": {2, 3}, "1 and 3 only": {1, 3}, "1, 2 and 3": {1, 2, 3}},
    {"1 and 2 only": {1, 2}, "3 only": {3}, "1 and 3 only": {1, 3}, "1, 2 and 3": {1, 2, 3}},
)


def judged(pairs: Sequence[Pair], rng: random.Random) -> Iterator[Item]:
    """Items of all three forms from the statements of a lesson: each statement comes up once a form, if it goes with others."""
    # "With reference to Article 5" tells what the provision is called.
    pairs = [pair for pair in pairs if not any(given_away(value, pair[0].fact.lesson) for value in pair[1].values)]
    for form, size in SIZES.items():
        for group in _groups(rng.sample(pairs, len(pairs)), size):
            yield _item(form, group, rng)


def _item(form: Form, group: Sequence[Pair], rng: random.Random) -> Item:
    """The key is drawn first, so that each option is as often the key; then the statements are taken as it has them."""
    if form == "how_many":
        options = list(HOW_MANY)
        key = rng.choice(options)
        correct = set(rng.sample((1, 2, 3), HOW_MANY[key]))
        closing = "How many of the above statements are correct?"
    else:
        codes = rng.choice(_TWO if form == "two_statements" else _THREE)
        options, key = list(codes), rng.choice(list(codes))
        correct = codes[key]
        closing = "Which of the statements given above is/are correct?"
    chosen = [pair[0] if n in correct else pair[1] for n, pair in enumerate(group, 1)]
    return coded(
        form,
        stem=f"With reference to {inside(chosen[0].fact.lesson)}, consider the following statements:",
        closing=closing,
        statements=[one.text for one in chosen],
        options=options,
        key=key,
        parts=[Part(label=str(n), correct=one.correct, text=one.told, fact=one.fact) for n, one in enumerate(chosen, 1)],
    )


def _groups(pairs: Sequence[Pair], size: int) -> Iterator[list[Pair]]:
    """Groups of statements that tell nothing of one another."""
    filling: list[list[Pair]] = []
    for pair in pairs:
        group = next((one for one in filling if not any(_touch(pair, other) for other in one)), None)
        if group is None:
            filling.append([pair])
            filling = filling[-OPEN:]
        else:
            group.append(pair)
            if len(group) == size:
                filling.remove(group)
                yield group


def _touch(one: Pair, other: Pair) -> bool:
    """Whether one statement says what is asked about in the other, in whatever inflection, or tells the same thing."""
    if retells(one[0].text, other[0].text):
        return True
    return any(
        _says(statement.text, value) for mine, others in ((one, other), (other, one)) for value in mine[1].values for statement in others
    )


def _says(text: str, value: str) -> bool:
    words = lemmas(value)
    return given_away(value, text) or (len(words) > 1 and words <= lemmas(text))
