"""A fact as a statement to judge: as it is, and with one thing swapped."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

from ..dates import Date
from ..distractors import Index
from ..facts import Claim, Content, Fact, Gap, Point
from ..ids import plain
from ..questions import Value, main_question, shown
from ..wording import as_of_words, by, given_away, inside, sentence, statement
from .choice import explanation

SWAPS = 3
"""How many values are drawn to be swapped in, so that no two facts give the same incorrect statement."""


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


def statements(fact: Fact, index: Index, stated: set[str], *, seed: int) -> tuple[Statement, Statement] | None:
    """The correct statement of a fact and an incorrect one; None where there is nothing to swap in, lest "true" be the better guess.

    Args:
        fact: what is stated.
        index: what can be swapped in.
        stated: what has been stated already, as `plain` texts: it is not said again. Takes what is stated now.
        seed: draws what is swapped in.
    """
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
    # A point's explanation would tell which label it belongs to; a gap's number is written as the one put in its place will be.
    content = replace(fact.content, text="") if isinstance(fact.content, Point) else fact.content
    true = _stated(fact, _swap(content, slot, question.key) if isinstance(content, Gap) else content)
    drawn = index.distractors(question, SWAPS, random.Random(f"{seed} {fact.id} truth"))
    false = ((value, _stated(fact, _swap(content, slot, value))) for value in drawn)
    value, text = next(((value, text) for value, text in false if plain(text) not in stated), (None, ""))
    if value is None or plain(true) in stated:
        return None
    stated |= {plain(true), plain(text)}
    wrong, right, told = shown(value, ""), shown(question.key, ""), explanation(question)
    return (
        Statement(fact=fact, text=true, correct=True, told=told, values=(right,)),
        Statement(fact=fact, text=text, correct=False, told=f"“{wrong}” should be “{right}”. {told}", values=(wrong, right)),
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
