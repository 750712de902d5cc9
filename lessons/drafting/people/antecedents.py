"""What "whose" stands for: the noun before it ("the port council, whose chair, Ana Ruiz, …")."""

from __future__ import annotations

from .office_phrases import DETERMINERS, Token, is_inside, tokens

_FAR = 120
_LONGEST = 9


def antecedent(text: str, at: int) -> str:
    """The noun before "whose", with its article; empty where none stands there.

    >>> text = "It asked the Labour Board of Alba, whose chair left."
    >>> antecedent(text, text.index("whose"))
    'the Labour Board of Alba'
    """
    words = tokens(text, max(0, at - _FAR), at)
    while words and words[-1].word in {",", "–", "—", "-", "of"}:
        words.pop()
    if words and words[-1].word == ")":
        words = words[: max((n for n, word in enumerate(words) if word.word == "("), default=0)]
    first = len(words)
    while first and len(words) - first < _LONGEST and _belongs(words, first - 1, len(words)):
        first -= 1
        if words[first].low in DETERMINERS:
            break
    return text[words[first].start : words[-1].end] if first < len(words) else ""


def _belongs(words: list[Token], n: int, end: int) -> bool:
    """Whether a word is one of the noun's: no break, but for a small word inside a name."""
    token = words[n]
    if token.low in DETERMINERS:
        return True
    if token.word == "." and n and words[n - 1].word == "St":
        return True
    if 0 < n < end - 1 and is_inside(words, n):
        return words[n - 1].is_capital and (words[n + 1].is_capital or words[n + 1].low == "the")
    return token.is_word and (not token.breaks or token.is_capital)
