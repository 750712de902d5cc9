"""The desk: a draft to correct. The article with what was found in it, beside the lines that are proposed for a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from html import escape
from pathlib import Path
from typing import Any

import traitlets

from .. import dates
from ..assembly import assemble, check
from ..deck import Deck
from ..drafting import written
from ..drafting.records import Draft, Head
from ..drafting.written import Proposed
from ..errors import DateError, EmptyError, LessonsError, NotesError, Problem
from ..notes import parse
from .desk_saving import Mend, cleared, file_name, keep_note, mends, note_text
from .front_end import front_end
from .recorded import Recorded
from .static_form import MOST

SIGNS = {"accepted": "✓", "dropped": "✗", "proposed": "·"}
_HEAD = ("title", "author", "publisher", "published")
_LINE = tuple(field.name for field in fields(Proposed))
_ANY = "2000"  # a date with which the rest of a note can be checked that has none


class Desk(Recorded):
    """A draft to correct: accept, drop and edit its lines, add others from the article's words, and save what was accepted as a note.

    What was done stays in the traits, so that a desk that is shown again goes on where it was.

    Args:
        draft: what `lessons.drafting.draft` found.
        lines: the lines to correct; those that the draft proposes without it.
        path: where the note goes; a file named after the title, in the folder that Python runs in, without it.
        overwrite: whether a file that is there may be replaced though this desk did not write it.

    Attributes:
        states: "accepted" or "dropped", by line id; the others were not looked at.
        edits: text and heading of the lines that were written anew, by line id.
        added: the lines that were made of selected words.
        lesson: the heading of the note's lesson.
        head: title, author, publisher and date of publication, as they were put right.
        only_accepted: whether lines that were not looked at are left out of the note.

    >>> from lessons.drafting import draft
    >>> Desk(draft("The talks opened in Pune on 12 May 2021."), lines=[])
    Desk(0 lines: 0 accepted, 0 dropped)
    """

    front_end = front_end("desk.js", "renderDesk", "base", "desk")

    article = traitlets.Dict().tag(sync=True)
    lines = traitlets.List(traitlets.Dict()).tag(sync=True)
    states = traitlets.Dict().tag(sync=True)
    edits = traitlets.Dict().tag(sync=True)
    added: traitlets.List[Any] = traitlets.List().tag(sync=True)
    head = traitlets.Dict().tag(sync=True)
    lesson = traitlets.Unicode().tag(sync=True)
    only_accepted = traitlets.Bool(True).tag(sync=True)
    place = traitlets.Unicode().tag(sync=True)
    outcome = traitlets.Dict().tag(sync=True)

    def __init__(
        self, draft: Draft, *, lines: Sequence[Proposed] | None = None, path: Path | str | None = None, overwrite: bool = False
    ) -> None:
        self._draft, self._overwrite = draft, overwrite
        self._ours: bytes | None = None  # what this desk wrote
        self._path = Path(file_name(draft.head.title or "")) if path is None else Path(path)
        given = written.proposed(draft) if lines is None else lines
        super().__init__(
            recording=None,
            article={"text": draft.text, "clutter": list(map(list, draft.clutter)), "paragraphs": list(map(list, draft.paragraphs))},
            lines=[_payload(line, str(n)) for n, line in enumerate(given)],
            head={name: getattr(draft.head, name) for name in _HEAD},
            lesson=draft.head.title or "",
            place=str(self._path),
        )

    # ---- what the teacher did ------------------------------------------------------------------------------------------------------

    def _all(self) -> list[tuple[str, str, Proposed]]:
        """Id, state and line as it stands now, in the order of the note: by section, points by heading, and there by place."""
        own = [one for one in self.added if isinstance(one, Mapping) and _is_line(one)]
        found = [(str(one["id"]), self._state(str(one["id"])), self._edited(one)) for one in (*self.lines, *own)]
        first: dict[str, int] = {}
        for n, (_, _, line) in enumerate(found):
            first.setdefault(line.heading if line.section == "Points" else "", n)

        def place(one: tuple[str, str, Proposed]) -> tuple[int, int, int]:
            line = one[2]
            section = written.SECTIONS.index(line.section) if line.section in written.SECTIONS else len(written.SECTIONS)
            return section, first[line.heading] if line.section == "Points" else 0, line.start

        return sorted(found, key=place)

    def _state(self, name: str) -> str:
        state = self.states.get(name)
        return state if state in ("accepted", "dropped") else "proposed"

    def _edited(self, given: Mapping[str, Any]) -> Proposed:
        line = Proposed(**{name: given[name] for name in _LINE})
        edit = self.edits.get(given["id"])
        if not isinstance(edit, Mapping):
            return line
        text, heading = (" ".join(str(edit.get(name) or "").split()) for name in ("text", "heading"))
        return replace(line, text=text or line.text, heading=heading or line.heading)

    @property
    def accepted(self) -> tuple[Proposed, ...]:
        """The lines that were accepted, as they stand now and without a doubt, in the order of the note."""
        return tuple(cleared(line) for _, state, line in self._all() if state == "accepted")

    # ---- the note ------------------------------------------------------------------------------------------------------------------

    def note(self) -> str:
        """The text of the note; it is not checked.

        Raises:
            EmptyError: where no line was accepted.
            DateError: where the date of publication is none.
        """
        return self._noted()[1]

    def save(self) -> Path:
        """Check the note, write it and say where. A file that this desk did not write is left alone unless `overwrite` says otherwise.

        Raises:
            NotesError: all that is to be mended first; nothing is written then.
            LessonsError: where nothing was accepted, or a file is there.
            OSError: where the file cannot be written.
        """
        ids, text = self._noted()
        known = self._known_head()
        found = mends(text if known.published else self._noted(replace(known, published=_ANY))[1], len(ids), self._path.stem)
        if not known.published:
            found = (Mend(field="published", text="The page does not say when it was published; write it here."), *found)
        if found:
            raise _ToMendError(found, ids, str(self._path))
        self._ours = keep_note(self._path, text, ours=self._ours, overwrite=self._overwrite)
        return self._path

    def deck(self) -> Deck:
        """What was accepted, to learn from at once; as long as nothing was, all that may stand without a doubt and was not dropped.

        Raises:
            NotesError: all that is to be mended first.
            EmptyError: where no line may stand.
        """
        lines = self.accepted or tuple(line for _, state, line in self._all() if state == "proposed" and not line.doubt)
        if not lines:
            raise EmptyError("There is no line to learn from yet; accept what is right, or write when the source was published.")
        known = note_text(self._known_head(), lines, self.lesson)
        found, problems = parse(known.encode("utf-8"), str(self._path), self._path.stem)
        notes = [found] if found else []
        problems = problems + check(notes, [], set())
        if problems:
            raise NotesError(problems)
        return assemble(notes, [])

    def _noted(self, head: Head | None = None) -> tuple[list[str], str]:
        """The ids of the lines in the note, and the note."""
        every = self._all()
        taken = [(name, cleared(line) if state == "accepted" else line) for name, state, line in every if self._takes(state)]
        if not any(state == "accepted" for _, state, _ in every):
            raise EmptyError("No line is accepted yet; accept what is right, then save.")
        return [name for name, _ in taken], note_text(head or self._known_head(), [line for _, line in taken], self.lesson)

    def _takes(self, state: str) -> bool:
        return state == "accepted" or (state == "proposed" and not self.only_accepted)

    def _known_head(self) -> Head:
        """What is known of the source, as it was put right; the page's own words for its date stay while the date does."""
        known = {name: " ".join(str(self.head.get(name) or "").split()) or None for name in _HEAD}
        before = self._draft.head
        when, words = known["published"], before.published_from
        if when != before.published:
            when, words = dates.parse(when).edtf if when else None, None
        given = {name: known[name] for name in ("title", "author", "publisher")}
        return Head(**given, published=when, published_from=words, spans=before.spans)

    def _take(self, entries: Sequence[list[Any]]) -> None:
        if any(entry[1] == "save" for entry in entries):
            self.outcome = {"n": self.sent, **self._saved()}

    def _saved(self) -> dict[str, Any]:
        """Save, and what is shown of it."""
        try:
            path = self.save()
        except _ToMendError as error:
            many = "one thing" if len(error.mends) == 1 else f"{len(error.mends)} things"
            return {"message": f"Not saved yet: {many} to mend.", "problems": error.shown}
        except DateError as error:
            text = f"{error}"
            return {"message": "Not saved yet: one thing to mend.", "problems": [{"line": "", "field": "published", "text": text}]}
        except (LessonsError, OSError) as error:
            return {"message": str(error)}
        n, left = len(self.accepted), sum(state == "proposed" for _, state, _ in self._all())
        what = "is left out" if left == 1 else "are left out"
        if not self.only_accepted:
            what = what.replace("left out", "in it as the draft has " + ("it" if left == 1 else "them"))
        rest = f" {left} not looked at {what}." if left else ""
        return {"saved": True, "path": str(path), "message": f"Saved {_many(n, 'line')} to {path}.{rest}"}

    # ---- forms ---------------------------------------------------------------------------------------------------------------------

    def __repr__(self) -> str:
        return f"Desk({self._counted_words()})"

    def _counted_words(self) -> str:
        states = [state for _, state, _ in self._all()]
        return f"{_many(len(states), 'line')}: {states.count('accepted')} accepted, {states.count('dropped')} dropped"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        shown = desk_html([(state, line) for _, state, line in self._all()], self.lesson, self._counted_words())
        return {**data, "text/html": shown}, metadata


class _ToMendError(NotesError):
    """What is to be mended, by line and field."""

    def __init__(self, found: Sequence[Mend], ids: Sequence[str], file: str) -> None:
        self.mends = found
        self.shown = [{"line": "" if one.line is None else ids[one.line], "field": one.field, "text": one.text} for one in found]
        super().__init__([Problem(file=file, line=0, text=one.text) for one in found])


def desk_html(lines: Sequence[tuple[str, Proposed]], title: str = "", counted: str = "") -> str:
    """The lines of a draft by section, each with its state, for where no kernel runs; of each section the first few.

    >>> desk_html([], "Rules")
    '<div class="lessons-static"><p><strong>Rules</strong></p></div>'
    """
    groups: dict[str, list[tuple[str, Proposed]]] = {}
    for state, line in lines:
        groups.setdefault(f"{line.section}{f': {line.heading}' if line.heading else ''}", []).append((state, line))
    told = [f"<p><strong>{escape(title)}</strong></p>" if title else "", f"<p>{escape(counted)}</p>" if counted else ""]
    for name, group in groups.items():
        more = f"<p>… and {len(group) - MOST} more when the page is run.</p>" if len(group) > MOST else ""
        told.append(f"<p><strong>{escape(name)}</strong></p><ul>{''.join(_row(*one) for one in group[:MOST])}</ul>{more}")
    return f'<div class="lessons-static">{"".join(told)}</div>'


def _row(state: str, line: Proposed) -> str:
    said = "" if state == "proposed" else f" – {state}"
    doubt = f" – ? {escape(line.doubt)}" if line.doubt and state == "proposed" else ""
    return f"<li>{SIGNS[state]} {escape(line.text)} (¶{line.paragraph}){said}{doubt}</li>"


def _payload(line: Proposed, name: str) -> dict[str, Any]:
    return {"id": name} | {field: getattr(line, field) for field in _LINE}


def _is_line(one: Mapping[str, Any]) -> bool:
    """Whether a line that came from the browser is one."""
    wanted = {name: int if name in ("paragraph", "start", "end") else str for name in ("id", *_LINE)}
    return all(isinstance(one.get(name), kind) for name, kind in wanted.items()) and one["section"] in written.SECTIONS


def _many(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"
