"""Which body publishes a page: its masthead, the owner of its copyright, the name before its address, the body of an author box."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .bylines import is_byline, is_name
from .looks import Look
from .mastheads import is_body, is_section
from .name_forms import as_written, companies
from .name_forms import owner as owner_of
from .reviewed import boxes

_PUBLISHED_BY = re.compile(r"(?:published by|publisher:|publication:|source:|a publication of|issued by)\s{0,3}(?=[A-ZÀ-Þ])", re.IGNORECASE)
_BOX = re.compile(
    r"\b(?:of|for|at|with|by) ((?:the |The )?(?:[A-ZÀ-Þ][\w’&-]{0,30}|for|of|and|on)"
    r"(?: (?:[A-ZÀ-Þ][\w’&-]{0,30}|for|of|and(?! (?:[\w-]+ )?(?:Editor|Director|Professor|Fellow|Head|Author|Deputy))|on|the|&)){0,8})"
)
_MADE_BY = re.compile(
    r"\b[Tt]h(?:is|e) (?:(?:situation|weekly|monthly|annual) )?(?:report|bulletin|newsletter|fact ?sheet|brief|briefing|publication"
    r"|website|site|magazine|guide|journal|newspaper|leaflet|update)"
    r" is (?:produced|published|issued|prepared|run|written and published) (?:\w{2,12} )?by (?:the )?"
    r"(?P<body>[A-ZÀ-Þ][\w’'&-]{1,30}(?:,? (?:(?:of|for|and|on|the|&) ){0,2}[A-ZÀ-Þ][\w’'&-]{0,30}){0,8})"
)
# The head of a wiki's page, and the first item of a menu: "University of Oban | Library | Timetable".
_FROM = re.compile(r"From ([A-Z][\w’' -]{1,40}?), (?:the|an|a) (?:[\w-]{1,20} ){0,3}(?:encyclop(?:a)?edia|wiki|dictionary)\b")
_ITEM = re.compile(r"\s{0,3}[|·•]\s{0,3}|\s{3,9}")
# A body that names its paper: "Newsletter of the Pilots' Guild"; a paper with what it is about: "Plain Law: the law in plain words".
_PERIODICAL = re.compile(
    r"(?:the )?(?:official |quarterly |monthly |weekly )?(?:newsletter|journal|magazine|bulletin"
    r"|organ|voice|blog|newspaper|review) (?:of|from) (?:the )?(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:: | [|–—-] )(?=[a-z]|(?:The|A|An|Your|Our|All|News|Views) )")
_SHORT = re.compile(r"\s?\([A-Z][A-Za-z&.-]{1,9}\)\Z")
_ABOVE_SORTS = frozenset({"menu", "cookies", "contact", "release"})


def publisher(text: str, page: Sequence[Look], title: int | None, last: int) -> str | None:
    """The publisher as the page writes it.

    Args:
        text: the page.
        page: its lines.
        title: the place of the title.
        last: the place of the last line of the article.
    """
    reviewed = boxes(page)
    owner = next((name for one in reversed(page) if (one.sort == "legal" or "©" in one.words) and (name := owner_of(one.words))), None)
    above = [
        n
        for n in range(min(title or 0, 60))
        if (n not in reviewed and _may_be(page[n])) or (n == 0 and (_is_named_like_a_person(page) or page[0].words == owner))
    ]
    tail = page[last + 1 :]
    if maker := _maker(page, title, last):
        return maker
    if issuer := _issuer(page, title, last):
        return as_written(page, issuer, 0, last)
    sole = next((page[n].words for n in above[:2] if owner and page[n].words.lower() == owner.lower()), None)
    if sole:
        spelled = next((one.words for one in page[:5] if not (one.sort or one.prose) and _is_spelled(one.words, sole)), sole)
        return as_written(page, spelled, last + 1, last)
    body = [n for n in above if is_body(page[n].words) and len(page[n].words.split()) >= 2]
    if body:
        named = _PERIODICAL.sub("", _SHORT.sub("", _long_form(page[_best(page, body)].words).partition(" | ")[0]))
        return as_written(page, named, last + 1, last)
    wiki = next((match[1] for one in page[:40] if (match := _FROM.match(one.words))), None)
    if wiki:
        return wiki
    rights = owner
    masthead = _masthead(page, above, tail, rights, title)
    if (
        masthead
        and rights
        and masthead.isupper()
        and masthead.startswith(rights.upper() + " ")
        and any(rights in one.words for one in page if one.prose)
    ):
        return rights
    if masthead and rights and _is_its_owner(page, masthead, rights):
        return rights
    if masthead:
        written = as_written(page, masthead, last + 1, last)
        # One word in capitals hides its inner ones; the owner's name shows them.
        joined = " " not in written and written.isupper() and rights and rights.split()[0].upper() == written
        return rights.split()[0] if joined and rights else written
    found = [
        next((name for one in page[: min(title or 0, 6)] if one.sort == "menu" and (name := _item(one.words))), None),
        rights,
        *_labelled(page),
        *(_addressed(one.words) for one in tail),
        *(_named(one.words) for one in (*page[:12], *tail)),
        *(_boxed(one.words) for one in tail[:6]),
    ]
    return next((name for name in found if name), None)


def _maker(page: Sequence[Look], title: int | None, last: int) -> str | None:
    """The body of "This bulletin is produced by the Quay Office (QO)", in the first sentences or behind the last."""
    start = title or 0
    for one in (*[one for one in page[start : start + 15] if one.prose][:2], *page[last : last + 12]):
        match = _MADE_BY.search(one.words[:300])
        if match and len(match["body"].split()) >= 2 and not is_name(match["body"]):
            return match["body"]
    return None


def _issuer(page: Sequence[Look], title: int | None, last: int) -> str | None:
    """Whose release a portal prints: the body that stands in capitals below the title of a news release."""
    if title is None or not any(one.sort == "release" for one in page[: title + 6]):
        return None
    for one in page[title + 1 : min(title + 8, last)]:
        if one.prose:
            return None
        if not one.sort and not one.stamp and one.words.isupper() and 2 <= len(one.words.split()) <= 8 and is_body(one.words):
            return one.words
    return None


def _is_its_owner(page: Sequence[Look], masthead: str, rights: str) -> bool:
    """Whether the owner of the copyright is a body of which the page itself tells, and its masthead the name of a house or a work."""
    if not is_body(rights) or len(rights.split()) < 2 or rights.rsplit(maxsplit=1)[-1].lower() in companies() or is_body(masthead):
        return False
    first = masthead.lower().removeprefix("the ").split()[0]
    return rights.lower().removeprefix("the ").startswith(first) and any(rights in one.words for one in page if one.prose)


def _may_be(one: Look) -> bool:
    words = one.words
    return (
        not (one.sort or one.stamp or one.prose)
        and len(words.split()) <= 9
        and words[-1] not in ".?!:…;"
        and not is_byline(words)
        and not is_section(words)
        and words[0].isalpha()
    )


def _is_named_like_a_person(page: Sequence[Look]) -> bool:
    """Whether the first line is two or three words with a menu right below: the name of a paper, even if it could be somebody's."""
    return len(page) > 1 and not page[0].sort and bool(is_name(page[0].words)) and page[1].sort in _ABOVE_SORTS


def _is_spelled(words: str, short: str) -> bool:
    """Whether a line spells out a masthead of initials: "Quay Office" that of "QO"."""
    return words != short and short.isupper() and "".join(re.findall(r"\b[A-ZÀ-Þ]", words)) == short


def _long_form(words: str) -> str:
    """QO | Quay Office → Quay Office: the name beside its short form."""
    match = re.match(r"(?P<short>[A-Z][A-Za-z&]{1,9})\s{0,2}[|·:–—-]\s{1,2}(?P<long>[A-ZÀ-Þ].{5,80})\Z", words)
    initials = "".join(word[0] for word in match["long"].split() if word[0].isupper()) if match else ""
    return match["long"] if match and match["short"].upper().startswith(initials[:2]) else words


def _best(page: Sequence[Look], places: Sequence[int]) -> int:
    """The one with a short form in brackets behind it, else the last one."""
    return next((n for n in places if _SHORT.search(page[n].words)), places[-1])


def _masthead(page: Sequence[Look], above: Sequence[int], tail: Sequence[Look], rights: str | None, title: int | None) -> str | None:
    """The line at the top that comes again at the bottom, or in capitals, or the first one where a menu follows."""
    below = " ".join(one.words for one in tail).lower()[:20_000]
    for n in above:
        words = _SHORT.sub("", page[n].words).strip("*_# ").partition(" | ")[0]
        if (rights and words.lower() in rights.lower()) or (len(words) > 5 and words.lower() in below and not is_name(words)):
            return words
    about = _ABOUT.search(page[above[0]].words) if above and above[0] <= 2 else None
    if about and about.start() > 3 and any(one.sort in _ABOVE_SORTS for one in page[above[0] + 1 : above[0] + 4]):
        return page[above[0]].words[: about.start()]
    for n in above:
        words = page[n].words.partition(" | ")[0]
        if words.isupper() and len(words) > 3:
            return words
    if above and above[0] <= 3 and any(one.sort in _ABOVE_SORTS for one in page[above[0] + 1 : above[0] + 6]):
        words = page[above[0]].words
        return words if len(words.split()) <= 5 else None
    return _in_its_block(page, above) if above and title is not None and above[0] + 1 < title else None


def _in_its_block(page: Sequence[Look], above: Sequence[int]) -> str | None:
    """The first line of a page, a short name in capitals with a line right below it that is none of the article's."""
    if not above or above[0] > 1 or above[-1] + 1 >= len(page) or page[above[0] + 1].apart:
        return None
    if above[0] and not page[0].sort:
        return None
    words = page[above[0]].words
    parts = words.split()
    named = 2 <= len(parts) <= 5 and all(part[0].isupper() or part in {"of", "the", "and", "&", "for", "in", "on"} for part in parts)
    return words if named and (parts[0].isupper() or not is_name(words)) else None


def _item(words: str) -> str | None:
    """The body that the first item of a menu names."""
    first = _ITEM.split(words, maxsplit=1)[0].strip()
    return first if is_body(first) and 2 <= len(first.split()) <= 7 and first[0].isupper() else None


def _addressed(words: str) -> str | None:
    """Roe Ltd, 12 Quay Street, Oban → Roe; VIDYA HOUSE, 3rd Floor, … → VIDYA HOUSE."""
    name, comma, rest = words.partition(",")
    if not comma or not 1 <= len(name.split()) <= 6 or not name[0].isupper() or not any(letter.isdigit() for letter in rest[:60]):
        return None
    last = name.split()[-1].lower()
    if last in companies():
        return " ".join(name.split()[:-1]) or None
    known = "floor plot road street avenue lane box suite building marg nagar".split()
    if any(letter.isdigit() for letter in name) or not any(word in rest.lower() for word in known):
        return None
    return name if not is_name(name) or name.isupper() else None


def _named(words: str) -> str | None:
    match = _PUBLISHED_BY.match(words)
    return re.split(r",|\. ", words[match.end() :], maxsplit=1)[0].rstrip(". ") if match and len(words) < 120 else None


def _labelled(page: Sequence[Look]) -> list[str | None]:
    """The line below "Source:" or "Publisher:"."""
    return [
        below.words
        for one, below in pairwise(page[:30])
        if one.words.lower().strip(" :•") in {"source", "publisher", "published by"} and _may_be(below)
    ]


def _boxed(words: str) -> str | None:
    """The body in "Ann Roe is a Fellow at the Centre for Ferries."."""
    match = re.search(r"\s(?:is|was)\s", words[:80])
    if not match or not is_name(words[: match.start()].rpartition("|")[2].strip()):
        return None
    found = _BOX.search(words, match.end())
    return re.sub(r"^the ", "", found[1]).rstrip(".") if found and len(found[1].split()) >= 2 else None
