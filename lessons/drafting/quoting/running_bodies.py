"""The body that a page speaks of as "it": "The club asked for calm. It said …", "Rentwatch, a union, …. Its report …".

Limits: a body is known by its own word, by a collective noun behind an article, or as a name that begins a sentence and is no person's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property

from ..people.capitals import Named
from ..words import any_of, data
from .attention import Attention
from .bodies import Bodies, words_of_bodies
from .roles import is_person_word
from .speech import speech, words
from .strangers import plainly

_THE_BODY = re.compile(r"[Tt]he (?P<name>[A-ZÀ-Þ][\w-]{2,20}(?: [A-ZÀ-Þ][\w-]{1,20}){0,3})(?= [a-z])")
_THE_INNER = re.compile(r"\bthe (?P<name>[A-ZÀ-Þ][\w-]{2,20})(?=, (?:which|whose)\b)")
_PHRASE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?P<words>[\w’'-]{2,20}(?: [\w’'-]{2,20}){0,3})")
_NEXT_WORD = re.compile(r" ([a-z-]{3,20})\b")
_SEATED = re.compile(
    rf" (?:in|at|to|for|of) (?:the )?(?!(?:{any_of(data('dates')['months'])})\b)"
    r"[A-ZÀ-Þ][\w’-]{1,20}(?: [A-ZÀ-Þ][\w’-]{1,20}){0,3}(?![’'\w])"
)
_OWNED = re.compile(r"[’']s?\Z|-")
_GENITIVE = re.compile(r"[’']s?\Z")
_GENITIVE_NEXT = re.compile(r"[’']s?(?= [a-z])")
_HANGS = re.compile(rf"\b(?:{any_of(words('prepositions'))}) \Z", re.IGNORECASE)
_VERB_NEXT = re.compile(r",? [a-z]")
# How far into a sentence its subject begins; how many phrases are looked at.
_SOON, _FEW = 80, 4
# Among so many names before it the firm is looked for.
_MANY = 40


def _ends_phrase(word: str) -> bool:
    """Whether a word behind a noun begins what is told of it: "the regulator ‖ fined the bank"."""
    return any(word in words(name) for name in ("prepositions", "determiners", "finite", "walls")) or word in speech()


@cache
def _heads() -> frozenset[str]:
    return words("collectives") | words("documents")


@cache
def _paper_names() -> re.Pattern[str]:
    """Bodies that are called by one word behind an article: "the Tribune"."""
    return re.compile(rf"\b[Tt]he (?P<name>{any_of(words_of_bodies())})\b(?! [A-Z]|[’'-])")


@cache
def _traded() -> re.Pattern[str]:
    """What stands about the name of a firm."""
    return re.compile(
        r"\b[Ss]hares (?:in|of) (?P<a>[A-Z][\w&-]{1,20})|\b(?P<b>[A-Z][\w&-]{1,20}) (?:plc|PLC|Ltd|Inc|Corp|AG|SA|NV|SE|shares)\b"
    )


class RunningBodies:
    """The bodies of a page from sentence to sentence."""

    def __init__(self, attention: Attention, bodies: Bodies) -> None:
        self.attention, self.bodies, self.people = attention, bodies, attention.people

    def named(self, sentence: int, before: int) -> str | None:
        """The body that a sentence names last, else the one that it is about."""
        start, end = self.attention.sentences[sentence]
        end = min(end, before)
        paper = _paper_names().search(self.attention.frame, start, min(end, start + 600))
        return self.bodies.last(start, end) or self._subject(start, end) or (paper["name"] if paper else None)

    def subject(self, sentence: int, before: int) -> str | None:
        """The body that a sentence is about."""
        start, end = self.attention.sentences[sentence]
        end = min(end, before)
        found = self._subject(start, end)
        body = self.bodies.last(start, min(end, start + _SOON))
        return (self.bodies.full(found, start) or found) if found else body

    @cached_property
    def _firms(self) -> frozenset[str]:
        """Names of firms that are one word, by what stands about them."""
        return frozenset(match["a"] or match["b"] for match in _traded().finditer(self.attention.text))

    def firm(self, at: int) -> str | None:
        """The firm that was named last: "Shares in Corvane fell … ‖ the chipmaker said"."""
        stop = bisect_left(self._run_starts, at)
        for run in reversed(self.people.runs[max(0, stop - _MANY) : stop]):
            if run.words[0] in self._firms or run.words[0].removesuffix("’s").removesuffix("'s") in self._firms:
                return run.words[0].removesuffix("’s").removesuffix("'s") if len(run.words) == 1 else run.name
        return None

    def _subject(self, start: int, end: int) -> str | None:
        return self._capital_subject(start, end) or self._run(start, end) or self._collective(start, end)

    def owner(self, at: int) -> str | None:
        """Whom "its" points to by name: the nearest name before in its sentence that hangs on nothing and is no person's."""
        here = self.attention.sentence_at(at)
        start, _ = self.attention.sentences[here]
        runs = self.people.runs
        stop = bisect_left(self._run_starts, at)
        for run in reversed(runs[max(stop - _FEW, bisect_left(self._run_starts, start)) : stop]):
            if self._is_bodily(run) and not self.attention.hangs(run.outer, start):
                return run.name
        return (self._run(*self.attention.sentences[here - 1]) or self._genitive(*self.attention.sentences[here - 1])) if here else None

    def _genitive(self, start: int, end: int) -> str | None:
        """A name in the genitive that begins a sentence and is no person's: "‖ Peru’s answer was short"."""
        n = bisect_left(self._run_starts, start)
        run = self.people.runs[n] if n < len(self.people.runs) else None
        if run is None or run.start > start or run.end >= end or not self._is_bodily(run):
            return None
        owned = _GENITIVE.search(self.attention.text, run.start, run.end) or _GENITIVE_NEXT.match(self.attention.text, run.end)
        return _GENITIVE.sub("", run.name) if owned else None

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.start for run in self.people.runs]

    @cached_property
    def _persons(self) -> frozenset[int]:
        return frozenset(one.start for one in self.attention.known)

    def _is_bodily(self, run: Named) -> bool:
        return run.start not in self._persons and not run.titles and not is_person_word(run.words[-1].lower())

    def _capital_subject(self, start: int, end: int) -> str | None:
        """A sentence's subject that has a capital and is no person: "The Admiralty was not convinced"."""
        match = _THE_BODY.match(self.attention.frame, start, end) or self._inner_capital(start, end)
        following = _NEXT_WORD.match(self.attention.frame, match.end(), end) if match else None
        if following and following[1] in _heads():
            return None  # "The Dutch ‖ embassy"
        return match["name"] if match and not self.people.full(match["name"]) and not is_person_word(match["name"].lower()) else None

    def _inner_capital(self, start: int, end: int) -> re.Match[str] | None:
        """Such a subject behind a time or place: "In March of that year ‖ the Admiralty, whose orders had paid for it, sent"."""
        match = _THE_INNER.search(self.attention.frame, start, min(end, start + _SOON))
        hangs = match and _HANGS.search(self.attention.frame, max(start, match.start() - 12), match.start())
        return match if match and not hangs else None

    def _collective(self, start: int, end: int) -> str | None:
        """A sentence's subject that is a collective: "On Sunday ‖ the visiting side asked"; by the name in apposition to it."""
        for n, match in enumerate(_PHRASE.finditer(self.attention.frame, start, min(end, start + _SOON + 60))):
            if n >= _FEW or match.start() > start + _SOON:
                return None
            pieces = match["words"].split()
            hangs_at = next((n for n, piece in enumerate(pieces) if n and _ends_phrase(piece)), len(pieces))
            last = next((n for n in range(hangs_at - 1, -1, -1) if pieces[n].lower() in _heads()), None)
            if last is None or any(piece.lower() in words("prepositions") or piece.lower() in words("walls") for piece in pieces[:last]):
                continue
            if last + 1 < len(pieces) and (is_person_word(pieces[last + 1].lower()) or _OWNED.search(pieces[last])):
                continue
            while pieces[last][0].isupper() and last + 1 < len(pieces) and pieces[last + 1][0].isupper():
                last += 1
            if pieces[last + 1 : last + 2] == ["of"] and last + 2 < len(pieces) and pieces[last + 2] not in words("determiners"):
                last += 2  # "the court of ‖ inquiry"
            if not _HANGS.search(self.attention.frame, max(start, match.start() - 12), match.start()):
                phrase = match[0][: match.start("words") - match.start()] + " ".join(pieces[: last + 1])
                at = match.start() + len(phrase)
                seat = _SEATED.match(self.attention.frame, at, end)
                return self._apposed(at, end) or self.bodies.full(phrase, start) or plainly(phrase + (seat[0] if seat else ""))
        return None

    def _apposed(self, at: int, end: int) -> str | None:
        """The name between commas that begins at `at`, or the one that follows at once."""
        n = bisect_left(self._run_starts, at)
        run = self.people.runs[n] if n < len(self.people.runs) else None
        text = self.attention.text
        is_next = run and run.start == at + 2 and text[at : at + 2] == ", " and text[run.end : run.end + 1] == "," and run.end < end
        is_next = is_next or (run and run.start == at + 1 and text[at] == " " and run.end < end)  # "the dairy company ‖ Norda"
        return run.name if run and is_next and self._is_bodily(run) else None

    def _run(self, start: int, end: int) -> str | None:
        """A name that begins a sentence and is no person's: "‖ Rentwatch, a union, found"."""
        n = bisect_left(self._run_starts, start)
        run = self.people.runs[n] if n < len(self.people.runs) else None
        if run is None or run.start > start or run.end >= end or not self._is_bodily(run):
            return None
        return run.name if _VERB_NEXT.match(self.attention.text, run.end) and not run.name.lower().endswith("ly") else None
