"""The quiz as a learner meets it, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect

from lessons.widgets import Quiz

from .conftest import Shown

Show = Callable[..., Shown]


def test_a_right_choice_by_mouse(show: Show, make: SimpleNamespace) -> None:
    """Pressing a row and Check says that it is right, why, and where it comes from as of when."""
    shown = show(Quiz([make.choice(), make.gap(8)]))
    assert shown.text(".lessons-count") == "Question 1 of 2"
    assert shown.text(".lessons-meta") == "Treaties · Choose one"
    shown.root.get_by_text("Ben", exact=True).click()
    shown.root.get_by_role("button", name="Check").click()
    assert "Right" in shown.text(".lessons-verdict")
    assert "Ben signed first." in shown.text(".lessons-feedback")
    assert shown.text(".lessons-cite") == "“A primer”, in The Press, 19 August 2022, ¶3 and ¶5 (note primer, line 14)"
    assert shown.text(".lessons-asof") == "As of 19 August 2022"
    assert shown.model("responses") == {"i-Who signed first?": "o1"}
    shown.root.get_by_role("button", name="Next question").click()
    assert shown.text(".lessons-count") == "Question 2 of 2"


def test_a_wrong_choice_shows_the_key(show: Show, make: SimpleNamespace) -> None:
    """A wrong choice is named in words on its row, and so is the right one; nothing can be changed any more."""
    shown = show(Quiz([make.choice()]))
    shown.root.get_by_label("Cy").check()
    shown.root.get_by_role("button", name="Check").click()
    assert shown.text(".lessons-verdict").endswith("Not right this time")
    assert shown.text(".lessons-key") == "The answer: Ben"
    assert shown.text(".is-key .lessons-tag").endswith("Right answer")
    assert shown.text(".is-wrong .lessons-tag").endswith("Your choice")
    assert shown.root.get_by_role("radio", disabled=True).count() == 4


def test_a_whole_quiz_by_keyboard_alone(show: Show, make: SimpleNamespace) -> None:
    """Letters and digits choose, Enter checks and goes on, the field takes what is typed, and the end has the focus."""
    shown = show(Quiz([make.choice("First?"), make.choice("Second?"), make.gap(("NATO",), "Which alliance?")]))
    shown.focus()
    shown.press("b", "Enter")
    assert "Right" in shown.text(".lessons-verdict")
    assert shown.focused() == "next"
    shown.press("Enter")
    assert shown.focused() == "stem"
    shown.press("1", "2", "Enter", "Enter")
    assert shown.focused() == "field"
    shown.page.keyboard.type("nato")
    shown.press("Enter")
    assert "Right" in shown.text(".lessons-verdict")
    shown.press("Enter")
    assert shown.focused() == "score"
    assert shown.text(".lessons-score") == "3 of 3 right"
    assert shown.root.get_by_role("button", name="Try the missed ones again").count() == 0


def test_native_arrows_choose_and_sideways_arrows_move(show: Show, make: SimpleNamespace) -> None:
    """Up and down move between the radio buttons; left, right, N and P move between questions."""
    shown = show(Quiz([make.choice("First?"), make.choice("Second?")]))
    shown.root.get_by_label("Ann").focus()
    shown.press("ArrowDown")
    assert shown.root.get_by_label("Ben").is_checked()
    shown.press("ArrowRight")
    assert shown.text(".lessons-count") == "Question 2 of 2"
    shown.press("ArrowLeft")
    assert shown.root.get_by_label("Ben").is_checked(), "a choice that was not checked yet is kept"
    shown.press("n", "p", "p")
    assert shown.text(".lessons-count") == "Question 1 of 2"


def test_letters_typed_into_the_field_are_letters(show: Show, make: SimpleNamespace) -> None:
    """While one types, N, P, digits, the question mark and arrows belong to the field."""
    shown = show(Quiz([make.gap(("Pont Neuf",), "Which bridge?"), make.choice()]))
    shown.root.get_by_role("textbox").click()
    shown.page.keyboard.type("pn1?")
    shown.press("ArrowLeft")
    assert shown.root.get_by_role("textbox").input_value() == "pn1?"
    assert shown.text(".lessons-count") == "Question 1 of 2"


def test_a_typed_date(show: Show, make: SimpleNamespace) -> None:
    """A date may be typed in any form; the field says which parts are wanted, and the gap of a stem is filled."""
    shown = show(Quiz([make.gap("1949-04-04", "It was signed on _____.")]))
    assert shown.text(".lessons-hint") == "A date: the day, month and year, such as 3 May 1998"
    shown.root.get_by_label("It was signed on").fill("April 4th, 1949")
    shown.root.get_by_role("button", name="Check").click()
    assert "Right" in shown.text(".lessons-verdict")
    assert shown.text(".lessons-stem") == "It was signed on 4 April 1949."


def test_what_is_less_exact_is_asked_again(show: Show, make: SimpleNamespace) -> None:
    """A year where a day is wanted is not marked: the learner is told what to add, the field keeps text and focus."""
    shown = show(Quiz([make.gap("1949-04-04")]))
    shown.root.get_by_role("textbox").fill("1949")
    shown.press("Enter")
    assert shown.text(".lessons-notice") == "Be more precise: give the day, month and year."
    assert shown.said() == "Be more precise: give the day, month and year."
    assert shown.focused() == "field"
    assert shown.model("responses") == {}
    shown.page.keyboard.type(" April 4")
    expect(shown.root.get_by_role("textbox")).to_have_value("1949 April 4")
    shown.root.get_by_role("textbox").fill("4 April 1949")
    shown.press("Enter")
    assert "Right" in shown.text(".lessons-verdict")


def test_one_slip_of_spelling_is_forgiven_and_said(show: Show, make: SimpleNamespace) -> None:
    """A slip is right, with the right spelling beside it."""
    shown = show(Quiz([make.gap(("Jens Stoltenberg",), "Who was it?")]))
    shown.root.get_by_role("textbox").fill("jens stoltenburg")
    shown.press("Enter")
    assert shown.text(".lessons-message") == "Mind the spelling: Jens Stoltenberg."


def test_nothing_chosen_is_asked_for(show: Show, make: SimpleNamespace) -> None:
    """Check with nothing chosen marks nothing and says what to do; choosing takes the words away."""
    shown = show(Quiz([make.choice()]))
    shown.root.get_by_role("button", name="Check").click()
    assert shown.text(".lessons-notice") == "Choose an option first."
    shown.press("b")
    assert shown.text(".lessons-notice") == ""
    assert shown.root.get_by_label("Ben").is_checked()


def test_show_me_counts_as_missed(show: Show, make: SimpleNamespace) -> None:
    """Who does not know may look: the key is shown, and the item comes up among the missed ones."""
    shown = show(Quiz([make.choice()]))
    shown.root.get_by_role("button", name="Show me").click()
    assert shown.text(".lessons-key") == "The answer: Ben"
    assert shown.model("responses") == {"i-Who signed first?": ""}
    shown.press("Enter")
    assert "Ben" in shown.text(".lessons-missed")


def test_the_end_and_the_missed_ones_again(show: Show, make: SimpleNamespace) -> None:
    """The end gives the score and each missed item with key and source; they can be tried again, or all from the start."""
    shown = show(Quiz([make.choice("First?"), make.choice("Second?")]))
    shown.focus()
    shown.press("b", "Enter", "Enter", "c", "Enter", "Enter")
    assert shown.text(".lessons-score") == "1 of 2 right"
    missed = shown.text(".lessons-missed")
    assert "Second?" in missed
    assert "You: Cy" in missed
    assert "“A primer”, in The Press" in missed
    assert "First?" not in missed
    shown.root.get_by_role("button", name="Try the missed ones again").click()
    assert shown.text(".lessons-count") == "Question 1 of 1"
    assert shown.text(".lessons-stem") == "Second?"
    shown.press("b", "Enter", "Enter")
    assert shown.text(".lessons-score") == "1 of 1 right"
    assert shown.model("responses") == {"i-First?": "o1", "i-Second?": "o1"}
    shown.root.get_by_role("button", name="Start again").click()
    assert shown.text(".lessons-count") == "Question 1 of 2"
    assert shown.model("responses") == {}


def test_what_a_learner_is_owed(show: Show, make: SimpleNamespace) -> None:
    """What changed since, a mistake of the source and a disagreement each stand in a block of their own, after responding only."""
    told = {"since": "It is 32 now.", "erratum": "It was Tuesday.", "dispute": "Others say Cy."}
    shown = show(Quiz([make.choice(**told)]))
    assert shown.root.locator(".lessons-note").count() == 0
    shown.focus()
    shown.press("b", "Enter")
    notes = shown.root.locator(".lessons-note").all_inner_texts()
    assert [" ".join(note.split()).lstrip("↻!⇄ ") for note in notes] == [
        "What has changed since It is 32 now.",
        "The source is mistaken It was Tuesday.",
        "Sources disagree Others say Cy.",
    ]


def test_the_result_is_said_once(show: Show, make: SimpleNamespace) -> None:
    """One polite live region says the verdict, and on going on the place; the focus says the question and the score."""
    shown = show(Quiz([make.choice("First?"), make.choice("Second?")]))
    assert shown.root.get_by_role("status").count() == 1
    shown.focus()
    shown.press("a", "Enter")
    assert shown.said() == "Not right this time. The answer: Ben"
    shown.press("Enter")
    assert (shown.said(), shown.focused()) == ("Question 2 of 2", "stem")
    shown.press("p")
    assert (shown.said(), shown.focused()) == ("Question 1 of 2", "stem")
    shown.press("n", "b", "Enter", "Enter")
    assert (shown.said(), shown.focused()) == ("", "score")


def test_what_is_heard_on_going_on(show: Show, make: SimpleNamespace) -> None:
    """The focus is on the question, whose name is its stem; the live region says the place and repeats nothing of it."""
    items = [make.choice("First?"), make.several("Second?"), make.exam_form("how_many", "Third?"), make.ordering("Fourth?")]
    shown = show(Quiz([*items, make.matching("Fifth?"), make.gap(8, "Sixth?")]))
    shown.focus()
    for place, item in enumerate(items[1:], 2):
        shown.press("n")
        group = shown.root.get_by_role("group", name=item.stem, exact=True)
        expect(group).to_be_focused()
        expect(group).to_have_accessible_description(item.closing)
        assert shown.said() == f"Question {place} of 6"
    shown.press("n", "n")
    field = shown.root.get_by_role("textbox", name="Sixth?", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description("A number, such as 12 or 40,000")
    assert shown.said() == "Question 6 of 6"


def test_a_notice_is_heard_once(show: Show, make: SimpleNamespace) -> None:
    """What is asked again is said by the live region; the field keeps the focus, is marked as invalid and does not describe it again."""
    shown = show(Quiz([make.gap("1949-04-04"), make.choice()]))
    field = shown.root.get_by_role("textbox")
    field.fill("1949")
    shown.page.evaluate("window.kept = document.activeElement")
    shown.press("Enter")
    assert shown.said() == "Be more precise: give the day, month and year."
    assert shown.page.evaluate("window.kept === document.activeElement"), "a field made anew would be read out again"
    expect(field).to_have_accessible_description("A date: the day, month and year, such as 3 May 1998")
    expect(field).to_have_attribute("aria-invalid", "true")
    shown.press("Enter")
    assert shown.said().strip() == "Be more precise: give the day, month and year."
    assert shown.said() != shown.said().strip(), "the same again is another text, or it would not be said"
    field.fill("4 April 1949")
    shown.press("Enter")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    shown.press("n", "Enter")
    assert (shown.said(), shown.focused()) == ("Choose an option first.", "option-0")
    expect(shown.root.get_by_label("Ann")).to_have_accessible_description("")


def test_listing_the_keys_draws_nothing_anew(show: Show, make: SimpleNamespace) -> None:
    """What has the focus keeps it and is not read again; by key the list is spoken of, by its button the button says it."""
    shown = show(Quiz([make.choice()]))
    shown.root.get_by_label("Ben").check()
    shown.page.evaluate("window.kept = document.activeElement")
    shown.press("?")
    assert shown.page.evaluate("window.kept === document.activeElement")
    assert shown.said() == "The keys are listed above the question."
    button = shown.root.get_by_role("button", name="Keys")
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    assert shown.said() == ""
    expect(button).to_have_attribute("aria-expanded", "false")


def test_keys_are_listed_on_request(show: Show, make: SimpleNamespace) -> None:
    """The question mark shows and hides the list of keys, and so does its button."""
    shown = show(Quiz([make.choice()]))
    listed = shown.root.locator(".lessons-keylist")
    expect(listed).to_be_hidden()
    shown.focus()
    shown.press("?")
    expect(listed).to_be_visible()
    shown.press("Escape")
    expect(listed).to_be_hidden()
    shown.root.get_by_role("button", name="Keys").click()
    expect(listed).to_be_visible()


def test_keys_stay_inside(show: Show, make: SimpleNamespace, page: Page) -> None:
    """A host hears no key that is pressed inside the widget, and the widget none that is pressed outside; Ctrl and Tab pass."""
    page.evaluate("""() => { window.heard = []; document.addEventListener("keydown", (event) => window.heard.push(event.key));
                     document.body.prepend(document.createElement("button")); }""")
    shown = show(Quiz([make.choice()]))
    assert shown.root.get_attribute("data-lm-suppress-shortcuts") == "true"
    shown.focus()
    shown.press("b", "x", "Enter", "Control+s")
    assert page.evaluate("window.heard") == ["Control", "s"] or page.evaluate("window.heard") == ["s"]
    page.locator("body > button").focus()
    shown.press("n")
    assert shown.text(".lessons-count") == "Question 1 of 1"


def test_practice_goes_on_without_a_kernel(show: Show, make: SimpleNamespace) -> None:
    """Where the responses cannot be sent, marking and moving work as before."""
    shown = show(Quiz([make.choice("First?"), make.choice("Second?")]), offline=True)
    shown.focus()
    shown.press("b", "Enter")
    assert "Right" in shown.text(".lessons-verdict")
    shown.press("Enter", "b", "Enter", "Enter")
    assert shown.text(".lessons-score") == "2 of 2 right"


def test_a_quiz_is_taken_up_where_it_was_left(show: Show, make: SimpleNamespace) -> None:
    """A view that is drawn again opens at the first item with no response; Python may take the responses back."""
    quiz = Quiz([make.choice("First?"), make.choice("Second?")])
    quiz.responses = {"i-First?": "o2"}
    shown = show(quiz)
    assert shown.text(".lessons-count") == "Question 2 of 2"
    shown.set("responses", {})
    assert shown.text(".lessons-count") == "Question 1 of 2"


def test_a_quiz_with_no_items(show: Show) -> None:
    """An empty quiz says so and offers nothing to press but its keys."""
    shown = show(Quiz([]))
    assert "There is nothing to ask here." in shown.root.inner_text()
    assert shown.root.get_by_role("button").count() == 1


def test_hostile_text_is_text(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Markup in a note or in a response is shown as it is written and never run."""
    evil = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
    item = make.choice(
        evil, [evil + str(n) for n in range(4)], explanation=evil, since=evil, erratum=evil, dispute=evil, quote=evil, lesson=evil
    )
    shown = show(Quiz([item, make.gap((evil,), "Typed: _____")], title=evil))
    shown.focus()
    shown.press("a", "Enter", "n")
    shown.root.get_by_role("textbox").fill(evil)
    shown.press("Enter", "Enter")
    shown.press("p", "p")
    assert shown.root.locator("img, script").count() == 0
    assert shown.root.inner_text().count("<img src=x") >= 9
    assert page.title() == "Widgets"


EVIL = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
HOSTILE = {"markup": EVIL, "right to left": "\u202e" + EVIL + "\u2066", "long": EVIL + "x" * 10_000}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text_in_every_kind(show: Show, make: SimpleNamespace, page: Page, name: str) -> None:
    """Markup, marks that turn the reading direction, ten thousand letters: each field of each kind shows them as they are."""
    evil = HOSTILE[name]
    said = [f"{evil}{n}" for n in range(4)]
    told = {"since": evil, "erratum": evil, "dispute": evil, "quote": evil, "lesson": evil}
    items = [
        make.several(f"{evil} several", said, **told),
        make.ordering(f"{evil} order", said, **told),
        make.matching(f"{evil} match", said[:3], said, headings=(evil, evil), **told),
        *(make.exam_form(form, evil, say=lambda text: f"{evil}{text}", **told) for form in make.forms),
    ]
    quiz = Quiz(items, title=evil)
    shown = show(quiz)
    shown.focus()
    for item in items:
        texts = [item.stem, *item.statements, *item.list_two, *item.headings, item.closing]
        open_text = shown.root.locator(".lessons-question").text_content() or ""
        assert [text[:90] for text in [*texts, *(option.text for option in item.options)] if text not in open_text] == []
        shown.root.locator("[data-part=show]").click()
        feedback = shown.root.locator(".lessons-feedback").text_content() or ""
        told_of = [text for part in item.parts for text in (part.text, part.fact.since or "", *quiz.facts[part.fact.id]["cites"])]
        assert [text[:90] for text in told_of if text not in feedback] == []
        shown.root.locator("[data-part=next]").click()
    assert evil in (shown.root.locator(".lessons-missed").text_content() or "")
    assert shown.root.locator("img, script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert page.title() == "Widgets"


def test_kinds_of_two_quizzes_share_no_id(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Every kind drawn twice on a page has ids of its own, before and after marking, and what they point to is there."""
    items = [make.several(), make.ordering(), make.matching(), *map(make.exam_form, make.forms)]
    one, other = show(Quiz(items)), show(Quiz(items))
    astray = """() => [...document.querySelectorAll("[for], [aria-describedby], [aria-controls]")].flatMap((element) =>
        ["for", "aria-describedby", "aria-controls"].flatMap((name) => (element.getAttribute(name) ?? "").split(" ")))
        .filter((id) => id && !document.getElementById(id))"""
    for _ in items:
        for press in (["Enter"], ["n"]):
            ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
            assert len(ids) == len(set(ids)) > 0
            assert page.evaluate(astray) == []
            for shown in (one, other):
                shown.focus()
                shown.press(*press)
    assert (one.clean_up(), other.clean_up()) == (0, 0)


def test_keys_are_listed_by_kind(show: Show, make: SimpleNamespace) -> None:
    """The list of keys tells what they do in the question shown."""
    shown = show(Quiz([make.choice(), make.several(), make.ordering(), make.matching(), make.gap(8)]))
    shown.focus()
    shown.press("?")
    first = []
    for _ in range(5):
        first.append(shown.root.locator(".lessons-keylist dd").first.inner_text())
        shown.root.get_by_role("button", name="Skip").or_(shown.root.get_by_role("button", name="Finish")).click()
    assert first == ["choose an option", "choose an option, or leave it", "go to a row", "go to a row", "check, then go on"]


def test_two_quizzes_on_a_page(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Two widgets share no id and no radio group, and a key goes to the one with the focus; cleaning up leaves the other."""
    items = [make.choice("First?"), make.choice("Second?")]
    one, other = show(Quiz(items)), show(Quiz(items))
    one.root.get_by_label("Ann").check()
    other.root.get_by_label("Cy").check()
    assert one.root.get_by_label("Ann").is_checked()
    other.press("Enter", "Enter")
    assert (one.text(".lessons-count"), other.text(".lessons-count")) == ("Question 1 of 2", "Question 2 of 2")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids)) > 0
    assert one.clean_up() == 0
    assert page.locator(".lessons").count() == 1


def test_a_long_quiz_is_shown_before_all_of_it_is_there(show: Show, make: SimpleNamespace) -> None:
    """The first questions are sent with the quiz, the others once these are shown; the learner sees how many there are all along."""
    quiz = Quiz([make.choice(f"Number {n}?") for n in range(60)])
    assert (len(quiz.items), quiz.rest) == (20, [])
    shown = show(quiz)
    assert shown.text(".lessons-count") == "Question 1 of 60"
    expect(shown.root.locator(".lessons-count")).to_have_text("Question 1 of 60")
    shown.page.wait_for_function("window.shown[0].model.get('rest').length === 40")
    shown.focus()
    shown.press(*["n"] * 45)
    assert shown.text(".lessons-count") == "Question 46 of 60"
    assert shown.text(".lessons-stem") == "Number 45?"
    shown.press("b", "Enter")
    assert "Right" in shown.text(".lessons-verdict")
    assert shown.text(".lessons-cite").startswith("“A primer”")


def test_the_rest_of_a_long_quiz_may_not_come(show: Show, make: SimpleNamespace) -> None:
    """Where Python is gone after the first questions, these can be answered, and behind the last of them it is said what is missing."""
    shown = show(Quiz([make.choice(f"Number {n}?") for n in range(60)]), silent=True)
    shown.focus()
    shown.press(*["n"] * 25)
    assert shown.text(".lessons-count") == "Question 20 of 60"
    assert shown.text(".lessons-notice") == "The other questions have not come yet. Try again in a moment."
    assert shown.said().strip() == shown.text(".lessons-notice")
