"""The table of a series: one indicator over documents, gaps and mergers as rows."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from nghiquyet.model import Comparator, MeasureRole, ValueKind

if TYPE_CHECKING:
    from nghiquyet.comparison import Series


class SeriesRow(BaseModel):
    """Chuỗi số liệu: one figure, gap, merger or sum of an indicator."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    indicator_id: str | None = None
    """Mã chỉ tiêu; empty for a name that the table of indicators does not have."""
    indicator: str
    """Tên chỉ tiêu."""
    scope: str | None = None
    """Phạm vi."""
    value_kind: ValueKind | None = None
    """Loại giá trị of the whole series."""
    status: Literal["figure", "gap", "break", "summed"]
    """Loại dòng: a figure; a place where one is missing; a merger of territories; a sum over its parts."""
    territory: str | None = None
    """Địa bàn."""
    lineage: str | None = None
    """Địa bàn hiện nay: the territory of today; the issuing body where no territory is known."""
    era: Literal["before_merger", "after_merger"] | None = None
    """Trước hay sau sáp nhập; empty for territories that were not merged."""
    year: int | None = None
    """Năm the figure is for."""
    role: MeasureRole | None = None
    """Vai trò: target, stretch, achieved; empty for a document without a figure."""
    value: Decimal | None = None
    """Giá trị in ``unit``."""
    low: Decimal | None = None
    """Cận dưới of a range."""
    high: Decimal | None = None
    """Cận trên of a range."""
    unit: str | None = None
    """Đơn vị gốc."""
    comparator: Comparator | None = None
    """So sánh."""
    estimated: bool
    """Ước."""
    document: str | None = None
    """Mã văn bản; empty for a year that no document gives."""
    file: str | None = None
    """Tên tệp."""
    date: datetime.date | None = None
    """Ngày ban hành, or the day of a merger."""
    period_start: datetime.date | None = None
    """Kỳ: first day."""
    period_end: datetime.date | None = None
    """Kỳ: last day."""
    measure: str | None = None
    """Mã số liệu in the document."""
    text: str | None = None
    """Chữ in."""
    span_start: int | None = None
    """Vị trí đầu, in code points of the source."""
    span_end: int | None = None
    """Vị trí cuối."""
    parts: str | None = None
    """Các địa bàn that were merged or added, with «; » between them."""


def series_rows(series: Series) -> Iterator[SeriesRow]:
    """The rows of a series, in its order."""
    for row in series.rows:
        yield SeriesRow(
            indicator_id=series.indicator_id,
            indicator=series.name,
            scope=series.scope,
            value_kind=series.value_kind,
            status=row.status,
            territory=row.territory,
            lineage=row.lineage,
            era=row.era,
            year=row.year,
            role=row.role,
            value=row.value,
            low=row.low,
            high=row.high,
            unit=row.unit,
            comparator=row.comparator,
            estimated=row.estimated,
            document=row.document,
            file=row.name,
            date=row.date,
            period_start=row.period_start,
            period_end=row.period_end,
            measure=row.measure,
            text=row.text,
            span_start=row.span.start if row.span else None,
            span_end=row.span.end if row.span else None,
            parts="; ".join(row.parts) or None,
        )
