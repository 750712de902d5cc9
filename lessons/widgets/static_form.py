"""Quiz, cards and Mains questions as plain HTML for where no kernel runs: a page made from the notebook, a preview, a printout.

Everything that comes from a note is escaped. The form holds no script and no style, so that sanitizers leave it as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from ..cards import Card
from ..items import Item
from .payload import card_payload, facts_of, facts_payload, item_payload, told_of

MOST = 5
"""How many are shown: a stored notebook stays small, and a page that has not been run stays short."""


def quiz_html(items: Sequence[Item], title: str = "") -> str:
    """An ordered list of the items; key, explanation and source fold out.

    >>> quiz_html([])
    '<div class="lessons-static"><ol></ol></div>'
    """
    return _page(title, items, _keyed)


def exam_html(items: Sequence[Item], title: str = "", rules: Sequence[str] = ()) -> str:
    """An ordered list of the items without their keys, the rules above.

    >>> exam_html([], "Paper", ["2 marks each."])
    '<div class="lessons-static"><p><strong>Paper</strong></p><p>2 marks each.</p><ol></ol></div>'
    """
    return _page(title, items, lambda item: f"<li>{_asked(item_payload(item))}</li>", rules)


def cards_html(cards: Sequence[Card], title: str = "") -> str:
    """An ordered list of the fronts; back and source fold out.

    >>> cards_html([], "Practice")
    '<div class="lessons-static"><p><strong>Practice</strong></p><ol></ol></div>'
    """
    return _page(title, cards, _card)


def mains_html(questions: Sequence[Mapping[str, Any]], title: str = "") -> str:
    """An ordered list of Mains questions, as the browser is given them; the points and their sources fold out.

    >>> mains_html([], "Paper")
    '<div class="lessons-static"><p><strong>Paper</strong></p><ol></ol></div>'
    """
    return _page(title, questions, _mains)


def _mains(asked: Mapping[str, Any]) -> str:
    rule = f"{asked['marks']} marks · {asked['words']} words · about {asked['minutes']} minutes"
    as_of = f"As of {_text(asked['as_of_text'])}" if asked.get("as_of_text") else ""
    points = "".join(f"<li>{_paragraphs([_text(point['text']), *_provenance(point)])}</li>" for point in asked["points"])
    since = _paragraphs([_labelled("What has changed since", asked.get("since"))])
    told = f"<details><summary>Points and sources</summary><ul>{points}</ul>{since}</details>"
    return f"<li>{_paragraphs([_text(asked['question']), rule, as_of])}{told}</li>"


def _page(title: str, shown: Sequence[Any], row: Callable[[Any], str], rules: Sequence[str] = ()) -> str:
    heading = f"<p><strong>{_text(title)}</strong></p>" if title else ""
    more = f"<p>… and {len(shown) - MOST} more when the page is run.</p>" if len(shown) > MOST else ""
    rows = "".join(map(row, shown[:MOST]))
    return f'<div class="lessons-static">{heading}{_paragraphs(map(_text, rules))}<ol>{rows}</ol>{more}</div>'


def _card(card: Card) -> str:
    payload = card_payload(card)
    facts = facts_payload([card.fact])
    return f"<li><p>{_text(card.front)}</p>{_folded('Back and source', card.back, payload, facts)}</li>"


def _keyed(item: Item) -> str:
    payload = item_payload(item)
    facts = facts_payload(facts_of(item))
    return f"<li>{_asked(payload)}{_folded('Key and source', item.key_text, payload, facts)}</li>"


def _asked(payload: Mapping[str, Any]) -> str:
    closing = f"<p>{_text(payload['closing'])}</p>" if payload.get("closing") else ""
    return f"<p>{_text(payload['stem'])}</p>{_statements(payload)}{closing}{_options(payload)}"


def _statements(payload: Mapping[str, Any]) -> str:
    """What stands between the stem and the options, as the item's form has it."""
    statements, list_two = payload.get("statements", ()), payload.get("list_two", ())
    left, right = [*payload.get("headings", ()), "", ""][:2]
    match payload.get("form"):
        case "statement_reason":
            return "".join(f"<p>Statement-{'I' * n}: {_text(text)}</p>" for n, text in enumerate(statements, 1))
        case "pairs":
            return _line(" : ".join(filter(None, (left, right)))) + _list(
                [" : ".join(pair) for pair in zip(statements, list_two, strict=False)]
            )
        case "lists":
            names = (f"{name} ({heading})" if heading else name for name, heading in (("List-I", left), ("List-II", right)))
            return "".join(_line(name) + _list(texts, kind) for name, texts, kind in zip(names, (statements, list_two), "A1", strict=True))
    if payload.get("kind") == "matching":
        return _line(left) + _list(statements, "A") + _line(right)
    return _list(statements)


def _options(payload: Mapping[str, Any]) -> str:
    """Lettered; small where an exam form may letter a list of its own; numbered to be matched; with no sign to be put in order."""
    texts = [option["text"] for option in payload.get("options", ())]
    if payload.get("kind") == "ordering":
        return f"<ul>{''.join(f'<li>{_text(text)}</li>' for text in texts)}</ul>"
    return _list(texts, "1" if payload.get("kind") == "matching" else "a" if payload.get("closing") else "A")


def _list(texts: Iterable[str], kind: str = "1") -> str:
    rows = "".join(f"<li>{_text(text)}</li>" for text in texts)
    signs = "" if kind == "1" else f' type="{kind}"'
    return f"<ol{signs}>{rows}</ol>" if rows else ""


def _line(text: str) -> str:
    return f"<p>{_text(text)}</p>" if text else ""


def _folded(summary: str, key: str, payload: Mapping[str, Any], facts: Mapping[str, Any]) -> str:
    parts = payload.get("parts", ())
    known = () if parts else _provenance(told_of(payload["facts"], facts))
    told = [f"<strong>{_text(key)}</strong>", _text(payload.get("explanation") or ""), *known]
    rows = "".join(f"<li>{_paragraphs(_part(part, facts))}</li>" for part in parts)
    return f"<details><summary>{summary}</summary>{_paragraphs(told)}{f'<ul>{rows}</ul>' if rows else ''}</details>"


def _part(part: Mapping[str, Any], facts: Mapping[str, Any]) -> list[str]:
    """One part, whether it is correct, and its own source."""
    judged = {True: " – ✓ correct", False: " – ✗ incorrect"}.get(part["correct"], "")
    return [f"<strong>{_text(part['label'])}</strong>{judged}", _text(part["text"]), *_provenance(told_of([part["fact"]], facts))]


def _provenance(said: Mapping[str, Any]) -> list[str]:
    """Sources, as-of date and what must be known about them."""
    as_of = said.get("as_of_text")
    return [
        *(_text(cite) for cite in said.get("cites", ())),
        f"As of {_text(as_of)}" if as_of else "",
        _labelled("What has changed since", said.get("since")),
        _labelled("The source is mistaken", said.get("erratum")),
        _labelled("Sources disagree", said.get("disputed")),
    ]


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts if text)


def _labelled(label: str, text: str | None) -> str:
    return f"{label}: {_text(text)}" if text else ""


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
