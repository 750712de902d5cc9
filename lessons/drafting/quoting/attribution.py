"""Who a sentence says is speaking: the tag behind a quotation, the verb before it, the colon that announces it.

What comes back is the noun phrase as tokens; whom it means is asked elsewhere (`speakers`).
"""

from __future__ import annotations

from collections.abc import Callable

from .speech import FIRSTS, naming, speech, tags, words
from .speech_phrases import PRONOUNS, REACH
from .speech_tokens import BETWEEN, Phrase
from .tagging import Tagging

# Who judges a thing so stands behind the marks: "was branded “…” by Rao".
_BRANDS = frozenset("branded labelled labeled termed described".split())
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
_ASIDE = frozenset("which what why how whether if when where who about for again on to".split())
# What one party wants or agrees to is often told by another.
_WISHES = frozenset("want seek hope fear agree expect think believe feel desire need".split())
# What one does with a remark.
_MAKES = frozenset("made makes make gave gives uttered delivered wrote posted published issued repeated told tweeted let".split())
# One speaker seldom governs more pieces of a sentence; a look goes over so many.
_MOST = 4
# A tag that is put in has no more words: "it said in a statement".
_TAG = 9


class Clause(Tagging):
    """A sentence with quotations, each asked for by its token."""

    def governing(self, quote: int, may_speak: Callable[[Phrase], object] = bool) -> Phrase | None:
        """The subject of the verb of speech before a quotation that governs it; `may_speak` says whether a phrase means a speaker."""
        elided = self._elided(quote)
        if elided:
            return elided
        if self.low(quote - 1) == ":" and (writer := self.writer_of_paper(quote - 1) or self.sender(quote - 1)):
            return writer
        is_finite, passed, tried, known = False, 0, 0, speech()
        told_of: Phrase | None = None
        for n in range(quote - 1, max(-1, quote - REACH), -1):
            low = self._lows[n]
            passed += not low and self.kind(n) == "q"
            if low == ";" or passed > _MOST or tried > _MOST:
                break
            by = self._by_whom(n)
            if by is not None:
                return by
            if low == "whose" and self.low(n + 1) in words("answers") and self.low(n + 2) in ("was", "is") and n + 10 > quote:
                return self._antecedent(n)
            if (low in known or low in FIRSTS) and self.is_verb(n, known) and not self._is_put_away(n):
                phrase = self._governor(n, quote, is_finite)
                if phrase and (self._is_foretold(phrase, n) or (known.get(low) in words("told_of") and self._is_told_of(phrase, n))):
                    told_of = told_of or phrase
                    continue
                if phrase and may_speak(phrase):
                    return phrase
                tried += phrase is not None
            is_finite = is_finite or low in words("finite")
        return told_of or self._of_remark(quote) or self._set_against(quote)

    def _is_told_of(self, phrase: Phrase, verb: int) -> bool:
        """Whether somebody else may tell what the subject does: "Rao said that ‖ the board put …", "according to Rao, ‖ it gave …"."""
        if phrase[1] > verb:
            return False
        above = phrase[0] - 1 - (self.low(phrase[0] - 1) == "that")
        if self.low(above) == ",":
            return self._by(0) is not None
        if self.low(phrase[0] - 1) == "that" and self._is_tagged_before(phrase[0] - 2):
            return True
        return self.low(above) in tags() and self.is_verb(above) and not self.is_passive(above)

    def _is_foretold(self, phrase: Phrase, verb: int) -> bool:
        """Whether somebody else tells what the subject says or is yet to say: "promised that Lisbon would answer “…”"."""
        if self._is_told_between(phrase[1], verb):
            return True
        if phrase[1] > verb or not any(self.low(n) in ("would", "will") for n in range(phrase[1], verb)):
            return False
        if self.low(phrase[0] - 1) != "that":
            return self._is_active_tag(phrase[0] - 1)
        return self._is_tagged_before(phrase[0] - 2)

    def _is_tagged_before(self, last: int) -> bool:
        """Whether a tag stands before "that": "said ‖ on Friday ‖ that it would", "told ‖ the Post ‖ that"."""
        for n in range(last, max(-1, last + 2 - BETWEEN), -1):
            if self._is_active_tag(n):
                return True
            if self.kind(n) in "pq" or self.low(n) in words("walls") or self.low(n) in words("finite"):
                return False
        return False

    def _is_active_tag(self, n: int) -> bool:
        return self.low(n) in tags() and self.is_verb(n) and not self.is_passive(n)

    def _is_told_between(self, start: int, verb: int) -> bool:
        """Whether a tag is put in between a subject and its verb, which is none itself: "The League, ‖ she said, ‖ would talk to “…”"."""
        if self.low(verb) in tags():
            return False
        for n in range(start, min(verb - 2, start + BETWEEN)):
            pair = (n + 1, n + 2) if self.low(n + 2) in tags() else (n + 2, n + 1)
            if self.low(n) == "," == self.low(n + 3) and self.low(pair[1]) in tags() and self.is_verb(pair[1]):
                return self.kind(pair[0]) == "m" or self.low(pair[0]) in PRONOUNS
        return False

    def is_put_in(self, pronoun: int) -> bool:
        """Whether "she said" is put in between a subject and its verb, so that "she" is not that subject: "The driver, ‖ she said, had"."""
        if self.low(pronoun - 1) != "," or self.low(pronoun + 1) not in tags():
            return False
        shut = next((n for n in range(pronoun + 2, pronoun + _TAG) if self.low(n) == ","), None)  # "it said ‖ in a statement ‖, had"
        if shut is None or self.low(shut + 1) not in words("finite") or any(self.kind(n) != "w" for n in range(pronoun + 2, shut)):
            return False
        above = range(pronoun - 1)
        return 0 < len(above) <= BETWEEN and not any(
            self.tokens[n].owns or self.kind(n) in "pq" or self.low(n) in words("finite") or self.low(n) in words("walls") for n in above
        )

    def is_wished(self, quote: int) -> bool:
        """Whether the nearest verb before tells what somebody wants, which another may report: "wants “…”, according to its envoy"."""
        for n in range(quote - 1, max(-1, quote - 14), -1):
            if self.low(n) in speech() and self.is_verb(n, speech()):
                return speech()[self.low(n)] in _WISHES
        return False

    def _is_put_away(self, verb: int) -> bool:
        """Whether the verb has its object already, "and I wrote it down, “…”", or is put in, ", as I suspect, "."""
        if self.low(verb - 2) == "as" and self.low(verb - 1) in ("i", "we", "one", "you") and verb > 2:
            return True
        if (self.low(verb + 1) == "," and self._is_accorded(verb)) or self._is_asked_aside(verb) or self.is_repeated(verb):
            return True
        if self.low(verb) in _THINGS_MOVE:
            return self.low(verb + 1) in _AWAY
        return self.low(verb + 1) in ("it", "them", "that", "this") and self.low(verb + 2) in ("down", "off", "up")

    def _is_asked_aside(self, verb: int) -> bool:
        """Whether "asked" says what the subject of another verb was asked: "Lind said no and, ‖ asked which roof, “…”"."""
        if self.low(verb) not in ("asked", "pressed") or verb < 2:
            return False
        is_led = self.low(verb - 1) in ("when", "if") or (self.low(verb - 1) == "," and self.low(verb - 2) in ("and", "but", ","))
        return is_led and self.low(verb + 1) in _ASIDE

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
                is_told = (
                    low in _TOLD
                    and (self.is_passive(n) or self._is_passive_too(n))
                    and self.low(n + 1) != "by"
                    and self.low(quote + 1) != "by"
                )
                return n if is_told and not (low == "promised" and self.low(n + 1) not in ("that", "a", "an", "the")) else None
        return None

    def _is_passive_too(self, verb: int) -> bool:
        """Whether a form shares the passive of the verb before: "was summoned on Monday and ‖ told"."""
        return self.low(verb - 1) == "and" and any(
            self.low(n) in ("was", "were", "been") and self.low(n + 1).endswith(("ed", "en", "wn", "ught"))
            for n in range(max(0, verb - 8), verb - 2)
        )

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
        if self.low(verb) in ("full", "part", "capitals", "essence") and self.low(verb - 1) == "in":
            verb -= 2 + (self.low(verb - 2) == ",")
        if self.low(verb) == "out" and self.low(verb - 1) in ("read", "reads"):  # "whose letter she read out in full: “…”"
            return any(self.low(n) == "whose" for n in range(max(0, verb - 16), verb))
        return self.low(verb) in ("read", "reads", "said", "says") and self.low(verb - 1) in ("which", "that")

    def _of_remark(self, quote: int) -> Phrase | None:
        """Whose the remark is of which the marks hold a piece: "a joke that ‖ she made about roofs which “…”", "‖ Rao’s claim that …"."""
        for n in range(quote - 1, max(-1, quote - 24), -1):
            if self.kind(n) == "q" or self.low(n) in (";", ":"):
                return None
            if self.low(n) in words("remarks"):
                by = n + 1 + (self.low(n + 1) in ("that", "which"))
                is_one = (self.kind(by) == "m" and not self.tokens[by].owns) or self.low(by) in PRONOUNS
                if is_one and any(self.low(m) in _MAKES for m in (by + 1, by + 2, by + 3)):
                    return by, by + 1
                if self.kind(n - 1) == "m" and self.tokens[n - 1].owns:
                    return n - 1, n
        return None

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
        if low in _BRANDS and self.is_passive(verb) and self.low(quote + 1) == "by":
            return self.after(quote + 2)
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
        return self.is_object_asked(verb)

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
