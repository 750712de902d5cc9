"""Item-writing flaws, found before a learner meets them.

The names are those of SAQUET's 19 flaws (Moore et al., AIED 2024), after Haladyna and Downing; here are the rules that can be had exactly,
without judging what a text means. `wording`, `options` and `answers` hold the rules of an item, `quiz` those of several items together.

An exam form is by design what some rule forbids: it says so in `EXEMPT`, and is held to all the others.

Limits: English. Not found: ambiguous or unclear information, gratuitous information, distractors that nobody would choose.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ..items import Item
from . import answers, options, wording
from .quiz import gives_away, quiz_flaws
from .records import Flaw, Rule

__all__ = ["EXEMPT", "RULES", "Flaw", "Rule", "flaws", "gives_away", "quiz_flaws"]

RULES: dict[str, Rule] = {rule.name: rule for rule in (*wording.RULES, *options.RULES, *answers.RULES)}

_CODED = frozenset(
    "k_type none_of_the_above all_of_the_above convergence_cues logical_cues lost_sequence longest_option_correct "
    "word_repeats grammatical_cues implausible_distractors equal_options".split()
)
EXEMPT: dict[str, frozenset[str]] = {
    "true_false": frozenset({"true_false_question"}),
    "gap": frozenset({"fill_in_the_blank"}),
    # Coded options are the same for every item of the form: nothing in them can tell the key.
    **dict.fromkeys(("two_statements", "three_statements", "how_many", "statement_reason", "pairs", "lists", "chronology"), _CODED),
}
"""What a kind or a form is by design, and so not held to."""


def flaws(item: Item, true: Iterable[str] = ()) -> tuple[Flaw, ...]:
    """The flaws of an item, beyond what its kind and form are exempt from.

    Args:
        item: of any kind.
        true: what else is true in the question's place, by the notes.

    >>> from lessons.items import Option
    >>> options = [Option(id=text, text=text) for text in ("Always", "In May", "In June", "All of the above")]
    >>> item = Item(id="i", kind="single_choice", stem="When does it not rain?", options=tuple(options), key=("In May",), facts=())
    >>> [flaw.rule.name for flaw in flaws(item)]
    ['negative_stem', 'absolute_terms', 'all_of_the_above']
    """
    keys: list[str] = []
    distractors: list[str] = []
    if item.kind in ("single_choice", "multiple_response"):
        ids = item.key_ids
        for option in item.options:
            (keys if option.id in ids else distractors).append(option.text)
    found = []
    for rule in _held_to(item.kind, item.form):
        what = rule.find(item, keys, distractors) if rule.find else ""
        if what:
            found.append(Flaw(rule=rule, what=what))
    what = answers.also_true(distractors, true)
    return (*found, Flaw(rule=RULES["more_than_one_correct"], what=what)) if what else tuple(found)


@cache
def _held_to(kind: str, form: str) -> tuple[Rule, ...]:
    """The rules that an item of a kind and a form is held to."""
    exempt = EXEMPT.get(kind, frozenset()) | EXEMPT.get(form, frozenset())
    chosen = kind in ("single_choice", "multiple_response")
    return tuple(rule for rule in (RULES.values() if chosen else wording.RULES) if rule.name not in exempt)
