"""Two numbers that belong together: ranges, which share a unit; results of a match or a vote; and pairs that are neither."""

from __future__ import annotations

import re
from itertools import pairwise

from ..words import data, split
from .number_mentions import Mention

NAMED = split(data("numbers")["names"]["before"])
_RESULTS = split(data("numbers")["idioms"]["results"])
_WORD = re.compile(r"[a-z][a-z-]+")
_RANGE = re.compile(r"[ \u00a0]?(-|–|—|‑|to|and|or)[ \u00a0]?")
# "Carried by nine votes to one": here "one" counts.
_TO_ONE = re.compile(r" (?:votes?|seats?|goals?|sets?|games?|frames?|points?|judges|members|states) to ")
_DASHES = {"-", "–", "‑"}


def settle_pairs(mentions: list[Mention]) -> None:
    """Share units in ranges, and drop the two of a pair with a dash that neither counts nor is a result."""
    for n, (first, second) in enumerate(pairwise(mentions)):
        text = first.place.text
        if first.kept and second.value == 1 and _TO_ONE.fullmatch(text, first.end, second.start):
            second.kept, second.like = True, first
        if second.start - first.end > 5:
            continue
        match = _RANGE.fullmatch(text, first.end, second.start)
        if not match:
            continue
        if match[1] in _DASHES:
            _dashed(mentions, n, tight=len(match[0]) == 1)
        elif match[1] == "or" and _is_vague(first, second):
            first.kept = second.kept = False
        elif match[1] != "and" or "between" in first.place.left[-20:].lower() or "from" in first.place.left[-12:].lower():
            _share(first, second)


def _is_vague(first: Mention, second: Mention) -> bool:
    """Whether nobody counted, as in "two or three days"."""
    return first.place.numeral.form == second.place.numeral.form == "words" and second.value - first.value == 1 and second.value <= 10


def _dashed(mentions: list[Mention], n: int, tight: bool) -> None:
    first, second = mentions[n], mentions[n + 1]
    text = first.place.text
    chained = text[second.end : second.end + 1] in {"-", "–"} and text[second.end + 1 : second.end + 2].isdigit()
    chained |= text[first.start - 1 : first.start] in {"-", "–"} and text[first.start - 2 : first.start - 1].isdigit()
    if chained:
        first.kept = second.kept = False
    elif (second.unit and second.kept) or first.place.numeral.sign:
        _share(first, second)
    elif tight and _is_result(first) and first.place.last.lower() not in NAMED:
        first.kept = second.kept = True
    elif tight and first.place.last.lower() in {"ages", "aged"}:
        first.unit = second.unit = "years"
    elif not tight or not (second.place.numeral.scale > 1 or (second.place.noun and first.value < second.value)):
        first.kept = second.kept = False
    else:
        _share(first, second)


def _is_result(first: Mention) -> bool:
    """Whether the sentence tells of a match or a vote; a set of tennis, "6-4, 6-3", is left to a person."""
    place = first.place
    around = place.text[max(place.begin, place.numeral.start - 80) : min(place.finish, place.numeral.end + 80)]
    if "0" in (place.text[place.numeral.start], *re.findall(r"(?<=[-–])0(?=\d)", around)) and place.numeral.value > 0:
        return False  # a telephone number
    sets = re.search(r"\d[-–]\d{1,3},? ?(?:and )?\Z", place.left) or re.match(
        r"[-–]\d{1,3}(?:\(\d{1,2}\))?,? (?:and )?\d{1,3}[-–]\d", place.right
    )
    return not sets and any(word in _RESULTS for word in _WORD.findall(around.lower()))


def _share(first: Mention, second: Mention) -> None:
    """The unit and scale of "5 to 7 million euros" go for both, where the first is the smaller and has none of its own."""
    place, other = first.place, second.place
    if not second.kept and not second.place.numeral.sign:
        return
    if place.numeral.sign and not second.unit:
        second.unit, second.told, second.kept = first.unit, "measure", True
    bare = first.unit is None or bool(place.numeral.sign)
    if not bare:
        return
    if place.numeral.scale == 1 and other.numeral.scale > 1 and place.numeral.core < 10 * other.numeral.core:
        first.value *= other.numeral.scale
    if first.unit is None and second.unit is not None:
        first.unit, first.told = second.unit, second.told
        first.kept = first.kept or place.numeral.value == 1
