"""The progress page: headline figures, charts with their lines, and the facts most often missed with their sources.

In a notebook the page is several outputs one below the other, since an output is either HTML or a chart: a chart stands below its heading
and its line of text. Where no chart can be drawn, its figures stand in a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from .cards import card
from .pages import Page
from .progress_records import FactFigure, Missed, Progress
from .results import missed, table
from .telling import NOTHING, count, gone_line, percent, share, sources, span, streak_line, told

if TYPE_CHECKING:
    from .charts import Chart

_ROOM = 'style="max-width: 60em; line-height: 1.5"'
_LEFT = 'style="text-align: left; vertical-align: top"'
_ROW = 'style="display: flex; flex-wrap: wrap; gap: 0.6em 2em; margin: 0 0 0.8em"'
_BIG = 'style="font-size: 1.7em; line-height: 1.3"'
_WEAKEST = 15
"""How many facts of a lesson are listed by their chance of recall."""


class ProgressPage:
    """A learner's progress, shown in a notebook as figures, charts and tables, and as text elsewhere.

    Attributes:
        progress: the figures.
    """

    def __init__(self, progress: Progress) -> None:
        self.progress = progress

    def __repr__(self) -> str:
        return str(self.progress)

    @cached_property
    def charts(self) -> tuple[Chart, ...]:
        """The charts of what there are figures for; each can be shown by itself."""
        from .charts import progress_charts

        return progress_charts(self.progress)

    def parts(self) -> tuple[Page | Chart, ...]:
        """What stands one below the other: pages to read and, between them, the charts."""
        shown: list[Page | Chart] = []
        html, text = headline(self.progress), table(self.progress) if self.progress.begun else NOTHING
        for chart in self.charts:
            heading = f"<h3>{escape(chart.name)}</h3>{''.join(f'<p>{escape(line)}</p>' for line in chart.lines)}"
            shown += [Page(_room(html + heading), text), chart]
            html, text = "", ""
        html += _missed(self.progress.missed) + _weakest(self.progress)
        return (*shown, Page(_room(html), "\n\n".join(filter(None, [text, missed(self.progress), gone_line(self.progress)]))))

    def _repr_html_(self) -> str:
        """All of it without a renderer: each chart as its line and a table."""
        return "".join(part._repr_html_() if isinstance(part, Page) else part.html for part in self.parts())

    def _ipython_display_(self) -> None:
        """Show the parts one by one; without charts there is one, which IPython then shows as it does any object."""
        if not self.charts:
            raise NotImplementedError  # IPython goes on to `_repr_html_`
        from IPython.display import display

        show: Callable[..., object] = display
        show(*self.parts())


def headline(progress: Progress) -> str:
    """The figures that tell how it stands, as a row of large numbers; on a phone, as several."""
    if not progress.begun:
        return f"<p>{escape(NOTHING)}</p>"
    deck, streak = progress.deck, progress.streak
    figures = [("known now", f"{deck.known} of {count(deck.facts, 'fact')}"), ("chance of recall", share(deck.recall))]
    figures += [("answered right", share(deck.share)), ("in a row", count(streak.current, "day")), ("of practice", span(progress.seconds))]
    pairs = "".join(f"<div><div>{escape(name)}</div><div {_BIG}>{escape(figure)}</div></div>" for name, figure in figures)
    gone = gone_line(progress)
    words = f"<p>{escape(streak_line(progress))}</p>" + (f"<p>{escape(gone)}</p>" if gone else "")
    return f"<div {_ROW}>{pairs}</div>{words}"


def _missed(facts: Sequence[Missed]) -> str:
    """The facts most often missed, with what is owed about them."""
    if not facts:
        return ""
    rows = []
    for one in facts:
        back = one.card.back.partition("\n")[0]
        said = [escape(one.card.front), f"<strong>{escape(back)}</strong>", *(f"<em>{escape(line)}</em>" for line in told(one))]
        said += [f"<small>{escape(line)}</small>" for line in sources(one.card.fact)]
        rows.append((escape(f"{one.missed} of {one.asked}"), "<br>".join(said)))
    return "<h3>Most often missed</h3>" + _table(("Missed", "Fact and source"), rows)


def _weakest(progress: Progress) -> str:
    """The facts met, lesson by lesson, those first that are nearest to being forgotten; folded, since there are many."""
    met: dict[str, list[FactFigure]] = {}
    for one in progress.facts:
        if one.recall is not None:
            met.setdefault(one.fact.lesson, []).append(one)
    html = ""
    for lesson, facts in met.items():
        html += f"<details><summary>{escape(lesson)}: {count(len(facts), 'fact')} met, by chance of recall</summary>"
        html += _facts(sorted(facts, key=lambda one: one.recall or 0)) + "</details>"
    return html and f"<h3>Fact by fact</h3>{html}"


def _facts(met: Sequence[FactFigure]) -> str:
    rows = [
        (percent(one.recall or 0), escape(card(one.fact).front), escape(f"{one.right} of {one.asked}") if one.asked else "–")
        for one in met[:_WEAKEST]
    ]
    more = f"<p>… and {len(met) - _WEAKEST} more with a better chance.</p>" if len(met) > _WEAKEST else ""
    return _table(("Recall", "Fact", "Right"), rows) + more


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are HTML already."""
    head = "".join(f'<th scope="col" {_LEFT}>{name}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(f'<td {_LEFT}>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _room(html: str) -> str:
    return f"<div {_ROOM}>{html}</div>"
