"""Explanations that call what they explain a word: "force majeure, the lawyers’ term for …", "dry, a word that brewers use of …".

No list is asked for: whatever stands before, "the word for" says that it is explained.
"""

from __future__ import annotations

import re

from ..records import Span
from ..words import any_of
from .explanations import is_nominal
from .noun_phrases import noun_before
from .phrases import FINITE, LISTS, Defined, Rule, definition_end
from .relatives import closed_by_verb

_WORDS = f"(?:{any_of(LISTS['words'])})"
_NAMING = re.compile(
    rf"[”’\"']?(?:,[”’\"']?| [–—]| \() ?(?P<told>(?:which (?:is|was) )?(?:an?|the|their|its|our|his|her|local|[A-Z]\w{{2,20}}) "
    rf"(?:[\w’'-]{{1,20}} ){{0,3}}?{_WORDS}"
    r"(?P<link> for | (?:used )?to (?:mean|describe|denote) | (?:that )?(?:means|meaning|describes|describing|denotes|denoting) "
    r"| (?:that |which )?(?:[\w’-]{1,20} ){1,3}(?:uses?|gives?|reserves?|appl(?:y|ies)) (?:for|of|to(?: mean| describe)?) "
    r"| (?:is |are )?(?:used|given|reserved|applied) (?:by (?:[\w’-]{1,20} ){1,3})?(?:for|of|to(?: mean| describe)?) ))(?=[\w“‘\"'])"
)
_MARKED = re.compile(r"[“‘\"'*_](?P<term>[^“”‘\"*_\n]{2,50}?)[,.]?[”’\"'*_]{0,2}\Z")
_RUN = re.compile(r"(?:[^\W\d_][\w’-]{1,30} ){0,3}[^\W\d_][\w’-]{1,30}\Z")
# Not "a name for himself", "a word for it", "the name for the job".
_NO_MEANING = re.compile(
    r"(?:himself|herself|itself|themselves|him|her|it|them|us|me|this|that|all|now|ever|good|years?|life"
    r"|the (?:job|role|ages|day|moment|season))\b"
)
_STARTS = LISTS["stops"] | LISTS["articles"] | LISTS["prepositions"] | {"been", "be", "being", "so-called"}


def _naming(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "declared ultra vires, the legal formula for an act that nobody had the power to do, …"."""
    if _NO_MEANING.match(text, cue.end()):
        return None
    term = _before(text, start, cue.start() + (text[cue.start()] in "”’\"'"))
    close = text.find(")", cue.end(), min(end, cue.end() + 300)) if "(" in cue[0][:4] else -1
    stop = close if close > 0 else closed_by_verb(text, cue.end(), definition_end(text, cue.end(), end))
    if not term or len(text[cue.end() : stop].split()) < 2 or not is_nominal(text[cue.end() : stop]):
        return None
    at = cue.start("told") if cue["link"] == " for " else cue.end()
    return Defined(term, (at, stop))


def _before(text: str, start: int, end: int) -> Span | None:
    """The words that are called a term: in marks, a noun, or what stands behind a verb in small letters ("declared dry")."""
    from_ = max(start, end - 60)
    quoted = _MARKED.search(text, from_, end) if text[end - 1] in "”’\"'" else None
    if quoted:
        return quoted.span("term")
    phrase = noun_before(text, start, end)
    run = _RUN.search(text, from_, end)
    if not run:
        return None
    words = run[0].split(" ")
    first = 0 if phrase is None else max(0, len(words) - len(phrase.words))
    first -= first > 0 and words[first - 1].endswith("ly")  # "functionally dry"
    for n in range(len(words) - 1, first - 1, -1):
        low = words[n].lower()
        is_verb = low in FINITE or (low.endswith("ed") and "-" not in low and n + 1 < len(words))
        if low in _STARTS or is_verb:
            first = n + 1
            break
    kept = " ".join(words[first:])
    if phrase and phrase.is_plain and len(phrase.words) == len(kept.split()):
        return None
    if not kept or (kept[0].isupper() and end - len(kept) - start > 3) or kept.split()[0].lower() in LISTS["pointing"]:
        return None
    return end - len(kept), end


RULES = (Rule((" for ", "mean", "describ", "denot", "use", "give", "reserve", "appl"), _NAMING, _naming),)
