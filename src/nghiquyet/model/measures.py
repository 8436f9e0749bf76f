"""Figures: what is measured, how much, compared how, by when."""

from decimal import Decimal
from typing import Literal

from nghiquyet.model.frozen import Frozen
from nghiquyet.model.periods import Period
from nghiquyet.model.spans import Span

ValueKind = Literal["level", "share", "growth", "change", "ratio", "rank", "count", "none"]
Comparator = Literal["eq", "ge", "gt", "le", "lt", "between", "approx", "maintain", "qualitative"]
Direction = Literal["reach", "increase", "decrease", "maintain", "complete", "none"]
MeasureRole = Literal["target", "stretch", "achieved", "other"]
PriceKind = Literal["constant", "current"]


class Indicator(Frozen):
    """Chỉ tiêu, chỉ số: the name of what is measured."""

    text: str
    """Chữ in."""
    full: str
    """Tên đầy đủ: ellipsis completed from the context, qualifiers kept."""
    span: Span | None = None
    """Chỗ in; null when nothing of it is printed beside the figure."""


class Quantity(Frozen):
    """Đại lượng: a number, or a range, with its unit."""

    text: str
    """Chữ in, the number through the unit."""
    value: Decimal | None = None
    """Giá trị of a single figure, unscaled (3,0 triệu is 3.0)."""
    low: Decimal | None = None
    """Cận dưới of a range."""
    high: Decimal | None = None
    """Cận trên of a range."""
    denominator: Decimal | None = None
    """Mẫu số: Y of «X/Y xã»."""
    unit: str | None = None
    """Đơn vị tính as printed, with its magnitude word (triệu lượt khách)."""
    scale: Decimal = Decimal(1)
    """Bậc: what the magnitude word multiplies by (tỷ is 1000000000)."""
    unit_base: str | None = None
    """Đơn vị gốc: %, VND, USD, giường/10.000 dân, hạng, …"""
    unit_code: str | None = None
    """Mã đơn vị: UCUM, ISO 4217 or, between braces, our own."""


class Baseline(Frozen):
    """Mốc so sánh: «so với năm 2023»."""

    text: str
    """Chữ in."""
    period: Period | None = None
    """Kỳ của mốc, when it names one."""


class PriceBasis(Frozen):
    """Giá tính: «theo giá so sánh năm 2010», «giá hiện hành»."""

    kind: PriceKind
    """Loại giá: constant (giá so sánh, giá cố định) or current (giá hiện hành, giá thực tế)."""
    year: int | None = None
    """Năm gốc of constant prices, when printed."""
    text: str
    """Chữ in."""
    span: Span
    """Chỗ in."""


class Measure(Frozen):
    """Một số liệu: one figure of a result, a target, a forecast or a plan."""

    id: str
    """Mã: ``m_1``."""
    indicator: Indicator | None = None
    """Chỉ tiêu."""
    indicator_id: str | None = None
    """Mã chỉ tiêu in the table of indicators; null when unsure."""
    scope: str | None = None
    """Phạm vi: the breakdown the figure is for (thành thị, nông thôn)."""
    value_kind: ValueKind
    """Loại giá trị: «giảm 1,5%» is a change, «giảm còn 1,5%» a share."""
    comparator: Comparator
    """So sánh: trên gt, ít nhất ge, dưới lt, tối đa le, khoảng approx."""
    direction: Direction
    """Hướng."""
    role: MeasureRole
    """Vai trò: chỉ tiêu, phấn đấu, kết quả, khác."""
    estimated: bool = False
    """Ước: the text says ước đạt, ước thực hiện."""
    baseline: Baseline | None = None
    """Mốc so sánh."""
    price_basis: PriceBasis | None = None
    """Giá tính, when printed beside the figure or its name."""
    of: str | None = None
    """Thuộc: id of the firm figure of a stretch, or of the whole of a breakdown."""
    quantity: Quantity | None = None
    """Đại lượng; null for what is qualitative."""
    period: Period | None = None
    """Kỳ."""
    deadline: Period | None = None
    """Thời hạn hoàn thành."""
    target: str | None = None
    """Chỉ tiêu chứa nó: id of the target."""
    container: str
    """Nơi chứa: id of the innermost division, block, footnote or cell."""
    text: str
    """Chữ in: from the comparator, or the number, through the unit."""
    span: Span
    """Chỗ in."""
    fragments: tuple[Span, ...] = ()
    """Mảnh."""
    rule: str
    """Quy tắc."""


class Target(Frozen):
    """Chỉ tiêu: one entry of a list of targets; it holds measures."""

    id: str
    """Mã: ``tg_1``."""
    label: str | None = None
    """Nhãn: «(1)»."""
    text: str
    """Chữ in, without the label."""
    span: Span
    """Chỗ in."""
    container: str
    """Nơi chứa: id of its own item."""
    measures: tuple[str, ...] = ()
    """Số liệu: ids."""
    rule: str
    """Quy tắc."""
