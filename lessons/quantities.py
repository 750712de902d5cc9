"""Numbers as people write them, with what they are numbers of.

A number in digits or words (see `lessons.numerals`), with a currency sign before, a unit or per cent after, and a qualifier ("about 40").
Not read: number ranges, and fractions that have no end in digits.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .numerals import NUMERAL, run

_CURRENCY = {"$": "dollars", "€": "euros", "£": "pounds", "₹": "rupees", "¥": "yen"}
_QUALIFIER = re.compile(
    r"(about|around|approximately|roughly|nearly|almost|over|more than|at least|fewer than|less than|up to|some|exactly|only|~)\s*(?=\S)",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"{NUMERAL.pattern}|[a-z]+")
_TIMES = {"once", "twice", "thrice"}
# What may stand behind a number as its unit; not another number, as in "20–30", "8 or 9" and "12th".
_UNIT = re.compile(r"(?!(?:to|or|and|of|st|nd|rd|th|e\d+)\b)(?:[^\W\d_]|[°%‰€$£₹])")


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
    def range(self) -> tuple[float, float]:
        """The least and the most that it can be.

        >>> Quantity(value=30, qualifier="more than").range, Quantity(value=30, qualifier="about").range
        ((30, inf), (30, 30))
        """
        least = self.value if self.qualifier not in ("fewer than", "less than", "up to") else -math.inf
        most = self.value if self.qualifier not in ("over", "more than", "at least") else math.inf
        return least, most

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
    exact = Decimal(repr(value))
    return f"{exact:,f}" if abs(value) >= 10_000 else f"{exact:f}"


def read(text: str) -> Quantity | None:
    """The quantity that a text opens with; None where it opens with no number.

    >>> read("300,000"), read("3 lakh").value, read("twice")
    (Quantity(value=300000, unit='', qualifier=''), 300000, Quantity(value=2, unit='times', qualifier=''))
    >>> read("about 4.2 per cent").text, read("twenty-one days").value, read("many ships") is None
    ('about 4.2 per cent', 21, True)
    """
    rest = " ".join(text.split()).replace("’", "'")
    if len(rest) > 200:
        return None
    sign, currency, qualifier = 1, "", ""
    match = _QUALIFIER.match(rest)
    if match:
        qualifier, rest = match[1].lower().replace("~", "about"), rest[match.end() :]
    if rest[:1] in ("-", "−"):
        sign, rest = -1, rest[1:]
    if rest[:1] in _CURRENCY:
        currency, rest = _CURRENCY[rest[0]], rest[1:].lstrip()
    tokens = list(_TOKEN.finditer(rest.lower()))
    words = [re.sub(r"[ ,']", "", token[0]) for token in tokens]
    value, end = run(words, 0)
    ratio = any(re.search(r"/\d\d", word) for word in words[:end])  # 120/80 is no fraction
    if value is None or tokens[0].start() or ratio or not _writable(value):
        return None
    rest = re.sub(r"^-(?=[a-z])", "", rest[tokens[end - 1].end() :].strip())
    if rest and not _UNIT.match(rest):
        return None
    if end == 1 and words[0] in _TIMES:
        unit = "times"
    elif re.match(r"(?:%|per ?cent\b|percent\b)", rest, re.IGNORECASE):
        unit = "per cent"
    else:
        unit = rest or currency
    return Quantity(value=_whole(sign * value), unit=unit.strip(" ."), qualifier=qualifier)


def _writable(value: Fraction) -> bool:
    """Whether a number is one that can be shown in digits to the last place, and that a browser counts with exactly."""
    return abs(value) <= 10**15 and 10**12 % value.denominator == 0


def _whole(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)
