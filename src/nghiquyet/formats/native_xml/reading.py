"""XML → Document."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree
from pydantic import BaseModel, ValidationError

from nghiquyet.diagnostics import failure
from nghiquyet.errors import SchemaError
from nghiquyet.formats.native_xml.characters import read_text
from nghiquyet.formats.native_xml.names import BLOCK_NAMES, NAMESPACE, REQUIRED, ZONES, Written, qualified, written
from nghiquyet.formats.refusals import check_version, not_a_document
from nghiquyet.model import Block, Cell, Division, Document, Span

_ROOT = qualified("document")
_NODES: dict[str, type[BaseModel]] = {
    **{qualified(name): Block for name in BLOCK_NAMES},
    qualified("division"): Division,
}


def load(data: bytes) -> Document:
    """The document that ``dump`` wrote, equal to it in every field.

    Entities are not expanded, nothing is fetched. Raises SchemaError for bytes that are no XML, no document, or of a
    schema version that this library cannot read.
    """
    return document_in(parse(data))


def document_in(root: etree._Element) -> Document:
    """The document of a parsed file; raises SchemaError as ``load`` does."""
    if root.tag != _ROOT:
        raise failure(SchemaError, "error.root", name=str(root.tag), namespace=NAMESPACE)
    check_version(root.get("schema-version"))
    try:
        return Document.model_validate(_fields(root, Document))
    except ValidationError as error:
        raise not_a_document(error) from error


def parse(data: bytes) -> etree._Element:
    """The root element, read without entities, network or document types; raises SchemaError when it is no XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise failure(SchemaError, "error.not_xml", reason=error.msg) from error
    if root.getroottree().docinfo.doctype:
        raise failure(SchemaError, "error.doctype")
    return root


@dataclass(frozen=True, slots=True)
class _Places:
    """The fields of a model class by where they stand in its element."""

    attributes: dict[str, tuple[str, bool, bool]]
    """Name, whether it is a list of ids, whether it is yes or no."""
    elements: dict[str, Written]
    zones: dict[str, Written]
    """Lists with an element of their own around them."""
    has_span: bool
    content: str | None
    """The field that holds the nodes of a tree."""
    lists: tuple[str, ...]
    """Fields that an element without entries has empty."""
    constants: dict[str, str]


@cache
def _places(model: type[BaseModel]) -> _Places:
    fields = written(model)
    zoned = [field for field in fields if field.name in ZONES and model is Document]
    inside = [field for field in fields if field not in zoned]
    return _Places(
        {
            field.tag: (field.name, field.form == "ids", field.inner is bool)
            for field in inside
            if field.form in ("attribute", "ids")
        },
        {field.element: field for field in inside if field.form not in ("attribute", "ids", "nodes")},
        {qualified(field.tag): field for field in zoned},
        any(field.name == "span" for field in fields),
        next((field.name for field in inside if field.form == "nodes"), None),
        tuple(field.name for field in inside if field.default is REQUIRED and field.form in _LISTS),
        {"type": "block"} if model is Block else {"type": "division"} if model is Division else {},
    )


_LISTS = frozenset({"spans", "models", "rows"})
_BOOLEANS = {"true": True, "false": False}


def _fields(element: etree._Element, model: type[BaseModel]) -> dict[str, Any]:
    places = _places(model)
    fields: dict[str, Any] = dict(places.constants)
    ends: dict[str, str] = {}
    for attribute, value in element.items():
        known = places.attributes.get(attribute)
        if known is None:
            ends[attribute] = value
        elif known[1]:
            fields[known[0]] = tuple(value.split())
        else:
            fields[known[0]] = _BOOLEANS.get(value, value) if known[2] else value
    if places.has_span and "start" in ends:
        fields["span"] = {"start": ends["start"], "end": ends.get("end")}
    for name in places.lists:
        fields[name] = []
    elements = places.elements
    for child in element:
        tag: Any = child.tag
        field = elements.get(tag)
        if field is None:
            if tag in places.zones:
                zone = places.zones[tag]
                fields.setdefault(zone.name, [_entry(entry, zone) for entry in child])
            elif places.content is not None and tag in _NODES:
                fields.setdefault(places.content, []).append(_node(child))
            continue
        name, form = field.name, field.form
        if form == "text":
            # What may stand once is read once.
            if name not in fields:
                fields[name] = read_text(child)
        elif form in _LISTS:
            entry = [_fields(cell, Cell) for cell in child] if form == "rows" else _entry(child, field)
            if name in fields:
                fields[name].append(entry)
            else:
                fields[name] = [entry]
        elif form == "mapping":
            fields.setdefault(name, {})[child.get("field", "")] = _value(child, field)
        elif name not in fields:
            fields[name] = _entry(child, field)
    if model is Block:
        fields["kind"] = etree.QName(element).localname
    return fields


def _entry(element: etree._Element, field: Written) -> Any:
    if field.form == "nodes":
        return _node(element)
    return _span(element) if field.inner is Span else _fields(element, field.inner)


def _node(element: etree._Element) -> dict[str, Any]:
    return _fields(element, _NODES.get(str(element.tag), Division))


def _span(element: etree._Element) -> dict[str, Any]:
    ends: dict[str, Any] = dict(element.items())
    # The key of a mapping stands on the element of its value.
    ends.pop("field", None)
    return ends


def _value(element: etree._Element, field: Written) -> Any:
    """The value of one key of a mapping."""
    inner = field.inner
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return _entry(element, field)
    return read_text(element) if field.name == "params" else json.loads(read_text(element))
