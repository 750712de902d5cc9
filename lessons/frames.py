"""Facts as a tidy pandas table."""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from .facts import Event, Fact
from .wording import said


def frame(facts: Iterable[Fact]) -> pandas.DataFrame:
    """One row a fact.

    Columns: ``lesson``, ``kind``, ``fact`` (the fact as a sentence), ``date`` (EDTF; of events only), ``as_of`` (EDTF), ``publisher``,
    ``paragraph``, ``since``, ``erratum``, ``disputed`` (the topic), ``note``, ``line``; the index is the fact's id.
    """
    rows = [
        {
            "id": fact.id,
            "lesson": fact.lesson,
            "kind": fact.kind,
            "fact": said(fact),
            "date": fact.content.when.edtf if isinstance(fact.content, Event) else None,
            "as_of": fact.as_of.edtf,
            "publisher": fact.citations[0].source.publisher,
            "paragraph": fact.citations[0].paragraph,
            "since": fact.since,
            "erratum": fact.erratum,
            "disputed": fact.disputed,
            "note": fact.note,
            "line": fact.line,
        }
        for fact in facts
    ]
    columns = list(rows[0]) if rows else ["id"]
    table = pandas.DataFrame(rows, columns=columns).set_index("id")
    if "paragraph" in table:
        table["paragraph"] = table["paragraph"].astype("Int64")
    return table
