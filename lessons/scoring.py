"""Marking: an item and a response give a score.

Typed responses are marked as a fair teacher would. What a source says in its own words is compared by its words, not by their case,
spacing, accents or punctuation; one slip of spelling is forgiven, a wrong digit never. Numbers and dates are compared by what they
mean: "3 lakh" is 300,000, and "12/12/2019" is 12 December 2019. What can be read in several ways, or is less exact than the source, is
asked about again ("ask") and not marked wrong; a response that says something else than the key is wrong.

The browser marks practice items with the same rules in ``widgets/static/scoring.js``; ``tests/cases/scoring.json`` holds both to one
table, so a rule that changes here changes there.

Limits: one language (English words for numbers and months); one number a response; each item is worth one mark, all or nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, Protocol

from rapidfuzz.distance import OSA

from . import dates
from .dates import Date, Point

Verdict = Literal["right", "wrong", "blank", "ask"]
Response = str | Sequence[str] | None
Key = tuple[str, ...] | int | float | Date


class Choosable(Protocol):
    """One option, as far as marking needs it."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


class Markable(Protocol):
    """An item, as far as marking needs it: `lessons.items` has the records.

    Attributes:
        kind: ``"gap"`` where the response is typed; options are chosen in every other kind.
        options: what can be chosen; empty for a gap.
        key: the ids of the right options; for a gap the accepted texts, a number or a date.
    """

    @property
    def kind(self) -> str: ...
    @property
    def options(self) -> Sequence[Choosable]: ...
    @property
    def key(self) -> Key: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a response is worth.

    Attributes:
        marks: what it earned, between 0 and `out_of`.
        out_of: what the item is worth.
        verdict: ``"right"``, ``"wrong"``, ``"blank"`` (no response) or ``"ask"`` (not marked: the learner may respond again).
        message: what to tell the learner beside the verdict; often empty.
    """

    marks: Fraction
    out_of: Fraction
    verdict: Verdict
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The scores of several items together; prints as ``7 of 10``."""

    marks: Fraction
    out_of: Fraction

    def __str__(self) -> str:
        return f"{self.marks} of {self.out_of}"


def score(item: Markable, response: Response) -> Score:
    """Mark one response.

    Args:
        item: the item, with its key.
        response: the id of the chosen option or a list of ids; for a gap what was typed; None or an empty text for none.

    Returns:
        The score; ``"ask"`` where the response cannot be read, could mean several things, or is less exact than the key.

    >>> from types import SimpleNamespace as Item
    >>> gap = Item(kind="gap", options=(), key=("Jens Stoltenberg",))
    >>> score(gap, "jens stoltenburg").verdict, score(gap, "Jens").verdict, score(gap, "").verdict
    ('right', 'wrong', 'blank')
    >>> when = Item(kind="gap", options=(), key=dates.parse("2019-12-12"))
    >>> score(when, "Dec 2019").message
    'Be more precise: give the day, month and year.'
    """
    if response is None or not (response.strip(_SPACE) if isinstance(response, str) else response):
        return _score("blank")
    if item.kind != "gap":
        chosen = {response} if isinstance(response, str) else set(response)
        if not chosen <= {option.id for option in item.options}:
            return _score("ask", "Choose one of the options.")
        return _score("right" if chosen == set(_texts(item.key)) else "wrong")
    typed = response if isinstance(response, str) else " ".join(response)
    match item.key:
        case Date():
            return _score_date(item.key, typed)
        case int() | float():
            return _score_number(Fraction(repr(item.key)), typed)
        case _:
            return _score_text(item, typed)


def total(scores: Iterable[Score]) -> Total:
    """Add scores up.

    >>> one = Fraction(1)
    >>> print(total([Score(marks=one, out_of=one, verdict="right"), Score(marks=0 * one, out_of=one, verdict="wrong")]))
    1 of 2
    """
    every = list(scores)
    return Total(marks=sum((s.marks for s in every), Fraction(0)), out_of=sum((s.out_of for s in every), Fraction(0)))


def _score(verdict: Verdict, message: str = "") -> Score:
    return Score(marks=Fraction(verdict == "right"), out_of=Fraction(1), verdict=verdict, message=message)


def _texts(key: Key) -> tuple[str, ...]:
    return key if isinstance(key, tuple) else ()


# ---- words -----------------------------------------------------------------------------------------------------------------------

_LONGEST = 500  # characters that a response is read of; nobody types more into a gap
_FEWEST_LETTERS = 5  # a shorter word turns into another one with a single slip: Mali, Bali
_CODES = [*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
_SPACE = "".join(map(chr, _CODES))  # what `str.split` takes for space, spelt out because JavaScript's \s is another set
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹ`´"))
_LETTERS = str.maketrans({"ß": "ss", "ς": "σ", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_ORDINAL_WORDS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_ORDINAL = {word: f"{n}{('st', 'nd', 'rd', *['th'] * 9)[n - 1]}" for n, word in enumerate(_ORDINAL_WORDS, 1)}
# Words one slip away from another that a note may well ask for: typing the one is no slip for the other.
_OWN_WORDS = frozenset(
    [
        "russia",
        "prussia",
        "gambia",
        "zambia",
        "iran",
        "iraq",
        "june",
        "july",
        "millions",
        "billions",
        "trillions",
        "marital",
        "martial",
        "causal",
        "casual",
        "moral",
        "amoral",
        "affect",
        "effect",
        "adopt",
        "adapt",
        "political",
        "apolitical",
        "statue",
        "statute",
        "cession",
        "session",
        "import",
        "impart",
        "nation",
        "notion",
    ]
)


def _score_text(item: Markable, typed: str) -> Score:
    said = _words(typed)
    if not said:
        return _score("ask", "Type a word or two.")
    accepted = {text: _words(text) for text in _texts(item.key)}
    if any(_joined(_counted(said)) == _joined(_counted(words)) for words in accepted.values()):
        return _score("right")
    if _joined(said) not in {_joined(_words(option.text)) for option in item.options}:
        for text, words in accepted.items():
            if _is_slip(said, words):
                return _score("right", f"Mind the spelling: {text}.")
    return _score("wrong")


def _words(text: str) -> list[str]:
    """The words of a text without case, accents, punctuation and articles."""
    text = unicodedata.normalize("NFKD", text[:_LONGEST].translate(_APOSTROPHES))
    text = re.sub("[\u0300-\u036f]", "", text).lower().translate(_LETTERS)
    text = text.replace("&", " and ").replace("%", " percent ")
    text = re.sub("(?<![0-9])[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])", lambda m: m[0].replace(",", ""), text)
    text = _unstopped(text)
    words = "".join(c if c == "." or unicodedata.category(c)[0] in "LMN" else " " for c in text).split()
    if len(words) > 1 and words[0] in ("a", "an"):
        words = words[1:]
    return [word for word in words if word != "the"] or words


def _unstopped(text: str) -> str:
    """Without the full stops that are no decimal points: U.S. is US, Rs.300 is Rs 300, 4.2 stays."""
    return re.sub(r"(?<=[a-z])\.", " ", re.sub(r"\.(?![0-9])", "", text))


def _counted(words: list[str]) -> list[str]:
    """The words with numbers in digits: ["thirty", "two", "members"] → ["32", "members"]."""
    found: list[str] = []
    at = 0
    while at < len(words):
        value, end = _run(words, at)
        found.append(_ORDINAL.get(words[at], words[at]) if value is None else str(value))
        at = at + 1 if value is None else end
    return found


def _joined(words: list[str]) -> str:
    """One text without spaces, so that "peace-keeping" is "peacekeeping"; digits stay apart."""
    return re.sub("(?<![0-9]) | (?![0-9])", "", " ".join(words))


def _is_slip(said: list[str], words: list[str]) -> bool:
    """Whether what was said is the accepted words with one slip of spelling, and not something else that differs by a letter."""
    said_counted, counted = _counted(said), _counted(words)
    own = {word for word in said_counted if re.search("[0-9]", word)} | _OWN_WORDS.intersection(said)
    if _labels(said) != _labels(words) or not own <= {*words, *counted}:
        return False
    return _is_one_edit(_joined(said), _joined(words)) or _is_one_edit(_joined(said_counted), _joined(counted))


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one letter is missing, added or changed, or two are swapped; a digit never."""
    enough = len(_of("L", other)) >= _FEWEST_LETTERS
    return enough and _of("N", one) == _of("N", other) and OSA.distance(one, other, score_cutoff=1) <= 1


def _of(category: str, text: str) -> list[str]:
    return [c for c in text if unicodedata.category(c)[0] == category]


def _labels(words: list[str]) -> list[str]:
    """Single letters and small Roman numbers: vitamin B is not vitamin D, World War I not World War II."""
    return [word for word in words if re.fullmatch("[ivx]+", word) or (len(word) == 1 and word.isalpha())]


# ---- numbers ---------------------------------------------------------------------------------------------------------------------

_SMALL_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
_SMALL = {word: n for n, word in enumerate([*_SMALL_WORDS.split(), "nineteen"])}
_SMALL |= {"none": 0, "nil": 0, "once": 1, "twice": 2, "thrice": 3}
_TENS = {word: 10 * n for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
_SHARE = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
_TIMES = {"dozen": 12, "hundred": 100}
_SCALE = {"thousand": 10**3, "lakh": 10**5, "lac": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "mn": 10**6, "cr": 10**7, "bn": 10**9, "tn": 10**12}  # no "m": that may be metres
_AFTER_NUMBER = _SCALE | {f"{word}s": size for word, size in _SCALE.items()} | _SHORT
_ANY = Fraction(10**600)  # larger than any number in _LONGEST characters
# Digits in groups of three, in the Indian groups of two and three, or plain; then decimals or a denominator.
_NUMERAL = re.compile(
    "(?<![0-9a-z.,/])(?:"
    r"[0-9]{1,2}(?P<indian>[ ,'])(?:[0-9]{2}(?P=indian))+[0-9]{3}|[0-9]{1,3}(?P<western>[ ,'])[0-9]{3}(?:(?P=western)[0-9]{3})*|[0-9]+"
    r")(?:\.[0-9]+|/[0-9]+)?(?![0-9]|[.,/][0-9])"
)
_ABOUT = re.compile("^ *(?:(?:about|around|approximately|approx|roughly|circa|ca?|nearly|almost|some)(?![a-z])[.]?|[~≈])? *")
# "more than 40" is not 40, and "8 or 9" are two numbers: both are asked about.
_COMPARING = re.compile(
    r"[<>≤≥±+]|\b(?:more|less|fewer|over|under|above|below|than|least|most|not|no|never|or|between|minus|up|to)\b", re.ASCII
)


def number(text: str) -> Fraction | None:
    """The one number that a person typed; None where there is none, several, or it could be two.

    >>> [str(number(text)) for text in ("3,00,000", "3 lakh", "0.3 million", "thirty-two members", "about 40 %", "twice")]
    ['300000', '300000', '300000', '32', '40', '2']
    >>> [number(text) for text in ("8 or 9", "more than 40", "4,2", "8th", "many")]
    [None, None, None, None, None]
    """
    if len(text) > _LONGEST:
        return None
    plain = re.sub(f"[{_SPACE}_]+", " ", text.lower()).translate(str.maketrans("０１２３４５６７８９’−–", "0123456789'--"))
    for sign, fraction in zip("½¼¾⅓⅔", ("1/2", "1/4", "3/4", "1/3", "2/3"), strict=True):
        plain = plain.replace(sign, f" {fraction} ")
    plain = re.sub(r"(?<![0-9])\.(?=[0-9])", "0.", _unstopped(_ABOUT.sub("", plain)))
    unsigned = re.sub("^(?:-|minus ) *", "", plain)
    if _COMPARING.search(unsigned) or re.search("(?<![0-9a-z])-[0-9]", unsigned):
        return None
    if re.search("[0-9²³¹⁰-⁹]", _NUMERAL.sub(" ", unsigned)) or re.search("[0-9](?:st|nd|rd|th|m)(?![a-z])", unsigned):
        return None
    spaced = _NUMERAL.sub(lambda m: " " + re.sub("[ ,']", "", m[0]) + " ", unsigned)
    found = set(_runs(re.findall("[0-9./]+|[a-z]+", spaced)))
    value = found.pop() if len(found) == 1 else None
    return -value if value is not None and unsigned != plain else value


def _runs(words: list[str]) -> list[Fraction | None]:
    """The numbers among the words, in order; None for words that count but make no number."""
    found: list[Fraction | None] = []
    at = 0
    while at < len(words):
        value, end = _run(words, at)
        if end > at:
            found.append(value)
        at = max(end, at + 1)
    return found


def _run(words: list[str], at: int) -> tuple[Fraction | None, int]:
    """Read one number from `words[at]` on; gives it and the place after it.

    A number is a sum of groups, each before a smaller scale than the last: (3) lakh (20) thousand (five). `room` is what the next part
    of a group must stay under: 10 after "twenty", 100 after "hundred", 1 after a digit, which only a fraction may follow.
    """
    total, last, end = Fraction(0), Fraction(0), at
    group: Fraction | None = None
    room = scale = _ANY
    while True:
        here = end
        joined = end > at and words[here : here + 1] == ["and"]
        here += joined
        article = words[here : here + 1] in (["a"], ["an"])
        here += article
        word = words[here] if here < len(words) else ""
        value = _value(word)
        times = Fraction(1) if group is None else group
        if value is not None and not article and (group is None or 0 < value < room):
            group, room = (group or 0) + value, Fraction(10 if word in _TENS else 1)
        elif word in _TIMES:
            group, room = times * _TIMES[word], Fraction(100 if word == "hundred" else 1)
        elif word in _SHARE and group is not None and joined:  # two and a half
            group, room = group + Fraction(1, _SHARE[word]), Fraction(0)
        elif word in _SHARE and (group is not None or article or word == "half"):  # two thirds, a third, half (a million)
            group, room = times / _SHARE[word], Fraction(0)
        elif word in _AFTER_NUMBER and group is None and last and not joined and not article:  # lakh crore
            total, last = total + last * (_AFTER_NUMBER[word] - 1), last * _AFTER_NUMBER[word]
        elif word in _SCALE or (word in _AFTER_NUMBER and group is not None):
            last = times * _AFTER_NUMBER[word]
            if last >= scale:
                return None, here + 1
            total, group, room, scale = total + last, None, _ANY, Fraction(_AFTER_NUMBER[word])
        else:
            return (None if (group or 0) >= scale else total + (group or 0)) if end > at else None, end
        end = here + 1


def _value(word: str) -> Fraction | None:
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?|[0-9]+/0*[1-9][0-9]*", word):
        return Fraction(word)
    small = _SMALL.get(word, _TENS.get(word))
    return None if small is None else Fraction(small)


def _score_number(key: Fraction, typed: str) -> Score:
    value = number(typed)
    if value is None:
        # No example may be the key.
        return _score("ask", f"Type one number, such as {'15 or 25,000' if key in (12, 40_000) else '12 or 40,000'}.")
    return _score("right" if value == key else "wrong")


# ---- dates -----------------------------------------------------------------------------------------------------------------------

_Judged = Literal["right", "part", "finer", "coarser", "wrong"]
_FINEST_FIRST = ("day", "month", "season", "year", "decade", "century")


def _score_date(key: Date, typed: str) -> Score:
    readings = dates.typed(typed)
    if not readings:
        return _score("ask", f"Type a date, such as {_example(key)}.")
    judged = {_judge(key, reading) for reading in readings}
    if "right" in judged:
        return _score("right")
    if "part" in judged:
        return _score("ask", f"The source gives a span: give {_wanted(key)}.")
    if "coarser" in judged:
        return _score("ask", f"Be more precise: give {_wanted(key)}.")
    if "finer" in judged:
        return _score("ask", f"The source gives only {_wanted(key)}.")
    year = _year(key)
    early = year is not None and year < 1 and not re.search(r"\b(?:ad|ce)\b", typed.lower(), re.ASCII)
    if early and any(_judge(key, _before_christ(reading)) == "right" for reading in readings):
        return _score("ask", "Say whether that is BC or AD.")
    return _score("wrong")


def _judge(key: Date, said: Date) -> _Judged:
    """How a date that was said stands to the key; marks such as "about" count for nothing."""
    key, said = _plain(key), _plain(said)
    if _is_open(key) and _is_open(said) and (key.start is None) != (said.start is None):
        return "wrong"
    key, said = _closed(key), _closed(said)  # "2014" says when "since 2014" began
    if key.is_span and said.is_span:
        return _worst(_judge(_at(key.start), _at(said.start)), _judge(_at(key.end), _at(said.end)))
    if _year(said) is None and _year(key) is not None:
        guesses = {_judge(key, _in_year(said, year)) for year in (_year(key), _year(_at(key.end)))}
        return "wrong" if guesses == {"wrong"} else "coarser"
    if _year(said) is not None and _year(key) is None:
        judged = _judge(key, _in_year(said, None))
        return "finer" if judged == "right" else judged
    if key.is_span or said.is_span:
        if dates.within(key, said):
            return "coarser"
        return "wrong" if not dates.within(said, key) else "part" if key.is_span else "finer"
    if dates.same(key, said):
        return "right"
    step = _FINEST_FIRST.index(key.precision) - _FINEST_FIRST.index(said.precision)
    return "wrong" if not step or dates.same(key, said) is False else "finer" if step > 0 else "coarser"


def _worst(one: _Judged, other: _Judged) -> _Judged:
    order: tuple[_Judged, ...] = ("right", "part", "finer", "coarser", "wrong")
    return max(one, other, key=order.index)


def _at(point: Point | None) -> Date:
    return Date(point, point)


def _is_open(date: Date) -> bool:
    return date.start is None or date.end is None


def _closed(date: Date) -> Date:
    """A date that is open at one end, as its other end."""
    return _at(date.start or date.end) if _is_open(date) else date


def _year(date: Date) -> int | None:
    return date.start.year if date.start else None


def _plain(date: Date) -> Date:
    start, end = (replace(point, mark="") if point else None for point in (date.start, date.end))
    return Date(start, end)


def _in_year(date: Date, year: int | None) -> Date:
    start, end = (replace(point, year=year) if point else None for point in (date.start, date.end))
    return Date(start, end)


def _before_christ(date: Date) -> Date:
    """The same date so many years before Christ as it was typed after."""
    start, end = (replace(point, year=1 - point.year) if point and point.year is not None else point for point in (date.start, date.end))
    return Date(start, end)


def _wanted(key: Date) -> str:
    """What the source gives of the date, in words."""
    point = key.start or key.end
    if point is None or (key.start and key.end and key.is_span):
        return f"the first and the last {point.precision if point else 'day'}"
    if point.year is None:
        return "the day and month" if point.day else "the month"
    return {"day": "the day, month and year", "month": "the month and year", "season": "the season and year"}.get(
        point.precision, f"the {point.precision}"
    )


def _example(key: Date) -> str:
    """A date of the key's form that is not the key."""
    point = key.start or key.end
    year = 1987 if point and point.year == 1998 else 1998
    if point is None or (key.start and key.end and key.is_span):
        return f"{year}–{year + 2}" if point and point.day is None else f"3–5 May {year}"
    if point.year is None:
        return "4 June" if (point.month, point.day) == (5, 3) else "3 May"
    match point.precision:
        case "century":
            return "the 9th century" if point.year == 1100 else "the 12th century"
        case "decade":
            return "the 1930s" if point.year == 1960 else "the 1960s"
        case precision:
            return {"day": "3 May ", "month": "May ", "season": "spring "}.get(precision, "") + str(year)
