"""What goes with what: events and dates, people and offices, terms and meanings, words and speakers, points and what is said of them.

A pairing holds facts of one lesson that can be matched without doubt: no right half fits two left halves, and none is given away by its
own left half.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..distractors import Index, overlap
from ..facts import Claim, Event, Fact, Person, Point, Quotation, Term
from ..lemmas import shared_lemmas
from ..questions import Question, Value, happened, questions, shown
from ..wording import as_of_words, by, given_away, sentence

WAYS = {"text": ("matching", "lists"), "claim": ("pairs",)}
"""What can be made of pairs whose right half is this slot, where that is not everything."""

# "Talks of that kind": what is pointed at shows which label it is.
_POINTS_BACK = re.compile(r"\b(?:this|that|these|those|such) \w", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two halves of a fact; the question asks for the right one."""

    question: Question
    left: str
    right: str

    @property
    def fact(self) -> Fact:
        return self.question.fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Pairs of one kind.

    Attributes:
        ask: the instruction to match them.
        headings: what the left and the right halves are.
        ways: what can be made of them: what is said of a point has no distractors for "pairs", and accounts of different topics are not to
            be matched with one another.
    """

    ask: str
    headings: tuple[str, str]
    pairs: tuple[Pair, ...]
    ways: tuple[str, ...]


def pairings(facts: Sequence[Fact], index: Index) -> Iterator[Pairing]:
    """All pairings of a lesson's facts, in the order of the notes."""
    found: dict[tuple[str, tuple[str, str], str], list[Pair]] = defaultdict(list)
    for fact in facts:
        for ask, headings, question, left in _halves(fact, index):
            right = _right(question)
            if given_away(right, left) or given_away(left, right) or shared_lemmas(left, right):
                continue
            found[ask, headings, question.slot].append(Pair(question=question, left=left, right=right))
    for (ask, headings, slot), pairs in found.items():
        yield Pairing(ask=ask, headings=headings, pairs=tuple(pairs), ways=WAYS.get(slot, ("matching", "lists", "pairs")))


def apart(pair: Pair, others: Sequence[Pair], index: Index) -> bool:
    """Whether a pair can stand beside others: left and right halves are told apart, and none fits where another belongs."""
    return not any(
        overlap(pair.left, other.left)
        or overlap(pair.question.key, other.question.key)
        or not index.false(pair.question, other.question.key)
        or not index.false(other.question, pair.question.key)
        for other in others
    )


def _halves(fact: Fact, index: Index) -> Iterator[tuple[str, tuple[str, str], Question, str]]:
    """Instruction, headings, the question for the right half, and the left half."""
    asked = {question.slot: question for question in questions(fact)}
    match fact.content:
        case Event(when=when, clause=clause) if "when" in asked and happened(fact.content) and not index.date_disputed(fact):
            unit = "date" if when.precision == "day" else when.precision
            yield f"Match each event with its {unit}.", ("Event", unit.capitalize()), asked["when"], sentence(clause)
        case Person(name=name) if "office" in asked:
            as_of = f" as of {as_of_words(fact)}" if fact.dated else ""
            yield f"Match each person with the office held{as_of}.", ("Person", "Office"), asked["office"], name
        case Term(term=term) if "meaning" in asked:
            yield "Match each term with what it stands for.", ("Term", "Meaning"), asked["meaning"], shown(term, "term")
        case Quotation(words=words, context=context) if "speaker" in asked and not fact.disputed:
            told = f"“{words}”, {context}" if context else f"“{words}”"
            yield "Match the words with the one who used them.", ("Words", "Speaker"), asked["speaker"], told
        case Point(heading=heading, label=label, text=text) if text and not _POINTS_BACK.search(text):
            said = Question(fact=fact, slot="text", stem="", key=text.removesuffix("."))
            headings = (f"{heading[:1].upper()}{heading[1:]}", "What is said of it")
            yield f"Match each {heading} with what {by(fact)} says of it.", headings, said, shown(label, "label")
        case Claim(topic=topic, claim=claim, text=text):
            held = Question(fact=fact, slot="claim", stem="", key=claim)
            yield "", ("Account", "What it says"), held, f"{topic[:1].upper()}{topic[1:]}: {text.removesuffix('.')}"
        case _:
            return


def _right(question: Question) -> str:
    key: Value = question.key
    return sentence(key) if question.slot == "text" and isinstance(key, str) else shown(key, question.slot)
