"""What draws a widget in the browser: sent to a page once, however many of a kind it shows and however often their cells are run."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

import anywidget
import traitlets
from ipywidgets import Widget, widget_serialization

from .source import joined, styles


@dataclass(frozen=True)
class FrontEnd:
    """The module that draws a kind of widget, which exports `render` by default, and its styles.

    >>> len(FrontEnd("export default { render() {} };", "").key)
    16
    """

    module: str
    styles: str

    @property
    def key(self) -> str:
        """What the page knows it by; another text has another key."""
        return sha256(f"{self.module}\0{self.styles}".encode()).hexdigest()[:16]


def front_end(entry: str, render: str, *sheets: str) -> FrontEnd:
    """The front end that starts from a module and draws with one of its functions, and the style sheets of those names.

    >>> ".lessons-face" in front_end("cards.js", "renderCards", "base", "cards").styles
    True
    """
    return FrontEnd(joined(entry, render=render), styles(*sheets))


class _Sent(Widget):  # type: ignore[misc]  # ipywidgets has no types
    """A front end as a model of its own, which hosts bring back after a reload and store with the states of widgets."""

    module = traitlets.Unicode().tag(sync=True)
    styles = traitlets.Unicode().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)


_sent: dict[FrontEnd, _Sent] = {}


class Drawn(anywidget.AnyWidget):
    """A widget that is drawn by a front end which it shares with the others of its kind."""

    front_end: ClassVar[FrontEnd]

    _esm = joined("front_end.js", render="renderShared")
    _front_end = traitlets.Instance(_Sent).tag(sync=True, **widget_serialization)

    def __init__(self, **traits: Any) -> None:
        sent = _sent.get(self.front_end)
        if sent is None or sent.comm is None:  # closed, as by `Widget.close_all()`
            own = self.front_end
            sent = _sent[own] = _Sent(module=own.module, styles=own.styles, key=own.key)
        super().__init__(_front_end=sent, **traits)
