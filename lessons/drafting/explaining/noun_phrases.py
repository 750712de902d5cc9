"""The noun phrase that ends at a place, told without a parser: read backwards word by word, up to an article, a preposition or a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import Span
from ..words import data
from .phrases import FINITE, LISTS, singular

_WORDS = data("noun_phrases")


def _inflected(verbs: str) -> frozenset[str]:
    """Verbs in all their regular forms."""
    forms = set()
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        forms |= {verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
        if verb.endswith("y"):
            forms |= {f"{verb[:-1]}ies", f"{verb[:-1]}ied"}
    return frozenset(forms)


VERBS = _inflected(_WORDS["verbs"]) | frozenset(_WORDS["irregular"].split())
_DETERMINERS = frozenset(_WORDS["determiners"].split())
_POSSESSIVE = frozenset(_WORDS["possessive"].split())
_POINTING = frozenset(_WORDS["pointing"].split())
_EDGES = LISTS["stops"] | LISTS["prepositions"] | frozenset(_WORDS["edges"].split())
_PRONOUNS = frozenset(_WORDS["pronouns"].split())
SUMMING = frozenset(_WORDS["summing"].split())
_PLURAL_FIRST = frozenset(_WORDS["plural_first"].split())
_NO_ADVERBS = frozenset(_WORDS["no_adverbs"].split())
PLAIN_ADJECTIVES = frozenset(_WORDS["plain_adjectives"].split())
_PLAIN = (
    frozenset(_WORDS["plain"].split())
    | LISTS["persons"] | LISTS["roles"] | LISTS["named"] | LISTS["times"] | LISTS["counted"] | LISTS["outcomes"] | LISTS["remarks"]
)  # fmt: skip
_WORD = re.compile(r"[\w’'&/-]{1,60}")
_QUOTED = re.compile(r"[“‘\"'*_](?P<term>[^“”‘\"*_\n]{2,50}?)[,.]?[”’\"'*_]{1,2}\Z")
_BEFORE = re.compile(r"(?P<word>[\w’'-]{1,40}) [“‘\"'*_]{0,2}\Z")
# Verbs behind which "that" begins a clause: "found that scour had …".
_CLAUSE_OF = re.compile(
    r"\b(?:sa(?:id|ys?)|f(?:ound|inds?)|sh(?:ow|ows|owed|own)|mean(?:s|t)?|argue[sd]?|believe[sd]?"
    r"|warn(?:s|ed)?|claim(?:s|ed)?|report(?:s|ed)?"
    r"|suggest(?:s|ed)?|conclude[sd]?|held|hold(?:s)?|kn(?:ew|ow|ows)|th(?:ink|inks|ought)|noted?|notes|learn(?:s|ed|t)?|explain(?:s|ed)?"
    r"|discover(?:s|ed)?|ruled?|rules|add(?:s|ed)|s(?:ee|ees|aw)|insist(?:s|ed)?|lesson|idea|view|belief"
    r"|fact|principle|claim|argument|hope|fear|promise|news|signs?|evidence|proof|theory|notion|point|told [\w’]{2,15}|so)\s\Z"
)
_SO_CALLED = re.compile(r"\bso[- ]called [“‘\"'*_]{0,2}\Z", re.IGNORECASE)
_OPENED = re.compile(r"(?:\A|[:(] ?)[“‘\"'*_]{0,2}\Z")
_ED_NOUNS = ("seed", "weed", "reed", "feed", "bed", "shed", "deed", "breed", "speed", "need", "creed", "greed", "steed", "sled")
_WINDOW = 90  # letters before a place in which its noun phrase begins
_MOST = 4  # words of a term


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase, its article left off.

    Attributes:
        span: where it stands; of a quoted one, the words within the marks.
        article: the word before it in small letters, if that is an article, a numeral, "its" …; empty for none.
        words: its words as written.
        quoted: whether it stands in quotation marks.
        so_called: whether "so-called" stands before it.
        named: whether a capital that is not that of a sentence's beginning shows it to be a name.
    """

    span: Span
    article: str
    words: tuple[str, ...]
    quoted: bool
    so_called: bool
    named: bool

    @property
    def head(self) -> str:
        return singular(self.words[-1].lower())

    @property
    def is_marked(self) -> bool:
        """Shown to be a term by marks or by "so-called"."""
        return self.quoted or self.so_called

    @property
    def is_one(self) -> bool:
        return self.article in {"a", "an"}

    @property
    def is_definite(self) -> bool:
        return self.article == "the" or self.article in _POSSESSIVE

    @property
    def is_plural(self) -> bool:
        last = self.words[-1]
        return last.endswith("s") and not last.endswith(("ss", "us", "is"))

    @property
    def is_plain(self) -> bool:
        """Of everyday words, which nobody explains: "a house", "the early train"."""
        return is_everyday([word.lower() for word in self.words])


def is_everyday(low: list[str]) -> bool:
    """Whether words in small letters name what nobody explains.

    >>> is_everyday(["early", "train"]), is_everyday(["incubation", "period"])
    (True, False)
    """
    return singular(low[-1]) in _PLAIN or low[-1] in _PLAIN or (len(low) > 1 and low[0] in PLAIN_ADJECTIVES)


def noun_before(text: str, start: int, end: int) -> NounPhrase | None:
    """The noun phrase that ends at a place.

    >>> text = "They pay through manning agencies, that is, firms"
    >>> found = noun_before(text, 0, 33)
    >>> found.words, found.article
    (('manning', 'agencies'), '')
    """
    from_ = max(start, end - _WINDOW)
    end = from_ + len(text[from_:end].rstrip(" ,"))
    quoted = _QUOTED.search(text, from_, end)
    if quoted:
        words = quoted["term"].split()
        return _phrase(text, start, quoted.span("term"), words, quoted=True) if len(words) <= _MOST + 1 and words[0] not in _EDGES else None
    tokens = list(_WORD.finditer(text, from_, end))[-_MOST - 2 :]
    if not tokens or tokens[-1].end() != end or not _is_head(tokens[-1][0]):
        return None
    first = len(tokens) - 1
    while first > 0 and text[tokens[first - 1].end() : tokens[first].start()] == " " and not _is_outside(tokens, first - 1):
        first -= 1
    taken = tokens[first:]
    if len(taken) > _MOST:
        return None
    return _phrase(text, start, (taken[0].start(), end), [token[0] for token in taken], quoted=False)


def _is_head(word: str) -> bool:
    low = word.lower()
    if low in _EDGES or low in FINITE or low in _DETERMINERS or low in _POINTING or low in _POSSESSIVE or word[0].isdigit():
        return False
    return not (low.endswith("ed") and "-" not in low and not low.endswith(_ED_NOUNS)) and (not low.endswith("ly") or low in _NO_ADVERBS)


def _is_outside(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word before a noun is no part of its phrase."""
    word = tokens[at][0].lower()
    before = tokens[at - 1][0].lower() if at else ""
    if word in _EDGES or word in FINITE or word in _DETERMINERS or word in _POSSESSIVE or word in _POINTING or word[0].isdigit():
        return True
    if word.endswith("ly") and word not in _NO_ADVERBS:
        return True
    if before in _DETERMINERS or before in _POSSESSIVE:
        return False
    if word.endswith("ed") and "-" not in word:
        return bool(before) and (before in _PRONOUNS or before not in _EDGES)
    if word in VERBS:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")) and word not in _PLURAL_FIRST


def _phrase(text: str, start: int, span: Span, words: list[str], quoted: bool) -> NounPhrase | None:
    before = _BEFORE.search(text, max(start, span[0] - 45), span[0])
    article = before["word"].lower() if before else ""
    if (
        before
        and article in _POINTING
        and not (article == "that" and _CLAUSE_OF.search(text, max(start, before.start() - 20), before.start()))
    ):
        return None
    if words[0].lower() in {"so-called", "socalled"} and len(words) > 1:
        span, words = (span[0] + len(words[0]) + 1, span[1]), words[1:]
        so_called = True
        before = _BEFORE.search(text, max(start, span[0] - 45), span[0] - 10)
        article = before["word"].lower() if before else ""
    else:
        so_called = bool(_SO_CALLED.search(text, max(start, span[0] - 14), span[0]))
    begins = bool(_OPENED.search(text[max(start, span[0] - 4) : span[0]])) and (
        span[0] - start < 4 or text[span[0] - 2 : span[0] - 1] in {":", "("}
    )
    rest = words[1:] if begins else words
    named = any(word[0].isupper() and not word.isupper() and not word[1:-1].isupper() for word in rest)
    known = article in _DETERMINERS or article in _POSSESSIVE
    return NounPhrase(span, article if known else "", tuple(words), quoted, so_called, named)
