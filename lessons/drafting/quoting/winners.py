"""Who "the winner" is: whom the page says was given a prize, or won.

Limits: of several winners the first is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .attention import Attention

_WON = re.compile(
    r"(?:, [^.;:!?\n]{2,120},)? (?:has |have |had |is |was |will )?(?:just |also |been )?(?:the )?"
    r"(?:w[io]ns?|awarded|receives?|received|named|honou?red|scoop(?:s|ed)|picked up|winners?|recipient|laureate|takes home|took home)\b"
)
_TO = re.compile(
    r"\b(?:goes|went|gone|awarded|given|presented|handed|falls|fell|won by) (?:to )?(?:the [a-z-]{3,20} )?(?:[A-Z]\w{0,9}\.? )?\Z"
)
# Among so many names the winner is looked for.
_MANY = 100


def winner(attention: Attention) -> str | None:
    """Whom the page says was given a prize, first of all; None where it does not say."""
    for one in attention.known[:_MANY]:
        is_given = _TO.search(attention.text, max(0, one.start - 50), one.start)
        if is_given or (not one.owns and _WON.match(attention.text, one.end, one.end + 180)):
            return one.name
    return None
