"""Whether four figures are a year: told by the words next to them."""

from __future__ import annotations

import re

from . import date_patterns as p

_WORD_BEFORE = re.compile(r"([\w’'.]+)([\s\u00a0]?[-–—(\[“\"‘,:;/]?[\s\u00a0]?)\Z")

_WORD_BEHIND = re.compile(r"[\s\u00a0]([A-Za-zÀ-ÿ’'-]+)")

_CITED = re.compile(
    r"(?:\b(?:[Ss]ee|[Rr]ead|[Cc]f\.?|[Pp]er)\s(?:[A-ZÀ-Þ][\w’'-]+(?:,| and| &)?\s){1,3}\("
    r"|\bet al\.?,?\s?\(?|\([A-ZÀ-Þ][\w’'-]+(?: (?:and|&) [A-ZÀ-Þ][\w’'-]+)?,?\s)\Z"
)

# A volume and its page: "Annals of Botany 12: 1730".
_VOLUME = re.compile(r"[A-Za-z)],?\s\d{1,4}(?:\s?\(\d{1,3}\))?:\s?\Z")

_QUANTITY = re.compile(r"\b(?:of|to|from|with|for|by|and|about|around|than|between|the|their|its|his|her)\s\Z", re.IGNORECASE)

_SURE = re.compile(
    r"\b(?:in|since|until|till|during|early|late|mid|year|before|after|between|through|throughout"
    r"|spring|summer|autumn|fall|winter|fiscal|calendar|good friday|easter)[\s-]\Z",
    re.IGNORECASE,
)

_NO_PLURAL = re.compile(r"(?:ss|us|is|\bas|was|has|’s|'s|does|goes|says|sees|means|brings|comes|takes)\Z")


def is_year(text: str, at: int, end: int, *, is_span: bool = False, behind_month: bool = False) -> bool:
    """Whether four figures are a year: not a quantity, not the number of a law, a flight or a version.

    >>> is_year("in 2019 sales fell", 3, 18), is_year("with 1995 bolts", 5, 15), is_year("see RFC 1952 for", 8, 16)
    (True, False, False)
    """
    year = int(text[at : at + 4])
    if not 1000 <= year <= 2100:
        return False
    before = _line_before(text, at)
    found = _WORD_BEFORE.search(before)
    word, gap = (found[1], found[2]) if found else ("", "")
    bare = word.lower().strip(".’'")
    if not behind_month:
        if _VOLUME.search(before):
            return False
        if word and "(" not in gap and _numbers(bare, word, gap, is_span):
            return False
        if _CITED.search(before):
            return False
    if year % 100 == 0 and not behind_month and not is_span and _COUNTED_TO.search(before):
        return False
    following = _WORD_BEHIND.match(text, at + (4 if not is_span else _span_length(text, at)), end)
    behind = following[1] if following else ""
    if behind in p.COUNTED and not ((behind_month or _SURE.search(before)) and (year >= 1800 and year % 100)):
        return False
    if behind_month or is_span or _SURE.search(before):
        return year <= 2060 or bool(_SURE.search(before)) or is_span or bare in {"by", "to"}
    if behind.endswith("s") and behind.islower() and _QUANTITY.search(before) and not _NO_PLURAL.search(behind) and year % 100 == 0:
        return False
    return _stands_as_year(text, at, end, before, bare, gap)


# "The day we get to 2000": so many.
_COUNTED_TO = re.compile(
    r"\b(?:(?:get|gets|got|getting|come|climb|climbed|grow|grew|rise|rose) to"
    r"|reach(?:es|ed|ing)?|hits?|top(?:s|ped)?|exceed(?:s|ed)?)\s\Z"
)

_LINE_ENDS = ("", *'\n.!?:;)”"’')


def _line_before(text: str, at: int) -> str:
    """What stands before a number, not farther back than the end of a paragraph or of a line that ends a sentence."""
    before = text[max(0, at - 40) : at]
    stop = before.rfind("\n")
    if stop >= 0 and not before[stop:].strip(" \t\n•‣◦▪*–-") and (before[stop:].strip() or text[at + 4 : at + 5] in ":–—\t"):
        return ""
    if stop >= 0 and before[:stop].rstrip(" \r")[-1:] in _LINE_ENDS:
        return before[stop + 1 :]
    return before


def _span_length(text: str, at: int) -> int:
    found = p.YEARS.match(text, at)
    return len(found[0]) if found else 4


def _numbers(bare: str, word: str, gap: str, is_span: bool) -> bool:
    """Whether the word before a number says that it numbers or names something."""
    if bare in p.NUMBERED:
        return bare != "at" or not gap.strip()
    if gap.strip() in {"-", "–", "/", "—"} and bare not in p.PLAIN_BEFORE:
        return gap.strip() == gap
    return (
        not is_span
        and gap.strip() == ""
        and word[:1].isupper()
        and bare not in p.PLAIN_BEFORE
        and not p.MONTHS.get(word)
        and not word.isdigit()
    )


_OPENS = re.compile(r"[.!?:;]\s+\Z|\A\s*\Z|\n\s*\Z|[“\"‘(\[]\Z")

_LEADS_IN = re.compile(
    r"\b(?:by|from|to|of|and|or|for|than|against|versus|about|around|circa|the|a|an|its|his|her|their|our|this|that|was|is|as|with|on|into|[a-z]+ed)\s\Z|[’']s\s\Z|(?:,|–|—|-)\s?\Z|\(\s?(?:[a-z.]+\s)?\Z",
    re.IGNORECASE,
)

_TOTAL = re.compile(r"\b(?:total|number|fleet|sample|crowd|force|batch|set|list|series|stock|one|some|average|maximum|minimum) of\s\Z")

_YEAR_AND = re.compile(r"\b[12]\d{3}(?:,| and| or| to|, and)\s\Z")

# What a year marks out as well as a number could count it: "from 1990 levels".
_DATED_NOUNS = frozenset(
    "levels prices figures elections standards accounts rules talks accords floods protests riots sanctions games results".split()
)

# "The charter of 1215", "dates from 1320".
_EARLY = re.compile(
    r"(?:[a-z]{2}ed (?:about|around|by)|\bdat(?:es?|ing|ed) (?:from|to|back to)"
    r"|\b(?i:charter|treaty|battle|siege|council|peace|statute|plague|famine|revolt|rising|conquest|crusade|edict|union|parliament|massacre"
    r"|fire|flood|earthquake|invasion|sack|fall|truce|eclipse|coronation|census|bull) of)\s\Z"
)

# "its quiet 1911 deal"
_MARKS_OUT = re.compile(r"\b(?:the|an?|its|his|her|their|our)\s(?:[a-z-]+\s){1,2}\Z")


# "Not even 1944, when the valley was shut".
_WHEN = re.compile(r",?\s(?:when|the year (?:in which|that|when|of))\b")


def _stands_as_year(text: str, at: int, end: int, before: str, bare: str, gap: str) -> bool:
    """Whether what is around four figures lets them be a year."""
    year = int(text[at : at + 4])
    behind = text[at + 4 : min(end, at + 24)]
    if re.match(r"\s(?:also\s)?(?:saw|brought|marked)\b", behind):
        return 1400 <= year <= 2060
    if _OPENS.search(before) or not before.strip(" \t•‣◦▪*–-") or "(" in gap:
        return bool(re.match(r"\s*(?:[,:)\]–—-]|was|saw|is|will|and|to|brought|marked|[’']s|\Z|\t|[.;!?])", behind)) and year >= 1200
    if _WHEN.match(behind):
        return 1400 <= year <= 2060
    if not _LEADS_IN.search(before):
        marks_out = _MARKS_OUT.search(before) and re.match(r"\s[a-z]{3,}(?<!s)\b", behind)
        return bool(marks_out) and 1400 <= year <= 2060
    if bare in {"of", "with", "on", "for", "about", "around", "than", "from", "to", "and", "or", "by", "into"}:
        noun = re.match(r"\s([a-z]+s)\b", behind)
        counts = (
            noun is not None
            and noun[1] not in _DATED_NOUNS
            and (bare != "of" or bool(_TOTAL.search(before)))
            and not _NO_PLURAL.search(noun[1])
            and not _YEAR_AND.search(before)
        )
        moved = re.search(r"\b(?:up|down)\s(?:from|to)\s\Z", before)
        early = 1000 <= year < 1400 and bool(_EARLY.search(before))
        return (1400 <= year <= 2060 or early) and not counts and not moved
    return 1400 <= year <= 2060
