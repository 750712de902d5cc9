"""Other names within a sentence: "a drum called the …", "… is known as the …", "…, which doctors call …", "…, or simply the …"."""

from __future__ import annotations

import re

from ..records import Span
from .noun_phrases import noun_before
from .phrases import FINITE, LISTS, Defined, Rule, definition_end, head_of, is_phrase, phrase_before
from .term_words import is_term, term_at

NAMED_AS = r"(?:known (?:(?:in|to|among|by|on|at) (?:[\w’-]{1,20} ){1,4}?|[a-z]{3,15}ly )?as|called|termed|dubbed|referred to as) "
_PASSIVE = re.compile(rf"(?<!which)(?<!that) (?:is|are) (?:(?:also|better|commonly|usually|often|now|generally) )?{NAMED_AS}")
_CALLED = re.compile(
    rf"(?:,? |,? ?\()(?P<known>(?:which (?:is|are|was|were|became|has become|came to be) )?"
    rf"(?:(?:also|better|often|sometimes|otherwise|together|[a-z]{{4,12}}ly) )?){NAMED_AS}"
)
_OTHERS = re.compile(
    r",? (?:which|or what|what|that) (?:[\w’-]{1,30} ){1,3}(?:calls?|dub(?:s|bed)?|named|termed|christened|labelled|know as|refer to as) "
)
_SIMPLY = re.compile(r",? or,? (?:simply|just|in short|for short|more simply),? ")
_MASS = re.compile(r"[A-Z][a-z-]{2,20} (?:[a-z-]{3,20} )?(?:that|which|who) [a-z]")
# The finite verb comes behind it, so that a form like "paid" is a participle: "The fee paid to the pilot is known as …".
_REDUCED = re.compile(
    r"(?:The|An?|Any) (?:[a-z-]{2,20} ){1,3}?"
    r"(?:put|kept|set|paid|left|lent|held|drawn|made|given|taken|sold|cut|built|spent|laid|worn|sent|owed)"
    r"(?: (?:aside|up|out|down|off|back|away))? (?:for|to|by|in|on|from|at|into|with|between|over|under|when|each|every|as) "
    r"(?!.*\b(?:what|which|who|that)\Z)"
)
_COMPLEMENT = re.compile(r" (?:an? )?[“‘\"']| (?:an?|too|very|so) ")
_BARE = re.compile(
    r"(?:, |\b(?:and|or|of|with|in|for|by|on) |\b(?:drink|eat|use|need|needs|wear|sell|grow|is|are|was|were) )(?P<noun>[a-z-]{3,30})\Z"
)
_SUBJECT = re.compile(r"(?:The|A|An|Any) (?:[a-z-]{2,20} ){1,6}(?:that|which|who) (?:[\w’-]{1,20} ){1,8}[\w’-]{1,20}")
# "Mosses and their partners, together known as soil crust, …".
_SEVERAL = re.compile(r"[A-Z][\w’'-]{1,20}(?: [a-z][\w’'-]{1,20}){0,3} and (?:[a-z-]{2,20} ){0,3}[a-z-]{3,20}")
_TOGETHER = ("together ", "collectively ", "jointly ")
_NAMING = re.compile(rf" {NAMED_AS}")
_WHICH_MEANS = re.compile(r"[”’\"']?,? (?:which (?:simply |just |literally )?means|meaning|in other words)(?: that)?,? (?![“‘\"])")
_NO_TELLING = frozenset(
    {
        "a device",
        "the device",
        "the tool",
        "a tool",
        "the scheme",
        "a scheme",
        "the system",
        "a system",
        "a technicality",
        "a thing",
        "the thing",
        "a process",
        "the process",
        "a practice",
        "the practice",
        "a phenomenon",
        "a method",
        "a technique",
        "a word",
    }
)
# "146 cases of pertussis, commonly known as whooping cough".
_CASES = re.compile(
    r"\b(?:\d[\d,.]*|[a-z]+(?:ty|een|two|three|four|five|six|seven|eight|nine|ten)) [a-z]{3,15}s of (?P<noun>[a-z-]{3,30})\Z"
)
_LONGEST = 300  # letters of a subject
_NO_NOUN = (" is", " are", " was", " be", " so", "what", " been", "were", " being")
_BEHIND = frozenset({"", " ", ",", ".", ";", ")", "”", "’", '"'})


def _passive(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "The rule that … is known as the X": the subject is the definition, if it says enough."""
    subject = text[start : cue.start()] if cue.start() - start < _LONGEST else ""
    words = subject.split()
    if not 4 <= len(words) <= 30:
        return None
    is_kind = words[0].endswith("s") and words[1] in {"who", "that", "which", "whose"} and " are " in cue[0]
    is_mass = _MASS.match(subject) is not None  # "Water that is hotter than that and yet liquid is known as …"
    if not (is_kind or is_mass) and words[0].lower() not in {"the", "a", "an", "any", "this", "these", "those", "people", "anyone"}:
        return None
    if ";" in subject or "“" in subject:
        return None
    if not (is_kind or is_mass or is_phrase(text, start, cue.start()) or _REDUCED.match(subject)):
        return None
    term = term_at(text, cue.end(), end)
    return Defined(term, (start, cue.start())) if term and is_term(text, term, cue.end()) else None


def _called(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a timetable known as the X", "the treaty (also called the X)"."""
    if text[max(start, cue.start() - 6) : cue.start()].rstrip().endswith(_NO_NOUN):
        return None
    counted = _CASES.search(text, max(start, cue.start() - 60), cue.start())
    phrase = counted.span("noun") if counted else _subject_before(text, start, cue) or phrase_before(text, start, cue.start())
    phrase, term = phrase or _kind_before(text, start, cue.start()), term_at(text, cue.end(), end)
    if phrase and text[max(start, phrase[0] - 5) : phrase[0]].lower().endswith("what "):
        return None  # "what an aide called a farce"
    if not phrase or not term or (cue[0] == " called " and phrase[0] - start < 3):
        return None  # the last: "The chief called a meeting"
    other = cue["known"] or cue[0] == " known as " or "(" in cue[0] or cue[0].startswith(", known")
    if not is_term(text, term, cue.end(), bool(other)) or not _is_thing(text, phrase, "known " in cue[0]):
        return None
    if cue[0].endswith("called ") and _COMPLEMENT.match(text, term[1]):
        return None  # "…, called the plan “a start”"
    behind = text[term[1] : term[1] + 12].split()
    return None if behind and behind[0] in LISTS["particles"] - {"in", "on"} else Defined(term, phrase)


def _kind_before(text: str, start: int, end: int) -> Span | None:
    """Several things of a kind without an article: "Small boats called tenders", "along fixed lines known as transects"."""
    phrase = noun_before(text, start, end)
    is_kind = phrase and not phrase.article and not phrase.named and phrase.is_plural and len(phrase.words) > 1
    return phrase.span if phrase and is_kind else None


def _subject_before(text: str, start: int, cue: re.Match[str]) -> Span | None:
    """The whole subject of a sentence with its relative clause: "The tax on goods that harm the air, called a border levy, …"."""
    subject = _SEVERAL if cue["known"].endswith(_TOGETHER) else _SUBJECT
    found = subject.fullmatch(text, start, cue.start()) if text.startswith(",", cue.start()) else None
    return found.span() if found else None


def _others(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the gap, which economists call the X"."""
    phrase, term = phrase_before(text, start, cue.start()) or _bare_before(text, start, cue.start()), term_at(text, cue.end(), end)
    if not phrase or not term or text[term[1] : term[1] + 1] not in _BEHIND or not text[term[0]].islower():
        return None
    if text[max(start, phrase[0] - 5) : phrase[0]].lower().endswith("what ") or cue[0].startswith(" what "):
        return None  # the latter: "a bill to end what the law calls tied rents"
    return Defined(term, phrase) if is_term(text, term, cue.end()) and _is_thing(text, phrase) else None


def _simply(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the nine-day blood test, or simply the nine"."""
    phrase, term = phrase_before(text, start, cue.start()), term_at(text, cue.end(), end)
    if not phrase or not term or text.startswith("put", term[0]) or text[term[1] : term[1] + 1] not in _BEHIND - {" "}:
        return None
    return Defined(term, phrase)


def _bare_before(text: str, start: int, end: int) -> Span | None:
    """One noun in small letters behind a comma, a conjunction or a preposition: "salt, which …"."""
    found = _BARE.search(text, max(start, end - 40), end)
    return found.span("noun") if found and found["noun"] not in FINITE else None


def _called_which(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "The plan is called rewilding, which means that …"."""
    term = term_at(text, cue.end(), end)
    told = _WHICH_MEANS.match(text, term[1], end) if term else None
    if not term or not told or not is_term(text, term, cue.end()):
        return None
    return Defined(term, (told.end(), definition_end(text, told.end(), end)))


def _is_thing(text: str, phrase: Span, known: bool = False) -> bool:
    """Whether a noun phrase names a thing that has a term: not somebody with a name, nor what "she later called" something."""
    words = text[slice(*phrase)].split()
    low = [word.lower() for word in words]
    if not (LISTS["pointing"] | {"what", "later"}).isdisjoint(low[-1:] if known else low[-3:]) or (
        len(words) == 2 and words[1][0].isupper()
    ):
        return False
    if " ".join(low) in _NO_TELLING:
        return False
    head, _ = head_of(text, phrase[0] + len(words[0]) + 1, phrase[1])
    return not ({head, low[-1]} & LISTS["named"] or low[-1] in FINITE or low[-1] in LISTS["prepositions"])


_CALLING = ("known ", "called", "termed", "dubbed", "referred to as")
RULES = (
    Rule(_CALLING, _PASSIVE, _passive),
    Rule(_CALLING, _CALLED, _called),
    Rule(("means", "meaning", "other words"), _NAMING, _called_which),
    Rule((" call ", " calls ", " dub", " named ", " termed ", " christened ", " labelled ", "know as", "refer to as"), _OTHERS, _others),
    Rule(("simply", "or just", "short"), _SIMPLY, _simply),
)
