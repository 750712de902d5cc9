"""A clock for tests: it goes on by a second whenever it is looked at."""

from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at
