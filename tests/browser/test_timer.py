"""The time that is left: the clock by itself, and in a quiz."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lessons.widgets import Quiz

from .conftest import Shown
from .test_states import run

Show = Callable[..., Shown]
# Waits until the browser has told the widget whether it is in sight.
SEEN = "new Promise((done) => new IntersectionObserver(() => done(true)).observe(document.querySelector('.lessons')))"


def clock(page: Page, script: str) -> Any:
    names = "openClock, runClock, pauseClock, spentSeconds, leftSeconds, clockWarnings, clockText, timeWords"
    return run(page, "clock.js", names, script)


def test_a_clock_runs_and_stands_still(page: Page) -> None:
    """Time is spent only between running and pausing; a second run or pause changes nothing; nothing is left below 0."""
    found = clock(
        page,
        """const open = m.openClock(10, 1), runs = m.runClock(open, 1000), rests = m.pauseClock(runs, 4500);
        const again = m.runClock(rests, 60000);
        return [m.spentSeconds(open, 9999), m.spentSeconds(runs, 3000), m.runClock(runs, 2000) === runs, rests,
            m.pauseClock(rests, 9000) === rests, m.leftSeconds(again, 61000), m.leftSeconds(again, 99000), m.leftSeconds(m.openClock(), 5),
            m.spentSeconds(again, 50000)];""",
    )
    assert found == [1, 3, True, {"limit": 10, "spent": 4.5, "since": None}, True, 4.5, 0, None, 4.5]


def test_warnings_come_once_each(page: Page) -> None:
    """At 10 and 5 minutes and at the end, once each; a limit of ten minutes is not announced; after a sleep comes what is really left."""
    found = clock(
        page,
        """const seconds = (limit, ...times) => times.slice(1).map((now, n) =>
            m.clockWarnings(m.runClock(m.openClock(limit), 0), 1000 * times[n], 1000 * now).join(" "));
        return [seconds(900, 0, 299, 300, 301, 600, 899.5, 900, 901), seconds(600, 0, 1, 300), seconds(300, 0, 1, 300), seconds(60, 0, 60),
            seconds(3600, 0, 3400), seconds(3600, 0, 5000), seconds(null, 0, 5000)];""",
    )
    assert found == [
        ["", "10 minutes left.", "", "5 minutes left.", "", "Time is up.", ""],
        ["", "5 minutes left."],
        ["", "Time is up."],
        ["Time is up."],
        ["4 minutes left."],
        ["Time is up."],
        [""],
    ]


def test_time_as_digits_and_as_words(page: Page) -> None:
    """A second that has begun counts; of hours nobody says the seconds."""
    found = clock(page, "return [0, 0.2, 9, 59.5, 61, 754, 3600, 3729].map((seconds) => [m.clockText(seconds), m.timeWords(seconds)]);")
    assert found == [
        ["0:00", "0 seconds"],
        ["0:01", "1 second"],
        ["0:09", "9 seconds"],
        ["1:00", "1 minute"],
        ["1:01", "1 minute 1 second"],
        ["12:34", "12 minutes 34 seconds"],
        ["1:00:00", "1 hour"],
        ["1:02:09", "1 hour 2 minutes"],
    ]


@pytest.fixture
def timed(show: Show, make: SimpleNamespace, page: Page) -> Shown:
    """Two questions against eleven minutes, with the browser's clock standing still."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    return show(Quiz([make.choice("First?"), make.choice("Second?")], minutes=11))


def left(shown: Shown) -> str:
    return shown.text(".lessons-time-left")


def test_the_time_left_stands_in_the_head(timed: Shown) -> None:
    """It goes down second by second, is a timer that no screen reader announces by itself, and reads in words where it stands."""
    assert left(timed) == "11:00 left"
    timed.page.clock.run_for(2000)
    assert left(timed) == "10:58 left"
    timer = timed.root.get_by_role("timer")
    assert timer.get_attribute("aria-live") == "off"
    assert timer.locator(".lessons-unseen").text_content() == "10 minutes 58 seconds left"
    assert timed.said() == ""


def test_no_limit_no_timer(show: Show, make: SimpleNamespace) -> None:
    """Without minutes there is no timer to see or to press, and nothing ticks."""
    shown = show(Quiz([make.choice()]))
    expect(shown.root.get_by_role("timer")).to_have_count(0)
    expect(shown.root.get_by_role("button", name="Pause")).to_have_count(0)


def test_ticking_draws_nothing_anew(timed: Shown) -> None:
    """What is chosen, what is focused and where it stands outlast every second."""
    timed.root.get_by_label("Cy").check()
    timed.page.evaluate("window.kept = document.activeElement")
    timed.page.clock.run_for(5000)
    assert timed.page.evaluate("window.kept === document.activeElement && window.kept.isConnected && window.kept.checked")


def test_warnings_are_said_politely_and_once(timed: Shown) -> None:
    """At 10 and 5 minutes and when the time is up, which practice only says: it goes on."""
    said: list[str] = []
    for _ in range(70):
        timed.page.clock.run_for(10_000)
        if not said or said[-1] != timed.said():
            said.append(timed.said())
    assert said == ["", "10 minutes left.", "5 minutes left.", "Time is up. Go on as long as you like."]
    assert left(timed) == "Time is up. Go on as long as you like."
    timed.focus()
    timed.press("b", "Enter", "Enter", "b", "Enter", "Enter")
    assert timed.text(".lessons-score") == "2 of 2 right"
    assert timed.said() == ""


def test_a_pause_hides_the_question(timed: Shown) -> None:
    """While paused nobody reads on: the question is away, keys do nothing to it, the time stands; Resume brings it back as it was."""
    timed.page.clock.run_for(1000)
    timed.root.get_by_label("Cy").check()
    timed.root.get_by_role("button", name="Pause").click()
    assert (timed.said(), timed.focused()) == ("Paused", "resume")
    assert "First?" not in timed.root.inner_text()
    assert timed.root.get_by_role("radio").count() == 0
    assert timed.text(".lessons-paused-words") == "10 minutes 59 seconds left. The question waits for you."
    expect(timed.root.get_by_role("button", name="Pause")).to_be_hidden()
    timed.page.clock.run_for(60_000)
    timed.press("n", "b", "p", "1")
    assert (left(timed), timed.text(".lessons-count")) == ("10:59 left", "Question 1 of 2")
    timed.press("Enter")
    assert timed.focused() == "stem"
    assert timed.root.get_by_label("Cy").is_checked()
    timed.page.clock.run_for(1000)
    assert left(timed) == "10:58 left"
    timed.press("Enter")
    assert timed.model("seconds") == {"i-First?": 2}


def test_enter_resumes_from_anywhere(timed: Shown) -> None:
    """With the focus on the widget itself, too."""
    timed.root.get_by_role("button", name="Pause").click()
    timed.focus()
    timed.press("Enter")
    expect(timed.root.get_by_role("radio")).to_have_count(4)


def test_the_report_has_no_timer_and_a_retry_none(timed: Shown) -> None:
    """At the end the time stands; the missed ones again have no limit; starting again has the whole time."""
    timed.focus()
    timed.page.clock.run_for(10_000)
    timed.press("b", "Enter", "Enter", "a", "Enter", "Enter")
    expect(timed.root.get_by_role("timer")).to_have_count(0)
    timed.root.get_by_role("button", name="Try the missed ones again").click()
    expect(timed.root.get_by_role("timer")).to_have_count(0)
    timed.press("b", "Enter", "Enter")
    timed.root.get_by_role("button", name="Start again").click()
    assert left(timed) == "11:00 left"
    timed.page.clock.run_for(1000)
    assert left(timed) == "10:59 left"


def test_a_view_opened_anew_goes_on_with_the_time(show: Show, make: SimpleNamespace, page: Page) -> None:
    """What was spent on the items counts, and a view that is closed keeps the time of the item it showed."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    quiz = Quiz([make.choice("First?"), make.choice("Second?")], minutes=20)
    quiz.seconds = {"i-First?": 90.5}
    shown = show(quiz)
    assert left(shown) == "18:30 left"
    page.clock.run_for(4000)
    assert shown.clean_up() == 0
    assert page.evaluate("window.shown[0].model.get('seconds')") == {"i-First?": 94.5}
    page.clock.run_for(4000)  # nothing ticks on, nothing is drawn into a widget that is gone


def test_time_out_of_sight_is_no_items_time(show: Show, make: SimpleNamespace, page: Page) -> None:
    """A quiz below the page's edge takes no time until it is scrolled to."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.evaluate("document.querySelector('main').style.paddingTop = '3000px'")
    shown = show(Quiz([make.choice("First?")], minutes=20))
    page.wait_for_function(SEEN)
    page.clock.run_for(60_000)
    assert left(shown) == "20:00 left"
    shown.root.scroll_into_view_if_needed()
    expect(shown.root.get_by_role("button", name="Pause")).to_be_visible()
    page.clock.run_for(2000)
    assert left(shown) == "19:58 left"
    shown.focus()
    shown.press("b", "Enter")
    assert shown.model("seconds") == {"i-First?": 2}


def test_another_tab_is_no_pause(timed: Shown) -> None:
    """Once a quiz was seen its time goes on behind another tab, as in an examination; the item's own does not."""
    turn = """(hidden) => { Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
              document.dispatchEvent(new Event("visibilitychange")); }"""
    timed.page.wait_for_function(SEEN)
    timed.page.clock.run_for(2000)
    timed.page.evaluate(turn, True)
    assert timed.model("seconds") == {"i-First?": 2}
    timed.page.clock.run_for(30_000)
    timed.page.evaluate(turn, False)
    timed.page.clock.run_for(1000)
    assert left(timed) == "10:27 left"
    timed.focus()
    timed.press("b", "Enter")
    assert timed.model("seconds") == {"i-First?": 3}


def test_two_timers_on_a_page(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Pausing one leaves the other."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    one, other = (show(Quiz([make.choice()], minutes=minutes)) for minutes in (3, 4))
    one.root.get_by_role("button", name="Pause").click()
    page.clock.run_for(3000)
    assert (left(one), left(other)) == ("3:00 left", "3:57 left")
