"""People whom a page does not name: "an old farmer", "Rao's father"; what is said of them without looking at the page."""

from __future__ import annotations

import re
from functools import cache

from .bodies import words_of_bodies
from .roles import is_person_word
from .speech import words

_WOMAN = re.compile(r"(?:woman|women|mother|wife|widow|daughter|sister|aunt|niece|girl|lady|nun|queen|actress|waitress|bride)\b")
_MAN = re.compile(r"(?:\bman|sman|father|husband|widower|\bson|brother|uncle|nephew|boy|gentleman|monk|king|priest)\b")
_PEERS = frozenset("Earl Duke Duchess Countess Marquess Viscount Viscountess Baron Baroness".split())


def is_of_sex(name: str, sex: str) -> bool:
    """Whether a description may be of a sex: no word of it is of the other.

    >>> is_of_sex("Ana Ruiz’s father", "f"), is_of_sex("a farmer", "f")
    (False, True)
    """
    return not (_WOMAN if sex == "m" else _MAN).search(name)


def plainly(words_of: str) -> str:
    """Somebody without a name as one speaks of them: "One villager" is "a villager".

    >>> plainly("One old farmer"), plainly("A nurse")
    ('an old farmer', 'a nurse')
    """
    article, _, rest = words_of.partition(" ")
    if article.lower() != "one" or not rest or rest.split()[0].lower() in ("of", "in"):
        return words_of[:1].lower() + words_of[1:]
    return f"{'an' if rest[0].lower() in 'aeiou' else 'a'} {rest}"


@cache
def near_ones() -> frozenset[str]:
    """Words for those who are known as somebody's: kin, friends, neighbours."""
    return words("kinship") | frozenset("neighbour neighbor friend colleague boss flatmate housemate roommate teammate partner".split())


def is_body(name: str) -> bool:
    """Whether a name has a word that bodies are called by."""
    return any(word in words_of_bodies() for word in name.split())


def is_firm(word: str) -> bool:
    """Whether a firm is called so: "company", "chipmaker"."""
    return word in words("companies") or (word.endswith(("maker", "builder")) and "-" not in word)


def up_to_person(words_of: str) -> str | None:
    """The beginning of a phrase up to the word for a person in it: "A ticket inspector ‖ leaned over"."""
    pieces = words_of.split()
    for n, word in enumerate(pieces):
        if n and (is_person_word(word) or word in _PEERS) and not is_person_word("".join(pieces[n + 1 : n + 2])):
            return " ".join(pieces[: n + 1])
    return None
