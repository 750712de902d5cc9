"""Opening a database: where it is, whether it is ours, sound and of this version."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, make_url, select, text, update
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError

from .errors import StoreError, is_damage, store_error
from .tables import METADATA, VERSION, by_facts, schema

OFF = "off"


def _count_by_facts(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        by_facts.create(connection, checkfirst=True)


UPGRADES: dict[int, Callable[[Connection], None]] = {1: _count_by_facts}
"""What makes version n + 1 of the tables out of version n, by n; one transaction for all that are needed."""

_WAIT = 30  # seconds that a writer waits for another
_HEADER = b"SQLite format 3\x00"
_LOCK = 0x1E550  # any number, so that two processes do not make the tables at once


def place(where: str | Path | None = None) -> str | None:
    """The path or address of the database: the argument, else ``LESSONS_DB``, else a file in the user's data folder; None if it is "off".

    >>> place("progress.db"), place("off")
    ('progress.db', None)
    """
    named = str(where) if where is not None else os.environ.get("LESSONS_DB", "")
    if named.strip().casefold() == OFF:
        return None
    if named.strip():
        return named.strip()
    import platformdirs

    return str(platformdirs.user_data_path("lessons", appauthor=False) / "lessons.db")


def is_there(where: str) -> bool:
    """Whether there is something to read; a server always counts as there."""
    path = file_of(where)
    return path is None or (path.exists() and path.stat().st_size > 0)


def file_of(where: str) -> Path | None:
    """The file of an SQLite database; None for a server."""
    if "://" not in where:
        return Path(where).expanduser()
    url = _url(where)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def shown(where: str) -> str:
    """The place in messages, without a password."""
    return _url(where).render_as_string(hide_password=True) if "://" in where else where


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=str(Path(where).expanduser()))
    try:
        url = make_url(where)
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        url.get_dialect()
    except (ArgumentError, ValueError, NoSuchModuleError) as error:
        written = "write a path such as progress.db, or postgresql://user@host/name"
        raise StoreError(f"{where[: where.index('://') + 3]}… is no address of a database; {written}") from error
    return url


def connect(where: str, *, now: datetime | None = None) -> tuple[Engine, str]:
    """An engine for a database with this version's tables, made where there are none.

    Args:
        where: a path, or an address of a database.
        now: names a damaged file that is set aside; the clock's time without it.

    Returns:
        the engine, and a sentence where a damaged file was set aside (else empty).

    Raises:
        StoreError: where it cannot be opened, is of a newer version, or something else's.
    """
    path = file_of(where)
    if path is not None:
        _refuse_other_files(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path.parent}: the folder cannot be made ({error.strerror}); name another by LESSONS_DB") from error
    try:
        return _prepared(where), ""
    except SQLAlchemyError as error:
        if path is None or not is_damage(error):
            raise store_error(shown(where), error) from error
    aside = set_aside(path, now or datetime.now(UTC))
    try:
        return _prepared(where), f"{path} was damaged; it is kept as {aside.name}, and a new one was begun."
    except SQLAlchemyError as error:
        raise store_error(shown(where), error) from error


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged file, and what SQLite keeps beside it, so that nothing writes to it any more."""
    aside = path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S}-{number}")
    for suffix in ("-wal", "-shm", ""):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return aside


def _refuse_other_files(path: Path) -> None:
    """StoreError for a folder, and for a file that was never a database: it is somebody's own, not a damaged store."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it, e.g. {path / 'lessons.db'}")
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise StoreError(f"{path.parent} is a file, not a folder; name another by LESSONS_DB") from error
    except OSError as error:
        raise StoreError(f"{path}: the file cannot be read ({error.strerror}); name another by LESSONS_DB") from error
    if head and head != _HEADER and path.suffix not in (".db", ".sqlite", ".sqlite3"):
        raise StoreError(f"{path} is no database; name another file by LESSONS_DB, e.g. {path.with_name('lessons.db')}")


def _prepared(where: str) -> Engine:
    url = _url(where)
    try:
        engine = create_engine(url, **_options(url))
    except ImportError as error:
        raise StoreError(
            f"{shown(where)}: its driver is not installed ({error.name}); for PostgreSQL: pip install 'lessons[postgres]'"
        ) from error
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        _bring_up_to_date(engine, shown(where))
    except BaseException:
        engine.dispose()
        raise
    return engine


def _options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": _WAIT}}
    return {"connect_args": {"connect_timeout": 10} if url.get_driver_name() == "psycopg" else {}}


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin as `_begin_sqlite` says
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_WAIT * 1000}",
        "synchronous = FULL",  # a commit is on the disk before "recorded" is said
        "foreign_keys = ON",
        "secure_delete = ON",  # what is forgotten is overwritten
        "cache_size = -65536",  # KiB: a long history is counted without reading it anew
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its place at once: a reader that turns writer later would be refused where another has written meanwhile."""
    writes = connection.get_execution_options().get("writes")
    try:
        connection.connection.cursor().execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    except sqlite3.Error as error:
        raise OperationalError("BEGIN", None, error) from error


def pragma(engine: Engine, what: str) -> None:
    """Tell SQLite something that it takes only outside of a transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute(f"PRAGMA {what}")
    finally:
        connection.close()


def writer(engine: Engine) -> Engine:
    """The same engine, whose transactions take a writer's place at once; see `_begin_sqlite`."""
    return engine.execution_options(writes=True)


def _bring_up_to_date(engine: Engine, name: str) -> None:
    with engine.connect() as connection:
        found = _version(connection, name)
        if engine.dialect.name == "sqlite" and found is not None:
            said = connection.execute(text("PRAGMA quick_check(1)")).scalar()
            if said != "ok":
                raise DamageError(said)
    if engine.dialect.name == "sqlite":  # only now, as it changes the file
        pragma(engine, "journal_mode = WAL")
    if found == VERSION:
        return
    with writer(engine).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        found = _version(connection, name)  # another process may have been here first
        if found is None:
            METADATA.create_all(connection)
            connection.execute(insert(schema), {"version": VERSION})
        else:
            for step in range(found, VERSION):
                UPGRADES[step](connection)
            connection.execute(update(schema).values(version=VERSION))


class DamageError(SQLAlchemyError):
    """A database file that SQLite itself finds malformed."""

    def __init__(self, said: object) -> None:
        super().__init__(f"malformed: {said}")


def _version(connection: Connection, name: str) -> int | None:
    """The version of the tables; None where there are none yet. StoreError for a newer one, and for a database of something else."""
    tables = inspect(connection).get_table_names()
    if schema.name not in tables:
        if connection.dialect.name == "sqlite" and tables:
            raise StoreError(
                f"{name} is the database of something else (it has {', '.join(sorted(tables)[:3])}); name another by LESSONS_DB"
            )
        return None
    found = connection.execute(select(schema.c.version)).scalar()
    if not isinstance(found, int):
        return None
    if found > VERSION:
        raise StoreError(
            f"{name} was written by a newer lessons (tables of version {found}; this one knows {VERSION}); nothing was changed: "
            "pip install --upgrade lessons, or name another by LESSONS_DB"
        )
    return found
