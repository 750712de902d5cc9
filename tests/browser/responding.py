"""Responding to an item as a learner does, by mouse or by keyboard alone, in whatever page it stands."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Locator

from lessons.items import Item

Given = str | Sequence[str]  # a text typed, or ids of options as the browser records them

LETTERS = "abcdefghi"


def right(item: Item) -> Given:
    """A response that is right."""
    return list(item.key_ids) or item.key_text


def wrong(item: Item) -> Given:
    """A response with nothing right in it, as far as its kind allows."""
    ids = [option.id for option in item.options]
    match item.kind:
        case "gap":
            return "the year 1066" if isinstance(item.key, tuple) else "1066" if isinstance(item.key, int | float) else "5 May 1066"
        case "ordering":
            return list(reversed(item.key_ids))
        case "matching":
            return [next(one for one in ids[n:] + ids[:n] if one != key) for n, key in enumerate(item.key_ids)]
        case _:
            return [next(one for one in ids if one not in item.key_ids)]


def by_mouse(root: Locator, item: Item, given: Given) -> None:
    """Give a response by mouse: press, drag by the rows' buttons, press an option and then its row."""
    if isinstance(given, str):
        root.get_by_role("textbox").click()
        root.page.keyboard.press("ControlOrMeta+a")
        root.page.keyboard.insert_text(given)
        return
    ids = [option.id for option in item.options]
    match item.kind:
        case "ordering":
            order = list(ids)
            for place, one in enumerate(given):
                for at in range(order.index(one), place, -1):
                    root.locator(f'[data-part="up-{at}"]').click()
                order.remove(one)
                order.insert(place, one)
        case "matching":
            for row, one in enumerate(given):
                root.locator(f'[data-part="chip-{ids.index(one)}"]').click()
                root.locator(".lessons-slot").nth(row).click()
        case _:
            for one in given:
                root.locator(".lessons-option").nth(ids.index(one)).click()


def by_keys(root: Locator, item: Item, given: Given) -> None:
    """Give a response by keyboard alone; the focus is in the widget already."""
    keyboard = root.page.keyboard
    if isinstance(given, str):
        tab_to(root, "field")
        keyboard.type(given)
        return
    ids = [option.id for option in item.options]
    match item.kind:
        case "ordering":
            order = list(ids)
            for place, one in enumerate(given):
                keyboard.press(str(order.index(one) + 1))
                for _ in range(order.index(one) - place):
                    keyboard.press("ArrowUp")
                order.remove(one)
                order.insert(place, one)
        case "matching":
            keyboard.press("a")
            for n, one in enumerate(given):
                keyboard.press(str(ids.index(one) + 1))  # a list leads with the number to the option it begins
                if n + 1 < len(given):
                    keyboard.press("Tab")
        case _:
            for one in given:
                keyboard.press(LETTERS[ids.index(one)])


def tab_to(root: Locator, part: str) -> None:
    """Press Tab until that part of the widget has the focus."""
    for _ in range(40):
        if root.locator(f'[data-part="{part}"]:focus').count():
            return
        root.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {part}")
