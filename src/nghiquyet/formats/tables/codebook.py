"""What the columns mean, read from their descriptions: the codebook, as Markdown or as CSV."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import BaseModel

from nghiquyet.formats.tables.columns import Column, columns

_PREFACE = """\
One row a fact, one column a property; the first columns of most tables say which document a row is from. An empty cell
means that the text does not say, never zero. Figures stand in base units (`18.000 tỷ đồng` is 18000000000000 VND; percent
stays percent) with a point and without an exponent. Dates are ISO (2025-12-31), places (`span_start`, `span_end`) count
code points of the source text from 0, the end exclusive. In CSV true and false are TRUE and FALSE, and a text that a
spreadsheet would compute has an apostrophe before it; JSON lines hold numbers as strings; Parquet and Stata hold doubles;
Stata has 1 and 0 for true and false, and empty text for missing text.
"""


def codebook(tables: Mapping[str, type[BaseModel]], to: Literal["md", "csv"] = "md") -> str:
    """The columns of every table, their types, values and descriptions."""
    return _markdown(tables) if to == "md" else _csv(tables)


def _markdown(tables: Mapping[str, type[BaseModel]]) -> str:
    lines = ["# Codebook", "", _PREFACE]
    for name, row in tables.items():
        lines += [f"## {name}", "", _sentence(row), "", "| column | type | values | meaning |", "|---|---|---|---|"]
        lines += [
            f"| `{column.name}` | {column.type} | {', '.join(column.values)} | {column.meaning.replace('|', chr(92) + '|')} |"
            for column in columns(row)
        ]
        lines.append("")
    return "\n".join(lines)


def _csv(tables: Mapping[str, type[BaseModel]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["table", "column", "type", "values", "meaning"])
    for name, row in tables.items():
        writer.writerows(_cells(name, columns(row)))
    return out.getvalue()


def _cells(table: str, found: Iterable[Column]) -> Iterable[list[str]]:
    return ([table, column.name, column.type, " ".join(column.values), column.meaning] for column in found)


def _sentence(row: type[BaseModel]) -> str:
    return " ".join((row.__doc__ or "").split())
