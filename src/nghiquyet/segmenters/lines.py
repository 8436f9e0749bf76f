"""The lines of a clean text."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nghiquyet.records import CleanText

if TYPE_CHECKING:
    from nghiquyet.segmenters.tables import Table

# Every character at which str.splitlines breaks: form feeds stand at page ends in texts taken from PDF files.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: ``[start, end)`` are clean offsets without the blanks around it."""

    index: int
    """Place among the lines that are not blank."""
    start: int
    end: int
    text: str
    blank_before: bool
    """A blank line, or a page break, stands before it."""
    new_page: bool = False
    """A form feed stands before it."""
    cell: bool = False
    """A line of a cell: what a table draws stands around it."""
    table: "Table | None" = None
    """The table that these lines hold, all of its rows in one."""


def split_lines(clean: CleanText) -> tuple[Line, ...]:
    """The lines of ``clean`` that hold anything but blanks, in order."""
    text = clean.text
    lines: list[Line] = []
    position = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        gap = text[position:start]
        new_page = "\f" in gap
        blank = new_page or (len(gap) > 1 and len(_BREAK.findall(gap)) > 1)
        lines.append(Line(len(lines), start, start + len(stripped), stripped, blank, new_page))
        position = start + len(stripped)
    return tuple(lines)
