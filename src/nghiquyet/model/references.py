"""Cited documents."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from nghiquyet.model.frozen import Frozen
from nghiquyet.model.metadata import Issuer, Number
from nghiquyet.model.spans import Span

ReferenceKind = Literal["numbered", "named", "relative", "standard", "scheme"]
Relation = Literal[
    "basis", "implements", "elaborates", "amends", "amended_by", "replaces", "repeals", "guides", "approves",
    "attached_to", "cites",
]  # fmt: skip


class Pinpoint(Frozen):
    """Đơn vị được viện dẫn: «điểm a khoản 2 Điều 5». Values as printed."""

    part: str | None = None
    """Phần."""
    chapter: str | None = None
    """Chương."""
    section: str | None = None
    """Mục."""
    subsection: str | None = None
    """Tiểu mục."""
    article: str | None = None
    """Điều."""
    clause: str | None = None
    """Khoản."""
    point: str | None = None
    """Điểm."""
    item: str | None = None
    """Tiết."""
    paragraph: str | None = None
    """Đoạn."""
    appendix: str | None = None
    """Phụ lục."""
    to: Pinpoint | None = None
    """Đến: the other end of a range («từ Điều 10 đến Điều 15»)."""


class Reference(Frozen):
    """Viện dẫn: one mention of a legal or political document, of a standard, or of this document."""

    id: str
    """Mã: ``ref_1``."""
    kind: ReferenceKind
    """Loại: with a number, by name, relative to this document, a standard, a titled scheme."""
    document_type: str | None = None
    """Tên loại: «Nghị quyết»."""
    number: Number | None = None
    """Số, ký hiệu."""
    name: str | None = None
    """Tên luật, without the type word."""
    year: str | None = None
    """Năm, of the number or beside the name."""
    date: datetime.date | None = None
    """Ngày ban hành."""
    issuer: Issuer | None = None
    """Cơ quan ban hành."""
    title: str | None = None
    """Trích yếu or title in quotes."""
    congress: str | None = None
    """Đại hội: its ordinal as Arabic digits."""
    plenum: str | None = None
    """Hội nghị Trung ương: its ordinal as Arabic digits."""
    term: str | None = None
    """Khóa as Arabic digits, or nhiệm kỳ («2020-2025»)."""
    amendment: bool = False
    """Văn bản sửa đổi: the cited document itself amends another."""
    planned: bool = False
    """Sẽ ban hành: the document is still to be made."""
    relation: Relation = "cites"
    """Quan hệ."""
    pinpoints: tuple[Pinpoint, ...] = ()
    """Đơn vị được viện dẫn: a flat cross product."""
    identity: str
    """Định danh: equal for all mentions of one document, this one included; ``_`` for what is not known."""
    iri: str | None = None
    """IRI Akoma Ntoso của văn bản, when its identity is complete."""
    resolves_to: str | None = None
    """Trỏ tới: id of the division here, or of the reference meant."""
    unresolved_because: str | None = None
    """Vì sao chưa rõ: a reason code; null when resolved or complete."""
    quoted: bool = False
    """Trong ngoặc kép: part of a quoted provision."""
    evidence: dict[str, Span] = Field(default_factory=dict)
    """Chứng cứ: where each field was read."""
    text: str
    """Chữ in, from the type word (or pinpoint) through issuer or date."""
    span: Span
    """Chỗ in."""
    fragments: tuple[Span, ...] = ()
    """Mảnh."""
    container: str | None = None
    """Nơi chứa: id of the innermost division, block, footnote or cell."""
    rule: str
    """Quy tắc."""


Pinpoint.model_rebuild()
