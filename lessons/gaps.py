"""==Marked phrases==: the gaps in a reading and in a fact's own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .facts import Gap

MARK = re.compile(r"==(.+?)==", re.DOTALL)

_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"’)]*\s+(?=[\W_]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Rev|No|vs|ca?|cf|e\.g|i\.e|[A-Z])\.$")
_POINTING = re.compile(
    r"(?:it|he|she|they|this|that|these|those|its|his|her|their|both|such)\b"
    r"|.*\b(?:that|this|those|these) (?:day|week|month|year|time|decision|step)\b",
    re.IGNORECASE,
)


def unmarked(text: str) -> str:
    """The text as it is read, marks taken off.

    >>> unmarked("NATO invoked ==Article 5== once.")
    'NATO invoked Article 5 once.'
    """
    return MARK.sub(r"\1", text)


def open_mark(text: str) -> str | None:
    """Where a mark is not closed or holds nothing: the words from there on; None where all is well.

    >>> open_mark("It invoked ==Article 5 once."), open_mark("==So== it is")
    ('==Article 5 once.', None)
    """
    hollow = [match for match in MARK.finditer(text) if not match[1].strip(" =")]
    at = hollow[0].start() if hollow else MARK.sub(lambda match: "x" * len(match[0]), text).find("==")
    return None if at < 0 else text[at:]


def in_paragraph(text: str) -> Iterator[tuple[Gap, str]]:
    """Each gap of a paragraph, in order, with the sentence that holds it, marks and all.

    A sentence that points back ("it", "that day") takes the one before it along, so that the gap can be filled by itself.

    >>> [(gap.before, gap.phrase) for gap, said in in_paragraph("NATO has a treaty. It was signed in ==1949==.")]
    [('NATO has a treaty. It was signed in ', '1949')]
    """
    earlier = ""
    for said in _sentences(text):
        for mark in MARK.finditer(said):
            before, after = (unmarked(part) for part in (said[: mark.start()], said[mark.end() :]))
            context = earlier + " " if earlier and _POINTING.match(unmarked(said)) else ""
            yield Gap(before=context + before, phrase=mark[1], after=after), said
        earlier = unmarked(said)


def in_sentence(said: str, phrase: str) -> Gap | None:
    """The gap where the phrase stands once in the sentence, else None.

    >>> in_sentence("NATO has 30 members.", "30")
    Gap(before='NATO has ', phrase='30', after=' members.')
    """
    if said.count(phrase) != 1:
        return None
    before, _, after = said.partition(phrase)
    return Gap(before=before, phrase=phrase, after=after)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph; a full stop behind an abbreviation ends none."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(start, match.start() - 12) : match.start()]):
            yield text[start : match.end()].strip()
            start = match.end()
    yield text[start:].strip()
