"""Facts → items. One file a kind of item; each takes a question and gives an item, or none where a good one cannot be made."""

from __future__ import annotations

from collections.abc import Iterator

from ..distractors import Index
from ..facts import Fact
from ..items import Item
from ..questions import questions
from .choice import choice
from .gap import gap
from .truth import truths


def write(fact: Fact, index: Index, *, seed: int) -> Iterator[Item]:
    """Every item that a fact gives: each of its questions to choose from and, where it is fair, to type; then true or false."""
    if index.ambiguous(fact.content):
        return
    for question in questions(fact):
        chosen = choice(question, index, seed=seed)
        if chosen:
            yield chosen
        if question.typed:
            yield gap(question, index)
    yield from truths(fact, index, seed=seed)
