"""Who is to do a task: the subject of its sentence, an order («Giao …»), a head line, a tail line."""

import re
from dataclasses import dataclass

from nghiquyet.extractors.mentions.agencies import begins_with_name, read_agencies
from nghiquyet.extractors.tasks.verbs import starts_with_verb, verb_inside
from nghiquyet.model import AgencyRole
from nghiquyet.records import AgencyMention

Named = tuple[AgencyMention, AgencyRole]

# «Căn cứ Nghị quyết này, …», «Định kỳ hằng quý, …», «Đồng thời, …»: what stands before the subject.
_LEAD_IN = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Theo chức năng|Theo|Đồng thời|Trước mắt|Ngoài ra|Bên cạnh đó|Sau khi|Định kỳ|Hằng năm|Hàng năm|Hằng tháng|Hằng quý|Trong năm|Năm|Trong quá trình|Trong quý|Trước ngày|Riêng|Cùng với|Để)(?!\w)[^.;:]{0,200}?,\s+"
)
_ORDER = re.compile(
    r"(?:[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Ủủ]y quyền(?: cho)?|[Uu]ỷ quyền(?: cho)?|[Kk]iến nghị|[Tt]rao)\s+"
)
_LEADING = re.compile(
    r"[,\s]*\b(?:(?:có|chịu)\s+trách nhiệm(?:\s+chính)?|(?:là|làm)\s+(?:cơ quan\s+)?(?:đầu mối|chủ trì|thường trực))\b[,\s]*(?:trong việc\s+|về việc\s+)?"
)
_BASED = re.compile(
    r"[,\s]*(?:theo|trong phạm vi)\s+(?:chức năng|nhiệm vụ|thẩm quyền|phạm vi)(?:(?:,|\s+và)?\s+(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|được giao|của mình|quản lý)(?![^\W\d_]))*[,\s]+|[,\s]*(?:căn cứ|theo(?! dõi)|trên cơ sở|trong phạm vi|bằng|từ)\s[^;:.]{3,160}?,\s+"
)
_CHAIR = re.compile(r"[,\s]*\b[Cc]hủ trì\b")
_WITH = re.compile(
    r"[,\s]*(?:và\s+)?\b[Pp]hối hợp\b(?:\s+(?:chặt chẽ|đồng bộ))*(?:\s*,\s*(?:chặt chẽ|hiệu quả))?(?:\s+(?:với|cùng(?: với)?))?"
)
_GLUE = re.compile(r"[,\s]*(?:(?:và|để|cùng|cần|phải|sẽ|chủ động,\s*tích cực)\s+)?")
# «Bộ Tài chính:», «Chính phủ có trách nhiệm sau đây:», «… quan tâm chỉ đạo thực hiện một số công việc sau:».
_HEAD_END = re.compile(
    r"[\s,:.]*(?:(?:(?:có|chịu)\s+trách nhiệm|chủ trì|chỉ đạo|thực hiện|tập trung|quan tâm|phối hợp|khẩn trương|tiếp tục)\b[^.;]{0,160})?[\s:.]*$"
)
_TAIL = re.compile(
    r"\(?(?:[Tt]rách nhiệm (?:chỉ đạo )?(?:thực hiện|chủ trì)|[Cc]ơ quan (?:chủ trì|thực hiện|thực hiện chính)|[Đđ]ơn vị (?:chủ trì|thực hiện)|[Cc]hủ trì(?: thực hiện)?)\s*:\s*"
)
_TAIL_WITH = re.compile(r"[.;,)\s]*(?:[Cc]ơ quan |[Đđ]ơn vị )?(?:[Pp]hối hợp)(?: thực hiện)?\s*:\s*")


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a sentence says of who does it. Offsets are offsets into the passage."""

    agencies: tuple[Named, ...]
    predicate: int
    """Where the verb phrase begins."""
    rule: str


def verb_at(text: str, position: int) -> int | None:
    """Where a verb that ends a name stands: a verb of the table, «chủ trì», «có trách nhiệm»."""
    leading = _LEADING.match(text, position)
    if leading is not None and leading.end() > position:
        return leading.end()
    return verb_inside(text, position)


def read_assignment(text: str, start: int, end: int) -> Assignment:
    """Who the sentence ``text[start:end]`` names, and where its verb phrase begins."""
    position = start
    for _ in range(2):
        lead_in = _LEAD_IN.match(text, position, end)
        if lead_in is None:
            break
        position = lead_in.end()
    order = _ORDER.match(text, position, end)
    if order is not None:
        leads, after = read_agencies(text, order.end(), end, verb_at)
        if leads:
            return _with_predicate(text, leads, after, end, "assignments.order")
    if _opens_with_verb(text, position):
        return _with_predicate(text, (), position, end, "assignments.none")
    leads, after = read_agencies(text, position, end, verb_at)
    asked = _ORDER.match(text, _behind(text, after), end) if leads else None
    if asked is not None:
        bodies, behind = read_agencies(text, asked.end(), end, verb_at)
        if bodies:
            return _with_predicate(text, bodies, behind, end, "assignments.order")
    if leads and _is_predicate(text, after, end):
        return _with_predicate(text, leads, after, end, "assignments.subject")
    return _with_predicate(text, (), position, end, "assignments.none")


def _opens_with_verb(text: str, position: int) -> bool:
    """«Tổ chức tốt …» is a verb, «Tổ chức đảng …» a body: the longer reading wins."""
    verb = starts_with_verb(text, position)
    return verb is not None and verb >= (begins_with_name(text, position) or 0)


def _is_predicate(text: str, position: int, end: int) -> bool:
    position = _skip(_BASED, text, position, end)
    glue = _GLUE.match(text, position, end)
    after = glue.end() if glue else position
    return verb_at(text, after) is not None or _CHAIR.match(text, position, end) is not None


def _with_predicate(text: str, leads: tuple[AgencyMention, ...], position: int, end: int, rule: str) -> Assignment:
    """Behind the subject: «có trách nhiệm», «chủ trì, phối hợp với …», then the verb phrase."""
    supporting: tuple[AgencyMention, ...] = ()
    for _ in range(3):
        moved = _skip(_BASED, text, position, end) if leads else position
        moved = _skip(_LEADING, text, moved, end)
        chair = _CHAIR.match(text, moved, end)
        partners = _WITH.match(text, chair.end() if chair else moved, end)
        if partners is not None and not supporting:
            supporting, after = read_agencies(text, _behind(text, partners.end()), end, verb_at)
            if supporting or chair is not None:
                moved = after if supporting else partners.end()
        elif chair is not None and leads:
            moved = chair.end()
        if moved == position:
            break
        position = moved
    glue = _GLUE.match(text, position, end)
    position = glue.end() if glue else position
    return Assignment((*_in_role(leads, "lead"), *_in_role(supporting, "supporting")), position, rule)


def _in_role(bodies: tuple[AgencyMention, ...], role: AgencyRole) -> tuple[Named, ...]:
    return tuple((body, role) for body in bodies)


def _behind(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position


def _skip(pattern: re.Pattern[str], text: str, position: int, end: int) -> int:
    match = pattern.match(text, position, end)
    return match.end() if match else position


def read_head_line(text: str) -> tuple[Named, ...]:
    """The bodies of a line that names nothing else: «2. Đảng ủy Ủy ban nhân dân tỉnh», «Bộ Tài chính:», «Giao Sở Y tế:»."""
    order = _ORDER.match(text)
    begin = order.end() if order else 0
    if order is None and _opens_with_verb(text, begin):
        return ()
    leads, after = read_agencies(text, begin, len(text), verb_at)
    if leads and order is None and (order := _ORDER.match(text, _behind(text, after))) is not None:
        # «Hội đồng nhân dân tỉnh đề nghị Ủy ban nhân dân tỉnh … sau:»: the one who is asked leads.
        leads, after = read_agencies(text, order.end(), len(text), verb_at)
    if not leads or _HEAD_END.match(text, after) is None:
        return ()
    return _in_role(leads, "lead")


def read_tail_line(text: str) -> tuple[Named, ...]:
    """The bodies behind «Trách nhiệm chỉ đạo thực hiện:», «Cơ quan chủ trì: …; cơ quan phối hợp: …»."""
    tail = _TAIL.match(text)
    if tail is None:
        return ()
    leads, after = read_agencies(text, tail.end(), len(text), verb_at)
    partners = _TAIL_WITH.match(text, after)
    if not leads or partners is None:
        return _in_role(leads, "lead")
    supporting, _ = read_agencies(text, partners.end(), len(text), verb_at)
    return (*_in_role(leads, "lead"), *_in_role(supporting, "supporting"))
