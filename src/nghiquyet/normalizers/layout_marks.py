"""What a file's layout prints and its characters do not hold: automatic numbers, notes, raised digits, capitals, tables.

Each rule turns the marks of a reader into edits, so that a Word file reads like the text that it prints and every
character that was put in is listed.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from nghiquyet.records import LayoutMark, SourceText, TextEdit
from nghiquyet.text import patterns as re

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BREAKS = re.compile(r"[ \t]*\n\s*")
# A table that lays out a letterhead or the signatures is no table of the text.
_LAYOUT = re.compile(
    r"CỘNG H[ÒO][ÀA]|ĐẢNG CỘNG SẢN|Độc lập\s*-|N[ơo]i nh[ậâ]n\s*:|Số\s*:?\s*\d{0,5}\s?[-/].*\n[^\n]*\bngày\b"
    r"|(?:^|\n)(?:TM|T/M|KT|K/T|TL|T/L|TUQ)\s?\.?\s?[A-ZĐ]{3}|(?:^|\n)(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ)\b",
)
MOST_LAYOUT_ROWS = 8
MOST_LAYOUT_COLUMNS = 4
MOST_CELLS = 200_000


def layout_marks(source: SourceText) -> Iterator[TextEdit]:
    """Edits for the marks of ``source``; none for a plain text."""
    if not source.marks:
        return
    yield from _tables(source)
    for mark in source.marks:
        rule = _RULES.get(mark.kind)
        if rule is not None:
            yield from rule(source.text, mark)


def _generated_number(text: str, mark: LayoutMark) -> Iterator[TextEdit]:
    """«1.» that a list of Word prints before its paragraph."""
    yield TextEdit(mark.start, mark.start, f"{mark.value} ", "layout_marks.generated_number")


def _note_call(text: str, mark: LayoutMark) -> Iterator[TextEdit]:
    yield TextEdit(mark.start, mark.start, mark.value.translate(_RAISED), "layout_marks.note_call")


def _note_body(text: str, mark: LayoutMark) -> Iterator[TextEdit]:
    yield TextEdit(mark.start, mark.start, f"{mark.value.translate(_RAISED)} ", "layout_marks.note_body")


def _superscript(text: str, mark: LayoutMark) -> Iterator[TextEdit]:
    """«nổi bật1» with a raised 1 → «nổi bật¹»; «m2» → «m²»."""
    raised = text[mark.start : mark.end]
    if raised.isascii() and raised.isdigit():
        yield TextEdit(mark.start, mark.end, raised.translate(_RAISED), "layout_marks.superscript")


def _capitals(text: str, mark: LayoutMark) -> Iterator[TextEdit]:
    for match in re.finditer(r"[^\W\d_]+", text[mark.start : mark.end]):
        if not match.group().isupper() and len(match.group().upper()) == len(match.group()):
            start = mark.start + match.start()
            yield TextEdit(start, start + len(match.group()), match.group().upper(), "layout_marks.capitals")


_RULES = {
    "generated_number": _generated_number,
    "note_call": _note_call,
    "note_body": _note_body,
    "superscript": _superscript,
    "caps": _capitals,
}


def _tables(source: SourceText) -> Iterator[TextEdit]:
    """Bars around the cells of each table that is one: a row on a line, a line of dashes below its head."""
    reached = -1
    cells = [mark for mark in source.marks if mark.kind == "cell"][:MOST_CELLS]
    place = 0
    for table in (mark for mark in source.marks if mark.kind == "table"):
        if table.start < reached:
            continue
        while place < len(cells) and cells[place].start < table.start:
            place += 1
        inside: list[LayoutMark] = []
        for cell in cells[place:]:
            if cell.start > table.end:
                break
            if (not inside or cell.start >= inside[-1].end) and cell.end <= table.end:
                inside.append(cell)
        rows = [list(row) for _, row in groupby(inside, key=lambda cell: cell.value.split(",")[0])]
        if not is_data_table(source.text[table.start : table.end], rows):
            continue
        reached = table.end
        heads = sum(mark.kind == "header_row" and table.start <= mark.start < table.end for mark in source.marks)
        yield from _barred(source.text, rows, max(1, min(heads, len(rows) - 1)))


def is_data_table(text: str, rows: Sequence[Sequence[LayoutMark]]) -> bool:
    """Whether a table holds data: rows and columns, and nothing of a letterhead or a signature."""
    widest = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or widest < 2:
        return False
    small = len(rows) <= MOST_LAYOUT_ROWS and widest <= MOST_LAYOUT_COLUMNS
    return not (small and _LAYOUT.search(text))


def _barred(text: str, rows: Sequence[Sequence[LayoutMark]], heads: int) -> Iterator[TextEdit]:
    columns = max(sum(int(cell.value.split(",")[2]) for cell in row) for row in rows)
    closing = ""
    end = -1
    for number, row in enumerate(rows):
        opening = closing + "| "
        column = 0
        for cell in row:
            _, first, spanned = map(int, cell.value.split(","))
            start, stop = _stripped(text, cell)
            gap = opening + "| " * max(first - column, 0)
            yield TextEdit(start if end < 0 else min(end, start), start, gap, "layout_marks.table")
            for match in _BREAKS.finditer(text, start, stop):
                yield TextEdit(match.start(), match.end(), " ", "layout_marks.cell")
            opening = " " + "| " * spanned
            column, end = first + spanned, stop
        closing = " |" + " |" * max(columns - column, 0) + "\n"
        if number + 1 == heads:
            closing += "|" + " --- |" * columns + "\n"
    if end >= 0:
        last = closing.rstrip("\n") if len(rows) > heads else closing
        # Behind an empty cell the next paragraph begins at once.
        glued = bool(text[end : end + 1].strip())
        yield TextEdit(end, end, last.rstrip("\n") + "\n\n" if glued else last, "layout_marks.table")


def _stripped(text: str, cell: LayoutMark) -> tuple[int, int]:
    start, end = cell.start, cell.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


__all__ = ["is_data_table", "layout_marks"]
