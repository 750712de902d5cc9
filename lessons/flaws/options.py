"""Rules on the options as they stand beside one another: length, order, kind, grammar, and what two of them say."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any

from ..items import BLANK, Item
from ..shapes import numbered, ranks, shape
from ..wording import a, given_away
from .records import Rule, Texts, is_catch_all, is_code, is_title


def _longest(item: Item, keys: Texts, distractors: Texts) -> str:
    if item.kind != "single_choice" or len(keys) != 1 or not distractors or len(keys[0].split()) < 4:
        return ""
    key, other = len(keys[0]), max(map(len, distractors))
    return f"the key has {key} characters, the longest distractor {other}" if other < 0.75 * key else ""


def _unsorted(item: Item, keys: Texts, distractors: Texts) -> str:
    found = [option.text for option in item.options]
    values: list[Any] | None = ranks(found) if keys and len(distractors) > 1 else None
    if not values or all(x <= y for x, y in pairwise(values)) or all(x >= y for x, y in pairwise(values)):
        return ""
    return f"{' / '.join(found)} stand in no order"


# A title may be a number: "1984", "1917".
_TITLES = re.compile(r"\b(?:novel|film|book|play|song|album|poem|movie|title|band|series|game)s?\b", re.IGNORECASE)


def _mixed(item: Item, keys: Texts, distractors: Texts) -> str:
    if not keys or _TITLES.search(item.stem):
        return ""
    shapes = [shape(text) for text in keys if text.lower() != "none"]
    for text in distractors if shapes else ():
        if not any(shape(text).goes_with(one) for one in shapes) and not (is_catch_all(text) or is_code(text) or text.lower() == "none"):
            return f"“{text}” is of another kind than the key"
    return ""


# What follows an -ing form that is one: "sending a note", "standing for"; not "standing forces".
_AFTER_ING = frozenset("a an the it them of to in on at for with by from up out off down its his her their all more less one".split())
_NO_ADVERB = frozenset("family assembly monopoly anomaly supply reply butterfly jelly belly lily ally rally bully folly".split())
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|when)\b.*")
_FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|does|do|will|would|can|could|may|might)\b"
    r"|(?<!\bthe )(?<!\ba )(?<!\ban )(?<!-)\b(?!called|named|known)\w+ed (?:the|an?|its|his|her|their|to|that|two|three|eight|ten|[A-Z]|\d)"
)


@lru_cache(maxsize=16_384)
def _form(text: str) -> str:
    """How an option opens, as far as grammar goes."""
    words = text.split()
    if len(words) < 2:
        return "an adverb" if re.fullmatch(r"[a-z]{3,}ly", text) and text not in _NO_ADVERB else ""
    first, second = words[0].lower(), words[1]
    if first in ("the", "a", "an"):
        return "an article"
    if first == "to" and second.islower() and second not in ("the", "a", "an", "his", "her", "its", "their", "this"):
        return "“to”"
    if re.fullmatch(r"[a-z]{2,}ing", first) and second in _AFTER_ING:
        return "an -ing form"
    return "“because”" if first == "because" else ""


def _grammar(item: Item, keys: Texts, distractors: Texts) -> str:
    if not keys or not distractors:
        return ""
    article = re.search(rf"\b(an?)\W*(?:{BLANK}\W*|…\W*|\.\.\.\W*)?$", item.stem)
    if article:
        odd = [text for text in (*keys, *distractors) if a(text).split()[0] != article[1]]
        return f"“{article[1]}” does not go with “{odd[0]}”" if odd else ""
    if all(given_away(text, item.stem) for text in (*keys, *distractors)):  # "which word is an adverb?"
        return ""
    keys, distractors = ([text for text in those if not is_catch_all(text)] for those in (keys, distractors))
    if not keys or any(is_code(text) or re.fullmatch(r"A (?:and|or|but) .*", text) for text in (*keys, *distractors)):
        return ""
    forms, others = [_form(text) for text in keys], [_form(text) for text in distractors]
    if "an article" in (*forms, *others) and any(_FINITE.search(_RELATIVE.sub("", text)) for text in (*keys, *distractors)):
        return ""  # whole clauses may open as they like
    if len(set(forms)) == 1 and forms[0] in ("“to”", "an -ing form") and forms[0] not in others:
        return f"the key alone opens with {forms[0]}"
    if len(set(others)) == 1 and len(distractors) > 1 and len(set(forms)) == 1 and forms[0] != others[0]:
        # An article may belong to a name: "The Hague", "A Tale of Two Cities".
        return "" if forms[0] == "an article" and all(map(is_title, keys)) else f"the key alone opens {_opens(forms[0], others[0])}"
    odd_ones = [n for n, form in enumerate(others) if form not in forms]
    told = {*forms, *others} - {"", "an article"}
    if len(odd_ones) == 1 and len(distractors) > 2 and len({*forms, *others}) == 2 and told:
        return f"“{distractors[odd_ones[0]]}” alone opens {_opens(others[odd_ones[0]], forms[0])}"
    return ""


def _opens(form: str, other: str) -> str:
    return f"with {form}" if form else f"without {other}"


# Numbers that count nothing, and the date that is asked about.
_ONCE = re.compile(
    r"\b(?:one|two|three|four) of (?:the|these|those|them)\b|\bwhich (?:one|two|three)\b"
    r"|\b(?:at once|one another|(?:no|any|every|each) one)\b"
    r"|\bhappened (?:in|on|since|until|from) [^?]*",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:how (?:many|much|old|long|far|tall|high)|(?:what|which) (?:percentage|year|number|date|fraction|age))\b", re.IGNORECASE
)
_NAMED = re.compile(r"\b(?:novel|film|album|song)s?\b", re.IGNORECASE)  # "1984"


@lru_cache(maxsize=16_384)
def _counts(text: str) -> bool:
    return numbered(_ONCE.sub(" ", text))


def _logic(item: Item, keys: Texts, distractors: Texts) -> str:
    numeric = [text for text in (*keys, *distractors) if _counts(text) and text[:1] not in "“'\"‘"]
    asked = _ONCE.sub(" ", item.stem)
    told = _COUNTS.search(asked) or numbered(asked)
    if len(numeric) != 1 or len(keys) + len(distractors) < 3 or not told or _NAMED.search(asked):
        return ""
    return f"the stem {'asks for' if _COUNTS.search(asked) else 'holds'} a number, and only “{numeric[0]}” has one among the options"


def _equal(item: Item, keys: Texts, distractors: Texts) -> str:
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
