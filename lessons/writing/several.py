"""Multiple response: some of the options are right."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from typing import TypeVar

from .. import dates
from ..dates import Date
from ..distractors import Index
from ..facts import Event, Fact, Point, Quotation
from ..ids import digest, plain
from ..items import Item, Part
from ..likeness import overlap
from ..questions import Value, happened, main_question, shown
from ..wording import a, by, given_away, said
from .choice import option
from .codes import some

RIGHT = (2, 3)
WRONG = (2, 3)
"""How many options are right, and how many wrong: at least and at most."""
DRAWN = 20
"""Among how many the wrong ones are looked for, so that the cost does not grow with the lesson."""
EVERY = "Choose every one that applies."

T = TypeVar("T")
Told = tuple[str, Fact | None]
"""An option's text, and the fact that tells of it, if there is one."""


def severals(facts: Sequence[Fact], index: Index, rng: random.Random) -> Iterator[Item]:
    """Items from a lesson's points by heading, its events by year, its quotations by speaker."""
    points: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    events: list[tuple[Date, Told]] = []
    words: dict[str, list[Told]] = defaultdict(list)
    for fact in facts:
        match fact.content:
            case Point(heading=heading):
                points[by(fact), plain(heading)].append(fact)
            case Event(when=when, clause=clause) if happened(fact.content) and not index.date_disputed(fact):
                if not re.search(r"\d{3,4}", clause):  # a year in the clause tells
                    events.append((when, (clause.removesuffix("."), fact)))
            case Quotation(speaker=speaker, words=quoted, context=context) if not fact.disputed and not speaker[:1].islower():
                words[plain(speaker)].append((f"“{quoted}”, {context}" if context else f"“{quoted}”", fact))
            case _:
                pass
    for group in points.values():
        yield from _points(group, index, rng)
    years: dict[int, list[tuple[Date, Told]]] = defaultdict(list)
    for when, told in events:
        if when.start and when.start.year is not None:
            years[when.start.year].append((when, told))
    for year, group_of_year in years.items():
        yield from _year(year, group_of_year, some(events, DRAWN, rng), rng)
    spoken = [one for used in words.values() for one in used]
    for used in words.values():
        speaker = getattr(used[0][1].content, "speaker", "") if used[0][1] else ""
        others = [one for one in some(spoken, DRAWN, rng) if one[1] and not _by(one[1], speaker, index)]
        yield from _items(f"Which of these words did {speaker} use?", used, others, "words", rng)


def _by(fact: Fact, speaker: str, index: Index) -> bool:
    """Whether the words are, or may be, the speaker's: "Lavrov" and "Sergei Lavrov" are one, and two may have said the same."""
    return any(overlap(name, speaker) for name in (getattr(fact.content, "speaker", ""), *index.true_texts(main_question(fact))))


def _points(group: Sequence[Fact], index: Index, rng: random.Random) -> Iterator[Item]:
    """Which of these are points under a heading: distractors are those of each point in turn."""
    for right in _in_twos_and_threes(group, rng):
        wrong: list[Value] = []
        asked = [main_question(fact) for fact in right]
        drawn = [index.distractors(question, WRONG[1], rng) for question in asked]
        for value in (value for values in zip_longest(*drawn) for value in values if value is not None):
            if not any(overlap(value, other) for other in (*wrong, *(question.key for question in asked))):
                wrong.append(value)
        heading = right[0].content.heading if isinstance(right[0].content, Point) else ""
        told = [(str(question.key), fact) for question, fact in zip(asked, right, strict=True)]
        stem = f"Which of these does {by(right[0])} name as {a(heading)}?"
        yield from _item(stem, told, [(str(value), None) for value in wrong[: WRONG[1]]], "label", rng)


def _year(year: int, events: Sequence[tuple[Date, Told]], others: Sequence[tuple[Date, Told]], rng: random.Random) -> Iterator[Item]:
    """Which of these happened in a year."""
    when = dates.parse(f"{year:04d}" if year > 0 else f"-{-year:04d}" if year else "0000")
    inside = [told for date, told in events if date == when or dates.within(date, when)]
    outside = islice((told for date, told in others if dates.same(date, when) is False and not dates.within(date, when)), 2 * WRONG[1])
    yield from _items(f"Which of these happened {when.phrase}?", inside, list(outside), "clause", rng)


def _items(stem: str, right: Sequence[Told], wrong: Sequence[Told], slot: str, rng: random.Random) -> Iterator[Item]:
    """An item for every two or three that are right."""
    right, wrong = ([told for told in those if not given_away(told[0], stem)] for those in (right, wrong))
    for group in _in_twos_and_threes(right, rng):
        yield from _item(stem, group, some(wrong, WRONG[1], rng), slot, rng)


def _in_twos_and_threes(group: Sequence[T], rng: random.Random) -> Iterator[list[T]]:
    """A group's members in twos and threes, at random."""
    left = rng.sample(group, len(group))
    while len(left) >= RIGHT[0]:
        n = RIGHT[0] if len(left) in (2, 4) else RIGHT[1]
        yield left[:n]
        left = left[n:]


def _item(stem: str, right: Sequence[Told], wrong: Sequence[Told], slot: str, rng: random.Random) -> Iterator[Item]:
    """The item, if there are enough options and no two of them say the same."""
    told = [*right, *wrong]
    if len(wrong) < WRONG[0] or any(overlap(one[0], other[0]) for n, one in enumerate(told) for other in told[:n]):
        return
    if any(given_away(text, stem) for text, _ in told):
        return
    keys = {option(text, slot).id for text, _ in right}
    shuffled = rng.sample(told, len(told))
    options = tuple(option(text, slot) for text, _ in shuffled)
    facts = [fact for _, fact in told if fact]
    yield Item(
        id=digest("multiple_response", "direct", slot, *sorted(fact.id for _, fact in right if fact)),
        kind="multiple_response",
        stem=f"{stem} {EVERY}",
        options=options,
        key=tuple(one.id for one in options if one.id in keys),
        parts=tuple(
            Part(label=shown(text, slot), correct=(text, fact) in right, text=said(fact), fact=fact) for text, fact in shuffled if fact
        ),
        facts=tuple(facts),
    )
