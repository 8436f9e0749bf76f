"""The lines of a text sorted out: tables, furniture and footnotes set apart, the rest put together to paragraphs."""

from dataclasses import dataclass, replace

from nghiquyet.model import FurnitureKind
from nghiquyet.records import CleanText
from nghiquyet.segmenters.footnotes import FootnoteBody, find_footnotes
from nghiquyet.segmenters.furniture import find_furniture, text_on_site
from nghiquyet.segmenters.lines import Line, join_labels, split_lines
from nghiquyet.segmenters.paragraphs import Unit, gather
from nghiquyet.segmenters.tables import arrange

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
    first, last = text_on_site(raw)
    site: list[Found] = [
        (line.start, line.end, "site", "furniture.text_on_site") for line in (*raw[:first], *raw[last:])
    ]
    inner = [replace(line, index=place) for place, line in enumerate(raw[first:last])] if first else raw[:last]
    lines, drawn = arrange(inner, clean.text, lambda offset: _column(clean, offset))
    lines = join_labels(lines, clean.text)
    by_line = find_furniture(lines)
    footnotes = find_footnotes(clean.text, lines, frozenset(by_line))
    skipped = frozenset(by_line) | {line.index for note in footnotes for line in note.lines}
    found: list[Found] = [
        *site,
        *((start, end, "rule", "tables.drawn_parts") for start, end in drawn),
        *((lines[index].start, lines[index].end, kind, rule) for index, (kind, rule) in by_line.items()),
    ]
    return Layout(lines, gather(lines, skipped), footnotes, tuple(sorted(found)), by_line)


def _column(clean: CleanText, offset: int) -> int:
    """The column of the source at which a clean offset stands: edits shift what is printed behind them."""
    place = clean.offsets.start(offset)
    return place - (clean.source.text.rfind("\n", 0, place) + 1)
