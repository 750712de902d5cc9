"""Explanations behind a marker: "X, that is, …", "X, meaning …", "the so-called X, a …", "X, or a …", "X (… that …)", "an X, a … that …".

A marker that says that an explanation comes asks only for a noun phrase on both sides; a comma or a bracket alone asks for a rare word
before it and for what is told in general behind it.
"""

from __future__ import annotations

import re

from .noun_phrases import SUMMING, NounPhrase, noun_before
from .phrases import FINITE, LISTS, Defined, Rule, definition_end, is_judged, singular
from .predicates import Predicate, predicate_at
from .records import Span
from .term_words import term_before
from .words import data

_WORDS = data("noun_phrases")
_COMPARED = frozenset(_WORDS["compared"].split())
_GENUS = LISTS["kinds"] | LISTS["natures"] | LISTS["measures"] | frozenset(_WORDS["genus"].split())
_NOT_FIRST = (
    _COMPARED | LISTS["openers"] - {"any", "one", "his", "her", "its", "their", "both", "each"} | frozenset(_WORDS["not_first"].split())
)

_THAT_IS = re.compile(
    r"[”’\"']?(?:(?:,|;| [–—-])[”’\"']? | ?\()(?:(?:that is to say|that is|i\.e\.|in other words),\s{0,3}|i\.e\. |that is to say )"
    r"|(?<=\w) i\.e\.,? "
)
_MEANING = re.compile(r"[”’\"']?(?:,[”’\"']? |[”’\"'] | \()(?:meaning|which (?:simply |here )?means),? (?!that\b|to\b|[“‘\"])")
_SO_CALLED = re.compile(r"\b[Ss]o[- ]called ")
_SO_CALLED_MARK = re.compile(r"[”’\"']?(?:, (?:which is )?(?=an? |the |which )| [–—] (?=an? |the )| \((?=an? |the ))")
_OR = re.compile(r", or (?=an? |the )")
_BRACKET = re.compile(r" \((?=[a-z])")
_APART = re.compile(r", (?=an? (?![\w’-]{1,30}(?: [\w’-]{1,30})?,))")
_DASH = re.compile(r" [–—] (?=[a-z])")
_WHERE = re.compile(r", (?P<how>where|when|in which|by which|whereby) (?=[a-z])")
_FINITE = FINITE - frozenset(_WORDS["participles"].split())
_HEAD_ENDS = re.compile(r" (?:of|for|to|with|by|from|on|in|at|that|which|who|whose|where|when|so|used|made|left|between|over|under)\b")
# Where a clause begins that depends on a noun; without a pronoun, "the help a swimmer has".
_DEPENDS = re.compile(
    r"\b(?:that|which|who|whose|whom|where|when|whereby|what|whatever|whoever|until|before|after|if|because|as|while|once)\b"
)
_CONTACT = re.compile(
    r"(?:the|an?) (?:(?!of\b|in\b|for\b|and\b|to\b|or\b|with\b|on\b|at\b|by\b)[\w’-]{1,30} ){1,2}(?=(?:an?|the|one|people|you|we|they) )"
)
_NEXT = re.compile(r"[\w’']{1,20}")
_AND_VERB = re.compile(r",? and (?P<word>[a-z]{2,12})\b")
_WHICH = re.compile(r"which (?:[a-z]{1,30}ly )?(?!is\b|was\b|has\b)(?:[a-z]{2,20}s|can|may|must) ")
_SAID_OF = re.compile(
    r" (?:of|for|to|with|by|from|on|in|at|before|after|between|under|over|about|that|which|who|whose|where|when|paid|made) "
)
# Another thing of a list before a clause: "a payload and a trailer that …".
_LIST = re.compile(r" and (?:an?|one|the|two|three|some|his|her|its) ")
_ITEM = re.compile(r", (?:an?|one|two|the) \Z")
# A relative clause that is told of all times.
_PRESENT = re.compile(
    r"\b(?:(?:that|which|who) (?:(?:is|are|has|have|can|cannot|may|must|do|does|lets?)\b|(?:[a-z]{2,20}ly )?[a-z]{2,20}(?:s|[^s\W]s)\b)"
    r"|(?:that|which) (?:an? |the )?[a-z-]{2,20} [a-z]{2,20}s?\b|whose [a-z-]{2,20}"
    r"|(?:in|by|on|at|for|from|through|with) which|whereby|used (?:to|for|by|in)"
    r"|so [a-z]{2,20} that)\b"
)
_PLURAL_PRESENT = re.compile(
    r"[\w-]{2,30}s (?:that|which|who|whose|in which|of|for|made|paid|used|left|given|taken|set|sold|held|with|between) "
)
_DONE = re.compile(
    r"\b[a-z]{3,20}(?:ed|built|made|left|worn|held|kept|set|cut|drawn|sung|given|dug)"
    r" (?:by|for|to|from|in|on|with|of|open|when|so) [a-z]"
)
_SINGULAR_ING = re.compile(r"an? (?:[a-z-]{2,20} ){0,2}[a-z]{2,20}(?:ing|tion|sis) of [a-z]")
_PERFECT = re.compile(r"\b(?:that|which|who) (?:has|have) ")
# "a worker who is paid by the day" tells of any, "a teacher who lives next door" of one.
_OF_ANY = re.compile(r"\b[a-z]{3,20} who (?:is|may|must|can) (?!an?\b|the\b|now\b)")
_ONE = re.compile(r"(?:the|a) (?:[a-z]{2,12} )?ones?\b(?! who| that| which)")  # "that is, the second one"
_PAST_WORD = re.compile(r"\b(?:was|were|had|did)\b|\b(?:1[5-9]|20)\d\d\b")
_NAME = re.compile(r"\b[A-Z][a-z]")
_MANY = re.compile(r"[a-z-]{2,20}s\b|[a-z-]{2,20} (?:and |or )?[a-z-]{2,20}s\b")
_ED = re.compile(r"\b[a-z]{3,20}ed\b")
_CHOICE = re.compile(r"\b(?:may|can|could|choose|either|whether|want|wants|bring|take|if|buy|eat|order)\b|\?")
_LOOK_BACK = 70


def _explained(text: str, at: int, end: int, marked: bool = False) -> Span | None:
    """An explanation from a place on, if it is a noun phrase: no clause, no name, no figure, no amount."""
    word = _NEXT.match(text, at, end)
    if not word or (word[0].lower() in _NOT_FIRST - (_COMPARED if marked else set())) or word[0][0].isupper() or word[0][0].isdigit():
        return None
    stop = _closed(text, at, definition_end(text, at, end))
    return (at, stop) if len(text[at:stop].split()) > 2 and is_nominal(text[at:stop]) else None


def is_nominal(words: str) -> bool:
    """Whether words are a noun phrase: no verb before a clause that depends on a noun.

    >>> [is_nominal(one) for one in ("the help a swimmer has", "the bridge is shut")]
    [True, False]
    """
    contact = _CONTACT.match(words)
    depends = _DEPENDS.search(words)
    stop = min(contact.end() if contact else len(words), depends.start() if depends else len(words))
    return _FINITE.isdisjoint(word.strip(",").lower() for word in words[:stop].split()[1:])


def _closed(text: str, at: int, stop: int) -> int:
    """Where an explanation is closed by a comma: by the first behind which a verb or a preposition stands."""
    comma = text.find(", ", at, stop)
    for _ in range(4):
        if comma < 0:
            return stop
        word = _NEXT.match(text, comma + 2, stop)
        low = word[0].lower() if word else ""
        after = _AND_VERB.match(text, comma, stop)
        if low in FINITE or low in LISTS["prepositions"] - {"or", "and", "than"} or (after and after["word"] in FINITE):
            return comma
        comma = text.find(", ", comma + 1, stop)
    return stop


def _behind(text: str, cue: re.Match[str], end: int, marked: bool = False) -> Span | None:
    """What a cue explains, within its brackets if it opens them."""
    close = text.find(")", cue.end(), min(end, cue.end() + 300)) if "(" in cue[0] else -1
    return _explained(text, cue.end(), close if close > 0 else end, marked)


def _that_is(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "through brokers, that is, firms that …", "the pond was puddled, i.e. lined with clay"."""
    told = _behind(text, cue, end)
    if not told:
        return None
    phrase = noun_before(text, start, cue.start() + 1 if text[cue.start()] in "”’\"'" else cue.start())
    if not phrase:
        participle = term_before(text, start, cue.start(), most=1)
        done = participle and text[slice(*participle)].endswith("ed") and not _article_at(text, told[0])
        return Defined(participle, told) if participle and done else None
    if _ONE.match(text, *told) or (phrase.is_definite and phrase.head in LISTS["persons"]):
        return None
    return Defined(_with_complement(text, start, phrase, told[0]), told)


def _article_at(text: str, at: int) -> bool:
    """Whether an article stands at a place."""
    return text.startswith(("a ", "an ", "the "), at)


_OUTER_OF = re.compile(r"\b(?P<prep>of|in|for|to|at|by|on) \Z")


def _with_complement(text: str, start: int, phrase: NounPhrase, told: int) -> Span:
    """The term of "a stay of sale" and "the marginal cost of water": a noun that has no article and what it complements.

    The explanation tells by its article which of the two it explains: one with an article does not explain a bare noun behind one.
    """
    joined = _OUTER_OF.search(text, max(start, phrase.span[0] - 5), phrase.span[0])
    if not joined or phrase.article or phrase.is_marked or len(phrase.words) > 1 or not _article_at(text, told):
        return phrase.span
    outer = noun_before(text, start, joined.start())
    if not outer or outer.article not in {"a", "an", "the"} or outer.head in LISTS["parts"]:
        return phrase.span
    if len(outer.words) > 1:
        return outer.span
    same = ("a ", "an ") if outer.is_one else ("the ",)
    return (outer.span[0], phrase.span[1]) if text.startswith(same, told) else phrase.span


def _meaning(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "on standby, meaning an unpaid duty to …"; what comes of an event is none ("a draw, meaning a second match")."""
    phrase = noun_before(text, start, cue.start() + 1 if text[cue.start()] in "”’\"'" else cue.start())
    told = _behind(text, cue, end, phrase.is_marked) if phrase else None
    if not phrase or not told:
        return None
    said = predicate_at(text, told[0], told[1])
    if not phrase.is_marked:
        if phrase.named or phrase.head in LISTS["outcomes"] or phrase.words[-1].lower() in LISTS["outcomes"] | LISTS["times"]:
            return None
        one = text.startswith(("a ", "an "), told[0])
        if (
            (phrase.is_definite and one)
            or phrase.is_plain
            or not said
            or (said.article and said.head in LISTS["outcomes"])
            or not _SAID_OF.search(said.rest)
        ):
            return None
        if said.is_personal:
            return None
    return Defined(phrase.span, told)


def _so_called(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the so-called grey list, a register of …" and "a toll on lorries, the so-called maut"."""
    stop = min(end, cue.end() + 60)
    mark = _SO_CALLED_MARK.search(text, cue.end(), stop)
    if not mark:
        return None
    phrase = noun_before(text, start, mark.start() + (text[mark.start()] in "”’\"'"))
    if not phrase or not phrase.so_called or phrase.head in LISTS["persons"] | LISTS["roles"]:
        return None
    at = mark.end()
    clause = _WHICH.match(text, at, end)
    if clause:
        told: Span | None = (at + len("which "), _closed(text, at, definition_end(text, at, end)))
    else:
        told = _behind(text, mark, end)
    said = predicate_at(text, told[0], told[1]) if told and not clause else None
    if not told or (said and (said.head in LISTS["persons"] | LISTS["roles"] or is_judged(text, told[0]) or not said.is_restricted)):
        return None
    return Defined(phrase.span, _first_comma(text, told))


def _first_comma(text: str, told: Span) -> Span:
    comma = text.find(", ", told[0], told[1])
    return (told[0], comma) if comma > 0 else told


def _rare(phrase: NounPhrase | None) -> bool:
    """Whether a noun phrase may be a term where no word says that it is explained: no name, nothing of every day, not "the …"."""
    return phrase is not None and not phrase.named and not phrase.is_plain and phrase.article in {"", "a", "an", "no"}


def _general(text: str, told: Span) -> Predicate | None:
    """What an apposition says, if it is told in general and not of a person, a place or one time."""
    said = predicate_at(text, *told)
    if not said or said.is_remark or said.is_personal or said.is_conditional or said.names or _PERFECT.search(said.words):
        return None
    person = said.head in LISTS["persons"] | LISTS["roles"] or _is_who(said)
    if person and not (said.head in LISTS["persons"] and _OF_ANY.search(said.words)):
        return None
    if said.is_of_the_past or said.head in SUMMING or _PAST_WORD.search(said.words) or _NAME.search(said.words):
        return None
    return said


def _is_who(said: Predicate) -> bool:
    """Whether "who" stands behind the head noun of an apposition."""
    ends = _HEAD_ENDS.search(said.rest)
    return bool(ends and ends[0] == " who")


def _or(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a surrender premium, or a sum that …"; other choices are none ("a tent, or a van that has a bed")."""
    phrase = noun_before(text, start, cue.start())
    if not phrase or not _rare(phrase) or _CHOICE.search(text, max(start, phrase.span[0] - _LOOK_BACK), phrase.span[0]):
        return None
    told = _explained(text, cue.end(), end)
    said = _general(text, told) if told else None
    sure = said and said.is_kind and (_PRESENT.search(said.rest) or (said.is_measure and said.tells))
    return Defined(phrase.span, told) if told and sure else None


def _bracket(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "annuities (contracts that pay …)": many, explained by a plural of which something is said in general."""
    close = text.find(")", cue.end(), min(end, cue.end() + 250))
    many = close > 0 and bool(_PLURAL_PRESENT.search(text, cue.end(), min(close, cue.end() + 60)))
    one = close > 0 and not many and text.startswith(("a ", "an "), cue.end()) and bool(_PRESENT.search(text, cue.end(), close))
    phrase = noun_before(text, start, cue.start()) if many or one else None
    if (
        not phrase
        or phrase.named
        or phrase.is_plain
        or (many and phrase.article in {"a", "an"})
        or (one and (phrase.is_plural or not _rare(phrase)))
    ):
        return None
    if many and not phrase.is_plural and not _rare(phrase):
        return None
    told = (cue.end(), close)
    if not _explained(text, cue.end(), close) or len(text[slice(*told)].split()) < 4:
        return None
    said = _general(text, told)
    return Defined(phrase.span, told) if said and (many or _is_of_kind(said)) else None


def _dash(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "deadheading – trips that a bus makes empty": a bare noun, and a bare plural."""
    if not _PLURAL_PRESENT.match(text, cue.end(), end):
        return None
    phrase, told = noun_before(text, start, cue.start()), _explained(text, cue.end(), end)
    if not phrase or not _rare(phrase) or not told or (phrase.article and not phrase.is_marked):
        return None
    said = _general(text, told)
    return Defined(phrase.span, told) if said and _PRESENT.search(said.words) else None


def _is_of_kind(said: Predicate) -> bool:
    """Whether an apposition puts a thing under a kind, before the clause that says how it differs."""
    depends = _HEAD_ENDS.search(said.rest)
    words = [singular(word.strip(",")) for word in said.rest[: depends.start() if depends else len(said.rest)].split()[:6]]
    return not (_GENUS | LISTS["persons"]).isdisjoint(words) or bool(words and words[-1].endswith(("ing", "tion", "ism", "ity", "ness")))


def _apart(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "a croft, a small farm whose tenant …", "as pyromorphite, a lead phosphate so stable that …"."""
    phrase = noun_before(text, start, cue.start())
    if not phrase or not _rare(phrase) or phrase.is_plural or (text[phrase.span[0]].isupper() and not phrase.words[0].isupper()):
        return None
    if _ITEM.search(text, max(start, phrase.span[0] - 8), phrase.span[0]) or phrase.head in LISTS["naming"]:
        return None  # "a tent, a stove, a lamp that …", "in other words, a …"
    told = _explained(text, cue.end(), end)
    said = _general(text, told) if told else None
    if not told or not said or said.head == phrase.head:
        return None
    told = _first_comma(text, told)
    words = text[slice(*told)]
    relative = _DEPENDS.search(words)
    if _LIST.search(words, 0, relative.start() if relative else len(words)):
        return None
    if not _is_of_kind(said):
        return None
    sure = _PRESENT.search(words) or _SINGULAR_ING.match(words) or (_DONE.search(words) and not _NAME.search(words))
    return Defined(phrase.span, told) if sure else None


def _where(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "blames an ice jam, where floes pile up at a bend": one of a kind, and what happens there to many."""
    phrase = noun_before(text, start, cue.start())
    if not phrase or not _rare(phrase) or not phrase.is_one or (len(phrase.words) < 2 and "-" not in phrase.words[0]):
        return None
    stop = definition_end(text, cue.end(), end)
    first = text[cue.end() : stop].split(" ", 1)[0]
    if first in _NOT_FIRST or first in LISTS["pointing"] or _PAST_WORD.search(text, cue.end(), stop):
        return None
    many = first in {"a", "an"} or _MANY.match(text, cue.end(), stop)
    told = (cue.end() if cue["how"] in {"where", "when"} else cue.start("how"), stop)
    return Defined(phrase.span, told) if many and not _ED.search(text, cue.end(), min(stop, cue.end() + 50)) else None


RULES = (
    Rule(("that is", "i.e.", "in other words"), _THAT_IS, _that_is),
    Rule(("meaning", "means"), _MEANING, _meaning),
    Rule(("o-called", "o called"), _SO_CALLED, _so_called),
    Rule((", or a", ", or the "), _OR, _or),
    Rule((" (",), _BRACKET, _bracket),
    Rule((" – ", " — "), _DASH, _dash),
    Rule((", a",), _APART, _apart),
    Rule((", where", ", when", ", in which", ", by which"), _WHERE, _where),
)
