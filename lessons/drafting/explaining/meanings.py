"""Definitions by "means" and "refers to": of a word or of one thing in general, not of an event and what comes of it."""

from __future__ import annotations

import re

from .definition_clauses import Clause, as_written, is_common_subject, is_short
from .explanations import is_nominal
from .familiar import is_familiar
from .noun_phrases import PLAIN_ADJECTIVES
from .phrases import LISTS, Defined
from .predicates import predicate_at

_GENERIC = re.compile(r"(?:an?|any|each|every|one|when|if|all|only|no|nobody|anyone|people|you) ", re.IGNORECASE)
_GERUND = re.compile(r"[a-z]{2,15}ing (?!of\b)")
# "A heatwave means two or more days", "a counting day means a day on which".
_SO_MANY = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:or more |or fewer )?[a-z]{3,15}s\b")
_SUCH = re.compile(r"an? (?:[a-z-]{3,15} )?[a-z]{3,15} (?:(?:on|in|at|by|for|from|under|with|to) which|that|whose|where|when) ")
# "Forecast-based finance means that relief is paid out when a flood is forecast".
_DONE_WHEN = re.compile(
    r"(?:[a-z-]{3,15} ){1,3}(?:is|are) [a-z]{2,12}(?:ed|en|id|ld|pt) (?:[a-z]+ ){0,3}?(?:when|before|if|only|until|by) "
)
# "False accounting means the falsifying of a record".
_THE_DOING = re.compile(r"the (?:[a-z-]{3,15} )?[a-z]{3,15}(?:ing|tion|sion|ment|al) of ")
_ONE_TIME = re.compile(r"\b(?:was|were|had|did|will|would|now|today|it|he|she|they|[A-Z][a-z]+)\b")
_USAGE = re.compile(
    r"\b(?:usage|use|language|sense|speech|parlance|vocabulary|terms?|jargon|slang|dialect|mouth|trade|days?)\b|\b(?:to|for) "
)


def by_meaning(clause: Clause) -> Defined | None:
    """Read "X means …": of one thing in general, not of an event and what comes of it."""
    rest = clause.text[clause.at : min(clause.end, clause.at + 120)]
    between = clause.match["between"] or ""
    if clause.match["verb"] == "meant" and not (clause.quoted or _USAGE.search(between)):
        return None
    if clause.text.startswith("By ", clause.start) and not between:
        return None  # "By arrears, bankers mean …" is read elsewhere
    if clause.listed or clause.asked or clause.quoted or (between and _USAGE.search(between)):
        return as_written(clause) if clause.article != "the" or clause.quoted else None
    last = clause.words[-1].lower()
    if clause.article in {"a", "an"} and (_SO_MANY.match(rest) or (len(clause.words) > 1 and _SUCH.match(rest))):
        return as_written(clause)
    if last in LISTS["outcomes"] or clause.words[0].lower() in LISTS["outcomes"]:
        return None
    if clause.article == "the":
        return as_written(clause) if _is_the_meaning(clause) else None
    if clause.match["verb"].endswith("that"):
        return as_written(clause) if _is_told_by_clause(clause, rest) else None
    if not clause.article and _is_doing(clause, rest):
        return as_written(clause)
    said = predicate_at(clause.text, clause.at, clause.end)
    if not said or said.head in LISTS["remarks"] or (said.head in LISTS["outcomes"] and is_familiar(last)):
        return None
    is_rare = len(clause.words) == 1 and not is_familiar(last)
    if not said.article:
        short = between.startswith((", or ", " or ")) or is_short(clause.term) or (is_rare and not clause.article and not said.is_remark)
        return as_written(clause) if short and said.tells else None
    if clause.article:
        return as_written(clause) if said.tells or len(clause.words) > 1 or "," in rest[:40] else None
    if said.is_kind and said.tells and is_common_subject(clause):
        return as_written(clause)
    return as_written(clause) if is_rare and said.tells and said.article in {"the", "a", "an", "any"} and not said.names else None


def _is_doing(clause: Clause, rest: str) -> bool:
    """Whether a doing is told by a doing: "Laying means twisting strands together"; "lower prices means the closing of farms" is not."""
    if len(clause.words) == 1:
        return clause.words[0].lower().endswith("ing") and _GERUND.match(rest) is not None
    is_told = clause.match["verb"] == "means" and len(clause.words) <= 3 and _THE_DOING.match(rest) is not None
    return is_told and not clause.words[0].endswith("er")


def _is_told_by_clause(clause: Clause, rest: str) -> bool:
    """Whether "X means that …" tells what happens in general, and not what comes of something."""
    if _GENERIC.match(rest):
        is_doing = len(clause.words) == 1 and clause.words[0].lower().endswith(("ing", "tion", "ment", "ity", "ism"))
        return is_doing or bool(clause.article) or len(clause.words) > 1
    if clause.article in {"a", "an"} and len(clause.words) > 1 and clause.words[0].endswith("ed"):
        return _ONE_TIME.search(rest) is None  # "A qualified opinion means that the accounts are sound except …"
    return not clause.article and len(clause.words) > 1 and "-" in clause.words[0] and _DONE_WHEN.match(rest) is not None


def _is_the_meaning(clause: Clause) -> bool:
    """Whether "the X means the …" lays down what a compound is ("the lead time means the days between …"), not what comes of something."""
    if clause.match["verb"] not in {"means", "refers to", "denotes"} or not 2 <= len(clause.words) <= 4 or not clause.term.islower():
        return False
    said = predicate_at(clause.text, clause.at, clause.end)
    if not said or said.article != "the" or (said.is_remark and not said.is_measure) or said.is_personal:
        return False
    return (
        said.head not in LISTS["outcomes"]
        and said.is_kind
        and said.tells
        and is_nominal(said.words)
        and clause.words[0].lower() not in PLAIN_ADJECTIVES
    )


def by_reference(clause: Clause) -> Defined | None:
    """Read "X refers to …": X is a word, not somebody or something that points elsewhere."""
    first = clause.words[0].lower()
    rest = clause.text[clause.at : clause.at + 8].lower()
    if clause.article == "the" and not clause.quoted:
        return as_written(clause) if _is_the_meaning(clause) else None
    if rest.startswith(("his ", "her ", "him ", "its ", "it ", "them ", "their ", "it.")):
        return None
    if clause.quoted or clause.article or clause.asked or clause.listed or is_short(clause.term) or first.endswith("ing"):
        return as_written(clause)
    return as_written(clause) if is_common_subject(clause) else None
