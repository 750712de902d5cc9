"""A line of a section "Mains" → what it asks, and the points that a good response makes, one an indented line.

::

    - 10 marks: Explain how collective defence works.
        - point: An attack on one ally is taken as an attack on all. (¶13)
            - since: what has changed after the source

A question may be refined by ``since`` and ``as of``, a point by these, ``erratum`` and ``disputed``, as a fact is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from . import gaps
from .frontmatter import Report
from .ids import plain
from .lines import EXAMPLES, MAINS, LineError, cut
from .refinements import Cited, citations, refinements, words_of

MARKS = (10, 15)
LEAST = 3
"""Fewer points than this are no response to a question of ten marks."""

OF_QUESTION = ("since", "as of")
OF_POINT = ("since", "erratum", "as of", "disputed")

_MARKS = re.compile(r"(\d+)\s+marks?", re.ASCII | re.IGNORECASE)
_POINT = "    - point: … (¶4)"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLine:
    """A point as its note has it; `refined` and `places` are those of the lines indented under it: name → text, name → line."""

    text: str
    line: int
    quote: str
    cited: tuple[Cited, ...]
    refined: dict[str, str]
    places: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MainsLine:
    """A question as its note has it; the deck, which knows the other notes, makes the `MainsQuestion` of it."""

    lesson: str
    marks: int
    question: str
    line: int
    points: tuple[PointLine, ...]
    refined: dict[str, str]


def read(bullet: SyntaxTreeNode, lesson: str, report: Report) -> MainsLine | None:
    """The question of a bullet with all its points; None where its own line says no question. Every problem goes to `report`."""
    line = _line(bullet)
    text, cited = citations(_words(bullet), line, report)
    below = list(_below(bullet))
    points = [point for sub in below if _name(sub) == "point" for point in [_point(sub, report)] if point]
    refined = refinements([sub for sub in below if _name(sub) != "point"], report, ("point", *OF_QUESTION))
    try:
        marks, question = marks_and_question(text)
    except LineError as error:
        report(line, str(error))
        return None
    if cited:
        report(line, f"the question {cut(question)!r} cites a paragraph; cite at each point what it rests on")
    _without_marks(text, line, report)
    found = sum(_name(sub) == "point" for sub in below)
    if found < LEAST:
        there = f"has {found or 'no'} point{'' if found == 1 else 's'}"
        report(line, f"the question {cut(question)!r} {there}; write {LEAST} or more below it: '{_POINT}'")
    _twice(points, report)
    told = {name: value for name, (value, _) in refined.items()}
    return MainsLine(lesson=lesson, marks=marks, question=question, line=line, points=tuple(points), refined=told)


def marks_and_question(text: str) -> tuple[int, str]:
    """``10 marks: QUESTION`` in two.

    Raises:
        LineError: with what came and what to write instead.

    >>> marks_and_question("15 marks: Discuss the purposes of NATO.")
    (15, 'Discuss the purposes of NATO.')
    """
    label, colon, question = (part.strip() for part in text.partition(":"))
    worth = _MARKS.fullmatch(label)
    if label in ("point", *OF_POINT) and colon:
        raise LineError(f"{cut(text)!r} belongs to the question above; indent it by four spaces")
    if not colon or not worth:
        raise LineError(f"{cut(text)!r} does not say its marks; write '{EXAMPLES[MAINS]}'")
    if int(worth[1]) not in MARKS:
        raise LineError(f"{cut(label)!r} is not in the paper; write '10 marks' (150 words) or '15 marks' (250 words)")
    if not question:
        raise LineError(f"{cut(text)!r} asks nothing; write '{EXAMPLES[MAINS]}'")
    return int(worth[1]), question


def repeated(asked: Sequence[MainsLine], report: Report) -> None:
    """Report a question that its note asks twice."""
    _twice(asked, report, lambda one: getattr(one, "question", ""))


def _point(sub: SyntaxTreeNode, report: Report) -> PointLine | None:
    line = _line(sub)
    quote = _words(sub).partition(":")[2].strip()
    text, cited = citations(quote, line, report)
    refined = refinements(list(_below(sub)), report, OF_POINT)
    if not text:
        report(line, f"a point without words; write '{_POINT.strip()}', or take the line out")
        return None
    if not cited and "¶" not in quote:  # a citation that cannot be read was reported
        report(line, f"the point {cut(text)!r} cites no paragraph; write where it stands at its end: '(¶4)'")
    _without_marks(text, line, report)
    told = {name: value for name, (value, _) in refined.items()}
    return PointLine(text=text, line=line, quote=quote, cited=cited, refined=told, places={name: at for name, (_, at) in refined.items()})


def _without_marks(text: str, line: int, report: Report) -> None:
    mark = gaps.MARK.search(text)
    if mark:
        report(line, f"{cut(mark[0])!r} makes no gap in '## {MAINS}'; take the marks off")


def _twice(
    lines: Sequence[PointLine | MainsLine],
    report: Report,
    words: Callable[[PointLine | MainsLine], str] = lambda one: getattr(one, "text", ""),
) -> None:
    seen: dict[str, int] = {}
    for one in lines:
        first = seen.setdefault(plain(words(one)), one.line)
        if first != one.line:
            report(one.line, f"{cut(words(one))!r} was said in line {first}; keep one")


def _below(bullet: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """What is indented under a bullet, one line after the other."""
    for child in bullet.children[1:]:
        yield from child.children if child.type == "bullet_list" else [child]


def _name(sub: SyntaxTreeNode) -> str:
    """What an indented line begins with."""
    return _words(sub).partition(":")[0].strip() if sub.type == "list_item" else ""


def _words(node: SyntaxTreeNode) -> str:
    return " ".join(words_of(node).split())


def _line(node: SyntaxTreeNode) -> int:
    return (node.map or (0, 0))[0] + 1
