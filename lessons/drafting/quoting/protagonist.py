"""Whom a page is about: an obituary or a profile calls one person "she" from paragraph to paragraph without a name.

Such a person is named in the title or first of all, and most pronouns of the page are of one sex. Limits: a page about two people has none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..pages.page import Page
from ..people.capitals import GIVEN, bare_letters
from ..people.names import People
from .speech import words
from .speech_tokens import Known

_PRONOUN = re.compile(r"\b(?:(?P<m>[Hh]e|[Hh]is|[Hh]im)|(?P<f>[Ss]he|[Hh]er))\b")
_KIN = re.compile(
    r"\b(?:(?P<f>wife|mother|sister|daughter|aunt|niece|grandmother|granddaughter|widow|girlfriend|stepmother|queen|actress|nun|heroine)"
    r"|(?P<m>husband|father|brother|son|uncle|nephew|grandfather|grandson|widower|boyfriend|stepfather|king|priest|monk|hero)),? \Z"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# So many pronouns, and such a share of one sex, make a page one about a person.
_ENOUGH, _SHARE = 6, 0.7
_ENOUGH_UNTITLED = 12
# So many pronouns for each name show that one person is told of.
_MOSTLY_PRONOUNS = 1.4


@dataclass(frozen=True, slots=True)
class Protagonist:
    """The person whom a page is about."""

    name: str
    sex: str


def protagonist(page: Page, frame: str, known: Sequence[Known], plain: Mapping[str, str]) -> Protagonist | None:
    """The person whom a page is about; None for a page about something else.

    Args:
        page: the page.
        frame: its text with what stands in quotation marks blacked out.
        known: where people are named outside of quotation marks.
        plain: their sex by title or given name.
    """
    counts: Counter[str] = Counter()
    for part in page.parts:
        if part.role != "heading":
            counts.update(str(match.lastgroup) for match in _PRONOUN.finditer(frame, part.start, part.end))
    if not counts:
        return None
    sex, most = counts.most_common(1)[0]
    if most < _ENOUGH or most < _SHARE * counts.total():
        return None
    name = titled(page, known) or (_told_of(known, most) if most >= _ENOUGH_UNTITLED else None)
    return Protagonist(name, sex) if name and plain.get(name, sex) == sex else None


def _told_of(known: Sequence[Known], most: int) -> str | None:
    """Whom a page without a name in its title tells of: named first, and as often as anybody else or mostly by a pronoun.

    News of many people is about none of them: there every speaker has a name, and "he" is whoever had it last.
    """
    counts = Counter(one.name for one in known)
    first = known[0].name if known else None
    return first if first and (counts[first] == max(counts.values()) or most >= _MOSTLY_PRONOUNS * len(known)) else None


def titled(page: Page, known: Sequence[Known]) -> str | None:
    """The first person whose surname stands in the title."""
    in_title = {match[0].lower().removesuffix("’s").removesuffix("'s") for match in _WORD.finditer(page.head.title or "", 0, 400)}
    return next((one.name for one in known[:200] if one.name.split()[-1].lower() in in_title), None)


def is_of_both(given: str) -> bool:
    """Whether women and men have a given name: it tells no sex, and the part in the sentence decides.

    >>> is_of_both("jean"), is_of_both("ana")
    (True, False)
    """
    return given in GIVEN["any"] or given in words("given_of_both")


def plain_sexes(text: str, people: People, known: Sequence[Known] = ()) -> dict[str, str]:
    """The sex of people by title or given name; pronouns of the page are not asked, they may be another's.

    >>> from lessons.drafting.people.names import by_parts
    >>> plain_sexes("", by_parts(["Ana Ruiz", "Xq Ruiz"]))
    {'Ana Ruiz': 'f'}
    """
    titled = {run.start: run.sex for run in people.runs if run.sex}
    found = {one.full: titled[one.start] for one in people.mentions if one.start in titled}
    for name in {name for names in people.by_part.values() for name in names} - found.keys():
        given = bare_letters(name.split()[0])
        for sex in () if is_of_both(given) else ("m", "f"):
            if given in GIVEN[sex]:
                found[name] = sex
    for one in known:
        match = _KIN.search(text, max(0, one.start - 30), one.start) if one.name not in found else None
        if match:
            found[one.name] = str(match.lastgroup)
    return {name: sex for name, sex in found.items() if sex}
