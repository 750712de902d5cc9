"""Which items make a quiz or a paper: across facts, kinds and forms, by the seed, as a teacher would pick them."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from .facts import Fact
from .flaws import gives_away
from .ids import plain
from .items import Item
from .lemmas import lemmas
from .shapes import ranks

# A class test's mix: mostly to choose, some to type, a few of the rest.
QUIZ = {"single_choice": 0.46, "gap": 0.2, "true_false": 0.14, "multiple_response": 0.08, "matching": 0.06, "ordering": 0.06}
# About the mix of General Studies I in recent years.
EXAM = {
    "direct": 0.26,
    "two_statements": 0.14,
    "three_statements": 0.12,
    "how_many": 0.22,
    "pairs": 0.1,
    "statement_reason": 0.1,
    "lists": 0.03,
    "chronology": 0.03,
}


STARTS = 20
"""How many orders are tried where a fact would come twice in a row."""


def pick(items: Sequence[Item], n: int, *, seed: int, shares: Mapping[str, float] = QUIZ) -> tuple[Item, ...]:
    """Pick `n` items, or as many as go together.

    The item is taken whose kind (or form) the quiz is shortest of; every fact is asked once before one is asked again, and then in another
    way. Facts that matter more (`weight`) are drawn earlier. No stem gives away another item's key, half of the true/false items are
    true, no fact is asked twice in a row, and the key stands equally often in each place.

    Args:
        items: in any order; the same items and seed give the same quiz.
        n: how many.
        seed: draws the facts, their order, and the order of options that have none of their own.
        shares: of each kind of item, or of each form where that is named; what is not named is not asked.
    """
    rng = random.Random(f"pick {seed}")
    drawn = _drawn(items, rng)
    queues: dict[str, list[Item]] = defaultdict(list)
    for item in drawn:
        share = _share(item, shares)
        if share:
            queues[_queue(item, share)].append(item)
    wanted = {queue: shares[queue.split(" ")[0]] / sum(one.split(" ")[0] == queue.split(" ")[0] for one in queues) for queue in queues}
    picked: list[Item] = []
    asked: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    once = 1  # how often a fact may be asked in this round
    while len(picked) < n:
        order = sorted((queue for queue in queues if not _ahead(queue, taken)), key=lambda queue: (taken[queue] + 0.5) / wanted[queue])
        found = next((one for queue in order if (one := _next(queues[queue], picked, asked, once))), None)
        if found is None:
            once += 1
            if once > len(items) or not any(queues.values()):
                break
            continue
        queue = _queue(found, _share(found, shares))
        queues[queue].remove(found)
        picked.append(found)
        taken[queue] += 1
        asked.update(fact.id for fact in found.facts)
    return _balanced(_spread(picked), rng)


def weight(fact: Fact) -> int:
    """How much a fact matters: one, three more if several sources tell it, three more if it is in its source's headline.

    A fact is in the headline if it shares two content words with the title, or one where the title has only two.
    """
    cited = {citation.source.note for citation in fact.citations}
    title = lemmas(fact.citations[0].source.title)
    headline = len(title & lemmas(fact.quote)) >= min(2, max(1, len(title) - 1))
    return 1 + 3 * (len(cited) > 1) + 3 * headline


def _drawn(items: Sequence[Item], rng: random.Random) -> list[Item]:
    """The items at random, those on weighty facts earlier (Efraimidis and Spirakis's weighted sample without replacement)."""
    weights = {name: weight(fact) for name, fact in {fact.id: fact for item in items for fact in item.facts}.items()}
    ordered = sorted(items, key=lambda item: item.id)
    keys = {item.id: rng.random() ** (len(item.facts) / sum(weights[fact.id] for fact in item.facts)) for item in ordered}
    return sorted(ordered, key=lambda item: (-keys[item.id], item.id))


def _share(item: Item, shares: Mapping[str, float]) -> str:
    """What the item counts towards: its form, or its kind; "direct" stands for single choice with a plain stem."""
    if item.form != "direct":
        return item.form if item.form in shares else ""
    if item.kind in shares:
        return item.kind
    return "direct" if item.kind == "single_choice" and "direct" in shares else ""


def _queue(item: Item, share: str) -> str:
    """True and false are drawn apart, so that neither is the better guess."""
    return f"{share} {item.key_ids[0]}" if item.kind == "true_false" else share


def _ahead(queue: str, taken: Counter[str]) -> bool:
    """Whether there is one more true item than there are false ones, or the other way round: then it is the other's turn."""
    share, _, verdict = queue.partition(" ")
    return bool(verdict) and taken[queue] > taken[f"{share} {'false' if verdict == 'true' else 'true'}"]


def _next(queue: list[Item], picked: Sequence[Item], asked: Counter[str], once: int) -> Item | None:
    """The first item of a queue whose facts may be asked and that goes with what is picked; what never will is dropped."""
    for item in list(queue):
        if any(asked[fact.id] >= once for fact in item.facts):
            continue
        if not any(_clash(item, other) for other in picked):
            return item
        queue.remove(item)
    return None


def _clash(one: Item, other: Item) -> bool:
    """Whether two items cannot stand in one quiz: one tells the other's key, or they ask the same in the same way."""
    same = one.facts[0].id == other.facts[0].id and (one.kind, one.form, one.key_text) == (other.kind, other.form, other.key_text)
    asks = one.form == other.form == "direct" and one.kind not in ("ordering", "matching")  # these have one stem for all
    alike = asks and one.kind == other.kind and plain(one.stem) == plain(other.stem)
    return same or alike or gives_away(one, other) or gives_away(other, one)


def _spread(items: Sequence[Item]) -> list[Item]:
    """The items in an order in which no fact comes twice in a row, and kinds take turns as far as they can.

    Where no such order is found, what would ask a fact again at once is left out.
    """
    best: list[Item] = list(items)
    fewest = len(items) + 1
    for start in range(min(len(items), STARTS)):
        found = _from(items, start)
        touching = sum(_touch(one, other) for one, other in pairwise(found))
        if touching < fewest:
            best, fewest = found, touching
        if not touching:
            break
    kept: list[Item] = []
    for item in best:
        if not (kept and _touch(item, kept[-1])):
            kept.append(item)
    return kept


def _from(items: Sequence[Item], start: int) -> list[Item]:
    """An order that begins with one of the items and goes on with the first that shares no fact and looks otherwise.

    Of those that share no fact, one whose facts come up most often among the rest goes first: it is the hardest to place.
    """
    left = [items[start], *items[:start], *items[start + 1 :]]
    crowded = Counter(fact.id for item in items for fact in item.facts)
    found = [left.pop(0)]
    while left:
        before = found[-1]
        crowded.subtract(fact.id for fact in before.facts)

        def rank(place: tuple[int, Item], before: Item = before) -> tuple[bool, int, bool, int]:
            n, one = place
            often = max(crowded[fact.id] for fact in one.facts)
            return _touch(one, before), -often if often > 1 else 0, _look(one) == _look(before), n

        found.append(left.pop(min(enumerate(left), key=rank)[0]))
    return found


def _touch(one: Item, other: Item) -> bool:
    return any(fact.id == told.id for fact in one.facts for told in other.facts)


def _look(item: Item) -> tuple[str, str]:
    return item.kind, item.form


def _balanced(items: Sequence[Item], rng: random.Random) -> tuple[Item, ...]:
    """The items with their keys in each place equally often, as far as options have no order of their own."""
    places: Counter[int] = Counter()
    free = [item for item in items if _is_free(item)]
    for item in items:
        if item.kind == "single_choice" and not _is_free(item):
            places[next(n for n, option in enumerate(item.options) if option.id in item.key_ids)] += 1
    moved = {item.id: one for item, one in zip(free, _placed(free, places, rng), strict=True)}
    return tuple(moved.get(item.id, item) for item in items)


def _is_free(item: Item) -> bool:
    plain_choice = item.kind == "single_choice" and item.form == "direct"
    return plain_choice and ranks([option.text for option in item.options]) is None


def _placed(items: Sequence[Item], places: Counter[int], rng: random.Random) -> Iterator[Item]:
    """Each item with its key moved to a place where few keys stand yet."""
    for item in items:
        key = next(option for option in item.options if option.id in item.key_ids)
        rest = [option for option in item.options if option is not key]
        fewest = min(places[n] for n in range(len(item.options)))
        at = rng.choice([n for n in range(len(item.options)) if places[n] == fewest])
        places[at] += 1
        yield replace(item, options=(*rest[:at], key, *rest[at:]))
