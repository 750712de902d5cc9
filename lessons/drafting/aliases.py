"""Other names within a sentence: "a drum called the …", "… is known as the …", "…, which doctors call …", "…, or simply the …"."""

from __future__ import annotations

import re

from .phrases import FINITE, LISTS, Defined, Rule, head_of, is_phrase, phrase_before
from .records import Span
from .term_words import is_term, term_at

_NAMED = r"(?:known as|called|termed|dubbed|referred to as) "
_PASSIVE = re.compile(rf"(?<!which)(?<!that) (?:is|are) (?:(?:also|better|commonly|usually|often|now|generally) )?{_NAMED}")
_CALLED = re.compile(
    rf"(?:,? |,? ?\()(?P<known>(?:which (?:is|are) )?(?:(?:also|better|commonly|usually|often|sometimes|otherwise) )?){_NAMED}"
)
_OTHERS = re.compile(r",? (?:which|or what|what|that) (?:[\w’-]{1,30} ){1,3}(?:calls?|dub|know as|refer to as) ")
_SIMPLY = re.compile(r",? or,? (?:simply|just|in short|for short|more simply),? ")
_LONGEST = 300  # letters of a subject
_NO_NOUN = (" is", " are", " was", " be", " so", "what", " been", "were", " being")
_BEHIND = frozenset({"", " ", ",", ".", ";", ")", "”", "’", '"'})


def _passive(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "The rule that … is known as the X": the subject is the definition, if it says enough."""
    subject = text[start : cue.start()] if cue.start() - start < _LONGEST else ""
    words = subject.split()
    if not 4 <= len(words) <= 30 or words[0].lower() not in {"the", "a", "an", "any", "this", "these"}:
        return None
    if ";" in subject or "“" in subject or not is_phrase(text, start, cue.start()):
        return None
    term = term_at(text, cue.end(), end)
    return Defined(term, (start, cue.start())) if term and is_term(text, term, cue.end()) else None


def _called(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a timetable known as the X", "the treaty (also called the X)"."""
    if text[max(start, cue.start() - 6) : cue.start()].rstrip().endswith(_NO_NOUN):
        return None
    phrase, term = phrase_before(text, start, cue.start()), term_at(text, cue.end(), end)
    if not phrase or not term or (cue[0] == " called " and phrase[0] - start < 3):
        return None  # the last: "The chief called a meeting"
    if not is_term(text, term, cue.end(), bool(cue["known"] or "(" in cue[0])) or not _is_thing(text, phrase):
        return None
    behind = text[term[1] : term[1] + 12].split()
    return None if behind and behind[0] in LISTS["particles"] - {"in", "on"} else Defined(term, phrase)


def _others(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the gap, which economists call the X"."""
    phrase, term = phrase_before(text, start, cue.start()), term_at(text, cue.end(), end)
    if not phrase or not term or text[term[1] : term[1] + 1] not in _BEHIND or not text[term[0]].islower():
        return None
    return Defined(term, phrase) if is_term(text, term, cue.end()) and _is_thing(text, phrase) else None


def _simply(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the nine-day blood test, or simply the nine"."""
    phrase, term = phrase_before(text, start, cue.start()), term_at(text, cue.end(), end)
    if not phrase or not term or text.startswith("put", term[0]) or text[term[1] : term[1] + 1] not in _BEHIND - {" "}:
        return None
    return Defined(term, phrase)


def _is_thing(text: str, phrase: Span) -> bool:
    """Whether a noun phrase names a thing that has a term: not somebody with a name, nor what "she later called" something."""
    words = text[slice(*phrase)].split()
    low = [word.lower() for word in words]
    if not (LISTS["pointing"] | {"what", "later"}).isdisjoint(low[-3:]) or (len(words) == 2 and words[1][0].isupper()):
        return False
    head, _ = head_of(text, phrase[0] + len(words[0]) + 1, phrase[1])
    return not ({head, low[-1]} & LISTS["named"] or low[-1] in FINITE or low[-1] in LISTS["prepositions"])


_CALLING = ("known as", "called", "termed", "dubbed", "referred to as")
RULES = (
    Rule(_CALLING, _PASSIVE, _passive),
    Rule(_CALLING, _CALLED, _called),
    Rule((" call ", " calls ", " dub ", "know as", "refer to as"), _OTHERS, _others),
    Rule(("simply", "or just", "short"), _SIMPLY, _simply),
)
