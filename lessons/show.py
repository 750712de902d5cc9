"""The verbs that show something in a notebook: cards, a quiz, a paper, Mains questions, and a panel to choose a quiz with."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .deck import Deck
from .errors import EmptyError
from .history import standing, zone_of
from .items import Form, Item, ItemKind
from .mains_lines import MARKS
from .planning import Plan
from .recording import recording, utc_now
from .scoring import UPSC, Marking
from .selection import EXAM, QUIZ, pick
from .widgets import Cards, Exam, Mains, MockExam, Practice, Quiz, Review
from .widgets.exam import sat
from .widgets.review import Asked

if TYPE_CHECKING:
    from .drafting import Draft
    from .progress_page import ProgressPage
    from .widgets.desk import Desk


def flashcards(
    deck: Deck, *, lesson: str | None = None, kinds: Iterable[str] | None = None, seed: int | None = None, learner: str | None = None
) -> Cards:
    """Cards to flip, one a fact.

    Args:
        deck: what `lessons.read` gave.
        lesson: only this lesson's cards.
        kinds: only these kinds of fact: date, person, number, term, quotation, point, reason, dispute, gap.
        seed: shuffles the cards; without it they come in the order of the notes.
        learner: whose history the ratings go to; see `lessons.store.learner_name`. With ``LESSONS_DB=off`` nothing is kept.

    Raises:
        EmptyError: where there is nothing of that.

    >>> import lessons
    >>> lessons.flashcards(lessons.read(), lesson="Article 5", kinds=["term"])
    Cards(6 cards)
    """
    cards = deck.only(lesson=lesson, kinds=kinds).cards()
    return Cards(cards, seed=seed, recording=recording("cards", [card.id for card in cards], learner=learner, seed=seed or 0))


def quiz(
    deck: Deck,
    n: int = 10,
    *,
    seed: int = 1,
    lesson: str | None = None,
    kinds: Iterable[ItemKind] | None = None,
    minutes: float | None = None,
    learner: str | None = None,
) -> Quiz:
    """A quiz of `n` items to practise with, marked at once: mixed as a teacher would mix it (`lessons.selection`).

    Args:
        deck: what `lessons.read` gave.
        n: how many items; as many as go together where that is fewer.
        seed: the same seed gives the same quiz.
        lesson: only from this lesson.
        kinds: only these kinds of item: single_choice, multiple_response, true_false, gap, ordering, matching.
        minutes: a time to practise against, which can be paused.
        learner: whose history the responses go to; see `lessons.store.learner_name`. With ``LESSONS_DB=off`` nothing is kept.

    Raises:
        EmptyError: where there is nothing of that, or no time.

    >>> import lessons
    >>> lessons.quiz(lessons.read(), n=5, seed=7)
    Quiz(5 items, seed=7)
    """
    shares = _shares("kind of item", kinds, QUIZ)
    Quiz.send_ahead()
    found = _picked(deck.only(lesson=lesson), n, seed, shares)
    keep = recording("practice", [item.id for item in found], learner=learner, seed=seed)
    return Quiz(found, seed=seed, minutes=_time(minutes), recording=keep)


def exam(
    deck: Deck,
    n: int = 20,
    *,
    seed: int = 1,
    lesson: str | None = None,
    forms: Iterable[Form] | None = None,
    marking: Marking = UPSC,
    minutes: float | None = None,
    ends_itself: bool = False,
    learner: str | None = None,
) -> Exam:
    """A paper of `n` single-choice items in the forms of the UPSC Prelims, mixed as there: marked when it is handed in.

    Args:
        deck: what `lessons.read` gave.
        n: how many items; as many as go together where that is fewer. Where facts are few, more of them are asked directly.
        seed: the same seed gives the same paper.
        lesson: only from this lesson.
        forms: only these: direct, two_statements, three_statements, how_many, pairs, lists, chronology, statement_reason.
        marking: what right earns and wrong takes off; `lessons.scoring` has UPSC, CSAT and PLAIN.
        minutes: the time allowed; no clock without it. The real paper has 120 for 100 items.
        ends_itself: whether the paper is handed in when the time is up.
        learner: whose history the responses go to; see `lessons.store.learner_name`. With ``LESSONS_DB=off`` nothing is kept.

    Raises:
        EmptyError: where there is nothing of that, or no time.

    >>> import lessons
    >>> lessons.exam(lessons.read(), n=5, seed=7)
    Exam(5 items, seed=7)
    """
    shares = _shares("form", forms, EXAM)
    Exam.send_ahead()
    found = _picked(deck.only(lesson=lesson), n, seed, shares)
    return sat(found, seed=seed, title=lesson or "", marking=marking, minutes=_time(minutes), ends_itself=ends_itself, learner=learner)


def practice(deck: Deck, *, lesson: str | None = None, n: int = 10, seed: int = 1, learner: str | None = None) -> Practice:
    """A quiz with controls above it: lesson, number of items, kinds and seed.

    >>> import lessons
    >>> lessons.practice(lessons.read())
    Practice(188 facts, 3 lessons)
    """
    if lesson is not None:
        deck.only(lesson=lesson)  # an unknown name is an error here, too
    return Practice(deck, lesson=lesson, n=n, seed=seed, learner=learner)


def mains(deck: Deck, *, lesson: str | None = None, marks: int | None = None, seed: int = 1, learner: str | None = None) -> Mains:
    """Questions as in the UPSC Mains, with the points that a good response makes, each with its source, to tick off.

    Args:
        deck: what `lessons.read` gave.
        lesson: only from this lesson.
        marks: only those of 10 marks, or of 15.
        seed: draws the order; those of 10 marks come first, as in the paper.
        learner: whose history the responses go to; see `lessons.store.learner_name`. With ``LESSONS_DB=off`` nothing is kept.

    Raises:
        EmptyError: where the notes hold none of that.

    >>> import lessons
    >>> lessons.mains(lessons.read(), lesson="Article 5")
    Mains(2 questions, seed=1)
    """
    if marks not in (None, *MARKS):
        raise EmptyError(f"unknown marks {marks!r}; there are {' and '.join(map(str, MARKS))}")
    found = [one for one in deck.only(lesson=lesson).mains if marks in (None, one.marks)]
    if not found:
        said = f"{'' if marks is None else f' of {marks} marks'}{f' in {lesson}' if lesson else ''}"
        raise EmptyError(f"these notes hold no Mains questions{said}; write them under '## Mains', or ask for something else")
    random.Random(f"mains {seed}").shuffle(found)
    asked = sorted(found, key=lambda one: one.marks)
    keep = recording("mains", [one.id for one in asked], learner=learner, seed=seed, title=lesson or "")
    return Mains(asked, seed=seed, title=lesson or "", recording=keep)


def mock_exam(
    deck: Deck, *, lesson: str | None = None, n: int = 20, seed: int = 1, marking: Marking = UPSC, learner: str | None = None
) -> MockExam:
    """A paper with controls above it: how many questions, of which lessons and forms, in what time, marked how.

    Args:
        deck: what `lessons.read` gave.
        lesson: the one lesson that is chosen at first; all without it.
        n: how many questions at first.
        seed: of the first paper; "Another paper" draws the next.
        marking: what right earns and wrong takes off, at first.
        learner: whose history the papers go to, and whose earlier papers they are compared with.

    >>> import lessons
    >>> lessons.mock_exam(lessons.read())
    MockExam(188 facts, 3 lessons)
    """
    if lesson is not None:
        deck.only(lesson=lesson)  # an unknown name is an error here, too
    return MockExam(deck, lesson=lesson, n=n, seed=seed, marking=marking, learner=learner)


def review(
    deck: Deck,
    *,
    exam: str | date | None = None,
    new_a_day: int = 10,
    reviews_a_day: int | None = None,
    retention: float = 0.9,
    last_days: int = 7,
    ask: Asked = "cards",
    learner: str | None = None,
    where: str | Path | None = None,
    seed: int = 1,
) -> Review:
    """What is due today, and the day's new facts: what was missed anywhere comes back here.

    The schedule is that of `fsrs`: a fact is asked again when the chance of recall has fallen to `retention`.

    Args:
        deck: what `lessons.read` gave.
        exam: the day of the examination, e.g. "2027-05-23": in the days before it every known fact comes up once more, and fewer new ones.
        new_a_day: how many facts are met for the first time on a day, at most.
        reviews_a_day: how many known facts are asked on a day, at most; all that are due without it.
        retention: 0.7 to 0.99; higher asks more often.
        last_days: how many days before the examination are for looking at everything once more.
        ask: "cards", to rate how well each was known, or "items", to answer a question about each.
        learner: whose history it is; see `lessons.store.learner_name`.
        where: the database; see `lessons.store.open_store`.
        seed: draws order and questions, and how far apart repetitions fall.

    Raises:
        LessonsError: for a day that is none, a number out of its range, or a history that cannot be read.

    >>> import lessons
    >>> lessons.review(lessons.read(), new_a_day=5, learner="doctest")
    Review(0 due, 5 new)
    """
    day = _day(exam)
    zone = zone_of(utc_now())
    plan = Plan(exam=day, last_days=last_days, new_a_day=new_a_day, retention=retention, reviews_a_day=reviews_a_day, zone=zone)
    if ask not in ("cards", "items"):
        raise EmptyError(f"cannot ask {ask!r}; there are cards and items")
    return Review(deck, plan=plan, ask=ask, learner=learner, where=where, now=utc_now, seed=seed)


def progress(deck: Deck, *, learner: str | None = None, where: str | Path | None = None) -> ProgressPage:
    """How a learner stands: what is known by lesson, streak and calendar, what will be forgotten, what was missed most, with sources.

    Args:
        deck: what `lessons.read` gave.
        learner: whose history it is; see `lessons.store.learner_name`.
        where: the database; see `lessons.store.open_store`.

    Raises:
        StoreError: where the history cannot be read.
    """
    from .progress_page import ProgressPage
    from .store import learner_name, open_store

    return ProgressPage(standing(deck, open_store(where), learner_name(learner), now=utc_now()))


def desk(article: str | Draft, path: str | Path | None = None, *, published: str | None = None, overwrite: bool = False) -> Desk:
    """A draft to correct: the article with its finds beside the lines that are proposed for a seed note.

    Args:
        article: the article's text, as it was pasted; or what `lessons.draft` gave.
        path: where the note is saved, e.g. ``seeds/my-reading.md``; without it a file named after the title, where the notebook is.
        published: EDTF, where it is known better than the page says; with a draft it is of no use.
        overwrite: whether a file that is there may be replaced.

    >>> import lessons
    >>> lessons.desk("Ada Brook, the harbour master, counted 40 boats on 12 May 2021.", "boats.md")
    Desk(3 lines: 0 accepted, 0 dropped)
    """
    from .drafting import draft
    from .widgets.desk import Desk

    return Desk(draft(article, published) if isinstance(article, str) else article, path=path, overwrite=overwrite)


def _day(given: str | date | None) -> date | None:
    """The day; EmptyError for a text that is none."""
    if not isinstance(given, str):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise EmptyError(f"exam={given!r} is no day; write it as year, month and day, e.g. '2027-05-23'") from None


def _shares(what: str, wanted: Iterable[str] | None, known: Mapping[str, float]) -> Mapping[str, float]:
    """The shares of what is wanted; EmptyError for a name that is none of the known ones."""
    if wanted is None:
        return known
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise EmptyError(f"unknown {what} {unknown[0] if unknown else names!r}; there are {', '.join(known)}")
    return {name: known[name] for name in names}


def _picked(deck: Deck, n: int, seed: int, shares: Mapping[str, float]) -> tuple[Item, ...]:
    if n < 1:
        raise EmptyError(f"a quiz of {n} items; ask for 1 or more")
    found = pick(deck.items(seed=seed), n, seed=seed, shares=shares)
    if not found:
        there = dict.fromkeys(item.kind if item.form == "direct" else item.form for item in deck.items(seed=seed))
        raise EmptyError(f"these notes give no items of this: {', '.join(shares)}; they give {', '.join(there) or 'none'}")
    return found


def _time(minutes: float | None) -> float | None:
    """The minutes; EmptyError where there are none in them."""
    if minutes is not None and not 0 < minutes <= 24 * 60:
        raise EmptyError(f"{minutes!r} minutes is no time to work in; give between 1 and {24 * 60}, or leave it out")
    return minutes
