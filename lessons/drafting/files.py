"""The bytes of a file → the text of its article: plain text in any encoding, HTML, Word, PDF.

Readers by others do the work, those for HTML, Word and PDF from the extra ``articles``. What they give is the text that spans count in.
"""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from collections.abc import Callable

from ..errors import LessonsError

MAX_BYTES = 50_000_000
ENDINGS = (".txt", ".text", ".md", ".html", ".htm", ".docx", ".pdf")
"""What is read in a folder; a file that is named is read whatever its ending."""

_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# First bytes of what people take for text by mistake, and what to call it.
_BINARY = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file; save it as .docx",
    b"PK\x03\x04": "an archive",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"OggS": "a sound",
    b"ID3": "a sound",
}
_HTML = re.compile(rb"\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)


class ArticleError(LessonsError):
    """A file whose text cannot be read; the message says which, why, and what to do."""


def text_of(data: bytes, name: str) -> str:
    r"""The text of a file.

    Args:
        data: the file's bytes, at most 50 MB.
        name: its name, for its ending and for messages.

    Raises:
        ArticleError: for what is no text, is protected or damaged, or needs the extra that is not there.

    >>> text_of("Dürre".encode("utf-16"), "page.txt")
    'Dürre'
    >>> text_of(b"\x89PNG\r\n", "page.txt")
    Traceback (most recent call last):
    lessons.drafting.files.ArticleError: page.txt: this is a PNG picture, not text; paste the article's text into a .txt file
    """
    if len(data) > MAX_BYTES:
        raise ArticleError(f"{name}: the file has {len(data) / 10**6:.0f} MB, more than {MAX_BYTES // 10**6}; split it")
    ending = name.lower().rpartition(".")[2]
    if data.startswith(b"%PDF-") or ending == "pdf":
        return _tried(_pdf, data, name)
    if ending == "docx" or (data.startswith(b"PK\x03\x04") and b"word/document.xml" in data):
        return _tried(_docx, data, name)
    for start, what in _BINARY.items():
        if data.startswith(start):
            raise ArticleError(f"{name}: this is {what}, not text; paste the article's text into a .txt file")
    text = decoded(data, name)
    return _tried(_html, text.encode("utf-8", "replace"), name) if ending in {"html", "htm"} or _HTML.match(data) else text


def decoded(data: bytes, name: str) -> str:
    r"""Bytes as text: UTF-8, what a byte order mark says, else the encoding that fits best.

    >>> decoded("Die Brücke über den Fluss wurde im März für Fußgänger geöffnet.".encode("cp1252"), "page.txt")[:12]
    'Die Brücke ü'
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _read(data, codec, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _guessed(data, name)
    if "\0" in text[:4000] and _is_wide(data):
        text = _read(data, "utf-16-le" if data[1::2][:2000].count(0) > data[::2][:2000].count(0) else "utf-16-be", name)
    if _is_noise(text):
        raise ArticleError(f"{name}: this is not text, it is full of control characters; paste the article's text into a .txt file")
    return text


def _guessed(data: bytes, name: str) -> str:
    """By the letters that an encoding would give; cp1252, which Windows writes in the west, where they do not tell."""
    if _is_wide(data):
        return _read(data, "utf-16-le" if data[1::2][:2000].count(0) > data[::2][:2000].count(0) else "utf-16-be", name)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:50_000]).best()
    for codec in (*([best.encoding] if best else []), "cp1252", "latin-1"):
        try:
            return data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    raise ArticleError(f"{name}: its encoding cannot be told; save it as UTF-8")


def _read(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise ArticleError(f"{name}: it says that it is {codec.upper()}, but byte {error.start} is not; save it as UTF-8") from None


def _is_wide(data: bytes) -> bool:
    """Whether every other byte is zero, as in UTF-16 of a western text."""
    even, odd = data[:4000:2].count(0), data[1:4000:2].count(0)
    return len(data) > 3 and max(even, odd) > 0.3 * len(data[:4000]) / 2 > 8 * min(even, odd)


def _is_noise(text: str) -> bool:
    sample = text[:20_000]
    odd = sum(unicodedata.category(letter) in {"Cc", "Cn", "Co"} and letter not in "\t\n\r\f\v\x85" for letter in sample)
    return odd > max(3, len(sample) // 50)


def _tried(read: Callable[[bytes], str], data: bytes, name: str) -> str:
    """What a reader gives; whatever it raises becomes one line that names the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            text = read(data)
    except ImportError as error:
        raise ArticleError(
            f"{name}: reading it needs {error.name or 'more than there is'}; install it with: pip install 'lessons[articles]'"
        ) from None
    except ArticleError as error:
        raise ArticleError(f"{name}: {error}") from None
    except Exception as error:  # noqa: BLE001  # damaged files make the readers raise whatever they meet
        said = " ".join(str(error).split())[:120]
        raise ArticleError(f"{name}: the file is damaged or protected ({said}); open it and paste its text into a .txt file") from None
    if not text.strip():
        raise ArticleError(f"{name}: no text was found in it (a scan, perhaps); paste its text into a .txt file")
    return text


def _html(data: bytes) -> str:
    """The main text with what the page says of itself, in lines as somebody would have pasted them."""
    import trafilatura

    page = data.decode("utf-8")
    plain = trafilatura.extract(page, output_format="txt", include_comments=False) or ""
    told = trafilatura.extract_metadata(page).as_dict()
    title = told.get("title") or ""
    head = [title, "", told.get("author") and f"By {told['author']}", told.get("date")]
    foot = ["", f"© {told['sitename']}"] if told.get("sitename") else []
    body = plain[len(title) :].lstrip() if title and plain.startswith(title) else plain
    return "\n".join([*(line or "" for line in head), "", body, *foot]).lstrip("\n")


def _docx(data: bytes) -> str:
    import docx

    document = docx.Document(io.BytesIO(data))
    lines = [_paragraph(one) for one in document.paragraphs]
    rows = ["\t".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return "\n\n".join([line for line in lines if line] + (["\n".join(rows)] if rows else []))


def _paragraph(one: object) -> str:
    text = str(getattr(one, "text", ""))
    style = str(getattr(getattr(one, "style", None), "name", "") or "")
    return f"• {text}" if text and style.startswith("List") else text


def _pdf(data: bytes) -> str:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ArticleError("the file is protected by a password; save it without")
    return "\n\n".join(page.extract_text() for page in reader.pages)
