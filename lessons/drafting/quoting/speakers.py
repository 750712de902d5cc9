"""Who is meant by the words that name a speaker: names in full, pronouns, descriptions, bodies.

What pronouns look back to is kept elsewhere (`attention`), and what the page calls its people, too (`roles`).

Limits: a description that the page never joins to a name, unless the sentence before is plainly about its bearer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from ..pages.page import Page
from ..records import OfficeFound
from ..words import data, split
from .attention import SEX, Attention
from .attribution import Clause
from .bodies import Bodies
from .roles import can_speak, head_of, is_person_word
from .speech import words
from .speech_tokens import Phrase
from .strangers import is_body, plainly

_SENT = re.compile(
    r"\b(?:sen[dt]s?|wrote|left|kept|keeps|posted|issued|released|emailed|mailed|handed|passed|pinned|enclosed)\b(?: [\w’']{1,15}){0,4}?"
    r" (?:an?|the|this|his|her) (?:[a-z-]{2,12} ){0,2}?"
    r"(?:note|letter|card|postcard|message|email|e-mail|text|telegram|statement|memo|tweet|reply|cable|diary|journal|log)\b"
    r"|\breads? (?:out )?an? (?:[a-z-]{2,12} ){0,2}?(?:text|statement)\b"
    r"|\bsent (?:me |him |her |us |them )?(?:flowers|a wreath|a bouquet)\b"
)
_NICKNAMED = re.compile(
    r"\b(?P<given>[A-ZÀ-Þ][\w-]{1,20}) [“\"‘'](?:[Tt]he )?[A-Z][^\n“”\"‘’,.]{1,24}[”\"’'] "
    r"(?P<name>[A-ZÀ-Þ][\w-]{1,24}(?:[’'][A-Z]\w{1,20})?)"
)
_WROTE = re.compile(r"\b(?:wrote|writes|write|writing) (?:to|home|letters|back)\b|\b(?:[Hh]is|[Hh]er) (?:letters|postcards|notes)\b")
_KEPT = re.compile(r"\b(?:kept|keeps|began|started) (?:an?|his|her|the) (?:[a-z-]{2,12} )?(?:diary|journal|log|logbook|notebook)\b")
_THE_BODY = re.compile(r"[Tt]he (?P<name>[A-ZÀ-Þ][\w-]{2,20}(?: [A-ZÀ-Þ][\w-]{1,20}){0,3})(?= [a-z])")
_OWNED_BY = re.compile(r"(?P<who>(?:[Tt]he |[Aa]n? )?(?:[\w-]{1,30} ){0,4}[\w-]{2,30})[’']s? ")
_OF = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,2}) (?:of|from|at|for) ")
_OWN = re.compile(r"(?<=\w)(?:[’']s|(?<=s)[’'])\Z")
_OWNERS = frozenset("his her my".split())

_ARTICLE = re.compile(r"^(?:[Tt]he) (?=\S)")
_TITLED = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:[a-z-]{2,20} ){0,3}?(?P<title>[a-z-]{3,20}) "
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:of |de |van |von )?[A-ZÀ-Þ][\w’'-]+){0,4})\Z"
)
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]")
_AGED = re.compile(r"(?:[\w-]{1,20}-)?year-old")
_PEOPLES = split(data("names")["peoples"])
_RANKS = frozenset("PC DC DS DI DCI DCS WPC PS PSNI ACP DCP IG Supt SI ASI Rep Sen Gov Lt Sgt Cpl Pte Cllr Cr Ald".split())
_INDEFINITE = frozenset("a an one another some any no every each many most several".split())


def bare_name(name: str) -> str:
    """A name without the description that stands before it like a title.

    >>> bare_name("Resident Joan Pickles"), bare_name("PC Dale Munro"), bare_name("Dean Rourke"), bare_name("the king")
    ('Joan Pickles', 'Dale Munro', 'Dean Rourke', 'the king')
    """
    pieces = name.split()
    while (
        len(pieces) > 2
        and pieces[1][0].isupper()
        and (pieces[0] in _RANKS or (pieces[0][0].isupper() and pieces[0].lower() in words("persons")))
    ):
        del pieces[0]
    return " ".join(pieces)


class Speakers:
    """Whom the phrases of a page mean."""

    def __init__(self, page: Page, attention: Attention) -> None:
        self.page, self.text, self.attention = page, page.text, attention
        self.people, self.offices, self.roles = attention.people, attention.offices, attention.roles
        self._papers: dict[str, int] = {}

    @cached_property
    def bodies(self) -> Bodies:
        return Bodies(self.page)

    def _last_body(self, at: int) -> str | None:
        here = self.attention.sentence_at(at)
        for n in range(here, max(-1, here - 4), -1):
            start, end = self.attention.sentences[n]
            sender = self.sender(n, at)
            if sender:
                return sender
            name = self.attention.spoke.get(n)
            if name and (is_body(name) or name[:1].islower()):
                return name
            body = self.bodies.last(start, min(at, end)) or self._capital_subject(start, min(at, end))
            if body:
                return body
        return None

    def _capital_subject(self, start: int, end: int) -> str | None:
        """A sentence's subject that has a capital and is no person: "The Admiralty was not convinced"."""
        match = _THE_BODY.match(self.attention.frame, start, end)
        return match["name"] if match and not self.people.full(match["name"]) and not is_person_word(match["name"].lower()) else None

    def sender(self, sentence: int, before: int) -> str | None:
        """Whose the letter is that a sentence speaks of: "He sent a note. “…,” it said."."""
        start, end = self.attention.sentences[sentence]
        sent = _SENT.search(self.attention.frame, start, min(end, before))
        if not sent:
            return None
        return self.attention.subject_of(sentence, sent.start()) or self.attention.nameless(sentence, sent.start())

    def _sent_lately(self, at: int) -> str | None:
        """Who sent something in this sentence or the one before."""
        here = self.attention.sentence_at(at)
        return self.sender(here, at) or (self.sender(here - 1, at) if here else None)

    def _writer(self, at: int) -> str | None:
        """Who the sentences just before say writes letters, so that "one letter" is theirs."""
        here = self.attention.sentence_at(at)
        start = self.attention.sentences[max(0, here - 3)][0]
        lately = self.attention.lately(at) if _WROTE.search(self.attention.frame, start, at) else []
        return lately[0] if lately else None

    def _diarist(self, at: int) -> str | None:
        """Who kept the diary whose entries the sentences before quote."""
        here = self.attention.sentence_at(at)
        for n in range(here - 1, max(-1, here - 8), -1):
            start, end = self.attention.sentences[n]
            kept = _KEPT.search(self.attention.frame, start, end)
            if kept:
                return self.attention.subject_of(n, kept.start())
        return None

    def meant_by(self, pronoun: str, at: int) -> str | None:
        """Whom a pronoun stands for; "it" is a body, or whoever wrote the letter."""
        return self._last_body(at) if pronoun in ("it", "its") else self.attention.meant_by(pronoun, at)

    def is_introduced(self, start: int, end: int) -> bool:
        """Whether an office stands beside the name that lies there."""
        n = bisect_right(self._office_starts, start)
        return any(one.end >= end for one in self._by_start[max(0, n - 4) : n])

    @cached_property
    def _by_start(self) -> list[OfficeFound]:
        return sorted(self.offices, key=lambda one: one.start)

    @cached_property
    def _office_starts(self) -> list[int]:
        return [one.start for one in self._by_start]

    # What a phrase means --------------------------------------------------------------------------------------------

    def named(self, clause: Clause, phrase: Phrase) -> str | None:
        """The speaker whom a noun phrase names, as the page calls them in full."""
        first, end = phrase
        token = clause.tokens[first]
        if token.kind == "m" and end - first == 3 and clause.low(first + 1) == "and" and clause.kind(end - 1) == "m":
            return f"{token.name} and {clause.tokens[end - 1].name}"
        if token.kind == "m" and (end - first == 1 or not token.owns):
            return self._ranked(token.name) or token.name
        if end - first == 1 and token.low in ("he", "she", "they", "it", "i", "we", "him", "me"):
            return self.meant_by(token.low, token.start)
        if (token.low in SEX and end - first == 1) or (token.low in ("their", "my", "its") and end - first == 1):
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
        words_of = _OWN.sub("", self.text[start:stop])
        first = clause.tokens[phrase[0]]
        if first.low in words("nobody") and (phrase[1] - phrase[0] == 1 or words_of.endswith(("people", "others"))):
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
        if first.low in _OWNERS and head in words("kinship"):
            return self.roles.kindred(words_of, start) or self._kindred(first.low, start, words_of)
        is_definite = first.low in words("determiners") and first.low not in _INDEFINITE
        if (
            head in words("points_back")
            or _AGED.fullmatch(head)
            or (first.low == "the" and phrase[1] - phrase[0] == 2 and head in _PEOPLES)
        ):
            return self.attention.back(self.attention.sentence_at(start), start, None) or words_of
        if is_definite or first.owns:
            meant = self.roles.named(words_of, start, self.attention.lately(start))
            is_named = is_body(words_of) or (head.capitalize() in words_of and words_of.partition(" ")[2][:1].isupper())
            is_body_here = is_definite and (is_named or head in words("collectives") or self.bodies.full(words_of, start) is not None)
            if meant and (is_person_word(head) or not is_body_here):
                return meant
        return (
            self.bodies.full(words_of, start)
            or self.people.full(words_of)
            or self._ranked(words_of)
            or (self.attention.by_lede(head, start) if first.low == "the" and phrase[1] - phrase[0] == 2 else None)
            or self._by_run(words_of, head, start)
            or (self._by_trade(head, start) if first.low == "the" and phrase[1] - phrase[0] <= 3 else None)
            or self._as_it_stands(clause, phrase, words_of)
        )

    @cached_property
    def _nicknamed(self) -> dict[str, str]:
        """The full names of those whom the page names once with a nickname in marks: Tom “the Wall” Akers."""
        return {match["name"]: f"{match['given']} {match['name']}" for match in _NICKNAMED.finditer(self.text)}

    def _ranked(self, words_of: str) -> str | None:
        """A surname behind a rank in short: "Cr Rao"; one that a nickname parts from its given name."""
        rank, _, name = words_of.partition(" ")
        if not name:
            return self._nicknamed.get(rank)
        if rank not in _RANKS or not name[:1].isupper():
            return None
        full = {run.name for run in self.people.runs if len(run.words) > 1 and run.words[-1] == name and run.words[0] not in _RANKS}
        return self.people.full(name) or (full.pop() if len(full) == 1 else None)

    def _by_trade(self, head: str, at: int) -> str | None:
        """Whoever the sentences just before were about, where only their sense tells that it is "the striker"."""
        if head not in words("trades_of_fame"):
            return None
        here = self.attention.sentence_at(at)
        return next(
            (name for n in range(here, max(-1, here - 4), -1) if (name := self.attention.subject_of(n, at if n == here else None))), None
        )

    def _kindred(self, owner: str, at: int, words_of: str) -> str | None:
        """A relation without a name: "my father" is "Ana Ruiz’s father"."""
        name = self.attention.meant_by(owner, at)
        return f"{name}’s {words_of.partition(' ')[2]}" if name and name[:1].isupper() else plainly(words_of)

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
        if first.low in ("one", "another") and (writer := self._writer(start)):
            return writer
        owned = _OWNED_BY.match(words_of)
        if owned:
            who = owned["who"]
            return self.roles.named(who, start) or self.bodies.full(who, start) or self.people.full(who) or plainly(who)
        sender = (self._sent_lately(start) or self._diarist(start)) if first.low in ("the", "this", "that") else None
        if sender:
            return sender
        by = re.search(r"\b(?:by|from|of) (?:the )?([A-ZÀ-Þ].*)", words_of)
        if by:
            return self.bodies.full(by[1], start) or self.people.full(by[1]) or by[1]
        return (
            self.bodies.full(words_of, start)
            or self._issuer(words_of, start)
            or (self._brought_out(head_of(words_of), start) if first.low in ("the", "this", "that") else None)
            or plainly(words_of)
        )

    def _brought_out(self, head: str, at: int) -> str | None:
        """The body whose paper it is by the sentence that brought it up first: "The Forum ended its summit with a communiqué"."""
        if head not in self._papers:  # looked up once by word, so that the cost is linear
            match = re.compile(rf"\b[Aa]n? (?:[\w-]{{1,20}} ){{0,3}}{re.escape(head)}\b").search(self.attention.frame)
            self._papers[head] = match.start() if match else len(self.text)
        first = self._papers[head]
        if first >= at:
            return None
        start, end = self.attention.sentences[self.attention.sentence_at(first)]
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

    def _as_it_stands(self, clause: Clause, phrase: Phrase, words_of: str) -> str | None:
        """The words themselves, an article before a proper name left off."""
        bare = _ARTICLE.sub("", words_of)
        titled = _TITLED.match(words_of)
        if titled and (is_person_word(titled["title"]) or titled["title"] in words("collectives")):
            return titled["name"]
        named = _OF.match(bare)
        if named and not is_body(bare) and not is_person_word(head_of(named["name"])):
            return named["name"]
        first = clause.tokens[phrase[0]].low
        if first in ("this", "that", "there", "what", "these", "those", "such"):
            return None
        is_name = bare[:1].isupper() and first not in words("determiners")
        if not (is_name or can_speak(head_of(words_of)) or (first == "the" and _CAPITAL.search(bare))):
            return None
        is_article = words_of[:1].isupper() and first in words("determiners") and words_of.partition(" ")[2][:1].islower()
        if is_article or first == "one":
            return plainly(words_of)
        return bare if bare[:1].isupper() else words_of
