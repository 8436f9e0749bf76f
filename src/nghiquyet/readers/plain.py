"""Plain text: a str as it is, bytes in UTF-8, UTF-16 or cp1258."""

import codecs
import re
from dataclasses import replace

from nghiquyet.diagnostics import failure
from nghiquyet.errors import ReadError
from nghiquyet.records import SourceInfo, SourceText

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


def read_plain(data: bytes, info: SourceInfo, encoding: str | None) -> SourceText:
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
            return _decoded(data, info, "cp1258", bom=False)
        raise


def _in_given_encoding(data: bytes, info: SourceInfo, encoding: str) -> SourceText:
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
