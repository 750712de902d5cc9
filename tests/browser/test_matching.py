"""Matching: by the rows' lists, by dragging an option onto a row, by pressing both."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from lessons.widgets import Quiz

from .conftest import Shown, plainly

Show = Callable[..., Shown]
ID = "i-Match each body with its seat."


def slots(shown: Shown) -> list[str]:
    """What the rows show."""
    return shown.root.locator(".lessons-slot-text").all_inner_texts()


def values(shown: Shown) -> list[str]:
    """What the rows' lists hold."""
    held: list[str] = shown.root.locator("select").evaluate_all("all => all.map((one) => one.value)")
    return held


def drag(shown: Shown, chip: int, row: int) -> None:
    """Drag an option onto a row by mouse."""
    one, other = shown.root.locator(f"[data-part=chip-{chip}]").bounding_box(), shown.root.locator(".lessons-match").nth(row).bounding_box()
    assert one
    assert other
    mouse = shown.page.mouse
    mouse.move(one["x"] + one["width"] / 2, one["y"] + one["height"] / 2)
    mouse.down()
    mouse.move(other["x"] + 60, other["y"] + other["height"] / 2, steps=6)
    mouse.up()


def test_match_by_dragging(show: Show, make: SimpleNamespace) -> None:
    """An option dragged onto a row is chosen there and named on the option; dropped elsewhere it goes back."""
    shown = show(Quiz([make.matching()]))
    assert shown.text(".lessons-meta") == "Treaties · Match"
    drag(shown, 1, 0)
    assert slots(shown) == ["2. Brussels", "Choose…", "Choose…"]
    assert shown.said() == "Brussels, now with A"
    assert shown.root.locator("[data-part=chip-1]").inner_text().split()[-1] == "A"
    drag(shown, 0, 1)
    drag(shown, 2, 2)
    shown.root.get_by_role("button", name="Check").click()
    assert shown.text(".lessons-verdict").endswith("Right")
    assert shown.model("responses") == {ID: ["o1", "o0", "o2"]}


def test_a_drop_beside_the_rows_does_nothing(show: Show, make: SimpleNamespace) -> None:
    """An option that is let go elsewhere goes back; it is not picked either, as it was no press."""
    shown = show(Quiz([make.matching()]))
    box = shown.root.locator("[data-part=chip-0]").bounding_box() or {}
    shown.page.mouse.move(box["x"] + 60, box["y"] + 20)
    shown.page.mouse.down()
    shown.page.mouse.move(box["x"] + 100, box["y"] + 60, steps=4)
    shown.page.mouse.up()
    assert values(shown) == ["", "", ""]
    assert shown.root.locator(".is-dragged, .is-over, [aria-pressed=true]").count() == 0


def test_match_by_pressing(show: Show, make: SimpleNamespace) -> None:
    """An option that is pressed goes into the row pressed next, on its list too; pressed twice it is let go."""
    shown = show(Quiz([make.matching()]))
    chip = shown.root.get_by_role("button", name="3. Basel")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "true"
    assert slots(shown) == ["Put it here"] * 3
    assert shown.said() == "Basel: press the row it belongs to"
    shown.root.locator(".lessons-slot").nth(2).click()
    assert values(shown) == ["", "", "o2"]
    assert chip.get_attribute("aria-pressed") == "false"
    chip.click()
    chip.click()
    shown.root.get_by_text("Court").click()
    assert values(shown) == ["", "", "o2"]
    chip.click()
    shown.root.get_by_text("Court").click()
    assert values(shown) == ["", "o2", ""], "an option that another row has moves"


def test_match_by_keyboard(show: Show, make: SimpleNamespace) -> None:
    """A letter leads to a row, arrows and digits choose in its list, Tab goes to the next row, Enter checks."""
    shown = show(Quiz([make.matching(), make.choice()]))
    shown.focus()
    shown.press("a")
    assert shown.focused() == "match-0"
    shown.press("ArrowDown", "ArrowDown", "Tab", "1", "Tab")
    assert shown.focused() == "match-2"
    shown.page.keyboard.type("3")
    assert slots(shown) == ["2. Brussels", "1. The Hague", "3. Basel"]
    shown.press("Enter")
    assert shown.text(".lessons-verdict").endswith("Right")
    assert shown.focused() == "next"


def test_arrows_take_nothing_that_they_pass_over(show: Show, make: SimpleNamespace) -> None:
    """Going through a row's list, an option of another row moves only while it is the one chosen."""
    shown = show(Quiz([make.matching()]))
    shown.focus()
    shown.press("a", "ArrowDown", "Tab", "ArrowDown")
    assert values(shown) == ["", "o0", ""]
    shown.press("ArrowDown")
    assert values(shown) == ["o0", "o1", ""]
    assert shown.focused() == "match-1"
    shown.press("ArrowUp", "Tab", "ArrowDown", "ArrowDown", "ArrowDown")
    assert values(shown) == ["", "o0", "o2"], "what was taken before the row was left stays taken"


def test_each_row_says_what_it_is(show: Show, make: SimpleNamespace) -> None:
    """Each list is named by its statement, headings stand over both columns, and how many are left over is said."""
    shown = show(Quiz([make.matching()]))
    assert [shown.root.get_by_label(name).count() for name in ("Alliance", "Court", "Bank")] == [1, 1, 1]
    assert shown.root.locator(".lessons-match-head p").all_inner_texts() == ["Body", "Seat"]
    assert shown.root.locator("option").all_inner_texts()[:5] == ["Choose…", "1. The Hague", "2. Brussels", "3. Basel", "4. Vienna"]
    assert shown.root.get_by_text("One is left over.").count() == 1


def test_nothing_matched_is_asked_for(show: Show, make: SimpleNamespace) -> None:
    """Check with every row open, or emptied again, marks nothing; choosing takes the words away; what is matched is kept meanwhile."""
    shown = show(Quiz([make.matching(), make.choice()]))
    shown.root.get_by_label("Court").select_option("o0")
    shown.root.get_by_label("Court").select_option("")
    shown.root.get_by_role("button", name="Check").click()
    assert (shown.text(".lessons-notice"), shown.focused()) == ("Match at least one first.", "match-0")
    shown.root.get_by_label("Court").select_option("o3")
    assert shown.text(".lessons-notice") == ""
    shown.root.get_by_role("button", name="Skip").click()
    shown.press("p")
    assert values(shown) == ["", "o3", ""]


@pytest.mark.parametrize(
    ("response", "words", "rows"),
    [
        (["o1", "o0", "o2"], "Right", ["Brussels ✓ Right", "The Hague ✓ Right", "Basel ✓ Right"]),
        (["o1", "o3", ""], "Partly right", ["Brussels ✓ Right", "Vienna ✗ Wrong Right match: The Hague", "✗ Left open Right match: Basel"]),
        (
            ["", "", "o3"],
            "Not right",
            ["✗ Left open Right match: Brussels", "✗ Left open Right match: The Hague", "Vienna ✗ Wrong Right match: Basel"],
        ),
        ("", "Here it is", ["Right match: Brussels", "Right match: The Hague", "Right match: Basel"]),
    ],
)
def test_marked_matches(show: Show, make: SimpleNamespace, response: list[str], words: str, rows: list[str]) -> None:
    """Taken up again, each row says in words whether it is right, with the right match where it is not, and its source below."""
    quiz = Quiz([make.matching(), make.choice()])
    quiz.responses = {ID: response}
    shown = show(quiz)
    assert shown.text(".lessons-count") == "Question 2 of 2"
    shown.focus()
    shown.press("p")
    assert words in shown.text(".lessons-verdict")
    assert [plainly(row) for row in shown.root.locator(".lessons-matched").all_inner_texts()] == rows
    parts = shown.root.locator(".lessons-part > p:first-child").all_inner_texts()
    assert parts == ["A Alliance: Brussels", "B Court: The Hague", "C Bank: Basel"]
    assert shown.root.locator("select, .lessons-chip").count() == 0


def test_a_list_without_the_focus(show: Show, make: SimpleNamespace) -> None:
    """A browser that gives a list no focus when it is pressed (Safari) keeps what the other rows hold."""
    shown = show(Quiz([make.matching()]))
    for row, option in enumerate(["o1", "o0", "o2"]):
        shown.root.locator(f"[data-part=match-{row}]").select_option(option)  # sends no focus
    assert values(shown) == ["o1", "o0", "o2"]
    shown.root.locator("[data-part=match-2]").select_option("o0")
    assert values(shown) == ["o1", "", "o0"]
