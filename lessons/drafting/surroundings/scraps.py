"""Scraps of a page that no list of phrases can hold, for each site words them anew: known by their form.

Headings of links ("Related essays and maps"), trails of folders, codes of releases, boxes for gifts, forms of complaint, steps to the next
page. Each pattern looks at the beginning of a line only, and each is bounded.
"""

from __future__ import annotations

import re
from functools import cache

from ..words import data, split

_LONGEST = 240  # longer lines are left to the lists
_RELATED = re.compile(
    r"(?:related|recommended|similar|suggested)\s(\w{1,20})(?:[\s,&]{1,3}[\w’'-]{1,20}){0,5}(?P<label>\s?:.{0,200})?\Z", re.IGNORECASE
)
_OTHERS = re.compile(
    r"(?:related|more|other|further|older|newer|earlier|previous|past|recent|latest|popular|recommended|featured|top|all)\s"
    r"(?:[\w’'-]{1,20}\s){0,2}(\w{1,20})(?P<label>\s?:.{0,200}|\s(?:from|on|in|by|about)\s.{1,60})?\Z",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"[^>›»→]{1,70}(?:\s{1,3}[>›»→]{1,2}\s{1,3}[^>›»→]{1,70}){2,8}\Z")
_STEPS = re.compile(r"(?:<<|[‹←])\s?\w.{0,200}|«\s?[^»]{1,200}\Z|[^«]{0,200}\w\s?»\Z|.{0,200}\w\s?(?:>>|[›→])\Z")
_CODE = re.compile(r"\(?(?:[A-Z]{2,6}(?:[/.-][A-Z]{1,6}){2,5}|[A-Z]{2,6}(?:[/.-][A-Z]{1,6}){0,5}[/.-]\d{2,9})\)?\Z")
_RELEASE = re.compile(r"[(\[]?(?:release (?:id|no\.?|number)|(?:document|record|page|story) id)\s?[:#]?\s?\w{0,4}\d", re.IGNORECASE)
_COUNTER = re.compile(r".{0,60}\b(?:visitor counter|page views|views|hits)\s?:\s?[\d,.]{1,12}\s?\Z", re.IGNORECASE)
_POSTS = re.compile(r".{1,90}\(\d{1,5} (?:posts?|replies|comments?|threads?|attempts?)\)\Z", re.IGNORECASE)
_AMOUNTS = re.compile(
    r"(?:[\[(|•·\s]{0,4}(?:[$£€₹¥]\s?\d{1,6}|\d{1,6}\s?[$£€₹¥]|other|other amount|monthly|one-time|once)[\])|•·\s]{0,4}){2,9}\Z",
    re.IGNORECASE,
)
_GIFT = re.compile(
    r"[^“\"‘]{0,80}(?:\byour (?:[$£€₹]\s?\d{1,6}|gift|donation)(?: of [$£€₹]\s?\d{1,6})? (?:will |can )?"
    r"(?:restore|help|buy|pay|feed|keep|make|plant"
    r"|protect|save|provide|go|be|is)(?:s|es)?\b"
    r"|\ball (?:gifts|donations) (?:are |is |will be )?(?:doubled|matched)"
    r"|\b(?:gifts?|donations?|contributions?)\b.{0,40}\btax[ -](?:receipt|deductible)"
    r"|(?:(?<![a-z] )|(?<=please )|(?<=\bcan )|(?<=\bto ))give [$£€₹]\s?\d{1,5} a (?:month|week|year))",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"(?:(?:get|save|try|enjoy|only|just)\b(?=.{0,80}(?:[$£€₹]\s?\d|\d\s?%|free)).{0,160}"
    r"\b(?:offer (?:ends|expires)|free trial|cancel any ?time|first (?:month|week|year)|off (?:your|a|an|the) (?:first|subscription|year))"
    r"|get \d{1,3} (?:issues?|months?|weeks?|articles) (?:of|for|free)\b)",
    re.IGNORECASE,
)
_SHOUT = re.compile(r"\b(?:DONATE|SUBSCRIBE|SIGN UP|JOIN|SHOP|BOOK|REGISTER|ENROLL?|BUY|GIVE|ORDER|APPLY) (?:US |NOW|TODAY|HERE)\b")
_GIVERS = re.compile(
    r"[\d,. ]{1,12}\s(?:people|readers|supporters|members|donors|others)\s(?:have|already)\s"
    r"(?:already )?(?:given|donated|signed|joined|subscribed|pledged)\b"
    r".{0,60}\Z",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"(?:is|have|did|do|see|seen|spot|spotted|found|notice|noticed|something)\b.{0,80}\b(?:errors?|mistakes?|typos?|wrong|inaccurate|inaccuracy)\b.{0,60}\?"
    r"\s.{0,30}\b(?:tell|let|contact|write|email|report|click)\b",
    re.IGNORECASE,
)
_FORM = re.compile(r".{0,120}\breport (?:an? |this )?(?:error|problem|mistake|issue|abuse)\b.{0,60}\Z", re.IGNORECASE)
_DRILL = re.compile(
    r".{0,70}\b(?:previous years?[’']{0,2}s? (?:questions?|papers?)|(?:practice|model|sample|expected) (?:questions?|mcqs?))\b.{0,12}\Z"
    r"|.{0,40}\b(?:practice|mains|prelims|model|sample) (?:practice )?questions?\s?[:–—-].{0,200}\Z",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"this (?:article|story|page|post|report|content) is (?:more than|over|now) (?:\w{1,10} )?(?:years?|months?)\b.{0,20}\bold\b",
    re.IGNORECASE,
)
# Pictures that are counted, a list of contents on one line, what a shop sells, who makes a paper.
_PICTURES = re.compile(
    r"(?:image|photo|picture|slide)?\s?\d{1,3}\s?(?:of|/)\s?\d{1,3}(?:\s(?:images?|photos?|pictures?|slides?))?\Z", re.IGNORECASE
)
_CONTENTS = re.compile(
    r"(?:contents|on this page|in this article|jump to|quick links)\s?:?\s{1,3}(?=.*\b1\b.*\b2\b|.*[|·•])", re.IGNORECASE
)
_SHOP = re.compile(
    r".{0,120}\b(?:prints?|posters?|copies|tickets?|gifts?|mugs?|cards?|books?|souvenirs?|tours?|places)\b"
    r".{0,30}\b(?:from|for|at|only|just) [$£€₹]\s?\d"
    r"|.{0,120}\b(?:in|from|at|on|visit) (?:our|the) (?:online |museum |gift |web )?(?:shop|store)\W{0,3}\Z"
    r"|(?:book|buy|order|reserve|pre-?order)\b.{0,50}\b(?:save|get)\b.{0,30}\d\s?%",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"[A-Z].{2,60}\s(?:is|are) (?:edited|published|printed|produced|designed)"
    r"(?:,? (?:and|&)? ?(?:edited|published|printed|produced|designed)){0,2}"
    r" (?:by|weekly|monthly|quarterly|daily|every|in|on|at|four|six|ten|twice)\b"
    r"(?=.*\b(?:ISSN|Printed|editors?|published|Officer|Press|Ltd|copyright|©|subscri|contact|e-?mail)\b)"
    r"|(?:[Ee]dited|[Pp]rinted|[Pp]ublished|[Dd]esigned|[Tt]ypeset)"
    r"(?: (?:and|&) (?:edited|printed|published|designed|distributed))? (?:by|at|in|for)\b.{0,160}"
    r"|.{0,120}\b(?:e?ISSN|ISBN)\b:?\s?[\dX-]{8,17}.{0,60}\Z"
)
_MADE = frozenset(
    "edited printed published produced designed Edited Printed Published Designed Typeset typeset ISSN eISSN ISBN ISSN: ISBN:".split()
)
# A list of what others read: "Most viewed this month".
_POPULAR = re.compile(
    r"(?:the )?(?:(?:most[ -](?:read|viewed|watched|shared|popular|commented|clicked|discussed|downloaded|emailed|listened(?: to)?)|popular"
    r"|trending)(?: (?:stories|articles|posts|news|reads|items|pages|videos|topics))?"
    r"|(?:top|best|biggest) (?:stories|news|posts|reads|picks))"
    r"(?: (?:today|now|right now|this (?:week|month|year)|of the (?:day|week|month|year)|(?:in|on|from) [A-Z].{0,40}))?:?\Z",
    re.IGNORECASE,
)
# What plays a page or a film: "Listen to this report (12 min)".
_PLAYER = re.compile(
    r"(?:listen|watch|play|hear)\b[^.?!]{0,60}[(·•|:–—-]\s?(?:\d{1,3}:\d\d|\d{1,3}[ -]?min(?:ute)?s?)"
    r"(?: (?:read|listen|watch|min(?:ute)?s?))?\)?\Z",
    re.IGNORECASE,
)
_EMERGENCY = re.compile(
    r"in (?:an|case of) emergency,? (?:please |always )?(?:call|dial|ring|phone|text)(?: \w{1,12}){0,3} \d{2,4}\W{0,2}\Z", re.IGNORECASE
)
# The caption of a figure, with whose it is: "[Chart 2. Landings. Source: Harbour Board]".
_CAPTION = re.compile(
    r"[\[(]?(?:exhibit|figure|fig|chart|graph|graphic|table|map|box|plate|diagram|infographic|image)\.?"
    r"(?: [\dIVX]{1,4}[a-z]?)?[.: ].{0,180}"
    r"(?:[.;:)]|\s[–—-])\s(?:data )?(?:sources?|credits?|photo|courtesy(?: of)?)(?:\s?:|\s[A-Z])\s?.{2,100}\Z",
    re.IGNORECASE,
)
# What a book costs, below its review: "The Salt Road is published by Quay, £9.99", "Quay, 320pp, £9.99".
_BOOK = re.compile(
    r".{3,120}\b(?:is|are) (?:now |also )?(?:published|available|out|released)\b.{0,80}?"
    r"[$£€₹]\s?\d{1,3}(?:\.\d\d)?\)?(?:\W{0,2}|\. .{0,100})\Z"
    r"|.{2,80}[,;(] ?(?:\d{2,4} ?(?:pp|pages)|hardback|paperback)\b[.,;]?.{0,20}[$£€₹]\s?\d{1,3}(?:\.\d\d)?\)?\W?\Z"
)
_SOLD = ("shop", "store", "$", "£", "€", "₹", "%")
_HELPED = re.compile(
    r"[-–—•*(\s]{0,4}(?:[A-ZÀ-Þ][\w.’'-]{0,30}[\s,]{1,2}|and |in |of |the |writers? |correspondents? |reporters? |staff ){2,24}"
    r"(?:also )?(?:contributed(?: (?:reporting|research|writing|additional reporting|to)\b.{0,80})?"
    r"|provided (?:additional )?reporting.{0,40})"
    r"(?: from .{2,40})?[.)\s]{0,3}\Z"
)
_RULES = re.compile(
    r"(?:comments?|all comments|your comments?|posts|replies|letters)\s.{0,30}\b(?:have to|must|should|will be|may be|are|is)\b.{0,60}"
    r"\b(?:english|full sentences|moderated|polite|civil|removed|deleted"
    r"|edited|published|approved|on topic|abusive|respectful|personal|pre-moderated)\b.{0,80}\Z",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:your (?:data|privacy|details)|data protection|privacy)\s?:\s"
    r"|we (?:hold|keep|store|process) your (?:personal )?(?:data|details|information)\b",
    re.IGNORECASE,
)
_GAPS = re.compile(r"\s{2,9}|\s[|·•]\s|\t+|\]\s?\[")
_ENCYCLOPEDIA = re.compile(
    r"From [A-Z][\w’' -]{1,40}, (?:the|an|a) (?:[\w-]{1,20} ){0,3}(?:encyclop(?:a)?edia|wiki|dictionary)\b"
    # What a name also means: "For the film, see The Salt Road (film)."
    r"|(?:For (?:the|other|a|an) [^.,]{3,60}, see (?:the )?[A-Z][^.,]{2,60}\.?\s?){1,4}\Z"
)
_ENTRY = re.compile(
    r".{8,150}?(?:\s{2,9}|\s[-–—|·]\s|\s?[(\[])(?:[A-Za-z]{3,9}\.?,? )?(?:\d{1,2}(?:st|nd|rd|th)?[ ./-])?"
    r"(?:[A-Za-z]{3,9}\.?[ -]|\d{1,2}[./-])"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d[)\]]?\Z"
)


def scrap_sort(words: str, prose: bool) -> str:
    """The sort of clutter that a line is by its form; empty for none.

    >>> [scrap_sort(line, False) for line in ("Related maps and letters", "Related party transactions", "Rooms > Old house > Attic")]
    ['related_head', '', 'menu']
    >>> scrap_sort("Your £9 feeds one donkey. Come and see it!", True), scrap_sort("DFT/RH/2207", False)
    ('pitch', 'code')
    """
    if len(words) > _LONGEST:
        return ""
    if _GIFT.match(words) or _OFFER.match(words) or _SHOUT.search(words):
        return "pitch"
    if _COMPLAINT.match(words) or _OLD.match(words):
        return "footer"
    if _ENCYCLOPEDIA.match(words):
        return "wiki"
    if ("contributed" in words or "reporting" in words) and _HELPED.match(words):
        return "credit"
    if _RULES.match(words):
        return "remark"
    if _HELD.match(words):
        return "legal"
    if not _MADE.isdisjoint(words.split()) and _IMPRINT.match(words):
        return "imprint"
    if _CAPTION.match(words):
        return "photo"
    if any(sign in words for sign in "$£€₹") and _BOOK.match(words):
        return "imprint"
    if len(words) < 110 and any(sign in words for sign in _SOLD) and (not prose or " our " in words) and _SHOP.match(words):
        return "pitch"
    return "" if prose else _of_scrap(words)


def _of_scrap(words: str) -> str:
    if _PICTURES.match(words):
        return "photo"
    if _CONTENTS.match(words) or _PLAYER.match(words):
        return "share"
    if _AMOUNTS.match(words) or _GIVERS.match(words) or _EMERGENCY.match(words):
        return "pitch"
    if _CODE.match(words):
        return "code"
    if _FORM.match(words) or _RELEASE.match(words) or _COUNTER.match(words) or _POSTS.match(words):
        return "footer"
    if _DRILL.match(words):
        return "questions"
    if _TRAIL.match(words):
        return "menu"
    if len(words) > 8 and _STEPS.match(words):
        return "related"
    if heading := _heading(words):
        return heading
    cells = [cell.strip(" []()") for cell in _GAPS.split(words)]
    if len(cells) >= 2 and sum(_is_act(cell) for cell in cells) * 2 > len(cells):
        return "share"
    return ""


def _heading(words: str) -> str:
    """Of headings: "Related maps and letters", "Older minutes: May | June", "More stories from the Light"."""
    match = _RELATED.match(words)
    if match and match[1].lower() not in _list("not_related"):
        return "related" if match["label"] else "related_head"
    if _POPULAR.match(words):
        return "listing"
    match = _OTHERS.match(words)
    if match and match[1].lower() in _list("posts"):
        return "related" if (match["label"] or "").lstrip().startswith(":") else "related_head"
    return ""


def _is_act(cell: str) -> bool:
    """Whether an item asks the reader to do something: "Zoom in", "Cite this article"."""
    first, _, rest = cell.lower().partition(" ")
    return first in _list("acts") and len(rest.split()) <= 6 and not cell.endswith((".", "?"))


def is_entry(words: str) -> bool:
    """Whether a line is a title with the date of its publication at its end, as lists of other posts have it.

    >>> is_entry("A new pier for the north   4 May 2021"), is_entry("It was opened on 4 May 2021")
    (True, False)
    """
    return bool(_ENTRY.match(words)) if len(words) <= 170 else False


@cache
def _list(name: str) -> frozenset[str]:
    return split(data("clutter")["scraps"][name])
