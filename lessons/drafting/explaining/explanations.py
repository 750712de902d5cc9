"""What may be an explanation behind a marker: a noun phrase without a verb of its own, up to the comma that closes it."""

from __future__ import annotations

import re

from ..records import Span
from ..words import data
from .phrases import FINITE, LISTS, definition_end

_WORDS = data("noun_phrases")
_COMPARED = frozenset(_WORDS["compared"].split())
NOT_FIRST = (
    _COMPARED | LISTS["openers"] - {"any", "one", "his", "her", "its", "their", "both", "each"} | frozenset(_WORDS["not_first"].split())
)
_FINITE = FINITE - frozenset(_WORDS["participles"].split())
# Where a clause begins that depends on a noun.
DEPENDS = re.compile(
    r"\b(?:that|which|who|whose|whom|where|when|whereby|what|whatever|whoever|until|before|after|if|because|as|while|once)\b"
)
# The same without a pronoun: "the help a swimmer has".
_CONTACT = re.compile(
    r"(?:the|an?) (?:(?!of\b|in\b|for\b|and\b|to\b|or\b|with\b|on\b|at\b|by\b)[\w’-]{1,30} ){1,2}(?=(?:an?|the|one|people|you|we|they) )"
)
_NEXT = re.compile(r"[\w’']{1,20}")
# Behind a marker even these begin an explanation: "the crumb, i.e. everything inside", "a silent day, meaning 24 hours without …".
_SURE = re.compile(
    r"(?:everything|anything|anyone|whatever|whoever|that (?:part|share|portion|amount|sum|point|place) (?:of|which|in|at|where|by)"
    r"|(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) [a-z]{3,12}s? (?:of|without|in|for|or|from)) "
)
_DONE_TO = re.compile(r"(?!based |used |called |known |named )[a-z]{3,14}ed (?:for|by|to|from|in|on|at|the|an?|its|\d)")
_ASIDE = 12  # letters of an explanation before ", which" tells something else
_AND_VERB = re.compile(r",? and (?P<word>[a-z]{2,12})\b")


def explained(text: str, at: int, end: int, marked: bool = False) -> Span | None:
    """An explanation from a place on, if it is a noun phrase: no clause, no name, no figure, no amount."""
    word = _NEXT.match(text, at, end)
    if not word or (word[0].lower() in NOT_FIRST - (_COMPARED if marked else set())) or word[0][0].isupper() or word[0][0].isdigit():
        return None
    stop = closed(text, at, definition_end(text, at, end))
    return (at, stop) if len(text[at:stop].split()) > 2 and is_nominal(text[at:stop]) else None


def is_nominal(words: str) -> bool:
    """Whether words are a noun phrase: no verb before a clause that depends on a noun.

    >>> [is_nominal(one) for one in ("the help a swimmer has", "the bridge is shut")]
    [True, False]
    """
    if words.startswith(("his, ", "hers, ", "theirs, ", "ours, ", "mine, ", "yours, ")):
        return False  # "The preamble, which is his, calls …"
    contact = _CONTACT.match(words)
    depends = DEPENDS.search(words)
    stop = min(contact.end() if contact else len(words), depends.start() if depends else len(words))
    return _FINITE.isdisjoint(word.strip(",").lower() for word in words[:stop].split()[1:])


def closed(text: str, at: int, stop: int) -> int:
    """Where an explanation is closed by a comma: by the first behind which a verb or a preposition stands."""
    comma = text.find(", ", at, stop)
    for _ in range(4):
        if comma < 0:
            return stop
        word = _NEXT.match(text, comma + 2, stop)
        low = word[0].lower() if word else ""
        after = _AND_VERB.match(text, comma, stop)
        if (
            low in FINITE
            or _DONE_TO.match(text, comma + 2, stop)
            or low in LISTS["prepositions"] - {"or", "and", "than"}
            or (after and after["word"] in FINITE)
        ):
            return comma
        comma = text.find(", ", comma + 1, stop)
    return stop


def behind(text: str, cue: re.Match[str], end: int, marked: bool = False) -> Span | None:
    """What a cue explains, within its brackets if it opens them."""
    close = text.find(")", cue.end(), min(end, cue.end() + 300)) if "(" in cue[0] else -1
    stop = close if close > 0 else end
    if _SURE.match(text, cue.end(), stop):
        last = closed(text, cue.end(), definition_end(text, cue.end(), stop))
        return (cue.end(), last) if len(text[cue.end() : last].split()) > 2 else None
    told = explained(text, cue.end(), stop, marked)
    aside = text.find(", which ", *told) if told else -1
    return (told[0], aside) if told and aside - told[0] > _ASIDE else told


def article_at(text: str, at: int) -> bool:
    """Whether an article stands at a place."""
    return text.startswith(("a ", "an ", "the "), at)


def first_comma(text: str, told: Span) -> Span:
    """An explanation up to its first comma."""
    comma = text.find(", ", told[0], told[1])
    return (told[0], comma) if comma > 0 else told
