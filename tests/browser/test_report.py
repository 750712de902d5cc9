"""How a round went: the sums, the page, and the Markdown to keep."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from lessons.scoring import UPSC, Marking, result
from lessons.scoring.records import Score, scored, shared
from lessons.widgets import Quiz

from .conftest import Shown, plainly
from .test_states import run

Show = Callable[..., Shown]

ITEMS = """const options = [{ id: "a", text: "A" }, { id: "b", text: "B" }];
const shared = { options, key: ["b"], key_text: "B", cites: ["Source"] };
const item = (id, kind, lesson, form) => ({ id, kind, lesson, form, stem: `${id}?`, ...shared });
const items = [item("v", "single_choice", "One"), item("w", "true_false", "Two"), item("x", "single_choice", "One", "pairs"),
    item("y", "gap", "Two"), item("z", "single_choice", "", "direct")];
const of = (verdict, marks = verdict === "right" ? 1 : 0) => ({ marks, out_of: 1, verdict, message: "" });
const scores = { v: of("right"), w: of("partly", 1 / 3), x: of("wrong"), y: of("ask") };
"""


def report(page: Page, script: str) -> Any:
    return run(page, "report_view.js", "reportOf, reportMarkdown, marksWords, countsText, durationText, marksText", ITEMS + script)


def test_what_a_report_adds_up(page: Page) -> None:
    """What cannot be read is wrong and what has no score blank; the missed stand in the items' order, the worst lesson and kind first."""
    found = report(
        page,
        """const { n, marks, outOf, net, counts, seconds, lessons, kinds, missed } = m.reportOf(items, scores, { v: 2.5, w: 3, gone: 9 });
        return [n, marks, outOf, net, counts, seconds, lessons, kinds, missed.map(({ id }) => id)];""",
    )
    assert found == [
        5,
        1.33,
        5,
        None,
        {"right": 1, "partly": 1, "wrong": 2, "blank": 1},
        5.5,
        [{"name": "Other", "n": 1, "marks": 0}, {"name": "Two", "n": 2, "marks": 0.33}, {"name": "One", "n": 2, "marks": 1}],
        [
            {"name": "Pairs", "n": 1, "marks": 0},
            {"name": "Typed", "n": 1, "marks": 0},
            {"name": "True or false", "n": 1, "marks": 0.33},
            {"name": "One right option", "n": 2, "marks": 1},
        ],
        ["w", "x", "y", "z"],
    ]


def test_a_report_of_nothing(page: Page) -> None:
    """No items make no marks and no rows, and no number that is none."""
    found = report(
        page, """const none = m.reportOf([], {}); return [m.marksWords(none).join(""), none.lessons, none.seconds, m.durationText(none)];"""
    )
    assert found == ["0 of 0 right", [], 0, ""]


@pytest.mark.parametrize(
    ("marking", "scores"),
    [
        (UPSC, [scored("right")] * 8 + [scored("wrong")] * 5 + [scored("blank")] * 7),
        (UPSC, [scored("wrong")] * 3 + [scored("ask")] * 2),
        (UPSC, [scored("right"), scored("wrong"), shared(1, 0, 3, "1 of 3."), shared(2, 1, 4, "2 of 4.")]),
        (Marking(), [shared(1, 0, 8, "1 of 8."), scored("right")]),
        (Marking(), []),
    ],
)
def test_a_paper_is_marked_as_in_python(page: Page, marking: Marking, scores: list[Score]) -> None:
    """Net marks, their rounding, their minus sign and the counts read as Python prints them."""
    told = [{"marks": float(one.marks), "out_of": float(one.out_of), "verdict": one.verdict, "message": ""} for one in scores]
    rule = {"right": float(marking.right), "wrong": float(marking.wrong)}
    found = run(
        page,
        "report_view.js",
        "reportOf, marksWords, countsText",
        f"""const scores = {told}; const items = scores.map((_, n) => ({{ id: String(n), kind: "gap", stem: "", options: [], key: [] }}));
        const one = m.reportOf(items, {{ ...scores }}, {{}}, {rule});
        return `${{m.marksWords(one).join("").replace(/ marks?$/, "")}} (${{m.countsText(one)}})`;""",
    )
    assert found == str(result(scores, marking))


def test_numbers_are_written_as_in_python(page: Page) -> None:
    """Two decimals, a half to the even side, no zeros at the end, no zero with a minus sign."""
    values = [12.0, 7.5, 0.125, 0.375, -0.125, -12.666, -0.001, 1 / 3, 2 / 3, 0.0]
    found = report(page, f"return {values}.map(m.marksText);")
    assert found == ["12", "7.5", "0.12", "0.38", "−0.12", "−12.67", "0", "0.33", "0.67", "0"]


def test_time_is_told_in_words(page: Page) -> None:
    """The whole time and that of a question; nothing where none was taken."""
    found = report(
        page,
        """const told = (n, seconds) => m.durationText(m.reportOf(items.slice(0, n), {}, seconds));
        return [told(1, { v: 61 }), told(2, { v: 61, w: 59.5 }), told(2, { v: 0.3 }), told(5, { v: 7300 }), told(2, {})];""",
    )
    assert found == [
        "1 minute 1 second",
        "2 minutes 1 second, about 1 minute a question",
        "1 second, about 1 second a question",
        "2 hours 1 minute, about 24 minutes 20 seconds a question",
        "",
    ]


def test_the_report_as_markdown(page: Page) -> None:
    """Score, time, a table by lesson and one by kind, and each missed item with its key, what was responded and its source."""
    found = report(
        page,
        """const two = [items[0], { ...items[2], statements: ["Left"], list_two: ["Right"], closing: "Which?" }];
        return m.reportMarkdown(m.reportOf(two, scores, { v: 30 }), { title: "Week 1", responses: { v: "b", x: "a" } });""",
    )
    assert found == "\n".join(
        [
            "# Week 1",
            "",
            "**1 of 2 right** (1 right, 1 wrong, 0 blank)",
            "",
            "Time: 30 seconds, about 15 seconds a question",
            "",
            "| Lesson | Marks |",
            "| :--- | ---: |",
            "| One | 1 of 2 |",
            "",
            "| Kind | Marks |",
            "| :--- | ---: |",
            "| Pairs | 0 of 1 |",
            "| One right option | 1 of 1 |",
            "",
            "## Missed (1)",
            "",
            "1. **x?**",
            "    - (1) Left : Right",
            "    - Which?",
            "    - Right: B",
            "    - You: A",
            "    - Source: Source",
            "",
        ]
    )


def test_several_texts_are_lists_in_markdown(page: Page) -> None:
    """A right order and a given one are numbered; of matches those that were made are told."""
    found = report(
        page,
        """const order = { ...items[0], kind: "ordering", key: ["b", "a"] };
        const match = { ...items[1], kind: "matching", key: ["b", "a"], statements: ["L", "M"] };
        const told = m.reportMarkdown(m.reportOf([order, match], {}), { responses: { v: ["a", "b"], w: ["", "b"] } });
        return told.split("\\n").filter((line) => line.startsWith("    ") && !line.includes("Source"));""",
    )
    assert found == [
        "    - Right:",
        "        1. B",
        "        2. A",
        "    - You:",
        "        1. A",
        "        2. B",
        "    - Right:",
        "        - L – B",
        "        - M – A",
        "    - You: M – B",
    ]


def test_markdown_shows_signs_as_they_are(page: Page) -> None:
    """Tables, tags, links, emphasis, mathematics, line breaks: whatever a note holds is text in the Markdown too."""
    evil = "<img src=x onerror=alert(1)> | `x` $y$ *z* _____ [a](javascript:b) &lt;\n# no heading"
    found = report(
        page,
        f"""const evil = {evil!r}, evils = [{{ id: "b", text: evil }}];
        const bad = {{ ...items[0], stem: evil, lesson: evil, options: evils, cites: [evil] }};
        return m.reportMarkdown(m.reportOf([bad], {{}}, {{}}), {{ title: evil, responses: {{}} }});""",
    )
    assert len(found.splitlines()) == 18
    for sign in "<>|`$*_[]&#":
        bare = [line for line in found.splitlines() if re.search(rf"(?<!\\){re.escape(sign)}", line.replace("&lt;", ""))]
        ours = {"*": 2, "|": 6, "#": 2}.get(sign, 0)
        assert len(bare) <= ours, sign


def test_the_report_of_a_round(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Score, counts, time, bars by lesson and by kind with their figures, and every missed item with key, response and source."""
    page.clock.install()
    items = [make.choice("First?", lesson="One"), make.choice("Second?", lesson="Two"), make.gap(8, "How many?", lesson="Two")]
    shown = show(Quiz(items, title="Week 1"))
    shown.focus()
    page.clock.fast_forward(20_000)
    shown.press("b", "Enter", "Enter")
    page.clock.fast_forward(30_000)
    shown.press("c", "Enter", "Enter")
    shown.page.keyboard.type("7")
    shown.press("Enter", "Enter")
    assert (shown.text(".lessons-score"), shown.text(".lessons-counts")) == ("1 of 3 right", "1 right, 2 wrong, 0 blank")
    assert re.fullmatch("5[0-3] seconds, about 1[78] seconds a question", shown.text(".lessons-duration"))
    rows = [" ".join(row.split()) for row in shown.root.locator(".lessons-share").all_inner_texts()]
    assert rows == ["Two 0 of 2", "One 1 of 1", "Typed 0 of 1", "One right option 1 of 2"]
    widths = shown.root.locator(".lessons-share-bar").evaluate_all(
        "all => all.map((bar) => Math.round((100 * bar.firstChild.getBoundingClientRect().width) / bar.getBoundingClientRect().width))"
    )
    assert widths == [0, 100, 0, 50]
    missed = shown.root.locator(".lessons-missed > li").all_inner_texts()
    assert [" ".join(row.split())[:40] for row in missed] == [
        "Second? ✓ Right answer: Ben ✗You: Cy “A ",
        "How many? ✓ Right answer: 8 ✗You: 7 “A p",
    ]
    assert shown.model("seconds").keys() == {"i-First?", "i-Second?", "i-How many?"}


def test_what_was_missed_is_told_in_lists(show: Show, make: SimpleNamespace) -> None:
    """Of an order, of several options and of matches the key and the response stand text by text."""
    shown = show(Quiz([make.ordering(), make.several(), make.matching()]))
    shown.focus()
    shown.press("1", "ArrowDown", "Enter", "Enter", "a", "Enter", "Enter")
    shown.root.get_by_label("Alliance").select_option(label="2. Brussels")
    shown.root.get_by_role("button", name="Check").click()
    shown.press("Enter")
    assert shown.text(".lessons-score") == "0.83 of 3 marks"
    said = [plainly(text) for text in shown.root.locator(".lessons-missed-said").all_inner_texts()]
    assert said == [
        "✗ You: The treaty was signed. The wall fell. The club was named. The war ended.",
        "◐ You, partly right: Norway",
        "◐ You, partly right: Alliance – Brussels",
    ]


def test_many_sources_fold_out(show: Show, make: SimpleNamespace) -> None:
    """Two sources stand below a missed item; three or more are behind their number."""
    several = [make.choice(f"{n}?", line=n) for n in (2, 3)]
    quiz = Quiz(several)
    quiz.facts = {one.facts[0].id: {"cites": [f"Source {at}" for at in range(n)]} for one, n in zip(several, (2, 3), strict=True)}
    shown = show(quiz)
    shown.focus()
    shown.press("n", "n")
    rows = shown.root.locator(".lessons-missed > li")
    expect(rows.nth(0).get_by_text("Source 1")).to_be_visible()
    expect(rows.nth(1).get_by_text("Source 1")).to_be_hidden()
    rows.nth(1).get_by_text("3 sources").click()
    expect(rows.nth(1).get_by_text("Source 1")).to_be_visible()


def test_one_lesson_and_one_kind_have_no_bars(show: Show, make: SimpleNamespace) -> None:
    """A bar alone would only repeat the score."""
    shown = show(Quiz([make.choice("First?"), make.choice("Second?")]))
    shown.focus()
    shown.press("b", "Enter", "Enter", "Enter", "n")
    assert shown.text(".lessons-score") == "1 of 2 right"
    assert shown.root.locator(".lessons-share").count() == 0
    assert "Left blank" in shown.text(".lessons-missed")


def test_a_report_can_be_copied(browser: Browser, show: Show, make: SimpleNamespace, page: Page) -> None:
    """The button puts the Markdown on the clipboard and says so once."""
    page.evaluate("""Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } })""")
    shown = show(Quiz([make.choice("First?")], title="Week 1"))
    shown.focus()
    shown.press("a", "Enter", "Enter")
    shown.root.get_by_role("button", name="Copy as Markdown").click()
    expect(shown.root.locator(".lessons-copied")).to_have_text("✓Copied")
    assert shown.said() == "Copied"
    copied = page.evaluate("window.copied")
    assert copied.startswith("# Week 1\n\n**0 of 1 right**")
    assert "1. **First?**\n    - Right: Ben\n    - You: Ann\n    - Source: “A primer”, in The Press" in copied


def test_a_report_is_shown_where_it_cannot_be_copied(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Without leave to write to the clipboard the Markdown stands in a field, selected; arrow keys move in it and nowhere else."""
    page.evaluate("""Object.defineProperty(navigator, "clipboard", { value: undefined })""")
    shown = show(Quiz([make.choice("First?")]))
    shown.focus()
    shown.press("b", "Enter", "Enter")
    shown.root.get_by_role("button", name="Copy as Markdown").click()
    field = shown.root.get_by_role("textbox")
    expect(field).to_be_focused()
    assert field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd) === field.value")
    assert field.input_value().startswith("# How it went\n")
    shown.press("ArrowLeft", "p")
    assert shown.text(".lessons-count") == "The end"
