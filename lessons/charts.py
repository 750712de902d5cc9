"""Charts of a deck, by Altair, in JupyterLab's own Vega renderer."""

from __future__ import annotations

from typing import Any

import altair

from .dates import Date, Point, sort_key
from .deck import Deck
from .errors import EmptyError
from .facts import Event, Fact
from .wording import inside

# JupyterLab 4 registers this type and no later one; Altair 6 writes Vega-Lite 6, of which the charts here use only what 5 has too.
MIME = "application/vnd.vegalite.v5+json"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

# Okabe and Ito's colours: told apart in every kind of colour vision, legible on white and on black.
_COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9"]
_SHAPES = ["circle", "diamond", "square", "triangle-up", "cross", "triangle-down"]
_WIDTH, _LABEL, _ROW = 780, 480, 26  # pixels


class Chart:
    """An Altair chart that shows itself in JupyterLab, and as lines of text where there is no renderer.

    Attributes:
        chart: the Altair chart, to be changed or saved.
    """

    def __init__(self, chart: altair.LayerChart, name: str, lines: list[str]) -> None:
        self.chart, self._name, self._lines = chart, name, lines

    def __repr__(self) -> str:
        return "\n".join([self._name, *self._lines])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, Any], dict[str, Any]]:
        spec = self.chart.to_dict() | {"$schema": _SCHEMA}
        # SVG takes the page's own text colour, so that the chart is legible in light and dark.
        return {MIME: spec, "text/plain": repr(self)}, {MIME: {"embed_options": {"renderer": "svg", "actions": False}}}


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
        color=altair.Color("lesson:N", scale=altair.Scale(domain=lessons, range=_COLOURS[: len(lessons)]), legend=legend),
        tooltip=[altair.Tooltip(f"{name}:N", title=name) for name in ("date", "event", "lesson", "source")],
    )
    shape = altair.Shape("lesson:N", scale=altair.Scale(domain=lessons, range=_SHAPES[: len(lessons)]), legend=legend)
    spans = base.mark_bar(height=6, opacity=0.7, cornerRadius=3).encode(x=altair.X("start", type=x_type, axis=axis, scale=scale), x2="end")
    moments = base.mark_point(size=90, filled=True, opacity=1).encode(x=altair.X("mark", type=x_type, axis=axis, scale=scale), shape=shape)
    words = {"labelColor": "currentColor", "titleColor": "currentColor"}
    chart: altair.LayerChart = (
        altair.layer(spans, moments)
        # Not width="container": that never comes to rest in JupyterLab's output and hangs the page.
        .properties(width=_WIDTH, height=_ROW * len(rows), background="transparent", description=f"Timeline of {len(rows)} events")
        .properties(autosize=altair.AutoSizeParams(type="fit-x", contains="padding"))
        .properties(padding={"left": 4, "right": 24, "top": 4, "bottom": 4})  # room for the last year on the axis
        .configure_view(stroke=None)
        .configure_axis(**words, gridColor="#8883", domainColor="#888", tickColor="#888", labelFontSize=13)
        .configure_legend(**words, labelFontSize=13, symbolOpacity=1)
    )
    return chart
