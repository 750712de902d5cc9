"""The store's own error, and what a database's errors mean in words."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ..errors import LessonsError

_MEANINGS = (
    ("disk is full", "the disk is full; make room on it"),
    ("readonly", "the file cannot be written; see who may write it, or name another by LESSONS_DB"),
    ("read-only", "the database cannot be written; name another by LESSONS_DB"),
    ("unable to open", "the file cannot be opened; see who may write it and its folder, or name another by LESSONS_DB"),
    ("locked", "another program holds the database; end it, or try again in a while"),
    ("disk i/o", "the disk does not answer as it should; see whether it is still there"),
    ("connection refused", "the database server does not answer; start it, or see the address in LESSONS_DB"),
    ("password authentication", "the database server does not know this user or password; see LESSONS_DB"),
    ("does not exist", "the server has no such database; make it, or see LESSONS_DB"),
    ("no such table", "the database has lost its tables; see lessons results --check"),
)
DAMAGES = ("not a database", "malformed", "file is encrypted")


class StoreError(LessonsError):
    """What keeps attempts from being kept or read; its text says which database, what is wrong and what to do."""


def cause(error: SQLAlchemyError) -> str:
    """What the driver said, in one line."""
    found = str(error.orig) if isinstance(error, DBAPIError) and error.orig is not None else str(error)
    return " ".join(found.split())


def store_error(place: str, error: SQLAlchemyError) -> StoreError:
    """A database's error in words that help."""
    said = cause(error)
    meaning = next((words for sign, words in _MEANINGS if sign in said.casefold()), f"the database says: {said[:300]}")
    return StoreError(f"{place}: {meaning}")


def is_damage(error: SQLAlchemyError) -> bool:
    return any(sign in cause(error).casefold() for sign in DAMAGES)
