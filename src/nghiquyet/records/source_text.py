"""What a reader hands on: the decoded text and what the file tells beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class LayoutMark:
    """A stand-off fact of layout (bold, italic, superscript, cell, box …): evidence, never characters."""

    kind: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A page as source offsets; ``number`` counts from 1."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartSpan:
    """One document of a file that holds several: its place among them, and in the text of the file."""

    index: int
    of: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where a text came from. ``sha256`` is of the bytes, None when a str was given."""

    reader: str
    name: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    sha256: str | None = None
    bom: bool = False
    part: PartSpan | None = None


@dataclass(frozen=True, slots=True)
class SourceText:
    """The only text whose offsets users see: code points after decoding, no newline translated, no character added."""

    text: str
    info: SourceInfo
    pages: tuple[PageSpan, ...] = ()
    marks: tuple[LayoutMark, ...] = field(default=())

    def parts(self, spans: Sequence[tuple[int, int]]) -> "tuple[SourceText, ...]":
        """One text for each of ``spans``; pages and marks go with the text they lie in."""
        if len(spans) < 2:
            return (self,)
        return tuple(self._part(start, end, index, len(spans)) for index, (start, end) in enumerate(spans, 1))

    def _part(self, start: int, end: int, index: int, of: int) -> "SourceText":
        return SourceText(
            self.text[start:end],
            replace(self.info, part=PartSpan(index, of, start, end)),
            tuple(
                replace(page, start=max(page.start, start) - start, end=min(page.end, end) - start)
                for page in self.pages
                if page.start < end and start < page.end
            ),
            tuple(
                replace(mark, start=mark.start - start, end=mark.end - start)
                for mark in self.marks
                if start <= mark.start and mark.end <= end
            ),
        )
