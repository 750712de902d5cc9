"""Labelled points: bullets with a label, "First, LABEL. …" paragraphs, and paragraphs in a row that all begin with a label.

A label before a colon is told by itself; before a dash or a full stop only where its neighbours have one, too. Rows of a timeline, lines
of a form and remarks on the page have labels and are no points.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from ..pages.page import Page, Part
from ..records import PointFound, Span
from ..words import any_of
from .labels import LISTS, is_glossary, is_label, is_of_books, is_sentence, plain_words

_STAR = r"(?:\*\*|__|\*|_)?"
# The colon may stand within or behind the stars of Markdown; behind it a space, or, where one was lost, a capital with a small letter.
_COLON = re.compile(rf"{_STAR}(?P<label>[^:\n*]{{1,90}}?){_STAR}\s?:{_STAR}(?:\s+|(?=[A-Z“‘][a-z]))(?P<told>\S)")
_DASH = re.compile(rf"{_STAR}(?P<label>[^:\n*–—]{{1,60}}?){_STAR}(?:\s[–—]\s?|[–—]\s|\s-{{1,2}}\s){_STAR}(?P<told>\S)")
_ORDINAL = re.compile(rf"{_STAR}(?:{any_of(LISTS['ordinals'])})(?:,| –| —| -|:| is| comes)\s+(?P<label>\S)")
_SPLIT = re.compile(r"[:–—]\s|\s-\s")

_RELATIVE = re.compile(r" (?:where|that|which|who|to) ")  # "gauges where there are none" is no sentence
_SHORT = 5  # words

Separator = Literal["colon", "dash", "stop"]


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A part with the label that it may have."""

    part: Part
    by: Separator | None = None
    label: Span = (0, 0)
    told: Span = (0, 0)


def points(page: Page) -> list[PointFound]:
    r"""The labelled points of a page.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> from lessons.drafting.pages.page import page
    >>> from lessons.drafting.records import Head
    >>> text = "What it costs\n\n• The bridge: ten million.\n• Nobody knows yet."
    >>> [(text[one.start : one.end], one.heading) for one in points(page(text, lines_of(text), (), Head()))]
    [('The bridge', 'What it costs')]
    """
    found: list[PointFound] = []
    parts = [part for part in page.parts if part.role in {"bullet", "paragraph"}]
    repeated = _repeated(page.text, parts)
    for (bullets, heading), group in groupby(parts, key=lambda part: (part.role == "bullet", part.heading)):
        run = list(group)
        if not (is_glossary(heading) or is_of_books(heading)):
            found += _of_lists(page.text, run) if bullets else _of_paragraphs(page.text, run, repeated)
    counted = [one for part in parts for one in _counted(page.text, part)]
    found += map(_point, _parallel(page.text, parts))
    found += _sure(page.text, counted)
    return sorted({one.start: one for one in found}.values(), key=lambda one: one.start)


def _repeated(text: str, parts: Sequence[Part]) -> frozenset[str]:
    """Labels of more than one paragraph: those who speak in a transcript."""
    seen = Counter(match["label"] for part in parts if part.role == "paragraph" and (match := _COLON.match(text, part.start, part.end)))
    return frozenset(label for label, times in seen.items() if times > 1)


def _of_lists(text: str, run: Sequence[Part]) -> Iterator[PointFound]:
    """The points among bullets one below the other; those of one depth are one list, whatever is nested between them."""
    for depth in sorted({part.depth for part in run}):
        yield from _of_list(text, [part for part in run if part.depth == depth])


def _of_list(text: str, run: Sequence[Part]) -> Iterator[PointFound]:
    """The points among the bullets of a list."""
    labelled = [_labelled(text, part) for part in run]
    by = Counter(one.by for one in labelled)
    stops = 2 <= by["stop"] >= 0.6 * len(run)
    for one in labelled:
        if one.by == "colon" or (one.by == "dash" and _is_sure_dash(text, one, by)) or (one.by == "stop" and stops):
            yield _point(one)


def _is_sure_dash(text: str, one: _Labelled, by: Counter[Separator | None]) -> bool:
    """A dash behind a label begins a new sentence, or most bullets have one."""
    others = by["dash"] + by["colon"] - 1
    return others >= 1 and (not text[one.told[0]].islower() or others >= by[None])


def _of_paragraphs(text: str, run: Sequence[Part], repeated: frozenset[str]) -> Iterator[PointFound]:
    """Paragraphs one below the other that all begin with a label: two by a colon, three by a full stop; a dash may stand among colons."""
    labelled = [_labelled(text, part) for part in run]
    colons = sum(one.by == "colon" for one in labelled)
    labelled = [_as_colon(text, one) if one.by == "dash" and colons >= 2 else one for one in labelled]
    labelled = [_Labelled(one.part) if one.by == "dash" or (one.by and _speaks(text, one, repeated)) else one for one in labelled]
    for by, group in groupby(labelled, key=lambda one: one.by):
        row = list(group)
        if (by == "colon" and len(row) >= 2) or (by == "stop" and len(row) >= 3):
            yield from map(_point, row)


def _as_colon(text: str, one: _Labelled) -> _Labelled:
    """A short label before a dash as one before a colon, if a sentence begins behind it."""
    label = text[slice(*one.label)]
    return replace(one, by="colon") if text[one.told[0]].isupper() and len(label.split()) <= 3 else one


def _speaks(text: str, one: _Labelled, repeated: frozenset[str]) -> bool:
    """Whether a label says who speaks, or is a line of a form."""
    label, told = text[one.label[0] : one.label[1]], text[one.told[0] : one.told[1]]
    if _ORDINAL.match(text, one.part.start, one.part.end):
        return True
    return label in repeated or label.isupper() or told[0] in '“"‘' or len(told.split()) < 4


def _labelled(text: str, part: Part) -> _Labelled:
    """The label of a part, by a colon, a dash or a full stop."""
    for by, pattern in (("colon", _COLON), ("dash", _DASH)):
        match = pattern.match(text, part.start, part.end)
        if match and _may_be(match["label"], by):
            label = match.start("label"), match.start("label") + len(match["label"].rstrip())
            return _Labelled(part, "colon" if by == "colon" else "dash", label, (match.start("told"), part.end))
    return _by_stop(text, part)


def _may_be(label: str, by: str) -> bool:
    stopped = ". " in label or "? " in label or "! " in label
    return not stopped and is_label(label.strip()) and (by == "colon" or not is_sentence(plain_words(label), strict=True))


def _by_stop(text: str, part: Part) -> _Labelled:
    """A first sentence of a few words that tells nothing yet, with more behind it."""
    if len(part.sentences) < 2:
        return _Labelled(part)
    (start, end), (told, _) = part.sentences[:2]
    label = text[start:end].strip("*_")
    start = text.index(label, start)
    if label[-1:] != "." or part.end - told < 2 * len(label) or len(label.split()) > 5:
        return _Labelled(part)
    label = label.rstrip(".")
    if not is_label(label) or is_sentence(plain_words(label), strict=True):
        return _Labelled(part)
    return _Labelled(part, "stop", (start, start + len(label)), (told, part.end))


def _point(one: _Labelled) -> PointFound:
    return PointFound(start=one.label[0], end=one.label[1], explanation=one.told, heading=one.part.heading)


def _counted(text: str, part: Part) -> Iterator[_Labelled]:
    """Points of a count: "First, the money. …"; each goes on to the next of the count, or to the end of the part."""
    opened = [(n, match) for n, (start, end) in enumerate(part.sentences) if (match := _ORDINAL.match(text, start, end))]
    for at, (n, match) in enumerate(opened):
        start, end = match.start("label"), part.sentences[n][1]
        stop = part.sentences[opened[at + 1][0] - 1][1] if at + 1 < len(opened) else part.end
        told = part.sentences[n + 1][0] if n + 1 < len(part.sentences) else stop
        split = _SPLIT.search(text, start, min(end, start + 90))
        if split:
            end, told = split.start(), split.end()
        elif text[end - 1] not in ".?":
            continue
        label = text[start:end].rstrip(" .?*_")
        is_short = not split and len(label.split()) <= _SHORT  # "First, it was boring."
        if told < stop and (is_label(label) or is_short):
            yield _Labelled(part, "stop", (start, start + len(label)), (told, stop))


def _sure(text: str, counted: Sequence[_Labelled]) -> Iterator[PointFound]:
    """Labels with a word that may be a verb count only where most others have none."""
    labels = [_RELATIVE.split(text[slice(*one.label)], maxsplit=1)[0] for one in counted]
    doubtful = [is_sentence(plain_words(one), strict=True) or not (is_label(one) or one.isalpha()) for one in labels]
    trusted = doubtful.count(False) >= max(1, doubtful.count(True))
    for one, doubt in zip(counted, doubtful, strict=True):
        if not doubt or trusted:
            yield _point(one)


def _parallel(text: str, parts: Sequence[Part]) -> Iterator[_Labelled]:
    """Short sentences of a count that all begin alike and stand before what explains them: "First, it pays. …", "Second, it lasts. …"."""
    run: list[_Labelled] = []
    for part in parts:
        opened = _ORDINAL.match(text, *part.sentences[0]) if len(part.sentences) > 1 else None
        if not opened:
            continue
        end = part.sentences[0][1]
        label = text[opened.start("label") : end].rstrip(" .?!*_")
        if opened[0].startswith(("First", "**First", "*First")):
            yield from _alike(text, run)
            run = []
        if len(label.split()) <= 8 and not _SPLIT.search(label):
            run.append(
                _Labelled(part, "stop", (opened.start("label"), opened.start("label") + len(label)), (part.sentences[1][0], part.end))
            )
    yield from _alike(text, run)


def _alike(text: str, run: Sequence[_Labelled]) -> Sequence[_Labelled]:
    """A run of three and more labels with one first word; none otherwise."""
    first = {text[slice(*one.label)].split(" ", 1)[0].lower() for one in run}
    return run if len(run) >= 3 and len(first) == 1 else ()
