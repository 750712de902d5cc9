"""Which line of a pasted page is its title: among the lines before the first prose, the one that looks least like a masthead or a menu."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence

from .bylines import byline, is_byline, is_name
from .looks import Look
from .mastheads import is_body, is_called_a_body, is_heading, is_section
from .reviewed import boxes
from .sentence_titles import is_headline, is_sentence_title, is_signed
from .stamp_rows import is_row_with_stamp

# What stands above a title, seldom between it and the article.
_ABOVE = frozenset({"menu", "cookies", "photo", "contact", "pitch", "release"})
_READ = frozenset({"", "questions", "excerpt"})  # sorts of prose with which an article may begin
_NUMBERED = re.compile(r"\b(?:no|vol|issue|bulletin|brief|number)\b\.?\s?#?\d|#\s?\d", re.IGNORECASE)
_DAY = re.compile(r"(?:[A-Z][a-z]{2,8}day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8})\Z")
# The place of a paper in its series is no title: "Policy Brief No. 12", "Working Paper 2019/14".
_COUNTED = re.compile(
    r"(?:[A-Z][\w&’-]{1,20} ){0,4}(?:paper|brief|report|bulletin|note|series|issue|release|circular|memo(?:randum)?|factsheet|newsletter)s?"
    r",? (?:no\.?|number|series|vol\.?|#)?\s?#?\d[\d/.-]{0,9}\Z",
    re.IGNORECASE,
)
# Cells of labels with their values: "Format: Report   Language: English".
_LABELS = re.compile(r"(?:\A|\s{2,9}|\t|\s?[|·•]\s?)[A-Z][\w ]{2,20}: ?(?=\S)")
# The number of an episode or of an issue, which stands before its title as the mark of a list does.
_NUMBER = re.compile(r"#?\d{1,4}[.):]?\Z")
_SUBJECT = re.compile(r"(?:subject|re|title|headline)\s?:\s{1,3}", re.IGNORECASE)
# Minutes are called by their meeting, without the place and day that stand in the same line.
_HELD = re.compile(
    r"(?:(?:draft|unconfirmed|confirmed|approved) )?(?:minutes|notes|record) of .{8,120}?(?=,? (?:which was )?held (?:in|at|on|by|via)\b)",
    re.IGNORECASE,
)
_BODY = re.compile(r"\([A-Z][A-Za-z&.-]{1,9}\)\Z")
_SMALL = frozenset("with from into over upon about after under this that their your".split())
_CLOSE = 1.5  # of several lines that are nearly as good, the first: a subtitle follows its title
_CLOSE_PLAIN = 2.4  # the same where no menu stands above: then the first line mostly is the title
_SURE = 1.5  # the score of a line that goes before a headline of whole sentences, or the subject of an e-mail
_FAR = 60  # lines before the first prose in which a title is looked for


def first_prose(page: Sequence[Look], dropped: Container[int] = ()) -> int | None:
    """The first line of prose that is not an advertisement or the like; None for a page without one."""
    return next((n for n, one in enumerate(page) if one.prose and n not in dropped and (one.sort in _READ or one.is_long_blurb)), None)


def title_words(words: str) -> tuple[int, int]:
    """Where in a line the title stands, marks of Markdown and "Subject:" left off.

    >>> title_words("## Rain at last ##"), title_words("Subject: Rain at last")
    ((3, 15), (9, 21))
    """
    match = _SUBJECT.match(words)
    held = _HELD.match(words)
    if held:
        return (0, held.end())
    start = match.end() if match else len(words) - len(words.lstrip("#* _"))
    end = len(words.rstrip("#*_ ")) if words[:1] in "#*_" else len(words.rstrip())
    return (start, end) if end > start else (0, len(words))


def title_line(page: Sequence[Look], dropped: Container[int] = ()) -> int | None:
    """The place of the title among the lines of a page; None where no line looks like one."""
    first = first_prose(page, dropped)
    if first is None:
        first = min(len(page), 12)
    for n in range(min(len(page), first + 12)):
        if n not in dropped and _is_marked(page, n) and sum(other.prose for other in page[:n]) <= 1:
            return n
    reviewed = boxes(page)
    listed = sum(bool(_NUMBER.match(one.mark)) for one in page[:first]) > 1
    candidates = [
        n
        for n in range(max(0, first - _FAR), first)
        if n not in dropped and n not in reviewed and _may_be(page[n]) and not (page[n].mark and (listed or not page[n].apart))
    ]
    scores = _scores(page, candidates, first)
    best = max(scores.values(), default=-9.0)
    if first < len(page) and is_headline(page, first) and not _has_rival(page, scores, first):
        return first
    subject = next((n for n in range(min(first, 15)) if page[n].sort == "mail" and page[n].words[:8].lower() == "subject:"), None)
    if subject is not None and best < _SURE:
        return subject
    if best < 1:
        if first < len(page) and is_sentence_title(page, first):
            return first
        if best < -3:
            return None
    plain = not any(one.sort for one in page[:first])
    chosen = next(n for n, score in scores.items() if score >= best - (_CLOSE_PLAIN if plain else _CLOSE))
    return chosen - 1 if _is_subtitle(page, chosen, scores) else chosen


def _is_subtitle(page: Sequence[Look], n: int, scores: dict[int, float]) -> bool:
    """Whether a long line stands below a short one that is alone in its block and in sentence case: then that one is the title."""
    if scores.get(n - 1, -9.0) < 1.0 or not (page[n].apart and page[n - 1].apart):
        return False
    short, long = page[n - 1].words.split(), page[n].words.split()
    is_cased = any(word[0].islower() and len(word) > 3 and word not in _SMALL for word in short[1:]) or short[-1][-1] in "?!"
    return 3 <= len(short) < len(long) - 3 and is_cased and not is_section(page[n - 1].words)


def _is_marked(page: Sequence[Look], n: int) -> bool:
    """A title by its mark: "# Title", "Subject: Title", a line underlined by "=====" (the underline has no letters)."""
    words = page[n].words
    if page[n].sort == "mail":
        return False
    if words.startswith("# ") or re.match(r"(?:subject|headline)\s?:\s", words[:20], re.IGNORECASE):
        return True
    below = page[n + 1] if n + 1 < len(page) else None
    return bool(below and not page[n].prose and not below.apart and len(below.words) > 3 and not below.words.strip("="))


def _has_rival(page: Sequence[Look], scores: Mapping[int, float], first: int) -> bool:
    """Whether a line above the first prose may be the title of it: a good one outside the menu, or any alone that stands next to it."""
    for n, score in scores.items():
        if n == first - 1 and page[n].apart and score >= 0.0:
            return True
        if score >= _SURE and not _in_menu(page, n) and not any(other.sort in _ABOVE for other in page[n:first]):
            return True
    return False


def _may_be(one: Look) -> bool:
    if _COUNTED.match(one.words) or (one.words.count("·") + one.words.count("|") > 1 and is_row_with_stamp(one.words)):
        return False
    if (
        one.sort
        or one.stamp
        or (one.mark and not _NUMBER.match(one.mark))
        or one.length > 220
        or not any(letter.isalpha() for letter in one.words)
    ):
        return False
    if _DAY.match(one.words) or len(_LABELS.findall(one.words)) > 1:
        return False
    return byline(one.words, bare=False) is None and not (one.words[:3].lower() == "by " and is_byline(one.words))


def _scores(page: Sequence[Look], candidates: Sequence[int], first: int) -> dict[int, float]:
    head = page[max(0, first - _FAR) : first]
    repeated = Counter(one.words.lower() for one in head)
    legal = " ".join(one.words.lower() for one in page[-40:] if one.sort in {"legal", "contact"} or "ltd" in one.words.lower())
    mailed = any(one.sort == "mail" for one in head)
    addressed = (
        () if mailed else tuple(one.words.partition(",")[0].lower() for one in page[first:][-30:] if "," in one.words and not one.prose)
    )
    later = {one.words for one in page[first:] if one.length > 20}
    opening = page[first].words if first < len(page) else ""
    below = 0
    penalties = {}
    for n in range(first - 1, max(0, first - _FAR) - 1, -1):
        penalties[n] = min(4.0, 1.5 * below)
        below += page[n].sort in _ABOVE
    signed = max((n for n in candidates if is_signed(page, n)), default=-1)
    found = {}
    for n in candidates:
        one = page[n]
        score = _by_words(one) - penalties[n] - _in_menu(page, n) + 0.3 * (n == 0)
        score += (one.apart or n == 0) and (n + 1 >= len(page) or page[n + 1].apart)
        score += (
            1.5 * is_signed(page, n)
            - 3.0 * is_section(one.words)
            - 3.0 * (n == first - 1 and len(candidates) > 1 and is_heading(one.words))
        )
        # Right above its answer stands the first question of many.
        score -= 2 * (n < first - 1 and is_called_a_body(one.words)) + 0.4 * (n == first - 1 and one.words[-1] == "?")
        # Between a title and the stamp below its subtitle there is no third line.
        score -= 1.5 * (0 <= n < signed - 1) + 2.0 * one.words.lower().startswith("welcome to ")
        score -= n + 2 in candidates and bool(page[n + 1].sort) and not page[n + 1].apart
        score -= 2 * (len(one.words.split()) <= 7 and is_body(one.words) and any(other.sort == "menu" for other in page[n + 1 : n + 3]))
        score -= 3 * (repeated[one.words.lower()] > 1) + 3 * (
            len(one.words) > 5 and (one.words.lower() in legal or one.words.lower() in addressed)
        )
        score += 1.5 * (one.words in later and repeated[one.words.lower()] == 1)
        # An encyclopedia's first sentence begins with its title.
        score += 8.0 * (_is_defined(one.words, opening.removeprefix("The ")) and not _is_writer(page, candidates, n, opening))
        found[n] = score
    return found


def _is_defined(words: str, opening: str) -> bool:
    return opening.startswith(words) and opening[len(words) : len(words) + 5].startswith((" is ", " was ", " are ", " were ", " (", ", "))


def _is_writer(page: Sequence[Look], candidates: Sequence[int], n: int, opening: str) -> bool:
    """Whether "Ada Roe is our reporter" tells of the writer: below a line that may be the title."""
    name = page[n].words
    return opening.startswith(f"{name} is ") and is_name(name) and any(m < n and len(page[m].words.split()) >= 4 for m in candidates)


def _by_words(one: Look) -> float:
    words = one.words.split()
    count = len(words)
    score = -2.0 if count == 1 else -0.5 if count == 2 else 1.0 if count == 3 else 2.0 if count <= 25 else -1.0
    score -= 1.5 * (one.words.isupper() and count <= 4) + 2.0 * (one.words.isupper() and " | " in one.words)
    score -= (
        2.0 * bool(is_name(one.words) or byline(one.words))
        + 2.0 * bool(_NUMBERED.search(one.words))
        + 2.0 * (bool(_BODY.search(one.words)) and is_body(one.words))
    )
    score -= 1.0 * (one.words[-1] == ".") + 0.3 * (one.words[-1] == "?") + 2.0 * (one.words[-1] in ":;,") + 1.5 * one.words[0].islower()
    return score


def _in_menu(page: Sequence[Look], n: int) -> bool:
    """Whether a line stands in one block with a menu or the like."""
    start = n
    while start > 0 and not page[start].apart and n - start < 8:
        start -= 1
    stop = n + 1
    while stop < len(page) and not page[stop].apart and stop - n < 8:
        stop += 1
    # A page without blank lines is one block: there only the next line counts.
    near = page[start:stop] if stop - start < 12 else page[n + 1 : n + 2]
    return any(one.sort in _ABOVE for one in near)
