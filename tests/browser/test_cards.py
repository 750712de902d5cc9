"""The cards as a learner meets them."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from playwright.sync_api import Page

from lessons.widgets import Cards

from .conftest import Shown

Show = Callable[..., Shown]


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


def test_cards_by_keyboard_alone(show: Show, make: SimpleNamespace) -> None:
    """Space turns, N, P and the arrows leaf; the live region says the side that is shown."""
    shown = show(Cards([make.card(f"Front {n}", f"Back {n}") for n in range(3)]))
    shown.focus()
    shown.press("Space")
    assert shown.said() == "Back 0"
    shown.press("n")
    assert (shown.text(".lessons-count"), shown.text(".lessons-front")) == ("2 of 3", "Front 1")
    shown.press("ArrowRight", "ArrowRight", "N")
    assert shown.text(".lessons-count") == "3 of 3"
    shown.press("p", "ArrowLeft", "ArrowLeft")
    assert shown.text(".lessons-count") == "1 of 3"
    shown.press("?")
    assert "turn the card" in shown.text(".lessons-keylist")


def test_focus_stays_on_the_button(show: Show, make: SimpleNamespace) -> None:
    """Pressing Next by key again and again works; at the last card the focus goes to the card, not away."""
    shown = show(Cards([make.card(f"Front {n}") for n in range(3)]))
    shown.root.get_by_role("button", name="Next").focus()
    shown.press("Enter")
    assert shown.focused() == "next"
    shown.press("Enter")
    assert shown.text(".lessons-count") == "3 of 3"
    assert shown.focused() == "card"


def test_a_seed_shuffles_in_the_same_way(show: Show, make: SimpleNamespace) -> None:
    """Shuffling keeps all cards, and the same seed gives the same order in every widget."""
    cards = [make.card(f"Front {n}") for n in range(12)]

    def order(shown: Shown) -> list[str]:
        fronts = []
        for _ in cards:
            fronts.append(shown.text(".lessons-front"))
            shown.press("n")
        return fronts

    orders = []
    for _ in range(2):
        shown = show(Cards(cards, seed=4))
        shown.root.get_by_role("button", name="Shuffle").click()
        orders.append(order(shown))
    assert orders[0] == orders[1] != [card.front for card in cards]
    assert sorted(orders[0]) == sorted(card.front for card in cards)


def test_one_lesson_of_several(show: Show, make: SimpleNamespace) -> None:
    """Where the cards are of several lessons, one can be chosen; the count follows."""
    shown = show(Cards([make.card("A", lesson="One"), make.card("B", lesson="Two"), make.card("C", lesson="Two")]))
    shown.root.get_by_label("Lesson").select_option("Two")
    assert (shown.text(".lessons-count"), shown.text(".lessons-front")) == ("1 of 2", "B")
    shown.root.get_by_label("Lesson").select_option("All")
    assert shown.text(".lessons-count") == "1 of 3"
    assert show(Cards([make.card()])).root.get_by_label("Lesson").count() == 0


def test_hostile_text_is_text(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Markup on a card is shown as it is written."""
    evil = "<img src=x onerror=\"document.title='run'\">"
    shown = show(Cards([make.card(evil, f"{evil}\n{evil}", lesson=evil, quote=evil, erratum=evil, dispute=evil)], title=evil))
    shown.focus()
    shown.press("Space")
    assert shown.root.locator("img").count() == 0
    assert shown.root.inner_text().count(evil) >= 8
    assert page.title() == "Widgets"


def test_no_cards(show: Show) -> None:
    """No cards are said to be none."""
    assert show(Cards([])).text(".lessons-count") == "No cards"
