"""A chart that is legible in light and dark, and what it is where there is no renderer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import altair

# JupyterLab 4 registers this type and no later one; Altair 6 writes Vega-Lite 6, of which the charts here use only what 5 has too.
MIME = "application/vnd.vegalite.v5+json"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

# Okabe and Ito's colours: told apart in every kind of colour vision, legible on white and on black.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9"]
GREY = "#8886"  # what is not there yet, on white and on black
WIDTH = 780  # pixels


class Chart:
    """An Altair chart that shows itself in JupyterLab, and as lines of text where there is no renderer.

    Attributes:
        chart: the Altair chart, to be changed or saved.
        name: what it shows.
        lines: the same in words.
        html: what stands in its place in a page without a renderer; nothing where that is empty.
    """

    def __init__(self, chart: altair.LayerChart, name: str, lines: Sequence[str], html: str = "") -> None:
        self.chart, self.name, self.lines, self.html = chart, name, tuple(lines), html

    def __repr__(self) -> str:
        return "\n".join([self.name, *self.lines])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, Any], dict[str, Any]]:
        spec = self.chart.to_dict() | {"$schema": _SCHEMA}
        # No HTML beside it: JupyterLab would show that. SVG takes the page's own text colour, so that it is legible in light and dark.
        return {MIME: spec, "text/plain": repr(self)}, {MIME: {"embed_options": {"renderer": "svg", "actions": False}}}


def finished(chart: altair.LayerChart | altair.FacetChart, *, height: float, description: str, told: bool = False) -> altair.LayerChart:
    """The chart in its size, in the page's own text colour; `description` is the name that a screen reader gives the picture.

    Where that says all there is (`told`), the marks and axes are not read out one by one.
    """
    words = {"labelColor": "currentColor", "titleColor": "currentColor"}
    if told:
        chart = chart.configure(aria=False)
    done: Any = (
        # Not width="container": that never comes to rest in JupyterLab's output and hangs the page.
        chart.properties(width=WIDTH, height=height, background="transparent", description=description)
        .properties(autosize=altair.AutoSizeParams(type="fit-x", contains="padding"))
        .properties(padding={"left": 4, "right": 24, "top": 4, "bottom": 4})  # room for the last label on the axis
        .configure_view(stroke=None)
        .configure_axis(**words, gridColor="#8883", domainColor="#888", tickColor="#888", labelFontSize=13)
        .configure_legend(**words, labelFontSize=13, symbolOpacity=1)
    )
    return cast(altair.LayerChart, done)
