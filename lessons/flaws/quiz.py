"""Rules on several items together: what one tells of another, and what stands where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..items import Item
from ..lemmas import lemmas
from ..wording import given_away

RULES = {
    "gives_away": "the stem of one item tells the key of another",
    "key_positions": "the key stands too often in one place",
    "same_fact_in_a_row": "two items in a row ask the same fact",
    "one_kind": "all items are of one kind",
    "true_false_balance": "true is a better guess than false, or the other way round",
}


def gives_away(one: Item, other: Item) -> bool:
    """Whether a stem, with its statements, tells another item's key: it holds the key, and speaks of what the other asks.

    "NATO" in a stem tells nothing of an item whose key is NATO, unless the two speak of the same thing: half of the other stem's words.
    """
    if other.form != "direct" or other.kind in ("true_false", "ordering", "matching") or one.id == other.id:
        return False
    said = " ".join((one.stem, *one.statements, *one.list_two))
    keys = other.key if other.kind == "gap" and isinstance(other.key, tuple) else other.key_text.split("; ")
    if not any(given_away(str(key), said) for key in keys):
        return False
    asked = lemmas(other.stem) - lemmas(other.key_text)
    return len(asked & lemmas(said)) * 2 >= max(2, len(asked))


def quiz_flaws(items: Sequence[Item]) -> list[str]:
    """The names of the rules that a quiz breaks.

    >>> quiz_flaws([])
    []
    """
    found = []
    if any(gives_away(one, other) for one in items for other in items if one is not other):
        found.append("gives_away")
    if _unbalanced(items):
        found.append("key_positions")
    if any(_facts(one) & _facts(other) for one, other in pairwise(items)):
        found.append("same_fact_in_a_row")
    if len(items) >= 6 and len({(item.kind, item.form) for item in items}) == 1:
        found.append("one_kind")
    verdicts = Counter(item.key for item in items if item.kind == "true_false")
    if verdicts.total() >= 4 and max(verdicts.values()) * 3 > 2 * verdicts.total():
        found.append("true_false_balance")
    return found


def _facts(item: Item) -> set[str]:
    return {fact.id for fact in item.facts}


def _unbalanced(items: Sequence[Item]) -> bool:
    """Whether, of eight keys or more, one place holds more than half, or twice its share and three more."""
    choices = [item for item in items if item.kind == "single_choice"]
    if len(choices) < 8:
        return False
    places = Counter(next(n for n, option in enumerate(item.options) if option.id in item.key_ids) for item in choices)
    share = len(choices) / max(len(item.options) for item in choices)
    return max(places.values()) > max(len(choices) / 2, 2 * share + 2 if len(choices) < 20 else 1.6 * share)
