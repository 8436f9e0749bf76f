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

    attributes: dict[str, Written]
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
        {field.tag: field for field in inside if field.form in ("attribute", "ids")},
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
    attributes = dict(element.items())
    for tag, value in attributes.items():
        field = places.attributes.get(tag)
        if field is not None:
            if field.form == "ids":
                fields[field.name] = tuple(value.split())
            else:
                fields[field.name] = _BOOLEANS.get(value, value) if field.inner is bool else value
    if places.has_span and "start" in attributes:
        fields["span"] = {"start": attributes["start"], "end": attributes.get("end")}
    for name in places.lists:
        fields[name] = []
    nodes: list[dict[str, Any]] = []
    for child in element:
        tag = str(child.tag)
        field = places.elements.get(tag)
        if field is None:
            if tag in places.zones:
                zone = places.zones[tag]
                fields.setdefault(zone.name, [_entry(entry, zone) for entry in child])
            elif places.content is not None and tag in _NODES:
                nodes.append(_node(child))
        elif field.form in _LISTS:
            row = field.form == "rows"
            entry = [_fields(cell, Cell) for cell in child] if row else _entry(child, field)
            fields.setdefault(field.name, []).append(entry)
        elif field.form == "mapping":
            fields.setdefault(field.name, {})[child.get("field", "")] = _value(child, field)
        elif field.name not in fields:
            # What may stand once is read once.
            fields[field.name] = read_text(child) if field.form == "text" else _entry(child, field)
    if nodes and places.content is not None:
        fields[places.content] = nodes
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
    return {"start": element.get("start"), "end": element.get("end")}


def _value(element: etree._Element, field: Written) -> Any:
    """The value of one key of a mapping."""
    inner = field.inner
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return _entry(element, field)
    return read_text(element) if field.name == "params" else json.loads(read_text(element))
