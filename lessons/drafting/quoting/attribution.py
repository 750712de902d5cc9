"""Who a sentence says is speaking: the tag behind a quotation, the verb before it, the colon that announces it.

What comes back is the noun phrase as tokens; whom it means is asked elsewhere (`speakers`).
"""

from __future__ import annotations

from collections.abc import Callable

from ..people.office_heads import is_head
from .announcements import Announcements
from .speech import FIRSTS, naming, speech, tags, words
from .speech_phrases import DASHES, PRONOUNS, REACH
from .speech_tokens import Phrase

_STOPS = (",", "?", "!", "…", "—", "–")
_WORDS = ("words", "opinion", "view", "phrase", "telling", "account", "phrasing")
_OWNERS = ("his", "her", "their", "my", "its")
# Who is told something does not say it.
_TOLD = frozenset("told informed assured advised warned thanked praised reminded notified asked commended promised".split())
# Verbs whose object, or whose "to", is whoever answers: "had reported it to the council and was told …".
_ADDRESSING = frozenset(
    "reported written wrote complained complains applied appealed turned gone went spoken spoke sent asked phoned rang called emailed"
    " contacted approached telephoned visited wrote petitioned".split()
)
# Verbs of speech that are about things once such a word is behind them: "put out a warning", "held up a board".
_THINGS_MOVE = frozenset("put puts putting held hold holds holding".split())
_AWAY = frozenset("out up on off down back together aside over".split())
# What one party wants or agrees to is often told by another.
_WISHES = frozenset("want seek hope fear agree expect think believe feel desire need".split())
# Who calls so speaks: “…,” she calls from the pier.
_CALLS = frozenset("called calls sang sings shot shoots".split())
_CALLS_ON = frozenset("from after out back over across down to through into up softly quietly loudly , . ;".split()) | {""}
# One speaker seldom governs more pieces of a sentence; a look goes over so many.
_MOST = 4
# Verbs that tag speech even where no stop parts them from it.
_PLAINEST = ("say", "write", "reply", "add", "recall", "tell", "ask")


class Clause(Announcements):
    """A sentence with quotations, each asked for by its token."""

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
            at, stopped = at + 1, True
        if self.low(quote + 1) in DASHES and self.is_capital(at) and self._verb_from(at, 6) is None:
            return self.after(at)
        if self.kind(at) == "w" and self.is_verb(at):
            if self.low(at + 1) == "by" or not (stopped or tags().get(self.low(at)) in _PLAINEST):
                return None
            return self.after(at + 1 + (self.low(at) not in tags()))
        return self._led(at) if stopped or self.kind(at) == "m" or self.low(at) in PRONOUNS else None

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
        if self.low(at) != "in":
            return None
        for n in range(at + 1, min(len(self), at + 8)):
            token = self.tokens[n]
            if token.kind in "pq" or self.low(n) in words("prepositions"):
                return None
            if token.owns or self.low(n) in _OWNERS or self.low(n).endswith(("’s", "'s", "s’")):
                is_words = any(self.low(m) in _WORDS for m in (n + 1, n + 2))
                return ((at + 1 if token.kind == "w" else n), n + 1) if is_words else None
        return None

    def is_in_words(self, quote: int) -> bool:
        """Whether "in her own words" stands right before a quotation."""
        return any(self.low(n) == "in" and self._by_whom(n) is not None for n in range(max(0, quote - 9), quote))

    def _verb_from(self, at: int, reach: int = 24) -> int | None:
        """The first verb that tags speech behind `at`, with no other quotation or clause between."""
        for n in range(at, min(len(self), at + reach)):
            if self.kind(n) == "q" or self.low(n) in (";", ":"):
                return None
            if n > at and self.kind(n) == "w" and self.is_verb(n) and not self.low(n).endswith("ing") and not self.is_passive(n):
                return n
        return None

    def _led(self, at: int) -> Phrase | None:
        """The subject that begins at `at` and leads to a verb of speech: "Rao, who is 60, told reporters"."""
        if self.low(at) in words("walls") or self.low(at) in words("prepositions") or self.low(at) in words("finite"):
            return None
        if (self.low(at) in PRONOUNS or self.kind(at) == "m") and self.low(at + 1) in _CALLS and self.low(at + 2) in _CALLS_ON:
            return at, at + 1
        verb = self._verb_from(at)
        phrase = self.before(verb) if verb is not None else None
        if phrase is None or phrase[0] < at:
            return None
        between = range(at, phrase[0])
        is_parted = any(self.low(n) in words("finite") or self.low(n) in words("walls") or self._is_tag(n) for n in between)
        return None if is_parted else phrase

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

    def governing(self, quote: int, may_speak: Callable[[Phrase], object] = bool) -> Phrase | None:
        """The subject of the verb of speech before a quotation that governs it; `may_speak` says whether a phrase means a speaker."""
        elided = self._elided(quote)
        if elided:
            return elided
        is_finite, passed, tried, known = False, 0, 0, speech()
        for n in range(quote - 1, max(-1, quote - REACH), -1):
            low = self._lows[n]
            passed += not low and self.kind(n) == "q"
            if low == ";" or passed > _MOST or tried > _MOST:
                break
            by = self._by_whom(n)
            if by is not None:
                return by
            if (low in known or low in FIRSTS) and self.is_verb(n, known) and not self._is_put_away(n):
                phrase = self._governor(n, quote, is_finite)
                if phrase and self._is_foretold(phrase, n):
                    continue
                if phrase and may_speak(phrase):
                    return phrase
                tried += phrase is not None
            is_finite = is_finite or low in words("finite")
        return self._set_against(quote)

    def _is_foretold(self, phrase: Phrase, verb: int) -> bool:
        """Whether somebody else tells what the subject is yet to say: "promised that Lisbon would answer “…”"."""
        if phrase[1] > verb or not any(self.low(n) in ("would", "will") for n in range(phrase[1], verb)):
            return False
        above = phrase[0] - 1 - (self.low(phrase[0] - 1) == "that")
        return self.low(above) in tags() and self.is_verb(above) and not self.is_passive(above)

    def is_wished(self, quote: int) -> bool:
        """Whether the nearest verb before tells what somebody wants, which another may report: "wants “…”, according to its envoy"."""
        for n in range(quote - 1, max(-1, quote - 14), -1):
            if self.low(n) in speech() and self.is_verb(n, speech()):
                return speech()[self.low(n)] in _WISHES
        return False

    def _is_put_away(self, verb: int) -> bool:
        """Whether the verb has its object already: "and I wrote it down, “…”"."""
        if self.low(verb + 1) == "," and self._is_accorded(verb):
            return True
        if self.low(verb) in _THINGS_MOVE:
            return self.low(verb + 1) in _AWAY
        return self.low(verb + 1) in ("it", "them", "that", "this") and self.low(verb + 2) in ("down", "off", "up")

    def _is_accorded(self, noun: int) -> bool:
        """Whether a form that looks like a verb ends who is accorded something: "according to the release notes, …"."""
        return any(self.low(n) == "according" and self.low(n + 1) == "to" for n in range(max(0, noun - 5), noun - 1))

    def is_told(self, quote: int) -> int | None:
        """The passive by which the subject of a quotation is told it, not says it: "was told that it was “…”"."""
        for n in range(quote - 1, max(-1, quote - 12), -1):
            low = self.low(n)
            if self.kind(n) == "q" or low in (";", ":"):
                return None
            if low in speech() and self.is_verb(n, speech()):
                return n if low in _TOLD and self.is_passive(n) and self.low(n + 1) != "by" and self.low(quote + 1) != "by" else None
        return None

    def asked_before(self, told: int) -> Phrase | None:
        """Who was asked or written to before the answer came: "had written to the council and was told …"."""
        for n in range(told - 1, max(-1, told - 30), -1):
            if self.low(n) in _ADDRESSING and self.kind(n) == "w":
                to = next((m for m in range(n + 1, min(told, n + 10)) if self.low(m) == "to"), n)
                return self.after(to + 1)
        return None

    def governed(self, quote: int) -> Phrase | None:
        """The subject of the verb before a quotation, whoever or whatever it is, no pronoun: "another", "a sign"."""
        phrase = self.governing(quote)
        return phrase if phrase is not None and self.low(phrase[0]) not in PRONOUNS else None

    def is_read_out(self, quote: int) -> bool:
        """Whether something that was sent says so: "a card that read: “…”"."""
        verb = quote - 1 - (self.low(quote - 1) in (":", ","))
        return self.low(verb) in ("read", "reads", "said", "says") and self.low(verb - 1) in ("which", "that")

    def _set_against(self, quote: int) -> Phrase | None:
        """Whose view it is where no verb says so: "to some a hero; for Rao he was “…”"."""
        for n in range(quote - 1, max(-1, quote - 14), -1):
            if self.low(n) in (";", ":"):
                return None
            starts = n == 0 or self.low(n - 1) in (";", ",", "and", "but", "while")
            if starts and self.low(n) in ("for", "to"):
                at = next((m for m in range(n + 1, n + 6) if self.kind(m) != "w"), n)
                if self.kind(at) == "m" and not self.tokens[at].owns and self.low(n + 1) != "all":
                    return at, at + 1
        return None

    def _governor(self, verb: int, quote: int, is_finite: bool) -> Phrase | None:
        """The subject of a verb of speech, if it may govern the quotation."""
        low = self.low(verb)
        if low in naming() and (is_finite or quote - verb > 12 or (quote - verb == 1 and not self._is_free_relative(verb))):
            return None
        if self.is_passive(verb):
            by = next((n for n in (verb + 1, quote + 1) if self.low(n) == "by"), None)
            return self.after(by + 1) if by is not None else None
        if low.endswith("ing") and low in speech():
            return self._of_participle(verb, quote)
        return self.subject(verb)

    def _is_free_relative(self, verb: int) -> bool:
        """Whether the verb names and somebody is said to do it: "what Rao called"."""
        return any(self.low(n) in ("what", "which", "whom", "that") for n in range(max(0, verb - 8), verb))

    def _of_participle(self, verb: int, quote: int) -> Phrase | None:
        """The subject of "saying …": that of the clause before, or of the one that follows ("Calling it “…”, Rao left")."""
        for n in range(verb - 1, max(-1, verb - REACH), -1):
            by = self._by_whom(n)
            if by is not None:
                return by
        for n in range(verb - 1, max(-1, verb - REACH), -1):
            if self.low(n) == ";":
                break
            if self.low(n) in speech() and self.is_verb(n, speech()) and not self.low(n).endswith("ing") and not self.is_passive(n):
                return self.subject(n) or self.first(verb)
        if verb > 1:
            return self.first(verb)
        return self.after(quote + 2) if self.low(quote + 1) == "," else None

    def _elided(self, quote: int) -> Phrase | None:
        """Whose the second piece is where its verb is left out: "Rao called it “…” and Lind “…”"."""
        n = quote - 1
        if self.kind(n) != "m" or self.tokens[n].owns or self.low(n - 1) not in ("and", "but", ",", "while"):
            return None
        return (n, n + 1) if any(self.kind(m) == "q" for m in range(max(0, n - 30), n)) else None

    def is_led_in(self, quote: int) -> bool:
        """Whether what stands before a quotation leads to it: a colon, or a verb of speech and a comma ("he said, “…”")."""
        mark = self.low(quote - 1)
        return mark == ":" or (mark == "," and any(self.kind(n) == "w" and self.is_verb(n) for n in range(max(0, quote - 5), quote - 1)))
