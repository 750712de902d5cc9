"""Stretches and days that have a name: quarters, seasons, centuries, decades in words, feasts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lessons.dates.point import Point

from . import date_patterns as p
from .date_parts import (
    Expression,
    before_it,
    counts_from_april,
    of_fiscal_year,
    opens_entry,
    part_of_year,
    short_year,
    tail_of,
    whole_number,
)
from .tense_cues import IRREGULAR


def quarter_figures(text: str, at: int, end: int) -> Expression | None:
    """Q3 2021, 3Q21, H1 2019, FY2020-21."""
    found = p.QUARTER.match(text, at, end)
    if found and _QUESTION_NUMBER.match(text, at, end) and _OPENS.search(text, max(0, at - 3), at):
        return None
    if found:
        year = None
        if found["y"]:
            figures = found["y"].lstrip("FY’'")
            year = int(figures) if len(figures) == 4 else short_year(figures)
        half, n = found["h"] or found["h2"], int(found["q"] or found["q2"] or 0)
        if not year and (half or found["q2"]):
            return None
        first, length = (6 * int(half) - 5, 6) if half else (3 * n - 2, 3)
        part = Point(year=year, month=first), Point(year=year, month=first + length - 1)
        if year and "FY" in found[0] and counts_from_april(text):
            part = of_fiscal_year(part)
        return Expression(start=at, end=found.end(), first=part[0], last=part[1])
    fiscal = p.FISCAL.match(text, at, end)
    if not fiscal:
        return None
    one = fiscal["y1"] if len(fiscal["y1"]) == 4 else str(short_year(fiscal["y1"]))
    two = fiscal["y2"] and int(one[: 4 - len(fiscal["y2"])] + fiscal["y2"])
    return Expression(start=at, end=fiscal.end(), first=Point(year=int(one)), last=Point(year=two) if two else None)


# "Q2. How many judges dissented?"
_QUESTION_NUMBER = re.compile(r"Q\d[.:)]\s")
_OPENS = re.compile(r"(?:\A|\n|[.?!:)]\s)\Z")

_QUARTER_BEFORE = re.compile(r"(?:(?:the|The)\s)?(?P<n>first|second|third|fourth|last|final)[\s-]\Z", re.IGNORECASE)

_MONEY = re.compile(
    r"\b(?:revenues?|sales|profits?|earnings|growth|GDP|losses|loss|income|orders|results|shares|margin|turnover|output|deliveries|dividend"
    r"|economy|inflation|exports|imports|prices?|forecasts?|barrels?|customers|branches|orders|per cent|percent)\b|\d%"
)
_PLAYED = re.compile(
    r"\b(?:goals?|scor(?:ed?|ing)|match|minutes?|whistle|penalty|pitch|referee|kick|tries|runs|points? lead|half-?time"
    r"|touchdowns?|yards?|quarterback|baskets?|rebounds?|free throws?|three-pointers?|coach|game|lead|fumble|interception)\b"
)
_OVER_THE = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Bb]y|[Uu]ntil|[Ss]ince|[Oo]ver|[Ff]or|[Oo]f|[Ff]rom|[Aa]fter|[Bb]efore) (?:the|its|our|their) \Z|[’']s \Z|\A\Z"
)
_IN_A_ROW = re.compile(r"\s(?:running|straight|in a row|in succession)\b")
_TWO_YEARS = re.compile(r"[-–/]\d\d\b")
_IN_THE = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Bb]y|[Uu]ntil|[Ss]ince)\sthe\s\Z")


def quarter_words(text: str, at: int, end: int) -> Expression | None:
    """The likes of "the third quarter of 2021", and, where it is about money, "the third quarter" alone."""
    if text[at] in "QHF" and text[at + 1 : at + 2] != "u":
        return quarter_figures(text, at, end)
    before = _QUARTER_BEFORE.search(text, max(0, at - 14), at)
    noun = re.match(r"half|[Qq]uarter\b", text[at : at + 8])
    if not before or not noun or _IN_A_ROW.match(text, at + len(noun[0]), end):
        return None
    stop = at + len(noun[0])
    part = part_of_year(f"{before['n']} {noun[0].lower()}", None)
    behind = p.PART_OF_YEAR.match(text, stop, end)
    if part is None:
        return None
    if behind and behind["y"]:
        first, last = (replace(one, year=int(behind["y"])) for one in part)
        if two := _TWO_YEARS.match(text, behind.end(), end):  # "the first quarter of 2023-24" begins in April
            first, last = of_fiscal_year((replace(first, year=int(behind["y"]) + 1), replace(last, year=int(behind["y"]) + 1)))
            return Expression(start=before.start(), end=two.end(), first=first, last=last, doubt="whole")
        return Expression(start=before.start(), end=behind.end(), first=first, last=last, doubt="whole")
    which = behind["which"] if behind else ""
    near = max(0, at - 160), min(end, at + 120)
    is_named = noun[0].lower() == "quarter" and _IN_THE.search(text, max(0, before.start("n") - 12), before.start("n"))
    is_timed = noun[0] != "half" or _OVER_THE.search(text, max(0, before.start("n") - 14), before.start("n"))
    is_fiscal = (
        bool(is_named or (is_timed and _MONEY.search(text, *near))) and not _PLAYED.search(text, *near) and text[stop : stop + 4] != " of "
    )
    if is_fiscal and not behind and before["n"].lower() == "last":
        return Expression(start=before.start(), end=stop, base="published", unit="quarter", amount=-1, order="last")
    if which or is_fiscal:
        amount = {"last": -1, "next": 1}.get(which)
        tail: dict[str, Any] = {} if amount is None and which != "this" else {"base": "published", "unit": "year", "amount": amount or 0}
        stop = behind.end() if behind else stop
        return Expression(start=before.start(), end=stop, first=part[0], last=part[1], doubt="whole", **tail)
    return None


_SEASON_TIME = re.compile(
    r"\b(?:in|since|until|by|during|from|of|late|early|mid|through|throughout|before|after|around|over"
    r"|(?:planned|due|set|scheduled|expected|promised|meant|booked|billed) for)[\s-](?:the[\s-])?(?:(?:early|late|mid)[\s-])?\Z",
    re.IGNORECASE,
)


# What goes on with the sentence behind "in the spring", and makes no compound of it ("the spring tides").
_GOES_ON = re.compile(
    r"\s?(?:[,.;:)?!”’\"–—\n]|\Z)|\s(?:and|when|but|that|the|a|an|he|she|it|they|we|I|you|his|her|its|their|our|my|this|there|who|which|with|at|in|on|by|to|for"
    r"|from|as|after|before|while|until|will|would|was|were|is|are|had|has|have|did|one|two|some|most|all|no|nobody|everybody|another|both"
    r"|[A-Z][\w’'-]+)\b"
)


def _is_season(text: str, name: str, before: str, stop: int, end: int) -> bool:
    """Whether a season without a year is a time: "in the spring he left", not "the spring tides", "in the fall he broke a leg"."""
    if not _BARE_SEASON.search(before) and not (
        re.search(r"\bthe\s(?:(?:early|late|mid)[\s-])?\Z", before) and _SEASON_TIME.search(before)
    ):
        return False
    word = re.match(r"\s([a-z]+)\b", text[stop : min(end, stop + 16)])
    if not _GOES_ON.match(text, stop, end) and not (word and (word[1] in IRREGULAR or word[1].endswith("ed"))):
        return False
    return name != "fall" or (not _OF.match(text, stop, end) and not _HURT.search(text, max(0, stop - 160), stop))


# The fall that is no season: "the fall of Kabul", "she broke a rib in the fall".
_OF = re.compile(r"\s(?:of|from|in)\b")
_HURT = re.compile(
    r"\b(?:br[oe]ak\w*|broke|hurt|injur\w+|bruis\w+|died|killed|suffered|sustained|damaged|fractured?|surviv\w+|lost|smashed|cracked|height"
    r"|ladder|slipped|shares?|prices?|sales|profits?|index|pound|dollar|rise|drop|blam\w+|caus\w+|rates?|markets?)\b"
)
# "Put off until spring".
_BARE_SEASON = re.compile(r"\b(?:[Uu]ntil|[Tt]ill|[Bb]y|[Ss]ince|this side of)\s(?:(?:early|late|mid)[\s-])?\Z")


def season(text: str, at: int, end: int) -> Expression | None:
    """The likes of "the spring of 2003", "winter 1947–48", "in the summer"; not "winter maize", "fell in the spring"."""
    found = p.SEASON_BODY.match(text, at, end)
    if not found:
        return None
    name = found["s"].lower()
    year = whole_number(found["y1"]) or (short_year(found["ys"]) if found["ys"] else None)
    before = text[max(0, at - 32) : at]
    if year is None and not found["tail"] and (one := before_it(text, at, found.end(), p.SEASONS[name])):
        return one
    if (
        year is None
        and not found["tail"]
        and not opens_entry(text, at, found.end("s"))
        and not _is_season(text, name, before, found.end("s"), end)
    ):
        return None
    first = Point(year=year, month=p.SEASONS[name])
    last = Point(year=year, month=p.SEASONS[found["s2"].lower()]) if found["s2"] else None
    return Expression(start=at, end=found.end(), first=first, last=last, **tail_of(found["tail"]))


_CENTURY_BEFORE = re.compile(
    r"(?:(?:the|The)\s)?(?:(?P<mod>(?:early|mid|late|first half of the|second half of the"
    r"|beginning of the|end of the|middle of the|turn of the)[\s-]))?"
    r"(?:(?:(?P<n1>\d{1,2})(?:st|nd|rd|th)|(?P<w1>[A-Za-z-]{5,12}))(?P<and>\s(?:and|to)\s(?:(?:early|mid|late)[\s-])?(?:the\s)?))?"
    r"(?:(?P<n>\d{1,2})(?:st|nd|rd|th)|(?P<w>[A-Za-z-]{5,12}))\s\Z"
)


def century(text: str, at: int, end: int) -> Expression | None:
    """The likes of "the 18th century", "the late eighteenth century", "the 5th century BC"."""
    found = _CENTURY_BEFORE.search(text, max(0, at - 60), at)
    if not found:
        return None
    n = _nth_century(found["n"], found["w"])
    stop = at + (9 if text.startswith("ies", at + 6) else 7)
    era = re.match(rf"\s({p.ERA})", text[stop : stop + 8])
    if not n or text[stop : stop + 1] == "-":
        return None
    if era:
        stop += era.end()
    sign = era[1][0] if era else "A"
    start = found.start("n") if found["n"] else found.start("w")
    n1 = _nth_century(found["n1"], found["w1"]) if found["and"] else None
    if n1:
        start = found.start("n1") if found["n1"] else found.start("w1")
        if found["mod"]:
            start = found.start("mod")
        return Expression(start=start, end=stop, first=_century_point(n1, sign), last=_century_point(n, sign))
    return Expression(start=start, end=stop, first=_century_point(n, sign))


def _nth_century(figures: str | None, word: str | None) -> int | None:
    return int(figures) if figures else p.ORDINALS.get((word or "").lower())


def _century_point(n: int, era: str) -> Point:
    return Point(year=-(100 * n - 100) if era == "B" else 100 * n - 100, blurred=2) if era != "B" or n > 1 else Point(year=-1, blurred=2)


def decade_words(text: str, at: int, end: int) -> Expression | None:
    """The likes of "the sixties", "the ’90s"; not somebody in his sixties."""
    word = re.match(r"[’'‘]\d0s|\w+", text[at : at + 12])
    before = text[max(0, at - 16) : at]
    if not word or not re.search(r"\bthe\s(?:(?:early|late|mid|roaring)[\s-])?\Z", before, re.IGNORECASE):
        return None
    if word[0][0] in "’'‘":
        tens = int(word[0][1:3])
        year = 1900 + tens if tens > 20 else 2000 + tens
    else:
        if not re.search(
            r"\b(?:in|of|since|during|from|by|until|through|early|late|mid)[\s-](?:the\s)?(?:(?:early|late|mid)[\s-])?\Z",
            before,
            re.IGNORECASE,
        ):
            return None
        year = p.DECADES[word[0].lower()] * 10
    return Expression(start=at, end=at + len(word[0]), first=Point(year=year, blurred=1))


_NAMED = re.compile(
    "|".join(
        re.escape(name).replace("’", "[’']?").replace("\\ ", r"\s").replace("St", r"St\.?")
        for name in sorted([*p.FIXED, *p.KNOWN, *p.MOVING], key=len, reverse=True)
    )
)

_NAMED_KEYS = {re.sub(r"[’'.\s]", "", name): value for name, value in (p.FIXED | p.KNOWN | p.MOVING).items()}

_NAMED_YEAR = re.compile(rf",?\s(?:(?:of|in)\s)?(?P<y>{p.YEAR})|{p.TAIL}")

_NOT_THE_DAY = re.compile(
    r"\s(?!(?:and|or|but|so|when|while|as|after|before|until|since|because|though|if|in|at|on|by|with|to|for|from|of|a|an|the|this|that|these|those"
    r"|my|our|your|his|her|its|their|I|he|she|they|we|it|you|there|all|both|most|some|many|no|none|nobody|everybody|everyone|every|each|one|two|three"
    r"|four|five|only|not|again|was|were|is|are|had|has|have|will|would|could|did|who|which|where)\b(?!-))(?:[a-z]+|[A-Z][a-z]+)"
)

# "The week after Easter", "two days before Christmas".
_APART = re.compile(
    r"\b(?:days?|nights?|weeks?|weekends?|fortnight|months?|evening|morning|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)"
    r"\s(?:before|after|of|following|preceding)\s\Z"
)

# A feast without "day" in its name is a season, too: "over Christmas", "at Easter" may be either.
_SHORT_FEASTS = frozenset(("Christmas", "Easter", "Pentecost", "Thanksgiving"))

_FEAST_BEFORE = re.compile(
    r"\b(?:[Aa]t|[Bb]y|[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Tt]ill|[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|following|previous"
    r"|(?:then|promised|planned|due|set|scheduled|expected|ready|in time) for)\s\Z"
)
_DAY_BEFORE = re.compile(
    r"\b(?:on|since|until|till|by|before|after|from|at|for|last|next|this|that|following|previous)\s\Z|(?:\A|[.!?]\s|\n)\Z", re.IGNORECASE
)
_ORDERED = re.compile(r"\b(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Tt]he (?:following|previous|next))\s\Z")
# "That Christmas", "the following Easter": reckoned from what was told.
_OF_STORY = {"that": "same", "the following": "following", "the next": "following", "the previous": "previous"}


def named_day(text: str, at: int, end: int) -> Expression | None:
    """Days that have a name: "Boxing Day", "Christmas 1950", "until Easter", "last Thanksgiving"."""
    found = _NAMED.match(text, at, end)
    if not found or text[max(0, at - 9) : at].endswith("Orthodox "):
        return None
    if _APART.search(text, max(0, at - 24), at):
        return None  # another day than this
    value = _NAMED_KEYS[re.sub(r"[’'.\s]", "", found[0])]
    if len(value) == 10 and value[4] == "-":
        year, month, day = (int(part) for part in value.split("-"))
        return Expression(start=at, end=found.end(), first=Point(year=year, month=month, day=day), is_aside=True)
    moving = value if found[0] in p.MOVING else ""
    month, day = (4 if moving[0] == "e" else int(moving.split()[0]), 1) if moving else (int(part) for part in value.split("-"))
    dated = _NAMED_YEAR.match(text, found.end(), end)
    if not dated and not _stands_for_day(text, found, end):
        return None
    ordered = _ORDERED.search(text, max(0, at - 14), at) if not dated else None
    order = ordered[0].strip().lower() if ordered else ""
    of_story = {"order": _OF_STORY[order], "base": "story"} if order in _OF_STORY else {"order": order}
    return Expression(
        start=ordered.start() if ordered else at,
        end=dated.end() if dated else found.end(),
        first=Point(year=whole_number(dated["y"]) if dated else None, month=month, day=day),
        moving=moving,
        **(of_story if ordered else tail_of(dated["tail"] if dated else None)),
    )


def _stands_for_day(text: str, found: re.Match[str], end: int) -> bool:
    """Whether the name of a feast means a day of the calendar: "on Boxing Day", not "a Christmas card"."""
    at, stop = found.span()
    before = text[max(0, at - 16) : at]
    if text[stop : stop + 1] and text[stop : stop + 1] in "-’'":
        return text[stop : stop + 1] != "-" and not text[stop + 1 : stop + 2].isalpha()
    if not found[0].endswith(("Day", "Eve", "day", "Night")) and _NOT_THE_DAY.match(text, stop, end):
        return False
    return bool((_FEAST_BEFORE if found[0] in _SHORT_FEASTS else _DAY_BEFORE).search(before))
