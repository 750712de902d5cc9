"""Explanations let into a sentence: "a lien, that is, …", "a mutual – an insurer that …", "albedo (the share …)", "X, a tool for …"."""

from __future__ import annotations

import re

from .phrases import LISTS, Defined, Rule, definition_end, head_behind_article, is_judged, is_kind, is_phrase
from .records import Span
from .term_words import last_word, term_before

_THAT_IS = re.compile(r",? ?\(?(?:(?:that is to say|that is|i\.e\.|in other words),\s{0,3}|i\.e\. )")
_DASH = re.compile(r" [–—] (?=an? )")
_BRACKET = re.compile(r" \((?=an? |the )")
_COMMA = re.compile(r", (?:which (?:is|are) )?(?=an? |the )")
_NOUN = re.compile(r"(?:an?|the|any|those|people|one|all|every)\b|\w{1,30} (?:of|that|which|who)\b")
_PRESENT = re.compile(
    r"\b(?:that|which|who|where|when|whose \w{1,30}) "
    r"(?:(?:[a-z]{1,30}s|is|are|has|have|can|may|must|will|do|does|lets?|need)\b|[a-z]{1,30} [a-z]{1,30}s\b)"
)
_PURPOSE = re.compile(
    r"\b(?:in which|by which|whereby|through which|used (?:to|for|by|in)|designed to|for \w{1,30}ing|where|when"
    r"|(?:that|which) (?:[a-z]{1,30}s|can|may|lets?|allow))\b"
)
_TELLS = re.compile(r"\b(?:of|that|which|in|for|used|where|who)\b")
_A = re.compile(r"\b[Aa]n? \Z")
_THE = re.compile(r"\b[Tt]he \Z")


def _that_is(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a standstill, that is, a year in which …"."""
    term = term_before(text, start, cue.start())
    if not term or not _NOUN.match(text, cue.end(), end):
        return None
    stop = definition_end(text, cue.end(), end)
    if "(" in cue[0]:
        close = text.find(")", cue.end(), min(end, cue.end() + 300))
        stop = min(stop, close) if close > 0 else stop
    elif term[0] - start <= 5:  # behind the subject: the verb follows
        comma = text.find(", ", cue.end(), stop)
        stop = comma if comma > 0 else stop
    return Defined(term, (cue.end(), stop))


def _dash(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a mutual – an insurer that belongs to …": one of a kind, explained in the present."""
    term = term_before(text, start, cue.start(), most=2)
    stop = definition_end(text, cue.end(), end)
    if not term or not text[term[0]].islower() or not _explains(text, cue.end(), stop):
        return None
    one_of_many = _A.search(text, max(start, term[0] - 3), term[0])
    return Defined(term, (cue.end(), stop)) if one_of_many or is_kind(head_behind_article(text, cue.end(), stop)) else None


def _explains(text: str, at: int, stop: int) -> bool:
    """Whether an apposition says what something is in general: "an insurer that belongs to …"."""
    head = head_behind_article(text, at, stop)
    if is_judged(text, at) or head in LISTS["remarks"]:
        return False
    return bool(_PRESENT.search(text, at, stop) or (is_kind(head) and _PURPOSE.search(text, at, stop)))


def _bracket(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "albedo (the share of light that a surface throws back)"."""
    close = text.find(")", cue.end(), min(end, cue.end() + 250))
    term = _small_term(text, start, cue.start(), 3)
    if close < 0 or not term or len(text[cue.end() : close].split()) < 4 or not _TELLS.search(text, cue.end(), close):
        return None
    named = is_phrase(text, cue.end(), close) and is_kind(head_behind_article(text, cue.end(), close))
    return Defined(term, (cue.end(), close)) if named else None


def _comma(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "dendrochronology, a method in which …": a term in small letters, a kind of thing, and what it is for."""
    if not is_kind(head_behind_article(text, cue.end(), end)) or is_judged(text, cue.end()):
        return None
    term = _small_term(text, start, cue.start(), 2)
    if not term or _THE.search(text, max(start, term[0] - 4), term[0]):
        return None
    stop = definition_end(text, cue.end(), end)
    if not is_phrase(text, cue.end(), stop) or not _PURPOSE.search(text, cue.end(), min(stop, cue.end() + 100)):
        return None  # "Under this order, a vessel is …"
    comma = text.find(", ", cue.end(), stop)
    return Defined(term, (cue.end(), comma if comma > 0 else stop))


def _small_term(text: str, start: int, end: int, most: int) -> Span | None:
    """The term before a place, if it is no name: in small letters, or an abbreviation."""
    term = term_before(text, start, end, most) or last_word(text, start, end)
    word = text[slice(*term)] if term else "X"
    return term if word[0].islower() or (len(word) > 1 and word.isupper()) else None


RULES = (
    Rule(("that is", "i.e.", "in other words"), _THAT_IS, _that_is),
    Rule((" – a", " — a"), _DASH, _dash),
    Rule((" (a", " (the "), _BRACKET, _bracket),
    Rule((", a", ", the ", ", which "), _COMMA, _comma),
)
