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
const choose = (option) => ({ type: "choose", option }), type = (text) => ({ type: "draft", text });
"""


def run(page: Page, module: str, names: str, script: str) -> Any:
    """Run a script with some functions of a module as `m`."""
    return page.evaluate(IMPORT, [joined(module, render=f"{{ {names} }}"), script])


def quiz(page: Page, script: str) -> Any:
    return run(page, "quiz_state.js", "openQuiz, stepQuiz, quizKey, missedItems", ITEMS + script)


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
