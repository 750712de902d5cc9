"""Explanations that no single word tells: "copepods – tiny crustaceans that …", "a fish ladder, a stair of pools by which …".

A noun phrase, a mark, and what may explain it. What speaks for a term and what speaks for an explanation is weighed: a rare word, a
compound or quotation marks before the mark; behind it a doing, a measure, a kind with what sets it apart, and a second mark that shuts it
in. A single word that all know is never explained, and what is told of somebody, of one time or by a judgment explains nothing. The
weights were set by hand, so that the pages of tests/cases come out right; none is a probability.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import Span
from ..words import data, split
from .appositions import is_condition
from .asides import is_of_kind
from .explanations import DEPENDS, NOT_FIRST, is_nominal
from .familiar import is_familiar
from .noun_phrases import PLAIN_ADJECTIVES, SUMMING, VERBS, NounPhrase, is_everyday
from .phrases import FINITE, LISTS, Defined, Rule, definition_end
from .predicates import Predicate, is_common, predicate_at
from .relatives import closed_by_verb, explained_before

_MARK = re.compile(
    r"(?<=\w)[”’\"']?(?:(?P<dash> (?:[–—]|--?) )|(?P<colon>: )|(?P<bracket> \()|(?P<comma>,[”’\"']? )"
    r"(?:(?P<or>or (?:rather )?)|(?P<which>which (?:is|are|refers? to) (?:simply |just |basically |really )?))?)(?=[a-z])"
)
_CLAUSE = re.compile(r"(?:where|when|whereby|(?:in|by|under|at|from|into|through) which) ")
_RULED = re.compile(r"(?:whereby|(?:in|by|under|through) which) ")
_DOING = re.compile(
    r"(?:the|an?) (?:[a-z-]{3,20} ){0,2}(?:[a-z-]{3,20}(?:ing|tion|sion|ment)(?:[- ](?:out|away|up|off|down))?"
    r"|act|art|practice|process|study|science|method|rise"
    r"|fall|loss|lack|growth|removal|withdrawal|renewal|transfer|exchange|use|sale|spread"
    r"|release|seizure|closure|chase|pursuit|hunt|search|promise|pledge|transport|storage|return|theft|purchase|supply) of "
    r"|the (?:attempt|right|duty|power|ability|habit) to "
    r"|the (?:most|least|highest|lowest|largest|smallest|greatest) (?:[a-z-]{3,20} )?(?:that|which) (?:may|can|must|is|are|has to|have to) "
)
_MANY = re.compile(
    r"(?:[a-z-]{2,20} ){0,3}[a-z-]{2,20}(?<!s)s (?:of|for|with|without|that|which|who|whose|where|in|on|at|by|from|between|made|used|built"
    r"|left|set|kept|so|too) "
)
_ONE_TIME = re.compile(
    r"\b(?:was|were|had|did|would|could(?! have\b)|said|now|today|currently|yesterday|however)\b|\b(?:1[5-9]|20)\d\d\b"
    r"|\b(?:my|our|his|her|he|she|I|we) |\b(?:[a-z]{3,20} ){0,2}(?:that|which|who) [a-z]{3,20}(?<!e)ed\b"
)
_EACH_WOULD = re.compile(r"\b(?:each|every|any) [a-z-]{2,20} would\b")
_NAMES = re.compile(r"\b[A-Z][a-z]")
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million)\b")
_CHOICE = re.compile(r"\b(?:or|may|can|could|choose|either|whether|wants?|perhaps|maybe|if|no|not|without)\b")
_ITEM = re.compile(r", (?:(?:an?|one|two|the|some|his|her) )?(?:[a-z-]{2,20} )?\Z")
_AND = re.compile(r",? and (?:an?|one|the|two|three|some|his|her|its) |, [\w -]{2,30} and |\band\Z| or [“‘\"]")
_GOES_ON = re.compile(r",? (?:and|or) ")
_FIRST = re.compile(r"[\w’'-]+")
_PEOPLE = LISTS["roles"] | LISTS["named"] | LISTS["persons"]
_NOT_FIRST = split(data("tense")["irregular"]) | {"simply", "just", "each", "both", "all"}
_OWN = frozenset("his her my your our their its".split())
# What a phrase must reach before it is looked at as a term, and with its explanation.
TERM, _BOTH = 1.0, 3.5
# The same behind "A … is".
_BY_VERB = 3.0
_LOOK_BACK, _FAR, _LEAST, _MOST = 70, 400, 3, 30
_HAPPENS = re.compile(
    r"(?:[”’\"']?,[”’\"']? which (?:simply |just |here |basically )?means (?:that )?(?!to\b|it\b|[“‘\"])(?=[a-z])"
    r"|[”’\"']? (?:occurs?|happens?|arises?|takes? place|sets? in|results?|begins?) (?:only )?(?=(?:when|where|if|as soon as|because) ))"
)
_MEANS_THAT = re.compile(r"[”’\"']?,[”’\"']? which (?:simply |just |here )?means that (?!it\b|he\b|she\b|they\b|we\b|this\b)(?=[a-z])")
_PAST_TOLD = re.compile(r"\b(?:was|were|had|did|will|now|today|[A-Z][a-z]+)\b")
_KNOWN_TO = re.compile(
    r", (?:better |also )?(?:known|called) (?:to|in|among|by) (?:[\w’-]{1,20} ){1,4}(?:as )?(?!the |an? )"
    r"(?P<other>[\w’-]{2,20}(?: [\w’-]{2,20}){0,3})(?=[,.;])"
)
_LEADING = re.compile(
    r"(?:Under|In|On|At|By|For|With|From|Within|Without|Before|After|Behind|Beside|Near|Through|During|Since|As) (?:the |an? |its |their )?"
)
# "The spillway at Lod, a channel that carries flood water past a dam,".
_PLACED = re.compile(r" (?:at|in|near|on) [A-ZÀ-Þ][\w’-]{2,20}(?: [A-ZÀ-Þ][\w’-]{2,20}){0,2}\Z")
_KIND_NEXT = re.compile(r"an? (?:[a-z-]{2,20} ){1,3}(?:that|which|in which|by which) [a-z]")
_ARTICLE = 4  # letters before a subject
_ARTICLE_NEXT = re.compile(r"an? ")
# "Measured against all that it has lent".
_DONE = re.compile(r"[a-z]{3,20}ed (?:against|by|from|in|on|to|with|for|over|under|at|as) ")
_LABEL = 12  # letters from the beginning of a sentence in which a colon follows a label


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands behind a mark.

    Attributes:
        span, words: where, and what.
        is_clause: whether it tells when or where something is so ("where floes pile up").
        is_shut: whether a second mark shuts it in.
    """

    span: Span
    words: str
    is_clause: bool
    is_shut: bool


def _weighed(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "on copepods – tiny crustaceans that drift –", "a fish ladder, a stair of pools by which salmon climb, …"."""
    marks = len(cue[0]) - len(cue[0].lstrip("”’\"'")) or (len(cue["comma"]) - 1 if cue["comma"] else 0)
    placed = _PLACED.search(text, max(start, cue.start() - 60), cue.start()) if cue["comma"] and _KIND_NEXT.match(text, cue.end()) else None
    phrase = explained_before(text, start, placed.start() if placed else cue.start() + marks)
    term = as_term(phrase) if phrase else 0.0
    if phrase and cue["dash"] and phrase.is_one and phrase.span[0] - start < _ARTICLE and _ARTICLE_NEXT.match(text, cue.end()):
        term += 1.5  # "A reach – a stretch of river – is"
    if phrase and phrase.words[0][0].isupper() and not (phrase.is_marked or is_common(text, " ".join(phrase.words))):
        return None
    if not phrase or term < TERM or (cue["colon"] and phrase.span[0] - start < _LABEL):
        return None
    told = _behind(text, cue, end)
    if told and told.is_shut and cue["comma"] and phrase.span[0] == start and not is_familiar(phrase.words[-1].lower()):
        term += 1.0  # "Durum, the hard wheat from which pasta is made, has done better"
    if cue["comma"] and not (told and told.is_shut) and _LEADING.fullmatch(text, start, phrase.span[0]):
        return None  # "Under the declaration, a vessel …": the sentence begins behind the comma
    from_ = max(start, cue.start() - _FAR)
    if told and told.is_clause and text.rfind("(", from_, cue.start()) > text.rfind(")", from_, cue.start()):
        return None  # "jhum (shifting cultivation, in which …)": the bracket explains another
    if not told or _is_one_of_a_list(text, cue, phrase, told, start):
        return None
    said = None if told.is_clause else predicate_at(text, *told.span)
    weight = term + as_explanation(phrase, told.words, said) + _set_off(cue, told)
    return Defined(phrase.span, told.span) if weight >= _BOTH else None


def _known_to(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "They lived on harakeke, known to the settlers as New Zealand flax": a rare word by one that is known."""
    phrase = explained_before(text, start, cue.start())
    known = phrase and (phrase.is_marked or not is_familiar(phrase.words[-1].lower())) and as_term(phrase) >= TERM
    return Defined(phrase.span, cue.span("other")) if phrase and known else None


def _meant(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "expect a set-off, which means that your debt is taken out of your deposit": of a rare word behind an article."""
    phrase = explained_before(text, start, cue.start())
    if not phrase or not phrase.is_one or phrase.named or is_familiar(phrase.words[-1].lower()) or as_term(phrase) < TERM:
        return None
    told = cue.end(), closed_by_verb(text, cue.end(), definition_end(text, cue.end(), end))
    return None if phrase.head in LISTS["outcomes"] or _PAST_TOLD.search(text, *told) else Defined(phrase.span, told)


def _happening(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "Liquefaction takes place when shaking turns wet sand into a liquid"."""
    phrase = explained_before(text, start, cue.start())
    if not phrase or phrase.span[0] - start > _ARTICLE or as_term(phrase) < TERM or phrase.is_definite:
        return None
    if not (phrase.is_marked or is_common(text, " ".join(phrase.words))) or phrase.head in LISTS["outcomes"]:
        return None
    stop = closed_by_verb(text, cue.end(), definition_end(text, cue.end(), end))
    return None if _ONE_TIME.search(text, cue.end(), stop) else Defined(phrase.span, (cue.end(), stop))


def is_defined(phrase: NounPhrase, words: str, said: Predicate) -> bool:
    """Whether "is" joins a term and what explains it: "A geographical indication is ‖ a sign used on goods of one place"."""
    term = as_term(phrase)
    return term >= TERM and is_nominal(words) and term + as_explanation(phrase, words, said) >= _BY_VERB


def as_term(phrase: NounPhrase) -> float:
    """What speaks for a noun phrase as a term; 0 for a name, somebody's own, a person, everyday words, more than three words in marks."""
    low = phrase.words[-1].lower()
    if phrase.named or (phrase.is_plain and not phrase.is_marked) or phrase.head in _PEOPLE | LISTS["naming"] or not low[-1].isalpha():
        return 0.0
    if (phrase.article in _OWN and not phrase.is_marked) or any(word[1:] != word[1:].lower() for word in phrase.words):
        return 0.0
    if phrase.is_marked and (len(phrase.words) > 3 or not FINITE.isdisjoint(phrase.words) or "and" in phrase.words or not _is_noun(low)):
        return 0.0
    is_rare = not (is_familiar(low) or is_everyday([low]) or low.endswith("ly"))
    has_rare = is_rare or not all(is_familiar(word.lower()) for word in phrase.words)
    is_compound = len(phrase.words) > 1 and phrase.words[0].lower() not in PLAIN_ADJECTIVES
    weight = 2.5 * phrase.is_marked + 1.0 * is_rare + 1.0 * has_rare + 1.0 * is_compound
    return weight + 0.5 * (phrase.article in {"", "a", "an"})


def _is_noun(low: str) -> bool:
    return low not in VERBS or not low.endswith(("ed", "s"))


def _behind(text: str, cue: re.Match[str], end: int) -> _Told | None:
    """What a mark sets off, if it may be a noun phrase or a clause that tells when or where."""
    at, end = cue.end(), min(end, cue.end() + _FAR)
    first = _FIRST.match(text, at, end)
    is_clause = _CLAUSE.match(text, at, end) is not None
    if not first or _DONE.match(text, at, end) or (first[0] in NOT_FIRST | FINITE | LISTS["prepositions"] | _NOT_FIRST and not is_clause):
        return None
    stop, is_shut = definition_end(text, at, end), False
    if cue["dash"] or cue["bracket"]:
        close = text.find(cue["dash"] or ")", at, end)
        if close < 0 and cue["bracket"]:
            return None
        stop, is_shut = (close, True) if close > 0 else (stop, False)
    elif not cue["colon"]:
        close = closed_by_verb(text, at, stop)
        stop, is_shut = close, close < stop
    synonym = text.find(", which ", at, stop) if cue["or"] else -1
    is_shut = is_shut or synonym > 0
    words = text[at : synonym if synonym > 0 else stop].rstrip(" ,")
    if is_clause and is_condition(text, at, at + len(words)):
        return None
    if not (_LEAST - bool(cue["or"])) <= len(words.split()) <= _MOST or not (is_clause or is_nominal(words)):
        return None
    stop = at + len(words)
    return _Told((at, stop), words, is_clause, is_shut)


def _is_one_of_a_list(text: str, cue: re.Match[str], phrase: NounPhrase, told: _Told, start: int) -> bool:
    """Whether what stands behind a comma is the next of several things, or what one may have instead."""
    relative = DEPENDS.search(told.words)
    if _AND.search(told.words, 0, relative.start() if relative else len(told.words)):
        return True
    if not cue["comma"]:
        return False
    is_item = _ITEM.search(text, max(start, phrase.span[0] - 25), phrase.span[0]) is not None
    is_choice = cue["or"] and _CHOICE.search(text, max(start, phrase.span[0] - _LOOK_BACK), phrase.span[0])
    return is_item or bool(is_choice) or _GOES_ON.match(text, told.span[1]) is not None


def _set_off(cue: re.Match[str], told: _Told) -> float:
    """What a mark speaks for an explanation."""
    return 0.5 * told.is_shut + 0.5 * bool(cue["dash"] or cue["bracket"]) - 0.5 * bool(cue["colon"]) + 1.0 * bool(cue["or"] or cue["which"])


def as_explanation(phrase: NounPhrase, words: str, said: Predicate | None) -> float:
    """What speaks for some words as an explanation of a noun phrase; `said` is their noun with what is said of it, None for a clause."""
    if _ONE_TIME.search(_EACH_WOULD.sub("", words)):
        return -9.0
    weight = -1.0 * bool(_NUMBER.search(words)) - 1.5 * bool(_NAMES.search(words))
    if not said:
        return weight + (1.0 if _RULED.match(words) else 0.5)
    is_same = said.head == phrase.head and not (phrase.is_one and len(phrase.words) > 1 and said.indefinite and said.is_restricted)
    if is_same or said.head in _PEOPLE | LISTS["naming"] or said.head.endswith(("’s", "'s")):
        return -9.0
    if said.is_personal or said.is_of_the_past or not said.is_present_like or not _PEOPLE.isdisjoint(said.rest.split()[:2]):
        return -9.0
    is_figure = (said.is_measure or said.head in LISTS["ideas"]) and said.is_restricted
    is_doing, is_many = _DOING.match(words) is not None, _MANY.match(words) is not None
    weight += 1.5 if is_doing or is_figure else 1.0 * is_of_kind(said)
    weight += 1.0 if said.is_restricted and said.is_present else 0.5 * said.is_restricted
    weight -= 1.0 * said.is_remark + 1.5 * (said.head in SUMMING | LISTS["of_one"] | LISTS["outcomes"])
    weight -= 1.5 * (said.article == "the" and not (is_doing or is_figure))
    weight -= 1.5 * (phrase.is_plural and not phrase.is_one and said.article in {"a", "an"})
    return weight - 0.5 * (not said.article and not is_many) - 2.0 * (phrase.is_one and is_many)


RULES = (
    Rule((" – ", " — ", " - ", " -- ", ": ", " (", ", ", ",”", ",’"), _MARK, _weighed),
    Rule((", known ", ", called ", "better known"), _KNOWN_TO, _known_to),
    Rule((" which means that ",), _MEANS_THAT, _meant),
    Rule((" when ", " where ", " if ", " because ", " as soon as ", " means "), _HAPPENS, _happening),
)
