"""Offices that stand behind a name: "Ana Ruiz, a spokeswoman for the county", "Ana Ruiz was elected chair", "Ana Ruiz (treasurer)"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace

from ..records import Span
from ..words import any_of, data, split
from .capitals import Named
from .office_claims import Claim
from .office_heads import is_head, is_post, is_trade
from .office_patterns import (
    AFTER_NAME,
    APART,
    AS,
    BEEN,
    CLOSERS,
    GAP,
    IS,
    LEAD,
    LED,
    MADE,
    MEMBER,
    OBJECT,
    RANGE,
    RELATED,
    REPLACING,
    SUCCEEDED,
    TIME,
    WHEN,
)
from .office_phrases import Phrase, Token, each_token, tokens
from .phrases_behind import starting_with

_DATA = data("offices")
_BODIES_TOO = split(_DATA["bodies_too"])
_VERBS = _DATA["verbs"]
_WINDOW = 260

_THEN = re.compile(r"\s(?:at (?:the|that) time|back then|in those days|until (?:then|recently|last \w{3,9}))\b")
_KIN = re.compile(rf"\b(?:{any_of(split(data('quotations')['lists']['kinship']))}), \Z")
_PAST = frozenset(_VERBS["past"])
_GOVERNS = frozenset({"of", "for", "to"})
# What stands behind an office in place of its body, or tells how often it was held.
_PLACED = frozenset({"here", "there", "again", "twice", "once", "throughout", "too"})


def behind(text: str, sentence: Span, one: Named, starts: Container[int], is_known: bool) -> Iterator[Claim]:
    """The offices to the right of a name; `starts` are where other names begin.

    >>> from lessons.drafting.people.capitals import named
    >>> text = "Ana Ruiz, who was mayor from 2010 to 2018, left."
    >>> [(text[claim.start : claim.end], claim.former) for one in named(text, 0, 20) for claim in behind(text, (0, 49), one, (), True)]
    [('Ana Ruiz, who was mayor from 2010 to 2018', True)]
    """
    apposed = _apposed(text, sentence, one, starts)
    at = apposed.phrase.end if apposed and _is_calling(apposed.phrase) else None
    claim = (
        (
            at
            and (
                _led(text, sentence, one, at)
                or (_told(text, sentence, one, starts, at) if text.startswith((" who ", ", who "), at) else None)
            )
        )
        or apposed
        or _told(text, sentence, one, starts)
        or _led(text, sentence, one, one.end)
        or _object(text, sentence, one, starts)
        or _member(text, sentence, one)
    )
    if claim and (is_known or claim.phrase.head not in _BODIES_TOO):
        yield claim
    if claim and claim is apposed and (made := _object(text, sentence, one, starts)) and made.phrase.start > claim.phrase.end:
        yield made  # "named Ana Ruiz, a former banker, as its chair"


def _ahead(text: str, at: int, end: int, starts: Container[int]) -> list[Token]:
    """The words from a place to the next name or the end of the sentence; one in "Mr Pike’s predecessor" belongs to the office."""
    found: list[Token] = []
    related = RELATED.match(text, at, end)
    for token in each_token(text, at, min(end, at + _WINDOW)):
        if token.start in starts and not _is_governed(found) and not (related and token.start < related.end()):
            break
        found.append(token)
    return found


def _is_governed(words: list[Token]) -> bool:
    """Whether a name belongs to an office: "aide to Ana Ruiz", "aide to President Ana Ruiz"."""
    if len(words) > 1 and is_head(words[-1].word):
        return words[-2].low in _GOVERNS
    return bool(words) and words[-1].low in _GOVERNS


def _phrase(text: str, at: int, end: int, starts: Container[int]) -> tuple[Phrase, Token | None, bool] | None:
    """The office at a place, the word behind it, and whether a name follows it at once."""
    words = _ahead(text, at, end, starts)
    read = starting_with(text, words)
    if read is None:
        return None
    phrase, after = read
    following = words[after] if after < len(words) else None
    gap = GAP.match(text, phrase.end, end)
    return phrase, following, following is None and not phrase.rest and bool(gap and gap.end() in starts)


def _apposed(text: str, sentence: Span, one: Named, starts: Container[int]) -> Claim | None:
    """Behind a comma, a dash, a bracket or in the next cell."""
    skipped = AFTER_NAME.match(text, one.end, sentence[1])
    claim = _apposed_at(text, sentence, one, starts, skipped.end()) if skipped and skipped.end() > one.end else None
    return claim or _apposed_at(text, sentence, one, starts, one.end)


def _apposed_at(text: str, sentence: Span, one: Named, starts: Container[int], at: int) -> Claim | None:
    end = sentence[1]
    apart = APART.match(text, at, end)
    if not apart:
        return None
    at = apart.end()
    lead = LEAD.match(text, at, end)
    if lead:
        at = lead.end()
    read = _phrase(text, at, end, starts)
    if read is None:
        return None
    phrase, following, is_named = read
    if apart["mark"] == "(" and _is_short_form(text, one, phrase.core):
        return None
    if is_named or not _closes(apart["mark"], phrase, following) or (phrase.plural and not (lead and lead[0].startswith("one"))):
        return None
    if (field := _FIELD.match(text, phrase.end, end)) and not phrase.rest:
        phrase = replace(phrase, end=field.end(), rest=field[0].strip())
    former = phrase.former or bool(lead and lead["former"])
    stop = following.end if apart["mark"] == "(" and following and following.word == ")" else phrase.end
    return _ranged(text, end, Claim(one.outer, stop, one, phrase, former))


def _is_short_form(text: str, one: Named, core: str) -> bool:
    """Whether letters in brackets are those of the body before them: "the Institute of Grain Physics (IGP)"."""
    if not core.isupper() or len(core) < 2:
        return False
    ahead = text[max(0, one.start - 60) : one.end].split()
    return core == "".join(word[0] for word in ahead if word[0].isupper())[-len(core) :]


# "Secretary (Eurasia) in the Ministry of External Partnerships".
_FIELD = re.compile(
    r"\s\([A-Z][A-Za-z& -]{2,30}\)"
    r"(?:\s(?:in|of|at|for)\s(?:the\s)?[A-ZÀ-Þ][\w’-]+(?:\s(?:of|and|for|the|[A-ZÀ-Þ][\w’-]+)(?=\s[A-ZÀ-Þ]|[\s,.;]))*)?"
)


def _closes(mark: str, phrase: Phrase, following: Token | None) -> bool:
    """Whether an apposition ends where it should: not before a verb."""
    if mark == "(":
        return following is not None and following.word in "),;"
    if following is None or not following.is_word or following.low in {"here", "there"}:
        return True
    return following.low in CLOSERS and (
        following.low not in {"and", "or"} or bool(phrase.determiner or phrase.owner or phrase.rest or phrase.former)
    )


def _told(text: str, sentence: Span, one: Named, starts: Container[int], at: int = 0) -> Claim | None:
    """As a predicate behind the name, or behind the calling that ends at a place: "was", "was elected", "served as", "Ruiz’s time as"."""
    end = sentence[1]
    if not at:
        skipped = AFTER_NAME.match(text, one.end, end)
        at = skipped.end() if skipped else one.end
        is_closed = text.startswith(", ", at) and (
            at > one.end
            or text.startswith((", is now ", ", is today "), at)
            or _KIN.search(text, max(sentence[0], one.outer - 24), one.outer)
        )
        at += bool(is_closed)  # "Ana Ruiz, 44, was elected …", "Her son, Tom Ruiz, is mayor of …"
    for pattern in (BEEN, IS, AS, TIME, WHEN):
        match = pattern.match(text, at, min(end, at + 160))
        if not match:
            continue
        read = _phrase(text, match.end(), end, starts)
        if read is None or read[2] or read[0].plural or read[0].determiner == "no":
            continue
        phrase = read[0]
        if pattern is IS and not _is_office(phrase, read[1]):
            continue
        former = phrase.former or match["verb"] in _PAST
        if "over" in match["verb"] and phrase.rest.startswith("from "):
            phrase = replace(phrase, end=phrase.end - len(phrase.rest) - 1, rest="")
        return _ranged(text, end, Claim(one.outer, phrase.end, one, phrase, former))
    return None


def _is_office(phrase: Phrase, following: Token | None) -> bool:
    """Whether "is PHRASE" tells an office: a trade without a body is none, nor a head that belongs to a longer noun."""
    if is_trade(phrase.head) and not phrase.rest and not is_post(phrase.core):
        return False
    return following is None or not following.is_word or following.low in CLOSERS or bool(phrase.rest) or following.low in _PLACED


def _is_calling(phrase: Phrase) -> bool:
    """Whether an apposition tells no more than a calling: "the lawmaker", "a priest", beside which what somebody leads is the office."""
    return is_trade(phrase.head) and not phrase.owner and (not phrase.rest or phrase.rest.startswith(("in ", "at ")))


def _led(text: str, sentence: Span, one: Named, at: int) -> Claim | None:
    """As "who led the panel until May", "who chairs the committee": the noun of the verb at a place, with its object."""
    end = sentence[1]
    match = LED.match(text, at, min(end, at + 60))
    if not match:
        return None
    words = tokens(text, match.end(), min(end, match.end() + 120))
    n = next(
        (k for k, token in enumerate(words) if not token.is_word or token.low in {"until", "till", "from", "and", "who", "when", "since"}),
        len(words),
    )
    if not n or n > 12:
        return None
    until = RANGE.match(text, words[n - 1].end, end)
    is_past = not match["has"] and (match["verb"].endswith("ed") or match["verb"] in {"led", "ran"})
    if (is_past and not until) or (words[0].low not in {"the", "its", "their", "a"} and not words[0].is_capital):
        return None
    named = words[words[0].low in {"the", "its", "their", "a"} and n > 1]
    if (match["verb"] in {"ran", "run", "runs"} and not named.is_capital) or (match["has"] and words[0].low == "a"):
        return None
    noun = _VERBS["leading"][match["verb"]]
    phrase = Phrase(match.start("verb"), words[n - 1].end, "", noun, noun, f"of {text[words[0].start : words[n - 1].end]}")
    return Claim(one.outer, until.end() if until else phrase.end, one, phrase, bool(until))


def _object(text: str, sentence: Span, one: Named, starts: Container[int]) -> Claim | None:
    """As the object of a verb: "elected Ana Ruiz chair", "replaced Ana Ruiz as captain" (a former one)."""
    made = MADE.search(text, max(sentence[0], one.outer - 24), one.outer)
    match = OBJECT.match(text, one.end, sentence[1])
    if not made or not match or ("," in match[0] and not match["as"]):
        return None
    is_small = made["verb"] in {"with", "under"} or REPLACING.fullmatch(made["verb"])
    if is_small and (match["as"] or "").strip() != "as":
        return None
    read = _phrase(text, match.end(), sentence[1], starts)
    if read is None or read[2] or read[0].plural:
        return None
    former = bool(is_small and made["verb"] not in {"with", "under"})
    return Claim(one.outer, read[0].end, one, read[0], former or read[0].former)


def _member(text: str, sentence: Span, one: Named) -> Claim | None:
    """The letters of a member of parliament behind the name."""
    match = MEMBER.match(text, one.end, sentence[1])
    if not match:
        return None
    return Claim(one.outer, match.end(), one, Phrase(match.start("office"), match.end(), "", match["office"], match["office"].lower()))


def succeeding(text: str, one: Named, claim: Claim) -> Claim | None:
    """The name before another that took over its office: "Ana Ruiz succeeded Tom Pike as mayor"."""
    if not claim.former or not SUCCEEDED.match(text[one.end : claim.one.outer][-60:]):
        return None
    return Claim(one.outer, claim.end, one, claim.phrase, False)


def _ranged(text: str, end: int, claim: Claim) -> Claim:
    """With "from 2010 to 2018", "until 2018" or "at the time" behind it, which tells that it is past."""
    until = RANGE.match(text, claim.end, end) or _THEN.match(text, claim.end, end)
    return Claim(claim.start, until.end(), claim.one, claim.phrase, True) if until else claim
