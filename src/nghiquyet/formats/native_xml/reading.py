"""XML → Document."""

import json
from types import UnionType
from typing import Any, Union, get_args, get_origin

from lxml import etree
from pydantic import BaseModel, ValidationError

from nghiquyet.diagnostics import failure
from nghiquyet.errors import SchemaError
from nghiquyet.formats.native_xml.characters import read_text
from nghiquyet.formats.native_xml.names import BLOCK_NAMES, NAMESPACE, ZONES, Written, qualified, written
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


def _fields(element: etree._Element, model: type[BaseModel]) -> dict[str, Any]:
    children: dict[str, list[etree._Element]] = {}
    for child in element:
        children.setdefault(str(child.tag), []).append(child)
    fields: dict[str, Any] = {}
    for field in written(model):
        name, form = field.name, field.form
        if form == "attribute":
            if (value := element.get(field.tag)) is not None:
                fields[name] = _scalar(value, field.inner)
        elif form == "ids":
            if (value := element.get(field.tag)) is not None:
                fields[name] = tuple(value.split())
        elif form == "span" and name == "span":
            if element.get("start") is not None:
                fields[name] = _span(element)
        elif name in ZONES and model is Document:
            for zone in children.get(qualified(field.tag), ())[:1]:
                fields[name] = tuple(_entry(child, field) for child in zone)
        elif form == "nodes":
            fields[name] = tuple(_node(child) for child in element if child.tag in _NODES)
        elif form == "rows":
            fields[name] = tuple(tuple(_fields(cell, Cell) for cell in row) for row in children.get(field.element, ()))
        elif form in ("spans", "models"):
            fields[name] = tuple(_entry(child, field) for child in children.get(field.element, ()))
        elif form == "mapping":
            fields[name] = {child.get("field", ""): _value(child, field) for child in children.get(field.element, ())}
        else:
            for child in children.get(field.element, ())[:1]:
                fields[name] = read_text(child) if form == "text" else _entry(child, field)
    if model is Block:
        fields["kind"] = etree.QName(element).localname
        fields["type"] = "block"
    if model is Division:
        fields["type"] = "division"
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


def _scalar(value: str, kind: Any) -> Any:
    """Booleans by their XML names; everything else is read by the model itself."""
    if kind is bool:
        return {"true": True, "false": False}.get(value, value)
    if get_origin(kind) in (Union, UnionType):
        kind = get_args(kind)[0]
    return value
