"""A page without what stands in quotation marks: the frame that says who speaks, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..pages.page import Part
from ..pages.sentences import sentences
from ..records import Span
from .marks import Marked, marked

_ANY_MARK = re.compile("[“”„\"«»‘‹']")
_SAID = re.compile(r"(?:[A-Z][\w’'-]{1,20} ){1,3}(?:said|says|asked|added|replied|wrote)\b")
# Behind a question or a cry the tag of the narrator has its capital anyhow: "“Why?” I ask.".
_I_SAID = re.compile(
    r"(?:I|We) (?:\w{2,12}ly )?(?:ask|asked|say|said|wonder|wondered|cry|cried|shout|shouted|suggest|suggested|reply|replied)\b"
)
_WANTED = re.compile(r"(?:[A-Z][\w.’'-]{1,20} ){1,4}(?:wanted|wants) to know\b")
_BLACK = "\ue000"


def stretches(text: str, parts: Sequence[Part]) -> Iterator[list[Marked]]:
    """What stands in marks, by part."""
    for n, part in enumerate(parts):
        if _ANY_MARK.search(text, part.start, part.end):
            yield marked(text, part.start, part.end, text[parts[n + 1].start] if n + 1 < len(parts) else "")
        else:
            yield []


def framed(text: str, found: Sequence[Marked]) -> str:
    """The text with what stands in marks blacked out; its last stop stays, because it may end the sentence.

    >>> framed("He said: “No. Go.” We left.", [Marked(9, 10, 17, 18)])[9:18].count(".")
    1
    """
    kept, at = [], 0
    for one in found:
        last = text[max(one.start, one.end - 3) : one.end].rstrip("”’\"'»")[-1:]
        kept += [text[at : one.start], _BLACK * (one.end - one.start - 1), last if last and last in ".!?…" else _BLACK]
        at = one.end
    return "".join([*kept, text[at:]])


def sentences_of(text: str, frame: str, part: Part, is_marked: bool) -> Sequence[Span]:
    """The sentences of a part; those that only say whose the quotation before them is are joined to it: "– Ana Ruiz"."""
    if not is_marked:
        return part.sentences or [(part.start, part.end)]
    kept: list[Span] = []
    for start, end in sentences(frame, part.start, part.end):
        if kept and _is_tag(text, kept[-1][1], start):
            kept[-1] = kept[-1][0], end
        else:
            kept.append((start, end))
    return part.sentences if kept == list(part.sentences) else kept


def _is_tag(text: str, stop: int, start: int) -> bool:
    if text[stop - 1] not in "”\"’'»":
        return False
    if text[stop - 2] in "?!…—–" and (_I_SAID.match(text, start) or _WANTED.match(text, start)):
        return True
    return text[start] in "—–-" or (text[stop - 2] in "…—–" and bool(_SAID.match(text, start)))
