"""A rule, and what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One item-writing flaw.

    Attributes:
        name: SAQUET's name of the flaw, with underscores.
        why: why it matters.
        fix: what to change.
        find: item → what is wrong with it; empty for nothing.
    """

    name: str
    why: str
    fix: str
    find: Callable[[Item], str] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What a rule has found in an item; prints as one line."""

    rule: Rule
    what: str

    def __str__(self) -> str:
        return f"{self.rule.name}: {self.what}; {self.rule.why}: {self.rule.fix}"


def texts(item: Item) -> tuple[list[str], list[str]]:
    """The texts of an item's keys and of its distractors, where it has options to choose from."""
    if item.kind not in ("single_choice", "multiple_response"):
        return [], []
    keys = [option.text for option in item.options if option.id in item.key_ids]
    return keys, [option.text for option in item.options if option.id not in item.key_ids]
