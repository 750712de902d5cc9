"""Quiz and cards as plain HTML for where no kernel runs: a page made from the notebook, a preview, a printout.

Everything that comes from a note is escaped. The form holds no script and no style, so that sanitizers leave it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

MOST = 10
"""How many are shown: a stored notebook stays small, and a page that has not been run stays short."""


def quiz_html(payloads: Iterable[Mapping[str, Any]], title: str = "") -> str:
    """An ordered list of the items; key, explanation and source fold out.

    >>> html = quiz_html([{"stem": "1 < 2?", "options": [], "key_text": "yes", "cites": ["Euclid"]}])
    >>> "<p>1 &lt; 2?</p>" in html, "<details>" in html
    (True, True)
    """
    return _page(title, (_item(payload) for payload in payloads))


def cards_html(payloads: Iterable[Mapping[str, Any]], title: str = "") -> str:
    """An ordered list of the fronts; back and source fold out.

    >>> "<summary>Back and source</summary><p><strong>1949</strong></p>" in cards_html([{"front": "When?", "back": "1949", "cites": []}])
    True
    """
    return _page(title, (f"<li><p>{_text(p['front'])}</p>{_folded('Back and source', p['back'], p)}</li>" for p in payloads))


def _page(title: str, rows: Iterable[str]) -> str:
    heading = f"<p><strong>{_text(title)}</strong></p>" if title else ""
    shown = list(rows)
    more = f"<p>… and {len(shown) - MOST} more when the page is run.</p>" if len(shown) > MOST else ""
    return f'<div class="lessons-static">{heading}<ol>{"".join(shown[:MOST])}</ol>{more}</div>'


def _item(payload: Mapping[str, Any]) -> str:
    closing = f"<p>{_text(payload['closing'])}</p>" if payload.get("closing") else ""
    asked = f"<p>{_text(payload['stem'])}</p>{_statements(payload)}{closing}{_options(payload)}"
    return f"<li>{asked}{_folded('Key and source', payload['key_text'], payload)}</li>"


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
    texts = [option["text"] for option in payload["options"]]
    if payload.get("kind") == "ordering":
        return f"<ul>{''.join(f'<li>{_text(text)}</li>' for text in texts)}</ul>"
    return _list(texts, "1" if payload.get("kind") == "matching" else "a" if payload.get("closing") else "A")


def _list(texts: Iterable[str], kind: str = "1") -> str:
    rows = "".join(f"<li>{_text(text)}</li>" for text in texts)
    signs = "" if kind == "1" else f' type="{kind}"'
    return f"<ol{signs}>{rows}</ol>" if rows else ""


def _line(text: str) -> str:
    return f"<p>{_text(text)}</p>" if text else ""


def _folded(summary: str, key: str, payload: Mapping[str, Any]) -> str:
    parts = payload.get("parts", ())
    told = [f"<strong>{_text(key)}</strong>", _text(payload.get("explanation") or ""), *(() if parts else _provenance(payload))]
    rows = "".join(f"<li>{_paragraphs(_part(part))}</li>" for part in parts)
    return f"<details><summary>{summary}</summary>{_paragraphs(told)}{f'<ul>{rows}</ul>' if rows else ''}</details>"


def _part(part: Mapping[str, Any]) -> list[str]:
    """One part, whether it is correct, and its own source."""
    judged = {True: " – ✓ correct", False: " – ✗ incorrect"}.get(part["correct"], "")
    return [f"<strong>{_text(part['label'])}</strong>{judged}", _text(part["text"]), *_provenance(part)]


def _provenance(said: Mapping[str, Any]) -> list[str]:
    """Sources, as-of date and what must be known about them."""
    as_of = said.get("as_of_text")
    return [
        *(_text(cite) for cite in said["cites"]),
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
