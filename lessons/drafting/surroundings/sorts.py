"""The sort of clutter that a line looks like: by the lists of ``clutter.toml``, and by what menus, addresses and counts are made of."""

from __future__ import annotations

import re
from functools import cache

from ..words import data, split
from .rows import SMALL, WORD, phrases, row_sort
from .scraps import scrap_sort

# Longer lines are judged by their beginning, and are prose for anything that the lists know.
SEEN = 400
_LABEL = re.compile(r"\.?\s{0,2}(?:[:|/©@(+]|[-–—]\s|\d|\Z)")
# An order to the reader at the end of a line.
_CALL = re.compile(
    r"(?:(?:register|click|enrol|enroll|sign up|apply|subscribe|book|read|shop|order|download|donate|join|know more|buy|tap|log in) "
    r"(?:here|now|today|online)|[.!] (?:find out more|learn more))\s?[.…!»›→>]{0,4}\Z",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+\d{1,3}[ (]|\b(?:tel|phone|fax|call|mob)\b[.:]?\s{0,2}[+(\d]|\b\d{3,5}[ -]\d{3}[ -]?\d{3,4}\b", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,60}(?:@|\s?\[at\]\s?| at )[\w-]{1,60}(?:\.| dot |\s?\[dot\]\s?)[a-z]{2,10}\b", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S{3,200}\Z", re.IGNORECASE)
_POSTCODE = re.compile(r"\b\d{3} ?\d{3}\b|\b\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\bP\.? ?O\.? Box\b", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?:\d{1,3}|an?|one|two|three) ?(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|h|d|days?|w|weeks?|months?|years?|yrs?) ago\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:(?:view |show |all |reader |user |see |read ){0,2}\(?\d{1,5}\)?\s(?:comments?|replies|responses|thoughts)"
    r"(?: (?:so far|on|to)\b.{0,150})?"
    r"|(?:view |show |all |reader |readers.? |user ){0,2}(?:comments|responses|replies|discussion)\s?[(:\[]?\s?\d{1,5}[)\]]?)\s?\Z",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"[-–—\[ ]{0,3}(?:page|p\.|pg\.?|seite)\s?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–—\] ]{0,3}\Z|[-–—\[]\s?\d{1,4}\s?[-–—\]]\Z", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"©|\(c\)\s(?:19|20)\d\d|copyright\b.{0,20}(?:19|20)\d\d|all rights reserved", re.IGNORECASE)
_PHOTO = re.compile(
    r"(?:[(\[]|[.”’]\s|\s[|/–—-]\s)(?:photo(?:graph|s)?|image|picture|credit|illustration)s?(?: (?:by|credit|source|courtesy))?\s?[:©/|]"
    r"|[.”’)]\s(?:photo(?:graph)?|picture|image|illustration|video|drawing|graphic|map)s?(?: (?:by|courtesy(?: of)?))\s[^.!?]{2,60}\Z"
    r"|[.”’)]\s(?:graphic|map|video|drawing)s?\s?[:©/]|\bview (?:larger|full|full-size) image\b"
    r"|\((?:[A-Z][\w.’-]{1,20} )?photo[:/ ][^()]{2,50}\)\Z"
    r"|\[\d{1,3}/\d{1,3}\]\s|\b(?:purchase|acquire) licensing rights\b"
    r"|\((?:[A-Z][\w’. -]{2,40}/(?:AP|AFP|Reuters|Getty|EPA|PA|PTI|ANI|Shutterstock)[^()]{0,40}|File photo[^()]{0,40})\)\Z",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?:we|this|by|our|to|you|cookies|some|the|when)\b(?=.{0,300}\bcookies\b)"
    r"(?=.{0,300}\b(?:we use|(?:this|our) (?:web)?site|your (?:browser|device|experience|consent|preferences)|consent to|accept)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TOGGLE = re.compile(r"\s?[\[(](?:hide|show|edit(?: source)?|close|open|expand|collapse|toggle|x|\+|[-–])[\])]\Z", re.IGNORECASE)
_LANGUAGES = re.compile(r"\d{1,3} languages?\Z")
_FILE = re.compile(r"\(?\b(?:pdf|docx?|xlsx?|epub|mp3)\b(?:[,;:/| ]{1,3}[\d.,]{1,7} ?(?:kb|mb|k|m|pages?|pp))?\)?\Z", re.IGNORECASE)
_STREET = re.compile(r"\d{1,4}[a-z]?(?:[-–/]\d{1,4})?,? (?:[A-Z][\w’'-]{1,20}[ ,]){1,4}")
_CLOSED = re.compile(r"(?:#\s?){3,6}\Z|[-–—]\s?30\s?[-–—]\Z|(?:[-–—]\s?)?[A-Z]{2,8}\s?[-–—]\Z")
_BLURB = re.compile(
    r"\b(?:brought|bring(?:s|ing)?|delivered|sent)(?: \w+){0,3} to (?:you\b(?! by)|your (?:inbox|phone|door))"
    r"|\b(?:in|to) your inbox\b|\bplease (?:wait|be patient)\b",
    re.IGNORECASE,
)
# "Next reply", but no heading: "Next steps", "NEXT ROUND".
_STEP = re.compile(
    r"(?!.*\b(?i:rounds?|steps?|weeks?|years?|season|generation|move|stop|century|day)\b)(?!NEXT [A-Z]|PREVIOUS [A-Z])"
    r"(?i:previous|next|older|newer)(?: \w{3,20})?\Z"
)
# The neighbours of a page in a list of its kind: "Previous: The old pier".
_NEIGHBOUR = re.compile(
    r"(?:(?:previous|prev|older|newer)(?: (?:post|article|story|entry|page|item|edition|issue|chapter|episode|briefing))?"
    r"|next (?:post|article|story|entry|page|item|edition|issue|chapter|episode|briefing))\s?:\s",
    re.IGNORECASE,
)
_LIKED = re.compile(
    r"(?:if you (?:liked|enjoyed|like|enjoy|found)[^.]{0,60},? )?you(?:[’']ll| will| might| may| could)(?: also)?"
    r" (?:like|love|enjoy|be interested in)\b[^.]{0,30}:?\Z",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?i:more (?:from|in|on) (?:this|our|the same) (?:section|category|series|topic|issue|edition|author|writer|site|blog|collection))\Z"
    r"|(?:More|MORE|Trending|Popular|Latest) (?i:stories )?(?i:from|in) [A-Z][\w’'&.-]{1,20}(?: [\w’'&.-]{1,20}){0,3}\Z"
)
# Who pays for a page: "Sponsored by Lund Bank", a line of its own.
_PATRON = re.compile(
    r"(?i:(?:sponsored|supported|presented|paid for|funded|powered|produced|hosted|made possible|brought to you) by"
    r"|in (?:association|partnership|collaboration|cooperation) with)(?: the)? [A-Z][^.,;:!?]{1,60}\Z"
)
# The way to another article in the middle of one: "READ | 7 things to see"; "EXPLAINED | What is …" may be a title.
_KICKED = re.compile(r"(?:READ|WATCH|LISTEN|IN PICS|IN PICTURES|QUIZ|PODCAST|MUST READ|(?:EXPLAINED|DATA|OPINION)(?= ?\| \d))(?: ?\||:) \w")
# What a page shows in the place of what it could not load: "[Map loading…]".
_BROKEN = re.compile(r"\[[^\[\]]{0,60}\b(?:loading|unavailable|not available|could not be loaded)\b[^\[\]]{0,40}\]\Z", re.IGNORECASE)
_PLEA = re.compile(r"\breaders like you\b|\bfree to read\b|\b(?:funded|supported|kept going) by (?:our )?readers\b", re.IGNORECASE)
# An order to read on: with a capital, or behind the end of a sentence; "they would say nothing more" is none.
_MORE = re.compile(
    r"(?:\b(?:(?:Read|READ|See|SEE|Learn|LEARN|Show|SHOW) (?i:more)|(?:Continue|CONTINUE|Keep) (?i:reading))"
    r"|(?:[.!?…»›|)\]]\s)(?i:(?:read |see |learn )?more|continue reading)|(?i:read (?:the )?full (?:story|article))|\[\s?(?:…|\.\.\.)\s?\]"
    r"|(?:…|\.\.\.)\s?(?i:more))\s?[→»›>.…]{0,3}\Z"
)
_SENTENCE_SORTS = frozenset(
    "pitch cookies legal author_box contact footer credit comments_head wiki boilerplate share photo questions".split()
)
# The way to a page from the first one of its site.
_CRUMBS = re.compile(r"(?:you are (?:here|in)\s?[:>]?\s{0,2})?(?:home|homepage|front page)\s{0,2}(?:[>»›→]|[/|·]\s)", re.IGNORECASE)
# How a note on an author ends: "Views are personal".
_VIEWS = re.compile(
    r"[.(] (?:The )?[Vv]iews(?: expressed)?(?: here)? are (?:hers|his|theirs|personal|(?:her|his|their) own)(?: alone)?\.?\)?\Z"
)
_TAIL_ARROW = re.compile(r"[←→«»]")


def sort_of(words: str, length: int, prose: bool) -> str:
    """The sort of clutter that a line looks like; empty where it looks like none."""
    if length > 320:
        return "excerpt" if length <= SEEN and _MORE.search(words[-25:]) else ""
    bare = WORD.findall(words[:120].lower())
    if _CRUMBS.match(words) and words[-1] not in ".!":
        return "menu"
    if _CLOSED.match(words):
        return "ends"
    if not bare:
        return "page_number" if _PAGE.match(words) else scrap_sort(words, prose)
    whole = " ".join(WORD.findall(_TOGGLE.sub("", words[:120]).lower()))
    if length <= 90 and not prose:
        sort = _short(words, bare, whole)
        if sort:
            return sort
    sort = _started(words, bare, prose)
    if sort:
        return sort
    if scrap := scrap_sort(words, prose):
        return scrap
    if _MORE.search(words[-25:]) and len(bare) > 6:
        return "excerpt"
    if _CALL.search(words[-30:]) and len(bare) <= 30:
        return "pitch"
    return _longer(words, whole, prose)


def _short(words: str, bare: list[str], whole: str) -> str:
    """Of a line that is no sentence: by the whole of it."""
    if _COUNTED.match(words):
        return "comments"
    if _PAGE.match(words):
        return "page_number"
    if SMALL.match(words):
        return "share"
    if _FILE.search(words[-30:]) and len(words) < 90:
        return "share"
    if _KICKED.match(words):
        return "related"
    if _BROKEN.match(words):
        return "photo"
    if _LIKED.match(words) or _SECTION.match(words):
        return "related_head"
    if _STEP.match(words) or _NEIGHBOUR.match(words):
        return "related"
    if _LANGUAGES.match(words):
        return "menu"
    if _PATRON.match(words):
        return "pitch"
    sort = _whole().get(whole, "")
    if sort and len(words) < len(whole) + 25:
        return sort
    if len(bare) <= 12 and _AGO.search(words):
        return "remark"
    return ""


def _longer(words: str, whole: str, prose: bool) -> str:
    """Of a line that no list knows: menus by their items, addresses, copyright."""
    if _COPYRIGHT.search(words) and (not prose or "reserved" in whole or words[0] == "©"):
        return "legal"
    if not prose:
        row = row_sort(words)
        if row:
            return row
        if _URL.match(words) or has_mail(words) or _PHONE.search(words) or _is_address(words, whole):
            return "contact"
        if _TAIL_ARROW.match(words) or (words[-1] in "→»" and len(words) < 120):
            return "related"
    if _PHOTO.search(words):
        return "photo"
    if _VIEWS.search(words[-80:]):
        return "author_box"
    if "|" in words and _is_bio(words):
        return "bio"
    if len(words) < 200 and _PLEA.search(words):
        return "pitch"
    if _COOKIES.match(words):
        return "cookies"
    if _BLURB.search(words):
        return "blurb"
    return ""


def _started(words: str, bare: list[str], prose: bool) -> str:
    """By the first words of a line; one word alone must have a colon or the like behind it."""
    starts = _starts()
    for count in range(min(6, len(bare)), 0, -1):
        sort = starts.get(" ".join(bare[:count]), "")
        if not sort:
            continue
        if count == 1:
            place = words[:40].lower().find(bare[0]) + len(bare[0])
            if not _LABEL.match(words, place) or (prose and sort in {"related", "photo", "credit"} and len(bare) > 14 and words[-1] == "."):
                continue
        if not prose or (sort in _SENTENCE_SORTS and len(words) <= 320):
            return sort
        if prose and sort == "related" and (count >= 2 or bare[0] == "related") and len(words) < 160:
            return sort
    return ""


def has_mail(words: str) -> bool:
    return ("@" in words or "[at]" in words or (" at " in words and " dot " in words)) and bool(_MAIL.search(words))


def _is_address(words: str, whole: str) -> bool:
    if not any(letter.isdigit() for letter in words):
        return False
    places = len(_places().intersection(whole.split()))
    street = _STREET.match(words)
    if street and places and "," in words and not _places().isdisjoint(street[0].lower().replace(",", " ").split()):
        return True
    return (bool(_POSTCODE.search(words)) and (places > 0 or words.count(",") >= 2) and words.count(",") >= 1) or (
        places >= 2 and words.count(",") >= 2
    )


def _is_bio(words: str) -> bool:
    """As in "Ann Lee | Ann Lee is a Fellow at …": a name before a bar, and again behind it."""
    name, _, rest = words.partition("|")
    return len(name.strip()) > 4 and rest.strip().startswith(name.strip())


@cache
def _places() -> frozenset[str]:
    return split(data("clutter")["prose"]["address"])


@cache
def _whole() -> dict[str, str]:
    return phrases("cells") | phrases("whole")


@cache
def _starts() -> dict[str, str]:
    return phrases("starts")
