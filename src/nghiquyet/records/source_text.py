"""What a reader hands on: the decoded text and what the file tells beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class LayoutMark:
    """A stand-off fact of layout: evidence, never characters of the text.

    ``kind`` and what its ``value`` holds:

    ``generated_number``  the number that a list prints before the paragraph: «1.», «a)», «-»; an empty stretch
    ``note_call``         the number of a footnote where it is called; an empty stretch
    ``note_body``         the number of a footnote around its text
    ``table``             number of rows and columns, ``8x3``; its ``cell`` marks follow it
    ``cell``              row, column and columns spanned, ``0,1,2``
    ``header_row``        a row that repeats on every page of its table
    ``font``              the font, where it says how the letters are coded: «.VnTime»
    ``caps``              printed in capitals, whatever is typed
    ``superscript``       raised
    ``bold``, ``italic``  as they say
    ``page_header``       printed at the top or bottom of every page
    ``box``               left, bottom, right, top of a line on its page, in points: ``57.0,690.1,540.2,702.4``
    ``stamp``             a line of an electronic signature
    """

    kind: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A page as source offsets; ``number`` counts from 1. Sizes are in points, 0 where they are not known."""

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a reader was not sure of: a code of the catalogue, its parameters, and where."""

    code: str
    params: tuple[tuple[str, str], ...] = ()
    start: int | None = None
    end: int | None = None


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

    @property
    def is_recognised(self) -> bool:
        """Whether a recogniser read it from a picture."""
        return self.reader in ("tesseract", "hocr", "alto")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The only text whose offsets users see: code points after decoding, no newline translated, no character added."""

    text: str
    info: SourceInfo
    pages: tuple[PageSpan, ...] = ()
    marks: tuple[LayoutMark, ...] = field(default=())
    doubts: tuple[Doubt, ...] = ()
    """What the reader was not sure of: a guessed encoding, pages read by OCR, a picture without text."""

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
            tuple(
                doubt
                if doubt.start is None or doubt.end is None
                else replace(doubt, start=doubt.start - start, end=doubt.end - start)
                for doubt in self.doubts
                if doubt.start is None or doubt.end is None or (start <= doubt.start and doubt.end <= end)
            ),
        )
