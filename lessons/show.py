"""The verbs that show something in a notebook: cards, a quiz, and a panel to choose a quiz with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from .deck import Deck
from .errors import EmptyError
from .items import Item, ItemKind
from .selection import pick
from .widgets import Cards, Practice, Quiz


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


def quiz(deck: Deck, n: int = 10, *, seed: int = 1, lesson: str | None = None, kinds: Iterable[ItemKind] | None = None) -> Quiz:
    """A quiz of `n` items to practise with, marked at once.

    Args:
        deck: what `lessons.read` gave.
        n: how many items; all there are where that is fewer.
        seed: the same seed gives the same quiz.
        lesson: only from this lesson.
        kinds: only these kinds of item: single_choice, true_false, gap.

    Raises:
        EmptyError: where there is nothing of that.

    >>> import lessons
    >>> lessons.quiz(lessons.read(), n=5, seed=7)
    Quiz(5 items, seed=7)
    """
    if n < 1:
        raise EmptyError(f"a quiz of {n} items; ask for 1 or more")
    return Quiz(pick(_wanted(deck.only(lesson=lesson).items(seed=seed), kinds), n, seed=seed), seed=seed)


def practice(deck: Deck, *, lesson: str | None = None, n: int = 10, seed: int = 1) -> Practice:
    """A quiz with controls above it: lesson, number of items, kinds and seed.

    >>> import lessons
    >>> lessons.practice(lessons.read())
    Practice(189 facts, 3 lessons)
    """
    if lesson is not None:
        deck.only(lesson=lesson)  # an unknown name is an error here, too
    return Practice(deck, lesson=lesson, n=n, seed=seed)


def _wanted(items: tuple[Item, ...], kinds: Iterable[str] | None) -> tuple[Item, ...]:
    """The items of some kinds; EmptyError where a kind is unknown or nothing is left."""
    if kinds is None:
        return items
    names = [kinds] if isinstance(kinds, str) else list(kinds)
    unknown = [name for name in names if name not in get_args(ItemKind)]
    if unknown:
        raise EmptyError(f"unknown kind of item {unknown[0]!r}; there are {', '.join(get_args(ItemKind))}")
    found = tuple(item for item in items if item.kind in names)
    if not found:
        raise EmptyError(f"these notes give no items of the kinds {', '.join(names) or 'named'}; ask for others")
    return found
