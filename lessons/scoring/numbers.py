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


_SHARE = re.compile("half|thirds?|quarters?|[½¼¾⅓⅔/]")
_UNIT_WORDS = (
    "second seconds sec secs|minute minutes min mins|hour hours hr hrs|day days|week weeks|fortnight fortnights|month months|"
    "year years yr yrs|decade decades|century centuries|millimetre millimetres millimeter millimeters mm|"
    "centimetre centimetres centimeter centimeters cm|metre metres meter meters|kilometre kilometres kilometer kilometers km|"
    "inch inches|foot feet ft|yard yards|mile miles|percent pct"
)
_UNIT = {word: words.split()[0] for words in _UNIT_WORDS.split("|") for word in words.split()}


def score_number(key: Fraction, typed: str, unit: str = "") -> Score:
    """Mark a typed number: the one number that it can be read as is the key, exactly.

    Args:
        key: the number that is right.
        typed: the response.
        unit: what the key counts or measures, such as "years"; a response in another unit of time, length or share is asked about.

    >>> score_number(Fraction(300000), "3 lakh").verdict, score_number(Fraction(8), "8 or 9").message
    ('right', 'Type one number, such as 12 or 40,000.')
    """
    value, said = _quantity(typed)
    if value is None or (value != key == 1000 * value and re.search("[1-9][0-9]{0,2}\\.[0-9]{3}(?![0-9])", typed)):
        return scored("ask", f"Type one number, such as {number_hint(key)}.")
    words = _words(unit.lower())
    wanted = next((found for at in range(len(words)) if (found := _unit(words, at))), "")
    if unit and said and said != wanted:
        return scored("ask", "Check the unit.")
    if said == "percent" and not unit and 0 < key < 1:  # 50% is 0.5
        return scored("right" if value in (key, 100 * key) else "wrong")
    if wanted == "percent" and not said and _SHARE.search(typed.lower()):  # half is 50%
        return scored("right" if key in (value, 100 * value) else "wrong")
    return scored("right" if value == key else "wrong")


def number_hint(key: Fraction | float) -> str:
    """Numbers to show the form of; none of them is the key.

    >>> number_hint(8), number_hint(12)
    ('12 or 40,000', '15 or 25,000')
    """
    return "15 or 25,000" if key in (12, 40_000) else "12 or 40,000"


def number(text: str) -> Fraction | None:
    """The one number that a person typed; None where there is none, several, or it could be two.

    >>> [str(number(text)) for text in ("3,00,000", "3 lakh", "0.3 million", "thirty-two members", "about 40 %", "twice")]
    ['300000', '300000', '300000', '32', '40', '2']
    >>> [number(text) for text in ("8 or 9", "more than 40", "4,2", "8th", "many")]
    [None, None, None, None, None]
    """
    return _quantity(text)[0]


def _quantity(text: str) -> tuple[Fraction | None, str]:
    """The number and the unit of time, length or share behind it, as `_UNIT` names it; empty where there is none."""
    if len(text) > LONGEST:
        return None, ""
    plain = re.sub(f"[{SPACE}_]+", " ", text.lower()).translate(str.maketrans("０１２３４５６７８９’−–", "0123456789'--"))
    for sign, fraction in zip("½¼¾⅓⅔", ("1/2", "1/4", "3/4", "1/3", "2/3"), strict=True):
        plain = plain.replace(sign, f" {fraction} ")
    plain = re.sub(r"(?<![0-9])\.(?=[0-9])", "0.", unstopped(_ABOUT.sub("", plain)))
    unsigned = re.sub("^(?:-|(?:minus|negative) ) *", "", plain)
    if _COMPARING.search(unsigned) or re.search("(?<![0-9a-z])-[0-9]", unsigned):
        return None, ""
    if re.search("(?<![0-9.,])[1-9][0-9]{0,2}[.]000(?![0-9])", unsigned):
        return None, ""  # 300.000 is 300 for some and 300,000 for others
    if re.search("[0-9²³¹⁰-⁹]", NUMERAL.sub(" ", unsigned)) or re.search("[0-9](?:st|nd|rd|th|m)(?![a-z])", unsigned):
        return None, ""
    spaced = NUMERAL.sub(lambda m: " " + re.sub("[ ,']", "", m[0]) + " ", unsigned)
    runs = _runs(_words(spaced))
    found = {value for value, _ in runs}
    value = found.pop() if len(found) == 1 else None
    unit = next((unit for _, unit in runs if unit), "")
    return (-value if value is not None and unsigned != plain else value), unit


def _words(text: str) -> list[str]:
    return re.findall("[0-9./]+|[a-z]+", text.replace("%", " percent "))


def _unit(words: list[str], at: int) -> str:
    """The unit of time, length or share that the words name from `words[at]` on, as `_UNIT` names it."""
    if words[at : at + 1] in (["a"], ["an"]):  # half a day
        at += 1
    if words[at : at + 2] == ["per", "cent"]:
        return "percent"
    return _UNIT.get(words[at], "") if at < len(words) else ""


def _runs(words: list[str]) -> list[tuple[Fraction | None, str]]:
    """The numbers among the words, in order, each with its unit; None for words that count but make no number."""
    found: list[tuple[Fraction | None, str]] = []
    at = 0
    while at < len(words):
        value, end = run(words, at)
        if end > at:
            found.append((value, _unit(words, end)))
        at = max(end, at + 1)
    return found


def unstopped(text: str) -> str:
    """Without the full stops that are no decimal points: U.S. is US, Rs.300 is Rs 300, 4.2 stays.

    >>> unstopped("u.s. navy of 4.2"), unstopped("rs.300")
    ('us navy of 4.2', 'rs 300')
    """
    return re.sub(r"(?<=[a-z])\.", " ", re.sub(r"\.(?![0-9])", "", text))
