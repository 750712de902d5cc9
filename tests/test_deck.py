"""Decks: parts, samples, tables, disputes."""

from pathlib import Path

import pytest

import lessons
from lessons.cards import to_json
from lessons.errors import EmptyError

HEAD = "---\ntitle: {}\npublisher: {}\npublished: 2021\n---\n# L\n"


def test_parts() -> None:
    """A deck is cut by lesson, kind and note, names in any case; an unknown name is answered with the known ones."""
    deck = lessons.read()
    assert {fact.lesson for fact in deck.only(lesson="article 5").facts} == {"Article 5"}
    assert {fact.kind for fact in deck.only(kinds=["date", "person"]).facts} == {"date", "person"}
    assert {fact.kind for fact in deck.only(kinds="term").facts} == {"term"}
    with pytest.raises(EmptyError, match=r"unknown lesson 'Article 6'; there are The 2021 expulsions, Article 5, India and NATO"):
        deck.only(lesson="Article 6")
    with pytest.raises(EmptyError, match="unknown kind of fact 'dates'"):
        deck.only(kinds=["dates"])


def test_sample() -> None:
    """A sample is drawn by the seed, keeps the notes' order, and holds at most what there is."""
    deck = lessons.read()
    assert deck.sample(5, seed=1) == deck.sample(5, seed=1)
    assert deck.sample(5, seed=1) != deck.sample(5, seed=2)
    drawn = [deck.facts.index(fact) for fact in deck.sample(9).facts]
    assert drawn == sorted(drawn)
    assert len(deck.sample(10**6)) == len(deck)


def test_frame() -> None:
    """The table has one row a fact and tidy columns."""
    deck = lessons.read()
    frame = deck.to_frame()
    assert len(frame) == len(deck)
    assert frame.index.is_unique
    columns = "lesson kind fact date as_of publisher paragraph since erratum disputed note line".split()
    assert list(frame.columns) == columns
    assert frame.loc[frame["kind"] == "date", "date"].notna().all()


def test_a_card_for_every_fact() -> None:
    """Each card has two sides that differ, and says where it comes from and as of when."""
    deck = lessons.read()
    assert len(deck.cards()) == len(deck)
    keys = "id lesson front back facts sources as_of since erratum disputed".split()
    for card in deck.cards():
        value = to_json(card)
        assert list(value) == keys
        assert value["front"] != value["back"]
        assert value["sources"][0]["paragraph"]
        assert value["as_of"]


def test_notes_that_contradict_each_other_are_shown_to(tmp_path: Path) -> None:
    """Two notes with different values for one thing are a dispute, though nobody wrote it down; the other value is no distractor."""
    for name, number, day in (("a", 40, 3), ("b", 45, 4)):
        body = f"## Numbers\n- ships of the fleet: {number} (¶1)\n## Dates\n- {day} May 1905: The fleet was sighted. (¶2)\n"
        (tmp_path / f"{name}.md").write_text(HEAD.format(name, name.upper()) + body, encoding="utf-8")
    deck = lessons.read(tmp_path)
    assert [dispute.topic for dispute in deck.disputes] == ["ships of the fleet", "The fleet was sighted"]
    assert deck.facts[0].dispute == "Sources disagree on this: ships of the fleet. 40 (A, ¶1); 45 (B, ¶1)."
    for item in deck.items(seed=3):
        if item.kind == "single_choice" and not item.stem.startswith("Which"):
            texts = [option.text for option in item.options]
            assert not {"40", "45"} <= set(texts)
            assert not {"3 May 1905", "4 May 1905"} <= set(texts)


def test_two_sources_that_agree_are_both_cited(tmp_path: Path) -> None:
    """One line may cite two notes, and both reach the learner."""
    (tmp_path / "a.md").write_text(HEAD.format("A", "PA") + "## Terms\n- x-ray: a kind of light (¶2; b ¶7)\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(HEAD.format("B", "PB") + "## Terms\n- radium: a metal (¶1)\n", encoding="utf-8")
    value = to_json(lessons.read(tmp_path).cards()[0])
    assert [(source["publisher"], source["paragraph"], source["note"]) for source in value["sources"]] == [("PA", 2, "a"), ("PB", 7, "a")]


def test_what_is_written_is_not_written_again() -> None:
    """The same facts and seed give the very same items, whichever part of which reading asks for them; another seed others."""
    one, two = lessons.read(), lessons.read()
    assert one.written(seed=4) is two.written(seed=4) is one.only().written(seed=4)
    assert one.only(lesson="Article 5").written(seed=4) is two.only(lesson="article 5").written(seed=4)
    assert one.written(seed=5) is not one.written(seed=4)
