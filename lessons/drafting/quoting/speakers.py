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
from ..words import any_of, data, split
from .apposed import apposed_name
from .attention import SEX, Attention
from .attribution import Clause
from .bodies import Bodies
from .groups import Ages
from .known_people import DAYS
from .papers import Papers
from .roles import can_speak, head_of, is_person_word
from .speech import words
from .speech_tokens import Phrase
from .strangers import is_body, is_firm, plainly
from .surnames import RANKS, Surnames
from .winners import winner

_OF = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,2}) (?:of|from|at|for) ")
_SOME_OF = re.compile(r"(?:[Oo]ne|[Aa]nother|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Bb]oth|[Tt]wo|[Tt]hree|[Ff]our) of ")
_OWN = re.compile(r"(?<=\w)(?:[’']s|(?<=s)[’'])\Z")
_OWNERS = frozenset("his her my".split())

_ARTICLE = re.compile(r"^(?:[Tt]he) (?=\S)")
_TITLED = re.compile(
    r"(?:[Tt]he |[Aa]n? |Former |Ex-)?(?:[A-Z][a-z-]{2,15} )?(?:[a-z-]{2,20} ){0,3}?(?P<title>[a-z-]{3,20}) "
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:of |de |van |von |and |& )?[A-ZÀ-Þ][\w’'-]+){0,4})\Z"
)
# At the start of a sentence what a firm is has a capital, too: "‖ Brokerage Hartwell Securities said".
_FIRM = re.compile(rf"(?P<title>{any_of(word.capitalize() for word in words('sorts_of_firms'))}) (?P<name>[A-ZÀ-Þ].{{1,60}})\Z")
# The holder of a town's office, the town and the name in one run: "Mayor of Lod Ana Ruiz".
_HOLDER = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w-]+ )?(?P<head>[A-Z][\w-]+) of (?:the )?"
    r"(?:(?:New|Los|San|Santa|St|Saint|Port|Fort|East|West|North|South|Great|El|La|Le|Las|Cape|Hong|Tel|Abu|Upper|Lower|Old|Mount) )?"
    r"[A-ZÀ-Þ][\w’-]+ (?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:(?:de|van|von|der|al|el) )?[A-ZÀ-Þ][\w’'-]+){1,3})\Z"
)
# Behind "outside the town hall" begins who acts there: "‖ Ana Ruiz thanked".
_LEFT_OVER = re.compile(r"(?:the|an?|his|her|their) (?P<place>(?:[a-z-]{2,20} ){1,3})(?P<name>[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+)\Z")
# The first half of a body's name: "the ‖ Appliance and ‖ Electronics Council said".
_JOINED = re.compile(r"\b[Tt]he (?P<first>(?:[A-Z][\w-]+,? ){1,3}and )\Z")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]")
_PARENT = re.compile(r"(?:mother|father|mum|mom|dad|grand(?:mother|father))-of-\w{2,8}")
_AGED = re.compile(r"(?:[\w-]{1,20}-)?year-old")
_PEOPLES = split(data("names")["peoples"])
# In so many sentences a page says who somebody is before it names them.
_FIRST_SENTENCES = 3
# How many sentences somebody without a name is remembered.
_BACK = 6
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
        and (pieces[0] in RANKS or (pieces[0][0].isupper() and pieces[0].lower() in words("persons")))
    ):
        del pieces[0]
    if len(pieces) > 1 and pieces[0][0].isupper() and pieces[1][0].isupper() and pieces[0].lower() in words("sorts_of_firms"):
        del pieces[0]
    bare = " ".join(pieces)
    return name if bare == name else bare  # the string that others have


def _is_of_people(word: str) -> bool:
    """Whether a word says what people somebody is of: "Dane", "Irishman"."""
    return word in _PEOPLES or (word.endswith(("man", "woman")) and word.removesuffix("man").removesuffix("wo") in _PEOPLES)


def _is_short_or_of_work(phrase: Phrase, words_of: str) -> bool:
    """Whether a description is short, or names a work: "the soprano", "the author of Low Tide"."""
    return phrase[1] - phrase[0] <= 3 or re.search(r"r of [“‘\"']?[A-Z]", words_of) is not None


class Speakers:
    """Whom the phrases of a page mean."""

    def __init__(self, page: Page, attention: Attention) -> None:
        self.page, self.text, self.attention = page, page.text, attention
        self.people, self.offices, self.roles = attention.people, attention.offices, attention.roles

    @cached_property
    def bodies(self) -> Bodies:
        return Bodies(self.page)

    @cached_property
    def _ages(self) -> Ages:
        return Ages(self.attention)

    @cached_property
    def surnames(self) -> Surnames:
        return Surnames(self.text, self.people)

    @cached_property
    def _winner(self) -> str | None:
        return winner(self.attention)

    @cached_property
    def papers(self) -> Papers:
        return Papers(self.attention, self.bodies)

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
        if clause.low(first) in ("what", "which") and end - first > 1:
            first += 1
            phrase = first, end
        token = clause.tokens[first]
        if token.low in DAYS:
            return None  # "said Wednesday that …"
        if token.kind == "m" and end - first == 3 and clause.low(first + 1) == "and" and clause.kind(end - 1) == "m":
            return f"{token.name} and {clause.tokens[end - 1].name}"
        if token.kind == "m" and (end - first == 1 or not token.owns):
            return self.surnames.ranked(token.name) or token.name
        if end - first == 1 and token.low in ("he", "she", "they", "it", "i", "we", "you", "him", "me"):
            return self.papers.meant_by(token.low, clause.tokens[0].start if clause.is_put_in(first) else token.start)
        if (token.low in SEX and end - first == 1) or (token.low in ("their", "my", "its") and end - first == 1):
            return self.papers.meant_by(token.low, token.start)
        start, stop = token.start, clause.tokens[end - 1].end
        apposed = apposed_name(clause, first, end)
        return apposed or self._described(clause, phrase, start, stop)

    def _described(self, clause: Clause, phrase: Phrase, start: int, stop: int) -> str | None:
        """A description: by the offices, by what the page calls its people, by the bodies, or as the words stand."""
        joined = _JOINED.search(self.text, max(0, start - 60), start) if is_body(self.text[start:stop]) else None
        start = joined.start("first") if joined else start
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
            return self.papers.speaks_for(clause, phrase, words_of, start)
        if head in words("answers") and first.kind == "m":
            return first.name
        if first.low in _OWNERS and head in words("kinship"):
            return self.roles.kindred(words_of, start) or self._kindred(first.low, start, words_of)
        is_definite = first.low in words("determiners") and first.low not in _INDEFINITE
        if (
            (head in words("points_back") and first.low not in _INDEFINITE)
            or _AGED.fullmatch(head)
            or _PARENT.fullmatch(head)
            or (first.low == "the" and phrase[1] - phrase[0] == 2 and _is_of_people(head))
        ):
            known = self.attention.stranger(words_of) or self._ages.meant_by(words_of, start)
            return known or self.attention.back(self.attention.sentence_at(start), start, None) or words_of
        if is_definite and clause.low(phrase[0] + 1) == "then":
            return words_of  # "the then minister" is not the one in office
        if is_definite and (again := self.attention.stranger(words_of)):
            return again
        if is_definite or first.owns:
            meant = self.roles.named(words_of, start, self.attention.lately(start))
            titled = _TITLED.match(words_of)
            is_named = (
                (titled is not None and titled["title"] in words("collectives"))
                or is_body(words_of)
                or (head.capitalize() in words_of and words_of.partition(" ")[2][:1].isupper())
            )
            is_body_here = is_definite and (is_named or head in words("collectives") or self.bodies.full(words_of, start) is not None)
            if meant and (is_person_word(head) or not is_body_here):
                return meant
        return (
            self.bodies.full(words_of, start)
            or self.people.full(words_of)
            or self.surnames.ranked(words_of)
            or self._told_below(first.low, words_of, head, start)
            or self._of_its(first.low, words_of, head, start)
            or (self.papers.running.firm(start) if first.low == "the" and phrase[1] - phrase[0] == 2 and is_firm(head) else None)
            or (self.attention.by_lede(head, start) if first.low == "the" and phrase[1] - phrase[0] == 2 else None)
            or self._nameless_again(first.low, words_of, head, start)
            or self.surnames.by_run(words_of, head, start)
            or (self._by_trade(head, start) if first.low == "the" and _is_short_or_of_work(phrase, words_of) else None)
            or (self._winner if is_definite and head in words("winners") else None)
            or (self._by_topic(words_of, head, start) if first.low == "the" and phrase[1] - phrase[0] <= 4 else None)
            or self._as_it_stands(clause, phrase, words_of)
        )

    def _nameless_again(self, article: str, words_of: str, head: str, at: int) -> str | None:
        """Somebody without a name who comes back: "A senior police officer said … “…,” ‖ the officer said"."""
        if article not in ("the", "this", "that") or len(words_of.split()) > 3 or not is_person_word(head):
            return None
        is_any = head in ("person", "man", "woman", "source", "official") and article != "the"
        here = self.attention.sentence_at(at)
        for n in range(here - 1, max(-1, here - _BACK), -1):
            for name in (self.attention.spoke.get(n), self.attention.nameless(n, None)):
                if name and name[:2] in ("a ", "an") and (head_of(name) == head or (is_any and is_person_word(head_of(name)))):
                    return name
        return None

    def _told_below(self, article: str, words_of: str, head: str, at: int) -> str | None:
        """Whose name the page gives after it began without: "a judge has ruled. … The judge, Ana Ruiz, …"."""
        if article not in ("a", "an") or self.attention.sentence_at(at) > _FIRST_SENTENCES or not is_person_word(head):
            return None
        return self.roles.only(words_of, at)

    def _of_its(self, owner: str, words_of: str, head: str, at: int) -> str | None:
        """Who belongs to a body: "its defence ministry" is "Alba’s defence ministry"."""
        if owner != "its" or not (head in words("collectives") or is_person_word(head)):
            return None
        body = self.papers.running.owner(at)
        return f"{body}’s {words_of.partition(' ')[2]}" if body else None

    def _by_trade(self, head: str, at: int) -> str | None:
        """Whoever the sentences just before were about, where only their sense tells that it is "the striker"."""
        if head not in words("trades_of_fame"):
            return None
        here = self.attention.sentence_at(at)
        if f"the {head}" in self.attention.frame[max(self.attention.sentences[max(0, here - 1)][0], at - 400) : at]:
            return None  # "Rao asked the skipper where he was" is not about one man
        return next(
            (name for n in range(here, max(-1, here - 4), -1) if (name := self.attention.subject_of(n, at if n == here else None))), None
        )

    def _by_topic(self, words_of: str, head: str, at: int) -> str | None:
        """The one person whom the sentence before is about, where the page has nowhere else said who they are: "the prime minister"."""
        here = self.attention.sentence_at(at)
        is_former = " former " in f" {words_of} "
        if not is_person_word(head) or head.startswith("spokes") or not here or self.attention.begins_paragraph(here):
            return None
        start, end = self.attention.sentences[here - 1]
        if here - 1 in self.attention.spoke or head in self.attention.frame[start:end].lower():
            return None  # another answers, or was spoken of by that word
        named = {one.name for one in self.attention.within(start, end)}
        name = self.attention.named_subject(here - 1)
        return name if name and named == {name} and (is_former or not self.roles.is_described(name)) else None

    def _kindred(self, owner: str, at: int, words_of: str) -> str | None:
        """A relation without a name: "my father" is "Ana Ruiz’s father"."""
        name = self.attention.meant_by(owner, at)
        return f"{name}’s {words_of.partition(' ')[2]}" if name and name[:1].isupper() else plainly(words_of)

    def _as_it_stands(self, clause: Clause, phrase: Phrase, words_of: str) -> str | None:
        """The words themselves, an article before a proper name left off."""
        bare = _ARTICLE.sub("", words_of)
        left = _LEFT_OVER.match(words_of) if clause.low(phrase[0] - 1) in words("prepositions") else None
        if left and not is_body(left["name"]) and words("prepositions").isdisjoint(left["place"].split()):
            return left["name"]
        firm = _FIRM.match(words_of)
        if firm:
            return firm["name"]
        titled = _TITLED.match(words_of)
        if titled and (
            is_person_word(titled["title"])
            or any(titled["title"] in words(name) for name in ("collectives", "companies", "trades_of_fame"))
        ):
            return titled["name"]
        holder = _HOLDER.match(words_of)
        if holder and is_person_word(holder["head"].lower()):
            return holder["name"]
        named = _OF.match(bare)
        if named and not is_body(named["name"]) and not is_person_word(head_of(named["name"])):
            return named["name"]
        first = clause.tokens[phrase[0]].low
        if first in ("this", "that", "there", "what", "these", "those", "such"):
            return None
        is_name = bare[:1].isupper() and first not in words("determiners")
        some = _SOME_OF.match(words_of)
        head = head_of(words_of[some.end() :] if some else words_of)
        if not (is_name or can_speak(head) or (first == "the" and _CAPITAL.search(bare)) or clause.is_persons(phrase)):
            return None
        is_article = words_of[:1].isupper() and first in words("determiners") and words_of.partition(" ")[2][:1].islower()
        if is_article or first == "one":
            return plainly(words_of)
        return bare if bare[:1].isupper() else words_of
