"""The kinds of quiz item, as records, and their JSON.

An item carries the facts it was made from, and so its sources, all the way to the learner's screen. The JSON is documented in README
("The JSON of items and cards") and stable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .dates import Date
from .facts import Fact, sources_json

ItemKind = Literal["single_choice", "multiple_response", "true_false", "gap", "ordering", "matching"]
Form = Literal["direct", "two_statements", "three_statements", "how_many", "statement_reason", "pairs", "lists", "chronology"]

BLANK = "_____"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A key or a distractor; the id comes from what it says, so that responses can be counted whatever their order.

    Attributes:
        why: of a distractor that the notes know, what it is right for; told after responding.
    """

    id: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is said of one part of an item after responding: a statement, a pair, an event, an option.

    Attributes:
        label: which part: "1", "A", "Statement-I", or the option's text.
        correct: whether the part is as the notes have it; None where that is not the question.
        text: what is true, and what was swapped where the part is not.
    """

    label: str
    correct: bool | None
    text: str
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question.

    Attributes:
        id: from its facts and the way they are asked, not from its wording or its distractors.
        stem: the question; of an exam form what stands above the statements or lists.
        statements: what stands below the stem: statements, events, List-I, the left halves of pairs, or what is to be matched.
        list_two: what stands beside them: List-II, or the right halves of pairs.
        headings: what the two lists hold.
        closing: the question below them.
        options: key and distractors in the order shown; of an ordering item the events, of a matching item what can be matched; empty for
            a gap item.
        key: the ids of the right options: of an ordering item all of them in their order, of a matching item one for each statement; for a
            gap item the accepted texts, the number, or the date.
        explanation: what is shown after responding, beside the sources; empty where `parts` say it.
        parts: the explanation part by part, each with the fact it rests on.
        others: of a text to be typed, the other names and terms of the notes: these are no slips of spelling.
        unit: of a number to be typed, what it counts or measures.
        facts: what it was made from; at least one.
    """

    id: str
    kind: ItemKind
    form: Form = "direct"
    stem: str
    statements: tuple[str, ...] = ()
    list_two: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    closing: str = ""
    options: tuple[Option, ...] = ()
    key: tuple[str, ...] | int | float | Date
    explanation: str = ""
    parts: tuple[Part, ...] = ()
    facts: tuple[Fact, ...]
    others: tuple[str, ...] = ()
    unit: str = ""

    @property
    def lesson(self) -> str:
        return self.facts[0].lesson

    @property
    def key_ids(self) -> tuple[str, ...]:
        """The ids of the right options; empty where the key is typed."""
        return self.key if self.kind != "gap" and isinstance(self.key, tuple) else ()

    @property
    def key_text(self) -> str:
        """The key as a learner reads it."""
        if isinstance(self.key, Date):
            return self.key.text
        if isinstance(self.key, tuple):
            texts = {option.id: option.text for option in self.options}
            if self.kind == "matching":
                return "; ".join(f"{left} – {texts[one]}" for left, one in zip(self.statements, self.key, strict=True))
            if self.kind == "ordering":
                return "; ".join(texts[one] for one in self.key)
            return "; ".join(option.text for option in self.options if option.id in self.key) or self.key[0]
        from .quantities import figure

        return f"{figure(self.key)} {self.unit}".strip()


def text(item: Item) -> str:
    """The item in plain text, its key marked with a star or told after "="."""
    letters = "ABCDE" if item.form == "lists" or item.kind == "matching" else ""
    labels = [letters[n] if letters else str(n + 1) for n in range(len(item.statements))]
    if item.form == "statement_reason":
        labels = ["Statement-I:", "Statement-II:"]
    rows = [f"  {label} {said}" for label, said in zip(labels, item.statements, strict=True)]
    if item.form == "pairs":
        rows = [f"{row} : {right}" for row, right in zip(rows, item.list_two, strict=True)]
    elif item.list_two:
        rows += [f"  {n} {right}" for n, right in enumerate(item.list_two, 1)]
    chosen = item.kind in ("single_choice", "multiple_response", "true_false")
    options = [f"    {'*' if chosen and option.id in item.key_ids else ' '} {option.text}" for option in item.options]
    key = [] if chosen else [f"    = {item.key_text}"]
    return "\n".join([item.stem, *rows, *([item.closing] if item.closing else []), *options, *key])


def key_json(key: tuple[str, ...] | int | float | Date) -> list[str] | int | float | str:
    """A key as JSON: a list of ids or of accepted texts, a number, or a date in EDTF.

    >>> key_json(("a", "b")), key_json(8)
    (['a', 'b'], 8)
    """
    match key:
        case Date():
            return key.edtf
        case tuple():
            return list(key)
        case number:
            return number


def to_json(item: Item) -> dict[str, Any]:
    """The item as JSON, keys in the documented order."""
    return {
        "id": item.id,
        "kind": item.kind,
        "form": item.form,
        "lesson": item.lesson,
        "stem": item.stem,
        "statements": list(item.statements),
        "list_two": list(item.list_two),
        "headings": list(item.headings),
        "closing": item.closing,
        "options": [{"id": option.id, "text": option.text, "why": option.why} for option in item.options],
        "key": key_json(item.key),
        "explanation": item.explanation,
        "parts": [{"label": one.label, "correct": one.correct, "text": one.text, "fact": one.fact.id} for one in item.parts],
        "facts": [fact.id for fact in item.facts],
        "sources": [source for fact in item.facts for source in sources_json(fact)],
        "as_of": item.facts[0].as_of.edtf,
        "since": _joined(fact.since for fact in item.facts),
        "erratum": _joined(fact.erratum for fact in item.facts),
        "disputed": _joined(fact.dispute for fact in item.facts),
    }


def _joined(texts: Any) -> str | None:
    return " ".join(dict.fromkeys(text for text in texts if text)) or None
