"""Terms that the next sentence explains: "They work the dogwatch. It is a shift of …", "I asked about the toft. This, he said, was …".

The term stands last in its sentence, and is a rare word, stands in marks, or somebody is said to use it or to ask for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..pages.page import Part
from ..records import Span
from .noun_phrases import NounPhrase, noun_before
from .phrases import LISTS, Defined, definition_end
from .predicates import predicate_at
from .rarities import rare_before
from .relatives import may_be_explained

_IT = re.compile(
    r"[“‘\"']?(?P<it>It|This|That|These|They|Those|Such a thing)"
    r"(?P<aside>, (?:[\w’.-]{1,20} ){0,4}(?:explain(?:s|ed)|says?|said|added|adds|told)"
    r"(?: [\w’.-]{1,20}){0,4},|, [^,.;]{3,40},)? (?:(?P<verb>is|are|was|were)|means?) (?:(?:simply"
    r"|basically|essentially|really|just|roughly) )?"
    r"(?P<told>(?:an?|the|any|where|when|what)\s|[a-z-]{3,20}s (?:that|which|who)\b)"
)
_ASKED_FOR = re.compile(
    r"\b(?:calls?|called|named|names|known as|termed|terms|dubbed|asked (?:[\w’]{2,15} ){0,2}about"
    r"|asks about|heard (?:of|about)|word|term|phrase|so-called|introduced?"
    r"|mention(?:s|ed)?|invented|devised|sp(?:oke|eaks?|oken) of|talk(?:s|ed)? (?:of|about)|refer(?:s"
    r"|red)? to|explain(?:s|ed)?|describe[sd]?|with the idea of) "
    r"(?:(?:an?|the|their|its|his|her) )?[“‘\"']?\Z"
)
_LEAST, _MOST = 4, 40  # words of an explanation


def sequels(text: str, part: Part, above: Span | None) -> Iterator[Defined]:
    """The terms that a sentence of a part explains and the one before it names; `above` is the last sentence before the part.

    >>> from lessons.drafting.pages.page import Part
    >>> text = "They work the dogwatch. It is a shift of two hours at dusk."
    >>> part = Part("paragraph", 0, len(text), 1, sentences=((0, 23), (24, len(text))))
    >>> [text[slice(*one.definition)] for one in sequels(text, part, None)]
    ['a shift of two hours at dusk']
    """
    for start, end in part.sentences:
        said = _IT.match(text, start, end) if above and text[start : start + 1] in "TIS“‘\"'" else None
        phrase = _named_last(text, above) if said and above else None
        if said and phrase and _tells(text, said, phrase, end):
            at = said.start("told")
            yield Defined(phrase.span, (at, definition_end(text, at, end)))
        above = (start, end)


def _named_last(text: str, sentence: Span) -> NounPhrase | None:
    """The noun phrase with which a sentence ends, if a writer may go on to explain it."""
    start, end = sentence[0], sentence[0] + len(text[slice(*sentence)].rstrip(" .!?)\n"))
    marked = text[end - 1 : end] in "”’\"'"
    phrase = noun_before(text, start, end)
    if not phrase or (marked and not phrase.quoted):
        return None
    named = bool(_ASKED_FOR.search(text, max(start, phrase.span[0] - 40), phrase.span[0]))
    sure = may_be_explained(phrase) or phrase.is_marked or (len(phrase.words) > 1 and not phrase.named and phrase.is_one)
    if named and phrase.words[-1].islower() and sure:
        return phrase
    return None if marked else rare_before(text, start, end)


def _tells(text: str, said: re.Match[str], phrase: NounPhrase, end: int) -> bool:
    """Whether a sentence that begins with "It is" says what a word means, and not how something was."""
    at = said.start("told")
    stop = definition_end(text, at, end)
    if not _LEAST <= len(text[at:stop].split()) <= _MOST:
        return False
    if phrase.is_plural != (said["it"] in {"These", "They", "Those"}):
        return False
    what = predicate_at(text, at, end)
    if not what:
        return text.startswith(("where ", "when ", "what "), at)
    if what.is_remark or what.is_personal or what.names or what.head in LISTS["persons"] | LISTS["roles"] | LISTS["of_one"]:
        return False
    return (what.tells or what.is_kind) and what.head != phrase.head and (said["verb"] in {"is", "are", None} or what.is_restricted)
