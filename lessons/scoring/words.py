"""Words as a fair teacher compares them: without case, accents, punctuation and articles, numbers in digits, one slip forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from ..numerals import run
from .numbers import unstopped
from .records import LONGEST, Score, scored

_FEWEST_LETTERS = 5  # a shorter word turns into another one with a single slip: Mali, Bali
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹ`´"))
_LETTERS = str.maketrans({"ß": "ss", "ς": "σ", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_ORDINAL_WORDS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_ORDINAL = {word: f"{n}{('st', 'nd', 'rd', *['th'] * 9)[n - 1]}" for n, word in enumerate(_ORDINAL_WORDS, 1)}
# Words one slip away from another that a note may well ask for: typing the one is no slip for the other.
_OWN_WORDS = frozenset(
    [
        "russia",
        "prussia",
        "gambia",
        "zambia",
        "iran",
        "iraq",
        "june",
        "july",
        "millions",
        "billions",
        "trillions",
        "marital",
        "martial",
        "causal",
        "casual",
        "moral",
        "amoral",
        "affect",
        "effect",
        "adopt",
        "adapt",
        "political",
        "apolitical",
        "statue",
        "statute",
        "cession",
        "session",
        "import",
        "impart",
        "nation",
        "notion",
    ]
)


def score_words(accepted: Iterable[str], typed: str, others: Iterable[str] = ()) -> Score:
    """Mark what was typed against the accepted texts.

    Args:
        accepted: the texts that are right.
        typed: the response.
        others: texts that mean something else: one of them is no slip for an accepted one.

    >>> score_words(["collective defence"], "The Collective-Defense").message
    'Mind the spelling: collective defence.'
    >>> score_words(["World War I"], "World War II").verdict, score_words(["32 members"], "thirty-two members").verdict
    ('wrong', 'right')
    """
    said = _words(typed)
    if not said:
        return scored("ask", "Type a word or two.")
    known = {text: _words(text) for text in accepted}
    if any(_joined(_counted(said)) == _joined(_counted(words)) for words in known.values()):
        return scored("right")
    if _joined(said) not in {_joined(_words(text)) for text in others}:
        for text, words in known.items():
            if _is_slip(said, words):
                return scored("right", f"Mind the spelling: {text}.")
    return scored("wrong")


def _words(text: str) -> list[str]:
    """The words of a text without case, accents, punctuation and articles."""
    text = unicodedata.normalize("NFKD", text[:LONGEST].translate(_APOSTROPHES))
    text = re.sub("[\u0300-\u036f]", "", text).lower().translate(_LETTERS)
    text = text.replace("&", " and ").replace("%", " percent ")
    text = re.sub("(?<![0-9])[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])", lambda m: m[0].replace(",", ""), text)
    text = unstopped(text)
    words = "".join(c if c == "." or unicodedata.category(c)[0] in "LMN" else " " for c in text).split()
    if len(words) > 1 and words[0] in ("a", "an"):
        words = words[1:]
    return [word for word in words if word != "the"] or words


def _counted(words: list[str]) -> list[str]:
    """The words with numbers in digits: ["thirty", "two", "members"] → ["32", "members"]."""
    found: list[str] = []
    at = 0
    while at < len(words):
        value, end = run(words, at)
        found.append(_ORDINAL.get(words[at], words[at]) if value is None else str(value))
        at = at + 1 if value is None else end
    return found


def _joined(words: list[str]) -> str:
    """One text without spaces, so that "peace-keeping" is "peacekeeping"; digits stay apart."""
    return re.sub("(?<![0-9]) | (?![0-9])", "", " ".join(words))


def _is_slip(said: list[str], words: list[str]) -> bool:
    """Whether what was said is the accepted words with one slip of spelling, and not something else that differs by a letter."""
    said_counted, counted = _counted(said), _counted(words)
    own = {word for word in said_counted if re.search("[0-9]", word)} | _OWN_WORDS.intersection(said)
    if _labels(said) != _labels(words) or not own <= {*words, *counted}:
        return False
    return _is_one_edit(_joined(said), _joined(words)) or _is_one_edit(_joined(said_counted), _joined(counted))


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one letter is missing, added or changed, or two are swapped; a digit never."""
    enough = len(_of("L", other)) >= _FEWEST_LETTERS
    return enough and _of("N", one) == _of("N", other) and OSA.distance(one, other, score_cutoff=1) <= 1


def _of(category: str, text: str) -> list[str]:
    return [c for c in text if unicodedata.category(c)[0] == category]


def _labels(words: list[str]) -> list[str]:
    """Single letters and small Roman numbers: vitamin B is not vitamin D, World War I not World War II."""
    return [word for word in words if re.fullmatch("[ivx]+", word) or (len(word) == 1 and word.isalpha())]
