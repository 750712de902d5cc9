"""The noun phrases around a verb: who is the subject of "said", on either side of it.

A subject is read backwards from its verb, over adverbs, times and insertions ("Rao, who is 60, on Friday said"). Every look is bounded by
a number of tokens, so the cost is linear. Limits: subjects that are clauses.
"""

from __future__ import annotations

from ..people.capitals import HONORIFICS
from ..words import data, split
from .roles import can_speak, is_person_word
from .speech import speech, tags, words
from .speech_tokens import BETWEEN, Phrase, Tokens, is_adverb

DASHES = frozenset(("—", "–", "-", "--"))
PRONOUNS = frozenset("he she they it i we you".split())
FOND = frozenset(
    "likes like liked used loves loved wants wanted seems seemed tends tended came went appeared rushed stood hastened".split()
)
_PAST = split(data("tense")["irregular"])
_SOME = frozenset("one some many most two three four several both another few".split())
# Who wrote a paper with others speaks for them: "Rao and ‖ colleagues".
_AND_OTHERS = frozenset("colleagues others co-authors coauthors team friends staff associates collaborators co-workers".split())
_ANYBODY = frozenset("man woman boy girl lady gentleman fellow guy bloke person voice".split())
_WHERE = frozenset("behind at in on with beside opposite near by outside from".split())
# How far a look goes, in tokens; how long a phrase is; how many insertions follow each other.
REACH, _LONGEST, _INSERTIONS = 60, 16, 4


_HONORIFIC = frozenset().union(*HONORIFICS.values())


_TO_SOMEBODY = frozenset("aide adviser advisor assistant secretary counsel envoy ambassador heir cousin counsellor consultant".split())


def _is_title(low: str) -> bool:
    """Whether a word may stand before a name as a title or an honorific: "justices", "ms"."""
    return low in _HONORIFIC or is_person_word(low) or is_person_word(low.removesuffix("s"))


class Phrases(Tokens):
    """A sentence whose noun phrases can be asked for."""

    def before(self, end: int) -> Phrase | None:
        """The noun phrase whose verb begins at `end`."""
        at, insertions = end, 0
        for _ in range(12):
            if at <= 0:
                return None
            token = self.tokens[at - 1]
            if token.low == "to" and self.low(at - 2) in FOND:
                at -= 2  # "as Rao likes to say"
            elif token.kind == "w" and (token.low in words("between") or is_adverb(token.low)) and not (at > 1 and self.is_capital(at - 1)):
                at -= 1
            elif self.low(at) == "to" and self.is_passive(at - 1):
                at -= 1  # "Rao is said to have answered"
            elif token.kind == "p" and (token.low in (",", ")") or token.low in DASHES):
                insertions += 1
                named, at = self._over_insertion(at - 1)
                if named or at <= 0 or insertions > _INSERTIONS:
                    return named
            elif token.low.isdigit() and self.low(at - 2) == "," and at > 2:
                at -= 2  # an age: "Rao, 61, said"
            else:
                stop = self._before_time(at)
                if stop == at:
                    return self.ending(at)
                at = stop
        return None

    def _over_insertion(self, mark: int) -> tuple[Phrase | None, int]:
        """What stands between a comma and the one before it: a name, or something to skip. Then: where to go on, 0 for nowhere."""
        low = self.low(mark)
        alike = ("(",) if low == ")" else tuple(DASHES) if low in DASHES else (",",)
        opening = mark - 1
        while opening > max(-1, mark - 40) and not (self.kind(opening) == "p" and self.low(opening) in alike):
            opening -= 1
        if opening < 0 or self.kind(opening) != "p" or self.low(opening) not in alike:
            return None, 0  # one comma alone parts no subject from its verb: "the talks, held in Pune"
        last = self.tokens[mark - 1]
        outer = self._outer_insertion(opening) if low == "," else 0
        if outer:
            return None, outer
        if last.kind == "m" and not last.owns and mark - opening <= 7 and self._is_title(opening + 1, mark - 1):
            return (mark - 1, mark), opening
        return None, opening

    def _outer_insertion(self, comma: int) -> int:
        """Where a longer insertion begins that a name between commas ends: "Rao‖, in a note signed by his aide, Lind, said"; 0 for none."""
        for n in range(comma - 1, max(0, comma - 14), -1):
            if self.kind(n) == "q" or self.low(n) in (";", ":") or self.low(n) in DASHES:
                return 0
            if self.low(n) == ",":
                is_by = any(self.low(m) in ("by", "through", "via") for m in range(n + 1, comma))
                return n if is_by and self.low(n + 1) in ("in", "through", "via") else 0
        return 0

    def _is_title(self, first: int, last: int) -> bool:
        """Whether the words before a name are its title ("Labour leader", "a farmer"), no phrase that the name ends ("a friend of")."""
        return self.low(first) not in ("who", "which", "whose", "and", "but") and not any(
            self.low(n) in words("prepositions") or self.low(n) in words("walls") for n in range(first, last)
        )

    def _before_time(self, at: int) -> int:
        """`at`, or where a time before it begins: "the minister ‖ on Friday said"."""
        n = at - 1
        if self.kind(n) != "w" or not self.is_time(n):
            return at
        while n > max(0, at - BETWEEN) and (self.is_time(n - 1) or self.low(n - 1) in words("before_times")):
            n -= 1
        return n if n > 0 else at

    def ending(self, end: int) -> Phrase | None:
        """The noun phrase that ends before `end`."""
        if end <= 0 or self.kind(end - 1) not in ("w", "m"):
            return None
        if self.low(end - 1) in words("behind_names") and self.kind(end - 2) == "m" and self.is_capital(end - 1):
            end -= 1
        last = self.tokens[end - 1]
        if last.low in PRONOUNS:
            return end - 1, end
        if last.low in ("who", "which", "that"):
            return self._antecedent(end - 1)
        if last.low in words("walls") or last.low in words("prepositions"):
            return None
        if last.low in _AND_OTHERS:
            n = end - 2 - (self.low(end - 2) in ("his", "her", "their", "other", "two", "three"))
            if self.low(n) == "and" and self.kind(n - 1) == "m" and not self.tokens[n - 1].owns:
                return n - 1, n
        if last.kind == "m" and not self._hangs_on(self._first_joined(end - 1)):
            return None if last.owns else (self._first_joined(end - 1), end)
        joined = self._first_joined(end - 1) if last.kind == "m" else end - 1
        walked = self._walk(joined + 1)
        return (walked[0], end) if walked and joined < end - 1 else walked

    def _first_joined(self, n: int) -> int:
        """Where two people who are joined begin: "‖ Rao and Lind"; `n` where one stands alone."""
        return n - 2 if self.low(n - 1) == "and" and self.kind(n - 2) == "m" and not self.tokens[n - 2].owns else n

    def _hangs_on(self, n: int) -> bool:
        """Whether a name is the end of a longer phrase: "a friend of Rao", "a bench of Justices ‖ Rao and Lind"."""
        while self.is_capital(n - 1) and _is_title(self.low(n - 1)):
            n -= 1
        return (
            self.low(n - 1) in ("of", "for", "from", "to", "with", "behind")
            and self.kind(n - 2) == "w"
            and self.is_noun(n - 2)
            and not self.is_time(n - 2)
        )

    def _antecedent(self, n: int) -> Phrase | None:
        """What a "who" at `n` points back to."""
        end = n - 1 if self.low(n - 1) == "," or self.low(n - 1) in DASHES else n
        if end <= 0 or self.low(end - 1) in ("who", "which", "that"):
            return None
        return self.ending(end) if self.kind(end - 1) != "p" else self.before(end)

    def _walk(self, end: int) -> Phrase | None:
        """A phrase of common nouns, backwards to where it begins."""
        at = end - 1
        while at >= max(0, end - _LONGEST):
            token = self.tokens[at]
            if at and (token.low in ("who", "which") or (token.low == "that" and self._is_of_speaker(at, end))):
                return self._antecedent(at)
            if token.kind in "pq" or token.low in PRONOUNS or token.low in words("walls") or token.low in words("finite"):
                break
            if token.kind == "m" and not token.owns and at < end - 1 and self.low(at + 1) in words("prepositions"):
                return at, at + 1
            if token.owns or token.low in words("determiners"):
                if self._is_of_relative(at):
                    return self._antecedent(at - 2)
                if not self._goes_on_left(at):
                    is_some = self.low(at - 1) == "of" and self.low(at - 2) in _SOME
                    return at - (2 if is_some else self.low(at - 1) in ("all", "both", "one", "half")), end
                at -= 1
            elif token.low in words("prepositions"):
                if not self.is_noun(at - 1) or self.is_time(at - 1) or (self.low(at - 1) in tags() and self.is_verb(at - 1)):
                    break
            elif self.is_time(at) or (token.kind == "w" and at < end - 1 and token.low in speech() and token.low.endswith("ed")):
                break
            at -= 1
        first = at + 1
        while first < end and (
            self.low(first) in words("prepositions") or self.low(first) in words("between") or is_adverb(self.low(first))
        ):
            first += 1
        if first < end and not (self.tokens[first].owns or self.low(first) in words("determiners")):
            first = self._behind_object(first, end)
        return (first, end) if first < end else None

    def _is_of_speaker(self, that: int, end: int) -> bool:
        """Whether a clause is about who may speak: "a panel that ‖ met"; not "a page that ‖ came loose from the memoir"."""
        return can_speak(self.low(that - 1)) and self.low(end - 1) not in words("documents")

    def _is_of_relative(self, at: int) -> bool:
        """Whether a phrase stands in a clause on its antecedent: "Rao, who in ‖ a lecture called it", "a panel that read ‖ it asked"."""
        above, verb = self.low(at - 2), self.low(at - 1)
        if above == "who" and verb in words("prepositions"):
            return True
        is_past = verb.endswith("ed") or (verb in speech() and not verb.endswith("s")) or verb in _PAST
        return above in ("who", "which", "that") and is_past and can_speak(self.low(at - 3))

    def _behind_object(self, first: int, end: int) -> int:
        """Where a bare plural begins that hangs on the object of another verb: "drawing flak from ‖ traders (who)"."""
        at = next((n for n in range(end - 1, first, -1) if self.low(n) in words("prepositions")), None)
        if at is None or self.low(at) in ("of", "for") or can_speak(self.low(at - 1)) or self.is_capital(at - 1):
            return first
        return at + 1 if can_speak(self.low(end - 1)) else first

    def _goes_on_left(self, at: int) -> bool:
        """Whether a phrase goes on to the left of an article: "a spokesman for ‖ the court"."""
        if at < 2 or self.low(at - 1) not in words("prepositions") or not self.is_noun(at - 2):
            return False
        if self.low(at - 2) in words("behind_persons") and can_speak(self.low(at - 3)):
            return True
        if self.is_time(at - 2) or (self.low(at - 2) in tags() and self.is_verb(at - 2)):
            return False
        if self.low(at - 1) == "to":
            return is_person_word(self.low(at - 2))
        if self.low(at - 1) in ("in", "at", "from", "on") and can_speak(self.low(at - 2)) and self.low(at - 2).endswith("s"):
            return at == 2 or not self.is_noun(at - 3)
        return self.low(at - 1) in ("of", "for") or any(self.low(n) in words("determiners") for n in range(max(0, at - 6), at - 1))

    def after(self, start: int) -> Phrase | None:
        """The noun phrase that begins at `start`: the subject behind its verb ("said a spokesman for the court")."""
        first = start
        while first < start + BETWEEN and is_adverb(self.low(first)):
            first += 1
        low = self.low(first)
        if low in PRONOUNS or (low in ("him", "her") and self.low(first - 2) == "according" and self.kind(first + 1) != "w"):
            return first, first + 1
        if (
            self.kind(first) not in ("w", "m")
            or low in words("walls")
            or low in words("prepositions")
            or low in words("finite")
            or low in ("him", "them", "us", "me")
        ):
            return None
        if low in ("one", "another") and (named := self._singled_out(first)):
            return named
        at, hangs = first, False
        while at < min(len(self), first + _LONGEST):
            token = self.tokens[at]
            if token.kind == "m" and not token.owns and (not hangs or (at > first + 2 and self._is_titled_by(at - 1))):
                return at, at + 1
            if token.kind in "pq" or (token.kind == "w" and at > first and not self._continues(at, first)):
                break
            hangs = hangs or token.low in words("prepositions")
            at += 1
        while at > first + 1 and self.low(at - 1) in words("prepositions"):
            at -= 1  # "the entry ‖ for 4 May"
        return (first, at) if at > first else None

    def _singled_out(self, first: int) -> Phrase | None:
        """The name of one of many: "said one of the nine, ‖ Rao"."""
        comma = next((n for n in range(first + 1, first + 7) if self.kind(n) != "w"), first)
        is_named = self.low(comma) == "," and self.kind(comma + 1) == "m" and not self.tokens[comma + 1].owns
        return (comma + 1, comma + 2) if is_named else None

    def _is_titled_by(self, n: int) -> bool:
        """Whether an office ends at `n` and its holder follows ("minister of tourism ‖ Rao"); not "a friend of the singer ‖ Rao"."""
        low = self.low(n)
        return self.kind(n) == "w" and low not in words("prepositions") and low not in words("determiners") and not is_person_word(low)

    def _is_place_of_stranger(self, at: int, first: int) -> bool:
        """Whether where somebody stands tells who it is: "said the man ‖ behind ‖ the ‖ counter"."""
        if self.low(at - 1) in _ANYBODY:
            is_next_to = self.low(at) == "next" and self.low(at + 1) == "to"
            return is_next_to or (self.low(at) in _WHERE and self.low(at + 1) in ("the", "his", "her", "their", "its"))
        if self.low(at - 1) == "next" or (self.low(at - 1) == "to" and self.low(at - 2) == "next"):
            return self.kind(at) in "wm"
        return at > first + 2 and self.low(at) in words("determiners") and self.low(at - 1) in _WHERE and self.low(at - 2) in _ANYBODY

    def _continues(self, at: int, first: int) -> bool:
        """Whether a word goes on with a phrase that was begun to its left."""
        low = self.low(at)
        if (
            low in words("walls")
            or low == "there"
            or self.is_time(at)
            or low in words("finite")
            or (is_adverb(low) and not self.is_capital(at))
        ):
            return False
        if low in ("of", "for") or (low in ("behind", "beside", "opposite", "near") and self.low(at + 1) in ("me", "us", "him")):
            return True
        if low == "to" and self.low(at - 1) in _TO_SOMEBODY and (self.kind(at + 1) == "m" or self.is_capital(at + 1)):
            return True  # "an aide ‖ to Rao"
        if self._is_place_of_stranger(at, first):
            return True
        if low in words("prepositions"):
            indefinite = self.low(first) in ("a", "an", "one")
            return indefinite and (low in ("from", "at") or (low == "in" and self.is_capital(at + 1)))
        if low.endswith("ing") and at > first + 1:
            return False
        return not (low in words("determiners") and self.low(at - 1) not in words("prepositions"))
