"""Days of the week: "on Monday", "Friday night", "Tuesday, 12 May"."""

from __future__ import annotations

import re
from dataclasses import replace

from . import date_patterns as p
from .date_days import dated
from .date_parts import Expression

_NO_DAY_BEFORE = re.compile(
    r"(?:\b(?:[Ee]very|[Ee]ach|[Aa]|[Ss]ome|[Aa]ny|[Mm]ost|[Aa]lternate|[Oo]ne"
    r"|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast of|[Oo]ther|Good|Black|Easter|Ash|Palm|Super"
    r"|Cyber|Bloody|Holy|Shrove|Boxing|Whit|Maundy)"
    r"|\b[A-Z][a-z]+(?:day)\s(?:to|through|–|-)|[a-z]day[-–—]|[-–—])\s?\Z"
)
# "On a wet Tuesday": any of them.
_SOME_DAY = re.compile(
    r"\b(?:(?:on|of|from) (?:a|the|one)|an? (?:wet|rainy|sunny|quiet|cold|warm|grey|gray|typical|recent|hot|dull|bright|dark))"
    r" \Z"
)
_NO_DAY_BEHIND = re.compile(
    r"s\b|[’']s\s(?:Child)|\s(?:week|fortnight|of)\b"
    r"|\s(?:Times|Post|Mail|Herald|Agreement|Accords?|Club|Night Live|Telegraph|Express|Mirror|Independent|Review|Magazine|School|Service)"
    r"|\s?[–—-]\s?[A-Z][a-z]+day|\sto\s[A-Z][a-z]+day|\s(?:prayers|school|mass|market)\b|-[a-z]"
)


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
    before = text[max(0, at - 24) : at]
    if _NO_DAY_BEFORE.search(before) or _NO_DAY_BEHIND.match(text, stop, end) or _SOME_DAY.search(before):
        return None
    if re.search(r"(?<![.!?:;])\s[A-Z][a-z]+\s\Z", before) and not re.search(
        r"\b(?:On|Since|Until|By|From|Late|Early|Last|Next|This|And|But|In|At)\s\Z", before
    ):
        return None
    early = re.search(r"\b(?:[Ll]ate|[Ee]arly|[Ll]ater|[Ee]arlier)\s(?:on\s)?\Z", before)
    return Expression(start=at - len(early[0]) if early else at, end=stop, weekday=day, base="published", doubt="whole" if early else "")
