"""Terms where they are explained: definitions, abbreviations with their expansion, other names, and the labels of a glossary.

Rules with word lists, for precision: a proper name with a description ("Lima, the capital of …"), a judgment ("A strike is a mistake")
and what comes of an event ("The ruling means that …") are no terms. Every term counts once with a definition, and once with an expansion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..pages.page import Page, Part
from ..records import Span, TermFound
from ..words import data, split
from . import (
    aliases,
    appositions,
    asides,
    brackets,
    callings,
    compounds,
    enclosures,
    glosses,
    markers,
    named,
    namings,
    rarities,
    relatives,
    signals,
    turns,
    weighed,
)
from .abbreviations import expansions
from .definitions import definitions
from .familiar import is_familiar
from .labels import is_glossary, is_sentence, plain_words
from .noun_phrases import is_everyday
from .phrases import LISTS, Defined, Rule, definition_end
from .predicates import predicate_at
from .sequels import sequels

# A label of a glossary: before a colon, a dash or a tab.
_LABEL = re.compile(
    r"(?:\*\*|__|[“‘\"'])?(?P<term>\w[^:\n\t–—*”]{0,60}?)(?:\*\*|__|[”’\"'])?(?:\s?:(?:\*\*)?\s|\s[–—-]\s|\t)\s*(?P<told>\S)"
)
_SHORT_LINE = 50
# "Firn: snow that has lasted through a summer": one or two words, and what they are in small letters.
_THING = re.compile(r"(?:[•*–-] )?(?P<term>[A-Z][a-z’-]{2,20}(?: [a-z’-]{3,20})?): (?P<told>[a-z])")
# "Rule 9: It is the rule by which …": a label whose explanation is a definition.
_IT_IS = re.compile(r"(?P<term>[^:\n.?!“”]{2,60}?):\s+(?:It|This|They|These) (?:is|are) (?P<told>(?:an?|the)\s)")
_ASKED = re.compile(
    r"(?:[A-Z][\w.’' ]{0,25}: )?[“‘\"']?(?:(?:So|And|But|Now),? )?(?:[Ww]hat(?: exactly| on earth)?(?: is| are|’s|'s)(?: an?"
    r"| the)?|[Aa]nd(?: what about)? an?) "
    r"(?!(?:it|this|that|they|these|those|he|she|you|we|your|my|his|her|our|their|its"
    r"|being|happening|going|new|next|wrong|known|missing|planned|left|needed|done|at|in|on|to)\b)"
    r"(?P<term>(?:[a-z-]{3,15}, (?=[a-z-]{3,15} and ))?[^?\n,;]{2,60}?)(?<! about)(?<! like)(?<! for)(?:\?|\Z)"
)
_RULES: tuple[Rule, ...] = (*aliases.RULES, *appositions.RULES, *glosses.RULES, *markers.RULES, *asides.RULES)
_RULES += (*namings.RULES, *relatives.RULES, *enclosures.RULES, *callings.RULES, *compounds.RULES, *turns.RULES)
_RULES += (*signals.RULES, *rarities.RULES, *brackets.RULES, *weighed.RULES, *named.RULES)
_ANSWER = re.compile(
    r"(?:[A-Z][\w.’' ]{0,25}: )?[“‘\"']?(?:Well,? )?(?:(?:It|This|That|They|These|Those)(?: is| are|’s|'s|’re|'re) |(?="
    r"(?:An?|The) [a-z’-]{2,20} (?:[a-z’-]{2,20} ){0,2}"
    r"(?:that|which|who|whose|where|used to|meant to|made (?:of|from|by|to)|given (?:to|by|for)|for|in which|by which)\b))"
    r"(?P<told>(?:an?|the|when|what|any|some|An|A|The)\s)"
)
_FRAGMENT = re.compile(r"(?P<told>(?:An?|The) (?:[a-z’-]{2,20} )?[a-z’-]{3,20} of )(?![^.]{0,200} (?:is|are|was|were|will|has|had) )")
# "It is the treaty’s oddest idea" tells nothing.
_BEST = re.compile(r"(?:an?|the|The) (?:[\w’'-]{1,20} ){0,2}(?:[a-z]{3,15}est|most|best|worst)\b")
# What a browser's title has behind the article's.
_SITE = re.compile(r" [|–—-] | \(")
_IS = re.compile(r"(?: \([^()]{1,120}\))?(?:,[^,.;]{1,60},)? (?:is|are|was|were) ")
_BORN = re.compile(r"\bborn\b|\d{4}\s?[–-]\s?\d|\(\d{4}")
_GIVEN = split(data("names")["given_m"]) | split(data("names")["given_f"]) | split(data("names")["given_any"])


def terms(page: Page) -> list[TermFound]:
    """The terms that a page explains.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> from lessons.drafting.pages.page import page
    >>> from lessons.drafting.records import Head
    >>> text = "The Kenya Lamp Office (KLO) met. A sluice is a gate that holds water back."
    >>> [text[one.start : one.end] for one in terms(page(text, lines_of(text), (), Head()))]
    ['KLO', 'sluice']
    """
    asked: re.Match[str] | None = None
    found: dict[tuple[str, str], TermFound] = {}
    leads = [("defined", one) for one in _lead(page)]
    above: Span | None = None
    for part in _parts(page):
        if part.role == "heading":
            asked = _ASKED.match(page.text, part.start, part.end)
            for short, long in expansions(page.text, part.start, part.end):
                word = page.text[slice(*short)]
                found.setdefault(("expanded", word.lower()), TermFound(start=short[0], end=short[1], definition=long))
            continue
        seen = (*leads, *_of_part(page.text, part), *_answered(page.text, asked, part))
        if part.role == "paragraph":
            seen += tuple(("defined", one) for one in sequels(page.text, part, above))
        above = part.sentences[-1] if part.sentences and part.role == "paragraph" else None
        asked, leads = _question(page.text, part), []
        for kind, one in seen:
            term = page.text[slice(*one.term)]
            if one.definition[1] > one.definition[0]:
                found.setdefault((kind, term.lower()), TermFound(start=one.term[0], end=one.term[1], definition=one.definition))
    first = {one.start: one for one in reversed(found.values())}
    longest = {one.end: one for one in sorted(first.values(), key=lambda one: _breadth(page.text, one))}
    told = {
        one.definition: one for one in sorted(longest.values(), key=lambda one: -one.start)
    }  # of two names with one explanation the first
    return sorted(told.values(), key=lambda one: one.start)


def _parts(page: Page) -> Iterator[Part]:
    """The parts of a page; lines with labels stand under "Glossary", too, where that is no heading, as above a list of short lines."""
    above: str | None = None
    for part in page.parts:
        line = page.text[part.start : min(part.end, part.start + _SHORT_LINE)]
        if part.role == "paragraph" and part.end - part.start < _SHORT_LINE and is_glossary(line):
            above = None if _LABEL.match(line) or line[-1] in ".!?;," or is_sentence(plain_words(line)) else line
        elif part.role == "heading" or not _LABEL.match(page.text, part.start, part.end):
            above = None
        yield replace(part, heading=above) if above and part.role != "heading" else part


def _breadth(text: str, one: TermFound) -> tuple[bool, int]:
    """By what of two terms with one end and one explanation the last counts: the longer, without a genitive."""
    words = text[one.start : one.end]
    return not ("’s " in words or "'s " in words), one.end - one.start


def _of_part(text: str, part: Part) -> Iterator[tuple[str, Defined]]:
    labelled = _label(text, part)
    if labelled:
        yield "defined", labelled
    for term, long in expansions(text, part.start, part.end):
        yield "expanded", Defined(term, long)
    for one in definitions(text, part):
        yield "defined", one
    for one in _in_passing(text, part):
        yield "defined", one


def _in_passing(text: str, part: Part) -> Iterator[Defined]:
    """What the sentences of a part explain by the way; rules whose words the part has not are left out."""
    words = text[part.start : part.end]
    rules = [rule for rule in _RULES if any(needle in words for needle in rule.needles)]
    for start, end in part.sentences if rules else ():
        for rule in rules:
            for cue in rule.cue.finditer(text, start, end):
                found = rule.read(text, cue, start, end)
                if found and found.definition[1] - found.definition[0] > 2:
                    yield found


def _answered(text: str, asked: re.Match[str] | None, part: Part) -> Iterator[tuple[str, Defined]]:
    """The terms that a question before a sentence asks for ("What is a thole?"), where the sentence answers ("It is a pin that …")."""
    for start, end in part.sentences:
        answer = (_ANSWER.match(text, start, end) or _of_what(asked, text, start, end)) if asked else None
        if asked and answer and not _BEST.match(text, answer.start("told")):
            yield "defined", Defined(_within_marks(asked), (answer.start("told"), definition_end(text, answer.start("told"), end)))
        question = end - start <= 160 and text[end - 1] in "?”\"’'" and _ASKED.match(text, start, end)
        asked = question or (asked if asked and end - start < 40 and not answer else None)


def _within_marks(asked: re.Match[str]) -> Span:
    start, end = asked.span("term")
    marked = end - start > 2 and asked["term"][0] in "“‘\"'" and asked["term"][-1] in "”’\"'"
    return start + marked, end - marked


def _of_what(asked: re.Match[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """An answer that is no sentence, to a question for a rare word: "What is affinage? ‖ The ripening of a cheese"."""
    term = asked["term"].strip("“”‘’\"'").lower()
    return _FRAGMENT.match(text, start, end) if " " not in term and not is_familiar(term) else None


def _question(text: str, part: Part) -> re.Match[str] | None:
    """What the last sentence of a part asks for, or the one before it."""
    for start, end in reversed(part.sentences[-2:]):
        asked = _ASKED.match(text, start, end) if end - start <= 160 else None
        if asked:
            return asked
    return None


def _lead(page: Page) -> Iterator[Defined]:
    """What an encyclopedia's first sentence says of its title: "The Ash Canal is a canal in …"; people are left out."""
    title = _SITE.split(page.head.title or "", maxsplit=1)[0].strip()
    first = next((part for part in page.parts if part.role == "paragraph"), None)
    if not first or not first.sentences or not 2 < len(title) <= 80 or title.split()[0].lower() in _GIVEN:
        return
    start, end = first.sentences[0]
    at = start + 4 if page.text.startswith("The ", start) else start
    if page.text[at : at + len(title)].lower() != title.lower():
        return
    verb = _IS.match(page.text, at + len(title), end)
    said = predicate_at(page.text, verb.end(), end) if verb else None
    if (
        verb
        and said
        and said.article
        and not said.is_remark
        and not LISTS["persons"] & {said.head}
        and not _BORN.search(page.text, at, verb.end())
    ):
        yield Defined((at, at + len(title)), (verb.end(), definition_end(page.text, verb.end(), end)))


def _label(text: str, part: Part) -> Defined | None:
    """The label of a part, if it is a term."""
    match = _LABEL.match(text, part.start, part.end) if is_glossary(part.heading) else None
    match = match or _IT_IS.match(text, part.start, part.end) or _thing(text, part)
    if not match:
        return None
    end = part.sentences[0][1] if match.re in {_LABEL, _THING} else next(b for a, b in part.sentences if b > match.end())
    at = match.start("told")
    return Defined(match.span("term"), (at, definition_end(text, at, end))) if end > at else None


def _thing(text: str, part: Part) -> re.Match[str] | None:
    """A label outside a glossary behind which a substance or a kind of thing is told of in general."""
    match = _THING.match(text, part.start, part.end)
    if not match or not part.sentences:
        return None
    term, end = match["term"].lower(), part.sentences[0][1]
    if is_everyday(term.split()) or term.split()[-1] in LISTS["measures"] | LISTS["kinds"]:
        return None
    told = match.start("told"), definition_end(text, match.start("told"), end)
    said = predicate_at(text, *told)
    sure = said and said.is_natural and said.is_present and not (said.is_personal or said.is_remark or said.names)
    return match if sure and said and said.article in {"", "a", "an"} else None
