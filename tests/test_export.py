"""The offline page as a file: what is in it, how large it is, how it is written."""

from __future__ import annotations

import base64
import gzip
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import lessons
from lessons.cli import main
from lessons.exports import page
from lessons.items import Item
from lessons.scoring import UPSC

ROOT = Path(__file__).parents[1]
DECK = lessons.read(ROOT / "seeds")
WHOLE = page.render(DECK).decode()


def data_of(html: str) -> dict[str, Any]:
    """What the page holds, unpacked."""
    found = re.search(r'<script type="application/octet-stream" id="data">([^<]*)</script>', html)
    assert found
    told: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(found[1])))
    return told


def test_the_page_of_the_shipped_notes_is_small() -> None:
    """Less than 300 kB for every card, and for quizzes and papers from all lessons."""
    assert len(WHOLE.encode()) < 300_000
    told = data_of(WHOLE)
    assert len(told["cards"]) == len(DECK)
    assert {quiz["lesson"] for quiz in told["quizzes"]} == set(DECK.lessons)
    assert len(told["papers"]) >= 3


def test_the_page_asks_nobody_for_anything() -> None:
    """No address of any kind is in it but in the texts of the notes, and its policy lets nothing be loaded."""
    without_data = re.sub(r'id="data">[^<]*', "", WHOLE)
    assert not re.search(r"https?:|//[a-z]|src=|@import|url\(", without_data)
    assert "default-src 'none'" in WHOLE


def test_the_policy_names_script_and_style_by_their_hash() -> None:
    """Only the script and the style that are in the file may run: the policy holds the hash of each, and nothing looser."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', WHOLE)
    assert policy
    for tag, kind in (("style", "style-src"), ('script type="module"', "script-src")):
        text = re.search(rf"<{tag}>(.*?)</{tag.split()[0]}>", WHOLE, re.DOTALL)
        assert text
        assert f"{kind} 'sha256-{base64.b64encode(sha256(text[1].encode()).digest()).decode()}'" in policy[1]
    assert "unsafe" not in policy[1]


def test_the_same_deck_gives_the_same_page() -> None:
    """Byte for byte; another seed gives another."""
    assert page.render(DECK) == WHOLE.encode()
    assert page.render(DECK, seed=2) != WHOLE.encode()


def test_no_item_is_in_two_quizzes_nor_in_two_papers() -> None:
    """Quizzes of a lesson hold its items alone, each once; papers are in the exam forms, each item once."""
    told = data_of(WHOLE)
    for sets in (told["quizzes"], told["papers"]):
        asked = [told["items"][at]["id"] for one in sets for at in one["items"]]
        assert len(asked) == len(set(asked))
    for quiz in told["quizzes"]:
        assert {told["items"][at]["lesson"] for at in quiz["items"]} == {quiz["lesson"]}
        assert len({told["items"][at]["kind"] for at in quiz["items"]}) >= page.KINDS
    for paper in told["papers"]:
        assert {told["items"][at]["kind"] for at in paper["items"]} == {"single_choice"}
        assert paper["rules"][1] == UPSC.words


def test_every_item_has_its_sources() -> None:
    """Each item and each card of the page leads to facts that say where they come from."""
    told = data_of(WHOLE)
    for one in [*told["items"], *told["cards"]]:
        assert one["facts"]
        assert all(told["facts"][fact]["cites"] for fact in one["facts"])
        assert all(told["facts"][part["fact"]]["cites"] for part in one.get("parts", ()))


def test_an_edited_item_has_another_hash() -> None:
    """What a learner responded to is known by the whole of the item: another option, key or explanation is another item."""
    items: tuple[Item, ...] = DECK.items(seed=1)
    hashes = {item["hash"] for item in data_of(WHOLE)["items"]}
    assert len(hashes) == len(data_of(WHOLE)["items"])
    one = page.item_payload(items[0])
    assert page._hashed(one)["hash"] != page._hashed(one | {"explanation": "Otherwise."})["hash"]
    assert page._hashed(one)["hash"] == page._hashed(dict(reversed(one.items())))["hash"]


def test_a_small_lesson_has_a_quiz() -> None:
    """A deck of a few facts still gives one quiz, and no paper that would repeat itself."""
    told = page.content(DECK.only(lesson="Article 5", kinds=["term"]), title="Terms", n=10, seed=1)
    assert len(told["quizzes"]) >= 1
    assert all(quiz["items"] for quiz in told["quizzes"])


def test_export_from_the_command_line(tmp_path: Path) -> None:
    """`lessons export page -o FILE` writes the file and says how large it is."""
    path = tmp_path / "quiz.html"
    found = CliRunner().invoke(main, ["export", "page", "-o", str(path), str(ROOT / "seeds"), "--lesson", "Article 5", "--title", "A <b>"])
    assert found.exit_code == 0, found.output
    assert "kB; open it in a browser" in found.output
    assert "<title>A &lt;b&gt;</title>" in path.read_text(encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["quiz.html"]


@pytest.mark.parametrize(("name", "said"), [("quiz.docx", "ends in .html"), ("gone/quiz.html", "cannot be written"), ("", "ends in .html")])
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str, said: str) -> None:
    """An unknown ending, or a folder that is not there, is one clear error, and nothing is left behind."""
    with pytest.raises(lessons.LessonsError, match=said):
        lessons.export(DECK, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page written over another leaves one of the two, never a half: where writing fails the old one stays."""
    path = tmp_path / "quiz.html"
    path.write_text("old")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(lessons.LessonsError, match="No space left"):
        lessons.export(DECK.only(lesson="Article 5"), path)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("quiz.html", "old")]
