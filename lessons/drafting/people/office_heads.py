"""Which words are the heads of offices' names: "minister", "vice-chancellor", "CEO"."""

from __future__ import annotations

from functools import cache

from ..words import data, split

_DATA = data("offices")
_GROUPS = ("state", "law", "forces", "business", "press", "learning", "faith", "sport", "trades")
_HEADS = frozenset().union(*(split(_DATA[group]) for group in _GROUPS))
_CAPITALS = split(_DATA["capitals"])
_SHORT = split(_DATA["short_ranks"])
_NOT = split(_DATA["not_heads"])
STYLES = split(_DATA["styles"])
_STYLE_MAKERS = split(_DATA["style_makers"])
_WITH_GENERAL = split(_DATA["with_general"])
_HIGH_RANKS = split(_DATA["high_ranks"])
_OF_COURTS = split(_DATA["of_courts"])
_JUDGES = frozenset({"judge", "justice"})
_OCCUPATIONS = split(_DATA["occupations"])
_POSTS = split(_DATA["posts"])
_LOCAL_POSTS = split(_DATA["local_posts"])
_PROFESSIONS = split(_DATA["professions"])
_MEMBERSHIPS = split(_DATA["memberships"])
_COMPOUNDS = _DATA["compounds"]
_ENDS, _BEFORE, _AFTER, _PREFIXES = (tuple(_COMPOUNDS[name].split()) for name in ("ends", "before", "after", "prefixes"))


@cache
def is_head(word: str) -> bool:
    """Whether a word is the head of an office's name, of one holder.

    >>> [is_head(word) for word in ("minister", "Vice-Chancellor", "president-elect", "CEO", "alderwoman", "woman")]
    [True, True, True, True, True, False]
    """
    if word in _CAPITALS:
        return True
    low = word.lower()
    if low in _HEADS or low in _NOT:
        return low not in _NOT
    if low.startswith(_BEFORE):
        return is_head(low.partition("-")[2])
    if low.endswith(_AFTER):
        return is_head(low.partition("-")[0])
    if low.endswith(_ENDS):
        return low not in _ENDS and len(low) > 7
    return len(low) > 8 and any(low.startswith(prefix) and low[len(prefix) :] in _HEADS for prefix in _PREFIXES)


@cache
def singular(word: str) -> str | None:
    """The head of which a word is the plural; None for another word.

    >>> singular("ministers"), singular("secretaries"), singular("spokeswomen"), singular("talks")
    ('minister', 'secretary', 'spokeswoman', None)
    """
    low = word.lower()
    tries = [low[:-3] + "man"] if low.endswith("men") else []
    tries += [low[:-3] + "y"] if low.endswith("ies") else []
    tries += [low[:-2]] if low.endswith(("ches", "sses")) else []
    tries += [low[:-1]] if low.endswith("s") and not low.endswith("ss") else []
    return next((one for one in tries if is_head(one)), None)


def is_trade(head: str) -> bool:
    """Whether a head is a trade or a calling rather than an office.

    >>> is_trade("geologist"), is_trade("mayor")
    (True, False)
    """
    bare = head.removeprefix("co-")
    return bare in _OCCUPATIONS or bare.endswith("ologist")


def is_post(core: str) -> bool:
    """Whether a word before a trade makes it a post.

    >>> is_post("chief scientist"), is_post("rural scientist"), is_post("village doctor"), is_post("village farmer")
    (True, False, True, False)
    >>> is_post("council member"), is_post("club member")
    (True, False)
    """
    *before, head = core.lower().split() or [""]
    if head == "member":
        return not _MEMBERSHIPS.isdisjoint(before)
    return not _POSTS.isdisjoint(before) or (head in _PROFESSIONS and not _LOCAL_POSTS.isdisjoint(before))


def is_short_rank(word: str) -> bool:
    """Whether a word is the short form of a rank or an office before a name: "Gov.", "Sgt".

    >>> is_short_rank("Gov."), is_short_rank("Dr.")
    (True, False)
    """
    return word.rstrip(".").lower() in _SHORT


def is_style(word: str, before: str = "") -> bool:
    """Whether a word is a rank or a style of address, which yields to an office beside it; `before` is the word before it.

    >>> is_style("Colonel"), is_style("Vice-Admiral"), is_style("Mayor"), is_style("General", "Attorney")
    (True, True, False, False)
    """
    low = word.rstrip(".").lower()
    if low in _JUDGES and before.lower() in _OF_COURTS:
        return False
    return low in STYLES and not (low == "general" and before.lower() in _WITH_GENERAL)


def is_style_maker(word: str, following: str) -> bool:
    """Whether a word and the rank behind it are one: "Lieutenant Commander", but not "Chief General".

    >>> is_style_maker("Chief", "Inspector"), is_style_maker("Chief", "General")
    (True, False)
    """
    low = word.rstrip(".").lower()
    if following.lower() in _JUDGES or (low == "staff" and following.rstrip(".").lower() in _HIGH_RANKS):
        return False
    return low in _STYLE_MAKERS and not (low == "chief" and following.rstrip(".").lower() in _HIGH_RANKS)
