"""The word lists and patterns beside the code, as readable data: `data/NAME.toml`, each list with its reason."""

from __future__ import annotations

import tomllib
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
