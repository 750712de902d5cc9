"""A real Chromium, a stub of the widget's model, and the widgets in a page.

Where no Chromium is found the tests are skipped with one line that says how to get one; where the environment says CI they fail instead.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, sync_playwright

from lessons import dates
from lessons.cards import Card
from lessons.facts import Citation, Fact, Source, Term
from lessons.ids import digest
from lessons.items import Form, Item, Option, Part
from lessons.widgets import Cards, Exam, Quiz

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW = "no Chromium found: install Debian's `chromium`, run `playwright install chromium`, or set LESSONS_CHROMIUM to one"
# No sandbox: CI runs as root. The rest keeps the browser from talking to anybody.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# What anywidget gives `render`, without a kernel behind it; `saves` counts what would have been sent to one. Like Python the stub answers
# `heard` to what was `sent`, unless it is silent, as a dead kernel mostly is, or offline, which throws.
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Widgets</title><style>body{margin:0}</style></head>
<body><main></main></body></html>"""
SHOW = """async ({ esm, css, state, offline, silent, rest }) => {
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  const listeners = {};
  const model = {
    saves: 0,
    silent,
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; for (const call of listeners[`change:${name}`] ?? []) call(); },
    on: (event, call) => { (listeners[event] ??= new Set()).add(call); },
    off: (event, call) => { listeners[event]?.delete(call); },
    save_changes: () => {
      if (offline) throw new Error("the kernel is dead");
      model.saves += 1;
      if (!model.silent && state.heard !== state.sent) queueMicrotask(() => model.set("heard", state.sent));
      if (!model.silent && state.wants_rest && !state.rest.length) {
        state.facts = rest.facts;
        model.set("rest", rest.items);
      }
    },
    send: () => {},
    listening: () => Object.values(listeners).reduce((n, calls) => n + calls.size, 0),
  };
  const url = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
  const el = document.querySelector("main").appendChild(document.createElement("div"));
  const widget = (await import(url)).default;
  (window.shown ??= []).push({ model, el, cleanUp: widget.render({ model, el }) });
  return window.shown.length - 1;
}"""


missing: list[str] = []  # what to tell once at the end of the run


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, not once a test, why the browser tests were skipped."""
    for line in missing[:1]:
        terminalreporter.write_line(f"browser tests skipped: {line}")


def chromium(playwright: Playwright) -> str | None:
    """Where a Chromium is: as the environment says, on the path, or Playwright's own."""
    named = os.environ.get("LESSONS_CHROMIUM")
    own = playwright.chromium.executable_path
    found = [named, *map(shutil.which, NAMES), own if Path(own).exists() else None]
    return next((path for path in found if path), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            if os.environ.get("CI"):
                pytest.fail(HOW, pytrace=False)
            missing.append(HOW)
            pytest.skip(HOW)
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile a test; a test may ask for another viewport or scheme with `browser.new_context`."""
    context = browser.new_context(viewport={"width": 900, "height": 900})
    context.set_default_timeout(5000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """An empty page; after the test it must have reported no error and asked nobody off the machine for anything."""
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith(("blob:", "data:", "about:")) else None)
    page.set_content(PAGE)
    yield page
    assert errors == []
    assert asked == []


def fact(**fields: Any) -> Fact:
    """A fact of a made-up note; the drawing does not look at its content."""
    source = Source(note="primer", title="A primer", author=None, publisher="The Press", published=dates.parse("2022-08-19"))
    given: dict[str, Any] = {
        "lesson": "Treaties",
        "content": Term(term="ally", meaning="a member"),
        "note": "primer",
        "line": 14,
        "quote": "4 April 1949: The treaty was signed. (¶3)",
        "citations": (Citation(source=source, paragraph=3), Citation(source=source, paragraph=5)),
        "as_of": dates.parse("2022-08-19"),
    }
    told = given | fields
    told["id"] = digest("fact", repr(told))  # each its own, as the widgets know facts by their ids
    return Fact(**told)


def choice(stem: str = "Who signed first?", texts: Sequence[str] = ("Ann", "Ben", "Cy", "Dee"), key: int = 1, **fields: Any) -> Item:
    """A single-choice item; its option ids are o0, o1, …"""
    options = tuple(Option(id=f"o{n}", text=text) for n, text in enumerate(texts))
    kind = fields.pop("kind", "single_choice")
    told = fields.pop("explanation", "Ben signed first.")
    return Item(id=f"i-{stem}", kind=kind, stem=stem, options=options, key=(f"o{key}",), explanation=told, facts=(fact(**fields),))


def gap(key: Any, stem: str = "When was the treaty signed?", **fields: Any) -> Item:
    """An item to type into."""
    read = dates.parse(key) if isinstance(key, str) else key
    return Item(id=f"i-{stem}", kind="gap", stem=stem, key=read, explanation="So it was.", facts=(fact(**fields),))


def part(label: str, text: str, correct: bool | None = None, **fields: Any) -> Part:
    """What is said of one part of an item; each of another line of the note, so that sources can be told apart."""
    return Part(label=label, correct=correct, text=text, fact=fact(**{"line": 20, "quote": f"{text} (¶3)"} | fields))


def options_of(texts: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{n}", text=text) for n, text in enumerate(texts))


def several(
    stem: str = "Which of these are allies?",
    texts: Sequence[str] = ("Norway", "Sweden before 2024", "Canada", "Malta"),
    key: Sequence[int] = (0, 2),
    **fields: Any,
) -> Item:
    """An item with several right options, and a part for each of two of them."""
    parts = (part(texts[0], f"{texts[0]} signed in 1949.", True), part(texts[1], f"{texts[1]} stood aside.", False, **fields))
    ids = tuple(f"o{n}" for n in key)
    return Item(
        id=f"i-{stem}", kind="multiple_response", stem=stem, options=options_of(texts), key=ids, parts=parts, facts=(fact(**fields),)
    )


EVENTS = ("The wall fell.", "The treaty was signed.", "The club was named.", "The war ended.")


def ordering(
    stem: str = "Put these events in order, the earliest first.",
    texts: Sequence[str] = EVENTS,
    key: Sequence[int] = (3, 1, 0, 2),
    **fields: Any,
) -> Item:
    """Events out of order; with the key's order 3, 1, 0, 2 unless another is given."""
    parts = tuple(part(str(n), f"{1945 + n}: {texts[at]}", **fields) for n, at in enumerate(key, 1))
    ids = tuple(f"o{n}" for n in key)
    return Item(id=f"i-{stem}", kind="ordering", stem=stem, options=options_of(texts), key=ids, parts=parts, facts=(fact(**fields),))


def matching(
    stem: str = "Match each body with its seat.",
    left: Sequence[str] = ("Alliance", "Court", "Bank"),
    texts: Sequence[str] = ("The Hague", "Brussels", "Basel", "Vienna"),
    key: Sequence[int] = (1, 0, 2),
    headings: tuple[str, ...] = ("Body", "Seat"),
    **fields: Any,
) -> Item:
    """Three to match with four: one is left over."""
    parts = tuple(part("ABCDE"[n], f"{left[n]}: {texts[at]}", **fields) for n, at in enumerate(key))
    return Item(
        id=f"i-{stem}",
        kind="matching",
        stem=stem,
        statements=tuple(left),
        headings=headings,
        options=options_of(texts),
        key=tuple(f"o{n}" for n in key),
        parts=parts,
        facts=(fact(**fields),),
    )


# Of each exam form: how many statements, and what stands beside and below them.
TWO = ("1 only", "2 only", "Both 1 and 2", "Neither 1 nor 2")
EXAM: dict[Form, dict[str, Any]] = {
    "two_statements": {"statements": 2, "closing": "Which of the statements given above is/are correct?", "options": TWO},
    "three_statements": {
        "statements": 3,
        "closing": "Which of the statements given above are correct?",
        "options": ("1 and 2 only", "2 and 3 only", "1 and 3 only", "1, 2 and 3"),
    },
    "how_many": {
        "statements": 3,
        "closing": "How many of the above statements are correct?",
        "options": ("Only one", "Only two", "All three", "None"),
    },
    "statement_reason": {
        "statements": 2,
        "closing": "Which one of the following is correct in respect of the above statements?",
        "options": ("Both, and II explains I", "Both, but II does not explain I", "I only", "II only"),
        "labels": ("Statement-I", "Statement-II"),
    },
    "pairs": {
        "statements": 3,
        "list_two": ("Brussels", "Basel", "Vienna"),
        "headings": ("Body", "Seat"),
        "closing": "How many of the pairs given above are correctly matched?",
        "options": ("Only one", "Only two", "All three", "None"),
    },
    "lists": {
        "statements": 4,
        "list_two": ("Brussels", "Basel", "Vienna", "The Hague"),
        "headings": ("Body", "Seat"),
        "closing": "Which of the codes below is correct?",
        "options": ("A-1, B-2, C-3, D-4", "A-2, B-1, C-3, D-4", "A-1, B-3, C-2, D-4", "A-4, B-3, C-2, D-1"),
        "labels": ("A", "B", "C", "D"),
    },
    "chronology": {
        "statements": 4,
        "closing": "Which one of the following is the correct chronological order?",
        "options": ("2-1-3-4", "1-2-3-4", "2-1-4-3", "4-3-2-1"),
    },
}


def exam_form(form: Form, stem: str = "Consider the following:", *, key: int = 1, say: Callable[[str], str] = str, **fields: Any) -> Item:
    """An item of an exam form; every text of it goes through `say`."""
    told = EXAM[form]
    given = [f"Body {n} was founded in {1948 + n}." for n in range(1, told["statements"] + 1)]
    labels = told.get("labels", ("1", "2", "3", "4"))[: len(given)]
    judged = [None if form in ("lists", "chronology") else n % 2 == 0 for n in range(len(given))]
    return Item(
        id=f"i-{form}-{stem}",
        kind="single_choice",
        form=form,
        stem=say(stem),
        statements=tuple(map(say, given)),
        list_two=tuple(map(say, told.get("list_two", ()))),
        headings=tuple(map(say, told.get("headings", ()))),
        closing=say(told["closing"]),
        options=options_of([say(text) for text in told["options"]]),
        key=(f"o{key}",),
        parts=tuple(part(say(label), say(f"So says {text}"), ok, **fields) for label, text, ok in zip(labels, given, judged, strict=True)),
        facts=(fact(**fields),),
    )


def card(front: str = "When was the treaty signed?", back: str = "4 April 1949", **fields: Any) -> Card:
    return Card(id=f"c-{front}", front=front, back=back, fact=fact(**fields))


@pytest.fixture
def make() -> SimpleNamespace:
    """Makers of items and cards."""
    return SimpleNamespace(
        choice=choice, gap=gap, several=several, ordering=ordering, matching=matching, exam_form=exam_form, forms=tuple(EXAM), card=card
    )


def plainly(text: str) -> str:
    """A text as one line, with a space behind each sign; on the page it is a margin."""
    return " ".join(re.sub(r"([✓✗◐])", r"\1 ", text).split())


class Shown:
    """A widget in a page."""

    def __init__(self, page: Page, number: int) -> None:
        self.page = page
        self.number = number
        self.root: Locator = page.locator(".lessons").nth(number)

    def model(self, name: str) -> Any:
        """What the stub model holds: what the kernel would know."""
        return self.page.evaluate("([n, name]) => window.shown[n].model.get(name)", [self.number, name])

    def set(self, name: str, value: Any) -> None:
        """Set a trait as the kernel would."""
        self.page.evaluate("([n, name, value]) => window.shown[n].model.set(name, value)", [self.number, name, value])

    def clean_up(self) -> int:
        """Take the widget off the page; gives how many of its listeners are left on the model."""
        left: int = self.page.evaluate("n => { window.shown[n].cleanUp(); return window.shown[n].model.listening(); }", self.number)
        return left

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def focus(self) -> None:
        """Put the focus on the widget itself, as a press beside its controls does."""
        self.root.focus()

    def text(self, selector: str) -> str:
        return self.root.locator(selector).inner_text()

    def said(self) -> str:
        """What the live region holds."""
        return self.root.get_by_role("status").text_content() or ""

    def focused(self) -> str | None:
        """Which part of the widget has the focus."""
        script = "root => root.contains(document.activeElement) ? document.activeElement.dataset.part ?? '' : null"
        part: str | None = self.root.evaluate(script)
        return part


@pytest.fixture
def show(page: Page) -> Callable[..., Shown]:
    """Show a widget in the page as a host would."""

    def shown(widget: Quiz | Cards | Exam, *, offline: bool = False, silent: bool = False) -> Shown:
        own = [name for name in widget.keys if not name.startswith("_") and name not in ("layout", "tabbable", "tooltip")]
        front = widget.front_end
        given = {"esm": front.module, "css": front.styles, "state": {name: getattr(widget, name) for name in own}}
        given |= {"offline": offline, "silent": silent, "rest": None}
        if isinstance(widget, Quiz):
            widget.wants_rest = True  # what Python would send when asked for it
            given["rest"] = {"items": widget.rest, "facts": widget.facts}
        return Shown(page, page.evaluate(SHOW, given))

    return shown
