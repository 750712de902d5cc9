"""Numerals as they stand in running text: digits in groups, number words, scales, fractions, and a sign of money before them.

It only reads; whether a numeral is a fact or part of a name is told by `number_traps`. English marks: a comma groups, a point is decimal.
Not read: Roman numerals, ordinals ("twenty-first"), "dozens" and other vague words, a bare "hundred" without how many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from ...numerals import run
from ..words import any_of, data

_SMALL = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety"""
_SCALES = {"hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "lac": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9}
_SCALES |= {"trillion": 10**12, "dozen": 12, "bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12, "trn": 10**12, "cr": 10**7}
_LETTERS = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9, "T": 10**12}
_PARTS = "half halves third quarter fourth fifth sixth seventh eighth ninth tenth twentieth hundredth thousandth"
_BELOW = dict(zip(_PARTS.split(), (2, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000), strict=True))
_VULGAR = {letter: Fraction(share) for letter, share in zip("½¼¾⅓⅔⅛", "1/2 1/4 3/4 1/3 2/3 1/8".split(), strict=True)}

SPACE = "[ \u00a0\u202f\u2009]"


_small = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(_SMALL.split(), key=len, reverse=True))
_small_next = any_of(_SMALL)
_big = "hundred|thousand|lakh|lac|million|crore|billion|trillion|dozen"
_bigs = f"(?:{_big}|lakhs|lacs|crores)"
_part = any_of(_PARTS)
_signs = any_of(data("numbers")["units"]["signs"])
# Letters that are money only before a sum: "N3.1 billion", "K4,500".
_sum = (
    rf"[NPKD](?=[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,4}}(?![0-9,])|[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?(?:{SPACE}?(?:{_bigs}|bn|mn|tn)|[mb])(?![\w-]))"
)
_join = f"(?:{SPACE}|[-‑]|{SPACE}and{SPACE}|-and-|{SPACE}an?{SPACE}|{SPACE}and{SPACE}an?{SPACE})"

_NUMERAL = re.compile(
    # "a third", "two fifths", "three-quarters"
    rf"(?:(?P<top>[Aa]n?|{_small})[ -](?P<part>{_part})(?P<plural>s?)(?![\w])(?!-(?!majority))"
    # digits with what stands around them
    rf"|(?P<sign>(?:{_signs}){SPACE}{{0,2}}(?=[0-9])|{_sum})?(?P<digits>[0-9]{{1,2}}/[0-9]{{1,3}}(?= of\b)"
    r"|[0-9]{1,3}(?:,[0-9]{2,3}){0,6},[0-9]{3}(?![0-9])|[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3}){1,5}(?![0-9])"
    r"|[0-9]{1,3}(?:['’][0-9]{3}){1,5}(?![0-9])|[0-9]++)(?P<rest>\.[0-9]++)?(?P<vulgar>[½¼¾⅓⅔⅛])?"
    rf"(?P<scale>(?:{SPACE}|-)?(?:{_bigs}|bn|mn|mln|tn|trn|cr)(?![\w])(?:{SPACE}crores?(?![\w]))?|[kKmMbBT](?![\w²³/]))?"
    r"|(?P<lone>[½¼¾⅓⅔⅛])"
    # words, "half a million", "a dozen"
    rf"|(?P<words>(?:{_small}|[Hh]alf{SPACE}an?{SPACE}{_bigs}|[Aa]{SPACE}{_bigs})"
    rf"(?:{_join}(?:{_small_next}|{_bigs}|half|quarter|third)(?![\w])){{0,14}})(?![\w])"
    r"|(?P<half>[Hh]alf)(?![\w-]))"
)
# Where one may begin: a cheap look before the pattern above is tried.
_BEGINS = re.compile(rf"\W(?=[0-9½¼¾⅓⅔⅛]|(?:{_small}|[Hh]alf|[Aa]n?[ -](?:{_big}|{_part})|{_signs})(?!\w)|(?:{_signs}|[NPKD])[0-9])")
_ORDINAL = re.compile(rf"(?:-|(?<=hundred) and |(?<=thousand) and )(?:{any_of(data('numbers')['around']['ordinals'])}|\w{{3,7}}teenth)s?\b")
_WORD = re.compile("[a-z]+")
_LATIN = re.compile("[A-Za-z]+")
_MARKS = re.compile("[^0-9/]")
_OF_A_SCALE = re.compile(rf"{SPACE}of{SPACE}a{SPACE}({_big})\b")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in a text.

    Attributes:
        start, end: with the sign of money and the scale ("US$4.5 million").
        value: the scale multiplied out.
        sign: of money, as written; empty for none.
        core: the value without the scale.
        form: "digits", "words", "fraction", or "half" for that word alone.
        mark: the letter that may be a scale or a unit ("m", "k"), or empty; `value` takes it for a scale.
    """

    start: int
    end: int
    value: Fraction
    sign: str
    core: Fraction
    form: str
    mark: str = ""

    @property
    def scale(self) -> Fraction:
        return self.value / self.core if self.core else Fraction(1)


def numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """The numerals of a stretch of text, in order.

    >>> text = "It cost Rs 1,150 crore, two and a half million of it in a third of the time."
    >>> [(text[one.start : one.end], str(one.value)) for one in numerals(text, 0, len(text))]
    [('Rs 1,150 crore', '11500000000'), ('two and a half million', '2500000'), ('a third', '1/3')]
    """
    place: int | None = start
    while place is not None:
        at = place
        match = _NUMERAL.match(text, at, end)
        read = _read(text, match, end) if match else None
        if read:
            at = read.end
            if not _ORDINAL.match(text, read.end, end):
                yield read
        begins = _BEGINS.search(text, at, end)
        place = begins.end() if begins else None


def _read(text: str, match: re.Match[str], end: int) -> Numeral | None:
    if match["words"]:
        return _spelled(match)
    if match["part"]:
        return _fraction(text, match, end)
    if match["half"]:
        return Numeral(match.start(), match.end(), Fraction(1, 2), "", Fraction(1, 2), "half")
    if match["lone"]:
        return Numeral(match.start(), match.end(), _VULGAR[match["lone"]], "", _VULGAR[match["lone"]], "fraction")
    return _digits(match)


def _digits(match: re.Match[str]) -> Numeral | None:
    digits = match["digits"]
    if not digits.isdigit():
        digits = _MARKS.sub("", digits)
    if len(digits) > 40 or len(match["rest"] or "") > 40 or digits.endswith(("/0", "/00")):
        return None
    core = Fraction(int(digits)) if digits.isdigit() and not match["rest"] else Fraction(digits + (match["rest"] or ""))
    if match["vulgar"]:
        core += _VULGAR[match["vulgar"]]
    scale = match["scale"] or ""
    times = 1
    for word in _LATIN.findall(scale) if scale else ():
        times *= _LETTERS.get(word) or _SCALES[word.removesuffix("s")]
    mark = scale if scale in _LETTERS else ""
    return Numeral(match.start(), match.end(), core * times, (match["sign"] or "").strip(), core, "digits", mark)


def _spelled(match: re.Match[str]) -> Numeral | None:
    """Only as many of the words as make one number: of "ten two-day trips" the first."""
    tokens = list(_WORD.finditer(match["words"].lower()))
    value, used = _run(tuple(token[0] for token in tokens))
    if value is None or not used:
        return None
    stop = match.start() + tokens[used - 1].end()
    times = max(_SCALES.get(token[0].removesuffix("s"), 1) for token in tokens[:used])
    return Numeral(match.start(), stop, value, "", value / times, "words")


@cache
def _small_run(word: str) -> tuple[Fraction | None, int]:
    return run([word], 0)


def _run(words: tuple[str, ...]) -> tuple[Fraction | None, int]:
    if len(words) == 1:
        return _small_run(words[0])
    return run([word.removesuffix("s") if word in {"lakhs", "lacs", "crores"} else word for word in words], 0)


def _fraction(text: str, match: re.Match[str], end: int) -> Numeral | None:
    """A share by name: singular behind "a" and "one", plural behind a number; "a second" and "two third parties" are none."""
    top = match["top"].lower()
    single = top in {"a", "an", "one"}
    plural = bool(match["plural"]) or match["part"] == "halves"
    if single == plural:
        return _word_alone(match) if not single else None
    above = 1 if single else _small_run(top)[0]
    if above is None:
        return None
    value, stop = Fraction(above) / _BELOW[match["part"]], match.end()
    if scale := _OF_A_SCALE.match(text, stop, end):
        value, stop = value * _SCALES[scale[1]], scale.end()
    return Numeral(match.start(), stop, value, "", value, "fraction")


def _word_alone(match: re.Match[str]) -> Numeral | None:
    """The number of "two third parties" and "four quarter finals"."""
    value = _small_run(match["top"].lower())[0]
    return None if value is None else Numeral(match.start(), match.end("top"), value, "", value, "words")
