"""Who is meant by the words that name a speaker: names in full, pronouns, descriptions, bodies.

A page is read forwards and what each sentence was about is kept, so that a pronoun can look back: to the speaker or the subject of the
sentence before, of its own sex where that is known. Where no sex fits, the nearest speaker is meant all the same: pasted news has wrong
pronouns.

Limits: cataphora ("Before she left, Rao said"), and two people of one sex who take turns.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from .attribution import Clause
from .bodies import Bodies, words_of_bodies
from .known_people import known_people
from .names import People
from .page import Page
from .records import OfficeFound, Span
from .roles import Roles, can_speak, head_of, is_person_word
from .speech import words
from .speech_tokens import Known, Phrase

_SEX = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_LAST_WORD = re.compile(r"([\w’'-]+)\W{0,2}\Z")
_ARTICLE = re.compile(r"^(?:[Tt]he) (?=\S)")
_TITLED = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:[a-z-]{2,20} ){0,3}?(?P<title>[a-z-]{3,20}) "
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:of |de |van |von )?[A-ZÀ-Þ][\w’'-]+){0,4})\Z"
)
_SOMEBODY = re.compile(r"\b(?P<phrase>(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) [\w-]{2,20}(?: [\w-]{2,20}){0,3})")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]")
_AGED = re.compile(r"[\w-]{1,20}-year-old")
_WOMAN = re.compile(r"(?:woman|women|mother|wife|widow|daughter|sister|aunt|niece|girl|lady|nun|queen|actress|waitress|bride)\b")
_MAN = re.compile(r"(?:\bman|sman|father|husband|widower|\bson|brother|uncle|nephew|boy|gentleman|monk|king|priest)\b")
_INDEFINITE = frozenset("a an one another some any no every each many most several".split())
# How many sentences a pronoun looks back.
_BACK = 12
# How many names of one sentence are looked at.
_MANY = 40


def _up_to_person(words_of: str) -> str | None:
    """The beginning of a phrase up to the word for a person in it: "A ticket inspector ‖ leaned over"."""
    pieces = words_of.split()
    n = next(
        (n for n, word in enumerate(pieces) if n and is_person_word(word) and not is_person_word("".join(pieces[n + 1 : n + 2]))), None
    )
    return " ".join(pieces[: n + 1]) if n else None


class Speakers:
    """The people and bodies of a page, and who spoke or was spoken of last."""

    def __init__(self, page: Page, frame: str, sentences: Sequence[Span], people: People, offices: Sequence[OfficeFound]) -> None:
        self.page, self.text, self.frame = page, page.text, frame
        self.people, self.offices, self.sentences = people, offices, sentences
        self.known = known_people(page.text, frame, people)
        self._starts = [one.start for one in self.known]
        self._sentence_starts = [start for start, _ in sentences]
        self.spoke: dict[int, str] = {}
        self.narrator: str | None = None
        self.interviewee: str | None = None

    @cached_property
    def bodies(self) -> Bodies:
        return Bodies(self.page)

    @cached_property
    def roles(self) -> Roles:
        return Roles(self.text, self.known, self.offices)

    def within(self, start: int, end: int) -> list[Known]:
        """The people who are named in a stretch, outside of quotation marks."""
        return self.known[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence_at(self, at: int) -> int:
        return bisect_right(self._sentence_starts, at) - 1

    # Looking back ---------------------------------------------------------------------------------------------------

    def subject_of(self, sentence: int, before: int | None = None) -> str | None:
        """Whom a sentence is about: the first person in it who hangs on no preposition and owns nothing."""
        start, end = self.sentences[sentence]
        first = bisect_left(self._starts, start)
        for one in self.known[first : min(first + _MANY, bisect_left(self._starts, min(end, before or end)))]:
            if not one.owns and not self._hangs(one.start, start):
                return one.name
        return None

    def _nameless(self, sentence: int, before: int | None) -> str | None:
        """Somebody without a name whom a sentence begins with: "An old farmer stood at the gate."."""
        start, end = self.sentences[sentence]
        start, end = (max(start, before - 200), before) if before else (start, min(end, start + 120))
        for match in _SOMEBODY.finditer(self.frame, start, end):
            words_of = _up_to_person(match["phrase"])
            if words_of and not self._hangs(match.start(), start):
                meant = self.roles.named(words_of, match.start()) if words_of[:1] in "Tt" else None
                return meant or words_of[:1].lower() + words_of[1:]
            if before is None and match.start() > start + 30:
                return None
        return None

    def _hangs(self, at: int, start: int) -> bool:
        last = _LAST_WORD.search(self.text, max(start, at - 20), at)
        return bool(last) and last[1].lower() in words("prepositions")  # type: ignore[index]  # it is no None here

    def _fits(self, name: str, sex: str | None) -> bool:
        if sex is None:
            return True
        if name[:1].islower():
            return not (_WOMAN if sex == "m" else _MAN).search(name) and is_person_word(head_of(name))
        known = self.people.sex(name)
        return known in (None, sex) and (known == sex or (" " in name and name[:1].isupper() and not self._is_body(name)))

    def _is_body(self, name: str) -> bool:
        return any(word in words_of_bodies() for word in name.split())

    def meant_by(self, pronoun: str, at: int) -> str | None:
        """The person a pronoun stands for: he or she, or whoever spoke last for they and it."""
        sex = _SEX.get(pronoun)
        if pronoun in ("i", "my", "we", "our"):
            return self.narrator if pronoun in ("i", "my") else None
        if pronoun in ("it", "its"):
            return self._last_body(at)
        here = self.sentence_at(at)
        if self.interviewee and sex and self._fits(self.interviewee, sex):
            return self.subject_of(here, at) or self.interviewee
        return self._back(here, at, sex) or self._any_back(here, at, sex) or (self._back(here, at, None) if sex else None)

    def _back(self, here: int, at: int, sex: str | None) -> str | None:
        """The nearest speaker or subject of a sentence, of a sex."""
        for n in range(here, max(-1, here - _BACK), -1):
            subject = self.subject_of(n, at if n == here else None) or self._nameless(n, at if n == here else None)
            for name in (subject, self.spoke.get(n)) if n == here else (self.spoke.get(n), subject):
                if name and self._fits(name, sex):
                    return name
        return None

    def _any_back(self, here: int, at: int, sex: str | None) -> str | None:
        """The nearest person of a sex, whatever part they have in their sentence."""
        stop = bisect_left(self._starts, at)
        first = max(stop - _MANY, bisect_left(self._starts, self.sentences[max(0, here - _BACK)][0]))
        for one in reversed(self.known[first:stop]):
            if sex and self.people.sex(one.name) == sex:
                return one.name
        return None

    def _last_body(self, at: int) -> str | None:
        here = self.sentence_at(at)
        for n in range(here, max(-1, here - 4), -1):
            name = self.spoke.get(n)
            if name and (self._is_body(name) or name[:1].islower()):
                return name
            body = self.bodies.last(self.sentences[n][0], min(at, self.sentences[n][1]))
            if body:
                return body
        return None

    def going_on(self, here: int, first: int) -> str | None:
        """Who goes on speaking in sentence `here`: the last speaker or subject from sentence `first` on."""
        for n in range(here - 1, max(first, here - 6) - 1, -1):
            name = self.spoke.get(n) or self.subject_of(n)
            if name:
                return name
            start, end = self.sentences[n]
            pronoun = re.match(r"(?:He|She)\b", self.text[start:end])
            if pronoun:
                return self.meant_by(pronoun[0].lower(), start)
        return None

    # What a phrase means --------------------------------------------------------------------------------------------

    def named(self, clause: Clause, phrase: Phrase) -> str | None:
        """The speaker whom a noun phrase names, as the page calls them in full."""
        first, end = phrase
        token = clause.tokens[first]
        if token.kind == "m" and (end - first == 1 or not token.owns):
            return token.name
        if end - first == 1 and token.low in ("he", "she", "they", "it", "i", "we"):
            return self.meant_by(token.low, token.start)
        if (token.low in _SEX and end - first == 1) or (token.low in ("their", "my", "its") and end - first == 1):
            return self.meant_by(token.low, token.start)
        start, stop = token.start, clause.tokens[end - 1].end
        apposed = self._apposed(clause, end)
        return apposed or self._described(clause, phrase, start, stop)

    def _apposed(self, clause: Clause, end: int) -> str | None:
        """The name in apposition behind a description: "a neighbour, the farmer Ann Lind,"."""
        if clause.low(end) not in (",", "–", "—"):
            return None
        for n in range(end + 1, min(len(clause), end + 6)):
            token = clause.tokens[n]
            if token.kind == "m":
                behind = clause.low(n + 1)
                is_last = clause.kind(n + 1) in ("p", "q", "") or behind in ("who", "of", "from", "in", "at", "whose")
                return token.name if is_last and not token.owns else None
            if token.kind != "w" or token.low in words("prepositions") or token.low in words("walls") or token.low.endswith("ing"):
                return None
        return None

    def _described(self, clause: Clause, phrase: Phrase, start: int, stop: int) -> str | None:
        """A description: by the offices, by what the page calls its people, by the bodies, or as the words stand."""
        words_of = self.text[start:stop]
        first = clause.tokens[phrase[0]]
        if first.low in words("nobody") and phrase[1] - phrase[0] == 1:
            return None
        head = head_of(words_of)
        if head in ("board", "notice", "plate") and first.low not in ("the", "its", "their", "our"):
            return None  # a sign, not a body
        office = next((one for one in self.offices if one.start <= start and stop <= one.end), None)
        if office:
            return office.name
        if head in words("documents"):
            return self._of_document(clause, phrase, words_of, start)
        if head in words("answers") and first.kind == "m":
            return first.name
        is_definite = first.low in words("determiners") and first.low not in _INDEFINITE
        if head in words("points_back") or _AGED.fullmatch(head):
            return self._back(self.sentence_at(start), start, None) or words_of
        if is_definite or first.owns:
            meant = self.roles.named(words_of, start)
            if meant and (is_person_word(head) or not (is_definite and self.bodies.full(words_of, start))):
                return meant
        return (
            self.bodies.full(words_of, start)
            or self.people.full(words_of)
            or self._by_run(words_of, head, start)
            or self._as_it_stands(clause, phrase, words_of)
        )

    def _by_run(self, words_of: str, head: str, at: int) -> str | None:
        """A surname whose bearer is known by a run of capitals only; "the company" by the firm that was named last before it."""
        runs = self.people.runs
        if words_of.istitle() and " " not in words_of:
            meant = {run.name for run in runs if len(run.words) > 1 and run.words[-1] == words_of}
            return meant.pop() if len(meant) == 1 else None
        if head in words("companies") and words_of.lower().startswith("the "):
            firms = [run for run in runs if run.start < at and len(run.words) > 1 and not self.people.full(run.name)]
            return next((run.name for run in reversed(firms) if run.words[-1].lower() in words("firms")), None)
        return None

    def _of_document(self, clause: Clause, phrase: Phrase, words_of: str, start: int) -> str | None:
        """A paper speaks for who wrote it: "Rao's letter", "a report by the Institute"."""
        first = clause.tokens[phrase[0]]
        if first.kind == "m":
            return first.name
        if first.low in ("his", "her", "its", "their", "my"):
            return self.meant_by(first.low, start)
        by = re.search(r"\b(?:by|from|of) (?:the )?([A-ZÀ-Þ].*)", words_of)
        if by:
            return self.bodies.full(by[1], start) or self.people.full(by[1]) or by[1]
        return self.bodies.full(words_of, start) or words_of

    def _as_it_stands(self, clause: Clause, phrase: Phrase, words_of: str) -> str | None:
        """The words themselves, an article before a proper name left off."""
        bare = _ARTICLE.sub("", words_of)
        titled = _TITLED.match(words_of)
        if titled and is_person_word(titled["title"]):
            return titled["name"]
        first = clause.tokens[phrase[0]].low
        if first in ("this", "that", "there", "what", "these", "those", "such"):
            return None
        is_name = bare[:1].isupper() and first not in words("determiners")
        if not (is_name or can_speak(head_of(words_of)) or (first == "the" and _CAPITAL.search(bare))):
            return None
        is_article = words_of[:1].isupper() and first in words("determiners") and not bare[:1].isupper()
        return words_of[:1].lower() + words_of[1:] if is_article else bare if bare[:1].isupper() else words_of
