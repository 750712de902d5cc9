"""The front end's ES modules as one text.

A host such as anywidget or an offline page wants a single module; the files in ``static/`` import one another by relative path. Joining
drops the import lines and the ``export`` keywords, so the modules keep three rules (held by tests): every import is relative and names
what it takes, every top-level name is used once over all files, and nothing is exported by default.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import [^"]*"\./(?P<file>[\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)


def static(name: str) -> str:
    """One file of the front end as text.

    >>> "prefers-reduced-motion" in static("style.css")
    True
    """
    return files(__package__).joinpath("static", name).read_text(encoding="utf-8")


@cache
def joined(entry: str, *, render: str) -> str:
    """A module and all that it imports, as one module that needs no other file.

    Args:
        entry: file name of the module to start from, e.g. ``quiz.js``.
        render: the function of it that draws a widget; exported as ``default.render``, as anywidget wants it.

    >>> text = joined("quiz.js", render="renderQuiz")
    >>> text.count("export default"), "import {" in text
    (1, False)
    """
    order: list[str] = []
    _collect(entry, order)
    parts = [_EXPORT.sub("", _IMPORT.sub("", static(name))) for name in order]
    return "\n".join([*parts, f"export default {{ render: {render} }};\n"])


def _collect(name: str, order: list[str]) -> None:
    """Append `name` behind everything that it imports."""
    for match in _IMPORT.finditer(static(name)):
        if match["file"] not in order:
            _collect(match["file"], order)
    if name not in order:
        order.append(name)
