"""Offices that stand behind a name: "Ana Ruiz, a spokeswoman for the county", "Ana Ruiz was elected chair", "Ana Ruiz (treasurer)"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from .capitals import Named
from .office_phrases import Phrase, Token, starting_with, tokens
from .offices_before import Claim
from .records import Span
from .words import data, split

_DATA = data("offices")
_OCCUPATIONS = split(_DATA["occupations"])
_BODIES_TOO = split(_DATA["bodies_too"])
_VERBS = _DATA["verbs"]
_WINDOW = 260

_AFTER_NAME = re.compile(
    r"(?:,? (?:[A-Z]{2,5}|PhD|DPhil|[A-Z]\.[A-Z]\.)(?=,|\s\())?(?: of (?:the )?[A-ZÀ-Þ][\w’-]{0,30}(?:[ -](?:of |and |the )?[A-ZÀ-Þ][\w’-]{0,30}){0,4}(?=,|\s?[–—(]))?"
    r"(?:,? \(?née [A-ZÀ-Þ][\w’-]{1,30}\)?(?=,|\s))?(?:,? \((?:[^()\n]{0,40}\d{2,4}[^()\n]{0,20}|\d{1,3}|[A-Z][\w. -]{0,24})\)(?=,|\s(?:is|was|who)\b))?(?:, (?:who is |now |aged )?\d{1,3}(?=,|\s?[–—(]))?"
)
_APART = re.compile(r"\s?(?P<mark>,|\(|–|—|\t+|\||-(?=\s))\s?")
_LEAD = re.compile(
    r"(?:(?P<former>until (?:recently|last \w{3,9}|(?:[A-Z]\w{2,8} )?\d{4})|at (?:the|that) time|in those days|(?:from|between) \d{4} (?:to|until|and) \d{4})|"
    r"since (?:[A-Z]\w{2,8} )?\d{4}|himself|herself|still|today|by then|one of|perhaps|both|variously|recently|newly|for many years|for \w{2,12} years),? "
)
_ADVERB = r"(?:(?:also|later|then|now|currently|still|once|soon|subsequently|eventually|briefly|previously|first|long|himself|herself|both|recently|today|\w{3,12}ly)\s){0,2}"
_WHO = r"(?:,?\s(?:who|and)\b)?\s"
_IS = re.compile(rf"{_WHO}{_ADVERB}(?P<verb>{_VERBS['being']})\s{_ADVERB}(?P<until>until (?:recently|last \w{{3,9}}|(?:[A-Z]\w{{2,8}} )?\d{{4}})\s|for \w{{2,12}} years\s)?")
_BEEN = re.compile(
    rf"(?:{_WHO}{_ADVERB}(?:was|is|has been|had been|will be|being|having been|got|is being|is to be|was to be)|,)\s{_ADVERB}(?P<verb>(?:re-?)?(?:{_VERBS['made']}))"
    r"(?:\s(?:in|on|by|last|this)\s[^,.;]{2,30}?)?\s(?:as\s|to be\s|to the (?:post|position|office|role|rank) of\s|to\s)?"
)
_AS = re.compile(rf"{_WHO}{_ADVERB}(?:(?:has|had|is|was|will|would)\s{_ADVERB})?(?P<verb>{_VERBS['serving']})\s(?:[^,.;:()]{{1,60}}?\s)?as\s")
_TIME = re.compile(r"[’'](?:s\s)?\s?(?:\w{3,14}\s){0,2}(?P<verb>term|tenure|time|years|stint|spell|reign|role|work|job|appointment|election|resignation|retirement|departure|removal|nomination|career|days)\s(?:[\w-]{2,12}\s){0,3}?as\s")
_LED = re.compile(rf",?\swho\s{_ADVERB}(?P<verb>{'|'.join(_VERBS['leading'])})\s")
_RANGE = re.compile(r",?\s(?:(?:from|between)\s(?:[A-Z]\w{2,8}\s)?\d{4}\s(?:to|until|till|and)\s(?:[A-Z]\w{2,8}\s)?\d{4}|(?:until|till)\s(?:[A-Z]\w{2,8}\s\d{4}|\d{4}|[A-Z][a-z]{2,8}))")
_PAST = frozenset(_VERBS["past"])
_CLOSERS = frozenset(
    "who whose whom and but until from since in at during when with under by for as after before while where or on last this because if yesterday today on then".split()
)
_GOVERNS = frozenset({"of", "for", "to"})
_MADE = re.compile(rf"\b(?P<verb>(?:re-?)?(?:{_VERBS['making']})|{_VERBS['replacing']}|with|under)\s\Z")
_OBJECT = re.compile(r",?\s(?:[^,.;:()]{1,40}?\s(?=as\s))?(?P<as>as\s|to be\s|to the (?:post|position|office|role) of\s|to serve as\s)?")


_SUCCEEDED = re.compile(rf"\s(?:(?:has|had|will|would|is to)\s)?{_ADVERB}(?P<verb>{_VERBS['replacing']}|takes? over from|took over from)\s\Z")
_MEMBER = re.compile(r",? (?P<office>MP|MLA|MLC|MEP|MSP|TD|MLAs?|MS)\b(?!\s[A-Z])")


def behind(text: str, sentence: Span, one: Named, starts: Container[int], is_known: bool) -> Iterator[Claim]:
    """The offices to the right of a name; `starts` are where other names begin.

    >>> from .capitals import named
    >>> text = "Ana Ruiz, who was mayor from 2010 to 2018, left."
    >>> [(text[claim.start : claim.end], claim.former) for one in named(text, 0, 20) for claim in behind(text, (0, 49), one, (), True)]
    [('Ana Ruiz, who was mayor from 2010 to 2018', True)]
    """
    claim = (
        _apposed(text, sentence, one, starts)
        or _told(text, sentence, one, starts)
        or _led(text, sentence, one)
        or _object(text, sentence, one, starts)
        or _member(text, sentence, one)
    )
    if claim and (is_known or claim.phrase.head not in _BODIES_TOO):
        yield claim


def _ahead(text: str, at: int, end: int, starts: Container[int]) -> list[Token]:
    """The words from a place to the next name or the end of the sentence."""
    found = []
    for token in tokens(text, at, min(end, at + _WINDOW)):
        if token.start in starts and not (found and found[-1].low in _GOVERNS):
            break
        found.append(token)
    return found


def _phrase(text: str, at: int, end: int, starts: Container[int]) -> tuple[Phrase, Token | None, bool] | None:
    """The office at a place, the word behind it, and whether a name follows it at once."""
    words = _ahead(text, at, end, starts)
    read = starting_with(text, words)
    if read is None:
        return None
    phrase, after = read
    following = words[after] if after < len(words) else None
    gap = re.compile(r"[ \u00a0]{1,2}").match(text, phrase.end, end)
    return phrase, following, following is None and bool(gap and gap.end() in starts)


def _apposed(text: str, sentence: Span, one: Named, starts: Container[int]) -> Claim | None:
    """Behind a comma, a dash, a bracket or in the next cell."""
    end = sentence[1]
    skipped = _AFTER_NAME.match(text, one.end, end)
    at = skipped.end() if skipped else one.end
    apart = _APART.match(text, at, end)
    if not apart:
        return None
    at = apart.end()
    lead = _LEAD.match(text, at, end)
    if lead:
        at = lead.end()
    read = _phrase(text, at, end, starts)
    if read is None:
        return None
    phrase, following, is_named = read
    if is_named or not _closes(apart["mark"], phrase, following) or (phrase.plural and not (lead and lead[0].startswith("one"))):
        return None
    former = phrase.former or bool(lead and lead["former"])
    stop = following.end if apart["mark"] == "(" and following and following.word == ")" else phrase.end
    return _ranged(text, end, Claim(one.outer, stop, one, phrase, former))


def _closes(mark: str, phrase: Phrase, following: Token | None) -> bool:
    """Whether an apposition ends where it should: not before a verb."""
    if mark == "(":
        return following is not None and following.word in "),;"
    if following is None or not following.is_word:
        return following is None or following.word not in "“‘" or True
    return following.low in _CLOSERS and (following.low not in {"and", "or"} or bool(phrase.determiner or phrase.owner or phrase.rest or phrase.former))


def _told(text: str, sentence: Span, one: Named, starts: Container[int]) -> Claim | None:
    """As a predicate: "was", "was elected", "served as", "Ruiz’s time as"."""
    end = sentence[1]
    skipped = _AFTER_NAME.match(text, one.end, end)
    at = skipped.end() if skipped else one.end
    for pattern in (_BEEN, _IS, _AS, _TIME):
        match = pattern.match(text, at, min(end, at + 160))
        if not match:
            continue
        read = _phrase(text, match.end(), end, starts)
        if read is None or read[2] or read[0].plural:
            continue
        phrase = read[0]
        if pattern is _IS and not _is_office(phrase, read[1]):
            continue
        former = phrase.former or match["verb"] in _PAST
        return _ranged(text, end, Claim(one.outer, phrase.end, one, phrase, former))
    return None


def _is_office(phrase: Phrase, following: Token | None) -> bool:
    """Whether "is PHRASE" tells an office: a trade without a body is none, nor a head that belongs to a longer noun."""
    if phrase.head in _OCCUPATIONS and not phrase.rest:
        return False
    return following is None or not following.is_word or following.low in _CLOSERS or bool(phrase.rest) or following.low in {"there", "again", "twice", "once"}


def _led(text: str, sentence: Span, one: Named) -> Claim | None:
    """ "who led the panel until May", "who chairs the committee": the noun of the verb, with its object."""
    end = sentence[1]
    match = _LED.match(text, one.end, min(end, one.end + 60))
    if not match:
        return None
    words = tokens(text, match.end(), min(end, match.end() + 120))
    n = next((k for k, token in enumerate(words) if not token.is_word or token.low in {"until", "till", "from", "and", "who", "when", "since"}), len(words))
    if not n or n > 12:
        return None
    until = _RANGE.match(text, words[n - 1].end, end)
    is_past = match["verb"].endswith("ed") or match["verb"] == "led" or match["verb"] == "ran"
    if is_past and not until or words[0].low not in {"the", "its", "their", "a"} and not words[0].is_capital:
        return None
    noun = _VERBS["leading"][match["verb"]]
    phrase = Phrase(match.start("verb"), words[n - 1].end, "", noun, noun, f"of {text[words[0].start : words[n - 1].end]}")
    return Claim(one.outer, until.end() if until else phrase.end, one, phrase, bool(until))


def _object(text: str, sentence: Span, one: Named, starts: Container[int]) -> Claim | None:
    """As the object of a verb: "elected Ana Ruiz chair", "replaced Ana Ruiz as captain" (a former one)."""
    made = _MADE.search(text, max(sentence[0], one.outer - 24), one.outer)
    match = _OBJECT.match(text, one.end, sentence[1])
    if not made or not match or ("," in match[0] and not match["as"]):
        return None
    is_small = made["verb"] in {"with", "under"} or re.fullmatch(_VERBS["replacing"], made["verb"])
    if is_small and (match["as"] or "").strip() != "as":
        return None
    read = _phrase(text, match.end(), sentence[1], starts)
    if read is None or read[2] or read[0].plural:
        return None
    former = bool(is_small and made["verb"] not in {"with", "under"})
    return Claim(one.outer, read[0].end, one, read[0], former or read[0].former)


def _member(text: str, sentence: Span, one: Named) -> Claim | None:
    """The letters of a member of parliament behind the name."""
    match = _MEMBER.match(text, one.end, sentence[1])
    if not match:
        return None
    return Claim(one.outer, match.end(), one, Phrase(match.start("office"), match.end(), "", match["office"], match["office"].lower()))


def succeeding(text: str, one: Named, claim: Claim) -> Claim | None:
    """The name before another that took over its office: "Ana Ruiz succeeded Tom Pike as mayor"."""
    if not claim.former or not _SUCCEEDED.match(text[one.end : claim.one.outer][-60:]):
        return None
    return Claim(one.outer, claim.end, one, claim.phrase, False)


def _ranged(text: str, end: int, claim: Claim) -> Claim:
    """With "from 2010 to 2018" or "until 2018" behind it, which tells that it is past."""
    until = _RANGE.match(text, claim.end, end)
    return Claim(claim.start, until.end(), claim.one, claim.phrase, True) if until else claim


