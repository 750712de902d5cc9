"""The widgets in the hosts that are not JupyterLab's usual page: its single-document mode, Notebook 7, and Voila.

One small notebook, run as a user runs it. `test_lab.py` walks through JupyterLab itself.

VS Code and Colab cannot be run here. What they rely on is what the other hosts rely on, and nothing else is used: an anywidget's `_esm` as
one ES module without imports that exports `render` by default; a model with `get`, `set`, `on`, `off` and `save_changes`, whose
`widget_manager` gives the model of the shared front end, as it gives that of any widget's layout; over the standard comm messages of
Jupyter widgets. VS Code draws each output in a webview and marks its `body` with
`vscode-light` or `vscode-dark` (`test_looks.py` holds the widgets to that). Colab puts each cell's output into a frame of its own and needs
`from google.colab import output; output.enable_custom_widget_manager()` once. Both take keys and focus as any page does; and where no
widget can be drawn, the static form that stands beside it as `text/html` is shown.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

import lessons
from lessons.items import Item

from .hosts import SERVER, served, wait_for_kernel
from .responding import by_keys, by_mouse, right, wrong
from .test_axe import AXE, look
from .test_hostile import HOSTILE, Said, note_of

CELLS = [
    (
        "import os, pathlib, lessons\n_ = pathlib.Path('kernel').write_text(str(os.getpid()))\ndeck = lessons.read()\n"
        "os.environ['LESSONS_DB'] = f'{os.getpid()}.db'  # no test goes on with another's quiz"
    ),
    "lessons.flashcards(deck, lesson='Article 5')",
    "lessons.quiz(deck, n=4, seed=1)",
    "lessons.quiz(deck, n=4, seed=2, lesson='Article 5')",
    "lessons.exam(deck, n=3, seed=1)",
    "lessons.flashcards(lessons.read('hostile'))",
]
CARDS, ONE, OTHER, PAPER, HOSTILE_CARDS = range(5)  # the widgets in their order on the page
EVIL = "".join(HOSTILE[name] for name in ("script", "image", "braces", "dollar", "link"))

# What the hosts themselves do wrong, with nothing of ours on the page. (Voila asks a CDN for the icons of its theme, and loads extensions
# that were built for a newer JupyterLab than its own.)
NOISE = {
    "document": (),
    "notebook": (r"^Cannot read properties of undefined \(reading 'schema'\)$",),
    "voila": (r"^Failed to load resource: net::ERR_FAILED$", r"^Error: The getter for the shared module is not a function.*@jupyterlab/"),
}
ICONS = re.compile(r"^https://cdn\.jsdelivr\.net/npm/@fortawesome/fontawesome-free@")
# What a host may say where a widget's message comes to a kernel that was started in place of the widget's own.
DYING = (r"^Comm not found for comm id [0-9a-f-]+$",)


@dataclass(frozen=True)
class Host:
    name: str
    url: str
    work: Path

    @property
    def edits(self) -> bool:
        """Whether cells can be seen and run again."""
        return self.name != "voila"


@pytest.fixture(scope="module", params=["document", "notebook", "voila"])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A running host."""
    home = tmp_path_factory.mktemp(request.param)
    work = home / "work"
    (work / "hostile").mkdir(parents=True)
    (work / "hostile" / "note.md").write_text(note_of(Said(EVIL)), encoding="utf-8")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    cells = [nbformat.v4.new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(CELLS)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), work / "small.ipynb")
    command, probe = {
        "document": (["-m", "jupyterlab", *SERVER, "--allow-root", f"--ServerApp.root_dir={work}"], "/api/status"),
        "notebook": (["-m", "notebook", *SERVER, "--allow-root", f"--ServerApp.root_dir={work}"], "/api/status"),
        "voila": (["-m", "voila", str(work / "small.ipynb"), "--port={port}", "--no-browser"], "/voila/static/voila.js"),
    }[request.param]
    with served(home, command, probe=probe) as url:
        yield Host(request.param, url, work)


@pytest.fixture
def desk(browser: Browser, host: Host, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window on the notebook, run; afterwards the console held no error of ours and nothing was asked of another machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 1100}, base_url=host.url)
    context.set_default_timeout(60_000)
    expect.set_options(timeout=30_000)
    page = context.new_page()
    errors: list[str] = []
    elsewhere: list[str] = []
    here = (host.url, host.url.replace("http", "ws"), "data:", "blob:", "about:")

    def refuse(route: Route) -> None:
        route.abort()

    if host.name == "voila":
        page.route(ICONS, refuse)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: elsewhere.append(request.url) if not request.url.startswith(here) else None)
    run_all(page, host)
    yield page
    context.close()
    expect.set_options(timeout=5_000)
    known = [*NOISE[host.name], *(DYING if request.function is test_practice_goes_on_when_the_kernel_dies else ())]
    assert [text for text in errors if not any(re.search(noise, text, re.DOTALL) for noise in known)] == []
    assert [url for url in elsewhere if host.name != "voila" or not ICONS.search(url)] == []


def run_all(page: Page, host: Host) -> None:
    """Open the notebook and run all of it."""
    (host.work / "kernel").unlink(missing_ok=True)
    page.goto({"document": "/doc/tree/small.ipynb?reset", "notebook": "/notebooks/small.ipynb", "voila": "/"}[host.name])
    if host.edits:
        wait_for_kernel(page)
        expect(page.locator(".jp-Notebook .jp-CodeCell")).to_have_count(len(CELLS))
        prompt = page.locator(".jp-InputPrompt").first
        while prompt.inner_text().strip() in ("", "[ ]:"):  # told idle before it listens, a host loses what it is asked to run
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.click('[data-command="runmenu:run-all"]')
            page.wait_for_timeout(1000)
    expect(page.locator(".lessons")).to_have_count(5)


def items_of(which: int) -> tuple[Item, ...]:
    """What the notebook asks."""
    deck = lessons.read()
    shown = {
        ONE: lambda: lessons.quiz(deck, n=4, seed=1),
        OTHER: lambda: lessons.quiz(deck, n=4, seed=2, lesson="Article 5"),
        PAPER: lambda: lessons.exam(deck, n=3, seed=1),
    }[which]()
    return shown._asked


def press(root: Locator, name: str) -> None:
    root.get_by_role("button", name=name, exact=True).click()


def onwards(root: Locator) -> None:
    root.locator('[data-part="next"]').click()


def sources(root: Locator, item: Item) -> None:
    """Where the item comes from stands below it."""
    fact = item.parts[0].fact if item.parts else item.facts[0]
    expect(root.locator(".lessons-cite").first).to_contain_text(fact.citations[0].source.title)


def respond_by_mouse(root: Locator, items: tuple[Item, ...]) -> None:
    """The first item rightly, the others wrongly; each is marked with its source."""
    for n, item in enumerate(items):
        expect(root.locator(".lessons-count")).to_have_text(f"Question {n + 1} of {len(items)}")
        by_mouse(root, item, wrong(item) if n else right(item))
        press(root, "Check")
        expect(root.locator(".lessons-verdict")).to_have_text(re.compile("Right$" if not n else "Not right this time$|Partly right$"))
        sources(root, item)
        onwards(root)
    expect(root.locator(".lessons-score")).to_contain_text(f"of {len(items)}")


def respond_by_keys(root: Locator, items: tuple[Item, ...]) -> None:
    """Every item rightly, without a mouse."""
    root.focus()
    for item in items:
        by_keys(root, item, right(item))
        root.page.keyboard.press("Enter")
        expect(root.locator(".lessons-verdict")).to_contain_text("Right")
        sources(root, item)
        root.page.keyboard.press("Enter")
    expect(root.locator(".lessons-score")).to_contain_text(f"{len(items)} of {len(items)}")


def sit_the_paper(paper: Locator, items: tuple[Item, ...]) -> None:
    """One right, one wrong, one blank; Python marks it."""
    press(paper, "Start")
    by_mouse(paper, items[0], right(items[0]))
    onwards(paper)
    by_mouse(paper, items[1], wrong(items[1]))
    paper.locator('[data-part="finish"]').click()
    press(paper, "Hand in")
    expect(paper.locator(".lessons-counts")).to_contain_text("1 right, 1 wrong, 1 blank")
    expect(paper.locator(".lessons-score")).to_contain_text("1.33 of 6")
    press(paper, "Look through the paper")
    expect(paper.locator(".lessons-verdict")).to_contain_text("Right")
    sources(paper, items[0])


def turn_hostile_cards(page: Page) -> None:
    """Markup and templates of a note are text in a host, too."""
    cards = page.locator(".lessons").nth(HOSTILE_CARDS)
    expect(cards.locator(".lessons-front")).to_contain_text(f"reading {EVIL} reading")
    press(cards, "Show the back")
    expect(cards.locator(".lessons-cite")).to_contain_text(f"title {EVIL} title")
    assert page.evaluate("[window.ran, document.querySelectorAll('img[src=x], .lessons :is(script, svg)').length]") == [None, 0]


def press_what_the_host_knows(page: Page) -> None:
    """Keys that add, cut, merge and run cells in the host; a widget that has the focus keeps it, and keeps them."""
    page.evaluate("() => { window.heard = []; document.addEventListener('keydown', (event) => window.heard.push(event.key)); }")
    for root in page.locator(".lessons").all():
        root.focus()
        for key in [
            "a",
            "b",
            "x",
            "d",
            "d",
            "m",
            "0",
            "0",
            "i",
            "i",
            "z",
            "j",
            "k",
            "?",
            "?",
            "Enter",
            "Escape",
            "Shift+Enter",
            "ArrowDown",
        ]:
            page.keyboard.press(key)
        assert root.evaluate("node => node.contains(document.activeElement)")
    assert page.evaluate("window.heard") == []
    assert page.locator(".jp-Notebook .jp-Cell").count() == len(CELLS)
    assert page.locator(".jp-Dialog").count() == 0


def look_in_both_themes(page: Page, host: Host) -> None:
    """Nothing is found by axe in the widgets with the host's own colours and styles, light and dark."""
    page.evaluate(AXE)
    page.set_viewport_size({"width": 1280, "height": 9000})  # what is scrolled out of sight below the host's bars could not be judged
    for theme in ("Light", "Dark") if host.edits else ("Light",):
        if host.edits:
            page.get_by_role("menuitem", name="Settings", exact=True).click()
            for label in ("Theme", f"JupyterLab {theme}"):
                page.locator(".lm-Menu-itemLabel").get_by_text(label, exact=True).click()
            expect(page.locator("body")).to_have_attribute("data-jp-theme-light", str(theme == "Light").lower())
            page.wait_for_selector("#jupyterlab-splash", state="detached")
        page.evaluate("document.body.style.overflow = 'visible'")  # JupyterLab's body is 0 px high: axe would measure no contrast
        assert settled(page) == []
        page.evaluate("document.body.style.overflow = ''")
    page.set_viewport_size({"width": 1280, "height": 1100})


def settled(page: Page) -> list[list[str]]:
    """What axe finds once the host has drawn the theme and the size: on a busy machine the old lies over the new for a while."""
    for _ in range(10):
        if not (found := look(page)):
            break
        page.wait_for_timeout(1000)
    return found


def leave_by_tab(page: Page, root: Locator) -> None:
    """Tab leads out of a widget; keys are the host's again there."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if not root.evaluate("node => node.contains(document.activeElement)"):
            return
    pytest.fail("Tab does not lead out of the widget")


def ids(root: Locator) -> list[str]:
    found: list[str] = root.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    return found


def texts(page: Page, *which: int) -> list[str]:
    return [page.locator(".lessons-body").nth(n).inner_text() for n in which]


def test_the_widgets_work(desk: Page, host: Host) -> None:
    """Two quizzes, cards and a paper on one page, by mouse and by keys: each goes its own way, and the host's keys do nothing to it."""
    cards, one, other, paper = (desk.locator(".lessons").nth(which) for which in (CARDS, ONE, OTHER, PAPER))
    quiet = texts(desk, CARDS, OTHER, PAPER)
    respond_by_mouse(one, items_of(ONE))
    assert texts(desk, CARDS, OTHER, PAPER) == quiet
    score = texts(desk, ONE)
    respond_by_keys(other, items_of(OTHER))
    assert texts(desk, CARDS, ONE) == [quiet[0], *score]
    press(cards, "Show the back")
    expect(cards.locator(".lessons-cite").first).to_be_visible()
    sit_the_paper(paper, items_of(PAPER))
    turn_hostile_cards(desk)
    for root in (one, other, paper):
        expect(root.get_by_text("Not recorded").first).to_be_hidden()
    all_ids = desk.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert [one for one in ids(desk.locator("body")) if one.startswith("lessons-") and all_ids.count(one) > 1] == []
    look_in_both_themes(desk, host)
    press_what_the_host_knows(desk)
    leave_by_tab(desk, paper)
    if host.edits:
        run_again(desk)


def run_again(desk: Page) -> None:
    """A cell that is run again starts clean: a new quiz in place of the old one, nothing left of that; the others go on where they were."""
    one = desk.locator(".lessons").nth(ONE)
    [old, others] = ids(one), texts(desk, CARDS, OTHER, PAPER)
    desk.locator(".jp-CodeCell").nth(ONE + 1).locator(".jp-InputPrompt").click()
    desk.keyboard.press("ControlOrMeta+Enter")
    expect(one.locator(".lessons-count")).to_have_text("Question 1 of 4")
    expect(one.locator(".lessons-verdict")).to_have_count(0)
    expect(desk.locator(".lessons")).to_have_count(5)
    assert desk.evaluate("ids => ids.filter((id) => document.getElementById(id))", old) == []
    assert texts(desk, CARDS, OTHER, PAPER) == others
    respond_by_mouse(one, items_of(ONE))


def test_practice_goes_on_when_the_kernel_dies(desk: Page, host: Host) -> None:
    """Without its kernel a quiz marks on, and says what is not recorded; a paper cannot be marked, and says so."""
    one, paper = (desk.locator(".lessons").nth(which) for which in (ONE, PAPER))
    items = items_of(ONE)
    by_mouse(one, items[0], right(items[0]))
    press(one, "Check")
    press(paper, "Start")
    # The host tells, sooner or later, that it starts another kernel.
    desk.add_locator_handler(desk.locator(".jp-Dialog"), lambda dialog: dialog.get_by_role("button", name="Ok", exact=True).click())
    os.kill(int((host.work / "kernel").read_text()), signal.SIGKILL)
    expect(one.locator(".lessons-verdict")).to_contain_text("Right")

    def until(seen: Locator, do: Callable[[], object]) -> None:
        """Press until it is seen: the host's dialog may come between two presses and take one."""
        for _ in range(3):
            do()
            with suppress(AssertionError):
                expect(seen).to_be_visible(timeout=8000)
                return

    def respond(item: Item) -> None:
        by_mouse(one, item, wrong(item) if item == items[-1] else right(item))
        press(one, "Check")

    for n, item in enumerate(items[1:], start=2):
        until(one.locator(".lessons-count", has_text=f"Question {n} of"), lambda: onwards(one))
        until(one.locator(".lessons-verdict"), partial(respond, item))
        expect(one.locator(".lessons-verdict")).to_contain_text("ight")
        sources(one, item)
    expect(one.locator(".lessons-unrecorded")).to_contain_text("Not recorded: your responses")
    expect(one.locator(".lessons-unrecorded")).to_be_visible()
    until(one.locator(".lessons-score"), lambda: onwards(one))
    expect(one.locator(".lessons-score")).to_contain_text("of 4")
    expect(one.locator(".lessons-unrecorded")).to_be_visible()
    paper.locator('[data-part="finish"]').click()
    press(paper, "Hand in")
    expect(paper.get_by_text("Not marked yet").first).to_be_visible()
