"""File → SourceText, by what the bytes are and not by what the file is called."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from nghiquyet.diagnostics import failure
from nghiquyet.errors import ReadError
from nghiquyet.readers.kinds import refuse_binary
from nghiquyet.readers.plain import read_plain, read_str
from nghiquyet.records import SourceInfo, SourceText

Reader = Callable[[bytes, SourceInfo, str | None], SourceText | None]

READERS: tuple[Reader, ...] = (refuse_binary, read_plain)
"""Each looks at the bytes and answers a text, nothing, or an error that says what to do."""


def read(path: str | Path, encoding: str | None = None) -> SourceText:
    """The text in a file; ``encoding`` overrides what the bytes say of themselves.

    Raises ReadError for a file that is missing, a folder, or in no known encoding; UnsupportedFormat for a file that
    is no text.
    """
    source = Path(path)
    if source.is_dir():
        raise failure(ReadError, "error.folder", path=str(source))
    try:
        data = source.read_bytes()
    except FileNotFoundError as error:
        raise failure(ReadError, "error.missing", path=str(source)) from error
    except OSError as error:
        raise failure(ReadError, "error.unreadable", path=str(source), reason=error.strerror or str(error)) from error
    return read_data(data, source.name, encoding)


def read_data(data: bytes, name: str | None = None, encoding: str | None = None) -> SourceText:
    """The text in the bytes of a file called ``name``; raises ReadError and UnsupportedFormat as ``read`` does."""
    info = SourceInfo(reader="plain", name=name, sha256=sha256(data).hexdigest())
    for reader in READERS:
        text = reader(data, info, encoding)
        if text is not None:
            return text
    raise failure(ReadError, "error.encoding", path=name or "-", offset="0")


__all__ = ["READERS", "read", "read_data", "read_str"]
