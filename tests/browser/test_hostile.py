"""Notes whose every field holds what would break a careless page: they are shown as text, nothing runs, nothing breaks.

Each is read from a file and goes all the way that a note goes: cards, quiz, paper, static form, pages to read, offline page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

import lessons
from lessons.deck import Deck
from lessons.errors import NotesError
from lessons.items import Item
from lessons.widgets import Cards, Exam, Quiz
from lessons.widgets.static_form import MOST

from .conftest import Shown

Show = Callable[..., Shown]

HOSTILE = {
    "script": "<script>window.ran=true</script>",
    "image": "<img src=x onerror=window.ran=true>",
    "svg": "</p></title></script><svg/onload=window.ran=true>",
    "attribute": "\" autofocus onfocus=\"window.ran=true' onclick='window.ran=true",
    "entity": "&lt&amp&quot&#60&nbsp",
    "braces": "{{7*7}}{%raw%}",
    "dollar": "${window.ran=true}",
    "link": "[x](javascript:window.ran=true)",
    "long": "W" * 10_000,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈",
    "combining": "Z̸̢̛͔̺̤͍̭͒̂̏́͛̽͘a̵̡̛͚̖̳͇̒̈́̀l̶̡̳̟͓͛̓̀̔͠g̴̢̧̹̤͚͗̈́o̷̡͎͔̹̽͒̀",
    "override": "\u202e\u2066drow\u2069 \u200fאבג",
}
LESSON, TOPIC = "lesson", "topic"


def note_of(say: Callable[[str], str], *, unit: str = "ships") -> str:
    """A note with every kind of line and of refinement; each text of it goes through `say`."""

    def lines(section: str, n: int, row: Callable[[int], str]) -> list[str]:
        return ["", section, *map(row, range(n))]

    rows = [
        *["---", f"title: {quoted(say('title'))}", f"author: {quoted(say('author'))}", f"publisher: {quoted(say('publisher'))}"],
        *["published: 2022-08-19", f"published_from: {quoted(say('stamp'))}", "---", "", f"# {say(LESSON)}", ""],
        f"In those days {say('reading')} and ==the {say('gap')}== stood there. (¶1)",
        *lines("## Dates", 4, lambda n: f"- {4 + n} April {1949 + n}: the {say(f'clause{n}')} was done. (¶2)"),
        *[f"    - Q: When was it, {say('stem')}?", "    - not: 5 May 1948; 6 May 1947; 7 May 1946", f"    - why: {say('why')}"],
        *[f"    - since: {say('since')}", f"    - erratum: {say('erratum')}", f"    - disputed: {say(TOPIC)}"],
        *lines("## People", 4, lambda n: f"- {say(f'Person{n}')}: {say(f'office{n}')} (¶3)"),
        *[f"    - not: {say('wrongone')}; {say('wrongtwo')}; {say('wrongthree')}", f"    - also: {say('alias')}"],
        *lines("## Numbers", 4, lambda n: f"- {say(f'counted{n}')}: {30 + n} {unit} (¶4)"),
        *lines("## Terms", 4, lambda n: f"- {say(f'term{n}')}: the {say(f'meaning{n}')} (¶5)"),
        *lines("## Quotations", 4, lambda n: f"- {say(f'Speaker{n}')}: “{say(f'words{n}')}”, {say(f'context{n}')} (¶6)"),
        *lines(f"## Points: {say('headinga')}", 4, lambda n: f"- {say(f'labela{n}')}: {say(f'tolda{n}')} (¶7)"),
        *lines(f"## Points: {say('headingb')}", 4, lambda n: f"- {say(f'labelb{n}')}: {say(f'toldb{n}')} (¶8)"),
        *lines("## Reasons", 4, lambda n: f"- {say(f'effect{n}')} because {say(f'cause{n}')}. (¶9)"),
        *lines(f"## Disputed: {say(TOPIC)}", 2, lambda n: f"- {say(f'claim{n}')}: {say(f'whose{n}')} (¶10)"),
    ]
    return "\n".join(rows) + "\n"


def quoted(text: str) -> str:
    """As a text in the front matter."""
    return "'" + text.replace("'", "''") + "'"


class Said(dict[str, str]):
    """Every text of a note by the name of its field: the name before and behind what is hostile."""

    def __init__(self, hostile: str) -> None:
        self.hostile = hostile

    def __call__(self, name: str) -> str:
        self[name] = f"{name} {self.hostile} {name}"
        return self[name]


# The parts of an offline page, and what to press in each.
PARTS: dict[str, list[tuple[list[str], int]]] = {
    "#cards": [(["flip", "next"], 100)],
    "#quiz-0": [(["option-0", "check", "show", "next"], 50)],
    "#quiz-1": [(["option-1", "check", "show", "next"], 50)],
    "#paper-0": [(["start"], 1), (["option-0", "next"], 50), (["hand-in"], 1), (["look"], 1), (["next"], 50)],
}
# Not in a widget: who wrote it, how its date is known, what else is accepted.
UNSEEN = ["author", "stamp", "alias"]
ELEMENTS = {
    *"MAIN HEADER SECTION H1 H2 H3 A DIV P SPAN STRONG SMALL BR KBD BUTTON INPUT LABEL FIELDSET LEGEND SELECT OPTION TEXTAREA".split(),
    *"OL UL LI DL DT DD DETAILS SUMMARY TABLE THEAD TBODY TR TH TD".split(),
}
# Press the parts named, in turn and again and again, as long as one of them is there; look at the widget after each press.
WALK = """async (root, { rounds, texts }) => {
  const [wanted, elements, wide] = [new Map(texts), new Set(), []];
  const look = () => {
    const seen = root.textContent.replace(/\\s+/g, " ");
    for (const [name, text] of wanted) if (seen.includes(text)) wanted.delete(name);
    for (const one of root.querySelectorAll("*")) {
      elements.add(one.tagName);
      for (const { name, value } of one.attributes) {
        const own = { href: /^#/, style: /^(--|max-width: 42em;|text-align: left;)/ }[name]?.test(value);
        if (/^(on|href|src|style$|autofocus)/.test(name) && !own) elements.add(`${name}=${value}`);
      }
    }
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over > 0) wide.push([over, root.textContent.slice(0, 60)]);
  };
  const press = async (part) => {
    const found = root.querySelector(`[data-part="${part}"]:not(:disabled)`);
    found?.click();
    await null; // a widget draws once the press is over
    await null;
    if (found) look();
    return Boolean(found);
  };
  const around = async (parts) => {
    const pressed = [];
    for (const part of parts) pressed.push(await press(part));
    return pressed.some(Boolean);
  };
  look();
  for (const [parts, most] of rounds) for (let n = 0; n < most && await around(parts); n += 1);
  return { lacking: [...wanted.keys()], elements: [...elements], wide };
}"""


class Walk:
    """A walk through widgets, in search of every text of a note."""

    def __init__(self, said: Said) -> None:
        # Of a sentence the first letter may have become a capital.
        self.said = {name: " ".join(text[1:].split()) for name, text in said.items()}

    def through(self, root: Locator, *rounds: tuple[list[str], int], fits: bool = True) -> None:
        """Press through a widget; whatever is shown on the way is text in the widget's own elements, and fits the page."""
        found = root.evaluate(WALK, {"rounds": [list(one) for one in rounds], "texts": list(self.said.items())})
        assert set(found["elements"]) <= ELEMENTS
        assert found["wide"] == [] or not fits
        self.said = {name: self.said[name] for name in found["lacking"]}

    def read(self, page: Page, html: str, *, fits: bool) -> None:
        """Read some HTML without a style of its own in a page that breaks endless words: whether it does is the host's."""
        page.set_content(f"<!doctype html><title>Static</title><main style='overflow-wrap: anywhere'>{html}</main>")
        self.through(page.locator("main"), fits=fits)

    @property
    def lacking(self) -> list[str]:
        """The fields whose text was not seen as it stands in the note."""
        return list(self.said)


@pytest.fixture(params=HOSTILE)
def said(request: pytest.FixtureRequest) -> Said:
    return Said(HOSTILE[request.param])


@pytest.fixture
def deck(said: Said, tmp_path: Path) -> Deck:
    """The deck of a folder with such a note."""
    # A unit has at most a few words, or the line is an error: see below.
    (tmp_path / "hostile.md").write_text(note_of(said, unit=said("unit") if len(said.hostile) < 80 else "ships"), encoding="utf-8")
    return lessons.read(tmp_path)


@pytest.fixture
def narrow(page: Page) -> Iterator[Page]:
    """A narrow page on which nothing of a note's has run when the test is over."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(reduced_motion="reduce")
    yield page
    assert page.evaluate("window.ran") is None


def items_of(deck: Deck, said: Said) -> list[Item]:
    """All items; of those with endless texts, which take long to draw, every fourth."""
    return deck.items(seed=1)[:: 4 if said.hostile == HOSTILE["long"] else 1]


def made(make: SimpleNamespace, said: Said) -> list[Item]:
    """An item of each kind and form with such texts, whatever a deck makes of a note."""

    def say(text: str) -> str:
        return f"{text[:30]} {said.hostile}"

    told = {"since": say("since"), "erratum": say("erratum"), "dispute": say("dispute"), "quote": say("quote"), "lesson": say("lesson")}
    return [
        make.several(say("several"), [say(f"s{n}") for n in range(4)], **told),
        make.ordering(say("ordering"), [say(f"o{n}") for n in range(4)], **told),
        make.matching(
            say("match"), [say(f"l{n}") for n in range(3)], [say(f"r{n}") for n in range(4)], headings=(say("h"), say("g")), **told
        ),
        make.gap((say("key"),), say("say _____."), **told),
        *(make.exam_form(form, say(form), say=say, **told) for form in make.forms),
    ]


def test_cards_and_practice(show: Show, make: SimpleNamespace, narrow: Page, deck: Deck, said: Said) -> None:
    """Cards, every item of the deck and every kind and exam form: each text of the note is found as it stands there."""
    cards = show(Cards(deck.cards(), title=said("cardtitle")))
    quiz = show(Quiz([*items_of(deck, said), *made(make, said)], title=said("quiztitle")))
    walk = Walk(said)
    walk.through(cards.root, (["flip", "keys", "next"], 100), (["flip", "good"], 100))
    assert cards.root.locator("[data-part=end]").count() == 1
    walk.through(quiz.root, (["option-0", "check", "show", "next"], 300), (["copy"], 1))
    assert quiz.root.locator("[data-part=score]").count() == 1
    assert walk.lacking == UNSEEN


def strings(value: Any) -> Iterator[str]:
    """Every text in a payload that is to be shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for name, one in value.items() if name not in ("key", "others") for text in strings(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in strings(one))


def test_a_paper(show: Show, make: SimpleNamespace, narrow: Page, deck: Deck, said: Said) -> None:
    """A paper, sat, handed in, marked by Python and looked through; what explains the keys is there only then."""
    every = [*items_of(deck, said)[::3], *made(make, said)]
    paper = Exam(every, title=said("papertitle"), minutes=5)
    shown, walk = show(paper), Walk(said)
    walk.through(shown.root, (["start"], 1), (["option-0", "flag", "next"], 300))
    assert {"why", "since", "erratum", "title"} <= set(walk.lacking)
    walk.through(shown.root, (["hand-in"], 1))
    assert shown.model("handed_in")
    paper.responses = shown.model("responses")
    paper.handed_in = True
    shown.set("review", paper.review)
    walk.through(shown.root, (["copy"], 1), (["look"], 1), (["next"], 300))
    told = [" ".join(text.split()) for text in strings([paper.items, paper.review])]
    assert [name for name in walk.lacking if name not in UNSEEN and any(walk.said[name] in text for text in told)] == []
    assert "title" not in walk.lacking  # what else is lacking, is of facts that no item was made of: cards have them


def test_the_static_form_and_pages_to_read(narrow: Page, deck: Deck, said: Said) -> None:
    """What a notebook shows without a kernel, and what is to be read beside the widgets."""
    items, cards = items_of(deck, said), deck.cards()
    widgets = [
        *(kind(items[n : n + MOST], title=said("quiztitle")) for n in range(0, len(items), MOST) for kind in (Quiz, Exam)),
        *(Cards(cards[n : n + MOST], title=said("cardtitle")) for n in range(0, len(cards), MOST)),
    ]
    walk = Walk(said)
    walk.read(narrow, "".join(widget._repr_mimebundle_()[0]["text/html"] for widget in widgets), fits=True)
    cut = {f"words{n}" for n in range(4) if '"' in said.hostile}  # a quotation ends where its mark comes
    assert set(walk.lacking) == {*UNSEEN, *cut}
    for verb in (lessons.reading, lessons.recap, lessons.table, lessons.disagreements):
        walk.read(narrow, verb(deck)._repr_html_(), fits=False)  # a table scrolls in its cell
    assert set(walk.lacking) == {"alias", *cut}


def test_the_offline_page(browser: Browser, deck: Deck, said: Said, tmp_path: Path) -> None:
    """The start page, cards, a quiz of each lesson and a paper of an exported page, on a narrow screen without a network."""
    path = lessons.export(deck, tmp_path / "quiz.html", title=said("pagetitle"))
    context = browser.new_context(viewport={"width": 320, "height": 640}, offline=True, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("h1")
    main, walk = page.locator("main"), Walk(said)
    walk.through(main)
    links = main.locator("a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    for part, rounds in PARTS.items():
        if part not in links:
            continue  # few facts make few quizzes
        page.evaluate("part => { location.hash = part; }", part)
        page.wait_for_selector(".lessons-body")
        walk.through(main, *rounds)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    walk.through(page.locator(".lessons-sheet"), fits=False)
    assert page.evaluate("window.ran") is None
    assert page.title() == " ".join(said["pagetitle"].split())
    assert page.evaluate("[document.scripts.length, document.querySelectorAll('svg, img').length]") == [2, 0]
    context.close()
    assert errors == []
    assert set(walk.lacking) <= {"alias", "wrongone", "wrongtwo", "wrongthree"}  # not every item is in one of these quizzes
    assert {"#cards", "#quiz-0"} <= set(links)


def test_what_the_reader_refuses(tmp_path: Path) -> None:
    """Control characters, lines that look like a gap and endless units are errors that say where and why; nothing is read."""
    refused = {"\x00": "control character '\\x00'", "\x1b[31m": "control character '\\x1b'", "_____": "would look like a gap"}
    for hostile, why in refused.items():
        path = tmp_path / "hostile.md"
        path.write_text(note_of(Said(hostile)), encoding="utf-8")
        with pytest.raises(NotesError, match=rf"hostile\.md:2: .*{re.escape(why)}"):
            lessons.read(path)
    path.write_text(note_of(Said("x"), unit=HOSTILE["long"]), encoding="utf-8")
    with pytest.raises(NotesError, match=r"hostile\.md:\d+: '30 W{56}…' opens with no number"):
        lessons.read(path)
