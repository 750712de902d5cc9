"""The words that say what a number counts or measures: what is counted stands behind it, what is measured mostly before it."""

from __future__ import annotations

import re

from .records import Span
from .words import data, split

_WORDS = data("numbers")["words"]
_STOPS = split(_WORDS["stops"])
_TOKEN = re.compile(r"[^\W_][\w’'.&-]*|[^\w\s]")
# Words that a phrase before a number sheds at its end: prepositions, auxiliaries, words of measuring and of about how much.
_SHED = split(
    """about around approximately roughly nearly almost over under only just some more less fewer than at least most up to by of for with in on
    from is are was were be been being has have had now stands stood put the a an and or as within after before worth cost costs reach reached
    reaches total totals totalled totaled exactly even another every per between below above into against through during lasted lasts last took take
    takes grew grow rose rise fell fall weighs weighed measures measured still also already but that which who will would should can could may must
    it not down its their his her this these those"""
)
# A mark or a joining word at which the clause before a number begins.
_CLAUSE = re.compile(r"[;:“”\"()—–]|,\s(?:and|but|or|while|which|who|with|of which)\s|,\s|\.\s")
_LAST = re.compile(r"(\S{1,40})\s*\Z")
_OF = re.compile(r"\s+(?:of|to|in)\s+(?=\w)")
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
    first = last = None
    kept = 0
    for token in _TOKEN.finditer(text, after, min(end, after + 120)):
        word = token[0].lower()
        if first is None and (token.start() > after + 2 or not token[0][0].isalnum()):
            if token[0] in "-‑":
                after = token.end()
                continue
            return None
        joins = word == "of" and first is not None
        if not token[0][0].isalnum() or (word in _STOPS and not joins) or kept >= 8:
            break
        first = token.start() if first is None else first
        if not joins and word not in {"the", "a", "an"}:
            last = token.end() - (len(token[0]) - len(token[0].rstrip(".")))
        kept += 1
    return (first, last) if first is not None and last is not None else None


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
    first, last, kept = match.end(), None, 0
    for token in _TOKEN.finditer(text, first, min(end, first + 120)):
        word = token[0].lower()
        opens = kept == 0 and word in {"the", "a", "an", "its", "their", "his", "her", "all", "this", "that", "those", "these", "our", "what"}
        if not token[0][0].isalnum() or kept >= 8 or (word in _STOPS and word != "of" and not opens):
            break
        if word != "of":
            last = token.end() - (len(token[0]) - len(token[0].rstrip(".")))
        kept += 1
    return (first, last) if last is not None else None
