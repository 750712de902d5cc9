"""The command line, as a user runs it."""

import json
import os
import subprocess
import sys
import webbrowser
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import lessons
from lessons.cli import main
from lessons.folder import shipped

ROOT = Path(__file__).parent.parent


def run(*args: str) -> "tuple[int, str, str]":
    result = CliRunner().invoke(main, args)
    return result.exit_code, result.stdout, result.stderr


def test_check_counts(tmp_path: Path) -> None:
    """`check` counts facts by note and kind, and says that there are no problems."""
    code, out, _ = run("check", str(shipped("seeds")))
    assert code == 0
    head, *rows, last, flaws = out.strip().split("\n")
    assert head.split()[0] == "note"
    assert len(rows) == 5
    numbers = [[int(n) for n in row.split()[1:]] for row in rows]
    assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]
    assert all(sum(row[:-1]) == row[-1] for row in numbers)
    items = len(lessons.read().items())
    assert last == f"4 notes, 3 lessons, {items} items, no problems"
    assert flaws.startswith("0 item-writing flaws in the notes' own words; ")


FLAWED = ROOT / "tests" / "cases" / "flawed_note.md"


def test_check_lists_flaws_by_the_line_to_change() -> None:
    """A flaw in a note's own stem or distractors is listed by its line, with its rule, why it matters and what to change."""
    note = FLAWED
    code, out, _ = run("check", str(note))
    assert code == 0
    found = [line for line in out.splitlines() if line.startswith(str(note))]
    assert [line.removeprefix(f"{note}:").split(": ")[:2] for line in found] == [["8", "negative_stem"], ["9", "absolute_terms"]]
    assert all(line.count("; ") == 2 for line in found)
    assert "2 item-writing flaws in the notes' own words" in out
    assert run("check", "--strict", str(note))[0] == 1
    assert run("check", "--strict", str(shipped("seeds")))[0] == 0


def test_check_lists_items_that_are_left_out() -> None:
    """With `--all` the items are listed, too, that would have a flaw and are not asked."""
    out = run("check", "--all", str(shipped("seeds")))[1]
    left = [line for line in out.splitlines() if ".md:" in line]
    assert left
    assert f"; {len(set(left))} in items that are left out" in out


def test_check_says_every_problem(tmp_path: Path) -> None:
    """`check` prints each problem on a line of standard error and ends with status 1."""
    (tmp_path / "a.md").write_text("---\ntitle: T\npublished: 2021\n---\n# L\n## Dates\n- 31 June 2021: It rained.\n- 3 May: It.\n- x\n")
    (tmp_path / "b.md").write_text("no front matter")
    code, out, err = run("check", str(tmp_path))
    assert (code, out) == (1, "")
    assert len(err.strip().split("\n")) == 4
    assert f"{(tmp_path / 'a.md').as_posix()}:7: '31 June 2021' is no date" in err


@pytest.mark.parametrize("args", [["check", "not-here"], ["cards", "--lesson", "No such"], ["lab", "."], ["new", "."]])
def test_errors_are_one_line(args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong is said in one line on standard error, with status 1 and no traceback."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").touch()
    code, out, err = run(*args)
    assert (code, out, err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("args", [["chek"], ["items", "--seed", "x"], ["new"], ["check", "--nothing"]])
def test_wrong_use_is_status_2(args: list[str]) -> None:
    """A wrong command or option is said with status 2."""
    assert run(*args)[0] == 2


@pytest.mark.parametrize("command", ["", "lab", "new", "check", "cards", "items"])
def test_help(command: str) -> None:
    """Every command has a help that begins with its use."""
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert out.startswith(f"Usage: main {command}".strip())


def test_json_of_one_lesson() -> None:
    """`--lesson` keeps to one lesson, and `--seed` draws other distractors for the same items, and other facts to put together."""
    found = json.loads(run("items", "--lesson", "article 5", "--json")[1])
    assert {item["lesson"] for item in found} == {"Article 5"}
    other = json.loads(run("items", "--lesson", "article 5", "--seed", "2", "--json")[1])
    alone = [[item["id"] for item in items if len(item["facts"]) == 1] for items in (found, other)]
    assert alone[0] == alone[1]
    assert other != found
    cards = json.loads(run("cards", "--lesson", "Article 5", "--json")[1])
    assert {fact for item in found for fact in item["facts"]} <= {fact for card in cards for fact in card["facts"]}


def test_plain_text() -> None:
    """Without --json, cards and items are printed to be read."""
    assert "When did NATO first invoke Article 5?\n" in run("cards")[1]
    assert "\n    * 12 September 2001\n" in run("items")[1]


@pytest.mark.parametrize("args", [["check"], ["cards", "--json"], ["items", "--json", "--seed", "7"], ["items"]])
def test_same_bytes_in_every_process(args: list[str]) -> None:
    """The same seeds and seed number give the same bytes, whatever the process's hash seed, locale or folder."""
    seen = set()
    for hash_seed, locale in (("1", "C"), ("2", "C.UTF-8")):
        env = dict(os.environ, PYTHONHASHSEED=hash_seed, LC_ALL=locale, PYTHONPATH=str(ROOT))
        code = "from lessons.cli import main; main()"
        command = [sys.executable, "-c", code, args[0], str(shipped("seeds")), *args[1:]]
        seen.add(subprocess.run(command, env=env, capture_output=True, check=True).stdout)
    assert len(seen) == 1
    assert len(seen.pop()) > 200


def test_new_makes_a_working_folder(tmp_path: Path) -> None:
    """`new` copies notebooks and seeds, whole, and never over what is there."""
    folder = tmp_path / "a b" / "work"
    assert run("new", str(folder))[0] == 0
    assert sorted(path.name for path in folder.iterdir()) == ["notebooks", "seeds"]
    assert {path.name for path in (folder / "seeds").iterdir()} == {path.name for path in shipped("seeds").glob("*.md")}
    assert (folder / "notebooks" / "00-start-here.ipynb").read_bytes() == (shipped("notebooks") / "00-start-here.ipynb").read_bytes()
    assert run("check", str(folder / "seeds"))[0] == 0
    assert run("new", str(folder))[0] == 1
    assert [path.name for path in (tmp_path / "a b").iterdir()] == ["work"]


@pytest.mark.parametrize("args", [["check", "a" * 300], ["new", "a" * 300], ["check", "/dev/null/x"], ["lab", "/dev/null"]])
def test_impossible_paths_are_one_line(args: list[str]) -> None:
    """A path that the system refuses is said in one line, not in a traceback."""
    code, _, err = run(*args)
    assert code in (1, 2)
    assert "Traceback" not in err
    assert code == 2 or err.count("\n") == 1


def test_lab_says_how_to_get_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """As root JupyterLab is allowed to start; without a browser it starts all the same, and is told of the addresses to open."""
    ran: list[list[str]] = []

    def no_browser() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr("lessons.cli.webbrowser.get", no_browser)
    monkeypatch.setattr("lessons.cli.os.geteuid", lambda: 0, raising=False)
    monkeypatch.setattr("lessons.cli.os.execv", lambda _, command: ran.append(command))
    monkeypatch.setattr("lessons.cli.subprocess.run", lambda command, check: ran.append(command) or SimpleNamespace(returncode=0))
    code, _, err = run("lab", str(ROOT), "--", "--port=8890")
    assert code == 0
    assert {"--allow-root", "--no-browser", "--port=8890", "--LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb"} <= set(ran[0])
    assert "http://127.0.0.1" in err


def test_new_takes_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder is filled; a file in the way is not touched."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert run("new", ".")[0] == 0
    assert sorted(path.name for path in Path().iterdir()) == ["notebooks", "seeds"]
    (tmp_path / "file").write_text("mine")
    assert run("new", str(tmp_path / "file"))[0] == 1
    assert (tmp_path / "file").read_text() == "mine"
