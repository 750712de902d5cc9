"""What the browser is given of an item or a card: its JSON, and in words what JavaScript would have to work out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .. import cards, dates, items
from ..facts import Fact, sources_json
from ..questions import main_question, shown
from ..wording import given_away


def item_payload(item: items.Item) -> dict[str, Any]:
    """An item with its key, for practice: the item's JSON plus ``key_text``, ``label``, ``others``, ``unit``, ``cites``
    and ``as_of_text``; each of its parts with what a card has of its fact.

    ``label`` is the lesson's name, unless that would give the key away: "Article 5" above a question or a statement on Article 5.
    """
    keys = [item.key_text, *(shown(question.key, question.slot) for question in map(main_question, item.facts))]
    label = "" if any(given_away(key, item.lesson) for key in keys) else item.lesson
    marking = {"others": list(item.others), "unit": item.unit}
    told = items.to_json(item) | {"key_text": item.key_text, "label": label} | marking | _in_words(item.facts)
    if item.parts:  # each says its own
        told["parts"] = [json | _part_payload(part) for json, part in zip(told["parts"], item.parts, strict=True)]
        told["as_of_text"] = told["as_of_text"] if ";" not in told["as_of_text"] else ""
    return told


def _part_payload(part: items.Part) -> dict[str, Any]:
    """The part's source and what must be known about it."""
    fact = part.fact
    noted = {"since": fact.since, "erratum": fact.erratum, "disputed": fact.dispute}
    return noted | {"sources": sources_json(fact)} | _in_words([fact])


def card_payload(card: cards.Card) -> dict[str, Any]:
    """A card: its JSON plus ``cites`` and ``as_of_text``."""
    return cards.to_json(card) | _in_words([card.fact])


def cites(sources: Iterable[Mapping[str, Any]]) -> list[str]:
    """The sources of an item's or card's JSON in words; the paragraphs that one line of a note cites of one page stand together.

    >>> source = {"note": "un", "line": 14, "publisher": "UN News", "title": "A vote", "published": "2022-08-19", "paragraph": 3}
    >>> cites([source, source | {"paragraph": 5}])
    ['“A vote”, in UN News, 19 August 2022, ¶3 and ¶5 (note un, line 14)']
    """
    paragraphs: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        publisher = source["publisher"] and f"in {source['publisher']}"
        parts = (f"“{source['title']}”", publisher, dates.parse(source["published"]).text)
        where = (", ".join(part for part in parts if part), f"(note {source['note']}, line {source['line']})")
        found = paragraphs.setdefault(where, [])
        if source["paragraph"] is not None and f"¶{source['paragraph']}" not in found:
            found.append(f"¶{source['paragraph']}")
    return [f"{page}{', ' if found else ''}{' and '.join(found)} {line}" for (page, line), found in paragraphs.items()]


def _in_words(facts: Iterable[Fact]) -> dict[str, Any]:
    """Where the facts come from, and as of when they hold; nothing where time cannot change them."""
    facts = list(facts)
    as_of = dict.fromkeys(fact.as_of.text for fact in facts if not fact.timeless)
    return {"cites": cites(source for fact in facts for source in sources_json(fact)), "as_of_text": "; ".join(as_of)}
