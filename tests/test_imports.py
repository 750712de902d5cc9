"""What imports what: a light start, a pure core, edges that do not know each other."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "lessons"
HEAVY = {
    "pandas",
    "numpy",
    "sqlalchemy",
    "fsrs",
    "platformdirs",
    "altair",
    "ipywidgets",
    "anywidget",
    "traitlets",
    "IPython",
    "jupyterlab",
    "click",
}
READING = {"yaml", "markdown_it", "rapidfuzz"}
EDGES = {"cli", "charts", "drafting", "exports", "folder", "frames", "pages", "show", "widgets"}
EDGES |= {"history", "progress_page", "recording", "results_cli", "store"}
# An edge that serves another: the command line and the verbs call the edges that do the work.
MAY = {
    "cli": {"drafting", "exports", "folder", "results_cli"},
    "exports": {"widgets"},
    "history": {"store"},
    "progress_page": {"charts", "pages"},
    "recording": {"store"},
    "results_cli": {"exports", "folder", "history", "store"},
    "show": {"drafting", "history", "progress_page", "recording", "store", "widgets"},
    "widgets": {"drafting", "history", "recording", "store"},
}
# What is about time has records of times; `numpy` loads when the many are reckoned.
OF_TIME = {
    "attempts.py",
    "schedule.py",
    "planning.py",
    "today.py",
    "workload.py",
    "figures.py",
    "progress_records.py",
    "telling.py",
    "results.py",
}
RECKONS = {"schedule.py": {"fsrs", "numpy"}, "workload.py": {"numpy"}, "deck.py": {"pandas"}}  # pandas: the type of what to_frame gives


CLOCK = re.compile(r"\b(?:now|today|utcnow|monotonic|perf_counter|time_ns)\(\)")


def modules() -> dict[str, set[str]]:
    """Module → the modules of the package that it imports when it is loaded, by the first part of their name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).with_suffix("").parts
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = list(name[: len(name) - node.level]) + (node.module or "").split(".")
                parts = [part for part in base if part]
                imported |= {parts[0]} if parts else {alias.name for alias in node.names}
        found[".".join(part for part in name if part != "__init__")] = imported - {name[0]}
    return found


def outside(path: Path) -> set[str]:
    """The packages from elsewhere that a file imports, wherever in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return found | {
        node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module and not node.level
    }


@pytest.mark.parametrize(
    ("statement", "absent"),
    [("import lessons", HEAVY | READING), ("import lessons; lessons.read().items()", HEAVY), ("import lessons.cli", HEAVY - {"click"})],
)
def test_a_light_start(statement: str, absent: set[str]) -> None:
    """`import lessons` loads next to nothing; reading and writing items load no pandas and no widgets."""
    code = f"import sys; {statement}; print(*{{name.split('.')[0] for name in sys.modules}})"
    loaded = set(subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split())
    assert not loaded & absent


def test_the_core_knows_no_edge() -> None:
    """Core modules import no edge, and edges import each other only where one is there to call the other."""
    for name, imported in modules().items():
        room = name.split(".")[0]
        if not room:
            continue
        allowed = MAY.get(room, set()) | {room} if room in EDGES else set()
        if name == "deck":
            allowed = {"frames"}  # to_frame loads it when it is called
        assert not (imported & EDGES) - allowed, name


def test_the_core_is_pure() -> None:
    """Core modules open no file, ask no clock, and know neither Jupyter nor pandas."""
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") not in EDGES:
            known = outside(path) - RECKONS.get(path.name, set()) - ({"datetime"} if path.name in OF_TIME else set())
            assert not CLOCK.search(path.read_text(encoding="utf-8")), path
            assert not known & (HEAVY | {"os", "pathlib", "time", "datetime", "io", "subprocess"}), path


def test_verbs_share_no_name_with_a_module() -> None:
    """A public verb and a module never fight over a name."""
    import lessons

    names = {path.stem for path in PACKAGE.iterdir()}
    assert not names & set(lessons.__all__)
