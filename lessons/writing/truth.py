"""True or false: the fact's own sentence, and the same with one slot swapped."""

from __future__ import annotations

from collections.abc import Iterator

from ..ids import digest
from ..items import Item, Option
from .statements import Statement

TRUE, FALSE = Option(id="true", text="True"), Option(id="false", text="False")


def truths(pair: tuple[Statement, Statement]) -> Iterator[Item]:
    """An item for the correct statement of a fact and one for the incorrect."""
    for one in pair:
        key = TRUE if one.correct else FALSE
        yield Item(
            id=digest("true_false", "direct", one.fact.id, key.id),
            kind="true_false",
            stem=f"True or false? {one.text}",
            options=(TRUE, FALSE),
            key=(key.id,),
            explanation=one.told if one.correct else f"False: {one.told}",
            facts=(one.fact,),
        )
