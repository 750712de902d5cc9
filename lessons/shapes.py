"""What an option's text is: a date of some precision, a number, a share, or words; how it sorts, and what says the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import dates
from .ids import plain
from .quantities import read as read_quantity

_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_BARE = re.compile(r"[+−-]?\d[\d,]*(?:\.\d+)?|\d+/\d+")
_FRACTION = re.compile(r"(\d{1,9})/([1-9]\d{0,8})")
_NUMERAL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|thousand|million|once|twice|thrice|half|zero)"
)
_MAYBE = re.compile(rf"\d|\bcentury\b|\b{_NUMERAL}\b", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?<![A-Za-z\d])\d|\b(?<!\w )(?:one|half)\b|(?!\b(?:one|half)\b)\b{_NUMERAL}\b", re.IGNORECASE)

# What a number measures, as far as one kind of measure cannot be taken for another.
_MEASURES = {
    unit: measure
    for measure, units in {
        "money": "dollar euro pound rupee yen ₹ rs crore usd",
        "warmth": "°c °f k kelvin degree degrees",
        "share": "per cent percent %",
        "length": "km m cm mm mile metre meter kilometre kilometer foot feet inch light-year",
        "mass": "kg g mg tonne ton gram kilogram",
        "time": "second minute hour day week month year decade",
    }.items()
    for unit in units.split()
} | {"per cent": "share"}


@lru_cache(maxsize=16_384)
def numbered(text: str) -> bool:
    """Whether a text carries a number, in figures or in words.

    >>> numbered("in 14 lines"), numbered("two wives"), numbered("no one"), numbered("vitamin B12")
    (True, True, False, False)
    """
    return bool(_NUMBERED.search(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A text as an option.

    Attributes:
        kind: ``"date: "`` and a precision, ``"number"`` or ``"words"``.
        same: equal for texts that say the same: case, articles, and the way a date or a number is written put aside.
        rank: its place among options of its kind; empty for words.
        unit: what a number counts.
        measure: what kind of thing that is, such as money or length; empty for a count.
        mask: the text with its figures left out.
    """

    kind: str
    same: str
    rank: tuple[object, ...] = ()
    unit: str = ""
    measure: str = ""
    mask: str = ""

    def goes_with(self, other: Shape) -> bool:
        """Whether two options are of one kind; a bare year is a number, too."""
        if self.mask == other.mask:
            return True
        if self.kind == other.kind:
            return self.measure == other.measure
        return {self.kind, other.kind} == {"number", "date: year"} and not (self.measure or other.measure)


@lru_cache(maxsize=16_384)
def shape(text: str) -> Shape:
    """The shape of a text.

    >>> shape("12 September 2001").kind, shape("300,000").kind, shape("4 %").measure, shape("Seven Years War").kind
    ('date: day', 'number', 'share', 'words')
    >>> shape("3 lakh").same == shape("300,000").same, shape("the Quad").same == shape("Quad").same
    (True, True)
    """
    lowered = " ".join(text.lower().split())
    bare = re.sub(r"^(?:the|an?) (?=\w\w)", "", lowered)
    words = f"{re.sub(r'[^+−-]', '', text[:1])}{plain(bare) or bare}"
    mask = _FIGURE.sub("#", lowered)
    if not _MAYBE.search(text):
        return Shape(kind="words", same=words, mask=mask)
    if not _BARE.fullmatch(text.strip()):
        readings = dates.typed(text)
        if len(readings) == 1:
            return Shape(kind=f"date: {readings[0].precision}", same=readings[0].edtf, rank=dates.sort_key(readings[0]), mask=mask)
        if re.search(r"\d\w* century", lowered):
            return Shape(kind="date: century", same=words, mask=mask)
    fraction = _FRACTION.fullmatch(text.strip())
    if fraction:
        value = int(fraction[1]) / int(fraction[2])
        return Shape(kind="number", same=f"{value}", rank=(value,), mask=mask)
    if re.match(rf"[a-z]+-(?!{_NUMERAL})[a-z]", lowered):  # "two-hourly", not "thirty-six"
        return Shape(kind="words", same=words, mask=mask)
    quantity = read_quantity(text.strip().removeprefix("+"))
    if (
        quantity is None
        or quantity.unit[:1].isupper()
        or len(quantity.unit.split()) > 2
        or re.match(r"(?:once|twice|thrice) \w", lowered)
        or numbered(quantity.unit)
    ):
        return Shape(kind="words", same=words, mask=mask)
    unit = plain(quantity.unit).removesuffix("s") or quantity.unit
    measure = _MEASURES.get(unit, _MEASURES.get(quantity.unit.lower(), ""))
    same = f"{quantity.qualifier} {quantity.value} {unit}".strip()
    return Shape(kind="number", same=same, rank=(quantity.value,), unit=unit, measure=measure, mask=mask)


def ranks(texts: Sequence[str]) -> list[tuple[object, ...]] | None:
    """Keys to sort texts by, where they are dates, numbers of one unit, or differ by their figures alone; else None.

    >>> ranks(["Article 5", "Article 10"]), ranks(["red", "blue"])
    ([(5.0,), (10.0,)], None)
    """
    shapes = [shape(text) for text in texts]
    days = all(one.kind.startswith("date") and one.rank for one in shapes)
    if days or all(one.kind == "number" for one in shapes):
        return [one.rank for one in shapes] if days or len({one.unit for one in shapes}) == 1 else None
    if len({one.mask for one in shapes}) == 1 and "#" in shapes[0].mask:
        figures = [_FIGURE.findall(text) for text in texts]
        if all(figure.count(".") < 2 for found in figures for figure in found):
            return [tuple(float(figure.replace(",", "")) for figure in found) for found in figures]
    return None
