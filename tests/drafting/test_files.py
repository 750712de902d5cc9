"""Any bytes: text in whatever encoding, HTML, Word and PDF are read; what is no text is refused by name."""

from __future__ import annotations

import io
import random
import zlib
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.drafting import draft
from lessons.drafting.files import ArticleError, text_of

PAGE = "Ruth Oyelaran – the harbour master – counted 40 boats on 12 May 2021; “a record”, she said. Über Ölände."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(codec: str) -> None:
    """With or without a mark, the text comes out as it was written."""
    assert text_of(PAGE.encode(codec), "page.txt") == PAGE


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", "Совет озера насчитал сорок лодок в мае; смотритель гавани сказал, что это рекорд для этого озера."),
        ("iso8859_7", "Το συμβούλιο της λίμνης μέτρησε σαράντα βάρκες τον Μάιο και ο λιμενάρχης είπε ότι είναι ρεκόρ."),
        ("shift_jis", "湖の評議会は五月に四十隻の船を数えました。港長はそれを記録だと言いました。漁師たちは喜びました。"),
    ],
)
def test_other_alphabets(codec: str, text: str) -> None:
    """Older encodings of other alphabets are told by their letters."""
    assert text_of(text.encode(codec), "page.txt") == text


def test_a_false_mark_is_named() -> None:
    """A file that says it is UTF-16 and is not."""
    with pytest.raises(ArticleError, match=r"^page\.txt: it says that it is UTF-16, but byte"):
        text_of(b"\xff\xfe\x00\xd8\x00", "page.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\xff\xd8\xff\xe0JFIF",
        b"PK\x03\x04\x14\x00",
        b"\x7fELF\x02",
        bytes(5000),
        bytes(range(32)) * 99,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """Pictures, archives, programs, noise: named, with what to do instead."""
    with pytest.raises(ArticleError, match=r"^scan\.txt: this is .*; paste the article's text into a \.txt file$"):
        text_of(data, "scan.txt")


HTML = """<!doctype html><html><head><title>Boats on the lake</title><meta name="author" content="Ada Brook">
<meta property="og:site_name" content="The Lake Post"><meta property="article:published_time" content="2021-05-20"></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Boats on the lake</h1>
<p>The council of the lake counted 40 boats on 12 May, the largest fleet that anybody in the four villages can remember seeing there.</p>
<p>Ruth Oyelaran, the harbour master, has kept the books for nine years and says that she has never turned so many pages in a month.</p>
</article><footer>Cookies help us. Accept all</footer><script>alert(1)</script></body></html>"""


def test_html_gives_the_article() -> None:
    """The words of the article with title, author and date; no menu, no script."""
    found = draft(text_of(HTML.encode(), "page.html"))
    assert (found.head.title, found.head.author, found.head.published) == ("Boats on the lake", "Ada Brook", "2021-05-20")
    assert "40 boats" in found.text
    assert "alert" not in found.text
    assert "Accept all" not in found.text
    assert text_of(HTML.encode(), "page.txt") == found.text, "whatever its ending"


def test_word() -> None:
    """Paragraphs and lists of a Word file."""
    document = docx.Document()
    document.add_heading("Boats")
    document.add_paragraph("The council counted 40 boats on 12 May 2021.")
    document.add_paragraph("Ice: it came late", style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    assert text_of(file.getvalue(), "boats.docx") == "Boats\n\nThe council counted 40 boats on 12 May 2021.\n\n• Ice: it came late"


def pdf_of(line: str) -> bytes:
    """The smallest PDF that shows a line."""
    stream = f"BT /F1 12 Tf 72 720 Td ({line}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def test_pdf() -> None:
    """The words of a PDF; one without words, or a broken one, is named."""
    assert text_of(pdf_of("The council counted 40 boats."), "boats.pdf").strip() == "The council counted 40 boats."
    with pytest.raises(ArticleError, match=r"^boats\.pdf: no text was found in it"):
        text_of(pdf_of(""), "boats.pdf")
    with pytest.raises(ArticleError, match=r"^boats\.pdf: the file is damaged or protected"):
        text_of(b"%PDF-1.4 nothing more", "boats.pdf")


def damaged(rng: random.Random) -> tuple[bytes, str]:
    """Bytes that came from somewhere and were spoilt on the way, and a name for them."""
    whole = [
        PAGE.encode(),
        PAGE.encode("utf-16"),
        HTML.encode(),
        pdf_of("boats"),
        zlib.compress(PAGE.encode()),
        rng.randbytes(rng.randint(0, 400)),
    ]
    data = bytearray(rng.choice(whole))
    for _ in range(rng.randint(0, 12)):
        if data:
            at = rng.randrange(len(data))
            data[at : at + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 3))
    return bytes(data), rng.choice(["a.txt", "a.md", "a", "a.html"] if rng.random() < 0.9 else ["a.pdf", "a.docx"])


def test_nothing_crashes() -> None:
    """Ten thousand spoilt files: each gives a draft whose note is read, or one error that names the file."""
    rng = random.Random(20261122)
    told = [read(*damaged(rng)) for _ in range(10_000)]
    assert 500 < sum(map(bool, told)) < 9_500


READINGS = Path(__file__).parents[1] / "cases" / "readings"
MARKS = [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "(",
    ")",
    ", ",
    ". ",
    "\n\n",
    " – ",
    ": ",
    "“Iggy” ",
    "said ",
    "he ",
    "Dr. ",
    " that is, ",
    " known as ",
    "in May ",
    "1999",
]


def test_no_text_crashes() -> None:
    """Pieces of real pages with marks, words and other pieces let in anywhere: a nickname within a name once broke a draft."""
    rng = random.Random(20261123)
    pages = [path.read_text(encoding="utf-8") for path in sorted(READINGS.glob("*.txt"))]
    for _ in range(1_500):
        page = rng.choice(pages)
        at = rng.randrange(max(1, len(page) - 1_200))
        piece = page[at : at + 1_200]
        for _ in range(rng.randint(1, 30)):
            at, other = rng.randrange(len(piece)), rng.randrange(len(piece))
            let_in = rng.choice(MARKS) if rng.random() < 0.6 else piece[other : other + rng.randint(1, 50)]
            piece = piece[:at] + let_in + piece[at + rng.choice([0, 0, 5]) :]
        assert read(piece.encode(), "x.txt") == ""


def read(data: bytes, name: str) -> str:
    """What is said against a file; empty where it gives a draft, whose spans lie within its text."""
    try:
        found = draft(text_of(data, name))
    except ArticleError as error:
        return str(error).partition(": ")[2] or f"nothing is said of {name}"
    assert all(0 <= one.start < one.end <= len(found.text) for one in found.facts)
    return ""


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    """Any bytes at all: text, or the package's own error."""
    assert "\n" not in read(data, "x.txt")
