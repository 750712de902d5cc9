"""Seed notes: what is read, and how what cannot be read is said."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lessons
from lessons.errors import NotesError, Problem
from lessons.facts import Event, Quotation, Term
from lessons.folder import shipped
from lessons.notes import MAX_BYTES, parse

CASES = Path(__file__).parent / "cases"
BAD = json.loads((CASES / "bad_notes.json").read_text(encoding="utf-8"))
HEAD = "---\ntitle: T\npublished: 2021\n---\n# L\n"


def write(root: Path, files: dict[str, str]) -> list[Path]:
    """Put files below a folder, bytes just as given."""
    paths = [root / name for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return paths


def problems_of(given: Path | list[Path]) -> tuple[Problem, ...]:
    with pytest.raises(NotesError) as error:
        lessons.read(given)
    return error.value.problems


@pytest.mark.parametrize("case", BAD, ids=[case["name"] for case in BAD])
def test_bad_notes_are_named_with_file_and_line(case: dict, tmp_path: Path) -> None:
    """All problems of all files at once: file, line, what came, what to write; nothing more and nothing less."""
    paths = write(tmp_path, case["files"])
    found = problems_of(paths if any("/" in name for name in case["files"]) else tmp_path)
    places = sorted((Path(problem.file).relative_to(tmp_path).as_posix(), problem.line) for problem in found)
    assert places == sorted((file, line) for file, line, _ in case["expect"]), "\n".join(map(str, found))
    for file, line, came in case["expect"]:
        assert any(p.line == line and p.file.endswith(file) and came in p.text for p in found), "\n".join(map(str, found))
    assert all(len(problem.text) < 400 for problem in found)


def test_no_utf8(tmp_path: Path) -> None:
    """A file in another encoding is named with the line of the first byte that is not UTF-8."""
    (tmp_path / "a.md").write_bytes((HEAD + "## Terms\n- caf").encode() + b"\xe9: a place\n")
    (problem,) = problems_of(tmp_path)
    assert (problem.line, "0xe9 is not UTF-8" in problem.text) == (7, True)


def test_too_large(tmp_path: Path) -> None:
    """A file over 5 MB is not read at all."""
    (tmp_path / "a.md").write_bytes(b"x" * (MAX_BYTES + 1))
    assert "5 MB" in problems_of(tmp_path)[0].text


def test_no_notes(tmp_path: Path) -> None:
    """A folder without notes, a path that is not there and no path at all are errors, not an empty deck."""
    assert "no notes" in problems_of(tmp_path)[0].text
    assert "cannot be read" in problems_of(tmp_path / "not-here.md")[0].text
    assert "no files" in problems_of([])[0].text


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is named. (Root may read anything, so the system's refusal is put in by hand.)"""
    (tmp_path / "a.md").write_text(HEAD)

    def refuse(path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be read (Permission denied)" in problems_of(tmp_path)[0].text


def test_a_folder_named_like_a_note(tmp_path: Path) -> None:
    """A folder named x.md is named, not followed."""
    (tmp_path / "x.md").mkdir()
    assert "cannot be read" in problems_of(tmp_path)[0].text


@pytest.mark.parametrize(
    "text",
    [
        "- 12 September 2001: NATO invoked Article 5. (¶12)\n    - why: It followed the attacks.\n",
        "- 12 September 2001: NATO invoked Article 5. (¶12)\r\n    - why: It followed the attacks.\r\n",
        "- 12 September 2001: NATO invoked Article 5. (¶12)\r    - why: It followed the attacks.\r",
        "-\t12 September 2001: NATO invoked Article 5. (¶12)\n\t- why: It followed the attacks.\n",
        "- 12 September 2001: NATO invoked Article 5. (¶12)\n    - why: It followed the attacks.\n".replace(" ", "\u00a0"),
        "* 2001-09-12: NATO invoked\n  Article 5. (¶12)\n  * why: It followed\n    the attacks.\n",
    ],
    ids=["plain", "CRLF", "CR", "tabs", "no-break spaces", "wrapped"],
)
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_typing_habits_are_read_alike(text: str, bom: bytes) -> None:
    """Line ends, tabs, no-break spaces, wrapped lines and a BOM make no difference to what is read."""
    note, problems = parse(bom + (HEAD + "## Dates\n" + text).encode(), "a.md", "a")
    assert not problems
    assert note is not None
    (line,) = note.lines
    assert line.content == Event(when=lessons.dates.parse("2001-09-12"), clause="NATO invoked Article 5.")
    assert (line.cited[0].paragraph, line.refined["why"], line.line) == (12, "It followed the attacks.", 7)


@pytest.mark.parametrize("quoted", ["“a start”", '"a start"', "«a start»", "„a start“"])
def test_quotation_marks(quoted: str) -> None:
    """Curly, straight and other quotation marks open and close a quotation."""
    note, problems = parse((HEAD + f"## Quotations\n- A B: {quoted}, of the talks").encode(), "a.md", "a")
    assert not problems
    assert note.lines[0].content == Quotation(speaker="A B", words="a start", context="of the talks")


def test_right_to_left_text() -> None:
    """Right-to-left text goes through untouched."""
    note, problems = parse((HEAD + "## Terms\n- אמנה: הסכם בין מדינות (¶1)").encode(), "a.md", "a")
    assert not problems
    assert note.lines[0].content == Term(term="אמנה", meaning="הסכם בין מדינות")


def test_html_and_markdown_are_text() -> None:
    """Nothing in a note but headings, bullets and paragraphs means anything: the rest is text, to the letter."""
    body = "<script>alert(1)</script> *so* [x](javascript:1) `{{y}}` ${z} &amp;\n\n## Terms\n- <b>a</b>: **b** <!-- c -->\n"
    note, problems = parse((HEAD + body).encode(), "a.md", "a")
    assert not problems
    assert note.readings[0].text == "<script>alert(1)</script> *so* [x](javascript:1) `{{y}}` ${z} &amp;"
    assert note.lines[0].content == Term(term="<b>a</b>", meaning="**b** <!-- c -->")


@pytest.mark.parametrize("value", ["!!python/object/apply:os.system ['true']", "&a [*a, *a]", "{a: b}", "[1, 2]"])
def test_front_matter_is_never_run(value: str) -> None:
    """YAML tags, anchors and collections in the front matter are refused, not built."""
    _, problems = parse(f"---\ntitle: {value}\npublished: 2021\n---\n# L\nText.".encode(), "a.md", "a")
    assert problems
    assert problems[0].line == 2


def test_reading_paragraphs_give_gaps() -> None:
    """A marked phrase becomes a gap in its sentence, with the paragraph it cites and the line it stands in."""
    note, problems = parse((HEAD + "NATO has a treaty.\nIt dates from ==1949==. (¶3; ¶4)\n").encode(), "a.md", "a")
    assert not problems
    (line,) = note.lines
    assert (line.content.before, line.content.phrase, line.content.after) == ("NATO has a treaty. It dates from ", "1949", ".")
    assert ([cited.paragraph for cited in line.cited], line.line) == ([3, 4], 7)
    assert note.readings[0].text == "NATO has a treaty. It dates from 1949."


def test_one_note_alone_is_understood_by_its_neighbours(tmp_path: Path) -> None:
    """A note may be read alone: what it cites of the notes beside it is looked up there."""
    write(
        tmp_path,
        {
            "a.md": HEAD + "## Numbers\n- allies: 30 (¶1; b ¶2)\n    - disputed: size\n",
            "b.md": HEAD + "## Disputed: size\n- 30: the one (¶1)\n- 32: the other (¶2)\n",
        },
    )
    deck = lessons.read(tmp_path / "a.md")
    (fact,) = deck.facts
    assert [citation.source.note for citation in fact.citations] == ["a", "b"]
    assert "“32”: the other" in fact.dispute


SEED = (shipped("seeds") / "gs-score-2022-india-talks.md").read_text(encoding="utf-8").split("\n")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SEED) - 1), st.sampled_from(["drop", "double", "cut", "stray"]), st.text(max_size=20), st.integers(0, 60))
def test_a_damaged_note_is_read_or_named(at: int, how: str, stray: str, where: int) -> None:
    """Whatever happens to a line of a note, it is read or its problems are said; never a traceback."""
    damaged = {
        "drop": [*SEED[:at], *SEED[at + 1 :]],
        "double": [*SEED[:at], SEED[at], *SEED[at:]],
        "cut": [*SEED[:at], SEED[at][:where], *SEED[at + 1 :]],
        "stray": [*SEED[:at], SEED[at][:where] + stray + SEED[at][where:], *SEED[at + 1 :]],
    }[how]
    _, problems = parse("\n".join(damaged).encode("utf-8", "surrogatepass"), "a.md", "a")
    assert all(problem.line >= 1 and "; " in problem.text for problem in problems)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    """Any bytes are a note or problems."""
    _, problems = parse(data, "a.md", "a")
    assert all(isinstance(problem, Problem) for problem in problems)
