"""The same bank for other places: one file a format, each ``render(deck, …) → bytes``.

`page` is a page for a phone or a laptop that needs no network.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from ..deck import Deck
from ..errors import EmptyError, LessonsError


def export(deck: Deck, path: str | os.PathLike[str], **options: Any) -> Path:
    """Write the deck for another place; the format is told by the end of the name.

    Args:
        deck: what `lessons.read` gave.
        path: ``….html`` for the offline page; a file that is there is replaced.
        options: those of the format's ``render``: of the page ``title``, ``n`` and ``seed``.

    Returns:
        The path of the file.

    Raises:
        LessonsError: where there is no such format, or the file cannot be written; nothing half-written is left.
        EmptyError: where the deck holds nothing to ask.

    >>> import lessons, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     lessons.export(lessons.read().only(lesson="Article 5"), Path(folder, "quiz.html")).name
    'quiz.html'
    """
    path = Path(path)
    if path.suffix.lower() not in (".html", ".htm"):
        raise LessonsError(f"{path} has no ending that says what to write; give a name that ends in .html, for the offline page")
    from .page import render

    if not deck.facts:
        raise EmptyError("there are no facts to export; give notes with some")
    return write(path, render(deck, **options))


def write(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all: beside its place first, then moved."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".lessons-", delete=False) as draft:
            try:
                draft.write(data)
                draft.close()
                mask = os.umask(0)
                os.umask(mask)
                Path(draft.name).chmod(0o666 & ~mask)  # a temporary file is its owner's alone
                Path(draft.name).replace(path)
            except BaseException:
                Path(draft.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise LessonsError(f"{path} cannot be written ({error.strerror}); name another place") from error
    return path
