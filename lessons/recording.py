"""What a widget tells the store: one sitting, begun with its first response, gone on with where it was broken off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from .attempts import Attempt, Mode, Sitting
from .errors import LessonsError
from .ids import digest
from .scoring import Score

if TYPE_CHECKING:
    from .store import Store

_Found = TypeVar("_Found")

GOES_ON_FOR = timedelta(days=1)
"""A sitting that was broken off is gone on with for so long; later the same cell begins it anew."""
RATING_OF = {"right": 3, "partly": 2, "wrong": 1, "blank": 1}
"""What the schedule is told of a marked item: good, hard, again."""

_begun_here: set[str] = set()  # sittings of this process: a cell that is run again in it starts clean


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One response as a widget has it.

    Attributes:
        item: id of the item, card or mains question; `facts`: ids of what it asks.
        response: as the widget has it.
        score: what marking gave; None where nothing is marked.
        verdict, rating: of a card; those of an item follow from its score.
        seconds: how long it took.
    """

    item: str
    facts: tuple[str, ...]
    response: Any
    score: Score | None = None
    verdict: str = ""
    rating: int | None = None
    seconds: float | None = None


@dataclass(kw_only=True)
class Recording:
    """The sitting of one widget, and whether it can be kept.

    Nothing is written before the first response. What the store does not take is kept here and offered again with the next response: a
    disk that has room again loses nothing.

    Args:
        mode: practice, exam, cards, review or mains.
        asked: ids of what is asked, in order.
        seed, title, rules: as in `lessons.store.Sitting`.
        learner: whose it is; see `lessons.store.learner_name`.
        where: the store; see `lessons.store.open_store`.
        now: gives the time.

    Attributes:
        trouble: why the last responses are not kept, in words; empty where all are.
        notice: a sentence where a damaged database was set aside.
    """

    mode: Mode
    asked: Sequence[str]
    seed: int = 1
    title: str = ""
    rules: dict[str, Any] = field(default_factory=dict)
    learner: str | None = None
    where: str | Path | None = None
    now: Callable[[], datetime] = utc_now
    trouble: str = ""
    notice: str = ""

    def __post_init__(self) -> None:
        from .store import learner_name

        self._name = learner_name(self.learner)
        self._quiz = digest("sitting of", self.mode, str(self.seed), self.title, *self.asked)
        self._waiting: list[Attempt] = []
        self._sitting: Sitting | None = self._broken_off()
        self._is_kept = self._sitting is not None
        if self._sitting:
            _begun_here.add(self._sitting.id)

    @property
    def has_begun(self) -> bool:
        """Whether anything of this sitting was recorded, or was to be."""
        return self._sitting is not None

    def responses(self) -> dict[str, tuple[Any, float]]:
        """The last response to every item of a sitting that was broken off, and the seconds it took; nothing for a new one."""
        if self._sitting is None:
            return {}
        found: dict[str, tuple[Any, float]] = {}
        for one in self._try(lambda store: store.attempts(self._name, sitting=self._sitting.id if self._sitting else "")) or ():
            found[one.item] = (one.response, (one.seconds or 0.0) + found.get(one.item, (None, 0.0))[1])
        return found

    @property
    def progress(self) -> dict[str, Any]:
        """What was saved last of a sitting that was broken off; empty for a new one."""
        return {} if self._sitting is None else dict(self._sitting.progress)

    def keep(self, answers: Sequence[Answer]) -> bool:
        """Record responses; True once they are on the disk. See `trouble` where not."""
        at = self.now()
        sitting = self._sitting or self._new(at)
        for n, answer in enumerate(answers):
            self._waiting.append(self._attempt(answer, sitting, at + timedelta(microseconds=n)))
        waiting = list(self._waiting)
        if self._write(lambda store: store.record(waiting)):
            self._waiting.clear()
            return True
        return False

    def save(self, progress: Mapping[str, Any]) -> bool:
        """Record where the sitting is, for a kernel that dies."""
        sitting = self._sitting or self._new(self.now())
        return self._write(lambda store: store.save(sitting.id, dict(progress)))

    def end(self, *, net: Fraction | None = None, out_of: Fraction | None = None) -> bool:
        """Record that the sitting is over."""
        sitting = self._sitting or self._new(self.now())
        return self._write(lambda store: store.end(sitting.id, at=self.now(), net=net, out_of=out_of))

    def again(self) -> None:
        """What comes now belongs to another sitting of the same quiz."""
        self._sitting = None
        self._is_kept = False

    def earlier(self) -> list[Sitting] | None:
        """The learner's other sittings of this mode that are ended, in the order of time; None where they cannot be read."""
        own = self._sitting.id if self._sitting else ""
        before = self.trouble
        found = self._try(lambda store: store.sittings(self._name, mode=self.mode))
        if found is None and self.trouble != before:
            return None
        return [one for one in found or () if one.ended is not None and one.id != own]

    def _broken_off(self) -> Sitting | None:
        found = self._try(lambda store: store.unfinished(self._name, self._quiz, since=self.now() - GOES_ON_FOR))
        return None if found is None or found.id in _begun_here else found

    def _new(self, at: datetime) -> Sitting:
        self._sitting = Sitting(
            id=digest("sitting", self._name, self._quiz, at.isoformat(), str(len(_begun_here)), str(id(self))),
            learner=self._name,
            mode=self.mode,
            quiz=self._quiz,
            seed=self.seed,
            title=self.title,
            count=len(self.asked),
            rules=self.rules,
            begun=at,
        )
        _begun_here.add(self._sitting.id)
        return self._sitting

    def _attempt(self, answer: Answer, sitting: Sitting, at: datetime) -> Attempt:
        marked = answer.score
        verdict = "wrong" if marked and marked.verdict == "ask" else marked.verdict if marked else answer.verdict
        return Attempt(
            learner=self._name,
            item=answer.item,
            facts=answer.facts,
            response=answer.response,
            marks=marked.marks if marked else None,
            out_of=marked.out_of if marked else None,
            verdict=verdict,
            rating=RATING_OF.get(verdict) if marked else answer.rating,
            mode=self.mode,
            seed=self.seed,
            sitting=sitting.id,
            seconds=answer.seconds,
            at=at,
            day=f"{at.astimezone():%Y-%m-%d}",
        )

    def _write(self, do: Callable[[Store], object]) -> bool:
        """Whether something could be written, the sitting before anything of it."""
        from .store import open_store

        try:
            store = open_store(self.where)
            if self._sitting and not self._is_kept:
                store.begin(self._sitting)
                self._is_kept = True
            do(store)
        except LessonsError as error:
            self.trouble = str(error)
            return False
        self.trouble, self.notice = "", store.notice
        return True

    def _try(self, read: Callable[[Store], _Found]) -> _Found | None:
        """What the store says; None where there is none yet, or it cannot be read: practice goes on without it."""
        from .store import is_there, open_store, place

        try:
            found = place(self.where)
            return read(open_store(found)) if found is not None and is_there(found) else None
        except LessonsError as error:
            self.trouble = str(error)
            return None


def recording(
    mode: Mode, asked: Sequence[str], *, learner: str | None = None, where: str | Path | None = None, **more: Any
) -> Recording | None:
    """A recording for a widget; None where recording is switched off (``LESSONS_DB=off``)."""
    from .store import place

    return None if place(where) is None else Recording(mode=mode, asked=asked, learner=learner, where=where, **more)
