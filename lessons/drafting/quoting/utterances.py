"""Whether what stands in quotation marks is somebody's words: titles, names, terms, signs, glosses and single ironical words are not."""

from __future__ import annotations

import re

from .attribution import Clause
from .marks import Marked
from .speech import naming, speech, words

_WORD = re.compile(r"[^\W_][\w’'.-]*")
_STOPS = frozenset(".!?…—–")
_LONG = 6
_ASKING = frozenset("ask beg plead appeal petition call press".split())
# Plurals in their look.
_PLURALS = ("men", "women", "children", "folk")
_ARTICLES = frozenset("a an any the each every its their such".split())
# Verbs that may hold somebody's words, but seldom a short term behind an article: "defines a “small farm” as …".
_WEAK = frozenset(
    "define give deliver put cast find see know understand recognise recognize sense detect hold view sell credit lend record"
    " issue feel think read seek need specify minute notice relate".split()
)
_HELPERS = frozenset("would will could can may might must should to did does do not n't".split())
# Things with names that are verbs as well.
_VERBS_TOO = frozenset("show command film field file head signal paint project head table chair stage host fund plan".split())
# What a thing is called or bears as its sign: "its motto is “…”".
_MOTTOES = frozenset("motto slogan title nickname headline proverb alias codename inscription password tagline catchline".split())


def count_words(inner: str) -> int:
    """How many words a stretch has, a long one counted only so far as matters."""
    return sum(1 for _ in _WORD.finditer(inner, 0, 400))


def is_title(inner: str) -> bool:
    """Whether all words but the little ones have capitals.

    >>> is_title("The Long Way Home"), is_title("We are going home"), is_title("the Iron Duke")
    (True, False, True)
    """
    found = _WORD.findall(inner[:160])
    big = [word for word in found if word.lower() not in words("small_in_titles")]
    if len(found) < 2 or not big or inner[-1:] in ".…":
        return False
    return all(word[0].isupper() or word[0].isdigit() for word in big) and any(word[0].isupper() for word in big if word != "I")


def is_sentence(inner: str) -> bool:
    """Whether a stretch could stand as a sentence: a capital or a number first, a stop or the comma of a tag last."""
    return (inner[0].isupper() or inner[0].isdigit() or inner[0] in "…'’‘“\"[¿¡") and inner.rstrip("”’\"'»)")[-1:] in (
        *_STOPS,
        ",",
        ";",
        ":",
    )


def is_utterance(clause: Clause, quote: int, one: Marked, inner: str, is_house_mark: bool) -> bool:
    """Whether a stretch may be a quotation by its own words and by what directly stands about it; who said it is asked elsewhere."""
    count = count_words(inner)
    if not count or not any(letter.isalpha() for letter in inner[:60]):
        return False
    before, after = clause.low(quote - 1), clause.low(quote + 1)
    is_led = before == ":" or (before == "," and inner[0].isupper())
    is_closed = is_sentence(inner)
    is_cried = inner[-1] in "!?" and clause.kind(quote - 1) == "w" and clause.is_verb(quote - 1)
    if count == 1 and not (is_closed and (is_led or is_cried or quote == 0 or clause.kind(quote - 1) == "q" or clause.tagged(quote))):
        return False
    if before == "(" and (count <= 3 or after == ")") and not (quote == 1 and count >= 3 and is_closed and inner[-1] in ".!?"):
        return False
    if is_title(inner) and not (is_closed and (before == ":" or clause.tagged(quote))):
        return False
    if not is_house_mark and count <= 3 and not is_closed:
        return False
    if _is_done(clause, quote) or _is_told_of_thing(clause, quote, count):
        return True
    return not (_is_named(clause, quote, count, is_closed) or (count <= 3 and _is_dealt_with(clause, quote, inner)))


def _is_named(clause: Clause, quote: int, count: int, is_closed: bool) -> bool:
    """Whether the words about a stretch say that it is a name, a term, a sign or a translation."""
    before, second = clause.low(quote - 1), clause.low(quote - 2)
    is_heard = before == "saying" and not _is_proverb(clause, quote - 1)
    if is_heard or clause.worded(quote) or (second in words("names_things") and clause.is_in_words(quote)):
        return False
    if before in ("the", "a", "an", "this") and quote == 1 and count <= 3 and clause.kind(2) == "w":
        return True
    if before == ":" and second in words("names_things"):
        return second not in words("names_unless_colon")
    if before == "," and second in words("names_things") and count <= 5:
        return not is_closed
    if before == "as" and second in ("known", "such"):
        return True
    if not is_closed and _is_term(clause, quote, count):
        return True
    if before in ("is", "was") and second in _MOTTOES:
        return True
    if (
        before in words("names_things")
        and not _is_judged(clause, quote, count)
        and not (before in words("names_unless_colon") and count >= _LONG)
    ):
        return True
    if count <= 3 and not _is_opinion(clause, quote) and _is_common_name(clause, quote):
        return True
    if before in naming() and not clause.is_object_asked(quote - 1) and not _is_branded(clause, quote):
        return True
    if before == "or" and count <= 3 and not any(clause.kind(n) == "q" for n in range(max(0, quote - 12), quote)):
        return True
    if before == "for" and clause.is_capital(quote - 2) and count <= 5 and clause.kind(quote - 2) == "w":
        return not _is_asked_for(clause, quote)
    return count <= 4 and clause.low(quote + 1) in words("names_after")


def _is_proverb(clause: Clause, noun: int) -> bool:
    """Whether "saying" is a noun: "an old ‖ saying", "the Alban ‖ saying"; elsewhere somebody is heard saying so."""
    before = clause.low(noun - 1)
    if before in words("determiners") or clause.kind(noun - 1) == "m" or before.endswith(("’s", "'s")):
        return True
    return clause.kind(noun - 1) == "w" and clause.low(noun - 2) in words("determiners")


def _is_done(clause: Clause, quote: int) -> bool:
    """Whether the word before the marks, which might be a noun, is a verb: "would show “…”", "to command “…”", "did not read “…”"."""
    before, second = clause.low(quote - 1), clause.low(quote - 2)
    return (before in _VERBS_TOO and second in _HELPERS) or (before == "read" and second in ("not", "n't", "never"))


def _is_told_of_thing(clause: Clause, quote: int, count: int) -> bool:
    """Whether the words behind a thing that might have a name are none, for want of capitals: "promised a new boat “…”"."""
    first = clause.text[clause.tokens[quote].start + 1]
    return count >= 3 and first.islower() and clause.low(quote - 1) in words("things_with_names")


def _is_term(clause: Clause, quote: int, count: int) -> bool:
    """Whether a few words behind an article are a term: explained, given by no verb of speech, or what the clause is about."""
    before = clause.low(quote - 1)
    if count <= 4 and before in ("a", "an", "the", "of", "as") and _is_explained(clause, quote + 1):
        return True
    if count <= 3 and before in _ARTICLES and _is_weakly_said(clause, quote):
        return True
    return count <= 2 and before == "the" and clause.low(quote + 1) in words("finite")


def _is_asked_for(clause: Clause, quote: int) -> bool:
    """Whether somebody asks a body for what stands in marks: "asked Lisbon for “…”"; "Latin for “…”" translates."""
    return any(speech().get(clause.low(n)) in _ASKING for n in range(max(0, quote - 7), quote - 2))


def _is_dealt_with(clause: Clause, quote: int, inner: str) -> bool:
    """Whether it is a thing that one pays, wears or sets up, by its name: "must pay a “harvest levy”"."""
    return (
        clause.low(quote - 1) in ("a", "an")
        and clause.low(quote - 2) in words("dealings")
        and inner.lower().rpartition(" ")[2] in words("things_named")
    )


def tells_feeling(inner: str) -> bool:
    """Whether a few words tell how somebody feels.

    >>> tells_feeling("quietly hopeful"), tells_feeling("the happy warrior"), tells_feeling("known to all")
    (True, False, False)
    """
    found = [word.lower() for word in _WORD.findall(inner[:120])]
    return bool(found) and found[0] not in words("determiners") and any(word in words("feelings") for word in found[:6])


def _is_explained(clause: Clause, at: int) -> bool:
    """Whether what follows says what a term means: "a “dry loan”, which is a loan that …", "“…”, that is, …"."""
    at -= clause.low(at) == "which"  # the comma stands within the marks
    if clause.low(at) not in (",", "(", "–", "—", ""):
        return False
    found = tuple(clause.low(n) for n in range(at + 1, at + 4))
    return (
        (
            found[0] in ("which", "that")
            and (
                (found[1] in ("is", "are", "was", "were") and found[2] in ("a", "an", "the", "any"))
                or found[1] in ("means", "meant", "refers")
            )
        )
        or found[0] in ("i.e", "meaning", "or", "namely")
        or (found[1] == "which" and found[0] in ("in", "under", "by", "at", "for"))
        or found[0] in ("where", "whereby")
    )


def _is_judged(clause: Clause, quote: int, count: int) -> bool:
    """Whether the words judge the thing before the marks and are not its name: "called the film “…”"."""
    return count >= 4 and clause.low(quote - 2) in words("determiners") and clause.low(quote - 3) in naming()


def _is_weakly_said(clause: Clause, quote: int) -> bool:
    """Whether the nearest verb before is one that gives or defines a thing rather than says it."""
    for n in range(quote - 1, max(-1, quote - 16), -1):
        if clause.low(n) in speech() and clause.is_verb(n, speech()):
            return speech()[clause.low(n)] in _WEAK
    return False


def _is_branded(clause: Clause, quote: int) -> bool:
    """Whether somebody judges a thing so, behind the marks: "was branded “…” by the union"; what is called or dubbed so has a name."""
    return (
        clause.low(quote + 1) == "by"
        and clause.is_passive(quote - 1)
        and clause.low(quote - 1) in ("branded", "labelled", "labeled", "termed")
    )


def _is_opinion(clause: Clause, quote: int) -> bool:
    """Whether a few words judge rather than name: "high-handed and one-sided", "a disgrace"."""
    inner = clause.text[clause.tokens[quote].start + 1 : clause.tokens[quote].end - 1][:80].lower()
    return " and " in inner or inner.startswith(("a ", "an "))


def _is_common_name(clause: Clause, quote: int) -> bool:
    """What people or a profession call a thing is its name: "the team calls the effect “…”"."""
    verb = next((n for n in range(quote - 1, max(0, quote - 9), -1) if clause.low(n) in naming()), None)
    phrase = clause.subject(verb) if verb else None
    if phrase is None:
        return False
    low = clause.low(phrase[1] - 1)
    is_house_word = low in words("collectives") and clause.low(phrase[0] - 1) == "what"
    return (
        clause.kind(phrase[1] - 1) == "w"
        and (phrase == (0, 1) or not clause.is_capital(phrase[1] - 1))
        and (
            is_house_word
            or low in ("they", "we", "team", "people")
            or low.endswith(_PLURALS)
            or (low.endswith("s") and low not in ("his", "this"))
        )
    )
