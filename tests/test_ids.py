"""Ids come from what a thing is: they survive mended typos and moved lines, and tell different things apart."""

from pathlib import Path

import pytest

import lessons

NOTE = """---
title: "The alliance and its treaty"
published: 2022-08-19
---

# Article 5

The treaty was signed in ==Washington==. (¶1)

## Dates
- 12 September 2001: NATO invoked Article 5 for the first time. (¶12)
    - Q: When did NATO first invoke Article 5?
    - not: 11 September 2001; 4 April 1949; 24 March 1999

## People
- Jens Stoltenberg: NATO Secretary General (¶2)

## Numbers
- member states of NATO: 30 (¶9)

## Points: argument for India joining NATO
- deterrence: An alliance would keep others from attacking. (¶21)

## Reasons
- NATO expelled eight officials because it held them to be officers of a secret service. (¶3)
"""


def ids(folder: Path, text: str, name: str = "note.md") -> tuple[list[str], list[str], list[str]]:
    """Ids of facts, cards and items of a note."""
    (folder / name).write_text(text, encoding="utf-8")
    deck = lessons.read(folder / name)
    return [fact.id for fact in deck.facts], [card.id for card in deck.cards()], [item.id for item in deck.items()]


@pytest.mark.parametrize(
    ("right", "typo"),
    [
        ("invoked", "invokd"),
        ("first time", "frist tiem"),
        ("for the first", "for teh first"),
        ("NATO invoked", "Nato  invoked"),
        ("Stoltenberg", "Stoltenburg"),
        ("Secretary General", "secretary-general"),
        ("member states", "membre states"),
        ("deterrence:", "deterence:"),
        ("would keep", "woud keep"),
        ("expelled", "expeled"),
        ("secret service.", "secret servce"),
        ("its treaty", "its traety"),
        ("treaty was signed", "treaty was sigend"),
        ("When did NATO first", "When did the alliance first"),
        ("24 March 1999", "23 March 1999"),
        ("(¶12)", "(¶13)"),
        ("# Article 5\n\n", "\n\n# Article Five\n\n\n"),
    ],
)
def test_a_mended_typo_keeps_every_id(right: str, typo: str, tmp_path: Path) -> None:
    """Spelling, case, spacing, stems, distractors, citations and lines can change; the learner's history stays."""
    assert right in NOTE
    assert ids(tmp_path, NOTE.replace(right, typo)) == ids(tmp_path, NOTE)


def test_a_moved_note_keeps_every_id(tmp_path: Path) -> None:
    """Neither the file's name nor the order of sections is part of what a fact is."""
    head, *sections = NOTE.split("\n## ")
    moved = "\n## ".join([head, *reversed(sections)])
    for one, other in zip(ids(tmp_path, NOTE), ids(tmp_path, moved, "other.md"), strict=True):
        assert sorted(one) == sorted(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 September 2001: NATO", "13 September 2001: NATO"),
        ("NATO: 30", "NATO: 32"),
        ("Article 5 for the", "Article 4 for the"),
        ("Jens", "Hans"),
    ],
)
def test_another_fact_has_another_id(one: str, other: str, tmp_path: Path) -> None:
    """Another date, number or name is another fact."""
    before, after = ids(tmp_path, NOTE)[0], ids(tmp_path, NOTE.replace(one, other))[0]
    assert len(set(before) & set(after)) == len(before) - 1


def test_facts_that_only_their_wording_tells_apart(tmp_path: Path) -> None:
    """Where two facts have the same skeleton, both still get an id of their own."""
    (tmp_path / "a.md").write_text(
        "---\ntitle: T\npublished: 2021\n---\n# L\n## Terms\n- cat: a small animal\n- cow: a stout animal\n", encoding="utf-8"
    )
    deck = lessons.read(tmp_path)
    assert len({fact.id for fact in deck.facts}) == 2


def test_all_ids_of_the_shipped_notes_differ() -> None:
    """No two facts, cards or items share an id."""
    deck = lessons.read()
    for things in (deck.facts, deck.cards(), deck.items()):
        assert len({thing.id for thing in things}) == len(things)
