"""Every example in README runs, and shows what it says."""

import doctest
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from lessons.cli import main
from lessons.lines import EXAMPLES, SECTIONS
from lessons.notes import parse

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_python(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The Python examples run, one after the other, in a folder with the notes; the page that they write is there."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    names: dict = {}
    assert blocks("python")
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), names)
    assert (tmp_path / "quiz.html").stat().st_size < 300_000


def test_sessions(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python sessions print what README says."""
    monkeypatch.chdir(ROOT)
    for block in blocks("pycon"):
        test = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
        assert doctest.DocTestRunner().run(test).failed == 0


def test_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of the package print what README says."""
    monkeypatch.chdir(ROOT)
    shown = 0
    for block in blocks("console"):
        for command, output in re.findall(r"^\$ (lessons .*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            result = CliRunner().invoke(main, shlex.split(command)[1:])
            assert result.exit_code == 0
            assert result.output == output
            shown += 1
    assert shown


def test_the_note_is_a_note() -> None:
    """The note that README shows is read without a problem, and shows every section."""
    (text,) = blocks("markdown")
    note, problems = parse(
        re.sub(r"\s+# .*", "", text.split("---\n")[1]).join(["---\n", "\n---\n" + text.split("---\n", 2)[2]]).encode(), "r.md", "r"
    )
    assert not problems
    assert note is not None
    assert {type(line.content).__name__ for line in note.lines} == {
        "Event", "Person", "Number", "Term", "Quotation", "Point", "Reason", "Claim", "Gap",
    }  # fmt: skip


def test_every_section_and_refinement_is_documented() -> None:
    """README names each section and each refinement, and each section has an example that reads."""
    for name in SECTIONS:
        assert f"\n| {name}" in README
        heading = f"{name}: x" if SECTIONS[name].named else name
        _, problems = parse(f"---\ntitle: T\npublished: 2021\n---\n# L\n## {heading}\n{EXAMPLES[name]}".encode(), "a.md", "a")
        assert not problems, (name, problems)
    for name in ("Q", "not", "why", "since", "erratum", "as of", "also", "disputed"):
        assert f"| `{name}:` |" in README


def test_the_test_command_is_what_ci_runs() -> None:
    """CI calls README's test command to the letter."""
    command = "pip install '.[test]' && pytest"
    assert f"$ {command}\n" in README
    assert f"\n{command}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
