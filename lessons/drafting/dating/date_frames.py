"""Whether the telling has come back to the day of writing, so that a day or month without a year is the latest one.

What says so stands in the sentence itself ("told me in March", "the present head took office on 4 May") or in the one before it, where
that is about the present: "It has money at last. In March the fund gave …". What is quoted says nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import Span
from . import date_patterns as p
from .date_clock import Clock
from .date_parts import amount_of

# So much of a sentence is read.
_REACH = 300

_QUOTED = re.compile(r"“[^”]{0,280}(?:”|\Z)|\"[^\"]{0,280}(?:\"|\Z)|‘[^‘’]{0,280}’(?!\w)")

# What a sentence begins with that was opened in the one before it.
_REST_OF_QUOTED = re.compile(r"\A[^“”]{0,280}”")

# "She told me in March", "when we visited in May": whoever writes has been there.
_MET = re.compile(
    r"\b(?:told|tells|informed|assured|wrote to|said to|showed|gave|warned) (?:me|us|this (?:newspaper|paper|reporter|magazine))\b"
    r"|\b(?:wrote|argued|said|reported|put it|warned|noted) (?:[a-z]+ )?(?:in|on) (?:our|this) (?:own )?"
    r"(?:journal|paper|newspaper|magazine|columns?|pages|programme|program|podcast|blog|website|site|newsletter|review)\b"
    r"|\bI (?:first )?heard (?:about|from)\b|\b(?:I|[Ww]e) (?:visited|met|called|rang|phoned|telephoned|emailed|interviewed"
    r"|spoke|asked|attended|watched|wrote|recorded|filmed|taped)\b"
)
_INCUMBENT = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]er|[Hh]is|[Oo]ur) (?:present|current|incumbent|latest|most recent) (?!of\b)")
_NOW = re.compile(
    r"\b[Tt]he (?:last|latest|most recent)(?: one| of (?:them|these|those))? (?:was|were|took place|came|met|fell)\b[^,;:\d]{0,30}\Z"
    # "They last met in February"
    r"|(?<!had )(?<!when they )(?<!when we )(?<!when )\b(?:[Tt]hey|[Ww]e|[Ii]t|[Hh]e|[Ss]he|[a-z]+) (?:last|most recently)"
    r" (?:met|held|seen|sat|spoke|won|saw|rose|fell|paid|played|[a-z]{3,12}ed)\b[^,;:\d]{0,30} (?:in|on) (?:the )?\Z"
    r"|\b(?:has|have) [^.;]{3,80}, (?:the )?(?:last|latest|most recently)(?: time)? (?:on|in) (?:the )?\Z"
    r"|\b[Tt]he (?:last|latest|most recent)(?: one)?, (?:in|on) (?:the )?\Z"
    r"|\b(?:financial|fiscal) year (?:that |which )?ended (?:on )?(?:the )?\Z|\bmost recently (?=in\b|on\b)"
    r"|\b(?:now|currently|nowadays|today)\b[ ,?!:;.—](?!a\b|ruined|lost|famous|defunct)"
)
_PERFECT = re.compile(
    r"(?<!\bto )(?<!\bshould )(?<!\bwould )(?<!\bcould )(?<!\bmight )(?<!\bmust )(?<!\bmay )"
    r"\b(?:has|have)(?: not| never| now| also| already| only| since| long)? (?:[a-z]+ly )?"
    r"(?:been |[a-z]{2,14}(?:ed|en|own|ung|elt|ept)\b|run\b|had\b|done\b|gone\b"
    r"|made\b|met\b|held\b|said\b|become\b|seen\b|found\b|sold\b|built\b|spent\b|cut\b|put\b|set\b|left\b|lost\b|won\b|read\b|brought\b)[^,;:—]{0,60}\Z"
)
# What is thought of the past today does not end it: "Historians doubt the number".
_COMMENT = re.compile(
    r"\b(?:[Hh]istorians|[Ss]cholars|[Rr]esearchers|[Bb]iographers|[Cc]hronicl\w+|[Ss]ources|[Rr]ecords|[Aa]ccounts|[Tt]radition|[Ll]egend|[Tt]extbooks)\b"
    r"|\b(?:is|are) (?:said|thought|believed|known|held|reckoned|remembered|considered|regarded|disputed|unclear|not clear|likely)\b"
)
# "She wrote in May, and has had no answer", "In May it moved, and since then it has grown".
_GOES_ON = re.compile(
    r"[^.;]{0,160}(?:\b(?:and|but)|;)\s(?:since then\b[^.;]{0,80}\b(?:has|have)\b"
    r"|(?:he |she |it |they |we |I )?(?:has|have)\s(?:so far |still |not |never |only |yet )*(?:had|heard|received|got|yet|seen)\b"
    r"|(?:now|still|will|is due|is to|is now|are now|is still|are still|remains?|lives|works"
    r"|hopes|plans|expects|begins|starts|plays|faces|awaits)\b"
    r"|[a-z]+ (?:is|are) (?:due|expected|awaited)\b"
    r"|(?:the|its|their|an?|no) (?:[\w-]+ ){1,4}(?:will\b|(?:is|are) (?:to|due|expected|now|still)\b))"
)
# "They waived the rule in May of last year, and nobody has followed them. On June 9 …".
_BACK_TO_NOW = re.compile(
    r",? (?:and|but|yet) (?:nobody|no one|none|nothing|it|they|he|she|(?:the|its|their) [\w-]+) (?:has|have)"
    r" (?:not |never |since |so far )?(?!had\b)[a-z]+[^,;:.]{0,80}\.[”\"]?\s+\Z"
)
# "The berth, which was to be ready in March, is still a drawing".
_TO_BE = re.compile(r"\b(?:was|were) (?:(?:due|expected|supposed|meant) )?to (?:have )?[^,;:—]{2,60}\Z")
_STILL = re.compile(r"[^,;:.]{3,20}, (?:is|are|has|have|remains?) (?:still|not|yet|only|now)\b")
# "A report by the head of highways found in July that": what is brought up as new.
_REPORT = re.compile(
    r"\b[Aa]n? (?:[a-z-]{3,15} )?(?:report|study|survey|audit|review|inquiry|inspection|poll|analysis|investigation|paper)\b[^.;]{0,90}?"
    r"\b(?:found|said|showed|warned|concluded|put|estimated|reported) (?:[a-z]+ )?(?:in|on|last) (?:the )?\Z"
)
# "She chairs the union, which voted in May".
_DOES = re.compile(r"[‘“\"']?(?:She|He|It)\s(?:[a-z]+ly\s)?(?!was\b|has\b)[a-z]{2,14}s\b")
_RELATIVE = re.compile(r",\s(?:which|who|where|whose|whom|of which|of whom)\b[^,;:—]{0,90}\Z")
_FIRST_VERB = re.compile(
    r"\b(?:(?P<now>is|are|has|have|am|does|do|will|shall|can|cannot|may|must|won[’']t|can[’']t|isn[’']t|aren[’']t|hasn[’']t|haven[’']t|doesn[’']t|don[’']t|remains?|stands?|holds?)"
    r"|(?P<then>was|were|had|did|wasn[’']t|weren[’']t|hadn[’']t|didn[’']t|would|could|might|[a-z]{3,16}(?<!hundr)(?<!ne)(?<!nak)ed"
    r"|came|went|took|made|began|became|left|fell|rose|gave|held|met|said|told|wrote|ran|built|sold|bought|found|lost|won|sent|led|put|set|cut|saw|got|kept|stood"
    r"|brought|broke|grew|spoke|drew|paid|knew|thought))\b"
)


def is_now(text: str, sentences: Sequence[Span], sentence: Span, at: int, since: int, is_answer: bool = False) -> bool:
    """Whether a date is reckoned from the day of writing.

    Args:
        text: the whole text.
        sentences: those of its paragraph.
        sentence: that of the date.
        at: where the date begins.
        since: where the sentence begins in which the story was told last; what stands before it does not count.
        is_answer: whether "I" is who is interviewed, and not whoever writes.

    >>> text = "The yard was sold in 1903. It has a new owner at last. In March it got a roof."
    >>> is_now(text, [(0, 26), (27, 54), (55, 79)], (55, 79), 58, 0)
    True
    """
    own = _QUOTED.sub(" ", text[max(sentence[0], at - _REACH) : at])
    whole = _QUOTED.sub(" ", text[sentence[0] : min(sentence[1], sentence[0] + _REACH)])
    if (_MET.search(whole) and not is_answer) or _INCUMBENT.search(own) or _NOW.search(own) or _PERFECT.search(own) or _REPORT.search(own):
        return True
    if 0 <= since < sentence[0] <= since + _REACH and _BACK_TO_NOW.search(text, since, sentence[0]):
        return True
    if _TO_BE.search(own) and _STILL.match(text, at, sentence[1]):
        return True
    if _GOES_ON.match(_QUOTED.sub(" ", text[at : min(sentence[1], at + _REACH)])):
        return True
    if since < sentence[0] and _RELATIVE.search(own) and (_DOES.match(own) or _is_present(text, (sentence[0], at))):
        return True
    earlier = [_is_present(text, one) for one in sentences if since < one[0] < sentence[0]]
    return next((is_present for is_present in earlier[:-3:-1] if is_present is not None), False)


# "The present one is Ruiz".
_IN_OFFICE = re.compile(r"\W{0,2}(?:The|Its|Their|Our) (?:present|current|incumbent) (?:[a-z-]+ ){1,3}(?:is|are|has|have)\b")


def is_incumbent(text: str, sentence: Span, at: int) -> bool:
    """Whether a sentence is about who is in office on the day of writing.

    >>> is_incumbent("The present one is Ruiz; she took over on 4 May.", (0, 48), 42)
    True
    """
    return _IN_OFFICE.match(text, sentence[0], at) is not None


def is_met(text: str, sentence: Span) -> bool:
    """Whether whoever writes was there: "we recorded it in May".

    >>> is_met("We met her on 4 May.", (0, 20)), is_met("They met her on 4 May.", (0, 22))
    (True, False)
    """
    return bool(_MET.search(_QUOTED.sub(" ", text[sentence[0] : min(sentence[1], sentence[0] + _REACH)])))


def _is_present(text: str, sentence: Span) -> bool | None:
    """Whether the first verb of a sentence, outside quotations, is in the present; None where it has none."""
    words = _QUOTED.sub(" ", _REST_OF_QUOTED.sub("", text[sentence[0] : min(sentence[1], sentence[0] + _REACH)]))
    if _COMMENT.search(words):
        return None
    if _NOW.search(words):
        return True
    verb = _FIRST_VERB.search(words)
    return verb["now"] is not None if verb else None


_POINTS_BACK = re.compile(r"\W?(?:That|Those)\s(?!is\b|was\b|were\b|would\b|will\b|has\b|had\b|of\b|who\b|may\b|might\b)[a-z]{3,16}\s[a-z]")
_YEAR_BEHIND = re.compile(
    r"[”\"’']\s(?:back\s)?in\s(?P<y>[12]\d{3})\b(?![.,]\d)|(?:,?\sback|\sby\s[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?,)\sin\s(?P<y2>[12]\d{3})\b(?![.,]\d)"
)


_YEARS_AGO = re.compile(rf"\s(?P<n>{p.NUMBER_WORD})\syears\sago\b")


def years_ago(text: str, at: int, clock: Clock | None) -> int | None:
    """The year of a day or month that says how long ago it was: "on 26 May ‖ five years ago".

    >>> years_ago("on 26 May five years ago", 9, Clock.of("2019-05-30"))
    2014
    """
    found = _YEARS_AGO.match(text, at)
    years = amount_of(found["n"]) if found and clock else None
    return clock.latest.year - years if clock and years else None


_YEAR_BEFORE = re.compile(
    r"\b[Ii]n\s(?P<y>1\d{3}|20\d\d),\s(?:(?:yes|no|well|I (?:think|believe|suppose|recall|remember)|it was"
    r"|perhaps|probably|possibly|or rather|to be (?:exact|precise)"
    r"|more (?:exactly|precisely)|in fact|actually|that is|late|early),?\s)?"
    r"(?:[Ii]n|[Oo]n|around|about|during)\s(?:the\s)?(?:early\s|late\s|mid[- ]?)?"
    r"(?:(?:night|morning|evening|afternoon|eve|day|end|start|beginning|middle|first week|last week) of (?:the )?)?\Z"
)


# "That of 2016, on 23 June"; "the 1975 vote was held on 5 June".
_THAT_OF = re.compile(
    r"\b(?:[Tt]hat|[Tt]hose|[Tt]he (?:one|other|next|last|first|second|third)) (?:of|in) (?P<y>1\d{3}|20\d\d),? "
    r"(?:(?:[^,;.]{3,40}, )?(?:was|were|came|fell) (?:[a-z]+ )?)?(?:on|in) (?:the )?\Z"
    r"|\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]) (?P<y2>1\d{3}|20\d\d) (?:[a-z-]{3,16} ){1,3}"
    r"(?:was held|were held|took place|fell|came|was|were|began|opened|ended|struck|broke out) (?:on|in) (?:the )?\Z"
)
# "In 2022 it did so on 2 July", "last year it came on 29 May".
_IN_YEAR = re.compile(
    r"(?:\A|[.!?;,]\s|\b(?:and|but)\s)(?:[Ii]n\s(?P<y>1\d{3}|20\d\d)|[Ll]ast year),?\s"
    r"(?:(?!would\b|will\b|should\b|had\b|said\b|and\b|but\b|who\b|that\b)[\w’'-]+\s){1,6}(?:on|in|until|from)\s"
    r"(?:the\s(?:night|morning|evening)\sof\s)?\Z"
)


# "There was one, in 1974; it began on 11 February".
_ONE_IN = re.compile(
    r"\b(?:[Tt]here (?:was|had been)|[Tt]he (?:last|first|only|previous) (?:one|[a-z]+) (?:was|came|broke out))\b[^.;]{0,40}"
    r"\bin (?P<y>1\d{3}|20\d\d)(?:[;:,]| [–—]|\.) (?:it|It|this|That) (?:[a-z]+ ){1,6}(?:on|in|until) (?:the )?\Z"
)
_DAY = re.compile(rf"\d|(?:{p.MONTH})\s\d")


def year_before(text: str, at: int, last: int | None = None) -> int | None:
    """The year that stands right before a day or month, between commas, or that the same clause is set in; `last` is "last year".

    >>> year_before("In 1971, yes, in December", 17), year_before("In 2022 it did so on 2 July", 21)
    (1971, 2022)
    >>> year_before("Last year it came on May 29", 21, last=2022)
    2022
    """
    found = _YEAR_BEFORE.search(text, max(0, at - 60), at)
    found = found or _ONE_IN.search(text, max(0, at - 130), at)
    if found is None and _DAY.match(text, at):
        found = _IN_YEAR.search(text, max(0, at - 90), at)
    if found is None and (named := _THAT_OF.search(text, max(0, at - 90), at)):
        return int(named["y"] or named["y2"])
    return found and (int(found["y"]) if found["y"] else last)


_YEAR_OF_SECOND = re.compile(
    rf"\s(?:and|or|then|and again)\s(?:in|on)\s(?:early\s|late\s)?(?:\d{{1,2}}\s)?(?:{p.MONTH})(?:\s\d{{1,2}},)?\s(?P<y>1\d{{3}}|20\d\d)\b"
)


def year_of_second(text: str, at: int) -> int | None:
    """The year that stands with the second of two days or months only.

    >>> year_of_second("in March and in October 1942", 8)
    1942
    """
    found = _YEAR_OF_SECOND.match(text, at)
    return int(found["y"]) if found else None


_YEAR_NEXT = re.compile(r"\W?(?:It|That|This|The year) was (?:in |back in |the year )?(?P<y>1\d{3}|20\d\d)\b(?=[.,;:]|\s(?:and|when)\b)")


def year_next(text: str, following: Span | None) -> int | None:
    """The year that the sentence behind that of a date gives: "It was 1974".

    >>> year_next("It was 1974.", (0, 12))
    1974
    """
    found = _YEAR_NEXT.match(text, *following) if following else None
    return int(found["y"]) if found else None


def points_back(text: str, sentence: Span) -> bool:
    """Whether a sentence is about what has just been named: "That outbreak began in March"."""
    return bool(_POINTS_BACK.match(text, *sentence))


def year_behind(text: str, at: int) -> int | None:
    """The year that comes only behind a quotation that ends with the date: who promised it “by Christmas” in 2011.

    >>> year_behind("a roof “by May” in 2011", 14)
    2011
    """
    found = _YEAR_BEHIND.match(text, at)
    return int(found["y"] or found["y2"]) if found else None
