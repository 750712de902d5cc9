"""Terms where they are explained: definitions, abbreviations with their expansion, other names, and the labels of a glossary.

Rules with word lists, for precision: a proper name with a description ("Lima, the capital of …"), a judgment ("A strike is a mistake")
and what comes of an event ("The ruling means that …") are no terms. Every term counts once with a definition, and once with an expansion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import aliases, appositions, glosses
from .abbreviations import expansions
from .definitions import definitions
from .labels import is_glossary
from .page import Page, Part
from .phrases import Defined, definition_end
from .records import TermFound

# A label of a glossary: before a colon, a dash or a tab.
_LABEL = re.compile(
    r"(?:\*\*|__|[“‘\"'])?(?P<term>\w[^:\n\t–—*”]{0,60}?)(?:\*\*|__|[”’\"'])?(?:\s?:(?:\*\*)?\s|\s[–—-]\s|\t)\s*(?P<told>\S)"
)
# "Rule 9: It is the rule by which …": a label whose explanation is a definition.
_IT_IS = re.compile(r"(?P<term>[^:\n.?!“”]{2,60}?):\s+(?:It|This|They|These) (?:is|are) (?P<told>(?:an?|the)\s)")
_ASKED = re.compile(r"What (?:is|are)(?: an?| the)? (?P<term>[^?\n]{2,60}?)(?:\?|\Z)")
_RULES = (*aliases.RULES, *appositions.RULES, *glosses.RULES)
_ANSWER = re.compile(r"(?:It|This|They|These) (?:is|are) (?P<told>(?:an?|the)\s)")


def terms(page: Page) -> list[TermFound]:
    """The terms that a page explains.

    >>> from .layout import lines_of
    >>> from .page import page
    >>> from .records import Head
    >>> text = "The Kenya Lamp Office (KLO) met. A sluice is a gate that holds water back."
    >>> [text[one.start : one.end] for one in terms(page(text, lines_of(text), (), Head()))]
    ['KLO', 'sluice']
    """
    above: Part | None = None
    found: dict[tuple[str, str], TermFound] = {}
    for part in page.parts:
        if part.role == "heading":
            above = part
            continue
        for kind, one in (*_of_part(page.text, part), *_answered(page.text, above, part)):
            term = page.text[slice(*one.term)]
            if one.definition[1] > one.definition[0]:
                found.setdefault((kind, term.lower()), TermFound(start=one.term[0], end=one.term[1], definition=one.definition))
    first = {one.start: one for one in reversed(found.values())}
    return sorted(first.values(), key=lambda one: one.start)


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


def _answered(text: str, above: Part | None, part: Part) -> Iterator[tuple[str, Defined]]:
    """The term that a heading asks for ("What is a thole?"), where the first sentence below it answers ("It is a pin that …")."""
    asked = _ASKED.match(text, above.start, above.end) if above and above.number == part.number else None
    answer = _ANSWER.match(text, *part.sentences[0]) if asked and part.sentences else None
    if asked and answer:
        yield (
            "defined",
            Defined(asked.span("term"), (answer.start("told"), definition_end(text, answer.start("told"), part.sentences[0][1]))),
        )


def _label(text: str, part: Part) -> Defined | None:
    """The label of a part, if it is a term."""
    match = _LABEL.match(text, part.start, part.end) if is_glossary(part.heading) else None
    match = match or _IT_IS.match(text, part.start, part.end)
    if not match:
        return None
    end = part.sentences[0][1] if match.re is _LABEL else next(b for a, b in part.sentences if b > match.end())
    at = match.start("told")
    return Defined(match.span("term"), (at, definition_end(text, at, end))) if end > at else None
