"""Units behind a numeral: shares, spans of time, money, measures, rates and how many times."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..words import any_of, data
from .numerals_in_text import SPACE, Numeral

_LISTS, _AROUND = data("numbers")["units"], data("numbers")["around"]


_time, _time_kinds = any_of(_LISTS["time"]), any_of(_LISTS["time_kinds"])
_written, _kinds, _rates = any_of(_LISTS["written"]), any_of(_LISTS["kinds"]), any_of(_LISTS["rates"])
_gap = f"{SPACE}{{1,2}}"
_kind = f"(?:(?:{_kinds}){SPACE})?"
_rate = rf"(?:{_gap}(?:per|an?){_gap}{_kind}(?:second|minute|hour)|{_gap}per{_gap}{_kind}(?:{_rates}))(?![\w])"
_dose = r"(?:[µm]?g|kg|t|ml|mmol|kWh)/(?:kg|dl|dL|l|L|m³|m3|m²|ha|day|cm²)(?![\w])"
_UNIT = re.compile(
    rf"(?P<share>{SPACE}?[%‰]|[-‑]?{SPACE}{{0,2}}(?:{any_of([w for w in _LISTS['shares'] if w[0] not in '%‰'])})(?![\w]))"
    rf"|(?P<per>{_gap}per{_gap}(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}}|[0-9]{{3,9}}|(?:a{SPACE})?(?:hundred|thousand|million))(?![\w,]))"
    rf"|(?P<age>[-‑{SPACE[1:-1]}](?:year|month|week|day|hour|minute)s?[-‑]olds?(?![\w]))"
    rf"|(?P<time>(?:{_gap}|{SPACE}?[-‑])(?:(?:{_time_kinds})[ -]){{0,2}}(?P<span>{_time})(?![\w])(?:(?<=s)['’](?={SPACE}\w))?)"
    rf"|(?P<money>(?:{_gap}|[-‑])(?:(?:{any_of(_LISTS['money_kinds'])})(?:{SPACE}Kong|{SPACE}Zealand|{SPACE}Lankan)?{SPACE}){{0,2}}"
    rf"(?:{any_of(_LISTS['money'])})(?![\w])|p(?![\w])(?!\.\w))"
    rf"|(?P<measure>(?:{_gap}|[-‑])(?:(?:{_kinds})[ -]){{0,2}}(?:{_written})(?![\w])"
    rf"(?:{_gap}(?:Celsius|Fahrenheit|centigrade)(?![\w]))?(?:{_rate})?)"
    rf"|(?P<short>{SPACE}?[-‑]?(?:sq\.?{SPACE}?)?(?:{any_of(_LISTS['short'])})(?![\w²³/])(?:{_rate})?|{SPACE}?{_dose})"
    rf"|(?P<times>{_gap}times(?![\w])|-times?(?![\w]))"
    rf"|(?P<coin>{SPACE}?[€£$](?![\w]))"
)
# "9.58s" and "24h": letters that are units only right behind the digits.
_GLUED = re.compile(r"(?P<glued>s|h|hrs|mins|secs|min|sec|yrs|C|F)(?![\w])")
_MOVES = re.compile(rf"\b(?:{any_of(_AROUND['moves'])})(?: by| about| nearly| almost| some)?\s+\Z")
_POINTS = re.compile(r"[ \u00a0-](points?)(?![\w])")
_WEIGHS = re.compile(r"[ \u00a0](stone)(?![\w])(?= |[.,;]| \d)")
_EVENT = re.compile(rf" (?:{any_of(_AROUND['events'])})\b")


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands behind a numeral; `end` is where it ends, `kind` one of share, per, age, time, money, measure, times."""

    name: str
    end: int
    kind: str
    joined: bool


def unit_after(text: str, numeral: Numeral, end: int) -> Unit | None:
    """The unit right behind a numeral.

    >>> from lessons.drafting.counting.numerals_in_text import numerals
    >>> text = "a two-day ride of 40 km an hour for 12 months’ pay"
    >>> [(unit.name, unit.kind) for one in numerals(text, 0, len(text)) if (unit := unit_after(text, one, len(text)))]
    [('days', 'time'), ('km an hour', 'measure'), ('months', 'time')]
    """
    at = numeral.end
    match = _UNIT.match(text, at, end)
    if not match:
        return _rare(text, numeral, end)
    kind = match.lastgroup or ""
    if kind == "span":
        kind = "time"
    if kind == "money" and match[0] == "p" and numeral.form != "digits":
        return None
    joined = match[0][0] in "-‑"
    if kind in {"short", "measure"} and _EVENT.match(text, match.end(), end) and (kind == "short" or "metre" in match[0]):
        return Unit("event", match.end(), "event", joined)
    if kind == "short":
        kind = "measure"
    if kind == "coin":
        kind = "money"
    return Unit(_name(match, kind, numeral), match.end(), kind, joined)


def _name(match: re.Match[str], kind: str, numeral: Numeral) -> str:
    """As written, but a joined unit of time in the plural: "two-day" is days."""
    words = " ".join(match[0].split()).strip("-‑ ’'")
    if kind == "age":
        return re.split("[-‑ ]", words)[0].rstrip("s") + "s"
    if kind == "times":
        return "times"
    if kind == "time":
        words = match["span"]
        return words + "s" if match[0][0] in "-‑" and not words.endswith("s") else words
    return words


def _rare(text: str, numeral: Numeral, end: int) -> Unit | None:
    at = numeral.end
    if numeral.form == "digits" and (match := _GLUED.match(text, at, end)):
        decimal = "." in text[numeral.start : at]
        fits = {"s": decimal, "h": not decimal, "C": True, "F": True}.get(match[0], True)
        return Unit(match[0], match.end(), "time" if match[0] not in "CF" else "measure", True) if fits else None
    if (match := _POINTS.match(text, at, end)) and _MOVES.search(text, max(0, numeral.start - 25), numeral.start):
        return Unit(match[1], match.end(), "measure", False)
    if match := _WEIGHS.match(text, at, end):
        return Unit("stone", match.end(), "measure", False)
    return None
