"""The exam widget: a paper whose keys stay in Python until it is handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import traitlets

from ..items import Item
from ..recording import Answer, Recording, recording
from ..scoring import PLAIN, Marking, Result, Score, result, score
from ..standing import standing_payload
from .front_end import front_end
from .payload import facts_of, facts_payload, item_payload, question_payload
from .recorded import Recorded, seconds_of
from .static_form import exam_html

PROGRESS = ("responses", "seconds", "flags", "started", "spent")
"""What is kept of a paper while it is sat, so that it can be gone on with after the kernel has died."""


class Exam(Recorded):
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
        stands: gives, from the items and their scores once they are marked, what the result page says of where the paper stands
            (`lessons.standing.standing_payload`).
        recording: keeps what is given while the paper is sat, and its responses once it is handed in; nothing is kept without it.

    Attributes:
        responses: what is given so far, by item id, as in `Quiz`; once handed in, what was marked.
        seconds: how long each was worked on, by item id.
        handed_in: whether it is.

    >>> Exam([], seed=3)
    Exam(0 items, seed=3)
    """

    front_end = front_end("exam.js", "renderExam", "base", "question", "rows", "feedback", "report", "exam")

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
    standing = traitlets.Dict(default_value=None, allow_none=True).tag(sync=True)

    def __init__(
        self,
        items: Sequence[Item],
        *,
        seed: int = 1,
        title: str = "",
        marking: Marking = PLAIN,
        minutes: float | None = None,
        ends_itself: bool = False,
        stands: Callable[[Sequence[Item], Sequence[Score]], dict[str, Any]] | None = None,
        recording: Recording | None = None,
    ) -> None:
        self._stands = stands
        self._asked = tuple(items)
        self._seed = seed
        self._marking = marking
        self._marked: dict[str, Any] | None = None
        self._is_kept = False
        rules = rules_of(len(self._asked), marking, minutes, ends_itself)
        questions = [question_payload(item) for item in self._asked]
        super().__init__(
            recording=recording,
            items=questions,
            title=title,
            rules=rules,
            minutes=minutes,
            ends_itself=bool(ends_itself and minutes),
            **_gone_on_with(recording),
        )

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

    def _take(self, entries: Sequence[list[Any]]) -> None:
        """Keep where the paper is; of one that is handed in every response, the blank ones too."""
        self._mark()
        if self._recording is None or not self.started or self._is_kept:
            return
        if self._marked is None:
            self._recording.save({name: getattr(self, name) for name in PROGRESS})
            return
        scores = self._scores(self._marked)
        self._is_kept = True  # what the disk does not take now, the recording offers again
        self._keep_all(
            [
                Answer(
                    item=item.id,
                    facts=tuple(dict.fromkeys(fact.id for fact in item.facts)),
                    response=self._marked.get(item.id, ""),
                    score=one,
                    seconds=seconds_of(self.seconds.get(item.id)),
                )
                for item, one in zip(self._asked, scores, strict=True)
            ]
        )
        marks = result(scores, self._marking)
        self._recording.end(net=marks.net, out_of=marks.out_of)

    @traitlets.observe("handed_in")
    def _mark(self, _change: object = None) -> None:
        if self.handed_in and self._marked is None:
            self._marked = dict(self.responses)
            scores = self._scores(self._marked)
            told = review_payload(self._asked, scores, self._marking)
            try:
                if self._stands:  # first, as the page is drawn when the marks come
                    self.standing = self._stands(self._asked, scores)
            finally:
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


def sat(
    items: Sequence[Item],
    *,
    seed: int,
    title: str = "",
    marking: Marking = PLAIN,
    minutes: float | None = None,
    ends_itself: bool = False,
    learner: str | None = None,
) -> Exam:
    """An `Exam` that is kept in the learner's history and says, once handed in, how it stands among her earlier papers."""
    rules = {"right": str(marking.right), "wrong": str(marking.wrong), "minutes": minutes}
    keep = recording("exam", [item.id for item in items], learner=learner, seed=seed, title=title, rules=rules)

    def stands(asked: Sequence[Item], scores: Sequence[Score]) -> dict[str, Any]:
        found = keep.earlier() if keep else None
        earlier = None if found is None else [one.net / one.out_of for one in found if one.net is not None and one.out_of]
        return standing_payload(asked, scores, marking, earlier)

    return Exam(items, seed=seed, title=title, marking=marking, minutes=minutes, ends_itself=ends_itself, stands=stands, recording=keep)


def _gone_on_with(recording: Recording | None) -> dict[str, Any]:
    """What is known of a paper that was broken off."""
    known = recording.progress if recording else {}
    return {name: known[name] for name in PROGRESS if name in known}


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
