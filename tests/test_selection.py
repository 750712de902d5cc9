"""A quiz and a paper: across facts and kinds, important facts first, nothing given away, by the seed."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

import lessons
from lessons.flaws import quiz_flaws
from lessons.selection import EXAM, QUIZ, pick, weight

DECK = lessons.read()
SEEDS = range(1, 21)
DRAWN = {seed: DECK.items(seed=seed) for seed in SEEDS}


@pytest.mark.parametrize("n", [5, 10, 20, 40, 100])
@pytest.mark.parametrize("shares", [QUIZ, EXAM], ids=["quiz", "exam"])
def test_no_quiz_has_a_flaw(n: int, shares: dict[str, float]) -> None:
    """Over twenty seeds no stem gives away another's key, keys are balanced, no fact comes twice in a row, kinds vary."""
    for seed in SEEDS:
        quiz = pick(DRAWN[seed], n, seed=seed, shares=shares)
        assert len(quiz) == n
        assert len({item.id for item in quiz}) == n
        assert quiz_flaws(quiz) == []


def test_the_seed_makes_the_quiz() -> None:
    """The same items, in whatever order, and the same seed give the same quiz; another seed gives another."""
    items = DRAWN[1]
    assert pick(items, 20, seed=1) == pick(tuple(reversed(items)), 20, seed=1)
    assert pick(items, 20, seed=1) != pick(items, 20, seed=2)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_quiz_asks_each_fact_once_before_one_is_asked_again(seed: int) -> None:
    """Twenty items ask as many facts as they are made from, and half of the true/false ones are true."""
    quiz = pick(DRAWN[seed], 20, seed=seed)
    asked = Counter(fact.id for item in quiz for fact in item.facts)
    assert max(asked.values()) == 1
    verdicts = [item.key_ids[0] for item in quiz if item.kind == "true_false"]
    assert abs(verdicts.count("true") - verdicts.count("false")) <= 1
    assert {"single_choice", "true_false", "gap"} <= {item.kind for item in quiz}


@pytest.mark.parametrize(("shares", "n"), [(QUIZ, 50), (EXAM, 25)], ids=["quiz", "exam"])
def test_kinds_and_forms_have_their_shares(shares: dict[str, float], n: int) -> None:
    """Each kind or form is asked as often as its share says, to an item or two, as far as the notes give it."""
    for seed in (1, 2, 3):
        quiz = pick(DRAWN[seed], n, seed=seed, shares=shares)
        found = Counter(item.kind if shares is QUIZ else item.form for item in quiz)
        there = Counter(item.kind if shares is QUIZ else item.form for item in DRAWN[seed])
        for name, share in shares.items():
            if there[name] >= 2 * n * share:  # else the notes hold too few that go together
                assert found[name] >= n * share - 1.5, (seed, name, found)


def test_important_facts_come_earlier() -> None:
    """Facts that several sources tell, or that are in the headline, are asked far oftener in short quizzes than others."""
    asked = Counter(fact.id for seed in range(200) for item in pick(DRAWN[1], 10, seed=seed) for fact in item.facts)
    important = [asked[fact.id] for fact in DECK.facts if weight(fact) > 1]
    others = [asked[fact.id] for fact in DECK.facts if weight(fact) == 1]
    assert important
    assert others
    assert Fraction(sum(important), len(important)) > 1.5 * Fraction(sum(others), len(others))
    assert sum(n > 0 for n in asked.values()) > 0.9 * len(DECK.facts)  # and yet nothing is never asked


def test_weight_is_explained() -> None:
    """A fact told by two notes weighs more than one told by one."""
    two = [fact for fact in DECK.facts if len({citation.source.note for citation in fact.citations}) > 1]
    assert two
    assert all(weight(fact) >= 4 for fact in two)


def test_what_is_there_is_asked_where_little_is() -> None:
    """Where the notes give fewer items than are wanted, all come that go together; none is asked where none is there."""
    few = DECK.only(lesson="Article 5", kinds=["person", "number"])
    assert 0 < len(pick(few.items(), 50, seed=1)) <= len(few.items())
    assert pick((), 5, seed=1) == ()


def test_exam_is_a_paper_of_single_choice() -> None:
    """A paper has single-choice items alone, of the forms asked for, from the lesson asked for."""
    paper = lessons.exam(DECK, n=12, seed=3)
    assert repr(paper) == "Exam(12 items, seed=3)"
    assert {item["kind"] for item in paper.items} == {"single_choice"}
    assert len({item["form"] for item in paper.items}) >= 5
    pairs = lessons.exam(DECK, n=3, seed=3, forms=["pairs"], lesson="The 2021 expulsions")
    assert {item["form"] for item in pairs.items} == {"pairs"}
    assert {item.lesson for item in pairs._asked} == {"The 2021 expulsions"}
    for minutes in (0, -5, float("nan")):
        with pytest.raises(lessons.LessonsError, match="is no time to work in"):
            lessons.exam(DECK, minutes=minutes)
    with pytest.raises(lessons.LessonsError, match="unknown form 'essay'; there are direct"):
        lessons.exam(DECK, forms=["essay"])
    with pytest.raises(lessons.LessonsError, match="unknown kind of item 'pairs'"):
        lessons.quiz(DECK, kinds=["pairs"])  # type: ignore[list-item]
