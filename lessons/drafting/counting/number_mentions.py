"""A numeral on the way to being a fact: its value, unit and quote, and whether it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from ..records import NumberFound, Span
from ..words import any_of, data, split
from .counted import counted, measured, share_of
from .number_places import Place, is_measured, is_plural
from .number_shares import ratio, share
from .number_traps import is_trap
from .numerals_in_text import Numeral
from .units import Unit, unit_after

_WRITTEN = split(data("numbers")["units"]["written"]) | split(data("numbers")["units"]["money"])
_MINUS = re.compile(r"(?:(?:^|[\s(])[-−–]|\b[Mm]inus )\Z")
_AGE = re.compile(
    r"(?:\b[Aa]ge[ds]?(?: of)?(?: (?:about|only|just|between))? |\b(?:turned|turns|turning) "
    r"|\b(?:[Ss]he|[Hh]e|who|I)(?: (?:is|was|am|turned|turns|will be|would be|ha[sd] been)|[’']s|[’']m)(?: now| just| only| already)? "
    r"|\b(?:died|dies|retired|married|widowed|orphaned|emigrated) at )\Z"
)
_NAME_COMMA = re.compile(r"[A-Z][\w’'-]+,? (?:\(|)\Z|[A-Z][\w’'-]+, \Z")
_LABEL = re.compile(r"([^\n:;]{1,80}):[ \u00a0]{0,3}(?:about |around |some |nearly |over |more than |approximately |~)?\Z", re.IGNORECASE)
_MILLIONS = re.compile(rf"\b(?:{any_of(data('numbers')['around']['millions'])})\b", re.IGNORECASE)
_RACE = re.compile(r" (?:run|runs|race|races|walk|walks|video|screen|television|TV|resolution|camera)\b")


@dataclass(slots=True)
class Mention:
    """A numeral with its unit.

    Attributes:
        place: where it stands.
        kept: whether it is a fact.
        told: "count", "measure" or "share".
        by: the unit that stands behind it.
        like: the count before it that tells what a bare one counts: "9 votes to 14".
        named: whether it names something, as the further numbers of its list then do.
    """

    place: Place
    start: int
    end: int
    value: Fraction
    unit: str | None
    kept: bool
    told: str = ""
    by: Unit | None = None
    named: bool = False
    like: Mention | None = None

    def found(self, label: Span | None) -> NumberFound:
        """The fact, with the words that say what is counted or measured."""
        value = int(self.value) if self.value.denominator == 1 else float(self.value)
        return NumberFound(start=self.start, end=self.end, value=value, unit=self.unit, of=label or self._of())

    def _of(self) -> Span | None:
        text, begin, finish = self.place.text, self.place.begin, self.place.finish
        behind = counted(text, self.end, finish)
        if self.told == "count" and (behind or self.like):
            return behind or (self.like._of() if self.like else None)
        if self.told != "count" and (whole := share_of(text, self.end, finish)):
            return whole
        if ":" in self.place.left and (label := _LABEL.search(text, max(begin, self.start - 90), self.start)):
            return label.span(1)
        return measured(text, begin, self.start) or behind or share_of(text, self.end, finish)


def mention(place: Place) -> Mention:
    """A numeral with its unit, kept where it is no trap."""
    if (part := ratio(place)) or (place.numeral.form in {"fraction", "half"} and (part := share(place))):
        return Mention(place, part.start, part.end, part.value, part.unit, True, "measure" if part.unit else "share")
    if place.numeral.form in {"fraction", "half"}:
        return Mention(place, place.numeral.start, place.numeral.end, place.numeral.value, None, False)
    place = _letter_read(place)
    start, value = _signed(place)
    kept = not is_trap(place)
    unit = place.unit
    if unit:
        name = f"{place.numeral.sign}{unit.name}" if place.numeral.sign and unit.kind != "money" else unit.name
        return Mention(place, start, unit.end, value, name, kept, "share" if unit.kind == "share" else "measure", unit)
    if place.numeral.sign:
        return Mention(place, start, place.numeral.end, value, place.numeral.sign, kept, "measure")
    return Mention(place, start, place.numeral.end, value, "years" if kept and _is_age(place) else None, kept, "count")


def _letter_read(place: Place) -> Place:
    """In "4.5m people" it is millions, "16.5m deep" metres; other letters behind digits without a sign of money only before a noun."""
    numeral = place.numeral
    if not numeral.mark or numeral.sign:
        return place
    bare = Numeral(numeral.start, numeral.end - 1, numeral.core, "", numeral.core, "digits")
    following = place.next
    plural = is_plural(following.lower()) or following in _WRITTEN or place.unit is not None
    if numeral.mark == "m" and not plural and not _MILLIONS.search(place.left):
        return replace(place, numeral=bare, unit=unit_after(place.text, bare, place.foot) or Unit("m", numeral.end, "measure", True))
    if (plural and numeral.mark in "kKmM") or (numeral.mark in "km" and not _RACE.match(place.right)):
        return place
    return replace(place, numeral=bare)


def _signed(place: Place) -> tuple[int, Fraction]:
    """Where the number begins, a minus before it taken in: as a word, or as a mark behind a space where a unit follows."""
    numeral = place.numeral
    minus = _MINUS.search(place.left)
    if not minus or place.left.endswith("plus or minus ") or not (place.cell or is_measured(place) or minus[0].lower().startswith("minus")):
        return numeral.start, numeral.value
    mark = minus[0].lstrip(" (\t\n\u00a0")
    if mark == "–" and not (place.unit and "°" in place.unit.name):
        return numeral.start, numeral.value
    return numeral.start - len(mark), -numeral.value


def _is_age(place: Place) -> bool:
    value = place.numeral.value
    if not 0 < value < 120 or place.noun:
        return False
    if _AGE.search(place.left[-32:]):
        return True
    return bool(_NAME_COMMA.search(place.left[-32:])) and place.right[:1] in {",", ".", ";", ")"}
