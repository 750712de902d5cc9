"""The offline page: cards, quizzes and papers in one HTML file that asks nobody for anything.

The page holds the same front end as the notebooks, and what it shows as compressed JSON; a strict Content-Security-Policy in the file lets
nothing else run. Progress is kept in the browser, each response under a hash of its item, so that an edited item drops what was responded
to its old form and nothing else. The keys are in the file: it is for learning.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import islice
from typing import Any

from ..deck import Deck
from ..ids import digest
from ..items import Item
from ..scoring import UPSC
from ..selection import EXAM, QUIZ, pick
from ..widgets.exam import rules_of
from ..widgets.payload import card_payload, facts_of, facts_payload, item_payload
from ..widgets.source import joined, styles
from ..wording import in_full

MINUTES = 1.2
"""Of a paper, for each item: as in the UPSC Prelims, 100 items in two hours."""
QUIZZES, PAPERS = 7, 5
"""How many quizzes of a lesson, and how many papers, a page has at most: it is to be small enough to be sent to a phone."""
KINDS = 4
"""How many kinds of item a quiz has at least; what is left then is nothing but true or false."""
SHEETS = ("base", "question", "rows", "feedback", "report", "exam", "cards", "page", "print")


def render(deck: Deck, *, title: str = "", n: int = 10, seed: int = 1) -> bytes:
    """The page of a deck, UTF-8.

    Each lesson gives up to seven quizzes of `n` items, no item twice; the whole deck gives up to five papers of `2 * n` items in the exam
    forms. The same deck and seed give the same page.

    Args:
        deck: what is to be learned.
        title: of the page; the lessons' names without it.
        n: how many items a quiz has.
        seed: draws distractors and quizzes.

    >>> import lessons
    >>> page = render(lessons.read()).decode()
    >>> page.count("<script"), "http:" in page, len(page) < 300_000
    (2, False, True)
    """
    title = title or " · ".join(deck.lessons)
    data = json.dumps(content(deck, title=title, n=n, seed=seed), ensure_ascii=False, separators=(",", ":"))
    packed = base64.b64encode(gzip.compress(data.encode(), mtime=0)).decode()
    script, style = joined("page.js", start="startPage"), styles(*SHEETS)
    policy = f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    return _PAGE.format(policy=policy, title=escape(title), style=style, data=packed, script=script).encode()


def content(deck: Deck, *, title: str, n: int, seed: int) -> dict[str, Any]:
    """What the page shows.

    Returns:
        ``title``, ``id`` (of the page, from its title), ``facts`` (table), ``items`` and ``cards`` (payloads, each with its ``hash``),
        ``quizzes`` (``lesson``, ``items``: places), ``papers`` (``rules``, ``minutes``, ``items``, ``hash``), ``marking``, ``sources``.
    """
    bank = deck.items(seed=seed)
    quizzes = [
        (lesson, one) for lesson in deck.lessons for one in islice(_quizzes([item for item in bank if item.lesson == lesson], n), QUIZZES)
    ]
    papers = list(islice(_papers(bank, 2 * n), PAPERS))
    cards = deck.cards()
    places: dict[str, int] = {}  # hash → place among the items; in a quiz and in a paper an item may have its options in another order
    items: list[dict[str, Any]] = []

    def placed(one: Sequence[Item]) -> list[int]:
        payloads = [_hashed(item_payload(item)) for item in one]
        for payload in payloads:
            if places.setdefault(payload["hash"], len(items)) == len(items):
                items.append(payload)
        return [places[payload["hash"]] for payload in payloads]

    sets = [{"lesson": lesson, "items": placed(one)} for lesson, one in quizzes]
    told = [_paper(len(one), placed(one), items) for one in papers]
    asked = [item for one in [*(quiz for _, quiz in quizzes), *papers] for item in one]
    return {
        "title": title,
        "id": digest("page", title),
        "facts": facts_payload([*(fact for item in asked for fact in facts_of(item)), *(card.fact for card in cards)]),
        "items": items,
        "cards": [_hashed(card_payload(card)) for card in cards],
        "quizzes": sets,
        "papers": told,
        "marking": {"right": float(UPSC.right), "wrong": float(UPSC.wrong)},
        "sources": [in_full(source) for source in deck.sources],
    }


def _quizzes(items: Sequence[Item], n: int) -> Iterator[tuple[Item, ...]]:
    """Quizzes of `n` for as long as there are enough kinds of item to mix; the first one is any, so that a small lesson has one."""
    left = list(items)
    for seed in range(1, len(items) + 2):
        found = pick(left, n, seed=seed, shares=QUIZ)
        kinds = {item.kind for item in found}
        if not found or (seed > 1 and (len(found) < n or len(kinds) < KINDS)):
            return
        yield found
        left = _without(left, found)


def _papers(items: Sequence[Item], n: int) -> Iterator[tuple[Item, ...]]:
    """Papers of `n` in the exam forms, no item twice, for as long as forms and direct questions are mixed; none from a handful of items."""
    left = list(items)
    for seed in range(1, len(items) + 2):
        found = pick(left, n, seed=seed, shares=EXAM)
        if len(found) < n or len({item.form for item in found}) < KINDS:
            return
        yield found
        left = _without(left, found)


def _without(items: Sequence[Item], found: Sequence[Item]) -> list[Item]:
    taken = {item.id for item in found}
    return [item for item in items if item.id not in taken]


def _paper(n: int, places: list[int], items: Sequence[dict[str, Any]]) -> dict[str, Any]:
    hashes = [items[at]["hash"] for at in places]
    told = {"rules": rules_of(n, UPSC, None, False), "minutes": max(1, round(MINUTES * n))}
    return told | {"items": places, "hash": digest("paper", *hashes)[:10]}


def _hashed(payload: dict[str, Any]) -> dict[str, Any]:
    """A payload with a hash of all that it shows."""
    return payload | {"hash": digest(json.dumps(payload, ensure_ascii=False, sort_keys=True))[:10]}


def _hash(text: str) -> str:
    """A text as a Content-Security-Policy names it (CSP Level 3, section 2.3.1, hash-source)."""
    return f"sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}"


_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<noscript>This page needs JavaScript, which is in the file; nothing is loaded from elsewhere.</noscript>
<script type="application/octet-stream" id="data">{data}</script>
<script type="module">{script}</script>
</body>
</html>
"""
