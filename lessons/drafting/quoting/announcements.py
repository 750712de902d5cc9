"""Who speaks where no verb of speech says so: a colon announces them, they "are" or "feel" so, or their last message is told.

Limits: a colon behind two people of whom neither stands between commas is given to the first.
"""

from __future__ import annotations

from .speech import tags, with_words, words
from .speech_phrases import PRONOUNS
from .speech_tokens import Phrase, is_adverb
from .subjects import Subjects

# What one does with a letter.
_SENT = frozenset("sent wrote written left posted dictated scribbled signed emailed faxed cabled tweeted".split())
_WORDED = frozenset("words word message caption remark phrase comment note promise question warning plea".split())
# Behind the marks these say where a sign stands.
_BORNE = frozenset(
    "on over above across beneath under carved painted printed written stamped embroidered scrawled daubed in inscribed".split()
)
# By these somebody's state is told, in their own words where marks are set.
_FEELS = frozenset("is was feels felt sounds sounded remains remained".split())


class Announcements(Subjects):
    """A sentence with quotations whose speakers other words than verbs of speech tell."""

    def announced(self, quote: int) -> Phrase | None:
        """Who is about to speak where a colon says so: "Rao was blunter: “…”", "Her answer came at once: “…”"."""
        if self.low(quote - 1) != ":":
            return None
        if self.kind(quote - 2) == "m" and quote <= 6:
            return quote - 2, quote - 1
        return (
            self._to_whom(quote - 1)
            or self._owner_of_words(quote - 1)
            or self._apposed_subject(quote - 1)
            or self.first(quote - 1)
            or (self.ending(quote - 1) if quote <= 6 else None)
        )

    def worded(self, quote: int) -> Phrase | None:
        """Who says it "with the words": "‖ Rao signed off with the words “…”"; a thing that only bears them is nobody."""
        at = quote - 1 - (self.low(quote - 1) in (":", ","))
        first = next((n for n in range(at - 1, at - 4, -1) if self.low(n) == "with"), None)
        if self.low(at) not in _WORDED or first is None or self.low(quote + 1) in _BORNE:
            return None
        for n in range(first - 1, max(-1, first - 24), -1):
            if self.kind(n) == "q" or self.low(n) in (";", ":"):
                return None
            if self.low(n) in with_words() and self.kind(n) == "w" and not self.is_passive(n):
                if not self.low(n).endswith("ing"):
                    return self.subject(n)
                return self.first(n) if n else self.after(quote + 2)
        return None

    def writer_of_paper(self, colon: int) -> Phrase | None:
        """Whose paper is read from: "She shows me one, from a letter by ‖ a retired colonel: “…”"."""
        for n in range(colon - 1, max(1, colon - 9), -1):
            if self.kind(n) == "q" or self.low(n) in (",", ";", ":"):
                return None
            is_quoted = self.low(n) in ("quotes", "quoted", "cites", "cited", "quoting", "citing") and not self.is_passive(n)
            if is_quoted or (self.low(n) in ("by", "from") and self.low(n - 1) in words("documents")):
                phrase = self.after(n + 1)
                return phrase if phrase and phrase[1] == colon else None
        return None

    def sender(self, colon: int) -> Phrase | None:
        """Who sent what is read out: "She read out a message which ‖ the warden had sent on Monday: “…”"."""
        for n in range(colon - 1, max(1, colon - 24), -1):
            if self.kind(n) == "q" or self.low(n) in (";", ":"):
                return None
            if self.low(n) in _SENT and not self.is_passive(n):
                start = next((m for m in range(n - 1, max(0, n - 14), -1) if self.low(m) in words("documents")), None)
                phrase = self.before(n) if start is not None else None
                return phrase if phrase and start is not None and phrase[0] > start else None
        return None

    def _owner_of_words(self, verb: int) -> Phrase | None:
        """Whose comment "was “…”", where the sentence begins with it: "‖ The captain’s only comment was"."""
        for n in range(min(verb, 5)):
            if self.kind(n) in "pq":
                return None
            if self._is_owner(n) or self.low(n) in ("his", "her", "my", "their"):
                is_said = self._is_saying(n + 1, verb)
                return (0 if self._is_owner(n) and self.kind(n) == "w" else n, n + 1) if is_said else None
        return None

    def _is_saying(self, start: int, verb: int) -> bool:
        """Whether what somebody has is their words, and no clause tells which: "only comment", not "lawyer", not "claim that …"."""
        for n in range(start, min(start + 4, verb)):
            if self.kind(n) != "w" or self.low(n) in words("determiners") or self.low(n) in words("prepositions"):
                return False
            if self.low(n) in words("remarks") or self.low(n) in words("sayings"):
                return not any(self.low(m) in words("walls") or self.kind(m) in "mq" for m in range(n + 1, verb))
            if self.low(n + 1) in words("finite") or (self.low(n) in tags() and self.is_verb(n)):
                return False
        return False

    def _to_whom(self, end: int) -> Phrase | None:
        """Whose judgement it is: "For ‖ Rao the answer is plain: “…”", "To ‖ Rao the plan is “…”"."""
        if self.low(0) not in ("for", "to") or self.kind(1) != "m" or self.tokens[1].owns or end > 30:
            return None
        return None if any(self.kind(n) == "m" or self.low(n) in PRONOUNS for n in range(2, end)) else (1, 2)

    def _apposed_subject(self, colon: int) -> Phrase | None:
        """Whom an office and a name between commas make the subject of the last clause: "and its lead, Rao, blamed nobody: “…”"."""
        for n in range(colon - 1, max(1, colon - 9), -1):
            if self.kind(n) == "q" or self.low(n) in (";", ":"):
                return None
            if self.kind(n) == "m":
                is_between = self.low(n - 1) == "," and self.low(n + 1) == "," and not self.tokens[n].owns
                return (n, n + 1) if is_between and self._is_office(n - 2) and self._goes_on_with_verb(n + 2) else None
        return None

    def _is_office(self, last: int) -> bool:
        """Whether the phrase that ends at `last` is introduced by an owner or article and hangs on nothing."""
        phrase = self.ending(last + 1) if self.kind(last) == "w" else None
        if phrase is None or phrase[1] - phrase[0] < 2:
            return False
        first = self.tokens[phrase[0]]
        is_led = first.owns or first.low in words("determiners") or any(self._is_owner(n) for n in range(*phrase))
        return is_led and (phrase[0] == 0 or self.low(phrase[0] - 1) in (",", ";", "and", "but", "while"))

    def _is_owner(self, n: int) -> bool:
        return self.tokens[n].owns or self.low(n).endswith(("’s", "'s", "s’"))

    def _goes_on_with_verb(self, at: int) -> bool:
        """Whether what stands behind a name and its comma may be the verb: no preposition, no "who", no time, no article."""
        return self.kind(at) == "w" and not (
            any(self.low(at) in words(name) for name in ("walls", "prepositions", "determiners"))
            or self.is_time(at)
            or self.low(at).endswith("ing")
        )

    def feeling(self, quote: int) -> Phrase | None:
        """The person who is, feels or sounds as the marks say: "The mayor, Rao, is “quietly hopeful”"."""
        at = quote - 1
        while at > max(0, quote - 4) and is_adverb(self.low(at)):
            at -= 1
        phrase = self.before(at) if self.low(at) in _FEELS else None
        return phrase if phrase and phrase[1] - phrase[0] == 1 and self.kind(phrase[0]) == "m" else None

    def sent(self, quote: int) -> Phrase | None:
        """Whose the last words are that are told: "the last message from Rao, at nine, was “…”"."""
        if self.low(quote - 1) not in ("was", "were", "is", "read", "reads"):
            return None
        if owner := self._owner_of_words(quote - 1) or self._to_whom(quote - 1):
            return owner
        for n in range(quote - 2, max(0, quote - 14), -1):
            if self.kind(n) == "q" or self.low(n) == ";":
                return None
            if self.low(n) == "from" and self.low(n - 1) in words("documents") and self.low(n - 2) in ("last", "first", "final"):
                is_person = self.kind(n + 1) == "m" or self.low(n + 1) in ("him", "her")
                return (n + 1, n + 2) if is_person else None
        return None
