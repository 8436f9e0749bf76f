"""Document → XML."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from json import dumps

from lxml import etree
from pydantic import BaseModel

from nghiquyet.formats.native_xml.characters import append_text
from nghiquyet.formats.native_xml.inline import Mark, Marks, marks_of, nested, offsets_in
from nghiquyet.formats.native_xml.names import NAMESPACE, SINGULAR, ZONES, kind_of, qualified, tag
from nghiquyet.model import Block, Cell, Division, Document, Footnote, Heading, Span


def dump(document: Document) -> bytes:
    """UTF-8 XML with declaration and final newline; the same bytes for the same document."""
    root = etree.Element(qualified("document"), nsmap={None: NAMESPACE})
    _Writer(document).fill(root, document)
    _indent(root, 0)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


class _Writer:
    def __init__(self, document: Document) -> None:
        self.marks: Marks = marks_of(document)
        self.source = document.source.text

    def fill(self, element: etree._Element, model: BaseModel, parent: str | None = None) -> None:
        """Writes the fields of ``model`` that differ from their defaults as attributes and children of ``element``."""
        fields = type(model).model_fields
        for name, field in fields.items():
            value = getattr(model, name)
            if (
                name != "schema_version"
                and not field.is_required()
                and value == field.get_default(call_default_factory=True)
            ):
                continue
            form, _ = kind_of(type(model), name)
            if (name == "type" and isinstance(model, Block | Division)) or (
                name == "kind" and isinstance(model, Block)
            ):
                continue
            if form == "attribute":
                element.set(tag(name, type(model)), _scalar(value))
            elif form == "ids":
                element.set(tag(name), " ".join(value))
            elif form == "text":
                self._text(
                    etree.SubElement(element, qualified(tag(name, type(model)))),
                    value,
                    model if name == "text" else None,
                    parent,
                )
            elif form == "span" and name == "span":
                element.set("start", str(value.start))
                element.set("end", str(value.end))
            elif form in ("span", "model"):
                self.fill(etree.SubElement(element, qualified(tag(name))), value, getattr(model, "id", parent))
            elif name in ZONES and isinstance(model, Document):
                zone = etree.SubElement(element, qualified(tag(name)))
                self._list(zone, name, value)
            elif form in ("models", "spans"):
                self._list(element, name, value)
            elif form == "nodes":
                self._nodes(element, value)
            elif form == "rows":
                for row in value:
                    line = etree.SubElement(element, qualified("row"))
                    for cell in row:
                        self.fill(etree.SubElement(line, qualified("cell")), cell)
            else:
                self._mapping(element, name, value)

    def _list(self, element: etree._Element, name: str, values: Iterable[BaseModel]) -> None:
        if name in ("front", "preamble", "body", "closing"):
            self._nodes(element, values)
            return
        for value in values:
            child = etree.SubElement(element, qualified(SINGULAR[name]))
            if isinstance(value, Span):
                child.set("start", str(value.start))
                child.set("end", str(value.end))
            else:
                self.fill(child, value)

    def _nodes(self, element: etree._Element, nodes: Iterable[BaseModel]) -> None:
        for node in nodes:
            name = node.kind if isinstance(node, Block) else "division"
            self.fill(etree.SubElement(element, qualified(name)), node)

    def _mapping(self, element: etree._Element, name: str, values: Mapping[str, object]) -> None:
        child_name = {"params": "param", "options": "option"}.get(name, "evidence")
        for key in sorted(values):
            value = values[key]
            child = etree.SubElement(element, qualified(child_name), field=key)
            if isinstance(value, BaseModel):
                if isinstance(value, Span):
                    child.set("start", str(value.start))
                    child.set("end", str(value.end))
                else:
                    self.fill(child, value)
            else:
                append_text(child, value if name == "params" and isinstance(value, str) else dumps(value))

    # --- texts -------------------------------------------------------------------------------------------------------

    def _text(self, element: etree._Element, text: str, holder: BaseModel | None, parent: str | None) -> None:
        marks = self._marks(holder, parent) if holder is not None else []
        if not marks:
            append_text(element, text)
            return
        stack: list[tuple[etree._Element, int]] = [(element, len(text))]
        position = 0
        for start, end, name, identifier in marks:
            while stack[-1][1] <= start and len(stack) > 1:
                append_text(stack[-1][0], text[position : stack[-1][1]])
                position = stack.pop()[1]
            append_text(stack[-1][0], text[position:start])
            position = start
            stack.append((etree.SubElement(stack[-1][0], qualified(name), ref=identifier), end))
        while stack:
            owner, end = stack.pop()
            append_text(owner, text[position:end])
            position = end

    def _marks(self, holder: BaseModel, parent: str | None) -> list[Mark]:
        """The marks of a text as offsets into it, ready to nest."""
        if isinstance(holder, Block):
            container, fragments = holder.id, holder.fragments
            calls = [mark for mark in self.marks.calls if holder.span.start <= mark[0] < holder.span.end]
        elif isinstance(holder, Heading):
            container, fragments, calls = parent or "", (holder.span,), []
        elif isinstance(holder, Footnote):
            container, fragments, calls = holder.id, holder.fragments, []
        elif isinstance(holder, Cell):
            container, fragments, calls = holder.id, (holder.span,), []
        else:
            return []
        marks = [*self.marks.by_container.get(container, ()), *calls]
        if not marks:
            return []
        offsets = offsets_in(holder.text, fragments, self.source)
        if offsets is None:
            return []
        placed = [
            (offsets[start], offsets[end - 1] + 1, name, identifier)
            for start, end, name, identifier in marks
            if start in offsets and end - 1 in offsets and end > start
        ]
        return nested(placed)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | Decimal):
        return str(value)
    raise TypeError(f"no attribute form for {type(value).__name__}")


def _indent(element: etree._Element, depth: int) -> None:
    """Line breaks between elements that hold elements only; a text is never touched."""
    if not len(element) or element.text or any(child.tail for child in element) or _is_text(element):
        return
    blank = "\n" + " " * (depth + 1)
    element.text = blank
    for child in element:
        child.tail = blank
        _indent(child, depth + 1)
    element[-1].tail = "\n" + " " * depth


def _is_text(element: etree._Element) -> bool:
    """Whether the element is a text, perhaps made of inline elements alone."""
    return any(child.get("ref") is not None or child.tag == qualified("char") for child in element)
