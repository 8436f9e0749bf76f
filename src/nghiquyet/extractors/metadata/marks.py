"""Marks beside the header: secrecy, urgency, draft, circulation."""

from typing import Literal

from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.model import Mark
from nghiquyet.text import patterns as re

Kind = Literal["secrecy", "urgency", "draft", "circulation", "stamp"]

_MARKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("secrecy", re.compile(r"\(?(?:TUYỆT MẬT|TỐI MẬT|MẬT|Mật)\)?")),
    ("urgency", re.compile(r"(?:H[ỎO][AẢ] TỐC(?: HẸN GIỜ)?|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)")),
    ("draft", re.compile(r"\(?(?:DỰ THẢO|Dự thảo)(?:\s+(?:[Ll]ần|LẦN)(?:\s+(?:thứ|THỨ))?\s*:?\s*\w{1,6})?\)?")),
    ("circulation", re.compile(r"(?:LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI|XONG HỘI NGHỊ TRẢ LẠI|TÀI LIỆU THU HỒI)")),
)  # fmt: skip


def read_marks(draft: Draft) -> None:
    """Marks that stand alone on a header line."""
    found: list[Mark] = []
    for line in draft.header.lines:
        if len(line.text) > 40:
            continue
        for kind, pattern in _MARKS:
            if pattern.fullmatch(line.text):
                span = draft.header.span(line.start, line.end)
                if span is not None:
                    found.append(Mark(kind=kind, text=line.text, span=span))
                break
    if found:
        draft.put("marks", tuple(found), "marks.alone_on_line", found[0].span)
