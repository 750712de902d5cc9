"""Notes → deck: what only all notes together show. Ids, cited sources, gaps in facts, and where sources disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from . import dates, gaps
from .deck import Deck
from .errors import Problem
from .facts import Citation, Claim, Content, Event, Fact, Gap, Number, Person, Source
from .ids import digest, plain, skeleton
from .lines import cut, key_and_value
from .mains_lines import PointLine
from .mains_questions import assemble_mains, points_of
from .notes import Line, Note
from .wording import said, statement


def assemble(notes: Sequence[Note], siblings: Sequence[Note] = ()) -> Deck:
    """Put notes that `check` finds nothing in together to a deck.

    Args:
        notes: the notes whose facts are wanted.
        siblings: further notes that these may cite, or whose accounts of a dispute they may point to.
    """
    sources = {note.stem: note.source for note in (*siblings, *notes)}
    lessons: dict[str, str] = {}  # "Article 5" and "article 5" are one lesson, named as it was first
    for note in notes:
        for name in (*(one.lesson for one in note.readings), *(one.lesson for one in note.lines), *(one.lesson for one in note.mains)):
            lessons.setdefault(plain(name), name)
    notes = [_renamed(note, lessons) for note in notes]
    facts = _with_ids([fact for note in notes for line in note.lines for fact in _facts(line, note, sources)])
    beside = [_fact(line, note, sources) for note in siblings for line in note.lines if isinstance(line.content, Claim)]
    known = _with_disputes(facts, beside)
    readings = tuple((note.source, one) for note in notes for one in note.readings)
    accounts = {topic: (_topic(sides), _account(_topic(sides), sides)) for topic, sides in _accounts((*facts, *beside)).items()}
    return Deck(facts=known, readings=readings, notes=tuple(notes), known=known, mains=assemble_mains(notes, sources, accounts))


def _renamed(note: Note, lessons: dict[str, str]) -> Note:
    readings = tuple(replace(one, lesson=lessons[plain(one.lesson)]) for one in note.readings)
    mains = tuple(replace(one, lesson=lessons[plain(one.lesson)]) for one in note.mains)
    return replace(note, readings=readings, mains=mains, lines=tuple(replace(one, lesson=lessons[plain(one.lesson)]) for one in note.lines))


def check(notes: Sequence[Note], siblings: Sequence[Note] = (), unread: Iterable[str] = ()) -> list[Problem]:
    """What of the notes leads nowhere: cited notes and topics that are not there, disputes with one side only.

    Args:
        notes: the notes whose facts are wanted.
        siblings: further notes that these may cite.
        unread: the stems of notes that are there but could not be read; they may be cited, and may hold the other side.
    """
    stems = {note.stem for note in (*siblings, *notes)} | set(unread)
    topics = {plain(topic) for note in (*siblings, *notes) for topic in _topics(note)}
    citing: list[tuple[Note, Line | PointLine]] = [*((note, line) for note in notes for line in note.lines), *points_of(notes)]
    problems = [problem for note, line in citing for problem in _dangling(note, line, stems, topics)]
    return problems if unread else problems + _lonely(notes, siblings)


def _dangling(note: Note, line: Line | PointLine, stems: set[str], topics: set[str]) -> Iterator[Problem]:
    """Citations and topics that lead nowhere."""
    for cited in line.cited:
        if cited.note and cited.note not in stems:
            text = f"cites the note {cited.note!r}, which is not here; the notes are {', '.join(sorted(stems))}"
            yield Problem(file=note.file, line=line.line, text=text)
    topic = line.refined.get("disputed")
    if topic and plain(topic) not in topics:
        text = f"no note has a section '## Disputed: {cut(topic)}'; write it, or name another topic"
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
            text=f"{cut(line.quote)!r} is the only account under 'Disputed: {topic}'; write the other account too",
        )
        for (note, line), *others in sides.values()
        if not others
        for topic in [getattr(line.content, "topic", "")]
    ]


def _topics(note: Note) -> set[str]:
    return {line.content.topic for line in note.lines if isinstance(line.content, Claim)}


def _claims(facts: Iterable[Fact]) -> list[Claim]:
    return [fact.content for fact in facts if isinstance(fact.content, Claim)]


def _facts(line: Line, note: Note, sources: dict[str, Source]) -> Iterator[Fact]:
    """The fact of a line, and the gaps that are marked in it: in the fact's own sentence, as of when and whose word it is."""
    fact = _fact(line, note, sources)
    yield fact
    for phrase in line.marks:
        gap = gaps.in_sentence(said(fact), phrase) or gaps.in_sentence(statement(fact.content), phrase)
        if gap:
            yield replace(fact, content=gap, question=None, distractors=(), also=())


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
    """Give each fact its id. Of facts that only their full wording tells apart the first has the plain id, the others one from that."""
    taken: set[str] = set()
    named = []
    more: tuple[Callable[[Fact], tuple[str, ...]], ...] = (lambda _: (), _full, lambda fact: (*_full(fact), fact.note, str(fact.line)))
    for fact in facts:
        ids = (digest(*identity(fact), *add(fact)) for add in more)
        one = next(one for one in ids if one not in taken)
        taken.add(one)
        named.append(replace(fact, id=one))
    return named


def identity(fact: Fact) -> tuple[str, ...]:
    """What a fact is, as text for its id: its kind, its source's title and its slots, typos mended."""
    (_, *key), value = key_and_value(fact.content)
    running = isinstance(fact.content, Event | Gap)  # clauses, where a mended typo may be anywhere in a word
    if not isinstance(fact.content, Event):  # a date's EDTF goes in whole
        value = skeleton(value)
    slots = [skeleton(one, letters=1 if running or len(one.split()) > 4 else 2) for one in key]
    return (fact.kind, skeleton(fact.citations[0].source.title), *slots, value)


def _full(fact: Fact) -> tuple[str, ...]:
    return (plain(fact.quote), fact.as_of.edtf, fact.lesson)


def _with_disputes(facts: list[Fact], beside: list[Fact]) -> tuple[Fact, ...]:
    """Tie each fact to what the sources say on its topic."""
    accounts = _accounts((*facts, *beside))
    clashes = _clashes(facts)
    found = []
    for fact in facts:
        if fact.disputed:
            sides = accounts[plain(fact.disputed)]
            topic = _topic(sides)
        else:
            topic, sides = clashes.get(fact.id, ("", []))
        contested = bool(topic) and not fact.disputed
        found.append(replace(fact, disputed=topic, dispute=_account(topic, sides), contested=contested) if topic else fact)
    return tuple(found)


def _accounts(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """The sides of each topic that a "Disputed" section names, by the topic in plain letters."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact.content, Claim):
            found[plain(fact.content.topic)].append(fact)
    return found


def _topic(sides: Iterable[Fact]) -> str:
    return next(one.content.topic for one in sides if isinstance(one.content, Claim))


def _clashes(facts: list[Fact]) -> dict[str, tuple[str, list[Fact]]]:
    """Dates and undated numbers for which two notes give different values: id → (topic, all sides)."""
    sides: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact.content, Event) or (isinstance(fact.content, Number) and not fact.dated):
            sides[key_and_value(fact.content)[0]].append(fact)
    found: dict[str, tuple[str, list[Fact]]] = {}
    for group in sides.values():
        if len({fact.note for fact in group}) > 1 and any(_differ(one, other) for one, other in combinations(group, 2)):
            topic = getattr(group[0].content, "clause", "").removesuffix(".") or getattr(group[0].content, "what", "")
            found |= {fact.id: (topic, group) for fact in group}
    return found


def _differ(one: Fact, other: Fact) -> bool:
    """Whether two facts cannot both be right: a month says nothing against a day in it, nor "about 30" against 30."""
    match one.content, other.content:
        case Event(when=when), Event(when=then):
            return dates.same(when, then) is False
        case Number(value=value), Number(value=number):
            return (value.value, value.unit) != (number.value, number.unit)
        case _:
            return False


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
