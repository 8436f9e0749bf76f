"""XML → Document."""

import json
from collections.abc import Iterable
from types import UnionType
from typing import Any, Union, get_args, get_origin

from lxml import etree
from pydantic import BaseModel, ValidationError

from nghiquyet.errors import SchemaError
from nghiquyet.formats.native_xml.characters import read_text
from nghiquyet.formats.native_xml.names import BLOCK_NAMES, NAMESPACE, SINGULAR, ZONES, kind_of, qualified, tag
from nghiquyet.formats.versions import check_version
from nghiquyet.model import Block, Cell, Division, Document, Span

_ROOT = qualified("document")


def load(data: bytes) -> Document:
    """The document that ``dump`` wrote, equal to it in every field.

    Entities are not expanded, nothing is fetched. Raises SchemaError for bytes that are no XML, no document, or of a
    schema version that this library cannot read.
    """
    root = parse(data)
    if root.tag != _ROOT:
        raise SchemaError(f"the root element is {root.tag!r}; a document has <document xmlns={NAMESPACE!r}>")
    check_version(root.get("schema-version"))
    try:
        return Document.model_validate(_fields(root, Document))
    except ValidationError as error:
        problems = tuple(
            f"{'/'.join(str(step) for step in item['loc'])}: {item['msg']}" for item in error.errors(include_url=False)
        )
        raise SchemaError(f"not a document: {problems[0]}", problems) from error


def parse(data: bytes) -> etree._Element:
    """The root element, read without entities, network or document types; raises SchemaError when it is no XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SchemaError(f"not XML: {error.msg}") from error
    if root.getroottree().docinfo.doctype:
        raise SchemaError("a document file has no DOCTYPE; remove the declaration and what it defines")
    return root


def _fields(element: etree._Element, model: type[BaseModel]) -> dict[str, Any]:
    children: dict[str, list[etree._Element]] = {}
    for child in element:
        children.setdefault(etree.QName(child).localname, []).append(child)
    known = set()
    fields: dict[str, Any] = {}
    for name in model.model_fields:
        form, inner = kind_of(model, name)
        label = tag(name, model)
        if (model is Block and name in ("type", "kind")) or (model is Division and name == "type"):
            continue
        if form == "attribute":
            if (value := element.get(label)) is not None:
                fields[name] = _scalar(value, inner)
        elif form == "ids":
            if (value := element.get(label)) is not None:
                fields[name] = tuple(value.split())
        elif form == "span" and name == "span":
            if element.get("start") is not None:
                fields[name] = _span(element)
        elif name in ZONES and model is Document:
            known.add(label)
            for zone in children.get(label, ())[:1]:
                fields[name] = tuple(_list(zone, form, inner))
        elif form == "nodes":
            nodes = [child for child in element if etree.QName(child).localname in (*BLOCK_NAMES, "division")]
            fields[name] = tuple(_node(child) for child in nodes)
        elif form == "rows":
            fields[name] = tuple(tuple(_fields(cell, Cell) for cell in row) for row in children.get("row", ()))
        elif form in ("spans", "models"):
            entries = children.get(SINGULAR[name], ())
            fields[name] = tuple(_entry(child, form, inner) for child in entries)
        elif form == "mapping":
            fields[name] = dict(_mapping(children, name, inner))
        else:
            for child in children.get(label, ())[:1]:
                fields[name] = read_text(child) if form == "text" else _entry(child, form, inner)
    if model is Block:
        fields["kind"] = etree.QName(element).localname
        fields["type"] = "block"
    if model is Division:
        fields["type"] = "division"
    return fields


def _list(zone: etree._Element, form: str, inner: Any) -> Iterable[Any]:
    for child in zone:
        yield _node(child) if form == "nodes" else _entry(child, form, inner)


def _entry(element: etree._Element, form: str, inner: Any) -> Any:
    return _span(element) if form in ("span", "spans") else _fields(element, inner)


def _node(element: etree._Element) -> dict[str, Any]:
    return _fields(element, Block if etree.QName(element).localname in BLOCK_NAMES else Division)


def _span(element: etree._Element) -> dict[str, Any]:
    return {"start": element.get("start"), "end": element.get("end")}


def _mapping(children: dict[str, list[etree._Element]], name: str, inner: Any) -> Iterable[tuple[str, Any]]:
    child_name = {"params": "param", "options": "option"}.get(name, "evidence")
    for child in children.get(child_name, ()):
        key = child.get("field", "")
        if inner is Span:
            yield key, _span(child)
        elif isinstance(inner, type) and issubclass(inner, BaseModel):
            yield key, _fields(child, inner)
        elif name == "params":
            yield key, read_text(child)
        else:
            yield key, json.loads(read_text(child))


def _scalar(value: str, kind: Any) -> Any:
    """Booleans by their XML names; everything else is read by the model itself."""
    if kind is bool:
        return {"true": True, "false": False}.get(value, value)
    if get_origin(kind) in (Union, UnionType):
        kind = get_args(kind)[0]
    return value
