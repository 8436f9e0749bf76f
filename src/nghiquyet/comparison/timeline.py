"""One indicator over many documents: its figures, the places where one is missing, the breaks where provinces merged."""

import datetime
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal

from nghiquyet.comparison.changes import Change, MeasureSide
from nghiquyet.comparison.figures import conversion, side
from nghiquyet.comparison.indicators import (
    display_name,
    indicator_named,
    plain_name,
    plain_names,
    same_thing,
    scope_key,
)
from nghiquyet.comparison.preparation import Prepared, card
from nghiquyet.comparison.territories import Era, era, merger, today
from nghiquyet.lexicons import Table
from nghiquyet.model import Comparator, Document, Measure, MeasureRole, Span, ValueKind
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold

UNITS = Table("units")

_PHYSICAL = frozenset({"ha", "km2", "m2", "km", "m", "m3", "kg", "tấn", "tạ", "MW", "kW", "MWh", "kWh"})
_Years = dict[int, set[str | None]]
"""The documents that give a figure for each year."""
_AVERAGE = re.compile(r"bình quân|trung bình|đầu người|năng suất|tỷ lệ|tỷ trọng|chỉ số|mật độ|tuổi thọ")


class SeriesRow(Change):
    """Một dòng của chuỗi."""

    status: Literal["figure", "gap", "break", "summed"]
    """Loại dòng: a figure; a place where one is missing; a merger of territories, before which the figures are those of
    its parts; a sum over the parts."""
    territory: str | None = None
    """Địa bàn."""
    lineage: str | None = None
    """Địa bàn hiện nay: the territory of today; the issuing body where no territory is known."""
    era: Era | None = None
    """Trước hay sau sáp nhập; null for territories that were not merged."""
    year: int | None = None
    """Năm the figure is for."""
    role: MeasureRole | None = None
    """Vai trò; null for a document that has no figure at all."""
    document: str | None = None
    """Mã văn bản; null for a year that no document gives."""
    name: str | None = None
    """Tên tệp."""
    date: datetime.date | None = None
    """Ngày ban hành of the document, or the day of a merger."""
    period_start: datetime.date | None = None
    """Kỳ: first day."""
    period_end: datetime.date | None = None
    """Kỳ: last day."""
    value: Decimal | None = None
    """Giá trị in ``unit``."""
    low: Decimal | None = None
    """Cận dưới of a range."""
    high: Decimal | None = None
    """Cận trên of a range."""
    unit: str | None = None
    """Đơn vị gốc: that of the series, or its own where it cannot be converted."""
    comparator: Comparator | None = None
    """So sánh."""
    estimated: bool = False
    """Ước."""
    measure: str | None = None
    """Mã số liệu."""
    text: str | None = None
    """Chữ in."""
    span: Span | None = None
    """Chỗ in trong văn bản."""
    parts: tuple[str, ...] = ()
    """Các địa bàn đã sáp nhập, or those whose figures were added."""


class Series(Change):
    """Chuỗi số liệu của một chỉ tiêu."""

    indicator_id: str | None = None
    """Mã chỉ tiêu; null for a name that the table does not have."""
    name: str
    """Tên chỉ tiêu."""
    scope: str | None = None
    """Phạm vi."""
    value_kind: ValueKind | None = None
    """Loại giá trị of all rows."""
    unit: str | None = None
    """Đơn vị of all rows but those that could not be converted."""
    rows: tuple[SeriesRow, ...] = ()
    """Các dòng, by territory of today, role, side of the merger, territory, year and date."""
    left_out: int = 0
    """Số liệu bỏ ra: figures of the indicator in another kind of value (ranks, growth)."""
    not_summed_because: Literal["not_additive"] | None = None
    """Vì sao không cộng."""


def series(
    documents: Iterable[Document | Prepared],
    indicator: str,
    *,
    scope: str | None = None,
    value_kind: ValueKind | None = None,
    sum_merged: bool = False,
) -> Series:
    """The figures of one indicator (by its id, or by a name) over documents.

    One kind of value makes a series: the one asked for, else the most frequent. A document without the figure, and a
    year between two that have it, is a row without a value. ``sum_merged`` adds, for years before a merger, the sum over
    the territories that one of today was made of; only where it is additive (money, counts, areas) and all of them have
    a figure in one unit.
    """
    wanted = _Indicator(indicator, scope)
    given = [item.document if isinstance(item, Prepared) else item for item in documents]
    found = [(document, figure) for document in given for figure in wanted.figures(document)]
    kinds = Counter(figure.value_kind for _, figure in found)
    kind = value_kind or (kinds.most_common(1)[0][0] if kinds else None)
    chosen = [(document, figure) for document, figure in found if figure.value_kind == kind]
    units = Counter(figure.unit for _, figure in chosen)
    unit = units.most_common(1)[0][0] if units else None
    rows = [_row(document, figure, unit) for document, figure in chosen]
    rows += _empty_documents(given, {id(document) for document, _ in chosen})
    rows += list(_empty_years(rows))
    rows += list(_breaks(rows))
    additive = _is_additive(wanted.name, kind, unit)
    if sum_merged and additive:
        rows += list(_sums(rows, unit))
    return Series(
        indicator_id=wanted.identifier,
        name=wanted.name,
        scope=scope,
        value_kind=kind,
        unit=unit,
        rows=tuple(sorted(rows, key=_order)),
        left_out=len(found) - len(chosen),
        not_summed_because="not_additive" if sum_merged and not additive else None,
    )


class _Indicator:
    """The indicator asked for: by its id in the table, else by its name."""

    def __init__(self, asked: str, scope: str | None) -> None:
        self.identifier = indicator_named(asked)
        self.name = display_name(self.identifier or "") or asked
        self.scope = scope_key(scope)
        self.thing = same_thing(self.identifier, scope)
        self.names = plain_names(self.identifier) if self.identifier else {plain_name(asked)}

    def figures(self, document: Document) -> Iterator[MeasureSide]:
        for measure in document.measures:
            if measure.quantity and self._is(measure):
                yield side(measure)

    def _is(self, measure: Measure) -> bool:
        if measure.indicator_id is not None:
            return self.thing is not None and same_thing(measure.indicator_id, measure.scope) == self.thing
        if measure.indicator is None or scope_key(measure.scope) != self.scope:
            return False
        return plain_name(measure.indicator.full) in self.names


def _row(document: Document, figure: MeasureSide, unit: str | None) -> SeriesRow:
    factor = conversion(figure.unit, unit)
    period = figure.period
    end = period.end or period.start if period else None

    def converted(number: Decimal | None) -> Decimal | None:
        return number if number is None or factor is None or factor == 1 else number * factor

    return _of(document, "figure").model_copy(
        update={
            "year": end.year if end else card(document).year,
            "role": figure.role,
            "period_start": period.start if period else None,
            "period_end": period.end if period else None,
            "value": converted(figure.value),
            "low": converted(figure.low),
            "high": converted(figure.high),
            "unit": unit if factor is not None else figure.unit,
            "comparator": figure.comparator,
            "estimated": figure.estimated,
            "measure": figure.id,
            "text": figure.text,
            "span": figure.span,
        }
    )


def _of(document: Document, status: Literal["figure", "gap"]) -> SeriesRow:
    """A row that says only which document it is of."""
    about = card(document)
    return SeriesRow(
        status=status,
        territory=about.territory,
        lineage=today(about.territory) if about.territory else about.issuer,
        era=era(about.territory, about.date, about.year) if about.territory else None,
        year=about.year,
        document=document.id,
        name=document.source.name,
        date=about.date,
    )


def _empty_documents(documents: Sequence[Document], filled: set[int]) -> list[SeriesRow]:
    return [_of(document, "gap") for document in documents if id(document) not in filled]


def _empty_years(rows: Sequence[SeriesRow]) -> Iterator[SeriesRow]:
    """Years between the first and the last of a territory and role that have no figure; then those of a lineage, which
    may lie between the last figure of the parts and the first of the whole.

    Years that one document passes over («đến năm 2030 … đến năm 2045») are no gaps: it set no figure for them."""
    own: dict[tuple[str | None, Era | None, str | None, MeasureRole], _Years] = {}
    lineages: dict[tuple[str | None, MeasureRole], _Years] = {}
    for row in rows:
        if row.status == "figure" and row.role and row.year is not None:
            for years in (
                own.setdefault((row.territory, row.era, row.lineage, row.role), {}),
                lineages.setdefault((row.lineage, row.role), {}),
            ):
                years.setdefault(row.year, set()).add(row.document)
    for (territory, side_, lineage, role), found in own.items():
        for year in _missing(found):
            lineages[lineage, role].setdefault(year, set())
            yield SeriesRow(status="gap", territory=territory, era=side_, lineage=lineage, year=year, role=role)
    for (lineage, role), found in lineages.items():
        merged = merger(lineage or "")
        for year in _missing(found):
            late = merged is not None and year > merged.since.year
            side_ = None if merged is None else "after_merger" if late else "before_merger"
            yield SeriesRow(status="gap", territory=lineage, era=side_, lineage=lineage, year=year, role=role)


def _missing(years: _Years) -> Iterator[int]:
    for one, other in itertools.pairwise(sorted(years)):
        if not years[one] & years[other]:
            yield from range(one + 1, other)


def _breaks(rows: Sequence[SeriesRow]) -> Iterator[SeriesRow]:
    """A row for each merger that the rows of a territory of today lie on both sides of, in every role it has figures of."""
    sides: dict[str, set[Era]] = {}
    roles: dict[str, set[MeasureRole]] = {}
    for row in rows:
        if row.lineage and row.era:
            sides.setdefault(row.lineage, set()).add(row.era)
            if row.role:
                roles.setdefault(row.lineage, set()).add(row.role)
    for lineage, found in roles.items():
        merged = merger(lineage)
        if merged is not None and len(sides[lineage]) == 2:
            for role in sorted(found):
                yield SeriesRow(
                    status="break",
                    territory=lineage,
                    lineage=lineage,
                    year=merged.since.year,
                    role=role,
                    date=merged.since,
                    parts=tuple(sorted(merged.parts)),
                )


def _is_additive(name: str, kind: ValueKind | None, unit: str | None) -> bool:
    """Money, counts, areas and weights, unless they are averages or per something."""
    if kind not in ("level", "count") or unit is None or "/" in unit or _AVERAGE.search(fold(name)):
        return False
    return unit in _PHYSICAL or unit in _summable_units()


@cache
def _summable_units() -> frozenset[str]:
    return frozenset(row.text("base") for row in UNITS.rows if row.text("kind") in ("money", "count"))


def _sums(rows: Sequence[SeriesRow], unit: str | None) -> Iterator[SeriesRow]:
    cells: dict[tuple[str, int, MeasureRole], dict[str, SeriesRow]] = {}
    for row in rows:
        if row.era == "before_merger" and row.value is not None and row.unit == unit and row.role and row.year:
            cell = cells.setdefault((row.lineage or "", row.year, row.role), {})
            known = cell.get(row.territory or "")
            if known is None or (row.date or datetime.date.min) > (known.date or datetime.date.min):
                cell[row.territory or ""] = row
    for (lineage, year, role), found in cells.items():
        merged = merger(lineage)
        if merged is not None and set(found) == merged.parts:
            comparators = {row.comparator for row in found.values()}
            yield SeriesRow(
                status="summed",
                territory=lineage,
                lineage=lineage,
                era="before_merger",
                year=year,
                role=role,
                value=sum((row.value for row in found.values() if row.value is not None), Decimal(0)),
                unit=unit,
                comparator=comparators.pop() if len(comparators) == 1 else None,
                estimated=any(row.estimated for row in found.values()),
                parts=tuple(sorted(found)),
            )


_ROLES = ("achieved", "target", "stretch", "other", None)


def _order(row: SeriesRow) -> tuple[str, int, int, str, bool, int, datetime.date]:
    """The parts of a territory one after another, their sum, the break, the whole."""
    place = 1 if row.status == "break" else 2 if row.era == "after_merger" else 0
    return (
        row.lineage or "",
        _ROLES.index(row.role),
        place,
        row.territory or "",
        row.status == "summed",
        row.year or 0,
        row.date or datetime.date.min,
    )
