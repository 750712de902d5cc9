"""Two who talk in turns: of lines that are nothing but speech, those without a tag belong to one and the other.

Limits: a run in which more than two speak, in which nobody asks, or whose tags do not fit turns is left as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..pages.page import Part
from ..records import QuotationFound
from .marks import Marked

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that begins with speech: who a tag says speaks, whether nothing else stands in it, whether it asks."""

    speaker: str | None
    is_bare: bool
    asks: bool


def turns(lines: Sequence[Line]) -> dict[int, str]:
    """Whose the bare lines of a dialogue are, by their place.

    >>> talk = [Line("Ruiz", False, True), Line(None, True, False), Line(None, True, True), Line("Pike", False, False)]
    >>> turns(talk)
    {1: 'Pike', 2: 'Ruiz'}
    """
    names = list(dict.fromkeys(line.speaker for line in lines if line.speaker))
    if len(lines) < _FEWEST or len(names) != 2 or not any(line.asks for line in lines):
        return {}
    told = [n for n, line in enumerate(lines) if line.speaker]
    # Turns fit where every two tags are an even number of lines apart for one speaker, an odd one for two.
    first = told[0]
    even = str(lines[first].speaker)
    odd = next(name for name in names if name != even)
    meant = [even if (n - first) % 2 == 0 else odd for n in range(len(lines))]
    if any(lines[n].speaker != meant[n] for n in told):
        return {}
    return {n: meant[n] for n, line in enumerate(lines) if line.is_bare and not line.speaker}


def in_turns(text: str, parts: Sequence[Part], marked: Sequence[Marked], facts: Sequence[QuotationFound]) -> list[QuotationFound]:
    """The quotations of a page, the bare lines of its dialogues with the speakers whose turn it is.

    Args:
        text: the text.
        parts: the parts of the page.
        marked: what stands in quotation marks, in order.
        facts: the quotations that were found, one by one.
    """
    found = {one.start: one for one in facts}
    openings = [one.opening for one in marked]
    run: list[tuple[Line, Marked]] = []
    for part in [*parts, None]:
        line = None
        if part is not None:
            line = _line(text, part, marked[bisect_left(openings, part.start) : bisect_left(openings, part.end)], found)
        if line:
            run.append(line)
            continue
        for n, speaker in turns([line for line, _ in run]).items():
            one = run[n][1]
            found[one.start] = QuotationFound(start=one.start, end=one.end, speaker=speaker)
        run = []
    return sorted(found.values(), key=lambda one: one.start)


def _line(text: str, part: Part, quoted: Sequence[Marked], found: Mapping[int, QuotationFound]) -> tuple[Line, Marked] | None:
    """A paragraph that begins with speech, with its first stretch in marks."""
    if not quoted or quoted[0].opening > part.start + 1:
        return None
    is_bare = len(quoted) == 1 and part.end - quoted[0].closing < 2
    told = next((found[one.start].speaker for one in quoted if one.start in found), None)
    return Line(None if is_bare else told, is_bare, text[quoted[0].end - 1] == "?"), quoted[0]
