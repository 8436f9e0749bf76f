"""Makes passages: clean pieces joined to one line that leads back to the source."""

from collections.abc import Sequence

from nghiquyet.model import Span
from nghiquyet.records import CleanText, Passage
from nghiquyet.text.offsets import OffsetMap

Piece = tuple[int, int]
"""A stretch of the clean text."""


def passage_of(clean: CleanText, container: str, pieces: Sequence[Piece], cuts: Sequence[int] = ()) -> Passage:
    """The pieces joined by one blank. ``cuts`` are the indexes of pieces behind a page break or a footnote."""
    if len(pieces) == 1:
        start, end = pieces[0]
        origin = clean.offsets.inside(start, end)
        if origin is not None:
            offsets = OffsetMap(((0, origin, end - start),))
            return Passage(container, clean.text[start:end], offsets, (0,) if 0 in cuts else ())
    parts: list[str] = []
    runs: list[tuple[int, int, int]] = []
    breaks: list[int] = []
    length = 0
    for index, (start, end) in enumerate(pieces):
        if index:
            parts.append(" ")
            length += 1
        if index in cuts:
            breaks.append(length)
        parts.append(clean.text[start:end])
        for derived, origin, size in clean.offsets.slice(start, end):
            runs.append((length + derived - start, origin, size))
        length += end - start
    return Passage(container, "".join(parts), OffsetMap(runs), tuple(breaks))


def source_span(clean: CleanText, start: int, end: int) -> Span:
    """Where a clean stretch stands in the source."""
    return Span.of(*clean.offsets.span(start, end))
