"""Documents as tables: rows with stable, documented columns. ``table`` makes one, ``DataTable.write`` writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from nghiquyet.diagnostics import failure
from nghiquyet.errors import UnsupportedFormat
from nghiquyet.formats.tables import making, rows, timeline
from nghiquyet.formats.tables.codebook import codebook as _codebook
from nghiquyet.formats.tables.columns import Column, columns
from nghiquyet.formats.tables.files import WRITERS, frame, writer_named
from nghiquyet.formats.writing import write_atomically
from nghiquyet.model import Document

if TYPE_CHECKING:
    import pandas
    from pydantic import BaseModel

    from nghiquyet.comparison import Series

What = Literal[
    "measures", "targets", "tasks", "references", "divisions", "diagnostics", "edges", "assignments", "panel", "coverage"
]  # fmt: skip

_MAKERS: Mapping[str, tuple[Callable[[Iterable[Document]], Iterator[BaseModel]], type[BaseModel]]] = {
    "measures": (making.measures, rows.MeasureRow),
    "targets": (making.targets, rows.TargetRow),
    "tasks": (making.tasks, rows.TaskRow),
    "references": (making.references, rows.ReferenceRow),
    "divisions": (making.divisions, rows.DivisionRow),
    "diagnostics": (making.diagnostics, rows.DiagnosticRow),
    "edges": (making.edges, rows.EdgeRow),
    "assignments": (making.assignments, rows.AssignmentRow),
    "panel": (making.panel, rows.PanelRow),
    "coverage": (making.coverage, rows.CoverageRow),
}
NAMES: tuple[str, ...] = get_args(What)
"""The tables there are."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its name, its columns, its rows (models with one field a column)."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[BaseModel, ...]

    def __iter__(self) -> Iterator[BaseModel]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_bytes(self, to: str) -> bytes:
        """The table as a file of a format (csv, jsonl, parquet, xlsx, dta).

        Raises UnsupportedFormat for another name, MissingDependency without the extra ``research`` for the last three.
        """
        return writer_named(to)(self)

    def write(self, path: str | Path) -> None:
        """Writes the table in the format that the suffix of ``path`` names, whole or not at all."""
        target = Path(path)
        write_atomically(target, self.to_bytes(target.suffix.removeprefix(".")))


def table(what: What | str, documents: Iterable[Document] | Document) -> DataTable:
    """The table ``what`` of one or more documents; raises UnsupportedFormat for a name that is none of ``NAMES``."""
    if what not in _MAKERS:
        raise failure(UnsupportedFormat, "error.no_such_table", name=what, known=", ".join(NAMES))
    make, row = _MAKERS[what]
    given = (documents,) if isinstance(documents, Document) else documents
    return DataTable(what, columns(row), tuple(make(given)))


def series_table(series: Series) -> DataTable:
    """The rows of a series as a table, with its indicator in every row."""
    return DataTable("series", columns(timeline.SeriesRow), tuple(timeline.series_rows(series)))


def to_pandas(found: DataTable) -> pandas.DataFrame:
    """The table as a pandas frame with typed columns; raises MissingDependency without the extra ``research``."""
    return frame(found)


def codebook(to: Literal["md", "csv"] = "md") -> str:
    """The columns of every table, their types, values and meaning, as Markdown or CSV."""
    return _codebook({**{name: row for name, (_, row) in _MAKERS.items()}, "series": timeline.SeriesRow}, to)


__all__ = ["NAMES", "WRITERS", "Column", "DataTable", "What", "codebook", "series_table", "table", "to_pandas"]
