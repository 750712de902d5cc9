"""Numbers with what they count: counts, measures, sums of money, shares, spans of time, how many times.

The quote holds the unit of a measure ("40 per cent", "two-day", "US$84 million") and of a count the number alone ("eight" people).
Left out: what `number_traps` knows as a name or an idiom, what a date holds, "one" as a determiner, "doubled", "a week", and numbers in
headings that only count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..pages.page import Page, Part
from ..records import DateFound, NumberFound, Span
from .counted import measured
from .number_mentions import Mention, mention
from .number_names import is_named
from .number_pairs import settle_pairs
from .number_places import Place, is_measured
from .number_times import multiples
from .numerals_in_text import numerals
from .units import unit_after

_VERSION = re.compile(r"\b(?:[Vv]ersions? |v\.? ?|[Rr]elease |[Dd]raft )(\d{1,3})\.\d")
_BARE_DECIMAL = re.compile(r"(\d{1,3})\.\d")
_CELL = re.compile(r"[^\t|]+")
_LIKE = re.compile(r"\b(?:to|from|against|with|than|only|and|or|by|,) \Z|, \Z")
_LISTED = re.compile(r", (?:and |or )?|,? and |,? or | to | ?[-–—] ?| & | of ")
_ROW = 12  # more numbers than that with nothing between them are data, not facts, and are not looked at
_RANK = re.compile(r"\d{1,3}\.?")


@dataclass(slots=True)
class _Known:
    """What is known of the page while its numbers are read: where dates stand, and which versions it names."""

    starts: list[int]
    ends: list[int]
    versions: frozenset[str] = field(default=frozenset())

    def in_date(self, start: int, end: int) -> bool:
        n = bisect_right(self.starts, end - 1) - 1
        return n >= 0 and self.ends[n] > start


def numbers(page: Page, dates: Sequence[DateFound]) -> list[NumberFound]:
    """The numbers of a page; what is part of a date is none."""
    spans = sorted((one.start, one.end) for one in dates)
    ends: list[int] = []
    for _, end in spans:
        ends.append(max(end, ends[-1]) if ends else end)
    versions = frozenset(match[1] for match in _VERSION.finditer(page.text) if not match[0].endswith(" "))
    known = _Known([start for start, _ in spans], ends, versions)
    return [found for part in page.parts for found in _of_part(page.text, part, known)]


def _of_part(text: str, part: Part, known: _Known) -> list[NumberFound]:
    found: list[NumberFound] = []
    begins = [first for first, _ in part.sentences]
    for start, end, label in _stretches(text, part):
        read = [one for one in _mentions(text, part, start, end, known, label, begins) if one.kept]
        found.extend(one.found(label) for one in read if part.role != "heading" or _tells(one))
    found.extend(_multiples(text, part, known, begins))
    return sorted(found, key=lambda one: one.start)


def _tells(one: Mention) -> bool:
    """Whether a number in a heading is a fact: a measure, or behind a label ("Population: 41,200"), not "five things to know"."""
    return is_measured(one.place) or ":" in one.place.left[-3:]


def _stretches(text: str, part: Part) -> Iterator[tuple[int, int, Span | None]]:
    """A part, or the cells of a row with the row's label; the rank or year that a row begins with is no number."""
    if part.role != "row" and text[part.start] != "|":
        yield part.start, part.end, None
        return
    label: Span | None = None
    for n, cell in enumerate(_CELL.finditer(text, part.start, part.end)):
        bare = cell[0].strip()
        if not bare:
            continue
        start = cell.start() + cell[0].index(bare[0])
        if n == 0 and _RANK.fullmatch(bare):
            continue
        if label is None and not bare[0].isdigit():
            label = start, start + len(bare)
        yield start, start + len(bare), label if label and label[0] != start else None


def _mentions(text: str, part: Part, start: int, end: int, known: _Known, label: Span | None, begins: list[int]) -> list[Mention]:
    read: list[Mention] = []
    taken = start
    row, behind = 0, start
    for numeral in numerals(text, start, end):
        row = row + 1 if numeral.start - behind <= 2 else 0
        behind = numeral.end
        if numeral.start < taken or row > _ROW:
            continue
        n = max(0, bisect_right(begins, numeral.start) - 1)
        first, last = part.sentences[n] if part.sentences else (start, end)
        if known.in_date(numeral.start, numeral.end):
            continue
        unit = unit_after(text, numeral, end)
        if unit and known.in_date(numeral.start, unit.end):
            continue
        place = Place(text, numeral, unit, max(first, start), min(last, end), start, end, cell=label is not None)
        one = mention(place)
        one.named = (not one.kept and is_named(one.place)) or (bool(read) and _goes_on(read[-1], one))
        one.kept = one.kept and not one.named and not _is_version(place, known)
        taken = one.end if one.kept or one.by is None else numeral.end
        read.append(one)
    settle_pairs(read)
    _inherit(read)
    return read


def _is_version(place: Place, known: _Known) -> bool:
    """A bare decimal on a page that speaks of versions of the same major number, or the next."""
    match = _BARE_DECIMAL.fullmatch(place.text, place.numeral.start, place.numeral.end)
    if not match or place.unit or not known.versions:
        return False
    return any(str(int(match[1]) + step) in known.versions for step in (-1, 0, 1))


def _goes_on(last: Mention, one: Mention) -> bool:
    """The further numbers of "sections 4, 5 and 6": names as the first is."""
    if not last.named or is_measured(one.place) or (one.place.noun and not 0 < one.value - last.value <= 2):
        return False
    return _LISTED.fullmatch(one.place.text, last.end, one.start) is not None


def _inherit(read: list[Mention]) -> None:
    """A bare number takes the unit, or what is counted, from one before it in its sentence: "built for three years and worked for six"."""
    timed: Mention | None = None
    last: Mention | None = None
    for one in read:
        if timed and timed.place.begin != one.place.begin:
            timed = None
        if last and last.place.begin == one.place.begin and one.told == "count" and not one.place.noun and _LIKE.search(one.place.left):
            one.like = last.like or last  # the first of a list, so that no chain grows
        last = one if one.kept and one.told == "count" else last
        if timed and one.kept and one.unit is None and one.place.right[:1] in {".", ",", ";", ""} and one.place.last == timed.place.last:
            one.unit = timed.unit
        elif one.kept and one.by and one.by.kind == "time":
            timed = one


def _multiples(text: str, part: Part, known: _Known, begins: list[int]) -> Iterator[NumberFound]:
    if part.role == "heading":
        return
    for (start, end), value in multiples(text, part.start, part.end):
        if known.in_date(start, end):
            continue
        n = max(0, bisect_right(begins, start) - 1)
        begin = part.sentences[n][0] if part.sentences else part.start
        yield NumberFound(start=start, end=end, value=value, unit="times", of=measured(text, begin, start))
