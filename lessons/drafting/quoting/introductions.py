"""By what a page shows that a run of capitals is a person: an age, "called", a "she" soon behind, or that one part of it speaks alone.

Whom a feature calls by the given name only is found by the name in full that came before: "Wenna Trask keeps bees. … Wenna says". Limits:
a part that two names share means nobody; a part that "it" follows is a firm's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ..people.capitals import Named
from ..people.names import People
from ..people.persons import is_place_or_body
from ..words import data, split
from .roles import is_person_word
from .speech import tags

# A sentence begins with a name, or with where and when it was: "Up on the hill, ‖", "At Lod, by contrast, ‖".
_SENTENCE_BEFORE = re.compile(
    r"(?:\A|[.?!”’'\"] |\n[ \t]{0,4})"
    r"(?:(?:Speaking|Writing|Asked|Questioned|Pressed|When|After|Before|As|While|Although|Though|Until|Once|Later|Yesterday"
    r"|For|With|Up|Down|Out|Over|Back|In|On|At|Across|Near|Outside|Inside|Behind|Along|Further)\b[^.,;:!?\n“”\"]{2,70}, "
    r"(?:(?:by contrast|meanwhile|however|too|though|for example|for instance), )?)?\Z"
)
_BEGINS_PARAGRAPH = re.compile(r"(?:\A|\n[ \t]{0,4})\Z")
_OF_PERSON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]er|[Hh]is)\b")
_PRONOUN = re.compile(r"\b(?:(?P<person>[Hh]e|[Ss]he|[Hh]er|[Hh]is)|[Ii]ts?)\b")
# A verb, behind a party or a town in brackets or not.
_VERB_SOON = re.compile(r"[ \u00a0](?:\([^()\n]{1,30}\) )?[a-z]")
# Whoever was something begins so, and the name comes later: "Former ‖ Rovers captain Ana Ruiz".
_STATES = frozenset("Former Ex Then Late Acting Outgoing Incoming Retired Ousted Veteran Longtime Fellow Senior Star Top".split())
_SOON, _IN_PARAGRAPH = 160, 280
_CALLED = re.compile(r"(?P<noun>[a-z-]{3,20}),? (?:called|named) \Z")
_MET = re.compile(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|who|and) (?:\w{2,12}ly |first |have |had )?"
    r"(?:met|meet|interviewed|interview|asked|ask|phoned|rang|married|greeted|thanked) (?:with )?\Z"
)
_NUMBER = (
    r"(?:\d{1,3}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|ten|eleven|twelve|[a-z]{3,6}teen)"
)
_AGED = re.compile(rf", (?:aged |now )?{_NUMBER}(?=[,.;)])")
_CREDITED = re.compile(
    r"^(?:(?:Hosted|Presented|Produced|Written|Reported|Narrated|Interview|Interviewed|Words|Story|Text|With) by"
    r"|Host:|Presenter:|With|Words:|By) "
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.’'-]*){1,3})[ \t]*$",
    re.MULTILINE,
)
# So far from the top of a page its credits stand.
_TOP = 1500
_IT_NEXT = re.compile(r"[^.;:!?\n]{0,40}\b(?:it|its)\b")
_VERB_NEXT = re.compile(r" (?:\w{2,12}ly |also |then |just |still )?(?P<verb>[a-z]{3,14})\b")
_VERB_BEFORE = re.compile(r"[,.?!…—–]?[”\"’'] ?(?P<verb>[a-z]{3,12}) \Z")


def is_called_so(text: str, run: Named) -> bool:
    """Whether a word for a person and "called" stand before a run: "a young cooper named ‖ Wenna Trask"."""
    found = _CALLED.search(text, max(0, run.outer - 34), run.outer) if len(run.words) < 4 else None
    return found is not None and is_person_word(found["noun"]) and not is_place_or_body(text, run)


def is_met(text: str, run: Named) -> bool:
    """Whether a run stands behind a verb whose object is a person: "I met ‖ Wenna Trask"."""
    found = _MET.search(text, max(0, run.outer - 24), run.outer) if 1 < len(run.words) < 4 else None
    return found is not None and not is_place_or_body(text, run)


def is_aged(text: str, run: Named) -> bool:
    """Whether an age stands behind a run, in words or figures: "‖ Wenna Trask, nineteen,"."""
    return 1 < len(run.words) < 4 and _AGED.match(text, run.end) is not None and not is_place_or_body(text, run)


def is_pointed_at(text: str, frame: str, run: Named) -> bool:
    """Whether a run begins a sentence, and a pronoun of a person follows soon, or first of all in a paragraph."""
    if not 1 < len(run.words) < 4 or run.titles or run.words[0] in _STATES or not _VERB_SOON.match(text, run.end):
        return False
    if not _SENTENCE_BEFORE.search(text, max(0, run.start - 90), run.start) and run.start:
        return False
    if is_place_or_body(text, run):
        return False
    if _OF_PERSON.search(frame, run.end, run.end + _SOON):
        return True
    if not _BEGINS_PARAGRAPH.search(text, max(0, run.start - 6), run.start):
        return False
    stop = text.find("\n", run.end, run.end + _IN_PARAGRAPH)
    soon = _PRONOUN.search(frame, run.end, stop if stop >= 0 else run.end + _IN_PARAGRAPH)
    return soon is not None and soon["person"] is not None


def credited(text: str) -> list[str]:
    r"""Whom a line near the top credits: "Hosted by Wenna Trask".

    >>> credited("Bees and us\n\nHosted by Wenna Trask\n\nWe met in May.")
    ['Wenna Trask']
    """
    return [match["name"] for match in _CREDITED.finditer(text, 0, _TOP)]


def by_one_name(text: str, frame: str, people: People, named: Iterable[str], authors: Sequence[str]) -> dict[str, str]:
    """Full names by the one part of them by which the page calls people when they speak or act.

    Args:
        text: the text.
        frame: the text with what stands in quotation marks blacked out.
        people: who is known by name, and all runs of capitals.
        named: names that are people's for other reasons: they need not be seen to speak.
        authors: whom the page is by, or who hosts it.
    """
    sure = {*named, *authors}
    alone = {run.name for run in people.runs if len(run.words) == 1 and not run.is_titled}
    alone -= {run.name for run in people.runs if len(run.words) == 1 and text[run.start - 4 : run.start].lower() == "the "}
    speaking = {
        run.name
        for run in people.runs
        if len(run.words) == 1 and run.name in alone and frame[run.start] == text[run.start] and _acts(text, frame, run)
    }
    found: dict[str, dict[str, None]] = {}
    for name in *authors, *(run.name for run in people.runs if 1 < len(run.words) < 5):
        pieces = name.split()
        for part in {pieces[0], pieces[-1]} if len(pieces) > 1 else ():
            if part in alone and not (people.full(part) and people.full(part) != name):
                found.setdefault(part, {})[name] = None
    met = _first_places(people)
    meant = {
        part: name
        for part, names in found.items()
        for name in names
        if len(names) == 1 and (name in sure or (part in speaking and met.get(name, 0) < met[part]))
    }
    names_meant = set(meant.values())
    bodies = {run.name for run in people.runs if run.name in names_meant and is_place_or_body(text, run)}
    return {part: name for part, name in meant.items() if name not in bodies}


def _first_places(people: People) -> dict[str, int]:
    found: dict[str, int] = {}
    for run in people.runs:
        found.setdefault(run.name, run.start)
    return found


def _acts(text: str, frame: str, run: Named) -> bool:
    """Whether a name alone is the subject of a verb of people, no "it" behind: "Wenna says", "“…,” says Wenna"."""
    following = _VERB_NEXT.match(frame, run.end, run.end + 40)
    if following and following["verb"] in _acted():
        is_acting = not _IT_NEXT.match(frame, following.end(), following.end() + 50)
    else:
        before = _VERB_BEFORE.search(text, max(0, run.start - 18), run.start)
        is_acting = before is not None and before["verb"] in tags() and tags()[before["verb"]] != before["verb"]
    return is_acting and run.name.lower() not in _no_names() and not is_place_or_body(text, run)


@cache
def _acted() -> frozenset[str]:
    """What people do, and firms and countries seldom."""
    told = frozenset(form for form, base in tags().items() if form != base and not form.endswith("ing"))
    more = "spoke speaks nods nodded sighs grins sits stands walks cried cries"
    return split(data("names")["person_verbs"]) | told | split(more)


@cache
def _no_names() -> frozenset[str]:
    return split("police people critics everyone everybody nobody somebody mother father mum dad mama papa grandma grandpa god heaven")
