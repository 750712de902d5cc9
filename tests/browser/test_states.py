"""The state machines apart from any drawing: what a step and a key do."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from lessons.widgets.source import joined

IMPORT = """async ([esm, script]) => {
  const module = (await import(URL.createObjectURL(new Blob([esm], { type: "text/javascript" })))).default.render;
  return new Function("m", script)(module);
}"""
ITEMS = """const options = [{ id: "a", text: "A" }, { id: "b", text: "B" }];
const items = ["x", "y"].map((id) => ({ id, kind: "single_choice", stem: id, options, key: ["b"], key_text: "B" }));
items.push({ id: "z", kind: "gap", stem: "z", options: [], key: 8, key_text: "8" });
const walk = (state, ...actions) => actions.reduce((s, a) => m.stepQuiz(s, typeof a === "string" ? { type: a } : a), state);
const choose = (option) => ({ type: "choose", option }), type = (response) => ({ type: "draft", response });
"""


def run(page: Page, module: str, names: str, script: str) -> Any:
    """Run a script with some functions of a module as `m`."""
    return page.evaluate(IMPORT, [joined(module, render=f"{{ {names} }}"), script])


def quiz(page: Page, script: str) -> Any:
    return run(page, "quiz_keys.js", "openQuiz, stepQuiz, quizKey, missedItems", ITEMS + script)


def test_a_response_is_marked_once(page: Page) -> None:
    """What was marked can be neither chosen, checked nor shown again; the state before a step is never changed."""
    found = quiz(
        page,
        """const first = m.openQuiz(items), frozen = JSON.stringify(first);
        const marked = walk(first, choose(0), "check"), after = walk(marked, choose(1), "check", "show");
        return [marked.scores.x.verdict, marked.responses, after.responses, JSON.stringify(first) === frozen];""",
    )
    assert found == ["wrong", {"x": "a"}, {"x": "a"}, True]


def test_what_is_asked_again_is_not_marked(page: Page) -> None:
    """A number that cannot be read leaves a notice and no response; a readable one is marked."""
    found = quiz(
        page,
        """const asked = walk(m.openQuiz(items), "next", "next", type("many"), "check"), marked = walk(asked, type("eight"), "check");
        return [asked.notice, asked.responses, marked.notice, marked.scores.z.verdict];""",
    )
    assert found == ["Type one number, such as 12 or 40,000.", {}, "", "right"]


def test_what_was_skipped_is_missed(page: Page) -> None:
    """Items left open count among the missed ones, and a new round holds them and the wrong ones only."""
    found = quiz(
        page,
        """const end = walk(m.openQuiz(items), choose(1), "check", "next", choose(0), "check", "next", "next");
        const again = walk(end, "retry");
        return [m.missedItems(end), again.round, again.at, again.scores, again.responses];""",
    )
    assert found == [[1, 2], [1, 2], 0, {}, {"x": "b", "y": "a"}]


def test_a_quiz_opens_at_the_first_item_without_a_response(page: Page) -> None:
    """Responses that are known are marked again on opening; unreadable ones count for nothing; all of them is the end."""
    found = quiz(
        page,
        """return [{ x: "b" }, { x: "b", y: "gone" }, { x: "b", y: "a", z: "" }].map((known) => m.openQuiz(items, known))
            .map((state) => [state.at, Object.keys(state.scores)]);""",
    )
    assert found == [[1, ["x"]], [1, ["x"]], [3, ["x", "y", "z"]]]


def test_keys_do_what_the_list_of_keys_says(page: Page) -> None:
    """Digits and letters choose, Enter checks or goes on, N, P and arrows move, the question mark lists the keys."""
    found = quiz(
        page,
        """const open = m.openQuiz(items), marked = walk(open, choose(1), "check"), typing = walk(open, "next", "next");
        const types = (state, keys, focus) => keys.map((key) => m.quizKey(state, key, focus)).map((a) => a && (a.option ?? a.type));
        return [types(open, ["1", "2", "3", "a", "B", "c", "Enter", "n", "ArrowRight", "P", "?", "x", "Tab"]),
            types(marked, ["1", "b", "Enter"]), types(typing, ["Enter", "n", "1", "?", "ArrowLeft"], { typing: true }),
            types(open, ["Enter", " "], { pressable: true }), types({ ...open, at: 3 }, ["Enter", "n", "p", "1"])];""",
    )
    assert found == [
        [0, 1, None, 0, 1, None, "check", "next", "next", "previous", "keys", None, None],
        [None, None, "next"],
        ["check", None, None, None, None],
        [None, None],
        [None, None, "previous", None],
    ]


def test_letters_choose_up_to_e(page: Page) -> None:
    """F flags in a paper, so in practice too only A to E stand for options; digits go on to 9."""
    found = quiz(
        page,
        """const nine = [..."abcdefghi"].map((id) => ({ id, text: id }));
        const many = m.openQuiz([{ id: "x", kind: "multiple_response", stem: "x", options: nine, key: ["a"], key_text: "a" }]);
        return ["e", "E", "f", "i", "6", "9", "0", " ", "ab"].map((key) => m.quizKey(many, key)?.option ?? null);""",
    )
    assert found == [4, 4, None, None, 5, 8, None, None, None]


def test_time_is_taken_while_an_item_is_open(page: Page) -> None:
    """The seconds of an item are those it was shown before it was marked, over several visits; what explains it costs nothing."""
    found = quiz(
        page,
        """const at = (state, ...steps) => steps.reduce((s, [type, now, given]) => m.stepQuiz(s, { type, ...given }, now), state);
        const open = m.openQuiz(items, {}, { now: 1000 });
        const skipped = at(open, ["next", 3500]), back = at(skipped, ["previous", 4000]);
        const marked = at(back, ["choose", 4500, { option: 1 }], ["check", 6000], ["next", 60000], ["show", 60040]);
        return [open.seconds, skipped.seconds, back.seconds, marked.seconds, at(marked, ["previous", 70000], ["next", 80000]).seconds];""",
    )
    assert found == [{}, {"x": 2.5}, {"x": 2.5, "y": 0.5}, {"x": 4.5, "y": 0.5}, {"x": 4.5, "y": 0.5}]


def test_no_time_is_taken_in_a_pause_or_out_of_sight(page: Page) -> None:
    """A pause stops the item's time and the clock; another tab stops the item's time alone, as an examination's clock would go on."""
    found = quiz(
        page,
        """const at = (state, ...steps) => steps.reduce((s, [type, now]) => m.stepQuiz(s, { type }, now), state);
        const open = at(m.openQuiz(items, {}, { limit: 600, now: 0 }), ["return", 10]);
        const end = at(open, ["pause", 2000], ["resume", 50000], ["leave", 51000], ["return", 61000], ["show", 62000]);
        const untimed = m.stepQuiz(m.openQuiz(items), { type: "pause" });
        return [end.seconds, end.clock.spent + (62000 - end.clock.since) / 1000, untimed.paused];""",
    )
    assert found == [{"x": 4}, 14, False]


def test_the_clock_waits_until_a_quiz_is_seen(page: Page) -> None:
    """Where a notebook is run as a whole, a quiz below the page's edge spends no time before somebody scrolls to it."""
    found = quiz(
        page,
        """const at = (state, ...steps) => steps.reduce((s, [type, now]) => m.stepQuiz(s, { type }, now), state);
        const away = at(m.openQuiz(items, {}, { limit: 600, now: 0 }), ["leave", 20]), seen = at(away, ["return", 90020]);
        return [away.clock, seen.clock, at(seen, ["leave", 91020]).clock.since];""",
    )
    assert found == [{"limit": 600, "spent": 0.02, "since": None}, {"limit": 600, "spent": 0.02, "since": 90020}, 90020]


def test_a_pause_takes_no_step_but_to_resume(page: Page) -> None:
    """While the learner pauses nothing is marked, chosen or turned over; Enter resumes, the list of keys can be had."""
    found = quiz(
        page,
        """const paused = walk(m.openQuiz(items, {}, { limit: 60 }), "pause");
        const same = ["check", "show", "next", "previous", "pause", choose(1), type("b")].every((a) => walk(paused, a) === paused);
        const keys = ["Enter", "n", "p", "ArrowLeft", "b", "1", "?"].map((key) => m.quizKey(paused, key)?.type ?? null);
        return [same, keys, walk(paused, "resume").paused, m.quizKey(paused, "Enter", { pressable: true })];""",
    )
    assert found == [True, ["resume", None, None, None, None, None, "keys"], False, None]


def test_each_round_has_its_own_time(page: Page) -> None:
    """The missed ones again have no limit and their times anew; starting again has the whole time."""
    found = quiz(
        page,
        """const at = (state, ...steps) => steps.reduce((s, [type, now]) => m.stepQuiz(s, { type }, now), state);
        const open = m.openQuiz(items, { x: "b", y: "b" }, { limit: 60, seconds: { x: 5, y: 6 }, now: 0 });
        const end = at(open, ["next", 4000]), again = at(end, ["retry", 9000]), anew = at(again, ["next", 10000], ["restart", 20000]);
        return [open.clock.spent, end.clock, end.seconds, again.clock, again.seconds, anew.clock, anew.seconds];""",
    )
    assert found == [
        11,
        {"limit": 60, "spent": 15, "since": None},
        {"x": 5, "y": 6, "z": 4},
        {"limit": None, "spent": 0, "since": 9000},
        {"x": 5, "y": 6},
        {"limit": 60, "spent": 0, "since": 20000},
        {},
    ]


KINDS = """const of = (kind, key, statements = []) => ({ id: kind, kind, stem: kind, key, statements, key_text: "",
  options: ["a", "b", "c"].map((id) => ({ id, text: id })) });
const kinds = [of("multiple_response", ["a", "c"]), of("ordering", ["c", "a", "b"]), of("matching", ["b", "a"], ["x", "y"])];
"""


def test_options_are_ticked_in_the_options_order(page: Page) -> None:
    """Of several options each choice ticks or unticks one; what is sent is in the options' order, however they were ticked."""
    found = quiz(
        page,
        KINDS
        + """const ticked = walk(m.openQuiz(kinds), choose(2), choose(1), choose(0), choose(1)), marked = walk(ticked, "check");
        const emptied = walk(ticked, choose(0), choose(2), "check");
        return [ticked.drafts, marked.responses, marked.scores.multiple_response.verdict, emptied.notice];""",
    )
    ids = {"multiple_response": ["a", "c"]}
    assert found == [ids, ids, "right", "Choose at least one option first."]


def test_a_list_that_is_given_is_marked(page: Page) -> None:
    """An order and matches are drafts until they are checked; without one Check says what to do; a new draft takes the words away."""
    found = quiz(
        page,
        KINDS
        + """const open = m.openQuiz(kinds, { multiple_response: ["a"] }), asked = walk(open, "check");
        const ordered = walk(asked, type(["c", "b", "a"])), empty = walk(ordered, "check", "next", type(["", ""]), "check");
        const done = walk(empty, type(["b", ""]), "check"), verdicts = Object.values(done.scores).map((one) => one.verdict);
        return [open.at, asked.notice, ordered.notice, empty.notice, done.responses, verdicts];""",
    )
    responses = {"multiple_response": ["a"], "ordering": ["c", "b", "a"], "matching": ["b", ""]}
    notices = ["Put them in order first.", "", "Match at least one first."]
    assert found == [1, *notices, responses, ["partly", "partly", "partly"]]


def test_what_is_partly_right_is_missed(page: Page) -> None:
    """Some of the marks are not all of them: the item comes up again among the missed ones."""
    found = quiz(
        page, KINDS + """return m.missedItems(walk(m.openQuiz(kinds, { multiple_response: ["a"], ordering: ["c", "a", "b"] }), "next"));"""
    )
    assert found == [0, 2]


def test_stored_lists_that_make_no_sense_count_for_nothing(page: Page) -> None:
    """An order that lacks an event, matches of another length, ids that are gone, no text at all: the item is asked again."""
    found = quiz(
        page,
        KINDS
        + """const bad = [["gone"], [1], { a: 1 }, null].map((stored) => ({ multiple_response: stored }));
        const worse = [{ ordering: ["a", "b"] }, { ordering: ["a", "a", "b"] }, { matching: ["b"] }, { matching: ["b", "gone"] }];
        return [...bad, ...worse].map((known) => Object.keys(m.openQuiz(kinds, known).scores).length);""",
    )
    assert found == [0] * 8


def test_digits_lead_to_rows(page: Page) -> None:
    """Where rows are put in order or matched, digits and letters lead to them; nothing there is chosen by a key; marked rows have none."""
    found = quiz(
        page,
        KINDS
        + """const keys = (state, ...all) => all.map((key) => m.quizKey(state, key)).map((a) => a && (a.part ?? a.type));
        const order = m.openQuiz(kinds.slice(1)), match = walk(order, "next"), marked = walk(order, type(["c", "a", "b"]), "check");
        return [keys(order, "1", "c", "4", "ArrowDown", "Enter"), keys(match, "2", "A", "3", "ArrowUp"), keys(marked, "1", "Enter"),
            m.stepQuiz(order, { type: "reach", part: "row-0" }) === order];""",
    )
    assert found == [["row-0", "row-2", None, None, "check"], ["match-1", "match-0", None, None], [None, "next"], True]


def test_lists_are_arranged_without_changing_the_one_given(page: Page) -> None:
    """Ticking keeps the options' order, moving keeps the others' order, matching takes an option from the row that had it."""
    found = run(
        page,
        "arranging.js",
        "toggled, moved, matchedWith, idList, ordinal",
        """const ids = Object.freeze(["a", "b", "c", "d"]);
        return [m.toggled(ids, ["d", "a"], "b"), m.toggled(ids, ["a", "b"], "a"),
            m.moved(ids, 3, 0), m.moved(ids, 0, 2), m.moved(ids, 1, 1),
            m.matchedWith(["a", "", "b"], 1, "b"), m.matchedWith(["a", ""], 0, ""),
            ["x", "", null, ["y"]].map(m.idList),
            [1, 2, 3, 4, 11, 12, 13, 21, 22].map(m.ordinal)];""",
    )
    assert found == [
        ["a", "b", "d"],
        ["b"],
        ["d", "a", "b", "c"],
        ["b", "c", "a", "d"],
        ["a", "b", "c", "d"],
        ["a", "b", ""],
        ["", ""],
        [["x"], [], [], ["y"]],
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd"],
    ]


def test_cards_stay_within_their_ends(page: Page) -> None:
    """Leafing stops at both ends and shows the front again; a lesson's cards alone are counted."""
    found = run(
        page,
        "cards_state.js",
        "openCards, stepCards, shownCards, shuffled",
        """const cards = ["One", "Two", "Two"].map((lesson, n) => ({ id: String(n), lesson, front: "f", back: "b" }));
        const walk = (state, ...types) => types.reduce((s, type) => m.stepCards(s, { type }), state);
        const open = m.openCards(cards), turned = walk(open, "flip", "next");
        const two = m.stepCards(open, { type: "lesson", lesson: "Two" });
        const drawn = [1, 2].map(() => m.shuffled([0, 1, 2, 3, 4, 5], 7));
        return [walk(open, "previous").at, walk(open, "next", "next", "next").at, turned.flipped, m.shownCards(two).length,
            walk(two, "next", "next").at, drawn[0].join() === drawn[1].join(), drawn[0].sort()];""",
    )
    assert found == [0, 2, False, 2, 1, True, [0, 1, 2, 3, 4, 5]]
