"""Whether what happens on a day lies before or after the day of writing: read from the verbs around the date.

Rules on the words next to the date: first the verb before it in its clause ("was sealed on 3 May"), else the one behind it
("On 4 May the lease ends"). Nothing is parsed, so an unlisted verb form may be passed over.
"""

from __future__ import annotations

import re
from typing import Literal

from ..records import Span
from ..words import data, split

# How far from its date a verb is looked for.
_REACH = 220

Tense = Literal["past", "future", "present", "would", "either", "none"]

_LISTS = data("tense")
IRREGULAR, INTENT, AHEAD, CALENDAR, PLANS, NOT_PAST, IMPERATIVES = (
    split(_LISTS[name]) for name in ("irregular", "intent", "ahead", "calendar", "plans", "not_past", "imperatives")
)
_PLANNED = re.compile(rf"\b(?:{'|'.join(sorted(PLANS))})\b", re.IGNORECASE)
CALENDAR_FORMS = {word + ending for word in CALENDAR for ending in ("", "s", "es")} | {re.sub("y$", "ies", word) for word in CALENDAR}

_CUE = re.compile(
    r"\b(?:(?P<future>will|shall|won[’']t|going to|about to|is to|are to|am to)"
    r"|(?P<would>(?:would|was to|were to)(?: have\b)?"
    r"|(?:was|were|had been) (?:due|expected|scheduled|supposed|meant|likely|(?:set|planned)(?! (?:in|on)\b))(?: to(?: have\b)?)?)"
    r"|(?P<modal>should|must|may|might|can|could|cannot|has to|have to|needs to|need to|ought to)"
    r"|(?P<perfect>has|have|having|[’'](?:ve))"
    r"|(?P<past>was|were|had|did|been|didn[’']t|wasn[’']t|weren[’']t|hadn[’']t)"
    r"|(?P<present>is|are|am|does|do|isn[’']t|aren[’']t|don[’']t|doesn[’']t)"
    r"|to (?P<infinitive>[a-z]{2,15})"
    r"|(?P<ed>[a-z]{2,16}ed)"
    r"|(?P<word>[a-z]{2,14}))\b|(?<=[a-z])[’'](?P<shall>ll)\b"
)
_BEFORE_VERB = {"future", "modal", "shall", "would", "past", "present"}
# Before one of the calendar's verbs, it makes a noun of it: "the vote", "in return".
_NOUN_MARK = re.compile(
    r"(?i)\b(?:the|an?|its|his|her|their|our|my|this|that|of|in|for|at|on|by|with|first|second|last|next|new|final|no|per)\s\Z|[’']s\s\Z"
)
_LEFT_EDGE = re.compile(r"[;:—]|\s–\s|,\s(?:and|but|while|whereas|so|yet|though|although|because|as)\s|[“”\"](?=\w)")
_RIGHT_EDGE = re.compile(r"[;—]|\s–\s|,\s(?:and|but|while|whereas|so|yet)\s|(?<!\b[A-Z])[.!?]\s")
_AGAINST = re.compile(
    r"\b(?:against|compared (?:with|to)|than|versus|up from|down from|as (?:of|at|on)"
    r"|as \w+ as(?: in| on| at)?)\s(?:(?!with effect)[\w.,%$£€-]+\s){0,8}\Z"
)
_BY = re.compile(r"\b(?:[Bb]y|[Bb]efore|[Ff]rom)(?:\sthe)?(?:\s(?:the end of|early|mid|late|about|around))?\s?\Z")
_AHEAD_BEFORE = re.compile(
    rf"\b(?:{'|'.join(AHEAD)}|for (?:delivery|release|completion))\s(?:(?:to|for|in|on|by|from|at)\s)?"
    rf"(?:\w+\s){{0,5}}(?:on|in|by|for|from|at)?\s?\Z"
)
_PUT_OFF = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|foresees?|foresaw|forecast)\b[^,;:]{0,50}\Z|\b(?:given|granted|allowed)\s\Z"
    # "Gave the owner until Friday", but "gave free meals until Friday"
    r"|\b(?:gave|gives?|giving|allow(?:s|ed)?|grant(?:s|ed)?)\s(?:him|her|them|it|us|me|both|each|all"
    r"|(?:the|its|his|her|their|both|all)\s[\w’'-]{1,20}(?:\s[\w’'-]{1,20})?|[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){0,2})\s\Z|"
    r"\b(?:adjourned|postponed|delayed|deferred|suspended|extended|remanded|barred|banned|put off|pushed back|shelved|prorogued)\b"
    r"|\b(?:has|have)\s\Z|\b(?:has|have) (?:given|granted|allowed) (?:[\w’'-]+ ){1,4}\Z"
)
_PUT_TO = re.compile(
    r"\b(?:adjourned|fixed|set down|put over|listed|extended|postponed|moved|put off|pushed back|put back|delayed|deferred"
    r"|brought forward|rescheduled) (?:to|till|until|for)\s\Z"
    # "Not allowed from 1 January"; "has kept 4 May free"
    r"|(?<!was )(?<!were )(?<!been )\b(?:allowed|permitted|required|compulsory|mandatory|valid|available|effective|in force) from\s\Z"
    r"|\b(?:has|have)\s(?:kept|set|chosen|fixed|booked|reserved|picked|earmarked|set aside)\s\Z"
)
# "If it sprouts by 4 May", "unless they pay by then": no past stands in such a clause.
_IF_BY = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Oo]nce)\s(?:(?!had\b|was\b|were\b|did\b|\w+ed\b)[\w’'-]+\s){1,8}by\s\Z")
_TOLD_TO = "|".join(sorted(IMPERATIVES))
_IMPERATIVE = re.compile(
    rf"(?:[“‘\"'(]?(?:[Pp]lease,? )?(?:(?i:{_TOLD_TO}))|(?:[Ii]f|[Ww]hen|[Oo]nce|[Uu]nless)\b[^,]{{3,80}},\s(?:please )?(?:{_TOLD_TO}))\b"
    r"(?! (?:of|is|was|were|has|had|will|by)\b)(?:(?!\b(?:was|were|had|did|is|are|has|have)\b)[^,;:“”\"]){0,80}\Z"
)
# "A cut by Easter was likely": what only may be, lies ahead.
_HOPED = re.compile(r"\b(?:[Aa]n?|[Aa]ny|[Nn]o)\s(?:[\w’'%.-]{1,20}\s){1,7}by\s\Z")
_IS_SO = re.compile(r"\s(?:was|is|were|are|would|looks?|looked|seems?|seemed)\b")
# "Payable on 17 May to members on the register on 30 April".
_OF_RECORD = re.compile(r"\b(?:payable|(?:to|will) be paid)\b[^.;]{0,90}\b(?:register|record)\b[^.;]{0,24}\Z")
# "From 14 February, the day on which he was arrested".
_DAY_WHEN = re.compile(r"(?: \d{4})?,\s(?:the|a)\s(?:day|date|night|morning|month|eve)\b[^.;,]{0,40}\b(?:was|were|had|[a-z]{2,12}ed)\b")
# "Her log has 117 entries for the 24th", "the list shows 30 for the 9th".
# "The bill, due in April, had been paid".
_OVER = re.compile(r",\s(?:ha[ds]|have) (?:been|come|gone|passed)\b|,\s(?:was|were) (?:paid|missed|cancelled|met|dropped)\b")
# "Put back to June, and has still not appeared".
_NEVER_CAME = re.compile(r",?\s(?:and|but)\s(?:has|have|had|did|was|were)\b[^.;]{0,20}\b(?:not|never|yet)\b")
_RECORDS = re.compile(r"\b(?:has|have|shows?|lists?|records?|counts?)\b[^.;]{0,70}\b(?:for|from|of)\s\Z|\A\s*[Ff]or\s\Z")
_PARTICIPLE = re.compile(r"(?:\s[\w’'-]+){0,2}?\s(?:[a-z]{2,14}(?:ed|en|own|ung|unk|elt|ept)|been|had|become|come|run)\b")
_PAST_OF_AHEAD = re.compile(r"\b(?:was|were|had|been)\s(?:\w+\s){0,2}\Z")


def tense(text: str, sentence: Span, at: Span) -> Tense:
    """The tense of what happens at a date.

    Args:
        text: the whole text.
        sentence: the sentence that the date stands in.
        at: the date.

    >>> text = "The lido is to open again on 4 May."
    >>> tense(text, (0, len(text)), (28, 33))
    'future'
    >>> text = "On 9 June the jury walked to the quay."
    >>> tense(text, (0, len(text)), (3, 9))
    'past'
    """
    before = text[max(sentence[0], at[0] - _REACH) : at[0]]
    if text[at[0] : at[0] + 5].lower() == "since" or _AGAINST.search(before[-60:]):
        return "past"
    if re.match(r"\s(?:delivery|futures|contracts?)\b", text[at[1] : at[1] + 12]):
        return "future"
    if _DAY_WHEN.match(text, at[1], min(sentence[1], at[1] + 80)) or (text.startswith("the ", at[0]) and _RECORDS.search(before)):
        return "past"
    if before.endswith(" by ") and _HOPED.search(before) and _IS_SO.match(text, at[1], at[1] + 12):
        return "future"
    left = before[_last_edge(before) :]
    if _OF_RECORD.search(before) or _IMPERATIVE.match(left.lstrip() + text[at[0] : at[0] + 6].lower().partition("until")[1]):
        return "future"
    if (text[at[0] : at[0] + 5].lower() == "until" and _PUT_OFF.search(left)) or _PUT_TO.search(left):
        return "past" if _NEVER_CAME.match(text, at[1], min(sentence[1], at[1] + 60)) else "future"
    ahead = _AHEAD_BEFORE.search(left[-70:])
    if ahead and not _PAST_OF_AHEAD.search(left[-70:][: ahead.start()]):
        return "past" if _OVER.match(text, at[1], at[1] + 24) else "future"
    found = "future" if _IF_BY.search(left) else _from_left(left, bool(_BY.search(before)))
    if found is None:
        found = _from_right(text[at[1] : min(sentence[1], at[1] + _REACH)])
    if found is None and len(left) < len(before) and not _PLANNED.search(left):
        found = _from_left(before, False)  # "In May ten died; in June, forty."
    if found is None:
        found = _without_verb(text, sentence, left)
    return found


def _last_edge(before: str) -> int:
    edge = 0
    for match in _LEFT_EDGE.finditer(before):
        edge = match.end()
    return edge


def _from_left(left: str, is_by: bool) -> Tense | None:
    cues = [cue for cue in _CUE.finditer(left) if _counts(cue)]
    if not cues:
        return None
    last = cues[-1]
    kind = last.lastgroup
    earlier = cues[-2] if len(cues) > 1 else None
    if kind in {"ed", "word"} and (kind == "ed" or last[0] in IRREGULAR):
        return _participle(last, earlier, is_by)
    if kind == "infinitive":
        return _infinitive(cues, is_by)
    if kind == "word" and earlier and len(left[earlier.end() : last.start()].split()) <= 1 and earlier.lastgroup in _BEFORE_VERB:
        return _finite(earlier, is_by)  # "will open", "did open"
    return _finite(last, is_by)


# "The joint plan", "a first offer": intents that are as often nouns, with a word between.
_INTENT_NOUN = re.compile(r"\b(?:the|an?|its|his|her|their|our|this|that)\s[\w’'-]+\s\Z")
_NOUNS = frozenset("plan offer order vote call aim need forecast target deadline hope promise pledge project".split())


def _counts(cue: re.Match[str]) -> bool:
    if cue[0] == "is" and cue.string.endswith(("that ", "That "), 0, cue.start()) and cue.string.startswith(",", cue.end()):
        return False  # "a dam, that is, a wall"
    if cue[0] == "close" and cue.string[cue.end() : cue.end() + 4] == " to ":
        return False
    if cue.lastgroup == "ed":
        return cue[0] not in NOT_PAST
    if cue[0] in _NOUNS and _INTENT_NOUN.search(cue.string, max(0, cue.start() - 30), cue.start()):
        return False
    if cue.lastgroup == "word":
        if cue[0] in IRREGULAR:
            return True
        return (cue[0] in CALENDAR_FORMS or cue[0] in INTENT) and not _NOUN_MARK.search(cue.string, max(0, cue.start() - 12), cue.start())
    return not (cue.lastgroup == "infinitive" and cue[0] in {"to be", "to the", "to its", "to his", "to their"} and cue[0] != "to be")


def _participle(last: re.Match[str], earlier: re.Match[str] | None, is_by: bool) -> Tense:
    if is_by and last[0] in INTENT:
        return "future"
    if earlier is None or len(last.string[earlier.end() : last.start()].split()) > 2:
        return "past"
    match earlier.lastgroup:
        case "future" | "modal" | "shall":
            return "future"
        case "infinitive" if earlier[0] == "to be":
            return "future"
        case "would":
            return "would"
        case "present":
            return "future" if last[0] in AHEAD else "present"
    return "past"


def _infinitive(cues: list[re.Match[str]], is_by: bool) -> Tense:
    """What "plans to open" says lies ahead, what "began to fill" does not; "agreed to meet" may be both: by the verb that governs."""
    for n in range(len(cues) - 2, -1, -1):
        cue = cues[n]
        if cue.lastgroup == "infinitive":
            continue
        if cue.lastgroup in {"ed", "word"} and cue[0] in INTENT:
            return "either" if cue[0].endswith("ed") and not is_by else "future"
        if cue.lastgroup == "ed" or cue[0] in IRREGULAR:
            return _participle(cue, cues[n - 1] if n else None, is_by)
        if cue.lastgroup in {"past", "perfect"}:
            return "past"
        return "would" if cue.lastgroup == "would" else "future"
    return "future"


def _finite(cue: re.Match[str], is_by: bool) -> Tense:
    match cue.lastgroup:
        case "future" | "modal" | "shall":
            return "future"
        case "would":
            return "would"
        case "past" | "ed":
            return "past"
        case "perfect":
            return "past" if _is_perfect(cue) else "future" if is_by else "present"
        case "present":
            return "future" if is_by else "present"
    if cue[0] in INTENT and cue[0] not in IRREGULAR:
        return "future" if not cue[0].endswith("ed") or is_by else "past"
    return "past" if cue[0] in IRREGULAR else "present"


def _is_perfect(cue: re.Match[str]) -> bool:
    """Whether a participle follows: "has opened", and not "has diesel"."""
    behind = cue.string[cue.end() : cue.end() + 40]
    return bool(_PARTICIPLE.match(behind)) or any(word in IRREGULAR for word in behind.split()[:2])


def _from_right(right: str) -> Tense | None:
    edge = _RIGHT_EDGE.search(right)
    right = right[: edge.start()] if edge else right
    words = list(_CUE.finditer(right))
    for n, cue in enumerate(words):
        if not _counts(cue) or cue.lastgroup == "infinitive":
            continue
        if cue.lastgroup == "word" and cue[0] in CALENDAR_FORMS and cue[0] not in IRREGULAR and not cue[0].endswith("s"):
            continue  # a noun, as likely: "the vote", "the meet"
        if cue.lastgroup == "ed" and n + 1 < len(words) and right[: cue.start()].rstrip().endswith(("the", "a", "an")):
            continue
        if cue.lastgroup == "word" and cue[0] in INTENT and cue[0] not in IRREGULAR and not cue[0].endswith("s"):
            continue
        return _finite(cue, False)
    for cue in words:
        if cue.lastgroup == "word" and cue[0] in CALENDAR_FORMS:
            return "present"
    return None


def _without_verb(text: str, sentence: Span, left: str) -> Tense:
    words = text[sentence[0] : min(sentence[1], sentence[0] + 200)]
    if _PLANNED.search(left if left.strip() else words):
        return "future"
    if text[max(sentence[0], sentence[1] - 2) : sentence[1]].rstrip("”’\"'")[-1:] in tuple(".!?") and len(words.split()) >= 6:
        return "present"
    return "none"
