"""Single choice: one key among four options."""

from __future__ import annotations

import random

from ..dates import Date, sort_key, typed
from ..distractors import Index
from ..ids import digest, plain
from ..items import Item, Option
from ..quantities import Quantity
from ..quantities import read as read_quantity
from ..questions import Question, Value, shown
from ..wording import said

OPTIONS = 4


def choice(question: Question, index: Index, *, seed: int) -> Item | None:
    """The item with three distractors, or None where three good ones cannot be had.

    Dates and numbers stand in their order; other options in an order drawn from the seed.
    """
    fact = question.fact
    rng = random.Random(f"{seed} {fact.id} {question.slot}")
    distractors = index.distractors(question, OPTIONS - 1, rng)
    if len(distractors) < OPTIONS - 1:
        return None
    values: list[Value] = [question.key, *distractors]
    rng.shuffle(values)
    values = in_order(values)
    options = tuple(option(value, question.slot) for value in values)
    return Item(
        id=digest("single_choice", "direct", fact.id, question.slot),
        kind="single_choice",
        stem=question.stem,
        options=options,
        key=(option(question.key, question.slot).id,),
        explanation=explanation(question),
        facts=(fact,),
    )


def in_order(values: list[Value]) -> list[Value]:
    """Dates and numbers from the least on, written as text or not; anything else as it comes.

    >>> in_order(["December 2019", "December 2017"]), in_order(["b", "a"])
    (['December 2017', 'December 2019'], ['b', 'a'])
    """
    days = [(value,) if isinstance(value, Date) else typed(value) if isinstance(value, str) else () for value in values]
    if all(len(reading) == 1 for reading in days):
        return [value for _, value in sorted(zip(days, values, strict=True), key=lambda pair: sort_key(pair[0][0]))]
    numbers = [value if isinstance(value, Quantity) else read_quantity(value) if isinstance(value, str) else None for value in values]
    found = [number for number in numbers if number]
    if len(found) == len(values):
        return [value for _, value in sorted(zip(found, values, strict=True), key=lambda pair: pair[0].value)]
    return values


def option(value: Value, slot: str) -> Option:
    """An option, its id from what it says."""
    text = shown(value, slot)
    match value:
        case Date():
            said = value.edtf
        case Quantity(value=number, unit=unit):
            said = f"{number} {unit}"
        case _:
            said = plain(text) or text
    return Option(id=digest("option", said)[:8], text=text)


def explanation(question: Question) -> str:
    """The fact as a sentence, and why it is so."""
    fact = question.fact
    return f"{said(fact)} {fact.why}" if fact.why else said(fact)
