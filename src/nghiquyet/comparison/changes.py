"""What changed from one resolution to another, as a frozen model. Everything leads back to spans in both sources."""

import datetime
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from nghiquyet.model import (
    AgencyRole,
    Comparator,
    Direction,
    DivisionRole,
    MeasureRole,
    Period,
    Relation,
    Span,
    ValueKind,
)

Status = Literal["matched", "added", "dropped"]
TaskStatus = Literal["kept", "reworded", "merged", "split", "added", "dropped"]
Ambition = Literal["raised", "lowered", "kept"]
DeadlineChange = Literal["kept", "earlier", "later", "set", "removed"]
Outcome = Literal["met", "missed", "exceeded", "not_reported", "not_comparable"]
Refusal = Literal[
    "change_against_level", "different_kinds", "different_units", "different_currencies", "different_wholes",
    "range_against_figure", "no_figure", "different_baselines",
]  # fmt: skip
"""Why two figures are not set against each other."""


class Change(BaseModel):
    """A record of a comparison: immutable, refuses unknown fields; its schema is built when it is first used."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)


class Match(Change):
    """Cách ghép: how two things were found to be the same."""

    score: float
    """Độ giống, 0 to 1."""
    rule: str
    """Quy tắc: the rule that matched them."""
    doubtful: bool = False
    """Chưa chắc: a reader should look."""


class Card(Change):
    """Văn bản được so sánh."""

    id: str
    """Mã văn bản."""
    name: str | None = None
    """Tên tệp."""
    number: str | None = None
    """Số, ký hiệu."""
    issuer: str | None = None
    """Cơ quan ban hành."""
    territory: str | None = None
    """Địa bàn."""
    subject: str | None = None
    """Trích yếu."""
    date: datetime.date | None = None
    """Ngày ban hành."""
    year: int | None = None
    """Năm của nội dung: of the period it is about, else of its date."""
    text_sha256: str
    """SHA-256 of the text that the spans count in."""


class FieldChange(Change):
    """Khác biệt của một trường định danh."""

    field: str
    """Trường of the metadata."""
    before: str | None = None
    """Trước."""
    after: str | None = None
    """Sau."""
    same: bool
    """Giống nhau."""
    before_span: Span | None = None
    """Chỗ in trong văn bản trước."""
    after_span: Span | None = None
    """Chỗ in trong văn bản sau."""


class SectionSide(Change):
    """Một mục ở một văn bản."""

    id: str
    """Mã đơn vị."""
    label: str | None = None
    """Nhãn."""
    heading: str
    """Tiêu đề."""
    role: DivisionRole | None = None
    """Vai trò."""
    depth: int
    """Cấp, from 1."""
    span: Span
    """Chỗ in."""


class SectionChange(Change):
    """Một mục ở hai văn bản."""

    status: Status
    """Tình trạng."""
    before: SectionSide | None = None
    """Trước."""
    after: SectionSide | None = None
    """Sau."""
    match: Match | None = None
    """Cách ghép."""


class MeasureSide(Change):
    """Một số liệu ở một văn bản."""

    id: str
    """Mã số liệu."""
    name: str
    """Tên chỉ tiêu, in full."""
    scope: str | None = None
    """Phạm vi."""
    role: MeasureRole
    """Vai trò."""
    estimated: bool = False
    """Ước."""
    value_kind: ValueKind
    """Loại giá trị."""
    comparator: Comparator
    """So sánh."""
    direction: Direction
    """Hướng."""
    value: Decimal | None = None
    """Giá trị in its base unit: 18.000 tỷ đồng is 18000000000000 VND; null for a range."""
    low: Decimal | None = None
    """Cận dưới of a range, in the base unit."""
    high: Decimal | None = None
    """Cận trên of a range, in the base unit."""
    whole: Decimal | None = None
    """Mẫu số: 99 of «17/99 xã»."""
    unit: str | None = None
    """Đơn vị gốc."""
    period: Period | None = None
    """Kỳ, or the deadline where only that is known."""
    baseline: str | None = None
    """Mốc so sánh as printed: «so với năm 2023»."""
    years_from_baseline: int | None = None
    """Số năm từ mốc đến kỳ: 1 for «so với năm trước»; null when not known."""
    text: str
    """Chữ in."""
    span: Span
    """Chỗ in."""


class MeasureChange(Change):
    """Một số liệu ở hai văn bản."""

    status: Status
    """Tình trạng."""
    indicator_id: str | None = None
    """Mã chỉ tiêu."""
    name: str
    """Tên chỉ tiêu, of the later text where both have it."""
    scope: str | None = None
    """Phạm vi."""
    before: MeasureSide | None = None
    """Trước."""
    after: MeasureSide | None = None
    """Sau."""
    absolute: Decimal | None = None
    """Chênh lệch tuyệt đối, after less before, in ``unit``; of the low ends for two ranges."""
    absolute_high: Decimal | None = None
    """Chênh lệch of the high ends of two ranges."""
    unit: str | None = None
    """Đơn vị của chênh lệch: «điểm phần trăm» between percents."""
    relative: Decimal | None = None
    """Chênh lệch tương đối, in percent of the earlier figure; null for growth, changes and ranks."""
    ambition: Ambition | None = None
    """Mức phấn đấu raised, lowered or kept by the indicator's polarity; null without polarity."""
    converted: str | None = None
    """Quy đổi: «ha → m2», where the figures were printed in different units."""
    refused: Refusal | None = None
    """Vì sao không tính chênh lệch."""
    counterpart: str | None = None
    """Số liệu cùng chỉ tiêu không so được: id in the other document of the same indicator in another kind."""
    match: Match | None = None
    """Cách ghép."""


class Piece(Change):
    """Một đoạn của bản so chữ."""

    kind: Literal["same", "removed", "added"]
    """Loại."""
    text: str
    """Chữ in, with the blank before it where one stands."""


class TaskSide(Change):
    """Một nhiệm vụ ở một văn bản."""

    id: str
    """Mã nhiệm vụ."""
    text: str
    """Chữ in."""
    container: str
    """Nơi chứa."""
    deadline: Period | None = None
    """Thời hạn."""
    span: Span
    """Chỗ in."""


class AgencyChange(Change):
    """Một cơ quan được giao ở hai văn bản."""

    name: str
    """Tên."""
    status: Literal["kept", "added", "dropped", "other_role"]
    """Tình trạng."""
    before: AgencyRole | None = None
    """Vai trò trước."""
    after: AgencyRole | None = None
    """Vai trò sau."""
    before_span: Span | None = None
    """Chỗ in trong văn bản trước."""
    after_span: Span | None = None
    """Chỗ in trong văn bản sau."""


class TaskChange(Change):
    """Nhiệm vụ ở hai văn bản: one with one, several merged into one, or one split into several."""

    status: TaskStatus
    """Tình trạng."""
    before: tuple[TaskSide, ...] = ()
    """Trước."""
    after: tuple[TaskSide, ...] = ()
    """Sau."""
    pieces: tuple[Piece, ...] = ()
    """Bản so chữ, word by word; empty for what is kept, added or dropped."""
    agencies: tuple[AgencyChange, ...] = ()
    """Cơ quan."""
    deadline: DeadlineChange | None = None
    """Thời hạn; null when neither names one."""
    match: Match | None = None
    """Cách ghép."""


class Mention(Change):
    """Một lần viện dẫn."""

    id: str
    """Mã viện dẫn."""
    text: str
    """Chữ in."""
    relation: Relation
    """Quan hệ."""
    span: Span
    """Chỗ in."""


class ReferenceChange(Change):
    """Một văn bản được viện dẫn."""

    status: Literal["new", "gone", "both"]
    """Tình trạng: newly cited, no longer cited, cited in both."""
    identity: str
    """Định danh, the fuller one where they differ."""
    text: str
    """Chữ in, the longest mention."""
    before: tuple[Mention, ...] = ()
    """Trước."""
    after: tuple[Mention, ...] = ()
    """Sau."""
    is_earlier: bool = False
    """Là văn bản trước: the later resolution cites the earlier one of this comparison."""
    match: Match | None = None
    """Cách ghép."""


class Result(Change):
    """Một chỉ tiêu của văn bản trước và kết quả văn bản sau nêu."""

    outcome: Outcome
    """Kết luận."""
    indicator_id: str | None = None
    """Mã chỉ tiêu."""
    name: str
    """Tên chỉ tiêu."""
    scope: str | None = None
    """Phạm vi."""
    target: MeasureSide
    """Chỉ tiêu đã giao."""
    result: MeasureSide | None = None
    """Kết quả đã nêu."""
    due: bool = True
    """Đã đến kỳ báo cáo: its year had ended when the later text was made, or the later text reports on that year; of a
    target for 2030 a text of 2026 need report nothing."""
    estimated: bool = False
    """Ước thực hiện: the result is an estimate."""
    absolute: Decimal | None = None
    """Chênh lệch, result less target."""
    unit: str | None = None
    """Đơn vị của chênh lệch."""
    relative: Decimal | None = None
    """Chênh lệch, in percent of the target."""
    refused: Refusal | None = None
    """Vì sao không so được."""
    match: Match | None = None
    """Cách ghép."""


class Comparison(Change):
    """So sánh hai văn bản."""

    schema_version: str = "1.0"
    """Phiên bản."""
    before: Card
    """Văn bản trước."""
    after: Card
    """Văn bản sau."""
    metadata: tuple[FieldChange, ...] = ()
    """Thông tin định danh."""
    sections: tuple[SectionChange, ...] = ()
    """Bố cục."""
    measures: tuple[MeasureChange, ...] = ()
    """Số liệu, in the order of the later text, dropped ones after those they stood behind."""
    results: tuple[Result, ...] = ()
    """Kết quả của văn bản sau đặt cạnh chỉ tiêu của văn bản trước."""
    results_withheld: Literal["other_territory"] | None = None
    """Vì sao không đặt kết quả cạnh chỉ tiêu: what one province reports says nothing of what another was to reach, nor
    what provinces report as one of what they were to reach apart."""
    tasks: tuple[TaskChange, ...] = ()
    """Nhiệm vụ."""
    references: tuple[ReferenceChange, ...] = ()
    """Viện dẫn."""
