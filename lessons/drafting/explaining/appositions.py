"""Explanations let into a sentence: "a lien, that is, …", "a mutual – an insurer that …", "albedo (the share …)", "X, a tool for …"."""

from __future__ import annotations

import re

from ..records import Span
from .noun_phrases import SUMMING, noun_before
from .phrases import FINITE, LISTS, Defined, Rule, definition_end, head_behind_article, is_judged, is_kind, is_phrase
from .predicates import is_common, predicate_at
from .term_words import last_word, term_before

_DASH = re.compile(
    r" ?[–—] ?(?=an? |the |one (?:that|which|who|with|in|where)\b|[a-z]{3,20} (?:that|which|who) )| - (?=an? |one (?:that|which|with)\b)"
)
_COMMA = re.compile(r", (?:which (?:is|are) )?(?=an? |the )")
_PRESENT = re.compile(
    r"\b(?:that|which|who|where|when|whose \w{1,30}) "
    r"(?:(?:[a-z]{1,30}s|is|are|has|have|can|may|must|will|do|does|lets?|need)\b|[A-Za-z][a-z]{0,30} [a-z]{1,30}s\b)"
)
_PURPOSE = re.compile(
    r"\b(?:in which|by which|whereby|through which|used (?:to|for|by|in)|designed to|for \w{1,30}ing|where|when"
    r"|(?:that|which) (?:[a-z]{1,30}s|can|may|lets?|allow))\b"
)
_A = re.compile(r"\b[Aa]n? [“‘\"']?\Z")
_MARKS = ("“", "‘", '"', "'")
_NEXT = re.compile(r"[\w’']{1,20}")
_AND = re.compile(r" and (?:an?|one|the|two|three|four|some)\b")
# A subject right at the beginning of a sentence, or behind a label.
_SUBJECT = re.compile(
    r"(?:[•*–-] )?(?:[A-Z][a-z]{2,20}: )?(?:[A-Z][a-z]{1,12} [a-z]{2,12}, )?(?!(?:The|An?|This|That|These|Those|His|Her|Its|Their|Our|My"
    r"|Your)\b)(?P<term>[^\W\d_][\w’-]{1,30}(?: [\w’-]{2,30}){0,2})"
)
_SUBJECT_AT_MOST = 150  # letters from the beginning of a sentence to the comma behind its subject
_OPENING = re.compile(r", (?:or )?(?:(?=an? |the )|(?:when|where|in which|by which|whereby) )")
_CLAUSE = re.compile(r", (?:when|where|in which|by which|whereby) (?!it\b|he\b|she\b|they\b|we\b|I\b|this\b|his\b|her\b|its\b)")
# "Leave, where a firm grants it, must …": on what condition, and not what it is.
_CONDITION = re.compile(r"(?:\b(?:it|them|one|any|so|exists?|appl(?:y|ies)|[a-z]{3,20}(?:ed|able|ible)|necessary|due|needed)\Z)")
_RULED = re.compile(r", (?:will|shall|may|must|should|can|cannot|would|could|need)\b")
_IS_PAST = re.compile(r"(?<![\w-])(?:was|were|had|did|[a-z]{3,20}ed)\b")
_VERB = re.compile(r"(?!and\b|or\b|but\b)(?:[a-z]{1,20}ly )?[a-z]{2,20}\b")
_THE = re.compile(r"\b[Tt]he \Z")


def closed_at(text: str, at: int, stop: int, first: bool = False) -> int:
    """Where an apposition is closed by a comma: the first with a verb behind it; of one behind a subject, the first.

    >>> text = "a share of the catch, in kind, was paid"
    >>> text[: closed_at(text, 0, len(text))]
    'a share of the catch, in kind'
    """
    comma = text.find(", ", at, stop)
    if first and comma > 0:
        return comma
    for _ in range(4):
        if comma < 0:
            break
        word = _NEXT.match(text, comma + 2, stop)
        if word and word[0] in FINITE:
            return comma
        comma = text.find(", ", comma + 1, stop)
    return stop


def _dash(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a mutual – an insurer that belongs to …": one of a kind, explained in the present."""
    term = term_before(text, start, cue.start(), most=3)
    stop = definition_end(text, cue.end(), end)
    if not term:
        return None
    word = text[slice(*term)]
    one_of_many = _A.search(text, max(start, term[0] - 4), term[0])
    marked = text[term[0] - 1 : term[0]] in _MARKS
    if text.startswith("one ", cue.end()):
        said = predicate_at(text, cue.end(), end)
        told = said is not None and said.is_restricted and said.is_present_like
        return Defined(term, (cue.end(), stop)) if (marked or one_of_many) and told else None
    if not _may_be(text, term, marked) or len(word.split()) > 2 or not _explains(text, cue.end(), stop):
        return None
    said = predicate_at(text, cue.end(), end)
    sure = one_of_many or marked or (said is not None and said.is_kind)
    return Defined(term, (cue.end(), stop)) if sure else None


def _may_be(text: str, term: Span, marked: bool) -> bool:
    """Whether words before an apposition are no name."""
    words = text[slice(*term)]
    return marked or words[0].islower() or is_common(text, words)


def _explains(text: str, at: int, stop: int) -> bool:
    """Whether an apposition says what something is in general: "an insurer that belongs to …"."""
    head = head_behind_article(text, at, stop)
    if is_judged(text, at) or head in LISTS["remarks"]:
        return False
    return bool(_PRESENT.search(text, at, stop) or (is_kind(head) and _PURPOSE.search(text, at, stop)))


def _comma(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "dendrology, a science in which …": a term in small letters, a kind of thing, and what it is for."""
    term = _small_term(text, start, cue.start(), 2)
    if not term or text[slice(*term)].lower().split()[-1] in LISTS["counted"]:
        return None
    said = predicate_at(text, cue.end(), end)
    if not said or not (said.is_kind or said.is_process) or said.is_remark or said.is_personal or said.head in LISTS["persons"]:
        return None
    stop = definition_end(text, cue.end(), end)
    if _THE.search(text, max(start, term[0] - 4), term[0]) and not ("which" in cue[0] and said.is_measure and said.is_present):
        return None
    purpose = _PURPOSE.search(text, cue.end(), min(stop, cue.end() + 100))
    if said.head in LISTS["naming"] - {"concept"}:
        return None  # "under ‘review’, a word that nobody trusts"
    if said.head in SUMMING and said.indefinite and not said.has_purpose:
        return None  # "a referendum, a move that alarms the markets"
    list_goes_on = _AND.search(text, cue.end(), stop)
    if not (said.is_contact or is_phrase(text, cue.end(), stop)) or not (purpose or (said.is_measure and said.is_present)):
        return None  # "Under this order, a vessel is …"
    if list_goes_on and "which" not in cue[0] and purpose and list_goes_on.start() < purpose.start():
        return None  # "a table of twenty feet, a bench and one lamp that nobody lit"
    return Defined(term, (cue.end(), closed_at(text, cue.end(), stop, first=True)))


def _opening(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "Palynology, the study of pollen, dates …", "Rebound, when a shore rises, …": at a sentence's beginning, closed by a comma."""
    opened = _SUBJECT.match(text, start, cue.start()) if cue.start() - start <= _SUBJECT_AT_MOST else None
    if not opened or opened.end() != cue.start():
        return None
    stop = min(definition_end(text, cue.end(), end), cue.end() + 200)
    comma = closed_at(text, cue.end(), stop, first=True)
    if comma == stop or not _VERB.match(text, comma + 2, end):
        return None
    term = opened.span("term")
    words = text[slice(*term)]
    if words.lower() in LISTS["times"] or words.split(" ", 1)[0].lower() in LISTS["openers"] | LISTS["adverbs"]:
        return None
    common = is_common(text, words) and not words.lower().endswith("ly")
    if not cue[0].endswith((", ", " or ")):  # ", when …", ", in which …"
        clause = _CLAUSE.match(text, cue.start(), comma)
        return (
            Defined(term, (cue.end() - len(cue[0]) + 2, comma))
            if common and clause and not _IS_PAST.search(text, cue.end(), comma) and not is_condition(text, cue.end(), comma)
            else None
        )
    said = predicate_at(text, cue.end(), comma)
    if not said or said.is_remark or said.is_personal or said.head in LISTS["persons"] or not said.tells:
        return None
    if common:
        known = said.is_process or said.is_kind or (said.is_restricted and said.is_present)
    else:
        known = said.is_natural and said.indefinite and said.is_present
    return Defined(term, (cue.end(), comma)) if known else None


def is_condition(text: str, at: int, comma: int) -> bool:
    """Whether a clause behind a subject says when a rule holds of it: "Leave, where a firm grants it, must be taken by May"."""
    return bool(_CONDITION.search(text, at, comma) and _RULED.match(text, comma))


def _small_term(text: str, start: int, end: int, most: int) -> Span | None:
    """The term before a place, if it is no name: in small letters, or an abbreviation."""
    phrase = noun_before(text, start, end)
    term = term_before(text, start, end, most) or (phrase.span if phrase and len(phrase.words) > 1 else last_word(text, start, end))
    word = text[slice(*term)] if term else "X"
    if phrase and phrase.head in LISTS["naming"]:
        return None  # "in other words, a …"
    return term if word[0].islower() or (len(word) > 1 and word.isupper()) else None


RULES = (
    Rule(("–", "—", " - "), _DASH, _dash),
    Rule((", a", ", the ", ", which "), _COMMA, _comma),
    Rule((", a", ", the ", ", or ", ", when ", ", where", ", in which", ", by which"), _OPENING, _opening),
)
