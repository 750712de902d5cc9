"""Sentences that define: "A sluice is a gate that …", "Ballooning means that …", "‘Shrinkage’ refers to …", "X is defined as …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .labels import is_glossary
from .page import Part
from .phrases import FINITE, LISTS, Defined, definition_end, head_of, is_judged, is_kind

# Where a clause may begin: a sentence, behind an adverbial, behind a semicolon or a conjunction.
_CLAUSE = re.compile(r"(?:;|,? (?:whereas|while)|, (?:and|but|or)) (?=\w|[“‘\"'])")
_ADVERBIAL = re.compile(r"(?:Yes\. |No\. )?(?:[A-Z][\w’-]{0,30}(?: [\w’-]{1,30}){0,5}, )?")
_SUBJECT = re.compile(
    r"(?P<article>(?:An?|an?|The|the)\s+)?(?:(?P<naming>term|word|phrase|expression|name|concept|acronym|abbreviation)s?\s+(?:of )?)?"
    r"(?P<mark>[“‘\"'*_`]{0,2})"
    r"(?P<term>[\w](?:[\w’'./-]{0,40}[\w])?(?: [\w(](?:[\w’'./)-]{0,40}[\w)])?){0,4}?)(?P<close>[”’\"'*_`]{0,2})"
    r"(?:,? \([^()]{1,60}\)|, [^,.;:“”]{1,60},)? "
    r"(?P<verb>(?:is|are|was|were|can be|may be) (?:now |\w{1,20}ly |often )?defined as|is when|is where"
    r"|refers? to|describes?|denotes?|covers?"
    r"|means? that|means?|is used to (?:describe|mean|refer to|denote)|is short for|stands for|is|are|was|were) (?P<rest>\S)"
)
_PREDICATE = re.compile(
    r"(?P<article>an?|the|any|someone|anyone|something|anything|one(?= who| that| which)|those|people"
    r"|(?:simply|essentially|just) (?:an?|the))\s|(?=[a-z])"
)
_ASKED = re.compile(r"What (?:is|are|was|were|does|do)(?: an?| the)? (?P<term>[^?]{2,60}?)(?: mean)?\??\Z", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:in which|by which|through which|under which|at which|from which|whereby|used (?:to|for|by|in)|designed to|for \w{1,30}ing)\b"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|when|in which|by which|used|designed|made|for \w{1,30}ing|of|for)\b")
_PLURAL = re.compile(
    r"(?:(?!\w{1,30}(?:ly|ing|ed)\b|still|now|not)[\w’-]{1,30} ){0,3}?\w{1,30}s (?:that|which|who|of|for|in|used|made|with)\b"
)
_GENERIC = re.compile(r"(?:an?|any|each|every|one|when|if|all|only|no|nobody|anyone|people) ", re.IGNORECASE)
_LOOKED_THROUGH = 20_000  # letters of a page in which a word may stand in small letters
_SPEECH = re.compile(r"“[^“”\n]{40,3000}+(?:”|\Z)|\"[^\"\n]{40,3000}+\"")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that may define, taken apart."""

    text: str
    match: re.Match[str]
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

    >>> from .page import Part
    >>> text = "A sluice is a gate that holds water back."
    >>> [text[slice(*one.definition)] for one in definitions(text, Part("paragraph", 0, len(text), 1, sentences=((0, len(text)),)))]
    ['a gate that holds water back']
    """
    spoken = [match.span() for match in _SPEECH.finditer(text, part.start, part.end)]
    asked = _ASKED.match(part.heading) if part.heading else None
    listed = is_glossary(part.heading)
    for start, end in part.sentences:
        if any(a <= start < b for a, b in spoken):
            continue
        found: Defined | None = None
        for n, at in enumerate(_clauses(text, start, end)):
            match = _SUBJECT.match(text, at, end)
            if not match:
                continue
            same = asked is not None and _same(match["term"], asked["term"])
            one = _defined(_Clause(text, match, end, same, listed, n > 0 and found is not None))
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
        or (not clause.quoted and not FINITE.isdisjoint(low))
    ):
        return None
    verb = clause.match["verb"]
    if clause.match["naming"]:
        return _as_written(clause) if verb not in {"is", "are", "was", "were"} else None
    if "defined" in verb or (verb.startswith("is when") and clause.article in {"a", "an"}):
        return _as_written(clause)
    if verb in {"is", "are", "was", "were"}:
        return _by_being(clause)
    if verb.startswith("mean"):
        return _by_meaning(clause)
    if verb.startswith(("refer", "denote")):
        return _by_reference(clause)
    return None


def _as_written(clause: _Clause, start: int | None = None) -> Defined:
    at = clause.at if start is None else start
    return Defined(clause.match.span("term"), (at, definition_end(clause.text, at, clause.end)))


def _is_short(term: str) -> bool:
    """Whether a term is an abbreviation."""
    return len(term) > 1 and sum(letter.isupper() for letter in term) >= 2 and " " not in term


def _is_common(clause: _Clause) -> bool:
    """Whether a subject without an article is no name: it goes on in small letters, ends as nouns do, or stands so elsewhere."""
    words = clause.words
    if clause.quoted or any(word[0].islower() for word in words[1:]) or words[0][0].islower():
        return all(word[0].islower() or len(word) == 1 for word in words[1:])
    if len(words) > 1:
        return False
    word = words[0].lower()
    if word.endswith("s") and clause.match["verb"] in {"are", "were"}:
        return True
    return word.endswith(tuple(LISTS["endings"])) or clause.text.find(f" {word} ", 0, _LOOKED_THROUGH) >= 0


def _by_being(clause: _Clause) -> Defined | None:
    """Read "X is a/the …": by what stands before X, and the kind of thing that X is."""
    predicate = _PREDICATE.match(clause.text, clause.at, clause.end)
    if not predicate:
        return None
    if not predicate["article"] and clause.match["verb"] != "are":
        return None
    if clause.asked or (clause.listed and clause.article != "the" and predicate["article"]):
        return _as_written(clause)
    head, said = head_of(clause.text, predicate.end(), clause.end)
    if clause.follows and head == "one":
        return _as_written(clause)
    if head in LISTS["remarks"] or is_judged(clause.text, predicate.end()):
        return None
    if not predicate["article"] and not (is_kind(head) and said and _PLURAL.match(clause.text, clause.at, clause.end)):
        return None
    past = clause.match["verb"] in {"was", "were"}
    return _as_written(clause) if _is_defined_by(clause, predicate, head, said, past) else None


def _is_defined_by(clause: _Clause, predicate: re.Match[str], head: str, said: bool, past: bool) -> bool:
    rest = clause.text[predicate.end() : min(clause.end, predicate.end() + 160)]
    indefinite = (predicate["article"] or "a").endswith(("a", "an"))
    known = is_kind(head)
    if clause.article in {"a", "an"}:
        if "of" in clause.words and (predicate["article"] == "the" or clause.words[clause.words.index("of") - 1].lower() in LISTS["parts"]):
            return False
        if clause.words[-1].lower() in LISTS["outcomes"] or (not _is_short(clause.term) and clause.term[0].isupper()):
            return False
        if predicate["article"] in {"someone", "anyone", "something", "anything", "one"}:
            return said or bool(_RELATIVE.match(rest))
        person = head in LISTS["persons"]
        if person and not indefinite:
            return False
        if past:
            return (known or person) and said
        return (known and (said or len(rest.split()) > 2)) or (said and bool(_RELATIVE.search(rest[:90])))
    if past:
        return False
    if clause.article == "the":
        return known and indefinite and bool(_PURPOSE.search(rest)) and _is_common(clause) and len(clause.words) <= 3
    if _is_short(clause.term):
        return known and (said or len(rest.split()) > 2) and indefinite
    return known and said and _is_common(clause)


def _by_meaning(clause: _Clause) -> Defined | None:
    """Read "X means …": of one thing in general, not of an event and what comes of it."""
    rest = clause.text[clause.at : min(clause.end, clause.at + 120)]
    if clause.listed or clause.asked or clause.quoted:
        return _as_written(clause) if clause.article != "the" or clause.quoted else None
    last = clause.words[-1].lower()
    if clause.article == "the" or last in LISTS["outcomes"] or clause.words[0].lower() in LISTS["outcomes"]:
        return None
    general = bool(_GENERIC.match(rest))
    if clause.match["verb"].endswith("that"):
        gerund = len(clause.words) == 1 and last.endswith(("ing", "tion", "ment", "ity", "ism"))
        return _as_written(clause) if general and (gerund or clause.article or len(clause.words) > 1) else None
    predicate = _PREDICATE.match(clause.text, clause.at, clause.end)
    if not predicate or not predicate["article"]:
        return None
    head, said = head_of(clause.text, predicate.end(), clause.end)
    if head in LISTS["remarks"] or head in LISTS["outcomes"]:
        return None
    if clause.article:
        return _as_written(clause) if said or len(clause.words) > 1 or "," in rest[:40] else None
    return _as_written(clause) if is_kind(head) and said and _is_common(clause) else None


def _by_reference(clause: _Clause) -> Defined | None:
    """Read "X refers to …": X is a word, not somebody or something that points elsewhere."""
    first = clause.words[0].lower()
    rest = clause.text[clause.at : clause.at + 8].lower()
    if clause.article == "the" and not clause.quoted:
        return None
    if rest.startswith(("his ", "her ", "him ", "its ", "it ", "them ", "their ", "it.")):
        return None
    if clause.quoted or clause.article or clause.asked or clause.listed or _is_short(clause.term) or first.endswith("ing"):
        return _as_written(clause)
    return _as_written(clause) if _is_common(clause) else None
