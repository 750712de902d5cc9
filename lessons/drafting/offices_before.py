"""Offices that stand before a name: "the deputy Ana Ruiz", "its chairman, Ana Ruiz, …", "Its president is Ana Ruiz", "Chair: Ana Ruiz"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .capitals import Named
from .office_heads import is_head, is_short_rank
from .office_phrases import Phrase, Token, tokens
from .phrases_before import COPULAS, ending_with, may_end_with
from .records import Span
from .words import data, split

_DATA = data("offices")
_RANKS = split(_DATA["ranks"])
_VERBAL = split(_DATA["verbal"])
_VERBS_BEFORE = frozenset({"to", "will", "would", "can", "could", "should", "must", "may", "might", "did", "not", "shall"})
_AUXILIARIES = frozenset({"will", "would", "has", "had", "have", "also", "now", "currently", "then", "still"})
# What may follow a name that stands behind a comma as the holder of the office before the comma.
_CLOSED = re.compile(
    r"(?:,? [A-Z]{2,5}(?=[,.;]))?(?:\s?(?:[,;.:!?)\]”\"“‘–—|\t]|[’'](?![sS]\b)|-\s|\(|\Z)|\s(?:of\s(?:the\s)?[A-ZÀ-Þ]|and\b|who\b|whose\b))"
)
_END = re.compile(r"\s*\Z|\s?[,;.:)\]”\"–—]|\s(?:of|from|and|who|whose|in|at|since|by)\b")
_OF = re.compile(r" of (?:the )?[A-ZÀ-Þ][\w’-]{0,30}(?:[ -](?:of |and |the |de )?[A-ZÀ-Þ][\w’-]{0,30}){0,5}(?<![’']s)")
# What may stand before an office without a determiner and with a comma behind it.
_BEFORE_BARE = frozenset({"and", "with", "by", "under", "of", "as"})
# Another holder behind the first.
_FURTHER = re.compile(r"(?:,|,? and|,? &) [A-ZÀ-Þ]")
_WINDOW = 240


@dataclass(frozen=True, slots=True)
class Claim:
    """A person and an office that stand together."""

    start: int
    end: int
    one: Named
    phrase: Phrase
    former: bool = False


def before(text: str, sentence: Span, one: Named, is_known: bool) -> Iterator[Claim]:
    """The offices to the left of a name. A surname alone must be known, or its title be one that stands before surnames.

    >>> from .capitals import named
    >>> text = "It asked its former chairman, Ana Ruiz, to stay."
    >>> [(claim.phrase.owner, claim.phrase.core, claim.former) for one in named(text, 0, 49) for claim in before(text, (0, 49), one, True)]
    [('its', 'chairman', True)]
    """
    if not may_end_with(text, max(sentence[0], one.outer - _WINDOW), one.outer):
        return
    words = tokens(text, max(sentence[0], one.outer - _WINDOW), one.outer)
    if words and words[-1].low == "the" and one.outer < one.start:
        words.pop()
    if not words:
        return
    claim = _inverted(text, sentence, words, one) or _beside(text, sentence, words, one, is_known)
    if not claim:
        return
    if claim.phrase.core.lower() != "professor" or claim.phrase.rest:
        yield claim
    yield from _second(text, sentence, words, claim)


def _beside(text: str, sentence: Span, words: list[Token], one: Named, is_known: bool) -> Claim | None:
    last = words[-1]
    rank = words[-2] if last.word == "." and len(words) > 1 else last
    if is_short_rank(rank.word) and rank.is_capital and (last.word == "." or not is_head(rank.word)):
        outer = ending_with(text, [token for token in words if token.end <= rank.start])
        return Claim(outer.start, one.end, one, outer, outer.former) if outer and not outer.plural else _short(words, rank, last, one)
    is_apart = last.word in {",", "–", "—", ":", "-", "|"} or last.word[0] == "\t"
    is_open = is_apart and not _CLOSED.match(text, one.end, sentence[1])
    if is_apart and not is_known:
        return None
    kept = words[:-1] if is_apart else words
    if not is_apart and last.low in {"called", "named"} and len(words) > 2:
        kept = words[:-1]
    phrase = ending_with(text, kept, is_apart)
    if phrase is None or not _stands(words, phrase, one, is_apart, is_known):
        return None
    if is_open and not _is_free(words, phrase):
        return None
    if is_apart and phrase.plural and not _FURTHER.match(text, one.end, sentence[1]):
        return None
    if kept is not words and not is_apart and phrase.determiner not in {"a", "an"}:
        return None
    return _extended(text, sentence, one, phrase)


def _short(words: list[Token], rank: Token, last: Token, one: Named) -> Claim:
    """As "Ohio Gov. Ana Ruiz": with the capitals before it."""
    n = words.index(rank)
    while n and words[n - 1].is_capital and not words[n - 1].breaks and not words[n - 1].is_possessive:
        n -= 1
    core = " ".join([*(token.word for token in words[n : words.index(rank)]), rank.word if last is rank else f"{rank.word}."])
    phrase = Phrase(words[n].start, last.end, "", core, rank.low)
    return Claim(phrase.start, one.end, one, phrase)


def _is_free(words: list[Token], phrase: Phrase) -> bool:
    """Whether an office begins its clause without a determiner: "Head of Parks, Ana Ruiz said"."""
    before = [token for token in words if token.end <= phrase.start]
    return not phrase.owner and not phrase.determiner and bool(phrase.rest) and (not before or before[-1].word in ',“"‘:;')


def _stands(words: list[Token], phrase: Phrase, one: Named, is_apart: bool, is_known: bool) -> bool:
    """Whether an office before a name may be the name's; whether the sentence goes on as it should is seen elsewhere."""
    is_capital = phrase.core.split()[-1][0].isupper()
    ahead = [token for token in words if token.end <= phrase.start]
    if len(one.words) == 1 and not is_known and (is_apart or phrase.head not in _RANKS or not is_capital or phrase.rest):
        return False
    mark = words[-1].word
    if mark in ":|" or mark[0] == "\t":
        return not ahead or ahead[-1].word[0] == "\t" or ahead[-1].word in "|;•"
    if phrase.plural or not ahead or " " in phrase.core or phrase.owner or phrase.determiner or phrase.former:
        return True
    if is_apart:
        return is_capital or bool(phrase.rest) or not ahead[-1].is_word or ahead[-1].low in _BEFORE_BARE
    return not (phrase.head in _VERBAL and ahead[-1].low in _VERBS_BEFORE)


def _extended(text: str, sentence: Span, one: Named, phrase: Phrase) -> Claim:
    """With "of PLACE" behind the name, where the office itself names no body."""
    of = _OF.match(text, one.end, sentence[1])
    is_bare = not phrase.owner and not phrase.rest and (phrase.core.lower() == phrase.head or phrase.determiner in {"that", "this"})
    if not of or not is_bare:
        return Claim(phrase.start, one.end, one, phrase, phrase.former)
    return Claim(phrase.start, of.end(), one, replace(phrase, rest=of[0].strip()), phrase.former)


def _inverted(text: str, sentence: Span, words: list[Token], one: Named) -> Claim | None:
    """As "Its president is Ana Ruiz"."""
    if words[-1].low not in COPULAS or not _END.match(text, one.end, sentence[1]):
        return None
    n = len(words) - 1
    copula = words[n].low
    while n and words[n - 1].low in _AUXILIARIES:
        n -= 1
    phrase = ending_with(text, words[:n])
    if phrase is None or phrase.plural:
        return None
    ahead = [token for token in words[:n] if token.end <= phrase.start]
    if ahead and ahead[-1].is_word and ahead[-1].low not in {"and", "but", "whose", "that", "where", "when", "while", "then"}:
        return None
    bound = phrase.owner or phrase.determiner or (ahead and ahead[-1].low == "whose")
    return Claim(phrase.start, one.end, one, phrase, phrase.former or copula in {"was", "were"}) if bound else None


def _second(text: str, sentence: Span, words: list[Token], claim: Claim) -> Iterator[Claim]:
    """Another office in front of the first: "its chairman, trade minister Ana Ruiz,"."""
    ahead = [token for token in words if token.end <= claim.phrase.start]
    if (
        claim.phrase.determiner
        or claim.phrase.owner
        or len(ahead) < 2
        or ahead[-1].word != ","
        or not _CLOSED.match(text, claim.end, sentence[1])
    ):
        return
    phrase = ending_with(text, ahead[:-1])
    if phrase and not phrase.plural and (phrase.owner or phrase.determiner) and is_head(phrase.head):
        yield Claim(phrase.start, claim.end, claim.one, phrase, phrase.former)
