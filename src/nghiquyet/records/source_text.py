"""What a reader hands on: the decoded text and what the file tells beside it."""

from dataclasses import dataclass, field


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
class SourceInfo:
    """Where a text came from. ``sha256`` is of the bytes, None when a str was given."""

    reader: str
    name: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    sha256: str | None = None
    bom: bool = False


@dataclass(frozen=True, slots=True)
class SourceText:
    """The only text whose offsets users see: code points after decoding, no newline translated, no character added."""

    text: str
    info: SourceInfo
    pages: tuple[PageSpan, ...] = ()
    marks: tuple[LayoutMark, ...] = field(default=())
