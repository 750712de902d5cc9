"""Sentences that define: "A sluice is a gate that …", "Ballooning means that …", "‘Shrinkage’ refers to …", "X is defined as …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ..pages.page import Part
from ..words import split
from .definition_clauses import Clause, as_written, is_common_subject, is_short
from .labels import is_glossary
from .meanings import by_meaning, by_reference
from .noun_phrases import PLAIN_ADJECTIVES, noun_before
from .phrases import FINITE, LISTS, Defined, singular
from .predicates import Predicate, predicate_at
from .weighed import is_defined

# Where a clause may begin: a sentence, behind an adverbial, behind a semicolon or a conjunction.
_CLAUSE = re.compile(r"(?:;|,? (?:whereas|while)|, (?:and|but|or)) (?=\w|[“‘\"'])| \((?=an? )")
_ADVERBIAL = re.compile(
    r"\(?(?:[A-Z][\w.’-]{0,20}(?: [A-Z][\w’-]{0,20})?: |[A-Z][\w.’-]{0,20}(?: [\w’-]{1,20}){1,4}: (?=An? [a-z]))?"
    r"(?:Yes\. |No\. )?(?:(?:And|But|So) )?"
    r"(?:[A-Z][\w’-]{0,30}(?: [\w’-]{1,30}){0,8}, )?"
)
_SUBJECT = re.compile(
    r"(?P<article>(?:An?|an?|The|the)\s+)?(?:(?P<naming>term|word|phrase|expression|name|concept|acronym|abbreviation)s?\s+(?:of )?)?"
    r"(?P<mark>[“‘\"'*_`]{0,2})"
    r"(?P<term>[\w](?:[\w’'./-]{0,40}[\w])?(?:(?<=s)[’'](?= ))?(?: [\w(](?:[\w’'./)-]{0,40}[\w)])?){0,4}?)(?P<close>[”’\"'*_`]{0,2})"
    r"(?P<between>,? \([^()]{1,60}\)| [–—] [^–—.;:“”]{1,60} [–—]|, (?:[^,.;:“”]|(?<=\d)[,.](?=\d)){1,60},)? (?:here )?"
    r"(?P<verb>(?:is|are|was|were|can be|may be) (?:now |\w{1,20}ly |often )?defined as|is when|is where"
    r"|refers? to|describes?|denotes?|covers?(?! (?:means?|is|are|was|were)\b)"
    r"|(?:(?:simply|just|merely|roughly|really|literally) )?means?(?: that)?|meant"
    r"|is used to (?:describe|mean|refer to|denote)|is short for|stands for|is|are|was|were) (?P<rest>\S)"
)
_ASKED = re.compile(
    r"What (?:is|are|was|were|does|do)(?: an?| the)? (?!(?:it|this|that|they|these|those|he|she|you"
    r"|we)\b)(?P<term>[^?]{2,60}?)(?: mean)?\??\Z",
    re.IGNORECASE,
)
# "Samizdat, for our younger readers, was …".
_FOR_READERS = re.compile(
    r", (?:for (?=[^,]{0,60}\b(?:readers?|listeners?|viewers?|uninitiated|unfamiliar|newcomers?|outsiders?|lay(?:men|people)|who)\b)"
    r"|to (?:the )?(?:outsiders|uninitiated|lay(?:men|people)|newcomers|beginners)\b"
    r"|if you (?:don[’']t|do not|have never|haven[’']t|are new|missed)\b|put simply|simply put"
    r"|in (?:plain|simple|ordinary|layman[’']s) (?:English|words|terms|language))"
)
# "Withdrawal is governed by Article 12", "Traders are paid up to a limit": what is done to it, and not what it is.
_DONE = re.compile(
    r"(?:[a-z]{3,20}ed|paid|held|made|built|given|kept|taken|set|run|met|born|known|seen|found|sold|left|led|put|written|done)\b"
)
_SUBSTANCES = ("ose", "ase", "ite", "ium", "ene", "ide", "ine", "gen", "cyte", "zyme", "ol", "tion", "sion", "ment", "ism", "ness", "ology")
_SO_MANY = re.compile(
    r"(?:at least |more than |any )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,4}) (?:or more |or fewer )?[a-z]{3,20}s?\b"
)
# "A blind trust is one run by …", "a dead letter is one which …".
_ONE_DONE = re.compile(
    r"one (?:(?:which|that|whose|where|in which) |[a-z]{3,14}(?:ed|en|ung|orn)\b"
    r"|(?:put|run|made|built|held|kept|set|cut|sold|taken|paid|left) )"
    r"(?![^.;]{0,80}\b(?:was|were|had|his|her|my|our|[A-Z][a-z]+)\b)"
)
# "a fool is a man whom nobody has found out yet": wit, where somebody says it.
# "The Almadies Pact is a treaty under which six countries watch the coast".
_UNDER_WHICH = re.compile(
    r"an? (?:[a-z-]{3,15} ){0,2}(?:treaty|pact|agreement|accord|convention|compact|arrangement|scheme|facility|mechanism|fund|levy|charter)"
    r" (?:under|by|through|from|with) which (?!(?:he|she|it|they)\b)(?:(?!\b(?:was|were|had|did)\b)[^,;:.]){20}"
)
_WIT = re.compile(r"\b(?:that|which|who|whom|where|when) (?:somebody|someone|nobody|no[ -]one|everybody|everyone|I)\b")
_ILLNESS = split(
    "disease illness disorder fever infection inflammation syndrome pneumonia cancer tumour tumor poisoning deficiency dementia virus"
    " bacterium parasite fungus allergy rash"
)
_SPEECH = re.compile(r"“[^“”\n]{0,3000}+(?:”|\Z)|\"[^\"\n]{0,3000}+\"")


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
            one = _defined(Clause(text, match, start, close if close > 0 else end, same, listed, n > 0 and found is not None))
            found = one or found
            if one and _is_wit(text, start, one):
                continue
            if one and (n <= 1 or match["article"] or listed or text[at - 6 : at - 1] in {"ereas", "while"}):
                yield one


def _is_wit(text: str, start: int, one: Defined) -> bool:
    """Whether somebody says a definition that tells what others did, or what they do not."""
    at = one.term[0]
    return text.rfind("“", start, at) > text.rfind("”", start, at) and _WIT.search(text, *one.definition) is not None


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


def _defined(clause: Clause) -> Defined | None:
    """What a clause defines, by its verb."""
    low = [word.lower() for word in clause.words]
    between = clause.match["between"] or ""
    if "that is" in between:
        return None  # "A lien – that is, … – is what counts": told by the aside
    if clause.text.startswith("what ", clause.at) and between.startswith((", the ", ", a ", ", an ")) and len(between.split()) > 3:
        start, end = clause.match.span("between")
        return Defined(clause.match.span("term"), (start + 2, end - 1))  # "A clinker, the half-burnt stone for cement, is what they lack"
    if (
        low[0] in LISTS["openers"]
        or low[-1] == "there"
        or not LISTS["inner"].isdisjoint(low)
        or low[-1].endswith("ly")
        or (not (clause.quoted or (clause.article and len(low) == 1)) and not FINITE.isdisjoint(low))
    ):
        return None
    verb = clause.match["verb"]
    if clause.match["naming"]:
        return as_written(clause) if verb not in {"is", "are", "was", "were", "meant"} else None
    if "defined" in verb or (verb.startswith("is when") and _is_doing(clause)):
        return as_written(clause)
    if verb in {"is", "are", "was", "were"}:
        return _by_being(clause)
    if "mean" in verb:
        return by_meaning(clause)
    if verb.startswith(("refer", "denote")):
        return by_reference(clause)
    if verb in {"stands for", "is short for"}:
        return as_written(clause) if is_short(clause.term) or (clause.term[1:] != clause.term[1:].lower()) else None
    return None


def _is_doing(clause: Clause) -> bool:
    """Whether "X is when …" tells of a doing ("a draw is when", "selling short is when"), not of a time."""
    if clause.article in {"a", "an"}:
        return True
    last = clause.words[-1].lower()
    return (
        not clause.article
        and last not in LISTS["times"]
        and is_common_subject(clause)
        and last.endswith(("ing", "tion", "ment", "ism", "ity"))
    )


def _by_being(clause: Clause) -> Defined | None:
    """Read "X is a/the …": by what stands before X, and the kind of thing that X is."""
    if clause.article in {"a", "an"} and len(clause.words) > 1 and _ONE_DONE.match(clause.text, clause.at, clause.end):
        return as_written(clause) if clause.words[0].lower() not in PLAIN_ADJECTIVES and clause.match["verb"] == "is" else None
    said = predicate_at(clause.text, clause.at, clause.end)
    if said and _FOR_READERS.match(clause.match["between"] or "") and said.tells and not (said.is_remark or said.is_personal):
        return as_written(clause) if said.article or not said.words.split()[0].endswith("ed") else None
    if clause.quoted and _SO_MANY.match(clause.text, clause.at, clause.end):
        return as_written(clause)
    if not said or (not said.article and clause.match["verb"] not in {"are", "were"} and not said.is_bare):
        return None
    if clause.article == "the" and clause.term == clause.term.title() and _UNDER_WHICH.match(clause.text, clause.at, clause.end):
        return as_written(clause)
    if clause.asked or (clause.listed and clause.article != "the" and said.article):
        return as_written(clause)
    if clause.follows and said.head == "one":
        return as_written(clause)
    if said.is_personal or (not said.article and _DONE.match(said.words)):
        return None
    known = not said.is_remark and (said.article or said.is_bare or said.is_plural_kind) and _is_defined_by(clause, said)
    return as_written(clause) if known or _is_weighed(clause, said) else None


def _is_weighed(clause: Clause, said: Predicate) -> bool:
    """Whether a term and what it is said to be go together, though no list has its kind: "A lien is a sign used on …"."""
    if not (clause.article or is_common_subject(clause) or clause.term.endswith(_SUBSTANCES)):
        return False
    if clause.match["verb"] not in {"is", "are"} or clause.follows or not said.is_restricted:
        return False
    phrase = noun_before(clause.text, clause.start, clause.match.end("close"))
    if not phrase or phrase.span != clause.match.span("term") or (not said.article and clause.match["verb"] == "is"):
        return False
    if clause.article == "the" and not (len(clause.words) > 1 and clause.term.islower() and said.article == "the" and said.is_measure):
        return False
    is_told = (said.tells or said.is_present) and said.words.split(" ", 1)[0] not in LISTS["prepositions"]
    return is_told and is_defined(phrase, said.words, said)


def _is_defined_by(clause: Clause, said: Predicate) -> bool:
    past = clause.match["verb"] in {"was", "were"}
    if clause.article in {"a", "an"}:
        return _is_one_of_many(clause, said, past)
    if said.head in LISTS["persons"]:
        return False
    same = said.head == singular(clause.words[-1].lower()) and len(clause.words) > 1 and said.is_restricted
    if past:
        bare = not clause.article and len(clause.words) == 1
        return bare and said.article == "the" and said.is_measure and (said.is_present or said.is_habit)
    if clause.article == "the" and not is_short(clause.term):
        return _is_the_one(clause, said)
    if is_short(clause.term):
        return said.indefinite and said.tells and (said.is_kind or (said.is_restricted and not said.is_conditional))
    if is_common_subject(clause):
        return same or (said.is_kind and said.tells) or said.is_process or (said.is_restricted and said.is_present)
    alone = len(clause.words) == 1 and clause.article == "" and said.is_natural
    return alone and ((said.is_restricted and said.is_present) or _is_illness(said))


def _is_illness(said: Predicate) -> bool:
    """Whether a word with a capital is told to be an illness: "Tetanus is a disease of the nerves", "Chagas' is a form of fever"."""
    return said.indefinite and said.is_present_like and not said.names and not _ILLNESS.isdisjoint(said.rest.split()[:6])


def _is_one_of_many(clause: Clause, said: Predicate, past: bool) -> bool:
    """Whether "a X is …" defines: what X is, and how it differs from others of its kind."""
    if "of" in clause.words:
        at = clause.words.index("of")
        if said.article == "the" or clause.words[at - 1].lower() in LISTS["parts"]:
            return False
    if (
        clause.words[-1].lower() in LISTS["outcomes"]
        and not (said.is_somebody and (len(clause.words) > 1 or said.article.startswith("any")))
    ) or (not is_short(clause.term) and clause.term[0].isupper() and not clause.quoted):
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


def _is_the_one(clause: Clause, said: Predicate) -> bool:
    """Whether "the X is …" defines: one thing in general, by its use, or a measure by how it is taken."""
    last = clause.words[-1].lower()
    if len(clause.words) > 3 or not clause.term.islower() or last in LISTS["outcomes"] | LISTS["remarks"] | LISTS["roles"]:
        return False
    if said.indefinite:
        return said.is_kind and said.has_purpose
    return said.is_one_of_two or said.is_between or (said.is_measure and said.is_restricted and said.is_present and not said.names)
