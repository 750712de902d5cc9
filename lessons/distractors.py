"""What can stand in for a key: of its kind and precision, plausible, and false.

Distractors come, in this order, from the note's own `not`, from the same lesson, from other lessons, and for dates and numbers from the
key's neighbourhood. None is true by any note, none is a side of a dispute that the fact touches, none stands in the stem, and no two of
an item say the same.
"""

from __future__ import annotations

import math
import random
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import dates
from .dates import Date
from .facts import Claim, Content, Event, Fact, Gap, Number, Person, Quotation, Reason, Term
from .facts import Point as Labelled
from .ids import plain
from .lemmas import head, shared_lemmas
from .likeness import apart, norm, overlap
from .neighbours import neighbours, rank
from .quantities import Quantity
from .quantities import read as read_quantity
from .questions import Question, Value, happened
from .wording import given_away, retells

NEAR = 8
"""How many of the nearest candidates are drawn from: few enough to be confusable, enough to vary with the seed."""

Pool = list[tuple[float, str, Value]]


class Index:
    """The facts of all notes, sorted by what may stand in for what. Built once; asked at a cost that does not grow with the notes."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._pools: dict[tuple[str, str], dict[str, Pool]] = defaultdict(lambda: defaultdict(list))
        self._true: dict[tuple[str, str], dict[str, Value]] = defaultdict(dict)
        # names and terms of a lesson, by how they begin and how they end → as they are compared
        self._spelt: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
        self._called: dict[str, set[str]] = defaultdict(set)  # surname → who has it
        self._blanks: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._when: dict[str, list[Date]] = defaultdict(list)
        self._sides: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, list[str]] = defaultdict(list)
        self._terms: dict[str, Fact] = {}  # by term, and by meaning
        self._lenders: dict[tuple[str, str], list[Fact]] = defaultdict(list)  # role and value → the facts that lend it
        self._lessons: dict[str, dict[str, None]] = defaultdict(dict)  # note → its lessons
        for fact in facts:
            self._lessons[fact.note][fact.lesson] = None
            for role, value, of in _lent(fact.content):
                self._pools[role, _shape(role, value, fact.content)][fact.lesson].append(
                    (_place(role, value, fact.content), fact.id, value)
                )
                self._true[role, of][norm(value)] = value
                self._lenders[role, norm(value)].append(fact)
                if role in ("name", "term") and isinstance(value, str):
                    for ending in (plain(value)[:2], plain(value)[-2:]):
                        self._spelt[role, fact.lesson, ending][value] = plain(value)
            self._note(fact)
        for lessons in self._pools.values():
            for pool in lessons.values():
                pool.sort(key=lambda one: one[:2])

    def _note(self, fact: Fact) -> None:
        match fact.content:
            case Event(when=when, clause=clause):
                self._when[norm(clause)].append(when)
            case Claim(topic=topic, claim=claim):
                self._sides[plain(topic)].add(plain(claim))
            case Person(name=name) | Quotation(speaker=name):
                # Another speaker of the same words is no other name for this one.
                self._names[plain(name)] += fact.also if isinstance(fact.content, Person) else ()
                for surname in _surname(name):
                    self._called[surname].add(plain(name))
            case Gap(before=before, phrase=phrase, after=after):
                self._blanks[plain(before), plain(after)].add(plain(phrase))
            case Term(term=term, meaning=meaning):
                self._names[plain(term)] += fact.also
                self._terms[plain(term)] = self._terms[plain(meaning)] = fact
            case _:
                pass

    def other_names(self, text: str) -> tuple[str, ...]:
        """Further names for what a text names: what the facts on it accept (`also`), and a surname that nobody else has."""
        alone = [surname for surname in _surname(text) if self._called.get(surname) == {plain(text)}]
        return (*self._names.get(plain(text), ()), *alone)

    def others(self, question: Question) -> tuple[str, ...]:
        """The names, or terms, of the lesson that lie within two slips of the key: what must not pass for a slip itself."""
        role = "name" if question.slot == "speaker" else self._role(question)
        key = plain(str(question.key))
        # Of two slips one leaves the first or the last two letters as they are.
        alike = {
            **self._spelt.get((role, question.fact.lesson, key[:2]), {}),
            **self._spelt.get((role, question.fact.lesson, key[-2:]), {}),
        }
        near = process.extract(key, alike, scorer=OSA.distance, score_cutoff=2, limit=None)
        return tuple(sorted(value for _, distance, value in near if distance))

    def true_texts(self, question: Question) -> tuple[str, ...]:
        """Whatever else the notes make true in the question's place: the other holders of the same office."""
        of = _of(question.slot, question.fact.content)
        return tuple(value for value in self._true.get((question.slot, of), {}).values() if isinstance(value, str)) if of else ()

    def lender(self, question: Question, value: Value) -> Fact | None:
        """A fact for which a distractor is right, of the same lesson where there is one; None where the notes know none."""
        if question.slot == "account":  # told with the dispute
            return None
        known = [fact for fact in self._lenders.get((self._role(question), norm(value)), ()) if fact.id != question.fact.id]
        near = [fact for fact in known if fact.lesson == question.fact.lesson]
        # A number alone names nothing: 30 of another lesson's things are no news about these.
        return next(iter(near if isinstance(value, Quantity) else near + known), None)

    def ambiguous(self, content: Content) -> bool:
        """Whether another gap of the notes has the same sentence around it and another phrase in it."""
        return isinstance(content, Gap) and len(self._blanks[plain(content.before), plain(content.after)]) > 1

    def date_disputed(self, fact: Fact) -> bool:
        """Whether sources disagree on when it was: by two dates of one event, or by a dispute with dates for its sides."""
        return fact.contested or bool(fact.disputed and any(dates.typed(side) for side in self._sides[plain(fact.disputed)]))

    def distractors(self, question: Question, n: int, rng: random.Random) -> list[Value]:
        """Up to `n` values that are false in the question's place, the more confusable ones first; fewer where there are no more."""
        found: list[Value] = []
        own = list(_by_hand(question, rng))
        # The other accounts of a dispute come before the note's distractors, where it is asked which account is whose.
        sources = (self._of_others(question, rng), own) if question.slot == "account" else (own, self._of_others(question, rng))
        for value in chain(*sources, neighbours(question.key, rng)):
            if not any(overlap(value, other) for other in (question.key, *found)) and self.false(question, value):
                found.append(value)
                if len(found) == n:
                    break
        return found

    def _of_others(self, question: Question, rng: random.Random) -> Iterator[Value]:
        """Values of other facts: of the same lesson, then of the other lessons of the note; the nearest first."""
        role, lesson = self._role(question), question.fact.lesson
        lessons = self._pools.get((role, _shape(role, question.key, question.fact.content)), {})
        content = question.fact.content
        place, reach = _place(role, question.key, content), _reach(role, question.key, content)
        for name in dict.fromkeys((lesson, *self._lessons[question.fact.note])):
            pool = lessons.get(name, [])
            at = bisect_left(pool, place, key=lambda one: one[0])
            start = max(0, min(at - NEAR // 2, len(pool) - NEAR))
            near, beyond = pool[start : start + NEAR + 1], [*pool[max(0, start - NEAR) : start], *pool[start + NEAR + 1 : start + 3 * NEAR]]
            drawn = [*rng.sample(near, len(near)), *rng.sample(beyond, len(beyond))]
            if role == "office":  # another foreign minister, or another office of the same country
                drawn = [one for one in drawn if shared_lemmas(str(one[2]), str(question.key))]
            if role == "meaning":  # a principle is no distractor for an alliance
                drawn = [one for one in drawn if not head(str(one[2])).isdisjoint(head(str(question.key)))]
            yield from (value for other, _, value in drawn if abs(other - place) <= reach)

    def _role(self, question: Question) -> str:
        """Whose values may stand in: a marked phrase is swapped with dates, numbers, names or terms if it is one itself."""
        if question.slot != "phrase":
            return question.slot
        match question.key:
            case Date():
                return "when"
            case Quantity():
                return "value"
            case text:
                return next((role for role in ("name", "term") if plain(text) in self._true[role, ""]), "")

    def false(self, question: Question, value: Value) -> bool:
        """Whether a value is false in the question's place by every note, no side in a dispute on it, and not in the stem."""
        fact, content = question.fact, question.fact.content
        text = value if isinstance(value, str) else value.brief if isinstance(value, Date) else value.text
        if given_away(text, question.stem):
            return False
        if fact.disputed and not isinstance(content, Claim) and plain(text) in self._sides[plain(fact.disputed)]:
            return False
        if question.slot == "when" and isinstance(content, Event) and isinstance(value, Date):
            return all(apart(value, when) for when in self._when[norm(content.clause)])
        if question.slot in ("name", "speaker", "term") and plain(text) in map(plain, (*fact.also, *self.other_names(str(question.key)))):
            return False
        if question.slot == "value":
            known = self._true.get(("value", _of("value", content)), {}).values()
            return not any(overlap(value, other) for other in known)
        if self._near_term(fact, text):
            return False
        if question.slot == "clause" and isinstance(content, Event):
            return not retells(text, content.clause) and all(dates.same(content.when, when) is False for when in self._when[norm(value)])
        if isinstance(content, Labelled) and question.slot in ("label", "heading"):
            # "China" is no point under a heading where "policy on Russia and China" stands.
            label, heading = (text, content.heading) if question.slot == "label" else (content.label, text)
            return not any(overlap(label, other) for other in self._true.get(("label", plain(heading)), {}).values())
        return norm(value) not in self._true.get((question.slot, _of(question.slot, content)), ())

    def _near_term(self, fact: Fact, text: str) -> bool:
        """Whether a term or a meaning belongs to a term that could be taken for the fact's: explained by it, or in the same paragraph."""
        other = self._terms.get(plain(text))
        if other is None or not (isinstance(fact.content, Term) and isinstance(other.content, Term)):
            return False
        if any(citation.paragraph and citation in other.citations for citation in fact.citations):
            return True
        return given_away(other.content.term, fact.content.meaning) or given_away(fact.content.term, other.content.meaning)


def _by_hand(question: Question, rng: random.Random) -> Iterator[Value]:
    """The note's own distractors, where the question asks for what they were written for."""
    if question.slot in _MAIN:
        for text in rng.sample(question.fact.distractors, len(question.fact.distractors)):
            match question.key:
                case Date():
                    yield dates.parse(text)
                case Quantity():
                    yield read_quantity(text) or text
                case _:
                    yield text


_MAIN = frozenset({"when", "name", "value", "term", "speaker", "label", "why", "claim", "account"})


def _lent(content: Content) -> Iterator[tuple[str, Value, str]]:
    """What a fact lends to the questions of others: role, value, and what the value is true of."""
    match content:
        case Event(when=when, clause=clause):
            yield "when", when, ""
            if happened(content):
                yield "clause", clause.removesuffix("."), ""
        case Person(name=name, office=office):
            yield "name", name, plain(office)
            yield "name", name, ""
            yield "office", office, plain(name)
            yield "speaker", name, ""
        case Number(what=what, value=value):
            yield "value", value, plain(what)
        case Term(term=term, meaning=meaning):
            yield "term", term, plain(meaning)
            yield "term", term, ""
            yield "meaning", meaning, plain(term)
        case Quotation(speaker=speaker, words=words):
            yield "speaker", speaker, plain(words)
        case Labelled(label=label, heading=heading):
            yield "label", label, plain(heading)
            yield "heading", heading, plain(label)
        case Reason(what=what, why=why):
            yield "why", why, plain(what)
        case Claim(topic=topic, claim=claim, text=text):
            yield "claim", claim, plain(f"{topic} {text}")
            yield "account", claim, plain(f"{topic} {text}")
        case Gap():
            return


def _of(role: str, content: Content) -> str:
    """What the value in a role is true of, as `_lent` has it."""
    return next((of for one, _, of in _lent(content) if one == role), "")


def _shape(role: str, value: Value, content: Content) -> str:
    """What a candidate must share with the key besides its role: precision, unit, heading or topic."""
    match value, content:
        case Date(start=start, end=end), _:
            shape = "/".join(point.precision + point.mark if point else ".." for point in (start, end))
            return shape + (" of no year" if start and start.year is None else "")
        case Quantity(unit=unit, value=number), _:
            return f"{unit} {'whole' if isinstance(number, int) else 'decimal'}"
        case _, Labelled(heading=heading) if role == "label":  # an argument for stands beside an argument against, not beside a country
            return plain(heading).split(" ", 1)[0]
        case _, Claim(topic=topic):
            return plain(topic)
        case _:
            return ""


def _place(role: str, value: Value, content: Content) -> float:
    """Where a value stands among others of its kind, so that near ones are confusable; a clause stands where its date does."""
    return rank(content.when if role == "clause" and isinstance(content, Event) else value)


def _reach(role: str, value: Value, content: Content) -> float:
    """How far from the key a value of another fact is still plausible, in `_place`'s measure: 490 BC is no distractor for 1752."""
    if role == "clause" and isinstance(content, Event):
        return 30 * 372
    match value:
        case Date():
            point = value.start or value.end
            years = {"day": 3, "month": 5, "season": 5, "decade": 60, "century": 600}.get(point.precision if point else "", 30)
            return years * 372
        case Quantity():
            return math.log(12)
        case _:
            return math.inf


def _surname(name: str) -> list[str]:
    """The last of two or three plain words: what a person may be called by."""
    words = name.split()
    if words and re.fullmatch(r"[IVXLC]+|[JS]r\.?", words[-1]):
        return []
    return [words[-1]] if 1 < len(words) < 4 and all(word[0].isupper() for word in words) and len(words[-1]) > 2 else []
