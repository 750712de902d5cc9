"""Charts of a learner's progress, each with the line that says the same (`lessons.telling`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import altair

from ..progress_records import LessonFigure, Progress
from ..telling import KNOWN_WORDS, accuracy_line, calendar_line, curve_line, day, papers_line, percent, recall_line
from .chart import COLOURS, GREY, Chart, finished

_BLUE, _ORANGE, _GREEN = COLOURS[:3]
_MOST = 30  # lessons, or papers, in one chart
_LABEL, _ROW, _CELL, _PLAIN = 260, 30, 26, 190  # pixels
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LEVELS = (("none", 0), ("1–9", 1), ("10–29", 10), ("30–99", 30), ("100 or more", 100))
_STATES = ("known", "not sure", "not met yet")
_STATE_COLOURS = (_BLUE, _ORANGE, GREY)


def progress_charts(progress: Progress) -> tuple[Chart, ...]:
    """The charts of what there are figures for, in the order in which they are read."""
    charts = (recall_chart, curve_chart, calendar_chart, accuracy_chart, papers_chart)
    return tuple(chart for draw in charts if (chart := draw(progress)))


# ---- what is known -------------------------------------------------------------------------------------------------------------------


def recall_chart(progress: Progress) -> Chart | None:
    """A bar a lesson: the shares that are known, met and not sure, and not met yet. None where nothing was met.

    Of more than `_MOST` lessons, those with the smallest shares known.
    """
    if not progress.deck.met:
        return None
    lowest = sorted(progress.lessons, key=lambda one: one.known / one.facts)[:_MOST]
    shown = [one for one in progress.lessons if one in lowest]
    rows = [row for n, one in enumerate(shown) for row in _bars(one, n)]
    order = [f"{n}" for n in range(len(shown))]
    # The lessons' names stand in the data, and nothing of a note in an expression.
    base = altair.Chart(altair.InlineData(values=rows)).encode(y=altair.Y("row:N", sort=order, axis=None))
    x = altair.X("from:Q", axis=altair.Axis(title=None, format=".0%", tickCount=5, domain=False), scale=altair.Scale(domain=[0, 1]))
    bars = base.mark_bar(height=18).encode(
        x=x,
        x2="to",
        color=altair.Color(
            "state:N", scale=altair.Scale(domain=_STATES, range=_STATE_COLOURS), legend=altair.Legend(orient="top", title=None)
        ),
        tooltip=[altair.Tooltip(f"{name}:N", title=name) for name in ("lesson", "state", "facts", "recall")],
    )
    first = base.transform_filter("datum.first")
    names = first.mark_text(align="right", dx=-10, fontSize=13, color="currentColor", limit=_LABEL).encode(
        x=altair.value(0), text="lesson:N"
    )
    sums = first.mark_text(align="left", dx=10, fontSize=13, color="currentColor").encode(x=altair.datum(1), text="sum:N")
    line = recall_line(progress)
    chart = finished(altair.layer(bars, names, sums), height=_ROW * len(shown), description=line, told=True)
    name = "What is known" if len(shown) == len(progress.lessons) else f"What is known: the {_MOST} lessons known least"
    cells = [(one.lesson, one.known, one.met - one.known, one.facts - one.met) for one in shown]
    return Chart(chart, name, [line, KNOWN_WORDS], _table(("Lesson", *_STATES), cells))


def _bars(one: LessonFigure, n: int) -> list[dict[str, Any]]:
    """The parts of a lesson's bar; the first, which may be empty, carries the words."""
    counts = (one.known, one.met - one.known, one.facts - one.met)
    recall = "–" if one.recall is None else percent(one.recall)
    row = {"row": str(n), "lesson": one.lesson, "recall": recall, "sum": f"{one.known} of {one.facts}"}
    rows, start = [], 0
    for state, facts in zip(_STATES, counts, strict=True):
        ends = {"from": start / one.facts, "to": (start + facts) / one.facts}
        rows.append({**row, "state": state, "facts": facts, "first": state == "known", **ends})
        start += facts
    return rows


def curve_chart(progress: Progress) -> Chart | None:
    """The mean chance of recall on the days to come, if nothing is reviewed. None where nothing was met."""
    if not progress.curve:
        return None
    last = len(progress.curve) - 1
    rows = [{"day": n, "recall": chance, "label": percent(chance), "named": n in (0, 7, last)} for n, chance in enumerate(progress.curve)]
    axis = altair.Axis(title="days from now", tickCount=last // 5, grid=False)
    base = altair.Chart(altair.InlineData(values=rows)).encode(
        x=altair.X("day:Q", axis=axis, scale=altair.Scale(domain=[0, last], nice=False, padding=24)),
        y=_shares("recall:Q"),
        tooltip=[altair.Tooltip("day:Q", title="days from now"), altair.Tooltip("label:N", title="chance of recall")],
    )
    named = base.transform_filter("datum.named")
    ends = f"datum.day == 0 ? 'left' : datum.day == {last} ? 'right' : 'center'"
    layers = altair.layer(
        base.mark_area(color=_BLUE, opacity=0.15),
        base.mark_line(color=_BLUE, strokeWidth=3),
        named.mark_point(color=_BLUE, filled=True, size=70, opacity=1),
        # The first would lie on the axis' own numbers, the last beyond the end.
        named.mark_text(dy=-14, align=altair.expr(ends), fontSize=13, fontWeight="bold", color="currentColor").encode(text="label:N"),
    )
    line = curve_line(progress)
    cells = [(str(n), percent(progress.curve[n])) for n in range(0, last + 1, 5)]
    return Chart(
        finished(layers, height=_PLAIN, description=line, told=True), "Forgetting curve", [line], _table(("Days from now", "Recall"), cells)
    )


# ---- what was done -------------------------------------------------------------------------------------------------------------------


def calendar_chart(progress: Progress) -> Chart | None:
    """A square a day, a column a week, the larger the more responses there were. None without practice in these weeks."""
    if not any(one.practised for one in progress.calendar):
        return None
    first = progress.calendar[0].day
    names = [name for name, _ in _LEVELS]
    rows = []
    for one in progress.calendar:
        level = [name for name, least in _LEVELS if max(one.responses, int(one.practised)) >= least][-1]
        week = (one.day - first).days // 7
        today = one.day == progress.day
        rows.append(
            {
                "week": week,
                "weekday": _WEEKDAYS[one.day.weekday()],
                "day": day(one.day),
                "responses": one.responses,
                "level": level,
                "today": today,
            }
        )
    weeks = list(range(1 + (progress.calendar[-1].day - first).days // 7))
    months = {n: _MONTHS[progress.calendar[7 * n].day.month - 1] for n in weeks if n == 0 or _turns(progress, n)}
    if 1 in months or 2 in months:
        del months[0]  # too near to stand beside
    words = " : ".join([*(f"datum.value == {n} ? '{name}'" for n, name in months.items()), "''"])  # our own words and numbers only
    axis = altair.Axis(
        title=None, orient="top", labelExpr=words, labelAngle=0, labelAlign="left", domain=False, ticks=False, labelOverlap=False
    )
    base = altair.Chart(altair.InlineData(values=rows)).encode(
        x=altair.X("week:O", axis=axis, sort=weeks),
        y=altair.Y("weekday:O", sort=_WEEKDAYS, axis=altair.Axis(title=None, domain=False, ticks=False)),
        tooltip=[altair.Tooltip("day:N", title="day"), altair.Tooltip("responses:Q", title="responses")],
    )
    legend = altair.Legend(orient="bottom", title="responses a day", titleFontSize=13, titleFontWeight="normal", titleOrient="left")
    squares = base.mark_point(shape="square", filled=True, opacity=1, strokeWidth=0).encode(
        # Named ordinal, since Vega-Lite takes the first two of a range for its ends otherwise.
        size=altair.Size("level:O", scale=altair.Scale(type="ordinal", domain=names, range=[14, 70, 170, 310, 500]), legend=legend),
        color=altair.Color("level:O", scale=altair.Scale(domain=names, range=["#888a", *[_BLUE] * 4]), legend=legend),
    )
    ring = base.transform_filter("datum.today").mark_point(
        shape="square", filled=False, size=640, color="currentColor", strokeWidth=1.5, opacity=1
    )
    line = calendar_line(progress)
    chart = finished(altair.layer(squares, ring), height=_CELL * 7, description=line, told=True)
    return Chart(chart, "Calendar", [line], _table(("Week from", "Days", "Responses"), _by_week(progress)))


def _turns(progress: Progress, week: int) -> bool:
    """Whether the month of a week's Monday is another than that of the week before."""
    return progress.calendar[7 * week].day.month != progress.calendar[7 * (week - 1)].day.month


def _by_week(progress: Progress) -> list[tuple[str, int, int]]:
    weeks = [progress.calendar[n : n + 7] for n in range(0, len(progress.calendar), 7)]
    counts = [(day(week[0].day), sum(one.practised for one in week), sum(one.responses for one in week)) for week in weeks]
    return [row for row in counts if row[1]]


def accuracy_chart(progress: Progress) -> Chart | None:
    """The share that was right by the day or week; the larger the point, the more was answered. None where nothing was."""
    if not progress.accuracy:
        return None
    rows = [
        # With a time the day is the same in every time zone.
        {"start": f"{one.start.isoformat()}T00:00:00", "when": day(one.start), "share": one.share, "label": percent(one.share)}
        | {"right": f"{one.right} of {one.answered}", "answered": one.answered, "named": one is progress.accuracy[-1]}
        for one in progress.accuracy
    ]
    base = altair.Chart(altair.InlineData(values=rows)).encode(
        x=altair.X("start:T", axis=altair.Axis(title=None, tickCount=6, grid=False, format="%-d %b"), scale=altair.Scale(padding=24)),
        y=_shares("share:Q"),
        tooltip=[
            altair.Tooltip("when:N", title=progress.by),
            altair.Tooltip("right:N", title="right"),
            altair.Tooltip("label:N", title="share"),
        ],
    )
    most = max(one.answered for one in progress.accuracy)
    sizes = altair.Size("answered:Q", scale=altair.Scale(domain=[0, most], range=[20, 220]), legend=None)
    layers = altair.layer(
        base.mark_line(color=_GREEN, strokeWidth=2, opacity=0.7),
        base.mark_point(color=_GREEN, filled=True, opacity=1).encode(size=sizes),
        base.transform_filter("datum.named").mark_text(dy=-18, fontSize=13, fontWeight="bold", color="currentColor").encode(text="label:N"),
    )
    line = accuracy_line(progress)
    cells = [(day(one.start), f"{one.right} of {one.answered}", percent(one.share)) for one in progress.accuracy[-12:]]
    html = _table(("Day" if progress.by == "day" else "Week from", "Right", "Share"), cells)
    return Chart(finished(layers, height=_PLAIN, description=line, told=True), f"Right by the {progress.by}", [line], html)


def papers_chart(progress: Progress) -> Chart | None:
    """The share of the marks that each paper came to, the last `_MOST`. None where none was handed in."""
    if not progress.papers:
        return None
    shown = list(enumerate(progress.papers, 1))[-_MOST:]
    rows = [
        {"paper": n, "share": one.share, "label": percent(one.share), "title": one.title, "when": day(one.ended.date())}
        | {"top": max(one.share, 0.0)}  # below nothing there is no room for words
        for n, one in shown
    ]
    base = altair.Chart(altair.InlineData(values=rows)).encode(
        x=altair.X("paper:O", axis=altair.Axis(title="paper", labelAngle=0)),
        tooltip=[altair.Tooltip(f"{name}:N", title=name) for name in ("paper", "title", "when", "label")],
    )
    least = min(0.0, *(one.share for _, one in shown))
    bars = base.mark_bar(color=_BLUE, width=22).encode(y=_shares("share:Q", least=least))
    words = base.mark_text(dy=-8, fontSize=13, color="currentColor").encode(y=_shares("top:Q", least=least), text="label:N")
    line = papers_line(progress)
    cells = [(n, one.title, day(one.ended.date()), percent(one.share)) for n, one in shown]
    chart = finished(altair.layer(bars, words), height=_PLAIN, description=line, told=True)
    return Chart(chart, "Papers, net marks", [line], _table(("Paper", "Title", "Day", "Net"), cells))


# ---- parts ---------------------------------------------------------------------------------------------------------------------------


def _shares(field: str, least: float = 0.0) -> altair.Y:
    """An axis of shares from none to all, with room above for words."""
    axis = altair.Axis(title=None, format=".0%", values=[0, 0.25, 0.5, 0.75, 1], domain=False, ticks=False)
    return altair.Y(field, axis=axis, scale=altair.Scale(domain=[least, 1.12], nice=False))


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """What a chart shows, for pages without a renderer."""
    head = "".join(f'<th scope="col">{escape(name[:1].upper() + name[1:])}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
