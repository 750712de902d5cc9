"""The people who are spoken of as one: "A team at the Delft Institute … They write …", and who is meant by an age.

Limits: a group is known by where its people work; an age that two people of a page have means nobody.
"""

from __future__ import annotations

import re

from .attention import Attention
from .roles import can_speak
from .strangers import plainly

_GROUP = re.compile(
    r"\b(?P<phrase>(?:(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ome) )?(?:[a-z-]{2,20} ){0,2}"
    r"(?P<head>[A-Za-z]{4,16})"
    r"(?: of [a-z]{4,16})? (?:at|from|with) (?:the )?"
    r"[A-ZÀ-Þ][\w’-]{1,20}(?: (?:(?:of|for|and|de|in) (?:the )?)?[A-ZÀ-Þ][\w’-]{1,20}){0,6})"
)
_MANY_IN_ONE = frozenset("team group pair duo trio panel consortium crew collective band company couple".split())
_AGED = re.compile(
    r"(?: \([^()\n]{1,30}\))?(?:, (?:who (?:is|was|turned|turns) |aged |now |then |only |just |a )?| \("
    r"| (?:is|was|turned|turns) )(?P<age>\d{1,3})\b"
    r"(?!,\d|\.\d| (?:per|million|p|m|km|cm|miles|times|goals|points|years? (?!old))\b)"
)
_OLD = re.compile(r"\b(?P<age>\d{1,3})-year-old\b")
# So many sentences "they" looks back, and so far into one.
_BACK, _FAR = 4, 400


def group_back(attention: Attention, at: int) -> str | None:
    """The group that "they" stands for; None where somebody has spoken since, or none was named."""
    here = attention.sentence_at(at)
    for n in range(here, max(-1, here - _BACK), -1):
        if n in attention.spoke:
            return None
        start, end = attention.sentences[n]
        for match in _GROUP.finditer(attention.frame, start, min(end, at, start + _FAR)):
            head = match["head"].lower()
            if head in _MANY_IN_ONE or (head.endswith("s") and can_speak(head)):
                return plainly(match["phrase"])
    return None


class Ages:
    """Who is said to be how old: "Ana Ruiz, 23, …"; an age that two have means nobody."""

    def __init__(self, attention: Attention) -> None:
        self.attention = attention
        self._found: dict[str, str | None] = {}
        for one in attention.known:
            match = None if one.owns else _AGED.match(attention.frame, one.end, one.end + 60)
            if match:
                self._found[match["age"]] = one.name if self._found.get(match["age"], one.name) == one.name else None

    def meant_by(self, words_of: str, at: int) -> str | None:
        """Whom "the 23-year-old" means: who is said to be so old, else the person with a name whom the page told of last."""
        old = _OLD.search(words_of)
        if not old:
            return None
        here = self.attention.sentence_at(at)
        last = (self.attention.subject_of(n) for n in range(here - 1, max(-1, here - _BACK), -1))
        return self._found.get(old["age"]) or next((name for name in last if name and name[:1].isupper()), None)
