"""Who answers: whom a question is put to, and whose turn it is behind a question that another asked.

Limits: of two who talk without tags only the answer to a question of the narrator is known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .attention import Attention

_ABOUT = r"(?= (?:about|why|what|how|whether|if|when|where|who|which)\b|[,.:]? [\ue000“\"‘])"
_ASKS = re.compile(
    rf"\b(?:asked|asks|ask|quizzed|pressed) (?:(?P<pronoun>him|her)(?:{_ABOUT}|[.,:])"
    rf"|(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w’'-]*){{0,3}}){_ABOUT})"
)
# Who is asked may be the subject: "‖ The mayor was asked about the roof".
_IS_ASKED = re.compile(
    r"(?:\A|, |\b(?:and|but) )(?P<who>(?:[Tt]he |[Hh]er |[Hh]is |[Ii]ts )?[\w’-]{2,20}(?: [\w’-]{2,20}){0,3}?)(?: herself| himself)?"
    r" (?:was|is|has been|had been) (?:then |also |later |now |repeatedly |next )?(?:asked|pressed|quizzed|challenged|questioned)\b"
    r"(?! to\b)"
)
# A question may be put as a thing: "We put this to ‖ the mayor".
_PUTS = re.compile(
    r"\b(?:puts?|putting) (?:this|that|it|them|(?:the|this|that|his|her|their) (?:same )?(?:question|point|charge|figure|claim|idea)s?)"
    r" to "
    r"(?P<who>(?:the |her |his |its )?[\w’-]{2,20}(?: [\w’-]{2,20}){0,3}?)(?=[.,;:!?]| (?:and|who|on|in|at|when|last|this|by)\b)"
)
_ASKED = re.compile(r"[^.!?\n]{0,40}\b(?:ask(?:s|ed)?|wonder(?:s|ed)?|[ei]nquire[sd]?|demand(?:s|ed)?|want(?:s|ed) to know)\b")
_SEX = {"him": "m", "her": "f"}
# So many sentences back the other of two is looked for.
_BACK = 6


def asked_in(attention: Attention, sentence: int, before: int | None = None) -> str | None:
    """Whom a sentence puts a question to: "Her lawyer asked him why.", "I asked Rao about the roof."."""
    start, end = attention.sentences[sentence]
    put = _PUTS.search(attention.frame, start, min(end, before or end, start + 400))
    if put:
        named = [one for one in attention.within(put.start("who"), put.end()) if not one.owns]
        return named[0].name if named else attention.roles.named(put["who"], put.start())
    passive = _IS_ASKED.search(attention.frame[start : min(end, before or end, start + 200)])
    if passive:
        at, who = start + passive.start("who"), passive["who"]
        named = [one for one in attention.within(at, at + len(who)) if not one.owns]
        return named[0].name if named else attention.roles.named(who, at) if who[:4].lower() == "the " else None
    match = _ASKS.search(attention.frame, start, min(end, before or end, start + 400))
    if not match:
        return None
    if match["name"]:
        named = [one for one in attention.within(match.start("name"), match.end()) if not one.owns]
        return named[0].name if named else None
    asker = attention.named_subject(sentence, match.start())
    sex = _SEX[match["pronoun"]]
    if not sentence:
        return None
    found = attention.named_subject(sentence - 1)
    if not (found and attention.fits(found, sex)):
        found = attention.looked_back(sentence - 1, attention.sentences[sentence - 1][1], sex)
    return found if found != asker else None


def is_asked(frame: str, closing: int) -> bool:
    """Whether a verb of asking tags the question whose mark closes there; "“Of ice?” says Rao" may go on herself."""
    return _ASKED.match(frame, closing, closing + 80) is not None


def asked_before(attention: Attention, at: int, sex: str | None) -> str | None:
    """Whom a question just before was put to, so that "he" is who answers."""
    here = attention.sentence_at(at)
    for n in range(here, max(-1, here - 2), -1):
        asked = asked_in(attention, n, at if n == here else None)
        if asked and attention.fits(asked, sex):
            return asked
    return None


def is_reply(attention: Attention, here: int) -> bool:
    """Whether the sentence before is a question that nobody in marks asks: "And the roof? “What roof?”"."""
    if not here:
        return False
    start, end = attention.sentences[here - 1]
    return attention.frame[end - 1] == "?" and "\ue000" not in attention.frame[max(start, end - 300) : end]


def answering(attention: Attention, here: int) -> str | None:
    """Who answers in sentence `here`, which is quoted without a tag, what the narrator asked just before: whom the text is about.

    Others who ask go on as often as they are answered: "“Whose roof?” asked Rao. “We paid for it.”"
    """
    n = here - 1
    asker = attention.questions.get(n, "")
    if asker not in (None, attention.narrator):
        return None
    for m in range(n - 1, max(-1, n - 1 - _BACK), -1):
        other = attention.spoke.get(m) or attention.subject_of(m)
        if other and other != asker:
            return other
    return None
