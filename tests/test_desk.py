"""The desk's Python side: what it prints, the note of what was accepted, what it refuses to save, what it never overwrites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.written import Proposed
from lessons.errors import EmptyError, LessonsError, NotesError
from lessons.notes import parse
from lessons.widgets.desk import Desk
from lessons.widgets.desk_saving import file_name, keep_note, mends

from .desk_draft import LINES, drafted, line

EVIL = "<img src=x onerror=alert(1)> & \"quotes\" {{7*7}} 'too' </details>"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(drafted(), lines=LINES, path=tmp_path / "bridge.md")


def save_pressed(desk: Desk, n: int = 1) -> dict[str, Any]:
    """What a press on "Save the note" does, as the browser tells it."""
    desk.log = [[n, "save", None, None]]
    desk.sent = n
    assert desk.heard == n
    return dict(desk.outcome)


def bullets(text: str) -> list[str]:
    return [row for row in text.split("\n") if row.startswith("- ")]


# ---- what it prints -----------------------------------------------------------------------------------------------------------------


def test_the_repr_counts(desk: Desk) -> None:
    """How many lines there are, and what was done with them; the same each time."""
    assert repr(desk) == "Desk(9 lines: 0 accepted, 0 dropped)"
    desk.states = {"0": "accepted", "2": "accepted", "3": "dropped", "4": "proposed", "99": "accepted"}
    assert repr(desk) == "Desk(9 lines: 2 accepted, 1 dropped)"
    assert repr(Desk(drafted(), lines=LINES[:1])) == "Desk(1 line: 0 accepted, 0 dropped)"


def test_the_static_form(desk: Desk) -> None:
    """Where no kernel runs the lines stand by section, each with its state and doubt, and the same each time."""
    desk.states = {"0": "accepted", "1": "dropped"}
    bundle = desk._repr_mimebundle_()[0]
    html = bundle["text/html"]
    assert html == desk._repr_mimebundle_()[0]["text/html"]
    assert bundle["text/plain"] == repr(desk)
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "<p><strong>A bridge for Velm</strong></p><p>9 lines: 1 accepted, 1 dropped</p><p><strong>Dates</strong></p>" in html
    assert "<li>✓ 12 May 2021: The council of Velm chose the bridge. (¶1) – accepted</li>" in html
    assert "(¶3) – dropped</li>" in html
    assert "– ? say of what, so that nobody can take it for another number</li>" in html
    assert "Points: argument for the bridge" in html


def test_the_static_form_escapes_everything() -> None:
    """Whatever an article holds is text in the static form: no tag but our own."""
    evil = Proposed(section="Points", heading=EVIL, text=f"a: {EVIL}", paragraph=1, start=0, end=3, words=EVIL, doubt=EVIL)
    desk = Desk(drafted(title=EVIL), lines=[evil])
    html = desk._repr_mimebundle_()[0]["text/html"]
    assert "<img" not in html
    assert html.count("&lt;img") == 4


def test_the_draft_proposes_the_lines() -> None:
    """Without lines of the caller's own the draft's are there."""
    from lessons.drafting.written import proposed

    draft = drafted()
    assert len(Desk(draft).lines) == len(proposed(draft))
    assert Desk(draft, lines=[]).lines == []


# ---- the note -----------------------------------------------------------------------------------------------------------------------


def test_only_what_was_accepted_is_in_the_note(desk: Desk) -> None:
    """Accepted lines lose their doubt, the others are left out; the note can be read."""
    desk.states = {"0": "accepted", "4": "accepted", "5": "dropped"}
    text = desk.note()
    assert bullets(text) == ["- 12 May 2021: The council of Velm chose the bridge. (¶1)", "- boats: 30 (¶2)"]
    assert "?" not in "".join(bullets(text))
    note, problems = parse(text.encode(), "bridge.md", "bridge")
    assert (problems, note and [one.lesson for one in note.lines]) == ([], ["A bridge for Velm"] * 2)
    assert [one.text for one in desk.accepted] == ["12 May 2021: The council of Velm chose the bridge.", "boats: 30"]
    assert [one.doubt for one in desk.accepted] == ["", ""]


def test_lines_that_nobody_looked_at_stay_with_their_marks(desk: Desk) -> None:
    """With "only accepted lines" off, they are in the note, the doubtful ones with a question mark and its reason."""
    desk.states = {"0": "accepted", "1": "dropped"}
    desk.only_accepted = False
    rows = bullets(desk.note())
    assert len(rows) == 8
    assert [row for row in rows if row.startswith("- ? ")] == ["- ? boats: 30 (¶2)"]
    assert "<!-- ? say of what, so that nobody can take it for another number -->" in desk.note()


def test_nothing_accepted(desk: Desk) -> None:
    """A desk where nothing was accepted says so; nothing is written."""
    desk.states = {"0": "dropped"}
    with pytest.raises(EmptyError, match="No line is accepted yet"):
        desk.note()
    assert save_pressed(desk) == {"n": 1, "message": "No line is accepted yet; accept what is right, then save."}
    assert not Path(desk.place).exists()


def test_lines_written_anew_and_added(desk: Desk) -> None:
    """What was edited stands in the note as it was written, on one line; what was added stands among its kind by its place."""
    desk.states = {"1": "accepted", "+1": "accepted", "+2": "accepted"}
    desk.edits = {"1": {"text": "June 2021:  The work\nbegan.", "heading": ""}, "2": "nonsense", "3": {"text": "", "heading": ""}}
    own = {"id": "+1", "section": "Dates", "heading": "", "text": "2020: A flood came.", "paragraph": 1, "start": 3, "end": 6}
    point = {**own, "id": "+2", "section": "Points", "heading": "cost", "text": "price: It is dear."}
    desk.added = [{**one, "words": "w", "doubt": ""} for one in (own, point)] + [{"id": "+3", "section": "Dates"}, None]
    assert bullets(desk.note()) == ["- 2020: A flood came. (¶1)", "- June 2021: The work began. (¶3)", "- price: It is dear. (¶1)"]
    assert "## Points: cost" in desk.note()
    assert repr(desk) == "Desk(11 lines: 3 accepted, 0 dropped)"


def test_the_lesson_and_the_source_are_as_they_were_put_right(desk: Desk) -> None:
    """The lesson is named after the title unless another name is given; the page's words for its date stay while the date does."""
    desk.states = {"0": "accepted"}
    assert 'published_from: "Published: 14 May 2021"' in desk.note()
    desk.lesson = "Bridges"
    desk.head = {"title": " A  bridge ", "author": "", "publisher": None, "published": "15 May 2021"}
    text = desk.note()
    assert text.startswith('---\ntitle: "A bridge"\npublished: 2021-05-15\n---\n\n# Bridges\n')


# ---- saving -------------------------------------------------------------------------------------------------------------------------


def test_a_good_note_is_written(desk: Desk) -> None:
    """It is where the desk says, just as `note` gives it, and nothing else is left in the folder."""
    desk.states = {"0": "accepted", "4": "accepted", "5": "dropped"}
    outcome = save_pressed(desk)
    path = Path(desk.place)
    assert outcome == {"n": 1, "saved": True, "path": str(path), "message": f"Saved 2 lines to {path}. 6 not looked at are left out."}
    assert path.read_text(encoding="utf-8") == desk.note()
    assert list(path.parent.iterdir()) == [path]
    desk.only_accepted = False
    assert save_pressed(desk, 2)["message"] == f"Saved 2 lines to {path}. 6 not looked at are in it as the draft has them."


MISTAKES = {
    "no such day": ("0", "31 June 2021: It fell.", "is no date"),
    "no label": ("0", "It fell.", "has no label"),
    "too many words": ("6", "Ada Byrne: “one two three four five six seven eight nine”", "quotes 9 words"),
    "no number": ("4", "boats: no number at all", "opens with no number"),
    "the term itself": ("5", "bridge: a bridge on cables", "holds the term itself"),
    "a gap": ("0", "12 May 2021: It was ___ then.", "would look like a gap"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_broken_line_is_shown_and_nothing_is_written(desk: Desk, name: str) -> None:
    """What the reader of notes would refuse comes back with the line that it belongs to, instead of a question mark in a file."""
    at, text, why = MISTAKES[name]
    desk.states = {"0": "accepted", "4": "accepted", "5": "accepted", "6": "accepted"}
    desk.edits = {at: {"text": text, "heading": ""}}
    outcome = save_pressed(desk)
    assert outcome["message"] == "Not saved yet: one thing to mend."
    assert [(one["line"], one["field"]) for one in outcome["problems"]] == [(at, "")]
    assert why in outcome["problems"][0]["text"]
    assert not Path(desk.place).exists()
    desk.edits = {}
    assert save_pressed(desk, 2)["saved"]


def test_every_problem_at_once(desk: Desk) -> None:
    """Several lines, one of them against another, which is cited by its words, not by a number that nobody sees."""
    desk.states = {str(n): "accepted" for n in range(9)}
    desk.edits = {"0": {"text": "soon: It fell.", "heading": ""}, "3": {"text": "ferries of the town: 12", "heading": ""}}
    desk.edits = {**desk.edits, "4": {"text": "ferries of the town: 30", "heading": ""}}
    with pytest.raises(NotesError, match="contradicts “ferries of the town: 30"):
        desk.save()
    assert [one["line"] for one in save_pressed(desk)["problems"]] == ["0", "3"]


def test_a_heading_belongs_to_its_first_line() -> None:
    """Points without a heading are shown at the first of them."""
    text = "---\ntitle: T\npublished: 2021\n---\n# L\n## Terms\n- a: b\n## Points\n- c: d\n- e: f\n"
    assert [(one.line, one.text[:30]) for one in mends(text, 3, "t")] == [(1, "'Points' does not say of what;")]


@pytest.mark.parametrize(("published", "why"), [(None, "does not say when"), ("31 June 2021", "June has 30 days"), ("soon", "no date")])
def test_the_date_of_publication_is_asked_for(desk: Desk, published: str | None, why: str) -> None:
    """A source without a date, or with one that is none, is to be mended in its field; the lines are looked at all the same."""
    desk.states = {"0": "accepted"}
    desk.head = {**desk.head, "published": published}
    problems = save_pressed(desk)["problems"]
    assert [(one["line"], one["field"]) for one in problems] == [("", "published")]
    assert why in problems[0]["text"]
    assert not Path(desk.place).exists()
    desk.edits = {"0": {"text": "31 June 2021: It fell.", "heading": ""}}
    if published is None:
        assert [one["line"] for one in save_pressed(desk, 2)["problems"]] == ["", "0"]


def test_a_file_of_somebody_else_is_left_alone(desk: Desk) -> None:
    """What this desk did not write, or what was changed since, is not overwritten; what it wrote itself is."""
    path = Path(desk.place)
    path.write_text("mine", encoding="utf-8")
    desk.states = {"0": "accepted"}
    assert f"{path} is there already; nothing was written" in save_pressed(desk)["message"]
    assert path.read_text(encoding="utf-8") == "mine"
    path.unlink()
    desk.save()
    desk.states = {"0": "accepted", "4": "accepted"}
    desk.save()
    path.write_text("mine again", encoding="utf-8")
    with pytest.raises(LessonsError, match="was changed since this desk wrote it"):
        desk.save()
    assert path.read_text(encoding="utf-8") == "mine again"


def test_overwriting_when_asked_to(tmp_path: Path) -> None:
    """With overwrite=True any file may be replaced; folders that are missing are made."""
    path = tmp_path / "new" / "bridge.md"
    desk = Desk(drafted(), lines=LINES, path=str(path), overwrite=True)
    desk.states = {"0": "accepted"}
    assert desk.save() == path
    path.write_text("mine", encoding="utf-8")
    desk.save()
    assert path.read_text(encoding="utf-8") == desk.note()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """What the system says is shown; nothing is left behind."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    desk = Desk(drafted(), lines=LINES, path=tmp_path / "file" / "bridge.md")
    desk.states = {"0": "accepted"}
    outcome = save_pressed(desk)
    assert "saved" not in outcome
    assert "file" in outcome["message"]


def test_the_same_again_is_written_again(tmp_path: Path) -> None:
    """Another desk that comes to the same note does not stumble over it."""
    assert keep_note(tmp_path / "a.md", "x", ours=None, overwrite=False) == b"x"
    assert keep_note(tmp_path / "a.md", "x", ours=None, overwrite=False) == b"x"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A bridge for Velm", "a-bridge-for-velm.md"),
        ("Ærø & Zürich: “what now?”", "r-zurich-what-now.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("", "note.md"),
        ("文", "note.md"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word.md"),
        ("W" * 500, f"{'w' * 60}.md"),
    ],
)
def test_a_name_for_the_file(title: str, name: str) -> None:
    """Short, of plain letters, and never a path."""
    assert file_name(title) == name
    assert Desk(drafted(title=title), lines=[]).place == name


@pytest.mark.parametrize(
    "say", [lambda entry: [entry], lambda entry: [entry, entry], lambda entry: [["x"], 3, None, entry]], ids=["one", "two", "nonsense"]
)
def test_a_press_is_heard_once(desk: Desk, say: Callable[[list[Any]], list[Any]]) -> None:
    """A save that comes twice in one message is one; what is no entry is passed over; `heard` follows `sent`."""
    desk.states = {"0": "accepted"}
    desk.log = say([5, "save", None, None])
    desk.sent = 5
    assert (desk.heard, desk.outcome["n"], desk.outcome["saved"]) == (5, 5, True)


def test_hostile_lines_become_notes_or_problems(desk: Desk) -> None:
    """Whatever is typed into a line, the desk saves a note that can be read, or says which line is wrong."""
    texts = [
        EVIL,
        "<!-- x -->: y",
        "# a: b",
        "? a: b",
        "- a: b",
        "a: \u202eb",
        "``` : x",
        "a: b\x00c",
        "---: x",
        "a: ¶3 b",
        "> a: b",
        "1. a: b",
    ]
    for n, text in enumerate(texts, 1):
        made = Desk(drafted(), lines=[line("Terms", text)], path=Path(desk.place).with_name(f"{n}.md"))
        made.states = {"0": "accepted"}
        outcome = save_pressed(made)
        if outcome.get("saved"):
            note, problems = parse(Path(made.place).read_bytes(), "n.md", "n")
            assert (problems, len(note.lines) if note else 0) == ([], 1), text
        else:
            assert [one["line"] for one in outcome["problems"]] == ["0"] * len(outcome["problems"]), (text, outcome)
