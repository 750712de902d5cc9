"""What the words around a date say of its year: looking back, at the day of writing, about those who have just been told of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from lessons.dates.point import Point

from ..records import Span
from . import date_patterns as p
from .date_clock import Clock
from .date_frames import is_incumbent, is_met, is_now, points_back
from .date_papers import is_entry
from .date_parts import amount_of, month_number
from .date_story import Story
from .date_telling import Placed, is_labelled, is_pluperfect, is_quoted, leads
from .tense import Tense
from .tense_ahead import SAID_DUE
from .tense_back import is_written
from .tense_either import PLANNED_FOR
from .tense_plain import plain

# In news what somebody "said had been promised in May" looks back from the day of writing, not from what was told.
_SAID = re.compile(
    r"\b(?:said|told|added|according to|confirmed|announced|admitted|claimed|insisted"
    r"|complained|noted|denied|reported|heard|explained|replied|stated|wrote"
    r"|argued|testified|alleged|acknowledged|conceded|revealed|disclosed|recalled"
    r"|remarked|asked|informed|found that|ruled that|learn(?:ed|t))\b"
)
_WOULD_HAVE = re.compile(
    r"\b(?:would|could|should|might)(?:\s(?:not|never|only|also|otherwise))?\shave\b(?! to\b)"
    r"|\b(?:was|were)(?: originally| first)? to have\b"
    r"|\b(?:had been|were|was) (?:originally |first |once )?(?:due|expected|scheduled|supposed|meant|set|planned)\b"
)
# "Warned in January that it could run out of cash by March"; "had no deal been struck by May, it would have lapsed in June".
_SAID_SO = (
    r"(?:said|warned|told|promised|announced|agreed|pledged|ruled|decided|predicted|forecast|estimated|vowed|insisted|admitted|reported"
    r"|ordered|proposed|declared|hoped|thought)"
)
_COULD = (
    r"[^;:.“”]{0,80}\b(?:could|would|might|had to|(?:was|were) (?:to|going to)|(?:planned|intended|hoped|expected|meant|wanted) to"
    r"|been (?:asked|told|ordered|given))\b[^;:.“”]{0,60}\Z"
)
_SAID_THEN = re.compile(rf"\b{_SAID_SO}(?: [\w’'-]+){{0,4}} (?:in|on|at) [^,;:.“”]{{2,25}}?(?: that)? {_COULD}")
# "Resolved last January to mend it by June".
_RESOLVED = re.compile(
    r"\b(?:resolved|promised|vowed|pledged|agreed|undertook|decided|planned|ordered|asked|told)(?: [\w’'-]+){0,3}? (?:last|in|on) "
    r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,4})? to [a-z]+ (?:(?!but |and )[^,;:.“”]){1,60}\Z"
)
_THEN_SAID = re.compile(
    rf"(?:In|On) [^;:.“”]{{2,25}}? (?:[\w’'-]+ ){{1,5}}{_SAID_SO} {_COULD}"
    r"|Had [^;:.“”]{3,60}, [^;:.“”]{2,60} would have [^;:.“”]{2,60}\Z"
)
# "The strike of 1984 began in March"; "the vote of May 2018, which was annulled in August".
_BEGUN = re.compile(
    r"(?:The|An?|That) (?:[\w’-]+ ){1,3}of (?P<y>1\d{3}|20\d\d) (?:had )?(?:began|begun|started|broke out|opened|struck) (?:[a-z]+ ){0,3}"
    r"(?:in|on) (?:the )?\Z"
)
_ATTACHED = re.compile(
    r"\b(?:(?P<y>1\d{3}|20\d\d), (?:which|who|whose|when|where) [^,;:.“”]{2,60} (?:in|on|by)"
    r"|in (?P<y2>1\d{3}|20\d\d) and (?:then |later |finally )?(?!an?\b|the\b)[a-z]+(?: [\w’'-]+){0,3} (?:in|on|by)"
    r"|(?P<y3>1\d{3}|20\d\d) (?:only )?(?:lasted|held|went on|stood|continued) (?:only )?until(?: the [a-z]+ (?:of|on))?) (?:the )?\Z"
)
# "Was stayed in January and repealed on 29 November".
_AND_THEN = re.compile(
    r"(?:,| and) (?:then |later |finally )?(?:[a-z]{2,14}ed|came|went|left|won|lost|sold|built|put|cut|shut|made|begun|sent|held)"
    rf"(?: [\w’'-]+){{0,5}} (?:in|on) (?:the )?(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<m>{p.MONTH})(?! \d)"
)
# "Questioned him in March and let him go; in October 2018 they tested it".
_LATER_DATE = re.compile(
    r"(?:(?!\b(?:had|since|after|before|who|which|whose|that|than|from|of|as|until|by)\b)[^.“”\"]){2,110}?"
    r"\b(?:in|on) (?:\d{1,2}(?:st|nd|rd|th)? )?"
    rf"(?P<m>{p.MONTH})(?: \d{{1,2}},)? (?P<y>1\d{{3}}|20\d\d)\b"
)
_WOULD = re.compile(r"\bwould (?!have\b)[^,;:.“”]{1,60}\Z")
_HAD_BEEN_DUE = re.compile(
    r"\bhad (?:first |originally )?been (?:due|expected|scheduled|supposed|meant|set|planned|promised) (?:in|on|for|by) (?:the )?\Z"
)
# "Two years after they met in October", "two years after the August flood".
_YEARS_AFTER = re.compile(
    rf"\b(?P<n>{p.NUMBER_WORD})\syears?\s(?:to the day\s|almost\s|exactly\s)?after\s"
    r"(?:[^,;:.“”]{2,60}\s(?:in|on|of)\s(?:the\s)?|(?:the|an?|its|their|his|her)\s)\Z",
    re.IGNORECASE,
)
# "It was put off to June, then to the autumn".
_WAS_MOVED = re.compile(
    r"\b(?:was|were) (?:then |first |later |again )?"
    r"(?:put off|postponed|moved|pushed back|delayed|deferred|rescheduled|adjourned|brought forward) (?:again )?"
    r"(?:from [^,;:.]{3,20} )?(?:to|until|till) (?:[^;:.“”]{2,40}, then to )?(?:the )?\Z"
)
# "It was first listed for March, and then for June": of what was planned once, the next such date is no likelier than the last.
_PLANNED_ONCE = re.compile(
    rf"\b(?:was|were|been) (?:(?:first|originally|initially|at first|once) {PLANNED_FOR}|{PLANNED_FOR}[^;.]{{3,30}}?,? (?:and )?then"
    rf" (?:for|in|on|by) )(?:the )?\Z|\b(?:first|originally|initially|at first|once) {PLANNED_FOR}[^;.]{{3,30}}?,? (?:and )?then"
    rf" (?:for|in|on|by) (?:the )?\Z"
)
# "Eighteen months on, they still live in tents. The wall gave way on 9 August".
_LONG_ON = re.compile(
    rf"(?:{p.NUMBER_WORD}|Several|Many) (?:months|years|decades) (?:on|later|after|afterwards)\b"
    r"[^.]{0,200}\b(?:still|is|are|has|have|now)\b",
    re.IGNORECASE,
)
# "It is two years since the strike of nurses on 15 December".
_IT_IS_SINCE = re.compile(
    rf"\b[Ii]t is (?:now |almost |nearly |exactly )?(?P<n>{p.NUMBER_WORD}) years? since [^.;]{{3,70}} (?:on|in|of) (?:the )?\Z"
)
_REACH = 300
_STOP = re.compile(r"[;:]\s")
_BY = re.compile(r"\b[Bb]y\s(?:the\s(?:end|middle|start|beginning)\sof\s|early\s|mid[\s-]|late\s)?\Z")
# "The strike of 1926 is forgotten. It began on 4 May".
_IT_BEGAN = re.compile(
    r"(?:It|They) (?:had )?(?:[a-z]+ly )?(?:began|begun|started|broke out|opened|lasted|ended|was over|struck|ran|closed|sank|fell)\b"
)
_I_DID = re.compile(r"(?:I|We|My|Our) (?!was born|have\b|am\b|are\b|think\b)[a-z]")
_THEY = re.compile(r"[‘“\"']?(?:They|He|She|His|Her|Their)\s")
_IT_WAS = re.compile(r"[“‘\"']?(?:It|That|This) was (?:on )?(?:the )?(?:(?:night|morning|evening|afternoon|eve) of )?(?:the )?")
_DIED = re.compile(r"\b(?:died|passed away)\b[^.;]{0,40}\bon\s\Z")
# "Is to lift off in July and to reach Mars in February".
_AND_TO = re.compile(
    r",? (?:and|then|before|and then) (?:(?:to|will|shall|should|may) )?[a-z]+ (?:[\w’'-]+ ){0,4}(?:in|on|by|at) (?:the )?\Z"
)
_RESUMES = re.compile(r"\b(?:again|resumed|revived|reopened|restarted|picked up|took up)\b[^,;.]{0,20} (?:on|in) (?:the )?\Z")
_WE = re.compile(r"(?<![“\"‘'])\b(?:[Ww]e|I)\s[a-z]")
_WHO = re.compile(
    r"\b(?:who|which|whose)\s[^.;:?!()]{2,80}\Z|,\s[a-z]{2,14}(?:ed|en|wn|ld|lt)\s(?:[\w’'-]+\s){0,3}?(?:in|on|by)\s(?:the\s)?\Z"
)
_SHALL = re.compile(r"\b(?:will|shall)\b|[’']ll\b")


# "In June 1994 he left"; "In 1994 it had been empty" only compares.
_THEN = re.compile(r"(?:In|On|By)\s(?:[\w-]{1,10}\s){0,2}(?P<y>1\d{3}|20\d\d)\b(?!s)(?![^.;]{0,80}\b(?:had|was|were)\b)")


def _no_tense() -> Tense | None:
    return None


@dataclass(frozen=True, slots=True)
class Said:
    """What the words around a date say of its year.

    Attributes:
        is_pluperfect: whether it is told looking back ("had been taken in March").
        leads: whether it stands at the head of its sentence.
        is_now: whether the telling is at the day of writing, see `date_frames`.
        is_met: whether whoever writes was there ("we met in May"), on a page of which nobody knows when it was published.
        follows: whether what was told last stands in the same sentence or the one before it.
        will: whether it is said that it will be.
        is_of_them: whether its sentence goes on about the same people ("They left in May").
        leads_to: the year that opens the sentence behind, where a telling goes on to it ("He drove a van over the winter. In June 1994 …").
        points_back: whether its sentence is about what has just been named ("That one began in March").
        is_quoted: whether it stands in a quotation.
        is_reported: whether its sentence says that somebody has said so.
        is_death: whether somebody died on it.
        is_by: whether something was so by it ("were home by May").
        is_entry: whether it is the day of an entry in a diary or a log, or stands on a loose leaf.
        looks_back: whether it is told by a pluperfect, whoever tells it ("The court heard that it had leaked since May").
        resumes: whether something that had been broken off goes on from it ("and took them up again on 8 February").
        names_again: whether it only marks out what has been told of ("the February cloud").
        is_then: whether its clause goes on from another in the same sentence ("and to reach Mars in February").
        is_incumbent: whether its sentence is about who is in office now ("The present one is Ruiz; she took over on 1 January").
        describes: whether it only says who somebody is ("who took over in May", "a rival, approved in May, costs less").
        is_ours: whether whoever writes did it ("In December we walked along it").
        foretold: whether it was said on another date of its sentence what could be on this one ("warned in May that it could end in June").
        begun_in: the year by which its sentence names what began on it ("The strike of 1984 began in May").
        attached_to: the year of what a relative clause tells about ("the vote of May 2018, which was annulled in August").
        years_after: how many years behind it something else of the sentence was ("two years after they met in October").
        would: whether its clause tells what would be.
        is_long_on: whether its paragraph begins with how long something has been over ("Eighteen months on, they still …").
        then: the day or month without a year on which its clause goes on, if it does ("stayed in January and repealed on 29 November").
        before: year and month of a day or month behind it in its sentence, to which it goes on ("in March …; in October 2018 …").
        years_since: how many years ago it is, as its sentence says ("It is two years since the strike of 15 December").
        was_moved: whether something was put off to it, nobody says when ("It was put off to June").
        planned_once: whether something was once planned for it ("was first listed for March").
        had_been_due: whether something had been due on it, at what its sentence tells of.
        goes_back: whether it tells of what the sentence before calls by a year ("the strike of 1926 is forgotten. It began in May").
        plain: tells when asked the tense that the words around it leave no doubt of, see `tense_plain`.
        is_behind_stop: whether a semicolon or a colon stands before it in its sentence.
        is_scene: whether its sentence says no more than what day it was ("It was 9 November and …").
        is_this: whether it is called this one ("this 25 April").
        lasted: for how many years what began on it went on, as far as its sentence says so ("and held for nine years").
    """

    is_pluperfect: bool = False
    leads: bool = False
    is_now: bool = False
    is_met: bool = False
    follows: bool = False
    will: bool = False
    is_of_them: bool = False
    leads_to: int | None = None
    points_back: bool = False
    is_entry: bool = False
    is_by: bool = False
    is_reported: bool = False
    is_quoted: bool = False
    is_death: bool = False
    lasted: int = 0
    is_ours: bool = False
    is_then: bool = False
    looks_back: bool = False
    names_again: bool = False
    resumes: bool = False
    is_incumbent: bool = False
    describes: bool = False
    foretold: bool = False
    begun_in: int | None = None
    years_after: int = 0
    goes_back: bool = False
    would: bool = False
    had_been_due: bool = False
    planned_once: bool = False
    is_long_on: bool = False
    was_moved: bool = False
    years_since: int = 0
    before: tuple[int, int] | None = None
    then: Point | None = None
    attached_to: int | None = None
    plain: Callable[[], Tense | None] = _no_tense
    is_this: bool = False
    is_behind_stop: bool = False
    is_scene: bool = False


def said(text: str, here: Placed, story: Story, clock: Clock | None) -> Said:
    """What the words around a date say of its year; of the sentences before it those count that stand behind what was told last."""
    since = story.sentence if story.paragraph == here.part.number else -1
    at = bisect_left(here.part.sentences, (here.sentence[0], 0))
    before = here.part.sentences[max(0, at - 2) : at]
    words = max(here.sentence[0], here.one.start - _REACH), here.one.start
    is_behind_year = bool(before and story.heard_year and story.heard_year[2] == before[-1][0])
    is_reported = bool(_SAID.search(text, words[0], min(here.sentence[1], here.one.end + _REACH)))
    is_said_due = SAID_DUE.search(text, *words) is not None
    return Said(
        is_pluperfect=is_pluperfect(text, here) and (story.is_history or not is_reported),
        is_reported=is_reported and (is_said_due or not _WOULD_HAVE.search(text, *words)),
        is_quoted=is_quoted(text, here),
        leads=leads(text, here),
        is_now=_is_now(text, here, story, clock, before, since),
        is_met=clock is None and is_met(text, here.sentence),
        follows=since >= 0 and story.sentence in {here.sentence[0], *(one[0] for one in before[-1:])},
        is_of_them=bool(_THEY.match(text, *here.sentence)),
        is_death=bool(_DIED.search(text, max(here.sentence[0], here.one.start - 60), here.one.start)),
        will=bool(_SHALL.search(text, max(here.sentence[0], here.one.start - 120), here.one.start)),
        leads_to=_leads_to(text, here) or _later_year(text, here),
        is_by=bool(_BY.search(text, max(here.sentence[0], here.one.start - 24), here.one.start)),
        is_entry=is_entry(text, here),
        lasted=_lasted(text, here),
        looks_back=is_pluperfect(text, here),
        names_again=_is_attribute(text, here),
        resumes=bool(_RESUMES.search(text, max(here.sentence[0], here.one.start - 60), here.one.start)),
        is_then=bool(_AND_TO.search(text, max(here.sentence[0], here.one.start - 80), here.one.start)),
        is_incumbent=is_incumbent(text, here.sentence, here.one.start),
        describes=bool(_WHO.search(text, max(here.sentence[0], here.one.start - 90), here.one.start)),
        years_after=(amount_of(after["n"]) or 2) if (after := _YEARS_AFTER.search(text, *words)) else 0,
        is_long_on=_LONG_ON.match(text, here.part.start, here.one.start) is not None,
        then=_then(text, here),
        before=(int(later["y"]), month_number(later["m"])) if (later := _LATER_DATE.match(text, here.one.end, here.sentence[1])) else None,
        years_since=(amount_of(ago["n"]) or 0) if (ago := _IT_IS_SINCE.search(text, *words)) else 0,
        was_moved=bool(_WAS_MOVED.search(text, *words)),
        would=bool(_WOULD.search(text, *words)),
        planned_once=bool(_PLANNED_ONCE.search(text, *words)),
        had_been_due=bool(_HAD_BEEN_DUE.search(text, *words)),
        begun_in=int(begun["y"]) if (begun := _BEGUN.match(text, *words)) else None,
        attached_to=int(attached["y"] or attached["y2"] or attached["y3"]) if (attached := _ATTACHED.search(text, *words)) else None,
        foretold=bool(_SAID_THEN.search(text, *words) or _RESOLVED.search(text, *words) or _THEN_SAID.match(text, *words)),
        is_ours=bool(_WE.search(text, here.sentence[0], min(here.sentence[1], here.one.end + _REACH))),
        goes_back=is_behind_year and _goes_back(text, here),
        points_back=is_behind_year and points_back(text, here.sentence),
        is_behind_stop=_STOP.search(text, max(here.sentence[0], here.one.start - _REACH), here.one.start) is not None,
        is_scene=_IT_WAS.fullmatch(text, here.sentence[0], here.one.start) is not None,
        is_this=text.endswith((" this ", "This "), 0, here.one.start),
        plain=partial(plain, text, here.sentence, (here.one.start, here.one.end)),
    )


_MARKED = re.compile(
    r"\s(?!(?:of|in|on|at|to|and|or|is|was|were|are|has|had|will|when|that|which|he|she|it|they|by|for|from|with)\b)[a-z]{3,}"
)


def _is_attribute(text: str, here: Placed) -> bool:
    """Whether a month stands before a noun behind "the", so that it only says which one is meant."""
    first = here.one.first
    if first is None or first.day is not None or first.year is not None:
        return False
    return text.endswith(("the ", "The "), 0, here.one.start) and bool(_MARKED.match(text, here.one.end, here.sentence[1]))


# "Was signed on 11 April and held for nine years".
_LASTED = re.compile(
    r"[^.;:!?]{0,60}?\b(?:and|which)\s(?:[a-z]+ly\s)?(?:[a-z]{2,14}ed|ran|held|stood|went on|lay|hung|bore|kept)\b"
    r"[^.;:!?,]{0,40}?\s(?:for|another|the next)\s(?:the\snext\s|another\s|more than\s|over\s|nearly\s|almost\s|some\s|about\s)?"
    rf"(?P<n>{p.NUMBER_WORD}|several|many)\s(?:more\s|long\s)?(?P<unit>year|decade)s?\b"
)


def _lasted(text: str, here: Placed) -> int:
    found = _LASTED.match(text, here.one.end, min(here.sentence[1], here.one.end + _REACH))
    if not found:
        return 0
    return (amount_of(found["n"]) or 2) * (10 if found["unit"] == "decade" else 1)


# What a paper said that is named behind a year so long past may be of that year.
_OLD_YEARS = 20


# "I met her once, in 1999. In May she wrote to me".
_FEW_YEARS = 3
_TOLD_ME = re.compile(r"\b(?:told|tells|said to|says to|spoke to|spoke with)\b")


def _is_now(text: str, here: Placed, story: Story, clock: Clock | None, before: Sequence[Span], since: int) -> bool:
    """Whether the telling is at the day of writing; what looks back from a day that has been told ("had been at it since May") is not."""
    one, last = here.one, story.last
    if since >= 0 and last is not None and last.month is not None and is_pluperfect(text, here):
        return False
    is_old = since >= 0 and clock is not None and last is not None and (last.year or 0) < clock.latest.year - _OLD_YEARS
    is_told = (
        not _TOLD_ME.search(text, *here.sentence)
        and since >= 0
        and clock is not None
        and last is not None
        and (last.year or 0) < clock.latest.year - _FEW_YEARS
    )
    return (not is_old and is_written(text, here.sentence, (one.start, one.end))) or is_now(
        text, before, here.sentence, one.start, since, is_answer=is_told or is_labelled(text, here.part)
    )


# "She had been at a wedding on 12 March, which nobody checked; the trial in 2012 …".
_LATER_YEAR = re.compile(r"[^.;]{0,90}[;,] (?:the|its|his|her|their) [a-z]{3,15} (?:in|of) (?P<y>1\d{3}|20\d\d)\b")


def _later_year(text: str, here: Placed) -> int | None:
    found = _LATER_YEAR.match(text, here.one.end, here.sentence[1]) if is_pluperfect(text, here) else None
    return int(found["y"]) if found else None


def _then(text: str, here: Placed) -> Point | None:
    found = _AND_THEN.match(text, here.one.end, here.sentence[1])
    return Point(year=None, month=month_number(found["m"]), day=int(found["d"]) if found["d"] else None) if found else None


def _goes_back(text: str, here: Placed) -> bool:
    """Whether a sentence behind one with a year goes on with it: "It began on 4 May", "We sailed on 4 May"."""
    is_day = here.one.first is not None and here.one.first.day is not None
    return bool(_IT_BEGAN.match(text, *here.sentence) or (is_day and _I_DID.match(text, *here.sentence)))


def _leads_to(text: str, here: Placed) -> int | None:
    behind = bisect_left(here.part.sentences, (here.sentence[1], 0))
    found = _THEN.match(text, *here.part.sentences[behind]) if behind < len(here.part.sentences) else None
    return int(found["y"]) if found else None
