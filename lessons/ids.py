"""Ids that come from what a thing is, so that a mended typo keeps a learner's history.

A text enters an id only as its *skeleton*: the first letter of each word that carries meaning, and every number whole. Spelling within a
word, case, punctuation and small words can be mended without a new id; another date, number or subject gives another id.

>>> skeleton("NATO invoked Article 5 for the first time.") == skeleton("Nato invokd  article 5, for teh first time")
True
>>> skeleton("NATO invoked Article 5.") == skeleton("NATO invoked Article 4.")
False
"""

from __future__ import annotations

import re
import unicodedata
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
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+", re.UNICODE)


def digest(*parts: str) -> str:
    """A short id of the parts: 16 hexadecimal digits of BLAKE2b.

    >>> digest("date", "2001-09-12")
    '7e07ac0dd8d5cefd'
    """
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """The text without case, diacritics, punctuation and double spaces: what two equal names have in common.

    >>> plain("  Mevlüt  ÇAVUŞOĞLU, Jr.")
    'mevlut cavusoglu jr'
    """
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+|_", " ", text.casefold().replace("'", "").replace("’", "")).split())


def skeleton(text: str) -> str:
    """What stays of a text when its typos are mended; see the module's head."""
    marks = []
    for word in _WORD.findall(plain(text)):
        if word[0].isdigit():
            marks.append(word)
        elif "".join(sorted(word)) not in _SMALL:
            marks.append(word[0])
    return " ".join(marks)
