"""Days of the week: "on Monday", "Friday night", "Tuesday, 12 May"."""

from __future__ import annotations

import re
from dataclasses import replace

from . import date_patterns as p
from .date_days import dated
from .date_moving import weekday_of_month
from .date_parts import Expression

_NO_DAY_BEFORE = re.compile(
    r"(?:\b(?:[Ee]very|[Ee]ach|[Aa]|[Ss]ome|[Aa]ny|[Mm]ost|[Aa]lternate|[Oo]ne"
    r"|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast of|[Oo]ther|Good|Black|Easter|Ash|Palm|Super"
    r"|Cyber|Bloody|Holy|Shrove|Boxing|Whit|Maundy)"
    r"|\b[A-Z][a-z]+(?:day)\s(?:to|through|–|-)|[a-z]day[-–—]|[-–—])\s?\Z"
)
# "On a wet Tuesday": any of them.
_SOME_DAY = re.compile(
    r"\b(?:(?:on|of|from) (?:a|the|one)"
    r"|(?:an?|one|any|some|every|each|most) (?:wet|rainy|sunny|quiet|cold|warm|grey|gray|typical|recent|hot|dull"
    r"|bright|dark|busy|slow|ordinary|normal|lazy|long|bleak|dreary|damp|foggy|misty|snowy|windy|stormy|chilly|freezing|mild|fine|perfect|good|bad"
    r"|summer|winter|spring|autumn|(?i:january|february|march|april|may|june|july|august|september|october|november|december)))"
    r" \Z"
)
# "Dr. Sunday Bello", "Mrs Friday": a person.
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Chief|Alhaji|Rev|Hon|Capt|Col|Gen|Sgt|Lt)"
    r"\.?\s(?:[A-Z][\w’'-]*\.?\s)?\Z"
)
_NO_DAY_BEHIND = re.compile(
    r"s\b|[’']s\s(?:Child)|\s(?:week|fortnight)\b"
    # "on the Saturday of the fair", but "died on Saturday of a fever"
    rf"|\sof\s(?:(?:the|that|this|next|last|each|every|a|any)\s(?:[\w’-]+\s)?(?:weeks?|months?|years?|terms?|season|fair|festival|race)\b|{p.MONTH})"
    r"|\s(?:Times|Post|Mail|Herald|Agreement|Accords?|Club|Night Live|Telegraph|Express|Mirror|Independent|Review|Magazine|School|Service)"
    r"|\s?[–—-]\s?[A-Z][a-z]+day|\sto\s[A-Z][a-z]+day|\s(?:prayers|school|mass|market)\b|-[a-z]"
)


_BULLET = re.compile(r"\n\s*[-–—]\s\Z")
_WEEK_BEHIND = re.compile(r"\sweek(?=\s?[,.;:)?!”’\"]|\s(?:is|and|to|for|at|in|with|by|will|when|but|he|she|they|it|we|the|a|as)\b|\s?\Z)")
_WEEK_BEFORE = re.compile(r"\b[Aa]\sweek\s(?:on|from|come)\s\Z")


def _week_on(text: str, at: int, stop: int, end: int, day: int) -> Expression | None:
    """The likes of "Thursday week", "a week on Thursday": the second to come."""
    behind, before = _WEEK_BEHIND.match(text, stop, end), _WEEK_BEFORE.search(text, max(0, at - 14), at)
    if not behind and not before:
        return None
    start, stop = before.start() if before else at, behind.end() if behind else stop
    return Expression(start=start, end=stop, weekday=day, base="published", order="second", doubt="whole")


# "Tuesday of last week", "Friday next week"
_OF_WEEK = re.compile(r"\s(?:of\s)?(?P<which>last|this|next)\sweek\b(?![’'-])")
_THE = re.compile(r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]hat was|[Ff]or)\s(?P<the>the)\s\Z")
_IT_WAS = re.compile(r"\b[Ii]t\swas\s\Z")
_GOES_ON = re.compile(r"\s?(?:[,.;:)?!”’\"–—]|\Z)|\s(?:[a-z]+ed|[a-z]{2,3}|she|they|were|when|with|from|their)\b(?<!\sof)")
_NO_RETELLING = re.compile(r"\s(?:before|after|of|in|following|next|to)\b")


def _retold(text: str, at: int, stop: int, end: int, day: int) -> Expression | None:
    """The likes of "on the Tuesday", of the week that a story is about: never the day before publication."""
    the = _THE.search(text, max(0, at - 16), at)
    if not the and not _IT_WAS.search(text, max(0, at - 8), at):
        return None
    if not _GOES_ON.match(text, stop, end) or _NO_RETELLING.match(text, stop, end):
        return Expression(start=stop, end=stop)
    return Expression(start=the.start("the") if the else at, end=stop, weekday=day, base="story", order="the")


def weekday(text: str, at: int, end: int) -> Expression | None:
    """The likes of "on Monday", "Friday night", "Tuesday, 12 May"; the day of the week tells the year where that is left out."""
    found = p.WEEKDAY_BODY.match(text, at, end)
    if not found:
        return None
    name = found["w"].rstrip(".")
    day = p.DAYS[name]
    if found["on"] is not None:
        read = dated(text, found.end(), end)
        if read and read.first and read.first.day is not None and not text[found.end() - 1].isalnum():
            stop = read.end + (1 if "(" in found["on"] and text[read.end : read.end + 1] == ")" else 0)
            return replace(read, start=at, end=stop, weekday=day)
    if name not in p.WORDS["weekdays"].split():
        return None
    stop = found.end("part") if found["part"] else found.end("w")
    if week := _OF_WEEK.match(text, stop, end):
        shift = {"last": -1, "this": 0, "next": 1}[week["which"]]
        return Expression(start=at, end=week.end(), weekday=day, base="published", unit="week", amount=shift)
    special = weekday_of_month(text, at, stop, end, day) or _week_on(text, at, stop, end, day) or _retold(text, at, stop, end, day)
    if special:
        return special
    before = text[max(0, at - 24) : at]
    if _BULLET.search(before):
        before = ""  # "- Friday: snow"
    if _NO_DAY_BEFORE.search(before) or _NO_DAY_BEHIND.match(text, stop, end) or _SOME_DAY.search(before) or _TITLE.search(before):
        return None
    if re.search(r"(?<![.!?:;])\s[A-Z][a-z]+\s\Z", before) and not re.search(
        r"\b(?:On|Since|Until|By|From|Late|Early|Last|Next|This|And|But|In|At)\s\Z", before
    ):
        return None
    early = re.search(r"\b(?:[Ll]ate|[Ee]arly|[Ll]ater|[Ee]arlier)\s\Z", before)
    return Expression(start=at - len(early[0]) if early else at, end=stop, weekday=day, base="published", doubt="whole" if early else "")
