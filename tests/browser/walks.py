"""The states of the widgets, as steps of a walk through each: a new state is a new line in a table."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, NamedTuple

from lessons.facts import Person
from lessons.items import Item
from lessons.scoring import UPSC
from lessons.widgets import Cards, Exam, Quiz

from .conftest import EXAM, Shown, matching, ordering
from .responding import by_keys

Do = Callable[[Shown], object]

FORMS = tuple(EXAM)
TOLD = {"since": "It is 32 now.", "erratum": "It was Tuesday.", "dispute": "Others say Cy.", "lesson": "Treaties"}


class Step(NamedTuple):
    """A state by its name, what leads to it from the one before, and what must then be there."""

    state: str
    do: Do
    seen: str


class Walk(NamedTuple):
    """A widget, the states to lead it through, and whether its kernel is silent."""

    widget: Callable[[SimpleNamespace], Any]
    steps: list[Step]
    silent: bool = False


def keys(*pressed: str) -> Do:
    return lambda shown: shown.press(*pressed)


def click(*names: str) -> Do:
    """Press buttons by what they say, one after the other."""

    def do(shown: Shown) -> None:
        for name in names:
            shown.root.get_by_role("button", name=name).first.click()

    return do


def part(*names: str) -> Do:
    """Press the parts of those names."""

    def do(shown: Shown) -> None:
        for name in names:
            shown.root.locator(f'[data-part="{name}"]').click()

    return do


def typed(text: str) -> Do:
    return lambda shown: shown.root.get_by_role("textbox").fill(text)


def matched(*options: int) -> Do:
    """Choose in each row's list."""
    return lambda shown: by_keys(shown.root, matching(), [f"o{n}" for n in options])


def ordered(*options: int) -> Do:
    """Put the rows in that order."""
    return lambda shown: by_keys(shown.root, ordering(), [f"o{n}" for n in options])


def both(*all_of: Do) -> Do:
    return lambda shown: [do(shown) for do in all_of]


def unfold(shown: Shown) -> None:
    for summary in shown.root.locator("summary").all():
        summary.click()


def later(seconds: float) -> Do:
    """Let time pass, on a page whose clock can be turned."""
    return lambda shown: shown.page.clock.fast_forward(int(seconds * 1000))


def choose(part: str, option: str) -> Do:
    """Choose in a list by what an option begins with."""

    def do(shown: Shown) -> None:
        select = shown.root.locator(f'[data-part="{part}"]')
        select.select_option(select.locator("option", has_text=option).first.get_attribute("value"))

    return do


def palette(shown: Shown) -> None:
    """Unfold the palette, which is folded on a narrow page."""
    shown.root.locator(".lessons-palette").evaluate("details => { details.open = true; }")


def marked(shown: Shown) -> None:
    """What Python does once a paper is handed in."""
    paper = shown.widget
    paper.responses, paper.handed_in = shown.model("responses"), True
    shown.set("review", paper.review)


CHECK, NEXT = click("Check"), click("Next question")


def item(make: SimpleNamespace, kind: str, n: int) -> Item:
    """The n-th item of a kind or an exam form; no two have one id."""
    stem = f"Question {n}: which is it?"
    if kind == "true_false":
        return make.choice(stem, ("True", "False"), 0, kind="true_false", **TOLD)
    if kind == "single_choice":
        return make.choice(stem, **TOLD)
    if kind == "gap":
        return make.gap(8, stem, **TOLD)
    return make.exam_form(kind, stem, **TOLD) if kind in FORMS else getattr(make, kind)(stem=stem, **TOLD)


def quiz(*kinds: str) -> Callable[[SimpleNamespace], Quiz]:
    return lambda make: Quiz([item(make, kind, n) for n, kind in enumerate(kinds)])


def paper_items(make: SimpleNamespace) -> list[Item]:
    return [item(make, kind, n) for n, kind in enumerate(("single_choice", "several", "gap", "ordering", "matching", "pairs", "lists"))]


def choices(make: SimpleNamespace) -> Quiz:
    return Quiz([make.choice(f"{n} signed first?", **TOLD) for n in ("Who", "And who", "But who", "Then who")], title="Practice")


def typing(make: SimpleNamespace) -> Quiz:
    return Quiz(
        [make.gap("1949-04-04", **TOLD), make.gap(("Brussels",), "The seat is in _____.", **TOLD), make.gap(8, "How many?", **TOLD)]
    )


WALKS: dict[str, Walk] = {
    "choice": Walk(
        choices,
        [
            Step("unanswered", keys(), ".lessons-option"),
            Step("keys open", keys("?"), ".lessons-keylist:not([hidden])"),
            Step("notice", keys("?", "Enter"), ".lessons-notice:not(:empty)"),
            Step("chosen", keys("b"), "input:checked"),
            Step("right", CHECK, ".lessons-feedback.is-right"),
            Step("wrong", both(NEXT, keys("a"), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", both(NEXT, click("Finish")), ".lessons-score"),
        ],
    ),
    "several": Walk(
        quiz("several", "several", "several", "several"),
        [
            Step("unanswered", keys(), "input[type=checkbox]"),
            Step("notice", keys("Enter"), ".lessons-notice:not(:empty)"),
            Step("right", both(keys("a", "c"), CHECK), ".lessons-feedback.is-right"),
            Step("partly right", both(NEXT, keys("a"), CHECK), ".lessons-feedback.is-partly"),
            Step("wrong", both(NEXT, keys("b"), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", click("See how it went"), ".lessons-score"),
        ],
    ),
    "gap": Walk(
        typing,
        [
            Step("unanswered", keys(), "input[type=text]"),
            Step("asked about", both(typed("1949"), CHECK), ".lessons-notice:not(:empty)"),
            Step("wrong", both(typed("5 May 1950"), CHECK), ".lessons-feedback.is-wrong"),
            Step("right", both(NEXT, typed("Brussels"), CHECK), ".lessons-feedback.is-right"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", click("See how it went"), ".lessons-score"),
        ],
    ),
    "true_false": Walk(
        quiz("true_false", "true_false", "true_false"),
        [
            Step("unanswered", keys(), ".lessons-option"),
            Step("right", both(keys("a"), CHECK), ".lessons-feedback.is-right"),
            Step("wrong", both(NEXT, keys("b"), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
        ],
    ),
    "ordering": Walk(
        quiz("ordering", "ordering", "ordering", "ordering"),
        [
            Step("unanswered", keys(), "[data-part=row-0]"),
            Step("notice", keys("Enter"), ".lessons-notice:not(:empty)"),
            Step("moved", ordered(3, 0, 1, 2), "[data-part=row-0]"),
            Step("partly right", CHECK, ".lessons-feedback.is-partly"),
            Step("right", both(NEXT, ordered(3, 1, 0, 2), CHECK), ".lessons-feedback.is-right"),
            Step("wrong", both(NEXT, ordered(2, 0, 1, 3), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", click("See how it went"), ".lessons-score"),
        ],
    ),
    "matching": Walk(
        quiz("matching", "matching", "matching", "matching"),
        [
            Step("unanswered", keys(), "select"),
            Step("notice", keys("Enter"), ".lessons-notice:not(:empty)"),
            Step("an option picked", part("chip-1"), ".is-picking"),
            Step("matched", matched(1, 0, 2), "select"),
            Step("right", CHECK, ".lessons-feedback.is-right"),
            Step("partly right", both(NEXT, matched(1, 2), CHECK), ".lessons-feedback.is-partly"),
            Step("wrong", both(NEXT, matched(3, 2, 0), CHECK), ".lessons-feedback.is-wrong"),
            Step("shown", both(NEXT, click("Show me")), ".lessons-feedback.is-blank"),
            Step("the end", click("See how it went"), ".lessons-score"),
        ],
    ),
    "clock": Walk(
        lambda make: Quiz(quiz("single_choice", "ordering")(make)._asked, title="Practice", minutes=90),
        [
            Step("time running", keys(), ".lessons-timer"),
            Step("paused", part("pause"), ".lessons-paused"),
            Step("resumed", part("resume"), ".lessons-option"),
            Step("time up", later(90 * 60), ".lessons-time.is-up"),
        ],
    ),
    "not recorded": Walk(
        quiz("single_choice", "several"),
        [Step("not recorded", both(keys("a"), CHECK, later(5)), ".lessons-unrecorded:not([hidden])")],
        silent=True,
    ),
    "report": Walk(
        lambda make: Quiz([make.choice(lesson="Two"), *quiz("several", "gap", "matching", "lists")(make)._asked], title="Practice"),
        [
            Step("parts of marks", both(keys("b"), CHECK, NEXT, keys("a"), CHECK, *[part("next")] * 4), ".lessons-share"),
            Step("copied by hand", part("copy"), "textarea"),
            Step("the missed ones again", part("retry"), ".lessons-option"),
        ],
    ),
    "cards": Walk(
        lambda make: Cards(
            [
                *(make.card(f"When was it, {n}?", **TOLD) for n in range(3)),
                make.card("Who signed _____ first?", "Ben", **TOLD | {"lesson": "Two", "content": Person(name="Ben", office="envoy")}),
            ],
            title="Cards",
        ),
        [
            Step("front", keys(), ".lessons-front"),
            Step("back", click("Show the back"), ".lessons-rating"),
            Step("keys open", keys("?"), ".lessons-keylist:not([hidden])"),
            Step("again", both(keys("?"), part("again")), ".lessons-effect:not(:empty)"),
            Step("rated good", keys("Space", "3"), ".lessons-effect:not(:empty)"),
            Step("rated hard", keys("Space", "2"), ".lessons-effect:not(:empty)"),
            Step("known before", keys("Space", "4", "Space"), ".lessons-rating"),
            Step("the end", keys(*["3", "Space"] * 5), ".lessons-tally"),
            Step("the hard ones", part("hard-ones"), ".lessons-front"),
            Step("one lesson", choose("lesson", "Two"), ".lessons-choices"),
        ],
    ),
    "paper": Walk(
        lambda make: Exam(paper_items(make), title="General studies", marking=UPSC, minutes=90),
        [
            Step("before", keys(), "[data-part=start]"),
            Step("blank", part("start"), ".lessons-option"),
            Step("keys open", keys("?"), ".lessons-keylist:not([hidden])"),
            Step("answered", keys("?", "b"), "input:checked"),
            Step("palette open", palette, ".lessons-cell.is-answered"),
            Step("flagged", both(keys("f"), palette), ".lessons-cell.is-flagged"),
            Step("several, blank and flagged", keys("n", "f"), "input[type=checkbox]"),
            Step("several, answered", keys("a"), "input:checked"),
            Step("gap", keys("n"), "input[type=text]"),
            Step("gap, answered", typed("1066"), "input[type=text]"),
            Step("order, blank", keys("Enter"), "[data-part=keep]:not([hidden])"),
            Step("order, kept", part("keep"), ".lessons-order-note"),
            Step("matching", keys("n"), "select"),
            Step("lists, blank", keys("n", "b", "n"), ".lessons-lists"),
            Step("time up", later(90 * 60), ".lessons-time.is-up"),
            Step("confirm", part("finish"), ".lessons-handing-counts"),
            Step("waiting", part("hand-in"), ".lessons-page-words"),
            Step("not marked yet", later(11), "[data-part=try-again]"),
            Step("handed in", marked, ".lessons-report"),
            Step("review, right", both(part("look"), palette), ".lessons-feedback.is-right"),
            Step("review, partly right", keys("n"), ".lessons-feedback.is-partly"),
            Step("review, wrong", keys("n"), ".lessons-feedback.is-wrong"),
            Step("review, order", keys("n"), ".lessons-feedback"),
            Step("review, blank", keys("n"), ".lessons-feedback.is-blank"),
            Step("review, keys open", keys("?"), ".lessons-keylist:not([hidden])"),
            Step("review, form", both(keys("?", "n"), unfold), ".lessons-parts"),
            Step("only the missed", lambda shown: shown.root.get_by_role("checkbox", name="missed").check(), ".lessons-cells"),
        ],
    ),
    "paper, time up": Walk(
        lambda make: Exam(paper_items(make)[:2], minutes=1, ends_itself=True),
        [Step("handed in by the clock", both(part("start"), later(61)), ".lessons-page-words")],
    ),
    "paper, not recorded": Walk(
        lambda make: Exam(paper_items(make)[:2]),
        [Step("not recorded", both(part("start"), keys("b"), later(5)), ".lessons-unrecorded:not([hidden])")],
        silent=True,
    ),
    "no paper": Walk(lambda _: Exam([]), [Step("nothing to ask", keys(), ".lessons-page-words")]),
    "nothing": Walk(lambda _: Quiz([]), [Step("no questions", keys(), ".lessons-end-words")]),
    "no cards": Walk(lambda _: Cards([]), [Step("no cards", keys(), ".lessons-count")]),
}
WALKS |= {
    form: Walk(
        quiz(form, form),
        [
            Step("unanswered", keys(), ".lessons-closing"),
            Step("right", both(keys("b"), CHECK, unfold), ".lessons-feedback.is-right"),
            Step("wrong", both(NEXT, keys("a"), CHECK, unfold), ".lessons-feedback.is-wrong"),
        ],
    )
    for form in FORMS
}
WALKS["forms"] = Walk(quiz(*FORMS), [Step("the end", keys(*["n"] * len(FORMS)), ".lessons-score")])
