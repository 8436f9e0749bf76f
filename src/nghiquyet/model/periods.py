"""Stretches of time, as a text prints them and as a calendar has them."""

from datetime import date
from typing import Literal

from nghiquyet.model.frozen import Frozen
from nghiquyet.model.spans import Span

Precision = Literal["day", "month", "quarter", "half", "year", "range"]
Origin = Literal["printed", "inferred", "repaired", "supplied"]


class Period(Frozen):
    """Kỳ, thời hạn: a stretch of time. ``end`` is inclusive: «trước ngày 01/7/2025» ends on 2025-06-30."""

    text: str | None = None
    """Chữ in: the words it was read from; null when it was inferred."""
    start: date | None = None
    """Từ ngày: first day, null when open."""
    end: date | None = None
    """Đến ngày: last day, inclusive, null when open."""
    precision: Precision
    """Độ chính xác: the calendar unit the text names."""
    recurrence: str | None = None
    """Lặp lại: an ISO 8601 duration for what returns («hằng tháng» is ``P1M``, «hằng năm» ``P1Y``)."""
    span: Span | None = None
    """Chỗ in: where the words stand; null when it was inferred."""
    origin: Origin = "printed"
    """Nguồn: printed beside the fact, or inferred from a title, heading or section."""
