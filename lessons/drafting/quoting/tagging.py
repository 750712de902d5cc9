"""The speaker whom a tag behind a quotation names: "said Rao", "as Rao put it", "in the words of Rao", "– Rao".

Limits: a tag is within one sentence; what stands before a quotation is read elsewhere (`attribution`).
"""

from __future__ import annotations

from ..people.office_heads import is_head
from .announcements import Announcements
from .roles import is_person_word
from .speech import speech, tags, words
from .speech_phrases import DASHES, PRONOUNS, REACH
from .speech_tokens import Phrase

# Whoever is named stands within so many tokens.
_SOON = 7
_STOPS = (",", "?", "!", "…", "—", "–")
# Behind "in Rao’s", behind "by Rao’s own".
_WORDS = ("words", "opinion", "view", "phrase", "telling", "account", "phrasing")
# Things that "tell" one something.
_SIGNS = ("notice", "board", "plate", "plaque", "voice", "machine")
_ACCOUNTS = ("account", "admission", "reckoning", "telling", "confession", "description", "estimation")
_OWNERS = ("his", "her", "their", "my", "its")
# Who calls so speaks: “…,” she calls from the pier.
_CALLS = frozenset("called calls sang sings shot shoots".split())
_CALLS_ON = frozenset("from after out back over across down to through into up softly quietly loudly , . ;".split()) | {""}
# What is called so stands before: “…,” Rao calls it. Who has a saying: “…,” as Rao has it.
_CALLED = frozenset("it them him her this that".split())
_HAS = frozenset("has had have".split())
# Verbs that tag speech even where no stop parts them from it.
_PLAINEST = ("say", "write", "reply", "add", "recall", "tell", "ask")
# One speaker seldom governs more pieces of a sentence; a look goes over so many.
_MOST = 4


class Tagging(Announcements):
    """A sentence whose quotations are asked for the tags behind them."""

    def tagged(self, quote: int) -> Phrase | None:
        """The speaker that directly follows: "said Rao", "Rao told reporters", "according to Rao", "– Rao", "as Rao put it"."""
        at = quote + 1
        stopped = self._is_stopped(quote)
        at += self.kind(at) == "p" and (self.low(at) in _STOPS or self.low(at) in DASHES)
        by = self._by_whom(at)
        if by is not None:
            return by
        if self.low(at) == "(" and self.kind(at + 1) == "m":
            return at + 1, at + 2
        if self.low(at) == "as" and self.kind(at + 1) in ("w", "m"):
            return self._led(at + 1) or self._having(at + 1)
        if self.low(at) in ("is", "was") and self.low(at + 1) in ("how", "what"):
            return self._led(at + 2) or self._having(at + 2, speech())
        if stopped and self.low(at) in ("is", "was", "came", "comes") and (whose := self._answered(at)):
            return whose
        if self.low(quote + 1) in DASHES and self.is_capital(at) and self._verb_from(at, 6) is None:
            return self.after(at)
        if self.low(at).endswith("ed") and self.low(at + 1) == "to":
            return None  # "Rao, who says that it is “empty”, ‖ declined to say more"
        if self.kind(at) == "w" and self.is_verb(at):
            if self.low(at + 1) == "by" or not (stopped or tags().get(self.low(at)) in _PLAINEST):
                return None
            return self.after(at + 1 + (self.low(at) not in tags()))
        if stopped and self.low(at) in _CALLS and (self.kind(at + 1) == "m" or self.low(at + 1) in words("determiners")):
            phrase = self.after(at + 1)
            is_one = phrase and (self.kind(phrase[0]) == "m" or any(is_person_word(self.low(phrase[0] + n)) for n in (1, 2)))
            return phrase if is_one else None
        return self._led(at) if stopped or self.kind(at) == "m" or self.low(at) in PRONOUNS else None

    def _answered(self, at: int) -> Phrase | None:
        """Whose answer the marks hold: "was ‖ Rao’s reply", "came the answer from ‖ Rao", "was all that ‖ Rao would say"."""
        if self.low(at + 1) != "all":
            return self.belonging(at + 1)
        verb = next((n for n in range(at + 2, at + 12) if self.low(n) in ("would", "could", "had", "said")), None)
        return self.before(verb) if verb is not None else None

    def belonging(self, at: int) -> Phrase | None:
        """Whose it is behind "those were": "‖ the words of Rao", "‖ Rao’s verdict"."""
        for n in range(at, at + _SOON):
            if self.kind(n) in ("p", "q", ""):
                return None
            if self.low(n) in words("sayings"):
                if self.low(n + 1) in ("of", "from") or (self.low(n + 1) == "by" and self.kind(n + 2) == "m"):
                    return self.after(n + 2)
                owner = next((m for m in range(at, n) if self.tokens[m].owns or self.low(m).endswith(("’s", "'s", "s’"))), None)
                if owner is None:
                    return (at, at + 1) if self.low(at) in ("his", "her", "my", "their") else None
                return (owner, owner + 1) if self.kind(owner) == "m" else (at, owner + 1)
        return None

    def _is_stopped(self, quote: int) -> bool:
        """Whether a stop parts a quotation from what follows, on either side of its mark."""
        if self.kind(quote + 1) == "p" and (self.low(quote + 1) in _STOPS or self.low(quote + 1) in DASHES):
            return True
        end = self.tokens[quote].end
        last = self.text[end - 3 : end].rstrip("”’\"'»")[-1:]
        return last in _STOPS or (last == "." and not self.is_capital(quote + 1))

    def _by(self, at: int) -> int | None:
        """Behind "according to", "in the words of": where the speaker begins."""
        if self.low(at) not in ("according", "in", "to"):
            return None
        if self.low(at) == "according" and self.low(at + 1) == "to":
            return at + 2
        if self.low(at) == "in" and self.low(at + 2) in _WORDS and self.low(at + 3) == "of":
            return at + 4
        if self.low(at) == "to" and self.low(at + 1) == "quote":
            return at + 2
        return None

    def _by_whom(self, at: int) -> Phrase | None:
        """The speaker of "according to Rao", "in Rao's words"."""
        by = self._by(at)
        if by is not None:
            return self.after(by)
        if self.low(at) in ("for", "to") and self.low(at + 1) == "whom" and self.low(at - 1) == "," and self.kind(at - 2) == "m":
            return at - 2, at - 1  # "Ana Ruiz, for whom the fund “…”"
        if self.low(at) not in ("in", "by"):
            return None
        named = _WORDS if self.low(at) == "in" else _ACCOUNTS
        for n in range(at + 1, min(len(self), at + 8)):
            token = self.tokens[n]
            if token.kind in "pq" or self.low(n) in words("prepositions"):
                return None
            if token.owns or self.low(n) in _OWNERS or self.low(n).endswith(("’s", "'s", "s’")):
                is_words = any(self.low(m) in named for m in (n + 1, n + 2))
                return ((at + 1 if token.kind == "w" else n), n + 1) if is_words else None
        return None

    def teller(self, end: int) -> Phrase | None:
        """Whom a sentence has by its words from, up to token `end`: "Half of it is new, said Rao", "…, according to Rao"."""
        for n in range(min(end, len(self), REACH)):
            if self.kind(n) == "q":
                return None
            by = self._by_whom(n)
            if by is not None:
                return by
            if self.low(n) == "," and self.low(n + 1) in tags() and self.is_verb(n + 1) and not self.low(n + 1).endswith("ing"):
                phrase = self.after(n + 2)
                if phrase and not self.is_passive(n + 1):
                    return phrase
        return None

    def is_persons(self, phrase: Phrase) -> bool:
        """Whether only a person can be meant, whatever the noun: "in the words of ‖ an old hand", "‖ a wag remarked"."""
        first, end = phrase
        if (self.low(first - 1) == "of" and self.low(first - 2) in _WORDS) or self.low(end) in _WORDS:
            return True
        if self.low(first) not in ("a", "an", "one") or self.low(end - 1) in words("names_things") or self.low(end - 1) in _SIGNS:
            return False
        return any(tags().get(self.low(n)) in words("of_people") and self.is_verb(n) for n in (end, first - 1))

    def is_in_words(self, quote: int) -> bool:
        """Whether "in her own words" stands right before a quotation."""
        return any(self.low(n) == "in" and self._by_whom(n) is not None for n in range(max(0, quote - 9), quote))

    def _verb_from(self, at: int, reach: int = 24) -> int | None:
        """The first verb that tags speech behind `at`, with no other quotation or clause between."""
        for n in range(at, min(len(self), at + reach)):
            if self.kind(n) == "q" or self.low(n) in (";", ":"):
                return None
            if n > at and self.kind(n) == "w" and self.is_verb(n) and not self.low(n).endswith("ing") and not self.is_passive(n):
                if self.low(n) == "say" and self.low(n - 1) == "to" and self.low(n - 2) in ("is", "was"):
                    continue  # "which is to say"
                return n
        return None

    def _led(self, at: int) -> Phrase | None:
        """The subject that begins at `at` and leads to a verb of speech: "Rao, who is 60, told reporters"."""
        if self.low(at) in words("walls") or self.low(at) in words("prepositions") or self.low(at) in words("finite"):
            return None
        if (self.low(at) in PRONOUNS or self.kind(at) == "m") and self.low(at + 1) in _CALLS and self.low(at + 2) in _CALLS_ON:
            return at, at + 1
        if self.low(at) == "one" and self.low(at + 1) in ("wonders", "wondered"):
            return None  # nobody says so
        calling = self._calling(at)
        if calling:
            return calling
        verb = self._verb_from(at)
        phrase = self.before(verb) if verb is not None else None
        if phrase is None or phrase[0] < at:
            return None
        between = range(at, phrase[0])
        is_parted = any(self.low(n) in words("finite") or self._is_wall(n) or self._is_tag(n) for n in between)
        return None if is_parted else phrase

    def _is_wall(self, n: int) -> bool:
        """Whether a phrase cannot reach across a word; "and" joins two offices of one name: "Chairman ‖ and Chief Executive Rao"."""
        if self.low(n) != "and":
            return self.low(n) in words("walls")
        is_office = is_head(self.low(n - 1)) and any(is_head(self.low(m)) for m in range(n + 1, n + 4))
        return not (is_office or (self.is_capital(n - 1) and self.is_capital(n + 1)))

    def _having(self, at: int, known: dict[str, str] | None = None) -> Phrase | None:
        """Whose saying it is: "as ‖ the mayor, Rao, has it", "was how ‖ Rao described the plan"."""
        verb = next(
            (n for n in range(at + 1, at + 14) if (self.low(n) in known if known else self.low(n) in _HAS and self.low(n + 1) == "it")),
            None,
        )
        phrase = self.before(verb) if verb is not None else None
        is_many = phrase is not None and self.kind(phrase[1] - 1) == "w" and self.low(phrase[1] - 1).endswith("s")
        return phrase if phrase and phrase[0] >= at and not is_many else None  # as the papers have it, it is a name

    def _calling(self, at: int) -> Phrase | None:
        """Who calls something so behind the marks: "‖ Rao called it", "‖ the farmer Ann Lind calls them"."""
        verb = next((n for n in range(at + 1, at + 8) if self.low(n) in _CALLS and self.low(n + 1) in _CALLED), None)
        phrase = self.before(verb) if verb is not None else None
        is_next = phrase and all(self.kind(n) == "w" and self.low(n) not in words("walls") for n in range(at, phrase[0]))
        return phrase if phrase and phrase[0] >= at and is_next else None

    def _is_tag(self, n: int) -> bool:
        """Whether a verb of speech stands at `n`, and no part of an office: "Utah ‖ state senator Rao told"."""
        return self.low(n) in tags() and not (tags()[self.low(n)] == self.low(n) and is_head(self.low(n + 1)))

    def closing(self, quote: int) -> Phrase | None:
        """The speaker at a sentence's end, behind more of the clause: "“…” was the word, Rao said", "…, according to Rao"."""
        passed = 0
        for n in range(quote + 1, min(len(self), quote + REACH)):
            passed += self.kind(n) == "q"
            if self.low(n) == ";" or passed > _MOST:
                return None
            by = self._by_whom(n)
            if by is not None and not (self.low(n) == "in" and any(self.kind(m) == "q" for m in range(by[1], by[1] + 4))):
                return by
            if self.low(n) == "," and self.kind(n + 1) in ("w", "m"):
                phrase = self._led(n + 1 + (self.low(n + 1) == "as"))
                if phrase and self._ends_soon(phrase[1]):
                    return phrase
        return None

    def _ends_soon(self, at: int) -> bool:
        """Whether nothing but the verb and its adverbs follows, so that what comes before is what was said."""
        verb = self._verb_from(at - 1, 8)
        return (
            verb is not None
            and self.low(verb + 1) not in ("that", "the", "a", "it", "he", "she", "they", "there")
            and self.kind(verb + 1) not in ("q", "m")
        )
