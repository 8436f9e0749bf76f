"""Paragraphs: lines put together again over hard wraps, page breaks and footnotes."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from nghiquyet.lexicons import Table as WordTable
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.segmenters.labels import Label, label_candidates
from nghiquyet.segmenters.lines import Line
from nghiquyet.segmenters.passages import Piece
from nghiquyet.segmenters.tables import Table
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import UPPER

OPEN_ENDS = WordTable("open_ends")

_ENDED = re.compile(r"[.!?;:…](?:[\"”»)’*\]]|\s)*$")
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


@dataclass(slots=True)
class Unit:
    """A paragraph in the making: the label that opens it, if any, and its pieces of clean text."""

    first: Line
    label: Label | None
    pieces: list[Piece]
    cuts: list[int] = field(default_factory=list)
    """Indexes of pieces that stand behind a page break, furniture or a footnote."""
    last: Line | None = None
    text: str = ""
    table: Table | None = None
    parted: bool = False
    """Furniture or a footnote stands before it."""
    broken: bool = False
    """Furniture or a footnote stands inside it."""
    open_brackets: int = 0
    """How many more brackets the lines so far open than they close."""
    title: int = 0
    """How many pieces at the start are the title that stands on lines of its own; 0 where that is still open."""

    @property
    def start(self) -> int:
        """Clean offset of the label, or of the text."""
        return self.first.start

    @property
    def end(self) -> int:
        """Clean offset behind the last character."""
        return self.pieces[-1][1] if self.pieces else self.first.start + len(self.label.printed if self.label else "")


@dataclass(frozen=True, slots=True)
class Wraps:
    """How the lines of a text were broken."""

    hard: bool
    """Lines were broken inside paragraphs."""
    spaced: bool
    """Blank lines stand between the paragraphs, so that lines without one belong together."""
    width: int
    """Where lines were broken: most are no longer."""
    short_first: bool
    """The first line of a paragraph breaks early, the others are full: so web pages come whose source was indented."""


def wraps_of(lines: Sequence[Line]) -> Wraps:
    """How ``lines`` were broken: by neighbours that go on in small letters, and by blanks before labels."""
    broken = neighbours = opened = opened_blank = 0
    firsts: list[int] = []
    others: list[int] = []
    ended = True
    for before, after in itertools.pairwise(lines):
        if before.table is not None or after.table is not None:
            continue
        first = after.text[0]
        if after.blank_before:
            opened_blank += first.isdigit() or first in "ĐC"
        else:
            neighbours += 1
            goes_on = first.islower() and after.text[1:2] not in ").," and not _ENDED.search(before.text[-6:])
            broken += goes_on
            if goes_on:
                opens = (ended or before.blank_before) and not before.text[0].islower()
                (firsts if opens else others).append(len(before.text))
        # Behind a mark, or behind a line that is not full, a paragraph begins.
        ended = len(before.text) < FULL or _ENDED.search(before.text[-6:]) is not None
        opened += first.isdigit() or first in "ĐC"
    lengths = sorted(len(line.text) for line in lines if line.table is None)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    hard = broken >= 3 and broken >= 0.08 * neighbours and width <= 220
    short_first = (
        len(firsts) >= LEAST_FIRSTS
        and len(others) >= LEAST_FIRSTS
        and _median(firsts) <= 0.7 * width
        and _median(others) >= 0.85 * width
    )
    return Wraps(hard, opened >= 3 and opened_blank >= 0.8 * opened, width, short_first)


LEAST_FIRSTS = 5
FULL = 60
"""No line of text that is wrapped at a margin is shorter."""


def _median(lengths: list[int]) -> int:
    return sorted(lengths)[len(lengths) // 2]


FEW = 3
"""Capital letters that a series may have lost."""


class _Counts:
    """The last number of each style of label: a label that counts on is one, whatever stands before it."""

    def __init__(self) -> None:
        self.last: dict[str, int] = {}

    def goes_on(self, label: Label) -> bool:
        return label.value == self.last.get(label.style, 0) + 1

    def choose(self, candidates: tuple[Label, ...]) -> Label | None:
        """The reading that counts on («i)» behind «h)», «I.» behind «H.»), else the first."""
        if len(candidates) > 1:
            for label in candidates:
                if label.value > 1 and self.goes_on(label):
                    return label
        return next((label for label in candidates if self._may_begin(label)), None)

    def _may_begin(self, label: Label) -> bool:
        """«Q. CHÁNH VĂN PHÒNG» continues no series of capital letters and begins none; «b,», «Ii.» have to count on."""
        if label.rule in ("labels.letter_before_comma", "labels.small_numeral"):
            return self.goes_on(label)
        if label.family != "upper":
            return True
        return label.value <= FEW or 0 < label.value - self.last.get(label.style, -FEW) <= FEW

    def take(self, label: Label) -> None:
        if label.value:
            self.last[label.style] = label.value


def gather(lines: Sequence[Line], skipped: frozenset[int]) -> list[Unit]:
    """Units in text order. ``skipped`` are the indexes of furniture and footnote lines."""
    kept = [line for line in lines if line.index not in skipped] if skipped else lines
    wraps = wraps_of(kept)
    counts = _Counts()
    units: list[Unit] = []
    # The lines of the last unit: joined once, when it is complete.
    texts: list[str] = []
    interrupted = paged = False
    for place, line in enumerate(lines):
        paged = paged or line.new_page
        if line.index in skipped:
            interrupted = True
            continue
        if line.table is not None:
            _complete(units, texts)
            units.append(Unit(line, None, [(line.start, line.end)], last=line, text=line.text, table=line.table))
            interrupted = False
            continue
        candidates = label_candidates(line.text)
        before = units[-1] if units else None
        if before is not None and before.last is not None and before.table is None:
            cut = line.blank_before or interrupted
            goes_on = (
                _continues_over_break(before, line, candidates)
                or (paged and _continues_page(before, line, candidates, wraps))
                if cut
                else _continues_line(before, line, _at(lines, place + 1), candidates, wraps, counts)
            )
            if goes_on:
                if cut:
                    before.cuts.append(len(before.pieces))
                before.pieces.append((line.start, line.end))
                if before.text:
                    texts.append(line.text)
                else:
                    before.text = line.text
                before.open_brackets += line.text.count("(") - line.text.count(")")
                before.last = line
                before.broken = before.broken or interrupted or paged
                interrupted = paged = False
                continue
        _complete(units, texts)
        unit = open_unit(line, counts.choose(candidates))
        unit.parted = interrupted
        if unit.label is not None:
            counts.take(unit.label)
        units.append(unit)
        interrupted = paged = False
    _complete(units, texts)
    return units


def _at(lines: Sequence[Line], place: int) -> Line | None:
    return lines[place] if place < len(lines) else None


def _complete(units: Sequence[Unit], texts: list[str]) -> None:
    """Joins the further lines of the last unit to its first."""
    if texts:
        units[-1].text = " ".join([units[-1].text, *texts])
        texts.clear()


def open_unit(line: Line, label: Label | None) -> Unit:
    """The unit that a line opens."""
    start = line.start + (label.length if label else 0)
    pieces = [(start, line.end)] if start < line.end else []
    text = line.text[label.length if label else 0 :]
    return Unit(line, label, pieces, last=line, text=text, open_brackets=text.count("(") - text.count(")"))


def _continues_over_break(before: Unit, line: Line, candidates: tuple[Label, ...]) -> bool:
    """A paragraph cut by a page break: the first half is open, the second begins in lower case.

    «… nâng cao⏎⏎chất lượng thu hút đầu tư; …» (bac-giang-2025).
    """
    if candidates or not before.text or before.text.isupper():
        return False
    last = before.last.text if before.last else before.text
    if _CITED_NUMBER.match(line.text) and _CITES.search(last, max(0, len(last) - 8)):
        return True
    return line.text[0].islower() and bool(_OPEN_END.match(last[-1])) and not _ENDED.search(last[-8:])


def _continues_page(before: Unit, line: Line, candidates: tuple[Label, ...], wraps: Wraps) -> bool:
    """A paragraph whose last line fills its page to the margin and ends open, whatever letter the next page begins with.

    «… được phân công phụ trách triển khai⏎⏎Nghị quyết này và thường xuyên giám sát …» (bac-giang-2025, as a PDF).
    """
    last = before.last.text if before.last else ""
    if candidates or not wraps.hard or len(last) < 0.85 * wraps.width or _ENDED.search(last[-8:]):
        return False
    return not (before.text.isupper() or line.text.isupper() or _OPENER.match(line.text))


def _continues_line(
    before: Unit, line: Line, following: Line | None, candidates: tuple[Label, ...], wraps: Wraps, counts: _Counts
) -> bool:
    """A line that goes on without a blank line between: a hard wrap, or a break in mid-sentence."""
    last = before.last.text if before.last else ""
    ended = _ENDED.search(last[-8:]) is not None
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


def _only_looks_like_a_label(last: str, line: Line, label: Label, wraps: Wraps, counts: _Counts) -> bool:
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
