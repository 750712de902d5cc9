"""What a notebook shows.

`Quiz` to practise with, `Practice` to choose one, `Exam` to sit a paper, `MockExam` to choose one, `Cards` to flip, `Review` for what
is due, `Mains` to write; `desk.Desk`, which loads what drafts need, to correct a draft. The drawing is plain JavaScript in ``static/``.
"""

from .cards import Cards
from .exam import Exam
from .mains import Mains
from .mock import MockExam
from .practice import Practice
from .quiz import Quiz
from .review import Review

__all__ = ["Cards", "Exam", "Mains", "MockExam", "Practice", "Quiz", "Review"]
