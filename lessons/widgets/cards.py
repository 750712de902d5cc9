"""The cards widget: fact cards to flip."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from ..cards import Card
from .payload import card_payload, facts_payload
from .source import joined, styles
from .static_form import cards_html


class Cards(anywidget.AnyWidget):
    """Cards to flip, with the source on the back.

    Args:
        cards: what to learn.
        seed: shuffles the cards, always in the same way; without it they come in the order given.
        title: shown above the cards.

    Attributes:
        ratings: how well each was known when it was last rated, by card id: again, hard, good or easy.

    >>> Cards([]), Cards([], seed=3)
    (Cards(0 cards), Cards(0 cards, seed=3))
    """

    _esm = joined("cards.js", render="renderCards")
    _css = styles("base", "feedback", "cards")

    cards = traitlets.List(traitlets.Dict()).tag(sync=True)
    facts = traitlets.Dict().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    ratings = traitlets.Dict().tag(sync=True)
    sent = traitlets.Int(0).tag(sync=True)
    heard = traitlets.Int(0).tag(sync=True)
    seed = traitlets.Int(None, allow_none=True).tag(sync=True)

    def __init__(self, cards: Sequence[Card], *, seed: int | None = None, title: str = "") -> None:
        ordered = list(cards)
        if seed is not None:
            random.Random(f"cards {seed}").shuffle(ordered)
        facts = facts_payload(card.fact for card in ordered)
        super().__init__(cards=[card_payload(card) for card in ordered], facts=facts, seed=seed, title=title)
        self._shown = tuple(ordered)

    @traitlets.observe("sent")
    def _hear(self, _change: object) -> None:
        self.heard = self.sent

    def __repr__(self) -> str:
        seed = "" if self.seed is None else f", seed={self.seed}"
        return f"Cards({len(self.cards)} card{'' if len(self.cards) == 1 else 's'}{seed})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": cards_html(self._shown, self.title)}, metadata
