"""What stands in quotation marks: pairs of marks in one pass, with apostrophes, nesting and lost marks.

A pass keeps the marks that are open in a stack. What closes while others are open is nested and is no stretch of its own; what never
closes is dropped, and what was nested in it counts then. Single marks are the hard ones: a ’ behind a letter may end a quotation or be an
apostrophe (“boats’ crews”), so a surer closing mark further on decides.

Limits: two readings of the same marks are never compared; a stretch is at most one paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from ..words import any_of, data, split

# An apostrophe within a word is never a mark, so the pattern does not stop there.
_MARK = re.compile(r"[“”„\"«»‹›‘‚]|(?<!\w)['’]|['’](?!\w)")
_DOUBLE, _SINGLE, _ANGLE = "double", "single", "angle"
_KINDS = dict.fromkeys('“”„"', _DOUBLE) | dict.fromkeys("‘’‚'", _SINGLE) | dict.fromkeys("«»‹›", _ANGLE)
_OPENS_BEHIND = frozenset("([{—–-/“‘«„\"'")
_CLOSES_BEFORE = frozenset(")]}—–-/”’»“\"',.;:!?…")
_ENDS_SPEECH = frozenset(",.!?…—–")
# What stands before a speech that runs on into the next paragraph.
_BEFORE_SPEECH = frozenset(",.!?…—–:;")
_WORD = re.compile(r"\w{1,12}")
# A nesting deeper than this is damage, not language.
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks: `start`, `end` are within the marks, `opening` and `closing` around them.

    Attributes:
        runs_on: the mark is not closed because the next paragraph goes on with the same speech.
        lost: a mark is missing, and where the stretch begins or ends is our guess.
    """

    opening: int
    start: int
    end: int
    closing: int
    runs_on: bool = False
    lost: bool = False


@dataclass(slots=True)
class _Open:
    """An opening mark that waits; `within` holds what was closed since, in case the mark turns out to be none."""

    kind: str
    at: int
    within: list[Marked] = field(default_factory=list)


def marked(text: str, start: int, end: int, following: str = "") -> list[Marked]:
    """The stretches in quotation marks of a paragraph, outermost only, in order.

    Args:
        text: the whole text.
        start: where the paragraph begins.
        end: where it ends.
        following: the first letter of the next paragraph: the same opening mark there means that an open quotation runs on.

    >>> text = "He said: ‘The boats’ crews don’t say “no” to ’90s songs.’ Nobody else's did."
    >>> [text[one.start : one.end] for one in marked(text, 0, len(text))]
    ['The boats’ crews don’t say “no” to ’90s songs.']
    """
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    return _Pairing(text, start, end, marks, following).pairs() if marks else []


class _Pairing:
    """One pass over the marks of a paragraph."""

    def __init__(self, text: str, start: int, end: int, marks: list[int], following: str) -> None:
        self.text, self.start, self.end, self.marks, self.following = text, start, end, marks, following
        self.found: list[Marked] = []
        self.open: list[_Open] = []
        singles = [at for at in marks if text[at] in "‘’'‚"]
        self.openers = [at for at in singles if self._opens(at)]
        self.closers = [at for at in singles if self._closes(at)]
        self.sure = [at for at in self.closers if self._is_sure(at)]
        self.doubles = [at for at in marks if text[at] in '“”„"']

    def pairs(self) -> list[Marked]:
        for at in self.marks:
            match _KINDS[self.text[at]]:
                case "double":
                    self._double(at)
                case "single":
                    self._single(at)
                case _:
                    self._angle(at)
        self._finish()
        return sorted(self.found, key=lambda one: one.start)

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.start else " "

    def _after(self, at: int) -> str:
        return self.text[at + 1] if at + 1 < self.end else " "

    def _opens(self, at: int) -> bool:
        """Whether a mark stands where one opens: behind a space or a bracket, before a word that is not cut short ("’90s", "’em")."""
        before, after = self._before(at), self._after(at)
        if after.isspace() or not (before.isspace() or before in _OPENS_BEHIND or self.text[at] in "‘‚"):
            return False
        word = _WORD.match(self.text, at + 1, self.end)
        if not word or self.text[at] == "’":
            return not word and self.text[at] != "’"
        return not ((word[0][:2].isdigit() and word[0][-1:] == "s") or word[0].lower() in _cut_short())

    def _closes(self, at: int) -> bool:
        before, after = self._before(at), self._after(at)
        return not before.isspace() and self.text[at] not in "‘‚" and (after.isspace() or after in _CLOSES_BEFORE)

    def _is_sure(self, at: int) -> bool:
        """Whether a closing single mark cannot be an apostrophe: a stop stands on one of its sides."""
        return self._before(at) in _ENDS_SPEECH or self._after(at) in ",.;:!?)" or at + 1 >= self.end

    def _double(self, at: int) -> None:
        mark, before, after = self.text[at], self._before(at), self._after(at)
        leans_open = not after.isspace() and (before.isspace() or before in _OPENS_BEHIND)
        is_open = any(one.kind is _DOUBLE for one in self.open)
        if is_open:
            closes = (mark in '”"' and not (leans_open and before.isspace())) or (mark == "“" and not leans_open)
            if closes or (mark == '"' and not leans_open):
                self._close(_DOUBLE, at)
            elif self._is_nested(at):
                self._push(_DOUBLE, at)
            else:
                self._drop_to(_DOUBLE, at)
                self._push(_DOUBLE, at)
        elif mark in "“„" or leans_open or (mark == '"' and before in ":," and not after.isspace()):
            self._push(_DOUBLE, at)
        elif mark in '”"' and not self.open:
            self._recover_opening(at)

    def _is_nested(self, at: int) -> bool:
        """Whether the next two double marks both close: then a quotation within a quotation has the same marks."""
        n = bisect_right(self.doubles, at)
        return len(self.doubles) > n + 1 and all(self.text[one] == "”" for one in self.doubles[n : n + 2])

    def _single(self, at: int) -> None:
        if self.text[at] in "‘‚'" and self._opens(at) and self._has_closer(at):
            if self.open and self.open[-1].kind is _SINGLE:
                self._drop_to(_SINGLE, at)
            self._push(_SINGLE, at)
        elif self._closes(at) and self.open and any(one.kind is _SINGLE for one in self.open):
            sure = self._is_sure(at)
            if (self.open[-1].kind is _SINGLE and (sure or not self._is_apostrophe(at))) or (sure and self._before(at) in _ENDS_SPEECH):
                self._close(_SINGLE, at)

    def _has_closer(self, at: int) -> bool:
        """Whether something further on may close a single mark; a speech that runs on begins its paragraph, or another begins the next."""
        if self.closers and self.closers[-1] > at + 1:
            return True
        return self.text[at] == "‘" if at == self.start else self._may_run_on(at)

    def _may_run_on(self, at: int) -> bool:
        """Whether a speech begins here that the next paragraph, which opens with the same mark, may go on with."""
        is_begun = at == self.start or self.text[max(self.start, at - 3) : at].rstrip()[-1:] in _BEFORE_SPEECH
        return is_begun and self.text[at] == self.following and self._after(at).isupper()

    def _is_apostrophe(self, at: int) -> bool:
        """Whether a closing single mark behind an s or a cut "-in’" is more likely an apostrophe: a surer one comes before any opening."""
        before = self.text[max(self.start, at - 2) : at].lower()
        if not before.endswith(("s", "in", "z", "x")):
            return False
        n, m = bisect_right(self.sure, at), bisect_right(self.openers, at)
        if n == len(self.sure) and self._after(at) == " " and self.text[at + 2 : at + 3].islower() and self._may_run_on(self.open[-1].at):
            return True
        return n < len(self.sure) and (m == len(self.openers) or self.sure[n] < self.openers[m])

    def _angle(self, at: int) -> None:
        mark = self.text[at]
        waiting = next((one for one in reversed(self.open) if one.kind is _ANGLE), None)
        if waiting and self.text[waiting.at] != mark:
            self._close(_ANGLE, at)
        elif mark in "«‹" or (self._before(at).isspace() and not self._after(at).isspace()):
            self._drop_to(_ANGLE, at)
            self._push(_ANGLE, at)

    def _push(self, kind: str, at: int) -> None:
        if len(self.open) < _DEEPEST:
            self.open.append(_Open(kind, at))

    def _close(self, kind: str, at: int) -> None:
        """Close the innermost open mark of a kind; what was open within it was none."""
        while self.open[-1].kind is not kind:
            self.open.pop()
        opened = self.open.pop()
        self._keep(self._stretch(opened.at, opened.at + 1, at, at + 1))

    def _drop_to(self, kind: str, at: int) -> None:
        """Drop an open mark of a kind, and all above it, because the same opens again: its closing mark was lost."""
        if not any(one.kind is kind for one in self.open):
            return
        while True:
            dropped = self.open.pop()
            guess = self._guess(dropped, at) if not self.open else None
            for one in [guess] if guess else dropped.within:
                self._keep(one)
            if dropped.kind is kind:
                return

    def _keep(self, one: Marked | None) -> None:
        if one:
            (self.open[-1].within if self.open else self.found).append(one)

    def _stretch(self, opening: int, start: int, end: int, closing: int, runs_on: bool = False, lost: bool = False) -> Marked | None:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Marked(opening, start, end, closing, runs_on, lost) if end > start else None

    def _guess(self, opened: _Open, stop: int) -> Marked | None:
        """Where a quotation ended whose closing mark is lost: before the first "he said" behind a stop."""
        if opened.kind is _SINGLE:
            return None
        tag = _tag().search(self.text, opened.at + 1, min(stop, opened.at + 500))
        return self._stretch(opened.at, opened.at + 1, tag.end(), tag.end(), lost=True) if tag else None

    def _recover_opening(self, at: int) -> None:
        """A closing mark alone: the paragraph began with the quotation, where a "he said" follows and nothing was closed before."""
        if not self.found and self.text[at] == "”" and self._before(at) in _ENDS_SPEECH and at - self.start < 500:
            behind = self.text[at + 1 : at + 60]
            if _tag().match("," + behind):
                self._keep(self._stretch(self.start, self.start, at, at + 1, lost=True))

    def _finish(self) -> None:
        """The paragraph's end: an open quotation runs on where the next paragraph opens with the same mark, else its mark is lost."""
        for n in range(len(self.open) - 1, -1, -1):
            opened = self.open.pop()
            whole = None
            if n == 0 and self.text[opened.at] == self.following:
                whole = self._stretch(opened.at, opened.at + 1, self.end, self.end, runs_on=True)
            elif n == 0:
                whole = self._guess(opened, self.end) or self._to_the_end(opened)
            for one in [whole] if whole else opened.within:
                self._keep(one)

    def _to_the_end(self, opened: _Open) -> Marked | None:
        """A quotation that was announced and never closed holds the rest of its paragraph."""
        lead = self.text[max(self.start, opened.at - 2) : opened.at].strip()
        announced = lead[-1:] in (":", ",") or (not lead and opened.at == self.start)
        if opened.kind is _DOUBLE and announced and self.end - opened.at < 600:
            return self._stretch(opened.at, opened.at + 1, self.end, self.end, lost=True)
        return None


@cache
def _cut_short() -> frozenset[str]:
    return split(data("quotations")["lists"]["cut_short"])


@cache
def _tag() -> re.Pattern[str]:
    """The stop that ends speech before "he said" or "said Rao"; the stop is the match, what follows is only looked at."""
    verbs = any_of(data("quotations")["lists"]["plain_tags"])
    return re.compile(rf"[,.!?…](?=\s{{1,3}}(?:(?:\w[\w’'.-]{{0,20}}\s){{0,3}}(?:{verbs})\b))")
