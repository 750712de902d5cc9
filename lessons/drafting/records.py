"""What a draft is made of. Every span is half-open, in code points of the text as it came; the text itself is never altered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the page says of itself.

    Attributes:
        title, author, publisher: as the page writes them; None where it does not say.
        published: EDTF; None where neither the page nor the caller gives it.
        published_from: the words of the page that give it; None where the caller gave it, or nothing does.
        spans: the lines that hold these, by-lines, stamps and datelines: neither clutter nor a place for facts.
    """

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """A date expression.

    Attributes:
        value: EDTF; the year is XXXX where nothing settles it.
        explicit: whether every part of the value stands in the expression itself.
        what: the clause that says what happened.
        candidates: the values that it may have, where the year is not settled.
        doubt: why a person should look, a clause; empty where there is no reason to.
    """

    start: int
    end: int
    value: str
    explicit: bool
    what: Span | None = None
    candidates: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFound:
    """A number with its unit as written ("per cent", "days", "US$", "times"); `of`: the words that say what is counted or measured."""

    start: int
    end: int
    value: int | float
    unit: str | None = None
    of: Span | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFound:
    """A person with an office, the two together as they stand; `office` names the body behind a pronoun, `name` has no honorific."""

    start: int
    end: int
    name: str
    office: str
    former: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationFound:
    """The words inside the quotation marks; `speaker`: the full name, as the article gives it anywhere; None where nothing tells."""

    start: int
    end: int
    speaker: str | None
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFound:
    """A term where it is explained, and the explanation."""

    start: int
    end: int
    definition: Span
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFound:
    """The label of a labelled point, its explanation, and the heading that it stands under."""

    start: int
    end: int
    explanation: Span
    heading: str | None
    doubt: str = ""


Found = DateFound | NumberFound | OfficeFound | QuotationFound | TermFound | PointFound

KINDS: dict[type, str] = {
    DateFound: "date",
    NumberFound: "number",
    OfficeFound: "office",
    QuotationFound: "quotation",
    TermFound: "term",
    PointFound: "point",
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Draft:
    """What was read out of an article, for a person to correct.

    Attributes:
        text: the article as it came.
        clutter: what is not the article, in order.
        paragraphs: the article's paragraphs in order; a fact's ¶ is the number of the one that it stands in, from 1.
        facts: in the order of their start.
    """

    text: str
    head: Head
    clutter: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    facts: tuple[Found, ...]

    def __repr__(self) -> str:
        """How many facts of which kind.

        >>> from lessons.drafting import draft
        >>> draft("The talks opened in Pune on 12 May 2021.")
        Draft(1 fact: 1 date)
        """
        counts = Counter(KINDS[type(found)] for found in self.facts)
        told = ", ".join(f"{counts[kind]} {kind}{'' if counts[kind] == 1 else 's'}" for kind in KINDS.values() if counts[kind])
        return f"Draft({len(self.facts)} fact{'' if len(self.facts) == 1 else 's'}{f': {told}' if told else ''})"

    def quote(self, found: Found) -> str:
        """The words of the article that a fact was read from."""
        return self.text[found.start : found.end]

    def note(self, *, lesson: str = "") -> str:
        """The draft as a seed note to be corrected; see `lessons.drafting.written`."""
        from .written import note, proposed

        return note(self.head, proposed(self), lesson=lesson)

    def to_json(self) -> dict[str, Any]:
        """As ``lessons draft --json`` prints it: plain values; spans are lists of two; that a date is "about" so, beside its value."""
        head = {name: getattr(self.head, name) for name in ("title", "author", "publisher", "published", "published_from")}
        return head | {"clutter": [list(span) for span in self.clutter], "facts": [self._fact(found) for found in self.facts]}

    def _fact(self, found: Found) -> dict[str, Any]:
        plain = {field.name: getattr(found, field.name) for field in fields(found)}
        plain = {name: list(value) if isinstance(value, tuple) else value for name, value in plain.items()}
        if isinstance(found, DateFound):
            plain |= {"value": found.value.replace("~", ""), "approximate": "~" in found.value}
        return {"kind": KINDS[type(found)], "start": found.start, "end": found.end, "quote": self.quote(found)} | plain
