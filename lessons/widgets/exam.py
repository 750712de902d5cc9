"""The exam widget: a paper whose keys stay in Python until it is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from ..items import Item
from ..scoring import PLAIN, Marking, Result, Score, result, score
from .payload import facts_of, facts_payload, item_payload, question_payload
from .source import joined, styles
from .static_form import exam_html


class Exam(anywidget.AnyWidget):
    """A paper: no feedback until it is handed in, then marks and every explanation.

    The browser is given the questions without keys and explanations; Python marks the paper when it is handed in and sends the rest then.
    What is responded after that is not counted. (Whoever can run code in the same kernel can still ask the deck: an exam in a notebook
    is for those who want to know where they stand.)

    Args:
        items: what is asked, in this order.
        seed: what the items were drawn with; shown in the `repr`.
        title: shown above the paper.
        marking: what right earns and wrong takes off.
        minutes: the time allowed; none without it.
        ends_itself: whether the paper is handed in when the time is up; without it the learner is told, and goes on.

    Attributes:
        responses: what is given so far, by item id, as in `Quiz`; once handed in, what was marked.
        seconds: how long each was worked on, by item id.
        handed_in: whether it is.

    >>> Exam([], seed=3)
    Exam(0 items, seed=3)
    """

    _esm = joined("exam.js", render="renderExam")
    _css = styles("base", "question", "rows", "feedback", "report", "exam")

    items = traitlets.List(traitlets.Dict()).tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    rules = traitlets.List(traitlets.Unicode()).tag(sync=True)
    minutes = traitlets.Float(None, allow_none=True).tag(sync=True)
    ends_itself = traitlets.Bool(False).tag(sync=True)
    # What the browser keeps of the sitting, so that a view opened anew goes on where it was.
    responses = traitlets.Dict().tag(sync=True)
    seconds = traitlets.Dict().tag(sync=True)
    flags = traitlets.List(traitlets.Unicode()).tag(sync=True)
    started = traitlets.Bool(False).tag(sync=True)
    spent = traitlets.Float(0.0).tag(sync=True)  # seconds of the time allowed
    handed_in = traitlets.Bool(False).tag(sync=True)
    review = traitlets.Dict(default_value=None, allow_none=True).tag(sync=True)
    sent = traitlets.Int(0).tag(sync=True)
    heard = traitlets.Int(0).tag(sync=True)

    def __init__(
        self,
        items: Sequence[Item],
        *,
        seed: int = 1,
        title: str = "",
        marking: Marking = PLAIN,
        minutes: float | None = None,
        ends_itself: bool = False,
    ) -> None:
        self._asked = tuple(items)
        self._seed = seed
        self._marking = marking
        self._marked: dict[str, Any] | None = None
        rules = rules_of(len(self._asked), marking, minutes, ends_itself)
        questions = [question_payload(item) for item in self._asked]
        super().__init__(items=questions, title=title, rules=rules, minutes=minutes, ends_itself=bool(ends_itself and minutes))

    @property
    def result(self) -> Result | None:
        """Net marks and how many are right, wrong and blank; None before the paper is handed in.

        >>> Exam([]).result is None
        True
        """
        return None if self._marked is None else result(self._scores(self._marked), self._marking)

    @property
    def missed(self) -> tuple[Item, ...]:
        """The items that were not got right, blank ones too; none before the paper is handed in."""
        if self._marked is None:
            return ()
        scores = self._scores(self._marked)
        return tuple(item for item, one in zip(self._asked, scores, strict=True) if one.verdict != "right")

    @traitlets.observe("sent")
    def _hear(self, _change: object) -> None:
        self.heard = self.sent

    @traitlets.observe("handed_in")
    def _mark(self, _change: object) -> None:
        if self.handed_in and self._marked is None:
            self._marked = dict(self.responses)
            told = review_payload(self._asked, self._scores(self._marked), self._marking)
            self.review = told | {"responses": self._marked}

    @traitlets.validate("responses")
    def _keep(self, proposal: Any) -> Any:
        """What was handed in stays as it was."""
        return proposal["value"] if self._marked is None else self._marked

    @traitlets.validate("handed_in")
    def _stay(self, proposal: Any) -> Any:
        """A paper that is marked is not taken back."""
        return proposal["value"] or self._marked is not None

    def _scores(self, responses: dict[str, Any]) -> list[Score]:
        return [score(item, responses.get(item.id)) for item in self._asked]

    def __repr__(self) -> str:
        return f"Exam({len(self._asked)} item{'' if len(self._asked) == 1 else 's'}, seed={self._seed})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": exam_html(self._asked, self.title, self.rules)}, metadata


def rules_of(n: int, marking: Marking, minutes: float | None, ends_itself: bool) -> list[str]:
    """What must be known before a paper is begun, a sentence each; the second is the marking's, which the result repeats.

    >>> from lessons.scoring import UPSC
    >>> rules_of(100, UPSC, 120, False)[:2] == ['100 questions, 200 marks, 2 hours.', UPSC.words]
    True
    """
    worth = marking.right * n
    marks = f"{int(worth) if worth == int(worth) else float(worth)} mark{'' if worth == 1 else 's'}"
    length = [] if minutes is None else [_length(minutes)]
    rules = [", ".join([f"{n} question{'' if n == 1 else 's'}", marks, *length]) + ".", marking.words]
    rules.append("Nothing is marked before you hand in. You can go back, change a response, and flag a question to come back to.")
    if minutes is not None and ends_itself:
        rules.append("When the time is up, the paper is handed in as it is.")
    elif minutes is not None:
        rules.append("When the time is up, you are told, and may finish.")
    return rules


def review_payload(asked: Sequence[Item], scores: Sequence[Score], marking: Marking) -> dict[str, Any]:
    """What the browser is given of a paper that is handed in: ``items`` with their keys, ``facts``, ``scores`` by item id, ``marking``."""
    facts = facts_payload(fact for item in asked for fact in facts_of(item))
    told = {
        item.id: {"marks": float(one.marks), "out_of": float(one.out_of), "verdict": one.verdict, "message": one.message}
        for item, one in zip(asked, scores, strict=True)
    }
    numbers = {"right": float(marking.right), "wrong": float(marking.wrong)}
    return {"items": [item_payload(item) for item in asked], "facts": facts, "scores": told, "marking": numbers}


def _length(minutes: float) -> str:
    """Minutes in words: "2 hours", "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    told = [f"{int(hours)} hour{'' if hours == 1 else 's'}"] if hours else []
    if rest or not told:
        told.append(f"{int(rest) if rest == int(rest) else rest} minute{'' if rest == 1 else 's'}")
    return " ".join(told)
