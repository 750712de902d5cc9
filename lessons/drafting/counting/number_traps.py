"""What looks like a count or a measure and is none.

A numeral with a unit, a sign of money, a scale ("12 million") or grouped digits ("4,200") is hardly ever a trap; a bare one is judged by
what stands beside it: `number_tokens` knows dates, times, marks and codes, `number_names` what is called by a number; here are idioms
and words.
"""

from __future__ import annotations

import re

from ..words import any_of, data, split
from .number_names import is_capital_inside, is_named, is_people, is_reference, is_title, is_top
from .number_places import Place
from .number_tokens import is_beside_digits, is_clock, is_date, is_glued, is_hyphen_joined, is_mark, is_operand, is_year

_IDIOMS = data("numbers")["idioms"]
_PRONOUN = split(data("numbers")["words"]["pronoun_before"])
_TIMES = split(data("numbers")["units"]["time"])
_HYPHENED = split(_IDIOMS["hyphened"])
_PHRASE = re.compile(r"\b(?:" + any_of(_IDIOMS["phrases"], gap=r"[\s-]") + r")(?!\w)")
_IDIOM_FIGURES = {7, 24, 100, 365}
_AGO = re.compile(r"(?: or (?:so|more))? (?:(?:ago|hence|(?:earlier|later)(?! than))\b|before(?=[.,;)]))")
# No day comes of a span so short: "ten minutes later".
_SHORT = re.compile(r"(?:second|minute|hour|sec|min|hr)s?\Z")
_RACES = {60, 100, 200, 400, 800, 1500, 3000, 5000, 10_000}
_RACE_BEFORE = re.compile(r"\b(?:[Tt]he|[Mm]en[’']s|[Ww]omen[’']s|[Bb]oys[’']|[Gg]irls[’']|individual|freestyle)\s\Z")
_OR_TWO = re.compile(r"\b[Aa]n? (?:[a-z-]{2,15} )?[a-z-]{2,15} or \Z")  # "with a boat or two"
_SPAN_BEFORE = re.compile(rf"\b(?:{any_of(data('numbers')['around']['lasting'])})\s\Z")


def is_trap(place: Place) -> bool:
    """Whether a numeral (not a share by name, nor "half") is no fact."""
    if place.unit is None and place.numeral.form == "digits" and is_year(place):
        return True
    if _in_code(place) or _is_idiom(place):
        return True
    if place.last == "per" or (place.next == "score" and place.unit is None):
        return True
    if place.unit is not None:
        return _is_measured_trap(place) or _is_race(place)
    if place.numeral.sign:
        return place.after.isalnum()
    if is_glued(place) or is_clock(place) or is_named(place):
        return True
    if place.numeral.form == "words":
        return _is_worded_trap(place)
    return _is_figure_trap(place)


def _in_code(place: Place) -> bool:
    tick = place.left.count("`")
    return bool(tick % 2) and "`" in place.right


def _is_idiom(place: Place) -> bool:
    numeral = place.numeral
    if numeral.form == "digits" and numeral.core not in _IDIOM_FIGURES:
        return False
    low = place.text[max(place.head, numeral.start - 24) : min(place.foot, numeral.end + 36)].lower()
    at = numeral.start - max(place.head, numeral.start - 24)
    return any(match.start() <= at < match.end() for match in _PHRASE.finditer(low))


def _is_measured_trap(place: Place) -> bool:
    """With a unit: only relative dates, events called by a length, a day "one day", a name, or digits glued to something."""
    unit = place.unit
    if unit is None or unit.kind == "event":
        return True
    if place.before in {"/", "_", "#", "@", "+"} and place.numeral.form == "digits" and place.before != "+":
        return True
    if place.before and place.before in ".,:" and len(place.left) > 1 and place.left[-2].isdigit():
        return True
    if unit.kind == "share":
        return False
    if is_hyphen_joined(place):
        return True
    if unit.kind in {"time", "age"} and place.numeral.value < 10_000 and _AGO.match(place.right) and not _SHORT.match(unit.name):
        return True
    if place.numeral.value == 1 and place.numeral.form == "words" and not unit.joined:
        return not _is_span_of_one(place)
    if place.numeral.form == "words" and is_capital_inside(place):
        return True
    if place.text[place.numeral.end : unit.end].strip(" -")[:1].isupper() and unit.kind == "time":
        return True
    return " equivalent" in place.right[:12] or (
        unit.kind == "time" and place.last.lower() in {"phase", "stage", "level", "section", "article", "chapter"}
    )


def _is_race(place: Place) -> bool:
    """A distance that is run: "won the 400m in Orvu", "the women’s 800 metres"."""
    unit = place.unit
    if (
        unit is None
        or unit.name not in {"m", "metres", "meters"}
        or place.numeral.value not in _RACES
        or not _RACE_BEFORE.search(place.left[-20:])
    ):
        return False
    return place.after in {",", ".", ";", ")", ""} or place.next.lower() in {
        "in",
        "at",
        "on",
        "and",
        "with",
        "for",
        "as",
        "when",
        "to",
        "or",
    }


def _is_span_of_one(place: Place) -> bool:
    """Whether it was measured: "after one year", "for one hour", "one kilometre"; but "one day she left", "at one time"."""
    unit = place.unit
    if unit is None or unit.kind == "times":
        return False
    if unit.kind != "time":
        return True
    return unit.name not in {"day", "night", "second", "weekend", "fortnight"} and bool(_SPAN_BEFORE.search(place.left[-12:]))


def _is_worded_trap(place: Place) -> bool:
    numeral = place.numeral
    if numeral.value == 1:
        return True
    if place.after in {"-", "‑"}:
        joined = place.next.lower().split("-")[0]
        if joined in _HYPHENED or place.next.lower() in _HYPHENED:
            return True
    word = place.text[numeral.start : numeral.start + 1]
    if word.isupper() and place.next[:1].isupper() and place.next[-1:] == "s" and not is_people(place.next):
        return True
    if is_title(place):
        return True
    if place.last.lower() in _PRONOUN and not place.noun:
        return place.numeral.value <= 12
    if numeral.value == 2 and not place.noun and (place.last.lower() == "in" or _OR_TWO.search(place.left[-40:])):  # cut in two
        return True
    return is_top(place)


def _is_figure_trap(place: Place) -> bool:
    """Digits without a unit: dates, years, list marks, references, identifiers."""
    numeral = place.numeral
    written = place.text[numeral.start : numeral.end]
    digits = written.split(".")[0]
    if len(digits) > 1 and digits[0] == "0":
        return True
    if digits.isdigit() and len(digits) >= 5 and not place.noun and not place.cell and numeral.scale == 1:
        return True
    if is_date(place) or is_mark(place) or is_beside_digits(place) or is_top(place):
        return True
    if place.after in {"-", "‑"} and place.next.lower().split("-")[0] in _HYPHENED:
        return True
    if is_operand(place):
        return True
    if place.right.startswith(" ") and place.next[:1].isupper() and place.next.lower() in _TIMES:
        return True  # the name of a programme or a song
    return is_reference(place)
