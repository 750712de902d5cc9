"""Records as rows of the tables, and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from ..attempts import Attempt, Sitting, State


def stamp(at: datetime) -> str:
    """A time as the tables hold it.

    >>> stamp(datetime(2026, 11, 22, 6, 7, tzinfo=UTC))
    '2026-11-22T06:07:00.000000+00:00'
    """
    return at.astimezone(UTC).isoformat(timespec="microseconds")


moment = datetime.fromisoformat
"""A time that `stamp` wrote; its offset is that of UTC."""


def text(marks: Fraction | None) -> str | None:
    return None if marks is None else str(marks)


def fraction(marks: str | None) -> Fraction | None:
    return None if marks is None else Fraction(marks)


def as_json(value: Any) -> str:
    """ASCII JSON: no database stumbles over a null character or half a character in a response."""
    return json.dumps(value, separators=(",", ":"))


def attempt_json(one: Attempt) -> dict[str, Any]:
    """An attempt as JSON, keys in the documented order."""
    return {
        "learner": one.learner,
        "item": one.item,
        "facts": list(one.facts),
        "response": one.response,
        "marks": text(one.marks),
        "out_of": text(one.out_of),
        "verdict": one.verdict,
        "rating": one.rating,
        "mode": one.mode,
        "seed": one.seed,
        "sitting": one.sitting,
        "seconds": one.seconds,
        "at": stamp(one.at),
        "day": one.day,
    }


def attempt_row(one: Attempt) -> dict[str, Any]:
    told = attempt_json(one)
    return {"id": one.id, **told, "facts": as_json(told["facts"]), "response": as_json(told["response"])}


def attempt_of(row: Any) -> Attempt:
    return Attempt(
        learner=row.learner,
        item=row.item,
        facts=tuple(json.loads(row.facts)),
        response=json.loads(row.response),
        marks=fraction(row.marks),
        out_of=fraction(row.out_of),
        verdict=row.verdict,
        rating=row.rating,
        mode=row.mode,
        seed=row.seed,
        sitting=row.sitting,
        seconds=row.seconds,
        at=moment(row.at),
        day=row.day,
    )


def sitting_row(one: Sitting) -> dict[str, Any]:
    return {
        "id": one.id,
        "learner": one.learner,
        "mode": one.mode,
        "quiz": one.quiz,
        "seed": one.seed,
        "title": as_json(one.title),
        "items": one.count,
        "rules": as_json(one.rules),
        "begun": stamp(one.begun),
        "ended": None if one.ended is None else stamp(one.ended),
        "net": text(one.net),
        "out_of": text(one.out_of),
        "progress": as_json(one.progress),
    }


def sitting_of(row: Any) -> Sitting:
    return Sitting(
        id=row.id,
        learner=row.learner,
        mode=row.mode,
        quiz=row.quiz,
        seed=row.seed,
        title=json.loads(row.title),
        count=row.items,
        rules=json.loads(row.rules),
        begun=moment(row.begun),
        ended=None if row.ended is None else moment(row.ended),
        net=fraction(row.net),
        out_of=fraction(row.out_of),
        progress=json.loads(row.progress),
    )


def state_row(learner: str, one: State) -> dict[str, Any]:
    return {
        "learner": learner,
        "fact": one.fact,
        "stability": one.stability,
        "difficulty": one.difficulty,
        "phase": one.phase,
        "step": one.step,
        "due": stamp(one.due),
        "last": stamp(one.last),
        "reviews": one.reviews,
        "lapses": one.lapses,
    }


def state_of(row: Any) -> State:
    """A state of a row without its learner; by place, as there may be many thousands."""
    fact, stability, difficulty, phase, step, due, last, reviews, lapses = row
    return State._make((fact, stability, difficulty, phase, step, moment(due), moment(last), reviews, lapses))
