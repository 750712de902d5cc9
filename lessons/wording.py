"""Facts as sentences: the one place where English is put together.

Statements are built from the slots of a fact by fixed frames, so that a slot can be swapped and the sentence still reads; the rules for
the slots (a clause in the past tense, a noun phrase for a heading) are the note format's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import assert_never

from .facts import Claim, Content, Event, Fact, Gap, Number, Person, Point, Quotation, Reason, Source, Term
from .ids import plain

# First words that lose their capital inside a sentence; anything else may be a name.
_LOWERED = frozenset(
    (
        "the a an it its he his she her they their there this that these those in on at by for from after before during when "
        "while both all some most many several no one two three four five six seven eight nine ten each every other another"
    ).split()
)


# Abbreviations that are read as words.
_SPOKEN = frozenset("NATO NASA SAARC SEATO LASER RADAR SALT SARS NAFTA NAM SWIFT".split())
# Nouns that count several without an s.
_PLURALS = frozenset(
    "people personnel men women children dead wounded police staff troops cattle sheep fish aircraft mice feet teeth".split()
)


def inside(clause: str) -> str:
    """A clause as it stands within a sentence: small first letter unless it may be a name, no full stop.

    >>> inside("The treaty was signed."), inside("NATO expelled eight diplomats.")
    ('the treaty was signed', 'NATO expelled eight diplomats')
    """
    clause = clause.strip().removesuffix(".")
    first = clause.split(" ", 1)[0]
    return clause[:1].lower() + clause[1:] if first.lower() in _LOWERED else clause


def sentence(text: str) -> str:
    """A text with a capital first letter and a full stop.

    >>> sentence("deterrence is given as an argument")
    'Deterrence is given as an argument.'
    """
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if re.search(r"[.!?…][”\"’)]?$", text) else text + "."


def a(phrase: str) -> str:
    """The phrase with "a" or "an", by the sound that it opens with.

    >>> a("argument for"), a("reason"), a("European view"), a("hour"), a("NGO's case"), a("UN view")
    ('an argument for', 'a reason', 'a European view', 'an hour', "an NGO's case", 'a UN view')
    """
    first = re.split(r"[^\w]", phrase.strip(), maxsplit=1)[0]
    if len(first) > 1 and first.isupper():  # an abbreviation, spelt out letter by letter
        vowel = first[0] in "AEFHILMNORSX" and first not in _SPOKEN
    else:
        word = first.lower()
        vowel = word[:1] in set("aeiou") and not re.match(r"(?:uni(?!m[^o]|n)|una|ukr|uga|uru|uto|use|usu|eu|one\b|once\b|ubi|uti)", word)
        vowel = vowel or bool(re.match(r"(?:8|11\b|18\b)", word)) or (len(first) == 1 and first in "AEFHILMNORSX")
        vowel = vowel or bool(re.match(r"(?:hour|honest|honou?r|heir)", word))
    return f"{'an' if vowel else 'a'} {phrase.strip()}"


def as_of_words(fact: Fact) -> str:
    """The as-of date for a stem, without "about": how it was worked out stands with the source. Empty where time changes nothing."""
    return re.sub(r"^(?:perhaps )?(?:about )?", "", fact.as_of.text) if fact.dated else ""


def said(fact: Fact) -> str:
    """The fact as a sentence, with its as-of date where time could change it, and with its source where it is somebody's view."""
    return statement(fact.content, as_of_words(fact), by(fact))


def by(fact: Fact) -> str:
    """Whose word a fact is: the publisher, or the title where there is none."""
    source = fact.citations[0].source
    return source.publisher or f"“{source.title}”"


def in_full(source: Source) -> str:
    """A source in full: title, author, publisher, date, and how the date is known."""
    publisher = source.publisher and f"in {source.publisher}"
    parts = (f"“{source.title}”", source.author and f"by {source.author}", publisher, source.published.text)
    worked_out = f" ({source.published_from})" if source.published_from else ""
    return ", ".join(part for part in parts if part) + worked_out


def statement(content: Content, as_of: str = "", source: str = "the source") -> str:
    """The content as a sentence, opened by "As of DATE" where an as-of date is given.

    >>> from lessons.facts import Person
    >>> statement(Person(name="Heiko Maas", office="German foreign minister"), "October 2021")
    'As of October 2021, Heiko Maas was German foreign minister.'
    """
    opening = f"as of {as_of}, " if as_of else ""
    match content:
        case Event(when=when, clause=clause):
            return sentence(f"{when.phrase}, {inside(clause)}")
        case Person(name=name, office=office):
            return sentence(f"{opening}{name} was {inside(office)}")
        case Number(what=what, value=value):
            return sentence(f"{opening}{number_of(what, value.unit)} was {value.text}")
        case Term(term=term, meaning=meaning):
            return sentence(f"“{term[:1].upper()}{term[1:]}” is the name for {inside(meaning)}")
        case Quotation(speaker=speaker, words=words, context=context):
            return sentence(f"{speaker} used the words “{words}”{behind(context)}")
        case Point(heading=heading, label=label, text=text):
            explained = f": {inside(text)}" if text else ""
            return sentence(f"{source} names {label} as {a(heading)}{explained}")
        case Reason(what=what, why=why):
            return sentence(f"{what.removesuffix('.')} because {inside(why)}")
        case Claim(topic=topic, claim=claim, text=text):
            return sentence(f"on {the(topic)}, one account is {claim} ({inside(text)})")
        case Gap(before=before, phrase=phrase, after=after):
            return f"{before}{phrase}{after}"
        case unknown:
            assert_never(unknown)


def number_of(what: str, unit: str) -> str:
    """The subject for a number: "the number of ships", "the figure for the length of the meeting".

    >>> number_of("member states", ""), number_of("length of the meeting", "days"), number_of("number of ships", "")
    ('the number of member states', 'the figure for the length of the meeting', 'the number of ships')
    >>> number_of("population of India", "")
    'the figure for the population of India'
    """
    if re.match(r"(?:the )?(?:number|total|share) of ", what):
        return the(what)
    head = re.split(r" (?:of|in|at|on|for|from|with|whom|who|that|which|left|to|by|per|under) ", what)[0].lower().split()
    many = any(word in _PLURALS or re.search(r"[^s]s$", word) for word in head)
    return f"the number of {what}" if many and not unit else f"the figure for {the(what)}"


def the(phrase: str) -> str:
    """The phrase with "the", unless it has a determiner or opens with a name.

    >>> the("first contact"), the("what Russia did"), the("NATO's office"), the("the meeting")
    ('the first contact', 'what Russia did', "NATO's office", 'the meeting')
    """
    first = phrase.split(" ", 1)[0]
    bare = first.lower() in _LOWERED or first.lower() in {"what", "who", "when", "why", "how", "where", "whether", "which"}
    return phrase if bare or first[:1].isupper() or first[:1].isdigit() or first.endswith(("'s", "’s")) else f"the {phrase}"


def behind(context: str) -> str:
    """A quotation's context, joined on."""
    return f" {context}" if context else ""


def given_away(text: str, stem: str) -> bool:
    """Whether a stem says the text, as whole words.

    >>> given_away("NATO", "Which office does NATO have?"), given_away("all", "Which alliance is it?")
    (True, False)
    """
    return bool(plain(text)) and f" {plain(text)} " in f" {plain(stem)} "


def retells(one: str, other: str) -> bool:
    """Whether two texts tell of the same thing: most of the longer words of the shorter are in the other.

    >>> retells("NATO expelled eight Russian diplomats.", "Eight diplomats were expelled."), retells("NATO grew.", "It met in Delhi.")
    (True, False)
    """
    words, others = _longer_words(one), _longer_words(other)
    return len(words & others) >= 0.6 * max(1, min(len(words), len(others)))


@lru_cache(maxsize=16_384)
def _longer_words(text: str) -> frozenset[str]:
    return frozenset(word for word in plain(text).split() if len(word) > 3)
