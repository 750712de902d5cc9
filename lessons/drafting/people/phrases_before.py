"""An office read leftwards from a name: what stands in "said the bank’s former head of research, Ana Ruiz"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..words import data, split
from .office_heads import is_head, is_short_rank, singular
from .office_phrases import (
    DETERMINERS,
    FORMER,
    MODIFIERS,
    OPENS,
    PRONOUNS,
    Phrase,
    Token,
    core_of,
    head_of,
    is_inside,
    owner_of,
    without_was,
)

COPULAS = frozenset({"is", "was", "are", "were", "remains", "became", "be", "been", "remained"})
# What may stand before an office that opens a sentence.
OPENERS = frozenset({"as", "now", "once", "then", "formerly", "currently", "previously", "already", "still", "today", "later"})
_NOUNS_ING = split(data("offices")["nouns_in_ing"])
# Fields of ministries, with what stands before one.
_WIDE = split(data("offices")["portfolios"]) | frozenset("large medium small micro new entrepreneurship empowerment higher".split())
_RELATIONS = split(data("offices")["relations"])
# Who speaks or acts for another office: "a spokesman for the mayor".
_SPEAKERS = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney solicitor barrister counsel advocate representative agent coach aide adviser"
    " advisor secretary".split()
)
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "honour", "honor", "excellency", "lordship", "ladyship", "grace"})
_AGENTS = frozenset({"by", "with", "from", "told", "as"})  # "asked by counsel for the trust, ‖"
_LINKS = OPENS | {"and", "&", "the", "a", "an", "its", "their", "de", "du", "di", "del"}
_LAST_WORD = re.compile(r"(?P<word>[\w’'-]{2,40})\.?(?P<mark>[\s,:|–—-]{1,4})\Z")
_LINK_NEAR = re.compile(r"\s(?:of|for|to|at|in|on|with|without|from|that|who)\s")


def may_end_with(text: str, start: int, end: int) -> bool:
    """Whether an office may stand right before a place: a cheap look that spares most names the rest."""
    last = _LAST_WORD.search(text, max(start, end - 46), end)
    if not last:
        return False
    word = last["word"]
    if is_head(word) or singular(word) or is_short_rank(without_was(word)) or word.lower() in COPULAS:
        return True
    if not (word[0].isupper() or last["mark"].strip() or word in {"the", "called", "named"}):
        return bool(_LINK_NEAR.search(text, max(start, end - 60), end))
    return bool(_LINK_NEAR.search(text, max(start, end - 120), end)) or word in {"the", "called", "named"}


def ending_with(text: str, words: Sequence[Token], is_apart: bool = False) -> Phrase | None:
    """The office that ends with the last of some words; `is_apart` where a comma stands behind them.

    >>> from lessons.drafting.people.office_phrases import tokens
    >>> text = "said the bank’s former head of research"
    >>> found = ending_with(text, tokens(text, 0, len(text)))
    >>> found.owner, found.core, found.rest, found.former
    ('the bank', 'head', 'of research', True)
    """
    if not words:
        return None
    last = words[-1]
    head = None if _is_field(words) else head_of(last)
    governor = _governor(words) if is_apart and head else None
    if head and governor is None:
        return _leftward(text, words, len(words) - 1, head)
    if governor is not None and not head_of(words[governor]):
        return None
    at = governor if governor is not None else None if last.breaks else _head_before_link(words)
    if at is None and is_apart:
        at = _head_before_who(words)
    if at is None:
        return None
    found = _leftward(text, words, at, head_of(words[at]) or "")
    begins_clause = is_apart and (
        not at or words[at - 1].word in ",;:–—“‘(" or (at == 1 and words[0].low in OPENERS) or words[at - 1].low in _AGENTS
    )
    is_bound = found.determiner or found.owner or found.former or found.core.count(" ")
    if not (is_bound or words[at].is_capital or begins_clause or _is_free(words, at + 1)):
        return None
    return replace(found, end=last.end, rest=text[words[at].end : last.end].strip())


def _is_field(words: Sequence[Token]) -> bool:
    """Whether the last word is what a minister is for: "Minister for Justice"."""
    last = words[-1]
    return last.is_capital and last.low in _WIDE and len(words) > 2 and words[-2].low in {"of", "for"} and bool(head_of(words[-3]))


def _head_before_link(words: Sequence[Token]) -> int | None:
    """The place of a head that "of" or the like joins to the end: no break between but the small words of names."""
    for n in range(len(words) - 2, max(-1, len(words) - 14), -1):
        token = words[n]
        if token.low in OPENS and n and head_of(words[n - 1]):
            is_sure = words[n - 1].is_capital or _is_bound(words, n - 1) or _is_free(words, n)
            if token.low in {"to", "with", "from", "in", "on"} and not is_sure:
                return None
            return n - 1
        if token.low == "," and words[n - 1].is_capital and words[n + 1].is_capital and n + 2 < len(words):
            continue
        if token.breaks and token.low not in _LINKS:
            return None
    return None


def _governor(words: Sequence[Token]) -> int | None:
    """The place of what governs an office at the end: "a friend of the minister", "an aide to the mayor", "a spokesman for the mayor"."""
    for n in range(len(words) - 2, max(0, len(words) - 7), -1):
        token = words[n]
        if token.low in {"of", "to"} or (token.low == "for" and head_of(words[n - 1]) in _SPEAKERS):
            is_new = any(one.low in {"a", "an", "another"} for one in words[max(0, n - 5) : n])
            is_plural = not is_head(words[-1].word)
            return n - 1 if words[n - 1].low in _RELATIONS or (head_of(words[n - 1]) and (is_new or is_plural)) else None
        if token.breaks and token.low not in DETERMINERS:
            return None
    return None


def _is_bound(words: Sequence[Token], n: int, far: int = 4) -> bool:
    """Whether a determiner or a genitive stands near before a head."""
    near = words[max(0, n - far) : n]
    return any(token.low in DETERMINERS or token.is_possessive or (token.word.isupper() and len(token.word) > 1) for token in near)


def _is_free(words: Sequence[Token], n: int) -> bool:
    """Whether a head before "to" opens its clause and is told of a body: ", counsel to the inquiry Ana Ruiz"."""
    is_opening = n < 2 or words[n - 2].word in ",;:–—“‘("
    is_of_body = words[n + 1].is_capital or words[n + 1].low in DETERMINERS
    return words[n].low == "to" and is_opening and is_of_body and is_head(words[n - 1].word)


def _head_before_who(words: Sequence[Token]) -> int | None:
    """The place of a head that a clause follows: "the engineer who came with them"."""
    for n in range(len(words) - 1, max(0, len(words) - 12), -1):
        if not words[n].is_word:
            return None
        if words[n].low == "who" and head_of(words[n - 1]):
            return n - 1
    return None


def _leftward(text: str, words: Sequence[Token], at: int, head: str) -> Phrase:
    """The office whose head stands at a place, read to the left."""
    start = core_from = at
    owner = determiner = ""
    former = False
    small = capitals = 0
    for n in range(at - 1, -1, -1):
        token = words[n]
        if token.is_possessive and (not token.breaks or token.is_capital):
            start, owner = owner_of(text, words, n)
            break
        if token.low in DETERMINERS:
            if _is_conjunction(words, n):
                break
            start = n
            owner, determiner = (token.low, "") if token.low in PRONOUNS else ("", token.low)
            break
        if token.low in FORMER:
            former, start = True, n
        elif not _is_joined(words, n, at):
            if _ends(words, n, core_from):
                break
            small, capitals = small + (not token.is_capital), capitals + token.is_capital
            if small > 4 or capitals > 7:
                break
            start = core_from = n
    core, was = core_of(words[core_from : at + 1])
    return Phrase(
        words[start].start, words[at].end, owner, core, without_was(head), "", former or was, determiner, not is_head(words[at].word)
    )


def _is_conjunction(words: Sequence[Token], n: int) -> bool:
    """Whether "that" begins a clause: "said that Chief Inspector …"."""
    return words[n].low in {"that", "this"} and n > 0 and words[n - 1].is_word and words[n - 1].low not in OPENS


def _is_joined(words: Sequence[Token], n: int, at: int) -> bool:
    """Whether a small word stands inside the office: "president and CEO", "Bank of Lima governor"."""
    if not n:
        return False
    if words[n].low == "and" and (head_of(words[n - 1]) or words[n - 1].low in MODIFIERS):
        return True
    if words[n].low in {"and", "&"} and _WIDE.issuperset((words[n - 1].low, words[n + 1].low)) and words[n + 1].is_capital:
        return True  # "Housing and Urban Affairs Minister"
    between = words[n - 1].is_capital and words[n + 1].is_capital and not words[n - 1].breaks
    return n + 1 < at and between and is_inside(words, n)


def _ends(words: Sequence[Token], n: int, core_from: int) -> bool:
    """Whether a word is none of the office's."""
    token = words[n]
    if token.breaks or token.low in _TITLES:
        return True
    if token.is_capital or token.low in MODIFIERS:
        return False
    is_verb = token.low.endswith("ing") and token.low not in _NOUNS_ING and not _is_bound(words, n, 1)
    return is_verb or (words[core_from].is_capital and n + 1 == core_from)
