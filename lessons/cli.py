"""The command line: ``lessons lab | new | draft | check | cards | items | export | results``.

Errors go to standard error, one a line, with exit status 1; a wrong use has exit status 2.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
import webbrowser
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from .deck import Deck
from .errors import LessonsError
from .facts import KINDS
from .results_cli import results

START = "notebooks/00-start-here.ipynb"

_seeds = click.argument("seeds", required=False, type=click.Path(path_type=Path))
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
_lesson = click.option("--lesson", metavar="NAME", help="Only this lesson.")


class _Commands(click.Group):
    """Turns the package's own errors into lines on standard error."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except LessonsError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)
        except OSError as error:
            if error.errno == errno.EPIPE:  # `lessons items | head`: click closes quietly
                raise
            click.echo(f"{error.filename or 'output'}: {error.strerror}; name another place", err=True)
            ctx.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="lessons")
def main() -> None:
    """Readings in, source-cited fact cards and quizzes out.

    SEEDS is a folder of seed notes, or one note; without it the folder seeds/ here is taken, and where there is none, the notes that come
    with the package.
    """


@main.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def lab(folder: Path, options: tuple[str, ...]) -> None:
    """Open JupyterLab on the start page.

    FOLDER holds notebooks/ and seeds/ (default: here); `lessons new FOLDER` makes one. What stands behind "--" goes to JupyterLab, e.g.
    `lessons lab . -- --port=8890`.
    """
    if not (folder / START).is_file():
        raise LessonsError(f"there is no {START} in {folder}; make a working folder with 'lessons new DIR', then 'lessons lab DIR'")
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder.resolve()}",
        f"--LabApp.default_url=/lab/tree/{START}",
        *_ways_in(),
        *options,
    ]
    if os.name == "posix":
        # In place of this process, so that whatever ends it ends JupyterLab, and no server is left behind.
        sys.stdout.flush()
        os.execv(sys.executable, command)
    sys.exit(subprocess.run(command, check=False).returncode)


def _ways_in() -> list[str]:
    """What JupyterLab must be told where it runs as root or has no browser; says how to get in then."""
    options = []
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")  # JupyterLab refuses to run as root otherwise, as in most containers
    try:
        webbrowser.get()
    except webbrowser.Error:
        options.append("--no-browser")
        click.echo("There is no browser here. Open one of the addresses that JupyterLab prints below (http://127.0.0.1:…).", err=True)
        click.echo("From another machine: ssh -L 8888:127.0.0.1:8888 HOST, or publish the port: lessons lab . -- --ip=0.0.0.0", err=True)
    return options


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a working folder: the notebooks and the seed notes, yours to change."""
    from .folder import shipped

    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise LessonsError(f"{folder} is there already and not empty; name a folder that is not")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Written beside its place and then moved, so that nothing half-written is left behind.
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".lessons-") as draft:
            for name in ("notebooks", "seeds"):
                shutil.copytree(shipped(name), Path(draft, "folder", name), ignore=shutil.ignore_patterns(".*", "__pycache__"))
            folder.mkdir(exist_ok=True)
            for part in Path(draft, "folder").iterdir():
                part.rename(folder / part.name)
    except OSError as error:
        raise LessonsError(f"{folder} cannot be written ({error.strerror}); name another folder") from error
    click.echo(f"{folder} holds notebooks/ and seeds/. Open it with: lessons lab {folder}")


@main.command()
@_seeds
@click.option("--all", "every", is_flag=True, help="List the items, too, that are not asked because of a flaw.")
@click.option("--strict", is_flag=True, help="End with exit status 1 where a note's own words have a flaw.")
@click.option("--seed", default=1, show_default=True, metavar="N", help="Draws the distractors that are looked at.")
def check(seeds: Path | None, every: bool, strict: bool, seed: int) -> None:
    """Read the notes; print what they hold, or everything that is wrong with them.

    Item-writing flaws are listed by the line to change: those in the notes' own stems (Q) and distractors (not). Items that the package
    writes are left out where they would have a flaw; --all lists these, too.
    """
    from .findings import findings

    deck = _deck(seeds, None)
    kinds = [kind for kind in KINDS.values() if any(fact.kind == kind for fact in deck.facts)]
    rows = [(note.stem, Counter(fact.kind for fact in deck.facts if fact.note == note.stem)) for note in deck.notes]
    rows.append(("all", Counter(fact.kind for fact in deck.facts)))
    width = max(len(name) for name, _ in rows)
    _print("  ".join([f"{'note':{width}}", *(f"{kind:>9}" for kind in kinds), f"{'facts':>9}"]))
    for name, counts in rows:
        _print("  ".join([f"{name:{width}}", *(f"{counts[kind]:>9}" for kind in kinds), f"{counts.total():>9}"]))
    found = findings(deck, seed=seed)
    by_hand = [finding for finding in found if finding.by_hand]
    for finding in found if every else by_hand:
        _print(str(finding.problem))
    items = len(deck.items(seed=seed))
    waiting = sum(len(note.doubtful) for note in deck.notes)
    if waiting:
        _print(f"{_count(waiting, 'line')} with a question mark, not asked: correct each, then take its mark away")
    _print(f"{_count(len(deck.notes), 'note')}, {_count(len(deck.lessons), 'lesson')}, {_count(items, 'item')}, no problems")
    flaws = f"{_count(len(by_hand), 'item-writing flaw')} in the notes' own words"
    left = len({finding.problem.text for finding in found if not finding.by_hand})
    _print(f"{flaws}; {left} in items that are left out" + ("" if every or not left else " (lessons check --all lists them)"))
    if strict and by_hand:
        sys.exit(1)


@main.command("draft")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path, exists=True))
@click.option("--published", metavar="DATE", help="When it was published, where the page does not say (2021-10-18, 2021-10).")
@click.option("-o", "--output", "folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False), help="Write a file for each.")
@click.option("--again", is_flag=True, help="With -o: draft those anew that are in DIR already.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes that work at once (default: one a processor).")
@click.option("--dask", "address", metavar="ADDRESS", help="Work on the Dask cluster at tcp://HOST:PORT instead.")
@_json
def drafting(
    files: tuple[Path, ...], published: str | None, folder: Path | None, again: bool, jobs: int | None, address: str | None, as_json: bool
) -> None:
    """Draft seed notes from articles: text, HTML, Word or PDF; a FILE may be a folder of them.

    A draft proposes: correct it by hand, or in notebooks/08-your-own-reading.ipynb. With -o what is in DIR already is left as it is, so a
    run that was broken off goes on where it was.
    """
    from .drafting import many

    date = _edtf(published)
    paths = many.articles(files)
    places = many.places(paths, folder, ".json" if as_json else ".md") if folder else {}
    there = [path for path in paths if not again and path in places and places[path].exists()]
    todo = [path for path in paths if path not in set(there)]
    errors, printed = 0, []
    with _workers(len(todo), jobs, address) as executor, _bar(len(todo), bool(folder)) as bar:
        for outcome in many.drafted(todo, published=date, as_json=as_json, executor=executor):
            bar.update(1)
            if outcome.error:
                errors += 1
                click.echo(outcome.error, err=True)
            elif folder:
                many.keep(outcome.written + "\n" * as_json, places[outcome.path])
            else:
                printed.append(outcome.written)
    if folder:
        left = f"; {len(there)} there already (--again drafts them anew)" if there else ""
        click.echo(f"{folder}: {_count(len(todo) - errors, 'draft')}{left}{f'; {errors} not read' if errors else ''}")
    elif as_json:
        _print(printed[0] if len(paths) == 1 and printed else f"[{','.join(printed)}]")
    else:
        click.echo("\n".join(printed).encode("utf-8", "replace"), nl=False)
    if errors:
        sys.exit(1)


def _edtf(published: str | None) -> str | None:
    from . import dates

    try:
        return dates.parse(published).edtf if published else None
    except LessonsError as error:
        raise LessonsError(f"--published: {error}") from None


@contextmanager
def _workers(n: int, jobs: int | None, address: str | None) -> Iterator[Executor | None]:
    """What does the work on n articles: a cluster, some processes, or, for a few, nothing but this process."""
    from .drafting import many

    if address:
        with many.cluster(address) as executor:
            yield executor
        return
    jobs = min(jobs or os.cpu_count() or 1, n)
    if jobs < 2:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        yield pool


def _bar(n: int, is_shown: bool) -> Any:
    return click.progressbar(length=n, label="Drafting", file=sys.stderr, hidden=not (is_shown and sys.stderr.isatty()))


@main.command()
@_seeds
@_lesson
@_json
def cards(seeds: Path | None, lesson: str | None, as_json: bool) -> None:
    """Print a card for every fact."""
    from .cards import to_json

    found = _deck(seeds, lesson).cards()
    if as_json:
        _print_json([to_json(card) for card in found])
    else:
        for card in found:
            back = card.back.replace("\n", "\n    ")
            _print(f"{card.front}\n    {back}\n    [{card.fact.note}:{card.fact.line}]\n")


@main.command()
@_seeds
@_lesson
@click.option("--seed", default=1, show_default=True, metavar="N", help="Draws distractors and the order of options.")
@_json
def items(seeds: Path | None, lesson: str | None, seed: int, as_json: bool) -> None:
    """Print every quiz item that the notes give."""
    from .items import text, to_json

    found = _deck(seeds, lesson).items(seed=seed)
    if as_json:
        _print_json([to_json(item) for item in found])
    else:
        for item in found:
            _print(f"{text(item)}\n")


main.add_command(results)


@main.group("export")
def exporting() -> None:
    """Write the notes' cards and items for another place."""


@exporting.command()
@_seeds
@click.option("-o", "--output", "path", required=True, metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Where to.")
@_lesson
@click.option("--title", default="", metavar="TEXT", help="Of the page; the lessons' names without it.")
@click.option("-n", "n", default=10, show_default=True, type=click.IntRange(1, 100), help="Items of a quiz; papers have twice as many.")
@click.option("--seed", default=1, show_default=True, metavar="N", help="Draws quizzes and distractors.")
def page(seeds: Path | None, path: Path, lesson: str | None, title: str, n: int, seed: int) -> None:
    """Write one HTML file with cards, quizzes and papers, for a phone or a laptop, that works without a network.

    The keys are in the file. What a learner does is kept in the browser.
    """
    from .exports import export

    written = export(_deck(seeds, lesson), path, title=title, n=n, seed=seed)
    click.echo(f"{written}: {written.stat().st_size / 1000:.0f} kB; open it in a browser, or send it to a phone")


def _deck(seeds: Path | None, lesson: str | None) -> Deck:
    from .folder import read

    here = Path("seeds")
    deck = read(seeds or (here if here.is_dir() else None))
    return deck if lesson is None else deck.only(lesson=lesson)


def _print_json(value: Any) -> None:
    _print(json.dumps(value, ensure_ascii=False, indent=1))


def _print(text: str) -> None:
    """UTF-8 whatever the terminal's encoding: the same bytes everywhere."""
    click.echo((text + "\n").encode("utf-8", "replace"), nl=False)


def _count(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"
