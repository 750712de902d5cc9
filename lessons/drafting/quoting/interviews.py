"""Pages of questions and answers: the label before a paragraph says who talks, and so who "I" and "you" are.

Where the questions are headings, "I" in an answer is whom the page is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from ..pages.page import Page, Part
from .attention import Attention

_LABEL = re.compile(r"(?:\*\*)?(?P<label>[A-Z][\w’'.-]{0,20}(?: [\w’'.-]{1,20}){0,4}?)(?: \([^)\n]{1,40}\))?(?:\*\*)?:(?:\*\*)?\s")
_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame)\.? )?(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w’'.-]*){1,3})\Z")
_PIECE = re.compile(r"[A-ZÀ-Þ]\w*")
_I = re.compile(r"\bI(?:[’'](?:m|d|ve|ll))? [a-z]")
_FEW = 3
_QUESTION, _ANSWER = ("Q", "Question"), ("A", "Answer")


def _answers(page: Page, parts: Sequence[Part]) -> frozenset[int]:
    """The paragraphs under headings that ask, where many of those are answered by somebody who says "I"."""
    under: dict[str, list[int]] = {}
    for n, part in enumerate(parts):
        if part.role == "paragraph" and part.heading and part.heading.endswith("?"):
            under.setdefault(part.heading, []).append(n)
    own = [found for found in under.values() if any(_I.search(page.text, parts[n].start, parts[n].end) for n in found)]
    return frozenset(n for found in own for n in found) if len(own) >= _FEW and 3 * len(own) >= len(under) else frozenset()


class Interview:
    """Who talks in the paragraphs of a page that have labels."""

    def __init__(self, page: Page, parts: Sequence[Part], attention: Attention) -> None:
        self.text, self.author, self.attention = page.text, page.head.author, attention
        self.labels = [self._label(part) for part in parts]
        counts = Counter(label for label in self.labels if label and label not in (*_QUESTION, *_ANSWER))
        self._often = {label for label, count in counts.items() if count > 1}
        first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        # Who answers has more paragraphs than anybody who asks; where two take turns, it is whoever the page is not by.
        self._answering = self._named(first[0]) if first[1] > second[1] > 0 else None
        self._interviewee: str | None = None
        self._answers = frozenset[int]() if self._often else _answers(page, parts)

    def hear(self, n: int) -> None:
        """Paragraph `n` says who talks: "A:", "RUIZ:", "Ana Ruiz:"; "I" is that person from there on, "you" whoever is talked to."""
        label, attention = self.labels[n], self.attention
        # Between the answers and after them the reporter tells, and "she" is the person who is interviewed.
        attention.interviewee = None if label else self._interviewee
        if not label:
            if self._answers:
                attention.narrator = self._told_of() if n in self._answers else self.author
            return
        if label in _QUESTION:
            attention.narrator, attention.addressed = self.author, self._interviewee or self._first_heard()
        elif label in _ANSWER:
            attention.narrator = self._interviewee = self._interviewee or self._first_heard()
        else:
            before, attention.narrator = attention.narrator, self._named(label) or attention.narrator
            is_answer = attention.narrator == self._answering
            attention.addressed = before if is_answer else self._answering

    def _label(self, part: Part) -> str | None:
        match = _LABEL.match(self.text, part.start, min(part.end, part.start + 120))
        return match["label"] if match else None

    def _named(self, label: str) -> str | None:
        """Whom a label means: somebody of the page, by initials too; else the name that stands in it, where it comes again."""
        people = self.attention.people
        known = people.full(label) or people.full(label.title()) or self._by_initials(label)
        name = _NAME.match(label) if label in self._often else None
        return known or (name["name"] if name else None)

    def _by_initials(self, label: str) -> str | None:
        """Whom two or three capitals stand for before an answer: "AR:" is Ana Ruiz."""
        return self._initials.get(label) if 1 < len(label) < 5 and label.isupper() else None

    @cached_property
    def _initials(self) -> dict[str, str | None]:
        """Names by their initials; None where two people have the same."""
        found: dict[str, str | None] = {}
        for one in self.attention.people.mentions:
            letters = "".join(piece[0] for piece in _PIECE.findall(one.full))
            found[letters] = one.full if found.get(letters, one.full) == one.full else None
        return found

    def _first_heard(self) -> str | None:
        """Whoever is interviewed: who spoke before the first answer, else whom the page names first."""
        spoke, named = self.attention.spoke, self.attention.people.mentions
        return spoke[next(reversed(spoke))] if spoke else named[0].full if named else None

    def _told_of(self) -> str | None:
        """Whom a page of questions without labels is about: the first person in it whom it is not by."""
        return next((one.name for one in self.attention.known if one.name != self.author), None)
