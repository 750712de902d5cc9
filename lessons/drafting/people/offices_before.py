"""Offices that stand before a name: "the deputy Ana Ruiz", "its chairman, Ana Ruiz, …", "Its president is Ana Ruiz", "Chair: Ana Ruiz"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..records import Span
from ..words import data, split
from .between import holder_told, of_named_body
from .capitals import Named
from .office_claims import CLOSED, PRIVATE, Claim, inverted, is_listed, is_told_trade, second
from .office_heads import is_head, is_short_rank, is_style, is_style_maker, is_trade
from .office_patterns import RETIRED
from .office_phrases import FORMER, Phrase, Token, tokens, without_was
from .phrases_before import OPENERS, ending_with, may_end_with
from .proforms import by_one, one_of, opposite

_DATA = data("offices")
_RANKS = split(_DATA["ranks"])
_VERBAL = split(_DATA["verbal"])
_VERBS_BEFORE = frozenset({"to", "will", "would", "can", "could", "should", "must", "may", "might", "did", "not", "shall"})
_OF = re.compile(r" of (?:the )?[A-ZÀ-Þ][\w’-]{0,30}(?:[ -](?:(?:of|and|for|on) )?(?:the |de )?[A-ZÀ-Þ][\w’-]{0,30}){0,5}(?<![’']s)")
_OF_BODY = re.compile(
    r"(?:, (?:of|from|with)| from) (?:the )?"
    r"(?P<body>[A-ZÀ-Þ][\w’'-]{0,30}(?:[ -](?:of |and |the |for |de ){0,2}[A-ZÀ-Þ][\w’-]{0,30}){0,6})(?<![’']s)"
    r"(?=,|\.|;|\s(?:said|told|was|is|has|had|added|who)\b)"
)
_BODIES = split(data("head")["publishers"]["bodies"]) | split(_DATA["services"])
# What may stand before an office without a determiner and with a comma behind it.
_BEFORE_BARE = frozenset({"and", "with", "by", "under", "of", "as"})
# What follows a name whose office opens the sentence.
_PAST = frozenset({"once", "then", "formerly", "previously"})
_SUBJECT = re.compile(r"\s(?!said\b|says\b|told\b|added\b|and\b|or\b)[a-z]{2,14}\b")
# "since 2014", "in those days", "but one", "there" between an office and its comma.
_SINCE = re.compile(
    r"(?:\s(?:since (?:[A-Z]\w{2,8} )?\d{4}|for (?:the (?:past|last) )?[\w-]{2,12} years"
    r"|(?P<then>(?:in|during) (?:those (?:days|years|times)|that (?:period|era))|back then|at that point|then"
    r"|from \d{4} (?:to|until) \d{4})|but (?:one|two|three)|there|here)"
    r",\s\Z|,\san?\s(?:[a-z-]{2,15}\s){1,2}(?:bloke|man|woman|lady|fellow|soul|chap|sort|person|lad|guy|character),\s\Z)"
)
# What tells of the holder between an office and the name: "the first headmaster, a Scottish botanist named ‖".
_NAMED = re.compile(r",\s(?P<who>an?\s(?:[\w’'-]{2,20}\s){1,6}(?:named|called|by the name of)\s)\Z")
# Another holder behind the first.
_FURTHER = re.compile(r"(?:,|,? and|,? &) [A-ZÀ-Þ]")
_WINDOW = 240
# What stands between an office and an honorific or a name: "the Most", "the late", "His" (Excellency), an age.
_BETWEEN = re.compile(
    r"(?:\b(?P<late>the late|[Ll]ate|emeritus)"
    r"|(?P<retired>\((?:[Rr]etd|[Rr]td|[Rr]etired|RETD|[Rr]et)\.?\))|\b[Rr]etired"
    r"|\b[Tt]he(?: (?:[Mm]ost|[Vv]ery|[Rr]ight|[Rr]t))?|\b(?:[Mm]ost|[Vv]ery|[Rr]ight)"
    r"|\b[Hh](?:is|er)|(?:\b[Tt]he )?\b\d{1,3}-year-old)\s\Z"
)
_BETWEEN_ENDS = ("the ", "late ", "most ", "very ", "right ", "rt ", "his ", "her ", "-old ", "d) ", ".) ", "et) ", "tus ", "tired ")
_HIS = re.compile(
    r"(?:Excellency|Holiness|Honou?r|Majesty|Eminence|(?:Royal |Imperial |Serene )?Highness|Grace|Worship|Lordship|Ladyship)\b"
)
# "Joint Director (Health) ‖".
_FIELD = re.compile(r"\s\([A-Z][A-Za-z& -]{2,30}\),?\s\Z")
_AT_THE_TIME = re.compile(r"\s(?:of the (?:day|time|hour)|at (?:the|that) time)\Z")
_PREDECESSOR = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Yy]our|[Oo]ur|[Tt]he)\s(?P<who>predecessor|successor)\sas\s\Z")
_PLURALS = frozenset({"reps", "sens", "govs"})
_FORM_WORDS = frozenset("date signature signed name time place tel phone email e-mail fax page total".split())


def before(text: str, sentence: Span, one: Named, is_known: bool) -> Iterator[Claim]:
    """The offices to the left of a name. A surname alone must be known, or its title be one that stands before surnames.

    >>> from lessons.drafting.people.capitals import named
    >>> text = "It asked its former chairman, Ana Ruiz, to stay."
    >>> [(claim.phrase.owner, claim.phrase.core, claim.former) for one in named(text, 0, 49) for claim in before(text, (0, 49), one, True)]
    [('its', 'chairman', True)]
    """
    if (
        is_known
        and (meant := by_one(text, 0, one.outer) or one_of(text, sentence[0], one.outer) or opposite(text, sentence[0], one.outer))
        and CLOSED.match(text, one.end, sentence[1])
    ):
        yield Claim(meant.start, one.end, one, meant, meant.former)
        return
    if is_known and (named := of_named_body(text, sentence[0], one.outer)) and CLOSED.match(text, one.end, sentence[1]):
        yield Claim(named.start, one.end, one, named, named.former)
        return
    for at in _ends(text, sentence, one):
        claim = None
        place, is_late = _behind_office(text, sentence[0], at, one)
        if may_end_with(text, max(sentence[0], place - _WINDOW), place) and (
            words := tokens(text, max(sentence[0], place - _WINDOW), place)
        ):
            claim = inverted(text, sentence, words, one) or _beside(text, sentence, words, one, is_known)
        if claim and at < one.outer and text.endswith((" of ", " to ", " by "), 0, claim.start):
            claim = None  # "the killer of the mayor, a tailor named ‖"
        if claim and claim.phrase.head == "colleague" and at < one.start:
            claim = None  # "her Peruvian colleague, Senator ‖"
        if claim:
            claim = _at_the_time(text, sentence[0], claim, is_late)
            if claim.phrase.core.lower() == "judge" and "Justice" in one.titles and not claim.phrase.rest:
                claim = replace(claim, phrase=replace(claim.phrase, core="Justice", head="justice"))
            further = second(text, sentence, words, claim) if not is_listed(text, claim) else None
            if (claim.phrase.core.lower() != "professor" or claim.phrase.rest) and not (further and is_told_trade(claim.phrase)):
                yield claim
            if further:
                yield _at_the_time(text, sentence[0], further, False)
            return


def _ends(text: str, sentence: Span, one: Named) -> list[int]:
    """Where an office may end: before ranks and styles, behind "Chief" of "Army Chief General", and behind the ranks, which may be it."""
    told = _NAMED.search(text, max(0, one.outer - 100), one.outer) if text.endswith(("ed ", "of "), 0, one.outer) else None
    places = [told.start("who")] if told else []
    described = holder_told(text, sentence[0], one.outer)
    if described is not None and CLOSED.match(text, one.end, sentence[1]) and not text.startswith((" and ", " or "), one.end):
        places.append(described)
    if one.outer == one.start:
        return [*places, one.outer]
    titles = [token for token in tokens(text, one.outer, one.start) if token.is_word]
    last = next((n for n in range(len(titles) - 1, -1, -1) if is_style(titles[n].word)), None)
    if last is None:
        return [*places, one.outer]
    places.append(one.outer)
    if last and titles[0].low == "chief" and not is_style_maker(titles[0].word, titles[1].word):
        places.append(titles[1].start)
    return [*places, titles[last + 1].start if last + 1 < len(titles) else one.start]


def _behind_office(text: str, start: int, at: int, one: Named) -> tuple[int, bool]:
    """Where the words before a name or its honorific end without "the Most", "the late"; and whether "late" is one of them."""
    field = _FIELD.search(text, max(start, at - 40), at) if text.endswith((") ", "), "), max(0, at - 3), at) else None
    at = field.start() + 1 if field and not RETIRED.match(field[0]) else at
    near = text[max(start, at - 20) : at]
    since = _SINCE.search(text, max(start, at - 34), at) if near.endswith(", ") else None
    if since:
        return since.start() + 1, bool(since["then"])
    between = _BETWEEN.search(text, max(start, at - 20), at) if near[-6:].lower().endswith(_BETWEEN_ENDS) else None
    if not between:
        return at, False
    low = between[0].strip().lower()
    if low in {"his", "her"} and not _HIS.match(text, at):
        return at, False
    if low == "the" and at == one.start:
        return at, False
    return between.start(), bool(between["late"] or between["retired"])


def _at_the_time(text: str, start: int, claim: Claim, is_late: bool) -> Claim:
    """With "of the day" told apart from the office, which it makes past; "predecessor as mayor", too."""
    rest = _AT_THE_TIME.sub("", f" {claim.phrase.rest}").strip()
    was = rest != claim.phrase.rest or is_late
    retired = RETIRED.match(text, claim.end)
    if retired:  # of "his deputy, Commander ‖ (retd)" the rank is past, not the office
        is_of_rank = claim.phrase.start < claim.one.outer and any(is_style(title) for title in claim.one.titles)
        claim = replace(claim, end=retired.end(), former=claim.former or not is_of_rank)
    as_ = _PREDECESSOR.search(text, max(start, claim.phrase.start - 24), claim.phrase.start)
    if not (was or as_):
        return claim
    begins = as_.start() if as_ else claim.start
    return replace(
        claim,
        start=begins,
        phrase=replace(claim.phrase, start=begins, rest=rest),
        former=claim.former or was or bool(as_ and as_["who"] == "predecessor"),
    )


def _beside(text: str, sentence: Span, words: list[Token], one: Named, is_known: bool) -> Claim | None:
    last = words[-1]
    rank = words[-2] if last.word == "." and len(words) > 1 else last
    bare = without_was(rank.word)
    if is_short_rank(bare) and bare[0].isupper() and (last.word == "." or not is_head(bare)):
        outer = ending_with(text, [token for token in words if token.end <= rank.start])
        if outer and not outer.plural and outer.head != "colleague":
            return Claim(outer.start, one.end, one, outer, outer.former)
        return _extended(text, sentence, one, _short(text, words, rank, last))
    if one.name.lower() in _FORM_WORDS:
        return None
    is_apart = last.word in {",", "–", "—", ":", "-", "|"} or last.word[0] == "\t"
    is_line = last.word == ":" and text[one.end : one.end + 1] == "\n"
    is_open = is_apart and not is_line and not CLOSED.match(text, one.end, sentence[1])
    if is_apart and not is_known:
        return None
    kept = words[:-1] if is_apart else words
    if not is_apart and last.low in {"called", "named"} and len(words) > 2:
        kept = words[:-1]
    phrase = ending_with(text, kept, is_apart)
    if phrase is None or not _stands(words, phrase, one, is_apart, is_known):
        return None
    if is_open and not _is_free(words, phrase) and not _is_fronted(text, sentence, words, phrase, one):
        return None
    if is_apart and phrase.plural and not _FURTHER.match(text, one.end, sentence[1]):
        return None
    if kept is not words and not is_apart and phrase.determiner not in {"a", "an"}:
        return None
    if is_open and words[0].low in _PAST:
        phrase = replace(phrase, former=True)
    return _extended(text, sentence, one, phrase)


def _short(text: str, words: list[Token], rank: Token, last: Token) -> Phrase:
    """As "Ohio Gov. Ana Ruiz": with the capitals before it."""
    n = words.index(rank)
    while n:
        if words[n - 1].is_capital and not words[n - 1].breaks and not words[n - 1].is_possessive:
            n -= 1
        elif n > 1 and words[n - 1].word == "." and words[n - 2].is_capital and is_short_rank(words[n - 2].word):
            n -= 2
        else:
            break
    core, is_plural = without_was(text[words[n].start : last.end]), rank.low in _PLURALS
    was = core != text[words[n].start : last.end] or (n > 0 and words[n - 1].low in FORMER)
    return Phrase(
        words[n - (n > 0 and words[n - 1].low in FORMER)].start,
        last.end,
        "",
        f"{core[:-2]}." if is_plural and core[-1] == "." else core.removesuffix("s") if rank.low == "cllrs" else core,
        without_was(rank.low),
        former=was,
        plural=is_plural,
    )


def _is_free(words: list[Token], phrase: Phrase) -> bool:
    """Whether an office begins its clause without a determiner: "Head of Parks, Ana Ruiz said"."""
    before = [token for token in words if token.end <= phrase.start]
    return not phrase.owner and not phrase.determiner and bool(phrase.rest) and (not before or before[-1].word in ',“"‘:;')


def _is_fronted(text: str, sentence: Span, words: list[Token], phrase: Phrase, one: Named) -> bool:
    """Whether an office opens the sentence and the name is its subject: "A former mayor of Alba, Ana Ruiz was born in Peru"."""
    ahead = [token.low for token in words if token.end <= phrase.start]
    if words[0].start > sentence[0] + 2 or not (not ahead or (len(ahead) == 1 and ahead[0] in OPENERS)):
        return False
    return _SUBJECT.match(text, one.end, sentence[1]) is not None


def _stands(words: list[Token], phrase: Phrase, one: Named, is_apart: bool, is_known: bool) -> bool:
    """Whether an office before a name may be the name's; whether the sentence goes on as it should is seen elsewhere."""
    is_capital = phrase.core.split()[-1][0].isupper()
    ahead = [token for token in words if token.end <= phrase.start]
    if phrase.core.lower() in PRIVATE and not (phrase.rest or is_apart or phrase.former) and (is_capital or not phrase.determiner):
        return False
    if phrase.core == "PM" and ahead and ahead[-1].word[0].isdigit():
        return False
    if len(one.words) == 1 and not is_known and (is_apart or phrase.head not in _RANKS or not is_capital or phrase.rest):
        return False
    mark = words[-1].word
    if mark == ":" and len(one.words) > 1 and (phrase.owner or phrase.determiner in {"a", "an"}):
        return True  # "chose a new head of the board: Ana Ruiz"
    if mark in ":|" or mark[0] == "\t":
        return not ahead or ahead[-1].word[0] == "\t" or ahead[-1].word in "|;•"
    if phrase.plural or not ahead or " " in phrase.core or phrase.owner or phrase.determiner or phrase.former:
        return True
    if is_apart:
        return is_capital or bool(phrase.rest) or not ahead[-1].is_word or ahead[-1].low in _BEFORE_BARE
    return not (phrase.head in _VERBAL and ahead[-1].low in _VERBS_BEFORE)


def _extended(text: str, sentence: Span, one: Named, phrase: Phrase) -> Claim:
    """With "of PLACE" behind the name, or ", of BODY,", where the office itself names no body."""
    near, far = _OF.match(text, one.end, sentence[1]), _of_body(text, sentence, one)
    of = near or far
    is_bare = (
        phrase.head != "owner"  # who is of a place, and owns something else
        and not phrase.owner
        and not phrase.rest
        and (phrase.core.lower() == phrase.head or phrase.determiner in {"that", "this"} or is_trade(phrase.head) or _is_rank(phrase, of))
    )
    if not of or not is_bare:
        return Claim(phrase.start, one.end, one, phrase, phrase.former)
    return Claim(phrase.start, of.end(), one, replace(phrase, rest=of[0].lstrip(" ,").replace("from", "of", 1)), phrase.former)


def _is_rank(phrase: Phrase, of: re.Match[str] | None) -> bool:
    """Whether an office is a rank of several words with its body behind the name: "Det Insp Ana Ruiz, of Alba Police,"."""
    return bool(of) and all(is_short_rank(word) or is_style(word) or is_style_maker(word, "") for word in phrase.core.split())


def _of_body(text: str, sentence: Span, one: Named) -> re.Match[str] | None:
    """What stands as ", of Alba Police," behind a name: a body, for "of Mill Lane" is where somebody lives."""
    of = _OF_BODY.match(text, one.end, sentence[1])
    named = of["body"].lower().split() if of else []
    return of if named and (named[-1] in _BODIES or (named[0] in _BODIES and named[1:2] == ["of"])) else None
