"""Characters in XML: what XML 1.0 forbids stands as ``<char code="…"/>``."""

import re

from lxml import etree

from nghiquyet.diagnostics import failure
from nghiquyet.errors import SchemaError
from nghiquyet.formats.native_xml.names import qualified

_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_MARKED_UP = re.compile(f"[&<>\r{_FORBIDDEN}]")
_MARKED_UP_INSIDE_QUOTES = re.compile(f'[&<>"\t\n\r{_FORBIDDEN}]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_CHAR = qualified("char")


def characters(text: str) -> str:
    """``text`` as the content of an element."""
    return _MARKED_UP.sub(_written, text)


def attribute(text: str) -> str:
    """``text`` between quotes; raises ValueError for what no attribute can hold."""
    return _MARKED_UP_INSIDE_QUOTES.sub(_quoted, text)


def _quoted(match: re.Match[str]) -> str:
    character = match.group()
    if character not in _ENTITIES:
        raise ValueError(f"no attribute of XML holds U+{ord(character):04X}")
    return _ENTITIES[character]


def _written(match: re.Match[str]) -> str:
    character = match.group()
    return _ENTITIES.get(character) or f'<char code="{ord(character):04x}"/>'


def read_text(element: etree._Element) -> str:
    """The characters of ``element``, its inline elements included."""
    if not len(element):
        return element.text or ""
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
