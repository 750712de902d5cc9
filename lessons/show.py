"""The verbs that show something in a notebook: cards, a quiz, and a panel to choose a quiz with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .deck import Deck
from .errors import EmptyError
from .items import Form, Item, ItemKind
from .scoring import UPSC, Marking
from .selection import EXAM, QUIZ, pick
from .widgets import Cards, Exam, Practice, Quiz


def flashcards(deck: Deck, *, lesson: str | None = None, kinds: Iterable[str] | None = None, seed: int | None = None) -> Cards:
    """Cards to flip, one a fact.

    Args:
        deck: what `lessons.read` gave.
        lesson: only this lesson's cards.
        kinds: only these kinds of fact: date, person, number, term, quotation, point, reason, dispute, gap.
        seed: shuffles the cards; without it they come in the order of the notes.

    Raises:
        EmptyError: where there is nothing of that.

    >>> import lessons
    >>> lessons.flashcards(lessons.read(), lesson="Article 5", kinds=["term"])
    Cards(6 cards)
    """
    return Cards(deck.only(lesson=lesson, kinds=kinds).cards(), seed=seed)


def quiz(
    deck: Deck,
    n: int = 10,
    *,
    seed: int = 1,
    lesson: str | None = None,
    kinds: Iterable[ItemKind] | None = None,
    minutes: float | None = None,
) -> Quiz:
    """A quiz of `n` items to practise with, marked at once: mixed as a teacher would mix it (`lessons.selection`).

    Args:
        deck: what `lessons.read` gave.
        n: how many items; as many as go together where that is fewer.
        seed: the same seed gives the same quiz.
        lesson: only from this lesson.
        kinds: only these kinds of item: single_choice, multiple_response, true_false, gap, ordering, matching.
        minutes: a time to practise against, which can be paused.

    Raises:
        EmptyError: where there is nothing of that, or no time.

    >>> import lessons
    >>> lessons.quiz(lessons.read(), n=5, seed=7)
    Quiz(5 items, seed=7)
    """
    shares = _shares("kind of item", kinds, QUIZ)
    return Quiz(_picked(deck.only(lesson=lesson), n, seed, shares), seed=seed, minutes=_time(minutes))


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

    Raises:
        EmptyError: where there is nothing of that, or no time.

    >>> import lessons
    >>> lessons.exam(lessons.read(), n=5, seed=7)
    Exam(5 items, seed=7)
    """
    found = _picked(deck.only(lesson=lesson), n, seed, _shares("form", forms, EXAM))
    return Exam(found, seed=seed, title=lesson or "", marking=marking, minutes=_time(minutes), ends_itself=ends_itself)


def practice(deck: Deck, *, lesson: str | None = None, n: int = 10, seed: int = 1) -> Practice:
    """A quiz with controls above it: lesson, number of items, kinds and seed.

    >>> import lessons
    >>> lessons.practice(lessons.read())
    Practice(188 facts, 3 lessons)
    """
    if lesson is not None:
        deck.only(lesson=lesson)  # an unknown name is an error here, too
    return Practice(deck, lesson=lesson, n=n, seed=seed)


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
