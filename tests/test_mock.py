"""The mock exam's panel: what its controls make, what it asks before a paper is given up, where a paper stands."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import lessons
from lessons.deck import Deck
from lessons.scoring import CSAT, PLAIN, UPSC, Marking
from lessons.widgets.exam import Exam
from lessons.widgets.mock import MARKINGS, OWN, MockExam

Panel = MockExam


@pytest.fixture(scope="module")
def deck() -> Deck:
    return lessons.read()


def press(button: Any) -> None:
    button.click()


def started(panel: Panel) -> Exam:
    """The paper that the panel shows, under way."""
    press(panel._start)
    return under_way(panel)


def under_way(panel: Panel) -> Exam:
    assert panel.exam is not None
    panel.exam.started = True
    return panel.exam


def shows(part: Any) -> bool:
    return part.layout.display != "none"


def told(panel: Panel) -> str:
    return str(panel._told.value)


def tick(boxes: dict[str, Any], *names: str) -> None:
    for name, box in boxes.items():
        box.value = name in names


def test_as_it_is_opened(deck: Deck) -> None:
    """Twenty questions in their time, every lesson and form, the marking of General Studies; no paper before one is asked for."""
    panel = MockExam(deck)
    assert (panel._n.value, panel._minutes.value, panel._seed.value) == (20, 24, 1)
    assert all(box.value for box in (*panel._lessons.values(), *panel._forms.values()))
    assert MARKINGS[panel._marking.value] == UPSC
    assert panel.exam is None
    assert repr(panel) == "MockExam(188 facts, 3 lessons)"
    assert shows(panel._choices)
    assert not any(map(shows, (panel._bar, panel._sure, panel._own)))


def test_the_paper_is_what_was_chosen(deck: Deck) -> None:
    """Number, lessons, forms, minutes, marking and seed all reach the paper."""
    panel = MockExam(deck)
    panel._n.value, panel._seed.value = 8, 3
    tick(panel._lessons, *deck.lessons[::2])
    tick(panel._forms, "pairs", "two_statements")
    panel._minutes.value = 30
    panel._marking.value = next(name for name, one in MARKINGS.items() if one == CSAT)
    press(panel._start)
    exam = panel.exam
    assert exam is not None
    assert repr(exam) == "Exam(8 items, seed=3)"
    assert {item.lesson for item in exam._asked} == set(deck.lessons[::2])
    assert {item.form for item in exam._asked} == {"pairs", "two_statements"}
    assert exam.rules[:2] == ["8 questions, 20 marks, 30 minutes.", CSAT.words]
    assert panel._shown.children == (exam,)
    assert (shows(panel._choices), shows(panel._bar), told(panel)) == (False, True, "")


def test_it_asks_what_the_verb_asks(deck: Deck) -> None:
    """The panel's paper is that of `lessons.exam`, of all lessons and of one."""
    whole = MockExam(deck, n=12, seed=4)
    press(whole._start)
    one = MockExam(deck, n=12, seed=4, lesson="article 5")
    press(one._start)
    assert whole.exam is not None
    assert one.exam is not None
    assert whole.exam._asked == lessons.exam(deck, n=12, seed=4)._asked
    assert one.exam._asked == lessons.exam(deck, n=12, seed=4, lesson="Article 5")._asked
    assert (whole.exam.title, one.exam.title) == ("Mock exam", "Article 5")


def test_minutes_follow_the_questions_until_they_are_set(deck: Deck) -> None:
    """1.2 minutes a question, rounded; a time that was set stays, and 0 is no clock."""
    panel = MockExam(deck)
    panel._n.value = 50
    assert panel._minutes.value == 60
    panel._minutes.value = 45
    panel._n.value = 10
    assert panel._minutes.value == 45
    panel._minutes.value = 0
    press(panel._start)
    assert panel.exam is not None
    assert panel.exam.minutes is None


@pytest.mark.parametrize(
    ("right", "wrong", "marking"),
    [
        ("2", "0.5", Marking(right=Fraction(2), wrong=Fraction(-1, 2))),
        (" 3 ", "−1/3", Marking(right=Fraction(3), wrong=Fraction(-1, 3))),
        ("+1", "⅔", Marking(right=Fraction(1), wrong=Fraction(-2, 3))),
        ("1", "0", PLAIN),
    ],
)
def test_own_numbers(deck: Deck, right: str, wrong: str, marking: Marking) -> None:
    """Decimals, fractions, signs and ⅔ are read as written; the fields are there only for them."""
    panel = MockExam(deck, n=2)
    panel._marking.value = OWN
    assert shows(panel._own)
    panel._right.value, panel._wrong.value = right, wrong
    press(panel._start)
    assert panel.exam is not None
    assert panel.exam._marking == marking


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("0", "0"), ("", "0"), ("1", ""), ("two", "1"), ("1", "1/0"), ("1e9", "0"), ("9" * 400, "0"), ("1", "0,5"), ("<b>", "1")],
)
def test_numbers_that_are_none(deck: Deck, right: str, wrong: str) -> None:
    """What cannot be a marking is one kind line, and no paper; nothing that was written comes back as markup."""
    panel = MockExam(deck, n=2)
    panel._marking.value = OWN
    panel._right.value, panel._wrong.value = right, wrong
    press(panel._start)
    assert panel.exam is None
    assert told(panel).startswith('<div role="alert">Write the marks as numbers')
    assert shows(panel._choices)


def test_a_marking_of_ones_own_is_given_as_an_argument(deck: Deck) -> None:
    """It stands in the fields as a fraction and is used as it is."""
    panel = MockExam(deck, n=2, marking=Marking(right=Fraction(3), wrong=Fraction(-2, 7)))
    assert (panel._marking.value, panel._right.value, panel._wrong.value) == (OWN, "3", "2/7")
    assert shows(panel._own)
    press(panel._start)
    assert panel.exam is not None
    assert panel.exam._marking.wrong == Fraction(-2, 7)


def test_nothing_chosen_is_one_kind_line(deck: Deck) -> None:
    """No lesson, no form, or a form that the lesson does not give: one line each, no exception, and the choices stay open."""
    panel = MockExam(deck)
    tick(panel._lessons)
    press(panel._start)
    assert "Choose one lesson or more." in told(panel)
    tick(panel._lessons, *deck.lessons)
    tick(panel._forms)
    press(panel._start)
    assert "Choose one form or more." in told(panel)
    assert panel.exam is None
    assert shows(panel._choices)
    tick(panel._forms, "direct")
    press(panel._start)
    assert panel.exam is not None
    assert told(panel) == ""


def test_notes_that_give_no_questions(tmp_path: Path) -> None:
    """A folder of prose alone says so; its panel prints and has a static form."""
    (tmp_path / "n.md").write_text("---\ntitle: T\npublished: 2021\n---\n# L\nOnly prose. (¶1)\n")
    panel = MockExam(lessons.read(tmp_path))
    press(panel._start)
    assert "The notes give no questions" in told(panel)
    assert repr(panel) == "MockExam(0 facts, 1 lesson)"
    assert "<ol></ol>" in panel._repr_mimebundle_()["text/html"]


def test_fewer_questions_than_asked_for(deck: Deck) -> None:
    """Where fewer go together, the panel says how many, and gives those."""
    panel = MockExam(deck, n=100, lesson="Article 5")
    tick(panel._forms, "pairs")
    press(panel._start)
    assert panel.exam is not None
    n = len(panel.exam.items)
    assert 0 < n < 100
    assert f"These choices give {n} of the 100 questions; no more of them go together." in told(panel)


def test_a_paper_under_way_is_not_lost_by_a_slip(deck: Deck) -> None:
    """Starting another asks once more; keeping on changes nothing, giving up starts the next."""
    panel = MockExam(deck, n=3)
    first = started(panel)
    first.responses = {first._asked[0].id: first._asked[0].options[0].id}
    press(panel._another)
    assert panel.exam is first
    assert shows(panel._sure)
    assert "You are in the middle of a paper. Give it up?" in told(panel)
    press(panel._keep)
    assert panel.exam is first
    assert (shows(panel._sure), told(panel), panel._seed.value) == (False, "", 1)
    press(panel._another)
    press(panel._give_up)
    assert panel.exam is not first
    assert repr(panel.exam) == "Exam(3 items, seed=2)"
    assert (shows(panel._sure), panel._seed.value) == (False, 2)


def test_the_choices_are_folded_and_opened_again(deck: Deck) -> None:
    """A paper folds them; the button opens them and says what it does; starting from there asks too, and keeps the seed."""
    panel = MockExam(deck, n=3)
    first = started(panel)
    assert (shows(panel._choices), panel._fold.description) == (False, "Show the choices")
    press(panel._fold)
    assert (shows(panel._choices), panel._fold.description) == (True, "Hide the choices")
    press(panel._start)
    assert panel.exam is first
    press(panel._give_up)
    assert panel.exam is not first
    assert panel._seed.value == 1


def test_nothing_is_asked_where_nothing_is_lost(deck: Deck) -> None:
    """A paper that is not begun, or handed in, gives way at once; handing in takes the question away."""
    panel = MockExam(deck, n=3)
    press(panel._start)
    press(panel._another)
    assert (panel._seed.value, shows(panel._sure)) == (2, False)
    second = under_way(panel)
    press(panel._another)
    assert shows(panel._sure)
    second.handed_in = True
    assert (shows(panel._sure), told(panel)) == (False, "")
    press(panel._another)
    assert panel._seed.value == 3


def test_a_wrong_choice_leaves_the_paper_that_is_shown(deck: Deck) -> None:
    """Where the next one cannot be made, the last result stays and the choices are opened."""
    panel = MockExam(deck, n=3)
    first = started(panel)
    first.handed_in = True
    tick(panel._forms)
    press(panel._another)
    assert panel.exam is first
    assert panel._shown.children == (first,)
    assert shows(panel._choices)


def hand_in(panel: Panel, *, right: int, wrong: int) -> dict[str, Any]:
    """Hand the panel's paper in as the browser does, so many right and wrong, the rest blank; gives what is said of where it stands."""
    exam = under_way(panel)
    keys = [next(option.id for option in item.options if (option.id in item.key_ids) == (n < right)) for n, item in enumerate(exam._asked)]
    exam.responses = {item.id: key for item, key in list(zip(exam._asked, keys, strict=True))[: right + wrong]}
    exam.handed_in = True
    exam.sent += 1
    assert exam.trouble == ""
    assert exam.standing is not None
    return dict(exam.standing)


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A history of its own."""
    monkeypatch.setenv("LESSONS_DB", str(tmp_path / "history.db"))
    return tmp_path / "history.db"


@pytest.mark.usefixtures("history")
def test_where_a_paper_stands_among_earlier_ones(deck: Deck) -> None:
    """The first is told to be the first; the next are compared with those before, of whichever length, and speak of their own blanks."""
    panel = MockExam(deck, n=10)
    press(panel._start)
    assert hand_in(panel, right=4, wrong=3)["place"].startswith("This is your first paper")
    panel._n.value = 6
    press(panel._another)
    assert hand_in(panel, right=6, wrong=0)["place"].startswith("Percentile 100 among your own papers: better than 1 of 1 earlier one.")
    panel._n.value = 5
    press(panel._another)
    told = hand_in(panel, right=2, wrong=1)
    assert panel.exam is not None
    assert panel.exam.result is not None
    assert panel.exam.result.net / panel.exam.result.out_of == Fraction(1, 3)
    assert told["place"].startswith("Percentile 50 among your own papers: better than 1 of 2 earlier ones.")
    assert "You left 2 questions blank." in told["sentences"][1]
    assert told["sentences"][2] == "1 wrong answer took off 0.67 marks."


@pytest.mark.usefixtures("history")
def test_a_learner_is_compared_with_herself(deck: Deck) -> None:
    """Papers of another learner are nothing to compare with."""
    for name in ("A", "B'; DROP TABLE attempts"):
        panel = MockExam(deck, n=4, learner=name)
        press(panel._start)
        assert hand_in(panel, right=1, wrong=0)["place"].startswith("This is your first paper")


def test_a_paper_is_kept(deck: Deck, history: Path) -> None:
    """Its responses, blanks, rules and net marks stand in the history; a paper that is given up has no net marks."""
    from lessons.store import open_store

    panel = MockExam(deck, n=4, learner="A")
    press(panel._start)
    hand_in(panel, right=2, wrong=1)
    press(panel._another)
    given_up = under_way(panel)
    given_up.sent += 1
    press(panel._another)
    press(panel._give_up)
    store = open_store(history)
    kept, broken = store.sittings("A", mode="exam")
    assert (kept.net, kept.out_of, kept.seed, kept.rules["minutes"]) == (Fraction(10, 3), 8, 1, 5.0)
    assert broken.net is None
    assert [one.verdict for one in store.attempts("A", sitting=kept.id)] == ["right", "right", "wrong", "blank"]


def test_where_nothing_is_kept(deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the history switched off the paper is marked, and the page says that it is compared with none."""
    monkeypatch.setenv("LESSONS_DB", "off")
    panel = MockExam(deck, n=4)
    press(panel._start)
    assert hand_in(panel, right=1, wrong=1)["place"].startswith("Your earlier papers are not at hand")
    assert panel.exam is not None
    assert panel.exam.review is not None


def test_marks_come_whatever_goes_wrong(deck: Deck) -> None:
    """An error of what says where a paper stands is not hidden, but the paper is marked."""

    def broken(*_: object) -> dict[str, Any]:
        raise ZeroDivisionError

    exam = Exam(lessons.exam(deck, n=2)._asked, stands=broken)
    with pytest.raises(ZeroDivisionError):
        exam.handed_in = True
    assert exam.review is not None
    assert exam.standing is None


def test_a_paper_alone_says_nothing_of_where_it_stands(deck: Deck) -> None:
    """Where nobody says where it stands, nothing of that is sent."""
    exam = Exam(lessons.exam(deck, n=2)._asked)
    exam.handed_in = True
    assert exam.standing is None
    assert exam.review is not None


def test_the_static_form(deck: Deck) -> None:
    """Where no kernel runs, the paper that would be asked stands there without its keys; the text names the panel."""
    panel = MockExam(deck, n=3)
    before = panel._repr_mimebundle_()
    assert before["text/plain"] == "MockExam(188 facts, 3 lessons)"
    assert "3 questions, 6 marks, 4 minutes." in before["text/html"]
    assert before["text/html"].count("<li>") >= 3
    assert "Key and source" not in before["text/html"]
    press(panel._start)
    assert panel._repr_mimebundle_()["text/html"] == before["text/html"]


def test_every_control_has_a_name_and_a_hint(deck: Deck) -> None:
    """Each is labelled, none shows "null", and buttons are large enough for a finger."""
    panel = MockExam(deck)
    for control in (panel._n, panel._minutes, panel._seed, panel._marking, panel._right, panel._wrong):
        assert control.description
        assert control.tooltip
    for button in (panel._start, panel._fold, panel._another, panel._give_up, panel._keep):
        assert button.layout.min_height == "32px"
    names = [box.description for box in panel._forms.values()]
    assert names == sorted(set(names), key=names.index)
    assert all(name[0].isupper() and "_" not in name for name in names)
