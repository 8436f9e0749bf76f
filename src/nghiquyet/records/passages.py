"""A stretch of readable text that leads back to the source: what every extractor reads."""

from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.model import Span
from nghiquyet.text.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one block, heading, footnote or table cell, without line and page breaks.

    ``text`` is the printed text after normalisation, its pieces joined by one blank. ``offsets`` maps its offsets to
    the *source*. ``breaks`` are the offsets in ``text`` at which a new fragment begins, i.e. behind a page break or a
    footnote that cut the paragraph (hard line wraps are no breaks).
    """

    container: str
    """Id of the innermost division, block, footnote or cell."""
    text: str
    offsets: OffsetMap
    breaks: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the source."""
        return Span.of(*self.offsets.span(start, end))

    def fragments(self, start: int, end: int) -> tuple[Span, ...]:
        """The pieces of source that hold ``text[start:end]``, split where a page break or footnote cuts it."""
        cuts = [start, *(cut for cut in self.breaks if start < cut < end), end]
        pieces = []
        for first, last in pairwise(cuts):
            # The blank that joins two fragments belongs to neither.
            stop = last - 1 if last != end and self.text[last - 1 : last] == " " else last
            pieces.append(self.span(first, stop))
        return tuple(pieces)
