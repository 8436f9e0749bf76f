"""Recognised words with their boxes, whatever engine found them: lines of words → segments of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from nghiquyet.readers.pages import WIDE_GAP, Segment

LETTER_HEIGHT = 1.35
"""A font size is about so many times the height of the box of a word: boxes end at the letters."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box, in units of the picture, downwards."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def segments_of(lines: Sequence[Sequence[Word]], scale: float = 1.0) -> list[Segment]:
    """The lines of one page as segments, in points: ``scale`` is the size of a picture's unit."""
    heights = [word.bottom - word.top for line in lines for word in line if any(map(str.isalpha, word.text))]
    usual = median(heights) if heights else 10.0
    segments: list[Segment] = []
    for line in lines:
        for run in _runs(line, usual):
            # Tails of «g», «y» and dots below reach under the line: half of the words have none or little of them.
            bottom = median(word.bottom for word in run)
            height = median(word.bottom - word.top for word in run)
            size = usual if height < 1.6 * usual else height
            segments.append(
                Segment(
                    run[0].left * scale,
                    run[-1].right * scale,
                    bottom * scale,
                    size * LETTER_HEIGHT * scale,
                    " ".join(word.text for word in run),
                    (),
                    len(segments),
                )
            )
    return segments


def _runs(line: Sequence[Word], usual: float) -> Iterator[list[Word]]:
    """The words of a line, cut at wide gaps: two columns that an engine took for one line."""
    run: list[Word] = []
    for word in sorted(line, key=lambda word: word.left):
        if not word.text.strip():
            continue
        if run and word.left - run[-1].right > WIDE_GAP * LETTER_HEIGHT * usual:
            yield run
            run = []
        run.append(word)
    if run:
        yield run
