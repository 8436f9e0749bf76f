"""Zones: where the front ends, the preamble ends, the closing begins, attachments begin."""

from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.segmenters.attachments import first_attachment
from nghiquyet.segmenters.paragraphs import Unit
from nghiquyet.text import patterns as re

_TYPE_LINE = re.compile(
    r"(?:NGHỊ QUY[ẾÉẼEÊ]T|KẾT LUẬN|CHỈ THỊ|QUY ĐỊNH|QUYẾT ĐỊNH|QUY CHẾ|HƯỚNG DẪN|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|"
    r"KẾ HOẠCH|THÔNG BÁO|BÁO CÁO|ĐỀ ÁN|THÔNG TRI|TUYÊN BỐ|TỜ TRÌNH|PHÁP LỆNH|LUẬT|NGHỊ ĐỊNH|THÔNG TƯ)"
)
_ENACTING = re.compile(r"QUY[ẾÉẼEÊ]T NGHỊ\s*:?|QUYẾT ĐỊNH\s*:?|KẾT LUẬN\s*:|Quyết nghị\s*:|QUY ĐỊNH\s*:")
# Since 2025: «… ban hành Nghị quyết quy định …» in place of the formula.
_ENACTING_SENTENCE = re.compile(r"[^.]{0,200}\bban hành (?:Nghị quyết|Pháp lệnh|Luật|Nghị định|Quyết định)\b[^;]*[.:]?")
_ADOPTER = re.compile(r"(?:Hội đồng nhân dân|Quốc hội|Ủy ban thường vụ|Chính phủ|Khóa|Khoá|KHÓA)\b[^.;]{0,80}$")
_OF = re.compile(r"\s+(?:CỦA|VỀ|SỐ|HỘI NGHỊ|[Vv]ề|của|số)\s")
# «Nghị quyết về việc quy định …» in normal case, where a tool took the capitals away.
_SENTENCE_TITLE = re.compile(
    r"(?:Nghị quyết|Kết luận|Chỉ thị|Quyết định|Quy định|Thông báo)\s+(?:về|số|của|quy định|ban hành|thông qua|phê)\b"
)
_SUBJECT = re.compile(r"(?:[Vv]ề|VỀ|V/v|[Nn]gày|Quy định|Thông qua|Phê chuẩn|Ban hành)\b")
_BASIS = re.compile(r"(?:[-–]\s*)?(?:Căn cứ|Xét|Trên cơ sở|Sau khi|Theo đề nghị|Thực hiện|Để )")
_RECIPIENTS = re.compile(r"N[ơợo]i nh[ậâạ]n\b|Người ký\s*:\s*(?:T/?M|K/?T)")
_AUTHORITY = re.compile(
    r"(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TM\s?\.|KT\s?\.|TL\s?\.|TUQ\s?\.|Q\s?\.)\s?[A-ZĐÀ-Ỵ]{2,}|"
    r"(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|THỦ TƯỚNG|CHỦ NHIỆM|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)[A-ZĐÀ-Ỵ ]*$"
)
_SIGNED_TABLE = re.compile(r"N[ơo]i nh[ậâ]n|(?:^|[|\s])(?:TM|T/M|KT|K/T|TL|T/L)\s?\.?\s?[A-ZĐ]{2}|CHỦ TỊCH|\(?[Đđ]ã ký")
_DISSEMINATION = re.compile(r"[A-ZĐÀ-Ỵ][^.]{3,60} (?:này )?(?:được )?phổ biến đến [^.]{2,60}\.?$")
_ADOPTION = re.compile(r"(?:Nghị quyết|Luật|Pháp lệnh)(?: này)?(?: đã)? ?(?:được|do) [^;]{10,240}thông qua[^;]{0,160}$")
_RESUMING = frozenset({"article", "roman", "upper", "arabic", "decimal", "chapter", "part"})
_HEADED = frozenset({"part", "chapter", "article", "roman"})
_OPENING = frozenset({"part", "chapter", "section", "article", "roman", "upper", "arabic"})


@dataclass(frozen=True, slots=True)
class Zones:
    """Half-open borders between the units: front | preamble | body | closing | attachments."""

    preamble: int
    body: int
    closing: int
    attachments: int


def find_zones(units: Sequence[Unit]) -> Zones:
    """The borders of the five zones; every zone may be empty."""
    preamble = _front_end(units)
    body = _preamble_end(units, preamble)
    attachments = first_attachment(units, body)
    closing = _closing_start(units, body, attachments)
    return Zones(preamble, body, closing, attachments)


def _front_end(units: Sequence[Unit]) -> int:
    """Behind the title block: the type line, then the lines of the subject and of the body that adopts it."""
    title = next((i for i, unit in enumerate(units[:60]) if _is_type_line(unit)), None)
    if title is not None and any(unit.label is not None and unit.label.family in _HEADED for unit in units[:title]):
        # Behind «I- MỤC TIÊU» no title follows: another document is named.
        title = None
    if title is None:
        title = next((i for i, unit in enumerate(units[:3]) if _SENTENCE_TITLE.match(unit.text)), None)
    if title is None:
        end = 0
        while end < min(len(units), 40) and units[end].label is None and units[end].text.isupper():
            end += 1
        return end
    end = title + 1
    while end < len(units) and end - title <= 10:
        unit = units[end]
        if unit.label is not None or _BASIS.match(unit.text) or len(unit.text) > 600:
            break
        if not (
            unit.text.isupper()
            or _ADOPTER.match(unit.text)
            or _SUBJECT.match(unit.text)
            or unit.text[0].islower()
            or unit.text[0] in "(["
        ):
            break
        if unit.text.isupper() and _ENACTING.fullmatch(unit.text):
            break
        end += 1
    return end


def _is_type_line(unit: Unit) -> bool:
    """«NGHỊ QUYẾT», «NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ», «KẾT LUẬN về …»."""
    match = _TYPE_LINE.match(unit.text) if unit.label is None and unit.table is None else None
    if match is None or len(unit.text) > 400:
        return False
    rest = unit.text[match.end() :]
    return not rest.strip(" :") or _OF.match(rest) is not None


def _preamble_end(units: Sequence[Unit], start: int) -> int:
    """At the first structural label, or behind the enacting formula."""
    for index in range(start, len(units)):
        unit = units[index]
        if unit.label is None and len(unit.text) < 40 and _ENACTING.fullmatch(unit.text):
            return index + 1
        if unit.label is not None and unit.label.family in _OPENING:
            return index
        if _RECIPIENTS.match(unit.text) or _AUTHORITY.match(unit.text):
            return index
        if index > start and _ENACTING_SENTENCE.fullmatch(unit.text) and _BASIS.match(units[index - 1].text):
            return index + 1
    # Nothing is numbered: the whole text is the body.
    return start


def _closing_start(units: Sequence[Unit], body: int, limit: int) -> int:
    """At the closing formula, the recipients or the signature, whichever comes first, near where the text ends."""
    start = next(
        (index for index in range(body, limit) if _opens_closing(units[index]) and not _resumes(units, index, limit)),
        limit,
    )
    while start > body and _is_formula(units[start - 1]):
        start -= 1
    return start


def _opens_closing(unit: Unit) -> bool:
    if unit.table is not None:
        return unit.table.layout and _SIGNED_TABLE.search(unit.text) is not None
    return (
        unit.label is None
        and len(unit.text) < 200
        and (_RECIPIENTS.match(unit.text) is not None or _AUTHORITY.match(unit.text) is not None)
    )


def _is_formula(unit: Unit) -> bool:
    """«Nghị quyết này đã được … thông qua ngày …», «Nghị quyết này phổ biến đến chi bộ.»"""
    return unit.label is None and (
        _DISSEMINATION.fullmatch(unit.text) is not None or _ADOPTION.match(unit.text) is not None
    )


def _resumes(units: Sequence[Unit], index: int, limit: int) -> bool:
    """Whether the numbering of the body goes on behind what looks like a closing: examples of signatures in a guide."""
    last: dict[str, int] = {}
    for unit in units[max(0, index - 400) : index]:
        if unit.label is not None and unit.label.value:
            last[unit.label.style] = unit.label.value
    return any(
        unit.label is not None
        and unit.label.family in _RESUMING
        and unit.label.value > 1
        and unit.label.value == last.get(unit.label.style, -1) + 1
        for unit in units[index + 1 : limit]
    )
