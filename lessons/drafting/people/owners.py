"""The bodies and countries of a page: which is meant by "the commission", by an abbreviation, by "its"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from ..pages.page import Page
from ..words import data, split
from .capitals import HONORIFICS
from .firms import FIRM_NOUNS, is_told_firm
from .names import People
from .office_heads import is_head, singular

_DATA = data("names")
_BODIES = split(_DATA["bodies"]) | {
    "company",
    "firm",
    "laboratory",
    "bank",
    "court",
    "church",
    "ship",
    "charity",
    "festival",
    "trust",
    "mission",
    "panel",
}
_KINDS = _BODIES | split(data("offices")["kinds_of_bodies"])
# Bodies and things that have no offices.
_OFFICELESS = split(data("offices")["officeless"])
_PLACES = split(_DATA["places"])
_HONORIFIC = frozenset().union(*HONORIFICS.values()) - {"st", "saint"}
_MONTHS = split(_DATA["month_names"]) | split("christmas easter ramadan diwali eid lent advent hanukkah passover pentecost holi yule")
_STOPS = split(_DATA["stops"]) - {"first", "second", "third", "united", "one"}
_STEPS = split(data("points")["ordinals"].lower())
_PEOPLES = split(_DATA["peoples"])
_PART_OF = split(data("offices")["part_of"])
_UP = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_UP}](?:[\w&]|[-’'](?![sS]\b)(?=\w)|(?<=s)[’'](?=[ \u00a0][{_UP}])){{0,40}}"
_NAME = re.compile(
    rf"(?P<the>\b[Tt]he\s)?(?<![\w’'])(?P<name>{_WORD}(?:[ \u00a0](?:(?:of|for|and|de|du|des|&)\s(?:the\s)?)?{_WORD}){{0,9}})"
    r"(?P<firm>\s(?:plc|S\.A\.|GmbH|AG|Ltd|Inc))?(?:\s\((?P<short>[A-Z][A-Za-z.&-]{1,9})\))?"
)
_NOUN = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?)\s(?P<words>[a-z-]{2,20}(?:(?<=s)[’'](?=\s))?(?:\s(?!(?:the|an?|of|in|at|by|to|for|on|and|or|that|which|who)\b)[a-z-]{2,20}){0,2})\b"
    r"(?:[’']s(?P<owned>(?:\s[a-z-]{2,20}){1,3}))?"
)
_GOVERNED = re.compile(
    r"\b(?:of|in|at|from|by|with|for|to|on|near|under|between|told|tells|asked|asks|urged|warned|informed|joined|left|accused|against)\s"
    r"(?:the\s)?\Z"
)


_TAILS = tuple(re.compile(rf" {before}(?P<noun>[a-z]{{4,12}})\b(?! [a-z]+ing\b)") for before in ("", "[a-z-]{4,14} "))
_IT_FIRST = re.compile(r"Its?\b")
_JOINED_NEXT = re.compile(
    r" (?:and|&) (?:the )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3} (?:together )?(?:have|are|were|had|both|each|do)\b"
)
_JOINED_BEFORE = re.compile(r"\b[A-ZÀ-Þ][\w’'-]{0,20} (?:and|&) (?:the )?\Z")
# A body that the end of a sentence brings in and describes is what the next one is about: "it was led by the Board, an arm of …. Its head".
_DESCRIBED = re.compile(r"(?:\s?\([^()\n]{1,20}\))?,\s(?:an?|the)\s(?:[\w’'-]{2,20}\s){0,4}?(?P<noun>[a-z-]{3,20})\b")
_OWNS = re.compile(r"[’']s?\s")
# "It is run by ‖ the Board. Its chair".
_RUN_BY = re.compile(
    r"\b(?:run|managed|administered|headed|governed|implemented|overseen|supervised|operated|coordinated|executed)"
    r" (?:jointly )?by (?:the )?\Z"
)
_SEAT = re.compile(r"(?:\s?\([A-Z][\w.&-]{1,9}\))?, ")
_GOES_ON = re.compile(r"[^.!?,\n]{0,200},\s(?:has|have|had|is|was|are|were|will|would|said|says|and|but|[a-z]{2,12}ed)\b")
# A second main clause begins with its own subject.
_CLAUSE_BEFORE = re.compile(r"(?:, (?:and|but|so|while|whereas)|;) (?:the )?\Z")


_LABEL = 4  # letters of a bullet before its label


@dataclass(frozen=True, slots=True)
class Body:
    """A body or a place where it is named."""

    start: int
    end: int
    name: str
    is_place: bool = False


class Bodies:
    """The bodies of a page, read when first asked for: few pages need them."""

    def __init__(self, page: Page, people: People) -> None:
        self._page = page
        self._people = people
        self._found: list[Body] = []
        self._singles: list[Body] = []
        self._governed: set[str] = set()
        self._is_read = False
        self._starts: list[int] = []
        self._full: dict[str, list[tuple[int, str]]] = {}
        self._last: tuple[int, Body] | None = None
        self._sentences = [span for part in page.parts for span in part.sentences]

    def full(self, noun: str, at: int) -> str | None:
        """The name that "commission", "the Compact" or an abbreviation stands for; None where none is known."""
        self._read()
        bare = re.sub(r"^(?:the|this|that|a|an)\s", "", noun, flags=re.IGNORECASE)
        found = self._full.get(bare.lower(), []) if bare.lower() not in _PLACES else []
        return next((name for start, name in reversed(found[-50:]) if start < at), found[0][1] if found else None)

    def is_place(self, name: str) -> bool:
        """Whether a name is that of a country or city."""
        return name.lower() in _PLACES

    def behind(self, at: int) -> Body | None:
        """Whose "its" is: the subject of the sentence before it, else of the sentences before that.

        Where that sentence has "its" and names nothing that could be a subject, both are of one body.
        """
        body = self._behind(at)
        self._last = (at, body) if body else self._last
        return body

    def _behind(self, at: int) -> Body | None:
        found = self._read()
        n = bisect_left(self._sentences, (at + 1, 0)) - 1
        is_one = self._page.text[at : at + 3].lower() == "its"
        for k in range(n, max(-1, n - 6), -1):
            start, end = self._sentences[k][0], min(at, self._sentences[k][1])
            near = self._unseated(found[bisect_left(self._starts, start) : bisect_left(self._starts, end)][:40])
            if k == n or not self._free(near):
                near = sorted([*near, *self._nouns(start, end, is_one)], key=lambda one: one.start)
            if is_one:
                near = [one for one in near if not self._is_one_of_many(one)]
            if k < n and is_one and _IT_FIRST.match(self._page.text, start) and not self._free(near) and k > n - 5:
                runner = next((one for one in near if _RUN_BY.search(self._page.text, start, one.start)), None)
                if runner:
                    return runner
                continue  # what "it" is stands before
            if near and self._last and start <= self._last[0] < end and not self._free(near):
                return self._last[1]
            if near:
                return (self._described(near) if k < n and is_one else None) or self._subject(near)
        return None

    def _unseated(self, near: list[Body]) -> list[Body]:
        """Without the places that only say where a body has its seat: "the Insurance Board (IB), ‖ Chennai"."""
        text = self._page.text
        return [one for n, one in enumerate(near) if not (n and one.is_place and _SEAT.fullmatch(text, near[n - 1].end, one.start))]

    def firm_behind(self, at: int) -> str | None:
        """The firm that "the company" is: the one name of several words in the sentence before ("went to ‖ Magadh Offset")."""
        self._read()
        n = bisect_left(self._sentences, (at + 1, 0)) - 1
        if n < 1:
            return None
        start, end = self._sentences[n - 1]
        near = self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        names = {one.name for one in near if not one.is_place and " " in one.name and one.name[0].isupper()}
        return names.pop() if len(names) == 1 else None

    def _free(self, near: list[Body]) -> list[Body]:
        """The bodies that no preposition and no verb governs, and that own nothing."""
        text = self._page.text
        return [one for one in near if not (_OWNS.match(text, one.end) or _GOVERNED.search(text, max(0, one.start - 16), one.start))]

    def _is_one_of_many(self, one: Body) -> bool:
        """Whether a body is joined to another, so that no "its" means it: "the League ‖ and Rural Union have 41"."""
        text = self._page.text
        return _JOINED_NEXT.match(text, one.end) is not None or _JOINED_BEFORE.search(text, max(0, one.start - 30), one.start) is not None

    def _described(self, near: list[Body]) -> Body | None:
        """The last body of a sentence where a description of it ends the sentence."""
        named = [one for one in near if self._page.text[one.start : one.end] != self._page.text[one.start : one.end].lower()]
        if not named:
            return None
        last = named[-1]
        told = _DESCRIBED.match(self._page.text, last.end)
        return last if told and told["noun"] in _KINDS and not _GOES_ON.match(self._page.text, told.end()) else None

    def _subject(self, near: list[Body]) -> Body:
        free = self._free(near)
        second = next((one for one in reversed(free) if _CLAUSE_BEFORE.search(self._page.text, max(0, one.start - 8), one.start)), None)
        if second and not second.is_place:
            return second
        return next(iter(free or [one for one in near if not one.is_place] or near[::-1]))

    def _nouns(self, start: int, end: int, is_one: bool = True) -> list[Body]:
        found = []
        for match in _NOUN.finditer(self._page.text, start, end):
            if self._page.text.endswith(", ", start, match.start()) and match[0][0] == "a":
                continue  # in apposition
            owned = match["owned"] if not any(is_head(word) for word in (match["owned"] or "").split()) else None
            words = (owned or match["words"]).split()
            n = next((n for n, word in enumerate(words) if (_is_body_word(word) if is_one else _is_of_many(word))), None)
            if n is not None and not any(word in _STOPS for word in words[:n]):
                owner = f"{match['words']}’s " if owned else ""
                plain = f"the {owner}{' '.join(words[: n + 1])}"
                found.append(Body(match.start(), match.end(), (self.full(words[n], match.start()) if is_one else None) or plain))
        return found[:20]

    def _read(self) -> list[Body]:
        if not self._is_read:
            self._is_read = True
            people = [(one.start, one.end) for one in self._people.mentions]
            for part in self._page.parts:
                if part.role != "heading":
                    self._read_part(part.start, part.end, people)
            self._add_singles()
            self._starts = [one.start for one in self._found]
            self._found = [
                Body(
                    one.start,
                    one.end,
                    one.name if " " in one.name or one.is_place else self.full(one.name, one.start) or one.name,
                    one.is_place,
                )
                for one in self._found
            ]
        return self._found

    def _add_singles(self) -> None:
        """Names of one word that stand twice and more, and at least once behind a preposition: a country or a town that no list knows."""
        count = Counter(one.name for one in self._singles)
        self._found += [one for one in self._singles if count[one.name] > 1 and one.name in self._governed]
        self._found.sort(key=lambda one: one.start)

    def _add_single(self, names: list[tuple[int, str]]) -> None:
        is_governed = _GOVERNED.search(self._page.text, max(0, names[0][0] - 16), names[0][0]) is not None
        for at, name in names:
            if name[1:].islower() and name.lower() not in _MONTHS:
                self._singles.append(Body(at, at + len(name), name, is_place=True))
                if is_governed:
                    self._governed.add(name)

    def _read_part(self, start: int, end: int, people: list[tuple[int, int]]) -> None:
        for match in _NAME.finditer(self._page.text, start, end):
            words = match["name"].split()
            at = match.start("name")
            while words and words[0].lower() in _STOPS:
                at += len(words.pop(0)) + 1
            if words[:1] and words[0].lower() in _PART_OF and words[1:2] == ["of"]:
                at, words = at + len(words[0]) + 4, words[2:]  # "Shares of PaisaPocket fell"
            words = _cut(words)
            if _is_label(self._page.text, start, match):
                continue
            if not words or is_head(words[0]) or (words[0].lower() in _PEOPLES and len(words) == 1):
                continue
            n = bisect_left(people, (at + 1, 0))
            if (n and people[n - 1][1] > at) or words[0].strip(".").lower() in _HONORIFIC:
                continue
            if n < len(people) and people[n][0] < match.end("name"):
                words = _before_office(words)  # "Peru Attorney General Ana Ruiz" is no body
            if words:
                self._add(words, at, match)
                self._add_firm(" ".join(words), at)

    def _add_firm(self, name: str, at: int) -> None:
        if name.lower() in _STEPS or not is_told_firm(self._page.text, at + len(name)):
            return
        for noun in FIRM_NOUNS:
            self._full.setdefault(noun, []).append((at, name))
        if " " not in name:
            self._found.append(Body(at, at + len(name), name))

    def _add(self, words: list[str], at: int, match: re.Match[str]) -> None:
        name = " ".join(words) + (match["firm"] or "")
        if len(words) == 1 and name[1:].isdigit():
            return  # "P2.3 billion"
        last = words[-1].lower()
        tails = [tail.match(self._page.text, match.end()) for tail in _TAILS] if match["the"] and at == match.start("name") else []
        tail = next((tail for tail in tails if tail and tail["noun"] in _BODIES - _OFFICELESS), None)
        if tail and not tail[0].split()[0].endswith(("ed", "s")):
            named = f"the {name}{tail[0]}"  # "the Lima tracking station"
            self._found.append(Body(match.start(), tail.end(), named))
            self._full.setdefault(tail["noun"], []).append((at, named))
            return
        is_place = name.lower() in _PLACES
        is_body = (
            bool(_BODIES & {word.lower() for word in words})
            or bool(match["short"] or match["firm"])
            or (name.isupper() and 1 < len(name) < 9)
        )
        if not (is_place or is_body or len(words) > 1 or match["the"]):
            self._add_single([(at, name)])
            return
        if len(words) == 3 and words[1] == "and" and not is_body:
            self._add_single([(at, words[0]), (at + len(name) - len(words[2]), words[2])])
        named = f"the {name}" if match["the"] and at == match.start("name") and len(words) > 1 else name
        self._found.append(Body(match.start(), at + len(name), named, is_place))
        if len(words) > 1 and (is_body or match["the"]):
            self._full.setdefault(last, []).append((at, named))
        if match["short"] and len(words) > 1:
            self._full.setdefault(match["short"].lower(), []).append((at, named))


def _is_label(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a name is the label of its line: "• Nodal Body: the Archive"."""
    return text.startswith(":", match.end()) and match.start() - start < _LABEL


def _is_body_word(word: str) -> bool:
    return word in _BODIES and word not in _OFFICELESS


def _is_of_many(word: str) -> bool:
    """Whether a plural means bodies or holders of an office, who are "they": "unions", "trustees"; a body may be "they", too."""
    return _is_body_word(word) or (word[-1] == "s" and (_is_body_word(word[:-1]) or singular(word) is not None))


def _before_office(words: list[str]) -> list[str]:
    """The country or town before an office and its holder."""
    return words[:1] if len(words) > 1 and words[0].lower() in _PLACES else []


def _cut(words: list[str]) -> list[str]:
    """Without what "and" joins to a whole name: "Malawi and Mozambique" are two."""
    for n, word in enumerate(words):
        if word == "and" and n and (words[n - 1].lower() in _BODIES or words[n - 1].lower() in _PLACES or words[n - 1].isupper()):
            return words[:n]
    return words
