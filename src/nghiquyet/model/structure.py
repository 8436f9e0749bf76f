"""The tree of a resolution: blocks of text, divisions that hold them, attachments, footnotes, furniture."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nghiquyet.model.frozen import Frozen
from nghiquyet.model.metadata import Metadata
from nghiquyet.model.spans import Span

DivisionKind = Literal["part", "chapter", "section", "subsection", "article", "clause", "point", "heading", "item"]
DivisionRole = Literal[
    "situation", "results", "limits", "causes", "lessons", "forecast", "viewpoint", "objectives", "targets",
    "tasks", "solutions", "implementation", "legal_basis", "effect", "dissemination",
]  # fmt: skip
BlockKind = Literal["paragraph", "table", "quotation"]
FurnitureKind = Literal[
    "page_number", "running_header", "rule", "site", "placeholder", "page_break", "watermark", "stamp", "editorial"
]


class Cell(Frozen):
    """Ô: one cell of a table."""

    id: str
    """Mã: unique in the document."""
    text: str
    """Chữ in: the printed characters after normalisation."""
    span: Span
    """Chỗ in."""
    header: bool = False
    """Ô tiêu đề: the cell names its column or row."""
    fragments: tuple[Span, ...] = ()
    """Mảnh: the pieces of source, where other cells or bars stand between the lines of the cell; else empty."""


class Heading(Frozen):
    """Tiêu đề: the title of a division."""

    text: str
    """Chữ in, on one line."""
    span: Span
    """Chỗ in."""


class Block(Frozen):
    """Khối: a paragraph, a table or a quotation, joined over the page breaks that cut it."""

    type: Literal["block"] = "block"
    """Loại nút."""
    id: str
    """Mã: unique in the document."""
    kind: BlockKind = "paragraph"
    """Loại khối."""
    text: str
    """Chữ in: the printed characters after normalisation, fragments joined by one blank."""
    span: Span
    """Chỗ in: from the first fragment to the last."""
    fragments: tuple[Span, ...] = ()
    """Mảnh: the pieces of source; only furniture, a footnote or a page or paragraph break stands between two."""
    sentences: tuple[Span, ...] = ()
    """Câu: the sentences, in source offsets."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """Hàng: the rows of a table; empty for other kinds."""
    content: tuple[Annotated[Block | Division, Field(discriminator="type")], ...] = ()
    """Nội dung: the inner tree of a quotation; empty for other kinds."""
    amends: str | None = None
    """Sửa đổi: id of the reference to the provision that a quotation replaces."""


class Division(Frozen):
    """Đơn vị bố cục: Phần, Chương, Mục, Điều, khoản, điểm, a titled heading or a labelled item."""

    type: Literal["division"] = "division"
    """Loại nút."""
    id: str
    """Mã: after Akoma Ntoso eIds (``art_5__para_2__point_a``; Party outlines ``sec_I__para_2``)."""
    kind: DivisionKind
    """Loại đơn vị."""
    label: str | None = None
    """Nhãn: as printed («I-», «Điều 5.», «a)»); null for a heading without one."""
    label_span: Span | None = None
    """Chỗ in của nhãn."""
    number: str | None = None
    """Số: the label read as Arabic digits or a lower-case letter («1.1» stays); null for dashes."""
    heading: Heading | None = None
    """Tiêu đề."""
    role: DivisionRole | None = None
    """Vai trò: what the division is for; null when its heading does not say."""
    span: Span
    """Chỗ in: from the label to the end of the last thing inside."""
    rule: str
    """Quy tắc: the rule that made it."""
    content: tuple[Annotated[Block | Division, Field(discriminator="type")], ...] = ()
    """Nội dung, in document order."""


Node = Annotated[Block | Division, Field(discriminator="type")]


class Attachment(Frozen):
    """Văn bản kèm theo: Phụ lục, or a Quy định, Quy chế, Chương trình issued with the resolution."""

    type: Literal["attachment"] = "attachment"
    """Loại nút."""
    id: str
    """Mã: ``att_1``."""
    kind: Literal["appendix"] = "appendix"
    """Loại."""
    label: str | None = None
    """Nhãn: «Phụ lục I», «QUY ĐỊNH»."""
    label_span: Span | None = None
    """Chỗ in của nhãn."""
    number: str | None = None
    """Số thứ tự."""
    heading: Heading | None = None
    """Tiêu đề."""
    span: Span
    """Chỗ in."""
    metadata: Metadata | None = None
    """Thông tin riêng của văn bản kèm theo; null when it prints none."""
    content: tuple[Node, ...] = ()
    """Nội dung, in document order."""


class Footnote(Frozen):
    """Chú thích cuối trang."""

    id: str
    """Mã: ``fn_1``."""
    marker: str
    """Dấu: «1», «*» — without the superscript."""
    call: Span | None = None
    """Chỗ gọi: where the mark stands in the text; null when it was not found."""
    text: str
    """Chữ in, the mark left out."""
    span: Span
    """Chỗ in của chú thích, the mark included."""
    fragments: tuple[Span, ...] = ()
    """Mảnh: the pieces of source that hold its text."""


class Furniture(Frozen):
    """Thứ không phải nội dung: page numbers, running headers, rules, site chrome."""

    kind: FurnitureKind
    """Loại."""
    text: str
    """Chữ in."""
    span: Span
    """Chỗ in."""


Block.model_rebuild()
Division.model_rebuild()
