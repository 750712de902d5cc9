"""Expressions that are reckoned from another day: "yesterday", "last month", "two days later", "the same year"."""

from __future__ import annotations

import re

from lessons.dates.point import Point

from . import date_patterns as p
from .date_parts import Expression, month_number
from .date_shifts import shifted

_NEAR = re.compile(
    r"(?P<e>[Tt]he day (?:before|after) )?(?P<w>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)\b"
    r"(?P<part>\s(?:morning|afternoon|evening|night)\b)?"
    r"(?![’']s\s(?:world|children|problems))"
)
_EARLIER = re.compile(r"(?:(?:the|The)\sday\s(?P<d>before|after)|[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s\Z")


def relative(text: str, at: int, end: int) -> Expression | None:
    """An expression that opens with one of the words that `date_patterns.TRIGGER` calls near, which, shift or year."""
    word = re.match(r"\w+", text[at : at + 12])
    if not word:
        return None
    lower = word[0].lower()
    if lower in {"today", "tonight", "yesterday", "tomorrow"}:
        return _near(text, at, end)
    if lower in {"later", "earlier", "ago", "before", "after", "afterwards", "previously", "on"}:
        return shifted(text, at, end, lower)
    if lower in {"year", "month"}:
        return _edge_of(text, at, end, lower)
    return _which(text, at, end)


# "The leaders of tomorrow"; but "set for tomorrow", "of tomorrow's meeting".
_NO_NEAR = re.compile(
    r"\b(?:of|than)\s\Z|(?<!set )(?<!due )(?<!called )(?<!listed )(?<!fixed )(?<!booked )(?<!planned )(?<!scheduled )(?<!expected )"
    r"\bfor\s\Z"
)
# The programme of the name: "told the Today programme".
_IN_NAME = re.compile(r"[\w’',]\s[A-Z]\Z")
_SHIFTED = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
# "Today the mill is a museum" means nowadays; "today announced", "said today" mean the day.
_NOWADAYS = re.compile(r"\s*,?\s(?:\w+\s){0,6}?(?:is|are|has|have|there)\b")


def _near(text: str, at: int, end: int) -> Expression | None:
    found = _NEAR.match(text, at, end)
    if not found or (_NO_NEAR.search(text, max(0, at - 20), at) and text[found.end() : found.end() + 1] not in {"’", "'"}):
        return None
    if _IN_NAME.search(text, max(0, at - 2), at + 1):
        return None
    word = found["w"].lower()
    amount = _SHIFTED[word]
    start = at
    before = _EARLIER.search(text, max(0, at - 16), at)
    if before:
        start = before.start()
        amount += {"before": -1, "after": 1}.get(before["d"] or "", 0)
    if word == "today" and not before and not _happens(text, at, found.end(), end):
        return None
    return Expression(start=start, end=found.end(), base="published", unit="day", amount=amount, doubt="whole")


_ACTS = re.compile(
    r"\b(?:said|told|announced|ran|released|published|opened|launched|signed|unveiled|reported|was|were|had|will|shall|died|won|[a-z]{3,12}ed|to)\b"
)


# "It said today in a statement", "the hearing goes on today"; but "it stands today".
_DONE_TODAY = re.compile(
    r"\b(?:said|told|announced|confirmed|warned|ruled|published|released|reported|signed|unveiled|launched|urged|voted|agreed"
    r"|continues?|resumes?|opens?|begins?|starts?|meets?|votes?|ends?|closes|concludes?|decides?|reopens?|goes on|go on|sits?)"
    r"\s(?:again\s|here\s)?\Z"
)


def _happens(text: str, at: int, stop: int, end: int) -> bool:
    """Whether "today" is a day on which something happens; by the verb next to it."""
    if re.search(r"\b(?:report|reports|announced?s?|published?|publish)\s\Z", text[max(0, at - 12) : at]):
        return True
    if _DONE_TODAY.search(text, max(0, at - 24), at):
        return True
    if re.match(r"\s(?:is|are|has|have|there|in|it)\b|\s?[’']s|[,—–-]", text[stop : stop + 8]):
        return bool(re.match(r"\s(?:is|are)\s(?:to\b|\w+ing\b)", text[stop : min(end, stop + 24)]))
    if re.match(
        r"\s(?:[a-z]+ly\s)?(?:[a-z]{3,12}ed|ran|won|said|told|will|began|met|sent|gave|held|set|took|made)\b",
        text[stop : min(end, stop + 26)],
    ):
        return True
    before = text[max(0, at - 60) : at]
    return bool(
        re.search(
            r"\b(?:said|told|announced|opened|closed|released|published|met|died|was|were|[a-z]{3,12}ed"
            r"|(?:report|announce|publish|open|meet|sign|launch|vote|gather|visit|release|due)(?:s|es)?)\s(?:[\w’'-]+\s){0,4}\Z",
            before,
        )
    ) and not re.search(r"\b(?:is|are|as|even|still|only|here|used)\s\Z", before)


_STORY = {"same": "same", "following": "following", "previous": "previous", "preceding": "previous"}
_ARTICLE = re.compile(r"\b[Tt]h(?:e|at|is)\s(?:very\s)?\Z")
_OVER = re.compile(r"\b(?:over|in|within|during|for|of|past)\s\Z")
_EARLY = re.compile(r"(?:\b(?:[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier|[Mm]id)(?:\sin)?|\b(?:[Tt]he\s)?(?:end|start|beginning|middle)\sof)\s\Z")
_NOUN_BEHIND = re.compile(r"\s(?:of|[a-z]+s)\b")


def _which(text: str, at: int, end: int) -> Expression | None:
    """The likes of "last month", "this morning", "next March", "the following year", "that day", "last Thursday"."""
    found = p.WHICH_BODY.match(text, at, end)
    if not found:
        return None
    word = found["which"].lower()
    article = _ARTICLE.search(text, max(0, at - 10), at)
    start = article.start() if article else at
    has_the = article is not None and (article[0].lower().startswith("the") or word in {"same", "following", "previous", "preceding"})
    if word in {"same", "following", "previous", "preceding", "coming"} and not article:
        return None
    if word in {"this", "that"} and article:
        return None
    if text[found.end() : found.end() + 1] == "-" or (word == "same" and text.startswith(" as ", found.end())):
        return None
    if found["unit"]:
        return _which_unit(text, found, start, word, has_the)
    return _which_named(text, found, start, word, has_the)


def _which_unit(text: str, found: re.Match[str], start: int, word: str, has_the: bool) -> Expression | None:
    unit, at, stop = found["unit"], found.start(), found.end()
    before = _EARLY.search(text, max(0, start - 24), start)
    if word in {"last", "coming"} and has_the:
        return None
    if (word == "last" and unit == "day") or (word == "this" and unit in {"day", "decade"}):
        return None
    if word == "that" and re.match(r"\s[a-z]+ed\b", text[stop : stop + 14]):
        return None
    if word in {"that", "same", "following", "previous", "preceding"} or (word == "next" and (has_the or unit == "day")):
        steps = {"that": 0, "same": 0, "following": 1, "next": 1}.get(word, -1)
        if unit in {"week", "weekend", "decade", "quarter"} or (
            word == "that" and text[at : at + 1] == "T" and unit not in {"day", "year", "month"}
        ):
            return None
        if unit == "day" and re.match(r"\s(?:of|when|that|before|after)\b", text[stop : stop + 8]) and steps == 0:
            return None
        unit = unit if unit in {"year", "month"} else "day"
        if unit == "day" and found["unit"] in {"night", "evening", "morning", "afternoon"} and word == "previous":
            steps = -1
        return Expression(
            start=before.start() if before else start,
            end=stop,
            base="story",
            unit=unit,
            amount=steps,
            order=word,
            doubt="whole" if before else "",
        )
    amount = {"last": -1, "next": 1, "this": 0}[word]
    if unit in {"night", "morning", "evening", "afternoon"}:
        if word == "next" or (word == "last" and unit != "night"):
            return None
        unit = "day"
    if re.match(r"\sof\b", text[stop : stop + 4]):
        return None
    return Expression(
        start=before.start() if before else start,
        end=stop,
        base="published",
        unit=unit,
        amount=amount,
        order=word,
        doubt="whole" if before else "",
    )


# "It was lodged that May and dismissed"; but "he said that May was ill", "that March on the town".
_SAID_THAT = re.compile(
    r"\b(?:sa(?:y|ys|id)|think|thinks|thought|believe[sd]?|hope[sd]?|fear(?:s|ed)?|knows?|knew|claim(?:s|ed)?|so|suggest(?:s|ed)?|insist(?:s|ed)?"
    r"|argue[sd]?|told|tells?|sure|clear|news|fact|and|or|is|was|of|to|than|like|all|for|with)\s\Z"
)
_AS_TIME = re.compile(
    r"\s?(?:[,.;:)!?]|\Z)|\s(?:and|when|but|after|as|in|at|by|with|he|she|they|it|we|I|the|his|her|a|an)\b(?! (?:was|is|had|has)\b)"
)


def _is_that_month(text: str, found: re.Match[str]) -> bool:
    at, stop = found.span()
    return bool(_AS_TIME.match(text, stop, stop + 12)) and not _SAID_THAT.search(text, max(0, at - 16), at)


def _which_named(text: str, found: re.Match[str], start: int, word: str, has_the: bool) -> Expression | None:
    order = {"coming": "next", "preceding": "previous", "that": "same"}.get(word, word)
    if word == "next" and has_the:
        order = "following"
    if word == "last" and has_the:
        return None
    if word == "that" and (found["weekday"] or (found["month"] in {"May", "March"} and not _is_that_month(text, found))):
        return None
    base = "story" if order in {"same", "following", "previous"} else "published"
    if found["weekday"]:
        if found["weekday"].rstrip(".") in {"Sun", "Sat"} or order == "same":
            return None
        return Expression(start=start, end=found.end(), weekday=p.DAYS[found["weekday"].rstrip(".")], order=order, base=base)
    if found["month"]:
        if re.match(r"\s\d", text[found.end() : found.end() + 2]):
            return None
        month = month_number(found["month"])
    else:
        month = p.SEASONS[found["season"].lower()]
        if re.match(r"\s(?:tides?|onions?|rolls?|clean\w*)\b", text[found.end() : found.end() + 12]):
            return None
    return Expression(start=start, end=found.end(), first=Point(year=None, month=month), order=order, base=base)


_EDGE = re.compile(
    r"\b(?:(?:[Tt]he|[Bb]y)\s)?(?:end|start|beginning|middle|close|latter part|rest)\sof\sthe\s\Z"
    r"|\b(?:[Ll]ater|[Ll]ate|[Ee]arly|[Ee]arlier)\sin\sthe\s(?:same\s)?\Z"
)


def _edge_of(text: str, at: int, end: int, unit: str) -> Expression | None:
    """The likes of "the end of the year", "later in the year", "month’s end": of the one that the story is in."""
    stop = at + len(unit)
    if unit == "month" and re.match(r"[’']s end\b", text[stop : stop + 6]):
        return Expression(start=at, end=stop + 6, base="story", unit="month", order="same")
    if re.match(r"\s[a-z]+ing\b|\sto\s(?:[A-Z\d]|date\b|end)|\s?\d|\sof\b|\s?[’']s|-", text[stop : stop + 12]):
        return None
    found = _EDGE.search(text, max(0, at - 30), at)
    if not found:
        return None
    start = found.start() + (3 if found[0].startswith(("by ", "By ")) else 0)
    return Expression(start=start, end=stop, base="edge", unit=unit, order="same", doubt="whole")
