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
_GROUPED = re.compile(r"\W*\d{1,3}(?:,\d{2,3})+(?:\.\d+)?\W*")
_MAYBE = re.compile(
    r"\d|\b(?:century|none|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|once|twice|"
    r"half|third|quarter)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A text as an option.

    Attributes:
        kind: ``"date: "`` and a precision, ``"number"``, ``"share"`` (per cent) or ``"words"``.
        same: equal for texts that say the same: case, articles, and the way a date or a number is written put aside.
        rank: its place among options of its kind; empty for words.
        unit: what a number counts.
        mask: the text with its figures left out.
    """

    kind: str
    same: str
    rank: tuple[object, ...] = ()
    unit: str = ""
    mask: str = ""


@lru_cache(maxsize=16_384)
def shape(text: str) -> Shape:
    """The shape of a text.

    >>> shape("12 September 2001").kind, shape("300,000").kind, shape("4 %").kind, shape("Seven Years War").kind
    ('date: day', 'number', 'share', 'words')
    >>> shape("3 lakh").same == shape("300,000").same, shape("the Quad").same == shape("Quad").same
    (True, True)
    """
    lowered = " ".join(text.lower().split())
    words = " ".join(word for word in plain(text).split() if word not in ("the", "a", "an")) or plain(text)
    if not _MAYBE.search(text):
        return Shape(kind="words", same=words, mask=lowered)
    mask = _FIGURE.sub("#", lowered)
    readings = () if _GROUPED.fullmatch(text) else dates.typed(text)
    if len(readings) == 1:
        return Shape(kind=f"date: {readings[0].precision}", same=readings[0].edtf, rank=dates.sort_key(readings[0]), mask=mask)
    quantity = read_quantity(text)
    if quantity is None or quantity.unit[:1].isupper() or len(quantity.unit.split()) > 2:
        return Shape(kind="words", same=words, mask=mask)
    unit = plain(quantity.unit).removesuffix("s")
    kind = "share" if quantity.unit == "per cent" else "number"
    return Shape(kind=kind, same=f"{quantity.qualifier} {quantity.value} {unit}".strip(), rank=(quantity.value,), unit=unit, mask=mask)


def ranks(texts: Sequence[str]) -> list[tuple[object, ...]] | None:
    """Keys to sort texts by, where they are dates, numbers of one unit, or differ by their figures alone; else None.

    >>> ranks(["Article 5", "Article 10"]), ranks(["red", "blue"])
    ([(5.0,), (10.0,)], None)
    """
    shapes = [shape(text) for text in texts]
    days = all(one.kind.startswith("date") for one in shapes)
    if days or all(one.kind in ("number", "share") for one in shapes):
        return [one.rank for one in shapes] if days or len({one.unit for one in shapes}) == 1 else None
    if len({one.mask for one in shapes}) == 1 and "#" in shapes[0].mask:
        figures = [_FIGURE.findall(text) for text in texts]
        if all(figure.count(".") < 2 for found in figures for figure in found):
            return [tuple(float(figure.replace(",", "")) for figure in found) for found in figures]
    return None
