"""Where a paper stands: percentile, what guesses are worth, by lesson, form and kind."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import dates
from lessons.facts import Citation, Event, Fact, Source, Term
from lessons.items import Form, Item, ItemKind, Option
from lessons.scoring import CSAT, PLAIN, UPSC, Marking, Score, result
from lessons.scoring.records import scored, shared
from lessons.standing import (
    FACT_NAMES,
    FORM_NAMES,
    KIND_NAMES,
    advice,
    breakdown,
    certainty,
    guess_worth,
    net_share,
    percentile,
    place,
    sentences,
    standing_payload,
)
from lessons.widgets.source import static

SHARES = st.fractions(min_value=-1, max_value=1, max_denominator=200)
MARKINGS = st.builds(
    Marking,
    right=st.fractions(min_value=Fraction(1, 10), max_value=10, max_denominator=60),
    wrong=st.fractions(min_value=-10, max_value=0, max_denominator=60),
)
COMES = "comes, on average, to"
HARSH = Marking(right=Fraction(1), wrong=Fraction(-1))
SOURCE = Source(note="n", title="T", author=None, publisher="P", published=dates.parse("2022"))


def fact(lesson: str = "L", content: Any = None) -> Fact:
    told = content or Term(term="ally", meaning="a member")
    cited = (Citation(source=SOURCE, paragraph=1),)
    return Fact(id=f"f{lesson}{told}", lesson=lesson, content=told, note="n", line=1, quote="q", citations=cited, as_of=dates.parse("2022"))


def item(options: int = 4, *, kind: ItemKind = "single_choice", form: Form = "direct", facts: Sequence[Fact] = ()) -> Item:
    told = tuple(Option(id=f"o{n}", text=f"{n}") for n in range(options))
    return Item(id="i", kind=kind, form=form, stem="?", options=told, key=("o0",), facts=tuple(facts) or (fact(),))


def verdicts(right: int, wrong: int, blank: int) -> list[Score]:
    return [scored("right")] * right + [scored("wrong")] * wrong + [scored("blank")] * blank


# Percentile


def test_percentile_rank() -> None:
    """Papers below count whole, equal ones half, over the number of earlier ones."""
    quarter, half, most = Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)
    assert percentile(half, [quarter]) == 100
    assert percentile(half, [half]) == 50
    assert percentile(half, [most]) == 0
    assert percentile(half, [quarter, half, half, most]) == 50
    assert percentile(half, [quarter, quarter, most]) == 67
    assert percentile(Fraction(-1, 10), [Fraction(-1, 5), Fraction(0)]) == 50
    assert percentile(half, []) is None


@given(mine=SHARES, earlier=st.lists(SHARES, min_size=1, max_size=30))
def test_percentile_is_between_0_and_100_and_mirrored(mine: Fraction, earlier: list[Fraction]) -> None:
    """It is a percentile, no order of the papers matters, and turning all signs turns it round."""
    found = percentile(mine, earlier)
    assert found is not None
    assert 0 <= found <= 100
    assert percentile(mine, random.Random(1).sample(earlier, len(earlier))) == found
    assert percentile(-mine, [-one for one in earlier]) == 100 - found


@given(mine=SHARES, more=SHARES, earlier=st.lists(SHARES, min_size=1, max_size=30))
def test_a_better_paper_stands_no_lower(mine: Fraction, more: Fraction, earlier: list[Fraction]) -> None:
    """The percentile never falls as the marks rise."""
    low, high = sorted((mine, more))
    assert (percentile(low, earlier) or 0) <= (percentile(high, earlier) or 0)


def test_papers_of_any_length_and_marking_are_compared_by_their_share() -> None:
    """The same share of the marks is the same standing; a paper of nothing has none of it."""
    short, long = result(verdicts(8, 5, 7), UPSC), result(verdicts(80, 50, 70), CSAT)
    assert net_share(short) == Fraction(19, 60) == net_share(long)
    assert net_share(result([], UPSC)) == 0


@pytest.mark.parametrize(
    ("earlier", "words"),
    [
        ([], "This is your first paper: the next one will be compared with it."),
        (None, "Your earlier papers are not at hand, so this one is compared with none."),
        ([Fraction(0)], "Percentile 100 among your own papers: better than 1 of 1 earlier one. With so few, it says little yet."),
        (
            [Fraction(1, 2)] * 3 + [Fraction(1)],
            "Percentile 38 among your own papers: better than none and equal to 3 of 4 earlier ones. With so few, it says little yet.",
        ),
        ([Fraction(n, 10) for n in range(5)], "Percentile 100 among your own papers: better than 5 of 5 earlier ones."),
        ([Fraction(n, 10) for n in range(10)], "Percentile 55 among your own papers: better than 5 and equal to 1 of 10 earlier ones."),
    ],
)
def test_the_percentile_in_words(earlier: list[Fraction] | None, words: str) -> None:
    """A first paper is told kindly, few papers are said to be few, and the count of them is always told."""
    assert place(Fraction(1, 2), earlier) == words


# Guesses


@pytest.mark.parametrize(
    ("marking", "options", "worth"),
    [
        (UPSC, 4, ["0", "2/9", "2/3", "2"]),
        (CSAT, 4, ["0", "5/18", "5/6", "5/2"]),
        (PLAIN, 4, ["1/4", "1/3", "1/2", "1"]),
        (HARSH, 4, ["-1/2", "-1/3", "0", "1"]),
        (UPSC, 2, ["2/3", "2"]),
        (UPSC, 5, ["-2/15", "0", "2/9", "2/3", "2"]),
    ],
)
def test_what_a_guess_is_worth(marking: Marking, options: int, worth: list[str]) -> None:
    """The expected marks among the options that are left, by hand, for the papers' markings and others."""
    assert [str(guess_worth(options, n, marking)) for n in range(options)] == worth
    told = advice(marking, options)
    assert [(one.ruled_out, one.left, str(one.worth)) for one in told] == [(n, options - n, worth[n]) for n in range(options)]


@pytest.mark.parametrize(("options", "ruled_out"), [(1, 0), (0, 0), (4, 4), (4, -1)])
def test_no_guess_without_options(options: int, ruled_out: int) -> None:
    """One option is no guess, and one must be left: what came is named."""
    with pytest.raises(ValueError, match=f"{ruled_out} of {options} options ruled out"):
        guess_worth(options, ruled_out, UPSC)


@pytest.mark.parametrize("marking", [UPSC, CSAT, PLAIN, HARSH])
def test_a_guess_is_worth_what_guessing_comes_to(marking: Marking) -> None:
    """Guessing at 10,000 items by `lessons.scoring` itself comes near to what is said, for each number ruled out."""
    rng = random.Random(7)
    for one in advice(marking, 4):
        told = result((scored("right" if rng.randrange(one.left) == 0 else "wrong") for _ in range(10_000)), marking)
        assert abs(float(told.net) / 10_000 - float(one.worth)) < 0.06


@given(marking=MARKINGS, options=st.integers(2, 8))
def test_ruling_out_never_costs(marking: Marking, options: int) -> None:
    """With each option ruled out a guess is worth more, or as much; the last one is the marks of a right response."""
    worth = [one.worth for one in advice(marking, options)]
    assert worth == sorted(worth)
    assert worth[-1] == marking.right


@given(marking=MARKINGS, options=st.integers(2, 8))
def test_certainty_is_where_a_guess_is_worth_nothing(marking: Marking, options: int) -> None:
    """A guess pays just where its chance is above the certainty that the marking asks for."""
    assert all((one.worth > 0) == (one.chance > certainty(marking)) for one in advice(marking, options))


# Sentences


def test_sentences_of_a_upsc_paper() -> None:
    """When a response pays; what the blanks would have come to; what the wrong ones cost; that it is an average."""
    assert sentences([item()] * 20, verdicts(8, 5, 7), UPSC) == (
        "Choosing an option pays, on average, if you are more than 25% sure of it; if less, leave the question blank.",
        f"You left 7 questions blank. Guessing at all of them {COMES} 0 with no option ruled out, 1.56 with one ruled out, 4.67 with two.",
        "5 wrong answers took off 3.33 marks.",
        "These are averages over many guesses, not a promise.",
    )


@pytest.mark.parametrize(
    ("marking", "scores", "words"),
    [
        (CSAT, verdicts(0, 6, 0), ["25%", "You left nothing blank", "6 wrong answers took off 5 marks."]),
        (CSAT, verdicts(5, 0, 1), ["25%", "1 question blank. Guessing at it", "0 with no option", "0.28 with one", "0.83 with two"]),
        (PLAIN, verdicts(0, 3, 3), ["a guess can only earn", "0.75 with no option ruled out, 1 with one ruled out, 1.5 with two"]),
        (
            HARSH,
            verdicts(0, 1, 5),
            ["50%", "−2.5 with no option ruled out, −1.67 with one ruled out, 0 with two", "1 wrong answer took off 1 mark."],
        ),
        (
            Marking(right=Fraction(1), wrong=Fraction(-1, 4)),
            verdicts(1, 3, 2),
            ["20%", "0.12 with no option", "3 wrong answers took off 0.75"],
        ),
        (Marking(right=Fraction(2), wrong=Fraction("-0.667")), verdicts(0, 0, 1), ["to 0 with no option ruled out, 0.22"]),
    ],
)
def test_sentences_of_any_marking(marking: Marking, scores: list[Score], words: list[str]) -> None:
    """Every figure is that marking's; what costs nothing is not said to cost, and next to nothing is 0 without a sign."""
    told = " ".join(sentences([item()] * len(scores), scores, marking))
    assert all(word in told for word in words), told
    assert ("took off" in told) == bool(marking.wrong and any(one.verdict == "wrong" for one in scores))
    assert "−0 " not in told


def test_other_numbers_of_options() -> None:
    """Blanks of another number of options are told apart, and what would leave one option is no guess."""
    told = sentences([item(2, kind="true_false")] * 3 + [item(4)], verdicts(0, 0, 4), UPSC)
    assert "You left 3 questions of 2 options blank. Guessing at all of them comes, on average, to 2 with no option ruled out." in told
    assert any(one.startswith("You left 1 question of 4 options blank. Guessing at it") for one in told)
    payload = standing_payload([item(2, kind="true_false")] * 3 + [item(4)], verdicts(0, 0, 4), UPSC)
    assert [(one["options"], len(one["rows"])) for one in payload["guesses"]] == [(2, 2), (4, 4)]


@pytest.mark.parametrize("kind", ["multiple_response", "ordering", "matching", "gap"])
def test_only_one_right_option_can_be_guessed(kind: ItemKind) -> None:
    """Of what is typed, ordered, matched or chosen several times no guess is told; beside a choice its blanks are not counted."""
    other = item(0 if kind == "gap" else 4, kind=kind)
    assert sentences([other] * 3, verdicts(0, 0, 3), UPSC) == ()
    assert standing_payload([other] * 3, verdicts(0, 0, 3), UPSC)["guesses"] == []
    mixed = sentences([item(), other, other], verdicts(1, 0, 2), UPSC)
    assert "You left nothing blank that could be guessed." in mixed


def test_what_cannot_be_read_cost_as_much_as_a_wrong_one() -> None:
    """A response to be asked about again is wrong in a paper, in the sentences as in the marks."""
    told = sentences([item(), item()], [scored("ask"), scored("wrong")], UPSC)
    assert "2 wrong answers took off 1.33 marks." in told


# By lesson, form and kind


def test_breakdown() -> None:
    """What went worst stands first; shares count as such, net follows the marking, and an item on two kinds of fact counts in both."""
    event = Event(when=dates.parse("1949"), clause="The treaty was signed")
    items = [
        item(form="pairs", facts=[fact("A"), fact("A", event)]),
        item(form="pairs", facts=[fact("A", event)]),
        item(facts=[fact("B")]),
        item(kind="multiple_response", facts=[fact("B")]),
    ]
    scores = [scored("right"), scored("wrong"), scored("right"), shared(1, 0, 2, "")]
    told = breakdown(items, scores, UPSC)
    assert [(one.name, one.n, one.marks, one.net) for one in told.lessons] == [("A", 2, 1, Fraction(4, 3)), ("B", 2, Fraction(3, 2), 3)]
    assert [(one.name, one.marks) for one in told.forms] == [("Pairs", 1), ("Asked directly", Fraction(3, 2))]
    assert [(one.name, one.n) for one in told.kinds] == [("Several right options", 1), ("One right option", 3)]
    assert [(one.name, one.n) for one in told.facts] == [("Dates", 2), ("Terms", 3)]
    assert sum(one.net for one in told.lessons) == result(scores, UPSC).net


def test_a_paper_of_nothing() -> None:
    """No items make no rows, no tables and no error."""
    assert standing_payload([], [], UPSC) == {"place": place(Fraction(0), []), "guesses": [], "sentences": [], "facts": []}


def test_every_form_and_kind_has_words() -> None:
    """Python and the browser know all of them, by the same names."""
    text = static("report.js")
    told = dict(re.findall(r'(\w+): "([A-Z][\w ]+)"', text))
    direct = re.search(r'DIRECT = "([\w ]+)"', text)
    assert direct
    assert told | {"direct": direct[1]} == FORM_NAMES | KIND_NAMES
    assert set(FORM_NAMES) == set(Form.__args__)  # type: ignore[attr-defined]
    assert set(KIND_NAMES) == set(ItemKind.__args__)  # type: ignore[attr-defined]


def test_every_kind_of_fact_has_words() -> None:
    """None is told by its name in the code."""
    from lessons.facts import KINDS

    assert set(FACT_NAMES) == set(KINDS.values())


def test_the_payload_is_json() -> None:
    """Rows are texts with a sign before what is earned; the whole can be sent."""
    payload = standing_payload([item()] * 3, verdicts(1, 1, 1), UPSC, [Fraction(0)])
    assert json.loads(json.dumps(payload)) == payload
    assert payload["guesses"] == [
        {
            "options": 4,
            "rows": [
                ["none", "4", "1 in 4", "0"],
                ["1", "3", "1 in 3", "+0.22"],
                ["2", "2", "1 in 2", "+0.67"],
                ["3", "1", "certain", "+2"],
            ],
        }
    ]
    assert standing_payload([item()], [scored("blank")], HARSH)["guesses"][0]["rows"][0][3] == "−0.5"
    assert payload["facts"] == [{"name": "Terms", "n": 3, "marks": 1.0}]
