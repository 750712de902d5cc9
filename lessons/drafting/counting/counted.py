"""The words that say what a number counts or measures: what is counted stands behind it, what is measured mostly before it."""

from __future__ import annotations

import re

from ..records import Span
from ..words import data, split
from .number_places import is_plural

_WORDS = data("numbers")["words"]
_STOPS = split(_WORDS["stops"])
_TOKEN = re.compile(r"[^\W_][\w’'.&-]*|[^\w\s]")
_OPENS = frozenset("the a an its their his her all this that those these our what".split())
_SHED = split(data("numbers")["around"]["shed"])
# A mark or a joining word at which the clause before a number begins.
_CLAUSE = re.compile(r"[;:“”\"()—–]|,\s(?:and|but|or|while|which|who|with|of which)\s|,\s|\.\s")
_LAST = re.compile(r"(\S{1,40})\s*\Z")
_OF = re.compile(r"\s+(?:of|to|in)\s+(?=\w)")
_EACH = re.compile(r" (?:a|an|per|each|every) (?:second|minute|hour|day|night|week|month|year|head|person|household)\b")
_OF_THE = re.compile(r"\s+of\s+(?:the|these|those|its|their|his|her|our|my)\s+(?:[0-9,]+\s+|[a-z]{3,9}\s+(?=\w))?")


def counted(text: str, after: int, end: int) -> Span | None:
    """The noun phrase behind a count, up to a verb, a preposition (but "of") or a mark.

    >>> text = "It has 14 tide gauges along the coast."
    >>> start, stop = counted(text, 9, len(text))
    >>> text[start:stop]
    'tide gauges'
    """
    if match := _OF_THE.match(text, after, end):
        after = match.end()
    elif text[after : after + 1] in {"-", "‑"}:
        after += 1
    first = last = headed = 0
    for kept, token in enumerate(_TOKEN.finditer(text, after, min(end, after + 120))):
        word = token[0].lower()
        joins = word == "of" and kept > 0
        if headed and (each := _EACH.match(text, headed, end)):
            return first, each.end()
        if not token[0][0].isalnum() or (word in _STOPS and not joins) or kept >= 8 or (headed and not joins and not is_plural(word)):
            break
        if kept == 0:
            if token.start() > after + 2:
                return None
            first = token.start()
        headed = token.end() if is_plural(word) else 0
        last = last if joins or word in {"the", "a", "an"} else _unstopped(token)
    return (first, last) if last else None


def measured(text: str, begin: int, start: int) -> Span | None:
    """The words before a measure in its clause that say what was measured.

    >>> text = "In May, the toll on the bridge was put at about $4."
    >>> begin, stop = measured(text, 0, text.index("$"))
    >>> text[begin:stop]
    'the toll on the bridge'
    """
    begin = max(begin, start - 240)
    cut, stop = begin, start
    while match := _LAST.search(text, begin, stop):
        if match[1].lower().strip(",") not in _SHED and match[1] not in {"(", ":", "–", "—", "~", "-"}:
            break
        stop = match.start()
    stop = begin + len(text[begin:stop].rstrip(" \u00a0\t\n:,;–—(|"))
    for match in _CLAUSE.finditer(text, begin, stop):
        cut = match.end()
    while cut < stop and not text[cut].isalnum():
        cut += 1
    return (cut, stop) if cut < stop else None


def share_of(text: str, after: int, end: int) -> Span | None:
    """What a share is a share of: "of the lines" behind "nine per cent".

    >>> text = "nine per cent of all lines fell"
    >>> start, stop = share_of(text, 13, len(text))
    >>> text[start:stop]
    'all lines'
    """
    match = _OF.match(text, after, end)
    if not match:
        return None
    first, last = match.end(), None
    for kept, token in enumerate(_TOKEN.finditer(text, first, min(end, first + 120))):
        word = token[0].lower()
        if not token[0][0].isalnum() or kept >= 8 or (word in _STOPS and word != "of" and (kept or word not in _OPENS)):
            break
        if word != "of":
            last = _unstopped(token)
    return (first, last) if last is not None else None


def _unstopped(token: re.Match[str]) -> int:
    """Where a word ends, a full stop behind it left off."""
    return token.end() - (len(token[0]) - len(token[0].rstrip(".")))
