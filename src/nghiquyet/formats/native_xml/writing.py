"""Document → XML."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from json import dumps

from lxml import etree
from pydantic import BaseModel

from nghiquyet.formats.native_xml.characters import append_text
from nghiquyet.formats.native_xml.inline import Marks, marks_of
from nghiquyet.formats.native_xml.names import NAMESPACE, REQUIRED, ZONES, Written, qualified, written
from nghiquyet.model import Block, Cell, Document, Footnote, Heading, Span

_ROW, _CELL = qualified("row"), qualified("cell")
_NODES = {name: qualified(name) for name in ("paragraph", "table", "quotation", "division")}
_INLINE = {name: qualified(name) for name in ("measure", "task", "reference", "call")}


def dump(document: Document) -> bytes:
    """UTF-8 XML with declaration and final newline; the same bytes for the same document."""
    root = etree.Element(qualified("document"), nsmap={None: NAMESPACE})
    _Writer(marks_of(document)).fill(root, document, 0)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


class _Writer:
    """Every element that holds elements only gets a line for each; a text is never touched."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def fill(self, element: etree._Element, model: BaseModel, depth: int, owner: str = "") -> None:
        """Writes the fields of ``model`` that differ from their defaults; ``owner`` is the id a heading belongs to."""
        owner = getattr(model, "id", owner)
        for field in written(type(model)):
            value = getattr(model, field.name)
            if field.default is not REQUIRED and value == field.default:
                continue
            form = field.form
            if form == "attribute":
                element.set(field.tag, _scalar(value))
            elif form == "ids":
                element.set(field.tag, " ".join(value))
            elif form == "text":
                self._text(etree.SubElement(element, field.element), value, model, field.name, owner)
            elif form == "span":
                _set_span(element if field.name == "span" else etree.SubElement(element, field.element), value)
            elif form == "model":
                self.fill(etree.SubElement(element, field.element), value, depth + 1, owner)
            elif field.name in ZONES and isinstance(model, Document):
                zone = etree.SubElement(element, qualified(field.tag))
                self._entries(zone, field, value, depth + 2)
                _break_lines(zone, depth + 1)
            elif form == "rows":
                self._rows(element, value, depth + 1)
            elif form == "mapping":
                self._mapping(element, field, value, depth + 1)
            else:
                self._entries(element, field, value, depth + 1)
        _break_lines(element, depth)

    def _entries(self, element: etree._Element, field: Written, values: Iterable[BaseModel], depth: int) -> None:
        for value in values:
            if field.form == "spans" and isinstance(value, Span):
                _set_span(etree.SubElement(element, field.element), value)
                continue
            name = field.element
            if field.form == "nodes":
                name = _NODES[value.kind if isinstance(value, Block) else "division"]
            self.fill(etree.SubElement(element, name), value, depth)

    def _rows(self, element: etree._Element, rows: Iterable[Iterable[Cell]], depth: int) -> None:
        for row in rows:
            line = etree.SubElement(element, _ROW)
            for cell in row:
                self.fill(etree.SubElement(line, _CELL), cell, depth + 1)
            _break_lines(line, depth)

    def _mapping(self, element: etree._Element, field: Written, values: Mapping[str, object], depth: int) -> None:
        for key in sorted(values):
            value = values[key]
            child = etree.SubElement(element, field.element, field=key)
            if isinstance(value, Span):
                _set_span(child, value)
            elif isinstance(value, BaseModel):
                self.fill(child, value, depth)
            else:
                append_text(child, value if field.name == "params" and isinstance(value, str) else dumps(value))

    def _text(self, element: etree._Element, text: str, model: BaseModel, field: str, owner: str) -> None:
        """The characters, and in the text of a block, a heading, a footnote or a cell the facts printed in it."""
        holds = field == "text" and isinstance(model, Block | Heading | Footnote | Cell)
        marks = (
            self.marks.inside(model, owner) if holds and isinstance(model, Block | Heading | Footnote | Cell) else ()
        )
        stack: list[tuple[etree._Element, int]] = [(element, len(text))]
        position = 0
        for start, end, name, identifier in marks:
            while stack[-1][1] <= start and len(stack) > 1:
                append_text(stack[-1][0], text[position : stack[-1][1]])
                position = stack.pop()[1]
            append_text(stack[-1][0], text[position:start])
            position = start
            stack.append((etree.SubElement(stack[-1][0], _INLINE[name], ref=identifier), end))
        while stack:
            around, end = stack.pop()
            append_text(around, text[position:end])
            position = end


def _set_span(element: etree._Element, span: Span) -> None:
    element.set("start", str(span.start))
    element.set("end", str(span.end))


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | Decimal):
        return str(value)
    raise TypeError(f"no attribute form for {type(value).__name__}")


def _break_lines(element: etree._Element, depth: int) -> None:
    if not len(element):
        return
    blank = "\n" + " " * (depth + 1)
    element.text = blank
    for child in element:
        child.tail = blank
    child.tail = blank[:-1]
