"""Whether the tense of a clause is beyond doubt: only then may a date lie nine months from the day of writing.

A day that lies far behind under one tense lies just ahead under the other. "It was signed on 8 March", told in November, can only be past;
of "restored from 1 January", or "the fish spawn in May", the tense is a guess, and the guess would be a year wrong.
"""

from __future__ import annotations

import re

from ..records import Span
from .tense import Tense
from .tense_ahead import SAID_DUE
from .tense_cues import CALENDAR_FORMS, CUE, IRREGULAR, counts
from .tense_marks import marked_tense

# So far on either side of a date its verb is looked for.
_REACH = 110
_EDGE = re.compile(
    r"[;:()–—•“”\"]|\s-\s|,\s(?:and|but|while|whereas|which|who|whose|where|when|after|before|with)\s|[.!?]\s(?=[A-Z])"
    r"|\s(?:that|when|where|because|although|though|if|since|while)\s"
)
_AHEAD = frozenset({"future", "shall", "modal"})
_NOT_DONE = _AHEAD | {"would", "present", "perfect"}
# "We had told them that we would be ready by June".
_HAD = re.compile(r"\b(?:had|[’']d)\b")
# "They aim to close the deal by June", "told the commission to hold them by June", "the next meeting is in Durban in June".
_HOPE = re.compile(
    r"\b(?:[Nn]ext (?:[^,;:.]{2,30} )?(?:is|comes|follows|falls|takes place)\b|(?:is|are) now [a-z ]{2,25} for\b"
    r"|(?:aims?|hopes?|plans?|intends?|expects?|wants?|promises?|means?|vows?|agrees?|due|set|expected|planned) to [a-z]+"
    r"|(?:expects?|foresees?|promises?|forecasts?) [^,;:.]{2,70} (?:in|on|by|for|from)\b"
    r"|(?:told|tells?|orders?|ordered|asks?|asked|urges?|urged|directs?|directed|requires?|required) [^,;:.]{2,40} to [a-z]+)"
)
_ASKS = re.compile(r"\A(?:Did|Was|Were|Had)(?= )")
# "Has stood idle since a fire in December"; "having taken office in May".
_OVER = re.compile(
    r"\b(?:since (?:the|an?|its|their|his|her) (?:(?!will|is|are|has|have)[^,;:.\s]+ ){1,6}"
    r"|having (?:[\w’'-]+ ){1,6})(?:in|on|of|by) (?:the )?\Z"
)
# "The show, which opened in Oslo in June".
_RELATIVE = re.compile(r"\b(?:which|who|that) \Z")
_ENDED = re.compile(r"(?!need|feed)[a-z]{2,14}ed\b(?! (?:for|from|until|till) )")
# "Means 13 October, when the funds were told".
_WHEN = re.compile(r"(?: \d{4})?, (?:when|on which|the day)\b[^.;:]{0,60}?\b(?:was|were|had|did|[a-z]{3,12}ed)\b")


def plain(text: str, sentence: Span, at: Span) -> Tense | None:
    """The tense that the words around a date leave no doubt of; None where they do.

    Args:
        text: the whole text.
        sentence: the sentence that the date stands in.
        at: the date.

    >>> text = "It was signed on 8 March. Allowance: restored from 1 January."
    >>> plain(text, (0, 25), (17, 24)), plain(text, (26, len(text)), (51, 60))
    ('past', None)
    """
    left = _ASKS.sub(lambda verb: verb[0].lower(), text[max(sentence[0], at[0] - _REACH) : at[0]])
    left = _SHOULD_HAVE.sub("had", left)
    right = text[at[1] : min(sentence[1], at[1] + _REACH)]
    edges = [edge.end() for edge in _EDGE.finditer(left)]
    near = left[edges[-1] :] if edges else left
    is_told = _RELATIVE.search(left[: -len(near)]) and _ENDED.match(near) and " would " not in right
    if is_told or _OVER.search(left):
        return "past"
    edge = _EDGE.search(right)
    if SAID_DUE.search(left):
        return "future"
    if marked := marked_tense(text, sentence, at, left, left):
        return marked if marked in {"past", "future"} else None
    if _HOPE.search(near):
        return "future"
    if _WHEN.match(text, at[1], sentence[1]):
        return "past"
    for words in (near, right[: edge.start()] if edge else right, left):
        kinds = [kind for cue in CUE.finditer(words) if counts(cue) and (kind := _kind(cue))]
        if kinds:
            return _told(kinds[:1] if words is not near and words is not left else kinds, is_of_then=_HAD.search(left) is not None)
    return None


def _told(kinds: list[str], *, is_of_then: bool) -> Tense | None:
    if "would" in kinds:
        return None if is_of_then or "past" in kinds else "future"
    if kinds[-1] == "calendar" or any(kind in _AHEAD for kind in kinds):
        return "future"
    return None if any(kind in _NOT_DONE for kind in kinds) else "past"


# "Rain that should have come in April came in June".
_SHOULD_HAVE = re.compile(r"\b(?:should|ought to|must) (?:not |already )?have (?:been )?[a-z]+")
# Past forms that are no others.
_SAME = frozenset(
    "become come run set put cut shut hit let cost spread split quit bid shed cast read rise overcome broadcast forecast".split()
)


def _kind(cue: re.Match[str]) -> str:
    """What a verb says; nothing where it may be a participle or the present as well."""
    match cue.lastgroup:
        case "past":
            return "" if cue[0] == "been" else "past"
        case "ed":
            return "past" if cue.string[: cue.start()].strip(" ,") and not _BARE.match(cue.string, cue.end()) else ""
        case "word":
            if cue[0] in IRREGULAR:
                return "" if cue[0] in _SAME else "past"
            return "calendar" if cue[0] in CALENDAR_FORMS else ""
        case "infinitive":
            return ""
    return cue.lastgroup or ""


# "Set for", "restored from": as likely a participle.
_BARE = re.compile(r" (?:for|from|until|till)\b(?: the)? ?\Z")
