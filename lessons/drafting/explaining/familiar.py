"""Which words are so common that nobody explains them: those of a list, their forms, and what is made of them."""

from __future__ import annotations

from functools import cache

from ..words import data, split
from .noun_phrases import VERBS
from .phrases import FINITE, singular

_FAMILIAR = split(data("familiar")["words"]) | VERBS | FINITE
_ENDINGS = (
    "s",
    "ed",
    "ing",
    "er",
    "or",
    "ist",
    "ly",
    "ness",
    "ful",
    "less",
    "y",
    "able",
    "ment",
    "ship",
    "ism",
    "al",
    "ish",
    "en",
    "like",
    "ess",
    "r",
    "d",
)
_PREFIXES = ("un", "re", "over", "under", "mid", "non", "pre", "out", "mis", "dis", "sub", "co", "anti", "micro", "mini", "super")


@cache
def is_familiar(word: str) -> bool:
    """Whether a word in small letters is one that nobody explains, with its forms and with the words that are made of it.

    >>> [is_familiar(word) for word in ("rucksacks", "baker", "fairness", "graip", "sortition")]
    [True, True, True, False, False]
    """
    if "-" in word:
        return all(is_familiar(part) for part in word.split("-") if part)
    bare = word.removesuffix("’s").removesuffix("'s")
    if len(bare) < 3 or bare in _FAMILIAR or singular(bare) in _FAMILIAR:
        return True
    stems = [
        bare.removesuffix(ending) for ending in _ENDINGS if bare.endswith(ending) and len(bare) - len(ending) > 2 + 2 * (ending == "y")
    ]
    stems += [bare.removeprefix(one) for one in _PREFIXES if bare.startswith(one) and len(bare) - len(one) > 3]
    return any(
        stem in _FAMILIAR or f"{stem}e" in _FAMILIAR or stem[:-1] + "y" in _FAMILIAR or _undoubled(stem) in _FAMILIAR for stem in stems
    )


def _undoubled(stem: str) -> str:
    """A stem without the letter that its ending has doubled: "bagg" of "bagging"."""
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
