"""Paragraphs: lines put together again over hard wraps, page breaks and footnotes."""

from collections.abc import Sequence

from nghiquyet.segmenters.continuations import continues_line, continues_over_break, continues_page
from nghiquyet.segmenters.counts import Counts
from nghiquyet.segmenters.labels import label_candidates
from nghiquyet.segmenters.lines import Line
from nghiquyet.segmenters.units import Unit, open_unit
from nghiquyet.segmenters.wraps import wraps_of


def gather(lines: Sequence[Line], skipped: frozenset[int]) -> list[Unit]:
    """Units in text order. ``skipped`` are the indexes of furniture and footnote lines."""
    kept = [line for line in lines if line.index not in skipped] if skipped else lines
    wraps = wraps_of(kept)
    counts = Counts()
    units: list[Unit] = []
    # The lines of the last unit: joined once, when it is complete.
    texts: list[str] = []
    interrupted = paged = False
    for place, line in enumerate(lines):
        paged = paged or line.new_page
        if line.index in skipped:
            interrupted = True
            continue
        if line.table is not None:
            _complete(units, texts)
            units.append(Unit(line, None, [(line.start, line.end)], last=line, text=line.text, table=line.table))
            interrupted = False
            continue
        candidates = label_candidates(line.text)
        before = units[-1] if units else None
        if before is not None and before.last is not None and before.table is None:
            cut = line.blank_before or interrupted
            goes_on = (
                continues_over_break(before, line, candidates)
                or (paged and continues_page(before, line, candidates, wraps))
                if cut
                else continues_line(before, line, _at(lines, place + 1), candidates, wraps, counts)
            )
            if goes_on:
                if cut:
                    before.cuts.append(len(before.pieces))
                before.pieces.append((line.start, line.end))
                if before.text:
                    texts.append(line.text)
                else:
                    before.text = line.text
                before.open_brackets += line.text.count("(") - line.text.count(")")
                before.last = line
                before.broken = before.broken or interrupted or paged
                interrupted = paged = False
                continue
        _complete(units, texts)
        unit = open_unit(line, counts.choose(candidates))
        unit.parted = interrupted
        if unit.label is not None:
            counts.take(unit.label)
        units.append(unit)
        interrupted = paged = False
    _complete(units, texts)
    return units


def _at(lines: Sequence[Line], place: int) -> Line | None:
    return lines[place] if place < len(lines) else None


def _complete(units: Sequence[Unit], texts: list[str]) -> None:
    """Joins the further lines of the last unit to its first."""
    if texts:
        units[-1].text = " ".join([units[-1].text, *texts])
        texts.clear()
