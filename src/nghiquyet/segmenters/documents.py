"""Several documents in one text: where each begins, its letterhead included."""

import re
from collections.abc import Sequence
from itertools import pairwise

from nghiquyet.records import CleanText
from nghiquyet.segmenters.lines import Line, split_lines
from nghiquyet.text.vietnamese import UPPER

# Kinds that stand on their own; the others are as often attached to one of these.
_OWN = r"NGHỊ QUYẾT|NGHỊ QUYÉT|QUYẾT ĐỊNH|NGHỊ ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?|CHỈ THỊ|KẾT LUẬN|LUẬT|PHÁP LỆNH|CÔNG ĐIỆN|THÔNG BÁO KẾT LUẬN"
_ATTACHED = (
    r"QUY ĐỊNH|QUY CHẾ|HƯỚNG DẪN|THÔNG BÁO|KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|BÁO CÁO|TỜ TRÌNH|ĐỀ ÁN|THÔNG TRI"
)
_TYPE = re.compile(rf"(?:(?P<own>{_OWN})|(?P<other>{_ATTACHED}))(?=$|\s+(?:CỦA|VỀ|SỐ|HỘI NGHỊ|[Vv]ề|của|thực hiện)\s)")
_SENTENCE = re.compile(r"(?:Nghị quyết|Kết luận)\s+(?:về|quy định|thông qua|ban hành|phê chuẩn|giao|của|số)\s")
_BODY_NAME = re.compile(r"(?:Hội đồng nhân dân|Quốc hội|Chính phủ|[ỦU][ỷy] ban|Kho[áa] |Khóa )")
_BASIS = re.compile(
    r"\W*(?:Căn cứ|Xét (?:Tờ|tờ|đề|Đề|Báo)|Theo đề nghị|Trên cơ sở|Thực hiện|Sau khi|Tại (?:phiên|Hội|buổi)|Hội nghị|Ngày \d)"
)
_CITED_BASIS = re.compile(r"\W*Căn cứ\s")
_HEADED_TITLE = re.compile(r"(?:Nghị quyết|Kết luận|Chỉ thị|Quy định|Hướng dẫn)\s+(?:số\s+)?\d|TOÀN VĂN")
_ATTACHED_TO = re.compile(
    r"\(?\s?(?:[Đđ]ược )?(?:[Bb]an hành )?(?:[Đđ]ính )?[Kk]èm theo\s+(?!(?:Nghị quyết|Quyết định|Quy định|Thông tư) này)"
)
_LEAD = re.compile(r".{0,120}(?:ký ban hành|giới thiệu toàn văn)")
_OWN_TITLE = re.compile(
    r"(?:Nghị quyết|Thông báo|Kết luận|Quyết định|Chỉ thị|Hướng dẫn|Quy định|Thông tư|Nghị định|Công văn|Circular)"
    r"(?: kết luận| No\.)? (?:số )?\d"
)
_FILE_HEADER = re.compile(r"[a-z][\w ]{1,30}:(?:\s|$)|>\s|<!--|\"")
_SITE_TAIL = re.compile(r"Văn bản này chưa cập nhật|Văn bản liên quan|FILE ĐƯỢC ĐÍNH KÈM")
_FORM = re.compile(r"(?:Mẫu|MẪU|Biểu|BIỂU)\s+(?:số|SỐ)|[Ss]ố\s*:?\s*(?:[.…_]{2,}|/)")
_BLANK = re.compile(r"\.{4,}|…|\(tên |tháng\s+năm 20")
_MOTTO = re.compile(r"CỘNG H[ÒO][ÀA]|CHỦ NGHĨA VIỆT NAM|Đ[ẢẲÁ]NG CỘNG S|Độc lập\s*-|SẢN VIỆT NAM|VIỆT NAM$")
_NUMBER = re.compile(
    r"(?:Nghị quyết |Luật |Quyết định )?[Ss]ố\s*:?\s*\d|(?:Nghị quyết )?[Ss]ố\s*:?\s*$|\d{1,5}(?:/\d{4})?[-/][A-ZĐ]{2}[\w/-]*$|[Ss]ố\d|Số\s+-"
)
_REAL_NUMBER = re.compile(r"(?:[Ss]ố\s*:?\s*)?\d{1,5}(?:[./]\d{1,4})*\s?[-/]\s?[A-ZĐ]{2}")
_LETTER_NUMBER = re.compile(r"(?:[Ss]ố|SỐ)\s*:?\s*\d{1,6}\s?[-/]\s?[A-ZĐ]|\d{1,6}/[A-ZĐ]{2}[\w/-]*$")
_DATE = re.compile(
    r"(?:[^.;]{0,40}[,\s])?ngày\s*(?:$|\d{0,2}\s*(?:tháng.{0,30})?$)|tháng\s+\d{1,2}\s+năm|.{0,30}năm\s+\d{4}$"
)
_COLUMNS = re.compile(r"-{3,}(?: +-{2,})+")
_DRAWN = re.compile(r"[-_=~–—*.…\s|+:]{1,}|#+|\*+")
_FIRST_PLACEHOLDER = re.compile(r'<jsontable name="bang_0">.*')
_SITE_HEAD = re.compile(r"Bản dịch này thuộc quyền sở hữu|Đang tải văn bản")
_STRUCTURE = re.compile(r"(?:Điều\s+\d|QUY[ẾÉ]T NGHỊ|Quyết nghị\s*:|[IVX]{1,4}\s?[-.]\s|1\s?[-.]\s|Chương\s+[IVX\d])")
_SIGNED = re.compile(
    r"N[ơo]i nh[ậâ]n|(?:TM|T/M|KT|K/T|TL|T/L)\s?\.?\s?[A-ZĐ]{2}|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|THỦ TƯỚNG|CHỦ TỌA)[A-ZĐÀ-Ỵ ]*$|\(?\s?[Đđ]ã k[ýí]|Người ký\s*:"
)
_FORMULA = re.compile(
    r"(?:Nghị[ _]quyết|Luật|Quy định|Chỉ thị|Kết luận|Hướng dẫn)[^;]{0,200}(?:thông[ _]qua\b|phổ biến đến)"
)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục [IVX\d]+\s*$|Mẫu số|MẪU SỐ|BIỂU|DANH MỤC|\[\d)")
_LIST_ITEM = re.compile(r"[-+*–•]\s?\S")
_LABEL = re.compile(r"(?:\d{1,3}|[IVX]{1,4}|[a-zđ])[.)]\s|\(\d{1,2}\)\s|Điều\s+\d")
LONGEST_HEADER = 30
LONGEST_SITE_HEADER = 120
LEAST_LINES = 5
"""A text without any article or section may be a document too, when it is longer than a header."""
LOOK_AHEAD = 45
LOOK_BACK = 90
_NOTES = ("Nghị quyết này", "Ví dụ", "Ghi chú", "Nguồn:", "Theo ", "Riêng ", "Danh mục", "Định mức")
PROSE = 120
"""A line of prose; a hard-wrapped one is shorter and goes on in small letters."""


def find_documents(clean: CleanText) -> tuple[tuple[int, int], ...]:
    """Source spans of the documents in a text, in order; together they hold all of it."""
    lines = split_lines(clean)
    places = [_line_start(clean, line) for line in lines]
    headed = frozenset(index for index, place in enumerate(places) if clean.source.text[place] == "#")
    borders = [0, *(places[index] for index in _starts(lines, headed) if index), len(clean.source.text)]
    return tuple(pairwise(borders))


def _line_start(clean: CleanText, line: Line) -> int:
    """Where the line of the source begins that holds ``line``, the marks of a converter included."""
    place = clean.offsets.start(line.start)
    text = clean.source.text
    while place and text[place - 1] not in "\n\r\f":
        place -= 1
    return place


def _starts(lines: Sequence[Line], headed: frozenset[int]) -> list[int]:
    """Line indexes at which a further document begins."""
    starts: list[int] = []
    begun = 0
    bodied = closed = annexed = False
    for index, line in enumerate(lines):
        text = line.text
        start = None
        longest = (
            LONGEST_SITE_HEADER
            if any(_SITE_HEAD.match(item.text) for item in lines[begun : begun + 4])
            else LONGEST_HEADER
        )
        if bodied or index - begun > longest:
            title = index in headed and _HEADED_TITLE.match(text) is not None
            start = _climb(lines, index, begun) if title else _start_at(lines, index, begun, closed, annexed)
        if start is not None and (bodied or start > begun + LEAST_LINES):
            starts.append(start)
            begun = start
            bodied = closed = annexed = False
            continue
        if _STRUCTURE.match(text):
            bodied = True
        if bodied and (_SIGNED.match(text) or _FORMULA.match(text) or text.endswith("./.")):
            closed = True
        elif closed and (_ANNEX.match(text) or _ATTACHED_TO.match(text) or _LABEL.match(text)):
            annexed = True
    return starts


def _start_at(lines: Sequence[Line], index: int, begun: int, closed: bool, annexed: bool) -> int | None:
    """Where the document begins whose head stands at ``index``; None when none does."""
    line = lines[index]
    text = line.text
    kind = _TYPE.match(text) if text[0].isupper() else None
    if kind is not None and len(text) < 300 and not text.rstrip().endswith(":"):
        first = _climb(lines, index, begun)
        if _is_form(lines, first, index) or _is_attached(lines, index):
            return None
        numbered = any(_REAL_NUMBER.search(item.text) for item in lines[first:index])
        if numbered or (kind["own"] and _has_basis(lines, index)):
            return first
        if kind["other"] == "HƯỚNG DẪN" and closed and _has_basis(lines, index):
            return first
        return first if kind["own"] and closed and not annexed else None
    if _SENTENCE.match(text) and len(text) < 600:
        near = lines[index + 1 : index + 6]
        if any(_BODY_NAME.match(item.text) for item in near[:2]) and any(
            _CITED_BASIS.match(item.text) for item in near
        ):
            return index
    if _MOTTO.search(text) and text.isupper() and _is_letter(lines, index):
        return _climb(lines, index, begun)
    if _SITE_HEAD.match(text) and text.startswith("Bản"):
        return _site_top(lines, index, begun)
    if text == "Trang chủ" and lines[index + 1 : index + 2] and lines[index + 1].text == ">":
        return index if index - begun > LONGEST_HEADER else None
    if closed and not annexed and _follows_closing(lines, index) and _is_prose(lines, index):
        return index
    if (
        closed
        and _CITED_BASIS.match(text)
        and not any(_BASIS.match(item.text) for item in lines[max(index - 6, 0) : index])
    ):
        basis_ahead = sum(_BASIS.match(item.text) is not None for item in lines[index + 1 : index + 12])
        return index if basis_ahead and not annexed else None
    return None


def _climb(lines: Sequence[Line], index: int, begun: int) -> int:
    """The first line of the header above ``index``."""
    first = index
    while first > begun + 1 and index - first < LOOK_BACK:
        line = lines[first - 1]
        if _FIRST_PLACEHOLDER.fullmatch(line.text):
            return first - 1
        if _SITE_HEAD.match(line.text):
            return _site_top(lines, first - 1, begun)
        if not _is_header(line):
            break
        first -= 1
    # «… đầu tư./.⏎HỘI ĐỒNG NHÂN⏎DÂN TỈNH ĐỒNG THÁP» closes the document before.
    if first and lines[first - 1].text.endswith("./.") and not lines[first].blank_before:
        first = next(
            (place for place in range(first + 1, min(first + 4, index + 1)) if lines[place].blank_before), first
        )
    # What is drawn above all words closes the document before, unless a blank line parts it from that, or the header
    # itself is set in bars.
    worded = next(
        (
            place
            for place in range(first, index)
            if not _DRAWN.fullmatch(lines[place].text) and not lines[place].text.startswith("<!--")
        ),
        index,
    )
    if worded == index:
        return index
    while first < worded and (not lines[first].blank_before or lines[first].text.startswith("<!--")):
        if _COLUMNS.fullmatch(lines[first].text):
            break
        adjacent = first + 1 == worded and not lines[worded].blank_before and lines[worded].text[0] not in "|-"
        if lines[first].text == "|" and adjacent and any(item.text == "|" for item in lines[worded:index]):
            break
        first += 1
    return first


def _site_top(lines: Sequence[Line], index: int, begun: int) -> int:
    """The first line of a site's page whose «Đang tải văn bản» or first words stand at ``index``."""
    first = index
    while first > begun + 1 and index - first < 40:
        if lines[first].text.startswith("Bản dịch này"):
            break
        first -= 1
    # The page opens with two bars.
    bars = 0
    while bars < 2 and first > begun + 1 and lines[first - 1].text == "|" and not lines[first].blank_before:
        first -= 1
        bars += 1
    return first


def _is_header(line: Line) -> bool:
    text = line.text
    if _MOTTO.search(text) or _LEAD.match(text) or _FILE_HEADER.match(text):
        return True
    if _SIGNED.match(text) or _ANNEX.match(text) or _LIST_ITEM.match(text) or _LABEL.match(text):
        return bool(_DRAWN.fullmatch(text)) or (text.startswith("*") and _DATE.match(text) is not None)
    if len(text) > 110:
        return text.isupper() or _MOTTO.search(text) is not None
    return (
        (text.isupper() and len(text) > 2)
        or _MOTTO.search(text) is not None
        or _NUMBER.match(text) is not None
        or (_DATE.match(text) is not None and _FORMULA.match(text) is None)
        or _DRAWN.fullmatch(text) is not None
        or text.startswith(("Thành phố", "Hà Nội", "TP"))
    )


def _is_form(lines: Sequence[Line], first: int, index: int) -> bool:
    """A form in an annex: «Mẫu số 01» above it, a number, a date or words left blank."""
    if any(_BLANK.search(item.text) for item in lines[max(first, index - 4) : index + 8]):
        return True
    return any(_FORM.match(item.text) for item in lines[max(first - 3, 0) : index])


def _is_attached(lines: Sequence[Line], index: int) -> bool:
    return any(_ATTACHED_TO.match(item.text) for item in lines[index + 1 : index + 10])


def _has_basis(lines: Sequence[Line], index: int) -> bool:
    """Whether a preamble follows, before any article."""
    for item in lines[index + 1 : index + LOOK_AHEAD]:
        if _BASIS.match(item.text):
            return True
        if _STRUCTURE.match(item.text):
            return item.text.startswith(("QUY", "Quyết nghị"))
    return False


def _is_letter(lines: Sequence[Line], index: int) -> bool:
    """A letterhead with a real number above «Kính gửi», and no type line: an official letter."""
    ahead = lines[index + 1 : index + 16]
    for item in ahead:
        if _TYPE.match(item.text) and item.text[0].isupper():
            return False
        if item.text.startswith("Kính gửi"):
            around = lines[max(index - 6, 0) : index + 10]
            return any(_LETTER_NUMBER.match(other.text) for other in around) and not _is_form(lines, index, index + 8)
    return False


def _follows_closing(lines: Sequence[Line], index: int) -> bool:
    """Whether nothing but closing lines stands between the last signature or formula and this line."""
    for item in reversed(lines[max(index - 60, 0) : index]):
        text = item.text
        if _FORMULA.match(text) or text.startswith(("- Lưu", "-Lưu")) or _SIGNED.match(text):
            return True
        if len(text) > 70 and not _LIST_ITEM.match(text):
            return False
    return False


def _is_prose(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text.lstrip("* ")
    if not text[:1].isupper() or text.isupper() or _LIST_ITEM.match(text) or _LABEL.match(text) or _SIGNED.match(text):
        return False
    if _FORMULA.match(text) or _ATTACHED_TO.match(text) or _ANNEX.match(text) or text.startswith(_NOTES):
        return False
    if _OWN_TITLE.match(text):
        return False
    if any(_SITE_TAIL.match(item.text) for item in lines[max(index - 3, 0) : index + 4]):
        return False
    if len(text) >= PROSE:
        return True
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    return (
        len(text) > 45
        and len(following) > 30
        and following[:1].islower()
        and re.match(rf"[{UPPER}]\w*\s", text) is not None
    )
