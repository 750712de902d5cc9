"""Seed notes from files: the edge between the deck and the disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .assembly import assemble, check
from .deck import Deck
from .errors import NotesError, Problem
from .facts import Claim
from .mains_lines import PointLine
from .mains_questions import points_of
from .notes import MAX_BYTES, Line, Note, parse

_HERE = Path(__file__).parent

PathLike = str | Path


def shipped(name: str) -> Path:
    """The folder ``seeds`` or ``notebooks`` that comes with the package: in the wheel beside the code, in a clone one level up."""
    inside = _HERE / "shipped" / name
    return inside if inside.is_dir() else _HERE.parent / name


def read(folder_or_files: PathLike | Iterable[PathLike] | None = None) -> Deck:
    """Read seed notes into a deck.

    Args:
        folder_or_files: a folder (all its ``*.md``), one note, or several; without it the notes that come with the package.

    Raises:
        NotesError: with every problem of every note. Nothing is read then.

    >>> deck = read()
    >>> deck.lessons
    ('The 2021 expulsions', 'Article 5', 'India and NATO')
    """
    paths = _paths(shipped("seeds") if folder_or_files is None else folder_or_files)
    problems: list[Problem] = []
    notes: list[Note] = []
    stems: dict[str, Path] = {}
    for path in paths:
        if path.stem in stems:
            text = f"the note {path.stem!r} is there twice, also as {stems[path.stem].as_posix()}; give one another name"
            problems.append(Problem(file=path.as_posix(), line=1, text=text))
            continue
        stems[path.stem] = path
        note, found = _parse(path)
        problems += found
        if note:
            notes.append(note)
    siblings = _siblings(notes, paths)
    problems += check(notes, siblings, stems.keys() - {note.stem for note in notes})
    if problems:
        raise NotesError(problems)
    return assemble(notes, siblings)


def _paths(given: PathLike | Iterable[PathLike]) -> list[Path]:
    """The files to read, in a fixed order."""
    if isinstance(given, (str, Path)):
        path = Path(given)
        if path.is_dir():
            found = _notes_in(path)
            if not found:
                raise NotesError([Problem(file=path.as_posix(), line=0, text="no notes (*.md) in this folder; name one that holds some")])
            return found
        return [path]
    paths = [Path(one) for one in given]
    if not paths:
        raise NotesError([Problem(file="-", line=0, text="no files were named; name a folder or notes (*.md)")])
    return paths


def _notes_in(folder: Path) -> list[Path]:
    """The notes of a folder: not an editor's hidden files, and ``.MD`` too."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".md" and not path.name.startswith("."))
    except OSError as error:
        raise NotesError([Problem(file=folder.as_posix(), line=0, text=f"cannot be read ({error.strerror}); name another")]) from error


def _parse(path: Path) -> tuple[Note | None, list[Problem]]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # and no more: a wrong name must not fill the memory
    except OSError as error:
        return None, [Problem(file=path.as_posix(), line=0, text=f"cannot be read ({error.strerror}); name a folder or a note (*.md)")]
    return parse(data, path.as_posix(), path.stem)


def _siblings(notes: list[Note], paths: list[Path]) -> list[Note]:
    """The notes beside those that were named, where these point to any: a note is understood when it is read alone, too."""
    stems = {note.stem for note in notes}
    lines = [line for note in notes for line in note.lines]
    citing: list[Line | PointLine] = [*lines, *(point for _, point in points_of(notes))]
    cited = {one.note for line in citing for one in line.cited if one.note} - stems
    disputed = any("disputed" in line.refined for line in citing) or any(isinstance(line.content, Claim) for line in lines)
    if not cited and not disputed:
        return []
    read_already = {path.resolve() for path in paths}
    folders = dict.fromkeys(path.parent for path in paths)
    beside = [path for folder in folders for path in _notes_in(folder) if path.resolve() not in read_already and path.stem not in stems]
    return [note for note, _ in map(_parse, beside) if note]
