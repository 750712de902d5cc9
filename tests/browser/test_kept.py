"""A learner's history in a real JupyterLab: kept before it is said to be, and gone on with after the kernel was killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import lessons
from lessons.items import Item
from lessons.store import open_store

from .hosts import SERVER, served, wait_for_kernel
from .responding import by_mouse, right, wrong

CELLS = [
    "import os, pathlib, lessons\n_ = pathlib.Path('kernel').write_text(str(os.getpid()))\ndeck = lessons.read()",
    "lessons.quiz(deck, n=3, seed=1)",
    "lessons.exam(deck, n=3, seed=1)",
    "lessons.review(deck, new_a_day=3)",
    "lessons.progress(deck)",
]
QUIZ, PAPER, CARDS = range(3)


@dataclass(frozen=True)
class Lab:
    url: str
    home: Path

    @property
    def kernel(self) -> int:
        return int((self.home / "work" / "kernel").read_text())

    def attempts(self) -> list[str]:
        with open_store(self.home / "lessons.db") as store:
            return [one.item for one in store.attempts("me")]


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    work = tmp_path / "work"
    work.mkdir()
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    cells = [nbformat.v4.new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(CELLS)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), work / "kept.ipynb")
    with served(tmp_path, ["-m", "jupyterlab", *SERVER, "--allow-root", f"--ServerApp.root_dir={work}"]) as url:
        yield Lab(url, tmp_path)


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 1600})
    page.set_default_timeout(60_000)
    expect.set_options(timeout=30_000)
    yield page
    expect.set_options(timeout=5_000)
    page.close()


def run_all(desk: Page, lab: Lab) -> list[Locator]:
    """Open the notebook, with a kernel of its own, and run all of it; the widgets."""
    (lab.home / "work" / "kernel").unlink(missing_ok=True)
    desk.goto(f"{lab.url}/doc/tree/kept.ipynb?reset")
    wait_for_kernel(desk)
    prompt = desk.locator(".jp-InputPrompt").first
    while not (lab.home / "work" / "kernel").exists() and "*" not in prompt.inner_text():  # asked twice, it would replace what is answered
        desk.get_by_role("menuitem", name="Run", exact=True).click()
        desk.click('[data-command="runmenu:run-all"]')
        desk.wait_for_timeout(1500)
    expect(desk.locator(".lessons")).to_have_count(3)
    expect(desk.locator(".jp-InputPrompt").last).to_contain_text(str(len(CELLS)), timeout=60_000)  # the kernel has time for responses
    return [desk.locator(".lessons").nth(n) for n in range(3)]


def press(root: Locator, name: str) -> None:
    root.get_by_role("button", name=name, exact=True).click()


def asked() -> tuple[Item, ...]:
    return lessons.quiz(lessons.read(), n=3, seed=1)._asked


def test_a_killed_kernel_loses_nothing_that_was_said_to_be_recorded(desk: Page, lab: Lab) -> None:
    """The quiz goes on at the next question, the paper with its response and its flag; what was missed is due in the review."""
    quiz, paper, _ = run_all(desk, lab)
    items = asked()
    by_mouse(quiz, items[0], wrong(items[0]))
    press(quiz, "Check")
    expect(quiz.locator(".lessons-recording")).to_have_text("✓Recorded")
    assert lab.attempts() == [items[0].id]
    press(paper, "Start")
    paper.locator("[data-part=option-1]").check()
    press(paper, "Flag")
    desk.wait_for_timeout(1500)
    desk.add_locator_handler(desk.locator(".jp-Dialog"), lambda dialog: dialog.get_by_role("button", name="Ok", exact=True).click())
    os.kill(lab.kernel, signal.SIGKILL)
    desk.wait_for_timeout(2000)
    desk.goto("about:blank")
    quiz, paper, cards = run_all(desk, lab)
    expect(quiz.locator(".lessons-count")).to_have_text("Question 2 of 3")
    by_mouse(quiz, items[1], right(items[1]))
    press(quiz, "Check")
    expect(quiz.locator(".lessons-recording")).to_have_text("✓Recorded")
    assert lab.attempts() == [items[0].id, items[1].id]
    expect(paper.locator("[data-part=option-1]")).not_to_be_checked()  # it opens at the first question without a response
    paper.locator("[data-part=previous]").click()
    expect(paper.locator("[data-part=option-1]")).to_be_checked()
    expect(paper.locator("[data-part=flag]")).to_have_attribute("aria-pressed", "true")
    expect(cards).to_be_visible()
    progress = desk.locator(".jp-CodeCell").last
    expect(progress.get_by_text("0 of 188 facts").first).to_be_attached()  # one was asked, and missed
    expect(progress.locator(".vega-embed svg")).to_have_count(4)  # no paper was handed in yet
