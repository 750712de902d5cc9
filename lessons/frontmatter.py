"""The head of a seed note, between two lines of ``---``: the particulars of its source, as YAML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from . import dates
from .errors import DateError
from .facts import Source
from .lines import cut

FIELDS = ("title", "author", "publisher", "published", "published_from")
_EXAMPLES = {"title": '"The title as published"', "published": "2022-08-19"}

UNKNOWN = dates.Date(None, None)
"""When a source was published, as long as a note says ``published: unknown``: its lines must wait until somebody knows."""

Report = Callable[[int, str], None]
"""Takes a problem: its line, and what came and what to write instead."""

# libyaml's reader where it is there (ten times as fast), else the same in Python.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(all_lines: list[str], stem: str, report: Report) -> tuple[Source, int]:
    """The source, and how many lines its particulars take. Where something was reported, the source has holes and is of no use.

    >>> read(["---", "title: T", "published: 2021-10~", "---", "# L"], "t", print)[0].published.text
    'about October 2021'
    """
    if all_lines[0].strip() != "---":
        report(1, "there is no front matter; begin the note with '---', 'title: …', 'published: …', '---'")
        return _source({}, stem), 0
    end = next((n for n, line in enumerate(all_lines[1:], 1) if line.strip() in ("---", "...")), None)
    if end is None:
        report(1, "the front matter is not closed; end it with a line '---'")
        return _source({}, stem), next((n for n, line in enumerate(all_lines) if line.startswith("#")), len(all_lines))
    values = _fields("\n".join(all_lines[1:end]), report)
    if values is None:
        return _source({}, stem), end + 1
    for name, example in _EXAMPLES.items():
        if name not in values:
            report(1, f"the front matter has no {name}; write e.g. '{name}: {example}'")
    try:
        return _source({name: text for name, (text, _) in values.items()}, stem), end + 1
    except DateError as error:
        report(values["published"][1], str(error))
        return _source({}, stem), end + 1


def _fields(text: str, report: Report) -> dict[str, tuple[str, int]] | None:
    """Values with their lines, just as written: only the YAML's events are read, so nothing is made of a tag, an anchor or a nest."""
    values: dict[str, tuple[str, int]] = {}
    name, depth, begun = "", 0, False
    try:
        for event in yaml.parse(text.replace("\u00a0", " ").expandtabs(4), Loader=_LOADER):
            line = event.start_mark.line + 2 if event.start_mark else 1
            if isinstance(event, yaml.MappingStartEvent) and not depth:
                depth, begun = 1, True
            elif isinstance(event, yaml.CollectionStartEvent):
                where = f"{name!r} is" if begun else "the front matter is"
                report(line if begun else 1, f"{where} a list or a block; write 'field: \"text\"', one a line")
                return None
            elif isinstance(event, yaml.AliasEvent) or (isinstance(event, yaml.ScalarEvent) and (event.tag or event.anchor)):
                report(line, f"a YAML tag, anchor or alias at {name or 'a field'!r}; write plain text in quotation marks")
                return None
            elif isinstance(event, yaml.ScalarEvent) and not begun:
                report(1, "the front matter has no fields; write 'title: …' and 'published: …'")
                return None
            elif isinstance(event, yaml.ScalarEvent) and not name:
                name = event.value or "?"
            elif isinstance(event, yaml.ScalarEvent):
                _field(values, name, " ".join(event.value.split()), line, report)
                name = ""
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "not readable"
        at = min(mark.line, text.count("\n")) if mark else 0
        came = cut(text.split("\n")[at].strip())
        report(at + 2, f"the front matter is broken at {came!r} ({reason}); write 'field: \"text\"', one a line")
        return None
    if not begun:
        report(1, "the front matter has no fields; write 'title: …' and 'published: …'")
        return None
    return values


def _field(values: dict[str, tuple[str, int]], name: str, value: str, line: int, report: Report) -> None:
    if name not in FIELDS:
        report(line, f"unknown field {cut(name)!r}; the fields are {', '.join(FIELDS)}")
    elif name in values:
        report(line, f"{name!r} stands here a second time; keep one")
    elif not value and name in _EXAMPLES:
        report(line, f"{name!r} is empty; write e.g. '{name}: {_EXAMPLES[name]}'")
        values[name] = ("", line)
    elif value:
        values[name] = (value, line)


def _source(values: dict[str, str], stem: str) -> Source:
    published = values.get("published")
    return Source(
        note=stem,
        title=values.get("title", ""),
        author=values.get("author"),
        publisher=values.get("publisher"),
        published=dates.parse(published) if published and published != "unknown" else UNKNOWN,
        published_from=values.get("published_from"),
    )
