"""An item as it was written, before it is known whether it is fit to be asked."""

from __future__ import annotations

from dataclasses import dataclass

from ..flaws import Flaw
from ..items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An item with its flaws.

    Attributes:
        by_hand: whether a note's `Q` or `not` is in it: its author is told of a flaw, and decides.
    """

    item: Item
    flaws: tuple[Flaw, ...]
    by_hand: bool = False

    @property
    def fit(self) -> bool:
        return self.by_hand or not self.flaws
