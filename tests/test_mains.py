"""Mains questions: how they are read, what is said of those that cannot be, their ids, their sources, and Python's side of the widget."""

import re
from pathlib import Path

import pytest

import lessons
from lessons.errors import EmptyError, NotesError
from lessons.folder import shipped
from lessons.lines import EXAMPLES, MAINS
from lessons.mains_questions import MainsQuestion
from lessons.notes import parse
from lessons.widgets import Mains
from lessons.widgets.mains import mains_payload

from .test_widgets import EVIL, Text

HEAD = '---\ntitle: "{title}"\npublisher: The Press\npublished: {published}\n---\n# Treaties\n'
POINTS = (
    "    - point: It binds all. (¶3)\n    - point: It was signed in 1949. (¶4; other ¶2)\n"
    "        - since: More have signed.\n    - point: It can be left. (¶5)\n"
)
GOOD = f"\n## Mains\n- 10 marks: Explain the treaty.\n{POINTS}    - since: It was renewed.\n"


def note(body: str = GOOD, *, title: str = "Title", published: str = "2022-08-19") -> str:
    return HEAD.format(title=title, published=published) + body


def read(folder: Path, *bodies: str) -> lessons.Deck:
    """A deck of these notes, and of one other that they may cite."""
    for n, body in enumerate(bodies):
        (folder / f"note{n}.md").write_text(note(body), encoding="utf-8")
    text = note("\nText.\n\n## Disputed: its end\n- 1990: the one (¶1)\n- 1991: the other (¶2)\n", title="Other", published="2023-03")
    (folder / "other.md").write_text(text, encoding="utf-8")
    return lessons.read(folder)


def problems(folder: Path, body: str) -> list[str]:
    """What is said of a note, each line without its file; the section's own lines are counted from 1."""
    with pytest.raises(NotesError) as error:
        read(folder, body)
    above = HEAD.count("\n")
    return [f"{problem.line - above}: {problem.text}" for problem in error.value.problems]


@pytest.fixture(scope="module")
def asked() -> tuple[MainsQuestion, ...]:
    return lessons.read().mains


# ---- reading ------------------------------------------------------------------------------------------------------------------------


def test_a_question_is_read_with_its_points(tmp_path: Path) -> None:
    """Marks, question, points in order, each with its paragraphs of this or another note, and what has changed since."""
    (one,) = read(tmp_path, GOOD).mains
    assert (one.lesson, one.marks, one.words, one.minutes, one.question) == ("Treaties", 10, 150, 7, "Explain the treaty.")
    assert (one.note, one.line, one.since) == ("note0", 9, "It was renewed.")
    assert [point.text for point in one.points] == ["It binds all.", "It was signed in 1949.", "It can be left."]
    assert [[(c.source.note, c.paragraph) for c in point.citations] for point in one.points] == [
        [("note0", 3)], [("note0", 4), ("other", 2)], [("note0", 5)],
    ]  # fmt: skip
    assert [point.since for point in one.points] == [None, "More have signed.", None]
    assert one.points[1].quote == "It was signed in 1949. (¶4; other ¶2)"


def test_as_of_when_a_question_and_its_points_hold(tmp_path: Path) -> None:
    """The date of the source, of a point that of the first it cites, unless the note says another; "always" is none."""
    points = (
        "    - point: A holds. (other ¶3)\n    - point: B holds. (¶4)\n        - as of: 1949\n"
        "    - point: C holds. (¶4)\n        - as of: always\n"
    )
    deck = read(tmp_path, f"## Mains\n- 15 marks: Discuss it.\n{points}- 10 marks: Explain it.\n    - as of: spring 2020\n{points}")
    first, second = deck.mains
    assert [first.as_of.edtf, second.as_of.edtf] == ["2022-08-19", "2020-21"]
    assert [point.as_of and point.as_of.edtf for point in first.points] == ["2023-03", "1949", None]


def test_what_is_disputed_says_so(tmp_path: Path) -> None:
    """A point on which sources disagree carries what each says, from whichever note has the accounts; errata go with their point."""
    points = POINTS.replace("        - since: More have signed.\n", "        - disputed: Its end\n        - erratum: The page says 1948.\n")
    (one,) = read(tmp_path, f"## Mains\n- 15 marks: Discuss it.\n{points}").mains
    assert one.points[1].disputed == "its end"
    assert one.points[1].dispute == "Sources disagree on this: its end. “1990”: the one (The Press, ¶1); “1991”: the other (The Press, ¶2)."
    assert one.points[1].erratum == "The page says 1948."


def test_a_note_read_alone_knows_what_its_points_cite(tmp_path: Path) -> None:
    """A point alone that cites a neighbour, or its dispute, is enough to look it up there."""
    read(tmp_path, GOOD.replace("        - since", "        - disputed: its end\n        - since"))
    (one,) = lessons.read(tmp_path / "note0.md").mains
    assert one.points[1].citations[1].source.title == "Other"
    assert "“1991”: the other" in one.points[1].dispute


def test_mains_questions_are_no_facts(tmp_path: Path) -> None:
    """A section of them adds no fact, card or item; a note may hold nothing else; they are found by a line's typing habits, too."""
    (tmp_path / "only.md").write_text(note(GOOD.replace("; other ¶2", "").replace("    ", "\t").replace("\n", "\r\n")), encoding="utf-8")
    deck = lessons.read(tmp_path)
    assert (len(deck), deck.cards(), deck.items(), deck.lessons) == (0, (), (), ("Treaties",))
    assert [len(one.points) for one in deck.mains] == [3]


BAD = {
    "marks that are not in the paper": (
        f"## Mains\n- 12 marks: Explain.\n{POINTS}",
        ["2: '12 marks' is not in the paper; write '10 marks' (150 words) or '15 marks'"],
    ),
    "no marks": (f"## Mains\n- Explain the treaty.\n{POINTS}", ["2: 'Explain the treaty.' does not say its marks; write '- 10 marks: "]),
    "no question": (f"## Mains\n- 10 marks:\n{POINTS}", ["2: '10 marks:' asks nothing; write '- 10 marks: "]),
    "no points": (
        "## Mains\n- 10 marks: Explain.",
        ["2: the question 'Explain.' has no points; write 3 or more below it: '    - point: … (¶4)'"],
    ),
    "two points": (
        "## Mains\n- 10 marks: Explain.\n    - point: A. (¶1)\n    - point: B. (¶2)",
        ["2: the question 'Explain.' has 2 points; write 3 or more"],
    ),
    "a point without a paragraph": (
        f"## Mains\n- 10 marks: Explain.\n{POINTS}    - point: It rains.",
        ["7: the point 'It rains.' cites no paragraph; write where it stands"],
    ),
    "a point that cites badly": (
        f"## Mains\n- 10 marks: Explain.\n{POINTS}    - point: It rains. (¶x)",
        ["7: '¶x' cites no paragraph; write e.g. '(¶12)'"],
    ),
    "a point that cites a note that is not there": (
        f"## Mains\n- 10 marks: Explain.\n{POINTS}    - point: It rains. (gone ¶2)",
        ["7: cites the note 'gone', which is not here; the notes"],
    ),
    "a point without words": (f"## Mains\n- 10 marks: Explain.\n{POINTS}    - point: (¶2)", ["7: a point without words; write '- point: "]),
    "one point twice": (
        f"## Mains\n- 10 marks: Explain.\n{POINTS}    - point: It binds ALL (¶9)",
        ["7: 'It binds ALL' was said in line 9; keep one"],
    ),
    "one question twice": (
        f"## Mains\n- 10 marks: Explain.\n{POINTS}- 15 marks: Explain\n{POINTS}",
        ["7: 'Explain' was said in line 8; keep one"],
    ),
    "a question that cites": (
        f"## Mains\n- 10 marks: Explain. (¶2)\n{POINTS}",
        ["2: the question 'Explain.' cites a paragraph; cite at each point what it rests on"],
    ),
    "a gap": (
        f"## Mains\n- 10 marks: Explain ==this==.\n{POINTS}    - point: It ==rains==. (¶2)",
        ["2: '==this==' makes no gap in '## Mains'; take the marks off", "7: '==rains==' makes no gap"],
    ),
    "a point that is not indented": (
        f"## Mains\n- 10 marks: Explain.\n{POINTS}- point: It rains. (¶2)",
        ["7: 'point: It rains.' belongs to the question above; indent it by four spaces"],
    ),
    "an unknown refinement": (
        f"## Mains\n- 10 marks: Explain.\n{POINTS}    - not: this\n    - point: It rains. (¶2)\n        - Q: Does it?",
        [
            "7: 'not: this' refines nothing; begin with one of point:, since:, as of:",
            "9: 'Q: Does it?' refines nothing; begin with one of since:",
        ],
    ),
    "a date that is none": (
        f"## Mains\n- 10 marks: Explain.\n    - as of: never\n{POINTS}        - as of: 31 June 2021",
        ["3: 'never'", "8: '31 June 2021' is no date"],
    ),
    "a topic that no note disputes": (
        f"## Mains\n- 10 marks: Explain.\n{POINTS}        - disputed: the weather",
        ["7: no note has a section '## Disputed: the weather'"],
    ),
    "two refinements of one name": (
        f"## Mains\n- 10 marks: Explain.\n{POINTS}    - since: A.\n    - since: B.",
        ["8: a second 'since' for one line: 'B.'; keep one"],
    ),
    "nothing below": ("## Mains\n\n# Other\n\nText.", [f"1: nothing stands under 'Mains'; write e.g. '{EXAMPLES[MAINS]}'"]),
    "a heading that says more": (
        f"## Mains: GS-II\n- 10 marks: Explain.\n{POINTS}",
        ["1: 'Mains: GS-II' takes nothing behind it; write '## Mains'"],
    ),
    "a misspelt heading": (f"## Main\n- 10 marks: Explain.\n{POINTS}", ["1: unknown section 'Main'; did you mean '## Mains'?"]),
    "prose": (
        f"## Mains\nExplain.\n\n- 10 marks: Explain.\n{POINTS}",
        ["2: 'Explain.' is no bullet of '## Mains'; write e.g. '- 10 marks: "],
    ),
    "several at once": (
        f"## Mains\n- 20 marks: Explain.\n{POINTS}    - point: It rains.\n- Discuss.\n- 10 marks: Examine.\n    - point: A.",
        [
            "2: '20 marks'",
            "7: the point 'It rains.' cites no",
            "8: 'Discuss.' does not say",
            "9: the question 'Examine.' has 1 point;",
            "10: the p",
        ],
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_named(name: str, tmp_path: Path) -> None:
    """All problems at once, each by its line: what came and what to write instead; nothing more and nothing less."""
    body, expected = BAD[name]
    found = problems(tmp_path, body)
    assert len(found) == len(expected), found
    for said, start in zip(found, expected, strict=True):
        assert said.startswith(start), found
        assert len(said) < 400


def test_readme_shows_the_section() -> None:
    """README's note has a question that is read, and names the section and the line of a point."""
    text = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```markdown\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    found, wrong = parse(re.sub(r"(?m)^(\w+:.*?)\s+# .*", r"\1", shown).encode(), "r.md", "r")
    assert not wrong
    assert found is not None
    assert found.mains
    assert f"\n| {MAINS} |" in text
    assert "| `point:` |" in text


# ---- ids ----------------------------------------------------------------------------------------------------------------------------


def ids(folder: Path, body: str) -> tuple[str, list[str]]:
    (one,) = read(folder, body).mains
    return one.id, [point.id for point in one.points]


@pytest.mark.parametrize(
    ("right", "typo"),
    [("Explain", "Explian"), ("binds all", "bind all"), ("the treaty", "teh Treaty"), ("(¶3)", "(¶7)"), ("## Mains", "Text.\n\n## Mains"),
     ("It was renewed", "It was not renewed")],
)  # fmt: skip
def test_a_mended_typo_keeps_the_ids(right: str, typo: str, tmp_path: Path) -> None:
    """Spelling, citations, place and refinements can change; what a learner ticked stays hers."""
    assert right in GOOD
    assert ids(tmp_path, GOOD.replace(right, typo)) == ids(tmp_path, GOOD)


def test_other_points_keep_the_question(tmp_path: Path) -> None:
    """A point more, or another, is another point of the same question; other marks make another question."""
    question, points = ids(tmp_path, GOOD)
    more = ids(
        tmp_path, GOOD.replace("    - point: It can be left. (¶5)", "    - point: Nobody left. (¶6)\n    - point: It can be left. (¶5)")
    )
    assert (more[0], [one for one in more[1] if one in points]) == (question, points)
    assert ids(tmp_path, GOOD.replace("10 marks", "15 marks"))[0] != question
    assert ids(tmp_path, GOOD.replace("the treaty", "the council"))[0] != question


def test_what_only_its_wording_tells_apart(tmp_path: Path) -> None:
    """Two questions, or two points, of one skeleton still have an id each."""
    points = POINTS + "    - point: It bends all. (¶3)\n"
    deck = read(tmp_path, f"## Mains\n- 10 marks: Explain treaties.\n{points}- 10 marks: Examine treaties.\n{points}")
    assert len({one.id for one in deck.mains}) == 2
    assert all(len({point.id for point in one.points}) == 4 for one in deck.mains)


# ---- deck and verb ------------------------------------------------------------------------------------------------------------------


def test_parts_of_a_deck_keep_their_questions() -> None:
    """A lesson, a note and a sample keep theirs; a part of some kinds of fact has none."""
    deck = lessons.read()
    assert {one.lesson for one in deck.only(lesson="article 5").mains} == {"Article 5"}
    assert {one.note for one in deck.only(note="nias-2021-suspensions").mains} == {"nias-2021-suspensions"}
    assert deck.sample(3).mains == deck.mains
    assert deck.only(kinds=["date"]).mains == ()


def test_the_verb_chooses() -> None:
    """By lesson and marks; the seed draws the order, those of ten marks first; what is not there is said."""
    deck = lessons.read()
    assert repr(lessons.mains(deck, lesson="Article 5", marks=15)) == "Mains(1 question, seed=1)"
    orders = [[one["id"] for one in lessons.mains(deck, seed=seed).questions] for seed in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2]
    marks = [one["marks"] for one in lessons.mains(deck, seed=5).questions]
    assert marks == sorted(marks)
    with pytest.raises(EmptyError, match="unknown marks 12; there are 10 and 15"):
        lessons.mains(deck, marks=12)
    with pytest.raises(EmptyError, match="unknown lesson 'Article 6'"):
        lessons.mains(deck, lesson="Article 6")
    with pytest.raises(EmptyError, match="hold no Mains questions of 10 marks; write them under '## Mains'"):
        lessons.mains(deck.only(note="geopolitical-monitor-2021-mission"), marks=10)


# ---- the shipped notes --------------------------------------------------------------------------------------------------------------


def test_every_lesson_has_questions_of_both_marks(asked: tuple[MainsQuestion, ...]) -> None:
    """Four to seven points for 10 marks, six to nine for 15, each with its paragraph, in fewer words than the paper allows."""
    assert {(one.lesson, one.marks) for one in asked} >= {(lesson, n) for lesson in lessons.read().lessons for n in (10, 15)}
    for one in asked:
        assert len(one.points) in (range(4, 8) if one.marks == 10 else range(6, 10)), one.question
        assert all(citation.paragraph for point in one.points for citation in point.citations)
        assert sum(len(point.text.split()) for point in one.points) <= one.words
        assert re.search(r"\b(Explain|Examine|examine|Discuss)\b", one.question), one.question
    every = [point.id for one in asked for point in one.points]
    assert len(set(every)) == len(every)
    assert len({one.id for one in asked}) == len(asked)


def test_what_is_disputed_and_what_has_changed_is_said(asked: tuple[MainsQuestion, ...]) -> None:
    """All six topics but the kind of a meeting are touched and say so; the thirty members carry what came after."""
    topics = {point.disputed for one in asked for point in one.points} - {None}
    assert topics == {dispute.topic for dispute in lessons.read().disputes} - {"NATO's meeting of 21 October 2021"}
    (members,) = [point for one in asked for point in one.points if "30 members" in point.text]
    assert "7 March 2024" in members.since
    (expulsions,) = [one for one in asked if "complete break" in one.question]
    assert "February 2022" in expulsions.since


def test_no_quotation_is_long() -> None:
    """At most eight words of somebody's in a row in any point."""
    for path in shipped("seeds").glob("*.md"):
        for quoted in re.findall(r"- point: .*?“([^”]*)”", path.read_text(encoding="utf-8")):
            assert len(quoted.split()) <= 8


# ---- the widget's Python side -------------------------------------------------------------------------------------------------------


def test_the_payload_tells_sources_in_words(tmp_path: Path) -> None:
    """Of a point its text, its sources by page, its own date where it has one, and what is to be known; nothing empty."""
    (one,) = read(tmp_path, GOOD.replace("        - since", "        - as of: 1949\n        - since")).mains
    told = mains_payload(one)
    assert {name: told[name] for name in ("marks", "words", "minutes", "as_of_text", "since")} == {
        "marks": 10, "words": 150, "minutes": 7, "as_of_text": "19 August 2022", "since": "It was renewed."
    }  # fmt: skip
    assert set(told["points"][0]) == {"id", "text", "cites"}
    cites = [
        "“Title”, in The Press, 19 August 2022, ¶4 (note note0, line 11)",
        "“Other”, in The Press, March 2023, ¶2 (note note0, line 11)",
    ]
    assert told["points"][1] | {"id": ""} == {
        "id": "", "text": "It was signed in 1949.", "cites": cites, "as_of_text": "1949", "since": "More have signed."
    }  # fmt: skip


def test_static_form(asked: tuple[MainsQuestion, ...]) -> None:
    """Questions in a list, their points folded away with every source; the same each time, beside the widget and its name."""
    widget = Mains(asked[:2], title="Practice")
    data, _ = widget._repr_mimebundle_()
    assert set(data) == {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"}
    assert (data["text/plain"], data) == ("Mains(2 questions, seed=1)", widget._repr_mimebundle_()[0])
    found = Text(data["text/html"])
    assert found.open == []
    assert (found.tags["details"], found.tags["ul"], found.tags["li"]) == (2, 2, 2 + sum(len(one.points) for one in asked[:2]))
    for said in ("Practice", asked[0].question, "10 marks · 150 words · about 7 minutes", "As of 19 August 2022", "Sources disagree: "):
        assert said in found.text
    html = data["text/html"]
    assert html.index(asked[0].question) < html.index("<details>") < html.index(asked[0].points[0].text.split(",")[0])


def test_whatever_a_note_holds_is_text(tmp_path: Path) -> None:
    """No tag but our own in the static form."""
    lines = f"    - since: {EVIL}\n" + "".join(f"    - point: {EVIL}{n} (¶{n})\n        - since: {EVIL}\n" for n in range(1, 4))
    (one,) = read(tmp_path, f"## Mains\n- 10 marks: {EVIL}\n{lines}").mains
    found = Text(Mains([one], title=EVIL)._repr_mimebundle_()[0]["text/html"])
    assert set(found.tags) <= {"div", "p", "strong", "ol", "ul", "li", "details", "summary"}
    assert found.text.count(EVIL) == 9


def test_python_hears_what_is_sent(asked: tuple[MainsQuestion, ...]) -> None:
    """What the browser sends is there, and heard."""
    widget = Mains(asked[:1])
    widget.responses = {asked[0].id: {"text": "So.", "ticked": [asked[0].points[0].id], "shown": True}}
    widget.sent = 3
    assert widget.heard == 3
    assert widget.responses[asked[0].id]["ticked"] == [asked[0].points[0].id]
