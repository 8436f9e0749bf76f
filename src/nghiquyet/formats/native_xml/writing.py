"""Document → XML, written as text: a tree of elements between the two would take as long as all the rest."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from json import dumps

from pydantic import BaseModel

from nghiquyet.formats.native_xml.characters import attribute, characters
from nghiquyet.formats.native_xml.inline import Mark, Marks, marks_of
from nghiquyet.formats.native_xml.names import NAMESPACE, REQUIRED, ZONES, Written, written
from nghiquyet.model import Block, Cell, Document, Footnote, Heading, Span

_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"


def dump(document: Document) -> bytes:
    """UTF-8 XML with declaration and final newline; the same bytes for the same document."""
    writer = _Writer(marks_of(document))
    writer.element("document", f' xmlns="{NAMESPACE}"', document, 0)
    return f"{_DECLARATION}{''.join(writer.parts)}\n".encode()


class _Writer:
    """Every element that holds elements only gets a line for each; a text is never touched."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.parts: list[str] = []

    def element(self, tag: str, attributes: str, model: BaseModel, depth: int, owner: str = "") -> None:
        """The fields of ``model`` that differ from their defaults; ``owner`` is the id a heading belongs to."""
        parts = self.parts
        opened = len(parts)
        # Attributes may stand behind children in the order of the fields: the tag is filled in at the end.
        parts.append("")
        line = "\n" + " " * (depth + 1)
        values = model.__dict__
        owner = values.get("id", owner)
        for field in written(type(model)):
            value = values[field.name]
            default = field.default
            if value is default or (value == default and default is not None and default is not REQUIRED):
                continue
            form = field.form
            if form == "attribute":
                attributes += f' {field.tag}="{_scalar(value)}"'
            elif form == "ids":
                attributes += f' {field.tag}="{attribute(" ".join(value))}"'
            elif form == "span":
                if field.name == "span":
                    attributes += _ends(value)
                else:
                    parts.append(f"{line}<{field.entry}{_ends(value)}/>")
            elif form == "text":
                parts.append(f"{line}{self._text(field, value, model, owner)}")
            elif form == "model":
                parts.append(line)
                self.element(field.entry, "", value, depth + 1, owner)
            elif form == "rows":
                self._rows(value, depth + 1)
            elif form == "mapping":
                self._mapping(field, value, depth + 1)
            elif field.name in ZONES and isinstance(model, Document):
                parts.append(f"{line}<{field.tag}>")
                self._entries(field, value, depth + 2)
                parts.append(f"{line}</{field.tag}>")
            else:
                self._entries(field, value, depth + 1)
        if len(parts) == opened + 1:
            parts[opened] = f"<{tag}{attributes}/>"
        else:
            parts[opened] = f"<{tag}{attributes}>"
            parts.append(f"{line[:-1]}</{tag}>")

    def _entries(self, field: Written, values: Iterable[BaseModel], depth: int) -> None:
        parts = self.parts
        line = "\n" + " " * depth
        name = field.entry
        for value in values:
            if field.form == "spans" and isinstance(value, Span):
                parts.append(f"{line}<{name}{_ends(value)}/>")
                continue
            if field.form == "nodes":
                name = value.kind if isinstance(value, Block) else "division"
            parts.append(line)
            self.element(name, "", value, depth)

    def _rows(self, rows: Iterable[Iterable[Cell]], depth: int) -> None:
        line = "\n" + " " * depth
        for row in rows:
            opened = len(self.parts)
            self.parts.append(f"{line}<row>")
            for cell in row:
                self.parts.append(f"{line} ")
                self.element("cell", "", cell, depth + 1)
            if len(self.parts) == opened + 1:
                self.parts[opened] = f"{line}<row/>"
            else:
                self.parts.append(f"{line}</row>")

    def _mapping(self, field: Written, values: Mapping[str, object], depth: int) -> None:
        line = "\n" + " " * depth
        for key in sorted(values):
            value = values[key]
            name = f'field="{attribute(key)}"'
            if isinstance(value, Span):
                self.parts.append(f"{line}<{field.entry} {name}{_ends(value)}/>")
            elif isinstance(value, BaseModel):
                self.parts.append(line)
                self.element(field.entry, f" {name}", value, depth)
            else:
                text = characters(value if field.name == "params" and isinstance(value, str) else dumps(value))
                self.parts.append(
                    f"{line}<{field.entry} {name}>{text}</{field.entry}>" if text else f"{line}<{field.entry} {name}/>"
                )

    def _text(self, field: Written, text: str, model: BaseModel, owner: str) -> str:
        """The characters, and in the text of a block, a heading, a footnote or a cell the facts printed in it."""
        body = ""
        if field.name == "text" and isinstance(model, Block | Heading | Footnote | Cell):
            body = _marked(text, self.marks.inside(model, owner))
        else:
            body = characters(text)
        return f"<{field.entry}>{body}</{field.entry}>" if body else f"<{field.entry}/>"


def _marked(text: str, marks: Iterable[Mark]) -> str:
    """``text`` with an element around each mark."""
    parts: list[str] = []
    open_marks: list[tuple[int, str]] = []
    position = 0
    for start, end, name, identifier in marks:
        while open_marks and open_marks[-1][0] <= start:
            stop, tag = open_marks.pop()
            parts.append(f"{characters(text[position:stop])}</{tag}>")
            position = stop
        parts.append(f'{characters(text[position:start])}<{name} ref="{attribute(identifier)}">')
        position = start
        open_marks.append((end, name))
    while open_marks:
        stop, tag = open_marks.pop()
        parts.append(f"{characters(text[position:stop])}</{tag}>")
        position = stop
    parts.append(characters(text[position:]))
    return "".join(parts)


def _ends(span: Span) -> str:
    return f' start="{span.start}" end="{span.end}"'


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return attribute(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        return str(value)
    raise TypeError(f"no attribute form for {type(value).__name__}")
