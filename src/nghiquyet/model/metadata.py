"""What identifies a resolution: number, issuer, subject, dates, signatories, recipients, legal bases."""

import datetime
from typing import Literal

from pydantic import Field

from nghiquyet.model.frozen import Frozen
from nghiquyet.model.periods import Origin, Period
from nghiquyet.model.spans import Span

Side = Literal["party", "state"]
Level = Literal["central", "province", "district", "commune", "other"]


class Number(Frozen):
    """Số, ký hiệu: «233-NQ/TU» is serial 233, symbol NQ/TU."""

    text: str
    """Chữ in, blanks and dashes made regular."""
    serial: str | None = None
    """Số thứ tự, with a letter where one is printed (30a)."""
    year: str | None = None
    """Năm trong số hiệu."""
    symbol: str | None = None
    """Ký hiệu: type and body («NQ/TU», «NĐ-CP», «QH15»)."""


class Issuer(Frozen):
    """Cơ quan ban hành."""

    name: str
    """Tên như in, in normal case."""
    canonical: str | None = None
    """Tên chuẩn, from the table of bodies."""
    code: str | None = None
    """Mã: the code in document symbols (TW, TU, HĐND, CP, QH, UBTVQH)."""
    level: Level | None = None
    """Cấp."""
    territory: str | None = None
    """Địa bàn: province or lower unit, when the name or the context gives it."""


class Session(Frozen):
    """Khóa, kỳ họp: the term and session at which a council or assembly adopted the text."""

    term: str | None = None
    """Khóa, as Arabic digits."""
    session: str | None = None
    """Kỳ họp, as Arabic digits, or «chuyên đề», «bất thường» with its number."""
    text: str
    """Chữ in."""
    span: Span
    """Chỗ in."""


class Mark(Frozen):
    """Dấu chỉ mức độ: MẬT, HỎA TỐC, Dự thảo, LƯU HÀNH NỘI BỘ."""

    kind: Literal["secrecy", "urgency", "draft", "circulation", "stamp"]
    """Loại."""
    text: str
    """Chữ in."""
    span: Span
    """Chỗ in."""


class ElectronicSignature(Frozen):
    """Chữ ký số: the stamp that signing by electronic means leaves on the page."""

    text: str
    """Chữ in, one line for each line of the stamp."""
    signer: str | None = None
    """Người ký, as the stamp prints it."""
    body: str | None = None
    """Cơ quan."""
    signed_at: datetime.datetime | None = None
    """Thời gian ký, with its zone where one is printed."""
    span: Span
    """Chỗ in."""


class Signatory(Frozen):
    """Người ký."""

    authority: str | None = None
    """Thẩm quyền: «T/M TỈNH ỦY», «TM. ỦY BAN …», «KT. CHỦ TỊCH»."""
    position: str | None = None
    """Chức vụ: «BÍ THƯ»."""
    name: str | None = None
    """Họ tên."""
    span: Span
    """Chỗ in."""


class Recipient(Frozen):
    """Nơi nhận: one line item."""

    text: str
    """Chữ in, without the dash, the closing mark and the note."""
    note: str | None = None
    """Ghi chú: «báo cáo», «để b/c»."""
    span: Span
    """Chỗ in, without the dash and the closing mark."""


class LegalBasis(Frozen):
    """Căn cứ: one item of the legal bases."""

    text: str
    """Chữ in, without the closing mark."""
    span: Span
    """Chỗ in."""
    references: tuple[str, ...] = ()
    """Viện dẫn: ids of the references inside."""


class Evidence(Frozen):
    """Chứng cứ: where a field was read, by which rule."""

    span: Span | None = None
    """Chỗ in; null when nothing is printed."""
    rule: str
    """Quy tắc: the rule that read it."""
    origin: Origin = "printed"
    """Nguồn."""


class Metadata(Frozen):
    """Thông tin định danh. What the text does not hold is null."""

    identity: str | None = None
    """Định danh: the key of the document itself, of the same kind as those of cited documents."""
    iri: str | None = None
    """IRI Akoma Ntoso, when the identity is complete."""
    side: Side | None = None
    """Hệ thống: Đảng or Nhà nước."""
    family: str | None = None
    """Nhóm: the profile (party, peoples_council, national_assembly, standing_committee, government)."""
    document_type: str | None = None
    """Tên loại: «Nghị quyết», «Kết luận», …"""
    number: Number | None = None
    """Số, ký hiệu."""
    issuer: Issuer | None = None
    """Cơ quan ban hành."""
    territory: str | None = None
    """Địa bàn: the province."""
    subject: str | None = None
    """Trích yếu, on one line."""
    date: datetime.date | None = None
    """Ngày ban hành."""
    place: str | None = None
    """Địa danh."""
    adopted: datetime.date | None = None
    """Ngày thông qua."""
    effective: datetime.date | None = None
    """Ngày có hiệu lực."""
    subject_period: Period | None = None
    """Kỳ của nội dung: what stretch of time the resolution is about."""
    session: Session | None = None
    """Khóa, kỳ họp."""
    marks: tuple[Mark, ...] = ()
    """Dấu mật, khẩn, dự thảo."""
    electronic_signatures: tuple[ElectronicSignature, ...] = ()
    """Dấu ký số."""
    dissemination: str | None = None
    """Phạm vi phổ biến: «Nghị quyết này phổ biến đến chi bộ.»"""
    signatories: tuple[Signatory, ...] = ()
    """Người ký."""
    recipients: tuple[Recipient, ...] = ()
    """Nơi nhận."""
    legal_bases: tuple[LegalBasis, ...] = ()
    """Căn cứ ban hành."""
    evidence: dict[str, Evidence] = Field(default_factory=dict)
    """Chứng cứ của từng trường."""
