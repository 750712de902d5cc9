"""The words of an office around its head: "Malawi’s then deputy minister of health", read leftwards from a name or rightwards from a comma.

No parser: a phrase ends where a word stands that no office's name runs over (data/offices.toml, `breaks`), at a mark, or after a few words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .office_heads import is_head, singular
from .words import data, split

_DATA = data("offices")
FORMER = split(_DATA["former"])
_MODIFIERS = split(_DATA["modifiers"])
_BREAKS = split(_DATA["breaks"])
_DETERMINERS = split(_DATA["determiners"])
_NOT_AFTER = split(_DATA["not_after"])
_LINKS = frozenset({"of", "for", "to", "at", "in", "on", "with", "from", "and", "&", "the", "a", "an", "its", "their", "de", "du", "di", "del"})
_OPENS = frozenset({"of", "for", "to", "at", "in", "on", "with", "from"})
_MONTHS = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|ober)?\Z")
_TOKEN = re.compile(r"(?:[A-Z]\.){2,5}|[^\W_]+(?:[-‐‑’'&./][^\W_]+)*(?:(?<=s)[’'](?=\s[a-zA-Z]))?|&|\t+|[^\w\s]")
_POSSESSIVE = re.compile(r"(?:[’']s|s[’'])\Z", re.IGNORECASE)

PRONOUNS = frozenset({"its", "his", "her", "our", "their", "my", "your"})


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
        if not self.is_word or self.low in _BREAKS or self.word[0].isdigit():
            return True
        return not self.is_capital and self.low not in _MODIFIERS and self.low.endswith(("ly", "ed")) and len(self.low) > 4


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


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a stretch; a genitive is one word.

    >>> [token.word for token in tokens("The board’s head, 61", 0, 20)]
    ['The', 'board’s', 'head', ',', '61']
    """
    return [Token(match.start(), match.end(), match[0], match[0].lower()) for match in _TOKEN.finditer(text, start, end)]


def ending_with(text: str, words: Sequence[Token]) -> Phrase | None:
    """The office that ends with the last of some words.

    >>> text = "said the bank’s former head of research"
    >>> found = ending_with(text, tokens(text, 0, len(text)))
    >>> found.owner, found.core, found.rest, found.former
    ('the bank', 'head', 'of research', True)
    """
    if not words:
        return None
    last = words[-1]
    head = _head(last)
    if head:
        return _leftward(text, words, len(words) - 1, head)
    if last.breaks:
        return None
    at = _head_before_link(words)
    if at is None:
        return None
    found = _leftward(text, words, at, _head(words[at]) or "")
    if found is None or not (found.determiner or found.owner or words[at].is_capital or found.core.count(" ")):
        return None
    return replace(found, end=last.end, rest=text[words[at].end : last.end].strip())


def _head(token: Token) -> str | None:
    if not token.is_word:
        return None
    return token.low if is_head(token.word) else singular(token.word)


def _head_before_link(words: Sequence[Token]) -> int | None:
    """The place of a head that "of" or the like joins to the end: no break between but the small words of names."""
    for n in range(len(words) - 2, max(-1, len(words) - 14), -1):
        token = words[n]
        if token.low in _OPENS and n and _head(words[n - 1]):
            if token.low in {"to", "with", "from", "in", "on"} and not words[n - 1].is_capital and not _is_bound(words, n - 1):
                return None
            return n - 1
        if token.low == "," and words[n - 1].is_capital and words[n + 1].is_capital and n + 2 < len(words):
            continue
        if token.breaks and token.low not in _LINKS:
            return None
    return None


def _is_bound(words: Sequence[Token], n: int) -> bool:
    """Whether a determiner or a genitive stands near before a head."""
    return any(token.low in _DETERMINERS or token.is_possessive for token in words[max(0, n - 4) : n])


def _leftward(text: str, words: Sequence[Token], at: int, head: str) -> Phrase | None:
    """The office whose head stands at a place, read to the left."""
    start = core_from = at
    owner = determiner = ""
    former = False
    small = capitals = 0
    n = at - 1
    while n >= 0:
        token = words[n]
        if token.is_possessive and (not token.breaks or token.is_capital):
            start, owner = _owner(text, words, n)
            break
        if token.low in {"that", "this"} and n and words[n - 1].is_word and words[n - 1].low not in _OPENS:
            break
        if token.low in _DETERMINERS:
            start = n
            owner, determiner = (token.low, "") if token.low in PRONOUNS else ("", token.low)
            break
        if token.low in FORMER:
            former, start = True, n
        elif token.low == "and" and n and (_head(words[n - 1]) or words[n - 1].low in _MODIFIERS):
            pass
        elif n and n + 1 < at and words[n - 1].is_capital and words[n + 1].is_capital and not words[n - 1].breaks and _links(words, n):
            pass
        elif token.breaks or (token.low.endswith("ing") and not token.is_capital and token.low not in _MODIFIERS and token.low not in _NOUNS_ING):
            break
        elif not token.is_capital and words[core_from].is_capital and token.low not in _MODIFIERS and n + 1 == core_from:
            break
        elif token.low in _TITLES:
            break
        else:
            small, capitals = small + (not token.is_capital), capitals + token.is_capital
            if small > 4 or capitals > 7:
                break
            start = core_from = n
        n -= 1
    core, was = _core(words[core_from : at + 1])
    return Phrase(words[start].start, words[at].end, owner, core, _bare(head), "", former or was, determiner, not is_head(words[at].word))


def _core(words: Sequence[Token]) -> tuple[str, bool]:
    """The words of an office without those that say that it is past, and whether there were such."""
    kept = [_bare(token.word) for token in words if token.low not in FORMER]
    return " ".join(kept), any(token.low in FORMER or token.low.startswith(_WAS) for token in words)


_WAS = ("ex-", "then-", "former-")


def _bare(word: str) -> str:
    return word.partition("-")[2] if word.lower().startswith(_WAS) else word


def _links(words: Sequence[Token], n: int) -> bool:
    """Whether "of" or "and" stands inside a name in front of a head: "Bank of England", "Ministry of Trade and Industry"."""
    return words[n].low in {"of", "for"} or (words[n].low == "and" and n > 2 and words[n - 2].low in {"of", "for"})


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof"})
_NOUNS_ING = split(_DATA["nouns_in_ing"])


def _owner(text: str, words: Sequence[Token], at: int) -> tuple[int, str]:
    """Where the words of a genitive begin, and they without their mark."""
    first = at
    n = at - 1
    while n >= 0 and at - n < 8:
        token = words[n]
        if token.low in _DETERMINERS:
            first = n
            break
        linked = n and words[n - 1].is_capital and words[n + 1].is_capital and not words[n - 1].breaks and _links(words, n)
        if not linked and (token.breaks or (not token.is_capital and words[first].is_capital)):
            break
        if not linked:
            first = n
        n -= 1
    bare = _POSSESSIVE.sub(lambda match: "s" if match[0].lower().startswith("s") else "", text[words[first].start : words[at].end])
    return first, bare


def starting_with(text: str, words: Sequence[Token], at: int = 0) -> tuple[Phrase, int] | None:
    """The office that begins at one of some words, and the place of the word behind it.

    >>> text = "a former minister of health who left"
    >>> found, behind = starting_with(text, tokens(text, 0, len(text)))
    >>> found.core, found.rest, found.former, behind
    ('minister', 'of health', True, 5)
    """
    first, n = at, at
    owner = determiner = ""
    former = False
    while n < len(words) and (words[n].low in FORMER or words[n].low in {"now", "currently", "also", "later"}):
        former = former or words[n].low in FORMER
        n += 1
    if n < len(words) and words[n].low in _DETERMINERS:
        owner, determiner = (words[n].low, "") if words[n].low in PRONOUNS else ("", words[n].low)
        n += 1
    genitive = next((k for k in range(n, min(n + 6, len(words))) if words[k].is_possessive), None)
    if genitive is not None and all((not token.breaks or token.low in {"of", "the", "for", "and"}) and not _head(token) for token in words[n:genitive]):
        _, bare = _owner(text, words[: genitive + 1], genitive)
        owner, determiner, n = bare, "", genitive + 1
    while n < len(words) and words[n].low in FORMER:
        former, n = True, n + 1
    head = _head_ahead(words, n)
    if head is None:
        return None
    core, was = _core(words[n : head + 1])
    former = former or was
    if head + 1 < len(words) and words[head + 1].low == "emeritus":
        head += 1
    name = _bare(_head(words[head]) or words[head].low)
    behind = _rest(words, head + 1)
    rest = text[words[head].end : words[behind - 1].end].strip()
    return Phrase(words[first].start, words[behind - 1].end, owner, core, name, rest, former, determiner, not is_head(words[head].word)), behind


def _head_ahead(words: Sequence[Token], at: int) -> int | None:
    """The place of the last head of a run of words without a break; a second one behind "and" counts, too."""
    found = None
    n = at
    while n < len(words) and n - at < 9:
        token = words[n]
        if _head(token):
            found = n
        elif token.low in {"and", "&", "/"} and n > at:
            if not _head_follows(words, n + 1):
                break
        elif token.breaks and not (token.low == "of" and n > at and words[n - 1].is_capital and n + 1 < len(words) and words[n + 1].is_capital and found is None):
            break
        elif found is not None and token.low in _NOT_AFTER:
            return None
        elif found is not None and not token.is_capital and token.low not in _MODIFIERS:
            break
        n += 1
    return found


def _head_follows(words: Sequence[Token], at: int) -> bool:
    for token in words[at : at + 4]:
        if _head(token):
            return True
        if token.breaks and token.low not in _DETERMINERS:
            return False
    return False


def _rest(words: Sequence[Token], at: int) -> int:
    """The place behind what "of", "for" and the like join to a head."""
    n = at
    while n + 1 < len(words) and words[n].low in _OPENS and n - at < 16:
        following = words[n + 1]
        if following.word[0].isdigit() or _MONTHS.match(following.word) or not following.is_word:
            break
        if words[n].low in {"with", "from"} and not following.is_capital and following.low not in _DETERMINERS:
            break
        if words[n].low in {"in", "on", "with", "from", "to", "at"} and following.breaks and following.low not in {"the", "a", "an", "its", "their", "this"}:
            break
        end = _noun(words, n + 1)
        if end == n + 1:
            break
        n = end
    return n


def _noun(words: Sequence[Token], at: int) -> int:
    """The place behind the noun that a preposition governs."""
    n = at
    while n < len(words) and words[n].low in _DETERMINERS:
        n += 1
    first = n
    small = 0
    while n < len(words) and n - at < 9:
        token = words[n]
        if token.low in {"and", "&"}:
            if n == first or not _joins(words, n):
                break
        elif token.breaks or (n > first and token.low in {"last", "next"}):
            break
        else:
            small = 0 if token.is_capital else small + 1
            if small > 4:
                break
        n += 1
    while n > first and words[n - 1].low in {"and", "&"}:
        n -= 1
    return n if n > first else at


def _joins(words: Sequence[Token], at: int) -> bool:
    """Whether "and" joins two nouns of a name, and not two clauses."""
    if at + 1 >= len(words) or words[at + 1].breaks:
        return False
    if words[at - 1].is_capital and words[at + 1].is_capital:
        return True
    for token in words[at + 1 : at + 5]:
        if not token.is_word or token.low in {"of", "at", "in", "for"}:
            return True
        if token.breaks or token.is_capital or token.low in _DETERMINERS:
            return False
    return at + 5 > len(words)
