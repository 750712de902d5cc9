"""The daily review: what was missed comes back, new facts a day are limited, and the days before the examination are used."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import lessons
from lessons.attempts import RATINGS
from lessons.cards import Card
from lessons.history import look, standing
from lessons.planning import Plan
from lessons.recording import Answer, Recording
from lessons.scoring import score
from lessons.store import _OPEN, Store, StoreError, open_store
from lessons.today import Place, todays
from lessons.widgets.review import Review

from .clock import NOW, Clock

DECK = lessons.read().only(lesson="Article 5")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    yield open_store(tmp_path / "lessons.db")
    for one in list(_OPEN.values()):
        one.close()


@pytest.fixture
def review(tmp_path: Path, clock: Clock, store: Store) -> Any:
    def make(**more: Any) -> Review:
        given = {"plan": Plan(new_a_day=5)} | more
        return Review(DECK, where=tmp_path / "lessons.db", now=clock, **given)

    return make


def rate(review: Review, card: Card, rating: str) -> None:
    """What the browser does with a press on a rating."""
    review.shown.log = [[review.shown.sent + 1, card.id, rating, None]]
    review.shown.sent += 1


def test_a_missed_item_brings_its_facts_card_back(store: Store, clock: Clock, tmp_path: Path) -> None:
    """What was got wrong in a quiz is due within minutes, what was got right is not due today."""
    choices = [item for item in DECK.items(seed=1) if item.kind == "single_choice" and len(item.facts) == 1]
    easy, hard = choices[0], next(item for item in choices if item.facts != choices[0].facts)
    keep = Recording(mode="practice", asked=[easy.id, hard.id], where=tmp_path / "lessons.db", now=clock)
    keep.keep([Answer(item=hard.id, facts=(hard.facts[0].id,), response="", score=score(hard, ""))])
    for _ in range(3):
        keep.keep([Answer(item=easy.id, facts=(easy.facts[0].id,), response="x", score=score(easy, easy.key_ids[0]))])
    found = look(DECK, store, "me", Plan(new_a_day=0), now=NOW + timedelta(minutes=15))
    assert found.queue.due == (hard.facts[0].id,)


@pytest.mark.parametrize("plan", [Plan(new_a_day=5), Plan(new_a_day=3, reviews_a_day=4), Plan(exam=NOW.date() + timedelta(days=3))])
@pytest.mark.parametrize("seed", range(4))
def test_a_look_reads_only_what_may_be_asked(store: Store, clock: Clock, tmp_path: Path, plan: Plan, seed: int) -> None:
    """The queue is the one that all the states give, though only those that are due, or were met today, are read."""
    rng = random.Random(seed)
    cards = DECK.cards()
    keep = Recording(mode="review", asked=[card.id for card in cards], where=tmp_path / "lessons.db", now=clock)
    for hours in sorted(rng.sample(range(24 * 20), 60), reverse=True):
        clock.at = NOW - timedelta(hours=hours)
        card = rng.choice(cards[: len(cards) // 2])
        rating = rng.randint(1, 4)
        keep.keep([Answer(item=card.id, facts=(card.fact.id,), response=None, verdict=RATINGS[rating - 1], rating=rating)])
    found = look(DECK, store, "me", plan, now=NOW, seed=seed)
    places = [Place(fact.id, fact.lesson, fact.note, (fact.note, fact.line)) for fact in DECK.facts]
    states = store.states("me")
    assert found.queue == todays(places, states, plan, now=NOW, today=found.day, met_today=found.asked, seed=seed)
    assert set(found.known) == set(states)
    assert found.unseen == len(DECK.facts) - len(states)


def test_new_facts_are_limited(review: Any) -> None:
    """So many a day as the plan says; tomorrow as many again."""
    today = review()
    assert repr(today) == "Review(0 due, 5 new)"
    assert len(today.shown.cards) == 5
    assert today._head.value.count("5 new") == 1


def test_rated_cards_leave_the_day_and_come_back(review: Any, clock: Clock) -> None:
    """Easy is for days, again for minutes; the headline follows; once all are done it says when the next comes back."""
    today = review()
    cards = {card.fact.id: card for card in DECK.cards()}
    first, *others = [cards[fact] for fact in today.today.queue.new]
    rate(today, first, "again")
    assert "4 new" in today._head.value
    for card in others:
        rate(today, card, "easy")
    assert "The next comes back at" in today._head.value
    clock.at += timedelta(minutes=2)
    today._more.click()
    assert [card["id"] for card in today.shown.cards] == [first.id]
    clock.at += timedelta(days=1)
    assert len(review().today.queue.new) == 5


def test_attempts_say_that_they_were_a_review(review: Any, store: Store) -> None:
    """Their mode is "review", with rating and fact."""
    today = review()
    card = {card.fact.id: card for card in DECK.cards()}[today.today.queue.new[0]]
    rate(today, card, "hard")
    [one] = store.attempts("me")
    assert (one.mode, one.verdict, one.rating, one.facts) == ("review", "hard", 2, (card.fact.id,))


def test_items_instead_of_cards(review: Any) -> None:
    """One question about each fact, and another the next time."""
    today = review(ask="items")
    asked = [item["id"] for item in today.shown.items]
    assert len(asked) == len({next(i for i in DECK.items(seed=1) if i.id == one).facts[0].id for one in asked})
    assert today.shown._recording.mode == "review"


def test_the_examination_is_said(review: Any) -> None:
    """How many days are left, and that not every fact can be met where it is so."""
    today = review(plan=Plan(new_a_day=1, exam=(NOW + timedelta(days=12)).date()))
    assert "12 days until the examination." in today._head.value
    assert len(today._head.value.split("<p")) == 4, "and a sentence on the pace"


def test_the_coming_days_are_told(review: Any) -> None:
    """A row a day, by name, with numbers."""
    table = review()._ahead.value
    assert table.count("<tr>") == 15
    assert "Tomorrow" in table


def test_nothing_can_be_due_where_nothing_is_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    """One clear error."""
    monkeypatch.setenv("LESSONS_DB", "off")
    with pytest.raises(StoreError, match="nothing is recorded, so nothing can be due"):
        Review(DECK, plan=Plan())


def test_the_static_form_tells_the_same(review: Any) -> None:
    """Without a kernel the day's numbers and cards are there."""
    shown = review()._repr_mimebundle_()
    assert shown["text/plain"] == "Review(0 due, 5 new)"
    assert "Today: 5 new." in shown["text/html"]


def test_standing_is_made_of_the_store(store: Store, review: Any, clock: Clock) -> None:
    """Figures for the progress page and the command line."""
    today = review()
    card = {card.fact.id: card for card in DECK.cards()}[today.today.queue.new[0]]
    rate(today, card, "easy")
    found = standing(DECK, store, "me", now=clock())
    assert (found.deck.met, found.rated) == (1, 1)
