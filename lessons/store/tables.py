"""The tables of the store, for SQLite and PostgreSQL alike.

Times are texts of one width, ``2026-11-22T06:07:30.000000+00:00``, so that their order is that of time in every database; marks are
fractions as text (``2/3``), what is nested is JSON.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, MetaData, Table, Text, UniqueConstraint, false

VERSION = 2
"""Of the tables; a change to them raises it, and `upgrades` says how to get there."""

METADATA = MetaData()
_COUNTED = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only in INTEGER

schema = Table("lessons_schema", METADATA, Column("version", Integer, nullable=False))

attempts = Table(
    "lessons_attempts",
    METADATA,
    Column("n", _COUNTED, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False),
    Column("learner", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("response", Text, nullable=False),
    Column("marks", Text),
    Column("out_of", Text),
    Column("verdict", Text, nullable=False),
    Column("rating", Integer),
    Column("mode", Text, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("sitting", Text, nullable=False),
    Column("seconds", Float(53)),
    Column("at", Text, nullable=False),
    Column("day", Text, nullable=False),
    # Whether the review states know of it already; the one column that is ever changed.
    Column("folded", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("id", name="lessons_attempts_id"),
)
Index("lessons_attempts_time", attempts.c.learner, attempts.c.at)
Index("lessons_attempts_sitting", attempts.c.sitting)
# All that a count by day needs, so that it reads no responses.
Index("lessons_attempts_day", attempts.c.learner, attempts.c.day, attempts.c.verdict, attempts.c.seconds)
# All that a count by facts needs, in their order. Only SQLite's: PostgreSQL counts by a hash, and takes no long text into an index.
by_facts = Index("lessons_attempts_facts", attempts.c.learner, attempts.c.facts, attempts.c.verdict).ddl_if(dialect="sqlite")
_NEW = attempts.c.folded == false()
Index("lessons_attempts_new", attempts.c.learner, sqlite_where=_NEW, postgresql_where=_NEW)

sittings = Table(
    "lessons_sittings",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("learner", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("quiz", Text, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("title", Text, nullable=False),
    Column("items", Integer, nullable=False),
    Column("rules", Text, nullable=False),
    Column("begun", Text, nullable=False),
    Column("ended", Text),
    Column("net", Text),
    Column("out_of", Text),
    Column("progress", Text, nullable=False),
)
Index("lessons_sittings_quiz", sittings.c.learner, sittings.c.quiz)

states = Table(
    "lessons_states",
    METADATA,
    Column("learner", Text, primary_key=True),
    Column("fact", Text, primary_key=True),
    Column("stability", Float(53), nullable=False),
    Column("difficulty", Float(53), nullable=False),
    Column("phase", Integer, nullable=False),
    Column("step", Integer),
    Column("due", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
)
Index("lessons_states_due", states.c.learner, states.c.due)

# What the states of a learner were reckoned with: with another retention or seed they are reckoned anew.
reckoned = Table(
    "lessons_reckoned",
    METADATA,
    Column("learner", Text, primary_key=True),
    Column("retention", Float(53), nullable=False),
    Column("seed", BigInteger, nullable=False),
)
