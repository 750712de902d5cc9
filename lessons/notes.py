"""Markdown text → `Note`: source, reading and facts, with every problem at once.

The format is README's ("A seed note"). Of Markdown only headings, bullet lists and paragraphs have a meaning; everything else, HTML
included, is text, but for a comment that fills its line, which is passed over. A bullet that begins with a question mark waits for a
person: it is counted, and no fact. A note is never half read: with one problem in it, `parse` gives the problems and no note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from . import frontmatter, gaps, lines, mains_lines
from .errors import Problem
from .facts import Content, Person, Quotation, Source, Term
from .frontmatter import UNKNOWN
from .lines import LineError, cut
from .mains_lines import MainsLine
from .refinements import Cited, citations, distractors, refinements, words_of
from .wording import given_away, statement

MAX_BYTES = 5_000_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
# What editors put before and behind a bullet's dash; Markdown knows only the plain space there.
_INDENT = re.compile(r"^(?=[^\n]*[\u00a0\u202f\u2007\u3000])[^\S\n]*(?:[-*+#]+[^\S\n]+)?", re.MULTILINE)

# A comment alone on its line, for whoever edits the note: a draft says there which words of the article a line was read from.
_COMMENT = re.compile(r"^[ \t]*<!--[^\n]*-->[ \t]*$", re.MULTILINE)
_DOUBTFUL = re.compile(r"\?(?:\s|$)")

_markdown = MarkdownIt("zero").enable(["heading", "list"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A fact as its note has it; the deck, which knows the other notes, makes the `Fact` of it.

    Attributes:
        refined: the indented lines: name → text.
        places: name → line.
        distractors: those written by hand, in the form in which options are shown.
        marks: the phrases that are marked as gaps.
    """

    lesson: str
    content: Content
    line: int
    quote: str
    cited: tuple[Cited, ...]
    refined: dict[str, str]
    places: dict[str, int]
    distractors: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A paragraph to read, marks taken off."""

    lesson: str
    text: str
    line: int
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A seed note as read.

    Attributes:
        file: the path it was read from.
        readings: what to read.
        lines: its facts in order; `mains`: its Mains questions.
        doubtful: the lines that begin with a question mark: a person has to look before they count.
    """

    file: str
    source: Source
    readings: tuple[Reading, ...]
    lines: tuple[Line, ...]
    mains: tuple[MainsLine, ...] = ()
    doubtful: tuple[int, ...] = ()

    @property
    def stem(self) -> str:
        return self.source.note


def parse(data: bytes, file: str, stem: str) -> tuple[Note | None, list[Problem]]:
    r"""Read a note and find all its problems: only a note without any is fit for use.

    Args:
        data: the file's bytes: UTF-8, with or without BOM, any line ends, at most 5 MB.
        file: the path to name in problems.
        stem: what other notes cite it by: the file's name without its ending.

    >>> note, problems = parse(b"---\ntitle: T\npublished: 2021\n---\n# L\n## Numbers\n- allies: 30 (\xc2\xb69)", "t.md", "t")
    >>> note.lines[0].content.value
    Quantity(value=30, unit='', qualifier='')
    >>> print(*parse(b"# L\n## Dates\n- 31 June 2021: The talks failed.", "t.md", "t")[1], sep="\n")
    t.md:1: there is no front matter; begin the note with '---', 'title: …', 'published: …', '---'
    t.md:3: '31 June 2021' is no date: June has 30 days; write e.g. '30 June 2021'
    """
    reader = _Reader(file)
    text = reader.decode(data)
    if text is None:
        return None, reader.problems
    all_lines = text.split("\n")
    source, start = frontmatter.read(all_lines, stem, reader.report)
    bare = _COMMENT.sub("", "\n".join(all_lines[start:]))
    body = "\n" * start + _INDENT.sub(lambda match: re.sub(r"\s", " ", match[0]), bare)
    reader.read(SyntaxTreeNode(_markdown.parse(body)).children)
    reader.contradictions()
    mains_lines.repeated(reader.mains, reader.report)
    if source.published == UNKNOWN and not reader.problems:
        for one in reader.lines:
            reader.report(
                one.line, f"{cut(one.quote)!r} has no date to hold as of: write when the source was published, in the front matter"
            )
    found = Note(
        file=file,
        source=source,
        readings=tuple(reader.readings),
        lines=tuple(reader.lines),
        mains=tuple(reader.mains),
        doubtful=tuple(reader.doubtful),
    )
    return found, reader.problems


@dataclass(slots=True)
class _Reader:
    """One reading: what was found so far, and the lesson and section that the next block belongs to."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    mains: list[MainsLine] = field(default_factory=list)
    doubtful: list[int] = field(default_factory=list)
    lesson: str = ""
    section: str = ""
    heading: str = ""
    known: bool = True  # whether the last heading made sense: what stands under one that did not is passed over

    def report(self, line: int, text: str) -> None:
        self.problems.append(Problem(file=self.file, line=line, text=text))

    def decode(self, data: bytes) -> str | None:
        if len(data) > MAX_BYTES:
            self.report(1, f"the file has more than {MAX_BYTES // 10**6} MB; split it into smaller notes")
            return None
        try:
            text = re.sub(r"\r\n?", "\n", data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.report(line, f"the byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8")
            return None
        for match in re.finditer(rf"{_CONTROL.pattern}|___+", text):
            line = text.count("\n", 0, match.start()) + 1
            if match[0][0] == "_":
                self.report(line, f"{cut(match[0])!r} would look like a gap; mark the phrase itself: '==phrase=='")
            else:
                self.report(line, f"the control character {match[0]!r} has no place in a note; take it out")
        return text

    # ---- headings ----------------------------------------------------------------------------------------------------------------

    def read(self, blocks: list[SyntaxTreeNode]) -> None:
        """Go through the blocks of the note's body."""
        if not blocks:
            self.report(1, "the note is empty; write '# LESSON' and below it what is to be read and known")
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            line = (block.map or (0, 0))[0] + 1
            if block.type != "heading":
                self.block(block, line)
                continue
            self.open(block.tag, " ".join(words_of(block).split()), line)
            hollow = following is None or (following.type == "heading" and following.tag <= block.tag)
            if hollow and self.known and self.section:
                self.report(line, f"nothing stands under {self.section!r}; write e.g. '{lines.EXAMPLES[self.section]}' or take it out")
            elif hollow and self.known:
                self.report(line, f"nothing stands under the lesson {self.lesson!r}; write a paragraph or a section, or take it out")

    def open(self, tag: str, title: str, line: int) -> None:
        """A heading opens a lesson (#) or a section (##)."""
        self.section, self.known = "", False
        if not title:
            self.report(line, "a heading without words; write e.g. '# Article 5' or '## Dates'")
        elif tag == "h1":
            self.lesson, self.known = title, True
        elif tag != "h2":
            self.report(line, f"the heading {cut(title)!r} is of no rank used here; write '# LESSON' or '## SECTION'")
        else:
            if not self.lesson:
                self.report(line, f"the section {cut(title)!r} stands before any lesson; write '# LESSON' above it")
                self.lesson = "?"  # said once; what stands under it is read all the same
            self.open_section(title, line)

    def open_section(self, title: str, line: int) -> None:
        name, colon, heading = (part.strip() for part in title.partition(":"))
        sections = (*lines.SECTIONS, lines.MAINS)
        named = lines.SECTIONS[name].named if name in lines.SECTIONS else ""
        if name not in sections:
            near = [known for known in sections if known[:3].lower() == name[:3].lower()]
            hint = f"did you mean '## {near[0]}'?" if near else f"write one of {', '.join(sections)}"
            self.report(line, f"unknown section {cut(title)!r}; {hint}")
        elif named and not heading:
            self.report(line, f"{title!r} does not say of what; write e.g. '## {name}: {named}'")
        elif colon and not named:
            self.report(line, f"{cut(title)!r} takes nothing behind it; write '## {name}'")
        else:
            self.section, self.heading, self.known = name, heading, True

    # ---- paragraphs and bullets --------------------------------------------------------------------------------------------------

    def block(self, block: SyntaxTreeNode, line: int) -> None:
        """A paragraph or a list, under whatever heading is open."""
        if not self.known:
            return
        shown = repr(cut(words_of(block)))
        if block.type == "ordered_list":
            self.report(line, f"{shown} is a numbered list; begin each line with '- '")
        elif not self.lesson:
            self.report(line, f"{shown} stands before any lesson; write '# LESSON' above it")
        elif block.type == "bullet_list" and self.section:
            for bullet in block.children:
                self.bullet(bullet)
        elif block.type == "bullet_list":
            self.report(line, f"the bullet {shown} stands in no section; write e.g. '## Dates' above it")
        elif self.section:
            self.report(line, f"{shown} is no bullet of '## {self.section}'; write e.g. '{lines.EXAMPLES[self.section]}'")
        else:
            self.paragraph(block.children[0].content, line)

    def paragraph(self, raw: str, line: int) -> None:
        """Prose to read; each marked phrase becomes a gap in its sentence."""
        text, cited = citations(" ".join(raw.split()), line, self.report)
        opened = gaps.open_mark(raw)
        if opened is not None:
            at = line + raw[: len(raw) - len(opened)].count("\n")
            self.report(at, f"a gap is open or empty at {cut(' '.join(opened.split()))!r}; write '==phrase=='")
            return
        self.readings.append(Reading(lesson=self.lesson, text=gaps.unmarked(text), line=line, cited=cited))
        for (gap, said), mark in zip(gaps.in_paragraph(text), gaps.MARK.finditer(raw), strict=True):
            at = line + raw[: mark.start()].count("\n")
            if given_away(gap.phrase, gap.before) or given_away(gap.phrase, gap.after):
                self.report(at, f"the gap {cut(gap.phrase)!r} is given away by its own sentence; mark another phrase")
            self.add(gap, at, said, cited, {})

    def bullet(self, bullet: SyntaxTreeNode) -> None:
        line = (bullet.map or (0, 0))[0] + 1
        if not bullet.children or bullet.children[0].type != "paragraph":
            self.report(line, f"an empty bullet, or a list in a list; write e.g. '{lines.EXAMPLES[self.section]}'")
            return
        if _DOUBTFUL.match(words_of(bullet.children[0])):
            self.doubtful.append(line)
            return
        if self.section == lines.MAINS:
            asked = mains_lines.read(bullet, self.lesson, self.report)
            self.mains += [asked] if asked else []
            return
        quote = " ".join(words_of(bullet.children[0]).split())
        text, cited = citations(quote, line, self.report)
        refined = refinements(bullet.children[1:], self.report)
        opened = gaps.open_mark(text)
        if opened is not None:
            self.report(line, f"a gap is open or empty at {cut(opened)!r}; write '==phrase=='")
            return
        try:
            content = lines.SECTIONS[self.section].read(gaps.unmarked(text), self.heading)
        except LineError as error:
            self.report(line, str(error))
            return
        marks = tuple(mark[1] for mark in gaps.MARK.finditer(text))
        for phrase in marks:
            if gaps.in_sentence(statement(content), phrase) is None:
                self.report(line, f"the gap {cut(phrase)!r} does not stand just once in the line; mark another phrase")
        self.add(content, line, quote, cited, refined, marks)

    def add(
        self,
        content: Content,
        line: int,
        quote: str,
        cited: tuple[Cited, ...],
        refined: dict[str, tuple[str, int]],
        marks: tuple[str, ...] = (),
    ) -> None:
        """Keep a fact; report what its refinements lack."""
        if "also" in refined and not isinstance(content, Person | Term | Quotation):
            self.report(refined["also"][1], "'also' names further names, terms or speakers; it is of no use here, take it out")
        self.lines.append(
            Line(
                lesson=self.lesson,
                content=content,
                line=line,
                quote=quote,
                cited=cited,
                refined={name: value for name, (value, _) in refined.items()},
                places={name: at for name, (_, at) in refined.items()},
                distractors=distractors(content, *refined["not"], refined.get("Q", ("", 0))[0], self.report) if "not" in refined else (),
                marks=marks,
            )
        )

    def contradictions(self) -> None:
        """Report facts that say one thing twice, or two things of one."""
        seen: dict[tuple[str, ...], tuple[str, int]] = {}
        for one in self.lines:
            key, value = lines.key_and_value(one.content)
            key = (*key, one.refined.get("as of", ""))
            if key not in seen:
                seen[key] = (value, one.line)
            elif seen[key][0] == value:
                self.report(one.line, f"{cut(one.quote)!r} was said in line {seen[key][1]}; keep one, citing both paragraphs")
            else:
                self.report(
                    one.line,
                    f"{cut(one.quote)!r} contradicts line {seen[key][1]}; keep the right one, say 'as of', or write '## Disputed: …'",
                )
