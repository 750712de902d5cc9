"""The words by which English says that somebody speaks, with all their forms: read once from ``data/quotations.toml``."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..words import data, split

# Two words that together are a verb of speech, by their first.
_PAIRS = {
    "went": "on", "goes": "on", "pointed": "out", "points": "out", "pointing": "out", "chimed": "in", "chipped": "in",
    "put": "it", "puts": "it", "putting": "it", "made": "clear", "makes": "clear", "adding": "that", "sums": "up", "summed": "up",
    "moved": "that", "moves": "that", "called": "for", "calls": "for", "calling": "for", "spelled": "out", "spelt": "out",
    "hit": "back", "hits": "back", "shot": "back", "fired": "back",
    "burst": "out", "blurted": "out", "broke": "in", "cut": "in", "piped": "up",
}  # fmt: skip
FIRSTS = frozenset(_PAIRS)
"""The first words of verbs that are two words."""


@cache
def words(name: str) -> frozenset[str]:
    """A list of ``data/quotations.toml`` by its name."""
    found: dict[str, Any] = data("quotations")
    return split(found[name] if name in found else found["lists"][name])


@cache
def kin(word: str) -> frozenset[str]:
    """The descriptions by which one who is called `word` may have been introduced; the word itself is not among them."""
    return split(data("quotations")["kin"].get(word, ""))


@cache
def tags() -> dict[str, str]:
    """Forms of the verbs that stand with direct speech, each with its first form.

    >>> tags()["replied"], tags()["says"], "walked" in tags()
    ('reply', 'say', False)
    """
    return _forms(words("tags"))


@cache
def speech() -> dict[str, str]:
    """Forms of all verbs whose object or clause may be somebody's words; the tags are among them."""
    return _forms(words("tags") | words("speech"))


@cache
def naming() -> frozenset[str]:
    """Forms of the verbs that give names."""
    return frozenset(_forms(words("naming")))


@cache
def with_words() -> frozenset[str]:
    """Forms of the verbs that one does "with the words": send, greet, sign off."""
    return frozenset(_forms(words("with_words")))


def is_pair(first: str, second: str) -> bool:
    """Whether two words are a verb of speech together: "went on", "put it"."""
    return _PAIRS.get(first) == second


def _forms(bases: frozenset[str]) -> dict[str, str]:
    irregular = data("quotations")["forms"]
    found: dict[str, str] = {}
    for base in bases:
        rest = irregular[base].split() if base in irregular else regular(base)
        for form in (base, *rest):
            found.setdefault(form, base)
    return found


def regular(base: str) -> tuple[str, str, str]:
    """The forms of a regular verb in -s, -ed and -ing.

    >>> regular("argue"), regular("confess"), regular("stay")
    (('argues', 'argued', 'arguing'), ('confesses', 'confessed', 'confessing'), ('stays', 'stayed', 'staying'))
    """
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return third, base + "d", base[:-1] + "ing"
    return third, base + ("d" if base.endswith("e") else "ed"), base + "ing"
