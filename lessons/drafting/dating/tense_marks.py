"""The tense of a date where the words next to it settle it, whatever verbs stand farther off: "until", "put off to", "no later than"."""

from __future__ import annotations

import re
from typing import Literal

from ..records import Span
from ..words import any_of, data, split
from .tense_ahead import is_from_then, lies_ahead
from .tense_back import is_written, looks_back
from .tense_either import may_be_either

_LISTS = data("tense")
_IRREGULAR, _AHEAD = split(_LISTS["irregular"]), split(_LISTS["ahead"])

_AHEAD_BEFORE = re.compile(
    rf"\b(?:{any_of(_AHEAD)}|(?:is|are|be) (?:forecast|projected|predicted|anticipated)|for (?:delivery|release|completion))\s"
    rf"(?:(?:to|for|in|on|by|from|at)\s)?(?:(?!(?:was|were|did|had|came|slipped|fell)\b)\w+\s){{0,5}}(?:on|in|by|for|from|at)?\s?\Z"
)
_PUT_OFF = re.compile(
    r"\b(?:ask(?:s|ed)?|want(?:s|ed)?|sought|seeks?|request(?:s|ed)?|need(?:s|ed)?) (?:for )?(?:more |extra |some )?time \Z|"
    r"\b(?:expect(?:s|ed|ing)?|foresees?|foresaw|forecast)\b[^,;:]{0,50}\Z|\b(?:given|granted|allowed)\s\Z"
    # "Gave the owner until Friday", but "gave free meals until Friday"
    r"|\b(?:gave|gives?|giving|allow(?:s|ed)?|grant(?:s|ed)?)\s(?:him|her|them|it|us|me|both|each|all"
    r"|(?:the|its|his|her|their|both|all)\s[\w’'-]{1,20}(?:\s[\w’'-]{1,20})?|[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){0,2})\s\Z|"
    r"\b(?:adjourned|postponed|delayed|deferred|suspended|extended|remanded|reserved|barred|banned|put off|pushed back|shelved|prorogued)\b"
    r"|\b(?:put|push(?:ed)?|h[eo]ld|left|leave)\s[^,;:]{1,40}\b(?:off|back|over)\s\Z"
    r"|\b(?:has|have)\s\Z|\b(?:has|have) (?:given|granted|allowed) (?:[\w’'-]+ ){1,4}\Z"
)
_PUT_TO = re.compile(
    r"\b(?:adjourned|fixed|set down|put over|listed|extended|postponed|moved|put off|pushed back|put back|delayed|deferred"
    r"|brought forward|rescheduled) (?:to|till|until|for)\s\Z"
    # "Has been put off to the meeting in Toulouse in November"
    r"|\b(?:has|have|is|are) (?:now |since )?(?:been )?(?:adjourned|postponed|put off|pushed back|put back|delayed|deferred|rescheduled)"
    r" (?:to|till|until) [^,;:]{0,60}\b(?:in|on) \Z"
    # "Pushing the decision back to their spring meeting in April"
    r"|\b(?:pushing|putting|pushed|push|puts?) [^,;:.]{2,40} (?:back|off) (?:to|till|until) [^,;:.]{0,50}\b(?:in|on) \Z"
    # "Delegates agreed on observers on all ships from 1 January"
    r"|\b(?:agreed|voted|decided|resolved) (?:on|to|that) [^,;:.]{3,70} from \Z"
    # "Will be kept until 2024 and looked at again in September"
    r"|\b(?:will|shall|must|is to|are to) (?:now |then |also )?be [^,;:.“”]{3,60} and (?:then )?(?:[a-z]{3,14}ed|seen|made|put|held|taken) "
    r"(?:[a-z]+ ){0,3}(?:in|on|by|at) (?:the )?\Z"
    # "Not allowed from 1 January"; "has kept 4 May free"
    r"|(?<!was )(?<!were )(?<!been )\b(?:allowed|permitted|required|compulsory|mandatory|valid|available|effective|in force) from\s\Z"
    r"|\b(?:runs out|(?<=[a-rt-z]s )run out|expires?|lapses?|falls? due) (?:on|in|at) (?:the end of )?\Z"
    r"|\b(?:has|have)\s(?:kept|set|chosen|fixed|booked|reserved|picked|earmarked|set aside)\s\Z"
)
# "Closed 24 to 26 December": of a notice.
_NOTICE = re.compile(r"(?:Closed|Shut|Cancelled|Suspended|Postponed) (?:(?:from|on|between|for|in) )?(?:the )?")
# "Asked in May whether he would go", "Built in May".
_OPENING = re.compile(r"[“‘\"']?([A-Z][a-z]{2,14})\s(?:[a-z]+\s){0,3}")
_BARE = frozenset(("put", "set", "cut", "let", "read", "shut", "quit", "come", "become", "run", "hit", "spread", "burst", "beat", "upset"))
# "Has called a strike on 4 May"; "called a strike for 4 May" may be over.
_CALLED = re.compile(
    r"\b(?:(?P<has>(?:has|have)\s(?:also\s|now\s)?)(?:called|announced|scheduled|planned|arranged|convened|threatened|declared|proposed)"
    r"\s(?:[\w’'-]+\s){1,5}(?:for|on|from)|(?:called|scheduled|planned|arranged|convened|proposed)\s(?:an?|the|its|their|another|two|three|new|fresh)"
    r"\s(?:[\w’'-]+\s){1,4}for)\s(?:the\s)?\Z"
)
# "If it sprouts by 4 May", "provided that they pay by then": no past stands in such a clause.
_IF_BY = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Oo]nce|[Pp]rovid(?:ed|ing)|long as|on condition)\s"
    r"(?:(?!had\b|was\b|were\b|did\b|\w+ed\b)[\w’'-]+\s){1,8}(?:by|before|after)\s\Z"
)
# "The cuts announced for 6 January ought to be put off"; "elections, first set for 6 January, are now spoken of for June".
_ANNOUNCED = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bhad been )(?<!\bhad )\b(?P<first>(?:first|originally) )?\b(?:announced|planned|set|fixed|scheduled"
    r"|billed|pencilled in|timed|earmarked|promised|foreseen)"
    r" for\s(?:the\s)?\Z"
)
_ONCE_DONE = re.compile(r"\s(?:\w+\s){0,3}?(?:was|were|had|did|came|went|[a-z]{3,14}ed)\b")
# "The bill, due in April, had been paid"; "the report, due in June, has yet to appear".
_OVER = re.compile(
    r",\s(?:ha[ds]|have) (?:been|come|gone|passed|yet to|still)\b|,\s(?:was|were) (?:paid|missed|cancelled|met|dropped)\b"
    r"|,\s(?:came|arrived|was|were|opened|ended|finished)\b[^,;.]{0,30}\b(?:late|behind|overdue|after)\b"
    r"|\s(?:and|but) (?:still |as yet |yet )?(?:not|never)\b"
    r"|,\s(?:is|are|remains?) (?:still|yet to|late|overdue|missing|nowhere)\b"
)
# "The boat, due on 10 June, turned back".
_WENT_ON = re.compile(rf",\s(?:(?!has\b|have\b|had\b)[a-z]{{3,14}}ed|{any_of(_IRREGULAR)})\b")
# "The review, due in May, has not begun", "the rise due in May was not paid": it may be late, or not yet due.
_NOT_DONE = re.compile(r",\s(?:has|have) (?:not|never)\b|\s(?:was|were|did|has|have|had|came|slipped|fell|never)\b")
# "Last date to apply: 30 June": to come, or just past.
_LAST_DAY = re.compile(r"\b(?:[Ll]ast (?:date|day)|[Dd]eadline|(?:[Cc]losing|[Dd]ue) date|[Cc]loses|[Ee]nds|[Ee]xpires)\b[^.:;]{0,40}: \Z")
# "Put back to June, and has still not appeared".
_NEVER_CAME = re.compile(r",?\s(?:and|but)\s(?:has|have|had|did|was|were)\b[^.;]{0,20}\b(?:not|never|yet)\b")
_PAST_OF_AHEAD = re.compile(r"\b(?:was|were|had|been)\s(?:\w+\s){0,2}\Z")


def marked_tense(text: str, sentence: Span, at: Span, before: str, left: str) -> Literal["past", "future", "present", "either"] | None:
    """The tense by the words next to a date; None where the verbs have to tell.

    Args:
        text: the whole text.
        sentence: the sentence that the date stands in.
        at: the date.
        before: what stands before the date in its sentence.
        left: what of this belongs to its clause.

    >>> text = "The vote was put off to 4 May."
    >>> marked_tense(text, (0, len(text)), (24, 29), text[:24], text[:24])
    'future'
    """
    if is_from_then(text, sentence, at, before):
        return "future"
    if looks_back(text, sentence, at, before):
        return "past"
    if lies_ahead(text, sentence, at, before, left):
        return "future"
    if (text[at[0] : at[0] + 5].lower() == "until" and _PUT_OFF.search(left)) or _PUT_TO.search(left):
        return "past" if _NEVER_CAME.match(text, at[1], min(sentence[1], at[1] + 60)) else "future"
    if _NOTICE.fullmatch(left):
        return "either"
    if (opening := _OPENING.fullmatch(left)) and (opening[1].lower() in _IRREGULAR - _BARE or opening[1].endswith("ed")):
        return "past"
    if _LAST_DAY.search(before[-70:]):
        return "present"
    if may_be_either(text, sentence, at, before):
        return "either"
    if is_written(text, sentence, at):
        return "past"
    if announced := _ANNOUNCED.search(left[-40:]):
        return "either" if announced["first"] or _ONCE_DONE.search(text, at[1], min(sentence[1], at[1] + 60)) else "future"
    if called := _CALLED.search(left[-90:]):
        return "future" if called["has"] else "either"
    ahead = _AHEAD_BEFORE.search(left[-70:])
    if ahead and not _PAST_OF_AHEAD.search(left[-70:][: ahead.start()]):
        return "past" if _OVER.match(text, at[1], at[1] + 60) else "either" if _may_be_done(text, at[1]) else "future"
    return "future" if _IF_BY.search(left) else None


def _may_be_done(text: str, end: int) -> bool:
    """Whether what stands behind a day on which something is due may tell what came of it."""
    return bool(_NOT_DONE.match(text, end, end + 16) or _WENT_ON.match(text, end, end + 20))
