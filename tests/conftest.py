"""What tests measure and a reader should see: printed once, after the tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
