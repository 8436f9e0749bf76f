"""Turns the text of a Vietnamese resolution (nghị quyết) into a validated document model."""

from importlib import import_module
from typing import TYPE_CHECKING

from nghiquyet.errors import (
    LexiconError,
    MissingDependency,
    NghiquyetError,
    ReadError,
    SchemaError,
    UnsupportedFormat,
)
from nghiquyet.version import __version__

if TYPE_CHECKING:
    from nghiquyet.comparison import Comparison, Series, compare, prepare, series
    from nghiquyet.extractors.measures import find_measures
    from nghiquyet.formats import dump, load
    from nghiquyet.formats.tables import DataTable, codebook, table, to_pandas
    from nghiquyet.identities import CitedDocument, CsvRegistry, DocumentKey, Registered, Registry, cited_documents
    from nghiquyet.model import (
        Agency,
        Attachment,
        Block,
        Diagnostic,
        Division,
        Document,
        Footnote,
        Indicator,
        Issuer,
        Measure,
        Metadata,
        Period,
        Pinpoint,
        Quantity,
        Reference,
        Repair,
        Span,
        Target,
        Task,
    )
    from nghiquyet.options import Options
    from nghiquyet.pipeline import explain, find_references, parse_file, parse_files, parse_text

_MODEL = (
    *("Agency", "Attachment", "Block", "Diagnostic", "Division", "Document", "Footnote", "Indicator", "Issuer"),
    *("Measure", "Metadata", "Period", "Pinpoint", "Quantity", "Reference", "Repair", "Span", "Target", "Task"),
)
_IDENTITIES = ("CitedDocument", "CsvRegistry", "DocumentKey", "Registered", "Registry", "cited_documents")
_HOMES = {
    "nghiquyet.comparison": ("Comparison", "Series", "compare", "prepare", "series"),
    "nghiquyet.extractors.measures": ("find_measures",),
    "nghiquyet.formats": ("dump", "load"),
    "nghiquyet.formats.tables": ("DataTable", "codebook", "table", "to_pandas"),
    "nghiquyet.identities": _IDENTITIES,
    "nghiquyet.model": _MODEL,
    "nghiquyet.options": ("Options",),
    "nghiquyet.pipeline": ("explain", "find_references", "parse_file", "parse_files", "parse_text"),
}
"""The public names by the modules that hold them; a module is imported when one of its names is first asked for."""
_ON_FIRST_USE = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Agency",
    "Attachment",
    "Block",
    "CitedDocument",
    "Comparison",
    "CsvRegistry",
    "DataTable",
    "Diagnostic",
    "Division",
    "Document",
    "DocumentKey",
    "Footnote",
    "Indicator",
    "Issuer",
    "LexiconError",
    "Measure",
    "Metadata",
    "MissingDependency",
    "NghiquyetError",
    "Options",
    "Period",
    "Pinpoint",
    "Quantity",
    "ReadError",
    "Reference",
    "Registered",
    "Registry",
    "Repair",
    "SchemaError",
    "Series",
    "Span",
    "Target",
    "Task",
    "UnsupportedFormat",
    "__version__",
    "cited_documents",
    "codebook",
    "compare",
    "dump",
    "explain",
    "find_measures",
    "find_references",
    "load",
    "parse_file",
    "parse_files",
    "parse_text",
    "prepare",
    "series",
    "table",
    "to_pandas",
]


def __getattr__(name: str) -> object:
    module = _ON_FIRST_USE.get(name)
    if module is None:
        raise AttributeError(f"module 'nghiquyet' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(module), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
