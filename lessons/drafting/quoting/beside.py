"""Who speaks by what stands above or below a quotation: a line that ends in a colon, a signature, "Those were the words of Rao.".

Limits: only the part just above or below, and the sentence that follows at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ..pages.page import Page, Part
from .afterwords import whose_words
from .attribution import Clause
from .marks import Marked
from .speakers import Speakers
from .speech_tokens import tokens

_SIGNATURE = re.compile(r"[—–-]{0,2}\s?(?P<name>[A-Z][\w’'.-]*(?: (?:[a-z]{2,3} )?[A-Z][\w’'.-]*){0,4})(?=,|\s\(|\Z)")
_POINTS_BACK = re.compile(r"(?:It (?:was|is) (?=signed|written|penned)|(?:Those|These|That|This|They|The|So|Thus) )[a-z]")


class Beside:
    """What stands about the quotations of a page."""

    def __init__(
        self, page: Page, parts: Sequence[Part], frame: str, marked: Sequence[Marked], firsts: Sequence[int], speakers: Speakers
    ) -> None:
        self.text, self.parts, self.frame, self.marked, self.firsts, self.speakers = page.text, parts, frame, marked, firsts, speakers
        self.attention = speakers.attention
        self._openings = [one.opening for one in marked]
        # A line like "Ruiz ended with a warning:" may have been taken for the heading of what it announces.
        self._above = {
            below.start: above
            for above, below in pairwise(page.parts)
            if above.role == "heading" and page.text[above.end : above.end + 1] == ":"
        }

    def _clause(self, sentence: int) -> Clause:
        start, end = self.attention.sentences[sentence]
        quoted = self.marked[bisect_left(self._openings, start) : bisect_left(self._openings, end)]
        return Clause(self.text, tokens(self.frame, start, end, quoted, self.attention.within(start, end)))

    def lead_in(self, part: int) -> str | None:
        """Who is about to speak by the paragraph before, where it ends in a colon."""
        above = self._above.get(self.parts[part].start)
        if above:
            clause = Clause(self.text, tokens(self.frame, above.start, above.end + 1, [], []))
        elif part and self.text[self.parts[part - 1].end - 1] in ":,":
            clause = self._clause(self.firsts[part] - 1)
        else:
            return None
        phrase = clause.governing(len(clause)) or clause.announced(len(clause))
        return self.speakers.named(clause, phrase) if phrase else None

    def signature(self, part: int) -> str | None:
        """The name alone in the line below: "— Ana Ruiz, baker"."""
        below = self.parts[part + 1] if part + 1 < len(self.parts) else None
        if (
            below is None
            or below.end - below.start > 90
            or not ((below.mark in ("-", "–", "—") and below.mark) or self.text[below.start] in "—–-")
        ):
            return None
        match = _SIGNATURE.match(self.text, below.start, below.end)
        return self.speakers.people.full(match["name"]) or match["name"] if match else None

    def afterword(self, sentence: int) -> str | None:
        """Whose the words at the end of a sentence are by the next: "Those were the words of ‖ Rao."."""
        if sentence + 1 >= len(self.attention.sentences):
            return None
        start, end = self.attention.sentences[sentence + 1]
        if not _POINTS_BACK.match(self.frame, start, end):
            return None
        clause = self._clause(sentence + 1)
        phrase = whose_words(clause) if all(token.kind != "q" for token in clause.tokens[:8]) else None
        return self.speakers.named(clause, phrase) if phrase else None
