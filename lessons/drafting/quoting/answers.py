"""Answers in marks below questions without: "What comes next?", and in the line below "“More bats.”".

Who answers is whom the lines above announce ("Three questions for Ana Ruiz"), else whom the page is about. Limits: pages of several such
conversations.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from ..pages.page import Page, Part
from .attention import Attention

_ASKS = re.compile(
    r"\b(?:you|yours?|yourself)\b"
    r"|\A(?:And |But |So )?(?:What|Why|How|When|Where|Who|Which|Is|Are|Do|Does|Did|Will|Would|Can)\b"
)
_ANNOUNCES = re.compile(
    r"\b(?:[Qq]uestions? (?:for|to|with)|Q ?& ?A|[Ii]nterview(?:ed)?|[Cc]onversation|[Ss]poke (?:to|with)|[Tt]alk(?:s|ed)? to|[Aa]sked"
    r"|[Aa]nswers)\b"
)
# So many parts above a question it is looked who answers.
_ABOVE = 8
_MARKS = frozenset("“\"‘'«")


class Answers:
    """The questions of a page that stand in lines of their own."""

    def __init__(self, page: Page, attention: Attention) -> None:
        self.text, self.parts, self.attention = page.text, page.parts, attention
        self._starts = [part.start for part in page.parts]

    def answering(self, part: Part) -> str | None:
        """Who answers in a part by the question in the line above it; None where nothing is asked there."""
        n = bisect_left(self._starts, part.start)
        if not n or n >= len(self.parts) or not self._asks(self.parts[n - 1]):
            return None
        for above in reversed(self.parts[max(0, n - _ABOVE) : n - 1]):
            if _ANNOUNCES.search(self.text, above.start, min(above.end, above.start + 400)):
                named = [one for one in self.attention.within(above.start, above.end) if one.name != self.attention.narrator]
                return named[0].name if named else self._about
        return self._about

    def _asks(self, part: Part) -> bool:
        first, last = self.text[part.start], self.text[part.end - 1]
        return last == "?" and first not in _MARKS and _ASKS.search(self.text[part.start : min(part.end, part.start + 300)]) is not None

    @cached_property
    def _about(self) -> str | None:
        return self.attention.about()
