"""The errors of the package, one small tree.

::

    LessonsError
    ├── DateError     a text that is no date
    ├── NotesError    problems in seed notes: all of them, each with file and line
    ├── ArticleError  a file whose text cannot be read (in `drafting.files`)
    ├── EmptyError    a request that the notes hold nothing for
    ├── ScheduleError a rating or a plan that cannot be (in `schedule`)
    └── StoreError    a history that cannot be kept or read (in `store`)
"""

from __future__ import annotations

from dataclasses import dataclass


class LessonsError(Exception):
    """Whatever a user of the package can put right; its text says where, what came and what to write."""


class DateError(LessonsError, ValueError):
    """A text that is no date, or an impossible one such as 31 June."""


class EmptyError(LessonsError, ValueError):
    """The notes hold nothing of what was asked for."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Problem:
    """One thing to mend in a seed note.

    >>> print(Problem(file="seeds/x.md", line=14, text="'31 June 2021' is no date; write e.g. '30 June 2021'"))
    seeds/x.md:14: '31 June 2021' is no date; write e.g. '30 June 2021'
    """

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.text}"


class NotesError(LessonsError):
    """Everything that is wrong with the notes, in the order of files and lines.

    Attributes:
        problems: the problems, sorted; never empty.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
