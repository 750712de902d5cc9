"""Calendar dates at their own precision.

A date is as exact as its source: a day, a month, a year, a season, a decade, a century, a span of these, open at one end or not, with
the year unknown or the whole approximate. The text form is EDTF (Extended Date/Time Format, ISO 8601-2:2019, level 1 with seasons), of
which this module reads and writes the part that readings need:

==================  =============================  ========================
EDTF                printed                        precision
==================  =============================  ========================
``2021-10-18``      18 October 2021                day
``2021-10``         October 2021                   month
``2021``            2021                           year
``2021-21``         spring 2021                    season (21 to 24)
``197X``            the 1970s                      decade
``17XX``            the 18th century               century
``-0489``           490 BC                         year
``XXXX-10-18``      18 October (year unknown)      day
``2021-10~``        about October 2021             month, approximate
``1989/1991``       1989–1991                      span
``2014/..``         since 2014                     span, open
``../2021``         until 2021                     span, open
==================  =============================  ========================

Nothing is made more exact than it is: whether 2021-10 lies before 2021-10-18 is not known, and `before` says so.

Limits: the Gregorian calendar, carried back; no times of day; ``?`` and ``%`` (uncertain) are read, and printed as "perhaps".
"""

from .date import Date, before, same, sort_key, within
from .point import Point, Precision
from .reading import parse, typed

__all__ = ["Date", "Point", "Precision", "before", "parse", "same", "sort_key", "typed", "within"]
