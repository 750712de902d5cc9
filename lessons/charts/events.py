"""The dated events of a deck in time."""

from __future__ import annotations

from typing import Any

import altair

from ..dates import Date, Point, sort_key
from ..deck import Deck
from ..errors import EmptyError
from ..facts import Event, Fact
from ..wording import inside
from .chart import COLOURS, Chart, finished

_SHAPES = ["circle", "diamond", "square", "triangle-up", "cross", "triangle-down"]
_LABEL, _ROW = 480, 26  # pixels


def timeline(deck: Deck, *, lesson: str | None = None) -> Chart:
    """The dated events of a deck in their order, each where it lies in time, with date, lesson and source on pointing at it.

    Spans and dates coarser than a day are drawn as long as they may be. Events whose year is unknown are left out.

    Raises:
        EmptyError: where there are none.

    >>> import lessons
    >>> print(timeline(lessons.read(), lesson="Article 5"))  # doctest: +ELLIPSIS
    Timeline: 5 events
    4 April 1949: ...
    """
    events = [(fact, fact.content) for fact in deck.only(lesson=lesson).facts if isinstance(fact.content, Event)]
    dated = [(fact, event) for fact, event in events if _year(event.when) is not None]
    dated.sort(key=lambda one: (sort_key(one[1].when), one[0].id))
    if not dated:
        raise EmptyError("there are no dated events to draw; write some under '## Dates'")
    ancient = min(_year(event.when) or 0 for _, event in dated) < 100
    rows = _labelled([_row(fact, event, ancient=ancient) for fact, event in dated])
    lines = [f"{row['date']}: {row['event']}" for row in rows]
    return Chart(_chart(rows, deck, ancient=ancient), f"Timeline: {len(rows)} event{'s' if len(rows) > 1 else ''}", lines)


def _row(fact: Fact, event: Event, *, ancient: bool) -> dict[str, Any]:
    start, end = event.when.start or event.when.end, event.when.end or event.when.start
    source = fact.citations[0]
    place = f", ¶{source.paragraph}" if source.paragraph else ""
    clause = inside(event.clause)
    return {
        "start": _position(start, late=False, ancient=ancient),
        "end": _position(end, late=True, ancient=ancient),
        "open": "end" if event.when.end is None else "start" if event.when.start is None else "",
        "date": event.when.text,
        "event": clause[:1].upper() + clause[1:],
        "lesson": fact.lesson,
        "source": f"{source.source.publisher or source.source.title}{place}",
    }


def _year(date: Date) -> int | None:
    point = date.start or date.end
    return point.year if point else None


def _position(point: Point | None, *, late: bool, ancient: bool) -> float | str:
    """Where the point begins, or ends: ISO text, or a year with its fraction where a calendar axis does not reach."""
    bounds = point.bounds() if point else None
    year, month, day = bounds[late] if bounds else (0, 1, 1)
    return year + (month - 1) / 12 + (day - 1) / 372 if ancient else f"{year:04d}-{month:02d}-{day:02d}"


def _labelled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with a label each, no two alike, and with open spans drawn to the edge."""
    first, last = min(row["start"] for row in rows), max(row["end"] for row in rows)
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        label = f"{row['date']} · {row['event']}"
        seen[label] = seen.get(label, 0) + 1
        ends = {"end": last} if row["open"] == "end" else {"start": first} if row["open"] == "start" else {}
        # A zero-width space keeps two rows with the same words apart.
        found.append(
            {**row, **ends, "mark": row["end"] if row["open"] == "start" else row["start"], "label": label + "\u200b" * seen[label]}
        )
    return found


def _chart(rows: list[dict[str, Any]], deck: Deck, *, ancient: bool) -> altair.LayerChart:
    lessons = [name for name in deck.lessons if any(row["lesson"] == name for row in rows)]
    legend = altair.Legend(orient="top", title=None) if len(lessons) > 1 else None
    x_type: Any = "quantitative" if ancient else "temporal"
    axis = altair.Axis(format="d", title="year", tickCount=5) if ancient else altair.Axis(title=None, tickCount=5)
    scale = altair.Scale(padding=12, zero=False) if ancient else altair.Scale(padding=12)
    base = altair.Chart(altair.InlineData(values=rows)).encode(
        y=altair.Y("label:N", sort=None, axis=altair.Axis(title=None, labelLimit=_LABEL, domain=False, ticks=False, grid=True)),
        color=altair.Color("lesson:N", scale=altair.Scale(domain=lessons, range=COLOURS[: len(lessons)]), legend=legend),
        tooltip=[altair.Tooltip(f"{name}:N", title=name) for name in ("date", "event", "lesson", "source")],
    )
    shape = altair.Shape("lesson:N", scale=altair.Scale(domain=lessons, range=_SHAPES[: len(lessons)]), legend=legend)
    spans = base.mark_bar(height=6, opacity=0.7, cornerRadius=3).encode(x=altair.X("start", type=x_type, axis=axis, scale=scale), x2="end")
    moments = base.mark_point(size=90, filled=True, opacity=1).encode(x=altair.X("mark", type=x_type, axis=axis, scale=scale), shape=shape)
    return finished(altair.layer(spans, moments), height=_ROW * len(rows), description=f"Timeline of {len(rows)} events")
