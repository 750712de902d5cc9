"""The words by which the tense of a clause is told: verbs and what helps them, apart from the nouns that look like them."""

from __future__ import annotations

import re

from ..words import data, split

_LISTS = data("tense")
IRREGULAR, INTENT, AHEAD, CALENDAR, PLANS, NOT_PAST = (
    split(_LISTS[name]) for name in ("irregular", "intent", "ahead", "calendar", "plans", "not_past")
)
CALENDAR_FORMS = {word + ending for word in CALENDAR for ending in ("", "s", "es")} | {re.sub("y$", "ies", word) for word in CALENDAR}

CUE = re.compile(
    r"\b(?:(?P<future>will|shall|won[’']t|going to|about to|is to|are to|am to)"
    r"|(?P<would>(?:would|was to|were to)(?: have\b)?"
    r"|(?:was|were|had been) (?:due|expected|scheduled|supposed|meant|likely|set (?=to\b|for\b)|planned(?! (?:in|on)\b)"
    r"|promised (?=(?:by|for) (?:\d|Christmas|Easter|the (?:end|start|spring|summer|autumn|fall|winter|\d)|(?:mid|early|late)\b)))"
    r"(?: to(?: have\b)?)?)"
    r"|(?P<modal>should|must|may|might|can|could|cannot|has to|have to|needs to|need to|ought to)"
    r"|(?P<perfect>has|have|having|[’'](?:ve))"
    r"|(?P<past>was|were|had|did|been|didn[’']t|wasn[’']t|weren[’']t|hadn[’']t)"
    r"|(?P<present>is|are|am|does|do|isn[’']t|aren[’']t|don[’']t|doesn[’']t)"
    r"|to (?P<infinitive>[a-z]{2,15})"
    r"|(?P<ed>[a-z]{2,16}ed)"
    r"|(?P<word>[a-z]{2,14}))\b|(?<=[a-z])[’'](?P<shall>ll)\b"
)
# Before one of the calendar's verbs, it makes a noun of it: "the vote", "in return".
_NOUN_MARK = re.compile(
    r"(?i)\b(?:the|an?|its|his|her|their|our|my|this|that|of|in|for|at|on|by|with|first|second|last|next|new|final|no|per"
    r"|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|more|fewer|extra|many|few|several|\d+(?:[.,]\d+)*%?|cent)\s"
    r"(?:(?:[a-z]+(?:est|ous|ive|ful|less)|old|new|big|small|large|long|short|main|own|great|good|bad|high|low) )?\Z|[’']s\s\Z"
)
# Past forms that are as often nouns: "the cut of 4 May", "a split in May".
_PAST_NOUNS = frozenset("cut set hit split spread cast bid shed hurt thrust".split())


# "The joint plan", "a first offer": intents that are as often nouns, with a word between.
_INTENT_NOUN = re.compile(r"\b(?:the|an?|its|his|her|their|our|this|that)\s[\w’'-]+\s\Z")
_NOUNS = frozenset("plan offer order vote call aim need forecast target deadline hope promise pledge project".split())


# "The court next sits on 4 May"; but "its next sits"
_NEXT_DOES = re.compile(r"(?:,|\b(?!the\b|The\b|[Ii]ts\b|[Tt]heir\b|[Hh]is\b|[Hh]er\b|[Oo]ur\b|[Mm]y\b|[’']s\b)[\w’'-]{2,20})\snext\s\Z")


# "A corrected map", "the revised plan".
_DETERMINED = re.compile(r"\b(?:an?|the|its|their|his|her|our|my|no|any|all|most|some|of|on|for|with)\s\Z")
_THING = re.compile(r"\s(?!(?:by|in|on|at|to|from|with|for|of|and|or|the|an?|his|her|their|its|was|were|had|is|are|[a-z]+ed)\b)[a-z]{2,}")
# "Will stay closed", "opens as planned", "we shut for Christmas": how things are, not what was done.
_STATE = re.compile(r"\b(?:as|stays?|remains?|keeps?|stayed|remained)\s\Z")
_SHUT = re.compile(r"\b(?:We|is|are|be)\s\Z")


# "A mid-term review in October found".
_A_THING = re.compile(r"\b[Aa]n?\s(?:[a-z-]{3,20}(?<!s)\s){1,2}\Z")


_NOT_VERBS = frozenset(
    "me us him them it you the its his their her our my your this that these those an any all some each every one two".split()
)
# "And, if ‖ passed, to the president in April".
_IF = re.compile(r"\b(?:[Ii]f|[Oo]nce|[Uu]nless|[Ww]hen)\s\Z")
# "Baek, who ‖ defends her thesis in August".
_WHO = re.compile(r"\bwho (?:[a-z]+ly )?\Z")


def counts(cue: re.Match[str]) -> bool:
    """Whether a cue is a verb here: not "the vote", "a corrected map", "that is, a wall".

    >>> [found[0] for found in CUE.finditer("the vote was held") if counts(found)]
    ['was', 'held']
    """
    if cue[0] == "is" and cue.string.endswith(("that ", "That "), 0, cue.start()) and cue.string.startswith(",", cue.end()):
        return False  # "a dam, that is, a wall"
    if cue["infinitive"] in _NOT_VERBS or (cue[0] == "had" and cue.string.endswith(" be ", 0, cue.start())):
        return False  # "wrote to me on Thursday", "gave it to this newspaper", "copies can be had until 4 May"
    if cue.lastgroup == "word" and cue[0].endswith("s") and not cue[0].endswith("ss") and _WHO.search(cue.string, 0, cue.start()):
        return True
    if cue[0] == "close" and cue.string[cue.end() : cue.end() + 4] == " to ":
        return False
    if (cue.lastgroup == "ed" or cue[0] == "shut") and _STATE.search(cue.string, max(0, cue.start() - 12), cue.start()):
        return False
    if cue[0] == "shut" and _SHUT.search(cue.string, max(0, cue.start() - 4), cue.start()):
        return False
    if cue.lastgroup == "ed":
        is_if = cue.string.startswith(",", cue.end()) and _IF.search(cue.string, max(0, cue.start() - 8), cue.start())
        return (
            not is_if
            and cue[0] not in NOT_PAST
            and not (_DETERMINED.search(cue.string, max(0, cue.start() - 6), cue.start()) and _THING.match(cue.string, cue.end()))
        )
    if cue[0] in _NOUNS and _INTENT_NOUN.search(cue.string, max(0, cue.start() - 30), cue.start()):
        return False
    if cue.lastgroup == "word":
        if cue[0] in IRREGULAR:
            return cue[0] not in _PAST_NOUNS or not _NOUN_MARK.search(cue.string, max(0, cue.start() - 12), cue.start())
        if cue[0].endswith("s") and (_NEXT_DOES.search(cue.string, 0, cue.start()) or cue.string.endswith(" that ", 0, cue.start())):
            return cue[0] in CALENDAR_FORMS or cue[0] in INTENT
        if cue[0] in CALENDAR and cue[0] not in INTENT and _A_THING.search(cue.string, max(0, cue.start() - 30), cue.start()):
            return False
        return (cue[0] in CALENDAR_FORMS or cue[0] in INTENT) and not _NOUN_MARK.search(cue.string, max(0, cue.start() - 12), cue.start())
    return True
