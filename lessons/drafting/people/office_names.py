"""What an office is called: without "new" and "feisty", with the body that an abbreviation before it stands for."""

from __future__ import annotations

import re

from ..words import data, split
from .office_heads import is_head, singular
from .office_phrases import Phrase
from .owners import Bodies

_PASSING = split(data("offices")["temporal"]) | split(data("offices")["judging"])
_SHORT = re.compile(r"(?P<the>\b[Tt]he\s)?\b(?P<short>[A-Z][A-Za-z]?[A-Z]{1,6})\Z")


def lasting(core: str) -> str:
    """An office without the words that tell when or for how long it is held, or what its holder is like.

    >>> lasting("outgoing chief executive"), lasting("New Governor"), lasting("New Zealand ambassador"), lasting("feisty mayor")
    ('chief executive', 'Governor', 'New Zealand ambassador', 'mayor')
    """
    words = core.split()
    if words[0].lower() in {"newly", "recently"} and len(words) > 2 and words[1].endswith(("ed", "en")):
        words = words[2:]
    while len(words) > 1 and words[0].lower() in _PASSING and (words[0][0].islower() or words[1][0].islower() or is_head(words[1])):
        words = words[1:]
    return " ".join(words)


def in_singular(core: str) -> str:
    """An office that several hold, as of one of them.

    >>> in_singular("deputy ministers")
    'deputy minister'
    """
    first, _, last = core.rpartition(" ")
    return f"{first} {singular(last) or last}".strip()


def written_out(phrase: Phrase, bodies: Bodies) -> str:
    """What follows the head, with an abbreviation at its end written out before it where the page expands it."""
    short = _SHORT.search(phrase.rest[-20:])
    full = bodies.full(short["short"], phrase.start) if short else None
    if not short or not full:
        return phrase.rest
    bare = full.removeprefix("the ")
    named = f"the {bare}" if short["the"] or full != bare else bare
    return f"{phrase.rest[: -len(short[0])]}{named} ({short['short']})"


def spelled(phrase: Phrase, core: str, bodies: Bodies) -> str:
    """An office of a body that stands before it in short: "KLA president" → "president of the Kerb Law Alliance (KLA)"."""
    short, _, office = core.partition(" ")
    if not office or phrase.rest or not (short.isupper() and len(short) > 1) or is_head(short):
        return f"{core} {phrase.rest}".strip()
    full = bodies.full(short, phrase.start)
    if not full or full.lower() == short.lower() or " " not in full:
        return core
    return f"{office} of {full if full.startswith('the ') else f'the {full}'} ({short})"
