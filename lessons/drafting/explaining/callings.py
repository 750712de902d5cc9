"""Explanations behind a word that is given: "What brewers call trub is what …"."""

from __future__ import annotations

import re

from .phrases import LISTS, Defined, Rule, definition_end
from .relatives import clause_at
from .term_words import is_term, term_at

# "Bankers have a name for this, the X: …", "there is a word for it: X, the …".
_NAME_FOR = re.compile(
    r"\b(?:ha(?:s|ve|d)|is|’s|'s|gave|given?|coined|uses?|invented) (?:an?|the|(?:its|his|her|their|our|your)(?: own)?|another) "
    r"(?:[a-z-]{2,15} )?(?:name|word|term|phrase|expression|label|nickname) for "
    r"(?:[\w’-]{1,20} ){0,7}?[\w’-]{1,20}(?:,|:| [–—]) (?=the [a-z“‘\"']|[a-z“‘\"'])"
)
_BEHIND_NAME = re.compile(r"[”’\"']?(?:: | [–—] |, (?=an? |the |when |where ))(?=[a-z])")
_WHAT = re.compile(
    r"(?:\A|(?<=[.;:!?,] )|(?<=\n)|(?<=and )|(?<=but ))[Ww]hat (?:[\w’-]{1,20} ){1,4}?(?:calls?|term|dub|refers? to as|knows? as) "
)
_IS = re.compile(r"[”’\"']?,? (?:is|are|means?) (?:(?:simply|just|really|in fact|only) )?(?=an?\b|the\b|what\b|when\b|[a-z])")
# "what it called the “two-key rule”, under which …".
_RULE = re.compile(
    r"\b(?:call(?:s|ed|ing)?|dub(?:s|bed|bing)?|term(?:s|ed|ing)?|label(?:s|led|ed|ling|ing)?|nam(?:es|ed|ing)|nicknam(?:es|ed)"
    r"|christened|known as|refer(?:s|red) to as|introduced|adopted|proposed|announced|uses?|used|so-called)"
    r"(?: (?:it|this|that|them|(?:the|its|their|his|her) [a-z]{2,15}))?(?: (?:an?|the|its|their|his|her))? "
    r"(?=[“‘\"])"
)
_BY_RULE = frozenset({"under which", "by which", "whereby"})
_WAS = re.compile(r"\b(?:was|were|had|did|[a-z]{3,20}ed)\b")
_QUOTED = re.compile(
    r"[“‘\"](?P<term>[^“”‘\"\n]{2,50}?),?[”’\"](?: [a-z-]{3,20})?,? "
    r"(?P<how>(?:under|by|in|through|for|at|on|with) which|whereby) (?=\w)"
)


def _name_for(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "Insurers have a name for this, moral hazard: people take less care"."""
    term = term_at(text, cue.end(), end)
    told = _BEHIND_NAME.match(text, term[1], end) if term else None
    if not term or not told or not is_term(text, term, cue.end()):
        return None
    stop = definition_end(text, told.end(), end)
    return Defined(term, (told.end(), stop)) if len(text[told.end() : stop].split()) > 2 else None


def _what(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "What engineers call “creep” is the slow stretching of …"."""
    term = term_at(text, cue.end(), end)
    verb = _IS.match(text, term[1], end) if term else None
    if not term or not verb or not is_term(text, term, cue.end()):
        return None
    told = clause_at(text, verb.end(), end) if not text.startswith(("what ", "when "), verb.end()) else None
    if text.startswith(("what ", "when "), verb.end()):
        told = verb.end(), definition_end(text, verb.end(), end)
    if not told or text[told[0] : told[1]].split(" ", 1)[0].lower() in LISTS["pointing"]:
        return None
    return Defined(term, told)


def _rule(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "what it called the “two-key rule”, under which both captains sign": how a thing works says what it is."""
    quoted = _QUOTED.match(text, cue.end(), end)
    if not quoted or len(quoted["term"].split()) > 5 or quoted["term"][-1] in ".!?":
        return None
    if quoted["how"] not in _BY_RULE and (quoted["term"][0].isupper() or _WAS.search(text, quoted.end(), min(end, quoted.end() + 60))):
        return None  # "was called “Snow”, in which two brothers quarrel"
    stop = definition_end(text, quoted.end(), end)
    return Defined(quoted.span("term"), (quoted.end(), stop)) if len(text[quoted.end() : stop].split()) > 3 else None


RULES = (Rule((" which ", "whereby "), _RULE, _rule), Rule(("hat ",), _WHAT, _what), Rule((" for ",), _NAME_FOR, _name_for))
