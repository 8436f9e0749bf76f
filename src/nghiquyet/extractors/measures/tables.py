"""Figures of tables of targets: a metric in each row, its unit beside it, plans and results in columns."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from nghiquyet.extractors.measures.borders import EDGE
from nghiquyet.extractors.measures.names import starts_with_head
from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.extractors.measures.targets import TargetEntry
from nghiquyet.extractors.mentions.periods import find_periods
from nghiquyet.extractors.mentions.quantities import find_quantities
from nghiquyet.lexicons import Row, Table
from nghiquyet.model import Period
from nghiquyet.records import OutlineBlock, OutlineCell, Place, QuantityMention
from nghiquyet.text import patterns as re

COLUMNS = Table("target_columns")

_FIGURE = re.compile(r"\W*(?:[<>≥≤~]\s*)?(?:(?:trên|dưới|khoảng|từ|đạt)\s+)*\d")
_LABEL = re.compile(r"^\s*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[IVX]+[.)])\s+")
# «- Nông, lâm nghiệp», «Trong đó: …»: a part of the metric above.
_PART = re.compile(r"^\s*(?:[-–+•]\s*|[Tt]rong đó\s*:?\s*)(?=\S)")


@dataclass(frozen=True, slots=True)
class TableFigure:
    """A figure of a table: read, with its period and the entry that its row is."""

    reading: Reading
    period: Period | None
    entry: TargetEntry | None


@dataclass(frozen=True, slots=True)
class _Column:
    kind: str
    role: str | None = None
    estimated: bool = False
    period: Period | None = None


@cache
def _words() -> tuple[tuple[str, Row], ...]:
    """Header words, longest first."""
    return tuple(sorted(((word, row) for row in COLUMNS.rows for word in row.words), key=lambda pair: -len(pair[0])))


def is_target_table(block: OutlineBlock | None) -> bool:
    """Whether a block is a table with a column of metrics and a column of figures."""
    if block is None or block.kind != "table" or len(block.rows) < 2:
        return False
    kinds = [_column(cell).kind for cell in block.rows[0]]
    return "metric" in kinds and "value" in kinds


def figures_of(place: Place, block: OutlineBlock) -> Iterator[TableFigure]:
    """The figures of a table of targets, row by row."""
    columns = [_column(cell) for cell in block.rows[0]]
    wanted = _wants_results(block.rows[0], columns)
    wholes: dict[int, Reading] = {}
    group: Period | None = None
    for row in block.rows[1:]:
        cells = dict(enumerate(row[: len(columns)]))
        metric = next((cells[i] for i, column in enumerate(columns) if column.kind == "metric" and i in cells), None)
        if metric is None or not metric.passage.text.strip(EDGE) or metric.header:
            continue
        unit = next(
            (cells[i].passage.text for i, column in enumerate(columns) if column.kind == "unit" and i in cells), ""
        )
        if not any(
            _FIGURE.match(cells[i].passage.text) for i, one in enumerate(columns) if one.kind == "value" and i in cells
        ):
            # «I | Đến năm 2030 |»: over the rows that follow.
            spans = [mention.period for mention in find_periods(metric.passage.text, metric.passage.span)]
            group = spans[0] if len(spans) == 1 else group
            continue
        label = row[0].passage.text.strip() if row[0] is not metric else ""
        entry = TargetEntry(
            metric.passage.container, label or None, Place(metric.passage, place.zone, place.divisions, "cell", block)
        )
        for index, column in enumerate(columns):
            if column.kind != "value" or index not in cells:
                continue
            reading = _reading(place, block, cells[index], metric, unit, wholes.get(index))
            if reading is None:
                continue
            if not _PART.match(metric.passage.text):
                wholes[index] = reading
            reading.estimated = column.estimated
            reading.is_planned = column.role == "target" or (wanted and column.role == "achieved")
            reading.is_reported = column.role == "achieved" and not wanted
            yield TableFigure(reading, column.period or group, None if reading.is_reported else entry)


def _wants_results(header: tuple[OutlineCell, ...], columns: list[_Column]) -> bool:
    """«Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì theo dõi, đánh giá»: what is to come out, beside who sees to it."""
    values = [column for column in columns if column.kind == "value"]
    sees = any(cell.passage.text.strip(EDGE).lower().startswith(("cơ quan", "đơn vị chủ trì")) for cell in header)
    return len(values) == 1 and values[0].role == "achieved" and values[0].period is None and sees


def _column(cell: OutlineCell) -> _Column:
    text = " ".join(cell.passage.text.lower().split()).strip(EDGE)
    periods = find_periods(cell.passage.text, cell.passage.span)
    period = periods[0].period if periods else None
    row = next(
        (row for word, row in _words() if text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()), None
    )
    if row is None:
        return _Column("value", period=period) if period is not None else _Column("skip")
    if row.text("column") == "skip" or (row.text("column") == "metric" and period is not None):
        return _Column("value", "target", period=period) if period is not None else _Column("skip")
    return _Column(row.text("column"), row.optional("role"), bool(row.cells.get("estimated")), period)


def _reading(
    place: Place, block: OutlineBlock, cell: OutlineCell, metric: OutlineCell, unit: str, whole: Reading | None
) -> Reading | None:
    mention = _mention(cell.passage.text, unit)
    if mention is None:
        return None
    length = len(cell.passage.text)
    reading = Reading(
        place=Place(cell.passage, place.zone, place.divisions, "cell", block),
        mention=mention,
        sentence=(0, length),
        left=(0, mention.start),
        right=(mention.end, length),
        bracketed=False,
        before=None,
        direction=mention.direction,
        moves=mention.moves,
    )
    printed = metric.passage.text
    name = _PART.sub("", _LABEL.sub("", printed)).strip(EDGE)
    reading.indicator = reading.full = reading.base = name
    reading.named_in = metric.passage
    if whole is not None and _PART.match(printed):
        reading.of = whole
        if whole.mention.unit_base == mention.unit_base and not starts_with_head(name):
            reading.scope, reading.full = name, whole.full
    return reading


def _mention(cell: str, unit: str) -> QuantityMention | None:
    """The figure of a cell in the unit of its row."""
    if _FIGURE.match(cell) is None:
        return None
    own = find_quantities(cell)
    if len(own) == 1:
        return own[0]
    text = cell.rstrip()
    found = find_quantities(f"{text} {unit.strip()[:1].lower()}{unit.strip()[1:]}") if unit.strip(EDGE) else ()
    if len(found) != 1 or found[0].number_start >= len(text):
        return None
    return replace(found[0], end=len(text))
