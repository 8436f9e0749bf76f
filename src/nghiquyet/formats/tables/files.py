"""Tables → files. CSV and JSON lines need nothing more; the others belong to the extra ``research``."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from nghiquyet.diagnostics import failure
from nghiquyet.errors import MissingDependency, UnsupportedFormat
from nghiquyet.formats.tables.columns import Column

if TYPE_CHECKING:
    import pandas

    from nghiquyet.formats.tables import DataTable

# A cell that a spreadsheet would compute: it gets an apostrophe before it, as spreadsheets do themselves.
_FORMULA = re.compile(r"[=+\-@\t\r](?!$)")
_NO_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL = 32_767
_STATA_LONGEST, _STATA_LABEL = 2_045, 80


def csv_bytes(table: DataTable) -> bytes:
    """UTF-8 with the mark by which Excel knows it, commas between cells, numbers with a point and no exponent."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        cells = row.model_dump()
        writer.writerow([_printed(cells[column.name]) for column in table.columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _printed(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return format(value, "f")
        case str():
            return f"'{value}" if _FORMULA.match(value) else value
    return str(value)


def jsonl_bytes(table: DataTable) -> bytes:
    """One JSON object a line; numbers as strings, as they were printed, dates as ISO."""
    lines = (json.dumps(row.model_dump(mode="json"), ensure_ascii=False) for row in table.rows)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def xlsx_bytes(table: DataTable) -> bytes:
    """One sheet, the header frozen, text never a formula; texts longer than a cell holds are cut."""
    openpyxl = _needed("openpyxl")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    sheet.append([column.name for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(value, sheet) for value in row.model_dump().values()])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(value: object, sheet: object) -> object:
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=_NO_CELL.sub("�", value)[:_LONGEST_CELL])
    cell.data_type = "s"
    return cell


def parquet_bytes(table: DataTable) -> bytes:
    """Typed columns with their descriptions; numbers are doubles."""
    pyarrow = _needed("pyarrow")
    parquet = _needed("pyarrow.parquet")
    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "boolean": pyarrow.bool_(),
        "number": pyarrow.float64(),
        "date": pyarrow.date32(),
    }
    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, types[column.type], metadata={"description": column.meaning})
            for column in table.columns
        ]
    )
    cells = {column.name: [_typed(getattr(row, column.name), column) for row in table.rows] for column in table.columns}
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(cells, schema=schema), out)
    return out.getvalue()


def _typed(value: Any, column: Column) -> object:  # noqa: ANN401 — a cell of any type
    if value is None:
        return None
    if column.type == "number":
        return float(value)
    return _NO_CELL.sub("�", value) if column.type == "text" else value


def frame(table: DataTable) -> pandas.DataFrame:
    """The table as a pandas frame with typed columns, an empty one too."""
    pd = _needed("pandas")
    types = {"text": "string", "integer": "Int64", "boolean": "boolean", "number": "float64"}
    cells = {}
    for column in table.columns:
        values = [_typed(getattr(row, column.name), column) for row in table.rows]
        if column.type == "date":
            cells[column.name] = pd.Series(values, dtype="datetime64[s]")
        else:
            cells[column.name] = pd.Series(values, dtype=types[column.type])
    found: pandas.DataFrame = pd.DataFrame(cells, columns=[column.name for column in table.columns])
    return found


def dta_bytes(table: DataTable) -> bytes:
    """Stata 14 and later (format 118); missing text is empty, true is 1, long texts are strL."""
    plain = frame(table)
    long: list[str] = []
    for column in table.columns:
        match column.type:
            case "text":
                # Objects, not pandas' own strings: the writer of Stata files knows those.
                plain[column.name] = plain[column.name].fillna("").astype(object)
                if any(len(text.encode()) > _STATA_LONGEST for text in plain[column.name]):
                    long.append(column.name)
            case "integer" | "boolean":
                plain[column.name] = plain[column.name].astype("float64")
    out = io.BytesIO()
    plain.to_stata(
        out,
        write_index=False,
        version=118,
        convert_dates={column.name: "td" for column in table.columns if column.type == "date"},
        convert_strl=long,
        variable_labels={column.name: column.meaning[:_STATA_LABEL] for column in table.columns},
        data_label=f"nghiquyet: {table.name}",
        time_stamp=datetime.datetime(2025, 1, 1),
    )
    return out.getvalue()


WRITERS: Mapping[str, Callable[[DataTable], bytes]] = {
    "csv": csv_bytes,
    "jsonl": jsonl_bytes,
    "parquet": parquet_bytes,
    "xlsx": xlsx_bytes,
    "dta": dta_bytes,
}
"""File formats of tables, by the suffix of their files."""


def writer_named(name: str) -> Callable[[DataTable], bytes]:
    """The writer for a format; raises UnsupportedFormat for a name that is none."""
    writer = WRITERS.get(name.lower())
    if writer is None:
        raise failure(UnsupportedFormat, "error.no_such_format", name=name, known=", ".join(WRITERS))
    return writer


def _needed(module: str) -> Any:  # noqa: ANN401 — whatever the library offers
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        raise failure(MissingDependency, "error.extra", module=module.partition(".")[0], extra="research") from error
