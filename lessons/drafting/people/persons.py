"""Whether a run of capitals is a person's name: what speaks for it, and what against."""

from __future__ import annotations

import re

from ..words import data, split
from .capitals import GIVEN, PARTICLES, SURNAMES_FIRST, Named, bare_letters
from .office_heads import is_head, singular

_DATA = data("names")
_SEXED = GIVEN["m"] | GIVEN["f"]
_GIVEN = _SEXED | GIVEN["any"]
_SURNAMES = split(_DATA["surnames"])
_SOFT = split(_DATA["bodies_soft"])
_BODIES = split(_DATA["bodies"]) - _SOFT
_PLACE_FIRST = split(_DATA["place_first"])
_PLACES = split(_DATA["places"])
_LANDS = frozenset(_DATA["lands"])
_PEOPLES = split(_DATA["peoples"])
_BEFORE_PLACE = split(_DATA["before_place"])
_BODIES_TOO = split(data("offices")["bodies_too"])
_STREETS = frozenset("superior king queen bishop dean abbot pope captain major admiral marshal general prince".split())
# What names a street or a building behind a title and is hardly a surname; words that are both stand in `bodies_soft`.
_WAYS = frozenset("quay street road avenue square terrace island islands boulevard wharf crescent esplanade".split())
_BUILDINGS = frozenset("row house building bay tower inn arms castle gardens".split())
_ADDRESS = re.compile(r"(?:\d[A-Za-z]?,?|\b(?:in|at|near|on|along|off|into))\s(?:the\s)?(?:[A-Z]\w{1,14}\s)?[A-Z]?\Z")
_VERBS = split(_DATA["person_verbs"])
_BEFORE_SPEAKER = split(_DATA["before_speaker"])

_LAST = re.compile(r"(?P<word>[\w’'-]{1,30})(?P<comma>[,:]?)[\s“”\"‘(]{1,3}\Z")
# "The keeper before her, ‖".
_HOLDER_BEFORE = re.compile(r"\b(?P<head>[a-z-]{3,20}) (?:before|after) (?:him|her|them|me|us|that), \Z")
_NEXT = re.compile(r"(?P<mark>[,:]?)\s{1,2}(?P<word>[\w’'-]{1,20})")
_AGE = re.compile(r",? (?:\()?(?:aged )?\d{1,3}(?=[,.);]| and\b)|,? \((?:born |b\. )?(?:c\. ?)?1\d{3}|,? \(1\d{3}[–-]|, now \d\d\b")
_ONE_WHO = re.compile(r"\s?(?:,|[–—(])\s?(?:an?|the)\s(?:[a-z][a-z-]{1,20}\s){1,4}who\b")
_WHO = re.compile(r",?\s(?:who|whose|whom)\b")
# What only a person has: kin, a childhood, a face.
_OWNED = split(data("quotations")["lists"]["kinship"]) | split(_DATA["owned_by_people"])
_OWNS = re.compile(
    r"(?:[’']s|(?<=s)[’'])\s(?:(?:late|own|elder|older|younger|eldest|youngest|old|only|first|second|former|ex|two|three|four)[\s-])?(?P<word>[a-z-]{3,18})"
)
_FIRM = re.compile(
    r"[,]?\s(?:S\.A|Ltd|Inc|LLC|plc|PLC|GmbH|Corp|Co\b|AG\b|Pty|N\.V|B\.V|&\s[A-Z]|\([A-Z][A-Za-z]{0,3}[A-Z]{1,8}\))"
    r"|-?\d|\s\d{1,4}\b(?!\s[a-z])|[-–][A-Z]"
)
_THING = re.compile(
    r"\s(?:stations?|style|street|road|schools?|hospital|library|stadium|bridge|furniture|hotel|pub|square|chairs?|period|cup|medal)\b"
)
# "When ‖ talks about a river she talks about money": whom a pronoun of the same clause takes up.
_TAKEN_UP = re.compile(
    r"\s(?!is\b|was\b|has\b)[a-z]{3,14}(?:s|ed)\s(?:(?!where\b|which\b|that\b|who\b|when\b|as\b)[a-z’'-]+\s){0,8}?"
    r"(?:he|she|his|her|him|himself|herself)\b"
)
# "The Panel on ‖", "a Center for ‖": what a body is about ends its name.
_ABOUT = re.compile(
    r"\b(?:Panel|Committee|Subcommittee|Commission|Council|Cent(?:re|er)|Institute|Forum|Conference|Convention|Board|Agency|Authority|Network"
    r"|Initiative|Foundation|Fund|Bureau|Office|Department|Ministry|Tribunal|Alliance|Coalition|Campaign|Treaty|Compact|Act|Union"
    r"|Society|Association|Directorate|Secretariat|School|Laboratory|Observatory|Museum) (?:on|for|against) (?:the )?\Z"
)
_APPOSED = re.compile(r"\s?(?:,|[–—(]|-(?=\s))\s?(?P<words>[^.;:()\n]{3,80})")


def is_place_or_body(text: str, one: Named) -> bool:
    """Whether words of a run, or what stands around it, name a place, a body or a thing.

    >>> [is_place_or_body("", Named(0, 0, 0, name)) for name in ("Lake Tana", "Tana Roy", "Roy Lake", "Tana Bank")]
    [True, False, False, True]
    """
    low = [word.lower() for word in one.words]
    given = [bare_letters(word) for word in low[:2]]
    if len(low) == 1 and low[0] in _SOFT and any(title.lower() in _STREETS for title in one.titles):
        return True
    if one.name.lower() in _LANDS or _is_address(text, one, low) or _is_of_a_body(text, one):
        return True
    if one.name.lower() in _PLACES or low[-1] in _PEOPLES or all(word in _PLACES or word in _PEOPLES for word in low):
        return not (len(low) > 1 and given[0] in _GIVEN)
    if not _BODIES.isdisjoint(low[1:] if len(low) > 1 and given[0] in _SEXED else low):
        return True
    if low[0] in _PLACE_FIRST and len(low) > 1 and given[0] not in _GIVEN:
        return True
    if low[-1] in _SOFT or low[0] in _SOFT:
        personal = (
            not _GIVEN.isdisjoint(given[:2]) or "." in one.words[0] or one.is_titled or (low[-1] not in _SOFT and low[0] in SURNAMES_FIRST)
        )
        if not personal and _before(text, one) < 2:
            return True
    return _is_firm(text, one) or (one.is_titled and len(low) == 1 and _THING.match(text, one.end) is not None)


def _is_of_a_body(text: str, one: Named) -> bool:
    """Whether a run ends the name of a body: "the Panel on ‖ Rural Trades", "the Center for ‖ Sovereign Debt"."""
    first = one.start - len(" ".join((*one.titles, ""))) if one.titles else one.start
    return _ABOUT.search(text, max(0, first - 24), max(0, first)) is not None


def _is_address(text: str, one: Named, low: list[str]) -> bool:
    """Whether a title belongs to a street or a house: "14 Sheriff Quay", "Governor House", "Admiral Nelson Street"."""
    if not any(is_head(title) for title in one.titles):
        return False
    if low[-1] in (_WAYS | _BUILDINGS if len(low) == 1 else _WAYS):
        return True
    return len(low) == 1 and low[0] in _SOFT and _ADDRESS.search(text, max(0, one.outer - 24), one.outer + 1) is not None


def _is_firm(text: str, one: Named) -> bool:
    """Whether the letters of a firm, a number or its short form in brackets follow a run; a person has degrees, a party."""
    firm = _FIRM.match(text, one.end) if one.end else None
    if not firm or "(" not in firm[0]:
        return bool(firm)
    return not one.is_titled and "".join(word[0] for word in one.words).lower() in firm[0].lower()


def is_person(text: str, one: Named, singles: set[str]) -> bool:
    """Whether enough speaks for a person; `singles` are the words that stand alone with a capital somewhere on the page."""
    score = _by_words(one) + _before(text, one)
    if score >= 2:
        return True
    return score + _after(text, one) + (1.5 if one.words[-1] in singles and one.words[-1].lower() not in _PLACES else 0) >= 2


def _by_words(one: Named) -> float:
    low = [word.lower() for word in one.words]
    given = [bare_letters(word) for word in low[:2]]
    score = (
        2.0
        if given[0] in _SEXED or (len(low) > 2 and given[1] in _SEXED)
        else 1.0
        if given[0] in _GIVEN or given[0] in SURNAMES_FIRST
        else 0.0
    )
    score += 0.5 * (low[-1] in _SURNAMES) + 1.5 * (any(word in PARTICLES for word in low[1:-1]))
    score += 2.0 * any(len(word.strip(".")) == 1 or "." in word[:-1] for word in one.words)
    score += 0.5 * any("-" in word for word in one.words) + 0.5 * any(word.startswith(("O’", "O'", "Mc", "Mac")) for word in one.words[1:])
    return score + 3.0 * one.is_titled


def _before(text: str, one: Named) -> float:
    """What the word before says: an office is best; "in" and "the" speak against."""
    match = _LAST.search(text, max(0, one.outer - 36), one.outer)
    if not match:
        return 0.0
    word = match["word"]
    low = word.lower()
    if match["comma"] and (holder := _HOLDER_BEFORE.search(text, max(0, one.outer - 40), one.outer)) and is_head(holder["head"]):
        return 2.0
    if is_head(word) or singular(word):
        if low in _BODIES_TOO:
            return 1.0
        return 2.0 if match["comma"] else 3.0
    if match["comma"]:
        return 0.0
    if low == "the":
        return -3.0
    if low in _BEFORE_PLACE:
        return -2.0
    if low in {"appointed", "elected", "hired", "promoted"}:
        return 2.0
    return 1.5 if low in _BEFORE_SPEAKER else -1.0 if low in {"from", "to", "of"} else 0.0


def _owns_what_people_own(text: str, one: Named) -> bool:
    """Whether kin, or what else only a person has, follows: "Wenna Trask’s late husband"."""
    match = _OWNS.match(text, one.end)
    return match is not None and match["word"] in _OWNED


def _after(text: str, one: Named) -> float:
    if any(told.match(text, one.end) for told in (_AGE, _WHO, _ONE_WHO, _TAKEN_UP)) or _owns_what_people_own(text, one):
        return 2.0
    match = _NEXT.match(text, one.end)
    if match and not match["mark"] and match["word"].lower() in _VERBS:
        return 2.0
    if match and match["mark"] == "," and match["word"].lower() in _VERBS:
        return 1.5
    apposed = _APPOSED.match(text, one.end)
    if apposed:
        for word in apposed["words"].split()[:8]:
            bare = word.strip(",’'”\"")
            if is_head(bare):
                if bare == "leader" and apposed["words"].removeprefix("the ").startswith("leader of "):
                    return 1.5
                return 0.0 if bare in _BODIES_TOO else 2.0
            if word.endswith(","):
                break
    return 0.0
