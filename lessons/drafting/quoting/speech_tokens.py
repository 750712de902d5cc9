"""A sentence as tokens: words, marks, people, and what stands in quotation marks as one token; and which words are verbs of speech.

No word is tagged. A verb is a form that the list knows, unless what stands before it makes it a noun ("the report", "Rao's claims").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..people.office_heads import is_head
from .marks import Marked
from .speech import is_pair, tags, words

_TOKEN = re.compile(r"[^\W_]\w{0,60}(?:[’'&./-]\w{1,60}){0,8}|[,;:()—–!?…]|-{1,2}(?=\s)|[.](?=\s|\Z)")
_NOT_ADVERBS = frozenset(
    "family july reply assembly italy ally bully lily sally supply monopoly billy kelly emily polly molly daily weekly monthly"
    " elderly friendly".split()
)
_BEFORE_BASE = frozenset("they we i you who to would will can could should may might must not n't people police critics".split())
_FREE = frozenset("one which that this these those another some many both all".split())
_ADJECTIVES = frozenset("first second third last latest new annual recent joint final official several brief".split())
_BE = frozenset("is was were are be been being get got gets".split())
_ADVERBS = frozenset(
    "also then later once twice now still never often again even just only simply finally first already always not n't so well long".split()
)
_REPEATS = frozenset("quote quotes quoted cite cites cited recite recites recited repeat repeats recall recalls remember remembers".split())
# At most so many words stand between a subject and its verb; no look goes over more, so that it costs the same wherever it is made.
BETWEEN = 8
_OWNED = ("’s", "'s", "s’", "s'")


class Known(NamedTuple):
    """A person where the text names them; `owns`: an 's follows."""

    start: int
    end: int
    name: str
    owns: bool


class Token(NamedTuple):
    """A word ("w"), a mark ("p"), a person ("m") or a stretch in quotation marks ("q"); `low`: the word in small letters."""

    kind: str
    start: int
    end: int
    low: str
    name: str = ""
    owns: bool = False

    @property
    def is_noun_like(self) -> bool:
        """A person, or a word that is not one of the little ones."""
        return self.kind == "m" or (
            self.kind == "w" and not any(self.low in words(name) for name in ("walls", "prepositions", "determiners", "between"))
        )


Phrase = tuple[int, int]
"""The first token of a noun phrase and the one behind its last."""


def tokens(frame: str, start: int, end: int, quoted: Sequence[Marked], known: Sequence[Known]) -> list[Token]:
    """The tokens of a sentence; `quoted` and `known` are those that lie in it, in order."""
    special = [Token("q", one.opening, one.closing, "") for one in quoted]
    special += [Token("m", one.start, one.end, "", one.name, one.owns) for one in known]
    found: list[Token] = []
    at = start
    for one in sorted(special, key=lambda one: one.start):
        if one.start >= at:
            found.extend(_plain(frame, at, one.start))
            found.append(one)
            at = one.end
    found.extend(_plain(frame, at, end))
    return found


def _plain(frame: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(frame, start, end):
        word = match[0]
        if word[0].isalnum():
            yield Token("w", match.start(), match.end(), word.lower())
        elif word != ".":
            yield Token("p", match.start(), match.end(), word)


def is_adverb(low: str) -> bool:
    """Whether a word is an adverb by its look.

    >>> is_adverb("quietly"), is_adverb("again"), is_adverb("reply")
    (True, True, False)
    """
    return low in _ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS)


class Tokens:
    """The tokens of one sentence, with the questions about one token."""

    def __init__(self, text: str, found: list[Token]) -> None:
        self.text, self.tokens = text, found
        self._lows = [one.low for one in found]
        self._length = len(found)

    def __len__(self) -> int:
        return self._length

    def low(self, n: int) -> str:
        return self._lows[n] if 0 <= n < self._length else ""

    def kind(self, n: int) -> str:
        return self.tokens[n].kind if 0 <= n < len(self.tokens) else ""

    def is_capital(self, n: int) -> bool:
        return 0 <= n < len(self.tokens) and self.text[self.tokens[n].start].isupper()

    def is_noun(self, n: int) -> bool:
        return 0 <= n < len(self.tokens) and self.tokens[n].is_noun_like

    def is_time(self, n: int) -> bool:
        low = self.low(n)
        if low not in words("times"):
            return low.isdigit() and self.low(n - 1) not in words("numbered")
        if low in ("may", "march"):
            return self.is_capital(n)
        # "the Evening Argus", "the Sunday Mail" are papers
        return not (self.low(n - 1) in ("the", "evening", "sunday") and self.is_capital(n) and self.is_capital(n + 1))

    def is_verb(self, n: int, known: dict[str, str] | None = None) -> bool:
        """Whether a token is a verb of speech that `known` lists, and no noun; without a list, one that tags speech."""
        known = tags() if known is None else known
        low = self.low(n)
        if low not in known:
            return self.kind(n) == "w" and is_pair(low, self.low(n + 1))
        before = n - 1
        while before >= max(0, n - BETWEEN) and self.low(before) in words("between") and self.low(before) not in _BEFORE_BASE:
            before -= 1
        if before < 0 or self.low(before) in _BEFORE_BASE:
            return True
        token = self.tokens[before]
        if token.owns or (token.low in words("determiners") and token.low not in _FREE):
            return False
        if token.low in words("prepositions") or token.low.endswith(_OWNED):
            return low.endswith("ing")
        if known[low] == low and low not in ("read", "put", "cast"):
            if is_head(self.low(n + 1)):
                return False  # part of an office: "Texas state senator"
            return token.low.endswith("s") or token.kind == "q" or token.low == ","
        return token.low not in _ADJECTIVES or (token.low == "official" and (low in words("plain_tags") or low.endswith("ed")))

    def is_object_asked(self, verb: int) -> bool:
        """Whether a verb's object is asked for before its subject: "what Rao calls", "what the mayor, who is new here, calls"."""
        n, commas = verb - 1, 0
        while n >= max(0, verb - 30) and self.kind(n) != "q" and self.low(n) not in (";", ":"):
            commas += self.low(n) in (",", "–", "—", ")")
            if self.low(n) in ("what", "which", "whom", "that") and (self.low(n) == "what" or verb - n <= BETWEEN):
                return verb - n <= BETWEEN or commas == 2
            n -= 1
        return False

    def is_repeated(self, verb: int) -> bool:
        """Whether somebody only repeats another's words: "the line that ‖ students quote", "which is still cited"."""
        return self.low(verb) in _REPEATS and any(self.low(n) in ("that", "which", "most") for n in range(max(0, verb - 5), verb))

    def is_passive(self, n: int) -> bool:
        """Whether a form is the passive of its verb: "was told", "is now called"."""
        if not self.low(n).endswith(("ed", "ld", "wn", "en", "id", "ought", "ut")):
            return False
        before = n - 1
        while before >= max(0, n - BETWEEN) and is_adverb(self.low(before)):
            before -= 1
        return self.low(before) in _BE
