"""Whom a page speaks of from sentence to sentence, so that "she" can look back.

The subject of every sentence is kept, and who spoke in it. A pronoun means the nearest of its own sex, the person whom the whole page is
about before others; where no sex fits, the nearest speaker is meant all the same: pasted news has wrong pronouns.

Limits: two people of one sex who take turns; cataphora is known only behind a word like "when".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from ..pages.page import Page
from ..people.names import People
from ..records import OfficeFound, Span
from .known_people import known_people
from .named_subjects import NamedSubjects
from .protagonist import plain_sexes, protagonist
from .roles import Roles, head_of, is_person_word
from .strangers import is_body, is_of_sex, near_ones, plainly, up_to_person

SEX = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_LATER = re.compile(r"(?:When|After|Before|As|While|Although|Though|Since|Because|If|Once|Until|By the time)\b")
_ASKED = re.compile(r"\b(?:asked|asks|wanted to know) (?:whether|if|why|how|when|what|who|where)\b")
_GOES_ON = re.compile(r"\b(?:added|adds|continued|continues|went on|goes on|also|concluded|repeated)\b")
_SOMEBODY = re.compile(r"\b(?P<phrase>(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) [\w-]{2,20}(?: (?!(?:an?|the)\b)[\w-]{2,20}){0,3})")
# Whom somebody without a name speaks for: "a spokesman ‖ for Rao", "a trader ‖ from Lod".
_TAIL = re.compile(r" (?:for|of|from|at) (?:the )?[A-ZÀ-Þ][\w-]{1,20}(?: (?:of |and |the )?[A-ZÀ-Þ][\w-]{1,20}){0,4}(?![\w’'])")
_MINE = re.compile(
    r"(?:[A-Z][\w .’'-]{0,30}: )?(?:(?:Well|And|But|So|Now|Even),? )?[Mm]y (?P<phrase>(?P<one>[a-z-]{3,18})(?: (?P<two>[a-z-]{3,14}))?)\b"
)
_THEIRS = re.compile(r"(?P<owner>His|Her) (?P<phrase>(?P<one>[a-z-]{3,14})(?: (?P<two>[a-z-]{3,14}))?)\b")
_WITH_ME = re.compile(r"\b(?:I|me|my)\b")
# What somebody is stands behind these, and is nobody who acts: "A steward is a person who …".
_IS_BEFORE = re.compile(r"\b(?:is|are|was|were|as|become|became|means|called) \Z")
_BY = re.compile(r"^(?:By|by|BY|Edited by|Directed by) (?P<name>[A-ZÀ-Þ][^\n,.]{3,50})$", re.MULTILINE)
_I = re.compile(r"\b(?:I|[Ww]e)\b")
# How many sentences a pronoun looks back.
_BACK = 12
# How far into a page its first sentences may reach.
_LEDE = 1200
# How many names of one sentence are looked at.
_MANY = 40


def _is_near(word: str) -> bool:
    return word in near_ones() or is_person_word(word)


class Attention(NamedSubjects):
    """The people of a page, and who spoke or was spoken of last.

    Attributes:
        spoke: who spoke last in a sentence.
        narrator: who "I" is.
        addressed: whom a question of an interview calls "you".
        interviewee: whom the reporter calls "she" between the answers of an interview.
    """

    def __init__(
        self, page: Page, frame: str, sentences: Sequence[Span], firsts: Sequence[int], people: People, offices: Sequence[OfficeFound]
    ) -> None:
        super().__init__(page.text, frame, sentences, firsts, known_people(page.text, frame, people))
        self.people, self.offices, self._author = people, offices, page.head.author
        self.spoke: dict[int, str] = {}
        self.narrator: str | None = None
        self.interviewee: str | None = None
        self.addressed: str | None = None
        self._plain = plain_sexes(page.text, people, self.known)
        self._hero = protagonist(page, frame, self.known, self._plain)
        self._without_name: dict[int, str | None] = {}
        self._heard: dict[str, str] = {}
        self._subjects: list[str | None] = []

    @cached_property
    def roles(self) -> Roles:
        return Roles(self.text, self.known, self.offices, self._credited())

    def _credited(self) -> list[str]:
        """Whose book, film or study a page reviews, by the line under its title: "By Ana Ruiz"."""
        found = (self.people.full(match["name"]) for match in _BY.finditer(self.text, 0, _LEDE))
        return [name for name in found if name and name != self._author]

    # Subjects --------------------------------------------------------------------------------------------------------

    def subject_of(self, sentence: int, before: int | None = None) -> str | None:
        """Whom a sentence is about: the first person in it, named or "she", who hangs on no preposition and owns nothing."""
        if before is not None:
            return self._subject(sentence, before)
        while len(self._subjects) <= sentence:
            self._subjects.append(self._subject(len(self._subjects), None))
        return self._subjects[sentence]

    def _subject(self, sentence: int, before: int | None) -> str | None:
        start, end = self.sentences[sentence]
        end = min(end, before or end)
        named = self.named_in(start, end)
        relation = self._relation(start, end)
        if relation and not (named and _THEIRS.match(self.frame[start : named.start])):
            return relation
        pronoun = _HE_OR_SHE.search(self.frame, start, min(end, start + 400, named.start if named else end))
        if pronoun and not (named and _LATER.match(self.text, start)):
            return self.meant_by(pronoun[0].lower(), pronoun.start())
        return named.name if named else None

    def _relation(self, start: int, end: int) -> str | None:
        """Somebody without a name who is somebody's: "Her neighbour agreed"."""
        match = _THEIRS.match(self.frame, start, end)
        relation = next((one for one in (match["one"], match["phrase"]) if _is_near(one.split()[-1])), None) if match else None
        owner = self.meant_by(match["owner"].lower(), start) if match and relation else None
        return f"{owner}’s {relation}" if owner and owner[:1].isupper() and "’s " not in owner else None

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
        is_met = _I.match(self.frame, start) is not None
        for match in _SOMEBODY.finditer(self.frame, start, end):
            words_of = None if _IS_BEFORE.search(self.frame, start, match.start()) else up_to_person(match["phrase"])
            if words_of and (not self.hangs(match.start(), start) or (is_met and words_of[:1].lower() in "ao")):
                apposed = self.apposed_to(match.start())
                if apposed:
                    return apposed
                meant = self.roles.named(words_of, match.start()) if words_of[:1] in "Tt" else None
                if words_of[:1] in "Tt" and not meant and " " in words_of:
                    meant = self.by_lede(words_of.split()[-1], match.start())
                tail = _TAIL.match(self.frame, match.start() + len(words_of), end) if not meant else None
                return meant or plainly(words_of + (tail[0] if tail else ""))
            if before is None and not is_met and match.start() > start + 30:
                return None
        return None

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

    # Pronouns --------------------------------------------------------------------------------------------------------

    def sex(self, name: str) -> str | None:
        """The sex of a person: by title and given name, else by the pronouns of the page, unless most of them are the hero's."""
        if self._hero and name == self._hero.name:
            return self._hero.sex
        told = self.people.sex(name)
        return self._plain.get(name) or self._heard.get(name) or (None if self._hero and told == self._hero.sex else told)

    def fits(self, name: str, sex: str | None) -> bool:
        if sex is None:
            return True
        if name[:1].islower():
            return is_of_sex(name, sex) and is_person_word(head_of(name))
        if "’s " in name:
            return is_of_sex(name, sex)
        known = self.sex(name)
        return known in (None, sex) and (known == sex or (name[:1].isupper() and not is_body(name)))

    def meant_by(self, pronoun: str, at: int) -> str | None:
        """The person whom "he" or "she" stands for; "I" is the narrator."""
        sex = SEX.get(pronoun)
        if pronoun == "you":
            return self.addressed
        if pronoun in ("i", "my", "we", "our", "me"):
            return self.narrator if pronoun in ("i", "my", "me") else None
        here = self.sentence_at(at)
        if self.interviewee and sex and self.fits(self.interviewee, sex):
            return self.named_subject(here, at) or self.interviewee
        if self._hero and sex == self._hero.sex:
            return self._beside_hero(here, at, sex) or self._hero.name
        found = self.back(here, at, sex) or self._any_back(here, at, sex)
        if found and sex:
            self._heard.setdefault(found, sex)  # who was "she" once is no "he" further on
        return found or (self._slipped(here, at) if sex else None)

    def _slipped(self, here: int, at: int) -> str | None:
        """Whoever a pronoun of the wrong sex means, where the paragraph has nobody else: pasted news has such slips."""
        first = self._firsts[max(0, bisect_right(self._firsts, here) - 1)]
        return self.back(here, at, None, max(1, here - first + 1))

    def _beside_hero(self, here: int, at: int, sex: str) -> str | None:
        """Somebody else than the hero whom a pronoun of the hero's sex means: the subject of the same paragraph, just before."""
        is_met = self.narrator is not None and _WITH_ME.search(self.frame, self.sentences[here][0], self.sentences[here][1]) is not None
        for n in range(here, max(-1, here - _BACK), -1):
            if is_met and n < here:
                return None  # "She smiles when I mention it" is about whom the reporter visits
            if n < here and self.begins_paragraph(n + 1) and not self._is_going_on(here, n):
                return None
            subject = self.named_subject(n, at if n == here else None) or self.nameless(n, at if n == here else None)
            for name in (subject, self.spoke.get(n)) if n == here else (self.spoke.get(n), subject):
                if name and self.fits(name, sex) and (self.sex(name) == sex or (here - n <= 1 and not self._speaks_of_hero(n, at))):
                    return name
        return None

    def _is_going_on(self, here: int, above: int) -> bool:
        """Whether somebody who spoke at the end of a paragraph goes on in the next: "She added: …"."""
        start, end = self.sentences[here]
        return above + 1 == here and above in self.spoke and bool(_GOES_ON.search(self.frame, start, min(end, start + 300)))

    def _speaks_of_hero(self, sentence: int, before: int) -> bool:
        """Whether a sentence calls the hero "her" behind somebody's name: "Rao says that her method fails"."""
        start, end = self.sentences[sentence]
        named = self.named_in(start, min(end, before))
        return bool(
            named
            and self._hero
            and re.search(r"\bhis\b|\bhim\b" if self._hero.sex == "m" else r"\bher\b", self.frame[named.end : end][:300])
        )

    def back(self, here: int, at: int, sex: str | None, reach: int = _BACK) -> str | None:
        """The nearest speaker or subject of a sentence, of a sex."""
        asker = None
        for n in range(here, max(-1, here - min(reach, _BACK)), -1):
            subject = (self.named_subject(n, at) if n == here else self.subject_of(n)) or self.nameless(n, at if n == here else None)
            for name in (subject, self.spoke.get(n)) if n == here else (self.spoke.get(n), subject):
                if name and name != asker and self.fits(name, sex):
                    if sex and not asker and n in (here - 1, here - 2) and self.sex(name) is None and self._asks(n):
                        asker = name  # the answer is somebody else's, if there is one
                        continue
                    return name
            if asker and n < here - 3:
                break
        return asker

    def _asks(self, sentence: int) -> bool:
        start, end = self.sentences[sentence]
        return bool(_ASKED.search(self.frame, start, min(end, start + 300)))

    def _any_back(self, here: int, at: int, sex: str | None) -> str | None:
        """The nearest person of a sex, whatever part they have in their sentence."""
        stop = bisect_left(self._starts, at)
        first = max(stop - _MANY, bisect_left(self._starts, self.sentences[max(0, here - _BACK)][0]))
        for one in reversed(self.known[first:stop]):
            if sex and self.sex(one.name) == sex:
                return one.name
        return None

    def lately(self, at: int) -> list[str]:
        """Who spoke or was spoken of just before, the nearest first."""
        here = self.sentence_at(at)
        found = [self.named_subject(here, at)]
        for n in range(here - 1, max(-1, here - 4), -1):
            found += [self.spoke.get(n), self.subject_of(n)]
        return [name for name in found if name]

    def going_on(self, here: int, first: int) -> str | None:
        """Who goes on speaking in sentence `here`: the last speaker or subject from sentence `first` on."""
        for n in range(here - 1, max(first, here - 6) - 1, -1):
            name = self.spoke.get(n) or self.subject_of(n)
            if name:
                return name
        return None
