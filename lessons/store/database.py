"""The store: attempts, sittings and review states in one database."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from fractions import Fraction
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Text, bindparam, case, cast, delete, false, func, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ..attempts import RATINGS, Attempt, DayCount, FactsCount, Mode, Sitting, State
from .errors import store_error
from .opening import pragma, shown, writer
from .rows import as_json, attempt_of, attempt_row, moment, sitting_of, sitting_row, stamp, state_of, state_row
from .rows import text as as_text
from .tables import attempts, reckoned, sittings, states

_STATES = select(*(column for column in states.c if column.name != "learner"))
_MOST_NAMED = 1000  # facts named in one query; a database takes only so many
_MARKED = ("right", "partly", "wrong", "blank")


class Store:
    """A learner's history in a database; made by `open_store`.

    Attributes:
        where: the path or address it was opened by, without a password.
        notice: a sentence where a damaged file was set aside on opening; else empty.
    """

    def __init__(self, engine: Engine, where: str, notice: str = "", *, closed: Callable[[], object] = bool) -> None:
        self._engine, self._writer, self.where, self.notice, self._closed = engine, writer(engine), shown(where), notice, closed
        self._insert = postgresql.insert if engine.dialect.name == "postgresql" else sqlite.insert
        self._new_attempt = self._insert(attempts).on_conflict_do_nothing(index_elements=["id"]).inline()
        self._new_attempt = self._new_attempt.execution_options(preserve_rowcount=True)

    def __repr__(self) -> str:
        return f"Store({self.where!r})"

    def close(self) -> None:
        """Let go of the database's connections."""
        self._engine.dispose()
        self._closed()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def record(self, found: Sequence[Attempt]) -> int:
        """Keep attempts, all or none; they are on the disk when this returns.

        Returns:
            how many are new: an attempt that is there already is not kept twice.

        Raises:
            StoreError: where the database cannot take them (full, read-only, gone); nothing of them is kept then.
        """
        if not found:
            return 0
        rows = [attempt_row(one) for one in found]
        try:
            return self._record(rows)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise store_error(self.where, error) from error
        try:
            return self._record(rows)  # the server was started anew: once more, on a connection of now; nothing can be kept twice
        except SQLAlchemyError as error:
            raise store_error(self.where, error) from error

    def _record(self, rows: Sequence[dict[str, Any]]) -> int:
        with self._writer.begin() as connection:
            return sum(connection.execute(self._new_attempt, row).rowcount for row in rows)

    def begin(self, sitting: Sitting) -> None:
        """Keep a sitting that has begun; one that is there already stays as it is."""
        with self._writing() as connection:
            connection.execute(self._insert(sittings).on_conflict_do_nothing(index_elements=["id"]), sitting_row(sitting))

    def save(self, sitting: str, progress: dict[str, Any]) -> None:
        """Keep where a sitting is, in place of what was kept of it before."""
        with self._writing() as connection:
            connection.execute(update(sittings).where(sittings.c.id == sitting).values(progress=as_json(progress)))

    def end(self, sitting: str, *, at: datetime, net: Fraction | None = None, out_of: Fraction | None = None) -> None:
        """Keep that a sitting is over, and what it came to."""
        with self._writing() as connection:
            values = {"ended": stamp(at), "net": as_text(net), "out_of": as_text(out_of)}
            connection.execute(update(sittings).where(sittings.c.id == sitting).values(**values))

    def attempts(
        self, learner: str, *, sitting: str | None = None, mode: Mode | None = None, since: datetime | None = None
    ) -> list[Attempt]:
        """A learner's attempts in the order of time; of one sitting, of one mode, or since a time."""
        query = select(attempts).where(attempts.c.learner == learner)
        if sitting is not None:
            query = query.where(attempts.c.sitting == sitting)
        if mode is not None:
            query = query.where(attempts.c.mode == mode)
        if since is not None:
            query = query.where(attempts.c.at >= stamp(since))
        return [attempt_of(row) for row in self._rows(query.order_by(attempts.c.at, attempts.c.n))]

    def sittings(self, learner: str, *, mode: Mode | None = None) -> list[Sitting]:
        """A learner's sittings in the order in which they were begun."""
        query = select(sittings).where(sittings.c.learner == learner)
        if mode is not None:
            query = query.where(sittings.c.mode == mode)
        return [sitting_of(row) for row in self._rows(query.order_by(sittings.c.begun, sittings.c.id))]

    def unfinished(self, learner: str, quiz: str, *, since: datetime) -> Sitting | None:
        """The latest sitting of a quiz, where it is not ended and was begun since then; else None."""
        query = select(sittings).where(sittings.c.learner == learner, sittings.c.quiz == quiz, sittings.c.begun >= stamp(since))
        for row in self._rows(query.order_by(sittings.c.begun.desc(), sittings.c.id.desc()).limit(1)):
            found = sitting_of(row)
            return found if found.ended is None else None
        return None

    def learners(self) -> list[str]:
        """Everyone who has left anything."""
        names = select(attempts.c.learner).union(select(sittings.c.learner))
        return sorted(row[0] for row in self._rows(names))

    def by_facts(self, learner: str) -> list[FactsCount]:
        """How often items were answered and got right, by the facts that they ask; cards and Mains questions are not among them."""
        a = attempts.c
        query = select(a.facts, func.count(), _count(a.verdict == "right"))
        query = query.where(a.learner == learner, a.verdict.in_(_MARKED)).group_by(a.facts).order_by(a.facts)
        rows = self._rows(query)
        every = json.loads(f"[{','.join(row[0] for row in rows)}]")  # at once: there may be many thousands
        return [FactsCount(facts=tuple(facts), answered=n, right=right) for facts, (_, n, right) in zip(every, rows, strict=True)]

    def by_day(self, learner: str) -> list[DayCount]:
        """What was done on each of the learner's days that has anything, in their order."""
        a = attempts.c
        query = select(
            a.day,
            _count(a.verdict.in_(_MARKED)),
            _count(a.verdict == "right"),
            _count(a.verdict.in_(RATINGS)),
            func.coalesce(func.sum(a.seconds), 0.0),
        ).where(a.learner == learner)
        return [
            DayCount(day=day, answered=answered, right=right, rated=rated, seconds=seconds)
            for day, answered, right, rated, seconds in self._rows(query.group_by(a.day).order_by(a.day))
        ]

    def due(self, learner: str, before: datetime, *, limit: int | None = None) -> list[State]:
        """The states that are due before a time, the earliest first; see `catch_up`."""
        query = _STATES.where(states.c.learner == learner, states.c.due < stamp(before)).order_by(states.c.due, states.c.fact)
        return [state_of(row) for row in self._rows(query.limit(limit))]

    def states(self, learner: str, facts: Collection[str] | None = None, *, before: datetime | None = None) -> dict[str, State]:
        """What a learner remembers of every fact that was asked, of these, or of what is due before a time; see `catch_up`."""
        if facts is not None and not facts:
            return {}
        query = _STATES.where(states.c.learner == learner)
        if before is not None:
            query = query.where(states.c.due < stamp(before))
        if facts is not None and len(facts) <= _MOST_NAMED:
            query = query.where(states.c.fact.in_(facts))
        found = {row[0]: state_of(row) for row in self._rows(query)}
        return found if facts is None else {fact: found[fact] for fact in facts if fact in found}

    def known(self, learner: str) -> list[str]:
        """The facts that a learner was ever asked; see `catch_up`."""
        listed = func.json_agg if self._engine.dialect.name == "postgresql" else func.json_group_array
        found = self._rows(select(cast(listed(states.c.fact), Text)).where(states.c.learner == learner))[0][0]  # as one text, for speed
        known: list[str] = json.loads(found or "[]")
        return known

    def catch_up(self, learner: str, *, retention: float | None = None, seed: int | None = None) -> None:
        """Bring the review states to what the attempts say.

        States are worth nothing of their own: they are what `lessons.schedule` makes of the ratings in the order of time. Attempts that
        came since are added; where one of them is older than what its fact was asked last (another machine's history was taken in), or
        retention or seed are others than before, all states of the learner are reckoned anew.

        Args:
            learner: whose states.
            retention: as in `lessons.schedule.rated`; without it as it was taken last, at first 0.9.
            seed: likewise, at first 1.
        """
        with self._writing() as connection:
            before = connection.execute(select(reckoned.c.retention, reckoned.c.seed).where(reckoned.c.learner == learner)).first()
            last = (0.9, 1) if before is None else (before.retention, before.seed)
            retention, seed = last[0] if retention is None else retention, last[1] if seed is None else seed
            is_other = before is not None and last != (retention, seed)
            # Put in order here: asked for it, SQLite would go through the whole history by its time, and not by the index of what is new.
            new = select(attempts).where(attempts.c.learner == learner, attempts.c.folded == false())
            unsorted = connection.execute(new.with_for_update() if self._engine.dialect.name == "postgresql" else new).all()
            rows = sorted(unsorted, key=lambda row: (row.at, row.n))
            if not rows and not is_other:
                return
            added = None if is_other else _folded(_ratings(rows), self._known(connection, learner), retention, seed)
            if added is None:
                every = select(attempts).where(attempts.c.learner == learner).order_by(attempts.c.at, attempts.c.n)
                added = _folded(_ratings(connection.execute(every).all()), {}, retention, seed) or {}
                connection.execute(delete(states).where(states.c.learner == learner))
            self._put(connection, learner, added)
            if rows:
                mark = update(attempts).where(attempts.c.n == bindparam("folded_n")).values(folded=True)
                connection.execute(mark, [{"folded_n": row.n} for row in rows])
            connection.execute(delete(reckoned).where(reckoned.c.learner == learner))
            connection.execute(insert(reckoned), {"learner": learner, "retention": retention, "seed": seed})

    def forget(self, learner: str) -> int:
        """Delete everything of a learner; returns how many attempts that were."""
        with self._writing() as connection:
            gone = connection.execute(delete(attempts).where(attempts.c.learner == learner)).rowcount
            for table in (sittings, states, reckoned):
                connection.execute(delete(table).where(table.c.learner == learner))
        if self._engine.dialect.name == "sqlite":
            pragma(self._engine, "wal_checkpoint(TRUNCATE)")  # what is deleted is not to stay in the log either
        return gone

    def check(self) -> str:
        """What the database finds of itself: "ok", or its first complaint. A server is taken at its word."""
        if self._engine.dialect.name != "sqlite":
            self._rows(select(func.count()).select_from(attempts))
            return "ok"
        return str(self._rows(text("PRAGMA integrity_check(1)"))[0][0])

    def _known(self, connection: Connection, learner: str) -> dict[str, State]:
        return {one.fact: one for one in map(state_of, connection.execute(_STATES.where(states.c.learner == learner)))}

    def _put(self, connection: Connection, learner: str, found: dict[str, State]) -> None:
        if found:
            fresh = self._insert(states)
            others = {column.name: fresh.excluded[column.name] for column in states.c if not column.primary_key}
            statement = fresh.on_conflict_do_update(index_elements=["learner", "fact"], set_=others)
            connection.execute(statement, [state_row(learner, state) for state in found.values()])

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._writer.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise store_error(self.where, error) from error

    def _rows(self, query: Any) -> Sequence[Any]:
        try:
            with self._engine.connect() as connection:
                return connection.execute(query).all()
        except SQLAlchemyError as error:
            raise store_error(self.where, error) from error


def _count(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _ids(facts: str) -> tuple[str, ...]:
    return tuple(json.loads(facts))


def _ratings(rows: Iterable[Row[Any]]) -> Iterator[tuple[str, int, datetime]]:
    """Fact, rating and time, in the order of the rows."""
    for row in rows:
        if row.rating is not None:
            at = moment(row.at)
            for fact in _ids(row.facts):
                yield fact, row.rating, at


def _folded(ratings: Iterable[tuple[str, int, datetime]], known: dict[str, State], retention: float, seed: int) -> dict[str, State] | None:
    """The states that the ratings change; None where one is older than the last of its fact."""
    from ..schedule import rated

    changed: dict[str, State] = {}
    for fact, rating, at in ratings:
        before = changed.get(fact, known.get(fact))
        if before is not None and at < before.last:
            return None
        changed[fact] = rated(before, fact=fact, rating=rating, at=at, retention=retention, seed=seed)
    return changed
