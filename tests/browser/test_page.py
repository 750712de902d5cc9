"""The offline page as a phone opens it: from a file, with no network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import lessons
from lessons.deck import Deck

ROOT = Path(__file__).parents[2]
NOTE = """---
title: "A primer {evil}"
publisher: The Press
published: 2022-08-19
---

# Treaties{evil}

## Dates
- 4 April 1949: The treaty was signed{evil}. (¶3)
    - not: 5 May 1949; 6 June 1950; 7 July 1951
    - why: {why}
- 8 May 1952: The court was opened. (¶3)
    - not: 5 May 1949; 6 June 1950; 7 July 1951

## People
- Ann Able: president of the court (¶4)
    - not: Ben Bold; Cy Cole; Dee Dunn

## Numbers
- seats of the court: 9 (¶5)
    - not: 7; 11; 15

## Terms
- ally: a member of the alliance{evil} (¶6)
    - not: neutral; envoy; observer
"""
PHONE = {"width": 360, "height": 740}


def deck_of(folder: Path, *, why: str = "So it was.", evil: str = "") -> Deck:
    folder.mkdir(exist_ok=True)
    (folder / "primer.md").write_text(NOTE.format(why=why, evil=evil), encoding="utf-8")
    return lessons.read(folder)


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone with no network."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    context.set_default_timeout(5000)
    context.set_offline(True)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    """A tab on it; afterwards nothing was reported as wrong and nothing but files was asked for."""
    page = phone.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith(("file:", "blob:")) else None)
    yield page
    assert errors == []
    assert asked == []


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Callable[..., Page]:
    """Write a deck's page and open it."""

    def opened(deck: Deck, at: str = "", **options: object) -> Page:
        path = lessons.export(deck, tmp_path / "quiz.html", **options)
        page.goto(f"{path.as_uri()}#{at}")
        page.reload()
        page.wait_for_selector("h1")
        return page

    return opened


def respond(page: Page) -> str:
    """Give some response to the question that is shown, and have it marked; gives the verdict."""
    option = page.locator(".lessons-option").first
    if option.count():
        option.click()
        page.get_by_role("button", name="Check").click()
    else:
        page.get_by_role("button", name="Show me").click()
    return page.locator(".lessons-verdict").inner_text()


def test_a_lesson_on_a_phone(opened: Callable[..., Page]) -> None:
    """Start a quiz from the start page, see a response marked with its source, come back, and find it counted."""
    page = opened(lessons.read(ROOT / "seeds"))
    expect(page.get_by_role("heading", level=2).first).to_have_text("The 2021 expulsions")
    page.get_by_role("link", name="Start quiz 1").first.click()
    expect(page.locator(".lessons-count")).to_have_text("Question 1 of 10")
    right = "Right" in respond(page)
    expect(page.locator(".lessons-cite").first).to_contain_text("¶")
    page.get_by_role("link", name="All").click()
    words = page.locator(".lessons-home-block").first.locator(".lessons-home-words")
    expect(words).to_have_text(re.compile(rf"^{int(right)} of \d+ questions right so far"))
    expect(page.get_by_role("link", name="Go on with quiz 1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_progress_is_kept(opened: Callable[..., Page]) -> None:
    """A page that is opened again goes on where one was."""
    page = opened(lessons.read(ROOT / "seeds"), "quiz-0")
    respond(page)
    page.get_by_role("button", name="Next question").click()
    page.reload()
    expect(page.locator(".lessons-count")).to_have_text("Question 2 of 10")


def test_an_edited_item_drops_its_response(opened: Callable[..., Page], tmp_path: Path) -> None:
    """Where a note was edited, what was responded to the items that changed is dropped, and to no other."""
    page = opened(deck_of(tmp_path / "notes"), "quiz-0")
    n = int(page.locator(".lessons-count").inner_text().split()[-1])
    for _ in range(n):
        respond(page)
        page.locator("[data-part=next]").click()
    kept = "Object.keys(JSON.parse(localStorage.getItem(localStorage.key(0))).responses)"
    before = set(page.evaluate(kept))
    assert len(before) == n
    opened(deck_of(tmp_path / "notes", why="It was otherwise."), "quiz-0")
    page.wait_for_selector(".lessons-count")
    assert page.locator(".lessons-count").inner_text().startswith("Question"), "some are open again"
    respond(page)
    after = set(page.evaluate(kept))
    assert 1 < len(after & before) < n


def test_what_was_missed_is_asked_again(opened: Callable[..., Page]) -> None:
    """Missed items stand together; who gets one right there has one less."""
    page = opened(lessons.read(ROOT / "seeds"), "quiz-0")
    for _ in range(10):
        page.get_by_role("button", name="Show me").click()
        page.locator("[data-part=next]").click()
    page.get_by_role("link", name="All").click()
    expect(page.locator(".lessons-home-block", has_text="What you missed")).to_contain_text("10 questions")
    page.get_by_role("link", name="Try them again").click()
    expect(page.locator(".lessons-count")).to_have_text("Question 1 of 10")


def test_a_paper_is_marked_in_the_page(opened: Callable[..., Page]) -> None:
    """A paper shows its rules, marks nothing before it is handed in, and then tells net marks and every source."""
    page = opened(lessons.read(ROOT / "seeds"), "paper-0")
    expect(page.get_by_text("⅔ of a mark is taken off for each wrong one")).to_be_visible()
    page.get_by_role("button", name="Start").click()
    page.locator(".lessons-option").first.click()
    assert page.locator(".lessons-verdict, .lessons-cite").count() == 0
    page.reload()
    expect(page.locator(".lessons-count")).to_have_text("Question 2 of 20")  # the first that is open
    page.get_by_role("button", name="Previous").click()
    expect(page.locator(".lessons-option input").first).to_be_checked()
    page.get_by_text("1 of 20 answered").click()
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator("main")).to_contain_text(re.compile(r"of 40"))
    page.reload()
    expect(page.locator("main")).to_contain_text(re.compile(r"of 40"))


def test_cards_remember_how_well_they_were_known(opened: Callable[..., Page]) -> None:
    """A rated card counts as known on the start page, also after the page was closed."""
    page = opened(lessons.read(ROOT / "seeds"), "cards")
    page.get_by_role("button", name="Show the back").click()
    page.get_by_role("button", name="Good").click()
    page.goto(page.url.split("#")[0])
    expect(page.locator(".lessons-home-block", has_text="Cards")).to_contain_text("1 of 188 known")


def test_everything_is_forgotten_on_request(opened: Callable[..., Page]) -> None:
    """It is asked twice, then nothing of what was done is left."""
    page = opened(lessons.read(ROOT / "seeds"), "quiz-0")
    respond(page)
    page.get_by_role("link", name="All").click()
    page.get_by_role("button", name="Forget").click()
    expect(page.get_by_role("link", name="Go on with quiz 1")).to_be_visible()
    page.get_by_role("button", name="Really forget").click()
    expect(page.get_by_role("link", name="Go on with quiz 1")).to_have_count(0)
    assert page.evaluate("JSON.parse(localStorage.getItem(localStorage.key(0))).responses") == {}


def test_a_browser_that_keeps_nothing(browser: Browser, tmp_path: Path) -> None:
    """Where a file may keep nothing the page works and says that it keeps nothing."""
    context = browser.new_context(viewport=PHONE)
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    page = context.new_page()
    page.goto(lessons.export(lessons.read(ROOT / "seeds"), tmp_path / "quiz.html").as_uri())
    expect(page.get_by_text("This browser keeps nothing")).to_be_visible()
    page.get_by_role("link", name="Start quiz 1").first.click()
    respond(page)
    expect(page.locator(".lessons-verdict")).to_be_visible()
    context.close()


def test_nothing_else_may_run(phone: BrowserContext, tmp_path: Path) -> None:
    """The policy in the file stops a script, a style, an image and a request that somebody slips in."""
    page = phone.new_page()
    page.goto(lessons.export(lessons.read(ROOT / "seeds"), tmp_path / "quiz.html").as_uri())
    blocked = page.evaluate(
        """async () => {
          const stopped = [];
          document.addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
          const add = (tag, set) => document.body.append(Object.assign(document.createElement(tag), set));
          add("script", { textContent: "window.ran = true" });
          add("style", { textContent: "body { color: red }" });
          add("img", { src: "https://example.org/x.png" });
          await fetch("https://example.org/").catch(() => {});
          await new Promise((done) => setTimeout(done, 200));
          return [stopped.sort(), window.ran ?? false];
        }"""
    )
    assert blocked == [["connect-src", "img-src", "script-src-elem", "style-src-elem"], False]


def test_it_prints_as_a_paper_with_a_key(browser: Browser, tmp_path: Path) -> None:
    """On paper stand the questions without anything to press, then a sheet with keys and sources; cards print as a table."""
    page = browser.new_page()
    path = lessons.export(lessons.read(ROOT / "seeds"), tmp_path / "quiz.html")
    page.goto(f"{path.as_uri()}#quiz-0")
    page.wait_for_selector(".lessons-stem")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator(".lessons-sheet")
    assert sheet.locator(".lessons-sheet-items > li").count() == 10
    assert sheet.locator(".lessons-sheet-keys li").count() == 10
    assert "¶" in sheet.locator(".lessons-sheet-keys li").first.inner_text()
    assert sheet.locator("button, input, a").count() == 0
    expect(page.locator("main")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".lessons-sheet").count() == 0
    page.goto(f"{path.as_uri()}#cards")
    page.wait_for_selector(".lessons-face")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".lessons-sheet-cards tbody tr").count() == 188
    page.close()


EVIL = "<img src=x onerror=window.ran=1></script><script>window.ran=1</script>{{7*7}}${7*7}\u202e"


def test_hostile_text_is_text_in_the_page(opened: Callable[..., Page], tmp_path: Path) -> None:
    """Markup in title, lesson, stems and reasons is shown as it is, on the start page, in quizzes and on paper; nothing runs."""
    page = opened(deck_of(tmp_path / "notes", evil=EVIL, why=EVIL), title=EVIL)
    expect(page.locator("h1")).to_have_text(EVIL)
    for at in ("quiz-0", "cards"):
        page.goto(f"{page.url.split('#')[0]}#{at}")
        page.wait_for_selector(".lessons-body")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert "onerror" in page.locator("body").inner_text() + (page.locator(".lessons-sheet").text_content() or "")
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 2
    assert not page.evaluate("window.ran ?? false")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
