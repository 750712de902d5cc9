"""Where the article ends: at the line up to which the sum of the lines' weights is greatest.

Prose counts by its characters, a line about comments or a list of other posts against it; and behind such a line prose counts less, for it
is hardly the article's, unless the article plainly goes on there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..words import data
from .biographies import announced, is_note_on, unlabelled
from .bylines import byline, speaker
from .links import is_contents, links
from .looks import Look, is_figures
from .scraps import is_entry

# A line behind which prose counts less: it is hardly the article's.
_DAMPED = {
    "comments": 0.35,
    "imprint": 0.5,
    "listing": 0.5,
    "author_box": 0.3,
    "ends": 0.3,
    "questions": 0.3,
    "boilerplate": 0.3,
    "related_head": 0.8,
    "apparatus": 0.6,
}
_BEFORE = 0.12  # a marker with less than this part of the prose before it stands in a column at the side, and ends nothing
_NOTES = re.compile(r"notes? (?:to|for) (?:the )?editors?\b", re.IGNORECASE)
_ABOUT = re.compile(r"[#* ]{0,4}About (?:[\w’'&.-]{1,30} ?){1,8}:?\Z")
_REFERENCE = re.compile(r"\^|\[\d|\d{1,3}\.\s|(?:.{0,200}(?:\((?:1[6-9]|20)\d\d[a-z]?\)|\bpp?\. ?\d|doi|ISBN|Retrieved|https?:|Archived))")
_AND = re.compile(r",?\sand\s|,\s")
_CITED = frozenset({"notes", "note", "sources", "source notes"})


def last_line(text: str, page: Sequence[Look], first: int, resumed: Collection[int]) -> int:
    """The last line of the article: where the sum of the weights is greatest."""
    total = sum(one.length for one in page[first:] if one.prose) or 1
    weights = data("clutter")["weights"]
    release = any(one.sort in {"release", "ends", "boilerplate"} for one in page)
    authors = _authors(page, first)
    notes = unlabelled(text, page, first)
    listed = {n for head in range(len(page)) if is_contents(page[head]) for n in links(page, head, len(page) - 1)}
    score = best = 0.0
    before, damp, last, cited = 0, 1.0, first, False
    for n in range(first, len(page)):
        one = page[n]
        sort = "" if n in listed else one.sort or _sort_behind(page, n, before / total, cited, release, damp < 1)
        cited = cited or sort == "apparatus"
        if sort and n > first:
            side = n in resumed or (sort in _DAMPED and before < _BEFORE * total)
            score += weights[sort] / (20 if side else 1)
            damp = damp if side else min(damp, _DAMPED.get(sort, 1.0))
        elif before > 0.5 * total and any(one.words in _AND.split(author) for author in authors):
            score += weights["author_box"] / 2
        elif (
            n in notes
            or (before > 0.5 * total and any(is_note_on(one, author) for author in authors))
            or (before > 0.75 * total and announced(page, n))
        ):
            score += weights["author_box"] / 2
            damp = min(damp, 0.3)
        else:
            score += damp * _worth(one, weights["stamp"])
        if one.prose:
            before += one.length
        if score >= best:
            best, last = score, n
    return last


def _authors(page: Sequence[Look], first: int) -> tuple[str, ...]:
    """Who may be signing above the first prose; a bare name may also be the paper's, and "By …" tell who wrote a book reviewed."""
    lines = [one.words for one in page[max(0, first - 12) : first + 3] if not one.prose]
    signed = [name for bare in (False, True) for words in lines if (name := byline(words, bare=bare))]
    return tuple(dict.fromkeys(signed))[:3] or tuple(filter(None, [speaker(page[first].words)]))


def _sort_behind(page: Sequence[Look], n: int, part: float, cited: bool, release: bool, marked: bool) -> str:
    """The sort of a line that only what stands before it gives away.

    Args:
        page: the lines.
        n: the place of the line.
        part: how much of the prose stands before it.
        cited: whether a heading of references does.
        release: whether the page is a press release, whose body tells at its end who it is.
        marked: whether something that mostly stands behind an article does.
    """
    one = page[n]
    if _is_head_of_notes(page, n):
        return "apparatus"
    if cited and one.length < 600 and (_REFERENCE.match(one.words) or one.mark[:1].isdigit()):
        return "remark"
    if release and part > 0.3 and _ABOUT.match(one.words) and not one.ends:
        return "boilerplate"
    return "entry" if marked and part > 0.5 and not one.prose and not one.mark and is_entry(one.words) else ""


def _worth(one: Look, stamp: float) -> float:
    """The weight of a line that no list knows."""
    if one.prose:
        return min(one.length, 700)
    if one.stamp:
        return stamp
    if one.mark or "\t" in one.words or is_figures(one.words) or (one.ends and len(one.words.split()) >= 3) or one.words[0] in "“‘\"'>":
        return 0.6 * min(one.length, 200)
    return 0.0


def _is_signature(page: Sequence[Look], n: int) -> bool:
    """Whether the line behind the end is its "Oban, 4 May 1921"."""
    if n >= len(page) or not page[n].stamp or page[n].sort or page[n - 1].sort or (n + 1 < len(page) and not page[n + 1].apart):
        return False
    return not page[n].apart or bool(re.match(r"[A-ZÀ-Þ][\w’ -]{1,30},? \S", page[n].words))


def _is_head_of_notes(page: Sequence[Look], n: int) -> bool:
    """Whether "Notes" stands above a list with numbers: in brackets, or two in a row."""
    if page[n].words.strip(" :*#_").lower() not in _CITED or n + 2 >= len(page):
        return False
    return all(one.words[:1] in "[^" or one.mark[:1].isdigit() for one in page[n + 1 : n + 3])


def absorbed(page: Sequence[Look], first: int, last: int) -> int:
    """The last line of the article when headings and scraps right above the tail are taken to it."""
    if last + 1 >= len(page):
        return last
    while last > first and not any(letter.isalnum() for letter in page[last].words):
        last -= 1
    if _is_signature(page, last + 1):
        return last + 1
    for _ in range(2):
        one = page[last]
        if (one.words[0] == "(" and one.words[-1] == ")") or ": " in one.words or is_figures(one.words):
            break
        scrap = not one.prose and not one.ends and not one.mark and "\t" not in one.words and len(one.words.split()) <= 6
        if last <= first or not scrap or not one.apart or not (page[last + 1].apart or page[last + 1].sort):
            break
        last -= 1
    return last


def release_notes(page: Sequence[Look], last: int) -> set[int]:
    """Notes to editors behind the end of a release: they belong to it, up to whom to call and who the company is."""
    for n in range(last + 1, len(page)):
        if _NOTES.match(page[n].words):
            stop = n + 1
            while stop < len(page) and not page[stop].sort and not _ABOUT.match(page[stop].words):
                stop += 1
            return set(range(n, stop)) if stop > n + 1 else set()
    return set()
