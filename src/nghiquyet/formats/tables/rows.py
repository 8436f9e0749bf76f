"""The rows of each table. The columns are a published contract: new ones come last, none changes its meaning."""

import datetime
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from nghiquyet.model import (
    AgencyRole,
    Comparator,
    Direction,
    DivisionKind,
    DivisionRole,
    MeasureRole,
    PriceKind,
    ReferenceKind,
    Relation,
    ValueKind,
)


class Row(BaseModel):
    """One row. The first columns say which document it is from."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    document: str
    """Mã văn bản: the id of the document."""
    file: str | None = None
    """Tên tệp."""
    number: str | None = None
    """Số, ký hiệu of the document."""
    issuer: str | None = None
    """Cơ quan ban hành."""
    territory: str | None = None
    """Địa bàn: the province."""
    date: datetime.date | None = None
    """Ngày ban hành."""
    year: int | None = None
    """Năm của nội dung: the year the document is about, else the year of its date."""


class MeasureRow(Row):
    """Số liệu: one figure of a result, a target, a forecast or a plan."""

    measure: str
    """Mã số liệu in the document."""
    target: str | None = None
    """Mã chỉ tiêu that holds it."""
    indicator_id: str | None = None
    """Mã chỉ tiêu in the table of indicators; empty when unsure."""
    indicator: str | None = None
    """Tên chỉ tiêu in full."""
    scope: str | None = None
    """Phạm vi: the breakdown the figure is for."""
    role: MeasureRole
    """Vai trò: target, stretch, achieved, other."""
    estimated: bool
    """Ước: the text says so."""
    value_kind: ValueKind
    """Loại giá trị: level, share, growth, change, ratio, rank, count, none."""
    comparator: Comparator
    """So sánh: eq, ge, gt, le, lt, between, approx, maintain, qualitative."""
    direction: Direction
    """Hướng: reach, increase, decrease, maintain, complete, none."""
    value: Decimal | None = None
    """Giá trị in the base unit; empty for a range."""
    low: Decimal | None = None
    """Cận dưới of a range, in the base unit."""
    high: Decimal | None = None
    """Cận trên of a range, in the base unit."""
    denominator: Decimal | None = None
    """Mẫu số: 99 of «17/99 xã»."""
    unit_base: str | None = None
    """Đơn vị gốc of value, low and high: %, VND, USD, hạng, …"""
    unit_code: str | None = None
    """Mã đơn vị: UCUM, ISO 4217 or, between braces, our own."""
    printed_value: Decimal | None = None
    """Giá trị như in, before the magnitude word: 18.000 of «18.000 tỷ đồng»."""
    printed_unit: str | None = None
    """Đơn vị như in, with the magnitude word."""
    period_start: datetime.date | None = None
    """Kỳ: first day."""
    period_end: datetime.date | None = None
    """Kỳ: last day."""
    deadline: datetime.date | None = None
    """Thời hạn: last day."""
    baseline: str | None = None
    """Mốc so sánh as printed."""
    of: str | None = None
    """Thuộc: the measure this is a stretch or a part of."""
    container: str
    """Nơi chứa: id of the division, block, footnote or cell."""
    text: str
    """Chữ in."""
    span_start: int
    """Vị trí đầu in the source, in code points."""
    span_end: int
    """Vị trí cuối in the source."""
    price_basis: PriceKind | None = None
    """Giá tính, when printed: constant (giá so sánh) or current (giá hiện hành) prices."""
    price_year: int | None = None
    """Năm gốc of constant prices, when printed."""


class TargetRow(Row):
    """Chỉ tiêu: one entry of a list of targets."""

    target: str
    """Mã chỉ tiêu."""
    label: str | None = None
    """Nhãn."""
    figures: int
    """Số số liệu it holds."""
    measures: str
    """Mã các số liệu, between blanks."""
    container: str
    """Nơi chứa."""
    text: str
    """Chữ in."""
    span_start: int
    """Vị trí đầu."""
    span_end: int
    """Vị trí cuối."""


class TaskRow(Row):
    """Nhiệm vụ: one sentence that sets work."""

    task: str
    """Mã nhiệm vụ."""
    verb: str | None = None
    """Cụm động từ mở đầu."""
    assigned: bool
    """Đã giao: the text names who."""
    lead: str | None = None
    """Chủ trì, between semicolons."""
    supporting: str | None = None
    """Phối hợp, between semicolons."""
    deadline_text: str | None = None
    """Thời hạn as printed."""
    deadline_start: datetime.date | None = None
    """Thời hạn: first day."""
    deadline_end: datetime.date | None = None
    """Thời hạn: last day."""
    recurrence: str | None = None
    """Lặp lại: an ISO 8601 duration."""
    references: str
    """Mã các viện dẫn, between blanks."""
    measures: str
    """Mã các số liệu, between blanks."""
    container: str
    """Nơi chứa."""
    text: str
    """Chữ in."""
    span_start: int
    """Vị trí đầu."""
    span_end: int
    """Vị trí cuối."""


class ReferenceRow(Row):
    """Viện dẫn: one mention of a document."""

    reference: str
    """Mã viện dẫn."""
    kind: ReferenceKind
    """Loại: numbered, named, relative, standard, scheme."""
    relation: Relation
    """Quan hệ."""
    identity: str
    """Định danh: equal for all mentions of one document."""
    document_type: str | None = None
    """Tên loại of the cited document."""
    cited_number: str | None = None
    """Số, ký hiệu of the cited document."""
    cited_year: str | None = None
    """Năm of the cited document, as printed."""
    cited_date: datetime.date | None = None
    """Ngày ban hành of the cited document."""
    cited_issuer: str | None = None
    """Cơ quan ban hành of the cited document."""
    title: str | None = None
    """Tên or title of the cited document."""
    pinpoints: int
    """Số đơn vị được viện dẫn (Điều, khoản, điểm)."""
    planned: bool
    """Sẽ ban hành: still to be made."""
    quoted: bool
    """Trong đoạn trích."""
    unresolved_because: str | None = None
    """Vì sao chưa rõ."""
    container: str | None = None
    """Nơi chứa."""
    text: str
    """Chữ in."""
    span_start: int
    """Vị trí đầu."""
    span_end: int
    """Vị trí cuối."""


class DivisionRow(Row):
    """Đơn vị bố cục."""

    division: str
    """Mã đơn vị."""
    parent: str | None = None
    """Mã đơn vị chứa nó."""
    depth: int
    """Cấp, from 1."""
    kind: DivisionKind
    """Loại đơn vị."""
    label: str | None = None
    """Nhãn."""
    ordinal: str | None = None
    """Số read from the label."""
    heading: str | None = None
    """Tiêu đề."""
    role: DivisionRole | None = None
    """Vai trò."""
    span_start: int
    """Vị trí đầu."""
    span_end: int
    """Vị trí cuối."""


class DiagnosticRow(Row):
    """Chẩn đoán: a doubt about a place."""

    code: str
    """Mã of this kind of doubt."""
    severity: str
    """Mức độ: info, warning, error."""
    message_vi: str
    """Câu tiếng Việt."""
    message_en: str
    """Câu tiếng Anh."""
    span_start: int | None = None
    """Vị trí đầu."""
    span_end: int | None = None
    """Vị trí cuối."""


class EdgeRow(Row):
    """Quan hệ viện dẫn: one cited document of one document, all mentions together by relation."""

    cited: str
    """Định danh of the cited document."""
    relation: Relation
    """Quan hệ."""
    mentions: int
    """Số lần."""
    cited_type: str | None = None
    """Tên loại of the cited document."""
    cited_date: datetime.date | None = None
    """Ngày ban hành of the cited document."""
    lag_days: int | None = None
    """Độ trễ: days from the cited date to the date of the document; empty when either is not known."""
    cited_text: str
    """Chữ in, the longest mention."""
    citing: str | None = None
    """Định danh of the citing document, written as ``cited`` is: edges of several documents make one network."""


class AssignmentRow(Row):
    """Phân công: one body of one task."""

    task: str
    """Mã nhiệm vụ."""
    body: str
    """Cơ quan: its full name where it is known."""
    printed: str
    """Cơ quan như in."""
    role: AgencyRole
    """Vai trò: lead, supporting, advising, monitoring, reporting."""
    inherited: bool
    """Kế thừa from a head or tail line."""
    verb: str | None = None
    """Cụm động từ mở đầu."""
    text: str
    """Nhiệm vụ as printed."""
    deadline_text: str | None = None
    """Thời hạn as printed."""
    deadline_start: datetime.date | None = None
    """Thời hạn: first day."""
    deadline_end: datetime.date | None = None
    """Thời hạn: last day."""
    recurrence: str | None = None
    """Lặp lại: an ISO 8601 duration."""
    span_start: int
    """Vị trí đầu of the body's name."""
    span_end: int
    """Vị trí cuối of the body's name."""


class PanelRow(BaseModel):
    """Bảng dữ liệu mảng: one figure for a territory, a year, an indicator, a breakdown, a role and a kind of value."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    territory: str
    """Địa bàn: the province; «cả nước» for bodies of the centre; the body itself where its province is not known."""
    year: int
    """Năm the figure is for."""
    indicator_id: str
    """Mã chỉ tiêu."""
    scope: str | None = None
    """Phạm vi."""
    role: MeasureRole
    """Vai trò: target, stretch, achieved."""
    value_kind: ValueKind
    """Loại giá trị."""
    unit_base: str | None = None
    """Đơn vị gốc."""
    value: Decimal | None = None
    """Giá trị in the base unit."""
    low: Decimal | None = None
    """Cận dưới of a range."""
    high: Decimal | None = None
    """Cận trên of a range."""
    comparator: Comparator
    """So sánh."""
    estimated: bool
    """Ước."""
    figures: int
    """Số số liệu found for this cell; the one shown is of the latest document, its first."""
    conflict: bool
    """Mâu thuẫn: they are not all equal."""
    document: str
    """Mã văn bản of the figure shown."""
    measure: str
    """Mã số liệu of the figure shown."""


class CoverageRow(BaseModel):
    """Độ phủ của mẫu: documents of one body, family and year."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    issuer: str | None = None
    """Cơ quan ban hành."""
    territory: str | None = None
    """Địa bàn."""
    family: str | None = None
    """Nhóm: party, peoples_council, national_assembly, standing_committee, government."""
    year: int | None = None
    """Năm của nội dung."""
    documents: int
    """Số văn bản."""
    undated: int
    """Số văn bản không ngày: texts that print no date."""
    targets: int
    """Số chỉ tiêu."""
    measures: int
    """Số số liệu."""
    identified: int
    """Số số liệu có mã chỉ tiêu."""
    tasks: int
    """Số nhiệm vụ."""
    assigned: int
    """Số nhiệm vụ đã giao."""
    references: int
    """Số viện dẫn."""
    diagnostics: int
    """Số chẩn đoán, warnings and errors."""
