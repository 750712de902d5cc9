"""Readers' gold for drafts: reading it, laying a page out by it, and scoring what a finder found against it.

By hand: ``python -m tests.drafting_gold [KIND …] [--gold] [--show] FOLDER …`` prints precision, recall and F1 by kind over the folders;
with ``--show`` also what was missed, wrong and too much; with ``--gold`` clutter and head are taken from the gold, not from our reading.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessons.drafting import draft, found_in
from lessons.drafting.pages.layout import lines_of
from lessons.drafting.pages.page import Page, page
from lessons.drafting.records import KINDS, Draft, Head, Span

CASES = Path(__file__).parent / "cases" / "readings"
NAMES = tuple(KINDS.values())


@dataclass(frozen=True)
class Reading:
    """A page and what a careful reader finds in it."""

    name: str
    text: str
    gold: dict[str, Any]

    @property
    def clutter(self) -> tuple[Span, ...]:
        return tuple((start, end) for start, end in self.gold["clutter"])

    def head(self) -> Head:
        """The head by the gold; its lines are looked up before the first fact of the body."""
        gold = self.gold
        spans = []
        first = min([fact["start"] for fact in gold["facts"]] or [len(self.text)])
        wanted = [gold["title"], gold["author"], gold["published_from"]]
        for line in lines_of(self.text):
            words = self.text[line.start : line.end]
            if words and line.end <= first and (words == gold["title"] or any(one and one in words and len(words) < 120 for one in wanted)):
                spans.append((line.start, line.end))
        return Head(**{name: gold[name] for name in ("title", "author", "publisher", "published", "published_from")}, spans=tuple(spans))

    def page(self) -> Page:
        """The page with the gold's clutter and head."""
        return page(self.text, lines_of(self.text), self.clutter, self.head())

    def drafted(self, by_gold: bool = False) -> Draft:
        if not by_gold:
            return draft(self.text)
        laid_out = self.page()
        return Draft(text=self.text, head=laid_out.head, clutter=self.clutter, paragraphs=laid_out.paragraphs, facts=found_in(laid_out))


def readings(*folders: Path) -> Iterator[Reading]:
    """All readings of folders, by name."""
    for folder in folders:
        for file in sorted(folder.glob("*.gold.json")):
            name = file.name.removesuffix(".gold.json")
            text = file.with_name(f"{name}.txt").read_bytes().decode("utf-8")
            yield Reading(name, text, json.loads(file.read_text(encoding="utf-8")))


def overlap(a: Span, b: Span) -> float:
    """The common part over the longer span."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(a[1] - a[0], b[1] - b[0], 1)


def plain(text: str | None) -> str:
    """A name or an office without case, articles, marks and honorifics."""
    bare = re.sub(r"[^\w ]+", " ", re.sub("[’']s", "", (text or "").lower()))
    return " ".join(word for word in bare.split() if word not in {"the", "a", "an", "its", "then", "mr", "ms", "mrs", "dr"})


def agrees(kind: str, gold: dict[str, Any], ours: dict[str, Any]) -> bool:
    """Whether two facts on one place say the same."""
    match kind:
        case "date":
            return bool(gold["value"] == ours["value"])
        case "number":
            return abs(float(gold["value"]) - float(ours["value"])) < 1e-9
        case "office":
            few = {"of", "for", "to"}
            a, b = set(plain(gold["office"]).split()) - few, set(plain(ours["office"]).split()) - few
            shared = len(a & b) / min(len(a) or 1, len(b) or 1)
            return plain(gold["name"]) == plain(ours["name"]) and shared >= 0.66
        case "quotation":
            return plain(gold["speaker"]) == plain(ours["speaker"])
        case _:
            second = "definition" if kind == "term" else "explanation"
            return bool(ours[second]) and overlap(gold[second], ours[second]) >= 0.5


@dataclass
class Tally:
    """Counts by kind, and lines that say what was missed, wrong or too much."""

    counts: Counter[tuple[str, str]]
    told: list[str]

    @classmethod
    def empty(cls) -> Tally:
        return cls(Counter(), [])

    def prf(self, kind: str) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        right, ours, gold = (self.counts[kind, name] for name in ("right", "ours", "gold"))
        precision, recall = right / ours if ours else 0.0, right / gold if gold else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0

    def add(self, reading: Reading, found: Draft) -> None:
        """Score one draft: a fact is found where one of its kind lies on it (half of the longer span, .8 of quotations) saying the same."""
        drafted = found.to_json()
        for kind in NAMES:
            self._add_kind(kind, reading, [one for one in drafted["facts"] if one["kind"] == kind])
        for side, spans in (("gold", reading.clutter), ("ours", found.clutter)):
            outside = _outside(reading.text, spans)
            self.counts["body", side] += len(outside)
        self.counts["body", "right"] += len(_outside(reading.text, reading.clutter) & _outside(reading.text, found.clutter))
        for name in ("title", "author", "publisher", "published"):
            self.counts[name, "gold"] += 1
            self.counts[name, "ours"] += 1
            right = reading.gold[name] == drafted[name]
            self.counts[name, "right"] += right
            if not right:
                self.told.append(f"{reading.name} {name}: {drafted[name]!r} for {reading.gold[name]!r}")

    def _add_kind(self, kind: str, reading: Reading, ours: list[dict[str, Any]]) -> None:
        used: set[int] = set()
        for gold in (one for one in reading.gold["facts"] if one["kind"] == kind):
            on = [(overlap((gold["start"], gold["end"]), (one["start"], one["end"])), n) for n, one in enumerate(ours) if n not in used]
            need = 0.8 if kind == "quotation" else 0.5
            on = [(agrees(kind, gold, ours[n]), length, n) for length, n in on if length >= need]
            best = max(on, default=None)
            right = bool(best and best[0])
            if best:
                used.add(best[2])
            if gold["required"]:
                self.counts[kind, "gold"] += 1
                self.counts[kind, "right"] += right
                self.counts[kind, "ours"] += best is not None
                if not right:
                    self.told.append(_line(reading, "missed" if best is None else "wrong", gold, ours[best[2]] if best else None))
            if kind == "date" and best:
                year = str(ours[best[2]]["value"])[:4]
                self.counts["year", "asserted"] += year.isdigit()
                self.counts["year", "wrong"] += year.isdigit() and year != gold["value"][:4]
        for n, one in enumerate(ours):
            if n not in used:
                self.counts[kind, "ours"] += 1
                self.told.append(_line(reading, "too much", one, None))

    def table(self) -> str:
        """A Markdown table by kind."""
        rows = ["| kind | precision | recall | F1 | gold | drafted |", "| --- | --- | --- | --- | --- | --- |"]
        for kind in (*NAMES, "body", "title", "author", "publisher", "published"):
            precision, recall, f1 = self.prf(kind)
            rows.append(
                f"| {kind} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {self.counts[kind, 'gold']} | {self.counts[kind, 'ours']} |"
            )
        return "\n".join(rows)


def _outside(text: str, spans: tuple[Span, ...]) -> set[int]:
    inside = {n for start, end in spans for n in range(start, end)}
    return {n for n, letter in enumerate(text) if n not in inside and not letter.isspace()}


def _line(reading: Reading, what: str, fact: dict[str, Any], ours: dict[str, Any] | None) -> str:
    text = reading.text
    around = f"{text[max(0, fact['start'] - 60) : fact['start']]}⟦{fact['quote']}⟧{text[fact['end'] : fact['end'] + 60]}".replace("\n", "⏎")
    kept = {
        name: value for name, value in fact.items() if name not in {"kind", "start", "end", "quote", "required", "what", "of", "explicit"}
    }
    for name in ("definition", "explanation"):
        if kept.get(name):
            kept[name] = text[kept[name][0] : kept[name][1]][:80]
    of = f" of ⟦{text[fact['of'][0] : fact['of'][1]]}⟧" if fact.get("of") else ""
    but = ""
    if ours:
        but = f"  BUT {ours['quote']!r} " + str({name: ours[name] for name in kept if name in ours})
    return f"{reading.name} {fact['kind']} {what}: {around}  {kept}{of}{but}"


def score(folders: list[Path], by_gold: bool = False) -> Tally:
    """Score our drafts of all readings of the folders."""
    tally = Tally.empty()
    for reading in readings(*folders):
        tally.add(reading, reading.drafted(by_gold))
    return tally


def main(arguments: list[str]) -> None:
    """Print the table, and with ``--show`` the lines, of some kinds or of all."""
    kinds = [one for one in arguments if one in (*NAMES, "title", "author", "publisher", "published", "body")]
    folders = [Path(one) for one in arguments if Path(one).is_dir()] or [CASES]
    tally = score(folders, "--gold" in arguments)
    if "--show" in arguments:
        print(*(one for one in tally.told if not kinds or one.split()[1].rstrip(":") in kinds), sep="\n")
    print(tally.table())
    print(f"years asserted {tally.counts['year', 'asserted']}, wrong {tally.counts['year', 'wrong']}")


if __name__ == "__main__":
    main(sys.argv[1:])
