"""Whether what happens on a day lies before or after the day of writing: read from the verbs around the date.

Rules on the words next to the date: first the verb before it in its clause ("was sealed on 3 May"), else the one behind it
("On 4 May the lease ends"). Nothing is parsed, so an unlisted verb form may be passed over.
"""

from __future__ import annotations

import re
from typing import Literal

from ..records import Span
from ..words import any_of
from .tense_ahead import SAID_DUE
from .tense_cues import AHEAD, CALENDAR, CALENDAR_FORMS, CUE, INTENT, IRREGULAR, PLANS, counts
from .tense_marks import marked_tense

# How far from its date a verb is looked for.
_REACH = 220
_SAID_REACH = 140

Tense = Literal["past", "future", "present", "would", "either", "none"]

_BEFORE_VERB = {"future", "modal", "shall", "would", "past", "present"}
_PLANNED = re.compile(rf"\b(?:{any_of(PLANS)})\b", re.IGNORECASE)
_LEFT_EDGE = re.compile(
    r"[;:—]|\s–\s|,\s(?:and|but|while|whereas|so|yet|though|although|because|as)\s|[“”\"](?=\w)|[,.!?][”\"]\s(?=(?:he|she|they|I|we)\s)"
    r"|[,.!?][”\"]\s(?=(?:said|says|added|told|wrote|warned|argued|explained)\s)"
)
_RIGHT_EDGE = re.compile(
    r"[;—]|\s–\s|,\s(?:and|but|while|whereas|so|yet)\s"
    r"|(?<!\b[A-Z])(?<!\b[DM]r)(?<!\bM[sx])(?<!\bSt)(?<!\bLt)(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Maj|Sgt|Rev|Hon))(?<!\bProf)(?<!\bCapt)[.!?]\s"
)
_BY = re.compile(r"\b(?:[Bb]y|[Bb]efore|[Ff]rom)(?:\sthe)?(?:\s(?:the end of|early|mid|late|about|around))?\s?\Z")
# "It has set three conditions: new rules by 4 May, and a vote no later than 1 June".
# "The post, which has been empty for a year, on 1 July goes to …"; "was placed under a lien, a bond which binds the owner, on 4 May".
_ADDED = re.compile(
    r",\s(?:which|who|whose|where|[a-z]{2,14}ed|put|set|built|held|made|sold|bought|begun|taken|given|drawn|shut|left|kept|hit"
    r"|an?\s(?:[a-z-]{2,20}\s){1,4}?(?:(?:in|by|under|for|on|from|to)\s)?(?:which|that|who|where))\b[^,;:“”\"]{2,90},\s"
)
# "Did the minister know in May?"
_ASKS = re.compile(r"\A(?:Did|Was|Were|Had|Has)(?= )")
# "I could not have polled in December": what was not to be, or is not to be.
_COULD_NOT_HAVE = re.compile(
    r"\b(?:could|would|might) (?:not |never )?have (?:been )?[a-z]{2,14} (?:\w+ ){0,3}(?:in|on|by|before|until) (?:the )?\Z"
)
# "Rain that should have come in April".
_SHOULD_HAVE = re.compile(
    r"\b(?:should|ought to|must) (?:not |already |long since )?have (?:been )?[a-z]{2,14} (?:\w+ ){0,3}(?:in|on|at) (?:the )?\Z"
)

# "Officials are to meet in July, and the ministers in September, a statement said".
_TOLD_LAST = re.compile(r",\s(?:[\w’'-]{1,20}\s){1,6}(?:said|says|announced|added|told [\w ]{2,30}|confirmed)(?: on [A-Z][a-z]+day)?[.”\"]")
# "The Commission, which in July blocked a merger".
_WHICH = re.compile(r"\b(?:which|who|whose|where) (?:in|on|since) (?:the )?\Z")
_DEADLINE = re.compile(r"\b(?:by|(?:no|not) later than|before|until|till)\s(?:the\s)?\Z")
_NOW_ASKED = re.compile(r"(?P<now>\b(?:has|have|is|are|will|must|wants?|asks?|demands?|requires?|says|plans|sets)\b[^:]{0,120})?:")
# "Those of the meeting of 2 March will be published": which meeting, the date says, and not when.
_EVENT_OF = re.compile(
    r"\bthe (?:[a-z]+ )?(?:meeting|session|sitting|talks|summit|hearing|ballot|accident|crash|fire|floods?|attacks?|storm|cyclone|quake"
    r"|earthquake|explosion|blast|raid|coup|strike|protests?|shooting|incident|collision|landslide|killings?|riots?) of (?:the )?\Z"
)
# "Claims for the outing of 6 December should not be made"; but "the night of 6 December".
_DAY_OF = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:[a-z-]+ )?(?!(?:night|morning|evening|afternoon|eve|day|deadline|date|end|start|week) )"
    r"[a-z]{4,15} of \Z"
)
# "Will not be passed before the elections of 15 October".
_BEFORE_IT = re.compile(r"\b(?:before|until|till|ahead of|in time for) (?:the|its|their|his|her) (?:[a-z-]+ ){1,3}of (?:the )?\Z")
# "She has said that the fair, on 4 May, will be held": put in between a subject and its verb.
_PUT_IN = re.compile(r",\s(?:(?:on|in|at)\s)?(?:the\s)?\Z")
_GOES_ON = re.compile(r"(?:\s\d{4})?,\s(?:will|shall|would|is|are|was|were|has|have|had)\b(?!\s(?:he|she|it|they|we|you|I)\b)")
_PARTICIPLE = re.compile(r"(?:\s[\w’'-]+){0,2}?\s(?:[a-z]{2,14}(?:ed|en|own|ung|unk|elt|ept)|been|had|become|come|run)\b")


def tense(text: str, sentence: Span, at: Span) -> Tense:
    """The tense of what happens at a date.

    Args:
        text: the whole text.
        sentence: the sentence that the date stands in.
        at: the date.

    >>> text = "The lido is to open again on 4 May."
    >>> tense(text, (0, len(text)), (28, 33))
    'future'
    >>> text = "On 9 June the jury walked to the quay."
    >>> tense(text, (0, len(text)), (3, 9))
    'past'
    """
    before = text[max(sentence[0], at[0] - _REACH) : at[0]]
    edge = _last_edge(before)
    left = _ADDED.sub(" ", before[edge:])
    left = _ASKS.sub(lambda verb: verb[0].lower(), left)
    if SAID_DUE.search(before[-_SAID_REACH:]):
        return "would"
    if marked := marked_tense(text, sentence, at, before, left):
        return marked
    found = None
    if _PUT_IN.search(before) and _GOES_ON.match(text, at[1], min(sentence[1], at[1] + _REACH)):
        found = _from_right(text[at[1] : min(sentence[1], at[1] + _REACH)])
    if _SHOULD_HAVE.search(left):
        return "past"
    if done := _COULD_NOT_HAVE.search(left):
        return "past" if done[0].startswith("might have") else "would"
    if found is None and _WHICH.search(before):
        found = _from_right(text[at[1] : min(sentence[1], at[1] + _REACH)])
    if found is None:
        found = _from_left(left, bool(_BY.search(before)))
    if found is None and not (edge and len(left.split()) > 2 and _TOLD_LAST.match(text, at[1], sentence[1])):
        found = _from_right(text[at[1] : min(sentence[1], at[1] + _REACH)])
    if found is None and _DEADLINE.search(left) and (governed := _NOW_ASKED.search(before[:edge])):
        return "future" if governed["now"] else "would"
    if found is None and edge and not _PLANNED.search(left):
        found = _from_left(_ADDED.sub(" ", before), False)  # "In May ten died; in June, forty."
    if found is None:
        found = _without_verb(text, sentence, left)
    is_event = not _BEFORE_IT.search(before[-60:]) and (
        _EVENT_OF.search(before[-60:]) or (text[at[0]].isdigit() and _DAY_OF.search(before[-60:]))
    )
    return "either" if found == "future" and is_event else found


def _last_edge(before: str) -> int:
    edge = 0
    for match in _LEFT_EDGE.finditer(before):
        edge = match.end()
    return edge


_AND_LATER = re.compile(r" (?:in|on|by|at|from) (?:[\w’'-]+ ){1,5}and (?:then |later )?")
_AND = re.compile(r",?\s(?:and|or)\s(?:[a-z]+ly\s)?")


_IT = re.compile(r"\b(?:it|him|her|them|us|me|no|any|to|for|on|into|its|their|his)\s\Z")


def _from_left(left: str, is_by: bool) -> Tense | None:
    cues = [cue for cue in CUE.finditer(left) if counts(cue) and not (cue[0] == "likely" and left.startswith(" be ", cue.end()))]
    if not cues:
        return None
    last = cues[-1]
    kind = last.lastgroup
    earlier = cues[-2] if len(cues) > 1 else None
    if len(cues) > 2 and kind == "ed" and cues[-3][0] in {"is", "are"} and _AND_LATER.fullmatch(left, cues[-2].end(), last.start()):
        return "either"  # "are named in October and handed over on"
    while kind == "ed" and earlier and earlier.lastgroup == "ed" and _AND.fullmatch(left, earlier.end(), last.start()):
        cues.pop()  # "would be staffed and fully wired"
        last, earlier = cues[-1], cues[-2] if len(cues) > 1 else None
    if any(_is_indirect(left, cue) and any(map(_is_told, cues[:n])) for n, cue in list(enumerate(cues))[-3:]):
        return "would"  # "proposed that they should meet on 4 May"
    if kind in {"ed", "word"} and (kind == "ed" or last[0] in IRREGULAR):
        return _participle(last, earlier, is_by)
    if kind == "infinitive":
        found = _infinitive(cues, is_by)
        return (
            "either" if found == "past" and is_by and left[last.end() :].strip() in {"by", "before"} else found
        )  # "set up a group, to meet by"
    if (
        kind == "word"
        and last[0] in CALENDAR
        and last[0] not in IRREGULAR
        and earlier
        and _is_told(earlier)
        and (_IT.search(left, 0, last.start()) or not left[earlier.end() : last.start()].strip())  # "saw open water"
    ):
        return "past"  # "the council refused it leave in December"
    if kind == "word" and earlier and len(left[earlier.end() : last.start()].split()) <= 1 and earlier.lastgroup in _BEFORE_VERB:
        return _finite(earlier, is_by)  # "will open", "did open"
    return _finite(last, is_by)


def _is_indirect(left: str, cue: re.Match[str]) -> bool:
    """Whether "should" may report what was said; "was shut and should reopen" does not."""
    return cue[0] in {"should", "might"} and not _AND_SHOULD.search(left, max(0, cue.start() - 24), cue.start())


_AND_SHOULD = re.compile(r"\b(?:and|but)\s(?:[a-z]+ly\s)?\Z")
_HAD_BEEN = re.compile(r"\bhad\s(?:already\s|only\s)?been\s(?:[a-z]+ly\s)?\Z")


# "In its December report it asked for them by May": what stands before the verb is as likely a noun.
_NOUNS = frozenset({"word", "ed"})
# "Had promised to be gone by June".
_HAD_SAID = re.compile(r"\bhad\s(?:[a-z]+\s){0,2}[a-z]+ed\s(?:[\w’'-]+\s){0,4}\Z")


# "Hopes to have done it by May".
_HOPES = re.compile(r"\b(?:hopes?|expects?|plans?|means?|wants?|aims?|intends?|promises?|is|are) \Z")
# "Would most likely be held in February".
_ADVERBS = re.compile(r"\b(?:most|very|then|now|also|in turn|[a-z]{3,12}ly)\b")


def _participle(last: re.Match[str], earlier: re.Match[str] | None, is_by: bool) -> Tense:
    if is_by and last[0] in INTENT:
        if _HAD_BEEN.search(last.string, 0, last.start()):
            return "past"
        if earlier is not None and earlier[0] in {"was", "were"} and last[0] in {"wanted", "needed", "required", "promised"}:
            return "would"  # "replies were wanted by 18 January"
        return "future" if (earlier is not None and earlier.lastgroup not in _NOUNS) or not last[0].endswith("ed") else "either"
    if earlier is None or len(_ADVERBS.sub(" ", last.string[earlier.end() : last.start()]).split()) > 2:
        return "past"
    match earlier.lastgroup:
        case "future" | "modal" | "shall":
            return "future"
        case "infinitive" if earlier[0] == "to have" and is_by and _HOPES.search(earlier.string, 0, earlier.start()):
            return "future"
        case "infinitive" if earlier[0] == "to be":
            return "either" if _HAD_SAID.search(earlier.string, 0, earlier.start()) else "future"
        case "would":
            return "would"
        case "present":
            return "future" if last[0] in AHEAD else "present"
    return "past"


_HOPED = frozenset("hoped planned intended meant wanted expected".split())


def _infinitive(cues: list[re.Match[str]], is_by: bool) -> Tense:
    """What "plans to open" says lies ahead, what "began to fill" does not; "agreed to meet" may be both: by the verb that governs."""
    for n in range(len(cues) - 2, -1, -1):
        cue = cues[n]
        if cue.lastgroup == "infinitive" or (cue.lastgroup == "word" and cue[0] not in INTENT and cue[0] not in IRREGULAR):
            continue  # "refused leave to build in May"
        if cue.lastgroup in {"ed", "word"} and cue[0] in INTENT:
            if n and cues[n - 1][0] in {"has", "have"}:
                return "future"  # "has offered to host it in May"
            if n and cues[n - 1][0] == "had" and cue[0] in _HOPED and not is_by:
                return "past"  # "had hoped to sail in April"
            is_behind = not is_by or (n > 0 and cues[n - 1][0] == "had")
            return "either" if (cue[0].endswith("ed") or cue[0] in {"undertook", "swore"}) and is_behind else "future"
        if cue.lastgroup == "ed" or cue[0] in IRREGULAR:
            return _participle(cue, cues[n - 1] if n else None, is_by)
        if cue.lastgroup in {"past", "perfect"}:
            return "past"
        return "would" if cue.lastgroup == "would" else "future"
    return "future"


def _is_told(cue: re.Match[str]) -> bool:
    return cue.lastgroup == "ed" or (cue.lastgroup == "word" and cue[0] in IRREGULAR)


# "Could not sail until 4 May", "could only guess in May".
_COULD_NOT = re.compile(r"could\s?(?:not|n[’']t|only|never|hardly|no longer)\b")


def _finite(cue: re.Match[str], is_by: bool) -> Tense:
    match cue.lastgroup:
        case "modal" if _COULD_NOT.match(cue.string, cue.start()):
            return "past"
        case "future" | "modal" | "shall":
            return "future"
        case "would":
            return "would"
        case "past" | "ed":
            return "would" if cue[0] == "been" and cue.string.endswith(" would have ", 0, cue.start()) else "past"
        case "perfect":
            return "past" if _is_perfect(cue) else "future" if is_by else "present"
        case "present":
            return "future" if is_by else "present"
    if cue[0] in _TELLS and not _TO.match(cue.string, cue.end()):
        return "present"  # "her memoir, out in March, tells of the war"
    if cue[0] in INTENT and cue[0] not in IRREGULAR:
        return "future" if not cue[0].endswith("ed") or is_by else "past"
    return "past" if cue[0] in IRREGULAR else "present"


# What tells somebody to do something; or tells of something, gives a list.
_TELLS = frozenset({"tell", "tells", "give", "gives", "call", "calls", "ask", "asks"})
_TO = re.compile(r"[^.;]{0,60} (?:to|for|until|by|notice|leave) ")


def _is_perfect(cue: re.Match[str]) -> bool:
    """Whether a participle follows: "has opened", and not "has diesel"."""
    behind = cue.string[cue.end() : cue.end() + 40]
    return bool(_PARTICIPLE.match(behind)) or any(word in IRREGULAR for word in behind.split()[:2])


_THEY_DO = re.compile(r"\b(?:[Tt]hey|[Ww]e|[Yy]ou|I)\s(?:[a-z]+ly\s)?\Z")


# "On 4 May the owners, who have paid twice, will meet", "… of Kestrel, the firm which has run it, will meet".
_TOLD_ASIDE = re.compile(
    r",\s(?:(?:the|an?|its|their)\s(?:(?!\w{2,}ed\b|sa(?:id|ys)\b|told\b|found\b|wrote\b|hopes?\b|held\b)[\w’-]{2,20}\s){1,4}?)?"
    r"(?:which|who|whose|where|that)\s[^,;:“”\"]{2,110},\s"
)
# "In May the bank that ‖ paid for it will open".
_RELATIVE_VERB = re.compile(r"[a-z]\s(?:that|which|who)\s(?:(?:has|have|had)\s)?\Z")
_MAIN = {"future", "modal", "shall", "would"}


def _main_behind(right: str, cues: list[re.Match[str]]) -> re.Match[str] | None:
    """What a main clause goes on with behind a relative one: "that paid for it ‖ will open"."""
    for cue in cues[1:14]:
        if cue.lastgroup in _MAIN:
            return cue if not re.search(r"[,.]|\b(?:and|but|that|which|who)\b", right[cues[0].end() : cue.start()]) else None
    return None


# "Replying on Tuesday to a question – one which a minister must answer – he said".
_DASHED = re.compile(r"\s(?P<dash>[–—])\s[^–—.;“”\"]{2,160}\s(?P=dash)\s")


def _from_right(right: str) -> Tense | None:
    right = _DASHED.sub(" ", right)
    edge = _RIGHT_EDGE.search(right)
    right = _TOLD_ASIDE.sub(" ", right[: edge.start()] if edge else right)
    words = list(CUE.finditer(right))
    for n, cue in enumerate(words):
        if _RELATIVE_VERB.search(right, 0, cue.start()) and (main := _main_behind(right, words[n:])):
            return _finite(main, False)
        if not counts(cue) or cue.lastgroup == "infinitive":
            continue
        if cue.lastgroup == "word" and cue[0].endswith("s") and cue[0] in CALENDAR_FORMS | INTENT and not right[: cue.start()].strip(" ,"):
            continue  # "In September ‖ plans were shown"
        is_bare = cue.lastgroup == "word" and cue[0] in CALENDAR_FORMS and cue[0] not in IRREGULAR and not cue[0].endswith("s")
        if is_bare and not _THEY_DO.search(right, 0, cue.start()):
            continue  # a noun, as likely: "the vote", "the meet"
        if cue.lastgroup == "ed" and n + 1 < len(words) and right[: cue.start()].rstrip().endswith(("the", "a", "an")):
            continue
        if cue.lastgroup == "word" and cue[0] in INTENT and cue[0] not in IRREGULAR and not cue[0].endswith("s"):
            if _THEY_DO.search(right, 0, cue.start()):
                return "future"  # "by Sunday they hope to be done"
            continue
        return _finite(cue, False)
    for cue in words:
        if cue.lastgroup == "word" and cue[0] in CALENDAR_FORMS:
            return "present"
    return None


def _without_verb(text: str, sentence: Span, left: str) -> Tense:
    words = text[sentence[0] : min(sentence[1], sentence[0] + 200)]
    if _PLANNED.search(left if left.strip() else words):
        return "future"
    if text[max(sentence[0], sentence[1] - 2) : sentence[1]].rstrip("”’\"'")[-1:] in tuple(".!?") and len(words.split()) >= 6:
        return "present"
    return "none"
