"""The words of an office around its head: "Malawi’s then deputy minister of health", as words, and as a whole.

No parser: a phrase ends where a word stands that no office's name runs over (data/offices.toml, `breaks`), at a mark, or after a few words.
`phrases_before` reads one leftwards from a name, `phrases_behind` rightwards from a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..words import data, split
from .office_heads import is_head, singular

_DATA = data("offices")
FORMER = split(_DATA["former"])
MODIFIERS = split(_DATA["modifiers"])
_BREAKS = split(_DATA["breaks"])
# With a capital these are nouns: "Registrar of Place Names".
_NOUNS = frozenset({"warning", "names"})
_NO_ADVERBS = split(_DATA["no_adverbs"])
DETERMINERS = split(_DATA["determiners"])
# Words that join a noun to a head: "ambassador to Chad".
OPENS = frozenset({"of", "for", "to", "at", "in", "on", "with", "from", "commanding", "without"})
_TOKEN = re.compile(r"(?:[A-Z]\.){2,5}|[^\W_]+(?:[-‐‑’'&./][^\W_]+)*(?:(?<=s)[’'](?=\s[a-zA-Z]))?|&|\t+|[^\w\s]")
_POSSESSIVE = re.compile(r"(?:[’']s|s[’'])\Z", re.IGNORECASE)

_WAS = ("ex-", "then-", "former-")
PRONOUNS = frozenset({"its", "his", "her", "our", "their", "my", "your", "whose"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, with its place."""

    start: int
    end: int
    word: str
    low: str

    @property
    def is_word(self) -> bool:
        return self.word[0].isalnum() or self.word == "&"

    @property
    def is_capital(self) -> bool:
        return self.word[0].isupper()

    @property
    def is_possessive(self) -> bool:
        return bool(_POSSESSIVE.search(self.word))

    @property
    def breaks(self) -> bool:
        """Whether no office's name runs over it."""
        if (self.word.isupper() and len(self.word) > 1) or (self.is_capital and self.low in _NOUNS):
            return False
        if not self.is_word or self.low in _BREAKS or self.word[0].isdigit():
            return True
        return not self.is_capital and self.low.endswith(("ly", "ed")) and len(self.low) > 4 and self.low not in MODIFIERS | _NO_ADVERBS


@dataclass(frozen=True, slots=True)
class Phrase:
    """An office in words.

    Attributes:
        start, end: with determiner, possessor and "former".
        owner: whose it is: a pronoun ("its"), or a name or noun in the genitive, mark left off ("Malawi", "the board"); empty for none.
        core: the words up to the head, without determiner, owner and "former".
        head: the head in small letters, in the singular.
        rest: what follows the head ("of Water Resources").
        former: whether a word of the phrase says that the office is past.
        determiner: "the", "a"; empty for none, or where an owner stands.
        plural: whether several people hold it.
    """

    start: int
    end: int
    owner: str
    core: str
    head: str
    rest: str = ""
    former: bool = False
    determiner: str = ""
    plural: bool = False


def each_token(text: str, start: int, end: int) -> Iterator[Token]:
    """The words and marks of a stretch, one after another."""
    for match in _TOKEN.finditer(text, start, end):
        yield Token(match.start(), match.end(), match[0], match[0].lower())


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a stretch; a genitive is one word.

    >>> [token.word for token in tokens("The board’s head, 61", 0, 20)]
    ['The', 'board’s', 'head', ',', '61']
    """
    return list(each_token(text, start, end))


def head_of(token: Token) -> str | None:
    """The head that a word is, in small letters and in the singular; None for another word."""
    if not token.is_word:
        return None
    return token.low if is_head(token.word) else singular(token.word)


def core_of(words: Sequence[Token]) -> tuple[str, bool]:
    """The words of an office without those that say that it is past, and whether there were such."""
    kept = [without_was(token.word) for token in words if token.low not in FORMER]
    return " ".join(kept), any(token.low in FORMER or token.low.startswith(_WAS) for token in words)


def without_was(word: str) -> str:
    """A word without "ex-" and the like."""
    return word.partition("-")[2] if word.lower().startswith(_WAS) else word


def is_inside(words: Sequence[Token], n: int) -> bool:
    """Whether "of" or "and" stands inside a name in front of a head: "Bank of England", "Ministry of Trade and Industry"."""
    return words[n].low in {"of", "for"} or (words[n].low == "and" and n > 2 and words[n - 2].low in {"of", "for"})


def owner_of(text: str, words: Sequence[Token], at: int) -> tuple[int, str]:
    """Where the words of a genitive begin, and they without their mark."""
    first = at
    n = at - 1
    while n >= 0 and at - n < 8:
        token = words[n]
        if token.low in DETERMINERS:
            first = n
            break
        linked = n and words[n - 1].is_capital and words[n + 1].is_capital and not words[n - 1].breaks and is_inside(words, n)
        if not linked and (token.breaks or (not token.is_capital and words[first].is_capital)):
            break
        if not linked:
            first = n
        n -= 1
    bare = _POSSESSIVE.sub(lambda match: "s" if match[0].lower().startswith("s") else "", text[words[first].start : words[at].end])
    return first, bare
