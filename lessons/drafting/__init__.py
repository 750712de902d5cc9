"""Draft a seed note from an article: rules, no model, nothing downloaded.

A person decides: a draft proposes lines, each with the words that it was read from, and marks what it is not sure of.

================  =========================================================================
room              finds
================  =========================================================================
``pages``         lines, headings, bullets, paragraphs, sentences
``surroundings``  what is not the article; title, author, publisher, date of publication
``dating``        date expressions, the years that they leave out, what happened
``counting``      numbers with their unit and what they count
``people``        people, and the offices that they hold
``quoting``       quotations, and who said them
``explaining``    terms that are explained, labelled points
``records``       what is found, as records; ``words``: the word lists in ``data``
``written``       a draft as lines of a note
``files``, ``many``  bytes to text; folders, processes, clusters
================  =========================================================================
"""

from __future__ import annotations

import re
from dataclasses import replace

from .counting.numbers import numbers
from .dating.dates import dates
from .explaining.points import points
from .explaining.terms import terms
from .pages.layout import lines_of
from .pages.page import Page, page
from .people.names import people
from .people.offices import offices
from .quoting.quotations import quotations
from .records import DateFound, Draft, Found, NumberFound, OfficeFound, PointFound, QuotationFound, TermFound
from .surroundings.clutter import clutter
from .surroundings.head import head
from .surroundings.looks import looks

__all__ = ["DateFound", "Draft", "Found", "NumberFound", "OfficeFound", "PointFound", "QuotationFound", "TermFound", "draft"]


def draft(text: str, published: str | None = None) -> Draft:
    """Read an article and propose its facts.

    Args:
        text: the article as it was pasted, clutter and all.
        published: EDTF, where it is known better than the page says; years that the article leaves out are settled from it.

    >>> found = draft("The talks opened in Pune on 12 May 2021.").facts
    >>> [(one.value, one.explicit) for one in found]
    [('2021-05-12', True)]
    """
    read = _OKINA.sub(_AS_LETTER, text)
    lines = lines_of(read)
    dropped = clutter(read, lines)
    known = head(read, lines, dropped, published)
    looks.cache_clear()  # clutter and head have both looked; the page's lines need not stay in memory
    laid_out = page(read, lines, dropped, known)
    del lines
    found = Draft(text=text, head=known, clutter=dropped, paragraphs=laid_out.paragraphs, facts=found_in(laid_out))
    return found if read == text else _as_it_came(found)


# An opening mark within a word is a letter that many write so: "Tu‘ipulotu", "G‘ulomov". It is read as one, and given back as it came.
_OKINA = re.compile(r"(?<=[^\W\d_])‘(?=[^\W\d_])")
_AS_LETTER = "ʽ"


def _as_it_came(found: Draft) -> Draft:
    """With the names of a draft as the page writes them."""

    def came(words: str | None) -> str | None:
        return words and words.replace(_AS_LETTER, "‘")

    def fact(one: Found) -> Found:
        match one:
            case OfficeFound():
                return replace(one, name=came(one.name) or "", office=came(one.office) or "")
            case QuotationFound():
                return replace(one, speaker=came(one.speaker))
            case PointFound():
                return replace(one, heading=came(one.heading))
        return one

    head = replace(found.head, title=came(found.head.title), author=came(found.head.author), publisher=came(found.head.publisher))
    return replace(found, head=head, facts=tuple(map(fact, found.facts)))


def found_in(laid_out: Page) -> tuple[Found, ...]:
    """All facts of a page in the order of their start."""
    found_dates = dates(laid_out)
    known = people(laid_out)
    found_offices = offices(laid_out, known)
    found_quotations = quotations(laid_out, known, found_offices)  # takes the most memory, so before there is more to keep
    facts: list[Found] = [
        *found_dates,
        *numbers(laid_out, found_dates),
        *found_offices,
        *found_quotations,
        *terms(laid_out),
        *points(laid_out),
    ]
    return tuple(sorted(facts, key=lambda one: (one.start, one.end)))
