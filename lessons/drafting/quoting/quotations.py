"""Quotations with who said them.

What stands in quotation marks is paired off first (`marks`), then every sentence that holds some is read as tokens (`attribution`), and
for each stretch one asks whether it is somebody's words (`utterances`) and whose (`speakers`): the tag behind it, the verb before it, or
whoever spoke last. Every piece of an utterance that "she said" splits is a quotation of its own; what is nested in one is none.

Limits: speech without marks is not read; a speaker whom only the sense tells stays unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..pages.page import Page, Part
from ..people.names import People
from ..records import OfficeFound, QuotationFound, Span
from .answers import Answers
from .attention import Attention
from .attribution import Clause
from .beats import beat, unveiled
from .beside import Beside
from .dialogues import in_turns
from .interviews import Interview
from .marks import Marked
from .quotation_frame import framed, sentences_of, stretches
from .speakers import Speakers, bare_name
from .speech_tokens import Phrase, tokens
from .strangers import is_body
from .turns import answering, is_asked, is_reply
from .utterances import count_words, is_sentence, is_utterance, tells_feeling

# A line of speech that stands alone may have been taken for a heading.
_SPOKEN_LINE = re.compile(r"\w[:,] [\"“‘][^\n]{2,200}[.?!][’']?[\"”’]\Z")
_SIGNED = re.compile(r"\s*[—–-]{1,2}\s?(?P<name>[A-Z][^\n]{2,60})\Z")
# By whom an indirect speech is told may stand in it.
_TOLD_BY = re.compile(
    r"\b[Aa]ccording to\b|\b[Ii]n (?:\w{2,20}[’']s|h(?:er|is)) (?:words|view|opinion|telling|account)\b"
    r"|, (?:said|says|added|adds|explained|wrote|admitted) "
)
_MISSING = "a quotation mark is missing"
_UNKNOWN = "nothing tells who says it"
_FROM_ABOVE = "the speaker is taken from the paragraph before"
_FROM_SUBJECT = "the speaker is taken from the subject of the sentence"
_LONG = 6


def quotations(page: Page, people: People, offices: Sequence[OfficeFound]) -> list[QuotationFound]:
    """The words in quotation marks that somebody said or wrote.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> from lessons.drafting.people.names import people
    >>> from lessons.drafting.pages.page import page
    >>> from lessons.drafting.records import Head
    >>> text = "The mayor, Ana Ruiz, called the bridge “a gift to the valley”. “It will outlive us,” she said."
    >>> laid_out = page(text, lines_of(text), (), Head())
    >>> [(text[one.start : one.end], one.speaker) for one in quotations(laid_out, people(laid_out), ())]
    [('a gift to the valley', 'Ana Ruiz'), ('It will outlive us,', 'Ana Ruiz')]
    """
    parts = [part for part in page.parts if part.role != "heading" or _SPOKEN_LINE.search(page.text, part.start, part.end)]
    found = list(stretches(page.text, parts))
    if not any(found) and not any(part.role == "quote" for part in parts):
        return []
    return _Finder(page, people, offices, parts, found).found()


class _Finder:
    """The quotations of one page, sentence by sentence."""

    def __init__(
        self, page: Page, people: People, offices: Sequence[OfficeFound], parts: Sequence[Part], found: Sequence[Sequence[Marked]]
    ) -> None:
        self.page, self.text, self.parts = page, page.text, parts
        self.marked = [one for some in found for one in some]
        self._openings = [one.opening for one in self.marked]
        self.frame = framed(page.text, self.marked)
        spans: list[Span] = []
        self.first: list[int] = []
        for part, some in zip(parts, found, strict=True):
            self.first.append(len(spans))
            spans += sentences_of(page.text, self.frame, part, bool(some))
        self.first.append(len(spans))
        self.attention = Attention(page, self.frame, spans, self.first, people, offices)
        self.attention.narrator = page.head.author
        self.interview = Interview(page, parts, self.attention)
        self.speakers = Speakers(page, self.attention)
        usual = Counter(page.text[one.opening] for one in self.marked).most_common(1)
        self.usual = usual[0][0] if usual else "“"
        self.facts: list[QuotationFound] = []
        self.runs_on: str | None = None
        self.answers = Answers(page, self.attention)
        self.beside = Beside(page, parts, self.frame, self.marked, self.first, self.speakers)

    def found(self) -> list[QuotationFound]:
        for n, part in enumerate(self.parts):
            self.interview.hear(n)
            for sentence in range(self.first[n], self.first[n + 1]):
                start, end = self.attention.sentences[sentence]
                quoted = self.marked[bisect_left(self._openings, start) : bisect_left(self._openings, end)]
                if part.role == "quote" and not (quoted and quoted[0].opening <= part.start + 1):
                    if sentence == self.first[n]:
                        self._block(n, part)
                elif quoted:
                    self._sentence(n, sentence, quoted)
                elif _TOLD_BY.search(self.frame, start, end):
                    self._note_teller(sentence)
        self.facts = in_turns(self.text, self.parts, self.marked, self.facts)
        return self._settled()

    # One sentence ----------------------------------------------------------------------------------------------------

    def _sentence(self, part: int, sentence: int, quoted: Sequence[Marked]) -> None:
        start, end = self.attention.sentences[sentence]
        clause = Clause(self.text, tokens(self.frame, start, end, quoted, self.attention.within(start, end)))
        at = {token.start: n for n, token in enumerate(clause.tokens) if token.kind == "q"}
        for one in quoted:
            n = at.get(one.opening)
            if n is None:
                continue  # a nickname within a name: "Ignatius “Iggy” Moreau"
            inner = self.text[one.start : one.end]
            if is_utterance(clause, n, one, inner, self.text[one.opening] == self.usual or one.opening == one.start):
                speaker, doubt = self._speaker(part, sentence, clause, n, one, inner)
                if speaker or doubt:
                    self._keep(one, speaker, _MISSING if one.lost else doubt)
                if speaker:
                    self.attention.hear(sentence, speaker)
                self._note_question(sentence, one, inner, speaker)
                if one.runs_on:
                    self.runs_on = speaker

    def _note_teller(self, sentence: int) -> None:
        """Keep in mind by whom a sentence without marks is told, so that they are who goes on: "It will leak, according to Rao."."""
        start, end = self.attention.sentences[sentence]
        clause = Clause(self.text, tokens(self.frame, start, end, (), self.attention.within(start, end)))
        phrase = clause.teller(len(clause))
        speaker = self.speakers.named(clause, phrase) if phrase else None
        if speaker and speaker[0].isupper() and not is_body(speaker):
            self.attention.spoke[sentence] = speaker

    def _note_question(self, sentence: int, one: Marked, inner: str, speaker: str | None) -> None:
        """Keep in mind who asked, so that the next words without a tag are an answer."""
        if inner.endswith("?") and is_asked(self.frame, one.closing):
            self.attention.questions[sentence] = speaker
        else:
            self.attention.questions.pop(sentence, None)

    def _keep(self, one: Marked, speaker: str | None, doubt: str) -> None:
        self.facts.append(
            QuotationFound(
                start=one.start, end=one.end, speaker=self.speakers.surnames.peer(bare_name(speaker)) if speaker else None, doubt=doubt
            )
        )

    def _speaker(self, part: int, sentence: int, clause: Clause, n: int, one: Marked, inner: str) -> tuple[str | None, str]:
        """Who says it, and why a reader should look; no speaker and no doubt: it is no quotation."""
        is_first = one.opening <= self.parts[part].start + 1
        if is_first and self.runs_on:
            going_on, self.runs_on = self.runs_on, None
            return going_on, ""
        behind = self.beside.afterword(sentence) if n + 3 > len(clause) and clause.tagged(n) is None else None
        if behind:
            return behind, ""
        told = clause.is_told(n)
        if told is not None:
            asked = clause.asked_before(told)
            return (self.speakers.named(clause, asked) if asked else None), ""
        if clause.is_read_out(n) and (sender := self.speakers.papers.sender(sentence, one.opening)):
            return sender, ""
        phrase = self._phrase(clause, n, one)
        speaker = self.speakers.named(clause, phrase) if phrase else None
        if speaker:
            return speaker, ""
        lead = self.beside.lead_in(part) if is_first else None
        if lead:
            return lead, ""
        count = count_words(inner)
        if n == 0 or (n < 8 and all(token.kind in "qp" for token in clause.tokens[:n])):
            return self._untagged(part, sentence, inner, count) if is_sentence(inner) and phrase is None else (None, "")
        if clause.governed(n) is not None or (clause.kind(n - 1) == "w" and clause.is_verb(n - 1)):
            return None, ""  # a sign "says" it, or another thing that cannot speak
        return self._fragment(part, sentence, clause, n, count)

    def _phrase(self, clause: Clause, n: int, one: Marked) -> Phrase | None:
        """The words that name the speaker: a tag directly behind goes first, then the verb before, then the end of the sentence."""

        def may_speak(phrase: Phrase) -> bool:
            return self.speakers.named(clause, phrase) is not None

        tag = clause.tagged(n)
        if tag and (not clause.is_led_in(n) or self.text[one.end - 1] == ","):
            return tag
        sent = clause.sent(n) or clause.worded(n)
        if sent:
            return sent
        phrase = clause.governing(n, may_speak) if n else None
        if phrase:
            last = clause.closing(n) if clause.is_wished(n) else None
            return last if last and may_speak(last) else phrase
        phrase = clause.announced(n)
        phrase = (phrase if phrase and may_speak(phrase) else None) or tag or clause.closing(n)
        return phrase or (self._feeling(clause, n) if tells_feeling(self.text[one.start : one.end]) else None)

    def _feeling(self, clause: Clause, n: int) -> Phrase | None:
        """Who feels so, where the office beside the name says that they are asked as its holder."""
        phrase = clause.feeling(n)
        token = clause.tokens[phrase[0]] if phrase else None
        return phrase if token and self.speakers.is_introduced(token.start, token.end) else None

    def _untagged(self, part: int, sentence: int, inner: str, count: int) -> tuple[str | None, str]:
        """A sentence in marks that nothing tags: the speaker of its paragraph goes on, or the one of the paragraph before."""
        speaker = self.beside.signature(part) if sentence + 1 == self.first[part + 1] else None
        if sentence == self.first[part]:
            speaker = speaker or self.answers.answering(self.parts[part]) or beat(self.attention, sentence)
        if not inner.endswith("?"):
            speaker = speaker or answering(self.attention, sentence)
        speaker = speaker or self.attention.going_on(sentence, self.first[part]) or beat(self.attention, sentence)
        if speaker:
            return speaker, ""
        speaker = self.attention.going_on(sentence, self.first[part - 1]) if part and sentence == self.first[part] else None
        if speaker and count >= 3:
            return speaker, _FROM_ABOVE
        if is_reply(self.attention, sentence):
            speaker = speaker or (self.attention.going_on(sentence, self.first[part - 1]) if part else None)
            return speaker, _FROM_ABOVE if speaker else ""
        is_alone = sentence == self.first[part] and sentence + 1 == self.first[part + 1]
        return None, _UNKNOWN if count >= _LONG and is_alone else ""

    def _fragment(self, part: int, sentence: int, clause: Clause, n: int, count: int) -> tuple[str | None, str]:
        """A piece of somebody's words within a sentence that has no verb of speech."""
        subject = self.attention.subject_of(sentence, clause.tokens[n].start)
        earlier = self.attention.spoke.get(sentence) or (
            self.attention.going_on(sentence, self.first[part]) if sentence > self.first[part] else None
        )
        if earlier and count >= 3 and subject in (None, earlier):
            return earlier, ""
        is_told_of = clause.low(next((m for m, token in enumerate(clause.tokens[:40]) if token.kind == "m"), 0) - 1) == "that"
        if subject and count >= 4 and not is_told_of:
            return subject, _FROM_SUBJECT
        return None, ""

    # Blocks ----------------------------------------------------------------------------------------------------------

    def _block(self, n: int, part: Part) -> None:
        """A block that is quoted as a whole."""
        signed = _SIGNED.search(self.text, max(part.start, part.end - 80), part.end)
        end = signed.start() if signed else part.end
        speaker: str | None
        if signed:
            speaker = self.speakers.people.full(signed["name"]) or signed["name"]
        elif n and self.parts[n - 1].role == "quote":
            speaker = self.attention.spoke.get(self.first[n] - 1)
        else:
            speaker = self.beside.lead_in(n)
        if speaker and end > part.start:
            self.facts.append(QuotationFound(start=part.start, end=end, speaker=speaker))
            self.attention.spoke[self.first[n + 1] - 1] = speaker

    def _settled(self) -> list[QuotationFound]:
        """What stands twice has one speaker: a pull quote has that of the same words in the text."""
        by_words = {self._plain(one): one.speaker for one in self.facts if one.speaker and not one.doubt}
        kept = []
        for one in self.facts:
            speaker = by_words.get(self._plain(one)) if one.doubt else unveiled(self.attention, one.start, one.speaker or "")
            kept.append(replace(one, speaker=speaker, doubt="") if speaker else one)
        return kept

    def _plain(self, one: QuotationFound) -> str:
        return self.text[one.start : min(one.end, one.start + 200)].strip(".,!? ").lower()
