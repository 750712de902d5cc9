"""Numbers in digits and in words, one after another in a list of words: what notes and responses are both read with.

English words; English and Indian grouping and scales (lakh, crore); fractions by name. Not read: Roman numerals, decimal commas, ordinals.
"""

from __future__ import annotations

import re
from fractions import Fraction

_SMALL_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
_SMALL = {word: n for n, word in enumerate([*_SMALL_WORDS.split(), "nineteen"])}
_SMALL |= {"none": 0, "nil": 0, "once": 1, "twice": 2, "thrice": 3}
_TENS = {word: 10 * n for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
_SHARE = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
_TIMES = {"dozen": 12, "hundred": 100}
_SCALE = {"thousand": 10**3, "lakh": 10**5, "lac": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "mn": 10**6, "cr": 10**7, "bn": 10**9, "tn": 10**12}  # no "m": that may be metres
_AFTER_NUMBER = _SCALE | {f"{word}s": size for word, size in _SCALE.items()} | _SHORT
_ANY = Fraction(10**600)  # larger than any number that a note or a response may hold
# Digits in groups of three, in the Indian groups of two and three, or plain; then decimals or a denominator.
NUMERAL = re.compile(
    "(?<![0-9a-z.,/])(?:"
    r"[0-9]{1,2}(?P<indian>[ ,'])(?:[0-9]{2}(?P=indian))+[0-9]{3}|[0-9]{1,3}(?P<western>[ ,'])[0-9]{3}(?:(?P=western)[0-9]{3})*|[0-9]+"
    r")(?:\.[0-9]+|/[0-9]+)?(?![0-9]|[.,/][0-9])"
)


def run(words: list[str], at: int) -> tuple[Fraction | None, int]:
    """Read one number from `words[at]` on; gives it and the place after it.

    A number is a sum of groups, each before a smaller scale than the last: (3) lakh (20) thousand (five). `room` is what the next part
    of a group must stay under: 10 after "twenty", 100 after "hundred", 1 after a digit, which only a fraction may follow.

    >>> run("three lakh and five members".split(), 0)
    (Fraction(300005, 1), 4)
    """
    total, last, end = Fraction(0), Fraction(0), at
    group: Fraction | None = None
    room = scale = _ANY
    while True:
        here = end
        joined = end > at and words[here : here + 1] == ["and"]
        here += joined
        article = words[here : here + 1] in (["a"], ["an"])
        here += article
        word = words[here] if here < len(words) else ""
        value = _value(word)
        times = Fraction(1) if group is None else group
        if value is not None and not article and (group is None or 0 < value < room):
            group, room = (group or 0) + value, Fraction(10 if word in _TENS else 1)
        elif word in _TIMES:
            group, room = times * _TIMES[word], Fraction(100 if word == "hundred" else 1)
        elif word in _SHARE and group is not None and joined:  # two and a half
            group, room = group + Fraction(1, _SHARE[word]), Fraction(0)
        elif word in _SHARE and (group is not None or article or word == "half"):  # two thirds, a third, half (a million)
            group, room = times / _SHARE[word], Fraction(0)
        elif word in _AFTER_NUMBER and group is None and last and not joined and not article:  # lakh crore
            total, last = total + last * (_AFTER_NUMBER[word] - 1), last * _AFTER_NUMBER[word]
        elif word in _SCALE or (word in _AFTER_NUMBER and group is not None):
            last = times * _AFTER_NUMBER[word]
            if last >= scale:
                return None, here + 1
            total, group, room, scale = total + last, None, _ANY, Fraction(_AFTER_NUMBER[word])
        else:
            return (None if (group or 0) >= scale else total + (group or 0)) if end > at else None, end
        end = here + 1


def _value(word: str) -> Fraction | None:
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?|[0-9]+/0*[1-9][0-9]*", word):
        return Fraction(word)
    small = _SMALL.get(word, _TENS.get(word))
    return None if small is None else Fraction(small)
