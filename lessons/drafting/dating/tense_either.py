"""What next to a date leaves open whether it has been: "raised to £3 from 4 May", "the march on 4 May was banned"."""

from __future__ import annotations

import re

from ..records import Span

# "Ahead of the January vote the board met".
_AHEAD_OF = re.compile(r"\b(?:[Aa]head of|[Ii]n the run-up to|[Pp]ending) (?:the |its |their |an? )?\Z")
# "Raised it on Monday with effect from 4 May".
_EFFECT = re.compile(r"\b(?:with effect|effective|taking effect|to take effect|coming into force)(?: from| on)?(?: the)? \Z")
# "The number of places will rise with effect from 1 July"; what will be paid, may be for what is over.
_WILL_HAVE_EFFECT = re.compile(
    r"\b(?:will|shall) (?!(?:be )?(?:paid|pay|get|receive|draw|backdated|owed?)\b)[^;:.“”]{0,90}\bwith effect from (?:the )?\Z"
)
# "The march on 6 December was banned last week": what is said so may be to come.
_EVENT = re.compile(
    r"(?:\A|\b(?:and|but|that|as) )(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) [^,;:.“”]{2,60} (?:on|of|in|for) (?:the )?\Z"
)
_NOT_HELD = re.compile(
    r"(?: in [A-Z][\w-]+)? (?:was|were|has been|have been|had been|is|are) (?:now |already |since |later |officially |finally |duly )?"
    r"(?:sold out|fully booked|booked (?:out|up)|oversubscribed|cancelled|canceled|called off|put off|postponed|rescheduled|moved"
    r"|brought forward|announced|confirmed|banned|scrapped|shelved|in doubt|under threat|at risk)\b"
)
# "The report covers October to December".
_COVERS = re.compile(r"\b(?:covers?|covering|spans?|spanning) (?:the (?:months|period|quarter|year|weeks) )?(?:of |from |between )?\Z")
# "It wants those hired after 4 May to pay more": of a rule that may hold from then on, or from back then.
_RULED = re.compile(
    r"\b(?:wants?|will|would|must|proposes?|plans?|seeks?|asks?|demands?|requires?|bans?|applies|apply)\b[^.;:]{0,70}?"
    r"\s(?:[a-z]{2,14}ed|born|built|bought|made|sold|begun|taken|won|paid)\s(?:on or )?(?:after|before|from)\s\Z"
)
# "Restored from 1 January": from then on, or back then.
_RESTORED = re.compile(
    r"\b(?:restored|reinstated|withdrawn|introduced|abolished|raised|lowered|cut|lifted|halved|doubled|scrapped|banned) from \Z"
)
# "Raised the daily wage to Rs 250 from October 1": from then on, or back then.
_CHANGED = re.compile(
    r"\b(?:raised|cut(?! off)|lowered|increased|reduced|doubled|halved|fixed|set|lifted|extended|imposed|banned|introduced|abolished"
    r"|scrapped)\b[^,;:]{3,70} from \Z"
)
# "Had promised the figures by Christmas", "was to have sung in May", "in May she was to have sung".
_HAD_PROMISED = re.compile(
    r"\bhad (?:first |once |originally |also |at first )?(?:been )?"
    r"(?:promised|pledged|vowed|hoped|planned|expected|wanted|meant|intended|scheduled|supposed|due)\b[^,;:.“”]{1,60}"
    r" (?:by|in|on|before|for) (?:the )?(?:end of (?:the )?)?\Z|\b(?:was|were) to have [^,;:.“”]{3,60} (?:by|in|on|before) (?:the )?\Z"
)
# "Had hoped to sail in April": it is over.
_HAD_HOPED = re.compile(r"\bhad (?:first |once |originally )?(?:hoped|meant|wanted|intended) to [^,;:.“”]{2,60} in \Z")
# "Cleared the way today for an election on 25 September".
_FOR_VOTE = re.compile(
    r"\bfor (?:an?|the|its|their) (?:[a-z-]+ ){0,3}(?:elections?|vote|referendum|ballot|by-election|polls?|rerun|run-off) (?:on|in) \Z"
)
# "Has been given five more nights, in August, to look for it".
_IS_GIVEN = re.compile(r"\b(?:has|have) been (?:given|granted|awarded|promised|allotted|offered)\b[^.;]{2,50}, (?:in|on) \Z")
_WAS_TO_HAVE = re.compile(r",? (?!and\b|but\b)(?:[\w’'-]+ ){1,4}(?:was|were) to have (?:been )?[a-z]")

# "On 1 May, the president said, the dam would be opened".
_SAID_WOULD = re.compile(r",\s(?:[\w’'-]+ ){1,5}(?:said|told [\w ]{2,30}|promised|announced),\s[^;:.]{3,60}\bwould\b(?! have\b)")
# "The examinations, moved from January, will be sat at home".
_MOVED_FROM = re.compile(r"\b(?:moved|postponed|put off|brought forward|rescheduled|switched|delayed|deferred) from (?:the )?\Z")
# "Was moved from 29 March to 12 April and then to 31 October".
_AND_THEN_TO = re.compile(
    r"\b(?:moved|put off|postponed|extended|delayed|deferred|pushed back|rescheduled) (?:from [^;.]{4,40} )?to [^;.]{4,40}?"
    r",? (?:and )?then to (?:the )?\Z"
)
# "Was promised for October and then for Christmas": the first of them at least has passed.
PLANNED_FOR = (
    r"(?:listed|set|fixed|promised|planned|due|scheduled|announced|billed|timed|expected|slated|booked|pencilled in) (?:for|in|on|by) "
)
_THEN_FOR = re.compile(rf"\b{PLANNED_FOR}[^;.]{{3,30}}?,? (?:and )?then (?:for|in|on|by) (?:the )?\Z")
_FOR_FIRST = re.compile(rf"\b{PLANNED_FOR}(?:the )?\Z")
_AND_THEN_FOR = re.compile(r"(?: \d{4})?,? (?:and )?then (?:for|in|on|by) (?:the )?[A-Z\d]")
# "A refund for September will be paid in November".
_PAID_FOR = re.compile(
    r"\b(?:refunds?|pay|wages?|salary|salaries|rents?|fees?|bills?|payments?|subsid(?:y|ies)|grants?|pensions?|quotas?|rebates?) for \Z"
)
# "Readers who had booked for July will be written to".
_BOOKED = re.compile(r"\b(?:booked|registered|signed up|enrolled|entered|tickets|seats|places|rooms) for (?:the )?\Z")
# "Anyone who paid could claim until 31 October".
_COULD_UNTIL = re.compile(r"\bcould (?:[\w’'-]+ ){1,6}\Z")
_BY_DAY = re.compile(r"until \d|until [A-Z][a-z]+(?<!day) \d")
_ORDERED = re.compile(r"\b(?:ordered|told|instructed) [^,;:.“”]{2,40} (?:shut|cut|set|put|built|done|gone|out|[a-z]{2,14}ed) by \Z")


def may_be_either(text: str, sentence: Span, at: Span, before: str) -> bool:
    """Whether the words next to a date go with one that has been as well as with one to come.

    >>> text = "The march on 6 May was banned."
    >>> may_be_either(text, (0, len(text)), (13, 18), text[:13])
    True
    """
    return bool(
        _AHEAD_OF.search(before[-30:])
        or _RESTORED.search(before[-30:])
        or _ORDERED.search(before[-80:])
        or (_HAD_PROMISED.search(before[-100:]) and not _HAD_HOPED.search(before[-100:]))
        or (not before.strip("OnI ") and _SAID_WOULD.match(text, at[1], sentence[1]))
        or _FOR_VOTE.search(before[-70:])
        or (_IS_GIVEN.search(before[-90:]) and text.startswith(", to ", at[1]))
        or _MOVED_FROM.search(before[-40:])
        or _AND_THEN_TO.search(before[-130:])
        or _THEN_FOR.search(before[-70:])
        or _BOOKED.search(before[-30:])
        or _PAID_FOR.search(before[-20:])
        or (_FOR_FIRST.search(before[-30:]) and _AND_THEN_FOR.match(text, at[1], sentence[1]))
        or _WAS_TO_HAVE.match(text, at[1], sentence[1])
        or (_COULD_UNTIL.search(before[-60:]) and _BY_DAY.match(text, at[0]))
        or _COVERS.search(before[-50:])
        or _RULED.search(before[-110:])
        or (_EFFECT.search(before[-40:]) and not _WILL_HAVE_EFFECT.search(before[-120:]))
        or _CHANGED.search(before[-100:])
        or (_EVENT.search(before[-90:]) and _NOT_HELD.match(text, at[1], sentence[1]))
    )
