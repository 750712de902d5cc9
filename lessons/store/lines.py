"""A history as JSON lines: one attempt a line, to take along, to keep safe, and to take in on another machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

from ..attempts import MODES, Attempt
from .rows import attempt_json, stamp

LEEWAY = timedelta(minutes=10)
"""Clocks differ; a time no further ahead than this is no time in the future."""
_VERDICTS = ("right", "partly", "wrong", "blank", "again", "hard", "good", "easy", "")
_LONGEST = 100_000  # characters of a line


def to_line(one: Attempt) -> str:
    """An attempt as a line of JSON, keys in the documented order.

    >>> at = datetime(2026, 11, 22, 6, 7, tzinfo=UTC)
    >>> to_line(Attempt(learner="me", item="ab12", facts=("cd34",), response="a", mode="practice", sitting="s", at=at, day="2026-11-22"))
    ... # doctest: +ELLIPSIS
    '{"learner": "me", "item": "ab12", "facts": ["cd34"], "response": "a", "marks": null, ... "day": "2026-11-22"}'
    """
    return json.dumps(attempt_json(one))


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of lines: the attempts that are good, and what is wrong with the others, line by line.

    Attributes:
        attempts: the good ones.
        problems: line number and what is wrong with it; such a line is not taken.
        notices: line number and what is odd about it; such a line is taken.
    """

    attempts: tuple[Attempt, ...]
    problems: tuple[tuple[int, str], ...]
    notices: tuple[tuple[int, str], ...]


def from_lines(lines: Iterable[str], *, now: datetime, learner: str | None = None, known: Container[str] | None = None) -> Taken:
    """Read lines that `to_line` wrote; empty ones are passed over.

    Args:
        lines: the text, line by line.
        now: an attempt of a later time is a problem.
        learner: whose attempts are taken; those of others are problems. Everyone's without it.
        known: ids of the notes' facts and of what they give; an attempt at something else is taken with a notice, as history outlives
            notes.
    """
    attempts: list[Attempt] = []
    problems: list[tuple[int, str]] = []
    notices: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = _attempt(line, now)
        except _BadLineError as error:
            problems.append((number, str(error)))
            continue
        if learner is not None and one.learner != learner:
            problems.append((number, f"is of the learner {one.learner[:60]!r}, not of {learner!r}; see --learner and --everyone"))
            continue
        if known is not None and one.item not in known and not any(fact in known for fact in one.facts):
            notices.append((number, f"{one.item[:60]!r} is nothing that these notes give; it is kept as history"))
        attempts.append(one)
    return Taken(attempts=tuple(attempts), problems=tuple(problems), notices=tuple(notices))


class _BadLineError(Exception):
    pass


def _attempt(line: str, now: datetime) -> Attempt:
    if len(line) > _LONGEST:
        raise _BadLineError(f"has {len(line):,} characters; an attempt has at most {_LONGEST:,}")
    try:
        told = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise _BadLineError(
            f"is no JSON ({' '.join(str(error).split())[:80]}); write one attempt a line, as lessons results --export does"
        ) from error
    if not isinstance(told, dict):
        raise _BadLineError(f"is a {type(told).__name__}, not an object in braces; write one attempt a line")
    wrong = list(_wrong(told, now))
    if wrong:
        raise _BadLineError("; ".join(wrong))
    return Attempt(
        learner=told["learner"],
        item=told["item"],
        facts=tuple(told["facts"]),
        response=told["response"],
        marks=_fraction(told["marks"]),
        out_of=_fraction(told["out_of"]),
        verdict=told["verdict"],
        rating=told["rating"],
        mode=told["mode"],
        seed=told["seed"],
        sitting=told["sitting"],
        seconds=None if told["seconds"] is None else float(told["seconds"]),
        at=_time(told["at"]),
        day=told["day"],
    )


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _wrong(told: dict[str, Any], now: datetime) -> Iterator[str]:
    """Everything that is wrong with an attempt, field by field."""
    missing = [name for name in (*_FIELDS, "at") if name not in told]
    if missing:
        yield f"lacks {', '.join(map(repr, missing))}"
    unknown = [name for name in told if name not in _FIELDS and name != "at"]
    if unknown:
        yield f"has {unknown[0][:40]!r}, which no attempt has"
    for name, (is_right, wanted) in _FIELDS.items():
        if name in told and not is_right(told[name]):
            yield f"{name!r} is {json.dumps(told[name])[:60]}; write {wanted}"
    if "at" in told:
        try:
            at = _time(told["at"])
        except (ValueError, TypeError, OverflowError):
            yield f"'at' is {json.dumps(told['at'])[:60]}; write a time with its offset, e.g. {stamp(now)}"
        else:
            if at > now + LEEWAY:
                yield f"'at' is {stamp(at)}, in the future; it is {stamp(now)} now"


def _time(given: Any) -> datetime:
    at = datetime.fromisoformat(given)
    if at.tzinfo is None:
        raise ValueError("no offset")
    return at.astimezone(UTC)


def _fraction(given: str | None) -> Fraction | None:
    return None if given is None else Fraction(given)


def _is_text(longest: int) -> Callable[[Any], bool]:
    return lambda given: isinstance(given, str) and 0 < len(given) <= longest and given.isprintable()


def _is_number(given: Any) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool)


def _is_marks(given: Any) -> bool:
    if given is None:
        return True
    if not isinstance(given, str) or len(given) > 20:
        return False
    try:
        return abs(Fraction(given)) <= 1000
    except (ValueError, ZeroDivisionError):
        return False


def _is_response(given: Any) -> bool:
    return isinstance(given, str | list | dict)


def _is_day(given: Any) -> bool:
    try:
        return isinstance(given, str) and len(given) == 10 and bool(date.fromisoformat(given))
    except ValueError:
        return False


_FIELDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "learner": (_is_text(200), "a name of 1 to 200 printable characters"),
    "item": (_is_text(200), "the id of an item, as lessons items --json gives it"),
    "facts": (lambda given: isinstance(given, list) and all(map(_is_text(200), given)), "a list of ids of facts"),
    "response": (_is_response, "a text, a list or an object"),
    "marks": (_is_marks, 'a fraction as text such as "2/3", or null'),
    "out_of": (_is_marks, 'a fraction as text such as "1", or null'),
    "verdict": (lambda given: given in _VERDICTS, f"one of {', '.join(filter(None, _VERDICTS))}, or an empty text"),
    "rating": (lambda given: given is None or (given in (1, 2, 3, 4) and _is_number(given)), "1, 2, 3, 4 or null"),
    "mode": (lambda given: given in MODES, f"one of {', '.join(MODES)}"),
    "seed": (lambda given: isinstance(given, int) and not isinstance(given, bool) and abs(given) < 2**63, "a whole number"),
    "sitting": (_is_text(200), "the id of a sitting"),
    "seconds": (lambda given: given is None or (_is_number(given) and 0 <= given < 10**7), "a number of seconds, or null"),
    "day": (_is_day, "the learner's day, e.g. 2026-11-22"),
}
