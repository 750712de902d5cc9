"""The one number that a person typed, in digits or words, with English or Indian grouping and scales.

Where a text holds no number, several, or one that could be two, nothing is guessed. Not read: Roman numerals, decimal commas, ordinals.
"""

from __future__ import annotations

import re
from fractions import Fraction

from ..numerals import NUMERAL, run
from .records import LONGEST, SPACE, Score, scored

_ABOUT = re.compile("^ *(?:(?:about|around|approximately|approx|roughly|circa|ca?|nearly|almost|some)(?![a-z])[.]?|[~≈])? *")
# "more than 40" is not 40, and "8 or 9" are two numbers: both are asked about.
_COMPARING = re.compile(
    r"[<>≤≥±+]|\b(?:more|less|fewer|over|under|above|below|than|least|most|not|no|never|or|between|minus|up|to)\b", re.ASCII
)


def score_number(key: Fraction, typed: str) -> Score:
    """Mark a typed number: the one number that it can be read as is the key, exactly.

    >>> score_number(Fraction(300000), "3 lakh").verdict, score_number(Fraction(8), "8 or 9").message
    ('right', 'Type one number, such as 12 or 40,000.')
    """
    value = number(typed)
    if value is None:
        # No example may be the key.
        return scored("ask", f"Type one number, such as {'15 or 25,000' if key in (12, 40_000) else '12 or 40,000'}.")
    return scored("right" if value == key else "wrong")


def number(text: str) -> Fraction | None:
    """The one number that a person typed; None where there is none, several, or it could be two.

    >>> [str(number(text)) for text in ("3,00,000", "3 lakh", "0.3 million", "thirty-two members", "about 40 %", "twice")]
    ['300000', '300000', '300000', '32', '40', '2']
    >>> [number(text) for text in ("8 or 9", "more than 40", "4,2", "8th", "many")]
    [None, None, None, None, None]
    """
    if len(text) > LONGEST:
        return None
    plain = re.sub(f"[{SPACE}_]+", " ", text.lower()).translate(str.maketrans("０１２３４５６７８９’−–", "0123456789'--"))
    for sign, fraction in zip("½¼¾⅓⅔", ("1/2", "1/4", "3/4", "1/3", "2/3"), strict=True):
        plain = plain.replace(sign, f" {fraction} ")
    plain = re.sub(r"(?<![0-9])\.(?=[0-9])", "0.", unstopped(_ABOUT.sub("", plain)))
    unsigned = re.sub("^(?:-|minus ) *", "", plain)
    if _COMPARING.search(unsigned) or re.search("(?<![0-9a-z])-[0-9]", unsigned):
        return None
    if re.search("[0-9²³¹⁰-⁹]", NUMERAL.sub(" ", unsigned)) or re.search("[0-9](?:st|nd|rd|th|m)(?![a-z])", unsigned):
        return None
    spaced = NUMERAL.sub(lambda m: " " + re.sub("[ ,']", "", m[0]) + " ", unsigned)
    found = set(_runs(re.findall("[0-9./]+|[a-z]+", spaced)))
    value = found.pop() if len(found) == 1 else None
    return -value if value is not None and unsigned != plain else value


def _runs(words: list[str]) -> list[Fraction | None]:
    """The numbers among the words, in order; None for words that count but make no number."""
    found: list[Fraction | None] = []
    at = 0
    while at < len(words):
        value, end = run(words, at)
        if end > at:
            found.append(value)
        at = max(end, at + 1)
    return found


def unstopped(text: str) -> str:
    """Without the full stops that are no decimal points: U.S. is US, Rs.300 is Rs 300, 4.2 stays.

    >>> unstopped("u.s. navy of 4.2"), unstopped("rs.300")
    ('us navy of 4.2', 'rs 300')
    """
    return re.sub(r"(?<=[a-z])\.", " ", re.sub(r"\.(?![0-9])", "", text))
