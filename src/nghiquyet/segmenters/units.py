"""Units: paragraphs in the making, each a label, if any, and the lines behind it."""

from dataclasses import dataclass, field

from nghiquyet.segmenters.labels import Label
from nghiquyet.segmenters.lines import Line
from nghiquyet.segmenters.passages import Piece
from nghiquyet.segmenters.tables import Table


@dataclass(slots=True)
class Unit:
    """A paragraph in the making: the label that opens it, if any, and its pieces of clean text."""

    first: Line
    label: Label | None
    pieces: list[Piece]
    cuts: list[int] = field(default_factory=list)
    """Indexes of pieces that stand behind a page break, furniture or a footnote."""
    last: Line | None = None
    text: str = ""
    table: Table | None = None
    parted: bool = False
    """Furniture or a footnote stands before it."""
    broken: bool = False
    """Furniture or a footnote stands inside it."""
    open_brackets: int = 0
    """How many more brackets the lines so far open than they close."""
    title: int = 0
    """How many pieces at the start are the title that stands on lines of its own; 0 where that is still open."""

    @property
    def start(self) -> int:
        """Clean offset of the label, or of the text."""
        return self.first.start

    @property
    def end(self) -> int:
        """Clean offset behind the last character."""
        return self.pieces[-1][1] if self.pieces else self.first.start + len(self.label.printed if self.label else "")


def open_unit(line: Line, label: Label | None) -> Unit:
    """The unit that a line opens."""
    start = line.start + (label.length if label else 0)
    pieces = [(start, line.end)] if start < line.end else []
    text = line.text[label.length if label else 0 :]
    return Unit(line, label, pieces, last=line, text=text, open_brackets=text.count("(") - text.count(")"))
