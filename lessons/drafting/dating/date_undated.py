"""Dates whose year nobody can tell: the text says so, or they are words on a stone, a banner, the back of a picture."""

from __future__ import annotations

import re

from ..records import Span
from ..words import any_of
from .date_parts import Expression
from .tense_cues import IRREGULAR

_GONE = (
    "rubbed|torn|flaked|worn|faded|missing|lost|illegible|unknown|uncertain|unclear|unreadable|cut off|scratched|smudged|blank|erased|eaten"
    "|washed|not (?:say|said|give|given|known|tell|told|record|recorded|stated)|never (?:said|gave|given|known|told|settled)"
    "|nobody|no one|none of (?:them|us)|no telling|without (?:a|the|its) year|lacks?|omits?|leaves? out|been able to|unstated|unrecorded"
)
_NOT_ONE = "".join(f"(?<!{word} )" for word in ("last", "next", "this", "that", " a", "per", "each", "every"))  # "lost it last year"
_YEAR_GONE = re.compile(
    rf"\b(?:(?<!end of )(?<!rest of )(?<!start of )(?:the|whose|which|its|their|what) year\b[^.;!?]{{0,60}}\b(?:{_GONE})\b"
    rf"|(?:{_GONE})\b[^.;!?]{{0,60}}{_NOT_ONE}\byear\b|no (?:known )?year\b"
    r"|(?:but|though) (?:not|without) (?:of )?(?:the|a|which|what|its) year\b"
    r"|(?:never|not) (?:write|wrote|give|gave|put|name|state) (?:down )?the year\b|without (?:a|the|its|any) year\b(?![’'-])"
    r"|(?:says?|said|reads?|bears?|gives?|shows?|marked|inscribed)\b[^.;]{0,60}\bnothing else\b)",
    re.IGNORECASE,
)
# "4 May of some year".
_SOME_YEAR = re.compile(
    r"\W{0,3}of (?:which|what|some|an? (?:unknown|uncertain|unspecified|unnamed)"
    r"|(?:my|his|her|our|their|its) (?:first|second|third|last|final)) (?:year|term)\b"
    r"|,? some ?time in (?:the|those)\b"
)
# "World Rivers Day is observed on 4 May": every year; but "the centenary is marked".
_OBSERVED = re.compile(
    r"\b(?:is|are) (?:[a-z]+ly )?(?:observed|celebrated|commemorated|kept|marked|honou?red) (?:[\w’-]+ ){0,4}(?:on|every|each) (?:the )?\Z"
    r"|\b(?:Day|[Ff]east|[Ff]estival)(?: of [\w’. -]{1,40})? (?:falls|is) on (?:the )?\Z"
)
# "The anniversary is 4 May"; but "the 50th anniversary is on 4 May".
_ANNIVERSARY = re.compile(
    r"\b(?<!th )(?<!st )(?<!nd )(?<!rd )(?:anniversary|birthday|feast)\b[^.;,]{0,60}\b(?:is|falls)\s(?:always\s)?(?:on\s)?\Z"
)
# "World Wetlands Day, 2 February, is kept in schools".
_NAMED_DAY = re.compile(r"\b[A-Z][\w’'-]+\s(?:(?:of\s)?[A-Z][\w’'-]+\s){0,3}Day(?:,?\s\(?|\s\()(?:on\s)?\Z")
_IS_EVERY = re.compile(r"\)?,?\s(?!was\b|has\b(?! an? )|sees\b|brings\b)[a-z]{1,12}s\b")
# "4 May is kept as Flag Day", "the flow in April has fallen by a fifth since the 1970s".
_IS_KEPT = re.compile(
    r"\s(?:is|are) (?:still |now )?(?:kept|observed|celebrated|marked|commemorated|remembered) (?:as|every|each)\b"
    r"|\s(?:has|have) (?:fallen|risen|grown|shrunk|dropped|declined|increased|doubled|halved)\b[^.;]{0,40}\bsince\b"
)
# "The flow in August could drop", "may take water between June and September", "the oldest says only T. H., 4 May", "under one 3 November".
_MAY_BE = re.compile(r"\s(?:could|can|may|might) [a-z]{3,12}\b")
_MAY_DO = re.compile(r"\b(?:may|can) (?:not )?[a-z]{3,12} [^.;:]{0,80}\b(?:between|from) \Z")
_TWO_MONTHS = re.compile(r"[A-Z][a-z]+ (?:and|to|until) [A-Z][a-z]+")
_SAYS_ONLY = re.compile(
    r"\b(?:says?|reads?|bears?|dated|marked|inscribed|labelled) (?:only|just|simply)\b[^.;]{0,30}\Z|\bunder (?:one|another) \Z"
)
# "It carries 55 million tonnes a year, most of it in August".
_A_YEAR = re.compile(r"\b(?:a|per|each|every) year(?=[,.;:)]|\s(?:and|or|between|from|mostly|chiefly|mainly)\b)")
_PAST = re.compile(rf"\b(?:{any_of(IRREGULAR - {'cut', 'set', 'put', 'hit', 'read', 'let', 'shed', 'spread', 'cost'})})\b")
_ONCE = re.compile(r"\b(?:centenary|anniversary|jubilee|this year|next year|will|[a-z]*centennial)\b")
# "The harvest, running from October to March".
_SEASONAL = re.compile(
    r"\b(?:harvests?|season|monsoon|crop|rains|fishing|breeding|migration|(?:academic|school|financial|fiscal) year)\b[^.;]{0,60}"
    r"\b(?:runs?|running|lasts?|lasting|extends?|goes) from \Z"
)
# "Records begin on 1 January in some districts, on 1 July in others".
_IN_SOME = re.compile(r"\s(?:in|for|at|among|with) (?:some|most|many|others|a few|several|certain)\b")
_ONCE_DONE = re.compile(r"\b(?:was|were|had|did|has|have|will|would|is to|are to|(?!hundred)[a-z]{3,14}ed)\b")
# "Was let in 1999 for a term of twenty years ending on 31 January": in which year, nobody says.
_TERM_ENDS = re.compile(
    r"\b(?:term|period|lease|contract|tenancy) of [\w -]{2,20} years?,? (?:ending|expiring|that ends|which ends) on (?:the )?\Z"
)
# "Under the new rules cyclists must dismount between 1 May and 30 September".
_RULED = re.compile(
    r"\b[Uu]nder (?:the|its|their|these|new) (?:[a-z]+ )?(?:rules?|laws?|by-?laws?|regulations?|code)\b[^;.]{0,120}\b(?:from|between) \Z"
)
# "The tax year begins on 6 April".
_YEAR_OPENS = re.compile(
    r"(?<!current )(?<!this )\b(?:financial|fiscal|tax|academic|school|farming|church|liturgical|water|civil) year"
    r"(?:, which)? (?:begins|starts|opens|ends|runs) (?:on|in|from)(?: \Z| [^.]{2,60} (?:on|in|to) \Z)"
)
_OWN_DATE = re.compile(r"\d|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
# Up to three words and a date alone within marks: “Rosslare, 26 January”.
_OPENED = re.compile(r"[“‘\"«'](?:[A-ZÀ-Þ][\w.’-]{0,20},? ){0,3}\Z")
_CLOSED = re.compile(r"\s?[.,]?[”’\"»']")
# What is so every year: "normally begins in October", "her birthday, 4 May".
_HABIT = re.compile(
    r"(?<!-)\b(?:normally|usually|typically|generally|traditionally|ordinarily|always|every year|each year|annually|yearly"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )used to)\b"
)
# "Sales in January are usually low".
_IS_SO_MOSTLY = re.compile(r"\s(?:is|are|tends? to be) (?:normally|usually|typically|generally|traditionally|ordinarily|always|often)\b")
# "They take place every second October".
_EVERY_SECOND = re.compile(r"\bevery (?:second|other|third|fourth) \Z")
# "A roll cloud is a cloud that arrives at dawn from September on".
_KIND = re.compile(r"\b(?:is|are|means) (?:an?|any) [^.;:,]{3,60}? (?:that|which|who) [a-z]{2,15}s\b[^.;:,]{0,60}\Z")
_YEARLY_DAY = re.compile(r"\b(?:birthday|feast day|saint[’']s day|name day|festival day)\b")
_MONTH = re.compile(r"January|February|March|April|May|June|July|August|September|October|November|December")
_FAR = 240


# "A family that does not sow in June", "whoever marries in May": in any year.
_ANYBODY = re.compile(
    r"\W{0,3}(?:(?:[Ww]hoever|[Aa]ny(?:one|body) who|[Hh]e who|[Ss]he who|[Tt]hose who|[Nn]o ?(?:one|body) who)\s"
    r"|(?:[Aa]n?|[Nn]o|[Aa]ny|[Ee]very)\s(?:[\w’'-]+\s){1,4}?(?:(?:that|who|which)\s(?!is\b|has\b|will\b)[a-z’]+\b|does\b|cannot\b|can\b|never\b))"
)
# "They count you in the spring".
_TO_YOU = re.compile(r"\b(?:[Tt]hey|[Pp]eople|[Nn]obody|[Ee]verybody) [a-z]{2,12} (?:you|for you|to you) in (?:the )?\Z")
_THIS_ONE = re.compile(r"\b(?:will|shall|this year|next year|is to|are to|was|were|has|have|had)\b|[’']ll\b|\d{4}")


def is_of_any_year(text: str, sentence: Span, one: Expression) -> bool:
    """Whether a month or season is that of any year, in what is said of anybody."""
    point = one.first
    if point is None or point.year is not None or point.month is None or point.day or one.base or one.order or one.opened:
        return False
    stop = min(sentence[1], sentence[0] + _FAR)
    if _TO_YOU.search(text, max(sentence[0], one.start - 40), one.start):
        return True
    return bool(_ANYBODY.match(text, sentence[0], stop)) and not _THIS_ONE.search(text, sentence[0], stop)


def is_undated(text: str, sentence: Span, at: Span, following: Span | None) -> bool:
    """Whether the text says that the year of a date is not known, or that it comes every year, or shows the date as an inscription.

    >>> text = "The stone says “June 14” and nothing else."
    >>> is_undated(text, (0, len(text)), (16, 23), None)
    True
    """
    near = text[max(sentence[0], at[0] - _FAR) : min(sentence[1], at[1] + _FAR)]
    if text.startswith((" after that", " after next"), at[1]):
        return True  # "next April, and the July after that"
    if _YEAR_GONE.search(near) or _SOME_YEAR.match(text, at[1], at[1] + 40) or _comes_yearly(text, sentence, at):
        return True
    if _SAYS_ONLY.search(text, max(sentence[0], at[0] - _NEAR), at[0]):
        return True
    words = text[following[0] : min(following[1], following[0] + 120)] if following else ""
    gone = _YEAR_GONE.search(words)
    if gone and not _OWN_DATE.search(words[: gone.end()]):
        return True
    month = _MONTH.search(text, *at)
    if month and re.search(rf"\b(?:which|what) {month[0]}\b", text[at[1] : at[1] + 2 * _FAR]):
        return True
    return bool(_OPENED.search(text[max(0, at[0] - 70) : at[0]]) and _CLOSED.match(text, at[1], at[1] + 3))


def _comes_yearly(text: str, sentence: Span, at: Span) -> bool:
    """Whether a day or month is told of as coming every year: by a habit, a season, a feast, or what may be in it."""
    start, stop = max(sentence[0], at[0] - _NEAR), min(sentence[1], at[1] + _NEAR)
    before = text[start : at[0]]
    if any(one.search(before[-reach:]) for one, reach in _YEARLY_BEFORE) or _YEARLY_DAY.search(text, at[1], min(stop, at[1] + 40)):
        return True
    if _OBSERVED.search(before[-70:]) and not _ONCE.search(text, *sentence):
        return True
    if _NAMED_DAY.search(before[-60:]) and _IS_EVERY.match(text, at[1], stop):
        return True
    if _IS_KEPT.match(text, at[1], stop) or (_MAY_DO.search(before) and _TWO_MONTHS.fullmatch(text, *at)):
        return True
    if _IS_SO_MOSTLY.match(text, at[1], stop):
        return True
    if text[at[0] : at[1]].isalpha() and _MAY_BE.match(text, at[1], stop):
        return True
    if _A_YEAR.search(text, *sentence) and not _ONCE_DONE.search(text, *sentence) and not _PAST.search(text, *sentence):
        return True
    return bool(_IN_SOME.match(text, at[1], stop)) and not _ONCE_DONE.search(text, max(sentence[0], at[0] - _FAR), at[0])


_NEAR = 120
# What says before a date that it comes every year, and in how many letters before it.
_YEARLY_BEFORE = (
    (_KIND, 140),
    (_EVERY_SECOND, 20),
    (_HABIT, 60),
    (_SEASONAL, 120),
    (_ANNIVERSARY, 90),
    (_YEAR_OPENS, 110),
    (_TERM_ENDS, 90),
    (_RULED, 120),
)
