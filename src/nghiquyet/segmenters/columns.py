"""Columns that only the place in the line shows: under groups of dashes, or set apart by blanks."""

from collections.abc import Callable, Sequence

from nghiquyet.segmenters.lines import Line
from nghiquyet.segmenters.passages import Piece
from nghiquyet.text import patterns as re

Row = tuple[tuple[Piece, ...], ...]

_DASHES = re.compile(r"-{3,}(?: +-{2,})+")
_GROUP = re.compile(r"-+")
_SEGMENT = re.compile(r"\S+(?: \S+)*")
_WIDE_GAP = re.compile(r"\S {3,}\S")
MOST_LINES = 400
LEAST_ROWS = 3


def dashed_columns(
    lines: Sequence[Line], index: int, columns: Callable[[int], int]
) -> tuple[int, list[Row], int] | None:
    """Last line, rows and number of header rows of a pandoc table that opens at ``index``; None when none does."""
    opening = lines[index]
    if not _DASHES.fullmatch(opening.text):
        return None
    borders = [columns(opening.start + match.start()) for match in _GROUP.finditer(opening.text)]
    rows: list[list[list[Piece]]] = []
    headers = 0
    # A letterhead of two columns stands between two lines of dashes; a table may have a third below its header.
    for place in range(index + 1, min(index + MOST_LINES, len(lines))):
        line = lines[place]
        if _DASHES.fullmatch(line.text):
            following = lines[place + 1 : place + 2]
            if following and not following[0].blank_before and not headers and place - index < 6:
                headers = len(rows)
                continue
            return place, [tuple(tuple(cell) for cell in row) for row in rows], headers
        cells = _under(line, borders, columns)
        if line.blank_before or not rows:
            rows.append([[] for _ in borders])
        for number, pieces in cells:
            rows[-1][number].extend(pieces)
    return None


def _under(line: Line, borders: Sequence[int], columns: Callable[[int], int]) -> list[tuple[int, list[Piece]]]:
    """The stretches of a line by the column that they stand under."""
    found: list[tuple[int, list[Piece]]] = []
    for match in _SEGMENT.finditer(line.text):
        start = line.start + match.start()
        column = columns(start)
        number = max((i for i, border in enumerate(borders) if border <= column + 1), default=0)
        piece = (start, line.start + match.end())
        if found and found[-1][0] == number:
            first = found[-1][1][-1][0]
            found[-1][1][-1] = (first, piece[1])
        else:
            found.append((number, [piece]))
    return found


def aligned_columns(lines: Sequence[Line], index: int, columns: Callable[[int], int]) -> tuple[int, list[Row]] | None:
    """Last line and rows of lines that hold several stretches at the same columns; None where fewer than three do."""
    if not _WIDE_GAP.search(lines[index].text):
        return None
    rows: list[Row] = []
    starts: list[int] = []
    last = index
    for place in range(index, min(index + MOST_LINES, len(lines))):
        line = lines[place]
        if not _WIDE_GAP.search(line.text) or (place > index and line.new_page):
            break
        cells = _wide_segments(line)
        places = [columns(start) for start, _ in cells]
        if starts and sum(any(abs(column - known) <= 2 for known in starts) for column in places) < 1:
            break
        starts = [*starts, *(column for column in places if all(abs(column - known) > 2 for known in starts))]
        rows.append(tuple((cell,) for cell in cells))
        last = place
    return (last, rows) if len(rows) >= LEAST_ROWS else None


def _wide_segments(line: Line) -> list[Piece]:
    pieces: list[Piece] = []
    for match in re.finditer(r"\S+(?: {1,2}\S+)*", line.text):
        pieces.append((line.start + match.start(), line.start + match.end()))
    return pieces
