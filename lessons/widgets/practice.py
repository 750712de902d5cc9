"""A panel of controls above a quiz: which lesson, how many items, of which kinds, drawn by which seed."""

from __future__ import annotations

from typing import Any

import ipywidgets as w

from ..deck import Deck
from ..ids import plain
from ..recording import recording
from ..selection import EXAM, QUIZ, pick
from .quiz import Quiz

ALL = "All lessons"
KINDS = {
    "single_choice": "Choose",
    "multiple_response": "Choose several",
    "gap": "Type",
    "true_false": "True or false",
    "ordering": "Put in order",
    "matching": "Match",
    "forms": "Exam forms",
}
FORMS = {form: share for form, share in EXAM.items() if form != "direct"}


class Practice(w.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls and the quiz that they make, which is kept; "New quiz" draws the next seed.

    Attributes:
        quiz: the quiz shown now; None where the choice gives no items.
    """

    def __init__(self, deck: Deck, *, lesson: str | None = None, n: int = 10, seed: int = 1, learner: str | None = None) -> None:
        self._deck, self._learner = deck, learner
        Quiz.send_ahead()
        names = [ALL, *deck.lessons] if len(deck.lessons) != 1 else list(deck.lessons)
        chosen = next((name for name in names if lesson and plain(name) == plain(lesson)), names[0])
        wide, box = w.Layout(width="auto", min_width="14em"), w.Layout(width="auto", margin="0 12px 0 0")
        self._lesson = w.Dropdown(options=names, value=chosen, description="Lesson", layout=wide)
        self._n = w.BoundedIntText(value=n, min=1, max=200, description="Items", layout=w.Layout(width="11em"))
        self._seed = w.BoundedIntText(value=seed, min=0, max=10**6, description="Seed", layout=w.Layout(width="12em"))
        self._kinds = {kind: w.Checkbox(value=kind != "forms", description=text, indent=False, layout=box) for kind, text in KINDS.items()}
        self._next = w.Button(description="New quiz", icon="refresh", tooltip="Draw other questions", layout=w.Layout(min_height="28px"))
        self._shown = w.VBox()
        row = w.Layout(flex_flow="row wrap", align_items="center")
        drawn = [self._lesson, self._n, self._seed] if len(names) > 1 else [self._n, self._seed]
        super().__init__([w.Box(drawn, layout=row), w.Box([*self._kinds.values(), self._next], layout=row), self._shown])
        for control in (self._lesson, self._n, self._seed, *self._kinds.values()):
            control.observe(lambda _change: self._draw(), names="value")
        self._next.on_click(lambda _button: setattr(self._seed, "value", self._seed.value + 1))
        self._draw()

    def _draw(self) -> None:
        """Make the quiz that the controls ask for."""
        kinds = {kind for kind, box in self._kinds.items() if box.value}
        part = self._deck if self._lesson.value == ALL else self._deck.only(lesson=self._lesson.value)
        shares = {kind: share for kind, share in QUIZ.items() if kind in kinds} | (FORMS if "forms" in kinds else {})
        items = pick(part.items(seed=self._seed.value), self._n.value, seed=self._seed.value, shares=shares)
        keep = recording("practice", [item.id for item in items], learner=self._learner, seed=self._seed.value)
        self.quiz = Quiz(items, seed=self._seed.value, recording=keep) if items else None
        self._shown.children = [self.quiz or w.Label("There are no questions of this kind here.")]

    def __repr__(self) -> str:
        return f"Practice({len(self._deck)} facts, {len(self._deck.lessons)} lesson{'' if len(self._deck.lessons) == 1 else 's'})"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        data: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        shown = self.quiz._repr_mimebundle_()[0].get("text/html") if self.quiz else None
        return data | {"text/plain": repr(self)} | ({"text/html": shown} if shown else {})
