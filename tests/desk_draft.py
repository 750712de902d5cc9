"""A draft made by hand, for the tests of the desk: an article with every kind of find, clutter, and letters beyond the first plane."""

from __future__ import annotations

from lessons.drafting.records import Draft, Head
from lessons.drafting.written import Proposed

TEXT = """Home | News | Subscribe 🔔
A bridge for Velm
Published: 14 May 2021

The council of Velm chose the bridge on 12 May 2021, after a debate of six hours. “It is a gift 🎁 to our children,” said Ada Byrne, \
mayor of Velm.

About 30 boats cross the strait each day, and 12 ferries. A cable-stayed bridge, one whose deck hangs from towers by straight cables, \
is to take their place.

Work begins in June 2021. Argument for the bridge:
• time: The crossing would take four minutes instead of forty.
• safety: In winter the ferries stand still.

Share this | © 2021 Velm Courier. All rights reserved.
"""


def span(words: str, start: int = 0) -> tuple[int, int]:
    """Where some words of the article stand."""
    at = TEXT.index(words, start)
    return at, at + len(words)


def line(section: str, text: str, words: str = "boats", paragraph: int = 2, doubt: str = "", heading: str = "") -> Proposed:
    start, end = span(words)
    return Proposed(section=section, heading=heading, text=text, paragraph=paragraph, start=start, end=end, words=words, doubt=doubt)


UNSURE = "say of what, so that nobody can take it for another number"
FOR = "argument for the bridge"
LINES = (
    line("Dates", "12 May 2021: The council of Velm chose the bridge.", "12 May 2021", 1),
    line("Dates", "June 2021: The work was to begin.", "June 2021", 3, "it had not happened when this was written"),
    line("People", "Ada Byrne: mayor of Velm", "Ada Byrne, mayor of Velm", 1),
    line("Numbers", "ferries across the strait: 12", "12 ferries", 2),
    line("Numbers", "boats: 30", "About 30 boats", 2, UNSURE),
    line("Terms", "cable-stayed bridge: one whose deck hangs from towers by straight cables", "cable-stayed bridge, one", 2),
    line("Quotations", "Ada Byrne: “a gift 🎁 to our children”", "It is a gift 🎁 to our children", 1),
    line("Points", "time: The crossing would take four minutes instead of forty.", "time", 4, heading=FOR),
    line("Points", "safety: In winter the ferries stand still.", "safety", 5, heading=FOR),
)


def drafted(title: str = "A bridge for Velm") -> Draft:
    head = Head(title=title, publisher="Velm Courier", published="2021-05-14", published_from="Published: 14 May 2021")
    clutter = (span("Home | News | Subscribe 🔔"), span("Share this | © 2021 Velm Courier. All rights reserved."))
    paragraphs = tuple(span(words) for words in ("The council", "About 30", "Work begins", "time", "safety"))
    return Draft(text=TEXT, head=head, clutter=clutter, paragraphs=paragraphs, facts=())
