"""The names of publishers as a page writes them: the owner of its copyright, and which capitals a masthead hides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..words import data, split
from .looks import Look
from .stamp_rows import is_volume

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*+(?:©|\(c\)|copyright|by))*+[\s,]*+(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,]*+(?:by )?",
    re.IGNORECASE,
)
# The owner before the sign: "The Lamp © 2021".
_BEFORE = re.compile(
    r"(?P<name>[A-ZÀ-Þ](?!ll\b)[^©|·•(),.:;]{2,60}?),?\s(?:©|\(c\)|copyright)(?:\s?©)?,?\s?(?:19|20)\d\d(?:[.,\s–-]|\Z)", re.IGNORECASE
)
_IS_RIGHTS = re.compile(r"©|\bcopyright\b", re.IGNORECASE)
_RIGHTS_END = re.compile(r"\s{0,3}(?:[|·•]|,?\s(?:19|20)\d\d\b|\.\s|\.?\Z|,? all rights| - | – |;)", re.IGNORECASE)


_GOODS = re.compile(
    r"\b(?:copyright|all|content|contents|text|texts|photos?|pictures?|images?|site|website|page|material|words?|design|layout|story|article|photographs?|illustrations?"
    r"|video|graphics?|rights?|published|by)\b",
    re.IGNORECASE,
)


def as_written(page: Sequence[Look], name: str, first: int, last: int) -> str:
    """PWANI POST → The Pwani Post, where sentences around the article write it so; a masthead in capitals stays what it is elsewhere.

    Args:
        page: its lines.
        name: the name in capitals.
        first: the first line whose sentences count, be they the article's own.
        last: the last line of the article.
    """
    if not name.isupper():
        return name
    plain = re.compile(
        r"(?<!\w)" + re.escape(name.removeprefix("THE ")) + r"(?!\w)(?:,? (?P<suffix>[A-Z]\.[A-Z]\.?|[A-Z]{2}|\w{2,5}\.?)(?=[ ,.;]|\Z))?",
        re.IGNORECASE,
    )
    lines = [
        one
        for n, one in enumerate(page[: last + 60])
        if (n >= first or one.sort or is_volume(one.words))
        and one.sort not in {"legal", "contact"}
        and not _IS_RIGHTS.search(one.words[:60])
    ]
    for one in sorted(lines, key=lambda one: not one.prose):
        if (one.prose or is_volume(one.words)) and not one.words.isupper():
            for match in plain.finditer(one.words):
                words = match[0]
                if words[: len(name)].isupper() and len(name) > 4:
                    continue
                suffix = match["suffix"] or ""
                if suffix.lower() not in companies() or suffix.islower():
                    words = words.removesuffix(suffix).rstrip(" ,")
                article = one.words[max(0, match.start() - 4) : match.start()]
                return ("The " if article == "The " and name.startswith("THE ") else "") + words
    return name


def owner(words: str) -> str | None:
    """© 2021 Roe & Sons Ltd. All rights reserved → Roe & Sons Ltd.

    >>> owner("© 2021 Roe & Sons Ltd. All rights reserved"), owner("The Lamp © 2021. All rights reserved"), owner("All content © 2021")
    ('Roe & Sons Ltd', 'The Lamp', None)
    """
    before = _BEFORE.match(words)
    if before and not _GOODS.search(before["name"]):
        return before["name"]
    match = _RIGHTS.search(words)
    if not match:
        return None
    rest = words[match.end() :]
    end = _RIGHTS_END.search(rest)
    name = rest[: end.start()] if end else rest
    name = name.strip(" ,-–|")
    if name.lower().endswith((" inc", " co", " corp", "s.a")) and rest.strip().startswith(name + "."):
        name += "."
    return (
        name
        if name and name[0].isalpha() and len(name.split()) <= 9 and name.lower() not in {"all rights reserved", "cc by", "crown copyright"}
        else None
    )


@cache
def companies() -> frozenset[str]:
    return split(data("head")["publishers"]["companies"])
