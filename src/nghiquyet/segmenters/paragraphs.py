"""Paragraphs: lines put together again over hard wraps, page breaks and footnotes."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.segmenters.labels import Label, label_candidates
from nghiquyet.segmenters.lines import Line
from nghiquyet.segmenters.passages import Piece

_ENDED = re.compile(r"[.!?;:…](?:[\"”»)’*\]]|\s)*$")
_OPEN_END = re.compile(r"[\w%,)(\-–—/*\"”]$")

# Lines that open something of their own, whatever stands before them.
_OPENER = re.compile(r"Căn cứ|Xét |Nơi nhận|QUYẾT NGHỊ|Điều \d|PHỤ LỤC|Phụ lục|TM\.|T/M|KT\.|CHỦ TỊCH")


@dataclass(slots=True)
class Unit:
    """A paragraph in the making: the label that opens it, if any, and its pieces of clean text."""

    first: Line
    label: Label | None
    candidates: tuple[Label, ...]
    pieces: list[Piece]
    cuts: list[int] = field(default_factory=list)
    """Indexes of pieces that stand behind a page break, furniture or a footnote."""
    last: Line | None = None
    text: str = ""
    declined: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Clean offset of the label, or of the text."""
        return self.first.start

    @property
    def end(self) -> int:
        """Clean offset behind the last character."""
        return self.pieces[-1][1] if self.pieces else self.first.start + len(self.label.printed if self.label else "")


def is_hard_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines were broken at a column: many neighbours of one length, and lines that end in mid-sentence."""
    neighbours = [(before, after) for before, after in itertools.pairwise(lines) if not after.blank_before]
    if len(neighbours) < 8:
        return False
    lengths = sorted(len(line.text) for line in lines)
    long = lengths[int(len(lengths) * 0.95)]
    if long > 160:
        return False
    broken = sum(
        1
        for before, after in neighbours
        if len(before.text) > 0.7 * long and not _ENDED.search(before.text) and after.text[0].islower()
    )
    return broken >= max(4, len(neighbours) * 0.15)


def gather(lines: Sequence[Line], skipped: frozenset[int], text: str) -> list[Unit]:
    """Units in text order. ``skipped`` are the indexes of furniture and footnote lines."""
    wrapped = is_hard_wrapped([line for line in lines if line.index not in skipped])
    width = max((len(line.text) for line in lines if line.index not in skipped), default=0)
    units: list[Unit] = []
    interrupted = False
    for line in lines:
        if line.index in skipped:
            interrupted = True
            continue
        candidates = label_candidates(line.text)
        before = units[-1] if units else None
        cut = line.blank_before or interrupted
        if before is not None and before.last is not None:
            goes_on = (
                _continues_over_break(before, line, candidates)
                if cut
                else _continues_line(before, line, candidates, wrapped, width)
            )
            if goes_on:
                if cut:
                    before.cuts.append(len(before.pieces))
                before.pieces.append((line.start, line.end))
                before.text = f"{before.text} {line.text}" if before.text else line.text
                before.last = line
                interrupted = False
                continue
        units.append(_open(line, candidates))
        interrupted = False
    return units


def _open(line: Line, candidates: tuple[Label, ...]) -> Unit:
    label = candidates[0] if candidates else None
    start = line.start + (label.length if label else 0)
    pieces = [(start, line.end)] if start < line.end else []
    return Unit(line, label, candidates, pieces, last=line, text=line.text[label.length if label else 0 :])


def _continues_over_break(before: Unit, line: Line, candidates: tuple[Label, ...]) -> bool:
    """A paragraph cut by a page break: the first half is open, the second begins in lower case.

    «… nâng cao⏎⏎chất lượng thu hút đầu tư; …» (bac-giang-2025).
    """
    if candidates or not before.text or _is_capitals(before.text):
        return False
    last = before.last.text if before.last else before.text
    return bool(_OPEN_END.search(last)) and not _ENDED.search(last) and line.text[0].islower()


def _continues_line(before: Unit, line: Line, candidates: tuple[Label, ...], wrapped: bool, width: int) -> bool:
    """A line that goes on without a blank line between: a hard wrap, or a break in mid-sentence."""
    last = before.last.text if before.last else ""
    ended = bool(_ENDED.search(last))
    if candidates and (ended or not wrapped or len(last) < 0.6 * width or line.text[0].isupper()):
        return False
    if candidates:
        # «- miệng», «50/KH-UBND» behind an open line: a wrap, unless the label counts on.
        return candidates[0].family == "dash" and line.text[1:].lstrip()[:1].islower() and not ended
    if not before.text or not last:
        return bool(before.label and not before.text and line.text[0].islower())
    if not ended and (line.text[0].islower() or line.text[0] in "0123456789("):
        return not (_is_capitals(last) and len(last) < 200)
    if not wrapped or ended:
        return False
    # A dashed item is never a title: an open one goes on below.
    if before.label is not None and before.label.family in ("dash", "plus") and not _OPENER.match(line.text):
        return True
    return len(last) >= 0.75 * width and not (_is_capitals(last) and not _is_capitals(line.text))


def _is_capitals(text: str) -> bool:
    return text.isupper()
