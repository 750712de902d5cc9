"""How the widgets look: themes, narrow pages, contrast, sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page

from lessons.items import Item
from lessons.widgets import Cards, Quiz

from .conftest import Shown

Show = Callable[..., Shown]

# Every text in the widget: its colour and the colour behind it, painted onto a canvas so that any CSS colour becomes red, green and blue.
CONTRASTS = """root => {
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const rgb = (...layers) => {
    for (const layer of ["#fff", ...layers]) { context.fillStyle = layer; context.fillRect(0, 0, 1, 1); }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (colour) => { const [r, g, b] = colour.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(".lessons-unseen, [hidden], option, button:disabled")) continue;
    const layers = [];
    for (let up = element; up; up = up.parentElement) layers.unshift(getComputedStyle(up).backgroundColor);
    const [one, other] = [light(rgb(...layers)), light(rgb(...layers, getComputedStyle(element).color))].sort((a, b) => b - a);
    found.push([node.data.trim().slice(0, 40), (one + 0.05) / (other + 0.05)]);
  }
  return found;
}"""
SMALL = """root => [
  ...root.querySelectorAll("button, label.lessons-option, input[type=text], select, summary, .lessons-row, .lessons-handle")
].filter((element) => {
  const { width, height } = element.getBoundingClientRect();
  const least = element.matches(".lessons-option, .lessons-row, .lessons-chip, input") ? 44 : 24;
  return height && (width < least || height < least);
}).map((element) => element.outerHTML.slice(0, 80))"""
TOLD = {"since": "It is 32 now.", "erratum": "It was Tuesday.", "dispute": "Others say Cy."}

HOSTS = {
    "JupyterLab, light": ("data-jp-theme-light", "true", "dark", "light"),
    "JupyterLab, dark": ("data-jp-theme-light", "false", "light", "dark"),
    "VS Code, dark": ("class", "vscode-dark", "light", "dark"),
    "no host, light": ("lang", "en", "light", "light"),
    "no host, dark": ("lang", "en", "dark", "dark"),
}


def type_and_check(shown: Shown, text: str) -> None:
    shown.root.get_by_role("textbox").fill(text)
    shown.press("Enter")


def steps(shown: Shown) -> list[Callable[[], None]]:
    """Presses that lead through the states of a quiz of two items to choose and one to type."""
    return [
        shown.focus,
        partial(shown.press, "a"),
        partial(shown.press, "Enter"),
        partial(shown.press, "?", "n", "b", "Enter"),
        partial(shown.press, "n"),
        partial(type_and_check, shown, "1949"),
        partial(type_and_check, shown, "5 May 1950"),
        partial(shown.press, "Enter"),
    ]


@pytest.mark.parametrize("host", HOSTS)
def test_every_text_can_be_read(show: Show, make: SimpleNamespace, page: Page, host: str) -> None:
    """In each state, whichever theme the host or the system has, text stands out at 4.5 to 1 and controls are large enough."""
    name, value, prefers, wanted = HOSTS[host]
    page.emulate_media(color_scheme="dark" if prefers == "dark" else "light", reduced_motion="reduce")
    page.evaluate("([name, value]) => document.body.setAttribute(name, value)", [name, value])
    shown = show(Quiz([make.choice(**TOLD), make.choice("Second?"), make.gap("1949-04-04", **TOLD)], title="Practice"))
    assert shown.root.evaluate("root => getComputedStyle(root).colorScheme") in (wanted, "light dark")
    surface = shown.root.locator(".lessons-body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert (surface == "rgb(255, 255, 255)") == (wanted == "light")
    for step in steps(shown):
        step()
        assert [found for found in shown.root.evaluate(CONTRASTS) if found[1] < 4.5] == []
        assert shown.root.evaluate(SMALL) == []
    assert shown.text(".lessons-score") == "1 of 3 right"
    cards = show(Cards([make.card(**TOLD)]))
    cards.focus()
    cards.press("Space", "?")
    assert [found for found in cards.root.evaluate(CONTRASTS) if found[1] < 4.5] == []
    assert cards.root.evaluate(SMALL) == []


def kinds(make: SimpleNamespace, **told: str) -> list[Item]:
    """An item of each new kind, and of each exam form."""
    return [make.several(**told), make.ordering(**told), make.matching(**told), *(make.exam_form(form, **told) for form in make.forms)]


def states(shown: Shown) -> Iterator[str]:
    """Lead through the states of `kinds`: open, half done, with a notice, partly right, wrong, shown, the end."""
    yield "several"
    for keys in (["Enter"], ["1", "2"], ["Enter"], ["n", "Enter"], ["ArrowDown"], ["Enter"], ["n", "Enter"], ["ArrowDown"]):
        shown.press(*keys)
        yield f"keys {keys}"
    shown.root.locator("[data-part=chip-1]").click()
    yield "an option picked"
    shown.root.locator(".lessons-slot").nth(1).click()
    shown.root.get_by_role("button", name="Check").click()
    yield "matches marked"
    for n in range(7):
        shown.press("n")
        yield f"form {n}"
        shown.press("abcd"[n % 4], "Enter")
        for summary in shown.root.locator("summary").all():
            summary.click()
        yield f"form {n} marked"
        shown.root.locator("[data-part=next]").focus()
    shown.press("n")
    yield "the end"


@pytest.mark.parametrize("host", HOSTS)
def test_every_text_of_the_kinds_with_rows_can_be_read(show: Show, make: SimpleNamespace, page: Page, host: str) -> None:
    """What is ordered and matched, and every exam form, stands out at 4.5 to 1 in every theme, and every control is large enough."""
    name, value, prefers, _ = HOSTS[host]
    page.emulate_media(color_scheme="dark" if prefers == "dark" else "light", reduced_motion="reduce")
    page.evaluate("([name, value]) => document.body.setAttribute(name, value)", [name, value])
    shown = show(Quiz(kinds(make, **TOLD), title="Practice"))
    shown.focus()
    for state in states(shown):
        assert [found for found in shown.root.evaluate(CONTRASTS) if found[1] < 4.5] == [], state
        assert shown.root.evaluate(SMALL) == [], state


def timed_states(shown: Shown) -> Iterator[str]:
    """Lead through a round against time with a kernel that is silent: running, paused, not recorded, time up, the report, its copy."""
    yield "running"
    shown.root.get_by_role("button", name="Pause").click()
    yield "paused"
    shown.press("Enter", "b", "Enter")
    shown.page.clock.run_for(5000)
    assert shown.root.locator(".lessons-unrecorded").is_visible()
    yield "not recorded"
    shown.page.clock.run_for(120_000)
    assert shown.root.locator(".is-up").is_visible()
    yield "time up"
    shown.press(*["n"] * 6)
    yield "the report"
    shown.root.get_by_role("button", name="Copy as Markdown").click()
    shown.root.locator(".lessons-markdown").wait_for()
    yield "the report to copy"


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("width", [320, 900])
def test_a_timed_round_can_be_read(show: Show, make: SimpleNamespace, page: Page, host: str, width: int) -> None:
    """Timer, pause, report and the line on what is not recorded: legible, large enough, within the page, in every theme."""
    name, value, prefers, _ = HOSTS[host]
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(color_scheme="dark" if prefers == "dark" else "light", reduced_motion="reduce")
    page.evaluate("([name, value]) => document.body.setAttribute(name, value)", [name, value])
    page.evaluate("""Object.defineProperty(navigator, "clipboard", { value: undefined })""")
    page.clock.install(time=0)
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
    items = [make.choice(lesson=long), make.choice("Second?", lesson="Two"), *(one for one in kinds(make, **TOLD)[:4])]
    shown = show(Quiz(items, title=long, minutes=2), silent=True)
    shown.focus()
    for state in timed_states(shown):
        assert [found for found in shown.root.evaluate(CONTRASTS) if found[1] < 4.5] == [], state
        assert shown.root.evaluate(SMALL) == [], state
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, state


ARABIC = "متى وُقِّعت معاهدة شمال الأطلسي؟ كان ذلك في مدينة واشنطن في نيسان عام 1949، بحضور وزراء خارجية اثنتي عشرة دولة من أوروبا وأمريكا."
LATIN = "When was the treaty signed? It was in the city of Washington in April 1949, in the presence of the ministers of twelve states."
# Of each text its direction, and at which edge of its block its first line begins; nothing where it stands in a line of our words.
EDGES = """(root) => [...root.querySelectorAll("[dir=auto]")].filter((one) => one.textContent.length > 100).map((one) => {
  const style = getComputedStyle(one), range = document.createRange();
  if (style.display === "inline") return [style.direction, null];
  range.selectNodeContents(one);
  const [line, box] = [range.getClientRects()[0], one.getBoundingClientRect()];
  const left = line.left - box.left - parseFloat(style.paddingLeft) - parseFloat(style.borderLeftWidth);
  const right = box.right - line.right - parseFloat(style.paddingRight) - parseFloat(style.borderRightWidth);
  return [style.direction, Math.abs(left) < Math.abs(right) ? "left" : Math.abs(right) < 1 ? "right" : "between"];
})"""


@pytest.mark.parametrize(("text", "edge"), [(ARABIC, ("rtl", "right")), (LATIN, ("ltr", "left"))], ids=["right to left", "left to right"])
@pytest.mark.parametrize("page_reads", ["ltr", "rtl"])
def test_a_text_is_laid_out_in_its_own_direction(
    show: Show, make: SimpleNamespace, page: Page, text: str, edge: tuple[str, str], page_reads: str
) -> None:
    """A right-to-left text of a note begins at the right, a left-to-right one at the left, whatever the page does; so with both mixed."""
    page.evaluate("(dir) => { document.documentElement.dir = dir; }", page_reads)
    page.set_viewport_size({"width": 500, "height": 900})
    told = {"since": text, "erratum": text, "dispute": text, "quote": text}
    texts = [f"{text} {n}" for n in range(4)]
    items = [make.choice(text, texts, explanation=text, **told), make.exam_form("three_statements", text, say=lambda _: text, **told)]
    items += [
        make.exam_form("pairs", text, say=lambda _: text),
        make.several(f"{text} 2", texts),
        make.matching(f"{text} 3", texts[:3], texts),
    ]
    shown = show(Quiz([*items, make.gap((text,), f"{text} _____", **told)], title=text))
    assert shown.root.evaluate("root => [root.lang, getComputedStyle(root).direction]") == ["en", "ltr"]
    for item in items:
        assert item.stem == shown.text(".lessons-stem")
        for state in ("open", "marked"):
            edges = shown.root.evaluate(EDGES)
            assert len(edges) > 4
            assert [one for one in edges if tuple(one) not in (edge, (edge[0], None))] == [], (item.kind, state)
            if state == "open":
                shown.root.get_by_role("button", name="Show me").click()
        shown.root.locator("[data-part=next]").click()
    shown.root.locator("[data-part=next]").click()
    edges = shown.root.locator(".lessons-report").evaluate(EDGES)
    assert len(edges) > 9
    assert [one for one in edges if one[0] != edge[0]] == []


def test_a_blank_does_not_turn_a_text(show: Show, make: SimpleNamespace) -> None:
    """A right-to-left stem that begins with its blank is still one; what is typed takes its own direction."""
    shown = show(Quiz([make.gap(("واشنطن",), "_____ هي المدينة التي وُقِّعت فيها المعاهدة.")]))
    assert shown.root.locator(".lessons-stem").evaluate("stem => getComputedStyle(stem).direction") == "rtl"
    shown.root.get_by_role("textbox").fill("واشنطن")
    assert shown.root.get_by_role("textbox").evaluate("field => getComputedStyle(field).direction") == "rtl"


def test_the_host_gives_its_colours(show: Show, make: SimpleNamespace, page: Page) -> None:
    """JupyterLab's own surface and ink are taken where it sets them, and its page is left alone."""
    page.evaluate("""() => { document.body.style.setProperty("--jp-layout-color1", "rgb(1, 2, 3)");
                     document.body.style.setProperty("--jp-content-font-color1", "rgb(250, 251, 252)"); }""")
    before = page.evaluate("[document.documentElement.outerHTML.split('<style')[0], getComputedStyle(document.body).cssText]")
    shown = show(Quiz([make.choice()]))
    assert shown.root.locator(".lessons-body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(1, 2, 3)"
    assert shown.root.evaluate("root => getComputedStyle(root).color") == "rgb(250, 251, 252)"
    assert page.evaluate("[document.documentElement.outerHTML.split('<style')[0], getComputedStyle(document.body).cssText]")[0] == before[0]


def test_a_narrow_page_does_not_scroll_sideways(show: Show, make: SimpleNamespace, page: Page) -> None:
    """At 320 pixels everything fits, long words and long options included."""
    page.set_viewport_size({"width": 320, "height": 640})
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle " * 2
    shown = show(
        Quiz([make.choice(long, [long + str(n) for n in range(4)], quote=long, **TOLD), make.gap((long,), "Say _____.")], title=long)
    )

    def overflow() -> int:
        wide: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        return wide

    for step in steps(shown)[:4]:
        step()
        assert overflow() <= 0
    cards = show(Cards([make.card(long, long, lesson="One", **TOLD), make.card(long, long, lesson="Two" + long)]))
    cards.focus()
    cards.press("Space", "?")
    assert overflow() <= 0


def test_rows_and_forms_fit_a_narrow_page(show: Show, make: SimpleNamespace, page: Page) -> None:
    """At 320 pixels the new kinds fit too, in every state, with words that nothing else can break."""
    page.set_viewport_size({"width": 320, "height": 640})
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
    items = [
        make.several(texts=[f"{long}{n}" for n in range(4)]),
        make.ordering(texts=[f"{long}{n}" for n in range(4)]),
        make.matching(left=[f"L{long}{n}" for n in range(3)], texts=[f"{long}{n}" for n in range(4)], headings=(long, long)),
        *(make.exam_form(form, say=lambda text: f"{long} {text}") for form in make.forms),
    ]
    shown = show(Quiz(items, title=long))
    shown.focus()
    for state in states(shown):
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, state
        wide = (
            "root => [...root.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > 321).map((one) => one.className)"
        )
        assert shown.root.evaluate(wide) == [], state


def test_forced_colours_keep_the_choice_visible(show: Show, make: SimpleNamespace, page: Page) -> None:
    """With the system's own few colours the chosen letter is filled and the others are not."""
    page.emulate_media(forced_colors="active")
    shown = show(Quiz([make.choice()]))
    shown.root.get_by_label("Ben").check()
    fills = shown.root.locator(".lessons-letter").evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
    assert len(set(fills)) == 2
    assert fills[1] != fills[0] == fills[2] == fills[3]


def test_motion_is_left_out_on_request(show: Show, make: SimpleNamespace, page: Page) -> None:
    """Who asks the system for less motion sees none."""
    page.emulate_media(reduced_motion="reduce")
    shown = show(Quiz([make.choice()]))
    shown.focus()
    shown.press("b", "Enter")
    moving = """root => [...root.querySelectorAll("*")].map((element) => getComputedStyle(element))
        .filter((style) => style.animationName !== "none" || style.transitionDuration !== "0s").length"""
    assert shown.root.evaluate(moving) == 0


def test_focus_is_seen(show: Show, make: SimpleNamespace) -> None:
    """Whatever Tab leads to has an outline: the option's row, the buttons, the field."""
    shown = show(Quiz([make.choice(), make.gap(8)]))
    shown.focus()
    outlined = """root => { const focused = document.activeElement; const row = focused.closest(".lessons-option") ?? focused;
                  return root.contains(focused) && getComputedStyle(row).outlineStyle !== "none"; }"""
    seen = []
    while shown.focused() is not None and len(seen) < 10:
        shown.press("Tab")
        if shown.focused() is not None:
            seen.append(shown.focused())
            assert shown.root.evaluate(outlined), seen
    assert seen == ["keys", "option-0", "check", "show", "next"]


@pytest.mark.parametrize(
    ("kind", "stops"),
    [
        ("several", ["option-0", "option-1", "option-2", "option-3"]),
        ("ordering", ["row-0", "down-0", "row-1", "up-1", "down-1", "row-2", "up-2", "down-2", "row-3", "up-3"]),
        ("matching", ["match-0", "match-1", "match-2"]),
    ],
)
def test_focus_is_seen_on_rows(show: Show, make: SimpleNamespace, kind: str, stops: list[str]) -> None:
    """Tab goes through the rows in order, each with an outline of its own or of what it stands for."""
    shown = show(Quiz([getattr(make, kind)()]))
    shown.focus()
    outlined = """root => { const focused = document.activeElement, row = focused.closest(".lessons-option, .lessons-slot") ?? focused;
                  return root.contains(focused) && getComputedStyle(row).outlineStyle !== "none"; }"""
    for part in ["keys", *stops, "check", "show", "next"]:
        shown.press("Tab")
        assert shown.focused() == part
        assert shown.root.evaluate(outlined), part


def test_forced_colours_keep_what_is_ticked_and_picked_visible(show: Show, make: SimpleNamespace, page: Page) -> None:
    """With the system's own few colours a ticked box and a picked option still differ from the others."""
    page.emulate_media(forced_colors="active")
    shown = show(Quiz([make.several(), make.matching()]))
    shown.focus()
    shown.press("b")
    fills = shown.root.locator(".lessons-letter").evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
    assert fills[1] != fills[0] == fills[2]
    shown.press("n")
    shown.root.locator("[data-part=chip-0]").click()
    borders = shown.root.locator(".lessons-chip").evaluate_all("all => all.map((one) => getComputedStyle(one).borderTopWidth)")
    assert borders[0] != borders[1]
