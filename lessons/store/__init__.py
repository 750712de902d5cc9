"""What a learner did, kept in a database: SQLite in the user's data folder, or another that SQLAlchemy reaches."""

from __future__ import annotations

import os
from pathlib import Path

from ..attempts import MODES, Attempt, DayCount, FactsCount, Mode, Sitting, State
from .database import Store
from .errors import StoreError
from .opening import connect, is_there, place

__all__ = [
    "MODES",
    "Attempt",
    "DayCount",
    "FactsCount",
    "Mode",
    "Sitting",
    "State",
    "Store",
    "StoreError",
    "is_there",
    "learner_name",
    "open_store",
    "place",
]
_OPEN: dict[tuple[int, str], Store] = {}


def open_store(where: str | Path | None = None) -> Store:
    """The store at a place; opened once in a process, and made where there is none yet.

    Args:
        where: a path, or an address such as ``postgresql+psycopg://user@host/name``; without it ``LESSONS_DB``, else a file in the user's
            data folder.

    Raises:
        StoreError: where it cannot be opened, was written by a newer version, belongs to another program, or is switched off.

    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> with open_store(Path(folder.name, "progress.db")) as store:
    ...     store.learners()
    []
    >>> folder.cleanup()
    """
    found = place(where)
    if found is None:
        raise StoreError("LESSONS_DB is off: nothing is recorded; set it to a path, or unset it, to record again")
    key = (os.getpid(), found)  # a connection does not survive a fork
    if key not in _OPEN:
        engine, notice = connect(found)
        _OPEN[key] = Store(engine, found, notice, closed=lambda: _OPEN.pop(key, None))
    return _OPEN[key]


def learner_name(given: str | None = None) -> str:
    """Whose history it is: the argument, else ``LESSONS_LEARNER``, else "me".

    Raises:
        StoreError: for a name without letters, with control characters, or longer than 200 characters.

    >>> learner_name("Ada"), learner_name("  Ada ")
    ('Ada', 'Ada')
    """
    name = (given if given is not None else os.environ.get("LESSONS_LEARNER", "") or "me").strip()
    if not name or len(name) > 200 or not name.isprintable():
        raise StoreError(f"{name[:60]!r} is no name of a learner; give 1 to 200 printable characters")
    return name
