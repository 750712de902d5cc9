"""Parts of a deck to read: a lesson's reading, its sources, and where sources disagree, as HTML and as plain text.

All text of a note is escaped; the HTML has no script and only such styles as JupyterLab's sanitizer lets through.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby
from textwrap import fill

from .deck import Deck
from .errors import EmptyError
from .facts import Citation, Claim, Event, Fact, Number, Source
from .wording import in_full, said

_WIDTH = 'style="max-width: 42em; line-height: 1.55"'


class Page:
    """Something to read, shown as HTML in a notebook and as text elsewhere."""

    def __init__(self, html: str, text: str) -> None:
        self._html, self._text = html, text

    def __repr__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return self._html


def reading(deck: Deck, *, lesson: str | None = None) -> Page:
    """The reading paragraphs of a lesson, each with the source and the paragraphs that it rests on.

    Raises:
        EmptyError: where the notes hold none.

    >>> import lessons
    >>> print(lessons.reading(lessons.read(), lesson="Article 5"))  # doctest: +ELLIPSIS
    GS SCORE, 19 August 2022
    ...
    """
    html: list[str] = []
    text: list[str] = []
    for source, found in groupby(deck.only(lesson=lesson).readings, key=lambda pair: pair[0]):
        html.append(f"<p><strong>{escape(_by(source))}</strong></p>")
        text.append(_by(source))
        for _, one in found:
            cited = ", ".join(f"¶{cite.paragraph}" if not cite.note else f"{cite.note} ¶{cite.paragraph}" for cite in one.cited)
            html.append(f"<p>{escape(one.text)}" + (f" <small>({escape(cited).replace(' ', '&nbsp;')})</small></p>" if cited else "</p>"))
            text.append(fill(f"{one.text} ({cited})" if cited else one.text, 100))
    if not html:
        raise EmptyError(f"there is nothing to read in {lesson or 'these notes'}; write paragraphs under '# LESSON'")
    return Page(f"<div {_WIDTH}>{''.join(html)}</div>", "\n\n".join(text))


def recap(deck: Deck, *, lesson: str | None = None) -> Page:
    """Where a lesson comes from and as of when; what has changed since; where a source is mistaken.

    >>> import lessons
    >>> print(lessons.recap(lessons.read(), lesson="Article 5"))  # doctest: +ELLIPSIS
    Sources
    - “Significance of India's talks with NATO”, in GS SCORE, 19 August 2022: ...
    """
    facts = deck.only(lesson=lesson).facts
    sources: dict[Source, int] = {}
    for fact in facts:
        for citation in fact.citations:
            sources[citation.source] = sources.get(citation.source, 0) + 1
    rows = [f"{in_full(source)}: {n} fact{'s' if n > 1 else ''}" for source, n in sources.items()]
    blocks = [("Sources", rows)]
    blocks.append(("What has changed since", [f"{_short(fact)} — {fact.since}" for fact in _once(facts, "since")]))
    blocks.append(("Where a source is mistaken", [f"{_short(fact)} — {fact.erratum}" for fact in _once(facts, "erratum")]))
    return _listed([(title, rows) for title, rows in blocks if rows])


def disagreements(deck: Deck, *, lesson: str | None = None) -> Page:
    """Every topic on which sources disagree, with who says what and where.

    Raises:
        EmptyError: where they agree on everything.

    >>> import lessons
    >>> print(lessons.disagreements(lessons.read()))  # doctest: +ELLIPSIS
    NATO's office in Moscow
    - Closure: ...
    """
    topics = deck.only(lesson=lesson).disputes
    if not topics:
        raise EmptyError("nothing in these notes is disputed; write the accounts under '## Disputed: TOPIC'")
    return _listed([(dispute.topic, [_side(fact) for fact in dispute.facts]) for dispute in topics])


def table(deck: Deck, *, lesson: str | None = None, kinds: Iterable[str] | None = None) -> Page:
    """The facts of some kinds, each with its source and what has changed since.

    For a table to compute with see `Deck.to_frame`.

    >>> import lessons
    >>> print(lessons.table(lessons.read(), lesson="Article 5", kinds=["term"]))  # doctest: +ELLIPSIS
    - “NATO” is the name for ... (GS SCORE, ¶5)
    ...
    """
    facts = deck.only(lesson=lesson, kinds=kinds).facts
    rows = [(said(fact), "; ".join(map(_place, fact.citations)), fact.since or "") for fact in facts]
    heads = ("Fact", "Source", "What has changed since") if any(since for _, _, since in rows) else ("Fact", "Source")
    left = 'style="text-align: left; vertical-align: top"'
    head = "".join(f"<th {left}>{name}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(f'<td {left}>{escape(cell)}</td>' for cell in row[: len(heads)])}</tr>" for row in rows)
    text = "\n".join(f"- {fact} ({place})" + (f" Since: {since}" if since else "") for fact, place, since in rows)
    return Page(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>", text)


def _by(source: Source) -> str:
    return f"{source.publisher or source.title}, {source.published.text}"


def _place(citation: Citation) -> str:
    paragraph = f", ¶{citation.paragraph}" if citation.paragraph else ""
    return f"{citation.source.publisher or citation.source.title}{paragraph}"


def _side(fact: Fact) -> str:
    match fact.content:
        case Claim(claim=claim, text=text):
            side = f"{claim[:1].upper()}{claim[1:]}: {text.removesuffix('.')}"
        case Event(when=when):
            side = when.text
        case Number(value=value):
            side = value.text
        case _:
            side = fact.quote
    return f"{side} ({_place(fact.citations[0])})"


def _short(fact: Fact) -> str:
    """What a fact is about, in a few words."""
    content = fact.content
    for slot in ("name", "what", "term", "clause", "label"):
        if hasattr(content, slot):
            words: str = getattr(content, slot)
            return words[:1].upper() + words[1:].removesuffix(".")
    return f"Note {fact.note}, line {fact.line}"


def _once(facts: Iterable[Fact], what: str) -> list[Fact]:
    """The facts that say something of the kind, each text once."""
    return list({getattr(fact, what): fact for fact in reversed(list(facts)) if getattr(fact, what)}.values())[::-1]


def _listed(blocks: list[tuple[str, list[str]]]) -> Page:
    html = "".join(
        f"<p><strong>{escape(title)}</strong></p><ul>{''.join(f'<li>{escape(row)}</li>' for row in rows)}</ul>" for title, rows in blocks
    )
    text = "\n\n".join("\n".join([title, *(f"- {row}" for row in rows)]) for title, rows in blocks)
    return Page(f"<div {_WIDTH}>{html}</div>", text)
