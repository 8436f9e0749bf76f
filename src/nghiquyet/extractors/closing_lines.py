"""The lines of the closing: recipients and signatures, in whatever order a page or its OCR gives them."""

from collections.abc import Iterator
from dataclasses import dataclass

from nghiquyet.model import Span
from nghiquyet.records import Outline, OutlineBlock, OutlineNode, Passage
from nghiquyet.text import patterns as re

_EDGE = " /\t\u00a0*|_#>\\"
# Cells, lines, and the lines of a cell that a converter has joined: «K/T CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG / …»; the
# slash of «T / M» stands between single letters.
_CUT = re.compile(r"[|\n]|(?<=\S\S)(?: +/(?= |$))+")


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """``text`` is ``passage.text[start:end]``; ``label`` is the label of a division that begins here («-»)."""

    passage: Passage
    start: int
    end: int
    text: str
    label: str | None = None

    def span(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``."""
        return self.passage.span(self.start + start, self.start + end)


def closing_lines(outline: Outline) -> tuple[ClosingLine, ...]:
    """Every line of the closing; when the segmenter found none, the lines from «Nơi nhận» on that stand inside the body
    or an annex (a form or an annex without a title follows them)."""
    lines = tuple(line for node in outline.closing for line in _of_node(node, None))
    if any(_RECIPIENTS.match(line.text) for line in lines):
        return lines
    for nodes in (outline.body, *(attachment.content for attachment in outline.attachments)):
        inner = tuple(line for node in nodes for line in _of_node(node, None, short=True))
        head = next((index for index, line in enumerate(inner) if _RECIPIENTS.match(line.text)), None)
        if head is not None:
            return (*lines, *inner[head : head + MOST_LINES])
    return lines


_RECIPIENTS = re.compile(r"N[ơợo]i\s+nh[ậâạ]n\s*:|N[ơợo]i\s+nh[ậâạ]n$")
MOST_LINES = 80
LONGEST = 400
"""A paragraph of text is no line of a closing."""


def _of_node(node: OutlineNode, label: str | None, short: bool = False) -> Iterator[ClosingLine]:
    if isinstance(node, OutlineBlock):
        if short and node.kind != "table" and len(node.passage.text) > LONGEST:
            return
        if node.kind == "table":
            for row in node.rows:
                for cell in row:
                    yield from _pieces(cell.passage, None)
        else:
            yield from _pieces(node.passage, label)
        return
    own = node.label
    if node.heading is not None:
        yield from _pieces(node.heading, own)
        own = None
    for child in node.content:
        yield from _of_node(child, own, short)
        own = None


def _pieces(passage: Passage, label: str | None) -> Iterator[ClosingLine]:
    text = passage.text
    position = 0
    for cut in (*(hit.span() for hit in _CUT.finditer(text)), (len(text), len(text))):
        piece = text[position : cut[0]]
        stripped = piece.strip(_EDGE)
        if stripped:
            start = position + piece.index(stripped)
            yield ClosingLine(passage, start, start + len(stripped), stripped, label)
            label = None
        position = cut[1]
