"""The front end's ES modules and style sheets, each joined into one text.

A host such as anywidget or an offline page wants a single module; the files in ``static/`` import one another by relative path. Joining
drops the import lines, the ``export`` keywords, comments and indents, as every widget carries the whole text to the page. So the modules
keep some rules (held by tests): every import is relative and names what it takes, every top-level name is used once over all files, nothing
is exported by default, no text holds the beginning of a comment, and none goes over several lines.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import [^"]*"\./(?P<file>[\w.]+)";\n', re.MULTILINE)
_COMMENT = re.compile(r"/[*].*?[*]/|^[ ]*//[^\n]*$", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"\n\s*\n|(?<=\n) +")
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)


def static(name: str) -> str:
    """One file of the front end as text.

    >>> "prefers-reduced-motion" in static("style/base.css")
    True
    """
    return files(__package__).joinpath("static", name).read_text(encoding="utf-8")


@cache
def styles(*names: str) -> str:
    """The style sheets of those names, one behind the other.

    >>> styles("base", "cards").count("/*"), ".lessons-face" in styles("base", "cards")
    (0, True)
    """
    return "\n".join(_bare(static(f"style/{name}.css")) for name in names)


def _bare(text: str) -> str:
    """A text without its comments and empty lines, indented by one space."""
    return _INDENT.sub(lambda found: "\n" if "\n" in found[0] else " ", _COMMENT.sub("", text)).strip() + "\n"


@cache
def joined(entry: str, *, render: str = "", initialize: str = "", start: str = "") -> str:
    """A module and all that it imports, as one module that needs no other file.

    Args:
        entry: file name of the module to start from, e.g. ``quiz.js``.
        render: the function of it that draws a widget; exported as ``default.render``, as anywidget wants it.
        initialize: the function of it that is called when a widget's model has come; exported as ``default.initialize``.
        start: the function of it that is called at the end; for a page of its own.

    >>> text = joined("quiz.js", render="renderQuiz")
    >>> text.count("export default"), "import {" in text
    (1, False)
    """
    order: list[str] = []
    _collect(entry, order)
    parts = [_EXPORT.sub("", _IMPORT.sub("", static(name))) for name in order]
    hooks = ", ".join(f"{hook}: {name}" for hook, name in (("render", render), ("initialize", initialize)) if name)
    last = f"{start}();\n" if start else f"export default {{ {hooks} }};\n"
    return "\n".join([*map(_bare, parts), last])


def _collect(name: str, order: list[str]) -> None:
    """Append `name` behind everything that it imports."""
    for match in _IMPORT.finditer(static(name)):
        if match["file"] not in order:
            _collect(match["file"], order)
    if name not in order:
        order.append(name)
