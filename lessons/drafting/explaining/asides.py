"""Explanations that nothing but a comma, a bracket, a dash or "or" shows: "a croft, a small farm whose …", "annuities (contracts that …)".

They ask for a rare word before them, and for what is told in general behind.
"""

from __future__ import annotations

import re

from ..records import Span
from ..words import data
from .appositions import is_condition
from .explanations import DEPENDS, NOT_FIRST, explained, first_comma
from .familiar import is_familiar
from .noun_phrases import SUMMING, NounPhrase, noun_before
from .phrases import LISTS, Defined, Rule, definition_end, singular
from .predicates import Predicate, predicate_at

_WORDS = data("noun_phrases")
_GENUS = LISTS["kinds"] | LISTS["natures"] | LISTS["measures"] | frozenset(_WORDS["genus"].split())
_HEAD_ENDS = re.compile(r" (?:of|for|to|with|by|from|on|in|at|that|which|who|whose|where|when|so|used|made|left|between|over|under)\b")
# Another thing of a list before a clause: "a payload and a trailer that …".
_LIST = re.compile(r" and (?:an?|one|the|two|three|some|his|her|its) ")
_ITEM = re.compile(r", (?:an?|one|two|the) \Z")
# A relative clause that is told of all times.
PRESENT = re.compile(
    r"\b(?:(?:that|which|who) (?:(?:is|are|has|have|can|cannot|may|must|do|does|lets?)\b|(?:[a-z]{2,20}ly )?[a-z]{2,20}(?:s|[^s\W]s)\b)"
    r"|(?:that|which) (?:an? |the )?[a-z-]{2,20} [a-z]{2,20}s?\b|whose [a-z-]{2,20}"
    r"|(?:in|by|on|at|for|from|through|with) which|whereby|used (?:to|for|by|in)"
    r"|so [a-z]{2,20} that)\b"
)
_PLURAL_PRESENT = re.compile(
    r"[\w-]{2,30}s (?:that|which|who|whose|in which|of|for|made|paid|used|left|given|taken|set|sold|held|with|between) "
)
_DONE = re.compile(
    r"\b[a-z]{3,20}(?:ed|built|made|left|worn|held|kept|set|cut|drawn|sung|given|dug)"
    r" (?:by|for|to|from|in|on|with|of|open|when|so) [a-z]"
)
_SINGULAR_ING = re.compile(r"an? (?:[a-z-]{2,20} ){0,2}[a-z]{2,20}(?:ing|tion|sis) of [a-z]")
_PERFECT = re.compile(r"\b(?:that|which|who) (?:has|have) ")
# "a worker who is paid by the day" tells of any, "a teacher who lives next door" of one.
_OF_ANY = re.compile(r"\b[a-z]{3,20} who (?:is|may|must|can) (?!an?\b|the\b|now\b)")
_PAST_WORD = re.compile(r"\b(?:was|were|had|did)\b|\b(?:1[5-9]|20)\d\d\b")
_NAME = re.compile(r"\b[A-Z][a-z]")
_MANY = re.compile(r"[a-z-]{2,20}s\b|[a-z-]{2,20} (?:and |or )?[a-z-]{2,20}s\b")
_ED = re.compile(r"\b[a-z]{3,20}ed\b")
_CHOICE = re.compile(r"\b(?:may|can|could|choose|either|whether|want|wants|bring|take|if|buy|eat|order|perhaps|maybe)\b|\?")
_WORDS_FOR = LISTS["naming"] - {"concept"}  # "‘fair’, a word that he has never liked", tells nothing
_LOOK_BACK = 70
_OR = re.compile(r", or (?=an? |the )")
_BRACKET = re.compile(r"(?: \(| (?P<dash>[–—]) |(?P<tight>—))(?=[a-z])")
_APART = re.compile(r", (?=an? (?![\w’-]{1,30}(?: [\w’-]{1,30})?,))")
_WHERE = re.compile(r", (?P<how>where|when|in which|by which|whereby) (?=[a-z])")


def _rare(phrase: NounPhrase | None) -> bool:
    """Whether a noun phrase may be a term where no word says that it is explained: no name, nothing of every day, not "the …"."""
    return phrase is not None and not phrase.named and not phrase.is_plain and phrase.article in {"", "a", "an", "no"}


def general(text: str, told: Span, is_remark_too: bool = True) -> Predicate | None:
    """What an apposition says, if it is told in general and not of a person, a place or one time.

    With `is_remark_too`, what sums up the clause before ("a move that …", "the difference that …") is left out as well.
    """
    said = predicate_at(text, *told)
    if not said or said.is_remark or said.is_personal or said.is_conditional or said.names or _PERFECT.search(said.words):
        return None
    person = said.head in LISTS["persons"] | LISTS["roles"] or _is_who(said)
    if person and not (said.head in LISTS["persons"] and _OF_ANY.search(said.words)):
        return None
    if (
        said.head in _WORDS_FOR
        or said.is_of_the_past
        or (is_remark_too and said.head in SUMMING)
        or _PAST_WORD.search(said.words)
        or _NAME.search(said.words)
    ):
        return None
    return said


def _is_who(said: Predicate) -> bool:
    """Whether "who" stands behind the head noun of an apposition."""
    ends = _HEAD_ENDS.search(said.rest)
    return bool(ends and ends[0] == " who")


def _or(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a surrender premium, or a sum that …"; other choices are none ("a tent, or a van that has a bed")."""
    phrase = noun_before(text, start, cue.start())
    if not phrase or not _rare(phrase) or _CHOICE.search(text, max(start, phrase.span[0] - _LOOK_BACK), phrase.span[0]):
        return None
    told = explained(text, cue.end(), end)
    said = general(text, told) if told else None
    sure = said and said.is_kind and (PRESENT.search(said.rest) or (said.is_measure and said.tells))
    return Defined(phrase.span, told) if told and sure else None


def _bracket(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "annuities (contracts that pay …)", "barrages – dams that …": many, explained by a plural of which one tells in general."""
    dash = cue["dash"] or cue["tight"]
    mark = f" {dash}" if cue["dash"] else dash or ")"
    close = text.find(mark, cue.end(), min(end, cue.end() + 250))
    many = close > 0 and bool(_PLURAL_PRESENT.search(text, cue.end(), min(close, cue.end() + 60)))
    one = close > 0 and not many and not dash and text.startswith(("a ", "an "), cue.end()) and bool(PRESENT.search(text, cue.end(), close))
    phrase = noun_before(text, start, cue.start()) if many or one else None
    if (
        not phrase
        or phrase.named
        or phrase.is_plain
        or (many and phrase.article in {"a", "an"})
        or (one and (phrase.is_plural or not _rare(phrase)))
    ):
        return None
    if many and not phrase.is_plural and not _rare(phrase):
        return None
    told = (cue.end(), close)
    if not explained(text, cue.end(), close) or len(text[slice(*told)].split()) < 4:
        return None
    said = general(text, told)
    return Defined(phrase.span, told) if said and (many or is_of_kind(said)) else None


def is_of_kind(said: Predicate) -> bool:
    """Whether an apposition puts a thing under a kind, before the clause that says how it differs."""
    depends = _HEAD_ENDS.search(said.rest)
    words = [singular(word.strip(",")) for word in said.rest[: depends.start() if depends else len(said.rest)].split()[:6]]
    return not (_GENUS | LISTS["persons"]).isdisjoint(words) or bool(words and words[-1].endswith(("ing", "tion", "ism", "ity", "ness")))


def _apart(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a croft, a small farm whose tenant …", "as pyromorphite, a lead phosphate so stable that …"."""
    phrase = noun_before(text, start, cue.start())
    if not phrase or not _rare(phrase) or phrase.is_plural or (text[phrase.span[0]].isupper() and not phrase.words[0].isupper()):
        return None
    if _ITEM.search(text, max(start, phrase.span[0] - 8), phrase.span[0]) or phrase.head in LISTS["naming"]:
        return None  # "a tent, a stove, a lamp that …", "in other words, a …"
    told = explained(text, cue.end(), end)
    said = general(text, told) if told else None
    if not told or not said or said.head == phrase.head:
        return None
    told = first_comma(text, told)
    words = text[slice(*told)]
    relative = DEPENDS.search(words)
    if _LIST.search(words, 0, relative.start() if relative else len(words)):
        return None
    if not is_of_kind(said):
        return None
    sure = PRESENT.search(words) or _SINGULAR_ING.match(words) or (_DONE.search(words) and not _NAME.search(words))
    return Defined(phrase.span, told) if sure else None


def _where(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "blames an ice jam, where floes pile up at a bend": one of a kind, and what happens there to many."""
    phrase = noun_before(text, start, cue.start() + (text[cue.start() - 1] in "”’"))
    if not phrase or not (_rare(phrase) or phrase.quoted):
        return None
    one = (phrase.is_one and (len(phrase.words) > 1 or not is_familiar(phrase.head))) or (
        phrase.quoted and phrase.words[0].islower() and cue["how"] in {"when", "where"}
    )
    doing = (
        not phrase.article
        and len(phrase.words) == 1
        and phrase.words[0].endswith(("ing", "ism", "ance", "ation"))
        and len(phrase.words[0]) > 6
    )
    if not (one or doing):
        return None
    stop = definition_end(text, cue.end(), end)
    first = text[cue.end() : stop].split(" ", 1)[0]
    if first in NOT_FIRST or first in LISTS["pointing"] or _PAST_WORD.search(text, cue.end(), stop):
        return None
    comma = text.find(", ", cue.end(), stop)
    if comma > 0 and is_condition(text, cue.end(), comma):
        return None  # "a deposit, where a landlord asks for it, must be returned"
    many = first in {"a", "an"} or _MANY.match(text, cue.end(), stop)
    told = (cue.end() if cue["how"] in {"where", "when"} else cue.start("how"), stop)
    return Defined(phrase.span, told) if many and not _ED.search(text, cue.end(), min(stop, cue.end() + 50)) else None


RULES = (
    Rule((", or a", ", or the "), _OR, _or),
    Rule((" (", " – ", "—"), _BRACKET, _bracket),
    Rule((", a",), _APART, _apart),
    Rule((", where", ", when", ", in which", ", by which"), _WHERE, _where),
)
