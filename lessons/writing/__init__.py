"""Facts → items. One file a kind of item; each gives an item, or none where a good one cannot be made.

`choice`, `gap` and `truth` ask one fact; the others put several facts of a lesson together: `several`, `ordering` and `matching` write the
kinds and the exam forms of their sort, `judged` and `reasons` the forms with statements.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ..distractors import Index
from ..facts import Fact
from ..flaws import flaws
from ..items import Item
from ..questions import questions
from .choice import choice
from .gap import gap
from .judged import judged
from .matching import matchings
from .ordering import ordered
from .reasons import reasoned
from .several import severals
from .statements import Statement, statements
from .truth import truths
from .written import Written

__all__ = ["Written", "write"]


def write(facts: Sequence[Fact], index: Index, *, seed: int) -> Iterator[Written]:
    """Every item that the facts give, with its flaws: lesson by lesson those of each fact, then those of several facts together."""
    lessons: dict[str, list[Fact]] = {}
    for fact in facts:
        lessons.setdefault(fact.lesson, []).append(fact)
    for group in lessons.values():
        told: dict[str, tuple[Statement, Statement]] = {}
        stated: set[str] = set()
        for fact in group:
            yield from _alone(fact, index, told, stated, seed=seed)
        by_id = sorted(group, key=lambda fact: fact.id)  # the same groups wherever a fact stands in the notes
        for item in _together(by_id, index, told, random.Random(f"{seed} {by_id[0].id} together")):
            yield Written(item=item, flaws=flaws(item))


def _alone(fact: Fact, index: Index, told: dict[str, tuple[Statement, Statement]], stated: set[str], *, seed: int) -> Iterator[Written]:
    """Each question of a fact to choose from and, where it is fair, to type; then true or false.

    `told` takes the statements of the fact, by its id, and `stated` what they say: a gap in a fact's own line says the same as the fact.
    """
    if index.ambiguous(fact.content):
        return
    for question in questions(fact):
        chosen = choice(question, index, seed=seed)
        if chosen:
            yield chosen
        if question.typed:
            typed = gap(question, index)
            yield Written(item=typed, flaws=flaws(typed), by_hand=typed.stem == fact.question)
    pair = statements(fact, index, stated, seed=seed)
    if pair:
        both = list(truths(pair))
        found = next((found for item in both if (found := flaws(item))), ())
        if not found:
            told[fact.id] = pair
        yield from (Written(item=item, flaws=found) for item in both)  # one without the other would tell the verdict


def _together(facts: Sequence[Fact], index: Index, told: dict[str, tuple[Statement, Statement]], rng: random.Random) -> Iterator[Item]:
    yield from severals(facts, index, rng)
    yield from ordered(facts, index, rng)
    yield from matchings(facts, index, rng)
    yield from judged([told[fact.id] for fact in facts if fact.id in told], rng)
    yield from reasoned(facts, told, rng)
