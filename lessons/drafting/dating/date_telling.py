"""What a date does to the story: it moves it on, looks back or ahead from it, or leaves it where it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lessons.dates.point import Point

from ..pages.page import Part
from ..records import Span
from .date_clock import Clock, first_day
from .date_parts import Expression
from .date_story import CASE_DAYS, LEAD_DAYS, Settled, Story, whole_day
from .tense import Tense


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with the part and the sentence that it stands in, and how many of that sentence stand before it."""

    one: Expression
    part: Part
    sentence: Span
    before: int = 0


def _lies_ahead(settled: Settled, clock: Clock | None) -> bool:
    point = settled.first
    return clock is not None and point.year is not None and first_day(point, point.year) > clock.latest


def _is_late(settled: Settled, clock: Clock | None) -> bool:
    return clock is not None and settled.first.year is not None and settled.first.year >= clock.latest.year - 1


def tell(text: str, here: Placed, settled: Settled, when: Tense, story: Story, clock: Clock | None) -> None:
    """Move the story on, unless the date only marks a thing out or lies ahead."""
    one = here.one
    place = here.part.number, here.sentence[0]
    is_heading = here.part.role == "heading"
    at_head = is_heading or leads(text, here)
    lies_ahead = _lies_ahead(settled, clock)
    is_glimpse = not is_heading and _is_glimpse(text, here, settled, story, at_head)
    marks_out = (
        not story.is_history and clock is not None and settled.first.year is not None and _marks_out(text, here, settled.first.year, clock)
    )
    story.is_at_home = story.is_at_home or one.base == "published" or _is_late(settled, clock)
    if one.base == "published" or lies_ahead:
        story.home = here.part.number
    if settled.first.year is not None:
        looks_aside = (
            one.base == "story" and one.unit == "year" and _WHO_ONLY.search(text, max(here.sentence[0], one.start - 100), one.start)
        )
        if not (one.opened == "since" and story.last is not None and not at_head):  # "an observer since 1998" is passed over
            is_aside = one.is_aside and not _is_of_work(text, here)
            story.hear(settled, place, is_aside or is_glimpse or marks_out or bool(looks_aside))
        story.is_named = not (one.is_aside or marks_out)
        is_old = clock is None or settled.first.year < clock.latest.year - _OLD_YEARS
        story.olds = story.olds + 1 if is_old and story.olds >= 0 else -1
    elif (
        settled.first.month
        and settled.first.month <= 12
        and settled.last is None
        and not _ENTRY.search(text, max(here.sentence[0], one.start - 60), one.start)
    ):
        story.open_day = settled.first, here.part.number
    if (day := whole_day(settled.first)) and (
        clock is None or (not lies_ahead and not story.is_history and (clock.earliest - day).days > _OLD_DAYS)
    ):
        story.meet_case(day, LEAD_DAYS if clock is None else CASE_DAYS)
    is_bare_year = settled.first.month is None and settled.explicit and not one.opened
    is_asked = is_bare_year and (_is_asked(text, here) or _is_scene(text, here))
    if is_asked:
        story.asked = here.part.number
    if is_heading:
        story.section = _section(text, here, settled)
    elif (
        (one.is_aside and not _IN_THE.fullmatch(text, here.sentence[0], one.start))
        or one.opened
        or (one.base == "story" and one.unit == "year" and one.first is None and not at_head and not story.is_history)
        or lies_ahead
        or when == "would"
        or (when == "future" and (one.lacks_year or clock is None or not at_head))
        or is_glimpse
        or marks_out
        or (one.base == "published" and one.unit == "week" and _WHICH_HAS.search(text, max(here.sentence[0], one.start - 100), one.start))
        or (one.base == "published" and one.unit == "year" and _COMPARES.search(text, max(here.sentence[0], one.start - 30), one.start))
    ):
        return
    if _PERIOD.search(text, max(here.sentence[0], one.start - 32), one.start):
        settled = Settled(Point(year=settled.first.year), explicit=True)
    is_marking = text[one.end : one.end + 2].strip().islower() and _MARKING.search(text, max(0, one.start - 24), one.start)
    is_opening = story.is_history and place[0] > story.paragraph and text.startswith(". ", one.end)  # "was tested in 2008. On 2 July"
    before = story.last
    story.tell(settled, place, is_opening or is_asked or (at_head and not (clock and is_marking)))
    story.is_quoted, story.is_heading = is_quoted(text, here), is_heading
    story.was_before = is_pluperfect(text, here)
    is_season = one.first is not None and (one.first.month or 0) > 12
    if story.last is not before:
        story.is_reckoned = one.base == "published" and (is_season or (one.first is None and one.unit in {"month", "year"}))
    story.is_case = not _WHO.search(text, max(here.sentence[0], one.start - 100), one.start)


_WORK = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+ \(\Z")


def _is_of_work(text: str, here: Placed) -> bool:
    """Whether a year in brackets dates what is named before it: "Re Lake Onslow (1991) … It was overturned the following year"."""
    before = text[max(here.sentence[0], here.one.start - 24) : here.one.start]
    return text[here.one.end : here.one.end + 1] == ")" and _WORK.search(before) is not None


# What an entry says of its day says nothing of the story: "the entry for Christmas Day".
_ENTRY = re.compile(r"\b(?:entry|entries|page|leaf|slip|postcard|label) (?:for|of|dated|under|headed) (?:the )?\Z")
# "In the whole of last year there were six", "more than last year".
_COMPARES = re.compile(r"\b(?:than(?: in)?|against|compared (?:with|to)|(?:the whole|all) of|throughout|up on|down on|unlike|as in)\s\Z")
# "The 2011 law was changed in May": a year that marks out what is told of.
_MARKING = re.compile(r"\b(?:The|An?|Its|Their|His|Her|Our)\s(?:[\w’'-]+\s)?\Z")

# "Who led the strike of 3 May", "founded on 3 May".
_WHO = re.compile(
    r"\b(?:who|which|whose)\s[^.;:?!()]{2,90}\Z|,\s(?:founded|formed|set up|opened|built|born|launched|listed)\s(?:[\w’-]+\s){0,4}\Z"
)

# "Since she came to office in May 2017 she has shut three schools."
_SINCE = re.compile(r"\b[Ss]ince\s(?!then\b)(?:[\w’'-]+\s){1,8}\Z")


def _marks_out(text: str, here: Placed, year: int, clock: Clock) -> bool:
    """Whether a page of news names an earlier year only to say who somebody is, or since when something has been so."""
    start = max(here.sentence[0], here.one.start - 100)
    if _WHO_ONLY.search(text, start, here.one.start) and _DID.match(text, here.one.end, here.sentence[1]):
        return year < clock.latest.year  # "Ana Ruiz, who lost it all in April last year, came on 6 June"
    if year >= clock.latest.year or here.one.lacks_year:
        return False
    is_month = here.one.first is not None and here.one.first.day is None
    if is_month and year > clock.latest.year - _OLD_YEARS and _EVENT_OF.search(text, start, here.one.start):
        return True
    if year < clock.latest.year - 1 and _is_shut_in(text, here):
        return True
    return (
        year < clock.latest.year - 1
        and bool(_SINCE.search(text, start, here.one.start) or _WHO_ONLY.search(text, start, here.one.start))
        and here.one.first is not None
    )


# "The scheme, first mooted in 1998 and approved in the autumn of 2016, had cost …. Work stopped in May".
_DONE_BEFORE = re.compile(
    r"(?:The|An?|Its|Their|His|Her|This|That)\s(?:[\w’'-]+\s){0,4}[\w’'-]+,\s(?:[a-z]+ly\s|first\s|once\s)?"
    r"(?:[a-z]{2,14}ed|built|begun|drawn|sold|bought|lent|left|made|struck|cut|shut)\b[^,;:.?!()“”]{0,90}\Z"
)
_MAIN_BEHIND = re.compile(r"[^,;:.?!()“”]{0,60},\s(?:has|had|have|is|was|are|were|will|would|now|[a-z]{2,14}ed)\b")


_DID = re.compile(r",\s(?:has|had|is|was|will|[a-z]{2,14}ed|came|went|told|said|won|lost|left|took|made|began|spoke|met|wrote)\b")


def _is_shut_in(text: str, here: Placed) -> bool:
    """Whether a date stands in a participle between commas behind the subject, which tells what it is that is spoken of."""
    start, end = here.sentence
    is_open = _DONE_BEFORE.fullmatch(text, start, min(here.one.start, start + 160))
    return is_open is not None and _MAIN_BEHIND.match(text, here.one.end, end) is not None


# "It was the cyclone of March 2015 that made them talk".
_EVENT_OF = re.compile(r"\bthe\s(?:[\w’'-]+\s){1,2}of\s\Z")

_WHO_ONLY = re.compile(r",\s(?:who|whose|which|where|(?:of|under|by|with|for|in|at|from) (?:whom|which))\s[^,.;:?!()]{2,90}\Z")

# Older than this, a day belongs to what a page of news looks back to.
_OLD_DAYS = 28

_OLD_YEARS = 2

# The end of a period stands for the period: "the year ended 31 December", "as at 30 June".
_PERIOD = re.compile(
    r"\b(?:(?:year|months|quarter|half|period|season)\s(?:ended|ending|to)"
    r"|[Aa]s (?:at|of)|[Dd]own from|[Uu]p from|against)\s[^.;]{0,20}\Z"
)


# No question is longer.
_QUESTION = 200

# So far back in a paragraph the mark is looked for that opens a quotation.
_QUOTE_REACH = 3000


# "The year was 1968. On 6 March …", "That was 2005. …".
# "Ran the letter, which the museum has put on show this week".
_WHICH_HAS = re.compile(r", (?:which|who|whose) [^,.;]{2,60}\b(?:has|have|is|are) [^,.;]{2,40}\Z")
_SCENE = re.compile(
    r"(?:[A-Z][\w.’-]{0,20}: )?[“‘\"']?(?:The (?:year|date|time) (?:was|is)|(?:It|That|This) was)(?: the)?"
    r"(?: (?:spring|summer|autumn|fall|winter|year) of)? \Z"
)
_SCENE_END = re.compile(r"(?:, (?:no|I|you|of course|remember|the year|not)[^.,;]{0,30})?[.!](?:\s|\Z)")
_SCENE_REACH = 40


def _is_scene(text: str, here: Placed) -> bool:
    """Whether a sentence says no more than what year it was."""
    return bool(
        here.one.start - here.sentence[0] <= _SCENE_REACH
        and _SCENE.fullmatch(text, here.sentence[0], here.one.start)
        and _SCENE_END.match(text, here.one.end)
    )


def is_quoted(text: str, here: Placed) -> bool:
    """Whether a date stands within a quotation: behind a mark that is still open."""
    start, stop = max(here.part.start, here.one.start - _QUOTE_REACH), here.one.start
    if start > here.part.start:
        return False
    if text.find('"', start, stop) >= 0:
        return text.count('"', start, stop) % 2 == 1
    return text.count("“", start, stop) > text.count("”", start, stop)


def leads(text: str, here: Placed) -> bool:
    """Whether a date stands at the head of its sentence."""
    words = text[here.sentence[0] : here.one.start] if here.one.start - here.sentence[0] < 40 else "a b c"
    return len(words.split()) <= 2 or _IN_THE.fullmatch(words) is not None


# "In the drought of 1987 I was collector there. On 11 August …".
_IN_THE = re.compile(
    r"(?:In|During) the (?:[a-z-]+ )?"
    r"(?:drought|flood|famine|war|crisis|strike|summer|winter|spring|autumn|election|census|fire|storm|freeze|frost|plague|epidemic|panic"
    r"|crash|slump|coup|riot|heat|heatwave|blizzard|quake|earthquake|siege|blockade)s? of "
)
_YOU = re.compile(r"\b(?:[Yy]ou|[Yy]our)\b")


_LABEL = re.compile(r"(?:[AQ]|[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ.’'-]+){0,3}): ")


def is_labelled(text: str, part: Part) -> bool:
    """Whether a paragraph is what somebody says in an interview: "MOREAU: In 1999 we …"."""
    return _LABEL.match(text, part.start, part.end) is not None


def is_question(text: str, part: Part) -> bool:
    """Whether a short paragraph or heading asks somebody: "In 1999 you were in the room", "What did you do in May?"."""
    if part.end - part.start > _QUESTION or text[part.end - 1] not in ".?":
        return False
    return bool(_YOU.search(text, part.start, part.end)) or (text[part.end - 1] == "?" and is_labelled(text, part))


# "Did you leave in 1999?", "You left in 1999"
_ASKED = re.compile(
    r"\b(?:did|were|had|was) (?:you|your \w+)\b|\b[Yy]ou(?:r \w+)? (?:[a-z]+ly )?(?:were|was|had|[a-z]{2,14}ed|left|went|came"
    r"|became|began|took|made|met|won|lost"
    r"|wrote|said|told|built|bought|sold|ran|led|fell|got|saw|spent|gave|found|held|kept|stood|sat|flew|drove|moved)\b"
)
# "What went wrong in 2004?"
_HAPPENED = re.compile(
    r"\b(?:[Ww]hat|[Ww]hy|[Hh]ow|[Ww]here) (?:was|were|did|had|happened|went|came|changed|made|brought|ended)\b[^?]{0,80}\bin \d{4}\?\Z"
)
_NOT_ASKED = re.compile(r"\b(?:[Ii]f|born|[Bb]efore|[Aa]fter|[Uu]nless)\b")


def _is_asked(text: str, here: Placed) -> bool:
    """Whether a year stands in a question or in what is said to somebody, that is one sentence: what is answered is of this year."""
    part = here.part
    if part.end - part.start <= _QUESTION and text[part.end - 1] == "?" and _HAPPENED.search(text, part.start, part.end):
        return True
    if not is_question(text, part) or len(part.sentences) > 2:
        return False
    return bool(_ASKED.search(text, part.start, part.end)) and not _NOT_ASKED.search(text, part.start, part.end)


def _section(text: str, here: Placed, settled: Settled) -> int | None:
    """The year of a heading that is about one: "1918", "2006: the town burns", "The blockade, 1861"."""
    one, part = here.one, here.part
    if settled.last or one.opened or settled.first.day or settled.first.blurred:
        return None
    if part.end - part.start > 200:
        return None
    if settled.first.month and text[one.end : one.end + 1] == ")":
        return None  # "The mill that burnt (March 2018)": a link to another page
    at_edge = not text[part.start : one.start].strip() or not text[one.end : part.end].strip(" .:)")
    return settled.first.year if at_edge else None


def _is_glimpse(text: str, here: Placed, settled: Settled, story: Story, at_head: bool) -> bool:
    """Whether a date is only looked to, back ("that had begun in 1943") or ahead ("until the fall of the town in May", "by December")."""
    if here.one.base == "story" and here.one.amount < 0:
        return True
    if at_head or story.last is None or story.last.year is None or settled.first.year is None:
        return False
    before = text[max(here.sentence[0], here.one.start - 60) : here.one.start]
    if re.search(r"\b(?:until|till) [^,;.]{2,50}\Z", before) or (here.one.lacks_year and before.endswith(" by ")):
        return True
    if not (settled.first.year < story.last.year and (is_pluperfect(text, here) or text.startswith(" had ", here.one.end))):
        return False
    if story.paragraph == here.part.number or settled.first.month is None or not _OPENS_BACK.match(text, here.sentence[0], here.one.start):
        return True
    story.look_back()  # "The strike had begun in May 1911. In June …": what follows goes on from there, up to the paragraph's end
    return False


# A main clause in the pluperfect.
_OPENS_BACK = re.compile(r"(?!(?:[^,;]{0,90}?)\b(?:who|which|that|whose|where|when|as|after|because|since)\b)[^,;]{2,90}\bhad\b")


# "Had three kits in June" is no pluperfect.
_PLUPERFECT = re.compile(
    r"\bhad (?!to\b)(?:\w+ ){0,2}"
    r"(?!(?:in|on|an|than|then|when|even|again|often|ten|seven|[a-z]+teen|eleven|[a-z]+[st]ion|[a-z]*men|children|son|season|reason|person"
    r"|hundred|seed|million|billion|plan|rain|town|train|garden|kitchen|chicken)\b)"
    r"(?:[a-z]+ed|[a-z]+en|[a-z]+n|made|met|left|built|sent|held|lost|won|begun|fought|taken|told|said|put|set)\b"
)


_BUT_WAS = re.compile(r"\b(?:was|were) (?:\w+ly )?(?:\w+ed|opened|found|sold|shut|built|made|held|won|lost)\b")


# "A memorandum of 3 April, read to the court, ‖ had warned them".
_HAD_BEHIND = re.compile(
    r"(?:,[^,.;:“”]{2,50},)?\shad\s(?!to\b)(?:\w+ ){0,2}(?:[a-z]+ed|[a-z]+en|been|said|told|set|put|found|made|sent)\b"
)


def is_pluperfect(text: str, here: Placed) -> bool:
    before = text[max(here.sentence[0], here.one.start - 120) : here.one.start].rpartition(",")[2]
    if _HAD_BEHIND.match(text, here.one.end, here.sentence[1]):
        return True
    found = _PLUPERFECT.search(before)
    return found is not None and not _BUT_WAS.search(before, found.end())  # "a room that had been shut was opened in July"
