"""Questions as the UPSC Mains asks them, with the points that a good response makes, each with its source.

Nothing here is marked: the points are for learners to hold beside what they wrote. General Studies gives three hours for 250 marks, so a
question of 10 marks has about 7 minutes and one of 15 about 11.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from . import dates
from .dates import Date
from .facts import Citation, Source
from .ids import digest, plain, skeleton
from .mains_lines import MainsLine, PointLine
from .notes import Note

WORDS = {10: 150, 15: 250}
"""The length that the paper asks for, by marks."""

_MINUTES, _PAPER = 180, 250  # of a paper in General Studies, and its marks


@dataclass(frozen=True, slots=True, kw_only=True)
class MainsPoint:
    """One thing that a good response says.

    Attributes:
        id: from what the point says, and of which question.
        quote: the exact words of the note's line, citation included.
        citations: where it comes from; at least one.
        as_of: when it held: the date of the source that it cites first, where the note says nothing else; None where time cannot change it.
        since, erratum: what has changed since, and where the source is mistaken.
        disputed, dispute: the topic on which sources disagree, where the point touches one, and what they say on it.
    """

    id: str
    text: str
    note: str
    line: int
    quote: str
    citations: tuple[Citation, ...]
    as_of: Date | None
    since: str | None = None
    erratum: str | None = None
    disputed: str | None = None
    dispute: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MainsQuestion:
    """A question of 10 or 15 marks.

    Attributes:
        id: from what it asks (see `lessons.ids`), so that it survives a mended typo, other points and another place in the note.
        as_of: as of when it is asked: the source's date where the note says nothing else; None where time cannot change it.
        since: what has changed since.
    """

    id: str
    lesson: str
    marks: int
    question: str
    points: tuple[MainsPoint, ...]
    note: str
    line: int
    as_of: Date | None
    since: str | None = None

    @property
    def words(self) -> int:
        """How long a response should be: 150 words for 10 marks, 250 for 15."""
        return WORDS[self.marks]

    @property
    def minutes(self) -> int:
        """About how long the paper leaves for it.

        >>> import lessons
        >>> sorted({(one.marks, one.words, one.minutes) for one in lessons.read().mains})
        [(10, 150, 7), (15, 250, 11)]
        """
        return round(_MINUTES * self.marks / _PAPER)


def assemble_mains(
    notes: Sequence[Note], sources: Mapping[str, Source], accounts: Mapping[str, tuple[str, str]]
) -> tuple[MainsQuestion, ...]:
    """The questions of all notes, in their order.

    Args:
        notes: the notes, checked.
        sources: all sources that they may cite, by the note's stem.
        accounts: by a topic in plain letters its name and what the sources say on it.
    """
    taken: set[str] = set()
    return tuple(_question(one, note, sources, accounts, taken) for note in notes for one in note.mains)


def _question(
    line: MainsLine, note: Note, sources: Mapping[str, Source], accounts: Mapping[str, tuple[str, str]], taken: set[str]
) -> MainsQuestion:
    what = ("mains", skeleton(note.source.title), str(line.marks), skeleton(line.question))
    one = _free(what, (plain(line.question), note.stem, str(line.line)), taken)
    points = _points(line, one, note, sources, accounts)
    return MainsQuestion(
        id=one,
        lesson=line.lesson,
        marks=line.marks,
        question=line.question,
        points=tuple(points),
        note=note.stem,
        line=line.line,
        as_of=_as_of(line.refined, note.source),
        since=line.refined.get("since"),
    )


def _points(
    line: MainsLine, question: str, note: Note, sources: Mapping[str, Source], accounts: Mapping[str, tuple[str, str]]
) -> Iterator[MainsPoint]:
    taken: set[str] = set()
    for point in line.points:
        topic, dispute = accounts.get(plain(point.refined.get("disputed", "")), (None, None))
        cited = tuple(Citation(source=sources[cite.note or note.stem], paragraph=cite.paragraph) for cite in point.cited)
        yield MainsPoint(
            id=_free(("mains point", question, skeleton(point.text)), (plain(point.text),), taken),
            text=point.text,
            note=note.stem,
            line=point.line,
            quote=point.quote,
            citations=cited,
            as_of=_as_of(point.refined, cited[0].source),
            since=point.refined.get("since"),
            erratum=point.refined.get("erratum"),
            disputed=topic,
            dispute=dispute,
        )


def points_of(notes: Iterable[Note]) -> Iterator[tuple[Note, PointLine]]:
    """Every point of the notes, for what is checked over all of them."""
    for note in notes:
        for one in note.mains:
            for point in one.points:
                yield note, point


def _as_of(refined: Mapping[str, str], source: Source) -> Date | None:
    said = refined.get("as of")
    return None if said == "always" else dates.parse(said) if said else source.published


def _free(what: tuple[str, ...], more: tuple[str, ...], taken: set[str]) -> str:
    """An id; where only the full wording tells two apart, the first has the plain one and the other one from that."""
    one = digest(*what)
    if one in taken:
        one = digest(*what, *more)
    taken.add(one)
    return one
