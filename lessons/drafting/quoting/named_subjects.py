"""The sentences of a page and whom they name: who is the subject, and who only hangs on a preposition.

Limits: the first name of a sentence that hangs on nothing is taken for its subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..records import Span
from .roles import is_person_word
from .speech import words
from .speech_tokens import Known

_LAST_WORD = re.compile(r"([\w’'-]+)\W{0,2}\Z")
# A passive and its "by", the agent's title or rank behind it.
_AGENT = re.compile(
    r"\b(?:was|were|been|being) (?:\w{2,12}ly )?\w{2,14}(?:ed|en|wn|ught|ade|ung|ut|lt) [^.;:!?]{0,80}?\bby (?:[A-Z]\w{0,9}\.? )?\Z"
)
_SECOND = re.compile(r", (?:but|and|so|while|because|although|though) ")
# Who is named behind it is told of by the way: "the judges, whose chair, ‖, …", "the drawings that ‖ had made".
_ASIDE = re.compile(
    r"(?:\bwhose [a-z-]{3,20}(?: [a-z-]{3,20})?,? |, where (?:the|an?|his|her|their) [a-z-]{3,20}(?: [a-z-]{3,20})?,? "
    r"|\b[a-z]{2,20},? (?:whom|which) )(?:[A-Z]\w{0,9}\.? ){0,2}\Z"
)
_CLAUSE_FIRST = re.compile(
    r"(?:Speaking|Writing|Talking|(?:Long |Soon |Shortly |Just |Even |Only |Hours |Days |Minutes )?(?:[Aa]fter|[Bb]efore)|When|While|As"
    r"|Although|Though|Since|Because|If|Once|Until|Where|Whereas|By the time)\b[^,]{1,120}\Z"
)
_MAIN_CLAUSE = re.compile(r", (?:the [a-z -]{3,40}, |(?:[A-Z]\w{0,9}\.? ){1,2})?\Z")
# Of whom more is told: "‖, who held a map", "‖, then a lecturer at Lod, who".
_WHO_BEHIND = re.compile(r",(?: (?:then |now |a |an |the |her |his )[^,.;:!?“”\"]{2,60},)? (?:who|whose) ")
# How many names of one sentence are looked at.
_MANY = 40


class NamedSubjects:
    """The names of a page by sentences.

    Attributes:
        text, frame: the text, and the text with what stands in quotation marks blacked out.
        sentences: the sentences of all parts, in order.
        known: where people are named outside of quotation marks.
    """

    def __init__(self, text: str, frame: str, sentences: Sequence[Span], firsts: Sequence[int], known: Sequence[Known]) -> None:
        self.text, self.frame, self.sentences, self.known = text, frame, sentences, known
        self._firsts = firsts
        self._starts = [one.start for one in known]
        self._sentence_starts = [start for start, _ in sentences]

    def within(self, start: int, end: int) -> Sequence[Known]:
        """The people who are named in a stretch, outside of quotation marks."""
        return self.known[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence_at(self, at: int) -> int:
        return bisect_right(self._sentence_starts, at) - 1

    def begins_paragraph(self, sentence: int) -> bool:
        n = bisect_left(self._firsts, sentence)
        return n < len(self._firsts) and self._firsts[n] == sentence

    def named_in(self, start: int, end: int, asides: bool = False) -> Known | None:
        """The subject of a stretch by its part: nobody who hangs on a preposition, owns, or is named in a relative clause.

        Who is named in a clause before the main one gives way to the subject of that: "After Ana Ruiz had left, ‖ Bo Lind".
        """
        first = bisect_left(self._starts, start)
        before = aside = None
        for one in self.known[first : min(first + _MANY, bisect_left(self._starts, end))]:
            if one.owns or self.hangs(one.start, start):
                continue
            if before:
                return one if _MAIN_CLAUSE.search(self.frame, max(before.end, one.start - 60), one.start) else before
            if self._is_aside(one, start):
                aside = aside or one
            elif not _CLAUSE_FIRST.match(self.frame, start, one.start):
                return one
            else:
                before = one
        return before or (aside if asides else None)

    def _is_aside(self, one: Known, start: int) -> bool:
        return _ASIDE.search(self.frame, max(start, one.start - 120), one.start) is not None

    def is_by_the_way(self, sentence: int, name: str | None) -> bool:
        """Whether a sentence names somebody in a relative clause only: "the judges, whose chair, ‖, called it …"."""
        start, end = self.sentences[sentence]
        named = [one for one in self.within(start, end)[:_MANY] if one.name == name]
        return bool(named) and all(self._is_aside(one, start) for one in named)

    def named_subject(self, sentence: int, before: int | None = None) -> str | None:
        """Whom a sentence is about, by a name only."""
        start, end = self.sentences[sentence]
        named = self.named_in(start, min(end, before or end), before is not None)
        return named.name if named else None

    def agent_in(self, start: int, end: int) -> str | None:
        """Who did what a passive tells: "The crack was photographed by Ana Ruiz"."""
        for one in self.within(start, end)[:_MANY]:
            if not one.owns and _AGENT.search(self.frame, max(start, one.start - 120), one.start):
                return one.name
        return None

    def told_last(self, sentence: int) -> str | None:
        """Of whom the end of a sentence tells: "Both had been seen with the whip, ‖ Ana Ruiz, who held a map"."""
        start, end = self.sentences[sentence]
        for one in reversed(self.within(start, end)[-_MANY:]):
            if not one.owns and _WHO_BEHIND.match(self.frame, one.end, end):
                return one.name
        return None

    def is_second(self, sentence: int) -> bool:
        """Whether the name that a sentence is about comes in its second clause: "The job had gone, but its head, ‖, wanted help"."""
        start, end = self.sentences[sentence]
        named = self.named_in(start, end)
        return named is not None and _SECOND.search(self.frame, start, min(named.start, start + 300)) is not None

    def hangs(self, at: int, start: int) -> bool:
        """Whether a name hangs on a preposition, titles between or not: "under the keeper, Dr ‖"."""
        last = _LAST_WORD.search(self.text, max(start, at - 20), at)
        if last and last[1].lower() in words("prepositions") and "," not in last[0]:
            return True
        stretch = self.text[max(start, at - 60) : at]
        pieces = stretch.replace(",", " ,").split()
        for n in range(len(pieces) - 1, max(-1, len(pieces) - 7), -1):
            low = pieces[n].lower().strip(".")
            if low == "," and not (n and is_person_word(pieces[n - 1].lower())):
                return False
            if low in words("prepositions") and low not in ("of", "for"):
                return n == 0 or pieces[0] == pieces[n] or not (pieces[n][0].isupper() and n > 0)
            if not (
                pieces[n][0].isupper() or low in ("the", "then", "late", "former", ",", "of", "for", "his", "her") or is_person_word(low)
            ):
                return False
        return False

    def apposed_to(self, at: int) -> str | None:
        """The name that a description behind its comma belongs to: "It fell to Ana Ruiz, ‖ a retired judge, to act"."""
        n = bisect_left(self._starts, at) - 1
        one = self.known[n] if n >= 0 else None
        return one.name if one and not one.owns and self.text[one.end : at] == ", " else None
