"""Where sentences end.

Rules for the English of newspapers, web pages and minutes: abbreviations, initials, numbered references, spaces that were lost in pasting.
Where the next word cannot tell ("the U.S. Senate", "Acme Inc. Chairman Rao"), the sentence goes on: half a fact is worse than two in one
sentence.
"""

from __future__ import annotations

import re

from ..records import Span
from ..words import any_of, data, split

_LISTS = {name: split(text) for name, text in data("sentences").items()}
# An end mark with what closes behind it and marks of notes; then white space, or, where a space was lost in pasting, a capital with a small
# letter behind it, or a quotation that opens.
_END = re.compile(r"[.!?…。]++[\"”’'»)\]*_]*+(?:\[\w{1,3}\]){0,4}[¹²³⁴-⁹⁰]{0,3}(?=\s|[A-ZÀ-Þ][a-zß-ÿ’']|A [a-z]|[“‘«]|\Z)")
_WORD_BEFORE = re.compile(r"[\w.’'-]{1,15}\Z")
_NEXT = re.compile(r"\s*+[\"“‘'«(\[*_]{0,4}(?P<next>(?P<word>\w[\w’'-]{0,20})|\S)")
_DOTTED = re.compile(r"(?:[A-Za-z]\.){1,5}[A-Za-z]{1,2}")
_SAID = re.compile(rf"\s*+(?:[A-ZÀ-Þ][\w.’'-]{{0,20}}\s){{1,5}}(?:{any_of(_LISTS['said'])})\b")
_RETIRED = re.compile(r"\((?:[Rr]e?td|RETD|[Rr]et)\Z")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")


def sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of a stretch of text, white space around them left off.

    >>> text = "It met on 5 Oct. in Pune. Dr. Rao came.Nobody else did."
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['It met on 5 Oct. in Pune.', 'Dr. Rao came.', 'Nobody else did.']
    """
    found: list[Span] = []
    at = _skip(text, start, end)
    for match in _END.finditer(text, start, end):
        if match.start() >= at and _ends(text, match, at, end):
            found.append((at, match.end()))
            at = _skip(text, match.end(), end)
    if at < end:
        stop = at + len(text[at:end].rstrip())
        if stop > at:
            found.append((at, stop))
    return tuple(found)


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, match: re.Match[str], at: int, end: int) -> bool:
    """Whether an end mark ends the sentence that began at `at`."""
    following = _NEXT.match(text, match.end(), end)
    if not following:
        return True
    mark = match[0]
    if following["next"][0].islower() and not _CAMEL.match(following["next"]):
        return False
    if mark[0] in "?!" and len(mark) > 1 and mark[-1] in "\"”’'":
        return not _SAID.match(text, match.end(), end)
    if mark[0] != "." or mark[:2] == "..":
        return True
    is_retired = mark == ".)" and _RETIRED.search(text, max(at, match.start() - 6), match.start())
    if is_retired and following["next"] not in _LISTS["starters"]:
        return False  # "Justice (Retd.) Rao"
    return _stop_ends(text, match.start(), at, following["word"] or following["next"], mark == ".")


def _stop_ends(text: str, stop: int, at: int, following: str, bare: bool) -> bool:
    """Whether a full stop ends a sentence, by the word before it and the word behind."""
    if stop - at <= 3 and text[at:stop].strip("([").isalnum() and (text[at:stop].strip("([").isdigit() or stop - at == 1):
        return False  # the number of a list, or an initial: "1. It rained", "J. Rao"
    before = _WORD_BEFORE.search(text, max(at, stop - 15), stop)
    if not before:
        return True
    word = before[0].lstrip("’'.-")
    low = word.lower()
    if low in _LISTS["before_number"] and following[0].isdigit():
        return False
    if not bare:
        return True
    if low in _LISTS["inner"]:
        return False
    starts = following in _LISTS["starters"] or not following[0].isalnum()
    if low in {"a.m", "p.m"}:
        return not (following in _LISTS["after_hour"] or following[0].isdigit())
    if (len(word) == 1 and word.isupper()) or _DOTTED.fullmatch(word):
        return starts
    if low in _LISTS["either"]:
        return starts or (following[0].isupper() and low in {"etc", "km", "kg", "cm", "mm", "lbs", "hrs", "mins", "ret"})
    return True
