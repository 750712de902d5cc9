"""Which items make a quiz: across facts and kinds, by the seed."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from .items import Item

# A class test's mix: mostly to choose, some to type, a few true or false, half of these true.
SHARES = {"single_choice": 0.6, "gap": 0.25, "true_false": 0.15}


def pick(items: Sequence[Item], n: int, *, seed: int) -> tuple[Item, ...]:
    """Pick `n` items, or all where there are fewer.

    Every fact is asked once before one is asked again, and then in another way; of a fact's items the one is taken whose kind the quiz
    is shortest of.

    Args:
        items: in any order; the same items and seed give the same quiz.
        n: how many.
        seed: draws the order of the facts.
    """
    rng = random.Random(f"pick {seed}")
    by_fact: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.id):
        by_fact[item.facts[0].id].append(item)
    picked: list[Item] = []
    kinds: Counter[str] = Counter()
    verdicts: Counter[str] = Counter()

    def rank(item: Item) -> tuple[int, float]:
        verdict = _verdict(item)
        return verdicts[verdict] - min(verdicts["true"], verdicts["false"]) if verdict else 0, kinds[item.kind] / SHARES.get(item.kind, 0.1)

    while by_fact and len(picked) < n:
        facts = sorted(by_fact)
        rng.shuffle(facts)
        for fact in facts[: n - len(picked)]:
            left = by_fact[fact]
            rng.shuffle(left)
            item = min(left, key=rank)
            left.remove(item)
            picked.append(item)
            kinds[item.kind] += 1
            verdicts[_verdict(item)] += 1
            if not left:
                del by_fact[fact]
    return tuple(picked)


def _verdict(item: Item) -> str:
    """True or false, of the items that ask for it: neither is to be the better guess."""
    return item.key[0] if item.kind == "true_false" and isinstance(item.key, tuple) else ""
