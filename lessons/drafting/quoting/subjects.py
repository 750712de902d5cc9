"""The subject of a verb or of a whole sentence, on whichever side it stands.

Limits: subjects that are clauses.
"""

from __future__ import annotations

from .roles import can_speak
from .speech import speech, words
from .speech_phrases import FOND, PRONOUNS, REACH, Phrases
from .speech_tokens import BETWEEN, Phrase, is_adverb

_OWNERS = frozenset("his her their my its".split())


class Subjects(Phrases):
    """A sentence whose subjects can be asked for."""

    def subject(self, verb: int) -> Phrase | None:
        """The subject of the verb at `verb`, on whichever side it stands."""
        n = verb - 1
        while n >= max(0, verb - BETWEEN) and (self.low(n) in words("between") or is_adverb(self.low(n))):
            n -= 1
        if (self.low(verb - 1) == "to" and self.low(verb - 2) not in FOND) or self.low(n) in ("and", "or", "but", "then", "yet"):
            return self._of_infinitive(verb) or self.first(verb)
        if n < 0 or self.kind(n) == "q" or (self.low(n) == "," and self.kind(n - 1) == "q"):
            return self.after(verb + 1)
        found = self.before(verb)
        put_in = self.after(verb + 1) if found is None and self.low(verb - 1) == "," else None
        return put_in if put_in and self.low(put_in[1]) == "," else found  # "Tickets, says the memo, are …"

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
            if self.is_repeated(n):
                return None
            if n > 0 and token.kind == "w" and (token.low in words("finite") or (token.low in speech() and self.is_verb(n, speech()))):
                return self.before(n)
        return self._first_speaker(min(end, len(self)))

    def _first_speaker(self, end: int) -> Phrase | None:
        """Who a sentence begins with where its first verb is none of speech: "‖ The report ran to ten pages and called …"."""
        if self.low(0) not in words("determiners"):
            return None
        n = next((n for n in range(1, min(6, end)) if can_speak(self.low(n))), None)
        if n is None or any(self.kind(m) != "w" or self.low(m) in words("prepositions") for m in range(1, n)):
            return None
        while can_speak(self.low(n + 1)):
            n += 1
        return 0, n + 1

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
