"""Ids that come from what a thing is, so that a mended typo keeps a learner's history.

A text enters an id only as its *skeleton*: the first letter of each word that carries meaning (of a name or a label the first two), and
every number whole. Spelling within a word, case, punctuation and small words can be mended without a new id; another date or number, and
nearly always another name, gives another id.

>>> skeleton("NATO invoked Article 5 for the first time.") == skeleton("Nato invokd  article 5, for teh first time")
True
>>> skeleton("NATO invoked Article 5.") == skeleton("NATO invoked Article 4.")
False
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

# Words that a typo fix may add, drop or exchange without a new meaning; compared by their sorted letters, so that "teh" is "the".
_SMALL = frozenset(
    "".join(sorted(word))
    for word in (
        "a an and are as at be been but by for from had has have he her his in into is it its of on or she so than that the their "
        "them then there these they this to was were which who with within"
    ).split()
)
_TELLING = "+#♯♭"  # what tells C++ from C, A♭ from A and Na+ from Na
_APART = re.compile(r"[^a-z0-9+#]+")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+", re.UNICODE)


def digest(*parts: str) -> str:
    """A short id of the parts: 16 hexadecimal digits of BLAKE2b.

    >>> digest("date", "2001-09-12")
    '7e07ac0dd8d5cefd'
    """
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _is_mark(c: str) -> bool:
    return unicodedata.category(c)[0] == "M"


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """The text without case, diacritics, punctuation and double spaces: what two equal names have in common.

    >>> plain("  Mevlüt  ÇAVUŞOĞLU, Jr."), plain("C++"), plain("well-known"), plain("∞")
    ('mevlut cavusoglu jr', 'c++', 'well known', '∞')
    """
    text = text.casefold().replace("'", "").replace("’", "")
    if text.isascii():
        apart = _APART.sub(" ", text)
    else:
        apart = "".join(c if c.isalnum() or c in _TELLING or _is_mark(c) else " " for c in _unaccented(unicodedata.normalize("NFKD", text)))
    words = [word for word in apart.split() if _LETTER.search(word)]
    return " ".join(words) if words else "".join(text.split())


def _unaccented(text: str) -> Iterator[str]:
    """The letters without accents where these only colour a letter, as in Latin, Greek and Cyrillic; vowel signs elsewhere are letters."""
    base = ""
    for c in text:
        if not _is_mark(c):
            base = c
            yield c
        elif base > "\u052f":
            yield c


def skeleton(text: str, letters: int = 1) -> str:
    """What stays of a text when its typos are mended; see the module's head.

    Args:
        text: any text.
        letters: how many letters of a word count: one in running text, two in names and labels.
    """
    marks = []
    for word in _WORD.findall(plain(text)):
        if word[0].isdigit():
            marks.append(word)
        elif "".join(sorted(word)) not in _SMALL:
            marks.append(word[:letters])
    return " ".join(marks)
