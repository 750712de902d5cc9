"""What may be the label of a point: a few words that name a thing and tell nothing yet."""

from __future__ import annotations

import re

from ..words import data, split

LISTS = {name: split(text) for name, text in data("points").items()}
_WORD = re.compile(r"[\w.’'&/-]+")
_NUMERIC = re.compile(r"[\d.:/–—-]+(?:st|nd|rd|th|s|am|pm|h)?")
# Alone before a colon they are nouns: "Needs: 400 tents".
_NOUNS_TOO = frozenset("needs reports claims finds falls leads runs holds meets will".split())
# First they tell what to do: "Read aloud: …".
_TELLS_TO = frozenset("read put cut set shut beat hit".split())
_PAST = re.compile(r"\w{3,}ed")
_LONGEST = 9  # words


def plain_words(label: str) -> list[str]:
    """The words of a label in small letters, apostrophes straight.

    >>> plain_words("Threat to Kenya’s coast")
    ['threat', 'to', "kenya's", 'coast']
    """
    return [word.strip(".'").lower() for word in _WORD.findall(label.replace("’", "'"))]


def is_label(label: str) -> bool:
    """Whether some words name a thing and are no sentence, no date, no remark on the page.

    >>> [is_label(one) for one in ("Total cost", "The minister said", "12 May 2021", "Read more", "Threat to the coast", "What it is")]
    [True, False, False, False, True, True]
    """
    if len(label) > 90 or not label[:1].isalnum() or label[-1:] in ",;!…" or label.count("(") != label.count(")"):
        return False
    words = plain_words(label)
    if not words or len(words) > _LONGEST or label.count(",") > 2 or is_date(words):
        return False
    if words[0] in LISTS["not_first"] and not (words[0] == "when" and len(words) <= 5):
        return False
    if all(word in LISTS["not_labels"] for word in words) and label != "About":
        return False
    is_told_to = words[:2] == ["do", "not"] or words[0] == "don't"  # "Do not cross: a foot of water carries off a car"
    return is_told_to or words[0] in LISTS["asks"] or not (is_sentence(words) or _is_count(words))


def is_glossary(heading: str | None) -> bool:
    """Whether a heading stands above a list of terms; the terms of a deal are none.

    >>> [is_glossary(one) for one in ("Key terms", "Words to know", "What does it define?", "The terms of the loan", "Last words", None)]
    [True, True, True, False, False, False]
    """
    words = [word for word in plain_words(heading or "") if word not in {"the", "some", "our", "edit"}]
    if words == ["terms"]:
        return False  # of a deal
    if not LISTS["of_words"].isdisjoint(words) and all(word in LISTS["of_words"] | LISTS["beside_words"] for word in words):
        return True
    if not LISTS["glossary"].isdisjoint(words):
        return "of" not in words[1:2]
    asks = not words or words[0] in {"what", "how"}
    return (asks and bool({"define", "defines", "defined"} & set(words))) or ("words" in words and not LISTS["defining"].isdisjoint(words))


def is_of_books(heading: str | None) -> bool:
    """Whether a heading stands above a list of books or links.

    >>> is_of_books("Further reading"), is_of_books("Reading the tides")
    (True, False)
    """
    words = [word for word in plain_words(heading or "") if word != "and"]
    return bool(words) and all(word in LISTS["references"] for word in words)


def is_date(words: list[str]) -> bool:
    """Whether a label has nothing but the words of a date or a time."""
    return any(word[:1].isdigit() or word in LISTS["dates"] for word in words) and all(
        word in LISTS["dates"] or _NUMERIC.fullmatch(word) for word in words
    )


def is_sentence(words: list[str], strict: bool = False) -> bool:
    """Whether words have a finite verb, as far as a list and endings can tell; strict: "the lamps sold at Tete" counts as one, too."""
    if len(words) > 1 and words[0] in _TELLS_TO:
        words = words[1:]
    if not LISTS["finite"].isdisjoint(words):
        return not (len(words) == 1 and words[0] in _NOUNS_TOO) and words[:2] != ["need", "of"]
    if not strict:
        return False
    for n, word in enumerate(words[1:], 1):
        if _PAST.fullmatch(word) and (n + 1 == len(words) or words[n + 1] in LISTS["behind_past"]):
            return True
    return False


def _is_count(words: list[str]) -> bool:
    """Whether words announce a count ("three ways to pay"): what follows is the list itself."""
    return len(words) >= 4 and any(word in {"two", "three", "four", "five", "six", "seven", "following"} for word in words)
