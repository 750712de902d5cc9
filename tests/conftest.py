"""What tests measure and a reader should see: printed once, after the tests."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

# What tests answer is no learner's history: it goes to a file of this run, in the kernels of notebooks too.
_kept = tempfile.TemporaryDirectory(prefix="lessons-tests-", ignore_cleanup_errors=True)
os.environ["LESSONS_DB"] = str(Path(_kept.name, "lessons.db"))

_tables: dict[str, list[str]] = {}


@pytest.fixture
def told() -> Callable[[str, list[str]], None]:
    """Print a table, by its title, at the end of the run."""

    def tell(title: str, rows: list[str]) -> None:
        _tables[title] = rows

    return tell


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for title, rows in _tables.items():
        terminalreporter.write_sep("-", title)
        for row in rows:
            terminalreporter.write_line(row)
