"""Fact → card: a front that asks, a back that says, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, assert_never

from .facts import Claim, Event, Fact, Gap, Number, Person, Point, Quotation, Reason, Term, sources_json
from .ids import digest
from .items import BLANK
from .questions import main_question
from .wording import a, by, sentence, the


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Two sides of a fact."""

    id: str
    front: str
    back: str
    fact: Fact

    @property
    def lesson(self) -> str:
        return self.fact.lesson


def card(fact: Fact) -> Card:
    """The card of a fact: what a hand-written stem or the fact's kind asks on the front, the response and the reason on the back."""
    front, back = _sides(fact)
    return Card(id=digest("card", fact.id), front=front, back=f"{back}\n{fact.why}" if fact.why else back, fact=fact)


def _sides(fact: Fact) -> tuple[str, str]:
    ask = main_question(fact).stem
    match fact.content:
        case Event(when=when):
            return ask, when.text
        case Person(name=name):
            return ask, name
        case Number(value=value):
            return ask, value.text
        case Term(term=term, meaning=meaning):
            return f"What is “{term}” the name for?", sentence(meaning)
        case Quotation(speaker=speaker):
            return ask, speaker
        case Point(heading=heading, label=label, text=text):
            return f"{by(fact)} names {label} as {a(heading)}. What is said of it?", sentence(text)
        case Reason(why=why):
            return ask, sentence(f"because {why}")
        case Claim(topic=topic, claim=claim, text=text):
            return f"Accounts differ on {the(topic)}. What stands behind the account “{claim}”?", sentence(text)
        case Gap(before=before, phrase=phrase, after=after):
            return f"{before}{BLANK}{after}", phrase
        case unknown:
            assert_never(unknown)


def to_json(card: Card) -> dict[str, Any]:
    """The card as JSON, keys in the documented order."""
    fact = card.fact
    return {
        "id": card.id,
        "lesson": card.lesson,
        "front": card.front,
        "back": card.back,
        "facts": [fact.id],
        "sources": sources_json(fact),
        "as_of": fact.as_of.edtf,
        "since": fact.since,
        "erratum": fact.erratum,
        "disputed": fact.dispute,
    }
