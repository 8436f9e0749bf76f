"""Pages of placed text: what stands where on a page, put into reading order.

PDF text layers and recognised pictures both come here as segments: stretches of one line without a wide gap. Lines are
put together again, a letterhead or signature of two columns is read column by column, paragraphs are told apart by
their indents and gaps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from nghiquyet.readers.composer import Composer
from nghiquyet.readers.grids import Cell, Grid

WIDE_GAP = 1.8
"""Times the letter size: a gap that no justified line has between two words."""
MOST_COLUMN_ROWS = 45
"""A letterhead or signature has no more lines than this."""
LEAST_GUTTER = 6.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line. Offsets grow to the right and downwards, in points."""

    left: float
    right: float
    baseline: float
    size: float
    """Height of its letters, as a font size."""
    text: str
    raised: tuple[tuple[int, int], ...] = ()
    """Stretches of ``text`` that are printed as superscripts."""
    place: int = 0
    """Where the file has it, among the segments of its page."""


@dataclass(slots=True)
class _Row:
    """Segments on one baseline, from left to right."""

    segments: list[Segment]

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return max(segment.right for segment in self.segments)

    @property
    def baseline(self) -> float:
        return max(self.segments, key=lambda segment: segment.size).baseline

    @property
    def size(self) -> float:
        return max(segment.size for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of body text begin and end, and how far apart they stand."""

    left: float
    right: float
    pitch: float


def compose_page(
    out: Composer, segments: Sequence[Segment], width: float, height: float, grids: Sequence[Grid] = ()
) -> None:
    """Writes one page: its lines in reading order, each with its box, its ruled tables cell by cell, and the page end."""
    inside = [[item for item in segments if grid.holds((item.left + item.right) / 2, item.baseline)] for grid in grids]
    taken = {id(item) for items in inside for item in items}
    rows = _rows([item for item in segments if id(item) not in taken])
    margins = _margins(rows, width)
    done = 0
    for grid, items in zip(grids, inside, strict=True):
        above = next((index for index, row in enumerate(rows) if row.baseline > grid.ys[0]), len(rows))
        _compose_rows(out, rows[done:above], margins, height)
        done = max(done, above)
        _write_grid(out, grid, items, height)
    _compose_rows(out, rows[done:], margins, height)
    out.end_line()
    out.end_page(width, height)


def _compose_rows(out: Composer, rows: Sequence[_Row], margins: Margins, height: float) -> None:
    """Lines as paragraphs; a letterhead or signature column by column."""
    index = 0
    before: _Row | None = None
    while index < len(rows):
        gutter, last = _columns(rows, index, margins)
        if gutter is not None:
            out.end_paragraph() if before is not None else None
            _write_columns(out, rows[index : last + 1], gutter, height)
            before = None
            index = last + 1
            continue
        row = rows[index]
        if before is None or _opens_paragraph(before, row, margins):
            out.end_paragraph() if index else None
        _write_row(out, row, height)
        before = row
        index += 1


def _write_grid(out: Composer, grid: Grid, segments: Sequence[Segment], height: float) -> None:
    """A table row by row: every line of a cell stands in it, however high the cells beside it are."""
    cells = list(grid.cells())
    texts: dict[tuple[int, int], list[Segment]] = {(cell.row, cell.column): [] for cell in cells}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for cell in cells:
        place = cell.row, cell.column
        above = owner.get((cell.row - 1, cell.column))
        owner[place] = place if cell.opens or above is None else above
    for item in segments:
        found = next((cell for cell in cells if _is_in(cell, grid, item)), None)
        if found is not None:
            texts[owner[found.row, found.column]].append(item)
    out.end_paragraph()
    start = out.length
    for cell in cells:
        out.end_paragraph()
        begin = out.length
        for row in _rows(texts[cell.row, cell.column]):
            _write_row(out, row, height)
        out.mark("cell", begin, value=f"{cell.row},{cell.column},{cell.spanned}")
    if out.length > start:
        out.mark("table", start, value=f"{len(grid.ys) - 1}x{len(grid.xs) - 1}")
    out.end_paragraph()


def _is_in(cell: Cell, grid: Grid, item: Segment) -> bool:
    middle = (item.left + item.right) / 2
    line = item.baseline - 0.3 * item.size
    return (
        grid.ys[cell.row] <= line <= grid.ys[cell.row + 1]
        and grid.xs[cell.column] <= middle <= grid.xs[cell.column + cell.spanned]
    )


def _rows(segments: Sequence[Segment]) -> list[_Row]:
    """Segments put on common baselines, from the top down; neighbours without a wide gap are one segment."""
    rows: list[_Row] = []
    for segment in sorted(segments, key=lambda item: (-round(item.size), item.baseline)):
        row = next((row for row in reversed(rows) if _on_line(segment, row)), None)
        if row is None:
            rows.append(_Row([segment]))
        else:
            row.segments.append(segment)
    for row in rows:
        row.segments = _merged(sorted(row.segments, key=lambda item: item.left))
    return sorted(rows, key=lambda row: (row.baseline, row.left))


def _on_line(segment: Segment, row: _Row) -> bool:
    """On the same baseline; or small and a little above it, as the mark of a note is."""
    first = row.segments[0]
    below = segment.baseline - first.baseline
    if segment.size >= 0.8 * first.size:
        return abs(below) <= 0.35 * first.size
    return -0.75 * first.size <= below <= 0.2 * first.size and _beside(segment, row)


def _beside(segment: Segment, row: _Row) -> bool:
    """Whether a small segment touches one of the row: a footnote below does not."""
    return any(
        -0.6 * other.size <= segment.left - other.right <= 0.6 * other.size
        or -0.6 * other.size <= other.left - segment.right <= 0.6 * other.size
        for other in row.segments
    )


def _merged(segments: Sequence[Segment]) -> list[Segment]:
    merged: list[Segment] = []
    for segment in segments:
        last = merged[-1] if merged else None
        if last is None or segment.left - last.right > WIDE_GAP * max(last.size, segment.size):
            merged.append(segment)
        else:
            merged[-1] = _joined(last, segment)
    return merged


def _joined(first: Segment, second: Segment) -> Segment:
    size = max(first.size, second.size)
    spaced = first.text[-1:].isspace() or second.text[:1].isspace()
    blank = "" if spaced or second.left - first.right < 0.18 * size else " "
    raised = tuple(first.raised)
    small = second.size < 0.8 * first.size and first.baseline - second.baseline > 0.12 * first.size
    lead = first.size < 0.8 * second.size and second.baseline - first.baseline > 0.12 * second.size
    shift = len(first.text) + len(blank)
    if small:
        raised += ((shift, shift + len(second.text)),)
    elif lead:
        raised = ((0, len(first.text)),)
    raised += tuple((start + shift, end + shift) for start, end in second.raised)
    larger = first if first.size >= second.size else second
    return Segment(
        first.left,
        max(first.right, second.right),
        larger.baseline,
        size,
        first.text + blank + second.text,
        raised,
        first.place,
    )


def _margins(rows: Sequence[_Row], width: float) -> Margins:
    """The commonest left edge, the right edge and the pitch of the long lines."""
    long = [row for row in rows if len(row.segments) == 1 and row.right - row.left > 0.55 * width] or list(rows)
    if not long:
        return Margins(0.0, width, 0.0)
    lefts = sorted(row.left for row in long)
    left = lefts[len(lefts) // 4] if len(lefts) > 3 else lefts[0]
    right = sorted(row.right for row in long)[-max(1, len(long) // 4)]
    pitches = [
        after.baseline - row.baseline
        for row, after in pairwise(rows)
        if 0 < after.baseline - row.baseline < 4 * row.size
    ]
    return Margins(left, right, median(pitches) if pitches else 0.0)


def _opens_paragraph(before: _Row, row: _Row, margins: Margins) -> bool:
    """Behind a gap, or indented: a line set in the middle is a title and no paragraph of its own."""
    if margins.pitch and row.baseline - before.baseline > 1.3 * margins.pitch:
        return True
    if abs(row.size - before.size) > 0.15 * before.size:
        return True
    indent = row.left - margins.left
    if indent < 0.8 * row.size or _is_centred(row, margins):
        return False
    # An item set in with all its lines opens nothing at its second line.
    return row.left - before.left > 0.5 * row.size or before.right < margins.right - 3 * row.size


def _is_centred(row: _Row, margins: Margins) -> bool:
    left, right = row.left - margins.left, margins.right - row.right
    return left > 1.5 * row.size and abs(left - right) < 0.9 * row.size


def _columns(rows: Sequence[_Row], start: int, margins: Margins) -> tuple[float | None, int]:
    """Where two columns part, and their last row; None where the rows from ``start`` are no two columns.

    A letterhead prints issuer and state side by side, a signature the recipients and the signer: the same gap runs
    through all their lines, and at least one line has both.
    """
    row = rows[start]
    paired = next(
        (place for place in range(start, min(start + 4, len(rows))) if len(rows[place].segments) == 2),
        None,
    )
    if paired is None or (paired > start and not _beside_gutter(rows, start, paired, margins)):
        return None, start
    low, high = rows[paired].segments[0].right, rows[paired].segments[1].left
    last = start
    pairs = 0
    for place in range(start, min(start + MOST_COLUMN_ROWS, len(rows))):
        row = rows[place]
        if len(row.segments) > 2:
            break
        new_low, new_high = low, high
        for segment in row.segments:
            middle = (low + high) / 2
            if segment.right <= middle + 2 or segment.right < high - LEAST_GUTTER:
                new_low = max(new_low, segment.right)
            elif segment.left >= middle - 2 or segment.left > low + LEAST_GUTTER:
                new_high = min(new_high, segment.left)
            else:
                new_low, new_high = 1.0, 0.0
        if new_high - new_low < LEAST_GUTTER or (len(row.segments) == 1 and _spans(row, new_low, new_high)):
            break
        if len(row.segments) == 1 and place > start and _is_far(rows[place - 1], row, margins):
            break
        low, high = new_low, new_high
        pairs += len(row.segments) == 2
        last = place
    # Full-width lines end where the last of both columns stands, unless the left column goes on.
    if not pairs or _is_table(rows[start : last + 1]):
        return None, start
    return (low + high) / 2, last


def _beside_gutter(rows: Sequence[_Row], start: int, paired: int, margins: Margins) -> bool:
    """Whether the single lines above the first pair stand wholly in one of its columns."""
    low, high = rows[paired].segments[0].right, rows[paired].segments[1].left
    middle = (low + high) / 2
    for place in range(start, paired):
        (segment,) = rows[place].segments[:1]
        if len(rows[place].segments) != 1 or not (segment.right < middle or segment.left > middle):
            return False
        if segment.left - margins.left < 2 and margins.right - segment.right < 3 * segment.size:
            return False
        if _is_far(rows[place], rows[place + 1], margins):
            return False
    return True


def _spans(row: _Row, low: float, high: float) -> bool:
    return row.left < low and row.right > high


def _is_far(before: _Row, row: _Row, margins: Margins) -> bool:
    return row.baseline - before.baseline > 6 * max(margins.pitch, row.size)


_LETTERHEAD = (
    "CỘNG H",
    "ĐẢNG CỘNG",
    "Độc lập",
    "Nơi nhận",
    "T/M",
    "TM.",
    "KT.",
    "K/T",
    "T/L",
    "TL.",
    "CHỦ TỊCH",
    "BÍ THƯ",
)


def _is_table(rows: Sequence[_Row]) -> bool:
    """Rows with figures in the right column, and no word of a letterhead or signature."""
    texts = [segment.text for row in rows for segment in row.segments]
    return not any(word in text for text in texts for word in _LETTERHEAD)


def _write_columns(out: Composer, rows: Sequence[_Row], gutter: float, height: float) -> None:
    """The left column, then the right one, each as a paragraph of lines."""
    for side in (0, 1):
        out.end_paragraph()
        before: Segment | None = None
        for row in rows:
            for segment in row.segments:
                if (segment.left >= gutter) == bool(side):
                    if before is not None and segment.baseline - before.baseline > 2.6 * before.size:
                        out.end_paragraph()
                    _write_segment(out, segment, height)
                    out.end_line()
                    before = segment
    out.end_paragraph()


def _write_row(out: Composer, row: _Row, height: float) -> None:
    for number, segment in enumerate(row.segments):
        if number:
            out.write("   ")
        _write_segment(out, segment, height)
    out.end_line()


def _write_segment(out: Composer, segment: Segment, height: float) -> None:
    lead = len(segment.text) - len(segment.text.lstrip())
    text = segment.text.strip()
    start = out.length
    out.write(text)
    for first, last in segment.raised:
        first, last = max(first - lead, 0), min(last - lead, len(text))
        if first < last:
            out.mark("superscript", start + first, start + last)
    top = segment.baseline - segment.size
    box = (segment.left, height - segment.baseline, segment.right, height - top)
    out.mark("box", start, value=",".join(f"{value:.1f}" for value in box))
