"""How much a file may cost: no file, however made, takes more memory or time than these allow."""

import io
import zipfile
import zlib

from nghiquyet.diagnostics import failure
from nghiquyet.errors import ReadError

MOST_BYTES = 256 * 1024 * 1024
"""Of one file."""
MOST_UNPACKED = 256 * 1024 * 1024
"""Of all parts of a packed file together."""
MOST_RATIO = 200
"""Unpacked to packed size of one part above a megabyte: XML shrinks to a twentieth, a bomb to a thousandth."""
MOST_PARTS = 10_000
MOST_PAGES = 3_000
MOST_SCANNED_PAGES = 1_000
"""Of one file that has to be recognised: two seconds each."""
MOST_MARKUP = 32 * 1024 * 1024
"""Bytes of one page of HTML, hOCR or ALTO: its tree takes ten times as much."""
MOST_CHARACTERS = 20_000_000
"""Of one text: ten thousand pages have thirty million."""
MOST_DEPTH = 200
"""Elements inside one another."""
MOST_PIXELS = 120_000_000
"""Of one picture: A3 at 600 dpi has 70 million."""


def too_large(path: str, what: str, found: object, limit: object) -> ReadError:
    """The exception for a file above a limit."""
    return failure(ReadError, "error.too_large", path=path, what=what, found=str(found), limit=str(limit))


def opened_package(data: bytes, path: str) -> zipfile.ZipFile:
    """The package in ``data``; raises ReadError for a damaged, encrypted or bloated one."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError) as error:
        raise damaged(path, error) from error
    if len(parts) > MOST_PARTS:
        raise too_large(path, "parts", len(parts), MOST_PARTS)
    total = 0
    for part in parts:
        if part.flag_bits & 0x1:
            raise failure(ReadError, "error.encrypted", path=path)
        total += part.file_size
        if part.file_size > 1024 * 1024 and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise too_large(path, part.filename, part.file_size, MOST_RATIO * part.compress_size)
    if total > MOST_UNPACKED:
        raise too_large(path, "bytes", total, MOST_UNPACKED)
    return package


def damaged(path: str, reason: object) -> ReadError:
    """The exception for a file that breaks its own format."""
    return failure(ReadError, "error.damaged", path=path, reason=str(reason)[:200] or type(reason).__name__)
