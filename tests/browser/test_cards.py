"""The cards as a learner meets them, and their state machine apart from any drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from lessons import dates
from lessons.cards import Card
from lessons.facts import Event, Gap, Person, Term
from lessons.widgets import Cards, Quiz

from .conftest import Shown
from .test_looks import CONTRASTS, SMALL
from .test_states import run

Show = Callable[..., Shown]

KINDS = {
    "date": Event(when=dates.parse("1949-04-04"), clause="The treaty was signed"),
    "person": Person(name="Ann", office="the chair"),
    "term": Term(term="ally", meaning="a member"),
    "gap": Gap(before="It was ", phrase="signed", after="."),
}
WALK = """const cards = ["One", "One", "Two", "Two", "Two", "Two", "Two", "Two"].map((lesson, n) => ({
  id: String(n), lesson, kind: n % 2 ? "term" : "date", front: "f", back: "b" }));
const does = (a) => ["again", "hard", "good", "easy"].includes(a) ? [{ type: "flip" }, { type: "rate", rating: a }]
  : typeof a === "string" ? [{ type: a }] : [a];
const walk = (state, ...actions) => actions.flatMap(does).reduce(m.stepCards, state);
const ids = (state) => m.shownCards(state).map((card) => card.id).join("");
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A screen that can be touched, too."""
    context = browser.new_context(viewport={"width": 900, "height": 900}, has_touch=True)
    context.set_default_timeout(5000)
    yield context
    context.close()


def states(page: Page, script: str) -> Any:
    return run(page, "cards_state.js", "openCards, stepCards, shownCards, currentCard, cardsKey, progressOf, roundSummary", WALK + script)


def numbered(make: SimpleNamespace, n: int, **fields: Any) -> list[Card]:
    return [make.card(f"Front {at}", f"Back {at}", **fields) for at in range(n)]


def of_kinds(make: SimpleNamespace) -> list[Card]:
    """Two lessons, of which only the first has dates and people."""
    lessons = {"date": "One", "person": "One", "term": "Two", "gap": "Two"}
    return [make.card(f"A {kind}", lesson=lessons[kind], content=content) for kind, content in KINDS.items()]


def fronts(shown: Shown, *keys: str) -> list[str]:
    """The fronts met when each card is turned and rated by these keys one by one; the last is the one that comes then."""
    met = []
    for key in keys:
        met.append(shown.text(".lessons-front"))
        shown.press("Space", key)
    return [*met, shown.text(".lessons-front") if shown.root.locator(".lessons-front").count() else "the end"]


def test_a_card_flips_by_mouse(show: Show, make: SimpleNamespace) -> None:
    """Pressing the card or its button turns it: the back, where it comes from and as of when; again, and it is hidden."""
    shown = show(Cards([make.card(since="It has moved since.")]))
    assert shown.root.locator(".lessons-back").count() == 0
    shown.root.locator(".lessons-face").click()
    assert shown.text(".lessons-back") == "4 April 1949"
    assert shown.text(".lessons-cite") == "“A primer”, in The Press, 19 August 2022, ¶3 and ¶5 (note primer, line 14)"
    assert shown.text(".lessons-asof") == "As of 19 August 2022"
    assert "It has moved since." in shown.text(".lessons-since")
    shown.root.get_by_role("button", name="Hide the back").click()
    assert shown.root.locator(".lessons-back").count() == 0
    shown.root.get_by_role("button", name="Show the back").click()
    assert shown.text(".lessons-back") == "4 April 1949"


def test_cards_by_keyboard_alone(show: Show, make: SimpleNamespace) -> None:
    """Space and Enter turn, N, P and the arrows leaf without rating; the live region says position and front, or the back."""
    shown = show(Cards(numbered(make, 3)))
    shown.focus()
    shown.press("Space")
    assert shown.said() == "Back 0"
    shown.press("n")
    assert shown.said() == "2 of 3. Front 1"
    assert (shown.text(".lessons-count"), shown.text(".lessons-front")) == ("2 of 3", "Front 1")
    shown.press("ArrowRight", "ArrowRight", "N")
    assert shown.text(".lessons-count") == "3 of 3"
    shown.press("p", "ArrowLeft", "ArrowLeft")
    assert shown.text(".lessons-count") == "1 of 3"
    shown.press("Enter")
    assert shown.text(".lessons-back") == "Back 0"
    shown.press("Enter", "?")
    assert shown.said() == "Front 0"
    assert "turn the card" in shown.text(".lessons-keylist")
    shown.press("Escape")
    assert not shown.root.locator(".lessons-keylist").is_visible()
    assert shown.model("ratings") == {}


def test_keys_only_with_the_focus(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Keys pressed elsewhere on the page do nothing here; those of the host's shortcuts with Ctrl pass by."""
    shown = show(Cards(numbered(make, 3)))
    shown.press("Space", "n", "1", "?")
    assert shown.text(".lessons-count") == "1 of 3"
    assert shown.root.locator(".lessons-back").count() == 0
    shown.focus()
    shown.press("Control+n", "Alt+1", "1", "4")
    assert shown.text(".lessons-count") == "1 of 3"
    assert shown.model("ratings") == {}
    assert page.evaluate("document.activeElement.className").startswith("lessons ")


def test_space_presses_a_button_that_has_the_focus(show: Show, make: SimpleNamespace) -> None:
    """On a button Space and Enter do what the button says, once; in a list of choices keys choose."""
    shown = show(Cards(of_kinds(make)))
    shown.root.get_by_role("button", name="Next").focus()
    shown.press("Space")
    assert (shown.text(".lessons-count"), shown.root.locator(".lessons-back").count()) == ("2 of 4", 0)
    shown.root.get_by_role("button", name="Show the back").focus()
    shown.press("Enter")
    assert shown.root.locator(".lessons-back").count() == 1
    shown.press("Space")
    shown.root.get_by_label("Kind").focus()
    shown.press("n", "3")
    assert (shown.text(".lessons-count"), shown.model("ratings")) == ("2 of 4", {})


def test_focus_stays_where_one_goes_on(show: Show, make: SimpleNamespace) -> None:
    """Pressing Next by key again and again works; from a button that is gone the focus goes to what is next to do."""
    shown = show(Cards(numbered(make, 3)))
    shown.root.get_by_role("button", name="Next").focus()
    shown.press("Enter")
    assert shown.focused() == "next"
    shown.press("Enter")
    assert (shown.text(".lessons-count"), shown.focused()) == ("3 of 3", "flip")
    shown.press("Enter")
    assert shown.focused() == "ratings"
    shown.press("Tab", "Tab")
    assert shown.focused() == "hard"
    shown.press("Enter")
    assert (shown.text(".lessons-front"), shown.focused()) == ("Front 0", "flip")
    shown.press("Enter", "3", "Enter", "3", "Enter", "3")
    assert shown.focused() == "end"


@pytest.mark.parametrize(
    ("key", "rating", "effect"),
    [
        ("1", "Again", "Again: it comes back"),
        ("2", "Hard", "Hard: it comes back near the end"),
        ("3", "Good", "Good: done for this round"),
        ("4", "Easy", "Easy: done for this round"),
    ],
)
def test_every_rating(show: Show, make: SimpleNamespace, key: str, rating: str, effect: str) -> None:
    """By key, mouse or finger: it is recorded, the next card comes at once, and its effect is seen and heard with position and front."""
    known = rating in ("Good", "Easy")
    for by in ("key", "mouse", "finger"):
        shown = show(Cards(numbered(make, 8)))
        card, button = shown.root.locator(".lessons-face"), shown.root.get_by_role("button", name=rating, exact=True)
        if by == "key":
            shown.focus()
            shown.press("Space", key)
        else:
            for pressed in (card, button):
                pressed.click() if by == "mouse" else pressed.tap()
        assert shown.model("ratings") == {"c-Front 0": rating.lower()}
        assert (shown.model("sent"), shown.text(".lessons-effect"), shown.text(".lessons-front")) == (1, effect, "Front 1")
        assert shown.said() == f"{effect}. {'2 of 8' if known else '1 of 8'}. Front 1"
        assert shown.text(".lessons-left") == ("7 left · 1 known" if known else "8 left · 0 known")
        bar = shown.root.locator(".lessons-bar").evaluate("bar => bar.style.getPropertyValue('--done')")
        assert bar == ("12.5%" if known else "0%")


def test_what_was_not_known_comes_back(show: Show, make: SimpleNamespace) -> None:
    """Again puts a card back behind four others, Hard behind all; Good and Easy take it out of the round."""
    shown = show(Cards(numbered(make, 7)))
    shown.focus()
    met = fronts(shown, *"123334333")
    assert [front.removeprefix("Front ") for front in met] == ["0", "1", "2", "3", "4", "0", "5", "6", "1", "the end"]


def test_the_last_card_left_comes_again_at_once(show: Show, make: SimpleNamespace) -> None:
    """A single card rated Again or Hard shows its front again, until it is known."""
    shown = show(Cards(numbered(make, 1)))
    shown.focus()
    assert fronts(shown, "1", "2", "4") == ["Front 0", "Front 0", "Front 0", "the end"]


def test_a_rating_can_be_mended(show: Show, make: SimpleNamespace) -> None:
    """Previous leads back to a card that is out; it says how it was rated, and the new rating counts; Next leads to what is left."""
    shown = show(Cards(numbered(make, 4)))
    shown.focus()
    shown.press("Space", "4", "Space", "3", "p", "p", "Space")
    assert (shown.text(".lessons-front"), shown.text(".lessons-about")) == ("Front 0", "Treaties · Terms · last time: Easy")
    shown.press("Space", "n")
    assert shown.text(".lessons-front") == "Front 2"
    shown.press("p", "p", "Space", "1")
    assert (shown.text(".lessons-left"), shown.model("ratings")["c-Front 0"]) == ("3 left · 1 known", "again")
    assert fronts(shown, "3", "3", "3") == ["Front 2", "Front 3", "Front 0", "the end"]


def test_what_was_passed_over_comes_at_the_end(show: Show, make: SimpleNamespace) -> None:
    """Cards that were leafed over stay in the round: they come behind the last one."""
    shown = show(Cards(numbered(make, 4)))
    shown.focus()
    shown.press("n", "n")
    assert fronts(shown, *"3333") == ["Front 2", "Front 3", "Front 0", "Front 1", "the end"]


def test_the_end_of_a_round(show: Show, make: SimpleNamespace) -> None:
    """Each card counts by its hardest rating; the hard ones can be gone through again, or all."""
    shown = show(Cards(numbered(make, 6)))
    shown.focus()
    fronts(shown, *"12343333")
    assert shown.text(".lessons-count") == "End of the round"
    assert shown.said() == "Good: done for this round. End of the round"
    assert shown.text(".lessons-tallies").split() == ["1", "Again", "1", "Hard", "3", "Good", "1", "Easy"]
    assert shown.text(".lessons-left") == "0 left · 6 known"
    shown.root.get_by_role("button", name="Go through the hard ones again").click()
    assert (shown.text(".lessons-count"), shown.text(".lessons-meta")) == ("1 of 2", "The hard ones")
    assert fronts(shown, "3", "3") == ["Front 0", "Front 1", "the end"]
    assert "Well done" in shown.text(".lessons-end-words")
    assert shown.root.get_by_role("button", name="Go through the hard ones again").count() == 0
    shown.press("p")
    assert shown.text(".lessons-front") == "Front 1"
    shown.press("n")
    shown.root.get_by_role("button", name="Start again").click()
    assert (shown.text(".lessons-count"), shown.text(".lessons-left")) == ("1 of 6", "6 left · 6 known")
    assert shown.text(".lessons-front") == "Front 0"


def test_the_end_by_keyboard_alone(show: Show, make: SimpleNamespace) -> None:
    """From the end Tab leads to what can be done next, and the focus goes on to the card."""
    shown = show(Cards(numbered(make, 2)))
    shown.focus()
    shown.press("Tab", "Tab", "Enter", "2", "Enter", "3", "Enter", "3")
    assert (shown.focused(), shown.text(".lessons-end-title")) == ("end", "You know them all.")
    shown.press("Tab")
    assert shown.focused() == "hard-ones"
    shown.press("Enter")
    assert (shown.focused(), shown.said()) == ("flip", "1 of 1. Front 0")


def test_a_seed_shuffles_in_the_same_way(show: Show, make: SimpleNamespace) -> None:
    """Shuffling keeps all cards, and the same seed gives the same order in every widget; what is out stays out."""
    cards = numbered(make, 12)
    orders = []
    for _ in range(2):
        shown = show(Cards(cards, seed=4))
        shown.root.get_by_role("button", name="Shuffle").click()
        order = []
        for _ in cards:
            order.append(shown.text(".lessons-front"))
            shown.press("n")
        orders.append(order)
    assert orders[0] == orders[1] != [card.front for card in cards]
    assert sorted(orders[0]) == sorted(card.front for card in cards)
    shown.focus()
    shown.press("Space", "3")
    shown.root.get_by_role("button", name="Shuffle").click()
    assert (shown.text(".lessons-left"), shown.said().split(".")[0]) == ("11 left · 1 known", shown.text(".lessons-count"))


def test_filters(show: Show, make: SimpleNamespace) -> None:
    """A lesson, a kind of fact, or both; only what occurs is offered, with how many cards there are."""
    shown = show(Cards(of_kinds(make)))
    lesson, kind = shown.root.get_by_label("Lesson"), shown.root.get_by_label("Kind")
    assert kind.locator("option").all_inner_texts() == ["All (4)", "Dates (1)", "People (1)", "Terms (1)", "Gaps (1)"]
    lesson.focus()
    lesson.select_option("Two")
    assert (shown.text(".lessons-count"), shown.text(".lessons-front"), shown.focused()) == ("1 of 2", "A term", "lesson")
    assert shown.said() == "1 of 2. A term"
    assert kind.locator("option").all_inner_texts() == ["All (2)", "Dates (0)", "People (0)", "Terms (1)", "Gaps (1)"]
    kind.select_option("gap")
    assert (shown.text(".lessons-count"), shown.text(".lessons-about")) == ("1 of 1", "Two · Gaps")
    lesson.select_option("")
    kind.select_option("")
    assert shown.text(".lessons-count") == "1 of 4"
    one = show(Cards(numbered(make, 2)))
    assert one.root.get_by_role("combobox").count() == 0


def test_no_card_of_a_choice(show: Show, make: SimpleNamespace) -> None:
    """Where no card is of the lesson and kind chosen, that is said, and one press shows all again."""
    shown = show(Cards(of_kinds(make)))
    shown.root.get_by_label("Kind").select_option("date")
    shown.root.get_by_label("Lesson").select_option("Two")
    assert shown.text(".lessons-cards-none p") == shown.said() == "There are no dates in “Two”."
    shown.press("Space", "1", "n", "p")
    shown.root.get_by_role("button", name="Show all cards").click()
    assert (shown.text(".lessons-count"), shown.focused()) == ("1 of 4", "flip")


def test_a_choice_keeps_what_is_out(show: Show, make: SimpleNamespace) -> None:
    """What was known in one lesson is not asked again in all of them; a lesson that is done shows its end."""
    shown = show(Cards(of_kinds(make)))
    shown.root.get_by_label("Lesson").select_option("One")
    shown.focus()
    shown.press("Space", "3", "Space", "1", "Space", "4")
    assert shown.text(".lessons-tallies").split() == ["1", "Again", "0", "Hard", "1", "Good", "0", "Easy"]
    shown.root.get_by_label("Lesson").select_option("")
    assert (shown.text(".lessons-count"), shown.text(".lessons-left")) == ("3 of 4", "2 left · 2 known")
    shown.root.get_by_label("Lesson").select_option("One")
    assert shown.text(".lessons-count") == "End of the round"


def test_a_view_opened_anew_knows_the_ratings(show: Show, make: SimpleNamespace) -> None:
    """A new view begins a new round; what was known before is counted, and what another view or Python records, too."""
    widget = Cards(numbered(make, 3))
    widget.ratings = {"c-Front 0": "good", "c-Front 1": "again", "c-gone": "easy"}
    shown = show(widget)
    assert (shown.text(".lessons-count"), shown.text(".lessons-left")) == ("1 of 3", "3 left · 1 known")
    shown.focus()
    shown.press("Space")
    shown.set("ratings", {"c-Front 0": "good", "c-Front 1": "easy"})
    assert (shown.text(".lessons-left"), shown.text(".lessons-back")) == ("3 left · 2 known", "Back 0")
    shown.press("1")
    assert shown.model("ratings") == {"c-Front 0": "again", "c-Front 1": "easy"}
    assert shown.clean_up() == 0


def test_without_a_kernel(show: Show, make: SimpleNamespace, page: Page) -> None:
    """With a dead kernel learning goes on, and after a few seconds the widget says that it is not recorded."""
    page.clock.install()
    shown = show(Cards(numbered(make, 3)), offline=True)
    shown.focus()
    assert fronts(shown, "3", "3", "3")[-1] == "the end"
    assert not shown.root.get_by_text("Not recorded").is_visible()
    page.clock.run_for(5000)
    assert "Not recorded" in shown.said()
    assert shown.root.locator("p", has_text="Not recorded").is_visible()


def test_two_widgets_do_not_disturb_each_other(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Keys go to the widget that has the focus; no id stands twice on the page."""
    first, second = show(Cards(of_kinds(make))), show(Cards(of_kinds(make)))
    second.focus()
    second.press("Space", "3")
    assert (first.text(".lessons-left"), second.text(".lessons-left")) == ("4 left · 0 known", "3 left · 1 known")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids)) > 4


@pytest.mark.parametrize("width", [900, 360])
def test_styles_of_another_widget_change_nothing(show: Show, make: SimpleNamespace, page: Page, width: int) -> None:
    """A quiz on the same page brings the common styles once more, behind those of the cards; these look as before."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    told = """root => [...root.querySelectorAll("*")].map((one) => {
      const style = getComputedStyle(one);
      return [one.className, style.cssText || [...style].map((name) => style.getPropertyValue(name)).join()];
    })"""
    first = [show(Cards(of_kinds(make), title="Practice")) for _ in range(3)]
    for shown, keys in zip(first, (["Space"], ["Space", "1"], ["Space", "1", *["Space", "3"] * 4]), strict=True):
        shown.focus()
        shown.press(*keys)
    before = [shown.root.evaluate(told) for shown in first]
    show(Quiz([make.choice()]))
    after = [shown.root.evaluate(told) for shown in first]
    changed = [a[0] for was, now in zip(before, after, strict=True) for a, b in zip(was, now, strict=True) if a != b]
    assert changed == []


def test_the_blank_is_said(show: Show, make: SimpleNamespace) -> None:
    """The gap of a front is read out as a word."""
    shown = show(Cards([make.card("It was _____ in 1949.", "signed"), make.card("Who?")]))
    shown.focus()
    shown.press("n", "p")
    assert shown.said() == "1 of 2. It was blank in 1949."


def all_states(shown: Shown) -> Iterator[str]:
    """Lead through what the widget can show: front, back, a rating's effect, keys, nothing to show, the end, the hard ones."""
    yield "front"
    shown.focus()
    shown.press("Space")
    yield "back"
    shown.press("1", "?")
    yield "effect and keys"
    shown.press("?")
    shown.root.get_by_label("Kind").select_option("date")
    shown.root.get_by_label("Lesson").select_option("Two")
    yield "nothing"
    shown.root.get_by_role("button", name="Show all cards").click()
    for key in "2343333":
        shown.root.locator(".lessons-face").click()
        shown.press(key)
        if shown.root.locator("[data-part=end]").count():
            break
    yield "the end"
    shown.root.get_by_role("button", name="Go through the hard ones again").click()
    shown.press("Space")
    yield "the hard ones"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(show: Show, make: SimpleNamespace, page: Page, scheme: Any) -> None:
    """In every state text stands out at 4.5 to 1 and every control is at least 24 pixels high and wide."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    shown = show(Cards(of_kinds(make), title="Practice"))
    for state in all_states(shown):
        assert [found for found in shown.root.evaluate(CONTRASTS) if found[1] < 4.5] == [], state
        assert shown.root.evaluate(SMALL) == [], state


@pytest.mark.parametrize("width", [320, 360])
def test_cards_fit_a_narrow_page(show: Show, make: SimpleNamespace, page: Page, width: int) -> None:
    """Nothing scrolls sideways, whatever words the cards hold, and the four ratings stand in one row."""
    page.set_viewport_size({"width": width, "height": 640})
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
    told = {"quote": long, "since": long, "dispute": long}
    cards = [make.card(f"{long} {kind}", long, content=content, lesson="One", **told) for kind, content in KINDS.items()]
    shown = show(Cards([*cards, make.card(long, long, lesson="Two", **told)], title=long))
    for state in all_states(shown):
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, state
        assert shown.root.evaluate(SMALL) == [], state
        tops = shown.root.locator(".lessons-rating").evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
        assert len(set(tops)) <= 1, state
        cut = shown.root.locator(".lessons-rating").evaluate_all("all => all.filter((one) => one.scrollWidth > one.clientWidth).length")
        assert cut == 0, state


def test_ratings_come_where_the_button_was(show: Show, make: SimpleNamespace) -> None:
    """Turning an ordinary card moves nothing: the ratings stand where the button stood, each in a colour beside its word."""
    shown = show(Cards(numbered(make, 2)))
    before = shown.root.locator(".lessons-turn").bounding_box()
    shown.focus()
    shown.press("Space")
    assert shown.root.locator(".lessons-ratings").bounding_box() == before
    colours = shown.root.locator(".lessons-rating").evaluate_all("all => all.map((one) => getComputedStyle(one).color)")
    assert len(set(colours)) == 4


def test_five_hundred_cards_turn_as_fast_as_ten(show: Show, make: SimpleNamespace) -> None:
    """Turning and rating do not slow down with the number of cards."""
    script = """root => {
      const press = (key) => root.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      root.focus();
      const times = Array.from({ length: 61 }, () => {
        const start = performance.now();
        for (const key of [" ", " ", " ", "1"]) { press(key); root.getBoundingClientRect(); }
        return performance.now() - start;
      });
      return times.sort((a, b) => a - b)[30];
    }"""
    few, many = (show(Cards(numbered(make, n))) for n in (10, 500))
    times = [(few.root.evaluate(script), many.root.evaluate(script)) for _ in range(3)]
    assert min(b for _, b in times) <= 1.5 * min(a for a, _ in times) + 1


def test_hostile_text_is_text(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Markup on a card is shown as it is written."""
    evil = "<img src=x onerror=\"document.title='run'\">"
    cards = [make.card(evil, f"{evil}\n{evil}", lesson=evil + str(n), quote=evil, erratum=evil, dispute=evil) for n in range(2)]
    shown = show(Cards(cards, title=evil))
    shown.focus()
    shown.press("Space")
    assert shown.root.locator("img").count() == 0
    assert shown.root.inner_text().count(evil) >= 8
    assert page.title() == "Widgets"


def test_no_cards(show: Show) -> None:
    """No cards are said to be none; keys do nothing."""
    shown = show(Cards([]))
    assert shown.text(".lessons-count") == "No cards"
    shown.focus()
    shown.press("Space", "1", "n", "p")
    assert shown.root.locator("button").count() == 1


def test_states_are_never_changed(page: Page) -> None:
    """A step gives a new state and leaves the one before as it was; a step that does nothing gives the same one."""
    found = states(
        page,
        """const freeze = (one) => {
          Object.values(one).forEach((v) => v && typeof v === "object" && freeze(v));
          return Object.freeze(one);
        };
        const steps = ["again", "next", "hard", "previous", "good", "shuffle", "easy", { type: "lesson", lesson: "Two" }, "again", "good",
          { type: "kind", kind: "date" }, "clear", "restart", "keys", { type: "known", ratings: {} }];
        const end = steps.flatMap(does).reduce((state, action) => freeze(m.stepCards(state, action)), freeze(m.openCards(cards)));
        const open = m.openCards(cards), same = ["previous", "hard", { type: "rate", rating: "good" }];
        return [end.cards.length, same.map((a) => walk(open, a) === open), walk(m.openCards([]), "flip", "next", "previous").at];""",
    )
    assert found == [8, [True, False, True], 0]


def test_the_line_of_a_round(page: Page) -> None:
    """Again: behind four others; Hard: behind all, those passed over too; a choice of cards counts these alone."""
    found = states(
        page,
        """const open = m.openCards(cards);
        const two = walk(open, { type: "lesson", lesson: "Two" }), passed = walk(two, "next", "next", "hard");
        return [ids(walk(open, "again")), ids(walk(open, "hard")), ids(walk(open, "good")), ids(walk(open, "hard", "again", "again")),
          ids(walk(two, "again")), ids(passed), m.currentCard(passed).id, m.progressOf(walk(two, "good", "easy", "again")),
          m.currentCard(walk(open, "next", "next", "good", "good", "good", "good", "good", "good")).id];""",
    )
    progress = {"all": 6, "left": 4, "known": 2}
    assert found == ["12340567", "12345670", "01234567", "34512670", "345627", "234567", "5", progress, "0"]


def test_the_summary_counts_the_hardest(page: Page) -> None:
    """A card rated again and good later was hard; a round of the hard ones counts anew, and a new choice ends it."""
    found = states(
        page,
        """const two = walk(m.openCards(cards.slice(0, 3)), "again", "hard", "easy", "good", "good");
        const again = m.stepCards(two, { type: "hard" }), all = walk(again, { type: "lesson", lesson: "" });
        return [m.currentCard(two) === undefined, m.roundSummary(two), m.roundSummary(again), again.only, ids(again), again.ratings,
          [all.only, m.progressOf(all), ids(walk(all, "restart"))]];""",
    )
    assert found == [
        True,
        {"again": 1, "hard": 1, "good": 0, "easy": 1},
        {"again": 0, "hard": 0, "good": 0, "easy": 0},
        [0, 1],
        "01",
        {"0": "good", "1": "good", "2": "easy"},
        [None, {"all": 3, "left": 2, "known": 3}, "012"],
    ]


def test_what_keys_do(page: Page) -> None:
    """Digits rate once the back is shown; Space and Enter turn, unless a button has the focus; other keys are the host's."""
    found = states(
        page,
        """const open = m.openCards(cards), turned = walk(open, "flip");
        const keys = (state, all, focus) => all.map((key) => m.cardsKey(state, key, focus)).map((a) => a && (a.rating ?? a.type));
        return [keys(open, ["1", " ", "Enter", "n", "P", "ArrowRight", "s", "?", "Escape"]), keys(turned, ["1", "2", "3", "4", "5", " "]),
          keys(turned, [" ", "Enter", "2", "n"], { pressable: true }), keys(turned, ["Enter", "1"], { choosing: true }),
          keys(m.openCards([]), [" ", "Enter", "1"])];""",
    )
    assert found == [
        [None, "flip", "flip", "next", "previous", "next", None, "keys", None],
        ["again", "hard", "good", "easy", None, "flip"],
        [None, None, "hard", "next"],
        [None, None],
        [None, None, None],
    ]
