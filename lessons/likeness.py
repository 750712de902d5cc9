"""Whether two values say the same, or cannot both be right: dates, numbers and texts."""

from __future__ import annotations

from . import dates
from .dates import Date
from .ids import plain
from .quantities import Quantity
from .questions import Value
from .wording import given_away


def norm(value: Value) -> str:
    """What two values that say the same have in common, as text.

    >>> norm(Quantity(value=30, unit="days")), norm("The Quad!")
    ('30 days', 'the quad')
    """
    match value:
        case Date():
            return value.edtf
        case Quantity(value=number, unit=unit):
            return f"{number} {unit}"
        case text:
            return plain(text) or text


def apart(one: Date, other: Date) -> bool:
    """Whether two dates cannot both be right: of spans that share a year neither is wholly false.

    >>> from lessons.dates import parse
    >>> apart(parse("1914–1918"), parse("1917–1921")), apart(parse("1914–1918"), parse("1939–1945")), apart(parse("1914"), parse("1915"))
    (False, True, True)
    """
    closed = [date for date in (one, other) if date.is_span and date.start and date.end]
    if closed:
        return bool(dates.before(one, other) or dates.before(other, one))
    return dates.same(one, other) is False


def overlap(value: Value, other: Value) -> bool:
    """Whether two options say the same, or one says the other too.

    >>> overlap(Quantity(value=30), Quantity(value=10, qualifier="more than"))
    True
    >>> overlap("China", "Russia and China"), overlap("all", "alliance")
    (True, False)
    """
    match value, other:
        case Date(), Date():
            return dates.same(value, other) is not False
        case Quantity(range=(least, most)), Quantity(range=(other_least, other_most)):  # "more than 10" is true of 30
            return least <= other_most and other_least <= most
        case str(), str():
            return norm(value) == norm(other) or given_away(value, other) or given_away(other, value)
        case _:
            return True
