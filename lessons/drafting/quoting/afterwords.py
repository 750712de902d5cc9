"""Whose words were quoted by what the next sentence says of them: "Those were the words of Rao.", "The phrase is Rao’s.", "So said Rao.".

Limits: only the sentence that follows at once, and only where it begins so.
"""

from __future__ import annotations

from .attribution import Clause
from .speech import tags, words
from .speech_phrases import PRONOUNS
from .speech_tokens import Phrase

_POINTS = frozenset("those these that this they".split())
_IS = frozenset("were was are is".split())
_SO = frozenset(("so", "thus"))
_SPOKE = frozenset("spoke ran reads went".split())
_HOLDERS = frozenset("speaker writer author".split())
_TELLS = frozenset(
    "described describes put puts summed sums called calls characterised characterized saw sees phrased explained recalled".split()
)
# Whoever is named stands within so many tokens.
_SOON = 7


def whose_words(clause: Clause) -> Phrase | None:
    """Whom a sentence names whose words the one before quoted; None where it says nothing of the kind.

    >>> from lessons.drafting.quoting.speech_tokens import tokens
    >>> text = "Those were the words of the mayor."
    >>> clause = Clause(text, tokens(text, 0, len(text), (), ()))
    >>> first, end = whose_words(clause) or (0, 0)
    >>> [token.low for token in clause.tokens[first:end]]
    ['the', 'mayor']
    """
    first = clause.low(0)
    if first in _SO:
        is_said = (clause.low(1) in tags() and clause.low(1).endswith(("ed", "id", "ote", "ays", "tes"))) or clause.low(1) in _SPOKE
        return clause.after(2) if is_said else None
    if first in _POINTS and clause.low(1) in _IS and clause.low(2) not in ("not", "never", "hardly"):
        if clause.low(2) in ("how", "what"):
            return _teller(clause)
        return clause.belonging(2) or _presented(clause)
    if first == "it" and clause.low(1) in _IS and clause.low(2) in ("signed", "written", "penned") and clause.low(3) == "by":
        return clause.after(4)
    if first == "the" and clause.low(1) in _HOLDERS and clause.low(2) in _IS:
        return clause.after(3)
    if first == "the" and any(clause.low(n) in words("sayings") for n in (1, 2)):
        is_at = next((n for n in range(2, 5) if clause.low(n) in _IS or clause.low(n) in ("comes", "came")), None)
        return _owner(clause, is_at + 1) if is_at else None
    return None


def _presented(clause: Clause) -> Phrase | None:
    """Who is shown to have said it behind "that is": "‖ Ana Ruiz, who runs the ferry"; the message is "from ‖ Ana Ruiz"."""
    found = clause.after(2) if clause.low(0) in ("that", "this") else None
    is_name = found is not None and clause.kind(found[0]) == "m" and found[1] - found[0] == 1 and not clause.tokens[found[0]].owns
    return found if found and is_name and clause.kind(found[1]) in ("p", "") else None


def _owner(clause: Clause, at: int) -> Phrase | None:
    """Whose it is behind "the phrase is": "‖ Rao’s", "‖ from Rao"."""
    if clause.low(at) in ("from", "by"):
        return clause.after(at + 1)
    if clause.low(at) in ("his", "hers", "mine"):
        return None
    for n in range(at, at + _SOON):
        if clause.kind(n) in ("p", "q", ""):
            return None
        if clause.tokens[n].owns:
            return n, n + 1
        if clause.low(n).endswith(("’s", "'s", "s’")) and clause.kind(n + 1) in ("p", ""):
            return at, n + 1
    return None


def _teller(clause: Clause) -> Phrase | None:
    """Who tells it behind "that is how": "‖ Rao described the plan"."""
    verb = next((n for n in range(4, 14) if clause.low(n) in tags() and clause.is_verb(n)), None)
    verb = verb or next((n for n in range(4, 14) if clause.low(n) in _TELLS), None)
    phrase = clause.before(verb) if verb else None
    if phrase is None or phrase[0] < 3:
        return None
    is_one = clause.kind(phrase[1] - 1) == "m" or clause.low(phrase[0]) in PRONOUNS or not clause.low(phrase[1] - 1).endswith("s")
    return phrase if is_one else None
