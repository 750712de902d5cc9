"""Whose predecessor, successor or deputy a person is, and so which office is meant.

The one meant is the last before who holds an office and whom "his" or "her" fits; "your" speaks to the one whom the page is about, who is
named with an office first; so is, as a rule, the one whose speech a page is. Limits: an office that the page gives only later is not found.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from ..words import data, split
from .names import Mention, People
from .office_heads import is_trade
from .office_phrases import Phrase, tokens
from .phrases_behind import starting_with

_SEX = {"his": "m", "her": "f", "he": "m", "she": "f"}
_FAR = 60  # mentions of people
_RELATIVE = frozenset({"predecessor", "successor"})
_NEAR = 250  # letters to a person who is meant before all others
_SPEECH = 1500  # letters in which a speech may have begun
_NAMES = data("names")
_PLACES = split(_NAMES["places"]) | split(_NAMES["peoples"])
_IS_THE = re.compile(r", (?:is|was|becomes|became|remains) the (?:(?:first|second|third|last|only|youngest|oldest|present|current) )?")
_PRONOUN_IS = re.compile(
    r"\b(?P<who>[Hh]e|[Ss]he) (?:was|became|is|served as|was (?:made|named|appointed|elected)(?: as)?) (?=(?:the |an? )?[a-z])"
)
_LABEL = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'.-]{1,30}(?: [A-ZÀ-Þ][\w’'.-]{1,30}){0,3}): ")
_OWNER = re.compile(r"[^’']{2,40}(?:[’']s|s[’'])\s")


class Holders:
    """The offices of a page's people as far as it has been read."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._starts = [mention.start for mention in people.mentions]
        self._offices: dict[str, str] = {}
        self._present: set[str] = set()
        self._told: list[Mention] = []

    def add(self, name: str, office: str, former: bool = False, at: int = 0) -> None:
        """Keep a person's last office, told at a place; one that is past does not stand in for one that is held."""
        full = self._people.full(name) or name
        if self._people.full(name) is None:
            self._told.append(Mention(at, at, full))
        if former and full in self._present:
            return
        if not former:
            self._present.add(full)
        self._offices[full] = office

    def office(self, phrase: Phrase, name: str, by_writer: bool = False) -> str:
        """The office of the one whose predecessor or deputy is told; empty where the page has told none.

        Args:
            phrase: the words that tell it.
            name: who is the predecessor.
            by_writer: whether "my" stands outside quotation marks, so that the page itself speaks.

        >>> holders = Holders(People())
        >>> holders.add("Ana Ruiz", "mayor of Alba")
        >>> holders.office(Phrase(30, 45, "her", "predecessor", "predecessor"), "Tom Pike")
        'mayor of Alba'
        """
        offices = self._offices
        if phrase.owner == "your" or (by_writer and phrase.owner in {"my", "our"}):
            return next(iter(offices.values()), "")
        named = phrase.owner if phrase.owner[:1].isupper() else ""
        # "Ambassador Ruiz’s predecessor"
        owner = self._people.full(named) or self._people.full(named.rpartition(" ")[2]) if named else None
        if owner:
            return self._offices.get(owner, "")
        if phrase.owner.lower().startswith("the ") and " " not in phrase.owner[4:]:
            held = next((one for one in reversed(offices.values()) if phrase.owner[4:].lower() in one.lower().split()), "")
            if held:
                return held  # "the minister’s predecessor"
        sex = _SEX.get(phrase.owner)
        n = bisect_left(self._starts, phrase.start)
        told = [one for one in self._told[-_FAR:] if one.start < phrase.start]
        for mention in sorted([*self._people.mentions[max(0, n - _FAR) : n], *told], key=lambda one: one.start, reverse=True)[:_FAR]:
            if mention.full == name:
                continue
            whose = self._people.sex(mention.full)
            if mention.full in offices and (sex is None or whose in {sex, None}):
                return offices[mention.full]
            if sex and whose == sex and phrase.head in _RELATIVE and phrase.start - mention.start < _NEAR:
                return ""  # the one who is meant holds an office that the page has not told
        return next(reversed(offices.values()), "") if sex is None or not n else ""

    def counterpart(self, phrase: Phrase, name: str) -> str:
        """The same office elsewhere: "her Norwegian counterpart", "his counterpart from Ghana"; empty where the page has told none.

        >>> holders = Holders(People())
        >>> holders.add("Ana Ruiz", "Peru’s trade minister")
        >>> holders.counterpart(Phrase(30, 45, "her", "Norwegian counterpart", "counterpart"), "Tom Pike")
        'Norwegian trade minister'
        """
        office = self.office(phrase, name)
        before = phrase.core.rpartition(" ")[0]
        if not office:
            return ""
        place = re.sub(r"^(?:from|in|at|for)\s", "of ", phrase.rest)
        if not (before or place or phrase.owner[:1].isupper()):
            return office
        return " ".join(word for word in (before, _without_place(office), place) if word)

    def is_person(self, noun: str) -> bool:
        """Whether a noun names one of the page's people."""
        return noun[:1].isupper() and self._people.full(noun) is not None

    def held(self, noun: str) -> str:
        """The last office of a person; empty where the page has told none."""
        return self._offices.get(self._people.full(noun) or noun, "")


def own_office(text: str, phrase: Phrase, at: int, end: int) -> str:
    """The office that the sentence itself tells of a successor: "Her successor, Ana Ruiz, is the first head of research to …"; else empty.

    >>> text = "Her successor, Ana Ruiz, is the first head of research to have been a cook."
    >>> own_office(text, Phrase(0, 13, "her", "successor", "successor"), 23, len(text))
    'head of research'
    """
    told = _IS_THE.match(text, at, end) if phrase.head in _RELATIVE else None
    read = starting_with(text, tokens(text, told.end(), min(end, told.end() + 120))) if told else None
    if not read or read[0].former or read[0].plural or is_trade(read[0].head):
        return ""
    return f"{read[0].core} {read[0].rest}".strip()


def told_of_pronoun(text: str, phrase: Phrase) -> str:
    """The office that the sentences before tell of "he" or "she": "He was envoy to Chad. His successor, …"; else empty.

    >>> told_of_pronoun("He was envoy to Chad. His successor, Ana Ruiz,", Phrase(22, 35, "his", "successor", "successor"))
    'envoy to Chad'
    """
    start = max(text.rfind("\n", 0, phrase.start) + 1, phrase.start - _SPEECH)
    told = [one for one in _PRONOUN_IS.finditer(text, start, phrase.start) if _SEX.get(phrase.owner) == _SEX[one["who"].lower()]]
    read = starting_with(text, tokens(text, told[-1].end(), min(phrase.start, told[-1].end() + 120))) if told else None
    if not read or read[0].plural or is_trade(read[0].head) or phrase.head not in _RELATIVE:
        return ""
    return f"{read[0].core} {read[0].rest}".strip()


def labelled(text: str, at: int) -> str:
    """Who speaks in the line of an interview: the name that it begins with; empty for none.

    >>> labelled("MOREAU-TRAN: My predecessor left.", 13)
    'MOREAU-TRAN'
    """
    start = text.rfind("\n", max(0, at - _SPEECH), at) + 1
    found = _LABEL.match(text, start, at)
    return found["name"] if found else ""


def by_writer(text: str, at: int) -> bool:
    """Whether words at a place stand outside quotation marks.

    >>> by_writer("My predecessor left. “My word”", 0), by_writer("She said: “My predecessor left.”", 11)
    (True, False)
    """
    near = text[max(0, text.rfind("\n", max(0, at - _SPEECH), at) + 1, at - _SPEECH) : at]
    return near.rfind("“") <= near.rfind("”") and near.count('"') % 2 == 0 and near.rfind(" ‘") <= near.rfind("’ ")


def _without_place(office: str) -> str:
    """An office without the country whose it is."""
    bare = _OWNER.sub("", office[:60], count=1) + office[60:]
    head, of, tail = bare.rpartition(" of ")
    if of and tail.lower().removeprefix("the ") in _PLACES:
        bare = head
    first, _, rest = bare.partition(" ")
    return rest if rest and first.lower() in _PLACES else bare
