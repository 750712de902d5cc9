"""Papers speak for who wrote them: "says the letter", "its report called …", "She left a note. “…,” it read.".

Limits: a paper whose writer nothing near it tells speaks for itself ("the communiqué").
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from ..words import any_of
from .attention import Attention
from .attribution import Clause
from .bodies import Bodies
from .groups import group_back
from .roles import can_speak, head_of, is_person_word
from .running_bodies import RunningBodies
from .speech import words
from .speech_tokens import Phrase
from .strangers import is_body, is_firm, plainly

_SENT = re.compile(
    r"\b(?:sen[dt]s?|wrote|left|kept|keeps|posted|issued|released|emailed|mailed|handed|passed|pinned|enclosed)\b(?: [\w’']{1,15}){0,4}?"
    r" (?:an?|the|this|his|her) (?:[a-z-]{2,12} ){0,2}?"
    r"(?:note|letter|card|postcard|message|email|e-mail|text|telegram|statement|memo|tweet|reply|cable|diary|journal|log)\b"
    r"|\breads? (?:out )?an? (?:[a-z-]{2,12} ){0,2}?(?:text|statement)\b"
    r"|\bsent (?:me |him |her |us |them )?(?:flowers|a wreath|a bouquet)\b"
    r"|\b(?:has |have |had )?(?:wrote|written) (?:back )?to (?=[a-zA-Z])"
)
_FROM = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|[Tt]he) (?:[a-z-]{2,12} ){0,2}?(?:note|letter|card|postcard|message|email|e-mail|telegram|memo|reply"
    r"|cable|report|study|paper|survey|audit|review|opinion|statement|analysis|briefing|article|column|diary|text|tweet|post)\b"
    r"(?:,? (?:in|on|at|above|over) (?:the|his|her|its|their) (?:[\w’']{2,20} ){0,2}?[\w’']{2,20})?,? (?:from|by) "
    r"(?P<who>(?:[Tt]he |[Aa]n? )?[\w’'-]{2,20}(?: (?:&|[\w’'-]{2,20})){0,6}?)(?=[,.;:]| (?:who|that|which|in|at|to|and|was|is|dated|on)\b)"
)
_WROTE = re.compile(r"\b(?:wrote|writes|write|writing) (?:to|home|letters|back)\b|\b(?:[Hh]is|[Hh]er) (?:letters|postcards|notes)\b")
_KEPT = re.compile(r"\b(?:kept|keeps|began|started) (?:an?|his|her|the) (?:[a-z-]{2,12} )?(?:diary|journal|log|logbook|notebook)\b")
_OWNED_BY = re.compile(r"(?P<who>(?:[Tt]he |[Aa]n? )?(?:[\w-]{1,30} ){0,4}[\w-]{2,30})[’']s? ")
_OF_NAME = re.compile(
    r"\b(?:by|from|of) (?:(?:the|your|our|their|his|her|its|my) )?(?P<name>[A-ZÀ-Þ].*?)(?: (?:of|on|from|in) (?:last |this )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\d).*)?\Z"
)
_OF_SMALL = re.compile(r"\b(?:by|from) (?P<who>(?:the|an?|its|their|one) (?:[a-z-]{2,20} ){0,3}[a-z-]{3,20})\Z")
# "A letter read out on his behalf".
_BEHALF = re.compile(r"(?: [a-z]{2,12}){0,3} on (?P<whose>his|her|its|their) behalf\b")
# "A report ‖ that the Audit Office published", "a count ‖ the centre put out last month".
_WHICH_THEY_MADE = re.compile(
    r" (?:that |which )?(?P<who>(?:the |an? )?[\w’'-]{2,20}(?: (?:&|[\w’'-]{2,20})){0,6}?) (?:had |has |have )?(?:itself |themselves )?"
    r"(?:published|issued|released|wrote|written|circulated|sent|filed|presented|leaked|drew up|drawn up|drafted|brought out|put out)\b"
)
_REPLIES = frozenset("reply response answer replies".split())
_WRITTEN_TO = re.compile(
    r"\b(?:wrote|written|writing|complained|appealed|applied) (?:again |back )?to "
    r"(?P<who>(?:the |her |his )?[\w’-]{2,30}(?: [\w’-]{2,30}){0,3}?)"
    r"(?=[.,;:]| (?:and|in|on|about|asking|to|for|twice|once|who|that|last|at)\b)"
)
# What stands between "a letter from" and the name: "‖ the commissioner, Sir ‖ Ana Ruiz".
_BEFORE_NAME = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|its|his|her|their|our|my) )?(?:(?:[a-z-]{3,20}|[A-Z][\w.’-]{0,20}) ){0,5}"
    r"(?:[\w-]{3,20}, (?:[A-Z][\w.]{1,14} ){0,3})?"
)
# So far behind the words a name may begin that stands in apposition to them.
_TITLE = 24
# A sentence that begins with somebody's paper.
_THEIR_PAPER = re.compile(r"(?P<who>The (?:[\w-]{2,20} ){0,2}[\w-]{3,20})[’']s? (?:[a-z]{3,12} ){0,2}?(?P<paper>[a-z]{4,14})\b")
# A firm or body behind what it is: "the accountants ‖ Bell & Marsh".
_ITS_NAME = r"(?:[a-z-]{3,20} ){1,3}(?P<name>[A-ZÀ-Þ][\w’'-]{1,20}(?: (?:&|and|of|[A-ZÀ-Þ][\w’'-]{1,20})){0,5})\Z"
_MAKER = re.compile(rf"\A(?:the |an? )?{_ITS_NAME}")
_BY_MAKER = re.compile(rf"\b(?:by|from) (?:the |an? ){_ITS_NAME}")
_MADE_BY = re.compile(
    r"\b(?:was|were|is|are|been) (?:\w{2,12}ly )?(?:carried out|written|compiled|prepared|produced|conducted|drawn up|drafted|published"
    r"|issued|signed|led|made|edited|authored|penned|completed|undertaken) (?:last \w{3,10} |in \d{4} )?by "
    r"(?P<who>(?:the )?[\w’'-]{2,20}(?: (?:&|[\w’'-]{2,20})){0,6}?)"
    r"(?=[,.;:]| (?:who|that|which|in|at|to|was|is|on|for)\b)"
)
# Papers of which a person has one.
_LIVES = frozenset("memoir memoirs diary diaries journal will testament logbook testimony affidavit".split())
# How far a look goes within a long sentence.
_FAR = 600


class Papers:
    """Whose words the papers of a page hold."""

    def __init__(self, attention: Attention, bodies: Bodies) -> None:
        self.attention, self.bodies = attention, bodies
        self.people, self.roles = attention.people, attention.roles
        self.running = RunningBodies(attention, bodies)
        self._first: dict[str, int] = {}
        self._lives: dict[str, int] = {}

    def meant_by(self, pronoun: str, at: int) -> str | None:
        """Whom a pronoun stands for; "it" is a body, or whoever wrote the letter."""
        if pronoun in ("it", "its"):
            return self._it(at)
        group = group_back(self.attention, at) if pronoun == "they" else None
        return group or self.attention.meant_by(pronoun, at)

    def _it(self, at: int) -> str | None:
        here = self.attention.sentence_at(at)
        paper = None
        for n in range(here, max(-1, here - 4), -1):
            sender = self.sender(n, at) or self._writer_of_owned(n, at)
            if sender:
                return sender
            name = self.attention.spoke.get(n)
            if name and (is_body(name) or name[:1].islower()):
                return name
            if owner := self._maker_of_owned(n, at):
                return owner
            body = self.running.named(n, at)
            if body and body.startswith("the ") and head_of(body) in words("documents"):
                maker = _MADE_BY.search(self.attention.frame, *self._stretch(n, at))
                if maker:
                    return self._maker(maker)
                paper = paper or body  # whose it is may stand in the sentence before
            elif body:
                return body
        return self._brought_out(head_of(paper), at) or paper if paper else None

    def _maker_of_owned(self, sentence: int, before: int) -> str | None:
        """Whose the paper is that a sentence begins with: "‖ The inspector’s report is out. It finds"."""
        start, end = self._stretch(sentence, before)
        match = _THEIR_PAPER.match(self.attention.frame, start, end)
        if not match or match["paper"] not in words("documents"):
            return None
        who = match["who"]
        return self.roles.named(who, start) or self.bodies.full(who, start) or (plainly(who) if can_speak(head_of(who)) else None)

    def _stretch(self, sentence: int, before: int) -> tuple[int, int]:
        start, end = self.attention.sentences[sentence]
        return start, min(end, before, start + _FAR)

    def _maker(self, match: re.Match[str]) -> str:
        """By whom a paper was made: "was written by ‖ Bell & Marsh"."""
        named = [one for one in self.attention.within(match.start("who"), match.end("who")) if not one.owns]
        return named[0].name if named else self.bodies.full(match["who"], match.start()) or match["who"].removeprefix("the ")

    def sender(self, sentence: int, before: int) -> str | None:
        """Whose the letter is that a sentence speaks of: "He sent a note. “…,” it said."."""
        start, end = self.attention.sentences[sentence]
        if self.attention.frame.find(", whose ", start, min(end, before)) >= 0 and (writer := self._writer_of_owned(sentence, before)):
            return writer
        sent = _SENT.search(self.attention.frame, start, min(end, before, start + _FAR))
        if not sent:
            return self._writer_behind(start, min(end, before, start + _FAR))
        about = self.attention.subject_of(sentence, sent.start()) or self.running.subject(sentence, sent.start())
        return about or self.attention.nameless(sentence, sent.start())

    def _writer_behind(self, start: int, end: int) -> str | None:
        """Whom a letter is from by what follows it: "There is a letter in the chest, from ‖ a ship’s cook"."""
        match = _FROM.search(self.attention.frame, start, end)
        if not match:
            return None
        named = next(iter(self.attention.within(match.start("who"), match.end("who") + _TITLE)), None)
        if named and _BEFORE_NAME.fullmatch(self.attention.frame, match.start("who"), named.start):
            return None if named.owns else named.name
        who = match["who"]
        body = _MAKER.search(who)
        if body:
            return self.bodies.full(body["name"], start) or body["name"]
        return self.bodies.full(who, start) or (plainly(who) if can_speak(head_of(who)) else None)

    def _writer_of_owned(self, sentence: int, before: int, papers: Collection[str] = ()) -> str | None:
        """Whose the paper is that a sentence names with its owner: "Rao’s will was read", "Lind, whose statement was read out"."""
        start, end = self.attention.sentences[sentence]
        for match in _owned().finditer(self.attention.frame, start, min(end, before, start + _FAR)):
            if papers and match["paper"].split()[-1] not in papers:
                continue
            pronoun = match["pronoun"].lower() if match["pronoun"] else ""
            if pronoun == "whose":
                return self._before_whose(start, match.start())
            if pronoun:
                return self.attention.meant_by(pronoun, match.start())
            owner = next((one for one in self.attention.within(start, match.end()) if one.owns and one.end >= match.start()), None)
            if owner:
                return owner.name
        return None

    def _before_whose(self, start: int, at: int) -> str | None:
        """Whoever or whatever body stands last before "whose": "the ‖ Stream Society, whose letter was read out"."""
        body = self.bodies.last(start, at)
        if body and self.attention.frame.endswith((f"{body}, ", f"{body} "), start, at):
            return self.bodies.full(body, at) or body
        named = self.attention.within(start, at)
        return named[-1].name if named else None

    def _owned_lately(self, head: str, at: int) -> str | None:
        """Whose such a paper is by the words of this sentence or one of the two before: "in her diary Ruiz …. The entry says"."""
        here = self.attention.sentence_at(at)
        meant = {head, "diary", "journal", "log", "logbook"} if head == "entry" else {head}
        for n in range(here, max(-1, here - 3), -1):
            owner = self._writer_of_owned(n, at, meant)
            if owner:
                return owner
        return None

    def _life_of(self, head: str, at: int) -> str | None:
        """Whose the memoir or diary is by the place where the page first says so: "her diary was sold. … The diary says"."""
        if head not in _LIVES:
            return None
        if head not in self._lives:  # looked up once by word, so that the cost is linear
            self._lives[head] = next((one.start() for one in _owned().finditer(self.attention.frame) if one["paper"].endswith(head)), -1)
        first = self._lives[head]
        if not 0 <= first < at:
            return None
        return self._writer_of_owned(self.attention.sentence_at(first), first + 60, {head})

    def _sent_lately(self, at: int) -> str | None:
        """Who sent something in this sentence or the one before."""
        here = self.attention.sentence_at(at)
        return self.sender(here, at) or (self.sender(here - 1, at) if here else None)

    def _written_to(self, at: int) -> str | None:
        """Who was written to before a reply came: "She wrote to the council. The reply was that …"."""
        here = self.attention.sentence_at(at)
        start = self.attention.sentences[max(0, here - 2)][0]
        letters = list(_WRITTEN_TO.finditer(self.attention.frame, max(start, at - _FAR), at))
        if not letters:
            return None
        found = letters[-1]
        who = found["who"]
        return self.people.full(who) or self.roles.named(who, found.start()) or self.bodies.full(who, found.start()) or plainly(who)

    def _letter_writer(self, at: int) -> str | None:
        """Who the sentences just before say writes letters, so that "one letter" is theirs."""
        here = self.attention.sentence_at(at)
        start = self.attention.sentences[max(0, here - 3)][0]
        lately = self.attention.lately(at) if _WROTE.search(self.attention.frame, max(start, at - 3 * _FAR), at) else []
        return lately[0] if lately else None

    def _diarist(self, at: int) -> str | None:
        """Who kept the diary whose entries the sentences before quote."""
        here = self.attention.sentence_at(at)
        for n in range(here - 1, max(-1, here - 8), -1):
            start, end = self.attention.sentences[n]
            kept = _KEPT.search(self.attention.frame, start, min(end, start + _FAR))
            if kept:
                return self.attention.subject_of(n, kept.start())
        return None

    def speaks_for(self, clause: Clause, phrase: Phrase, words_of: str, start: int) -> str | None:
        """A paper speaks for who wrote it: "Rao's letter", "a report by the Institute"."""
        first = clause.tokens[phrase[0]]
        if first.kind == "m":
            return first.name
        if first.low in ("his", "her", "its", "their", "my"):
            return self.meant_by(first.low, start)
        if first.low in ("one", "another") and (writer := self._letter_writer(start)):
            return writer
        if first.low in ("the", "their") and head_of(words_of) in _REPLIES and (asked := self._written_to(start)):
            return asked
        if behalf := _BEHALF.match(self.attention.frame, clause.tokens[phrase[1] - 1].end):
            return self.meant_by(behalf["whose"], start)
        if made := _WHICH_THEY_MADE.match(self.attention.frame, clause.tokens[phrase[1] - 1].end):
            return self._maker(made)
        owned = _OWNED_BY.match(words_of)
        if owned:
            who = owned["who"]
            firm = self.running.firm(start) if is_firm(head_of(who)) else None
            person = self.roles.named(who, start) if is_person_word(head_of(who)) else None
            return person or firm or self.bodies.full(who, start) or self.people.full(who) or plainly(who)
        if first.low in ("the", "this", "that"):
            head = head_of(words_of)
            writer = self._sent_lately(start) or self._owned_lately(head, start) or self._diarist(start) or self._life_of(head, start)
            if writer:
                return writer
        maker = _BY_MAKER.search(words_of)
        if maker:
            return self.bodies.full(maker["name"], start) or maker["name"]
        small = _OF_SMALL.search(words_of)
        if small and can_speak(head_of(small["who"])):
            who = small["who"]
            return self.roles.named(who, start) or self.bodies.full(who, start) or plainly(who)
        by = _OF_NAME.search(words_of)
        if by:
            return self.bodies.full(by["name"], start) or self.people.full(by["name"]) or by["name"]
        return (
            self.bodies.full(words_of, start)
            or self._issuer(words_of, start)
            or (self._brought_out(head_of(words_of), start) if first.low in ("the", "this", "that") else None)
            or plainly(words_of)
        )

    def _brought_out(self, head: str, at: int) -> str | None:
        """The body whose paper it is by the sentence that brought it up first: "The Forum ended its summit with a communiqué"."""
        if head not in self._first:  # looked up once by word, so that the cost is linear
            match = re.compile(rf"\b[Aa]n? (?:[\w-]{{1,20}} ){{0,3}}{re.escape(head)}\b").search(self.attention.frame)
            self._first[head] = match.start() if match else len(self.attention.text)
        first = self._first[head]
        if first >= at:
            return None
        start, end = self.attention.sentences[self.attention.sentence_at(first)]
        if writer := self._writer_behind(first, min(end, first + _FAR)):
            return writer
        body = self.bodies.last(start, min(first, end))
        return self.bodies.full(body, at) or body if body else None

    def _issuer(self, words_of: str, at: int) -> str | None:
        """Who spoke in the sentence before by the same paper: "In a statement, Rao said “…”. The statement added: “…”"."""
        here = self.attention.sentence_at(at)
        start, end = self.attention.sentences[here - 1] if here else (0, 0)
        is_same = re.search(
            rf"\b(?:an?|the|his|her|its|their) (?:[\w-]{{1,20}} )?{re.escape(head_of(words_of))}\b",
            self.attention.frame[start:end],
            re.IGNORECASE,
        )
        return self.attention.spoke.get(here - 1) if is_same else None


@cache
def _owned() -> re.Pattern[str]:
    papers = any_of(words("personal_papers"))
    return re.compile(
        rf"(?:\b(?P<pronoun>[Ww]hose|[Hh]is|[Hh]er)|[’']s?) "
        rf"(?P<paper>(?:(?:own|last|first|latest|final|written|short|open|long) ){{0,2}}(?:{papers}))\b"
    )
