"""The pieces of an explanation: the noun phrase before a place, the end of a definition, the kind of thing that it names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..records import Span
from ..words import data, split

LISTS = {name: split(text) for name, text in data("terms").items()}
FINITE = split(data("points")["finite"])

_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s")
_BREAK = re.compile(r"[.;:()“”,]")
_FIRST = re.compile(r"(?:which (?:is|are) )?(?:(?:an?|the) )?(?P<word>[\w’-]{1,40})")
_TOKEN = re.compile(r"[\w’'-]{1,60}(?:\.\d{1,4})?")
_GAP = re.compile(r"[,;:(–—]")
# Where a definition ends before its sentence does: examples, contrasts, a new clause.
_CUT = re.compile(
    r"(?:;|:(?= [“‘])|,? such as\b(?![^.;:]{3,60}, (?:in which|where|that|which|whose|who)\b)"
    r"|, (?:for (?:example|instance)|e\.g\.|whereas|while|but|although|though|so|because|if|unless|like|including)\b"
    r"|, and (?:is|was|are|were|has|had|came|comes|became)\b"
    r"|, and (?:the |some |many |most )?[\w’-]{2,20} (?:has|have|had|is|are|was|were|will)\b"
    r"|, and (?:on|in|at|by|from|under|after|before|when|while|if)\b"
    r"|,? and (?:it|they|he|she|this|these|there)\b|, and (?:its|their)\b|, which (?:is why|means|makes|made)\b"
    r"|\s\((?:see|e\.g\.|for)\b|\s[–—]\s|\s-\s"
    r"|,? (?:he|she|they|it|Mr|Ms|Mrs|Dr) (?:said|says|explained|explains|added|adds|noted)\b|[”\"](?=[\s,.]))"
)
# "loans ‖ raised to pay".
_DONE = re.compile(r"[a-z]{2,20}ed (?:to|by) ")
_LONGEST = 600  # letters of a definition
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|whereby|where|when|what|whatever)\b")


@dataclass(frozen=True, slots=True)
class Defined:
    """A term with its definition."""

    term: Span
    definition: Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to explain a term in passing.

    Attributes:
        needles: a text without any of these has nothing for the rule.
        cue: the words by which it shows itself.
        read: what is explained around a cue; takes the text, the match, and the sentence's start and end.
    """

    needles: tuple[str, ...]
    cue: re.Pattern[str]
    read: Callable[[str, re.Match[str], int, int], Defined | None]


def definition_end(text: str, start: int, end: int) -> int:
    """Where a definition that begins at `start` ends, its full stop left off.

    >>> text = "a lamp on a post, such as the old one in Pier Street."
    >>> text[: definition_end(text, 0, len(text))]
    'a lamp on a post'
    """
    end = min(end, start + _LONGEST)
    cut = _CUT.search(text, start, end)
    if cut:
        return start + len(text[start : cut.start()].rstrip(" \n\t,"))
    return start + len(text[start:end].rstrip(' \n\t,.;:–—-!?)’”"*_`'))


def phrase_before(text: str, start: int, end: int) -> Span | None:
    """The noun phrase that ends at `end`: from the last article on, or from one before it where "of" joins the two.

    >>> text = "It counts the share of the patients who die"
    >>> text[slice(*phrase_before(text, 0, len(text)))]
    'the share of the patients who die'
    """
    from_ = max(start, end - 140)
    found = [match.start() for match in _ARTICLE.finditer(text, from_, end)]
    while len(found) > 1 and text[max(from_, found[-1] - 4) : found[-1]] in {" of ", " in "} and found[-1] - found[-2] < 60:
        found.pop()
    phrase = text[found[-1] : end].rstrip(" ,") if found else ""
    if not 2 <= len(phrase.split()) <= 18 or _BREAK.search(phrase):
        return None
    return found[-1], found[-1] + len(phrase)


def is_phrase(text: str, start: int, stop: int) -> bool:
    """Whether a stretch is a noun phrase of a kind of thing: no finite verb before a relative clause, and no name behind its article.

    >>> [is_phrase(one, 0, len(one)) for one in ("a gate that is shut", "the gate was shut", "the Old Gate")]
    [True, False, False]
    """
    relative = _RELATIVE.search(text, start, stop)
    words = text[start : relative.start() if relative else stop].split()
    if len(words) > 2 and words[1][0].isupper() and words[2][0].isupper():
        return False
    return FINITE.isdisjoint(word.lower() for word in (words if relative else words[:-1]))  # "the price paid"


def singular(word: str) -> str:
    """A noun's singular, as far as its ending tells.

    >>> [singular(one) for one in ("policies", "taxes", "units", "gas", "process")]
    ['policy', 'tax', 'unit', 'gas', 'process']
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def head_of(text: str, start: int, end: int) -> tuple[str, bool]:
    """The head noun of a noun phrase that begins at `start`, behind its article, and whether something is said of it.

    >>> head_of("binary format for readings", 0, 26)
    ('format', True)
    """
    head = ""
    for n, token in enumerate(_TOKEN.finditer(text, start, min(end, start + 120))):
        word = token[0].lower()
        known = head in LISTS["kinds"]
        if n > 7:
            break
        if n and (word in LISTS["said_of"] or (word.endswith("ed") and (known or _DONE.match(text, token.start(), end)))):
            return singular(head), True
        if n and _GAP.search(text, max(start, token.start() - 2), token.start()) and (known or word in LISTS["stops"]):
            return singular(head), False
        head = word
    return singular(head), False


def head_behind_article(text: str, at: int, stop: int) -> str:
    """The head noun of "a …", "the …" or "which is a …"."""
    first = _FIRST.match(text, at, stop)
    return head_of(text, first.start("word") if first else at, stop)[0]


def is_kind(head: str) -> bool:
    """Whether a noun names a kind of thing of which one explains an instance."""
    return head in LISTS["kinds"]


def is_judged(text: str, at: int) -> bool:
    """Whether the first word of a noun phrase judges: "a big …", "the best …".

    >>> is_judged("the best kind", 0)
    True
    """
    first = _FIRST.match(text, at)
    return first is not None and first["word"].lower() in LISTS["remarks"]
