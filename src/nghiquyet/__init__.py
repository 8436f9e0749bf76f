"""Turns the text of a Vietnamese resolution (nghị quyết) into a validated document model."""

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

__all__ = [
    "Agency",
    "Attachment",
    "Block",
    "Diagnostic",
    "Division",
    "Document",
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
    "Repair",
    "SchemaError",
    "Span",
    "Target",
    "Task",
    "UnsupportedFormat",
    "__version__",
    "dump",
    "explain",
    "find_measures",
    "find_references",
    "load",
    "parse_file",
    "parse_files",
    "parse_text",
]
