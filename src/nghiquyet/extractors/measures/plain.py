"""Passages of a bare text: paragraphs and list items, with the way back to its offsets."""

import unicodedata
from collections.abc import Iterator

from nghiquyet.records import Passage
from nghiquyet.text import patterns as re
from nghiquyet.text.offsets import OffsetMap

# A new passage begins behind a blank line, behind a line that closes, or before a label: «- », «(1) », «a) », «1. ».
_BORDER = re.compile(r"\s*\n\s*\n\s*|(?<=[.;:])\s*\n\s*|\s*\n\s*(?=[-–+•*]\s|\(?\d{1,2}[.)]\s|[a-zđ]\)\s)")
# A letter with the marks that a text in another normal form sets behind it.
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


def passages_of(text: str) -> Iterator[Passage]:
    """The paragraphs and items of ``text``, line breaks read as blanks; offsets lead back into ``text``."""
    start = 0
    for border in _BORDER.finditer(text):
        yield from _passage(text, start, border.start())
        start = border.end()
    yield from _passage(text, start, len(text))


def _passage(text: str, start: int, end: int) -> Iterator[Passage]:
    piece = text[start:end]
    if not piece.strip():
        return
    runs: list[tuple[int, int, int]] = []
    parts: list[str] = []
    derived = origin = 0
    if not unicodedata.is_normalized("NFC", piece):
        for match in _CLUSTER.finditer(piece):
            composed = unicodedata.normalize("NFC", match.group())
            runs.append((derived, start + origin, match.start() - origin))
            parts += (piece[origin : match.start()], composed)
            derived += match.start() - origin + len(composed)
            origin = match.end()
    runs.append((derived, start + origin, len(piece) - origin))
    parts.append(piece[origin:])
    line = re.sub(r"\s", " ", "".join(parts))
    yield Passage("text", line, OffsetMap(run for run in runs if run[2] or run is runs[-1]))
