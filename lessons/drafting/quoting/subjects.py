"""The subject of a verb or of a whole sentence, on whichever side it stands.

Limits: subjects that are clauses.
"""

from __future__ import annotations

import re

from ..words import data, split
from .roles import can_speak, is_person_word
from .speech import speech, words
from .speech_phrases import FOND, PRONOUNS, REACH, Phrases
from .speech_tokens import BETWEEN, Phrase, is_adverb

_OWNERS = frozenset("his her their my its".split())
_PLACES = split(data("names")["places"])
_PAST = split(data("tense")["irregular"])
# How far about a sentence a name is looked for.
_NEAR = 4000


class Subjects(Phrases):
    """A sentence whose subjects can be asked for."""

    def subject(self, verb: int) -> Phrase | None:
        """The subject of the verb at `verb`, on whichever side it stands."""
        n = verb - 1
        while n >= max(0, verb - BETWEEN) and (self.low(n) in words("between") or is_adverb(self.low(n))):
            n -= 1
        if (self.low(verb - 1) == "to" and self.low(verb - 2) not in FOND) or self.low(n) in ("and", "or", "but", "then", "yet"):
            return self._of_infinitive(verb) or self._of_joined(n) or self.first(verb)
        if n < 0 or self.kind(n) == "q" or (self.low(n) == "," and self.kind(n - 1) == "q"):
            return self.after(verb + 1)
        found = self.before(verb)
        put_in = self.after(verb + 1) if found is None and self.low(verb - 1) == "," else None
        return put_in if put_in and self.low(put_in[1]) == "," else found  # "Tickets, says the memo, are …"

    def _of_joined(self, joint: int) -> Phrase | None:
        """The person who does what "and" joins, in the second of two clauses: "It was cold, and ‖ the clerk had signed and written"."""
        if self.low(joint - 1) == ",":
            return None
        above = next((n for n in range(joint - 2, max(0, joint - 24), -1) if self.kind(n) == "p" or self.kind(n) == "q"), 0)
        if self.low(above) != "," or self.low(above + 1) not in ("and", "but", "while", "yet"):
            return None
        verb = next((n for n in range(above + 2, joint) if self.low(n) in words("finite") or self.low(n) in _PAST), None)
        phrase = self.before(verb) if verb else None
        if phrase is None or phrase[0] <= above or any(self.low(n) in ("that", "who", "which") for n in range(above, joint)):
            return None
        is_person = self.kind(phrase[1] - 1) == "m" or self.low(phrase[0]) in PRONOUNS or is_person_word(self.low(phrase[1] - 1))
        return phrase if is_person else None

    def _of_infinitive(self, verb: int) -> Phrase | None:
        """The subject of the clause that an infinitive hangs on: "but ‖ the mayor was quick to say"."""
        if self.low(verb - 1) != "to":
            return None
        for n in range(verb - 2, max(0, verb - 7), -1):
            if self.kind(n) != "w" or self.low(n) in words("walls") or self.low(n) in words("determiners"):
                return None
            if self.low(n) in ("is", "was", "are", "were", "be", "been"):
                return self.before(n)
        return None

    def first(self, end: int) -> Phrase | None:
        """The subject that the sentence begins with: the first name or pronoun which hangs on no preposition, else the first noun phrase.

        Whoever owns an answer counts, too: "Her answer came at once".
        """
        for n in range(min(end, len(self), REACH)):
            token = self.tokens[n]
            if (token.owns or token.low in _OWNERS) and any(self.low(m) in words("answers") for m in (n + 1, n + 2)):
                return n, n + 1
            if token.kind == "m" and not token.owns and self.low(n - 1) not in words("prepositions"):
                return n, n + 1
            if token.low in PRONOUNS and not (token.low == "it" and n > 0):
                return n, n + 1
            if n == 0 and self._capitals(0) > 1 and self.kind(self._capitals(0)) == "w":
                return 0, self._capitals(0)
            if n == 0 and self._is_named_once_more():
                return 0, 1
            if self.is_repeated(n):
                return None
            if n > 0 and token.kind == "w" and (token.low in words("finite") or (token.low in speech() and self.is_verb(n, speech()))):
                return self.before(n)
        return self._first_speaker(min(end, len(self)))

    def _first_speaker(self, end: int) -> Phrase | None:
        """Who a sentence begins with where its first verb is none of speech: "‖ The report ran to ten pages and called …"."""
        start = self._behind_time()
        if self.low(start) not in words("determiners"):
            return None
        n = next((n for n in range(start + 1, min(start + 6, end)) if can_speak(self.low(n))), None)
        if n is None or any(self.kind(m) != "w" or self.low(m) in words("prepositions") for m in range(start + 1, n)):
            return None
        while can_speak(self.low(n + 1)):
            n += 1
        return start, self._behind_speaker(n + 1)

    def _behind_time(self) -> int:
        """Where a sentence begins behind a time: "Late on Monday ‖ the minister"."""
        at = 0
        while at < BETWEEN and (
            self.is_time(at)
            or (at and self.low(at) == ",")
            or is_adverb(self.low(at))
            or (
                self.low(at) in words("before_times")
                and (self.is_time(at + 1) or (self.low(at + 1) in words("before_times") and self.is_time(at + 2)))
            )
        ):
            at += 1
        return at

    def _is_named_once_more(self) -> bool:
        """Whether the one word that a sentence begins with, before a verb, is a name near by, too: "‖ Boeing cut its forecast"."""
        if self.kind(0) != "w" or self.kind(1) != "w" or self.is_capital(1) or not self.is_capital(0) or len(self.low(0)) < 3:
            return False
        if any(self.low(0) in words(name) for name in ("walls", "prepositions", "determiners", "between")) or self.is_time(0):
            return False
        if not (self.low(1).endswith("ed") or self.low(1) in _PAST or self.low(1) in words("between")) or is_adverb(self.low(0)):
            return False
        first = self.tokens[0]
        word = self.text[first.start : first.end].removesuffix("’s").removesuffix("'s")
        if self.low(0) in _PLACES:
            return True
        near = self.text[max(0, first.start - _NEAR) : first.start] + self.text[first.end : first.end + _NEAR]
        return re.search(rf"[a-z,] {re.escape(word)}\b", near) is not None

    def _behind_speaker(self, at: int) -> int:
        """Where the name ends for which a speaker speaks: "A spokesperson ‖ for the Rail Board ‖ declined"; `at` where there is none."""
        if self.low(at) not in ("of", "for", "from", "at", "to"):
            return at
        first = at + 1 + (self.low(at + 1) == "the")
        if self.kind(first) == "m" and not self.tokens[first].owns:
            return first + 1
        end = first
        while (
            end < first + BETWEEN
            and self.kind(end) == "w"
            and (self.is_capital(end) or (end > first and self.low(end) in ("of", "and", "for")))
        ):
            end += 1
        return end if end > first and self.is_capital(end - 1) else at

    def _capitals(self, start: int) -> int:
        """Where a run of capitals that begins at `start` ends; not one that an article begins."""
        at = start
        while (
            at < start + BETWEEN
            and self.kind(at) == "w"
            and self.is_capital(at)
            and self.low(at) not in words("determiners")
            and self.low(at) not in words("prepositions")
        ):
            at += 1
        return at
