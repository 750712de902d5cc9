"""Words as a fair teacher compares them: without case, accents, punctuation and articles, numbers in digits, one slip forgiven.

Symbols that tell terms apart stay: C++ is not C, A♭ not A, x < y not x > y.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from ..numerals import run
from .numbers import unstopped
from .records import LONGEST, Score, scored

_FEWEST_LETTERS = 5  # a shorter word turns into another one with a single slip: Mali, Bali
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹ`´ʻʾʿ"))
_LETTERS = str.maketrans({"ß": "ss", "ς": "σ", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
    | {"♭": " flat ", "♯": " sharp "}
)
# Accents of Latin, Greek and Cyrillic letters; the vowel signs of other scripts are letters of their own.
_ACCENTED = re.compile("([A-Za-z\u00aa-\u02af\u0370-\u052f\u1d00-\u1fff\u2c60-\u2c7f\ua640-\ua7ff])[\u0300-\u036f]+")
_SYMBOLS = "+#<>=≤≥≠√"
_ORDINAL_WORDS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_ORDINAL = {word: f"{n}{('st', 'nd', 'rd', *['th'] * 9)[n - 1]}" for n, word in enumerate(_ORDINAL_WORDS, 1)}
_ROMAN = {
    tens + ones: 10 * ten + one
    for ten, tens in enumerate(["", "x", "xx", "xxx"])
    for one, ones in enumerate(["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"])
    if tens + ones
}
_TITLES = frozenset("mr mrs ms miss mx dr doctor prof professor sir dame president chancellor senator".split())


def score_words(accepted: Iterable[str], typed: str, others: Iterable[str] = ()) -> Score:
    """Mark what was typed against the accepted texts.

    Args:
        accepted: the texts that are right.
        typed: the response.
        others: texts that mean something else: one of them is no slip for an accepted one.

    >>> score_words(["collective defence"], "The Collective-Defense").message
    'Mind the spelling: collective defence.'
    >>> score_words(["World War I"], "World War II").verdict, score_words(["32 members"], "thirty-two members").verdict
    ('wrong', 'right')
    >>> score_words(["nitrate"], "nitrite", others=["nitrite"]).verdict, score_words(["C++"], "C").verdict
    ('wrong', 'wrong')
    """
    said = _readings(typed)
    known = {text: _readings(text) for text in accepted}
    if not said[0]:
        signs = [_bare(text) for text, readings in known.items() if not readings[0]]
        return scored("right" if _bare(typed) in signs else "wrong") if signs else scored("ask", "Type a word or two.")
    if any(_agree(said, readings) for readings in known.values()):
        return scored("right")
    if any(_agree(said, _readings(text)) for text in others):
        return scored("wrong")
    if any(_agree(recast, readings) for recast in _recast(typed) for readings in known.values()):
        return scored("right")
    for text, readings in known.items():
        if any(_is_slip(one, words) for one in said for words in readings):
            return scored("right", f"Mind the spelling: {text}.")
    return scored("wrong")


def _readings(text: str) -> list[list[str]]:
    """The words of a text as it stands, with umlauts and accidentals written out, and with a "v" between words for "versus"."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    readings = [_words(text), _words(text.translate(_WRITTEN_OUT))]
    readings += [["versus" if word == "v" and 0 < at < len(words) - 1 else word for at, word in enumerate(words)] for words in readings]
    return [words for at, words in enumerate(readings) if words not in readings[:at]]


def _agree(some: list[list[str]], others: list[list[str]]) -> bool:
    """Whether two texts have a reading in common."""
    return not {_joined(_counted(words)) for words in some}.isdisjoint(_joined(_counted(words)) for words in others if words)


def _recast(typed: str) -> Iterator[list[list[str]]]:
    """The readings of a name without the titles before it, and as it is without its comma: "Stoltenberg, Jens"."""
    last, comma, first = typed[:LONGEST].partition(",")
    for text in (typed, f"{first} {last}") if comma and "," not in first else (typed,):
        yield [words[_titles(words) :] for words in _readings(text)]


def _titles(words: list[str]) -> int:
    """How many words are titles before a name."""
    return next((at for at, word in enumerate(words) if word not in _TITLES), 0)


def _words(text: str) -> list[str]:
    """The words of a text without case, accents, punctuation and articles."""
    text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).replace("=\u0338", "≠").replace("♭", "b").replace("♯", "#")
    text = re.sub("[\ufe00-\ufe0f]", "", _ACCENTED.sub(r"\1", text)).lower().translate(_LETTERS)
    text = text.replace("&", " and ").replace("%", " percent ")
    text = re.sub("<?[=-]+>", " ", text).replace(">=", "≥").replace("<=", "≤")  # arrows go, comparisons stay
    text = re.sub("(?<![0-9])[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])", lambda m: m[0].replace(",", ""), text)
    text = unstopped(text)
    words = _told("".join(c if c in _SYMBOLS or c == "." or unicodedata.category(c)[0] in "LMN" else " " for c in text)).split()
    words = [word for word in words if any(c in _SYMBOLS or unicodedata.category(c)[0] in "LN" for c in word)]
    if len(words) > 1 and words[0] in ("a", "an"):
        words = words[1:]
    words = [word for word in words if word != "the"] or words
    return ["versus" if word == "vs" else word for word in words]


def _told(text: str) -> str:
    """The text with its symbols as words or parts of words: "c++" stays, "a + b" is "a and b", "#5" is "5"."""
    text = re.sub("(?<=[^ +])\\+(?=[^ +])|(?<=[^ ]) +\\+ +(?=[^ ])", " and ", text)
    text = re.sub("(?<![^ ])[+#]+(?=[^ ])", "", text)
    return re.sub("([<>=≤≥≠√])", r" \1 ", text)


def _bare(text: str) -> str:
    """A text of symbols alone, as it is compared: without spaces and case."""
    text = unicodedata.normalize("NFKD", text[:LONGEST])
    return "".join(re.sub("[\ufe00-\ufe0f]", "", text).lower().split())


def _counted(words: list[str]) -> list[str]:
    """The words with numbers in digits: ["thirty", "two", "members"] → ["32", "members"]; Roman ones too, but not as the first word."""
    found: list[str] = []
    at = 0
    while at < len(words):
        value, end = run(words, at)
        roman = _ROMAN.get(words[at]) if at else None
        found.append(str(value if value is not None else roman or _ORDINAL.get(words[at], words[at])))
        at = at + 1 if value is None else end
    return found


def _joined(words: list[str]) -> str:
    """One text without spaces, so that "peace-keeping" is "peacekeeping"; digits stay apart."""
    return re.sub("(?<![0-9]) | (?![0-9])", "", " ".join(words))


def _is_slip(said: list[str], words: list[str]) -> bool:
    """Whether what was said is the accepted words with one slip of spelling, and not something else that differs by a letter."""
    said_counted, counted = _counted(said), _counted(words)
    if not {word for word in said_counted if re.search("[0-9]", word)} <= {*words, *counted}:
        return False
    pairs = ((said, words), (said_counted, counted))
    return any(_labels(one) == _labels(other) and _is_one_edit(_joined(one), _joined(other)) for one, other in pairs)


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one letter is missing, added or changed, or two are swapped; a digit or a symbol never."""
    enough = len(_letters(other)) >= _FEWEST_LETTERS
    return enough and _fixed(one) == _fixed(other) and OSA.distance(one, other, score_cutoff=1) <= 1


def _letters(text: str) -> list[str]:
    return [c for c in text if unicodedata.category(c)[0] == "L"]


def _fixed(text: str) -> list[str]:
    """What no slip changes: digits and symbols."""
    return [c for c in text if c in _SYMBOLS or unicodedata.category(c)[0] == "N"]


def _labels(words: list[str]) -> list[str]:
    """Single letters and small Roman numbers: vitamin B is not vitamin D, World War I not World War II."""
    return [word for word in words if re.fullmatch("[ivx]+", word) or (len(word) == 1 and word.isalpha())]
