"""Runs of capitalised words, and the name inside each: what stands before it as a title or an honorific is told apart.

A run may hold initials, small particles ("van der"), hyphens and apostrophes. Limits: scripts without capitals are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from sys import maxunicode
from unicodedata import combining, normalize

from ..words import any_of, data, split
from .office_heads import is_head, is_short_rank, is_style, is_style_maker, singular

_DATA = data("names")
PARTICLES = split(_DATA["particles"])
HONORIFICS = {sex: split(_DATA[f"honorifics_{sex}"]) for sex in ("m", "f", "any")}
_HONORIFIC = frozenset().union(*HONORIFICS.values())
_STOPS = split(_DATA["stops"])
_PEOPLES = split(_DATA["peoples"])
_PLACES = split(_DATA["places"])
_NOT_INITIALS = split(_DATA["not_initials"])
_MONTHS = split(_DATA["month_names"])
_TIMES = _MONTHS | frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "þ": "th", "ð": "d", "æ": "ae", "ı": "i", "ß": "ss"})


@cache
def bare_letters(word: str) -> str:
    """A word in small letters without accents, as names are looked up.

    >>> bare_letters("Łukasz"), bare_letters("Þór")
    ('lukasz', 'thor')
    """
    low = word.lower()
    if low.isascii():
        return low
    return "".join(letter for letter in normalize("NFKD", low.translate(_PLAIN)) if not combining(letter))


GIVEN = {sex: frozenset(map(bare_letters, split(_DATA[f"given_{sex}"]))) for sex in ("m", "f", "any")}
SURNAMES_FIRST = frozenset(map(bare_letters, split(_DATA["surnames_first"])))
_GIVEN = frozenset().union(*GIVEN.values(), SURNAMES_FIRST)
_AS_NAMES = split(data("offices")["titles_as_names"])

_UPPER = "".join(chr(code) for code in range(min(maxunicode, 0x1F00)) if chr(code).isupper())
_LETTER = r"[^\W\d_]"
_WORD = rf"(?:(?:al|el|as|ash|ad|an|ar|at|az|ul|ibn|bin|a|d|l)[-’'])?[{_UPPER}]{_LETTER}*+(?:[-‐‑’'ʻ](?![sS]\b){_LETTER}++){{0,4}}"
_ABBREVIATED = rf"(?:{any_of(_DATA['abbreviated'])})\."
_SPACE = r"(?:[ \u00a0\u202f]{1,2}|\n)"
_NICKNAME = rf"(?:(?!\([Rr]e?t)[“\"‘'(][{_UPPER}]{_LETTER}{{1,14}}[”\"’')]{_SPACE})?"
_SMALL = rf"(?:(?:{any_of(PARTICLES)}){_SPACE}){{0,3}}"
_TOKEN = rf"(?:{_ABBREVIATED}|(?:(?:[{_UPPER}]\.[ \u00a0]?){{1,5}}{_SMALL})?{_WORD})"
_RUN = re.compile(rf"(?<![\w@#/&’']){_TOKEN}(?:{_SPACE}{_NICKNAME}{_SMALL}{_TOKEN}){{0,9}}(?:,? (?:Jr|Sr)\b\.?)?")
_PIECE = re.compile(r"\S+")
_SAINTS = frozenset({"st", "st.", "saint"})
_OCCUPATIONS = split(data("offices")["occupations"]) | {
    "king",
    "bishop",
    "abbot",
    "major",
    "marshal",
    "judge",
    "pope",
    "dean",
    "parson",
    "prior",
    "constable",
}
_PORTFOLIOS = split(data("offices")["portfolios"])
_PLACE_FIRST = split(_DATA["place_first"]) | split("milton tower north south east west saint st port fort mount lake upper lower")
_OF_PLACES = split("mayor mayoress prefect bishop archbishop governor sheriff emir abbot provost sultan oba alaafin archdeacon dean")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s(?:[\w-]{2,16}\s)?\Z")
_ROMAN = re.compile(r"[IVX]{1,5}\Z")
_OFFICE_OF = re.compile(r"(?P<head>[\w-]{2,30})\s(?:of\s[A-Z]\w{1,20}\s)?(?:of|for|to)\s(?:the\s)?\Z")
_WHEN = re.compile(r"\b(?:[Ss]ince|[Ii]n|[Uu]ntil|[Dd]uring|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate) \Z")
_BARE = str.maketrans("", "", ".,")


@dataclass(frozen=True, slots=True)
class Named:
    """A run of capitals that may be a name.

    Attributes:
        outer: where the honorifics, ranks and styles of address before it begin; `start` where there are none.
        start, end: where the name stands.
        name: the name; one string for all places where it stands.
        titles: the words before it in the same run: titles, honorifics, adjectives of peoples.
    """

    outer: int
    start: int
    end: int
    name: str
    titles: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.name.split(" "))

    @property
    def sex(self) -> str | None:
        """What the honorific before it tells."""
        for title in self.titles:
            low = title.lower().strip(".")
            for sex in ("m", "f"):
                if (
                    low in HONORIFICS[sex]
                    or (sex == "f" and low in {"queen", "princess", "empress"})
                    or (sex == "m" and low in {"king", "prince"})
                ):
                    return sex
        return None

    @property
    def is_titled(self) -> bool:
        """Whether an honorific or a title stands before it."""
        return any((title.lower().strip(".") in _HONORIFIC and title.lower() not in _SAINTS) or _is_title(title) for title in self.titles)


def named(text: str, start: int, end: int, same: dict[str, str] | None = None) -> Iterator[Named]:
    """The runs of a stretch of text, split where a word cannot be of a name; single words, too.

    `same` keeps the names of the stretches before, so that each is one string.

    >>> [one.name for one in named("On Monday Dr. Ana van der Berg met Prime Minister Li.", 0, 53)]
    ['Ana van der Berg', 'Li']
    """
    same = {} if same is None else same
    for match in _RUN.finditer(text, start, end):
        first = match.start()
        pieces = [(first + piece.start(), piece[0]) for piece in _PIECE.finditer(match[0])]
        if len(pieces) == 1 and pieces[0][1].lower() in _STOPS:
            continue
        yield from _split(text, pieces, same)


def _split(text: str, pieces: list[tuple[int, str]], same: dict[str, str]) -> Iterator[Named]:
    """Cut a run at words of sentences and times, and at abbreviations in capitals."""
    kept: list[tuple[int, str]] = []
    before: list[str] = []
    for n, (at, word) in enumerate(pieces):
        if (
            word.translate(_BARE).lower() in _STOPS
            and word not in PARTICLES
            and not (len(word) == 2 and word[1] == ".")
            and not _is_called_so(word, kept)
        ) or _is_date(text, at, word, len(kept)):
            yield from _trimmed(text, kept, before, same)
            kept, before = [], []
        elif kept and text[at - 1] == "\n" and (_is_title(word) or text[at + len(word) : at + len(word) + 1] == ":"):
            yield from _trimmed(text, kept, before, same)
            kept, before = [(at, word)], []
        elif kept and _ROMAN.match(word):
            kept.append((at, word))
        elif _is_acronym(word, pieces[n + 1][1] if n + 1 < len(pieces) else ""):
            yield from _trimmed(text, kept, before, same)
            kept, before = [], [word]
        else:
            kept.append((at, word))
    yield from _trimmed(text, kept, before, same)


def _is_called_so(word: str, kept: list[tuple[int, str]]) -> bool:
    """Whether a day or a month is a name, as an honorific before it tells: "Dr. Sunday Eze", "Mrs May"."""
    return bool(kept) and word.lower() in _TIMES and kept[-1][1].lower().strip(".") in _HONORIFIC


def _is_date(text: str, at: int, word: str, before: int) -> bool:
    """Whether a month stands behind a day or a word of time, and is nobody's name: "on 4 May Rao", "since April Libyan patrols"."""
    if before or word.lower() not in _MONTHS:
        return False
    return text[max(0, at - 2) : at].strip()[-1:].isdigit() or _WHEN.search(text, max(0, at - 9), at) is not None


def _is_acronym(word: str, following: str) -> bool:
    """Two capitals and more, unless they are a person's initials ("VK Menon")."""
    bare = word.translate(_BARE)
    if len(bare) < 2 or not bare.isupper():
        return False
    return ("." not in word and (len(bare) > 3 or bare in _NOT_INITIALS or not following or following.isupper())) or (
        bare in _NOT_INITIALS and not (word.endswith(".") and bare in {"AP", "MP", "HR", "AI", "PR", "GP"} and following)
    )


def _trimmed(text: str, pieces: list[tuple[int, str]], before: list[str], same: dict[str, str]) -> Iterator[Named]:
    """The name at the end of a run, behind its titles."""
    words = [word for _, word in pieces]
    while words and words[-1] in PARTICLES:
        words.pop()
    name_from = _behind_titles(words)
    if (
        name_from < len(words)
        and name_from == 0
        and not before
        and (office := _OFFICE_OF.search(text, max(0, pieces[0][0] - 44), pieces[0][0]))
    ):
        is_bare = not _ARTICLE.search(text, max(0, office.start() - 16), office.start())
        name_from = _behind_body(words, is_bare and office["head"].lower() in _OF_PLACES) if is_head(office["head"]) else 0
    if name_from >= len(words) or all(len(word.strip(".")) == 1 for word in words[name_from:]):
        return
    name_from += words[name_from][0] == "(" and name_from + 1 < len(words)  # "Joint Director (Health) Ana Ruiz"
    outer = _before_styles(words, name_from)
    last, word = pieces[len(words) - 1][0], words[-1]
    end = last + len(word) - (word.endswith((".", ",")) and word[:2] not in ("Jr", "Sr"))
    name = " ".join((*words[name_from:-1], word[: end - last]))
    titles = tuple(same.setdefault(title, title) for title in (*before, *words[:name_from]))
    yield Named(pieces[outer][0], pieces[name_from][0], end, same.setdefault(name, name), titles)


def _behind_body(words: list[str], is_of_place: bool = False) -> int:
    """Where the name begins in what follows "Minister of": at a given name or an initial, else behind the field; at the end for no name.

    Where a place is meant ("Mayor of Alba Kelo Orda Zim") and nothing else tells, it has one word.
    """
    known = next((n for n, word in enumerate(words[:-1]) if bare_letters(word) in _GIVEN or (len(word) == 2 and word[1] == ".")), None)
    if known is not None:
        return known
    behind = next((n for n, word in enumerate(words) if word.lower() not in _PORTFOLIOS), len(words))
    if is_of_place and not behind and len(words) in {3, 4} and words[0].lower() not in _PLACE_FIRST:
        return 1
    return behind if behind and len(words) - behind in {2, 3} else len(words)


def _before_styles(words: list[str], name_from: int) -> int:
    """Where the honorifics, ranks and styles of address before a name begin."""
    outer = name_from
    while outer:
        word = words[outer - 1]
        is_made = outer < name_from and is_style_maker(word, words[outer]) and is_style(words[outer])
        if not (is_made or word.lower().strip(".") in _HONORIFIC or is_style(word, words[outer - 2] if outer > 1 else "")):
            break
        outer -= 1
    return outer


def _is_title(word: str) -> bool:
    bare = word.strip(".")
    return is_head(bare) or singular(bare) is not None or is_short_rank(word)


def _behind_titles(words: list[str]) -> int:
    """Where the name begins: behind the last title that has a word of a name after it."""
    count = len(words) - (bool(words) and words[-1].startswith(("Jr", "Sr")) and len(words) > 1)
    start = 0
    for n in range(count - 1):
        low = words[n].lower().strip(".")
        if (low in _AS_NAMES and n + 2 == count and n == start) or (low in _SAINTS and n > start):
            continue
        if (
            low in _HONORIFIC
            or low in _PEOPLES
            or _is_title(words[n])
            or (low in _PLACES and bare_letters(low) not in _GIVEN and n == start)
        ):
            start = n + 1
    last = words[count - 1].lower() if count > 1 else ""
    if is_head(last) and last not in _OCCUPATIONS and last not in _AS_NAMES and bare_letters(words[start]) not in _GIVEN:
        return count
    if start == count - 1 and count > 1 and words[start].lower() in _PEOPLES:
        return count
    return start
