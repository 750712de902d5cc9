"""The quiz widget: items to practise with, marked in the browser at once and known to Python."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import traitlets

from ..items import Item
from ..recording import Answer, Recording
from ..scoring import Score, Total, score, total
from .front_end import front_end
from .payload import facts_of, facts_payload, item_payload
from .recorded import Recorded, gone_on_with
from .static_form import quiz_html

FIRST = 20
"""How many items are sent at once: more than anyone answers before the rest has come."""


def _fact_ids(item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.id for fact in item.facts))


def _facts(items: Sequence[Item]) -> dict[str, Any]:
    return facts_payload(fact for item in items for fact in facts_of(item))


class Quiz(Recorded):
    """A quiz to practise with, one item at a time.

    Responses are marked in the browser; each marked one comes back in `responses`, so that `score` and `missed` know it. Without a kernel
    practice goes on, and the widget says that it is not recorded. The key of every item is in the page: this is for practice; see
    `lessons.exam` for a paper without keys.

    Args:
        items: what is asked, in this order.
        seed: what the items were drawn with; shown in the `repr`.
        title: shown above the questions.
        minutes: the time to practise against, which can be paused; none without it.
        recording: keeps the responses, and knows those of a sitting that was broken off; nothing is kept without it.

    Attributes:
        responses: what was responded last, by item id: an option's id, a list of them, or the text typed; empty for "show me".
        seconds: how long each was thought about, by item id.

    >>> Quiz([], seed=3)
    Quiz(0 items, seed=3)
    """

    front_end = front_end("quiz.js", "renderQuiz", "base", "question", "rows", "feedback", "report")

    # A long quiz sends its first items, and the rest once these are shown: it opens as fast as a short one.
    items = traitlets.List(traitlets.Dict()).tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)
    wants_rest = traitlets.Bool(False).tag(sync=True)
    rest = traitlets.List(traitlets.Dict()).tag(sync=True)
    facts = traitlets.Dict().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    minutes = traitlets.Float(None, allow_none=True).tag(sync=True)
    responses = traitlets.Dict().tag(sync=True)
    seconds = traitlets.Dict().tag(sync=True)

    def __init__(
        self, items: Sequence[Item], *, seed: int = 1, title: str = "", minutes: float | None = None, recording: Recording | None = None
    ) -> None:
        self._asked = tuple(items)
        self._by_id = {item.id: item for item in self._asked}
        self._seed = seed
        first = self._asked[:FIRST]
        super().__init__(
            recording=recording,
            items=list(map(item_payload, first)),
            count=len(self._asked),
            facts=_facts(first),
            title=title,
            minutes=minutes,
            **gone_on_with(recording, self._by_id),
        )
        self._counted.update(self.seconds)

    @traitlets.observe("wants_rest")
    def _send_rest(self, _change: object) -> None:
        if self.wants_rest and not self.rest:
            with self.hold_sync():
                self.facts = _facts(self._asked)
                self.rest = list(map(item_payload, self._asked[FIRST:]))

    def _take(self, entries: Sequence[list[Any]]) -> None:
        if self._recording and self._recording.has_begun and not self.responses:
            self._recording.again()  # "Start again"
            self._counted.clear()
        super()._take(entries)
        if self._recording and entries and set(self.responses) >= set(self._by_id):
            self._recording.end()

    def _answer(self, asked: str, response: Any, seconds: Any) -> Answer | None:
        item = self._by_id.get(asked)
        if item is None:
            return None
        return Answer(item=asked, facts=_fact_ids(item), response=response, score=score(item, response), seconds=self._took(asked, seconds))

    @property
    def score(self) -> Total:
        """Marks of all items; one with no response yet has none.

        >>> print(Quiz([]).score)
        0 of 0
        """
        return total(self._score(item) for item in self._asked)

    @property
    def missed(self) -> tuple[Item, ...]:
        """The items that were responded to and not got right, "show me" among them.

        >>> Quiz([]).missed
        ()
        """
        return tuple(item for item in self._asked if item.id in self.responses and self._score(item).verdict != "right")

    def _score(self, item: Item) -> Score:
        return score(item, self.responses.get(item.id))

    def __repr__(self) -> str:
        return f"Quiz({len(self._asked)} item{'' if len(self._asked) == 1 else 's'}, seed={self._seed})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": quiz_html(self._asked, self.title)}, metadata
