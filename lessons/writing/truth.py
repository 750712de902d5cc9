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
from ..wording import as_of_words, by, sentence, statement
from .choice import explanation
from .questions import Value, main_question, questions, shown

TRUE, FALSE = Option(id="true", text="True"), Option(id="false", text="False")

# A date is swapped for a date, but a term keeps its name and gets another's meaning: that reads as a statement about the term.
_SWAPPED = {"term": "meaning"}


def truths(fact: Fact, index: Index, *, seed: int) -> Iterator[Item]:
    """The true statement of a fact, and a false one where there is something to swap in."""
    question = main_question(fact)
    slot = _SWAPPED.get(question.slot, question.slot)
    if slot != question.slot:
        question = next(one for one in questions(fact) if one.role == slot)
    told = explanation(question)
    # A point's explanation would tell which label it belongs to.
    content = replace(fact.content, text="") if isinstance(fact.content, Point) else fact.content
    swapped = index.distractors(question, 1, random.Random(f"{seed} {fact.id} truth"))
    if swapped or not isinstance(content, Gap):
        yield _item(fact, "true", _stated(fact, content), TRUE, told)
    if swapped:
        false = _stated(fact, _swap(content, slot, swapped[0]))
        wrong, right = (shown(value, "") for value in (swapped[0], question.key))
        yield _item(fact, "false", false, FALSE, f"False: “{wrong}” stands for “{right}”. {told}")


def _stated(fact: Fact, content: Content) -> str:
    """The content as a sentence to judge; a side of a dispute is judged as the response to the note's own question, if it has one."""
    if isinstance(content, Claim) and fact.question:
        return f"{fact.question} {sentence(content.claim)}"
    return statement(content, as_of_words(fact), by(fact))


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
