"""Rare words that an apposition explains: "a graip, a fork with flat tines", "cob (clay with straw)", "sortition, the choosing by lot".

Of a word that few know a writer says what it is; of a word that all know, "a rucksack, a present from her aunt", only which one it is.
So a long list of familiar words tells the two apart.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..records import Span
from .explanations import DEPENDS, NOT_FIRST, is_nominal
from .familiar import is_familiar
from .noun_phrases import PLAIN_ADJECTIVES, SUMMING, NounPhrase, is_everyday
from .phrases import LISTS, Defined, Rule, definition_end
from .predicates import Predicate, predicate_at
from .relatives import closed_by_verb, explained_before

_MARK = re.compile(r"(?<=\w)(?P<close>[”’\"']?)(?:,[”’\"']?| [–—-]|:|(?P<bracket> \()) ?(?P<told>(?:or )?(?:an?|the) [a-z])")
_OR_BARE = re.compile(r"(?<=[a-z]), or (?=(?:how |what |[a-z-]{3,20} (?:of|in|to|from|for|by|between|with) )[a-z])")
_VERBAL = re.compile(r"\b(?:to|will|would|can|could|may|might|must|should|shall|not|n[’']t|they|we|you|I|who|that|did|does|do) \Z")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|looks?|looked|seem(?:s|ed)|felt|feels?|too|very|so) \Z")
_ADJECTIVES = ("y", "ous", "ful", "ic", "al", "ive", "ish", "ent", "ant", "able", "ible", "less", "ary", "ile", "id")
_DOING = re.compile(r"the (?:[a-z]{3,15}ly )?(?:[a-z-]{3,20}(?:ing|tion|sion|ment)|act|art|practice|study) of ")
_OF_SUCH = re.compile(r"the (?:[a-z-]{3,20} ){1,3}of (?:an? )?(?!the |his |her |its |their |this |that )(?:[a-z-]{3,20} ){0,2}[a-z-]{3,20}")
# "Seepage, the part of the water that is lost": a piece of something else.
_PART_OF = re.compile(
    r"the (?:[a-z-]{3,20} )?(?:part|share|amount|portion|layer|cloud|mass|piece|edge|strip|band|gap|difference|rate|ratio|lack|loss|study"
    r"|growth|spread|flow|sum|number|fear|love|belief|custom|habit|skin|fluid|tissue|shell|wall|rim|lining|mouth) (?:of|between) "
)
_TELLS = re.compile(
    r"\b(?:of|for|with|without|that|which|who|whose|where|in|on|at|by|from|between|behind|under|over|to|made|used|[a-z]{3,20}ed)\b"
)
_ANOTHER = re.compile(r" and (?:an?|one|the|two|three|some|his|her|its) | or [“‘\"]")
_ITEM = re.compile(r", (?:an?|one|two|the|some|his|her) (?:[a-z-]{2,20} )?\Z")
_ONE_TIME = re.compile(r"\b(?:was|were|had|did|would|could)\b|\b(?:1[5-9]|20)\d\d\b|\b(?:my|our) |\d")
_CHOICE = re.compile(r"\b(?:or|may|can|could|choose|either|whether|wants?|perhaps|maybe|if|like|than|no|not|without)\b")
_LOOK_BACK = 70
_LEAST = 3


def rare_before(text: str, start: int, at: int) -> NounPhrase | None:
    """The noun phrase before a place, if its noun is a rare word and no name; an adjective of every day is left off."""
    phrase = explained_before(text, start, at)
    if not phrase or phrase.named or phrase.quoted or phrase.head in LISTS["naming"] or not phrase.words[-1][-1].isalpha():
        return None
    low = phrase.words[-1].lower()
    if is_familiar(low) or is_everyday([low]) or any(letter.isupper() for letter in phrase.words[-1][1:]):
        return None
    if phrase.article in {"his", "her", "my", "your", "our", "their", "another", "other", "many", "few"} or low.endswith("ly"):
        return None
    before = text[max(start, phrase.span[0] - 12) : phrase.span[0]]
    if not phrase.article and (_VERBAL.search(before) or (_BE.search(before) and low.endswith(_ADJECTIVES))):
        return None
    if text[phrase.span[0]].isupper() and (phrase.span[0] > start + 2 or (not low.endswith("s") and not _is_noun(low))):
        return None
    first = next((n for n, word in enumerate(phrase.words) if word.lower() not in PLAIN_ADJECTIVES), 0)
    words = phrase.words[first:]
    return replace(phrase, span=(phrase.span[1] - len(" ".join(words)), phrase.span[1]), words=words)


def _is_noun(low: str) -> bool:
    return low.endswith(tuple(LISTS["endings"]))


def _apart(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "dig with a graip, a fork with four flat tines", "The walls are of cob (a mix of clay and straw)"."""
    phrase = rare_before(text, start, cue.end("close"))
    if not phrase or _ITEM.search(text, max(start, phrase.span[0] - 12), phrase.span[0]):
        return None
    at = cue.start("told")
    if text.startswith("or ", at):
        if _CHOICE.search(text, max(start, phrase.span[0] - _LOOK_BACK), phrase.span[0]):
            return None  # "a flood, perhaps, or a landslide, or a wind"
        at += 3
    told = _told(text, at, end, bool(cue["bracket"]))
    said = predicate_at(text, *told) if told else None
    if not told or not said or said.head == phrase.head or not _is_general(said, phrase):
        return None
    return Defined(phrase.span, told)


def _or(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "dysphagia, or difficulty in swallowing", "turbidity, or how cloudy the water is"."""
    phrase = rare_before(text, start, cue.start())
    if not phrase or phrase.article or phrase.is_plural or text.rfind(",", max(start, phrase.span[0] - 40), phrase.span[0]) > 0:
        return None
    if _CHOICE.search(text, max(start, phrase.span[0] - _LOOK_BACK), phrase.span[0]):
        return None
    stop = closed_by_verb(text, cue.end(), definition_end(text, cue.end(), end))
    return Defined(phrase.span, (cue.end(), stop)) if _LEAST <= len(text[cue.end() : stop].split()) <= 12 else None


def _told(text: str, at: int, end: int, in_brackets: bool) -> Span | None:
    """An apposition up to its bracket or comma, if it is a noun phrase."""
    close = text.find(")", at, min(end, at + 250)) if in_brackets else -1
    if in_brackets and close < 0:
        return None
    stop = close if close > 0 else closed_by_verb(text, at, definition_end(text, at, end))
    words = text[at:stop]
    return (at, stop) if len(words.split()) >= _LEAST and is_nominal(words) and words.split(" ", 2)[1] not in NOT_FIRST else None


def _is_general(said: Predicate, phrase: NounPhrase) -> bool:
    """Whether an apposition tells what kind of thing a word means, not what became of one."""
    words = said.words
    people = LISTS["roles"] | LISTS["named"] | LISTS["persons"]
    if said.is_remark or said.is_personal or said.is_of_the_past or said.head in people | SUMMING | LISTS["of_one"] | LISTS["outcomes"]:
        return False
    if not people.isdisjoint(said.rest.split()[:2]):
        return False
    relative = DEPENDS.search(words)
    if _ONE_TIME.search(words) or _ANOTHER.search(words, 0, relative.start() if relative else len(words)) or not said.is_present_like:
        return False
    if said.article == "the":
        if said.names:
            return False
        return (
            bool(_DOING.match(words))
            or (not phrase.article and bool(_OF_SUCH.fullmatch(words)))
            or bool(_PART_OF.match(words))
            or (said.head in LISTS["ideas"] | LISTS["measures"] | LISTS["kinds"] and said.is_restricted)
        )
    if phrase.is_plural and not phrase.is_one and said.article in {"a", "an"}:
        return False
    return said.is_kind or bool(_TELLS.search(said.rest.partition(" ")[2]))


RULES = (
    Rule((", a", ", the ", ",” a", " (a", " (the ", " – ", " — ", " - ", ": ", ", or "), _MARK, _apart),
    Rule((", or ",), _OR_BARE, _or),
)
