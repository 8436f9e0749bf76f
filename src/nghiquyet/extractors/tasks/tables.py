"""Tables of tasks: «TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn hoàn thành»."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nghiquyet.extractors.mentions.agencies import read_agencies
from nghiquyet.extractors.tasks.assignments import Named, in_role, verb_at
from nghiquyet.model import AgencyRole, Period, Span
from nghiquyet.records import AgencyMention, OutlineBlock, OutlineCell
from nghiquyet.text import patterns as re

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("supporting", re.compile(r"phối hợp")),
    ("due", re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành|lộ trình")),
    ("monitoring", re.compile(r"phụ trách chỉ đạo|theo dõi|đôn đốc|cá nhân phụ trách|lãnh đạo phụ trách")),
    (
        "lead",
        re.compile(
            r"chủ trì|(?:cơ quan|đơn vị|tổ chức|người)\s+(?:\w+\s+)?(?:thực hiện|phụ trách|đầu mối)|chịu trách nhiệm",
            re.IGNORECASE,
        ),
    ),
    ("task", re.compile(r"nhiệm vụ|nội dung|công việc|đề án|hoạt động|giải pháp|đầu việc")),
)
_NUMBERING = re.compile(r"\(?(?:[IVXL]+|\d{1,3}(?:\.\d{1,2})*|[a-zđ])\)?[.)]?$")
_NUMBER_COLUMN = re.compile(r"(?:S?TT|Số TT|STT)$")
_SAME = re.compile(r"(?:-?\s*(?:nt|NT|Nt)\s*-?|[Nn]hư trên|\"|”)$")
_YEAR = re.compile(r"(?:20\d\d)$")
_PIECES = re.compile(r"[;\n]+\s*[-+]?\s*")
FEWEST_WORDS = 3
LONGEST_HEADER = 80


@dataclass(frozen=True, slots=True)
class Row:
    """A row that sets a task. ``due`` is the cell that says when."""

    task: OutlineCell
    agencies: tuple[tuple[OutlineCell, Named], ...]
    due: OutlineCell | None


def task_rows(table: OutlineBlock) -> Iterator[Row]:
    """The rows of a table whose header names a column of tasks and one of bodies; nothing for other tables."""
    columns: dict[str, int] = {}
    previous: dict[str, OutlineCell] = {}
    for cells in _rows(table):
        if not columns:
            columns = _columns(cells)
            continue
        place = columns["task"]
        if len(cells) <= max(columns.values()) or not _is_task(cells[place].passage.text):
            continue
        named: list[tuple[OutlineCell, Named]] = []
        due: OutlineCell | None = None
        for column, index in columns.items():
            cell = cells[index]
            if _SAME.match(cell.passage.text.strip()) and column in previous:
                cell = previous[column]
            previous[column] = cell
            if column == "due":
                due = cell
            elif column != "task":
                named += [(cell, one) for one in _bodies(cell.passage.text, _ROLES[column])]
        yield Row(cells[place], tuple(named), due)


def _rows(table: OutlineBlock) -> Iterator[tuple[OutlineCell, ...]]:
    """The rows; where a text carrier has run rows together, the cells from one number of the first column to the next."""
    row: list[OutlineCell] = []
    number = 0
    for cells in table.rows:
        texts = [cell.passage.text.strip() for cell in cells]
        if not (_NUMBER_COLUMN.match(texts[0]) or row) or (not row and "" not in texts[1:]):
            yield cells
            continue
        for cell, text in zip(cells, texts, strict=True):
            if text == str(number + 1) or (row and not number and not text and len(row) > 1):
                if row:
                    yield tuple(row)
                row = []
                number += text != ""
            if text:
                row.append(cell)
    if row:
        yield tuple(row)


_ROLES: dict[str, AgencyRole] = {"lead": "lead", "supporting": "supporting", "monitoring": "monitoring"}


def _columns(cells: tuple[OutlineCell, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        text = cell.passage.text.lower()
        if len(text) > LONGEST_HEADER:
            break
        column = next((name for name, words in _COLUMNS if name not in found and words.search(text)), None)
        if column is not None:
            found[column] = index
    return found if "task" in found and "lead" in found else {}


def _is_task(text: str) -> bool:
    stripped = text.strip()
    return _NUMBERING.match(stripped) is None and len(stripped.split()) >= FEWEST_WORDS


def _bodies(text: str, role: AgencyRole) -> tuple[Named, ...]:
    """Every body of a cell; words that no table knows stand as printed, piece by piece."""
    found: list[Named] = []
    position = 0
    for piece in _PIECES.split(text):
        start = text.index(piece, position)
        position = start + len(piece)
        bodies, after = read_agencies(text, start, position, verb_at)
        if bodies and not text[after:position].strip(" ,.;"):
            found += in_role(bodies, role)
        elif piece.strip(" ,.-"):
            end = start + len(piece.rstrip(" ,.;"))
            found.append((AgencyMention(start, end, text[start:end], rule="tables.cell"), role))
    return tuple(found)


def bare_year(cell: OutlineCell) -> Period | None:
    """«2030» alone in the column of deadlines."""
    text = cell.passage.text.strip()
    if _YEAR.match(text) is None:
        return None
    start = cell.passage.text.index(text)
    span: Span = cell.passage.span(start, start + len(text))
    return Period(text=text, start=date(int(text), 1, 1), end=date(int(text), 12, 31), precision="year", span=span)
