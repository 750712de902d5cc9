"""Single choice: one key among four options."""

from __future__ import annotations

import random
from typing import Any

from ..dates import Date, sort_key
from ..distractors import Index
from ..facts import Fact
from ..flaws import flaws
from ..ids import digest, plain
from ..items import Item, Option
from ..likeness import norm
from ..quantities import Quantity
from ..questions import Question, Value, main_question, shown
from ..shapes import ranks
from ..wording import said
from .written import Written

OPTIONS = 4
TRIES = 3
"""How often distractors are drawn anew where the item has a flaw with them."""


def choice(question: Question, index: Index, *, seed: int) -> Written | None:
    """The item with three distractors; None where three good ones cannot be had.

    Dates and numbers stand in their order; other options in an order drawn from the seed.
    """
    fact = question.fact
    rng = random.Random(f"{seed} {fact.id} {question.slot}")
    by_hand = question.slot == main_question(fact).slot and bool(fact.question or fact.distractors)
    written = None
    for _ in range(TRIES):
        item = _drawn(question, index, rng)
        if item is None:
            break
        written = Written(item=item, flaws=flaws(item, index.true_texts(question)), by_hand=by_hand)
        if not written.flaws:
            break
    return written


def _drawn(question: Question, index: Index, rng: random.Random) -> Item | None:
    fact = question.fact
    distractors = index.distractors(question, OPTIONS - 1, rng)
    if len(distractors) < OPTIONS - 1:
        return None
    values: list[Value] = [question.key, *distractors]
    rng.shuffle(values)
    values = in_order(values)
    lenders = {norm(value): index.lender(question, value) for value in distractors}
    options = tuple(option(value, question.slot, lenders.get(norm(value))) for value in values)
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
    keys: list[Any] | None
    if all(isinstance(value, str) for value in values):
        keys = ranks([str(value) for value in values])
    else:
        keys = [sort_key(value) if isinstance(value, Date) else getattr(value, "value", value) for value in values]
    return values if keys is None else [value for _, value in sorted(zip(keys, values, strict=True), key=lambda pair: pair[0])]


def option(value: Value, slot: str, lender: Fact | None = None) -> Option:
    """An option, its id from what it says; where another fact lent it, with what it is right for."""
    text = shown(value, slot)
    match value:
        case Date():
            told = value.edtf
        case Quantity(value=number, unit=unit):
            told = f"{number} {unit}"
        case _:
            told = plain(text) or text
    return Option(id=digest("option", told)[:8], text=text, why=said(lender) if lender else "")


def explanation(question: Question) -> str:
    """The fact as a sentence, and why it is so."""
    fact = question.fact
    return f"{said(fact)} {fact.why}" if fact.why else said(fact)
