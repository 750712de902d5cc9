"""What can be asked of a fact: each question with the slot of the fact that is its key.

A stem is put together from the slots by a fixed frame, or was written by hand (`Q`) for the fact's main slot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import assert_never

from .dates import Date, typed
from .facts import Claim, Event, Fact, Gap, Number, Person, Point, Quotation, Reason, Term
from .items import BLANK
from .lemmas import shared_lemmas
from .quantities import Quantity
from .quantities import read as read_quantity
from .wording import a, as_of_words, behind, by, given_away, inside, number_of, sentence, the

Value = Date | Quantity | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One way to ask a fact.

    Attributes:
        slot: the field of the fact's content that is asked for.
        key: the slot's value; for a gap, the phrase as the date or number that it is.
        typed: whether it is fair to ask for it in words of one's own.
    """

    fact: Fact
    slot: str
    stem: str
    key: Value
    typed: bool = False


def questions(fact: Fact) -> tuple[Question, ...]:
    """All questions of a fact, the main one first; none whose stem gives the key away."""
    return tuple(q for q in (main_question(fact), *_others(fact)) if not given_away(shown(q.key, q.slot), q.stem))


def main_question(fact: Fact) -> Question:
    """The question for the fact's main slot, in the words of the note where it has a `Q`."""
    by_hand, as_of = fact.question, _behind_as_of(fact)
    whose = f", according to {by(fact)}" if fact.contested else ""
    match fact.content:
        case Event(when=when, clause=clause):
            # A span and a season may fairly be given in other words.
            typed = when.precision != "season" and (not when.is_span or when.start is None or when.end is None)
            return _question(fact, "when", by_hand or f"{sentence(clause)} {_when(when).removesuffix('?')}{whose}?", when, typed=typed)
        case Person(name=name, office=office):
            return _question(fact, "name", by_hand or f"Who was {inside(office)}{as_of}?", name, typed=True)
        case Number(what=what, value=value):
            return _question(fact, "value", by_hand or _how_many(what, value, as_of + whose), value, typed=True)
        case Term(term=term, meaning=meaning):
            return _question(fact, "term", by_hand or f"Which term is the name for {inside(meaning)}?", term, typed=True)
        case Quotation(speaker=speaker, words=words, context=context):
            # "A senior lawmaker" is no name that could be asked for.
            typed = speaker[:1].isupper() and not speaker.startswith(("A ", "An "))
            return _question(fact, "speaker", by_hand or f"Who used the words “{words}”{behind(context)}?", speaker, typed=typed)
        case Point(heading=heading, label=label):
            return _question(fact, "label", by_hand or f"Which of these does {by(fact)} name as {a(heading)}?", label)
        case Reason(what=what, why=why):
            return _question(fact, "why", by_hand or f"{sentence(what)} Which reason is given for this?", why)
        case Claim(claim=claim):
            return _question(fact, "claim", by_hand or _whose_claim(fact.content), claim)
        case Gap(before=before, phrase=phrase, after=after):
            return _question(fact, "phrase", f"{before}{BLANK}{after}", _phrase(before, phrase, after), typed=True)
        case unknown:
            assert_never(unknown)


def _others(fact: Fact) -> tuple[Question, ...]:
    """The same facts asked from the other side."""
    content = fact.content
    match content:
        case Event(when=when, clause=clause) as event if happened(event):
            return (_question(fact, "clause", f"Which of these happened {when.phrase}?", clause.removesuffix(".")),)
        case Person(name=name, office=office):
            stem = f"Which of these describes {name}?" if fact.timeless else f"Which office did {name} hold{_behind_as_of(fact)}?"
            return (_question(fact, "office", stem, office),)
        case Term(term=term, meaning=meaning) if not shared_lemmas(term, meaning):
            return (_question(fact, "meaning", f"What is “{term}” the name for?", meaning),)
        case Claim(claim=claim) if fact.question:
            return (_question(fact, "account", _whose_claim(content), claim),)
        case _:
            return ()


def _whose_claim(claim: Claim) -> str:
    return f"Accounts differ on {the(claim.topic)}. Which claim goes with this account: {inside(claim.text)}?"


def happened(event: Event) -> bool:
    """Whether "which of these happened on …" can be asked with the event: not of a span, and not of a plan ("was to be signed")."""
    return not (event.when.is_span or re.search(r"\b(?:was|were) to\b", event.clause))


def _question(fact: Fact, slot: str, stem: str, key: Value, *, typed: bool = False) -> Question:
    return Question(fact=fact, slot=slot, stem=stem, key=key, typed=typed)


_CAPITALISED = frozenset({"label", "heading", "meaning", "office", "claim", "account", "term", "speaker"})


def shown(value: Value, slot: str) -> str:
    """A value as an option shows it."""
    if not isinstance(value, str):
        return value.brief if isinstance(value, Date) else value.text
    if slot == "why":
        return f"Because {value}"
    return value[:1].upper() + value[1:] if slot in _CAPITALISED else value


def _behind_as_of(fact: Fact) -> str:
    return f" as of {as_of_words(fact)}" if fact.dated else ""


def _when(when: Date) -> str:
    """The question for a date of some precision."""
    if when.is_span:
        return "When was that?" if when.start and when.end else "Since when?" if when.start else "Until when?"
    unit = {"day": "On which day", "month": "In which month", "season": "In which season of which year"}
    return f"{unit.get(when.precision, f'In which {when.precision}')} was that?"


def _how_many(what: str, value: Quantity, as_of: str) -> str:
    """The question for a number: of things, of times, or of a unit."""
    if value.unit == "times":
        return f"How many times{as_of}: {what}?"
    unit = f", in {value.unit}," if value.unit else ""
    return f"What was {number_of(what, value.unit)}{unit}{as_of}?".replace(",?", "?")


_IN_TIME = re.compile(r"\b(?:in|since|until|till|during|year|spring|summer|autumn|winter|early|late|mid)\W*$", re.IGNORECASE)
_MAYBE_IN_TIME = re.compile(r"\b(?:by|of|from|to|between|and|before|after|about|around|[A-Z][a-z]{2,8})\W*$")
_FUNCTION_WORD = re.compile(
    r"\W*(?:$|[A-Z]|(?:the|a|an|and|or|but|when|as|to|in|on|at|for|with|by|it|he|she|they|was|were|had|which|who|after|before)\b)"
)


def _phrase(before: str, phrase: str, after: str) -> Value:
    """A marked phrase as the date or the number that it is, else as text.

    Four digits are a year where the words around them speak of time: "in ==1949==", not "an army of ==1500== men".
    """
    readings = typed(phrase) if re.search(r"\d|century", phrase) or " " in phrase else ()
    if phrase.isdigit():
        in_time = _IN_TIME.search(before) or (_MAYBE_IN_TIME.search(before) and _FUNCTION_WORD.match(after))
        readings = readings if len(phrase) == 4 and in_time else ()
    if len(readings) == 1:
        return readings[0]
    quantity = read_quantity(phrase)
    # "None", "one" and "half" are words of their sentence: it would not read with another number in their place.
    if (
        quantity
        and quantity.unit in ("", "per cent")
        and (re.match(r"\D?\d", phrase) or (isinstance(quantity.value, int) and quantity.value > 1))
    ):
        return quantity
    return phrase
