"""Characters in XML: what XML 1.0 forbids stands as ``<char code="…"/>``."""

import re

from lxml import etree

from nghiquyet.diagnostics import failure
from nghiquyet.errors import SchemaError
from nghiquyet.formats.native_xml.names import qualified

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHAR = qualified("char")


def append_text(element: etree._Element, text: str) -> None:
    """Adds ``text`` behind what ``element`` holds already."""
    position = 0
    for match in _FORBIDDEN.finditer(text):
        _append(element, text[position : match.start()])
        etree.SubElement(element, _CHAR, code=f"{ord(match.group()):04x}")
        position = match.end()
    _append(element, text[position:])


def _append(element: etree._Element, text: str) -> None:
    if not text:
        return
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text


def read_text(element: etree._Element) -> str:
    """The characters of ``element``, its inline elements included."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == _CHAR:
            parts.append(_character(child))
        elif isinstance(child.tag, str):
            parts.append(read_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _character(element: etree._Element) -> str:
    code = element.get("code", "")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError) as error:
        raise failure(SchemaError, "error.char", printed=code) from error
