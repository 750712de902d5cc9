"""``lessons results``: a history is shown, taken out, taken in on another machine, and forgotten, by one command each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import lessons
from lessons.attempts import Attempt
from lessons.cli import main
from lessons.store import _OPEN, open_store
from lessons.store.lines import to_line

FACT = lessons.read().facts[0]
NOW = datetime.now(UTC)
Run = Callable[..., Result]


def attempt(n: int = 0, **changes: object) -> Attempt:
    given: dict[str, object] = {"learner": "me", "item": f"item-{n}", "facts": (FACT.id,), "at": NOW - timedelta(hours=1 + n)} | changes
    return Attempt(
        response="a",
        marks=Fraction(0),
        out_of=Fraction(1),
        verdict="wrong",
        rating=1,
        mode="practice",
        sitting="s",
        seconds=60,
        day=f"{NOW:%Y-%m-%d}",
        **given,  # type: ignore[arg-type]
    )


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """The command, with a history of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LESSONS_DB", str(tmp_path / "one.db"))
    yield lambda *words, **more: CliRunner().invoke(main, ["results", *words], **more)
    for store in list(_OPEN.values()):
        store.close()


def test_nothing_yet_is_said_kindly(run: Run) -> None:
    """Before the first response."""
    done = run()
    assert (done.exit_code, done.output) == (
        0,
        "Nothing was answered yet. Take a quiz or turn some cards: what you do is kept, and shown here.\n",
    )


def test_figures_as_text_and_as_json(run: Run) -> None:
    """What was missed most stands there with its source."""
    open_store().record([attempt(n) for n in range(3)])
    assert "3 of 3" in run().output
    told = json.loads(run("--json").output)
    assert (told["answered"], told["right"], told["met"]) == (3, 0, 1)


def test_a_history_is_taken_to_another_machine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Out of one database, into another; a second time nothing is taken in twice; the figures are the same."""
    open_store().record([attempt(n) for n in range(5)])
    assert run("export", "-o", "h.jsonl").output == "h.jsonl: 5 attempts\n"
    told = run("--json").output
    monkeypatch.setenv("LESSONS_DB", "two.db")
    assert run("import", "h.jsonl").output == "5 attempts taken in, 0 there already, 0 wrong\n"
    assert run("import", "h.jsonl").output == "0 attempts taken in, 5 there already, 0 wrong\n"
    assert run("--json").output == told


def test_wrong_lines_are_named_and_the_others_taken(run: Run) -> None:
    """Broken, in the future, another learner's with quotes and semicolons: each by its line, exit status 1; items unknown are kept."""
    other = "Robert'); DROP TABLE lessons_attempts;--"
    lines = [
        to_line(attempt(0)),
        "{broken",
        to_line(attempt(1, at=NOW + timedelta(days=2))),
        to_line(attempt(2, learner=other)),
        to_line(attempt(3, item="gone", facts=("unknown",))),
    ]
    Path("h.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("import", "h.jsonl")
    assert done.exit_code == 1
    said = done.stderr.splitlines()
    assert [line.split(": ")[0] for line in said] == ["h.jsonl:2", "h.jsonl:3", "h.jsonl:4", "h.jsonl:5"]
    wanted = ["is no JSON", "in the future", "is of the learner", "kept as history"]
    assert all(words in line for words, line in zip(wanted, said, strict=True))
    assert done.stdout == "2 attempts taken in, 0 there already, 3 wrong\n"
    assert open_store().learners() == ["me"]
    assert run("import", "h.jsonl", "--everyone").exit_code == 1
    assert open_store().learners() == sorted(["me", other])


@pytest.mark.parametrize(("content", "words"), [(None, "No such file"), (b"\xff\xfe\x00", "no UTF-8 text from byte 0 on")])
def test_files_that_cannot_be_read_are_named(run: Run, content: bytes | None, words: str) -> None:
    """Nothing is changed."""
    if content:
        Path("h.jsonl").write_bytes(content)
    done = run("import", "h.jsonl")
    assert done.exit_code == 1
    assert words in done.stderr


def test_forgetting_asks_first(run: Run) -> None:
    """Everything of a learner is deleted by one command, and of nobody else."""
    open_store().record([attempt(), attempt(1, learner="Eve")])
    assert run("forget", input="n\n").exit_code == 1
    assert len(open_store().attempts("me")) == 1
    assert run("forget", "--yes").output == "1 attempt of 'me' deleted\n"
    assert open_store().learners() == ["Eve"]


def test_where_it_is_and_whether_it_is_sound(run: Run, tmp_path: Path) -> None:
    """The place, the learners, and the database's own word."""
    open_store().record([attempt()])
    assert run("check").output.splitlines() == [str(tmp_path / "one.db"), "me: 1 attempt", "sound"]


def test_a_history_that_is_switched_off_is_one_clear_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With LESSONS_DB=off there is nothing to tell."""
    monkeypatch.setenv("LESSONS_DB", "off")
    done = run()
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "LESSONS_DB is off" in done.stderr
