"""Tables: rows and cells where the text gives them, in the forms that converters write.

Each rule looks at the lines from one place on and answers a Table or nothing; ``TABLE_RULES`` is their order. A table
that only lays out a letterhead or a signature block is no table of the text: it is dissolved into the lines of its cells.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nghiquyet.segmenters.columns import aligned_columns, dashed_columns
from nghiquyet.segmenters.lines import Line
from nghiquyet.segmenters.passages import Piece
from nghiquyet.text import patterns as re

Cells = tuple[tuple[Piece, ...], ...]
"""One row: the pieces of each cell."""

_GRID_BORDER = re.compile(r"\+(?:[-=:]+\+)+")
_SEPARATOR = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_BAR = re.compile(r"\|+")
_INNER_BAR = re.compile(r"\S\s+\|\s*(?:\S|$)")
_LAYOUT = re.compile(
    r"CỘNG H[ÒO][ÀA]|ĐẢNG CỘNG S[ẢẲ]N|Độc lập\s*-|N[ơo]i nh[ậâ]n|Số hiệu:|(?:^|[|\s])(?:TM|T/M|KT|K/T|TL|T/L)\s?\.?\s?[A-ZĐ]{3}"
    r"|^\|?\s*(?:Nghị quyết |Luật )?[Ss]ố\s*:?\s*\d{0,4}[^|]{0,8}[-/][^|]*\|.*ngày|\(?[Đđ]ã ký\)?"
)
MOST_LAYOUT_ROWS = 30
# A line that opens a part of the text, inside what would be a cell of many lines.
_STRUCTURE = re.compile(
    r"(?:Điều \d+[.:]|QUYẾT NGHỊ|Chương [IVX\d]+|PHỤ LỤC|Phụ lục [IVX\d]+$|Căn cứ |CHƯƠNG [IVX]+|Mẫu số|MẪU SỐ"
    r"|(?:NGHỊ QUYẾT|KẾT LUẬN|CHỈ THỊ|QUY ĐỊNH|THÔNG BÁO|QUYẾT ĐỊNH|HƯỚNG DẪN|KẾ HOẠCH|QUY CHẾ|CHƯƠNG TRÌNH)$)"
)
MOST_CELL_LINES = 40
MOST_COLUMNS = 16
MOST_RECIPIENTS = 60


@dataclass(frozen=True, slots=True)
class Table:
    """Lines ``first`` to ``last`` as rows of cells; pieces are stretches of the clean text."""

    first: int
    last: int
    rows: tuple[Cells, ...]
    headers: int
    """How many rows at the top name the columns."""
    layout: bool
    """Only lays out a letterhead or signatures."""
    rule: str


def find_tables(lines: Sequence[Line], text: str, columns: Callable[[int], int]) -> dict[int, Table]:
    """First line index → table. ``columns`` gives the column in the source at which a clean offset stands."""
    found: dict[int, Table] = {}
    if not _may_hold_tables(text):
        return found
    bars = _bar_clusters(lines)
    index = 0
    while index < len(lines):
        table = next(
            (table for rule in TABLE_RULES if (table := rule(lines, index, columns, bars)) is not None),
            None,
        )
        if table is None:
            index += 1
            continue
        found[index] = table
        index = table.last + 1
    return found


def _may_hold_tables(text: str) -> bool:
    return "|" in text or "¦" in text or "---" in text or "   " in text


def _table(
    lines: Sequence[Line], first: int, last: int, rows: Sequence[Cells], headers: int, rule: str
) -> Table | None:
    if not any(cell for row in rows for cell in row):
        return None
    layout = (
        len(rows) <= MOST_LAYOUT_ROWS
        and (
            any(_LAYOUT.search(line.text) for line in lines[first : last + 1])
            # «ĐẢNG CỘNG⏎SẢN VIỆT NAM»
            or _LAYOUT.search(" ".join(line.text for line in lines[first : last + 1])) is not None
        )
    )
    return Table(first, last, tuple(rows), headers, layout, f"tables.{rule}")


def _cells(line: Line, bar: str) -> Cells:
    """The stretches between the bars of a line; a bar at its edge opens or closes the row."""
    cells: list[tuple[Piece, ...]] = []
    position = 0
    parts = line.text.split(bar)
    for place, part in enumerate(parts):
        stripped = part.strip()
        edge = place in (0, len(parts) - 1)
        if stripped:
            start = line.start + position + part.index(stripped[0])
            cells.append(((start, start + len(stripped)),))
        elif not edge:
            cells.append(())
        position += len(part) + 1
    return tuple(cells)


Clusters = dict[int, int]
TableRule = Callable[[Sequence[Line], int, Callable[[int], int], Clusters], Table | None]


def barred_rows(lines: Sequence[Line], index: int, columns: Callable[[int], int], bars: Clusters) -> Table | None:
    """«| a | b |», «a | b», «a ¦ b»: one row per line."""
    mark = _row_mark(lines[index].text)
    if mark is None:
        return None
    rows: list[Cells] = []
    headers = 0
    last = index
    while last < len(lines) and (_row_mark(lines[last].text) == mark or _SEPARATOR.fullmatch(lines[last].text)):
        if _SEPARATOR.fullmatch(lines[last].text):
            headers = headers or len(rows)
        else:
            rows.append(_cells(lines[last], mark))
        last += 1
    lone = len(rows) == 1 and not lines[index].text.startswith(mark)
    if not rows or (lone and not _LAYOUT.search(lines[index].text)):
        return None
    if mark == "¦" and not headers and len(rows) > 1:
        headers = 1
    return _table(lines, index, last - 1, rows, headers, "barred_rows")


def _row_mark(text: str) -> str | None:
    if "¦" in text:
        return "¦"
    if "|" not in text or _GRID_BORDER.match(text):
        return None
    if text.startswith("|"):
        return "|" if text.count("|") > 1 and not _BAR.fullmatch(text) else None
    return "|" if _INNER_BAR.search(text) and not text.endswith("|") else None


def grid(lines: Sequence[Line], index: int, columns: Callable[[int], int], bars: Clusters) -> Table | None:
    """A pandoc grid: «+---+---+» between rows, «|» between cells; a cell may take several lines."""
    if not _GRID_BORDER.fullmatch(lines[index].text):
        return None
    rows: list[Cells] = []
    current: list[list[Piece]] = []
    headers = 0
    last = index
    for place in range(index, len(lines)):
        line = lines[place]
        if _GRID_BORDER.match(line.text):
            if current:
                rows.append(tuple(tuple(cell) for cell in current))
                if "=" in line.text:
                    headers = len(rows)
            current = []
        elif line.text.startswith("|"):
            for number, cell in enumerate(_cells(line, "|")):
                while len(current) <= number:
                    current.append([])
                current[number].extend(cell)
        else:
            break
        last = place
    if current:
        rows.append(tuple(tuple(cell) for cell in current))
    return _table(lines, index, last, rows, headers, "grid")


def barred_debris(lines: Sequence[Line], index: int, columns: Callable[[int], int], bars: Clusters) -> Table | None:
    """A table whose bars stand on lines of their own, between the lines of the cells."""
    last = bars.get(index)
    if last is None:
        return None
    cells: list[tuple[Piece, ...]] = []
    current: list[Piece] = []
    for line in lines[index + 1 : last + 1]:
        if _BAR.fullmatch(line.text):
            cells.append(tuple(current))
            cells.extend(() for _ in range(len(line.text) - 1))
            current = []
        else:
            current.append((line.start, line.end))
    rows = _rows(cells)
    return _table(lines, index, last, [row for row in rows if any(row)], 1 if len(rows) > 2 else 0, "barred_debris")


def _rows(cells: Sequence[tuple[Piece, ...]]) -> list[Cells]:
    """Cells cut into rows: between the bar that closes a row and the one that opens the next stands nothing.

    Where rows are of unequal length (cells that span others were dropped), every empty place ends a row.
    """
    for width in range(2, min(MOST_COLUMNS, len(cells) // 2)):
        if not any(cells[width :: width + 1]):
            return [tuple(cells[place : place + width]) for place in range(0, len(cells), width + 1)]
    rows: list[Cells] = []
    current: list[tuple[Piece, ...]] = []
    for cell in (*cells, ()):
        if cell:
            current.append(cell)
        elif current:
            rows.append(tuple(current))
            current = []
    return rows


def _opens_part(gap: Sequence[Line], place: int) -> bool:
    """Whether a part of the text opens there: «Phụ⏎lục VI» cut by a wrap included."""
    text = gap[place].text
    if text in ("Phụ", "PHỤ"):
        return place + 1 < len(gap) and _SECOND_HALF.fullmatch(gap[place + 1].text) is not None
    return _STRUCTURE.match(text) is not None


_SECOND_HALF = re.compile(r"(?:lục|LỤC)(?:\s+[IVX\d]+)?")


def _bar_clusters(lines: Sequence[Line]) -> Clusters:
    """First → last line of each run of lone bars with at most a cell of text between two."""
    clusters: Clusters = {}
    first = last = -1
    count = 0
    for line in lines:
        if line.text[0] != "|" or not _BAR.fullmatch(line.text):
            continue
        gap = lines[last + 1 : line.index] if last >= 0 else ()
        most = MOST_RECIPIENTS if gap and gap[0].text.startswith(("Nơi nhận", "- ")) else MOST_CELL_LINES
        apart = len(gap) > most or (len(gap) > 1 and any(_opens_part(gap, place) for place in range(len(gap))))
        if last < 0 or apart:
            if count > 2:
                clusters[first] = last
            first, count = line.index, 0
        last = line.index
        count += 1
    if count > 2:
        clusters[first] = last
    return clusters


def dashed_rows(lines: Sequence[Line], index: int, columns: Callable[[int], int], bars: Clusters) -> Table | None:
    """A pandoc table: columns marked by groups of dashes above and below."""
    found = dashed_columns(lines, index, columns)
    if found is None:
        return None
    last, rows, headers = found
    return _table(lines, index, last, rows, headers, "dashed_rows")


def aligned_rows(lines: Sequence[Line], index: int, columns: Callable[[int], int], bars: Clusters) -> Table | None:
    """Columns set apart by blanks alone, over several lines."""
    found = aligned_columns(lines, index, columns)
    if found is None:
        return None
    last, rows = found
    return _table(lines, index, last, rows, 0, "aligned_rows")


TABLE_RULES: tuple[TableRule, ...] = (grid, dashed_rows, barred_debris, barred_rows, aligned_rows)


def arrange(lines: Sequence[Line], text: str, columns: Callable[[int], int]) -> tuple[Line, ...]:
    """The lines, each table as one of them."""
    tables = find_tables(lines, text, columns)
    if not tables:
        return tuple(lines)
    ends = {table.last for table in tables.values()}
    arranged: list[Line] = []
    index = 0
    while index < len(lines):
        table = tables.get(index)
        if table is None:
            behind = index > 0 and index - 1 in ends
            arranged.append(
                replace(lines[index], index=len(arranged), blank_before=lines[index].blank_before or behind)
            )
            index += 1
            continue
        first, last = lines[table.first], lines[table.last]
        arranged.append(
            Line(len(arranged), first.start, last.end, text[first.start : last.end], True, first.new_page, table=table)
        )
        index = table.last + 1
    return tuple(arranged)


def drawn_pieces(table: Table, text: str) -> list[Piece]:
    """What a layout table holds of rules drawn under a name: «-------», «*»."""
    pieces = [piece for row in table.rows for cell in row for piece in cell]
    return [(start, end) for start, end in pieces if _DRAWN.fullmatch(text, start, end)]


_DRAWN = re.compile(r"[-_=~–—*.…\s]{3,}|\*{1,3}|[-–—_]{2,}")
