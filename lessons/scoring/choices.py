"""What was chosen, ordered or matched.

One option is right or wrong; the other kinds give shares of the mark:

* several of the options: one share of as many as there are right ones for each right one chosen, one off for each wrong one;
* an order: of all pairs of events one share for each that stands the right way round, one off for each the wrong way round (Kendall's
  τ, so that chance earns little);
* matching: one share of as many as there are things to match for each that is matched right.

Never less than nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from .records import Score, scored, shared


def score_choice(kind: str, options: Sequence[str], key: Sequence[str], chosen: Sequence[str]) -> Score:
    """Mark the chosen ids against the key's.

    Args:
        kind: the item's kind.
        options: the ids of all options.
        key: the ids that are right; where order counts, in their order.
        chosen: the ids of the response, in its order.

    >>> score_choice("multiple_response", "abcde", "abc", ["a", "b", "e"]).message
    '2 of 3 chosen, and 1 that is wrong.'
    >>> str(score_choice("ordering", "abc", "cab", ["a", "c", "b"]).marks), score_choice("matching", "abc", "cb", ["c", ""]).message
    ('1/3', '1 of 2 matched.')
    """
    if not any(chosen):
        return scored("blank")
    if kind == "matching":
        return _matched(options, key, chosen)
    if kind == "ordering":
        return _ordered(options, key, chosen)
    if not set(chosen) <= set(options):
        return scored("ask", "Choose one of the options.")
    if kind == "multiple_response":
        hits, misses = len(set(chosen) & set(key)), len(set(chosen) - set(key))
        wrong = f", and {misses} that {'is' if misses == 1 else 'are'} wrong" if misses else ""
        return shared(hits, misses, len(key), f"{hits} of {len(key)} chosen{wrong}.")
    return scored("right" if set(chosen) == set(key) else "wrong")


def _ordered(options: Sequence[str], key: Sequence[str], chosen: Sequence[str]) -> Score:
    if sorted(chosen) != sorted(options):
        return scored("ask", "Put every one in its place.")
    place = {one: at for at, one in enumerate(key)}
    pairs = list(combinations(chosen, 2))
    hits = sum(place[one] < place[other] for one, other in pairs)
    return shared(hits, len(pairs) - hits, len(pairs), f"{hits} of {len(pairs)} pairs stand the right way round.")


def _matched(options: Sequence[str], key: Sequence[str], chosen: Sequence[str]) -> Score:
    if len(chosen) != len(key) or not set(chosen) <= {"", *options}:
        return scored("ask", "Match each one.")
    hits = sum(one == right for one, right in zip(chosen, key, strict=True))
    return shared(hits, 0, len(key), f"{hits} of {len(key)} matched.")
