"""What a teacher accepted → a note that can be read, or what is to be mended first; and the note → a file."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .. import frontmatter, ids, notes
from ..drafting import written
from ..drafting.records import Head
from ..drafting.written import Proposed
from ..errors import LessonsError, Problem

_WHY = "    <!-- ? "  # before the reason of a doubt, in a draft's note
_MARK = re.compile(r"^(?:\?\s+)+")
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|_{2,}")  # what no note may hold anywhere
_FIELD = re.compile(r"the front matter has no (\w+)")
_SAID_LINE = re.compile(r"\bline (\d+)\b")
_LONGEST = 60  # of a file's name: it is typed, cited and read


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """Something to mend before the note can be read.

    Attributes:
        line: which of the lines given, by its place; None where it is none of them.
        field: of the front matter; empty where it is none.
        text: what came and what to write instead.
    """

    line: int | None = None
    field: str = ""
    text: str


def note_text(head: Head, lines: Sequence[Proposed], lesson: str) -> str:
    r"""The note with the lines in the order given, by section; a line without a doubt has no question mark, whatever is wrong with it.

    >>> line = Proposed(section="Terms", heading="", text="quorum: how many must be there", paragraph=2, start=0, end=6, words="quorum")
    >>> note_text(Head(title="T", published="2021"), [line], "Rules").split("\n")[-4:-1]
    ['## Terms', '- quorum: how many must be there (¶2)', '    <!-- quorum -->']
    """
    # The draft's writer marks what the note format would not take; here every line must come through as it stands, so that it can be
    # mended. So the writer is given others in their stead.
    stand_ins = [replace(line, text=f"{n}: line", words=_fit(line.words)) for n, line in enumerate(lines)]
    rows = written.note(head, stand_ins, lesson=lesson).split("\n")
    gone = set()
    for place, line in zip(_bullets(rows), lines, strict=True):
        rows[place] = f"- {'? ' if line.doubt else ''}{line.text} (¶{line.paragraph})"
        if not line.doubt:
            gone |= {n for n in range(place + 1, min(place + 3, len(rows))) if rows[n].startswith(_WHY)}
    return "\n".join(row for n, row in enumerate(rows) if n not in gone)


def _fit(words: str) -> str:
    """Words of the article as a comment of a note may hold them."""
    return " ".join(_UNFIT.sub(" ", words).split())


def _within(row: str) -> bool:
    """Whether a row belongs to the bullet above it."""
    return row.startswith(("    ", "- "))


def _bullets(rows: Sequence[str]) -> list[int]:
    return [n for n, row in enumerate(rows) if row.startswith("- ")]


def mends(text: str, n_lines: int, stem: str) -> tuple[Mend, ...]:
    r"""All that the reader of notes finds wrong with a note of `n_lines` bullets.

    >>> note = "---\ntitle: T\npublished: 2021\n---\n# L\n## Dates\n- 31 June 2021: The talks failed.\n"
    >>> [(one.line, one.text) for one in mends(note, 1, "t")]
    [(0, "'31 June 2021' is no date: June has 30 days; write e.g. '30 June 2021'")]
    """
    _, problems = notes.parse(text.encode("utf-8"), stem, stem)
    rows = text.split("\n")
    owners = _owners(rows) if len(_bullets(rows)) == n_lines else {}
    return tuple(_mend(problem, rows, owners) for problem in sorted(problems))


def _owners(rows: Sequence[str]) -> dict[int, int]:
    """Number of a row, from 1 → the place of the bullet that it belongs to; a heading belongs to the first one below it."""
    owners, at = {}, -1
    for n, row in enumerate(rows, 1):
        at += row.startswith("- ")
        if row.startswith("## "):
            owners[n] = at + 1
        elif at >= 0 and _within(row):
            owners[n] = at
    return owners


def _mend(problem: Problem, rows: Sequence[str], owners: dict[int, int]) -> Mend:
    line = owners.get(problem.line)
    said = _SAID_LINE.sub(lambda match: _cited(rows, int(match[1])) if int(match[1]) in owners else match[0], problem.text)
    named = _FIELD.match(problem.text)
    field = "" if line is not None else named[1] if named else rows[problem.line - 1].partition(":")[0] if problem.line else ""
    return Mend(line=line, field=field if field in frontmatter.FIELDS else "", text=said)


def _cited(rows: Sequence[str], n: int) -> str:
    return f"“{rows[n - 1].removeprefix('- ')}”"


def file_name(title: str) -> str:
    """A name for the note of an article.

    >>> file_name("Çanakkale bridge: “Who pays?”"), file_name("…")
    ('canakkale-bridge-who-pays.md', 'note.md')
    """
    words = re.sub(r"[^a-z0-9]+", " ", ids.plain(title)).split()
    name = ""
    for word in words:
        if name and len(name) + len(word) >= _LONGEST:
            break
        name = f"{name}-{word}" if name else word[:_LONGEST]
    return f"{name or 'note'}.md"


def keep_note(path: Path, text: str, *, ours: bytes | None, overwrite: bool) -> bytes:
    """Write a note beside its place, then move it there; gives what was written.

    Args:
        path: where it is to be.
        text: the note.
        ours: what was written there before, by the same desk: this may be replaced.
        overwrite: whether anything may.

    Raises:
        LessonsError: where a file is there that somebody else wrote or changed.
        OSError: where it cannot be written.
    """
    data = text.encode("utf-8")
    if not overwrite and path.exists() and path.read_bytes() not in (ours, data):
        known = "was changed since this desk wrote it" if ours is not None else "is there already"
        raise LessonsError(f"{path} {known}; nothing was written: give another path, or overwrite=True")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".lessons-") as folder:
        beside = Path(folder) / path.name
        beside.write_bytes(data)
        beside.replace(path)
    return data


def cleared(line: Proposed) -> Proposed:
    """Without its doubt and its question mark: somebody looked.

    >>> line = Proposed(section="Terms", heading="", text="a: b", paragraph=1, start=0, end=1, words="a", doubt="is it?")
    >>> cleared(line).doubt
    ''
    """
    return replace(line, text=_MARK.sub("", line.text), doubt="")
