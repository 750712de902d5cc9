"""Drafting ten megabytes: the time a word over that of one megabyte."""

from __future__ import annotations

import pytest

from tests.bench.test_drafting import prose, seconds


def test_ten_megabytes(capsys: pytest.CaptureFixture[str]) -> None:
    """One long article of each length."""
    spent = {}
    for size in (1_000_000, 10_000_000):
        text = prose(size)
        spent[size] = 1e6 * seconds(text) / len(text.split())
    with capsys.disabled():
        ratio = spent[10_000_000] / spent[1_000_000]
        print(f"\ndrafting 10 MB: {spent[10_000_000]:.0f} µs a word, {ratio:.2f} times that of 1 MB")
