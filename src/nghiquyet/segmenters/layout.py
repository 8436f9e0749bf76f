"""The lines of a text sorted out: tables, furniture and footnotes set apart, the rest put together to paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.model import FurnitureKind
from nghiquyet.records import CleanText
from nghiquyet.segmenters.footnotes import FootnoteBody, find_footnotes
from nghiquyet.segmenters.furniture import find_furniture, text_on_site
from nghiquyet.segmenters.letterheads import summary_on_site
from nghiquyet.segmenters.lines import Line, join_labels, split_lines
from nghiquyet.segmenters.paragraphs import gather
from nghiquyet.segmenters.passages import Piece
from nghiquyet.segmenters.tables import arrange, drawn_pieces
from nghiquyet.segmenters.units import Unit

Found = tuple[int, int, FurnitureKind, str]
"""A piece of furniture: clean offsets, kind, rule."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands on the lines of a text."""

    lines: tuple[Line, ...]
    """Every line of the text, a table as one of them; without the page of a site around it."""
    units: list[Unit]
    footnotes: tuple[FootnoteBody, ...]
    furniture: tuple[Found, ...]
    by_line: dict[int, tuple[FurnitureKind, str]]
    """Furniture by the index of its line."""


def lay_out(clean: CleanText) -> Layout:
    """Sorts the lines of ``clean``."""
    raw = split_lines(clean)
    marked = _set_apart(clean, raw)
    if marked:
        raw = tuple(line for line in raw if line.start not in marked)
        raw = tuple(line.at(place) for place, line in enumerate(raw))
    first, last = text_on_site(raw)
    summary = summary_on_site(raw, first, last)
    site: list[Found] = [
        *((start, end, kind, "layout.set_apart") for start, (end, kind) in marked.items()),
        *((line.start, line.end, "site", "furniture.text_on_site") for line in (*raw[:first], *raw[last:])),
    ]
    if summary:
        site += [(line.start, line.end, "site", "letterheads.summary_on_site") for line in raw[summary[0] : summary[1]]]
    # No table goes on behind the news.
    parts = (raw[first : summary[0]], raw[summary[1] : last]) if summary else (raw[first:last],)
    lines = tuple(
        line.at(place)
        for place, line in enumerate(line for part in parts for line in _arranged(clean, part, first > 0))
    )
    drawn = [
        piece
        for table in (line.table for line in lines)
        if table is not None and table.layout
        for piece in drawn_pieces(table, clean.text)
    ]
    lines = join_labels(lines, clean.text)
    by_line = find_furniture(lines)
    footnotes = find_footnotes(clean.text, lines, frozenset(by_line))
    skipped = frozenset(by_line) | {line.index for note in footnotes for line in note.lines}
    units = gather(lines, skipped)
    for unit in units:
        if unit.table is not None and unit.table.layout:
            lay_out_cells(clean.text, unit, set(drawn))
    found: list[Found] = [
        *site,
        *((start, end, "rule", "tables.drawn_pieces") for start, end in drawn),
        *((lines[index].start, lines[index].end, kind, rule) for index, (kind, rule) in by_line.items()),
    ]
    return Layout(lines, units, footnotes, tuple(sorted(found)), by_line)


def _arranged(clean: CleanText, part: Sequence[Line], moved: bool) -> tuple[Line, ...]:
    """The lines of a part, each table as one of them."""
    inner = [line.at(place) for place, line in enumerate(part)] if moved else part
    return arrange(inner, clean.text, lambda offset: _column(clean, offset))


def lay_out_cells(text: str, unit: Unit, drawn: set[Piece]) -> None:
    """A layout table with one cell for each paragraph of its cells, and without the rules drawn in it."""
    table = unit.table
    if table is None:
        return
    rows = []
    for row in table.rows:
        cells: list[tuple[Piece, ...]] = []
        for cell in row:
            lines = [
                Line(place, start, end, text[start:end], place == 0, cell=True)
                for place, (start, end) in enumerate(piece for piece in cell if piece not in drawn)
            ]
            for inner in gather(lines, frozenset()):
                own = inner.pieces or [(inner.first.start, inner.end)]
                cells.append(((inner.first.start, own[0][1]), *own[1:]))
        if cells:
            rows.append(tuple(cells))
    unit.table = replace(table, rows=tuple(rows))
    pieces: list[Piece] = []
    position = unit.start
    for start, end in sorted(piece for piece in drawn if unit.start <= piece[0] < unit.end):
        pieces.extend(_stretch(text, position, start))
        position = end
    pieces.extend(_stretch(text, position, unit.end))
    unit.pieces = pieces
    unit.cuts = list(range(1, len(pieces)))


def _stretch(text: str, start: int, end: int) -> list[Piece]:
    """What stands between two offsets, without the blanks around it."""
    inner = text[start:end]
    bare = inner.strip()
    first = start + len(inner) - len(inner.lstrip())
    return [(first, first + len(bare))] if bare else []


_MARKS: dict[str, FurnitureKind] = {"site": "site", "page_header": "running_header", "stamp": "stamp"}


def _set_apart(clean: CleanText, lines: Sequence[Line]) -> dict[int, tuple[int, FurnitureKind]]:
    """Start → end and kind of the lines that the file itself sets apart: menus of a site, page headers, stamps."""
    apart = [(mark.start, mark.end, _MARKS[mark.kind]) for mark in clean.source.marks if mark.kind in _MARKS]
    found: dict[int, tuple[int, FurnitureKind]] = {}
    if apart:
        for line in lines:
            start, end = clean.offsets.span(line.start, line.end)
            kind = next((kind for first, last, kind in apart if first <= start and end <= last), None)
            if kind is not None:
                found[line.start] = (line.end, kind)
    return found


def _column(clean: CleanText, offset: int) -> int:
    """The column of the source at which a clean offset stands: edits shift what is printed behind them."""
    place = clean.offsets.start(offset)
    return place - (clean.source.text.rfind("\n", 0, place) + 1)
