"""Exam forms: single choice with a structured stem and coded options, as in the Prelims of the Indian Civil Services Examination.

The wording is the examination's; the key is computed from the truth of the parts.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from ..ids import digest
from ..items import Form, Item, Option, Part

T = TypeVar("T")

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
