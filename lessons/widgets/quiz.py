"""The quiz widget: items to practise with, marked in the browser at once and known to Python."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from ..items import Item
from ..scoring import Score, Total, score, total
from .payload import item_payload
from .source import joined, static
from .static_form import quiz_html


class Quiz(anywidget.AnyWidget):
    """A quiz to practise with, one item at a time.

    Responses are marked in the browser; each marked one comes back in `responses`, so that `score` and `missed` know it. Without a kernel
    practice goes on, only Python does not hear of it. The key of every item is in the page: this is for practice, not for exams.

    Args:
        items: what is asked, in this order.
        seed: what the items were drawn with; shown in the `repr`.
        title: shown above the questions.

    Attributes:
        responses: what was responded last, by item id: an option's id, a list of them, or the text typed; empty for "show me".

    >>> Quiz([], seed=3)
    Quiz(0 items, seed=3)
    """

    _esm = joined("quiz.js", render="renderQuiz")
    _css = static("style.css")

    items = traitlets.List(traitlets.Dict()).tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    responses = traitlets.Dict().tag(sync=True)

    def __init__(self, items: Sequence[Item], *, seed: int = 1, title: str = "") -> None:
        super().__init__(items=[item_payload(item) for item in items], title=title)
        self._asked = tuple(items)
        self._seed = seed

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
        return {**data, "text/html": quiz_html(self.items, self.title)}, metadata
