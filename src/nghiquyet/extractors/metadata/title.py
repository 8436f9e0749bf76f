"""The title block: the kind of document on its own line, the body that issues it, the subject (trích yếu)."""

from dataclasses import dataclass
from functools import cache

from nghiquyet.extractors.metadata.header import Header, Line
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.lexicons.tables import Table
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import LOWER, without_marks

DOCUMENT_TYPES = Table("document_types")

_SESSION = re.compile(
    r"\(?\s*(?:NHIỆM\s+KỲ|KH[ÓO][ÁA]?\s+[IVXL\d]|Kh[óo][áa]?\s+[IVXLivxl\d]|\(?KỲ\s+HỌP|PHIÊN\s+HỌP|Kỳ\s+họp\s+thứ)"
)
_STOP = re.compile(
    r"QUY[ẾÉẼEÊ]T\s+NGHỊ|Căn\s+cứ|\(?Ban\s+hành\s+kèm|\(?Kèm\s+theo|=====|BẢN\s+OCR|Tại\s+(?:phiên|cuộc|kỳ|Hội)|Thực\s+hiện\s"
)
_MORE = re.compile(r"\s*(?:,|VÀ|và)\s+")
_OF = re.compile(r"(?:CỦA|Của|của)\s+")
_NUMBERED = re.compile(
    r"\s*(?:SỐ|[Ss]ố)\s*:?\s*(?P<number>\S+)(?:,?\s+(?:NGÀY|ngày)\s+(?P<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}))?\s*"
)
MOST_LINES = 14
NEAR = 2_000
"""A head in normal case stands at the top of the page."""
_OFFICE = re.compile(r"(?:BỘ TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|THỐNG ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG)\s+")
# «… VỀ DU LỊCH⏎TRƯỞNG BAN CHỈ ĐẠO NHÀ NƯỚC VỀ DU LỊCH»: who decides stands below the subject.
_HEAD_OF_BOARD = re.compile(r"(?:TRƯỞNG BAN (?:CHỈ ĐẠO|QUẢN LÝ)|TỔNG KIỂM TOÁN|TỔNG GIÁM ĐỐC|VIỆN TRƯỞNG|CHÁNH ÁN)\s")
_ABOUT = re.compile(r"(?:VỀ|Về|về)\s")


@dataclass(frozen=True, slots=True)
class Title:
    """Offsets are offsets into the header's text; a None means: not printed there."""

    kind: str | None = None
    """The document type, normal case: «Nghị quyết»."""
    start: int = 0
    end: int = 0
    """Where the type words stand."""
    issuer: tuple[int, int] | None = None
    """The body named behind «CỦA»."""
    subject: tuple[tuple[int, int], ...] = ()
    """The pieces of the subject, one per line."""
    numbered: tuple[int, int] | None = None
    """«SỐ 26-NQ/TU NGÀY 05/12/2025» behind the type: the number's own place."""
    dated: tuple[int, int] | None = None


def read_title(header: Header) -> Title:
    """The title block of a header: at the first line that is a type word in capitals, alone or with what follows it."""
    lines = header.lines
    for index, line in enumerate(lines):
        found = _type_at(line)
        if found is not None:
            kind, length = found
            return _title(header, index, kind, line.start, line.start + length)
        broken = _broken_type(lines, index)
        if broken is not None:
            return _title(header, index + 1, broken, line.start, lines[index + 1].end)
    near = [(index, line) for index, line in enumerate(lines) if line.start < NEAR]
    cited = [(index, line, found) for index, line in near if (found := _citation_line(line)) is not None]
    # A site prints the short form as a head («Kết luận số 69-KL/TW») and the full one below it.
    for index, line, (kind, length) in sorted(cited, key=lambda item: " về " not in item[1].text):
        return _title(header, index, kind, line.start, line.start + length, one_line=True)
    return Title()


def title_start(header: Header) -> int:
    """Where the type line begins; the end of the header when there is none."""
    lines = header.lines
    return next(
        (
            line.start
            for index, line in enumerate(lines)
            if _type_at(line) is not None or _broken_type(lines, index) is not None
        ),
        len(header.text),
    )


@cache
def _types() -> dict[str, str]:
    """Type words without marks → the name in normal case: OCR loses marks first («NGHỊ QUYÉT», «KÉT LUẬN»)."""
    types: dict[str, str] = {}
    for row in DOCUMENT_TYPES.rows:
        for word in row.words:
            if " " in word or word[1:].islower():
                types.setdefault(without_marks(word), word)
    return types


_LONGEST = 4


def _type_at(line: Line) -> tuple[str, int] | None:
    """«NGHỊ QUYẾT», «KẾT LUẬN CỦA BỘ CHÍNH TRỊ», «NGHỊ QUYẾT về …»: the type in capitals at the start of a line."""
    words = line.text.split()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        printed = " ".join(words[:count])
        if not printed.isupper() or not line.text.startswith(printed):
            continue
        kind = _known(printed)
        if kind is None:
            continue
        rest = line.text[len(printed) :].strip()
        if not rest or _FOLLOWS.match(rest):
            return kind, len(printed)
    return None


def _broken_type(lines: tuple[Line, ...], index: int) -> str | None:
    """«QUYẾT / ĐỊNH», «NGHỊ / QUYẾT»: the type words of a narrow column, one on each of two lines."""
    if index + 1 >= len(lines):
        return None
    first, second = lines[index].text, lines[index + 1].text
    if " " in first or len(second.split()) > 2 or not (first.isupper() and second.isupper()):
        return None
    return _known(f"{first} {second}")


_FOLLOWS = re.compile(rf"(?:CỦA|VỀ|SỐ|Về|của|về|số|[-–—:(]|[{LOWER}])")


def kind_of(label: str) -> str | None:
    """The document type that a label in capitals names («QUY ĐỊNH»); None for «Phụ lục I»."""
    words = label.strip(" .:")
    return _known(words) if words.isupper() else None


def leading_kind(heading: str) -> tuple[str, int] | None:
    """``(type, length)`` of the type words that open a title in capitals: «QUY CHẾ LÀM VIỆC …»; None for others."""
    words = heading.split()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        printed = " ".join(words[:count])
        if printed.isupper() and heading.startswith(printed) and (kind := _known(printed)) is not None:
            return kind, len(printed)
    return None


def _known(printed: str) -> str | None:
    return _types().get(without_marks(printed))


def _citation_line(line: Line) -> tuple[str, int] | None:
    """«Kết luận số 69-KL/TW», «Nghị quyết về việc …»: a title line in normal case, as sites print it."""
    words = line.text.split()
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        printed = " ".join(words[:count])
        if line.text.startswith(printed) and printed[0].isupper() and (kind := _known(printed)):
            rest = line.text[len(printed) :].strip()
            opens = line.start == 0 and rest[:1].islower()
            return (kind, len(printed)) if opens or re.match(r"(?:số\s|về\s|của\s)", rest) else None
    return None


def _title(header: Header, index: int, kind: str, start: int, end: int, one_line: bool = False) -> Title:
    lines = header.lines
    numbered = dated = issuer = None
    position = end
    text = header.text
    if hit := _NUMBERED.match(text, position):
        numbered = hit.span("number")
        dated = hit.span("date") if hit["date"] else None
        position = hit.end()
    pieces: list[tuple[int, int]] = []
    for line in lines[index : index + (1 if one_line else MOST_LINES)]:
        begin = max(line.start, position)
        if begin >= line.end:
            continue
        begin += len(text[begin : line.end]) - len(text[begin : line.end].lstrip(" :-–—."))
        rest = text[begin : line.end]
        if not rest or (rest.startswith("(") and not pieces and issuer is None):
            continue
        if issuer is None and not pieces and (of := _OF.match(text, begin)):
            found = BODIES.match(text, of.end())
            if found is not None:
                issuer = (of.end(), found[0])
                position = found[0]
                begin = found[0]
                # «CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ»: the second body belongs to the author too.
                while (more := _MORE.match(text, begin)) and (second := BODIES.match(text, more.end())):
                    begin = position = second[0]
                begin += len(text[begin : line.end]) - len(text[begin : line.end].lstrip(" :-–—.,"))
                rest = text[begin : line.end]
                if begin >= line.end:
                    continue
        if _STOP.match(rest) or _SESSION.match(rest):
            break
        # Another type word alone begins another document; «BÃI BỎ / NGHỊ QUYẾT SỐ …» is one subject.
        if pieces and _known(rest) is not None and rest.isupper():
            break
        if pieces and not _is_open(text[slice(*pieces[-1])]) and _repeats_body(text, begin, line.end):
            break
        if pieces and _begins_text(text, begin, line.end, text[pieces[-1][0] : pieces[-1][1]]):
            break
        if pieces and header.opens_passage(line.start) and _is_sentence(text, begin, line.end):
            break
        if not pieces and _is_foreign(rest):
            break
        if pieces and _HEAD_OF_BOARD.match(rest):
            break
        if not pieces and _repeats_body(text, begin, line.end):
            continue
        pieces.append((begin, line.end))
    if pieces and issuer is None and (body := _body_at_end(text, *pieces[-1])) is not None:
        issuer = (body, pieces[-1][1])
        first = pieces[-1][0]
        pieces[-1] = (first, first + len(text[first:body].rstrip()))
    # «CỦA ĐỒNG CHÍ …»: further words of the author stand above the subject, which begins with «về».
    about = next((place for place, (first, _) in enumerate(pieces) if _ABOUT.match(text, first)), 0)
    if about and issuer is not None:
        del pieces[:about]
    return Title(kind, start, end, issuer, tuple(pieces), numbered, dated)


def _is_open(line: str) -> bool:
    """«… TÍN DỤNG CHÍNH SÁCH TẠI⏎NGÂN HÀNG CHÍNH SÁCH XÃ HỘI»: the body below belongs to the subject."""
    word = line.split()[-1:]
    return bool(word) and word[0].upper() in _JOINTS


def _repeats_body(text: str, start: int, end: int) -> bool:
    """The line that names who adopts below the subject: «HỘI ĐỒNG NHÂN DÂN TỈNH BẮC GIANG», «BỘ TRƯỞNG BỘ TÀI CHÍNH»."""
    office = _OFFICE.match(text, start, end)
    found = BODIES.match(text, office.end() if office else start)
    if found is None:
        return False
    return found[0] >= end - 3 or _SESSION.match(text, found[0] + 1) is not None


def _begins_text(text: str, start: int, end: int, before: str) -> bool:
    """A sentence below the subject: it begins with a capital, goes on in small letters, and ends like a sentence."""
    line = text[start:end]
    if line.isupper() or not line[0].isupper():
        return False
    if before.isupper():
        return not line.startswith("Về") and any(letter.islower() for letter in line)
    return len(line) > LONGEST_LINE and (text[end : end + 1] in (".", ":", ";") or ". " in line)


def _is_sentence(text: str, start: int, end: int) -> bool:
    """A paragraph of its own that begins with a capital and closes with a stop is text, however short; a subject
    closes with none."""
    return (
        text[start].isupper()
        and not text[start:end].isupper()
        and not text.startswith("Về ", start)
        and text[end : end + 1] in (".", ":")
    )


def _body_at_end(text: str, start: int, end: int) -> int | None:
    """Where the adopting body begins when it is glued to the subject: «… NĂM 2018 HỘI ĐỒNG NHÂN DÂN TỈNH X»."""
    if not text[start:end].isupper():
        return None
    for first, last, body, _ in BODIES.finditer(text, start, end):
        word = text[start:first].split()[-1:]
        if last >= end - 1 and first > start and body.kind in _ADOPTERS and word and word[0] not in _JOINTS:
            return first
    return None


_ADOPTERS = frozenset({"council", "assembly", "government", "executive"})
_JOINTS = frozenset(
    ["CỦA", "DO", "TẠI", "VỚI", "VÀ", "CHO", "TỪ", "Ở", "GIỮA", "TRONG", "BIỂU", "CÁC", "THUỘC", "TRÌNH", ","]
)
LONGEST_LINE = 160


def _is_foreign(line: str) -> bool:
    """What stands below a type word and is no subject: a number, a date, a cell of a site's form."""
    return bool(re.match(r"(?:Số|Ngày|Nơi|Người|Loại)\b.*:|\d|[A-ZĐ][^,]{1,40},\s+ngày\s", line))
