"""The people of a page: who is meant by a surname.

A run of capitals is a person's name where more speaks for it than against: a given name that is known, an honorific or an office beside
it, a verb of speech, an age, its last word alone later on. Limits: people who are named by one word only are known where a title stands
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..pages.page import Page
from ..words import any_of, data
from .capitals import HONORIFICS, PARTICLES, SURNAMES_FIRST, Named, named
from .office_heads import is_head, is_short_rank
from .persons import is_person, is_place_or_body
from .sexes import sexes

_BEFORE = re.compile(rf"(?:\b(?:{any_of(data('names')['particles_before'])})\s){{1,3}}\Z", re.IGNORECASE)
_HONORIFIC = frozenset().union(*HONORIFICS.values())
_POSSESSIVE = re.compile(r"(?:[’']s?|[.,;:])\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named, in full or by a part of the name; honorifics lie outside it."""

    start: int
    end: int
    full: str
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class People:
    """Everyone whom a page names in full, by the parts of the name.

    Attributes:
        by_part: full names by surname, whole name and the ends of it; keys in small letters.
        by_given: full names by the other parts: given names, halves of a double name.
        mentions: where people are named, in the order of the text.
        sexes: "m" or "f" by full name, where the page or the given name tells.
        runs: all runs of capitals that may be names, people or not, in the order of the text.
    """

    by_part: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_given: dict[str, tuple[str, ...]] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    sexes: dict[str, str] = field(default_factory=dict)
    runs: tuple[Named, ...] = ()

    def full(self, mention: str) -> str | None:
        """The full name that a mention stands for, honorifics left out; None where nobody or more than one is meant.

        >>> both = by_parts(["Ana Ruiz", "Tom van Dyk", "Eva Ruiz"])
        >>> both.full("Mr van Dyk"), both.full("Tom"), both.full("Ruiz")
        ('Tom van Dyk', 'Tom van Dyk', None)
        """
        words = _POSSESSIVE.sub("", mention.strip()).replace("'", "’").split()
        sex = None
        while len(words) > 1 and _is_before_name(words[0]):
            low = words.pop(0).lower().strip(".")
            sex = next((one for one in ("m", "f") if low in HONORIFICS[one]), sex)
        key = " ".join(words).lower()
        for known in (self.by_part, self.by_given):
            meant = known.get(key, ())
            if len(meant) > 1 and sex:
                meant = tuple(name for name in meant if self.sexes.get(name, sex) == sex)
            if meant:
                return meant[0] if len(meant) == 1 else None
        return self._by_ends(words)

    def sex(self, name: str) -> str | None:
        """The sex of a person by full name, where the page tells."""
        return self.sexes.get(name)

    def _by_ends(self, words: list[str]) -> str | None:
        """By given name and surname, where a middle name or an initial is left out or put in."""
        if len(words) < 2:
            return None
        meant = [name for name in self.by_part.get(words[-1].lower(), ()) if name.lower().replace("'", "’").split()[0] == words[0].lower()]
        return meant[0] if len(meant) == 1 else None


def _is_before_name(word: str) -> bool:
    bare = word.strip(".")
    return bare.lower() in _HONORIFIC or bare in {"Professor", "Justice", "Judge"} or is_short_rank(word)


def people(page: Page) -> People:
    """The people whom a page names.

    >>> from lessons.drafting.pages.page import page
    >>> from lessons.drafting.pages.layout import lines_of
    >>> from lessons.drafting.records import Head
    >>> text = "The mayor, Ana Ruiz, opened the bridge. Ruiz laughed."
    >>> known = people(page(text, lines_of(text), (), Head()))
    >>> known.full("Mrs Ruiz"), [(one.start, one.full) for one in known.mentions]
    ('Ana Ruiz', [(11, 'Ana Ruiz'), (40, 'Ana Ruiz')])
    """
    text = page.text
    same: dict[str, str] = {}
    found = tuple(one for part in page.parts if part.role != "heading" for one in named(text, part.start, part.end, same))
    singles = {one.words[0] for one in found if len(one.words) == 1}
    never = {one.name for one in found if is_place_or_body(text, one)}
    sure = [one for one in found if len(one.words) > 1 and one.name not in never and is_person(text, one, singles)]
    known = by_parts(_with_single(sure, found, text))
    mentions = list(_mentions(text, found, known, {one.name for one in sure}))
    told = sexes(page, mentions, found)
    mentions = [Mention(one.start, one.end, one.full, told.get(one.full)) for one in mentions]
    return People(known.by_part, known.by_given, tuple(mentions), told, found)


def _with_single(sure: Iterable[Named], found: Iterable[Named], text: str) -> list[str]:
    """The full names; and the surnames that are known by their title only ("Judge Harrow")."""
    names = list(dict.fromkeys(one.name for one in sure))
    known = by_parts(names)
    alone = [
        one.name
        for one in found
        if len(one.words) == 1 and one.is_titled and not (is_head(one.name) or is_short_rank(one.name)) and not is_place_or_body(text, one)
    ]
    alone = [name for name in dict.fromkeys(alone) if name.lower() not in known.by_part and name.lower() not in known.by_given]
    longer = _longer(set(alone), found, text)
    return names + [longer.get(name, name) for name in alone]


def _longer(surnames: set[str], found: Iterable[Named], text: str) -> dict[str, str]:
    """The one longer run that a surname with a title is part of: "Ms Valdo" is "Ignacia Valdo Araya", though nothing tells her a person."""
    full: dict[str, set[str]] = {}
    for one in found:
        if 1 < len(one.words) <= 4 and not surnames.isdisjoint(one.words[1:]) and not is_place_or_body(text, one):
            for word in surnames.intersection(one.words[1:]):
                full.setdefault(word, set()).add(one.name)
    return {word: names.pop() for word, names in full.items() if len(names) == 1}


def by_parts(names: Iterable[str]) -> People:
    """People by the parts of their names; a name that comes again with a middle name more, or without it, is the one that came first.

    >>> by_parts(["Ana Ruiz", "Ana M. Ruiz"]).full("Ruiz")
    'Ana Ruiz'
    """
    strong: dict[str, dict[str, None]] = {}
    weak: dict[str, dict[str, None]] = {}
    for name, also in _merged(names).items():
        words = name.replace("'", "’").split()
        for key in _surnames(words, [other.replace("'", "’") for other in also]):
            strong.setdefault(key, {})[name] = None
        for key in _others(words):
            weak.setdefault(key, {})[name] = None
    return People({key: tuple(names) for key, names in strong.items()}, {key: tuple(names) for key, names in weak.items()})


def _merged(names: Iterable[str]) -> dict[str, list[str]]:
    """The form of each name that the page gives first, with the others; "A. Ruiz" is Ana Ruiz, if nobody else can be meant."""
    names = list(names)
    tails = {key: name for name in names for key in _tails(name)}
    ends = {name: _ends(tails.get(name.lower().replace("'", "’"), name)) for name in names}
    spelled: dict[tuple[str, str], set[str]] = {}
    for given, surname in ends.values():
        if not _is_initial(given):
            spelled.setdefault((given[0], surname), set()).add(given)
    forms: dict[tuple[str, str], list[str]] = {}
    for name, (given, surname) in ends.items():
        meant = spelled.get((given[0], surname), set()) if _is_initial(given) else set()
        forms.setdefault((next(iter(meant)) if len(meant) == 1 else given, surname), []).append(name)
    return {next((name for name in group if not _is_initial(ends[name][0])), group[0]): group for group in forms.values()}


def _ends(name: str) -> tuple[str, str]:
    words = name.lower().replace("'", "’").split()
    return words[0], next((word for word in reversed(words) if word not in {"jr.", "jr", "sr.", "sr"}), "")


def _is_initial(given: str) -> bool:
    return len(given.strip(".")) == 1


def _tails(name: str) -> Iterator[str]:
    """What may stand for a name at the start of a sentence: "Van den Berg"."""
    words = name.lower().replace("'", "’").split()[:9]
    yield from (" ".join(words[n:]) for n in range(1, len(words) - 1) if words[n] in PARTICLES)


def _surnames(words: list[str], forms: list[str]) -> Iterator[str]:
    low = [word.lower() for word in words if word.rstrip(".") not in {"Jr", "Sr"}]
    yield from {form.lower() for form in forms}
    yield from {" ".join(low[n:]) for n in range(1, len(low))} | {low[-1]}
    if len(low) == 2 and low[0] in SURNAMES_FIRST:
        yield low[0]


def _others(words: list[str]) -> Iterator[str]:
    low = [word.lower() for word in words]
    for n, word in enumerate(low):
        if word not in PARTICLES and len(word.strip(".")) > 1:
            yield word
            yield from {half for half in word.split("-") if len(half) > 2}
        if n:
            yield " ".join(low[:n])


def _mentions(text: str, found: Iterable[Named], known: People, sure: set[str]) -> Iterator[Mention]:
    for one in found:
        start = one.start
        full = known.full(one.name) if len(one.words) == 1 or one.name in sure else None
        if len(one.words) > 1 and full is None:
            full = known.by_part.get(one.name.lower().replace("'", "’"), (None,))[0]
        if full is None:
            continue
        small = _BEFORE.search(text, max(0, start - 16), start)
        if small and len(one.words) == 1 and known.full(small[0] + one.name) == full and small[0].lower() in full.lower():
            start = small.start()
        yield Mention(start, one.end, full)
