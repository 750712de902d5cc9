"""Sentences that define: "A sluice is a gate that …", "Ballooning means that …", "‘Shrinkage’ refers to …", "X is defined as …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ..pages.page import Part
from .explanations import is_nominal
from .labels import is_glossary
from .noun_phrases import PLAIN_ADJECTIVES
from .phrases import FINITE, LISTS, Defined, definition_end, singular
from .predicates import Predicate, is_common, predicate_at

# Where a clause may begin: a sentence, behind an adverbial, behind a semicolon or a conjunction.
_CLAUSE = re.compile(r"(?:;|,? (?:whereas|while)|, (?:and|but|or)) (?=\w|[“‘\"'])| \((?=an? )")
_ADVERBIAL = re.compile(
    r"\(?(?:[A-Z][\w.’-]{0,20}(?: [A-Z][\w’-]{0,20})?: )?(?:Yes\. |No\. )?(?:[A-Z][\w’-]{0,30}(?: [\w’-]{1,30}){0,5}, )?"
)
_SUBJECT = re.compile(
    r"(?P<article>(?:An?|an?|The|the)\s+)?(?:(?P<naming>term|word|phrase|expression|name|concept|acronym|abbreviation)s?\s+(?:of )?)?"
    r"(?P<mark>[“‘\"'*_`]{0,2})"
    r"(?P<term>[\w](?:[\w’'./-]{0,40}[\w])?(?: [\w(](?:[\w’'./)-]{0,40}[\w)])?){0,4}?)(?P<close>[”’\"'*_`]{0,2})"
    r"(?P<between>,? \([^()]{1,60}\)|, [^,.;:“”]{1,60},)? (?:here )?"
    r"(?P<verb>(?:is|are|was|were|can be|may be) (?:now |\w{1,20}ly |often )?defined as|is when|is where"
    r"|refers? to|describes?|denotes?|covers?(?! (?:means?|is|are|was|were)\b)"
    r"|means? that|means?|meant|is used to (?:describe|mean|refer to|denote)|is short for|stands for|is|are|was|were) (?P<rest>\S)"
)
_ASKED = re.compile(
    r"What (?:is|are|was|were|does|do)(?: an?| the)? (?!(?:it|this|that|they|these|those|he|she|you"
    r"|we)\b)(?P<term>[^?]{2,60}?)(?: mean)?\??\Z",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"(?:an?|any|each|every|one|when|if|all|only|no|nobody|anyone|people) ", re.IGNORECASE)
_USAGE = re.compile(
    r"\b(?:usage|use|language|sense|speech|parlance|vocabulary|terms?|jargon|slang|dialect|mouth|trade|days?)\b|\b(?:to|for) "
)
_OR_SHORT = re.compile(r", or (?P<short>[A-Z][A-Z0-9.&-]{1,10}),")
_SPEECH = re.compile(r"“[^“”\n]{0,3000}+(?:”|\Z)|\"[^\"\n]{0,3000}+\"")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that may define, taken apart."""

    text: str
    match: re.Match[str]
    start: int
    end: int
    asked: bool
    listed: bool
    follows: bool

    @property
    def term(self) -> str:
        return self.match["term"]

    @property
    def article(self) -> str:
        return (self.match["article"] or "").strip().lower()

    @property
    def quoted(self) -> bool:
        return bool(self.match["mark"] and self.match["close"])

    @property
    def words(self) -> list[str]:
        return self.term.split()

    @property
    def at(self) -> int:
        return self.match.start("rest")


def definitions(text: str, part: Part) -> Iterator[Defined]:
    """The definitions of a part, in order.

    >>> from lessons.drafting.pages.page import Part
    >>> text = "A sluice is a gate that holds water back."
    >>> [text[slice(*one.definition)] for one in definitions(text, Part("paragraph", 0, len(text), 1, sentences=((0, len(text)),)))]
    ['a gate that holds water back']
    """
    spoken = [match.span() for match in _SPEECH.finditer(text, part.start, part.end)]
    asked = _ASKED.match(part.heading) if part.heading else None
    listed = is_glossary(part.heading)
    for start, end in part.sentences:
        before = bisect_right(spoken, (start, len(text))) - 1
        inside = max(start, spoken[before][1]) if before >= 0 else start
        if inside - start > 40:
            continue
        found: Defined | None = None
        for n, at in enumerate(_clauses(text, start, end)):
            match = _SUBJECT.match(text, at, end)
            if not match or match.start("verb") < inside:
                continue
            same = asked is not None and _same(match["term"], asked["term"])
            close = text.find(")", at, end) if text[at - 1] == "(" else -1
            one = _defined(_Clause(text, match, start, close if close > 0 else end, same, listed, n > 0 and found is not None))
            found = one or found
            if one and (n <= 1 or match["article"] or listed or text[at - 6 : at - 1] in {"ereas", "while"}):
                yield one


def _clauses(text: str, start: int, end: int) -> Iterator[int]:
    """Where the clauses of a sentence begin."""
    yield start
    adverbial = _ADVERBIAL.match(text, start, end)
    if adverbial and adverbial.end() > start:
        yield adverbial.end()
    for n, match in enumerate(_CLAUSE.finditer(text, start, end)):
        if n < 8:
            yield match.end()


def _same(term: str, asked: str) -> bool:
    return term.lower().removesuffix("s") == asked.lower().strip("“”‘’\"' ").removesuffix("s")


def _defined(clause: _Clause) -> Defined | None:
    """What a clause defines, by its verb."""
    low = [word.lower() for word in clause.words]
    if (
        low[0] in LISTS["openers"]
        or not LISTS["inner"].isdisjoint(low)
        or low[-1].endswith("ly")
        or (not (clause.quoted or (clause.article and len(low) == 1)) and not FINITE.isdisjoint(low))
    ):
        return None
    verb = clause.match["verb"]
    if clause.match["naming"]:
        return _as_written(clause) if verb not in {"is", "are", "was", "were", "meant"} else None
    if "defined" in verb or (verb.startswith("is when") and clause.article in {"a", "an"}):
        return _as_written(clause)
    if verb in {"is", "are", "was", "were"}:
        return _by_being(clause)
    if verb.startswith("mean"):
        return _by_meaning(clause)
    if verb.startswith(("refer", "denote")):
        return _by_reference(clause)
    if verb in {"stands for", "is short for"}:
        return _as_written(clause) if _is_short(clause.term) or (clause.term[1:] != clause.term[1:].lower()) else None
    return None


def _as_written(clause: _Clause, start: int | None = None) -> Defined:
    at = clause.at if start is None else start
    term = clause.match.span("term")
    other = _OR_SHORT.match(clause.text, *clause.match.span("between")) if clause.match["between"] else None
    return Defined(other.span("short") if other else term, (at, definition_end(clause.text, at, clause.end)))


def _is_short(term: str) -> bool:
    """Whether a term is an abbreviation."""
    return len(term) > 1 and sum(letter.isupper() for letter in term) >= 2 and " " not in term


def _is_common(clause: _Clause) -> bool:
    """Whether a subject without an article is no name."""
    plural = len(clause.words) == 1 and clause.term.endswith("s") and clause.match["verb"] in {"are", "were"}
    return clause.quoted or plural or is_common(clause.text, clause.term)


def _by_being(clause: _Clause) -> Defined | None:
    """Read "X is a/the …": by what stands before X, and the kind of thing that X is."""
    said = predicate_at(clause.text, clause.at, clause.end)
    if not said or (not said.article and clause.match["verb"] not in {"are", "were"} and not said.is_bare):
        return None
    if clause.asked or (clause.listed and clause.article != "the" and said.article):
        return _as_written(clause)
    if clause.follows and said.head == "one":
        return _as_written(clause)
    if said.is_remark or said.is_personal:
        return None
    if not said.article and not said.is_bare and not said.is_plural_kind:
        return None
    return _as_written(clause) if _is_defined_by(clause, said) else None


def _is_defined_by(clause: _Clause, said: Predicate) -> bool:
    past = clause.match["verb"] in {"was", "were"}
    if clause.article in {"a", "an"}:
        return _is_one_of_many(clause, said, past)
    if said.head in LISTS["persons"]:
        return False
    same = said.head == singular(clause.words[-1].lower()) and len(clause.words) > 1 and said.is_restricted
    if past:
        bare = not clause.article and len(clause.words) == 1
        return bare and said.article == "the" and said.is_measure and (said.is_present or said.is_habit)
    if clause.article == "the":
        return _is_the_one(clause, said)
    if _is_short(clause.term):
        return said.is_kind and said.tells and said.indefinite
    if _is_common(clause):
        return same or (said.is_kind and said.tells) or said.is_process or (said.is_restricted and said.is_present)
    return len(clause.words) == 1 and clause.article == "" and said.is_natural and said.is_restricted and said.is_present


def _is_one_of_many(clause: _Clause, said: Predicate, past: bool) -> bool:
    """Whether "a X is …" defines: what X is, and how it differs from others of its kind."""
    if "of" in clause.words:
        at = clause.words.index("of")
        if said.article == "the" or clause.words[at - 1].lower() in LISTS["parts"]:
            return False
    if clause.words[-1].lower() in LISTS["outcomes"] or (not _is_short(clause.term) and clause.term[0].isupper() and not clause.quoted):
        return False
    if said.is_somebody:
        return said.tells and not past
    person = said.head in LISTS["persons"]
    by_deed = said.article == "the" and said.is_present and not said.names
    if person and (not (said.indefinite or by_deed) or clause.words[-1].lower() in LISTS["roles"]):
        return False
    if past:
        return ((said.is_kind or person) and said.tells) or (said.article == "the" and said.is_habit)
    return said.is_fraction or (said.is_kind and said.is_told) or (said.tells and said.is_restricted and not said.is_conditional)


def _is_the_one(clause: _Clause, said: Predicate) -> bool:
    """Whether "the X is …" defines: one thing in general, by its use, or a measure by how it is taken."""
    last = clause.words[-1].lower()
    if len(clause.words) > 3 or not clause.term.islower() or last in LISTS["outcomes"] | LISTS["remarks"] | LISTS["roles"]:
        return False
    if said.indefinite:
        return said.is_kind and said.has_purpose
    return said.is_one_of_two or (said.is_measure and said.is_restricted and said.is_present and not said.names)


def _by_meaning(clause: _Clause) -> Defined | None:
    """Read "X means …": of one thing in general, not of an event and what comes of it."""
    rest = clause.text[clause.at : min(clause.end, clause.at + 120)]
    between = clause.match["between"] or ""
    if clause.match["verb"] == "meant" and not (clause.quoted or _USAGE.search(between)):
        return None
    if clause.text.startswith("By ", clause.start) and not between:
        return None  # "By arrears, bankers mean …" is read elsewhere
    if clause.listed or clause.asked or clause.quoted or (between and _USAGE.search(between)):
        return _as_written(clause) if clause.article != "the" or clause.quoted else None
    last = clause.words[-1].lower()
    if last in LISTS["outcomes"] or clause.words[0].lower() in LISTS["outcomes"]:
        return None
    if clause.article == "the":
        return _as_written(clause) if _is_the_meaning(clause) else None
    general = bool(_GENERIC.match(rest))
    if clause.match["verb"].endswith("that"):
        gerund = len(clause.words) == 1 and last.endswith(("ing", "tion", "ment", "ity", "ism"))
        return _as_written(clause) if general and (gerund or clause.article or len(clause.words) > 1) else None
    said = predicate_at(clause.text, clause.at, clause.end)
    if not said or said.head in LISTS["remarks"] or said.head in LISTS["outcomes"]:
        return None
    if not said.article:
        short = between.startswith((", or ", " or ")) or _is_short(clause.term)
        return _as_written(clause) if short and said.tells else None
    if clause.article:
        return _as_written(clause) if said.tells or len(clause.words) > 1 or "," in rest[:40] else None
    return _as_written(clause) if said.is_kind and said.tells and _is_common(clause) else None


def _is_the_meaning(clause: _Clause) -> bool:
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


def _by_reference(clause: _Clause) -> Defined | None:
    """Read "X refers to …": X is a word, not somebody or something that points elsewhere."""
    first = clause.words[0].lower()
    rest = clause.text[clause.at : clause.at + 8].lower()
    if clause.article == "the" and not clause.quoted:
        return _as_written(clause) if _is_the_meaning(clause) else None
    if rest.startswith(("his ", "her ", "him ", "its ", "it ", "them ", "their ", "it.")):
        return None
    if clause.quoted or clause.article or clause.asked or clause.listed or _is_short(clause.term) or first.endswith("ing"):
        return _as_written(clause)
    return _as_written(clause) if _is_common(clause) else None
