"""Shares and fractions: "a quarter of the staff", "half of them", "three in ten"; and half an hour, which is a measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from ..words import any_of, data
from .number_places import Place
from .numerals_in_text import SPACE, numerals

_UNITS, _AROUND, _WORDS = (data("numbers")[name] for name in ("units", "around", "words"))
_unit = any_of([*_UNITS["time"].split(), *_UNITS["written"].split(), "kilo", "percentage point", "per cent"])
_OF_A_UNIT = re.compile(rf"(?:{SPACE}of)?{SPACE}an?{SPACE}({_unit})(?![\w])")
_ABOUT = re.compile(rf"\b(?:{any_of(_AROUND['near'])}|one in)\s\Z", re.IGNORECASE)
_NEAR = re.compile(
    r"\b(?:(?:more|less|fewer|greater) than|nearly|almost|about|over|under|roughly|around|by|approximately|at least"
    r"|reach(?:es|ed)?|exceed(?:s|ed)?|past|only|barely|just|hardly|of whom|of which|of them) \Z"
)
_COMPARED = re.compile(
    r" (?:more|less|fewer|higher|lower|larger|smaller|cheaper|bigger|faster|longer|shorter|as (?:many|much|\w+ as)"
    r"|the (?:size|price|cost|length|weight|height|number|rate|speed|distance|area|age))\b"
)
_OF_WHICH = re.compile(r"\b[Oo]f (?:which|whom|them|these|those),? \Z")
_DO = re.compile(r" (?:are|were|have|come|go|chose|said|say|live|work|own)\b")
_IS_OR_DO = re.compile(
    r" (?:is|are|was|were|has|have|will|could|can|may|would|come|comes|came|go|goes|went|chose|said|say|live|work|own)\b"
)
_BEGINS = re.compile(r"(?:\A|[,;:.] |\b(?:and|but|that|while|only) )\Z")
_PASSED_TIME = re.compile(rf"\b(?:{any_of(_AROUND['passed'])})\s\Z", re.IGNORECASE)
# Which half it is, or whose: a part of a game, a year or a figure of speech.
_WHICH = re.compile(rf"\b(?:{any_of(_AROUND['whose'])})\s(?:[\w-]{{1,20}}\s)?\Z|\b(?:{any_of(_AROUND['which'])})\s\Z", re.IGNORECASE)
_HALF_THE = re.compile(rf" (?:the|its|their|his|her|our|my|your|these|those|all|of) (?!(?:{any_of(_AROUND['not_halved'])})\b)\w")
_HALF_AS = re.compile(r" as (?:many|much|big|large|long|high|wide|fast|old|tall|heavy|likely|often)\b")
_AND_HALF = re.compile(rf"\b([Aa]n?){SPACE}({_unit}){SPACE}and{SPACE}\Z")
_IN = re.compile(rf"{SPACE}(?P<how>out{SPACE}of(?:{SPACE}every)?|in(?:{SPACE}every)?){SPACE}(?=[\dftsenho])")
_ONE_IN = re.compile(rf"{SPACE}[a-z][a-z-]{{2,20}}{SPACE}(?P<how>in(?:{SPACE}every)?){SPACE}(?=[\dftsenho])")
_TIME_NEXT = re.compile(rf"(?:{SPACE}|-)(?:{_unit}|per|%|million|thousand|{any_of(_WORDS['months'])})(?![\w])")
_ROUND = {3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000}


@dataclass(frozen=True, slots=True)
class Share:
    """A share where it stands; `unit` is of what it is half or a third of ("hour")."""

    start: int
    end: int
    value: Fraction
    unit: str | None = None


def share(place: Place) -> Share | None:
    """What a share by name or "half" tells; None where it is a figure of speech, an ordinal or a part of a game."""
    numeral = place.numeral
    if numeral.form == "half":
        return _half(place)
    start, end, value, right = numeral.start, numeral.end, numeral.value, place.right
    written = place.text[start:end].lower()
    if written in {"a half", "one half"} and (joined := _AND_HALF.search(place.left)):
        return Share(start - len(joined[0]), end, 1 + value, joined[2])
    if (unit := _OF_A_UNIT.match(place.text, end, place.foot)) and value < 1:
        return Share(start, unit.end(), value, unit[1])
    if re.match(r" (?:past|to (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)", right) or place.after.isalnum():
        return None
    if place.before and place.before in "-‑/":
        return None
    if value >= 1:
        return Share(start, end, value)
    if "quarter" in written and _PASSED_TIME.search(place.left[-16:]):
        return None
    single = re.match(r"an?\b|one ", written)
    told = right.startswith(" of ") or _ABOUT.search(place.left[-20:]) or _COMPARED.match(right) or _does(place, "third" in written)
    return Share(start, end, value) if told or not single else None


def _does(place: Place, is_third: bool) -> bool:
    """Whether a share is the subject: "of which a quarter is to be pooled"; "a third was a nurse" is one more."""
    if _OF_WHICH.search(place.left[-16:]):
        return True
    return bool((_DO if is_third else _IS_OR_DO).match(place.right)) and bool(_BEGINS.search(place.left[-8:]))


def _half(place: Place) -> Share | None:
    start, end, left, right = place.numeral.start, place.numeral.end, place.left[-32:], place.right
    if (place.before and place.before in "-‑") or re.match(r" (?:past|term|time|board|brother|sister|back|moon|size|century)\b", right):
        return None
    if unit := _OF_A_UNIT.match(place.text, end, place.foot):
        return Share(start, unit.end(), Fraction(1, 2), unit[1])
    if (_WHICH.search(left) and not re.search(r"\b(?:than|about|nearly|almost|over|under) \Z", left)) or re.match(r" an?\b", right):
        return None
    if _HALF_THE.match(right) or _HALF_AS.match(right):
        return Share(start, end, Fraction(1, 2))
    if re.search(r"\b(?:clever|good|cut|split|cuts|broke|broken|tore|torn|folded) (?:by|in) \Z", left):
        return None
    told = _NEAR.search(left)
    return Share(start, end, Fraction(1, 2)) if told and not re.match(r"-| (?:the (?:battle|time|way))", right) else None


def ratio(place: Place) -> Share | None:
    """The share of "four out of five" and "one in ten", where the two numbers are small and what follows is no span of time."""
    numeral = place.numeral
    match = _IN.match(place.text, numeral.end, place.foot)
    if not match and numeral.value == 1 and numeral.form == "words":
        match = _ONE_IN.match(place.text, numeral.end, place.foot)
    if not match or numeral.value.denominator != 1 or numeral.scale != 1 or place.unit or numeral.sign or numeral.form == "fraction":
        return None
    second = next(numerals(place.text, match.end(), min(place.foot, match.end() + 24)), None)
    if second is None or second.start != match.end() or not 0 < numeral.value < second.value or second.value.denominator != 1:
        return None
    if (
        (second.value not in _ROUND and not (numeral.value == 1 and second.value <= 100))
        or second.sign
        or _TIME_NEXT.match(place.text, second.end, place.foot)
    ):
        return None
    if place.text[second.end : second.end + 1] in {"-", "–", "%", "/", ":"} or place.before in {"-", "–", "/", ".", ":"}:
        return None
    if numeral.value > 9 or (numeral.value > 1 and match["how"].startswith("in") and second.value not in {10, 100, 1000, 5, 4, 3}):
        return None
    return Share(numeral.start, second.end, numeral.value / second.value)
