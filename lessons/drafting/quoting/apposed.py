"""The name that stands in apposition behind a description: "a neighbour, the farmer Ann Lind,", "The owner, Hartwell Marine Ltd., told".

Limits: a firm is known by its last word, or by a description that firms are called by; its name is a run of capitals.
"""

from __future__ import annotations

from .attribution import Clause
from .roles import head_of, is_person_word
from .speech import words
from .strangers import is_body

_MARKS = frozenset((",", "–", "—"))
_SMALL = frozenset("of and & the for de".split())
# "who gave her name as", "who asked to be called", "who wanted to be known only as".
_NAMES = frozenset("name known identified called named".split())
_GIVEN = frozenset(("as", "called", "named"))
# How many words such a name has.
_LONGEST = 8


def apposed_name(clause: Clause, first: int, end: int) -> str | None:
    """The name between commas behind the description from token `first` up to token `end`.

    >>> from lessons.drafting.quoting.speech_tokens import tokens
    >>> text = "The owner, Hartwell Marine Ltd., told us."
    >>> apposed_name(Clause(text, tokens(text, 0, len(text), (), ())), 0, 2)
    'Hartwell Marine Ltd.'
    """
    if clause.low(end) not in _MARKS:
        return None
    if clause.low(end + 1) == "who":
        return _given(clause, end + 2)
    for n in range(end + 1, min(len(clause), end + 6)):
        token = clause.tokens[n]
        if token.kind == "m":
            following = clause.low(n + 1)
            is_last = clause.kind(n + 1) in ("p", "q", "") or following in ("who", "of", "from", "in", "at", "whose")
            return token.name if is_last and not token.owns else _body(clause, first, end)
        before = clause.low(n - 1)
        if token.kind == "w" and clause.low(n + 1) in _MARKS and clause.is_capital(n) and before in words("collectives"):
            return clause.text[token.start : token.end]
        if token.kind != "w" or token.low in words("prepositions") or token.low in words("walls") or token.low.endswith("ing"):
            break
    return _body(clause, first, end)


def _is_of_person(clause: Clause, first: int, end: int) -> bool:
    """Whether a body's seat is told, not its name, as the phrase is about a person: "head of the Ice and Salt Laboratory, Pune,"."""
    while first > max(0, end - _LONGEST) and (clause.is_capital(first) or clause.low(first) in _SMALL):
        first -= 1
    return is_person_word(head_of(clause.text[clause.tokens[first].start : clause.tokens[end - 1].end]))


def _given(clause: Clause, start: int) -> str | None:
    """The name that somebody goes by: "a porter, who gave his name only as ‖ Kofi‖,"."""
    for n in range(start, min(len(clause), start + 14)):
        if clause.kind(n) in ("p", "q"):
            return None
        if clause.low(n) in _GIVEN and any(clause.low(m) in _NAMES for m in range(start, n + 1)) and clause.is_capital(n + 1):
            token = clause.tokens[n + 1]
            return token.name or clause.text[token.start : token.end]
    return None


def _body(clause: Clause, first: int, comma: int) -> str | None:
    """A run of capitals between commas that is a firm or another body."""
    at = comma + 1
    while at <= comma + _LONGEST and (clause.is_capital(at) or (at > comma + 1 and clause.low(at) in _SMALL)):
        at += 1
    if at == comma + 1 or clause.low(at) not in _MARKS or not clause.is_capital(at - 1):
        return None
    name = clause.text[clause.tokens[comma + 1].start : clause.tokens[at - 1].end]
    described = head_of(clause.text[clause.tokens[max(0, comma - 4)].start : clause.tokens[comma].start])
    last = clause.low(at - 1)
    is_described = described in words("parties") or (described in words("collectives") and not _is_of_person(clause, first, comma))
    is_firm = last in words("firms") or is_body(name) or is_described
    if not is_firm or clause.is_time(comma + 1):
        return None
    return (
        name + "."
        if last in ("ltd", "inc", "co", "corp") and clause.text[clause.tokens[at - 1].end : clause.tokens[at - 1].end + 1] == "."
        else name
    )
