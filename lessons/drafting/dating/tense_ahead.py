"""What next to a date says that it is to come, whatever verbs stand farther off: "gather again on 4 May", "if it sprouts by May"."""

from __future__ import annotations

import re

from ..records import Span
from ..words import any_of, data, split

_IMPERATIVES = split(data("tense")["imperatives"])

# "By 30 September, the chief executive promised, every siren would sound".
_IS_PROMISED = re.compile(
    r",\s[^,;:.]{3,60}\s(?:said|says|promised|pledged|vowed|told [\w ]{2,30}|announced|insisted|hopes?|hoped),\s[^;.]{3,90}\bwould\b"
)
# "The envoys gather again on 11 April".
_AGAIN = re.compile(
    r"\b(?!(?:was|has|is|does|says|this|its|his|as|years|times|days|months)\b)[a-z]{2,12}(?<!s)s "
    r"(?:it |them |her |him |there |here )?again (?:in [A-Z][\w-]+ )?(?:on|in) \Z"
    r"|\b(?:fly|meet|vote|sit|play|gather|return|convene) again (?:in [A-Z][\w-]+ )?(?:on|in) \Z"
)
# "On Friday he walks it for the last time".
_HE_DOES = re.compile(r"[A-Z][a-z]+day (?:he|she|it|[A-Z][\w’-]{2,20}) (?!was\b|has\b|does\b|is\b|says\b)[a-z]{2,12}(?<!s)s\b")
# "Put the chance of lightning on Sunday at 30 per cent".
_CHANCE = re.compile(r"\b(?:chance|chances|risk|likelihood|probability|odds|threat|danger) of (?:[\w’'-]+ ){1,5}(?:on|by|for|in|over) \Z")
# "The minister, on leave until Monday, said …".
_AWAY = re.compile(r", (?:now |still |currently )?(?:on|in|away|off|out|abroad)\b[^,.;]{0,30}\Z")
# "4 July has been spoken of", "May delivery".
_THAT_COMES = re.compile(
    r"\s(?:delivery|futures|contracts?)\b|\s(?:has|have) (?:now |already |also )?been (?:spoken of|mentioned|proposed|suggested|set|fixed"
    r"|chosen|agreed|pencilled in|mooted|floated|named|earmarked|set aside|reserved)\b(?! as\b)"
)
# "The funeral is on 9 February".
_EVENT_IS = re.compile(
    r"\b(?:funeral|service|burial|cremation|launch|auction|ceremony|meeting|hearing|deadline|closing date|match|final|election|vote|replay)"
    r" (?:is|are|takes place|follows)\b[^.;,]{0,30}\bon \Z"
)
_TOLD_TO = any_of(_IMPERATIVES)
_IMPERATIVE = re.compile(
    rf"(?:[“‘\"'(]?(?:[Pp]lease,? )?(?:(?i:{_TOLD_TO}|do not|don[’']t|never))"
    rf"|(?:[Ii]f|[Ww]hen|[Oo]nce|[Uu]nless)\b[^,]{{3,80}},\s(?:please )?(?:{_TOLD_TO}))\b"
    r"(?! (?:of|is|was|were|has|had|will|by)\b)(?:(?!\b(?:was|were|had|did|is|are|has|have)\b)[^,;:“”\"]){0,80}\Z"
)
# "A cut by Easter was likely": what only may be, lies ahead.
_HOPED = re.compile(r"\b(?:[Aa]n?|[Aa]ny|[Nn]o)\s(?:[\w’'%.-]{1,20}\s){1,7}by\s\Z")
_IS_SO = re.compile(r"\s(?:was|is|were|are|would|looks?|looked|seems?|seemed)\b")
# "Payable on 17 May to members on the register on 30 April".
_OF_RECORD = re.compile(r"\b(?:payable|(?:to|will) be paid)\b[^.;]{0,90}\b(?:register|record)\b[^.;]{0,24}\Z")
# "As of 1 July the fare will be £3": from then on.
_AS_OF = re.compile(r"\b[Aa]s (?:of|at|on|from) \Z")
_WILL = re.compile(r"[^;.]{0,90}?\b(?:will|must|may|can|shall|is to|are to)\b")
# "Wants the rates cut for the last quarter".
_WANTED_DONE = re.compile(
    r"\b(?:wants?|asks?|demands?|seeks?) [^,;:.“”]{2,40}"
    r"(?<! was)(?<! were) (?:cut|set|put|[a-z]{2,14}ed|given|paid|kept|held|made|with(?:drawn|held)|built|sold|done|taken)"
    r" (?:for|by|from|in|on|before) (?:the )?\Z"
)
# "Will have been shut for a year in March".
_WILL_HAVE = re.compile(
    r"\b(?:will|shall) have (?:been )?[a-z]{2,14} (?:for (?:[\w’'-]{1,12} ){1,3})?(?:in|on|by|at) (?:the )?\Z"
    # "Will have nothing left on 15 December"
    r"|\b(?:will|shall) have [^,;:.]{1,24} left (?:in|on|by|at) (?:the )?\Z"
)
# "Schools shut on 18 December and open again on 4 January".
_SHUT = re.compile(r"[a-z]s,? (?:which |that )?shut (?:on|in|from) (?:the )?\Z")
_AND_OPEN = re.compile(r" and (?:open|reopen|start|begin|return)\b|,? (?:and )?will\b")
# "A second exhibition follows in March and runs until August".
_FOLLOWS = re.compile(r"\b(?:follows?|opens?|starts?|begins?|comes?) (?:in|on) (?:the )?\Z")
_AND_RUNS = re.compile(r",? and (?:runs?|lasts?|closes?|ends?|continues?|goes on|stays?) ")
# "Has promised a report in August", "on 4 May, weather permitting", "has lent us a drill until May".
_PROMISED = re.compile(r"\b(?:has|have) (?:also |now )?(?:promised|pledged|vowed) [^,;:.“”]{2,50} (?:in|by|for|on) (?:the )?\Z")
_PERMITTING = re.compile(r",? (?:if the )?(?:weather|ice|wind|snow|funds|time|money)(?: permitting| permits| allows| allowing| holds)\b")
_LENT = re.compile(r"\b(?:has|have) (?:[\w’'-]+ ){2,8}\Z")
# "It now says September", "the firm is aiming for May".
_NOW_SAYS = re.compile(
    r"\bnow (?:says|say|gives?|promises?|names?|(?:speaks?|talks?) of) (?:the end of |early |late |mid-)?\Z"
    r"|\b(?:(?:is|are) )?(?:now )?(?:aim(?:s|ing)?|hop(?:es?|ing)) for (?:the end of |early |late |mid-)?\Z"
)
# "Is pencilled in for the match against Malta on 10 October".
_PENCILLED = re.compile(
    r"\b(?:is|are|(?:has|have) been) (?:now |also )?(?:pencilled in|down|booked|billed|earmarked|slated|set down|listed|fixed|timed)"
    r" for [^,;:]{2,60} (?:on|in) (?:the )?\Z"
)
# "By the next summit, in Madrid on 29 June"; "before their next meeting on 4 May".
_THE_NEXT = re.compile(
    r"\b(?:the|its|their|our|his|her) next (?:[a-z]+ ){0,2}?[a-z]{3,},? "
    r"(?:(?:in|at) [A-Z][\w’-]+,? )?(?:on|in) (?:the )?\Z"
)
# "Have been asked to a meeting on the 26th".
_INVITED = re.compile(
    r"\b(?:is|are|(?:has|have)(?: been)?) (?:asked|invited|called|summoned)(?: [\w’'-]+){0,3} to (?:an?|the) [^,;:.]{3,40} on (?:the )?\Z"
)
# "Has ordered it shut by May".
_HAS_ORDERED = re.compile(
    r"\b(?:has|have) (?:ordered|told|asked|given|instructed) [^,;:.“”]{2,40} (?:shut|cut|set|put|[a-z]{2,14}ed|built|done|gone|out) by \Z"
)
# "Finland would like to hold it in May".
_LIKE_TO = re.compile(r"\b(?:would|[’']d) (?:like|love|prefer) to (?!have\b)[^,;:]{2,50} (?:in|on|by|before) (?:the )?\Z")

# "She said that the road was due to open in December": what was so when it was said, lay ahead of it.
SAID_DUE = re.compile(
    r"\b(?:said|told [\w’' -]{2,30}?|announced|confirmed|added|insisted|believed) (?:that )?(?!had\b)(?:(?!\bhad\b)[^,;:.“”]){2,60}?"
    r" (?:was|were) (?:now |still |also )?"
    r"(?:due|expected|scheduled|likely|set|hoped)\b(?: to [a-z]+)?(?: [“‘\"']?(?!and\b|but\b)[\w’'-]+){0,3}? "
    r"(?:in|on|by|for|before) (?:the )?(?:end of |early |mid-|late )?[“‘\"']?\Z"
)


def is_from_then(text: str, sentence: Span, at: Span, before: str) -> bool:
    """Whether "as of" a date tells of what will be from then on.

    >>> text = "As of 1 July the fare will be £3."
    >>> is_from_then(text, (0, len(text)), (6, 12), text[:6])
    True
    """
    return bool(_AS_OF.search(before[-10:]) and (_WILL.match(text, at[1], sentence[1]) or _WILL.search(before[-90:])))


def lies_ahead(text: str, sentence: Span, at: Span, before: str, left: str) -> bool:
    """Whether the words next to a date say that it is to come; `left` is what belongs to its clause.

    >>> text = "The envoys gather again on 11 April."
    >>> lies_ahead(text, (0, len(text)), (27, 35), text[:27], text[:27])
    True
    """
    word, end = text[at[0] : at[0] + 5].lower(), sentence[1]
    return bool(
        _LIKE_TO.search(before[-90:])
        or _WANTED_DONE.search(before[-90:])
        or (_SHUT.search(before[-30:]) and _AND_OPEN.match(text, at[1], end))
        or (_FOLLOWS.search(before[-24:]) and _AND_RUNS.match(text, at[1], end))
        or _PROMISED.search(before[-90:])
        or _THE_NEXT.search(before[-80:])
        or _INVITED.search(before[-90:])
        or _PENCILLED.search(before[-110:])
        or _NOW_SAYS.search(before[-50:])
        or _PERMITTING.match(text, at[1], end)
        or (word == "until" and _LENT.search(left[-80:]))
        or _HAS_ORDERED.search(before[-90:])
        or _WILL_HAVE.search(before[-70:])
        or _THAT_COMES.match(text, at[1], min(end, at[1] + 60))
        or (word == "until" and _AWAY.search(before[-50:]) and text.startswith(",", at[1]))
        or (before.endswith("On ") and _HE_DOES.match(text, at[0], min(end, at[1] + 60)))
        or (before.lower().endswith("by ") and _IS_PROMISED.match(text, at[1], min(end, at[1] + 160)))
        or _AGAIN.search(before[-40:])
        or (before.endswith(" by ") and _HOPED.search(before) and _IS_SO.match(text, at[1], at[1] + 12))
        or _CHANCE.search(before[-90:])
        or _EVENT_IS.search(before[-70:])
        or _OF_RECORD.search(before)
        or (
            not before[: len(before) - len(left)].rstrip().endswith((" and", " but"))
            and _IMPERATIVE.match(left.lstrip() + (word + " ").partition("until")[1])
        )
    )
