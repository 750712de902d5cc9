"""The Mains widget: a question to write on, and then the points that a good response makes, to tick off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import traitlets

from ..facts import sources_json
from ..mains_questions import MainsPoint, MainsQuestion
from ..recording import Answer, Recording
from .front_end import front_end
from .payload import Payload, cites
from .recorded import Recorded, gone_on_with
from .static_form import mains_html


class Mains(Recorded):
    """Questions of 10 and 15 marks, one at a time. Nothing is marked: the learner ticks the points that her response made.

    Args:
        questions: what is asked, in this order.
        seed: what the order was drawn with; shown in the `repr`.
        title: shown above the questions.
        recording: keeps what was written and ticked, whenever it changes: the last of a sitting counts. Nothing is kept without it.

    Attributes:
        responses: by a question's id ``{"text": what was written, "ticked": ids of the points, "shown": whether the points are}``.
        seconds: how long each was worked on before its points were shown, by question id.

    >>> Mains([], seed=3)
    Mains(0 questions, seed=3)
    """

    front_end = front_end("mains.js", "renderMains", "base", "feedback", "mains")

    questions = traitlets.List(traitlets.Dict()).tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    responses = traitlets.Dict().tag(sync=True)
    seconds = traitlets.Dict().tag(sync=True)

    def __init__(self, questions: Sequence[MainsQuestion], *, seed: int = 1, title: str = "", recording: Recording | None = None) -> None:
        self._asked = tuple(questions)
        self._seed = seed
        self._ids = {one.id for one in self._asked}
        super().__init__(
            recording=recording, questions=list(map(mains_payload, self._asked)), title=title, **gone_on_with(recording, self._ids)
        )
        self._counted.update(self.seconds)

    def _answer(self, asked: str, response: Any, seconds: Any) -> Answer | None:
        if asked not in self._ids or not isinstance(response, dict):
            return None
        return Answer(item=asked, facts=(), response=response, seconds=self._took(asked, seconds))

    def __repr__(self) -> str:
        return f"Mains({len(self._asked)} question{'' if len(self._asked) == 1 else 's'}, seed={self._seed})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": mains_html(self.questions, self.title)}, metadata


def mains_payload(asked: MainsQuestion) -> Payload:
    """What the browser is given of a question: ``id, lesson, marks, words, minutes, question, as_of_text, since, points``.

    A point is ``{id, text, cites, as_of_text, since, erratum, disputed}``. ``as_of_text`` stands with a point only where the note says a
    date of its own: else it is that of the source, which `cites` names. Fields with nothing in them are left away.
    """
    told = {"id": asked.id, "lesson": asked.lesson, "marks": asked.marks, "words": asked.words, "minutes": asked.minutes}
    as_of = "" if asked.as_of is None else asked.as_of.text
    told |= {"question": asked.question, "points": [_point(point) for point in asked.points]}
    return told | _kept({"as_of_text": as_of, "since": asked.since})


def _point(point: MainsPoint) -> Payload:
    told: Payload = {"id": point.id, "text": point.text, "cites": cites(sources_json(point))}
    as_of = "" if point.as_of in (None, point.citations[0].source.published) else point.as_of.text
    return told | _kept({"as_of_text": as_of, "since": point.since, "erratum": point.erratum, "disputed": point.dispute})


def _kept(fields: dict[str, str | None]) -> Payload:
    return {name: text for name, text in fields.items() if text}
