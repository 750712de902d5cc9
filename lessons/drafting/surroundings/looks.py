"""What each line of a pasted page looks like: prose, a menu, a share bar, a line about comments; by its words alone, not by its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from ..pages.layout import Line
from ..words import data, split
from .offers import is_offer
from .sorts import SEEN, has_mail, sort_of
from .stamp_rows import year_of_issue
from .stamps import is_stamp

_ENDS = re.compile(r"[.?!…:;][\"”’'»)\]*_]{0,3}(?:\[\d{1,3}\]){0,4}\Z")
# A full stop of "No. 5", of "Dr. Roe" or of an initial ends no sentence.
_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:No|Dr|Mr|Ms|St|vs|pp))(?<!\b(?:Nos|Vol|Mrs|Rev|Sgt|Gen|Col|Hon|Inc|Ltd))(?<!\bProf)"
    r"[.?!…][\"”’'»)\]*_]{0,3}(?:\[\d{1,3}\]){0,4}(?:\s|\Z)"
)
_CAPTION = re.compile(r"(?:image|media|photo|picture|video) caption\s?:?", re.IGNORECASE)
_MAIL = re.compile(r"(?:from|to|cc|bcc|subject|date|sent|reply-to|attachments?)\s?:\s", re.IGNORECASE)
_GAP = re.compile(r"\s{2,9}|\t+|\s?\|\s?")
_BLURB = 160  # characters
# The chapters of a paper, of which "Discussion" is one.
_CHAPTERS = frozenset(
    "abstract introduction background methods method methodology results findings analysis conclusion conclusions limitations data".split()
)
_FIGURE = re.compile(r"[-+−–▲▼(]?[$£€₹]?(?!0\d)\d[\d,.]{0,15}\s?[%)]?\Z")


@dataclass(frozen=True, slots=True)
class Look:
    """A line that is not blank.

    Attributes:
        line: its place among all lines.
        start, end: without the white space around it.
        words: its text, its first 400 characters.
        sort: what of a page's clutter it looks like ("menu", "share", …; the lists in ``clutter.toml``); empty for none.
        prose: whether it holds at least one whole sentence of some length.
        stamp: whether it is a date and hardly anything else.
        apart: whether a blank line stands before it.
        mark: the mark of a list before it.
    """

    line: int
    start: int
    end: int
    words: str
    sort: str
    prose: bool
    stamp: bool
    apart: bool
    mark: str

    @property
    def length(self) -> int:
        return self.end - self.start

    @property
    def is_long_blurb(self) -> bool:
        """Whether a line about what comes into inboxes is so long that it may be the article's."""
        return self.sort == "blurb" and self.length > _BLURB

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDS.search(self.words[-12:])) if self.length <= SEEN else True


@lru_cache(maxsize=1)  # clutter and head ask one after the other
def looks(text: str, lines: tuple[Line, ...]) -> tuple[Look, ...]:
    r"""The lines that are not blank, each with what it looks like.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> page = "Home | News | Contact\n\nThe council met in the old hall on Tuesday, and nobody came.\n\nComments (3)"
    >>> [(one.sort, one.prose) for one in looks(page, lines_of(page))]
    [('menu', False), ('', True), ('comments', False)]
    """
    found = []
    blank = True
    for n, line in enumerate(lines):
        if line.start == line.end:
            blank = True
            continue
        words = text[line.body : min(line.end, line.body + SEEN)]
        wrapped = _is_wrapped(text, lines, n) and not _is_volume(text, line)
        prose = wrapped or _is_prose(words, line.end - line.body)
        sort = sort_of(words, line.end - line.body, prose) or ("pitch" if not (line.mark or wrapped) and is_offer(words) else "")
        stamp = not prose and is_stamp(words)
        found.append(Look(n, line.start, line.end, words, sort, prose, stamp, blank, line.mark))
        blank = False
    return tuple(_in_place(found))


def _in_place(page: list[Look]) -> list[Look]:
    """The sorts that only the lines around a line give away: heads of tables are no menus, heads of e-mails are none of the article."""
    for n, one in enumerate(page):
        below = page[n + 1] if n + 1 < len(page) and not page[n + 1].apart else None
        if one.sort in {"menu", "share", "contact"} and ((below and is_figures(below.words)) or is_figures(one.words)):
            page[n] = replace(one, sort="")
        elif one.sort == "related" and below and below.words[:6].lower() == "next: " and one.words[:4].lower() == "prev":
            page[n + 1] = replace(below, sort="related", prose=False)
        elif below and below.length < 160 and _CAPTION.fullmatch(one.words):
            page[n + 1] = replace(below, sort="photo", prose=False, stamp=False)
        elif (
            below
            and one.sort == "pitch"
            and not below.sort
            and below.length < 160
            and one.words.lower().startswith(("advert", "sponsor", "promot"))
        ):
            page[n + 1] = replace(below, sort="pitch")
    if any(one.sort == "comments_head" for one in page) and sum(one.words.strip(" :*#_").lower() in _CHAPTERS for one in page) >= 2:
        for n, one in enumerate(page):
            if one.words.strip(" :*#_").lower() == "discussion":
                page[n] = replace(one, sort="")
    mail = [n for n, one in enumerate(page[:15]) if _MAIL.match(one.words)]
    if any(page[n].words[0] in "FfTtSs" for n in mail) and any(b - a == 1 for a, b in pairwise(mail)):
        for n in mail:
            page[n] = replace(page[n], sort="mail", prose=False, stamp=False)
    return page


def is_figures(words: str) -> bool:
    """Whether a line is a row of a table of figures: two cells or more that are numbers.

    >>> is_figures("North dock   702   -1.4"), is_figures("Home | News | Contact")
    (True, False)
    """
    return len(words) <= 200 and sum(bool(_FIGURE.match(cell)) for cell in _GAP.split(words)) >= 2


def _is_wrapped(text: str, lines: tuple[Line, ...], n: int) -> bool:
    """Whether a line is part of a paragraph that was broken into lines: the next one goes on in a small letter, or it does itself."""
    line = lines[n]
    if line.end - line.start < 35 or line.mark or has_mail(text[line.start : min(line.end, line.start + 120)]):
        return False
    below = lines[n + 1] if n + 1 < len(lines) else None
    if below and below.end > below.start and text[below.start].islower() and not below.mark and text[line.end - 1] not in ".!?:":
        return _function_share(text[line.start : line.start + SEEN].split()) >= 0.15
    above = lines[n - 1] if n else None
    if above and above.end - above.start >= 35 and text[line.start].islower() and text[above.end - 1] not in ".!?:":
        return _function_share(text[line.start : line.start + SEEN].split()) >= 0.15
    return False


def _is_volume(text: str, line: Line) -> bool:
    """Whether a short line ends with the year of a volume: "in the Annals of the Quay, Volume 2, 1967"."""
    return line.end - line.start <= 100 and text[line.end - 1].isdecimal() and year_of_issue(text, line.start, line.end) is not None


def _is_prose(words: str, length: int) -> bool:
    if length < 40:
        return False
    parts = words.split()
    if len(parts) < 8 or words.count("|") > 1 or "\t" in words:
        return False
    if _function_share(parts) < 0.2:
        return length > SEEN
    return length > 180 or bool(_SENTENCE.search(words)) or words[-1] in ":;"


def _function_share(parts: list[str]) -> float:
    function = _function_words()
    return sum(part.strip("“”‘’\"'(),.;:").lower() in function for part in parts) / max(len(parts), 1)


@cache
def _function_words() -> frozenset[str]:
    return split(data("clutter")["prose"]["function"])
