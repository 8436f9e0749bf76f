"""Lines that say who for other lines: heads («Bộ Tài chính:»), tails («Trách nhiệm chỉ đạo thực hiện: …»)."""

from dataclasses import dataclass

from nghiquyet.extractors.mentions.agencies import read_agencies
from nghiquyet.extractors.tasks.assignments import ORDER, Named, in_role, opens_with_verb, verb_at
from nghiquyet.extractors.tasks.verbs import starts_with_verb
from nghiquyet.text import patterns as re

# «Bộ Tài chính:», «Chính phủ có trách nhiệm sau đây:», «… quan tâm chỉ đạo thực hiện một số công việc sau:».
_HEAD_END = re.compile(
    r"(?:\s*\([^()]{0,160}\))?[\s,:.]*(?:(?:(?:có|chịu)\s+trách nhiệm|chủ trì|chỉ đạo|thực hiện|tập trung|quan tâm|phối hợp|khẩn trương|tiếp tục"
    r"|trong phạm vi|theo chức năng|căn cứ|cần)\b[^.;]{0,200})?[\s:.]*$"
)
# «Trách nhiệm của Bộ Tài chính», «Đối với các sở, ban, ngành:».
_HEAD_WORDS = re.compile(
    r"(?:(?:Trách nhiệm|Nhiệm vụ)(?:\s+(?:tổ chức\s+)?(?:thực hiện|thi hành))?\s+của\s+|Về phía\s+|Đối với\s+)"
)
# What a list of merits or recipients says of bodies is no assignment: «Đối với các đơn vị sự nghiệp: mức chi …».
_RUN_IN = re.compile(r"\s*:\s+(?=[^\W\d_])")

_LISTS_NAMES = re.compile(r"(?<!\w)[Cc]ác\s+(?:[Bb]ộ|[Ss]ở|ban|ngành|tỉnh|thành phố|xã|phường|huyện)$")
_BODY = r"(?:[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Cc]ấp ủy|[Ss]ở, ngành)(?:,\s*(?:tổ chức đảng|tổ chức|đơn vị|địa phương))*"
_ATTRIBUTE = re.compile(
    rf"(?:(?P<lead>[Tt]rách nhiệm\s+(?:chỉ đạo\s+)?(?:thực hiện|chủ trì)"
    rf"|(?:{_BODY}\s+)(?:được giao\s+)?(?:chủ trì|thực hiện|đầu mối)(?:\s+(?:thực hiện|chính|chủ trì|tham mưu|trình|soạn thảo))*"
    rf"|[Cc]hủ trì(?:\s+(?:thực hiện|tham mưu))?|[Pp]hân công(?:\s+thực hiện)?)"
    rf"|(?P<with>(?:{_BODY}\s+)?[Pp]hối hợp(?:\s+thực hiện)?)"
    r"|(?P<watch>(?:[Cc]á nhân|[Đđ]ồng chí|[Ll]ãnh đạo)\s+(?:phụ trách|chỉ đạo|theo dõi)(?:[^:;.]{0,40})?)"
    r"|(?P<due>(?:[Tt]hời gian|[Tt]hời hạn|[Tt]iến độ|[Ll]ộ trình)(?:\s+(?:thực hiện|hoàn thành|ban hành|trình|báo cáo))*|[Hh]oàn thành)"
    r"|(?P<other>[Ss]ản phẩm|[Kk]ết quả|[Dd]ự kiến kết quả|[Kk]inh phí(?:\s+thực hiện)?|[Nn]guồn kinh phí|[Nn]hiệm vụ|[Nn]ội dung))"
    r"\s*:\s*"
)
# «Thời gian hoàn thành trước ngày 30/12/2025.»: a sentence of its own, without a colon.
_DUE_SENTENCE = re.compile(
    r"(?:Thời gian|Thời hạn|Tiến độ)\s+(?:thực hiện|hoàn thành|ban hành|trình|báo cáo)(?:\s+(?:là|trước|trong|đến|chậm nhất))?\s+[^,;:]{4,60}$"
)
_DUE_HEADING = re.compile(r"(?:Thời gian|Thời hạn|Tiến độ)(?:\s+(?:thực hiện|hoàn thành))?$")
LONGEST_LABEL = 100


@dataclass(frozen=True, slots=True)
class Tail:
    """What a tail line adds to the tasks before it. ``due`` is the stretch of text that holds the time."""

    agencies: tuple[Named, ...]
    due: tuple[int, int] | None = None


def read_head_line(text: str) -> tuple[Named, ...]:
    """The bodies of a line that names nothing else: «2. Đảng ủy Ủy ban nhân dân tỉnh», «Bộ Tài chính:», «Giao Sở Y tế:»."""
    words = _HEAD_WORDS.match(text)
    order = ORDER.match(text, words.end() if words else 0)
    begin = order.end() if order else words.end() if words else 0
    if begin == 0 and opens_with_verb(text, begin):
        return ()
    leads, after = read_agencies(text, begin, len(text), verb_at)
    if leads and order is None and (order := ORDER.match(text, _behind(text, after))) is not None:
        # «Hội đồng nhân dân tỉnh đề nghị Ủy ban nhân dân tỉnh … sau:»: the one who is asked leads.
        leads, after = read_agencies(text, order.end(), len(text), verb_at)
    if not leads or _HEAD_END.match(text, after) is None or all(_is_place(mention.name) for mention in leads):
        return ()
    return in_role(leads, "lead")


def _is_place(name: str) -> bool:
    """«Thành phố Cao Lãnh» over a list of works: a place, not the body that does them."""
    return _PLACE.match(name) is not None


_PLACE = re.compile(r"(?:Thành phố|Thị xã|Thị trấn|Huyện|Quận|Xã|Phường|Tỉnh|Đặc khu)\s+[A-ZĐ]")


def read_bare_head(text: str) -> tuple[Named, ...]:
    """The bodies of a line that is nothing but their names, without a colon: «Ủy ban nhân dân xã, phường»."""
    if len(text) > 200 or not (text[:1].isupper() and text[-1:].isalnum()):
        return ()
    order = ORDER.match(text)
    leads, after = read_agencies(text, order.end() if order else 0, len(text), verb_at)
    if after != len(text) or all(_is_place(mention.name) for mention in leads):
        return ()
    return in_role(leads, "lead")


def read_run_in_head(text: str) -> tuple[tuple[Named, ...], int] | None:
    """The bodies in front of a colon and where the sentence behind it begins: «Văn phòng Tỉnh ủy: Chủ trì …»."""
    colon = text.find(":", 0, 400)
    if colon < 4 or (rest := _RUN_IN.match(text, colon)) is None:
        return None
    if _LISTS_NAMES.search(text, 0, colon) is not None:
        # «Bộ trưởng các Bộ: Xây dựng, Ngoại giao … chịu trách nhiệm thi hành».
        return None
    if text[rest.end()].islower() and starts_with_verb(text, rest.end()) is None:
        return None
    heads = read_head_line(text[: colon + 1])
    return (heads, rest.end()) if heads else None


def read_tail_line(text: str) -> Tail | None:
    """What «Trách nhiệm chỉ đạo thực hiện: …», «Cơ quan chủ trì: …; cơ quan phối hợp: …», «Thời gian hoàn thành: …»
    say of the tasks before them; None for other lines."""
    start = 1 if text.startswith("(") else 0
    attribute = _ATTRIBUTE.match(text, start) if text.find(":", start, start + LONGEST_LABEL) > 0 else None
    if (
        attribute is not None
        and attribute["other"] in ("Nội dung", "Nhiệm vụ")
        and opens_with_verb(text, attribute.end())
    ):
        # «Nội dung: Tổ chức hội nghị …» says what is to be done.
        return None
    if attribute is None:
        due = _DUE_SENTENCE.match(text.rstrip(" .;")) if text.startswith(("Thời ", "Tiến ")) else None
        return Tail((), due.span()) if due else None
    named: list[Named] = []
    due_at: tuple[int, int] | None = None
    while attribute is not None:
        kind = attribute.lastgroup
        following = _ATTRIBUTE.search(text, attribute.end())
        end = following.start() if following else len(text)
        if kind in ("lead", "with"):
            bodies, _ = read_agencies(text, attribute.end(), end, verb_at)
            named += in_role(bodies, "lead" if kind == "lead" else "supporting")
        elif kind == "watch":
            bodies, _ = read_agencies(text, attribute.end(), end, verb_at)
            named += in_role(bodies, "monitoring")
        elif kind == "due" and attribute.end() < end:
            due_at = (attribute.start(), end)
        attribute = following
    return Tail(tuple(named), due_at)


def is_due_heading(text: str) -> bool:
    """«Thời gian thực hiện» as the title of the division that holds the time."""
    return _DUE_HEADING.match(text.rstrip(" :.")) is not None


def _behind(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position
