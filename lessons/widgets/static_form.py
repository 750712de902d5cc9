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
    statements = "".join(f"<li>{_text(text)}</li>" for text in payload.get("statements", ()))
    options = "".join(f"<li>{_text(option['text'])}</li>" for option in payload["options"])
    lists = (f"<ol>{statements}</ol>" if statements else "") + (f'<ol type="A">{options}</ol>' if options else "")
    return f"<li><p>{_text(payload['stem'])}</p>{lists}{_folded('Key and source', payload['key_text'], payload)}</li>"


def _folded(summary: str, key: str, payload: Mapping[str, Any]) -> str:
    as_of = payload.get("as_of_text")
    told = [
        f"<strong>{_text(key)}</strong>",
        _text(payload.get("explanation") or ""),
        *(_text(cite) for cite in payload["cites"]),
        f"As of {_text(as_of)}" if as_of else "",
        _labelled("What has changed since", payload.get("since")),
        _labelled("The source is mistaken", payload.get("erratum")),
        _labelled("Sources disagree", payload.get("disputed")),
    ]
    return f"<details><summary>{summary}</summary>{''.join(f'<p>{text}</p>' for text in told if text)}</details>"


def _labelled(label: str, text: str | None) -> str:
    return f"{label}: {_text(text)}" if text else ""


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
