"""Notes on the author at the end of an article that no label announces: "Ada Roe lives in Oban and has written two books on ferries."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..words import data, split
from .bylines import is_name, without_title
from .looks import Look

_VERB = re.compile(
    r"\s(?:(?:is|was)\s(?!(?:not|no|to|in|on|at|being|also|now\sto)\b)|writes\b|covers\b|teaches\b|works\b|reports\b|lives\b|tweets\b"
    r"|edits\b|blogs\b|chairs\b|heads\b|leads\b|directs\b|runs\b|studies\b|holds\b|can\sbe\b|has\s(?:been|written|covered|taught|worked|lived|reported|published|won)\b)"
)
_WRITER = re.compile(
    r"\(?(?i:the|this) (?:writer|author|reviewer|columnist|contributor)s? "
    r"(?:is|are|was|has|have|teach(?:es)?|writes?|works?|runs?|heads?|lives?)\b"
    r"|(?:Written|Posted|Story|Words|written|posted) by [A-Z]"
)
# What an author has for sale: "Ada Roe’s new novel, The Pier, is out in May".
_WORK = re.compile(
    r"[’']s?\s(?=.{0,200}\b(?:published|out (?:now|in|on|from)|available|book|novel|collection|memoir|column"
    r"|poems|stories|sketches|essays)\b)"
)
_LONGEST = 500
_TRIES = 30  # names looked up in the article; a page of nothing but such lines is not to cost more
# What may stand right behind such a note: the end of the page, or what the web puts there.
_TAIL = frozenset(
    "share related related_head listing comments comments_head legal author_box contact footer credit pitch ends questions menu".split()
)


def subject(words: str) -> str | None:
    """The name that a note on an author begins with, without "Dr" and the like.

    >>> subject("Dr Ada Roe is a harbour master."), subject("Ada Roe came late.")
    ('Ada Roe', None)
    >>> subject("Roe, a former pilot, is author of ‘Mole and Mast’")
    'Roe'
    """
    match = _VERB.search(words[:120])
    if not match:
        return None
    name, comma, rest = without_title(words[: match.start()]).partition(", ")
    if comma and not rest.startswith(("a ", "an ", "the ", "who ", "former ")):
        return None
    return name if is_name(name) or (comma and is_name(f"Ada {name}")) else None


def is_note_on(one: Look, author: str) -> bool:
    """Whether a line tells who the author is: begins with the name, or with "Ms" and the surname."""
    if one.words == f"About {author}":
        return True
    if not (one.prose or len(one.words.split()) >= 6) or one.length >= _LONGEST:
        return False
    bare = without_title(one.words)
    for name in re.split(r",?\sand\s|,\s", author):
        short = name.split()[-1]
        if bare.startswith(name) and (_VERB.match(bare, len(name)) or _WORK.match(bare, len(name))):
            return True
        if bare != one.words and bare.startswith(short) and _VERB.match(bare, len(short)):
            return True
    return False


def unlabelled(text: str, page: Sequence[Look], first: int) -> frozenset[int]:
    """The places of notes on authors whom the article nowhere names: right before the end of the page or before its tail."""
    total = sum(one.length for one in page[first:] if one.prose) or 1
    found, before, tries = set(), 0, 0
    for n in range(first, len(page)):
        one = page[n]
        if before > 0.6 * total and _may_be(one) and tries < _TRIES and (name := subject(one.words)):
            tries += 1
            known = text.find(name.split()[-1], page[first].start, one.start) >= 0
            if not known and _works(one.words) and _is_last(page, n):
                found.add(n)
        before += one.length if one.prose else 0
    return frozenset(found)


def announced(page: Sequence[Look], n: int) -> bool:
    """Whether the last line of an article begins as notes on writers do: "The writer teaches law", "Written by Ada Roe"."""
    return page[n].length < 300 and bool(_WRITER.match(page[n].words)) and _is_last(page, n)


def _may_be(one: Look) -> bool:
    return not one.sort and not one.mark and one.length < _LONGEST and (one.prose or len(one.words.split()) >= 6)


def _works(words: str) -> bool:
    """Whether a note tells of work, home or books: else it may be the last paragraph's new hero."""
    return not _list("works").isdisjoint(re.findall(r"[a-z]+", words.lower()))


def _is_last(page: Sequence[Look], n: int) -> bool:
    return n + 1 >= len(page) or any(one.sort in _TAIL for one in page[n + 1 : n + 3])


@cache
def _list(name: str) -> frozenset[str]:
    return split(data("clutter")["authors"][name])
