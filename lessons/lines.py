"""One line of a section → what it says. One small reader a kind; each raises `LineError` with what came and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from . import dates, quantities
from .dates import Date
from .errors import DateError
from .facts import Claim, Content, Event, Number, Person, Point, Quotation, Reason, Term
from .ids import plain
from .quantities import Quantity
from .wording import given_away

REFINEMENTS = ("Q", "not", "why", "since", "erratum", "as of", "also", "disputed")
"""What an indented line under a fact may begin with."""

MAINS = "Mains"
"""The section whose lines are no facts: see `lessons.mains_lines`."""

QUOTED_WORDS = 8
"""At most so many words of somebody else's in a row: a citation, not a copy."""

_QUOTED = re.compile(r"[“\"«„](?P<words>[^“”\"«»„]+)[”\"»“](?P<rest>.*)$", re.DOTALL)


class LineError(ValueError):
    """What is wrong with a line, without its place."""


def date_line(text: str, heading: str) -> Content:
    """``DATE: Clause.``"""
    label, clause = _halves(text, "date: what happened")
    return Event(when=_date(label), clause=clause)


def person_line(text: str, heading: str) -> Content:
    """``Name: office``"""
    name, office = _halves(text, "name: office")
    return Person(name=name, office=office.removesuffix("."))


def number_line(text: str, heading: str) -> Content:
    """``what is counted: VALUE unit``"""
    what, value = _halves(text, "what is counted: number")
    return Number(what=what, value=_quantity(value))


def term_line(text: str, heading: str) -> Content:
    """``term: meaning``"""
    term, meaning = _halves(text, "term: meaning")
    meaning = meaning.removesuffix(".")
    if given_away(term, meaning) or given_away(meaning, term):
        raise LineError(f"the meaning of {cut(term)!r} holds the term itself, or is part of it; say it in other words")
    return Term(term=term, meaning=meaning)


def quotation_line(text: str, heading: str) -> Content:
    """``Speaker: “words”, context``"""
    speaker, said = _halves(text, "speaker: “words”, context")
    match = _QUOTED.match(said)
    if not match:
        raise LineError(f"{cut(said)!r} has no words in quotation marks; write e.g. {cut(speaker)}: “a start”, of the talks")
    words = " ".join(match["words"].split())
    if len(words.split()) > QUOTED_WORDS:
        raise LineError(f"{cut(words)!r} quotes {len(words.split())} words; quote at most {QUOTED_WORDS} in a row")
    return Quotation(speaker=speaker, words=words, context=match["rest"].strip(" ,.;"))


def point_line(text: str, heading: str) -> Content:
    """``label: explanation``"""
    label, explanation = _halves(text, "label: explanation")
    return Point(heading=heading, label=label, text=explanation)


def reason_line(text: str, heading: str) -> Content:
    """``Clause because clause.``"""
    what, because, why = text.partition(" because ")
    if not because or not what.strip() or not why.strip():
        raise LineError(f"{cut(text)!r} gives no reason; write 'CLAUSE because CLAUSE.'")
    return Reason(what=what.strip(), why=why.strip().removesuffix("."))


def claim_line(text: str, heading: str) -> Content:
    """``claim: who says so``"""
    claim, who = _halves(text, "claim: who says so")
    return Claim(topic=heading, claim=claim, text=who)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a lesson: how its lines are read, and, where its heading names something, an example of what.

    Attributes:
        read: (text, what the heading names) → content; raises LineError.
    """

    read: Callable[[str, str], Content]
    named: str = ""


SECTIONS = {
    "Dates": Section(date_line),
    "People": Section(person_line),
    "Numbers": Section(number_line),
    "Terms": Section(term_line),
    "Quotations": Section(quotation_line),
    "Points": Section(point_line, "argument for joining"),
    "Reasons": Section(reason_line),
    "Disputed": Section(claim_line, "first contact"),
}

EXAMPLES = {
    "Dates": "- 12 September 2001: NATO invoked Article 5. (¶12)",
    "People": "- Jens Stoltenberg: NATO Secretary General (¶3)",
    "Numbers": "- member states of NATO: 30 (¶9)",
    "Terms": "- collective defence: the rule that … (¶11)",
    "Quotations": "- Julianne Smith: “a start”, of the talks (¶3)",
    "Points": "- deterrence: an alliance would … (¶21)",
    "Reasons": "- NATO expelled them because it held … (¶3)",
    "Disputed": "- December 2019: a dialogue, as … reported (¶12)",
    MAINS: "- 10 marks: Explain how collective defence works.",
}


def key_and_value(content: Content) -> tuple[tuple[str, ...], str]:
    """What a fact is about, and what it says of it: two facts of a note with one key and two values contradict each other.

    >>> key_and_value(Number(what="Member states", value=Quantity(value=30)))
    (('Number', 'member states'), '30')
    """
    key: tuple[str, ...]
    match content:
        case Event():
            key, value = (content.clause,), content.when.edtf
        case Person():
            key, value = (content.name,), plain(content.office)
        case Number():
            key, value = (content.what,), content.value.text
        case Term():
            key, value = (content.term,), plain(content.meaning)
        case Quotation():
            key, value = (content.words,), plain(content.speaker)
        case Point():
            key, value = (content.heading, content.label), plain(content.text)
        case Claim():
            key, value = (content.topic, content.claim), plain(content.text)
        case Reason():  # one thing may have several reasons
            key, value = (content.what, content.why), ""
        case _:
            key, value = (content.before, content.phrase, content.after), ""
    return (type(content).__name__, *map(plain, key)), value


def distractor(content: Content, text: str) -> str:
    """A hand-written distractor in the form its options are shown in; LineError where it is not of the key's kind or is the key."""
    match content:
        case Event(when=when):
            date = _date(text)
            if dates.same(date, when) is not False:
                raise LineError(f"{cut(text)!r} is the key itself, or may be; write a date on which it did not happen")
            return date.text
        case Number(value=value):
            other = _quantity(text)
            if other.value == value.value:
                raise LineError(f"{text!r} is the key itself; write another number")
            return Quantity(value=other.value, unit=other.unit or value.unit, qualifier=other.qualifier or value.qualifier).text
        case _:
            key = main_text(content)
            if plain(text) == plain(key) or given_away(text, key) or given_away(key, text):
                raise LineError(f"{cut(text)!r} is the key itself, or says it too; write something that is false")
            return text


def main_text(content: Content) -> str:
    """The slot that a hand-written `Q` asks for, as text."""
    match content:
        case Event():
            return content.when.text
        case Person():
            return content.name
        case Number():
            return content.value.text
        case Term():
            return content.term
        case Quotation():
            return content.speaker
        case Point():
            return content.label
        case Reason():
            return content.why
        case Claim():
            return content.claim
        case _:
            return content.phrase


def _halves(text: str, form: str) -> tuple[str, str]:
    """Label and text around the first ": "."""
    label, colon, rest = text.partition(": ")
    if not colon and text.endswith(":"):
        label, rest = text[:-1], ""
    elif not colon:
        raise LineError(f"{cut(text)!r} has no label; write '- {form}'")
    if label.strip() in REFINEMENTS:
        raise LineError(f"{cut(text)!r} is to refine the fact above; indent it by four spaces")
    if not label.strip() or not rest.strip():
        missing = "label before" if not label.strip() else "text after"
        raise LineError(f"{cut(text)!r} has no {missing} the colon; write '- {form}'")
    return label.strip(), rest.strip()


def _date(text: str) -> Date:
    try:
        return dates.parse(text)
    except DateError as error:
        raise LineError(str(error)) from None


def _quantity(text: str) -> Quantity:
    found = quantities.read(text)
    if found is None:
        raise LineError(f"{cut(text)!r} opens with no number; write e.g. '30', 'eight' or 'about 4.2 per cent'")
    return found


def cut(text: str) -> str:
    """The text short enough to be shown in a message."""
    return text if len(text) <= 60 else text[:59] + "…"
