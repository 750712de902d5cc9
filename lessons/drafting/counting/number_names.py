"""Numbers that name things: sections, phases, routes, houses, cases, codes, and the numbers in names of people's making."""

from __future__ import annotations

import re

from ..words import any_of, data, split
from .number_places import Place, is_plural

_NAMES, _WORDS = data("numbers")["names"], data("numbers")["words"]
_BEFORE, _WEAK, _INDICES = split(_NAMES["before"]), split(_NAMES["weak"]), split(_NAMES["indices"])
_STARTERS, _COUNTED, _PEOPLES = split(_WORDS["starters"]), split(_WORDS["counted"]), tuple(_WORDS["peoples"].split())
_CALENDAR = split(_WORDS["months"]) | split(_WORDS["days"])
_STREET = re.compile(rf"[A-Za-z]?,?(?: [A-Z][\w’'-]{{1,20}}){{1,3}} (?:{any_of(data('numbers')['around']['streets'])})\b")
_TITLE = re.compile(r" [A-Z][\w’'-]{1,20}(?: (?:a|an|the|of|and|in|on|to|for|from))?(?: [A-Z]|[”’\"'»])")
_CITATION = re.compile(r" (?:[A-Z][A-Za-z.]{0,8}\.? ?|\d?d\.? ?){1,4}(?:\([A-Za-z. ]{1,12}\) ?)?§{0,2} ?\d")
_CITES = re.compile(r" (?:[A-Z]{2,6}\b|(?:[A-Z]\.){1,3}|[A-Z][a-z]?\. ?\d?d?)")
_CITES_LEFT = re.compile(r"\d[\])]? (?:(?:[A-Z][A-Za-z.]{0,8}\.|[A-Z]{2,6})(?: ?\dd)?[ \u00a0]){1,3}\Z")
_CODE_IS = re.compile(
    r"\b(?:code|password|pin|PIN|passcode|extension|(?:phone|telephone|account|ticket|reference|serial|mobile) number) (?:is|was|of) \Z"
)
_DIALLED = re.compile(r"\b(?:calls? to|call(?:ed|ing)|dial(?:l?ed|l?ing)|rang|ringing|phon(?:ed|ing)|text(?:ed|ing)) \Z", re.IGNORECASE)
_GROUP_OF = re.compile(r"\b(?:Group|Gang|Club|League) of \Z|\([^()]{0,60}[A-Z][a-z’-]+,? \d{4}[a-z]?: ?\Z")


def is_named(place: Place) -> bool:
    """Whether it stands behind a word that numbers tell apart ("section 6"), or behind a name ("Kandle 3")."""
    last = place.last
    if not last:
        return False
    low = last.lower().rstrip(".")
    grouped = "," in place.text[place.numeral.start : place.numeral.end]
    if low in _BEFORE and (len(low) > 1 or last.islower()):
        if place.numeral.value == 1 and place.numeral.form == "words":
            return True
        return not (low in _WEAK and last.islower() and (grouped or is_plural(place.noun.lower())))
    if place.numeral.form == "words":
        return is_capital_inside(place)
    if (grouped and last not in _INDICES) or place.numeral.scale >= 1000:
        return False
    if not last[0].isupper():
        return last[-1] in "#§№º"
    return _is_behind_name(place, last)


def _is_behind_name(place: Place, last: str) -> bool:
    """A capital before the number: a name, but for the first word of a sentence, a day or month, and people counted at a place."""
    low = last.lower().removesuffix("’s").removesuffix("'s")
    if last.endswith(("’s", "'s")) or ("-" in last and last.rpartition("-")[2].islower()):
        return False
    if last in _CALENDAR:
        return False
    if place.last_at_head and (low in _STARTERS or low.endswith(("ing", "ly", "ed"))):
        return False
    if last in _INDICES or (last.isupper() and len(last) > 1):
        return True
    words = [word.lower() for word in place.following[:2]]
    return not (words and (words[0] in _COUNTED or (words[-1] in _COUNTED and not words[0].endswith("ing"))))


def is_capital_inside(place: Place) -> bool:
    """A number word with a capital where none is due ("the Group of Seven", "Phase Two"), or before a name in the plural ("Four Oaks")."""
    word = place.text[place.numeral.start : place.numeral.start + 1]
    if not word.isupper():
        return False
    return not place.starts


def is_people(word: str) -> bool:
    """A people, party or faith in the plural: "Russians", "Democrats"."""
    return word.endswith(_PEOPLES)


def is_top(place: Place) -> bool:
    """Whether it tells a rank, as in "the top ten"."""
    return place.last.lower() in {"top", "bottom", "big"}


def is_title(place: Place) -> bool:
    """Whether a quotation mark opens the title of a work with it: words with capitals follow."""
    return bool(place.before) and place.before in "“‘\"'«" and bool(_TITLE.match(place.right))


def is_reference(place: Place) -> bool:
    """Digits of an address, a citation, a code, or of a group's name."""
    if _GROUP_OF.search(place.left) or _CITES_LEFT.search(place.left) or _CODE_IS.search(place.left[-32:]):
        return True
    if is_title(place) or (_DIALLED.search(place.left[-16:]) and not place.noun and 100 <= place.numeral.value <= 999):
        return True
    return bool(_STREET.match(place.right) or (_CITATION.match(place.right) and _CITES.match(place.right)))
