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
from nghiquyet.extractors.measures import find_measures
from nghiquyet.formats import dump, load
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
from nghiquyet.version import __version__

if TYPE_CHECKING:
    from nghiquyet.comparison import Comparison, Series, compare, prepare, series
    from nghiquyet.formats.tables import DataTable, codebook, table, to_pandas

_ON_FIRST_USE = {
    "Comparison": "nghiquyet.comparison",
    "DataTable": "nghiquyet.formats.tables",
    "Series": "nghiquyet.comparison",
    "codebook": "nghiquyet.formats.tables",
    "compare": "nghiquyet.comparison",
    "prepare": "nghiquyet.comparison",
    "series": "nghiquyet.comparison",
    "table": "nghiquyet.formats.tables",
    "to_pandas": "nghiquyet.formats.tables",
}
"""Names whose modules parsing does without; they are imported when they are first asked for."""

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
    return getattr(import_module(module), name)
