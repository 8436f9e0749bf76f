"""What a file is, by its bytes and never by its name."""

import io
import zipfile

from nghiquyet.diagnostics import failure
from nghiquyet.errors import ReadError, UnsupportedFormat
from nghiquyet.records import SourceInfo, SourceText
from nghiquyet.text import patterns as re

# First bytes → kind.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "image"),
    (b"BM", "bitmap"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
)
_TAG = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|div|table|p|meta|span|h[1-6])\b", re.IGNORECASE)
_PAGE_TAG = re.compile(rb"<\s*(?:!doctype|html|head|body)\b", re.IGNORECASE)
_ALTO = re.compile(rb"<(?:\w+:)?alto\b", re.IGNORECASE)
_HOCR = re.compile(rb"class\s*=\s*[\"']ocr_page|name\s*=\s*[\"']ocr-system", re.IGNORECASE)
# Marks of tables and emphasis in a Markdown text are no page: a page begins with a tag, behind a comment at most.
_BEFORE_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*", re.DOTALL)
_SAMPLE = 65_536
_PACKAGES = (
    ("word/document.xml", "docx"),
    ("content.xml", "odt"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
)
_MOSTLY_TEXT = 0.02
"""The share of control characters above which bytes are no text."""


def kind_of(data: bytes) -> str:
    """pdf, docx, odt, xlsx, pptx, zip, ole, rtf, image, html, hocr, alto, text, binary, …"""
    head = data[:_SAMPLE]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _package_kind(data)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    wide = _widened(head)
    if _ALTO.search(wide[:4096]):
        return "alto"
    start = _BEFORE_PAGE.match(wide)
    if _TAG.match(wide, start.end() if start else 0) and not _is_marked_text(wide):
        return "hocr" if _HOCR.search(wide) else "html"
    return "text"


def _is_marked_text(head: bytes) -> bool:
    """Whether a few tags stand in a text whose lines and blank lines mean something: Markdown with a centred header."""
    if _PAGE_TAG.search(head):
        return False
    lines = [line.strip() for line in head.split(b"\n") if line.strip()]
    bare = [line for line in lines if not line.startswith(b"<") and not line.endswith(b">")]
    return len(bare) > 0.6 * len(lines) and b"\n\n" in head.replace(b"\r", b"")


def _widened(head: bytes) -> bytes:
    """UTF-16 as single bytes, so that a tag is found in it."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").encode("utf-8", "replace")
    return head


def _package_kind(data: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        # Word files are what archives hold: the reader says what is wrong with this one.
        return "docx" if b"word/" in data or b"[Content_Types].xml" in data[:2000] else "zip"
    return next((kind for name, kind in _PACKAGES if name in names), "zip")


def refuse_binary(data: bytes, info: SourceInfo, encoding: str | None) -> SourceText | None:
    """Nothing for a text; raises UnsupportedFormat for bytes that are none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or encoding is not None:
        return None
    sample = data[:_SAMPLE]
    if 0 in sample and not _is_wide(sample) and not _is_utf8(data):
        raise failure(UnsupportedFormat, "error.binary", path=info.name or "-")
    controls = sum(sample.count(bytes([code])) for code in (*range(9), *range(14, 27), *range(28, 32)))
    if controls > _MOSTLY_TEXT * len(sample) and not _is_wide(sample):
        raise failure(UnsupportedFormat, "error.binary", path=info.name or "-")
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_wide(sample: bytes) -> bool:
    """UTF-16 without its mark: every second byte of Latin letters is zero."""
    half = len(sample) // 2
    return half > 0 and max(sample[::2].count(0), sample[1::2].count(0)) > 0.3 * half


_NAMES = {
    "xlsx": "XLSX",
    "pptx": "PPTX",
    "zip": "ZIP",
    "gzip": "GZIP",
    "rar": "RAR",
    "7z": "7Z",
}


def refuse_kind(kind: str, info: SourceInfo) -> ReadError:
    """The exception for a kind of file that holds no document to read."""
    return failure(UnsupportedFormat, "error.kind", path=info.name or "-", format=_NAMES.get(kind, kind))
