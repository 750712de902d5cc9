"""The package as it is installed: what a plain `pip install` puts on a machine."""

import subprocess
import sys
from importlib.metadata import entry_points, metadata
from pathlib import Path

import lessons

ROOT = Path(__file__).parent.parent


def installed(*args: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run the installed command, not the one in this folder: isolated mode sees neither."""
    command = [sys.executable, "-I", "-c", "from lessons.cli import main; main()", *args]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_installed_package_carries_seeds_and_notebooks(tmp_path: Path) -> None:
    """After a plain install, `lessons new` gives a working folder of the same notes and notebooks, away from any clone."""
    made = installed("new", "work", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    for name in ("seeds", "notebooks"):
        shipped = {path.name: path.read_bytes() for path in (ROOT / name).iterdir() if path.is_file()}
        assert {path.name: path.read_bytes() for path in (tmp_path / "work" / name).iterdir()} == shipped
    checked = installed("check", cwd=tmp_path / "work")
    assert "no problems\n" in checked.stdout


def test_the_installed_front_end(tmp_path: Path) -> None:
    """The widgets' JavaScript and CSS are installed with the code."""
    code = "from lessons.widgets import Quiz; print(len(Quiz.front_end.module) > 10_000, len(Quiz.front_end.styles) > 1_000)"
    ran = subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout == "True True\n"


def test_names_and_version() -> None:
    """Distribution and import name are `lessons`, the command too, and the versions agree."""
    about = metadata("lessons")
    assert (about["Name"], about["Version"]) == ("lessons", lessons.__version__)
    assert about["License-Expression"] == "MIT"
    assert [entry.value for entry in entry_points(group="console_scripts", name="lessons")] == ["lessons.cli:main"]


def test_nothing_else_at_the_top_level() -> None:
    """The top level holds what the design card names, and dotfiles."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    top = {name.split("/")[0] for name in names if name and not name.startswith(".")}
    assert top <= {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "lessons", "notebooks", "seeds", "tests"}
