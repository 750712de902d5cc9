"""Statement-I and Statement-II: whether both are correct, and whether the second explains the first."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from ..facts import Fact, Number, Person, Quotation, Reason
from ..items import Item, Part
from ..lemmas import shared_lemmas
from ..wording import given_away, retells, said, sentence
from .codes import coded, some
from .statements import Statement

DRAWN, CLOSEST = 20, 3
"""Among how many facts one is looked for to stand beside a reason, and how many of these that share most words with it are drawn from."""

OPTIONS = (
    "Both Statement-I and Statement-II are correct and Statement-II explains Statement-I",
    "Both Statement-I and Statement-II are correct, but Statement-II does not explain Statement-I",
    "Statement-I is correct, but Statement-II is incorrect",
    "Statement-I is incorrect, but Statement-II is correct",
)
# "By Julianne Smith's account, …": whose word a reason is holds for both its halves.
_WHOSE = re.compile(r"By [^,]+account, ")
# "By Vladimir Putin's own claim, …": the claim is of the reason, and says nothing by halves.
_CLAIMED = re.compile(r"By [^,]+claim, ")
FEWEST_WORDS = 6
"""What was so must be told in so many words: "NATO was founded." is no statement to judge."""


def reasoned(facts: Sequence[Fact], told: dict[str, tuple[Statement, Statement]], rng: random.Random) -> Iterator[Item]:
    """An item a reason; each of the options that can be the key is it as often.

    Only who held an office, who used which words and how many there were can stand beside a reason without explaining anything.

    Args:
        facts: those of a lesson.
        told: the statements of its facts, by id.
        rng: draws the keys and the statements.
    """
    reasons = [
        (fact, fact.content)
        for fact in facts
        if isinstance(fact.content, Reason) and not fact.disputed and _stands_alone(fact.content.what)
    ]
    beside = [fact for fact in facts if isinstance(fact.content, Person | Quotation | Number) and fact.id in told]
    keys: dict[bool, list[str]] = {True: [], False: []}
    for fact, reason in rng.sample(reasons, len(reasons)):
        others = [one for one in some(beside, DRAWN, rng) if not _related(fact, one)]
        if not others:  # with "explains" alone to be had, it would always be the key
            continue
        # What somebody said on the same matter may be taken for an explanation: that is never a correct Statement-II.
        silent = [one for one in others if not isinstance(one.content, Quotation)]
        can = keys[bool(silent)]
        if not can:
            can += rng.sample(OPTIONS, len(OPTIONS)) if silent else rng.sample((OPTIONS[0], *OPTIONS[2:]), len(OPTIONS) - 1)
        key = can.pop()
        others = silent if key == OPTIONS[1] else others
        if key == OPTIONS[0]:
            yield _item(key, _half(fact, reason, "Statement-I"), _half(fact, reason, "Statement-II"))
        else:
            other = rng.choice(sorted(others, key=lambda one: -len(shared_lemmas(told[one.id][0].text, said(fact))))[:CLOSEST])
            correct, incorrect = told[other.id]
            if key == OPTIONS[3]:
                yield _item(key, _of(incorrect, "Statement-I"), _half(fact, reason, "Statement-I", label="Statement-II"))
            else:
                yield _item(key, _half(fact, reason, "Statement-I"), _of(correct if key == OPTIONS[1] else incorrect, "Statement-II"))


def _stands_alone(what: str) -> bool:
    return not _CLAIMED.match(what) and len(what.split()) >= FEWEST_WORDS


def _item(key: str, *halves: tuple[str, Part]) -> Item:
    return coded(
        "statement_reason",
        stem="Consider the following statements:",
        closing="Which one of the following is correct in respect of the above statements?",
        statements=[text for text, _ in halves],
        options=OPTIONS,
        key=key,
        parts=[part for _, part in halves],
    )


def _half(fact: Fact, content: Reason, half: str, label: str = "") -> tuple[str, Part]:
    """What was so, or why, as a sentence of its own."""
    whose = _WHOSE.match(content.what)
    text = sentence(content.what) if half == "Statement-I" else sentence((whose[0] if whose else "") + content.why)
    told = f"{content.what.removesuffix('.')} because {content.why}." if half == "Statement-I" else "It is the reason for Statement-I."
    return text, Part(
        label=label or half, correct=True, text=f"{told} {fact.why}" if fact.why and half == "Statement-I" else told, fact=fact
    )


def _of(one: Statement, label: str) -> tuple[str, Part]:
    return one.text, Part(label=label, correct=one.correct, text=one.told, fact=one.fact)


def _related(reason: Fact, other: Fact) -> bool:
    """Whether a fact might be taken for a part of the reason: told in the same paragraph, or with its words."""
    content = reason.content
    if not isinstance(content, Reason) or set(reason.citations) & set(other.citations):
        return True
    held = [slot for slot in (getattr(other.content, name, "") for name in ("name", "office", "speaker", "words", "what")) if slot]
    return any(given_away(slot, text) or retells(slot, text) for slot in held for text in (content.what, content.why))
