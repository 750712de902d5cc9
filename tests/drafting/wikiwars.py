"""Score the dates of a draft against WikiWars, histories of wars with the values of their dates. The corpus is not part of the project.

By hand: ``python -m tests.drafting.wikiwars [--show] FOLDER``. FOLDER holds NAME.txt and NAME.gold.json with ``published`` and ``dates``.

How is counted: a gold date is right where a date of ours lies on it and has its value; where ours is a span ("31 May to 1 June 1916",
which the gold marks as two dates), the end of it that the gold's words stand at must have the value. "Found by a tagger" leaves out the
expressions that name a time only through an event ("two days after the battle", "the time", "the worst day of the war"). Dates
in headings are left out: a draft makes no fact of a heading.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from lessons.drafting.dating.dates import dates
from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import page
from lessons.drafting.records import DateFound, Head

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_TAGGED = re.compile(
    rf"\d|{_MONTH}|\b(?:day|month|year)\b.*\b(?:later|earlier|before|ago|previously|following)$"
    r"|^(?:the|that|this|later in the|later that|late in the|earlier that) ?(?:same|next|following|previous)? ?(?:day|month|year)$"
    r"|^the end of the (?:month|year)$|^month's end$|^next year$|^Christmas"
)
_BY_EVENT = re.compile(
    r"battle|speech|invasion|time|fall|siege|rebellion|anniversary|the war|bloodiest|Black"
    r"|Fort Sumter|Dien Bien|KPA|ROK|intervention|'99|'89"
)
_BARE = re.compile(
    rf"(?:\d{{1,2}} )?(?:(?:early|late|mid)[ -]|the (?:end|start|beginning|middle) of )?(?:{_MONTH})(?: \d{{1,2}}(?:th|st|nd|rd)?)?"
)


def value_at(ours: DateFound, start: int, end: int) -> set[str]:
    """The values that one of our dates has for the words of a gold date on it."""
    ends = ours.value.split("/")
    if len(ends) == 1:
        return {ours.value}
    if ".." in ends:
        return {next(one for one in ends if one != "..")}
    return {ends[0] if start - ours.start <= ours.end - end else ends[1], ours.value}


def score(folder: Path, show: bool) -> Counter[str]:
    """Count over all documents."""
    counts: Counter[str] = Counter()
    for file in sorted(folder.glob("*.gold.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        laid_out = page(text, lines_of(text), (), Head(published=gold["published"]))
        found = dates(laid_out)
        headings = [(part.start, part.end) for part in laid_out.parts if part.role == "heading"]
        for one in gold["dates"]:
            if any(start <= one["start"] < end for start, end in headings):
                counts["in headings"] += 1
                continue
            _count(one, found, text, counts, file.name[:8] if show else "")
    return counts


def _count(one: dict[str, Any], found: list[DateFound], text: str, counts: Counter[str], name: str) -> None:
    start, end, quote = one["start"], one["end"], one["quote"]
    on = [ours for ours in found if ours.start < end and ours.end > start]
    right = any(one["value"] in {value.rstrip("~") for value in value_at(ours, start, end)} for ours in on)
    asserted = [ours for ours in on if ours.value[:4].isdigit() or ours.value.startswith("..")]
    kinds = ["all"]
    if _TAGGED.search(quote) and not _BY_EVENT.search(quote):
        kinds.append("found by a tagger")
    if _BARE.fullmatch(quote):
        kinds += ["no year"] + (["no year, month alone"] if not re.search(r"\d", quote) else [])
        counts["year asserted"] += bool(asserted)
        counts["year wrong"] += bool(asserted) and one["value"][:4] not in {part[:4] for ours in on for part in ours.value.split("/")}
    for kind in kinds:
        counts[kind] += 1
        counts[f"{kind}: right"] += right
    if name and not right and len(kinds) > 1:
        around = f"{text[max(0, start - 60) : start]}⟦{quote}⟧{text[end : end + 30]}".replace("\n", "⏎")
        print(name, around, one["value"], "BUT", [(text[ours.start : ours.end], ours.value) for ours in on])


def main(arguments: list[str]) -> None:
    """Print the shares."""
    folder = Path(next(one for one in arguments if not one.startswith("--")))
    counts = score(folder, "--show" in arguments)
    for kind in ("all", "found by a tagger", "no year", "no year, month alone"):
        print(f"{kind}: {counts[f'{kind}: right']} of {counts[kind]} right, {counts[f'{kind}: right'] / max(counts[kind], 1):.1%}")
    print(f"in headings, not counted: {counts['in headings']}")
    print(f"no year: asserted {counts['year asserted']}, wrong {counts['year wrong']}")


if __name__ == "__main__":
    main(sys.argv[1:])
