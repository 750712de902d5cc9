"""Readings in, source-cited fact cards and quizzes out.

>>> import lessons
>>> deck = lessons.read()
>>> deck.cards()[0].fact.citations[0].source.publisher
'Geopolitical Monitor'

The verbs load what they need when they are first used; ``import lessons`` itself loads next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .charts import timeline as timeline
    from .deck import Deck as Deck
    from .drafting import Draft as Draft
    from .drafting import draft as draft
    from .errors import LessonsError as LessonsError
    from .errors import NotesError as NotesError
    from .exports import export as export
    from .folder import read as read
    from .pages import disagreements as disagreements
    from .pages import reading as reading
    from .pages import recap as recap
    from .pages import table as table
    from .show import desk as desk
    from .show import exam as exam
    from .show import flashcards as flashcards
    from .show import mains as mains
    from .show import mock_exam as mock_exam
    from .show import practice as practice
    from .show import progress as progress
    from .show import quiz as quiz
    from .show import review as review

_WHERE = {
    "read": "folder",
    "Deck": "deck",
    "Draft": "drafting",
    "draft": "drafting",
    "desk": "show",
    "reading": "pages",
    "recap": "pages",
    "table": "pages",
    "disagreements": "pages",
    "flashcards": "show",
    "quiz": "show",
    "exam": "show",
    "mains": "show",
    "mock_exam": "show",
    "progress": "show",
    "review": "show",
    "practice": "show",
    "export": "exports",
    "timeline": "charts",
    "LessonsError": "errors",
    "NotesError": "errors",
}

__all__ = [
    "Deck",
    "Draft",
    "LessonsError",
    "NotesError",
    "desk",
    "disagreements",
    "draft",
    "exam",
    "export",
    "flashcards",
    "mains",
    "mock_exam",
    "practice",
    "progress",
    "quiz",
    "read",
    "reading",
    "recap",
    "review",
    "table",
    "timeline",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'lessons' has no attribute {name!r}")
    return getattr(import_module(f".{_WHERE[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
