"""True or false: the fact's own sentence, and the same with one slot swapped."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..distractors import Index
from ..facts import Claim, Content, Fact, Gap, Point
from ..ids import digest
from ..items import Item, Option
from ..questions import Value, main_question, questions, shown
from ..wording import as_of_words, by, inside, sentence, statement
from .choice import explanation

TRUE, FALSE = Option(id="true", text="True"), Option(id="false", text="False")

# A date is swapped for a date, but a term keeps its name and gets another's meaning: that reads as a statement about the term.
_SWAPPED = {"term": "meaning"}


def truths(fact: Fact, index: Index, *, seed: int) -> Iterator[Item]:
    """The true statement of a fact and a false one; neither where there is nothing to swap in, lest "true" be the better guess."""
    main = main_question(fact)
    slot = _SWAPPED.get(main.slot, main.slot)
    question = next((one for one in (main, *questions(fact)) if one.slot == slot), None)
    if question is None:
        return
    swapped = index.distractors(question, 1, random.Random(f"{seed} {fact.id} truth"))
    if not swapped:
        return
    told = explanation(question)
    # A point's explanation would tell which label it belongs to; a gap's number is written as the one put in its place will be.
    content = replace(fact.content, text="") if isinstance(fact.content, Point) else fact.content
    true = _swap(content, slot, question.key) if isinstance(content, Gap) else content
    yield _item(fact, "true", _stated(fact, true), TRUE, told)
    wrong, right = (shown(value, "") for value in (swapped[0], question.key))
    false = _stated(fact, _swap(content, slot, swapped[0]))
    yield _item(fact, "false", false, FALSE, f"False: “{wrong}” stands for “{right}”. {told}")


def _stated(fact: Fact, content: Content) -> str:
    """The content as a sentence to judge; a side of a dispute is judged as the response to the note's own question, if it has one."""
    if isinstance(content, Claim) and fact.question:
        return f"The right response to “{fact.question}” is “{content.claim}”."
    said = statement(content, as_of_words(fact), by(fact))
    disputed = fact.disputed and not isinstance(content, Claim | Point)  # a point names its source itself
    return sentence(f"according to {by(fact)}, {inside(said)}") if disputed else said


def _swap(content: Content, slot: str, value: Value) -> Content:
    # A gap's sentence takes the phrase as text, whatever it was read as.
    changed: Any = value.text if slot == "phrase" and not isinstance(value, str) else value
    return replace(content, **{slot: changed})


def _item(fact: Fact, role: str, said: str, key: Option, explained: str) -> Item:
    return Item(
        id=digest("true_false", "direct", fact.id, role),
        kind="true_false",
        stem=f"True or false? {said}",
        options=(TRUE, FALSE),
        key=(key.id,),
        explanation=explained,
        facts=(fact,),
    )
