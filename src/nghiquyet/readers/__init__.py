"""File → SourceText, by what the bytes are and not by what the file is called.

Readers of Word, PDF and HTML files load their libraries when the first such file comes.
"""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

from nghiquyet.diagnostics import failure
from nghiquyet.errors import ReadError
from nghiquyet.readers.docx import read_docx
from nghiquyet.readers.html import read_html
from nghiquyet.readers.images import read_image
from nghiquyet.readers.kinds import kind_of, refuse_binary, refuse_kind
from nghiquyet.readers.layouts import read_alto, read_hocr
from nghiquyet.readers.limits import MOST_BYTES, MOST_CHARACTERS, MOST_MARKUP, too_large
from nghiquyet.readers.office import read_office
from nghiquyet.readers.pdf import read_pdf
from nghiquyet.readers.plain import read_plain, read_str
from nghiquyet.records import SourceInfo, SourceText

Reader = Callable[[bytes, SourceInfo, str | None], SourceText]


def _read_text(data: bytes, info: SourceInfo, encoding: str | None) -> SourceText:
    refuse_binary(data, info, encoding)
    return read_plain(data, info, encoding)


def _read_office(kind: str, data: bytes, info: SourceInfo, encoding: str | None) -> SourceText:
    return read_office(kind, data, info)


MARKUP = frozenset({"html", "hocr", "alto"})
READERS: dict[str, Reader] = {
    "text": _read_text,
    "html": read_html,
    "docx": read_docx,
    "pdf": read_pdf,
    "image": read_image,
    "bitmap": read_image,
    "hocr": read_hocr,
    "alto": read_alto,
    **{kind: partial(_read_office, kind) for kind in ("ole", "rtf", "odt")},
}
"""What reads each kind of file."""


def read(path: str | Path, encoding: str | None = None) -> SourceText:
    """The text in a file; ``encoding`` overrides what the bytes say of themselves.

    Raises ReadError for a file that is missing, a folder, damaged, encrypted, too large or in no known encoding,
    UnsupportedFormat for a kind that no reader knows, MissingDependency where a program or package is not installed.
    """
    source = Path(path)
    if source.is_dir():
        raise failure(ReadError, "error.folder", path=str(source))
    try:
        with source.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise failure(ReadError, "error.missing", path=str(source)) from error
    except OSError as error:
        raise failure(ReadError, "error.unreadable", path=str(source), reason=error.strerror or str(error)) from error
    return read_data(data, source.name, encoding)


def read_data(data: bytes, name: str | None = None, encoding: str | None = None) -> SourceText:
    """The text in the bytes of a file called ``name``; raises what ``read`` raises."""
    if len(data) > MOST_BYTES:
        raise too_large(name or "-", "bytes", f"> {MOST_BYTES}", MOST_BYTES)
    info = SourceInfo(reader="plain", name=name, sha256=sha256(data).hexdigest())
    kind = kind_of(data)
    if kind in MARKUP and len(data) > MOST_MARKUP:
        raise too_large(name or "-", "bytes", len(data), MOST_MARKUP)
    reader = READERS.get(kind)
    if reader is None:
        raise refuse_kind(kind, info)
    source = reader(data, info, encoding)
    if len(source.text) > MOST_CHARACTERS:
        raise too_large(name or "-", "characters", len(source.text), MOST_CHARACTERS)
    return source


def can_read(path: Path) -> bool:
    """Whether the first bytes of a file are of a kind that a reader knows."""
    try:
        with path.open("rb") as file:
            head = file.read(65_536)
    except OSError:
        return False
    if head.startswith(b"PK"):
        return b"word/" in head or b"[Content_Types].xml" in head or b"opendocument.text" in head
    kind = kind_of(head)
    return kind in READERS and (kind != "text" or not _is_no_text(head))


def _is_no_text(head: bytes) -> bool:
    try:
        refuse_binary(head, SourceInfo(reader="plain"), None)
    except ReadError:
        return True
    return False


__all__ = ["READERS", "can_read", "read", "read_data", "read_str"]
