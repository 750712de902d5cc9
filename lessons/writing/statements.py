"""A fact as a statement to judge: as it is, and with one thing swapped."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

from ..dates import Date
from ..distractors import Index
from ..facts import Claim, Content, Fact, Gap, Point
from ..questions import Value, main_question, shown
from ..wording import as_of_words, by, given_away, inside, sentence, statement
from .choice import explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence to judge.

    Attributes:
        correct: whether it is as the notes have it.
        told: what is true, and what was swapped where the statement is not.
        values: what stands in the swapped slot and what should; of a correct statement one text.
    """

    fact: Fact
    text: str
    correct: bool
    told: str
    values: tuple[str, ...]


def statements(fact: Fact, index: Index, *, seed: int) -> tuple[Statement, Statement] | None:
    """The correct statement of a fact and an incorrect one; None where there is nothing to swap in, lest "true" be the better guess."""
    question = main_question(fact)
    slot = question.slot
    if given_away(shown(question.key, slot), question.stem):
        return None
    # An account is no fact: "one account is …" would be judged by who it is from.
    if index.ambiguous(fact.content) or isinstance(fact.content, Claim):
        return None
    # What has been so since 2014 has been so since 2018, too, and may have been so before.
    if isinstance(question.key, Date) and question.key.is_span and not (question.key.start and question.key.end):
        return None
    swapped = index.distractors(question, 1, random.Random(f"{seed} {fact.id} truth"))
    if not swapped:
        return None
    told = explanation(question)
    # A point's explanation would tell which label it belongs to; a gap's number is written as the one put in its place will be.
    content = replace(fact.content, text="") if isinstance(fact.content, Point) else fact.content
    true = _swap(content, slot, question.key) if isinstance(content, Gap) else content
    wrong, right = (shown(value, "") for value in (swapped[0], question.key))
    return (
        Statement(fact=fact, text=_stated(fact, true), correct=True, told=told, values=(right,)),
        Statement(
            fact=fact,
            text=_stated(fact, _swap(content, slot, swapped[0])),
            correct=False,
            told=f"“{wrong}” should be “{right}”. {told}",
            values=(wrong, right),
        ),
    )


def _stated(fact: Fact, content: Content) -> str:
    """The content as a sentence to judge."""
    said = statement(content, as_of_words(fact), by(fact))
    # A point names its source itself, and so may a clause.
    named = isinstance(content, Claim | Point) or said.startswith("By ") or by(fact).split()[0] in said
    return sentence(f"according to {by(fact)}, {inside(said)}") if fact.disputed and not named else said


def _swap(content: Content, slot: str, value: Value) -> Content:
    # A gap's sentence takes the phrase as text, whatever it was read as.
    changed: Any = value.text if slot == "phrase" and not isinstance(value, str) else value
    return replace(content, **{slot: changed})
