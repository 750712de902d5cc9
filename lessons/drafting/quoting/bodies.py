"""Bodies that a page names in full, and the short forms by which it comes back to them: "the RHB", "the Commission", "the ministry".

A body is a run of capitals with a word that bodies are called by, or what an abbreviation in brackets was made of. Limits: bodies whose
name says nothing of the kind ("Ryanair") are known only where the page says what they are ("Ryanair, the airline").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache

from ..pages.page import Page
from ..words import any_of, data, split
from .speech import speech, words

_SHORT = re.compile(r"\((?:the )?(?P<short>[A-Z][A-Za-z&]{1,9}(?:-[A-Z]\w{0,5})?)\)")
_LEFT = re.compile(r"\S+")
_SMALL = frozenset("of for the and on in de du des la le et y &".split())
_MONTHS = any_of(word.capitalize() for word in split(data("quotations")["lists"]["times"]))
_MONTH = re.compile(rf"(?:{_MONTHS})\b")
_RIGHT = re.compile(
    rf"[ \u00a0](?:of|for|on|in|against)(?:[ \u00a0]the)?[ \u00a0](?!(?:{_MONTHS})\b)(?:[A-ZÀ-Þ][\w’'-]{{0,30}})"
    rf"(?:(?:,? and| of| for| the|,)?[ \u00a0](?!(?:{_MONTHS})\b)(?:[A-ZÀ-Þ][\w’'-]{{0,30}})){{0,5}}"
)
# Among so many bodies at the top of a page it is looked up whether one was named before.
_FEW = 40
# A body that was named so shortly before is meant rather than the one of which the page tells most.
_NEAR = 500
_OWN = re.compile(r"[’']s?\Z")


class Bodies:
    """The bodies of a page by their words, made when first asked for."""

    def __init__(self, page: Page) -> None:
        self._text = page.text
        self._short: dict[str, str] = {}
        self._by_word: dict[str, list[tuple[int, str]]] = {}
        self._named: list[tuple[int, str]] = []
        self._small: dict[str, tuple[int, str] | None] = {}
        self._kinds: dict[str, str | None] = {}
        for part in page.parts:
            self._read(part.start, part.end)
        self._named.sort()
        for some in self._by_word.values():
            some.sort()

    def last(self, start: int, end: int) -> str | None:
        """The body that is named last in a stretch, by its name or its abbreviation."""
        n = bisect_left(self._named, (end, ""))
        return self._named[n - 1][1] if n and self._named[n - 1][0] >= start else None

    def full(self, phrase: str, at: int) -> str | None:
        """The body that a short form stands for, as the page names it in full before or after `at`.

        Args:
            phrase: as it stands, with or without an article: "the Forum", "RHB", "the ministry".
            at: where it stands; of two bodies with the same word the one that was named just before it is meant, else the one
                that was named most often.
        """
        bare = re.sub(r"^(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hat) ", "", phrase)
        if bare in self._short:
            return self._short[bare]
        found = self._by_word.get(bare.lower(), [])
        n = bisect_left(found, (at, ""))
        before = [one for one in found[max(0, n - _FEW) : n] if len(one[1]) > len(bare)]
        if not before:
            found = [one for one in found[n : n + _FEW] if len(one[1]) > len(bare)]
            if found or phrase[:4].lower() != "the ":
                return found[0][1] if found else None
            return self._of_kind(bare, at) or self._in_small(bare, at)
        return before[-1][1] if at - before[-1][0] < _NEAR else Counter(name for _, name in before).most_common(1)[0][0]

    def _of_kind(self, word: str, at: int) -> str | None:
        """The one body of the page that is called so by its kind: "the panel" for a tribunal, "the lender" for a bank."""
        if word not in self._kinds:  # looked up once by word, so that the cost is linear
            names: dict[str, None] = {}
            for kinds in data("quotations")["body_kin"].get(word, "").split(";"):  # the first of them of which the page names one
                names = names or dict.fromkeys(name for _, name in self._named if not split(kinds).isdisjoint(name.lower().split()))
            another = re.compile(rf"\b[Aa]n? (?:[\w-]{{1,20}} ){{0,3}}{re.escape(word)}\b").search(self._text) if names else None
            self._kinds[word] = next(iter(names)) if len(names) == 1 and not another else None
        name = self._kinds[word]
        return name if name and any(one == name and start < at for start, one in self._named[:_FEW]) else None

    def _in_small(self, word: str, at: int) -> str | None:
        """The one body in small letters that was called so with what kind of one it is: "its pay policy committee … ‖ the committee"."""
        if word not in words("appointed"):
            return None
        if word not in self._small:  # looked up once by word, so that the cost is linear
            named = re.compile(
                rf"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)|[’']s?) (?P<name>(?:[a-z-]{{3,20}} ){{1,3}}{re.escape(word)})\b(?![’'-])"
            )
            found = [(match.start(), match["name"]) for match in named.finditer(self._text)]
            kinds = [one for one in found if _is_kind(one[1].split()[:-1])]
            self._small[word] = kinds[0] if len({name for _, name in kinds}) == 1 else None
        one = self._small[word]
        return f"the {one[1]}" if one and one[0] < at else None

    def _read(self, start: int, end: int) -> None:
        for match in _SHORT.finditer(self._text, start, end):
            name = self._spelled_out(match["short"], start, match.start())
            if name:
                self._short.setdefault(match["short"], name)
                self._note(match.start() - len(name), name)
        for match in _heads().finditer(self._text, start, end):
            name = self._around(match, start, end)
            if name:
                self._note(match.start(), name)

    def _note(self, at: int, name: str) -> None:
        """Keep a body where it stands, and by the ends of its name: "North Forum" by "forum", "Ministry of Water" by "ministry"."""
        self._named.append((at, name))
        pieces = name.lower().split()
        ends = {" ".join(pieces[n:]) for n in range(1, len(pieces))} if len(pieces) < 9 else set()
        starts = {" ".join(pieces[:n]) for n in range(1, len(pieces)) if pieces[n] in _SMALL}
        first = next((n for n, piece in enumerate(pieces) if piece in _SMALL), 0)
        heads = {" ".join(pieces[n:first]) for n in range(1, min(first, 9))}  # "bank" of the Central Bank of Alba
        for key in ends | starts | heads:
            self._by_word.setdefault(key, []).append((at, name))

    def _spelled_out(self, short: str, start: int, bracket: int) -> str | None:
        """The words before a bracket whose capitals make the abbreviation in it."""
        pieces = self._text[max(start, bracket - 110) : bracket].split()
        letters = [letter for letter in short if letter.isupper()]
        for n in range(len(pieces) - 1, -1, -1):
            word = pieces[n]
            if not (word[0].isupper() or word.lower() in _SMALL):
                return None
            capitals = [letter for piece in pieces[n:] for letter in re.findall(r"(?:(?<=-)|\b)[A-ZÀ-Þ]", piece)[:3]]
            if capitals == letters or (len(letters) > 1 and [one[0] for one in pieces[n:] if one[0].isupper()] == letters):
                return " ".join(pieces[n:])
        return None

    def _around(self, head: re.Match[str], start: int, end: int) -> str | None:
        """The run of capitals about a word like "Ministry"."""
        before = [match[0] for match in _LEFT.finditer(self._text, max(start, head.start() - 90), head.start())]
        kept = [head[0]]
        for n, word in enumerate(reversed(before)):
            joined = word.lower() in _SMALL and n + 1 < len(before) and before[-n - 2][:1].isupper() and word.lower() != "and"
            if not (word[0].isupper() or joined) or word[-1] in ",.;:)”" or _MONTH.match(word):
                break
            kept.insert(0, word)
        while kept and (
            kept[0].lower() in words("prepositions")
            or kept[0].lower() in words("determiners")
            or kept[0].lower() in words("walls")
            or kept[0].lower() in _SMALL
        ):
            kept.pop(0)
        right = _RIGHT.match(self._text, head.end(), min(end, head.end() + 120))
        name = " ".join(kept) + (_OWN.sub("", right[0]) if right else "")
        return name if " " in name else None


def _is_kind(before: list[str]) -> bool:
    """Whether words before "committee" say what kind of one it is: "pay policy", not "mayor told the"."""
    lists = [words(name) for name in ("walls", "prepositions", "determiners", "finite", "between", "persons")]
    return not any(one in speech() or any(one in some for some in lists) for one in before)


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"\b(?=[A-Z])(?:{any_of(words_of_bodies())})\b")


@cache
def words_of_bodies() -> frozenset[str]:
    """The words that make a run of capitals the name of a body."""
    return split(data("quotations")["bodies"]["heads"])
