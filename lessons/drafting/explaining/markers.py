"""Explanations behind words that say that one comes: "X, that is, …", "X, meaning …", "the so-called X, a …"; X is any noun phrase."""

from __future__ import annotations

import re

from ..records import Span
from .explanations import article_at, behind, closed, explained, first_comma
from .noun_phrases import NounPhrase, noun_before
from .phrases import LISTS, Defined, Rule, definition_end, is_judged
from .predicates import predicate_at
from .term_words import term_before

_SO_CALLED_MARK = re.compile(r"[”’\"']?(?:, (?:which is )?(?=an? |the |which )| [–—] (?=an? |the )| \((?=an? |the ))")
_WHICH = re.compile(r"which (?:[a-z]{1,30}ly )?(?!is\b|was\b|has\b)(?:[a-z]{2,20}s|can|may|must) ")
_SAID_OF = re.compile(
    r" (?:of|for|to|with|by|from|on|in|at|before|after|between|under|over|about|that|which|who|whose|where|when|paid|made) "
)
_ONE = re.compile(
    r"(?:the|a) (?:[a-z]{2,12} )?ones?\b(?! who| that| which| [a-z]{3,20} (?:of|in|that|which|who|whose)\b)"
)  # "that is, the second one"
_ONES = re.compile(r"\b[Aa]n? (?P<owner>[a-z-]{3,20}[’']s )\Z")
_THAT_IS = re.compile(
    r"[”’\"']?(?:(?:,|;| [–—-])[”’\"']? |—| ?\()(?:(?:that is to say|that is|i\.e\.|in other words),\s{0,3}|i\.e\. |that is to say )"
    r"|(?<=\w) i\.e\.,? "
)
_FIRST_WORD = re.compile(r"(?!The\b|An?\b|This\b|That\b|Its\b|Their\b|His\b|Her\b|Our\b|My\b|In\b|On\b|At\b|By\b)[A-Z][a-z]{3,14} ")
_WHEN = re.compile(r"(?:when|where) (?!it\b|he\b|she\b|they\b|we\b|I\b)")
_MEANING = re.compile(r"[”’\"']?(?:,[”’\"']? |[”’\"'] | \()(?:meaning|which (?:simply |here )?means),? (?!that\b|to\b|[“‘\"])")
# "Political risk, meaning the danger that …", of everyday words.
_THE_THAT = re.compile(r"the [a-z-]{3,20} that an? ")
_SO_CALLED = re.compile(r"\b[Ss]o[- ]called ")
_PREPOSITION = re.compile(
    r"\b(?P<prep>of|in|for|to|at|by|on|from|with|through|under|into|among|between) (?:(?:the|an?) )?(?:so-called )?[“‘\"']?\Z"
)
_OUTER_OF = re.compile(r"\b(?P<prep>of|in|for|to|at|by|on) \Z")


_ONE_OF = re.compile(r"\b[Aa]n? (?P<term>(?:[a-z-]{3,15} ){1,3}of )\Z")


def _that_is(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "through brokers, that is, firms that …", "the pond was puddled, i.e. lined with clay"."""
    phrase = noun_before(text, start, cue.start() + 1 if text[cue.start()] in "”’\"'" else cue.start())
    close = text.find("—", cue.end(), end) if cue[0][0] == "—" else -1
    told = behind(text, cue, close if close > 0 else end) or (_behind_same(text, cue, phrase, start, end) if phrase else None)
    if not told and phrase and not phrase.article and _WHEN.match(text, cue.end(), end):
        told = (cue.end(), closed(text, cue.end(), definition_end(text, cue.end(), end)))  # "by consensus – that is, when nobody objects"
    if not told:
        return None
    if not phrase:
        participle = term_before(text, start, cue.start(), most=1)
        done = participle and text[slice(*participle)].endswith("ed") and not article_at(text, told[0])
        return Defined(participle, told) if participle and done else None
    if _ONE.match(text, *told) or (phrase.is_definite and phrase.head in LISTS["persons"]):
        return None
    if phrase.span[0] > start and _FIRST_WORD.fullmatch(text, start, phrase.span[0]):
        return Defined((start, phrase.span[1]), told)  # "Laid paper, that is, paper with …"
    owned = _ONES.search(text, max(start, phrase.span[0] - 30), phrase.span[0])
    if owned and not phrase.is_marked:
        return Defined((owned.start("owner"), phrase.span[1]), told)  # "a sinker’s lien, that is …"
    return Defined(_with_complement(text, start, phrase, told[0]), told)


def _behind_same(text: str, cue: re.Match[str], phrase: NounPhrase, start: int, end: int) -> Span | None:
    """What follows where the preposition of a term comes again: "under the old tenure, that is, under leases for three lives"."""
    outer = _PREPOSITION.search(text, max(start, phrase.span[0] - 20), phrase.span[0])
    if not outer or not text.startswith(f"{outer['prep']} ", cue.end()):
        return None
    return explained(text, cue.end() + len(outer["prep"]) + 1, end)


def _with_complement(text: str, start: int, phrase: NounPhrase, told: int) -> Span:
    """The term of "a stay of sale" and "the marginal cost of water": a noun that has no article and what it complements.

    The explanation tells by its article which of the two it explains: one with an article does not explain a bare noun behind one.
    """
    joined = _OUTER_OF.search(text, max(start, phrase.span[0] - 5), phrase.span[0])
    if not joined or phrase.article or phrase.is_marked or len(phrase.words) > 1 or not article_at(text, told):
        return phrase.span
    outer = noun_before(text, start, joined.start())
    whole = _ONE_OF.search(text, max(start, phrase.span[0] - 50), phrase.span[0])
    if whole and text.startswith(("a ", "an "), told):
        return whole.start("term"), phrase.span[1]  # "a through bill of lading"
    if not outer or outer.article not in {"a", "an", "the"} or outer.head in LISTS["parts"]:
        return phrase.span
    if len(outer.words) > 1:
        return outer.span
    same = ("a ", "an ") if outer.is_one else ("the ",)
    return (outer.span[0], phrase.span[1]) if text.startswith(same, told) else phrase.span


def _meaning(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "on standby, meaning an unpaid duty to …"; what comes of an event is none ("a draw, meaning a second match")."""
    phrase = noun_before(text, start, cue.start() + 1 if text[cue.start()] in "”’\"'" else cue.start())
    told = behind(text, cue, end, phrase.is_marked) if phrase else None
    if not phrase or not told:
        return None
    said = predicate_at(text, told[0], told[1])
    if not phrase.is_marked:
        named = phrase.named and not (phrase.is_one and len(phrase.words) > 1 and phrase.words[-1].islower())  # "a Bailey bridge"
        if named or phrase.head in LISTS["outcomes"] or phrase.words[-1].lower() in LISTS["outcomes"] | LISTS["times"]:
            return None
        one = text.startswith(("a ", "an "), told[0])
        if (
            (phrase.is_definite and one)
            or (phrase.is_plain and not _THE_THAT.match(text, *told))
            or not said
            or (said.article and said.head in LISTS["outcomes"])
            or not _SAID_OF.search(said.rest)
        ):
            return None
        if said.is_personal:
            return None
    return Defined(_with_complement(text, start, phrase, told[0]), told)


def _so_called(text: str, cue: re.Match[str], start: int, end: int) -> Defined | None:
    """Read "the so-called grey list, a register of …", "the so-called village rule, which obliges …"."""
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
        told: Span | None = (at + len("which "), closed(text, at, definition_end(text, at, end)))
    else:
        told = behind(text, mark, end)
    said = predicate_at(text, told[0], told[1]) if told and not clause else None
    if not told or (said and (said.head in LISTS["persons"] | LISTS["roles"] or is_judged(text, told[0]) or not said.is_restricted)):
        return None
    return Defined(phrase.span, first_comma(text, told))


RULES = (
    Rule(("that is", "i.e.", "in other words"), _THAT_IS, _that_is),
    Rule(("meaning", "means"), _MEANING, _meaning),
    Rule(("o-called", "o called"), _SO_CALLED, _so_called),
)
