"""Abbreviations where they are expanded: "Board of Pilots (BOP)", "BOP (Board of Pilots)", "BOP stands for …", "the Board, or BOP"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..records import Span
from ..words import data, split

_SMALL = split(data("terms")["small"])
# Two letters and more, most of them capitals: "UN", "SoHO", "R&D", "G.D.P.", "MoU", "mRNA".
_SHORT = r"(?P<short>[A-Za-zÀ-Þ]?[A-ZÀ-Þ](?:[A-ZÀ-Þa-z0-9]|[&/.-](?=[A-Z0-9])){1,11}+\.?)"
_OPEN, _CLOSE = "[“‘\"']?", "[”’\"']?"
_LEAD = r"(?:(?:or|the|hereafter|henceforth|hereinafter|abbreviated(?: as| to)?|also|in short),? ){0,2}"
# Behind a comma, more abbreviations would make it a list of examples.
_IN_BRACKETS = re.compile(rf"\({_LEAD}{_OPEN}{_SHORT}{_CLOSE}(?=\)|[,;] ?(?![A-Z0-9]))")
_LONG_IN_BRACKETS = re.compile(
    rf"\b{_SHORT}\s?\((?:(?:the|from|or|short for|i\.e\.,?|for)\s)?{_OPEN}(?P<long>[A-Za-zÀ-ÿ][^()\n“”]{{4,120}}){_CLOSE}\)"
)
_STANDS = (
    r"(?:which |that |it |this |they )?(?:is |are )?(?:stands?|short|standing|(?:an?|the) (?:acronym|abbreviation|initials)) (?:for|of)"
)
_BETWEEN = re.compile(rf"\b{_SHORT}{_CLOSE},?\s{_STANDS}\s(?:(?:the|an?)\s)?{_OPEN}(?=[A-Za-zÀ-ÿ])")
_APART = re.compile(
    rf"(?:,? or|,| –| —),? (?:(?:or|in short,?|known as|abbreviated (?:as|to)|called|for short,?) )?(?:the )?{_OPEN}{_SHORT}{_CLOSE}"
    r"(?=[,.;]| –| —| for short)"
)
_BEFORE = re.compile(rf"\b{_SHORT}(?:(?:,| –| —) (?:the )?(?=[A-ZÀ-Þ])|,? or (?:the )?(?=\w)|,? (?:i\.e\.|that is),? (?:the )?(?=\w))")
_NAME = re.compile(
    r"(?<![\w’-])(?!The |An? )(?P<name>[A-ZÀ-Þ][\w’-]{1,30}(?: (?:(?:of|for|and|the|in|de|du|des"
    r"|della?) ){0,2}[A-ZÀ-Þ][\w’-]{1,30}){1,6}) ?\Z"
)
_NAMES = data("names")
_BODIES, _NO_BODIES = split(_NAMES["bodies"]), split(_NAMES["not_initials"]) | split(data("terms")["no_bodies"])
_CAPITALS = re.compile(r"[A-ZÀ-Þ][a-z]?[&/.-]?[A-ZÀ-Þ]")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_WORD = re.compile(r"[^\W_]+|&")
_WINDOW = 140  # letters in which an expansion stands
_INNER = re.compile(r"\([A-Z][a-z]+\)")  # "Seeds (Amendment) Act"
_BREAK = re.compile(r'[.;:!?()\n“”"]')


def expansions(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """Abbreviations within a stretch of text, each with its expansion.

    >>> text = "The Board of River Trade (BRT) and the KLO, or Kenya Lamp Office, agreed."
    >>> [(text[a:b], text[c:d]) for (a, b), (c, d) in expansions(text, 0, len(text))]
    [('BRT', 'Board of River Trade'), ('KLO', 'Kenya Lamp Office')]
    """
    part = text[start:end]
    if "(" in part:
        for match in _IN_BRACKETS.finditer(text, start, end):
            long = _back(text, match["short"], start, match.start()) or _foreign(text, match, start)
            yield from _found(match, long)
        for match in filter(_has_capitals, _LONG_IN_BRACKETS.finditer(text, start, end)):
            yield from _found(match, _whole(text, match["short"], *match.span("long")))
    if not _CAPITALS.search(part):
        return
    if any(word in part for word in ("stand", "short for", "acronym", "abbreviation", "initials")):
        for match in filter(_has_capitals, _BETWEEN.finditer(text, start, end)):
            yield from _found(match, _ahead(text, match["short"], match.end(), end))
    for match in filter(_has_capitals, _APART.finditer(text, start, end)):
        yield from _found(match, _back(text, match["short"], start, match.start()))
    for match in filter(_has_capitals, _BEFORE.finditer(text, start, end)):
        yield from _found(match, _ahead(text, match["short"], match.end(), end))


def _has_capitals(match: re.Match[str]) -> bool:
    """Whether an abbreviation shows itself by two capitals; only brackets show one that has not ("Usaid")."""
    return len(_CAPITAL.findall(match["short"])) >= 2


def _found(match: re.Match[str], long: Span | None) -> Iterator[tuple[Span, Span]]:
    start, end = match.span("short")
    if match["short"].endswith(".") and match["short"].count(".") == 1:
        end -= 1
    if long:
        yield (start, end), long


def letters_of(short: str) -> str:
    """The letters of an abbreviation that stand for words, small: a plural's "s", dots and numbers count for nothing.

    >>> letters_of("G.D.P."), letters_of("NGOs"), letters_of("R&D")
    ('gdp', 'ngo', 'rd')
    """
    bare = re.sub(r"[^A-Za-zÀ-ÿ]", "", short)
    return (bare.removesuffix("s") if bare[:-1].isupper() else bare).lower()


def _back(text: str, short: str, start: int, end: int) -> Span | None:
    """The words right before `end` that an abbreviation stands for: the fewest whose first letters it has."""
    letters = letters_of(short)
    start = max(start, end - _WINDOW)
    stop = start + len(text[start:end].rstrip(" ,“”\"‘’'"))
    stop -= 2 if text[stop - 2 : stop] in {"’s", "'s"} else 0
    words = [match.span() for match in _WORD.finditer(text, start, stop)][-2 * len(letters) - 4 :]
    for fits in (_by_first_letters, _by_letters):
        for first in range(len(words) - 1, -1, -1):
            begins = words[first][0]
            if text[begins].lower() != letters[:1] or text[begins - 1 : begins] in {"-", "’", "'"}:
                continue
            if _BREAK.search(_INNER.sub("", text[begins:stop])):
                break
            small = text[slice(*words[first])] in _SMALL
            if len(words) - first > 1 and not small and fits(text, words[first:], letters):
                return begins, stop
    return None


def _ahead(text: str, short: str, start: int, end: int) -> Span | None:
    """The words from `start` on that an abbreviation stands for."""
    letters = letters_of(short)
    words = [match.span() for match in _WORD.finditer(text, start, min(end, start + _WINDOW))][: 2 * len(letters) + 4]
    if len(letters) < 2 or not words or words[0][0] != start or text[start].lower() != letters[0]:
        return None
    for count in range(2, len(words) + 1):
        stop = words[count - 1][1]
        if _BREAK.search(text, start, stop) or "," in text[start:stop]:
            break
        if _by_first_letters(text, words[:count], letters) and text[slice(*words[count - 1])].lower() not in _SMALL:
            return start, stop
    return None


def _foreign(text: str, match: re.Match[str], start: int) -> Span | None:
    """A body's name before an abbreviation of its name in another language."""
    short = match["short"]
    if not short.isupper() or not short.isalpha() or len(short) < 3 or short in _NO_BODIES:
        return None
    name = _NAME.search(text, max(start, match.start() - 90), match.start())
    return name.span("name") if name and not _BODIES.isdisjoint(name["name"].lower().split()) else None


def _whole(text: str, short: str, start: int, end: int) -> Span | None:
    """A stretch, if an abbreviation stands for the whole of it."""
    words = [match.span() for match in _WORD.finditer(text, start, end)][:20]
    letters = letters_of(short)
    fits = len(words) > 1 and (_by_first_letters(text, words, letters) or _by_letters(text, words, letters))
    return (start, start + len(text[start:end].rstrip("”’\"'"))) if fits else None


def _by_first_letters(text: str, words: Sequence[Span], letters: str) -> bool:
    """Whether letters are the first letters of words in their order; small words and later parts of compounds may be left out."""
    return _spelt(text, words, letters, 1)


def _by_letters(text: str, words: Sequence[Span], letters: str) -> bool:
    """The same, where a word may give up to four of its letters ("deoxyribonucleic acid", "UN Development Programme")."""
    return len(letters) > 2 and _spelt(text, words, letters, 4)


def _spelt(text: str, words: Sequence[Span], letters: str, most: int) -> bool:
    """Follow all ways to read the letters out of the words at once: the set of how many letters are read so far."""
    read = {0}
    for start, end in words:
        word = text[start:end].lower()
        after = set(read) if word in _SMALL or word.isdigit() or text[start - 1 : start] == "-" else set()
        for at in read:
            after.update(_given(word, letters, at, most))
        read = after
        if not read:
            return False
    return len(letters) in read


def _given(word: str, letters: str, at: int, most: int) -> Iterator[int]:
    """How many letters may be read behind a word that begins with the next of them."""
    here = 0
    for count in range(1, most + 1):
        if at + count > len(letters):
            return
        here = word.find(letters[at + count - 1], here)
        if here < 0 or (count == 1 and here > 0):
            return
        here += 1
        yield at + count
