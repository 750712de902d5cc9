"""A numeral where it stands: the words and marks beside it, which tell whether it is a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from ..words import data, split
from .numerals_in_text import Numeral
from .units import Unit

WINDOW = 80  # how far a look goes to either side
_WORDS = data("numbers")["words"]
_PLURALS, _SINGULARS, _STOPS = split(_WORDS["plurals"]), split(_WORDS["singulars"]), split(_WORDS["stops"])
_BEFORE = split(data("numbers")["names"]["before"])
_WHOLES = {("of", word) for word in ("the", "these", "those", "them", "its", "their", "his", "her")}
_OPENING, _INSIDE = ".!?:;“‘\"'(—–…\t|•", ",’)-%&"

_LEFT_WORD = re.compile(r"[\w’'&§¶#№º+./-]++\Z")
_RIGHT_WORD = re.compile(r"([ \u00a0]{1,2}|[-‑])([^\W\d_][\w’'-]{0,30})")
_RIGHT_WORDS = re.compile(r"[^\W\d_][\w’'-]{0,40}|[^\w\s]|\d")


@dataclass(frozen=True, slots=False)
class Place:
    """A numeral where it stands, with its unit: what the rules look at.

    Attributes:
        begin, finish: of the sentence; a numeral at its head may have a capital.
        head, foot: of the part, or of the cell of a row.
        cell: whether it is a cell with a label.
        left, right: what stands before it and behind it (and its unit), in its part.
        before, after: the letters next to it; empty at the head and foot.
    """

    text: str
    numeral: Numeral
    unit: Unit | None
    begin: int
    finish: int
    head: int
    foot: int
    cell: bool = False

    left: str = field(init=False)
    right: str = field(init=False)
    before: str = field(init=False)
    after: str = field(init=False)

    def __post_init__(self) -> None:
        start, at = self.numeral.start, self.unit.end if self.unit else self.numeral.end
        left, right = self.text[max(self.head, start - WINDOW) : start], self.text[at : min(self.foot, at + WINDOW)]
        for name, value in (("left", left), ("right", right), ("before", left[-1:]), ("after", right[:1])):
            object.__setattr__(self, name, value)

    @cached_property
    def starts(self) -> bool:
        """Whether a word would have a capital here: at the head of a sentence, a quotation, a cell, behind a label."""
        bare = self.left.rstrip(" \u00a0")
        return (
            self.numeral.start <= self.begin + 1
            or not bare
            or bare[-1] in ".!?:;“‘\"'(—–…\t|[•"
            or (not bare[-1].isalnum() and bare[-1] not in ",’)-%&")
        )

    @cached_property
    def last(self) -> str:
        """The word right before it, its full stop left off; empty where a mark stands between."""
        bare = self.left[-44:].rstrip(" \u00a0")
        match = _LEFT_WORD.search(bare[bare.rfind(" ") + 1 :])
        if not match:
            return ""
        word = match[0].rstrip(".")
        is_ended = self.numeral.start <= self.begin + 1 or word.lower() not in _BEFORE  # "had crossed the line. Three of them lived"
        return "" if len(word) < len(match[0]) and is_ended else word

    @cached_property
    def last_at_head(self) -> bool:
        """Whether the word before it is the first of its sentence or of what is quoted or labelled."""
        bare = self.left[: len(self.left.rstrip(" \u00a0")) - len(self.last)].rstrip(" \u00a0")
        return self.numeral.start - len(self.last) - 3 <= self.begin or not bare or bare[-1] in ".!?:;“‘\"'(—–…|•"

    @cached_property
    def following(self) -> tuple[str, ...]:
        """The next words and marks, up to seven."""
        return tuple(_RIGHT_WORDS.findall(self.right)[:7])

    @cached_property
    def next(self) -> str:
        match = _RIGHT_WORD.match(self.right)
        return match[2] if match else ""

    @cached_property
    def noun(self) -> str:
        """The plural noun that it counts, at most three words on; empty for none."""
        words = self.following
        if not self.right[:1].isspace():
            return words[1].split("-")[0] if self.right[:1] in "-‑" and len(words) > 1 and words[1][0].isalpha() else ""
        if words[:2] in {
            ("of", "the"),
            ("of", "these"),
            ("of", "those"),
            ("of", "them"),
            ("of", "its"),
            ("of", "their"),
            ("of", "his"),
            ("of", "her"),
        }:
            return words[1]
        for word in words[:5]:
            low = word.lower()
            if not word[0].isalpha() or low in _STOPS:
                return ""
            if is_plural(low):
                return word
        return ""


def is_plural(word: str) -> bool:
    """By its ending; "news" and "was" are none."""
    bare = word.removesuffix("’s").removesuffix("'s").rstrip("’'")
    if bare in _PLURALS:
        return True
    return len(bare) > 3 and bare[-1] == "s" and bare[-2:] not in {"ss", "us", "is"} and bare not in _SINGULARS


def is_measured(place: Place) -> bool:
    """Whether a unit, a sum of money or a scale tells that something was counted or measured."""
    return place.unit is not None or bool(place.numeral.sign) or place.numeral.scale >= 1000
