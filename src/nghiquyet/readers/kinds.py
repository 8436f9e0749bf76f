"""What a file is by its first bytes, and what to do with the kinds that are no text."""

from nghiquyet.diagnostics import failure
from nghiquyet.errors import UnsupportedFormat
from nghiquyet.records import SourceInfo, SourceText

# First bytes, and the entry of the catalogue that says what to do.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "error.pdf"),
    (b"PK\x03\x04", "error.office"),
    (b"\xd0\xcf\x11\xe0", "error.office"),
    (b"{\\rtf", "error.office"),
    (b"\x89PNG", "error.image"),
    (b"\xff\xd8\xff", "error.image"),
    (b"II*\x00", "error.image"),
    (b"MM\x00*", "error.image"),
    (b"GIF8", "error.image"),
)
_MOSTLY_TEXT = 0.02
"""The share of control characters above which bytes are no text."""


def refuse_binary(data: bytes, info: SourceInfo, encoding: str | None) -> SourceText | None:
    """Nothing for a text; raises UnsupportedFormat, with what to do, for a PDF, a Word file, a picture, other bytes."""
    for signature, code in _SIGNATURES:
        if data.startswith(signature):
            raise failure(UnsupportedFormat, code, path=info.name or "-")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or encoding is not None:
        return None
    sample = data[:65536]
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
