"""Seed notes from files: the edge between the deck and the disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .deck import Deck, assemble, check
from .errors import NotesError, Problem
from .notes import MAX_BYTES, Note, parse

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
            found = sorted(path.glob("*.md"))
            if not found:
                raise NotesError([Problem(file=path.as_posix(), line=0, text="no notes (*.md) in this folder; name one that holds some")])
            return found
        return [path]
    paths = [Path(one) for one in given]
    if not paths:
        raise NotesError([Problem(file="-", line=0, text="no files were named; name a folder or notes (*.md)")])
    return paths


def _parse(path: Path) -> tuple[Note | None, list[Problem]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            # Not read at all: a wrong name must not fill the memory.
            return None, [Problem(file=path.as_posix(), line=1, text=f"more than {MAX_BYTES // 10**6} MB; split it into smaller notes")]
        data = path.read_bytes()
    except OSError as error:
        return None, [Problem(file=path.as_posix(), line=0, text=f"cannot be read ({error.strerror}); name a folder or a note (*.md)")]
    return parse(data, path.as_posix(), path.stem)


def _siblings(notes: list[Note], paths: list[Path]) -> list[Note]:
    """The notes beside those that were named, as far as these point to them: a note is understood when it is read alone, too."""
    read_already = {path.resolve() for path in paths}
    folders = dict.fromkeys(path.parent for path in paths)
    if all(path.resolve() in read_already for folder in folders for path in folder.glob("*.md")):
        return []
    found = [_parse(path)[0] for folder in folders for path in sorted(folder.glob("*.md")) if path.resolve() not in read_already]
    named = {note.stem for note in notes}
    return [note for note in found if note and note.stem not in named]
