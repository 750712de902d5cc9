"""What a line says of its fact beside the fact itself: the paragraphs it cites, and the indented lines that refine it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from . import dates
from .errors import DateError
from .facts import Content
from .frontmatter import Report
from .ids import plain
from .lines import REFINEMENTS, LineError, cut, distractor
from .wording import given_away

_PARAGRAPH = re.compile(r"(?:(?P<note>[\w.-]+)\s+)?¶\s*(?P<n>\d{1,5})$", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """``¶7`` or ``other-note ¶7``: `note` is empty for the note itself."""

    note: str
    paragraph: int


def citations(text: str, line: int, report: Report) -> tuple[str, tuple[Cited, ...]]:
    """Take ``(¶n; other-note ¶m)`` off the end of a text."""
    bare, inside = text, ""
    closed = text.rstrip(" .")
    if closed.endswith(")"):
        opening = closed.rfind("(")
        if opening >= 0 and "¶" in closed[opening:]:
            bare, inside = text[:opening], closed[opening + 1 : -1]
    cited = []
    for part in re.split(r"[;,]", inside) if inside else ():
        one = _PARAGRAPH.match(part.strip())
        if one and int(one["n"]) > 0:
            cited.append(Cited(note=one["note"] or "", paragraph=int(one["n"])))
        else:
            report(line, f"{cut(part.strip())!r} cites no paragraph; write e.g. '(¶12)' or '(¶2; other-note ¶7)'")
    if "¶" in bare:
        report(line, f"a ¶ that cites nothing in {cut(bare[max(0, bare.index('¶') - 20) :])!r}; write '(¶12)' at the end")
    return bare.strip(), tuple(cited)


def refinements(children: list[SyntaxTreeNode], report: Report, names: tuple[str, ...] = REFINEMENTS) -> dict[str, tuple[str, int]]:
    """The indented lines under a bullet: name → (text, line); `names` are those that it may have."""
    found: dict[str, tuple[str, int]] = {}
    for sub in (sub for child in children for sub in (child.children if child.type == "bullet_list" else [child])):
        line = (sub.map or (0, 0))[0] + 1
        text = " ".join(words_of(sub).split())
        name, _, value = (part.strip() for part in text.partition(":"))
        shallow = len(sub.children) == 1 and sub.children[0].type == "paragraph"
        if sub.type != "list_item" or name not in names:
            report(line, f"{cut(text)!r} refines nothing; begin with one of {', '.join(f'{n}:' for n in names)}")
        elif not value:
            report(line, f"{cut(text)!r} has no text; write it behind the colon, or take the line out")
        elif name in found:
            report(line, f"a second {name!r} for one {'fact' if names is REFINEMENTS else 'line'}: {cut(value)!r}; keep one")
        elif name == "Q" and not value.endswith("?"):
            report(line, f"the stem {cut(value)!r} does not end in '?'; ask a question")
        elif not shallow:
            report(line, f"a list under {cut(text)!r}; facts have one rank of refinements")
        else:
            found[name] = (value, line)
    _read_as_of(found, report)
    return found


def _read_as_of(found: dict[str, tuple[str, int]], report: Report) -> None:
    """Report an "as of" that is no date."""
    value, line = found.get("as of", ("always", 0))
    if value != "always":
        try:
            dates.parse(value)
        except DateError as error:
            report(line, str(error))


def distractors(content: Content, text: str, line: int, stem: str, report: Report) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for part in filter(None, map(str.strip, text.split(";"))):
        try:
            option = distractor(content, part)
        except LineError as error:
            report(line, str(error))
            continue
        if given_away(option, stem):
            report(line, f"the distractor {cut(part)!r} stands in its own stem; write another")
        if plain(option) in found:
            report(line, f"{part!r} stands twice among the distractors; write different ones")
        found[plain(option)] = option
    return tuple(found.values())


def words_of(node: SyntaxTreeNode) -> str:
    """The raw text of the first text in a block."""
    return next((child.content for child in node.walk() if child.type == "inline"), "")
