"""Mains practice as a learner meets it, and its state machine apart from any drawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from lessons import dates
from lessons.facts import Citation, Source
from lessons.mains_questions import MainsPoint, MainsQuestion
from lessons.widgets import Mains

from .conftest import Shown
from .test_axe import AXE, look, looks
from .test_hostile import HOSTILE
from .test_looks import CONTRASTS, SMALL
from .test_states import run

Show = Callable[..., Shown]

SOURCE = Source(note="primer", title="A primer", author=None, publisher="The Press", published=dates.parse("2022-08-19"))
WALK = """const points = ["a", "b", "c"].map((id) => ({ id, text: id }));
const questions = ["x", "y"].map((id) => ({ id, marks: 10, words: 150, minutes: 7, question: id, points }));
const walk = (state, ...actions) => actions.reduce((s, a) => m.stepMains(s, typeof a === "string" ? { type: a } : a), state);
const write = (text) => ({ type: "draft", text }), tick = (point) => ({ type: "tick", point });
"""


def points(n: int, say: Callable[[str], str] = str, **fields: Any) -> tuple[MainsPoint, ...]:
    made = {"note": "primer", "line": 14, "quote": "", "citations": (Citation(source=SOURCE, paragraph=3),), "as_of": SOURCE.published}
    return tuple(MainsPoint(id=f"p{at}", text=say(f"Point {at}."), **{**made, **fields}) for at in range(n))


def question(text: str = "Explain the treaty.", n: int = 3, *, marks: int = 10, lesson: str = "Treaties", **fields: Any) -> MainsQuestion:
    told = {"since": fields.pop("question_since", None), "as_of": SOURCE.published}
    made = fields.pop("points", None) or points(n, **fields)
    return MainsQuestion(id=f"q-{text}", lesson=lesson, marks=marks, question=text, points=made, note="primer", line=12, **told)


def two() -> Mains:
    return Mains([question(), question("Discuss the council.", 10, marks=15)], title="Practice")


def states(page: Page, script: str) -> Any:
    return run(page, "mains_state.js", "openMains, stepMains, mainsKey, mainsText, wordCount, wordsSaid, tickedSaid", WALK + script)


def ticked(shown: Shown, name: str = "q-Explain the treaty.") -> list[str]:
    found: list[str] = shown.model("responses")[name]["ticked"]
    return found


# ---- by mouse -----------------------------------------------------------------------------------------------------------------------


def test_a_question_by_mouse(show: Show) -> None:
    """Question, marks, length and time; write, show the points, tick two and take one back; then on to the next and back."""
    shown = show(two())
    assert shown.text(".lessons-count") == "Question 1 of 2"
    assert shown.text(".lessons-mains-question") == "Explain the treaty."
    assert shown.text(".lessons-mains-rule") == "10 marks · 150 words · about 7 minutes"
    assert shown.text(".lessons-asof") == "As of 19 August 2022"
    assert shown.root.get_by_role("checkbox").count() == 0
    shown.root.get_by_label("Your response").fill("It binds them all – every one.")
    assert shown.text(".lessons-mains-count") == "6 of 150 words"
    shown.root.get_by_role("button", name="Show the points").click()
    assert shown.text(".lessons-ticked") == "0 of 3 points ticked"
    for at in (0, 2, 0):
        shown.root.locator(".lessons-tick").nth(at).click()
    assert shown.text(".lessons-ticked") == shown.said() == "1 of 3 points ticked"
    known = {"text": "It binds them all – every one.", "ticked": ["p2"], "shown": True}
    assert shown.model("responses") == {"q-Explain the treaty.": known}
    shown.root.get_by_role("button", name="Next question").click()
    assert shown.text(".lessons-mains-rule") == "15 marks · 250 words · about 11 minutes"
    assert shown.root.get_by_label("Your response").input_value() == ""
    shown.root.get_by_role("button", name="Previous").click()
    assert shown.root.get_by_label("Your response").input_value() == known["text"]
    assert [box.is_checked() for box in shown.root.get_by_role("checkbox").all()] == [False, False, True]


def test_each_point_shows_its_source(show: Show) -> None:
    """Below each point where it comes from, and what must be known about it; once, without a fold that repeats the point."""
    told = {"since": "It is 32 now.", "erratum": "It was Tuesday.", "dispute": "Others say Cy.", "as_of": dates.parse("1949")}
    shown = show(Mains([question(**told, question_since="All has changed.")]))
    assert shown.root.locator(".lessons-note").count() == 0
    shown.root.get_by_role("button", name="Show the points").click()
    first = shown.root.locator(".lessons-mains-point").first
    assert first.locator(".lessons-cite").inner_text() == "“A primer”, in The Press, 19 August 2022, ¶3 (note primer, line 14)"
    assert first.locator(".lessons-asof").inner_text() == "As of 1949"
    for kind, text in (("since", "It is 32 now."), ("erratum", "It was Tuesday."), ("disputed", "Others say Cy.")):
        assert text in first.locator(f".lessons-{kind}").inner_text()
    assert "All has changed." in shown.root.locator(".lessons-mains-points > .lessons-brief").inner_text()
    assert shown.root.locator("details").count() == 0


def test_marks_are_only_the_paper_s(show: Show) -> None:
    """Nothing that the learner did is called marks, a score, right or wrong."""
    shown = show(Mains([question(n=4)]))
    shown.root.get_by_role("button", name="Show the points").click()
    shown.root.get_by_role("checkbox").first.check()
    shown.root.get_by_role("button", name="To the end").click()
    said = shown.root.locator(".lessons-body").inner_text().lower()
    assert "1 of 4 points ticked" in said
    assert not any(word in said for word in ("marks", "score", "right", "wrong"))


def test_the_end_lists_every_question(show: Show) -> None:
    """What was ticked of each, and a way back to each."""
    shown = show(two())
    shown.root.get_by_role("button", name="Show the points").click()
    shown.root.get_by_role("checkbox").first.check()
    shown.root.locator("[data-part=next]").click()
    shown.root.get_by_role("button", name="To the end").click()
    assert (shown.said(), shown.focused()) == ("The end", "end")
    rows = shown.root.locator(".lessons-mains-end li").all_inner_texts()
    assert [[line for line in row.split("\n") if line][:2] for row in rows] == [
        ["Explain the treaty.", "1 of 3 points ticked"],
        ["Discuss the council.", "Points not shown yet"],
    ]
    assert "You have seen the points of 1 of 2 questions." in shown.text(".lessons-mains-end")
    shown.root.get_by_role("button", name="Open question 2").click()
    assert (shown.text(".lessons-count"), shown.focused()) == ("Question 2 of 2", "stem")
    shown.root.locator("[data-part=next]").click()
    shown.root.get_by_role("button", name="To the first question").click()
    assert shown.text(".lessons-count") == "Question 1 of 2"


def test_no_questions(show: Show) -> None:
    """A widget without questions says so."""
    shown = show(Mains([]))
    assert "There is nothing to ask here." in shown.text(".lessons-body")
    shown.focus()
    shown.press("Enter", "n", "p", "w", "1")
    assert shown.text(".lessons-count") == "No questions"


# ---- by keyboard --------------------------------------------------------------------------------------------------------------------


def test_a_question_by_keyboard_alone(show: Show) -> None:
    """W writes, Escape leaves the text, S shows, digits tick, N and P leaf; focus and live region follow."""
    shown = show(two())
    shown.focus()
    shown.press("w")
    assert shown.focused() == "text"
    shown.page.keyboard.type("News: p. 1? Yes")
    shown.press("Enter", "s", "ArrowLeft", "n")
    assert shown.text(".lessons-count") == "Question 1 of 2"
    assert shown.root.get_by_label("Your response").input_value() == "News: p. 1? Yes\nns"
    shown.press("Escape")
    assert (shown.focused(), shown.said()) == ("", "5 of 150 words")
    shown.press("s")
    assert (shown.focused(), shown.said()) == ("points", "0 of 3 points ticked")
    shown.press("2")
    assert (shown.focused(), shown.said()) == ("point-1", "1 of 3 points ticked")
    shown.press("Space", "3", "1")
    assert ticked(shown) == ["p0", "p2"]
    shown.press("9")
    assert ticked(shown) == ["p0", "p2"]
    shown.press("Enter")
    assert (shown.said(), shown.focused()) == ("Question 2 of 2", "stem")
    shown.press("Enter", "Enter")
    assert shown.said() == "The end"
    shown.press("ArrowLeft", "p")
    assert shown.said() == "Question 1 of 2"
    shown.press("ArrowRight")
    assert shown.said() == "Question 2 of 2"


def test_the_keys_are_listed(show: Show) -> None:
    """? shows and hides the list, Escape hides it; in the text it is a question mark."""
    shown = show(two())
    shown.focus()
    shown.press("?")
    assert "tick a point" in shown.text(".lessons-keylist")
    assert shown.said() == "The keys are listed above the question."
    shown.press("Escape")
    assert not shown.root.locator(".lessons-keylist").is_visible()
    shown.press("w", "?")
    assert not shown.root.locator(".lessons-keylist").is_visible()


def test_tab_leads_through_everything(show: Show) -> None:
    """In the order of the page, each point by itself; no key pressed here reaches the host."""
    shown = show(two())
    heard = "() => { window.heard = []; document.addEventListener('keydown', (event) => window.heard.push(event.key)); }"
    shown.page.evaluate(heard)
    shown.focus()
    shown.press("s")
    shown.press("w", "Escape")
    met = []
    for _ in range(6):
        shown.press("Tab")
        met.append(shown.focused())
    assert met == ["keys", "text", "point-0", "point-1", "point-2", "next"]
    assert set(shown.page.evaluate("window.heard")) == {"Tab"}


def test_words_are_said_only_on_leaving(show: Show) -> None:
    """While one writes the live region is still; on leaving it says how many, and how many over; the count is seen all the time."""
    shown = show(two())
    shown.root.get_by_label("Your response").focus()
    shown.page.keyboard.type("one two ")
    shown.page.keyboard.insert_text("word " * 150)
    assert (shown.said(), shown.text(".lessons-mains-count")) == ("", "152 of 150 words, 2 over")
    assert "is-over" in (shown.root.locator(".lessons-mains-count").get_attribute("class") or "")
    shown.press("Tab")
    assert shown.said() == "152 of 150 words, 2 over"


# ---- what Python is told ------------------------------------------------------------------------------------------------------------


def test_what_is_recorded_and_when(show: Show) -> None:
    """On leaving the text, on showing the points and on each tick; not on each key, and not where nothing changed."""
    shown = show(two())
    field = shown.root.get_by_label("Your response")
    field.focus()
    shown.page.keyboard.type("So it is.")
    assert (shown.model("sent"), shown.model("responses")) == (0, {})
    shown.press("Tab")
    assert shown.model("responses")["q-Explain the treaty."] == {"text": "So it is.", "ticked": [], "shown": False}
    assert shown.model("sent") == 1
    field.focus()
    shown.press("Tab")
    assert shown.model("sent") == 1
    shown.root.get_by_role("button", name="Show the points").click()
    assert (shown.model("sent"), shown.model("heard")) == (2, 2)
    shown.root.get_by_role("checkbox").first.check()
    assert (shown.model("sent"), ticked(shown)) == (3, ["p0"])
    assert shown.model("seconds")["q-Explain the treaty."] >= 0


def test_what_is_being_written_is_recorded_when_the_widget_goes(show: Show) -> None:
    """Taken off the page in the middle of a sentence, the widget has told Python, and leaves no listener."""
    shown = show(two())
    shown.root.get_by_label("Your response").fill("In the middle")
    assert shown.clean_up() == 0
    assert shown.model("responses")["q-Explain the treaty."]["text"] == "In the middle"


def test_a_view_opened_anew_goes_on(show: Show) -> None:
    """At the first question whose points were not shown, with text and ticks as they were; what cannot be read is left away."""
    widget = two()
    widget.responses = {
        "q-Explain the treaty.": {"text": "Mine", "ticked": ["p1", "gone", 3], "shown": True},
        "q-Discuss the council.": {"text": 7, "ticked": "p1", "shown": "yes"},
        "gone": None,
    }
    shown = show(widget)
    assert shown.text(".lessons-count") == "Question 2 of 2"
    assert shown.root.get_by_label("Your response").input_value() == ""
    assert shown.root.get_by_role("checkbox").count() == 0
    shown.root.get_by_role("button", name="Previous").click()
    assert shown.root.get_by_label("Your response").input_value() == "Mine"
    assert shown.text(".lessons-ticked") == "1 of 3 points ticked"


def test_another_view_does_not_disturb_the_writing(show: Show) -> None:
    """What Python or another view recorded comes in; the text in hand, its focus and its caret stay."""
    shown = show(two())
    shown.root.get_by_label("Your response").focus()
    shown.page.keyboard.type("abcd")
    shown.press("ArrowLeft", "ArrowLeft")
    shown.set("responses", {"q-Explain the treaty.": {"text": "", "ticked": ["p1"], "shown": True}})
    assert shown.text(".lessons-ticked") == "1 of 3 points ticked"
    shown.page.keyboard.type("X")
    assert shown.root.get_by_label("Your response").input_value() == "abXcd"
    shown.press("Tab")
    assert shown.model("responses")["q-Explain the treaty."] == {"text": "abXcd", "ticked": ["p1"], "shown": True}


@pytest.mark.parametrize("how", ["offline", "silent"])
def test_practice_goes_on_without_a_kernel(show: Show, page: Page, how: str) -> None:
    """With a dead kernel everything works, and after some seconds a line says what is not recorded."""
    page.clock.install()
    shown = show(two(), **{how: True})
    shown.root.get_by_role("button", name="Show the points").click()
    shown.root.get_by_role("checkbox").first.check()
    assert shown.text(".lessons-ticked") == "1 of 3 points ticked"
    page.clock.run_for(5000)
    assert "Not recorded: what you wrote and ticked." in shown.text(".lessons-unrecorded")


# ---- looks --------------------------------------------------------------------------------------------------------------------------


def all_states(shown: Shown) -> list[Callable[[], None]]:
    """Steps through every state of the widget."""
    press, field = shown.press, shown.root.get_by_label("Your response")
    return [
        shown.focus,
        lambda: press("?"),
        lambda: field.fill("word " * 160),
        lambda: shown.root.get_by_role("button", name="Show the points").click(),
        lambda: press("1", "2"),
        lambda: press("n"),
        lambda: press("n"),
    ]


TOLD = {"since": "It is 32 now.", "erratum": "It was Tuesday.", "dispute": "Others say Cy.", "question_since": "All has changed."}


def test_axe_finds_nothing(show: Show, page: Page) -> None:
    """No rule is violated in any state, light and dark, wide and narrow."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE)
    shown = show(Mains([question(**TOLD), question("Discuss the council.", 10, marks=15)], title="Practice"))
    for step in all_states(shown):
        step()
        for how in looks(page):
            assert look(page) == [], how


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_and_pressed(show: Show, page: Page, scheme: Any) -> None:
    """Text stands out at 4.5 to 1, controls are large enough, and a narrow page does not scroll sideways."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 800})
    shown = show(Mains([question(**TOLD), question("Discuss the council.", 10, marks=15)]))
    for step in all_states(shown):
        step()
        assert [one for one in shown.root.evaluate(CONTRASTS) if one[1] < 4.5] == []
        assert shown.root.evaluate(SMALL.replace("button, ", "button, .lessons-tick, textarea, ")) == []
        assert all(box["width"] >= 24 <= box["height"] for one in shown.root.get_by_role("checkbox").all() if (box := one.bounding_box()))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_forced_colours_tell_a_tick(show: Show, page: Page) -> None:
    """Where colours are the system's own, boxes keep their borders and the tick is the system's."""
    page.emulate_media(forced_colors="active")
    shown = show(two())
    shown.root.get_by_role("button", name="Show the points").click()
    shown.root.get_by_role("checkbox").first.check()
    widths = shown.root.locator(".lessons-mains-point").evaluate_all("rows => rows.map((row) => getComputedStyle(row).borderTopWidth)")
    assert widths == ["2px", "1px", "1px"]
    assert shown.root.get_by_role("checkbox").first.is_checked()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text(show: Show, page: Page, name: str) -> None:
    """Whatever a note or a learner writes, it is shown to the letter, nothing runs and nothing is wider than a narrow page."""
    text = HOSTILE[name]
    page.set_viewport_size({"width": 320, "height": 800})
    told = {"since": text, "erratum": text, "dispute": text, "question_since": text}
    made = points(3, lambda point: f"{point} {text}", since=text, erratum=text, dispute=text)
    shown = show(Mains([question(text, lesson=text, points=made, **told)], title=text))
    shown.root.get_by_label("Your response").fill(text)
    shown.root.get_by_role("button", name="Show the points").click()
    assert shown.root.locator(".lessons-mains-question").text_content() == text
    assert shown.root.locator(".lessons-tick .lessons-text").first.text_content() == f"Point 0. {text}"
    assert shown.root.locator(".lessons-since").first.text_content() == f"↻What has changed since{text}"
    assert shown.model("responses")[f"q-{text}"]["text"] == text
    assert page.evaluate("window.ran") is None
    assert shown.root.locator("script, img, svg, a, [onclick], [onload]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# ---- the state machine --------------------------------------------------------------------------------------------------------------


def test_ticks_need_their_points(page: Page) -> None:
    """Nothing can be ticked before the points are shown; a tick taken twice is none; ticks keep the order of the points."""
    found = states(
        page,
        """const open = m.openMains(questions), frozen = JSON.stringify(open);
        const early = walk(open, tick(0)), shown = walk(open, "show", tick(2), tick(0), tick(7)), back = walk(shown, tick(2));
        return [early === open, shown.responses.x, back.responses.x.ticked, m.tickedSaid(back, questions[0]),
          walk(shown, "show") === shown, JSON.stringify(open) === frozen];""",
    )
    assert found == [True, {"text": "", "ticked": ["a", "c"], "shown": True}, ["a"], "1 of 3 points ticked", True, True]


def test_a_draft_is_kept_on_every_way_out(page: Page) -> None:
    """Leaving the text, going on or back, showing, ticking and leaving the page all keep it; typing alone does not."""
    found = states(
        page,
        """const open = m.openMains(questions);
        const ways = ["keep", "next", "show", "leave", "restart", { type: "open", at: 1 }];
        const texts = ways.map((way) => walk(open, write("so"), way).responses.x?.text);
        const back = walk(open, "next", write("so"), "previous");
        return [texts, walk(open, write("so")).responses, back.responses.y.text, m.mainsText(walk(back, "next"), questions[1])];""",
    )
    assert found == [["so"] * 6, {}, "so", "so"]


def test_the_time_of_a_question(page: Page) -> None:
    """It runs while the question is in sight and its points are not shown, and is up to date when something is recorded."""
    found = states(
        page,
        """let state = m.openMains(questions, {}, { now: 0 });
        const at = (seconds, action) => { state = m.stepMains(state, action, 1000 * seconds); return { ...state.seconds }; };
        return [at(10, { type: "leave" }), at(60, { type: "return" }), at(65, write("so")), at(70, { type: "keep" }),
          at(72, { type: "show" }), at(99, { type: "next" }), at(100, { type: "previous" })];""",
    )
    assert found == [{"x": 10}, {"x": 10}, {"x": 10}, {"x": 20}, {"x": 22}, {"x": 22}, {"x": 22, "y": 1}]


def test_words_are_counted_as_people_count_them(page: Page) -> None:
    """Words hold a letter or a digit; dashes and bullets are none; any spaces part them; Hindi counts as English does."""
    texts = ["", "  ", "one", "one  two\\nthree", "a – b", "• first; 1949", "NATO’s well-known Article 5", "नाटो एक गठबंधन है"]
    found = states(page, f"return {texts!r}.map(m.wordCount);".replace("\\\\n", "\\n"))
    assert found == [0, 0, 1, 3, 2, 2, 4, 4]


def test_what_keys_do(page: Page) -> None:
    """In the text none does anything; elsewhere each what the list says, in its state alone."""
    found = states(
        page,
        """const open = m.openMains(questions), shown = walk(open, "show"), end = walk(open, "next", "next");
        const does = (state, key, focus) => m.mainsKey(state, key, focus)?.type ?? null;
        const keys = ["Enter", "s", "1", "n", "ArrowLeft", "w", "?", "Escape", "x"];
        const all = (state, focus) => keys.map((key) => does(state, key, focus));
        const hides = does(walk(open, "keys"), "Escape");
        return [all(open, { choosing: true }), all(open), all(shown), all(shown, { pressable: true })[0], all(end), hides];""",
    )
    assert found == [
        [None] * 9,
        ["show", "show", None, "next", "previous", "write", "keys", None, None],
        ["next", None, "tick", "next", "previous", "write", "keys", None, None],
        None,
        [None, None, None, None, "previous", None, "keys", None, None],
        "keys",
    ]
