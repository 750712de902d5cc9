"""Numbers as people write them, with what they are numbers of.

Digits with English or Indian grouping, decimals, number words, "once" and "twice", thousand to crore, a currency sign before, a unit or
per cent after, and a qualifier ("about 40"). Not read: fractions in words, Roman numerals, number ranges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_WORDS = {word: n for n, word in enumerate(_ONES)} | {"no": 0, "a": 1, "once": 1, "twice": 2, "thrice": 3, "dozen": 12}
_WORDS |= {word: 10 * n for n, word in enumerate(("twenty thirty forty fifty sixty seventy eighty ninety").split(), 2)}
_SCALES = {"hundred": 100, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
_TIMES = {"once", "twice", "thrice"}
_CURRENCY = {"$": "dollars", "€": "euros", "£": "pounds", "₹": "rupees", "¥": "yen"}
_QUALIFIER = re.compile(
    r"(about|around|approximately|roughly|nearly|almost|over|more than|at least|fewer than|less than|up to|some|exactly|only|~)\s*(?=\S)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(\d{1,3}(?:[ ,\u00a0\u202f']\d{2,3})*[ ,\u00a0\u202f']\d{3}|\d+)(\.\d+)?(?![\d.,]*\d)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit.

    Attributes:
        value: the number itself; an int where it is whole.
        unit: what it counts or measures, as written ("per cent", "days"); empty for a bare count.
        qualifier: "about", "more than" and the like; empty for none.
    """

    value: int | float
    unit: str = ""
    qualifier: str = ""

    @property
    def text(self) -> str:
        """The quantity as a person writes it.

        >>> Quantity(value=300000).text, Quantity(value=4.2, unit="per cent", qualifier="about").text
        ('300,000', 'about 4.2 per cent')
        """
        if self.unit == "times" and not self.qualifier and self.value in (1, 2):
            return ("once", "twice")[int(self.value) - 1]
        unit = self.unit.removesuffix("s") if self.value == 1 and self.unit in _PLURALS else self.unit
        return " ".join(part for part in (self.qualifier, figure(self.value), unit) if part)

    def __str__(self) -> str:
        return self.text


_PLURALS = frozenset(("days weeks months years hours minutes seconds dollars euros pounds rupees members states points times").split())


def figure(value: int | float) -> str:
    """A number in digits, grouped from five digits on, so that 1949 does not turn into 1,949.

    >>> figure(1949), figure(300000), figure(0.5)
    ('1949', '300,000', '0.5')
    """
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    return f"{value:,.10f}".rstrip("0").rstrip(".") if abs(value) >= 10_000 else f"{value:.10f}".rstrip("0").rstrip(".")


def read(text: str) -> Quantity | None:
    """The quantity that a text opens with; None where it opens with no number.

    >>> read("300,000"), read("3 lakh").value, read("twice")
    (Quantity(value=300000, unit='', qualifier=''), 300000, Quantity(value=2, unit='times', qualifier=''))
    >>> read("about 4.2 per cent").text, read("twenty-one days").value, read("many ships") is None
    ('about 4.2 per cent', 21, True)
    """
    rest = " ".join(text.split())[:200]
    sign, currency, qualifier = 1, "", ""
    match = _QUALIFIER.match(rest)
    if match:
        qualifier, rest = match[1].lower().replace("~", "about"), rest[match.end() :]
    if rest[:1] in ("-", "−"):
        sign, rest = -1, rest[1:]
    if rest[:1] in _CURRENCY:
        currency, rest = _CURRENCY[rest[0]], rest[1:].lstrip()
    found = _digits(rest) or _in_words(rest)
    if found is None:
        return None
    value, rest, unit = found
    rest = re.sub(r"^-(?=[a-z])", "", rest.strip())
    unit = unit or ("per cent" if re.match(r"(?:%|per ?cent\b|percent\b)", rest, re.IGNORECASE) else rest or currency)
    return Quantity(value=_whole(sign * value), unit=unit.strip(" ."), qualifier=qualifier)


def _digits(rest: str) -> tuple[float, str, str] | None:
    match = _DIGITS.match(rest)
    if not match:
        return None
    whole = re.sub(r"\D", "", match[1])
    value: float = float(whole + match[2]) if match[2] else int(whole)
    rest = rest[match.end() :]
    scale = re.match(r"\s*([a-z]+)\b", rest, re.IGNORECASE)
    while scale and scale[1].lower() in _SCALES:
        value *= _SCALES[scale[1].lower()]
        rest = rest[scale.end() :]
        scale = re.match(r"\s*([a-z]+)\b", rest, re.IGNORECASE)
    return value, rest, ""


def _in_words(rest: str) -> tuple[float, str, str] | None:
    """Number words: twenty-one, three hundred and five, four lakh."""
    total = current = 0
    end, seen, unit = 0, False, ""
    for match in re.finditer(r"[a-z]+", rest, re.IGNORECASE):
        word = match[0].lower()
        if rest[end : match.start()].replace("and", "", 1 if seen else 0).strip(" -‐‑"):
            break
        if word in _WORDS and not (word in ("a", "no") and seen):
            current = current * 12 if word == "dozen" and seen else current + _WORDS[word]
            unit = "times" if word in _TIMES else ""
        elif word in _SCALES and seen:
            if _SCALES[word] == 100:
                current *= 100
            else:
                total, current = total + current * _SCALES[word], 0
        elif word == "and" and seen:
            continue
        else:
            break
        seen, end = True, match.end()
    only_article = re.match(r"(?:a|no)\b", rest, re.IGNORECASE) and end <= 2
    return (total + current, rest[end:], unit) if seen and not only_article else None


def _whole(value: float) -> int | float:
    rounded = round(value, 10)
    return int(rounded) if rounded == int(rounded) else rounded
