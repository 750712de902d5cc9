"""A walk through a live JupyterLab, as a newcomer takes it: start page, lesson, cards and quiz, by mouse and by keyboard only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

import lessons
from lessons.folder import shipped
from lessons.items import Item
from lessons.widgets import Practice

from .hosts import ROOT, SERVER, served, surroundings

PICTURE = ROOT / "tests" / "golden" / "quiz.png"
IDLE = '#jp-main-statusbar >> text="Python 3 (ipykernel) | Idle"'


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`lessons new` and `lessons lab` as a user runs them, on loopback; gives the address."""
    home = tmp_path_factory.mktemp("lab")
    command = ["-c", "from lessons.cli import main; main()"]
    env = surroundings(home)
    subprocess.run([sys.executable, *command, "new", str(home / "work")], env=env, check=True, capture_output=True)
    with served(home, [*command, "lab", str(home / "work"), "--", *SERVER]) as url:
        yield url


@pytest.fixture
def desk(browser: Browser, lab: str) -> Iterator[Page]:
    """A window on that JupyterLab; afterwards the console held no error and nothing was asked of another machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 1100}, base_url=lab)
    context.set_default_timeout(60_000)
    page = context.new_page()
    errors: list[str] = []
    elsewhere: list[str] = []
    here = (lab, lab.replace("http", "ws"), "data:", "blob:", "about:")
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: elsewhere.append(request.url) if not request.url.startswith(here) else None)
    yield page
    context.close()
    assert errors == []
    assert elsewhere == []


def open_lesson(page: Page, name: str) -> None:
    """Open a notebook and run all of it."""
    page.goto(f"/lab/tree/notebooks/{name}.ipynb?reset")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell")
    page.wait_for_selector("#jupyterlab-splash", state="detached")
    page.wait_for_selector(IDLE)
    for _ in range(2):  # where the machine is busy, the kernel may not be there yet to take it
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.click('[data-command="runmenu:run-all"]')
        with suppress(TookTooLong):
            page.wait_for_selector(".lessons")
            return
    page.wait_for_selector(".lessons")


def quiz_of(lesson: str, n: int, seed: int) -> tuple[Item, ...]:
    """What the lesson's notebook asks."""
    quiz = Practice(lessons.read(shipped("seeds")).only(lesson=lesson), n=n, seed=seed).quiz
    assert quiz is not None
    return quiz._asked


def typed_key(item: Item) -> str:
    return item.key_text


def respond(root: Locator, item: Item, *, right: bool) -> None:
    """Respond to the item shown, by mouse."""
    if item.options:
        keys = [option for option in item.options if option.id in item.key_ids]
        other = next(option for option in item.options if option.id not in item.key_ids)
        for option in keys if right else [other]:
            root.locator(".lessons-option", has_text=option.text).first.click()
    else:
        root.get_by_role("textbox").fill(typed_key(item) if right else "xylophone 99")
    root.get_by_role("button", name="Check").click()


def test_the_start_page_shows_results_before_anything_runs(desk: Page) -> None:
    """`lessons lab` opens the start page, whose stored results can be read, and whose links lead to the lessons."""
    desk.goto("/")
    desk.wait_for_selector(".jp-Notebook .jp-CodeCell")
    desk.wait_for_selector("#jupyterlab-splash", state="detached")
    notebook = desk.locator(".jp-Notebook")
    expect(notebook.get_by_role("heading", name="Start here")).to_be_visible()
    outputs = notebook.locator(".jp-OutputArea-output")
    expect(outputs.first).to_contain_text("Article 5")
    assert outputs.count() >= 3
    assert "model not found" not in notebook.inner_text()
    notebook.get_by_role("link", name="Article 5").click()
    expect(desk.get_by_role("heading", name="After this lesson").or_(desk.get_by_role("heading", name="Article 5")).first).to_be_visible()
    desk.wait_for_selector(IDLE)


def test_a_lesson_by_mouse(desk: Page) -> None:
    """Run a lesson; answer right and wrong, choosing and typing; see verdict, key and source; flip cards."""
    open_lesson(desk, "01-article-5")
    items = quiz_of("Article 5", 8, 1)
    root = desk.locator(".lessons").nth(1)
    assert {item.kind for item in items} == {"single_choice", "multiple_response", "gap", "true_false"}
    # For README; by choice the one with a date, whose options stand in order.
    pictured = min((item for item in items if item.kind == "single_choice"), key=lambda item: item.facts[0].kind != "date")
    for n, item in enumerate(items):
        right = n % 2 == 0
        expect(root.locator(".lessons-count")).to_have_text(f"Question {n + 1} of 8")
        respond(root, item, right=right)
        if not right and not item.options and root.locator(".lessons-verdict").count() == 0:
            root.get_by_role("button", name="Show me").click()  # a date or number that cannot be read is asked about, not marked
        expect(root.locator(".lessons-verdict")).to_contain_text("Right" if right else "Not right")
        expect(root.locator(".lessons-cite").first).to_contain_text(item.facts[0].citations[0].source.title)
        if item == pictured and (not PICTURE.exists() or os.environ.get("LESSONS_PICTURES")):
            root.evaluate("node => node.scrollIntoView({ block: 'center' })")
            desk.wait_for_timeout(600)  # the feedback fades in
            desk.locator(".jp-NotebookPanel").screenshot(path=PICTURE)
        root.get_by_role("button", name="Next question").or_(root.get_by_role("button", name="See how it went")).click()
    expect(root.locator(".lessons-score")).to_have_text("4 of 8 right")

    cards = desk.locator(".lessons").nth(0)
    cards.get_by_role("button", name="Show the back").click()
    expect(cards.locator(".lessons-cite").first).to_be_visible()
    cards.get_by_role("button", name="Next").click()
    expect(cards.locator(".lessons-count")).to_contain_text("2 of")


def test_a_lesson_by_keyboard_only(desk: Page) -> None:
    """From the run notebook on without a mouse: reach the quiz by Tab, answer by letters and typing, and hear the score; flip cards."""
    open_lesson(desk, "01-article-5")
    items = quiz_of("Article 5", 8, 1)
    root = desk.locator(".lessons").nth(1)
    # From the cell's code, Tab leads on to its output.
    desk.locator(".lessons").nth(0).locator("button").last.focus()
    for _ in range(60):
        desk.keyboard.press("Tab")
        if root.evaluate("node => node.contains(document.activeElement)"):
            break
    else:
        pytest.fail("Tab does not lead to the quiz")
    # The first stop may be the "?" button: N and P work from anywhere in the widget, so begin on the question.
    root.focus()
    for item in items:
        if item.options:
            for letter, option in zip("abcdef", item.options, strict=False):
                if option.id in item.key_ids:
                    desk.keyboard.press(letter)
        else:
            root.get_by_role("textbox").focus()
            desk.keyboard.type(typed_key(item))
        desk.keyboard.press("Enter")
        expect(root.locator(".lessons-verdict")).to_contain_text("Right")
        desk.keyboard.press("Enter")
    expect(root.locator(".lessons-score")).to_have_text("8 of 8 right")

    cards = desk.locator(".lessons").nth(0)
    cards.focus()
    desk.keyboard.press("Space")
    expect(cards.locator(".lessons-cite").first).to_be_visible()
    desk.keyboard.press("ArrowRight")
    expect(cards.locator(".lessons-count")).to_contain_text("2 of")
    # JupyterLab's own keys were not pressed: no cell was added or cut.
    stored = json.loads((shipped("notebooks") / "01-article-5.ipynb").read_text(encoding="utf-8"))
    assert desk.locator(".jp-Notebook .jp-Cell").count() == len(stored["cells"])


def test_python_knows_what_was_done(desk: Page) -> None:
    """What is answered in the browser reaches the kernel: the quiz can be asked there which items were missed."""
    open_lesson(desk, "04-sources-disagree")
    root = desk.locator(".lessons").nth(1)
    root.get_by_role("button", name="Show me").click()
    expect(root.locator(".lessons-key")).to_be_visible()
    desk.wait_for_selector(IDLE)
    desk.locator(".jp-CodeCell .jp-InputPrompt").last.click()
    desk.keyboard.press("b")  # a new cell below
    desk.keyboard.press("Enter")
    desk.keyboard.insert_text("[len(shown.missed) for shown in Out.values() if type(shown).__name__ == 'Quiz']")
    desk.keyboard.press("Shift+Enter")
    expect(desk.locator(".jp-CodeCell .jp-OutputArea-output", has_text="[1]").last).to_be_visible()


@pytest.mark.parametrize("name", [path.stem for path in sorted(shipped("notebooks").glob("*.ipynb"))])
def test_every_notebook_runs_in_the_lab(desk: Page, name: str) -> None:
    """Every notebook runs from top to bottom without an error or a warning below a cell."""
    open_lesson(desk, name)
    desk.wait_for_selector(IDLE)
    for kind in ("stderr", "error"):
        expect(desk.locator(f'[data-mime-type="application/vnd.jupyter.{kind}"]')).to_have_count(0)
    last = desk.locator(".jp-CodeCell").last
    expect(last.locator(".jp-InputPrompt")).to_contain_text("[")
    expect(last.locator(".jp-OutputArea-output").first).to_contain_text("GS SCORE" if name.startswith(("01", "03", "04")) else "")
