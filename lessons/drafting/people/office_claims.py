"""A person and an office that stand together, and two ways to stand: "Its president is Ana Ruiz", "its director, the chef Ana Ruiz,"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import Span
from ..words import data, split
from .capitals import Named
from .office_heads import is_head, is_trade
from .office_phrases import PRONOUNS, Phrase, Token
from .phrases_before import COPULAS, ending_with

PRIVATE = split(data("offices")["private"])
_BEFORE_INVERTED = frozenset({"and", "but", "whose", "that", "where", "when", "while", "then"})
_AUXILIARIES = frozenset({"will", "would", "has", "had", "have", "also", "now", "currently", "then", "still"})
# What may follow a name that stands behind a comma as the holder of the office before the comma.
CLOSED = re.compile(
    r"(?:,? [A-Z]{2,5}(?=[,.;]|\s\(|,? [A-Z]{2,5}[,.;])){0,3}"
    r"(?:\s?(?:[,;.:!?)\]”\"“‘–—|\t]|[’'](?![sS]\b)|-\s|\(|\Z)|\s(?:of\s(?:the\s)?[A-ZÀ-Þ]|and\b|who\b|whose\b))"
)
_FLAG_RANKS = frozenset("admiral general colonel major captain commander brigadier marshal lieutenant commodore".split())
_END = re.compile(r"\s*\Z|\s?[,;.:)\]”\"–—]|\s(?:of|from|and|who|whose|in|at|since|by)\b")
# "The governor in question was …" tells who is meant, and not what she is.
_POINTED = frozenset({"in question", "in charge", "at issue"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A person and an office that stand together."""

    start: int
    end: int
    one: Named
    phrase: Phrase
    former: bool = False


def inverted(text: str, sentence: Span, words: list[Token], one: Named) -> Claim | None:
    """As "Its president is Ana Ruiz"."""
    if words[-1].low not in COPULAS or not _END.match(text, one.end, sentence[1]):
        return None
    n = len(words) - 1
    copula = words[n].low
    while n and words[n - 1].low in _AUXILIARIES:
        n -= 1
    phrase = ending_with(text, words[:n])
    if phrase is None or phrase.plural or phrase.rest in _POINTED:
        return None
    if phrase.core.lower() in PRIVATE and phrase.owner in PRONOUNS and not phrase.rest:
        return None
    ahead = [token for token in words[:n] if token.end <= phrase.start]
    if ahead and ahead[-1].is_word and not ahead[-1].word.isdigit() and ahead[-1].low not in _BEFORE_INVERTED:
        return None
    bound = phrase.owner or phrase.determiner or (ahead and ahead[-1].low == "whose")
    return Claim(phrase.start, one.end, one, phrase, phrase.former or copula in {"was", "were"}) if bound else None


def second(text: str, sentence: Span, words: list[Token], claim: Claim) -> Claim | None:
    """Another office in front of the first: "its chairman, trade minister Ana Ruiz,", "its director, the chef Ana Ruiz,"."""
    ahead = [token for token in words if token.end <= claim.phrase.start]
    if (
        (claim.phrase.determiner and not (is_told_trade(claim.phrase) or claim.phrase.former))
        or claim.phrase.owner
        or len(ahead) < 2
        or ahead[-1].word != ","
        or not CLOSED.match(text, claim.end, sentence[1])
    ):
        return None
    phrase = ending_with(text, ahead[:-1]) or ending_with(text, ahead[:-1], True)
    is_heirs = phrase and text.endswith(("successor as ", "predecessor as "), 0, phrase.start)
    if phrase and claim.phrase.former and phrase.determiner in {"a", "an"}:
        return None  # "under a mediator, the former minister ‖"
    if phrase and phrase.head in {"counterpart", "colleague"}:
        return None  # "her counterpart, Deputy Minister ‖": the office is told
    if phrase and not phrase.plural and (phrase.owner or phrase.determiner or is_heirs) and is_head(phrase.head):
        return Claim(phrase.start, claim.end, claim.one, phrase, phrase.former)
    return None


def is_listed(text: str, claim: Claim) -> bool:
    """Whether a trade and its holder stand in a list: "the duke, the poet Ana Ruiz and the judge"."""
    return is_told_trade(claim.phrase) and text.startswith((" and ", " or "), claim.end)


def is_told_trade(phrase: Phrase) -> bool:
    """Whether a phrase only tells who somebody is beside an office: "the chef"."""
    return phrase.determiner == "the" and (is_trade(phrase.head) or phrase.head in _FLAG_RANKS) and not phrase.rest
