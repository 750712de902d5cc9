"""Lines in which a site asks something of its reader: to sign up, to follow, to pay; each site words them anew.

Such a line has two things together: an order or a "we", and what is on offer (a newsletter, a podcast, so many articles a month). A line
that tells who said something, or that quotes, is the article's.
"""

from __future__ import annotations

import re

_LONGEST = 200
# An order at the beginning of a sentence, or behind a colon or a dash.
_ORDER = re.compile(
    r"(?:\A[^\w“\"‘]{0,4}|[.:!?]\s|\s[|–—·-]\s|\]\s?)(?:please |why not |to )?"
    r"(?:sign up|subscribe|follow|listen|get|join|download|donate|give|support|enter|try|register|become|click|tap|text|hear|catch|chip in"
    r"|stay|unlock|upgrade|log in|sign in|hit|watch)\b"
    r"|\bplease (?:give|donate|support|consider (?:giving|donating|supporting|subscribing|joining|becoming)|chip in|subscribe|help us)\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:we|we[’']re|we[’']ve|our|us)\b|\byou (?:can|may|might|could)(?: also)? (?:order|buy|book|support|help|join|donate)\b|\Ayour? ",
    re.IGNORECASE,
)
# What hardly anybody but the site itself speaks of.
_OWN = re.compile(
    r"\b(?:in your inbox|(?:non-?profit|independent|(?:reader|member)-(?:supported|funded)) (?:newsroom|journalism|media|news|site)"
    r"|(?:free )?(?:articles?|stories) (?:left|remaining|for free|this month)"
    r"|our (?:app|stories|journalism|reporting|work|book|magazine|channel)"
    r"|(?:reporting|journalism|stories|articles|work) like this|subscribers can[’']t)\b",
    re.IGNORECASE,
)
_WARE = re.compile(
    r"\b(?:newsletters?|podcasts?|e-?mail(?: address| alerts?| updates?)?|(?:text|push|news|breaking news) alerts?|paywall"
    r"|(?:the|this|our|my) app|(?:morning|evening|daily|weekly|weekend) (?:briefing|digest|email|round-?up)|for free|with my\w+"
    r"|on (?:facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin|x|tiktok|spotify|apple podcasts))\b"
    r"|(?:[$£€₹]|\brs\.? ?)\d{1,5}(?:\.\d\d)? (?:a|per) (?:month|week|year)\b",
    re.IGNORECASE,
)
# Who publishes asks for help in the third person too, counts what may still be read, and says what is an advertisement.
_PLAIN = re.compile(
    r"\b(?:is|are) (?:supported|funded|paid for|kept going|made possible) by (?:its|our|their|your|the) ?(?:own )?"
    r"(?:readers?|listeners?|subscribers?|viewers?)\b|\b(?:is|are) (?:supported|funded) by (?:our|your) \w"
    r"|\b(?:free )?articles?:? \d{1,2} of \d{1,2} (?:left|remaining)|\byou have \d{1,2} (?:free )?(?:articles?|stories) (?:left|remaining)"
    r"|\A\[?(?:ad|advert|advertisement|sponsored|promoted)\]?\s?[:|\]–—-]"
    r"|(?:[:.?!]\s|[|–—-]\s)(?:sign up|subscribe)(?: (?:to|for|now|here|today|from)\b|[.!\s]*\Z)|\benter your (?:e-?mail|postcode|zip)\b",
    re.IGNORECASE,
)
# A question to the reader with what to do about it: "Got news? Tell us", "Was your roof checked? Book now".
_ASKED = re.compile(
    r"(?!(?:how|where|when|who|why)\b)[^?“\"]{3,100}\?\s(?:please |then )?"
    r"(?:(?:tell|e-?mail|contact|let|call|message|text|join|ask) us\b|get in touch\b|log ?in\b|sign (?:in|up)\b|click\b|tap\b"
    r"|(?:write|e-?mail|contact)(?: to)? (?:the|our) (?:desk|editor|newsroom|team)|share (?:your|it with)|have your say"
    r"|(?:book|order|buy|shop|apply|register|enroll?|vote|donate|subscribe|join|call|upgrade) (?:now|today|online|here|below)\b"
    r"|find out (?:more|how)|get (?:a|your) free|try it (?:free|now)|take (?:our|the) (?:quiz|survey|poll|test))",
    re.IGNORECASE,
)
# How few of the readers pay, and what a month of it costs.
_FEW = re.compile(
    r"(?:[^.?!:]{3,30}: )?(?:only |just |fewer than |less than |about )?"
    r"(?:(?:one|1|two|2) (?:in|out of|of) (?:every )?[\w,]{2,9}(?: of)?|\d{1,2}(?:\.\d)?(?:%| per ?cent) of) (?:our |its |the |these )?"
    r"(?:readers|visitors|listeners|viewers|users|you)\b.{0,30}"
    r"\b(?:supports?|pays?|gives?|donates?|subscribes?|contributes?|chips? in|members?)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?:\A|[.?!:]\s)(?:please )?(?:give|donate|chip in|pledge|spare)(?: just| only)? [$£€₹]\s?\d{1,4}\b[^.?!]{0,30}[.!]?\Z"
    r"|\A(?:from|for)(?: just| only| as little as)? [$£€₹]\s?\d{1,4}(?:\.\d\d)? (?:a|per) (?:day|week|month|year),?"
    r" you (?:can|could|will|get)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:said|says|told|asked|wrote|writes|added)\b")
_QUOTES = '“"‘«„'


def is_offer(words: str) -> bool:
    """Whether a short line asks something of the reader in the site's own name.

    >>> [is_offer(line) for line in ("Follow the Gazette on Facebook", "The Tide: sign up for the news.", "We follow the coast.")]
    [True, True, False]
    >>> is_offer("“Get our app,” the minister said."), is_offer("They get a newsletter, and some get two.")
    (False, False)
    """
    if len(words) > _LONGEST or words[:1] in _QUOTES or _TOLD.search(words):
        return False
    if _PLAIN.search(words) or _SUM.search(words) or _ASKED.match(words) or _FEW.match(words):
        return True
    if _OWN.search(words):
        return bool(_ORDER.search(words) or _SELF.search(words))
    return bool(_WARE.search(words) and _ORDER.search(words))
