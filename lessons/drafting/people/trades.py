"""Trades and callings told apart from offices: a historian or a farmer with no body beside the word holds no office."""

from __future__ import annotations

from ..words import data, split
from .office_heads import is_post, is_trade
from .office_phrases import Phrase

_KEPT = split(data("offices")["trades_kept"])
_MAKERS = split(data("offices")["makers"])
_WORKS = split(data("offices")["works"])
_THINGS = split(data("offices")["things"])
_PRIVATE_OWNERS = frozenset({"his", "her", "my", "your"})
_NAMES = data("names")
_NO_BODY = split(_NAMES["peoples"]) | split(_NAMES["places"])
# What makes an office of a master or a mistress.
_MADE_OFFICES = split("harbour harbor station quarter choir ballet house post pay riding music dance wardrobe drill dock band pier")


def is_mere_trade(text: str, phrase: Phrase) -> bool:
    """Whether a phrase names a trade that nobody has given its holder.

    >>> from lessons.drafting.people.office_phrases import Phrase
    >>> [is_mere_trade("", Phrase(0, 9, "", core, "engineer")) for core in ("engineer", "county engineer", "Lima engineer")]
    [True, False, True]
    >>> is_mere_trade("", Phrase(0, 9, "", "film director", "director")), is_mere_trade("", Phrase(0, 9, "", "sales director", "director"))
    (True, False)
    >>> is_mere_trade("", Phrase(0, 9, "", "driver", "driver", "of the van"))
    True
    """
    if phrase.head in {"master", "mistress"}:
        is_of_body = phrase.head == "master" and bool(phrase.owner) and phrase.owner not in _PRIVATE_OWNERS
        before = phrase.core.lower().rpartition(" ")[0].rpartition(" ")[2]
        return not (phrase.rest.startswith(("of ", "in ")) or is_of_body or before in _MADE_OFFICES)
    if phrase.head == "laureate":
        return "poet" not in phrase.core.lower() and not (phrase.owner or phrase.rest)  # of a prize
    if phrase.head in _MAKERS and _is_of_works(phrase):
        return not (phrase.owner or phrase.rest or _names_a_body(text, phrase))
    if is_trade(phrase.head) and _is_of_thing(phrase):
        return True
    if not is_trade(phrase.head) or phrase.head in _KEPT or is_post(phrase.core):
        return False
    if phrase.owner in _PRIVATE_OWNERS:
        return True
    is_placed = phrase.rest.startswith("in ") and not phrase.rest.startswith("in the ")  # where somebody works, and no body
    return not (phrase.owner or (phrase.rest and not is_placed) or _names_a_body(text, phrase))


def _is_of_works(phrase: Phrase) -> bool:
    """Whether the word before a head tells what its holder makes: "documentary director", "record producer"."""
    words = phrase.core.lower().split()
    return len(words) > 1 and words[-2] in _WORKS and phrase.core.split()[-1].islower()


def _is_of_thing(phrase: Phrase) -> bool:
    """Whether a phrase tells who was with a thing: "the driver of the van", "the dog’s owner"."""
    words = f"{phrase.owner} {phrase.rest}".lower().split()
    return 0 < len(words) <= 8 and not _THINGS.isdisjoint(words)


def _names_a_body(text: str, phrase: Phrase) -> bool:
    """Whether the words before a trade name a body: "Makerere University lecturer", "NASA engineer"."""
    before = phrase.core.split()[:-1]
    if not before or phrase.core[-1:].isupper():
        return False
    ahead = text[max(0, phrase.start - 2) : phrase.start].rstrip(' “"‘')
    begins = phrase.core[0].isupper() and ahead[-1:] in {"", ".", "\n", ":", "!", "?"}
    named = before[1:] if begins and not before[0].isupper() else before
    capitals = [word for word in named if word[0].isupper() and word.lower() not in _NO_BODY]
    return bool(capitals) and phrase.core.split()[-1][0].islower()
