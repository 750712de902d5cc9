"""What widgets keep: every response once, what a killed kernel leaves is gone on with, and trouble is said while practice goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import lessons
from lessons import recording as module
from lessons.items import Item
from lessons.recording import Recording
from lessons.scoring import UPSC
from lessons.store import StoreError, open_store
from lessons.widgets import Cards, Exam, Quiz

from .clock import Clock

DECK = lessons.read()
ITEMS = tuple(item for item in DECK.items(seed=1) if item.kind == "single_choice")[:4]


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "lessons.db"
    from lessons.store import _OPEN

    for store in list(_OPEN.values()):
        store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


def recording(where: Path, clock: Clock, **more: Any) -> Recording:
    return Recording(mode="practice", asked=[item.id for item in ITEMS], where=where, now=clock, **more)


def respond(quiz: Quiz, *given: tuple[Item, Any, float]) -> None:
    """What the browser does: responses, the log, and the count."""
    log = [entry for entry in quiz.log if entry[0] > quiz.heard]
    for item, response, seconds in given:
        log.append([quiz.sent + 1, item.id, response, seconds])
        quiz.responses = {**quiz.responses, item.id: response}
    quiz.log = log
    quiz.sent += 1


def killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process: it has begun no sitting of its own."""
    monkeypatch.setattr(module, "_begun_here", set())


def right(item: Item) -> str:
    return item.key_ids[0]


def wrong(item: Item) -> str:
    return next(option.id for option in item.options if option.id not in item.key_ids)


def test_nothing_is_written_before_the_first_response(where: Path, clock: Clock) -> None:
    """Showing a quiz leaves no file behind."""
    Quiz(ITEMS, recording=recording(where, clock))
    assert not where.exists()


def test_a_response_is_on_the_disk_before_it_is_heard(where: Path, clock: Clock) -> None:
    """When `heard` reaches `sent`, the attempt is there with its marks, rating, time and day."""
    quiz = Quiz(ITEMS, recording=recording(where, clock, seed=7))
    there: list[int] = []
    quiz.observe(lambda _change: there.append(len(open_store(where).attempts("me"))), "heard")
    respond(quiz, (ITEMS[0], right(ITEMS[0]), 4.0))
    respond(quiz, (ITEMS[1], wrong(ITEMS[1]), 2.0))
    assert there == [1, 2]
    first, second = open_store(where).attempts("me")
    assert (first.verdict, first.rating, first.seconds, first.seed, first.mode) == ("right", 3, 4.0, 7, "practice")
    assert first.facts == tuple(fact.id for fact in ITEMS[0].facts)
    assert (second.verdict, second.rating, second.marks, second.sitting) == ("wrong", 1, 0, first.sitting)
    assert (quiz.kept, quiz.trouble) == (2, "")


def test_messages_that_were_put_together_lose_nothing(where: Path, clock: Clock) -> None:
    """Several responses in one message are several attempts, the same one twice among them; what was heard is not kept again."""
    quiz = Quiz(ITEMS, recording=recording(where, clock))
    respond(quiz, (ITEMS[0], wrong(ITEMS[0]), 1.0), (ITEMS[0], wrong(ITEMS[0]), 1.0))
    quiz.sent += 1  # times alone, the log as it was
    assert [one.verdict for one in open_store(where).attempts("me")] == ["wrong", "wrong"]


def test_a_quiz_goes_on_where_a_killed_kernel_left_it(where: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run again in another process, the cell knows the responses and the times; they are not recorded twice."""
    respond(Quiz(ITEMS, recording=recording(where, clock)), (ITEMS[0], wrong(ITEMS[0]), 4.0))
    killed(monkeypatch)
    quiz = Quiz(ITEMS, recording=recording(where, clock))
    assert quiz.responses == {ITEMS[0].id: wrong(ITEMS[0])}
    assert quiz.seconds == {ITEMS[0].id: 4.0}
    respond(quiz, (ITEMS[1], right(ITEMS[1]), 3.0))
    found = open_store(where).attempts("me")
    assert [one.item for one in found] == [ITEMS[0].id, ITEMS[1].id]
    assert len({one.sitting for one in found}) == 1


def test_a_cell_run_again_in_the_same_kernel_starts_clean(where: Path, clock: Clock) -> None:
    """Nothing is filled in; what was responded before stays in the history."""
    respond(Quiz(ITEMS, recording=recording(where, clock)), (ITEMS[0], right(ITEMS[0]), 4.0))
    quiz = Quiz(ITEMS, recording=recording(where, clock))
    assert quiz.responses == {}
    respond(quiz, (ITEMS[0], right(ITEMS[0]), 1.0))
    assert len({one.sitting for one in open_store(where).attempts("me")}) == 2


@pytest.mark.parametrize("other", ["finished", "a day later", "another quiz", "another learner"])
def test_what_is_not_gone_on_with(where: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    """A finished quiz, one of yesterday, another seed's and another learner's begin clean."""
    quiz = Quiz(ITEMS, recording=recording(where, clock))
    for item in ITEMS if other == "finished" else ITEMS[:1]:
        respond(quiz, (item, right(item), 1.0))
    killed(monkeypatch)
    if other == "a day later":
        clock.at += timedelta(days=1, seconds=1)
    more: dict[str, Any] = {"another quiz": {"seed": 9}, "another learner": {"learner": "Eve"}}.get(other, {})
    assert Quiz(ITEMS, recording=recording(where, clock, **more)).responses == {}


def test_starting_again_is_another_sitting(where: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """After "Start again" a killed kernel's quiz goes on with the new responses alone."""
    quiz = Quiz(ITEMS, recording=recording(where, clock))
    respond(quiz, (ITEMS[0], right(ITEMS[0]), 4.0))
    quiz.responses = {}
    quiz.sent += 1
    respond(quiz, (ITEMS[1], right(ITEMS[1]), 2.0))
    killed(monkeypatch)
    assert Quiz(ITEMS, recording=recording(where, clock)).responses == {ITEMS[1].id: right(ITEMS[1])}


def test_trouble_is_said_and_practice_goes_on(where: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the disk is full the widget says so; once there is room, nothing of it is lost."""
    quiz = Quiz(ITEMS, recording=recording(where, clock))
    respond(quiz, (ITEMS[0], right(ITEMS[0]), 1.0))

    def full(_store: object, _found: object) -> int:
        raise StoreError("lessons.db: the disk is full; make room on it")

    with monkeypatch.context() as patch:
        patch.setattr("lessons.store.Store.record", full)
        respond(quiz, (ITEMS[1], right(ITEMS[1]), 1.0))
        assert quiz.trouble == "lessons.db: the disk is full; make room on it"
        assert quiz.heard == quiz.sent
    respond(quiz, (ITEMS[2], right(ITEMS[2]), 1.0))
    assert quiz.trouble == ""
    assert [one.item for one in open_store(where).attempts("me")] == [item.id for item in ITEMS[:3]]


def test_a_store_that_cannot_be_opened_is_said_at_once(tmp_path: Path, clock: Clock) -> None:
    """The quiz is shown all the same."""
    file = tmp_path / "thesis.docx"
    file.write_text("somebody's work")
    quiz = Quiz(ITEMS, recording=recording(file, clock))
    assert "thesis.docx is no database" in quiz.trouble
    respond(quiz, (ITEMS[0], right(ITEMS[0]), 1.0))
    assert quiz.kept == 0
    assert file.read_text() == "somebody's work"


def test_ratings_of_cards_are_kept(where: Path, clock: Clock) -> None:
    """Each time a card is rated, also the same again."""
    cards = DECK.cards()[:2]
    shown = Cards(cards, recording=Recording(mode="cards", asked=[card.id for card in cards], where=where, now=clock))
    for rating in ("again", "again", "easy"):
        shown.log = [[shown.sent + 1, cards[0].id, rating, None]]
        shown.sent += 1
    shown.log = [[shown.sent + 1, "unknown", "again", None], [shown.sent + 1, cards[1].id, "superb", None]]
    shown.sent += 1
    found = open_store(where).attempts("me")
    assert [(one.verdict, one.rating, one.facts) for one in found] == [
        ("again", 1, (cards[0].fact.id,)),
        ("again", 1, (cards[0].fact.id,)),
        ("easy", 4, (cards[0].fact.id,)),
    ]


def exam(where: Path, clock: Clock) -> Exam:
    return Exam(ITEMS, marking=UPSC, recording=Recording(mode="exam", asked=[item.id for item in ITEMS], where=where, now=clock))


def test_a_paper_is_kept_when_it_is_handed_in(where: Path, clock: Clock) -> None:
    """Every item, blank ones too, once; its net marks with the sitting."""
    paper = exam(where, clock)
    paper.started, paper.sent = True, 1
    paper.responses, paper.sent = {ITEMS[0].id: right(ITEMS[0]), ITEMS[1].id: wrong(ITEMS[1])}, 2
    assert open_store(where).attempts("me") == []
    paper.handed_in, paper.sent = True, 3
    paper.sent = 4
    found = open_store(where).attempts("me")
    assert [one.verdict for one in found] == ["right", "wrong", "blank", "blank"]
    [sitting] = open_store(where).sittings("me", mode="exam")
    assert (str(sitting.net), str(sitting.out_of)) == ("4/3", "8")
    assert sitting.ended is not None


def test_a_paper_goes_on_where_a_killed_kernel_left_it(where: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Responses, flags and the time that was spent."""
    paper = exam(where, clock)
    paper.started, paper.flags, paper.spent = True, [ITEMS[2].id], 90.0
    paper.responses, paper.sent = {ITEMS[0].id: right(ITEMS[0])}, 1
    killed(monkeypatch)
    again = exam(where, clock)
    assert (again.started, again.flags, again.spent, again.responses) == (True, [ITEMS[2].id], 90.0, paper.responses)
    assert exam(where, clock).started is False, "the same kernel starts clean"


def test_two_kernels_at_once_both_record(where: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two tabs of one quiz: what is responded in either is there."""
    one = Quiz(ITEMS, recording=recording(where, clock))
    respond(one, (ITEMS[0], right(ITEMS[0]), 1.0))
    killed(monkeypatch)
    two = Quiz(ITEMS, recording=recording(where, clock))
    respond(two, (ITEMS[1], right(ITEMS[1]), 1.0))
    respond(one, (ITEMS[2], right(ITEMS[2]), 1.0))
    assert [found.item for found in open_store(where).attempts("me")] == [item.id for item in ITEMS[:3]]
