"""What the browser is given of items and cards: what is asked, the key with what explains it, and the facts that both rest on.

The three are kept apart. A question without its key is what an exam shows; a fact stands once in a table however many items rest on it, so
that a quiz of 500 items stays small. Fields with nothing in them are left away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .. import cards, dates, items, scoring
from ..facts import Fact, sources_json
from ..questions import main_question, shown
from ..wording import given_away

Payload = dict[str, Any]
_GAP = re.compile("==(.+?)==")  # the marks of a gap are for the note
_NOTHING: tuple[object, ...] = ("", [], (), {}, None)


def question_payload(item: items.Item) -> Payload:
    """What a learner sees before responding, with nothing that tells the key: ``id, kind, form, label, stem, statements, list_two,
    headings, closing, options, as_of_text, hint``.

    ``label`` is the lesson's name, unless that would give the key away: "Article 5" above a question or a statement on Article 5. ``hint``
    is the form that a typed response should have.
    """
    keys = [item.key_text, *(shown(question.key, question.slot) for question in map(main_question, item.facts))]
    as_of = "; ".join(_as_of(item.facts))
    return _kept(
        {"id": item.id, "kind": item.kind, "form": item.form}
        | {"label": "" if any(given_away(key, item.lesson) for key in keys) else item.lesson}
        | {"stem": item.stem, "statements": item.statements, "list_two": item.list_two, "headings": item.headings, "closing": item.closing}
        | {"options": [{"id": option.id, "text": option.text} for option in item.options]}
        | {"as_of_text": "" if item.parts and ";" in as_of else as_of}  # parts of several dates say each its own
        | {"hint": scoring.hint(item.key) if item.kind == "gap" else ""}
    )


def item_payload(item: items.Item) -> Payload:
    """The question with its key: beside what `question_payload` has ``lesson, key, key_text, explanation, whys, parts, facts, others,
    unit``.

    ``key_text`` is the key in words where it is typed, ``whys`` what is to be known of an option, by its id; ``parts`` are
    ``{label, correct, text, fact}``; ``facts`` and ``fact`` are ids in the table of `facts_payload`.
    """
    parts = [{"label": part.label, "correct": part.correct, "text": part.text, "fact": part.fact.id} for part in item.parts]
    return question_payload(item) | _kept(
        {"lesson": item.lesson, "key": items.key_json(item.key), "key_text": item.key_text if item.kind == "gap" else ""}
        | {"explanation": item.explanation, "whys": {option.id: option.why for option in item.options if option.why}}
        | {"parts": parts, "facts": [fact.id for fact in item.facts], "others": item.others, "unit": item.unit}
    )


def card_payload(card: cards.Card) -> Payload:
    """A card: ``id, lesson, kind`` (of its fact), ``front, back, facts``."""
    return {"id": card.id, "lesson": card.lesson, "kind": card.fact.kind, "front": card.front, "back": card.back, "facts": [card.fact.id]}


def facts_payload(facts: Iterable[Fact]) -> dict[str, Payload]:
    """By id what must be known of each fact: ``cites, quotes, as_of_text, since, erratum, disputed``."""
    return {name: _fact_payload(fact) for name, fact in {fact.id: fact for fact in facts}.items()}


def _fact_payload(fact: Fact) -> Payload:
    sources = sources_json(fact)
    return _kept(
        {"cites": cites(sources), "quotes": list(dict.fromkeys(_GAP.sub(r"\1", source["quote"]) for source in sources))}
        | {"as_of_text": "; ".join(_as_of([fact])), "since": fact.since, "erratum": fact.erratum, "disputed": fact.dispute}
    )


def facts_of(item: items.Item) -> tuple[Fact, ...]:
    """The facts that an item and its parts rest on."""
    return tuple({fact.id: fact for fact in (*item.facts, *(part.fact for part in item.parts))}.values())


def told_of(ids: Iterable[str], table: Mapping[str, Mapping[str, Any]]) -> Payload:
    """What is known of several facts together, each text once: the lists joined, the texts one behind the other.

    >>> one = {"cites": ["A, ¶1"], "since": "It is 32 now."}
    >>> told_of(["f", "g"], {"f": one, "g": one | {"cites": ["A, ¶2"]}})
    {'cites': ['A, ¶1', 'A, ¶2'], 'since': 'It is 32 now.'}
    """
    found = [table[one] for one in dict.fromkeys(ids) if one in table]
    lists = {name: list(dict.fromkeys(text for fact in found for text in fact.get(name, ()))) for name in ("cites", "quotes")}
    texts = {name: dict.fromkeys(fact[name] for fact in found if name in fact) for name in ("as_of_text", "since", "erratum", "disputed")}
    return _kept(lists | {name: ("; " if name == "as_of_text" else " ").join(said) for name, said in texts.items()})


def cites(sources: Iterable[Mapping[str, Any]]) -> list[str]:
    """The sources of an item's or card's JSON in words; the paragraphs that one line of a note cites of one page stand together.

    >>> source = {"note": "un", "line": 14, "publisher": "UN News", "title": "A vote", "published": "2022-08-19", "paragraph": 3}
    >>> cites([source | {"paragraph": paragraph} for paragraph in (3, 5, 8)])
    ['“A vote”, in UN News, 19 August 2022, ¶3, ¶5 and ¶8 (note un, line 14)']
    """
    paragraphs: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        publisher = source["publisher"] and f"in {source['publisher']}"
        parts = (f"“{source['title']}”", publisher, dates.parse(source["published"]).text)
        where = (", ".join(part for part in parts if part), f"(note {source['note']}, line {source['line']})")
        found = paragraphs.setdefault(where, [])
        if source["paragraph"] is not None and f"¶{source['paragraph']}" not in found:
            found.append(f"¶{source['paragraph']}")
    return [f"{page}{', ' if found else ''}{_listed(found)} {line}" for (page, line), found in paragraphs.items()]


def _listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "¶3, ¶5 and ¶8"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _as_of(facts: Iterable[Fact]) -> list[str]:
    """As of when the facts hold; nothing where time cannot change them."""
    return list(dict.fromkeys(fact.as_of.text for fact in facts if not fact.timeless))


def _kept(fields: Payload) -> Payload:
    """The fields that hold something."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items() if value not in _NOTHING}
