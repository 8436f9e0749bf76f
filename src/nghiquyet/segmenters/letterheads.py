"""Lines that stand above a document, and what tells a document from a form or an attachment."""

from collections.abc import Sequence

from nghiquyet.segmenters.lines import Line
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import without_marks

# Kinds that stand on their own; the others are as often attached to one of these.
_OWN = r"NGHỊ QUYẾT|NGHỊ QUYÉT|QUYẾT ĐỊNH|NGHỊ ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?|CHỈ THỊ|KẾT LUẬN|KÉT LUẬN|LUẬT|PHÁP LỆNH|CÔNG ĐIỆN|THÔNG BÁO KẾT LUẬN"
_ATTACHED = (
    r"QUY ĐỊNH|QUY CHẾ|HƯỚNG DẪN|THÔNG BÁO|KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|BÁO CÁO|TỜ TRÌNH|ĐỀ ÁN|THÔNG TRI"
)
TYPE = re.compile(rf"(?:(?P<own>{_OWN})|(?P<other>{_ATTACHED}))(?=$|\s+(?:CỦA|VỀ|SỐ|HỘI NGHỊ|[Vv]ề|của|thực hiện)\s)")
BASIS = re.compile(
    r"\W*(?:Căn cứ|Xét (?:Tờ|tờ|đề|Đề|Báo)|Theo đề nghị|Trên cơ sở|Thực hiện|Sau khi|Tại (?:phiên|Hội|buổi)|Hội nghị|Ngày \d)"
)
CITED_BASIS = re.compile(r"\W*Căn cứ\s")
ATTACHED_TO = re.compile(
    r"\(?\s?(?:[Đđ]ược )?(?:[Bb]an hành )?(?:[Đđ]ính )?[Kk]èm theo\s+(?!(?:Nghị quyết|Quyết định|Quy định|Thông tư) này)"
)
FORMULA = re.compile(
    r"(?:Nghị[ _]quyết|Luật|Quy định|Chỉ thị|Kết luận|Hướng dẫn)[^;]{0,200}(?:thông[ _]qua\b|phổ biến đến)"
)
STRUCTURE = re.compile(r"(?:Điều\s+\d|QUY[ẾÉ]T NGHỊ|Quyết nghị\s*:|[IVX]{1,4}\s?[-.]\s|1\s?[-.]\s|Chương\s+[IVX\d])")
SIGNED = re.compile(
    r"[|*_\s]*(?:N[ơo]i nh[ậâ]n|(?:TM|T/M|KT|K/T|TL|T/L)\s?\.?\s?[A-ZĐ]{2}|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|THỦ TƯỚNG|CHỦ TỌA)[A-ZĐÀ-Ỵ ]*[|*\s]*$"
    r"|\(?\s?[Đđ]ã k[ýí]|Người ký\s*:|Chức danh\s?\w)"
)
ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục [IVX\d]+\s*$|Mẫu số|MẪU SỐ|BIỂU|DANH MỤC|\[\d)")
LIST_ITEM = re.compile(r"[-+*–•]\s?\S")
LABEL = re.compile(r"(?:\d{1,3}|[IVX]{1,4}|[a-zđ])[.)]\s|\(\d{1,2}\)\s|Điều\s+\d")
MOTTO = re.compile(r"CỘNG H[ÒO][ÀA]|CHỦ NGHĨA VIỆT NAM|Đ[ẢẲÁ]NG CỘNG S|Độc lập\s*-|SẢN VIỆT NAM|VIỆT NAM$")
DRAWN = re.compile(r"[-_=~–—*.…\s|+:]{1,}|#+|\*{2,}(?:\s+\*{2,})+|\*+")
SITE_HEAD = re.compile(r"Bản dịch này thuộc quyền sở hữu|Đang tải văn bản")
REAL_NUMBER = re.compile(r"(?:[Ss]ố\s*:?\s*)?\d{1,5}(?:[./]\d{1,4})*\s?[-/]\s?[A-ZĐ]{2}|[Ss]ố\s*:?\s{2,}-\s?[A-ZĐ]")
"""The second form leaves its number to be filled in by the electronic signature: «Số         -CTr/TU»."""

_FORM = re.compile(r"(?:Mẫu|MẪU|Biểu|BIỂU)\s+(?:số|SỐ)|[Ss]ố\s*:?\s*(?:[.…_]{2,}|/)")
_BLANK = re.compile(r"\.{4,}|…|\(tên |tháng\s+năm 20")
_NUMBER = re.compile(
    r"(?:Nghị quyết |Luật |Quyết định )?[Ss]ố\s*:?\s*\d|(?:Nghị quyết )?[Ss]ố\s*:?\s*$|\d{1,5}(?:/\d{4})?[-/][A-ZĐ]{2}[\w/-]*$|[Ss]ố\d|Số\s+-"
)
_LETTER_NUMBER = re.compile(r"(?:[Ss]ố|SỐ)\s*:?\s*\d{1,6}\s?[-/]\s?[A-ZĐ]|\d{1,6}/[A-ZĐ]{2}[\w/-]*$")
_DATE = re.compile(
    r"(?:[^.;]{0,40}[,\s])?ngày\s*(?:$|\d{0,2}\s*(?:tháng.{0,30})?$)|tháng\s+\d{1,2}\s+năm|.{0,30}năm\s+\d{4}$"
)
_PLACE = re.compile(r"[A-ZĐ]\w*(?:[ -]\w+){0,4},$")
"""«Đồng Tháp,» above «ngày 02 tháng 12 năm 2025»."""
_OFFICE = frozenset({"THỦ TƯỚNG", "CHỦ TỊCH", "BỘ TRƯỞNG"})
_OFFICE_OF = ("CHÍNH PHỦ", "NƯỚC", "ỦY BAN", "UỶ BAN", "HỘI ĐỒNG", "BỘ ")
_LEAD = re.compile(r".{0,120}(?:ký ban hành|giới thiệu toàn văn)")
_FILE_HEADER = re.compile(r"[a-z][\w ]{1,30}:(?:\s|$)|>\s|<!--|\"")
_PAGE = re.compile(r"=+\s*TRANG\s+\d+\s*=+")
_STAMP = re.compile(
    r"(?:SAO Y|Sao y)\b|(?:Giờ|Ngày|Thời gian) ký\s*:|Ký bởi\s*:|Người ký\s*:|Cơ quan\s*:|\d{2}[-/.]\d{2}[-/.]\d{4}\s+\d{2}:\d{2}"
)
_ISSUER = re.compile(
    r"(?:HỘI ĐỒNG NHÂN|ỦY BAN|UỶ BAN|QUỐC HỘI|CHÍNH PHỦ|BỘ [A-ZĐ]|BAN (?:CHẤP|BÍ|THƯỜNG)|(?:TỈNH|THÀNH) [UỦ][ỶY]|ĐẢNG (?:BỘ|[UỦ][ỶY]))"
)
# Letterheads that a recogniser damaged in case and marks: «Ban CHấp Hành Trung Ương Đăng Công Báo SAN Việt Nam».
_DAMAGED = (
    "dang cong san", "san viet nam", "ban chap hanh", "ban bi thu trung uong", "bi thu trung uong dang", "hoi dong nhan",
    "uy ban nhan dan", "tinh uy ", "thanh uy ",
)  # fmt: skip
LONGEST_DAMAGED = 70
LOOK_AHEAD = 45


def is_header(line: Line, below: str = "") -> bool:
    """Whether a line can stand above the type line of a document; ``below`` is the next line: «THỦ TƯỚNG⏎CHÍNH PHỦ»."""
    text = line.text
    if MOTTO.search(text) or _LEAD.match(text) or _FILE_HEADER.match(text) or _STAMP.match(text) or _PAGE.match(text):
        return True
    if text in _OFFICE and below.startswith(_OFFICE_OF):
        return True
    if SIGNED.match(text) or ANNEX.match(text) or LIST_ITEM.match(text) or LABEL.match(text):
        return bool(DRAWN.fullmatch(text)) or (text.startswith("*") and _DATE.match(text) is not None)
    if len(text) > 110:
        return text.isupper() or MOTTO.search(text) is not None
    return (
        (text.isupper() and len(text) > 1)
        or _NUMBER.match(text) is not None
        or (_DATE.match(text) is not None and FORMULA.match(text) is None)
        or DRAWN.fullmatch(text) is not None
        or text.startswith(("Thành phố", "Hà Nội", "TP"))
        or (_PLACE.match(text) is not None and below.startswith("ngày"))
        or _is_damaged(text)
    )


def summary_on_site(lines: Sequence[Line], first: int, last: int) -> tuple[int, int] | None:
    """The news that a site puts between its table of facts and the letterhead: «Ngày 24/11/2025, Bộ Y tế ban hành Quyết
    định … Theo đó, …»; None where there is none."""
    if not first:
        return None
    facts = next(
        (place for place in range(first, min(first + FACTS, last)) if lines[place].text == "Tình trạng:"), None
    )
    if facts is None:
        return None
    start = next((place + 1 for place in range(facts + 1, last) if lines[place].text[0].isalpha()), last)
    motto = next((place for place in range(start, min(start + NEWS, last)) if MOTTO.search(lines[place].text)), None)
    if motto is None or not any(len(line.text) > PROSE for line in lines[start:motto]):
        return None
    while motto > start and is_header(lines[motto - 1], lines[motto].text):
        motto -= 1
    return start, motto


FACTS = 60
NEWS = 80
"""How many lines the table of facts and the news may take."""
PROSE = 120


def _is_damaged(text: str) -> bool:
    """A letterhead in mixed case, most of its words with a capital."""
    if len(text) > LONGEST_DAMAGED or text[-1] in ".;,:":
        return False
    words = [word for word in text.split() if word[0].isalpha()]
    return (
        len(words) > 2
        and sum(word[0].isupper() for word in words) >= 0.6 * len(words)
        and without_marks(text).startswith(_DAMAGED)
    )


def has_number(lines: Sequence[Line]) -> bool:
    """Whether one of the lines is a number of a document, or the place for one."""
    return any(REAL_NUMBER.search(line.text) for line in lines)


def is_marked(lines: Sequence[Line]) -> bool:
    """Whether a number or a motto stands among the lines."""
    return any(_NUMBER.match(line.text) or MOTTO.search(line.text) for line in lines)


def names_issuer(lines: Sequence[Line]) -> bool:
    """Whether one of the lines names a body in capitals."""
    return any(_ISSUER.match(line.text.lstrip("|* ")) for line in lines)


def is_form(lines: Sequence[Line], first: int, index: int) -> bool:
    """A form in an annex: «Mẫu số 01» above it, a number, a date or words left blank."""
    if any(_BLANK.search(item.text) for item in lines[max(first, index - 4) : index + 8]):
        return True
    return any(_FORM.match(item.text) for item in lines[max(first - 3, 0) : index])


def is_attached(lines: Sequence[Line], index: int) -> bool:
    """«(Ban hành kèm theo …)» below a title."""
    return any(ATTACHED_TO.match(item.text) for item in lines[index + 1 : index + 10])


def basis_below(lines: Sequence[Line], index: int) -> Line | None:
    """The first line of the preamble below a title, before any article."""
    for item in lines[index + 1 : index + LOOK_AHEAD]:
        if BASIS.match(item.text):
            return item
        if STRUCTURE.match(item.text):
            return item if item.text.startswith(("QUY", "Quyết nghị")) else None
    return None


def is_letter(lines: Sequence[Line], index: int) -> bool:
    """A letterhead with a real number above «Kính gửi», and no type line: an official letter."""
    ahead = lines[index + 1 : index + 16]
    for item in ahead:
        if TYPE.match(item.text) and item.text[0].isupper():
            return False
        if item.text.startswith("Kính gửi"):
            around = lines[max(index - 6, 0) : index + 10]
            return any(_LETTER_NUMBER.match(other.text) for other in around) and not is_form(lines, index, index + 8)
    return False
