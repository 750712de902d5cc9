"""Explanations behind a word that somebody is said to use: "what traders call a dead hand: a clause that …", "known as the pot, a fund …".

The verb of naming tells that a term comes; so whatever noun phrase a mark sets off behind it is its explanation, unless it judges.
"""

from __future__ import annotations

import re

from ..records import Span
from .aliases import NAMED_AS
from .explanations import is_nominal
from .noun_phrases import SUMMING, noun_before
from .phrases import LISTS, Defined, Rule, definition_end
from .predicates import predicate_at
from .relatives import clause_at, closed_by_verb, explained_before, may_be_explained
from .term_words import is_term, term_at

# "what traders call", "which she has named", "are known as", "There is a thing called", "Analysts call this".
_NAMES = re.compile(
    r"\b(?:[Ww]hat|which|as|that) (?:[\w’-]{1,30} ){1,4}?(?:calls?|called|names?|named|terms?|termed|dubs?"
    r"|dubbed|knows? as|knew as|christened|labels?|labelled"
    r"|refers? to as|referred to as) "
    rf"|\b(?:is|are|was|were|been|being|became|what[’']s|thing|something|things|practice|phenomenon|process|method|technique|system) "
    rf"(?:(?:now|also|often|usually|sometimes|commonly|generally|better|officially|still) )?{NAMED_AS}"
    r"|\b(?:calls?|called|dubs?|dubbed|terms?|termed|names?|named) (?:it|this|that|these|them|such [a-z]{3,20}) "
)
_MARK = re.compile(
    r"[”’\"']?(?:(?P<strong>:| [–—-]| \(|,? (?:that is to say|which is to say|that is|in other words|i\.e\.|meaning),?)|,)[”’\"']? "
    r"?(?:(?:roughly|loosely|basically|essentially|simply|broadly|in short|put simply|crudely|in effect"
    r"|in other words|that is|or),? )?(?=[a-z])"
)
_INDEFINITE = re.compile(
    r"(?:an?|the|any|one) |[a-z-]{3,20}s (?:that|which|who|of|for|in|made|used|with|whose|from) "
    r"|(?:[a-z-]{3,15} )[a-z-]{3,20}s (?:that|which|who|whose) "
)
_THAT_IS_TO_SAY = re.compile(
    r"[”’\"']?(?:,| [–—-]|;)[”’\"']? [“‘\"']?(?P<say>which is to say|that is to say|that[’']s to say"
    r"|in other words|or rather|i\.e\.),? (?P<that>that )?(?=[\w])"
)
_IN_OTHER_WORDS = re.compile(
    r"(?:(?:,| [–—-])[”’\"']? | \()(?:in other words|which is to say|that is to say|that[’']s to say"
    r"|in short|put simply),? (?=(?:an?|the|any) )"
)
_ALIAS = re.compile(r", or (?:the )?(?P<other>[\w’-]{2,30}(?: [\w’-]{2,30}){0,3}), (?:which (?:is|are) )?(?=(?:an?|the) [a-z])")
_JUDGES = frozenset("disgrace shame joke scandal farce mistake triumph disaster outrage insult lie failure miracle".split())
_WHAT = re.compile(r" \((?=what (?!an?\b|is\b|was\b)[a-z])")
_WHEREBY = re.compile(r", (?:whereby|under which|by which) (?=(?:an?|any|every|each|the|all|those|no|two|one|people|[a-z]{3,20}s) )")
_ARTICLE = re.compile(r"(?:an?|the) ")
_LEAST = 3


def _named(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "what traders call a dead hand: a clause that no later board can undo", "There is a thing called drift – roughly, the gap …"."""
    term = term_at(text, cue.end(), end, 5)
    mark = _MARK.match(text, term[1], end) if term else None
    if not term or not mark or not _may_name(text, term, cue.end()):
        return None
    if not mark["strong"] and not _INDEFINITE.match(text, mark.end()):
        return None
    told = _apposition(text, mark, end, bool(_ARTICLE.match(text, cue.end())))
    said = predicate_at(text, *told) if told else None
    if not told or (said and ((said.is_remark and not said.is_measure) or said.head in LISTS["persons"] | LISTS["roles"])):
        return None
    if said and not mark["strong"] and (said.head in SUMMING - LISTS["measures"] - LISTS["kinds"] or not (said.tells or said.is_kind)):
        return None
    return Defined(term, told)


def _may_name(text: str, term: Span, at: int) -> bool:
    """Whether the words behind a verb of naming are a term: in small letters, or with capitals behind "the"."""
    words = text[slice(*term)]
    marked = text[term[0] - 1] in "“‘\"'"
    if words.lower().split()[-1] in _JUDGES or words.split()[0].lower() in LISTS["pointing"] | LISTS["particles"]:
        return False
    return marked or text.startswith("the ", at) or (words.islower() and (text.startswith(("a ", "an "), at) or is_term(text, term, at)))


def _apposition(text: str, mark: re.Match[str], end: int, is_noun: bool) -> Span | None:
    """What a mark sets off; behind a word that its article shows to be a noun, it may be a clause, too."""
    at = mark.end()
    close = text.find(")", at, min(end, at + 250)) if "(" in mark[0] else -1
    stop = close if close > 0 else definition_end(text, at, end)
    if mark["strong"] and (is_noun or text.startswith(("a ", "an ", "the ", "any ", "what ", "when "), at)):
        return (at, stop) if len(text[at:stop].split()) >= _LEAST else None
    stop = closed_by_verb(text, at, stop)
    words = text[at:stop]
    return (at, stop) if len(words.split()) >= _LEAST and is_nominal(words) else None


def _clause(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "as a zipper merger – that’s to say, each firm keeps its board": one of a kind, told by a whole clause."""
    phrase = explained_before(text, start, cue.start())
    if not phrase or (len(phrase.words) < 2 and not phrase.is_marked):
        return None
    if not may_be_explained(phrase) and not (phrase.named and phrase.words[-1] in LISTS["systems"]):  # "a Ponzi scheme"
        return None
    if not (phrase.is_one or phrase.is_marked):
        return None
    stop = definition_end(text, cue.end(), end)
    return Defined(phrase.span, (cue.end(), stop)) if len(text[cue.end() : stop].split()) > _LEAST else None


def _in_other_words(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "its freeboard, in other words the height between …"."""
    phrase = explained_before(text, start, cue.start())
    told = clause_at(text, cue.end(), end)
    if not phrase or not told or phrase.named or (phrase.is_plain and not phrase.is_marked):
        return None
    return Defined(phrase.span, told)


def _what(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a haircut (what it takes off the value of a pledge)"."""
    close = text.find(")", cue.end(), min(end, cue.end() + 200))
    phrase = noun_before(text, start, cue.start())
    if close < 0 or not phrase or phrase.named or len(text[cue.end() : close].split()) <= _LEAST:
        return None
    return Defined(phrase.span, (cue.end(), close))


def _whereby(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "Under the ratchet clause, whereby a rent may rise but never fall, …": how a rule with a name of its own works."""
    phrase = explained_before(text, start, cue.start())
    if (
        not phrase
        or phrase.named
        or len(phrase.words) < 2
        or phrase.head not in LISTS["systems"]
        or (phrase.is_plain and not phrase.is_marked)
    ):
        return None
    if phrase.article not in {"the", "a", "an", ""}:
        return None
    stop = definition_end(text, cue.end(), end)
    comma = text.find(", ", cue.end(), stop)
    stop = comma if comma > 0 else stop
    at = cue.end() if "whereby" in cue[0] else cue.start() + 2
    return Defined(phrase.span, (at, stop)) if len(text[at:stop].split()) > _LEAST else None


def _alias(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "The river treaty, or RT, which is the paper that …": the first of two names is told what it is."""
    phrase = explained_before(text, start, cue.start())
    told = clause_at(text, cue.end(), end)
    said = predicate_at(text, *told) if told else None
    known = phrase and (may_be_explained(phrase) or any(word.isupper() for word in phrase.words))
    if not phrase or not told or not said or not known or said.is_remark or said.is_personal or said.names:
        return None
    return Defined(phrase.span, told) if said.is_restricted and said.is_present_like else None


_CALLING = (" call", " name", " term", " dub", "know", "referred", "refers", "refer to", "christened", "label")
RULES = (
    Rule(_CALLING, _NAMES, _named),
    Rule(("to say", "other words", "or rather", "i.e."), _THAT_IS_TO_SAY, _clause),
    Rule(("other words", "to say", "in short", "put simply"), _IN_OTHER_WORDS, _in_other_words),
    Rule((" (what ",), _WHAT, _what),
    Rule(("whereby", "under which", "by which"), _WHEREBY, _whereby),
    Rule((", or ",), _ALIAS, _alias),
)
