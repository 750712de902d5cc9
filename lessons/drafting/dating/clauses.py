"""The clause that says what happened at a date, a part of the sentence that it stands in.

Rules on commas, joining words and quotation marks; nothing is parsed. The clause is cut so that a card may be made of it: without
the date at its edge, without what a further clause adds.
"""

from __future__ import annotations

import re

from ..records import Span
from ..words import any_of, split
from .tense_cues import CALENDAR_FORMS, IRREGULAR

# How far a clause may reach on either side of its date.
_REACH = 400
_SAYS = "said|says|announced|added|told|noted|reported|recalls?|claimed|stated|warned|confirmed|agreed|ruled|hopes|expects|found"
_LEFT_CUT = re.compile(
    r"[;:](?=\s)|\s[–—-]\s|—|[.,!?…][”\"’](?=\s)|[“\"](?=[A-ZÀ-Þ])|,\s(?:and|but|while|whereas|so|yet|though|although|because)\s"
    r"|\s(?:because|while|whereas|although|if)\s|\ssince\s(?=[a-z])"
    rf"|\b(?:{_SAYS})\s(?:[\w’'-]+\s){{0,4}}that\s|,\s(?=(?:who|whose|whom)\s)"
    r"|,\s(?=(?:the|an?)\s[\w’-]+(?:\s[\w’-]+){0,3}\s(?:which|who|that)\s)|(?<=[a-z)])\.(?=[A-Z])|\s(?=where\s|when\s)"
)
# "While one thing held, another happened on 3 May."
_OPENING = re.compile(r"(?:While|Although|Though|When|As|After|Before|If|Because|Since)\s[^,;:.]{4,160},\s")
_RIGHT_CUT = re.compile(
    r"[;:](?=\s)|\s[–—-]\s|—|[.,!?…][”\"’](?=\s)|[“\"](?=[A-ZÀ-Þ])"
    r"|,\s(?:and|but|while|whereas|so|yet|though|although|because|which|who|whose|where|when|with|after|before|chiefly|leaving)\s"
    r"|\s(?:because|while|whereas|although|unless|when|where|before|after|since)\s|,\s(?=\w+ing\s)"
)
_RIGHT_AND = re.compile(rf"\s(?:and|but)\s(?=(?:{any_of(IRREGULAR)}|was|were|had|has|is|are|will|[a-z]+ed|[a-z]+s)\b)")
_VERBS = IRREGULAR | split("was were is are has have had will shall would should can could may must did does do to")
_WORD = re.compile(r"\b[a-z]{2,16}\b")
_PREPOSITION = re.compile(
    r"(?<!\w)(?:(?:only |again |but |as early |as late |as recently )?"
    r"(?:in|on|by|from|between|at|of|for|during|before|after|around|about|dated"
    r"|as of|as|since|throughout|through|within|until|over|under|next on|later on|than)(?: the)?"
    r"(?: (?:end|start|beginning|middle|week|month|year|years|quarter|period|night|morning|evening|afternoon|season|early hours)"
    r"(?: (?:of|ending|ended|beginning|to|in))?(?: the)?)?)\s*\Z",
    re.IGNORECASE,
)
_NOUN_OF = re.compile(
    r"(?:^|[\s(])(?P<np>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)\s(?:[\w’'-]+\s){0,5}?[\w’'-]+)\sof\s(?:the\s)?\Z"
)
_EDGES = " \t\n\r\u00a0,;:–—-()"


def clause(text: str, sentence: Span, at: Span) -> Span:
    """The clause that says what happened.

    Args:
        text: the whole text.
        sentence: the sentence.
        at: the date in it.

    >>> text = "On 3 May the harbour closed, and the flood of 1966 was told."
    >>> [text[slice(*clause(text, (0, len(text)), at))] for at in [(3, 8), (46, 50)]]
    ['the harbour closed', 'the flood']
    """
    low = max(sentence[0], at[0] - _REACH)
    high = min(sentence[1], at[1] + _REACH)
    noun = _NOUN_OF.search(text, max(low, at[0] - 80), at[0])
    if (
        noun
        and text[at[0]].isdigit()
        and not re.match(r"(?:the )?(?:end|start|beginning|middle|week|month|year|spring|summer|autumn|winter)", noun["np"].lower())
    ):
        return noun.span("np")
    left = _left(text, low, at[0])
    right = _right(text, at[1], high)
    return _trimmed(text, left, right, at, sentence)


def _left(text: str, low: int, at: int) -> int:
    opening = _OPENING.match(text, low, at)
    left = opening.end() if opening else low
    for match in _LEFT_CUT.finditer(text, low, at):
        if match[0].strip() != "," or "," not in text[match.end() : at]:  # an apposition that is over is no edge
            left = max(left, match.end())
    return left


def _right(text: str, at: int, high: int) -> int:
    ends = [match.start() for match in (_RIGHT_CUT.search(text, at, high), _RIGHT_AND.search(text, at, high)) if match]
    return min([*ends, high])


def _trimmed(text: str, left: int, right: int, at: Span, sentence: Span) -> Span:
    """What stands before the date where that has a verb, else what stands behind it, else all."""
    preposition = _PREPOSITION.search(text, max(left, at[0] - 60), at[0])
    before = _stripped(text, left, max(left, preposition.start() if preposition else at[0]))
    behind = _stripped(text, at[1], right)
    has_before = before[1] - before[0] > 0
    if has_before and _has_verb(text, before):
        return before
    if not has_before and behind[1] - behind[0] > 2:
        return behind
    if has_before and not _has_verb(text, behind):
        return before if len(text[before[0] : before[1]].split()) > 1 else _stripped(text, left, right)
    if has_before:
        return _stripped(text, left, right)
    return _stripped(text, *sentence) if sentence[1] - sentence[0] <= 2 * _REACH else at


def _has_verb(text: str, span: Span) -> bool:
    """Whether a stretch has a word that may be a verb."""
    return any(word[0] in _VERBS or word[0] in CALENDAR_FORMS or word[0].endswith("ed") for word in _WORD.finditer(text, *span))


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES + ".!?":
        end -= 1
    return start, end
