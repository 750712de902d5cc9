"""Digits that are part of a longer token, a time of day, a list mark, a sum, or a row of digits; and years."""

from __future__ import annotations

import re

from ..words import any_of, data, split
from .number_places import Place

_NAMES, _WORDS = data("numbers")["names"], data("numbers")["words"]
_BEFORE, _COUNTED = split(_NAMES["before"]), split(_WORDS["counted"])
_ABOUT, _YEAR_AFTER = split(_WORDS["about"]), split(_WORDS["year_after"])
_month = any_of(_WORDS["months"])
_DATE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:[ \u00a0]?(?:[-–—/]|to|and|or)[ \u00a0]?\d{{1,2}}(?:st|nd|rd|th)?)?[ \u00a0](?:of )?(?:{_month})\b(?![’'])"
)
_DATE_BEFORE = re.compile(rf"\b(?:{_month})\.?[ \u00a0](?:\d{{1,2}}(?:st|nd|rd|th)?[ \u00a0]?(?:[-–—]|to|and)[ \u00a0]?)?\Z")
_IN_MONTH = re.compile(rf"\b[Ii]n (?:{_month}) \Z")
_ERA = re.compile(r"[ \u00a0]?(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)")
_CLOCK_AFTER = re.compile(
    r"[ \u00a0]?(?:[ap]\.?m\b|[AP]\.?M\b|o[’']clock|hrs\b|hours (?:GMT|IST|local)|(?:GMT|UTC|IST|BST|[CEP][DES]T|noon)\b"
    r"|past (?:one|two|[a-z]+ve|[a-z]+n)\b)"
)
# "Before six in the evening", "since ten at night", "a quarter to seven".
_CLOCK_PART = re.compile(r" (?:in the (?:early )?(?:morning|afternoon|evening)|at night)\b")
_CLOCK_TO = re.compile(
    r"\b(?:(?:quarter|half|ten|twenty|twenty-five|five|minutes) (?:to|past)|(?:little|just|shortly|soon|long) (?:after|before|past)) \Z",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(r"\b(?:at|till|until|before|around|past|to|from) \Z", re.IGNORECASE)
# "By" tells the time behind a place or a state ("home by ten", "was over by six"), the size of a change elsewhere ("cut by ten").
_CLOCK_AT = re.compile(
    r"\b(?:(?:at|till|until|before|past)|(?:home|back|gone|over|asleep|bed|there|here|open|closed|shut|finished|done|ready|empty|away|left"
    r"|dark|light|arrived|started|sober|dressed|work|town|indoors) by) \Z",
    re.IGNORECASE,
)
_CLOCK_HOUR = re.compile(
    r"(?:\b(?:at|by|till|until|before|after|around|about|past|to|from|since|it(?: is| was|[’']s)|nearly|almost|between) |^)\Z",
    re.IGNORECASE,
)
_OUTLINE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.? [A-Z“‘\"']")
_PER = re.compile(r"/(?:second|minute|hour|day|week|month|year|person|head|household)\b")
_OPENS, _CLOSES = "“‘\"'", "”’\"'"  # a number alone in quotation marks is what something is called
_OPERATORS = "=×*^<>≤≥≈÷"


def is_hyphen_joined(place: Place) -> bool:
    return (place.before in {"-", "‑"} and place.left[-2:-1].isalpha()) or (
        place.before == "–" and place.left[-2:-1].isalpha() and place.numeral.form == "digits"
    )


def is_glued(place: Place) -> bool:
    """Part of a longer token: a version, a code, a telephone number, a fraction with a slash, a time, a coordinate."""
    before, after, right = place.before, place.after, place.right
    second = right[1:2]
    if is_hyphen_joined(place):
        return True
    if place.numeral.form == "words":
        return after in {"’", "'"} and second == "s"
    if before and (before in "/\\_#@=^*~°" and before != "~"):
        return True
    if before and before in ".,:'’" and place.left[-2:-1].isdigit():
        return True
    if (before == "+" and not place.cell) or (
        before in {"’", "'"} and not place.left[-2:-1].isalnum() and len(place.text[place.numeral.start : place.numeral.end]) == 2
    ):
        return True
    if after.isalnum() or (after and after in "_\\°′″@^") or (after == "/" and not _PER.match(right)):
        return True
    if (
        after
        and after in ".:,"
        and second.isalnum()
        and not ((after in ".," and second.isalpha() and second.isupper()) or (after == "," and second.isalpha()))
    ):
        return True
    return (after == "(" and second.isalnum()) or (before in _OPENS and after in _CLOSES and bool(before and after))


def is_clock(place: Place) -> bool:
    numeral = place.numeral
    if _CLOCK_AFTER.match(place.right):
        return True
    if numeral.value > 24:
        return False
    if numeral.value <= 12 and (_CLOCK_PART.match(place.right) or (_CLOCK_TO.search(place.left[-24:]) and not place.noun)):
        return bool(_CLOCK_TO.search(place.left[-24:]) or _CLOCK_HOUR.search(place.left[-12:]))
    if place.noun:
        return False
    if (numeral.form == "words" and numeral.value <= 12) or (
        numeral.form == "digits" and numeral.value <= 12 and place.last.lower() == "at"
    ):
        return bool(_CLOCK_AT.search(place.left)) and not place.next[:1].isupper()
    written = place.text[numeral.start : numeral.end]
    return bool(_CLOCK_BEFORE.search(place.left)) and bool(re.fullmatch(r"\d{1,2}\.[0-5]\d", written))


def is_date(place: Place) -> bool:
    """The day beside a month, or a year of an era; but "In June 30 people fell ill"."""
    if _DATE_AFTER.match(place.right) or _ERA.match(place.right):
        return True
    if place.numeral.value > 31 or not _DATE_BEFORE.search(place.left[-30:]):
        return False
    return not (place.noun.lower() in _COUNTED and _IN_MONTH.search(place.left[-24:]))


def is_year(place: Place) -> bool:
    """Four digits that may be a year and have nothing to count: "in 1998", "the 2019 polls"; but "some 1900 people"."""
    numeral = place.numeral
    written = place.text[numeral.start : numeral.end]
    if len(written) != 4 or not written.isdigit() or not 1000 <= numeral.value < 2100:
        return False
    return not (place.noun and place.last.lower() in _ABOUT) and not (
        place.noun.lower() in _COUNTED and place.last.lower() not in _YEAR_AFTER
    )


def is_mark(place: Place) -> bool:
    """A list mark, a numbered paragraph, a note, or a reference in brackets."""
    numeral, before, after = place.numeral, place.before, place.after
    if numeral.start == place.head and _OUTLINE.match(place.text, numeral.start, min(place.foot, numeral.end + 8)):
        written = place.text[numeral.start : numeral.end]
        follows = place.next
        return "." in written or after == "." or follows.lower() in {"the", "a", "an", "in", "it", "this", "on", "we"}
    if after == "]" or before == "[":
        return True
    if before and before in ".,”’" and numeral.value < 200 and not re.match(r" [a-z(]|[.,]?\d| [A-Z][a-z]+s\b", place.right):
        return True  # the mark of a note; where a space was lost, what is counted follows
    if (
        numeral.value < 30
        and re.match(r"\. [A-Z“‘\"]", place.right)
        and place.starts
        and (numeral.start == place.head or place.left.rstrip()[-1:] in {":", ".", ";"})
    ):
        return True
    if before == "(" and after == ")":
        match = re.search(r"(\w[\w’'.-]{0,30}) \(\Z", place.left)
        return not (match and match[1][0].isupper() and numeral.value >= 10 and match[1].lower() not in _BEFORE)
    if after in {")", "]"} and numeral.value < 30:
        return (
            place.left.count("(") <= place.left.count(")")
            and place.text.rfind("(", max(place.head, numeral.start - 300), numeral.start) < 0
        )
    return False


def is_beside_digits(place: Place) -> bool:
    """Digits next to digits with only a space or a hyphen between: a telephone number, a code."""
    if re.search(r"\d[ \u00a0]\Z", place.left) and not re.search(r"(?:^|\D)(?:1[0-9]{3}|20[0-9]{2})[ \u00a0]\Z", place.left):
        return True
    return bool(re.match(r"[ \u00a0]\d", place.right)) and not re.match(r" \d[\d,]* [a-z]", place.right)


def is_operand(place: Place) -> bool:
    left, right = place.left.rstrip(), place.right.lstrip()
    sample = re.search(r"\b[nN] ?= ?\Z", place.left)
    return not sample and (
        (left[-1:] in _OPERATORS and bool(left)) or (right[:1] in _OPERATORS and bool(right)) or bool(re.match(r"[+/] ?\d", right))
    )
