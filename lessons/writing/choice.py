"""Single choice: one key among four options."""

from __future__ import annotations

import random

from ..dates import Date, sort_key
from ..distractors import Index
from ..ids import digest, plain
from ..items import Item, Option
from ..quantities import Quantity
from ..wording import said
from .questions import Question, Value, shown

OPTIONS = 4


def choice(question: Question, index: Index, *, seed: int) -> Item | None:
    """The item with three distractors, or None where three good ones cannot be had.

    Dates and numbers stand in their order; other options in an order drawn from the seed.
    """
    fact = question.fact
    rng = random.Random(f"{seed} {fact.id} {question.role}")
    distractors = index.distractors(question, OPTIONS - 1, rng)
    if len(distractors) < OPTIONS - 1:
        return None
    values: list[Value] = [question.key, *distractors]
    if all(isinstance(value, Date) for value in values):
        values.sort(key=lambda value: sort_key(value) if isinstance(value, Date) else ((0, 0, 0), (0, 0, 0)))
    elif all(isinstance(value, Quantity) for value in values):
        values.sort(key=lambda value: value.value if isinstance(value, Quantity) else 0)
    else:
        rng.shuffle(values)
    options = tuple(option(value, question.slot) for value in values)
    return Item(
        id=digest("single_choice", "direct", fact.id, question.role),
        kind="single_choice",
        stem=question.stem,
        options=options,
        key=(option(question.key, question.slot).id,),
        explanation=explanation(question),
        facts=(fact,),
    )


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
