"""The store: what is recorded is there, in SQLite and PostgreSQL, whatever happens to the process, the file or the disk."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from lessons.store import Attempt, Sitting, Store, StoreError, learner_name, open_store, opening, place
from lessons.store.tables import METADATA, VERSION

from . import postgres

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
TREE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    if postgres.programs() is None:
        assert not os.environ.get("CI"), "CI must have PostgreSQL"
        pytest.skip("PostgreSQL is not installed")
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The place of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "lessons.db")
    url: str = request.getfixturevalue("server")
    engine = create_engine(url)
    METADATA.drop_all(engine)
    engine.dispose()
    return url


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with open_store(where) as found:
        yield found


def attempt(n: int = 0, **changes: object) -> Attempt:
    at = NOW + timedelta(minutes=n)
    one = Attempt(
        learner="me",
        item=f"item-{n}",
        facts=(f"fact-{n}",),
        response="a",
        marks=Fraction(1),
        out_of=Fraction(1),
        verdict="right",
        rating=3,
        mode="practice",
        sitting="s",
        seconds=2.5,
        at=at,
        day="2026-11-22",
    )
    return replace(one, **changes)  # type: ignore[arg-type]


def sitting(**changes: object) -> Sitting:
    return replace(Sitting(id="s", learner="me", mode="exam", quiz="q", count=3, begun=NOW), **changes)  # type: ignore[arg-type]


def test_what_is_recorded_comes_back_as_it_was(store: Store) -> None:
    """Every kind of response, fractions of marks, and texts that trouble databases."""
    texts = ["a", ["a", "b"], {"text": "“x” ' ; -- \\", "ticked": []}, "", "\0", "\ud800", "😀" * 300, "'; DROP TABLE lessons_attempts; --"]
    found = [attempt(n, response=response, marks=Fraction(1, 3), seconds=None) for n, response in enumerate(texts)]
    assert store.record(found) == len(found)
    assert store.attempts("me") == found


def test_an_attempt_is_kept_once(store: Store) -> None:
    """Recorded again, it is not kept twice."""
    assert [store.record([attempt()]), store.record([attempt(), attempt(1)])] == [1, 1]
    assert len(store.attempts("me")) == 2


def test_a_server_that_was_started_anew_is_asked_again(server: str) -> None:
    """A connection that the server has closed meanwhile loses nothing, and no attempt is kept twice."""
    with open_store(server) as found:
        found.forget("me")
        found.record([attempt()])
        other = create_engine(server)
        with other.begin() as connection:
            connection.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"))
        other.dispose()
        assert found.record([attempt(), attempt(1)]) == 1
        assert len(found.attempts("me")) == 2


def test_learners_are_kept_apart_and_forgotten_apart(store: Store) -> None:
    """One learner's history can be deleted; the others' stays, and so with a name made to hurt a database."""
    names = ["me", "Robert'); DROP TABLE lessons_attempts;--", 'a"b', "%"]
    for name in names:
        store.record([attempt(learner=name)])
        store.begin(sitting(id=name, learner=name))
    assert store.forget(names[1]) == 1
    assert store.learners() == sorted(set(names) - {names[1]})
    assert store.sittings(names[1]) == []
    assert len(store.attempts("%")) == 1


def test_a_forgotten_learner_is_not_in_the_file(tmp_path: Path) -> None:
    """What was deleted cannot be read from the file or its log."""
    with open_store(tmp_path / "x.db") as found:
        found.record([attempt(response="findable-text")])
        found.forget("me")
    assert not any(b"findable-text" in file.read_bytes() for file in tmp_path.iterdir())


def test_sittings_are_begun_saved_and_ended(store: Store) -> None:
    """A sitting that was broken off is found by its quiz, with its progress; an ended one is not."""
    store.begin(sitting(title="\0 Paper", rules={"right": "2"}))
    store.begin(sitting(title="another"))
    store.save("s", {"responses": {"a": "1"}})
    assert store.unfinished("me", "q", since=NOW) == sitting(title="\0 Paper", rules={"right": "2"}, progress={"responses": {"a": "1"}})
    assert store.unfinished("me", "q", since=NOW + timedelta(seconds=1)) is None
    assert store.unfinished("me", "other", since=NOW) is None
    store.end("s", at=NOW, net=Fraction(-2, 3), out_of=Fraction(6))
    assert store.unfinished("me", "q", since=NOW) is None
    assert store.sittings("me", mode="exam")[0].net == Fraction(-2, 3)


def test_counts_by_facts_and_by_day(store: Store) -> None:
    """Items are counted by the facts that they ask, and by the learner's own day; cards only as rated."""
    store.record(
        [
            attempt(n, item="i", facts=("f",), verdict=v, day=f"2026-11-2{d}")
            for n, (v, d) in enumerate([("right", 2), ("wrong", 3), ("blank", 2)])
        ]
    )
    store.record([attempt(3, item="c", mode="cards", verdict="again"), attempt(4, item="m", mode="mains", verdict="", marks=None)])
    store.record([attempt(5, item="another", facts=("f",))])
    [one] = store.by_facts("me")
    assert (one.facts, one.answered, one.right) == (("f",), 4, 2)
    days = [(day.day, day.answered, day.right, day.rated) for day in store.by_day("me")]
    assert days == [("2026-11-22", 3, 2, 1), ("2026-11-23", 1, 0, 0)]


def test_states_follow_the_attempts(store: Store) -> None:
    """They are what the schedule makes of the same ratings, whether taken in at once, bit by bit, or late by another machine."""
    from lessons.schedule import replayed

    history = [attempt(n * 1000, item=f"i{n}", facts=(f"f{n % 3}",), rating=1 + n % 4) for n in range(12)]
    wanted = replayed((fact, one.rating or 0, one.at) for one in history for fact in one.facts)
    for one in history[6:9]:
        store.record([one])
        store.catch_up("me")
    store.record(history[:6])
    store.catch_up("me")
    store.record(history[9:])
    store.catch_up("me")
    assert store.states("me") == wanted
    store.catch_up("me", retention=0.8)
    assert store.states("me") == replayed(((f, one.rating or 0, one.at) for one in history for f in one.facts), retention=0.8)
    due = store.due("me", NOW + timedelta(days=10_000))
    assert [state.due for state in due] == sorted(state.due for state in wanted.values()) or len(due) == 3
    assert store.due("me", NOW + timedelta(days=10_000), limit=1) == due[:1]


def acknowledged(what: str, where: str, folder: Path) -> list[str]:
    folder.mkdir()
    env = dict(os.environ, PYTHONPATH=str(TREE))
    done = subprocess.run(
        [sys.executable, "-m", "tests.store_writers", what, where, str(folder)],
        env=env,
        cwd=TREE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return [line for file in folder.iterdir() for line in file.read_text().split()]


def test_killed_processes_lose_nothing_acknowledged(where: str, tmp_path: Path, told: object) -> None:
    """Fifty processes, each killed in the middle of recording: every acknowledged attempt is there, and the database is sound."""
    open_store(where).close()
    ids = acknowledged("kill", where, tmp_path / "acks")
    with open_store(where) as found:
        there = [one.id for one in found.attempts("me")]
        assert found.check() == "ok"
    assert len(ids) > 50
    assert set(ids) <= set(there)
    assert len(there) == len(set(there)) <= len(ids) + 50  # one that was kept and not acknowledged in each


def test_ten_processes_record_at_once(where: str, tmp_path: Path) -> None:
    """Ten writers for ten seconds: none lost, none twice."""
    open_store(where).close()
    ids = acknowledged("count", where, tmp_path / "acks")
    with open_store(where) as found:
        there = sorted(one.id for one in found.attempts("me"))
    assert len(list((tmp_path / "acks").iterdir())) == 10
    assert there == sorted(ids)


def test_a_newer_database_is_refused_untouched(where: str) -> None:
    """One that a later version wrote is named and left as it is."""
    open_store(where).close()
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE lessons_schema SET version = 99"))
    with pytest.raises(StoreError, match=r"newer lessons .tables of version 99; this one knows 2.*nothing was changed.*upgrade"):
        open_store(where)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT version FROM lessons_schema")).scalar() == 99
    engine.dispose()


def test_an_older_database_is_brought_up_to_date(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps run in order in one transaction, once; what was recorded stays."""
    with open_store(where) as found:
        found.record([attempt()])
    steps: list[int] = []
    monkeypatch.setattr(opening, "VERSION", VERSION + 2)
    monkeypatch.setattr(opening, "UPGRADES", {VERSION: lambda _c: steps.append(1), VERSION + 1: lambda _c: steps.append(2)})
    for _ in range(2):
        with open_store(where) as found:
            assert len(found.attempts("me")) == 1
    assert steps == [1, 2]


def test_the_first_tables_are_brought_up_to_date(where: str) -> None:
    """A database as it was at first, without the index of facts, has what a new one has."""

    def indexes() -> set[str | None]:
        return {one["name"] for one in inspect(engine).get_indexes("lessons_attempts")}

    with open_store(where) as found:
        found.record([attempt()])
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    new = indexes()
    with engine.begin() as connection:
        connection.execute(text("DROP INDEX IF EXISTS lessons_attempts_facts"))
        connection.execute(text("UPDATE lessons_schema SET version = 1"))
    with open_store(where) as found:
        assert len(found.by_facts("me")) == 1
        assert found.check() == "ok"
    assert indexes() == new
    engine.dispose()


@pytest.mark.parametrize("harm", ["head", "middle"])
def test_a_damaged_file_is_set_aside(tmp_path: Path, harm: str) -> None:
    """It is named and kept as it is under another name; recording goes on in a new one."""
    file = tmp_path / "lessons.db"
    with open_store(file) as found:
        found.record([attempt(n) for n in range(2000)])
    data = bytearray(file.read_bytes())
    at = 0 if harm == "head" else len(data) // 2
    data[at : at + 8192] = b"\xab" * 8192
    file.write_bytes(bytes(data))
    with open_store(file) as found:
        assert found.attempts("me") == []
        found.record([attempt()])
        [aside] = tmp_path.glob("lessons.db.damaged-*")
        assert aside.name in found.notice
    assert aside.read_bytes() == bytes(data)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("thesis.docx", b"PK\x03\x04 somebody's work", "thesis.docx is no database"),
        ("other.db", None, "is the database of something else .it has people"),
        (".", None, "is a folder; name a file in it"),
    ],
)
def test_other_files_are_refused_untouched(tmp_path: Path, name: str, content: bytes | None, words: str) -> None:
    """A file that is somebody else's is neither written nor renamed."""
    file = tmp_path / name
    if content:
        file.write_bytes(content)
    elif name != ".":
        with sqlite3.connect(file) as other:
            other.execute("CREATE TABLE people (name TEXT)")
        other.close()
    before = None if name == "." else file.read_bytes()
    with pytest.raises(StoreError, match=words):
        open_store(file)
    assert before is None or file.read_bytes() == before


def test_a_full_disk_is_named_and_nothing_is_half_kept(tmp_path: Path) -> None:
    """What cannot be kept raises; what was kept before stays; there is room again later."""
    with open_store(tmp_path / "x.db") as found:
        found.record([attempt()])
        with found._engine.connect() as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar()
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(StoreError, match=r"x\.db: the disk is full; make room on it"):
            found.record([attempt(n, response="x" * 3000) for n in range(1, 50)])
        assert len(found.attempts("me")) == 1
        with found._engine.connect() as connection:
            connection.execute(text("PRAGMA max_page_count = 1000000"))
        assert found.record([attempt(1)]) == 1


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A read-only database and a folder that cannot be made."""
    with open_store(tmp_path / "x.db") as found:
        with found._engine.connect() as connection:
            connection.execute(text("PRAGMA query_only = ON"))
        with pytest.raises(StoreError, match=r"x\.db: the file cannot be written; see who may write it"):
            found.record([attempt()])
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="is a file, not a folder"):
        open_store(tmp_path / "file" / "lessons.db")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nonsense://x:y:z", "is no address of a database; write a path"),
        ("nonsense://x", "is no address of a database; write a path"),
        ("postgresql://nobody@127.0.0.1:9/none", "does not answer|says"),
    ],
)
def test_bad_addresses_are_named(address: str, words: str) -> None:
    """An address that leads nowhere is one clear error, without its password."""
    with pytest.raises(StoreError, match=words):
        open_store(address)


def test_passwords_are_not_shown() -> None:
    """An error names the server, not how to get in."""
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://me:secret@127.0.0.1:9/none")
    assert "secret" not in str(caught.value)
    assert "127.0.0.1" in str(caught.value)


def test_where_the_store_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The argument goes before LESSONS_DB, which goes before the user's data folder; it can be switched off."""
    monkeypatch.setenv("LESSONS_DB", "env.db")
    assert [place("a.db"), place()] == ["a.db", "env.db"]
    monkeypatch.setenv("LESSONS_DB", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert place() == str(tmp_path / "lessons" / "lessons.db")
    monkeypatch.setenv("LESSONS_DB", "off")
    with pytest.raises(StoreError, match="LESSONS_DB is off: nothing is recorded"):
        open_store()


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "x" * 201, "\x1b[31m"])
def test_names_that_are_none(name: str) -> None:
    """A learner's name is printable and not too long."""
    with pytest.raises(StoreError, match="is no name of a learner"):
        learner_name(name)


def test_whose_history_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The argument goes before LESSONS_LEARNER, which goes before "me"."""
    monkeypatch.delenv("LESSONS_LEARNER", raising=False)
    assert learner_name() == "me"
    monkeypatch.setenv("LESSONS_LEARNER", "Ada")
    assert [learner_name(), learner_name("Eve")] == ["Ada", "Eve"]
