"""The tense of a date where the words next to it settle it, whatever verbs stand farther off: "until", "put off to", "no later than"."""

from __future__ import annotations

import re
from typing import Literal

from ..records import Span
from ..words import any_of, data, split

_LISTS = data("tense")
_IRREGULAR, _AHEAD, _IMPERATIVES = (split(_LISTS[name]) for name in ("irregular", "ahead", "imperatives"))

_AGAINST = re.compile(
    r"\b(?:against|compared (?:with|to)|(?<!later )(?<!sooner )(?<!earlier )(?<!more )(?<!less )(?<!fewer )than"
    r"|versus|up from|down from|as (?:of|at|on)"
    r"|as (?!early\b|late\b|soon\b)\w+ as(?: in| on| at)?)\s(?:(?!with effect|(?:to|will|shall|would|must|may|can)\s)[\w.,%$£€-]+\s){0,8}\Z"
)
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
    r"\b(?:adjourned|postponed|delayed|deferred|suspended|extended|remanded|barred|banned|put off|pushed back|shelved|prorogued)\b"
    r"|\b(?:put|push(?:ed)?|h[eo]ld|left|leave)\s[^,;:]{1,40}\b(?:off|back|over)\s\Z"
    r"|\b(?:has|have)\s\Z|\b(?:has|have) (?:given|granted|allowed) (?:[\w’'-]+ ){1,4}\Z"
)
_PUT_TO = re.compile(
    r"\b(?:adjourned|fixed|set down|put over|listed|extended|postponed|moved|put off|pushed back|put back|delayed|deferred"
    r"|brought forward|rescheduled) (?:to|till|until|for)\s\Z"
    # "Has been put off to the meeting in Toulouse in November"
    r"|\b(?:has|have|is|are) (?:now |since )?(?:been )?(?:adjourned|postponed|put off|pushed back|put back|delayed|deferred|rescheduled)"
    r" (?:to|till|until) [^,;:]{0,60}\b(?:in|on) \Z"
    # "Delegates agreed on observers on all ships from 1 January"
    r"|\b(?:agreed|voted|decided|resolved) (?:on|to|that) [^,;:.]{3,70} from \Z"
    # "Will be kept until 2024 and looked at again in September"
    r"|\b(?:will|shall|must|is to|are to) (?:now |then |also )?be [^,;:.“”]{3,60} and (?:then )?(?:[a-z]{3,14}ed|seen|made|put|held|taken) "
    r"(?:[a-z]+ ){0,3}(?:in|on|by|at) (?:the )?\Z"
    # "Not allowed from 1 January"; "has kept 4 May free"
    r"|(?<!was )(?<!were )(?<!been )\b(?:allowed|permitted|required|compulsory|mandatory|valid|available|effective|in force) from\s\Z"
    r"|\b(?:runs? out|expires?|lapses?|falls? due) (?:on|in|at) (?:the end of )?\Z"
    r"|\b(?:has|have)\s(?:kept|set|chosen|fixed|booked|reserved|picked|earmarked|set aside)\s\Z"
)
# "By 30 September, the chief executive promised, every siren would sound".
_IS_PROMISED = re.compile(
    r",\s[^,;:.]{3,60}\s(?:said|says|promised|pledged|vowed|told [\w ]{2,30}|announced|insisted|hopes?|hoped),\s[^;.]{3,90}\bwould\b"
)
# "The envoys gather again on 11 April".
_AGAIN = re.compile(r"\b(?:meets?|gathers?|sits?|returns?|votes?|convenes?|plays?|fl(?:y|ies)) again (?:in [A-Z][\w-]+ )?(?:on|in) \Z")
# "On Friday he walks it for the last time".
_HE_DOES = re.compile(r"[A-Z][a-z]+day (?:he|she|it|[A-Z][\w’-]{2,20}) (?!was\b|has\b|does\b|is\b|says\b)[a-z]{2,12}(?<!s)s\b")
# "Put the chance of lightning on Sunday at 30 per cent".
_CHANCE = re.compile(r"\b(?:chance|chances|risk|likelihood|probability|odds|threat|danger) of (?:[\w’'-]+ ){1,5}(?:on|by|for|in|over) \Z")
# "Ahead of the January vote the board met".
_AHEAD_OF = re.compile(r"\b(?:[Aa]head of|[Ii]n the run-up to|[Pp]ending) (?:the |its |their |an? )?\Z")
# "The minister, on leave until Monday, said …".
_AWAY = re.compile(r", (?:now |still |currently )?(?:on|in|away|off|out|abroad)\b[^,.;]{0,30}\Z")
# "Raised it on Monday with effect from 4 May".
_EFFECT = re.compile(r"\b(?:with effect|effective|taking effect|to take effect|coming into force)(?: from| on)?(?: the)? \Z")
# "The number of places will rise with effect from 1 July"; what will be paid, may be for what is over.
_WILL_HAVE_EFFECT = re.compile(
    r"\b(?:will|shall) (?!(?:be )?(?:paid|pay|get|receive|draw|backdated|owed?)\b)[^;:.“”]{0,90}\bwith effect from (?:the )?\Z"
)
# "Will publish the figures for December on 20 January".
_FIGURES = re.compile(
    r"\b(?:weeks|months|year|quarter|half) to (?:the end of )?\Z"
    r"|\b(?:figures|data|results|accounts|statistics|numbers|minutes|returns) for (?:the month of |the )?\Z"
)
# "A quarter later than it forecast in June".
_THAN_IT_DID = re.compile(
    r"\b(?:than (?:it|he|she|they|we|the [a-z]{3,15}) (?:had )?(?:[a-z]+ ){1,3}"
    r"|that (?:it|they|he|she) (?:forecast|set|gave|named|put out) )"
    r"(?:in|on) (?:the )?\Z"
)
# "The order follows the discovery on Saturday of a snail".
_FOLLOWS = re.compile(r"\b(?:follows|comes after) (?:the|an?|its|his|her|their) [^,;:.“”]{2,60} (?:on|in) (?:the )?\Z")
# "After the cabinet voted to keep them on Tuesday".
_VOTED = re.compile(
    r"\b(?:voted|refused|declined|failed)\b[^,;:.“”]{0,40} to (?!meet|start|begin|hold|open|return|strike|vote|go|leave|come|sit|walk)"
    r"[a-z]+ (?:it|them|him|her|(?:the|its|their|his|her|a|an) (?:[\w’-]+ ){0,2}[\w’-]+) on \Z"
)
_MORE_THAN = re.compile(
    r"\b(?:more|less|fewer) than\s(?:(?:in|on|at|for|that|those|it|he|she|they|was|were|did|had|a year earlier|the)\s){0,4}\Z"
)
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
    r"(?:(?!had\b|was\b|were\b|did\b|\w+ed\b)[\w’'-]+\s){1,8}by\s\Z"
)
# "According to its own exercise in May"; but "according to a plan for May".
_ACCORDING = re.compile(r"\b[Aa]ccording to\s(?:(?!plan|timetable|schedule|programme)[\w’'-]+\s){1,8}(?:in|of|on|from)\s\Z")
# "The cuts announced for 6 January ought to be put off".
_ANNOUNCED = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bhad been )(?<!\bhad )\b(?:announced|planned|set|fixed|scheduled"
    r"|billed|pencilled in|timed|earmarked|promised|foreseen)"
    r" for\s(?:the\s)?\Z"
)
_ONCE_DONE = re.compile(r"\s(?:\w+\s){0,3}?(?:was|were|had|did|came|went|[a-z]{3,14}ed)\b")
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
# "From 14 February, the day on which he was arrested".
_DAY_WHEN = re.compile(
    r"(?: \d{4})?,\s(?:the|a)\s(?:day|date|night|morning|month|eve)\b(?! after| before)[^.;,]{0,40}\b(?:was|were|had|[a-z]{2,12}ed)\b"
)
# "The bill, due in April, had been paid"; "the report, due in June, has yet to appear".
_OVER = re.compile(
    r",\s(?:ha[ds]|have) (?:been|come|gone|passed|yet to|still)\b|,\s(?:was|were) (?:paid|missed|cancelled|met|dropped)\b"
    r"|,\s(?:is|are|remains?) (?:still|yet to|late|overdue|missing|nowhere)\b"
)
# "The review, due in May, has not begun", "the rise due in May was not paid": it may be late, or not yet due.
_NOT_DONE = re.compile(r",\s(?:has|have) (?:not|never)\b|\s(?:was|were|did|has|have|had|came|slipped|fell|never)\b")
# "The march on 6 December was banned last week": what is said so may be to come.
_EVENT = re.compile(
    r"(?:\A|\b(?:and|but|that|as) )(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) [^,;:.“”]{2,60} (?:on|of|in|for) (?:the )?\Z"
)
_NOT_HELD = re.compile(
    r"(?: in [A-Z][\w-]+)? (?:was|were|has been|have been|had been|is|are) (?:now |already |since |later |officially |finally |duly )?"
    r"(?:sold out|fully booked|booked (?:out|up)|oversubscribed|cancelled|canceled|called off|put off|postponed|rescheduled|moved"
    r"|brought forward|announced|confirmed|banned|scrapped|shelved|in doubt|under threat|at risk)\b"
)
# "The bank forecast in June a rate of 3 %", "expected in May that it would rain".
_FORECAST = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:forecast|expected|projected|predicted) (?:in|on) \Z"
)
_THAT = re.compile(r" (?:an?|that|no) ")
# "Two years after the fire of February destroyed the mill".
_AFTER_THE = re.compile(r"\b(?:after|since|because) (?:the|an?|its|their|his|her) [^,;:.“”]{2,60} (?:of|in|on) (?:the )?\Z")
_WENT = re.compile(rf" (?:was|were|had|did|[a-z]{{3,14}}ed|{any_of(_IRREGULAR)})\b")
# "Put back to June, and has still not appeared".
_NEVER_CAME = re.compile(r",?\s(?:and|but)\s(?:has|have|had|did|was|were)\b[^.;]{0,20}\b(?:not|never|yet)\b")
# "Her log has 117 entries for the 24th", "the list shows 30 for the 9th".
_RECORDS = re.compile(r"\b(?:has|have|shows?|lists?|records?|counts?)\b[^.;]{0,70}\b(?:for|from|of)\s\Z|\A\s*[Ff]or\s\Z")
_PAST_OF_AHEAD = re.compile(r"\b(?:was|were|had|been)\s(?:\w+\s){0,2}\Z")


# "It wants those hired after 4 May to pay more": of a rule that may hold from then on, or from back then.
# "The report covers October to December".
_COVERS = re.compile(r"\b(?:covers?|covering|spans?|spanning) (?:the (?:months|period|quarter|year|weeks) )?(?:of |from |between )?\Z")
_RULED = re.compile(
    r"\b(?:wants?|will|would|must|proposes?|plans?|seeks?|asks?|demands?|requires?|bans?|applies|apply)\b[^.;:]{0,70}?"
    r"\s(?:[a-z]{2,14}ed|born|built|bought|made|sold|begun|taken|won|paid)\s(?:on or )?(?:after|before|from)\s\Z"
)


# "Restored from 1 January": from then on, or back then.
_RESTORED = re.compile(
    r"\b(?:restored|reinstated|withdrawn|introduced|abolished|raised|lowered|cut|lifted|halved|doubled|scrapped|banned) from \Z"
)
# "Wants the rates cut for the last quarter".
_WANTED_DONE = re.compile(
    r"\b(?:wants?|asks?|demands?|seeks?) [^,;:.“”]{2,40} (?:cut|set|put|[a-z]{2,14}ed|given|paid|kept|held|made)"
    r" (?:for|by|from|in|on|before) (?:the )?\Z"
)
# "Raised the daily wage to Rs 250 from October 1": from then on, or back then.
_CHANGED = re.compile(
    r"\b(?:raised|cut|lowered|increased|reduced|doubled|halved|fixed|set|lifted|extended|imposed|banned|introduced|abolished|scrapped)\b"
    r"[^,;:]{3,70} from \Z"
)


# "A paper dated 4 May proposes", "figures released on 4 May show", "a memo of 4 May says": what a paper says now.
_WRITTEN = re.compile(
    r"\b(?:dated|published|released|issued|posted|circulated|leaked|filed|lodged|submitted|signed|unveiled|tabled|uploaded|obtained|sent|seen|written)"
    r"\s(?:[\w’'-]+\s){0,3}?(?:on\s|in\s)?\Z"
    r"|\b(?:letter|memo|memorandum|paper|report|note|e-?mail|order|ruling|judgment|statement|circular|notice|article|post|tweet|message|document"
    r"|survey|poll|study|agreement|warrant|invoice|receipt|entry|photograph|picture|recording|filing|affidavit|telegram|despatch|dispatch|bulletin"
    r"|minute|briefing|draft|contract|deed|will|map|cable)s?\s(?:of|from)\s(?:the\s)?\Z"
)
_SAYS = re.compile(
    r",?\s(?:also\s|now\s|still\s|only\s)?(?!(?:was|this|its|his|as|years?|days|months|is|has|plus|across|versus|towards|besides|always|perhaps)\b)"
    r"(?:[a-z]{2,}[a-rt-z]s|show|suggest|say|point|put|list|give|name|describe|reveal|confirm|argue|estimate|indicate|propose|set|call)\s"
)


# What looks back, with how many letters before a date it is looked for.
# "Which was to open in April, is yet to be built"; "were ready to sign it on Monday".
_TO_BE = re.compile(r"\b(?:was|were) (?:(?:due|expected|supposed|meant) )?to (?:have )?[^,;:—]{2,60} (?:in|on|by|at|before) (?:the )?\Z")
_IS_STILL = re.compile(r"[^,;:.]{0,20}, (?:is|are|has|have|remains?) (?:still|not|yet|only|now|never)\b")
# "Was due in April and came out in October".
_WAS_DUE = re.compile(
    r"\b(?:was|were) (?:first |originally )?(?:due|expected|scheduled|meant|supposed|planned|to)\b[^,;:]{0,30} (?:in|on|by|at) (?:the )?\Z"
)
_CAME = re.compile(
    r",? (?:and|but) (?:then |only |finally |at last |in the end )?(?:came|appeared|arrived|opened|began|started|went|never|ran|left|closed"
    r"|ended|finished|met|reached|lasted)\b"
)
# "Finland would like to hold it in May".
_LIKE_TO = re.compile(r"\b(?:would|[’']d) (?:like|love|prefer) to (?!have\b)[^,;:]{2,50} (?:in|on|by|before) (?:the )?\Z")
_READY = re.compile(r"\b(?:was|were) (?:ready|willing|able|prepared|unable|unwilling) to [^,;:]{2,40} on \Z")
# "Would say on Thursday only that", "the rest fell due on 1 March", "it is dated 14 February".
_TOLD = re.compile(
    r"\bwould (?:not |only )?(?:say|comment|confirm|tell [a-z]+) on \Z|\bfell due (?:on|in) (?:the )?\Z|\b(?:is|are) dated (?:the )?\Z"
)
_BACK = (
    (_TOLD, 40),
    (_READY, 80),
    (_AGAINST, 60),
    (_MORE_THAN, 60),
    (_VOTED, 110),
    (_FOLLOWS, 90),
    (_ACCORDING, 90),
    (_FIGURES, 60),
    (_THAN_IT_DID, 50),
)


def is_written(text: str, sentence: Span, at: Span) -> bool:
    """Whether a date is that of a paper which says something now.

    >>> is_written("A memo of 4 May says so.", (0, 24), (10, 15))
    True
    """
    before = _WRITTEN.search(text, max(sentence[0], at[0] - 60), at[0])
    return bool(before and _SAYS.match(text, at[1], min(sentence[1], at[1] + 60)))


def marked_tense(text: str, sentence: Span, at: Span, before: str, left: str) -> Literal["past", "future", "either"] | None:
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
    word = text[at[0] : at[0] + 5].lower()
    is_over = _TO_BE.search(before[-100:]) and _IS_STILL.match(text, at[1], sentence[1])
    is_over = is_over or (_WAS_DUE.search(before[-80:]) and _CAME.match(text, at[1], sentence[1]))
    is_over = is_over or (_FORECAST.search(before[-30:]) and _THAT.match(text, at[1], sentence[1]))
    is_over = is_over or (_AFTER_THE.search(before[-90:]) and _WENT.match(text, at[1], sentence[1]))
    if is_over or word == "since" or any(pattern.search(before[-reach:]) for pattern, reach in _BACK):
        return "past"
    if _LIKE_TO.search(before[-90:]) or _WANTED_DONE.search(before[-90:]) or _THAT_COMES.match(text, at[1], min(sentence[1], at[1] + 60)):
        return "future"
    if _DAY_WHEN.match(text, at[1], min(sentence[1], at[1] + 80)) or (text.startswith("the ", at[0]) and _RECORDS.search(before)):
        return "past"
    is_away = (
        (word == "until" and _AWAY.search(before[-50:]) and text.startswith(",", at[1]))
        or (before.endswith("On ") and _HE_DOES.match(text, at[0], min(sentence[1], at[1] + 60)))
        or (before.lower().endswith("by ") and _IS_PROMISED.match(text, at[1], min(sentence[1], at[1] + 160)))
        or _AGAIN.search(before[-40:])
    )
    is_said_so = before.endswith(" by ") and _HOPED.search(before) and _IS_SO.match(text, at[1], at[1] + 12)
    if is_away or is_said_so or _CHANCE.search(before[-90:]):
        return "future"
    if _EVENT_IS.search(before[-70:]) or _OF_RECORD.search(before) or _IMPERATIVE.match(left.lstrip() + (word + " ").partition("until")[1]):
        return "future"
    if (word == "until" and _PUT_OFF.search(left)) or _PUT_TO.search(left):
        return "past" if _NEVER_CAME.match(text, at[1], min(sentence[1], at[1] + 60)) else "future"
    if (opening := _OPENING.fullmatch(left)) and (opening[1].lower() in _IRREGULAR - _BARE or opening[1].endswith("ed")):
        return "past"
    if (
        _AHEAD_OF.search(before[-30:])
        or _RESTORED.search(before[-30:])
        or _COVERS.search(before[-50:])
        or _RULED.search(before[-110:])
        or (_EFFECT.search(before[-40:]) and not _WILL_HAVE_EFFECT.search(before[-120:]))
        or _CHANGED.search(before[-100:])
        or (_EVENT.search(before[-90:]) and _NOT_HELD.match(text, at[1], sentence[1]))
    ):
        return "either"
    if is_written(text, sentence, at):
        return "past"
    if _ANNOUNCED.search(left[-40:]):
        return "either" if _ONCE_DONE.search(text, at[1], min(sentence[1], at[1] + 60)) else "future"
    if called := _CALLED.search(left[-90:]):
        return "future" if called["has"] else "either"
    ahead = _AHEAD_BEFORE.search(left[-70:])
    if ahead and not _PAST_OF_AHEAD.search(left[-70:][: ahead.start()]):
        return "past" if _OVER.match(text, at[1], at[1] + 24) else "either" if _NOT_DONE.match(text, at[1], at[1] + 16) else "future"
    return "future" if _IF_BY.search(left) else None
