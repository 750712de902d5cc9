"""Rules on the options as they stand beside one another: length, order, kind, grammar, and what two of them say."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import Any

from ..items import BLANK, Item
from ..shapes import ranks, shape
from ..wording import a
from .records import Rule, texts


def _longest(item: Item) -> str:
    keys, distractors = texts(item)
    if item.kind != "single_choice" or len(keys) != 1 or not distractors or len(keys[0].split()) < 4:
        return ""
    key, other = len(keys[0]), max(map(len, distractors))
    return f"the key has {key} characters, the longest distractor {other}" if other < 0.75 * key else ""


def _unsorted(item: Item) -> str:
    keys, distractors = texts(item)
    found = [option.text for option in item.options]
    values: list[Any] | None = ranks(found) if keys and len(distractors) > 1 else None
    if not values or all(x <= y for x, y in pairwise(values)) or all(x >= y for x, y in pairwise(values)):
        return ""
    return f"{' / '.join(found)} stand in no order"


def _mixed(item: Item) -> str:
    keys, distractors = texts(item)
    kinds = {shape(text).kind for text in keys}
    odd = [text for text in distractors if keys and shape(text).kind not in kinds]
    return f"“{odd[0]}” is of another kind than the key" if odd else ""


# What follows an -ing form that is one: "sending a note", "standing for"; not "standing forces".
_AFTER_ING = frozenset("a an the of to in on at for with by from up out its his her their all more less one".split())


_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|when)\b.*")
_FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|does|do|will|would|can|could|may|might)\b"
    r"|(?<!\bthe )(?<!\ba )(?<!\ban )(?<!-)\b\w+ed (?:the|an?|its|his|her|their|to|that|two|three|eight|ten|[A-Z]|\d)"
)


def _form(text: str) -> str:
    """How an option opens, as far as grammar goes; a whole clause may open as it likes."""
    words = text.split()
    first = words[0].lower() if words else ""
    if first == "because":
        return "“because”"
    if _FINITE.search(_RELATIVE.sub("", text)):
        return ""
    named = len(words) > 1 and all(word[:1].isupper() or word in ("of", "and", "for", "the", "to", "in") for word in words[1:])
    if first in ("the", "a", "an"):
        return "" if named else "an article"  # "The New York Times"
    if first == "to" and len(words) > 1:
        return "“to”"
    if re.fullmatch(r"[a-z]{2,}ing", first) and len(words) > 1 and words[1] in _AFTER_ING:
        return "an -ing form"
    return f"“{first}”" if first in ("by", "in", "on", "at", "from", "with", "that", "it", "they", "he", "she") else ""


def _grammar(item: Item) -> str:
    keys, distractors = texts(item)
    if not keys or not distractors:
        return ""
    article = re.search(rf"\b(an?)\W*(?:{BLANK}\W*|…\W*|\.\.\.\W*)?$", item.stem)
    if article:
        odd = [text for text in (*keys, *distractors) if a(text).split()[0] != article[1]]
        return f"“{article[1]}” does not go with “{odd[0]}”" if odd else ""
    heads = [text.split()[-1] for text in (*keys, *distractors)]
    if len(set(heads)) == 1:  # "standing forces" beside "reserve forces"
        return ""
    forms, others = [_form(text) for text in keys], [_form(text) for text in distractors]
    alone = len(set(others)) == 1 and len(distractors) > 1 and not set(forms) & set(others) and len(set(forms)) == 1
    if alone:
        return f"the key alone opens {_opens(forms[0], others[0])}"
    odd_ones = [n for n, form in enumerate(others) if form not in forms]
    if len(odd_ones) == 1 and len(distractors) > 2 and len({*forms, *others}) == 2:
        return f"“{distractors[odd_ones[0]]}” alone opens {_opens(others[odd_ones[0]], forms[0])}"
    return ""


def _opens(form: str, other: str) -> str:
    return f"with {form}" if form else f"without {other}"


def _logic(item: Item) -> str:
    keys, distractors = texts(item)
    numeric = [text for text in (*keys, *distractors) if shape(text).kind != "words" or re.match(r"\W*\d", text)]
    if not re.search(r"\d", item.stem) or len(numeric) != 1 or len(keys) + len(distractors) < 3:
        return ""
    return f"the stem holds a number, and only “{numeric[0]}” does among the options"


def _equal(item: Item) -> str:
    keys, distractors = texts(item)
    for one, other in combinations((*keys, *distractors), 2):
        if shape(one).same == shape(other).same:
            return f"“{one}” and “{other}” say the same"
    return ""


RULES = (
    Rule(name="longest_option_correct", why="the longest option is guessed", fix="shorten the key or lengthen a distractor", find=_longest),
    Rule(name="lost_sequence", why="a learner searches instead of thinking", fix="sort dates and numbers", find=_unsorted),
    Rule(name="implausible_distractors", why="it is ruled out unread", fix="write one of the key's kind and precision", find=_mixed),
    Rule(name="grammatical_cues", why="grammar tells the key", fix="give all options one form", find=_grammar),
    Rule(name="logical_cues", why="the two are put together", fix="write no number, or several", find=_logic),
    Rule(name="equal_options", why="both are ruled out, or both are right", fix="write another", find=_equal),
)
