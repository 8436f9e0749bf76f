"""The header as a bag of lines: everything before the legal bases or the first section, in one searchable text."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from nghiquyet.model import Span
from nghiquyet.records import OutlineBlock, OutlineNode, Passage
from nghiquyet.text import patterns as re

MOST_CHARACTERS = 12_000
"""Site chrome may stand before the header (lists of related documents); a header is never longer than this."""

_NOISE = str.maketrans({"|": "\n", "¦": "\n", "*": " ", "#": " ", "_": " ", "\\": " ", ">": " "})
# The mottos say which side a document is of, nothing about its number, issuer or title. OCR misreads their marks.
_MOTTO = re.compile(
    r"[ĐD][ẢÁAĂ]NG\s+C[ỘÔO]NG\s+S[ẢẲÁA]N\s+VI[ỆÊE]T\s+NAM|Đ[ảă]ng\s+C[ộô]ng\s+(?:Báo\s+)?S[ảẳA][nN]\s+Việt\s+Nam"
    r"|C[ỘÔ]NG\s+H[ÒOÓ][ÀAÁ]?A?\s+XÃ\s+H[ỘÔ]I\s+CHỦ\s+NGHĨA\s+VI[ỆÊE]T\s+NAM|[ĐD]ộc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+[Pp]húc"
    r"|[-–—_]{4,}"
)
# OCR reads the marks of «ĐẢNG BỘ», «TỈNH ỦY» as others, or twice: «ĐẢẲNG BỘ TỈNH», «TÍNH ỦY».
_DAMAGED_PARTY = re.compile(r"Đ[ẢÁÀẠẲẮẴẶÃAĂÂ]{1,2}NG(?=\s+(?:BỘ|[ỦU][ỶY])(?!\w))")
_DAMAGED_PROVINCE = re.compile(r"T[ÍÌĨỊI]NH(?=\s+[ỦU][ỶY](?!\w))")
_BASIS = re.compile(
    r"[-–\s]*(?:Căn\s?[_ ]?cứ|Xét\s|Trên\s+cơ[_\s]sở|Theo\s+đề[_\s]nghị|Sau\s+khi\s+(?:xem|nghe|thảo)|Thực\s+hiện\s)"
)
_ENACTING = re.compile(r"\s*QUY[ẾÉẼEÊ]T\s+NGHỊ\s*:?\s*$")
# Whom a letter is for is never who issues it.
_ADDRESSEE = re.compile(r"\s*K[íi]nh\s+g[ửu]i\s*:?")
OPENING = 60
"""A basis and the enacting formula are known by their first words."""
LONG_LINE = 420
"""A paragraph longer than this, without capitals throughout, is text, not header."""


@dataclass(frozen=True, slots=True)
class Line:
    """A header line without its edges of blanks and noise: offsets into ``Header.text``."""

    start: int
    end: int
    text: str


class Header:
    """Header lines joined by line breaks; ``span`` leads back to the source."""

    __slots__ = ("_passages", "_starts", "lines", "text")

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        """All lines of ``passages``, the mottos still among them."""
        self._passages = passages
        self._starts: list[int] = []
        pieces: list[str] = []
        position = 0
        for passage in passages:
            self._starts.append(position)
            pieces.append(passage.text)
            position += len(passage.text) + 1
        text = "\n".join(pieces).translate(_NOISE)
        text = _DAMAGED_PROVINCE.sub("TỈNH", text)
        self.text = _DAMAGED_PARTY.sub(lambda match: "ĐẢNG".ljust(len(match.group())), text)
        self.lines = tuple(_lines(self.text))

    def drop_mottos(self, before: int) -> None:
        """Blanks the mottos in front of the title, so that the lines they cut in two columns meet again."""
        head = _MOTTO.sub(lambda match: "\n" * len(match.group()), self.text[:before])
        self.text = head + self.text[before:]
        self.lines = tuple(_lines(self.text))

    def opens_passage(self, position: int) -> bool:
        """Whether a paragraph begins at ``position``, blanks and marks before it left out."""
        first = self._starts[bisect_right(self._starts, position) - 1] if self._starts else 0
        return not self.text[first:position].strip()

    def span(self, start: int, end: int) -> Span | None:
        """Where ``text[start:end]`` stands in the source; from its first character to its last."""
        if not self._passages or end <= start:
            return None
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        begin = self._passages[first].span(start - self._starts[first], start - self._starts[first] + 1)
        stop = self._passages[last].span(end - 1 - self._starts[last], end - self._starts[last])
        return Span(start=begin.start, end=max(begin.start, stop.end))


def read_header(nodes: tuple[OutlineNode, ...]) -> Header:
    """The lines of front and preamble up to the first legal basis, enacting formula or paragraph of text."""
    passages: list[Passage] = []
    size = 0
    for passage in _passages(nodes):
        text = passage.text
        if len(text) > LONG_LINE and not text.isupper():
            break
        opening = text[:OPENING].translate(_NOISE)
        if _BASIS.match(opening) or _ENACTING.match(opening) or _ADDRESSEE.match(opening):
            break
        size += len(text) + 1
        if size > MOST_CHARACTERS:
            break
        passages.append(passage)
    return Header(tuple(passages))


def passages_of(nodes: tuple[OutlineNode, ...]) -> Iterator[Passage]:
    """Every passage of ``nodes``, cells and headings included, in document order."""
    for node in nodes:
        if isinstance(node, OutlineBlock):
            if node.kind == "table":
                for row in node.rows:
                    for cell in row:
                        yield cell.passage
            else:
                yield node.passage
        else:
            if node.heading is not None:
                yield node.heading
            yield from passages_of(node.content)


def _passages(nodes: tuple[OutlineNode, ...]) -> Iterator[Passage]:
    """The passages in front of the first labelled unit."""
    for node in nodes:
        if not isinstance(node, OutlineBlock):
            return
        yield from passages_of((node,))


def _lines(text: str) -> Iterator[Line]:
    position = 0
    for raw in text.split("\n"):
        stripped = raw.strip(" \t\u00a0-–—.,;")
        if stripped:
            start = position + raw.index(stripped)
            yield Line(start, start + len(stripped), stripped)
        position += len(raw) + 1
