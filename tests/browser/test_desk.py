"""The desk as a teacher meets it at eleven at night: by mouse, by keyboard alone, with whatever stands in an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from lessons.drafting.records import Draft, Head
from lessons.drafting.written import Proposed
from lessons.widgets.desk import Desk
from tests.desk_draft import FOR, LINES, TEXT, drafted, line, span

from .conftest import Shown
from .test_axe import AXE, look, looks
from .test_hostile import HOSTILE
from .test_looks import CONTRASTS, HOSTS, SMALL
from .test_states import run

Show = Callable[..., Shown]
WORK = ("states", "edits", "added")

# Select words as a mouse does: from the first letter of one to the last of another.
DRAG = """(root, [first, last]) => {
  const article = root.querySelector(".lessons-desk-article"), walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const place = (words, end) => { for (let left = article.textContent.indexOf(words) + (end ? words.length : 0); ;) {
    walker.currentNode = article;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
  } };
  getSelection().setBaseAndExtent(...place(first, false), ...place(last, true));
}"""


@pytest.fixture
def desk() -> Desk:
    return Desk(drafted(), lines=LINES, path="seeds/bridge.md")


def row(shown: Shown, text: str) -> Locator:
    return shown.root.locator(".lessons-desk-group li", has_text=text)


def chosen(shown: Shown) -> str:
    return shown.text(".lessons-desk-group .is-chosen .lessons-desk-text")


def rows(shown: Shown) -> list[str]:
    """The texts of the lines that are shown."""
    found: list[str] = shown.root.locator("li:not([hidden]) .lessons-desk-text").all_inner_texts()
    return found


def find(shown: Shown, words: str) -> Locator:
    return shown.root.locator("mark", has_text=words)


def drag(shown: Shown, first: str, last: str) -> None:
    shown.root.evaluate(DRAG, [first, last])
    shown.root.locator("[data-part=adding]:enabled").wait_for()


def heard(shown: Shown, desk: Desk, tmp_path: Path) -> dict[str, Any]:
    """Press "Save the note", let Python hear all that the browser told, and show what became of it."""
    shown.root.get_by_role("button", name="Save the note").click()
    desk._path = tmp_path / "bridge.md"
    for name in (*WORK, "lesson", "head", "only_accepted", "log", "sent"):
        setattr(desk, name, shown.model(name))
    shown.set("outcome", desk.outcome)
    return dict(desk.outcome)


# ---- by mouse -----------------------------------------------------------------------------------------------------------------------


def test_accept_and_drop_by_mouse(show: Show, desk: Desk) -> None:
    """A press marks, another takes it back; counts, bar, words and Python's traits follow; nothing moves away under the mouse."""
    shown = show(desk)
    assert shown.text(".lessons-count") == "0 accepted, 0 dropped, 9 to look at"
    row(shown, "chose the bridge").get_by_role("button", name="Accept", exact=True).click()
    row(shown, "ferries across").get_by_role("button", name="Drop", exact=True).click()
    row(shown, "boats: 30").get_by_role("button", name="Accept", exact=True).click()
    assert shown.model("states") == {"0": "accepted", "3": "dropped", "4": "accepted"}
    assert shown.text(".lessons-count") == "2 accepted, 1 dropped, 6 to look at"
    assert (chosen(shown), shown.said()) == ("boats: 30", "Accepted. 6 to look at.")
    assert row(shown, "chose the bridge").get_by_role("button", name="Accept", exact=True).get_attribute("aria-pressed") == "true"
    assert "dropped" in row(shown, "ferries across").locator(".lessons-desk-mark").inner_text()
    assert not row(shown, "boats: 30").locator(".lessons-desk-doubt").is_visible()
    row(shown, "boats: 30").get_by_role("button", name="Accept", exact=True).click()
    assert shown.model("states")["4"] == "proposed"
    assert row(shown, "boats: 30").locator(".lessons-desk-doubt").is_visible()


def test_a_line_tells_all(show: Show, desk: Desk) -> None:
    """Its paragraph, the words it came from, its doubt with the reason; sections and points stand under their names."""
    shown = show(desk)
    assert shown.root.locator(".lessons-desk-group > .lessons-label").all_inner_texts() == [
        *("Dates", "People", "Numbers", "Terms", "Quotations"),
        f"Points: {FOR}",
    ]
    told = row(shown, "boats: 30").inner_text()
    assert "boats: 30 ¶2 , go to its place in the article “About 30 boats”" in " ".join(told.split())
    assert "say of what, so that nobody can take it for another number" in told
    assert row(shown, "ferries across").locator(".lessons-desk-doubt").count() == 0
    said = row(shown, "boats: 30").locator(".lessons-desk-line").text_content() or ""
    assert said.startswith("Numbers, to look at, doubtful: say of what")
    assert row(shown, "boats: 30").get_by_role("group", name="boats: 30", exact=True).count() == 1


def test_edit_by_mouse(show: Show, desk: Desk) -> None:
    """In its place; keeping accepts what was changed, giving up leaves all as it was; a double press opens it, too."""
    shown = show(desk)
    row(shown, "Ada Byrne: mayor").click()
    row(shown, "Ada Byrne: mayor").get_by_role("button", name="Edit", exact=True).click()
    field = shown.root.get_by_label("The line")
    field.fill("Ada Byrne:  mayor of\nVelm since 2019")
    shown.root.get_by_role("button", name="Keep").click()
    assert shown.model("edits") == {"2": {"text": "Ada Byrne: mayor of Velm since 2019", "heading": ""}}
    assert shown.model("states") == {"2": "accepted"}
    assert (chosen(shown), shown.said()) == ("Ada Byrne: mayor of Velm since 2019", "Kept and accepted. 8 to look at.")
    row(shown, "ferries across").locator(".lessons-desk-text").dblclick()
    field.fill("nonsense")
    shown.root.get_by_role("button", name="Give up").click()
    assert chosen(shown) == "ferries across the strait: 12"
    assert "3" not in shown.model("edits")
    row(shown, "ferries across").get_by_role("button", name="Edit", exact=True).click()
    shown.root.get_by_role("button", name="Keep").click()
    assert (shown.said(), shown.model("states")) == ("Kept as it was.", {"2": "accepted"})


def test_what_is_being_written_is_kept_on_every_way_out(show: Show, desk: Desk) -> None:
    """A press on another line, a filter or the widget's end keeps it; an emptied line stays as it was."""
    shown = show(desk)
    for at, leave in enumerate(
        [
            lambda: row(shown, "ferries across").get_by_role("button", name="Accept", exact=True).click(),
            lambda: shown.root.get_by_label("Show", exact=True).select_option("accepted"),
            shown.clean_up,
        ]
    ):
        row(shown, "chose the bridge").locator(".lessons-desk-text").dblclick()
        shown.root.get_by_label("The line").fill(f"12 May 2021: The council chose the bridge, {at}.")
        leave()
        assert shown.model("edits")["0"]["text"] == f"12 May 2021: The council chose the bridge, {at}."
    assert shown.model("states")["3"] == "accepted"


def test_article_and_list_lead_to_each_other(show: Show, desk: Desk) -> None:
    """A press on a find chooses its line, a press on a line shows its find; where finds lie in each other, each has its turn."""
    nested = (*LINES, line("Numbers", "gifts: one", "a gift", 1))
    shown = show(Desk(drafted(), lines=nested))
    find(shown, "12 ferries").click()
    assert chosen(shown) == "ferries across the strait: 12"
    assert "is-chosen" in (find(shown, "12 ferries").get_attribute("class") or "")
    row(shown, "safety: In winter").click()
    assert "is-chosen" in (find(shown, "safety").get_attribute("class") or "")
    find(shown, "a gift").click()
    assert chosen(shown) == "gifts: one"
    find(shown, "a gift").click()
    assert chosen(shown) == "Ada Byrne: “a gift 🎁 to our children”"
    row(shown, "boats: 30").get_by_role("button", name="go to its place").click()
    assert (chosen(shown), shown.focused()) == ("boats: 30", "article")


def test_the_article_is_untouched(show: Show, desk: Desk) -> None:
    """Every letter of it stands there in its order; clutter is told apart; kinds have letters and strokes besides colours."""
    shown = show(desk)
    assert shown.root.locator(".lessons-desk-article").text_content() == TEXT
    assert shown.root.locator(".lessons-desk-clutter").all_text_contents()[0] == "Home | News | Subscribe 🔔"
    assert shown.root.locator("mark").all_text_contents()[:2] == ["12 May 2021", "It is a gift 🎁 to our children"]
    style = "marks => marks.map((one) => [one.dataset.letters, getComputedStyle(one).textDecorationStyle])"
    looks = shown.root.locator("mark").evaluate_all(style)
    assert looks == [
        ["D", "solid"],
        ["Q", "wavy"],
        ["P", "double"],
        ["N?", "dotted"],
        ["N", "dotted"],
        ["T", "dashed"],
        ["D?", "solid"],
        ["§", "solid"],
        ["§", "solid"],
    ]
    row(shown, "boats: 30").get_by_role("button", name="Accept", exact=True).click()
    row(shown, "ferries across").get_by_role("button", name="Drop", exact=True).click()
    assert [one[0] for one in shown.root.locator("mark").evaluate_all(style)][3:5] == ["N✓", ""]
    assert shown.root.locator("[data-paragraph]").evaluate_all("all => all.map((one) => one.dataset.paragraph)") == list("12345")


def test_filters_and_accepting_what_is_sure(show: Show, desk: Desk) -> None:
    """By kind and by state; what is not shown is not accepted along; what a filter hides is not chosen."""
    shown = show(desk)
    shown.root.locator("[data-part=kind-Numbers]").click()
    assert rows(shown) == ["boats: 30", "ferries across the strait: 12"]
    assert (chosen(shown), shown.said()) == ("boats: 30", "2 lines are shown.")
    assert find(shown, "12 May 2021").get_attribute("class") == ""
    shown.root.get_by_role("button", name="Accept the 1 without doubt").click()
    assert shown.model("states") == {"3": "accepted"}
    shown.root.locator("[data-part=kind-Numbers]").click()
    shows = shown.root.get_by_label("Show", exact=True)
    shows.select_option("doubtful")
    assert rows(shown) == ["June 2021: The work was to begin.", "boats: 30"]
    assert shown.root.get_by_role("button", name="Accept all without doubt").is_disabled()
    shows.select_option("dropped")
    assert shown.text(".lessons-desk-none") == "No line is like that."
    shows.select_option("")
    shown.root.get_by_role("button", name="Accept the 6 without doubt").click()
    assert shown.text(".lessons-count") == "7 accepted, 0 dropped, 2 to look at"
    assert shown.said() == "Accepted all that are not doubtful. 2 to look at."
    shows.select_option("proposed")
    assert rows(shown) == ["June 2021: The work was to begin.", "boats: 30"]


def test_undo_by_mouse(show: Show, desk: Desk) -> None:
    """Step by step: marks, edits, all accepted at once, lines added; then there is nothing to undo."""
    shown = show(desk)
    undo = shown.root.get_by_role("button", name="Undo")
    assert undo.is_disabled()
    row(shown, "ferries across").get_by_role("button", name="Drop", exact=True).click()
    row(shown, "safety: ").locator(".lessons-desk-text").dblclick()
    shown.root.get_by_label("The line").fill("safety: Ferries stop.")
    shown.root.get_by_label("Each of these points is a").fill("reason for it")
    shown.root.get_by_role("button", name="Keep").click()
    assert shown.root.locator(".lessons-desk-group > .lessons-label").all_inner_texts()[-2:] == [f"Points: {FOR}", "Points: reason for it"]
    shown.root.get_by_role("button", name="Accept the").click()
    drag(shown, "six hours", "six hours")
    shown.root.get_by_role("button", name="Add a line").click()
    shown.root.get_by_label("The line").fill("hours of debate: six")
    shown.root.get_by_role("button", name="Add", exact=True).click()
    assert shown.text(".lessons-count") == "7 accepted, 1 dropped, 2 to look at"
    for counted in ("6 accepted, 1", "1 accepted, 1", "0 accepted, 1", "0 accepted, 0"):
        undo.click()
        assert shown.text(".lessons-count").startswith(counted)
    assert undo.is_disabled()
    assert [shown.model(name) for name in WORK] == [{}, {}, []]
    assert len(rows(shown)) == 9


def test_add_by_selecting(show: Show, desk: Desk) -> None:
    """Selected words become a line of the kind chosen: filled in, checked for its halves, in its place, accepted; in code points."""
    shown = show(desk)
    assert shown.root.locator("[data-part=adding]").is_disabled()
    drag(shown, "debate of", "six hours")
    assert shown.text(".lessons-desk-selected") == "“debate of six hours”"
    shown.root.get_by_role("button", name="Add a line").click()
    assert shown.focused() == "add-text"
    assert shown.root.locator("mark.is-new").all_text_contents() == ["debate of six hours"]
    kind, field = shown.root.get_by_label("Kind"), shown.root.get_by_label("The line")
    assert (kind.input_value(), field.input_value()) == ("Terms", "debate of six hours: ")
    kind.select_option("Numbers")
    assert field.input_value() == ": debate of six hours"
    shown.root.get_by_role("button", name="Add", exact=True).click()
    assert shown.root.get_by_role("alert").text_content() == "Write what stands before the colon."
    field.fill("hours of debate before the choice: six")
    shown.root.get_by_role("button", name="Add", exact=True).click()
    start, end = span("debate of six hours")
    added = {"section": "Numbers", "heading": "", "text": "hours of debate before the choice: six", "paragraph": 1}
    assert shown.model("added") == [{**added, "start": start, "end": end, "words": "debate of six hours", "id": "+1", "doubt": ""}]
    assert shown.model("states") == {"+1": "accepted"}
    assert rows(shown)[3] == chosen(shown) == "hours of debate before the choice: six"
    assert shown.said() == "Added to Numbers and accepted. 9 to look at."
    assert find(shown, "debate of six hours").get_attribute("data-letters") == "N✓"


def test_places_are_code_points(show: Show, desk: Desk) -> None:
    """Behind an emoji Python's places are still those of its own text."""
    shown = show(desk)
    drag(shown, "take their place", "take their place")
    shown.root.get_by_role("button", name="Add a line").click()
    shown.root.get_by_label("Kind").select_option("Points")
    shown.root.get_by_label("The line").fill("aim: It replaces boats.")
    assert shown.root.get_by_label("Each of these points is a").input_value() == FOR
    shown.root.get_by_role("button", name="Add", exact=True).click()
    one = shown.model("added")[0]
    assert (TEXT[one["start"] : one["end"]], one["words"], one["paragraph"], one["heading"]) == (*["take their place"] * 2, 2, FOR)
    assert shown.clean_up() == 0


def test_a_selection_by_a_real_mouse(show: Show, desk: Desk) -> None:
    """Dragging over words selects them and chooses no find; a press on "Add a line" does not lose them."""
    shown = show(desk)
    box = find(shown, "About 30 boats").bounding_box()
    assert box
    mouse = shown.page.mouse
    mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2)
    mouse.down()
    mouse.move(box["x"] + box["width"] + 90, box["y"] + box["height"] / 2, steps=5)
    mouse.up()
    shown.root.locator("[data-part=adding]:enabled").wait_for()
    words = shown.text(".lessons-desk-selected").strip("“”")
    assert words.startswith("cross the")
    shown.root.get_by_role("button", name="Add a line").click()
    assert shown.root.get_by_label("The line").input_value() == f"{words}: "
    assert chosen(shown) == "12 May 2021: The council of Velm chose the bridge."


# ---- by keyboard --------------------------------------------------------------------------------------------------------------------


def test_correcting_by_keyboard_alone(show: Show, desk: Desk) -> None:
    """A, D, E, U, N, P and arrows, as the list of keys says; the focus goes from line to line."""
    shown = show(desk)
    shown.focus()
    shown.press("a")
    assert (shown.focused(), shown.said()) == ("line-1", "Accepted. 8 to look at.")
    shown.press("d")
    assert (shown.focused(), shown.model("states")) == ("line-2", {"0": "accepted", "1": "dropped"})
    shown.press("e")
    assert shown.focused() == "edit-text"
    shown.press("End")
    shown.page.keyboard.type(" and a guide, new?")
    shown.press("Enter")
    assert (shown.focused(), chosen(shown)) == ("line-2", "Ada Byrne: mayor of Velm and a guide, new?")
    shown.press("Enter")
    shown.page.keyboard.type("xx")
    shown.press("Escape")
    assert (shown.focused(), chosen(shown)) == ("line-2", "Ada Byrne: mayor of Velm and a guide, new?")
    shown.press("u")
    assert (chosen(shown), shown.said()) == ("Ada Byrne: mayor of Velm", "Undone. 7 to look at.")
    shown.press("n", "ArrowDown", "ArrowUp")
    assert (shown.focused(), chosen(shown)) == ("line-4", "boats: 30")
    shown.press("p", "p", "p", "p", "p")
    assert (shown.focused(), shown.said()) == ("line-0", "That is the first line. ")
    shown.press("a")
    assert (shown.model("states")["0"], shown.focused(), shown.said()) == ("proposed", "line-0", "Taken back. 8 to look at.")


def test_to_its_place_and_back(show: Show, desk: Desk) -> None:
    """G leads to a line's place with its words selected, G or Escape back; there N, P, A and D go by the article's order."""
    shown = show(desk)
    shown.focus()
    shown.press("g")
    assert (shown.focused(), shown.said()) == ("article", "Dates: 12 May 2021")
    assert shown.page.evaluate("getSelection().toString()") == "12 May 2021"
    shown.press("n")
    assert (shown.focused(), chosen(shown)) == ("article", "Ada Byrne: “a gift 🎁 to our children”")
    shown.press("a")
    assert (shown.focused(), chosen(shown)) == ("article", "Ada Byrne: mayor of Velm")
    assert shown.page.evaluate("getSelection().toString()") == "Ada Byrne, mayor of Velm"
    shown.press("p", "g")
    assert shown.focused() == "line-6"
    shown.press("g", "Escape")
    assert shown.focused() == "line-6"


def test_add_by_keyboard_alone(show: Show, desk: Desk) -> None:
    """Arrows choose words, with Shift more of them; up and down by paragraphs; Enter or L makes a line of them."""
    shown = show(desk)
    shown.focus()
    shown.press("g")
    selected = "getSelection().toString()"
    shown.press("ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight")
    assert shown.page.evaluate(selected) == "after a debate of"
    shown.press("Shift+ArrowLeft")
    assert (shown.page.evaluate(selected), shown.said()) == ("after a debate", "after a debate")
    shown.press("ArrowDown")
    assert shown.page.evaluate(selected) == "About"
    shown.press("End", "Shift+ArrowLeft", "Shift+ArrowLeft")
    assert shown.page.evaluate(selected) == "take their place."
    shown.press("Home", "ArrowUp")
    assert shown.page.evaluate(selected) == "The"
    shown.press("ArrowDown", "ArrowDown", "Shift+End")
    assert shown.page.evaluate(selected) == "Work begins in June 2021. Argument for the bridge:"
    shown.press("Home", "Shift+ArrowRight", "Enter")
    assert shown.focused() == "add-text"
    assert shown.root.get_by_label("The line").input_value() == "Work begins: "
    shown.page.keyboard.type("the day, and a debate?")
    shown.press("Enter")
    assert (shown.focused(), chosen(shown)) == ("line-+1", "Work begins: the day, and a debate?")
    assert shown.model("added")[0]["paragraph"] == 3
    shown.press("g", "l", "Escape")
    assert (shown.focused(), shown.root.get_by_label("Kind").count()) == ("article", 0)
    shown.press("Escape", "u")
    assert shown.model("added") == []


def test_keys_are_the_fields_own(show: Show, desk: Desk) -> None:
    """In a field, a list or a form no letter does anything else; Escape leaves a field; nothing reaches the host."""
    shown = show(desk)
    shown.page.evaluate("() => { window.heard = []; document.addEventListener('keydown', (event) => window.heard.push(event.key)); }")
    shown.root.get_by_label("Lesson").fill("")
    shown.page.keyboard.type("a d u n p ? g l e")
    shown.press("Enter", "ArrowDown", "Escape")
    assert (shown.model("states"), shown.focused()) == ({}, "")
    assert shown.root.get_by_label("Lesson").input_value() == "a d u n p ? g l e"
    assert shown.model("lesson") == "a d u n p ? g l e"
    shown.root.get_by_label("Show", exact=True).focus()
    shown.press("a", "d")
    assert shown.model("states") == {}
    shown.root.locator("[data-part=only]").focus()
    shown.press("Space")
    assert shown.model("only_accepted") is False
    shown.focus()
    shown.press("g", "ArrowRight", "Shift+ArrowRight", "j", "x")
    assert set(shown.page.evaluate("window.heard")) == set()
    shown.page.locator("body").evaluate("body => { document.activeElement.blur(); body.append(document.createElement('button')); }")
    shown.press("a")
    assert shown.model("states") == {}


def test_the_keys_are_listed(show: Show, desk: Desk) -> None:
    """? shows and hides the list, Escape hides it; Enter presses a button that has the focus and edits nothing."""
    shown = show(desk)
    shown.focus()
    shown.press("?")
    assert "go to its place in the article" in shown.text(".lessons-keylist")
    assert shown.said() == "The keys are listed above the lines."
    shown.press("Escape")
    assert not shown.root.locator(".lessons-keylist").is_visible()
    row(shown, "chose the bridge").get_by_role("button", name="Drop", exact=True).focus()
    shown.press("Enter")
    assert (shown.model("states"), shown.root.locator(".lessons-desk-edit").count()) == ({"0": "dropped"}, 0)


def test_tab_leads_past_the_lines(show: Show, desk: Desk) -> None:
    """The list is one stop with the chosen line's buttons, the article another, however many lines there are."""
    shown = show(desk)
    shown.focus()
    met = []
    for _ in range(20):
        shown.press("Tab")
        met.append(shown.focused())
    kinds = [f"kind-{name}" for name in ("Dates", "People", "Numbers", "Terms", "Quotations", "Points")]
    assert met[:11] == ["keys", "field-lesson", "source", *kinds, "show", "accept-all"]
    assert met[11:] == ["line-0", "", "", "", "", "article", "save", "only", None]


# ---- saving, and what Python is told ------------------------------------------------------------------------------------------------


def test_saving(show: Show, desk: Desk, tmp_path: Path) -> None:
    """What was corrected goes to Python, the note is written, and the desk says where; changes since then are told."""
    shown = show(desk)
    assert "seeds/bridge.md" in shown.text(".lessons-desk-place")
    assert heard(shown, desk, tmp_path)["message"] == "No line is accepted yet; accept what is right, then save."
    assert "No line is accepted yet" in shown.text(".lessons-desk-outcome")
    shown.root.get_by_role("button", name="Accept the 7 without doubt").click()
    shown.root.get_by_label("Lesson").fill("Bridges")
    assert heard(shown, desk, tmp_path)["saved"]
    message = f"Saved 7 lines to {tmp_path / 'bridge.md'}. 2 not looked at are left out."
    assert message in shown.text(".lessons-desk-outcome")
    assert shown.said() == message
    assert "# Bridges" in (tmp_path / "bridge.md").read_text(encoding="utf-8")
    row(shown, "boats: 30").get_by_role("button", name="Accept", exact=True).click()
    assert "The lines were changed since then." in shown.text(".lessons-desk-outcome")


def test_what_is_to_be_mended_stands_by_its_line(show: Show, desk: Desk, tmp_path: Path) -> None:
    """A broken line has its reason beside it and can be reached with one press; once it is changed, the reason goes."""
    shown = show(desk)
    row(shown, "boats: 30").get_by_role("button", name="Accept", exact=True).click()
    row(shown, "chose the bridge").locator(".lessons-desk-text").dblclick()
    shown.root.get_by_label("The line").fill("31 June 2021: The council chose.")
    assert heard(shown, desk, tmp_path)["message"] == "Not saved yet: one thing to mend."
    assert "June has 30 days" in row(shown, "31 June 2021").locator(".lessons-desk-problem").inner_text()
    assert "June has 30 days" in shown.said()
    shown.root.locator("[data-part=kind-Numbers]").click()
    shown.root.get_by_role("button", name="Mend the line").click()
    assert shown.focused() == "edit-text"
    assert shown.root.get_by_label("The line").input_value() == "31 June 2021: The council chose."
    shown.root.get_by_label("The line").fill("30 June 2021: The council chose.")
    shown.press("Enter")
    assert not row(shown, "30 June 2021").locator(".lessons-desk-problem").is_visible()
    assert heard(shown, desk, tmp_path)["saved"]


def test_the_source_can_be_put_right(show: Show, tmp_path: Path) -> None:
    """A page that does not say when it was published is asked for it in its field, which is open; then the note is saved."""
    page = drafted()
    head = Head(title=page.head.title)
    made = Desk(Draft(text=page.text, head=head, clutter=page.clutter, paragraphs=page.paragraphs, facts=()), lines=LINES[:1])
    shown = show(made)
    published = shown.root.get_by_label("Published")
    assert published.is_visible()
    shown.focus()
    shown.press("a")
    heard(shown, made, tmp_path)
    assert shown.root.locator("[id$=published-problem]").inner_text() == "The page does not say when it was published; write it here."
    published.fill("14 May 2021")
    shown.root.get_by_label("Publisher").fill("Velm Courier")
    assert heard(shown, made, tmp_path)["saved"]
    assert "published: 2021-05-14" in (tmp_path / "bridge.md").read_text(encoding="utf-8")
    assert not shown.root.locator("[id$=published-problem]").is_visible()


def test_a_view_opened_anew_goes_on(show: Show, desk: Desk) -> None:
    """States, edits and added lines are as they were left; the first line that is to look at is chosen."""
    first = show(desk)
    first.focus()
    first.press("a", "d")
    drag(first, "six hours", "six hours")
    first.root.get_by_role("button", name="Add a line").click()
    first.root.get_by_label("The line").fill("debate: long")
    first.press("Enter")
    for name in WORK:
        setattr(desk, name, first.model(name))
    first.clean_up()
    again = show(desk)
    again.root = again.page.locator(".lessons")
    assert again.text(".lessons-count") == "2 accepted, 1 dropped, 7 to look at"
    assert chosen(again) == "Ada Byrne: mayor of Velm"
    assert repr(desk) == "Desk(10 lines: 2 accepted, 1 dropped)"


def test_another_view_is_heard(show: Show, desk: Desk) -> None:
    """What Python or another view did comes in, while a line is being written."""
    shown = show(desk)
    shown.focus()
    shown.press("e")
    shown.page.keyboard.type("x")
    shown.set("states", {"3": "accepted"})
    assert shown.text(".lessons-count") == "1 accepted, 0 dropped, 8 to look at"
    assert shown.focused() == "edit-text"
    shown.page.keyboard.type("y")
    shown.press("Enter")
    assert shown.model("edits")["0"]["text"].endswith("xy")
    assert shown.clean_up() == 0


@pytest.mark.parametrize("how", ["offline", "silent"])
def test_the_desk_goes_on_without_a_kernel(show: Show, desk: Desk, page: Page, how: str) -> None:
    """With a dead kernel everything works, and after some seconds a line says what is not recorded."""
    page.clock.install()
    shown = show(desk, **{how: True})
    shown.focus()
    shown.press("a", "a")
    assert shown.text(".lessons-count") == "2 accepted, 0 dropped, 7 to look at"
    page.clock.run_for(5000)
    assert "Not recorded: your corrections." in shown.text(".lessons-unrecorded")


# ---- looks --------------------------------------------------------------------------------------------------------------------------


def all_states(shown: Shown) -> list[Callable[[], object]]:
    """Steps through every state of the desk."""
    press = shown.press
    problems = [{"line": "2", "field": "", "text": "'x' is none"}, {"line": "", "field": "published", "text": "Write it."}]
    return [
        shown.focus,
        lambda: press("?"),
        lambda: press("Escape", "a", "d", "e"),
        lambda: press("Escape", "g", "Shift+ArrowRight"),
        lambda: press("l"),
        lambda: shown.root.get_by_label("Kind").select_option("Points"),
        lambda: shown.root.get_by_role("button", name="Add", exact=True).click(),
        lambda: press("Escape"),
        lambda: shown.set("outcome", {"n": 1, "message": "Not saved yet.", "problems": problems}),
        lambda: shown.root.get_by_role("button", name="Mend the line").click(),
        lambda: shown.set("outcome", {"n": 2, "saved": True, "message": "Saved 2 lines to x.md."}),
        lambda: shown.root.locator("[data-part=kind-Numbers]").click(),
        lambda: shown.root.get_by_label("Show", exact=True).select_option("dropped"),
    ]


def measured(one: list[str]) -> bool:
    """Whether axe left a contrast undecided, since a scrolled box cuts the text or it is one sign; here they are all measured."""
    return one[0] == "color-contrast" and any(why in one[2] for why in ("obscured", "overlap", "too short"))


def test_axe_finds_nothing(show: Show, desk: Desk, page: Page) -> None:
    """No rule is violated in any state, light and dark, wide and narrow."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE)
    shown = show(desk)
    for step in all_states(shown):
        step()
        for how in looks(page):
            found = look(page)
            assert [one for one in found if not measured(one)] == [], how
            assert [one for one in shown.root.evaluate(CONTRASTS) if one[1] < 4.5] == [], how


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("width", [320, 900])
def test_every_text_can_be_read_and_pressed(show: Show, desk: Desk, page: Page, host: str, width: int) -> None:
    """Text stands out at 4.5 to 1 in every theme, controls are large enough, and a narrow page does not scroll sideways."""
    name, value, prefers, _ = HOSTS[host]
    page.emulate_media(color_scheme="dark" if prefers == "dark" else "light", reduced_motion="reduce")
    page.evaluate("([name, value]) => document.body.setAttribute(name, value)", [name, value])
    page.set_viewport_size({"width": width, "height": 800})
    shown = show(desk)
    for step in all_states(shown):
        step()
        assert [one for one in shown.root.evaluate(CONTRASTS) if one[1] < 4.5] == []
        small = shown.root.evaluate(SMALL.replace("button, ", "button, textarea, .lessons-desk-check, ").replace(', input")', '")'))
        assert small == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_article_and_list_beside_or_below_each_other(show: Show, desk: Desk, page: Page) -> None:
    """On a wide page the article stands at the left of the list, on a narrow one below it; each scrolls by itself."""
    shown = show(desk)
    places = "root => ['article', 'list'].map((name) => root.querySelector(`.lessons-desk-${name}`).getBoundingClientRect())"
    article, lines = shown.root.evaluate(places)
    assert (article["right"] <= lines["left"], abs(article["top"] - lines["top"]) < 2) == (True, True)
    page.set_viewport_size({"width": 320, "height": 700})
    article, lines = shown.root.evaluate(places)
    assert article["top"] >= lines["bottom"]
    shown.focus()
    shown.press(*["n"] * 8)
    at = shown.root.locator(".lessons-desk-list")
    assert at.evaluate("(list) => list.scrollTop") > 0
    assert at.evaluate("(list) => list.querySelector('.is-chosen').getBoundingClientRect().top >= list.getBoundingClientRect().top")


def test_forced_colours(show: Show, desk: Desk, page: Page) -> None:
    """Where colours are the system's own, strokes, letters, signs and the outline of what is chosen are left."""
    page.emulate_media(forced_colors="active")
    shown = show(desk)
    shown.focus()
    shown.press("a")
    style = (
        "one => { const style = getComputedStyle(one); return [style.outlineStyle, style.textDecorationStyle, style.textDecorationLine]; }"
    )
    assert find(shown, "June 2021").evaluate(style) == ["solid", "solid", "underline"]
    assert row(shown, "The work was").evaluate(style)[0] == "solid"


def test_long_articles_stay_quick(show: Show, page: Page) -> None:
    """10,000 words and 500 finds: drawn within a second or so, and a key is answered at once; rows are kept, not drawn anew."""
    words = [f"word{n}" + (".\n\n" if n % 80 == 79 else "") for n in range(10_000)]
    text = " ".join(words)
    at = [text.index(f"word{n} ") for n in range(10, 10_000, 20)]
    made = [
        Proposed(
            section=("Dates", "People", "Numbers", "Terms", "Quotations")[n % 5],
            heading="",
            text=f"label {n}: what is said of it at some length",
            paragraph=1 + n // 4,
            start=start,
            end=start + 12,
            words=text[start : start + 12],
            doubt="is it?" if n % 7 == 0 else "",
        )
        for n, start in enumerate(at)
    ]
    draft = Draft(text=text, head=Head(title="Long", published="2021"), clutter=(), paragraphs=((0, 9),), facts=())
    page.evaluate("() => { window.began = performance.now(); }")
    shown = show(Desk(draft, lines=made))
    page.evaluate("() => new Promise(requestAnimationFrame)")
    drawn = page.evaluate("performance.now() - window.began")
    assert shown.root.locator("li").count() == len(made) == 500
    shown.focus()
    shown.root.locator("li").nth(3).evaluate("one => { one.kept = true; }")
    took = page.evaluate(
        """() => { const times = []; for (let n = 0; n < 20; n += 1) { const began = performance.now();
          document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true }));
          document.body.offsetHeight; times.push(performance.now() - began); } return times.sort((a, b) => a - b)[10]; }"""
    )
    print(f"drawn in {drawn:.0f} ms, a key in {took:.1f} ms")
    assert shown.text(".lessons-count") == "20 accepted, 0 dropped, 480 to look at"
    assert shown.root.locator("li").nth(3).evaluate("one => one.kept")  # a key draws what it changes, and not the whole list


# ---- whatever stands in an article --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text(show: Show, page: Page, name: str) -> None:
    """Whatever an article, a line, a doubt or a teacher says, it is shown to the letter, nothing runs, nothing is wider than the page."""
    evil = HOSTILE[name]
    page.set_viewport_size({"width": 320, "height": 800})
    text = f"Before {evil} after.\n{evil}\n\nThe end {evil}"
    start = text.index(evil)
    made = Proposed(
        section="Points", heading=evil, text=f"a: {evil}", paragraph=1, start=start, end=start + len(evil), words=evil, doubt=evil
    )
    head = Head(title=evil, author=evil, publisher=evil, published="2021")
    draft = Draft(text=text, head=head, clutter=((0, 6), (start + 1, start + 3)), paragraphs=((0, 6),), facts=())
    shown = show(Desk(draft, lines=[made], path=f"{evil[:40]}.md"))
    assert shown.root.locator(".lessons-desk-article").text_content() == text
    assert "".join(shown.root.locator("mark").all_text_contents()) == evil
    assert shown.root.locator(".lessons-desk-text").text_content() == f"a: {evil}"
    assert shown.root.locator(".lessons-desk-words").text_content() == f"“{evil}”"
    assert shown.root.locator(".lessons-desk-doubt").text_content() == f"?{evil}"
    assert shown.root.get_by_label("Lesson").input_value() == evil
    shown.focus()
    shown.press("e")
    shown.root.get_by_label("The line").fill(f"b: {evil}")
    shown.press("Enter")
    shown.set("outcome", {"n": 1, "message": evil, "problems": [{"line": "0", "field": "", "text": evil}]})
    assert shown.model("edits")["0"]["text"] == f"b: {evil}"
    assert shown.root.locator(".lessons-desk-problem", has_text="To mend").text_content() == f"To mend: {evil}"
    drag(shown, "The end", "The end")
    shown.press("g", "l")
    assert page.evaluate("window.ran") is None
    assert shown.root.locator("script, img, svg, a, [onclick], [onload], [onfocus]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_lines_and_no_text(show: Show) -> None:
    """A draft without finds can be added to; one without text does not break."""
    draft = Draft(text="", head=Head(), clutter=(), paragraphs=(), facts=())
    empty = show(Desk(draft, lines=[]))
    assert "Nothing is proposed." in empty.text(".lessons-desk-none")
    empty.focus()
    empty.press("a", "d", "e", "n", "p", "u", "g", "l", "ArrowRight", "Enter", "Escape")
    assert empty.text(".lessons-count") == "0 accepted, 0 dropped, 0 to look at"
    assert empty.clean_up() == 0


# ---- apart from any drawing ---------------------------------------------------------------------------------------------------------


def test_pieces_and_places(page: Page) -> None:
    """Blocks make up the text; pieces make up their block, each with the finds that it belongs to; places go there and back."""
    found = run(
        page,
        "desk_text.js",
        "blocksIn, piecesOf, placesIn, byBlock, trimmed, lastAtOrBelow",
        """const text = "one two\\n\\nthree", blocks = m.blocksIn(text);
        const finds = [{ id: "a", start: 2, end: 11 }, { id: "b", start: 4, end: 7 }];
        const split = m.byBlock(blocks, finds).map((one) => one.map(({ id }) => id));
        const pieces = m.piecesOf(blocks[0], finds, [{ start: 0, end: 3 }]).map(({ start, end, ids, clutter }) =>
          [text.slice(start, end), ids.join(""), clutter]);
        const { toUnit, toPoint } = m.placesIn("a🎁b");
        return [blocks.map(({ start, end }) => text.slice(start, end)), split, pieces, [0, 1, 2, 3].map(toUnit), [0, 1, 3, 4].map(toPoint),
          m.trimmed("  a b ", { start: 0, end: 6 }), m.trimmed("   ", { start: 0, end: 3 }), m.lastAtOrBelow([], 3)];""",
    )
    assert found == [
        ["one two\n", "\n", "three"],
        [["a", "b"], ["a"], ["a"]],
        [["on", "", True], ["e", "a", True], [" ", "a", False], ["two", "ba", False], ["\n", "a", False]],
        [0, 1, 3, 4],
        [0, 1, 2, 3],
        {"start": 2, "end": 5},
        None,
        -1,
    ]


def test_what_words_become(page: Page) -> None:
    """A kind is guessed from the words, a line is begun with them, and what it lacks is said."""
    script = """const words = ["12 May 2021", "“so it is,”", "30 boats", "Ada Byrne", "the deck"];
    const line = (text, section = "Terms", heading = "") => m.lackOf({ section, heading, text });
    const opened = [["Quotations", words[1]], ["Numbers", "30"], ["Dates", "May"]].map((one) => m.openingText(...one));
    return [words.map(m.guessedSection), ...opened,
      [line("a: b"), line("a b"), line(": b"), line("a:"), line("a: b", "Points"), line("a:b")]];"""
    found = run(page, "desk_add.js", "guessedSection, openingText, lackOf", script)
    assert found[:4] == [["Dates", "Quotations", "Numbers", "People", "Terms"], ": “so it is”", ": 30", "May: "]
    assert [text.split(" ")[-1] if text else "" for text in found[4]] == ["", "line.", "colon.", "colon.", "joining”.", "colon."]
