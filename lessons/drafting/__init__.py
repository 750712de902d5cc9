"""Draft a seed note from an article: rules, no model, nothing downloaded.

A person decides: a draft proposes lines, each with the words that it was read from, and marks what it is not sure of.

======================  =======================================================================================
module                  finds
======================  =======================================================================================
``layout``              lines, their indents and list marks
``clutter``             what is not the article
``head``                title, author, publisher, date of publication
``page``, ``sentences``  headings, bullets, paragraphs, and their sentences
``dates``, ``years``    date expressions, and the years that they leave out
``numbers``             numbers with what they count
``names``, ``offices``  people, and the offices they hold
``quotations``          who said what
``terms``, ``points``   terms that are explained, labelled points
``records``             all of it as frozen records
======================  =======================================================================================
"""

from __future__ import annotations

from .clutter import clutter
from .dates import dates
from .head import head
from .layout import lines_of
from .names import people
from .numbers import numbers
from .offices import offices
from .page import Page, page
from .points import points
from .quotations import quotations
from .records import DateFound, Draft, Found, Head, NumberFound, OfficeFound, PointFound, QuotationFound, TermFound
from .terms import terms

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
    lines = lines_of(text)
    dropped = clutter(text, lines)
    known = head(text, lines, dropped, published)
    laid_out = page(text, lines, dropped, known)
    return Draft(text=text, head=known, clutter=dropped, paragraphs=laid_out.paragraphs, facts=found_in(laid_out))


def found_in(laid_out: Page) -> tuple[Found, ...]:
    """All facts of a page in the order of their start."""
    found_dates = dates(laid_out)
    known = people(laid_out)
    found_offices = offices(laid_out, known)
    facts: list[Found] = [
        *found_dates,
        *numbers(laid_out, found_dates),
        *found_offices,
        *quotations(laid_out, known, found_offices),
        *terms(laid_out),
        *points(laid_out),
    ]
    return tuple(sorted(facts, key=lambda one: (one.start, one.end)))
