"""Things with a name of their own that a page explains: "the Flood Fund, a pot of money that pays out when a river rises".

A fund, a device, a zone or a list that somebody has named, told by what it does in general. Places, people, bodies, firms, ships and works
are described and not explained.
"""

from __future__ import annotations

import re

from ..words import data, split
from .explanations import is_nominal
from .noun_phrases import noun_before
from .phrases import LISTS, Defined, Rule, definition_end
from .predicates import predicate_at
from .relatives import closed_by_verb

_MARK = re.compile(r", (?=an? [a-z])")
_DOES = re.compile(
    r"\b(?:(?:that|which) (?!was\b|were\b|had\b|did\b)(?:[a-z]{2,20}(?<!s)s|can|may|must|[a-z]+ [a-z]+ (?:may|must|can|[a-z]{2,20}s))\b"
    r"|(?:in|into|under|by|on|through|from|at) which (?!(?:he|she|it|they)\b)|whose members\b"
    r"|(?:of|for) [a-z]+ (?:that|which|who) [a-z]{2,20}s?\b)"
)
_DESCRIBED = split(data("names")["bodies"]) | LISTS["persons"] | LISTS["roles"] | LISTS["named"]
_DESCRIBED |= split(
    "company firm town city village river lake island port harbour valley mountain hill region province state country street"
    " square park newspaper magazine paper journal book novel film play song album ship boat vessel ferry church chapel mosque"
    " temple school college university museum gallery hotel pub bar cafe café shop store market hospital clinic prison charity"
    " club team band group party movement bank station airport bridge tunnel dam farm garden forest beach bay building tower"
    " house hall website site app programme show series subsidiary unit division arm branch brand maker supplier neighbourhood"
    " district suburb hamlet peninsula strait sea ocean"
)
_PAST = re.compile(r"\b(?:was|were|had|did|won|led|founded|built|born|(?:1[5-9]|20)\d\d)\b|\b[A-Z][a-z]")
_LEAST, _MOST = 5, 30


def _named(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the Flood Fund, a pot of money that pays out when a river forecast crosses a mark"."""
    phrase = noun_before(text, start, cue.start())
    if not phrase or not phrase.named or phrase.article not in {"the", "a", "an"} or not all(word[0].isupper() for word in phrase.words):
        return None
    told = cue.end(), closed_by_verb(text, cue.end(), definition_end(text, cue.end(), end))
    words = text[slice(*told)]
    if not _LEAST <= len(words.split()) <= _MOST or _PAST.search(words) or not _DOES.search(words) or not is_nominal(words):
        return None
    said = predicate_at(text, *told)
    if not said or said.is_remark or said.is_personal or said.is_of_the_past or not said.is_present_like:
        return None
    if not _DESCRIBED.isdisjoint({said.head, *said.rest.split()[:2]}):
        return None
    return Defined(phrase.span, told)


RULES = (Rule((", a",), _MARK, _named),)
