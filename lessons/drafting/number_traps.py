"""What looks like a count and is none: numbers that name things, dates and times of day, list marks, idioms.

A numeral with a unit, a sign of money, a scale ("12 million") or grouped digits ("4,200") is hardly ever a trap; a bare one is judged by what
stands beside it. Every look goes at most `WINDOW` characters to either side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from .numerals_in_text import Numeral
from .units import Unit
from .words import data, split

WINDOW = 80
_NAMES, _WORDS, _IDIOMS = (data("numbers")[name] for name in ("names", "words", "idioms"))
_BEFORE, _WEAK, _INDICES = split(_NAMES["before"]), split(_NAMES["weak"]), split(_NAMES["indices"])
_STARTERS, _MONTHS, _DAYS = split(_WORDS["starters"]), split(_WORDS["months"]), split(_WORDS["days"])
_PLURALS, _SINGULARS, _COUNTED = split(_WORDS["plurals"]), split(_WORDS["singulars"]), split(_WORDS["counted"])
_STOPS, _PRONOUN = split(_WORDS["stops"]), split(_WORDS["pronoun_before"])
_TIMES = split(data("numbers")["units"]["time"])
_HYPHENED = split(_IDIOMS["hyphened"])

_month = "|".join(sorted(_MONTHS, key=len, reverse=True))
_LEFT_WORD = re.compile(r"[\w’'&§¶#№º+./-]++\Z")
_RIGHT_WORD = re.compile(r"([ \u00a0]{1,2}|[-‑])([^\W\d_][\w’'-]{0,30})")
_RIGHT_WORDS = re.compile(r"[^\W\d_][\w’'-]{0,40}|[^\w\s]|\d")
_DATE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:[ \u00a0]?(?:[-–—/]|to|and|or)[ \u00a0]?\d{{1,2}}(?:st|nd|rd|th)?)?[ \u00a0](?:of )?(?:{_month})\b(?![’'])"
)
_DATE_BEFORE = re.compile(rf"\b(?:{_month})\.?[ \u00a0](?:\d{{1,2}}(?:st|nd|rd|th)?[ \u00a0]?(?:[-–—]|to|and)[ \u00a0]?)?\Z")
_ERA = re.compile(r"[ \u00a0]?(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)")
_CLOCK_AFTER = re.compile(
    r"[ \u00a0]?(?:[ap]\.?m\b|[AP]\.?M\b|o[’']clock|hrs\b|hours (?:GMT|IST|local)|GMT\b|UTC\b|IST\b|BST\b|[CEP][DES]T\b|noon\b|past (?:one|two|[a-z]+ve|[a-z]+n)\b)"
)
_CLOCK_BEFORE = re.compile(r"\b(?:at|till|until|before|around|past|to|from) \Z", re.IGNORECASE)
_CLOCK_AT = re.compile(r"\b(?:at|till|until|before|past) \Z", re.IGNORECASE)
_STREET = re.compile(
    r"[A-Za-z]?,?(?: [A-Z][\w’'-]{1,20}){1,3} (?:Street|Road|Rd|St|Avenue|Ave|Lane|Drive|Way|Square|Place|Terrace|Court|Crescent|Boulevard|Blvd|Gardens|"
    r"Row|Hill|Close|Mews|Quay|Marg|Chowk|Nagar|Park|Street\.|Embankment|Parade|Wharf|Highway)\b"
)
_CITATION = re.compile(r" (?:[A-Z][A-Za-z.]{0,8}\.? ?|\d?d\.? ?){1,4}(?:\([A-Za-z. ]{1,12}\) ?)?§{0,2} ?\d")
_CITES = re.compile(r" (?:[A-Z]{2,6}\b|(?:[A-Z]\.){1,3}|[A-Z][a-z]?\. ?\d?d?)")
_CITES_LEFT = re.compile(r"\d[\])]? (?:(?:[A-Z][A-Za-z.]{0,8}\.|[A-Z]{2,6})(?: ?\dd)?[ \u00a0]){1,3}\Z")
_OUTLINE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.? [A-Z“‘\"']")
_AFTER_PLURAL = re.compile(r" (?:years?|months|weeks|days|hours|minutes|seconds|decades|centuries)\b")
_PHRASE_WORD = re.compile(r"[^\W_]+")
_PHRASES = tuple(_IDIOMS["phrases"])
_PHRASE = re.compile(r"\b(?:" + "|".join(re.escape(one).replace(r"\ ", r"[\s-]") for one in sorted(_PHRASES, key=len, reverse=True)) + r")(?!\w)")
_IDIOM_FIGURES = {7, 24, 100}
_AGO = re.compile(r"(?: or (?:so|more))? (?:ago|earlier|later|hence)\b")
_ONCE = re.compile(r"\b([Oo]nce|[Tt]wice|[Tt]hrice)\b(?!-)")


@dataclass(frozen=True, slots=False)
class Place:
    """A numeral where it stands, with its unit: what the rules look at.

    Attributes:
        begin, finish: of the sentence; a numeral at its head may have a capital.
        head, foot: of the part, or of the cell of a row.
        cell: whether it is a cell with a label.
        left, right: what stands before it and behind it (and its unit), in its part.
        before, after: the letters next to it; empty at the head and foot.
    """

    text: str
    numeral: Numeral
    unit: Unit | None
    begin: int
    finish: int
    head: int
    foot: int
    cell: bool = False

    left: str = field(init=False)
    right: str = field(init=False)
    before: str = field(init=False)
    after: str = field(init=False)

    def __post_init__(self) -> None:
        start, at = self.numeral.start, self.unit.end if self.unit else self.numeral.end
        left, right = self.text[max(self.head, start - WINDOW) : start], self.text[at : min(self.foot, at + WINDOW)]
        for name, value in (("left", left), ("right", right), ("before", left[-1:]), ("after", right[:1])):
            object.__setattr__(self, name, value)

    @cached_property
    def starts(self) -> bool:
        """Whether a word would have a capital here: at the head of a sentence, a quotation, a cell, behind a label."""
        bare = self.left.rstrip(" \u00a0")
        return self.numeral.start <= self.begin + 1 or not bare or bare[-1] in ".!?:;“‘\"'(—–…\t|[•" or not bare[-1].isalnum() and bare[-1] not in ",’)-%&"

    @cached_property
    def last(self) -> str:
        """The word right before it, its full stop left off; empty where a mark stands between."""
        bare = self.left[-44:].rstrip(" \u00a0")
        match = _LEFT_WORD.search(bare[bare.rfind(" ") + 1 :])
        if not match:
            return ""
        word = match[0].rstrip(".")
        return "" if len(word) < len(match[0]) and word.lower() not in _BEFORE else word

    @cached_property
    def last_at_head(self) -> bool:
        """Whether the word before it is the first of its sentence or of what is quoted or labelled."""
        bare = self.left[: len(self.left.rstrip(" \u00a0")) - len(self.last)].rstrip(" \u00a0")
        return self.numeral.start - len(self.last) - 3 <= self.begin or not bare or bare[-1] in ".!?:;“‘\"'(—–…|•"

    @cached_property
    def following(self) -> tuple[str, ...]:
        """The next words and marks, up to seven."""
        return tuple(_RIGHT_WORDS.findall(self.right)[:7])

    @cached_property
    def next(self) -> str:
        match = _RIGHT_WORD.match(self.right)
        return match[2] if match else ""

    @cached_property
    def noun(self) -> str:
        """The plural noun that it counts, at most three words on; empty for none."""
        words = self.following
        if not self.right[:1].isspace():
            return words[1].split("-")[0] if self.right[:1] in "-‑" and len(words) > 1 and words[1][0].isalpha() else ""
        if words[:2] in {("of", "the"), ("of", "these"), ("of", "those"), ("of", "them"), ("of", "its"), ("of", "their"), ("of", "his"), ("of", "her")}:
            return words[1]
        for word in words[:5]:
            low = word.lower()
            if not word[0].isalpha() or low in _STOPS:
                return ""
            if is_plural(low):
                return word
        return ""


def is_plural(word: str) -> bool:
    """By its ending; "news" and "was" are none."""
    bare = word.removesuffix("’s").removesuffix("'s").rstrip("’'")
    if bare in _PLURALS:
        return True
    return len(bare) > 3 and bare[-1] == "s" and bare[-2:] not in {"ss", "us", "is"} and bare not in _SINGULARS


def is_measured(place: Place) -> bool:
    """Whether a unit, a sum of money or a scale tells that something was counted or measured."""
    return place.unit is not None or bool(place.numeral.sign) or place.numeral.scale >= 1000


def is_trap(place: Place) -> bool:
    """Whether a numeral (not a share by name, nor "half") is no fact."""
    if place.unit is None and place.numeral.form == "digits" and is_year(place):
        return True
    if _in_code(place) or _is_idiom(place):
        return True
    if place.unit is not None:
        return _is_measured_trap(place)
    if place.numeral.sign:
        return place.after.isalnum()
    if _is_glued(place) or _is_clock(place) or is_named(place):
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
    if _is_hyphen_joined(place):
        return True
    if unit.kind in {"time", "age"} and _AGO.match(place.right):
        return True
    if place.numeral.value == 1 and place.numeral.form == "words" and not unit.joined:
        return not _is_span_of_one(place)
    if place.numeral.form == "words" and _is_capital_inside(place):
        return True
    if place.text[place.numeral.end : unit.end].strip(" -")[:1].isupper() and unit.kind == "time":
        return True
    return " equivalent" in place.right[:12] or unit.kind == "time" and place.last.lower() in {"phase", "stage", "level", "section", "article", "chapter"}


_SPAN_BEFORE = re.compile(
    r"\b(?:for|within|after|in|of|by|about|only|than|least|just|nearly|almost|lasts?|lasted|took|takes?|another|over|under|exactly|to|and|weighs?|weighed|every)\s\Z"
)


def _is_span_of_one(place: Place) -> bool:
    """"after one year", "for one hour", "one kilometre"; but "one day she left", "at one time"."""
    unit = place.unit
    if unit is None or unit.kind == "times":
        return False
    if unit.kind != "time":
        return True
    return unit.name not in {"day", "night", "second", "weekend", "fortnight"} and bool(_SPAN_BEFORE.search(place.left[-12:]))


def _is_hyphen_joined(place: Place) -> bool:
    return place.before in {"-", "‑"} and place.left[-2:-1].isalpha() or place.before == "–" and place.left[-2:-1].isalpha() and place.numeral.form == "digits"


def _is_glued(place: Place) -> bool:
    """Part of a longer token: a version, a code, a telephone number, a fraction with a slash, a time, a coordinate."""
    before, after, right = place.before, place.after, place.right
    second = right[1:2]
    if _is_hyphen_joined(place):
        return True
    if place.numeral.form == "words":
        return after in {"’", "'"} and second == "s"
    if before and (before in "/\\_#@=^*~°" and before != "~"):
        return True
    if before and before in ".,:'’" and place.left[-2:-1].isdigit():
        return True
    if before in {"+"} or (before in {"’", "'"} and not place.left[-2:-1].isalnum() and len(place.text[place.numeral.start : place.numeral.end]) == 2):
        return True
    if after.isalnum() or (after and after in "_\\°′″@^") or (after == "/" and not _PER.match(right)):
        return True
    if after and after in ".:," and second.isalnum() and not (after in ".," and second.isalpha() and second.isupper() or after == "," and second.isalpha()):
        return True
    return after == "(" and second.isalnum() or before in _OPENS and after in _CLOSES and bool(before and after)


_PER = re.compile(r"/(?:second|minute|hour|day|week|month|year|person|head|household)\b")
_OPENS, _CLOSES = "“‘\"'", "”’\"'"  # a number alone in quotation marks is what something is called


def _is_clock(place: Place) -> bool:
    numeral = place.numeral
    if _CLOCK_AFTER.match(place.right):
        return True
    if numeral.value > 24 or place.noun:
        return False
    if numeral.form == "words" and numeral.value <= 12 or numeral.form == "digits" and numeral.value <= 12 and place.last.lower() == "at":
        return bool(_CLOCK_AT.search(place.left)) and not place.next[:1].isupper()
    written = place.text[numeral.start : numeral.end]
    return bool(_CLOCK_BEFORE.search(place.left)) and bool(re.fullmatch(r"\d{1,2}\.[0-5]\d", written))


def is_named(place: Place) -> bool:
    """Whether it stands behind a word that numbers tell apart ("section 6"), or behind a name ("Kandle 3")."""
    last = place.last
    if not last:
        return False
    low = last.lower().rstrip(".")
    grouped = "," in place.text[place.numeral.start : place.numeral.end]
    if low in _BEFORE and not (low in {"s", "c", "r", "q", "p", "v", "op", "t.a", "no"} and not last.islower() and low != "no" and low != "p"):
        if place.numeral.value == 1 and place.numeral.form == "words":
            return True
        return not (low in _WEAK and last.islower() and (grouped or is_plural(place.noun.lower())))
    if place.numeral.form == "words":
        return _is_capital_inside(place)
    if grouped and last not in _INDICES or place.numeral.scale >= 1000:
        return False
    if not last[0].isupper():
        return last[-1] in "#§№º"
    return _is_behind_name(place, last)


def _is_behind_name(place: Place, last: str) -> bool:
    """A capital before the number: a name, but for the first word of a sentence, a day or month, and people counted at a place."""
    low = last.lower().removesuffix("’s").removesuffix("'s")
    if last.endswith(("’s", "'s")):
        return False
    if last in _MONTHS or last in _DAYS:
        return False
    if place.last_at_head and (low in _STARTERS or low.endswith(("ing", "ly", "ed"))):
        return False
    if last in _INDICES or last.isupper() and len(last) > 1:
        return True
    words = [word.lower() for word in place.following[:2]]
    return not (words and (words[0] in _COUNTED or words[-1] in _COUNTED and not words[0].endswith("ing")))


def _is_capital_inside(place: Place) -> bool:
    """A number word with a capital where none is due ("the Group of Seven", "Phase Two"), or before a name in the plural ("Four Oaks")."""
    word = place.text[place.numeral.start : place.numeral.start + 1]
    if not word.isupper():
        return False
    return not place.starts


def _is_worded_trap(place: Place) -> bool:
    numeral = place.numeral
    if numeral.value == 1:
        return True
    if place.after in {"-", "‑"}:
        joined = place.next.lower().split("-")[0]
        if joined in _HYPHENED or place.next.lower() in _HYPHENED:
            return True
    word = place.text[numeral.start : numeral.start + 1]
    if word.isupper() and place.next[:1].isupper() and place.next[-1:] == "s" and not _is_people(place.next):
        return True
    if place.last.lower() in _PRONOUN and not place.noun:
        return place.numeral.value <= 12
    if place.last.lower() == "in" and numeral.value == 2 and not place.noun:  # cut in two
        return True
    return _is_top(place)


def _is_people(word: str) -> bool:
    """A people, party or faith in the plural: "Russians", "Democrats"."""
    return word.endswith(("ans", "ese", "ish", "is", "ians", "crats", "icans", "ists", "ers", "ites", "ots", "utes", "anes", "enes", "lims", "ews", "indus", "MPs", "TDs", "MEPs", "men"))


def _is_top(place: Place) -> bool:
    return place.last.lower() in {"top", "bottom", "big"}


def _is_figure_trap(place: Place) -> bool:
    """Digits without a unit: dates, years, list marks, references, identifiers."""
    numeral = place.numeral
    written = place.text[numeral.start : numeral.end]
    digits = written.split(".")[0]
    if len(digits) > 1 and digits[0] == "0":
        return True
    if digits.isdigit() and len(digits) >= 5 and not place.noun and not place.cell and numeral.scale == 1:
        return True
    if _DATE_AFTER.match(place.right) or _DATE_BEFORE.search(place.left[-30:]) or _ERA.match(place.right):
        return True
    if _is_mark(place) or _is_beside_digits(place) or _is_top(place):
        return True
    if place.after in {"-", "‑"} and place.next.lower().split("-")[0] in _HYPHENED:
        return True
    if _is_operand(place):
        return True
    if place.right.startswith(" ") and place.next[:1].isupper() and place.next.lower() in _TIMES:
        return True  # the name of a programme or a song
    if _CITES_LEFT.search(place.left):
        return True
    return bool(_STREET.match(place.right) or (_CITATION.match(place.right) and _CITES.match(place.right)))


def is_year(place: Place) -> bool:
    """Four digits that may be a year and have nothing to count: "in 1998", "the 2019 polls"; but "some 1900 people"."""
    numeral = place.numeral
    written = place.text[numeral.start : numeral.end]
    if len(written) != 4 or not written.isdigit() or not 1000 <= numeral.value < 2100:
        return False
    about = {"about", "some", "nearly", "almost", "over", "than", "around", "roughly", "approximately", "another", "least", "only"}
    return not (place.noun and place.last.lower() in about) and not (place.noun.lower() in _COUNTED and place.last.lower() not in _YEAR_AFTER)


_YEAR_AFTER = frozenset("in since by until till of from before after during between and to the its their his her early late around circa mid last".split())


def _is_mark(place: Place) -> bool:
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
    if numeral.value < 30 and re.match(r"\. [A-Z“‘\"]", place.right) and place.starts and (numeral.start == place.head or place.left.rstrip()[-1:] in {":", ".", ";"}):
        return True
    if before == "(" and after == ")":
        match = re.search(r"(\w[\w’'.-]{0,30}) \(\Z", place.left)
        return not (match and match[1][0].isupper() and numeral.value >= 10 and match[1].lower() not in _BEFORE)
    if after in {")", "]"} and numeral.value < 30:
        return place.left.count("(") <= place.left.count(")") and place.text.rfind("(", max(place.head, numeral.start - 300), numeral.start) < 0
    return False


def _is_beside_digits(place: Place) -> bool:
    """Digits next to digits with only a space or a hyphen between: a telephone number, a code."""
    if re.search(r"\d[ \u00a0]\Z", place.left) and not re.search(r"(?:^|\D)(?:1[0-9]{3}|20[0-9]{2})[ \u00a0]\Z", place.left):
        return True
    return bool(re.match(r"[ \u00a0]\d", place.right)) and not re.match(r" \d[\d,]* [a-z]", place.right)


_OPERATORS = "=×*^<>≤≥≈÷"


def _is_operand(place: Place) -> bool:
    left, right = place.left.rstrip(), place.right.lstrip()
    sample = re.search(r"\b[nN] ?= ?\Z", place.left)
    return not sample and (left[-1:] in _OPERATORS and bool(left) or right[:1] in _OPERATORS and bool(right) or bool(re.match(r"[+/] ?\d", right)))
