"""What is said in "X is …" and in an apposition: the kind of thing that X is, and whether it is told in general or of one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..words import data, split
from .phrases import FINITE, LISTS, definition_end, head_of, singular

_PREDICATE = re.compile(
    r"(?P<article>an?|the|any|each|someone|anyone|somebody|anybody|something|anything|one(?= who| that| which| with| in)"
    r"|what(?= )|those|people"
    r"|one(?= (?:half|third|quarter|[a-z]{2,10}th) )|(?:simply|essentially|just|basically|in essence) (?:an?|the))\s|(?=[a-z])"
)
_SOMEBODY = frozenset({"someone", "anyone", "somebody", "anybody", "something", "anything", "one", "what"})
_FRACTION = re.compile(
    r"(?:an?|one)[ -](?:half|third|quarter|fifth|sixth|eighth|tenth|twelfth|hundredth|thousandth|millionth|billionth"
    r"|dozen)(?: part)? of an?\b"
)
_BETWEEN = re.compile(
    r"the (?:time|period|interval|stretch|distance|gap|difference|(?:number of )?(?:hours|days|weeks|months|years))"
    r" between [a-z]+ (?:[a-z]+ ){0,4}and "
)
_OF_TWO = re.compile(r"the \w{3,12}(?:er|most|best) of the (?:two|three|four)\b")
_PURPOSE = re.compile(
    r"\b(?:in which|by which|through which|under which|at which|from which|on which|whereby|used (?:to|for|by|in)"
    r"|designed to|for \w{1,30}ing)\b"
)
# What restricts a noun: a relative clause, a participle, a place.
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|when|whereby|what|whatever|whoever|if)\b")
_RESTRICTS = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|whereby|what|used|designed|made|meant|of|for|with|beside|between|driven"
    r"|caused|in|on|at|near|from|around|over|under|behind|without)\b"
)
# A relative clause in the past, or one that awaits what would come: it tells of one thing, not of a kind.
_PAST = re.compile(
    r"\b(?:that|which|who|whom)(?: (?:the |an? |his |her |its |their |nobody |no one )?[\w’-]{1,30}){0,2}? (?:was|were|had|did)\b"
    r"|\b(?:that|which|who) (?!(?:is|are|has|have|can|may|need|feed|breed|bleed|speed|proceed|exceed|succeed)\b)\w{3,20}ed\b"
)
_FIRST_VERB = re.compile(r"\b(?:that|which|who) (?P<verb>[a-z]{2,20})\b")
_PAST_FORMS = frozenset(data("noun_phrases")["past"].split() + data("noun_phrases")["irregular"].split()) - split(
    "put read cut set split hurt cost found felt cast"
)
_HABIT = re.compile(r"\b(?:that|which|who|where|when) (?:[\w’-]{1,30} ){0,4}?(?:could|might|would|had to|used to)\b")
_CLAUSE_BEHIND = re.compile(r"\b(?:(?<!like )(?<!at )(?<!of )that|which|who|whom|whose|where|when|whereby|what|whatever|whoever|if)(?= \w)")
_CLAUSE = re.compile(r"\b(?:that|which|who|whom)\b")
_CONDITIONAL = re.compile(r"\b(?:that|which|who) (?:[\w’-]{1,30} ){0,3}?(?:would|will|could|should|must)\b")
# "Permits that a seller must obtain", "a sum which each ship would leave".
_OF_ANY = re.compile(r"(?:that|which|whom) (?:an?|each|every|any) [\w’-]{2,30} (?:must|would|should) [a-z]+ [a-z]")
# Somebody or some time that is pointed to: "a quality that he lacks", "the price that we pay", "a rule that was dropped last year".
_PERSONAL = re.compile(
    r"\b(?:he|she|we|us|our|ours|my|I|me)\b|\b(?:this|last|next) (?:week|month|year|season|summer|winter|spring|autumn|night"
    r"|time|morning)\b"
    r"|\byesterday\b|\bago\b|\b(?:1[5-9]|20)\d\d\b|\bso far\b"
)
_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-z]")
_PLURAL = re.compile(
    r"(?:(?!\w{1,30}(?:ly|ing|ed)\b|still|now|not)[\w’-]{1,30} ){0,3}?\w{1,30}s (?:that|which|who|of|for|in|used|made|with)\b"
)
# A relative clause without its pronoun: "the way prices move", "the moment a seed splits".
_CONTACT = re.compile(
    r"(?P<head>way|moment|time|day|point|place|extent|degree) (?!(?:to|of|in|forward|out|home|ahead|back|up|down|through|for"
    r"|when|that|which|at|by|is|was|it|he|she)\b)"
    r"(?:an? |the |some |most )?[a-z’-]{3,20} [a-z’-]{2,20}\b"
)
_LOOKED_THROUGH = 20_000  # letters of a page in which a word may stand in small letters
_FORM_OF = re.compile(
    r"(?:[a-z-]{3,20} ){0,2}(?:form|kind|type|sort|variety|species|strain|breed|class) of (?:[a-z-]{3,20} ){0,2}(?P<kind>[a-z-]{3,20})\b"
)
_FAR = 160  # letters of a predicate that are looked at


@dataclass(frozen=True, slots=True)
class Predicate:
    """A noun phrase that says what something is.

    Attributes:
        article: "a", "the", "any", "someone", "what"; empty for none.
        head: its noun, singular.
        tells: whether something is said of the noun.
        words: the phrase from its article on, up to a length.
        rest: the same behind its article.
    """

    article: str
    head: str
    tells: bool
    words: str
    rest: str

    @property
    def indefinite(self) -> bool:
        return (self.article or "a").endswith(("a", "an"))

    @property
    def is_kind(self) -> bool:
        """A kind of thing of which one explains an instance."""
        return self.head in LISTS["kinds"] or self.head in LISTS["natures"] or self.head in LISTS["measures"]

    @property
    def is_natural(self) -> bool:
        """A substance, a plant, a dish …: of those, a word with a capital is seldom a name."""
        of = _FORM_OF.match(self.rest)
        return self.head in LISTS["natures"] or bool(of and singular(of["kind"]) in LISTS["natures"])

    @property
    def is_measure(self) -> bool:
        return self.head in LISTS["measures"]

    @property
    def is_told(self) -> bool:
        return self.tells or len(self.rest.split()) > 2

    @property
    def is_process(self) -> bool:
        """A verb as a noun: "the dating of timber by its rings"."""
        return self.article in {"the", "a"} and self.tells and self.head.endswith("ing") and " of " in self.rest[:60]

    @property
    def is_bare(self) -> bool:
        """A mass: "evidence that …", "land that lies fallow"."""
        first = self.rest.split(" ", 1)[0]
        told = not self.article and self.tells and bool(_CLAUSE_BEHIND.search(self.rest[:60]))
        return told and first not in LISTS["stops"] | LISTS["openers"]

    @property
    def is_somebody(self) -> bool:
        return self.article in _SOMEBODY

    @property
    def is_contact(self) -> bool:
        """With a clause that has no pronoun: "the way prices move"."""
        return bool(_CONTACT.match(self.rest))

    @property
    def is_between(self) -> bool:
        """A stretch of time or way, told by its two ends in general: "the time between infection and the first symptoms"."""
        return bool(_BETWEEN.match(self.words)) and self.is_present_like and not self.names

    @property
    def is_fraction(self) -> bool:
        return bool(_FRACTION.match(self.words))

    @property
    def is_one_of_two(self) -> bool:
        return bool(_OF_TWO.match(self.words))

    @property
    def is_restricted(self) -> bool:
        """Said how it differs from others of its kind."""
        return bool(_RELATIVE.search(self.rest) or _PURPOSE.search(self.rest) or _RESTRICTS.search(self.rest[:90]))

    @property
    def has_purpose(self) -> bool:
        return bool(_PURPOSE.search(self.rest))

    @property
    def is_present(self) -> bool:
        """Told of all times: a relative clause in the present."""
        return bool(_RELATIVE.search(self.rest) or _PURPOSE.search(self.rest) or _CONTACT.match(self.rest)) and not (
            _PAST.search(self.rest) or self.is_conditional or self.is_of_the_past
        )

    @property
    def is_of_the_past(self) -> bool:
        """With a relative clause whose verb is an irregular past form."""
        verb = _FIRST_VERB.search(self.rest)
        return verb is not None and verb["verb"] in _PAST_FORMS

    @property
    def is_present_like(self) -> bool:
        """Of all times, as far as no verb in the past or of what would come tells otherwise."""
        return not (_PAST.search(self.rest) or self.is_conditional or self.is_personal)

    @property
    def is_habit(self) -> bool:
        return bool(_HABIT.search(self.rest))

    @property
    def is_conditional(self) -> bool:
        """Said of what would come, in the first of its relative clauses."""
        told, first = _CONDITIONAL.search(self.rest), _CLAUSE.search(self.rest)
        return bool(told and first and told.start() == first.start()) and not _OF_ANY.match(self.rest, first.start() if first else 0)

    @property
    def is_personal(self) -> bool:
        """Told of somebody, or of one time."""
        return bool(_PERSONAL.search(self.rest))

    @property
    def is_remark(self) -> bool:
        """A judgment, a comparison, or what comes of something."""
        first = self.rest.split(" ", 1)[0].lower()
        if self.is_fraction or self.is_one_of_two or self.is_between or self.article in {"anybody", "anyone"}:
            return False
        if self.rest.startswith("way of life"):
            return True
        if self.head == "way" and (self.rest.startswith(("way of ", "way in which ", "way that ")) or _CONTACT.match(self.rest)):
            return False
        return self.head in LISTS["remarks"] or first in LISTS["remarks"] - LISTS["sizes"]

    @property
    def is_plural_kind(self) -> bool:
        return self.is_kind and self.tells and bool(_PLURAL.match(self.rest))

    @property
    def names(self) -> bool:
        """Whether it has a name in it."""
        return bool(_NAMES.search(self.rest))


def predicate_at(text: str, at: int, end: int) -> Predicate | None:
    """The noun phrase that begins at a place; none where no article, pronoun or small word does.

    >>> text = "a small reservoir that saves water"
    >>> said = predicate_at(text, 0, len(text))
    >>> said.article, said.head, said.is_present
    ('a', 'reservoir', True)
    """
    match = _PREDICATE.match(text, at, end)
    if not match:
        return None
    stop = definition_end(text, at, min(end, at + _FAR))
    head, tells = head_of(text, match.end(), max(stop, min(end, match.end() + 1)))
    contact = _CONTACT.match(text, match.end(), stop)
    if contact:
        head, tells = contact["head"], True
    return Predicate(match["article"] or "", head, tells, text[at:stop], text[match.end() : stop])


def stands_small(text: str, word: str) -> bool:
    """Whether a word stands somewhere on a page in small letters, so that its capital is that of a sentence.

    >>> stands_small("Maerl grows. They sold live maerl.", "Maerl")
    True
    """
    low = " " + word.lower()
    at = text.find(low, 0, _LOOKED_THROUGH)
    return at >= 0 and not text[at + len(low) : at + len(low) + 1].isalpha()


def is_common(text: str, term: str) -> bool:
    """Whether a subject without an article is no name: it goes on in small letters, ends as nouns do, or stands so elsewhere.

    >>> is_common("", "Price discovery"), is_common("", "Osmosis"), is_common("", "Lund"), is_common("", "Rosa Lund")
    (True, True, False, False)
    """
    words = term.split()
    if words[0][0].islower() or any(word[0].islower() for word in words[1:]):
        return all(word[0].islower() or len(word) == 1 for word in words[1:]) and FINITE.isdisjoint(words)
    if len(words) > 1:
        return False
    return (len(term) > 6 and term.lower().endswith(tuple(LISTS["endings"]))) or stands_small(text, words[0])
