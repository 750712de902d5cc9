"""Pages and charts: what a lesson shows beside its widgets."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

import lessons
from lessons.charts import MIME
from lessons.deck import Deck
from lessons.errors import EmptyError

CASES = Path(__file__).parent / "cases" / "notes"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> {{7*7}} ${x} [l](javascript:alert(3)) \u202eevil &amp; 'q' \"d\""


@pytest.fixture
def hostile(tmp_path: Path) -> Deck:
    """A deck with hostile text in every place that a note has for text."""
    note = f"""---
title: "{HOSTILE.replace('"', "'")}"
publisher: '{HOSTILE.replace("'", "")}'
published: 2021
published_from: "{HOSTILE.replace('"', "'")}"
---
# L {HOSTILE}
Read {HOSTILE} and ==fill {HOSTILE}==. (¶1)
## Dates
- 2021-10-18: {HOSTILE} happened. (¶1)
    - since: {HOSTILE}
    - erratum: {HOSTILE}
    - why: {HOSTILE}
## Terms
- term {HOSTILE}: meaning of it {HOSTILE[:9]} (¶2)
## Disputed: topic {HOSTILE}
- one {HOSTILE}: who {HOSTILE} (¶3)
- two {HOSTILE}: whom {HOSTILE} (¶3)
"""
    (tmp_path / "a.md").write_text(note, encoding="utf-8")
    return lessons.read(tmp_path)


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"{tag}.{name}" for name, _ in attrs)}


@pytest.mark.parametrize("verb", ["reading", "recap", "table", "disagreements", "flashcards", "quiz", "practice"])
def test_text_of_a_note_is_never_markup(hostile: Deck, verb: str) -> None:
    """Whatever stands in a note is shown as text: no tag of it is in the HTML, and nothing of it is lost."""
    shown = getattr(lessons, verb)(hostile)
    bundle = shown._repr_mimebundle_() if hasattr(shown, "_repr_mimebundle_") else shown._repr_html_()
    html = bundle if isinstance(bundle, str) else (bundle[0] if isinstance(bundle, tuple) else bundle)["text/html"]
    ours = {"div", "p", "strong", "small", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "br"}
    assert {name for name in Tags(html).found if "." not in name} <= ours
    assert not any(".on" in name or name.endswith((".src", ".href")) for name in Tags(html).found)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_table_of_pandas_escapes_too(hostile: Deck) -> None:
    """The frame's own HTML shows a note's text as text."""
    assert not Tags(hostile.to_frame().to_html()).found & {"script", "img"}


def test_reading_names_source_and_paragraphs() -> None:
    """Each paragraph stands under its source, with the paragraphs of it that it rests on, marks taken off."""
    text = repr(lessons.reading(lessons.read(), lesson="India and NATO"))
    assert "GS SCORE, 19 August 2022" in text
    assert "The Wire, about March 2023" in text
    assert "(¶" in text
    assert "==" not in text


def test_recap_says_how_a_date_is_known() -> None:
    """A date that was worked out says how; what has changed and what is mistaken is listed."""
    text = repr(lessons.recap(lessons.read()))
    assert "worked out" in text
    assert "What has changed since" in text
    assert "Where a source is mistaken" in text


def test_agreement_is_no_page(tmp_path: Path) -> None:
    """Where nothing is disputed, read or dated, that is said."""
    (tmp_path / "a.md").write_text("---\ntitle: T\npublished: 2021\n---\n# L\n## Terms\n- a: b\n", encoding="utf-8")
    deck = lessons.read(tmp_path)
    for verb, words in (
        ("disagreements", "nothing in these notes is disputed"),
        ("reading", "nothing to read"),
        ("timeline", "no dated events"),
    ):
        with pytest.raises(EmptyError, match=words):
            getattr(lessons, verb)(deck)


@pytest.mark.parametrize("lesson", lessons.read(CASES).lessons)
def test_timelines_of_other_ages(lesson: str) -> None:
    """Events are drawn in their order, whatever their age and precision, in a Vega-Lite that JupyterLab renders, and read as text."""
    shown = lessons.timeline(lessons.read(CASES), lesson=lesson)
    data, metadata = shown._repr_mimebundle_()
    spec = data[MIME]
    assert spec["$schema"].endswith("v5.json")
    assert spec["width"] != "container", "that never comes to rest in JupyterLab and hangs the page"
    assert metadata[MIME]["embed_options"]["renderer"] == "svg"
    rows = spec["data"]["values"] if "values" in spec.get("data", {}) else next(iter(spec["datasets"].values()))
    assert [row["mark"] for row in rows] == sorted(row["mark"] for row in rows)
    assert all(row["start"] <= row["end"] for row in rows)
    assert len({row["label"] for row in rows}) == len(rows)
    assert data["text/plain"].count("\n") == len(rows)
