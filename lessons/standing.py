"""Where a paper stands: among one's own earlier papers, by lesson, form and kind, and what its blanks and guesses were worth.

Papers are compared by their net marks as a share of what each was worth, so that papers of any length and marking go together. What is said
of a guess is what it comes to on average over many guesses, each option that is left being as likely as the others; a learner who knows
something does better, and a single guess earns all or costs all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .items import Item
from .scoring import Marking, Result, Score, result
from .scoring.records import decimal

FEW = 5
"""Below so many earlier papers a percentile jumps with each of them, and the learner is told."""

FORM_NAMES = {
    "direct": "Asked directly",
    "two_statements": "Two statements",
    "three_statements": "Three statements",
    "how_many": "How many are correct",
    "pairs": "Pairs",
    "lists": "Match the lists",
    "chronology": "Chronology",
    "statement_reason": "Statement and reason",
}
"""The forms of `lessons.items.Form` as a learner knows them; the browser has the same words (``report.js``)."""
KIND_NAMES = {
    "single_choice": "One right option",
    "multiple_response": "Several right options",
    "true_false": "True or false",
    "gap": "Typed",
    "ordering": "Put in order",
    "matching": "Matched",
}
FACT_NAMES = {
    "date": "Dates",
    "person": "People",
    "number": "Numbers",
    "term": "Terms",
    "quotation": "Quotations",
    "point": "Points",
    "reason": "Reasons",
    "dispute": "Disputes",
    "gap": "Marked phrases",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What a guess is worth on average once some options are ruled out.

    Attributes:
        ruled_out: how many options are known to be wrong.
        left: how many are left to guess among; of one alone it is no guess any more.
        chance: of getting it right.
        worth: marks on average; below 0 where a guess costs more than it earns.
    """

    ruled_out: int
    left: int
    chance: Fraction
    worth: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How some of a paper's items went: of `n` items `marks` were right, shares of those partly right included; `net` by the marking."""

    name: str
    n: int
    marks: Fraction
    net: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """A paper by lesson, by form, by kind of item, and by kind of the facts asked: each with what went worst first.

    An item that asks facts of several kinds counts among each of them.
    """

    lessons: tuple[Share, ...]
    forms: tuple[Share, ...]
    kinds: tuple[Share, ...]
    facts: tuple[Share, ...]


def percentile(net_share: Fraction, earlier: Sequence[Fraction]) -> int | None:
    """The percentile rank of a paper among earlier ones: 100 × (how many are below it + half of those equal to it) / how many there are.

    The formula is the one usual in testing (https://en.wikipedia.org/wiki/Percentile_rank; ``kind="mean"`` of SciPy's `percentileofscore`),
    taken over the earlier papers alone, this one not among them.

    Args:
        net_share: net marks as a share of what the paper was worth; may be below 0.
        earlier: the same of each earlier paper.

    Returns:
        0 to 100, rounded, a half to the even side; None where there is no earlier paper.

    >>> half = Fraction(1, 2)
    >>> percentile(half, [Fraction(1, 4), Fraction(1, 3), half, Fraction(3, 4)]), percentile(half, [])
    (62, None)
    """
    if not earlier:
        return None
    below, equal = _below(net_share, earlier)
    return round(Fraction(100 * (2 * below + equal), 2 * len(earlier)))


def place(net_share: Fraction, earlier: Sequence[Fraction] | None) -> str:
    """The percentile in words; None for earlier papers that are not kept, or cannot be read.

    >>> place(Fraction(1, 2), [])
    'This is your first paper: the next one will be compared with it.'
    >>> place(Fraction(1, 2), [Fraction(1, 4), Fraction(1, 2)])
    'Percentile 75 among your own papers: better than 1 and equal to 1 of 2 earlier ones. With so few, it says little yet.'
    """
    if earlier is None:
        return "Your earlier papers are not at hand, so this one is compared with none."
    rank = percentile(net_share, earlier)
    if rank is None:
        return "This is your first paper: the next one will be compared with it."
    below, equal = _below(net_share, earlier)
    same = f" and equal to {equal}" if equal else ""
    many = f"{len(earlier)} earlier one{'' if len(earlier) == 1 else 's'}"
    few = " With so few, it says little yet." if len(earlier) < FEW else ""
    return f"Percentile {rank} among your own papers: better than {below or 'none'}{same} of {many}.{few}"


def net_share(told: Result) -> Fraction:
    """Net marks as a share of what the paper is worth; 0 of a paper of nothing."""
    return told.net / told.out_of if told.out_of else Fraction(0)


def guess_worth(options: int, ruled_out: int, marking: Marking) -> Fraction:
    """The marks that a guess among the options that are left comes to on average.

    Raises:
        ValueError: where there are not two options, or none is left.

    >>> from lessons.scoring import UPSC
    >>> [str(guess_worth(4, n, UPSC)) for n in range(4)]
    ['0', '2/9', '2/3', '2']
    """
    if options < 2 or not 0 <= ruled_out < options:
        raise ValueError(f"{ruled_out} of {options} options ruled out; give 2 options or more, and leave 1 or more of them")
    left = options - ruled_out
    return (marking.right + marking.wrong * (left - 1)) / left


def advice(marking: Marking, options: int = 4) -> tuple[Guess, ...]:
    """What a guess is worth with no option ruled out, with one, and so on until one is left.

    >>> from lessons.scoring import PLAIN
    >>> [(one.ruled_out, one.left, str(one.chance), str(one.worth)) for one in advice(PLAIN, 2)]
    [(0, 2, '1/2', '1/2'), (1, 1, '1', '1')]
    """
    return tuple(
        Guess(ruled_out=n, left=options - n, chance=Fraction(1, options - n), worth=guess_worth(options, n, marking))
        for n in range(options)
    )


def certainty(marking: Marking) -> Fraction:
    """How sure of an option one must be for choosing it to be worth nothing on average: above that it pays, below it a blank is better.

    Where p is the chance of being right, p × right + (1 − p) × wrong is 0 at p = −wrong / (right − wrong).

    >>> from lessons.scoring import PLAIN, UPSC
    >>> str(certainty(UPSC)), str(certainty(PLAIN))
    ('1/4', '0')
    """
    return -marking.wrong / (marking.right - marking.wrong)


def sentences(items: Sequence[Item], scores: Sequence[Score], marking: Marking) -> tuple[str, ...]:
    """What the marking means for one paper, for the learner to read after it; nothing where no item is one to guess at.

    Only items with one right option count as guesses (`guessable`); what was taken off is told of all.
    """
    if not any(map(guessable, items)):
        return ()
    wrong = sum(one.verdict in ("wrong", "ask") for one in scores)
    blank = [item for item, one in zip(items, scores, strict=True) if one.verdict == "blank" and guessable(item)]
    return (_rule(marking), *_blanks(blank, marking), *_wrong(wrong, marking), _HONEST)


def guessable(item: Item) -> int:
    """Among how many options an item lets one guess; 0 where there is not one right option to choose."""
    return len(item.options) if item.kind in ("single_choice", "true_false") and len(item.options) > 1 else 0


def breakdown(items: Sequence[Item], scores: Sequence[Score], marking: Marking) -> Breakdown:
    """A paper by lesson, form and kind, in a learner's words; an item asked directly counts as that whatever its kind."""
    every = list(zip(items, scores, strict=True))

    def shares(names_of: Callable[[Item], Sequence[str]]) -> tuple[Share, ...]:
        names = dict.fromkeys(name for item in items for name in names_of(item))
        groups = [(name, [one for item, one in every if name in names_of(item)]) for name in names]
        told = [Share(name=name, n=len(group), marks=_earned(group), net=result(group, marking).net) for name, group in groups]
        return tuple(sorted(told, key=lambda share: share.marks / share.n))

    return Breakdown(
        lessons=shares(lambda item: [item.lesson]),
        forms=shares(lambda item: [FORM_NAMES[item.form]]),
        kinds=shares(lambda item: [KIND_NAMES[item.kind]]),
        facts=shares(lambda item: [FACT_NAMES[fact.kind] for fact in item.facts]),
    )


def standing_payload(
    items: Sequence[Item], scores: Sequence[Score], marking: Marking, earlier: Sequence[Fraction] | None = ()
) -> dict[str, Any]:
    """What the browser shows of a marked paper beside its marks, as JSON.

    Args:
        items: the paper.
        scores: of each item.
        marking: what right earns and wrong takes off.
        earlier: net shares of the learner's earlier papers; None where they cannot be read.

    Returns:
        ``place`` (the percentile in words), ``guesses`` (a table for each number of options: ``options`` and ``rows`` of four texts: ruled
        out, left, chance, marks on average), ``sentences``, ``facts`` (``{name, n, marks}`` by kind of fact; the browser itself adds up by
        lesson, form and kind of item).
    """
    often = Counter(filter(None, map(guessable, items)))
    facts = [{"name": share.name, "n": share.n, "marks": float(share.marks)} for share in breakdown(items, scores, marking).facts]
    return {
        "place": place(net_share(result(scores, marking)), earlier),
        "guesses": [{"options": options, "rows": [_row(one) for one in advice(marking, options)]} for options, _ in often.most_common()],
        "sentences": list(sentences(items, scores, marking)),
        "facts": facts,
    }


_HONEST = "These are averages over many guesses, not a promise."
_RULED_OUT = ("with no option ruled out", "with one ruled out", "with two")


def _below(net_share: Fraction, earlier: Sequence[Fraction]) -> tuple[int, int]:
    """How many are below, and how many equal."""
    return sum(one < net_share for one in earlier), sum(one == net_share for one in earlier)


def _rule(marking: Marking) -> str:
    sure = certainty(marking)
    if not sure:
        return "Nothing is taken off for a wrong answer, so a guess can only earn: leave nothing blank."
    return f"Choosing an option pays, on average, if you are more than {round(100 * sure)}% sure of it; if less, leave the question blank."


def _blanks(blank: Sequence[Item], marking: Marking) -> list[str]:
    """One sentence for each number of options, mostly one."""
    groups = Counter(map(guessable, blank))
    if not groups:
        return ["You left nothing blank that could be guessed."]
    told = []
    for options, n in groups.most_common():
        sums = [_text(n * one.worth) for one in advice(marking, options) if one.left > 1][: len(_RULED_OUT)]
        ways = ", ".join(f"{marks} {words}" for marks, words in zip(sums, _RULED_OUT, strict=False))
        kind = f" of {options} options" if len(groups) > 1 else ""
        them = "it" if n == 1 else "all of them"
        told.append(f"You left {n} question{'' if n == 1 else 's'}{kind} blank. Guessing at {them} comes, on average, to {ways}.")
    return told


def _wrong(wrong: int, marking: Marking) -> list[str]:
    if not wrong or not marking.wrong:
        return []
    lost = -wrong * marking.wrong
    return [f"{wrong} wrong answer{'' if wrong == 1 else 's'} took off {_text(lost)} mark{'' if lost == 1 else 's'}."]


def _earned(scores: Sequence[Score]) -> Fraction:
    return sum((one.marks / one.out_of for one in scores), Fraction(0))


def _row(one: Guess) -> list[str]:
    chance = "certain" if one.left == 1 else f"1 in {one.left}"
    return [str(one.ruled_out or "none"), str(one.left), chance, ("+" if round(one.worth, 2) > 0 else "") + _text(one.worth)]


def _text(marks: Fraction) -> str:
    """Marks to two decimals; next to nothing is 0, without a sign."""
    return decimal(round(marks, 2))
