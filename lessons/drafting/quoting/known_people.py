"""Where a page names its people outside of quotation marks, an 's told apart from the name.

Besides the people that are known by name, a run of capitals is one where the sentence makes it one: in apposition to a person ("the
engineer, Li Wei, …"), or where more about it says so (`introductions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..people.capitals import Named
from ..people.names import People
from ..people.persons import is_place_or_body
from .introductions import by_one_name, credited, is_aged, is_called_so, is_met, is_pointed_at
from .roles import head_of, is_person_word
from .speech import words
from .speech_tokens import Known

_OWNS = re.compile(r"[’']s\b|[’'](?= \w)")
_OWNED = re.compile(r"[’']s\Z")
_CLAUSE_BEFORE = re.compile(r"[^.;:!?,“”\"\n]{3,80}\Z")
_COMMA_BEFORE = re.compile(r", (?:young |old |little |poor |the late |the young )?\Z")
# One of several who were spoken of is named: "One, ‖, resigned", "Two left; the other, ‖, stayed".
_ONE_OF = re.compile(
    r"(?:(?:\A|[.;!?] |\n|\b(?:and|but) )(?:[Oo]ne|[Aa]nother|[Aa] (?:second|third|fourth)"
    r"|[Tt]he (?:other|first|second|third|last|next|latest|youngest|eldest|oldest|elder|younger|former|latter))"
    r"|\b(?:[Oo]ne|[Aa]nother|[Tt]he \w{3,10}) of (?:them|those|these|us|whom)), \Z"
)
_NOUN = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir|[Ww]hose|\w{1,30}[’']s) (?P<noun>(?:[\w’'-]{1,30} ){0,3}?[\w-]{2,30})"
    r"(?= (?:who|of|for|at|in|from|with)\b|\Z)"
)
_RELATIVE = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur)|[’']s) (?:\w{2,10} )?(?P<noun>[a-z-]{3,14}),? \Z")
_KIN_CALLED = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur)|[’']s) (?:\w{2,10} )?(?P<noun>[a-z-]{3,14}),? (?:who (?:is|was) )?(?:called|named) \Z"
)
# What a firm may be to a firm, too: "its old rival, ‖".
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_FIRMS_TOO = frozenset(
    "rival competitor partner owner supplier customer successor predecessor neighbour neighbor backer lender client maker".split()
)
# What somebody is stands behind their name: "‖, the student who was held", "‖, a baker from Lod,".
_TOLD = re.compile(r"(?: \([^()\n]{1,30}\))?, (?:the|an?|his|her|then an?) (?P<words>(?:[\w’'-]{1,20} ){0,4}[\w’'-]{2,20})")


def known_people(text: str, frame: str, people: People, author: str | None = None) -> list[Known]:
    """The places where people are named, in order.

    Args:
        text: the text.
        frame: the text with what stands in quotation marks blacked out: nobody is named there.
        people: who is known by name.
        author: whom the page is by, so that their given name alone means them.
    """
    return sorted(_all(text, frame, people, author))


def _all(text: str, frame: str, people: People, author: str | None) -> Iterator[Known]:
    taken = {one.start for one in people.mentions}
    for one in people.mentions:
        if frame[one.start] == text[one.start]:
            yield _known(text, one.start, one.end, one.full)
    single = {run.name for run in people.runs if len(run.words) == 1 and run.start not in taken and _is_introduced(text, run)}
    full = _in_full(people, single, taken)
    free = [run for run in people.runs if run.start not in taken and frame[run.start] == text[run.start]]
    named = {run.name for run in free if any(test(text, run) for test in (_is_told_about, is_called_so, is_aged, is_met))}
    near = {run.name for run in free if _is_apposed(text, run) or is_pointed_at(text, frame, run)}
    called = by_one_name(text, frame, people, named | near, [*([author] if author else []), *credited(text)])
    named |= set(called.values())
    for run in free:
        if run.name in single or run.name == full.get(run.words[0]):
            yield _known(text, run.start, run.end, full.get(run.words[0], run.name))
        elif run.name in named or (len(run.words) == 1 and run.name in called):
            yield _known(text, run.start, run.end, called.get(run.name, run.name))
        elif _is_apposed(text, run) or is_pointed_at(text, frame, run):
            yield Known(run.start, run.end, run.name, owns=False)


def _in_full(people: People, single: set[str], taken: set[int]) -> dict[str, str]:
    """The full names of those who were introduced by their given name: "his widow Ana", and "Ana Ruiz" further on."""
    found: dict[str, set[str]] = {}
    for run in people.runs:
        if run.start not in taken and 1 < len(run.words) < 4 and run.words[0] in single and not run.titles:
            found.setdefault(run.words[0], set()).add(run.name)
    return {given: names.pop() for given, names in found.items() if len(names) == 1}


def _known(text: str, start: int, end: int, name: str) -> Known:
    owned = _OWNED.search(text, start, end)
    if owned:
        return Known(start, end, name, owns=True)
    owns = _OWNS.match(text, end)
    if owns and (len(owns[0]) > 1 or text[end - 1] == "s"):
        return Known(start, owns.end(), name, owns=True)
    return Known(start, end, name, owns=False)


def _is_apposed(text: str, run: Named) -> bool:
    """Whether a run stands between commas behind a word for a person."""
    comma = _COMMA_BEFORE.search(text, max(0, run.outer - 16), run.outer)
    if len(run.words) < 2 or text[run.end : run.end + 1] != "," or not comma:
        return False
    if _ONE_OF.search(text, max(0, run.outer - 30), run.outer):
        return not is_place_or_body(text, run)
    before = _CLAUSE_BEFORE.search(text, max(0, comma.start() - 80), comma.start())
    noun = _NOUN.search(before[0]) if before else None
    return noun is not None and (noun["noun"].endswith("opposite number") or is_person_word(head_of(noun["noun"])))


def _is_told_about(text: str, run: Named) -> bool:
    """Whether what stands behind the comma says that a run of capitals is a person: "Ana Ruiz, the student who …"."""
    if not 1 < len(run.words) < 4 or run.titles:
        return False
    told = _TOLD.match(text, run.end, run.end + 120)
    if not told or is_place_or_body(text, run):
        return False
    pieces = told["words"].lower().split()
    head = next((n for n, piece in enumerate(pieces) if is_person_word(piece) and piece not in _FIRMS_TOO), None)
    behind = pieces[head + 1 : head + 2] if head is not None else []
    return head is not None and (not behind or behind[0] in words("walls") or behind[0] in words("prepositions"))


def _is_introduced(text: str, run: Named) -> bool:
    """Whether a single name stands behind what somebody is: "the ferryman, Tamu,", "her nephew Biju,"."""
    if run.titles or is_place_or_body(text, run):
        return False
    before = text[max(0, run.start - 60) : run.start]
    if before.endswith(", "):
        noun = _NOUN.search(before[:-2])
        is_next = noun is not None and noun.end() == len(before) - 2 and text[run.end : run.end + 1] in (",", ".")
        if not is_next or noun is None:
            return False
        head = head_of(noun["noun"])
        return is_person_word(head) and not (head in _FIRMS_TOO and noun[0][:4].lower() == "its ")
    owned = _RELATIVE.search(before) or _KIN_CALLED.search(before)
    return owned is not None and owned["noun"].lower() in words("kinship")
