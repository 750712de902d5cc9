"""A draft → a seed note: the lines that are proposed, and the note's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .records import Draft, Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A line that a draft proposes for a note.

    Attributes:
        section: "Dates", "People", "Numbers", "Terms", "Quotations" or "Points".
        heading: what the section's heading names; only points have one.
        text: the line as the note format has it, without bullet, ¶ and question mark ("12 May 2021: The talks opened.").
        paragraph: the ¶ that it cites.
        start, end: where in the article the fact stands.
        words: the words of the article that it was read from, for the comment.
        doubt: why a person must look before it counts; empty where it may stand.
    """

    section: str
    heading: str
    text: str
    paragraph: int
    start: int
    end: int
    words: str
    doubt: str = ""


def proposed(draft: Draft) -> tuple[Proposed, ...]:
    """The lines for a note; the same fact twice is one line."""
    return ()


def note(head: Head, lines: Sequence[Proposed], *, lesson: str = "", reading: Sequence[str] = ()) -> str:
    """The note's text."""
    return ""
