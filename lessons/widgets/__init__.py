"""What a notebook shows.

`Quiz` to practise with, `Practice` to choose one, `Cards` to flip. The drawing is plain JavaScript in ``static/``.
"""

from .cards import Cards
from .practice import Practice
from .quiz import Quiz

__all__ = ["Cards", "Practice", "Quiz"]
