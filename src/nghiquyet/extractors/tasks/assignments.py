"""Who is to do a task: the subject of its sentence, an order («Giao …»), partners, further clauses."""

from dataclasses import dataclass

from nghiquyet.extractors.mentions.agencies import begins_with_name, read_agencies
from nghiquyet.extractors.tasks.verbs import starts_with_verb, verb_inside
from nghiquyet.model import AgencyRole
from nghiquyet.records import AgencyMention
from nghiquyet.text import patterns as re

Named = tuple[AgencyMention, AgencyRole]

# «Căn cứ Nghị quyết này, …», «Định kỳ hằng quý, …», «Đồng thời, …»: what stands before the subject.
_LEAD_IN = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Theo chức năng|Theo(?! dõi)|Đồng thời|Trước mắt|Ngoài ra|Bên cạnh đó|Sau khi|Định kỳ|Hằng năm|Hàng năm|Hằng tháng|Hàng tháng"
    r"|Hằng quý|Hàng quý|Trong|Năm|Trước|Riêng|Cùng với|Để|Nhằm|Quá trình|Từ|Đến|Khi|Nếu|Trường hợp|Đối với|Về|Với|Quý|Chậm nhất|Ngay sau|Ngoài|Song song (?:đó|với)|Trên đây là)(?!\w)"
    r"[^.;:]{0,200}?,\s+"
)
# «Nhiệm vụ: Tham mưu …», «Về giao thông: Tiếp tục …», «Giai đoạn 2021 - 2025: Hoàn thiện …»
_LABEL = re.compile(
    r"(?:(?:Nhiệm vụ|Nội dung|Giải pháp|Công việc)(?:\s+(?:cụ thể|chủ yếu|trọng tâm|thực hiện))?|Về\s[^:.;]{2,60}"
    r"|(?:Giai đoạn|Năm|Đến năm|Từ năm|Quý)\s[^:.;]{2,40})\s*:\s+(?=\S)"
)
ORDER = re.compile(
    r"(?:[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Ủủ]y quyền(?: cho)?|[Uu]ỷ quyền(?: cho)?|[Kk]iến nghị|[Tt]rao"
    r"|[Gg]iao nhiệm vụ cho)\s+"
)
_LEADING = re.compile(
    r"[,\s]*\bchịu trách nhiệm\s+trước\s[^;,.]{3,80}[;,]\s*|[,;\s]*\b(?:(?:có|chịu)\s+trách nhiệm(?:\s+chính)?|(?:là|làm)\s+(?:cơ quan\s+)?(?:đầu mối|chủ trì|thường trực))\b[,\s]*(?:trong việc\s+|về việc\s+)?"
)
_BASED = re.compile(
    r"[,\s]*(?:theo|trong phạm vi|căn cứ),?\s+(?:chức năng|nhiệm vụ|thẩm quyền|phạm vi)(?:(?:,|\s+và)?\s+(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|được giao|của mình|quản lý)(?![^\W\d_]))*[,\s]+|[,\s]*(?:căn cứ|theo(?! dõi)|trên cơ sở|trong phạm vi|bằng|từ|trong quá trình)\s[^;:.]{3,160}?,\s+"
    r"|[,\s]*(?:với vai trò|với tư cách)\s[^;:.]{3,120}?,\s+"
    r"|\s+đến\s+(?:việc|công tác|lĩnh vực|nội dung)\s[^.;:]{3,200}?(?=\s(?:có|chịu)\s+trách nhiệm|\s+chủ trì|\s+phối hợp|\s+cần\s)"
    r"|[,\s]*(?:định kỳ\s+)?(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần)[,\s]+|[,\s]*trước ngày\s+[\d/]{4,12}[,\s]+"
    r"|,\s+(?:nhất là|đặc biệt là)\s[^;:.]{2,80}?(?=\s(?:cần|phải|có trách nhiệm|khẩn trương|tập trung|tiếp tục)\s)"
    r"|[,\s]*(?:thừa ủy quyền|thừa uỷ quyền|thay mặt)\s[^;:.]{3,80}?,?\s+(?=ký|trình|báo cáo|thay mặt)"
    r"|[,\s]*trong\s+(?:năm|quý|tháng)\s+[\dIVX/]{1,8}(?:\s+năm\s+\d{4})?[,\s]+"
)
# «Người đứng đầu cơ quan (sau đây gọi chung là …) có trách nhiệm …».
_BRACKET = re.compile(r"\s*\([^()]{1,300}\)(?=[\s,])")
_CHAIR = re.compile(r"[,\s]*\b[Cc]hủ trì\b")
_WITH = re.compile(
    r"[,\s]*(?:và\s+)?(?:(?:chủ động|tích cực|thường xuyên)(?:,\s*|\s+))*\b[Pp]hối(?: hợp|(?= với\s))\b(?:\s+(?:chặt chẽ|đồng bộ))*(?:\s*,\s*(?:chặt chẽ|hiệu quả))?(?:\s+(?:với|cùng(?: với)?))?"
)
_GLUE = re.compile(r"[,:\s]*(?:\((?:[ivx]{1,4}|\d{1,2})\)\s*)?(?:(?:và|để|cùng|cần|phải|sẽ|chủ động,\s*tích cực)\s+)?")
# What may stand before the verb of a sentence without a subject.
_PREDICATES = ("Chủ trì", "chủ trì", "Phối hợp", "phối hợp", "Chủ động", "chủ động", "Tích cực", "tích cực", "Thường xuyên",
               "Có trách nhiệm", "có trách nhiệm", "Chịu trách nhiệm", "Là ", "là ", "Làm ", "(", "để ", "cần ", "phải ")  # fmt: skip
_MODAL = re.compile(r"[,\s]*(?:(?:và|cùng|(?P<must>cần|phải)|sẽ|chủ động,\s*tích cực)\s+)?")
# «căn cứ ý kiến thảo luận của Trung ương để chỉ đạo tiếp thu»
_IN_ORDER_TO = re.compile(r"[,\s]*(?:căn cứ|trên cơ sở)\s[^;:.]{3,200}?\sđể\s+")
# «…, phối hợp với Sở Tài chính thẩm định»: partners named later in the sentence; «cơ chế phối hợp với …» is a noun.
_PARTNERS = re.compile(
    r"[,;]\s+(?:chủ động\s+|tích cực\s+|và\s+)?phối hợp(?:\s+chặt chẽ)?(?:,\s+hiệu quả)?\s+(?:với|cùng(?:\s+với)?)\s+"
)
_CLAUSE = re.compile(
    r";\s+(?:đồng thời,?\s+|riêng\s+|trong đó,?\s+)?(?=[A-ZĐỦƯ]|các\s|giao\s|đề nghị\s|yêu cầu\s|phân công\s)"
)
# «Thành phố Sa Đéc tiếp tục phát triển đạt tiêu chuẩn đô thị loại II»: a town that is to become something, not a body at work.
_TOWN_GROWS = re.compile(
    r"(?:Thành phố|Thị xã|Thị trấn|Huyện|Xã|Phường|Đô thị)(?:\s+[A-ZĐ]\w*){1,4}\s+(?:(?:tiếp tục|định hướng|sẽ|phấn đấu)\s+)*"
    r"(?:phát triển\s+)?(?:đạt|thành|trở thành|lên|theo hướng)\s"
)
_ROLE_VERBS: tuple[tuple[AgencyRole, re.Pattern[str]], ...] = (
    ("monitoring", re.compile(r"(?:thường xuyên\s+)?(?:theo dõi|đôn đốc|giám sát|kiểm tra)(?!\w)")),
    ("advising", re.compile(r"(?:tham mưu|giúp)(?!\w)")),
    ("supporting", re.compile(r"phối hợp(?!\w)")),
    ("reporting", re.compile(r"(?:tổng hợp,?\s+)?báo cáo(?!\w)")),
)


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a sentence says of who does it. Offsets are offsets into the passage."""

    agencies: tuple[Named, ...]
    predicate: int
    """Where the verb phrase begins."""
    rule: str
    start: int = 0
    """Where the sentence begins behind what stands before its subject."""


def verb_at(text: str, position: int) -> int | None:
    """Where a verb that ends a name stands: a verb of the table, «chủ trì», «có trách nhiệm»."""
    leading = _LEADING.match(text, position)
    if leading is not None and leading.end() > position:
        return leading.end()
    return verb_inside(text, position)


def read_assignment(text: str, start: int, end: int) -> Assignment:
    """Who the sentence ``text[start:end]`` names, and where its verb phrase begins."""
    label = _LABEL.match(text, start, end)
    position = _after_lead_in(text, label.end() if label else start, end)
    main = _order(text, position, end) or _subject(text, position, end)
    if main is None:
        main = _with_predicate(text, (), position, end, "assignments.none")
    agencies, rule = main.agencies, main.rule
    further = _further(text, main.predicate, end)
    if further:
        rule = rule if agencies else "assignments.clause"
        agencies = (*agencies, *further)
    return Assignment(agencies, main.predicate, rule, position)


def task_start(text: str, start: int, end: int) -> int:
    """Where the task of a sentence begins: behind «Về giao thông:», «Giai đoạn 2021 - 2025:»."""
    label = _LABEL.match(text, start, end)
    return label.end() if label else start


def _after_lead_in(text: str, position: int, end: int) -> int:
    """Behind what stands before the subject. The words before it may hold commas («… nếu thấy cần sửa đổi, bổ sung …,
    các bộ, ngành gửi …»): the first comma behind which a body and its verb stand wins, else the first of all."""
    lead_in = _LEAD_IN.match(text, position, end)
    if lead_in is None:
        return position
    first = place = lead_in.end()
    verb: int | None = None
    for _ in range(4):
        if _order(text, place, end) is not None or _subject(text, place, end) is not None:
            return place
        if verb is None and starts_with_verb(text, place) is not None:
            verb = place
        comma = text.find(", ", place, min(end, position + 260))
        if comma < 0 or ";" in text[place:comma]:
            break
        place = comma + 2
    again = _LEAD_IN.match(text, first, end)
    return again.end() if again else verb or first


def _order(text: str, position: int, end: int) -> Assignment | None:
    """«Giao Ủy ban nhân dân tỉnh …», «Chính phủ yêu cầu các bộ …»."""
    order = ORDER.match(text, position, end)
    if order is None:
        return None
    leads, after = read_agencies(text, order.end(), end, verb_at)
    return _with_predicate(text, leads, after, end, "assignments.order") if leads else None


def _subject(text: str, position: int, end: int) -> Assignment | None:
    """«Ban Tuyên giáo Tỉnh ủy định hướng …», «Hội đồng nhân dân tỉnh giao Sở Tài chính …»."""
    leads, after = _named(text, position, end)
    if leads and _TOWN_GROWS.match(text, position, end) is not None:
        return Assignment((), _behind(text, after), "assignments.none")
    return _told(text, leads, after, end) if leads else None


def _named(text: str, position: int, end: int) -> tuple[tuple[AgencyMention, ...], int]:
    """The bodies that open a sentence and where their names end; none where a verb opens it."""
    return ((), position) if opens_with_verb(text, position) else read_agencies(text, position, end, verb_at)


def _told(text: str, leads: tuple[AgencyMention, ...], after: int, end: int) -> Assignment | None:
    """What the bodies that open a sentence are to do, or ask another to do; None where no verb follows them."""
    asked = _order(text, _behind(text, after), end)
    if asked is not None:
        return asked
    return _with_predicate(text, leads, after, end, "assignments.subject") if _is_predicate(text, after, end) else None


def opens_with_verb(text: str, position: int) -> bool:
    """«Tổ chức tốt …» is a verb, «Tổ chức đảng …» a body: the longer reading wins."""
    verb = starts_with_verb(text, position)
    return verb is not None and verb >= (begins_with_name(text, position) or 0)


def _is_predicate(text: str, position: int, end: int) -> bool:
    for _ in range(2):
        position = _behind_basis(text, position, end)
    glue = _MODAL.match(text, position, end)
    after = glue.end() if glue else position
    if glue is not None and glue["must"]:
        return True
    return verb_at(text, after) is not None or _CHAIR.match(text, position, end) is not None


def _behind_basis(text: str, position: int, end: int) -> int:
    """Behind «trên cơ sở đề xuất kinh phí của các bộ, ngành, địa phương, …»: at the first comma with a verb behind it."""
    position = _skip(_BRACKET, text, position, end)
    order = _IN_ORDER_TO.match(text, position, end)
    if order is not None and verb_at(text, order.end()) is not None:
        return order.end()
    basis = _BASED.match(text, position, end)
    if basis is None:
        return position
    place = basis.end()
    for _ in range(4):
        if verb_at(text, place) is not None or _CHAIR.match(text, place, end):
            return place
        comma = text.find(", ", place, min(end, position + 240))
        if comma < 0:
            break
        place = comma + 2
    return basis.end()


def _with_predicate(text: str, leads: tuple[AgencyMention, ...], position: int, end: int, rule: str) -> Assignment:
    """Behind the subject: «có trách nhiệm», «chủ trì, phối hợp với …», then the verb phrase."""
    if not leads and not text.startswith(_PREDICATES, position):
        return Assignment((), position, rule)
    supporting: tuple[AgencyMention, ...] = ()
    for _ in range(3):
        moved = _behind_basis(text, position, end) if leads else position
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
    return Assignment((*in_role(leads, "lead"), *in_role(supporting, "supporting")), position, rule)


def _further(text: str, position: int, end: int) -> tuple[Named, ...]:
    """Bodies of later clauses: «…; Văn phòng Tỉnh ủy theo dõi, đôn đốc», «…, phối hợp với Sở Tài chính …»."""
    found: list[Named] = []
    clauses = _CLAUSE.finditer(text, position, end) if text.find("; ", position, end) >= 0 else ()
    spent = position
    for clause in clauses:
        if clause.end() < spent:
            # Inside a list of bodies that no verb follows: read once, not from each of its members on.
            continue
        part = _order(text, clause.end(), end)
        if part is None:
            leads, after = _named(text, clause.end(), end)
            part = _told(text, leads, after, end) if leads else None
            spent = after
        if part is None:
            continue
        role = _role_of(text, part.predicate) if part.rule == "assignments.subject" else "lead"
        found += [(body, role if own == "lead" else own) for body, own in part.agencies]
    partners = _PARTNERS.finditer(text, position, end) if text.find("phối hợp", position, end) >= 0 else ()
    for clause in partners:
        bodies, _ = read_agencies(text, clause.end(), end, verb_at)
        found += in_role(bodies, "supporting")
    return tuple(found)


def _role_of(text: str, predicate: int) -> AgencyRole:
    return next((role for role, verbs in _ROLE_VERBS if verbs.match(text, predicate)), "lead")


def in_role(bodies: tuple[AgencyMention, ...], role: AgencyRole) -> tuple[Named, ...]:
    """Each body with the same role."""
    return tuple((body, role) for body in bodies)


def _behind(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position


def _skip(pattern: re.Pattern[str], text: str, position: int, end: int) -> int:
    match = pattern.match(text, position, end)
    return match.end() if match else position
