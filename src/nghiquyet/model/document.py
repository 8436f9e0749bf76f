"""The document model: everything that was read from one resolution."""

from collections.abc import Iterator

from nghiquyet.model.frozen import Frozen
from nghiquyet.model.measures import Measure, Target
from nghiquyet.model.metadata import Metadata
from nghiquyet.model.references import Reference
from nghiquyet.model.source import Diagnostic, Edit, PlacedLine, Producer, Repair, Source, text_sha256
from nghiquyet.model.spans import Span
from nghiquyet.model.structure import Attachment, Block, Division, Footnote, Furniture, Node
from nghiquyet.model.tasks import Task

SCHEMA_VERSION = "1.0"


class Document(Frozen):
    """Văn bản: a resolution read from a text. Immutable; every fact leads back to source offsets."""

    schema_version: str = SCHEMA_VERSION
    """Phiên bản lược đồ: minor versions only add."""
    id: str
    """Mã văn bản: from its identity when complete, else from the hash of its text."""
    producer: Producer
    """Công cụ tạo."""
    source: Source
    """Nguồn."""
    metadata: Metadata
    """Thông tin định danh."""
    front: tuple[Node, ...] = ()
    """Phần đầu: header and title block."""
    preamble: tuple[Node, ...] = ()
    """Phần mở đầu: legal bases, or the assessment before the first section."""
    body: tuple[Node, ...] = ()
    """Nội dung."""
    closing: tuple[Node, ...] = ()
    """Phần cuối: dissemination, recipients, signature."""
    attachments: tuple[Attachment, ...] = ()
    """Văn bản kèm theo."""
    footnotes: tuple[Footnote, ...] = ()
    """Chú thích."""
    furniture: tuple[Furniture, ...] = ()
    """Thứ không phải nội dung."""
    measures: tuple[Measure, ...] = ()
    """Số liệu, in text order."""
    targets: tuple[Target, ...] = ()
    """Chỉ tiêu, in text order."""
    tasks: tuple[Task, ...] = ()
    """Nhiệm vụ, in text order."""
    references: tuple[Reference, ...] = ()
    """Viện dẫn, in text order."""
    repairs: tuple[Repair, ...] = ()
    """Sửa lỗi nhận dạng."""
    edits: tuple[Edit, ...] = ()
    """Chuẩn hóa."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Chẩn đoán."""

    def walk(self) -> Iterator[Block | Division | Attachment]:
        """Every block, division and attachment, parents before children, in document order.

        Attachments follow the closing; the inner trees of quotations are included.
        """
        for zone in (self.front, self.preamble, self.body, self.closing, self.attachments):
            for node in zone:
                yield from _descend(node)

    def at(self, offset: int) -> tuple[Block | Division | Attachment, ...]:
        """The nodes that hold source ``offset``, outermost first; empty where only furniture or blanks stand."""
        return tuple(node for node in self.walk() if node.span.start <= offset < node.span.end)

    def slice(self, span: Span) -> str:
        """The source characters of ``span``.

        Raises ValueError when the document does not carry its source text.
        """
        if self.source.text is None:
            raise ValueError("this document does not carry its source text; give it back by with_source_text(text)")
        return self.source.text[span.start : span.end]

    def without_source_text(self) -> "Document":
        """The same document without its source text; length and hash stay, and every span with them."""
        return self.model_copy(update={"source": self.source.model_copy(update={"text": None})})

    def with_source_text(self, text: str) -> "Document":
        """The same document with the text that it was read from.

        Raises ValueError when ``text`` is another one (read a file with ``newline=""``: offsets count its line ends).
        """
        if text_sha256(text) != self.source.text_sha256:
            raise ValueError(
                f"this is not the text the document was read from: {len(text)} characters with another hash, "
                f"where {self.source.length} are wanted; was it read with newline=''?"
            )
        return self.model_copy(update={"source": self.source.model_copy(update={"text": text})})

    def places(self, span: Span) -> tuple[tuple[int, PlacedLine], ...]:
        """Page number and line, with its box, of every line that ``span`` touches: where on paper it stands.

        Empty where the file told no places; ``source.pages`` still has the page, if it has pages.
        """
        return tuple(
            (page.number, line)
            for page in self.source.pages
            if page.span.start < span.end and span.start < page.span.end
            for line in page.lines
            if line.span.start < span.end and span.start < line.span.end
        )


def _descend(node: Block | Division | Attachment) -> Iterator[Block | Division | Attachment]:
    yield node
    for child in node.content:
        yield from _descend(child)
