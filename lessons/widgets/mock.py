"""A panel of controls above a paper: how many questions, of which lessons and forms, in what time, marked how."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from html import escape
from typing import Any

import ipywidgets as w

from ..deck import Deck
from ..ids import plain
from ..items import Item
from ..scoring import CSAT, PLAIN, UPSC, Marking
from ..selection import EXAM, pick
from ..standing import FORM_NAMES
from .exam import Exam, rules_of, sat
from .static_form import exam_html

MOST, MINUTES = 100, 1.2
"""Questions of a paper, and minutes for each: General Studies I has 100 in 120 minutes."""
MARKINGS: dict[str, Marking | None] = {
    "UPSC General Studies: +2, −⅔": UPSC,
    "UPSC CSAT: +2½, −⅚": CSAT,
    "One mark each, nothing off": PLAIN,
    "My own numbers": None,
}
OWN = "My own numbers"
NO_MARKS = "Write the marks as numbers, such as 2 and 0.66, or 1/4: right earns more than 0, wrong costs 0 or more."
# Marks as a learner writes them: 2, 0.25, 2/3. Few digits, as a Fraction of many takes for ever to make.
_MARKS = re.compile(r"[+−-]?\s*(\d{1,3}(?:\.\d{1,4})?|\d{1,3}/[1-9]\d{0,2})")
_SIGNS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8"}


class MockExam(w.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls and the paper that they make, which is kept; "Another paper" draws the next seed.

    Args:
        deck: what is asked.
        lesson: the one lesson that is chosen at first; all without it.
        n: how many questions at first.
        seed: what the first paper is drawn with.
        marking: what right earns and wrong takes off, at first.
        learner: whose history the papers go to, and whose earlier papers they are compared with; see `lessons.store.learner_name`.

    Attributes:
        exam: the paper shown now; None before the first is started.
    """

    def __init__(
        self, deck: Deck, *, lesson: str | None = None, n: int = 20, seed: int = 1, marking: Marking = UPSC, learner: str | None = None
    ) -> None:
        self.exam: Exam | None = None
        self._deck, self._learner = deck, learner
        self._n = _control(w.BoundedIntText, "Questions", f"How many, up to {MOST}", value=n, min=1, max=MOST)
        self._minutes = _control(w.BoundedIntText, "Minutes", "0 for no clock", value=_minutes(n), min=0, max=600)
        self._seed = _control(w.BoundedIntText, "Seed", "The same seed gives the same paper", value=seed, min=0, max=10**6)
        Exam.send_ahead()
        self._wanted = self._seed.value  # what the paper that was asked for is drawn with
        self._lessons = {name: _box(name, lesson is None or plain(name) == plain(lesson)) for name in deck.lessons}
        self._forms = {form: _box(FORM_NAMES[form], True) for form in EXAM}
        known = next((name for name, one in MARKINGS.items() if one == marking), OWN)
        self._marking = _control(w.Dropdown, "Marking", "What right earns and wrong takes off", "26em", options=list(MARKINGS), value=known)
        self._right = _control(w.Text, "Right earns", "Marks for a right answer, such as 2", value=str(marking.right))
        self._wrong = _control(w.Text, "Wrong costs", "Marks off for a wrong one, such as 2/3 or 0", value=str(-marking.wrong))
        self._own = w.Box([self._right, self._wrong], layout=_row())
        self._start = _button("Start the paper", lambda: self._ask(self._seed.value), button_style="primary")
        self._fold = _button("Hide the choices", lambda: self._folded(self._choices.layout.display != "none"))
        self._another = _button("Another paper", lambda: self._ask((self._seed.value + 1) % self._seed.max))
        self._give_up = _button("Give it up and start another", self._make)
        self._keep = _button("Keep on with this one", self._go_on)
        self._told = w.HTML()
        self._sure = w.Box([self._give_up, self._keep], layout=_row())
        self._shown = w.VBox()
        first = w.Box([self._n, self._minutes, self._seed], layout=_row())
        groups = [_group("Lessons", self._lessons), _group("Forms", self._forms)][len(self._lessons) < 2 :]
        self._choices = w.VBox([first, *groups, w.Box([self._marking, self._own], layout=_row()), w.Box([self._start], layout=_row())])
        self._bar = w.Box([self._fold, self._another], layout=_row())
        super().__init__([self._choices, self._bar, self._told, self._sure, self._shown])
        self._n.observe(self._count, names="value")
        self._marking.observe(lambda _change: _show(self._own, self._marking.value == OWN), names="value")
        _show(self._own, known == OWN)
        _show(self._bar, False)
        _show(self._sure, False)

    def _count(self, change: Any) -> None:
        """The minutes follow the questions until a learner sets them."""
        if self._minutes.value == _minutes(change.old):
            self._minutes.value = _minutes(change.new)

    def _folded(self, folded: bool) -> None:
        _show(self._choices, not folded)
        self._fold.description = "Show the choices" if folded else "Hide the choices"

    def _ask(self, seed: int) -> None:
        """Make the paper; where another is under way, only once that is given up."""
        self._wanted = seed
        if self.exam and self.exam.started and not self.exam.handed_in:
            self._tell("You are in the middle of a paper. Give it up?")
            _show(self._sure, True)
            self._keep.focus()
        else:
            self._make()

    def _unasked(self) -> None:
        _show(self._sure, False)
        self._tell("")

    def _go_on(self) -> None:
        self._unasked()
        self._fold.focus()

    def _make(self) -> None:
        """Show the paper that the controls ask for, or say in one line why there is none and leave what is shown."""
        self._unasked()
        self._seed.value = self._wanted
        marking, items = self._marked(), self._picked()
        if marking and items:
            self.exam = self._paper(items, marking)
            self.exam.observe(lambda _change: self._unasked(), names="handed_in")
            self._shown.children = [self.exam]
            if len(items) < self._n.value:
                self._tell(f"These choices give {len(items)} of the {self._n.value} questions; no more of them go together.")
            _show(self._bar, True)
        else:
            self._tell(self._lacking() if marking else NO_MARKS)
        self._folded(bool(marking and items))
        self._fold.focus()

    def _paper(self, items: Sequence[Item], marking: Marking) -> Exam:
        minutes, seed = self._minutes.value or None, self._seed.value
        return sat(items, seed=seed, title=self._title(), marking=marking, minutes=minutes, learner=self._learner)

    def _picked(self) -> tuple[Item, ...]:
        lessons = {name for name, box in self._lessons.items() if box.value}
        shares = {form: EXAM[form] for form, box in self._forms.items() if box.value}
        if not lessons or not shares:
            return ()
        part = self._deck.only(lesson=min(lessons)) if len(lessons) == 1 else self._deck  # one lesson's paper is as `lessons.exam` has it
        items = [item for item in part.items(seed=self._seed.value) if item.lesson in lessons]
        return pick(items, self._n.value, seed=self._seed.value, shares=shares)

    def _lacking(self) -> str:
        """Why no question is there."""
        for what, boxes in (("lesson", self._lessons), ("form", self._forms)):
            if boxes and not any(box.value for box in boxes.values()):
                return f"Choose one {what} or more."
        return "The notes give no questions of these lessons in these forms; choose more of them."

    def _marked(self) -> Marking | None:
        """The marking chosen; None where the learner's own is none."""
        if self._marking.value != OWN:
            return MARKINGS[self._marking.value]
        right, wrong = _marks(self._right.value), _marks(self._wrong.value)
        return Marking(right=right, wrong=-wrong) if right and wrong is not None else None

    def _title(self) -> str:
        chosen = [name for name, box in self._lessons.items() if box.value]
        return chosen[0] if len(chosen) == 1 < len(self._lessons) else "Mock exam"

    def _tell(self, text: str) -> None:
        self._told.value = f'<div role="alert">{escape(text)}</div>' if text else ""

    def __repr__(self) -> str:
        n = len(self._deck.lessons)
        return f"MockExam({len(self._deck)} facts, {n} lesson{'' if n == 1 else 's'})"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        data: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        return data | {"text/plain": repr(self), "text/html": self._static()}

    def _static(self) -> str:
        """The paper for where no kernel runs: that which is shown, or would be."""
        if self.exam:
            form: str = self.exam._repr_mimebundle_()[0]["text/html"]
            return form
        marking, items = self._marked() or PLAIN, self._picked()
        return exam_html(items, self._title(), rules_of(len(items), marking, self._minutes.value or None, False))


def _minutes(n: int) -> int:
    """The time that the real paper would give, never none.

    >>> _minutes(100), _minutes(20), _minutes(1)
    (120, 24, 1)
    """
    return max(1, round(MINUTES * n))


def _marks(text: str) -> Fraction | None:
    """Marks without their sign; None where they cannot be read.

    >>> _marks("2"), _marks("−2/3"), _marks("⅔"), _marks("0,5"), _marks("1e9")
    (Fraction(2, 1), Fraction(2, 3), Fraction(2, 3), None, None)
    """
    text = text.strip()
    found = _MARKS.fullmatch(text[:-1] + _SIGNS.get(text[-1:], text[-1:]))
    return Fraction(found[1]) if found else None


def _row() -> Any:
    return w.Layout(flex_flow="row wrap", align_items="center")


def _control(kind: Any, name: str, help_: str, width: str = "12em", **given: Any) -> Any:
    """A control with its name before it; without a tooltip ipywidgets would show "null"."""
    style = {"description_width": "initial"}
    return kind(
        description=name, tooltip=help_, style=style, layout=w.Layout(width=width, max_width="100%", margin="2px 12px 2px 2px"), **given
    )


def _box(text: str, chosen: bool) -> Any:
    return w.Checkbox(value=chosen, description=text, indent=False, layout=w.Layout(width="auto", max_width="100%", margin="0 12px 0 0"))


def _group(name: str, boxes: Mapping[str, Any]) -> Any:
    return w.VBox([w.Label(name), w.Box(list(boxes.values()), layout=_row())])


def _button(text: str, press: Callable[[], object], **look: Any) -> Any:
    """A button as wide as its words, large enough for a finger (WCAG 2.2, 2.5.8)."""
    button = w.Button(description=text, layout=w.Layout(width="auto", min_height="32px"), **look)
    button.on_click(lambda _button: press())
    return button


def _show(part: Any, shown: bool) -> None:
    part.layout.display = None if shown else "none"
