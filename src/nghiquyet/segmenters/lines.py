"""The lines of a clean text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nghiquyet.records import CleanText
from nghiquyet.text import patterns as re

if TYPE_CHECKING:
    from nghiquyet.segmenters.tables import Table

# Every character at which str.splitlines breaks: form feeds stand at page ends in texts taken from PDF files.
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
    """A line of a cell."""
    table: "Table | None" = None
    """The table that these lines hold, all of its rows in one."""

    def at(self, index: int) -> "Line":
        """The same line at another place."""
        if index == self.index:
            return self
        return Line(index, self.start, self.end, self.text, self.blank_before, self.new_page, self.cell, self.table)


# A label on a line of its own, its number or its text on the next: «Điều⏎4. Điều khoản thi hành», «2.⏎Giao …», «I.⏎QUAN ĐIỂM».
_LABEL_WORD = re.compile(r"(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)")
_WORDED_LABEL = re.compile(r"(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s+(?:\d|[IVX]+\b|thứ)")
_NUMBER = re.compile(r"\d{1,3}[a-zđ]?\s*(?:[.:]|$)|[IVXLC]{1,6}(?:[.:]|$)")
_LONE_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.|[IVX]{1,5}[.\-]|[a-zđ]\)|\(\d{1,2}\)|\[\d{1,2}\]|[-+]")
# «PHỤ⏎LỤC I», broken behind its first word.
_CUT_LABELS = {"PHỤ": "LỤC", "Phụ": "lục"}
# «Quốc hội khóa⏎XV.» counts a term.
_COUNTS = re.compile(r"(?:khóa|khoá|Khóa|Khoá|thứ|Đại hội|[Qq]uý|loại|hạng)$")
_CONTENT = re.compile(r"[^\W\d_]|[“\"]")


def split_lines(clean: CleanText) -> tuple[Line, ...]:
    """The lines of ``clean`` that hold anything but blanks, in order."""
    lines: list[Line] = []
    offset = ends = 0
    new_page = False
    for raw in clean.text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = offset + len(raw) - len(raw.lstrip())
            blank = new_page or ends > 1
            lines.append(Line(len(lines), start, start + len(stripped), stripped, blank, new_page))
            ends, new_page = 0, False
        offset += len(raw)
        ends += 1
        new_page = new_page or raw.endswith("\f")
    return tuple(lines)


def join_labels(lines: Sequence[Line], text: str) -> tuple[Line, ...]:
    """The lines, a label that stands alone put before what it labels."""
    if not any(len(line.text) <= MOST_LABEL and (line.text == "*" or _is_lone(line)) for line in lines):
        return tuple(lines)
    joined: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        following = lines[index + 1] if index + 1 < len(lines) else None
        index += 1
        before = joined[-1] if joined else None
        counted = bool(joined) and not line.blank_before and _COUNTS.search(joined[-1].text) is not None
        drawn = _is_star(line, before, following)
        if following is not None and (
            drawn or (len(line.text) <= MOST_LABEL and not counted and _belongs_to(line, following))
        ):
            # As long as it stands in the text, so that offsets into the line are offsets into the text.
            whole = _BREAK.sub(" ", text[line.start : following.end]).replace("\r", " ")
            line = replace(line, end=following.end, text=whole)
            index += 1
        joined.append(line.at(len(joined)))
    return tuple(joined)


MOST_LABEL = 12
MOST_NAME = 4
"""Blanks in the name of a signer: «*⏎Trịnh Việt Hùng» is a mark of the seal."""


def _is_star(line: Line, before: Line | None, following: Line | None) -> bool:
    """«*⏎Đối với dự thảo nghị quyết mới …» behind a finished line is an item; under a name in a header it is a rule."""
    return (
        line.text == "*"
        and before is not None
        and following is not None
        and before.text[-1] in ".;:"
        and following.text[0].isupper()
        and not following.text.isupper()
        and following.text.count(" ") > MOST_NAME
        and _CONTENT.match(following.text) is not None
    )


def _is_lone(line: Line) -> bool:
    return (
        line.text in _CUT_LABELS
        or _LABEL_WORD.fullmatch(line.text) is not None
        or _LONE_LABEL.fullmatch(line.text) is not None
    )


def _belongs_to(line: Line, following: Line) -> bool:
    if line.table is not None or following.table is not None or following.new_page or line.cell or following.cell:
        return False
    if line.text in _CUT_LABELS and not following.blank_before:
        return following.text.startswith(_CUT_LABELS[line.text])
    if _LABEL_WORD.fullmatch(line.text):
        return _NUMBER.match(following.text) is not None
    if _LONE_LABEL.fullmatch(line.text) is None or _CONTENT.match(following.text) is None:
        return False
    return _WORDED_LABEL.match(following.text) is None
