"""An office read rightwards: what stands behind the comma of "Ana Ruiz, a former minister of health who left"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..words import data, split
from .office_heads import is_head
from .office_phrases import DETERMINERS, FORMER, MODIFIERS, OPENS, PRONOUNS, Phrase, Token, core_of, head_of, owner_of, without_was

_NOT_AFTER = split(data("offices")["not_after"])
_BOUND = frozenset({"the", "a", "an", "its", "their", "this"})
_NUMBERED = split(data("offices")["numbered"])
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred".split())
_MONTHS = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|ober)?\Z")


def starting_with(text: str, words: Sequence[Token], at: int = 0) -> tuple[Phrase, int] | None:
    """The office that begins at one of some words, and the place of the word behind it.

    >>> from lessons.drafting.people.office_phrases import tokens
    >>> text = "a former minister of health who left"
    >>> found, behind = starting_with(text, tokens(text, 0, len(text)))
    >>> found.core, found.rest, found.former, behind
    ('minister', 'of health', True, 5)
    """
    n, former = _skipped(
        words, at, FORMER | {"now", "currently", "also", "later", "afterwards", "subsequently", "eventually", "soon", "today", "still"}
    )
    owner = determiner = ""
    if n < len(words) and words[n].low == "whose":
        return None
    if n < len(words) and words[n].low in DETERMINERS:
        owner, determiner = (words[n].low, "") if words[n].low in PRONOUNS else ("", words[n].low)
        n += 1
    genitive = _genitive(words, n)
    if genitive is not None:
        owner, determiner, n = owner_of(text, words[: genitive + 1], genitive)[1], "", genitive + 1
    n += n < len(words) and words[n].low in _NUMBERS  # "one of the board’s two vice-presidents"
    n, also = _skipped(words, n, FORMER)
    head = _head_ahead(words, n)
    if head is None:
        return None
    core, was = core_of(words[n : head + 1])
    former = former or also or was
    is_plural = not is_head(words[head].word)
    name = without_was(head_of(words[head]) or words[head].low)
    if head + 1 < len(words) and words[head + 1].low in {"emeritus", "emerita"}:
        head, core, former = head + 1, f"{core} {words[head + 1].low}", True
    behind = _rest(words, head + 1)
    rest = text[words[head].end : words[behind - 1].end].strip()
    return Phrase(words[at].start, words[behind - 1].end, owner, core, name, rest, former, determiner, is_plural), behind


def _skipped(words: Sequence[Token], at: int, small: frozenset[str]) -> tuple[int, bool]:
    """The place behind some small words, and whether one of them says that the office is past."""
    n = at
    while n < len(words) and words[n].low in small:
        n += 1
    return n, any(token.low in FORMER for token in words[at:n])


def _genitive(words: Sequence[Token], at: int) -> int | None:
    """The place of a genitive that begins the office: "the Bank of Lima’s governor"."""
    n = next((k for k in range(at, min(at + 6, len(words))) if words[k].is_possessive), None)
    if n is None:
        return None
    inner = words[at:n]
    return n if all((not one.breaks or one.low in {"of", "the", "for", "and"}) and not head_of(one) for one in inner) else None


def _head_ahead(words: Sequence[Token], at: int) -> int | None:
    """The place of the last head of a run of words without a break; a second one behind "and" counts, too."""
    found = None
    n = at
    while n < len(words) and n - at < 9:
        token = words[n]
        if head_of(token):
            found = n
        elif token.low in {"and", "&", "/"} and n > at:
            if not _head_follows(words, n + 1):
                break
        elif token.breaks and (found is not None or not _is_of(words, n, at)):
            break
        elif found is not None and token.low in _NOT_AFTER:
            return None
        elif found is not None and not token.is_capital and token.low not in MODIFIERS and not _is_compound(words, n):
            break
        n += 1
    return found


def _is_compound(words: Sequence[Token], at: int) -> bool:
    """Whether a head is near behind a noun: "provincial dike inspector"."""
    for token in words[at : at + 3]:
        if token.breaks or token.is_possessive:
            return False
        if head_of(token):
            return True
    return False


def _is_of(words: Sequence[Token], n: int, at: int) -> bool:
    """Whether "of" stands inside a name before the head: "Bank of Lima governor"."""
    return words[n].low == "of" and n > at and words[n - 1].is_capital and n + 1 < len(words) and words[n + 1].is_capital


def _head_follows(words: Sequence[Token], at: int) -> bool:
    for token in words[at : at + 4]:
        if head_of(token):
            return True
        if token.breaks and token.low not in DETERMINERS:
            return False
    return False


def _rest(words: Sequence[Token], at: int) -> int:
    """The place behind what "of", "for" and the like join to a head."""
    n = at
    while n + 1 < len(words) and words[n].low in OPENS and n - at < 16:
        following = words[n + 1]
        if following.word[0].isdigit() or _MONTHS.match(following.word) or not following.is_word:
            break
        if words[n].low == "at" and following.low in {"the", "that"} and n + 2 < len(words) and words[n + 2].low in {"time", "moment"}:
            break
        if words[n].low in {"with", "from"} and not following.is_capital and following.low not in DETERMINERS:
            break
        if words[n].low not in {"of", "for"} and following.breaks and following.low not in _BOUND:
            break
        end = _noun(words, n + 1)
        if end == n + 1:
            break
        n = end
    return n


def _noun(words: Sequence[Token], at: int) -> int:
    """The place behind the noun that a preposition governs."""
    n = at
    while n < len(words) and words[n].low in DETERMINERS:
        n += 1
    first = n
    small = 0
    while n < len(words) and n - at < 9:
        token = words[n]
        if token.low in {"and", "&"}:
            if n == first or not _joins(words, n):
                break
        elif (token.breaks and not _is_numbered(words, n, first)) or (
            n > first and (token.low in {"last", "next"} or _is_of_years(words, n))
        ):
            break
        else:
            small = 0 if token.is_capital else small + 1
            if small > 4:
                break
        n += 1
    while n > first and words[n - 1].low in {"and", "&"}:
        n -= 1
    return n if n > first else at


def _is_of_years(words: Sequence[Token], n: int) -> bool:
    """Whether "between" begins a span of years behind the noun."""
    return words[n].low == "between" and n + 1 < len(words) and words[n + 1].word[0].isdigit()


def _is_numbered(words: Sequence[Token], n: int, first: int) -> bool:
    """Whether a number is one of a name: "Local 418", "the Three Rivers Fund"; a year is none."""
    token = words[n]
    if token.word.isdigit():
        is_short = len(token.word) < 4 or (len(token.word) < 6 and words[n - 1].low in _NUMBERED)
        return n > first and words[n - 1].is_capital and is_short and not _MONTHS.match(words[n - 1].word)
    return token.is_capital and token.low in _NUMBERS and n + 1 < len(words) and words[n + 1].is_capital


def _joins(words: Sequence[Token], at: int) -> bool:
    """Whether "and" joins two nouns of a name, and not two clauses."""
    if at + 1 >= len(words) or words[at + 1].breaks:
        return False
    if words[at - 1].is_capital and words[at + 1].is_capital:
        return True
    for token in words[at + 1 : at + 5]:
        if not token.is_word or token.low in {"of", "at", "in", "for"}:
            return True
        if token.breaks or token.is_capital or token.low in DETERMINERS:
            return False
    return at + 5 > len(words)
