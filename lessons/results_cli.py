"""``lessons results``: how a learner stands, and her history taken out, taken in and forgotten."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from .errors import LessonsError

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(invoke_without_command=True)
@click.option("--seeds", type=click.Path(path_type=Path), help="A folder of seed notes, or one note.")
@click.option("--learner", metavar="NAME", help="Whose; without it LESSONS_LEARNER, else 'me'.")
@click.option("--db", "where", metavar="PLACE", help="A path or an address; without it LESSONS_DB, else the user's data folder.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
@click.pass_context
def results(ctx: click.Context, seeds: Path | None, learner: str | None, where: str | None, as_json: bool) -> None:
    """Print what is known and what was missed; take a history out, in, or away.

    The history is the same that the notebooks write.
    """
    from .store import learner_name

    ctx.obj = {"seeds": seeds, "learner": learner_name(learner), "where": where}
    if ctx.invoked_subcommand is None:
        _print_figures(ctx.obj, as_json)


def _print_figures(asked: dict[str, Any], as_json: bool) -> None:
    from .folder import read
    from .history import standing
    from .results import text, to_json

    progress = standing(read(asked["seeds"]), _store(asked), asked["learner"], now=datetime.now(UTC))
    click.echo(json.dumps(to_json(progress), ensure_ascii=False, indent=2) if as_json else text(progress))


@results.command("export")
@click.option("-o", "--output", "path", required=True, metavar="FILE", type=_FILE, help="Where to, e.g. history.jsonl.")
@click.option("--everyone", is_flag=True, help="Every learner's attempts.")
@click.pass_obj
def exporting(asked: dict[str, Any], path: Path, everyone: bool) -> None:
    """Write the attempts as JSON lines, one attempt a line."""
    from .exports import write
    from .store.lines import to_line

    store = _store(asked)
    names = store.learners() if everyone else [asked["learner"]]
    lines = [to_line(one) for name in names for one in store.attempts(name)]
    write(path, "".join(f"{line}\n" for line in lines).encode())
    click.echo(f"{path}: {_count(len(lines), 'attempt')}")


@results.command("import")
@click.argument("path", metavar="FILE", type=_FILE)
@click.option("--everyone", is_flag=True, help="Take other learners' attempts, too.")
@click.pass_obj
def importing(asked: dict[str, Any], path: Path, everyone: bool) -> None:
    """Take in attempts that were written by export.

    Lines that are wrong are named and left out; the others are taken, none twice. Exit status 1 where any was wrong.
    """
    from .folder import read
    from .store.lines import from_lines

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else f"no UTF-8 text from byte {error.start} on"
        raise LessonsError(f"{path} cannot be read ({said}); name a file that lessons results export wrote") from error
    deck = read(asked["seeds"])
    known = {fact.id for fact in deck.facts} | {one.id for one in deck.mains}
    learner = None if everyone else asked["learner"]
    taken = from_lines(text.split("\n"), now=datetime.now(UTC), learner=learner, known=known)
    new = _store(asked).record(taken.attempts)
    for number, said in sorted((*taken.problems, *taken.notices)):
        click.echo(f"{path}:{number}: {said}", err=True)
    click.echo(f"{_count(new, 'attempt')} taken in, {len(taken.attempts) - new} there already, {len(taken.problems)} wrong")
    if taken.problems:
        click.get_current_context().exit(1)


@results.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def forget(asked: dict[str, Any], yes: bool) -> None:
    """Delete everything that is kept of the learner."""
    store = _store(asked)
    if not yes:
        click.confirm(f"Delete everything of {asked['learner']!r} in {store.where}? It cannot be taken back", abort=True)
    click.echo(f"{_count(store.forget(asked['learner']), 'attempt')} of {asked['learner']!r} deleted")


@results.command()
@click.pass_obj
def check(asked: dict[str, Any]) -> None:
    """Say where the history is, whose there is, and whether the database is sound."""
    store = _store(asked)
    said = store.check()
    click.echo(store.where)
    for name in store.learners():
        click.echo(f"{name}: {_count(len(store.attempts(name)), 'attempt')}")
    if said != "ok":
        raise LessonsError(f"{store.where} is damaged ({said}); take out what can be read with lessons results export, then move it away")
    click.echo("sound")


def _store(asked: dict[str, Any]) -> Any:
    from .store import open_store

    store = open_store(asked["where"])
    if store.notice:
        click.echo(store.notice, err=True)
    return store


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}{'' if n == 1 else 's'}"
