"""Who speaks by what they do meanwhile: "“Would I?” Ana Ruiz laughs. “Never.”"; and who is named only then: "said the man. Ana Ruiz has …".

Limits: only the sentence that follows at once; a gesture of the one who listens looks the same and is told apart by its place only.
"""

from __future__ import annotations

import re

from .attention import Attention
from .roles import head_of, is_person_word
from .strangers import is_of_sex

_GESTURE = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]{0,20} ){0,3}(?:[A-ZÀ-Þ][\w’'-]{1,20}|He|She) (?:just |only |then |\w{2,12}ly )?"
    r"(?:laugh|smile|grin|shrug|sigh|nod|pause|chuckle|giggle|wince|grimace|frown|scowl|beam|snort|blush|hesitate|gesture|point|wave|lean|look|turn"
    r"|shake|shook|raise|roll|throw|threw|fold|spread|scratch|clap|tap|wag|stop|stand|stood|sit|sat|take|took|break|broke|burst|fall|fell|hold|held)"
    r"(?:e?s|e?d|ped|ged|ned)?\b[^.!?\ue000]{0,60}[.!]?\Z"
)
_PASSERS_BY = frozenset("man woman boy girl lady gentleman fellow guy bloke person stranger".split())
_TO_ME = re.compile(r"\b(?:told|tells|asks|asked|warns|warned|let|shows?|showed) (?:me|us)\b")
# What is told of somebody who has just been met; nothing that is said.
_IS_MET = re.compile(
    r"(?:, [^.;:!?\n\ue000]{1,80},)? (?:has|had|is|was|runs|ran|keeps|kept|lives|lived|came|moved|bought|inherited|grew|works|worked"
    r"|looks|looked|began|started|opened|took over|owns|owned|turned|lost|retired)\b"
)
# How many sentences of the paragraph are passed that hold more of the speech.
_FEW = 3
# How far into a long sentence a look goes.
_NEAR = 500


def beat(attention: Attention, sentence: int) -> str | None:
    """Who does something in the sentence behind one that is quoted without a tag."""
    if sentence + 1 >= len(attention.sentences) or attention.begins_paragraph(sentence + 1):
        return None
    start, end = attention.sentences[sentence + 1]
    is_gesture = end - start < 140 and _GESTURE.match(attention.frame, start, end)
    return attention.subject_of(sentence + 1) if is_gesture else None


def unveiled(attention: Attention, at: int, speaker: str) -> str | None:
    """The name that a page gives to somebody right after their words: "said the man who let us in. ‖ Ana Ruiz has been …".

    Args:
        attention: the people of the page.
        at: where the words stand.
        speaker: by what they were said: "the man".
    """
    head, here = head_of(speaker), attention.sentence_at(at)
    start, end = attention.sentences[here]
    is_told_to_me = _TO_ME.search(attention.frame, start, min(end, start + _NEAR)) is not None
    if not speaker[:1].islower() or not (head in _PASSERS_BY or (is_told_to_me and speaker[:4] == "the " and is_person_word(head))):
        return None
    for n in range(here + 1, min(here + 1 + _FEW, len(attention.sentences))):
        start, end = attention.sentences[n]
        if attention.begins_paragraph(n):
            return None
        if "\ue000" in attention.frame[start : min(end, start + 600)]:
            continue
        one = next(iter(attention.within(start, start + 12)), None)
        is_met = one is not None and not one.owns and _IS_MET.match(attention.frame, one.end, end)
        if not one or not is_met or not attention.is_first_named(one):
            return None
        sex = attention.sex(one.name)
        return one.name if sex is None or is_of_sex(speaker, sex) else None
    return None
