"""A paper's states apart from any drawing: what a step does at a given time, and what a key means."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from .test_states import run

PAPER = """const options = ["a", "b", "c", "d", "e", "f", "g"].map((id) => ({ id, text: id }));
const of = (id, kind, statements) => ({ id, kind, stem: id, options: kind === "gap" ? [] : options, statements });
const items = [of("x", "single_choice"), of("y", "multiple_response"), of("o", "ordering"), of("m", "matching", ["s", "t"])];
items.push(of("g", "gap"));
const given = { items, minutes: 1, ends_itself: false, responses: {}, seconds: {}, flags: [], started: false, spent: 0, handed_in: false,
  review: null };
const open = (fields = {}, now = 0) => m.openExam({ ...given, ...fields }, now);
const walk = (state, now, ...actions) => actions.reduce((s, a) => m.stepExam(s, typeof a === "string" ? { type: a } : a, now), state);
const draft = (response) => ({ type: "draft", response }), choose = (option) => ({ type: "choose", option });
const go = (at) => ({ type: "go", at });
const score = (verdict, marks = 0) => ({ marks, out_of: 1, verdict, message: "Say more." });
const review = { items: items.map((item) => ({ ...item, key: ["a"] })), facts: {}, marking: { right: 2, wrong: -1 },
  scores: { x: score("right", 1), y: score("partly", 0.5), o: score("wrong"), m: score("blank"), g: score("ask") } };
"""
NAMES = "openExam, stepExam, examKey, examTraits, examChanges, cellName, cellCounts, placesOf, timeIsUp, mayGoBack, reviewOrder"


def paper(page: Page, script: str) -> Any:
    return run(page, "exam.js", NAMES, PAPER + script)


def test_a_sitting_begins_with_start(page: Page) -> None:
    """Before it nothing can be done; a paper that was begun goes on at its first blank question, one handed in waits for its marks."""
    found = paper(
        page,
        """const before = open(), told = walk(before, 5, choose(0), "flag", "next", "finish", "handIn", "previous", draft("z"));
        const stages = [before, walk(before, 0, "start"), open({ started: true, responses: { x: "a" } }),
          open({ started: true, handed_in: true }), open({ started: true, handed_in: true, review })];
        return [told === before, stages.map((state) => [state.stage, state.at]), walk(open({ items: [] }), 0, "start").stage];""",
    )
    assert found == [True, [["before", 0], ["sitting", 0], ["sitting", 1], ["waiting", 0], ["result", 0]], "before"]


def test_responses_come_and_go(page: Page) -> None:
    """A choice replaces, several are ticked in the options' order, an order may be kept; what is emptied or cleared is blank."""
    found = paper(
        page,
        """const begun = walk(open(), 0, "start"), frozen = JSON.stringify(begun);
        const one = walk(begun, 1, choose(2), choose(1)), two = walk(one, 2, "next", choose(3), choose(0), choose(1), choose(1));
        const all = walk(two, 3, "next", "keep", "next", draft(["b", ""]), "next", draft(" x "));
        const less = walk(all, 4, draft("  "), "previous", draft(["", ""]), "previous", "clear", "previous", choose(0), choose(3));
        return [one.responses, two.responses.y, all.responses.o, all.responses.m, all.responses.g, less.responses,
          JSON.stringify(begun) === frozen, walk(one, 5, choose(1)) === one, walk(begun, 5, "clear") === begun,
          walk(one, 5, choose(9)) === one];""",
    )
    order = ["a", "b", "c", "d", "e", "f", "g"]
    assert found == [{"x": "b"}, ["a", "d"], order, ["b", ""], " x ", {"x": "b"}, True, True, True, True]


def test_flags_stand_in_the_order_of_the_paper(page: Page) -> None:
    """A flag is set and taken away, whatever was flagged first, and is told by the palette beside the response."""
    found = paper(
        page,
        """const flagged = walk(open(), 0, "start", go(3), "flag", go(0), "flag", choose(0), go(1), "flag", "flag");
        return [flagged.flags, items.map((_, n) => m.cellName(flagged, n)), m.cellCounts(flagged), m.placesOf(flagged, "blank")];""",
    )
    names = ["Question 1, answered, flagged", "Question 2, blank", "Question 3, blank", "Question 4, blank, flagged", "Question 5, blank"]
    assert found == [["x", "m"], names, [["answered", 1], ["blank", 4], ["flagged", 2]], [1, 2, 3, 4]]


def test_moving_stays_within_the_paper(page: Page) -> None:
    """Nothing is before the first question; behind the last one the paper is counted; there is no question past the ends."""
    found = paper(
        page,
        """const begun = walk(open(), 0, "start"), last = walk(begun, 0, go(4)), counted = walk(last, 0, "next");
        return [walk(begun, 0, "previous") === begun, counted.stage, walk(counted, 0, "back").at, walk(counted, 0, go(1)).at,
          walk(begun, 0, go(9)) === begun, walk(begun, 0, go(0)) === begun];""",
    )
    assert found == [True, "confirm", 4, 1, True, True]


def test_time_is_counted_for_the_paper_and_for_each_question(page: Page) -> None:
    """The clock runs from Start to handing in; a question's time runs while it is shown and in sight; time set back counts as none."""
    found = paper(
        page,
        """const begun = walk(open({}, 500), 1000, "start"), second = walk(begun, 4000, "next"), back = walk(second, 10000, "previous");
        const away = m.stepExam(back, { type: "seen", seen: false }, 11000), again = m.stepExam(away, { type: "seen", seen: true }, 15000);
        const counted = walk(again, 17000, "finish"), handed = walk(counted, 20000, "handIn");
        const reopened = open({ started: true, spent: 30 }, 99);
        return [m.examTraits(begun, 2500), m.examTraits(handed, 60000).seconds, m.examTraits(handed, 60000).spent,
          m.examTraits(reopened, 1099).spent, m.examTraits(begun, 0).spent];""",
    )
    first = {"responses": {}, "flags": [], "seconds": {"x": 1.5}, "spent": 1.5, "started": True, "handed_in": False}
    assert found == [first, {"x": 6, "y": 6}, 19, 31, 0]


def test_the_end_of_the_time(page: Page) -> None:
    """A paper that ends itself is handed in as it is, also while it is counted or opened too late; another only says that time is up."""
    found = paper(
        page,
        """const ends = walk(open({ ends_itself: true }), 0, "start", choose(1)), open_ended = walk(open(), 0, "start");
        const late = open({ ends_itself: true, started: true, spent: 61 });
        const stages = [[ends, 59999], [ends, 60000], [walk(ends, 1, "finish"), 60000], [open_ended, 90000], [late, 0]];
        return [stages.map(([state, now]) => walk(state, now, "tick").stage), m.timeIsUp(open_ended, 90000), m.timeIsUp(open_ended, 59000),
          walk(open({ minutes: null }), 0, "start", "tick").stage, walk(ends, 60000, "tick").responses];""",
    )
    assert found == [["sitting", "waiting", "waiting", "sitting", "waiting"], True, False, "sitting", {"x": "b"}]


def test_a_silent_kernel(page: Page) -> None:
    """The wait may be ended only after it has become long; not where the time ended the paper. Its clock stood still meanwhile."""
    found = paper(
        page,
        """const waiting = walk(open(), 0, "start", "finish", "handIn"), silent = walk(waiting, 10000, "late");
        const up = walk(open({ ends_itself: true }), 0, "start"), ended = walk(walk(up, 60000, "tick"), 70000, "late");
        return [walk(waiting, 1, "back").stage, walk(silent, 20000, "back").stage, m.examTraits(walk(silent, 20000, "back"), 21000).spent,
          walk(silent, 1, "handIn").silent, m.mayGoBack(ended, 70000), walk(ended, 70000, "back").stage];""",
    )
    assert found == ["waiting", "sitting", 1, False, False, "waiting"]


def test_marks_are_taken_whenever_they_come(page: Page) -> None:
    """Also while the learner has gone back; what was marked is shown then; what cannot be read is wrong, and says why."""
    found = paper(
        page,
        """const gone = walk(open(), 0, "start", choose(0), "finish", "handIn", "late", "back", choose(1));
        const marked = m.stepExam(gone, { type: "review", review: { ...review, responses: { x: "a" } } }, 9);
        return [marked.stage, marked.responses, marked.marked.scores.g, items.map((_, n) => m.cellName(marked, n)), m.cellCounts(marked),
          m.examTraits(marked, 9).handed_in];""",
    )
    wrong = {"marks": 0, "out_of": 1, "verdict": "wrong", "message": "Counted as wrong. Say more."}
    names = ["right", "partly right", "wrong", "blank", "wrong"]
    counts = [["right", 1], ["partly", 1], ["wrong", 2], ["blank", 1]]
    assert found == ["result", {"x": "a"}, wrong, [f"Question {n}, {name}" for n, name in enumerate(names, 1)], counts, True]


def test_the_review_goes_through_all_or_the_missed(page: Page) -> None:
    """Nothing can be changed; behind the last question the result comes again; the filter leads to a missed one."""
    found = paper(
        page,
        """const result = m.stepExam(walk(open(), 0, "start"), { type: "review", review }, 0);
        const look = (missed) => ({ type: "look", missed });
        const all = walk(result, 0, look(false)), missed = walk(result, 0, look(true));
        const frozen = walk(all, 0, choose(1), "clear", "flag", "keep");
        const end = walk(missed, 0, "next", "next", "next", "next"), turned = walk(all, 0, "missed");
        return [[all.stage, all.at], [missed.at, m.reviewOrder(missed)], frozen === all, [end.stage, end.at], turned.at,
          walk(missed, 0, "previous") === missed, walk(walk(missed, 0, go(0)), 0, "next").at, walk(result, 0, "next").at];""",
    )
    assert found == [["review", 0], [1, [1, 2, 3, 4]], True, ["result", 4], 1, True, 1, 0]


def test_what_is_recorded_of_a_step(page: Page) -> None:
    """The time with every step; of the rest what has changed since it was told."""
    found = paper(
        page,
        """const begun = walk(open(), 0, "start"), chosen = walk(begun, 1000, choose(0));
        const handed = walk(chosen, 2000, "flag", "finish", "handIn");
        return [m.examChanges(open(), begun, 0), m.examChanges(begun, chosen, 1000), m.examChanges(chosen, handed, 2000),
          m.examChanges(chosen, walk(chosen, 2000, "next"), 2000)];""",
    )
    assert found == [
        {"seconds": {"x": 0}, "spent": 0, "started": True},
        {"seconds": {"x": 1}, "spent": 1, "responses": {"x": "a"}},
        {"seconds": {"x": 2}, "spent": 2, "flags": ["x"], "handed_in": True},
        {"seconds": {"x": 2, "y": 0}, "spent": 2},
    ]


def test_keys(page: Page) -> None:
    """Digits and A to E choose or lead to a row, F flags, N, P, arrows and Enter move; nothing starts the paper or hands it in."""
    found = paper(
        page,
        """const told = (action) => action && (action.part ?? action.option ?? action.type);
        const keys = (state, all, focus) => all.map((key) => told(m.examKey(state, key, focus)));
        const begun = walk(open(), 0, "start"), marked = m.stepExam(begun, { type: "review", review }, 0);
        const first = walk(marked, 0, "next");
        const every = ["1", "7", "8", "a", "E", "f", "F", "g", "n", "P", "ArrowRight", "ArrowLeft", "Enter", "?", "Escape", "Tab"];
        return [keys(begun, every), keys(walk(begun, 0, go(2)), ["1", "e", "f"]), keys(walk(begun, 0, go(3)), ["2", "c"]),
          keys(begun, ["Enter"], { pressable: true }),
          keys(walk(begun, 0, go(4)), ["a", "f", "n", "?", "ArrowLeft", "Enter"], { typing: true }), keys(open(), every),
          keys(walk(begun, 0, "finish"), ["Enter", "n", "f", "Escape"]), keys(walk(begun, 0, "finish", "handIn"), every),
          keys(marked, ["Enter", "n", "p", "f", "1"]), keys(first, ["Enter", "n", "p", "f", "1", "Escape"]),
          keys(walk(begun, 0, "keys"), ["Escape"])];""",
    )
    quiet = [None] * 13 + ["keys", None, None]
    moving = ["next", "previous", "next", "previous", "next", "keys", None, None]
    assert found == [
        [0, 6, None, 0, 4, "flag", "flag", None, *moving],
        ["row-0", "row-4", "flag"],
        ["match-1", None],
        [None],
        [None, None, None, None, None, "next"],
        quiet,
        [None, None, None, "back"],
        quiet,
        [None, "next", None, None, None],
        ["next", "next", "previous", None, None, "summary"],
        ["keys"],
    ]
