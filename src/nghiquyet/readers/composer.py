"""Composes a source text piece by piece, with its marks and pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from nghiquyet.records import Doubt, LayoutMark, PageSpan, SourceInfo, SourceText


class Composer:
    """A text that grows at its end. Offsets are those of the text so far."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._marks: list[LayoutMark] = []
        self._pages: list[PageSpan] = []
        self._page_start = 0
        self._tail = ""

    def write(self, text: str) -> None:
        """Adds ``text``."""
        if text:
            self._pieces.append(text)
            self.length += len(text)
            self._tail = (self._tail + text)[-2:]

    def end_line(self) -> None:
        """A line end, unless one stands there."""
        if self.length and not self._tail.endswith("\n"):
            self.write("\n")

    def end_paragraph(self) -> None:
        """A blank line, unless one stands there."""
        self.end_line()
        if self.length and self._tail != "\n\n":
            self.write("\n")

    def mark(self, kind: str, start: int, end: int | None = None, value: str = "") -> None:
        """A layout fact of the text from ``start`` to here, or to ``end``."""
        self._marks.append(LayoutMark(kind, start, self.length if end is None else end, value))

    @contextmanager
    def marked(self, kind: str, value: str = "", wanted: bool = True) -> Iterator[None]:
        """What is written inside carries the mark."""
        start = self.length
        yield
        if wanted and self.length > start:
            self.mark(kind, start, value=value)

    def end_page(self, width: float = 0.0, height: float = 0.0) -> None:
        """Everything since the last page end is a page."""
        self._pages.append(PageSpan(len(self._pages) + 1, self._page_start, self.length, width, height))
        self._page_start = self.length

    @property
    def has_pages(self) -> bool:
        """Whether a page has ended."""
        return bool(self._pages)

    def finish(self, info: SourceInfo, doubts: tuple[Doubt, ...] = ()) -> SourceText:
        """The text, its marks in order; the last page ends with it."""
        if self._pages and self._page_start < self.length:
            self.end_page(self._pages[-1].width, self._pages[-1].height)
        text = "".join(self._pieces).rstrip("\n")
        length = len(text)
        marks = sorted(
            (replace(mark, start=min(mark.start, length), end=min(mark.end, length)) for mark in self._marks),
            key=lambda mark: (mark.start, -mark.end),
        )
        pages = (replace(page, start=min(page.start, length), end=min(page.end, length)) for page in self._pages)
        return SourceText(text, info, tuple(pages), tuple(marks), doubts)
