"""A learner's figures as text and as JSON: what ``lessons results`` prints, and its ``--json``."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .facts import sources_json
from .progress_records import LessonFigure, Missed, Progress
from .telling import (
    NOTHING,
    accuracy_line,
    calendar_line,
    count,
    curve_line,
    gone_line,
    papers_line,
    recall_line,
    share,
    sources,
    span,
    streak_line,
    told,
)


def text(progress: Progress) -> str:
    """The figures as aligned lines, for the command line."""
    if not progress.begun:
        return NOTHING
    done = f"{count(progress.deck.answered, 'item')} answered, {count(progress.rated, 'card')} rated, {span(progress.seconds)} of practice."
    lines = [recall_line(progress), curve_line(progress), calendar_line(progress) or streak_line(progress), done]
    lines += [accuracy_line(progress), papers_line(progress), gone_line(progress)]
    return "\n\n".join(filter(None, ["\n".join(filter(None, lines)), table(progress), missed(progress)]))


def table(progress: Progress) -> str:
    """A line a lesson, and one for all of them."""
    rows = [*progress.lessons, progress.deck]
    names = [one.lesson or "all" for one in rows]
    width = max(map(len, ["lesson", *names]))
    lines = [f"{'lesson':{width}}  facts    met  known  recall  answered  right"]
    for name, one in zip(names, rows, strict=True):
        counts = f"{one.facts:>5}  {one.met:>5}  {one.known:>5}"
        lines.append(f"{name:{width}}  {counts}  {share(one.recall):>6}  {one.answered:>8}  {share(one.share):>5}")
    return "\n".join(lines)


def missed(progress: Progress) -> str:
    """The facts most often missed, with what is owed about them; empty where there are none."""
    lines = ["most often missed"] if progress.missed else []
    for one in progress.missed:
        lead = f"{one.missed} of {one.asked}  "
        fact = one.card.fact
        said = [one.card.front, one.card.back.partition("\n")[0], *told(one), f"[{'; '.join(sources(fact))}]"]
        lines += [(" " * len(lead) if n else lead) + line for n, line in enumerate(said)]
    return "\n".join(lines)


def to_json(progress: Progress) -> dict[str, Any]:
    """The figures as JSON, keys in the documented order; null where there is no figure.

    Chances and shares are from 0 to 1, rounded to four places, marks to two; days are ISO days, `ended` is a time in UTC.
    """
    streak, gone = progress.streak, progress.gone
    return {
        "day": progress.day.isoformat(),
        **_standing(progress.deck),
        "rated": progress.rated,
        "seconds": round(progress.seconds, 1),
        "streak": {"current": streak.current, "longest": streak.longest, "days": streak.days, "today": streak.today},
        "lessons": [{"lesson": one.lesson, **_standing(one)} for one in progress.lessons],
        "accuracy": {
            "by": progress.by,
            "periods": [{"start": one.start.isoformat(), "answered": one.answered, "right": one.right} for one in progress.accuracy],
        },
        "curve": [_rounded(chance) for chance in progress.curve],
        "calendar": [{"day": one.day.isoformat(), "responses": one.responses} for one in progress.calendar if one.practised],
        "missed": [_missed_json(one) for one in progress.missed],
        "papers": [
            {"id": one.id, "title": one.title, "ended": one.ended.isoformat(), "net": _number(one.net), "out_of": _number(one.out_of)}
            for one in progress.papers
        ],
        "gone": {"facts": gone.facts, "answered": gone.answered, "right": gone.right},
        "by_fact": [
            {
                "id": one.fact.id,
                "lesson": one.fact.lesson,
                "recall": _rounded(one.recall),
                "known": one.known,
                "asked": one.asked,
                "right": one.right,
            }
            for one in progress.facts
        ],
    }


def _standing(one: LessonFigure) -> dict[str, Any]:
    return {
        "facts": one.facts,
        "met": one.met,
        "known": one.known,
        "recall": _rounded(one.recall),
        "answered": one.answered,
        "right": one.right,
        "share": _rounded(one.share),
    }


def _missed_json(one: Missed) -> dict[str, Any]:
    fact = one.card.fact
    return {
        "fact": fact.id,
        "lesson": fact.lesson,
        "front": one.card.front,
        "back": one.card.back,
        "missed": one.missed,
        "asked": one.asked,
        "recall": _rounded(one.recall),
        "sources": sources_json(fact),
        "since": fact.since,
        "erratum": fact.erratum,
        "disputed": fact.dispute,
    }


def _number(marks: Fraction) -> float:
    return round(float(marks), 2)


def _rounded(part: float | None) -> float | None:
    return None if part is None else round(part, 4)
