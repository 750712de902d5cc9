"""The daily review: what is due, what is new, and what the coming days bring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, Literal

import ipywidgets as w

from ..deck import Deck
from ..history import Today, ahead, look
from ..items import Item
from ..planning import Plan
from ..recording import Recording
from ..store import StoreError, learner_name, open_store, place
from ..workload import Load
from .cards import Cards
from .quiz import Quiz

Asked = Literal["cards", "items"]


class Review(w.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """What a learner is to be asked today, as cards to rate or as items to answer, and the load of the coming days.

    Args:
        deck: whose facts are asked.
        plan: the pace, the limits and the examination.
        ask: "cards" to rate how well each was known, "items" to answer a question about each.
        learner, where, now: as in `lessons.recording.Recording`.
        seed: draws the order, the questions and how far apart repetitions fall.

    Attributes:
        today: what was found when it was last looked.
        shown: the cards or the quiz; None where nothing is due.

    Raises:
        StoreError: where recording is switched off, or the history cannot be read.
    """

    def __init__(
        self,
        deck: Deck,
        *,
        plan: Plan,
        ask: Asked = "cards",
        learner: str | None = None,
        where: str | Path | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        seed: int = 1,
    ) -> None:
        if place(where) is None:
            raise StoreError("LESSONS_DB is off: nothing is recorded, so nothing can be due; set it to a path, or unset it")
        self._deck, self._plan, self._ask, self._seed = deck, plan, ask, seed
        self._learner, self._where, self._now = learner_name(learner), where, now
        self._head, self._ahead = w.HTML(), w.HTML()
        self._more = w.Button(description="Ask what is due now", icon="refresh", layout=w.Layout(min_height="28px", width="auto"))
        self._more.on_click(lambda _button: self._draw())
        self._shown = w.VBox()
        super().__init__([self._head, self._shown, w.Box([self._more]), self._ahead])
        self._draw()

    def _draw(self) -> None:
        """Look at what is due and show it."""
        self.today = self._look()
        facts = [*self.today.queue.due, *self.today.queue.new]
        self.shown = self._cards(facts) if self._ask == "cards" else self._quiz(facts)
        self._shown.children = [self.shown] if self.shown else []
        if self.shown:
            self.shown.observe(lambda _change: self._told(), names="kept")
        self._tell()

    def _told(self) -> None:
        """Something was recorded: what is left is another now."""
        self.today = self._look()
        self._tell()

    def _look(self) -> Today:
        return look(self._deck, open_store(self._where), self._learner, self._plan, now=self._now(), seed=self._seed)

    def _tell(self) -> None:
        lines = [_headline(self.today), *_asides(self.today, self._plan)]
        self._head.value = "".join(f'<p class="lessons-review-line">{escape(line)}</p>' for line in lines)
        loads = ahead(self._deck, open_store(self._where), self._learner, self._plan, self.today)  # last: what is due is on its way by then
        self._ahead.value = _ahead(loads)

    def _cards(self, facts: list[str]) -> Cards | None:
        by_fact = {card.fact.id: card for card in self._deck.cards()}
        cards = [by_fact[fact] for fact in facts]
        return Cards(cards, recording=self._recording([card.id for card in cards])) if cards else None

    def _quiz(self, facts: list[str]) -> Quiz | None:
        items = [item for fact in facts if (item := self._item(fact))]
        return Quiz(items, seed=self._seed, recording=self._recording([item.id for item in items])) if items else None

    def _item(self, fact: str) -> Item | None:
        """Another question about the fact at each review."""
        if not hasattr(self, "_items"):
            self._items: dict[str, list[Item]] = {}
            for item in self._deck.items(seed=self._seed):
                if {one.id for one in item.facts} == {item.facts[0].id}:
                    self._items.setdefault(item.facts[0].id, []).append(item)
        found = self._items.get(fact, [])
        state = self.today.states.get(fact)
        return found[(state.reviews if state else 0) % len(found)] if found else None

    def _recording(self, asked: list[str]) -> Recording:
        return Recording(mode="review", asked=asked, seed=self._seed, learner=self._learner, where=self._where, now=self._now)

    def __repr__(self) -> str:
        return f"Review({len(self.today.queue.due)} due, {len(self.today.queue.new)} new)"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        data: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        shown = self.shown._repr_mimebundle_()[0].get("text/html", "") if self.shown else ""
        return data | {"text/plain": repr(self), "text/html": f"<p>{escape(_headline(self.today))}</p>{shown}"}


def _headline(today: Today) -> str:
    due, new, back = len(today.queue.due), len(today.queue.new), today.queue.back
    if due or new:
        parts = [f"{due} to review" if due else "", f"{new} new" if new else ""]
        return f"Today: {' and '.join(filter(None, parts))}."
    if back:
        return f"Done for now. The next comes back at {back.astimezone():%H:%M}."
    return "Nothing is due today. Well done." if today.known else "There is nothing to ask in these notes."


def _asides(today: Today, plan: Plan) -> list[str]:
    told = []
    if plan.exam and plan.exam > today.day:
        left = (plan.exam - today.day).days
        told.append(f"{left} day{'' if left == 1 else 's'} until the examination.")
    if today.queue.later:
        told.append(f"{today.queue.later} more are due; they wait for tomorrow, as you set {plan.reviews_a_day} reviews a day.")
    if today.pace:
        told.append(today.pace)
    return told


def _ahead(loads: Any) -> str:
    """The coming days as a small table with bars; the numbers say the same."""
    rows = list(loads)
    most = max([1, *(load.due + load.new for load in rows)])
    cells = "".join(_row(load, n, most) for n, load in enumerate(rows))
    return (
        '<details class="lessons-ahead"><summary>The coming days, if you know everything you are asked</summary>'
        '<table><thead><tr><th scope="col">Day</th><th scope="col">Reviews</th><th scope="col">New</th><th aria-hidden="true"></th></tr>'
        f"</thead><tbody>{cells}</tbody></table></details>"
    )


def _row(load: Load, n: int, most: int) -> str:
    day = "Today" if n == 0 else "Tomorrow" if n == 1 else f"{load.day:%a} {load.day.day} {load.day:%b}"
    bar = (
        f'<span style="display:inline-block;height:0.75em;width:{12 * (load.due + load.new) / most:.2f}em;background:currentColor"></span>'
    )
    return f'<tr><th scope="row">{escape(day)}</th><td>{load.due}</td><td>{load.new}</td><td aria-hidden="true">{bar}</td></tr>'
