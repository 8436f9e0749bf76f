"""How a document relates to the one it cites, by the words in front of the citation."""

import re
from typing import cast

from nghiquyet.model import Relation

_CUES: tuple[tuple[Relation, re.Pattern[str]], ...] = tuple(
    (cast(Relation, relation), re.compile(pattern + r"[^.;]{0,25}$"))
    for relation, pattern in (
        ("amended_by", r"(?:được|đã được) sửa đổi(?:, bổ sung)?(?: một số điều)?(?: bởi| theo| tại)?"),
        ("amends", r"[Ss]ửa đổi(?:, bổ sung)?|[Bb]ổ sung"),
        ("replaces", r"[Tt]hay thế"),
        ("repeals", r"[Bb]ãi bỏ|hết hiệu lực|chấm dứt hiệu lực"),
        ("guides", r"[Hh]ướng dẫn(?: thi hành| thực hiện| chi tiết)?"),
        ("elaborates", r"[Cc]ụ thể hóa|[Cc]ụ thể hoá|quy định chi tiết"),
        ("approves", r"[Pp]hê duyệt|[Tt]hông qua|[Pp]hê chuẩn"),
        ("attached_to", r"(?:ban hành )?kèm theo"),
        ("basis", r"^(?:-\s*)?Căn cứ|[Cc]ăn cứ"),
        ("implements", r"[Tt]hực hiện|[Tt]riển khai|theo tinh thần|[Qq]uán triệt|[Tt]hi hành|sơ kết|tổng kết"),
    )
)


def relation_before(text: str, start: int) -> Relation:
    """The relation that the last 70 characters before ``start`` state; ``cites`` when they state none."""
    before = text[max(0, start - 70) : start]
    if text.startswith("Căn cứ") or text.startswith("- Căn cứ"):
        return "basis"
    best: tuple[int, Relation] | None = None
    for relation, pattern in _CUES:
        match = pattern.search(before)
        if match and (best is None or match.start() > best[0]):
            best = (match.start(), relation)
    return best[1] if best else "cites"
