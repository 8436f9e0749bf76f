"""What the normalizers hand on: regular text, and the way back to the source."""

from dataclasses import dataclass

from nghiquyet.records.source_text import Doubt, SourceText
from nghiquyet.text.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace source ``[start, end)`` by ``replacement``; ``rule`` says why. Edits of one run never overlap."""

    start: int
    end: int
    replacement: str
    rule: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text after all edits: NFC, regular line ends. ``offsets`` leads from its offsets to the source's."""

    text: str
    offsets: OffsetMap
    edits: tuple[TextEdit, ...]
    source: SourceText
    doubts: tuple[Doubt, ...] = ()
    """What may be read otherwise, where too little speaks for an edit."""
