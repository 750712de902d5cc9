"""Whom a page speaks of from sentence to sentence, so that "she" can look back.

The subject of every sentence is kept, and who spoke in it. A pronoun means the nearest of its own sex, the person whom the whole page is
about before others; where no sex fits, the nearest speaker is meant all the same: pasted news has wrong pronouns.

Limits: two people of one sex who take turns; cataphora is known only behind a word like "when".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..pages.page import Page
from ..people.capitals import bare_letters
from ..people.names import People
from ..records import OfficeFound, Span
from ..words import any_of, data, split
from .nameless_subjects import NamelessSubjects
from .protagonist import is_of_both, plain_sexes, protagonist, titled
from .roles import head_of, is_person_word
from .speech import words
from .speech_tokens import Known
from .strangers import is_body, is_of_sex, near_ones
from .turns import asked_before, asked_in

SEX = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_LATER = re.compile(
    r"(?:When|After|Before|As|While|Although|Though|Since|Because|If|Once|Until|By the time"
    r"|Asked|Told|Pressed|Questioned|Reminded|Warned|Informed)\b"
)
_ASKED = re.compile(r"\b(?:asked|asks|wanted to know) (?:whether|if|why|how|when|what|who|where)\b")
_GOES_ON = re.compile(r"\b(?:added|adds|continued|continues|went on|goes on|also|concluded|repeated)\b")
_THEIRS = re.compile(r"(?P<owner>His|Her) (?P<phrase>(?P<one>[a-z-]{3,14})(?: (?P<two>[a-z-]{3,14}))?)\b")
# What somebody's relation did to them is told by them: "Her mother hid her", "His uncle taught him to swim"; what was said to them is not.
_ACTED_ON = re.compile(
    r"(?:His|Her) (?:[a-z-]{3,14} ){1,2}"
    r"(?!(?:told|tells|asked|asks|warned|warns|called|calls|begged|begs|urged|urges|advised|assured|reminded|thanked)\b)"
    r"(?:had )?[a-z]{3,14} (?:him|her)(?= (?:to|in|into|under|up|out|on|off|with|from|away|back|home|when|as|behind|over|at|through|across"
    r"|for|how|every|and|by|down|inside)\b|[.,;])"
)
_IN_YEAR = re.compile(r"In (?:[a-z]+ ){0,4}(?:1[5-9]|20)\d\d,? ")
_BESIDE_HIM, _BESIDE_HER = (
    re.compile(rf"\b(?:before|after|above|below|beside|behind|with|against|to|for) {word}(?=[,.;]| (?:and|had|was|is)\b)")
    for word in ("him", "her")
)
_OFFICE_FIRST = re.compile(
    r"(?P<phrase>The (?:[a-z-]{3,15} ){0,2}?(?P<head>[a-z-]{3,20})) (?:also |then |later |had |has |first )?(?P<verb>[a-z]{3,12}) "
)
_PAST_VERBS = split(data("tense")["irregular"])
_YEAR = re.compile(r"\b1[89]\d\d\b")
_MET_BY_ME = re.compile(r"\b(?:I|(?<!told )(?<!tells )me|my)\b")
_WITH_ME = re.compile(r"\b(?:I|me|my)\b")
_PAPER_BY = re.compile(
    rf"(?:The|An?|(?:In|On) (?:an?|the)) (?:[a-z-]{{3,14}} )?(?:dissent|opinion|{any_of(words('documents'))})"
    r" (?:by|of|from) (?:[A-Z][\w.]{1,14} ){0,3}"
)
# How many sentences a pronoun looks back.
_BACK = 12
# How many sentences of a paragraph are looked at for somebody who is no subject.
_SHORT = 4
# How many sentences somebody without a name is kept in mind for a pronoun.
_NAMELESS = 5
# How many names of one sentence are looked at.
_MANY = 40


def _is_near(word: str) -> bool:
    return word in near_ones() or is_person_word(word)


class Attention(NamelessSubjects):
    """The people of a page, and who spoke or was spoken of last.

    Attributes:
        spoke: who spoke last in a sentence.
        addressed: whom a question of an interview calls "you".
        interviewee: whom the reporter calls "she" between the answers of an interview.
        questions: who asked in a sentence that ends so; None is somebody whom nothing names.
    """

    def __init__(
        self, page: Page, frame: str, sentences: Sequence[Span], firsts: Sequence[int], people: People, offices: Sequence[OfficeFound]
    ) -> None:
        super().__init__(page, frame, sentences, firsts, people, offices)
        self.page = page
        self.spoke: dict[int, str] = {}
        self.questions: dict[int, str | None] = {}
        self.interviewee: str | None = None
        self.addressed: str | None = None
        self._plain = plain_sexes(page.text, people, self.known)
        self._hero = protagonist(page, frame, self.known, self._plain)
        self._heard: dict[str, str] = {}
        self._strangers: dict[str, str] = {}
        self._first_named: dict[str, int] = {}
        self._subjects: list[str | None] = []
        self._lessers: dict[int, tuple[str | None, ...]] = {}

    def about(self) -> str | None:
        """Whom the page is about: its hero, whoever is named in the title, else whom it names first."""
        first = next((one.name for one in self.known[:_MANY] if one.name != self.narrator), None)
        return (self._hero.name if self._hero else None) or titled(self.page, self.known) or first

    def is_first_named(self, one: Known) -> bool:
        """Whether somebody is named there for the first time."""
        if not self._first_named:
            for known in reversed(self.known):
                self._first_named[known.name] = known.start
        return self._first_named.get(one.name) == one.start

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
            return self._told_of(start, pronoun) or self.meant_by(pronoun[0].lower(), pronoun.start())
        if named:
            return self._by_office(start, named) or named.name
        return self._writer(start, end) or self.agent_in(start, end) if before is None else None

    def _told_of(self, start: int, pronoun: re.Match[str]) -> str | None:
        """Whom a clause behind the name tells of: "They thanked Ana Ruiz, who brought it in a lorry that ‖ she drove"."""
        named = [one for one in self.within(start, pronoun.start()) if not one.owns]
        is_told = len(named) == 1 and self.frame.startswith((", who ", " who "), named[0].end)
        return named[0].name if is_told and self.sex(named[0].name) == SEX[pronoun[0].lower()] else None

    def _by_office(self, start: int, named: Known) -> str | None:
        """Who does by the office what the object is named of: "The minister also met Ana Ruiz"."""
        match = _OFFICE_FIRST.match(self.frame, start, named.start)
        if not match or not is_person_word(match["head"]) or not (match["verb"].endswith("ed") or match["verb"] in _PAST_VERBS):
            return None
        meant = self.roles.named(match["phrase"], start)
        return meant if meant != named.name else None

    def _relation(self, start: int, end: int) -> str | None:
        """Somebody without a name who is somebody's: "Her neighbour agreed"."""
        match = _THEIRS.match(self.frame, start, end)
        relation = next((one for one in (match["one"], match["phrase"]) if _is_near(one.split()[-1])), None) if match else None
        owner = self.meant_by(match["owner"].lower(), start) if match and relation else None
        return f"{owner}’s {relation}" if owner and owner[:1].isupper() and "’s " not in owner else None

    # Pronouns --------------------------------------------------------------------------------------------------------

    def sex(self, name: str) -> str | None:
        """The sex of a person: by title and given name, else by the pronouns of the page, unless most of them are the hero's."""
        if self._hero and name == self._hero.name:
            return self._hero.sex
        told = None if is_of_both(bare_letters(name.split(maxsplit=1)[0])) else self.people.sex(name)
        return self._plain.get(name) or self._heard.get(name) or (None if self._hero and told == self._hero.sex else told)

    def fits(self, name: str, sex: str | None) -> bool:
        if sex is None:
            return True
        if name[:1].islower():
            is_heard_so = self._heard.get(name, sex) == sex
            return is_heard_so and is_of_sex(name, sex) and (is_person_word(head_of(name)) or name in self.singled_out)
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
        if asked := asked_before(self, at, sex):
            return asked
        if self._hero and sex == self._hero.sex:
            return self._beside_hero(here, at, sex) or self._hero.name
        found = self.back(here, at, sex) or self._any_back(here, at, sex)
        if found and "’s " in found and (teller := self._teller_of_old(here, found, sex)):
            return teller
        if found and sex:
            self._heard.setdefault(found, sex)  # who was "she" once is no "he" further on
        return found or (self._slipped(here, at) if sex else None)

    def _teller_of_old(self, here: int, relation: str, sex: str | None) -> str | None:
        """Who tells the reporter of a relation of the past: "Her mother left in 1943. “…,” ‖ she told me"."""
        teller = relation.partition("’s ")[0]
        above, start = self.sentences[max(0, here - 1)][0], self.sentences[here][0]
        if _ACTED_ON.match(self.frame, above, start):
            return teller if self.fits(teller, sex) else None
        is_past = _YEAR.search(self.frame, above, min(start, above + 400)) is not None
        is_told_to_me = _WITH_ME.search(self.frame, start, min(self.sentences[here][1], start + 400)) is not None
        return teller if is_past and is_told_to_me and self.fits(teller, sex) else None

    def looked_back(self, here: int, at: int, sex: str) -> str | None:
        """The person of a sex whom sentence `here` and those before it speak of, the hero of the page before others."""
        if self._hero and sex == self._hero.sex:
            return self._beside_hero(here, at, sex) or self._hero.name
        return self.back(here, at, sex)

    def _slipped(self, here: int, at: int) -> str | None:
        """Whoever a pronoun of the wrong sex means, where the paragraph has nobody else: pasted news has such slips."""
        first = self._firsts[max(0, bisect_right(self._firsts, here) - 1)]
        return self.back(here, at, None, max(1, here - first + 1))

    def _beside_hero(self, here: int, at: int, sex: str) -> str | None:
        """Somebody else than the hero whom a pronoun of the hero's sex means: the subject of the same paragraph, just before."""
        is_met = self.narrator is not None and _MET_BY_ME.search(self.frame, self.sentences[here][0], self.sentences[here][1]) is not None
        for n in range(here, max(-1, here - _BACK), -1):
            if is_met and n < here:
                return None  # "She smiles when I mention it" is about whom the reporter visits
            if n < here and self.begins_paragraph(n + 1) and not self._is_going_on(here, n):
                return None
            subject = self.named_subject(n, at if n == here else None) or self.nameless(n, at if n == here else None)
            if n < here and not subject:
                meant = self.subject_of(n)  # "she" of the sentence before, who was not the hero either
                is_other = self._hero is not None and meant != self._hero.name
                subject = meant if meant and is_other and meant[:1].isupper() and "’s " not in meant else None
            for name in (subject, self.spoke.get(n)) if n == here else (self.spoke.get(n), subject, *self._lesser(n)):
                if not name or (name == subject and name[:1].islower() and _IN_YEAR.match(self.frame, *self.sentences[n])):
                    continue  # "In the count of 1991 a farmer …" is told by the hero
                if self.fits(name, sex) and (self.sex(name) == sex or (here - n <= 1 and not self._speaks_of_hero(n, at))):
                    return name
        return None

    def _writer(self, start: int, end: int) -> str | None:
        """Who wrote the paper that a sentence is about: "The dissent by Justice ‖ Ana Ruiz is short"."""
        named = next(iter(self.within(start, min(end, start + 120))), None)
        return named.name if named and not named.owns and _PAPER_BY.fullmatch(self.frame, start, named.start) else None

    def _is_going_on(self, here: int, above: int) -> bool:
        """Whether somebody who spoke at the end of a paragraph goes on in the next: "She added: …"."""
        start, end = self.sentences[here]
        return above + 1 == here and above in self.spoke and bool(_GOES_ON.search(self.frame, start, min(end, start + 300)))

    def _speaks_of_hero(self, sentence: int, before: int) -> bool:
        """Whether a sentence calls the hero "her" behind somebody's name: "Rao says that her method fails"."""
        start, end = self.sentences[sentence]
        named = self.named_in(start, min(end, before))
        if not named or not self._hero:
            return False
        is_him = self._hero.sex == "m"
        ahead = (_BESIDE_HIM if is_him else _BESIDE_HER).search(self.frame, start, named.start)  # "The keeper before her, Tom Pike, …"
        return bool(ahead or re.search(r"\bhis\b|\bhim\b" if is_him else r"\bher\b", self.frame[named.end : end][:300]))

    def back(self, here: int, at: int, sex: str | None, reach: int = _BACK) -> str | None:
        """The nearest speaker or subject of a sentence, of a sex."""
        asker = None
        for n in range(here, max(-1, here - min(reach, _BACK)), -1):
            subject = (self.named_subject(n, at) if n == here else self.subject_of(n)) or self.nameless(n, at if n == here else None)
            for name in (subject, self.spoke.get(n)) if n == here else (self._spoke_above(n), subject, *(self._lesser(n) if sex else ())):
                if name and name != asker and self.fits(name, sex) and (here - n <= _NAMELESS or name[:1].isupper()):
                    if sex and not asker and n in (here - 1, here - 2) and self.sex(name) is None and self._asks(n):
                        asker = name  # the answer is somebody else's, if there is one
                        continue
                    return name
            if asker and n < here - 3:
                break
            if (
                sex
                and not asker
                and n < here
                and self.begins_paragraph(n)
                and here - n < _SHORT
                and (name := self._in_paragraph(n, at, sex))
            ):
                return name
        return asker

    def _in_paragraph(self, first: int, at: int, sex: str) -> str | None:
        """The one person of a sex whom the paragraph names, in whatever part: "The cabinet that Rao led fell. He will not return"."""
        names = {one.name for one in self.within(self.sentences[first][0], at) if not one.owns and self.sex(one.name) == sex}
        return names.pop() if len(names) == 1 else None

    def _spoke_above(self, sentence: int) -> str | None:
        """Who spoke in a sentence, unless it tells of them by the way."""
        name = self.spoke.get(sentence)
        return None if name and self.is_by_the_way(sentence, name) else name

    def _lesser(self, sentence: int) -> tuple[str | None, ...]:
        """Who may be meant where the subject of a sentence does not fit: the agent of its passive, whom its end tells of."""
        if sentence not in self._lessers:
            self._lessers[sentence] = self.agent_in(*self.sentences[sentence]), self.told_last(sentence)
        return self._lessers[sentence]

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

    def hear(self, sentence: int, speaker: str) -> None:
        """Keep in mind who spoke in a sentence; whoever has no name may come back: "a Danish envoy … ‖ the Danish envoy"."""
        self.spoke[sentence] = speaker
        article, _, rest = speaker.partition(" ")
        if article.lower() in ("a", "an"):
            self._strangers[rest] = f"{article.lower()} {rest}"

    def stranger(self, words_of: str) -> str | None:
        """Whoever spoke before without a name and is spoken of by the same words: "the Danish envoy"."""
        article, _, rest = words_of.partition(" ")
        return self._strangers.get(rest) if article.lower() in ("the", "this", "that") and " " in rest else None

    def lately(self, at: int) -> list[str]:
        """Who spoke or was spoken of just before, the nearest first."""
        here = self.sentence_at(at)
        found = [self.named_subject(here, at)]
        for n in range(here - 1, max(-1, here - 4), -1):
            found += [self.spoke.get(n), self.subject_of(n)]
        return [name for name in found if name]

    def going_on(self, here: int, first: int) -> str | None:
        """Who goes on speaking in sentence `here`: the last speaker or subject from sentence `first` on."""
        beside = None
        for n in range(here - 1, max(first, here - 6) - 1, -1):
            name = asked_in(self, n) or self.spoke.get(n)
            if name:
                return name
            name = self.subject_of(n) if beside is None else None
            if name and not self.is_second(n):
                return name
            beside = beside or name
        return beside
