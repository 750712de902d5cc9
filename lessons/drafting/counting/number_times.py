"""How many times: "once", "twice", "thrice" where they count, and not "once" for formerly, at last or as soon as."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Span
from ..words import any_of, data

_AROUND = data("numbers")["around"]
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_WORD = re.compile(r"(?:once|twice|thrice|Twice|Thrice)\b(?!-(?!over\b))")
_RATE = re.compile(
    r" (?:an?|per|every|each"
    rf"|in (?:a|every|each|any|its|his|her|their|\d|the (?:last|past|whole|entire|first|next|{any_of(_AROUND['periods'])})\b)"
    r"|for (?:each|every)|during|only\b)[ .,;]?"
)
_NO_RATE = re.compile(rf" (?:in a (?:while|lifetime|blue|generation)|a (?!(?:{any_of(_AROUND['periods'])})\b))")
_ONLY = re.compile(r"\b(?:only|just|least|most|exactly|not even|but|even)\s\Z")
_NOT_BEFORE = re.compile(
    r"\b(?:for|at|all|than|not|this|(?<!said )that|and|every|or|just the|think|thinks|thought|thinking)\s\Z", re.IGNORECASE
)
_VERB_BEFORE = re.compile(rf"\b(?:\w{{2,20}}ed|{any_of(_AROUND['done'])})\s\Z")
_CLOSES = re.compile(
    r"[.!?;)]|,? (?:in|on|during|under|since|before) |$|,? and (?:twice|only|never)|, (?:in|on|when|by|at|against|for|under|to|and|but) "
)
# Behind an object and a comma, a place or a time tells of the one time: "rode the mare once, to a wedding", "tried once before".
_ONE_TIME = re.compile(
    r", (?:to|in|on|at|by|with|for|from|over|under|when|during|before|after|against|as|and (?:ha[sd]|was|never|only|that))\b"
    rf"| (?:before|since|already)(?=[.,;:)])| in (?:{any_of('two three four five six seven eight nine ten twenty thirty forty fifty')}) "
)
# "Twice for coal and once for a cow", "won three times and lost once".
_BESIDE = re.compile(r"\b(?:twice|thrice|times)\b[^.;:]{0,60}\b(?:and|but)(?: [a-z]{2,15}ed| lost| won)? \Z")
_AND_ONCE = re.compile(r" (?:for|in|on|at|by|to|with|from|against|during|under|when|because)\b(?! all\b)|[.,;)]")
_NO_OBJECT = re.compile(
    r"\b(?:was|were|is|are|be|been|being|am|had|has|have|did|does|do|who|which|that|he|she|they|we|I|and|but|or|as|if|when) \Z"
)
_TENSE = re.compile(r"\b(?:was|were|is|are|who|which|had|he|she|it|they|we|I) \Z")


def multiples(text: str, start: int, end: int) -> Iterator[tuple[Span, int]]:
    """The counts of times in a stretch of text.

    >>> text = "At once he rang twice; the once famous bell has been used only once, in May, and once more for luck."
    >>> [(text[a:b], value) for (a, b), value in multiples(text, 0, len(text))]
    [('twice', 2), ('once', 1)]
    """
    for match in _WORD.finditer(text, start, end):
        before, after = text[max(start, match.start() - 90) : match.start()], text[match.end() : min(end, match.end() + 24)]
        if before and (before[-1].isalnum() or before[-1] in "-‑_"):
            continue
        word = match[0].lower()
        if _is_count_of_once(before, after) if word == "once" else _is_count_of_more(before, after):
            yield match.span(), _TIMES[word]


def _is_count_of_more(before: str, after: str) -> bool:
    return not re.search(r"\b(?:or|think|thinks|thought|thinking|look|looked) \Z", before) and not re.match(
        r" (?:shy|bitten|over(?! (?:an?|the|this|that|its|his|her|their|two|three|four|five|six|ten|\d{1,3})\b))\b", after
    )


def _is_count_of_once(before: str, after: str) -> bool:
    """Where a rate follows, "only" precedes, it stands beside "twice", or it closes a clause behind a verb."""
    if _BESIDE.search(before) and _AND_ONCE.match(after):
        return True
    if _NOT_BEFORE.search(before) or re.match(r" or twice| more\b| again\b| and for all| upon\b", after):
        return False
    if _RATE.match(after) and not _NO_RATE.match(after) and not _TENSE.search(before):
        return bool(before.strip()) and (before.rstrip()[-1:].isalnum() or before.rstrip()[-1:] == ",")
    if _ONLY.search(before):
        return True
    if _ONE_TIME.match(after) and before[-2:-1].isalnum() and not _NO_OBJECT.search(before):
        return True
    return (
        bool(_CLOSES.match(after))
        and before.rstrip()[-1:].isalnum()
        and (bool(_VERB_BEFORE.search(before)) or after[:1] in {".", "!", ";"})
    )
