"""What a page calls its people: "the station master" is whoever is introduced so, before or after."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..people.office_heads import is_head, singular
from ..records import OfficeFound
from ..words import data, split
from .speech import kin, speech, tags, words
from .speech_tokens import Known

_BEFORE = re.compile(r"[^,.;:!?()“”\"\n]{1,90}(?:, )?\Z")
_APPOSED = re.compile(
    r"\s?(?:,|–|—|\()\s?(?:who (?:is|was|had been|has been|became|works as|served as) |then |now |both )?"
    r"(?P<words>[^,.;:!?()“”\"\n–—]{2,90})"
)
_IS = re.compile(r"\s(?:is|was|became|had been|has been) (?:the|a|an|its|their|our) (?P<words>[^,.;:!?()“”\"\n–—]{2,70})")
# What stands behind a name in letters: "Ana Ruiz KC" is the barrister.
_LETTERS = re.compile(r",? (?P<letters>[KQS]C|M[PD]|MSP|MLA|MEP|TD)\b")
_CHAIRED = re.compile(r"\s(?:took the chair|was in the chair|presided|chaired|in the chair)\b|\s?\((?:in the )?[Cc]hair\)")
# What stands between an office and its holder: "the Bishop of Lod, ‖ the Most Revd ‖ Ian Hall".
_STYLES = re.compile(
    r"(?<=, )(?:the )?(?:(?:Most|Very|Right|Rt|Hon|Honourable|Honorable|Revd?|Reverend|Sir|Dame|Lord|Lady|Dr|Prof|Professor|Mr|Mrs|Ms|Miss"
    r"|Shri|Smt|Chief|Alhaji|Engr|Barr|Fr|Father|Sister|Capt|Captain|Col|Colonel|Gen|General|Maj|Major|Cllr|Madam|Justice)\.? ){1,4}\Z"
)
_CALLED = re.compile(r"\b(?P<words>[a-z-]{3,14}),? who (?:is|was) (?:called|named) \Z")
_PAST = split(data("tense")["irregular"])
# "Ana Ruiz, who had flown in with the minister" is no minister.
_TELLING = frozenset("in on at after when while last next yesterday today".split())  # "Ms Ruiz, in June the minister called …"
_DOING = (["had"], ["has"], ["will"], ["would"])
# So many people of one description are looked at.
_MANY = 80
# So much further on a page may name somebody whom it calls by an office first.
_FURTHER_ON = 1500
_ELSEWHERE = frozenset({"counterpart", "counterpart,", "colleague", "colleague,"})
# The deputy is seldom called as the one in office.
_APART = frozenset("deputy vice assistant former ex shadow opposition acting-deputy".split()) | _ELSEWHERE
_HANGING = re.compile(r"\b(?:of|for|at|in|to) ")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# One for all who have none: a page may name thousands.
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Role:
    """A person with the words of a description; as tuples, for a page may have thousands."""

    at: int
    name: str
    words: tuple[str, ...]
    tail: tuple[str, ...]


class Roles:
    """People by the words of their descriptions."""

    def __init__(self, text: str, known: Iterable[Known], offices: Sequence[OfficeFound], credited: Sequence[str] = ()) -> None:
        self._by_word: dict[str, list[_Role]] = {}
        self._same: dict[str, str] = {}  # each word as one string, however many are described by it
        self._sorted: dict[str, list[_Role]] = {}
        self._described: set[str] = set()
        present, former = ({office.name for office in offices if office.former is is_past} for is_past in (False, True))
        self._in_office, self._past = present - former, former - present
        for one in known:
            if not one.owns:
                near, after = _descriptions(text, one.start, one.end)
                self._note(one.start, one.name, _bare(near) | _bare(after), _tail(near) | _tail(after))
        for name in credited:
            self._note(0, name, frozenset(("author", "writer", "novelist", "historian")), frozenset())
        for office in offices:
            told = frozenset(("former",)) if office.former else frozenset()
            told |= _ELSEWHERE.intersection(text[office.start : office.end].split())
            self._note(office.start, office.name, _bare(office.office) | told, _tail(office.office))

    def _note(self, at: int, name: str, found: frozenset[str], tail: frozenset[str]) -> None:
        one, two = (tuple(self._same.setdefault(word, word) for word in some) for some in (found, tail))
        role = _Role(at, name, one, two)
        if any(is_person_word(word) for word in found):
            self._described.add(name)
        for word in one:
            self._by_word.setdefault(word, []).append(role)

    def named(self, phrase: str, at: int, lately: Sequence[str] = ()) -> str | None:
        """The person whom a description means: whoever shares most of its words; of equals whom was spoken of lately, else the last.

        Args:
            phrase: "the station master", "the ministry's spokeswoman"; its head is the last word before a preposition.
            at: where it stands.
            lately: who was spoken of before it, the nearest first.
        """
        found = list(_bare(phrase))
        head = head_of(phrase)
        if not head:
            return None
        family = kin(head)
        tail = _tail(phrase)
        best: tuple[float, int, bool, int] | None = None
        name = None
        meant = {id(role): role for word in (head, *family) for role in self._near(word, at)}
        for role in meant.values():
            if role.at > at + _FURTHER_ON:
                continue
            if "shadow" in role.words and "shadow" not in found:
                continue
            if "former" in found and "former" not in role.words and role.name in self._in_office:
                continue
            if _fields(found) and _fields(role.words) and _fields(found).isdisjoint(_fields(role.words)):
                continue  # "the prime minister" is not the finance minister
            if tail and tail.isdisjoint(role.words) and (role.tail or head not in role.words):
                continue  # "the leader of the opposition" is not the president of the guild
            shared = sum(word in role.words for word in found)
            owners = {word for word in found if _is_owner(word)}
            others = owners and any(_is_owner(word) for word in role.words) and owners.isdisjoint(role.words)
            rank = (
                shared
                + 2 * (head in role.words)
                + (not family.isdisjoint(role.words))
                - 2 * bool(others)
                - (not (_APART - set(found)).isdisjoint(role.words))
                - (role.name in self._past and "former" not in found),
                -lately.index(role.name) if role.name in lately else -99,
                role.at < at,
                role.at if role.at < at else -role.at,
            )
            if rank[0] > 0 and (best is None or rank > best):
                best, name = rank, role.name
        return name

    def _near(self, word: str, at: int) -> Sequence[_Role]:
        """The roles with a word that lie next to a place; a page that has more is looked at no further, so that the cost is linear."""
        roles = self._by_word.get(word, [])
        if len(roles) <= _MANY:
            return roles
        if word not in self._sorted:
            self._sorted[word] = sorted(roles, key=lambda role: role.at)
        n = bisect_left(self._sorted[word], at, key=lambda role: role.at)
        return self._sorted[word][max(0, n - _MANY) : n + _MANY]

    def only(self, phrase: str, at: int) -> str | None:
        """The one person of the page to whom all words of a description belong, named further on."""
        found = _bare(phrase)
        roles = [role for role in self._near(head_of(phrase), at) if "shadow" not in role.words or "shadow" in found]
        names = {role.name for role in roles}
        is_below = all(role.at > at for role in roles) and any(found.issubset(role.words) for role in roles)
        return names.pop() if len(names) == 1 and is_below else None

    def is_described(self, name: str) -> bool:
        """Whether the page says by a word for a person who somebody is."""
        return name in self._described

    def kindred(self, phrase: str, at: int) -> str | None:
        """The relation whom a phrase like "her daughter" means, where one was introduced by that very word before."""
        found = [role for role in self._by_word.get(head_of(phrase), ()) if role.at < at]
        return found[-1].name if found else None


def head_of(phrase: str) -> str:
    """The word that says what a phrase means, in small letters.

    >>> head_of("the ministry’s former spokesman for Delhi"), head_of("his daughter")
    ('spokesman', 'daughter')
    """
    kept = ""
    for match in _WORD.finditer(phrase):
        low = match[0].lower()
        if kept and (low in words("prepositions") or (low in words("behind_persons") and can_speak(kept))):
            break
        kept = low
    return kept


def _fields(found: Iterable[str]) -> frozenset[str]:
    """The words of a description that say which of several offices of a name it is: "prime" minister, "finance" minister."""
    return words("fields").intersection(found)


def _is_owner(word: str) -> bool:
    return word.endswith(("’s", "'s", "s’"))


def _bare(phrase: str) -> frozenset[str]:
    found = (match[0].lower() for match in _WORD.finditer(phrase))
    small = words("determiners"), words("prepositions"), words("between")
    return frozenset(word for word in found if not any(word in some for some in small)) or _NONE


def _tail(phrase: str) -> frozenset[str]:
    """The names in what hangs on a description: "Rail" of "the Minister for Rail"."""
    match = _HANGING.search(phrase)
    if not match:
        return _NONE
    return frozenset(word[0].lower() for word in _WORD.finditer(phrase, match.end()) if word[0][0].isupper()) or _NONE


def _descriptions(text: str, start: int, end: int) -> tuple[str, str]:
    """The words about a name that say who it is: those before it in its clause, and an apposition behind."""
    styled = _STYLES.search(text, max(0, start - 60), start)
    start = styled.start() if styled else start
    before = _BEFORE.search(text, max(0, start - 90), start)
    called = _CALLED.search(text, max(0, start - 50), start)
    near = called["words"] if called else _title(before[0].split()[-7:], before[0].endswith(", ")) if before else ""
    letters = _LETTERS.match(text, end, end + 6)
    end = letters.end() if letters else end
    behind = _APPOSED.match(text, end, end + 130) or _IS.match(text, end, end + 110)
    told = behind["words"].split()[:8] if behind else []
    after = "" if told and (told[0] in _TELLING or _is_verb(told) or (told[0] == "who" and told[1:2] in _DOING)) else " ".join(told)
    after += f" {letters['letters'].lower()}" if letters else ""
    if _CHAIRED.match(text, end, end + 24):
        after += " chair"
    return near, after


def _title(found: list[str], apart: bool) -> str:
    """The title before a name, of the words that stand there: "Labour leader ‖", "the ministry's spokeswoman, ‖"."""
    last = next((n for n, word in enumerate(found) if n and word in words("prepositions")), len(found)) if apart else len(found)
    if not found or not (found[0][:1].isupper() or is_person_word(found[last - 1].lower().strip(",.")) or apart):
        return ""
    if not apart and not (found[-1][:1].isupper() or is_person_word(found[-1].lower().strip(",."))):
        return ""
    kept: list[str] = []
    for word in reversed(found):
        low = word.lower().strip(",.")
        if low in words("walls") or low in speech() or low in words("finite") or (not apart and low in words("prepositions")):
            break
        kept.append(word)
        if low in words("determiners") and low not in ("his", "her", "its"):
            break
    return " ".join(reversed(kept))


def _is_verb(told: Sequence[str]) -> bool:
    """Whether what stands behind a name and its comma goes on with the verb: "said", "will open", "called on the mayor"."""
    low, following = told[0].lower(), told[1].lower() if len(told) > 1 else ""
    if low in tags() or low in words("finite"):
        return True
    is_past = low in speech() or low.endswith("ed") or low in _PAST
    is_object = told[1][:1].isupper() and low != "retired" if following else False
    return is_past and (is_object or following in words("determiners") or following in words("prepositions"))


def can_speak(low: str) -> bool:
    """Whether what a noun means can speak: persons, many of them, bodies, papers.

    >>> [can_speak(word) for word in ("farmers", "ministry", "letter", "exchange", "police")]
    [True, True, True, False, True]
    """
    if is_person_word(low) or low in words("collectives") or low in words("documents"):
        return True
    one = singular(low) or (low[:-3] + "y" if low.endswith("ies") else low[:-1] if low.endswith("s") else "")
    return (bool(one) and (can_speak(one) if one != low else False)) or low.endswith(
        ("ers", "ors", "ists", "ants", "ents", "ians", "men", "women", "people", "children")
    )


def is_person_word(low: str) -> bool:
    """Whether a noun is a word for a person: an office, a trade, a kinship, or by its ending."""
    return (
        is_head(low)
        or low in words("persons")
        or low.endswith(("man", "woman", "person", "ologist", "ographer", "teacher", "worker", "maker", "mate"))
        or ("-" in low and is_person_word(low.rpartition("-")[2]))
    )
