"""What a notebook shows.

`Quiz` to practise with, `Practice` to choose one, `Exam` to sit a paper, `Cards` to flip. The drawing is plain JavaScript in ``static/``.
"""

from .cards import Cards
from .exam import Exam
from .practice import Practice
from .quiz import Quiz

__all__ = ["Cards", "Exam", "Practice", "Quiz"]
