"""Which sentences set work: those of assigning sections, those that name who in so many words."""

from dataclasses import dataclass, replace

from nghiquyet.extractors.tasks.assignments import Named, opens_with_verb
from nghiquyet.extractors.tasks.lines import read_head_line
from nghiquyet.model import DivisionRole
from nghiquyet.records import OutlineBlock, OutlineDivision, OutlineNode, Passage
from nghiquyet.text import patterns as re

_ASSIGNING: frozenset[DivisionRole] = frozenset({"tasks", "solutions", "implementation"})
# Titles inside a section of tasks speak of effect, of causes, of forecasts as things to work on («nâng cao hiệu lực,
# hiệu quả quản lý», «dự báo, cảnh báo thiên tai»); only titles of other parts of a resolution end the section.
_ENDING: frozenset[DivisionRole] = frozenset({"situation", "results", "limits", "objectives", "targets", "viewpoint"})
_STATE_LEVELS = frozenset({"part", "chapter", "section", "article"})
# «… yêu cầu thực hiện tốt các nhiệm vụ sau:», «tập trung vào một số nội dung sau đây:»
_LEADS_IN = re.compile(
    r"(?:thực hiện|triển khai|tập trung|làm tốt|quan tâm|yêu cầu|chỉ đạo|giao|đề nghị)[^.;]{0,160}?"
    r"(?:(?:nhiệm vụ|nội dung|việc|giải pháp|yêu cầu)[^.;:]{0,60}?(?:sau|sau đây|dưới đây|trọng tâm|chủ yếu)|yêu cầu)\s*:\s*$"
    r"|(?<!\w)yêu cầu\s*:\s*$"
)
LONGEST_LEAD_IN = 300
# Norms that speak of tasks: «Mức chi cho người làm nhiệm vụ …», «Nhiệm vụ, quyền hạn của Văn phòng …».
_NORM = re.compile(
    r"(?:Mức|Nội dung chi|Kinh phí|Định mức|Chế độ|Đối tượng|Phạm vi|Điều kiện|Tiêu chuẩn|Quy định về|Trình tự|Thủ tục|Thẩm quyền|Hồ sơ"
    r"|Nguyên tắc|Mẫu|Việc|Bước|Bãi bỏ|Sửa đổi|Ban hành kèm|Hoàn thành|Không hoàn thành|Xử lý|Thông tư|Nghị định|Nhân viên|Trường hợp)(?!\w)"
    r"|[^.;]{0,60}[Nn]hiệm vụ(?:,| và) quyền hạn"
)
_TRANSITION = re.compile(r"chuyển tiếp|thi hành|[Tt]ổ chức thực hiện")
_PLANS = frozenset(
    {"Kế hoạch", "Chương trình", "Chương trình hành động", "Đề án", "Chiến lược", "Công điện", "Chỉ thị"}
)
# What a resolution says of itself is no work: «Nghị quyết này có hiệu lực …», «… đã được Hội đồng nhân dân … thông qua».
_OF_ITSELF = re.compile(
    r"(?:Nghị quyết|Kết luận|Chỉ thị|Quyết định|Quy định|Nghị định|Văn bản|Kế hoạch|Luật|Quy chế)(?: này| số)?\s[^.]{0,200}?"
    r"(?:có hiệu lực|thông qua|phổ biến|thay thế|hết hiệu lực|được thực hiện theo)"
)
# «(Có các biểu chỉ tiêu kèm theo)», «[--- đoạn lược bỏ ---]», «- | -»: nothing that anybody is to do.
_REMARK = re.compile(r"[(\[].*[)\]][.\s]*$|[^\w]*$|[=\-|_:\s\d]+")
_WORD = re.compile(r"[^\W\d_]+")
SHORT = 40
FEWEST_WORDS = 3
"""A verb, what it does, and to what: «Báo cáo.» is a stub that a broken page left."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the divisions and lines around a block say of its sentences."""

    assigns: bool = False
    heads: tuple[Named, ...] = ()
    passage: Passage | None = None
    """Where the heads are printed."""
    reports: bool = False
    """Inside results, viewpoints or targets: a body named there is told of, not told to."""
    plans: bool = False
    """Inside a plan or a programme: what its sections ask for is to be done, whatever their titles."""
    article: bool = False
    """Inside an article, of a resolution that has them."""
    closes: bool = False
    """Inside the articles on effect and transition, where a norm bids a body to act."""

    def inside(self, division: OutlineDivision) -> "Scope":
        """The scope of what ``division`` holds."""
        role = division.role
        title = division.heading.text if division.heading is not None else ""
        scope = self
        if role in _ASSIGNING and _NORM.match(title) is None:
            scope = replace(scope, assigns=True, reports=False)
            if division.kind in ("part", "chapter", "section"):
                # A section of tasks begins anew: whoever the preamble asks is not named by it.
                scope = replace(scope, heads=(), passage=None)
        elif scope.assigns and opens_with_verb(title, 0):
            pass  # «Xác định các mục tiêu ưu tiên đầu tư»: a title that is a task itself.
        elif role is not None and (not scope.assigns or role in _ENDING or division.kind in _STATE_LEVELS):
            scope = replace(scope, assigns=False, reports=True, heads=(), passage=None)
        if division.kind == "article":
            scope = replace(scope, article=True)
        if role in ("effect", "implementation") or _TRANSITION.search(title):
            scope = replace(scope, closes=True)
        if division.heading is not None:
            heads = read_head_line(division.heading.text)
            if heads:
                return scope.under(heads, division.heading)
        return scope

    def under(self, heads: tuple[Named, ...], passage: Passage) -> "Scope":
        """The scope of what a head line governs."""
        return replace(self, heads=heads, passage=passage)


def leads_in(line: str) -> bool:
    """Whether a line asks for what follows it: «… thực hiện tốt các nhiệm vụ sau:»."""
    return line.endswith(":") and _LEADS_IN.search(line, max(0, len(line) - LONGEST_LEAD_IN)) is not None


def scope_of_preamble(preamble: tuple[OutlineNode, ...]) -> Scope:
    """The scope of the body: «Bộ Chính trị yêu cầu các cấp uỷ thực hiện tốt một số nhiệm vụ sau:» closes the preamble."""
    last = preamble[-1] if preamble else None
    return Scope(assigns=isinstance(last, OutlineBlock) and leads_in(last.passage.text.rstrip("* _")))


def is_plan(document_type: str | None) -> bool:
    """«Kế hoạch», «Chương trình», «Chỉ thị»: kinds of documents that set work throughout."""
    return document_type in _PLANS


def is_no_work(text: str, start: int, end: int) -> bool:
    """Remarks, remains of tables and pages, clauses on the document itself."""
    if not text[start].isalpha() and _REMARK.fullmatch(text, start, end):
        return True
    if _OF_ITSELF.match(text, start, end):
        return True
    return end - start < SHORT and len(_WORD.findall(text, start, end)) < FEWEST_WORDS
