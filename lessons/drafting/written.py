"""A draft → a seed note: the lines that are proposed, and the note's text.

The lines say what the article says, mostly in its words: they are there to be corrected, not kept. Whatever the note format would not take,
and whatever a reader would have to guess, begins with a question mark: it is no fact until a person takes the mark away.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .. import dates as calendar
from .. import lines, notes, quantities
from ..errors import DateError
from ..facts import Content
from .pages.sentences import sentences
from .records import DateFound, Draft, Found, Head, NumberFound, OfficeFound, PointFound, QuotationFound, Span, TermFound

SECTIONS = ("Dates", "People", "Numbers", "Terms", "Quotations", "Points")
_UNTITLED = "Reading"
_NO_DATE = "the page does not say when it was published; write it in the front matter"
_WORDS = 40  # of an explanation; a card is read at a glance
_NEAR = 300  # code points to each side that are looked through for the sentence of a fact
_CLAUSE_WORDS = 4  # fewer do not say what happened
_THAT = re.compile(r"\s+that\b")
_ON = re.compile(r"(?:^|\s+)(?:(?:early|late|later|only) )?(?:on|in|at|by|from|during|about|of|since|until)?\s*\Z", re.IGNORECASE)
_LEAD = re.compile(r"(?:(?:and|but|that|when|as|while|where|after|before|because|so)\s+|[\s,;:–—-]++)*", re.IGNORECASE)
_POINTING = re.compile(r"(?:he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|our|my|such|both|one|another)\b", re.IGNORECASE)
# What no note may hold anywhere, and what would mean something else in one.
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\u2028\u2029]")
_MEANT = re.compile(r"¶|==+|__+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A line that a draft proposes for a note.

    Attributes:
        section: "Dates", "People", "Numbers", "Terms", "Quotations" or "Points".
        heading: what the section's heading names; only points have one.
        text: the line as the note format has it, without bullet, ¶ and question mark ("12 May 2021: The talks opened.").
        paragraph: the ¶ that it cites.
        start, end: where in the article the fact stands.
        words: the words of the article that it was read from, for the comment.
        doubt: why a person must look before it counts; empty where it may stand.
    """

    section: str
    heading: str
    text: str
    paragraph: int
    start: int
    end: int
    words: str
    doubt: str = ""


def proposed(draft: Draft) -> tuple[Proposed, ...]:
    """The lines for a note, by section and then as the article has them; the same fact twice is one line.

    >>> from lessons.drafting import draft
    >>> [(line.section, line.text) for line in proposed(draft("The talks opened in Pune on 12 May 2021."))]
    [('Dates', '12 May 2021: The talks opened in Pune.')]
    """
    found = [_line(draft, one) for one in draft.facts]
    in_order = sorted(found, key=lambda line: (SECTIONS.index(line.section), line.start, line.end))
    return _checked(_once(in_order), draft.head)


def note(head: Head, proposed: Sequence[Proposed], *, lesson: str = "") -> str:
    """The text of a note with these lines; `lessons check` accepts it.

    Args:
        head: of the source.
        proposed: as they stand; what the note format would not take gets a question mark.
        lesson: the heading; without it the source's title.
    """
    title = _clean(lesson or head.title or "").strip("# ") or _UNTITLED
    wanted = _checked([replace(line, text=_clean(line.text), heading=_clean(line.heading).strip("# ") or title) for line in proposed], head)
    while True:
        text, places = _text(head, wanted, title)
        _, problems = notes.parse(text.encode("utf-8"), "draft", "draft")
        wrong = {places[problem.line]: _without_places(problem.text) for problem in problems if problem.line in places}
        marked = tuple(replace(line, doubt=line.doubt or wrong.get(n, "")) for n, line in enumerate(wanted))
        if marked == wanted:
            return text
        wanted = marked


def _without_places(told: str) -> str:
    """A problem without the numbers of lines, which change while a note is edited."""
    return re.sub(r"(contradicts|was said in) line \d+", r"\1 another line", told)


# ---- one line --------------------------------------------------------------------------------------------------------------------------


def _line(draft: Draft, found: Found) -> Proposed:
    """What a fact would be as a line of a note."""
    section, heading, text, doubt = _said(draft, found)
    start, end = _around(draft, found)
    return Proposed(
        section=section,
        heading=_clean(heading),
        text=_clean(text),
        paragraph=_paragraph(draft, found.start),
        start=found.start,
        end=found.end,
        words=_clean(draft.text[start:end]),
        doubt=found.doubt or doubt,
    )


def _said(draft: Draft, found: Found) -> tuple[str, str, str, str]:
    """Section, heading, text and doubt."""
    text = draft.text
    match found:
        case DateFound():
            return "Dates", "", *_date_line(draft, found)
        case NumberFound():
            return "Numbers", "", *_number_line(text, found)
        case OfficeFound():
            former = "former " if found.former and not found.office.lower().startswith(("former", "ex-")) else ""
            return "People", "", f"{found.name}: {former}{found.office}", ""
        case QuotationFound():
            words, doubt = _few(text[found.start : found.end])
            return "Quotations", "", f"{found.speaker or 'somebody'}: “{words}”", doubt if found.speaker else "nothing says who said it"
        case TermFound():
            return "Terms", "", f"{_cut(text, (found.start, found.end))}: {_cut(text, found.definition)}", ""
        case PointFound():
            heading = found.heading or draft.head.title or _UNTITLED
            return "Points", heading, f"{_cut(text, (found.start, found.end))}: {_first(text, found.explanation)}", ""


def _date_line(draft: Draft, found: DateFound) -> tuple[str, str]:
    clause = _clause(draft, found)
    if "XXXX" in found.value:
        doubt = f"the year is not said{': ' + ' or '.join(found.candidates) if found.candidates else ''}"
        return f"{found.value}: {clause}", doubt
    try:
        when = calendar.parse(found.value)
    except DateError:
        return f"{found.value}: {clause}", "no date that a note can hold"
    published = calendar.parse(draft.head.published) if draft.head.published else None
    is_ahead = bool(published and calendar.before(published, when))
    return f"{when.text}: {clause}", "it had not happened when this was written" if is_ahead else _unclear(clause, _CLAUSE_WORDS)


def _clause(draft: Draft, found: DateFound) -> str:
    """What happened, as a sentence without its date: begun with a capital, ended with a full stop.

    Where the clause is too short to stand for itself, or breaks off before what was said ("announced that …"), the sentence stands for it.
    """
    sentence = _around(draft, found)
    span = found.what or sentence
    if _THAT.match(draft.text, span[1]) and span[0] >= sentence[0]:
        span = span[0], sentence[1]
    words = _undated(draft.text, span, found)
    if len(words.split()) < _CLAUSE_WORDS:
        words = _undated(draft.text, sentence, found)
    return f"{words[:1].upper()}{words[1:]}." if words else "…"


def _undated(text: str, span: Span, found: DateFound) -> str:
    """The words of a span without the date in it and what leads to that."""
    start, end = span
    before, behind = text[start : max(start, found.start)], text[min(end, found.end) : end]
    if start <= found.start and found.end <= end:
        words = f"{_ON.sub('', before)} {behind.lstrip(' ,') if not before.strip() or _ON.fullmatch(before) else behind}"
    else:
        words = text[start:end]
    words = re.sub(r" (?=[,;:.])", "", " ".join(words.split()))
    return words[_LEAD.match(words).end() :].rstrip(" ,;:–—-.")  # type: ignore[union-attr]  # it matches nothing, too


def _unclear(words: str, least: int) -> str:
    """Why words do not stand for themselves; empty where they do."""
    if len(words.split()) < least:
        return "too few words to stand for themselves; say whose, where, when"
    if "?" in words:
        return "a question; say what is so"
    if _POINTING.match(words):
        return f"say who or what {words.split(maxsplit=1)[0].lower()!r} is"
    return ""


def _number_line(text: str, found: NumberFound) -> tuple[str, str]:
    amount = _amount(_cut(text, (found.start, found.end)), found)
    what = _cut(text, found.of) if found.of else ""
    return f"{what or '…'}: {amount}", _unclear(what, 3)


def _amount(written: str, found: NumberFound) -> str:
    """A number as a note can hold it, as near as may be to how it was written: a sign before it goes behind it as its unit."""
    unit = found.unit or ""
    bare = written.removeprefix(unit).strip() if unit else written
    plain = f"{found.value:.15g} {unit}".strip()
    whole = written if not unit or unit in written else f"{written} {unit}"
    ways = [plain] if unit and "-" in written else [whole, f"{bare} {unit}", plain]  # "two-day" is 2 days
    for way in ways:
        read = quantities.read(way)
        if read and float(read.value) == float(found.value):
            return way
    return ways[-1]


def _few(words: str) -> tuple[str, str]:
    """At most as many words as a note may quote: the first clause that is short enough, else the first words, with a doubt."""
    words = " ".join(words.split()).strip(" ,;.")
    if len(words.split()) <= lines.QUOTED_WORDS:
        return words, ""
    for clause in re.split(r"(?<=[.!?;:,])\s+", words):
        if 3 <= len(clause.split()) <= lines.QUOTED_WORDS:
            return clause.strip(" ,;:."), ""
    return " ".join(words.split()[: lines.QUOTED_WORDS]), f"choose the {lines.QUOTED_WORDS} words or fewer that matter"


def _first(text: str, span: Span) -> str:
    """The first sentence of an explanation."""
    words = " ".join(text[span[0] : span[1]].split())
    first = re.split(r"(?<=[a-z\d)’”\"][.!?])\s+(?=[A-Z“\"‘])", words, maxsplit=1)[0]
    few = first.split()
    return first if len(few) <= _WORDS else f"{' '.join(few[:_WORDS])} …"


def _cut(text: str, span: Span) -> str:
    return " ".join(text[span[0] : span[1]].split()).strip(" ,;:.")


def _paragraph(draft: Draft, at: int) -> int:
    """The number of the paragraph that a place stands in; of the one before it where it stands in none."""
    low, high = 0, len(draft.paragraphs)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if draft.paragraphs[middle][0] <= at else (low, middle)
    return max(1, low)


def _around(draft: Draft, found: Found) -> Span:
    """The words to show beside a line: the sentence that it was read from, cut to a readable length."""
    paragraph = draft.paragraphs[_paragraph(draft, found.start) - 1] if draft.paragraphs else (found.start, found.end)
    if not paragraph[0] <= found.start < paragraph[1]:
        return found.start, found.end
    near = max(paragraph[0], found.start - _NEAR), min(paragraph[1], found.end + _NEAR)
    inside = [(start, end) for start, end in sentences(draft.text, *near) if start <= found.start < end]
    start, end = inside[0] if inside else near
    return start, max(end, min(found.end, start + _NEAR))


def _clean(text: str) -> str:
    """On one line, without what a note may not hold or would take for a mark of its own."""
    bare = " ".join(_UNFIT.sub(" ", text).split())
    return _MEANT.sub(lambda match: {"¶": "par.", "=": "=", "_": "_"}[match[0][0]], bare).encode("utf-8", "replace").decode("utf-8")


# ---- many lines ------------------------------------------------------------------------------------------------------------------------


def _read(line: Proposed) -> Content | None:
    """The fact that a note would read in a line; LineError where it would not."""
    return lines.SECTIONS[line.section].read(line.text, line.heading)


def _once(found: Sequence[Proposed]) -> tuple[Proposed, ...]:
    """Each fact once, as it stands first."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for line in found:
        try:
            said: tuple[object, ...] = lines.key_and_value(_read(line))  # type: ignore[arg-type]  # every section gives a content
        except lines.LineError:
            said = (line.section, line.heading, line.text)
        if said not in seen:
            seen.add(said)
            kept.append(line)
    return tuple(kept)


def _checked(found: Sequence[Proposed], head: Head) -> tuple[Proposed, ...]:
    """A doubt for each line that the note format would not take."""
    checked = []
    for line in found:
        doubt = line.doubt
        try:
            _read(line)
        except lines.LineError as error:
            doubt = doubt or str(error)
        if not head.published:
            doubt = doubt or _NO_DATE
        checked.append(replace(line, doubt=_clean(doubt)))
    return tuple(checked)


def _text(head: Head, found: Sequence[Proposed], lesson: str) -> tuple[str, dict[int, int]]:
    """The note, and which of its lines holds which of the proposed, by line number from 1."""
    told = {name: _clean(getattr(head, name) or "") for name in ("title", "author", "publisher", "published_from")}
    told["title"] = told["title"] or _UNTITLED
    written = ["---", *(f"{name}: {_quoted(value)}" for name, value in told.items() if value), f"published: {head.published or 'unknown'}"]
    written += ["---", "", f"# {lesson}", "", "<!-- A draft: correct every line against the article and say it in your own words. -->"]
    written.append("<!-- A line with a question mark is not asked until you take the mark away. -->")
    if not head.published:
        written.append(f"<!-- ? {_NO_DATE}: as long as that is missing, no line counts. -->")
    if not found:
        written += ["", "Nothing was found in the article. Write here what is to be read, and below it what is to be known."]
    places: dict[int, int] = {}
    last = ("", "")
    first: dict[str, int] = {}
    for n, line in enumerate(found):
        first.setdefault(line.heading, n)  # points stand by heading, as the headings first come
    for n, line in sorted(enumerate(found), key=lambda one: (SECTIONS.index(one[1].section), first[one[1].heading])):
        if (line.section, line.heading) != last:
            written += ["", f"## {line.section}{': ' + line.heading if line.section == 'Points' else ''}"]
            last = line.section, line.heading
        mark = "? " if line.doubt else ""
        places[len(written) + 1] = n
        written.append(f"- {mark}{line.text} (¶{line.paragraph})")
        written.append(f"    <!-- {_comment(line.words)} -->")
        if line.doubt and line.doubt != _NO_DATE:
            written.append(f"    <!-- ? {_comment(line.doubt)} -->")
    return "\n".join(written) + "\n", places


def _quoted(text: str) -> str:
    """A text as YAML writes it in quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def _comment(text: str) -> str:
    """A text that cannot end a comment."""
    return _clean(text).replace("--", "––").replace("<!", "< !").rstrip("-")
