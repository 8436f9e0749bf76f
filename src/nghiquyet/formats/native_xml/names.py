"""How the fields of the model are named in XML."""

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from nghiquyet.model import Block, Division, Period, Pinpoint, Span

NAMESPACE = "urn:nghiquyet:document:1"

ATTRIBUTES = frozenset(
    [
        "id",
        "schema_version",
        "name_of_producer",
        "version",
        "lexicons_sha256",
        "profile",
        "media_type",
        "encoding",
        "sha256",
        "text_sha256",
        "reader",
        "rule",
        "code",
        "container",
        "target",
        "of",
        "identity",
        "iri",
        "resolves_to",
        "unresolved_because",
        "indicator_id",
        "unit_code",
        "family",
        "recurrence",
        "amends",
        "canonical_code",
        "severity",
        "field",
    ]
)
"""Fields of type str that hold machine words (ids, rules, hashes): attributes. Every other str is the content of an
element, where ``<char code="…"/>`` stands for what XML cannot hold."""

ZONES = (
    "front",
    "preamble",
    "body",
    "closing",
    "attachments",
    "footnotes",
    "furniture",
    "measures",
    "targets",
    "tasks",
    "references",
    "repairs",
    "edits",
    "diagnostics",
)
"""Lists of the document that have an element of their own around them."""

SINGULAR = {
    "attachments": "attachment", "footnotes": "footnote", "furniture": "item", "measures": "measure",
    "targets": "target", "tasks": "task", "references": "reference", "repairs": "repair", "edits": "edit",
    "diagnostics": "diagnostic", "fragments": "fragment", "sentences": "sentence", "pages": "page", "lines": "line", "marks": "mark",
    "electronic_signatures": "electronic-signature", "signatories": "signatory", "recipients": "recipient", "legal_bases": "legal-basis", "agencies": "agency",
    "pinpoints": "pinpoint",
}  # fmt: skip
"""Name of one entry of a list."""

_ENTRIES = {"params": "param", "options": "option", "evidence": "evidence", "rows": "row"}

MARKED = frozenset({"measure", "task", "reference", "call"})
"""Inline elements of a text."""

BLOCK_NAMES = ("paragraph", "table", "quotation")


Form = Literal["attribute", "ids", "text", "span", "model", "spans", "models", "nodes", "rows", "mapping"]
"""How a field is written; ``ids`` is a list of ids in one attribute, ``text`` an element."""


@dataclass(frozen=True, slots=True)
class Written:
    """A field of a model class as XML has it."""

    name: str
    form: Form
    inner: Any
    """The type of the value, or of one entry of a list."""
    tag: str
    entry: str
    """The name of its element; of one entry where the field is a list."""
    element: str
    """The same, with the namespace."""
    default: Any
    """The value that is left out; ``REQUIRED`` where every value is written."""


REQUIRED = object()


@cache
def written(model: type[BaseModel]) -> tuple[Written, ...]:
    """The fields of a model class in the order in which they are written.

    What the name of an element says already (the kind of a block, the type of a node) is left out.
    """
    found = []
    for name, field in model.model_fields.items():
        if (name == "type" and model in (Block, Division)) or (name == "kind" and model is Block):
            continue
        form, inner = _form_of(model, name)
        label = tag(name, model)
        default = field.get_default(call_default_factory=True)
        is_written = name == "schema_version" or field.is_required()
        entry = SINGULAR.get(name, label) if form in ("models", "spans") else _ENTRIES.get(name, label)
        found.append(Written(name, form, inner, label, entry, qualified(entry), REQUIRED if is_written else default))
    return tuple(found)


def _form_of(model: type[BaseModel], field: str) -> tuple[Form, Any]:
    annotation = _bare(model.model_fields[field].annotation)
    if field == "content":
        return "nodes", None
    if field == "rows":
        return "rows", None
    origin = get_origin(annotation)
    if origin is tuple:
        inner = _bare(get_args(annotation)[0])
        if inner is Span:
            return "spans", Span
        if inner is str:
            return "ids", str
        if inner is Block or inner is Division or get_origin(inner) in (Union, UnionType):
            return "nodes", None
        return "models", inner
    if origin is dict:
        return "mapping", get_args(annotation)[1]
    if annotation is Span:
        return "span", Span
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "model", annotation
    if annotation is str and field not in ATTRIBUTES:
        return "text", str
    return "attribute", annotation


def _bare(annotation: Any) -> Any:
    """The type without ``None`` and ``Annotated``."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            rest = [arg for arg in get_args(annotation) if arg is not type(None)]
            if len(rest) != 1:
                return annotation
            annotation = rest[0]
        else:
            return annotation


def tag(field: str, model: type[BaseModel] | None = None) -> str:
    """The local name of a field: ``label_span`` → ``label-span``; days of a period are ``from`` and ``until``, because
    ``start`` and ``end`` are offsets everywhere; a đoạn is a ``passage``, because a ``paragraph`` is a block."""
    if model is Pinpoint and field == "paragraph":
        return "passage"
    if model is Period:
        field = {"start": "from", "end": "until"}.get(field, field)
    return field.replace("_", "-")


def qualified(name: str) -> str:
    """The name with its namespace, as lxml has it."""
    return f"{{{NAMESPACE}}}{name}"
