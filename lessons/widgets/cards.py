"""The cards widget: fact cards to flip."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import traitlets

from ..attempts import RATINGS
from ..cards import Card
from ..recording import Answer, Recording
from .front_end import front_end
from .payload import card_payload, facts_payload
from .recorded import Recorded, seconds_of
from .static_form import cards_html


class Cards(Recorded):
    """Cards to flip, with the source on the back.

    Args:
        cards: what to learn.
        seed: shuffles the cards, always in the same way; without it they come in the order given.
        title: shown above the cards.
        recording: keeps the ratings; nothing is kept without it.

    Attributes:
        ratings: how well each was known when it was last rated, by card id: again, hard, good or easy.

    >>> Cards([]), Cards([], seed=3)
    (Cards(0 cards), Cards(0 cards, seed=3))
    """

    front_end = front_end("cards.js", "renderCards", "base", "feedback", "cards")

    cards = traitlets.List(traitlets.Dict()).tag(sync=True)
    facts = traitlets.Dict().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    ratings = traitlets.Dict().tag(sync=True)
    seed = traitlets.Int(None, allow_none=True).tag(sync=True)

    def __init__(self, cards: Sequence[Card], *, seed: int | None = None, title: str = "", recording: Recording | None = None) -> None:
        ordered = list(cards)
        if seed is not None:
            random.Random(f"cards {seed}").shuffle(ordered)
        facts = facts_payload(card.fact for card in ordered)
        super().__init__(recording=recording, cards=[card_payload(card) for card in ordered], facts=facts, seed=seed, title=title)
        self._shown = tuple(ordered)
        self._facts_of = {card.id: card.fact.id for card in ordered}

    def _answer(self, asked: str, response: Any, seconds: Any) -> Answer | None:
        if asked not in self._facts_of or response not in RATINGS:
            return None
        rating = RATINGS.index(response) + 1
        return Answer(
            item=asked, facts=(self._facts_of[asked],), response=response, verdict=response, rating=rating, seconds=seconds_of(seconds)
        )

    def __repr__(self) -> str:
        seed = "" if self.seed is None else f", seed={self.seed}"
        return f"Cards({len(self.cards)} card{'' if len(self.cards) == 1 else 's'}{seed})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": cards_html(self._shown, self.title)}, metadata
