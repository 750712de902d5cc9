"""Deck: notes together, with what only all of them show: ids, cited sources, and where sources disagree."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from . import dates
from .cards import Card, card
from .distractors import Index
from .errors import EmptyError, Problem
from .facts import KINDS, Citation, Claim, Content, Event, Fact, Number, Person, Source
from .ids import digest, plain, skeleton
from .items import Item
from .lines import key_and_value
from .notes import Line, Note
from .writing import write

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
        notes: the notes they come from.
        known: the facts of all notes that were read; a part of a deck still knows what is true elsewhere.
    """

    facts: tuple[Fact, ...]
    notes: tuple[Note, ...] = field(repr=False)
    known: tuple[Fact, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.facts)

    def __repr__(self) -> str:
        return f"Deck({len(self.facts)} facts, lessons: {', '.join(self.lessons) or 'none'})"

    @property
    def lessons(self) -> tuple[str, ...]:
        """The lessons' names, in the order in which they first come up."""
        return tuple(dict.fromkeys(fact.lesson for fact in self.facts))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that the facts cite, in the order in which they first come up."""
        return tuple(dict.fromkeys(citation.source for fact in self.facts for citation in fact.citations))

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Where sources disagree: the notes' "Disputed" sections, and facts of two notes that contradict each other."""
        topics: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            if fact.disputed and (isinstance(fact.content, Claim) or fact.disputed not in {c.topic for c in _claims(self.known)}):
                topics[fact.disputed].append(fact)
        return tuple(Dispute(topic=topic, facts=tuple(facts)) for topic, facts in topics.items())

    @cached_property
    def index(self) -> Index:
        """What is true in any of the notes, and what may stand in for what."""
        return Index(self.known)

    def only(self, *, lesson: str | None = None, kinds: Iterable[str] | None = None, note: str | None = None) -> Deck:
        """The part of a lesson, of some kinds of fact, or of a note.

        Args:
            lesson: a lesson's name, in any case.
            kinds: of date, person, number, term, quotation, point, reason, dispute, gap.
            note: a note's stem.

        Raises:
            EmptyError: where nothing is left, or a name is unknown.
        """
        wanted = None if kinds is None else [kinds] if isinstance(kinds, str) else list(kinds)
        _known("lesson", None if lesson is None else [lesson], self.lessons)
        _known("kind of fact", wanted, tuple(KINDS.values()))
        _known("note", None if note is None else [note], tuple(dict.fromkeys(fact.note for fact in self.facts)))
        names = None if wanted is None else {plain(kind) for kind in wanted}
        facts = tuple(
            fact
            for fact in self.facts
            if (lesson is None or plain(fact.lesson) == plain(lesson))
            and (names is None or fact.kind in names)
            and (note is None or fact.note == note)
        )
        if not facts:
            raise EmptyError(f"no facts of the kinds {', '.join(wanted or ())} in {lesson or 'these notes'}; ask for others")
        return self._part(facts)

    def sample(self, n: int, *, seed: int = 1) -> Deck:
        """At most `n` of the facts, drawn by the seed, in the order of the notes."""
        drawn = random.Random(f"sample {seed}").sample(range(len(self.facts)), min(n, len(self.facts)))
        return self._part(tuple(self.facts[i] for i in sorted(drawn)))

    def cards(self) -> tuple[Card, ...]:
        """A card for every fact."""
        return tuple(card(fact) for fact in self.facts)

    def items(self, *, seed: int = 1) -> tuple[Item, ...]:
        """Every item that the facts give; the seed draws distractors and their order."""
        written = (item for fact in self.facts for item in write(fact, self.index, seed=seed))
        # A gap in a fact's own line makes the same true statement as the fact.
        return tuple({(item.kind, item.stem, item.key): item for item in written}.values())

    def to_frame(self) -> pandas.DataFrame:
        """The facts as a table, one row a fact: id, lesson, kind, fact, date, note, line, publisher, paragraph, as_of, since, disputed."""
        from .frames import frame

        return frame(self.facts)

    def _part(self, facts: tuple[Fact, ...]) -> Deck:
        part = replace(self, facts=facts)
        if "index" in self.__dict__:
            part.__dict__["index"] = self.index
        return part


def assemble(notes: Sequence[Note], siblings: Sequence[Note] = ()) -> Deck:
    """Put notes that `check` finds nothing in together to a deck.

    Args:
        notes: the notes whose facts are wanted.
        siblings: further notes that these may cite, or whose accounts of a dispute they may point to.
    """
    sources = {note.stem: note.source for note in (*siblings, *notes)}
    facts = _with_ids([_fact(line, note, sources) for note in notes for line in note.lines])
    beside = [_fact(line, note, sources) for note in siblings for line in note.lines if isinstance(line.content, Claim)]
    known = _with_disputes(facts, beside)
    return Deck(facts=known, notes=tuple(notes), known=known)


def check(notes: Sequence[Note], siblings: Sequence[Note] = (), unread: Iterable[str] = ()) -> list[Problem]:
    """What of the notes leads nowhere: cited notes and topics that are not there, disputes with one side only.

    Args:
        notes: the notes whose facts are wanted.
        siblings: further notes that these may cite.
        unread: the stems of notes that are there but could not be read; they may be cited, and may hold the other side.
    """
    stems = {note.stem for note in (*siblings, *notes)} | set(unread)
    topics = {plain(topic) for note in (*siblings, *notes) for topic in _topics(note)}
    problems = [problem for note in notes for line in note.lines for problem in _dangling(note, line, stems, topics)]
    return problems if unread else problems + _lonely(notes, siblings)


def _dangling(note: Note, line: Line, stems: set[str], topics: set[str]) -> Iterator[Problem]:
    """Citations and topics that lead nowhere."""
    for cited in line.cited:
        if cited.note and cited.note not in stems:
            text = f"cites the note {cited.note!r}, which is not here; the notes are {', '.join(sorted(stems))}"
            yield Problem(file=note.file, line=line.line, text=text)
    topic = line.refined.get("disputed")
    if topic and plain(topic) not in topics:
        text = f"no note has a section '## Disputed: {topic}'; write it, or name another topic"
        yield Problem(file=note.file, line=line.places.get("disputed", line.line), text=text)


def _lonely(notes: Sequence[Note], siblings: Sequence[Note]) -> list[Problem]:
    """Disputes with one side only."""
    sides: dict[str, list[tuple[Note, Line]]] = defaultdict(list)
    for note in (*notes, *siblings):
        for line in note.lines:
            if isinstance(line.content, Claim):
                sides[plain(line.content.topic)].append((note, line))
    return [
        Problem(
            file=note.file,
            line=line.line,
            text=f"{line.quote!r} is the only account under 'Disputed: {topic}'; write the other account too, there or in another note",
        )
        for (note, line), *others in sides.values()
        if not others
        for topic in [getattr(line.content, "topic", "")]
    ]


def _topics(note: Note) -> set[str]:
    return {line.content.topic for line in note.lines if isinstance(line.content, Claim)}


def _claims(facts: Iterable[Fact]) -> list[Claim]:
    return [fact.content for fact in facts if isinstance(fact.content, Claim)]


def _fact(line: Line, note: Note, sources: dict[str, Source]) -> Fact:
    """The fact of a line; its id comes later, when all are known."""
    content, refined = line.content, line.refined
    said = refined.get("as of")
    timeless = said == "always" or isinstance(content, Event)
    cited: list[tuple[Source, int | None]] = [(sources[one.note or note.stem], one.paragraph) for one in line.cited]
    return Fact(
        id="",
        lesson=line.lesson,
        content=content,
        note=note.stem,
        line=line.line,
        quote=line.quote,
        citations=tuple(Citation(source=source, paragraph=paragraph) for source, paragraph in cited or [(note.source, None)]),
        as_of=dates.parse(said) if said and said != "always" else note.source.published,
        timeless=timeless,
        dated=not timeless and (isinstance(content, Person) or (isinstance(content, Number) and bool(said or "since" in refined))),
        question=refined.get("Q"),
        distractors=line.distractors,
        why=refined.get("why"),
        since=refined.get("since"),
        erratum=refined.get("erratum"),
        also=tuple(filter(None, map(str.strip, refined.get("also", "").split(";")))),
        disputed=content.topic if isinstance(content, Claim) else refined.get("disputed"),
    )


def _with_ids(facts: list[Fact]) -> list[Fact]:
    """Give each fact its id. Two that only their full wording tells apart get it from that; the note's name is the last resort."""
    named = facts
    for more in (lambda fact: (), _full, lambda fact: (*_full(fact), fact.note, str(fact.line))):
        counts: dict[str, int] = defaultdict(int)
        ids = [fact.id or digest(*identity(fact), *more(fact)) for fact in named]
        for one in ids:
            counts[one] += 1
        named = [replace(fact, id=one if counts[one] == 1 else "") for fact, one in zip(named, ids, strict=True)]
    return named


def identity(fact: Fact) -> tuple[str, ...]:
    """What a fact is, as text for its id: its kind, its source's title and its slots, typos mended."""
    (_, *key), value = key_and_value(fact.content)
    if not isinstance(fact.content, Event):  # a date's EDTF goes in whole
        value = skeleton(value)
    return (fact.kind, skeleton(fact.citations[0].source.title), *map(skeleton, key), value)


def _full(fact: Fact) -> tuple[str, ...]:
    return (plain(fact.quote), fact.as_of.edtf, fact.lesson)


def _with_disputes(facts: list[Fact], beside: list[Fact]) -> tuple[Fact, ...]:
    """Tie each fact to what the sources say on its topic."""
    accounts: dict[str, list[Fact]] = defaultdict(list)
    for fact in (*facts, *beside):
        if isinstance(fact.content, Claim):
            accounts[plain(fact.content.topic)].append(fact)
    clashes = _clashes(facts)
    found = []
    for fact in facts:
        if fact.disputed:
            sides = accounts[plain(fact.disputed)]
            topic = next(one.content.topic for one in sides if isinstance(one.content, Claim))
        else:
            topic, sides = clashes.get(fact.id, ("", []))
        found.append(replace(fact, disputed=topic, dispute=_account(topic, sides)) if topic else fact)
    return tuple(found)


def _clashes(facts: list[Fact]) -> dict[str, tuple[str, list[Fact]]]:
    """Dates and undated numbers for which two notes give different values: id → (topic, all sides)."""
    sides: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact.content, Event) or (isinstance(fact.content, Number) and not fact.dated):
            sides[key_and_value(fact.content)[0]].append(fact)
    found: dict[str, tuple[str, list[Fact]]] = {}
    for group in sides.values():
        if len({key_and_value(fact.content)[1] for fact in group}) > 1 and len({fact.note for fact in group}) > 1:
            topic = getattr(group[0].content, "clause", "").removesuffix(".") or getattr(group[0].content, "what", "")
            found |= {fact.id: (topic, group) for fact in group}
    return found


def _account(topic: str, sides: list[Fact]) -> str:
    """Who says what, in one line."""
    said = []
    for fact in sides:
        source = fact.citations[0].source
        place = f"{source.publisher or source.title}" + (f", ¶{fact.citations[0].paragraph}" if fact.citations[0].paragraph else "")
        said.append(f"{_side(fact.content)} ({place})")
    return f"Sources disagree on this: {topic}. " + "; ".join(said) + "."


def _side(content: Content) -> str:
    match content:
        case Claim(claim=claim, text=text):
            return f"“{claim}”: {text.removesuffix('.')}"
        case Event(when=when):
            return when.text
        case Number(value=value):
            return value.text
        case _:
            return ""


def _known(what: str, names: list[str] | None, known: tuple[str, ...]) -> None:
    """EmptyError for a name that is none of the known ones."""
    for name in names or ():
        if plain(name) not in map(plain, known):
            raise EmptyError(f"unknown {what} {name!r}; there are {', '.join(known)}")
