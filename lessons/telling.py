"""A learner's figures in words: a line that says what each chart shows, and numbers as they are read.

A chart's line is what a screen reader has of it, so each says all that is to be seen at a glance. Empty where there is nothing.
"""

from __future__ import annotations

from datetime import date

from . import dates
from .facts import Fact, Source
from .figures import AHEAD, KNOWN
from .progress_records import LessonFigure, Missed, Progress
from .scoring.records import decimal

NOTHING = "Nothing was answered yet. Take a quiz or turn some cards: what you do is kept, and shown here."
KNOWN_WORDS = f"Known is what was not missed when it was last asked, and is recalled with a chance of {100 * KNOWN:.0f}% or more."
_NAMED = 6  # lessons that a line names


def recall_line(progress: Progress) -> str:
    """How many facts are known, by lesson.

    >>> _known(LessonFigure(lesson="Article 5", facts=61, met=40, known=38, recall=0.93, answered=50, right=41))
    'Article 5 38 of 61'
    """
    deck = progress.deck
    named = [_known(one) for one in progress.lessons[:_NAMED]] if len(progress.lessons) > 1 else []
    more = len(progress.lessons) - _NAMED
    named += [f"and {count(more, 'more lesson')}"] if more > 0 else []
    by_lesson = f": {'; '.join(named)}" if named else ""
    rest = f"{deck.met - deck.known} met and not sure, {deck.facts - deck.met} not met yet"
    return f"{deck.known} of {count(deck.facts, 'fact')} known now{by_lesson}. {rest}."


def calendar_line(progress: Progress) -> str:
    """How steadily it was practised."""
    shown = [one for one in progress.calendar if one.practised]
    if not shown:
        return ""
    most = max(shown, key=lambda one: one.responses)
    busiest = f"; most on {day(most.day)} with {count(most.responses, 'response')}" if most.responses else ""
    return f"Practised on {len(shown)} of the last {count(len(progress.calendar), 'day')}{busiest}. {streak_line(progress)}"


def streak_line(progress: Progress) -> str:
    """Days in a row, and what today is for."""
    streak = progress.streak
    longest = f"the longest row was {count(streak.longest, 'day')}"
    if not streak.current:
        return f"No days in a row now; {longest}."
    keep = "" if streak.today else "; practise today to keep it"
    row = f"{count(streak.current, 'day')} in a row{keep}"
    return f"{row}, the longest row so far." if streak.current == streak.longest else f"{row}; {longest}."


def curve_line(progress: Progress) -> str:
    """How fast what was learned is forgotten."""
    if not progress.curve:
        return ""
    now, week, end = (percent(progress.curve[n]) for n in (0, 7, AHEAD))
    met = f"over the {count(progress.deck.met, 'fact')} met"
    return f"The chance of recall, {met}: {now} today, {week} in a week, {end} in {AHEAD} days if nothing is reviewed."


def accuracy_line(progress: Progress) -> str:
    """How many were right, in all and last."""
    if not progress.accuracy:
        return ""
    answered = sum(one.answered for one in progress.accuracy)
    right = sum(one.right for one in progress.accuracy)
    last = progress.accuracy[-1]
    when = f"on {day(last.start)}" if progress.by == "day" else f"in the week of {day(last.start)}"
    return f"{percent(right / answered)} of {answered} right in all; {percent(last.share)} of {last.answered} {when}."


def papers_line(progress: Progress) -> str:
    """Net marks of the papers."""
    papers = progress.papers
    if not papers:
        return ""
    last = papers[-1]
    handed_in = (
        f"{count(len(papers), 'paper')} handed in; the last came to {decimal(last.net)} of {decimal(last.out_of)} ({percent(last.share)})"
    )
    if len(papers) == 1:
        return f"{handed_in}."
    return f"{handed_in}, the first to {percent(papers[0].share)}, the best to {percent(max(one.share for one in papers))}."


def gone_line(progress: Progress) -> str:
    """What the history has that the notes have not."""
    gone = progress.gone
    if not gone.facts:
        return ""
    asked = f", asked {count(gone.answered, 'time')} by items ({gone.right} right)" if gone.answered else ""
    return f"The history has {count(gone.facts, 'fact')} that no note has any more{asked}; they are kept and count in no lesson."


def told(one: Missed) -> list[str]:
    """What a learner is owed about the fact: what has changed since, where the source is mistaken, where sources disagree."""
    fact = one.card.fact
    owed = (("Since", fact.since), ("Mistaken in the source", fact.erratum), ("Disputed", fact.dispute))
    return [f"{name}: {words}" for name, words in owed if words]


def sources(fact: Fact) -> list[str]:
    """The sources of a fact, each once: publisher or title, date, and its paragraphs."""
    paragraphs: dict[Source, list[str]] = {}
    for citation in fact.citations:
        paragraphs.setdefault(citation.source, []).extend([f"¶{citation.paragraph}"] if citation.paragraph else [])
    return [", ".join([source.publisher or source.title, source.published.text, *places]) for source, places in paragraphs.items()]


# ---- words for figures ---------------------------------------------------------------------------------------------------------------


def percent(part: float) -> str:
    """A share in whole percent; never 0% or 100% of what is not none or all.

    >>> percent(0.914), percent(0.999), percent(0.001), percent(1), percent(0), percent(-0.05)
    ('91%', '99%', '1%', '100%', '0%', '−5%')
    """
    whole = min(max(round(100 * part), 1), 99) if 0 < part < 1 else round(100 * part)
    return f"{whole}%".replace("-", "−")


def share(part: float | None) -> str:
    """The share in percent; a dash where there is none."""
    return "–" if part is None else percent(part)


def count(n: int, what: str) -> str:
    """A number with its noun.

    >>> count(1, "day"), count(2, "day")
    ('1 day', '2 days')
    """
    return f"{n} {what}{'' if n == 1 else 's'}"


def span(seconds: float) -> str:
    """A length of time in hours and minutes.

    >>> span(20), span(600), span(12_000)
    ('less than a minute', '10 min', '3 h 20 min')
    """
    minutes = int(seconds // 60)
    if not minutes:
        return "less than a minute"
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"


def day(when: date) -> str:
    """A day in words.

    >>> day(date(2026, 11, 22))
    '22 November 2026'
    """
    return dates.parse(when.isoformat()).text


def _known(one: LessonFigure) -> str:
    return f"{one.lesson} {one.known} of {one.facts}"
