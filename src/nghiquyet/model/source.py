"""Where a document came from and what made it."""

from decimal import Decimal
from hashlib import sha256
from typing import Literal

from pydantic import Field

from nghiquyet.model.frozen import Frozen
from nghiquyet.model.spans import Span


class PlacedLine(Frozen):
    """Dòng trên trang: where a line of the source stands on its page, in points from the lower left corner."""

    span: Span
    """Chỗ trong nguồn."""
    left: Decimal
    """Mép trái."""
    bottom: Decimal
    """Mép dưới."""
    right: Decimal
    """Mép phải."""
    top: Decimal
    """Mép trên."""


class Page(Frozen):
    """Trang."""

    number: int
    """Số thứ tự, from 1."""
    span: Span
    """Chỗ in."""
    width: Decimal | None = None
    """Chiều rộng in points; null where the file does not tell."""
    height: Decimal | None = None
    """Chiều cao in points."""
    lines: tuple[PlacedLine, ...] = ()
    """Các dòng with their boxes, in text order: of PDF files, recognised pictures, hOCR and ALTO."""


class Part(Frozen):
    """Phần của tệp: which document of a file that holds several."""

    index: int = Field(ge=1)
    """Thứ tự, from 1."""
    of: int = Field(ge=1)
    """Tổng số."""
    span: Span
    """Chỗ trong tệp."""


class Source(Frozen):
    """Nguồn: the file or text that was read."""

    name: str | None = None
    """Tên tệp; null for a bare text."""
    media_type: str = "text/plain"
    """Kiểu tệp."""
    encoding: str | None = None
    """Bảng mã; null for a str."""
    sha256: str | None = None
    """SHA-256 of the bytes; null for a str."""
    text_sha256: str
    """SHA-256 of the decoded text as UTF-8 (lone surrogates passed through)."""
    length: int
    """Độ dài in code points."""
    reader: str
    """Bộ đọc."""
    pages: tuple[Page, ...] = ()
    """Trang, where they are known."""
    part: Part | None = None
    """Phần của tệp."""
    text: str | None = None
    """Toàn văn, when the source is embedded."""


class Producer(Frozen):
    """Công cụ tạo."""

    name: str
    """Tên."""
    version: str
    """Phiên bản."""
    lexicons_sha256: str
    """SHA-256 of the tables used."""
    profile: str | None = None
    """Hồ sơ thể thức: the family whose rules decided."""
    options: dict[str, str | int | bool | None] = Field(default_factory=dict)
    """Tuỳ chọn that differ from the defaults."""


class Edit(Frozen):
    """Chuẩn hóa: one normalisation; applied together they turn the source into the text that was read."""

    start: int
    """Vị trí đầu trong nguồn."""
    end: int
    """Vị trí cuối trong nguồn."""
    replacement: str
    """Thay bằng."""
    rule: str
    """Quy tắc."""


class Repair(Frozen):
    """Sửa lỗi nhận dạng: what is printed and what it was read as. The printed text stays."""

    found: str
    """Chữ in."""
    read_as: str
    """Đọc là."""
    span: Span
    """Chỗ in."""
    rule: str
    """Quy tắc."""


class Diagnostic(Frozen):
    """Chẩn đoán: a doubt, as a code; the words are in the catalogue."""

    code: str
    """Mã."""
    severity: Literal["info", "warning", "error"]
    """Mức độ."""
    params: dict[str, str] = Field(default_factory=dict)
    """Tham số."""
    span: Span | None = None
    """Chỗ in."""


def text_sha256(text: str) -> str:
    """The hash by which a document knows its text: SHA-256 of its UTF-8, lone surrogates as three bytes each."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
