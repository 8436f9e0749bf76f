"""Continuations: whether a line goes on with the paragraph before it, over a hard wrap, a page break or a footnote."""

from functools import cache

from nghiquyet.lexicons import Table
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.segmenters.counts import Counts
from nghiquyet.segmenters.labels import Label
from nghiquyet.segmenters.lines import Line
from nghiquyet.segmenters.units import Unit
from nghiquyet.segmenters.wraps import ENDED, Wraps
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import UPPER

OPEN_ENDS = Table("open_ends")

_OPEN_END = re.compile(r"[\w%,)(\-–—/*\"”]")

# Lines that open something of their own, whatever stands before them.
_OPENER = re.compile(
    r"Căn cứ|Xét (?:Tờ|tờ|đề|Đề|Báo|báo)|Nơi nhận|QUYẾT NGHỊ|Điều \d+[.:]|PHỤ LỤC|Phụ lục [IVX\d]+(?:$|[.:])|TM\.|T/M|KT\."
    r"|CHỦ TỊCH|\([Bb]an hành kèm|\([Kk]èm theo|\([Đđ]ã ký|NGHỊ QUYẾT$|Chương [IVX]+(?:$|[.:]| [A-ZĐ]{2})|Ghi chú\s*:"
)
# «… đường Hùng⏎Vương (nút giao …)», «… Lý Thái⏎Tổ - đường …»; not «Thành phố Cao Lãnh⏎Tập trung thu hút …».
_NAME_ENDS = re.compile(rf"\w+(?:$|[,;.)]|\s+[{UPPER}\d(\-–])")
# «Vị trí: gần Trường …» below a title.
_RUN_IN = re.compile(rf"[{UPPER}][^.:;,()\d]{{2,30}}:\s")
# «theo khoản 5 phần⏎II Chương trình …».
_NUMERAL = re.compile(r"[IVX]+[ ,;]\s*\w*[a-zà-ỹ]")
_BASIS = re.compile(r"(?:[-–]\s*)?(?:Căn cứ|Xét|Trên cơ sở|Sau khi|Theo đề nghị|Thực hiện|Qua |Để )")
_ADOPTS = re.compile(
    r"(?:Hội đồng nhân dân|Chính phủ|Quốc hội|Ủy ban|Uỷ ban|Ban Chấp hành|Bộ Chính trị|Chủ tịch)\b[^;]*(?:ban hành|quyết|thông qua)|Quyết nghị"
)
# «Bãi bỏ khoản 2 Điều 1⏎Nghị quyết số …».
_CITED_PLACE = re.compile(r"(?:Điều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hụ lục|Chương)\s+\S{1,6}$")
# «… thực hiện Kết luận số⏎⏎6⏎⏎21-KL/TW ngày …»: a page ends before the number.
_CITES = re.compile(r"\b[Ss]ố\s*$")
_CITED_NUMBER = re.compile(rf"\d{{1,5}}[a-z]?(?:/\d{{4}})?[-–/][{UPPER}]")
# No title begins so: «1. Giao Ủy ban nhân dân Thành phố tổ chức thực hiện⏎Nghị quyết này.»
_HEADER = re.compile(r"ngày\s*\d{0,2}$|tháng\s+\d+(?:\s+năm)?$|năm\s+\d{4}\W*$|[Ss]ố\s*:|Hạnh phúc|^\W*(?:Về|về|V/v)\s")
# What a name or a number goes on behind: «… trực thuộc⏎Trung ương», «… quy định tại⏎Khoản 1», «Quốc hội khóa⏎XV».
_GOVERNS = re.compile(
    r"(?:thuộc|tại|theo|bổ sung|sửa đổi|thay thế|bãi bỏ|thực hiện|triển khai|tổ chức|tư tưởng|sửa đổi,|[Cc]hủ tịch|Thủ tướng)$"
)
_GOVERNED = re.compile(
    r"(?:Nghị|Luật|Quyết|Thông|Bộ|Pháp|Quy|Chương|Phụ|Điều|Hiến|Khoản|Điểm|Mục|Trung ương|Chính phủ|Quốc hội|[ỦU][ỷy] ban|Hội đồng"
    r"|Tỉnh|Thành|Đảng|Hồ Chí Minh|Kế hoạch|Đề án|Nhà nước)"
)
COUNTED_BEFORE = re.compile(r"(?:khóa|khoá|Khóa|Khoá|thứ|Đại hội|[Qq]uý|loại|hạng)$")
_COUNTED = re.compile(r"(?:[IVX]+|\d{1,2})\b")
# «… giai đoạn 2024⏎- 2030», «Ban Kinh tế⏎- Ngân sách».
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_DASHED_NAME = re.compile(
    r"(?:[Kk]inh tế - (?:Ngân sách|[Xx]ã hội)|[Vv]ăn (?:hóa|hoá) - [Xx]ã hội|Bà Rịa - Vũng|Thừa Thiên - Huế|Mác - Lê)"
)
_SELF = re.compile(r"(?:Nghị quyết|Quy định|Quy chế|Chương trình|Kế hoạch|Văn bản|Danh mục|Mức|Nguồn) ")
MOST_FRAGMENT = 40
_SENTENCE = re.compile(
    r"(?:Giao|Đề nghị|Bãi bỏ|Trường hợp|Nghị quyết này|Các (?:cơ quan|nội dung|quy định)|Khi|Đối với)\s"
)
_CITED = re.compile(r"(?:Nghị|Luật|Quyết|Thông|Bộ luật|Pháp|Quy|Chương|Phụ|Điều|Hiến)\b")
_LAST_WORD = re.compile(r"(\w+)[\"”)]*$")
_NAME = re.compile(rf"(?:^|[^.:;!?]\s)[{UPPER}]\w*$")
_ADOPTER = re.compile(
    r"(?:HỘI ĐỒNG|[ỦU][ỶY] BAN|QUỐC HỘI|CHÍNH PHỦ|KH[ÓO]A|KHOÁ|BỘ |CHỦ TỊCH|BAN |THỦ TƯỚNG|TỔNG |GIÁM ĐỐC|QUYẾT (?:NGHỊ|ĐỊNH)|PHỤ LỤC)"
)
# «QUY⏎ĐỊNH VỀ LỆ PHÍ …», broken behind the first word of a title.
_CUT_TITLES = {
    "QUY": ("ĐỊNH", "CHẾ"), "KẾ": ("HOẠCH",), "NGHỊ": ("QUYẾT", "ĐỊNH"), "QUYẾT": ("ĐỊNH",), "CHƯƠNG": ("TRÌNH",),
    "DANH": ("MỤC", "SÁCH"), "KẾT": ("LUẬN",), "THÔNG": ("BÁO", "TƯ"), "ĐỀ": ("ÁN",), "HƯỚNG": ("DẪN",), "BÁO": ("CÁO",),
    "VỀ": ("VIỆC", "CÔNG", "CHẾ", "MỨC", "QUY"),
}  # fmt: skip
_BARE_NAME = re.compile(rf"[{UPPER}]\w*(?:\s(?:[{UPPER}]\w*|\d+)){{1,4}}")
# «Các thị trấn: Lấp⏎Vò, Mỹ Thọ, …».
_LISTED_NAME = re.compile(rf":\s[{UPPER}]\w*$")
_LISTED_END = re.compile(rf"[{UPPER}]\w*,\s[{UPPER}]")
# «… và các đô thị:⏎Thường Thới Tiền, Vĩnh Thạnh, …».
_NAMES = re.compile(rf"(?:[{UPPER}]\w*\s){{1,4}}[{UPPER}]\w*,\s[{UPPER}]")


def continues_over_break(before: Unit, line: Line, candidates: tuple[Label, ...]) -> bool:
    """A paragraph cut by a page break: the first half is open, the second begins in lower case.

    «… nâng cao⏎⏎chất lượng thu hút đầu tư; …» (bac-giang-2025).
    """
    if candidates or not before.text or before.text.isupper():
        return False
    last = before.last.text if before.last else before.text
    if _CITED_NUMBER.match(line.text) and _CITES.search(last, max(0, len(last) - 8)):
        return True
    return line.text[0].islower() and bool(_OPEN_END.match(last[-1])) and not ENDED.search(last[-8:])


def continues_page(before: Unit, line: Line, candidates: tuple[Label, ...], wraps: Wraps) -> bool:
    """A paragraph whose last line fills its page to the margin and ends open, whatever letter the next page begins with.

    «… được phân công phụ trách triển khai⏎⏎Nghị quyết này và thường xuyên giám sát …» (bac-giang-2025, as a PDF).
    """
    last = before.last.text if before.last else ""
    if candidates or not wraps.hard or len(last) < 0.85 * wraps.width or ENDED.search(last[-8:]):
        return False
    return not (before.text.isupper() or line.text.isupper() or _OPENER.match(line.text))


def continues_line(
    before: Unit, line: Line, following: Line | None, candidates: tuple[Label, ...], wraps: Wraps, counts: Counts
) -> bool:
    """A line that goes on without a blank line between: a hard wrap, or a break in mid-sentence."""
    last = before.last.text if before.last else ""
    ended = ENDED.search(last[-8:]) is not None
    # «… của Quốc hội khóa⏎XV. Các cấp …», «… nghệ sĩ hạng⏎II.»
    if not ended and _COUNTED.match(line.text) and COUNTED_BEFORE.search(last) is not None:
        return True
    if candidates:
        return not ended and wraps.hard and _only_looks_like_a_label(last, line, candidates[0], wraps, counts)
    first = line.text[0]
    if not before.text or not last:
        return before.label is not None and not before.text and first.islower()
    # «- … báo cáo viên của Đảng⏎(ban hành kèm theo Quyết định số …).»
    if not ended and before.label is not None and line.text.startswith(("(ban hành", "(kèm theo")):
        return True
    if _OPENER.match(line.text) and (ended or not _ends_open(last)):
        return False
    # «… như sau:⏎“1. …»: what is quoted is a text of its own.
    if ended and first in '“"' and last[-1] == ":":
        return False
    if wraps.hard and _GOVERNS.search(last) and _GOVERNED.match(line.text):
        return True
    if wraps.hard and _RUN_IN.match(line.text):
        return False
    capitals = last.isupper()
    if not ended and (first.islower() or first.isdigit() or first == "(" or _NUMERAL.match(line.text)):
        return not (capitals and len(last) < 200)
    if not wraps.hard:
        return False
    # «… UBND tỉnh;⏎sự vào cuộc …», «… XIV của Đảng,⏎Nghị quyết …»: no paragraph begins or ends so.
    if not capitals and ((first.islower() and len(last) >= 0.6 * wraps.width) or last[-1] == ","):
        return not line.text.isupper()
    if last[-1] == ";" and not capitals:
        # A basis holds semicolons of its own; the next one begins with its own word.
        if _BASIS.match(before.text):
            return not (_BASIS.match(line.text) or _ADOPTS.match(line.text) or line.text.isupper())
        if len(last) >= 0.86 * wraps.width and before.label is None:
            return True
    if ended:
        # Between blank lines a full line that ends a sentence ends no paragraph; nor does it where the next line is full
        # too and the first lines of paragraphs are not.
        if (
            wraps.spaced
            and last[-1] == "."
            and len(last) >= 0.5 * wraps.width
            and not capitals
            and before.label is not None
        ):
            return not line.text.isupper()
        if capitals or len(last) < 0.85 * wraps.width or last[-1] not in ".;:":
            return False
        if wraps.short_first and last[-1] == ":":
            return _NAMES.match(line.text) is not None
        return wraps.spaced or (wraps.short_first and last[-1] == "." and len(line.text) >= 0.9 * wraps.width)
    if wraps.short_first and _opens_early(before, line, following, wraps):
        return False
    if capitals or line.text.isupper():
        if not (capitals and line.text.isupper()):
            return False
        if _ends_open(last.lower()):
            return True
        # «… DANH LAM THẮNG CẢNH, DI TÍCH LỊCH⏎SỬ, …»: a subject in capitals fills its lines to the margin.
        filled = len(last) >= 0.8 * wraps.width and not _ADOPTER.match(line.text)
        return before.label is None and (filled or line.text.startswith(_CUT_TITLES.get(before.text, "-")))
    if before.open_brackets > 0:
        return True
    # A dashed item is never a title: an open one goes on below.
    if before.label is not None and before.label.family in ("dash", "plus"):
        return True
    # Between blank lines stands one paragraph; so does prose whose last line is open.
    if wraps.spaced and not line.cell and len(last) >= 12:
        return True
    if before.label is None and _BASIS.match(before.text) and not _ADOPTS.match(line.text):
        return True
    if before.label is None and len(last) >= 25 and len(line.text) >= 40 and not _HEADER.search(last):
        return True
    # A line of a title may end early; a line of prose ends where the next word no longer fits.
    full = 0.75 if before.label is None or len(before.pieces) > 1 else 0.86
    if len(last) >= full * wraps.width:
        return True
    if before.label is not None and len(before.pieces) == 1 and _SENTENCE.match(before.text):
        return True
    if _is_fragment(before, line) or (_LISTED_NAME.search(last) and _LISTED_END.match(line.text)):
        return True
    # «12. Đường⏎Hồ Xuân Hương»: one word is no title. «6. Khuôn viên⏎Vĩnh Ninh 2⏎Vị trí: …»: nor is a bare name a text.
    if before.label is not None and len(before.pieces) == 1 and not _RUN_IN.match(line.text):
        if " " not in before.text:
            return True
        if following is not None and _RUN_IN.match(following.text) and _BARE_NAME.fullmatch(line.text):
            return True
    if _ends_open(last) or (_CITED_PLACE.search(last) and _CITED.match(line.text)) or _cuts_a_body(last, line.text):
        return True
    return _NAME.search(last) is not None and _NAME_ENDS.match(line.text) is not None and not _is_heading(before)


def _opens_early(before: Unit, line: Line, following: Line | None, wraps: Wraps) -> bool:
    """A short line that goes on below is the first of a paragraph, where only those break early."""
    last = before.last.text if before.last else ""
    # «… trên địa bàn tỉnh Gia⏎Lai; Báo cáo …»
    if (_NAME.search(last) and _NAME_ENDS.match(line.text)) or (before.label is None and _BASIS.match(before.text)):
        return False
    return (
        following is not None
        and not following.blank_before
        and following.table is None
        and following.text[0].islower()
        and following.text[1:2] not in (")", ".")
        and len(line.text) <= 0.6 * wraps.width
        and line.text[0].isupper()
        and not _ends_open(last)
    )


def _is_fragment(before: Unit, line: Line) -> bool:
    """«2. Văn phòng Hội đồng nhân dân, các Ban thuộc⏎Hội đồng nhân dân tỉnh.»: what is left of a sentence."""
    return (
        before.label is not None
        and before.label.family in ("arabic", "letter", "decimal")
        and len(before.pieces) == 1
        and len(line.text) <= MOST_FRAGMENT
        and line.text[-1] in ".;"
        and not _SELF.match(line.text)
    )


def _cuts_a_body(last: str, following: str) -> bool:
    """Whether the name of a body goes on over the border: «… Ủy ban Mặt trận⏎Tổ quốc Việt Nam»."""
    tail = " ".join(last.split()[-6:])
    head = " ".join(following.split()[:6])
    border = len(tail)
    return any(start < border < end for start, end, _, _ in BODIES.finditer(f"{tail} {head}"))


def _is_heading(unit: Unit) -> bool:
    """A short labelled line may be a title that ends with a name: «1. Về Quốc hội»."""
    return unit.label is not None and unit.label.family in ("roman", "upper", "article") and len(unit.pieces) == 1


def _only_looks_like_a_label(last: str, line: Line, label: Label, wraps: Wraps, counts: Counts) -> bool:
    """A wrapped line that begins like a label behind an open line: «- miệng», «2. của Điều này»."""
    rest = line.text[label.length :]
    if label.family in ("dash", "plus", "star"):
        if _YEAR_BEFORE.search(last) and _YEAR.match(rest):
            return True
        if _DASHED_NAME.match(f"{' '.join(last.split()[-2:])} - {rest[:12]}"):
            return True
        if label.family == "plus" and rest[:1].isdigit():
            return True
        return rest[:1].islower() and (len(last) >= 0.6 * wraps.width or _ends_open(last)) and last[-1] != ","
    if _ends_open(last):
        return True
    if counts.goes_on(label) or label.value == 1:
        return False
    return len(last) >= 0.75 * wraps.width or last[-1] == ","


@cache
def _open_words() -> frozenset[str]:
    return frozenset(word for row in OPEN_ENDS.rows for word in row.words if " " not in word)


def _ends_open(text: str) -> bool:
    """Whether the last word is one that no sentence or title ends with: «… của», «… Thông tư số»."""
    if text.endswith(("đã được", "này được")):
        return True
    match = _LAST_WORD.search(text[-24:])
    return match is not None and match[1].lower() in _open_words()
