"""The quiz beside jupyterquiz's, in one notebook in a live JupyterLab and in one run: opening, answering, what a notebook stores.

Times are taken in the page: from the key that runs the cell to the frame in which the first question has been drawn, and from the press
on an option or on Check to the feedback. Every quiz is opened in a notebook without other outputs, as five hundred questions of one make
the page slow for the other. Quote the ratios.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS, chromium
from tests.browser.hosts import ROOT, SERVER, served

SETUP = f"""import os, pathlib, lessons
from dataclasses import replace
import anywidget
from jupyterquiz import display_quiz
from lessons.widgets import Quiz
from lessons.widgets.front_end import FrontEnd
direct = [item for item in lessons.read({str(ROOT / "seeds")!r}).items(seed=1) if item.kind == "single_choice" and item.form == "direct"]
def ours(n):
    return [replace(direct[k % len(direct)], id=f"{{direct[k % len(direct)].id}}-{{k}}") for k in range(n)]
def theirs(n):
    return [{{"question": item.stem, "type": "multiple_choice", "answers": [
        {{"answer": option.text, "correct": option.id in item.key_ids, "feedback": item.explanation}} for option in item.options
    ]}} for item in ours(n)]
items = {{n: ours(n) for n in (10, 500)}}
questions = {{n: theirs(n) for n in (10, 500)}}
def first(n):  # as in a page that has had no quiz: what draws it is sent, too
    own = FrontEnd(f"{{Quiz.front_end.module}}// {{len(made)}}", Quiz.front_end.styles)
    made.append(type("First", (Quiz,), {{"front_end": own}}))
    return made[-1](items[n])
made = []
os.environ["LESSONS_DB"] = str(pathlib.Path("lessons.db").resolve())
deck = lessons.read({str(ROOT / "seeds")!r})
class Least(anywidget.AnyWidget):
    _esm = "export default {{ render({{ el }}) {{ el.append(document.createElement('i')); }} }}"
"""
CELLS = [
    SETUP,
    "Quiz(items[10])",
    "display_quiz(questions[10])",
    "Quiz(items[500])",
    "display_quiz(questions[500])",
    "Least()",
    "first(10)",
    "lessons.quiz(deck)",
    "lessons.practice(deck)",
]
ROUNDS = 10  # the first is not counted for opening
OURS, THEIRS, LEAST = ".lessons-option input", ".MCButton", "i"
IDLE = '#jp-main-statusbar >> text="Python 3 (ipykernel) | Idle"'
# From the next key pressed to the frame after the one in which the cell's output has a new element of that kind.
OPENS = """([cell, wanted]) => {
  const output = [...document.querySelectorAll(".jp-CodeCell")][cell];
  const found = () => output.querySelector(`.jp-OutputArea ${wanted}`);
  const old = found();
  document.addEventListener("keydown", () => {
    const start = performance.now();
    window.opened = new Promise((done) => {
      const watch = new MutationObserver(() => {
        if (!found() || found() === old) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      });
      watch.observe(output, { subtree: true, childList: true });
    });
  }, { once: true, capture: true });
}"""
# Press and wait until what is wanted is there; the pause afterwards is a person's.
ANSWERS = """async ([cell, n, theirs]) => {
  const output = [...document.querySelectorAll(".jp-CodeCell")][cell].querySelector(".jp-OutputArea");
  const times = [];
  const press = (element, done) => new Promise((resolve) => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
      if (!done()) return;
      watch.disconnect();
      resolve(performance.now() - start);
    });
    watch.observe(output, { subtree: true, childList: true, characterData: true, attributes: true });
    element.click();
  });
  const pause = () => new Promise((done) => setTimeout(done, 60));
  for (let at = 0; at < n; at += 1) {
    if (theirs) {
      const question = output.querySelectorAll(".Quiz")[at];
      const feedback = question.querySelector(".Feedback");
      times.push(await press(question.querySelector(".MCButton"), () => feedback.textContent.trim()));
    } else {
      output.querySelector("[data-part=option-0]").click();
      await pause();
      times.push(await press(output.querySelector("[data-part=check]"), () => output.querySelector(".lessons-feedback")));
      await pause();
      output.querySelector("[data-part=next]").click();
    }
    await pause();
  }
  return times;
}"""


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The notebook open in JupyterLab, its first cell run."""
    home = tmp_path_factory.mktemp("bench")
    cells = [
        {"cell_type": "code", "id": f"cell-{n}", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
        for n, source in enumerate(CELLS)
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    (home / "work").mkdir()
    (home / "work" / "bench.ipynb").write_text(json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}))
    lab = ["-m", "jupyterlab", *SERVER, "--allow-root", "--LabApp.expose_app_in_browser=True", f"--ServerApp.root_dir={home / 'work'}"]
    with served(home, lab) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 1100})
        page.set_default_timeout(60_000)
        page.goto(f"{url}/lab/tree/bench.ipynb")
        page.wait_for_selector(IDLE)
        run(page, 0)
        page.wait_for_timeout(5000)
        page.wait_for_selector(IDLE)
        yield page
        browser.close()


def run(page: Page, cell: int) -> None:
    page.locator(".jp-CodeCell .jp-InputPrompt").nth(cell).click()
    page.keyboard.press("Control+Enter")


def opened(page: Page, cell: int, wanted: str) -> float:
    """Milliseconds from the key that runs the cell to its first question; no other output is in the page."""
    page.evaluate("window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    page.wait_for_timeout(300)
    page.locator(".jp-CodeCell .jp-InputPrompt").nth(cell).click()
    page.evaluate(OPENS, [cell, wanted])
    page.keyboard.press("Control+Enter")
    took: float = page.evaluate("window.opened")
    page.wait_for_timeout(1500 if cell in {3, 4} else 300)
    return took


def p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * len(times)) - 1]


def test_opening_and_answering(notebook: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """Opening with ten and with 500 questions, and answering, over jupyterquiz's."""
    kinds = {1: OURS, 2: THEIRS, 3: OURS, 4: THEIRS, 5: LEAST, 6: OURS, 7: OURS, 8: OURS}
    opening: dict[int, list[float]] = {cell: [] for cell in kinds}
    answering: dict[int, list[float]] = {cell: [] for cell in kinds}
    for _ in range(ROUNDS):
        for cell, wanted in kinds.items():
            opening[cell].append(opened(notebook, cell, wanted))
            if cell < 5:
                answering[cell] += notebook.evaluate(ANSWERS, [cell, 10 if cell < 3 else 20, wanted == THEIRS])
    open_ms = {cell: statistics.median(found[1:]) for cell, found in opening.items()}
    times = {cell: p95(found) for cell, found in answering.items() if found}
    halves = [[time for n, time in enumerate(answering[3]) if n % 20 // 10 == half] for half in (0, 1)]
    late = statistics.median(halves[1]) / statistics.median(halves[0])
    lines = [
        f"opening, median of {ROUNDS - 1}: {', '.join(f'{CELLS[cell]} {ms:.0f} ms' for cell, ms in open_ms.items())}",
        f"opening over jupyterquiz: ten questions {open_ms[1] / open_ms[2]:.2f}, 500 questions {open_ms[3] / open_ms[4]:.2f}",
        f"opening the first quiz of its front end over jupyterquiz's later ones: ten questions {open_ms[6] / open_ms[2]:.2f}",
        "opening what a learner's cell makes, run again, over jupyterquiz with ten questions that are ready: "
        + ", ".join(f"{CELLS[cell]} {open_ms[cell] / open_ms[2]:.2f} (first {opening[cell][0]:.0f} ms)" for cell in (7, 8)),
        f"opening the smallest widget there can be over jupyterquiz with ten questions: {open_ms[5] / open_ms[2]:.2f}",
        f"opening 500 questions over ten, ours: {open_ms[3] / open_ms[1]:.2f}",
        f"answering, p95: {', '.join(f'{CELLS[cell]} {ms:.1f} ms' for cell, ms in times.items())}",
        f"answering over jupyterquiz, p95: ten questions {times[1] / times[2]:.2f}, 500 questions {times[3] / times[4]:.2f}",
        f"answering 500 questions over ten, ours: {times[3] / times[1]:.2f}; median of answers 11 to 20 over the first 10: {late:.2f}",
    ]
    with capsys.disabled():
        print("", *lines, sep="\n")


def test_opening_first(notebook: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """Opening the first quiz of a page that has just been loaded, over jupyterquiz's first of such a page."""
    kinds = {6: OURS, 2: THEIRS, 7: OURS}
    opening: dict[int, list[float]] = {cell: [] for cell in kinds}
    for _ in range(ROUNDS):
        for cell, wanted in kinds.items():
            notebook.evaluate("window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
            notebook.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
            notebook.wait_for_timeout(500)
            notebook.reload()
            notebook.wait_for_selector(IDLE)
            notebook.wait_for_timeout(3000)
            opening[cell].append(opened(notebook, cell, wanted))
    open_ms = {cell: statistics.median(found) for cell, found in opening.items()}
    lines = [
        f"opening on a page just loaded, median of {ROUNDS}: {', '.join(f'{CELLS[cell]} {ms:.0f} ms' for cell, ms in open_ms.items())}",
        f"opening the first quiz of a page over jupyterquiz's first: ten questions {open_ms[6] / open_ms[2]:.2f}",
        f"the same, by what a learner's cell makes: {open_ms[7] / open_ms[2]:.2f}",
    ]
    with capsys.disabled():
        print("", *lines, sep="\n")


def test_what_a_notebook_stores(capsys: pytest.CaptureFixture[str]) -> None:
    """The size of the stored output of a quiz of ten questions, over jupyterquiz's."""
    import nbformat
    from nbclient import NotebookClient

    path = f"import sys; sys.path.insert(0, {str(Path(ROOT))!r})"
    stored = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in (path, *CELLS[:3])])
    NotebookClient(stored).execute()
    ours, theirs = (len(json.dumps([dict(output) for output in cell.outputs])) for cell in stored.cells[2:4])
    with capsys.disabled():
        print(f"\nstored by a quiz of ten questions: {ours:,} bytes, {ours / theirs:.3f} of jupyterquiz's {theirs:,}")
