"""The kinds of fact, as records.

A `Fact` is one line of a seed note: what it says (its `content`, one record a kind), where it says it, which source it comes from and as of
when. `Content` is the closed union; whatever works on facts matches over it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from .dates import Date
from .quantities import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published text that facts are taken from.

    Attributes:
        note: the stem of the seed note's file name.
        published: date of publication, as exact as it is known.
        published_from: how that date is known, where the page has no plain one.
    """

    note: str
    title: str
    author: str | None
    publisher: str | None
    published: Date
    published_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A paragraph of a source; `paragraph` counts from 1, None where the note does not say."""

    source: Source
    paragraph: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, a full clause in the past tense, and when."""

    when: Date
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who held an office."""

    name: str
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many there are of something, or how much."""

    what: str
    value: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term and what it means."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Who used which words; `context` goes on from them ("of the talks", "in answer to …") and may be empty."""

    speaker: str
    words: str
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A labelled point under a heading, such as an argument for something."""

    heading: str
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What was so, and why: two clauses."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One of the accounts where sources disagree on a topic; `text` says whose it is."""

    topic: str
    claim: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A phrase to fill into its sentence: `before` + `phrase` + `after`."""

    before: str
    phrase: str
    after: str


Content = Event | Person | Number | Term | Quotation | Point | Reason | Claim | Gap

KINDS: dict[type, str] = {
    Event: "date",
    Person: "person",
    Number: "number",
    Term: "term",
    Quotation: "quotation",
    Point: "point",
    Reason: "reason",
    Claim: "dispute",
    Gap: "gap",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One teachable fact and all that a learner is owed about it.

    Attributes:
        id: from what the fact is (see `lessons.ids`), so that it survives a mended typo.
        quote: the exact words of the note's line, citation included; of a reading, the sentence with its marks.
        line: its line in the note, from 1.
        citations: where it comes from; at least one.
        as_of: when it held: the source's date where the note says nothing else.
        timeless: whether time cannot change it ("as of: always").
        dated: whether its stems name `as_of`: offices do unless timeless, numbers where the note says `as of` or `since`.
        question, distractors: a stem and distractors written by hand.
        why, since, erratum: the explanation, what has changed since, and where the source is mistaken.
        also: further accepted responses.
        disputed: the topic on which sources disagree, where the fact touches one.
        contested: whether another note gives another value for the same thing: then it is asked "according to" its source.
        dispute: what the sources say on it, in words.
    """

    id: str
    lesson: str
    content: Content
    note: str
    line: int
    quote: str
    citations: tuple[Citation, ...]
    as_of: Date
    timeless: bool = False
    dated: bool = False
    question: str | None = None
    distractors: tuple[str, ...] = ()
    why: str | None = None
    since: str | None = None
    erratum: str | None = None
    also: tuple[str, ...] = ()
    disputed: str | None = None
    dispute: str | None = None
    contested: bool = False

    @property
    def kind(self) -> str:
        """The kind's name: date, person, number, term, quotation, point, reason, dispute or gap."""
        return KINDS[type(self.content)]


class Told(Protocol):
    """What stands in a note and cites a source there: a fact, or a point of a Mains question."""

    @property
    def note(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def quote(self) -> str: ...
    @property
    def citations(self) -> tuple[Citation, ...]: ...


def sources_json(fact: Told) -> list[dict[str, Any]]:
    """The sources of a fact as JSON: where it stands in our notes (`note`, `line`, `quote`), and the source it cites there."""
    return [
        {
            "note": fact.note,
            "line": fact.line,
            "quote": fact.quote,
            "publisher": citation.source.publisher,
            "title": citation.source.title,
            "published": citation.source.published.edtf,
            "paragraph": citation.paragraph,
        }
        for citation in fact.citations
    ]
