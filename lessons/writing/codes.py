"""Exam forms: single choice with a structured stem and coded options, as in the Prelims of the Indian Civil Services Examination.

The wording is the examination's; the key is computed from the truth of the parts.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ..ids import digest
from ..items import Form, Item, Option, Part

T = TypeVar("T")

WINDOW = 12
"""Among how many things those are looked for that go together."""

HOW_MANY = {"Only one": 1, "Only two": 2, "All three": 3, "None": 0}
"""The options of the forms that ask how many are right, and how many that is."""

# Groups of four ways to rearrange four places: two and two are swapped or not. Each option stands to the other three as every other does,
# so that overlap tells nothing of the key; and each place has two values among the four, so that one known row is not enough.
_GROUPS = (
    ((0, 1, 2, 3), (1, 0, 2, 3), (0, 1, 3, 2), (1, 0, 3, 2)),
    ((0, 1, 2, 3), (2, 1, 0, 3), (0, 3, 2, 1), (2, 3, 0, 1)),
    ((0, 1, 2, 3), (3, 1, 2, 0), (0, 2, 1, 3), (3, 2, 1, 0)),
)


def orders(key: Sequence[int], rng: random.Random) -> list[tuple[int, ...]]:
    """Four orders of four numbers, the key among them, from the least on.

    >>> orders([2, 1, 4, 3], random.Random(1))
    [(1, 2, 3, 4), (1, 2, 4, 3), (2, 1, 3, 4), (2, 1, 4, 3)]
    """
    return sorted(tuple(key[at] for at in places) for places in rng.choice(_GROUPS))


def some(things: Sequence[T], n: int, rng: random.Random) -> list[T]:
    """At most `n` of the things, drawn in any order."""
    return rng.sample(things, min(n, len(things)))


def groups(things: Sequence[T], fewest: int, most: int, rng: random.Random, fits: Callable[[T, list[T]], bool]) -> Iterator[list[T]]:
    """Things in groups of a size, at random: what does not go with a group waits for the next.

    Seven in groups of three to five are four and three, not five and two.

    Args:
        things: each comes up in one group at most.
        fewest: how many a group has at least.
        most: how many it has at most.
        rng: draws the groups.
        fits: whether a thing goes with those of a group; asked of a few at a time, so that the cost does not grow with the things.
    """
    left = some(things, len(things), rng)
    failed = 0
    while len(left) >= fewest and failed < len(left):
        size = next((n for n in range(most, fewest, -1) if len(left) - n >= fewest or len(left) == n), fewest)
        group: list[T] = []
        waiting: list[T] = []
        for thing in left[:WINDOW]:
            (group if len(group) < size and fits(thing, group) else waiting).append(thing)
        if len(group) >= fewest:
            left, failed = waiting + left[WINDOW:], 0
            yield group
        else:  # try the next few
            left, failed = left[WINDOW:] + group + waiting, failed + WINDOW


def coded(
    form: Form,
    *,
    stem: str,
    closing: str,
    statements: Sequence[str],
    options: Sequence[str],
    key: str,
    parts: Sequence[Part],
    list_two: Sequence[str] = (),
    headings: Sequence[str] = (),
) -> Item:
    """An item of an exam form; its id comes from its facts and which of them are told right, in whatever order they stand."""
    told = sorted(f"{part.fact.id} {part.correct}" for part in parts)
    return Item(
        id=digest("single_choice", form, *told),
        kind="single_choice",
        form=form,
        stem=stem,
        statements=tuple(statements),
        list_two=tuple(list_two),
        headings=tuple(headings),
        closing=closing,
        options=tuple(Option(id=code_id(text), text=text) for text in options),
        key=(code_id(key),),
        parts=tuple(parts),
        facts=tuple(part.fact for part in parts),
    )


def code_id(text: str) -> str:
    return digest("option", text)[:8]
