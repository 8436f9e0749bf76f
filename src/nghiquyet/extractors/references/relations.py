"""How a document relates to the one it cites, by the words in front of the citation; documents still to be made."""

from functools import cache
from typing import get_args

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.lexicons import Table
from nghiquyet.model import Relation
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import trie_pattern

RELATION_CUES = Table("relation_cues")

WINDOW = 110
"""How far before a citation its cue is looked for."""
_CLAUSE_END = re.compile(r"[.;:](?= )|[“”\"]")
# Between two members of a list: «thực hiện Nghị quyết A, Kết luận B và Chỉ thị C».
_JOINT = re.compile(r"[ ,;]*(?:và|hoặc|,|;)? ?(?:các |cả |với )?")
_TO_BE_MADE = re.compile(
    r"(?:xây dựng|Xây dựng|soạn thảo|Soạn thảo|tham mưu|Tham mưu|dự thảo|Dự thảo|lập|trình|Trình|nghiên cứu|Nghiên cứu|"
    r"hoàn thiện|Hoàn thiện|ban hành|Ban hành|dự án|Dự án)"
    r"(?: (?:và|,) (?:ban hành|trình|triển khai|thực hiện|tổ chức thực hiện))?"
    r"(?: [^.;:,]{0,60}(?:ban hành|xây dựng|thông qua|phê duyệt|xem xét))?(?: dự thảo)?(?: một)? $"
)


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, Relation]]:
    known: dict[str, Relation] = {}
    allowed = get_args(Relation)
    for row in RELATION_CUES.rows:
        relation = next(value for value in allowed if value == row.text("relation"))
        for word in row.words:
            known[word] = relation
    return re.compile(rf"{trie_pattern(known)}(?!\w)".replace(r"\s+", " ")), known


def relate(text: str, drafts: list[Draft], draft: Draft) -> None:
    """Fills the relation of ``draft``; ``drafts`` are the ones before it in the same text."""
    before = drafts[-1] if drafts else None
    floor = 0
    if before is not None and before.end <= draft.start:
        floor = before.end
        joint = _JOINT.fullmatch(text, floor, draft.start)
        if joint is not None and (draft.joined or joint.group().strip()):
            draft.relation = before.relation
            if "relation" in before.evidence:
                draft.evidence["relation"] = before.evidence["relation"]
            return
    first = max(floor, draft.start - WINDOW)
    window = text[first : draft.start]
    pattern, known = _cues()
    last = None
    for last in pattern.finditer(window):  # noqa: B007
        pass
    if last is not None and _CLAUSE_END.search(window, last.end()) is None:
        draft.relation = known[last.group()]
        draft.evidence["relation"] = (first + last.start(), first + last.end())


def plan(text: str, draft: Draft) -> None:
    """Marks a document that is still to be made: «xây dựng Đề án …», «trình Quốc hội ban hành Luật …»."""
    if draft.number is not None or draft.date is not None or draft.year is not None or draft.kind == "relative":
        return
    if draft.congress is not None or draft.plenum is not None or draft.kind == "standard":
        return
    first = max(0, draft.start - WINDOW)
    hit = _TO_BE_MADE.search(text[first : draft.start])
    if hit is not None:
        draft.planned = True
        draft.evidence["planned"] = (first + hit.start(), first + hit.end() - 1)
