"""Rules on the words of a stem, a statement or an option: whole words, and none that stand in a quotation or a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..ids import plain
from ..items import BLANK, Item
from .records import Rule, Texts, is_catch_all, is_code, is_title


@dataclass(frozen=True, slots=True)
class _Terms:
    """Words and phrases to find: `clues` has a word of each, so that most texts are passed over at a glance."""

    pattern: re.Pattern[str]
    clues: frozenset[str]


def _terms(listed: str) -> _Terms:
    phrases = [phrase.strip() for phrase in listed.split(",")]
    pattern = rf"(?<!how )\b(?:{'|'.join(phrases)})\b"  # "how often" asks for a number
    return _Terms(re.compile(pattern, re.IGNORECASE), frozenset(max(phrase.split(), key=len) for phrase in phrases))


# Words that leave no room: test-wise learners know that such options are mostly wrong.
_ABSOLUTE = _terms(
    "always, never, all, every, everyone, everybody, everything, everywhere, none, nobody, nothing, nowhere, no one, only, entirely, "
    "completely, totally, absolutely, exclusively, invariably, without exception, impossible, must, solely, under no circumstances, "
    "in no case, at no time"
)
# Words that each reader takes otherwise.
_VAGUE = _terms(
    "often, usually, sometimes, frequently, generally, rarely, seldom, occasionally, possibly, typically, commonly, normally, mostly, "
    "probably, perhaps, maybe, hardly ever, more or less, somewhat, fairly, quite, as a rule, in most cases, tend to, tends to"
)
_NEGATIVE = re.compile(
    r"\b(?:not|no|except|excepting|excluding|exception|cannot|never|untrue|neither|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|doesn[’']t|don[’']t|"
    r"didn[’']t|won[’']t|can[’']t|hasn[’']t|haven[’']t|least (?:likely|appropriate|accurate|suitable|probable|important|useful)|"
    r"(?:is|are|was|were) (?:false|incorrect|wrong)(?=\W*$)|(?:false|incorrect|wrong|untrue) (?:statement|option|answer|match|pair)s?|"
    r"incorrectly|wrongly|falsely)\b",
    re.IGNORECASE,
)
# A word of each of these, so that most stems are passed over at a glance.
_NEGATIVE_CLUES = frozenset(
    (
        "not no except excepting excluding exception cannot never untrue neither isnt arent wasnt werent doesnt dont didnt wont cant hasnt "
        "havent least false incorrect wrong incorrectly wrongly falsely"
    ).split()
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^']*(?:\w'\w[^']*)*'(?!\w)")
# What stands between commas or brackets, or is told after "that", is the situation, not the question; "the word that is not a verb" asks.
_ASIDE = re.compile(r", [^,?]*,|\([^)]*\)|\bthat (?!(?:is|are|was|were|has|have|do|does|did|can|could|will)(?:n[’']t)?\b|cannot\b)[^,?]*")
_HARMLESS = re.compile(r"\bno longer\b|\bnot (?:only|merely|just)\b|\bat least\b|\btrue or false\b|\bno\. ?\d", re.IGNORECASE)
_ASKS = re.compile(r"\?|:\W*$|_{3,}|…\W*$|\.\.\.\W*$")
_OPENS_QUESTION = re.compile(
    r"(?:which|what|who|whom|whose|when|where|why|how|in which|at which|on which|by which|from which|to which|is|are|was|were|do|does|did|"
    r"can|could|has|have|had|should|would|will)\b",
    re.IGNORECASE,
)
# "The capital of Peru is": the options go on.
_GOES_ON = re.compile(
    r"\b(?:the|an?|is|are|was|were|be|by|to|of|in|from|called|as|with|for|at|on|and|or|that|because|when|its|their|into|than)$",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"which (?:one )?(?:(?:of (?:the following|these)|statement|option|answer)s? ?)*(?:statements? )?(?:is|are) (?:true|correct|right)\W*$",
    re.IGNORECASE,
)
_TELLS_TO = re.compile(
    r"(?:match|put|choose|arrange|select|identify|name|consider (?:the following|these)|complete|state|give|find|calculate|pick|order|rank|"
    r"list|fill|mark|tick|"
    r"indicate|determine|sort|place|decide|compute|solve|label|drag|evaluate|translate|rearrange|work out|estimate|simplify|convert|say|"
    r"judge|tell|read|supply|spot)\b",
    re.IGNORECASE,
)


def _said(text: str) -> str:
    """The text without what is quoted in it."""
    return _QUOTED.sub(" ", text)


@lru_cache(maxsize=16_384)
def _own(terms: _Terms, text: str) -> str:
    """The first of the terms that is not part of a name: without a capital, or with one at the opening of a sentence."""
    if terms.clues.isdisjoint(plain(text).split()) or is_title(text):
        return ""
    said = _said(text)
    for match in terms.pattern.finditer(said):
        opening = not said[: match.start()].strip() or said[: match.start()].rstrip().endswith((".", "?", "!", ":"))
        joined = said[match.end() : match.end() + 1] in ("-", "'", "’")  # "all-rounder"
        named = re.match(r"\s+[A-Z]", said[match.end() :])
        if not joined and (match[0].isupper() or not match[0][:1].isupper() or (opening and not named)):
            return match[0]
    return ""


def _judged(item: Item, keys: Texts, distractors: Texts) -> list[str]:
    """What a learner chooses or judges, catch-alls and codes left out: they have rules of their own."""
    if item.kind == "true_false":
        return [item.stem.removeprefix("True or false?").strip()]
    if item.form in ("two_statements", "three_statements", "how_many"):
        return list(item.statements)
    if item.form != "direct":
        return []
    return [text for text in (*keys, *distractors) if not (is_catch_all(text) or is_code(text) or text.lower() == "none")]


def _absolute(item: Item, keys: Texts, distractors: Texts) -> str:
    found = next((word for text in _judged(item, keys, distractors) if (word := _own(_ABSOLUTE, text))), "")
    return f"“{found.lower()}” leaves no room" if found else ""


def _vague(item: Item, keys: Texts, distractors: Texts) -> str:
    asked = [] if item.kind == "true_false" else [item.stem, *item.statements, item.closing]
    found = next((word for text in (*asked, *_judged(item, keys, distractors)) if (word := _own(_VAGUE, text))), "")
    return f"“{found.lower()}” is no measure" if found else ""


def _negative(item: Item, keys: Texts, distractors: Texts) -> str:
    if item.kind == "gap" or BLANK in item.stem:  # a sentence to fill asks for nothing
        return ""
    if item.kind == "true_false":  # "never" has a rule of its own
        return "the statement says “not”" if re.search(r"\bnot\b", _HARMLESS.sub(" ", _said(item.stem))) else ""
    if _NEGATIVE_CLUES.isdisjoint(plain(item.closing or item.stem).split()):
        return ""
    asked = re.split(r"(?<=[.!]) (?=[A-Z])", _HARMLESS.sub(" ", _said(item.closing or item.stem)))[-1]
    found = _NEGATIVE.search(_ASIDE.sub(" ", asked))
    return f"the stem asks with “{found[0]}”" if found else ""


def _unfocused(item: Item, keys: Texts, distractors: Texts) -> str:
    asked = f"{item.stem} {item.closing}".strip()
    if item.form == "direct" and _EMPTY.match(asked):
        return f"“{asked}” asks nothing that could be known before reading the options"
    if item.kind == "true_false" or _is_true_false(item) or _ASKS.search(asked) or _GOES_ON.search(asked):
        return ""
    sentences = re.split(r"(?<=[.!,;:]) +", asked)
    if any(_TELLS_TO.match(one) for one in sentences) or _OPENS_QUESTION.match(sentences[-1]):
        return ""
    return f"“{asked[-40:]}” asks nothing"


def _is_true_false(item: Item) -> bool:
    words = {option.text.strip(" .").lower() for option in item.options}
    return bool(words) and words <= {"true", "false", "yes", "no", "correct", "incorrect", "right", "wrong", "t", "f"}


def _true_false(item: Item, keys: Texts, distractors: Texts) -> str:
    return "there are two options only, one of them a guess" if item.kind == "true_false" or _is_true_false(item) else ""


def _fill_in(item: Item, keys: Texts, distractors: Texts) -> str:
    return "the key is to be guessed word for word" if item.kind == "gap" or (not item.options and BLANK in item.stem) else ""


RULES = (
    Rule(
        name="unfocused_stem", why="a learner must know what is asked before reading the options", fix="write a question", find=_unfocused
    ),
    Rule(name="negative_stem", why="a learner who knows the fact may miss the “not”", fix="ask for what is so", find=_negative),
    Rule(name="absolute_terms", why="such options are known to be wrong", fix="say when and for whom it holds", find=_absolute),
    Rule(name="vague_terms", why="each reader takes it otherwise", fix="give a number, a date or a source", find=_vague),
    Rule(name="true_false_question", why="half of the guesses are right", fix="offer three distractors", find=_true_false),
    Rule(name="fill_in_the_blank", why="other words may be as right", fix="accept other wordings with 'also'", find=_fill_in),
)
