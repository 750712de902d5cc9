"""Gap: the key is typed, as text, a number or a date."""

from __future__ import annotations

from ..dates import Date
from ..distractors import Index
from ..ids import digest
from ..items import Item
from ..quantities import Quantity
from ..questions import Question
from .choice import explanation


def gap(question: Question, index: Index) -> Item:
    """The question with its key to be typed.

    A date's key is the date, a number's the number; a text's key is the tuple of all accepted texts, the fact's own first.
    """
    key: tuple[str, ...] | int | float | Date
    match question.key:
        case Date() as date:
            key = date
        case Quantity(value=value):
            key = value
        case text:
            also_true = index.true_texts(question)
            key = tuple(dict.fromkeys((text, *question.fact.also, *index.other_names(text), *also_true)))
    return Item(
        id=digest("gap", "direct", question.fact.id, question.slot),
        kind="gap",
        stem=question.stem,
        key=key,
        explanation=explanation(question),
        others=index.others(question) if isinstance(key, tuple) else (),
        unit=question.key.unit if isinstance(question.key, Quantity) else "",
        facts=(question.fact,),
    )
