"""A rule, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..ids import plain
from ..items import Item

Texts = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One item-writing flaw.

    Attributes:
        name: SAQUET's name of the flaw, with underscores.
        why: why it matters.
        fix: what to change.
        find: item, the texts of its keys and of its distractors (none where nothing is chosen) → what is wrong; empty for nothing. None
            where only the notes know.
    """

    name: str
    why: str
    fix: str
    find: Callable[[Item, Texts, Texts], str] | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What a rule has found in an item."""

    rule: Rule
    what: str


NONE = re.compile(
    r"(?:none|neither|not any|no (?:option|answer|one))(?: (?:of|is|are|among|listed|here|above|given)\b.*)"
    r"|no (?:correct|right) (?:answer|option)\b.*"
)
ALL = re.compile(
    r"(?:all|both|each|any|every one)(?: of)? (?:(?:the|these|those|them|it|above|below|following|three|four|two|five|options?|answers?|"
    r"statements|others?)\b ?)+(?:\w+ )?(?:listed|named|mentioned|given|preceding|above|(?:is|are) (?:correct|right|true))?"
    r"|all|everything (?:listed |named |mentioned )?above"
)
_LETTER = r"\(?(?:[a-eA-EP-S]|[1-5]|i{1,3}|iv|v|I{1,3}|IV|V)\)?"
_CODE = re.compile(
    rf"(?:[Bb]oth |[Nn]either |[Oo]nly )?{_LETTER}(?:(?:, (?:and )?| and | & | or | nor | \+ | but not |,){_LETTER})*(?: only)?"
)


def is_catch_all(text: str) -> bool:
    """Whether an option stands for all the others, or for none.

    >>> is_catch_all("None of these"), is_catch_all("All that glitters")
    (True, False)
    """
    return bool(NONE.fullmatch(plain(text)) or ALL.fullmatch(plain(text)))


def is_code(text: str) -> bool:
    """Whether an option is a code for other ones.

    >>> is_code("1 and 2 only"), is_code("(A) and (C)"), is_code("A"), is_code("vitamins A and D")
    (True, True, False, False)
    """
    text = text.strip(" .")
    return bool(_CODE.fullmatch(text)) and len(text.split()) > 1


_SMALL = frozenset("a an and as at but by for from in into it nor of on or the to with".split())


def is_title(text: str) -> bool:
    """Whether a text is written like a title.

    >>> is_title("Sometimes a Great Notion"), is_title("Sometimes it rains")
    (True, False)
    """
    words = [word for word in text.split() if word.lower() not in _SMALL]
    return (
        (len(words) > 1 or text.startswith("The ")) and bool(words) and all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    )
