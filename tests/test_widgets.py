"""The widgets' Python side: what they print, their static form, what Python knows of the responses, the joined module."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest

from lessons import dates, items
from lessons.cards import Card
from lessons.facts import Citation, Fact, Source, Term
from lessons.items import Form, Item, Option, Part
from lessons.widgets import Cards, Quiz
from lessons.widgets.payload import card_payload, cites, facts_payload, item_payload, question_payload
from lessons.widgets.source import joined, static
from lessons.widgets.static_form import quiz_html

MODULES = sorted(path.name for path in files("lessons.widgets").joinpath("static").iterdir() if path.name.endswith(".js"))
ENTRIES = [
    ("quiz.js", "renderQuiz"),
    ("cards.js", "renderCards"),
    ("exam.js", "renderExam"),
    ("mains.js", "renderMains"),
    ("desk.js", "renderDesk"),
    ("front_end.js", "renderShared"),
]
EVIL = "<img src=x onerror=alert(1)> & \"quotes\" 'too' </details>"


def fact(**fields: Any) -> Fact:
    source = Source(note="primer", title="A primer", author=None, publisher="The Press", published=dates.parse("2021-10~"))
    given: dict[str, Any] = {
        "id": "f1",
        "lesson": "Treaties",
        "content": Term(term="ally", meaning="a member"),
        "note": "primer",
        "line": 14,
        "quote": "ally: a member (¶3)",
        "citations": (Citation(source=source, paragraph=3),),
        "as_of": dates.parse("2021-10~"),
    }
    return Fact(**given | fields)


def choice(item_id: str = "c", stem: str = "Who?", **fields: Any) -> Item:
    options = (Option(id="a", text="Ann"), Option(id="b", text="Ben"))
    return Item(
        id=item_id, kind="single_choice", stem=stem, options=options, key=("b",), explanation="Ben it was.", facts=(fact(**fields),)
    )


def gap(item_id: str, key: Any) -> Item:
    return Item(id=item_id, kind="gap", stem="It was _____.", key=key, explanation="", facts=(fact(),))


def card(front: str = "When?", back: str = "1949", **fields: Any) -> Card:
    return Card(id=f"c-{front}", front=front, back=back, fact=fact(**fields))


class Text(HTMLParser):
    """The tags and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags[tag] += 1
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_repr_is_stable() -> None:
    """A notebook's output names the widget without an address, so that it compares equal on every run."""
    assert repr(Quiz([choice("1"), choice("2")], seed=7)) == "Quiz(2 items, seed=7)"
    assert repr(Quiz([choice()])) == "Quiz(1 item, seed=1)"
    assert repr(Cards([card()], seed=2)) == "Cards(1 card, seed=2)"
    assert repr(Cards([])) == "Cards(0 cards)"


@pytest.mark.parametrize("widget", [Quiz([choice()]), Cards([card()])], ids=["Quiz", "Cards"])
def test_the_bundle_holds_widget_text_and_static_form(widget: Quiz | Cards) -> None:
    """Where a kernel runs the widget is shown, elsewhere the static form; both are always there, and the same each time."""
    data, _ = widget._repr_mimebundle_()
    assert set(data) == {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"}
    assert data["text/plain"] == repr(widget)
    assert data == widget._repr_mimebundle_()[0]


def test_static_form_of_a_quiz() -> None:
    """Stems in an ordered list, options lettered, key, explanation and source folded away."""
    told = {"since": "It is 32 now.", "erratum": "It was Tuesday.", "dispute": "Others say Cy."}
    html = Quiz([choice(**told), gap("g", 300_000)], title="Practice")._repr_mimebundle_()[0]["text/html"]
    found = Text(html)
    assert found.open == []
    assert (found.tags["details"], found.tags["ol"], found.tags["li"]) == (2, 2, 4)
    for text in ("Practice", "Who?", "Ann", "Ben it was.", "“A primer”, in The Press, about October 2021, ¶3 (note primer, line 14)"):
        assert text in found.text
    for text in (
        "As of about October 2021",
        "What has changed since: It is 32 now.",
        "The source is mistaken: ",
        "Sources disagree: ",
        "300,000",
    ):
        assert text in found.text
    assert html.index("Who?") < html.index("<details>") < html.index("<strong>Ben")


def part(label: str, text: str, correct: bool | None, **fields: Any) -> Part:
    return Part(label=label, correct=correct, text=text, fact=fact(**fields))


def kinds(say: Callable[[str], str] = str, **told: Any) -> list[Item]:
    """An item of each kind and form that is more than a stem and options, every text of it through `say`."""
    options = tuple(Option(id=text, text=say(text)) for text in ("Ann", "Ben", "Cy"))
    given: dict[str, Any] = {"facts": (fact(**told),), "options": options}
    parts = tuple(part(say(label), say(f"Part {label}."), ok, **told) for label, ok in (("1", True), ("2", False), ("3", None)))
    lists = {
        "statements": (say("Left one."), say("Left two.")),
        "list_two": (say("Right one."), say("Right two.")),
        "headings": (say("L"), say("R")),
    }
    several = Item(id="several", kind="multiple_response", stem=say("Which?"), key=("Ann", "Cy"), parts=parts, **given)
    order = Item(id="order", kind="ordering", stem=say("In order."), key=("Cy", "Ann", "Ben"), parts=parts, **given)
    match = Item(
        id="match",
        kind="matching",
        stem=say("Match."),
        key=("Cy", "Ben"),
        statements=lists["statements"],
        headings=lists["headings"],
        **given,
    )
    forms: list[Form] = ["two_statements", "statement_reason", "pairs", "lists"]
    asked = [
        Item(
            id=form,
            kind="single_choice",
            form=form,
            stem=say("Consider:"),
            closing=say("Which?"),
            key=("Ben",),
            parts=parts,
            **lists,
            **given,
        )
        for form in forms
    ]
    return [several, order, match, *asked]


def test_static_form_of_each_kind() -> None:
    """Statements, lists, pairs and closing stand as the form has them, options lettered, numbered or with no sign as the kind wants it."""
    html = {item.id: quiz_html([item]) for item in kinds()}
    assert all(Text(one).open == [] for one in html.values())
    texts = {key: Text(one).text for key, one in html.items()}
    assert '<ol type="A"><li>Ann</li>' in html["several"]
    assert "<ul><li>Ann</li><li>Ben</li><li>Cy</li></ul>" in html["order"]
    assert '<p>L</p><ol type="A"><li>Left one.</li><li>Left two.</li></ol><p>R</p><ol><li>Ann</li>' in html["match"]
    assert "<strong>Left one. – Cy; Left two. – Ben</strong>" in html["match"]
    assert '<ol><li>Left one.</li><li>Left two.</li></ol><p>Which?</p><ol type="a"><li>Ann</li>' in html["two_statements"]
    assert "<p>Statement-I: Left one.</p><p>Statement-II: Left two.</p><p>Which?</p>" in html["statement_reason"]
    assert "<p>L : R</p><ol><li>Left one. : Right one.</li><li>Left two. : Right two.</li></ol><p>Which?</p>" in html["pairs"]
    assert '<p>List-I (L)</p><ol type="A"><li>Left one.</li><li>Left two.</li></ol><p>List-II (R)</p><ol><li>Right one.' in html["lists"]
    assert "1 – ✓ correctPart 1.“A primer”" in texts["pairs"]
    assert "2 – ✗ incorrectPart 2.“A primer”" in texts["pairs"]
    assert "3Part 3.“A primer”" in texts["pairs"]


def test_static_form_tells_sources_part_by_part() -> None:
    """Where an item has parts each says its own source and what must be known about it; the common ones are not told again."""
    html = {item.id: quiz_html([item]) for item in kinds(since="It is 32 now.")}
    for key in ("several", "order", "lists"):
        assert html[key].count("“A primer”") == html[key].count("What has changed since: It is 32 now.") == 3
    assert html["match"].count("“A primer”") == html["match"].count("It is 32 now.") == 1


@pytest.mark.parametrize(
    "widget",
    [
        Quiz(kinds(lambda text: EVIL + text, quote=EVIL, lesson=EVIL, since=EVIL, erratum=EVIL, dispute=EVIL), title=EVIL),
        Quiz([choice(stem=EVIL, quote=EVIL, lesson=EVIL, since=EVIL, erratum=EVIL, dispute=EVIL), gap("g", (EVIL,))], title=EVIL),
        Cards([card(EVIL, f"{EVIL}\n{EVIL}", since=EVIL, erratum=EVIL, dispute=EVIL)], title=EVIL),
    ],
    ids=["Kinds", "Quiz", "Cards"],
)
def test_static_form_escapes_everything(widget: Quiz | Cards) -> None:
    """Whatever a note holds is text in the static form: no tag but our own."""
    found = Text(widget._repr_mimebundle_()[0]["text/html"])
    assert set(found.tags) <= {"div", "p", "strong", "ol", "ul", "li", "details", "summary", "br"}
    assert found.text.count(EVIL) >= 6


def test_python_knows_what_was_responded() -> None:
    """Score and missed items follow the responses that the browser sends; items with none yet earn nothing and are not missed."""
    quiz = Quiz([choice("1"), choice("2"), gap("3", 8), gap("4", dates.parse("1949-04-04")), choice("5")])
    assert (str(quiz.score), quiz.missed) == ("0 of 5", ())
    quiz.responses = {"1": "b", "2": "a", "3": "eight", "4": "", "gone": "b"}
    assert str(quiz.score) == "2 of 5"
    assert [item.id for item in quiz.missed] == ["2", "4"]


def test_python_takes_lists() -> None:
    """Lists of ids from the browser are marked too, and what is only partly right is missed."""
    several, order, match, *_ = kinds()
    quiz = Quiz([several, order, match])
    quiz.responses = {"several": ["Cy", "Ann"], "order": ["Cy", "Ben", "Ann"], "match": ["Cy", ""]}
    assert str(quiz.score) == "1.83 of 3"
    assert [item.id for item in quiz.missed] == ["order", "match"]


def test_payload_is_the_question_its_key_and_its_facts() -> None:
    """The browser gets the documented JSON, the key in words, and by their ids the facts with sources and as-of date in words."""
    item = gap("g", dates.parse("1949-04-04"))
    payload, told = item_payload(item), items.to_json(item)
    for name in ("id", "kind", "form", "lesson", "stem", "key", "facts"):
        assert payload[name] == told[name]
    assert payload["key_text"] == "4 April 1949"
    assert payload["as_of_text"] == "about October 2021"
    assert "as_of_text" not in item_payload(choice(timeless=True))
    known = facts_payload(item.facts)[item.facts[0].id]
    assert known["cites"] == ["“A primer”, in The Press, about October 2021, ¶3 (note primer, line 14)"]
    assert known["quotes"] == ["ally: a member (¶3)"]
    assert known["as_of_text"] == "about October 2021"
    assert set(card_payload(card())["facts"]) == set(facts_payload([card().fact]))


@pytest.mark.parametrize(
    "item", [*kinds(), choice(), gap("d", dates.parse("1949-04-04")), gap("t", ("NATO", "the alliance")), gap("n", 30)]
)
def test_a_question_tells_nothing_of_its_key(item: Item) -> None:
    """What an exam shows is the same whatever the key is, and holds no word of the explanation, the sources or the other names."""
    told = question_payload(item)
    assert set(told) <= {
        "id",
        "kind",
        "form",
        "label",
        "stem",
        "statements",
        "list_two",
        "headings",
        "closing",
        "options",
        "as_of_text",
        "hint",
    }
    if item.kind != "gap":
        turned = replace(item, key=tuple(reversed(item.key)) if len(item.key) > 1 else (item.options[0].id,), explanation="", parts=())
        assert (
            question_payload(turned).items() >= {name: value for name, value in told.items() if name not in ("label", "as_of_text")}.items()
        )
    else:
        assert item.key_text not in json.dumps(told, ensure_ascii=False)


def test_cites_name_what_is_known() -> None:
    """With no publisher or paragraph the rest still reads well; two sources are two lines."""
    source = {"note": "x", "line": 2, "publisher": None, "title": "T", "published": "2021", "paragraph": None}
    assert cites([source, source | {"title": "U"}]) == ["“T”, 2021 (note x, line 2)", "“U”, 2021 (note x, line 2)"]


def test_a_seed_shuffles_the_cards_in_the_same_way() -> None:
    """The same seed gives the same order; without one the cards come as they are."""
    cards = [card(str(n)) for n in range(9)]
    fronts = [[c["front"] for c in Cards(cards, seed=seed).cards] for seed in (3, 3, None)]
    assert fronts[0] == fronts[1] != fronts[2] == [str(n) for n in range(9)]
    assert sorted(fronts[0]) == fronts[2]


@pytest.mark.parametrize(("entry", "render"), [("quiz.js", "renderQuiz"), ("cards.js", "renderCards"), ("scoring.js", "score")])
def test_joined_module_stands_alone(entry: str, render: str) -> None:
    """The joined text imports nothing, exports `render` alone and declares every name once."""
    text = joined(entry, render=render)
    assert re.findall(r"^\s*import\b.*", text, re.MULTILINE) == []
    assert re.findall(r"^export .*", text, re.MULTILINE) == [f"export default {{ render: {render} }};"]
    names = Counter(re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", text, re.MULTILINE))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_module_is_joined_somewhere() -> None:
    """No file of the front end is left over."""
    texts = "".join([*(joined(entry, render=render) for entry, render in ENTRIES), joined("page.js", start="startPage")])
    for name in MODULES:
        last = re.findall(r"(?m)^(?:export )?(?:function|const) (\w+)", static(name))[-1]
        assert re.search(rf"(?m)^(?:function|const) {last}\b", texts), name


def test_joining_takes_away_comments_alone() -> None:
    """Each line of code is in the joined text as it was; no text in the code looks like a comment."""
    texts = "".join([*(joined(entry, render=render) for entry, render in ENTRIES), joined("page.js", start="startPage")])
    lines = {line.strip() for line in texts.splitlines()}
    assert "/*" not in texts
    for name in MODULES:
        code = re.sub(r"(?m)^import .*\n|^export (?!default)|^ *//.*\n", "", re.sub(r"(?s)/\*.*?\*/", "", static(name)))
        assert {line.strip() for line in code.splitlines()} <= lines, name


def test_names_are_unique_over_all_modules() -> None:
    """A host may join any of the modules, so no two of them share a top-level name."""
    names = Counter(
        name for module in MODULES for name in re.findall(r"(?m)^(?:export )?(?:function|const|let|class) (\w+)", static(module))
    )
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("name", MODULES)
def test_modules_never_read_html_nor_ask_the_network(name: str) -> None:
    """No text of a note can become markup or code, and nothing is fetched."""
    text = static(name)
    for never in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
        "XMLHttpRequest",
        "http://",
        "https://",
    ):
        assert never not in text


@pytest.mark.parametrize("name", MODULES)
def test_lines_fit_the_width(name: str) -> None:
    """No linter looks at the JavaScript: its lines are as wide as the Python's."""
    assert [line for line in static(name).splitlines() if len(line) > 140] == []
