"""Rules on what the options say of the key: catch-alls, codes, words of the stem, parts that they share, and a second right one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..ids import plain
from ..items import Item
from ..lemmas import lemmas
from ..wording import given_away
from .records import ALL, NONE, Rule, Texts, is_code


def _none(item: Item, keys: Texts, distractors: Texts) -> str:
    found = [option.text for option in item.options if NONE.fullmatch(plain(option.text))]
    return f"“{found[0]}” is an option" if found else ""


def _all(item: Item, keys: Texts, distractors: Texts) -> str:
    found = [option.text for option in item.options if ALL.fullmatch(plain(option.text))]
    return f"“{found[0]}” is an option" if found else ""


def _coded(item: Item, keys: Texts, distractors: Texts) -> str:
    found = [text for text in (option.text for option in item.options) if is_code(text)]
    if len(found) < 2 and not any(text.lower().startswith(("both ", "neither ")) for text in found):
        return ""
    return f"“{found[0]}” is a code for other options"


def _repeats(item: Item, keys: Texts, distractors: Texts) -> str:
    if item.kind != "single_choice" or not keys or not distractors:
        return ""
    asked = lemmas(item.stem)
    in_key = asked & frozenset().union(*map(lemmas, keys))
    if all(given_away(text, item.stem) for text in (*keys, *distractors)):  # "which word is an adverb?"
        return ""
    alone = in_key - frozenset().union(*map(lemmas, distractors)) if in_key else frozenset()
    return f"“{min(alone)}…” stands in the stem and in the key alone" if alone else ""


_BETWEEN = re.compile(r"\s*(?:,|;| / |\+|\band\b|\bor\b|\bbut\b|\bwith\b|&|–|—|:| - )\s*(?:and\b)?\s*")


def _converges(item: Item, keys: Texts, distractors: Texts) -> str:
    parts = [frozenset(filter(None, map(plain, _BETWEEN.split(text)))) for text in (*keys, *distractors)]
    if (
        item.kind != "single_choice"
        or len(keys) != 1
        or len(parts) < 3
        or sum(len(one) > 1 for one in parts) < len(parts) - 1
        or len(parts[0]) < 2
    ):
        return ""
    shared = [sum(len(one & other) for n, other in enumerate(parts) if n != at) for at, one in enumerate(parts)]
    most = shared[0] > max(shared[1:]) and sum(bool(parts[0] & other) for other in parts[1:]) * 2 > len(distractors)
    return f"the key “{keys[0]}” has most in common with the other options" if most else ""


def also_true(distractors: Texts, true: Iterable[str]) -> str:
    """A distractor that the notes make true."""
    known = {plain(text) for text in true}
    found = [text for text in distractors if plain(text) in known]
    return f"“{found[0]}” is right by the notes, too" if found else ""


RULES = (
    Rule(name="none_of_the_above", why="who chooses it may know nothing of the key", fix="write another distractor", find=_none),
    Rule(name="all_of_the_above", why="two that are right give it away", fix="ask to choose every one that applies", find=_all),
    Rule(name="k_type", why="codes test logic, and one known part rules out half", fix="ask to choose every one that applies", find=_coded),
    Rule(name="word_repeats", why="the word points at the key", fix="use another word, or use it in a distractor, too", find=_repeats),
    Rule(name="convergence_cues", why="the option that shares most is guessed", fix="let every part recur equally often", find=_converges),
    Rule(name="more_than_one_correct", why="a learner who knows is marked wrong", fix="write one that is false", find=None),
)
