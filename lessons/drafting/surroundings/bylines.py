"""Who wrote a page: by-lines before its first sentences, author boxes behind its last."""

from __future__ import annotations

import re
from functools import cache

from ..people.capitals import GIVEN, bare_letters
from ..words import any_of, data, split
from .stamps import is_stamp

_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?){1,3}\Z")
_NAME_WORD = re.compile(r"[A-ZÀ-ÞŁŚŠŽČĐ][\w]{0,30}(?:[’'-]\w{1,30}){0,4}\.?\Z")
_APART = re.compile(r"\s*+[|·•–—:;()/]\s*+|\s-\s|,\s|\s{2,}|\s(?:in|at|for|of|with|on|from|is|was)\s|\t")
_CELL = re.compile(r"\s{1,3}[|·•/–—]\s{1,3}|\s{3,9}")
_AND = re.compile(r",?\s(?:and|&)\s|,\s")
_BY = re.compile(r"\b[Bb]y[: ]\s?(?=[A-ZÀ-Þ])")
_IS = re.compile(r"\s(?:is|was|has been|writes|covers|teaches|reports|works|lives)\s")
_TITLE = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Shri|Smt|Rev|Revd|Fr)\b\.?\s(?:\(?Dr\)?\.?\s)?|(?:Asst|Assoc|Assistant|Associate|Emeritus)\.?\sProf(?:essor)?\.?\s)"
)
# As in a record of speeches: "Ms ROE (Oban) (16:42): I rise …", "Ada Roe (Oban) (Ind): …".
_SPEAKER = re.compile(
    r"(?P<title>(?:Mr|Mrs|Ms|Miss|Dr|Senator|Senator the Hon\.?|The Hon\.?|Hon\.?|Sir|Dame)\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]{1,30}(?:\s[A-ZÀ-Þ][\w’'-]{1,30}){0,3})"
    r"(?P<seat>\s?\([^()]{2,60}\)){1,3}\s?:\s"
)
_GIVEN = frozenset().union(*GIVEN.values())
_QUOTES = "“”‘’\"'*_# "


def is_name(words: str) -> bool:
    """Whether words could be a person's name: two to five parts, none of them a word of bodies, desks or headings.

    >>> [is_name(words) for words in ("Ada van Dyck-Roe", "R. K. Sen", "River Desk", "What next", "Jane")]
    [True, True, False, False, False]
    """
    parts = words.replace(",", "").split()
    if not 2 <= len(parts) <= 6 or len(words) > 60:
        return False
    if parts[-1].lower() in _list("suffixes"):
        parts.pop()
    particles, bodies = _list("particles"), _list("bodies")
    whole = 0
    for n, part in enumerate(parts):
        if n and part.lower().removeprefix("al-") in particles and not part.isupper():
            continue
        if part.lower().strip(".") in bodies or not (_INITIALS.match(part) or _NAME_WORD.match(part) or part.startswith("al-")):
            return False
        whole += len(part.strip(".")) > 1
    return whole >= 1 and len(parts) >= 2 and not _INITIALS.match(parts[-1].rstrip("."))


def without_title(words: str) -> str:
    """A name, or what begins with one, without "Dr", "Prof." and the like.

    >>> without_title("Prof. Dr Ada Roe"), without_title("Drew Roe")
    ('Ada Roe', 'Drew Roe')
    """
    match = _TITLE.match(words)
    return words[match.end() :] if match else words


def speaker(words: str) -> str | None:
    """Who speaks, where a record of speeches begins with the name and the seat.

    >>> speaker("Ms ROE-LUND (Oban North) (16:42): I rise to speak."), speaker("Ada Roe: I wonder.")
    ('Roe-Lund', None)
    """
    match = _SPEAKER.match(words[:200])
    if not match or not (match["title"] or is_name(match["name"])):
        return None
    return _mixed_case(match["name"])


def names_in(words: str) -> str | None:
    """The name, or names joined by "and", that a by-line begins with.

    >>> names_in("Ada Roe and R. K. Sen, science reporters in Oslo")
    'Ada Roe and R. K. Sen'
    >>> names_in("our correspondent")
    """
    words = words.strip(_QUOTES + ":")
    if len(words) > 200:
        return None
    whole = _untitled(words.rstrip("."))
    if _are_names(whole):
        return whole
    match = _APART.search(words)
    first = _untitled((words[: match.start()] if match else words).strip().rstrip("."))
    return first if first and _are_names(first) else None


def _untitled(words: str) -> str:
    """Names without titles: "Dr Ada Roe and Dr Ben Lund" → "Ada Roe and Ben Lund"."""
    if not _TITLE.search(words):
        return words
    parts = re.split(r"(,?\s(?:and|&)\s|,\s)", words)
    return "".join(without_title(part) for part in parts)


def _are_names(words: str) -> bool:
    """Whether names are joined by "and" or commas; a town behind the only comma is none, nor is the town of an agency's office."""
    names = _AND.split(words)
    if len(names) == 2 and "," in words and _is_town(names[1]):
        return False
    return all(is_name(one) and not _is_office(one) for one in names)


def _is_town(words: str) -> bool:
    parts = words.lower().split()
    return bool(parts) and (parts[0] in _list("towns_first") or (len(parts) <= 2 and " ".join(parts[-1:]) in _list("towns")))


def _is_office(words: str) -> bool:
    """As in "PQR Delhi": the letters of a body and a town."""
    parts = words.split()
    return len(parts) == 2 and len(parts[0]) >= 2 and parts[0].isupper() and "." not in parts[0] and parts[1].lower() in _list("towns")


def byline(words: str, *, bare: bool = True) -> str | None:
    """The author whom a short line names.

    Args:
        words: the line.
        bare: whether a name without "by" before it counts, alone or with a role behind it.

    >>> [byline(line) for line in ("By Ada Roe", "Ada Roe · Arts reporter", "Posted 3 May 2021 by Ada Roe | 2 comments")]
    ['Ada Roe', 'Ada Roe', 'Ada Roe']
    >>> byline("Ada Roe in Port Said")
    'Ada Roe'
    >>> [byline(line) for line in ("By our correspondent", "Ada Roe came late.", "By noon Ada Roe had left")]
    [None, None, None]
    """
    if len(words) > 200:
        return None
    rest = _behind_label(words)
    if rest is not None:
        return names_in(_mixed_case(rest))
    match = _BY.search(words)
    if match and is_stamp(words) and len(words) < 200:
        return names_in(words[match.end() :])
    if not bare or words[-1:] in ".?!:":
        return None
    match = _APART.search(words)
    if not match or (" and " in words and len(words) <= 120):
        names = _AND.split(words.strip(_QUOTES))
        if len(names) <= 8 and all(is_name(name) for name in names) and not words.isupper():
            return _untitled(words.strip(_QUOTES))
    if not match:
        return None
    if beside := _beside_stamp(words):
        return beside
    name, role = without_title(words[: match.start()].strip(_QUOTES)), words[match.end() :].lower()
    if match[0].strip() in {"in", "at"} and is_name(name):
        parts = words[match.end() :].split()
        return name if len(parts) <= 4 and all(part[0].isupper() for part in parts) and ":" not in words else None
    if is_name(name) and match[0].strip() not in {"in", "at", "for", "of", "with", "on", "from", "is", "was", ":", ";"}:
        known = _list("roles").intersection(re.findall(r"[a-z]+", role[:120]))
        place = words[match.end() :]
        # "Ada Roe, Port Ellen", "Ada Roe-Lund | New Delhi"
        is_seat = _is_place(place) and (_starts_given(name) if match[0] == ", " else "-" in name and _is_town(place))
        if known or is_stamp(place) or is_seat:
            return name
    return None


def in_capitals(words: str) -> str | None:
    """The author of a line that is a name in capitals; a heading may look the same, so only right beside a stamp.

    >>> in_capitals("VENKATA PUPPALA-ROE"), in_capitals("WHAT NEXT?")
    ('VENKATA PUPPALA-ROE', None)
    """
    words = words.strip()
    name = _mixed_case(words)
    is_somebody = words.isupper() and is_name(name) and not _is_office(words) and (_starts_given(name) or "-" in name)
    return words if is_somebody else None


def is_byline(words: str) -> bool:
    """Whether a short line says who wrote the page, be it a desk."""
    return len(words) < 120 and (
        bool(byline(words)) or (words[:3].lower() == "by " and len(words.split()) <= 8 and words[-1] not in ".?!:")
    )


_NUMBERED = re.compile(r"-[IVX]+\Z")  # "GS Paper-III"


def _beside_stamp(words: str) -> str | None:
    """The name in "4 May 2021 06:00 | Ada Roe"."""
    cells = _CELL.split(words)
    if not 2 <= len(cells) <= 4 or not is_stamp(cells[0]):
        return None
    return next((name for cell in cells[1:] if (name := names_in(cell)) and _are_given(name) and not _NUMBERED.search(name)), None)


def _is_place(words: str) -> bool:
    """Whether what stands behind a name and a comma may be the place where its bearer writes: "Ada Roe, Port Ellen"."""
    parts = words.split()
    return 1 <= len(parts) <= 2 and all(part.isalpha() and part[0].isupper() for part in parts)


def _starts_given(name: str) -> bool:
    return bare_letters(name.split(maxsplit=1)[0]) in _GIVEN


def _are_given(names: str) -> bool:
    """Whether names joined by "and" are people’s, one beginning with a given name or an initial: "Food Law and Trade" are topics."""
    parts = [part for part in _AND.split(names) if part.split()]
    return len(parts) == 1 or any(_starts_given(part) or "." in part.split(maxsplit=1)[0] for part in parts)


def boxed(words: str) -> str | None:
    """Whom an author box names: "Author: Ada Roe", "Ada Roe | Ada Roe is …", "Ada Roe is …".

    >>> boxed("Ada Roe is the paper's arts editor.")
    'Ada Roe'
    """
    rest = _behind_label(words[:200])
    if rest is not None:
        return names_in(rest)
    for sign in (_IS.search(words[:120]), re.search(r"\s?\|", words[:120])):
        if sign and is_name(without_title(words[: sign.start()])):
            return without_title(words[: sign.start()]).strip()
    return None


def _behind_label(words: str) -> str | None:
    """What follows "By", "Written by", "Author:"; None where a line does not begin so."""
    match = _label_pattern().match(words[:60])
    return words[match.end() :] if match else None


def _mixed_case(name: str) -> str:
    """JANE SMITH → Jane Smith."""
    if not name.isupper():
        return name
    return re.sub(r"\w+", lambda match: match[0].capitalize() if len(match[0]) > 1 else match[0], name)


@cache
def _list(name: str) -> frozenset[str]:
    return split(data("head")["bylines"][name])


@cache
def _label_pattern() -> re.Pattern[str]:
    """A label with a colon behind it; "by" at its end needs none."""
    labels = data("head")["bylines"]["starts"].strip().splitlines()
    names, with_by = any_of(labels), any_of(label for label in labels if label.endswith("by"))
    return re.compile(rf"[{re.escape(_QUOTES)}]{{0,6}}(?:(?:{names})[ \u00a0]?:|(?:{with_by})[ ])[ :\u00a0]*+", re.IGNORECASE)
