"""Words that are translated or laid down: "… (Swahili for “…”)", "…, meaning “…”", "By … we mean …", "defines … as …"."""

from __future__ import annotations

import re

from .appositions import closed_at
from .phrases import LISTS, Defined, Rule, definition_end
from .term_words import foreign_before, term_at, term_before

_GLOSS = re.compile(
    r",? ?\(?(?:from (?:the |an? )?(?P<from>[A-Z]\w{1,30})\b|(?P<tongue>[A-Z]\w{1,30}) for\b"
    r"|an? (?P<word>[A-Z]\w{1,30}) (?:word|term|phrase) (?:for|meaning|that means)"
    r"|literally,?|(?<=[,(])meaning|(?<=, )meaning|which (?:literally )?means|which translates as|or),? (?=[^.;()]{0,40}?[“‘\"])"
)
_TOLD = re.compile(r"[^.;()“‘\"]{0,40}[“‘\"](?P<told>[^“”\"\n]{2,60}?)[,.]?[”’\"]")
_IN_TONGUE = re.compile(r" in [A-Z]| as (?:it|they|the)")
_BY = re.compile(r"\b[Bb]y ")
_WE_MEAN = re.compile(
    r",? (?:we|I|they|he|she|it|people|(?:the |most |many )?[a-z]{2,30}|the [A-Z][a-z]{2,30}) (?:usually |here )?(?:means?|meant"
    r"|understands?) (?!to\b|it\b|that\b)"
)
_DEFINES = re.compile(r"\bdefin(?:es?|ed|ing) ")
_AS = re.compile(
    r"[”’\"']? as (?=[“‘\"']?(?:an?|the|any|anyone|anything|one|those|people|someone|something|when|where|\w{1,30}(?:ing|s))\b)"
)
_MEANING = re.compile(
    r"[”’\"'],? ?\(?(?:meaning|which means|that is to say|that is,|i\.e\.|in other words,?|or,?) (?=(?:to|an?|the|those|any"
    r"|one|[a-z]{3,30}ing)\b)"
)
_IN_MARKS = re.compile(r"[“‘\"](?P<term>[^“”‘\"\n]{2,60}?),?[”’\"']\Z")
_ADVERBS = frozenset({"now", "often", "be", "been", "also"})


def _gloss(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the kanga (from Swahili, “guinea fowl”)", "ubuntu, Zulu for “humanity”"."""
    tongue = cue["from"] or cue["tongue"] or cue["word"]
    if tongue and tongue not in LISTS["languages"]:
        return None
    told, term = _TOLD.match(text, cue.end(), end), foreign_before(text, start, cue.start())
    if not told or not term:
        return None
    if cue[0].strip(" ,(") == "or" and not _IN_TONGUE.match(text, told.end(), end):
        return None
    return Defined(term, told.span("told"))


def _meaning(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the saying “to see Kells twice”, meaning to lose the way, …"."""
    term = _IN_MARKS.search(text, max(start, cue.start() - 64), cue.start() + 1)
    stop = closed_at(text, cue.end(), definition_end(text, cue.end(), end))
    if "(" in cue[0]:
        close = text.find(")", cue.end(), stop)
        stop = close if close > 0 else stop
    short = term is not None and len(term["term"].split()) <= (6 if "mean" in cue[0] else 4) and term["term"][-1] not in ".!?"
    return Defined(term.span("term"), (cue.end(), stop)) if term and short else None


def _by(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "By capacity we mean the …"."""
    for most in range(1, 5):
        term = term_at(text, cue.end(), end, most)
        behind = term[1] + text.startswith(("”", "’", '"', "'"), term[1]) if term else end
        said = _WE_MEAN.match(text, behind, end)
        if term and said:
            return Defined(term, (said.end(), definition_end(text, said.end(), end)))
    return None


def _defines(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "The act defines a dwelling as any building that …", "the core, defined as …"."""
    if text.startswith("as ", cue.end()):
        term = term_before(text, start, cue.start())
        if not term or text[slice(*term)].endswith(("ly", "ing")) or text[slice(*term)] in _ADVERBS:
            return None
        return Defined(term, (cue.end() + 3, definition_end(text, cue.end() + 3, end)))
    term = term_at(text, cue.end(), end, 3)
    words = text[slice(*term)].lower().split() if term else []
    if not term or words[0] in LISTS["pointing"] or words[-1].endswith("ly"):
        return None
    said = _AS.match(text, term[1], end)
    if not said or (cue[0] == "defined " and text.startswith("the ", cue.end())):
        return None
    return Defined(term, (said.end(), definition_end(text, said.end(), end)))


RULES = (
    Rule(("meaning", "which means", "that is", "i.e.", "other words", " or "), _MEANING, _meaning),
    Rule(("“", '"', "‘"), _GLOSS, _gloss),
    Rule((" mean", " understand"), _BY, _by),
    Rule(("defin",), _DEFINES, _defines),
)
