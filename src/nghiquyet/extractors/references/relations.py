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
# «bổ sung dự toán ngân sách năm 2025 (tại Quyết định số 185/QĐ-TTg)»: money is added to, not the decision.
_MONEY = re.compile(r" (?:dự toán|kinh phí|vốn|ngân sách|nguồn|nhiệm vụ)(?!\w)|\((?:tại|theo|kèm) $")
# Between two members of a list: «thực hiện Nghị quyết A, Kết luận B và Chỉ thị C».
_JOINT = re.compile(r"[ ,;]*(?:và|hoặc|,|;)? ?(?:các |cả |với )?")
_LAPSES = re.compile(r" (?:và các văn bản [^.;]{0,60} )?(?:sẽ |đã )?(hết hiệu lực)(?!\w)")
_TO_BE_MADE = re.compile(
    r"(?:xây dựng|Xây dựng|soạn thảo|Soạn thảo|tham mưu|Tham mưu|dự thảo|Dự thảo|lập|trình|Trình|nghiên cứu|Nghiên cứu|"
    r"hoàn thiện|Hoàn thiện|ban hành|Ban hành|dự án|Dự án)"
    r"(?: (?:và|,) (?:ban hành|trình|triển khai|thực hiện|tổ chức thực hiện))?"
    r"(?: [^.;:,]{0,60}(?:ban hành|xây dựng|thông qua|phê duyệt|xem xét))?(?: dự thảo)?(?: một)? $"
)


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, Relation]]:
    known: dict[str, Relation] = {}
    for row in RELATION_CUES.rows:
        relation: Relation = row.one_of("relation", get_args(Relation))
        for word in row.words:
            known[word] = relation
    return re.compile(rf"{trie_pattern(known)}(?!\w)".replace(r"\s+", " ")), known


def relate(text: str, drafts: list[Draft], draft: Draft) -> None:
    """Fills the relation of ``draft``; ``drafts`` are the ones before it in the same text."""
    before = drafts[-1] if drafts else None
    if draft.relation != "cites":
        return
    if draft.joined and before is not None:
        _share(before, draft)
        return
    floor = 0
    if before is not None and before.end <= draft.start:
        floor = before.end
        joint = _JOINT.fullmatch(text, floor, draft.start)
        if joint is not None and joint.group().strip():
            _share(_sibling(drafts, before, draft), draft)
            return
        sibling = _sibling(drafts, before, draft)
        if sibling is not before and text.endswith((" và ", ", ", "; "), 0, draft.start):
            _share(sibling, draft)
            return
    first = max(floor, draft.start - WINDOW)
    window = text[first : draft.start]
    pattern, known = _cues()
    last = None
    for last in pattern.finditer(window):  # noqa: B007
        pass
    if last is not None and known[last.group()] == "amends" and _MONEY.search(window, last.end()):
        return
    if last is not None and _CLAUSE_END.search(window, last.end()) is None:
        draft.relation = known[last.group()]
        draft.evidence["relation"] = (first + last.start(), first + last.end())


def lapse(text: str, draft: Draft) -> None:
    """«Nghị quyết số 10/2020/NQ-HĐND hết hiệu lực kể từ ngày …»: the words stand behind what is repealed."""
    if draft.relation == "cites":
        hit = _LAPSES.match(text, draft.end)
        if hit is not None and not text.endswith("này", 0, draft.end):
            draft.relation = "repeals"
            draft.evidence["relation"] = hit.span(1)


def _share(one: Draft, other: Draft) -> None:
    other.relation = one.relation
    if "relation" in one.evidence:
        other.evidence["relation"] = one.evidence["relation"]


def _sibling(drafts: list[Draft], before: Draft, draft: Draft) -> Draft:
    """What ``draft`` shares its relation with: the citation before, or the one of its own kind in whose title that stands.

    «được sửa đổi tại Nghị định số 115/2024/NĐ-CP hướng dẫn thi hành Luật Đấu thầu và Nghị định số 225/2025/NĐ-CP»
    """
    for other in reversed(drafts[-4:-1]):
        place = other.evidence.get("title")
        if place is not None and place[0] <= before.start and before.end <= place[1]:
            same = other.document_type == draft.document_type != before.document_type
            return other if same else before
    return before


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
