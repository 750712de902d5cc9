"""Sentences: where they end, and where a full stop ends none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lessons.drafting.pages.sentences import sentences

CASES = json.loads((Path(__file__).parents[1] / "cases/drafting/sentences.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_sentences(case: dict[str, Any]) -> None:
    """A text falls into the sentences that a reader sees."""
    text = case.get("text", " ".join(case["sentences"]))
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == case["sentences"]


def test_only_the_stretch_that_was_asked_for() -> None:
    """Nothing before or behind the stretch counts."""
    text = "Left out. It rained. It snowed. Left out."
    assert sentences(text, 10, 31) == ((10, 20), (21, 31))
