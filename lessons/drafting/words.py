"""The word lists and patterns beside the code, as readable data: `data/NAME.toml`, each list with its reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def data(name: str) -> dict[str, Any]:
    """What stands in ``data/NAME.toml``; lists of words may be written as one text, see `split`."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


def split(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


def any_of(words: str | Iterable[str], gap: str = r"\ ") -> str:
    r"""The words of a list as alternatives of a pattern, the longest first, so that none hides behind its own beginning.

    Args:
        words: a list, or one text to split.
        gap: a pattern for what may stand where a phrase has a space.

    >>> any_of("km kmh m"), any_of(["at last", "a.m."], gap=r"[\s-]")
    ('kmh|km|m', 'at[\\s-]last|a\\.m\\.')
    """
    listed = words.split() if isinstance(words, str) else words
    return "|".join(re.escape(word).replace(r"\ ", gap) for word in sorted(listed, key=lambda word: (-len(word), word)))
