"""Days that somebody wrote down, of which the year stands elsewhere or nowhere: of a diary, a loose leaf, a letter that came to light."""

from __future__ import annotations

import re

from .date_telling import Placed

# What a diary or a loose leaf says of its day, it says without the year.
_ENTRY = re.compile(
    r"\b(?:entry|entries|page|jottings?)\s(?:for|of|dated|under|headed|(?:written|made|begun)(?: on| in)?)\s(?:the\s)?\Z"
    r"|\b(?:diary|diaries|journal|log|logbook|ledger|notebook|daybook|almanac)\b(?:\s(?:says|reads|has|records|notes|shows|had|said|read))?"
    r"\s(?:for|of|under|dated)\s(?:the\s)?\Z"
    r"|\b(?:leaf|slip|scrap|label|postcard|page|sheet|notebook|prescription|envelope|menu|napkin)\b[^.;:!?]{0,40}\b(?:dated|headed|marked|inscribed|labelled)\s\Z"
)
# "The letter, dated 14 August, was found only last week".
_DATED = re.compile(
    r"\b(?:letter|note|postcard|telegram|photograph|ticket|receipt|bill|deed|map|manuscript|newspaper|slip|list|programme)s?,? dated "
    r"(?:the )?\Z"
)
_FOUND = re.compile(
    r",? (?:(?:was|were) (?:[a-z]+ ){0,2}(?:found|unearthed|discovered|rediscovered)|(?:turned up|came to light|fell out|lay))\b"
)
# "His dispatch of 22 June, made public by the archive this month".
_OF_PAPER = re.compile(
    r"\b(?:letter|note|dispatch|despatch|memo|memorandum|minute|telegram|cable|diary|report) (?:of|dated|for) (?:the )?\Z"
)
_IN_ARCHIVE = re.compile(r",? [^.;:]{0,60}\b(?:archives?|museum|library|auction|attic)\b")
# "The diary of 1871 is here. On 4 May he writes: “Rain”".
_DIARY = re.compile(r"\b(?:[Dd]iary|[Dd]iaries|[Jj]ournals?|[Ll]ogbook|[Dd]aybook|[Nn]otebooks?|commonplace book)\b")
_WRITES = re.compile(
    r",?\s(?:[\w’'-]+\s){1,3}?(?:writes|wrote|notes|noted|records|recorded|jots|jotted|enters|entered|complains|complained|adds|added|scribbled)\b"
)
_PAGE = 600


def _is_written_down(text: str, here: Placed) -> bool:
    """Whether somebody wrote in a diary on a day, of which the year stands elsewhere."""
    at, stop, first = here.one.start, here.one.end, here.one.first
    if first is None or first.day is None or not _WRITES.match(text, stop, min(here.sentence[1], stop + 60)):
        return False
    return bool(_DIARY.search(text, max(here.part.start, at - _PAGE), at))


def _is_found(text: str, here: Placed) -> bool:
    """Whether a paper of that day came to light, nobody says how long after."""
    at, stop = here.one.start, here.one.end
    if _DATED.search(text, max(here.sentence[0], at - 60), at) and _FOUND.match(text, stop, here.sentence[1]):
        return True
    return bool(_OF_PAPER.search(text, max(here.sentence[0], at - 60), at) and _IN_ARCHIVE.match(text, stop, here.sentence[1]))


def is_entry(text: str, here: Placed) -> bool:
    """Whether a date is that of an entry in a diary or a log, stands on a loose leaf, or on a paper found nobody says how long after."""
    start = max(here.sentence[0], here.one.start - 70)
    return _is_written_down(text, here) or _is_found(text, here) or _ENTRY.search(text, start, here.one.start) is not None
