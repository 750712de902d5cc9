"""What draws a widget in the browser: sent to a page once, however many of a kind it shows and however often their cells are run."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

import anywidget
import traitlets
from ipywidgets import widget_serialization

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


class _Sent(anywidget.AnyWidget):
    """A front end as a model of its own, which hosts bring back after a reload and store with the states of widgets."""

    _esm = joined("front_end.js", initialize="loadShared")
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
        super().__init__(_front_end=self.send_ahead(), **traits)

    @classmethod
    def send_ahead(cls) -> _Sent:
        """Send what draws the widget if the page has not got it: it loads there while Python still finds what is to be shown."""
        own = cls.front_end
        sent = _sent.get(own)
        if sent is None or sent.comm is None:  # closed, as by `Widget.close_all()`
            sent = _sent[own] = _Sent(module=own.module, styles=own.styles, key=own.key)
        return sent
