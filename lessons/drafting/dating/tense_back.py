"""What next to a date says that it has been, whatever verbs stand farther off: "more than in May", "a memo of 4 May says"."""

from __future__ import annotations

import re

from ..records import Span
from ..words import any_of, data, split

_LISTS = data("tense")

_AGAINST = re.compile(
    r"\b(?:against|compared (?:with|to)|(?<!later )(?<!sooner )(?<!earlier )(?<!more )(?<!less )(?<!fewer )than"
    r"|versus|up from|down from|as (?:of|at|on)"
    r"|as (?!early\b|late\b|soon\b)\w+ as(?: in| on| at)?)\s(?:(?!with effect|(?:to|will|shall|would|must|may|can)\s)[\w.,%$£€-]+\s){0,8}\Z"
)
# "Will publish the figures for December on 20 January".
_FIGURES = re.compile(
    r"\b(?:weeks|months|year|quarter|half) to (?:the end of )?\Z"
    r"|\b(?:figures|data|results|accounts|statistics|numbers|minutes|returns) for (?:the month of |the )?\Z"
)
# "A quarter later than it forecast in June".
_THAN_IT_DID = re.compile(
    r"\b(?:than (?:it|he|she|they|we|the [a-z]{3,15}) (?:had )?(?:[a-z]+ ){1,3}"
    r"|than (?:first |originally )?(?:planned|expected|forecast|promised|announced|agreed|thought|hoped|feared|reported|estimated) "
    r"|that (?:it|they|he|she) (?:forecast|set|gave|named|put out) )"
    r"(?:in|on) (?:the )?\Z"
)
# "She said in September that none would be held before 2020, and again on 20 March".
_SAID_AGAIN = re.compile(
    r"\b(?:said|told|warned|promised|wrote|asked|announced|denied|insisted|repeated|argued)\b[^;.“”]{3,160}?"
    r",? (?:and|then) again (?:on|in) \Z"
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
# "According to its own exercise in May"; but "according to a plan for May".
_ACCORDING = re.compile(r"\b[Aa]ccording to\s(?:(?!plan|timetable|schedule|programme)[\w’'-]+\s){1,8}(?:in|of|on|from)\s\Z")
# "From 14 February, the day on which he was arrested".
_DAY_WHEN = re.compile(
    r"(?: \d{4})?,\s(?:the|a)\s(?:day|date|night|morning|month|eve)\b(?! after| before)[^.;,]{0,40}\b(?:was|were|had|[a-z]{2,12}ed)\b"
)
# "The bank forecast in June a rate of 3 %", "expected in May that it would rain".
_FORECAST = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:forecast|expected|projected|predicted) (?:in|on) \Z"
)
_THAT = re.compile(r" (?:an?|that|no) ")
# "The August flood", "the deal of 14 December": which one is meant, by its day; it has been.
_PAST_THING = any_of(split(_LISTS["past_things"]))
_BEFORE_THING = re.compile(rf" (?:[a-z-]{{2,15}} )?(?:{_PAST_THING})\b")
_THING_OF = re.compile(rf"(?<!\bto )\b(?:{_PAST_THING}) of (?:the )?\Z")
# "Will not be passed before the elections of 15 October".
_WILL_BEFORE = re.compile(
    r"\b(?:will|shall|must|is to|are to)\b[^.;]{2,60}\b(?:before|until|till|by|after|for|at|in) (?:the )?(?:[a-z]+ ){1,3}of (?:the )?\Z"
)
_THE = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) \Z")
# "Two years after the fire of February destroyed the mill".
_AFTER_THE = re.compile(r"\b(?:after|since|because) (?:the|an?|its|their|his|her) [^,;:.“”]{2,60} (?:of|in|on) (?:the )?\Z")
_WENT = re.compile(rf" (?:was|were|had|did|[a-z]{{3,14}}ed|{any_of(split(_LISTS['irregular']))})\b")
# "Her log has 117 entries for the 24th", "the list shows 30 for the 9th".
_RECORDS = re.compile(r"\b(?:has|have|shows?|lists?|records?|counts)\b[^.;]{0,70}\b(?:for|from|of)\s\Z|\A\s*[Ff]or\s\Z")
# "A paper dated 4 May proposes", "figures released on 4 May show", "a memo of 4 May says": what a paper says now.
_WRITTEN = re.compile(
    r"(?<!\bto be )\b(?:dated|published|released|issued|posted|circulated|leaked|filed|lodged|submitted|signed|unveiled|tabled|uploaded"
    r"|obtained|sent|seen|written)"
    r"\s(?:[\w’'-]+\s){0,3}?(?:on\s|in\s)?\Z"
    r"|\b(?:[Tt]hat|[Tt]hose|[Tt]he (?:first|second|third|fourth|last|other|next|latest))(?: of|, of|, dated|, from) (?:the )?\Z"
    r"|\b(?:letter|memo|memorandum|paper|report|note|e-?mail|order|ruling|judgment|statement|circular|notice|article|post|tweet|message|document"
    r"|survey|poll|study|agreement|warrant|invoice|receipt|entry|photograph|picture|recording|filing|affidavit|telegram|despatch|dispatch|bulletin"
    r"|minute|briefing|draft|contract|deed|will|map|cable)s?\s(?:of|from)\s(?:the\s)?\Z"
)
_SAYS = re.compile(
    r",?\s(?:also\s|now\s|still\s|only\s)?(?!(?:was|this|its|his|as|years?|days|months|is|has|plus|across|versus|towards|besides|always|perhaps)\b)"
    r"(?:[a-z]{2,}[a-rt-z]s|show|suggest|say|point|put|list|give|name|describe|reveal|confirm|argue|estimate|indicate|propose|set|call)\s"
)
# "Which was to open in April, is yet to be built"; "were ready to sign it on Monday".
_TO_BE = re.compile(r"\b(?:was|were) (?:(?:due|expected|supposed|meant) )?to (?:have )?[^,;:—]{2,60} (?:in|on|by|at|before) (?:the )?\Z")
_IS_STILL = re.compile(
    r"[^,;:.]{0,20}, (?:is|are|has|have|remains?) (?:still|not|yet|only|now|never)\b"
    r"|,? (?:and|but) (?:is|are|has|have|remains?) (?:still|yet)\b"
)
# "Its price, 40p on 3 December, is 80p".
_FIGURE_ON = re.compile(r", (?:[£$€]|Rs\.? ?)?\d[\d.,]*(?: ?[a-z%]{1,9}){0,2} (?:(?:on|in|at the end of) (?:the )?)?\Z")
# "Was due in April and came out in October".
_WAS_DUE = re.compile(
    r"\b(?:was|were) (?:first |originally )?(?:due|expected|scheduled|meant|supposed|planned|to)\b[^,;:]{0,30} (?:in|on|by|at|from)"
    r" (?:the )?\Z"
)
_CAME = re.compile(
    r"(?:,? (?:and|but)|[;,] (?:it|they|he|she)) (?:then |only |finally |at last |in the end )?"
    r"(?:came|appeared|arrived|opened|began|started|went|never|ran|left|closed"
    r"|ended|finished|met|reached|lasted)\b"
)
_READY = re.compile(r"\b(?:was|were) (?:ready|willing|able|prepared|unable|unwilling) to [^,;:]{2,40} on \Z")
# "Would say on Thursday only that", "the rest fell due on 1 March", "it is dated 14 February", "the quarrel goes back to July".
_TOLD = re.compile(
    r"\bwould (?:not |only )?(?:say|comment|confirm|tell [a-z]+) on \Z|\bfell due (?:on|in) (?:the )?\Z|\b(?:is|are) dated (?:the )?\Z"
    r"|\b(?:goes|go|dates?|reach(?:es)?|stretch(?:es)?) (?:all the way )?back to (?:the )?(?:(?:start|end|middle|spring) of )?\Z"
)
# "A winter would make a difference, people said to us in January"; "the minutes of the meeting of 28 June may be read".
_SAID_LAST = re.compile(
    r", (?:(?!has\b|have\b|had\b|is\b|was\b|will\b|would\b)[\w’'-]+ ){1,4}(?:said|told|wrote|predicted|promised|warned|thought) "
    r"(?:(?!that\b)\w+ ){0,3}(?:in|on) \Z"
)
_MINUTES = re.compile(r"\b[Mm]inutes of [^.;:]{0,50}\bof (?:the )?\Z")
# "A paper in the December issue says so".
_IN_ISSUE = re.compile(r"(?: \d{4})? (?:issue|edition|number|newsletter|bulletin)\b(?! (?:will|is to|comes?|goes|appears)\b)")
# "On 4 May she is alleged to have lied"; "On 4 May, yes, so it will be ten years".
_ALLEGED = r"(?:is|are) (?:alleged|said|believed|thought|reported|understood|known|claimed|accused|suspected)(?: of having| to have) "
_LIED = re.compile(rf"\b{_ALLEGED}[^.;:“”]{{2,70}} (?:on|in) (?:the )?\Z")
_IS_ALLEGED = re.compile(rf"[^.;:“”]{{0,60}}\b{_ALLEGED}")
_YES = re.compile(r", (?:yes|no|exactly|indeed|that[’']s right|it was)\b")
# "Asked by the committee on 29 April whether it would survive".
_ASKED = re.compile(
    r"\b(?:Asked|Pressed|Questioned|Challenged|Interviewed|Approached|Speaking|Writing|Testifying|Addressing) "
    r"(?:(?!whether\b|if\b|when\b|why\b|how\b|what\b|that\b|to\b)[\w’'-]+ ){0,8}(?:on|in) \Z"
)
# What looks back, with how many letters before a date it is looked for.
_BACK = (
    (_TOLD, 40),
    (_SAID_LAST, 60),
    (_ASKED, 80),
    (_MINUTES, 70),
    (_LIED, 110),
    (_READY, 80),
    (_AGAINST, 60),
    (_MORE_THAN, 60),
    (_VOTED, 110),
    (_FOLLOWS, 90),
    (_ACCORDING, 90),
    (_FIGURES, 60),
    (_THAN_IT_DID, 50),
    (_SAID_AGAIN, 200),
)


def is_written(text: str, sentence: Span, at: Span) -> bool:
    """Whether a date is that of a paper which says something now.

    >>> is_written("A memo of 4 May says so.", (0, 24), (10, 15))
    True
    """
    before = _WRITTEN.search(text, max(sentence[0], at[0] - 60), at[0])
    return bool(before and _SAYS.match(text, at[1], min(sentence[1], at[1] + 60)))


def looks_back(text: str, sentence: Span, at: Span, before: str) -> bool:
    """Whether the words next to a date say that it has been.

    >>> text = "They still rue the August flood."
    >>> looks_back(text, (0, len(text)), (19, 25), text[:19])
    True
    """
    end = sentence[1]
    if text[at[0] : at[0] + 5].lower() == "since" or any(pattern.search(before[-reach:]) for pattern, reach in _BACK):
        return True
    is_told = bool(
        (_TO_BE.search(before[-100:]) and _IS_STILL.match(text, at[1], end))
        or (_WAS_DUE.search(before[-80:]) and _CAME.match(text, at[1], end))
        or (_FIGURE_ON.search(before[-40:]) and text.startswith(",", at[1]))
        or (_FORECAST.search(before[-30:]) and _THAT.match(text, at[1], end))
        or (_AFTER_THE.search(before[-90:]) and _WENT.match(text, at[1], end))
        or (_THE.search(before[-7:]) and _BEFORE_THING.match(text, at[1], end))
        or (_THING_OF.search(before[-40:]) and not _WILL_BEFORE.search(before[-90:]))
        or (_THE.search(before[-7:]) and _IN_ISSUE.match(text, at[1], end))
        or _YES.match(text, at[1], end)
        or _IS_ALLEGED.match(text, at[1], end)
    )
    return is_told or _is_recorded(text, sentence, at, before)


def _is_recorded(text: str, sentence: Span, at: Span, before: str) -> bool:
    is_day = _DAY_WHEN.match(text, at[1], min(sentence[1], at[1] + 80)) is not None
    return is_day or (text.startswith("the ", at[0]) and _RECORDS.search(before) is not None)
