"""Many articles at once: in this process, in several, or on a cluster, through the interface of ``concurrent.futures``.

Whatever does the work, the results are the same and come in the order of the articles; one that cannot be read is named, the rest is done.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import LessonsError
from . import draft
from .files import ENDINGS, ArticleError, text_of

_AHEAD = 64
"""Articles that are read and handed out before the first of them is done: a folder need not fit into memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an article: `written` is the note, or the draft as JSON; empty where `error` says why there is none."""

    path: Path
    written: str = ""
    error: str = ""


def articles(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that are meant: each that is named, and the articles of each folder by name, the folders in it left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.is_file() and one.suffix.lower() in ENDINGS and one.name[0] != ".")
            if not inside:
                raise LessonsError(f"{path}: there is no article in it; put files ending in {', '.join(ENDINGS)} there")
            found += inside
        else:
            found.append(path)
    return tuple(dict.fromkeys(found))


def drafted(
    paths: Sequence[Path], *, published: str | None = None, as_json: bool = False, executor: Executor | None = None
) -> Iterator[Outcome]:
    """Draft articles, in their order.

    Args:
        paths: files.
        published: EDTF, for all of them, where it is known better than the pages say.
        as_json: give drafts as JSON, not as notes.
        executor: does the work; without one it is done here.
    """
    waiting: deque[tuple[Path, Callable[[], tuple[str, str]]]] = deque()
    for path in paths:
        waiting.append((path, _begun(path, published, as_json, executor)))
        while len(waiting) > (_AHEAD if executor else 0):
            yield _outcome(*waiting.popleft())
    while waiting:
        yield _outcome(*waiting.popleft())


def _begun(path: Path, published: str | None, as_json: bool, executor: Executor | None) -> Callable[[], tuple[str, str]]:
    """Begin with an article; what it gives waits until the article is done."""
    try:
        work = (path.read_bytes(), str(path), published, as_json)
    except OSError as error:
        told = f"{path}: {error.strerror or error}; name another file"
        return lambda: ("", told)
    if executor:
        return executor.submit(one, *work).result
    done = one(*work)
    return lambda: done


def one(data: bytes, name: str, published: str | None, as_json: bool) -> tuple[str, str]:
    """Draft one article: what is to be written, and what went wrong; one of them is empty. It runs wherever the executor runs it."""
    try:
        found = draft(text_of(data, name), published)
    except ArticleError as error:
        return "", str(error)
    return json.dumps(found.to_json(), ensure_ascii=False, indent=1) if as_json else found.note(), ""


def _outcome(path: Path, result: Callable[[], tuple[str, str]]) -> Outcome:
    try:
        written, error = result()
    except BrokenExecutor as broken:
        written, error = "", f"{path}: the process that read it died ({broken}); draft it alone, with --jobs 1"
    except Exception as failed:  # noqa: BLE001  # whatever a worker on another machine raises is said of its article
        written, error = "", f"{path}: it could not be drafted ({type(failed).__name__}: {failed})"
    return Outcome(path=path, written=written, error=error)


def places(paths: Sequence[Path], folder: Path, ending: str) -> dict[Path, Path]:
    """Where in a folder the draft of each article goes: by its name; with its ending and a number where two would have one name."""
    taken: set[str] = set()
    found = {}
    for path in paths:
        names = [path.stem, f"{path.stem}-{path.suffix[1:]}", *(f"{path.stem}-{n}" for n in range(2, len(paths) + 2))]
        name = next(one for one in names if one.lower() not in taken)
        taken.add(name.lower())
        found[path] = folder / f"{name}{ending}"
    return found


def keep(text: str, place: Path) -> None:
    """Write a file whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("wb", dir=place.parent, prefix=".", suffix=".part", delete=False) as part:
        try:
            part.write(text.encode("utf-8", "replace"))
            part.flush()
            os.fsync(part.fileno())
        except BaseException:
            part.close()
            Path(part.name).unlink(missing_ok=True)
            raise
    Path(part.name).replace(place)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of a Dask cluster, as an executor of ``concurrent.futures``; afterwards the connection is closed.

    Raises:
        LessonsError: where the extra is missing, or nobody answers at the address.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise LessonsError(f"--dask needs {error.name}; install it with: pip install 'lessons[dask]'") from None
    try:
        client = Client(address, timeout=10)  # type: ignore[no-untyped-call]  # Dask has no types
    except (OSError, ValueError, TimeoutError) as error:
        raise LessonsError(f"no Dask scheduler answers at {address!r} ({type(error).__name__}); write e.g. tcp://127.0.0.1:8786") from None
    with client:
        executor: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]  # Dask has no types
        yield executor
