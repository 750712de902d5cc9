"""What goes with what: events and dates, people and offices, words and speakers, points and what they are named as.

A pairing holds facts of one lesson that can be matched without doubt: no right half fits two left halves, and none is given away by its
own left half. A term and its meaning, a label and its explanation make no pair: the one tells the other in different words, and a
careful reader found such items solvable without the notes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..distractors import Index
from ..facts import Event, Fact, Person, Point, Quotation
from ..lemmas import lemmas, parts, shared_lemmas
from ..likeness import overlap
from ..questions import Question, happened, questions, shown
from ..wording import as_of_words, by, given_away, sentence

_MONTHS = "January February March April May June July August September October November December"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two halves of a fact; the question asks for the right one."""

    question: Question
    left: str
    right: str

    @property
    def fact(self) -> Fact:
        return self.question.fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Pairs of one kind.

    Attributes:
        ask: the instruction to match them.
        headings: what the left and the right halves are.
        one_to_one: whether each right half belongs to one left half; arguments for and against are several each, and so are not matched.
    """

    ask: str
    headings: tuple[str, str]
    pairs: tuple[Pair, ...]
    one_to_one: bool = True


def pairings(facts: Sequence[Fact], index: Index) -> Iterator[Pairing]:
    """All pairings of a lesson's facts."""
    found: dict[tuple[str, tuple[str, str]], list[Pair]] = defaultdict(list)
    points: dict[str, list[Pair]] = defaultdict(list)
    times = {as_of_words(fact) for fact in facts if isinstance(fact.content, Person) and fact.dated}
    for fact in facts:
        if isinstance(fact.content, Point):
            content = fact.content
            named = Question(fact=fact, slot="heading", stem="", key=content.heading)
            points[by(fact)].append(Pair(question=named, left=shown(content.label, "label"), right=shown(content.heading, "heading")))
        for ask, headings, question, left in _halves(fact, index, at_one_time=len(times) == 1):
            found[ask, headings].append(Pair(question=question, left=left, right=shown(question.key, question.slot)))
    for (ask, headings), pairs in found.items():
        yield Pairing(ask=ask, headings=headings, pairs=tuple(pair for pair in pairs if _fit(pair)))
    for source, named_points in points.items():
        for group in _alike(named_points, facts[0].lesson):
            yield Pairing(ask="", headings=("Point", f"What {source} names it as"), pairs=tuple(group), one_to_one=False)


def apart(pair: Pair, others: Sequence[Pair], index: Index) -> bool:
    """Whether a pair can stand beside others: left and right halves are told apart, and none fits where another belongs."""
    return not any(
        overlap(pair.left, other.left)
        or overlap(pair.question.key, other.question.key)
        or not index.false(pair.question, other.question.key)
        or not index.false(other.question, pair.question.key)
        for other in others
    )


def _fit(pair: Pair) -> bool:
    """Whether the left half tells nothing of the right one."""
    return not (given_away(pair.right, pair.left) or given_away(pair.left, pair.right) or shared_lemmas(pair.left, pair.right))


def _alike(pairs: Sequence[Pair], lesson: str) -> Iterator[list[Pair]]:
    """Points under headings that can be taken for one another.

    Such headings share a word that is no everyday word of the lesson, either in what they name ("argument for …", "argument against …") or
    in what follows ("trigger of Russia's move", "meaning of Russia's move").
    """
    headings = list(dict.fromkeys(pair.right for pair in pairs))
    common = Counter(word for heading in headings for word in lemmas(heading))
    everyday = lemmas(f"{lesson} {_MONTHS}") | {word for word, n in common.items() if n > max(2, len(headings) / 2)}
    for part in (0, 1):
        for word in dict.fromkeys(word for heading in headings for word in sorted(parts(heading)[part] - everyday)):
            group = [pair for pair in pairs if word in parts(pair.right)[part] and _fit(pair)]
            if len({pair.right for pair in group}) > 1:
                yield group
                pairs = [pair for pair in pairs if word not in parts(pair.right)[part]]


def _halves(fact: Fact, index: Index, *, at_one_time: bool) -> Iterator[tuple[str, tuple[str, str], Question, str]]:
    """Instruction, headings, the question for the right half, and the left half."""
    asked = {question.slot: question for question in questions(fact)}
    match fact.content:
        case Event(when=when, clause=clause) if "when" in asked and happened(fact.content) and not index.date_disputed(fact):
            unit = "date" if when.precision == "day" else when.precision
            yield f"Match each event with its {unit}.", ("Event", unit.capitalize()), asked["when"], sentence(clause).removesuffix(".")
        case Person(name=name) if "office" in asked and not fact.dated:
            yield "Match each person with what is said of them.", ("Person", "What is said"), asked["office"], name
        case Person(name=name) if "office" in asked and at_one_time:
            yield f"Match each person with the office held as of {as_of_words(fact)}.", ("Person", "Office"), asked["office"], name
        case Person(name=name) if "office" in asked:
            told = f"{name}, {as_of_words(fact)}"
            yield "Match each person with the office held at the time given.", ("Person", "Office"), asked["office"], told
        case Quotation(words=words, context=context) if "speaker" in asked and not fact.disputed:
            told = f"“{words}”, {context}" if context else f"“{words}”"
            yield "Match the words with the one who used them.", ("Words", "Who used them"), asked["speaker"], told
        case _:
            return
