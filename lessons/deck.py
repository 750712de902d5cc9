"""Deck: facts to learn, with their lessons, parts, cards and items."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from .cards import Card, card
from .distractors import Index
from .errors import EmptyError
from .facts import KINDS, Claim, Fact, Source
from .ids import plain
from .items import Item
from .mains_questions import MainsQuestion
from .notes import Note, Reading
from .writing import Written, write

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A topic on which sources disagree, and the facts that say so differently."""

    topic: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Deck:
    """Facts to learn, in the order of the notes.

    Attributes:
        facts: those of this deck.
        readings: its paragraphs to read, each with the source that it rests on.
        notes: the notes they come from.
        known: the facts of all notes that were read; a part of a deck still knows what is true elsewhere.
        mains: its questions of 10 and 15 marks, as in the UPSC Mains.
    """

    facts: tuple[Fact, ...]
    readings: tuple[tuple[Source, Reading], ...] = field(repr=False)
    notes: tuple[Note, ...] = field(repr=False)
    known: tuple[Fact, ...] = field(repr=False)
    mains: tuple[MainsQuestion, ...] = field(default=(), repr=False)

    def __len__(self) -> int:
        return len(self.facts)

    def __repr__(self) -> str:
        return f"Deck({len(self.facts)} facts, lessons: {', '.join(self.lessons) or 'none'})"

    @property
    def lessons(self) -> tuple[str, ...]:
        """The lessons' names, in the order in which they first come up."""
        named = (*(fact.lesson for fact in self.facts), *(one.lesson for _, one in self.readings), *(one.lesson for one in self.mains))
        return tuple(dict.fromkeys(named))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that the facts cite, in the order in which they first come up."""
        return tuple(dict.fromkeys(citation.source for fact in self.facts for citation in fact.citations))

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Where sources disagree: the notes' "Disputed" sections, and facts of two notes that contradict each other."""
        topics: dict[str, list[Fact]] = defaultdict(list)
        topics_of_claims = {fact.content.topic for fact in self.known if isinstance(fact.content, Claim)}
        for fact in self.facts:
            if fact.disputed and (isinstance(fact.content, Claim) or fact.disputed not in topics_of_claims):
                topics[fact.disputed].append(fact)
        return tuple(Dispute(topic=topic, facts=tuple(facts)) for topic, facts in topics.items())

    @cached_property
    def index(self) -> Index:
        """What is true in any of the notes, and what may stand in for what."""
        return _index(self.known)

    def only(self, *, lesson: str | None = None, kinds: Iterable[str] | None = None, note: str | None = None) -> Deck:
        """The part of a lesson, of some kinds of fact, or of a note.

        Args:
            lesson: a lesson's name, in any case.
            kinds: of date, person, number, term, quotation, point, reason, dispute, gap; Mains questions are of no kind.
            note: a note's stem.

        Raises:
            EmptyError: where nothing is left, or a name is unknown.
        """
        wanted = None if kinds is None else [kinds] if isinstance(kinds, str) else list(kinds)
        _known("lesson", None if lesson is None else [lesson], self.lessons)
        _known("kind of fact", wanted, tuple(KINDS.values()))
        _known("note", None if note is None else [note], tuple(note.stem for note in self.notes))
        names = None if wanted is None else {plain(kind) for kind in wanted}
        facts = tuple(
            fact
            for fact in self.facts
            if (lesson is None or plain(fact.lesson) == plain(lesson))
            and (names is None or fact.kind in names)
            and (note is None or fact.note == note)
        )
        readings = tuple(
            (source, one)
            for source, one in self.readings
            if (lesson is None or plain(one.lesson) == plain(lesson)) and (note is None or source.note == note)
        )
        mains = tuple(
            one
            for one in self.mains
            if (lesson is None or plain(one.lesson) == plain(lesson)) and names is None and (note is None or one.note == note)
        )
        if not facts and not mains and (not readings or names):
            asked = ", ".join([*(wanted or ()), *filter(None, (lesson, note))])
            raise EmptyError(f"these notes hold nothing of this: {asked or 'anything'}; ask for something else")
        return self._part(facts, readings, mains)

    def sample(self, n: int, *, seed: int = 1) -> Deck:
        """At most `n` of the facts, drawn by the seed, in the order of the notes."""
        drawn = random.Random(f"sample {seed}").sample(range(len(self.facts)), min(n, len(self.facts)))
        return self._part(tuple(self.facts[i] for i in sorted(drawn)), self.readings, self.mains)

    def cards(self) -> tuple[Card, ...]:
        """A card for every fact."""
        return tuple(card(fact) for fact in self.facts)

    def items(self, *, seed: int = 1) -> tuple[Item, ...]:
        """Every item that the facts give; the seed draws distractors and their order.

        None has an item-writing flaw, but where a note's own wording has it: `written` and ``lessons check`` say so.
        """
        return tuple(one.item for one in self.written(seed=seed) if one.fit)

    def written(self, *, seed: int = 1) -> tuple[Written, ...]:
        """Every item with its flaws, those included that are not asked because of them."""
        return _written(self.facts, self.index, seed)

    def to_frame(self) -> pandas.DataFrame:
        """The facts as a table, one row a fact; the columns are those of `lessons.frames.frame`."""
        from .frames import frame

        return frame(self.facts)

    def _part(self, facts: tuple[Fact, ...], readings: tuple[tuple[Source, Reading], ...], mains: tuple[MainsQuestion, ...]) -> Deck:
        return replace(self, facts=facts, readings=readings, mains=mains)


# A cell that is run again, a quiz and a paper of one lesson, ask for the same again: it is not worked out anew.
@lru_cache(maxsize=2)
def _index(known: tuple[Fact, ...]) -> Index:
    return Index(known)


@lru_cache(maxsize=8)
def _written(facts: tuple[Fact, ...], index: Index, seed: int) -> tuple[Written, ...]:
    found: dict[tuple[object, ...], Written] = {}
    for one in write(facts, index, seed=seed):
        item = one.item
        same = (item.kind, item.form, item.stem, item.statements, item.list_two, item.key)
        if same not in found or not found[same].fit:
            found[same] = one
    return tuple(found.values())


def _known(what: str, names: list[str] | None, known: tuple[str, ...]) -> None:
    """EmptyError for a name that is none of the known ones."""
    for name in names or ():
        if plain(name) not in map(plain, known):
            raise EmptyError(f"unknown {what} {name!r}; there are {', '.join(known)}")
