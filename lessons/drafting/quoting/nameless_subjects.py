"""People without a name whom the sentences of a page are about: "An old farmer stood at the gate.", "My aunt laughed.".

Limits: only who stands near the beginning of a sentence, or whom the narrator meets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from ..pages.page import Page
from ..people.names import People
from ..records import OfficeFound, Span
from .known_people import known_people
from .named_subjects import NamedSubjects
from .roles import Roles, is_person_word
from .speech import words
from .strangers import near_ones, plainly, up_to_person

_SOMEBODY = re.compile(r"\b(?P<phrase>(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) [\w-]{2,20}(?: (?!(?:an?|the)\b)[\w-]{2,20}){0,3})")
# Whom somebody without a name speaks for: "a spokesman ‖ for Rao", "a trader ‖ from Lod".
_TAIL = re.compile(r" (?:for|of|from|at) (?:the )?[A-ZÀ-Þ][\w-]{1,20}(?: (?:of |and |the )?[A-ZÀ-Þ][\w-]{1,20}){0,4}(?![\w’'])")
_SMALL_TAIL = re.compile(r" (?:for|of|from|at) (?:the|its|their) (?P<body>[a-z-]{3,20})(?=,| (?:who|said|says)\b)")
_MINE = re.compile(
    r"(?:[A-Z][\w .’'-]{0,30}: )?(?:(?:Well|And|But|So|Now|Even),? )?[Mm]y (?P<phrase>(?P<one>[a-z-]{3,18})(?: (?P<two>[a-z-]{3,14}))?)\b"
)
# One of many, with a word for what they are: "One of them, ‖ a sander who asked not to be named, said".
_SINGLED_OUT = re.compile(
    r"(?:[Oo]ne|[Aa]nother|[Aa] (?:second|third|fourth)|[Tt]he (?:other|first|second|third|youngest|oldest|eldest|last))"
    r"(?: of (?:them|these|those|us|(?:the|its|his|her|their) (?:[\w-]{2,20} ){0,2}[\w-]{2,20}))?, "
    r"(?P<phrase>an? (?:[\w-]{2,20} ){0,3}?[a-z-]{3,20})(?=,| (?:from|in|at|with|on|and)\b|(?P<who>,? who(?:se)?\b))"
)
_AGENT_NOUN = re.compile(r"(?:er|or|ist|ant|ian|ess)\Z")
# What somebody is stands behind these, and is nobody who acts: "A steward is a person who …".
_IS_BEFORE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|as|becomes?|became|means|called|remains?|remained|than) (?:more than |not |nothing but )?\Z"
)
_IS_EXPLAINED = re.compile(r" (?:is|are) (?:an?|the|any|one|somebody|someone|whoever)\b")
_BY = re.compile(r"^(?:By|by|BY|Edited by|Directed by) (?P<name>[A-ZÀ-Þ][^\n,.]{3,50})$", re.MULTILINE)
_I = re.compile(r"\b(?:I|[Ww]e)\b")
# Behind a subject and its verb comes whom or what it is done to: "He asked whether he might keep ‖ the ceiling fan".
_HAS_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) (?:[a-z]{2,15} ){1,8}\Z")
_LINK = re.compile(r"(?: (?:before|after|of|at|in|on|for|from) [a-z’' -]{2,30})?, (?=[A-ZÀ-Þ])")
# What stands before its subject says what that is: "Born in 1927, ‖ the daughter of a smith, she left".
_APPOSED_AHEAD = re.compile(r"[^,.;:!?]{0,60}, (?:he|she|He|She)\b")
_OPENED = re.compile(r"(?:(?:[A-Z][a-z]{2,12}(?:ed|ing)|Born|Brought|Known|Left|Then|Once|Still|Himself|Herself)\b[^.;:!?]{0,80}, )\Z")
_NOW = ("Now ", "Today ", "Once ", "Now, ", "Today, ", "Then ", "Still ")
# How far into a page its first sentences may reach.
_LEDE = 1200


class NamelessSubjects(NamedSubjects):
    """The sentences of a page with those whom they name and those whom they do not.

    Attributes:
        narrator: who "I" is.
        singled_out: who is one of many, whatever the word for them: "a sander".
    """

    def __init__(
        self, page: Page, frame: str, sentences: Sequence[Span], firsts: Sequence[int], people: People, offices: Sequence[OfficeFound]
    ) -> None:
        super().__init__(page.text, frame, sentences, firsts, known_people(page.text, frame, people, page.head.author))
        self.people, self.offices, self._author = people, offices, page.head.author
        self.narrator: str | None = None
        self.singled_out: set[str] = set()
        self._without_name: dict[int, str | None] = {}

    @cached_property
    def roles(self) -> Roles:
        return Roles(self.text, self.known, self.offices, self._credited())

    def _credited(self) -> list[str]:
        """Whose book, film or study a page reviews, by the line under its title: "By Ana Ruiz"."""
        found = (self.people.full(match["name"]) for match in _BY.finditer(self.text, 0, _LEDE))
        return [name for name in found if name and name != self._author]

    def nameless(self, sentence: int, before: int | None) -> str | None:
        """Somebody without a name whom a sentence begins with: "An old farmer stood at the gate."; whom "I" met at all."""
        if before is not None:
            return self._nameless(sentence, before)
        if sentence not in self._without_name:
            self._without_name[sentence] = self._nameless(sentence, None)
        return self._without_name[sentence]

    def _nameless(self, sentence: int, before: int | None) -> str | None:
        start, end = self.sentences[sentence]
        start, end = (max(start, before - 200), before) if before else (start, min(end, start + 120))
        mine = _MINE.match(self.frame, start, end)
        relation = next((one for one in (mine["one"], mine["phrase"]) if one.split()[-1] in near_ones()), None) if mine else None
        if relation:
            return f"{self.narrator}’s {relation}" if self.narrator else f"my {relation}"
        singled_out = _SINGLED_OUT.match(self.frame, start, end)
        if singled_out and (
            singled_out["who"] or _AGENT_NOUN.search(singled_out["phrase"]) or is_person_word(singled_out["phrase"].split()[-1])
        ):
            self.singled_out.add(singled_out["phrase"])
            return singled_out["phrase"]
        is_met = _I.match(self.frame, start) is not None
        for match in _SOMEBODY.finditer(self.frame, start, end):
            words_of = None if _IS_BEFORE.search(self.frame, start, match.start()) else up_to_person(match["phrase"])
            if words_of and self._is_apposed_ahead(start, match.start(), match.start() + len(words_of)):
                return None
            if words_of and words_of[0] in "Aa" and _IS_EXPLAINED.match(self.frame, match.start() + len(words_of)):
                return None
            if words_of and not is_met and _HAS_SUBJECT.search(self.frame, max(start, match.start() - 80), match.start()):
                return None
            if words_of and (not self.hangs(match.start(), start) or (is_met and words_of[:1].lower() in "ao")):
                apposed = self.apposed_to(match.start())
                if apposed:
                    return apposed
                if named := self._named_behind(match.start() + len(words_of)):
                    return named
                meant = self.roles.named(words_of, match.start()) if words_of[:1] in "Tt" else None
                if words_of[:1] in "Tt" and not meant and " " in words_of:
                    meant = self.by_lede(words_of.split()[-1], match.start())
                return meant or plainly(words_of + self._tail(match.start() + len(words_of), end))
            if before is None and not is_met and match.start() > start + 30:
                return None
        return None

    def _named_behind(self, at: int) -> str | None:
        """Whose name stands behind a word for a person: "The keeper before her, ‖ Tom Pike, …"."""
        link = _LINK.match(self.frame, at)
        return next((one.name for one in self.within(link.end(), link.end() + 12) if not one.owns), None) if link else None

    def _is_apposed_ahead(self, start: int, at: int, stop: int) -> bool:
        """Whether a description stands before the pronoun that it belongs to: "The son of a smith, he …"."""
        is_first = at == start or self.frame[start:at] in _NOW or _OPENED.match(self.frame, start, at)
        return bool(is_first and _APPOSED_AHEAD.match(self.frame, stop))

    def _tail(self, at: int, end: int) -> str:
        """What hangs on a word for a person and belongs to it: " of the council", " from Lod"."""
        small = _SMALL_TAIL.match(self.frame, at, end)
        tail = small if small and small["body"] in words("collectives") else _TAIL.match(self.frame, at, end)
        return tail[0] if tail else ""

    def by_lede(self, head: str, at: int) -> str | None:
        """Whose name the page gives after it began with "a farmer": "A farmer has been fined. … Colin Dow admitted …"."""
        match = re.compile(rf"\b[Aa]n? (?:[a-z-]{{2,20}} ){{0,3}}{re.escape(head)}\b").search(self.frame, 0, min(at, _LEDE))
        if not match or not is_person_word(head):
            return None
        here = self.sentence_at(match.start())
        for n in range(here + 1, min(here + 3, self.sentence_at(at) + 1)):
            name = self.named_subject(n)
            if name:
                return None if self.roles.is_described(name) else name
        return None
