"""Plain text: a str as it is, bytes in UTF-8, UTF-16 or cp1258, or in the charset of fonts from before Unicode."""

import codecs
from dataclasses import replace

from nghiquyet.diagnostics import failure
from nghiquyet.errors import ReadError
from nghiquyet.records import Doubt, LayoutMark, PageSpan, SourceInfo, SourceText
from nghiquyet.text import patterns as re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Letters that Vietnamese alone writes: a text in cp1258 holds many, any other bytes read as cp1258 hold few.
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323]")


def read_str(text: str) -> SourceText:
    """The text itself; nothing is stripped or translated."""
    return SourceText(text, SourceInfo(reader="text"))


_LEGACY = {"tcvn3": ".VnTime", "tcvn": ".VnTime", "abc": ".VnTime", "vni": "VNI-Times"}
"""Charsets that only fonts knew: the letters stay as they are in the file and carry the font as a mark."""


def read_plain(data: bytes, info: SourceInfo, encoding: str | None) -> SourceText:
    """The text in ``data``, as ``decoded`` reads it, its pages told apart by form feeds."""
    source = decoded(data, info, encoding)
    return replace(source, pages=pages_of(source.text)) if "\f" in source.text else source


def pages_of(text: str) -> tuple[PageSpan, ...]:
    """The pages of a text in which form feeds end them."""
    pages: list[PageSpan] = []
    start = 0
    while start < len(text):
        end = text.find("\f", start)
        end = len(text) if end < 0 else end + 1
        pages.append(PageSpan(len(pages) + 1, start, end))
        start = end
    return tuple(pages)


def decoded(data: bytes, info: SourceInfo, encoding: str | None) -> SourceText:
    """The text in ``data``: in ``encoding`` when given, else by its mark, else UTF-8, UTF-16 or cp1258, whichever fits.

    A byte order mark is kept out of the text and recorded. Raises ReadError when nothing fits.
    """
    if encoding is not None:
        return _in_given_encoding(data, info, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], info, name, bom=True)
    try:
        return _decoded(data, info, "utf-8", bom=False)
    except ReadError:
        for name in ("utf-16-le", "utf-16-be"):
            if len(data) % 2 == 0 and data[1 if name.endswith("le") else 0 :: 2].count(0) > 0.3 * (len(data) // 2):
                return _decoded(data, info, name, bom=False)
        if _looks_vietnamese(data):
            found = _decoded(data, info, "cp1258", bom=False)
            return replace(found, doubts=(Doubt("text.encoding", (("encoding", "cp1258"),)),))
        if _looks_single_byte(data):
            # TCVN3 or VNI: which of them, the letters tell once they are read.
            return _decoded(data, info, "latin-1", bom=False)
        raise


def _looks_single_byte(data: bytes) -> bool:
    """Mostly words, with odd letters inside them: no UTF-8 is like that, and no file of numbers."""
    sample = data[:65536]
    odd = sum(byte >= 0xA1 for byte in sample)
    words = sum(65 <= byte <= 122 for byte in sample)
    controls = sum(0x80 <= byte < 0xA0 or (byte < 32 and byte not in (9, 10, 12, 13)) for byte in sample)
    return 0.03 * words < odd < words and controls < 0.005 * len(sample)


def _in_given_encoding(data: bytes, info: SourceInfo, encoding: str) -> SourceText:
    font = _LEGACY.get(encoding.lower())
    if font is not None:
        source = _decoded(data, info, "latin-1", bom=False)
        mark = LayoutMark("font", 0, len(source.text), font)
        return replace(source, info=replace(source.info, encoding=encoding.lower()), marks=(mark,))
    try:
        return _decoded(data, info, encoding, bom=False)
    except ReadError as error:
        if error.code != "error.encoding":
            raise
        raise failure(ReadError, "error.wrong_encoding", **{**error.params, "encoding": encoding}) from error


def _looks_vietnamese(data: bytes) -> bool:
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return False
    letters = sum(map(str.isalpha, text))
    return letters > 0 and len(_VIETNAMESE.findall(text)) > 0.1 * letters


def _decoded(data: bytes, info: SourceInfo, encoding: str, bom: bool) -> SourceText:
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise failure(ReadError, "error.no_such_encoding", encoding=encoding) from error
    except UnicodeDecodeError as error:
        raise failure(ReadError, "error.encoding", path=info.name or "-", offset=str(error.start)) from error
    return SourceText(text, replace(info, encoding=encoding, bom=bom))
