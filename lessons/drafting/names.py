"""The people of a page: who is meant by a surname."""

from __future__ import annotations

from dataclasses import dataclass, field

from .page import Page


@dataclass(frozen=True, slots=True)
class People:
    """Everyone whom a page names in full, by the parts of the name."""

    by_part: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def full(self, mention: str) -> str | None:
        """The full name that a mention stands for, honorifics left out; None where nobody or more than one is meant."""
        return None


def people(page: Page) -> People:
    """The people whom a page names."""
    return People()
